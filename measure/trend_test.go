package measure

import (
	"strconv"
	"testing"

	"rolecall"
)

// yearRow is a year on whose leaf titles so many are women, of all who are credited, and
// of whom so many are stated.
func yearRow(year, held, women, stated, of int) Row {
	count := rolecall.Count{Certain: women, Possible: women + of - stated, Of: of}
	return Row{Key: strconv.Itoa(year), Role: rolecall.Director, Leaves: held, Held: held, Count: count, Stated: count.Share().Coverage}
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
