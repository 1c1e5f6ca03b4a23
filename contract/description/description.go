// Package description describes the types of package contract, and what is asked for
// them, as JSON Schema: for the interface over HTTP, which is described with OpenAPI,
// and for the tools of assistants. The words are those of the types' fields and of the
// table of the fields of a population, so that they stand once.
//
// It stands on huma, which the interface is made with: it reads a type and its tags,
// and checks what is sent by the same schema.
package description

import (
	"path"
	"reflect"
	"slices"
	"strings"

	"github.com/danielgtaylor/huma/v2"

	"rolecall"
	"rolecall/measure"
	"rolecall/population"
)

func init() {
	huma.DefaultArrayNullable = false // a list of the contract is empty and never null
}

// NewRegistry holds schemas, which refer to each other by a prefix and a name.
func NewRegistry(prefix string) huma.Registry { return huma.NewMapRegistry(prefix, name) }

// name names a type, with its package where that is not the contract's: two packages
// may have a word for two things.
func name(t reflect.Type, hint string) string {
	name := huma.DefaultSchemaNamer(t, hint)
	for t.Kind() == reflect.Pointer || t.Kind() == reflect.Slice {
		t = t.Elem()
	}
	switch from := path.Base(t.PkgPath()); from {
	case ".", "contract", "rolecall":
		return name
	default:
		return strings.ToUpper(from[:1]) + from[1:] + name
	}
}

// vocabulary is what a value of a type of the vocabulary may be.
var vocabulary = map[reflect.Type][]any{
	reflect.TypeFor[rolecall.Gender](): words(rolecall.Genders()),
	reflect.TypeFor[rolecall.Kind]():   words(rolecall.Kinds()),
	reflect.TypeFor[rolecall.Role]():   words(measure.TalliedRoles()),
	reflect.TypeFor[rolecall.Scope]():  words([]rolecall.Scope{rolecall.OfTitle, rolecall.OfSeason, rolecall.OfSeries}),
	reflect.TypeFor[rolecall.Side]():   words([]rolecall.Side{rolecall.Front, rolecall.Behind}),
	reflect.TypeFor[rolecall.Unit]():   words(rolecall.Units()),
}

func words[T ~string](all []T) []any {
	list := make([]any, len(all))
	for i, word := range all {
		list[i] = string(word)
	}
	return list
}

// Sharpen adds to the schemas of a registry what their generator leaves out: the words
// of the vocabulary, and null where a pointer may be nil.
func Sharpen(r huma.Registry, prefix string) {
	for name, schema := range r.Map() {
		for _, f := range reflect.VisibleFields(r.TypeFromRef(prefix + name)) {
			field, options, _ := strings.Cut(f.Tag.Get("json"), ",")
			if property, is := schema.Properties[field]; is && !f.Anonymous {
				schema.Properties[field] = sharpened(property, f.Type, strings.Contains(options, "omitempty"))
			}
		}
	}
}

func sharpened(s *huma.Schema, t reflect.Type, left bool) *huma.Schema {
	pointer := t.Kind() == reflect.Pointer
	if pointer {
		t = t.Elem()
	}
	of := s
	if t.Kind() == reflect.Slice {
		t, of = t.Elem(), s.Items
	}
	if all, is := vocabulary[t]; is {
		of.Enum = slices.Clone(all)
	}
	switch {
	case !pointer || left:
		return s
	case s.Ref != "":
		return &huma.Schema{Description: s.Description, AnyOf: []*huma.Schema{{Ref: s.Ref}, {Type: "null"}}}
	case len(s.Enum) > 0:
		s.Enum = append(s.Enum, nil)
	}
	return s
}

// OfField is the schema of what a field of a population takes.
func OfField(f population.Field) *huma.Schema {
	one := &huma.Schema{Type: huma.TypeString}
	for _, word := range f.Choices {
		one.Enum = append(one.Enum, word)
	}
	switch f.Type {
	case population.Number:
		return &huma.Schema{Type: huma.TypeInteger, Minimum: new(0.0)}
	case population.YesNo:
		return &huma.Schema{Type: huma.TypeBoolean}
	case population.Names, population.Identifiers:
		return &huma.Schema{Type: huma.TypeArray, Items: one, MaxItems: new(population.MostInAddress)}
	}
	return one
}
