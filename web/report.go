package web

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"net/http"
	"slices"
	"strconv"

	"rolecall"
	"rolecall/catalog"
	"rolecall/measure"
	"rolecall/render"
	"rolecall/web/snapshot"
)

// reportView is the page on which a report is put together. Everything is in its
// address, so that a link is the report.
type reportView struct {
	Fields         populationView
	Bys            []choiceView
	Fault          string
	Headline       string
	Scope          string
	Tables         []reportTable
	Changes, Notes []string
	Method, Cite   string
	Documents      []documentView
	// Chart is where the chart's specification lies, Drawn the picture for whom
	// no script draws it.
	Chart string
	Drawn *drawnView
}

// reportTable is one role by the parts, or all roles of the whole population.
type reportTable struct {
	Title, First string
	Rows         []reportRow
}

type reportRow struct {
	Name                              string
	Bar                               barView
	Count, Share, Known, Stated, Held string
	Total                             bool
}

func (s *Site) report(ctx context.Context, held *snapshot.Snapshot, r *http.Request) (answer, error) {
	fields := queryOf(r)
	question := measure.Question{
		Population: fields.population(), By: parsedOne(fields, "by", catalog.ParseBy), Unit: fields.unit(rolecall.Credits),
		Roles: parsedAll(fields, "role", measure.ParseRole), Genders: fields.genders(),
	}
	if len(r.URL.Query()) == 0 {
		question.By, question.Roles = catalog.ByYear, []rolecall.Role{rolecall.Director}
	}
	if fields.fault == nil {
		fields.fault = question.Validate()
	}
	view := reportView{Fields: populationFields(question.Population, question.Roles, question.Genders, question.Unit), Bys: bysOf(question.By)}
	if fields.fault != nil {
		view.Fault = capital(fields.fault.Error()) + "."
		return s.reportPage(held, r, view, http.StatusUnprocessableEntity)
	}
	counted, err := measure.ReportOn(ctx, held.Catalog, question)
	if err != nil && !ours(ctx, err) {
		view.Fault = capital(err.Error()) + "."
		return s.reportPage(held, r, view, http.StatusUnprocessableEntity)
	}
	if err != nil {
		return answer{}, err
	}
	d := render.Report{Report: counted, Catalog: held.Info()}
	switch r.URL.Path {
	case "/report.json":
		return document(d, render.JSON)
	case "/report.csv":
		return document(d, render.CSV)
	case "/report.vl.json":
		body, err := json.Marshal(chartOf(d))
		return answer{status: http.StatusOK, kind: jsonKind, body: body}, err
	}
	view.fill(d, r)
	return s.reportPage(held, r, view, http.StatusOK)
}

func (s *Site) reportPage(held *snapshot.Snapshot, r *http.Request, view reportView, status int) (answer, error) {
	title := "Report"
	if view.Headline != "" {
		title = view.Headline
	}
	a, err := s.render(held, r, "report", frame{Title: title, Place: "report", Scripted: view.Chart != "",
		Description: "Shares by role and year, network, genre, series or country, with what is not known as bounds. " + view.Scope, Content: view})
	a.status = status
	return a, err
}

func bysOf(chosen catalog.By) []choiceView {
	all := []choiceView{{"", "all together", chosen == catalog.Whole}}
	for _, by := range catalog.Bys() {
		all = append(all, choiceView{string(by), string(by), by == chosen})
	}
	return all
}

func (v *reportView) fill(d render.Report, r *http.Request) {
	v.Headline, v.Scope, v.Changes, v.Notes, v.Method, v.Cite = d.Headline(), d.Scope()+".", d.Changes(), d.Notes(), d.Method(), d.Citations()
	v.Tables = reportTables(d)
	asked := "?" + r.URL.Query().Encode()
	if asked == "?" {
		asked = "?by=year&role=director"
	}
	v.Documents = []documentView{
		{"CSV", "/report.csv" + asked, "text/csv"}, {"JSON", "/report.json" + asked, "application/json"},
		{"Vega-Lite", "/report.vl.json" + asked, "application/json"},
	}
	if d.Report.By != catalog.Whole && len(d.Report.Rows) > 0 {
		v.Chart, v.Drawn = "/report.vl.json"+asked, drawnOf(d)
	}
}

func reportTables(d render.Report) (tables []reportTable) {
	rows, total := d.Report.Rows, d.Report.Total
	if d.Report.By == catalog.Whole {
		table := reportTable{First: "role"}
		for _, row := range rows {
			table.Rows = append(table.Rows, reportRowOf(capital(render.RoleName(row.Role)), row))
		}
		return []reportTable{table}
	}
	for _, role := range rolesOf(rows) {
		table := reportTable{Title: capital(render.RoleName(role)), First: string(d.Report.By)}
		for _, row := range rows {
			if row.Role == role {
				table.Rows = append(table.Rows, reportRowOf(d.Part(row), row))
			}
		}
		for _, row := range total {
			if row.Role == role {
				all := reportRowOf("all", row)
				all.Total = true
				table.Rows = append(table.Rows, all)
			}
		}
		tables = append(tables, table)
	}
	return tables
}

func rolesOf(rows []measure.Row) (roles []rolecall.Role) {
	for _, row := range rows {
		if !slices.Contains(roles, row.Role) {
			roles = append(roles, row.Role)
		}
	}
	return roles
}

func reportRowOf(name string, row measure.Row) reportRow {
	share := row.Count.Share()
	v := reportRow{
		Name: name, Count: row.Count.String(), Share: render.ShareRange(share), Known: share.Known.Percent(),
		Stated: share.Coverage.Percent(), Held: fmt.Sprintf("%d of %d", row.Held, row.Leaves),
	}
	if row.Count.Of > 0 {
		v.Bar = countBar(row.Count)
	}
	return v
}

// ours reports whether a fault is the server's: a catalog that cannot be read, or
// no time left. Others are the question's, and say what to change.
func ours(ctx context.Context, err error) bool {
	return ctx.Err() != nil || errors.Is(err, catalog.ErrDamaged)
}

// specification is a chart in Vega-Lite's terms.
type specification map[string]any

// chartOf draws shares as a bar between their bounds and a mark for the share of
// those stated; the shape of the mark tells roles apart.
func chartOf(d render.Report) specification {
	var values []specification
	for _, row := range d.Report.Rows {
		share := row.Count.Share()
		if !share.Lower.Defined() {
			continue
		}
		values = append(values, specification{
			"part": d.Part(row), "role": render.RoleName(row.Role), "lower": share.Lower, "upper": share.Upper, "known": share.Known,
			"count": row.Count.String(), "stated": share.Coverage.Percent(),
		})
	}
	part := specification{"field": "part", "type": "ordinal", "title": nil, "sort": nil, "axis": specification{"labelAngle": 0, "labelOverlap": true}}
	tooltip := []specification{
		{"field": "part", "title": string(d.Report.By)}, {"field": "role"}, {"field": "count", "title": "count"},
		{"field": "known", "type": "quantitative", "format": ".1%", "title": "of stated"}, {"field": "stated", "title": "stated"},
	}
	share := specification{"type": "quantitative", "scale": specification{"domain": []int{0, 1}}, "axis": specification{"format": "%"}}
	encoding := func(field string, more specification) specification {
		y := specification{"field": field, "title": nil}
		for key, value := range share {
			y[key] = value
		}
		e := specification{"x": part, "xOffset": specification{"field": "role"}, "y": y, "tooltip": tooltip,
			"color": specification{"field": "role", "title": nil, "legend": specification{"orient": "top"}}}
		for key, value := range more {
			e[key] = value
		}
		return e
	}
	return specification{
		"$schema": "https://vega.github.io/schema/vega-lite/v6.json", "description": d.Headline() + ". " + d.Scope(),
		"usermeta": specification{"catalog": d.Catalog.Hash}, "height": 300, "data": specification{"values": values},
		"layer": []specification{
			{"mark": specification{"type": "bar", "opacity": 0.45, "width": specification{"band": 0.8}}, "encoding": encoding("lower", specification{"y2": specification{"field": "upper"}})},
			{"mark": specification{"type": "point", "filled": true, "size": 70}, "encoding": encoding("known", specification{"shape": specification{"field": "role", "title": nil}})},
		},
	}
}

// drawnView is the chart as the server draws it: the first role, part by part.
type drawnView struct {
	Role          string
	Width, Height int
	Columns       []drawnColumn
	Ticks         []drawnTick
	Words         string
}

type drawnColumn struct {
	X, Middle, Wide  int
	Name             string
	Named            bool
	Lower, LowerHigh string
	Upper, UpperHigh string
	Known            string
	Words            string
}

type drawnTick struct {
	Y     int
	Words string
}

// The measures of the drawing, in pixels.
const (
	drawnHigh  = 240
	drawnTop   = 12
	drawnLeft  = 48
	drawnStep  = 44
	mostColumn = 60
)

func drawnOf(d render.Report) *drawnView {
	role := d.Report.Rows[0].Role
	v := &drawnView{Role: render.RoleName(role), Words: d.Headline() + ", " + render.RoleName(role)}
	for _, row := range d.Report.Rows {
		share := row.Count.Share()
		if row.Role != role || !share.Lower.Defined() || len(v.Columns) == mostColumn {
			continue
		}
		lower, _ := share.Lower.Value()
		upper, _ := share.Upper.Value()
		x := drawnLeft + drawnStep*len(v.Columns)
		c := drawnColumn{
			X: x, Middle: x + drawnStep/2 - 4, Wide: drawnStep - 8, Name: d.Part(row), Named: len(d.Part(row)) <= 6,
			Lower: drawnAt(lower), LowerHigh: pixels(lower * drawnHigh), Upper: drawnAt(upper), UpperHigh: pixels((upper - lower) * drawnHigh),
			Words: d.Part(row) + ": " + row.Count.String() + ", " + render.ShareRange(share),
		}
		if known, is := share.Known.Value(); is {
			c.Known = drawnAt(known)
		}
		v.Columns = append(v.Columns, c)
	}
	v.Width, v.Height = drawnLeft+drawnStep*len(v.Columns)+8, drawnTop+drawnHigh+30
	for _, percent := range []int{0, 25, 50, 75, 100} {
		v.Ticks = append(v.Ticks, drawnTick{drawnTop + drawnHigh*(100-percent)/100, strconv.Itoa(percent) + " %"})
	}
	return v
}

func drawnAt(share float64) string { return pixels(drawnTop + drawnHigh*(1-share)) }

func pixels(n float64) string { return strconv.FormatFloat(n, 'f', 1, 64) }
