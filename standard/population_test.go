package standard_test

import (
	"context"
	"errors"
	"fmt"
	"maps"
	"math/rand/v2"
	"os"
	"path/filepath"
	"reflect"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"rolecall"
	"rolecall/catalog"
	"rolecall/catalog/catalogtest"
	"rolecall/measure"
	"rolecall/population"
	"rolecall/population/populationtest"
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

// A title that the catalog measures comes out as it does by its line-up: every group
// is counted the same in every unit, and every standard comes to the same verdicts.
func TestATitleAmongManyIsTheTitleAlone(t *testing.T) {
	everything := countEverything(t, rolecall.Woman, rolecall.Nonbinary)
	for name, fill := range map[string]func(context.Context, source.Sink) error{"starter": starter.Fill, "partial": withIMDb, "odd": odd} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			var titles []rolecall.Title
			c := catalogtest.Open(t, name, func(ctx context.Context, sink source.Sink) error { return fill(ctx, noting{sink, &titles}) })
			all := subjects(t, c, held(t, c, titles))
			for i, of := range all {
				if i%(1+len(all)/10) > 0 {
					continue // some of many, to be quick: the next test tries more
				}
				among := population.Population{Kind: of.Title.Kind, Specials: true, Titles: population.NewList(of.Title.ID)}
				for _, s := range everything {
					checkRates(t, c, s, among, rolecall.Bounds, of)
				}
			}
			for _, s := range standard.Shipped() {
				p, err := s.Among(population.Population{Specials: true})
				if err != nil {
					t.Fatal(err)
				}
				if of := ofKind(all, p.Kind); len(of) > 0 {
					for _, reading := range rolecall.Readings() {
						checkRates(t, c, s, p, reading, of...)
					}
				}
			}
		})
	}
}

// Whatever films and seasons are chosen, a standard comes to what it comes to over
// their line-ups, whatever it asks.
func TestRatesAreThoseOfTheTitlesOneByOne(t *testing.T) {
	t.Parallel()
	c := catalogtest.Open(t, "drawn", drawn)
	titles := held(t, c, populationtest.Titles())
	all := subjects(t, c, titles)
	asked := 0
	rapid.Check(t, func(t *rapid.T) {
		p := populationtest.Draw(t)
		p.Kind = rapid.SampledFrom([]rolecall.Kind{rolecall.Film, rolecall.Season}).Draw(t, "of")
		p.Titles = onlyHeld(titles, p.Titles)
		var of []standard.Subject
		for _, title := range p.Of(titles, p.Kind) {
			of = append(of, all[slices.IndexFunc(all, func(s standard.Subject) bool { return s.Title.ID == title.ID })])
		}
		if len(of) > 0 {
			asked++
			checkRates(t, c, drawStandard(t), p, rapid.SampledFrom(rolecall.Readings()).Draw(t, "reading"), of...)
		}
	})
	if asked == 0 {
		t.Error("every population is empty")
	}
}

// checkRates fails unless the rates of a population are those of its subjects.
func checkRates(t interface {
	Helper()
	Context() context.Context
	Fatalf(string, ...any)
	Fatal(...any)
}, c *catalog.Catalog, s *standard.Standard, p population.Population, reading rolecall.Reading, of ...standard.Subject) {
	t.Helper()
	got, err1 := s.PassRate(t.Context(), c, p, reading)
	want, err2 := s.Over(reading, each(s, reading, of...))
	if err := errors.Join(err1, err2); err != nil {
		t.Fatal(err)
	}
	if got.Titles != want.Titles || got.LeftOut != want.LeftOut || got.Whole != want.Whole {
		t.Fatalf("%s of %s, %s: %d titles, %d left out, %+v; one by one %d, %d, %+v", s.ID, p.Words(), reading, got.Titles, got.LeftOut, got.Whole, want.Titles, want.LeftOut, want.Whole)
	}
	for i, one := range got.Criteria {
		other := want.Criteria[i]
		one.Criterion, other.Criterion = standard.Criterion{}, standard.Criterion{}
		if !reflect.DeepEqual(one, other) {
			t.Fatalf("%s of %s, %s, %s%s: %+v; one by one\n%+v", s.ID, p.Words(), reading, want.Criteria[i].Criterion.Count, want.Criteria[i].Criterion.Met, one, other)
		}
	}
}

// subjects are all films and seasons of a catalog, by their line-ups.
func subjects(t *testing.T, c *catalog.Catalog, titles []rolecall.Title) (all []standard.Subject) {
	t.Helper()
	for _, title := range titles {
		if title.Kind != rolecall.Film && title.Kind != rolecall.Season {
			continue
		}
		l, err := measure.LineupOf(t.Context(), c, title, true)
		if err != nil {
			t.Fatal(err)
		}
		all = append(all, standard.SubjectOf(l, standard.PartialRoles(c.Info().Sources)...))
	}
	if len(all) < 2 {
		t.Fatalf("%d films and seasons", len(all))
	}
	return all
}

// held are titles as the catalog has them, with what they have of their series.
func held(t *testing.T, c *catalog.Catalog, titles []rolecall.Title) (all []rolecall.Title) {
	t.Helper()
	for _, title := range titles {
		one, held, err := c.Title(t.Context(), title.ID)
		if err != nil || !held {
			t.Fatalf("%s: held %v, %v", title.ID, held, err)
		}
		all = append(all, one)
	}
	return all
}

// noting notes the titles that a source hands over.
type noting struct {
	source.Sink
	titles *[]rolecall.Title
}

func (n noting) AddTitle(t rolecall.Title) error {
	*n.titles = append(*n.titles, t)
	return n.Sink.AddTitle(t)
}

func ofKind(all []standard.Subject, kind rolecall.Kind) []standard.Subject {
	return slices.DeleteFunc(slices.Clone(all), func(s standard.Subject) bool { return s.Title.Kind != kind })
}

// countEverything are standards that count every group in every unit, as many as it
// takes.
func countEverything(t *testing.T, genders ...rolecall.Gender) (all standard.Set) {
	t.Helper()
	for unit := range unitsInWords {
		var criteria []string
		for i, group := range standard.GroupNames() {
			criteria = append(criteria, fmt.Sprintf("{id: c%d, name: C, count: %s(%s)}", i, unit, group))
		}
		all = append(all, own(t, genders, criteria, ""))
	}
	return all
}

var unitsInWords = map[string]rolecall.Unit{
	"people": rolecall.People, "credits": rolecall.Credits, "titles_any": rolecall.TitlesAny, "titles_all": rolecall.TitlesAll,
}

// drawStandard draws one with criteria over any groups in any units.
func drawStandard(t *rapid.T) *standard.Standard {
	var criteria, passes []string
	for i := range rapid.IntRange(1, 4).Draw(t, "criteria") {
		sum := func() string {
			unit := rapid.SampledFrom(slices.Sorted(maps.Keys(unitsInWords))).Draw(t, "unit")
			var terms []string
			for _, group := range rapid.SliceOfN(rapid.SampledFrom(standard.GroupNames()), 1, 3).Draw(t, "groups") {
				terms = append(terms, unit+"("+group+")")
			}
			return strings.Join(terms, " + ")
		}
		if rapid.Bool().Draw(t, "counts") {
			criteria = append(criteria, fmt.Sprintf("{id: c%d, name: C, count: %s}", i, sum()))
			continue
		}
		met := fmt.Sprintf("%s >= %d", sum(), rapid.IntRange(0, 4).Draw(t, "threshold"))
		if rapid.Bool().Draw(t, "and a share") {
			met += fmt.Sprintf(" && share(%s) >= 0.5", sum())
		}
		criteria = append(criteria, fmt.Sprintf("{id: c%d, name: C, met: %q}", i, met))
		passes = append(passes, fmt.Sprintf("met(c%d)", i))
	}
	genders := rapid.SliceOfNDistinct(rapid.SampledFrom(rolecall.Genders()[:3]), 1, 3, rapid.ID[rolecall.Gender]).Draw(t, "genders")
	return own(t, genders, criteria, strings.Join(passes, rapid.SampledFrom([]string{" && ", " || "}).Draw(t, "passes")))
}

func own(t interface{ Fatal(...any) }, genders []rolecall.Gender, criteria []string, passes string) *standard.Standard {
	text := fmt.Sprintf(`id: own
name: Own
publisher: Us
year: 2026
wording: As it says.
applies_to: [film, season]
genders: [%s]
citations: [{publisher: Us, title: Minutes, address: "https://example.org", read: 2026-11-21}]
criteria:
  - %s
`, strings.Join(words(genders), ", "), strings.Join(criteria, "\n  - "))
	if passes != "" {
		text += "passes: " + passes + "\n"
	}
	s, err := standard.Parse("own.yaml", []byte(text))
	if err != nil {
		t.Fatal(err)
	}
	return s
}

func words(genders []rolecall.Gender) (all []string) {
	for _, g := range genders {
		all = append(all, string(g))
	}
	return all
}

// onlyHeld is a list without what no title bears, which a catalog refuses.
func onlyHeld(titles []rolecall.Title, list population.List) population.List {
	return population.NewList(slices.DeleteFunc(list.IDs(), func(id string) bool {
		return !slices.ContainsFunc(titles, func(t rolecall.Title) bool { return t.ID == id })
	})...)
}

// drawn has the titles that populations are tried with, and on them credits of every
// kind: by title and by season, billed and not, in several roles, of people of every
// gender and of whom nothing is stated.
func drawn(_ context.Context, sink source.Sink) error {
	const people = 40
	random := rand.New(rand.NewPCG(7, 7))
	faults := []error{sink.AddSource(rolecall.Source{ID: "list", Name: "A list"}), sink.AddSource(rolecall.Source{ID: imdb.SourceID, Name: "IMDb"})}
	add := func(err error) { faults = append(faults, err) }
	person := func() string { return fmt.Sprintf("person-%02d", random.IntN(people)) }
	for i := range people {
		id := fmt.Sprintf("person-%02d", i)
		add(sink.AddPerson(rolecall.Person{ID: id, Name: id}))
		if g := rolecall.Genders()[min(i%5, 3)]; g != rolecall.Unknown {
			add(sink.AddStatement(rolecall.Statement{PersonID: id, Gender: g, Precedence: rolecall.Citation, Source: "list"}))
		}
	}
	for _, title := range populationtest.Titles() {
		add(sink.AddTitle(title))
		if title.Kind == rolecall.Series {
			continue
		}
		for _, role := range rolecall.Roles() {
			if random.IntN(3) == 0 || title.Kind == rolecall.Season && random.IntN(4) > 0 {
				continue
			}
			for n := range random.IntN(4) {
				c := rolecall.Credit{TitleID: title.ID, PersonID: person(), Role: role}
				if title.Kind == rolecall.Season {
					c.Scope = rolecall.OfSeason
				}
				if role == rolecall.Cast && random.IntN(3) > 0 {
					c.Billing = n + 1
				}
				add(sink.AddCredit(c))
			}
		}
	}
	return errors.Join(faults...)
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
	rates, err := s.PassRate(t.Context(), c, population.Population{}, rolecall.Bounds)
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
		if _, err := ceiling.PassRate(t.Context(), c, test.p, rolecall.Bounds); err == nil || !strings.Contains(err.Error(), test.want) {
			t.Errorf("%+v: %v, want %s", test.p, err, test.want)
		}
	}
}
