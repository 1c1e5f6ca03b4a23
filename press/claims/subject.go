package claims

import "rolecall/press/english"

// A text on music, sport, politics or software says of albums, matches, bills and programs
// what others say of films: who wrote and produced them, when they were released, who is the
// first woman. None of it is about credits, so such a text is left alone as a whole; one
// sentence is too little to tell it by.

var (
	screenWords = wordSet("film films movie movies tv television episode episodes series miniseries sitcom cinema cinemas cinematic screenplay screenwriter screenwriters filmmaker filmmakers filmmaking actor actors actress actresses documentary documentaries showrunner showrunners director directors directed directs directing co-directed cast casting starring stars screenplays cinematographer cinematography hollywood netflix hbo box-office biopic premiered spin-off")
	// offScreen are the words of each other subject, each of which is rare in a text on films.
	offScreen = []map[string]bool{
		wordSet("album albums song songs band bands bandmates guitar guitarist guitars bass bassist drummer drums vocalist vocals singer singers frontman frontwoman songwriter songwriting ep lp vinyl riff riffs lyrics lyric tracklist tracklisting rapper rap tour tours touring gig gigs concert concerts setlist single singles remix discography punk metal music musician musicians billboard grammy grammys"),
		wordSet("match matches goal goals league coach coaches striker midfielder defender goalkeeper football footballer soccer rugby cricket tennis basketball nba nfl quarterback touchdown innings wicket wickets batsman tournament championship championships cup fixture fixtures playoff playoffs olympic olympics medal medals athlete athletes club clubs squad transfer penalty referee stadium"),
		wordSet("senator senators senate parliament parliamentary minister ministers election elections electoral vote votes voters voter congress congressman congresswoman legislation lawmakers mp mps bill referendum campaign candidate candidates governor mayor policy republican republicans democrat democrats tory labour government ministry treaty sanctions cabinet"),
		wordSet("software api apis developer developers app apps platform github customer customers startup enterprise deployment data model models user users code cloud server servers framework javascript python open-source dashboard agent agents infrastructure"),
		wordSet("patient patients hospital disease clinical vaccine doctors symptoms treatment species researchers molecule protein cells climate emissions shares shareholders investors revenue profits inflation bank banks quarterly earnings"),
	}
)

const (
	// enoughWords of another subject tell that a text is on it, if they are offFactor times
	// as many as those of films.
	enoughWords = 5
	offFactor   = 2
)

// isOffScreen reports whether a text is on another subject than films and series.
func isOffScreen(sentences []english.Sentence) bool {
	screen := 0
	off := make([]int, len(offScreen))
	for _, s := range sentences {
		for _, t := range s.Tokens {
			if screenWords[t.Lower] {
				screen++
			}
			for i, words := range offScreen {
				if words[t.Lower] {
					off[i]++
				}
			}
		}
	}
	for _, n := range off {
		if n >= enoughWords && n > offFactor*screen {
			return true
		}
	}
	return false
}
