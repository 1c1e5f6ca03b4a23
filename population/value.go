package population

import (
	"errors"
	"fmt"
	"math"
	"slices"
	"strconv"
	"strings"

	"rolecall"
	"rolecall/phrase"
)

// value is how a field is written into a population and read from it, as texts.
type value struct {
	set func(*Population, []string) error
	get func(Population) []string
}

// parsed is one word or date.
func parsed[T comparable](at func(*Population) *T, parse func(string) (T, error)) value {
	return value{
		set: func(p *Population, values []string) (err error) {
			var zero T
			*at(p) = zero
			if len(values) > 0 && values[0] != "" {
				*at(p), err = parse(values[0])
			}
			return err
		},
		get: func(p Population) []string {
			var zero T
			if *at(&p) == zero {
				return nil
			}
			return []string{fmt.Sprint(*at(&p))}
		},
	}
}

// number is a number from 0, which asks nothing.
func number(at func(*Population) *int) value {
	return parsed(at, func(text string) (int, error) {
		n, err := strconv.Atoi(text)
		if err != nil {
			return 0, fmt.Errorf("%q is not a number: write it in digits, such as 6", text)
		}
		return n, nil
	})
}

// dollars is a whole number of US dollars from 0, which asks nothing: 15M, 1.5m, 750k, 2B.
func dollars(at func(*Population) *int64) value { return parsed(at, ParseDollars) }

// mostDollars bounds what a title can have cost.
const mostDollars = 1e12

var dollarUnits = map[string]float64{"k": 1e3, "m": 1e6, "b": 1e9}

// ParseDollars reads a sum of US dollars: "15000000", "15M", "$1.5m", "750k", "2B".
func ParseDollars(text string) (int64, error) {
	digits := strings.ToLower(strings.NewReplacer("$", "", "_", "", " ", "").Replace(text))
	times := 1.0
	for unit, of := range dollarUnits {
		if rest, has := strings.CutSuffix(digits, unit); has {
			digits, times = rest, of
		}
	}
	n, err := strconv.ParseFloat(digits, 64)
	if err != nil || !(n >= 0 && n*times <= mostDollars) { // NaN is neither
		return 0, fmt.Errorf("%q is not a sum of US dollars: write 15000000 or 15M", text)
	}
	return int64(math.Round(n * times)), nil
}

// Dollars is a sum in words: "$15 million".
func Dollars(n int64) string {
	for _, unit := range []struct {
		of    int64
		words string
	}{{1e9, "billion"}, {1e6, "million"}} {
		if n >= unit.of {
			return "$" + strconv.FormatFloat(float64(n)/float64(unit.of), 'f', -1, 64) + " " + unit.words
		}
	}
	return "$" + phrase.Grouped(int(n))
}

func budgetsInOrder(p Population) error {
	if p.MaxBudget > 0 && p.MinBudget > p.MaxBudget {
		return fmt.Errorf("the budget goes from %s to %s: the smaller sum goes first", Dollars(p.MinBudget), Dollars(p.MaxBudget))
	}
	return nil
}

func seasonNumber(p Population) error {
	if p.Kind == rolecall.Film || p.Kind == rolecall.Series {
		return fmt.Errorf("the number of a season asks for seasons or episodes, not for %s", p.Kind.Plural())
	}
	return notBelow0(p.SeasonNumber, "the number of a season")
}

func yesNo(at func(*Population) *bool) value {
	return parsed(at, func(text string) (bool, error) {
		yes, err := strconv.ParseBool(text)
		if err != nil {
			return false, fmt.Errorf("%q is neither true nor false", text)
		}
		return yes, nil
	})
}

// several are names.
func several(at func(*Population) *[]string) value {
	return value{
		set: func(p *Population, values []string) error {
			*at(p) = nil
			if len(values) > 0 {
				*at(p) = slices.Clone(values)
			}
			return nil
		},
		get: func(p Population) []string { return *at(&p) },
	}
}

// listed are identifiers.
func listed(at func(*Population) *List) value {
	return value{
		set: func(p *Population, values []string) error {
			*at(p) = NewList(values...)
			return nil
		},
		get: func(p Population) []string { return at(&p).ids },
	}
}

// bothDates writes two fields at once.
var bothDates = value{
	set: func(p *Population, values []string) (err error) {
		if len(values) > 0 && values[0] != "" {
			p.From, p.To, err = rolecall.ParseDates(values[0])
		}
		return err
	},
	get: func(Population) []string { return nil },
}

func words[W ~string](typed []W) []string {
	plain := make([]string, len(typed))
	for i, w := range typed {
		plain[i] = string(w)
	}
	return plain
}

func notBelow0(n int, what string) error {
	if n < 0 {
		return errors.New(what + " cannot be below 0")
	}
	return nil
}

func leastEpisodes(p Population) error {
	if p.MinEpisodes > 0 && p.Kind.IsLeaf() {
		return fmt.Errorf("a least number of episodes asks for seasons or series, not for %ss", p.Kind)
	}
	return notBelow0(p.MinEpisodes, "the least number of episodes")
}

func datesInOrder(p Population) error {
	if !p.From.IsZero() && !p.To.IsZero() && !p.From.Within(rolecall.Date{}, p.To) {
		return fmt.Errorf("the population runs from %s to %s: the earlier date goes first", p.From, p.To)
	}
	return nil
}
