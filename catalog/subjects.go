package catalog

import (
	"context"
	"fmt"
	"slices"
	"strings"

	"rolecall"
	"rolecall/population"
)

// Measure is what is counted of each film and season: a group, in a unit.
type Measure struct {
	Group Group
	Unit  rolecall.Unit
}

// Measured is what a measure comes to.
type Measured struct {
	// Count is how many are of the genders asked for.
	Count rolecall.Count
	// Open says that there may be more people than are held: some leaf title has no
	// credit in one of the roles, or no leaf title is held; of those billed first, that
	// nobody is. It is false of leaf titles, of which those without a credit are counted
	// as not known.
	Open bool
}

// Measuring asks for some measures of each film and season of a population.
type Measuring struct {
	Measures []Measure
	// Genders are those asked for, rolecall.Unknown not among them.
	Genders []rolecall.Gender
}

// MeasuredAlike are films and seasons of which all that was asked comes to the same.
type MeasuredAlike struct {
	Titles int
	// Measured are in the order of the measures.
	Measured []Measured
}

// EachAlike measures the films and seasons of a population, those that come to the
// same together, in any order and perhaps in several parts. What do is given is its
// own only until it returns. It says how many titles are dated less closely than the
// population asks. The error is an *EmptyError or an *UnanswerableError where that is
// the matter, or what do returned.
func (c *Catalog) EachAlike(ctx context.Context, p population.Population, m Measuring, do func(MeasuredAlike) error) (vague int, err error) {
	titles := 0
	err = c.comparing(ctx, p, func(q chosen) (err error) {
		if titles, vague, err = q.size(ctx, p, Breakdown{}); err != nil || titles == 0 {
			return err
		}
		return q.measure(ctx, m, titles, do)
	})
	if err == nil && titles == 0 {
		err = c.empty(ctx, p)
	}
	return vague, err
}

// mostMeasured is how many numbers are measured at once, so that it takes little
// memory however many titles are chosen.
const mostMeasured = 1 << 20

// measure goes through the titles chosen by ranges of their numbers.
func (q chosen) measure(ctx context.Context, m Measuring, titles int, do func(MeasuredAlike) error) error {
	if len(m.Measures) == 0 {
		return do(MeasuredAlike{Titles: titles})
	}
	for _, g := range m.gathered() {
		defer q.dropCredits(g)
		if err := q.gatherCredits(ctx, g); err != nil {
			return err
		}
	}
	var first, last int
	if err := q.conn.QueryRowContext(ctx, `SELECT min(number), max(number) FROM chosen`).Scan(&first, &last); err != nil {
		return q.fault(err)
	}
	step := 1 + (last-first)/(1+titles*len(m.Measures)/mostMeasured)
	left := titles
	for ; first <= last; first += step {
		held, err := q.measureRange(ctx, m, first, first+step-1, do)
		if err != nil {
			return err
		}
		left -= held
	}
	if left == 0 {
		return nil
	}
	return do(MeasuredAlike{left, slices.Repeat([]Measured{unpacked(absent)}, len(m.Measures))})
}

// measureRange measures the titles with numbers from one to another of which anything
// is held, and says how many those are.
func (q chosen) measureRange(ctx context.Context, m Measuring, from, to int, do func(MeasuredAlike) error) (held int, err error) {
	rows, err := q.conn.QueryContext(ctx, m.query(from, to))
	if err != nil {
		return 0, q.fault(err)
	}
	defer rows.Close()
	a := MeasuredAlike{Measured: make([]Measured, len(m.Measures))}
	numbers := make([]int64, len(m.Measures))
	into := []any{&a.Titles}
	for i := range numbers {
		into = append(into, &numbers[i])
	}
	for rows.Next() {
		if err := rows.Scan(into...); err != nil {
			return held, q.fault(err)
		}
		for i, number := range numbers {
			a.Measured[i] = unpacked(number)
		}
		held += a.Titles
		if err := do(a); err != nil {
			return held, err
		}
	}
	return held, q.fault(rows.Err())
}

// A measure goes through SQL as one number, by which titles are grouped fast: three
// numbers of bitsPacked bits, the size, what is not known of it and what is certain;
// and where there may be more people, below zero, as -1 less that. absent is what a
// group comes to of which nobody is held.
const (
	bitsPacked = 21
	absent     = -1
)

func unpacked(p int64) Measured {
	var m Measured
	if m.Open = p < 0; m.Open {
		p = -1 - p
	}
	const mask = 1<<bitsPacked - 1
	m.Count.Certain = int(p & mask)
	m.Count.Possible = m.Count.Certain + int(p>>bitsPacked&mask)
	m.Count.Of = int(p >> (2 * bitsPacked))
	return m
}

// packed packs the columns size, doubtful and certain in SQL. Numbers too big for it are
// an error of the database's.
var packed = fmt.Sprintf(`((size::BIGINT * %[1]d + doubtful::BIGINT) * %[1]d + certain::BIGINT)`, 1<<bitsPacked)

// query measures the titles chosen with numbers from one to another.
func (m Measuring) query(from, to int) string {
	var measured []string
	columns := make([]string, len(m.Measures))
	counted := m.people()
	for i, one := range m.Measures {
		columns[i] = fmt.Sprintf(`coalesce(max(packed) FILTER (measure = %d), %d) AS m%[1]d`, i, absent)
		switch {
		case one.countsTitles():
			measured = append(measured, one.query(i, m.Genders))
		case one.Unit == rolecall.Credits:
			counted = append(counted, one.query(i, m.Genders))
		}
	}
	if len(counted) > 0 {
		open := strings.ReplaceAll(query("subjects_open"), "/*counted*/", strings.Join(counted, "UNION ALL\n"))
		measured = append(measured, open)
	}
	text := strings.NewReplacer("/*columns*/", strings.Join(columns, ",\n"), "/*measured*/", strings.Join(measured, "UNION ALL\n")).Replace(query("subjects"))
	return strings.NewReplacer("/*from*/", fmt.Sprint(from), "/*to*/", fmt.Sprint(to), "/*packed*/", packed).Replace(text)
}

// people are the queries for the measures in the unit people, those of a table together,
// so that it is read once.
func (m Measuring) people() (queries []string) {
	for _, table := range []string{"work_person", "work_group"} {
		var cases, which []string
		for i, one := range m.Measures {
			if one.Unit == rolecall.People && one.Group.table() == table {
				cases, which = append(cases, fmt.Sprintf(`WHEN '%s' THEN %d`, one.Group, i)), append(which, string(one.Group))
			}
		}
		if len(which) > 0 {
			queries = append(queries, strings.NewReplacer(
				"/*table*/", table, "/*cases*/", strings.Join(cases, ` `), "/*which*/", `'`+strings.Join(which, `', '`)+`'`,
				"/*all*/", sumOf("", rolecall.Genders()), "/*asked*/", sumOf("", m.Genders), "/*titles*/", heldOn,
			).Replace(query("subjects_people")))
		}
	}
	return queries
}

// query counts one measure in credits or leaf titles of all films and seasons.
func (m Measure) query(number int, genders []rolecall.Gender) string {
	asked := SetOf(genders...)
	known := asked | SetOf(rolecall.Unknown)
	file := "subjects_titles"
	certainly, possibly := fmt.Sprintf(`genders & %d <> 0`, asked), fmt.Sprintf(`genders & %d <> 0`, known)
	switch m.Unit {
	case rolecall.TitlesAll:
		certainly, possibly = fmt.Sprintf(`genders & %d = 0`, 15&^asked), fmt.Sprintf(`genders & %d = 0`, 15&^known)
	case rolecall.Credits:
		file = "subjects_credits"
	}
	return strings.NewReplacer(
		"/*measure*/", fmt.Sprint(number), "/*table*/", m.Group.table(), "/*group*/", string(m.Group), "/*credits*/", m.Group.credits(), "/*titles*/", heldOn,
		"/*all*/", sumOf("", rolecall.Genders()), "/*asked*/", sumOf("", genders), "/*certainly*/", certainly, "/*possibly*/", possibly,
	).Replace(query(file))
}

func (m Measure) countsTitles() bool {
	return m.Unit == rolecall.TitlesAny || m.Unit == rolecall.TitlesAll
}

// gathered are the groups of which the credits are not in the catalog, each once.
func (m Measuring) gathered() []Group {
	var all []Group
	for _, one := range m.Measures {
		if one.Unit != rolecall.People && !one.Group.isRole() && !slices.Contains(all, one.Group) {
			all = append(all, one.Group)
		}
	}
	return all
}
