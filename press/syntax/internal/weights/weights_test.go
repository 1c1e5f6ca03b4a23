package weights_test

import (
	"slices"
	"testing"

	"pgregory.net/rapid"

	"rolecall/press/syntax/internal/weights"
)

// features draws features in the order of their keys.
func features(t *rapid.T) []weights.Feature {
	key := rapid.OneOf(rapid.Uint32Range(0, 40), rapid.Uint32Range(1<<weights.KeyBits-40, 1<<weights.KeyBits-1), rapid.Uint32Range(0, 1<<weights.KeyBits-1))
	keys := rapid.SliceOfNDistinct(key, 0, 60, rapid.ID).Draw(t, "keys")
	slices.Sort(keys)
	var out []weights.Feature
	for _, k := range keys {
		f := weights.Feature{Key: k}
		for _, class := range rapid.SliceOfNDistinct(rapid.Uint8Range(0, 9), 1, 5, rapid.ID).Draw(t, "classes") {
			f.Weights = append(f.Weights, weights.Weight{Class: class, Root: rapid.Int8().Draw(t, "root")})
		}
		out = append(out, f)
	}
	return out
}

// TestAdd: scores are the sums of the weights, before and after a file.
func TestAdd(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		all := features(t)
		packed, err := weights.Append(nil, all)
		if err != nil {
			t.Fatal(err)
		}
		read, rest, err := weights.Read(append(packed, "more"...), 10)
		if err != nil || string(rest) != "more" {
			t.Fatal(err, rest)
		}
		asked := rapid.SliceOf(rapid.Uint32Range(0, 1<<weights.KeyBits-1)).Draw(t, "asked")
		for _, f := range all {
			asked = append(asked, f.Key)
		}
		want := make([]int32, 10)
		for _, f := range all {
			times := int32(0)
			for _, key := range asked {
				if key == f.Key {
					times++
				}
			}
			for _, w := range f.Weights {
				want[w.Class] += times * weights.Value(w.Root)
			}
		}
		for _, table := range []*weights.Table{weights.New(all), read} {
			got := make([]int32, 10)
			if table.Add(asked, got); !slices.Equal(got, want) {
				t.Fatalf("scores %v, want %v", got, want)
			}
		}
	})
}

// TestReadDamaged: a damaged file is an error and nothing worse.
func TestReadDamaged(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		packed, err := weights.Append(nil, features(t))
		if err != nil {
			t.Fatal(err)
		}
		at := rapid.IntRange(0, len(packed)-1).Draw(t, "at")
		if _, _, err := weights.Read(packed[:at], 10); err == nil {
			t.Errorf("a file that ends after %d of %d bytes was read", at, len(packed))
		}
		packed[at] ^= rapid.Byte().Draw(t, "by")
		if table, _, err := weights.Read(packed, 10); err == nil {
			table.Add([]uint32{0, 1, 1<<weights.KeyBits - 1}, make([]int32, 10))
		}
	})
}
