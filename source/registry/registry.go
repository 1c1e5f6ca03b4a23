// Package registry lists the sources that "rolecall import" reads. A new source is a
// folder beside this one and a line here; source/README.md says how to write it.
package registry

import (
	"slices"

	"rolecall"
	"rolecall/source"
	"rolecall/source/crewlist"
	"rolecall/source/imdb"
	"rolecall/source/starter"
	"rolecall/source/statements"
	"rolecall/source/titlelist"
	"rolecall/source/tmdb"
	"rolecall/source/wikidata"
)

// All are the sources, in the order of the help.
func All() []source.Import {
	return []source.Import{imdb.Import, wikidata.Import, tmdb.Import, crewlist.Import, titlelist.Import, statements.Import, starter.Import}
}

// Find is the source of a word; false if there is none.
func Find(word string) (source.Import, bool) {
	all := All()
	at := slices.IndexFunc(all, func(i source.Import) bool { return i.Word == word })
	if at < 0 {
		return source.Import{}, false
	}
	return all[at], true
}

// PartialRoles are the roles of which some of a catalog's sources list only the
// principal people, in the order of rolecall.Roles; nil where there are none.
func PartialRoles(sources []rolecall.Source) []rolecall.Role {
	var partial []rolecall.Role
	for _, i := range All() {
		if slices.ContainsFunc(sources, func(s rolecall.Source) bool { return s.ID == i.ID }) {
			partial = append(partial, i.Principals...)
		}
	}
	slices.SortFunc(partial, rolecall.Role.Compare)
	return slices.Compact(partial)
}
