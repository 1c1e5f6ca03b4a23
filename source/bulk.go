package source

import (
	"context"

	"rolecall"
)

// Bulk is a sink that takes facts by number too, for a source too big to be handed
// over row by row. Titles and people are numbered from 1 in the order of their
// identifiers; people who are known by nothing but their identifier come last. As that
// leaves no room for others between them, only the first source of a catalog can write
// so.
type Bulk interface {
	Sink
	// AddNumbered takes all rows of some kinds of fact, each drawn by a goroutine of
	// its own, all at the same time. It returns when they are written, or with the
	// first error.
	AddNumbered(context.Context, Numbered) error
}

// Numbered are rows by number, those of each kind in the order in which they are best
// held; a nil kind has none.
type Numbered struct {
	Titles     Rows[NumberedTitle]
	People     Rows[NumberedPerson]
	Credits    Rows[NumberedCredit]
	Statements Rows[NumberedStatement]
	Names      Rows[NumberedName]
}

// Rows hands over rows of one kind, one after the other. The errors of add end it and
// are passed on as they are.
type Rows[T any] func(ctx context.Context, add func(T) error) error

// NumberedTitle is a title.
type NumberedTitle struct {
	Number int32
	ID     string
	Kind   rolecall.Kind
	// Name is what it is called; OriginalName is empty where it is the same.
	Name, OriginalName string
	// Series and SeasonTitle are the numbers of what it is part of, 0 for none; a
	// season is its own SeasonTitle.
	Series, SeasonTitle int32
	Season, Episode     int32
	Year                int16
	// Genres are lines of one text.
	Genres, Form string
	// Minutes is how long it runs, 0 where not known.
	Minutes int32
	Votes   int32
	Whole   bool
}

// NumberedPerson is a person.
type NumberedPerson struct {
	Number   int32
	ID, Name string
	// Born is the year of birth, 0 where not known.
	Born int16
}

// NumberedCredit is a credit on a leaf title that the source names, each person once
// for a title and a role.
type NumberedCredit struct {
	// Title is the leaf title, Work the film, or the season of the episode, that it
	// counts for; 0 where there is none.
	Title, Work, Person int32
	Role                rolecall.Role
	Job                 string
	// Characters are lines of one text.
	Characters string
	Billing    int32
}

// NumberedStatement is what a source says of a person's gender without a page or a day.
type NumberedStatement struct {
	Person     int32
	Gender     rolecall.Gender
	Wording    string
	Precedence rolecall.Precedence
	Source     string
}

// NumberedName is what else a title is called. Repetitions are left aside.
type NumberedName struct {
	Title int32
	Name  string
}
