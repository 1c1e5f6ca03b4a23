package render

import (
	"errors"
	"fmt"
	"io"
	"strconv"
	"strings"

	"rolecall"
	"rolecall/chart"
	"rolecall/corpus/survey"
	"rolecall/measure"
	"rolecall/method"
	"rolecall/phrase"
)

// DrawCorpus draws who is quoted in an archive in a form of picture.
func DrawCorpus(out io.Writer, form ChartForm, c Corpus) error {
	if !c.Drawable() {
		return errors.New("there is nothing to draw: nobody is quoted")
	}
	return drawPicture(out, form, c.Chart())
}

// drawPicture draws a chart that stands alone.
func drawPicture(out io.Writer, form ChartForm, c chart.Chart) (err error) {
	if form == PNG {
		err = c.Picture().PNG(out, pixelsOfPNG)
	} else {
		_, err = out.Write(c.Picture().File())
	}
	if err != nil {
		return fmt.Errorf("draw the chart: %w", err)
	}
	return nil
}

// Drawable reports whether there is a share to draw.
func (c Corpus) Drawable() bool { return len(c.quotedPanels()) > 0 }

const barsKey = "The bar is what is certain; its pale end is what unknowns may add; the stroke is the share where known."

// Chart describes who is quoted: the share of women among the words, by each field.
func (c Corpus) Chart() chart.Chart {
	by := phrase.And(phrase.Each(c.Survey.Asked.By, func(f survey.Field) string { return string(f) }))
	drawn := chart.Chart{Title: c.Finding(), Asked: "Women among those who speak the words that are quoted, by " + by, Key: barsKey, Panels: c.quotedPanels(), Notes: c.smallPrint()}
	if len(drawn.Panels) > 0 {
		if _, is := drawn.Panels[0].(chart.Lines); is {
			drawn.Key = "The line is the share where known. The pale band is what it can be, allowing for unknowns. Hollow or dotted: too little is known to compare."
		} else {
			drawn.Key += " " + chart.Sorted
		}
	}
	return drawn
}

func (c Corpus) quotedPanels() (panels []chart.Panel) {
	for _, part := range c.Survey.Parts {
		drawn := barsOf
		if part.By == survey.Month {
			drawn = monthsOf
		}
		if panel := drawn(part, len(c.Survey.Parts) > 1); panel != nil {
			panels = append(panels, panel)
		}
	}
	return panels
}

// partName is the name of a panel, none where it is the only one: the title says it.
func partName(part survey.Part, isOneOfSeveral bool) string {
	if !isOneOfSeveral {
		return ""
	}
	return "By " + string(part.By)
}

// barsOf are the values of a field with the most articles, of those of which somebody is quoted.
func barsOf(part survey.Part, isOneOfSeveral bool) chart.Panel {
	var bars []chart.Bar
	for _, g := range part.Groups {
		if share, has := chart.RangeOf(quotedShare(g)); has {
			bars = append(bars, chart.Bar{Name: orNotKnown(g.Value), Share: share, Value: knownOr(quotedShare(g)), Words: orNotKnown(g.Value) + ": " + quotedWords(g), Few: isFewQuoted(g)})
		}
	}
	if len(bars) == 0 {
		return nil
	}
	panel := chart.Bars{Name: partName(part, isOneOfSeveral), Bars: bars}
	if len(bars) > mostBars {
		panel.Bars, panel.Left = bars[:mostBars], fmt.Sprintf("The %d of %s with the most articles; the table has all.", mostBars, phrase.Grouped(len(bars)))
	}
	return panel
}

// monthsOf are the months of which somebody is quoted.
func monthsOf(part survey.Part, isOneOfSeveral bool) chart.Panel {
	panel := chart.Lines{Name: partName(part, isOneOfSeveral), Monthly: true}
	for _, g := range part.Groups {
		month, is := monthOf(g.Value)
		if share, has := chart.RangeOf(quotedShare(g)); is && has {
			panel.Years = append(panel.Years, chart.Year{Year: month, Share: share, Value: knownOr(quotedShare(g)), Words: g.Value + ": " + quotedWords(g), Few: isFewQuoted(g)})
		}
	}
	if len(panel.Years) == 0 {
		return nil
	}
	return panel
}

// monthOf is a month by its number, and whether it is one: of some articles no more than the
// year is known, or nothing.
func monthOf(value string) (number int, is bool) {
	year, month, _ := strings.Cut(value, "-")
	y, err := strconv.Atoi(year)
	if err != nil {
		return 0, false
	}
	m, err := strconv.Atoi(month)
	return chart.Month(y, m), err == nil
}

func quotedShare(g survey.Group) rolecall.Share { return g.Words.Count(rolecall.Woman).Share() }

// isFewQuoted reports whether too little is known of who speaks to stand among the others.
func isFewQuoted(g survey.Group) bool { return measure.IsOpen(g.Words.Count(rolecall.Woman)) }

// knownOr is a share where known or, where nobody is, its bounds.
func knownOr(share rolecall.Share) string {
	if share.Known.Defined() {
		return share.Known.Percent()
	}
	return phrase.Share(share)
}

// quotedWords is all that is said of who is quoted: "34 %, 30–52 % allowing for unknowns, 1,200
// words in 80 articles".
func quotedWords(g survey.Group) string {
	words := bounded(quotedShare(g)) + fmt.Sprintf(", %s in %s", phrase.Counted(g.Words.Total(), "word", "words"), phrase.Counted(g.Articles, "article", "articles"))
	if isFewQuoted(g) {
		words += ", too little known to compare"
	}
	return words
}

func bounded(share rolecall.Share) string {
	if share.Lower == share.Upper {
		return phrase.Share(share)
	}
	allowing := phrase.Share(share) + " allowing for unknowns"
	if !share.Known.Defined() {
		return allowing
	}
	return share.Known.Percent() + ", " + allowing
}

// CoverageChart describes who and what is covered: women among those quoted and named, and
// titles directed by women alone among all titles that are.
func (c Corpus) CoverageChart() chart.Chart {
	drawn := chart.Chart{Title: "Who and what is covered", Asked: "Women among those quoted and named, and titles directed by women alone among those named", Key: barsKey, Notes: c.smallPrint()}
	all := c.Survey.All
	add := func(name string, counts ...namedCount) {
		if panel := sharesPanel(name, counts); len(panel.Bars) > 0 {
			drawn.Panels = append(drawn.Panels, panel)
		}
	}
	add("Women among",
		namedCount{"people named", c.Survey.Named.Count(rolecall.Woman), "people"}, namedCount{"people quoted", all.Speakers.Count(rolecall.Woman), "people"},
		namedCount{"quotations", all.Quotations.Count(rolecall.Woman), "quotations"}, namedCount{"words quoted", all.Words.Count(rolecall.Woman), "words"})
	if slates := c.Survey.Slates; slates != nil {
		add("Directed by women alone, among",
			namedCount{"titles named", slateCount(slates, func(r survey.SlateRow) int { return r.Titles }), "titles"},
			namedCount{"articles", slateCount(slates, func(r survey.SlateRow) int { return r.Mentions }), "articles, one counting for each title that it names"},
			namedCount{"times named", slateCount(slates, func(r survey.SlateRow) int { return r.Times }), "times"})
	}
	return drawn
}

// slateCount is how much of something titles of women alone have for certain, and may have.
func slateCount(slates *survey.Slates, number func(survey.SlateRow) int) (count rolecall.Count) {
	for _, row := range slates.Rows {
		n := number(row)
		count.Of += n
		switch row.Slate {
		case survey.AllWomen:
			count.Certain, count.Possible = count.Certain+n, count.Possible+n
		case survey.Unsettled:
			count.Possible += n
		}
	}
	return count
}

// namedCount is a count, what it is of, and what is counted.
type namedCount struct {
	name  string
	count rolecall.Count
	noun  string
}

func sharesPanel(name string, counts []namedCount) chart.Bars {
	panel := chart.Bars{Name: name, InOrder: true}
	for _, c := range counts {
		share := c.count.Share()
		if drawn, has := chart.RangeOf(share); has {
			words := fmt.Sprintf("%s: %s, of %s %s", phrase.Capital(c.name), bounded(share), phrase.Grouped(c.count.Of), c.noun)
			panel.Bars = append(panel.Bars, chart.Bar{Name: c.name, Share: drawn, Value: knownOr(share), Words: words, Few: measure.IsOpen(c.count)})
		}
	}
	return panel
}

// smallPrint stands below a chart: how much it rests on, and from which catalog it is.
func (c Corpus) smallPrint() []string {
	notes := []string{c.Scope()}
	if !c.Survey.Finished {
		notes = append(notes, c.Unfinished())
	}
	return append(notes, drawnFrom(c.Catalog))
}

// Method is how the archive was counted.
func (c Corpus) Method() method.Method {
	s := c.Survey
	m := method.Method{
		Subject: fmt.Sprintf("Who is quoted in an archive of %s, which claims it makes about credits, and which titles and people it names", phrase.Counted(s.Last.Articles, "article", "articles")),
		Bounds:  "What is unknown is never left out: the lower figure takes none of it to be women's, the upper figure all of it. A claim is contradicted only if nothing that is missing could make it true.",
		Notes:   append([]string{c.Scope()}, c.Notes()...), Catalog: c.Catalog,
	}
	m.Coverage = append(m.Coverage, method.Coverage{Of: "words quoted", Share: s.All.Words.Count(rolecall.Woman).Share().Coverage})
	return m
}
