package claims

import (
	"slices"
	"strings"

	"rolecall"
	"rolecall/press/clause"
	"rolecall/press/english"
)

// This file knows what, elsewhere in a sentence, turns or moves all that its clauses say:
// that it is false, a joke or a dream, and that it is said of a book, a play or another
// year's film of the name.

// whole leaves out the claims that another of the sentence holds.
func (r *reader) whole(all []Claim) []Claim {
	return slices.DeleteFunc(all, func(c Claim) bool { return r.isOneOfMany(c) || r.isTheOnly(c) })
}

// wary puts doubts on claims of the sentence.
func (r *reader) wary(all []Claim) {
	var doubts []Doubt
	if r.isDisowned() {
		doubts = append(doubts, Hearsay)
	}
	if r.isOtherWorld() {
		doubts = append(doubts, Supposed)
	}
	if r.isOnStage() {
		doubts = append(doubts, Elsewhere)
	}
	if r.hasOptions() {
		doubts = append(doubts, Asked)
	}
	if r.isMocking() {
		doubts = append(doubts, Figurative)
	}
	for i := range all {
		c := &all[i]
		r.astray(c)
		for _, d := range doubts {
			c.doubt(d)
		}
		if r.hasWord(jokers) && r.isQuoted(*c) {
			c.doubt(Figurative)
		}
		c.Aside = c.Aside || r.isAside(*c)
		r.waryOfTitle(c)
		if r.isListedWith(*c) {
			c.doubt(ManyPersons)
		}
	}
}

// isListedWith reports whether a person only follows in a list on somebody with a job: "The
// director of Barbie and Ann Lee are friends".
func (r *reader) isListedWith(c Claim) bool {
	for i, item := range r.Items {
		if item.Class == english.Person && item.Name == c.Person && r.word(i-1) == "and" && r.class(i-2) == english.Title && r.Items[i-2].Name == c.Title && (r.word(i-3) == "of" || r.class(i-3) == english.Role) {
			return true
		}
	}
	return false
}

// engaged are words for being hired, and for what ends before a film does.
var engaged = wordSet("hired tapped appointed enlisted recruited chosen picked brought briefly originally initially charge boarded temporarily")

// isAside reports whether the words of a claim do not say that what they set beside a title
// is its own.
func (r *reader) isAside(c Claim) bool {
	switch {
	case c.Kind == Date:
		return r.isAbroad()
	case c.Person == None:
		return false
	}
	return r.isEngaged(c) || r.isTitledApart(c) || r.isIntroduced(c) || r.isSubtitled(c)
}

// isSubtitled reports whether the clause of a claim comes behind a colon, and what stands before
// that may say of which work it is: "Three skiers, one chairlift: Frozen was directed by".
func (r *reader) isSubtitled(c Claim) bool {
	for i, item := range r.Items {
		if item.Start >= c.Start {
			return false
		}
		if item.Lower == ":" && i > 2 && r.class(i-1) == english.Word {
			return !slices.ContainsFunc(r.Clauses, func(in *clause.Clause) bool { return in.Group != nil && in.Group.First < i })
		}
	}
	return false
}

// isIntroduced reports whether the text says of a person who they are, as of somebody whom
// readers may not know: a namesake, perhaps. "Barry Jenkins, a plumber from Leeds".
func (r *reader) isIntroduced(c Claim) bool {
	for _, p := range r.Phrases {
		for _, a := range p.Apposed {
			if w := r.word(a.First); (w == "a" || w == "an") && a.Class == english.Word && slices.ContainsFunc(r.Own(p, english.Person), func(i int) bool { return r.Items[i].Name == c.Person }) {
				return true
			}
		}
	}
	return false
}

// isEngaged reports whether a claim, or the beginning of its sentence, tells of somebody's
// being hired.
func (r *reader) isEngaged(c Claim) bool {
	return slices.ContainsFunc(r.itemsOf(engaged), func(i int) bool {
		item := r.Items[i]
		return item.Class != english.Title && (i < 2 || item.Start >= c.Start-1 && item.End <= c.End+1)
	})
}

// isTitledApart reports whether a job is a person's by the words next to their name while
// the title stands elsewhere in the sentence: "Director Ann Lee loved Barbie", "director Ann
// Lee on Barbie". "Barbie director Ann Lee" and "Ann Lee, director of Barbie" are together.
func (r *reader) isTitledApart(c Claim) bool {
	if c.Kind != Credit {
		return false
	}
	first, last, named := len(r.Items), -1, false
	isJob := false
	for i, item := range r.Items {
		if item.Start >= c.Start && item.End <= c.End {
			first, last = min(first, i), i
			isJob = isJob || item.Class == english.Role
			if item.Class == english.Did || item.Class == english.Title && item.Name == c.Title {
				return false
			}
		}
		named = named || item.Class == english.Title && item.Name == c.Title
	}
	if !isJob || !named {
		return false
	}
	isTitle := func(i int) bool { return r.class(i) == english.Title && r.Items[i].Name == c.Title }
	before := first - 1
	for before > 0 && (r.word(before) == "," || r.word(before) == "'s" || r.word(before) == "(" || r.word(before) == "and") {
		before--
	}
	of := r.word(last+1) == "of" || r.word(last+1) == "behind"
	return !isTitle(before) && !(of && (isTitle(last+2) || isTitle(last+3) || r.class(last+2) == english.Season))
}

var (
	// whither are the prepositions of where something is shown.
	whither = wordSet("in to across throughout")
	// audiences follow the name of where they are: "Irish cinemas", "German television".
	audiences = wordSet("cinemas theaters theatres screens television tv viewers audiences broadcaster")
)

// isAbroad reports whether a sentence with a date names a place: what is shown first in one
// country comes to others on other days.
func (r *reader) isAbroad() bool {
	for i := range r.Items {
		isName := r.class(i) == english.Name || r.class(i) == english.Word && strings.HasPrefix(r.Tags[i], "NNP")
		at := i - 1
		if r.word(at) == "the" {
			at--
		}
		isPlace := isName && whither[r.word(at)]
		if isPlace || audiences[r.word(i)] && r.class(i-1) == english.Word && r.text.Text[r.Items[max(0, i-1)].Start] < 'a' && i > 1 {
			return true
		}
	}
	return false
}

// doubt adds a doubt that a claim does not have.
func (c *Claim) doubt(d Doubt) {
	if !slices.Contains(c.Doubts, d) {
		c.Doubts = append(c.Doubts, d)
	}
}

// waryOfTitle looks at the words beside the title of a claim, wherever the sentence names
// it.
func (r *reader) waryOfTitle(c *Claim) {
	for i, item := range r.Items {
		if item.Class != english.Title || item.Name != c.Title {
			continue
		}
		if i <= 2 && r.word(0) == "unlike" {
			c.doubt(ManyTitles)
		}
		if r.isOtherMedium(i) || r.isOtherKind(i, c.Title) {
			c.doubt(Elsewhere)
		}
		if r.isNamedAnew(i) {
			c.doubt(Elsewhere)
		}
		if v := i - 2; (r.word(i-1) == "of" || r.word(i-1) == "on") && versions[r.word(v)] {
			c.Aside = true
			if before := r.word(v - 1); remade[r.word(v)] || r.class(v-1) == english.Word && !ofScreen[before] && (strings.HasPrefix(r.tag(v-1), "JJ") || strings.HasPrefix(r.tag(v-1), "NNP")) {
				c.doubt(Elsewhere)
			}
		}
		if r.word(i+1) == "'s" && likes[r.word(i+2)] {
			c.doubt(ManyTitles)
		}
		switch word := r.word(i - 1); {
		case otherOf[word], r.class(i-1) == english.Ordinal && r.Items[i-1].Value > 1:
			c.doubt(ManyTitles)
		case r.class(i-1) == english.Ordinal || r.class(i-1) == english.Word && strings.HasPrefix(r.Tags[i-1], "JJ"):
			c.Aside = c.Aside || determiners[r.word(i-2)]
		}
		if before := i - 1; c.Kind != Date && c.Year == 0 && r.class(before) == english.Year {
			c.Year, c.YearTo = r.Items[before].Years[0], r.Items[before].Years[1]
		}
	}
}

var (
	// otherOf are words before a title's name by which another than the first of it is
	// meant: "the next Black Panther"; determiners begin what a text sets apart from others
	// of a name: "the animated Frozen".
	otherOf     = wordSet("next new other another upcoming previous earlier older latest last original forthcoming future sequel's")
	determiners = wordSet("the a an this that another")
	// versions, before "of" a title, may mean another work than the one held, and remade ones
	// do; of those set off from others by a word, only what is for a screen is it: "the film
	// version of Frozen", not "the Israeli version of Unorthodox".
	versions = wordSet("version remake reboot adaptation take reading revival staging restaging rewrite reimagining retelling parody spoof imitation recut dub")
	remade   = wordSet("remake reboot revival staging restaging parody spoof imitation reimagining")
	ofScreen = wordSet("big-screen small-screen screen film cinematic televised new own recent acclaimed award-winning")
	// likes, as something of a title's, are other works: "Barbie's equal".
	likes = wordSet("like equal match sequel prequel successor follow-up predecessor rival rivals likes")
	// naming are the words between what something is and its name.
	naming = wordSet("called titled entitled named")
)

// isNamedAnew reports whether a title's name is given to something that is no film, series
// or season: "a short called Brave", "a song titled Roma".
func (r *reader) isNamedAnew(title int) bool {
	at := title - 1
	if r.word(at) == "also" {
		at--
	}
	return naming[r.word(at)] && r.class(at-1) != english.Unit && strings.HasPrefix(r.tag(at-1), "N") && !filmWords[r.word(at-1)]
}

// filmWords are nouns that a film or series may be called besides its unit.
var filmWords = wordSet("drama comedy thriller documentary western miniseries feature debut blockbuster hit adaptation fantasy epic romance biopic sitcom dramedy animation picture project production")

var (
	// falses, behind "is", deny what the sentence reports; wrongful adverbs do anywhere.
	falses   = wordSet("wrong false mistaken untrue incorrect nonsense fiction invented")
	bogus    = wordSet("false erroneous bogus spurious unfounded mistaken baseless")
	tales    = wordSet("report reports claim claims rumour rumours rumor rumors story stories belief impression notion information")
	wrongful = wordSet("falsely wrongly mistakenly erroneously incorrectly misattributed miscredited forgiven")
	// fables are what is told and not so, before "that".
	fables   = wordSet("misconception myth hoax lie fable legend falsehood canard")
	beings   = wordSet("is was are were be been being 's proved proves turned")
	deniers  = wordSet("not n't isn't wasn't never hardly scarcely")
	jokers   = wordSet("joked jokes joking quipped quips teased deadpanned")
	dreamt   = wordSet("better parallel alternate alternative ideal perfect another fairer just")
	worlds   = wordSet("world universe timeline dimension")
	fableEnd = wordSet("that is was")
)

// isDisowned reports whether the sentence says that what it reports is not so.
func (r *reader) isDisowned() bool {
	for i := range r.Items {
		if r.class(i) != english.Word && r.class(i) != "" {
			continue
		}
		word := r.word(i)
		switch {
		case bogus[word] && tales[r.word(i+1)]:
			return true
		case wrongful[word], fables[word] && fableEnd[r.word(i+1)]:
			return true
		case falses[word] && (beings[r.word(i-1)] || beings[r.word(i-2)]) && r.word(i+1) != "with":
			return true
		case word == "true" && (deniers[r.word(i-1)] || deniers[r.word(i-2)]):
			return true
		}
	}
	return false
}

// isOnStage reports whether a sentence speaks of where no film or series is shown: "on Broadway".
func (r *reader) isOnStage() bool {
	for i := range r.Items {
		before := r.word(i - 1)
		if before == "the" {
			before = r.word(i - 2)
		}
		if (before == "on" || before == "in" || before == "for" || before == "at") && stages[r.word(i)] && (r.class(i) != english.Title || r.word(i) == "broadway") {
			return true
		}
	}
	return false
}

// stages are where plays, books and games are seen, read and played.
var stages = wordSet("broadway stage west radio print paperback hardback vinyl playstation playhouse opera")

// isMocking reports whether a sentence opens as one does that agrees for fun: "Sure, and Ann Lee
// directed it", "Oh yes, Ann Lee made it all".
func (r *reader) isMocking() bool {
	i := 0
	for i < len(r.Items) && assents[r.word(i)] {
		i++
	}
	return i > 0 && (r.word(i) == "," || r.word(i) == "!" || r.word(i) == "-" || r.word(i) == "–" || r.word(i) == "…")
}

// assents are words that agree, and mock where they open a sentence.
var assents = wordSet("sure yeah yes yep oh ah right ha hah ok okay aye naturally")

// hasOptions reports whether a sentence lists answers to choose from: "(a) … (b) …".
func (r *reader) hasOptions() bool {
	marks := 0
	for i := range r.Items {
		if w := r.word(i); (w == "a" || w == "b" || w == "c") && r.word(i+1) == ")" && (r.word(i-1) == "(" || i == 0) {
			marks++
		}
	}
	return marks > 1
}

// isOtherWorld reports whether a sentence speaks of "a better world", not of this.
func (r *reader) isOtherWorld() bool {
	return slices.ContainsFunc(r.itemsOf(worlds), func(i int) bool { return dreamt[r.word(i-1)] && r.word(i-2) != "the" })
}

func (r *reader) hasWord(words map[string]bool) bool { return len(r.itemsOf(words)) > 0 }

func (r *reader) itemsOf(words map[string]bool) []int {
	var all []int
	for i := range r.Items {
		if words[r.word(i)] {
			all = append(all, i)
		}
	}
	return all
}

// isQuoted reports whether a claim stands within quotation marks that open and close in
// its sentence.
func (r *reader) isQuoted(c Claim) bool {
	marks, before := 0, 0
	for _, t := range r.text.Sentences[r.at].Tokens {
		if t.Text == `"` || t.Text == "“" || t.Text == "”" {
			marks++
			if t.Start <= c.Start {
				before++
			}
		}
	}
	return marks > before && before%2 == 1
}

var (
	// otherWorks are works and wares of a name that are no film or series.
	otherWorks = wordSet("novel novels novella book memoir memoirs play opera ballet podcast comics stage broadway soundtrack album videogame audiobook exhibition game")
	// ofMedia may stand between such a word and the title.
	ofMedia = wordSet("production version show musical adaptation staging of the called titled series album score")
	// leads may stand between a title and what sets it off as another work.
	leads = wordSet(", the a an original 's classic bestselling best-selling own stage video")
)

// mediumAway is how many items may stand between a title and the word for its medium.
const mediumAway = 5

// isOtherMedium reports whether the words right before or behind a title say that another
// medium's work is meant: "the Broadway production of Frozen", "Alias Grace, Margaret
// Atwood's novel".
func (r *reader) isOtherMedium(title int) bool {
	for i := title - 1; i >= max(0, title-mediumAway); i-- {
		if r.isMedium(i) {
			return true
		}
		if !ofMedia[r.word(i)] {
			break
		}
	}
	for i := title + 1; i < min(len(r.Items), title+mediumAway+1); i++ {
		if r.isMedium(i) {
			return !strings.HasPrefix(r.word(i+1), "adapt") && r.class(i+1) != english.Role
		}
		if !leads[r.word(i)] && r.class(i) != english.Person && r.class(i) != english.Year {
			break
		}
	}
	return false
}

// isOtherKind reports whether an apposition behind a title calls it a film where the catalog's is
// a series, or the other way round: "Westworld, Michael Crichton's film of 1973".
func (r *reader) isOtherKind(title, entity int) bool {
	held := r.text.Found.Entities[entity].Title
	if held.ID == "" || r.word(title+1) != "," {
		return false
	}
	for i := title + 2; i < min(len(r.Items), title+2+mediumAway); i++ {
		if r.class(i) == english.Unit && !r.Items[i].Many {
			return r.Items[i].Of[0] == "film" && held.Kind == rolecall.Series || r.Items[i].Of[0] == "series" && held.Kind == rolecall.Film
		}
		if r.word(i) == "," || strings.HasPrefix(r.tag(i), "VB") {
			break
		}
	}
	return false
}

func (r *reader) isMedium(i int) bool {
	return otherWorks[r.word(i)] && r.class(i) != english.Title && r.class(i) != english.Person && strings.HasPrefix(r.Tags[i], "N")
}
