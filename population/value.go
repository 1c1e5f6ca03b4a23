package population

import (
	"errors"
	"fmt"
	"slices"
	"strconv"

	"rolecall"
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

// topBy is what the top titles are chosen by.
var topBy = value{
	set: func(_ *Population, values []string) error {
		if len(values) > 0 && values[0] != byVotes && values[0] != "" {
			return fmt.Errorf("%q is nothing to choose the top titles by: %s is what there is", values[0], byVotes)
		}
		return nil
	},
	get: func(p Population) []string {
		if p.Top == 0 {
			return nil
		}
		return []string{byVotes}
	},
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
