package web

import (
	"context"
	"fmt"
	"net/http"
	"net/url"
	"strconv"

	"rolecall"
	"rolecall/catalog"
	"rolecall/measure"
	"rolecall/population"
	"rolecall/render"
	"rolecall/web/api"
	"rolecall/web/snapshot"
)

// rankView is films and seasons in order of a share: all-women slates first.
type rankView struct {
	Fields        populationView
	MinPeople     string
	Fault         string
	Headline      string
	Scope         string
	Rows          []rankedRow
	Notes         []string
	Method, Cite  string
	Documents     []documentView
	Before, After string
}

type rankedRow struct {
	Place                      int
	Name, Address, Year        string
	Bar                        barView
	Count, Share, Stated, Held string
}

const (
	rankedOnPage = 50
	mostRanked   = 1000
)

func (s *Site) rank(ctx context.Context, held *snapshot.Snapshot, r *http.Request) (answer, error) {
	fields := queryOf(r)
	contest := measure.Contest{Population: fields.population(), Role: rolecall.Director, Unit: fields.unit(rolecall.People), Genders: fields.genders(),
		MinPeople: parsedOne(fields, "min_people", strconv.Atoi)}
	if role := parsedOne(fields, "role", measure.ParseRole); role != "" {
		contest.Role = role
	}
	from := min(max(parsedOne(fields, "from_place", strconv.Atoi), 0), mostRanked-rankedOnPage)
	contest.Most = from + rankedOnPage + 1
	if fields.fault == nil {
		fields.fault = contest.Validate()
	}
	view := rankView{Fields: populationFields(population.Params(), contest.Population, []rolecall.Role{contest.Role}, contest.Genders, contest.Unit), MinPeople: positive(contest.MinPeople)}
	if fields.fault != nil {
		view.Fault = capital(fields.fault.Error()) + "."
		return s.rankPage(held, r, view, http.StatusUnprocessableEntity)
	}
	ranking, err := measure.RankingOf(ctx, held.Catalog, contest)
	if err != nil && api.Asked(err) {
		view.Fault = capital(api.Words(err)) + "."
		return s.rankPage(held, r, view, http.StatusUnprocessableEntity)
	}
	if err != nil {
		return answer{}, err
	}
	more := len(ranking.Rows) > from+rankedOnPage
	ranking.Rows = ranking.Rows[:min(len(ranking.Rows), from+rankedOnPage)]
	d := render.Ranking{Ranking: ranking, Catalog: held.Info()}
	switch r.URL.Path {
	case "/rank.json":
		return document(d, render.JSON)
	case "/rank.csv":
		return document(d, render.CSV)
	}
	view.Headline, view.Scope, view.Notes, view.Method, view.Cite = d.Headline(), d.Scope()+".", d.Notes(), d.Method(), d.Citations()
	for i, row := range ranking.Rows[min(from, len(ranking.Rows)):] {
		view.Rows = append(view.Rows, rankedOf(from+i+1, row))
	}
	q := r.URL.Query()
	asked := "?" + q.Encode()
	view.Documents = []documentView{{"CSV", "/rank.csv" + asked, "text/csv"}, {"JSON", "/rank.json" + asked, "application/json"}}
	if from > 0 {
		view.Before = "/rank" + withPlace(q, from-rankedOnPage)
	}
	if more && from+rankedOnPage < mostRanked {
		view.After = "/rank" + withPlace(q, from+rankedOnPage)
	}
	return s.rankPage(held, r, view, http.StatusOK)
}

func withPlace(q url.Values, place int) string {
	q.Set("from_place", strconv.Itoa(max(place, 0)))
	return "?" + q.Encode()
}

func (s *Site) rankPage(held *snapshot.Snapshot, r *http.Request, view rankView, status int) (answer, error) {
	a, err := s.render(held, r, "rank", frame{Title: "Rank", Place: "rank",
		Description: "Seasons and films in the order of a share, all-women slates first. " + view.Scope, Content: view})
	a.status = status
	return a, err
}

func rankedOf(place int, row catalog.Ranked) rankedRow {
	share := row.Count.Share()
	v := rankedRow{Place: place, Name: row.Title.Label(), Address: titlePath(row.Title.ID), Count: row.Count.String(),
		Share: render.ShareRange(share), Stated: share.Coverage.Percent(), Held: fmt.Sprintf("%d of %d", row.Held, row.Leaves)}
	if row.Count.Of > 0 {
		v.Bar = countBar(row.Count)
	}
	if year := row.Title.First().Year; year != 0 {
		v.Year = strconv.Itoa(year)
	}
	return v
}
