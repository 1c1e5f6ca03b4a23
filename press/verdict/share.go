package verdict

import (
	"context"
	"math"

	"rolecall"
	"rolecall/press/claims"
)

// share settles how large a part is of a gender, or by one person.
type share struct{}

func (share) find(ctx context.Context, j *Judge, c claims.Claim) (finding, error) {
	if c.Title == claims.None {
		return j.judgeShareOfMany(ctx, c)
	}
	if c.Vague == "majority" && len(c.Seasons) == 0 && c.Unit != "episode" && catalogRole(c.Role) == rolecall.Cast {
		return j.population("it is about screens in general and not about one title"), nil
	}
	s, refused, err := j.scopeOf(ctx, c)
	if err != nil || s == nil {
		return refused, err
	}
	credits := s.in(c.Role)
	var f finding
	switch {
	case len(credits) == 0:
		return open("the catalog holds no %s of %s", catalogRole(c.Role).Words(), s.label), nil
	case !c.HasValue:
		return open("%q is no number", c.Vague), nil
	case c.Gender != "":
		f = s.best(c, credits, figure.percent, 0, rounding(c))
	case c.Person != claims.None:
		f = s.judgeOwn(j, c, credits, figure.percent, 0, rounding(c))
	default:
		return open("the sentence does not say whose share it is"), nil
	}
	if c.Negated {
		return f.denied(), nil
	}
	return f, nil
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
