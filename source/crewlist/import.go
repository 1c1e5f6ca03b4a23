package crewlist

import (
	"fmt"
	"strconv"
	"strings"

	"rolecall/source"
)

// Import is how "rolecall import" reads crew lists.
var Import = source.Import{
	Word: "crew", Name: "crew lists", Paths: "LIST...", Docs: "docs/import-crew.md",
	Help:     []string{"crew lists of your own, as CSV or XLSX, each with --map"},
	Examples: []string{"import crew roster.xlsx --map roster.yaml --catalog roster.duckdb", "import crew roster.xlsx --map roster.yaml --private --catalog roster.duckdb"},
	Flags: []source.Flag{
		{Name: mapFlag, Help: "the map of a crew list, which says what its columns are (once for each list, in their order)", Each: "crew list"},
		{Name: privateFlag, Help: "keep who is on the crew lists to yourself: the catalog answers report alone, and tells of no fewer than five of them", IsSwitch: true},
		{Name: leastFlag, Help: "with --private: tell of no fewer people than this, at least 3 (default 5)"},
	},
	Open: readers,
}

// The flags.
const (
	mapFlag     = "map"
	privateFlag = "private"
	leastFlag   = "private-least"
)

func readers(asked source.Asked) ([]source.Reader, error) {
	privately, err := privacy(asked.Flags)
	if err != nil {
		return nil, err
	}
	var lists []source.Reader
	for i, path := range asked.Paths {
		lists = append(lists, privately(New(path, asked.Flags[mapFlag][i])))
	}
	return lists, nil
}

// fewestTold is the smallest number of people that may be told of: of two, each would know
// of the other.
const fewestTold = 3

// privacy has lists read as they are or, where it is asked for, privately.
func privacy(flags map[string][]string) (func(source.Reader) source.Reader, error) {
	least := source.LeastTold
	if given := flags[leastFlag]; len(given) > 0 {
		var err error
		if least, err = strconv.Atoi(given[0]); err != nil || least < fewestTold || len(given) > 1 {
			return nil, fmt.Errorf("--%s %s: give one whole number from %d", leastFlag, strings.Join(given, ","), fewestTold)
		}
		if len(flags[privateFlag]) == 0 {
			return nil, fmt.Errorf("--%s says how --%s is meant: give both", leastFlag, privateFlag)
		}
	}
	if len(flags[privateFlag]) == 0 {
		return func(r source.Reader) source.Reader { return r }, nil
	}
	return source.NewPrivate(least).Reader, nil
}
