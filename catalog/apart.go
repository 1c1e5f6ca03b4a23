package catalog

import (
	"context"
	"fmt"
	"slices"
	"strings"

	"rolecall"
	"rolecall/nameindex"
	"rolecall/rowfile"
)

// Candidate is a title or a person that may be meant, with what tells it apart from
// its namesakes.
type Candidate struct {
	ID, Label string
	// Note is "film, 2008, directed by Steve McQueen" or "director of Hunger (2008)".
	Note     string
	IsPerson bool
}

// mostApart bounds the namesakes that are told apart by who made them.
const mostApart = 50

// TitleCandidates are titles with what tells them apart.
func (c *Catalog) TitleCandidates(ctx context.Context, titles []rolecall.Title) ([]Candidate, error) {
	apart, err := c.TellTitlesApart(ctx, titles)
	if err != nil {
		return nil, err
	}
	var all []Candidate
	for _, t := range titles {
		words := []string{string(t.Kind)}
		if t.Year > 0 {
			words = append(words, fmt.Sprint(t.Year))
		}
		if note := apart[t.ID]; note != "" {
			words = append(words, note)
		}
		all = append(all, Candidate{ID: t.ID, Label: t.Label(), Note: strings.Join(words, ", ")})
	}
	return all, nil
}

// TellTitlesApart says of those titles whose name, kind and year are those of
// another in the list from where they are or who made them, by identifier.
func (c *Catalog) TellTitlesApart(ctx context.Context, titles []rolecall.Title) (map[string]string, error) {
	namesakes := make(map[string][]rolecall.Title)
	for _, t := range titles {
		key := strings.Join([]string{nameindex.Key(t.Name), string(t.Kind), fmt.Sprint(t.Year, t.Season, t.Episode), t.SeriesID}, "\x00")
		namesakes[key] = append(namesakes[key], t)
	}
	apart := make(map[string]string)
	for _, alike := range namesakes {
		for _, t := range alike[:min(len(alike), mostApart)] {
			if len(alike) == 1 {
				continue
			}
			number, err := c.titleFound(ctx, t.ID)
			if err != nil {
				return nil, err
			}
			maker, err := c.makerOf(ctx, t.Kind, number, rolecall.Creator, rolecall.Director, rolecall.Cast)
			if err != nil {
				return nil, err
			}
			var words []string
			for _, word := range []string{strings.Join(t.Countries, "/"), maker} {
				if word != "" {
					words = append(words, word)
				}
			}
			apart[t.ID] = strings.Join(words, ", ")
		}
	}
	return apart, nil
}

// firstEpisodes is how many episodes of a series are looked at for who made it. A series
// may have thousands, and there may be dozens of its name.
const firstEpisodes = 3

// madeBy is how somebody in a role made a title.
var madeBy = map[rolecall.Role]string{rolecall.Creator: "created by ", rolecall.Director: "directed by ", rolecall.Cast: "with "}

// makerOf says who made a title, by the first of some roles that somebody is credited in:
// who created it, directed it, or is billed first in it. A credit on a series or season as a
// whole is on its episodes too, where these are held.
func (c *Catalog) makerOf(ctx context.Context, kind rolecall.Kind, number int32, roles ...rolecall.Role) (string, error) {
	carrying, err := c.firstCarrying(ctx, kind, number)
	if err != nil {
		return "", err
	}
	credits, err := c.creditRowsOf(ctx, carrying)
	if err != nil {
		return "", err
	}
	for _, role := range roles {
		at := slices.IndexFunc(credits, func(r creditRow) bool { return r.Role == role })
		if at < 0 {
			continue
		}
		people, err := c.personRowsOf(ctx, []int32{credits[at].person})
		if err != nil || len(people) == 0 {
			return "", err
		}
		return madeBy[role] + people[0].Name, nil
	}
	return "", nil
}

// firstCarrying are the numbers of a title and, of a series or season, of the first season
// and the first episodes that are no specials.
func (c *Catalog) firstCarrying(ctx context.Context, kind rolecall.Kind, number int32) ([]int32, error) {
	if kind.IsLeaf() {
		return []int32{number}, nil
	}
	carrying, first := []int32{number}, number
	if kind == rolecall.Series {
		seasons, err := c.seasonsOf(ctx, number)
		if err != nil {
			return nil, err
		}
		if at := slices.IndexFunc(seasons, func(s titleRow) bool { return s.Season != 0 }); at >= 0 {
			first, kind = seasons[at].number, rolecall.Season
			carrying = append(carrying, first)
		}
	}
	episodes, err := c.firstEpisodesOf(ctx, kind, first)
	return append(carrying, episodes...), err
}

// firstEpisodesOf are the numbers of the first episodes of a series or season.
func (c *Catalog) firstEpisodesOf(ctx context.Context, kind rolecall.Kind, whole int32) ([]int32, error) {
	episodes, err := fromRows(ctx, c,
		func(f *rowfile.File) ([]int32, error) { return partNumbers(f, episodesTable, whole) },
		func() ([]int32, error) {
			episodes, err := c.episodesOf(ctx, kind, whole)
			return each(episodes, titleRow.numberOf), err
		})
	return episodes[:min(len(episodes), firstEpisodes)], err
}

// PersonCandidates are people with what each is best known for.
func (c *Catalog) PersonCandidates(ctx context.Context, people []rolecall.Person) ([]Candidate, error) {
	var all []Candidate
	for i, p := range people {
		known := Candidate{ID: p.ID, Label: p.Name, IsPerson: true}
		if i < mostApart {
			var err error
			if known.Note, err = c.knownFor(ctx, p); err != nil {
				return nil, err
			}
		}
		all = append(all, known)
	}
	return all, nil
}

// KnownFor says what some people are best known for, by identifier.
func (c *Catalog) KnownFor(ctx context.Context, people []rolecall.Person) (map[string]string, error) {
	known := make(map[string]string, len(people))
	for _, p := range people {
		var err error
		if known[p.ID], err = c.knownFor(ctx, p); err != nil {
			return nil, err
		}
	}
	return known, nil
}

// TellPeopleApart says of people who bear the name of another in the list what they
// are best known for, by identifier.
func (c *Catalog) TellPeopleApart(ctx context.Context, people []rolecall.Person) (map[string]string, error) {
	bearers := make(map[string]int)
	for _, p := range people {
		bearers[nameindex.Key(p.Name)]++
	}
	apart := make(map[string]string)
	for _, p := range people {
		if bearers[nameindex.Key(p.Name)] < 2 || len(apart) >= mostApart {
			continue
		}
		note, err := c.knownFor(ctx, p)
		if err != nil {
			return nil, err
		}
		apart[p.ID] = note
	}
	return apart, nil
}

// knownFor is the title that a person is best known for, and in which role: "director of
// Hunger (2008)".
func (c *Catalog) knownFor(ctx context.Context, p rolecall.Person) (string, error) {
	number, err := c.personFound(ctx, p.ID)
	if err != nil {
		return "", err
	}
	best, err := c.bestKnownFor(ctx, number)
	if err != nil {
		return "", err
	}
	titles, err := c.titleRowsOf(ctx, []int32{best.title})
	if err != nil || len(titles) == 0 {
		return "", err
	}
	label := titles[0].Name
	if year := titles[0].Year; year > 0 {
		label = fmt.Sprintf("%s (%d)", label, year)
	}
	return roleIn(best.role) + label, nil
}

// foundKept is of how many titles and people found the numbers are kept: as many as some
// searches list.
const foundKept = 4096

// personFound is personNumber for people who were found a moment ago, titleFound
// titleNumber for titles.
func (c *Catalog) personFound(ctx context.Context, id string) (int32, error) {
	if number, kept := c.peopleNumbers.Get(id); kept {
		return number, nil
	}
	return c.personNumber(ctx, id)
}

func (c *Catalog) titleFound(ctx context.Context, id string) (int32, error) {
	if number, kept := c.titleNumbers.Get(id); kept {
		return number, nil
	}
	return c.titleNumber(ctx, id)
}

// roleIn is a role before the title it is held on: "director of ", "in ".
func roleIn(role rolecall.Role) string {
	if role == rolecall.Cast {
		return "in "
	}
	return role.Words() + " of "
}
