package mention

import (
	"context"
	"fmt"
	"slices"
	"strings"

	"rolecall"
	"rolecall/press/english"
)

// The bounds of linking: namesakes looked into of one name; titles asked for whom they
// credit.
const (
	mostNamesakes = 12
	mostAsked     = 24
)

// linker gives entities their identifiers in the catalog.
type linker struct {
	directory Directory
	found     *Found
	titles    map[string][]rolecall.Title
	people    map[string][]rolecall.Person
	// asked counts the titles asked for whom they credit.
	asked int
}

func newLinker(d Directory, found *Found) *linker { return &linker{directory: d, found: found} }

func (l *linker) link(ctx context.Context) error {
	if err := l.lookUp(ctx); err != nil {
		return err
	}
	for i := range l.found.Entities {
		l.linkCertain(&l.found.Entities[i])
	}
	if err := l.linkPeople(ctx); err != nil {
		return err
	}
	if err := l.titleNames(ctx); err != nil {
		return err
	}
	if err := l.linkTitles(ctx); err != nil {
		return err
	}
	if err := l.linkPeople(ctx); err != nil { // who is credited on titles linked since
		return err
	}
	l.gatherBearers()
	return nil
}

// Link gives identifiers to the titles and people of a text that were found to be so only
// when its sentences were read, and which nobody has looked up yet.
func Link(ctx context.Context, d Directory, found *Found) error {
	l := newLinker(d, found)
	if err := l.lookUp(ctx); err != nil {
		return err
	}
	for i := range found.Entities {
		if e := &found.Entities[i]; e.ID == "" && e.Among == 0 && e.Refused == "" {
			l.linkCertain(e)
		}
	}
	return nil
}

// gatherBearers gives a surname that stands for several the people who bear it.
func (l *linker) gatherBearers() {
	for i := range l.found.Entities {
		e := &l.found.Entities[i]
		for _, b := range e.bearers {
			bearer := &l.found.Entities[b]
			some := bearer.Candidates
			if bearer.ID != "" {
				some = []rolecall.Person{bearer.Person}
			}
			e.Candidates = append(e.Candidates, some...)
		}
		e.Candidates = e.Candidates[:min(len(e.Candidates), mostNamesakes)]
	}
}

// lookUp asks for the titles and people of all names of each class at once.
func (l *linker) lookUp(ctx context.Context) error {
	names := map[english.Class][]string{}
	for _, e := range l.found.Entities {
		switch {
		case e.isMaybeTitle():
			names[english.Title] = append(names[english.Title], e.Name)
		case e.Class == english.Title || e.Class == english.Person && isFull(e.Name) && !e.Family:
			names[e.Class] = append(names[e.Class], e.Name)
		}
	}
	titles, err := l.directory.TitlesNamed(ctx, names[english.Title])
	if err != nil {
		return err
	}
	people, err := l.directory.PeopleNamed(ctx, names[english.Person])
	l.titles, l.people = byFolded(titles), byFolded(people)
	return err
}

// isFull reports whether a name is of several words, or of a script without spaces.
func isFull(name string) bool {
	return strings.Contains(Fold(name), " ") || isUnicased(name)
}

func byFolded[T any](named map[string][]T) map[string][]T {
	folded := make(map[string][]T, len(named))
	for name, all := range named {
		folded[Fold(name)] = all
	}
	return folded
}

func (l *linker) linkCertain(e *Entity) {
	key := Fold(e.Name)
	switch e.Class {
	case english.Title:
		titles := e.fitting(l.titles[key])
		e.Among = len(titles)
		if len(titles) == 1 {
			e.setTitle(titles[0])
		}
	case english.Person:
		e.Among = len(l.people[key])
		e.Candidates = l.people[key][:min(e.Among, mostNamesakes)]
		if e.Among == 1 {
			e.setPerson(e.Candidates[0])
		}
	}
}

func (e *Entity) setTitle(t rolecall.Title) { e.ID, e.Name, e.Title = t.ID, t.Name, t }

func (e *Entity) setPerson(p rolecall.Person) { e.ID, e.Name, e.Person = p.ID, p.Name, p }

// fitting are the titles of a name that are of a year and kind that the text says. A
// source may give another year by one, where no title is of the very year.
func (e *Entity) fitting(all []rolecall.Title) []rolecall.Title {
	if len(all) == 0 {
		return nil
	}
	if e.Kind != "" {
		some := only(all, func(t rolecall.Title) bool { return t.Kind == e.Kind })
		if len(some) == 0 {
			e.Refused = fmt.Sprintf("as a %s", e.Kind)
			return nil
		}
		all = some
	}
	if len(e.Years) == 0 {
		return all
	}
	for slack := range 2 {
		some := only(all, func(t rolecall.Title) bool { return e.isOf(t, slack) })
		if len(some) > 0 {
			return some
		}
	}
	e.Refused = fmt.Sprintf("of %d", e.Years[0])
	return nil
}

// isOf reports whether a title is of one of the years said, give or take some. Of a
// series a later year may be meant, that of a season.
func (e *Entity) isOf(t rolecall.Title, slack int) bool {
	return t.Year == 0 || slices.ContainsFunc(e.Years, func(y int) bool {
		return t.Year-slack <= y && y <= t.Year+slack || slack > 0 && t.Kind == rolecall.Series && y > t.Year
	})
}

func only[T any](all []T, keep func(T) bool) []T {
	return slices.DeleteFunc(slices.Clone(all), func(t T) bool { return !keep(t) })
}

// linkPeople picks, among people of one name, the one who is credited on a title that
// the text names, if there is one only.
func (l *linker) linkPeople(ctx context.Context) error {
	var ids []string
	for _, e := range l.found.Entities {
		if e.isOpen(english.Person) {
			ids = append(ids, personIDs(e.Candidates)...)
		}
	}
	if len(ids) == 0 {
		return nil
	}
	credited := make(map[string]bool)
	for _, e := range l.found.Entities {
		if e.Class != english.Title || e.ID == "" {
			continue
		}
		on, err := l.credited(ctx, e.Title, ids)
		if err != nil {
			return err
		}
		for id := range on {
			credited[id] = true
		}
	}
	for i := range l.found.Entities {
		e := &l.found.Entities[i]
		if !e.isOpen(english.Person) {
			continue
		}
		if some := only(e.Candidates, func(p rolecall.Person) bool { return credited[p.ID] }); len(some) == 1 {
			e.setPerson(some[0])
		}
	}
	return nil
}

// isOpen reports whether the catalog holds several of an entity's name, of which none is
// picked yet.
func (e *Entity) isOpen(class english.Class) bool {
	return e.Class == class && e.ID == "" && e.Among > 1
}

func (l *linker) credited(ctx context.Context, t rolecall.Title, ids []string) (map[string]bool, error) {
	if l.asked++; l.asked > mostAsked || len(ids) == 0 {
		return nil, nil
	}
	return l.directory.Credited(ctx, t, ids)
}

// isMaybeTitle reports whether a name is one of which the text does not tell what it is.
func (e *Entity) isMaybeTitle() bool { return e.Class == english.Name && !e.Character && e.ID == "" }

// titleNames makes titles of the names that the text leaves open, where the directory holds
// one title of the name and the text names somebody who is credited on it: "Titane won.
// Julia Ducournau wept." One without the other would not do.
func (l *linker) titleNames(ctx context.Context) error {
	named := l.peopleNamed()
	for i := range l.found.Entities {
		e := &l.found.Entities[i]
		titles := l.titles[Fold(e.Name)]
		if !e.isMaybeTitle() || len(titles) != 1 {
			continue
		}
		on, err := l.credited(ctx, titles[0], named)
		if err != nil {
			return err
		}
		if len(on) == 0 {
			continue
		}
		e.Class = english.Title
		l.linkCertain(e)
		for k := range l.found.Mentions {
			if m := &l.found.Mentions[k]; m.Entity == i {
				m.Class = english.Title
			}
		}
	}
	return nil
}

// peopleNamed are the identifiers of the people who are linked.
func (l *linker) peopleNamed() []string {
	var named []string
	for _, e := range l.found.Entities {
		if e.Class == english.Person && e.ID != "" {
			named = append(named, e.ID)
		}
	}
	return named
}

// linkTitles picks, among titles of one name, one on which people are credited whom the
// text names, and then one at least ten times as widely rated as the next.
func (l *linker) linkTitles(ctx context.Context) error {
	named := l.peopleNamed()
	for i := range l.found.Entities {
		e := &l.found.Entities[i]
		if !e.isOpen(english.Title) {
			continue
		}
		best, most, next := rolecall.Title{}, 0, 0
		for _, t := range mostRated(e.fitting(l.titles[Fold(e.Name)]), mostNamesakes) {
			on, err := l.credited(ctx, t, named)
			if err != nil {
				return err
			}
			score := 1000000*len(on) + t.Votes
			if score > most {
				best, most, next = t, score, most
			} else {
				next = max(next, score)
			}
		}
		if most >= 10*max(next, 1) {
			e.setTitle(best)
		}
	}
	return nil
}

func mostRated(titles []rolecall.Title, most int) []rolecall.Title {
	sorted := slices.SortedStableFunc(slices.Values(titles), func(a, b rolecall.Title) int { return b.Votes - a.Votes })
	return sorted[:min(most, len(sorted))]
}

func personIDs(people []rolecall.Person) []string {
	ids := make([]string, len(people))
	for i, p := range people {
		ids[i] = p.ID
	}
	return ids
}
