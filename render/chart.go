package render

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"

	"rolecall"
	"rolecall/catalog"
	"rolecall/chart"
	"rolecall/format"
	"rolecall/measure"
	"rolecall/phrase"
)

// ChartForm is a form of file that a chart is drawn in, by its ending.
type ChartForm string

// The forms of a chart. Vega-Lite is a grammar of charts in JSON, which
// researchers can change and draw again.
const (
	SVG      ChartForm = ".svg"
	PNG      ChartForm = ".png"
	VegaLite ChartForm = ".vl.json"
)

// ChartFormOf is the form that a file's name asks for.
func ChartFormOf(path string) (ChartForm, error) {
	for _, form := range []ChartForm{SVG, PNG, VegaLite} {
		if strings.HasSuffix(strings.ToLower(path), string(form)) {
			return form, nil
		}
	}
	return "", fmt.Errorf("%q is no chart that can be drawn: end the name in .svg, .png or .vl.json", filepath.Base(path))
}

// WriteChart draws a report into a file, as DrawChart does. The file is replaced,
// all or nothing.
func WriteChart(path string, r Report) error {
	form, err := ChartFormOf(path)
	if err != nil {
		return err
	}
	var picture bytes.Buffer
	if err := DrawChart(&picture, form, r); err != nil {
		return err
	}
	if err := os.WriteFile(path+".new", picture.Bytes(), 0o644); err != nil {
		return fmt.Errorf("write the chart: %w", err)
	}
	return os.Rename(path+".new", path)
}

// DrawChart draws a report in a form.
func DrawChart(out io.Writer, form ChartForm, r Report) error {
	if !r.Drawable() {
		return errors.New("there is nothing to draw: no share has a value")
	}
	var err error
	switch form {
	case VegaLite:
		err = format.WriteJSON(out, r.vegaLite())
	case SVG:
		_, err = out.Write(r.Chart().Picture().File())
	default:
		err = r.Chart().Picture().PNG(out, pixelsOfPNG)
	}
	if err != nil {
		return fmt.Errorf("draw the chart: %w", err)
	}
	return nil
}

// pixelsOfPNG is how finely a PNG is drawn: screens of today have two for one.
const pixelsOfPNG = 2

// Drawable reports whether there is a share to draw.
func (r Report) Drawable() bool { return len(r.lines()) > 0 }

// isLine reports whether the shares are drawn as a line. What was picked by hand has no
// course from year to year.
func (r Report) isLine() bool {
	return r.Report.By.First == catalog.Alone(catalog.ByYear).First && !r.Catalog.HandPicked
}

// Chart describes the report as a chart: by year a panel of lines for each role, else bars.
func (r Report) Chart() chart.Chart {
	c := chart.Chart{Title: r.Finding(), Asked: r.Headline(), Notes: r.finePrint()}
	drawn := r.drawnRows()
	rows, panels := r.panelled(drawn)
	if len(rows) < len(drawn) {
		c.Notes = slices.Insert(c.Notes, 1, fmt.Sprintf("The %d of %s parts with the most %s; the table has all.", mostPanels, phrase.Grouped(panels), r.leafNoun(panels)))
	}
	switch {
	case r.isLine():
		c.Panels = r.linePanels(rows)
	case r.Report.By.IsWhole():
		c.Panels = r.wholePanels(rows)
	default:
		c.Panels = r.partPanels(rows)
	}
	c.Key = r.key(panels > len(r.roles()))
	return c
}

// drawnRow is a row that has a share.
type drawnRow struct {
	measure.Row
	share chart.Range
}

// drawnRows are the rows that have a share, and a place among the parts.
func (r Report) drawnRows() (rows []drawnRow) {
	for _, row := range r.Report.Rows {
		share, has := chart.RangeOf(row.Share())
		if has && (r.Report.By.IsWhole() || row.Key.First != "") {
			rows = append(rows, drawnRow{row, share})
		}
	}
	return rows
}

// group is rows that belong to one panel, in their order.
type group struct {
	name string
	rows []drawnRow
}

// grouped divides rows by the name of where they belong.
func grouped(rows []drawnRow, name func(drawnRow) string) (groups []group) {
	at := make(map[string]int)
	for _, row := range rows {
		words := name(row)
		i, seen := at[words]
		if !seen {
			i = len(groups)
			at[words] = i
			groups = append(groups, group{name: words})
		}
		groups[i].rows = append(groups[i].rows, row)
	}
	return groups
}

func roleName(row drawnRow) string { return phrase.Capital(phrase.Role(row.Role)) }

// only is the name of a panel, none where it is the only one: the title says it.
func only(groups []group, name string) string {
	if len(groups) == 1 {
		return ""
	}
	return name
}

// compared is what sets the panels of a role apart: the part on the second side, and what
// is given.
func (r Report) compared(row measure.Row) string {
	return phrase.Joined(" ", r.within(row), r.given(row))
}

// mostPanels is how many panels a picture has room for.
const mostPanels = 12

// panelled are the rows of the panels that a picture has room for, those with the most
// films or episodes, and how many panels there would be.
func (r Report) panelled(rows []drawnRow) ([]drawnRow, int) {
	panel := func(row drawnRow) string { return phrase.Joined(", ", roleName(row), r.compared(row.Row)) }
	groups := grouped(rows, panel)
	if r.Report.By.Then.By == "" || len(groups) <= mostPanels {
		return rows, len(groups)
	}
	leaves := func(g group) (n int) {
		for _, row := range g.rows {
			n += row.Leaves
		}
		return n
	}
	slices.SortStableFunc(groups, func(a, b group) int { return leaves(b) - leaves(a) })
	kept := make(map[string]bool)
	for _, g := range groups[:mostPanels] {
		kept[g.name] = true
	}
	return slices.DeleteFunc(slices.Clone(rows), func(row drawnRow) bool { return !kept[panel(row)] }), len(groups)
}

// linePanels are a panel for each role or, divided by what is given, one for each part of
// these, which are compared.
func (r Report) linePanels(rows []drawnRow) (panels []chart.Panel) {
	roles := grouped(rows, roleName)
	for _, role := range roles {
		given := grouped(role.rows, func(row drawnRow) string { return r.compared(row.Row) })
		compared := make([]chart.Lines, len(given))
		years := make([][]chart.Year, len(given))
		for i, part := range given {
			compared[i] = chart.Lines{Name: phrase.Capital(phrase.Joined(", ", only(roles, role.name), part.name)), Series: i}
			years[i] = phrase.Each(part.rows, func(row drawnRow) chart.Year { return r.year(row, compared[i].Name) })
		}
		for i, panel := range compared {
			panel.Years, panel.Beside = years[i], slices.Delete(slices.Clone(years), i, i+1)
			panels = append(panels, panel)
		}
	}
	return panels
}

func (r Report) year(row drawnRow, panel string) chart.Year {
	year, _ := strconv.Atoi(row.Key.First) // by year, a key is one
	return chart.Year{Year: year, Share: row.share, Value: r.value(row), Words: r.said(row, panel, row.Label), Few: r.isFew(row)}
}

// wholePanels are the roles side by side or, divided by what is given, a panel for each.
func (r Report) wholePanels(rows []drawnRow) []chart.Panel {
	if r.Report.Given == nil {
		return []chart.Panel{chart.Bars{Bars: phrase.Each(rows, func(row drawnRow) chart.Bar { return r.bar(row, "", roleName(row)) })}}
	}
	roles := grouped(rows, roleName)
	return phrase.Each(roles, func(role group) chart.Panel {
		name := only(roles, role.name)
		return chart.Bars{Name: name, InOrder: true, Bars: phrase.Each(role.rows, func(row drawnRow) chart.Bar { return r.bar(row, name, r.given(row.Row)) })}
	})
}

// mostBars is how many parts a picture has room for, fewerBars in each of more than two
// panels: there are tens of thousands of series.
const (
	mostBars  = 30
	fewerBars = 15
)

func (r Report) partPanels(rows []drawnRow) []chart.Panel {
	groups := grouped(rows, func(row drawnRow) string { return phrase.Joined(", ", roleName(row), r.compared(row.Row)) })
	most := mostBars
	if len(groups) > 2 {
		most = fewerBars
	}
	return phrase.Each(groups, func(g group) chart.Panel {
		panel := chart.Bars{Name: only(groups, g.name), InOrder: r.Report.By.IsOrdered()}
		largest := largestRows(g.rows, most)
		if len(largest) < len(g.rows) {
			panel.Left = fmt.Sprintf("The %d of %s with the most %s; the table has all.", most, phrase.Grouped(len(g.rows)), r.leafNoun(most))
		}
		panel.Bars = phrase.Each(largest, func(row drawnRow) chart.Bar { return r.bar(row, panel.Name, row.Label) })
		return panel
	})
}

// largestRows are the rows of so many parts with the most films or episodes, in their order.
func largestRows(rows []drawnRow, most int) []drawnRow {
	if len(rows) <= most {
		return rows
	}
	places := make([]int, len(rows))
	for i := range places {
		places[i] = i
	}
	slices.SortStableFunc(places, func(a, b int) int { return rows[b].Leaves - rows[a].Leaves })
	places = places[:most]
	slices.Sort(places)
	return phrase.Each(places, func(i int) drawnRow { return rows[i] })
}

func (r Report) bar(row drawnRow, panel, name string) chart.Bar {
	return chart.Bar{Name: name, Share: row.share, Value: r.value(row), Words: r.said(row, panel, name), Few: r.isFew(row)}
}

// isFew reports whether a row rests on too little to stand among the others. Of titles picked
// by hand none is compared with another.
func (r Report) isFew(row drawnRow) bool { return !r.Catalog.HandPicked && !row.IsTelling() }

// value is the share of a row in a word or two: where known and, where nobody is, its bounds;
// of titles picked by hand, a count.
func (r Report) value(row drawnRow) string {
	share := row.Row.Share()
	switch {
	case r.Catalog.HandPicked:
		return row.Count.String()
	case share.Known.Defined():
		return share.Known.Percent()
	}
	return phrase.Share(share)
}

// said is all that is said of a row, by its names: "2017: 38 %, 37–40 % allowing for unknowns,
// 164 episodes".
func (r Report) said(row drawnRow, names ...string) string {
	share := row.Row.Share()
	words := []string{r.value(row)}
	if !r.Catalog.HandPicked && row.Count.Certain < row.Count.Possible {
		allowing := phrase.Share(share) + " allowing for unknowns"
		if !share.Known.Defined() {
			words = nil
		}
		words = append(words, allowing)
	}
	words = append(words, phrase.Grouped(row.Leaves)+" "+r.leafNoun(row.Leaves))
	if r.isFew(row) {
		words = append(words, "too little to compare")
	}
	return phrase.Joined(", ", names...) + ": " + strings.Join(words, ", ")
}

// leafNoun is what is counted of the population, so many of them.
func (r Report) leafNoun(n int) string {
	switch r.Report.Population.Kind {
	case rolecall.Film:
		return phrase.Agree(n, "film", "films")
	case "":
		return phrase.Agree(n, "film or episode", "films and episodes")
	}
	return phrase.Agree(n, "episode", "episodes")
}

// key says how the marks are read, and of panels that are compared, those beside each.
func (r Report) key(areCompared bool) string {
	isKnown, few := r.Report.Reading == rolecall.WhereKnown, slices.ContainsFunc(r.drawnRows(), r.isFew)
	var words []string
	switch {
	case r.isLine():
		words = append(words, "The line is the share where known.")
		if !isKnown {
			words = append(words, "The pale band is what it can be, allowing for unknowns.")
		}
		if areCompared {
			words = append(words, "Grey: the lines of the panels beside it.")
		}
		if few {
			words = append(words, "Hollow or dotted: too few are credited, or too little is known, to compare.")
		}
	case isKnown:
		words = append(words, "The bar is the share where known.")
	default:
		words = append(words, "The bar is what is certain; its pale end is what unknowns may add; the stroke is the share where known.")
	}
	if !r.isLine() && !r.Report.By.IsOrdered() && r.Report.Given == nil {
		words = append(words, chart.Sorted)
	}
	return strings.Join(words, " ")
}

// mostRested is of how many roles the small print says what their shares rest on.
const mostRested = 3

// finePrint is what stands below a chart: which titles are meant, what the shares rest on,
// and from which catalog and sources.
func (r Report) finePrint() []string {
	notes := []string{phrase.Stop(r.Scope())}
	if rests := r.RestsOn(); len(rests) <= mostRested {
		notes = append(notes, phrase.Each(rests, phrase.Stop)...)
	}
	if words := phrase.LeftOutOfShares(r.Report.Reading); words != "" {
		notes = append(notes, words)
	}
	if r.Catalog.HandPicked {
		notes = append(notes, handPickedNote)
	}
	return append(notes, drawnFrom(r.Catalog))
}

// drawnFrom says from which catalog and sources a chart was drawn.
func drawnFrom(c catalog.Info) string {
	name := c.Name + " catalog " + phrase.ShortHash(c.Hash) + ", built " + phrase.Day(c.Built)
	sources := phrase.AtMost(phrase.Each(c.Sources, func(s rolecall.Source) string { return s.Name }), mostRested)
	return phrase.Joined(" · ", "Rolecall", name, phrase.Joined(": ", phrase.Agree(len(c.Sources), "source", "sources"), sources))
}
