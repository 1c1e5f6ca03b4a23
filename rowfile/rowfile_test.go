package rowfile

import (
	"bytes"
	"errors"
	"math/rand"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// written is a file of some tables.
func written(t testing.TB, tables ...[][]byte) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), "rows")
	w, err := Create(path, "stamp")
	if err != nil {
		t.Fatal(err)
	}
	for i, rows := range tables {
		if i > 0 {
			if err := w.NextTable(); err != nil {
				t.Fatal(err)
			}
		}
		for _, row := range rows {
			if err := w.Add(row); err != nil {
				t.Fatal(err)
			}
		}
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	return path
}

func TestRowsComeBack(t *testing.T) {
	random := rand.New(rand.NewSource(1))
	var long [][]byte
	for range 5000 {
		row := make([]byte, random.Intn(40))
		random.Read(row)
		long = append(long, row)
	}
	long = append(long, bytes.Repeat([]byte("x"), 5*blockBytes), nil, []byte("last"))
	tables := [][][]byte{long, nil, {nil, nil, nil}, {[]byte("one")}}
	f, err := Open(written(t, tables...))
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	if f.Stamp() != "stamp" || f.Rows(4) != 0 || f.Rows(-1) != 0 {
		t.Errorf("stamp %q, %d rows in a table that is not there", f.Stamp(), f.Rows(4))
	}
	for table, rows := range tables {
		if f.Rows(table) != len(rows) {
			t.Errorf("table %d has %d rows, want %d", table, f.Rows(table), len(rows))
		}
		for i, want := range rows {
			if got, err := f.Row(table, i); err != nil || !bytes.Equal(got, want) {
				t.Fatalf("table %d, row %d: %q, %v, want %q", table, i, got, err, want)
			}
		}
		for _, n := range []int{-1, len(rows)} {
			if _, err := f.Row(table, n); !errors.Is(err, ErrDamaged) {
				t.Errorf("table %d, row %d: %v", table, n, err)
			}
		}
	}
}

func TestDamage(t *testing.T) {
	path := written(t, [][]byte{[]byte(strings.Repeat("a row ", 100)), []byte("another")})
	whole, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	for i := range whole {
		if read(t, path, append(append(whole[:i:i], whole[i]^0x10), whole[i+1:]...)) {
			t.Errorf("byte %d is changed, and the rows are read", i)
		}
		if read(t, path, whole[:i]) {
			t.Errorf("cut at %d, and the rows are read", i)
		}
	}
}

// read reports whether all rows of some bytes are read without an error.
func read(t testing.TB, path string, content []byte) bool {
	t.Helper()
	if err := os.WriteFile(path, content, 0o644); err != nil {
		t.Fatal(err)
	}
	f, err := Open(path)
	if err != nil {
		return false
	}
	defer f.Close()
	for table := range f.tables {
		for i := range f.Rows(table) {
			if _, err := f.Row(table, i); err != nil {
				return false
			}
		}
	}
	return len(f.tables) > 0
}

// Whatever the bytes are, they are rows or an error.
func FuzzOpen(f *testing.F) {
	whole, err := os.ReadFile(written(f, [][]byte{[]byte("one"), []byte("two")}, [][]byte{nil}))
	if err != nil {
		f.Fatal(err)
	}
	f.Add(whole)
	path := filepath.Join(f.TempDir(), "fuzzed")
	f.Fuzz(func(t *testing.T, content []byte) { read(t, path, content) })
}
