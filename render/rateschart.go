package render

import (
	"errors"
	"io"
	"math"
	"slices"

	"rolecall"
	"rolecall/chart"
	"rolecall/phrase"
	"rolecall/phrase/sentence"
	"rolecall/standard"
)

// DrawRates draws the rates of one standard in a form of picture.
func DrawRates(out io.Writer, form ChartForm, r PassRates, one standard.Rates) error {
	if !r.Drawable(one) {
		return errors.New("there is nothing to draw: no share has a value")
	}
	return drawPicture(out, form, r.Chart(one))
}

// Drawable reports whether a standard has a share to draw.
func (r PassRates) Drawable(one standard.Rates) bool { return len(r.panels(one)) > 0 }

// Chart describes the rates of one standard as bars: the whole, each criterion that decides, and
// what those that only count come to.
func (r PassRates) Chart(one standard.Rates) chart.Chart {
	c := chart.Chart{
		Title: r.Finding(one), Asked: phrase.Joined(", ", "Criterion by criterion", phrase.Read(one.Reading)), Panels: r.panels(one),
		Key: "The bar is what is certain; its pale end is what may be besides, depending on what is not on record or is to be judged.",
	}
	if slices.ContainsFunc(one.Criteria, func(of standard.CriterionRate) bool { return of.Criterion.Count != "" && !of.IsMean() }) {
		c.Key += " The stroke is the share where known."
	}
	c.Notes = []string{sentence.Standard(one.Standard) + ". " + r.FinePrint(one)}
	if words := phrase.LeftOutOfTitles(one.Reading); words != "" {
		c.Notes = append(c.Notes, words)
	}
	c.Notes = append(c.Notes, drawnFrom(r.Catalog))
	return c
}

func (r PassRates) panels(one standard.Rates) (panels []chart.Panel) {
	decided, summed := r.decidedBars(one), r.summedBars(one)
	if len(decided) > 0 {
		panels = append(panels, chart.Bars{Name: "Titles that meet it", InOrder: true, Bars: decided})
	}
	if len(summed) > 0 {
		panels = append(panels, chart.Bars{Name: phrase.Capital(phrase.Genders(one.Standard.Genders)) + " among those counted", InOrder: true, Bars: summed})
	}
	return panels
}

func (r PassRates) decidedBars(one standard.Rates) (bars []chart.Bar) {
	add := func(name string, rate standard.Rate) {
		count := rate.Count()
		share := count.Share()
		// One woman settles that a film has one, so that the share of those settled leans to what
		// is met: it is not drawn.
		if drawn, has := chart.RangeOf(share); has {
			drawn.Known = math.NaN()
			bars = append(bars, r.bar(name, drawn, share, count))
		}
	}
	add("The standard", one.Whole)
	for _, c := range one.Criteria {
		if c.Criterion.Count == "" {
			add(c.Criterion.Name, c.Rate)
		}
	}
	return bars
}

func (r PassRates) summedBars(one standard.Rates) (bars []chart.Bar) {
	for _, c := range one.Criteria {
		if drawn, has := chart.RangeOf(c.Share()); has && c.Criterion.Count != "" {
			bars = append(bars, r.summedBar(c, drawn))
		}
	}
	return bars
}

// summedBar is what a criterion counts; a mean of shares is no number of anything.
func (r PassRates) summedBar(c standard.CriterionRate, drawn chart.Range) chart.Bar {
	if c.IsMean() {
		words := phrase.Share(c.Share())
		return chart.Bar{Name: c.Criterion.Name, Share: drawn, Value: words, Words: c.Criterion.Name + ": " + words}
	}
	return r.bar(c.Criterion.Name, drawn, c.Share(), c.Sum)
}

// bar is one share; of titles picked by hand its value is a count.
func (r PassRates) bar(name string, drawn chart.Range, share rolecall.Share, count rolecall.Count) chart.Bar {
	value, words := phrase.Share(share), phrase.Share(share)+", "+phrase.Spoken(count)
	if r.Catalog.HandPicked {
		value, words = phrase.CountOr(count), phrase.Spoken(count)
	}
	return chart.Bar{Name: name, Share: drawn, Value: value, Words: name + ": " + words}
}
