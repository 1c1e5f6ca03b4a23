package render

import (
	"fmt"
	"slices"
	"strings"

	"rolecall"
	"rolecall/block"
	"rolecall/catalog"
	"rolecall/contract"
	"rolecall/measure"
	"rolecall/phrase"
	"rolecall/phrase/sentence"
)

// Browse is the answer to "rolecall browse": the titles that a catalog holds.
type Browse struct {
	Browsed measure.Browsed
	Catalog catalog.Info
}

// Finding is how many titles there are, in a sentence without its stop.
func (b Browse) Finding() string { return sentence.Held(b.Browsed, b.Catalog.HandPicked) }

// Blocks are the answer for people.
func (b Browse) Blocks() []block.Block {
	blocks := []block.Block{block.Title{Text: block.Plain(b.Finding() + ".")}}
	if len(b.Browsed.Rows) > 0 {
		blocks = append(blocks, b.titles())
	}
	if words := b.Listed(); words != "" {
		blocks = append(blocks, block.Below{Block: block.Sentence{Text: block.Plain(words + ".")}})
	}
	if words := b.Missing(); words != "" {
		blocks = append(blocks, block.Below{Block: block.Sentence{Text: block.Plain(words + ".")}})
	}
	if facets := b.facets(); len(facets.Items) > 0 {
		blocks = append(blocks, block.Heading{Words: "To narrow it"}, facets)
	}
	return append(blocks, footer(b.Catalog))
}

// Listed says which of the titles are listed and by what; empty where all are.
func (b Browse) Listed() string {
	from, n := b.Browsed.From, len(b.Browsed.Rows)
	if n == 0 || n == b.Browsed.Titles {
		return ""
	}
	return fmt.Sprintf("%s to %s of %s, %s", phrase.Grouped(from+1), phrase.Grouped(from+n), phrase.Grouped(b.Browsed.Titles), OrderWords(b.Browsed.Browsing.Order))
}

// Missing says which names asked for no title bears; empty where titles are listed.
func (b Browse) Missing() string {
	if len(b.Browsed.Unheld) == 0 {
		return ""
	}
	return "Nothing in it has " + phrase.Or(b.Browsed.Unheld)
}

// OrderWords say what titles are listed by.
func OrderWords(o catalog.Order) string {
	return map[catalog.Order]string{catalog.ByVotes: "most votes first", catalog.Newest: "newest first", catalog.Oldest: "oldest first", catalog.ByName: "by name"}[o]
}

func (b Browse) titles() block.Table {
	t := block.Table{Head: []string{"title", "kind", "year", "made by", "directors", "id"}, Spare: []string{"directors", "made by"}}
	for _, title := range b.Browsed.Rows {
		glance := b.Browsed.Glances[title.ID]
		directors := ""
		if glance.Directors.Total() > 0 {
			directors = phrase.Tally(glance.Directors)
		}
		t.Rows = append(t.Rows, block.Texts(phrase.Joined(" · ", phrase.Listed(title), title.OriginalName), phrase.Joined(", ", string(title.Kind), seasonsOf(glance)), phrase.Year(title.First().Year), glance.Maker, directors, title.ID))
	}
	return t
}

// seasonsOf is how many seasons a series has: "3 seasons"; empty of others.
func seasonsOf(g catalog.Glance) string {
	if len(g.Seasons) == 0 {
		return ""
	}
	return phrase.Counted(len(g.Seasons), "season", "seasons")
}

// mostFacetWords is how many values of a facet are named to people.
const mostFacetWords = 8

// facets name the values with the most titles.
func (b Browse) facets() (list block.List) {
	for _, f := range b.Browsed.Facets {
		var words []string
		for _, v := range f.Values[:min(len(f.Values), mostFacetWords)] {
			words = append(words, FacetWords(f.Of, v.Value)+" "+phrase.Grouped(v.Titles))
		}
		if more := len(f.Values) - len(words); more > 0 {
			words = append(words, fmt.Sprintf("and %d more", more))
		}
		list.Items = append(list.Items, block.Item{Text: block.Join(block.Strong(string(f.Of)), block.Plain(": "+strings.Join(words, ", ")))})
	}
	return list
}

// FacetWords is a value of a facet as people read it.
func FacetWords(of catalog.FacetOf, value string) string {
	switch of {
	case catalog.FacetKind:
		return rolecall.Kind(value).Plural()
	case catalog.FacetRole:
		return phrase.Role(rolecall.Role(value))
	}
	return value
}

// Rows are the titles.
func (b Browse) Rows() block.Rows {
	rows := block.Rows{Columns: slices.Concat(block.TextColumns("id", "name", "kind"), block.WholeColumns("year"), block.TextColumns("maker"),
		block.WholeColumns("directors", "directors_women", "directors_men", "directors_nonbinary", "directors_unknown", "seasons", "episodes"))}
	for _, t := range b.Browsed.Rows {
		glance := b.Browsed.Glances[t.ID]
		d, year := glance.Directors, t.First().Year
		rows.Add(t.ID, t.Label(), t.Kind, block.Known(year, year > 0), glance.Maker, d.Total(), d.Women, d.Men, d.Nonbinary, d.Unknown, len(glance.Seasons), t.Episodes)
	}
	return rows
}

// Contract is the answer as JSON says it.
func (b Browse) Contract() contract.Browsed {
	asked := b.Browsed
	object := contract.Browsed{
		Population: populationObject(asked.Population, catalog.WordsCounted(asked.Population), asked.Titles), Roles: orEmpty(asked.Roles),
		Order: string(asked.Browsing.Order), From: asked.From, Rows: []contract.BrowsedTitle{}, Facets: []contract.Facet{}, Catalog: catalogObject(b.Catalog),
	}
	for _, t := range asked.Rows {
		glance := asked.Glances[t.ID]
		row := contract.BrowsedTitle{Title: titleObject(t), Maker: glance.Maker, Seasons: []string{}}
		if glance.Directors.Total() > 0 {
			directors := contract.Tally(glance.Directors)
			row.Directors = &directors
		}
		for _, s := range glance.Seasons {
			row.Seasons = append(row.Seasons, s.ID)
		}
		object.Rows = append(object.Rows, row)
	}
	for _, f := range asked.Facets {
		facet := contract.Facet{Of: string(f.Of)}
		for _, v := range f.Values {
			facet.Values = append(facet.Values, contract.FacetValue(v))
		}
		object.Facets = append(object.Facets, facet)
	}
	return object
}
