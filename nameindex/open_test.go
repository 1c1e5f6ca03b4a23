package nameindex

import (
	"context"
	"encoding/binary"
	"errors"
	"hash/crc32"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"testing"
)

var texts = []string{"amelie", "jesica jones s2", "shawshank redemtion", "the", "stand last x men", "predes tination", "zzzz"}

func whole(t testing.TB) []byte {
	t.Helper()
	path := filepath.Join(t.TempDir(), "names")
	if err := Build(context.Background(), path, each(realNames(t)), Options{}); err != nil {
		t.Fatal(err)
	}
	data, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	return data
}

func write(t testing.TB, data []byte) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), "names")
	if err := os.WriteFile(path, data, 0o600); err != nil {
		t.Fatal(err)
	}
	return path
}

func TestDamageIsSaid(t *testing.T) {
	data := whole(t)
	for name, damage := range map[string]func([]byte) []byte{
		"empty":     func([]byte) []byte { return nil },
		"short":     func(d []byte) []byte { return d[:len(d)-1] },
		"long":      func(d []byte) []byte { return append(d, 0) },
		"not ours":  func(d []byte) []byte { d[0] = 'x'; return d },
		"header":    func(d []byte) []byte { d[40]++; return d },
		"only head": func(d []byte) []byte { return d[:headerBytes] },
	} {
		if _, err := Open(write(t, damage(slices.Clone(data)))); !errors.Is(err, ErrDamaged) {
			t.Errorf("%s: %v", name, err)
		}
	}
	if _, err := Open(filepath.Join(t.TempDir(), "none")); !errors.Is(err, os.ErrNotExist) {
		t.Error(err)
	}
	other := slices.Clone(data)
	other[8] = version + 1
	if _, err := Open(write(t, other)); err == nil || !strings.Contains(err.Error(), "version") {
		t.Errorf("another version: %v", err)
	}
}

func TestVerify(t *testing.T) {
	data := whole(t)
	data[len(data)/2] ^= 1
	for want, content := range map[bool][]byte{true: whole(t), false: data} {
		x, err := Open(write(t, content))
		if err != nil {
			t.Fatal(err)
		}
		if err := x.Verify(); (err == nil) != want {
			t.Errorf("whole %v: %v", want, err)
		}
		if err := errors.Join(x.Close(), x.Close()); err != nil {
			t.Error(err)
		}
		if hits := x.Find("amelie", Query{}); hits != nil {
			t.Error("a closed index finds", hits)
		}
	}
}

// sealed gives a damaged file the header checksum of a sound one, so that Find
// meets the damage.
func sealed(data []byte) []byte {
	if len(data) >= headerBytes {
		binary.LittleEndian.PutUint32(data[headerBytes-4:], crc32.Checksum(data[:headerBytes-4], castagnoli))
	}
	return data
}

func FuzzOpen(f *testing.F) {
	data := whole(f)
	for _, at := range []int{20, 30, 100, headerBytes, headerBytes + 10, len(data) / 2, len(data) - 30, len(data) - 5} {
		f.Add(uint32(at), []byte{0xff, 0xff, 0xff, 0xff}, uint32(at*7), []byte{0, 0x80, 0x80})
	}
	f.Fuzz(func(t *testing.T, at uint32, with []byte, second uint32, also []byte) {
		damaged := slices.Clone(data)
		copy(damaged[int(at)%len(damaged):], with)
		copy(damaged[int(second)%len(damaged):], also)
		x, err := newIndex(sealed(damaged))
		if err != nil {
			return
		}
		for _, text := range texts {
			x.Find(text, Query{})
		}
	})
}

func TestFindAlongsideClose(t *testing.T) {
	x, err := Open(write(t, whole(t)))
	if err != nil {
		t.Fatal(err)
	}
	var group sync.WaitGroup
	for range 4 {
		group.Go(func() {
			for range 20 {
				for _, text := range texts {
					x.Find(text, Query{})
				}
			}
		})
	}
	if err := x.Close(); err != nil {
		t.Error(err)
	}
	group.Wait()
}

func TestBuildLeavesNothingBehind(t *testing.T) {
	fault := errors.New("the source failed")
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	for name, c := range map[string]struct {
		ctx  context.Context
		last Entry
		err  error
		want string
	}{
		"source":    {context.Background(), Entry{}, fault, "the source failed"},
		"kind":      {context.Background(), Entry{ID: "a", Kind: MostKinds}, nil, "kind 64"},
		"long name": {context.Background(), Entry{ID: "a", Name: strings.Repeat("x", mostName+1)}, nil, "shorten"},
		"cancelled": {ctx, Entry{ID: "a", Name: "b"}, nil, "cancel"},
	} {
		folder := t.TempDir()
		path := filepath.Join(folder, "names")
		if err := os.WriteFile(path, []byte("before"), 0o600); err != nil {
			t.Fatal(err)
		}
		err := Build(c.ctx, path, func(yield func(Entry, error) bool) {
			_ = yield(Entry{ID: "first", Name: "First"}, nil) && yield(c.last, c.err)
		}, Options{})
		if err == nil || !strings.Contains(err.Error(), c.want) {
			t.Errorf("%s: %v", name, err)
		}
		left, err := os.ReadDir(folder)
		if err != nil || len(left) != 1 {
			t.Errorf("%s: %v left behind (%v)", name, left, err)
		}
		if data, _ := os.ReadFile(path); string(data) != "before" {
			t.Errorf("%s: the index of before is gone", name)
		}
	}
}

func TestManyRunsGiveTheSameFile(t *testing.T) {
	files := map[int][]byte{}
	for _, memory := range []int{leastMemory, 0} {
		path := filepath.Join(t.TempDir(), "names")
		if err := Build(context.Background(), path, generated(30_000), Options{Memory: memory}); err != nil {
			t.Fatal(err)
		}
		data, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		files[memory] = data
	}
	if !slices.Equal(files[0], files[leastMemory]) {
		t.Error("an index built with little memory differs from one built with much")
	}
}

func TestEmptyIndex(t *testing.T) {
	x := indexOf(t, each(nil), 0)
	if hits := x.Find("anything", Query{}); len(hits) != 0 || x.Len() != 0 {
		t.Error(hits, x.Len())
	}
}

func TestIdentifiersComeBack(t *testing.T) {
	var entries []Entry
	for _, id := range []string{"tt0111161", "tt10872600", "nm0000158", "Q42", "42", "0", "000", "", "a-b", "x123456789012345678901234567890", "ü7"} {
		entries = append(entries, Entry{ID: id, Name: "Name of " + id + "!"})
	}
	x := indexOf(t, each(entries), 0)
	var found []string
	for _, hit := range x.Find("name of", Query{Most: 50}) {
		found = append(found, hit.ID)
	}
	for _, e := range entries {
		if !slices.Contains(found, e.ID) {
			t.Errorf("%q is not among %q", e.ID, found)
		}
	}
}
