package catalog

import (
	"context"
	"errors"
	"fmt"
	"math/rand/v2"
	"path/filepath"
	"reflect"
	"slices"
	"strings"
	"testing"
	"time"

	"rolecall"
	"rolecall/source"
)

// somebody's facts, by number as a big source has them, with texts of all lengths and
// more rows than are written at once.
type numberedFacts struct {
	titles     []source.NumberedTitle
	people     []source.NumberedPerson
	credits    []source.NumberedCredit
	statements []source.NumberedStatement
	names      []source.NumberedName
}

// oddText is a text of which the length is about that up to which DuckDB keeps it in the
// cell.
func oddText(random *rand.Rand) string {
	letters := []string{"a", "é", "日", " ", "\n", "\"", "z", "Ω", "🎬"}
	var text strings.Builder
	for range random.IntN(14) + random.IntN(2)*random.IntN(60) {
		text.WriteString(letters[random.IntN(len(letters))])
	}
	return text.String()
}

func newNumberedFacts(random *rand.Rand) (f numberedFacts) {
	name := func(what string, n int) string {
		return fmt.Sprintf("%s %d %s", what, n, strings.ReplaceAll(oddText(random), "\n", ""))
	}
	add := func(t source.NumberedTitle) source.NumberedTitle {
		t.Number = int32(len(f.titles) + 1)
		t.Name = name("title", len(f.titles))
		f.titles = append(f.titles, t)
		return t
	}
	var leaves []source.NumberedTitle
	for i := range 1500 {
		id := fmt.Sprintf("tt%07d", i)
		if i%30 > 0 {
			t := add(source.NumberedTitle{ID: id, Kind: rolecall.Film, OriginalName: name("original", i), Year: int16(1950 + i%70), Genres: "Drama\nWar"[:5+4*(i%2)], Form: "movie", Votes: int32(i)})
			leaves = append(leaves, t)
			continue
		}
		series := add(source.NumberedTitle{ID: id, Kind: rolecall.Series, Year: 2000, Form: "tvSeries"})
		season := add(source.NumberedTitle{ID: id + "/1", Kind: rolecall.Season, Series: series.Number, Season: 1, Year: 2001, Whole: true})
		f.titles[season.Number-1].SeasonTitle = season.Number
		for e := range 40 {
			leaves = append(leaves, add(source.NumberedTitle{ID: fmt.Sprintf("%s/1/%02d", id, e), Kind: rolecall.Episode, Series: series.Number, SeasonTitle: season.Number, Season: 1, Episode: int32(e + 1), Form: "tvEpisode"}))
		}
	}
	for i := range 2500 {
		p := source.NumberedPerson{Number: int32(i + 1), ID: fmt.Sprintf("nm%07d", i), Name: name("person", i)}
		f.people = append(f.people, p)
		if gender := []rolecall.Gender{rolecall.Woman, rolecall.Man, rolecall.Nonbinary, ""}[random.IntN(4)]; gender != "" {
			f.statements = append(f.statements, source.NumberedStatement{Person: p.Number, Gender: gender, Wording: "as such", Precedence: rolecall.CreditForm, Source: "imdb"})
		}
	}
	roles := []rolecall.Role{rolecall.Cast, rolecall.Director, rolecall.Writer, rolecall.Editor}
	for _, leaf := range leaves {
		work := leaf.Number
		if leaf.Kind == rolecall.Episode {
			work = leaf.SeasonTitle
		}
		seen := make(map[string]bool)
		for i := range random.IntN(6) {
			c := source.NumberedCredit{Title: leaf.Number, Work: work, Person: int32(1 + random.IntN(len(f.people))), Role: roles[random.IntN(len(roles))], Job: oddText(random)}
			if c.Role == rolecall.Cast {
				c.Billing, c.Characters = int32(i+1), strings.ReplaceAll(oddText(random), "\n", "")
			}
			if key := fmt.Sprint(c.Person, c.Role); !seen[key] {
				seen[key] = true
				f.credits = append(f.credits, c)
			}
		}
	}
	// As people are who are in no other file: known late.
	slices.SortStableFunc(f.credits, func(a, b source.NumberedCredit) int { return int(a.Person/2400 - b.Person/2400) })
	for i := 0; i < len(leaves); i += 7 {
		f.names = append(f.names, source.NumberedName{Title: leaves[i].Number, Name: name("other", i)})
	}
	return f
}

func rowsOf[T any](rows []T) source.Rows[T] {
	return func(_ context.Context, add func(T) error) error {
		for _, row := range rows {
			if err := add(row); err != nil {
				return err
			}
		}
		return nil
	}
}

// byNumber hands the facts over as a big source does.
func (f numberedFacts) byNumber(ctx context.Context, sink source.Sink) error {
	bulk := sink.(source.Bulk)
	err := bulk.AddNumbered(ctx, source.Numbered{Titles: rowsOf(f.titles), People: rowsOf(f.people), Credits: rowsOf(f.credits)})
	return errors.Join(err, bulk.AddNumbered(ctx, source.Numbered{Statements: rowsOf(f.statements), Names: rowsOf(f.names)}))
}

// oneByOne hands the same facts over row by row, but for other names, which only come by
// number.
func (f numberedFacts) oneByOne(_ context.Context, sink source.Sink) error {
	var faults []error
	id := func(number int32) string {
		if number == 0 {
			return ""
		}
		return f.titles[number-1].ID
	}
	for _, t := range f.titles {
		whole := rolecall.Title{ID: t.ID, Kind: t.Kind, Name: t.Name, OriginalName: t.OriginalName, SeriesID: id(t.Series), Season: int(t.Season), Episode: int(t.Episode),
			Year: int(t.Year), Genres: linesOf(t.Genres), Form: t.Form, Votes: int(t.Votes), Whole: t.Whole}
		if t.Kind == rolecall.Episode {
			whole.SeasonID = id(t.SeasonTitle)
		}
		faults = append(faults, sink.AddTitle(whole))
	}
	for _, p := range f.people {
		faults = append(faults, sink.AddPerson(rolecall.Person{ID: p.ID, Name: p.Name}))
	}
	for _, c := range f.credits {
		faults = append(faults, sink.AddCredit(rolecall.Credit{TitleID: id(c.Title), PersonID: f.people[c.Person-1].ID, Role: c.Role, Job: c.Job, Characters: linesOf(c.Characters), Billing: int(c.Billing)}))
	}
	for _, s := range f.statements {
		faults = append(faults, sink.AddStatement(rolecall.Statement{PersonID: f.people[s.Person-1].ID, Gender: s.Gender, Wording: s.Wording, Precedence: s.Precedence, Source: s.Source}))
	}
	return errors.Join(faults...)
}

// onTop is what another source brings to the same titles and people, so that credits stand
// in no order: on titles that have some, on whole seasons, of new people.
func (f numberedFacts) onTop(random *rand.Rand) func(source.Sink) error {
	var credits []rolecall.Credit
	for i := range 500 {
		t := f.titles[random.IntN(len(f.titles))]
		credits = append(credits, rolecall.Credit{TitleID: t.ID, PersonID: fmt.Sprintf("nm%07d", random.IntN(2600)), Role: []rolecall.Role{rolecall.Director, rolecall.Producer, rolecall.Creator}[i%3], Citations: []string{"page"}})
	}
	return func(sink source.Sink) error {
		faults := []error{sink.AddSource(rolecall.Source{ID: "wikidata"}), sink.AddPage(rolecall.Page{Key: "page", Source: "wikidata"})}
		for i := 2500; i < 2600; i++ {
			faults = append(faults, sink.AddPerson(rolecall.Person{ID: fmt.Sprintf("nm%07d", i), Name: fmt.Sprint("new ", i)}))
		}
		for _, c := range credits {
			faults = append(faults, sink.AddCredit(c))
		}
		for i := range 300 {
			faults = append(faults, sink.AddStatement(rolecall.Statement{PersonID: fmt.Sprintf("nm%07d", i*8), Gender: rolecall.Woman, Precedence: rolecall.WikidataNormal, Source: "wikidata", Wording: "female"}))
			faults = append(faults, sink.AddIdentifier(rolecall.Identifier{Owner: fmt.Sprintf("nm%07d", i*8), Scheme: rolecall.WikidataID, Value: fmt.Sprint("Q", i)}))
		}
		return errors.Join(faults...)
	}
}

// buildOf is a catalog of IMDb's facts handed over in one way, and another source's.
func buildOf(t *testing.T, fill func(context.Context, source.Sink) error, onTop func(source.Sink) error) *Catalog {
	t.Helper()
	path := filepath.Join(t.TempDir(), "catalog.duckdb")
	err := Build(t.Context(), path, Recipe{Name: "test", Built: time.Unix(0, 0), Memory: 200e6, Fill: func(ctx context.Context, sink source.Sink) error {
		return errors.Join(sink.AddSource(rolecall.Source{ID: "imdb"}), fill(ctx, sink), onTop(sink))
	}})
	if err != nil {
		t.Fatal(err)
	}
	c, err := Open(t.Context(), path)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { c.Close() })
	return c
}

// However facts are handed over, the same is in every table and in the file of rows.
func TestFactsByNumberAreThoseHandedOverOneByOne(t *testing.T) {
	t.Parallel()
	for seed := range uint64(2) {
		random := rand.New(rand.NewPCG(seed, 0))
		f := newNumberedFacts(random)
		f.names = nil
		onTop := f.onTop(random)
		if seed == 0 {
			onTop = func(source.Sink) error { return nil }
		}
		got, want := buildOf(t, f.byNumber, onTop), buildOf(t, f.oneByOne, onTop)
		if got.Info().Hash != want.Info().Hash {
			t.Error("the hashes of the content are not the same")
		}
		tables, err := lines(t.Context(), got.db, `SELECT table_name FROM duckdb_tables() ORDER BY 1`)
		if err != nil || !slices.Contains(tables, "work_credit") {
			t.Fatal(tables, err)
		}
		for _, table := range tables {
			rows := func(c *Catalog) []string {
				all, err := lines(t.Context(), c.db, `SELECT t::VARCHAR FROM `+table+` t ORDER BY 1`)
				if err != nil {
					t.Fatal(err)
				}
				return all
			}
			if a, b := rows(got), rows(want); !slices.Equal(a, b) {
				t.Errorf("table %s, %d and %d rows: not the same", table, len(a), len(b))
			}
		}
		for _, table := range []int{titlesTable, peopleTable, seasonsTable, episodesTable, creditsTable, statementsTable, careersTable} {
			a, b := got.rows.Load(), want.rows.Load()
			if a.Rows(table) != b.Rows(table) || table != seasonsTable && a.Rows(table) < len(f.people) {
				t.Fatalf("table %d of the file of rows: %d and %d", table, a.Rows(table), b.Rows(table))
			}
			for i := range a.Rows(table) {
				x, errX := a.Row(table, i)
				y, errY := b.Row(table, i)
				if errX != nil || errY != nil || !slices.Equal(x, y) {
					t.Fatalf("table %d of the file of rows, row %d: %q, %v, want %q, %v", table, i, x, errX, y, errY)
				}
			}
		}
	}
}

// What is written column by column comes back as it was.
func TestTextsOfAnyLengthAreKept(t *testing.T) {
	t.Parallel()
	f := newNumberedFacts(rand.New(rand.NewPCG(3, 3)))
	c := buildOf(t, f.byNumber, func(source.Sink) error { return nil })
	var held []source.NumberedCredit
	conn, err := c.db.Conn(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	defer conn.Close()
	rows, err := conn.QueryContext(t.Context(), `SELECT title, work, person, role::VARCHAR, job, characters, billing FROM credit ORDER BY rowid`)
	if err != nil {
		t.Fatal(err)
	}
	for rows.Next() {
		var r source.NumberedCredit
		if err := rows.Scan(&r.Title, &r.Work, &r.Person, (*string)(&r.Role), &r.Job, &r.Characters, &r.Billing); err != nil {
			t.Fatal(err)
		}
		held = append(held, r)
	}
	if !reflect.DeepEqual(held, f.credits) {
		t.Errorf("%d credits come back otherwise than the %d that were written", len(held), len(f.credits))
	}
	at := 0
	err = scan(t.Context(), conn, `SELECT number, name, kind, whole, year FROM title ORDER BY number`, nil, func(s scanned) error {
		names, err := s.texts(1)
		if err != nil {
			return err
		}
		for i := range names {
			of := f.titles[at]
			if string(names[i].bytes()) != of.Name || s.words[2][*cell[uint8](s, 2, i)] != string(of.Kind) || *cell[bool](s, 3, i) != of.Whole || *cell[int16](s, 4, i) != of.Year {
				return fmt.Errorf("title %d comes back otherwise", at)
			}
			at++
		}
		return nil
	})
	if err != nil || at != len(f.titles) {
		t.Errorf("%d of %d titles, %v", at, len(f.titles), err)
	}
	other, err := lines(t.Context(), c.db, `SELECT title || ' ' || name FROM alternative_name ORDER BY title`)
	if err != nil || len(other) != len(f.names) {
		t.Errorf("%d other names of %d, %v", len(other), len(f.names), err)
	}
}

// What is no text, or no word, is refused and leaves no catalog.
func TestWhatIsNoTextIsNotWritten(t *testing.T) {
	t.Parallel()
	for what, spoil := range map[string]func(*numberedFacts){
		"long text":  func(f *numberedFacts) { f.titles[5].Name = "a text that is long \xff enough" },
		"short text": func(f *numberedFacts) { f.people[5].Name = "\xff" },
		"role":       func(f *numberedFacts) { f.credits[5].Role = "baker" },
	} {
		f := newNumberedFacts(rand.New(rand.NewPCG(4, 4)))
		spoil(&f)
		err := Build(t.Context(), filepath.Join(t.TempDir(), "catalog.duckdb"), Recipe{Fill: func(ctx context.Context, sink source.Sink) error {
			return errors.Join(sink.AddSource(rolecall.Source{ID: "imdb"}), f.byNumber(ctx, sink))
		}})
		if err == nil || !strings.Contains(err.Error(), "is no ") {
			t.Errorf("%s: %v", what, err)
		}
	}
}

func TestScanRefusesWhatItCannotHandOver(t *testing.T) {
	t.Parallel()
	conn, err := starterOpen(t).db.Conn(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	defer conn.Close()
	one := func(s scanned) error { _, err := s.integers(0); return err }
	for text, want := range map[string]string{
		`SELECT unnest(range(100))::INTEGER`:                            "",
		`SELECT unnest(range(100))`:                                     "type",
		`SELECT nullif(unnest(range(100)), 99)::INTEGER`:                "null",
		`SELECT nullif(unnest(range(3000)), 2999)::INTEGER`:             "null",
		`SELECT unnest(range(64))::INTEGER`:                             "",
		`SELECT nosuch FROM title`:                                      "nosuch",
		`SELECT number FROM title WHERE number BETWEEN 1 AND 0`:         "",
		`SELECT number, nullif(season, -1) FROM title WHERE season = 1`: "",
	} {
		switch err := scan(t.Context(), conn, text, nil, one); {
		case want == "" && err != nil, want != "" && (err == nil || !strings.Contains(err.Error(), want)):
			t.Errorf("%s: %v, want %q", text, err, want)
		}
	}
	given, cancel := context.WithCancel(t.Context())
	cancel()
	if err := scan(given, conn, `SELECT number FROM title`, nil, one); !errors.Is(err, context.Canceled) {
		t.Errorf("given up: %v", err)
	}
}
