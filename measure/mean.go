package measure

import (
	"errors"

	"rolecall"
	"rolecall/catalog"
)

// means are sums of the shares of films or episodes.
type means catalog.TalliedMeans

// plus are the sums of two parts that share no title.
func (m means) plus(other means) means {
	m.Titles += other.Titles
	m.Certain += other.Certain
	m.Possible += other.Possible
	m.Known += other.Known
	m.OfKnown += other.OfKnown
	return m
}

// read is the mean by a reading, of so many films or episodes: one without a credit may have
// any share, unless the reading leaves it out.
func (m means) read(reading rolecall.Reading, leaves int) rolecall.Share {
	of := func(sum, titles int) rolecall.Fraction {
		return rolecall.Fraction{Numerator: sum, Denominator: titles * catalog.MeanParts}
	}
	known := of(m.OfKnown, m.Known)
	share := rolecall.Share{Lower: known, Known: known, Upper: known, Coverage: rolecall.Fraction{Numerator: m.Known, Denominator: m.Titles}}
	switch reading {
	case rolecall.WhereKnown:
	case rolecall.AsCredited:
		share.Lower, share.Upper = of(m.Certain, m.Titles), of(m.Possible, m.Titles)
	default:
		share.Lower, share.Upper = of(m.Certain, leaves), of(m.Possible+(leaves-m.Titles)*catalog.MeanParts, leaves)
		share.Coverage.Denominator = leaves
	}
	return share
}

// validateMeans refuses what has no share of its own on a film or episode.
func (q Question) validateMeans() error {
	if q.Means && (q.Unit != rolecall.Credits || q.First || q.By.Has(catalog.ByAge)) {
		return errors.New("a mean is that of the shares of credits on each film or episode: choose the unit credits, and ask neither for first credits nor for ages")
	}
	return nil
}
