package assistant

import (
	"cmp"
	"context"
	"net/url"
	"strconv"

	"rolecall"
	"rolecall/block"
	"rolecall/catalog"
	"rolecall/contract"
	"rolecall/measure"
	"rolecall/phrase"
	"rolecall/population"
	"rolecall/render"
)

// reporting asks for shares.
type reporting struct {
	Role  []rolecall.Role `json:"role,omitempty" maxItems:"50" doc:"The roles; else all that somebody holds."`
	By    string          `json:"by,omitempty" doc:"What the titles are broken down by: year, network, genre, series, country, language, company, season, budget, revenue, length, age or kind, or two of them, as in year,genre. Where year, age, length, budget and revenue are parted can be said, as in age=30,40,50 or budget=15M,100M."`
	Unit  rolecall.Unit   `json:"unit,omitempty" default:"credits" doc:"What is counted."`
	Mean  bool            `json:"mean,omitempty" doc:"Add the mean of the shares on each film or episode."`
	First bool            `json:"first,omitempty" doc:"Count the people whose first credit in the role it is; name one role."`
	Genders
	Read
	Paging
}

var reportTool = tool[reporting, contract.Report]{
	name: "report", title: "Shares by role and part",
	about:  "Whose share of which roles it is among the titles of a population, with what is not known as bounds: whole, or broken down by one or two of year, network, genre, series, country, language, company, season, budget, revenue, length, age and kind.",
	fields: population.Params(), costly: true,
	answer: report,
}

// report counts the titles of a population.
func report(ctx context.Context, q question[reporting]) (f found[contract.Report], err error) {
	p, err := q.population(population.Population{}, population.Params())
	if err != nil {
		return f, err
	}
	asked := measure.Question{Population: p, Roles: q.in.Role, Unit: cmp.Or(q.in.Unit, rolecall.Credits), Reading: q.in.reading(), Genders: q.in.genders(), First: q.in.First, Means: q.in.Mean}
	if asked.By, err = catalog.ParseBreakdown(q.in.By); err != nil {
		return f, &argumentError{where: "by", words: err.Error()}
	}
	if err := asked.Validate(); err != nil {
		return f, &argumentError{where: "report", words: err.Error()}
	}
	counted, err := measure.ReportOn(ctx, q.Catalog, asked)
	if err != nil {
		return f, err
	}
	whole := render.Report{Report: counted, Catalog: q.Info()}
	return found[contract.Report]{
		method: whole.Method(), path: address{path: "/report"}.among(p, reportQuery(asked)), paged: nothing,
		part: func(w *window) (contract.Report, []block.Block) {
			a, shown := whole.Contract(), whole
			a.Rows = page(w, "rows", a.Rows)
			shown.Report.Rows = cut(counted.Rows, w.skip, w.most)
			// What was found, which is said first, is of the whole.
			return a, append(whole.Blocks()[:1], shown.Blocks()[1:]...)
		},
	}, nil
}

// reportQuery is what the address of a report says beside its population.
func reportQuery(q measure.Question) url.Values {
	values := url.Values{"unit": {string(q.Unit)}, "gender": words(q.Genders), "reading": {string(q.Reading)}}
	if len(q.Roles) > 0 {
		values["role"] = words(q.Roles)
	}
	if !q.By.IsWhole() {
		values.Set("by", q.By.String())
	}
	if q.First {
		values.Set("first", "true")
	}
	if q.Means {
		values.Set("mean", "true")
	}
	return values
}

func words[T ~string](all []T) []string {
	return phrase.Each(all, func(one T) string { return string(one) })
}

// ranking asks for titles in the order of a share.
type ranking struct {
	Role      rolecall.Role `json:"role,omitempty" default:"director" doc:"The role."`
	Unit      rolecall.Unit `json:"unit,omitempty" default:"people" doc:"What is counted."`
	MinPeople int           `json:"min_people,omitempty" minimum:"0" maximum:"10000" doc:"Only titles with at least so many people in the role."`
	Genders
	Read
	Paging
}

var rankTool = tool[ranking, contract.Ranking]{
	name: "rank", title: "Titles by share",
	about:  "Seasons and films in the order of the share of women (or of others) in a role, all-women slates first: the greatest certain share leads, so that nothing leads which is not known.",
	fields: population.Params(), costly: true,
	answer: rank,
}

// rank puts the titles of a population in order.
func rank(ctx context.Context, q question[ranking]) (f found[contract.Ranking], err error) {
	p, err := q.population(population.Population{}, population.Params())
	if err != nil {
		return f, err
	}
	contest := measure.Contest{Population: p, Role: cmp.Or(q.in.Role, rolecall.Director), Unit: cmp.Or(q.in.Unit, rolecall.People), Reading: q.in.reading(),
		Genders: q.in.genders(), MinPeople: q.in.MinPeople, Most: q.in.Skip + q.in.limit() + 1}
	if err := contest.Validate(); err != nil {
		return f, &argumentError{where: "rank", words: err.Error()}
	}
	order, err := measure.RankingOf(ctx, q.Catalog, contest)
	if err != nil {
		return f, err
	}
	d := render.Ranking{Ranking: order, Catalog: q.Info()}
	query := url.Values{"role": {string(contest.Role)}, "unit": {string(contest.Unit)}, "gender": words(contest.Genders), "reading": {string(contest.Reading)}, "min_people": {strconv.Itoa(contest.MinPeople)}}
	return found[contract.Ranking]{
		method: d.Method(), path: address{path: "/rank"}.among(p, query), paged: is[block.Table],
		part: func(w *window) (contract.Ranking, []block.Block) {
			a := d.Contract()
			a.Rows = page(w, "rows", a.Rows)
			w.of("rows", a.Ranked)
			return a, d.Blocks()
		},
	}, nil
}
