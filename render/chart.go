package render

import (
	"bytes"
	"cmp"
	"errors"
	"fmt"
	"image/color"
	"io"
	"os"
	"path/filepath"
	"strconv"
	"strings"

	"gonum.org/v1/plot"
	"gonum.org/v1/plot/plotter"
	"gonum.org/v1/plot/vg"
	"gonum.org/v1/plot/vg/draw"

	"rolecall"
	"rolecall/block"
	"rolecall/catalog"
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

// DrawChart draws a report: by year, a line for each role with a band for the
// bounds; else, and where titles were picked by hand, a bar from bound to bound with a
// mark at the share of those stated.
func DrawChart(out io.Writer, form ChartForm, r Report) error {
	if !r.Drawable() {
		return errors.New("there is nothing to draw: no share has a value")
	}
	draw := r.draw
	switch form {
	case VegaLite:
		draw = r.writeVegaLite
	case SVG:
		draw = r.drawPlain
	}
	if err := draw(out, form); err != nil {
		return fmt.Errorf("draw the chart: %w", err)
	}
	return nil
}

// drawPlain draws without control characters, for which XML has no place.
func (r Report) drawPlain(out io.Writer, form ChartForm) error {
	var picture bytes.Buffer
	if err := r.draw(&picture, form); err != nil {
		return err
	}
	_, err := io.WriteString(out, format.Plain(picture.String()))
	return err
}

func (r Report) writeVegaLite(out io.Writer, _ ChartForm) error {
	return format.WriteJSON(out, r.vegaLite())
}

// Drawable reports whether there is a share to draw.
func (r Report) Drawable() bool {
	for _, line := range r.lines() {
		if len(line.points) > 0 {
			return true
		}
	}
	return false
}

// Pictured reports whether a picture has room for all there is to draw, as it has not for
// tens of thousands of series.
func (r Report) Pictured() bool {
	return r.Drawable() && (r.isLine() || len(drawnParts(r.lines())) <= mostParts)
}

// isLine reports whether the shares are drawn as a line. What was picked by hand has no
// course from year to year.
func (r Report) isLine() bool { return r.Report.By == catalog.ByYear && !r.Catalog.HandPicked }

// chartLine is one role, or one role and what is given, in a chart.
type chartLine struct {
	name   string
	points []chartPoint
}

// chartPoint is the share of one part; Known is not there where nobody is stated.
type chartPoint struct {
	Line     string   `json:"line"`
	Part     string   `json:"part"`
	Lower    float64  `json:"lower"`
	Known    *float64 `json:"known"`
	Upper    float64  `json:"upper"`
	Coverage float64  `json:"coverage"`
	Count    string   `json:"count"`
}

// lines are the rows that have a share, by role and what is given. Where the
// population is whole, the roles are the parts of one line.
func (r Report) lines() []chartLine {
	at := make(map[string]int)
	var lines []chartLine
	for _, row := range r.Report.Rows {
		name, part := phrase.Role(row.Role), row.Label
		if r.Report.By == catalog.Whole {
			name, part = "", phrase.Role(row.Role)
		}
		if r.Report.Given != nil {
			name = phrase.Joined(", ", name, r.given(row))
		}
		point, has := pointOf(row, name, part)
		if !has || r.Report.By != catalog.Whole && row.Key == "" {
			continue
		}
		i, seen := at[name]
		if !seen {
			i = len(lines)
			at[name] = i
			lines = append(lines, chartLine{name: name})
		}
		lines[i].points = append(lines[i].points, point)
	}
	return lines
}

func pointOf(row measure.Row, line, part string) (chartPoint, bool) {
	share := row.Share()
	lower, has := share.Lower.Value()
	upper, _ := share.Upper.Value()
	coverage, _ := share.Coverage.Value()
	point := chartPoint{Line: line, Part: part, Lower: rounded(lower), Upper: rounded(upper), Coverage: rounded(coverage), Count: row.Count.String()}
	if known, stated := share.Known.Value(); stated {
		known = rounded(known)
		point.Known = &known
	}
	return point, has
}

// rounded is a share to six decimals, as everywhere in JSON.
func rounded(share float64) float64 {
	value, _ := strconv.ParseFloat(block.Decimals(share), 64) // its own text
	return value
}

// chartColors are the colours of the lines: dark enough on white, and told apart
// by readers who see few colours; the shapes of the marks differ too.
var chartColors = []color.NRGBA{
	{0x5b, 0x3f, 0xc4, 0xff}, {0xb3, 0x6b, 0x00, 0xff}, {0x00, 0x7a, 0x6e, 0xff}, {0xa1, 0x1d, 0x4f, 0xff},
	{0x1f, 0x5f, 0xa8, 0xff}, {0x55, 0x6b, 0x2f, 0xff}, {0x6b, 0x44, 0x2a, 0xff}, {0x44, 0x44, 0x44, 0xff},
}

var chartMarks = []draw.GlyphDrawer{
	draw.CircleGlyph{}, draw.SquareGlyph{}, draw.TriangleGlyph{}, draw.BoxGlyph{},
	draw.RingGlyph{}, draw.PyramidGlyph{}, draw.CrossGlyph{}, draw.PlusGlyph{},
}

// The size of a chart.
const (
	chartWidth  = 22 * vg.Centimeter
	chartHeight = 13 * vg.Centimeter
)

// draw draws the chart with gonum's plot.
func (r Report) draw(out io.Writer, form ChartForm) error {
	p := plot.New()
	p.Title.Text = r.Finding() + "\n" + r.Headline()
	p.X.Label.Text = strings.Join(r.finePrint(), " · ")
	p.Y.Label.Text = "share of " + phrase.Genders(r.Report.Genders)
	// The names of the lines stand above 100 %, where no line goes.
	p.Y.Min, p.Y.Max = 0, 1+0.05*float64(len(r.lines()))
	p.Y.Tick.Marker = percentTicks{}
	p.Title.TextStyle.Font.Size, p.X.Label.TextStyle.Font.Size = 12, 8
	p.Title.Padding, p.X.Label.Padding = vg.Points(6), vg.Points(6)
	p.Legend.Top = true
	p.Add(plotter.NewGrid())
	drawShares := r.drawRanges
	if r.isLine() {
		drawShares = r.drawYears
	}
	if err := drawShares(p); err != nil {
		return err
	}
	w, err := p.WriterTo(chartWidth, chartHeight, strings.TrimPrefix(string(form), "."))
	if err != nil {
		return err
	}
	_, err = w.WriteTo(out)
	return err
}

// pointWords say what a mark of the chart stands at.
func (r Report) pointWords() string { return cmp.Or(phrase.Read(r.Report.Reading), "where known") }

// finePrint is what stands below a chart: what is pale, which titles are meant, what the
// shares rest on, and from which catalog.
func (r Report) finePrint() []string {
	words := []string{r.Scope()}
	if r.Report.Reading != rolecall.WhereKnown {
		words = append([]string{"pale: by what is not known"}, words...)
	}
	if r.Report.Reading.LeavesOut() {
		words = append(words, r.RestsOn()...)
	}
	return append(words, footer(r.Catalog)...)
}

// percentTicks are the marks of the axis of shares.
type percentTicks struct{}

func (percentTicks) Ticks(_, _ float64) []plot.Tick {
	var ticks []plot.Tick
	for percent := 0; percent <= 100; percent += 20 {
		ticks = append(ticks, plot.Tick{Value: float64(percent) / 100, Label: fmt.Sprintf("%d %%", percent)})
	}
	return ticks
}

// drawYears draws a line for each role, with a band for its bounds.
func (r Report) drawYears(p *plot.Plot) error {
	p.X.Tick.Marker = yearTicks{}
	for i, line := range r.lines() {
		shade := chartColors[i%len(chartColors)]
		if err := drawBand(p, line, shade); err != nil {
			return err
		}
		var known plotter.XYs
		for _, point := range line.points {
			if point.Known != nil {
				known = append(known, plotter.XY{X: yearOf(point.Part), Y: *point.Known})
			}
		}
		if len(known) == 0 {
			continue
		}
		drawn, marks, err := plotter.NewLinePoints(known)
		if err != nil {
			return err
		}
		drawn.Color, drawn.Width, marks.Color, marks.Radius = shade, vg.Points(1.6), shade, vg.Points(2.6)
		marks.Shape = chartMarks[i%len(chartMarks)]
		p.Add(drawn, marks)
		p.Legend.Add(line.name+", "+r.pointWords(), drawn, marks)
	}
	return nil
}

// drawBand fills what lies between the bounds.
func drawBand(p *plot.Plot, line chartLine, shade color.NRGBA) error {
	var outline plotter.XYs
	for _, point := range line.points {
		outline = append(outline, plotter.XY{X: yearOf(point.Part), Y: point.Upper})
	}
	for i := len(line.points) - 1; i >= 0; i-- {
		outline = append(outline, plotter.XY{X: yearOf(line.points[i].Part), Y: line.points[i].Lower})
	}
	band, err := plotter.NewPolygon(outline)
	if err != nil {
		return err
	}
	shade.A = 0x33
	band.Color, band.LineStyle.Width = shade, 0
	p.Add(band)
	return nil
}

// yearOf is the year of a part by year, which is one.
func yearOf(part string) float64 {
	year, _ := strconv.ParseFloat(part, 64)
	return year
}

// yearTicks are whole years, at most about a dozen.
type yearTicks struct{}

func (yearTicks) Ticks(first, last float64) []plot.Tick {
	step := max(1, int(last-first)/12+1)
	var ticks []plot.Tick
	for year := int(first); year <= int(last); year += step {
		ticks = append(ticks, plot.Tick{Value: float64(year), Label: strconv.Itoa(year)})
	}
	return ticks
}

// mostParts bounds the parts that a chart has room to name.
const mostParts = 30

// drawnParts are the parts that some lines have a share of, each once.
func drawnParts(lines []chartLine) (names []string) {
	seen := make(map[string]bool)
	for _, line := range lines {
		for _, point := range line.points {
			if !seen[point.Part] {
				seen[point.Part] = true
				names = append(names, point.Part)
			}
		}
	}
	return names
}

// drawRanges draws a bar from bound to bound for each part and line.
func (r Report) drawRanges(p *plot.Plot) error {
	lines := r.lines()
	names, places := drawnParts(lines), make(map[string]int)
	for i, name := range names {
		places[name] = i
	}
	if len(names) > mostParts {
		return fmt.Errorf("a chart has room for %d parts, and these are %d: narrow the titles, or use .vl.json", mostParts, len(names))
	}
	for i, line := range lines {
		if err := drawRange(p, line, r.pointWords(), places, i, len(lines)); err != nil {
			return err
		}
	}
	p.NominalX(names...)
	p.X.Tick.Label.Rotation, p.X.Tick.Label.XAlign, p.X.Tick.Label.YAlign = 0.5, -1, -0.5
	p.X.Min, p.X.Max = -0.5, float64(len(names))-0.5
	return nil
}

func drawRange(p *plot.Plot, line chartLine, words string, places map[string]int, i, of int) error {
	shade := chartColors[i%len(chartColors)]
	var known plotter.XYs
	for _, point := range line.points {
		x := float64(places[point.Part]) + (float64(i)-float64(of-1)/2)*0.6/float64(of)
		bar, err := plotter.NewLine(plotter.XYs{{X: x, Y: point.Lower}, {X: x, Y: point.Upper}})
		if err != nil {
			return err
		}
		pale := shade
		pale.A = 0x55
		bar.Color, bar.Width = pale, vg.Points(5)
		p.Add(bar)
		if point.Known != nil {
			known = append(known, plotter.XY{X: x, Y: *point.Known})
		}
	}
	if len(known) == 0 {
		return nil
	}
	marks, err := plotter.NewScatter(known)
	if err != nil {
		return err
	}
	marks.Color, marks.Radius, marks.Shape = shade, vg.Points(3), chartMarks[i%len(chartMarks)]
	p.Add(marks)
	if line.name != "" {
		p.Legend.Add(line.name+", "+words, marks)
	}
	return nil
}

// subtitle is the lines below the title of a specification.
func (r Report) subtitle() []string {
	lines := []string{r.Headline() + ". " + r.Scope()}
	if r.Report.Reading.LeavesOut() {
		lines = append(lines, strings.Join(r.RestsOn(), " · "))
	}
	return append(lines, strings.Join(footer(r.Catalog), " · "))
}

// vegaLite is the chart as a specification in Vega-Lite 5, its data within.
func (r Report) vegaLite() any {
	type object = map[string]any
	points := []chartPoint{}
	for _, line := range r.lines() {
		points = append(points, line.points...)
	}
	x := object{"field": "part", "type": "nominal", "title": string(r.Report.By), "sort": nil}
	mark, known := object{"type": "bar", "opacity": 0.3}, object{"type": "point", "filled": true}
	if r.isLine() {
		x = object{"field": "part", "type": "temporal", "timeUnit": "utcyear", "title": "year"}
		mark, known = object{"type": "area", "opacity": 0.2}, object{"type": "line", "point": true}
	}
	share := func(field string) object {
		return object{"field": field, "type": "quantitative", "title": "share of " + phrase.Genders(r.Report.Genders), "axis": object{"format": "%"}, "scale": object{"domain": []int{0, 1}}}
	}
	color := object{"field": "line", "type": "nominal", "title": nil}
	if len(r.lines()) == 1 {
		color["legend"] = nil // what the title says
	}
	tooltip := []object{{"field": "line"}, {"field": "part"}, {"field": "count"}, {"field": "lower", "format": ".1%"}, {"field": "known", "format": ".1%"}, {"field": "upper", "format": ".1%"}, {"field": "coverage", "format": ".1%"}}
	return object{
		"$schema":     "https://vega.github.io/schema/vega-lite/v5.json",
		"title":       object{"text": r.Finding(), "subtitle": r.subtitle()},
		"description": r.Finding() + ". " + r.Headline() + ". " + r.Scope() + ". " + cmp.Or(phrase.LeftOutOfShares(r.Report.Reading), "The pale area runs from the least to the greatest share by what is not known."),
		"usermeta":    object{"catalog": object{"hash": r.Catalog.Hash, "name": r.Catalog.Name, "built": r.Catalog.Built}, "genders": r.Report.Genders},
		"width":       720, "height": 400,
		"data":     object{"values": points},
		"encoding": object{"x": x, "color": color, "tooltip": tooltip},
		"layer": []object{
			{"mark": mark, "encoding": object{"y": share("lower"), "y2": object{"field": "upper"}}},
			{"mark": known, "encoding": object{"y": share("known"), "shape": object{"field": "line", "type": "nominal", "title": nil}}},
		},
	}
}
