package web

import (
	"context"
	"errors"
	"io"
	"net/http"
	"net/url"
	"path"
	"slices"
	"strings"

	"rolecall"
	"rolecall/fault"
	"rolecall/format"
	"rolecall/phrase"
	"rolecall/phrase/sentence"
	"rolecall/population"
	"rolecall/render"
	"rolecall/standard"
	"rolecall/web/snapshot"
)

// standardView is the page of one standard: how many titles of a population meet it, what it
// asks, how it is read and where that can be checked.
type standardView struct {
	*standard.Standard
	By, Speaks      string
	Fields          populationView
	Readings        []facetLink
	Fault           string
	Finding, Detail string
	Chart           *figureView
	Rates           *ratesTable
	Sums            []sumRow
	Notes           []string
	// Meeting are where the titles are listed that come to each verdict.
	Meeting   []linkView
	Documents []documentView
	cited     *citedView
}

// ratesTable is how many titles come to each verdict, by the standard and its criteria.
type ratesTable struct {
	// Compared says that a reading leaves titles out.
	Compared bool
	Rows     []rateRow
}

type rateRow struct {
	Name                          string
	Met, NotMet, Unknown, ToJudge string
	Bar                           barView
	Share, Settled, Compared      string
	IsWhole                       bool
}

// sumRow is what a criterion that only counts comes to.
type sumRow struct {
	Name, Count, Share, Known, Stated, More string
	Bar                                     barView
}

// ratesAsked is what an address asks of a standard.
type ratesAsked struct {
	standard   *standard.Standard
	population population.Population
	reading    rolecall.Reading
}

func (s *Site) standard(ctx context.Context, held *snapshot.Snapshot, r *http.Request) (answer, error) {
	id, ending := r.PathValue("id"), path.Ext(r.PathValue("id"))
	asked, fields, err := ratesOf(strings.TrimSuffix(id, ending), r)
	if err != nil {
		return s.noStandard(held, r, err)
	}
	view, err := s.standardPage(ctx, held, r, asked)
	if err != nil {
		return answer{}, err
	}
	if fields.fault != nil {
		return s.refusedStandard(held, r, view, fields.fault.Error(), http.StatusUnprocessableEntity)
	}
	rates, err := asked.standard.PassRate(ctx, held.Catalog, asked.population, asked.reading)
	if err != nil {
		told := fault.OverHTTP(ctx, err)
		if !told.Asked() {
			return answer{}, err
		}
		status := told.Status
		if asksNothing(r) { // what a standard is can be read whatever the catalog has
			status = http.StatusOK
		}
		return s.refusedStandard(held, r, view, told.Words, status)
	}
	d := render.PassRates{Rates: []standard.Rates{rates}, Reading: asked.reading, Catalog: held.Info()}
	if f, isFormat := format.OfEnding(ending); isFormat {
		return document(d, f)
	}
	if form, kind := render.ChartForm(ending), ratesPictures[ending]; kind != "" {
		return ratesPicture(d, form, kind)
	}
	if ending != "" {
		return s.nothing(ctx, held, r)
	}
	view.fill(d, rates, r.URL)
	picture := ""
	if view.Chart != nil {
		picture = standardPath(view.ID) + ".png" + asking(r.URL.Query())
	}
	view.cited = s.cited(r, shared{sentence: view.Finding, method: d.Method(rates), picture: picture, embedded: true})
	return s.standardAnswer(held, r, view, http.StatusOK)
}

// ratesOf is what an address asks of a standard, with the first fault of its fields. The error
// is a *standard.NotFoundError.
func ratesOf(id string, r *http.Request) (ratesAsked, *query, error) {
	fields := queryOf(r)
	one, err := standard.Shipped().Find(id)
	if err != nil {
		return ratesAsked{}, fields, err
	}
	asked := ratesAsked{standard: one, population: fields.population(), reading: fields.reading()}
	if fields.fault == nil {
		fields.fault = asked.population.Validate()
	}
	if among, err := one.Among(asked.population); err == nil {
		asked.population = among
	} else if fields.fault == nil {
		fields.fault = err
	}
	return asked, fields, nil
}

// noStandard answers for an identifier of no standard, with those that may have been meant.
func (s *Site) noStandard(held *snapshot.Snapshot, r *http.Request, err error) (answer, error) {
	view := messageView{Title: "There is no such standard here", Text: "Standards that come with the program are listed on the page of standards."}
	near, _ := errors.AsType[*standard.NotFoundError](err)
	for _, id := range near.Near {
		if one, err := standard.Shipped().Find(id); err == nil {
			view.Near = append(view.Near, nearView{one.Name, sentence.Publisher(one), standardPath(one.ID)})
		}
	}
	a, err := s.render(held, r, "message", frame{Title: view.Title, Description: view.Text, Content: view})
	a.status = http.StatusNotFound
	return a, err
}

// standardPage is the page as far as no title has been asked.
func (s *Site) standardPage(ctx context.Context, held *snapshot.Snapshot, r *http.Request, asked ratesAsked) (standardView, error) {
	choices, err := offered(ctx, held, ratable(asked.standard), asked.population)
	return standardView{
		Standard: asked.standard, By: sentence.Publisher(asked.standard), Speaks: phrase.Kinds(asked.standard.Kinds),
		Fields:   populationFields(choices, asked.population, shareAsked{reading: asked.reading}),
		Readings: readingLinks(r.URL, asked.reading, ""),
	}, err
}

// ratable are the fields that say which titles are assessed: the kind only where a standard
// speaks of several, and nothing that cannot be asked of its only one.
func ratable(one *standard.Standard) []population.Field {
	fields, kinds := population.Params(), kindsRated(one)
	if len(kinds) == 1 {
		fields = slices.DeleteFunc(population.Without(fields, "kind"), func(f population.Field) bool { return !f.AskedOf(kinds[0]) })
	}
	return phrase.Each(fields, func(f population.Field) population.Field {
		f.Form.Choices = slices.DeleteFunc(slices.Clone(f.Form.Choices), func(c population.Choice) bool {
			return f.Key == "kind" && c.Value != "" && !slices.Contains(kinds, rolecall.Kind(c.Value))
		})
		return f
	})
}

func (s *Site) refusedStandard(held *snapshot.Snapshot, r *http.Request, view standardView, words string, status int) (answer, error) {
	view.Fault = phrase.Stop(words)
	return s.standardAnswer(held, r, view, status)
}

func (s *Site) standardAnswer(held *snapshot.Snapshot, r *http.Request, view standardView, status int) (answer, error) {
	title := view.Name
	if view.Finding != "" {
		title += ": " + strings.TrimSuffix(view.Finding, ".")
	}
	a, err := s.render(held, r, "standard", frame{Title: title, Place: "standards", Scripted: view.Chart != nil, Cited: view.cited,
		Description: view.Name + ", " + view.By + ". " + view.Wording, Content: view})
	a.status = status
	return a, err
}

// asking is a query as it stands in an address.
func asking(q url.Values) string {
	if len(q) == 0 {
		return ""
	}
	return "?" + q.Encode()
}

// ratesPictures are the kinds of the pictures beside the page, by their ending.
var ratesPictures = map[string]string{string(render.SVG): svgKind, string(render.PNG): pngKind}

func ratesPicture(d render.PassRates, form render.ChartForm, kind string) (answer, error) {
	return chartFile(kind, func(out io.Writer) error { return render.DrawRates(out, form, d, d.Rates[0]) })
}

func (v *standardView) fill(d render.PassRates, rates standard.Rates, at *url.URL) {
	path, asked := standardPath(v.ID), asking(at.Query())
	v.Finding, v.Detail = d.Finding(rates)+".", d.FinePrint(rates)
	v.Notes = slices.DeleteFunc(d.Notes(rates), func(note string) bool { return strings.Contains(v.Detail, note) })
	v.Rates, v.Sums = ratesTableOf(rates), sumRowsOf(rates)
	v.Documents = documents(path, asked)
	if d.Drawable(rates) {
		figure := figureOf(d.Chart(rates))
		figure.Notes = nil // which stand above and below
		v.Chart = &figure
		v.Documents = append(v.Documents, documentView{"Chart as SVG", path + ".svg" + asked, "image/svg+xml"}, documentView{"PNG", path + ".png" + asked, pngKind})
	}
	if rates.Whole.Count().Of > 0 {
		v.Meeting = meetingLinks(v.ID, at.Query(), rates.Whole)
	}
}

func ratesTableOf(rates standard.Rates) *ratesTable {
	table := &ratesTable{Compared: rates.Reading.LeavesOut()}
	if rates.Whole.Count().Of > 0 {
		whole := rateRowOf("The standard", rates, rates.Whole, rates.LeftOut)
		whole.IsWhole = true
		table.Rows = append(table.Rows, whole)
	}
	for _, c := range rates.Criteria {
		if c.Criterion.Count == "" {
			table.Rows = append(table.Rows, rateRowOf(c.Criterion.Name, rates, c.Rate, c.LeftOut))
		}
	}
	if len(table.Rows) == 0 {
		return nil
	}
	return table
}

func rateRowOf(name string, rates standard.Rates, r standard.Rate, left int) rateRow {
	count := r.Count()
	v := rateRow{
		Name: name, Met: phrase.Grouped(r.Met), NotMet: phrase.Grouped(r.NotMet), Unknown: phrase.Grouped(r.Unknown), ToJudge: phrase.Grouped(r.NeedsJudgement),
		Share: phrase.Share(count.Share()), Settled: count.Share().Coverage.Percent(), Compared: phrase.Grouped(rates.Titles-left) + " of " + phrase.Grouped(rates.Titles),
	}
	if count.Of > 0 {
		v.Bar = bar(count.String(), count.Of, []part{{"sure", r.Met}, {"unknown", r.Unknown + r.NeedsJudgement}, {"rest", r.NotMet}})
	}
	return v
}

func sumRowsOf(rates standard.Rates) (rows []sumRow) {
	for _, c := range rates.Criteria {
		if c.Criterion.Count == "" {
			continue
		}
		share := c.Share()
		row := sumRow{Name: c.Criterion.Name, Count: phrase.CountOr(render.SumOf(c)), Share: phrase.Share(share), Known: share.Known.Percent(),
			Stated: share.Coverage.Percent(), More: phrase.Grouped(c.Open) + " of " + phrase.Grouped(rates.Titles)}
		if c.Sum.Of > 0 {
			row.Bar = countBar(c.Sum) // of a mean, its parts
		}
		rows = append(rows, row)
	}
	return rows
}
