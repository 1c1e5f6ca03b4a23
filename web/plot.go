package web

import (
	"fmt"
	"strconv"
	"strings"

	"rolecall"
	"rolecall/catalog"
	"rolecall/phrase"
)

// plotView is a plot of the shares of many titles, in columns of dots from 0 % to
// 100 %, one title marked.
type plotView struct {
	Width, Height, Base, Axis int
	Columns                   []plotColumn
	Mark                      plotMark
	Labels                    []plotLabel
	// Each is how many titles a dot stands for at most.
	Each string
	// Words say the same for those who do not see it.
	Words string
}

// plotColumn is one step of the shares. Settled and Partly are paths of dots.
type plotColumn struct {
	X, Wide         int
	Reaches         bool
	Settled, Partly string
	Words           string
}

// plotMark is the title in question: at one step, or from its least to its
// greatest share.
type plotMark struct {
	From, To, Middle, Stem int
	Range                  bool
	Anchor                 string
}

type plotLabel struct {
	X     int
	Words string
}

// The measures of the plot, in pixels where it is drawn at its own size, which is
// that of a phone.
const (
	dotPitch  = 6
	dotsWide  = 4
	dotsHigh  = 20
	plotLeft  = 4
	plotStep  = dotsWide*dotPitch + 4
	plotApart = 6 // more room beside none and all, which are no tenths
	plotTop   = 38
)

// plotOf draws the shares of a population and the title's own.
func plotOf(r catalog.Rarity) plotView {
	unit := dotUnit(r.Spread)
	rows := 5
	for i := range catalog.Steps {
		solid, hollow := dotsOf(r.Spread, i, unit)
		rows = max(rows, (solid+hollow+dotsWide-1)/dotsWide)
	}
	base := plotTop + rows*dotPitch
	v := plotView{Width: columnAt(catalog.Steps-1) + dotsWide*dotPitch + plotLeft, Height: base + 26, Base: base, Axis: base + 20, Each: phrase.Grouped(unit)}
	share := r.Count.Share()
	lower, upper := catalog.StepOf(share.Lower), catalog.StepOf(share.Upper)
	var words []string
	for i := range catalog.Steps {
		solid, hollow := dotsOf(r.Spread, i, unit)
		column := plotColumn{X: columnAt(i), Wide: dotsWide * dotPitch, Reaches: i >= lower, Words: stepWords(i) + ": " + spreadWords(r.Spread, i),
			Settled: dots(columnAt(i), base, 0, solid), Partly: dots(columnAt(i), base, solid, hollow)}
		v.Columns = append(v.Columns, column)
		if solid+hollow > 0 {
			words = append(words, column.Words)
		}
	}
	solid, hollow := dotsOf(r.Spread, lower, unit)
	v.Mark = markAt(lower, upper, base-(solid+hollow+dotsWide-1)/dotsWide*dotPitch)
	v.Labels = []plotLabel{{columnAt(0) + 12, "0 %"}, {columnAt(6) - 2, "50 %"}, {columnAt(catalog.Steps-1) + 10, "100 %"}}
	v.Words = "Titles by share. " + strings.Join(words, "; ")
	return v
}

// markAt marks a title over the columns of its least and greatest share.
func markAt(lower, upper, stack int) plotMark {
	const middle = dotsWide * dotPitch / 2
	m := plotMark{From: columnAt(lower) + middle, To: columnAt(upper) + middle, Stem: stack - 3, Range: lower != upper, Anchor: "middle"}
	m.Middle = (m.From + m.To) / 2
	switch {
	case m.Middle < columnAt(2):
		m.Anchor, m.Middle = "start", m.From-middle
	case m.Middle > columnAt(catalog.Steps-3):
		m.Anchor, m.Middle = "end", m.To+middle
	}
	return m
}

// columnAt is where a step's column begins.
func columnAt(step int) int {
	x := plotLeft + step*plotStep
	if step > 0 {
		x += plotApart
	}
	if step == catalog.Steps-1 {
		x += plotApart
	}
	return x
}

// dotUnit is how many titles a dot stands for, so that the highest column has
// room: 1, 2, 5, 10 and so on.
func dotUnit(s catalog.Spread) int {
	for unit := 1; ; unit *= 10 {
		for _, n := range []int{unit, 2 * unit, 5 * unit} {
			fits := true
			for i := range catalog.Steps {
				solid, hollow := dotsOf(s, i, n)
				fits = fits && solid+hollow <= dotsWide*dotsHigh
			}
			if fits {
				return n
			}
		}
	}
}

// dotsOf are the dots of a column: no title goes without one.
func dotsOf(s catalog.Spread, step, unit int) (solid, hollow int) {
	return (s.Settled[step] + unit - 1) / unit, (s.Partly[step] + unit - 1) / unit
}

// dots is a path of dots from the base up, row by row: lines of no length with
// round ends.
func dots(x, base, from, n int) string {
	var path strings.Builder
	for i := from; i < from+n; i++ {
		path.WriteString("M" + strconv.Itoa(x+i%dotsWide*dotPitch+dotPitch/2) + " " + strconv.Itoa(base-i/dotsWide*dotPitch-dotPitch/2) + "h0")
	}
	return path.String()
}

// stepWords is the share of a step: "0 %", "30 to under 40 %".
func stepWords(step int) string {
	switch step {
	case 0:
		return rolecall.Fraction{Numerator: 0, Denominator: 1}.Percent()
	case 1:
		return "above 0 and under 10 %"
	case catalog.Steps - 1:
		return rolecall.Fraction{Numerator: 1, Denominator: 1}.Percent()
	}
	return fmt.Sprintf("%d to under %d %%", 10*(step-1), 10*step)
}

func spreadWords(s catalog.Spread, step int) string {
	words := phrase.Grouped(s.Settled[step] + s.Partly[step])
	if s.Partly[step] > 0 {
		words += ", of which " + phrase.Grouped(s.Partly[step]) + " known in part"
	}
	return words
}
