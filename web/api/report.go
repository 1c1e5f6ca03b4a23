package api

import (
	"context"
	"net/http"

	"github.com/danielgtaylor/huma/v2"

	"rolecall"
	"rolecall/catalog"
	"rolecall/contract"
	"rolecall/measure"
	"rolecall/population"
	"rolecall/render"
	"rolecall/web/snapshot"
)

// Titles says whose share is counted; which titles, the fields of a population say.
type Titles struct {
	Common
	Reading string   `query:"reading" enum:"bounds,credited,known" default:"bounds" doc:"What becomes of what is not known: it counts both ways; titles without a credit are left out; or people whose gender is not stated are left out too."`
	Gender  []string `query:"gender" enum:"woman,man,nonbinary" doc:"Whose share it is; else women's."`
}

// reported asks for a report.
type reported struct {
	Titles
	Role []string `query:"role" doc:"The roles; else all that somebody holds."`
	By   string   `query:"by" enum:"year,network,genre,series,country,kind" doc:"What the titles are divided by."`
	Unit string   `query:"unit" enum:"credits,people,titles-any,titles-all" default:"credits" doc:"What is counted."`
}

// ranked asks for a ranking.
type ranked struct {
	Titles
	Role      string `query:"role" default:"director" doc:"The role."`
	Unit      string `query:"unit" enum:"credits,people,titles-any,titles-all" default:"people" doc:"What is counted."`
	MinPeople int    `query:"min_people" minimum:"0" doc:"Only titles with at least so many people in the role."`
	Limit     int    `query:"limit" minimum:"1" maximum:"1000" default:"50" doc:"The most titles listed."`
}

func (s *Service) registerReports(costly func(http.Handler) http.Handler) {
	register[contract.Report](s, "/report", "report", "Shares by role and part", "Whose share of which roles it is among the titles of a population, with what is not known as bounds.", report, limited(costly))
	register[contract.Ranking](s, "/rank", "rank", "Titles by share", "Seasons and films in the order of a share, all-women slates first.", rank, limited(costly))
}

func (t *Titles) fields() []population.Field { return population.Params() }

func (t Titles) genders() []rolecall.Gender {
	if len(t.Gender) == 0 {
		return []rolecall.Gender{rolecall.Woman}
	}
	genders := make([]rolecall.Gender, len(t.Gender))
	for i, word := range t.Gender {
		genders[i] = rolecall.Gender(word)
	}
	return genders
}

func report(ctx context.Context, held *snapshot.Snapshot, in *reported) (found, error) {
	p, err := populationOf(in)
	if err != nil {
		return found{}, huma.Error422UnprocessableEntity(err.Error())
	}
	q := measure.Question{Population: p, By: catalog.By(in.By), Unit: rolecall.Unit(in.Unit), Reading: rolecall.Reading(in.Reading), Genders: in.genders()}
	for _, word := range in.Role {
		role, err := measure.ParseRole(word)
		if err != nil {
			return found{}, huma.Error422UnprocessableEntity("role: " + err.Error())
		}
		q.Roles = append(q.Roles, role)
	}
	if err := q.Validate(); err != nil {
		return found{}, huma.Error422UnprocessableEntity(err.Error())
	}
	counted, err := measure.ReportOn(ctx, held.Catalog, q)
	return found{document: render.Report{Report: counted, Catalog: held.Info()}}, err
}

func rank(ctx context.Context, held *snapshot.Snapshot, in *ranked) (found, error) {
	p, err := populationOf(in)
	if err != nil {
		return found{}, huma.Error422UnprocessableEntity(err.Error())
	}
	role, err := measure.ParseRole(in.Role)
	if err != nil {
		return found{}, huma.Error422UnprocessableEntity("role: " + err.Error())
	}
	contest := measure.Contest{Population: p, Role: role, Unit: rolecall.Unit(in.Unit), Reading: rolecall.Reading(in.Reading), Genders: in.genders(), MinPeople: in.MinPeople, Most: in.Limit}
	if err := contest.Validate(); err != nil {
		return found{}, huma.Error422UnprocessableEntity(err.Error())
	}
	ranking, err := measure.RankingOf(ctx, held.Catalog, contest)
	return found{document: render.Ranking{Ranking: ranking, Catalog: held.Info()}}, err
}
