package measure

import (
	"context"
	"errors"

	"rolecall/catalog"
)

// Browsed is a page of the titles that a catalog holds of a population, how many there are
// by what can narrow them, and what is said of each listed.
type Browsed struct {
	catalog.Browsing
	catalog.Browsed
	// Glances are by identifier of the title.
	Glances map[string]catalog.Glance
}

// MostBrowsed is how many titles can be gone through page by page: to go on from there
// would take a database ever longer, and nobody reads so far without narrowing.
const MostBrowsed = 10_000

// ValidateBrowsing refuses a page that there is not.
func ValidateBrowsing(b catalog.Browsing) error {
	if b.From < 0 || b.Most < 1 || b.From+b.Most > MostBrowsed {
		return errors.New("a list has at least 1 title and goes as far as the 10,000th: narrow the titles to see others")
	}
	return b.Population.Validate()
}

// Browse lists titles. The errors are those of catalog.Browse.
func Browse(ctx context.Context, c *catalog.Catalog, b catalog.Browsing) (Browsed, error) {
	if err := ValidateBrowsing(b); err != nil {
		return Browsed{}, err
	}
	var err error
	if b.Population, err = c.Resolved(ctx, b.Population); err != nil {
		return Browsed{}, err
	}
	found, err := c.Browse(ctx, b)
	if err != nil {
		return Browsed{}, err
	}
	b.Order = found.Order
	glances, err := c.Glances(ctx, found.Rows)
	return Browsed{b, found, glances}, err
}
