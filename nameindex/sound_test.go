package nameindex

import (
	"errors"
	"math/rand/v2"
	"os"
	"path/filepath"
	"reflect"
	"slices"
	"testing"
)

// mustFind is Find where the index is sound.
func mustFind(x *Index, text string, q Query) []Hit {
	hits, err := x.Find(text, q)
	if err != nil {
		panic(err)
	}
	return hits
}

func mustFindExact(x *Index, text string, kinds Kinds) []Hit {
	hits, err := x.FindExact(text, kinds)
	if err != nil {
		panic(err)
	}
	return hits
}

// answers are what an index says to some texts, or its error to the first that it
// refuses.
func answers(x *Index) (all [][]Hit, err error) {
	for _, text := range texts {
		for _, ask := range []func() ([]Hit, error){
			func() ([]Hit, error) { return x.FindExact(text, 0) },
			func() ([]Hit, error) { return x.Find(text, Query{}) },
			func() ([]Hit, error) { return x.Find(text, Query{Unfinished: true}) },
		} {
			hits, err := ask()
			if err != nil {
				return nil, err
			}
			all = append(all, hits)
		}
	}
	return all, nil
}

// large is an index of several sheets.
func large(t testing.TB) []byte {
	t.Helper()
	entries := realNames(t)
	for e := range generated(20_000) {
		entries = append(entries, e)
	}
	path := filepath.Join(t.TempDir(), "names")
	if err := Build(t.Context(), path, each(entries), Options{Stamp: "stamp"}); err != nil {
		t.Fatal(err)
	}
	data, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	if len(data) < 8*sheetBytes {
		t.Fatalf("%d bytes are too few sheets", len(data))
	}
	return data
}

// One bit that is not what was written, wherever it lies, is no other answer: what
// does not rest on it is answered as before, all else is refused.
func TestADamagedBitChangesNoAnswer(t *testing.T) {
	data := large(t)
	sound, err := Open(write(t, data))
	if err != nil {
		t.Fatal(err)
	}
	defer sound.Close()
	want, err := answers(sound)
	if err != nil {
		t.Fatal(err)
	}
	random := rand.New(rand.NewPCG(1, 2))
	refused := 0
	for range 250 {
		damaged := slices.Clone(data)
		damaged[random.IntN(len(data))] ^= 1 << random.IntN(8)
		x, err := Open(write(t, damaged))
		if err != nil {
			refused++
			continue
		}
		got, err := answers(x)
		switch {
		case err == nil && !reflect.DeepEqual(got, want):
			t.Fatal("a damaged file is believed")
		case err != nil && !errors.Is(err, ErrDamaged):
			t.Errorf("%v", err)
		case err != nil:
			refused++
		}
		if x.Verify() == nil {
			t.Error("the damage is not seen by reading the whole file")
		}
		x.Close()
	}
	if refused == 0 {
		t.Error("no damage was met")
	}
}

// A file that is cut or written to in place while it is mapped is refused, and
// ends neither the program nor a search with half of an answer.
func TestAFileChangedWhileItIsOpenIsRefused(t *testing.T) {
	data := large(t)
	for name, change := range map[string]func(string) error{
		"emptied":    func(path string) error { return os.Truncate(path, 0) },
		"cut":        func(path string) error { return os.Truncate(path, int64(len(data)/3)) },
		"cut by one": func(path string) error { return os.Truncate(path, int64(len(data)-1)) },
		"overwritten": func(path string) error {
			f, err := os.OpenFile(path, os.O_WRONLY, 0)
			if err != nil {
				return err
			}
			_, err = f.WriteAt(make([]byte, len(data)/2), int64(headerBytes))
			return errors.Join(err, f.Close())
		},
	} {
		for _, read := range []bool{false, true} {
			path := write(t, data)
			x, err := Open(path)
			if err != nil {
				t.Fatal(err)
			}
			if read { // all sheets are in memory and were checked
				if err := x.Verify(); err != nil {
					t.Fatal(err)
				}
			}
			if err := change(path); err != nil {
				t.Fatal(err)
			}
			for _, text := range texts {
				_, found := x.Find(text, Query{})
				_, exact := x.FindExact(text, 0)
				if !errors.Is(found, ErrDamaged) || !errors.Is(exact, ErrDamaged) {
					t.Errorf("%s, read before %v: %v, %v", name, read, found, exact)
				}
			}
			if !errors.Is(x.Sound(), ErrDamaged) {
				t.Errorf("%s: it is said to be sound", name)
			}
			if err := x.Close(); err != nil {
				t.Error(err)
			}
		}
	}
}

// What is removed or replaced by renaming stays as it was for whom has it open.
func TestAFileReplacedByRenamingIsNoDamage(t *testing.T) {
	data := large(t)
	path := write(t, data)
	x, err := Open(path)
	if err != nil {
		t.Fatal(err)
	}
	defer x.Close()
	if err := os.Rename(write(t, data), path); err != nil {
		t.Fatal(err)
	}
	if _, err := answers(x); err != nil {
		t.Error(err)
	}
}
