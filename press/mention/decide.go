package mention

import (
	"context"
	"slices"
	"strings"

	"rolecall"
	"rolecall/press/english"
)

// decide makes entities of the names that are a person's or a title's, and finds the
// places where people are called by their surnames alone.
func (f *finder) decide() Found {
	var found Found
	entities := make(map[string]int)
	for _, key := range f.keys {
		if class := f.classOf(key); class != "" {
			entities[key] = len(found.Entities)
			found.Entities = append(found.Entities, Entity{Class: class, Name: f.byKey[key].text})
		}
	}
	short := f.shortNames(found, entities)
	for _, c := range f.pieces {
		entity, is := entities[c.key]
		if s, isShort := short[c.key]; isShort && (!is || found.Entities[entity].Class == english.Name) {
			entity, is = s, true
		}
		if !is {
			continue
		}
		tokens := f.sentences[c.sentence].Tokens[c.first:c.last]
		found.Mentions = append(found.Mentions, Mention{
			Span: english.Span{Start: tokens[0].Start, End: tokens[len(tokens)-1].End}, Text: c.text,
			Sentence: c.sentence, First: c.first, Last: c.last, Class: found.Entities[entity].Class, Entity: entity,
		})
	}
	return found
}

// classOf decides what a name is; empty for one that is best left a plain word.
func (f *finder) classOf(key string) english.Class {
	e := f.byKey[key]
	switch {
	case e.title >= 2 && e.title > e.person && (e.confirmed || e.title >= 3):
		return english.Title
	case e.words > 1 && e.person >= 2 && e.person >= e.title:
		return english.Person
	case e.words > 1 && e.words < 6, e.confirmed:
		return english.Name
	}
	return ""
}

// shortNames tells whom a surname, or a given name, alone stands for: the person of
// that name whom the text names in full, if there is one only.
func (f *finder) shortNames(found Found, entities map[string]int) map[string]int {
	short := make(map[string]int)
	ambiguous := make(map[string]bool)
	for _, key := range f.keys {
		i, is := entities[key]
		if !is || found.Entities[i].Class != english.Person {
			continue
		}
		words := strings.Fields(key)
		if len(words) < 2 {
			continue
		}
		names := []string{words[len(words)-1], words[0]}
		if len(words) > 2 {
			names = append(names, strings.Join(words[len(words)-2:], " "), strings.Join(words[1:], " "))
		}
		for _, name := range slices.Compact(names) {
			if other, taken := short[name]; taken && other != i {
				ambiguous[name] = true
			}
			short[name] = i
		}
	}
	for name := range ambiguous {
		delete(short, name)
	}
	return short
}

// link gives entities their identifiers in the catalog.
func (f *finder) link(ctx context.Context, found *Found) error {
	f.linkCertain(found)
	var titles []rolecall.Title
	for _, e := range found.Entities {
		if e.Class == english.Title && e.ID != "" {
			titles = append(titles, e.Title)
		}
	}
	for i := range found.Entities {
		e := &found.Entities[i]
		if e.ID != "" || e.Among < 2 {
			continue
		}
		if err := f.linkJointly(ctx, e, titles, found); err != nil {
			return err
		}
	}
	return nil
}

func (f *finder) linkCertain(found *Found) {
	for i := range found.Entities {
		e := &found.Entities[i]
		key := Fold(e.Name)
		switch e.Class {
		case english.Title:
			titles := f.fitting(key)
			e.Among = len(titles)
			if len(titles) == 1 {
				e.setTitle(titles[0])
			}
		case english.Person:
			e.Among = len(f.people[key])
			if e.Among == 1 {
				e.setPerson(f.people[key][0])
			}
		}
	}
}

func (e *Entity) setTitle(t rolecall.Title) { e.ID, e.Name, e.Title = t.ID, t.Name, t }

func (e *Entity) setPerson(p rolecall.Person) { e.ID, e.Name, e.Person = p.ID, p.Name, p }

// fitting are the titles of a name that the text does not rule out by a year in
// brackets or by speaking of seasons.
func (f *finder) fitting(key string) []rolecall.Title {
	e := f.byKey[key]
	all := f.titles[key]
	narrow := func(keep func(rolecall.Title) bool) {
		if some := slices.DeleteFunc(slices.Clone(all), func(t rolecall.Title) bool { return !keep(t) }); len(some) > 0 {
			all = some
		}
	}
	if e != nil && len(e.years) > 0 {
		narrow(func(t rolecall.Title) bool { return slices.Contains(e.years, t.Year) })
	}
	if e != nil && e.series {
		narrow(func(t rolecall.Title) bool { return t.Kind == rolecall.Series })
	}
	return all
}

// linkJointly picks among namesakes: a person who is credited on a title that the
// text names; a title on which people are credited whom the text names; and then, of
// titles, one at least ten times as widely rated as the next.
func (f *finder) linkJointly(ctx context.Context, e *Entity, titles []rolecall.Title, found *Found) error {
	key := Fold(e.Name)
	if e.Class == english.Person {
		for _, t := range titles {
			credited, err := f.directory.Credited(ctx, t, personIDs(f.people[key]))
			if err != nil {
				return err
			}
			if len(credited) == 1 {
				at := slices.IndexFunc(f.people[key], func(p rolecall.Person) bool { return credited[p.ID] })
				e.setPerson(f.people[key][at])
				return nil
			}
		}
		return nil
	}
	var named []string
	for _, other := range found.Entities {
		if other.Class == english.Person && other.ID != "" {
			named = append(named, other.ID)
		}
	}
	best, most, next := rolecall.Title{}, 0, 0
	for _, t := range mostRated(f.fitting(key), mostNamesakes) {
		credited, err := f.directory.Credited(ctx, t, named)
		if err != nil {
			return err
		}
		score := 1000000*len(credited) + t.Votes
		if score > most {
			best, most, next = t, score, most
		} else {
			next = max(next, score)
		}
	}
	if most >= 10*max(next, 1) {
		e.setTitle(best)
	}
	return nil
}

// mostNamesakes bounds the titles of one name that are looked into.
const mostNamesakes = 12

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
