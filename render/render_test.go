package render_test

import (
	"bytes"
	"context"
	"database/sql"
	"encoding/csv"
	"encoding/json"
	"errors"
	"flag"
	"fmt"
	"maps"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/jedib0t/go-pretty/v6/text"

	"rolecall"
	"rolecall/catalog"
	"rolecall/catalog/catalogtest"
	"rolecall/format"
	"rolecall/measure"
	"rolecall/phrase/sentence"
	"rolecall/population"
	"rolecall/press"
	"rolecall/press/article"
	"rolecall/render"
	"rolecall/source"
	"rolecall/standard"
)

var update = flag.Bool("update", false, "write the golden files anew")

// fixture is a series that has every case a page must show: all genders, nobody
// credited, many on one episode, names in other scripts, what a page says of a
// whole season, and credits of which no episode is known.
func fixture(_ context.Context, sink source.Sink) error {
	series := rolecall.Title{ID: "harbour", Kind: rolecall.Series, Name: "The Harbour", Year: 2016, Networks: []string{"Netflix"}, Countries: []string{"France"}}
	faults := []error{
		sink.AddSource(rolecall.Source{ID: "press", Name: "Press", Licence: "theirs", Address: "https://example.org", Retrieved: "2026-11-21", HandPicked: true}),
		sink.AddPage(rolecall.Page{Key: "gazette", Source: "press", Address: "https://example.org/gazette", Publisher: "The Gazette", Title: "Who made The Harbour", Retrieved: "2026-11-21", Copy: "an archive of 2019"}),
		sink.AddTitle(series),
		sink.AddTitle(rolecall.Title{ID: "fire-2019", Kind: rolecall.Film, Name: "Portrait of a Fire", OriginalName: "Portrait du feu", Year: 2019, Released: rolecall.Date{Year: 2019, Month: 9, Day: 18}, Countries: []string{"France"}}),
	}
	for i, name := range []string{"Anna Foerster", "是枝裕和", "Zoë Bell", "Élodie Yung", "Sam Onymous", "Robin Rivers", "Jo Doe", "박찬욱"} {
		faults = append(faults, sink.AddPerson(rolecall.Person{ID: fmt.Sprint("p", i), Name: name}))
	}
	for id, g := range map[string]rolecall.Gender{"p0": rolecall.Woman, "p1": rolecall.Man, "p2": rolecall.Woman, "p3": rolecall.Woman, "p5": rolecall.Nonbinary, "p7": rolecall.Man} {
		faults = append(faults, sink.AddStatement(rolecall.Statement{PersonID: id, Gender: g, Wording: "so it says", Precedence: rolecall.Citation, Source: "press", Citation: "gazette"}))
	}
	for _, g := range []rolecall.Gender{rolecall.Woman, rolecall.Man} {
		faults = append(faults, sink.AddStatement(rolecall.Statement{PersonID: "p6", Gender: g, Wording: "or so", Precedence: rolecall.Citation, Source: "press", Citation: "gazette"}))
	}
	credit := func(title string, role rolecall.Role, person int, more ...func(*rolecall.Credit)) {
		c := rolecall.Credit{TitleID: title, Role: role, PersonID: fmt.Sprint("p", person), Citations: []string{"gazette"}}
		for _, change := range more {
			change(&c)
		}
		faults = append(faults, sink.AddCredit(c))
	}
	as := func(billing int, characters ...string) func(*rolecall.Credit) {
		return func(c *rolecall.Credit) { c.Billing, c.Characters = billing, characters }
	}
	for season, episodes := range map[int]int{1: 13, 2: 2} {
		id := fmt.Sprint("harbour/", season)
		faults = append(faults, sink.AddTitle(rolecall.Title{ID: id, Kind: rolecall.Season, Name: series.Name, SeriesID: series.ID, Season: season, Year: 2015 + season, Whole: season == 1}))
		for n := 1; n <= episodes; n++ {
			e := fmt.Sprint(id, "/", n)
			faults = append(faults, sink.AddTitle(rolecall.Title{ID: e, Kind: rolecall.Episode, Name: fmt.Sprint("Tide ", n), SeriesID: series.ID, SeasonID: id, Season: season, Episode: n, Year: 2015 + season}))
			if n != 9 {
				credit(e, rolecall.Director, n%4)
			}
			for writer := range n % 4 {
				credit(e, rolecall.Writer, 4+writer)
			}
		}
	}
	for person := range 7 {
		credit("harbour/1/13", rolecall.Writer, person)
	}
	credit("harbour/1/2", rolecall.Writer, 4, func(c *rolecall.Credit) { c.Job = "story by" })
	credit("harbour", rolecall.Creator, 5)
	credit("harbour/1", rolecall.Showrunner, 0)
	credit("harbour/2", rolecall.Director, 7)
	credit("harbour/1", rolecall.Cast, 3, as(1, "Captain Marie"))
	credit("harbour/1", rolecall.Cast, 7, as(2, "Old Kim", "The Ghost"))
	credit("harbour/1/3", rolecall.Cast, 6)
	credit("fire-2019", rolecall.Director, 2)
	credit("fire-2019", rolecall.Director, 1)
	credit("fire-2019", rolecall.Cast, 3, as(1, "Héloïse"))
	return errors.Join(faults...)
}

// addShares adds what is said of populations.
func addShares(t *testing.T, c *catalog.Catalog, docs map[string]render.Document) {
	t.Helper()
	women := []rolecall.Gender{rolecall.Woman}
	for name, q := range map[string]measure.Question{
		"report":        {Unit: rolecall.People, Genders: women, Sample: true},
		"report-year":   {By: catalog.Alone(catalog.ByYear), Unit: rolecall.Credits, Genders: []rolecall.Gender{rolecall.Woman, rolecall.Nonbinary}, Roles: []rolecall.Role{rolecall.Director, rolecall.Writer, rolecall.Editor}},
		"report-known":  {Unit: rolecall.TitlesAny, Genders: women, Roles: []rolecall.Role{rolecall.Director, rolecall.Writer}, Reading: rolecall.WhereKnown},
		"report-series": {By: catalog.Alone(catalog.BySeries), Unit: rolecall.TitlesAny, Genders: women, Roles: []rolecall.Role{rolecall.Director}},
		"report-two": {By: catalog.Breakdown{First: catalog.Side{By: catalog.ByYear, Bounds: "2017"}, Then: catalog.Side{By: catalog.ByNetwork}},
			Unit: rolecall.People, Genders: women, Roles: []rolecall.Role{rolecall.Director}},
		"report-given": {By: catalog.Alone(catalog.ByNetwork), Unit: rolecall.Credits, Genders: women, Roles: []rolecall.Role{rolecall.Writer, rolecall.Lead}, Given: &catalog.Given{Role: rolecall.Director, Genders: women}},
	} {
		report, err := measure.ReportOn(t.Context(), c, q)
		if err != nil {
			t.Fatal(err)
		}
		docs[name] = render.Report{Report: report, Catalog: c.Info(), WithMethod: name == "report-given"}
	}
	docs["report-trend"] = withTrend(docs["report-year"].(render.Report))
	ranking, err := measure.RankingOf(t.Context(), c, measure.Contest{Role: rolecall.Director, Unit: rolecall.People, Genders: women, Most: 10, MinPeople: 2})
	if err != nil {
		t.Fatal(err)
	}
	docs["rates"] = rates(t, c, standard.Shipped(), rolecall.Film)
	docs["rates-one"] = rates(t, c, standard.Set{everyVerdict(t)}, rolecall.Season)
	gaps, err := measure.GapsIn(t.Context(), c, population.Population{Kind: rolecall.Season}, []rolecall.Role{rolecall.Writer, rolecall.Director}, 5)
	if err != nil {
		t.Fatal(err)
	}
	docs["gaps"] = render.Gaps{Gaps: gaps, Catalog: c.Info()}
	careers, err := measure.CareersIn(t.Context(), c, population.Population{Kind: rolecall.Season}, rolecall.Director)
	if err != nil {
		t.Fatal(err)
	}
	docs["careers"] = render.Careers{Careers: careers, Catalog: c.Info()}
	docs["careers-first"] = withFirsts(docs["careers"].(render.Careers))
	browsed, err := measure.Browse(t.Context(), c, catalog.Browsing{Order: catalog.ByName, Most: 3})
	if err != nil {
		t.Fatal(err)
	}
	docs["browse"] = render.Browse{Browsed: browsed, Catalog: c.Info()}
	docs["rates-credited"] = ratesOf(t, c, everyVerdict(t), rolecall.Season, rolecall.AsCredited)
	docs["ranking"] = render.Ranking{Ranking: ranking, Catalog: c.Info(), WithMethod: true}
}

// withFirsts are careers as they would be of a catalog that was not picked by hand.
func withFirsts(c render.Careers) render.Careers {
	c.Catalog.HandPicked, c.Careers.TellsFirst = false, true
	c.Careers.Rows = slices.Clone(c.Careers.Rows)
	for i := range c.Careers.Rows {
		of := &c.Careers.Rows[i]
		of.First, of.Unsure, of.Once, of.Years, of.OnSeries, of.Before = of.People-1, 1, i, 7*i-1, of.People-1, 1-i
		if i == 0 {
			of.BeforeAs = map[rolecall.Role]int{rolecall.Writer: 1, rolecall.Cast: 3, rolecall.Editor: 3, rolecall.Producer: 2}
		}
	}
	return c
}

// withTrend is a report by year as it would be of a catalog that was not picked by hand, and
// large enough for a change per year.
func withTrend(r render.Report) render.Report {
	r.Catalog.HandPicked = false
	r.Report.Trends = []measure.Trend{{Role: rolecall.Director, From: 2016, To: 2019, Years: 3, Lower: -0.0123, Known: 0.0147, Upper: 0.04}}
	return r
}

// rare is the populations kept, and a season of a catalog that was not picked by hand, beside its
// comparables, and one of a catalog that was.
func rare(t *testing.T) map[string]render.Document {
	t.Helper()
	docs := map[string]render.Document{}
	docs["populations"] = render.Populations{{Name: "top250", Population: population.Population{Kind: rolecall.Film, Top: 250, From: rolecall.Date{Year: 2018}}}}
	for name, handPicked := range map[string]bool{"rare": false, "rare-unverifiable": true} {
		c := catalogtest.Open(t, "fixture", func(ctx context.Context, sink source.Sink) error {
			return fixture(ctx, pickedSink{sink, handPicked})
		})
		title, _, err := c.Title(t.Context(), "harbour/1")
		if err != nil {
			t.Fatal(err)
		}
		lineup, err := measure.LineupOf(t.Context(), c, title, false)
		if err != nil {
			t.Fatal(err)
		}
		show := render.Show{Lineup: lineup, Catalog: c.Info(), WithMethod: true}
		rarity, err := measure.RarityOf(t.Context(), c, title, population.Population{Kind: rolecall.Season}, []rolecall.Gender{rolecall.Woman})
		if show.Rarity = &rarity; err != nil {
			show.Rarity, show.Unverifiable = nil, err
		}
		docs[name] = show
	}
	known := docs["rare"].(render.Show)
	known.Reading, known.WithMethod = rolecall.WhereKnown, false
	docs["rare-known"] = known
	return docs
}

// pickedSink says of every source whether it was picked by hand.
type pickedSink struct {
	source.Sink
	handPicked bool
}

func (s pickedSink) AddSource(r rolecall.Source) error {
	r.HandPicked = s.handPicked
	return s.Sink.AddSource(r)
}

func fixtureCatalog(t *testing.T) *catalog.Catalog {
	t.Helper()
	return catalogtest.Open(t, "fixture", fixture)
}

// documents are one of every kind.
func documents(t *testing.T, c *catalog.Catalog) map[string]render.Document {
	t.Helper()
	docs := map[string]render.Document{}
	for name, id := range map[string]string{"season": "harbour/1", "series": "harbour", "episode": "harbour/1/13", "film": "fire-2019", "season-unplaced": "harbour/2"} {
		title, _, err := c.Title(t.Context(), id)
		if err != nil {
			t.Fatal(err)
		}
		lineup, err := measure.LineupOf(t.Context(), c, title, false)
		if err != nil {
			t.Fatal(err)
		}
		docs[name] = render.Show{Lineup: lineup, Catalog: c.Info()}
		docs["assess-"+name] = assess(t, c, lineup, standard.Shipped().For(title.Kind))
		if name == "season" {
			docs["assess-one"] = assess(t, c, lineup, standard.Set{everyVerdict(t)})
		}
	}
	for name, id := range map[string]string{"person": "p3", "person-unknown": "p4", "person-conflict": "p6"} {
		p, err := c.FindPerson(t.Context(), id)
		if err != nil {
			t.Fatal(err)
		}
		career, err := measure.CareerOf(t.Context(), c, p)
		if err != nil {
			t.Fatal(err)
		}
		docs[name] = render.Person{Career: career, Catalog: c.Info()}
	}
	found, err := measure.Search{Most: 5}.Run(t.Context(), c, "sam")
	if err != nil {
		t.Fatal(err)
	}
	found.Titles, err = c.NearTitles(t.Context(), "portrait du feu", rolecall.Kinds(), 5)
	if err != nil {
		t.Fatal(err)
	}
	docs["search"] = render.Search{Text: "sam", Titles: found.Titles, People: found.People, Catalog: c.Info()}
	holdings, err := c.Holdings(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	coverage, err := c.Coverage(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	addShares(t, c, docs)
	docs["sources"] = render.Sources{Holdings: holdings, Coverage: coverage, Catalog: c.Info(), Path: "/home/mel/fixture.duckdb"}
	one, other := checked(t, c, "gazette.txt", harbourArticle), checked(t, c, "courier.txt", "Women directed every episode of the first season of The Harbour.\n\nNobody was asked.")
	docs["check"] = render.Check{Reports: []press.Report{one}, Text: true, Quotes: true, Catalog: c.Info()}
	docs["check-several"] = render.Check{Reports: []press.Report{one, other}, Catalog: c.Info()}
	docs["check-nothing"] = render.Check{Reports: []press.Report{checked(t, c, "column.txt", "The roses are in flower.")}, Quotes: true, Catalog: c.Info()}
	docs["difference"] = differenceFrom(t, c)
	docs["corpus"], docs["corpus-open"] = corpus(c, true), corpus(c, false)
	return docs
}

// differenceFrom is a difference with every change, of titles that are held.
func differenceFrom(t *testing.T, c *catalog.Catalog) render.Difference {
	t.Helper()
	season, _, err := c.Title(t.Context(), "harbour/1")
	if err != nil {
		t.Fatal(err)
	}
	stood := &catalog.Standing{Role: rolecall.Director, Count: rolecall.Count{Certain: 9, Possible: 10, Of: 13}, Held: 12, Leaves: 13}
	whole := &catalog.Standing{Role: rolecall.Director, Count: rolecall.Count{Certain: 13, Possible: 13, Of: 13}, Held: 13, Leaves: 13}
	d := measure.Difference{
		Comparison: measure.Comparison{Population: population.Population{Kind: rolecall.Season}, Unit: rolecall.Credits, Genders: []rolecall.Gender{rolecall.Woman}},
		Old:        c.Info(), New: c.Info(), OldTitles: 2, NewTitles: 3, Stated: measure.Restated{Newly: 1, Otherwise: 2, Of: 9},
		Figures: []measure.Figure{
			{Role: rolecall.Director, Old: &measure.Row{Role: rolecall.Director, Leaves: 13, Held: 12, Count: stood.Count}, New: &measure.Row{Role: rolecall.Director, Leaves: 13, Held: 13, Count: whole.Count}},
			{Role: rolecall.Writer, New: &measure.Row{Role: rolecall.Writer, Leaves: 13}},
		},
	}
	for change, moved := range map[measure.Change][2]*catalog.Standing{
		measure.BecameWhole: {stood, whole}, measure.NoLonger: {whole, stood}, measure.OtherCount: {stood, stood}, measure.NewlyHeld: {nil, stood}, measure.NoLongerHeld: {stood, nil},
	} {
		d.Changes = append(d.Changes, measure.Changed{Role: rolecall.Director, Change: change, Number: 2, Titles: []measure.ChangedTitle{{Title: season, Old: moved[0], New: moved[1]}}})
	}
	slices.SortFunc(d.Changes, func(a, b measure.Changed) int { return strings.Compare(string(a.Change), string(b.Change)) })
	return render.Difference{Difference: d}
}

// harbourArticle has claims of every verdict, quotations, and what is set aside.
const harbourArticle = `Women directed every episode of the first season of The Harbour. It has 13 episodes` + "\x1b[31m" + `, and Anna Foerster was its showrunner.

"We hired the best people that we could find," said Anna Foerster. Critics called it "a harbour for everybody who has ever been at sea". The episode "Ebb" ends it. The series won prizes in Oslo, and 17 percent of all episodes on television were directed by women.

Watch Now`

func checked(t *testing.T, c *catalog.Catalog, source, text string) press.Report {
	t.Helper()
	report, err := press.Check(t.Context(), press.InCatalog(c), article.Plain(text))
	if err != nil {
		t.Fatal(err)
	}
	report.Source = source
	return report
}

// assess is a line-up by some standards; by one alone, with the method.
func assess(t *testing.T, c *catalog.Catalog, l measure.Lineup, set standard.Set) render.Assess {
	t.Helper()
	answer := render.Assess{Title: l.Title, WithMethod: len(set) == 1, Catalog: c.Info()}
	for _, s := range set {
		a, err := s.Assess(standard.SubjectOf(l), rolecall.Bounds)
		if err != nil {
			t.Fatal(err)
		}
		answer.Assessments = append(answer.Assessments, a)
	}
	return answer
}

// rates are those of some standards over the titles of a kind; of one alone, with
// the method.
func rates(t *testing.T, c *catalog.Catalog, set standard.Set, kind rolecall.Kind) render.PassRates {
	t.Helper()
	answer := render.PassRates{Catalog: c.Info(), WithMethod: len(set) == 1}
	for _, s := range set.For(kind) {
		answer.Rates = append(answer.Rates, ratesOf(t, c, s, kind, rolecall.Bounds).Rates...)
	}
	return answer
}

// ratesOf are those of one standard by a reading.
func ratesOf(t *testing.T, c *catalog.Catalog, s *standard.Standard, kind rolecall.Kind, reading rolecall.Reading) render.PassRates {
	t.Helper()
	one, err := s.PassRate(t.Context(), c, population.Population{Kind: kind}, reading)
	if err != nil {
		t.Fatal(err)
	}
	return render.PassRates{Rates: []standard.Rates{one}, Reading: reading, Catalog: c.Info()}
}

// everyVerdict is a standard with a criterion of every form and verdict.
func everyVerdict(t *testing.T) *standard.Standard {
	t.Helper()
	s, err := standard.Load(filepath.Join("testdata", "every-verdict.yaml"))
	if err != nil {
		t.Fatal(err)
	}
	return s
}

func written(t *testing.T, d render.Document, f format.Format, width int, color bool) string {
	t.Helper()
	var out bytes.Buffer
	if err := render.Write(format.Screen{Out: &out, Width: width, Color: color}, f, d); err != nil {
		t.Fatal(err)
	}
	return out.String()
}

// golden compares with a file of testdata, which "go test -update" writes anew.
func golden(t *testing.T, name, got string) {
	t.Helper()
	path, got := filepath.Join("testdata", name), catalogtest.WithoutHashes(got)
	if *update {
		if err := os.WriteFile(path, []byte(got), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	if got != string(want) {
		t.Errorf("%s is not what it was; look at it and, if it is right, run go test ./render -update\n%s", name, got)
	}
}

func TestWhatPeopleRead(t *testing.T) {
	docs := documents(t, fixtureCatalog(t))
	maps.Copy(docs, rare(t))
	for name, d := range docs {
		for _, width := range []int{60, 80, 120} {
			golden(t, fmt.Sprintf("%s.%d.txt", name, width), written(t, d, format.Terminal, width, false))
		}
		golden(t, name+".md", written(t, d, format.Markdown, 80, false))
		golden(t, name+".json", written(t, d, format.JSON, 80, false))
		golden(t, name+".csv", written(t, d, format.CSV, 80, false))
	}
}

// contentHash is a word that no page can break.
var contentHash = regexp.MustCompile(`\b[0-9a-f]{64}\b`)

func TestNoLineIsWiderThanThePage(t *testing.T) {
	for name, d := range documents(t, fixtureCatalog(t)) {
		for _, width := range []int{60, 80, 120, 200} {
			for line := range strings.Lines(written(t, d, format.Terminal, width, false)) {
				line = strings.TrimSuffix(line, "\n")
				unbroken := strings.Contains(line, "sha256:") || strings.Contains(line, "://") || strings.Contains(line, "content hash") || strings.HasPrefix(line, "  title = {{") || contentHash.MatchString(line)
				if n := text.StringWidthWithoutEscSequences(line); n > width && !unbroken {
					t.Errorf("%s at %d columns: %d wide: %s", name, width, n, line)
				}
				if line != strings.TrimRight(line, " ") {
					t.Errorf("%s at %d columns ends in blanks: %q", name, width, line)
				}
			}
		}
	}
}

// Colour only helps: without its codes the page is the page without colour.
func TestColorCarriesNothing(t *testing.T) {
	for name, d := range documents(t, fixtureCatalog(t)) {
		plain, painted := written(t, d, format.Terminal, 80, false), written(t, d, format.Terminal, 80, true)
		if painted == plain {
			t.Errorf("%s has no colour", name)
		}
		if text.StripEscape(painted) != plain {
			t.Errorf("%s says something else in colour:\n%s", name, text.StripEscape(painted))
		}
		if strings.Contains(plain, "\x1b") {
			t.Errorf("%s has colour without being asked", name)
		}
	}
}

func TestMachinesReadWhatIsMeantForThem(t *testing.T) {
	for name, d := range documents(t, fixtureCatalog(t)) {
		var object map[string]any
		if err := json.Unmarshal([]byte(written(t, d, format.JSON, 80, false)), &object); err != nil {
			t.Errorf("%s: %v", name, err)
		}
		about, _ := object["catalog"].(map[string]any)
		if hash, _ := about["hash"].(string); len(hash) != 64 {
			t.Errorf("%s does not say which catalog it came from: %v", name, about)
		}
		rows, err := csv.NewReader(strings.NewReader(written(t, d, format.CSV, 80, false))).ReadAll()
		if err != nil || len(rows) == 0 {
			t.Errorf("%s: %d rows, %v", name, len(rows), err)
		}
	}
}

// The names of fields that others rely on.
func TestTheContractOfShow(t *testing.T) {
	var answer struct {
		Title struct {
			ID, Kind, Name, Released string
			Season, Year, Episodes   int
			Networks                 []string
		}
		Roles []struct {
			Side, Role string
			Tally      map[string]int
			Episodes   struct {
				Any, All map[string]int
				Of       int
			}
			People []struct {
				ID, Name, Gender, Job string
				Titles                []int
				Characters, Sources   []string
			}
		}
		Catalog struct {
			Hash, Built string
			Sources     []map[string]any
		}
	}
	text := written(t, documents(t, fixtureCatalog(t))["season"], format.JSON, 80, false)
	decoder := json.NewDecoder(strings.NewReader(text))
	if err := decoder.Decode(&answer); err != nil {
		t.Fatal(err)
	}
	title := answer.Title
	if title.ID != "harbour/1" || title.Kind != "season" || title.Name != "The Harbour" || title.Season != 1 || title.Year != 2016 || title.Episodes != 13 || len(title.Networks) != 1 {
		t.Errorf("title %+v", title)
	}
	director := answer.Roles[0]
	if director.Side != "behind" || director.Role != "director" || director.Episodes.Of != 13 {
		t.Errorf("role %+v", director)
	}
	if got := fmt.Sprint(director.Tally, director.Episodes.Any, director.Episodes.All); got != "map[men:1 nonbinary:0 unknown:0 women:3] map[men:3 nonbinary:0 unknown:1 women:9] map[men:3 nonbinary:0 unknown:1 women:9]" {
		t.Errorf("tallies %s", got)
	}
	if p := director.People[0]; p.ID != "p1" || p.Gender != "man" || fmt.Sprint(p.Titles) != "[1 5 13]" || len(p.Sources) != 1 {
		t.Errorf("person %+v", p)
	}
	if answer.Catalog.Built == "" || len(answer.Catalog.Sources) != 1 {
		t.Errorf("catalog %+v", answer.Catalog)
	}
}

func TestHeadline(t *testing.T) {
	docs := documents(t, fixtureCatalog(t))
	for name, want := range map[string]string{
		"season":          "9–10 of 13 episodes directed by women; 4 directors: 3 women, 1 man.",
		"film":            "Directed by Zoë Bell (woman) and 是枝裕和 (man).",
		"season-unplaced": "1 of 2 episodes directed by women; 3 directors: 1 woman, 2 men.",
	} {
		if got := sentence.Headline(docs[name].(render.Show).Lineup); got != want {
			t.Errorf("%s: %s\nwant %s", name, got, want)
		}
	}
}

type full struct{}

func (full) Write([]byte) (int, error) { return 0, errors.New("the disk is full") }

func TestAFailingOutputIsReported(t *testing.T) {
	for name, d := range documents(t, fixtureCatalog(t)) {
		for _, f := range format.All() {
			if f.Part == format.Rows && len(d.Rows().Values) == 0 && f.Word == format.JSONLines.Word {
				continue // nothing is written, which cannot fail
			}
			if err := render.Write(format.Screen{Out: full{}, Width: 80}, f, d); err == nil {
				t.Errorf("%s as %s: no error", name, f.Name)
			}
		}
	}
}

// The table of every answer is the same in every format of tables, with its types.
func TestEveryAnswerIsATable(t *testing.T) {
	db, err := sql.Open("duckdb", "")
	if err != nil {
		t.Fatal(err)
	}
	defer db.Close()
	docs := documents(t, fixtureCatalog(t))
	docs["standards"] = render.Standards{Set: standard.Set{everyVerdict(t)}}
	maps.Copy(docs, rare(t))
	for name, d := range docs {
		records, err := csv.NewReader(strings.NewReader(written(t, d, format.CSV, 80, false))).ReadAll()
		if err != nil {
			t.Fatal(err)
		}
		lines := strings.Split(written(t, d, format.JSONLines, 80, false), "\n")
		path := filepath.Join(t.TempDir(), "rows.parquet")
		if err := os.WriteFile(path, []byte(written(t, d, format.Parquet, 80, false)), 0o644); err != nil {
			t.Fatal(err)
		}
		rows, err := db.Query("FROM read_parquet('" + path + "')")
		if err != nil {
			t.Fatalf("%s: %v", name, err)
		}
		n := 0
		for ; rows.Next(); n++ {
			values := make([]any, len(records[0]))
			places := make([]any, len(values))
			for i := range values {
				places[i] = &values[i]
			}
			if err := rows.Scan(places...); err != nil {
				t.Fatal(err)
			}
			var object map[string]any
			if err := json.Unmarshal([]byte(lines[n]), &object); err != nil {
				t.Fatalf("%s, line %d: %v", name, n+1, err)
			}
			for i, column := range records[0] {
				sameCell(t, fmt.Sprintf("%s, row %d, %s", name, n+1, column), records[n+1][i], values[i], object[column])
			}
		}
		if rows.Err() != nil || n != len(records)-1 || n != len(lines)-1 {
			t.Errorf("%s: %d rows in Parquet, %d in CSV, %d JSON lines: %v", name, n, len(records)-1, len(lines)-1, rows.Err())
		}
		rows.Close()
	}
}

// sameCell holds one value in Parquet and in JSON lines to the one in CSV: numbers are
// numbers and what is empty is null.
func sameCell(t *testing.T, where, cell string, stored, line any) {
	t.Helper()
	if number, is := stored.(int64); is {
		stored = float64(number)
	}
	if stored != line {
		t.Errorf("%s: %v in Parquet, %v in a JSON line", where, stored, line)
	}
	switch v := stored.(type) {
	case nil:
		if cell != "" {
			t.Errorf("%s: null in Parquet, %q in CSV", where, cell)
		}
	case float64:
		if n, err := strconv.ParseFloat(cell, 64); err != nil || n != v {
			t.Errorf("%s: %v in Parquet, %q in CSV", where, v, cell)
		}
	case bool:
		if cell != strconv.FormatBool(v) {
			t.Errorf("%s: %v in Parquet, %q in CSV", where, v, cell)
		}
	case string:
		if v != cell && "'"+v != cell && format.Plain(v) != cell {
			t.Errorf("%s: %q in Parquet, %q in CSV", where, v, cell)
		}
	}
}

// The list of standards is of no catalog.
func TestTheListOfStandards(t *testing.T) {
	d := render.Standards{Set: standard.Set{everyVerdict(t)}}
	golden(t, "standards.80.txt", written(t, d, format.Terminal, 80, false))
	golden(t, "standards.md", written(t, d, format.Markdown, 80, false))
	golden(t, "standards.json", written(t, d, format.JSON, 80, false))
	golden(t, "standards.csv", written(t, d, format.CSV, 80, false))
}

// Everybody missing is in the formats for machines, however many they are.
func TestWhoIsMissingIsNotCutShort(t *testing.T) {
	cast := measure.RoleCount{Role: rolecall.Cast, PerTitle: rolecall.PerTitle{{Unknown: 20}}, People: rolecall.Tally{Unknown: 20}}
	for i := range 20 {
		cast.Credited = append(cast.Credited, measure.Credited{Leaves: []int{0}, Person: rolecall.Person{ID: fmt.Sprint("p", i), Name: fmt.Sprint("Person ", i), Gender: rolecall.Unknown}})
	}
	l := measure.Lineup{Title: rolecall.Title{ID: "f", Kind: rolecall.Film, Name: "F"}, Leaves: []rolecall.Title{{ID: "f", Kind: rolecall.Film}}, Roles: []measure.RoleCount{cast}}
	s, err := standard.Parse("mine.yaml", []byte(`{id: mine, name: Mine, publisher: me, year: 2026, wording: w, applies_to: [film], genders: [woman],
  citations: [{address: here, read: 2026-11-21}], criteria: [{id: a, name: A, met: people(cast) >= 1}]}`))
	if err != nil {
		t.Fatal(err)
	}
	a, err := s.Assess(standard.SubjectOf(l), rolecall.Bounds)
	if err != nil {
		t.Fatal(err)
	}
	d := render.Assess{Title: l.Title, Assessments: []standard.Assessment{a}}
	if text := written(t, d, format.Terminal, 80, false); !strings.Contains(text, "8 more") || strings.Contains(text, "Person 12") {
		t.Errorf("the page: %s", text)
	}
	for _, f := range []format.Format{format.JSON, format.CSV} {
		if text := written(t, d, f, 80, false); !strings.Contains(text, "Person 19") {
			t.Errorf("%s: %s", f.Name, text)
		}
	}
}
