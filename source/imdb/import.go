package imdb

import (
	"errors"
	"slices"

	"rolecall"
	"rolecall/source"
)

// Import is how "rolecall import" reads IMDb.
var Import = source.Import{
	Word: "imdb", Name: "IMDb's datasets", Paths: "DIR", Docs: "docs/import-imdb.md",
	Help: []string{"the folder with IMDb's non-commercial datasets"},
	Examples: []string{
		"import imdb ~/imdb --without akas",
		"import imdb ~/imdb wikidata people.tsv --without akas",
	},
	Flags: []source.Flag{
		{Name: adult, Help: "take titles that IMDb marks as adult too", IsSwitch: true},
		{Name: without, Help: `leave a dataset of IMDb out; only "akas" may be`, Words: []string{"akas"}, Refusal: "only akas may be left out"},
	},
	First: true, BadLines: source.OfMachines, ID: SourceID, Principals: principalsOnly(), Open: readers,
}

// The names of the flags.
const (
	adult   = "adult"
	without = "without"
)

func readers(asked source.Asked) ([]source.Reader, error) {
	if len(asked.Paths) != 1 {
		return nil, errors.New("imdb takes one folder; name several sources with their words")
	}
	return []source.Reader{Reader{Dir: asked.Paths[0], Adult: len(asked.Flags[adult]) > 0, Without: asked.Flags[without]}}, nil
}

// principalsOnly are the roles of which IMDb's files have, in IMDb's words, the
// “principal cast/crew for titles” (title.principals;
// https://developer.imdb.com/non-commercial-datasets/). Directors and writers are all
// in title.crew.
func principalsOnly() []rolecall.Role {
	return slices.DeleteFunc(rolecall.Roles(), func(r rolecall.Role) bool { return r == rolecall.Director || r == rolecall.Writer })
}
