package render

import (
	"cmp"
	"strconv"
	"strings"

	"rolecall/block"
	"rolecall/drawing"
	"rolecall/measure"
	"rolecall/phrase"
)

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
		if r.Report.By.IsWhole() {
			name, part = "", phrase.Role(row.Role)
		}
		name = phrase.Joined(", ", name, r.compared(row))
		point, has := pointOf(row, name, part)
		if !has || !r.Report.By.IsWhole() && row.Key.First == "" {
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

// subtitle is the lines below the title of a specification.
func (r Report) subtitle() []string {
	lines := []string{r.Headline() + ". " + r.Scope()}
	if r.Report.Reading.LeavesOut() {
		lines = append(lines, strings.Join(r.RestsOn(), " · "))
	}
	return append(lines, strings.Join(footer(r.Catalog), " · "))
}

// seriesColors are the colours of the series of every chart.
func seriesColors() []string {
	return phrase.Each(drawing.Series(), func(ink drawing.Ink) string { return drawing.Inks()[ink] })
}

// vegaLite is the chart as a specification in Vega-Lite 5, its data within.
func (r Report) vegaLite() any {
	type object = map[string]any
	points := []chartPoint{}
	for _, line := range r.lines() {
		points = append(points, line.points...)
	}
	x := object{"field": "part", "type": "nominal", "title": string(r.Report.By.First.By), "sort": nil}
	mark, known := object{"type": "bar", "opacity": 0.3}, object{"type": "point", "filled": true}
	if r.isLine() {
		x = object{"field": "part", "type": "temporal", "timeUnit": "utcyear", "title": "year"}
		mark, known = object{"type": "area", "opacity": 0.2}, object{"type": "line", "point": true}
	}
	share := func(field string) object {
		return object{"field": field, "type": "quantitative", "title": "share of " + phrase.Genders(r.Report.Genders), "axis": object{"format": "%"}, "scale": object{"domain": []int{0, 1}}}
	}
	color := object{"field": "line", "type": "nominal", "title": nil, "scale": object{"range": seriesColors()}}
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
