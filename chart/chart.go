// Package chart is the one look of Rolecall's charts. A chart is described (what was found,
// what was asked, what the shares rest on, and panels of lines, bars or dots) and laid out
// here, for a width, as a drawing that package drawing writes for a page, a file or a
// picture.
//
// It knows shares and words about them, and nothing of reports or titles. Three things are so
// in every chart: what is not known is drawn (pale, from the least to the greatest share),
// each mark can say its numbers, and a colour of a gender never stands for a series.
package chart

import (
	"fmt"
	"math"

	"rolecall"
	"rolecall/drawing"
)

// Chart is what is drawn.
type Chart struct {
	// Title is the finding, Asked one line of what was asked, Key how the marks are read.
	Title, Asked, Key string
	// Notes are the small print: on how many titles it rests, how much is known, and from
	// which catalog and sources.
	Notes  []string
	Panels []Panel
}

// Panel is one part of a chart: a role, mostly.
type Panel interface {
	// agree raises what all panels of a chart have in common.
	agree(*room)
	// draw draws the panel, and says how high it is.
	draw(room) ([]drawing.Shape, float64)
	// columns is in how many columns panels of its kind stand, of so many in a room.
	columns(panels int, width float64) int
}

// Range is a share as it is drawn: from its least to its greatest value, and what it is where
// known, NaN where nobody is.
type Range struct{ Lower, Known, Upper float64 }

// RangeOf is a share to draw; false where it has no value.
func RangeOf(s rolecall.Share) (Range, bool) {
	lower, has := s.Lower.Value()
	upper, _ := s.Upper.Value()
	known, isKnown := s.Known.Value()
	if !isKnown {
		known = math.NaN()
	}
	return Range{lower, known, upper}, has
}

func (r Range) isKnown() bool { return !math.IsNaN(r.Known) }

// order is by what shares are sorted: where known or, where nobody is, the middle.
func (r Range) order() float64 {
	if r.isKnown() {
		return r.Known
	}
	return (r.Lower + r.Upper) / 2
}

// The widths that a chart is laid out for: a page on a desk and a file, and a phone. A page
// has both, and shows the one that it has room for: text that is shrunk cannot be read.
const (
	Wide   = 760.0
	Narrow = 340.0
)

// room is where a panel is drawn.
type room struct {
	width float64
	// top is the share at the end of the axis.
	top float64
	// ends is the room beside lines for the words at their ends; names and values that beside
	// bars for theirs.
	ends, names, values float64
	// each is for how many titles a dot stands.
	each int
}

// The sizes of texts.
const (
	titleSize = 25.0
	askedSize = 15.0
	nameSize  = 15.0
	labelSize = 13.0
	noteSize  = 12.0
)

// gap stands between panels, margin around a picture that stands alone.
const (
	gapAcross = 36.0
	gapDown   = 26.0
	margin    = 28.0
)

// Panelled is the panels alone, for a page that says the rest in its own words.
func (c Chart) Panelled(width float64) drawing.Drawing {
	d := drawing.Drawing{Width: width, Words: c.Title + ". " + c.Asked + "."}
	d.Shapes, d.Height = c.panels(width)
	return d
}

// Picture is the whole chart, for a file or an article: the finding above, the small print
// below.
func (c Chart) Picture() drawing.Drawing {
	column := column{width: Wide}
	column.lines(drawing.Serif, titleSize, drawing.Text, drawing.Serif.Balanced(mostLines, c.Title, titleSize, Wide))
	column.skip(4)
	column.write(drawing.Sans, askedSize, drawing.Soft, c.Asked)
	column.skip(14)
	column.write(drawing.Sans, noteSize, drawing.Soft, c.Key)
	column.skip(14)
	shapes, height := c.panels(Wide)
	column.add(shapes, height)
	column.skip(12)
	column.add([]drawing.Shape{drawing.Path{Points: []drawing.Point{{X: 0, Y: 0}, {X: Wide, Y: 0}}, Look: drawing.Look{Stroke: drawing.Line, Width: 1}}}, 4)
	for _, note := range c.Notes {
		column.write(drawing.Sans, noteSize, drawing.Soft, note)
	}
	return drawing.Drawing{
		Width: Wide + 2*margin, Height: column.y + 2*margin, Words: c.Title + ". " + c.Asked + ".",
		Shapes: []drawing.Shape{drawing.At{X: margin, Y: margin, Shapes: column.shapes}},
	}
}

// column is texts and panels from above to below.
type column struct {
	width, y float64
	shapes   []drawing.Shape
}

func (c *column) skip(height float64) { c.y += height }

func (c *column) add(shapes []drawing.Shape, height float64) {
	c.shapes = append(c.shapes, drawing.At{Y: c.y, Shapes: shapes})
	c.y += height
}

// mostLines bounds a text, which may be of any length: names come from anybody's lists.
const mostLines = 4

func (c *column) write(face drawing.Face, size float64, ink drawing.Ink, text string) {
	c.lines(face, size, ink, face.WrapAtMost(mostLines, text, size, c.width))
}

func (c *column) lines(face drawing.Face, size float64, ink drawing.Ink, lines []string) {
	for _, line := range lines {
		c.y += size * 1.3
		c.shapes = append(c.shapes, drawing.Words{Y: c.y - size*0.25, Text: line, Face: face, Size: size, Ink: ink})
	}
}

// panels lays the panels out in columns, on one scale.
func (c Chart) panels(width float64) (shapes []drawing.Shape, height float64) {
	if len(c.Panels) == 0 {
		return nil, 0
	}
	columns := c.Panels[0].columns(len(c.Panels), width)
	r := room{width: (width - gapAcross*float64(columns-1)) / float64(columns), top: 0.2}
	for _, panel := range c.Panels {
		panel.agree(&r)
	}
	y, highest := 0.0, 0.0
	for i, panel := range c.Panels {
		if i%columns == 0 && i > 0 {
			y += highest + gapDown
			highest = 0
		}
		drawn, high := panel.draw(r)
		shapes = append(shapes, drawing.At{X: float64(i%columns) * (r.width + gapAcross), Y: y, Shapes: drawn})
		highest = max(highest, high)
	}
	return shapes, y + highest
}

// reach raises the end of the axis to a share: to the next fifth.
func (r *room) reach(share float64) { r.top = max(r.top, math.Ceil(share*5-1e-9)/5) }

// name writes the name of a panel, if it has one, and gives back the room below it.
func (r room) name(text string) (shapes []drawing.Shape, y float64) {
	if text == "" {
		return nil, 6
	}
	for _, line := range drawing.Sans.WrapAtMost(2, text, nameSize, r.width) {
		y += nameSize * 1.3
		shapes = append(shapes, drawing.Words{Y: y - 5, Text: line, Face: drawing.Sans, Size: nameSize, Ink: drawing.Text})
	}
	return shapes, y + 8
}

// percents are the shares that an axis of a length names, so far apart at least.
func (r room) percents(length, apart float64) (shares []float64) {
	for _, step := range []float64{0.1, 0.2, 0.5, 1} {
		if step < 1 && (length*step/r.top < apart || step == 0.1 && r.top > 0.4) {
			continue
		}
		for i := 0.0; i*step <= r.top+1e-9; i++ {
			shares = append(shares, i*step)
		}
		return shares
	}
	return nil
}

func percent(share float64) string { return fmt.Sprintf("%.0f %%", 100*share) }

func label(x, y float64, text string, anchor drawing.Anchor) drawing.Words {
	return drawing.Words{X: x, Y: y, Text: text, Face: drawing.Sans, Size: labelSize, Ink: drawing.Soft, Anchor: anchor}
}

func rule(points ...drawing.Point) drawing.Path {
	return drawing.Path{Points: points, Look: drawing.Look{Stroke: drawing.Line, Width: 1}}
}
