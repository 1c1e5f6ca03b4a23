package starter

import (
	"context"

	"rolecall/source"
)

// Import is how "rolecall import" takes the starter's facts, so that others can stand
// beside them in a catalog of one's own.
var Import = source.Import{
	Word: "starter", Name: "the starter's facts", Docs: "docs/import-statements.md", ID: SourceID,
	Help:     []string{"the facts that come with the program"},
	Examples: []string{"import starter statements gaps.csv --catalog mine.duckdb"},
	Open:     func(source.Asked) ([]source.Reader, error) { return []source.Reader{shipped{}}, nil },
}

// shipped reads the facts that are in the program.
type shipped struct{}

// Read implements source.Reader.
func (shipped) Read(ctx context.Context, sink source.Sink, _ *source.Report) error {
	return Fill(ctx, sink)
}
