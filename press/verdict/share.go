package verdict

import (
	"context"
	"math"

	"rolecall/press/claims"
)

// judgeShare settles how large a part is of a gender.
func judgeShare(ctx context.Context, j *Judge, c claims.Claim) (Ruling, error) {
	if c.Title == claims.None {
		return j.judgeShareOfMany(ctx, c)
	}
	if c.Vague == "majority" && len(c.Seasons) == 0 && c.Unit != "episode" && catalogRole(c.Role) == "cast" {
		return j.population("it is about screens in general and not about one title"), nil
	}
	s, ruling, err := j.scopeOf(ctx, c)
	if err != nil || s == nil {
		return ruling, err
	}
	credits := s.in(c.Role)
	if len(credits) == 0 || c.Gender == "" {
		return unverifiable("the catalog holds no %s of %s", c.Role.Words(), s.label), nil
	}
	return s.best(c, credits, func(f figure) (bounds, float64) { return f.percent(), rounding(c) }), nil
}

// The rounding of shares, in percentage points: a percentage is rounded to its last
// place; a fraction in words ("a third") is good to about two and a half points, and so
// is one that is said to be near.
const (
	roughly = 2.5
	unit    = 0.5
	tenth   = 0.05
)

func rounding(c claims.Claim) float64 {
	switch _, decimals := math.Modf(c.Value); {
	case c.Bound == "about" || c.Vague == "half" || c.Value == 25 || math.Abs(c.Value*3-math.Round(c.Value*3)) < 1e-9 && decimals != 0:
		return roughly
	case decimals == 0:
		return unit
	}
	return tenth
}
