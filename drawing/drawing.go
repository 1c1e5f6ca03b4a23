// Package drawing is pictures as lists of shapes, written as SVG or as PNG: the charts and
// the cards of shared links are made of the same few shapes, in the typefaces and colours of
// the pages, so that a chart looks alike on a page, in a file and in an article.
//
// It knows letters, inks and shapes, and nothing of what they mean. Three surfaces write a
// drawing: a page's own SVG, whose inks are the page's variables, so that it is dark where
// the page is; an SVG that stands alone; and a PNG. SVG is written here and by no library:
// those there are write style attributes, which a page's content policy forbids, and know no
// names for parts of a picture, which readers who do not see it need. PNG is drawn with gg.
package drawing

import "slices"

// Drawing is shapes in a frame, its measures in the pixels of a page. A shape later in the
// list lies above those before it.
type Drawing struct {
	Width, Height float64
	// Words say what is drawn to those who do not see it.
	Words  string
	Shapes []Shape
}

// Shape is what a drawing is made of.
type Shape interface {
	writeSVG(*svg)
	paint(*canvas)
}

// Ink is a colour by what it is for. A page gives it the value of its theme.
type Ink string

// The inks: those of texts and lines, those of genders, and those that tell the series of a
// chart apart. No series has the colour of a gender.
const (
	Paper      Ink = "paper"
	Text       Ink = "ink"
	Soft       Ink = "soft"
	Line       Ink = "line"
	StrongLine Ink = "strong-line"

	Woman     Ink = "woman"
	Man       Ink = "man"
	Nonbinary Ink = "nonbinary"
	Unknown   Ink = "unknown"

	First  Ink = "series-1"
	Second Ink = "series-2"
	Third  Ink = "series-3"
)

// values are the inks on light paper, as the pages' style sheet has them.
var values = map[Ink]string{
	Paper: "#fbfaf7", Text: "#1c1b1a", Soft: "#5f5a53", Line: "#ded9d0", StrongLine: "#8f887d",
	Woman: "#4b2e83", Man: "#b5660f", Nonbinary: "#0f7069", Unknown: "#77716a",
	First: "#1b6ca8", Second: "#c4375a", Third: "#1f2429",
}

// Inks are all inks and their values on light paper.
func Inks() map[Ink]string { return values }

// Series are the inks of the series of a chart, in their order.
func Series() []Ink { return []Ink{First, Second, Third} }

// Anchor is which part of a text stands at its place.
type Anchor string

// The anchors.
const (
	Start  Anchor = "start"
	Middle Anchor = "middle"
	End    Anchor = "end"
)

// Words is a line of text, Y at its baseline.
type Words struct {
	X, Y   float64
	Text   string
	Face   Face
	Size   float64
	Ink    Ink
	Anchor Anchor
}

// Left is where the text begins.
func (w Words) Left() float64 {
	switch w.Anchor {
	case Middle:
		return w.X - w.Face.Width(w.Text, w.Size)/2
	case End:
		return w.X - w.Face.Width(w.Text, w.Size)
	}
	return w.X
}

// Point is a place in a drawing.
type Point struct{ X, Y float64 }

// Look is how the inside and the edge of a shape are drawn; an empty ink draws nothing.
type Look struct {
	Fill, Stroke Ink
	// Pale is how far the inside lets through what lies below: 0 not at all.
	Pale float64
	// Width is that of the edge, Dash the length of its dashes, 0 for none.
	Width, Dash float64
}

// Path is a line from point to point, closed where it has an inside.
type Path struct {
	Points []Point
	Closed bool
	Look   Look
}

// Box is a rectangle.
type Box struct {
	X, Y, Width, Height float64
	Look                Look
}

// Circle is a circle around a point.
type Circle struct {
	X, Y, Radius float64
	Look         Look
}

// Dots are many circles of one size and look.
type Dots struct {
	Centres []Point
	Radius  float64
	Look    Look
}

// At is shapes moved to a place.
type At struct {
	X, Y   float64
	Shapes []Shape
}

// Said is a part of a drawing that can be pointed at and walked to, and what is said then.
// Over is where it can be pointed at.
type Said struct {
	Words  string
	Over   Box
	Shapes []Shape
}

// Mark is a shape of a series around a point: round, square or three-cornered, so that series
// are told apart without colours; hollow where it rests on little.
func Mark(series int, x, y, radius float64, hollow bool) Shape {
	ink := Series()[series%len(Series())]
	look := Look{Fill: ink, Stroke: ink, Width: 1.4}
	if hollow {
		look.Fill = Paper
	}
	switch series % len(Series()) {
	case 1:
		side := radius * 1.7
		return Box{x - side/2, y - side/2, side, side, look}
	case 2:
		r := radius * 1.25
		return Path{[]Point{{x, y - r}, {x + r, y + r*0.75}, {x - r, y + r*0.75}}, true, look}
	}
	return Circle{x, y, radius, look}
}

// Between are the points around what lies between two lines.
func Between(upper, lower []Point) []Point {
	back := slices.Clone(lower)
	slices.Reverse(back)
	return append(slices.Clone(upper), back...)
}
