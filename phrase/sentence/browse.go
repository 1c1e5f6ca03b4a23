package sentence

import (
	"rolecall"
	"rolecall/catalog"
	"rolecall/measure"
	"rolecall/phrase"
)

// Held says how many titles a catalog holds of a population, without its stop: "36 films and
// 56 seasons, picked by hand", "212 films first shown in 2018, each with an editor on
// record".
func Held(b measure.Browsed, handPicked bool) string {
	words := phrase.Capital(phrase.Grouped(b.Titles)) + " " + nounOf(b)
	if b.Titles == 0 {
		words = "No " + catalog.WordsCounted(b.Population) + " in this catalog"
	}
	if len(b.Roles) > 0 {
		words += ", each with " + phrase.And(phrase.Each(b.Roles, anybodyIn)) + " on record"
	}
	if handPicked && !b.Population.Narrows() && len(b.Roles) == 0 {
		words += ", picked by hand"
	}
	return words
}

// anybodyIn is somebody in a role: "an editor".
func anybodyIn(r rolecall.Role) string {
	if r == rolecall.Cast {
		return "a cast"
	}
	return phrase.A(phrase.Role(r))
}

// nounOf is the population in words that agree with how many titles it has; where no kind is
// asked for and nothing else, with how many of each kind there are.
func nounOf(b measure.Browsed) string {
	p, noun := b.Population, "films and seasons"
	if b.Titles == 1 {
		noun = "film or season"
		if p.Kind != "" {
			noun = string(p.Kind)
		}
		p.Kind = ""
	}
	return p.WordsOf(noun)
}
