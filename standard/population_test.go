package standard_test

import (
	"context"
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"rolecall"
	"rolecall/catalog"
	"rolecall/catalog/catalogtest"
	"rolecall/measure"
	"rolecall/population"
	"rolecall/source"
	"rolecall/source/imdb"
	"rolecall/source/starter"
	"rolecall/standard"
)

// withIMDb is the starter catalog with IMDb among its sources, so that most roles
// are partial.
func withIMDb(ctx context.Context, sink source.Sink) error {
	if err := sink.AddSource(rolecall.Source{ID: imdb.SourceID, Name: "IMDb"}); err != nil {
		return err
	}
	return starter.Fill(ctx, sink)
}

// A title assessed among many comes out as it does alone: every group is counted
// the same in every unit, and every standard comes to the same verdicts.
func TestATitleAmongManyIsTheTitleAlone(t *testing.T) {
	for name, fill := range map[string]func(context.Context, source.Sink) error{"starter": starter.Fill, "partial": withIMDb, "odd": odd} {
		t.Run(name, func(t *testing.T) {
			c := catalogtest.Open(t, name, fill)
			works := 0
			for among, err := range standard.Subjects(t.Context(), c, population.Population{Specials: true}, standard.GroupNames()) {
				if err != nil {
					t.Fatal(err)
				}
				works++
				title, _, err := c.Title(t.Context(), among.Title.ID)
				if err != nil {
					t.Fatal(err)
				}
				l, err := measure.LineupOf(t.Context(), c, title, true)
				if err != nil {
					t.Fatal(err)
				}
				same(t, among, standard.SubjectOf(l, standard.PartialRoles(c.Info().Sources)...))
			}
			if works < 2 {
				t.Errorf("%d works", works)
			}
		})
	}
}

func same(t *testing.T, among, alone standard.Subject) {
	t.Helper()
	if among.Title.Kind != alone.Title.Kind || among.Leaves != alone.Leaves {
		t.Errorf("%s: %s of %d, alone %s of %d", alone.Title.ID, among.Title.Kind, among.Leaves, alone.Title.Kind, alone.Leaves)
	}
	for _, name := range standard.GroupNames() {
		if got, want := counted(among.Groups[name]), counted(alone.Groups[name]); got != want {
			t.Errorf("%s, %s:\n%+v, alone\n%+v", alone.Title.ID, name, got, want)
		}
	}
	for _, s := range standard.Shipped().For(alone.Title.Kind) {
		a, err1 := s.Assess(among)
		b, err2 := s.Assess(alone)
		if err := errors.Join(err1, err2); err != nil {
			t.Fatal(err)
		}
		if a.Verdict != b.Verdict {
			t.Errorf("%s, %s: %s, alone %s", alone.Title.ID, s.ID, a.Verdict, b.Verdict)
		}
		for i := range a.Results {
			if a.Results[i].Verdict != b.Results[i].Verdict {
				t.Errorf("%s, %s, %s: %s, alone %s", alone.Title.ID, s.ID, a.Results[i].Criterion.ID, a.Results[i].Verdict, b.Results[i].Verdict)
			}
		}
	}
}

// counts are all that a standard can ask of a group.
type counts struct {
	people, credits rolecall.Tally
	any, all        [8]rolecall.Count
	open, partial   bool
}

func counted(g standard.Group) counts {
	c := counts{people: g.People, credits: g.Credits, open: g.Open, partial: g.Partial}
	for set := range c.any {
		var genders []rolecall.Gender
		for i, gender := range rolecall.Genders()[:3] {
			if set&(1<<i) != 0 {
				genders = append(genders, gender)
			}
		}
		c.any[set], c.all[set] = g.PerTitle.Any(genders...), g.PerTitle.All(genders...)
	}
	return c
}

// odd has what the starter lacks: a season of which no episode is held, one whose
// lead is billed first on one episode only, somebody who heads two departments, a
// director of nobody knows which episode.
func odd(_ context.Context, sink source.Sink) error {
	var faults []error
	add := func(err error) { faults = append(faults, err) }
	add(sink.AddSource(rolecall.Source{ID: "list", Name: "A list"}))
	add(sink.AddTitle(rolecall.Title{ID: "boat", Kind: rolecall.Series, Name: "Boat", Season: -1}))
	for _, id := range []string{"boat/1", "boat/2"} {
		add(sink.AddTitle(rolecall.Title{ID: id, Kind: rolecall.Season, Name: "Boat", SeriesID: "boat", SeasonID: id, Season: int(id[5] - '0')}))
	}
	for i, id := range []string{"boat/1/1", "boat/1/2", "boat/1/3"} {
		add(sink.AddTitle(rolecall.Title{ID: id, Kind: rolecall.Episode, Name: id, SeriesID: "boat", SeasonID: "boat/1", Season: 1, Episode: i + 1}))
	}
	for _, id := range []string{"ann", "bo", "cy"} {
		add(sink.AddPerson(rolecall.Person{ID: id, Name: id}))
	}
	add(sink.AddStatement(rolecall.Statement{PersonID: "ann", Gender: rolecall.Woman, Precedence: rolecall.Citation, Source: "list"}))
	for _, credit := range []rolecall.Credit{
		{TitleID: "boat/1/1", PersonID: "ann", Role: rolecall.Cast, Billing: 1},
		{TitleID: "boat/1/2", PersonID: "ann", Role: rolecall.Cast, Billing: 2},
		{TitleID: "boat/1/2", PersonID: "bo", Role: rolecall.Cast, Billing: 1},
		{TitleID: "boat/1/3", PersonID: "cy", Role: rolecall.Cast, Billing: 4},
		{TitleID: "boat/1/1", PersonID: "ann", Role: rolecall.Editor},
		{TitleID: "boat/1/1", PersonID: "ann", Role: rolecall.Composer},
		{TitleID: "boat/1", PersonID: "bo", Role: rolecall.Cinematographer, Scope: rolecall.OfSeason},
		{TitleID: "boat/1", PersonID: "cy", Role: rolecall.Director, Scope: rolecall.OfSeason},
		{TitleID: "boat/1/2", PersonID: "ann", Role: rolecall.Director},
	} {
		add(sink.AddCredit(credit))
	}
	return errors.Join(faults...)
}

// Of a season of which no episode is held, nothing is decided.
func TestASeasonWithoutEpisodesIsUndecided(t *testing.T) {
	c := catalogtest.Open(t, "odd", odd)
	s := load(t, `criteria:
  - {id: one, name: One, met: people(director) >= 1}`)
	rates, err := s.PassRate(t.Context(), c, population.Population{})
	if err != nil || rates.Whole != (standard.Rate{Met: 1, Unknown: 1}) || rates.Population.Kind != rolecall.Season {
		t.Errorf("%+v, %v", rates, err)
	}
}

// load is a standard of seasons with the criteria given, all of which it asks.
func load(t *testing.T, criteria string) *standard.Standard {
	t.Helper()
	path := filepath.Join(t.TempDir(), "own.yaml")
	text := `id: own
name: Own
publisher: Us
year: 2026
wording: As it says.
applies_to: [season]
genders: [woman]
citations: [{publisher: Us, title: Minutes, address: "https://example.org", read: 2026-11-21}]
` + criteria + `
passes: met(one)
`
	if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
		t.Fatal(err)
	}
	s, err := standard.Load(path)
	if err != nil {
		t.Fatal(err)
	}
	return s
}

func TestPopulationsThatAStandardCannotBeAskedAbout(t *testing.T) {
	c := catalogtest.Open(t, "odd", odd)
	ceiling, err := standard.Shipped().Find("celluloid-ceiling")
	if err != nil {
		t.Fatal(err)
	}
	for _, test := range []struct {
		p    population.Population
		want string
	}{
		{population.Population{Kind: rolecall.Season}, "does not speak of seasons"},
		{population.Population{Kind: rolecall.Episode}, "films or seasons, not episodes"},
		{population.Population{}, "holds no films"},
		{population.Population{Top: 3}, "holds no dates"},
	} {
		if _, err := ceiling.PassRate(t.Context(), c, test.p); err == nil || !strings.Contains(err.Error(), test.want) {
			t.Errorf("%+v: %v, want %s", test.p, err, test.want)
		}
	}
}

// What a standard does not count is not asked for.
func TestTheGroupsOfAStandard(t *testing.T) {
	for id, want := range map[string]string{"f-rating-2018": "director writer", "dga-episodes": "director"} {
		s, err := standard.Shipped().Find(id)
		if err != nil {
			t.Fatal(err)
		}
		if got := strings.Join(s.Groups(), " "); got != want {
			t.Errorf("%s counts %s, want %s", id, got, want)
		}
	}
	if _, err := catalog.Counts("director 1").Groups(); err == nil {
		t.Error("counts that are none were read")
	}
}
