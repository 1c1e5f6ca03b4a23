package chart_test

import (
	"bytes"
	"fmt"
	"math"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"rolecall"
	"rolecall/chart"
	"rolecall/drawing"
)

// placed is a text where it stands in the picture.
type placed struct {
	drawing.Words
	left, right, top, bottom float64
}

// textsOf are all texts of a drawing, where they stand, and what its parts say.
func textsOf(shapes []drawing.Shape, x, y float64) (texts []placed, said []string) {
	add := func(inner []drawing.Shape, x, y float64) {
		t, s := textsOf(inner, x, y)
		texts, said = append(texts, t...), append(said, s...)
	}
	for _, shape := range shapes {
		switch s := shape.(type) {
		case drawing.At:
			add(s.Shapes, x+s.X, y+s.Y)
		case drawing.Said:
			said = append(said, s.Words)
			add(s.Shapes, x, y)
		case drawing.Words:
			left := x + s.Left()
			texts = append(texts, placed{s, left, left + s.Face.Width(s.Text, s.Size), y + s.Y - 0.72*s.Size, y + s.Y + 0.2*s.Size})
		}
	}
	return texts, said
}

// holds fails where a text of a drawing stands outside of it, or over another.
func holds(t fatal, d drawing.Drawing) (texts []placed, said []string) {
	t.Helper()
	texts, said = textsOf(d.Shapes, 0, 0)
	for i, a := range texts {
		if a.left < -1 || a.right > d.Width+1 || a.top < -1 || a.bottom > d.Height+1 {
			t.Fatalf("%q stands outside: %.0f–%.0f of %.0f, %.0f–%.0f of %.0f", a.Text, a.left, a.right, d.Width, a.top, a.bottom, d.Height)
		}
		for _, b := range texts[:i] {
			if a.left < b.right-0.5 && b.left < a.right-0.5 && a.top < b.bottom-0.5 && b.top < a.bottom-0.5 {
				t.Fatalf("%q stands over %q", a.Text, b.Text)
			}
		}
	}
	return texts, said
}

type fatal interface {
	Helper()
	Fatalf(string, ...any)
}

// ranges are shares as they come: with nothing known, all known, none and all.
func ranges() *rapid.Generator[chart.Range] {
	return rapid.Custom(func(t *rapid.T) chart.Range {
		of := rapid.IntRange(1, 40).Draw(t, "of")
		certain := rapid.IntRange(0, of).Draw(t, "certain")
		possible := rapid.IntRange(certain, of).Draw(t, "possible")
		r, _ := chart.RangeOf(rolecall.Count{Certain: certain, Possible: possible, Of: of}.Share())
		return r
	})
}

func names() *rapid.Generator[string] {
	return rapid.OneOf(rapid.SampledFrom([]string{"", "Netflix", "是枝裕和", "Škoda", strings.Repeat("a very long name ", 6), strings.Repeat("x", 90)}), rapid.String())
}

func values() *rapid.Generator[string] {
	return rapid.SampledFrom([]string{"38 %", "44.4–66.7 %", "–", "102–261 of 525"})
}

func years() *rapid.Generator[[]chart.Year] {
	return rapid.Custom(func(t *rapid.T) (years []chart.Year) {
		year := rapid.IntRange(1890, 2030).Draw(t, "first")
		for range rapid.IntRange(1, 30).Draw(t, "years") {
			years = append(years, chart.Year{Year: year, Share: ranges().Draw(t, "share"), Value: values().Draw(t, "value"), Words: fmt.Sprintf("%d: a share", year), Few: rapid.Bool().Draw(t, "few")})
			year += rapid.IntRange(1, 3).Draw(t, "apart")
		}
		return years
	})
}

func lines() *rapid.Generator[chart.Panel] {
	return rapid.Custom(func(t *rapid.T) chart.Panel {
		return chart.Lines{Name: names().Draw(t, "panel"), Series: rapid.IntRange(0, 4).Draw(t, "series"), Years: years().Draw(t, "years"), Beside: rapid.SliceOfN(years(), 0, 2).Draw(t, "beside")}
	})
}

func bars() *rapid.Generator[chart.Panel] {
	return rapid.Custom(func(t *rapid.T) chart.Panel {
		panel := chart.Bars{Name: names().Draw(t, "panel"), Left: names().Draw(t, "left")}
		for i := range rapid.SampledFrom([]int{1, 3, 30, 200}).Draw(t, "bars") {
			panel.Bars = append(panel.Bars, chart.Bar{Name: names().Draw(t, "name"), Share: ranges().Draw(t, "share"), Value: values().Draw(t, "value"), Words: fmt.Sprint(i), Few: i%7 == 3})
		}
		return panel
	})
}

func dots() *rapid.Generator[chart.Panel] {
	return rapid.Custom(func(t *rapid.T) chart.Panel {
		const steps = 22
		panel := chart.Dots{Name: names().Draw(t, "panel"), Kind: "season"}
		for i := range steps {
			n := rapid.SampledFrom([]int{0, 1, 7, 300, 60000})
			panel.Stacks = append(panel.Stacks, chart.Stack{Settled: n.Draw(t, "settled"), Partly: n.Draw(t, "partly"), Words: fmt.Sprint(i)})
		}
		panel.Own.From = rapid.IntRange(0, steps-1).Draw(t, "from")
		panel.Own.To = rapid.IntRange(panel.Own.From, steps-1).Draw(t, "to")
		panel.Own.Name, panel.Own.Value = names().Draw(t, "own"), values().Draw(t, "value")
		return panel
	})
}

// Whatever is charted, every text stands within the picture and none over another, on a page
// and a phone and in a file.
func TestTextsStandApartAndWithin(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		kind := rapid.SampledFrom([]*rapid.Generator[chart.Panel]{lines(), bars(), dots()}).Draw(t, "kind")
		c := chart.Chart{Title: names().Draw(t, "title"), Asked: names().Draw(t, "asked"), Key: names().Draw(t, "key"),
			Notes: rapid.SliceOfN(names(), 0, 4).Draw(t, "notes"), Panels: rapid.SliceOfN(kind, 1, 3).Draw(t, "panels")}
		for _, d := range []drawing.Drawing{c.Panelled(chart.Wide), c.Panelled(chart.Narrow), c.Picture()} {
			holds(t, d)
			if picture := d.File(); bytes.Contains(picture, []byte("NaN")) || bytes.Contains(picture, []byte("Inf")) {
				t.Fatalf("a measure is none: %s", picture)
			}
		}
	})
}

func share(certain, possible, of int) chart.Range {
	r, _ := chart.RangeOf(rolecall.Count{Certain: certain, Possible: possible, Of: of}.Share())
	return r
}

// Bars stand by the share where known, or by the middle where nobody is; those that rest on
// little stand below the others, under words that say so.
func TestBarsAreSorted(t *testing.T) {
	panel := chart.Bars{Bars: []chart.Bar{
		{Name: "least", Share: share(1, 1, 10)}, {Name: "unknown", Share: share(0, 10, 10)}, {Name: "little", Share: share(1, 1, 1), Few: true},
		{Name: "most", Share: share(6, 8, 10)}, {Name: "half known", Share: share(2, 7, 10)},
	}}
	order := func(p chart.Bars) (names []string) {
		texts, _ := holds(t, chart.Chart{Panels: []chart.Panel{p}}.Panelled(chart.Wide))
		for _, text := range texts {
			if text.Ink == drawing.Text {
				names = append(names, text.Text)
			}
			if strings.HasPrefix(text.Text, "Too few") {
				names = append(names, "|")
			}
		}
		return names
	}
	if got := strings.Join(order(panel), " "); got != "most unknown half known least | little" {
		t.Errorf("the bars stand %s", got)
	}
	panel.InOrder = true
	if got := strings.Join(order(panel), " "); got != "least unknown little most half known" {
		t.Errorf("in their order the bars stand %s", got)
	}
}

// A picture says what was found, what was asked, how it is read, what it rests on and from
// where it is, and each year says its numbers.
func TestAPictureSaysWhatItRestsOn(t *testing.T) {
	c := chart.Chart{Title: "Women have 34 % of director credits", Asked: "Share of women by year", Key: "The line is the share where known.",
		Notes: []string{"Films: 1 234 titles.", "Rolecall · full catalog bc3e…e4f8 · source: IMDb"},
		Panels: []chart.Panel{chart.Lines{Years: []chart.Year{
			{Year: 2016, Share: share(3, 3, 10), Words: "2016: 30 %, 10 films"}, {Year: 2017, Share: share(4, 5, 10), Words: "2017: 44.4 %, 40–50 % allowing for unknowns, 10 films"},
		}}}}
	for name, d := range map[string]drawing.Drawing{"page": c.Panelled(chart.Wide), "phone": c.Panelled(chart.Narrow), "picture": c.Picture()} {
		_, said := holds(t, d)
		if strings.Join(said, "|") != "2016: 30 %, 10 films|2017: 44.4 %, 40–50 % allowing for unknowns, 10 films" {
			t.Errorf("%s says %q", name, said)
		}
	}
	svg := strings.ReplaceAll(string(c.Picture().File()), "\u00a0", " ")
	for _, words := range append([]string{c.Title, c.Asked, c.Key}, c.Notes...) {
		if !strings.Contains(svg, ">"+words+"<") {
			t.Errorf("the picture does not hold %q", words)
		}
	}
}

// A line is drawn through years that follow each other and rest on enough, and not over a
// year that is not there.
func TestALineHasGaps(t *testing.T) {
	year := func(n int, few bool) chart.Year { return chart.Year{Year: n, Share: share(n%10, n%10, 10), Few: few} }
	c := chart.Chart{Panels: []chart.Panel{chart.Lines{Years: []chart.Year{year(2001, false), year(2002, false), year(2004, false), year(2005, true), year(2006, false)}}}}
	var whole, dotted []int
	var walk func([]drawing.Shape)
	walk = func(shapes []drawing.Shape) {
		for _, shape := range shapes {
			switch s := shape.(type) {
			case drawing.At:
				walk(s.Shapes)
			case drawing.Path:
				if s.Look.Stroke == drawing.First && s.Look.Dash == 0 {
					whole = append(whole, len(s.Points))
				} else if s.Look.Stroke == drawing.First {
					dotted = append(dotted, len(s.Points))
				}
			}
		}
	}
	walk(c.Panelled(chart.Wide).Shapes)
	if fmt.Sprint(whole, dotted) != "[2 1 1] [2 3]" {
		t.Errorf("lines through %v years, dotted through %v", whole, dotted)
	}
}

// Each dot stands for as many titles in figures beside each other, and no title goes without.
func TestDotsStandForAsManyBesideEachOther(t *testing.T) {
	large := []chart.Stack{{Settled: 9000, Words: "a"}, {Settled: 1, Words: "b"}, {Partly: 3, Words: "c"}}
	small := chart.Dots{Kind: "film", Stacks: []chart.Stack{{Settled: 2}, {}, {Settled: 2}}, Own: chart.Own{Name: "This", Value: "50 %", From: 1, To: 1}}
	texts := func(d chart.Dots) string {
		found, _ := holds(t, chart.Chart{Panels: []chart.Panel{d}}.Panelled(chart.Narrow))
		var words []string
		for _, text := range found {
			words = append(words, text.Text)
		}
		return strings.Join(words, "|")
	}
	if alone := texts(small); !strings.Contains(alone, "Each dot is one film.") || !strings.Contains(alone, "This: 50 %") {
		t.Errorf("alone: %s", alone)
	}
	small.Beside = large
	beside := texts(small)
	other := small
	other.Stacks = large
	if other := texts(other); !strings.Contains(beside, "Each dot is up to") || each(other) != each(beside) {
		t.Errorf("%q beside %q", beside, other)
	}
}

func each(texts string) string { return texts[strings.Index(texts, "Each dot"):] }

func TestAShareOfNobodyIsNotDrawn(t *testing.T) {
	if _, has := chart.RangeOf(rolecall.Count{}.Share()); has {
		t.Error("a share of nobody has a place")
	}
	if r := share(0, 3, 3); !math.IsNaN(r.Known) || r.Upper != 1 {
		t.Errorf("of three unknown: %v", r)
	}
}

// TestMonthsHaveTheirNames: by halves of years where there is room, by years where there is not,
// and one alone by its own. No name stands over another, nor outside.
func TestMonthsHaveTheirNames(t *testing.T) {
	for _, test := range []struct {
		from, months int
		width        float64
		want, not    string
	}{
		{chart.Month(2015, 1), 72, chart.Wide, "2016-07", "2016-04"},
		{chart.Month(2000, 3), 240, chart.Narrow, "2005", "2005-01"},
		{chart.Month(2018, 5), 1, chart.Wide, "2018-05", "2018"},
		{chart.Month(2018, 2), 2, chart.Narrow, "2018-03", "2018"},
	} {
		lines := chart.Lines{Monthly: true}
		for n := range test.months {
			lines.Years = append(lines.Years, chart.Year{Year: test.from + n, Share: chart.Range{Lower: 0.2, Known: 0.4, Upper: 0.6}, Value: "40 %", Words: "a month"})
		}
		texts, said := holds(t, chart.Chart{Title: "By month", Asked: "Women", Panels: []chart.Panel{lines}}.Panelled(test.width))
		names := make(map[string]bool)
		for _, text := range texts {
			names[text.Text] = true
		}
		if !names[test.want] || names[test.not] || len(said) != test.months {
			t.Errorf("%d months from %d at %v: %v", test.months, test.from, test.width, names)
		}
	}
}
