package web

import (
	"bytes"
	"context"
	"fmt"
	"net/http"
	"strings"

	"rolecall/measure"
	"rolecall/phrase"
	"rolecall/phrase/sentence"
	"rolecall/render"
	"rolecall/standard"
	"rolecall/web/guard"
	"rolecall/web/snapshot"
)

// Pages to be framed stand beside those they are of, without navigation, forms and cookies:
// a page of another host can show them, and nothing on them can be pressed by mistake but
// links to the whole answer, which open beside that page.
const embedPrefix = "/embed"

// embedRoutes puts the pages to be framed in place, and what says where they are.
func (s *Site) embedRoutes(mux *http.ServeMux) {
	mux.Handle("GET "+embedPrefix+"/title/{id...}", guard.Framed(s.answering(s.embedTitle)))
	mux.Handle("GET "+embedPrefix+"/person/{id...}", guard.Framed(s.answering(s.embedPerson)))
	mux.Handle("GET "+embedPrefix+"/report", s.costly.Wrap(guard.Framed(s.answering(s.embedReport))))
	mux.Handle("GET "+embedPrefix+"/standards/{id}", s.costly.Wrap(guard.Framed(s.answering(s.embedStandard))))
	mux.Handle("GET "+embedPrefix+"/rank", s.costly.Wrap(guard.Framed(s.answering(s.embedRank))))
	s.page(mux, "GET /oembed", s.oEmbed)
}

// embedView is an answer as a page of its own, to be framed.
type embedView struct {
	// Address is that of the whole answer.
	Address                 string
	Above, Headline, Detail string
	Grid                    *gridView
	Sides                   []sideView
	Chart                   *figureView
	Rows                    []rankedRow
	Foot                    string
}

// embedded lays out a page to be framed.
func (s *Site) embedded(held *snapshot.Snapshot, r *http.Request, status int, v embedView) (answer, error) {
	v.Address, v.Foot = s.options.Public+strings.TrimPrefix(r.URL.RequestURI(), embedPrefix), footOf(held.Info())
	var b bytes.Buffer
	pages, _ := templates()
	if err := pages["embed"].ExecuteTemplate(&b, "framed", v); err != nil {
		return answer{}, fmt.Errorf("lay out a page to be framed: %w", err)
	}
	return answer{status: status, kind: htmlKind, body: b.Bytes()}, nil
}

// unembedded says in a frame why there is nothing to show; what is no fault of the question
// goes on.
func (s *Site) unembedded(ctx context.Context, held *snapshot.Snapshot, r *http.Request, err error) (answer, error) {
	return refused(ctx, err, func(words string, status int) (answer, error) {
		return s.embedded(held, r, status, embedView{Headline: words})
	})
}

// embedTitle is a title to be framed: who made it, episode by episode or role by role.
func (s *Site) embedTitle(ctx context.Context, held *snapshot.Snapshot, r *http.Request) (answer, error) {
	t, found, err := held.Title(ctx, r.PathValue("id"))
	if err != nil {
		return answer{}, err
	}
	if !found {
		return s.embedded(held, r, http.StatusNotFound, embedView{Headline: "There is no such title here"})
	}
	lineup, err := measure.LineupOf(ctx, held.Catalog, t, false)
	if err != nil {
		return answer{}, err
	}
	view := embedView{Above: t.Label(), Headline: sentence.Aloud(lineup), Detail: sentence.Detail(lineup), Grid: gridOf(lineup)}
	if view.Grid == nil {
		view.Sides = sides(lineup)
	} else {
		view.Grid.alone()
	}
	return s.embedded(held, r, http.StatusOK, view)
}

// embedPerson is a person to be framed.
func (s *Site) embedPerson(ctx context.Context, held *snapshot.Snapshot, r *http.Request) (answer, error) {
	p, found, err := held.Person(ctx, r.PathValue("id"))
	if err != nil {
		return answer{}, err
	}
	if !found {
		return s.embedded(held, r, http.StatusNotFound, embedView{Headline: "There is no such person here"})
	}
	career, err := measure.CareerOf(ctx, held.Catalog, p)
	if err != nil {
		return answer{}, err
	}
	return s.embedded(held, r, http.StatusOK, embedView{Above: p.Name, Headline: sentence.Career(career), Detail: sentence.CareerRests(career) + " " + sentence.Gender(career)})
}

// embedReport is a report to be framed: its chart.
func (s *Site) embedReport(ctx context.Context, held *snapshot.Snapshot, r *http.Request) (answer, error) {
	question, fields := questionOf(held, r)
	if fields.fault != nil {
		return s.embedded(held, r, http.StatusUnprocessableEntity, embedView{Headline: phrase.Stop(fields.fault.Error())})
	}
	counted, err := measure.ReportOn(ctx, held.Catalog, question)
	if err != nil {
		return s.unembedded(ctx, held, r, err)
	}
	d := render.Report{Report: counted, Catalog: held.Info()}
	view := embedView{Headline: d.Finding() + ".", Detail: d.Headline() + ". " + d.Scope() + "."}
	if d.Drawable() {
		view.Chart = reportFigure(d)
	}
	return s.embedded(held, r, http.StatusOK, view)
}

// embedStandard is how many titles meet a standard, to be framed: its chart.
func (s *Site) embedStandard(ctx context.Context, held *snapshot.Snapshot, r *http.Request) (answer, error) {
	asked, fields, err := ratesOf(r.PathValue("id"), r)
	if err != nil {
		return s.embedded(held, r, http.StatusNotFound, embedView{Headline: "There is no such standard here"})
	}
	if fields.fault != nil {
		return s.embedded(held, r, http.StatusUnprocessableEntity, embedView{Headline: phrase.Stop(fields.fault.Error())})
	}
	rates, err := asked.standard.PassRate(ctx, held.Catalog, asked.population, asked.reading)
	if err != nil {
		return s.unembedded(ctx, held, r, err)
	}
	d := render.PassRates{Rates: []standard.Rates{rates}, Reading: asked.reading, Catalog: held.Info()}
	view := embedView{Above: asked.standard.Name, Headline: d.Finding(rates) + ".", Detail: d.FinePrint(rates)}
	if d.Drawable(rates) {
		figure := figureOf(d.Chart(rates))
		figure.Notes = nil // which stand above and below
		view.Chart = &figure
	}
	return s.embedded(held, r, http.StatusOK, view)
}

// embeddedRows is how many titles of a ranking a frame has room for.
const embeddedRows = 10

// embedRank is a ranking to be framed: its first titles.
func (s *Site) embedRank(ctx context.Context, held *snapshot.Snapshot, r *http.Request) (answer, error) {
	contest, fields := contestOf(r)
	contest.Most = embeddedRows
	if fields.fault != nil {
		return s.embedded(held, r, http.StatusUnprocessableEntity, embedView{Headline: phrase.Stop(fields.fault.Error())})
	}
	ranking, err := measure.RankingOf(ctx, held.Catalog, contest)
	if err != nil {
		return s.unembedded(ctx, held, r, err)
	}
	d := render.Ranking{Ranking: ranking, Catalog: held.Info()}
	view := embedView{Headline: d.Finding() + ".", Detail: d.Headline() + ". " + d.Scope() + "."}
	for i, place := range ranking.Places() {
		view.Rows = append(view.Rows, rankedOf(place, ranking.Rows[i]))
	}
	return s.embedded(held, r, http.StatusOK, view)
}
