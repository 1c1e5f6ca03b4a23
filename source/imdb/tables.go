package imdb

import (
	"context"
	"fmt"
	"slices"

	"github.com/duckdb/duckdb-go/v2"

	"rolecall"
)

// The rows of the catalog's tables, in the order of their numbers.

// catalogTitle is a row of the table title.
type catalogTitle struct {
	titleRow
	kind                                         kind
	number, series, seasonTitle, season, episode int32
	year                                         int16
	whole                                        bool
}

func titleTable(t *titles) writable {
	return table[catalogTitle]{
		name: "title",
		columns: []column{
			{"number", duckdb.TYPE_INTEGER, nil}, {"id", duckdb.TYPE_VARCHAR, nil}, {"kind", duckdb.TYPE_VARCHAR, nil},
			{"name", duckdb.TYPE_VARCHAR, nil}, {"original_name", duckdb.TYPE_VARCHAR, nil},
			{"series", duckdb.TYPE_INTEGER, nil}, {"season_title", duckdb.TYPE_INTEGER, nil},
			{"season", duckdb.TYPE_INTEGER, nil}, {"episode", duckdb.TYPE_INTEGER, nil}, {"year", duckdb.TYPE_SMALLINT, nil},
			{"genres", duckdb.TYPE_VARCHAR, nil}, {"form", duckdb.TYPE_VARCHAR, nil}, {"votes", duckdb.TYPE_INTEGER, nil}, {"whole", duckdb.TYPE_BOOLEAN, nil},
		},
		insert: `INSERT INTO title SELECT number, id, kind, name, original_name, series, season_title, season, episode, year, '', '', '',
			genres, form, votes, whole, '' FROM {rows}`,
		make: func(_ context.Context, write func([]catalogTitle) error) error { return t.each(write) },
		set: func(i int, r catalogTitle, c cells) {
			id, original, genres := titleID(r.imdb), "", ""
			if r.kind == seasonKind {
				id += fmt.Sprint("/", r.season)
			}
			if r.originalName.length > 0 {
				original = t.names.get(r.originalName)
			}
			if r.genres > 0 {
				genres = t.genres.all[r.genres-1]
			}
			put(c, 0, i, r.number)
			put(c, 1, i, id)
			put(c, 2, i, string(kinds[r.kind]))
			put(c, 3, i, t.names.get(r.name))
			put(c, 4, i, original)
			put(c, 5, i, r.series)
			put(c, 6, i, r.seasonTitle)
			put(c, 7, i, r.season)
			put(c, 8, i, r.episode)
			put(c, 9, i, r.year)
			put(c, 10, i, genres)
			put(c, 11, i, t.formOf(r))
			put(c, 12, i, r.votes)
			put(c, 13, i, r.whole)
		},
	}
}

// each hands on all titles, the seasons of a series after it.
func (t *titles) each(write func([]catalogTitle) error) error {
	b := batches[catalogTitle]{write: write}
	for _, r := range t.rows {
		row := catalogTitle{titleRow: r, kind: t.kinds.get(r.imdb), number: t.numbers.get(r.imdb), year: t.years.get(r.imdb)}
		if row.kind == episodeKind {
			e := t.episodes[t.episodeAt.get(r.imdb)-1]
			row.series, row.seasonTitle, row.season, row.episode = t.numbers.get(e.series), e.seasonNumber, e.season, e.number
		}
		if err := b.add(row); err != nil {
			return err
		}
		if row.kind != series {
			continue
		}
		for _, s := range t.seasonsOf(r.imdb) {
			of := catalogTitle{
				titleRow: titleRow{imdb: r.imdb, name: r.name}, kind: seasonKind, number: s.number, series: row.number, seasonTitle: s.number,
				season: s.season, year: s.year, whole: s.whole,
			}
			if err := b.add(of); err != nil {
				return err
			}
		}
	}
	return b.flush()
}

// formOf is IMDb's type of a title; a season has none.
func (t *titles) formOf(r catalogTitle) string {
	if r.kind == seasonKind {
		return ""
	}
	return t.forms.all[r.form]
}

// personTable is some of the people, of whom so many come before.
func personTable(p *people, rows []personRow, before int) writable {
	type person struct {
		personRow
		number int32
	}
	return table[person]{
		name:    fmt.Sprint("person_", before),
		columns: []column{{"number", duckdb.TYPE_INTEGER, nil}, {"id", duckdb.TYPE_VARCHAR, nil}, {"name", duckdb.TYPE_VARCHAR, nil}},
		insert:  `INSERT INTO person SELECT number, id, name, '' FROM {rows}`,
		make: func(_ context.Context, write func([]person) error) error {
			b := batches[person]{write: write}
			for i, r := range rows {
				if err := b.add(person{r, int32(before + i + 1)}); err != nil {
					return err
				}
			}
			return b.flush()
		},
		set: func(i int, r person, c cells) {
			put(c, 0, i, r.number)
			put(c, 1, i, personID(r.imdb))
			put(c, 2, i, p.nameOf(r.personRow))
		},
	}
}

func creditTable(l *loader, credits *creditReader) writable {
	var words []string // those of the type tallied_role, so that nothing needs a cast
	for _, role := range append(rolecall.Roles(), rolecall.Lead) {
		words = append(words, string(role))
	}
	return table[creditRow]{
		name: "credit",
		columns: []column{
			{"title", duckdb.TYPE_INTEGER, nil}, {"work", duckdb.TYPE_INTEGER, nil}, {"person", duckdb.TYPE_INTEGER, nil}, {"role", duckdb.TYPE_ENUM, words},
			{"job", duckdb.TYPE_VARCHAR, nil}, {"characters", duckdb.TYPE_VARCHAR, nil}, {"billing", duckdb.TYPE_INTEGER, nil},
		},
		insert: `INSERT INTO credit SELECT title, work, person, role, job, characters, billing, 'title', '' FROM {rows}`,
		make: func(ctx context.Context, write func([]creditRow) error) error {
			credits.out.write = write
			if err := l.each(ctx, principals, credits.take); err != nil {
				return err
			}
			return credits.finish()
		},
		set: func(i int, r creditRow, c cells) {
			put(c, 0, i, r.title)
			put(c, 1, i, r.work)
			put(c, 2, i, r.person)
			put(c, 3, i, string(r.role))
			put(c, 4, i, r.job)
			put(c, 5, i, r.characters)
			put(c, 6, i, r.billing)
		},
	}
}

// statementTable is what the forms of credits say of people: nothing beyond the
// word, in the lowest rank.
func statementTable(p *people, forms byNumber[form]) writable {
	type statement struct {
		person int32
		form   form
	}
	return table[statement]{
		name:    "statement",
		columns: []column{{"person", duckdb.TYPE_INTEGER, nil}, {"actress", duckdb.TYPE_BOOLEAN, nil}},
		insert: `INSERT INTO statement SELECT person, (CASE WHEN actress THEN 'woman' ELSE 'man' END)::gender,
			CASE WHEN actress THEN 'actress' ELSE 'actor' END, 'credit_form', '` + SourceID + `', '', '' FROM {rows}`,
		make: func(_ context.Context, write func([]statement) error) error {
			b := batches[statement]{write: write}
			for i, r := range p.rows {
				for _, as := range []form{asActress, asActor} {
					if forms.get(r.imdb)&as == 0 {
						continue
					}
					if err := b.add(statement{int32(i + 1), as}); err != nil {
						return err
					}
				}
			}
			return b.flush()
		},
		set: func(i int, s statement, c cells) {
			put(c, 0, i, s.person)
			put(c, 1, i, s.form == asActress)
		},
	}
}

// nameRow is what a title is called elsewhere.
type nameRow struct {
	title int32
	name  string
}

func nameTable(l *loader, t *titles) writable {
	return table[nameRow]{
		name:    "alternative_name",
		columns: []column{{"title", duckdb.TYPE_INTEGER, nil}, {"name", duckdb.TYPE_VARCHAR, nil}},
		insert:  `INSERT INTO alternative_name SELECT DISTINCT title, name FROM {rows} ORDER BY title, name`,
		make: func(ctx context.Context, write func([]nameRow) error) error {
			names := nameReader{titles: t, out: batches[nameRow]{write: write}}
			if err := l.each(ctx, akas, names.take); err != nil {
				return err
			}
			if names.fault != nil {
				return names.fault
			}
			return names.out.flush()
		},
		set: func(i int, n nameRow, c cells) {
			put(c, 0, i, n.title)
			put(c, 1, i, n.name)
		},
	}
}

// nameReader takes the other names of films and series; those of episodes are
// not looked up.
type nameReader struct {
	titles *titles
	out    batches[nameRow]
	title  titleRow
	fault  error
}

// take takes a line of title.akas: titleId, ordering, title and what is not
// needed.
func (n *nameReader) take(f [][]byte) (fault string) {
	imdb, ok := number(f[0], titlePrefix)
	if !ok {
		return notATitle(f[0])
	}
	if what := n.titles.kinds.get(imdb); missing(f[2]) || what != film && what != series {
		return ""
	}
	if n.title.imdb != imdb {
		at, _ := slices.BinarySearchFunc(n.titles.rows, imdb, func(r titleRow, imdb uint32) int {
			return int(int64(place(r.imdb)) - int64(place(imdb)))
		})
		n.title = n.titles.rows[at]
	}
	name := string(f[2])
	if name != n.titles.names.get(n.title.name) && (n.title.originalName.length == 0 || name != n.titles.names.get(n.title.originalName)) && n.fault == nil {
		n.fault = n.out.add(nameRow{n.titles.numbers.get(imdb), name})
	}
	return ""
}
