package standard_test

import (
	"errors"
	"fmt"
	"math"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"rolecall"
	"rolecall/catalog/catalogtest"
	"rolecall/measure"
	"rolecall/source/starter"
	"rolecall/standard"
	"rolecall/strictyaml"
)

// Every standard that is shipped can be checked by its reader.
func TestShippedStandardsSayWhereTheyComeFrom(t *testing.T) {
	seen := map[string]bool{}
	for _, s := range standard.Shipped() {
		if seen[s.ID] || filepath.Base(s.File) != s.ID+".yaml" {
			t.Errorf("%s: the file is %s", s.ID, s.File)
		}
		seen[s.ID] = true
		for _, c := range s.Citations {
			if !strings.HasPrefix(c.Address, "http") || c.Publisher == "" || c.Title == "" {
				t.Errorf("%s cites %+v", s.ID, c)
			}
		}
		if s.Reading == "" {
			t.Errorf("%s does not say how it is read", s.ID)
		}
		for _, c := range s.Criteria {
			if c.Judgement != "" && s.CannotSee == "" && c.Met == "" {
				t.Errorf("%s, %s needs a judgement, and the standard does not say what it cannot see", s.ID, c.ID)
			}
		}
	}
	for _, id := range []string{"f-rating", "triple-f-rating", "reframe-tv-2018", "reframe-film-2018", "reframe-tv-2023", "dga-episodes", "celluloid-ceiling", "boxed-in", "fifty-fifty"} {
		if !seen[id] {
			t.Errorf("%s is not shipped", id)
		}
	}
}

// Titles that the starter catalog holds, and what follows from their credits.
func TestRealTitles(t *testing.T) {
	c := catalogtest.Open(t, starter.Name, starter.Fill)
	for _, test := range []struct {
		title, standard string
		whole           standard.Verdict
		criteria        string
	}{
		{"lady-bird-2017", "f-rating", standard.Met, "directed met, written met, on_screen needs_judgement"},
		{"lady-bird-2017", "triple-f-rating", standard.NeedsJudgement, "directed met, written met, on_screen needs_judgement"},
		{"lady-bird-2017", "fifty-fifty", standard.Unknown, "directing met, writing met, producing unknown"},
		{"jessica-jones/2", "dga-episodes", standard.Counted, "episodes counted, directors counted"},
		{"jessica-jones/2", "reframe-tv-2018", standard.Unknown,
			"writing needs_judgement, directing met, showrunning met, producing unknown, lead met, regulars needs_judgement, heads needs_judgement, crew needs_judgement, of_colour needs_judgement"},
		{"jessica-jones/2", "boxed-in", "",
			"creator counted, director counted, writer counted, executive_producer counted, producer counted, editor counted, cinematographer counted, all_seven counted, more_than_five met, speaking needs_judgement"},
	} {
		title, held, err := c.Title(t.Context(), test.title)
		if err != nil || !held {
			t.Fatalf("%s: held %v, %v", test.title, held, err)
		}
		lineup, err := measure.LineupOf(t.Context(), c, title, false)
		if err != nil {
			t.Fatal(err)
		}
		s, err := standard.Shipped().Find(test.standard)
		if err != nil {
			t.Fatal(err)
		}
		a, err := s.Assess(standard.SubjectOf(lineup), rolecall.Bounds)
		if err != nil {
			t.Fatal(err)
		}
		if a.Verdict != test.whole || criteria(a) != test.criteria {
			t.Errorf("%s by %s: %q, %s\nwant %q, %s", test.title, test.standard, a.Verdict, criteria(a), test.whole, test.criteria)
		}
	}
}

func criteria(a standard.Assessment) string {
	var parts []string
	for _, r := range a.Results {
		parts = append(parts, r.Criterion.ID+" "+string(r.Verdict))
	}
	return strings.Join(parts, ", ")
}

func tallied(women, men, unknown int) standard.Group {
	tally := rolecall.Tally{Women: women, Men: men, Unknown: unknown}
	return standard.Group{People: tally, Credits: tally, PerTitle: rolecall.PerTitle{tally}}
}

func TestVerdictsOfAFilm(t *testing.T) {
	nobody := standard.Group{PerTitle: make(rolecall.PerTitle, 1), Open: true}
	for _, test := range []struct {
		name             string
		director, writer standard.Group
		f, triple        standard.Verdict
	}{
		{"all women", tallied(1, 0, 0), tallied(2, 0, 0), standard.Met, standard.NeedsJudgement},
		{"one woman among the writers", tallied(0, 1, 0), tallied(1, 3, 0), standard.Met, standard.NotMet},
		{"no woman", tallied(0, 1, 0), tallied(0, 1, 0), standard.NeedsJudgement, standard.NotMet},
		{"a writer not stated", tallied(0, 1, 0), tallied(0, 1, 1), standard.Unknown, standard.NotMet},
		{"a director not stated", tallied(0, 0, 1), tallied(1, 0, 0), standard.Met, standard.Unknown},
		{"no writer held", tallied(1, 0, 0), nobody, standard.Met, standard.Unknown},
		{"nothing held", nobody, nobody, standard.Unknown, standard.Unknown},
	} {
		of := standard.Subject{Leaves: 1, Groups: map[string]standard.Group{"director": test.director, "writer": test.writer}}
		for id, want := range map[string]standard.Verdict{"f-rating": test.f, "triple-f-rating": test.triple} {
			s, err := standard.Shipped().Find(id)
			if err != nil {
				t.Fatal(err)
			}
			a, err := s.Assess(of, rolecall.Bounds)
			if err != nil {
				t.Fatal(err)
			}
			if a.Verdict != want {
				t.Errorf("%s: %s is %s, want %s", test.name, id, a.Verdict, want)
			}
			for i, group := range []string{"director", "writer"} {
				if tests := a.Results[i].Tests; len(tests) != 1 || tests[0].Groups[0] != group {
					t.Errorf("%s: %s rests on %+v", test.name, a.Results[i].Criterion.ID, tests)
				}
			}
		}
	}
}

// Two points of director, writer and lead are asked for, and four of all.
func TestReFrameForFeatures(t *testing.T) {
	s, err := standard.Shipped().Find("reframe-film-2018")
	if err != nil {
		t.Fatal(err)
	}
	woman, man := tallied(1, 0, 0), tallied(0, 1, 0)
	for _, test := range []struct {
		name   string
		groups map[string]standard.Group
		want   standard.Verdict
	}{
		{"four areas, three of them at the core", map[string]standard.Group{"director": woman, "writer": woman, "lead": woman, "producer": woman, "department_heads": man}, standard.Met},
		{"no woman at the core", map[string]standard.Group{"director": man, "writer": man, "lead": man, "producer": woman, "department_heads": woman}, standard.NotMet},
		{"two areas, the rest to be judged", map[string]standard.Group{"director": woman, "writer": woman, "lead": man, "producer": man, "department_heads": man}, standard.NeedsJudgement},
		{"a lead not stated", map[string]standard.Group{"director": woman, "writer": man, "lead": tallied(0, 0, 1), "producer": woman, "department_heads": woman}, standard.Unknown},
	} {
		a, err := s.Assess(standard.Subject{Leaves: 1, Groups: test.groups}, rolecall.Bounds)
		if err != nil {
			t.Fatal(err)
		}
		if a.Verdict != test.want {
			t.Errorf("%s: %s, want %s", test.name, a.Verdict, test.want)
		}
	}
}

// Who is missing is named: those not stated, and the titles without a credit.
func TestWhoIsMissing(t *testing.T) {
	c := catalogtest.Open(t, starter.Name, starter.Fill)
	title, _, err := c.Title(t.Context(), "jessica-jones/3")
	if err != nil {
		t.Fatal(err)
	}
	lineup, err := measure.LineupOf(t.Context(), c, title, false)
	if err != nil {
		t.Fatal(err)
	}
	s := withCriterion(t, "titles_all(director) >= 13")
	s.Genders = []rolecall.Gender{rolecall.Woman, rolecall.Man, rolecall.Nonbinary}
	a, err := s.Assess(standard.SubjectOf(lineup), rolecall.Bounds)
	if err != nil {
		t.Fatal(err)
	}
	r := a.Results[0]
	if r.Verdict != standard.Unknown || len(r.Gaps) != 1 || len(r.Gaps[0].Uncredited) != 1 {
		t.Fatalf("%s, %+v", r.Verdict, r.Gaps)
	}
	var episodes []int
	for _, leaf := range r.Gaps[0].Uncredited[0].Leaves {
		episodes = append(episodes, leaf.Episode)
	}
	if !slices.Equal(episodes, []int{3, 5, 6}) {
		t.Errorf("episodes without a director: %v, want 3, 5 and 6", episodes)
	}
}

// A comparison looks at both ends of what is possible. Of people who may not all
// be held, a share comes as near to an end as you like, and reaches it only where
// nobody held stands against it.
func TestWhatMayBeMissing(t *testing.T) {
	open := func(women, men, unknown int) standard.Group {
		g := tallied(women, men, unknown)
		g.Open = true
		return g
	}
	for _, test := range []struct {
		met   string
		group standard.Group
		want  standard.Verdict
	}{
		{"people(director) >= 1", open(1, 0, 0), standard.Met},
		{"people(director) >= 2", open(1, 5, 0), standard.Unknown},
		{"people(director) < 1", open(1, 0, 0), standard.NotMet},
		{"share(people(director)) >= 1", open(3, 0, 0), standard.Unknown},
		{"share(people(director)) >= 1", open(3, 1, 0), standard.NotMet},
		{"share(people(director)) >= 1", open(3, 0, 1), standard.Unknown},
		{"share(people(director)) >= 0.99", open(0, 9, 0), standard.Unknown},
		{"share(people(director)) < 1", open(3, 1, 0), standard.Met},
		{"share(people(director)) > 0", open(1, 9, 0), standard.Met},
		{"share(people(director)) > 0", open(0, 9, 0), standard.Unknown},
		{"share(people(director)) <= 0", open(1, 9, 0), standard.NotMet},
		{"titles_any(director) < 2", open(1, 0, 0), standard.Met},
		{"titles_all(director) > 1", open(1, 0, 0), standard.NotMet},
		{"share(people(director)) >= 0.5", open(0, 0, 0), standard.Unknown},
		{"share(people(director)) >= 0.5", standard.Group{}, standard.Unknown},
		{"share(people(director)) > share(people(writer))", open(1, 9, 0), standard.Unknown},
	} {
		of := standard.Subject{Leaves: 1, Groups: map[string]standard.Group{"director": test.group}}
		a, err := withCriterion(t, test.met).Assess(of, rolecall.Bounds)
		if err != nil {
			t.Fatal(err)
		}
		r := a.Results[0]
		if r.Verdict != test.want {
			t.Errorf("%s of %+v: %s, want %s", test.met, test.group.People, r.Verdict, test.want)
		}
		if _, said := r.Tests[0].Needed(); said && r.Tests[0].Share {
			t.Errorf("%s: nobody can say how many that takes of people who may not all be held", test.met)
		}
	}
}

// A page that names directors of a season, and not who directed which episode, need
// not name all: they are counted, and others may be missing.
func TestAPageThatNamesTheWholeSeason(t *testing.T) {
	l := measure.Lineup{Leaves: []rolecall.Title{{ID: "a"}, {ID: "b"}}, Roles: []measure.RoleCount{{
		Role: rolecall.Director, People: rolecall.Tally{Women: 2}, PerTitle: make(rolecall.PerTitle, 2),
		Credited: []measure.Credited{{Person: rolecall.Person{ID: "1", Gender: rolecall.Woman}}, {Person: rolecall.Person{ID: "2", Gender: rolecall.Woman}}},
	}}}
	of := standard.SubjectOf(l)
	for met, want := range map[string]standard.Verdict{
		"people(director) >= 2": standard.Met, "share(people(director)) >= 1": standard.Unknown, "titles_any(director) >= 1": standard.Unknown,
		"titles_any(director) > 2": standard.NotMet, "titles_all(director) > 2": standard.NotMet,
	} {
		if got := verdict(t, withCriterion(t, met), of); got != want {
			t.Errorf("%s: %s, want %s", met, got, want)
		}
	}
}

// IMDb's files list only the principal producers: whoever is held, others may be
// missing, on every episode.
func TestSourcesThatListPrincipalsOnly(t *testing.T) {
	l := measure.Lineup{Leaves: []rolecall.Title{{ID: "a"}, {ID: "b"}}}
	for _, role := range []rolecall.Role{rolecall.Director, rolecall.Producer} {
		l.Roles = append(l.Roles, measure.RoleCount{
			Role: role, People: rolecall.Tally{Women: 1, Men: 1}, PerTitle: rolecall.PerTitle{{Women: 1}, {Men: 1}},
			Credited: []measure.Credited{
				{Person: rolecall.Person{ID: "1", Gender: rolecall.Woman}, Leaves: []int{0}}, {Person: rolecall.Person{ID: "2", Gender: rolecall.Man}, Leaves: []int{1}},
			},
		})
	}
	if got := standard.PartialRoles([]rolecall.Source{{ID: "wikidata"}}); got != nil {
		t.Errorf("without IMDb: %v", got)
	}
	of := standard.SubjectOf(l, standard.PartialRoles([]rolecall.Source{{ID: "imdb"}})...)
	for met, want := range map[string]standard.Verdict{
		"share(people(director)) >= 0.5": standard.Met, "share(people(producer)) >= 0.5": standard.Unknown,
		"titles_any(director) < 2": standard.Met, "titles_any(producer) < 2": standard.Unknown,
		"titles_all(director) >= 1": standard.Met, "titles_all(producer) >= 1": standard.Unknown,
		"people(producer) >= 1": standard.Met, "titles_all(producer) < 2": standard.Met,
	} {
		a, err := withCriterion(t, met).Assess(of, rolecall.Bounds)
		if err != nil {
			t.Fatal(err)
		}
		r := a.Results[0]
		if r.Verdict != want || r.Verdict == standard.Unknown && !r.Gaps[0].Partial {
			t.Errorf("%s: %s, want %s; %+v", met, r.Verdict, want, r.Gaps)
		}
	}
}

// The lead is the cast billed first; without billing nobody knows who it is.
func TestTheLeadIsByBilling(t *testing.T) {
	cast := func(billing int) standard.Subject {
		c := measure.Credited{Person: rolecall.Person{ID: "1", Gender: rolecall.Man}, Leaves: []int{0}, Credit: rolecall.Credit{Billing: billing}}
		return standard.SubjectOf(measure.Lineup{Leaves: []rolecall.Title{{ID: "a"}}, Roles: []measure.RoleCount{{
			Role: rolecall.Cast, People: rolecall.Tally{Men: 1}, PerTitle: rolecall.PerTitle{{Men: 1}}, Credited: []measure.Credited{c}}}})
	}
	s := withCriterion(t, "people(lead) >= 1")
	for billing, want := range map[int]standard.Verdict{0: standard.Unknown, 1: standard.NotMet, 2: standard.Unknown} {
		if got := verdict(t, s, cast(billing)); got != want {
			t.Errorf("a man billed %d: %s, want %s", billing, got, want)
		}
	}
}

// A regular is in at least half of the episodes; one more of whom no cast is held
// leaves open who else is.
func TestSeasonRegulars(t *testing.T) {
	cast := measure.RoleCount{Role: rolecall.Cast, PerTitle: make(rolecall.PerTitle, 4)}
	for id, leaves := range [][]int{{0, 1, 2, 3}, {0, 3}, {1}} {
		cast.Credited = append(cast.Credited, measure.Credited{Person: rolecall.Person{ID: fmt.Sprint(id), Gender: rolecall.Woman}, Leaves: leaves})
		for _, i := range leaves {
			cast.PerTitle[i].Women++
		}
	}
	l := measure.Lineup{Leaves: make([]rolecall.Title, 4), Roles: []measure.RoleCount{cast}}
	for i := range l.Leaves {
		l.Leaves[i].ID = fmt.Sprint("e", i)
	}
	regulars := standard.SubjectOf(l).Groups[standard.SeasonRegulars]
	if regulars.People != (rolecall.Tally{Women: 2}) || regulars.Open {
		t.Errorf("%+v", regulars)
	}
	l.Roles[0].PerTitle[1] = rolecall.Tally{}
	if !standard.SubjectOf(l).Groups[standard.SeasonRegulars].Open {
		t.Error("an episode without a cast leaves nothing open")
	}
}

func TestUnknownStandardsNameTheNear(t *testing.T) {
	for asked, near := range map[string]string{"reframe": "reframe-film-2018", "f-ratin": "f-rating", "boxedin": "boxed-in", "Triple F": "triple-f-rating"} {
		_, err := standard.Shipped().Find(asked)
		missing := new(standard.NotFoundError)
		if !errors.As(err, &missing) || !slices.Contains(missing.Near, near) {
			t.Errorf("%s: %v", asked, err)
		}
	}
}

const whole = `id: mine
name: Mine
publisher: me
year: 2026
wording: half of the directors are women
citations:
  - address: https://example.org
    read: 2026-11-21
applies_to: [film]
genders: [woman]
criteria:
  - id: directing
    name: Directing
    met: share(people(director)) >= 0.5
passes: met(directing)
`

// A file that is at fault is refused with its line and with what to write.
func TestBadFilesAreRefusedWithLineAndReason(t *testing.T) {
	if _, err := standard.Parse("mine.yaml", []byte(whole)); err != nil {
		t.Fatal(err)
	}
	for _, test := range []struct{ name, old, new, want string }{
		{"not YAML", "genders: [woman]", "genders: [woman", "not YAML"},
		{"unknown key", "publisher: me", "publisher: me\nauthor: you", `4:1: unknown field "author"`},
		{"wrong kind of value", "year: 2026", "year: soon", "4:7: cannot unmarshal"},
		{"no citation", "citations:\n  - address: https://example.org\n    read: 2026-11-21\n", "", "cites nothing"},
		{"citation without a day", "    read: 2026-11-21\n", "", "7:5: the citation was read on \"\""},
		{"no wording", "wording: half of the directors are women\n", "", "has no wording"},
		{"a year that cannot be", "year: 2026", "year: 18", "4:7: the year of the standard is 18"},
		{"kind", "[film]", "[movie]", `9:14: "movie" is not a kind of title`},
		{"gender", "[woman]", "[woman, unknown]", "10:18: unknown cannot be counted for"},
		{"gender twice", "[woman]", "[woman, woman]", "10:18: woman is listed twice"},
		{"id", "id: mine", "id: My Rule", `1:5: "My Rule" cannot be an id`},
		{"criterion id", "id: directing", "id: Directing!", "12:5: a criterion's id"},
		{"no criteria", "criteria:\n  - id: directing\n    name: Directing\n    met: share(people(director)) >= 0.5\n", "criteria: []\n", "has no criteria"},
		{"unknown group", "people(director)", "people(directr)", "14:10: “share(people(directr)) >= 0.5”, at character 14: there is no directr; groups are director, writer"},
		{"nobody billed", "people(director)", "people(top_billed(0))", "top_billed takes a number from 1 to 30"},
		{"billed by a count", "people(director)", "people(top_billed(2 + 1))", "top_billed"},
		{"no roles together", "people(director)", "people(together([]))", "together takes a list of roles"},
		{"groups together", "people(director)", "people(together([director, lead]))", "together takes a list of roles"},
		{"unknown function", "people(director)", "women(director)", "14:10: “share(women(director)) >= 0.5”, at character 12: there is no women"},
		{"type", "share(people(director)) >= 0.5", "people(director)", "compare it with a number"},
		{"share with text", ">= 0.5", `>= \"half\"`, "14:10: "},
		{"text", ">= 0.5", ">= 'half'", "found no matching overload for '_>=_'"},
		{"equality", ">= 0.5", "== 0.5", "at character 25: there is no ==: compare with >=, >, <= or <"},
		{"always", "share(people(director)) >= 0.5", "true", "comes out the same for every title"},
		{"units compared", "share(people(director)) >= 0.5", "titles_any(writer) >= people(writer)", "titles-any and people cannot be compared"},
		{"a loop", "share(people(director)) >= 0.5", "'[1, 2].all(x, x > 0)'", "14:10: “[1, 2].all(x, x > 0)”"},
		{"units mixed", "share(people(director)) >= 0.5", "people(director) + credits(writer) >= 1", "people and credits cannot be added"},
		{"units mixed, hidden by an unknown", "share(people(director)) >= 0.5", "people(director) >= 1 || people(director) + credits(writer) >= 1", "people and credits cannot be added"},
		{"counts and decides", "    met:", "    count: people(director)\n    met:", "14:12: criterion directing both counts and decides"},
		{"nothing asked", "    met: share(people(director)) >= 0.5\n", "", "12:5: criterion directing asks nothing"},
		{"not_met alone", "    met:", "    not_met:", "asks nothing"},
		{"not_met without judgement", "    met:", "    not_met: people(director) < 1\n    met:", "14:14: not_met stands beside met"},
		{"judgement that decides nothing", "    met:", "    judgement: hm\n    met:", "14:16: with met alone there is nothing to judge"},
		{"two of one name", "passes:", "  - {id: directing, name: Again, judgement: hm}\npasses:", "two criteria are named directing"},
		{"negative points", "    met:", "    points: -1\n    met:", "14:13: points cannot be below 0"},
		{"passes of nothing", "met(directing)", "met(writing)", "15:9: “met(writing)”, at character 5: there is no writing; write met(directing)"},
		{"passes by counts", "met(directing)", "people(director) >= 1", "there is no people"},
		{"points of none", "met(directing)", "points([]) >= 1 || met(directing)", "points of no criterion"},
		{"reference", "publisher: me", "publisher: &me me", "3:12: references"},
		{"tag", "publisher: me", "publisher: !!binary me", "references (&, *, <<) and tags (!)"},
		{"two documents", "passes:", "---\npasses:", "two documents"},
		{"too long an expression", "share(people(director)) >= 0.5", strings.Repeat("people(director) >= 1 || ", 500) + "people(director) >= 1", "14:10: "},
		{"too deep an expression", "share(people(director)) >= 0.5", strings.Repeat("(", 200) + "people(director) >= 1" + strings.Repeat(")", 200), "14:10: "},
	} {
		text := strings.Replace(whole, test.old, test.new, 1)
		if text == whole {
			t.Fatalf("%s changes nothing", test.name)
		}
		_, err := standard.Parse("mine.yaml", []byte(text))
		fault := new(strictyaml.Error)
		if !errors.As(err, &fault) {
			t.Errorf("%s: no fault of the file: %v", test.name, err)
			continue
		}
		if !strings.HasPrefix(err.Error(), "mine.yaml:") || !strings.Contains(err.Error(), test.want) || strings.Contains(err.Error(), "\n") {
			t.Errorf("%s: %v\nwant %s", test.name, err, test.want)
		}
	}
}

// A small file that stands for a big one, or asks for much work, ends at once.
func TestBombsAreRefused(t *testing.T) {
	bombs := map[string]string{
		"references": "a: &a [x,x,x,x,x,x,x,x,x]\nb: &b [*a,*a,*a,*a,*a,*a,*a,*a,*a]\nc: &c [*b,*b,*b,*b,*b,*b,*b,*b,*b]\nid: *c\n",
		"brackets":   "id: " + strings.Repeat("[", 30_000),
		"dashes":     strings.Repeat("- ", 30_000) + "x",
		"questions":  strings.Repeat("? ", 30_000) + "x",
		"steps":      steps(400),
		"size":       "id: " + strings.Repeat("x", 1<<20),
		"criteria":   "criteria:\n" + strings.Repeat("  - {id: a, name: a, judgement: a}\n", 1500),
		"empty":      "",
		"bytes":      "id: \xff\xfe",
	}
	for name, text := range bombs {
		start := time.Now()
		_, err := standard.Parse("bomb.yaml", []byte(text))
		if fault := new(strictyaml.Error); !errors.As(err, &fault) {
			t.Errorf("%s: %v", name, err)
		}
		if took := time.Since(start); took > time.Second {
			t.Errorf("%s took %v", name, took)
		}
	}
}

// steps is a mapping in a mapping, and so on.
func steps(deep int) string {
	var text strings.Builder
	for i := range deep {
		text.WriteString(strings.Repeat(" ", i) + "a:\n")
	}
	return text.String()
}

func TestLoad(t *testing.T) {
	path := filepath.Join(t.TempDir(), "mine.yaml")
	if _, err := standard.Load(path); !errors.Is(err, os.ErrNotExist) {
		t.Errorf("a file that is not there: %v", err)
	}
	if err := os.WriteFile(path, []byte(whole), 0o600); err != nil {
		t.Fatal(err)
	}
	s, err := standard.Load(path)
	if err != nil {
		t.Fatal(err)
	}
	for women, want := range map[int]standard.Verdict{0: standard.NotMet, 1: standard.NotMet, 2: standard.Met} {
		a, err := s.Assess(standard.Subject{Leaves: 1, Groups: map[string]standard.Group{"director": tallied(women, 2, 0)}}, rolecall.Bounds)
		if err != nil || a.Verdict != want {
			t.Errorf("%d women and 2 men: %s, %v", women, a.Verdict, err)
		}
	}
}

// A share is compared exactly: 2 of 5 are 0.4, which no binary fraction is.
func TestSharesAreExact(t *testing.T) {
	for of := 1; of <= 50; of++ {
		for n := range of + 1 {
			share := math.Round(float64(n)/float64(of)*1e6) / 1e6
			if int(math.Round(share*float64(of)*1e6)) != n*1e6 {
				continue // has more than six decimals
			}
			s := withCriterion(t, fmt.Sprintf("share(people(director)) >= %v && share(people(director)) <= %v", decimal(share), decimal(share)))
			if got := verdict(t, s, standard.Subject{Leaves: 1, Groups: map[string]standard.Group{"director": tallied(n, of-n, 0)}}); got != standard.Met {
				t.Errorf("%d of %d are not %v: %s", n, of, share, got)
			}
			if of > 10 {
				break
			}
		}
	}
}

// decimal writes a number with a point, as CEL asks of one that is not whole.
func decimal(share float64) string {
	if text := fmt.Sprint(share); strings.Contains(text, ".") {
		return text
	}
	return fmt.Sprintf("%.1f", share)
}

func FuzzParse(f *testing.F) {
	f.Add([]byte(whole))
	for _, s := range standard.Shipped() {
		if text, err := os.ReadFile(s.File); err == nil {
			f.Add(text)
		}
	}
	f.Add([]byte(strings.Replace(whole, ">= 0.5", "> 1e999", 1)))
	f.Add([]byte("criteria: [{id: a, met: '!!!(people(director) >= -1)'}]"))
	f.Fuzz(func(t *testing.T, text []byte) {
		s, err := standard.Parse("fuzz.yaml", text)
		if err != nil {
			if fault := new(strictyaml.Error); !errors.As(err, &fault) {
				t.Errorf("%v is no fault of the file", err)
			}
			return
		}
		for _, of := range []standard.Subject{{}, {Leaves: 2}, {Leaves: 1, Groups: map[string]standard.Group{"director": tallied(1, 1, 1)}}} {
			if _, err := s.Assess(of, rolecall.Bounds); err != nil {
				t.Errorf("accepted, and then: %v", err)
			}
		}
	})
}
