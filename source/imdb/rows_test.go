package imdb

import (
	"bytes"
	"context"
	"fmt"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"testing"
	"unicode/utf8"

	"pgregory.net/rapid"

	"rolecall"
	"rolecall/source"
)

// sink takes the credits of series; all else passes it by.
type sink struct {
	source.Sink
	credits []rolecall.Credit
}

func (s *sink) AddCredit(c rolecall.Credit) error {
	s.credits = append(s.credits, c)
	return nil
}

// inMemory is a dataset whose lines are at hand.
type inMemory struct {
	dataset
	text string
}

func (m inMemory) each(_ context.Context, report *source.Report, take func([][]byte) string) error {
	lines := lineReader{dataset: m.dataset, report: report, take: take, fields: make([][]byte, len(m.columns))}
	return lines.read([]byte(m.text))
}

// datasetsOf reads all datasets of the rows.
func datasetsOf(t interface {
	Fatal(...any)
	Helper()
}, rows map[string]string) (*titles, *people, []source.NumberedCredit, *source.Report) {
	t.Helper()
	l := &loader{files: make(map[string]linesOf), report: &source.Report{MostBadLines: 1 << 30}}
	for _, d := range datasets {
		d.path = d.name + ".tsv"
		l.files[d.name] = inMemory{d, strings.Join(d.columns, "\t") + "\n" + rows[d.name]}
	}
	ctx := context.Background()
	ti, err := readTitles(ctx, l)
	if err != nil {
		t.Fatal(err)
	}
	cr, err := readCrew(ctx, l, ti)
	if err != nil {
		t.Fatal(err)
	}
	pe, err := readPeople(ctx, l)
	if err != nil {
		t.Fatal(err)
	}
	var written []source.NumberedCredit
	c := &creditReader{titles: ti, people: pe, crew: cr, jobs: make(map[string]*work), ofSeries: make(map[rolecall.Role]int), series: &sink{}}
	c.out = func(row source.NumberedCredit) error {
		written = append(written, row)
		return nil
	}
	if err := l.each(ctx, principals, c.take); err != nil {
		t.Fatal(err)
	}
	if err := c.finish(); err != nil {
		t.Fatal(err)
	}
	return ti, pe, written, l.report
}

// Numbers are the places in the order of the identifiers, in whatever order the
// files are, and a season stands after its series.
func TestNumbersAreInTheOrderOfIdentifiers(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		numbers := rapid.SliceOfNDistinct(rapid.OneOf(rapid.Uint32Range(1, 99), rapid.Uint32Range(9_999_900, 10_000_100), rapid.Uint32Range(1, 1e8-1)), 2, 40, rapid.ID).Draw(t, "numbers")
		var basic, episode strings.Builder
		for i, n := range numbers {
			switch form := []string{"tvSeries", "movie", "tvEpisode"}[i%3]; form {
			case "tvEpisode":
				fmt.Fprintf(&episode, "%s\t%s\t%d\t%d\n", titleID(n), titleID(numbers[i-2]), rapid.IntRange(0, 12).Draw(t, "season"), i)
				fallthrough
			default:
				fmt.Fprintf(&basic, "%s\t%s\tA\tA\t0\t2000\t\\N\t\\N\t\\N\n", titleID(n), form)
			}
		}
		ti, _, _, _ := datasetsOf(t, map[string]string{basics: basic.String(), episodes: episode.String()})
		var ids []string
		err := ti.rowsOfAll(context.Background(), func(r source.NumberedTitle) error {
			if ids = append(ids, r.ID); int(r.Number) != len(ids) {
				t.Fatalf("%s has the number %d and the place %d", r.ID, r.Number, len(ids))
			}
			return nil
		})
		if err != nil || !slices.IsSorted(ids) {
			t.Fatalf("%q, %v", ids, err)
		}
	})
}

// A person is once in a role of a title, whatever is listed, and every credit is of
// a title and a person that are held.
func TestCreditsAreOnce(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		var line strings.Builder
		title := rapid.SliceOfN(rapid.Uint32Range(1, 4), 0, 20).Draw(t, "titles")
		slices.Sort(title)
		category := rapid.SampledFrom([]string{"actor", "actress", "director", "writer\tnovel", "writer\tscreenplay", "self", "producer\texecutive producer", "archive_footage"})
		for i, n := range title {
			in, job, said := strings.Cut(category.Draw(t, "category"), "\t")
			if !said {
				job = `\N`
			}
			fmt.Fprintf(&line, "%s\t%d\t%s\t%s\t%s\t%s\n", titleID(n), i, personID(rapid.Uint32Range(1, 5).Draw(t, "person")), in, job, `["A","B"]`)
		}
		crew := fmt.Sprintf("%s\tnm0000001,nm0000002,nm0000001\tnm0000003\n%s\t\\N\tnm0000005\n", titleID(1), titleID(4))
		ti, pe, credits, _ := datasetsOf(t, map[string]string{
			basics:     titleID(1) + "\tmovie\tA\tA\t0\t2000\t\\N\t\\N\t\\N\n" + titleID(2) + "\tshort\tB\tB\t0\t2000\t\\N\t\\N\t\\N\n" + titleID(4) + "\tmovie\tC\tC\t0\t2000\t\\N\t\\N\t\\N\n",
			names:      "nm0000001\tOne\t\\N\t\\N\t\\N\t\\N\nnm0000003\tThree\t\\N\t\\N\t\\N\t\\N\n",
			principals: line.String(), crews: crew,
		})
		type key struct {
			title, person int32
			role          rolecall.Role
		}
		seen := map[key]bool{}
		for _, c := range credits {
			k := key{c.Title, c.Person, c.Role}
			if seen[k] || c.Title < 1 || int(c.Title) > len(ti.rows) || c.Person < 1 || int(c.Person) > len(pe.rows) || c.Work != c.Title {
				t.Fatalf("%+v, twice: %v", c, seen[k])
			}
			seen[k] = true
		}
		if first := ti.numbers.get(1); !seen[key{first, pe.numbers.get(1), rolecall.Director}] || !seen[key{first, pe.numbers.get(2), rolecall.Director}] {
			t.Fatalf("the directors of title.crew are not all there: %v", credits)
		}
	})
}

func TestLinesThatDoNotStandTogether(t *testing.T) {
	_, _, credits, report := datasetsOf(t, map[string]string{
		basics:     "tt0000001\tmovie\tA\tA\t0\t2000\t\\N\t\\N\t\\N\ntt0000002\tmovie\tB\tB\t0\t2000\t\\N\t\\N\t\\N\n",
		principals: "tt0000001\t1\tnm0000001\tactor\t\\N\t\\N\ntt0000002\t1\tnm0000001\tactor\t\\N\t\\N\ntt0000001\t2\tnm0000002\tactor\t\\N\t\\N\n",
	})
	if bad, all := report.BadLines(); len(credits) != 2 || all != 1 || bad[0].Line != 4 || !strings.Contains(bad[0].Fault, "do not stand together") {
		t.Errorf("%d credits, %d bad lines: %v", len(credits), all, bad)
	}
}

// A title whose lines come a second time has no credit twice, neither of its lines nor of
// title.crew.
func TestATitleThatComesTwice(t *testing.T) {
	lines := "tt0000001\t1\tnm0000001\tactor\t\\N\t\\N\ntt0000001\t2\tnm0000002\tactor\t\\N\t\\N\n"
	_, _, credits, report := datasetsOf(t, map[string]string{
		basics:     "tt0000001\tmovie\tA\tA\t0\t2000\t\\N\t\\N\t\\N\ntt0000002\tmovie\tB\tB\t0\t2000\t\\N\t\\N\t\\N\n",
		crews:      "tt0000001\tnm0000003\t\\N\n",
		principals: lines + "tt0000002\t1\tnm0000001\tactor\t\\N\t\\N\n" + lines,
	})
	if _, all := report.BadLines(); len(credits) != 4 || all != 2 {
		t.Errorf("%d credits, want 4: %+v; %d bad lines", len(credits), credits, all)
	}
}

func TestNamed(t *testing.T) {
	for field, want := range map[string][]string{
		`\N`:                         nil,
		`["Ellen Ripley"]`:           {"Ellen Ripley"},
		`["A","B"]`:                  {"A", "B"},
		`["The \"Kid\"","O\\ne"]`:    {`The "Kid"`, `O\ne`},
		`["Zo\u00eb"]`:               {"Zoë"},
		`Self`:                       {"Self"},
		`["unfinished`:               {`["unfinished`},
		`["One, \u0026 Two","是枝裕和"]`: {"One, & Two", "是枝裕和"},
	} {
		if got := named([]byte(field)); !slices.Equal(got, want) {
			t.Errorf("%s: %q, want %q", field, got, want)
		}
	}
}

// Whatever the files hold, reading them ends, and what is held holds together. All is
// in memory, so that thousands of inputs go by in a second.
func FuzzDatasets(f *testing.F) {
	texts := make(map[string]string)
	for i, d := range datasets {
		text, err := os.ReadFile(filepath.Join("testdata", d.name+".tsv"))
		if err != nil {
			f.Fatal(err)
		}
		_, texts[d.name], _ = strings.Cut(string(text), "\n")
		f.Add(uint8(i), texts[d.name])
		for line := range strings.Lines(texts[d.name]) {
			f.Add(uint8(i), line)
		}
	}
	f.Add(uint8(4), "tt0000001\t1\tnm99999999\tactress\t\\N\t[\"\xff\"]\n\n\t\t\t\t\t\ntt0000001")
	f.Fuzz(func(t *testing.T, which uint8, rows string) {
		changed := maps.Clone(texts)
		changed[datasets[int(which)%len(datasets)].name] = rows
		ti, pe, credits, _ := datasetsOf(t, changed)
		for _, c := range credits {
			if int(c.Title) > len(ti.rows)+len(ti.seasons) || c.Person < 1 || int(c.Person) > len(pe.rows) {
				t.Fatalf("%+v of %d titles and %d people", c, len(ti.rows)+len(ti.seasons), len(pe.rows))
			}
		}
	})
}

// A line is taken apart or refused; nothing of it is lost.
func FuzzLines(f *testing.F) {
	for _, text := range []string{"a\tb\tc\n", "\n\n", "a\tb\tc\r\nd", "\xff\t\t\n\x00\t\t", "a\tb\tc\td\n"} {
		f.Add(text)
	}
	f.Fuzz(func(t *testing.T, text string) {
		report, taken := &source.Report{MostBadLines: 1 << 30}, 0
		lines := lineReader{dataset: dataset{columns: []string{"a", "b", "c"}}, report: report, fields: make([][]byte, 3), take: func(f [][]byte) string {
			taken++
			for _, field := range f {
				if !utf8.Valid(field) || bytes.ContainsAny(field, "\x00\t\n") {
					t.Errorf("the field %q", field)
				}
			}
			return ""
		}}
		if err := lines.read([]byte(text)); err != nil {
			t.Fatal(err)
		}
		all := strings.Count(text, "\n")
		if !strings.HasSuffix(text, "\n") && text != "" {
			all++
		}
		if _, bad := report.BadLines(); taken+bad != max(0, all-1) {
			t.Errorf("%d lines taken and %d refused of %d", taken, bad, all-1)
		}
	})
}

// People who are in no line of name.basics are added while the others are written.
func TestPeopleAreAddedWhileTheOthersAreWritten(t *testing.T) {
	p := &people{}
	for i := range 10_000 {
		p.take([][]byte{[]byte(personID(uint32(i + 1))), []byte("Somebody"), []byte(`\N`)})
	}
	written := p.rows
	var done sync.WaitGroup
	done.Go(func() {
		for _, r := range written {
			if p.nameOf(r) != "Somebody" {
				t.Error(p.nameOf(r))
			}
		}
	})
	p.add([]uint32{20_000_001, 20_000_002})
	done.Wait()
	if got := p.nameOf(p.rows[10_001]); got != "nm20000002" {
		t.Errorf("a person without a name is %q", got)
	}
}
