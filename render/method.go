package render

import (
	"encoding/json"
	"strings"

	"rolecall/catalog"
	"rolecall/contract"
	"rolecall/method"
)

// method writes how a number was come to, and how to cite it.
func (p *page) method(m method.Method) {
	p.section("Method")
	p.sentence(m.Paragraph())
	p.section("To cite it")
	p.lines(strings.TrimSuffix(citations(m), "\n"))
}

// ending closes an answer about a population: its notes, the method if asked for,
// and the catalog.
func (p *page) ending(notes []string, withMethod bool, m func() method.Method, i catalog.Info) {
	p.line("")
	for _, note := range notes {
		p.sentence(p.colors.quiet(note))
	}
	if withMethod {
		p.method(m())
		p.line("")
	}
	p.footer(i)
}

func (p *page) methodMarkdown(m method.Method) {
	p.line("")
	p.line("### Method")
	p.line("")
	p.line("%s", m.Paragraph())
	p.line("")
	p.line("```bibtex")
	p.lines(strings.TrimSuffix(m.BibTeX(), "\n"))
	p.line("```")
}

// citations are the citation for LaTeX and the one for reference managers.
func citations(m method.Method) string {
	csl, err := json.Marshal([]contract.Citation{m.CSL()})
	if err != nil {
		return m.BibTeX() // a citation is texts and numbers, which cannot fail
	}
	return m.BibTeX() + "\n" + string(csl) + "\n"
}
