package wikidata

import "rolecall/source"

// Import is how "rolecall import" reads Wikidata.
var Import = source.Import{
	Word: "wikidata", Name: "Wikidata's files", Paths: "FILE...", Docs: "docs/import-wikidata.md",
	Help: []string{
		"the truthy dump, the JSON dump, or results of the query in",
		"docs/import-wikidata.md: genders, identifiers, credits",
	},
	Examples: []string{"import wikidata latest-truthy.nt.bz2 --into --catalog imdb.duckdb"},
	BadLines: source.OfMachines, ID: SourceID,
	Open: func(asked source.Asked) ([]source.Reader, error) { return []source.Reader{New(asked.Paths)}, nil },
}
