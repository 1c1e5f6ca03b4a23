package render

import (
	"fmt"
	"io"
	"slices"
	"strings"

	"github.com/fatih/color"
	"github.com/jedib0t/go-pretty/v6/table"
	"github.com/jedib0t/go-pretty/v6/text"

	"rolecall"
	"rolecall/catalog"
)

// narrowest is the least width that pages are laid out for.
const narrowest = 60

// page writes lines and keeps the first error.
type page struct {
	out    io.Writer
	width  int
	colors palette
	err    error
}

func newPage(s Screen) *page {
	return &page{out: s.Out, width: max(s.Width, narrowest), colors: newPalette(s.Color)}
}

func (p *page) line(format string, args ...any) {
	if p.err == nil {
		_, p.err = fmt.Fprintln(p.out, strings.TrimRight(p.colors.shown(fmt.Sprintf(format, args...)), " "))
	}
}

// wrapped writes a text in lines no wider than the page, those after the first
// indented.
func (p *page) wrapped(indent string, words ...string) {
	line := ""
	for _, word := range words {
		switch {
		case line == "":
			line = word
		case text.StringWidthWithoutEscSequences(line+word) > p.width:
			p.line("%s", line)
			line = indent + word
		default:
			line += word
		}
	}
	p.line("%s", line)
}

// sentence writes a text wrapped at its spaces.
func (p *page) sentence(words string) { p.indented("", words) }

// indented writes a text wrapped at its spaces, every line set in.
func (p *page) indented(indent, words string) {
	parts := strings.SplitAfter(words, " ")
	parts[0] = indent + parts[0]
	p.wrapped(indent, parts...)
}

// heading is the title of a section.
func (p palette) heading(words string) string { return p.strong(strings.ToUpper(words)) }

// section begins a section with its title.
func (p *page) section(words string) {
	p.line("")
	p.line("%s", p.colors.heading(words))
}

// footer ends an answer with the catalog it came from.
func (p *page) footer(i catalog.Info) {
	p.wrapped("", strings.SplitAfter(p.colors.quiet(footer(i)), " · ")...)
}

// palette is the colours of the page: violet and ochre, told apart by readers
// who see few colours, in tones that are legible on dark and light terminals.
type palette struct{ on bool }

func newPalette(on bool) palette { return palette{on} }

// The xterm-256 numbers of the colours.
const (
	violet = 99
	ochre  = 172
	teal   = 36
)

func (p palette) paint(words string, attributes ...color.Attribute) string {
	if !p.on {
		return words
	}
	c := color.New(attributes...)
	c.EnableColor()
	return c.Sprint(words)
}

func (p palette) strong(words string) string { return p.paint(words, color.Bold) }
func (p palette) quiet(words string) string  { return p.paint(words, color.Faint) }

// gendered paints words in the colour of a gender.
func (p palette) gendered(words string, g rolecall.Gender) string {
	switch g {
	case rolecall.Woman:
		return p.paint(words, 38, 5, violet)
	case rolecall.Man:
		return p.paint(words, 38, 5, ochre)
	case rolecall.Nonbinary:
		return p.paint(words, 38, 5, teal)
	}
	return p.quiet(words)
}

// marks stand for a person in the grid: shape carries the meaning, colour only
// helps.
var marks = map[rolecall.Gender]string{
	rolecall.Woman: "●", rolecall.Man: "○", rolecall.Nonbinary: "◆", rolecall.Unknown: "?",
}

// noCredit stands where a title has no credit in a role.
const noCredit = "–"

func (p palette) mark(g rolecall.Gender) string { return p.gendered(marks[g], g) }

// legend explains the marks.
func (p palette) legend() string {
	var parts []string
	for _, g := range rolecall.Genders() {
		parts = append(parts, p.mark(g)+" "+g.Words())
	}
	return strings.Join(append(parts, noCredit+" no credit held"), "  ")
}

// columns writes a table in columns, the header first, without rules; columns
// whose places are named right are set to the right. Where the table is wider
// than the page, its widest column is wrapped.
func (p *page) columns(rows [][]string, right ...int) {
	rows = p.colors.cells(rows)
	var config []table.ColumnConfig
	for _, column := range right {
		config = append(config, table.ColumnConfig{Number: column + 1, Align: text.AlignRight, AlignHeader: text.AlignRight})
	}
	if excess := tableWidth(rows) - p.width; excess > 0 {
		column, width := widest(rows)
		config = append(config, table.ColumnConfig{Number: column + 1, WidthMax: max(width-excess, 8), WidthMaxEnforcer: text.WrapSoft})
	}
	p.lines(tableOf(rows, config).Render())
}

// markdownTable writes a table as Markdown.
func (p *page) markdownTable(rows [][]string) {
	p.lines(tableOf(p.colors.cells(rows), nil).RenderMarkdown())
}

// fitted leaves columns out of a table, in the order given by their heads, until
// it is no wider than the page.
func (p *page) fitted(rows [][]string, heads ...string) [][]string {
	for _, head := range heads {
		if tableWidth(rows) <= p.width {
			break
		}
		at := slices.Index(rows[0], head)
		for i, row := range rows {
			if at >= 0 && at < len(row) {
				rows[i] = slices.Delete(slices.Clone(row), at, at+1)
			}
		}
	}
	return rows
}

// columnWidths are the widths of a table's columns.
func columnWidths(rows [][]string) []int {
	widths := make([]int, len(rows[0]))
	for _, row := range rows {
		for i, cell := range row {
			widths[i] = max(widths[i], widthOf(cell))
		}
	}
	return widths
}

// tableWidth is the width of a table, two blanks between its columns.
func tableWidth(rows [][]string) int {
	total := -2
	for _, width := range columnWidths(rows) {
		total += width + 2
	}
	return total
}

// widest is the widest column of a table and its width.
func widest(rows [][]string) (column, width int) {
	for i, w := range columnWidths(rows) {
		if w > width {
			column, width = i, w
		}
	}
	return column, width
}

func (p *page) lines(text string) {
	for line := range strings.SplitSeq(text, "\n") {
		p.line("%s", line)
	}
}

func tableOf(rows [][]string, config []table.ColumnConfig) table.Writer {
	t := table.NewWriter()
	style := table.StyleDefault
	style.Options = table.OptionsNoBordersAndSeparators
	style.Box.PaddingLeft, style.Box.PaddingRight = "", "  "
	style.Format.Header, style.Format.HeaderAlign = text.FormatDefault, text.AlignDefault
	t.SetStyle(style)
	t.SetColumnConfigs(config)
	for i, cells := range rows {
		row := make(table.Row, len(cells))
		for j, cell := range cells {
			row[j] = cell
		}
		if i == 0 {
			t.AppendHeader(row)
		} else {
			t.AppendRow(row)
		}
	}
	return t
}

// padded fills words up to a width with blanks, wide characters counted as two.
func padded(words string, width int) string { return text.Pad(words, width, ' ') }

// widthOf is how many columns words take.
func widthOf(words string) int { return text.StringWidthWithoutEscSequences(words) }
