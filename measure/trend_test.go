package measure

import (
	"math"
	"strconv"
	"testing"

	"rolecall"
	"rolecall/catalog"
)

// yearRow is a year on whose leaf titles so many are women, of all who are credited, and
// of whom so many are stated.
func yearRow(year, held, women, stated, of int) Row {
	count := rolecall.Count{Certain: women, Possible: women + of - stated, Of: of}
	return Row{Key: catalog.Key{First: strconv.Itoa(year)}, Role: rolecall.Director, Leaves: held, Held: held, Count: count, Stated: count.Share().Coverage}
}

func TestTrendsRestOnEnough(t *testing.T) {
	enough := []Row{yearRow(2015, 20, 2, 20, 20), yearRow(2016, 20, 4, 20, 20), yearRow(2017, 20, 6, 20, 20)}
	trends := trendsOf(enough)
	if len(trends) != 1 || trends[0].Years != 3 || trends[0].Known < 0.0999 || trends[0].Known > 0.1001 || trends[0].Lower != trends[0].Upper {
		t.Errorf("from 10 to 30 %% in two years: %+v", trends)
	}
	for name, third := range map[string]Row{
		"a year of nine titles":          yearRow(2017, 9, 6, 9, 9),
		"a year known to less than half": yearRow(2017, 20, 6, 9, 20),
		"a year of nobody":               yearRow(2017, 0, 0, 0, 0),
	} {
		if trends := trendsOf([]Row{enough[0], enough[1], third}); len(trends) > 0 {
			t.Errorf("%s is in %+v", name, trends)
		}
		if trends := trendsOf([]Row{enough[0], enough[1], enough[2], third}); len(trends) != 1 || trends[0].Years != 3 {
			t.Errorf("%s beside others: %+v", name, trends)
		}
	}
}

func TestShiftsAreFromTheFirstSpanThatTellsToTheLast(t *testing.T) {
	span := func(from, held, women, stated, of int) Row {
		row := yearRow(from, held, women, stated, of)
		row.Label = "from " + strconv.Itoa(from)
		return row
	}
	first, last := span(2010, 20, 2, 16, 20), span(2020, 20, 9, 18, 20)
	for name, rows := range map[string][]Row{
		"two":                      {first, last},
		"one between":              {first, span(2015, 20, 5, 20, 20), last},
		"too few before and after": {span(2005, 9, 0, 9, 9), first, last, span(2025, 30, 1, 3, 30)},
		"years not known":          {first, last, {Role: rolecall.Director, Held: 20, Count: last.Count, Stated: last.Stated}},
	} {
		shifts := shiftsOf(rows)
		if len(shifts) != 1 || shifts[0].From != "from 2010" || shifts[0].To != "from 2020" {
			t.Fatalf("%s: %+v", name, shifts)
		}
		// 2 to 6 of 20, 2 of 16 where known; then 9 to 11 of 20, 9 of 18 where known.
		if got, want := shifts[0], [3]float64{0.15, 0.375, 0.45}; math.Abs(got.Lower-want[0])+math.Abs(got.Known-want[1])+math.Abs(got.Upper-want[2]) > 1e-9 {
			t.Errorf("%s: %+v, want %v", name, got, want)
		}
	}
	if shifts := shiftsOf([]Row{first, span(2020, 9, 9, 9, 9)}); len(shifts) > 0 {
		t.Errorf("one span that tells: %+v", shifts)
	}
}
