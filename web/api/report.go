package api

import (
	"context"
	"net/http"

	"github.com/danielgtaylor/huma/v2"

	"rolecall"
	"rolecall/catalog"
	"rolecall/contract"
	"rolecall/measure"
	"rolecall/phrase"
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
	By   string   `query:"by" doc:"What the titles are broken down by: year, network, genre, series, country, language, company, season, budget, revenue, length, age or kind, or two of them, as in year,genre. Where year, age, length, budget and revenue are parted can be said, as in age=30,40,50 or budget=15M,100M."`
	Unit string   `query:"unit" enum:"credits,people,titles-any,titles-all" default:"credits" doc:"What is counted."`
	// First is of the one role asked for.
	Billed string `query:"billed" doc:"Of the cast, those billed so high: 1..3 are the first three, 2.. all but the first. The role is cast then."`
	Makers string `query:"makers" enum:"sole,team" doc:"Only films and episodes on which one person holds the role, or several."`
	Mean   bool   `query:"mean" doc:"Add the mean of the shares on each film or episode."`
	First  bool   `query:"first" doc:"Count the people whose first credit in the role it is; name one role."`
}

// ranked asks for a ranking.
type ranked struct {
	Titles
	Role      string `query:"role" default:"director" doc:"The role."`
	Unit      string `query:"unit" enum:"credits,people,titles-any,titles-all" default:"people" doc:"What is counted."`
	MinPeople int    `query:"min_people" minimum:"0" doc:"Only titles with at least so many people in the role."`
	Limit     int    `query:"limit" minimum:"1" maximum:"1000" default:"50" doc:"The most titles listed."`
}

// gapped asks on whom what is not known depends most.
type gapped struct {
	Common
	Role  []string `query:"role" default:"director" doc:"The roles."`
	Limit int      `query:"limit" minimum:"1" maximum:"1000" default:"50" doc:"The most people listed."`
}

// pursued asks for the careers of people in a role.
type pursued struct {
	Common
	Role string `query:"role" default:"director" doc:"The role."`
}

// browsed asks for titles.
type browsed struct {
	Common
	Role  []string `query:"role" doc:"Only titles on which somebody is credited in each of these roles."`
	Sort  string   `query:"sort" enum:"votes,newest,oldest,name" doc:"What they are listed by; else by votes, or the newest first where no title has votes."`
	After int      `query:"after" minimum:"0" doc:"How many titles are passed over."`
	Limit int      `query:"limit" minimum:"1" maximum:"1000" default:"50" doc:"The most titles listed."`
}

func (b *browsed) fields() []population.Field { return population.Params() }

func (g *gapped) fields() []population.Field { return population.Params() }

func (p *pursued) fields() []population.Field { return population.Params() }

func (s *Service) registerReports(costly func(http.Handler) http.Handler) {
	register[contract.Report](s, "/report", "report", "Shares by role and part", "Whose share of which roles it is among the titles of a population, with what is not known as bounds.", report, limited(costly))
	register[contract.Ranking](s, "/rank", "rank", "Titles by share", "Seasons and films in the order of a share, all-women slates first.", rank, limited(costly))
	register[contract.Browsed](s, "/browse", "browse", "What is in the catalog", "The titles of a population, with who made them, and how many there are by what they can be narrowed to. Films and seasons, unless another kind is asked for.", browse, limited(costly))
	register[contract.Gaps](s, "/gaps", "gaps", "What to find out next", "The people whose gender no source states and on whom the shares of a population depend most.", gaps, limited(costly))
	register[contract.Careers](s, "/careers", "careers", "First times and careers", "The people in a role by gender: on how many titles each is credited, for whom it is the first time on record, and who had been on the same series before.", careers, limited(costly))
}

func browse(ctx context.Context, held *snapshot.Snapshot, in *browsed) (found, error) {
	p, roles, err := countedIn(in, in.Role)
	if err != nil {
		return found{}, err
	}
	asked := catalog.Browsing{Population: p, Roles: roles, Order: catalog.Order(in.Sort), From: in.After, Most: in.Limit}
	if err := measure.ValidateBrowsing(asked); err != nil {
		return found{}, huma.Error422UnprocessableEntity(err.Error())
	}
	listed, err := measure.Browse(ctx, held.Catalog, asked)
	return found{document: render.Browse{Browsed: listed, Catalog: held.Info()}}, err
}

func (t *Titles) fields() []population.Field { return population.Params() }

func (t Titles) genders() []rolecall.Gender {
	return measure.OrWomen(phrase.Each(t.Gender, func(word string) rolecall.Gender { return rolecall.Gender(word) }))
}

func report(ctx context.Context, held *snapshot.Snapshot, in *reported) (found, error) {
	p, roles, err := countedIn(in, in.Role)
	if err != nil {
		return found{}, err
	}
	q := measure.Question{Population: p, Roles: roles, Unit: rolecall.Unit(in.Unit), Reading: rolecall.Reading(in.Reading), Genders: in.genders(), First: in.First, Means: in.Mean}
	if q.By, err = catalog.ParseBreakdown(in.By); err != nil {
		return found{}, huma.Error422UnprocessableEntity("by: " + err.Error())
	}
	q.Makers = catalog.Makers(in.Makers)
	if in.Billed != "" {
		if q.Billed, err = rolecall.ParseBilled(in.Billed); err != nil {
			return found{}, huma.Error422UnprocessableEntity("billed: " + err.Error())
		}
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

func careers(ctx context.Context, held *snapshot.Snapshot, in *pursued) (found, error) {
	p, roles, err := countedIn(in, []string{in.Role})
	if err == nil {
		err = measure.ValidateCareers(p, roles[0])
	}
	if err != nil {
		return found{}, huma.Error422UnprocessableEntity(err.Error())
	}
	counted, err := measure.CareersIn(ctx, held.Catalog, p, roles[0])
	return found{document: render.Careers{Careers: counted, Catalog: held.Info()}}, err
}

func gaps(ctx context.Context, held *snapshot.Snapshot, in *gapped) (found, error) {
	p, roles, err := countedIn(in, in.Role)
	if err != nil {
		return found{}, err
	}
	if err := p.Validate(); err != nil {
		return found{}, huma.Error422UnprocessableEntity(err.Error())
	}
	counted, err := measure.GapsIn(ctx, held.Catalog, p, roles, in.Limit)
	return found{document: render.Gaps{Gaps: counted, Catalog: held.Info()}}, err
}

// countedIn is the population that is asked for, and the roles by their words. The error
// is the reader's fault.
func countedIn(in narrowing, words []string) (p population.Population, roles []rolecall.Role, err error) {
	if p, err = populationOf(in); err != nil {
		return p, nil, huma.Error422UnprocessableEntity(err.Error())
	}
	for _, word := range words {
		role, err := measure.ParseRole(word)
		if err != nil {
			return p, nil, huma.Error422UnprocessableEntity("role: " + err.Error())
		}
		roles = append(roles, role)
	}
	return p, roles, nil
}
