package verdict

import (
	"context"

	"rolecall"
	"rolecall/press/claims"
)

// judgeEpisodes settles how many episodes a season or series has.
func judgeEpisodes(ctx context.Context, j *Judge, c claims.Claim) (Ruling, error) {
	s, ruling, err := j.scopeOf(ctx, c)
	if err != nil || s == nil {
		return ruling, err
	}
	n := len(s.roll.Leaves)
	var rows []Row
	for _, t := range s.titles {
		rows = append(rows, Row{TitleID: t.ID, Title: t.Label(), Sources: t.Citations})
	}
	if s.titles[0].Kind == rolecall.Series {
		return j.judgeAnySeason(ctx, c, s, rows)
	}
	switch {
	case n == int(c.Value):
		return rule(Supported, rows, "%s has %d episodes", s.label, n), nil
	case s.whole && n > 0:
		return rule(Contradicted, rows, "%s has %d episodes, not %d", s.label, n, int(c.Value)), nil
	}
	return rule(Unverifiable, rows, "the catalog holds %d episodes of %s, which may not be all", n, s.label), nil
}

// judgeAnySeason settles a number of episodes where the text names no season: it may
// be the whole series' or a season's.
func (j *Judge) judgeAnySeason(ctx context.Context, c claims.Claim, s *scope, rows []Row) (Ruling, error) {
	if n := len(s.roll.Leaves); n == int(c.Value) {
		return rule(Supported, rows, "%d episodes of %s are held", n, s.label), nil
	}
	seasons, err := j.seasonsHeld(ctx, s.titles[0].ID)
	if err != nil {
		return Ruling{}, err
	}
	for _, season := range seasons {
		if season.Episodes == int(c.Value) && season.Whole {
			return rule(Supported, []Row{{TitleID: season.ID, Title: season.Label(), Sources: season.Citations}}, "%s has %d episodes", season.Label(), season.Episodes), nil
		}
	}
	return rule(Unverifiable, rows, "%d episodes of %s are held, and no season of %d", len(s.roll.Leaves), s.label, int(c.Value)), nil
}
