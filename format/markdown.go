package format

import (
	"fmt"
	"io"
	"regexp"
	"strings"
	"unicode"

	"github.com/jedib0t/go-pretty/v6/table"

	"rolecall/block"
	"rolecall/phrase"
)

// Markdown is the answer to be pasted into a text, in the form of GitHub.
var Markdown = Format{
	Word: "md", Name: "Markdown", About: "the answer to be pasted into a text", Ending: ".md", Kind: "text/markdown; charset=utf-8",
	Write: writeMarkdown,
}

func writeMarkdown(s Screen, a Answer) error {
	m := &markdown{out: s.Out}
	for i, b := range a.Blocks() {
		if _, isKey := b.(block.Key); isKey {
			continue
		}
		if i > 0 {
			m.line("")
		}
		b.On(m)
	}
	return m.err
}

// markdown writes blocks and keeps the first error.
type markdown struct {
	out io.Writer
	err error
}

func (m *markdown) line(words string) {
	if m.err == nil {
		_, m.err = fmt.Fprintln(m.out, Plain(words))
	}
}

func (m *markdown) Asked(b block.Asked) { m.line("## " + escaped(string(b))) }
func (m *markdown) Title(b block.Title) { m.line("## " + escaped(b.Text.String())) }
func (m *markdown) Heading(b block.Heading) {
	m.line("### " + escaped(noted(phrase.Capital(b.Words), b.Note)))
}
func (m *markdown) Footer(b block.Footer) { m.line("*" + escaped(strings.Join(b, " · ")) + "*") }
func (m *markdown) Key(block.Key)         {} // genders are in words here

func noted(words, note string) string {
	if note == "" {
		return words
	}
	return words + " (" + note + ")"
}

func (m *markdown) Sentence(b block.Sentence) {
	words := begun(inline(b.Text))
	if b.Quoted {
		words = "> " + words
	}
	m.line(words)
}

// Notes are a list by their sign, apart from one right before them.
func (m *markdown) Notes(b block.Notes) {
	for _, note := range b {
		m.line("* " + begun(escaped(note)))
	}
}

func (m *markdown) Facts(b block.Facts) {
	for _, f := range b {
		m.line("* " + escaped(f.Name) + ": " + escaped(f.Value))
	}
}

func (m *markdown) List(b block.List) {
	for i, item := range b.Items {
		mark := "- "
		if b.Numbered {
			mark = fmt.Sprintf("%d. ", i+1)
		}
		words := begun(inline(item.Text))
		if len(item.Pages) > 0 {
			words += " — " + strings.Join(phrase.Each(item.Pages, inline), ", ")
		}
		m.line(mark + words)
		for _, under := range item.Under {
			m.line(strings.Repeat(" ", len(mark)) + "- " + begun(inline(under)))
		}
	}
}

func (m *markdown) Code(b block.Code) {
	m.line("```" + b.Language)
	m.line(strings.TrimSuffix(b.Text, "\n"))
	m.line("```")
}

// Names writes the people of a role as a table; genders are in words.
func (m *markdown) Names(b block.Names) {
	m.Heading(block.Heading{Words: b.Title})
	m.line("")
	t := block.Table{Head: []string{"person", "gender", "character or job", "episodes"}}
	for _, n := range b.People {
		t.Rows = append(t.Rows, block.Texts(n.Name, n.Gender.Words(), phrase.Joined(", ", n.As, n.Job), n.Where))
	}
	m.table(filled(t))
}

// filled is a table without the columns that are empty in every row.
func filled(t block.Table) block.Table {
	var full block.Table
	full.Rows = make([][]block.Text, len(t.Rows))
	for column, head := range t.Head {
		words := ""
		for _, row := range t.Rows {
			words += row[column].String()
		}
		if words == "" {
			continue
		}
		full.Head = append(full.Head, head)
		for i, row := range t.Rows {
			full.Rows[i] = append(full.Rows[i], row[column])
		}
	}
	return full
}

func (m *markdown) Grid(b block.Grid) {
	t := block.Table{Head: append([]string{"role"}, b.Columns...)}
	for _, row := range b.Rows {
		t.Rows = append(t.Rows, append(block.Texts(row.Name), row.Cells...))
	}
	m.table(t)
	m.line("")
	m.line(inline(block.Legend()))
}

func (m *markdown) Tables(tables block.Tables) {
	for i, t := range tables {
		if i > 0 {
			m.line("")
		}
		if t.Title != "" {
			m.Heading(block.Heading{Words: t.Title})
			m.line("")
		}
		m.table(t)
	}
}

func (m *markdown) table(t block.Table) {
	w := table.NewWriter()
	head := make(table.Row, len(t.Head))
	for i, name := range t.Head {
		head[i] = escaped(name)
	}
	w.AppendHeader(head)
	for _, cells := range t.Rows {
		row := make(table.Row, len(cells))
		for i, cell := range cells {
			row[i] = Plain(inline(cell))
		}
		w.AppendRow(row)
	}
	m.line(w.RenderMarkdown())
}

// inline is a text with what stands out in it marked, and its links.
func inline(t block.Text) string {
	var out strings.Builder
	for _, span := range t {
		words := escaped(span.Words)
		switch span.Style {
		case block.Bold, block.Underlined:
			words = strong(words)
		}
		switch {
		case span.Address != "" && span.Words != "":
			words = "[" + words + "](" + address(span.Address) + ")"
		case span.Address != "":
			words = "<" + address(span.Address) + ">"
		}
		out.WriteString(words)
	}
	return out.String()
}

// strong marks words, and not the blanks around them, where Markdown would see no mark.
func strong(words string) string {
	bare := strings.TrimSpace(words)
	if bare == "" {
		return words
	}
	return strings.Replace(words, bare, "**"+bare+"**", 1)
}

// Texts come from outside, and Markdown does what some of their characters say.
var (
	// special are characters that mark something wherever they stand; underscores do at
	// the ends of words.
	special = regexp.MustCompile("[\\\\`*\\[\\]<]|\\b_|_\\b")
	// opening are the beginnings of lines that are headings, quotations, lists or rules.
	opening = regexp.MustCompile(`^(\s*)([#>+=~-]|\d+[.)])`)
)

// escaped is a text in which no character is a mark of Markdown.
func escaped(words string) string {
	words = strings.Map(oneLine, words)
	return special.ReplaceAllString(words, `\$0`)
}

// oneLine makes blanks of what would end a line.
func oneLine(c rune) rune {
	if unicode.IsSpace(c) {
		return ' '
	}
	return c
}

// begun is a line whose beginning is no mark of Markdown.
func begun(line string) string {
	return opening.ReplaceAllStringFunc(line, func(mark string) string {
		at := len(mark) - 1
		return mark[:at] + `\` + mark[at:]
	})
}

// address is an address that ends where it ends.
func address(text string) string {
	return strings.NewReplacer(" ", "%20", "(", "%28", ")", "%29", "<", "%3C", ">", "%3E", "\n", "%0A").Replace(text)
}
