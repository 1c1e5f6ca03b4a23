package reconcile

import (
	"slices"
	"strings"

	"rolecall"
	"rolecall/catalog"
)

// Type is a type of the protocol: a kind of title, or a person.
type Type struct {
	ID          string `json:"id"`
	Name        string `json:"name"`
	Description string `json:"description,omitempty"`
	Broader     []Type `json:"broader,omitempty"`
}

const (
	titleType  = "title"
	personType = "person"
)

// types are all there are, those that people match most first.
var types = func() []Type {
	broader := []Type{{ID: titleType, Name: "Title"}}
	return []Type{
		{ID: string(rolecall.Film), Name: "Film", Broader: broader},
		{ID: string(rolecall.Series), Name: "Series", Description: "a television series, miniseries or web series as a whole", Broader: broader},
		{ID: string(rolecall.Season), Name: "Season", Description: "one season of a series", Broader: broader},
		{ID: string(rolecall.Episode), Name: "Episode", Description: "one episode of a series", Broader: broader},
		{ID: personType, Name: "Person", Description: "somebody credited"},
		{ID: titleType, Name: "Title", Description: "a film, series, season or episode"},
	}
}()

func typeOf(id string) (Type, bool) {
	i := slices.IndexFunc(types, func(t Type) bool { return t.ID == id })
	if i < 0 {
		return Type{}, false
	}
	return types[i], true
}

func typeWords() string {
	var words []string
	for _, t := range types {
		words = append(words, t.ID)
	}
	return strings.Join(words, ", ")
}

// extent is what a query may find.
type extent struct {
	kinds  []rolecall.Kind
	people bool
}

// usualExtent is that of a query without a type: of seasons and episodes there are too many
// of one name.
func usualExtent() extent {
	return extent{[]rolecall.Kind{rolecall.Series, rolecall.Film}, true}
}

func extentOf(id string) extent {
	switch id {
	case titleType:
		return extent{kinds: rolecall.Kinds()}
	case personType:
		return extent{people: true}
	}
	return extent{kinds: []rolecall.Kind{rolecall.Kind(id)}}
}

// has reports whether an extent has an entity in it.
func (e extent) has(isPerson bool, kind rolecall.Kind) bool {
	return isPerson && e.people || !isPerson && slices.Contains(e.kinds, kind)
}

// joined are the extents of several types: what is of any of them or, if all is asked for,
// of each. "should" is taken for "any": a type is a restriction.
func joined(ids []string, all bool) extent {
	if len(ids) == 0 {
		return usualExtent()
	}
	var e extent
	for _, kind := range rolecall.Kinds() {
		if holds(ids, all, func(o extent) bool { return o.has(false, kind) }) {
			e.kinds = append(e.kinds, kind)
		}
	}
	e.people = holds(ids, all, func(o extent) bool { return o.people })
	return e
}

func holds(ids []string, all bool, in func(extent) bool) bool {
	for _, id := range ids {
		if in(extentOf(id)) != all {
			return !all
		}
	}
	return all
}

// nearest is a look-up within an extent.
func (e extent) nearest(year, most int) catalog.Nearest {
	return catalog.Nearest{Kinds: e.kinds, People: e.people, Year: year, Most: most}
}

// typesOf are the types of an entity, the closest first.
func typesOf(isPerson bool, kind rolecall.Kind) []Type {
	id := string(kind)
	if isPerson {
		id = personType
	}
	t, _ := typeOf(id)
	return []Type{{ID: t.ID, Name: t.Name}}
}
