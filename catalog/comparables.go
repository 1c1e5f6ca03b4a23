package catalog

import (
	"context"
	"fmt"
	"slices"

	"rolecall"
	"rolecall/population"
	"rolecall/rowfile"
)

// The page of every film and season says how it stands among those of its kind and year.
// How these stand is known when a catalog is built, and is kept in the file of rows: by
// role, kind and year, how many have the same numbers of people of each gender.

// compared is what is compared with each other.
type compared int

// In the order of the table. Films are features, but where shorts are asked for too.
const (
	features compared = iota
	seasons
	films
	groupsCompared
)

// comparedIn are those that a population of a kind compares.
func comparedIn(p population.Population) compared {
	switch {
	case p.Kind == rolecall.Season:
		return seasons
	case p.Shorts:
		return films
	}
	return features
}

// mostTold is how many episodes are told apart: populations of seasons with that many or
// fewer at least can be answered from the table.
const mostTold = 6

// isTold reports whether the table answers how titles of a population stand.
func (s Slate) isTold(p population.Population) bool {
	isDated := p.From.Month == 0 && p.To.Month == 0
	isLong := p.MinEpisodes <= mostTold && (p.MinEpisodes == 0 || p.Kind == rolecall.Season)
	if s.Unit != rolecall.People || p.Kind != rolecall.Film && p.Kind != rolecall.Season || !isDated || !isLong || p.Specials {
		return false
	}
	p.From, p.To, p.MinEpisodes = rolecall.Date{}, rolecall.Date{}, 0
	return !p.Narrows()
}

// addStandings writes how each film and season is counted: on how many leaf titles, then for
// each role the people by gender and on how many leaf titles somebody is credited.
func (b *rowsBuilder) addStandings(ctx context.Context) error {
	// The row without a role has the leaf titles.
	return b.inChunks(ctx, b.titles, `SELECT number, role, women, men, nonbinary, unknown, titles FROM (
			SELECT number, '' AS role, 0 AS women, 0 AS men, 0 AS nonbinary, 0 AS unknown, leaves AS titles
			FROM work WHERE number BETWEEN $1 AND $2
			UNION ALL
			SELECT work, role::VARCHAR, women, men, nonbinary, unknown, titles
			FROM work_person WHERE work BETWEEN $1 AND $2
		) ORDER BY number, role`)
}

// A row of comparables says whether somebody is credited on no leaf title, on some (1), or
// on all of them.
const creditedThroughout = 2

// addComparables writes, for each role, kind and year, how many films or seasons are
// counted alike. A film or episode on which nobody is credited stands for one who is not
// known.
func (b *rowsBuilder) addComparables(ctx context.Context) error {
	var last int
	if err := b.db.QueryRowContext(ctx, `SELECT coalesce(max(year), 0) FROM work`).Scan(&last); err != nil {
		return err
	}
	years := last + 1
	for _, role := range b.roles {
		query := fmt.Sprintf(`SELECT (%d * compared + year + 1)::INTEGER AS place, least, women, men, nonbinary, unknown, credited::INTEGER, alike::INTEGER
			FROM (
				SELECT compared, year, least(leaves, %d)::INTEGER AS least, coalesce(women, 0) AS women, coalesce(men, 0) AS men, coalesce(nonbinary, 0) AS nonbinary,
					coalesce(unknown, 0) + leaves - coalesce(titles, 0) AS unknown, (coalesce(titles, 0) > 0)::INTEGER + (coalesce(titles, 0) = leaves)::INTEGER AS credited, count(*) AS alike
				FROM work
				JOIN (VALUES (%d), (%d), (%d)) AS of(compared) ON CASE compared WHEN %d THEN kind = 'film' AND NOT short WHEN %d THEN kind = 'season' AND season <> 0 ELSE kind = 'film' END
				LEFT JOIN (FROM work_person WHERE role = '%s') ON work = number
				WHERE leaves > 0
				GROUP BY ALL
			) ORDER BY ALL`, years, mostTold, features, seasons, films, features, seasons, role)
		if err := b.write(ctx, 1, int(groupsCompared)*years, query, nil, scanned.appendFields); err != nil {
			return err
		}
	}
	return nil
}

// rarityTold is Rarity of a population that the table answers for, which holds the title
// or not.
func (c *Catalog) rarityTold(f *rowfile.File, number int32, isHeld bool, p population.Population, s Slate) ([]Rarity, error) {
	standings, err := byNumber(f, standingsTable, []int32{number}, func(_ int32, row []byte) (map[rolecall.Role]Standing, error) { return readStandings(row, s) })
	if err != nil || len(standings) == 0 {
		return nil, err
	}
	key := standingKey(p, s)
	all, kept := c.standings.Get(key)
	if !kept {
		if all, err = c.alikeTold(f, p, s); err != nil {
			return nil, err
		}
		c.standings.Add(key, all)
	}
	var rarities []Rarity
	for _, role := range s.Roles {
		standing, counted := standings[0][role]
		if !counted {
			continue
		}
		r, among := Rarity{Standing: standing}, all
		if !isHeld {
			among = append(slices.Clip(all), standing.alone())
		}
		r.compare(among)
		rarities = append(rarities, r)
	}
	return rarities, nil
}

// alone is a title that stands by itself.
func (s Standing) alone() alike {
	a := alike{role: s.Role, count: s.Count, within: s.Within, titles: 1}
	if s.Held > 0 {
		a.credited = 1
	}
	return a
}

// readStandings are how a film or season stands in the roles of a slate; none where it
// has no leaf title.
func readStandings(row []byte, s Slate) (map[rolecall.Role]Standing, error) {
	if len(row) == 0 {
		return nil, nil
	}
	f := &fieldsOf{row: row}
	standings := make(map[rolecall.Role]Standing)
	leaves := 0
	for len(f.row) > 0 {
		role := rolecall.Role(f.text())
		tally, titles := f.tally(), f.number()
		if role == "" {
			if leaves = titles; leaves == 0 {
				break
			}
			for _, of := range s.Roles {
				standings[of] = Standing{Role: of, Leaves: leaves, Count: rolecall.Tally{Unknown: leaves}.Count(s.Genders...), Within: rolecall.Bounds}
			}
			continue
		}
		if _, asked := standings[role]; asked {
			reading := within(titles, leaves, tally.Unknown)
			tally.Unknown += leaves - titles
			standings[role] = Standing{Role: role, Held: titles, Leaves: leaves, Count: tally.Count(s.Genders...), Within: reading}
		}
	}
	return standings, f.fault()
}

func (f *fieldsOf) tally() rolecall.Tally {
	return rolecall.Tally{Women: f.number(), Men: f.number(), Nonbinary: f.number(), Unknown: f.number()}
}

// alikeTold are how the titles of a population stand in the roles of a slate.
func (c *Catalog) alikeTold(f *rowfile.File, p population.Population, s Slate) (all []alike, err error) {
	roles := c.roles.sorted()
	years := f.Rows(comparablesTable) / (len(roles) * int(groupsCompared))
	from, to := 0, years-1
	if p.From.Year > 0 || p.To.Year > 0 { // where no year is asked for, titles without one are among them
		from = max(p.From.Year, 1)
	}
	if p.To.Year > 0 {
		to = min(p.To.Year, to)
	}
	for _, role := range s.Roles {
		of := slices.Index(roles, string(role))*int(groupsCompared) + int(comparedIn(p))
		for year := from; year <= to; year++ {
			row, err := f.Row(comparablesTable, of*years+year)
			if err != nil {
				return nil, err
			}
			if all, err = addAlike(all, row, role, p.MinEpisodes, s.Genders); err != nil {
				return nil, err
			}
		}
	}
	return all, nil
}

// addAlike adds those of a row of comparables that have so many episodes.
func addAlike(all []alike, row []byte, role rolecall.Role, least int, genders []rolecall.Gender) ([]alike, error) {
	f := &fieldsOf{row: row}
	for len(f.row) > 0 {
		leaves, tally, credited, titles := f.number(), f.tally(), f.number(), f.number()
		if leaves < least {
			continue
		}
		a := alike{role: role, count: tally.Count(genders...), within: within(credited, creditedThroughout, tally.Unknown), titles: titles}
		if credited > 0 {
			a.credited = titles
		}
		all = append(all, a)
	}
	return all, f.fault()
}
