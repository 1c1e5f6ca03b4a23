package standard

import (
	"iter"

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
	// Whole is the rate of the standard's decision; of no title where it has none.
	Whole    Rate
	Criteria []CriterionRate
}

// Rate is how many titles came to each verdict.
type Rate struct {
	Met            int `json:"met"`
	NotMet         int `json:"not_met"`
	Unknown        int `json:"unknown"`
	NeedsJudgement int `json:"needs_judgement"`
}

// Count reads the rate with its bounds: met for certain, and possibly.
func (r Rate) Count() rolecall.Count {
	open := r.Unknown + r.NeedsJudgement
	return rolecall.Count{Certain: r.Met, Possible: r.Met + open, Of: r.Met + open + r.NotMet}
}

func (r *Rate) add(v Verdict) {
	switch v {
	case Met:
		r.Met++
	case NotMet:
		r.NotMet++
	case Unknown:
		r.Unknown++
	case NeedsJudgement:
		r.NeedsJudgement++
	}
}

// CriterionRate is the rate of one criterion, or the sum of its counts where it
// only counts. A person counts once for each title.
type CriterionRate struct {
	Criterion Criterion
	Rate
	// Sum is over all titles; Open is how many of them may have more than are
	// held.
	Sum  rolecall.Count
	Open int
}

// Over assesses the titles of a population. The error is the first that the
// population gives, or a fault as of Assess.
func (s *Standard) Over(population iter.Seq2[Subject, error]) (Rates, error) {
	rates := Rates{Standard: s, Criteria: make([]CriterionRate, len(s.Criteria))}
	for i, c := range s.Criteria {
		rates.Criteria[i].Criterion = c
	}
	known := make(map[catalog.Counts]Assessment)
	for subject, err := range population {
		if err != nil {
			return Rates{}, err
		}
		a, seen := known[subject.counts]
		if !seen {
			if a, err = s.Assess(subject); err != nil {
				return Rates{}, err
			}
			if subject.counts != "" {
				known[subject.counts] = a
			}
		}
		rates.add(a)
	}
	return rates, nil
}

func (r *Rates) add(a Assessment) {
	r.Titles++
	r.Whole.add(a.Verdict)
	for i, result := range a.Results {
		c := &r.Criteria[i]
		c.add(result.Verdict)
		if result.Verdict != Counted {
			continue
		}
		count := result.Tests[0]
		c.Sum.Certain += count.Count.Certain
		c.Sum.Possible += count.Count.Possible
		c.Sum.Of += count.Count.Of
		if count.More {
			c.Open++
		}
	}
}
