package web

import (
	"context"
	"fmt"
	"io"
	"net/http"
	"net/url"
	"slices"
	"strconv"
	"strings"

	"path"
	"rolecall"
	"rolecall/catalog"
	"rolecall/format"
	"rolecall/measure"
	"rolecall/phrase"
	"rolecall/population"
	"rolecall/render"
	"rolecall/web/snapshot"
)

// reportView is the page on which a report is put together. Everything is in its
// address, so that a link is the report.
type reportView struct {
	Fields            populationView
	Roles, Bys, Thens []choiceView
	Makers            []choiceView
	// Billed is how high up in the cast; First says that first credits are counted, and
	// TellsFirst that the catalog can tell them.
	Billed            string
	First, TellsFirst bool
	// Means says that the means of titles are told too.
	Means    bool
	Fault    string
	Headline string
	Scope    string
	// Browsed is where the titles counted are listed.
	Browsed string
	// Missing is where those are listed whose gender is not stated, if there are any.
	Missing string
	// Careers is what is told of the people counted.
	Careers string
	Tables  []reportTable
	// ChangesHead stands above Changes.
	ChangesHead    string
	Changes, Notes []string
	Documents      []documentView
	// Shown says which parts are shown where there are more than a page has room for,
	// Before and After are where the others are.
	Shown, Before, After string
	cited                *citedView
	// Chart is the report drawn, nil where no share has a value.
	Chart *figureView
}

// reportTable is one role by the parts, or all roles of the whole population.
type reportTable struct {
	Title, First string
	// OnlyKnown says that the share is one figure, as all else is left out.
	OnlyKnown bool
	MeanHead  []string
	Rows      []reportRow
}

type reportRow struct {
	Name                              string
	Bar                               barView
	Count, Share, Known, Stated, Held string
	Mean                              []string
	Total                             bool
}

func (s *Site) report(ctx context.Context, held *snapshot.Snapshot, r *http.Request) (answer, error) {
	question, fields := questionOf(held, r)
	from := max(parsedOne(fields, "from_part", strconv.Atoi), 0)
	parts, err := partsOffered(ctx, held)
	if err != nil {
		return answer{}, err
	}
	view := reportView{Bys: bysOf(parts, question.By.First, "all together"), Thens: bysOf(parts, question.By.Then, "nothing more"),
		Makers: makersOf(question.Makers), Billed: fields.Get("billed"), First: question.First, Means: question.Means, TellsFirst: !held.Info().HandPicked}
	if view.Fields, view.Roles, err = formOf(ctx, held, population.Params(), question.Population, shareAsked{question.Genders, question.Unit, question.Reading}, question.Roles); err != nil {
		return answer{}, err
	}
	if fields.fault != nil {
		view.Fault = phrase.Stop(fields.fault.Error())
		return s.reportPage(held, r, view, http.StatusUnprocessableEntity)
	}
	counted, err := measure.ReportOn(ctx, held.Catalog, question)
	if err != nil {
		return refused(ctx, err, func(words string, status int) (answer, error) {
			view.Fault = words
			return s.reportPage(held, r, view, status)
		})
	}
	d := render.Report{Report: counted, Catalog: held.Info()}
	if draw, isChart := reportCharts[r.URL.Path]; isChart {
		return draw(d)
	}
	if f, isFormat := format.OfEnding(path.Ext(r.URL.Path)); isFormat {
		return document(d, f)
	}
	view.fill(d, fields.Values, from)
	view.cited = s.cited(r, shared{sentence: view.Headline, method: d.Method(), picture: view.picture(), embedded: true})
	return s.reportPage(held, r, view, http.StatusOK)
}

// questionOf is what an address asks, or its first fault.
func questionOf(held *snapshot.Snapshot, r *http.Request) (measure.Question, *query) {
	fields := queryOf(r)
	question := measure.Question{
		Population: fields.population(), By: breakdownOf(fields), Unit: fields.unit(rolecall.Credits), Reading: fields.reading(),
		Roles: parsedAll(fields, "role", measure.ParseRole), Genders: fields.genders(), First: fields.Get("first") == "true", Means: fields.Get("mean") == "true",
		Billed: parsedOne(fields, "billed", rolecall.ParseBilled), Makers: parsedOne(fields, "makers", catalog.ParseMakers),
	}
	if asksNothing(r) {
		fields.Values = firstAsked(held)
		question.By, question.Roles = breakdownOf(fields), parsedAll(fields, "role", measure.ParseRole)
	}
	if question.First && question.Unit == rolecall.Credits { // of which each has one
		question.Unit = rolecall.People
	}
	if fields.fault == nil {
		fields.fault = question.Validate()
	}
	return question, fields
}

// breakdownOf is what titles are broken down by: the form says the second side by itself.
func breakdownOf(fields *query) catalog.Breakdown {
	if then := fields.Get("then"); then != "" {
		fields.Set("by", strings.TrimPrefix(fields.Get("by")+","+then, ","))
		fields.Del("then")
	}
	return parsedOne(fields, "by", catalog.ParseBreakdown)
}

// makersOf are the choices of how many hold a role.
func makersOf(asked catalog.Makers) (all []choiceView) {
	for _, c := range []choiceView{{Value: "", Label: "however many"}, {Value: string(catalog.MadeBySole), Label: "one person alone"}, {Value: string(catalog.MadeByTeam), Label: "several people"}} {
		c.Chosen = c.Value == string(asked)
		all = append(all, c)
	}
	return all
}

// firstAsked is what the page shows to whom asks for nothing: directors by year or, where
// titles were picked by hand and years say nothing, those who decide, side by side.
func firstAsked(held *snapshot.Snapshot) url.Values {
	if held.Info().HandPicked {
		return url.Values{"role": {string(rolecall.Director), string(rolecall.Writer), string(rolecall.Creator), string(rolecall.Showrunner), string(rolecall.Lead)}}
	}
	return url.Values{"by": {string(catalog.ByYear)}, "role": {string(rolecall.Director)}}
}

// reportCharts draw the pictures beside a report, by their address.
var reportCharts = map[string]func(render.Report) (answer, error){
	"/report.svg":     func(d render.Report) (answer, error) { return reportChart(d, render.SVG, svgKind) },
	"/report.png":     func(d render.Report) (answer, error) { return reportChart(d, render.PNG, pngKind) },
	"/report.vl.json": func(d render.Report) (answer, error) { return reportChart(d, render.VegaLite, jsonKind) },
}

func reportChart(d render.Report, form render.ChartForm, kind string) (answer, error) {
	return chartFile(kind, func(out io.Writer) error { return render.DrawChart(out, form, d) })
}

func (s *Site) reportPage(held *snapshot.Snapshot, r *http.Request, view reportView, status int) (answer, error) {
	title := "Report"
	if view.Headline != "" {
		title = strings.TrimSuffix(view.Headline, ".")
	}
	a, err := s.render(held, r, "report", frame{Title: title, Place: "report", Scripted: view.Chart != nil, Cited: view.cited,
		Description: "Shares by role and year, network, genre, series or country, with what is not known as bounds. " + view.Scope, Content: view})
	a.status = status
	return a, err
}

// bysOf are the choices of one side; what is asked for with bounds is one more.
func bysOf(offered []catalog.By, chosen catalog.Side, none string) []choiceView {
	all := []choiceView{{"", none, chosen.By == ""}}
	for _, by := range offered {
		all = append(all, choiceView{string(by), string(by), chosen == catalog.Side{By: by}})
	}
	if !slices.ContainsFunc(all, func(c choiceView) bool { return c.Chosen }) {
		all = append(all, choiceView{chosen.String(), chosen.String(), true})
	}
	return all
}

// partsOnPage is of how many parts a page has room: there are tens of thousands of
// series. The files beside it have them all.
const partsOnPage = 200

// page keeps the parts of one page, and says where the others are.
func (v *reportView) page(q url.Values, from int) {
	parts := 0
	for i, table := range v.Tables {
		rows := slices.DeleteFunc(slices.Clone(table.Rows), func(row reportRow) bool { return row.Total })
		totals := table.Rows[len(rows):]
		parts = max(parts, len(rows))
		from := min(from, len(rows))
		v.Tables[i].Rows = append(rows[from:min(from+partsOnPage, len(rows))], totals...)
	}
	if parts <= partsOnPage {
		return
	}
	from = min(from, parts-1)
	until := min(from+partsOnPage, parts)
	v.Shown = fmt.Sprintf("%s to %s of %s; the files hold all.", phrase.Grouped(from+1), phrase.Grouped(until), phrase.Grouped(parts))
	if from > 0 {
		v.Before = "/report" + withPart(q, max(from-partsOnPage, 0))
	}
	if until < parts {
		v.After = "/report" + withPart(q, until)
	}
}

func withPart(q url.Values, part int) string {
	q.Set("from_part", strconv.Itoa(part))
	return "?" + q.Encode()
}

func (v *reportView) fill(d render.Report, q url.Values, from int) {
	v.ChangesHead = d.ChangesHead()
	v.Headline, v.Scope, v.Changes, v.Notes = d.Finding()+".", d.Headline()+". "+d.Scope()+".", d.Changes(), d.Notes()
	v.Tables = reportTables(d)
	v.Browsed = shelf{q}.of("/browse")
	v.Careers = careersOf(shelf{q}.of("/careers"), d.Report.Roles)
	v.Missing = missing(shelf{q}.of("/gaps"), d.Report.Total, func(row measure.Row) (rolecall.Role, int) { return row.Role, row.Tally.Unknown })
	q.Del("from_part")
	asked := "?" + q.Encode()
	v.Documents = documents("/report", asked)
	if d.Drawable() {
		v.Chart = reportFigure(d)
		v.Notes = slices.DeleteFunc(v.Notes, func(note string) bool { return slices.Contains(v.Chart.Notes, note) })
		v.Documents = append(v.Documents, documentView{"Chart as SVG", "/report.svg" + asked, "image/svg+xml"}, documentView{"PNG", "/report.png" + asked, pngKind},
			documentView{"Vega-Lite", "/report.vl.json" + asked, "application/json"})
	}
	v.page(q, from)
}

// picture is the path of the chart as a picture, or empty.
func (v *reportView) picture() string {
	for _, d := range v.Documents {
		if d.Kind == pngKind {
			return d.Address
		}
	}
	return ""
}

func reportTables(d render.Report) (tables []reportTable) {
	rows, total, onlyKnown := d.Report.Rows, d.Report.Total, d.Report.Reading == rolecall.WhereKnown
	var meanHead []string
	if d.Report.Means {
		meanHead = phrase.Each(d.MeanHead(), phrase.Capital)
	}
	if d.Report.By.IsWhole() {
		table := reportTable{First: "role", OnlyKnown: onlyKnown, MeanHead: meanHead}
		for _, row := range rows {
			table.Rows = append(table.Rows, reportRowOf(d, phrase.Capital(phrase.Role(row.Role)), row))
		}
		return []reportTable{table}
	}
	for _, role := range rolesOf(rows) {
		table := reportTable{Title: phrase.Capital(phrase.Role(role)), First: d.Sides(), OnlyKnown: onlyKnown, MeanHead: meanHead}
		for _, row := range rows {
			if row.Role == role {
				table.Rows = append(table.Rows, reportRowOf(d, d.Part(row), row))
			}
		}
		for _, row := range total {
			if row.Role == role {
				all := reportRowOf(d, "all", row)
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

func reportRowOf(d render.Report, name string, row measure.Row) reportRow {
	share := row.Share()
	v := reportRow{
		Name: name, Count: row.Count.String(), Share: phrase.Share(share),
		Stated: share.Coverage.Percent(), Held: phrase.Of(row.Held, row.Leaves),
	}
	if d.Report.Reading != rolecall.WhereKnown {
		v.Known = share.Known.Percent()
	}
	if row.Mean != nil {
		v.Mean = d.Mean(row)
	}
	if row.Count.Of > 0 {
		v.Bar = countBar(row.Count)
	}
	return v
}
