package claims

import (
	"slices"
	"strings"

	"rolecall"
	"rolecall/press/clause"
	"rolecall/press/english"
)

// This file knows what stands around the words of a claim and makes them say something else: a
// denial over them, a sentence that takes them back, another thing of the title's name, an
// exception, a namesake.

// turned puts doubts on a claim whose words something around them turns. The clause is its own,
// nil where it has none.
func (r *reader) turned(c *Claim, in *clause.Clause) {
	switch {
	case r.isDeniedFrom(*c), r.isExcepted(*c), r.isNeitherAlone(*c), r.isAllDenied(*c), r.isOfOwned(*c), r.isStarred():
		c.doubt(Unread)
	case in != nil && (r.isDismissed(in) || r.isOfThingAbout(*c, in)):
		c.doubt(Unread)
	}
	if r.isToldByThing(*c) || r.isTakenBack() {
		c.doubt(Hearsay)
	}
	if r.isNamesake(*c) {
		c.doubt(ManyPersons)
	}
	if in != nil && r.isLikened(in) {
		c.doubt(Figurative)
	}
	if in != nil && c.Title != None && c.Kind != Date && r.isLongBefore(*c, in) {
		c.doubt(Elsewhere)
	}
	if c.Title != None && c.Kind != Date && r.pointsAtOne(*c) && r.isRivalled(*c) {
		c.doubt(ManyTitles)
	}
	c.Aside = c.Aside || c.Kind != Date && r.isSomebodyElse(*c) || in != nil && r.isOfSomeWho(*c, in) || r.isBehindCamera(*c)
}

// isBehindCamera reports whether somebody is said to direct only by standing behind the camera, as
// who shoots a film does too.
func (r *reader) isBehindCamera(c Claim) bool {
	return c.Kind == Credit && c.Role == rolecall.Director && slices.ContainsFunc(r.Items, func(i english.Item) bool { return i.Class == english.Post && i.Overlaps(c.Span) }) &&
		!slices.ContainsFunc(r.Items, func(i english.Item) bool {
			return (i.Class == english.Did || i.Class == english.Role) && i.Overlaps(c.Span)
		})
}

// isOfSomeWho reports whether a claim is only what tells of which people the sentence speaks:
// "the women who directed it can be counted on one hand".
func (r *reader) isOfSomeWho(c Claim, in *clause.Clause) bool {
	return c.Kind == Every && in.Kind == clause.Relative && in.Antecedent != nil && in.Antecedent.Core().Class == english.Gender
}

// isDeniedFrom reports whether something stands right before the words of a claim that denies
// or doubts all they say: "you cannot say that", "it is not true that", "nobody knew that".
func (r *reader) isDeniedFrom(c Claim) bool {
	first, _ := r.itemsWithin(c.Span)
	isOver := !c.Negated // a denial's own "no" or "not" is not over it
	for i := first - 1; i >= 0; i-- {
		switch word := r.word(i); {
		case word == "," || word == ";" || word == ":" || word == "and" || word == "but" || word == "(" || word == "-" || word == "–" || word == "—":
			return false
		case (denies(word) || negatives[word]) && isOver:
			return true
		case strings.HasPrefix(r.tag(i), "VB") || word == "that":
			isOver = true
		}
	}
	return false
}

// exceptions stand before what all of something is said without.
var exceptions = wordSet("but except excepting save bar barring excluding minus")

// isExcepted reports whether "all" is said with an exception: "every episode but the seventh".
func (r *reader) isExcepted(c Claim) bool {
	if c.Kind != Every || c.Title == None {
		return false
	}
	for i := range r.Items {
		unit := r.class(i - 1)
		isBehind := unit == english.Unit || unit == english.Episode || unit == english.Role || unit == english.Gender || unit == english.Season || unit == english.Title
		if exceptions[r.word(i)] && isBehind && (r.class(i+1) != english.Word || r.word(i+1) == "the" || r.word(i+1) == "for" || r.word(i+1) == "one") ||
			r.word(i) == "apart" && r.word(i+1) == "from" || r.word(i) == "other" && r.word(i+1) == "than" || r.word(i) == "exception" {
			return true
		}
	}
	return false
}

// isNeitherAlone reports whether a denial is of somebody's having done it alone: "neither of
// them directed it alone".
func (r *reader) isNeitherAlone(c Claim) bool {
	return c.Kind == Credit && c.Negated && slices.ContainsFunc(r.Items, func(i english.Item) bool { return i.Start >= c.Start && limits[i.Lower] && i.Lower != "not" })
}

// isAllDenied reports whether all of something is said not to be so, which may mean none or
// not each: "all the episodes were not directed by women".
func (r *reader) isAllDenied(c Claim) bool {
	if !c.Negated || c.Kind != Every && c.Kind != Count {
		return false
	}
	all := false
	for _, item := range r.Items {
		switch {
		case !item.Overlaps(c.Span):
		case item.Lower == "all" || item.Lower == "every" || item.Lower == "each" || item.Lower == "both":
			all = true
		case denies(item.Lower):
			return all
		}
	}
	return false
}

// isOfOwned reports whether what stands behind "of" is only something of the title's: "the
// director of Parasite's interpreter".
func (r *reader) isOfOwned(c Claim) bool {
	for i, item := range r.Items {
		if item.Class != english.Title || item.Name != c.Title || !item.Overlaps(c.Span) || r.word(i-1) != "of" || r.class(i-2) != english.Role || r.word(i+1) != "'s" {
			continue
		}
		for k := i + 2; k < len(r.Items); k++ {
			if class := r.class(k); strings.HasPrefix(r.tag(k), "NN") || class != english.Word && class != english.Ordinal {
				return class == english.Word || class == english.Share
			}
		}
	}
	return false
}

// isStarred reports whether a footnote hangs on the sentence.
func (r *reader) isStarred() bool {
	end := r.text.Sentences[r.at].End
	rest := strings.TrimLeft(r.text.Text[end:min(len(r.text.Text), end+4)], " ")
	return strings.HasPrefix(rest, "*") || strings.HasPrefix(rest, "†") || slices.ContainsFunc(r.Items, func(i english.Item) bool { return i.Lower == "*" || i.Lower == "†" })
}

// isLikened reports whether what was made is only what something is like: "looks like a film
// directed by".
func (r *reader) isLikened(in *clause.Clause) bool {
	made := in.Antecedent
	if made == nil {
		return false
	}
	before := r.word(made.First - 1)
	return made.Prep == "like" || before == "like" || before == "as" || before == "than"
}

// isToldByThing reports whether the words of a claim are what a page, a machine or a rumour
// tells, and no person: "Wikipedia told the world that".
func (r *reader) isToldByThing(c Claim) bool {
	first, _ := r.itemsWithin(c.Span)
	told := false
	for i := first - 1; i >= 0; i-- {
		switch word := r.word(i); {
		case word == "," || word == ";" || word == ":" || word == "and" || word == "but" || r.class(i) == english.Person:
			return false
		case tellers[word]:
			told = true
		case told && things[word]:
			return true
		}
	}
	return false
}

// things tell what nobody answers for.
var things = wordSet("wikipedia imdb google siri alexa chatgpt internet web website site page caption poster sticker sign label listing headline tweet post meme quiz bot app algorithm brochure typo screen subtitle")

// isNamesake reports whether the words set the person of a claim off from another of the name:
// "the other Patty Jenkins".
func (r *reader) isNamesake(c Claim) bool {
	for i, item := range r.Items {
		if item.Class == english.Person && item.Name == c.Person && (r.word(i-1) == "other" || r.word(i-1) == "another" || r.word(i-1) == "different" || r.word(i-1) == "wrong" || r.word(i-1) == "namesake") {
			return true
		}
	}
	return false
}

// negatives deny all that stands behind them, as "not" does.
var negatives = wordSet("nobody no-one none nothing hardly scarcely no nor without")

// isTakenBack reports whether the next sentence says that this one is not so, or this one is
// introduced as what was wrong: "She did not.", "Not so.", "Correction: …".
func (r *reader) isTakenBack() bool {
	if (r.word(0) == "correction" || r.word(0) == "corrections" || r.word(0) == "clarification") && (r.word(1) == ":" || r.word(1) == "," || r.word(1) == "-") {
		return true
	}
	next := r.at + 1
	if next >= len(r.text.Sentences) || r.text.Sentences[next].Paragraph != r.text.Sentences[r.at].Paragraph {
		return false
	}
	items := r.text.read[next].Items
	if len(items) == 0 || len(items) > shortestDenial {
		return false
	}
	return falses[items[0].Lower] || slices.ContainsFunc(items, func(i english.Item) bool {
		return denies(i.Lower) || falses[i.Lower] && i.Class == english.Word
	})
}

// shortestDenial is how long a sentence may be that only denies the one before, in items.
const shortestDenial = 7

// isOfThingAbout reports whether what was made is a thing of another name that stands only beside
// the title: "the making-of for Roma was directed by", "directed a film about Roma".
func (r *reader) isOfThingAbout(c Claim, in *clause.Clause) bool {
	if r.class(in.Head) != english.Did || c.Title == None {
		return false
	}
	made := in.Antecedent
	if made != nil && !in.Participle {
		return false // "the set of Roma, which she directed"
	}
	if in.Passive && in.Subject != nil {
		made = in.Subject
	} else if !in.Participle {
		made = r.objectOf(in)
	}
	if made == nil || made.Pronoun != "" || len(made.Members) > 0 || len(r.Own(made, english.Title)) > 0 {
		return false
	}
	head := made.Core().Head
	if head < 0 {
		return false
	}
	isIndefinite := r.word(made.First) == "a" || r.word(made.First) == "an" || r.word(made.First) == "another"
	switch class := r.class(head); {
	case class == english.Unit || filmWords[r.word(head)]:
		return isIndefinite && r.hangsOn(made, c.Title, abouts)
	case class == english.Word || class == english.Did || class == english.Product:
		return !shares[r.word(head)] && r.hangsOn(made, c.Title, joiners)
	}
	return false
}

var (
	// abouts join to a film what it is about or comes after, and joiners to anything what it is
	// for or a part of.
	abouts  = wordSet("for to about after on like")
	joiners = wordSet("for to about after on like in with behind of")
	// shares are words for parts of a title that are the title itself.
	shares = wordSet("half halves quarter third part parts rest whole all most majority bulk run remainder lot dozen couple pair handful number version")
)

// hangsOn reports whether a title hangs on a phrase by one of some words, with no verb between.
func (r *reader) hangsOn(p *clause.Phrase, title int, joining map[string]bool) bool {
	joined := false
	for i := p.Core().Head + 1; i < len(r.Items); i++ {
		switch {
		case r.class(i) == english.Title && r.Items[i].Name == title:
			return joined
		case strings.HasPrefix(r.tag(i), "VB") || r.word(i) == "," || r.word(i) == ";" || naming[r.word(i)]:
			return false
		}
		joined = joined || joining[r.word(i)]
	}
	return false
}

// isDismissed reports whether a clause only says what is not so, before what is: "far from
// being directed by", "rather than directing".
func (r *reader) isDismissed(in *clause.Clause) bool {
	i := in.Group.First - 1
	for beings[r.word(i)] || r.word(i) == "having" || r.word(i) == "ever" {
		i--
	}
	switch r.word(i) {
	case "from":
		return r.word(i-1) == "far"
	case "of":
		return r.word(i-1) == "instead" || r.word(i-1) == "short"
	case "than":
		return r.word(i-1) == "rather"
	case "but":
		return r.word(i-1) == "anything"
	case "without":
		return true
	}
	return false
}

// longBefore is how many years before a title's own a work of its name must have been made to
// be another: a novel, or an earlier film.
const longBefore = 4

// isLongBefore reports whether the clause of a claim says that it was done in a year long
// before the title was there: "wrote Sharp Objects in 2006".
func (r *reader) isLongBefore(c Claim, in *clause.Clause) bool {
	t := r.text.Found.Entities[c.Title].Title
	return t.Year > 0 && slices.ContainsFunc(in.With, func(p *clause.Phrase) bool {
		years := r.Items[max(0, p.Head)].Years
		return p.Prep == "in" && p.Class == english.Year && years[0] > 0 && max(years[0], years[1]) <= t.Year-longBefore
	})
}

// pointsAtOne reports whether the words of a claim point at one of several titles: "that show".
func (r *reader) pointsAtOne(c Claim) bool {
	for i, item := range r.Items {
		if item.Overlaps(c.Span) && (item.Lower == "that" || item.Lower == "this") && r.class(i+1) == english.Unit {
			return true
		}
	}
	return false
}

// isSomebodyElse reports whether the words of a claim do not name its person, and somebody
// of whom the same can be said has been named as well since: "Greta Gerwig sat behind Chloé
// Zhao. She directed Nomadland".
func (r *reader) isSomebodyElse(c Claim) bool {
	if c.Person == None || slices.ContainsFunc(r.Items, func(i english.Item) bool {
		return i.Class == english.Person && i.Name == c.Person && i.Overlaps(c.Span)
	}) {
		return false
	}
	gender := r.genderOf(c.Person)
	for s := r.at; s >= 0 && r.text.Sentences[s].Paragraph == r.text.Sentences[r.at].Paragraph; s-- {
		for _, item := range r.text.read[s].Items {
			if item.Class != english.Person || item.Name == c.Person || s == r.at && item.Start >= c.Start {
				continue
			}
			if g := r.genderOf(item.Name); g == gender || g == rolecall.Unknown || g == "" || gender == rolecall.Unknown || gender == "" {
				return true
			}
		}
		if r.namesPerson(s, c.Person) {
			return false
		}
	}
	return false
}

func (r *reader) namesPerson(sentence, person int) bool {
	return slices.ContainsFunc(r.text.read[sentence].Items, func(i english.Item) bool { return i.Class == english.Person && i.Name == person })
}
