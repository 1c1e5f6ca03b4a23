package verdict

import (
	"context"
	"regexp"
	"slices"

	"rolecall"
	"rolecall/press/claims"
)

// FewShare is the share of comparable titles up to which "one of the few" and "rare"
// hold: 5 percent. It is a convention of this program, chosen as the usual level below
// which statistics calls a result unusual; every answer gives the figure beside it.
const FewShare = 0.05

// rank settles where a title stands among its like.
type rank struct{}

func (rank) find(ctx context.Context, j *Judge, c claims.Claim) (finding, error) {
	if c.Vague == "few" {
		return j.judgeFew(ctx, c)
	}
	if c.Title != claims.None && c.Person == claims.None {
		return j.population("it compares with titles that are not named"), nil
	}
	if isFirstDirector(c) {
		return j.judgeFirst(ctx, c)
	}
	return open("%s", notInCredits), nil
}

const notInCredits = "being first, a debut or a prize is not in the credits alone"

var directing = regexp.MustCompile(`(?i)\bto (?:have |ever |have ever )?(?:direct|helm)`)

// isFirstDirector reports whether a claim is that somebody was the first of a gender to
// direct a series, and not to win something for it.
func isFirstDirector(c claims.Claim) bool {
	return c.Title != claims.None && c.Person != claims.None && c.Gender != "" && c.HasValue && c.Value == 1 && c.Role == rolecall.Director && directing.MatchString(c.Quote)
}

// judgeFirst settles that somebody was the first of a gender to direct an episode of a
// series: true where every episode before is held and by others for certain. What speaks
// against it is left open, as the words may mean the first of some kind.
func (j *Judge) judgeFirst(ctx context.Context, c claims.Claim) (finding, error) {
	c.Seasons, c.Unclear, c.Part = nil, false, claims.Part{}
	s, refused, err := j.scopeOf(ctx, c)
	if err != nil || s == nil {
		return refused, err
	}
	if s.titles[0].Kind != rolecall.Series {
		return open("%s", notInCredits), nil
	}
	held := s.in(rolecall.Director)
	own, _ := s.creditsOf(j, c, s.of(held, c.Gender))
	at := slices.IndexFunc(s.roll.Leaves, func(t rolecall.Title) bool { return len(s.on(t, own)) > 0 })
	if at < 0 || len(s.unplaced(held)) > 0 {
		return open("%s", notInCredits), nil
	}
	isWhole, err := j.isWholeUpTo(ctx, s.titles[0], s.roll.Leaves[at])
	if err != nil || !isWhole {
		return open("the catalog does not hold every earlier episode of %s", s.label), err
	}
	for _, t := range s.roll.Leaves[:at+1] {
		others := slices.DeleteFunc(s.on(t, held), func(o rolecall.Credit) bool {
			return slices.ContainsFunc(own, func(p rolecall.Credit) bool { return p.PersonID == o.PersonID })
		})
		if t.ID != s.roll.Leaves[at].ID && len(others) == 0 || len(s.possibly(others, c.Gender)) > 0 {
			return open("the catalog does not tell that nobody before was a %s", c.Gender.Words()), nil
		}
	}
	return found(Supported, s.rows(s.on(s.roll.Leaves[at], own)), "%s directed %s, and no %s any earlier episode", j.personName(c), s.roll.Leaves[at].Label(), c.Gender.Words()), nil
}

// on are the credits, among some, on a title.
func (s *scope) on(t rolecall.Title, credits []rolecall.Credit) []rolecall.Credit {
	var those []rolecall.Credit
	for _, c := range credits {
		if c.TitleID == t.ID {
			those = append(those, c)
		}
	}
	return those
}

// isWholeUpTo reports whether all seasons up to that of an episode are held whole.
func (j *Judge) isWholeUpTo(ctx context.Context, series, episode rolecall.Title) (bool, error) {
	seasons, err := j.seasonsHeld(ctx, series.ID)
	for n := 1; err == nil && n <= episode.Season; n++ {
		if !slices.ContainsFunc(seasons, func(t rolecall.Title) bool { return t.Season == n && t.Whole }) {
			return false, nil
		}
	}
	return err == nil && episode.Season > 0, err
}

// comparison settles which of two figures is greater, where both are of one title.
type comparison struct{}

func (comparison) find(_ context.Context, j *Judge, _ claims.Claim) (finding, error) {
	return j.population("a comparison with figures that are not the catalog's"), nil
}

// population is the answer to a claim about titles that are not named: none, from a
// catalog that was picked by hand.
func (j *Judge) population(why string) finding {
	if j.catalog.Info().HandPicked {
		return open("%s, and the catalog is hand-picked: import IMDb to answer", why)
	}
	return open("%s", why)
}
