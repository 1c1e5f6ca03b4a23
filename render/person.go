package render

import (
	"fmt"
	"slices"
	"strings"

	"rolecall"
	"rolecall/catalog"
	"rolecall/measure"
)

// Person is the answer to "rolecall person": one person's credits, and what is
// stated of them with its sources.
type Person struct {
	Career  measure.Career
	Catalog catalog.Info
}

func (a Person) terminal(p *page) {
	person := a.Career.Person
	name := person.Name
	if person.NativeName != "" {
		name += " · " + person.NativeName
	}
	p.sentence(p.colors.strong(name))
	p.line("")
	p.sentence(p.colors.mark(person.Gender) + " " + a.genderWords())
	p.section(fmt.Sprintf("Credits (%d)", a.credits()))
	p.columns(a.works())
	if len(a.Career.Statements) > 0 {
		p.section(fmt.Sprintf("What is stated (%d)", len(a.Career.Statements)))
	}
	for _, s := range a.Career.Statements {
		p.indented("  ", a.statementWords(s))
		if page, held := a.Career.Pages[s.Citation]; held {
			p.indented("    ", p.colors.quiet(pageWords(page)))
			p.line("    %s", p.colors.quiet(page.Address)) // unbroken, so that it can be opened
		}
	}
	p.line("")
	p.footer(a.Catalog)
}

// genderWords says what the statements come to and why.
func (a Person) genderWords() string {
	person, deciding := a.Career.Person, len(a.Career.Deciding)
	switch {
	case person.Conflict:
		return fmt.Sprintf("Counted as unknown: %s disagree.", plural(deciding, "statement", "statements of equal weight"))
	case deciding == 0:
		return "Gender not stated by any source here; counted as unknown."
	}
	value := person.Gender.Words()
	if person.Gender == rolecall.Woman || person.Gender == rolecall.Man {
		value = "a " + value
	}
	return fmt.Sprintf("Counted as %s, by %s.", value, plural(deciding, "statement", "statements"))
}

func (a Person) statementWords(s rolecall.Statement) string {
	words := s.Gender.Words()
	if s.Wording != "" {
		words += fmt.Sprintf(": “%s”", s.Wording)
	}
	return words
}

func pageWords(page rolecall.Page) string {
	words := fmt.Sprintf("%s, %s, read %s", page.Publisher, page.Title, page.Retrieved)
	if page.Copy != "" {
		words += ", in the copy of " + page.Copy
	}
	return words
}

func (a Person) credits() (n int) {
	for _, w := range a.Career.Works {
		n += len(w.Leaves)
	}
	return n
}

func (a Person) works() [][]string {
	rows := [][]string{{"year", "title", "role", "episodes"}}
	for _, w := range a.Career.Works {
		role := w.Role.Words()
		if detail := slices.Concat(w.Characters, single(w.Job)); len(detail) > 0 {
			role += " (" + strings.Join(detail, ", ") + ")"
		}
		name := w.Title.Name
		if w.Title.Kind == rolecall.Season {
			name = w.Title.Label()
		}
		rows = append(rows, []string{yearWords(w.Title.Year), name, role, workEpisodes(w)})
	}
	return rows
}

// workEpisodes are the numbers of the episodes credited.
func workEpisodes(w measure.Work) string {
	switch {
	case w.Title.Kind == rolecall.Film:
		return ""
	case len(w.Leaves) == 0:
		return notSaid
	case w.Scope != rolecall.OfTitle:
		return "whole " + string(w.Scope)
	}
	numbers := make([]int, len(w.Leaves))
	for i, leaf := range w.Leaves {
		numbers[i] = leaf.Episode
	}
	return ranges(numbers)
}

func (a Person) markdown(p *page) {
	p.line("## %s", a.Career.Person.Name)
	p.line("")
	p.line("%s", a.genderWords())
	p.line("")
	p.markdownTable(a.works())
	p.line("")
	for _, s := range a.Career.Statements {
		page := a.Career.Pages[s.Citation]
		p.line("- %s — [%s](%s)", a.statementWords(s), pageWords(page), page.Address)
	}
	p.line("")
	p.line("*%s*", footer(a.Catalog))
}

func (a Person) rows() [][]string {
	rows := [][]string{{"person_id", "person", "gender", "title_id", "title", "season", "episode", "name", "released", "role", "job", "characters", "billing", "scope", "sources"}}
	for _, w := range a.Career.Works {
		for _, leaf := range orWhole(w.Leaves, w.Title) {
			episode := leaf.Kind == rolecall.Episode
			rows = append(rows, []string{
				a.Career.Person.ID, a.Career.Person.Name, string(a.Career.Person.Gender), leaf.ID, w.Title.Name,
				number(leaf.Season, episode), number(leaf.Episode, episode), leaf.Name, leaf.First().String(), string(w.Role), w.Job,
				strings.Join(w.Characters, "; "), number(w.Billing, w.Billing > 0), string(w.Scope), strings.Join(w.Citations, "; "),
			})
		}
	}
	return rows
}
