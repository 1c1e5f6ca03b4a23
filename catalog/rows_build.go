package catalog

import (
	"cmp"
	"context"
	"database/sql"
	"encoding/binary"
	"errors"
	"fmt"
	"runtime/debug"
	"slices"
	"strconv"

	"github.com/duckdb/duckdb-go/v2"

	"rolecall/rowfile"
)

// appendField writes a value so that it can be read back whatever is in it: its length, a
// colon, itself.
func appendField(row, value []byte) []byte {
	row = append(strconv.AppendInt(row, int64(len(value)), 10), ':')
	return append(row, value...)
}

func appendNumber(row []byte, number int) []byte {
	var digits [20]byte
	return appendField(row, strconv.AppendInt(digits[:0], int64(number), 10))
}

// buildRows writes the rows of a database to path. The roles are those that it was built
// with.
func buildRows(ctx context.Context, db *sql.DB, path, hash string, roles vocabulary) (err error) {
	defer debug.SetGCPercent(debug.SetGCPercent(memoryShare))
	conn, err := db.Conn(ctx)
	if err != nil {
		return err
	}
	defer conn.Close()
	w, err := rowfile.Create(path, rowsStamp(hash))
	if err != nil {
		return err
	}
	defer func() {
		if faulty := w.Close(); err == nil {
			err = faulty
		}
	}()
	b := rowsBuilder{from: conn, to: w, words: roles.words(), roles: roles.sorted()}
	row := conn.QueryRowContext(ctx, `SELECT coalesce((SELECT max(number) FROM title), 0), coalesce((SELECT max(number) FROM person), 0)`)
	if err := row.Scan(&b.titles, &b.people); err != nil {
		return err
	}
	b.gathered = newCareers(b.people)
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
	from *sql.Conn
	to   *rowfile.Writer
	// words are the roles in the order of their type, roles in that by which the file
	// numbers them.
	words, roles []string
	// titles and people are the last numbers.
	titles, people int
	// gathered are the careers, as the credits pass by.
	gathered *careers
	// fame is how well known titles are, and what people are known for.
	fame *fame
}

func (b *rowsBuilder) addTitles(ctx context.Context) error {
	return b.inChunks(ctx, b.titles, `SELECT number, id, kind::VARCHAR, name, original_name, series::VARCHAR, season_title::VARCHAR, season::VARCHAR, episode::VARCHAR,
			year::VARCHAR, released, networks, countries, genres, form, votes::VARCHAR, whole::VARCHAR, citations, coalesce(episodes, 0)::VARCHAR
		FROM (FROM title WHERE number BETWEEN %[1]d AND %[2]d) LEFT JOIN (FROM title_size WHERE title BETWEEN %[1]d AND %[2]d) ON title = number ORDER BY number`)
}

func (b *rowsBuilder) addPeople(ctx context.Context) error {
	return b.inChunks(ctx, b.people, `SELECT number, id, name, native_name, coalesce(gender, 'unknown')::VARCHAR, coalesce(conflict, false)::VARCHAR
		FROM (FROM person WHERE number BETWEEN %[1]d AND %[2]d) LEFT JOIN (FROM person_gender WHERE person BETWEEN %[1]d AND %[2]d) ON person = number ORDER BY number`)
}

func (b *rowsBuilder) addSeasons(ctx context.Context) error {
	return b.parts(ctx, `SELECT series, number FROM title WHERE kind = 'season' AND series > 0 ORDER BY series, season, number`)
}

// addEpisodes goes by numbers where identifiers decide, which are in the same order.
func (b *rowsBuilder) addEpisodes(ctx context.Context) error {
	return b.parts(ctx, `SELECT whole, number FROM (
		SELECT series AS whole, number, season, episode FROM title WHERE kind = 'episode' AND series > 0
		UNION ALL
		SELECT season_title, number, season, episode FROM title WHERE kind = 'episode' AND season_title > 0
	) ORDER BY whole, season, episode, number`)
}

func (b *rowsBuilder) addStatements(ctx context.Context) error {
	return b.inChunks(ctx, b.people, `SELECT person, gender::VARCHAR, wording, precedence::VARCHAR, source_id, citation, date
		FROM statement WHERE person BETWEEN %[1]d AND %[2]d ORDER BY person, `+statementOrder)
}

func (b *rowsBuilder) addCareers(ctx context.Context) (err error) {
	if b.fame, err = readFame(ctx, b.from, b.titles); err != nil {
		return err
	}
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
// more; of credits, of which a title has some ten, fewer.
const (
	rowsAtOnce    = 1 << 18
	creditsAtOnce = 1 << 16
)

// inChunks writes a row for each number up to the last: the fields that a query has for
// it, one after the other. The query is of numbers from one to another, in order.
func (b *rowsBuilder) inChunks(ctx context.Context, last int, query string) error {
	for first := 1; first <= last; first += rowsAtOnce {
		to := min(last, first+rowsAtOnce-1)
		if err := write(ctx, b, first, to, fmt.Sprintf(query, first, to), scanned.texts, appendFields); err != nil {
			return err
		}
	}
	return nil
}

// adder adds what a query has for a number to its row.
type adder[V any] func(row []byte, columns [][]V, at int) []byte

// appendFields adds texts.
func appendFields(row []byte, columns [][]text, at int) []byte {
	for _, column := range columns {
		row = appendField(row, column[at].bytes())
	}
	return row
}

// write writes the rows of the numbers from first to last, by a query that has them in
// its first column, in order, and what of reads in all others.
func write[V any](ctx context.Context, b *rowsBuilder, first, last int, query string, of func(scanned, int) ([]V, error), add adder[V]) error {
	var row []byte
	at := first
	until := func(number int) error {
		for ; at < number; at++ {
			if err := b.to.Add(row); err != nil {
				return err
			}
			row = row[:0]
		}
		return nil
	}
	err := scan(ctx, b.from, query, nil, func(s scanned) error {
		numbers, err := s.integers(0)
		if err != nil {
			return err
		}
		columns := make([][]V, len(s.vectors)-1)
		for i := range columns {
			if columns[i], err = of(s, i+1); err != nil {
				return err
			}
		}
		for i, number := range numbers {
			if err := until(int(number)); err != nil {
				return err
			}
			row = add(row, columns, i)
		}
		return nil
	})
	if err != nil {
		return err
	}
	return until(last + 1)
}

// parts writes for each title the numbers that a query has for it.
func (b *rowsBuilder) parts(ctx context.Context, query string) error {
	return write(ctx, b, 1, b.titles, query, scanned.integers, func(row []byte, columns [][]int32, at int) []byte {
		return binary.AppendUvarint(row, uint64(columns[0][at]))
	})
}

// creditBrought is a credit, ready to be written, and what it is sorted by.
type creditBrought struct {
	title, person, billing int32
	role                   uint8
	row                    []byte
}

// addCredits sorts the credits on each title itself: they lie by title, but for some that
// came late, so that a database would sort what is sorted.
func (b *rowsBuilder) addCredits(ctx context.Context) error {
	for first := 1; first <= b.titles; first += creditsAtOnce {
		last := min(b.titles, first+creditsAtOnce-1)
		brought, err := b.creditsOn(ctx, first, last)
		if err != nil {
			return err
		}
		if err := b.addBrought(first, last, brought); err != nil {
			return err
		}
	}
	return nil
}

// creditsOn are the credits on the titles from first to last, as they lie.
func (b *rowsBuilder) creditsOn(ctx context.Context, first, last int) (brought []creditBrought, err error) {
	var rows []byte
	query := fmt.Sprintf(`SELECT title, person, billing, role, job, characters, scope::VARCHAR, citations FROM credit WHERE title BETWEEN %d AND %d`, first, last)
	err = scan(ctx, b.from, query, nil, func(s scanned) error {
		var numbers [3][]int32 // title, person, billing
		var texts [4][]text    // job, characters, scope, citations
		var faults []error
		for i := range numbers {
			column, err := s.integers(i)
			numbers[i], faults = column, append(faults, err)
		}
		roles, err := columnOf[uint8](s, len(numbers), duckdb.TYPE_ENUM)
		faults = append(faults, err)
		for i := range texts {
			column, err := s.texts(len(numbers) + 1 + i)
			texts[i], faults = column, append(faults, err)
		}
		if err := errors.Join(faults...); err != nil {
			return err
		}
		for i, role := range roles {
			c := creditBrought{title: numbers[0][i], person: numbers[1][i], billing: numbers[2][i], role: role}
			begin := len(rows)
			rows = appendNumber(rows, int(c.person))
			rows = appendField(rows, []byte(b.words[role]))
			rows = appendField(rows, texts[0][i].bytes())
			rows = appendField(rows, texts[1][i].bytes())
			rows = appendNumber(rows, int(c.billing))
			rows = appendField(rows, texts[2][i].bytes())
			rows = appendField(rows, texts[3][i].bytes())
			c.row = rows[begin:]
			brought = append(brought, c)
		}
		return nil
	})
	return brought, err
}

// addBrought writes the credits of the titles from first to last.
func (b *rowsBuilder) addBrought(first, last int, brought []creditBrought) error {
	byTitle := func(c, d creditBrought) int { return cmp.Compare(c.title, d.title) }
	if !slices.IsSortedFunc(brought, byTitle) {
		slices.SortStableFunc(brought, byTitle)
	}
	codes := make([]uint8, len(b.words))
	for i, word := range b.words {
		codes[i] = uint8(slices.Index(b.roles, word))
	}
	var row []byte
	for title := first; title <= last; title++ {
		row = row[:0]
		on := 0
		for on < len(brought) && int(brought[on].title) == title {
			on++
		}
		slices.SortFunc(brought[:on], func(c, d creditBrought) int {
			return cmp.Or(cmp.Compare(c.role, d.role), cmp.Compare(uint32(c.billing-1), uint32(d.billing-1)), cmp.Compare(c.person, d.person)) // not billed, 0, comes last
		})
		for _, c := range brought[:on] {
			row = append(row, c.row...)
			b.gathered.add(title, int(c.person), codes[c.role])
		}
		if err := b.to.Add(row); err != nil {
			return err
		}
		brought = brought[on:]
	}
	return nil
}
