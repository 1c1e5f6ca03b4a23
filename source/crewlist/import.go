package crewlist

import "rolecall/source"

// Import is how "rolecall import" reads crew lists.
var Import = source.Import{
	Word: "crew", Name: "crew lists", Paths: "LIST...", Docs: "docs/import-crew.md",
	Help:     []string{"crew lists of your own, as CSV or XLSX, each with --map"},
	Examples: []string{"import crew roster.xlsx --map roster.yaml --catalog roster.duckdb"},
	Flags: []source.Flag{
		{Name: mapFlag, Help: "the map of a crew list, which says what its columns are (once for each list, in their order)", Each: "crew list"},
	},
	Open: readers,
}

const mapFlag = "map"

func readers(asked source.Asked) ([]source.Reader, error) {
	var lists []source.Reader
	for i, path := range asked.Paths {
		lists = append(lists, New(path, asked.Flags[mapFlag][i]))
	}
	return lists, nil
}
