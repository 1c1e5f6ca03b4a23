package measure

import (
	"context"
	"slices"

	"rolecall"
	"rolecall/catalog"
)

// Stated is what sources state of the gender of some people.
type Stated struct {
	// Deciding are the statements that decide, by the identifier of the person; nobody
	// is in it of whom nothing is stated.
	Deciding map[string][]rolecall.Statement
	// Pages are the pages that they cite, by key.
	Pages map[string]rolecall.Page
}

// StatedOf reads what decides the gender of people.
func StatedOf(ctx context.Context, c *catalog.Catalog, people []string) (Stated, error) {
	stated := Stated{Deciding: make(map[string][]rolecall.Statement)}
	var cited []string
	for _, id := range slices.Compact(slices.Sorted(slices.Values(people))) {
		statements, err := c.Statements(ctx, id)
		if err != nil {
			return Stated{}, err
		}
		if len(statements) == 0 {
			continue
		}
		stated.Deciding[id] = rolecall.Resolve(statements).Deciding
		for _, s := range stated.Deciding[id] {
			cited = append(cited, s.Citation)
		}
	}
	var err error
	stated.Pages, err = c.Pages(ctx, cited)
	return stated, err
}
