package reconcile

import (
	"context"
	"slices"
	"strings"

	"rolecall/catalog"
	"rolecall/nameindex"
)

// Suggestion is what somebody who types may mean.
type Suggestion struct {
	ID          string `json:"id"`
	Name        string `json:"name"`
	Description string `json:"description,omitempty"`
	Notable     []Type `json:"notable,omitempty"`
}

// A page of suggestions, and how many can be leafed through.
const (
	perPage        = 10
	mostSuggestion = 100
)

// suggestEntities are the titles and people of an extent whose names begin as a text does,
// or that have it as an identifier, from a place in the list on.
func suggestEntities(ctx context.Context, c *catalog.Catalog, prefix string, in extent, from int) ([]Suggestion, error) {
	all := []Suggestion{}
	if strings.TrimSpace(prefix) == "" || from >= mostSuggestion {
		return all, nil
	}
	m := &matching{look: newLook(c), query: Query{text: prefix, extent: in}}
	identified, err := m.identified(ctx)
	if err != nil {
		return nil, err
	}
	if !identified {
		q := in.nearest(nameindex.Understand(prefix).Year, from+perPage)
		q.Unfinished = true
		found, err := c.Nearest(ctx, prefix, q)
		if err != nil {
			return nil, err
		}
		if m.found, err = m.weighed(ctx, found); err != nil {
			return nil, err
		}
	}
	for _, one := range page(m.found, from) {
		told, err := m.tell(ctx, one)
		if err != nil {
			return nil, err
		}
		all = append(all, Suggestion{told.ID, told.Name, told.Description, told.Type})
	}
	return all, nil
}

func page[T any](all []T, from int) []T {
	all = all[min(len(all), from):]
	return all[:min(len(all), perPage)]
}

// suggestTypes are the types whose names or identifiers begin as a text does.
func suggestTypes(prefix string) []Suggestion {
	all := []Suggestion{}
	for _, t := range types {
		if isBegun(prefix, t.ID, t.Name) {
			all = append(all, Suggestion{ID: t.ID, Name: t.Name, Description: t.Description})
		}
	}
	return all
}

// suggestProperties are the properties in whose names a text begins a word; those to match
// by come first.
func suggestProperties(prefix, typeID string) []Suggestion {
	all := []Suggestion{}
	for _, p := range those(func(p Property) bool { return isBegun(prefix, p.ID, p.Name) }, typeID) {
		all = append(all, Suggestion{ID: p.ID, Name: p.Name, Description: p.Description})
	}
	return all
}

// isBegun reports whether a text begins a word of a name, or an identifier.
func isBegun(prefix, id, name string) bool {
	prefix = strings.ToLower(strings.TrimSpace(prefix))
	if strings.HasPrefix(id, prefix) {
		return true
	}
	words := strings.Fields(strings.ToLower(name))
	return slices.ContainsFunc(words, func(word string) bool { return strings.HasPrefix(word, prefix) }) ||
		strings.HasPrefix(strings.ToLower(name), prefix)
}
