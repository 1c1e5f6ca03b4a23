package main

import (
	"bufio"
	"cmp"
	"compress/gzip"
	"encoding/csv"
	"errors"
	"fmt"
	"io"
	"maps"
	"os"
	"slices"
	"strings"

	"github.com/jszwec/csvutil"

	"rolecall"
	"rolecall/source/starter"
	"rolecall/source/starter/internal/names"
)

// credit is a row of the list.
type credit struct {
	Series  string `csv:"series"`
	Year    int    `csv:"year"`
	Episode string `csv:"episode"`
	Role    string `csv:"role"`
	Name    string `csv:"name"`
}

func readList(path string) (credits []credit, err error) {
	if path == "" {
		return nil, errors.New("name the list of credits with -list")
	}
	file, err := os.Open(path)
	if err != nil {
		return nil, fmt.Errorf("read the list: %w", err)
	}
	defer file.Close()
	var text io.Reader = bufio.NewReader(file)
	if strings.HasSuffix(path, ".gz") {
		if text, err = gzip.NewReader(text); err != nil {
			return nil, fmt.Errorf("read %s: %w", path, err)
		}
	}
	rows, err := csvutil.NewDecoder(csv.NewReader(text))
	if err != nil {
		return nil, fmt.Errorf("read %s: %w", path, err)
	}
	if err := rows.Decode(&credits); err != nil {
		return nil, fmt.Errorf("read %s: %w", path, err)
	}
	return credits, nil
}

// held is what the starter has, by the words that a list would use.
type held struct {
	seasons map[string]map[int]bool // series → years in which an episode of it was first shown
	stated  map[string]bool         // names of people whose gender is stated
}

func heldBy(facts *starter.Facts) held {
	h := held{seasons: make(map[string]map[int]bool), stated: make(map[string]bool)}
	series := make(map[string]string)
	for _, t := range facts.Titles {
		if t.Kind == rolecall.Series {
			series[t.ID] = wordsOf(t.Name)
		}
	}
	for _, t := range facts.Titles {
		if t.Kind != rolecall.Episode {
			continue
		}
		name := series[t.SeriesID]
		if h.seasons[name] == nil {
			h.seasons[name] = make(map[int]bool)
		}
		h.seasons[name][t.Year] = true
	}
	people := make(map[string]string)
	for _, p := range facts.People {
		people[p.ID] = wordsOf(p.Name)
	}
	for _, s := range facts.Statements {
		h.stated[people[s.PersonID]] = true
	}
	return h
}

// season is a year of a series, and who has the role in it.
type season struct {
	series   string
	year     int
	held     bool
	episodes map[string]bool // → somebody has the role
	people   int
	nobody   int
	unstated map[string]string // by words → name as listed
}

func (s *season) whole() bool { return len(s.unstated) == 0 && s.nobody == 0 }

func (s *season) missing() []string { return slices.Sorted(maps.Values(s.unstated)) }

// seasonsOf are the years of the list, in order of series and year.
func seasonsOf(credits []credit, role string, h held) (seasons []*season) {
	type key struct {
		series string
		year   int
	}
	byKey := make(map[key]*season)
	people := make(map[key]map[string]bool)
	asked := false
	for _, c := range credits {
		k := key{c.Series, c.Year}
		s := byKey[k]
		if s == nil {
			s = &season{series: c.Series, year: c.Year, held: h.seasons[wordsOf(c.Series)][c.Year],
				episodes: make(map[string]bool), unstated: make(map[string]string)}
			byKey[k], people[k] = s, make(map[string]bool)
			seasons = append(seasons, s)
		}
		s.episodes[c.Episode] = s.episodes[c.Episode] || c.Role == role
		if c.Role != role {
			continue
		}
		asked = true
		words := wordsOf(c.Name)
		people[k][words] = true
		if !h.stated[words] {
			s.unstated[words] = c.Name
		}
	}
	if !asked {
		return nil
	}
	for k, s := range byKey {
		s.people = len(people[k])
		for _, somebody := range s.episodes {
			if !somebody {
				s.nobody++
			}
		}
	}
	slices.SortFunc(seasons, func(a, b *season) int {
		return cmp.Or(strings.Compare(a.series, b.series), cmp.Compare(a.year, b.year))
	})
	return seasons
}

// completing is a person to look up.
type completing struct {
	name  string
	in    int // years that lack this person
	whole int // years that are whole with this person and those before
}

// mostCompleting picks one person after the other, each time the one whose years lack the
// fewest others: a year that lacks this person alone weighs one, one that lacks n weighs 1/n.
func mostCompleting(seasons []*season, limit int) (picked []completing) {
	open := make(map[*season]map[string]string)
	whole := 0
	for _, s := range seasons {
		if s.nobody > 0 || s.held {
			continue // whom nobody names, no statement completes
		}
		if s.whole() {
			whole++
			continue
		}
		open[s] = maps.Clone(s.unstated)
	}
	for len(picked) < limit && len(open) > 0 {
		weight, in, name := make(map[string]float64), make(map[string]int), make(map[string]string)
		for _, s := range seasons {
			for words, as := range open[s] {
				weight[words] += 1 / float64(len(open[s]))
				in[words]++
				name[words] = as
			}
		}
		best := slices.MaxFunc(slices.Sorted(maps.Keys(weight)), func(a, b string) int { return cmp.Compare(weight[a], weight[b]) })
		for s, lacking := range open {
			delete(lacking, best)
			if len(lacking) == 0 {
				whole++
				delete(open, s)
			}
		}
		picked = append(picked, completing{name[best], in[best], whole})
	}
	return picked
}

// wordsOf is a name as it is compared, a publisher's name before a title aside.
func wordsOf(name string) string {
	return strings.TrimPrefix(strings.Join(names.Words(name), " "), "marvel's ")
}
