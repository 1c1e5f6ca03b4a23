package catalog

import (
	"context"
	"fmt"

	"rolecall"
	"rolecall/nameindex"
	"rolecall/phrase"
)

// Within says which part of a title is meant: of a series a season, of a season an
// episode. The zero Within is the title itself.
type Within struct{ Season, Episode *int }

// WithinError says that a title has no such parts as are asked for.
type WithinError struct {
	Title rolecall.Title
	// Remedy says what to leave out.
	Remedy string
}

func (e *WithinError) Error() string {
	return fmt.Sprintf("%s is %s: %s", e.Title.Label(), phrase.A(string(e.Title.Kind)), e.Remedy)
}

// Usage marks it as an error in how something is asked.
func (e *WithinError) Usage() {}

// Within is the part meant of a title. A series of one season needs none named. The error
// is a *WithinError, a *SeasonError or an *UnsaidSeasonError where there is none.
func (c *Catalog) Within(ctx context.Context, t rolecall.Title, p Within) (rolecall.Title, error) {
	switch {
	case p == Within{}:
		return t, nil
	case t.Kind.IsLeaf():
		return t, &WithinError{t, "leave out the season and the episode"}
	case t.Kind == rolecall.Season && p.Season != nil:
		return t, &WithinError{t, "leave out the season"}
	case t.Kind == rolecall.Season:
		return c.Episode(ctx, t, *p.Episode)
	}
	return c.part(ctx, t, orElse(p.Season, nameindex.NoSeason), orElse(p.Episode, nameindex.NoEpisode))
}

func orElse(number *int, other int) int {
	if number == nil {
		return other
	}
	return *number
}
