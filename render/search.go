package render

import (
	"slices"
	"strings"

	"rolecall"
	"rolecall/block"
	"rolecall/catalog"
	"rolecall/phrase"
)

// Search is the answer to "rolecall search": titles and people near a text.
type Search struct {
	Text    string
	Titles  []rolecall.Title
	People  []rolecall.Person
	Catalog catalog.Info
	// Apart is what tells those apart who share a name, by identifier.
	Apart map[string]string
}

// Blocks are the answer for people.
func (s Search) Blocks() []block.Block {
	blocks := []block.Block{block.Asked(strings.TrimSpace(s.Text))}
	if len(s.Titles) > 0 {
		blocks = append(blocks, block.Heading{Words: "Titles"}, s.titles())
	}
	if len(s.People) > 0 {
		blocks = append(blocks, block.Heading{Words: "People"}, s.people())
	}
	return append(blocks, footer(s.Catalog))
}

func (s Search) titles() block.Table {
	t := block.Table{Head: []string{"title", "kind", "year", "id"}}
	for _, title := range s.Titles {
		t.Rows = append(t.Rows, block.Texts(nameIn(title),
			phrase.Joined(" · ", string(title.Kind), s.Apart[title.ID]), phrase.Year(title.Year), title.ID))
	}
	return t
}

func (s Search) people() block.Table {
	t := block.Table{Head: []string{"person", "gender", "id"}}
	for _, p := range s.People {
		t.Rows = append(t.Rows, block.Texts(phrase.Joined(" · ", p.Name, p.NativeName), phrase.Joined(" · ", p.Gender.Words(), s.Apart[p.ID]), p.ID))
	}
	return t
}

// Rows are the titles, then the people.
func (s Search) Rows() block.Rows {
	rows := block.Rows{Columns: slices.Concat(block.TextColumns("what", "id", "name", "kind"), block.WholeColumns("year"), block.TextColumns("gender"))}
	for _, t := range s.Titles {
		rows.Add("title", t.ID, t.Label(), t.Kind, block.Known(t.Year, t.Year > 0), nil)
	}
	for _, p := range s.People {
		rows.Add("person", p.ID, p.Name, nil, nil, p.Gender)
	}
	return rows
}
