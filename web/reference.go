package web

import (
	"context"
	"fmt"
	"html/template"
	"net/http"
	"slices"
	"strings"

	"github.com/danielgtaylor/huma/v2"

	"rolecall/web/api"
	"rolecall/web/snapshot"
)

// apiView is the page about the interface for programs: the guide, and every
// operation as its description has it.
type apiView struct {
	Guide      template.HTML
	Operations []operationView
	Described  string
}

type operationView struct {
	ID, Method, Path, Summary, Text string
	Parameters                      []parameterView
}

type parameterView struct {
	Name, Where, Text, Kind string
	Required                bool
}

func (s *Site) apiPage(_ context.Context, held *snapshot.Snapshot, r *http.Request) (answer, error) {
	view := apiView{Guide: guidePage(), Described: api.Prefix + "/openapi.json"}
	for path, item := range s.api.Description().Paths {
		for method, operation := range map[string]*huma.Operation{"GET": item.Get, "POST": item.Post} {
			if operation != nil {
				view.Operations = append(view.Operations, operationOf(method, path, operation))
			}
		}
	}
	slices.SortFunc(view.Operations, func(a, b operationView) int { return strings.Compare(a.Path, b.Path) })
	return s.render(held, r, "api", frame{Title: "The interface for programs", Place: "api",
		Description: "The same answers over HTTP: JSON and CSV, described with OpenAPI 3.1.", Content: view})
}

func operationOf(method, path string, o *huma.Operation) operationView {
	v := operationView{ID: o.OperationID, Method: method, Path: path, Summary: o.Summary, Text: o.Description}
	for _, p := range o.Parameters {
		if p.In == "header" {
			continue
		}
		v.Parameters = append(v.Parameters, parameterView{Name: p.Name, Where: p.In, Text: p.Description, Kind: kindWords(p.Schema), Required: p.Required})
	}
	return v
}

// kindWords says what a parameter takes.
func kindWords(s *huma.Schema) string {
	if s == nil {
		return ""
	}
	if len(s.Enum) > 0 {
		words := make([]string, len(s.Enum))
		for i, word := range s.Enum {
			words[i] = fmt.Sprint(word)
		}
		return strings.Join(words, ", ")
	}
	words := s.Type
	if s.Type == "array" {
		words = "list, separated by commas"
	}
	if s.Minimum != nil && s.Maximum != nil {
		words += fmt.Sprintf(", %v to %v", *s.Minimum, *s.Maximum)
	}
	if s.Default != nil {
		words += fmt.Sprintf(", else %v", s.Default)
	}
	return words
}
