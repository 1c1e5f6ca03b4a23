package catalog

import (
	"bytes"
	"cmp"
	"context"
	"database/sql"
	"encoding/binary"
	"errors"
	"fmt"
	"math"
	"runtime/debug"
	"slices"
	"strconv"

	"github.com/duckdb/duckdb-go/v2"

	"rolecall"
	"rolecall/rowfile"
)

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
	db *sql.Conn
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
	sizes := make([]int32, b.titles+1)
	err := scan(ctx, b.db, `SELECT title, episodes FROM title_size`, nil, func(s scanned) error {
		titles, err := s.integers(0)
		episodes, faulty := s.integers(1)
		if err := errors.Join(err, faulty); err != nil {
			return err
		}
		for i, title := range titles {
			sizes[title] = episodes[i]
		}
		return nil
	})
	if err != nil {
		return err
	}
	return b.inParts(ctx, b.titles, `SELECT number, id, kind, name, original_name, series, season_title, season, episode, year, released,
			networks, countries, genres, languages, companies, minutes, budget, revenue, form, votes, whole, citations
		FROM title WHERE number BETWEEN $1 AND $2`, unordered, func(number int, row []byte, _ []entry) error {
		if len(row) > 0 {
			row = appendField(row, strconv.Itoa(int(sizes[number])))
		}
		return b.to.Add(row)
	})
}

func (b *rowsBuilder) addPeople(ctx context.Context) error {
	genders := make([][]byte, b.people+1) // the fields of each, which are few
	known := make(map[string][]byte)
	err := scan(ctx, b.db, `SELECT person, gender, conflict FROM person_gender`, nil, func(s scanned) error {
		people, err := s.integers(0)
		var fields []byte
		for i := 0; err == nil && i < len(people); i++ {
			if fields, err = s.appendFields(fields[:0], i); known[string(fields)] == nil {
				known[string(fields)] = bytes.Clone(fields)
			}
			genders[people[i]] = known[string(fields)]
		}
		return err
	})
	if err != nil {
		return err
	}
	unstated := appendField(appendField(nil, string(rolecall.Unknown)), strconv.FormatBool(false))
	return b.inParts(ctx, b.people, `SELECT number, id, name, native_name, born FROM person WHERE number BETWEEN $1 AND $2`, unordered,
		func(number int, row []byte, _ []entry) error {
			switch {
			case len(row) == 0:
			case genders[number] != nil:
				row = append(row, genders[number]...)
			default:
				row = append(row, unstated...)
			}
			return b.to.Add(row)
		})
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

// addCredits writes the credits on each title by role, billing and person.
func (b *rowsBuilder) addCredits(ctx context.Context) error {
	codes := make(map[string]uint8)
	for i, role := range b.roles {
		codes[role] = uint8(i)
	}
	return b.inParts(ctx, b.titles, `SELECT title, person, role, job, characters, billing, scope, citations FROM credit WHERE title BETWEEN $1 AND $2`,
		func(s scanned) (func(row int, e *entry), error) {
			people, err := s.integers(1)
			roles, rolesErr := columnOf[uint8](s, 2, duckdb.TYPE_ENUM)
			billings, billingsErr := s.integers(5)
			return func(row int, e *entry) {
				e.person, e.role = people[row], codes[s.words[2][roles[row]]]
				// Those without a billing come after the others.
				e.order = uint64(roles[row])<<32 | uint64(uint32(billings[row]-1))
			}, errors.Join(err, rolesErr, billingsErr)
		},
		func(title int, row []byte, credits []entry) error {
			for _, c := range credits {
				b.gathered.add(title, c.person, c.role)
			}
			return b.to.Add(row)
		})
}

func (b *rowsBuilder) addStatements(ctx context.Context) error {
	return b.inChunks(ctx, b.people, `SELECT person, gender, wording, form, precedence, source_id, citation, date
		FROM statement WHERE person BETWEEN $1 AND $2 ORDER BY person, `+statementOrder)
}

func (b *rowsBuilder) addCareers(ctx context.Context) (err error) {
	if b.fame, err = readFame(ctx, b.db, b.titles); err != nil {
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

// rowsAtOnce is how many numbers are asked for at once: so few that what holds their rows
// is small and soon used again, so many that asking takes no time beside reading.
const rowsAtOnce = 1 << 15

// entry is a row of an answer that is to be written, with what it is ordered by: number,
// order, person.
type entry struct {
	order      uint64
	number     int32
	person     int32
	begin, end uint32
	role       uint8
}

// ordering says what the rows of an answer are ordered by, beyond their numbers.
type ordering func(scanned) (func(row int, e *entry), error)

func unordered(scanned) (func(int, *entry), error) { return func(int, *entry) {}, nil }

// inParts writes a row for each number up to the last: the values that a query, which is of
// numbers from $1 to $2, has for it. They are put in order here: DuckDB would carry all the
// texts through its sorting.
func (b *rowsBuilder) inParts(ctx context.Context, last int, query string, by ordering, write func(number int, row []byte, entries []entry) error) error {
	p := part{by: by}
	for first := 1; first <= last; first += rowsAtOnce {
		to := min(last, first+rowsAtOnce-1)
		p.begin(first, to)
		if err := scan(ctx, b.db, query, []any{first, to}, p.add); err != nil {
			return err
		}
		if err := p.each(write); err != nil {
			return err
		}
	}
	return nil
}

// part is what an answer has for some numbers.
type part struct {
	by      ordering
	first   int
	entries []entry
	// values are those of all entries.
	values []byte
	// ends are, for each number, how many entries there are up to it.
	ends   []int
	placed []entry
}

func (p *part) begin(first, last int) {
	p.first, p.entries, p.values = first, p.entries[:0], p.values[:0]
	p.ends = slices.Grow(p.ends[:0], last-first+1)[:last-first+1]
	clear(p.ends)
}

func (p *part) add(s scanned) error {
	numbers, err := s.integers(0)
	if err != nil {
		return err
	}
	order, err := p.by(s)
	for i := 0; err == nil && i < len(numbers); i++ {
		e := entry{number: numbers[i], begin: uint32(len(p.values))}
		p.values, err = s.appendFields(p.values, i)
		if len(p.values) > math.MaxUint32 {
			return fmt.Errorf("the rows from %d on have more than %d bytes", p.first, uint32(math.MaxUint32))
		}
		e.end = uint32(len(p.values))
		order(i, &e)
		p.entries = append(p.entries, e)
		p.ends[int(e.number)-p.first]++
	}
	return err
}

// each hands over what there is for each number, which may be nothing.
func (p *part) each(write func(number int, row []byte, entries []entry) error) error {
	begins := p.ends // at first: of each number, then moved on as its entries are placed
	total := 0
	for i, count := range begins {
		begins[i] = total
		total += count
	}
	p.placed = slices.Grow(p.placed[:0], total)[:total]
	for _, e := range p.entries {
		at := &begins[int(e.number)-p.first]
		p.placed[*at] = e
		*at++
	}
	var row []byte
	begin := 0
	for i, end := range p.ends {
		of := p.placed[begin:end]
		slices.SortFunc(of, func(a, b entry) int { return cmp.Or(cmp.Compare(a.order, b.order), cmp.Compare(a.person, b.person)) })
		row = row[:0]
		for _, e := range of {
			row = append(row, p.values[e.begin:e.end]...)
		}
		if err := write(p.first+i, row, of); err != nil {
			return err
		}
		begin = end
	}
	return nil
}

// inChunks writes a row for each number up to the last: the values that a query has for
// it, one after the other. The query is of numbers from $1 to $2, in order.
func (b *rowsBuilder) inChunks(ctx context.Context, last int, text string) error {
	for first := 1; first <= last; first += rowsAtOnce {
		to := min(last, first+rowsAtOnce-1)
		if err := b.write(ctx, first, to, text, []any{first, to}, scanned.appendFields); err != nil {
			return err
		}
	}
	return nil
}

// adder adds what a query has for a number to its row: the columns after the number.
type adder func(of scanned, row []byte, at int) ([]byte, error)

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
				row, err = add(s, row, i)
			}
		}
		return err
	})
	if err != nil {
		return err
	}
	return upTo(last + 1)
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
		case duckdb.TYPE_BIGINT:
			number = *cell[int64](s, column, row)
		default:
			return to, fmt.Errorf("column %d of an answer is of a type that is not written", column)
		}
		var digits [20]byte
		to = appendField(to, strconv.AppendInt(digits[:0], number, 10))
	}
	return to, nil
}

// appendField writes a value so that it can be read back whatever is in it: its length, a
// colon, itself.
func appendField[T string | []byte](to []byte, value T) []byte {
	return append(append(strconv.AppendInt(to, int64(len(value)), 10), ':'), value...)
}

// parts writes for each title the numbers that a query has for it.
func (b *rowsBuilder) parts(ctx context.Context, text string) error {
	return b.write(ctx, 1, b.titles, text, nil, func(of scanned, row []byte, at int) ([]byte, error) {
		numbers, err := of.integers(1)
		if err != nil {
			return row, err
		}
		return binary.AppendUvarint(row, uint64(numbers[at])), nil
	})
}
