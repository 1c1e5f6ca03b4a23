package catalog

import (
	"context"
	"encoding/binary"
	"fmt"
	"maps"
	"slices"
	"sort"
	"strconv"

	"rolecall"
	"rolecall/rowfile"
)

// DuckDB is made for questions about many rows. A row by its number takes it a millisecond
// and more, and an article asks for thousands. So what is asked for by number is kept in a
// file beside the catalog as well, which an import writes (rows_build.go): titles, people,
// the parts of series and seasons, the credits on each title and of each person, what is
// stated of people, and how films and seasons stand among others. A catalog without the
// file, or whose file is damaged, answers the same from its tables.

const rowsEnding = ".rows"

// rowsLayout is the version of the tables below: a file of another is as none.
const rowsLayout = 5

// rowsStamp is what the file of a catalog with that hash bears.
func rowsStamp(hash string) string { return fmt.Sprintf("layout %d of %s", rowsLayout, hash) }

// rowsPath is where the rows of the catalog at path with that hash are.
func rowsPath(path, hash string) string { return path + "." + hash[:16] + rowsEnding }

// The tables of the file; rows are by number, less one.
const (
	titlesTable = iota
	peopleTable
	// seasonsTable has the numbers of the seasons of each series, episodesTable those of
	// the episodes of each series and season, in order.
	seasonsTable
	episodesTable
	creditsTable
	// statementsTable has what is stated of each person, the weightiest first, careersTable
	// the titles that they are credited on, and in which roles (careers.go).
	statementsTable
	careersTable
	// standingsTable has how each film and season is counted by role, comparablesTable how
	// many stand alike (comparables.go).
	standingsTable
	comparablesTable
	// knownTable has what each person is best known for (known.go).
	knownTable
)

// openRows is the file of rows that lies beside the catalog; nil where there is none of
// its hash.
func (c *Catalog) openRows() *rowfile.File {
	for _, path := range c.beside(rowsPath) {
		f, err := rowfile.Open(path)
		if err != nil {
			continue
		}
		if f.Stamp() == rowsStamp(c.info.Hash) {
			return f
		}
		f.Close()
	}
	return nil
}

// fieldsOf reads values that fields wrote.
type fieldsOf struct {
	row    []byte
	failed bool
}

func (f *fieldsOf) bytes() []byte {
	n, at := 0, 0
	for at < len(f.row) && '0' <= f.row[at] && f.row[at] <= '9' {
		n = 10*n + int(f.row[at]-'0')
		at++
	}
	if at == 0 || at > 9 || at+1+n > len(f.row) {
		f.failed, f.row = true, nil
		return nil
	}
	value := f.row[at+1 : at+1+n]
	f.row = f.row[at+1+n:]
	return value
}

func (f *fieldsOf) skip(fields int) {
	for range fields {
		f.bytes()
	}
}

func (f *fieldsOf) text() string { return string(f.bytes()) }

func (f *fieldsOf) number() int {
	n := 0
	digits := f.bytes()
	for i, d := range digits {
		switch {
		case d == '-' && i == 0:
		case '0' <= d && d <= '9':
			n = 10*n + int(d-'0')
		default:
			f.failed = true
		}
	}
	if len(digits) > 0 && digits[0] == '-' {
		return -n
	}
	return n
}

func (f *fieldsOf) truth() bool { return f.text() == "true" }

func (f *fieldsOf) fault() error {
	if f.failed {
		return fmt.Errorf("a row does not read: %w", rowfile.ErrDamaged)
	}
	return nil
}

// unsized is the number of episodes of a title that was read without it.
const unsized = -1

func readTitleRow(number int32, row []byte) (t titleRow, err error) {
	f := &fieldsOf{row: row}
	t.number = number
	t.ID, t.Kind, t.Name, t.OriginalName = f.text(), rolecall.Kind(f.text()), f.text(), f.text()
	t.series, t.seasonTitle, t.Season, t.Episode, t.Year = int32(f.number()), int32(f.number()), f.number(), f.number(), f.number()
	released := f.text()
	t.Networks, t.Countries, t.Genres = linesOf(f.text()), linesOf(f.text()), linesOf(f.text())
	t.Languages, t.Companies, t.Minutes, t.Budget, t.Revenue = linesOf(f.text()), linesOf(f.text()), f.number(), int64(f.number()), int64(f.number())
	t.Form, t.Votes, t.Whole, t.Citations, t.episodes = f.text(), f.number(), f.truth(), linesOf(f.text()), f.number()
	if err := f.fault(); err != nil {
		return t, err
	}
	t.Released, err = rolecall.ParseDate(released)
	return t, err
}

func readPersonRow(number int32, row []byte) (p personRow, err error) {
	f := &fieldsOf{row: row}
	p.number = number
	p.ID, p.Name, p.NativeName, p.Born, p.Gender, p.Conflict = f.text(), f.text(), f.text(), f.number(), rolecall.Gender(f.text()), f.truth()
	return p, f.fault()
}

// creditFields is how many fields a credit has in the file.
const creditFields = 7

// ofAnybody takes credits whoever has them.
func ofAnybody(int32) bool { return true }

// readCreditRows reads the credits on a title that some people have.
func readCreditRows(title int32, row []byte, of func(person int32) bool) (all []creditRow, err error) {
	f := &fieldsOf{row: row}
	for len(f.row) > 0 {
		c := creditRow{title: title, person: int32(f.number())}
		if !of(c.person) {
			f.skip(creditFields - 1)
			continue
		}
		c.Role, c.Job, c.Characters, c.Billing, c.Scope, c.Citations = rolecall.Role(f.text()), f.text(), linesOf(f.text()), f.number(), rolecall.Scope(f.text()), linesOf(f.text())
		all = append(all, c)
	}
	return all, f.fault()
}

func readParts(row []byte) (numbers []int32, err error) {
	for len(row) > 0 {
		n, length := binary.Uvarint(row)
		if length <= 0 {
			return nil, rowfile.ErrDamaged
		}
		numbers, row = append(numbers, int32(n)), row[length:]
	}
	return numbers, nil
}

// byNumber reads rows of the file by number, in order and each once; numbers that none
// bears are left out.
func byNumber[T any](f *rowfile.File, table int, numbers []int32, read func(int32, []byte) (T, error)) ([]T, error) {
	numbers = slices.Compact(slices.Sorted(slices.Values(numbers)))
	all := make([]T, 0, len(numbers))
	for _, number := range numbers {
		if number < 1 || int(number) > f.Rows(table) {
			continue
		}
		row, err := f.Row(table, int(number)-1)
		if err != nil {
			return nil, err
		}
		one, err := read(number, row)
		if err != nil {
			return nil, err
		}
		all = append(all, one)
	}
	return all, nil
}

// fromRows answers from the file of rows where there is one, and else, or where it turns
// out to be damaged, from the tables. What read asks is the file alone: an error of anything
// else would give the file up.
func fromRows[T any](ctx context.Context, c *Catalog, read func(*rowfile.File) (T, error), ask func() (T, error)) (answer T, err error) {
	if err := ctx.Err(); err != nil {
		return answer, err
	}
	if f := c.rows.Load(); f != nil {
		answer, err := read(f)
		if err == nil {
			return answer, nil
		}
		c.rows.CompareAndSwap(f, nil)
	}
	return ask()
}

func (c *Catalog) titleRowsOf(ctx context.Context, numbers []int32) ([]titleRow, error) {
	return fromRows(ctx, c,
		func(f *rowfile.File) ([]titleRow, error) { return byNumber(f, titlesTable, numbers, readTitleRow) },
		func() ([]titleRow, error) { return fetch(ctx, "number", numbers, c.titleRows) })
}

func (c *Catalog) personRowsOf(ctx context.Context, numbers []int32) ([]personRow, error) {
	return fromRows(ctx, c,
		func(f *rowfile.File) ([]personRow, error) { return byNumber(f, peopleTable, numbers, readPersonRow) },
		func() ([]personRow, error) { return fetch(ctx, "number", numbers, c.personRows) })
}

// creditRowsOf are the credits on some titles, by title, role and billing.
func (c *Catalog) creditRowsOf(ctx context.Context, titles []int32) ([]creditRow, error) {
	return fromRows(ctx, c,
		func(f *rowfile.File) ([]creditRow, error) {
			credits, err := byNumber(f, creditsTable, titles, func(title int32, row []byte) ([]creditRow, error) { return readCreditRows(title, row, ofAnybody) })
			return slices.Concat(credits...), err
		},
		func() ([]creditRow, error) {
			credits, err := fetch(ctx, "title", titles, c.creditRows)
			slices.SortStableFunc(credits, func(a, b creditRow) int { return int(a.title - b.title) })
			return credits, err
		})
}

// partsOf are the titles that a table of parts has for a title, in its order.
func partsOf(f *rowfile.File, table int, number int32) ([]titleRow, error) {
	parts, err := partNumbers(f, table, number)
	if err != nil {
		return nil, err
	}
	rows, err := byNumber(f, titlesTable, parts, readTitleRow)
	place := make(map[int32]int, len(parts))
	for i, part := range parts {
		place[part] = i
	}
	slices.SortFunc(rows, func(a, b titleRow) int { return place[a.number] - place[b.number] })
	return rows, err
}

func partNumbers(f *rowfile.File, table int, number int32) ([]int32, error) {
	parts, err := byNumber(f, table, []int32{number}, func(_ int32, row []byte) ([]int32, error) { return readParts(row) })
	return slices.Concat(parts...), err
}

// seasonsOf are the seasons of a series.
func (c *Catalog) seasonsOf(ctx context.Context, series int32) ([]titleRow, error) {
	return fromRows(ctx, c,
		func(f *rowfile.File) ([]titleRow, error) { return partsOf(f, seasonsTable, series) },
		func() ([]titleRow, error) {
			return c.titleRows(ctx, `WHERE kind = 'season' AND series = ? ORDER BY season`, series)
		})
}

// episodesOf are the episodes of a series or season, by season and episode.
func (c *Catalog) episodesOf(ctx context.Context, kind rolecall.Kind, whole int32) ([]titleRow, error) {
	return fromRows(ctx, c,
		func(f *rowfile.File) ([]titleRow, error) { return partsOf(f, episodesTable, whole) },
		func() ([]titleRow, error) {
			column := "series"
			if kind == rolecall.Season {
				column = "season_title"
			}
			return c.titleRows(ctx, `WHERE kind = 'episode' AND `+column+` = ? ORDER BY season, episode, id`, whole)
		})
}

// creditedAmong are those of some people who are credited on a title, or on a season or
// episode of it.
func (c *Catalog) creditedAmong(ctx context.Context, kind rolecall.Kind, title int32, people []int32) ([]int32, error) {
	return fromRows(ctx, c,
		func(f *rowfile.File) ([]int32, error) {
			titles := []int32{title}
			for _, table := range []int{seasonsTable, episodesTable} {
				parts, err := partNumbers(f, table, title)
				if err != nil {
					return nil, err
				}
				titles = append(titles, parts...)
			}
			found := make(map[int32]bool)
			_, err := byNumber(f, creditsTable, titles, func(_ int32, row []byte) (struct{}, error) {
				return struct{}{}, eachCredited(row, func(person int32) {
					if _, asked := slices.BinarySearch(people, person); asked {
						found[person] = true
					}
				})
			})
			return slices.Sorted(maps.Keys(found)), err
		},
		func() ([]int32, error) {
			of := strconv.Itoa(int(title))
			on := `title = ` + of
			if !kind.IsLeaf() {
				on = `title IN (SELECT number FROM title WHERE series = ` + of + ` OR season_title = ` + of + ` OR number = ` + of + `)`
			}
			text := `SELECT DISTINCT person FROM credit WHERE ` + on + ` AND person IN ` + among(people)
			return collect(ctx, c, text, nil, func(scan func(...any) error) (person int32, err error) { return person, scan(&person) })
		})
}

// eachCredited takes the number of each person credited on a title.
func eachCredited(row []byte, take func(person int32)) error {
	f := &fieldsOf{row: row}
	for len(f.row) > 0 {
		take(int32(f.number()))
		f.skip(creditFields - 1)
	}
	return f.fault()
}

// titleNumber is the number of a title by its identifier; 0 if it is not held.
func (c *Catalog) titleNumber(ctx context.Context, id string) (int32, error) {
	return c.numberOf(ctx, titlesTable, "title", id)
}

// personNumber is the number of a person by their identifier; 0 if they are not held.
func (c *Catalog) personNumber(ctx context.Context, id string) (int32, error) {
	return c.numberOf(ctx, peopleTable, "person", id)
}

// numberOf finds an identifier in a table, of which numbers are the order. What is no text
// is refused here as the database would refuse it.
func (c *Catalog) numberOf(ctx context.Context, table int, name, id string) (int32, error) {
	if err := CheckText(id); err != nil {
		return 0, err
	}
	return fromRows(ctx, c,
		func(f *rowfile.File) (int32, error) {
			rows := f.Rows(table)
			if table != peopleTable {
				return place(f, table, 0, rows, id)
			}
			// Those who are known by nothing but their identifier come after all others.
			named, err := firstOf(f, table, 0, rows, func(id, name string) bool { return id == name })
			if err != nil {
				return 0, err
			}
			number, err := place(f, table, 0, named, id)
			if err == nil && number == 0 {
				number, err = place(f, table, named, rows, id)
			}
			return number, err
		},
		func() (int32, error) { return c.number(ctx, name, id) })
}

// place is the number of an identifier among rows that are in its order, 0 where it is
// not there.
func place(f *rowfile.File, table, from, to int, id string) (int32, error) {
	isThere := false
	at, err := firstOf(f, table, from, to, func(held, _ string) bool {
		isThere = isThere || held == id
		return held >= id
	})
	if err != nil || !isThere {
		return 0, err
	}
	return int32(at + 1), nil
}

// firstOf is the place of the first of some rows that is as it is asked for, as are all
// behind it; the end where none is.
func firstOf(f *rowfile.File, table, from, to int, is func(id, second string) bool) (at int, err error) {
	at = from + sort.Search(to-from, func(i int) bool {
		row, faulty := f.Row(table, from+i)
		if faulty != nil {
			err = faulty
		}
		of := &fieldsOf{row: row}
		return is(of.text(), of.text())
	})
	return at, err
}
