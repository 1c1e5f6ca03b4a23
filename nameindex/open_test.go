package nameindex

import (
	"bytes"
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
		if hits, err := x.Find("amelie", Query{}); hits != nil || !errors.Is(err, ErrClosed) {
			t.Error("a closed index finds", hits, err)
		}
	}
}

// sealed gives a damaged file the checksums of a sound one, so that Find meets the
// damage.
func sealed(data []byte) []byte {
	if len(data) < headerBytes {
		return data
	}
	h, err := decodeHeader(resealed(data))
	if err != nil {
		return data
	}
	body, sums := data[headerBytes:h.Sections[sectionSums].Offset], data[h.Sections[sectionSums].Offset:]
	for sheet := range sheetsOf(uint64(len(body))) {
		content := body[sheet*sheetBytes : min((sheet+1)*sheetBytes, uint64(len(body)))]
		binary.LittleEndian.PutUint32(sums[sheet*sumBytes:], crc32.Checksum(content, castagnoli))
	}
	binary.LittleEndian.PutUint32(data[headerBytes-8:], crc32.Checksum(sums, castagnoli))
	return resealed(data)
}

func resealed(data []byte) []byte {
	binary.LittleEndian.PutUint32(data[headerBytes-4:], crc32.Checksum(data[:headerBytes-4], castagnoli))
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
			for _, q := range []Query{{}, {Unfinished: true, Year: 2001}} {
				if _, err := x.Find(text, q); err != nil && !errors.Is(err, ErrDamaged) {
					t.Error(err)
				}
			}
			if _, err := x.FindExact(text, 0); err != nil && !errors.Is(err, ErrDamaged) {
				t.Error(err)
			}
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
					if _, err := x.Find(text, Query{}); err != nil && !errors.Is(err, ErrClosed) {
						t.Error(err)
					}
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
		"kind":      {context.Background(), Entry{Name: "a", Kind: MostKinds}, nil, "kind 64"},
		"cancelled": {ctx, Entry{Name: "b"}, nil, "cancel"},
	} {
		folder := t.TempDir()
		path := filepath.Join(folder, "names")
		err := Build(c.ctx, path, func(yield func(Entry, error) bool) {
			_ = yield(Entry{Name: "First"}, nil) && yield(c.last, c.err)
		}, Options{})
		if err == nil || !strings.Contains(err.Error(), c.want) {
			t.Errorf("%s: %v", name, err)
		}
		left, err := os.ReadDir(folder)
		if err != nil || len(left) != 0 {
			t.Errorf("%s: %v left behind (%v)", name, left, err)
		}
	}
}

func TestEqualEntriesGiveEqualFiles(t *testing.T) {
	entries := realNames(t)
	for e := range generated(20_000) {
		entries = append(entries, e)
	}
	var first []byte
	for range 2 {
		path := filepath.Join(t.TempDir(), "names")
		if err := Build(context.Background(), path, each(entries), Options{}); err != nil {
			t.Fatal(err)
		}
		data, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		if first != nil && !bytes.Equal(first, data) {
			t.Error("the order of the entries changes the file")
		}
		first = data
		slices.Reverse(entries)
	}
}

func TestStamp(t *testing.T) {
	path := filepath.Join(t.TempDir(), "names")
	if err := Build(context.Background(), path, each(nil), Options{Stamp: "hash of a catalog"}); err != nil {
		t.Fatal(err)
	}
	x, err := Open(path)
	if err != nil {
		t.Fatal(err)
	}
	defer x.Close()
	if x.Stamp() != "hash of a catalog" {
		t.Errorf("the stamp is %q", x.Stamp())
	}
}

func TestEmptyIndex(t *testing.T) {
	x := indexOf(t, each(nil))
	if hits := mustFind(x, "anything", Query{}); len(hits) != 0 || x.Len() != 0 {
		t.Error(hits, x.Len())
	}
}
