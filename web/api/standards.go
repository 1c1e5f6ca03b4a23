package api

import (
	"context"

	"github.com/danielgtaylor/huma/v2"

	"rolecall"
	"rolecall/contract"
	"rolecall/measure"
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

func (s *Service) registerStandards() {
	register[contract.Standards](s, "/standards", "list-standards", "Published standards", "The standards that titles are assessed by, how they are read, and where they can be checked.",
		func(context.Context, *snapshot.Snapshot, *plain) (found, error) {
			return found{document: render.Standards{Set: standard.Shipped()}}, nil
		})
	register[contract.Assess](s, "/assess/{id}", "assess", "What standards say of a title", "Criterion by criterion: met, not met, unknown with what is missing, needing a judgement, or counted.", assess)
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
