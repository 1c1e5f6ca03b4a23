package render

import (
	"fmt"
	"strings"

	"rolecall"
	"rolecall/method"
	"rolecall/standard"
)

// method is how the assessment was made.
func (a Assess) method() method.Method {
	named, standards := make([]string, len(a.Assessments)), make([]*standard.Standard, len(a.Assessments))
	for i, one := range a.Assessments {
		named[i], standards[i] = standardNamed(one.Standard), one.Standard
	}
	return method.Method{
		Subject:  a.Title.Label() + ", assessed from its credits by " + listWords(named),
		Bounds:   verdictBounds,
		Coverage: a.coverage(), Notes: readings(standards...), Catalog: a.Catalog,
	}
}

// coverage says of how many of the people counted, each once in each group, a
// gender is stated.
func (a Assess) coverage() []method.Coverage {
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
	return []method.Coverage{{Of: "the people counted, each once in each group", Share: rolecall.Fraction{Numerator: settled, Denominator: of}}}
}

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
