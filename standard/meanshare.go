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
func meanShare(p rolecall.PerTitle, genders []rolecall.Gender, partial bool) catalog.Measured {
	if len(p) == 0 {
		return catalog.Measured{Open: true}
	}
	low, high := new(big.Rat), new(big.Rat)
	for _, t := range p {
		count := t.Count(genders...)
		if count.Of == 0 || partial {
			high.Add(high, whole(1))
			continue
		}
		low.Add(low, big.NewRat(int64(count.Certain), int64(count.Of)))
		high.Add(high, big.NewRat(int64(count.Possible), int64(count.Of)))
	}
	titles := whole(len(p))
	return catalog.Measured{Count: parts(low.Quo(low, titles), high.Quo(high, titles))}
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
