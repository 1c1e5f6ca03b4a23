package claims

import (
	"slices"
	"strings"

	"rolecall"
	"rolecall/press/clause"
	"rolecall/press/english"
)

// dates reads when something was first shown: "premiered on March 8", "the second on 9
// February", "Near Dark, from 1987", "the 1994 film", "1933 – …".
func (r *reader) dates() {
	r.datedLine()
	for _, c := range r.Clauses {
		if c.Group != nil && !r.isUnrealDate(c) {
			r.shown(c)
			r.ran(c)
			r.brought(c)
			r.isOfYear(c)
			r.lapsed(c)
		}
		r.datedGap(c)
	}
	r.premieres()
	r.datedUnits()
	r.setOff()
	r.datesFrom()
	r.inBracket()
	r.scheduled()
}

func (r *reader) isUnrealDate(c *clause.Clause) bool {
	return r.asks(c) || conditionals[c.Sub] || unrealModals[c.Modal] && c.Modal != "shall" && c.Modal != "can" || c.Negated
}

var (
	// comers are verbs of coming that are of a showing only with a title before or behind
	// them.
	comers = wordSet("came comes come follow followed follows hits hit reached reaches arrived is was are were be been back out available due set slated scheduled coming got get appear appeared appears go goes went given let look dropped")
	// stagers are verbs whose object is a showing: "had its first showing", "gets a release".
	stagers  = wordSet("had has have gets got get receives received receive made makes")
	showings = wordSet("premiere showing screening release debut bow outing airing broadcast unveiling run")
	// watchers are those to whom a title was shown first: "Berlin saw it first".
	watchers = wordSet("saw sees greeted greets welcomed met meet meets")
)

// shown reads a clause with a verb of showing and a date.
func (r *reader) shown(c *clause.Clause) {
	isShow := r.class(c.Head) == english.Show || fixed[c.Word] || isStaged(r.Sentence, c) || watchers[c.Word] && r.saysFirst(c)
	if !isShow && !comers[c.Word] && !(c.Be && r.saysOut(c)) {
		return
	}
	if r.areMany(c.Antecedent) || r.areMany(c.Subject) {
		return
	}
	if r.isOther(c) || r.isPlace(c) || !isShow && r.bringsName(c) {
		return
	}
	when := r.whenOf(c)
	if when == nil || r.isInStory(c, when) || c.Be && !r.saysOut(c) && r.Items[when.Head].Class == english.Year && when.Prep == "" {
		return
	}
	if isShow && r.beginsWith(c) {
		return
	}
	w := r.shownWork(c)
	if w.title == None || !isShow && w.anchor < Named && !r.pointsToShown(c) {
		return
	}
	if c.Subject != nil && c.Subject.Pronoun == "it" && r.word(c.Group.First) == "first" || r.word(c.Head-1) == "first" && c.Subject != nil && c.Subject.Pronoun == "it" {
		w.seasons, w.unclear = nil, false // when it first came is when the series did
	}
	r.date(w, when, c.First, c)
}

// areMany reports whether what was shown are titles that are not named: "the shows that aired
// in 2015".
func (r *reader) areMany(p *clause.Phrase) bool {
	if p == nil {
		return false
	}
	core := p.Core()
	return core.Class == english.Unit && r.Items[core.Head].Many && (r.Items[core.Head].Of[0] == "film" || r.Items[core.Head].Of[0] == "series") && r.titleIn(p) == None
}

// bringsName reports whether what a verb of coming brings is a name that is no title for all
// that is known: the date is then of that, and not of a title before it.
func (r *reader) bringsName(c *clause.Clause) bool {
	return slices.ContainsFunc(c.Objects, func(o *clause.Phrase) bool { return o.Class == english.Name && o.First >= c.Group.Last })
}

// isStaged reports whether a clause says that something had a showing of its own.
func isStaged(s *clause.Sentence, c *clause.Clause) bool {
	return stagers[c.Word] && slices.ContainsFunc(c.Objects, func(o *clause.Phrase) bool {
		return showings[s.Items[o.Head].Lower] && s.Items[o.First].Lower == "its"
	})
}

func (r *reader) saysFirst(c *clause.Clause) bool {
	return slices.ContainsFunc(c.Objects, func(o *clause.Phrase) bool {
		return o.Class == english.Ordinal && r.Items[o.Head].Value == 1
	})
}

// isPlace reports whether "is" or "was" says more than when: "was a hit in 2019".
func (r *reader) isPlace(c *clause.Clause) bool {
	if !c.Be || r.saysOut(c) {
		return false
	}
	for _, o := range c.Objects {
		if !isDay(o.Class) && r.word(o.First-1) != "channel" {
			return true
		}
	}
	return c.Group.Last < len(r.Items) && r.class(c.Group.Last) == english.Word && slices.Contains([]string{"JJ", "JJR", "RB", "VBG", "VBN"}, r.Tags[c.Group.Last])
}

// beginsWith reports whether a verb of beginning is somebody's: "she began with Pariah".
func (r *reader) beginsWith(c *clause.Clause) bool {
	return c.Subject != nil && (c.Subject.Class == english.Person || nominative[c.Subject.Pronoun]) && r.titleIn(c.Subject) == None
}

// pointsToShown reports whether the subject of a clause points back to a title.
func (r *reader) pointsToShown(c *clause.Clause) bool {
	_, ok := r.workOf(c.Subject)
	return ok || c.Subject != nil && r.isSeasonOrdinal(c.Subject)
}

var outs = wordSet("out back due available live")

func (r *reader) saysOut(c *clause.Clause) bool {
	for i := c.Group.Last; i < min(len(r.Items), c.Group.Last+2); i++ {
		if outs[r.word(i)] {
			return true
		}
	}
	return false
}

// nominative are the pronouns of people.
var nominative = wordSet("she he they we i you who")

// others are events that are no first showing of a title.
var others = wordSet("born died dead death trailer teaser tickets award awards oscar oscars emmy emmys bafta globe prize nomination nominations career festival birthday married honoured honored study report edition filming production shooting shoot shot school university war strike wedding funeral musical novel book memoir play stage soundtrack album game cameras camera story action plot life events exhibition retrospective talks rehearsals work script audience ceremony campaign box office strand stamp")

// isOther reports whether a clause is about another event than a showing.
func (r *reader) isOther(c *clause.Clause) bool {
	if r.class(0) != english.Title && others[r.word(0)] && !slices.ContainsFunc(r.Items[:c.Group.First], func(i english.Item) bool { return i.Lower == "," }) {
		return true // "Filming on the first season began"
	}
	if c.Subject == nil {
		return false
	}
	if nominative[c.Subject.Pronoun] && c.Subject.Pronoun != "they" && !r.letsOut(c) {
		return true
	}
	for i := c.Subject.First; i < c.Subject.Last; i++ {
		if class := r.class(i); class != english.Title && class != english.Person && class != english.Name && others[r.word(i)] {
			return true
		}
	}
	if r.isOnMedium(c) {
		return true
	}
	if before := c.Subject.First - 2; c.Subject.Prep != "" && others[r.word(before)] || r.class(0) == english.Word && others[r.word(0)] && c.Subject.First <= 4 {
		return true // "Filming on the first season began"
	}
	if r.Has(c.Subject, english.Gender) || c.Subject.Core().Class == english.Role && r.titleIn(c.Subject) == None {
		return true
	}
	return c.Subject.Class == english.Person && len(c.Objects) == 0
}

// wares are what a title comes out on after it was first shown, and where others of its
// name are: "released on Blu-ray", "opened on Broadway".
var wares = wordSet("blu-ray blu dvd dvds disc discs vhs video vinyl cd paperback hardback hardcover print broadway bookshops bookstores kindle steam playstation syndication")

func (r *reader) isOnMedium(c *clause.Clause) bool {
	for i := c.Group.Last; i < min(len(r.Items), c.Group.Last+8); i++ {
		if item := r.Items[i]; wares[item.Lower] || wares[strings.ToLower(r.text.Text[item.Start:item.End])] {
			return true
		}
	}
	return false
}

// letsOut reports whether a clause with a person or company as its subject says that they
// showed something: "A24 let it out in June", "we got the second in 2016".
func (r *reader) letsOut(c *clause.Clause) bool {
	return slices.ContainsFunc(c.Objects, func(o *clause.Phrase) bool {
		_, ok := r.workOf(o)
		return ok || r.isSeasonOrdinal(o)
	})
}

// shownWork is the title that a clause says was shown.
func (r *reader) shownWork(c *clause.Clause) work {
	candidates := append([]*clause.Phrase{c.Subject, c.Antecedent}, c.Objects...)
	if c.Kind == clause.Opening || c.Subject == nil && c.Antecedent == nil && c.First == 0 {
		candidates = append([]*clause.Phrase{r.mainSubject(c)}, candidates...)
	}
	if c.Word == "look" {
		candidates = append(candidates, withPrep(c, "for"))
	}
	slices.SortStableFunc(candidates, func(a, b *clause.Phrase) int { return r.unnamed(a) - r.unnamed(b) })
	for _, p := range candidates {
		if p == nil || p.Pronoun == "that" || p.Pronoun == "this" || !r.isShowable(p) {
			continue
		}
		if w, ok := r.ordinalSeason(p); ok {
			return w
		}
		for _, m := range p.All() {
			if w, ok := r.workOf(m); ok && w.title != None {
				return r.seasonOf(w, c)
			}
		}
	}
	if c.Subject != nil && c.Subject.Pronoun == "" && c.Subject.Class != english.Season && c.Subject.Class != english.Episode && c.Subject.Class != english.Unit {
		return nowhere
	}
	w := nowhere
	for _, p := range []*clause.Phrase{c.Subject, c.Antecedent} {
		if p != nil {
			r.addWork(&w, p)
		}
	}
	return r.fill(w, c)
}

// unnamed is 0 for a phrase that names its title and 1 for one that points back to it.
func (r *reader) unnamed(p *clause.Phrase) int {
	if p != nil && r.titleIn(p) != None {
		return 0
	}
	return 1
}

// mainSubject is the subject of the main clause behind an opening one.
func (r *reader) mainSubject(c *clause.Clause) *clause.Phrase {
	for _, m := range r.Clauses {
		if m.Kind == clause.Main && m != c && m.Subject != nil && m.Group != nil && m.Subject.First > c.Group.Last {
			return m.Subject
		}
	}
	return nil
}

// isSeasonOrdinal reports whether a phrase is "the second" where seasons are spoken of.
func (r *reader) isSeasonOrdinal(p *clause.Phrase) bool {
	return p.Class == english.Ordinal && p.Head == p.Last-1 && p.Of == nil && r.saysSeasons()
}

// saysSeasons reports whether this sentence or one of the two before speaks of seasons or
// series.
func (r *reader) saysSeasons() bool {
	for s := max(0, r.at-2); s <= r.at; s++ {
		for _, item := range r.text.read[s].Items {
			if item.Class == english.Season || item.Lower == "seasons" || item.Lower == "series" {
				return true
			}
		}
	}
	return false
}

// ordinalSeason is the season that an ordinal alone means.
func (r *reader) ordinalSeason(p *clause.Phrase) (work, bool) {
	if !r.isSeasonOrdinal(p) {
		return nowhere, false
	}
	title, anchor := r.topic(p)
	if title == None {
		return nowhere, false
	}
	return work{title: title, anchor: anchor, item: -1, seasons: []int{int(r.Items[p.Head].Value)}}, true
}

// seasonOf adds the season that a clause names elsewhere: "came back for a second season".
func (r *reader) seasonOf(w work, c *clause.Clause) work {
	if len(w.seasons) == 0 {
		for _, p := range append(slices.Clone(c.With), c.Objects...) {
			for _, i := range r.Own(p, english.Season) {
				r.addSeason(&w, r.Items[i])
			}
			if p.Prep == "for" && p.Class == english.Unit && r.word(p.Head) == "series" && p.Quantity.Kind == clause.Place && len(w.seasons) == 0 {
				w.seasons = []int{int(p.Quantity.Value)} // "returns for a second series"
			}
		}
	}
	return r.finishWork(w)
}

var (
	// starts are the prepositions of the day on which something is shown first; until and
	// by are of its end.
	starts = wordSet("on in at from since over during around")
	// laters make a measure of years a date that counts from the one before.
	laters   = wordSet("later afterwards after on hence")
	earliers = wordSet("earlier before previously")
)

// whenOf is the date or year of a clause, nil where it has none.
func (r *reader) whenOf(c *clause.Clause) *clause.Phrase {
	var year *clause.Phrase
	for _, p := range append(slices.Clone(c.With), c.Objects...) {
		if p.Prep != "" && !starts[p.Prep] && !(p.Prep == "for" && fixed[c.Word]) || p.First > c.Group.Last+24 || !r.isTold(p) || p.First > c.Group.Last && r.frontsClause(p) {
			continue
		}
		switch {
		case p.Class == english.Date:
			return r.fullest(p, c)
		case p.Class == english.Year, r.yearsLater(p) != 0:
			year = p
		case p.Of != nil && p.Of.Class == english.Date:
			return p.Of
		}
		for _, a := range p.Apposed {
			if a.Class == english.Date {
				return a
			}
		}
	}
	if year == nil && c.Group != nil {
		year = r.dateBefore(c)
	}
	if s := c.Subject; year == nil && s != nil && isDay(s.Class) && s.Prep == "" && r.isTold(s) {
		year = s // "The following year came Pariah"
	}
	if year == nil {
		year = r.fronted(c)
	}
	if year == nil {
		year = r.cleft(c)
	}
	return year
}

// fronted is a date without a preposition right before the subject of a clause: ", and a year
// later the film opened".
func (r *reader) fronted(c *clause.Clause) *clause.Phrase {
	if c.Subject == nil {
		return nil
	}
	at := c.Subject.First
	if r.word(at-1) == "," {
		at--
	}
	for _, p := range r.Phrases {
		if p.Last == at && p.Prep == "" && isDay(p.Class) && p.In != c && r.isTold(p) && r.isCounted(p.Head) {
			return p
		}
	}
	return nil
}

// fixed are verbs that fix a day: "set for 4 June".
var fixed = wordSet("set slated scheduled due planned dated pencilled penciled booked fixed confirmed")

// cleft is the date of "It was in 1987 that the film came out".
func (r *reader) cleft(c *clause.Clause) *clause.Phrase {
	if c.Sub != "that" && c.Kind != clause.Relative {
		return nil
	}
	for _, m := range r.Clauses {
		if m.Group == nil || !m.Be || m.Subject == nil || m.Subject.Pronoun != "it" || m.Group.Last > c.Group.First {
			continue
		}
		for _, p := range append(slices.Clone(m.With), m.Objects...) {
			if (p.Class == english.Date || p.Class == english.Year) && p.Last <= c.Group.First && r.isTold(p) {
				return p
			}
		}
	}
	return nil
}

// fullest is the date that a day of the week before it only leads to: "on Thursday, the
// eighth of March".
func (r *reader) fullest(p *clause.Phrase, c *clause.Clause) *clause.Phrase {
	if r.Items[p.Head].Date.Month > 0 || r.Items[p.Head].Date.Year > 0 {
		return p
	}
	for _, q := range append(slices.Clone(c.With), c.Objects...) {
		if q.Class == english.Date && q.First > p.First && q.First <= p.Last+2 && r.Items[q.Head].Date.Month > 0 {
			return q
		}
	}
	return p
}

// dateBefore is the date at the head of a sentence whose verb comes before its subject:
// "On March 8 comes Captain Marvel".
func (r *reader) dateBefore(c *clause.Clause) *clause.Phrase {
	if c.Kind != clause.Main && c.Subject == nil {
		return nil
	}
	for _, p := range r.Phrases {
		if p.First > c.Group.First {
			return nil
		}
		if (p.Class == english.Date || p.Class == english.Year) && starts[p.Prep] && p.In != c && (p.In == nil || p.In.Group == nil) && r.Items[p.Head].Date.Weekday == 0 && r.isTold(p) {
			return p
		}
	}
	return nil
}

// date makes the claim of a date.
func (r *reader) date(w work, when *clause.Phrase, from int, c *clause.Clause) {
	last := when.Last
	if c != nil && c.Group != nil {
		last = max(last, c.Group.Last)
	}
	r.dated(w, r.dayOf(when), when.Head, min(from, when.First), last)
}

// dated makes the claim that a title was first shown on a day, whose words stand from one
// item to another.
func (r *reader) dated(w work, day english.Day, item, first, last int) {
	claim := r.claimOf(Date, w)
	claim.Part, claim.Role = Part{}, rolecall.Role("")
	claim.item, claim.Day = item, day
	claim.Year, claim.YearTo = day.Year, day.Year
	claim.Aside = r.isCounted(item)
	r.span(&claim, first, last)
	r.keep(claim)
}

// datedGap reads what leaves out the verb of what comes before: "the second on 9 February
// 2016", "two years afterwards Chilly Scenes of Winter".
func (r *reader) datedGap(c *clause.Clause) {
	if !slices.ContainsFunc(r.here, func(o Claim) bool { return o.Kind == Date }) {
		return
	}
	named := c.Objects
	if c.Group == nil {
		named = append([]*clause.Phrase{c.Subject}, named...)
	}
	for _, p := range named {
		if p == nil {
			continue
		}
		w, ok := r.ordinalSeason(p)
		if !ok {
			if w, ok = r.workOf(p); !ok || w.title == None || w.anchor < Named {
				continue
			}
		}
		if when := r.nextDate(c, p); when != nil {
			r.dated(w, r.dayOf(when), when.Head, min(when.First, p.First), max(p.Last, when.Last))
		}
	}
}

// nextDate is the date that stands nearest to a phrase of a clause: right behind it but for
// a place, or right before it.
func (r *reader) nextDate(c *clause.Clause, p *clause.Phrase) *clause.Phrase {
	near := append(slices.Clone(c.With), c.Objects...)
	if c.Subject != nil {
		near = append(near, c.Subject)
	}
	for _, q := range near {
		isDate := ((q.Class == english.Date || q.Class == english.Year) && (q.Prep == "" || starts[q.Prep]) || r.yearsLater(q) != 0) && r.isTold(q)
		if !isDate || slices.ContainsFunc(r.here, func(o Claim) bool { return o.Kind == Date && o.item == q.Head }) {
			continue
		}
		if q.First >= p.Last && (c.Group == nil || q.First <= p.Last+1) || q.Last <= p.First && p.First-q.Last <= 2 {
			return q
		}
	}
	return nil
}

// datedUnits reads "the 1994 film Little Women", "the 2004 version", "a film of 2017".
func (r *reader) datedUnits() {
	for _, p := range r.Phrases {
		for _, m := range p.All() {
			switch {
			case m.Class == english.Title:
				w, _ := r.workOf(m)
				for _, i := range r.Own(m, english.Year) {
					if i < m.Head {
						r.yearIn(w, m, i)
					}
				}
				if m.Owner != nil && m.Owner.Class == english.Year { // "1987's Near Dark"
					r.yearIn(w, m, m.Owner.Head)
				}
				for _, a := range m.Apposed {
					r.ofYear(w, a)
				}
			case r.isUnitOfYear(m):
				r.unitOfYear(m)
			}
		}
	}
}

// editions are words for a work that a year before them dates.
var editions = wordSet("version remake original adaptation")

func (r *reader) isUnitOfYear(p *clause.Phrase) bool {
	if r.word(p.First) != "the" || p.Owner != nil || p.Pronoun != "" {
		return false
	}
	return p.Class == english.Unit && !r.Items[p.Head].Many && r.Items[p.Head].Of[0] != "episode" || p.Class == english.Word && editions[r.word(p.Head)]
}

// unitOfYear reads "the 2015 film" that points back to a title.
func (r *reader) unitOfYear(p *clause.Phrase) {
	years := r.Own(p, english.Year)
	if len(years) != 1 || r.Items[years[0]].Years[0] != r.Items[years[0]].Years[1] {
		return
	}
	w, _ := r.workOf(p)
	if w.title == None {
		w.title, w.anchor = r.topic(p)
	}
	if w.title != None && w.anchor >= Alone {
		w.seasons = nil
		r.yearIn(w, p, years[0])
	}
}

// datedWorks are nouns for a work that say of a title what it is, "a hit of 1987".
var datedWorks = wordSet("hit remake adaptation version debut classic western musical romance horror noir epic sequel two-parter three-parter")

// isOfYear reads what a title is said to be: "is a film of 1987", "is a 1987 film about".
func (r *reader) isOfYear(c *clause.Clause) {
	if w, ok := r.workOf(c.Subject); ok && c.Be && r.isShowable(c.Subject) {
		for _, o := range c.Objects {
			r.ofYear(w, o)
		}
	}
}

// datesFrom reads "Pariah dates from 2011", whose verb looks like a noun.
func (r *reader) datesFrom() {
	for _, p := range r.Phrases {
		at := p.Last
		if r.word(at) != "dates" {
			continue
		}
		at++
		if r.word(at) == "back" {
			at++
		}
		if w, ok := r.workOf(p); ok && w.title != None && r.isShowable(p) && (r.word(at) == "from" || r.word(at) == "to") && r.class(at+1) == english.Year {
			r.dated(w, r.dayAt(at+1), at+1, p.First, at+2)
		}
	}
}

// ofYear reads the year in what explains a title: "a 1987 film", "a hit of 1987".
func (r *reader) ofYear(w work, p *clause.Phrase) {
	if p.Class != english.Unit && !datedWorks[r.word(p.Head)] || p.Class == english.Unit && (r.Items[p.Head].Many || r.Items[p.Head].Of[0] == "episode") || w.title == None {
		return
	}
	years := r.Own(p, english.Year)
	if p.Of != nil && p.Of.Class == english.Year {
		years = append(years, p.Of.Head)
	}
	if !r.startsWith(p, "a an") || len(years) != 1 || r.Items[years[0]].Years[0] != r.Items[years[0]].Years[1] {
		return
	}
	w.seasons = nil
	r.dated(w, r.dayAt(years[0]), years[0], p.First, p.Last)
}

// setOff reads a year that commas set off behind a title: "Near Dark, from 1987", "Pariah,
// her first feature, in 2011", "The Nightingale, at Venice in 2018".
func (r *reader) setOff() {
	for k, p := range r.Phrases {
		isBare := r.isBareYear(p)
		if p.Class != english.Year && p.Class != english.Date || !starts[p.Prep] && !isBare || k == 0 || r.Items[p.Head].Date.Relative != "" || !r.isTold(p) {
			continue
		}
		before := r.Phrases[k-1]
		if before.Prep == "at" && before.Last == p.First-1 && k > 1 { // "at Venice in 2018"
			before = r.Phrases[k-2]
		}
		for before.After != nil && slices.Contains(before.After.Apposed, before) {
			before = before.After
		}
		if !r.isSetOff(p, before) || p.In != nil && r.winsIn(p.In) || r.frontsClause(p) {
			continue
		}
		w, ok := r.workOf(before)
		if !ok || w.title == None || w.anchor < Named {
			continue
		}
		r.dated(w, r.dayOf(p), p.Head, before.First, p.Last)
	}
}

// isBareYear reports whether a phrase is a year between signs, and no verb's: "Near Dark, 1987."
func (r *reader) isBareYear(p *clause.Phrase) bool {
	if p.Prep != "" || p.Class != english.Year || p.Last != p.First+1 || p.In != nil && p.In.Group != nil && r.class(p.In.Head) == english.Show {
		return false
	}
	next := r.word(p.Last)
	return next == "," || next == "." || next == ";" || next == ")" || p.Last == len(r.Items)
}

// isSetOff reports whether a comma stands between a title and what dates it.
func (r *reader) isSetOff(p, title *clause.Phrase) bool {
	if len(r.Own(title, english.Title)) != 1 || title.Prep == "for" || p.First-title.Last > 12 {
		return false
	}
	return r.word(title.Last) == "," && !ranges[r.word(p.Last)]
}

// frontsClause reports whether a date opens a clause of its own behind a comma: "…, but in April
// 2015 she left".
func (r *reader) frontsClause(p *clause.Phrase) bool {
	at := p.First - 1
	if r.word(at) == p.Prep {
		at--
	}
	return joinsClause[r.word(at)] && r.word(at-1) == "," ||
		p.In != nil && p.In.Group != nil && p.In.Subject != nil && p.In.Subject.First >= p.Last && p.In.Subject.First < p.In.Group.First
}

// joinsClause are conjunctions that open another clause behind a comma.
var joinsClause = wordSet("but and so while whereas although though then yet")

// ranges follow the first year of several.
var ranges = wordSet("to through until till -")

// winners are verbs of prizes and of lives, whose year is no title's.
var winners = wordSet("won win wins winning nominated awarded received took died born married divorced joined moved left honoured honored shortlisted accepted collected lost cancelled canceled shelved ended closed")

func (r *reader) winsIn(c *clause.Clause) bool {
	for ; c != nil; c = c.Parent {
		if c.Group != nil && (winners[c.Word] || r.isUnrealDate(c)) {
			return true
		}
	}
	return false
}

// datedLine reads a line of a timeline: the date at its head is that of the titles which
// it tells of.
func (r *reader) datedLine() {
	b, found := r.block()
	if !found || b.Shape == english.Heading || len(r.Items) < 3 || r.at > 0 && r.text.Sentences[r.at-1].Block == r.text.Sentences[r.at].Block {
		return
	}
	head := r.Items[0]
	if head.Class != english.Year && (head.Class != english.Date || head.Date.Year == 0) || !slices.Contains([]string{"-", "–", "—", ":"}, r.word(1)) {
		return
	}
	for _, item := range r.Items {
		if item.Class == english.Award || item.Class == english.Word && (others[item.Lower] || winners[item.Lower]) {
			return
		}
	}
	day := head.Date
	if head.Class == english.Year {
		day = english.Day{Year: head.Years[0]}
	}
	for _, p := range r.Phrases {
		if rankOf(p) < part && p.In != nil && p.In.Kind != clause.Reduced || p.Prep == "than" || p.Prep == "like" {
			continue
		}
		for _, m := range p.All() {
			if m.Class == english.Title && m.Bracket == nil {
				r.dated(work{title: r.Items[m.Head].Name, anchor: Named, item: m.Head}, day, 0, 0, m.Head+1)
			}
		}
	}
}

// lapsed reads how long after a first showing something came: "back well over two years after
// it first premiered".
func (r *reader) lapsed(c *clause.Clause) {
	if c.Sub != "after" || r.class(c.Head) != english.Show || c.Subject == nil {
		return
	}
	w, ok := r.workOf(c.Subject)
	at := c.Subject.First - 2
	if !ok || w.title == None || r.class(at) != english.Measure || !r.isYears(at) {
		return
	}
	for _, item := range r.Items[:at] {
		if item.Class == english.Season {
			w.seasons = nil
			r.addSeason(&w, item)
		}
	}
	claim := r.claimOf(Date, w)
	claim.Part, claim.Unit, claim.item = Part{}, "year", at
	claim.Value, claim.HasValue, claim.Bound = r.Items[at].Value, true, r.Items[at].Approx
	first := at
	for first > 0 && at-first < 2 && bounding[r.word(first-1)] {
		first--
	}
	r.span(&claim, first, c.Group.Last)
	r.keep(claim)
}

// bounding are words that bound a number behind them.
var bounding = wordSet("well over more than almost nearly about just under")

// isYears reports whether a length of time is given in years.
func (r *reader) isYears(i int) bool {
	return strings.HasSuffix(strings.ToLower(r.text.Text[r.Items[i].Start:r.Items[i].End]), "years") || strings.HasSuffix(strings.ToLower(r.text.Text[r.Items[i].Start:r.Items[i].End]), "year")
}
