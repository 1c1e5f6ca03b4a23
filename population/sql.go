package population

import (
	"fmt"
	"strings"

	"rolecall"
)

// Columns are where a query finds what is known of a title, each as an expression.
// Asking for one brings in the tables that have it, so that a query reads no more
// than is asked of it.
type Columns interface {
	// Number, Series and SeasonTitle are the numbers of the title, of its series and
	// of its season, 0 where it has none. Season is the season's number.
	Number() string
	Series() string
	SeasonTitle() string
	Kind() string
	Season() string
	// Short is true of a film that is known to be no feature.
	Short() string
	// Year is that of first showing, 0 where not known; First the date as text, as
	// far as it is known.
	Year() string
	First() string
	// Names are lines of a text: the networks, countries, genres, languages or companies.
	Names(of string) string
	// SeriesNames are lines too: the name and identifier of its series, or its own.
	SeriesNames() string
	Episodes() string
	// Votes are its own or its series'.
	Votes() string
	// Own is any other column of the table title.
	Own(column string) string
}

// Condition is what a query asks of a title. The zero Condition asks nothing.
type Condition struct {
	// Test is true of the titles that pass; Args are its arguments. A list of names is
	// one argument.
	Test string
	Args []any
	// With is a table that Test speaks of: "listed AS (SELECT …)".
	With     string
	WithArgs []any
	// Qualify chooses among those that pass all tests.
	Qualify string
}

// Where is a condition with a test alone.
func Where(test string, args ...any) Condition { return Condition{Test: test, Args: args} }

// namesCondition asks for one of some names among lines, capitals aside. The lines are
// looked through as a text, which takes a third of the time that lists take.
func namesCondition(lines string, asked []string) Condition {
	var tests []string
	var args []any
	for _, name := range asked {
		if !strings.Contains(name, "\n") { // which no line has
			tests, args = append(tests, `contains(chr(10) || lower(`+lines+`) || chr(10), chr(10) || lower(?) || chr(10))`), append(args, name)
		}
	}
	return Condition{Test: `(` + strings.Join(append(tests, `false`), ` OR `) + `)`, Args: args}
}

// not asks for the contrary of a condition.
func (c Condition) not() Condition {
	c.Test = `NOT ` + c.Test
	return c
}

// ShortTest is rolecall.Title.IsShort of a row of the table title, by the name it goes by.
func ShortTest(of string) string {
	return fmt.Sprintf(`(%[1]s.kind = 'film' AND (%[1]s.form IN ('%[2]s') OR %[1]s.minutes BETWEEN 1 AND %[3]d))`,
		of, strings.Join(rolecall.ShortForms, `', '`), rolecall.ShortBelow-1)
}

// dateCondition bounds when a title was first shown. Dates are compared only as far
// as both are known, which for dates as text is as far as both are long. Of most titles the
// year decides, and no text is made of them.
func dateCondition(c Columns, bound rolecall.Date, operator string) Condition {
	if bound.Month == 0 {
		return Where(fmt.Sprintf(`(%[1]s > 0 AND %[1]s %[2]s ?)`, c.Year(), operator), bound.Year)
	}
	text, first := bound.String(), c.First()
	return Where(fmt.Sprintf(`(%[1]s > 0 AND %[1]s %[2]s ? AND CASE WHEN %[1]s <> ? THEN true ELSE left(%[3]s, %[4]d) %[2]s left(?, length(%[3]s)) END)`,
		c.Year(), operator, first, len(text)), bound.Year, bound.Year, text)
}

// listCondition finds the numbers of the titles listed once, and asks for the title's
// own among them, its season's or its series'.
func listCondition(c Columns, l List) Condition {
	return Condition{
		With:     `listed AS MATERIALIZED (SELECT number FROM title WHERE id IN (SELECT unnest(?::VARCHAR[])))`,
		WithArgs: []any{l.ids},
		Test:     fmt.Sprintf(`(%s IN (FROM listed) OR %s IN (FROM listed) OR %s IN (FROM listed))`, c.Number(), c.Series(), c.SeasonTitle()),
	}
}

// topCondition keeps the titles of a year with the most by what is asked.
func topCondition(p Population, c Columns) Condition {
	most := p.topBy().sql(c)
	return Condition{
		Test:    most + ` > 0 AND ` + c.Year() + ` > 0`,
		Qualify: fmt.Sprintf(`row_number() OVER (PARTITION BY %s ORDER BY %s DESC, %s) <= %d`, c.Year(), most, c.Number(), p.Top),
	}
}
