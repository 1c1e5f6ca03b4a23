// Package card is the picture that goes with a shared link: the headline as one would say
// it, and the marks of who did what, laid out as a drawing of the pages' letters and inks.
package card

import (
	"bytes"
	"fmt"

	"rolecall"
	"rolecall/drawing"
)

// Width and Height are the size of a card in pixels, as sites that show shared
// links ask for.
const (
	Width  = 1200
	Height = 630
)

// Card is what is drawn.
type Card struct {
	// Above is the line over the headline: what the answer is about.
	Above    string
	Headline string
	// Text is a sentence below the headline, or empty.
	Text string
	Rows []Row
	// Lines are drawn where there are no rows.
	Lines []string
	// Foot says where the answer comes from.
	Foot string
}

// Row is one role: its name and the marks of each episode. Marks that do not fit
// are not drawn, and the row says how many.
type Row struct {
	Name  string
	Cells [][]rolecall.Gender
}

const (
	margin    = 64.0
	textWidth = Width - 2*margin
	small     = 25.0
)

// Draw draws a card as PNG.
func Draw(c Card) ([]byte, error) {
	var l layout
	y := margin + 24
	l.write(drawing.Soft, shortened(c.Above, 30), margin, y, 30)
	y += 26
	size, lines := fitted(c.Headline)
	for _, text := range lines {
		y += size * 1.13
		l.add(drawing.Words{X: margin, Y: y, Text: text, Face: drawing.Serif, Size: size, Ink: drawing.Text})
	}
	if c.Text != "" {
		y = l.text(c.Text, y+20)
	}
	l.rows(c.Rows, y+44)
	if len(c.Rows) == 0 {
		l.lines(c.Lines, y+40)
	}
	l.foot(c.Foot, len(c.Rows) > 0)
	var b bytes.Buffer
	if err := (drawing.Drawing{Width: Width, Height: Height, Shapes: l}).PNG(&b, 1); err != nil {
		return nil, fmt.Errorf("write the picture: %w", err)
	}
	return b.Bytes(), nil
}

// layout is a card as it is put together.
type layout []drawing.Shape

func (l *layout) add(shapes ...drawing.Shape) { *l = append(*l, shapes...) }

// write writes a line from x, its baseline at y, and gives back its width.
func (l *layout) write(ink drawing.Ink, text string, x, y, size float64) float64 {
	l.add(drawing.Words{X: x, Y: y, Text: text, Face: drawing.Sans, Size: size, Ink: ink})
	return drawing.Sans.Width(text, size)
}

// fitted is the greatest size at which the headline takes at most three lines.
func fitted(headline string) (size float64, lines []string) {
	headline = cut(headline)
	for size = 76.0; size > 34; size -= 6 {
		if lines = drawing.Serif.Wrap(headline, size, textWidth); len(lines) <= 3 {
			return size, lines
		}
	}
	return size, drawing.Serif.WrapAtMost(3, headline, size, textWidth)
}

const (
	rowHeight = 46.0
	nameWidth = 300.0
	footRoom  = 92.0
)

func (l *layout) rows(rows []Row, top float64) {
	columns := layOut(rows)
	y := top
	for _, row := range rows {
		if y+rowHeight > Height-footRoom {
			return
		}
		l.add(drawing.Path{Points: []drawing.Point{{X: margin, Y: y}, {X: Width - margin, Y: y}}, Look: drawing.Look{Stroke: drawing.Line, Width: 1.5}})
		middle := y + rowHeight/2
		l.write(drawing.Text, row.Name, margin, middle+8, small)
		l.cells(columns, row.Cells, middle)
		y += rowHeight
	}
}

// columns are where the episodes stand: the same in every row.
type columns struct {
	// step is from mark to mark.
	step   float64
	middle []float64
}

// The room for marks: as far apart as they fit, at most like those of a page.
const (
	marksFrom  = margin + nameWidth
	marksTo    = Width - margin
	widestStep = 40.0
	leastStep  = 12.0
	// gap stands between episodes, in steps.
	gap = 0.35
)

func layOut(rows []Row) columns {
	var most []int
	for _, row := range rows {
		for i, cell := range row.Cells {
			if i == len(most) {
				most = append(most, 1)
			}
			most[i] = max(most[i], len(cell))
		}
	}
	slots := 0.0
	for _, n := range most {
		slots += float64(n) + gap
	}
	c := columns{step: max(leastStep, min(widestStep, (marksTo-marksFrom)/max(slots, 1)))}
	x := marksFrom
	for _, n := range most {
		width := c.step * float64(n)
		c.middle = append(c.middle, x+width/2)
		x += width + c.step*gap
	}
	return c
}

// cells draws the marks of each episode, as far as there is room, and says how
// many episodes are left out.
func (l *layout) cells(c columns, cells [][]rolecall.Gender, y float64) {
	radius := min(c.step*0.38, 12)
	for i, cell := range cells {
		half := c.step * float64(max(len(cell), 1)) / 2
		if c.middle[i]+half > marksTo-50 && i < len(cells)-1 && c.middle[len(cells)-1] > marksTo {
			l.write(drawing.Soft, fmt.Sprintf("+%d", len(cells)-i), c.middle[i]-half, y+8, small)
			return
		}
		if len(cell) == 0 {
			l.add(drawing.Path{Points: []drawing.Point{{X: c.middle[i] - radius*0.7, Y: y}, {X: c.middle[i] + radius*0.7, Y: y}}, Look: drawing.Look{Stroke: drawing.Line, Width: 3}})
		}
		for j, gender := range cell {
			l.add(mark(gender, c.middle[i]-half+c.step*(float64(j)+0.5), y, radius))
		}
	}
}

// mark is a person: a disc for a woman, a ring for a man, a diamond for a
// non-binary person, a dashed ring where nothing is stated.
func mark(gender rolecall.Gender, x, y, radius float64) drawing.Shape {
	switch gender {
	case rolecall.Woman:
		return drawing.Circle{X: x, Y: y, Radius: radius, Look: drawing.Look{Fill: drawing.Woman}}
	case rolecall.Man:
		return drawing.Circle{X: x, Y: y, Radius: radius * 0.79, Look: drawing.Look{Stroke: drawing.Man, Width: radius * 0.42}}
	case rolecall.Nonbinary:
		r := radius * 1.1
		return drawing.Path{Points: []drawing.Point{{X: x, Y: y - r}, {X: x + r, Y: y}, {X: x, Y: y + r}, {X: x - r, Y: y}}, Closed: true, Look: drawing.Look{Fill: drawing.Nonbinary}}
	}
	return drawing.Circle{X: x, Y: y, Radius: radius * 0.88, Look: drawing.Look{Stroke: drawing.Unknown, Width: max(radius*0.18, 1.4), Dash: radius * 0.38}}
}

// text writes a sentence in at most three lines, and gives back where it ends.
func (l *layout) text(words string, y float64) float64 {
	const size = 32
	for _, line := range drawing.Sans.WrapAtMost(3, words, size, textWidth) {
		y += size * 1.4
		l.write(drawing.Soft, line, margin, y, size)
	}
	return y
}

// lines draws lines of text as far as there is room.
func (l *layout) lines(lines []string, y float64) {
	const size = 32
	for _, text := range lines {
		y += size * 1.4
		if y > Height-footRoom {
			return
		}
		l.write(drawing.Text, shortened(text, size), margin, y, size)
	}
}

// foot says where the answer comes from and, if there are marks, what they
// stand for.
func (l *layout) foot(foot string, legend bool) {
	y := Height - margin + 14.0
	x := margin
	for _, g := range rolecall.Genders() {
		if !legend {
			break
		}
		l.add(mark(g, x+9, y-9, 9))
		x += 27
		x += l.write(drawing.Soft, g.Words(), x, y, small) + 20
	}
	l.write(drawing.Soft, foot, Width-margin-drawing.Sans.Width(foot, small), y, small)
}

// mostLetters bounds a text before it is measured; no card holds more.
const mostLetters = 200

func cut(text string) string {
	if letters := []rune(text); len(letters) > mostLetters {
		return string(letters[:mostLetters]) + "…"
	}
	return text
}

// shortened is the text as far as a line holds it.
func shortened(text string, size float64) string {
	return drawing.Sans.Shorten(cut(text), size, textWidth)
}
