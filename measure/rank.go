package measure

import (
	"context"
	"errors"
	"fmt"
	"slices"

	"rolecall"
	"rolecall/catalog"
	"rolecall/population"
)

// Contest is what a ranking orders: seasons and films by a share in one role.
type Contest struct {
	Population population.Population
	Role       rolecall.Role
	Unit       rolecall.Unit
	// Genders are those whose share it is.
	Genders []rolecall.Gender
	// Reading says which titles are compared; the zero Reading is Bounds.
	Reading rolecall.Reading
	// MinPeople is the least number of people in the role.
	MinPeople int
	// Most is how many titles are listed, at least 1.
	Most int
}

// Ranking is films and seasons in order: the greatest certain share first, so
// that all-women slates lead and nothing that is not known can; then the largest.
type Ranking struct {
	Contest
	catalog.Ranking
}

// RankingOf answers a contest.
func RankingOf(ctx context.Context, c *catalog.Catalog, contest Contest) (Ranking, error) {
	if err := contest.Validate(); err != nil {
		return Ranking{}, err
	}
	var err error
	if contest.Population, err = c.WithTitles(ctx, contest.Population); err != nil {
		return Ranking{}, err
	}
	slate := catalog.Slate{Roles: []rolecall.Role{contest.Role}, Unit: contest.Unit, Genders: contest.Genders}
	ranking, err := c.Rank(ctx, contest.Population, slate, catalog.Cut{Reading: contest.Reading, MinPeople: contest.MinPeople, Most: contest.Most})
	return Ranking{contest, ranking}, err
}

// Places are those of the rows, from 1: titles that count the same share a place, and the
// next has that of its row.
func (r Ranking) Places() []int {
	places := make([]int, len(r.Rows))
	for i, row := range r.Rows {
		places[i] = i + 1
		if i > 0 && row.Count == r.Rows[i-1].Count {
			places[i] = places[i-1]
		}
	}
	return places
}

// Validate refuses a contest that nothing can win.
func (c Contest) Validate() error {
	if c.MinPeople < 0 || c.Most < 1 {
		return errors.New("a ranking lists at least 1 title, each with 0 or more people")
	}
	return Question{Population: c.Population, Genders: c.Genders}.Validate()
}

// HandPickedError says that a catalog cannot tell how rare a thing is
// (docs/method.md, rule 5).
type HandPickedError struct {
	// Titles is how many titles of the kind it holds.
	Titles int
	Kind   rolecall.Kind
}

func (e *HandPickedError) Error() string {
	return fmt.Sprintf("unverifiable: the catalog holds %d hand-picked %s; import IMDb to answer", e.Titles, e.Kind.Plural())
}

// Rarity is where one film or season stands among comparable ones.
type Rarity struct {
	Title rolecall.Title
	// Population is what it is compared with; Titles is how many those are, the
	// title itself among them.
	Population population.Population
	Titles     int
	Genders    []rolecall.Gender
	// Roles are the roles in which somebody is credited on the title, each in its
	// unit.
	Roles []catalog.Rarity
}

// rareRoles are those of which it is asked how unusual they are.
var rareRoles = []rolecall.Role{rolecall.Director, rolecall.Writer, rolecall.Creator, rolecall.Showrunner, rolecall.Lead}

// UsualSeason is the least number of episodes of the seasons that a season is
// compared with: fewer make a share of all too easily.
const UsualSeason = 6

// Comparables is the population that a title is compared with unless another is
// asked for: titles of its kind first shown in its year and, for a season, of 6
// or more episodes, or of as many as it has itself. A short is compared with all films.
func Comparables(t rolecall.Title) population.Population {
	p := population.Population{Kind: t.Kind, From: rolecall.Date{Year: t.First().Year}, To: rolecall.Date{Year: t.First().Year}}
	p.Shorts = t.IsShort()
	if t.Kind == rolecall.Season {
		p.MinEpisodes = min(t.Episodes, UsualSeason)
	}
	return p
}

// RarityOf says how many titles of a population stand at or above a film or
// season in each main role that somebody holds in it, by the share of distinct
// people. The error is a *HandPickedError where the catalog cannot tell.
func RarityOf(ctx context.Context, c *catalog.Catalog, t rolecall.Title, p population.Population, genders []rolecall.Gender) (Rarity, error) {
	if err := (Question{Population: p, Genders: genders}).Validate(); err != nil {
		return Rarity{}, err
	}
	if c.Info().HandPicked {
		holdings, err := c.Holdings(ctx)
		if err != nil {
			return Rarity{}, err
		}
		held := map[rolecall.Kind]int{rolecall.Film: holdings.Films, rolecall.Season: holdings.Seasons, rolecall.Series: holdings.Series, rolecall.Episode: holdings.Episodes}
		return Rarity{}, &HandPickedError{held[t.Kind], t.Kind}
	}
	p, err := c.WithTitles(ctx, p)
	if err != nil {
		return Rarity{}, err
	}
	roles, err := c.Rarity(ctx, t, p, catalog.Slate{Roles: rareRoles, Unit: rolecall.People, Genders: genders})
	if err != nil {
		return Rarity{}, err
	}
	rarity := Rarity{Title: t, Population: p, Genders: genders}
	for _, r := range roles {
		rarity.Titles = r.AtOrAbove.Of
		if r.Held > 0 {
			rarity.Roles = append(rarity.Roles, r)
		}
	}
	return rarity, nil
}

// Unusual is the rarity of a film or season, or why the catalog cannot tell it: it
// is hand-picked, or lacks what the population is about. Both are nil for other
// kinds of title.
func Unusual(ctx context.Context, c *catalog.Catalog, t rolecall.Title, p population.Population, genders []rolecall.Gender) (told *Rarity, untold, err error) {
	if t.Kind != rolecall.Film && t.Kind != rolecall.Season {
		return nil, nil, nil
	}
	rarity, err := RarityOf(ctx, c, t, p, genders)
	picked, lacking := new(HandPickedError), new(catalog.UnanswerableError)
	switch {
	case errors.As(err, &picked), errors.As(err, &lacking):
		return nil, err, nil
	case err != nil:
		return nil, nil, err
	}
	return &rarity, nil, nil
}

// Standing is how unusual a title is where nothing else is asked: by the share of women,
// among those it is compared with.
func Standing(ctx context.Context, c *catalog.Catalog, t rolecall.Title) (told *Rarity, untold, err error) {
	return Unusual(ctx, c, t, Comparables(t), []rolecall.Gender{rolecall.Woman})
}

// Role is how the title stands in a role, and whether somebody holds it there.
func (r Rarity) Role(role rolecall.Role) (catalog.Rarity, bool) {
	i := slices.IndexFunc(r.Roles, func(c catalog.Rarity) bool { return c.Role == role })
	if i < 0 {
		return catalog.Rarity{}, false
	}
	return r.Roles[i], true
}

// Reach is how many titles reach a title's share in a role, by a reading.
func Reach(r catalog.Rarity, reading rolecall.Reading) rolecall.Count {
	switch reading {
	case rolecall.AsCredited:
		return r.AsCredited
	case rolecall.WhereKnown:
		return r.WhereKnown
	}
	return r.AtOrAbove
}

// leastCompared is the least number of titles of which everything is known that a rarity is
// told from.
const leastCompared = 30

// IsTold reports whether enough titles are known for a reach among them to say something.
func IsTold(known rolecall.Count) bool { return known.Of >= leastCompared }

// IsOpen reports whether bounds leave half of all or more open, so that they say nothing.
func IsOpen(c rolecall.Count) bool { return 2*(c.Possible-c.Certain) >= c.Of }

// Percentile is how many of the population stand below a title, as a fraction of
// it: least by all that may stand at or above it, most by those that do.
func Percentile(atOrAbove rolecall.Count) (least, most rolecall.Fraction) {
	return rolecall.Fraction{Numerator: atOrAbove.Of - atOrAbove.Possible, Denominator: atOrAbove.Of},
		rolecall.Fraction{Numerator: atOrAbove.Of - atOrAbove.Certain, Denominator: atOrAbove.Of}
}
