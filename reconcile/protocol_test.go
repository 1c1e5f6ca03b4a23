package reconcile_test

import (
	"encoding/json"
	"net/http"
	"net/http/httptest"
	"net/url"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/santhosh-tekuri/jsonschema/v6"

	"rolecall/catalog"
	"rolecall/reconcile"
)

// asked is a service over a catalog, and what it answered last.
type asked struct {
	t       *testing.T
	service *reconcile.Service
}

func serving(t *testing.T, c *catalog.Catalog) asked {
	return asked{t, reconcile.New(reconcile.Options{
		Acquire: func() (*catalog.Catalog, func(), error) { return c, func() {}, nil }, Public: "https://rolecall.example", Version: "test",
	})}
}

func (a asked) get(address string) *httptest.ResponseRecorder {
	w := httptest.NewRecorder()
	a.service.ServeHTTP(w, httptest.NewRequestWithContext(a.t.Context(), http.MethodGet, address, nil))
	return w
}

// post sends a form as OpenRefine does.
func (a asked) post(field, value string) *httptest.ResponseRecorder {
	r := httptest.NewRequestWithContext(a.t.Context(), http.MethodPost, reconcile.Path, strings.NewReader(url.Values{field: {value}}.Encode()))
	r.Header.Set("Content-Type", "application/x-www-form-urlencoded; charset=UTF-8")
	w := httptest.NewRecorder()
	a.service.ServeHTTP(w, r)
	return w
}

func read[T any](t *testing.T, w *httptest.ResponseRecorder) (into T) {
	t.Helper()
	if w.Code != http.StatusOK {
		t.Fatalf("%d: %s", w.Code, w.Body)
	}
	if err := json.Unmarshal(w.Body.Bytes(), &into); err != nil {
		t.Fatal(err)
	}
	return into
}

// match asks one query.
func (a asked) match(query string) []reconcile.Candidate {
	a.t.Helper()
	return read[map[string]reconcile.Result](a.t, a.post("queries", `{"q0":`+query+`}`))["q0"].Result
}

// published is where the schemas of the specification lie, whose files are not ours to copy:
// a check-out of github.com/reconciliation-api/specs, the folder 0.2/schemas.
const published = "RECONCILIATION_SCHEMAS"

// schemas are those that answers are held to: ours, and the published ones if they are there.
type schemas struct {
	t    *testing.T
	all  map[string][]*jsonschema.Schema
	both bool
}

func readSchemas(t *testing.T) schemas {
	s := schemas{t: t, all: make(map[string][]*jsonschema.Schema)}
	own := jsonschema.NewCompiler()
	for _, name := range []string{"manifest", "results", "suggestions", "properties", "columns"} {
		schema, err := own.Compile(filepath.Join("testdata", "answers.json") + "#/$defs/" + name)
		if err != nil {
			t.Fatal(err)
		}
		s.all[name] = append(s.all[name], schema)
	}
	folder := os.Getenv(published)
	if folder == "" {
		t.Logf("$%s names no folder with the published schemas: answers are held to ours alone", published)
		return s
	}
	s.both = true
	compiler := jsonschema.NewCompiler()
	compiler.DefaultDraft(jsonschema.Draft7)
	ids := make(map[string]string)
	files, err := filepath.Glob(filepath.Join(folder, "*.json"))
	if err != nil || len(files) == 0 {
		t.Fatalf("no schemas in %s: %v", folder, err)
	}
	for _, file := range files {
		ids[filepath.Base(file)] = addPublished(t, compiler, file)
	}
	for name, file := range map[string]string{
		"manifest": "manifest.json", "results": "reconciliation-result-batch.json", "suggestions": "suggest-entities-response.json",
		"properties": "data-extension-property-proposal.json", "columns": "data-extension-response.json",
		"suggested types": "suggest-types-response.json", "suggested properties": "suggest-properties-response.json", "queries": "reconciliation-query-batch.json",
		"question for columns": "data-extension-query.json",
	} {
		schema, err := compiler.Compile(ids[file])
		if err != nil {
			t.Fatal(err)
		}
		s.all[name] = append(s.all[name], schema)
	}
	return s
}

// addPublished takes a schema under its own name; which draft it is of it does not say.
func addPublished(t *testing.T, compiler *jsonschema.Compiler, file string) (id string) {
	t.Helper()
	text, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	value, err := jsonschema.UnmarshalJSON(strings.NewReader(string(text)))
	if err != nil {
		t.Fatal(err)
	}
	schema := value.(map[string]any)
	delete(schema, "$schema")
	id, _ = schema["$id"].(string)
	if err := compiler.AddResource(id, schema); err != nil {
		t.Fatal(err)
	}
	return id
}

func (s schemas) hold(name, what, text string) {
	s.t.Helper()
	value, err := jsonschema.UnmarshalJSON(strings.NewReader(text))
	if err != nil {
		s.t.Fatalf("%s: %v: %.300s", what, err, text)
	}
	for _, schema := range s.all[name] {
		if err := schema.Validate(value); err != nil {
			s.t.Errorf("%s is not as the protocol has it: %v\n%.600s", what, err, text)
		}
	}
}

// What is answered is as the protocol has it, whatever is asked.
func TestAnswersAreOfTheProtocol(t *testing.T) {
	a, s := ofStarter(t), readSchemas(t)
	s.hold("manifest", "the manifest", a.get(reconcile.Path).Body.String())
	for _, queries := range []string{
		`{"q0": {"query": "Lady Bird"}, "q1": {"query": "jesica jones", "limit": 3}, "q2": {"query": "Fargo", "type": ["film", "series"], "type_strict": "any"}}`,
		`{"q0": {"query": "Melissa Rosenberg", "type": "person", "type_strict": "should", "properties": [{"pid": "known_for", "v": ["Jessica Jones", 3, true, {"id": "jessica-jones", "name": "x"}]}]}}`,
		`{"q0": {"properties": [{"pid": "imdb", "v": "tt1"}]}, "q1": {"query": "Jessica Jones 2x04"}, "": {"query": "zzzzzzzz"}, "q3": {"query": ""}}`,
		`{}`,
	} {
		s.hold("queries", "the batch itself", queries)
		s.hold("results", queries, a.post("queries", queries).Body.String())
		s.hold("results", queries, a.get(reconcile.Path+"?"+url.Values{"queries": {queries}}.Encode()).Body.String())
	}
	for _, prefix := range []string{"", "jes", "Melissa R", "jessica-jones/2", "zzzz"} {
		for what, name := range map[string]string{"entity": "suggestions", "type": "suggested types", "property": "suggested properties"} {
			text := a.get(reconcile.Path + "/suggest/" + what + "?" + url.Values{"prefix": {prefix}}.Encode()).Body.String()
			s.hold(name, what+" for "+prefix, text)
			s.hold("suggestions", what+" for "+prefix, text)
		}
	}
	s.hold("columns", "every column there is", a.post("extend", everyColumn(t, a, s)).Body.String())
}

// everyColumn asks for every property of every type, of a title of each kind, of people, and
// of what is not held.
func everyColumn(t *testing.T, a asked, s schemas) string {
	ask := struct {
		IDs        []string            `json:"ids"`
		Properties []map[string]string `json:"properties"`
	}{IDs: []string{"jessica-jones", "jessica-jones/2", "jessica-jones/2/4", "lady-bird-2017", "greta-gerwig", "jamie-king", "nobody"}}
	for _, kind := range []string{"", "film", "series", "season", "episode", "title", "person"} {
		text := a.get(reconcile.Path + "/properties?limit=25&type=" + kind).Body.String()
		s.hold("properties", "the properties of "+kind, text)
		var proposed struct{ Properties []struct{ ID string } }
		if err := json.Unmarshal([]byte(text), &proposed); err != nil || len(proposed.Properties) == 0 {
			t.Fatalf("no properties of %q: %v", kind, err)
		}
		if kind == "" {
			for _, p := range proposed.Properties {
				ask.Properties = append(ask.Properties, map[string]string{"id": p.ID})
			}
		}
	}
	for _, id := range []string{"director", "director_women", "director_share_known", "director_episodes", "cast_coverage"} {
		ask.Properties = append(ask.Properties, map[string]string{"id": id})
	}
	text, err := json.Marshal(ask)
	if err != nil {
		t.Fatal(err)
	}
	s.hold("question for columns", "the question", string(text))
	return string(text)
}

// Whatever the manifest says there is can be asked for by pages of any host, and so can errors.
func TestPagesOfAnyHostMayAsk(t *testing.T) {
	a := ofStarter(t)
	m := read[reconcile.Manifest](t, a.get(reconcile.Path))
	addresses := []string{m.Extend.Propose.URL + m.Extend.Propose.Path + "?type="}
	for _, of := range m.Suggest {
		addresses = append(addresses, of.URL+of.Path+"?prefix=jess")
	}
	if len(addresses) != 4 {
		t.Errorf("the manifest names %d services", len(addresses))
	}
	for _, address := range append(addresses, "https://rolecall.example/reconcile/nothing", "https://rolecall.example/reconcile?x=y", "https://rolecall.example/reconcile") {
		w := a.get(strings.TrimPrefix(address, "https://rolecall.example"))
		if w.Header().Get("Access-Control-Allow-Origin") != "*" {
			t.Errorf("%s lets no other page read it", address)
		}
		if isFault := strings.Contains(address, "nothing") || strings.Contains(address, "x=y"); isFault == (w.Code == http.StatusOK) {
			t.Errorf("%s: %d", address, w.Code)
		}
	}
	r := httptest.NewRequest(http.MethodOptions, reconcile.Path, nil)
	w := httptest.NewRecorder()
	a.service.ServeHTTP(w, r)
	if w.Code != http.StatusNoContent || !strings.Contains(w.Header().Get("Access-Control-Allow-Methods"), "POST") {
		t.Errorf("a preflight: %d %v", w.Code, w.Header())
	}
}
