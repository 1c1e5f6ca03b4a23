package catalog

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"iter"
	"math"
	"os"
	"path/filepath"
	"runtime/debug"
	"slices"

	"rolecall"
	"rolecall/nameindex"
)

// Names are looked up in an index beside the catalog, as scanning them would take
// seconds at the size of IMDb. Its file is named for the content hash, so that a
// catalog that is swapped in never meets the names of another.

// personKind is what people are in the index; the kinds of title are their places
// in rolecall.Kinds.
var personKind = uint8(len(rolecall.Kinds()))

func kindSet(kinds []rolecall.Kind) nameindex.Kinds {
	var set nameindex.Kinds
	for _, kind := range kinds {
		set |= nameindex.KindsOf(uint8(slices.Index(rolecall.Kinds(), kind)))
	}
	return set
}

const namesEnding = ".names"

// namesPath is where the names of the catalog at path with that hash are.
func namesPath(path, hash string) string { return path + "." + hash[:16] + namesEnding }

// memoryShare is how much garbage may lie beside what is used while names are
// indexed, in percent: there are tens of millions of them.
const memoryShare = 40

// buildNames writes the names of a database to path.
func buildNames(ctx context.Context, db *sql.DB, path, hash string) error {
	defer debug.SetGCPercent(debug.SetGCPercent(memoryShare))
	return nameindex.Build(ctx, path, names(ctx, db), nameindex.Options{Stamp: hash})
}

// namesAtOnce is how many titles and people are asked for their names at once.
const namesAtOnce = 1 << 20

// names are all names that titles and people are looked up by.
func names(ctx context.Context, db *sql.DB) iter.Seq2[nameindex.Entry, error] {
	return func(yield func(nameindex.Entry, error) bool) {
		if err := eachName(ctx, db, func(e nameindex.Entry) bool { return yield(e, nil) }); err != nil {
			yield(nameindex.Entry{}, err)
		}
	}
}

// eachName takes every name until take returns false.
func eachName(ctx context.Context, db *sql.DB, take func(nameindex.Entry) bool) error {
	conn, err := db.Conn(ctx)
	if err != nil {
		return err
	}
	defer conn.Close()
	var last int
	row := conn.QueryRowContext(ctx, `SELECT greatest((SELECT max(number) FROM title), (SELECT max(number) FROM person), 0)`)
	if err := row.Scan(&last); err != nil {
		return err
	}
	for first := 0; first <= last; first += namesAtOnce {
		if goOn, err := someNames(ctx, conn, first, take); err != nil || !goOn {
			return err
		}
	}
	return nil
}

// errEnough ends an answer of which no more is wanted.
var errEnough = errors.New("enough")

// someNames takes the names of some numbers; false where take returned it.
func someNames(ctx context.Context, conn *sql.Conn, first int, take func(nameindex.Entry) bool) (bool, error) {
	err := scan(ctx, conn, query("names"), []any{first, first + namesAtOnce - 1}, func(s scanned) error {
		names, err := readNames(s)
		if err != nil {
			return err
		}
		for _, e := range names {
			if !take(e) {
				return errEnough
			}
		}
		return nil
	})
	if errors.Is(err, errEnough) {
		return false, nil
	}
	return err == nil, err
}

// readNames reads rows of sql/names.sql.
func readNames(s scanned) ([]nameindex.Entry, error) {
	kinds, err := s.texts(0)
	names, nameErr := s.texts(1)
	var numbers [3][]int32 // number, year, weight
	faults := []error{err, nameErr}
	for i := range numbers {
		numbers[i], err = s.integers(2 + i)
		faults = append(faults, err)
	}
	if err := errors.Join(faults...); err != nil {
		return nil, fmt.Errorf("read names: %w", err)
	}
	var together []byte
	for i := range names {
		together = append(together, names[i].bytes()...)
	}
	for i, letter := range together {
		if letter == '\n' {
			together[i] = ' '
		}
	}
	text, entries := string(together), make([]nameindex.Entry, s.rows)
	for i := range entries {
		kind := personKind
		if at := slices.Index(rolecall.Kinds(), rolecall.Kind(kinds[i].bytes())); at >= 0 {
			kind = uint8(at)
		}
		length := names[i].length
		entries[i] = nameindex.Entry{Number: uint32(numbers[0][i]), Name: text[:length], Weight: uint32(max(numbers[2][i], 0)), Kind: kind, Year: int(numbers[1][i])}
		text = text[length:]
	}
	return entries, nil
}

// removeOthers removes the names and rows of catalogs that were at path before.
func removeOthers(path, hash string) {
	for _, ending := range []string{namesEnding, rowsEnding} {
		files, _ := filepath.Glob(literally(path) + ".*" + ending)
		for _, file := range files {
			if file != namesPath(path, hash) && file != rowsPath(path, hash) {
				os.Remove(file)
			}
		}
	}
}

// leastScore is how close a name must be to be listed: of what lies below, by the
// evaluation in package nameindex, hardly anything was meant.
const leastScore = 0.35

// find are the numbers of what is found by name, best first.
func (c *Catalog) find(ctx context.Context, text string, q nameindex.Query) ([]int32, error) {
	found, err := c.findEach(ctx, text, q, q.Kinds)
	if err != nil {
		return nil, err
	}
	return found[0], nil
}

// findEach is find for several sets of kinds, by one search.
func (c *Catalog) findEach(ctx context.Context, text string, q nameindex.Query, sets ...nameindex.Kinds) ([][]int32, error) {
	hits, err := asking(ctx, c, func(x *nameindex.Index) ([][]nameindex.Hit, error) { return x.FindEach(text, q, sets...) })
	if err != nil {
		return nil, err
	}
	found := make([][]int32, len(sets))
	for i, of := range hits {
		found[i] = numbersOf(slices.DeleteFunc(of, func(h nameindex.Hit) bool { return h.Score < leastScore }))
	}
	return found, nil
}

// findExact are the numbers of what bears a name, but for case, accents and
// punctuation; without regard to a leading article if nothing bears it with that.
func (c *Catalog) findExact(ctx context.Context, name string, kinds nameindex.Kinds) ([]int32, error) {
	hits, err := asking(ctx, c, func(x *nameindex.Index) ([]nameindex.Hit, error) { return x.FindExact(name, kinds) })
	if err != nil {
		return nil, err
	}
	return numbersOf(likeliest(name, hits)), nil
}

// IsNamed reports whether a title or a person bears a name, or has it for another name.
func (c *Catalog) IsNamed(ctx context.Context, name string) (bool, error) {
	found, err := c.findExact(ctx, name, kindSet(rolecall.Kinds())|nameindex.KindsOf(personKind))
	return len(found) > 0, err
}

// likeliest are the hits of the very name, where there are any.
func likeliest(name string, hits []nameindex.Hit) []nameindex.Hit {
	key := nameindex.Key(name)
	as := func(h nameindex.Hit) bool { return nameindex.Key(h.Name) == key }
	if slices.ContainsFunc(hits, as) {
		hits = slices.DeleteFunc(hits, func(h nameindex.Hit) bool { return !as(h) })
	}
	return hits
}

// findExactOf is findExact for two sets of kinds, of one walk through the index.
func (c *Catalog) findExactOf(ctx context.Context, name string, some, others nameindex.Kinds) (ofSome, ofOthers []int32, err error) {
	hits, err := asking(ctx, c, func(x *nameindex.Index) ([]nameindex.Hit, error) { return x.FindExact(name, some|others) })
	if err != nil {
		return nil, nil, err
	}
	of := func(kinds nameindex.Kinds) []int32 {
		return numbersOf(likeliest(name, slices.DeleteFunc(slices.Clone(hits), func(h nameindex.Hit) bool { return nameindex.KindsOf(h.Kind)&kinds == 0 })))
	}
	return of(some), of(others), nil
}

func numbersOf(hits []nameindex.Hit) []int32 {
	numbers := make([]int32, len(hits))
	for i, h := range hits {
		numbers[i] = int32(min(h.Number, math.MaxInt32))
	}
	return numbers
}
