package measure_test

import (
	"math"
	"testing"

	"rolecall"
	"rolecall/catalog"
	"rolecall/measure"
	"rolecall/population"
)

// The mean is that of the shares on each film or episode, counted one by one, in every
// reading.
func TestMeansAreThoseOfTheSharesOfTitles(t *testing.T) {
	c := starterCatalog(t)
	for _, kind := range []rolecall.Kind{rolecall.Film, rolecall.Season} {
		p := population.Population{Kind: kind, From: rolecall.Date{Year: 2015}}
		all, err := c.Browse(t.Context(), catalog.Browsing{Population: p, Order: catalog.ByName, Most: 1000, RowsOnly: true})
		if err != nil {
			t.Fatal(err)
		}
		for _, genders := range [][]rolecall.Gender{women, {rolecall.Man, rolecall.Nonbinary}} {
			for _, role := range []rolecall.Role{rolecall.Director, rolecall.Writer, rolecall.Cast} {
				var perTitle rolecall.PerTitle
				for _, row := range all.Rows {
					lineup, err := measure.LineupOf(t.Context(), c, row, false)
					if err != nil {
						t.Fatal(err)
					}
					counted := make(rolecall.PerTitle, len(lineup.Leaves))
					for _, r := range lineup.Roles {
						if r.Role == role {
							counted = r.PerTitle
						}
					}
					perTitle = append(perTitle, counted...)
				}
				for _, reading := range rolecall.Readings() {
					r := report(t, c, measure.Question{Population: p, Roles: []rolecall.Role{role}, Unit: rolecall.Credits, Genders: genders, Reading: reading, Means: true})
					want := meanOf(perTitle, genders, reading)
					for i, got := range []rolecall.Fraction{r.Total[0].Mean.Lower, r.Total[0].Mean.Known, r.Total[0].Mean.Upper} {
						if value, _ := got.Value(); math.Abs(value-want[i]) > 1e-8 {
							t.Errorf("%s, %s, %v, %s: %v, want %v", kind, role, genders, reading, r.Total[0].Mean, want)
						}
					}
				}
			}
		}
	}
}

// meanOf is the least, the known and the greatest mean.
func meanOf(titles rolecall.PerTitle, genders []rolecall.Gender, reading rolecall.Reading) (mean [3]float64) {
	var sums [3]float64
	var of [3]float64
	for _, tally := range titles {
		count := tally.Count(genders...)
		if settled := tally.Total() - tally.Unknown; settled > 0 {
			sums[1] += float64(count.Certain) / float64(settled)
			of[1]++
		}
		switch {
		case count.Of > 0:
			sums[0] += float64(count.Certain) / float64(count.Of)
			sums[2] += float64(count.Possible) / float64(count.Of)
		case reading == rolecall.AsCredited:
			continue
		default:
			sums[2]++
		}
		of[0]++
		of[2]++
	}
	for i := range mean {
		mean[i] = sums[i] / of[i]
	}
	if reading == rolecall.WhereKnown {
		mean[0], mean[2] = mean[1], mean[1]
	}
	return mean
}
