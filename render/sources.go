package render

import (
	"slices"

	"rolecall"
	"rolecall/block"
	"rolecall/catalog"
	"rolecall/phrase"
)

// Sources is the answer to "rolecall sources": what the catalog holds, from
// where, under what licence, and how far genders are stated.
type Sources struct {
	Holdings catalog.Holdings
	Coverage []catalog.Coverage
	Catalog  catalog.Info
	// Path is the catalog's file, empty if it is held in memory.
	Path string
}

// Blocks are the answer for people.
func (s Sources) Blocks() []block.Block {
	blocks := []block.Block{block.Title{Text: block.Plain("The " + s.Catalog.Name + " catalog")}}
	if s.Catalog.HandPicked {
		blocks = append(blocks, block.Below{Block: block.Sentence{Text: block.Plain("Hand-picked: it says who made a title, never how rare that is.")}})
	}
	blocks = append(blocks, block.Heading{Words: "What it holds"}, s.held())
	if len(s.Coverage) > 0 {
		blocks = append(blocks, block.Heading{Words: "Whose gender is stated"}, s.stated())
	}
	return append(blocks, block.Heading{Words: "Where it comes from"}, s.list(), s.facts())
}

// Held is what the catalog holds, by its name.
type Held struct {
	What   string
	Number int
}

// Held is what the catalog holds and how much of each.
func (s Sources) Held() []Held {
	h := s.Holdings
	held := []Held{
		{"films", h.Films}, {"series", h.Series}, {"seasons", h.Seasons}, {"episodes", h.Episodes}, {"people", h.People},
		{"credits", h.Credits}, {"statements of gender", h.Statements}, {"pages cited", h.Citations},
	}
	if h.Lists > 0 {
		held = append(held, Held{"lists of titles", h.Lists})
	}
	return held
}

func (s Sources) held() block.Table {
	t := block.Table{Head: []string{"", "number"}, Right: []int{1}}
	for _, held := range s.Held() {
		t.Rows = append(t.Rows, block.Texts(held.What, phrase.Number(held.Number)))
	}
	return t
}

// stated are the coverages by role: by all sources together and, where there are
// several, by each.
func (s Sources) stated() block.Table {
	stating := make(map[string]bool)
	for _, c := range s.Coverage {
		stating[c.Source] = true
	}
	t := block.Table{Head: []string{"role", "people", "stated", "share", "by"}, Right: []int{1, 2, 3}}
	for _, c := range s.Coverage {
		if c.Source != "" && len(stating) == 2 {
			continue
		}
		by := c.Source
		if by == "" {
			by = "all sources"
		}
		share := rolecall.Fraction{Numerator: c.Stated, Denominator: c.People}
		t.Rows = append(t.Rows, block.Texts(c.Role.Words(), phrase.Number(c.People), phrase.Number(c.Stated), share.Percent(), by))
	}
	return t
}

func (s Sources) list() (list block.List) {
	for _, source := range s.Catalog.Sources {
		item := block.Item{
			Text:  block.Join(block.Strong(source.Name), block.Plain(" ("+source.ID+")")),
			Under: append([]block.Text{block.Link("", source.Address)}, block.Texts("licence: "+source.Licence, "read "+source.Retrieved)...),
		}
		if source.Checksum != "" {
			item.Under = append(item.Under, block.Plain(source.Checksum))
		}
		list.Items = append(list.Items, item)
	}
	return list
}

func (s Sources) facts() block.Facts {
	facts := block.Facts{{Name: "content hash", Value: s.Catalog.Hash}, {Name: "built", Value: s.Catalog.Built + " by rolecall " + s.Catalog.Program}}
	if s.Path != "" {
		facts = append(facts, block.Fact{Name: "file", Value: s.Path})
	}
	return facts
}

// Rows are the sources.
func (s Sources) Rows() block.Rows {
	rows := block.Rows{Columns: slices.Concat(block.TextColumns("source", "name", "licence", "address", "retrieved", "checksum"), []block.Column{{Name: "hand_picked", Kind: block.YesNo}})}
	for _, source := range s.Catalog.Sources {
		rows.Add(source.ID, source.Name, source.Licence, source.Address, source.Retrieved, source.Checksum, source.HandPicked)
	}
	return rows
}
