package render

import (
	"strings"

	"rolecall"
	"rolecall/catalog"
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

// apart is a word with what tells the thing apart behind it.
func (s Search) apart(word, id string) string {
	if s.Apart[id] == "" {
		return word
	}
	return word + " · " + s.Apart[id]
}

func (s Search) terminal(p *page) {
	if len(s.Titles) > 0 {
		p.line("%s", p.colors.strong("TITLES"))
		p.columns(s.titleRows())
	}
	if len(s.People) > 0 {
		if len(s.Titles) > 0 {
			p.line("")
		}
		p.line("%s", p.colors.strong("PEOPLE"))
		p.columns(s.peopleRows())
	}
	p.line("")
	p.footer(s.Catalog)
}

func (s Search) titleRows() [][]string {
	rows := [][]string{{"title", "kind", "year", "id"}}
	for _, t := range s.Titles {
		name := t.Name
		if t.Kind == rolecall.Season || t.Kind == rolecall.Episode {
			name = t.Label()
		}
		if t.OriginalName != "" {
			name += " · " + t.OriginalName
		}
		rows = append(rows, []string{name, s.apart(string(t.Kind), t.ID), yearWords(t.Year), t.ID})
	}
	return rows
}

func (s Search) peopleRows() [][]string {
	rows := [][]string{{"person", "gender", "id"}}
	for _, p := range s.People {
		name := p.Name
		if p.NativeName != "" {
			name += " · " + p.NativeName
		}
		rows = append(rows, []string{name, s.apart(p.Gender.Words(), p.ID), p.ID})
	}
	return rows
}

func (s Search) markdown(p *page) {
	p.line("## %s", strings.TrimSpace(s.Text))
	if len(s.Titles) > 0 {
		p.line("")
		p.markdownTable(s.titleRows())
	}
	if len(s.People) > 0 {
		p.line("")
		p.markdownTable(s.peopleRows())
	}
	p.line("")
	p.line("*%s*", footer(s.Catalog))
}

func (s Search) rows() [][]string {
	rows := [][]string{{"what", "id", "name", "kind", "year", "gender"}}
	for _, t := range s.Titles {
		rows = append(rows, []string{"title", t.ID, t.Label(), string(t.Kind), number(t.Year, t.Year > 0), ""})
	}
	for _, p := range s.People {
		rows = append(rows, []string{"person", p.ID, p.Name, "", "", string(p.Gender)})
	}
	return rows
}
