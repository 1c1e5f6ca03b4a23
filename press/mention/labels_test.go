package mention

import (
	"bufio"
	"context"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"

	"rolecall"
	"rolecall/press/english"
	"rolecall/source"
	"rolecall/source/starter"
)

// labelled is a text with the names that its claims are labelled with.
type labelled struct {
	ID, Text string
	Claims   []struct{ Title, Person string }
}

// place is a name at its place in a text.
type place struct {
	english.Span
	class english.Class
}

// labels are the labelled texts that are here; the last third of dev3 is left for
// others to try.
func labels(t *testing.T) []labelled {
	t.Helper()
	var all []labelled
	for _, name := range []string{"dev", "dev2", "sentences", "dev3"} {
		file, err := os.Open(filepath.Join("..", "..", "..", "shared", "data", "claims", name+".jsonl"))
		if err != nil {
			t.Skip("the labelled texts are not here: ../shared/data/claims, from the project's root")
		}
		defer file.Close()
		lines := bufio.NewScanner(file)
		lines.Buffer(nil, 1<<20)
		for i := 0; lines.Scan(); i++ {
			var one labelled
			if err := json.Unmarshal(lines.Bytes(), &one); err != nil {
				t.Fatal(err)
			}
			if name != "dev3" || i%3 != 2 {
				all = append(all, one)
			}
		}
	}
	return all
}

// places are where a text has its labelled names, a name within a longer one left out.
func (l labelled) places() []place {
	classes := make(map[string]english.Class)
	for _, c := range l.Claims {
		if c.Title != "" {
			classes[c.Title] = english.Title
		}
		if c.Person != "" {
			classes[c.Person] = english.Person
		}
	}
	var all []place
	for name, class := range classes {
		for from := 0; ; {
			at := strings.Index(l.Text[from:], name)
			if at < 0 {
				break
			}
			start := from + at
			from = start + len(name)
			before, _ := utf8.DecodeLastRuneInString(l.Text[:start])
			after, _ := utf8.DecodeRuneInString(l.Text[from:])
			if !isLetter(before) && !isLetter(after) {
				all = append(all, place{english.Span{Start: start, End: from}, class})
			}
		}
	}
	within := func(p place) bool {
		return slices.ContainsFunc(all, func(o place) bool { return o.Holds(p.Span) && o.Span != p.Span })
	}
	return slices.DeleteFunc(slices.Clone(all), within)
}

func isLetter(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) }

// facts is a directory of the starter's facts.
type facts struct {
	source.Sink // of which it takes titles, people and credits
	titles      map[string][]rolecall.Title
	people      map[string][]rolecall.Person
	on          map[string]map[string]bool
}

func (f *facts) AddSource(rolecall.Source) error         { return nil }
func (f *facts) AddPage(rolecall.Page) error             { return nil }
func (f *facts) AddStatement(rolecall.Statement) error   { return nil }
func (f *facts) AddIdentifier(rolecall.Identifier) error { return nil }

func (f *facts) AddTitle(t rolecall.Title) error {
	if t.Kind == rolecall.Film || t.Kind == rolecall.Series {
		f.titles[Fold(t.Name)] = append(f.titles[Fold(t.Name)], t)
	}
	return nil
}

func (f *facts) AddPerson(p rolecall.Person) error {
	f.people[Fold(p.Name)] = append(f.people[Fold(p.Name)], p)
	return nil
}

func (f *facts) AddCredit(c rolecall.Credit) error {
	id, _, _ := strings.Cut(c.TitleID, "/")
	if f.on[id] == nil {
		f.on[id] = make(map[string]bool)
	}
	f.on[id][c.PersonID] = true
	return nil
}

func (f *facts) TitlesNamed(_ context.Context, names []string) (map[string][]rolecall.Title, error) {
	return pick(f.titles, names), nil
}

func (f *facts) PeopleNamed(_ context.Context, names []string) (map[string][]rolecall.Person, error) {
	return pick(f.people, names), nil
}

func pick[T any](all map[string][]T, names []string) map[string][]T {
	found := make(map[string][]T)
	for _, name := range names {
		if some := all[Fold(name)]; some != nil {
			found[name] = some
		}
	}
	return found
}

func (f *facts) Credited(_ context.Context, t rolecall.Title, people []string) (map[string]bool, error) {
	some := make(map[string]bool)
	for _, id := range people {
		if f.on[t.ID][id] {
			some[id] = true
		}
	}
	return some, nil
}

func emptyDirectory() *facts {
	return &facts{titles: make(map[string][]rolecall.Title), people: make(map[string][]rolecall.Person), on: make(map[string]map[string]bool)}
}

// crowded is a directory that holds a title of every name and a person of every two
// words, as one of IMDb's size nearly does.
type crowded struct{ *facts }

func (crowded) CountNamed(_ context.Context, names []string) (titles, people map[string]int, err error) {
	titles, people = make(map[string]int), make(map[string]int)
	for _, name := range names {
		titles[name] = 3
		if n := len(strings.Fields(name)); n == 2 || n == 3 {
			people[name] = 1
		}
	}
	return titles, people, nil
}

func starterDirectory(t *testing.T) *facts {
	f := emptyDirectory()
	if err := starter.Fill(t.Context(), f); err != nil {
		t.Fatal(err)
	}
	return f
}

// score counts what is found of a class.
type score struct{ labelled, found, wrong, others int }

func (s score) String() string {
	return fmt.Sprintf("%d of %d found (%.1f%%), %d wrong, %d unlabelled", s.found, s.labelled, 100*float64(s.found)/float64(max(s.labelled, 1)), s.wrong, s.others)
}

// tally compares what is found in a text with its labels. A find is wrong if it lies on
// a labelled name with other bounds or of another class.
func tally(l labelled, found Found, scores map[english.Class]*score, note func(format string, args ...any)) {
	places := l.places()
	is := func(m Mention) bool { return m.Class == english.Person || m.Class == english.Title }
	for _, p := range places {
		scores[p.class].labelled++
		if slices.ContainsFunc(found.Mentions, func(m Mention) bool { return m.Span == p.Span && m.Class == p.class }) {
			scores[p.class].found++
			continue
		}
		note("%s missed %s %q: …%s…", l.ID, p.class, l.Text[p.Start:p.End], around80(l.Text, p.Span))
	}
	for _, m := range found.Mentions {
		if !is(m) {
			continue
		}
		on := slices.IndexFunc(places, func(p place) bool { return p.Overlaps(m.Span) })
		switch {
		case on < 0:
			scores[m.Class].others++
			note("%s other %s %q: …%s…", l.ID, m.Class, l.Text[m.Start:m.End], around80(l.Text, m.Span))
		case places[on].Span != m.Span || places[on].class != m.Class:
			scores[m.Class].wrong++
			note("%s wrong %s %q: …%s…", l.ID, m.Class, l.Text[m.Start:m.End], around80(l.Text, m.Span))
		}
	}
}

func around80(text string, s english.Span) string {
	return strings.ReplaceAll(text[max(0, s.Start-40):min(len(text), s.End+40)], "\n", "⏎")
}

// least is the share of the labelled names that is found at least.
var least = map[english.Class]float64{english.Person: 0.95, english.Title: 0.78}

// The names of the labelled texts are found, and the catalog, of which most of them are
// no part, is not what finds them.
func TestLabels(t *testing.T) {
	texts := labels(t)
	for _, with := range []struct {
		name      string
		directory Directory
	}{{"starter", starterDirectory(t)}, {"empty", emptyDirectory()}, {"crowded", crowded{emptyDirectory()}}} {
		t.Run(with.name, func(t *testing.T) {
			scores := map[english.Class]*score{english.Person: {}, english.Title: {}}
			for _, l := range texts {
				found, err := Find(t.Context(), with.directory, english.Sentences(l.Text, nil, nil), nil)
				if err != nil {
					t.Fatal(err)
				}
				tally(l, found, scores, t.Logf)
			}
			for class, s := range scores {
				t.Logf("%s: %v", class, s)
				if float64(s.found) < least[class]*float64(s.labelled) || s.wrong > 30 {
					t.Errorf("%s: %v; want %.0f %% and at most 30 wrong", class, s, 100*least[class])
				}
			}
		})
	}
}
