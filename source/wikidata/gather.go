package wikidata

import (
	"bytes"
	"cmp"
	"context"
	"slices"
	"sort"
	"unicode/utf8"

	"rolecall"
	"rolecall/source"
)

// gatherer keeps what the files say, as numbers, until all is read.
type gatherer struct {
	report *source.Report
	holds  func(id string) bool

	people, titles []identified
	statements     []statement
	facts          []titleFact
	// bounds are how many of each there may be until repetitions are looked for.
	bounds struct{ people, titles, statements, facts int }
	// names are the English names of what may be a network or country. An empty
	// one is still to come.
	names map[uint32]string
}

// identified is an item and the number of an IMDb identifier it has.
type identified struct{ item, number uint32 }

func (a identified) compare(b identified) int {
	return cmp.Or(cmp.Compare(a.item, b.item), cmp.Compare(a.number, b.number))
}

// statement is a gender of a person, both as numbers.
type statement struct {
	person, gender uint32
	preferred      bool
}

func (a statement) compare(b statement) int {
	return cmp.Or(cmp.Compare(a.person, b.person), cmp.Compare(a.gender, b.gender), cmp.Compare(a.precedence(), b.precedence()))
}

func (a statement) precedence() rolecall.Precedence {
	if a.preferred {
		return rolecall.WikidataPreferred
	}
	return rolecall.WikidataNormal
}

// titleFact is a value of a title's property.
type titleFact struct {
	title, value uint32
	property     property
}

func (a titleFact) compare(b titleFact) int {
	return cmp.Or(cmp.Compare(a.title, b.title), cmp.Compare(a.property, b.property), cmp.Compare(a.value, b.value))
}

func newGatherer(report *source.Report, holds func(string) bool) *gatherer {
	if holds == nil {
		holds = func(string) bool { return true }
	}
	return &gatherer{report: report, holds: holds, names: make(map[uint32]string)}
}

// take keeps what is said of an item.
func (g *gatherer) take(e *entity) {
	for _, person := range e.people {
		g.people = append(g.people, identified{e.item, person})
		for _, stated := range e.genders {
			g.state(person, stated)
		}
	}
	for _, title := range e.titles {
		g.titles = append(g.titles, identified{e.item, title})
		if len(e.facts) > 0 && g.holds(titleID(title)) {
			g.tell(title, e.facts)
		}
	}
	if e.isNamed || g.isWanted(e.item) {
		g.name(e)
	}
	g.people = thinned(g.people, &g.bounds.people, identified.compare)
	g.titles = thinned(g.titles, &g.bounds.titles, identified.compare)
	g.statements = thinned(g.statements, &g.bounds.statements, statement.compare)
	g.facts = thinned(g.facts, &g.bounds.facts, titleFact.compare)
}

// fewest is from how many facts of a kind repetitions are looked for.
const fewest = 1 << 20

// thinned are facts without repetitions, each time that there are twice as many as
// there were different ones: a small file may unpack to one row a million times over.
func thinned[T comparable](all []T, bound *int, compare func(a, b T) int) []T {
	if len(all) < max(*bound, fewest) {
		return all
	}
	all = once(all, compare)
	*bound = 2 * len(all)
	return all
}

// name keeps the name of an item: the English one, or else the one for all languages.
func (g *gatherer) name(e *entity) {
	name := e.name
	if len(name) == 0 {
		name = e.anyName
	}
	switch {
	case len(name) == 0:
	case !utf8.Valid(name) || bytes.IndexByte(name, 0) >= 0:
		g.report.Unmapped("name that is no text", itemID(e.item))
	case len(name) > longestName:
		g.report.Unmapped("name of more than 1000 bytes", itemID(e.item))
	case len(e.name) > 0 || g.names[e.item] == "":
		g.names[e.item] = string(name)
	}
}

// longestName bounds a name, in bytes.
const longestName = 1000

// isWanted reports whether the name of an item is still to come.
func (g *gatherer) isWanted(item uint32) bool {
	name, known := g.names[item]
	return known && name == ""
}

func (g *gatherer) state(person uint32, stated statedGender) {
	if _, mapped := genders[stated.value]; mapped {
		g.statements = append(g.statements, statement{person, stated.value, stated.preferred})
		return
	}
	word := "no value or an unknown one"
	if stated.value != 0 {
		word = itemID(stated.value)
	}
	g.report.Unmapped("gender", word)
}

func (g *gatherer) tell(title uint32, facts []itemFact) {
	for _, f := range facts {
		g.facts = append(g.facts, titleFact{title, f.value, f.property})
		if details[f.property] != "" {
			if _, known := g.names[f.value]; !known {
				g.names[f.value] = ""
			}
		}
	}
}

// handOver gives to the sink what was gathered, once each and in order.
func (g *gatherer) handOver(ctx context.Context, sink source.Sink) error {
	g.people = once(g.people, identified.compare)
	g.titles = once(g.titles, identified.compare)
	g.statements = once(g.statements, statement.compare)
	g.facts = once(g.facts, titleFact.compare)
	for _, step := range []func() error{
		each(ctx, g.people, func(i identified) error { return identify(sink, personID(i.number), i.item) }),
		each(ctx, g.titles, func(i identified) error { return identify(sink, titleID(i.number), i.item) }),
		each(ctx, g.statements, func(s statement) error { return sink.AddStatement(s.stated()) }),
		each(ctx, g.facts, func(f titleFact) error { return g.handOverFact(sink, f) }),
	} {
		if err := step(); err != nil {
			return err
		}
	}
	return nil
}

func once[T comparable](all []T, compare func(a, b T) int) []T {
	slices.SortFunc(all, compare)
	return slices.Compact(all)
}

// each hands over one kind of fact, up to the first error or an interruption.
func each[T any](ctx context.Context, facts []T, add func(T) error) func() error {
	return func() error {
		for i, fact := range facts {
			if i%interrupted == 0 && ctx.Err() != nil {
				return ctx.Err()
			}
			if err := add(fact); err != nil {
				return err
			}
		}
		return nil
	}
}

func identify(sink source.Sink, owner string, item uint32) error {
	return sink.AddIdentifier(rolecall.Identifier{Owner: owner, Scheme: rolecall.WikidataID, Value: itemID(item)})
}

// stated is the statement in words.
func (a statement) stated() rolecall.Statement {
	value := genders[a.gender]
	return rolecall.Statement{
		PersonID: personID(a.person), Gender: value.Gender, Wording: value.Wording,
		Precedence: a.precedence(), Source: SourceID,
	}
}

func (g *gatherer) handOverFact(sink source.Sink, f titleFact) error {
	if role, is := credits[f.property]; is {
		return g.credit(sink, f, role)
	}
	return g.detail(sink, f)
}

func (g *gatherer) credit(sink source.Sink, f titleFact, role rolecall.Role) error {
	identifiers := g.identifiersOf(f.value)
	if len(identifiers) == 0 {
		g.report.Unmapped("person without IMDb identifier", role.Words())
	}
	for _, i := range identifiers {
		if person := personID(i.number); g.holds(person) {
			// One person may have several identifiers; credited is one of them.
			return sink.AddCredit(rolecall.Credit{TitleID: titleID(f.title), PersonID: person, Role: role})
		}
	}
	return nil
}

// identifiersOf are the IMDb identifiers of a person's item.
func (g *gatherer) identifiersOf(item uint32) []identified {
	first := sort.Search(len(g.people), func(i int) bool { return g.people[i].item >= item })
	last := first
	for last < len(g.people) && g.people[last].item == item {
		last++
	}
	return g.people[first:last]
}

func (g *gatherer) detail(sink source.Sink, f titleFact) error {
	name, of := g.names[f.value], details[f.property]
	if name == "" {
		g.report.Unmapped(string(of)+" without English name", itemID(f.value))
		return nil
	}
	return sink.AddDetail(titleID(f.title), of, name)
}
