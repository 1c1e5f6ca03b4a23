package export

import (
	"fmt"
	"strings"

	"rolecall"
	"rolecall/catalog"
	"rolecall/phrase"
	"rolecall/render"
)

func (e *Export) title() string {
	if e.Words == "" {
		return "Who is in front of the camera, and who is behind it: the " + e.Catalog.Name + " catalog"
	}
	return "Who is in front of the camera, and who is behind it: " + e.Words + ", from the " + e.Catalog.Name + " catalog"
}

// population is what titles it is about, in words.
func (e *Export) population() string {
	if e.Words == "" {
		return "the whole catalog"
	}
	return e.Words
}

// sources are those whose rows may be in the export.
func (e *Export) sources() (all []rolecall.Source) {
	for _, s := range e.Catalog.Sources {
		if e.PrivateUse || TermsOf(s.Licence).PassedOn {
			all = append(all, s)
		}
	}
	return all
}

// description is what there is to know of it, in sentences.
func (e *Export) description() string {
	return strings.Join(append([]string{
		"Credits of films and television with sourced statements of gender, by the documented views of Rolecall. Population: " + e.population() + ".",
		"Content hash of the catalog: " + e.Catalog.Hash + ".",
	}, e.Caveats()...), " ")
}

// Caveats are what must be known of an export before it is used or passed on, each a
// sentence or two.
func (e *Export) Caveats() (all []string) {
	names := phrase.And(phrase.Each(e.HeldBack, func(s rolecall.Source) string { return s.ID }))
	switch {
	case len(e.HeldBack) == 0:
		all = append(all, "Every source lets its rows be passed on, under the licences named.")
	case e.PrivateUse:
		all = append(all, "FOR PRIVATE USE ONLY: it has rows of "+names+", whose terms do not let them be passed on. Keep it on this machine, and do not publish it.")
	case e.LeftOut() == 0:
		all = append(all, "No row of it is of a source whose terms do not let it be passed on ("+names+").")
	default:
		all = append(all, fmt.Sprintf("%s rows are left out, as the terms of %s do not let them be passed on; so are the slates and tallies that they are part of.", phrase.Number(int(e.LeftOut())), names),
			"So shares counted from what is left are not those that the catalog has: an export for private use holds all rows.")
	}
	if e.Catalog.HandPicked {
		all = append(all, "The catalog was picked by hand: it says who made a title, never how rare that is.")
	}
	return append(all, "What is not known is in the files as unknown. It counts both ways: do not drop it.")
}

func (e *Export) readme() ([]byte, error) {
	var out strings.Builder
	p := func(format string, args ...any) { fmt.Fprintf(&out, format+"\n", args...) }
	p("# %s\n", e.title())
	for _, caveat := range e.Caveats() {
		p("- %s", caveat)
	}
	p("\nPopulation: %s. The file population lists its titles; the others have what belongs to them: the episodes of", e.population())
	p("seasons, the series and season of an episode, the people credited and what is stated of them.\n")
	p("Content hash of the catalog: `%s` (built %s). Cite it with every number.\n", e.Catalog.Hash, e.Catalog.Built)
	p("## Files\n")
	p("| file | a row is | rows | left out | bytes |\n| --- | --- | ---: | ---: | ---: |")
	for _, f := range e.Files {
		p("| %s | %s | %d | %d | %d |", f.Name, f.About, f.Rows, f.LeftOut, f.Bytes)
	}
	p("\n`datapackage.json` (Frictionless Data) and `croissant.json` (Croissant) say the same to programs, with the SHA-256")
	p("digest of each file. Identifiers are those of this catalog. %s", e.lists())
	p("\n## Columns")
	for _, v := range catalog.Views() {
		p("\n### %s\n\n%s\n\n%s", v.Name, v.About, ColumnsTable(v))
	}
	p("\n## Sources and licences\n")
	for _, s := range e.Catalog.Sources {
		p("- **%s** (%s), %s: %s", s.Name, s.ID, e.passing(s), s.Licence)
		if address := webAddress(s.Address); address != "" {
			p("  <%s>", address)
		}
	}
	return []byte(out.String()), nil
}

// passing says what becomes of the rows of a source.
func (e *Export) passing(s rolecall.Source) string {
	switch {
	case TermsOf(s.Licence).PassedOn:
		return "may be passed on"
	case e.PrivateUse:
		return "may not be passed on"
	}
	return "left out"
}

// lists says how a column of several values is written.
func (e *Export) lists() string {
	if e.Form.Word == "csv" {
		return "A list is a text in JSON, as [\"one\", \"other\"]; what is not there is empty. Texts stand as they are, also where a spreadsheet would take them for a formula: open the files with a program for data."
	}
	return "A list is a list, and what is not there is null."
}

// ColumnsTable is what the columns of a view are, as a table in Markdown.
func ColumnsTable(v catalog.View) string {
	lines := []string{"| column | what it is | values |", "| --- | --- | --- |"}
	for _, c := range v.Columns {
		lines = append(lines, "| "+c.Name+" | "+c.About+" | "+render.Values(c)+" |")
	}
	return strings.Join(lines, "\n")
}
