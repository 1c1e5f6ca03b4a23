package catalog

import (
	"context"

	"rolecall"
	"rolecall/nameindex"
)

// EachName takes every name by which a series, a film or a person is looked up, until take
// returns false.
func (c *Catalog) EachName(ctx context.Context, take func(name string, isPerson bool) bool) error {
	whole := kindSet([]rolecall.Kind{rolecall.Series, rolecall.Film})
	return eachName(ctx, c.db, func(e nameindex.Entry) bool {
		isPerson := e.Kind == personKind
		if !isPerson && whole&nameindex.KindsOf(e.Kind) == 0 {
			return true
		}
		return take(e.Name, isPerson)
	})
}
