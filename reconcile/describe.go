package reconcile

import (
	"context"
	"errors"
	"strings"

	"rolecall"
	"rolecall/catalog"
)

// nameOf is a title's name alone, with which clients compare what a row says; seasons and
// episodes have none that is theirs alone.
func nameOf(t rolecall.Title) string {
	if t.Kind == rolecall.Season || t.Kind == rolecall.Episode {
		return t.Label()
	}
	return t.Name
}

// describeTitle says what tells a title from others of its name: "film, 2017, directed by
// Greta Gerwig".
func describeTitle(ctx context.Context, c *catalog.Catalog, t rolecall.Title) (string, error) {
	all, err := c.TitleCandidates(ctx, []rolecall.Title{t})
	if err != nil || len(all) == 0 {
		return "", err
	}
	return all[0].Note, nil
}

// describePerson says what somebody is best known for: "director of Hunger (2008)".
func describePerson(ctx context.Context, c *catalog.Catalog, p rolecall.Person) (string, error) {
	all, err := c.PersonCandidates(ctx, []rolecall.Person{p})
	if err != nil || len(all) == 0 {
		return "", err
	}
	return strings.TrimSpace(all[0].Note), nil
}

// ifHeld lets pass that a season or episode that an address names is not held.
func ifHeld(err error) error {
	_, absent := errors.AsType[*catalog.SeasonError](err)
	_, unsaid := errors.AsType[*catalog.UnsaidSeasonError](err)
	if absent || unsaid {
		return nil
	}
	return err
}
