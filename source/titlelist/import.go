package titlelist

import "rolecall/source"

// Import is how "rolecall import" reads lists of titles.
var Import = source.Import{
	Word: "list", Name: "lists of titles", Paths: "FILE...", Docs: "docs/import-list.md",
	Help: []string{
		"lists of titles as Letterboxd and IMDb export them, or your own:",
		"each is a named population of what other sources bring",
	},
	Examples: []string{"import list top250.csv --into --catalog imdb.duckdb"},
	Open: func(asked source.Asked) (lists []source.Reader, err error) {
		for _, path := range asked.Paths {
			lists = append(lists, New(path))
		}
		return lists, nil
	},
}
