package standard_test

import (
	"errors"
	"iter"
	"slices"
	"testing"

	"pgregory.net/rapid"

	"rolecall"
	"rolecall/standard"
)

// each are some titles, each by itself.
func each(s *standard.Standard, subjects ...standard.Subject) iter.Seq2[standard.Alike, error] {
	return func(yield func(standard.Alike, error) bool) {
		for _, one := range subjects {
			if !yield(s.Alone(one), nil) {
				return
			}
		}
	}
}

func film(director, writer standard.Group) standard.Subject {
	return standard.Subject{Leaves: 1, Groups: map[string]standard.Group{"director": director, "writer": writer}}
}

func TestThePassRateOfAPopulation(t *testing.T) {
	s, err := standard.Shipped().Find("f-rating-2018")
	if err != nil {
		t.Fatal(err)
	}
	rates, err := s.Over(each(s,
		film(tallied(1, 0, 0), tallied(0, 1, 0)), film(tallied(0, 1, 0), tallied(0, 2, 0)),
		film(tallied(0, 1, 0), tallied(0, 0, 1)), standard.Subject{Leaves: 1}))
	if err != nil {
		t.Fatal(err)
	}
	if rates.Titles != 4 || rates.Whole != (standard.Rate{Met: 1, NotMet: 1, Unknown: 2}) {
		t.Errorf("%d titles, %+v", rates.Titles, rates.Whole)
	}
	if got := rates.Whole.Count(); got != (rolecall.Count{Certain: 1, Possible: 3, Of: 4}) {
		t.Errorf("%+v", got)
	}
	if got := rates.Criteria[1].Rate; got != (standard.Rate{NotMet: 2, Unknown: 2}) {
		t.Errorf("%s: %+v", rates.Criteria[1].Criterion.ID, got)
	}
	empty, err := s.Over(each(s))
	if err != nil || empty.Titles != 0 || empty.Whole.Count().Share().Lower.Defined() {
		t.Errorf("a population of nobody: %+v, %v", empty, err)
	}
}

func TestCountsAreSummedOverAPopulation(t *testing.T) {
	s, err := standard.Shipped().Find("celluloid-ceiling")
	if err != nil {
		t.Fatal(err)
	}
	rates, err := s.Over(each(s, film(tallied(1, 1, 1), tallied(0, 1, 0)), film(tallied(1, 0, 0), tallied(2, 0, 0)), standard.Subject{Leaves: 1}))
	if err != nil {
		t.Fatal(err)
	}
	i := slices.IndexFunc(rates.Criteria, func(c standard.CriterionRate) bool { return c.Criterion.ID == "director" })
	if got := rates.Criteria[i]; got.Sum != (rolecall.Count{Certain: 2, Possible: 3, Of: 4}) || got.Open != 1 || got.Rate != (standard.Rate{}) {
		t.Errorf("%+v", got)
	}
}

func TestAPopulationThatCannotBeRead(t *testing.T) {
	s, err := standard.Shipped().Find("f-rating")
	if err != nil {
		t.Fatal(err)
	}
	broken := errors.New("the catalog is damaged")
	_, err = s.Over(func(yield func(standard.Alike, error) bool) { yield(standard.Alike{}, broken) })
	if !errors.Is(err, broken) {
		t.Errorf("%v", err)
	}
}

// The verdicts over a population add up to its titles, however it is divided.
func TestRatesAddUp(t *testing.T) {
	shipped := standard.Shipped()
	rapid.Check(t, func(t *rapid.T) {
		s := rapid.SampledFrom(shipped).Draw(t, "standard")
		var all []standard.Subject
		for range rapid.IntRange(0, 4).Draw(t, "titles") {
			all = append(all, drawWorld(t, false).subject())
		}
		cut := rapid.IntRange(0, len(all)).Draw(t, "cut")
		whole, err1 := s.Over(each(s, all...))
		left, err2 := s.Over(each(s, all[:cut]...))
		right, err3 := s.Over(each(s, all[cut:]...))
		if err := errors.Join(err1, err2, err3); err != nil {
			t.Fatal(err)
		}
		for i, c := range whole.Criteria {
			if c.Criterion.Count == "" && c.Rate.Count().Of != whole.Titles {
				t.Fatalf("%s: %+v of %d titles", c.Criterion.ID, c.Rate, whole.Titles)
			}
			if sum := left.Criteria[i].Rate.Count().Certain + right.Criteria[i].Rate.Count().Certain; sum != c.Rate.Met {
				t.Fatalf("%s: %d of the parts, %d of the whole", c.Criterion.ID, sum, c.Rate.Met)
			}
			if sum := left.Criteria[i].Sum.Of + right.Criteria[i].Sum.Of; sum != c.Sum.Of {
				t.Fatalf("%s: %d people of the parts, %d of the whole", c.Criterion.ID, sum, c.Sum.Of)
			}
		}
	})
}

func BenchmarkOver(b *testing.B) {
	s, err := standard.Shipped().Find("reframe-film-2018")
	if err != nil {
		b.Fatal(err)
	}
	subject := film(tallied(1, 1, 1), tallied(0, 1, 0))
	for b.Loop() {
		if _, err := s.Over(each(s, subject)); err != nil {
			b.Fatal(err)
		}
	}
}
