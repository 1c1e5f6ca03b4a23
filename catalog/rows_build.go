package catalog

import (
	"context"
	"database/sql"
	"encoding/binary"
	"fmt"
	"runtime/debug"
	"strconv"

	"github.com/duckdb/duckdb-go/v2"

	"rolecall/rowfile"
)

// A value is written so that it can be read back whatever is in it: its length, a colon,
// itself. Most are written by appendFields; where a query puts several rows together, it
// writes them by itself.

// field writes a value in SQL.
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
	conn, err := db.Conn(ctx)
	if err != nil {
		return err
	}
	defer conn.Close()
	b := rowsBuilder{db: conn, to: w, roles: roles.sorted()}
	row := conn.QueryRowContext(ctx, `SELECT coalesce((SELECT max(number) FROM title), 0), coalesce((SELECT max(number) FROM person), 0)`)
	if err := row.Scan(&b.titles, &b.people); err != nil {
		return err
	}
	b.gathered = newCareers(b.people)
	// In the order of the tables.
	for i, write := range []func(context.Context) error{b.addTitles, b.addPeople, b.addSeasons, b.addEpisodes, b.addCredits, b.addStatements, b.addCareers, b.addStandings, b.addComparables} {
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
	db *sql.Conn
	to *rowfile.Writer
	// roles are the words that roles are numbered by.
	roles []string
	// titles and people are the last numbers.
	titles, people int
	// gathered are the careers, as the credits pass by.
	gathered *careers
}

func (b *rowsBuilder) addTitles(ctx context.Context) error {
	return b.inChunks(ctx, b.titles, `SELECT number, id, kind, name, original_name, series, season_title, season, episode, year, released,
			networks, countries, genres, form, votes, whole, citations, coalesce(episodes, 0)
		FROM title LEFT JOIN (FROM title_size WHERE title BETWEEN $1 AND $2) ON title = number WHERE number BETWEEN $1 AND $2 ORDER BY number`, values)
}

func (b *rowsBuilder) addPeople(ctx context.Context) error {
	return b.inChunks(ctx, b.people, `SELECT number, id, name, native_name, coalesce(gender, 'unknown'), coalesce(conflict, false)
		FROM person LEFT JOIN (FROM person_gender WHERE person BETWEEN $1 AND $2) ON person = number WHERE number BETWEEN $1 AND $2 ORDER BY number`, values)
}

func (b *rowsBuilder) addSeasons(ctx context.Context) error {
	return b.parts(ctx, `SELECT series, number FROM title WHERE kind = 'season' AND series > 0 ORDER BY series, season`)
}

func (b *rowsBuilder) addEpisodes(ctx context.Context) error {
	return b.parts(ctx, `SELECT whole, number FROM (
		SELECT series AS whole, number, season, episode, id FROM title WHERE kind = 'episode' AND series > 0
		UNION ALL
		SELECT season_title, number, season, episode, id FROM title WHERE kind = 'episode' AND season_title > 0
	) ORDER BY whole, season, episode, id`)
}

func (b *rowsBuilder) addCredits(ctx context.Context) error {
	return b.inChunks(ctx, b.titles, `SELECT title, person, role, job, characters, billing, scope, citations
		FROM credit WHERE title BETWEEN $1 AND $2 ORDER BY title, role, billing = 0, billing, person`,
		func(row []byte, title int, of scanned, at int) ([]byte, error) {
			credit := len(row)
			row, err := of.appendFields(row, at)
			if err != nil {
				return row, err
			}
			return row, b.gathered.add(title, row[credit:], b.roles)
		})
}

func (b *rowsBuilder) addStatements(ctx context.Context) error {
	return b.inChunks(ctx, b.people, `SELECT person, gender, wording, precedence, source_id, citation, date
		FROM statement WHERE person BETWEEN $1 AND $2 ORDER BY person, `+statementOrder, values)
}

func (b *rowsBuilder) addCareers(ctx context.Context) error {
	return b.gathered.each(func(row []byte) error {
		if err := ctx.Err(); err != nil {
			return err
		}
		return b.to.Add(row)
	})
}

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

// adder adds what a query has for a number to its row: the columns after the number.
type adder func(row []byte, number int, of scanned, at int) ([]byte, error)

// write writes the rows of the numbers from first to last.
func (b *rowsBuilder) write(ctx context.Context, first, last int, text string, args []any, add adder) error {
	var row []byte
	at := first
	upTo := func(number int) (err error) {
		for ; at < number && err == nil; at++ {
			err = b.to.Add(row)
			row = row[:0]
		}
		return err
	}
	err := scan(ctx, b.db, text, args, func(s scanned) error {
		numbers, err := s.integers(0)
		for i := 0; err == nil && i < len(numbers); i++ {
			if err = upTo(int(numbers[i])); err == nil {
				row, err = add(row, int(numbers[i]), s, i)
			}
		}
		return err
	})
	if err != nil {
		return err
	}
	return upTo(last + 1)
}

// values adds the values of an answer as fields.
func values(row []byte, _ int, of scanned, at int) ([]byte, error) { return of.appendFields(row, at) }

// asItIs adds the one text of an answer, which is fields already.
func asItIs(row []byte, _ int, of scanned, at int) ([]byte, error) {
	texts, err := of.texts(1)
	if err != nil {
		return row, err
	}
	return append(row, texts[at].bytes()...), nil
}

// appendFields adds the values of a row, after the first, as fields.
func (s scanned) appendFields(to []byte, row int) (_ []byte, err error) {
	for column := 1; column < len(s.types); column++ {
		var number int64
		switch s.types[column] {
		case duckdb.TYPE_VARCHAR:
			to = appendField(to, cell[text](s, column, row).bytes())
			continue
		case duckdb.TYPE_ENUM:
			to = appendField(to, s.words[column][*cell[uint8](s, column, row)])
			continue
		case duckdb.TYPE_BOOLEAN:
			to = appendField(to, strconv.FormatBool(*cell[bool](s, column, row)))
			continue
		case duckdb.TYPE_SMALLINT:
			number = int64(*cell[int16](s, column, row))
		case duckdb.TYPE_INTEGER:
			number = int64(*cell[int32](s, column, row))
		default:
			return to, fmt.Errorf("column %d of an answer is of a type that is not written", column)
		}
		var digits [20]byte
		to = appendField(to, strconv.AppendInt(digits[:0], number, 10))
	}
	return to, nil
}

func appendField[T string | []byte](to []byte, value T) []byte {
	return append(append(strconv.AppendInt(to, int64(len(value)), 10), ':'), value...)
}

// parts writes for each title the numbers that a query has for it.
func (b *rowsBuilder) parts(ctx context.Context, text string) error {
	return b.write(ctx, 1, b.titles, text, nil, func(row []byte, _ int, of scanned, at int) ([]byte, error) {
		numbers, err := of.integers(1)
		if err != nil {
			return row, err
		}
		return binary.AppendUvarint(row, uint64(numbers[at])), nil
	})
}
