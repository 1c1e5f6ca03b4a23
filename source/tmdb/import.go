package tmdb

import "rolecall/source"

// Import is how "rolecall import" reads TMDB.
var Import = source.Import{
	Word: "tmdb", Name: "TMDB's answers", Paths: "FILE...", Docs: "docs/import-tmdb.md",
	Help:     []string{"answers of TMDB's API, as JSON, JSON lines or CSV"},
	Examples: []string{"import tmdb movies.csv credits.csv --catalog films.duckdb"},
	ID:       SourceID,
	Open:     func(asked source.Asked) ([]source.Reader, error) { return []source.Reader{New(asked.Paths...)}, nil },
}
