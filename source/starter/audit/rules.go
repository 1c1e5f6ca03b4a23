package main

import (
	"fmt"
	"maps"
	"slices"
	"strings"

	"rolecall"
	"rolecall/source/starter"
	"rolecall/source/starter/internal/names"
)

// rule is what a script can ask of all rows. A finding is for a person to look at: it may
// be right.
type rule struct {
	asks string
	find func(*starter.Facts) []string
}

var rules = []rule{
	{"people who may be one, by their names", namesakes},
	{"wordings quoted from several pages for one person", repeatedWordings},
	{"writers on three episodes or more in a row beside others, by one page", staffLists},
	{"cast billed on an episode, or called a guest", guests},
	{"people whose gender rests on wording about a group alone", groupsAlone},
}

// namesakes are people on one season or film whose names are of the same words, middle
// names and initials aside, and any two people of one name.
func namesakes(facts *starter.Facts) (found []string) {
	on := make(map[string]map[string]bool) // work → people
	for _, c := range facts.Credits {
		work := workOf(c.TitleID)
		if on[work] == nil {
			on[work] = make(map[string]bool)
		}
		on[work][c.PersonID] = true
	}
	together := func(a, b string) bool {
		for _, people := range on {
			if people[a] && people[b] {
				return true
			}
		}
		return false
	}
	bySurname := make(map[string][]rolecall.Person)
	for _, p := range facts.People {
		words := names.Words(p.Name)
		for _, other := range bySurname[words[len(words)-1]] {
			theirs := names.Words(other.Name)
			if slices.Equal(words, theirs) || words[0] == theirs[0] && together(p.ID, other.ID) {
				found = append(found, fmt.Sprintf("%s (%s) and %s (%s)", other.Name, other.ID, p.Name, p.ID))
			}
		}
		bySurname[words[len(words)-1]] = append(bySurname[words[len(words)-1]], p)
	}
	return found
}

// workOf is the season of an episode's key; any other key itself.
func workOf(title string) string {
	if parts := strings.Split(title, "/"); len(parts) == 3 {
		return parts[0] + "/" + parts[1]
	}
	return title
}

// repeatedWordings are quotations that two pages would have word by word: one of the two
// was hardly read. Copies of one article do.
func repeatedWordings(facts *starter.Facts) (found []string) {
	first := make(map[[2]string]string)
	for _, s := range facts.Statements {
		key := [2]string{s.PersonID, s.Wording}
		if page, again := first[key]; again && s.Form != rolecall.List {
			found = append(found, fmt.Sprintf("%s: “%s” on %s and %s", s.PersonID, s.Wording, page, s.Citation))
			continue
		}
		first[key] = s.Citation
	}
	return found
}

// staffLists are writers whom one page gives three episodes in a row beside others: such a
// list may be of the staff.
func staffLists(facts *starter.Facts) (found []string) {
	episodes, writers, made := make(map[string][]string), make(map[string][]rolecall.Credit), make(map[string]bool)
	for _, t := range facts.Titles {
		if t.Kind == rolecall.Episode {
			episodes[t.SeasonID] = append(episodes[t.SeasonID], t.ID)
		}
	}
	for _, c := range facts.Credits {
		switch c.Role {
		case rolecall.Writer:
			writers[c.TitleID] = append(writers[c.TitleID], c)
		case rolecall.Creator, rolecall.Showrunner:
			made[c.PersonID] = true
		}
	}
	for _, t := range facts.Titles {
		run := make(map[string]int)
		for _, id := range episodes[t.ID] {
			now := make(map[string]int)
			for _, c := range writers[id] {
				if len(writers[id]) > 1 && len(c.Citations) == 1 && !made[c.PersonID] {
					now[c.PersonID] = run[c.PersonID] + 1
				}
			}
			for _, person := range slices.Sorted(maps.Keys(now)) {
				if now[person] == 3 {
					found = append(found, fmt.Sprintf("%s: the third episode in a row with %s is %s", t.ID, person, id))
				}
			}
			run = now
		}
	}
	return found
}

// guests are cast who are no main cast: billed on one episode, or called guests.
func guests(facts *starter.Facts) (found []string) {
	for _, c := range facts.Credits {
		isEpisode := strings.Count(c.TitleID, "/") == 2
		if c.Role == rolecall.Cast && (isEpisode || strings.Contains(strings.ToLower(c.Job), "guest")) {
			found = append(found, c.TitleID+" "+c.PersonID)
		}
	}
	return found
}

// groupsAlone are people of whom every statement is about a group that they are in.
func groupsAlone(facts *starter.Facts) (found []string) {
	alone := make(map[string]bool)
	for _, s := range facts.Statements {
		if is, seen := alone[s.PersonID]; !seen || is {
			alone[s.PersonID] = s.Form == rolecall.Group
		}
	}
	for _, p := range facts.People {
		if alone[p.ID] {
			found = append(found, p.ID)
		}
	}
	return found
}
