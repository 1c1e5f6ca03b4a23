package statements

import "rolecall/source"

// Import is how "rolecall import" reads tables of statements.
var Import = source.Import{
	Word: "statements", Name: "tables of statements", Paths: "FILE...", Docs: "docs/import-statements.md",
	Help: []string{
		"what you found out about people's gender, with a source for",
		`each: the table of "rolecall gaps", filled in`,
	},
	Examples: []string{"import statements gaps.csv --into --catalog imdb.duckdb"},
	Open: func(asked source.Asked) (tables []source.Reader, err error) {
		for _, path := range asked.Paths {
			tables = append(tables, New(path))
		}
		return tables, nil
	},
}
