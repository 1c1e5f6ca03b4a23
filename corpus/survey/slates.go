package survey

import (
	"context"
	"database/sql/driver"
	"fmt"
	"slices"
	"strings"
	"time"

	"rolecall/catalog"
)

// Slate is what is known of a title's directors.
type Slate string

// The slates. A series is of all women if each of its seasons is.
const (
	AllWomen    Slate = "all women"
	NotAllWomen Slate = "not all women"
	Unsettled   Slate = "not known"
)

// Slates is the coverage of titles by their directors.
type Slates struct {
	Rows []SlateRow
}

// SlateRow is the titles of one slate. Mentions counts an article once for each title.
type SlateRow struct {
	Slate                   Slate
	Titles, Mentions, Times int
}

// SlatesOf tells the slates of titles.
type SlatesOf func(ctx context.Context, titles []string) (map[string]Slate, error)

// readSlates makes a table of the slates of all titles that are named.
func (q questions) readSlates(of SlatesOf) error {
	titles, err := q.words(`SELECT DISTINCT id FROM mentions WHERE kind = 'title'`)
	if err != nil {
		return err
	}
	known, err := of(q.ctx, titles)
	if err != nil {
		return err
	}
	return q.fill("slate", func(add func(...driver.Value) error) error {
		for title, slate := range known {
			if err := add(title, string(slate)); err != nil {
				return err
			}
		}
		return nil
	})
}

// slates is the coverage of all titles by their slates.
func (q questions) slates(s *Survey) error {
	s.Slates = &Slates{[]SlateRow{{Slate: AllWomen}, {Slate: NotAllWomen}, {Slate: Unsettled}}}
	return each(q, query("covered_slates"), nil, func(scan func(...any) error) error {
		var row SlateRow
		err := scan(&row.Slate, &row.Titles, &row.Mentions, &row.Times)
		for i := range s.Slates.Rows {
			if s.Slates.Rows[i].Slate == row.Slate {
				s.Slates.Rows[i] = row
			}
		}
		return err
	})
}

// askedAtOnce is how many titles are asked for in one statement.
const askedAtOnce = 1000

// SlatesIn tells slates by a catalog.
func SlatesIn(c *catalog.Catalog) SlatesOf {
	return func(ctx context.Context, titles []string) (map[string]Slate, error) {
		all := make(map[string]Slate, len(titles))
		for some := range slices.Chunk(titles, askedAtOnce) {
			words := make([]string, len(some))
			for i, id := range some {
				words[i] = literal(id)
			}
			text := query("slates", "{titles}", strings.Join(words, ", "))
			answer, err := c.Ask(ctx, catalog.Statement{Text: text, Rows: askedAtOnce, Time: time.Hour})
			if err != nil {
				return nil, fmt.Errorf("ask who directed the titles: %w", err)
			}
			for _, row := range answer.Rows.Values {
				all[row[0].(string)] = slateBy(row[1].(int), row[2].(int), row[3].(int))
			}
		}
		return all, nil
	}
}

// slateBy is the slate of a title with so many films or seasons, of which so many are of women
// alone for certain and so many have somebody else.
func slateBy(parts, women, others int) Slate {
	switch {
	case others > 0:
		return NotAllWomen
	case parts > 0 && women == parts:
		return AllWomen
	}
	return Unsettled
}
