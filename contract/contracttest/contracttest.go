// Package contracttest holds real answers to what the description of the interface
// says of them, for the tests of those who answer.
package contracttest

import (
	"bytes"
	_ "embed"
	"encoding/json"
	"fmt"
	"maps"
	"mime"
	"net/http"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/santhosh-tekuri/jsonschema/v6"
)

// openAPI is what a description must be itself: the schema of OpenAPI 3.1 as the
// OpenAPI Initiative publishes it (spec.openapis.org/oas/3.1/schema/2022-10-07,
// Apache License 2.0).
//
//go:embed openapi-3.1.json
var openAPI []byte

// Description is a description of an interface in OpenAPI 3.1, with what was held to
// it so far.
type Description struct {
	paths map[string]map[string]operation
	// schemas are those of the components, by name.
	schemas map[string]*jsonschema.Schema
	// visited are the operations that answered and did not refuse, and shown the schemas that one
	// was held to.
	visited, shown map[string]bool
}

type operation struct {
	Responses map[string]struct {
		Content map[string]struct {
			Schema struct {
				Ref string `json:"$ref"`
			}
		}
	}
}

// Read reads a description and holds it to OpenAPI 3.1; its schemas are held to JSON
// Schema 2020-12, and each must refuse fields that it does not describe.
func Read(t testing.TB, text []byte) *Description {
	t.Helper()
	compiler := jsonschema.NewCompiler()
	compiler.DefaultDraft(jsonschema.Draft2020)
	for name, resource := range map[string][]byte{"openapi.json": openAPI, "description.json": text} {
		if err := compiler.AddResource(name, parsed(t, resource)); err != nil {
			t.Fatal(err)
		}
	}
	if err := compiled(t, compiler, "openapi.json").Validate(parsed(t, text)); err != nil {
		t.Errorf("the description is not OpenAPI 3.1: %v", err)
	}
	var written struct {
		Paths      map[string]map[string]operation
		Components struct {
			Schemas map[string]struct{ AdditionalProperties any }
		}
	}
	if err := json.Unmarshal(text, &written); err != nil {
		t.Fatal(err)
	}
	d := &Description{paths: written.Paths, schemas: make(map[string]*jsonschema.Schema), visited: make(map[string]bool), shown: make(map[string]bool)}
	for name, schema := range written.Components.Schemas {
		if schema.AdditionalProperties != false {
			t.Errorf("%s lets fields pass that it does not describe", name)
		}
		d.schemas[name] = compiled(t, compiler, "description.json#/components/schemas/"+name)
	}
	return d
}

func parsed(t testing.TB, text []byte) any {
	t.Helper()
	value, err := jsonschema.UnmarshalJSON(bytes.NewReader(text))
	if err != nil {
		t.Fatalf("%v: %.300s", err, text)
	}
	return value
}

func compiled(t testing.TB, c *jsonschema.Compiler, location string) *jsonschema.Schema {
	t.Helper()
	schema, err := c.Compile(location)
	if err != nil {
		t.Fatal(err)
	}
	return schema
}

// Answer holds an answer over HTTP to the operation of a method and path: its status
// and kind must be described, and its body be what they are said to have.
func (d *Description) Answer(t testing.TB, method, path string, status int, kind string, body []byte) {
	t.Helper()
	name := strings.ToUpper(method) + " " + path
	described, is := d.paths[path][strings.ToLower(method)]
	if !is {
		t.Errorf("%s is not described", name)
		return
	}
	if status == http.StatusOK {
		d.visited[name] = true
	}
	response, is := described.Responses[strconv.Itoa(status)]
	if !is {
		t.Errorf("%s: the status %d is not described: %.300s", name, status, body)
		return
	}
	if len(response.Content) == 0 && len(body) == 0 {
		return
	}
	plain, _, err := mime.ParseMediaType(kind)
	content, is := response.Content[plain]
	if err != nil || !is {
		t.Errorf("%s: %d of the kind %q is not described: %.300s", name, status, kind, body)
		return
	}
	if content.Schema.Ref != "" {
		d.Document(t, fmt.Sprint(name, ": ", status), strings.TrimPrefix(content.Schema.Ref, "#/components/schemas/"), body)
	}
}

// Document holds a document to a type of the contract.
func (d *Description) Document(t testing.TB, where, name string, body []byte) {
	t.Helper()
	schema, is := d.schemas[name]
	if !is {
		t.Errorf("%s: the description has no %s", where, name)
		return
	}
	d.shown[name] = true
	if err := schema.Validate(parsed(t, body)); err != nil {
		t.Errorf("%s is not what %s says: %v", where, name, err)
	}
}

// Operations are all that are described: "GET /api/v1/titles/{id}".
func (d *Description) Operations() []string {
	var names []string
	for path, methods := range d.paths {
		for method := range methods {
			names = append(names, strings.ToUpper(method)+" "+path)
		}
	}
	slices.Sort(names)
	return names
}

// Unvisited are the operations of which no answer but refusals was held to the description.
func (d *Description) Unvisited() []string {
	return slices.DeleteFunc(d.Operations(), func(name string) bool { return d.visited[name] })
}

// Shown are the types that a document was held to.
func (d *Description) Shown() []string { return slices.Sorted(maps.Keys(d.shown)) }
