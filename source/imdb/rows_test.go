package imdb

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

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

// datasetsOf writes the rows of the datasets into files and reads them all.
func datasetsOf(t interface {
	Fatal(...any)
	Helper()
}, dir string, rows map[string]string) (*titles, *people, []creditRow, *source.Report) {
	t.Helper()
	l := &loader{files: make(map[string]dataset), report: &source.Report{MostBadLines: 1 << 30}}
	for _, d := range datasets {
		d.path = filepath.Join(dir, d.name+".tsv")
		if err := os.WriteFile(d.path, []byte(strings.Join(d.columns, "\t")+"\n"+rows[d.name]), 0o644); err != nil {
			t.Fatal(err)
		}
		l.files[d.name] = d
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
	rules, err := roleRules()
	if err != nil {
		t.Fatal(err)
	}
	var written []creditRow
	c := &creditReader{titles: ti, people: pe, crew: cr, rules: rules, jobs: make(map[string]*job), series: &sink{}}
	c.out.write = func(rows []creditRow) error {
		written = append(written, rows...)
		return nil
	}
	if err := l.files[principals].each(ctx, l.report, c.take); err != nil {
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
		dir, err := os.MkdirTemp("", "imdb")
		if err != nil {
			t.Fatal(err)
		}
		defer os.RemoveAll(dir)
		ti, _, _, _ := datasetsOf(t, dir, map[string]string{basics: basic.String(), episodes: episode.String()})
		var ids []string
		err = ti.each(func(rows []catalogTitle) error {
			for _, r := range rows {
				id := titleID(r.imdb)
				if r.kind == seasonKind {
					id += fmt.Sprint("/", r.season)
				}
				if ids = append(ids, id); int(r.number) != len(ids) {
					t.Fatalf("%s has the number %d and the place %d", id, r.number, len(ids))
				}
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
		dir, err := os.MkdirTemp("", "imdb")
		if err != nil {
			t.Fatal(err)
		}
		defer os.RemoveAll(dir)
		ti, pe, credits, _ := datasetsOf(t, dir, map[string]string{
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
			k := key{c.title, c.person, c.role}
			if seen[k] || c.title < 1 || int(c.title) > len(ti.rows) || c.person < 1 || int(c.person) > len(pe.rows) || c.work != c.title {
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
	_, _, credits, report := datasetsOf(t, t.TempDir(), map[string]string{
		basics:     "tt0000001\tmovie\tA\tA\t0\t2000\t\\N\t\\N\t\\N\ntt0000002\tmovie\tB\tB\t0\t2000\t\\N\t\\N\t\\N\n",
		principals: "tt0000001\t1\tnm0000001\tactor\t\\N\t\\N\ntt0000002\t1\tnm0000001\tactor\t\\N\t\\N\ntt0000001\t2\tnm0000002\tactor\t\\N\t\\N\n",
	})
	if bad, all := report.BadLines(); len(credits) != 2 || all != 1 || bad[0].Line != 4 || !strings.Contains(bad[0].Fault, "do not stand together") {
		t.Errorf("%d credits, %d bad lines: %v", len(credits), all, bad)
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

func TestRoleOf(t *testing.T) {
	rules, err := roleRules()
	if err != nil {
		t.Fatal(err)
	}
	for said, want := range map[[2]string]rolecall.Role{
		{"writer", "Created By"}:                  rolecall.Creator,
		{"writer", "developed for television by"}: rolecall.Creator,
		{"writer", "screenplay by"}:               rolecall.Writer,
		{"writer", "based on the comic book by"}:  "",
		{"producer", "co-executive producer"}:     rolecall.ExecutiveProducer,
		{"producer", "line producer"}:             "",
		{"producer", ""}:                          rolecall.Producer,
		{"actress", ""}:                           rolecall.Cast,
		{"unheard_of", ""}:                        "",
	} {
		if got := roleOf(rules, said[0], said[1]); got != want {
			t.Errorf("%v: %q, want %q", said, got, want)
		}
	}
}

// Whatever the files hold, reading them ends, and what is held holds together.
func FuzzDatasets(f *testing.F) {
	for i, d := range datasets {
		text, err := os.ReadFile(filepath.Join("testdata", d.name+".tsv"))
		if err != nil {
			f.Fatal(err)
		}
		_, rows, _ := strings.Cut(string(text), "\n")
		f.Add(uint8(i), rows)
	}
	f.Add(uint8(4), "tt0000001\t1\tnm99999999\tactress\t\\N\t[\"\xff\"]\n\n\t\t\t\t\t\ntt0000001")
	f.Fuzz(func(t *testing.T, which uint8, rows string) {
		texts := make(map[string]string)
		for _, d := range datasets {
			text, err := os.ReadFile(filepath.Join("testdata", d.name+".tsv"))
			if err != nil {
				t.Fatal(err)
			}
			_, texts[d.name], _ = strings.Cut(string(text), "\n")
		}
		texts[datasets[int(which)%len(datasets)].name] = rows
		ti, pe, credits, _ := datasetsOf(t, t.TempDir(), texts)
		for _, c := range credits {
			if int(c.title) > len(ti.rows)+len(ti.seasons) || c.person < 1 || int(c.person) > len(pe.rows) {
				t.Fatalf("%+v of %d titles and %d people", c, len(ti.rows)+len(ti.seasons), len(pe.rows))
			}
		}
	})
}
