package chart

import (
	"fmt"
	"slices"

	"rolecall/drawing"
	"rolecall/phrase"
)

// Dots is a panel of many titles by their shares, each a dot or, where they are thousands, a
// dot for so many, stacked in steps from none to all; one title is named over them.
type Dots struct {
	Name string
	// Kind is what the titles are: "film".
	Kind   string
	Stacks []Stack
	// Beside are the stacks of other figures, beside which a dot stands for as many titles.
	Beside []Stack
	// Own is the title that is named.
	Own Own
}

// Stack is the titles at one step of the shares.
type Stack struct {
	// Settled are those of which all is known, Partly those of which something is.
	Settled, Partly int
	// Words are what is said of them.
	Words string
}

// Own is where the title itself stands: at one step, or from one to another.
type Own struct {
	Name, Value string
	From, To    int
}

func (Dots) columns(int, float64) int { return 1 }

const (
	// dotsHigh is how high the highest stack is, in dots; leastHigh the room of lower ones.
	dotsHigh  = 24
	leastHigh = 4
	pitch     = 6.0
	// apart is the room beside none and all, which are no steps between.
	apart = 7.0
)

// stacks are where the stacks of a panel stand: how wide each is and how many dots across.
type stacks struct {
	room
	number int
	wide   float64
	across int
}

func (p Dots) stacks(r room) stacks {
	s := stacks{room: r, number: len(p.Stacks)}
	s.wide = (r.width - 2*apart) / float64(max(1, s.number))
	s.across = max(1, int((s.wide-2)/pitch))
	return s
}

// left is where a stack begins.
func (s stacks) left(i int) float64 {
	x := float64(i) * s.wide
	if i > 0 {
		x += apart
	}
	if i == s.number-1 {
		x += apart
	}
	return x
}

func (s stacks) middle(i int) float64 { return s.left(i) + float64(s.across)*pitch/2 }

// agree raises how many titles a dot stands for, so that the highest stack has room: 1, 2, 5,
// 10 and so on.
func (p Dots) agree(r *room) {
	r.top = 1
	most := p.stacks(*r).across * dotsHigh
	r.each = max(r.each, 1)
	for _, stack := range slices.Concat(p.Stacks, p.Beside) {
		for needed(stack, r.each) > most {
			r.each = nextRound(r.each)
		}
	}
}

// needed is how many dots a stack comes to: no title goes without one.
func needed(s Stack, each int) int { return dotsOf(s.Settled, each) + dotsOf(s.Partly, each) }

func dotsOf(titles, each int) int { return (titles + each - 1) / each }

func nextRound(n int) int {
	first := n
	for first >= 10 {
		first /= 10
	}
	if first == 2 {
		return n / 2 * 5
	}
	return n * 2
}

func (p Dots) draw(r room) ([]drawing.Shape, float64) {
	shapes, y := r.name(p.Name)
	s := p.stacks(r)
	rows := leastHigh
	for _, stack := range p.Stacks {
		rows = max(rows, (needed(stack, r.each)+s.across-1)/s.across)
	}
	floor := y + 30 + float64(rows)*pitch
	for i, stack := range p.Stacks {
		shapes = append(shapes, s.said(stack, i, y+24, floor, i >= p.Own.From))
	}
	shapes = append(shapes, s.axis(floor)...)
	shapes = append(shapes, p.own(s, y, floor)...)
	each := fmt.Sprintf("Each dot is one %s.", p.Kind)
	if r.each > 1 {
		each = fmt.Sprintf("Each dot is up to %s %ss.", phrase.Grouped(r.each), p.Kind)
	}
	shapes = append(shapes, drawing.Words{Y: floor + 38, Text: each, Face: drawing.Sans, Size: noteSize, Ink: drawing.Soft})
	return shapes, floor + 44
}

// said draws a stack: full dots, above them rings for those known in part.
func (s stacks) said(stack Stack, i int, top, floor float64, reaches bool) drawing.Shape {
	ink := drawing.StrongLine
	if reaches {
		ink = drawing.First
	}
	settled, partly := dotsOf(stack.Settled, s.each), dotsOf(stack.Partly, s.each)
	radius := pitch * 0.42
	return drawing.Said{
		Words: stack.Words, Over: drawing.Box{X: s.left(i) - 1, Y: top, Width: float64(s.across)*pitch + 2, Height: floor - top},
		Shapes: []drawing.Shape{
			drawing.Dots{Centres: s.centres(i, 0, settled, floor), Radius: radius, Look: drawing.Look{Fill: ink}},
			drawing.Dots{Centres: s.centres(i, settled, settled+partly, floor), Radius: radius - 0.5, Look: drawing.Look{Stroke: ink, Width: 1}},
		},
	}
}

func (s stacks) centres(i, from, to int, floor float64) (centres []drawing.Point) {
	for n := from; n < to; n++ {
		centres = append(centres, drawing.Point{X: s.left(i) + (float64(n%s.across)+0.5)*pitch, Y: floor - 2 - (float64(n/s.across)+0.5)*pitch})
	}
	return centres
}

// axis draws the floor of each stack, and names none, all and the quarters between.
func (s stacks) axis(floor float64) (shapes []drawing.Shape) {
	for i := range s.number {
		shapes = append(shapes, rule(drawing.Point{X: s.left(i), Y: floor}, drawing.Point{X: s.left(i) + float64(s.across)*pitch, Y: floor}))
	}
	between := s.number - 2
	for _, share := range []float64{0.25, 0.5, 0.75} {
		x := s.left(1) + share*float64(between)*s.wide - (s.wide-float64(s.across)*pitch)/2
		shapes = append(shapes, label(x, floor+17, percent(share), drawing.Middle))
	}
	return append(shapes, label(0, floor+17, percent(0), drawing.Start), label(s.width, floor+17, percent(1), drawing.End))
}

// own names the title over its place, or over all that it may have.
func (p Dots) own(s stacks, y, floor float64) []drawing.Shape {
	from, to := s.middle(p.Own.From), s.middle(p.Own.To)
	text := phrase.Joined(": ", drawing.Sans.Shorten(p.Own.Name, labelSize, s.width*0.7-drawing.Sans.Width(p.Own.Value, labelSize)), p.Own.Value)
	half := drawing.Sans.Width(text, labelSize) / 2
	middle := min(max((from+to)/2, half), s.width-half)
	bold := drawing.Look{Stroke: drawing.Text, Width: 2.2}
	shapes := []drawing.Shape{drawing.Words{X: middle, Y: y + 8, Text: text, Face: drawing.Sans, Size: labelSize, Ink: drawing.Text, Anchor: drawing.Middle}}
	if from < to {
		shapes = append(shapes, drawing.Path{Points: []drawing.Point{{X: from, Y: y + 18}, {X: to, Y: y + 18}}, Look: bold})
	}
	stack := p.Stacks[p.Own.From]
	top := floor - float64((needed(stack, s.each)+s.across-1)/s.across)*pitch - 5
	if from < to {
		shapes = append(shapes, drawing.Path{Points: []drawing.Point{{X: to, Y: y + 14}, {X: to, Y: y + 22}}, Look: bold})
		top = y + 22
	}
	return append(shapes, drawing.Path{Points: []drawing.Point{{X: from, Y: y + 14}, {X: from, Y: top}}, Look: bold})
}
