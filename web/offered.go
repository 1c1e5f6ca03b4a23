package web

import (
	"context"

	"rolecall/catalog"
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
