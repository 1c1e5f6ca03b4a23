package chart

import (
	"cmp"
	"slices"

	"rolecall/drawing"
)

// Bars is a panel of shares side by side: each a bar as long as the share is for certain,
// pale as far as it may be, with a stroke where it is of those known.
type Bars struct {
	Name string
	Bars []Bar
	// InOrder keeps the bars in their order, as years have one; else they are sorted.
	InOrder bool
	// Left says what of the parts there was no room for; empty for none.
	Left string
}

// Bar is the share of one part.
type Bar struct {
	Name  string
	Share Range
	// Value is the share in a word or two, Words all that is said of it.
	Value, Words string
	// Few says that it rests on too little to be told with the others: it stands apart.
	Few bool
}

// Sorted says by what bars are sorted.
const Sorted = "Sorted by the share where known, or by the middle of what it can be."

// few stands over the bars that rest on little.
const few = "Too few credited, or too little known, to compare:"

func (p Bars) columns(panels int, width float64) int {
	if panels == 1 || width < Wide {
		return 1
	}
	return 2
}

func (p Bars) agree(r *room) {
	for _, bar := range p.Bars {
		r.reach(bar.Share.Upper)
		r.names = max(r.names, min(drawing.Sans.Width(bar.Name, labelSize), r.width*0.38))
		r.values = max(r.values, min(drawing.Sans.Width(bar.Value, labelSize), r.width*0.3))
	}
}

// The measures of a bar.
const (
	barHeight = 13.0
	rowRoom   = 25.0
	lineRoom  = labelSize * 1.15
)

func (p Bars) draw(r room) ([]drawing.Shape, float64) {
	shapes, y := r.name(p.Name)
	where := rowsIn(r)
	top := y
	enough, little := p.parted()
	axis := len(shapes)
	for _, bar := range enough {
		var row []drawing.Shape
		row, y = where.row(bar, y)
		shapes = append(shapes, row...)
	}
	if len(little) > 0 {
		for _, line := range drawing.Sans.Wrap(few, noteSize, r.width) {
			shapes = append(shapes, drawing.Box{Y: y, Width: r.width, Height: noteSize * 1.25, Look: drawing.Look{Fill: drawing.Paper}})
			y += noteSize * 1.25
			shapes = append(shapes, drawing.Words{Y: y - 4, Text: line, Face: drawing.Sans, Size: noteSize, Ink: drawing.Soft})
		}
		y += 4
	}
	for _, bar := range little {
		var row []drawing.Shape
		row, y = where.row(bar, y)
		shapes = append(shapes, row...)
	}
	shapes = slices.Insert(shapes, axis, where.axis(top, y)...)
	y += 20
	for _, line := range drawing.Sans.Wrap(p.Left, noteSize, r.width) {
		y += noteSize * 1.25
		shapes = append(shapes, drawing.Words{Y: y, Text: line, Face: drawing.Sans, Size: noteSize, Ink: drawing.Soft})
	}
	return shapes, y + 4
}

// parted are the bars in their order: those that rest on enough, and the others apart.
func (p Bars) parted() (enough, little []Bar) {
	bars := slices.Clone(p.Bars)
	if !p.InOrder {
		slices.SortStableFunc(bars, func(a, b Bar) int { return cmp.Compare(b.Share.order(), a.Share.order()) })
	}
	for _, bar := range bars {
		if bar.Few && !p.InOrder {
			little = append(little, bar)
			continue
		}
		enough = append(enough, bar)
	}
	return enough, little
}

// rows is where names, bars and values stand.
type rows struct {
	room
	left, right float64
}

// beside is how far names stand from bars, and values from the end of the axis at least.
const beside = 10.0

func rowsIn(r room) rows {
	last := drawing.Sans.Width(percent(1), labelSize) / 2
	return rows{r, r.names + beside, r.width - max(r.values+beside, last)}
}

func (p rows) x(share float64) float64 { return p.left + (p.right-p.left)*share/p.top }

func (p rows) axis(top, bottom float64) (shapes []drawing.Shape) {
	for _, share := range p.percents(p.right-p.left, 44) {
		x := p.x(share)
		shapes = append(shapes, rule(drawing.Point{X: x, Y: top}, drawing.Point{X: x, Y: bottom}), label(x, bottom+16, percent(share), drawing.Middle))
	}
	return shapes
}

// row draws a bar with its name and value, and gives back where it ends.
func (p rows) row(bar Bar, y float64) ([]drawing.Shape, float64) {
	names := drawing.Sans.WrapAtMost(2, bar.Name, labelSize, p.names)
	height := max(rowRoom, lineRoom*float64(len(names))+8)
	middle := y + height/2
	var shapes []drawing.Shape
	for i, name := range names {
		down := middle + 4.5 + lineRoom*(float64(i)-float64(len(names)-1)/2)
		shapes = append(shapes, drawing.Words{X: p.left - beside, Y: down, Text: name, Face: drawing.Sans, Size: labelSize, Ink: drawing.Text, Anchor: drawing.End})
	}
	value := label(p.width, middle+4.5, drawing.Sans.Shorten(bar.Value, labelSize, p.values+1), drawing.End)
	shapes = append(shapes, append(p.bar(bar, middle), value)...)
	return []drawing.Shape{drawing.Said{Words: bar.Words, Over: drawing.Box{Y: y, Width: p.width, Height: height}, Shapes: shapes}}, y + height
}

func (p rows) bar(bar Bar, middle float64) []drawing.Shape {
	sure, maybe := drawing.Look{Fill: drawing.First}, drawing.Look{Fill: drawing.First, Pale: 0.72}
	if bar.Few {
		sure.Pale, maybe.Pale = 0.45, 0.84
	}
	from, lower, upper := p.x(0), p.x(bar.Share.Lower), p.x(bar.Share.Upper)
	shapes := []drawing.Shape{
		drawing.Box{X: lower, Y: middle - barHeight/2, Width: upper - lower, Height: barHeight, Look: maybe},
		drawing.Box{X: from, Y: middle - barHeight/2, Width: lower - from, Height: barHeight, Look: sure},
	}
	if known := p.x(bar.Share.Known); bar.Share.isKnown() && lower < upper {
		stroke := drawing.Path{Points: []drawing.Point{{X: known, Y: middle - barHeight/2 - 3}, {X: known, Y: middle + barHeight/2 + 3}}, Look: drawing.Look{Stroke: drawing.Text, Width: 1.8}}
		shapes = append(shapes, stroke)
	}
	return shapes
}
