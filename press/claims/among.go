package claims

import (
	"slices"
	"unicode"
	"unicode/utf8"

	"rolecall/press/english"
)

// Among says whose titles a claim about no one title is about, as far as its words
// tell.
type Among string

const (
	// AmongNone is for a claim about a title.
	AmongNone Among = ""
	// AmongAll is all titles there are: every word is understood, and none narrows.
	AmongAll Among = "all"
	// AmongStudied is what somebody has counted: a study's sample, a guild's report.
	AmongStudied Among = "studied"
	// AmongSome is a choice that the words make and this program does not read:
	// "scripted dramas on cable".
	AmongSome Among = "some"
)

// studies are words for those who count, and for what comes of it. A text that has one
// takes its figures from there.
var studies = wordSet("study studies survey surveys report reports guild researchers researcher research academics analysis census statistics institute university dga wga")

// unrestricting are the words that leave a figure about all titles.
var unrestricting = wordSet("the a an of on in all every each for to by at and is are was were be been being have has had that which who we you they see sees seen watch watched tend tends screen screens television tv cinema cinemas just only about nearly almost some than more less fewer still now again year years season one any there it its as so only up our their can boast boasts team teams list lists lineup lineups remain remains rare rarity uncommon unusual few entirely exclusively wholly directing")

// restricting are words that narrow what a sentence is about, wherever it has them.
var restricting = wordSet("top scripted streaming cable broadcast networks network festival competition nominees nominated oscar oscars emmy emmys hollywood american british us uk colour color budget blockbuster blockbusters debut debuts according examined analysed analyzed counted sampled sample slate")

// namers are the words after which a name says where or of what: "on Netflix".
var namers = wordSet("in on at of for from by within across among under")

// isFigure reports whether a claim counts, and so is about some titles or other.
func (c Claim) isFigure() bool {
	return c.Kind == Every || c.Kind == Count || c.Kind == Share || c.Kind == Compare || c.Kind == Rank
}

// among reads whose titles a match without a title is about.
func (r *reader) among(m match) Among {
	if r.studied {
		return AmongStudied
	}
	for i, item := range r.items {
		if i >= m.first && i < m.last {
			if item.Class == english.Number && item.Vague == "" && item.Value > 1 {
				return AmongStudied
			}
			if isName(item) || r.restricts(item) {
				return AmongSome
			}
		}
		named := i > 0 && namers[r.items[i-1].Lower] && (isName(item) || r.isCapital(item))
		if item.Class == english.Position || named || restricting[item.Lower] {
			return AmongSome
		}
	}
	return AmongAll
}

func isName(item english.Item) bool {
	return item.Class == english.Name || item.Class == english.Title || item.Class == english.Person
}

// restricts reports whether a word within a claim may narrow what it is about: any
// that is not known to leave it as wide as it is.
func (r *reader) restricts(item english.Item) bool {
	first, _ := utf8.DecodeRuneInString(item.Lower)
	return item.Class == english.Word && unicode.IsLetter(first) && !unrestricting[item.Lower]
}

func (r *reader) isCapital(item english.Item) bool {
	first, _ := utf8.DecodeRuneInString(r.text.Text[item.Start:])
	return item.Class == english.Word && unicode.IsUpper(first)
}

// isStudied reports whether a text speaks of somebody who has counted.
func isStudied(text Text) bool {
	return slices.ContainsFunc(text.Sentences, func(s english.Sentence) bool {
		return slices.ContainsFunc(s.Tokens, func(t english.Token) bool { return studies[t.Lower] })
	})
}

// whole reports whether the words from the beginning of a match on ask that all
// people be of the gender: "all-female".
func (r *reader) whole(m match) bool {
	for i := max(1, m.first); i < r.asserted; i++ {
		if r.items[i].Class == english.Gender && wholly[r.items[i-1].Lower] {
			return true
		}
		if r.items[i].Class == english.Gender && i > 1 && r.items[i-1].Lower == "-" && wholly[r.items[i-2].Lower] {
			return true
		}
	}
	return r.memory.figureKind == Every && r.at-r.memory.figureAt <= 1 && len(m.all("gender")) == 0
}

var wholly = wordSet("all entirely exclusively wholly solely completely only")
