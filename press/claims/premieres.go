package claims

import (
	"slices"
	"strings"

	"rolecall/press/clause"
	"rolecall/press/english"
)

var (
	// stagings are nouns for a showing.
	stagings = wordSet("premiere premieres première release debut bow launch opening broadcast transmission airing screening showing unveiling arrival")
	// towardsDay may stand between such a noun and its date.
	towardsDay = wordSet("date was is has been will be took takes take place came comes fell set scheduled slated fixed planned due for at in on to from of the this , early late back and")
	// beforeNoun are words before such a noun that make it another event than a first showing:
	// "the DVD release", "the trailer's debut", "the press screening".
	beforeNoun = wordSet("dvd video disc blu-ray ray vhs vinyl album single soundtrack trailer teaser press home test private book novel paperback digital re rerelease reissue anniversary charity open official grand special preview directorial directing acting screen his her my their our your feature")
)

// premieres reads a date beside a noun of showing: "its release in 1987", "the premiere of
// Pariah in January 2011", "ahead of its 4 June release".
func (r *reader) premieres() {
	for i, item := range r.Items {
		if !stagings[item.Lower] || item.Class != english.Word && item.Class != english.Show || !r.isNoun(i) {
			continue
		}
		if c := r.clauseAt(i); c == nil || c.Group == nil || !r.isUnrealDate(c) {
			r.premiere(i)
		}
	}
}

// isNoun reports whether a word that may be a verb is a noun: by its tag, or by what stands
// before it.
func (r *reader) isNoun(i int) bool {
	before := r.word(i - 1)
	return strings.HasPrefix(r.Tags[i], "NN") || before == "world" || before == "its" || before == "the" || before == "'s" && r.class(i-2) != english.Person
}

// premiere reads the noun of showing at an item.
func (r *reader) premiere(i int) {
	first, when := i, -1
	isAbroad := false
	for first > 0 {
		k := first - 1
		class, word := r.class(k), r.word(k)
		if class == english.Word && beforeNoun[word] {
			return
		}
		if isDay(class) && when < 0 {
			when, first = k, k
			continue
		}
		if class != english.Name && class != english.Ordinal && !(class == english.Word && isQualifier(r.Tags[k], word)) {
			break
		}
		if r.Tags[k] == "JJ" && r.text.Text[r.Items[k].Start] < 'a' {
			isAbroad = true // "its American release"
		}
		first = k
	}
	w, behind := r.premiered(first, i)
	if w.title == None {
		return
	}
	if when < 0 {
		when = r.dayBehind(behind)
	}
	if when < 0 || slices.ContainsFunc(r.here, func(c Claim) bool { return c.Kind == Date && c.item == when }) {
		return
	}
	if r.isCounted(when) {
		if _, ok := r.dayBefore(when); !ok {
			return
		}
	}
	before := len(r.here)
	r.dated(w, r.dayAt(when), when, min(first, when), max(i, when)+1)
	if isAbroad && len(r.here) > before {
		r.here[before].Aside = true
	}
}

func isDay(class english.Class) bool { return class == english.Date || class == english.Year }

// isQualifier reports whether a word may stand before a noun of showing as a part of what it
// says: "world", "long-delayed", "theatrical".
func isQualifier(tag, word string) bool {
	return word != "'s" && word != "of" && (strings.HasPrefix(tag, "JJ") || strings.HasPrefix(tag, "NN") || tag == "VBN" || word == "-")
}

// premiered is the title whose showing a noun from one item to another says, and the place
// behind the words for it.
func (r *reader) premiered(first, i int) (work, int) {
	switch before := r.word(first - 1); {
	case r.word(i+1) == "of" && before != "its":
		p := r.phraseOf(i)
		for p != nil && p.Head != i {
			p = p.Of
		}
		if p == nil || p.Of == nil || !r.isShowable(p.Of) {
			return nowhere, 0
		}
		w, _ := r.workOf(p.Of)
		return r.finishShown(w), p.Of.Last
	case before == "its":
		c := r.clauseAt(i)
		if main := r.mainSubject(c); c != nil && r.earlier(i) == None && main != nil {
			if w, ok := r.workOf(main); ok && w.title != None {
				return r.finishShown(w), i + 1
			}
		}
		return r.fill(nowhere, c), i + 1
	case before == "'s" && first > 1:
		return r.titleBefore(first - 2), i + 1
	case r.class(first-1) == english.Title:
		return r.titleBefore(first - 1), i + 1
	}
	return nowhere, 0
}

// titleBefore is the title, or "the film", that ends at an item.
func (r *reader) titleBefore(i int) work {
	switch r.class(i) {
	case english.Title:
		return work{title: r.Items[i].Name, anchor: Named, item: i}
	case english.Unit:
		if r.word(i-1) == "the" && !r.Items[i].Many {
			return r.fill(nowhere, r.clauseAt(i))
		}
	}
	return nowhere
}

// finishShown adds the season of what was shown, and takes no guess.
func (r *reader) finishShown(w work) work {
	if w.title == None {
		return w
	}
	return r.finishWork(w)
}

// dayBehind is the day that a noun of showing, or the words for what was shown, leads to; -1
// where another verb or sign comes first.
func (r *reader) dayBehind(from int) int {
	for k := from; k < min(len(r.Items), from+10); k++ {
		switch class := r.class(k); {
		case isDay(class):
			if r.Items[k].Years[0] != r.Items[k].Years[1] {
				return -1
			}
			return k
		case class == english.Word && (towardsDay[r.word(k)] || strings.HasPrefix(r.Tags[k], "NNP")):
			if w := r.word(k); w == "," && !starts[r.word(k+1)] && !isDay(r.class(k+1)) && r.word(k+1) != "at" {
				return -1
			}
		case class == english.Name:
		default:
			return -1
		}
	}
	return -1
}

// showable are nouns for what is shown, or a part of it, that are no unit.
var showable = wordSet("version adaptation remake run season half rest batch part chapter first last special sequel prequel follow-up successor original restoration trilogy production others one result debut")

// isShowable reports whether a phrase is of a title itself and not of something else beside
// it: "the hero of the film".
func (r *reader) isShowable(p *clause.Phrase) bool {
	core := p.Core()
	if core.Class == english.Word && core.Pronoun == "" && core.Of != nil {
		return showable[r.word(core.Head)] || stagings[r.word(core.Head)]
	}
	return core.Class != english.Role && core.Class != english.Product && core.Class != english.Gender
}

var (
	// openers are verbs of beginning, which stories and festivals do as well.
	openers = wordSet("open opens opened begin begins began begun start starts started return returns returned land lands landed arrive arrives arrived launch launches launched kick kicks kicked close closes closed end ends ended hit hits reach reaches reached come comes go goes follow follows drop drops")
	// screens are what a title reaches when it is shown.
	screens = wordSet("cinemas cinema theaters theatres screens screen shelves streaming television tv us audiences viewers")
)

// isInStory reports whether a verb of showing with a date is of what happens in a title, or
// what it does to something else: "starts in 1987", "opens with a murder in 1987", "opens the
// festival on 4 June".
func (r *reader) isInStory(c *clause.Clause, when *clause.Phrase) bool {
	if r.word(c.Head-1) == "-" || r.word(c.Head-1) == "re" || strings.HasPrefix(c.Word, "re-") {
		return true // re-released
	}
	if c.Word == "set" && when.Prep != "for" && !r.isForRelease(c) {
		return true
	}
	if !openers[c.Word] || c.Passive || c.Participle {
		return false
	}
	day := r.Items[when.Head]
	if isPresent := (r.Tags[c.Head] == "VBZ" || r.Tags[c.Head] == "VBP") && c.Modal == ""; isPresent && day.Class == english.Year {
		return true
	}
	for _, o := range c.Objects {
		if o != when && o.Class == english.Word && o.Pronoun == "" && o.First >= c.Group.Last && o.First < when.First && !screens[r.word(o.Head)] && (!showable[r.word(o.Head)] || r.word(o.Head) == "season") && !r.isNamed(o) && r.titleIn(o) == None {
			return true
		}
	}
	with := withPrep(c, "with")
	return with != nil && with.Class == english.Word && with.First >= c.Group.Last && with.First < when.First && !isDated(day)
}

// isForRelease reports whether something is set "for release" on a day.
func (r *reader) isForRelease(c *clause.Clause) bool {
	p := withPrep(c, "for")
	return p != nil && stagings[r.word(p.Head)]
}

// isNamed reports whether the head of a phrase is a name: of a service, or a place.
func (r *reader) isNamed(p *clause.Phrase) bool {
	return strings.HasPrefix(r.Tags[p.Head], "NNP")
}

// isDated reports whether a date gives a day or month.
func isDated(item english.Item) bool { return item.Date.Month > 0 }

// ran reads how long a series was shown: "ran from 1987 to 1992", "was on the air between 1987
// and 1992".
func (r *reader) ran(c *clause.Clause) {
	if !running[c.Word] && !(c.Be && r.hasPair(c.Group.Last, "on", "air")) || r.isOther(c) {
		return
	}
	for _, p := range c.With {
		if p.Prep != "from" && p.Prep != "between" && p.Prep != "since" || p.Class != english.Year && p.Class != english.Date || p.First > c.Group.Last+8 || !r.isTold(p) {
			continue
		}
		w := r.shownWork(c)
		if w.title != None && (w.anchor == Named || r.pointsToShown(c)) {
			r.date(w, p, c.First, c)
		}
		return
	}
}

var running = wordSet("ran run runs running aired broadcast")

// hasPair reports whether two words stand within the few items behind a place, "the" or not
// between them.
func (r *reader) hasPair(from int, first, second string) bool {
	for k := from; k < min(len(r.Items), from+2); k++ {
		if r.word(k) == first && (r.word(k+1) == second || r.word(k+2) == second) {
			return true
		}
	}
	return false
}

var (
	// bringers are verbs by which a year or month brings what is shown in it.
	bringers = wordSet("saw brought gave delivered produced yielded brings sees")
	// makers are verbs by which somebody gives a title to the world; the year of what they make
	// may be that of the work on it.
	makers = wordSet("made makes did gave brought delivered unveiled presented released followed returned debuted broke emerged succeeded directed")
)

// brought reads what a year brought, and what somebody made in it: "1987 saw the release of
// Dune Road", "she followed it with Dune Road in 1987".
func (r *reader) brought(c *clause.Clause) {
	if s := c.Subject; s != nil && isDay(s.Class) && s.Prep == "" && bringers[c.Word] || s != nil && s.Class == english.Word && r.word(s.Head) == "year" && bringers[c.Word] {
		days := append(r.Own(s, english.Year), r.Own(s, english.Date)...)
		if len(days) == 0 && r.class(s.Last) == english.Year {
			days = []int{s.Last} // "The year 1987"
		}
		if len(days) != 1 {
			return
		}
		for _, o := range c.Objects {
			if !r.isShowable(o) {
				continue
			}
			for _, m := range o.All() {
				if w, ok := r.workOf(m); ok && w.title != None && w.anchor == Named {
					r.dated(w, r.dayAt(days[0]), days[0], days[0], m.Last)
				}
			}
		}
		return
	}
	isBack := c.Be && r.saysOut(c) || c.Word == "returns"
	if c.Subject == nil || !makers[c.Word] && !isBack || c.Passive || c.Subject.Class != english.Person && !nominative[c.Subject.Pronoun] && c.Subject.Class != english.Name {
		return
	}
	when := r.whenOf(c)
	if when == nil || !isBack && r.dayOf(when).Year == 0 {
		return
	}
	named := slices.Clone(c.Objects)
	if with := withPrep(c, "with"); with != nil {
		named = append(named, with)
	}
	before := len(r.here)
	for _, p := range named {
		if p.First-when.Last > 4 || when.First-p.Last > 4 || len(p.Members) > 0 || p.Owner != nil || p.Class != english.Title && p.Class != english.Ordinal && !r.isNamedUnit(p) {
			continue
		}
		if w, ok := r.workOf(p); ok && w.title != None && w.anchor == Named {
			r.date(w, when, p.First, nil)
			break
		}
	}
	for k := before; k < len(r.here); k++ {
		r.here[k].Aside = true
	}
}

// isNamedUnit reports whether a phrase is of a title by its kind and name: "the film Pariah".
func (r *reader) isNamedUnit(p *clause.Phrase) bool {
	return p.Class == english.Unit && len(r.Own(p, english.Title)) == 1
}
