package web

import (
	"bytes"
	"html/template"
	"net/http"
	"strings"
	"unicode/utf8"

	"rolecall"
	"rolecall/catalog"
	"rolecall/measure"
	"rolecall/phrase"
	"rolecall/phrase/sentence"
)

// svgGrid is a grid as a file to use elsewhere, in the colours of print. What it is
// counted from stands within it, as files are passed on without their page.
var svgGrid = template.Must(template.New("grid").Parse(`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {{.Width}} {{.Height}}" width="{{.Width}}" height="{{.Height}}" font-family="Source Sans 3, Noto Sans, sans-serif" font-size="14">
<title>{{.Headline}}</title><desc>{{.Title}}. {{range .Small}}{{.}} {{end}}</desc><rect width="100%" height="100%" fill="#fff"/>
<text x="16" y="36" font-family="Source Serif 4, Georgia, serif" font-size="22" font-weight="600" fill="#1c1b1a">{{.Headline}}</text>
<text x="16" y="58" fill="#5f5a53">{{.Title}}</text>
{{range .Lines}}<path d="M16 {{.}}H{{$.Right}}" stroke="#ded9d0"/>
{{end}}{{range .Texts}}<text x="{{.X}}" y="{{.Y}}" fill="{{.Colour}}"{{with .Anchor}} text-anchor="{{.}}"{{end}}{{with .Size}} font-size="{{.}}"{{end}}>{{.Words}}</text>
{{end}}{{range .Marks}}<g transform="translate({{.X}} {{.Y}})"><title>{{.Words}}</title>{{if eq .Gender "woman"}}<circle r="6.5" fill="#4b2e83"/>{{else if eq .Gender "man"}}<circle r="5.2" fill="none" stroke="#b5660f" stroke-width="2.6"/>{{else if eq .Gender "nonbinary"}}<path d="M0-7 7 0 0 7-7 0z" fill="#0f7069"/>{{else if eq .Gender "unknown"}}<circle r="5.8" fill="none" stroke="#77716a" stroke-width="1.4" stroke-dasharray="2.4 2"/>{{else}}<path d="M-5 0H5" stroke="#ded9d0" stroke-width="2"/>{{end}}</g>
{{end}}</svg>
`))

type svgView struct {
	Width, Height, Right int
	Title, Headline      string
	// Small is the small print.
	Small []string
	Texts []svgText
	Lines []int
	Marks []svgMark
}

type svgText struct {
	X, Y          int
	Words, Colour string
	Anchor        string
	Size          int
}

type svgMark struct {
	X, Y   int
	Gender rolecall.Gender
	Words  string
}

const (
	svgInk  = "#1c1b1a"
	svgSoft = "#5f5a53"
)

// The measures of the file, in pixels.
const (
	svgEdge  = 16
	svgNames = 170
	svgSums  = 140
	svgTop   = 70
	// svgStep is from one mark to the next beneath it, svgRow the least height of a row.
	svgStep = 20
	svgRow  = 28
	// svgWide and svgNarrow are the widths of a column where there are few and many.
	svgWide, svgNarrow = 46, 30
	// svgLeast is the least width, as the headline needs it.
	svgLeast = 760
	// svgLetter is how wide a letter of the small print may be, in a reader's own typeface.
	svgLetter = 7
)

// gridPicture is the grid of a season or series as SVG.
func gridPicture(l measure.Lineup, info catalog.Info) (answer, error) {
	g := gridOf(l)
	if g == nil {
		return answer{status: http.StatusNotFound, kind: "text/plain; charset=utf-8", body: []byte("There is a grid of a season or series of up to 400 episodes, and none of this title.\n")}, nil
	}
	v := svgView{Title: l.Title.Label() + ": " + lower(g.Caption), Headline: sentence.Aloud(l), Small: smallPrint(info)}
	y := v.grid(g)
	y = v.legend(y + 30)
	for _, words := range v.Small {
		for _, line := range linesOf(words, (v.Width-2*svgEdge)/svgLetter) {
			y += 18
			v.Texts = append(v.Texts, svgText{X: svgEdge, Y: y, Words: line, Colour: svgSoft, Size: 12})
		}
	}
	v.Height = y + svgEdge
	var b bytes.Buffer
	err := svgGrid.Execute(&b, v)
	return answer{status: http.StatusOK, kind: svgKind, body: b.Bytes()}, err
}

// linesOf breaks words into lines of a number of letters.
func linesOf(words string, letters int) (all []string) {
	line := ""
	for _, word := range strings.Fields(words) {
		if line != "" && utf8.RuneCountInString(line)+utf8.RuneCountInString(word) >= letters {
			all, line = append(all, line), ""
		}
		line = strings.TrimSpace(line + " " + word)
	}
	return append(all, line)
}

func lower(words string) string { return strings.ToLower(words[:1]) + words[1:] }

// smallPrint says what a grid is counted from.
func smallPrint(info catalog.Info) []string {
	names := phrase.Each(info.Sources, func(s rolecall.Source) string { return s.Name })
	picked := ""
	if info.HandPicked {
		picked = "hand-picked"
	}
	return []string{
		"Each mark is a person credited on that episode; whose gender no source states is dashed, never guessed.",
		phrase.Joined(", ", footOf(info), picked, "built "+phrase.Day(info.Built)) + ".",
		"Sources: " + phrase.AtMost(names, 4) + ".",
	}
}

// grid draws the episodes in bands of as many as a line has room for, and says where it
// ends.
func (v *svgView) grid(g *gridView) int {
	wide := svgWide
	if g.Wraps() {
		wide = svgNarrow
	}
	columns := min(len(g.Columns), deskLine)
	v.Width = max(2*svgEdge+svgNames+columns*wide+svgSums, svgLeast)
	v.Right = v.Width - svgEdge
	y := svgTop
	for from := 0; from < len(g.Columns); from += deskLine {
		y = v.band(g, y, from, min(from+deskLine, len(g.Columns)), wide)
	}
	return y
}

// band draws the episodes from one place to another.
func (v *svgView) band(g *gridView, y, from, to, wide int) int {
	y += 24
	for i, column := range g.Columns[from:to] {
		v.Texts = append(v.Texts, svgText{X: middleOf(i, wide), Y: y, Words: column.Number, Colour: svgSoft, Anchor: "middle"})
	}
	if from == 0 {
		v.Texts = append(v.Texts, svgText{X: v.Right, Y: y, Words: g.Sum, Colour: svgSoft, Anchor: "end"})
	}
	y += 8
	for _, row := range g.Rows {
		if cells := row.Cells[min(from, len(row.Cells)):min(to, len(row.Cells))]; len(cells) > 0 {
			y = v.row(row, cells, y, wide, from == 0)
		}
	}
	return y
}

func middleOf(column, wide int) int { return svgEdge + svgNames + column*wide + wide/2 }

// row draws some cells of a row, and its sum once.
func (v *svgView) row(row gridRow, cells []cellView, y, wide int, withSum bool) int {
	v.Lines = append(v.Lines, y)
	v.Texts = append(v.Texts, svgText{X: svgEdge, Y: y + 19, Words: row.Name, Colour: svgInk})
	if withSum {
		v.Texts = append(v.Texts, svgText{X: v.Right, Y: y + 19, Words: row.Sum, Colour: svgInk, Anchor: "end"})
	}
	height := svgRow
	for i, cell := range cells {
		stack := v.cell(cell, middleOf(i, wide), y+svgRow/2)
		height = max(height, svgRow+(stack-1)*svgStep)
	}
	return y + height
}

// cell draws what stands under each other in a cell, and says how many that is.
func (v *svgView) cell(cell cellView, x, y int) (stack int) {
	for i, m := range cell.Marks {
		v.Marks = append(v.Marks, svgMark{x, y + i*svgStep, m.Gender, phrase.Joined(", ", m.Name, m.Gender.Words())})
	}
	for i, c := range cell.Crowd {
		v.Texts = append(v.Texts, svgText{X: x + 1, Y: y + i*svgStep + 5, Words: phrase.Number(c.Number), Colour: svgInk, Anchor: "end", Size: 12})
		v.Marks = append(v.Marks, svgMark{x + 9, y + i*svgStep, c.Gender, phrase.Gendered(c.Number, c.Gender)})
	}
	if len(cell.Marks)+len(cell.Crowd) == 0 && !cell.Outside {
		v.Marks = append(v.Marks, svgMark{x, y, "", phrase.NoCredit})
	}
	return max(len(cell.Marks), len(cell.Crowd), 1)
}

// legend draws what the marks mean on a line.
func (v *svgView) legend(y int) int {
	x := svgEdge
	for _, g := range append(rolecall.Genders(), "") {
		words := phrase.NoCredit
		if g != "" {
			words = g.Words()
		}
		v.Marks = append(v.Marks, svgMark{x + 7, y - 5, g, words})
		v.Texts = append(v.Texts, svgText{X: x + 20, Y: y, Words: words, Colour: svgSoft})
		x += 46 + 7*len(words)
	}
	return y
}
