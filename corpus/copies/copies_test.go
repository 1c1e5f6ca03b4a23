package copies

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"
)

// report is a text of sentences that no other has, by a number.
func report(n uint64, sentences int) []string {
	chance := rand.New(rand.NewPCG(n, 7))
	var all []string
	for range sentences {
		words := []string{"The"}
		for range 12 + chance.IntN(8) {
			words = append(words, fmt.Sprintf("w%d", chance.IntN(900)))
		}
		all = append(all, strings.Join(words, " ")+".")
	}
	return all
}

func text(sentences []string) string { return strings.Join(sentences, " ") }

func textOf(sentences []string) Text {
	sketch, digest := Of(text(sentences))
	return Text{digest, sketch}
}

// TestCopiesAreFound edits reports as papers do, and holds the groups to who copied whom.
func TestCopiesAreFound(t *testing.T) {
	const reports, papers = 200, 5
	var texts []Text
	var of []int
	for n := range uint64(reports) {
		base := report(n, 25)
		edits := [papers][]string{
			base,
			append([]string{"EXCLUSIVE! Read it here first."}, base...),
			base[:20], // the end cut off
			append(slices.Clone(base[2:]), "Additional reporting by our own staff."),
			append(append(slices.Clone(base[:10]), "Our reporter was there and saw it."), base[10:]...),
		}
		for _, edited := range edits {
			texts, of = append(texts, textOf(edited)), append(of, int(n))
		}
	}
	missed, wrong := 0, 0
	for i, first := range Groups(texts) {
		switch want := of[i] * papers; {
		case of[first] != of[i]:
			wrong++
		case int(first) != want:
			missed++
		}
	}
	if wrong > 0 || missed > reports*papers/100 {
		t.Errorf("%d of %d texts are put to a report that they do not copy, %d are not put to their own", wrong, len(texts), missed)
	}
}

func TestCaseSpacesAndSignsDoNotMatter(t *testing.T) {
	_, one := Of("“All 13 episodes,” she said,\nwere directed by women.")
	_, other := Of(`"ALL 13 episodes", she  said, were directed by women`)
	if one != other {
		t.Error("the digests differ")
	}
	if _, third := Of("All 12 episodes, she said, were directed by women."); third == one {
		t.Error("a number more does not matter")
	}
}

func TestLittleTextIsLikeNothing(t *testing.T) {
	texts := []Text{textOf([]string{"Two words"}), textOf([]string{"Other ones"}), textOf(nil), textOf([]string{"Two words!"})}
	if got, want := Groups(texts), []int32{0, 1, 2, 0}; !slices.Equal(got, want) {
		t.Errorf("%v, want %v", got, want)
	}
}

func TestSketchesAreReadBack(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		sketch, _ := Of(rapid.String().Draw(t, "text"))
		read, err := Parse(sketch.String())
		if err != nil || read != sketch {
			t.Errorf("%v: %v", err, read)
		}
	})
	if _, err := Parse("abc"); err == nil {
		t.Error("what is no sketch is read")
	}
}

// TestAGroupIsLedByItsFirst: groups are the same in whatever way copies are mixed, but for
// who is first.
func TestAGroupIsLedByItsFirst(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		var texts []Text
		for range rapid.IntRange(1, 30).Draw(t, "texts") {
			texts = append(texts, textOf(report(rapid.Uint64Range(0, 6).Draw(t, "report"), 10)))
		}
		for i, first := range Groups(texts) {
			if want := slices.IndexFunc(texts, func(o Text) bool { return o.Digest == texts[i].Digest }); int(first) != want {
				t.Errorf("text %d: group of %d, want %d", i, first, want)
			}
		}
	})
}
