package catalog

import (
	"context"
	"strings"

	"rolecall"
	"rolecall/population"
)

// CareersOf are the people of one gender who are credited in a role on the titles of a
// population, and how their careers in the role go, as far as the catalog has them.
type CareersOf struct {
	Gender rolecall.Gender
	// People is how many they are, Titles on how many films or seasons of the population they
	// are credited, each with each.
	People, Titles int
	// ByTitles is how many are credited on one, two, three, four, and five or more of them.
	ByTitles [5]int
	// First is how many have their first credit in the role here, Unsure of how many that
	// cannot be told, Once how many of First have no other film or season in the role.
	First, Unsure, Once int
	// Years is how many years the last of their titles here is from their first in the role,
	// in the middle of them all; -1 where no date is known.
	Years int
	// OnSeries is how many of First began on a series, Before how many of these had been
	// credited on it before in another role, and BeforeAs in which.
	OnSeries, Before int
	BeforeAs         map[rolecall.Role]int
}

// Careers are the people credited in a role on the titles of a population, by gender in the
// order of rolecall.Genders, and how many titles those are. The error is an *EmptyError or an
// *UnanswerableError where that is the matter.
func (c *Catalog) Careers(ctx context.Context, p population.Population, role rolecall.Role) (all []CareersOf, titles int, err error) {
	if err := c.checkAnswerable(ctx, p, Breakdown{}); err != nil {
		return nil, 0, err
	}
	err = c.choosing(ctx, p, Breakdown{}, func(q chosen) (err error) {
		if titles, _, err = q.size(ctx, p, Breakdown{}); err != nil || titles == 0 {
			return err
		}
		asked := Tallying{Population: p}
		if err := q.findLeaves(ctx, asked); err != nil {
			return err
		}
		in := strings.NewReplacer("/*carrying*/", carrying(asked), "/*role*/", string(role))
		if _, err := q.conn.ExecContext(ctx, in.Replace(query("career"))); err != nil {
			return q.fault(err)
		}
		if all, err = q.careers(ctx); err != nil {
			return err
		}
		return q.before(ctx, all, in.Replace(query("career_before")))
	})
	if err == nil && titles == 0 {
		err = c.empty(ctx, p)
	}
	return all, titles, err
}

// careers are the people of the table career by gender.
func (q chosen) careers(ctx context.Context) (all []CareersOf, err error) {
	found, err := read(ctx, q, query("career_genders"), nil, func(scan func(...any) error) (of CareersOf, err error) {
		by := &of.ByTitles
		return of, scan((*string)(&of.Gender), &of.People, &of.Titles, &by[0], &by[1], &by[2], &by[3], &by[4], &of.First, &of.Unsure, &of.Once, &of.Years)
	})
	for _, gender := range rolecall.Genders() {
		for _, of := range found {
			if of.Gender == gender {
				of.BeforeAs = make(map[rolecall.Role]int)
				all = append(all, of)
			}
		}
	}
	return all, err
}

// anyRole stands for those who had any role before.
const anyRole = "any"

// before adds what they had been on the same series.
func (q chosen) before(ctx context.Context, all []CareersOf, text string) error {
	_, err := read(ctx, q, text, nil, func(scan func(...any) error) (struct{}, error) {
		var gender, role string
		var people int
		err := scan(&gender, &role, &people)
		for i := range all {
			of := &all[i]
			switch {
			case string(of.Gender) != gender:
			case role == "":
				of.OnSeries = people
			case role == anyRole:
				of.Before = people
			default:
				of.BeforeAs[rolecall.Role(role)] = people
			}
		}
		return struct{}{}, err
	})
	return err
}
