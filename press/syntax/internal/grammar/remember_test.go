package grammar

import (
	"fmt"
	"slices"
	"testing"

	"pgregory.net/rapid"
)

// scattered gives every feature weights by its number alone.
type scattered struct{ classes int }

func (s scattered) Add(features []uint32, scores []int32) {
	for _, f := range features {
		scores[int(f)%s.classes] += int32(f>>8%200) - 100
	}
}

// TestWhatIsRememberedIsReadTheSame: sentences are tagged alike with and without memory, also
// once more words have come than are remembered.
func TestWhatIsRememberedIsReadTheSame(t *testing.T) {
	const classes = 45
	plain := Tagger{First: scattered{classes}, Second: scattered{classes}, Classes: classes, Noun: 3}
	learnt := remember(scattered{classes}, classes)
	remembers := Tagger{First: learnt, Second: learnt, Classes: classes, Noun: 3}
	same := func(fail func(string, ...any), texts []string, names []bool) {
		forms := Forms(texts, names)
		if got, want := remembers.Tag(forms), plain.Tag(forms); !slices.Equal(got, want) {
			fail("%q: %v, want %v", texts, got, want)
		}
	}
	rapid.Check(t, func(t *rapid.T) {
		texts := rapid.SliceOfN(rapid.SampledFrom([]string{"she", "directed", "the", "2018", "series", ",", "Variety", "of", "“", "half-made", "U.S."}), 1, 30).Draw(t, "texts")
		same(t.Fatalf, texts, rapid.SliceOfN(rapid.Bool(), len(texts), len(texts)).Draw(t, "names"))
	})
	for n := range mostRemembered/8 + 100 {
		var texts []string
		for i := range 10 {
			texts = append(texts, fmt.Sprintf("%c%xy", 'a'+n%26, n*10+i))
		}
		same(t.Fatalf, texts, make([]bool, len(texts)))
	}
	if len(learnt.words) > mostRemembered {
		t.Errorf("%d words are remembered", len(learnt.words))
	}
}
