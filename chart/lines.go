package chart

import (
	"cmp"
	"math"
	"slices"
	"strings"

	"rolecall/drawing"
	"rolecall/phrase"
)

// Lines is a panel of shares from year to year: a line where they are known, a band from the
// least to the greatest, the name of each line at its end.
type Lines struct {
	Name  string
	Lines []Line
}

// Line is one series of a panel.
type Line struct {
	Name  string
	Years []Year
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

const plotHeight = 210.0

func (Lines) columns(panels int, width float64) int {
	switch {
	case panels == 1 || width < Wide:
		return 1
	case panels <= 4:
		return 2
	}
	return 3
}

func (p Lines) agree(r *room) {
	r.ends = max(r.ends, drawing.Sans.Width("2000", labelSize)/2)
	for _, end := range p.ends(*r) {
		for _, text := range end.lines {
			r.ends = max(r.ends, drawing.Sans.Width(text, labelSize)+endGap)
		}
	}
	for _, line := range p.Lines {
		for _, year := range line.Years {
			r.reach(year.Share.Upper)
		}
	}
}

// plot is where the years and shares of a panel lie.
type plot struct {
	room
	left, right, up, down float64
	first, last           int
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
	where := plot{room: r, left: drawing.Sans.Width("100 %", labelSize) + 10, right: r.width - r.ends, up: y + 4}
	where.down = where.up + plotHeight
	where.first, where.last = p.span()
	shapes = append(shapes, where.axes()...)
	for i, line := range p.Lines {
		shapes = append(shapes, where.band(i, len(p.Lines), line)...)
	}
	for i, line := range p.Lines {
		shapes = append(shapes, where.line(i, line)...)
	}
	shapes = append(shapes, where.said(p.Lines)...)
	return append(shapes, where.ended(p.ends(r))...), where.down + 24
}

// span is the first and the last year of all lines.
func (p Lines) span() (first, last int) {
	first, last = math.MaxInt, math.MinInt
	for _, line := range p.Lines {
		for _, year := range line.Years {
			first, last = min(first, year.Year), max(last, year.Year)
		}
	}
	return first, last
}

func (p plot) axes() (shapes []drawing.Shape) {
	for _, share := range p.percents(p.down-p.up, 30) {
		y := p.y(share)
		shapes = append(shapes, rule(drawing.Point{X: p.left, Y: y}, drawing.Point{X: p.right, Y: y}), label(p.left-8, y+4, percent(share), drawing.End))
	}
	room := drawing.Sans.Width("2000", labelSize) + 14
	step := 1
	for _, step = range []int{1, 2, 5, 10, 20, 50, 100} {
		if float64(step)*p.step() >= room {
			break
		}
	}
	for year := p.first; year <= p.last; year++ {
		if year%step == 0 || p.first == p.last {
			shapes = append(shapes, label(p.x(year), p.down+18, phrase.Number(year), drawing.Middle))
		}
	}
	return shapes
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

// band draws what lies between the least and the greatest share. Where several bands lie
// over each other they are paler, and each has its edges.
func (p plot) band(i, of int, line Line) (shapes []drawing.Shape) {
	ink := drawing.Series()[i%len(drawing.Series())]
	look := drawing.Look{Fill: ink, Pale: 0.8}
	if of > 1 {
		look.Pale = 0.9
	}
	for _, years := range runs(line.Years, func(Year) bool { return true }) {
		if len(years) == 1 {
			top := p.y(years[0].Share.Upper)
			shapes = append(shapes, drawing.Box{X: p.x(years[0].Year) - 2, Y: top, Width: 4, Height: p.y(years[0].Share.Lower) - top, Look: look})
			continue
		}
		upper := phrase.Each(years, func(y Year) drawing.Point { return p.at(y.Year, y.Share.Upper) })
		lower := phrase.Each(years, func(y Year) drawing.Point { return p.at(y.Year, y.Share.Lower) })
		shapes = append(shapes, drawing.Path{Points: drawing.Between(upper, lower), Closed: true, Look: look})
		if of > 1 {
			edge := drawing.Look{Stroke: ink, Width: 0.7, Dash: 2 + 2*float64(i)}
			shapes = append(shapes, drawing.Path{Points: upper, Look: edge}, drawing.Path{Points: lower, Look: edge})
		}
	}
	return shapes
}

// markRoom is from how far apart years have marks.
const markRoom = 11.0

// line draws the shares where known: whole where they rest on enough, dotted through years
// that do not.
func (p plot) line(i int, line Line) (shapes []drawing.Shape) {
	ink := drawing.Series()[i%len(drawing.Series())]
	known := func(y Year) bool { return y.Share.isKnown() }
	place := func(y Year) drawing.Point { return p.at(y.Year, y.Share.Known) }
	for _, years := range runs(line.Years, known) {
		shapes = append(shapes, drawing.Path{Points: phrase.Each(years, place), Look: drawing.Look{Stroke: ink, Width: 1, Dash: 2.5}})
	}
	for _, years := range runs(line.Years, func(y Year) bool { return known(y) && !y.Few }) {
		shapes = append(shapes, drawing.Path{Points: phrase.Each(years, place), Look: drawing.Look{Stroke: ink, Width: 2.2}})
	}
	for _, year := range line.Years {
		if known(year) && (p.step() >= markRoom || p.isAlone(line, year)) {
			at := place(year)
			shapes = append(shapes, drawing.Mark(i, at.X, at.Y, 3, year.Few))
		}
	}
	return shapes
}

// isAlone reports whether no year beside a year has a share, so that no line shows it.
func (p plot) isAlone(line Line, year Year) bool {
	return !slices.ContainsFunc(line.Years, func(other Year) bool {
		return other.Share.isKnown() && (other.Year == year.Year-1 || other.Year == year.Year+1)
	})
}

// said are the years, each a strip that can be pointed at and says the shares of all lines.
func (p plot) said(lines []Line) (shapes []drawing.Shape) {
	words := make(map[int][]string)
	for _, line := range lines {
		for _, year := range line.Years {
			words[year.Year] = append(words[year.Year], year.Words)
		}
	}
	half := p.step() / 2
	for year := p.first; year <= p.last; year++ {
		if len(words[year]) == 0 {
			continue
		}
		from, to := max(p.x(year)-half, p.left-6), min(p.x(year)+half, p.right+6)
		shapes = append(shapes, drawing.Said{Words: strings.Join(words[year], "; "), Over: drawing.Box{X: from, Y: p.up, Width: to - from, Height: p.down - p.up}})
	}
	return shapes
}

// end is the words at the end of a line: what the last share is and, of several lines,
// which it is.
type end struct {
	series int
	share  float64
	lines  []string
}

// endGap is how far these words stand from the line.
const endGap = 8.0

func (p Lines) ends(r room) (ends []end) {
	for i, line := range p.Lines {
		last, has := lastKnown(line)
		if !has {
			continue
		}
		lines := []string{last.Value}
		if len(p.Lines) > 1 {
			lines = append(drawing.Sans.WrapAtMost(3, line.Name, labelSize, r.width*0.26), lines...)
		}
		ends = append(ends, end{i, last.Share.Known, lines})
	}
	return ends
}

// lastKnown is the last share of a line that rests on enough or, where none does, the last.
func lastKnown(line Line) (last Year, has bool) {
	for _, year := range line.Years {
		if year.Share.isKnown() && (!year.Few || last.Few || !has) {
			last, has = year, true
		}
	}
	return last, has
}

const (
	endLine  = labelSize * 1.2
	endApart = 5.0
)

// ended writes the words at the ends, the highest share first, none over another.
func (p plot) ended(ends []end) (shapes []drawing.Shape) {
	slices.SortStableFunc(ends, func(a, b end) int { return cmp.Compare(b.share, a.share) })
	left := 0.0
	for _, one := range ends {
		left += one.height()
	}
	y := p.up - 12
	for _, one := range ends {
		y = max(y, min(p.y(one.share)-one.height()/2, p.down+10-left))
		left -= one.height()
		ink := drawing.Series()[one.series%len(drawing.Series())]
		for i, text := range one.lines {
			shapes = append(shapes, drawing.Words{X: p.right + endGap, Y: y + float64(i+1)*endLine - 2, Text: text, Face: drawing.Sans, Size: labelSize, Ink: ink})
		}
		y += one.height()
	}
	return shapes
}

func (e end) height() float64 { return float64(len(e.lines))*endLine + endApart }
