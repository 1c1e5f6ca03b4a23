package claims

import (
	"cmp"
	"slices"
	"strconv"
	"strings"

	"rolecall"
	"rolecall/press/clause"
	"rolecall/press/english"
	"rolecall/press/mention"
)

// Testimony is what a witness reads in a text beside the frames: somebody else's word that
// these words state this. It becomes a claim only if the text bears it out, and that
// claim is marked, as the words were understood by nobody who is answerable for them.
type Testimony struct {
	// Span is where its words stand in the text.
	english.Span
	Kind Kind
	// Title, Person and Character are as the text writes them, empty where it is about none.
	Title, Person, Character string
	// Season and Year are 0 where none is meant.
	Season, Year int
	Role         rolecall.Role
	Gender       rolecall.Gender
	Value        float64
	HasValue     bool
	Of           float64
	Bound, Unit  string
	// Day is what a date says, as the text writes it.
	Day                string
	Negated, All, Sole bool
}

// Unfounded is a testimony that the text does not bear out, and why.
type Unfounded struct {
	Testimony
	Why string
}

// Why a testimony is unfounded.
const (
	NotInArticle = "its words are not part of the article"
	NobodyNamed  = "the text names nobody so"
	NoTitleNamed = "the text names no title so"
	FigureUnsaid = "its words do not say the figure"
	DayUnsaid    = "its words do not say the day"
)

// Account is all that a witness says of a text.
type Account struct {
	// Testimony is in the order of the text.
	Testimony []Testimony
	// Silent are the stretches of which it gave no account.
	Silent []english.Span
}

// testify sets what the witness reads in the sentence beside what the frames do. What both
// read is the frames' claim.
func (r *reader) testify() {
	if r.text.Account == nil || r.isSilent() {
		return
	}
	for i := range r.here {
		r.here[i].Unconfirmed = true
	}
	var said []Claim
	for _, t := range r.testimonyHere() {
		c, why := r.claimed(t)
		switch {
		case why != "":
			r.unfounded = append(r.unfounded, Unfounded{t, why})
		case r.confirms(c), slices.ContainsFunc(said, func(o Claim) bool { return repeats(o, c) }):
		default:
			c.disputing = slices.ContainsFunc(r.here, func(o Claim) bool { return isOtherwise(o, c) })
			said = append(said, c)
		}
	}
	said = r.whole(said)
	r.wary(said)
	r.testified = append(r.testified, said...)
}

// isSilent reports whether the witness gave no account of the sentence.
func (r *reader) isSilent() bool {
	s := r.text.Sentences[r.at].Span
	return slices.ContainsFunc(r.text.Account.Silent, s.Overlaps)
}

// weighed puts together what the frames and the witness read. Which of the two is to be trusted
// where they differ, the text itself tells: a witness that confirms at least half of what the
// frames read, or reads at least as much besides, knows what it is doing, and what it does not
// confirm is left out, as most of that is wrong (bench/claims). Of one that does less, what it
// reads otherwise is left out instead.
func (r *reader) weighed() Reading {
	reading := Reading{Found: r.text.Found, Unfounded: append(r.unfounded, outside(r.text)...)}
	unconfirmed := 0
	for _, c := range r.claims {
		if c.Unconfirmed {
			unconfirmed++
		}
	}
	isTrusted := unconfirmed*2 <= len(r.claims) || len(r.testified) >= len(r.claims)
	for _, c := range r.claims {
		if c.Unconfirmed && isTrusted {
			reading.Dropped++
			continue
		}
		reading.Claims = append(reading.Claims, c)
	}
	for _, c := range r.testified {
		if isTrusted || !c.disputing {
			reading.Claims = append(reading.Claims, c)
		}
	}
	inOrder(reading.Claims)
	return reading
}

// testimonyHere are the testimonies whose words begin in the sentence.
func (r *reader) testimonyHere() []Testimony {
	s, all := r.text.Sentences[r.at], r.text.Account.Testimony
	from, _ := slices.BinarySearchFunc(all, s.Start, func(t Testimony, start int) int { return cmp.Compare(t.Start, start) })
	to := from
	for to < len(all) && all[to].Start < s.End {
		to++
	}
	return all[from:to]
}

// outside are the testimonies whose words begin in no sentence, as they stand in what is set
// aside.
func outside(text Text) []Unfounded {
	if text.Account == nil {
		return nil
	}
	var all []Unfounded
	for _, t := range text.Account.Testimony {
		after, _ := slices.BinarySearchFunc(text.Sentences, t.Start+1, func(s english.Sentence, start int) int { return cmp.Compare(s.Start, start) })
		if after == 0 || text.Sentences[after-1].End <= t.Start {
			all = append(all, Unfounded{t, NotInArticle})
		}
	}
	return all
}

// claimed is a testimony as a claim, or why the text does not bear it out.
func (r *reader) claimed(t Testimony) (c Claim, why string) {
	c = Claim{
		Span: t.Span, Quote: r.text.Text[t.Start:t.End], Kind: t.Kind, Title: None, Person: None, Role: t.Role, Gender: t.Gender,
		Year: t.Year, YearTo: t.Year, Value: t.Value, HasValue: t.HasValue, Of: t.Of, Bound: t.Bound, Unit: t.Unit,
		Negated: t.Negated, Part: Part{All: t.All}, Sole: t.Sole, Character: t.Character, Sentence: r.at, Testified: true, item: -1,
	}
	if c.Kind == Credit && c.HasValue && c.Unit != "" { // "directed two episodes" says how many
		c.Kind = Count
	}
	if t.Title != "" {
		if c.Title = r.titleCalled(t.Title); c.Title == None {
			return c, NoTitleNamed
		}
		c.Anchor = r.anchorOf(c)
	}
	if t.Person != "" {
		if c.Person = r.personCalled(t.Person); c.Person == None {
			return c, NobodyNamed
		}
	}
	if t.Season > 0 {
		if r.saysSeason(t) {
			c.Seasons = []int{t.Season}
		} else {
			c.Unclear = true
		}
	}
	switch {
	case t.Kind == Date:
		if c.Day, c.item = r.dayIn(t); c.item < 0 {
			return c, DayUnsaid
		}
		c.Year, c.YearTo = c.Day.Year, c.Day.Year
	case t.HasValue && t.Kind != Rank && !r.saysFigure(t.Span, t.Value), t.Of > 0 && !r.saysFigure(t.Span, t.Of):
		return c, FigureUnsaid
	}
	r.doubtTestimony(&c)
	return c, ""
}

// titleCalled is the entity of a title by the name that the text has for it: one that it is
// known to name, else a new one.
func (r *reader) titleCalled(name string) int {
	for _, m := range r.text.Found.Mentions {
		if m.Class == english.Title && mention.Fold(m.Text) == mention.Fold(name) {
			return m.Entity
		}
	}
	if !strings.Contains(r.text.Text, name) {
		return None
	}
	return titleNamed(&r.text, name)
}

// personCalled is the entity of a person by a name that the text has for them, or None.
func (r *reader) personCalled(name string) int {
	for _, m := range r.text.Found.Mentions {
		if m.Class == english.Person && mention.Fold(m.Text) == mention.Fold(name) {
			return m.Entity
		}
	}
	is := func(e mention.Entity) bool {
		return e.Class == english.Person && mention.Fold(e.Name) == mention.Fold(name)
	}
	if entity := slices.IndexFunc(r.text.Found.Entities, is); entity >= 0 {
		return entity
	}
	if bearer := bearerOf(r.text.Found, name); bearer != None || !mention.CanBePerson(name) || !strings.Contains(r.text.Text, name) {
		return bearer
	}
	r.text.Found.Entities = append(r.text.Found.Entities, mention.Entity{Class: english.Person, Name: name})
	return len(r.text.Found.Entities) - 1
}

// anchorOf is how sure it is that the words of a claim are about its title.
func (r *reader) anchorOf(c Claim) Anchor {
	for _, item := range r.Items {
		if item.Class == english.Title && item.Name == c.Title && item.Start >= c.Start && item.End <= c.End {
			return Named
		}
	}
	if before, anchor := r.topics.before(r); before == c.Title {
		return anchor
	}
	return Carried
}

// saysSeason reports whether the text speaks of a season of that number, or the words of
// the testimony count to it: "the third was Ann Lee's".
func (r *reader) saysSeason(t Testimony) bool {
	for _, s := range r.text.read {
		for _, item := range s.Items {
			if item.Class == english.Season && slices.Contains(item.Seasons, t.Season) {
				return true
			}
		}
	}
	return r.saysFigure(t.Span, float64(t.Season))
}

// saysFigure reports whether words of the sentence say a number, or none.
func (r *reader) saysFigure(within english.Span, value float64) bool {
	for _, item := range r.Items {
		if !item.Overlaps(within) {
			continue
		}
		switch item.Class {
		case english.Year, english.Date, english.Money:
			continue
		}
		isNumber := item.Class == english.Number || item.Class == english.Share || item.Class == english.Ordinal || item.Class == english.Measure
		if isNumber && (item.Value == value || item.Ratio[0] == value || item.Ratio[1] == value) ||
			item.Lower == strconv.FormatFloat(value, 'f', -1, 64) || item.Many && item.Value == value && value > 0 {
			return true
		}
		if value == 0 && (item.Lower == "no" || item.Lower == "none" || item.Lower == "nobody" || denies(item.Lower)) {
			return true
		}
		if value == 1 && (item.Lower == "a" || item.Lower == "an" || item.Lower == "only" || item.Lower == "single" || item.Lower == "sole" || item.Lower == "lone") {
			return true
		}
	}
	return false
}

// dayIn is the date that the words of a testimony say, and its item; -1 where they say none.
func (r *reader) dayIn(t Testimony) (english.Day, int) {
	for i, item := range r.Items {
		if !item.Overlaps(t.Span) || !strings.Contains(t.Day, r.text.Text[item.Start:item.End]) {
			continue
		}
		switch item.Class {
		case english.Date:
			return item.Date, i
		case english.Year:
			return english.Day{Year: item.Years[0]}, i
		}
	}
	return english.Day{}, -1
}

// doubtTestimony puts doubts on a claim whose words deny what it affirms, or suppose or ask
// it, as far as the clauses show.
func (r *reader) doubtTestimony(c *Claim) {
	if r.text.Sentences[r.at].Question {
		c.doubt(Asked)
	}
	for _, in := range r.clausesOf(c.Span) {
		if r.isUnreal(in) {
			c.doubt(Supposed)
		}
		if in.Negated && !c.Negated {
			c.doubt(Unread)
		}
	}
	if !c.Negated && slices.ContainsFunc(r.Items, func(i english.Item) bool { return i.Overlaps(c.Span) && denies(i.Lower) }) {
		c.doubt(Unread)
	}
}

// clausesOf are the clauses that have a word in a stretch.
func (r *reader) clausesOf(s english.Span) []*clause.Clause {
	var all []*clause.Clause
	for _, in := range r.Clauses {
		first, last := max(0, in.First), min(in.Last, len(r.Items))
		if in.Group != nil && first < last && r.Items[first].Start < s.End && s.Start < r.Items[last-1].End {
			all = append(all, in)
		}
	}
	return all
}

// confirms reports whether the frames read the same as a witness's claim, which is then
// confirmed.
func (r *reader) confirms(c Claim) bool {
	is := false
	for i := range r.here {
		if repeats(r.here[i], c) {
			r.here[i].Unconfirmed, is = false, true
		}
	}
	return is
}

// repeats reports whether two claims of a sentence say the same, or the first says the second
// with more: "directed all ten episodes" holds that there are ten.
func repeats(a, b Claim) bool {
	if b.Kind == Episodes && (a.Kind == Every || a.Kind == Count) && a.Title == b.Title && a.Overlaps(b.Span) {
		return a.HasValue && a.Value == b.Value || a.Of == b.Value
	}
	same := isNear(a.Kind, b.Kind) && a.Title == b.Title && a.Person == b.Person && saysNone(a) == saysNone(b) && rolesAgree(a.Role, b.Role)
	switch b.Kind {
	case Credit:
		return same
	case Date:
		return same && a.Day == b.Day
	}
	return same && a.Overlaps(b.Span) && (a.HasValue == b.HasValue && a.Value == b.Value || a.Kind == Every || saysNone(a))
}

// isNear reports whether claims of two kinds can say the same: "all of them" and "13 of 13",
// "17 percent" and "up to 17 percent", "the only woman" and "one of few".
func isNear(a, b Kind) bool {
	if a > b {
		a, b = b, a
	}
	return a == b || a == Count && b == Every || a == Compare && b == Share || a == Every && b == Rank
}

// saysNone reports whether a claim says none, or no.
func saysNone(c Claim) bool {
	return c.Negated || (c.Kind == Every || c.Kind == Count) && c.HasValue && c.Value == 0
}

func rolesAgree(a, b rolecall.Role) bool {
	return a == b || a == "" || b == "" || a == Other || b == Other || isFront(a) && isFront(b)
}

// isOtherwise reports whether two claims read the same words otherwise: of another title, or
// the contrary.
func isOtherwise(a, b Claim) bool {
	return a.Kind == b.Kind && a.Overlaps(b.Span) && a.Person == b.Person && rolesAgree(a.Role, b.Role) && (a.Title != b.Title || saysNone(a) != saysNone(b))
}
