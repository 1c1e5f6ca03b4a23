package catalog

import (
	"context"
	"database/sql"
	"errors"

	"rolecall/identity"
	"rolecall/nameindex"
	"rolecall/source"
)

// AddListed implements source.Sink. What identifies the title is taken apart here; which
// one it is shows when all sources are read.
func (b *builder) AddListed(l source.Listed) error {
	b.listed++
	err := b.append("listed"+given, b.listed, l.List, l.File, int32(l.Line), l.Text, l.Name, int16(l.Year), string(l.Kind))
	for _, text := range l.IDs {
		i, is := identity.Parse(text)
		if is && (i.IsPerson || i.Season != nameindex.NoSeason) {
			continue // a page about somebody, or about a part of a series only
		}
		err = errors.Join(err, b.append("listed_identifier"+given, b.listed, text, string(i.Scheme), i.Value, string(i.Kind)))
	}
	return err
}

// settleLists finds the titles of lists and reports the rows that are none, or may be
// several.
func settleLists(ctx context.Context, conn *sql.Conn, report *source.Report) error {
	var given bool
	row := conn.QueryRowContext(ctx, `SELECT EXISTS (FROM listed_as_given)`)
	if err := row.Scan(&given); err != nil || !given {
		return err
	}
	if _, err := conn.ExecContext(ctx, query("list")); err != nil {
		return err
	}
	if report == nil {
		return nil
	}
	rows, err := conn.QueryContext(ctx, query("unlisted"))
	if err != nil {
		return err
	}
	defer rows.Close()
	for rows.Next() {
		var file, text, meant string
		var line, titles int
		if err := rows.Scan(&file, &line, &text, &titles, &meant); err != nil {
			return err
		}
		if titles == 0 {
			report.Doubt(file, line, "%s is no title of this catalog: correct its name and year, or give its identifier", text)
		} else {
			report.Doubt(file, line, "%s may be %d titles, give the identifier: %s", text, titles, meant)
		}
	}
	return rows.Err()
}

// List is a list of titles that somebody keeps.
type List struct {
	Name string
	// Titles is how many of them the catalog holds.
	Titles int
}

// Lists are the lists held, by name.
func (c *Catalog) Lists(ctx context.Context) ([]List, error) {
	return collect(ctx, c, `SELECT list, count(*) FROM listed GROUP BY list ORDER BY list`, nil,
		func(scan func(...any) error) (l List, err error) { return l, scan(&l.Name, &l.Titles) })
}

// Listed are the identifiers of the titles on a list, in their order. The error is a
// *NotFoundError where no list is so named.
func (c *Catalog) Listed(ctx context.Context, name string) ([]string, error) {
	if err := CheckText(name); err != nil {
		return nil, err
	}
	ids, err := collect(ctx, c, `SELECT t.id FROM listed JOIN title t ON t.number = listed.title WHERE list = ? ORDER BY t.number`, []any{name},
		func(scan func(...any) error) (id string, err error) { return id, scan(&id) })
	if err == nil && len(ids) == 0 {
		return nil, &NotFoundError{What: "list", Name: name}
	}
	return ids, err
}
