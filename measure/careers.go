package measure

import (
	"context"
	"errors"

	"rolecall"
	"rolecall/catalog"
	"rolecall/population"
)

// Careers are the people credited in a role on the titles of a population: how many titles
// each has, for whom it is the first, who had been on the series before.
type Careers struct {
	Population population.Population
	Role       rolecall.Role
	// Titles is how many titles the population has.
	Titles int
	// Rows are the people by gender.
	Rows []catalog.CareersOf
	// TellsFirst says that the catalog can tell whose first credit something is: one picked
	// by hand cannot.
	TellsFirst bool
}

// CareersIn answers for a role behind the camera. The errors are those of
// Population.Validate and catalog.Careers.
func CareersIn(ctx context.Context, c *catalog.Catalog, p population.Population, role rolecall.Role) (Careers, error) {
	if err := ValidateCareers(p, role); err != nil {
		return Careers{}, err
	}
	p, err := c.WithTitles(ctx, p)
	if err != nil {
		return Careers{}, err
	}
	rows, titles, err := c.Careers(ctx, p, role)
	return Careers{Population: p, Role: role, Titles: titles, Rows: rows, TellsFirst: !c.Info().HandPicked}, err
}

// HasCareers reports whether first credits and careers are told of a role: of those behind the
// camera.
func HasCareers(role rolecall.Role) bool { return role != rolecall.Lead && role != rolecall.Cast }

// ValidateCareers refuses a question that has no answer.
func ValidateCareers(p population.Population, role rolecall.Role) error {
	if !HasCareers(role) {
		return errors.New("careers are those in a role behind the camera, such as director or writer")
	}
	return p.Validate()
}
