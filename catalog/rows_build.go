package catalog

import (
	"context"
	"database/sql"
	"encoding/binary"
	"fmt"
	"runtime/debug"
	"strconv"

	"rolecall/rowfile"
)

// field writes a value so that it can be read back whatever is in it: its length, a colon,
// itself.
func field(value string) string {
	return fmt.Sprintf(`strlen((%s)::VARCHAR), ':', (%[1]s)::VARCHAR`, value)
}

// fields is a row of such values as one text.
func fields(values ...string) string {
	text := `concat(`
	for i, value := range values {
		if i > 0 {
			text += `, `
		}
		text += field(value)
	}
	return text + `)`
}

// buildRows writes the rows of a database to path. The roles are those of the catalog.
func buildRows(ctx context.Context, db *sql.DB, path, hash string, roles vocabulary) (err error) {
	defer debug.SetGCPercent(debug.SetGCPercent(memoryShare))
	w, err := rowfile.Create(path, rowsStamp(hash))
	if err != nil {
		return err
	}
	defer func() {
		if faulty := w.Close(); err == nil {
			err = faulty
		}
	}()
	b := rowsBuilder{db: db, to: w, roles: roles.sorted()}
	row := db.QueryRowContext(ctx, `SELECT coalesce((SELECT max(number) FROM title), 0), coalesce((SELECT max(number) FROM person), 0)`)
	if err := row.Scan(&b.titles, &b.people); err != nil {
		return err
	}
	b.gathered, b.fame = newCareers(b.people), newFame(b.titles)
	// In the order of the tables.
	for i, write := range []func(context.Context) error{b.addTitles, b.addPeople, b.addSeasons, b.addEpisodes, b.addCredits, b.addStatements, b.addCareers, b.addStandings, b.addComparables, b.addKnown} {
		if i > 0 {
			if err := w.NextTable(); err != nil {
				return err
			}
		}
		if err := write(ctx); err != nil {
			return err
		}
	}
	return nil
}

// rowsBuilder writes the tables of the file.
type rowsBuilder struct {
	db *sql.DB
	to *rowfile.Writer
	// roles are the words that roles are numbered by.
	roles []string
	// titles and people are the last numbers.
	titles, people int
	// gathered are the careers, as the credits pass by.
	gathered *careers
	// fame is how well known titles are, and what people are known for.
	fame *fame
}

func (b *rowsBuilder) addTitles(ctx context.Context) error {
	return b.inChunks(ctx, b.titles, `SELECT number, `+fields("id", "kind", "name", "original_name", "series", "season_title", "season", "episode", "year", "released",
		"networks", "countries", "genres", "form", "votes", "whole", "citations", "coalesce(episodes, 0)")+
		` FROM title LEFT JOIN (FROM title_size WHERE title BETWEEN $1 AND $2) ON title = number WHERE number BETWEEN $1 AND $2 ORDER BY number`,
		func(row []byte, title int, value []byte) ([]byte, error) {
			return append(row, value...), b.fame.addTitle(title, value)
		})
}

func (b *rowsBuilder) addPeople(ctx context.Context) error {
	return b.inChunks(ctx, b.people, `SELECT number, `+fields("id", "name", "native_name", "coalesce(gender, 'unknown')", "coalesce(conflict, false)")+
		` FROM person LEFT JOIN (FROM person_gender WHERE person BETWEEN $1 AND $2) ON person = number WHERE number BETWEEN $1 AND $2 ORDER BY number`, asItIs)
}

func (b *rowsBuilder) addSeasons(ctx context.Context) error {
	return b.parts(ctx, `SELECT series, number::VARCHAR FROM title WHERE kind = 'season' AND series > 0 ORDER BY series, season`)
}

func (b *rowsBuilder) addEpisodes(ctx context.Context) error {
	return b.parts(ctx, `SELECT whole, number::VARCHAR FROM (
		SELECT series AS whole, number, season, episode, id FROM title WHERE kind = 'episode' AND series > 0
		UNION ALL
		SELECT season_title, number, season, episode, id FROM title WHERE kind = 'episode' AND season_title > 0
	) ORDER BY whole, season, episode, id`)
}

func (b *rowsBuilder) addCredits(ctx context.Context) error {
	return b.inChunks(ctx, b.titles, `SELECT title, `+fields("person", "role", "job", "characters", "billing", "scope", "citations")+
		` FROM credit WHERE title BETWEEN $1 AND $2 ORDER BY title, role, billing = 0, billing, person`,
		func(row []byte, title int, value []byte) ([]byte, error) {
			return append(row, value...), b.gathered.add(title, value, b.roles)
		})
}

func (b *rowsBuilder) addStatements(ctx context.Context) error {
	return b.inChunks(ctx, b.people, `SELECT person, `+fields("gender", "wording", "precedence", "source_id", "citation", "date")+
		` FROM statement WHERE person BETWEEN $1 AND $2 ORDER BY person, `+statementOrder, asItIs)
}

func (b *rowsBuilder) addCareers(ctx context.Context) error {
	return b.gathered.each(func(row []byte) error {
		if err := ctx.Err(); err != nil {
			return err
		}
		b.fame.addCareer(row)
		return b.to.Add(row)
	})
}

func (b *rowsBuilder) addKnown(ctx context.Context) error { return b.fame.each(b.to.Add) }

// rowsAtOnce is how many numbers are asked for at once, so that DuckDB sorts and holds no
// more.
const rowsAtOnce = 1 << 20

// inChunks writes a row for each number up to the last: what a query has for it, one after
// the other. The query is of numbers from $1 to $2, in order.
func (b *rowsBuilder) inChunks(ctx context.Context, last int, text string, add adder) error {
	for first := 1; first <= last; first += rowsAtOnce {
		to := min(last, first+rowsAtOnce-1)
		if err := b.write(ctx, first, to, text, []any{first, to}, add); err != nil {
			return err
		}
	}
	return nil
}

// adder adds what a query has for a number to its row.
type adder func(row []byte, number int, value []byte) ([]byte, error)

// asItIs adds the value itself.
func asItIs(row []byte, _ int, value []byte) ([]byte, error) { return append(row, value...), nil }

// write writes the rows of the numbers from first to last.
func (b *rowsBuilder) write(ctx context.Context, first, last int, text string, args []any, add adder) error {
	rows, err := b.db.QueryContext(ctx, text, args...)
	if err != nil {
		return err
	}
	defer rows.Close()
	var row []byte
	var value sql.RawBytes
	at := first
	for rows.Next() {
		var number int
		if err := rows.Scan(&number, &value); err != nil {
			return err
		}
		for ; at < number; at++ {
			if err := b.to.Add(row); err != nil {
				return err
			}
			row = row[:0]
		}
		if row, err = add(row, number, value); err != nil {
			return err
		}
	}
	for ; at <= last && err == nil; at++ {
		err = b.to.Add(row)
		row = row[:0]
	}
	if err != nil {
		return err
	}
	return rows.Err()
}

// parts writes for each title the numbers that a query has for it.
func (b *rowsBuilder) parts(ctx context.Context, text string) error {
	return b.write(ctx, 1, b.titles, text, nil, func(row []byte, _ int, value []byte) ([]byte, error) {
		number, err := strconv.ParseUint(string(value), 10, 32)
		return binary.AppendUvarint(row, number), err
	})
}
