package catalog

import (
	"context"
	"fmt"
	"strconv"
	"strings"

	"rolecall"
	"rolecall/population"
)

// Among says whom a gathering takes of those credited.
type Among string

// Whom a gathering takes.
const (
	// Everyone takes all.
	Everyone Among = "everyone"
	// FirstBilled takes those billed first on some leaf title.
	FirstBilled Among = "first billed"
	// OnHalf takes those credited on at least half of the leaf titles.
	OnHalf Among = "on half"
)

// Gathering asks for people of some roles, each once however many they hold.
type Gathering struct {
	Name  string
	Roles []rolecall.Role
	Among Among
}

// Groups are the people of films and seasons that are asked for: by role, and
// gathered from roles.
type Groups struct {
	Roles      []rolecall.Role
	Gatherings []Gathering
}

// GroupCount is a role or gathering of one film or season, counted.
type GroupCount struct {
	People, Credits rolecall.Tally
	// Titles is how many leaf titles have which genders among those credited. What
	// these lack of the work's leaves are leaf titles without a credit.
	Titles map[GenderSet]int
}

// Counts are the counts of one film or season as the catalog writes them: two of
// the same question that are equal are of the same counts.
type Counts string

// WorkCounts is one film or season, counted.
type WorkCounts struct {
	// ID and Kind are the title's.
	ID   string
	Kind rolecall.Kind
	// Leaves is how many films or episodes it comes to.
	Leaves int
	Counts Counts
}

// EachWork counts each film and season of a population, in the order of the
// identifiers, without reading its credits one by one. It says how many titles are
// dated less closely than the population asks. The error is an *EmptyError or an
// *UnanswerableError where that is the matter, or what do returned.
func (c *Catalog) EachWork(ctx context.Context, p population.Population, g Groups, do func(WorkCounts) error) (vague int, err error) {
	titles := 0
	err = c.comparing(ctx, p, func(q chosen) (err error) {
		if titles, vague, err = q.size(ctx, p, Whole); err != nil || titles == 0 {
			return err
		}
		return q.eachWork(ctx, g, do)
	})
	if err == nil && titles == 0 {
		err = c.empty(ctx, p)
	}
	return vague, err
}

func (q chosen) eachWork(ctx context.Context, g Groups, do func(WorkCounts) error) error {
	rows, err := q.conn.QueryContext(ctx, g.query())
	if err != nil {
		return q.fault(err)
	}
	defer rows.Close()
	for rows.Next() {
		var w WorkCounts
		if err := rows.Scan(&w.ID, (*string)(&w.Kind), &w.Leaves, (*string)(&w.Counts)); err != nil {
			return q.fault(err)
		}
		if err := do(w); err != nil {
			return err
		}
	}
	return q.fault(rows.Err())
}

// query is the query that counts the groups.
func (g Groups) query() string {
	tallied := `false`
	if len(g.Roles) > 0 {
		tallied = rolesIn(g.Roles)
	}
	gathered := []string{`SELECT '' AS name, 0 AS work, 0 AS title, 0 AS person WHERE false`}
	for _, one := range g.Gatherings {
		gathered = append(gathered, strings.NewReplacer(
			"/*name*/", one.Name, "/*roles*/", rolesIn(one.Roles), "/*which*/", one.Among.condition(),
		).Replace(query("subjects_gathered")))
	}
	return strings.NewReplacer("/*tallied*/", tallied, "/*gathered*/", strings.Join(gathered, "\nUNION ALL\n")).Replace(query("subjects"))
}

// condition leaves out the people of a work that are not meant.
func (a Among) condition() string {
	switch a {
	case FirstBilled:
		return `QUALIFY min(billing) OVER (PARTITION BY work, person) = 1`
	case OnHalf:
		return `QUALIFY 2 * count(nullif(place, 0)) OVER (PARTITION BY work, person) >= leaves`
	}
	return ``
}

// Groups reads the counts, by the word of the role or the name of the gathering;
// one of which no credit is held is absent.
func (c Counts) Groups() (map[string]GroupCount, error) {
	groups := make(map[string]GroupCount)
	if c == "" {
		return groups, nil
	}
	for entry := range strings.SplitSeq(string(c), ";") {
		name, numbers, err := entryOf(entry)
		if err != nil {
			return nil, err
		}
		g, held := groups[name]
		if !held {
			g.Titles = make(map[GenderSet]int)
		}
		tally := rolecall.Tally{Women: numbers[2], Men: numbers[3], Nonbinary: numbers[4], Unknown: numbers[5]}
		if set := GenderSet(numbers[0]); set == 0 {
			g.People = tally
		} else {
			g.Titles[set] = numbers[1]
			g.Credits = g.Credits.Plus(tally)
		}
		groups[name] = g
	}
	return groups, nil
}

// entryOf reads one entry: a name and six numbers.
func entryOf(entry string) (name string, numbers [6]int, err error) {
	fields := strings.Fields(entry)
	if len(fields) != 1+len(numbers) {
		return "", numbers, fmt.Errorf("counts of a work: %q is no entry", entry)
	}
	for i := range numbers {
		if numbers[i], err = strconv.Atoi(fields[1+i]); err != nil {
			return "", numbers, fmt.Errorf("counts of a work: %q: %w", entry, err)
		}
	}
	return fields[0], numbers, nil
}

// Present has one person of each gender of the set, which is all that the units
// titles-any and titles-all ask of a leaf title.
func (s GenderSet) Present() rolecall.Tally {
	var t rolecall.Tally
	for i, g := range rolecall.Genders() {
		if s&(1<<i) != 0 {
			t.Add(g)
		}
	}
	return t
}
