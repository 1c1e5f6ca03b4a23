package main

import (
	"math/rand/v2"
	"strings"
)

// The treebanks hold few sentences about films. Many words of that trade are verbs here
// and nouns there, and mostly the other one in the treebanks; so some words of a copy
// of the sentences are replaced by words of the trade that stand in the same places.

// tradeVerbs are forms of verbs that have an object.
var tradeVerbs = table(`
direct directs directed directed directing
helm helms helmed helmed helming
star stars starred starred starring
lead leads led led leading
cast casts cast cast casting
score scores scored scored scoring
cut cuts cut cut cutting
shoot shoots shot shot shooting
film films filmed filmed filming
pen pens penned penned penning
script scripts scripted scripted scripting
write writes wrote written writing
edit edits edited edited editing
produce produces produced produced producing
finance finances financed financed financing
play plays played played playing
portray portrays portrayed portrayed portraying
voice voices voiced voiced voicing
feature features featured featured featuring
premiere premieres premiered premiered premiering
release releases released released releasing
remake remakes remade remade remaking
adapt adapts adapted adapted adapting
compose composes composed composed composing
design designs designed designed designing
narrate narrates narrated narrated narrating
show shows showed shown showing
screen screens screened screened screening
win wins won won winning
nominate nominates nominated nominated nominating
recruit recruits recruited recruited recruiting
hire hires hired hired hiring
credit credits credited credited crediting
headline headlines headlined headlined headlining
anchor anchors anchored anchored anchoring
host hosts hosted hosted hosting
create creates created created creating
develop develops developed developed developing
rewrite rewrites rewrote rewritten rewriting
`)

// tradePeople and tradeThings are nouns, one and many.
var (
	tradePeople = table(`
director directors
filmmaker filmmakers
actor actors
actress actresses
star stars
lead leads
screenwriter screenwriters
writer writers
producer producers
editor editors
cinematographer cinematographers
composer composers
showrunner showrunners
creator creators
performer performers
newcomer newcomers
extra extras
nominee nominees
winner winners
host hosts
woman women
`)
	tradeThings = table(`
film films
movie movies
documentary documentaries
feature features
short shorts
series series
show shows
episode episodes
season seasons
pilot pilots
sequel sequels
remake remakes
score scores
cut cuts
shot shots
cast casts
crew crews
script scripts
screenplay screenplays
debut debuts
premiere premieres
lead leads
role roles
credit credits
release releases
award awards
nomination nominations
cameo cameos
trailer trailers
scene scenes
drama dramas
thriller thrillers
comedy comedies
`)
)

func table(text string) [][]string {
	var rows [][]string
	for line := range strings.Lines(strings.TrimSpace(text)) {
		rows = append(rows, strings.Fields(line))
	}
	return rows
}

// tradeDeeds are forms of verbs that have no object.
var tradeDeeds = table(`
star stars starred starred starring
appear appears appeared appeared appearing
open opens opened opened opening
premiere premieres premiered premiered premiering
debut debuts debuted debuted debuting
direct directs directed directed directing
write writes wrote written writing
produce produces produced produced producing
shoot shoots shot shot shooting
air airs aired aired airing
score scores scored scored scoring
guest guests guested guested guesting
`)

// formOf is the place of a form in the tables of verbs.
var formOf = map[string]int{"VB": 0, "VBP": 0, "VBZ": 1, "VBD": 2, "VBN": 3, "VBG": 4}

// inTheTrade is the sentence with words of the trade, and whether a verb was replaced.
// The past of the treebanks becomes the present tense of reviews now and then.
func inTheTrade(s sentence, random *rand.Rand) (sentence, bool) {
	out := append(sentence(nil), s...)
	replaced := false
	for i, w := range s {
		switch {
		case w.name:
		case strings.HasPrefix(w.tag, "VB"):
			verbs, subject := verbsLike(s, i)
			if verbs == nil {
				continue
			}
			if w.tag == "VBD" && subject != root && isOne(s[subject]) && random.IntN(2) == 0 {
				out[i].tag = "VBZ"
			}
			out[i].text = inCase(w.text, pick(verbs, formOf[out[i].tag], random))
			replaced = true
		case (w.tag == "NN" || w.tag == "NNS") && w.relation != "compound" && w.relation != "fixed" && random.IntN(6) == 0:
			nouns := tradeThings
			if random.IntN(3) == 0 {
				nouns = tradePeople
			}
			out[i].text = inCase(w.text, pick(nouns, len(w.tag)-2, random))
		}
	}
	return out, replaced
}

func pick(rows [][]string, column int, random *rand.Rand) string {
	return rows[random.IntN(len(rows))][column]
}

// inCase begins a word with a capital where the one it replaces does.
func inCase(old, word string) string {
	if strings.ToUpper(old[:1]) == old[:1] {
		return strings.ToUpper(word[:1]) + word[1:]
	}
	return word
}

// isOne reports whether a subject is of the third person singular.
func isOne(w word) bool {
	switch strings.ToLower(w.text) {
	case "he", "she", "it", "who", "which", "that":
		return true
	}
	return w.tag == "NN" || w.tag == "NNP"
}

// verbsLike are the verbs that can stand for one, and its subject: those with an
// object for one with an object or a passive, those without for one without. There are
// none for a verb with a particle or a clause that others would not have.
func verbsLike(s sentence, at int) (verbs [][]string, subject int) {
	subject = root
	for i, w := range s {
		if w.head != at {
			continue
		}
		switch w.relation {
		case "obj", "nsubj:pass", "obl:agent", "aux:pass":
			verbs = tradeVerbs
		case "nsubj":
			subject = i
		case "conj":
			if i > at && strings.HasPrefix(w.tag, "VB") {
				subject = root
			}
		case "compound:prt", "ccomp", "xcomp", "iobj", "csubj":
			return nil, root
		}
	}
	if verbs == nil && subject != root {
		verbs = tradeDeeds
	}
	return verbs, subject
}
