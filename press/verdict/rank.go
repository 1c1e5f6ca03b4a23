package verdict

import (
	"context"

	"rolecall/press/claims"
)

// FewShare is the share of comparable titles up to which "one of the few" and "rare"
// hold: 5 percent. It is a convention of this program, chosen as the usual level below
// which statistics calls a result unusual; every answer gives the figure beside it.
const FewShare = 0.05

// judgeRank settles where a title stands among its like.
func judgeRank(ctx context.Context, j *Judge, c claims.Claim) (Ruling, error) {
	if c.Vague == "few" {
		return j.judgeFew(ctx, c)
	}
	if c.Title != claims.None && c.Person == claims.None {
		return j.population("it compares with titles that are not named"), nil
	}
	return unverifiable("being first, a debut or a prize is not in the credits alone"), nil
}

// judgeCompare settles which of two figures is greater, where both are of one title.
func judgeCompare(ctx context.Context, j *Judge, c claims.Claim) (Ruling, error) {
	return j.population("a comparison with figures that are not the catalog's"), nil
}

// population is the answer to a claim about titles that are not named: none, from a
// catalog that was picked by hand.
func (j *Judge) population(why string) Ruling {
	if j.catalog.Info().HandPicked {
		return unverifiable("%s, and the catalog is hand-picked: import IMDb to answer", why)
	}
	return unverifiable("%s", why)
}
