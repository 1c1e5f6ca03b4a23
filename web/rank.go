package web

import (
	"context"
	"net/http"
	"net/url"
	"path"
	"slices"
	"strconv"

	"rolecall"
	"rolecall/catalog"
	"rolecall/format"
	"rolecall/measure"
	"rolecall/phrase"
	"rolecall/population"
	"rolecall/render"
	"rolecall/web/snapshot"
)

// rankView is films and seasons in order of a share: all-women slates first.
type rankView struct {
	Roles         []choiceView
	Fields        populationView
	MinPeople     string
	Fault         string
	Headline      string
	Scope         string
	Rows          []rankedRow
	Notes         []string
	cited         *citedView
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
	contest, fields := contestOf(r)
	from := min(max(parsedOne(fields, "from_place", strconv.Atoi), 0), mostRanked-rankedOnPage)
	contest.Most = from + rankedOnPage + 1
	view := rankView{MinPeople: positive(contest.MinPeople)}
	var err error
	if view.Fields, view.Roles, err = formOf(ctx, held, rankable(), contest.Population, shareAsked{contest.Genders, contest.Unit, contest.Reading}, []rolecall.Role{contest.Role}); err != nil {
		return answer{}, err
	}
	if fields.fault != nil {
		view.Fault = phrase.Stop(fields.fault.Error())
		return s.rankPage(held, r, view, http.StatusUnprocessableEntity)
	}
	ranking, err := measure.RankingOf(ctx, held.Catalog, contest)
	if err != nil {
		return refused(ctx, err, func(words string, status int) (answer, error) {
			view.Fault = words
			return s.rankPage(held, r, view, status)
		})
	}
	more := len(ranking.Rows) > from+rankedOnPage
	ranking.Rows = ranking.Rows[:min(len(ranking.Rows), from+rankedOnPage)]
	d := render.Ranking{Ranking: ranking, Catalog: held.Info()}
	if f, isFormat := format.OfEnding(path.Ext(r.URL.Path)); isFormat {
		return document(d, f)
	}
	view.Headline, view.Scope, view.Notes = d.Finding()+".", d.Headline()+". "+d.Scope()+".", d.Notes()
	view.cited = s.cited(r, shared{sentence: view.Headline, method: d.Method(), embedded: true})
	for i, place := range ranking.Places() {
		if i >= from {
			view.Rows = append(view.Rows, rankedOf(place, ranking.Rows[i]))
		}
	}
	q := r.URL.Query()
	view.Documents = documents("/rank", "?"+q.Encode())
	if from > 0 {
		view.Before = "/rank" + withPlace(q, from-rankedOnPage)
	}
	if more && from+rankedOnPage < mostRanked {
		view.After = "/rank" + withPlace(q, from+rankedOnPage)
	}
	return s.rankPage(held, r, view, http.StatusOK)
}

// contestOf is what an address asks, or its first fault.
func contestOf(r *http.Request) (measure.Contest, *query) {
	fields := queryOf(r)
	contest := measure.Contest{Population: fields.population(), Role: rolecall.Director, Unit: fields.unit(rolecall.People), Genders: fields.genders(), Reading: fields.reading(),
		MinPeople: parsedOne(fields, "min_people", strconv.Atoi), Most: rankedOnPage}
	if role := parsedOne(fields, "role", measure.ParseRole); role != "" {
		contest.Role = role
	}
	if fields.fault == nil {
		fields.fault = contest.Validate()
	}
	return contest, fields
}

// rankable are the fields that say which titles are ranked. Episodes are not compared with
// each other, so that no choice offers them.
func rankable() []population.Field {
	return phrase.Each(population.Params(), func(f population.Field) population.Field {
		f.Form.Choices = slices.DeleteFunc(slices.Clone(f.Form.Choices), func(c population.Choice) bool { return c.Value == string(rolecall.Episode) })
		return f
	})
}

func withPlace(q url.Values, place int) string {
	q.Set("from_place", strconv.Itoa(max(place, 0)))
	return "?" + q.Encode()
}

func (s *Site) rankPage(held *snapshot.Snapshot, r *http.Request, view rankView, status int) (answer, error) {
	a, err := s.render(held, r, "rank", frame{Title: "Rank", Place: "rank", Cited: view.cited,
		Description: "Seasons and films in the order of a share, all-women slates first. " + view.Scope, Content: view})
	a.status = status
	return a, err
}

func rankedOf(place int, row catalog.Ranked) rankedRow {
	share := row.Count.Share()
	v := rankedRow{Place: place, Name: row.Title.Label(), Address: titlePath(row.Title.ID), Count: row.Count.String(),
		Share: phrase.Share(share), Stated: share.Coverage.Percent(), Held: phrase.Of(row.Held, row.Leaves)}
	if row.Count.Of > 0 {
		v.Bar = countBar(row.Count)
	}
	if year := row.Title.First().Year; year != 0 {
		v.Year = strconv.Itoa(year)
	}
	return v
}
