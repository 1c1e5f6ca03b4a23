package chart

import (
	"fmt"
	"math"
	"slices"

	"rolecall/drawing"
	"rolecall/phrase"
)

// Lines is a panel of shares from year to year: a line where they are known, a band from the
// least to the greatest, the last share at its end. Lines that are compared have a panel
// each, as bands over each other cannot be read, and lie behind those of the others in grey.
type Lines struct {
	Name string
	// Series tells panels that are compared apart, by ink and mark.
	Series int
	Years  []Year
	// Monthly says that the years are months, as Month numbers them.
	Monthly bool
	// Beside are the years of the panels that this one is compared with.
	Beside [][]Year
}

// Year is the share of a year.
type Year struct {
	Year  int
	Share Range
	// Value is the share in a word or two, Words all that is said of it.
	Value, Words string
	// Few says that it rests on too little to be told with the others.
	Few bool
}

// Month is the number of a month of a year, for lines from month to month.
func Month(year, month int) int { return 12*year + month - 1 }

const plotHeight = 210.0

func (Lines) columns(panels int, width float64) int {
	switch {
	case panels == 1 || width < Wide:
		return 1
	case panels == 2 || panels == 4:
		return 2
	}
	return 3
}

func (p Lines) agree(r *room) {
	r.ends = max(r.ends, drawing.Sans.Width("2000", labelSize)/2)
	if p.Monthly {
		r.ends = max(r.ends, drawing.Sans.Width("2000-01", labelSize)/2)
	}
	if last, has := p.last(); has {
		r.ends = max(r.ends, drawing.Sans.Width(last.Value, labelSize)+endGap)
	}
	for _, year := range p.Years {
		r.reach(year.Share.Upper)
	}
	for _, years := range p.Beside {
		for _, year := range years {
			r.reach(year.Share.Upper)
		}
	}
}

// plot is where the years and shares of a panel lie.
type plot struct {
	room
	ink                   drawing.Ink
	left, right, up, down float64
	first, last           int
	monthly               bool
}

func (p plot) x(year int) float64 {
	if p.first == p.last {
		return (p.left + p.right) / 2
	}
	return p.left + (p.right-p.left)*float64(year-p.first)/float64(p.last-p.first)
}

func (p plot) y(share float64) float64 { return p.down - (p.down-p.up)*share/p.top }

func (p plot) at(year int, share float64) drawing.Point {
	return drawing.Point{X: p.x(year), Y: p.y(share)}
}

// step is how far one year is from the next.
func (p plot) step() float64 { return (p.right - p.left) / float64(max(1, p.last-p.first)) }

func (p Lines) draw(r room) ([]drawing.Shape, float64) {
	shapes, y := r.name(p.Name)
	where := plot{room: r, ink: drawing.Series()[p.Series%len(drawing.Series())], left: drawing.Sans.Width("100 %", labelSize) + 10, right: r.width - r.ends, up: y + 4, monthly: p.Monthly}
	where.down = where.up + plotHeight
	where.first, where.last = p.span()
	shapes = append(shapes, where.axes()...)
	shapes = append(shapes, where.band(p.Years)...)
	for _, years := range p.Beside {
		shapes = append(shapes, where.through(years, isTelling, drawing.Look{Stroke: drawing.StrongLine, Width: 0.8})...)
	}
	shapes = append(shapes, where.line(p)...)
	shapes = append(shapes, where.said(p.Years)...)
	return append(shapes, where.end(p)...), where.down + 24
}

// span is the first and the last year of all that is drawn.
func (p Lines) span() (first, last int) {
	first, last = math.MaxInt, math.MinInt
	for _, years := range append([][]Year{p.Years}, p.Beside...) {
		for _, year := range years {
			first, last = min(first, year.Year), max(last, year.Year)
		}
	}
	return first, last
}

func isKnown(y Year) bool { return y.Share.isKnown() }

// isTelling reports whether a year can be compared with others.
func isTelling(y Year) bool { return isKnown(y) && !y.Few }

func (p plot) axes() (shapes []drawing.Shape) {
	for _, share := range p.percents(p.down-p.up, 30) {
		y := p.y(share)
		shapes = append(shapes, rule(drawing.Point{X: p.left, Y: y}, drawing.Point{X: p.right, Y: y}), label(p.left-8, y+4, percent(share), drawing.End))
	}
	for _, year := range p.named() {
		shapes = append(shapes, label(p.x(year), p.down+18, p.name(year), drawing.Middle))
	}
	return shapes
}

// named are the years or months that the axis has room to name.
func (p plot) named() (years []int) {
	steps, widest := []int{1, 2, 5, 10, 20, 50, 100}, "2000"
	if p.monthly {
		steps, widest = []int{1, 3, 6, 12, 24, 60, 120, 240, 600, 1200}, "2000-01"
	}
	step := 1
	for _, step = range steps {
		if p.monthly && step >= 12 {
			widest = "2000"
		}
		if float64(step)*p.step() >= drawing.Sans.Width(widest, labelSize)+14 {
			break
		}
	}
	for year := p.first; year <= p.last; year++ {
		if year%step == 0 || p.first == p.last {
			years = append(years, year)
		}
	}
	if len(years) == 0 { // less than a step of months, which has none to name
		years = []int{p.first}
	}
	return years
}

// name is a year in figures, or a month: January by its year where only Januaries are named.
func (p plot) name(year int) string {
	if !p.monthly {
		return phrase.Number(year)
	}
	if named := p.named(); len(named) > 1 && (named[1]-named[0])%12 == 0 {
		return phrase.Number(year / 12)
	}
	return fmt.Sprintf("%04d-%02d", year/12, year%12+1)
}

// runs are the years of a line that follow each other, parted where one is missing or keep
// says so.
func runs(years []Year, keep func(Year) bool) (all [][]Year) {
	last := math.MinInt
	for _, year := range years {
		if !keep(year) {
			continue
		}
		if year.Year != last+1 || len(all) == 0 {
			all = append(all, nil)
		}
		all[len(all)-1] = append(all[len(all)-1], year)
		last = year.Year
	}
	return all
}

// band draws what lies between the least and the greatest share.
func (p plot) band(years []Year) (shapes []drawing.Shape) {
	look := drawing.Look{Fill: p.ink, Pale: 0.8}
	for _, years := range runs(years, func(Year) bool { return true }) {
		if len(years) == 1 {
			top := p.y(years[0].Share.Upper)
			shapes = append(shapes, drawing.Box{X: p.x(years[0].Year) - 2, Y: top, Width: 4, Height: p.y(years[0].Share.Lower) - top, Look: look})
			continue
		}
		upper := phrase.Each(years, func(y Year) drawing.Point { return p.at(y.Year, y.Share.Upper) })
		lower := phrase.Each(years, func(y Year) drawing.Point { return p.at(y.Year, y.Share.Lower) })
		shapes = append(shapes, drawing.Path{Points: drawing.Between(upper, lower), Closed: true, Look: look})
	}
	return shapes
}

// through draws lines through the shares where known of years that are kept.
func (p plot) through(years []Year, keep func(Year) bool, look drawing.Look) []drawing.Shape {
	return phrase.Each(runs(years, keep), func(run []Year) drawing.Shape {
		return drawing.Path{Points: phrase.Each(run, func(y Year) drawing.Point { return p.at(y.Year, y.Share.Known) }), Look: look}
	})
}

// markRoom is from how far apart years have marks.
const markRoom = 11.0

// line draws the shares where known: whole where they rest on enough, dotted through years
// that do not.
func (p plot) line(l Lines) []drawing.Shape {
	shapes := p.through(l.Years, isKnown, drawing.Look{Stroke: p.ink, Width: 1.2, Dash: 2.5})
	shapes = append(shapes, p.through(l.Years, isTelling, drawing.Look{Stroke: p.ink, Width: 2.2})...)
	for _, year := range l.Years {
		if isKnown(year) && (p.step() >= markRoom || isAlone(l.Years, year)) {
			at := p.at(year.Year, year.Share.Known)
			shapes = append(shapes, drawing.Mark(l.Series, at.X, at.Y, 3, year.Few))
		}
	}
	return shapes
}

// isAlone reports whether no year beside a year has a share, so that no line shows it.
func isAlone(years []Year, year Year) bool {
	return !slices.ContainsFunc(years, func(other Year) bool {
		return isKnown(other) && (other.Year == year.Year-1 || other.Year == year.Year+1)
	})
}

// said are the years, each a strip that can be pointed at.
func (p plot) said(years []Year) (shapes []drawing.Shape) {
	half := p.step() / 2
	for _, year := range years {
		from, to := max(p.x(year.Year)-half, p.left-6), min(p.x(year.Year)+half, p.right+6)
		shapes = append(shapes, drawing.Said{Words: year.Words, Over: drawing.Box{X: from, Y: p.up, Width: to - from, Height: p.down - p.up}})
	}
	return shapes
}

// endGap is how far the share at the end of a line stands from it.
const endGap = 8.0

// end writes the last share beside the end of the line.
func (p plot) end(l Lines) []drawing.Shape {
	last, has := l.last()
	if !has {
		return nil
	}
	return []drawing.Shape{drawing.Words{X: p.right + endGap, Y: p.y(last.Share.Known) + 4.5, Text: last.Value, Face: drawing.Sans, Size: labelSize, Ink: p.ink}}
}

// last is the last share that rests on enough or, where none does, the last.
func (p Lines) last() (last Year, has bool) {
	for _, year := range p.Years {
		if isKnown(year) && (!year.Few || last.Few || !has) {
			last, has = year, true
		}
	}
	return last, has
}
