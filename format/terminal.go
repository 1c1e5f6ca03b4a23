package format

import (
	"cmp"
	"fmt"
	"io"
	"slices"
	"strings"

	"github.com/fatih/color"
	"github.com/jedib0t/go-pretty/v6/table"
	"github.com/jedib0t/go-pretty/v6/text"

	"rolecall/block"
)

// Terminal is the answer laid out for a screen.
var Terminal = Format{
	Word: "table", Name: "Text", About: "the answer laid out for a screen", Ending: ".txt", Kind: "text/plain; charset=utf-8",
	Write: writeTerminal,
}

func writeTerminal(s Screen, a Answer) error {
	p := &page{out: s.Out, width: max(cmp.Or(s.Width, usual), narrowest), color: s.Color}
	if s.ASCII {
		p.out = asciiWriter{s.Out}
	}
	for _, b := range a.Blocks() {
		p.block(b)
	}
	return p.err
}

// narrowest is the least width that pages are laid out for, usual that of most.
const (
	narrowest = 60
	usual     = 80
)

// page writes blocks and keeps the first error.
type page struct {
	out   io.Writer
	width int
	color bool
	err   error
	// begun says that something is written, headed that it was a heading.
	begun, headed bool
}

// block writes a block, a line apart from the one before it. A heading stands right
// above what it heads.
func (p *page) block(b block.Block) {
	if _, isAsked := b.(block.Asked); isAsked {
		return
	}
	if _, isBelow := b.(block.Below); p.begun && !p.headed && !isBelow {
		p.line(nil)
	}
	_, p.headed = b.(block.Heading)
	p.begun = true
	b.On(p)
}

func (p *page) Asked(block.Asked)         {}
func (p *page) Title(b block.Title)       { p.sentence(bold(b.Text)) }
func (p *page) Sentence(b block.Sentence) { p.sentence(b.Text) }
func (p *page) Key(block.Key)             { p.sentence(block.Legend()) }
func (p *page) Footer(b block.Footer) {
	p.wrap("", "", units(block.Quiet(strings.Join(b, " · ")), " · "))
}
func (p *page) sentence(words block.Text) { p.indented("", words) }
func (p *page) Heading(b block.Heading)   { p.sentence(heading(b.Words)) }
func (p *page) plain(words string)        { p.line(block.Plain(words)) }

func (p *page) Notes(b block.Notes) {
	for _, note := range b {
		p.sentence(block.Quiet(note))
	}
}

func (p *page) Facts(b block.Facts) {
	width := 0
	for _, f := range b {
		width = max(width, widthOf(f.Name))
	}
	for _, f := range b {
		p.plain(padded(f.Name, width+2) + f.Value)
	}
}

func (p *page) Code(b block.Code) {
	for line := range strings.SplitSeq(strings.TrimSuffix(b.Text, "\n"), "\n") {
		p.plain(line)
	}
}

func (p *page) List(b block.List) {
	for i, item := range b.Items {
		if b.Loose && i > 0 {
			p.line(nil)
		}
		indent, under := "  ", "    "
		if b.Numbered {
			indent, under = fmt.Sprintf("%2d ", i+1), "     "
		}
		p.wrap(indent, strings.Repeat(" ", len(indent)), units(item.Text, " "))
		p.items(under, item.Under)
	}
}

// items writes texts one below the other. What leads somewhere has its address on a
// line of its own, unbroken, so that it can be opened.
func (p *page) items(indent string, all []block.Text) {
	for _, one := range all {
		if one.String() != "" {
			p.indented(indent, one)
		}
		for _, span := range one {
			if span.Address != "" {
				p.line(block.Join(block.Plain(indent), block.Styled(span.Address, span.Style)))
			}
		}
	}
}

// Names writes one name a line, or all running on.
func (p *page) Names(b block.Names) {
	p.line(block.Strong(b.Title))
	items := make([]block.Text, len(b.People))
	for i, n := range b.People {
		items[i] = nameText(n)
	}
	if b.Running {
		p.wrap("", "", items)
		return
	}
	for _, item := range items {
		p.wrap("", "    ", units(item, " "))
	}
}

func nameText(n block.Name) block.Text {
	line := block.Join(block.Plain("  "), block.Mark(n.Gender), block.Plain(" "+n.Name))
	if n.As != "" {
		line = block.Join(line, block.Plain(" as "+n.As))
	}
	switch {
	case n.Where == "":
	case n.Aside:
		line = block.Join(line, block.Quiet(", "+n.Where))
	default:
		line = block.Join(line, block.Plain(" "), block.Quiet(n.Where))
	}
	if n.Job != "" {
		line = block.Join(line, block.Quiet(" ("+n.Job+")"))
	}
	return line
}

// Grid writes roles down and episodes across. Where the page is too narrow for all
// episodes, they go on in a further part.
func (p *page) Grid(b block.Grid) {
	label, widths := 0, make([]int, len(b.Columns))
	for i, column := range b.Columns {
		widths[i] = widthOf(column) + 1
	}
	for _, row := range b.Rows {
		label = max(label, widthOf(row.Name)+2)
		for i, cell := range row.Cells {
			widths[i] = max(widths[i], widthOf(cell.String())+1)
		}
	}
	for from := 0; from < len(widths); {
		to, used := from, label
		for to < len(widths) && (to == from || used+widths[to]-1 <= p.width) {
			used += widths[to]
			to++
		}
		p.gridPart(b, widths, label, from, to)
		from = to
	}
	p.sentence(block.Legend())
}

func (p *page) gridPart(b block.Grid, widths []int, label, from, to int) {
	head := padded("", label)
	for i := from; i < to; i++ {
		head += padded(b.Columns[i], widths[i])
	}
	p.line(block.Quiet(head))
	for _, row := range b.Rows {
		line := block.Plain(padded(row.Name, label))
		for i := from; i < to; i++ {
			line = block.Join(line, row.Cells[i], block.Plain(strings.Repeat(" ", widths[i]-widthOf(row.Cells[i].String()))))
		}
		p.line(line)
	}
}

// Tables writes tables in columns, without rules, as one: the columns of all stand
// below each other. Where they are wider than the page, spare columns are left out and
// the widest one is wrapped.
func (p *page) Tables(tables block.Tables) {
	if len(tables) == 0 {
		return
	}
	rows := p.fitted(p.tableRows(tables), tables[0])
	var config []table.ColumnConfig
	for _, column := range tables[0].Right {
		config = append(config, table.ColumnConfig{Number: column + 1, Align: text.AlignRight, AlignHeader: text.AlignRight})
	}
	if excess := tableWidth(rows) - p.width; excess > 0 {
		column, width := widest(rows)
		config = append(config, table.ColumnConfig{Number: column + 1, WidthMax: max(width-excess, 8), WidthMaxEnforcer: text.WrapSoft})
	}
	for line := range strings.SplitSeq(tableOf(rows, config).Render(), "\n") {
		p.write(line)
	}
}

// tableRows are the rows of tables with their heads, a blank one between two tables.
func (p *page) tableRows(tables block.Tables) (rows [][]string) {
	for i, t := range tables {
		if i > 0 {
			rows = append(rows, []string{""})
		}
		head := make([]string, len(t.Head))
		for j, name := range t.Head {
			head[j] = Plain(name)
		}
		if t.Title != "" {
			head[0] = p.painted(heading(t.Title))
		}
		rows = append(rows, head)
		for _, cells := range t.Rows {
			row := make([]string, len(cells))
			for j, cell := range cells {
				row[j] = p.painted(cell)
			}
			rows = append(rows, row)
		}
	}
	return rows
}

// fitted leaves spare columns out until the rows are no wider than the page.
func (p *page) fitted(rows [][]string, t block.Table) [][]string {
	heads := slices.Clone(t.Head)
	for _, spare := range t.Spare {
		if tableWidth(rows) <= p.width {
			break
		}
		at := slices.Index(heads, spare)
		if at < 0 {
			continue
		}
		heads = slices.Delete(heads, at, at+1)
		for i, row := range rows {
			if at < len(row) {
				rows[i] = slices.Delete(row, at, at+1)
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

// indented writes a text wrapped at its spaces, every line set in.
func (p *page) indented(indent string, words block.Text) { p.wrap(indent, indent, units(words, " ")) }

// wrap writes units in lines no wider than the page, the first and those after it
// set in.
func (p *page) wrap(first, rest string, units []block.Text) {
	line := block.Plain(first)
	width, filled := widthOf(first), false
	for _, unit := range units {
		w := widthOf(unit.String())
		if filled && width+w > p.width {
			p.line(line)
			line, width = block.Plain(rest), widthOf(rest)
		}
		line, width, filled = append(line, unit...), width+w, true
	}
	p.line(line)
}

// units cut a text behind each of its gaps: a line may break there and nowhere else.
func units(t block.Text, gap string) (all []block.Text) {
	var unit block.Text
	for _, span := range t {
		parts := strings.SplitAfter(span.Words, gap)
		for i, part := range parts {
			if part != "" {
				unit = append(unit, block.Span{Words: part, Style: span.Style})
			}
			if i < len(parts)-1 {
				all = append(all, unit)
				unit = nil
			}
		}
	}
	if len(unit) > 0 || len(all) == 0 {
		all = append(all, unit)
	}
	return all
}

// line writes a text as one line, without blanks at its end.
func (p *page) line(t block.Text) {
	end := len(t)
	for end > 0 && strings.TrimRight(t[end-1].Words, " ") == "" {
		end--
	}
	t = slices.Clone(t[:end])
	if end > 0 {
		t[end-1].Words = strings.TrimRight(t[end-1].Words, " ")
	}
	p.write(p.painted(t))
}

func (p *page) write(line string) {
	if p.err == nil {
		_, p.err = fmt.Fprintln(p.out, strings.TrimRight(line, " "))
	}
}

// painted is a text in its colours, without what would command the terminal. Spans of
// one style are painted at once.
func (p *page) painted(t block.Text) string {
	var out strings.Builder
	for i := 0; i < len(t); {
		words, style := "", t[i].Style
		for ; i < len(t) && t[i].Style == style; i++ {
			words += t[i].Words
		}
		out.WriteString(p.paint(Plain(words), style))
	}
	return out.String()
}

// The xterm-256 numbers of the colours: violet and ochre, told apart by readers who
// see few colours, in tones that are legible on dark and light terminals.
const (
	violet = 99
	ochre  = 172
	teal   = 36
)

var styles = map[block.Style][]color.Attribute{
	block.Bold: {color.Bold}, block.Faint: {color.Faint}, block.Underlined: {color.Underline},
	block.Woman: {38, 5, violet}, block.Man: {38, 5, ochre}, block.Nonbinary: {38, 5, teal},
	block.Right: {38, 5, teal}, block.Wrong: {color.Bold, 38, 5, ochre},
}

func (p *page) paint(words string, s block.Style) string {
	attributes := styles[s]
	if !p.color || len(attributes) == 0 || words == "" {
		return words
	}
	c := color.New(attributes...)
	c.EnableColor()
	return c.Sprint(words)
}

// heading is the words of a heading.
func heading(words string) block.Text { return block.Strong(strings.ToUpper(words)) }

// bold makes words bold that have no style of their own.
func bold(t block.Text) block.Text {
	t = slices.Clone(t)
	for i := range t {
		if t[i].Style == block.Normal {
			t[i].Style = block.Bold
		}
	}
	return t
}

// padded fills words up to a width with blanks, wide characters counted as two.
func padded(words string, width int) string { return text.Pad(words, width, ' ') }

// widthOf is how many columns words take.
func widthOf(words string) int { return text.StringWidthWithoutEscSequences(words) }
