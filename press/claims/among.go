package claims

import (
	"slices"

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
var unrestricting = wordSet("the a an of on in all every each for to by at and is are was were be been being have has had that which who we you they see sees seen watch watched tend tends screen screens television tv cinema cinemas just only about nearly almost some than more less fewer still now again year years one any there it its as so only up our their can boast boasts team teams list lists lineup lineups remain remains rare rarity uncommon unusual few entirely exclusively wholly directing")

// generic are the words of a sentence that speaks of an industry, a sample or a
// festival and of no one title.
var generic = wordSet("screen screens industry television hollywood broadcast networks study report survey festival competition slate nominees nominated academy guild researchers cable streaming platforms studios cannes sundance venice analysis sector cinema films movies shows series oscar oscars emmy emmys projects features comedies dramas genre genres streamers network broadcasters")

// among takes the title from a figure that is about many, and says which they are.
func (r *reader) among(c *Claim) {
	switch {
	case c.Title == None:
	case c.Person != None:
		return
	case r.isTooMany(c), r.isStudyOn(c):
	case c.Kind == Share && c.Anchor == Carried && !r.pointsAtTitle():
	case isFront(c.Role) && c.Anchor < Named && !r.pointsAtTitle():
	case c.Anchor == Named || c.Anchor == Headed && !r.studied:
		return
	case !r.isGeneric(c):
		return
	}
	c.Title, c.Seasons, c.Part, c.Anchor = None, nil, Part{}, Carried
	c.Among = AmongAll
	switch {
	case r.studied:
		c.Among = AmongStudied
	case slices.ContainsFunc(r.Items, r.narrows):
		c.Among = AmongSome
	}
	for i, item := range r.Items {
		if item.Class == english.Year && c.Year == 0 && !r.isOtherFigures(i, c.item) {
			c.Year, c.YearTo = item.Years[0], item.Years[1]
		}
	}
}

// isOtherFigures reports whether a year stands with another figure than that of a claim: "29
// percent, up from 16 in 2012".
func (r *reader) isOtherFigures(year, item int) bool {
	first, last := r.piece(year)
	if item < 0 || first <= item && item < last {
		return false
	}
	return slices.ContainsFunc(r.figuresIn(first, last), func(k int) bool { return k != item })
}

// isStudyOn reports whether a figure goes on with those of a study, which are of no title.
func (r *reader) isStudyOn(c *Claim) bool {
	if !r.studied || c.Anchor >= Named || r.titlesHere() > 0 {
		return false
	}
	return r.hasSampleSize() || !r.pointsAtTitle() && (r.topics.alone == None || r.figure.title == None && r.isCarried())
}

// hasSampleSize reports whether a sentence has a number that no title's credits reach.
func (r *reader) hasSampleSize() bool {
	return slices.ContainsFunc(r.Items, func(i english.Item) bool { return i.Class == english.Number && i.Value > 400 })
}

// pointsAtTitle reports whether the sentence points back at one title: at a season of it,
// its episodes, "it".
func (r *reader) pointsAtTitle() bool {
	return slices.ContainsFunc(r.Items, func(i english.Item) bool {
		return i.Class == english.Season || i.Class == english.Unit && i.Of[0] == "episode" || i.Lower == "it" || i.Lower == "its"
	})
}

// isTooMany reports whether a figure is larger than that of one title can be.
func (r *reader) isTooMany(c *Claim) bool {
	return c.Of > 400 || c.Kind == Count && c.Value > 150 && c.Unit != "episode" || c.Kind == Count && c.Value > 400
}

// isGeneric reports whether the sentence speaks of many titles and not of the one that
// the text is about.
func (r *reader) isGeneric(c *Claim) bool {
	if r.titlesHere() > 0 {
		return false
	}
	if r.isOfMany(c.item) {
		return true
	}
	back, many := false, false
	for i, item := range r.Items {
		switch {
		case item.Class == english.Position, item.Class == english.Unit && item.Many && item.Of[0] != "episode" && item.Of[0] != "season":
			return true
		case item.Class == english.Word && generic[item.Lower]:
			many = true
		case item.Class == english.Season && item.Relative != "several", item.Lower == "it", item.Lower == "its", item.Class == english.Unit && i > 0 && (r.word(i-1) == "the" || r.word(i-1) == "this"):
			back = true
		}
	}
	return (r.studied || many) && !back
}

// isOfMany reports whether the words right behind a number say that it is of many titles: "of
// all episodes on television".
func (r *reader) isOfMany(item int) bool {
	for i := max(item, 0); item >= 0 && i < min(len(r.Items), item+7); i++ {
		if w := r.word(i); w == "television" || w == "cinema" || w == "cinemas" || w == "tv" {
			return true
		}
	}
	return false
}

// narrows reports whether a word may narrow what a figure is about: any that is not known
// to leave it as wide as it is.
func (r *reader) narrows(item english.Item) bool {
	switch item.Class {
	case english.Name, english.Position:
		return true
	case english.Number:
		return item.Vague == "" && item.Value > 1
	case english.Word:
		return !unrestricting[item.Lower] && item.Lower >= "a"
	}
	return false
}

// isStudied reports whether a text speaks of somebody who has counted.
func isStudied(text Text) bool {
	return slices.ContainsFunc(text.Sentences, func(s english.Sentence) bool {
		return slices.ContainsFunc(s.Tokens, func(t english.Token) bool { return studies[t.Lower] })
	})
}
