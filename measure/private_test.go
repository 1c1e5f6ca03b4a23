package measure

import (
	"testing"

	"pgregory.net/rapid"
)

// drawFigures are parts and their total, of a few people who may be in several parts.
func drawFigures(t *rapid.T, people, parts int) []figure {
	figures := make([]figure, parts+1)
	for i := range figures {
		figures[i].people = make(map[int32]bool)
	}
	total := &figures[parts]
	total.isTotal = true
	for i := range parts {
		total.parts = append(total.parts, i)
	}
	isAsked := rapid.SliceOfN(rapid.Bool(), people, people).Draw(t, "genders")
	for person := range int32(people) {
		first := rapid.IntRange(0, parts-1).Draw(t, "part")
		figures[first].people[person] = isAsked[person]
		if rapid.IntRange(0, 3).Draw(t, "works twice") == 0 {
			figures[rapid.IntRange(0, parts-1).Draw(t, "another")].people[person] = isAsked[person]
		}
		total.people[person] = isAsked[person]
	}
	return figures
}

// counts are how many people of each figure some guess takes for women.
func counts(figures []figure, guess uint) (all []int) {
	for _, f := range figures {
		n := 0
		for person := range f.people {
			n += int(guess >> person & 1)
		}
		all = append(all, n)
	}
	return all
}

// Whoever knows who is in each row and tries all that could be cannot tell anybody's gender
// from the counts that are told, nor a count that is too small.
func TestWhatIsLeftOutCannotBeWorkedOut(t *testing.T) {
	told := 0
	rapid.Check(t, func(t *rapid.T) {
		people, least := rapid.IntRange(1, 12).Draw(t, "people"), rapid.IntRange(2, 3).Draw(t, "least")
		figures := drawFigures(t, people, rapid.IntRange(1, 4).Draw(t, "parts"))
		hidden := leftOut(figures, least)
		truth := uint(0)
		for _, f := range figures {
			for person, isAsked := range f.people {
				if isAsked {
					truth |= 1 << person
				}
			}
		}
		real := counts(figures, truth)
		always, never := uint(1)<<people-1, uint(1)<<people-1
		lowest, highest := counts(figures, truth), counts(figures, truth)
		for guess := range uint(1) << people {
			could := counts(figures, guess)
			fits := true
			for i := range figures {
				fits = fits && (hidden[i] || could[i] == real[i])
			}
			if !fits {
				continue
			}
			always, never = always&guess, never&^guess
			for i, n := range could {
				lowest[i], highest[i] = min(lowest[i], n), max(highest[i], n)
			}
		}
		for i, f := range figures {
			others := len(f.people) - real[i]
			switch isFew := len(f.people) > 0 && min(real[i], others) < least; {
			case !hidden[i] && isFew:
				t.Fatalf("figure %d tells of %d and %d people", i, real[i], others)
			case hidden[i] && isFew && lowest[i] == highest[i]:
				t.Fatalf("figure %d can only be %d of %d: %v, told %v", i, real[i], len(f.people), figures, hidden)
			case !hidden[i] && len(f.people) > 0:
				told++
			}
		}
		if always != 0 || never != 0 {
			t.Fatalf("the genders of %b and %b are known: %v, left out %v", always, never, figures, hidden)
		}
	})
	if told == 0 {
		t.Error("no figure was ever told")
	}
}
