package render

import (
	"fmt"
	"strconv"

	"rolecall"
	"rolecall/catalog"
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

func (s Sources) terminal(p *page) {
	p.sentence(p.colors.strong("The " + s.Catalog.Name + " catalog"))
	if s.Catalog.HandPicked {
		p.sentence("Hand-picked: it says who made a title, never how rare that is.")
	}
	p.section("What it holds")
	p.columns(s.holdingRows(), 1)
	if len(s.Coverage) > 0 {
		p.section("Whose gender is stated")
		p.columns(s.coverageRows(), 1, 2, 3)
	}
	p.section("Where it comes from")
	for _, source := range s.Catalog.Sources {
		p.indented("  ", p.colors.strong(source.Name)+" ("+source.ID+")")
		p.line("    %s", source.Address)
		p.indented("    ", "licence: "+source.Licence)
		p.line("    read %s", source.Retrieved)
		if source.Checksum != "" {
			p.line("    %s", source.Checksum)
		}
	}
	p.line("")
	p.line("content hash  %s", s.Catalog.Hash)
	p.line("built         %s by rolecall %s", s.Catalog.Built, s.Catalog.Program)
	if s.Path != "" {
		p.line("file          %s", s.Path)
	}
}

func (s Sources) holdingRows() [][]string {
	h := s.Holdings
	rows := [][]string{{"", "number"}}
	for _, line := range []struct {
		what string
		n    int
	}{
		{"films", h.Films}, {"series", h.Series}, {"seasons", h.Seasons}, {"episodes", h.Episodes}, {"people", h.People},
		{"credits", h.Credits}, {"statements of gender", h.Statements}, {"pages cited", h.Citations},
	} {
		rows = append(rows, []string{line.what, strconv.Itoa(line.n)})
	}
	return rows
}

// coverageRows are the coverages by role: by all sources together and, where
// there are several, by each.
func (s Sources) coverageRows() [][]string {
	stating := make(map[string]bool)
	for _, c := range s.Coverage {
		stating[c.Source] = true
	}
	rows := [][]string{{"role", "people", "stated", "share", "by"}}
	for _, c := range s.Coverage {
		if c.Source != "" && len(stating) == 2 {
			continue
		}
		by := c.Source
		if by == "" {
			by = "all sources"
		}
		share := rolecall.Fraction{Numerator: c.Stated, Denominator: c.People}
		rows = append(rows, []string{c.Role.Words(), strconv.Itoa(c.People), strconv.Itoa(c.Stated), share.Percent(), by})
	}
	return rows
}

func (s Sources) markdown(p *page) {
	p.line("## The %s catalog", s.Catalog.Name)
	p.line("")
	p.markdownTable(s.holdingRows())
	p.line("")
	p.markdownTable(s.coverageRows())
	p.line("")
	for _, source := range s.Catalog.Sources {
		p.line("- [%s](%s): %s; read %s", source.Name, source.Address, source.Licence, source.Retrieved)
	}
	p.line("")
	p.line("*%s*", footer(s.Catalog))
}

func (s Sources) rows() [][]string {
	rows := [][]string{{"source", "name", "licence", "address", "retrieved", "checksum", "hand_picked"}}
	for _, source := range s.Catalog.Sources {
		rows = append(rows, []string{source.ID, source.Name, source.Licence, source.Address, source.Retrieved, source.Checksum, fmt.Sprint(source.HandPicked)})
	}
	return rows
}
