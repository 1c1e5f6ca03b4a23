package render

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"rolecall"
	"rolecall/block"
	"rolecall/catalog"
	"rolecall/measure"
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
	// Glances are what is said of titles, KnownFor of people, by identifier.
	Glances  map[string]catalog.Glance
	KnownFor map[string]string
	// NotNamed says that nothing in the catalog is called what was looked for; Picked is
	// how many films and seasons it holds if they were picked by hand.
	NotNamed bool
	Picked   int
}

// SearchOf is the answer about a text from what is said of all that was found.
func SearchOf(text string, d measure.Described, i catalog.Info) Search {
	return Search{Text: text, Titles: d.Titles, People: d.People, Apart: d.Apart, Glances: d.Glances, KnownFor: d.KnownFor, NotNamed: !d.IsNamed, Picked: d.Picked, Catalog: i}
}

// Missing says that nothing is called what was looked for; empty where something is.
func (s Search) Missing() string {
	if !s.NotNamed {
		return ""
	}
	return fmt.Sprintf("Nothing in this catalog is called “%s”", strings.TrimSpace(s.Text))
}

// Blocks are the answer for people.
func (s Search) Blocks() []block.Block {
	blocks := []block.Block{block.Asked(strings.TrimSpace(s.Text))}
	if words := s.Missing(); words != "" {
		blocks = append(blocks, block.Sentence{Text: block.Plain(words + "; what follows is near to it.")})
	}
	if len(s.Titles) > 0 {
		blocks = append(blocks, block.Heading{Words: "Titles"}, s.titles())
	}
	if len(s.People) > 0 {
		blocks = append(blocks, block.Heading{Words: "People"}, s.people())
	}
	if s.NotNamed && s.Picked > 0 {
		blocks = append(blocks, block.Sentence{Text: block.Plain(phrase.Picked(s.Picked) + ". " + phrase.ToImport + ":")},
			block.Code{Language: "sh", Text: strings.Join(phrase.Importing, "\n")})
	}
	return append(blocks, footer(s.Catalog))
}

func (s Search) titles() block.Table {
	t := block.Table{Head: []string{"title", "kind", "year", "made by", "id"}, Spare: []string{"made by"}}
	if s.Glances == nil && s.Apart == nil {
		t.Head = slices.DeleteFunc(t.Head, func(head string) bool { return head == "made by" })
	}
	for _, title := range s.Titles {
		row := []string{phrase.Joined(" · ", phrase.Listed(title), title.OriginalName), phrase.Joined(", ", string(title.Kind), seasonsOf(s.Glances[title.ID])), phrase.Year(title.Year), title.ID}
		if len(t.Head) > len(row) {
			row = slices.Insert(row, len(row)-1, s.MadeBy(title))
		}
		t.Rows = append(t.Rows, block.Texts(row...))
	}
	return t
}

// MadeBy is who made a title and, where others bear its name, where it is from.
func (s Search) MadeBy(t rolecall.Title) string { return cmp.Or(s.Apart[t.ID], s.Glances[t.ID].Maker) }

// Known is what a person is known for.
func (s Search) Known(p rolecall.Person) string { return cmp.Or(s.Apart[p.ID], s.KnownFor[p.ID]) }

func (s Search) people() block.Table {
	t := block.Table{Head: []string{"person", "gender", "id"}}
	for _, p := range s.People {
		t.Rows = append(t.Rows, block.Texts(phrase.Joined(" · ", p.Name, p.NativeName), phrase.Joined(" · ", p.Gender.Words(), s.Known(p)), p.ID))
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
