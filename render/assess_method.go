package render

import (
	"fmt"
	"slices"
	"strings"

	"rolecall"
	"rolecall/standard"
)

// method writes how the assessment was made, to be pasted into an article or a
// paper, and how to cite it.
func (a Assess) method(p *page) {
	p.section("Method")
	for i, paragraph := range a.methodParagraphs() {
		if i > 0 {
			p.line("")
		}
		for line := range strings.SplitSeq(paragraph, "\n") {
			words := strings.TrimLeft(line, " ")
			p.indented(line[:len(line)-len(words)], words)
		}
	}
}

// methodParagraphs are the method in plain English, the citation as BibTeX last.
func (a Assess) methodParagraphs() []string {
	var named []string
	for _, one := range a.Assessments {
		s := one.Standard
		named = append(named, fmt.Sprintf("%s (%s, %d; read at %s)", s.Name, s.Publisher, s.Year, s.Citations[0].Address))
	}
	paragraphs := []string{
		fmt.Sprintf("%s was assessed from its credits by %s. The criteria are Rolecall's reading of what was published, in its own words.",
			a.Title.Label(), listWords(named)),
		"A person's gender is what a source states, and unknown where none does; it is never inferred. " +
			"“Met” means met whatever the unknown turns out to be, “not met” not met whatever it turns out to be. " +
			"“Unknown” depends on people whose gender is not stated or on credits that are not held. " +
			"“Needs judgement” depends on what credits do not show. " +
			"A film or episode without a credit in a role counts as unknown, never as done without.",
		a.coverageWords() + fmt.Sprintf("Counted by Rolecall on the %s catalog, content hash %s, built %s. Sources: %s.",
			a.Catalog.Name, a.Catalog.Hash, a.Catalog.Built, a.sourceWords()),
	}
	return append(paragraphs, a.bibtex())
}

// coverageWords say how many of the people counted have a gender stated.
func (a Assess) coverageWords() string {
	settled, of := 0, 0
	seen := make(map[string]bool)
	for _, one := range a.Assessments {
		for _, r := range one.Results {
			for _, t := range r.Tests {
				if len(t.Groups) == 1 && t.Unit == rolecall.People && !seen[t.Groups[0]] {
					seen[t.Groups[0]] = true
					settled, of = settled+t.Count.Settled(), of+t.Count.Of
				}
			}
		}
	}
	if of == 0 {
		return ""
	}
	return fmt.Sprintf("Of the %d people counted, each once in each group, a gender is stated for %d. ", of, settled)
}

func (a Assess) sourceWords() string {
	var parts []string
	for _, s := range a.Catalog.Sources {
		parts = append(parts, fmt.Sprintf("%s (%s)", s.Name, s.Licence))
	}
	return strings.Join(parts, "; ")
}

// bibtex is the entry that cites the answer.
func (a Assess) bibtex() string {
	year, _, _ := strings.Cut(a.Catalog.Built, "-")
	standards := slices.Compact(ids(a.Assessments))
	return fmt.Sprintf(`@misc{rolecall-%s-%s,
  title = {%s, assessed by %s},
  howpublished = {Rolecall, %s catalog},
  year = {%s},
  note = {content hash %s}
}`, citationKey(a.Title.ID), shortKey(a.Catalog.Hash), a.Title.Label(), strings.Join(standards, ", "), a.Catalog.Name, year, a.Catalog.Hash)
}

func citationKey(id string) string {
	return strings.NewReplacer("/", "-", "{", "", "}", "", ",", "").Replace(id)
}

func shortKey(hash string) string { return hash[:min(len(hash), 8)] }

// Standards is the answer to "rolecall assess --list": the standards there are.
type Standards struct{ Set standard.Set }

func (s Standards) terminal(p *page) {
	for i, one := range s.Set {
		if i > 0 {
			p.line("")
		}
		p.sentence(p.colors.strong(one.ID) + "  " + one.Name + ", " + fmt.Sprint(one.Year) + " · " + kindsWords(one))
		p.indented("    ", one.Publisher)
		p.indented("    ", one.Wording)
	}
}

func kindsWords(s *standard.Standard) string {
	words := make([]string, len(s.Kinds))
	for i, k := range s.Kinds {
		words[i] = string(k)
	}
	return "for " + strings.Join(words, ", ")
}

func (s Standards) markdown(p *page) {
	p.markdownTable(s.table())
}

func (s Standards) rows() [][]string { return s.table() }

func (s Standards) table() [][]string {
	rows := [][]string{{"standard", "name", "publisher", "year", "applies_to", "criteria", "wording", "address", "read"}}
	for _, one := range s.Set {
		kinds := strings.TrimPrefix(kindsWords(one), "for ")
		rows = append(rows, []string{
			one.ID, one.Name, one.Publisher, fmt.Sprint(one.Year), kinds, fmt.Sprint(len(one.Criteria)),
			one.Wording, one.Citations[0].Address, one.Citations[0].Read,
		})
	}
	return rows
}

func (s Standards) object() any {
	objects := []standardJSON{}
	for _, one := range s.Set {
		objects = append(objects, standardObject(one))
	}
	return struct {
		Standards []standardJSON `json:"standards"`
	}{objects}
}
