package sourcetest

import (
	"context"

	"rolecall/source"
)

// Numbered is what a source hands over by number.
type Numbered struct {
	Titles     []source.NumberedTitle
	People     []source.NumberedPerson
	Credits    []source.NumberedCredit
	Statements []source.NumberedStatement
	Names      []source.NumberedName
}

var _ source.Bulk = (*Memory)(nil)

// AddNumbered implements source.Bulk.
func (m *Memory) AddNumbered(ctx context.Context, rows source.Numbered) error {
	for _, draw := range []func() error{
		func() error { return drawn(ctx, rows.Titles, &m.Numbered.Titles) },
		func() error { return drawn(ctx, rows.People, &m.Numbered.People) },
		func() error { return drawn(ctx, rows.Credits, &m.Numbered.Credits) },
		func() error { return drawn(ctx, rows.Statements, &m.Numbered.Statements) },
		func() error { return drawn(ctx, rows.Names, &m.Numbered.Names) },
	} {
		if err := draw(); err != nil {
			return err
		}
	}
	return nil
}

func drawn[T any](ctx context.Context, rows source.Rows[T], into *[]T) error {
	if rows == nil {
		return nil
	}
	return rows(ctx, func(row T) error { return keep(into, row) })
}
