package render

import (
	"cmp"
	"fmt"
	"maps"
	"slices"

	"rolecall"
	"rolecall/block"
	"rolecall/catalog"
	"rolecall/contract"
	"rolecall/measure"
	"rolecall/phrase"
	"rolecall/phrase/sentence"
)

// Careers is the answer to "rolecall careers": how many titles those in a role have, for whom
// it is the first, and who had been on the series before.
type Careers struct {
	Careers measure.Careers
	Catalog catalog.Info
}

// Blocks are the answer for people.
func (c Careers) Blocks() []block.Block {
	blocks := []block.Block{
		block.Title{Text: block.Plain(c.Finding() + ".")},
		block.Below{Block: block.Sentence{Text: block.Plain(c.Scope() + ".")}},
	}
	for _, table := range c.Tables() {
		blocks = append(blocks, table)
	}
	return append(blocks, ending(c.Notes(), nil, c.Catalog)...)
}

// Tables are what can be told: the titles each, and the first times unless titles were picked
// by hand.
func (c Careers) Tables() []block.Table {
	tables := []block.Table{c.titlesEach()}
	if c.Careers.TellsFirst {
		tables = append(tables, c.firsts())
		if slices.ContainsFunc(c.Careers.Rows, func(of catalog.CareersOf) bool { return of.OnSeries > 0 }) {
			tables = append(tables, c.before())
		}
	}
	return tables
}

// Scope says which titles are meant; it ends without a full stop.
func (c Careers) Scope() string {
	return fmt.Sprintf("%s: %s", phrase.Capital(catalog.WordsCounted(c.Careers.Population)), phrase.Titles(c.Careers.Titles))
}

// Finding is what was found, in a sentence without its stop.
func (c Careers) Finding() string { return sentence.Careers(c.Careers) }

// titlesEach is on how many titles people are credited.
func (c Careers) titlesEach() block.Table {
	t := block.Table{Title: "Titles each", Head: []string{"gender", "people", "one", "two", "three", "four", "five or more", "mean"}}
	for _, of := range c.Careers.Rows {
		row := block.Texts(phrase.People(of.Gender), phrase.Grouped(of.People))
		for _, people := range of.ByTitles {
			row = append(row, block.Plain(phrase.Grouped(people)))
		}
		t.Rows = append(t.Rows, append(row, block.Plain(fmt.Sprintf("%.2f", float64(of.Titles)/float64(of.People)))))
	}
	return t
}

// firsts is for whom the role is new.
func (c Careers) firsts() block.Table {
	t := block.Table{Title: "First time", Head: []string{"gender", "for certain", "perhaps", "never again", "years since"}}
	for _, of := range c.Careers.Rows {
		years := phrase.None
		if of.Years >= 0 {
			years = phrase.Grouped(of.Years)
		}
		t.Rows = append(t.Rows, block.Texts(phrase.People(of.Gender), partOf(of.First, of.People), phrase.Grouped(of.Unsure), partOf(of.Once, of.First), years))
	}
	return t
}

// before is who had been on the series before.
func (c Careers) before() block.Table {
	t := block.Table{Title: "On a series", Head: []string{"gender", "for the first time", "on it before", "most often as"}}
	for _, of := range c.Careers.Rows {
		t.Rows = append(t.Rows, block.Texts(phrase.People(of.Gender), phrase.Grouped(of.OnSeries), partOf(of.Before, of.OnSeries), oftenest(of.BeforeAs)))
	}
	return t
}

// partOf is a part with its share: "90 (31 %)".
func partOf(part, of int) string {
	if of == 0 {
		return phrase.Grouped(part)
	}
	return fmt.Sprintf("%s (%s)", phrase.Grouped(part), rolecall.Fraction{Numerator: part, Denominator: of}.Percent())
}

// oftenest are the three roles that most had: "cast 14, writer 9, editor 2".
func oftenest(as map[rolecall.Role]int) string {
	roles := slices.SortedFunc(maps.Keys(as), func(a, b rolecall.Role) int { return cmp.Or(as[b]-as[a], a.Compare(b)) })
	words := phrase.Each(roles[:min(3, len(roles))], func(r rolecall.Role) string { return r.Words() + " " + phrase.Grouped(as[r]) })
	return cmp.Or(phrase.Joined(", ", words...), phrase.None)
}

// Notes say what a reader may otherwise take wrong.
func (c Careers) Notes() []string {
	if !c.Careers.TellsFirst {
		return []string{handPickedNote, "Whose first credit something is, a hand-picked catalog does not tell: import IMDb to answer (docs/import-imdb.md)."}
	}
	return []string{
		"A season counts as one title, a film as one; episodes without a known season count each.",
		"First is the first on record: for certain where no title outside of these may be earlier. “Perhaps” are those of whom that cannot be told.",
		"“Never again” are those without another film or season in the role on record, of those here for the first time.",
		"Years since go from a person's first title in the role on record to the last of these, in the middle of all.",
	}
}

// Contract is the answer as JSON says it.
func (c Careers) Contract() contract.Careers {
	object := contract.Careers{
		Population: populationObject(c.Careers.Population, catalog.WordsCounted(c.Careers.Population), c.Careers.Titles),
		Role:       c.Careers.Role, Finding: c.Finding() + ".", Rows: []contract.CareersOf{}, Notes: c.Notes(), Catalog: catalogObject(c.Catalog),
	}
	for _, of := range c.Careers.Rows {
		by := of.ByTitles
		row := contract.CareersOf{Gender: of.Gender, People: of.People, Titles: of.Titles,
			ByTitles: contract.TitlesEach{One: by[0], Two: by[1], Three: by[2], Four: by[3], FiveOrMore: by[4]}}
		if c.Careers.TellsFirst {
			row.First = &contract.FirstCredits{People: of.First, Unsure: of.Unsure, Once: of.Once, OnSeries: of.OnSeries, Before: of.Before, BeforeAs: of.BeforeAs}
			if of.Years >= 0 {
				row.First.Years = &of.Years
			}
		}
		object.Rows = append(object.Rows, row)
	}
	return object
}

// Rows are the people by gender.
func (c Careers) Rows() block.Rows {
	rows := block.Rows{Columns: slices.Concat(block.TextColumns("gender", "role"), block.WholeColumns("people", "titles", "one", "two", "three", "four", "five_or_more",
		"first", "unsure", "once", "years", "on_series", "before"))}
	for _, of := range c.Careers.Rows {
		by := of.ByTitles
		row := []any{of.Gender, c.Careers.Role, of.People, of.Titles, by[0], by[1], by[2], by[3], by[4]}
		if !c.Careers.TellsFirst {
			rows.Add(append(row, nil, nil, nil, nil, nil, nil)...)
			continue
		}
		var years any
		if of.Years >= 0 {
			years = of.Years
		}
		rows.Add(append(row, of.First, of.Unsure, of.Once, years, of.OnSeries, of.Before)...)
	}
	return rows
}
