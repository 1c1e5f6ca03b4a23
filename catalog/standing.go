package catalog

import (
	"cmp"
	"context"
	"fmt"
	"slices"
	"strings"

	"rolecall"
	"rolecall/population"
	"rolecall/rowfile"
)

// Slate is how a role of a film or season is counted where titles are compared
// with each other.
type Slate struct {
	Roles   []rolecall.Role
	Unit    rolecall.Unit
	Genders []rolecall.Gender
}

// Standing is how one film or season stands in a role.
type Standing struct {
	Role rolecall.Role
	// Count is how many are of the genders asked for, in the slate's unit. A film
	// or episode on which nobody is credited stands for one who is not known, so
	// that a season of which one episode is held is not taken for settled.
	Count rolecall.Count
	// Held is on how many of the Leaves, the film or the episodes, somebody is
	// credited.
	Held, Leaves int
	// Within is the narrowest reading that compares the title in the role
	// (docs/method.md, rule 10).
	Within rolecall.Reading
}

// within is the narrowest reading that compares a title with somebody credited on so
// many of its leaf titles, of whom so many are not stated.
func within(held, leaves, unstated int) rolecall.Reading {
	switch {
	case held < leaves || leaves == 0:
		return rolecall.Bounds
	case unstated > 0:
		return rolecall.AsCredited
	}
	return rolecall.WhereKnown
}

// Ranked is a film or season in a ranking.
type Ranked struct {
	Title rolecall.Title
	Standing
	// Tally is the distinct people in the role by gender.
	Tally rolecall.Tally
}

// Cut says which of a population's titles are ranked.
type Cut struct {
	Reading rolecall.Reading
	// MinPeople is the least number of people in the role; titles with nobody in it
	// are never ranked.
	MinPeople int
	// Most is how many titles are listed.
	Most int
}

// Ranking is films and seasons in the order of their certain share.
type Ranking struct {
	// Titles is how many the population has; LeftOut of them have enough people in the
	// role and are not ranked, as the reading leaves them out.
	Titles, LeftOut int
	// All is in how many of those ranked, the titles with enough people in the
	// role, all are of the genders asked for.
	All rolecall.Count
	// Rows are the first.
	Rows []Ranked
}

// Rarity is how many of a population stand at or above one title in a role.
type Rarity struct {
	Standing
	// AtOrAbove counts the title itself. Certain are those whose least share
	// reaches the title's greatest; possible are those whose greatest reaches its
	// least.
	AtOrAbove rolecall.Count
	// AsCredited and WhereKnown are the same among the titles that these readings
	// compare; the title itself is among them only if they compare it.
	AsCredited, WhereKnown rolecall.Count
	// Credited is how many of the population have a credit in the role at all.
	Credited int
	// Spread is how the population's shares lie, the title's own among them.
	Spread Spread
}

// Steps is how many steps a Spread has: none, each twentieth between, and all.
const Steps = 22

// Spread is how the shares of a population lie: how many titles are at each step.
// Step 0 is a share of 0, the last step a share of 1, and those between are the
// twentieths, the first of them above 0 and below 0.05.
type Spread struct {
	// Settled are the titles of which everything is known, by their share; Partly
	// are those of which something is, by the share of what is known.
	Settled, Partly [Steps]int
	// Unplaced are those of which nothing is known.
	Unplaced int
}

// StepOf is the step of a share.
func StepOf(share rolecall.Fraction) int {
	switch share.Numerator {
	case 0:
		return 0
	case share.Denominator:
		return Steps - 1
	}
	return 1 + share.Numerator*(Steps-2)/share.Denominator
}

func (s *Spread) add(count rolecall.Count, titles int) {
	known := count.Share().Known
	switch {
	case !known.Defined():
		s.Unplaced += titles
	case count.Certain == count.Possible:
		s.Settled[StepOf(known)] += titles
	default:
		s.Partly[StepOf(known)] += titles
	}
}

// Rank orders the films and seasons of a population by share: the greatest
// certain share first, then the largest, then the greatest possible share.
func (c *Catalog) Rank(ctx context.Context, p population.Population, s Slate, cut Cut) (Ranking, error) {
	var ranking Ranking
	err := c.comparing(ctx, p, func(q chosen) (err error) {
		if ranking.Titles, _, err = q.size(ctx, p, Breakdown{}); err != nil || ranking.Titles == 0 {
			return err
		}
		ranking, err = q.rank(ctx, s, cut, ranking.Titles)
		return err
	})
	if err == nil && ranking.Titles == 0 {
		err = c.empty(ctx, p)
	}
	return ranking, err
}

// readings are the titles of the table standing that each reading compares.
var readings = map[rolecall.Reading]string{
	rolecall.AsCredited: `held = leaves`,
	rolecall.WhereKnown: `held = leaves AND unstated = 0`,
}

// ranked are those of the table standing that a cut ranks.
func (c Cut) ranked() string { return cmp.Or(readings[c.Reading], `true`) }

func (q chosen) rank(ctx context.Context, s Slate, cut Cut, titles int) (Ranking, error) {
	ranking := Ranking{Titles: titles}
	numbers := []int32{}
	if err := q.compare(ctx, s); err != nil {
		return ranking, err
	}
	sizes := fmt.Sprintf(`SELECT count(*) FILTER (within), count(*) FILTER (within AND certain = of), count(*) FILTER (within AND possible = of), count(*) FILTER (NOT within)
		FROM (SELECT *, %s AS within FROM standing WHERE people >= greatest(1, ?))`, cut.ranked())
	row := q.conn.QueryRowContext(ctx, sizes, cut.MinPeople)
	if err := row.Scan(&ranking.All.Of, &ranking.All.Certain, &ranking.All.Possible, &ranking.LeftOut); err != nil {
		return ranking, q.fault(err)
	}
	first := strings.ReplaceAll(query("rank"), "/*ranked*/", cut.ranked())
	found, err := read(ctx, q, first, []any{cut.MinPeople, cut.Most}, func(scan func(...any) error) (r Ranked, err error) {
		var number int32
		var unstated int
		err = scan(&number, &r.Count.Certain, &r.Count.Possible, &r.Count.Of, &r.Held, &r.Leaves, &unstated)
		r.Within = within(r.Held, r.Leaves, unstated)
		numbers = append(numbers, number)
		r.Role = s.Roles[0]
		return r, err
	})
	if err != nil || len(found) == 0 {
		return ranking, err
	}
	rows, err := q.titleRows(ctx, `WHERE number IN `+among(numbers))
	if err != nil {
		return ranking, err
	}
	slices.SortFunc(rows, func(a, b titleRow) int { return slices.Index(numbers, a.number) - slices.Index(numbers, b.number) })
	details, err := q.detailed(ctx, rows)
	if err != nil {
		return ranking, err
	}
	tallies, err := q.workPeople(ctx, numbers, s.Roles[0])
	for i := range found {
		found[i].Title, found[i].Tally = details[i], tallies[numbers[i]]
	}
	ranking.Rows = found
	return ranking, err
}

// workPeople are the distinct people of a role in some films and seasons.
func (c *Catalog) workPeople(ctx context.Context, numbers []int32, role rolecall.Role) (map[int32]rolecall.Tally, error) {
	tallies := make(map[int32]rolecall.Tally)
	text := `SELECT work, women, men, nonbinary, unknown FROM work_person WHERE ` + rolesIn([]rolecall.Role{role}) + ` AND work IN ` + among(numbers)
	_, err := collect(ctx, c, text, nil, func(scan func(...any) error) (struct{}, error) {
		var work int32
		var t rolecall.Tally
		err := scan(&work, &t.Women, &t.Men, &t.Nonbinary, &t.Unknown)
		tallies[work] = t
		return struct{}{}, err
	})
	return tallies, err
}

// Rarity says how a film or season stands in a population, role by role. The
// title is counted in even if the population does not hold it.
func (c *Catalog) Rarity(ctx context.Context, t rolecall.Title, p population.Population, s Slate) (rarities []Rarity, err error) {
	number, err := c.titleNumber(ctx, t.ID)
	if err != nil {
		return nil, err
	}
	if p, err = c.Resolved(ctx, p); err != nil {
		return nil, err
	}
	ask := func() ([]Rarity, error) { return c.rarityAsked(ctx, t, number, p, s) }
	if s.isTold(p) {
		isHeld := p.Holds(t)
		if !isHeld { // else there is what the population asks for
			if err := c.checkAnswerable(ctx, p, Breakdown{}); err != nil {
				return nil, err
			}
		}
		rarities, err = fromRows(ctx, c, func(f *rowfile.File) ([]Rarity, error) { return c.rarityTold(f, number, isHeld, p, s) }, ask)
	} else {
		rarities, err = ask()
	}
	slices.SortFunc(rarities, func(a, b Rarity) int { return slices.Index(s.Roles, a.Role) - slices.Index(s.Roles, b.Role) })
	return rarities, err
}

// rarityAsked is Rarity of any population, asked of the tables.
func (c *Catalog) rarityAsked(ctx context.Context, t rolecall.Title, number int32, p population.Population, s Slate) (rarities []Rarity, err error) {
	// Titles of a year are compared with the same others: what these come to is kept.
	// By the rules a population with Top holds no title by itself.
	key, keep := standingKey(p, s), p.Top == 0 && p.Holds(t)
	all, kept := c.standings.Get(key)
	choose := func(do func(chosen) error) error { return c.comparing(ctx, p, do) }
	if kept = kept && keep; kept {
		choose = func(do func(chosen) error) error { return c.choosingOne(ctx, number, do) }
	}
	err = choose(func(q chosen) (err error) {
		if !kept {
			insert := `INSERT INTO chosen SELECT number, kind, leaves, '' FROM work WHERE number = ? AND number NOT IN (SELECT number FROM chosen)`
			if _, err := q.conn.ExecContext(ctx, insert, number); err != nil {
				return q.fault(err)
			}
		}
		if err := q.compare(ctx, s); err != nil {
			return err
		}
		if !kept {
			if all, err = q.alike(ctx); err != nil {
				return err
			}
		}
		rarities, err = q.rarities(ctx, number, all)
		return err
	})
	if err == nil && keep {
		c.standings.Add(key, all)
	}
	return rarities, err
}

// standingsKept is how many populations' standings a catalog keeps; each takes some
// ten thousand bytes.
const standingsKept = 256

// standingKey tells populations and what is compared in them apart.
func standingKey(p population.Population, s Slate) string {
	listed := p.Titles.Hash()
	p.Titles = population.List{}
	return fmt.Sprintf("%+v %s %+v", p, listed, s)
}

// choosingOne chooses a single film or season.
func (c *Catalog) choosingOne(ctx context.Context, number int32, do func(chosen) error) error {
	conn, release, err := c.connect(ctx)
	if err != nil {
		return err
	}
	defer release()
	q := chosen{c, conn}
	defer q.drop()
	text := fmt.Sprintf(`CREATE OR REPLACE TEMP TABLE chosen AS SELECT number, kind, leaves, '' AS part FROM work WHERE number = %d`, number)
	if _, err := conn.ExecContext(ctx, text); err != nil {
		return c.fault(err)
	}
	return do(q)
}

// alike are the titles chosen that stand alike in a role.
type alike struct {
	role             rolecall.Role
	count            rolecall.Count
	within           rolecall.Reading
	titles, credited int
}

// alike groups the titles chosen by how they stand.
func (q chosen) alike(ctx context.Context) ([]alike, error) {
	text := fmt.Sprintf(`SELECT role::VARCHAR, certain, possible, of, CASE WHEN %s THEN '%s' WHEN %s THEN '%s' ELSE '%s' END AS within, count(*), count(*) FILTER (held > 0)
		FROM standing GROUP BY ALL`, readings[rolecall.WhereKnown], rolecall.WhereKnown, readings[rolecall.AsCredited], rolecall.AsCredited, rolecall.Bounds)
	return read(ctx, q, text, nil, func(scan func(...any) error) (a alike, err error) {
		return a, scan((*string)(&a.role), &a.count.Certain, &a.count.Possible, &a.count.Of, (*string)(&a.within), &a.titles, &a.credited)
	})
}

// rarities compare one title with those that stand as all says.
func (q chosen) rarities(ctx context.Context, number int32, all []alike) ([]Rarity, error) {
	rarities, err := read(ctx, q, `SELECT role::VARCHAR, certain, possible, of, held, leaves, unstated FROM standing WHERE number = ?`, []any{number},
		func(scan func(...any) error) (r Rarity, err error) {
			var unstated int
			err = scan((*string)(&r.Role), &r.Count.Certain, &r.Count.Possible, &r.Count.Of, &r.Held, &r.Leaves, &unstated)
			r.Within = within(r.Held, r.Leaves, unstated)
			return r, err
		})
	for i := range rarities {
		rarities[i].compare(all)
	}
	return rarities, err
}

// compare counts those that stand at or above the title.
func (r *Rarity) compare(all []alike) {
	for _, a := range all {
		if a.role != r.Role {
			continue
		}
		r.reach(&r.AtOrAbove, a)
		if rolecall.AsCredited.Compares(a.within) {
			r.reach(&r.AsCredited, a)
		}
		if rolecall.WhereKnown.Compares(a.within) {
			r.reach(&r.WhereKnown, a)
		}
		r.Credited += a.credited
		r.Spread.add(a.count, a.titles)
	}
	// The title reaches itself, though its least share is below its greatest.
	if own := r.Count; own.Certain < own.Possible {
		r.AtOrAbove.Certain++
		if rolecall.AsCredited.Compares(r.Within) {
			r.AsCredited.Certain++
		}
	}
}

// reach counts titles that stand alike among those at or above the title.
func (r *Rarity) reach(count *rolecall.Count, a alike) {
	own := r.Count
	if a.count.Certain*own.Of >= own.Possible*a.count.Of {
		count.Certain += a.titles
	}
	if a.count.Possible*own.Of >= own.Certain*a.count.Of {
		count.Possible += a.titles
	}
	count.Of += a.titles
}

// comparing chooses a population of films and seasons.
func (c *Catalog) comparing(ctx context.Context, p population.Population, do func(chosen) error) error {
	if p.Kind != "" && p.Kind != rolecall.Film && p.Kind != rolecall.Season {
		return &ComparedError{p.Kind}
	}
	if err := c.checkAnswerable(ctx, p, Breakdown{}); err != nil {
		return err
	}
	return c.choosing(ctx, p, Breakdown{}, do)
}

// compare makes the temporary table standing: how each title chosen stands.
func (q chosen) compare(ctx context.Context, s Slate) error {
	_, err := q.conn.ExecContext(ctx, `CREATE OR REPLACE TEMP TABLE standing AS `+s.standing())
	return q.fault(err)
}

// standing is the query for the table standing: how many of a role's
// people, credits or titles in each film or season chosen are certainly or
// possibly of the genders asked for, role by role. A film or episode on which
// nobody is credited stands for one who is not known.
func (s Slate) standing() string {
	asked := SetOf(s.Genders...)
	known := asked | SetOf(rolecall.Unknown)
	sums, total, people := sumOf("", s.Genders), sumOf("", rolecall.Genders()), sumOf("p.", rolecall.Genders())
	one, held, counts := query("standing")+query("standing_credits"), `h`, ``
	certain, possible, of := `h.certain`, `h.possible`, `w.leaves`
	switch s.Unit {
	case rolecall.TitlesAny:
		counts = fmt.Sprintf(`sum(titles) FILTER (genders & %d <> 0) AS certain, sum(titles) FILTER (genders & %d <> 0) AS possible`, asked, known)
	case rolecall.TitlesAll:
		counts = fmt.Sprintf(`sum(titles) FILTER (genders & %d = 0) AS certain, sum(titles) FILTER (genders & %d = 0) AS possible`, 15&^asked, 15&^known)
	case rolecall.Credits:
		counts = fmt.Sprintf(`sum(%s) AS size, sum(%s) AS certain, sum(%s + unknown) AS possible`, total, sums, sums)
		of = `coalesce(h.size, 0) + w.leaves - coalesce(h.titles, 0)`
	default:
		one, held, certain = query("standing"), `p`, sumOf("p.", s.Genders)
		possible = certain + ` + p.unknown`
		of = `coalesce(` + people + `, 0) + w.leaves - coalesce(p.titles, 0)`
	}
	parts := make([]string, len(s.Roles))
	for i, role := range s.Roles {
		parts[i] = strings.NewReplacer(
			"/*role*/", string(role), "/*held*/", held, "/*counts*/", counts,
			"/*certain*/", certain, "/*possible*/", possible, "/*of*/", of, "/*people*/", people,
		).Replace(one)
	}
	return strings.Join(parts, ` UNION ALL `)
}

// sumOf adds up the columns of some genders.
func sumOf(table string, genders []rolecall.Gender) string {
	var columns []string
	for _, g := range genders {
		columns = append(columns, table+map[rolecall.Gender]string{
			rolecall.Woman: "women", rolecall.Man: "men", rolecall.Nonbinary: "nonbinary", rolecall.Unknown: "unknown",
		}[g])
	}
	return strings.Join(columns, " + ")
}

// rolesIn narrows rows to some roles.
func rolesIn(roles []rolecall.Role) string {
	return `role IN ('` + strings.Join(words(roles), `', '`) + `')`
}
