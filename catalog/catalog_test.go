package catalog_test

import (
	"context"
	"errors"
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"rolecall"
	"rolecall/catalog"
	"rolecall/source"
)

// facts is a source that is written down in a test.
type facts struct {
	sources    []rolecall.Source
	pages      []rolecall.Page
	titles     []rolecall.Title
	people     []rolecall.Person
	credits    []rolecall.Credit
	statements []rolecall.Statement
	// identifiers of titles and people elsewhere
	identifiers []rolecall.Identifier
}

func (f facts) fill(_ context.Context, sink source.Sink) error {
	var faults []error
	for _, s := range f.sources {
		faults = append(faults, sink.AddSource(s))
	}
	for _, p := range f.pages {
		faults = append(faults, sink.AddPage(p))
	}
	for _, t := range f.titles {
		faults = append(faults, sink.AddTitle(t))
	}
	for _, p := range f.people {
		faults = append(faults, sink.AddPerson(p))
	}
	for _, c := range f.credits {
		faults = append(faults, sink.AddCredit(c))
	}
	for _, s := range f.statements {
		faults = append(faults, sink.AddStatement(s))
	}
	for _, i := range f.identifiers {
		faults = append(faults, sink.AddIdentifier(i))
	}
	return errors.Join(faults...)
}

func (f facts) recipe() catalog.Recipe {
	return catalog.Recipe{Name: "test", Program: "test", Built: time.Unix(0, 0), Fill: f.fill}
}

// small is a series of two seasons with a special, two films of one name, and
// people who are hard to look up.
func small() facts {
	f := facts{
		sources: []rolecall.Source{{ID: "press", Name: "Press", HandPicked: true}, {ID: "tmdb", Name: "TMDB"}},
		pages:   []rolecall.Page{{Key: "a", Source: "press", Address: "https://example.org/a"}, {Key: "b", Source: "press"}},
		titles: []rolecall.Title{
			{ID: "jones", Kind: rolecall.Series, Name: "Jessica Jones", Year: 2015, Networks: []string{"Netflix"}},
			{ID: "jones/0", Kind: rolecall.Season, Name: "Jessica Jones", SeriesID: "jones"},
			{ID: "jones/0/1", Kind: rolecall.Episode, Name: "Recap", SeriesID: "jones", SeasonID: "jones/0", Episode: 1},
			{ID: "women-1933", Kind: rolecall.Film, Name: "Little Women", Year: 1933},
			{ID: "women-2019", Kind: rolecall.Film, Name: "Little Women", Year: 2019},
			{ID: "portrait", Kind: rolecall.Film, Name: "Portrait of a Lady on Fire", OriginalName: "Portrait de la jeune fille en feu", Year: 2019},
			{ID: "tale", Kind: rolecall.Series, Name: "The Handmaid’s Tale", Year: 2017},
			{ID: "shoplifters", Kind: rolecall.Film, Name: "Shoplifters", OriginalName: "万引き家族", Year: 2018},
			{ID: "odd", Kind: rolecall.Film, Name: `100% "Odd" _ 'Film' \ 🎬`, Year: 2020},
		},
		people: []rolecall.Person{
			{ID: "anna", Name: "Anna Foerster"}, {ID: "zoe", Name: "Zoë Bell"}, {ID: "kore-eda", Name: "Hirokazu Kore-eda", NativeName: "是枝裕和"},
			{ID: "smith-1", Name: "Kevin Smith"}, {ID: "smith-2", Name: "Kevin Smith"}, {ID: "who", Name: "Jo Doe"}, {ID: "mel", Name: "Melissa Rosenberg"},
		},
		statements: []rolecall.Statement{
			{PersonID: "anna", Gender: rolecall.Woman, Wording: "she", Precedence: rolecall.Citation, Source: "press", Citation: "a"},
			{PersonID: "mel", Gender: rolecall.Woman, Wording: "her", Precedence: rolecall.Citation, Source: "press", Citation: "a"},
			{PersonID: "smith-1", Gender: rolecall.Man, Wording: "he", Precedence: rolecall.Citation, Source: "press", Citation: "b"},
			{PersonID: "who", Gender: rolecall.Man, Precedence: rolecall.TMDB, Source: "tmdb"},
			{PersonID: "who", Gender: rolecall.Woman, Precedence: rolecall.TMDB, Source: "tmdb"},
			{PersonID: "who", Gender: rolecall.Woman, Precedence: rolecall.Citation, Source: "press", Citation: "b"},
		},
	}
	for season := 1; season <= 2; season++ {
		id := fmt.Sprintf("jones/%d", season)
		f.titles = append(f.titles, rolecall.Title{ID: id, Kind: rolecall.Season, Name: "Jessica Jones", SeriesID: "jones", Season: season, Year: 2014 + season, Whole: true})
		for episode := 1; episode <= 3; episode++ {
			f.titles = append(f.titles, rolecall.Title{ID: fmt.Sprintf("%s/%d", id, episode), Kind: rolecall.Episode, Name: fmt.Sprintf("Part %d", episode),
				SeriesID: "jones", SeasonID: id, Season: season, Episode: episode, Year: 2014 + season})
		}
	}
	f.credits = []rolecall.Credit{
		{TitleID: "jones", PersonID: "mel", Role: rolecall.Creator, Citations: []string{"a"}},
		{TitleID: "jones/2", PersonID: "zoe", Role: rolecall.Cast, Characters: []string{"Trish"}, Billing: 2, Citations: []string{"a"}},
		{TitleID: "jones/2/1", PersonID: "zoe", Role: rolecall.Cast, Characters: []string{"Herself"}, Citations: []string{"b"}},
		{TitleID: "jones/1/1", PersonID: "smith-1", Role: rolecall.Director, Citations: []string{"b"}},
		{TitleID: "jones/1/1", PersonID: "smith-1", Role: rolecall.Director, Job: "directed by", Citations: []string{"a"}},
		{TitleID: "jones/2/1", PersonID: "anna", Role: rolecall.Director, Citations: []string{"a"}},
		{TitleID: "jones/2/2", PersonID: "anna", Role: rolecall.Director, Citations: []string{"a"}},
		{TitleID: "jones/2/3", PersonID: "anna", Role: rolecall.Director, Citations: []string{"a"}},
		{TitleID: "jones/2/3", PersonID: "who", Role: rolecall.Director, Citations: []string{"a"}},
		{TitleID: "jones/0/1", PersonID: "smith-2", Role: rolecall.Director, Citations: []string{"a"}},
		{TitleID: "shoplifters", PersonID: "kore-eda", Role: rolecall.Director, Citations: []string{"a"}},
	}
	return f
}

// built is an open catalog of the facts, for reading.
func built(t *testing.T, f facts) *catalog.Catalog {
	t.Helper()
	return catalog.OpenOnce(t, fmt.Sprintf("%+v", f), f.recipe())
}

func hashOf(t *testing.T, f facts) string {
	t.Helper()
	hash, err := catalog.HashOf(t.Context(), f.recipe())
	if err != nil {
		t.Fatal(err)
	}
	return hash
}

func TestTheHashIsThatOfTheFactsInAnyOrder(t *testing.T) {
	t.Parallel()
	want := built(t, small()).Info().Hash
	for seed := range 12 {
		f, random := small(), rand.New(rand.NewPCG(uint64(seed), 0))
		f.credits = append(f.credits, f.credits[0]) // a repetition is no other fact
		f.statements = append(f.statements, f.statements[0])
		shuffle(random, f.pages)
		shuffle(random, f.titles)
		shuffle(random, f.people)
		shuffle(random, f.credits)
		shuffle(random, f.statements)
		if got := hashOf(t, f); got != want {
			t.Fatalf("order %d: hash %s, want %s", seed, got, want)
		}
	}
}

func shuffle[T any](random *rand.Rand, items []T) {
	random.Shuffle(len(items), func(i, j int) { items[i], items[j] = items[j], items[i] })
}

func TestEveryChangeOfFactsChangesTheHash(t *testing.T) {
	t.Parallel()
	hashes := map[string]string{"as it was": built(t, small()).Info().Hash}
	for name, change := range map[string]func(*facts){
		"a wording":      func(f *facts) { f.statements[0].Wording = "her" },
		"a gender":       func(f *facts) { f.statements[0].Gender = rolecall.Nonbinary },
		"a name":         func(f *facts) { f.people[0].Name = "Anna Förster" },
		"a character":    func(f *facts) { f.credits[1].Characters = []string{"Patsy"} },
		"a billing":      func(f *facts) { f.credits[1].Billing = 1 },
		"a date":         func(f *facts) { f.titles[0].Released = rolecall.Date{Year: 2015, Month: 11, Day: 20} },
		"a network":      func(f *facts) { f.titles[0].Networks = []string{"Hulu"} },
		"an address":     func(f *facts) { f.pages[0].Address = "https://example.org/b" },
		"a licence":      func(f *facts) { f.sources[0].Licence = "CC0" },
		"a credit":       func(f *facts) { f.credits = f.credits[:len(f.credits)-1] },
		"a citation":     func(f *facts) { f.credits[0].Citations = []string{"b"} },
		"a private list": func(f *facts) { f.people[0].Private = true },
		"hand-picking":   func(f *facts) { f.sources[0].HandPicked = false },
	} {
		f := small()
		change(&f)
		hash := hashOf(t, f)
		for other, held := range hashes {
			if held == hash {
				t.Errorf("%s leaves the hash as %s made it", name, other)
			}
		}
		hashes[name] = hash
	}
}

func TestRoll(t *testing.T) {
	c := built(t, small())
	season, _, err := c.Title(t.Context(), "jones/2")
	if err != nil {
		t.Fatal(err)
	}
	roll, err := c.Roll(t.Context(), season, false)
	if err != nil {
		t.Fatal(err)
	}
	byRole := map[rolecall.Role][]rolecall.Credit{}
	for _, credit := range roll.Credits {
		byRole[credit.Role] = append(byRole[credit.Role], credit)
	}
	if n := len(byRole[rolecall.Creator]); n != 3 {
		t.Errorf("the series' creator counts on %d of the 3 episodes", n)
	}
	if got := byRole[rolecall.Creator][0].Scope; got != rolecall.OfSeries {
		t.Errorf("a credit of the series has scope %s", got)
	}
	cast := byRole[rolecall.Cast]
	if len(cast) != 3 {
		t.Fatalf("%d cast credits, want one an episode", len(cast))
	}
	first := cast[slices.IndexFunc(cast, func(c rolecall.Credit) bool { return c.TitleID == "jones/2/1" })]
	if !slices.Equal(first.Characters, []string{"Herself", "Trish"}) || first.Billing != 2 || first.Scope != rolecall.OfTitle || !slices.Equal(first.Citations, []string{"a", "b"}) {
		t.Errorf("a credit given twice became %+v", first)
	}
	perTitle := rolecall.TallyTitles(roll.LeafIDs(), byRole[rolecall.Director], roll.Genders())
	if got := perTitle.Any(rolecall.Woman).String() + ", " + perTitle.All(rolecall.Woman).String(); got != "3 of 3, 2–3 of 3" {
		t.Errorf("directed by women: %s", got)
	}
	if p := roll.People["who"]; p.Gender != rolecall.Unknown || !p.Conflict {
		t.Errorf("two sources that disagree made %+v", p)
	}
}

func TestSpecialsAreLeftOutUnlessAskedFor(t *testing.T) {
	c := built(t, small())
	series, _, err := c.Title(t.Context(), "jones")
	if err != nil {
		t.Fatal(err)
	}
	if series.Episodes != 6 {
		t.Errorf("the series has %d episodes, want 6 without the special", series.Episodes)
	}
	for specials, want := range map[bool]int{false: 6, true: 7} {
		leaves, err := c.Leaves(t.Context(), series, specials)
		if err != nil || len(leaves) != want {
			t.Errorf("specials %v: %d episodes, %v; want %d", specials, len(leaves), err, want)
		}
	}
	roll, err := c.Roll(t.Context(), series, true)
	if err != nil {
		t.Fatal(err)
	}
	for _, credit := range roll.Credits {
		if credit.TitleID == "jones/0/1" && credit.Role == rolecall.Creator {
			t.Error("the series' creator counts on a special")
		}
	}
}

// What statements come to in SQL is what rolecall.Resolve says.
func TestGendersAreResolvedAsTheRulesSay(t *testing.T) {
	t.Parallel()
	f, want := facts{sources: []rolecall.Source{{ID: "s"}}, titles: []rolecall.Title{{ID: "t", Kind: rolecall.Film, Name: "T"}}}, map[string]rolecall.Resolution{}
	random := rand.New(rand.NewPCG(1, 0))
	for i := range 2000 {
		id := fmt.Sprint("p", i)
		f.people = append(f.people, rolecall.Person{ID: id, Name: id})
		var statements []rolecall.Statement
		for range random.IntN(6) {
			statements = append(statements, rolecall.Statement{PersonID: id, Source: "s",
				Gender:     rolecall.Genders()[random.IntN(len(rolecall.Genders()))],
				Precedence: rolecall.Precedences()[random.IntN(len(rolecall.Precedences()))]})
		}
		f.statements = append(f.statements, statements...)
		want[id] = rolecall.Resolve(statements)
	}
	c := built(t, f)
	people, err := c.NearPeople(t.Context(), "p", len(want))
	if err != nil || len(people) == 0 {
		t.Fatalf("%d people, %v", len(people), err)
	}
	for id, r := range want {
		p, err := c.FindPerson(t.Context(), id)
		if err != nil || p.Gender != r.Gender || p.Conflict != r.Conflict {
			t.Fatalf("%s: %+v, %v; want %+v", id, p, err, r)
		}
	}
}

// Credits merged in SQL are those that rolecall.Once merges.
func TestCreditsAreMergedAsTheRulesSay(t *testing.T) {
	f, random := small(), rand.New(rand.NewPCG(2, 0))
	f.credits = nil
	for range 500 {
		f.credits = append(f.credits, rolecall.Credit{
			TitleID: fmt.Sprintf("jones/%d/%d", 1+random.IntN(2), 1+random.IntN(3)), PersonID: f.people[random.IntN(len(f.people))].ID,
			Role: rolecall.Roles()[random.IntN(4)], Billing: random.IntN(4), Citations: []string{[]string{"a", "b"}[random.IntN(2)]},
			Characters: []string{"A", "B", "C"}[:random.IntN(3)], Scope: rolecall.OfTitle,
		})
	}
	c := built(t, f)
	series, _, err := c.Title(t.Context(), "jones")
	if err != nil {
		t.Fatal(err)
	}
	roll, err := c.Roll(t.Context(), series, false)
	if err != nil {
		t.Fatal(err)
	}
	held := map[string]rolecall.Credit{}
	for _, credit := range roll.Credits {
		held[fmt.Sprint(credit.TitleID, credit.PersonID, credit.Role)] = credit
	}
	once := rolecall.Once(f.credits)
	if len(once) != len(roll.Credits) || len(once) == len(f.credits) {
		t.Fatalf("%d credits held, %d by the rule, %d given", len(roll.Credits), len(once), len(f.credits))
	}
	for _, want := range once {
		got := held[fmt.Sprint(want.TitleID, want.PersonID, want.Role)]
		slices.Sort(want.Characters)
		slices.Sort(want.Citations)
		if slices.Sort(got.Characters); got.Billing != want.Billing || !slices.Equal(got.Characters, want.Characters) || !slices.Equal(got.Citations, want.Citations) {
			t.Fatalf("held %+v, by the rule %+v", got, want)
		}
	}
}

// A page that names a season's directors does not say who directed which
// episode: they are among its people, and on none of its episodes.
func TestADirectorOfASeasonIsOnNoEpisode(t *testing.T) {
	f := small()
	f.credits = append(f.credits,
		rolecall.Credit{TitleID: "jones/1", PersonID: "zoe", Role: rolecall.Director, Job: "2 of 3 episodes", Citations: []string{"a"}},
		rolecall.Credit{TitleID: "jones/1", PersonID: "zoe", Role: rolecall.Showrunner, Citations: []string{"a"}})
	c := built(t, f)
	for _, id := range []string{"jones/1", "jones"} {
		title, _, err := c.Title(t.Context(), id)
		if err != nil {
			t.Fatal(err)
		}
		roll, err := c.Roll(t.Context(), title, false)
		if err != nil {
			t.Fatal(err)
		}
		var directed, ran []string
		for _, credit := range roll.Credits {
			switch {
			case credit.PersonID == "zoe" && credit.Role == rolecall.Director:
				directed = append(directed, credit.TitleID)
			case credit.PersonID == "zoe" && credit.Role == rolecall.Showrunner:
				ran = append(ran, credit.TitleID)
			}
		}
		if !slices.Equal(directed, []string{"jones/1"}) || len(ran) != 3 {
			t.Errorf("%s: directed %v, ran %v", id, directed, ran)
		}
	}
}

func TestFindTitle(t *testing.T) {
	c := built(t, small())
	for _, test := range []struct {
		name  string
		which catalog.Which
		want  string
	}{
		{"Jessica Jones", catalog.Which{}, "jones"},
		{"jessica   JONES", catalog.Which{}, "jones"},
		{"jones/2", catalog.Which{}, "jones/2"},
		{"Handmaids Tale", catalog.Which{}, "tale"},
		{"the handmaid's tale", catalog.Which{}, "tale"},
		{"portrait de la jeune fille en feu", catalog.Which{}, "portrait"},
		{"万引き家族", catalog.Which{}, "shoplifters"},
		{"Little Women", catalog.Which{Year: 2019}, "women-2019"},
		{`100% "odd" _ film 🎬`, catalog.Which{}, "odd"},
		{"recap", catalog.Which{}, "jones/0/1"},
		{"Recap", catalog.Which{Kind: rolecall.Episode}, "jones/0/1"},
	} {
		got, err := c.FindTitle(t.Context(), test.name, test.which)
		if err != nil || got.ID != test.want {
			t.Errorf("%q: %s, %v; want %s", test.name, got.ID, err, test.want)
		}
	}
}

func labelsOf(candidates []catalog.Candidate) (labels []string) {
	for _, c := range candidates {
		labels = append(labels, c.Label)
	}
	return labels
}

func TestWhatIsNotFoundSaysWhatIsNear(t *testing.T) {
	c := built(t, small())
	long := strings.Repeat("é", 10_000)
	for name, near := range map[string][]string{
		"Jesica Jnes": {"Jessica Jones"}, "handmaid": {"The Handmaid’s Tale"}, "%": nil, "_": nil, "' OR 1=1 --": nil,
		"🦸": nil, long: nil, "   ": nil, "*": nil, "\u202e": nil,
	} {
		_, err := c.FindTitle(t.Context(), name, catalog.Which{})
		missing := new(catalog.NotFoundError)
		if !errors.As(err, &missing) || !slices.Equal(labelsOf(missing.Near), near) {
			t.Errorf("%.20q: %v, near %v; want %v", name, err, missing.Near, near)
		}
		if err != nil && len(err.Error()) > 500 {
			t.Errorf("%.20q: the error is %d bytes long", name, len(err.Error()))
		}
	}
	if _, err := c.FindTitle(t.Context(), "jones\xff", catalog.Which{}); err == nil || !strings.Contains(err.Error(), "UTF-8") {
		t.Errorf("invalid UTF-8: %v", err)
	}
	_, err := c.FindTitle(t.Context(), "Little Women", catalog.Which{Year: 2000})
	if missing := new(catalog.NotFoundError); !errors.As(err, &missing) || !slices.Equal(labelsOf(missing.Near), []string{"Little Women (1933)", "Little Women (2019)"}) {
		t.Errorf("a year that is wrong: %v", err)
	}
}

func TestAnAmbiguousNameListsWhatItMayMean(t *testing.T) {
	c := built(t, small())
	_, err := c.FindTitle(t.Context(), "little women", catalog.Which{})
	if ambiguous := new(catalog.AmbiguousError); !errors.As(err, &ambiguous) || len(ambiguous.Meant) != 2 {
		t.Errorf("two films of a name: %v", err)
	}
	_, err = c.FindPerson(t.Context(), "kevin smith")
	if ambiguous := new(catalog.AmbiguousError); !errors.As(err, &ambiguous) || len(ambiguous.Meant) != 2 || !ambiguous.Meant[0].IsPerson {
		t.Errorf("two people of a name: %v", err)
	}
}

func TestFindPerson(t *testing.T) {
	c := built(t, small())
	for name, want := range map[string]string{"zoe bell": "zoe", "ZOË BELL": "zoe", "是枝裕和": "kore-eda", "hirokazu koreeda": "kore-eda", "hirokazu korreda": "", "kore-eda": "kore-eda", "smith-2": "smith-2"} {
		got, err := c.FindPerson(t.Context(), name)
		if got.ID != want || (err != nil) != (want == "") {
			t.Errorf("%q: %s, %v; want %q", name, got.ID, err, want)
		}
	}
	_, err := c.FindPerson(t.Context(), "hirokazu korreda")
	if missing := new(catalog.NotFoundError); !errors.As(err, &missing) || !slices.Equal(labelsOf(missing.Near), []string{"Hirokazu Kore-eda"}) {
		t.Errorf("a typing error: %v", err)
	}
}

func TestSeasonAndEpisodeOutOfRange(t *testing.T) {
	c := built(t, small())
	series, _, _ := c.Title(t.Context(), "jones")
	for number, want := range map[int]string{9: "seasons 0–2", -1: "seasons 0–2", 1 << 30: "seasons 0–2"} {
		_, err := c.Season(t.Context(), series, number)
		if out := new(catalog.SeasonError); !errors.As(err, &out) || !strings.Contains(err.Error(), want) {
			t.Errorf("season %d: %v", number, err)
		}
	}
	season, err := c.Season(t.Context(), series, 2)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := c.Episode(t.Context(), season, 4); err == nil || !strings.Contains(err.Error(), "episodes 1–3") {
		t.Errorf("episode 4: %v", err)
	}
}

func TestFactsThatDoNotHoldTogetherAreRefused(t *testing.T) {
	t.Parallel()
	path := filepath.Join(t.TempDir(), "test.duckdb")
	if err := catalog.Build(t.Context(), path, small().recipe()); err != nil {
		t.Fatal(err)
	}
	before, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	for name, test := range map[string]struct {
		spoil func(*facts)
		want  string
	}{
		"twice the identifier":     {func(f *facts) { f.pages = append(f.pages, f.pages[0]) }, "two pages have the key a"},
		"a statement of no source": {func(f *facts) { f.statements[0].Source = "hearsay" }, "hearsay, which is no source"},
		"a citation of no page":    {func(f *facts) { f.credits[0].Citations = []string{"z"} }, "cites z"},
		"a lost season":            {func(f *facts) { f.titles[2].SeasonID = "jones/7" }, "jones/7, which is not held"},
	} {
		t.Run(name, func(t *testing.T) {
			f := small()
			test.spoil(&f)
			if err := catalog.Build(t.Context(), path, f.recipe()); err == nil || !strings.Contains(err.Error(), test.want) {
				t.Errorf("%v, want %q", err, test.want)
			}
			requireUnchanged(t, path, before)
		})
	}
}

// requireUnchanged checks that a failed build left the catalog as it was and
// nothing beside it but its names, its rows and the lock.
func requireUnchanged(t *testing.T, path string, before []byte) {
	t.Helper()
	after, err := os.ReadFile(path)
	if err != nil || !slices.Equal(before, after) {
		t.Errorf("the old catalog was changed: %v", err)
	}
	files, _ := filepath.Glob(path + "*")
	names, _ := filepath.Glob(path + ".*.names")
	rows, _ := filepath.Glob(path + ".*.rows")
	if slices.Sort(files); !slices.Equal(files, slices.Concat([]string{path}, names, rows, []string{path + ".lock"})) || len(names) != 1 || len(rows) != 1 {
		t.Errorf("left beside the catalog: %v", files)
	}
}

func TestAnInterruptedBuildLeavesTheOldCatalog(t *testing.T) {
	path := filepath.Join(t.TempDir(), "test.duckdb")
	if err := catalog.Build(t.Context(), path, small().recipe()); err != nil {
		t.Fatal(err)
	}
	before, _ := os.ReadFile(path)
	ctx, cancel := context.WithCancel(t.Context())
	recipe := small().recipe()
	recipe.Fill = func(ctx context.Context, sink source.Sink) error {
		cancel()
		return errors.Join(small().fill(ctx, sink), ctx.Err())
	}
	if err := catalog.Build(ctx, path, recipe); !errors.Is(err, context.Canceled) {
		t.Errorf("the build ended with %v", err)
	}
	requireUnchanged(t, path, before)
}

func TestSeveralBuildsAtOnceTakeTurns(t *testing.T) {
	t.Parallel()
	path := filepath.Join(t.TempDir(), "test.duckdb")
	var (
		builds sync.WaitGroup
		faults = make(chan error, 8)
		inside sync.Mutex
	)
	for range cap(faults) {
		builds.Go(func() {
			recipe := small().recipe()
			recipe.Fill = func(ctx context.Context, sink source.Sink) error {
				if !inside.TryLock() {
					return errors.New("two builds at once")
				}
				defer inside.Unlock()
				return small().fill(ctx, sink)
			}
			faults <- catalog.Build(context.Background(), path, recipe)
		})
	}
	builds.Wait()
	close(faults)
	for err := range faults {
		if err != nil {
			t.Error(err)
		}
	}
}

func TestACatalogInUseCanBeReplaced(t *testing.T) {
	t.Parallel()
	path := filepath.Join(t.TempDir(), "test.duckdb")
	if err := catalog.Build(t.Context(), path, small().recipe()); err != nil {
		t.Fatal(err)
	}
	reading, err := catalog.Open(t.Context(), path)
	if err != nil {
		t.Fatal(err)
	}
	defer reading.Close()
	other := small()
	other.people[0].Name = "Anna Förster"
	if err := catalog.Build(t.Context(), path, other.recipe()); err != nil {
		t.Fatal(err)
	}
	if p, err := reading.FindPerson(t.Context(), "anna"); err != nil || p.Name != "Anna Foerster" {
		t.Errorf("the open catalog now says %q, %v", p.Name, err)
	}
}

// Sources overlap: the first to bring a title or person stays, and what is about
// nobody held is left aside.
func TestSourcesOverlap(t *testing.T) {
	t.Parallel()
	once, twice := small(), small()
	twice.titles = append(twice.titles, rolecall.Title{ID: "jones/1", Kind: rolecall.Season, Name: "AKA", SeriesID: "jones", Season: 1, Year: 1999})
	twice.people = append(twice.people, rolecall.Person{ID: "anna", Name: "A. Foerster"})
	twice.statements = append(twice.statements, rolecall.Statement{PersonID: "nobody", Gender: rolecall.Man, Precedence: rolecall.TMDB, Source: "tmdb"})
	twice.credits = append(twice.credits,
		rolecall.Credit{TitleID: "nowhere", PersonID: "anna", Role: rolecall.Director, Citations: []string{"a"}},
		rolecall.Credit{TitleID: "jones/1/1", PersonID: "nobody", Role: rolecall.Director, Citations: []string{"a"}})
	twice.identifiers = append(twice.identifiers, rolecall.Identifier{Owner: "nobody", Scheme: rolecall.IMDbID, Value: "nm0"})
	if a, b := hashOf(t, once), hashOf(t, twice); a != b {
		t.Error("what a second source repeats changed the facts")
	}
	twice.identifiers = append(twice.identifiers, rolecall.Identifier{Owner: "anna", Scheme: rolecall.IMDbID, Value: "nm1"})
	if a, b := hashOf(t, once), hashOf(t, twice); a == b {
		t.Error("an identifier is no part of the facts")
	}
}

// Whatever is asked for, the answer is a title or an error that says what it is.
func FuzzLookUps(f *testing.F) {
	path := filepath.Join(f.TempDir(), "fuzz.duckdb")
	if err := catalog.Build(f.Context(), path, small().recipe()); err != nil {
		f.Fatal(err)
	}
	c, err := catalog.Open(f.Context(), path)
	if err != nil {
		f.Fatal(err)
	}
	f.Cleanup(func() { c.Close() })
	for _, name := range []string{"Jessica Jones", "%_'\"\\", "是枝裕和", "\u202eevil", "a\x00b", "ﬁlm", "İ", "👩‍👩‍👧"} {
		f.Add(name, 2019)
	}
	f.Fuzz(func(t *testing.T, name string, year int) {
		_, titleErr := c.FindTitle(t.Context(), name, catalog.Which{Year: year})
		_, personErr := c.FindPerson(t.Context(), name)
		for _, err := range []error{titleErr, personErr} {
			if errors.Is(err, catalog.ErrDamaged) {
				t.Errorf("%q broke the look-up: %v", name, err)
			}
		}
	})
}
