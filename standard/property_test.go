package standard_test

import (
	"fmt"
	"math/big"
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
	switch rapid.IntRange(0, 3).Draw(t, "put together") {
	case 0:
		return drawMean(t, roles, op)
	case 1:
		if len(roles) == 2 {
			return drawTogether(t, roles, unit, op)
		}
	}
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

// drawMean compares the mean of the shares on each title, or the mean of that of two roles, with
// quarters.
func drawMean(t *rapid.T, roles []rolecall.Role, op string) formula {
	quarters := rapid.IntRange(0, 4).Draw(t, "quarters")
	of := string(roles[0])
	if len(roles) == 2 {
		of = fmt.Sprintf("[%s, %s]", roles[0], roles[1])
	}
	return formula{fmt.Sprintf("mean_share(%s) %s %g", of, op, float64(quarters)/4), func(w world) bool {
		sum := new(big.Rat)
		for leaf := range w.leaves {
			one := world{1, w.genders, nil}
			for _, c := range w.credits {
				if c.leaf == leaf {
					one.credits = append(one.credits, credit{c.role, 0, c.person})
				}
			}
			for _, role := range roles {
				n, of := one.women(role, rolecall.People)
				sum.Add(sum, big.NewRat(int64(n), int64(of)))
			}
		}
		compared := sum.Cmp(big.NewRat(int64(quarters*w.leaves*len(roles)), 4))
		return operators[op](float64(compared), 0)
	}}
}

// drawTogether compares how many people in any of some roles, each once, are women.
func drawTogether(t *rapid.T, roles []rolecall.Role, unit rolecall.Unit, op string) formula {
	threshold := rapid.IntRange(0, 4).Draw(t, "threshold")
	text := fmt.Sprintf("%s(together([%s, %s])) %s %d", strings.ReplaceAll(string(unit), "-", "_"), roles[0], roles[1], op, threshold)
	return formula{text, func(w world) bool {
		both := world{w.leaves, w.genders, nil}
		for _, c := range w.credits {
			merged := credit{roles[0], c.leaf, c.person}
			if slices.Contains(roles, c.role) && !slices.Contains(both.credits, merged) {
				both.credits = append(both.credits, merged)
			}
		}
		n, _ := both.women(roles[0], unit)
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

// troupe is the cast of a film in the order of billing: the gender of each, and whether the
// source says the place.
type troupe struct {
	genders []rolecall.Gender
	billed  []bool
}

func (c troupe) subject() standard.Subject {
	l := measure.Lineup{Title: rolecall.Title{ID: "t", Kind: rolecall.Film}, Leaves: []rolecall.Title{{ID: "t", Kind: rolecall.Film}}}
	cast := measure.RoleCount{Role: rolecall.Cast, PerTitle: make(rolecall.PerTitle, 1)}
	for i, g := range c.genders {
		one := measure.Credited{Person: rolecall.Person{ID: fmt.Sprint(i), Gender: g}, Leaves: []int{0}}
		if c.billed[i] {
			one.Billing = i + 1
		}
		cast.Credited = append(cast.Credited, one)
		cast.People.Add(g)
		cast.Credits.Add(g)
		cast.PerTitle[0].Add(g)
	}
	if len(c.genders) > 0 {
		l.Roles = append(l.Roles, cast)
	}
	return standard.SubjectOf(l)
}

// resolutions are all casts that it may be: those whose place is not said in any order among
// themselves, each gender stated.
func (c troupe) resolutions() []troupe {
	var free []int
	for i, billed := range c.billed {
		if !billed {
			free = append(free, i)
		}
	}
	all := []troupe{}
	for _, order := range permutations(free) {
		one := troupe{slices.Clone(c.genders), make([]bool, len(c.genders))}
		for i, from := range order {
			one.genders[free[i]] = c.genders[from]
		}
		for i := range one.billed {
			one.billed[i] = true
		}
		all = append(all, one)
	}
	for place := range c.genders {
		var stated []troupe
		for _, one := range all {
			if one.genders[place] != rolecall.Unknown {
				stated = append(stated, one)
				continue
			}
			for _, g := range []rolecall.Gender{rolecall.Woman, rolecall.Man, rolecall.Nonbinary} {
				next := troupe{slices.Clone(one.genders), one.billed}
				next.genders[place] = g
				stated = append(stated, next)
			}
		}
		all = stated
	}
	return all
}

func permutations(items []int) (all [][]int) {
	if len(items) == 0 {
		return [][]int{{}}
	}
	for i, first := range items {
		for _, rest := range permutations(slices.Delete(slices.Clone(items), i, i+1)) {
			all = append(all, append([]int{first}, rest...))
		}
	}
	return all
}

// A verdict on those billed first, or on the cast without its lead, holds in whatever order those
// stand whose billing is not said, and whatever their gender turns out to be.
func TestAVerdictOnBillingHoldsHoweverTheUnknownTurnsOut(t *testing.T) {
	settled := 0
	rapid.Check(t, func(t *rapid.T) {
		n := rapid.IntRange(0, 4).Draw(t, "cast")
		c := troupe{rapid.SliceOfN(rapid.SampledFrom(rolecall.Genders()), n, n).Draw(t, "genders"), rapid.SliceOfN(rapid.Bool(), n, n).Draw(t, "billed")}
		billed := rapid.IntRange(1, 5).Draw(t, "first")
		group, from, to := fmt.Sprintf("top_billed(%d)", billed), 0, billed
		if rapid.Bool().Draw(t, "supporting") {
			group, from, to = "supporting", 1, n
		}
		op := rapid.SampledFrom([]string{">=", ">", "<=", "<"}).Draw(t, "operator")
		threshold, share := rapid.IntRange(0, 4).Draw(t, "threshold"), rapid.Bool().Draw(t, "share")
		text := fmt.Sprintf("people(%s) %s %d", group, op, threshold)
		if share {
			text = fmt.Sprintf("share(people(%s)) %s %g", group, op, float64(threshold)/4)
		}
		s := withCriterion(t, text)
		before := verdict(t, s, c.subject())
		for _, resolved := range c.resolutions() {
			women, of := 0, 0
			for i := from; i < min(to, n); i++ {
				if of++; resolved.genders[i] == rolecall.Woman {
					women++
				}
			}
			if of == 0 { // of nobody nothing can be decided
				continue
			}
			want := standard.NotMet
			if !share && operators[op](float64(women), float64(threshold)) || share && operators[op](float64(4*women), float64(threshold*of)) {
				want = standard.Met
			}
			if after := verdict(t, s, resolved.subject()); after != want {
				t.Fatalf("%s: %s of %+v, where nothing is unknown and it is %s", text, after, resolved, want)
			}
			if before != standard.Unknown && before != want {
				t.Fatalf("%s: %s of %+v, but %s of %+v", text, before, c, want, resolved)
			}
			if before != standard.Unknown {
				settled++
			}
		}
	})
	if settled == 0 {
		t.Error("no verdict was settled")
	}
}

// A mean is written exactly where that is possible, and its bounds are else rounded apart.
func TestAMeanIsNoShareOfAllTogether(t *testing.T) {
	tally := func(women, men int) rolecall.Tally { return rolecall.Tally{Women: women, Men: men} }
	subject := standard.Subject{Leaves: 2, Groups: map[string]standard.Group{"director": {People: tally(2, 3), PerTitle: rolecall.PerTitle{tally(1, 0), tally(1, 3)}}}}
	for text, want := range map[string]standard.Verdict{
		"mean_share(director) >= 0.625": standard.Met, "mean_share(director) > 0.625": standard.NotMet,
		"share(people(director)) >= 0.4": standard.Met, "share(people(director)) > 0.4": standard.NotMet,
	} {
		if got := verdict(t, withCriterion(t, text), subject); got != want {
			t.Errorf("%s: %s, want %s", text, got, want)
		}
	}
	var many rolecall.PerTitle
	for i := range 60 { // 1/2, 1/3 … 1/61, which have no small common part
		many = append(many, tally(1, i+1))
	}
	subject = standard.Subject{Leaves: 60, Groups: map[string]standard.Group{"director": {PerTitle: many}}}
	for text, want := range map[string]standard.Verdict{"mean_share(director) > 0.0616": standard.Met, "mean_share(director) < 0.0618": standard.Met} {
		if got := verdict(t, withCriterion(t, text), subject); got != want {
			t.Errorf("%s: %s, want %s", text, got, want)
		}
	}
}
