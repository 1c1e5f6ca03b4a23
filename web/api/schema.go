package api

import (
	"net/http"
	"reflect"
	"strconv"

	"github.com/danielgtaylor/huma/v2"

	"rolecall/contract"
	"rolecall/contract/description"
)

func init() {
	huma.NewError = newProblem
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
	s.schemaOf(reflect.TypeFor[contract.Difference]())
	s.schemaOf(reflect.TypeFor[contract.PassRates]())
	s.schemaOf(reflect.TypeFor[contract.Populations]())
	s.schemaOf(reflect.TypeFor[contract.Suggestion]())
	s.schemaOf(reflect.TypeFor[contract.Answered]())
	s.schemaOf(reflect.TypeFor[contract.Views]())
	s.schemaOf(reflect.TypeFor[contract.Corpus]())
	description.Sharpen(s.api.OpenAPI().Components.Schemas, refPrefix)
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

// refPrefix is where the schemas lie in the description.
const refPrefix = "#/components/schemas/"
