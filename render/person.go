package render

import (
	"fmt"
	"slices"
	"strings"

	"rolecall"
	"rolecall/block"
	"rolecall/catalog"
	"rolecall/measure"
	"rolecall/phrase"
	"rolecall/phrase/sentence"
)

// Person is the answer to "rolecall person": one person's credits, and what is
// stated of them with its sources.
type Person struct {
	Career  measure.Career
	Catalog catalog.Info
}

// Blocks are the answer for people.
func (a Person) Blocks() []block.Block {
	person := a.Career.Person
	blocks := []block.Block{
		block.Title{Text: block.Plain(phrase.Joined(" · ", person.Name, person.NativeName))},
		block.Sentence{Text: block.Strong(a.Finding())}, block.Below{Block: block.Sentence{Text: block.Plain(a.FinePrint())}},
		block.Sentence{Text: block.Join(block.Mark(person.Gender), block.Plain(" "+sentence.Gender(a.Career)))},
		block.Heading{Words: fmt.Sprintf("Credits (%d)", a.credits())}, a.works(),
	}
	if n := len(a.Career.Statements); n > 0 {
		blocks = append(blocks, block.Heading{Words: fmt.Sprintf("What is stated (%d)", n)}, a.statements())
	}
	return append(blocks, footer(a.Catalog))
}

// Finding is what is on record of the person, in a sentence.
func (a Person) Finding() string { return sentence.Career(a.Career) }

// FinePrint is how much is on record, and the caveat, in a line.
func (a Person) FinePrint() string {
	words := sentence.CareerRests(a.Career)
	if a.Catalog.HandPicked {
		words += " The titles were picked by hand."
	}
	return words
}

func (a Person) credits() (n int) {
	for _, w := range a.Career.Works {
		n += len(w.Leaves)
	}
	return n
}

func (a Person) works() block.Table {
	t := block.Table{Head: []string{"year", "title", "role", "episodes"}}
	for _, w := range a.Career.Works {
		role := w.Role.Words()
		if as := sentence.As(w.Credit); as != "" {
			role += " (" + as + ")"
		}
		name := w.Title.Name
		if w.Title.Kind == rolecall.Season {
			name = w.Title.Label()
		}
		t.Rows = append(t.Rows, block.Texts(phrase.Year(w.Title.Year), name, role, sentence.WorkEpisodes(w).String()))
	}
	return t
}

// statements are what is stated, each with the page that does.
func (a Person) statements() (list block.List) {
	for _, s := range a.Career.Statements {
		item := block.Item{Text: block.Plain(sentence.Statement(s))}
		if page, held := a.Career.Pages[s.Citation]; held {
			item.Under = []block.Text{{{Words: phrase.Page(page), Style: block.Faint, Address: page.Address}}}
		}
		list.Items = append(list.Items, item)
	}
	return list
}

// Rows are the credits one by one.
func (a Person) Rows() block.Rows {
	person := a.Career.Person
	rows := block.Rows{Columns: slices.Concat(block.TextColumns("person_id", "person", "gender", "title_id", "title"), block.WholeColumns("season", "episode"),
		block.TextColumns("name", "released", "role", "job", "characters"), block.WholeColumns("billing"), block.TextColumns("scope", "sources"))}
	for _, w := range a.Career.Works {
		for _, leaf := range orWhole(w.Leaves, w.Title) {
			rows.Add(person.ID, person.Name, person.Gender, leaf.ID, w.Title.Name, seasonOf(leaf), episodeOf(leaf), leaf.Name, leaf.First().String(),
				w.Role, w.Job, strings.Join(w.Characters, "; "), block.Known(w.Billing, w.Billing > 0), w.Scope, strings.Join(w.Citations, "; "))
		}
	}
	return rows
}
