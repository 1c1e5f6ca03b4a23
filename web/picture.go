package web

import (
	"bytes"
	"context"
	"html/template"
	"net/http"
	"strings"

	"rolecall"
	"rolecall/catalog"
	"rolecall/measure"
	"rolecall/phrase"
	"rolecall/phrase/sentence"
	"rolecall/web/card"
	"rolecall/web/snapshot"
)

// footOf names the catalog at the foot of a picture.
func footOf(info catalog.Info) string {
	return "Rolecall · " + info.Name + " catalog " + phrase.ShortHash(info.Hash)
}

// cardPath is where the picture for a page lies.
func cardPath(page string) string { return "/card" + page + ".png" }

// titleCard is the picture for a shared title.
func (s *Site) titleCard(ctx context.Context, held *snapshot.Snapshot, r *http.Request) (answer, error) {
	id, asPicture := strings.CutSuffix(r.PathValue("file"), ".png")
	t, found, err := held.Title(ctx, id)
	if err != nil {
		return answer{}, err
	}
	if !found || !asPicture {
		return s.nothing(ctx, held, r)
	}
	l, err := measure.LineupOf(ctx, held.Catalog, t, false)
	if err != nil {
		return answer{}, err
	}
	return picture(cardOf(l, held.Info()))
}

func cardOf(l measure.Lineup, info catalog.Info) card.Card {
	c := card.Card{Above: l.Title.Label(), Headline: sentence.Aloud(l), Foot: footOf(info)}
	if len(l.Leaves) <= 2*widestNamed {
		for _, r := range l.Roles {
			if r.Role != rolecall.Cast {
				c.Rows = append(c.Rows, cardRow(phrase.Capital(r.Role.Words()), r))
			}
		}
		if lead, known := l.Lead(); known {
			c.Rows = append(c.Rows, cardRow(phrase.Capital(phrase.Role(rolecall.Lead)), lead))
		}
	}
	return c
}

func cardRow(name string, r measure.RoleCount) card.Row {
	row := card.Row{Name: name, Cells: make([][]rolecall.Gender, len(r.PerTitle))}
	for _, c := range r.Credited {
		for _, i := range c.Leaves {
			row.Cells[i] = append(row.Cells[i], c.Person.Gender)
		}
	}
	return row
}

// personCard is the picture for a shared person.
func (s *Site) personCard(ctx context.Context, held *snapshot.Snapshot, r *http.Request) (answer, error) {
	id, asPicture := strings.CutSuffix(r.PathValue("file"), ".png")
	p, found, err := held.Person(ctx, id)
	if err != nil {
		return answer{}, err
	}
	if !found || !asPicture {
		return s.nothing(ctx, held, r)
	}
	career, err := measure.CareerOf(ctx, held.Catalog, p)
	if err != nil {
		return answer{}, err
	}
	c := card.Card{Above: sentence.Career(career), Headline: p.Name, Foot: footOf(held.Info())}
	for _, w := range career.Works {
		v := workOf(career, 0, w)
		c.Lines = append(c.Lines, v.Year+"  "+v.Name+": "+phrase.Joined(", ", v.Role, v.Where))
	}
	return picture(c)
}

// homeCard is the picture for the first page.
func (s *Site) homeCard(_ context.Context, held *snapshot.Snapshot, _ *http.Request) (answer, error) {
	return picture(card.Card{Above: "Rolecall", Headline: "Who is in front of the camera, and who is behind it?",
		Lines: []string{"Counted from credits and from what sources state,", "never guessed from names."}, Foot: footOf(held.Info())})
}

func picture(c card.Card) (answer, error) {
	body, err := card.Draw(c)
	return answer{status: http.StatusOK, kind: pngKind, body: body}, err
}

// svgGrid is the grid of a season as a file to use elsewhere, in the colours of
// print.
var svgGrid = template.Must(template.New("grid").Parse(`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {{.Width}} {{.Height}}" width="{{.Width}}" height="{{.Height}}" font-family="Source Sans 3, Noto Sans, sans-serif" font-size="14">
<title>{{.Title}}</title><desc>{{.Foot}}</desc><rect width="100%" height="100%" fill="#fff"/>
<text x="16" y="32" font-family="Source Serif 4, Georgia, serif" font-size="22" font-weight="600" fill="#1c1b1a">{{.Headline}}</text>
<text x="16" y="54" fill="#5f5a53">{{.Title}}</text>
{{range .Texts}}<text x="{{.X}}" y="{{.Y}}" fill="{{.Colour}}"{{if .Centred}} text-anchor="middle"{{end}}>{{.Words}}</text>
{{end}}{{range .Lines}}<path d="M16 {{.}}H{{$.Right}}" stroke="#ded9d0"/>
{{end}}{{range .Marks}}<g transform="translate({{.X}} {{.Y}})"><title>{{.Words}}</title>{{if eq .Gender "woman"}}<circle r="6.5" fill="#4b2e83"/>{{else if eq .Gender "man"}}<circle r="5.2" fill="none" stroke="#b5660f" stroke-width="2.6"/>{{else if eq .Gender "nonbinary"}}<path d="M0-7 7 0 0 7-7 0z" fill="#0f7069"/>{{else if eq .Gender "unknown"}}<circle r="5.8" fill="none" stroke="#77716a" stroke-width="1.4" stroke-dasharray="2.4 2"/>{{else}}<path d="M-5 0H5" stroke="#ded9d0" stroke-width="2"/>{{end}}</g>
{{end}}</svg>
`))

type svgView struct {
	Width, Height, Right  int
	Title, Headline, Foot string
	Texts                 []svgText
	Lines                 []int
	Marks                 []svgMark
}

type svgText struct {
	X, Y    int
	Words   string
	Colour  string
	Centred bool
}

type svgMark struct {
	X, Y   int
	Gender rolecall.Gender
	Words  string
}

// The measures of the file, in pixels.
const (
	svgNames  = 200
	svgMarkAt = 18
	svgRow    = 28
	svgTop    = 84
)

// gridPicture is the grid of a season as SVG.
func gridPicture(l measure.Lineup, info catalog.Info) (answer, error) {
	g := seasonGrid(l)
	if l.Title.Kind != rolecall.Season || g == nil {
		return answer{status: http.StatusNotFound, kind: "text/plain; charset=utf-8", body: []byte("Only a season of this catalog has a grid.\n")}, nil
	}
	v := svgView{Title: l.Title.Label(), Headline: sentence.Aloud(l), Foot: footOf(info)}
	widths := columnWidths(g)
	x := svgNames
	for i, column := range g.Columns {
		v.Texts = append(v.Texts, svgText{x + widths[i]/2, svgTop, column.Number, "#5f5a53", true})
		x += widths[i]
	}
	v.Right = x + 70
	for i, row := range g.Rows {
		v.row(i, row, widths)
	}
	bottom := svgTop + svgRow*(len(g.Rows)+1)
	v.Width, v.Height = max(v.Right+16, 620), bottom+24
	v.Texts = append(v.Texts, svgText{16, bottom + 6, "● woman   ○ man   ◆ non-binary   dashed: not stated   – no credit on record   ·   " + v.Foot, "#5f5a53", false})
	var b bytes.Buffer
	err := svgGrid.Execute(&b, v)
	return answer{status: http.StatusOK, kind: svgKind, body: b.Bytes()}, err
}

// columnWidths make room for the most marks of each column.
func columnWidths(g *gridView) []int {
	widths := make([]int, len(g.Columns))
	for i := range widths {
		for _, row := range g.Rows {
			widths[i] = max(widths[i], svgMarkAt*max(len(row.Cells[i].Marks), 1)+8, 36*len(row.Cells[i].Crowd))
		}
	}
	return widths
}

func (v *svgView) row(place int, row gridRow, widths []int) {
	y := svgTop + svgRow*(place+1)
	v.Lines = append(v.Lines, y-svgRow/2-4)
	v.Texts = append(v.Texts, svgText{16, y + 1, row.Name, "#1c1b1a", false}, svgText{v.Right - 60, y + 1, row.Sum, "#1c1b1a", false})
	x := svgNames
	for i, cell := range row.Cells {
		middle := x + widths[i]/2
		left := middle - svgMarkAt*(len(cell.Marks)-1)/2
		for j, m := range cell.Marks {
			v.Marks = append(v.Marks, svgMark{left + j*svgMarkAt, y - 4, m.Gender, m.Name + ", " + m.Gender.Words()})
		}
		var crowd []string
		for _, c := range cell.Crowd {
			crowd = append(crowd, phrase.Gendered(c.Number, c.Gender))
		}
		if len(crowd) > 0 {
			v.Texts = append(v.Texts, svgText{middle, y + 1, strings.Join(crowd, ", "), "#1c1b1a", true})
		} else if len(cell.Marks) == 0 {
			v.Marks = append(v.Marks, svgMark{middle, y - 4, "", phrase.NoCredit})
		}
		x += widths[i]
	}
}
