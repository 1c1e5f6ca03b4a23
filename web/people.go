package web

import (
	"cmp"
	"fmt"
	"maps"
	"slices"
	"strings"

	"rolecall"
	"rolecall/measure"
	"rolecall/phrase"
	"rolecall/phrase/sentence"
)

// groupView is the people of one role.
type groupView struct {
	Role, Anchor, Title string
	Side                rolecall.Side
	People              []creditedView
	// Number is how many there are, More how many of them are not listed here.
	Number, More int
	// Few says that the group is small enough to stand beside another.
	Few bool
}

// creditedView is one person in one role.
type creditedView struct {
	// ID names the note that says where the credit comes from.
	ID, Name, Address, PersonID string
	Gender                      rolecall.Gender
	Role, Detail                string
	Where                       string
	// Wide says that the page cited speaks of a whole season or series.
	Wide  bool
	Pages []rolecall.Page
	// Stated is what the gender rests on, MoreStated how many statements more; Doubt says
	// why it is not known.
	Stated     []statedView
	MoreStated int
	Doubt      string
}

// statedView is a statement about a person's gender: its words, the source that makes
// it and the page that can be checked, where it cites one.
type statedView struct {
	Words, Source string
	Page          *rolecall.Page
}

// The most people listed for a role before the page asks whether to show all: a
// long series has thousands of cast members, and a page is to be read.
const (
	listedBehind = 120
	listedFront  = 60
	few          = 3
)

// listed is how many people of a role are listed.
func listed(role rolecall.Role) int {
	if role.Side() == rolecall.Front {
		return listedFront
	}
	return listedBehind
}

// groups lists the people role by role.
func groups(l measure.Lineup, everybody bool) (groups []groupView, partly bool) {
	for _, r := range l.Roles {
		if len(r.Credited) == 0 {
			continue
		}
		most := listed(r.Role)
		if everybody {
			most = len(r.Credited)
		}
		g := groupView{Role: r.Role.Words(), Anchor: anchorOf(r.Role), Title: phrase.Capital(phrase.RoleOf(len(r.Credited), r.Role)), Side: r.Role.Side()}
		for i, c := range r.Credited[:min(most, len(r.Credited))] {
			g.People = append(g.People, creditedOf(l, r.Role, i, c))
		}
		g.Number, g.More = len(r.Credited), len(r.Credited)-len(g.People)
		g.Few = g.Number <= few
		partly = partly || g.More > 0
		groups = append(groups, g)
	}
	return groups, partly
}

func anchorOf(role rolecall.Role) string { return strings.ReplaceAll(string(role), "_", "-") }

// noteID names the note about the person at a place in a role's list.
func noteID(role rolecall.Role, place int) string { return fmt.Sprintf("%s-%d", anchorOf(role), place) }

func creditedOf(l measure.Lineup, role rolecall.Role, place int, c measure.Credited) creditedView {
	v := creditedView{
		ID: noteID(role, place), Name: c.Person.Name, Address: personPath(c.Person.ID), PersonID: c.Person.ID, Gender: c.Person.Gender,
		Role: role.Words(), Where: sentence.Episodes(l, c).Named(), Wide: l.IsWide(c),
		Detail: sentence.As(c.Credit),
	}
	for _, key := range c.Citations {
		if page, held := l.Pages[key]; held {
			v.Pages = append(v.Pages, page)
		}
	}
	return v
}

// mostStated is how many statements a note has: some people are called women by ten
// pages, and all of them stand on the person's own.
const mostStated = 3

// stateGenders says of everybody listed what their gender rests on.
func stateGenders(groups []groupView, stated measure.Stated, sources []rolecall.Source) {
	for _, g := range groups {
		for i := range g.People {
			p := &g.People[i]
			all := statedOf(stated, p.PersonID, sources)
			switch {
			case len(all) == 0:
				p.Doubt = "No source here states it."
			case p.Gender == rolecall.Unknown && len(all) > 1:
				p.Doubt = "They disagree, so it counts as not stated."
			}
			p.Stated = all[:min(len(all), mostStated)]
			p.MoreStated = len(all) - len(p.Stated)
		}
	}
}

// statedOf are the statements that decide the gender of somebody.
func statedOf(stated measure.Stated, personID string, sources []rolecall.Source) (all []statedView) {
	for _, s := range stated.Deciding[personID] {
		v := statedView{Words: sentence.Statement(s), Source: sourceName(sources, s.Source)}
		if page, held := stated.Pages[s.Citation]; held {
			v.Page = &page
		}
		all = append(all, v)
	}
	return all
}

// listedPeople are the identifiers of everybody listed.
func listedPeople(groups []groupView) (ids []string) {
	for _, g := range groups {
		for _, p := range g.People {
			ids = append(ids, p.PersonID)
		}
	}
	return ids
}

// sourceName is what a source is called, or its identifier where the catalog does not
// say.
func sourceName(sources []rolecall.Source, id string) string {
	for _, source := range sources {
		if source.ID == id {
			return source.Name
		}
	}
	return id
}

// sortedPages are the pages of some keys in order, or all where there are no
// keys.
func sortedPages(pages map[string]rolecall.Page, first []string) []rolecall.Page {
	all := slices.Collect(maps.Values(pages))
	slices.SortFunc(all, func(a, b rolecall.Page) int {
		return cmp.Or(-compareBool(slices.Contains(first, a.Key), slices.Contains(first, b.Key)),
			cmp.Compare(a.Publisher, b.Publisher), cmp.Compare(a.Title, b.Title), cmp.Compare(a.Key, b.Key))
	})
	return all
}

func compareBool(a, b bool) int {
	switch {
	case a == b:
		return 0
	case a:
		return 1
	}
	return -1
}
