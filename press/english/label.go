package english

import "strings"

// labels are what stands before the colon of a line in a fact box or a list of credits.
var labels = phraseSet(`
	dir, dirs, director, directors, directed by, director s, co-director, co-directors, d, scr, sc, screenplay, screenplay by, script, script by, screenwriter,
	screenwriters, writer, writers, writer s, written by, wr, co-writer, co-writers, head writer, story, story by, teleplay, teleplay by,
	creator, creators, creator s, created by, co-creator, co-creators, co-created by, developed by, showrunner, showrunners, series creator, series creators,
	producer, producers, produced by, co-producer, co-producers, executive producer, executive producers, executive produced by, exec producer, exec producers, ep, eps, prod,
	cast, main cast, the cast, full cast, starring, stars, star, with, lead, leads, featuring, also starring, guest stars, guest star, narrator, narrated by, voices, voice cast, host, presenter,
	starts, start, began, begins, premiere, premieres, premiered, premiere date, first shown, first aired, original release, originally released, aired, airs, air date,
	arrives, arrived, arriving, released, release, releases, release date, returns, returned, return date, out, opens, opened, opening, from, until, ends, ended, finale, when, where,
	date, dates, network, networks, channel, streaming, streaming on, stream on, platform, broadcaster, distributor, distributed by, studio, studios, production company,
	production companies, original network, no of episodes, no of seasons, number of episodes, number of seasons, episodes, episode count, parts, seasons, series, season,
	length, running time, run time, runtime, duration, cinematographer, cinematographers, cinematography, cinematography by, photography, photographed by, photo,
	director of photography, directors of photography, dp, dop, camera, editor, editors, editing, edited by, edit, music, music by, score, original score, composer, composers,
	production design, production designer, production designed by, designer, design, costume, costumes, costume design, costume designer, casting, casting by, casting director, casting directors, sound,
	make-up, makeup, hair and make-up, visual effects, synopsis, plot, logline, year, years, country, countries, language, languages, genre, genres, rating, certificate, based on, title, original title`)

func phraseSet(phrases string) map[string]bool {
	set := make(map[string]bool)
	for p := range strings.SplitSeq(phrases, ",") {
		set[strings.Join(strings.Fields(p), " ")] = true
	}
	return set
}

// longestLabel bounds a label, in bytes.
const longestLabel = 48

// IsLabel reports whether words are the label of a field, or several such: "Dir",
// "Written by", "Writer/Director", "Creator, writer and director".
func IsLabel(words string) bool {
	if len(words) > longestLabel {
		return false
	}
	for part := range strings.SplitSeq(betweenLabels.Replace(strings.ToLower(words)), ",") {
		if !labels[strings.Join(strings.Fields(part), " ")] {
			return false
		}
	}
	return true
}

// betweenLabels writes one sign for what stands between labels, and labels in one way.
var betweenLabels = strings.NewReplacer("(s)", "s", ".", "", "/", ",", "&", ",", " and ", ",", "+", ",", "\u2011", "-", "\u00a0", " ")

// startsField reports whether the label of a field with its colon stands at a token:
// one that follows a sign, or another field of the same sentence.
func startsField(text string, tokens []Token, start, at int) bool {
	if !tokens[at].IsCapital() || labelAt(text, tokens, at) == 0 {
		return false
	}
	first := labelAt(text, tokens, start)
	return at >= first && (first > 0 || !tokens[at-1].IsWord())
}

// longestLabelTokens bounds how far a colon is looked for.
const longestLabelTokens = 9

// labelAt is the place after the colon of a field's label that begins at a token, or 0.
func labelAt(text string, tokens []Token, at int) int {
	for end := at; end < len(tokens) && end-at <= longestLabelTokens; end++ {
		if tokens[end].Text == ":" {
			if end > at && IsLabel(text[tokens[at].Start:tokens[end-1].End]) {
				return end + 1
			}
			return 0
		}
	}
	return 0
}
