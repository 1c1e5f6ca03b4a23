package api

import (
	"context"
	"net/http"

	"github.com/danielgtaylor/huma/v2"

	"rolecall"
	"rolecall/contract"
	"rolecall/measure"
	"rolecall/population"
	"rolecall/render"
	"rolecall/standard"
	"rolecall/web/snapshot"
)

// assessed asks what standards say of a title.
type assessed struct {
	One
	Reading  string   `query:"reading" enum:"bounds,credited,known" default:"bounds" doc:"What becomes of what is not known: it may be either; those credited are taken for all there are; or those whose gender is stated are."`
	Standard []string `query:"standard" doc:"Only these standards, by identifier; else all that speak of the kind of title."`
}

// rated asks how many titles of a population meet a standard.
type rated struct {
	Common
	ID      string `path:"id" doc:"The identifier of the standard." example:"f-rating"`
	Reading string `query:"reading" enum:"bounds,credited,known" default:"bounds" doc:"What becomes of what is not known: all titles are compared; only those credited throughout; or only those known throughout."`
}

func (r *rated) fields() []population.Field { return population.Params() }

func (s *Service) registerStandards(costly func(http.Handler) http.Handler) {
	register[contract.Standards](s, "/standards", "list-standards", "Published standards", "The standards that titles are assessed by, how they are read, and where they can be checked.",
		func(context.Context, *snapshot.Snapshot, *plain) (found, error) {
			return found{document: render.Standards{Set: standard.Shipped()}}, nil
		})
	register[contract.Assess](s, "/assess/{id}", "assess", "What standards say of a title", "Criterion by criterion: met, not met, unknown with what is missing, needing a judgement, or counted.", assess)
	register[contract.PassRates](s, "/standards/{id}", "standard", "How many titles meet a standard", "How many films or seasons of a population meet a standard and each of its criteria for certain, how many do not, and of how many it cannot be told; the sums of what it only counts.", rate, limited(costly))
}

func rate(ctx context.Context, held *snapshot.Snapshot, in *rated) (found, error) {
	one, err := standard.Shipped().Find(in.ID)
	if err != nil {
		return found{}, huma.Error404NotFound(err.Error())
	}
	p, err := populationOf(in)
	if err == nil {
		err = p.Validate()
	}
	if err == nil {
		p, err = one.Among(p)
	}
	if err != nil {
		return found{}, huma.Error422UnprocessableEntity(err.Error())
	}
	rates, err := one.PassRate(ctx, held.Catalog, p, rolecall.Reading(in.Reading))
	return found{document: render.PassRates{Rates: []standard.Rates{rates}, Reading: rolecall.Reading(in.Reading), Catalog: held.Info()}}, err
}

func assess(ctx context.Context, held *snapshot.Snapshot, in *assessed) (found, error) {
	t, err := titleOf(ctx, held, in.ID, "")
	if err != nil {
		return found{}, err
	}
	lineup, err := measure.LineupOf(ctx, held.Catalog, t, false)
	if err != nil {
		return found{}, err
	}
	asked := standard.Shipped().For(t.Kind)
	if len(in.Standard) > 0 {
		asked = nil
	}
	for _, id := range in.Standard {
		one, err := standard.Shipped().Find(id)
		if err != nil {
			return found{}, huma.Error422UnprocessableEntity("standard: " + err.Error())
		}
		if !one.AppliesTo(t.Kind) {
			return found{}, huma.Error422UnprocessableEntity("standard: " + id + " does not speak of a " + string(t.Kind))
		}
		asked = append(asked, one)
	}
	answer := render.Assess{Title: t, Reading: rolecall.Reading(in.Reading), Catalog: held.Info()}
	subject := standard.SubjectOf(lineup, standard.PartialRoles(held.Info().Sources)...)
	for _, one := range asked {
		a, err := one.Assess(subject, answer.Reading)
		if err != nil {
			return found{}, err
		}
		answer.Assessments = append(answer.Assessments, a)
	}
	return found{document: answer}, nil
}
