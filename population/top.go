package population

import (
	"cmp"
	"fmt"
	"slices"

	"rolecall"
)

// TopBy is what the top titles of a year are chosen by.
type TopBy string

// What there is to choose by; the zero TopBy is ByVotes.
const (
	ByVotes   TopBy = "votes"
	ByRevenue TopBy = "revenue"
	ByBudget  TopBy = "budget"
)

// TopBys are all, the usual one first.
func TopBys() []TopBy { return []TopBy{ByVotes, ByRevenue, ByBudget} }

// ParseTopBy reads what to choose by; the error lists the words there are.
func ParseTopBy(text string) (TopBy, error) {
	if by := TopBy(text); slices.Contains(TopBys(), by) {
		return by, nil
	}
	return "", fmt.Errorf("%q is nothing to choose the top titles by: choose votes, revenue or budget", text)
}

func (p Population) topBy() TopBy { return cmp.Or(p.TopBy, ByVotes) }

func topByChoices() (all []Choice) {
	for _, by := range TopBys() {
		all = append(all, Choice{string(by), "the " + by.words()})
	}
	return all
}

// topIsAsked refuses to choose by something where nothing is chosen.
func topIsAsked(p Population) error {
	if p.TopBy != "" && p.Top == 0 {
		return fmt.Errorf("what the top titles go by (%s) is said, and not how many of each year: give that number too, such as 100", p.TopBy)
	}
	return nil
}

// words say what the top titles have most of.
func (by TopBy) words() string {
	switch by {
	case ByRevenue:
		return "greatest revenue"
	case ByBudget:
		return "greatest budget"
	}
	return "most votes"
}

// needs is what a catalog must hold.
func (by TopBy) needs() Detail {
	switch by {
	case ByRevenue:
		return Revenues
	case ByBudget:
		return Budgets
	}
	return Votes
}

// of is how much a title has. A season or episode has the votes of its series, which are
// given, where it has none.
func (by TopBy) of(t rolecall.Title, seriesVotes int) int64 {
	switch by {
	case ByRevenue:
		return t.Revenue
	case ByBudget:
		return t.Budget
	}
	return int64(cmp.Or(t.Votes, seriesVotes))
}

// sql is of for a query.
func (by TopBy) sql(c Columns) string {
	switch by {
	case ByRevenue, ByBudget:
		return c.Own(string(by))
	}
	return c.Votes()
}
