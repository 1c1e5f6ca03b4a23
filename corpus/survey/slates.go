package survey

import (
	"context"
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
	Open        Slate = "not known"
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

func (q *questions) slates(s *Survey, of SlatesOf) (*Slates, error) {
	all, err := q.covered("title", "")
	if err != nil {
		return nil, err
	}
	ids := make([]string, len(all))
	for i, c := range all {
		ids[i] = c.ID
	}
	known, err := of(q.ctx, ids)
	if err != nil {
		return nil, err
	}
	rows := map[Slate]*SlateRow{}
	for _, slate := range []Slate{AllWomen, NotAllWomen, Open} {
		rows[slate] = &SlateRow{Slate: slate}
	}
	slateOf := func(id string) Slate {
		if slate, is := known[id]; is {
			return slate
		}
		return Open
	}
	for _, c := range all {
		row := rows[slateOf(c.ID)]
		row.Titles++
		row.Mentions += c.Articles
		row.Times += c.Times
	}
	for i := range s.Titles {
		s.Titles[i].Slate = slateOf(s.Titles[i].ID)
	}
	return &Slates{[]SlateRow{*rows[AllWomen], *rows[NotAllWomen], *rows[Open]}}, nil
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
	return Open
}
