package catalog

import (
	"context"
	"database/sql"
	"fmt"
	"slices"

	"rolecall"
)

// Pages are the pages of some citation keys, by key.
func (c *Catalog) Pages(ctx context.Context, keys []string) (map[string]rolecall.Page, error) {
	text := `SELECT key, source_id, address, publisher, title, retrieved, copy FROM page WHERE key IN (SELECT unnest(?::VARCHAR[]))`
	pages := make(map[string]rolecall.Page, len(keys))
	if len(keys) == 0 { // as where all is from IMDb and Wikidata
		return pages, nil
	}
	_, err := collect(ctx, c, text, []any{set(keys)}, func(scan func(...any) error) (p rolecall.Page, err error) {
		err = scan(&p.Key, &p.Source, &p.Address, &p.Publisher, &p.Title, &p.Retrieved, &p.Copy)
		pages[p.Key] = p
		return p, err
	})
	return pages, err
}

// Holdings is how much a catalog holds.
type Holdings struct {
	Films      int
	Series     int
	Seasons    int
	Episodes   int
	People     int
	Credits    int
	Statements int
	Citations  int
	Lists      int
}

// summarise writes down what a catalog that is being built holds and covers, which takes a
// walk through all of it.
func summarise(ctx context.Context, conn *sql.Conn) error {
	if _, err := conn.ExecContext(ctx, query("holdings")+query("coverage")); err != nil {
		return fmt.Errorf("count what is held: %w", err)
	}
	return nil
}

// Holdings is what the catalog holds.
func (c *Catalog) Holdings(ctx context.Context) (h Holdings, err error) {
	row := c.db.QueryRowContext(ctx, `SELECT films, series, seasons, episodes, people, credits, statements, citations, lists FROM holdings`)
	err = row.Scan(&h.Films, &h.Series, &h.Seasons, &h.Episodes, &h.People, &h.Credits, &h.Statements, &h.Citations, &h.Lists)
	return h, c.fault(err)
}

// Picked is how many films and seasons a hand-picked catalog holds; 0 of another.
func (c *Catalog) Picked(ctx context.Context) (int, error) {
	if !c.Info().HandPicked {
		return 0, nil
	}
	held, err := c.Holdings(ctx)
	return held.Films + held.Seasons, err
}

// Coverage is, for a role, how many of the people credited have a stated
// gender.
type Coverage struct {
	Role rolecall.Role
	// Source is the source that states it, or empty for all together, conflicts
	// left out.
	Source string
	People int
	Stated int
}

// Coverage is how many genders are stated by role and source, in the order of
// rolecall.Roles.
func (c *Catalog) Coverage(ctx context.Context) ([]Coverage, error) {
	rows, err := collect(ctx, c, `SELECT role::VARCHAR, source_id, people, stated FROM coverage ORDER BY source_id`, nil, func(scan func(...any) error) (v Coverage, err error) {
		var role string
		err = scan(&role, &v.Source, &v.People, &v.Stated)
		v.Role = rolecall.Role(role)
		return v, err
	})
	slices.SortStableFunc(rows, func(a, b Coverage) int { return a.Role.Compare(b.Role) })
	return rows, err
}
