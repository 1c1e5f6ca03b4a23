package api

import (
	"net/http"
	"path"
	"reflect"
	"slices"
	"strconv"
	"strings"

	"github.com/danielgtaylor/huma/v2"

	"rolecall"
	"rolecall/contract"
	"rolecall/measure"
)

func init() {
	huma.DefaultArrayNullable = false // a list of the contract is empty and never null
	huma.NewError = newProblem
}

// schemaName names a type in the description, with its package where that is not
// the contract's: two packages may have a word for two things.
func schemaName(t reflect.Type, hint string) string {
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

// schemaOf is the schema of a type, put into the description.
func (s *Service) schemaOf(t reflect.Type) *huma.Schema {
	return s.api.OpenAPI().Components.Schemas.Schema(t, true, "")
}

// describe completes the description when all operations are in place: what each may
// be refused with, and the types of the contract that none of them answers with, as
// the command writes them, or a file beside a page has them.
func (s *Service) describe() {
	for path, item := range s.api.OpenAPI().Paths {
		for _, op := range []*huma.Operation{item.Get, item.Post} {
			if op != nil {
				s.describeRefusals(path, op)
			}
		}
	}
	s.schemaOf(reflect.TypeFor[contract.Checks]())
	s.schemaOf(reflect.TypeFor[contract.PassRates]())
	s.schemaOf(reflect.TypeFor[contract.Populations]())
	s.schemaOf(reflect.TypeFor[contract.Suggestion]())
	sharpen(s.api.OpenAPI().Components.Schemas)
}

func (s *Service) describeRefusals(path string, op *huma.Operation) {
	delete(op.Responses, "default") // the framework's, of an operation without errors
	for _, status := range refusals(path, op) {
		response := &huma.Response{
			Description: http.StatusText(status),
			Content:     map[string]*huma.MediaType{problemKind: {Schema: s.schemaOf(reflect.TypeFor[contract.Problem]())}},
		}
		if status == http.StatusTooManyRequests {
			response.Headers = map[string]*huma.Param{"Retry-After": {Description: "The seconds to wait.", Schema: &huma.Schema{Type: huma.TypeInteger}}}
		}
		op.Responses[strconv.Itoa(status)] = response
	}
}

// sharpen adds to the schemas what their generator leaves out: the words of the
// vocabulary, and null where a pointer may be nil.
func sharpen(r huma.Registry) {
	for name, schema := range r.Map() {
		for _, f := range reflect.VisibleFields(r.TypeFromRef(refPrefix + name)) {
			field, options, _ := strings.Cut(f.Tag.Get("json"), ",")
			if property, is := schema.Properties[field]; is && !f.Anonymous {
				schema.Properties[field] = sharpened(property, f.Type, strings.Contains(options, "omitempty"))
			}
		}
	}
}

// refPrefix is where the schemas lie in the description.
const refPrefix = "#/components/schemas/"

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
