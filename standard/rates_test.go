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
func each(s *standard.Standard, reading rolecall.Reading, subjects ...standard.Subject) iter.Seq2[standard.Alike, error] {
	return func(yield func(standard.Alike, error) bool) {
		for _, one := range subjects {
			if !yield(s.Alone(one, reading), nil) {
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
	rates, err := s.Over(rolecall.Bounds, each(s, rolecall.Bounds,
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
	empty, err := s.Over(rolecall.Bounds, each(s, rolecall.Bounds))
	if err != nil || empty.Titles != 0 || empty.Whole.Count().Share().Lower.Defined() {
		t.Errorf("a population of nobody: %+v, %v", empty, err)
	}
}

func TestCountsAreSummedOverAPopulation(t *testing.T) {
	s, err := standard.Shipped().Find("celluloid-ceiling")
	if err != nil {
		t.Fatal(err)
	}
	rates, err := s.Over(rolecall.Bounds, each(s, rolecall.Bounds, film(tallied(1, 1, 1), tallied(0, 1, 0)), film(tallied(1, 0, 0), tallied(2, 0, 0)), standard.Subject{Leaves: 1}))
	if err != nil {
		t.Fatal(err)
	}
	i := slices.IndexFunc(rates.Criteria, func(c standard.CriterionRate) bool { return c.Criterion.ID == "director" })
	if got := rates.Criteria[i]; got.Sum != (rolecall.Count{Certain: 2, Possible: 3, Of: 4}) || got.Open != 1 || got.Rate != (standard.Rate{}) {
		t.Errorf("%+v", got)
	}
}

// A standard is read over a population by those titles that the reading compares, whatever
// becomes of them.
func TestRatesAsCreditedAndWhereKnown(t *testing.T) {
	s, err := standard.Shipped().Find("f-rating-2018")
	if err != nil {
		t.Fatal(err)
	}
	nobody := standard.Group{PerTitle: make(rolecall.PerTitle, 1), Open: true}
	some := []standard.Subject{
		film(tallied(1, 0, 0), tallied(0, 1, 0)), // met, all known
		film(tallied(0, 1, 0), tallied(0, 2, 0)), // not met, all known
		film(tallied(1, 0, 0), tallied(0, 1, 1)), // met, though a writer is not stated
		film(tallied(0, 1, 0), tallied(0, 0, 1)), // unknown
		film(tallied(0, 1, 0), nobody),           // no writer credited
		film(nobody, nobody),
	}
	for reading, want := range map[rolecall.Reading]struct {
		rate standard.Rate
		left int
	}{
		rolecall.Bounds:     {standard.Rate{Met: 2, NotMet: 1, Unknown: 3}, 0},
		rolecall.AsCredited: {standard.Rate{Met: 2, NotMet: 1, Unknown: 1}, 2},
		rolecall.WhereKnown: {standard.Rate{Met: 1, NotMet: 1}, 4},
	} {
		rates, err := s.Over(reading, each(s, reading, some...))
		if err != nil || rates.Whole != want.rate || rates.LeftOut != want.left || rates.Titles != len(some) {
			t.Errorf("%s: %+v, %d of %d left out, %v; want %+v, %d", reading, rates.Whole, rates.LeftOut, rates.Titles, err, want.rate, want.left)
		}
	}
	ceiling, err := standard.Shipped().Find("celluloid-ceiling")
	if err != nil {
		t.Fatal(err)
	}
	known, err := ceiling.Over(rolecall.WhereKnown, each(ceiling, rolecall.WhereKnown, append(some, film(tallied(1, 1, 2), nobody))...))
	if err != nil {
		t.Fatal(err)
	}
	i := slices.IndexFunc(known.Criteria, func(c standard.CriterionRate) bool { return c.Criterion.ID == "director" })
	if got := known.Criteria[i]; got.Sum != (rolecall.Count{Certain: 3, Possible: 3, Of: 7}) || got.Credited != 9 || got.Open != 1 {
		t.Errorf("directors where known: %+v", got)
	}
}

// A title is judged by those credited, or those stated, as if they were all there are; of
// nobody nothing is said.
func TestATitleAsCreditedAndWhereKnown(t *testing.T) {
	s, err := standard.Shipped().Find("f-rating-2018")
	if err != nil {
		t.Fatal(err)
	}
	nobody := standard.Group{PerTitle: make(rolecall.PerTitle, 1), Open: true}
	listed := tallied(0, 2, 0)
	listed.Partial = true // a source lists the principal people only
	unstated := tallied(0, 1, 1)
	for name, test := range map[string]struct {
		director, writer        standard.Group
		bounds, credited, known standard.Verdict
	}{
		"all known":             {tallied(0, 1, 0), tallied(0, 2, 0), standard.NotMet, standard.NotMet, standard.NotMet},
		"principal people":      {tallied(0, 1, 0), listed, standard.Unknown, standard.NotMet, standard.NotMet},
		"a writer not stated":   {tallied(0, 1, 0), unstated, standard.Unknown, standard.Unknown, standard.NotMet},
		"nobody stated":         {tallied(0, 1, 0), tallied(0, 0, 2), standard.Unknown, standard.Unknown, standard.Unknown},
		"nobody is a writer":    {tallied(0, 1, 0), nobody, standard.Unknown, standard.Unknown, standard.Unknown},
		"a woman, all the same": {tallied(1, 0, 1), nobody, standard.Met, standard.Met, standard.Met},
	} {
		for reading, want := range map[rolecall.Reading]standard.Verdict{rolecall.Bounds: test.bounds, rolecall.AsCredited: test.credited, rolecall.WhereKnown: test.known} {
			a, err := s.Assess(film(test.director, test.writer), reading)
			if err != nil || a.Verdict != want || a.Reading != reading {
				t.Errorf("%s, %s: %s, %v; want %s", name, reading, a.Verdict, err, want)
			}
			if c := a.Coverage[1]; c.Group != "writer" || c.People != test.writer.People.Total() || c.Stated != test.writer.People.Known() || c.Held != test.writer.PerTitle.Held() || c.Leaves != 1 {
				t.Errorf("%s, %s: coverage %+v", name, reading, a.Coverage)
			}
		}
	}
}

func TestAPopulationThatCannotBeRead(t *testing.T) {
	s, err := standard.Shipped().Find("f-rating")
	if err != nil {
		t.Fatal(err)
	}
	broken := errors.New("the catalog is damaged")
	_, err = s.Over(rolecall.Bounds, func(yield func(standard.Alike, error) bool) { yield(standard.Alike{}, broken) })
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
		whole, err1 := s.Over(rolecall.Bounds, each(s, rolecall.Bounds, all...))
		left, err2 := s.Over(rolecall.Bounds, each(s, rolecall.Bounds, all[:cut]...))
		right, err3 := s.Over(rolecall.Bounds, each(s, rolecall.Bounds, all[cut:]...))
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
		if _, err := s.Over(rolecall.Bounds, each(s, rolecall.Bounds, subject)); err != nil {
			b.Fatal(err)
		}
	}
}
