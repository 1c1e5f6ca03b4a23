package standard

import (
	"encoding/binary"
	"iter"
	"slices"
	"strconv"

	"rolecall"
	"rolecall/catalog"
	"rolecall/population"
)

// Rates are what becomes of a standard over the titles of a population.
type Rates struct {
	Standard *Standard
	// Population is the one that was asked about, where it is one of a catalog.
	Population population.Population
	// Titles is how many titles it was asked about; Vague of them are dated less
	// closely than the population asks, and so may lie outside of its dates.
	Titles, Vague int
	// Reading is how what is not known was read; LeftOut is how many titles it leaves
	// out of the rate of the whole.
	Reading rolecall.Reading
	LeftOut int
	// Whole is the rate of the standard's decision; of no title where it has none.
	Whole    Rate
	Criteria []CriterionRate
}

// Rate is how many titles came to each verdict.
type Rate struct {
	Met            int
	NotMet         int
	Unknown        int
	NeedsJudgement int
}

// Count reads the rate with its bounds: met for certain, and possibly.
func (r Rate) Count() rolecall.Count {
	open := r.Unknown + r.NeedsJudgement
	return rolecall.Count{Certain: r.Met, Possible: r.Met + open, Of: r.Met + open + r.NotMet}
}

func (r *Rate) add(v Verdict, titles int) {
	switch v {
	case Met:
		r.Met += titles
	case NotMet:
		r.NotMet += titles
	case Unknown:
		r.Unknown += titles
	case NeedsJudgement:
		r.NeedsJudgement += titles
	}
}

// CriterionRate is the rate of one criterion, or the sum of its counts where it
// only counts. A person counts once for each title.
type CriterionRate struct {
	Criterion Criterion
	Rate
	// LeftOut is how many titles the reading leaves out.
	LeftOut int
	// Sum is over all titles, as the reading has it, of Credited; Open is how many of
	// the titles may have more than are held.
	Sum      rolecall.Count
	Credited int
	Open     int
}

// IsMean reports whether the sum is of shares: then only its share says anything.
func (c CriterionRate) IsMean() bool {
	counted := c.Criterion.Counted()
	return len(counted) == 1 && counted[0].Unit == MeanShare
}

// Share is the sum as a share, with how far it is known.
func (c CriterionRate) Share() rolecall.Share {
	share := c.Sum.Share()
	if c.IsMean() { // of whose parts none is known by itself
		share.Known, share.Coverage = rolecall.Fraction{}, rolecall.Fraction{}
		return share
	}
	share.Coverage = rolecall.Fraction{Numerator: c.Sum.Settled(), Denominator: c.Credited}
	return share
}

// Alike are titles of which all that a standard measures is the same, so that it says
// the same of them.
type Alike struct {
	Titles int
	counts counts
}

// Alone is a title by itself, to be read so.
func (s *Standard) Alone(of Subject, reading rolecall.Reading) Alike {
	return Alike{1, s.counts(of, reading)}
}

// Over assesses those titles of a population that a reading compares. The error is the first that the
// population gives, or a fault as of Assess.
func (s *Standard) Over(reading rolecall.Reading, population iter.Seq2[Alike, error]) (Rates, error) {
	r := s.rating(reading)
	for alike, err := range population {
		if err == nil {
			err = r.add(alike)
		}
		if err != nil {
			return Rates{}, err
		}
	}
	return r.rates, nil
}

// rating adds up what becomes of titles. As most titles count in a criterion what
// another does, expressions are evaluated once for each.
type rating struct {
	rates    Rates
	criteria []rated
	// whole are the decisions by the verdicts on the criteria.
	whole map[string]Verdict
	// key is room to make keys in.
	key []byte
}

// rated are the results of a criterion by what its sums come to.
type rated struct {
	// sums are places of measures.
	sums  [][]int
	known map[string]Result
}

func (s *Standard) rating(reading rolecall.Reading) *rating {
	r := &rating{rates: Rates{Standard: s, Reading: reading}, whole: make(map[string]Verdict)}
	measures := s.measures(reading)
	for _, c := range s.Criteria {
		r.rates.Criteria = append(r.rates.Criteria, CriterionRate{Criterion: c})
		one := rated{known: make(map[string]Result)}
		for _, e := range c.expressions() {
			for _, sum := range e.sums {
				places := make([]int, len(sum))
				for i, m := range sum {
					places[i] = slices.Index(measures, m)
				}
				one.sums = append(one.sums, places)
			}
		}
		r.criteria = append(r.criteria, one)
	}
	return r
}

func (r *rating) add(a Alike) error {
	results := make([]Result, len(r.criteria))
	read, isWhole := a.counts.read(r.rates.Reading), true
	for i := range r.criteria {
		rate := &r.rates.Criteria[i]
		if !rate.Criterion.isRead(a.counts, r.rates.Reading) {
			rate.LeftOut += a.Titles
			isWhole = false
			continue
		}
		var err error
		if results[i], err = r.result(i, read); err != nil {
			return err
		}
		rate.Rate.add(results[i].Verdict, a.Titles)
		if results[i].Verdict == Counted {
			count := results[i].Tests[0].Count
			if results[i].Tests[0].Unit == MeanShare {
				count = inParts(count)
			}
			rate.count(count, r.held(i, a.counts), a.Titles)
		}
	}
	r.rates.Titles += a.Titles
	if !isWhole {
		r.rates.LeftOut += a.Titles
		return nil
	}
	verdict, err := r.verdict(results)
	if err != nil {
		return err
	}
	r.rates.Whole.add(verdict, a.Titles)
	return nil
}

// held is all that the sums of a criterion come to before it is read.
func (r *rating) held(i int, of counts) (all catalog.Measured) {
	for _, sum := range r.criteria[i].sums {
		one := of.total(sum)
		all.Count.Of += one.Count.Of
		all.Open = all.Open || one.Open
	}
	return all
}

// result is what becomes of a criterion.
func (r *rating) result(i int, of counts) (Result, error) {
	c := &r.criteria[i]
	r.key = r.key[:0]
	for _, sum := range c.sums {
		r.key = appendKey(r.key, of.total(sum))
	}
	if result, seen := c.known[string(r.key)]; seen {
		return result, nil
	}
	criterion := r.rates.Criteria[i].Criterion
	result, err := ask(of).assess(criterion)
	if err != nil {
		return result, r.rates.Standard.fault(criterion, err)
	}
	c.known[string(r.key)] = result
	return result, nil
}

func appendKey(key []byte, m catalog.Measured) []byte {
	for _, n := range []int{m.Count.Certain, m.Count.Possible, m.Count.Of} {
		key = binary.AppendUvarint(key, uint64(n))
	}
	return strconv.AppendBool(key, m.Open)
}

// verdict is the decision on the whole.
func (r *rating) verdict(results []Result) (Verdict, error) {
	r.key = r.key[:0]
	for _, result := range results {
		r.key = append(append(r.key, result.Verdict...), ' ')
	}
	if verdict, seen := r.whole[string(r.key)]; seen {
		return verdict, nil
	}
	a := Assessment{Standard: r.rates.Standard, Results: results}
	if err := a.decide(); err != nil {
		return "", err
	}
	r.whole[string(r.key)] = a.Verdict
	return a.Verdict, nil
}

// count adds what some titles count, and what of it was held before it was read.
func (c *CriterionRate) count(count rolecall.Count, held catalog.Measured, titles int) {
	c.Sum.Certain += titles * count.Certain
	c.Sum.Possible += titles * count.Possible
	c.Sum.Of += titles * count.Of
	c.Credited += titles * held.Count.Of
	if held.Open {
		c.Open += titles
	}
}
