package verdict

import (
	"context"
	"fmt"
	"slices"
	"strings"

	"rolecall"
	"rolecall/phrase"
	"rolecall/press/claims"
)

// episodes settles how many episodes a season or series has.
type episodes struct{}

func (episodes) find(ctx context.Context, j *Judge, c claims.Claim) (finding, error) {
	c.Part = claims.Part{}
	s, refused, err := j.scopeOf(ctx, c)
	if err != nil || s == nil {
		return refused, err
	}
	seasons := s.titles
	if seasons[0].Kind == rolecall.Series {
		if seasons, err = j.seasonsHeld(ctx, seasons[0].ID); err != nil {
			return finding{}, err
		}
	}
	return s.judgeLength(c, seasons), nil
}

// judgeLength compares a number of episodes with what is held. Of a series that is not
// wholly held, or that may have gone on since the text was written, only a number that
// fits tells something.
func (s *scope) judgeLength(c claims.Claim, seasons []rolecall.Title) finding {
	n := len(s.roll.Leaves)
	rows := lengthRows(s.titles)
	words := s.label + " has " + phrase.Episodes(n)
	claimed := bounds{float64(n), float64(n)}.against(c.Value, slack(c), c.Bound)
	isSeries := s.titles[0].Kind == rolecall.Series
	switch {
	case n == 0:
		return open("the catalog holds no episodes of %s", s.label)
	case claimed == Supported && isSeries:
		return found(Supported, rows, "%s of %s %s on record", phrase.Episodes(n), s.label, phrase.Agree(n, "is", "are"))
	case claimed == Supported:
		f := found(Supported, rows, "%s", words)
		if n != int(c.Value) {
			return f.resting(s.lacksEpisodes())
		}
		return f
	case isSeries:
		return found(Unverifiable, rows, "%s of %s %s on record%s; the text does not say of which season it speaks", phrase.Episodes(n), s.label, phrase.Agree(n, "is", "are"), bySeason(seasons))
	case len(seasons) > 1 && !slices.ContainsFunc(seasons, func(t rolecall.Title) bool { return t.Episodes != int(c.Value) }):
		return found(Supported, rows, "%s have %d episodes each", s.label, int(c.Value))
	case len(seasons) > 1:
		return found(Unverifiable, rows, "%s have %d episodes together%s", s.label, n, bySeason(seasons))
	}
	return found(Contradicted, rows, "%s, not %d", words, int(c.Value)).resting(s.lacksEpisodes())
}

// slack is how far a number of episodes may be off that is said to be about.
func slack(c claims.Claim) float64 {
	if c.Bound == "about" {
		return max(1, c.Value/10)
	}
	return 0
}

// bySeason is ": 13 of season 1, 10 of season 2", empty for one season.
func bySeason(seasons []rolecall.Title) string {
	if len(seasons) < 2 {
		return ""
	}
	var parts []string
	for _, t := range seasons {
		parts = append(parts, fmt.Sprintf("%d of season %d", t.Episodes, t.Season))
	}
	return ": " + strings.Join(parts, ", ")
}

func lengthRows(titles []rolecall.Title) []Row {
	var rows []Row
	for _, t := range titles {
		rows = append(rows, Row{TitleID: t.ID, Title: t.Label(), Sources: t.Citations})
	}
	return rows
}
