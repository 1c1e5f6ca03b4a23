package claims

import (
	"slices"
	"strings"

	"rolecall"
	"rolecall/press/clause"
	"rolecall/press/english"
)

// statement is what a figure says where no clause says it whole: how much (a number, a
// share, a change) of whom (women, men) in which job, among what, and when. Reports leave
// most of that out: "In comedy it was 40 percent, in crime just 19 (2016: 12)". What a
// figure leaves out is that of the figure before.
type statement struct {
	kind Kind
	// item is the figure, items others that it takes with it, as "24" of "from 24 to 31".
	item  int
	items []int
	// first and last are the items of its words.
	first, last int
	gender      rolecall.Gender
	role        rolecall.Role
	unit        string
	of          float64
	// leans says that it only says what the figure before it left to be said: "or 44
	// percent", "(2016: 12)". All else is that figure's.
	leans bool
}

// statements reads the figures of a sentence that no clause's frame has read.
func (r *reader) statements() {
	for i := range r.Items {
		if r.isOutOfQuestion(i) {
			continue
		}
		if s, is := r.comparison(i); is {
			r.compare(s)
		} else if s, is := r.stated(i); is {
			r.state(s)
		} else if (r.word(i) == "none" || r.word(i) == "nil" || r.word(i) == "zero") && r.word(i-1) == ":" {
			r.fieldOfNone(i)
		}
	}
	r.subject()
}

// fieldOfNone reads "Women on the writing staff: none".
func (r *reader) fieldOfNone(i int) {
	gender, role := r.genderAt(i), r.roleBy(i)
	if gender == "" || role == "" || !r.endsFigure(i+1) {
		return
	}
	claim := r.claimOf(Every, r.fill(nowhere, r.clauseAt(i)))
	claim.Role, claim.Gender, claim.Negated, claim.HasValue, claim.item = role, gender, true, true, i
	r.span(&claim, r.wordsBefore(i), i+1)
	r.keep(claim)
	r.remember(claim)
}

// isFigure reports whether an item is a number or a part of a whole.
func (r *reader) isFigure(i int) bool {
	switch r.class(i) {
	case english.Share:
		return true
	case english.Number:
		return r.Items[i].Vague == ""
	}
	return false
}

// isOutOfQuestion reports whether a figure is supposed, asked or planned, or of something
// that is no job: viewers, votes, money.
func (r *reader) isOutOfQuestion(i int) bool {
	c := r.clauseAt(i)
	return c != nil && (r.isUnreal(c) || c.Group != nil && planners[c.Word]) || r.isTakings(i) || r.class(i-1) == english.Ordinal || r.isHoped()
}

// hopes are words of sentences that say what ought to be.
var hopes = wordSet("target targets goal quota quotas aims pledge pledged promised vowed hopes demands")

// isHoped reports whether a sentence gives a figure to be reached: "a target of 40 percent by
// 2025".
func (r *reader) isHoped() bool {
	return slices.ContainsFunc(r.itemsOf(hopes), func(i int) bool {
		w := r.word(i + 1)
		return w == "of" || w == "is" || w == "was" || w == "to" || w == "that"
	})
}

// piece is the stretch around an item between signs and words that part statements.
func (r *reader) piece(i int) (first, last int) {
	first, last = i, i+1
	for first > 0 && !r.parts(first-1) {
		first--
	}
	for last < len(r.Items) && !r.parts(last) {
		last++
	}
	return first, last
}

var parters = wordSet(", ; : ( ) . - – — and but while whereas or which though although")

func (r *reader) parts(i int) bool {
	return r.class(i) == english.Word && parters[r.word(i)]
}

// stated is the statement of a figure that is no comparison.
func (r *reader) stated(i int) (statement, bool) {
	s := statement{kind: Share, item: i, first: i, last: i + 1}
	if !r.isFigure(i) || r.taken(i) {
		return s, false
	}
	item := r.Items[i]
	if item.Ratio[1] > 0 && r.isCarried() && r.figure.kind == Count && r.word(i-1) == "was" {
		s.kind, s.of = Count, item.Ratio[1]
	}
	if item.Class == english.Number {
		if !r.isBareFigure(i) {
			return s, false
		}
		s.kind = r.kindOfBare(i)
	}
	if !r.isOfPeopleOrWorks(i) {
		return s, false
	}
	if r.explains(i) {
		s.leans = true
		return s, s.kind == Share
	}
	if r.isSomebodys(i) || r.isOfOthers(i) || item.Class == english.Share && r.isOfShare(i) {
		return s, false
	}
	if r.isOfSeveralJobs(i) {
		r.figure = figure{at: -9, title: None}
		return s, false
	}
	near := false
	s.gender, near = r.genderBy(i)
	s.role = r.roleBy(i)
	if role := r.roleAtBracket(i); role != "" {
		s.role, near = role, true
		if g := r.leaningGender(); g != "" {
			s.gender = g
		}
	}
	if s.kind == Count && r.genderAt(i) == "" && r.figure.gender == "" {
		return s, false
	}
	if g := r.genderAt(i); g != "" {
		s.gender, near = g, true
	}
	if s.gender == "" || r.isCarried() && !near && r.figure.gender != "" {
		s.gender = r.leaningGender()
	}
	if s.role == "" || r.roleFar(i) && r.isCarried() && r.figure.role != "" {
		s.role = r.leaning().role
	}
	if f := r.prior; r.isPronounOf(i) && f.role != "" && f.gender != "" && f.at >= r.at-carried {
		s.gender, s.role = f.gender, f.role
	}
	if s.gender == "" || s.role == "" || item.Vague != "" && item.Vague != "ratio" && !near && !(item.Vague == "half" && r.figure.at == r.at) {
		return s, false
	}
	if p := r.phraseOf(i); p != nil {
		s.last = max(s.last, min(p.Last, i+8))
	}
	for k := s.last; k < len(r.Items) && k < i+14; k++ {
		if r.class(k) == english.Gender && r.breaks(i, k) == 0 && rolecall.Gender(r.Items[k].Of[0]) == s.gender {
			s.last = k + 1
		}
	}
	for k := i; k < len(r.Items) && k < i+6; k++ {
		if r.class(k) == english.Unit && s.unit == "" {
			s.unit = r.Items[k].Of[0]
		}
		if r.class(k) == english.Position && s.of == 0 {
			s.of = r.Items[k].Value
		}
	}
	s.first = r.wordsBefore(i)
	return s, true
}

// isPronounOf reports whether a figure's own words name whom it is of by a pronoun only, which
// points back behind the sentence: "where all the directors were men, they made up 8%".
func (r *reader) isPronounOf(i int) bool {
	first, last := r.piece(i)
	if first == 0 || r.word(first) != "they" {
		return false
	}
	return !slices.ContainsFunc(r.Items[first:last], func(item english.Item) bool {
		return item.Class == english.Gender || item.Class == english.Role || item.Class == english.Did
	})
}

// isSomebodys reports whether a figure is of a person: "White had a quarter of it".
func (r *reader) isSomebodys(i int) bool {
	first, last := r.piece(i)
	return slices.ContainsFunc(r.Items[first:last], func(item english.Item) bool { return item.Class == english.Person })
}

var (
	// ethnic are words for people who are counted by something else than gender.
	ethnic = wordSet("colour color minority minorities african african-american african-americans asian asian-american asian-americans latino latinos latina latinas latinx hispanic hispanics black white caucasian caucasians indigenous disabled lgbtq ethnic underrepresented")
	// accounts are verbs by which people are a share, or a place has one.
	accounts = wordSet("make makes made account accounts accounted represent represents represented comprise comprises comprised constitute constitutes constituted form forms formed manage manages managed reach reaches reached come comes came get gets got hold holds held have has had hit hits stand stands stood stay stayed fill fills filled remain remains remained receive receives received earn earned")
)

// isOfOthers reports whether the words of a figure name people or a deed of their own and no
// gender, so that it is not of whom the figure before was: "Asian-Americans directed 6%", "67% were
// written in teams", "70% of films lost money".
func (r *reader) isOfOthers(i int) bool {
	first, last := r.piece(i)
	c := r.clauseAt(i)
	if c != nil && c.Group != nil && !c.Be && r.class(c.Head) != english.Did && !accounts[c.Word] && c.Subject != nil && c.Subject.First <= i && i < c.Subject.Last {
		return true // what else a share of films does is read by the frames, or not at all
	}
	if r.genderIsIn(first, last) {
		return false
	}
	if r.isOfEthnic(i) {
		return true
	}
	if c == nil || c.Group == nil || c.Group.First < first || c.Group.Last > last || r.class(c.Head) != english.Did {
		return false
	}
	s := c.Subject
	return c.Passive || s != nil && s.Pronoun == "" && s.Last <= c.Group.First && len(r.Own(s, english.Role)) == 0 && s.Class != english.Name
}

// isOfEthnic reports whether the words of a figure name people by their origin and no gender.
func (r *reader) isOfEthnic(i int) bool {
	first, last := r.piece(i)
	return !r.genderIsIn(first, last) && slices.ContainsFunc(r.Items[first:last], func(item english.Item) bool { return ethnic[item.Lower] })
}

// genderIsIn reports whether a gender is named within items.
func (r *reader) genderIsIn(first, last int) bool {
	return slices.ContainsFunc(r.Items[first:last], func(item english.Item) bool { return item.Class == english.Gender })
}

// isOfSeveralJobs reports whether a figure is of several jobs together: "20 percent of all
// directors, writers and producers".
func (r *reader) isOfSeveralJobs(i int) bool {
	jobs := make(map[string]bool)
	for k := i + 1; k < min(len(r.Items), i+14); k++ {
		switch w := r.word(k); {
		case r.class(k) == english.Role:
			for _, of := range r.Items[k].Of {
				jobs[of] = true
			}
		case r.isFigure(k) || w == ";" || w == "(":
			return false
		case w == "," || w == "and" || w == "of" || w == "all" || w == "the" || w == "working" || w == "as" || w == "people":
		default:
			k = len(r.Items)
		}
	}
	return len(jobs) > 2 || r.word(i+1) == "of" && (r.word(i+2) == "key" || r.word(i+3) == "key")
}

// isOfShare reports whether a part is only compared with another: "A third is not a half".
func (r *reader) isOfShare(i int) bool {
	c := r.clauseAt(i)
	return c != nil && c.Group != nil && c.Be && c.Negated && c.Subject != nil && c.Subject.Class == english.Share && len(c.Objects) > 0 && c.Objects[0].Class == english.Share
}

// wordsBefore is where the words of a figure begin: with the people or the place that stand
// right before it, "men, 832", "on North just 27".
func (r *reader) wordsBefore(i int) int {
	first, _ := r.piece(i)
	if first == i && first > 1 && (r.word(i-1) == "," || r.word(i-1) == ":") {
		if before, _ := r.piece(i - 2); i-before < 6 {
			return before
		}
	}
	if i-first > 7 {
		return i
	}
	return first
}

// explains reports whether a figure only says the one before it again, as a share: "or 44
// percent", "(31 percent)", "which is 35 percent", "a proportion of 9 percent".
func (r *reader) explains(i int) bool {
	if len(r.here) == 0 && r.figure.at != r.at {
		return false
	}
	at := i - 1
	for hedges[r.word(at)] {
		at--
	}
	switch w := r.word(at); {
	case w == "(" && r.class(at-1) == english.Role:
		return false
	case w == "(":
		return r.word(i+1) == ")" || r.word(i+1) == ","
	case w == "or":
		return r.class(at-1) != english.Share && r.class(at-1) != english.Number
	case w == "is" || w == "was" || w == "makes" || w == "made":
		return r.word(at-1) == "which" || r.word(at-1) == "that" && r.word(at-2) == ","
	case w == "of":
		return proportions[r.word(at-1)] && (r.word(at-3) == "," || r.word(at-2) == ",")
	}
	return false
}

var (
	hedges      = wordSet("just only a an mere bare some about around almost nearly roughly another still even exactly paltry measly meagre meager barely the more less fewer than over under least most not record high whopping whole full well")
	proportions = wordSet("proportion share percentage rate ratio figure")
)

// kindOfBare is what a bare number is: a share where the figure just before it was one
// ("women wrote 46 percent here, 27 there"), else a count.
func (r *reader) kindOfBare(i int) Kind {
	if r.Items[i].Value > 100 {
		return Count
	}
	last := Kind("")
	for k := i - 1; k >= 0 && last == ""; k-- {
		switch {
		case r.class(k) == english.Share && (r.Items[k].Vague != "ratio" || r.Items[k].Ratio[1] == 100):
			last = Share
		case r.class(k) == english.Number && r.taken(k):
			last = Count
		}
	}
	if last == "" && r.isCarried() {
		last = r.figure.kind
	}
	if last != Share {
		return Count
	}
	return Share
}

// isBareFigure reports whether a number counts nothing that is said right behind it and
// stands where a report puts a figure: behind who or where it is of ("men, 832", "in crime
// just 19"), or behind "it was".
func (r *reader) isBareFigure(i int) bool {
	if !r.endsFigure(i + 1) {
		return false
	}
	at := i - 1
	for hedges[r.word(at)] && r.class(at) == english.Word {
		at--
	}
	sign := false
	if w := r.word(at); (w == "," || w == ":" || w == "(" || w == "=") && at > 0 {
		sign = true
		at--
	}
	switch r.class(at) {
	case english.Gender, english.Role:
		return true
	case english.Did:
		return !sign && rolecall.Role(r.Items[at].Of[0]) != Other && r.genderIsSubject(at)
	case english.Year, english.Date:
		return r.isCarried() || len(r.here) > 0
	}
	if sign || at < 0 {
		return false
	}
	switch w := r.word(at); {
	case w == "got" || w == "had" || w == "took" || w == "behind":
		return r.genderIsSubject(at)
	case stands[w] || stands[r.word(at-1)] && (w == "at" || w == "to" || w == "for"):
		return r.pointsAtFigure(at)
	}
	first, _ := r.piece(at)
	return len(r.here) > 0 && wheres[r.word(first)] && at > first && i-first < 7 && r.isCarried() && r.figure.kind == Share
}

var (
	stands = wordSet("is was were are stood stands stand reached responsible")
	wheres = wordSet("in on at among for amongst by with of")
)

// endsFigure reports whether what stands at an item ends what a bare number says.
func (r *reader) endsFigure(i int) bool {
	if i >= len(r.Items) || r.parts(i) || r.class(i) == english.Person {
		return true
	}
	switch w := r.word(i); w {
	case "of":
		p := r.phraseOf(i + 1)
		return p != nil && p.Last > i+1 && r.isOfCredits(r.lastOf(p).Core())
	case "in":
		return r.class(i+1) == english.Year
	case "against", "versus":
		return true
	}
	return r.class(i) == english.Year || r.class(i) == english.Date
}

// lastOf is what a phrase is of, at the end: "those episodes" of "1,194 of those episodes".
func (r *reader) lastOf(p *clause.Phrase) *clause.Phrase {
	for p.Of != nil && r.isFigure(p.Head) {
		p = p.Of
	}
	return p
}

// genderIsSubject reports whether people of a gender stand before a verb in its piece: "women
// have directed".
func (r *reader) genderIsSubject(at int) bool {
	for k := at - 1; k >= max(0, at-5) && !r.parts(k); k-- {
		if r.class(k) == english.Gender {
			return true
		}
		if r.class(k) == english.Person || r.class(k) == english.Title {
			return false
		}
	}
	return false
}

// pointsAtFigure reports whether what stands before "was" at an item is a figure's own
// words: "it was", "the figure stood at", "Women were responsible for".
func (r *reader) pointsAtFigure(at int) bool {
	first, _ := r.piece(at)
	for k := at; k >= first; k-- {
		w := r.word(k)
		if w == "it" || proportions[w] || w == "number" || w == "total" || w == "there" && k == first || r.class(k) == english.Gender || r.class(k) == english.Role {
			return r.class(at) != english.Gender
		}
	}
	return false
}

// isOfPeopleOrWorks reports whether a figure counts what may be counted here: people of a
// job, works, or what its words leave open. "40 percent of voters" counts others, and
// "half of the women" is a share of women.
func (r *reader) isOfPeopleOrWorks(i int) bool {
	if r.word(i+1) == "more" || r.word(i+1) == "fewer" || r.word(i+1) == "less" || r.word(i+1) == "higher" || r.word(i+1) == "lower" {
		return false
	}
	if r.word(i+1) == "of" && r.class(i) == english.Share {
		p := r.phraseOf(i + 2)
		if p == nil {
			return true
		}
		core := p
		if p.First <= i {
			core = p.Core()
		}
		for _, m := range core.All() {
			if core := m.Core(); core.Class == english.Gender && len(r.Own(core, english.Role)) == 0 {
				return false
			} else if !r.isOfCredits(core) {
				return false
			}
		}
		return true
	}
	p := r.phraseOf(i)
	if p == nil || p.Head <= i || r.class(i) == english.Share && spans[r.word(i+2)] {
		return true
	}
	return r.isOfCredits(p)
}

var (
	// places are nouns for what somebody with a job holds, and for what jobs are counted by.
	posts = wordSet("jobs job positions position places credits credit slots assignments posts gigs hires hire hirings debuts commissions contracts roles total all those these them whom sample list lists names people individuals workforce newcomers workers crew crews teams screenwriting writing directing output work productions project projects titles hours scripts chairs")
)

// isOfCredits reports whether a phrase names what credits hold: people of a job, works, or a
// pronoun for them.
func (r *reader) isOfCredits(p *clause.Phrase) bool {
	switch p.Class {
	case english.Role, english.Unit, english.Product, english.Position, english.Did, english.Gender, english.Number, english.Share, english.Title, english.Season, english.Post, english.Episode:
		return true
	}
	if p.Pronoun != "" || posts[r.word(p.Head)] {
		return true
	}
	return r.Has(p, english.Role) || r.Has(p, english.Position)
}

// genderAt is the gender that the piece of a figure names, or the piece before it where the
// figure follows at once: "men, 832", "women: 3". Empty where neither does.
func (r *reader) genderAt(i int) rolecall.Gender {
	first, last := r.piece(i)
	if first == i && first > 1 {
		first, _ = r.piece(i - 2)
	}
	for k := i; k >= first; k-- {
		if r.class(k) == english.Gender {
			return rolecall.Gender(r.Items[k].Of[0])
		}
	}
	for k := i; k < last; k++ {
		if r.class(k) == english.Gender {
			return rolecall.Gender(r.Items[k].Of[0])
		}
	}
	return ""
}

// roleFar reports whether no job stands in the pieces that a figure reads, so that the one
// of the figure before is nearer.
func (r *reader) roleFar(i int) bool {
	first, last := r.piece(i)
	if first > 1 {
		first, _ = r.piece(first - 2)
	}
	return !slices.ContainsFunc(r.Items[first:last], func(item english.Item) bool {
		return item.Class == english.Role || item.Class == english.Did && rolecall.Role(item.Of[0]) != Other || item.Class == english.Product || item.Class == english.Post
	}) && r.figure.at != r.at
}

// takings are words for what percentages are of when they are of nobody's job.
var takings = wordSet("viewers audience audiences ratings box office score rating gross budget budgets tickets profits revenue reviews critics voters votes vote members turnout fresh rotten approval sales applicants applications students pupils readers listeners seats goals matches respondents polled shareholders watched tuned board")

func (r *reader) isTakings(i int) bool {
	for k := max(0, i-4); k < min(len(r.Items), i+5); k++ {
		if takings[r.word(k)] {
			return true
		}
	}
	return false
}

// state makes the claim of a statement.
func (r *reader) state(s statement) {
	if s.leans {
		r.lean(s)
		return
	}
	item := r.Items[s.item]
	if s.kind == Count && item.Ratio[1] > 0 {
		item.Value = item.Ratio[0]
	}
	c := r.clauseAt(s.item)
	w := nowhere
	if p := r.phraseOf(s.item); p != nil {
		w, _ = r.workOf(p)
	}
	if w.title == None && c != nil {
		w = r.workNear(c)
	}
	claim := r.claimOf(s.kind, r.fill(w, c))
	claim.Part = Part{}
	claim.Role, claim.Gender, claim.Unit = s.role, s.gender, s.unit
	r.number(&claim, s.kind, clause.Quantity{Item: s.item, Value: item.Value, Has: true, Of: s.of})
	if s.kind == Count {
		claim.HasValue = true
	}
	r.among(&claim)
	if n := len(r.here); n > 0 && r.here[n-1].Kind == Compare && r.word(s.item-1) == "and" && r.word(s.item+1) == "in" && r.class(s.item+2) == english.Year {
		claim.Kind = Compare // "up from 4 percent in 2018 and 8 percent in 2017"
	}
	r.span(&claim, s.first, s.last)
	r.keep(claim)
	r.remember(claim)
}

// lean makes the claim of a figure that says again what the one before it said.
func (r *reader) lean(s statement) {
	item := r.Items[s.item]
	claim, found := Claim{Kind: s.kind, Title: None, Person: None}, false
	for k := len(r.here) - 1; k >= 0 && !found; k-- {
		if o := r.here[k]; o.Role != "" && (o.Gender != "" || o.Person != None) && (o.Kind == Count || o.Kind == Every || o.Kind == Share) {
			claim, found = o, true
			claim.Of, claim.Part, claim.Vague, claim.Negated, claim.Loose, claim.items = 0, Part{}, "", false, false, nil
		}
	}
	if !found {
		return
	}
	claim.Kind = s.kind
	r.number(&claim, s.kind, clause.Quantity{Item: s.item, Value: item.Value, Has: true})
	r.span(&claim, s.first, s.last)
	r.keep(claim)
}

var (
	// measured are words of sentences that announce figures, counters those of whoever counts.
	measured = wordSet("share proportion percentage percent many number figures breakdown statistics")
	counters = wordSet("guild union alliance institute council counted survey surveyed study studied report census researchers")
)

// subject notes what a sentence without a figure says the figures to come are of: "How many
// of those who write are women?", "Women directors, by broadcaster".
func (r *reader) subject() {
	if len(r.here) > 0 || slices.ContainsFunc(r.Items, func(i english.Item) bool { return i.Class == english.Share || i.Class == english.Person }) {
		return
	}
	if !r.hasWord(measured) && !r.hasWord(counters) && !r.isHeading() {
		return
	}
	gender, role := rolecall.Gender(""), rolecall.Role("")
	for _, item := range r.Items {
		switch {
		case item.Class == english.Gender && gender == "":
			gender = rolecall.Gender(item.Of[0])
		case (item.Class == english.Role || item.Class == english.Did || item.Class == english.Product) && role == "" && rolecall.Role(item.Of[0]) != Other:
			role = rolecall.Role(item.Of[0])
		}
	}
	if role != "" && (gender != "" || r.hasWord(counters)) {
		r.figure = figure{at: r.at, title: None, kind: Share, role: role, gender: gender}
	}
}

// roleAtBracket is the job that stands right before the bracket of a figure: "writers (34%)".
func (r *reader) roleAtBracket(i int) rolecall.Role {
	at := i - 1
	if r.word(at) == "from" {
		at--
	}
	if r.word(at) != "(" || r.class(at-1) != english.Role || len(r.here) == 0 && !r.isCarried() && !r.genderIsIn(0, at) {
		return ""
	}
	return rolecall.Role(r.Items[at-1].Of[0])
}

// genderBy is the gender named nearest to an item in its sentence, and whether its own
// clause names it.
func (r *reader) genderBy(at int) (rolecall.Gender, bool) {
	best, distance := rolecall.Gender(""), 1000
	for i, item := range r.Items {
		if d := abs(i-at) + 6*r.breaks(i, at); item.Class == english.Gender && d < distance {
			best, distance = rolecall.Gender(item.Of[0]), d
		}
	}
	return best, distance < 9
}

// roleBy is the job named nearest to an item, what follows it before what precedes it.
func (r *reader) roleBy(at int) rolecall.Role {
	best, distance := rolecall.Role(""), 1000
	for i, item := range r.Items {
		if item.Class != english.Role && item.Class != english.Did && item.Class != english.Product && item.Class != english.Post {
			continue
		}
		if item.Class != english.Role && rolecall.Role(item.Of[0]) == Other {
			continue // "made", "story": of no job
		}
		d := abs(i-at) + 6*r.breaks(i, at)
		if i < at {
			d += 3
		}
		if d < distance {
			best, distance = rolecall.Role(item.Of[0]), d
		}
	}
	if best == "" && r.isByGender() {
		return rolecall.Director
	}
	return best
}

// isByGender reports whether a sentence speaks of a film "by a woman", whose job is then its
// director's.
func (r *reader) isByGender() bool {
	for i := 2; i+1 < len(r.Items); i++ {
		if r.word(i) == "by" && r.class(i-1) == english.Unit && (r.class(i+1) == english.Gender || r.word(i+1) == "a" && r.class(i+2) == english.Gender) {
			return true
		}
	}
	return false
}

// breaks is how many signs stand between two items.
func (r *reader) breaks(a, b int) int {
	n := 0
	for i := min(a, b); i < max(a, b); i++ {
		if w := r.word(i); w == "," || w == ";" || w == ":" || w == "(" {
			n++
		}
	}
	return n
}

func abs(n int) int {
	if n < 0 {
		return -n
	}
	return n
}

// startsWithWord reports whether a word begins with any of some letters.
func startsWithWord(word string, of ...string) bool {
	return slices.ContainsFunc(of, func(s string) bool { return strings.HasPrefix(word, s) })
}
