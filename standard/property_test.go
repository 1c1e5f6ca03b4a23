package standard_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"rolecall"
	"rolecall/measure"
	"rolecall/standard"
)

// world is a small title of which everything is known to the test: who there is,
// what is stated of them, and who is credited where.
type world struct {
	leaves  int
	genders []rolecall.Gender
	credits []credit
}

type credit struct {
	role   rolecall.Role
	leaf   int
	person int
}

// testRoles are few, so that people meet in several of them.
var testRoles = []rolecall.Role{rolecall.Director, rolecall.Writer, rolecall.Editor}

func drawWorld(t *rapid.T, full bool) world {
	w := world{leaves: rapid.IntRange(1, 3).Draw(t, "leaves")}
	w.genders = rapid.SliceOfN(rapid.SampledFrom(rolecall.Genders()), 1, 5).Draw(t, "genders")
	for _, role := range testRoles {
		for leaf := range w.leaves {
			least := 0
			if full {
				least = 1
			}
			people := rapid.SliceOfNDistinct(rapid.IntRange(0, len(w.genders)-1), least, min(3, len(w.genders)), rapid.ID[int]).Draw(t, "people")
			for _, p := range people {
				w.credits = append(w.credits, credit{role, leaf, p})
			}
		}
	}
	return w
}

// lineup is the world as a catalog would give it.
func (w world) lineup() measure.Lineup {
	kind := rolecall.Season
	if w.leaves == 1 {
		kind = rolecall.Film
	}
	l := measure.Lineup{Title: rolecall.Title{ID: "t", Name: "T", Kind: kind}}
	var ids []string
	for i := range w.leaves {
		ids = append(ids, fmt.Sprint("t/", i))
		l.Leaves = append(l.Leaves, rolecall.Title{ID: ids[i], Kind: rolecall.Episode})
	}
	genders := make(rolecall.GenderOf)
	for p, g := range w.genders {
		genders[fmt.Sprint(p)] = g
	}
	for _, role := range testRoles {
		var credits []rolecall.Credit
		at := make(map[int]int)
		count := measure.RoleCount{Role: role}
		for _, c := range w.credits {
			if c.role != role {
				continue
			}
			id := fmt.Sprint(c.person)
			credits = append(credits, rolecall.Credit{TitleID: ids[c.leaf], PersonID: id, Role: role})
			if _, seen := at[c.person]; !seen {
				at[c.person] = len(count.Credited)
				count.Credited = append(count.Credited, measure.Credited{Person: rolecall.Person{ID: id, Gender: w.genders[c.person]}})
			}
			one := &count.Credited[at[c.person]]
			one.Leaves = append(one.Leaves, c.leaf)
		}
		count.People = rolecall.TallyPeople(credits, genders)
		count.Credits = rolecall.TallyCredits(credits, genders)
		count.PerTitle = rolecall.TallyTitles(ids, credits, genders)
		l.Roles = append(l.Roles, count)
	}
	return l
}

func (w world) subject() standard.Subject { return standard.SubjectOf(w.lineup()) }

// resolutions are all worlds in which nothing is unknown any more: every gender
// is stated, and where a role has no credit on a title, one or two people are
// found.
func (w world) resolutions() []world {
	worlds := []world{{leaves: w.leaves, genders: slices.Clone(w.genders), credits: slices.Clone(w.credits)}}
	for p, g := range w.genders {
		if g == rolecall.Unknown {
			worlds = inEach(worlds, func(one world) []world {
				var more []world
				for _, stated := range []rolecall.Gender{rolecall.Woman, rolecall.Man, rolecall.Nonbinary} {
					next := one.clone()
					next.genders[p] = stated
					more = append(more, next)
				}
				return more
			})
		}
	}
	for _, role := range testRoles {
		for leaf := range w.leaves {
			if slices.ContainsFunc(w.credits, func(c credit) bool { return c.role == role && c.leaf == leaf }) {
				continue
			}
			worlds = inEach(worlds, func(one world) []world {
				var more []world
				for _, found := range [][]rolecall.Gender{{rolecall.Woman}, {rolecall.Man}, {rolecall.Man, rolecall.Woman}} {
					next := one.clone()
					for _, g := range found {
						next.credits = append(next.credits, credit{role, leaf, len(next.genders)})
						next.genders = append(next.genders, g)
					}
					more = append(more, next)
				}
				return more
			})
		}
	}
	return worlds
}

func (w world) clone() world {
	return world{w.leaves, slices.Clone(w.genders), slices.Clone(w.credits)}
}

func inEach(worlds []world, into func(world) []world) []world {
	var all []world
	for _, one := range worlds {
		all = append(all, into(one)...)
	}
	return all
}

// few leaves out worlds beyond a number, evenly, so that a test stays quick.
func few(worlds []world) []world {
	const most = 300
	if len(worlds) <= most {
		return worlds
	}
	var some []world
	for i := range most {
		some = append(some, worlds[i*len(worlds)/most])
	}
	return some
}

// formula is an expression of the language with a plain meaning of its own in a
// world where nothing is unknown.
type formula struct {
	text  string
	holds func(world) bool
}

var units = []rolecall.Unit{rolecall.People, rolecall.Credits, rolecall.TitlesAny, rolecall.TitlesAll}

// women counts by the words of docs/method.md, without the tallies of the
// package rolecall: the women, and of how many.
func (w world) women(role rolecall.Role, unit rolecall.Unit) (n, of int) {
	people := make(map[int]bool)
	perLeaf := make([][]int, w.leaves)
	for _, c := range w.credits {
		if c.role == role {
			people[c.person] = true
			perLeaf[c.leaf] = append(perLeaf[c.leaf], c.person)
		}
	}
	isWoman := func(p int) bool { return w.genders[p] == rolecall.Woman }
	switch unit {
	case rolecall.People:
		for p := range people {
			if of++; isWoman(p) {
				n++
			}
		}
	case rolecall.Credits:
		for _, credited := range perLeaf {
			for _, p := range credited {
				if of++; isWoman(p) {
					n++
				}
			}
		}
	case rolecall.TitlesAny, rolecall.TitlesAll:
		for _, credited := range perLeaf {
			of++
			any := slices.ContainsFunc(credited, isWoman)
			all := len(credited) > 0 && !slices.ContainsFunc(credited, func(p int) bool { return !isWoman(p) })
			if unit == rolecall.TitlesAny && any || unit == rolecall.TitlesAll && all {
				n++
			}
		}
	}
	return n, of
}

var operators = map[string]func(a, b float64) bool{
	">=": func(a, b float64) bool { return a >= b }, ">": func(a, b float64) bool { return a > b },
	"<=": func(a, b float64) bool { return a <= b }, "<": func(a, b float64) bool { return a < b },
}

// drawComparison compares the count, or its share, of one role or two.
func drawComparison(t *rapid.T) formula {
	unit := rapid.SampledFrom(units).Draw(t, "unit")
	roles := rapid.SliceOfNDistinct(rapid.SampledFrom(testRoles), 1, 2, rapid.ID[rolecall.Role]).Draw(t, "roles")
	op := rapid.SampledFrom([]string{">=", ">", "<=", "<"}).Draw(t, "operator")
	var terms []string
	for _, role := range roles {
		terms = append(terms, fmt.Sprintf("%s(%s)", strings.ReplaceAll(string(unit), "-", "_"), role))
	}
	total := func(w world) (n, of int) {
		for _, role := range roles {
			m, all := w.women(role, unit)
			n, of = n+m, of+all
		}
		return n, of
	}
	text := strings.Join(terms, " + ")
	if rapid.Bool().Draw(t, "share") {
		quarters := rapid.IntRange(0, 4).Draw(t, "quarters")
		return formula{fmt.Sprintf("share(%s) %s %g", text, op, float64(quarters)/4), func(w world) bool {
			n, of := total(w)
			return operators[op](float64(4*n), float64(quarters*of))
		}}
	}
	threshold := rapid.IntRange(0, 4).Draw(t, "threshold")
	return formula{fmt.Sprintf("%s %s %d", text, op, threshold), func(w world) bool {
		n, _ := total(w)
		return operators[op](float64(n), float64(threshold))
	}}
}

func drawFormula(t *rapid.T, depth int) formula {
	if depth == 0 {
		return drawComparison(t)
	}
	switch a := drawFormula(t, depth-1); rapid.IntRange(0, 3).Draw(t, "form") {
	case 0:
		b := drawFormula(t, depth-1)
		return formula{"(" + a.text + " && " + b.text + ")", func(w world) bool { return a.holds(w) && b.holds(w) }}
	case 1:
		b := drawFormula(t, depth-1)
		return formula{"(" + a.text + " || " + b.text + ")", func(w world) bool { return a.holds(w) || b.holds(w) }}
	case 2:
		return formula{"!(" + a.text + ")", func(w world) bool { return !a.holds(w) }}
	default:
		return a
	}
}

func withCriterion(t interface{ Fatal(...any) }, expression string) *standard.Standard {
	s, err := standard.Parse("test.yaml", []byte(fmt.Sprintf(`
id: test
name: Test
publisher: nobody
year: 2018
wording: a test
citations: [{address: "https://example.org", read: 2026-11-21}]
applies_to: [film, season]
genders: [woman]
criteria:
  - {id: one, name: One, met: %q}
`, expression)))
	if err != nil {
		t.Fatal(err)
	}
	return s
}

func verdict(t interface{ Fatal(...any) }, s *standard.Standard, of standard.Subject) standard.Verdict {
	a, err := s.Assess(of, rolecall.Bounds)
	if err != nil {
		t.Fatal(err)
	}
	return a.Results[0].Verdict
}

// What is decided stays decided however the unknown turns out, and the plain
// meaning of the expression agrees.
func TestAVerdictHoldsHoweverTheUnknownTurnsOut(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		w := drawWorld(t, rapid.Bool().Draw(t, "full"))
		f := drawFormula(t, rapid.IntRange(0, 2).Draw(t, "depth"))
		s := withCriterion(t, f.text)
		before := verdict(t, s, w.subject())
		for _, resolved := range few(w.resolutions()) {
			want := standard.NotMet
			if f.holds(resolved) {
				want = standard.Met
			}
			if after := verdict(t, s, resolved.subject()); after != want {
				t.Fatalf("%s: %s of a world without unknowns %+v, where it is %s", f.text, after, resolved, want)
			}
			if before != standard.Unknown && before != want {
				t.Fatalf("%s: %s of %+v, but %s of %+v", f.text, before, w, want, resolved)
			}
		}
	})
}

// Where one comparison decides and every title has a credit, "unknown" is said
// only if it could turn out either way.
func TestUnknownIsSaidOnlyWhereItIsSo(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		w := drawWorld(t, true)
		f := drawComparison(t)
		if verdict(t, withCriterion(t, f.text), w.subject()) != standard.Unknown {
			return
		}
		outcomes := map[bool]bool{}
		for _, resolved := range w.resolutions() {
			outcomes[f.holds(resolved)] = true
		}
		if len(outcomes) != 2 {
			t.Fatalf("%s is called unknown of %+v, but is always %v", f.text, w, outcomes)
		}
	})
}

// Learning something never takes back a verdict of a shipped standard, neither of
// a criterion nor of the whole.
func TestKnowingMoreKeepsWhatWasDecided(t *testing.T) {
	shipped := standard.Shipped()
	rapid.Check(t, func(t *rapid.T) {
		w := drawWorld(t, false)
		worlds := w.resolutions()
		resolved := worlds[rapid.IntRange(0, len(worlds)-1).Draw(t, "resolution")]
		for _, s := range shipped {
			before, err := s.Assess(w.subject(), rolecall.Bounds)
			if err != nil {
				t.Fatal(err)
			}
			after, err := s.Assess(resolved.subject(), rolecall.Bounds)
			if err != nil {
				t.Fatal(err)
			}
			if isSettled(before.Verdict) && after.Verdict != before.Verdict {
				t.Fatalf("%s: %s of %+v, but %s of %+v", s.ID, before.Verdict, w, after.Verdict, resolved)
			}
			for i, r := range before.Results {
				if isSettled(r.Verdict) && after.Results[i].Verdict != r.Verdict {
					t.Fatalf("%s, %s: %s of %+v, but %s of %+v", s.ID, r.Criterion.ID, r.Verdict, w, after.Results[i].Verdict, resolved)
				}
			}
		}
	})
}

func isSettled(v standard.Verdict) bool { return v == standard.Met || v == standard.NotMet }

// What would meet a criterion does, and one fewer does not.
func TestWhatWouldMeetItDoes(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		unit := rapid.SampledFrom([]string{"people(director)", "share(people(director))"}).Draw(t, "what")
		threshold := rapid.SampledFrom([]string{">= 1", "> 0.25", ">= 0.4", ">= 0.5", "> 0.5", ">= 1.0", ">= 3"}).Draw(t, "threshold")
		if !strings.HasPrefix(unit, "share") && strings.Contains(threshold, ".") {
			return
		}
		people := rapid.IntRange(1, 8).Draw(t, "people")
		s := withCriterion(t, unit+" "+threshold)
		subject := func(women int) standard.Subject {
			tally := rolecall.Tally{Women: women, Men: people - women}
			return standard.Subject{Leaves: 1, Groups: map[string]standard.Group{"director": {People: tally, PerTitle: rolecall.PerTitle{tally}}}}
		}
		a, err := s.Assess(subject(0), rolecall.Bounds)
		if err != nil {
			t.Fatal(err)
		}
		needed, said := a.Results[0].Tests[0].Needed()
		if !said {
			t.Fatal("it cannot be said")
		}
		if needed <= people && verdict(t, s, subject(needed)) != standard.Met {
			t.Fatalf("%s: %d of %d do not meet it", s.Criteria[0].Met, needed, people)
		}
		if needed > 0 && needed-1 <= people && verdict(t, s, subject(needed-1)) != standard.NotMet {
			t.Fatalf("%s: %d of %d meet it", s.Criteria[0].Met, needed-1, people)
		}
	})
}
