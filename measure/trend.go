package measure

import (
	"math"
	"strconv"

	"rolecall"
	"rolecall/catalog"
)

// Interval is where the share of a larger population lies, seen from a sample of
// it: a 95 % interval by E. B. Wilson's score method. It is about chance alone;
// what is not known is in the bounds of the share, and the two are never mixed.
type Interval struct{ Lower, Upper float64 }

// normal95 is the 97.5th percentile of the normal distribution.
const normal95 = 1.959963984540054

// WilsonInterval is the interval for a count of those settled, or nil where
// nobody is.
func WilsonInterval(c rolecall.Count) *Interval {
	if c.Settled() == 0 {
		return nil
	}
	n, p := float64(c.Settled()), float64(c.Certain)/float64(c.Settled())
	z2 := normal95 * normal95
	middle := (p + z2/(2*n)) / (1 + z2/n)
	half := normal95 / (1 + z2/n) * math.Sqrt(p*(1-p)/n+z2/(4*n*n))
	return &Interval{Lower: max(0, middle-half), Upper: min(1, middle+half)}
}

// Trend is how a share changes per year: the slope of the straight line with the
// least squares through the years, each year weighing the same. 0.01 is one
// percentage point more each year.
type Trend struct {
	Role  rolecall.Role
	Given catalog.GivenState
	// From and To are the first and last year, Years how many have a share.
	From, To, Years int
	// Known is the slope of the shares of those stated. Lower and Upper are the
	// least and greatest slopes that the bounds of the years leave room for.
	Lower, Known, Upper float64
}

// The least that a number rests on which stands in a headline or in a trend
// (docs/method.md, rule 10): so many films or episodes on which somebody is credited, half
// of what is counted known, and for a trend so many years.
const (
	leastHeld  = 10
	leastYears = 3
)

// IsTelling reports whether the row rests on enough to be put in a headline.
func (r Row) IsTelling() bool {
	return r.Held >= leastHeld && r.Stated.Defined() && 2*r.Stated.Numerator >= r.Stated.Denominator
}

// Shift is how a share differs from one span of years to another. 0.01 is one percentage
// point more.
type Shift struct {
	Role  rolecall.Role
	Given catalog.GivenState
	// From and To are the spans.
	From, To string
	// Known is the difference of the shares where known. Lower and Upper are the least and
	// the greatest that the bounds of the two leave room for.
	Lower, Known, Upper float64
}

// shiftsOf are the shifts of each role from the first span that tells to the last.
func shiftsOf(rows []Row) (shifts []Shift) {
	at := make(map[place]int)
	first := make(map[place]Row)
	for _, r := range rows {
		if !r.IsTelling() || r.Key.First == "" {
			continue
		}
		of := place{given: r.Given, role: r.Role}
		before, is := first[of]
		if !is {
			first[of] = r
			continue
		}
		if _, is := at[of]; !is {
			at[of] = len(shifts)
			shifts = append(shifts, Shift{})
		}
		shifts[at[of]] = shiftOf(before, r)
	}
	return shifts
}

func shiftOf(before, after Row) Shift {
	was, is := before.Count.Share(), after.Count.Share()
	less := func(a, b rolecall.Fraction) float64 {
		from, _ := b.Value()
		to, _ := a.Value()
		return to - from
	}
	return Shift{
		Role: after.Role, Given: after.Given, From: before.Label, To: after.Label,
		Lower: less(is.Lower, was.Upper), Known: less(is.Known, was.Known), Upper: less(is.Upper, was.Lower),
	}
}

// trendsOf are the trends of rows by year, of each role with enough years that tell.
func trendsOf(rows []Row) []Trend {
	var order []place
	byPlace := make(map[place][]Row)
	for _, r := range rows {
		if !r.IsTelling() || r.Key.First == "" {
			continue
		}
		at := place{given: r.Given, role: r.Role}
		if byPlace[at] == nil {
			order = append(order, at)
		}
		byPlace[at] = append(byPlace[at], r)
	}
	var trends []Trend
	for _, at := range order {
		if years := byPlace[at]; len(years) >= leastYears {
			trends = append(trends, trendOf(at, years))
		}
	}
	return trends
}

func trendOf(at place, rows []Row) Trend {
	years := make([]float64, len(rows))
	mean := 0.0
	for i, r := range rows {
		year, _ := strconv.Atoi(r.Key.First) // a part by year has a year for its key
		years[i] = float64(year)
		mean += years[i] / float64(len(rows))
	}
	t := Trend{Role: at.role, Given: at.given, From: int(years[0]), To: int(years[len(years)-1]), Years: len(rows)}
	spread := 0.0
	for i, r := range rows {
		away, share := years[i]-mean, r.Count.Share()
		low, _ := share.Lower.Value()
		known, _ := share.Known.Value()
		high, _ := share.Upper.Value()
		// Before the mean year a high share bends the line down.
		if away < 0 {
			low, high = high, low
		}
		t.Lower += away * low
		t.Known += away * known
		t.Upper += away * high
		spread += away * away
	}
	t.Lower, t.Known, t.Upper = t.Lower/spread, t.Known/spread, t.Upper/spread
	return t
}
