package web

import (
	"context"
	"slices"

	"rolecall"
	"rolecall/catalog"
	"rolecall/measure"
	"rolecall/population"
	"rolecall/web/snapshot"
)

// offered are the fields of a form without those of which the catalog has nothing, unless
// they are asked for: what no title has is no choice.
func offered(ctx context.Context, held *snapshot.Snapshot, fields []population.Field, p population.Population) (all []population.Field, err error) {
	for _, field := range fields {
		lacks := false
		for _, detail := range field.Needs {
			there, err := held.Has(ctx, detail)
			if err != nil {
				return nil, err
			}
			lacks = lacks || !there
		}
		if !lacks || field.Asked(p) {
			all = append(all, field)
		}
	}
	return all, nil
}

// rolesOffered are the roles in which the catalog has somebody, with the lead before the
// cast, and those asked for.
func rolesOffered(ctx context.Context, held *snapshot.Snapshot, asked []rolecall.Role) ([]rolecall.Role, error) {
	coverage, err := held.Coverage(ctx)
	if err != nil {
		return nil, err
	}
	there := make(map[rolecall.Role]bool)
	for _, c := range coverage {
		there[c.Role] = true
	}
	there[rolecall.Lead] = there[rolecall.Cast]
	return slices.DeleteFunc(measure.TalliedRoles(), func(role rolecall.Role) bool {
		return !there[role] && !slices.Contains(asked, role)
	}), nil
}

// formOf is the form that says which titles are counted, and the roles there are to choose, with
// what is asked for in both.
func formOf(ctx context.Context, held *snapshot.Snapshot, fields []population.Field, p population.Population, share shareAsked, asked []rolecall.Role) (titles populationView, roles []choiceView, err error) {
	choices, err := offered(ctx, held, fields, p)
	if err != nil {
		return titles, nil, err
	}
	there, err := rolesOffered(ctx, held, asked)
	return populationFields(choices, p, share), choicesOf(there, asked), err
}

// partsOffered are what titles can be broken down by.
func partsOffered(ctx context.Context, held *snapshot.Snapshot) (all []catalog.By, err error) {
	for _, by := range catalog.Bys() {
		there := true
		if detail, is := by.Needs(); is {
			if there, err = held.Has(ctx, detail); err != nil {
				return nil, err
			}
		}
		if there {
			all = append(all, by)
		}
	}
	return all, nil
}
