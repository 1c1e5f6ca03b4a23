package standard

import (
	"math/big"

	"rolecall"
	"rolecall/catalog"
)

// MeanShare is what mean_share counts: the mean, over films or episodes, of the share on each
// (the European Audiovisual Observatory's way), where the share of all together would weigh those
// with many people more. It is no unit that anything else is counted in.
const MeanShare rolecall.Unit = "mean-share"

// exactUpTo bounds the parts that a mean is written in; beyond, its bounds are rounded apart, so
// that they hold still.
const exactUpTo = 1_000_000_000

// meanShare is the mean of the shares of each title, as a count of parts: certainly so many of a
// whole, and possibly. A title on which nobody is on record may have any share, and where people
// may be missing on each, so may all.
func meanShare(g Group, genders []rolecall.Gender) catalog.Measured {
	if len(g.PerTitle) == 0 {
		return catalog.Measured{Open: true}
	}
	low, high := new(big.Rat), new(big.Rat)
	for i, t := range g.PerTitle {
		count := t.Count(genders...)
		if count.Of == 0 || g.Partial || g.InPart != nil && g.InPart[i] {
			high.Add(high, whole(1))
			continue
		}
		low.Add(low, big.NewRat(int64(count.Certain), int64(count.Of)))
		high.Add(high, big.NewRat(int64(count.Possible), int64(count.Of)))
	}
	titles := whole(len(g.PerTitle))
	return catalog.Measured{Count: parts(low.Quo(low, titles), high.Quo(high, titles))}
}

// meanOf is the mean share of a group as it is read or, of several roles, the mean of theirs, each
// weighing the same.
func meanOf(s Subject, name string, genders []rolecall.Gender) catalog.Measured {
	roles, is := Each(name)
	if !is {
		return meanShare(s.group(name), genders)
	}
	low, high := new(big.Rat), new(big.Rat)
	for _, role := range roles {
		one := meanOf(s, string(role), genders).Count
		if one.Of == 0 { // of nobody, any share
			one = rolecall.Count{Certain: 0, Possible: 1, Of: 1}
		}
		low.Add(low, big.NewRat(int64(one.Certain), int64(one.Of)))
		high.Add(high, big.NewRat(int64(one.Possible), int64(one.Of)))
	}
	number := whole(len(roles))
	return catalog.Measured{Count: parts(low.Quo(low, number), high.Quo(high, number))}
}

// parts writes two shares in common parts: exactly, or else rounded apart.
func parts(low, high *big.Rat) rolecall.Count {
	common := new(big.Int).Mul(low.Denom(), new(big.Int).Div(high.Denom(), new(big.Int).GCD(nil, nil, low.Denom(), high.Denom())))
	if !common.IsInt64() || common.Int64() > exactUpTo {
		common = big.NewInt(exactUpTo)
	}
	of := new(big.Rat).SetInt(common)
	return rolecall.Count{Certain: int(floor(new(big.Rat).Mul(low, of))), Possible: int(-floor(new(big.Rat).Neg(new(big.Rat).Mul(high, of)))), Of: int(common.Int64())}
}

func floor(r *big.Rat) int64 { return new(big.Int).Div(r.Num(), r.Denom()).Int64() }

// inParts writes a mean in exactUpTo parts, so that those of several titles add up.
func inParts(c rolecall.Count) rolecall.Count {
	if c.Of == 0 {
		return c
	}
	of := big.NewRat(exactUpTo, int64(c.Of))
	return rolecall.Count{
		Certain:  int(floor(new(big.Rat).Mul(of, whole(c.Certain)))),
		Possible: int(-floor(new(big.Rat).Neg(new(big.Rat).Mul(of, whole(c.Possible))))), Of: exactUpTo,
	}
}
