package bunzip

import (
	"bytes"
	"compress/bzip2"
	"context"
	"errors"
	"io"
	"math/rand/v2"
	"os"
	"path/filepath"
	"testing"
	"testing/iotest"
)

// samples are files made with bzip2: of many blocks, of several streams (one of them
// empty), and of one byte three million times.
func samples(t testing.TB) map[string][]byte {
	t.Helper()
	paths, err := filepath.Glob("testdata/*.bz2")
	if err != nil || len(paths) < 3 {
		t.Fatal(paths, err)
	}
	all := make(map[string][]byte)
	for _, path := range paths {
		if all[filepath.Base(path)], err = os.ReadFile(path); err != nil {
			t.Fatal(err)
		}
	}
	return all
}

func standard(packed []byte) ([]byte, error) {
	return io.ReadAll(bzip2.NewReader(bytes.NewReader(packed)))
}

func unpacked(t testing.TB, packed []byte) ([]byte, error) {
	ctx, cancel := context.WithCancel(t.Context())
	defer cancel()
	return io.ReadAll(NewReader(ctx, bytes.NewReader(packed)))
}

func TestWhatTheStandardLibraryUnpacksIsUnpacked(t *testing.T) {
	for name, packed := range samples(t) {
		want, err := standard(packed)
		if err != nil {
			t.Fatal(err)
		}
		ctx, cancel := context.WithCancel(t.Context())
		got, err := io.ReadAll(iotest.OneByteReader(NewReader(ctx, iotest.HalfReader(bytes.NewReader(packed)))))
		cancel()
		if err != nil || !bytes.Equal(got, want) {
			t.Errorf("%s: %d bytes of %d, %v", name, len(got), len(want), err)
		}
	}
}

// A bit that is turned, or an end that is cut off, is never read over.
func TestDamageIsFound(t *testing.T) {
	random := rand.New(rand.NewPCG(1, 2))
	for name, packed := range samples(t) {
		want, _ := standard(packed)
		for range 12 {
			cut := packed[:random.IntN(len(packed))]
			if got, err := unpacked(t, cut); err == nil && len(got) == len(want) || err != nil && len(got) > len(want) {
				t.Errorf("%s, %d of %d bytes: %d bytes unpacked, %v", name, len(cut), len(packed), len(got), err)
			}
			turned := bytes.Clone(packed)
			turned[random.IntN(len(turned))] ^= 1 << random.IntN(8)
			got, err := unpacked(t, turned)
			if other, stdErr := standard(turned); err == nil && (stdErr != nil || !bytes.Equal(got, other)) {
				t.Errorf("%s: a bit was turned and is read over", name)
			}
		}
		if _, err := unpacked(t, packed[:len(packed)-1]); !errors.Is(err, io.ErrUnexpectedEOF) {
			t.Errorf("%s without its last byte: %v", name, err)
		}
		if _, err := unpacked(t, append(bytes.Clone(packed), "more"...)); err == nil {
			t.Errorf("%s with something behind it was read", name)
		}
	}
	for _, none := range []string{"", "B", "BZh", "BZh0", "a text that is long enough to be something", "BZh9\x31\x41\x59\x26\x53\x59"} {
		if _, err := unpacked(t, []byte(none)); err == nil {
			t.Errorf("%q was unpacked", none)
		}
	}
}

// Where the pattern of a block stands within one, the two halves are read as one.
func TestAPatternWithinABlockIsNoBlock(t *testing.T) {
	packed := samples(t)["blocks.txt.bz2"]
	s := &splitter{packed: bytes.NewReader(packed)}
	p, err := s.next()
	if err != nil {
		t.Fatal(err)
	}
	whole := newPart(p.block, p.level)
	for _, at := range []int{1000, 1001, 70007} {
		first := p.block.until(at)
		second := stretch{p.block.held, at, p.block.to}.until(p.block.to - at)
		r := &reader{ctx: t.Context(), parts: make(chan *part, 2)}
		broken := newPart(first, p.level)
		r.parts <- newPart(second, p.level)
		if broken.err == nil {
			t.Fatal("half a block was unpacked")
		}
		got, err := r.joined(broken)
		if err != nil || !bytes.Equal(got.text, whole.text) || got.block.sum() != whole.block.sum() {
			t.Errorf("cut at bit %d: %v", at, err)
		}
	}
}

func TestTheContextEndsIt(t *testing.T) {
	ctx, cancel := context.WithCancel(t.Context())
	r := NewReader(ctx, bytes.NewReader(samples(t)["blocks.txt.bz2"]))
	if _, err := io.ReadFull(r, make([]byte, 10)); err != nil {
		t.Fatal(err)
	}
	cancel()
	if _, err := io.Copy(io.Discard, r); err != nil && !errors.Is(err, context.Canceled) {
		t.Errorf("%v", err)
	}
	failing := errors.New("the disk is gone")
	if _, err := io.ReadAll(NewReader(t.Context(), iotest.ErrReader(failing))); !errors.Is(err, failing) {
		t.Errorf("a reader that fails: %v", err)
	}
}

// A block without an end is not waited for.
func TestABlockHasAnEnd(t *testing.T) {
	endless := io.MultiReader(bytes.NewReader([]byte("BZh9\x31\x41\x59\x26\x53\x59")), zeros{})
	ctx, cancel := context.WithCancel(t.Context())
	defer cancel()
	if _, err := io.ReadAll(NewReader(ctx, endless)); err == nil {
		t.Error("a block without an end was unpacked")
	}
}

type zeros struct{}

func (zeros) Read(into []byte) (int, error) {
	clear(into)
	return len(into), nil
}

func FuzzReader(f *testing.F) {
	for _, packed := range samples(f) {
		f.Add(packed[:min(len(packed), 400)])
	}
	f.Add([]byte("BZh9\x17\x72\x45\x38\x50\x90\x00\x00\x00\x00"))
	f.Fuzz(func(t *testing.T, packed []byte) {
		want, stdErr := standard(packed)
		got, err := unpacked(t, packed)
		if err == nil && (stdErr != nil || !bytes.Equal(got, want)) {
			t.Errorf("%d bytes without an error; the standard library: %d bytes, %v", len(got), len(want), stdErr)
		}
		if stdErr == nil && err != nil {
			t.Errorf("%v; the standard library unpacks %d bytes", err, len(want))
		}
	})
}

func BenchmarkReader(b *testing.B) {
	packed := bytes.Repeat(samples(b)["streams.txt.bz2"], 20)
	for name, read := range map[string]func() ([]byte, error){
		"all cores": func() ([]byte, error) { return unpacked(b, packed) },
		"one core":  func() ([]byte, error) { return standard(packed) },
	} {
		b.Run(name, func(b *testing.B) {
			b.SetBytes(int64(len(packed)))
			for b.Loop() {
				if _, err := read(); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}
