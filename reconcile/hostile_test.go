package reconcile_test

import (
	"encoding/json"
	"errors"
	"fmt"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"

	"rolecall/contract"
	"rolecall/reconcile"
)

// What cannot be read is refused, with where it is and what helps, and never half answered.
func TestWhatCannotBeReadIsRefused(t *testing.T) {
	a := ofStarter(t)
	many := func(n int, one string) string {
		var parts []string
		for i := range n {
			parts = append(parts, fmt.Sprintf(`"q%d":%s`, i, one))
		}
		return "{" + strings.Join(parts, ",") + "}"
	}
	for _, c := range []struct {
		field, value string
		status       int
		says         []string
	}{
		{"queries", many(101, `{"query":"x"}`), http.StatusRequestEntityTooLarge, []string{"101 queries", "100 at most", "batchSize"}},
		{"queries", `not json`, 400, []string{"queries", "not a JSON object"}},
		{"queries", ``, 400, []string{"ends too early"}},
		{"queries", `null`, 400, []string{"null"}},
		{"queries", `[{"query":"x"}]`, 400, []string{"queries", "array"}},
		{"queries", `{"q0":{"query":"x"}} {}`, 400, []string{"something follows"}},
		{"queries", `{"q0":{"query":"x"}`, 400, []string{"ends too early"}},
		{"queries", `{"q0":{}}`, 400, []string{"queries.q0", "neither query nor properties"}},
		{"queries", `{"q0":{"query":5}}`, 400, []string{"queries.q0", "number"}},
		{"queries", `{"q0":{"qeury":"x"}}`, 400, []string{"queries.q0", "qeury"}},
		{"queries", `{"q0":{"query":"x","limit":0}}`, 400, []string{"queries.q0.limit", "whole number from 1"}},
		{"queries", `{"q0":{"query":"x","limit":2.5}}`, 400, []string{"limit"}},
		{"queries", `{"q0":{"query":"x","limit":-1e300}}`, 400, []string{"limit"}},
		{"queries", `{"q0":{"query":"x","type":"movie"}}`, 400, []string{"queries.q0.type", `"movie"`, "film, series"}},
		{"queries", `{"q0":{"query":"x","type":{"id":"film"}}}`, 400, []string{"queries.q0.type"}},
		{"queries", `{"q0":{"query":"x","type_strict":"maybe"}}`, 400, []string{"type_strict", "any, should or all"}},
		{"queries", `{"q0":{"query":"x","properties":[{"pid":"yaer","v":1}]}}`, 400, []string{"queries.q0.properties[0].pid", `"yaer"`, "year"}},
		{"queries", `{"q0":{"query":"x","properties":["year"]}}`, 400, []string{"properties[0]", "string"}},
		{"queries", `{"q0":{"query":"x","properties":[{"pid":"year"}]}}`, 400, []string{"properties[0]", "lacks"}},
		{"queries", `{"q0":{"query":"x","properties":[{"pid":"year","v":{"ID":1}}]}}`, 400, []string{"properties[0].v"}},
		{"queries", `{"q0":{"query":"x","properties":[{"pid":"year","v":[[1]]}]}}`, 400, []string{"properties[0].v"}},
		{"queries", `{"q0":{"query":"` + strings.Repeat("é", 501) + `"}}`, 400, []string{"queries.q0.query", "501 letters"}},
		{"queries", `{"q0":{"query":"x","properties":[{"pid":"year","v":"` + strings.Repeat("9", 5000) + `"}]}}`, 400, []string{"5000 letters"}},
		{"queries", `{"q0":{"query":"a\u0000b"}}`, 400, []string{"no text"}},
		{"queries", "{\"q0\":{\"query\":\"\xff\"}}", 400, []string{"UTF-8"}},
		{"queries", `{"q0":` + strings.Repeat("[", 200_000) + `}`, 400, []string{"queries"}},
		{"queries", `{"q0":{"query":"x","properties":[{"pid":"year","v":` + strings.Repeat("[", 9_000) + strings.Repeat("]", 9_000) + `}]}}`, 400, []string{"properties[0].v"}},
		{"queries", `{"q0":{"query":"x","properties":[` + strings.Repeat(`{"pid":"year","v":1},`, 30) + `{"pid":"year","v":1}]}}`, 400, []string{"31 of them"}},
		{"queries", `{"q0":{"query":"x","properties":[{"pid":"year","v":[` + strings.Repeat("1,", 20) + `1]}]}}`, 400, []string{"21 values"}},
		{"extend", `{"ids":["x"]}`, 400, []string{"extend", "lacks"}},
		{"extend", `{"ids":"x","properties":[]}`, 400, []string{"ids", "string"}},
		{"extend", `{"ids":["x"],"properties":[{"id":"height"}]}`, 400, []string{"extend.properties[0].id", `"height"`, "/reconcile/properties"}},
		{"extend", `{"ids":[` + strings.Repeat(`"x",`, 100) + `"x"],"properties":[]}`, http.StatusRequestEntityTooLarge, []string{"101", "100 at most"}},
		{"extend", `{"ids":["a\u0000b"],"properties":[]}`, 400, []string{"extend.ids[0]"}},
		{"nothing", `x`, 400, []string{`"nothing"`, "queries, extend"}},
		{`q"é`, `x`, 400, []string{`no field "q\"é"`}},
	} {
		w := a.post(c.field, c.value)
		if w.Code != c.status || w.Header().Get("Content-Type") != "application/problem+json" {
			t.Errorf("%s=%.80s: %d %s, want %d", c.field, c.value, w.Code, w.Header().Get("Content-Type"), c.status)
		}
		for _, says := range c.says {
			if !strings.Contains(detailOf(w), says) {
				t.Errorf("%s=%.80s: does not say %q: %.300s", c.field, c.value, says, w.Body)
			}
		}
	}
	for address, status := range map[string]int{
		"/reconcile/": 200, "/reconcile/?queries=%7B%7D": 200, "/reconcile?query=x": 400, "/reconcile?queries=%7B%7D&extend=%7B%7D": 400, "/reconcile/suggest/entity?prefix=x&cursor=-1": 400,
		"/reconcile/suggest/entity?prefix=x&type=movie&scoring=y": 200, "/reconcile/suggest/flyout?prefix=x": 404, "/reconcile/properties?limit=0": 400,
		"/reconcile/properties?type=movie": 400, "/reconcile/suggest/entity?prefix=x&cursor=999999": 200, "/reconcile?callback=x": 400,
	} {
		if w := a.get(address); w.Code != status {
			t.Errorf("%s: %d, want %d: %s", address, w.Code, status, w.Body)
		}
	}
	for kind, status := range map[string]int{"application/json": http.StatusUnsupportedMediaType, "": http.StatusUnsupportedMediaType} {
		r := httptest.NewRequest(http.MethodPost, reconcile.Path, strings.NewReader(`{}`))
		r.Header.Set("Content-Type", kind)
		w := httptest.NewRecorder()
		a.service.ServeHTTP(w, r)
		if w.Code != status || !strings.Contains(w.Body.String(), "Send a form") {
			t.Errorf("a body of %q: %d %s", kind, w.Code, w.Body)
		}
	}
}

// detailOf is what a problem says.
func detailOf(w *httptest.ResponseRecorder) string {
	var problem contract.Problem
	if err := json.Unmarshal(w.Body.Bytes(), &problem); err != nil {
		return err.Error()
	}
	return problem.Detail
}

// Whatever is sent is read or refused in words.
func FuzzParse(f *testing.F) {
	for _, text := range []string{
		`{"q0":{"query":"Lady Bird","type":["film"],"limit":3,"type_strict":"any","properties":[{"pid":"year","v":[2017,"x",true,null,{"id":"a","name":"b"}]}]}}`,
		`{"ids":["a"],"properties":[{"id":"year","settings":{"a":[1]}}]}`, `{"":{"properties":[{"pid":"imdb","v":{}}]}}`, `{"q":null}`, `null`, "\xff", `{"q":{"query":"\ud800"}}`,
	} {
		f.Add(text)
	}
	f.Fuzz(func(t *testing.T, text string) {
		_, ofBatch := reconcile.ParseBatch(text)
		_, ofColumns := reconcile.ParseColumns(text)
		for _, err := range []error{ofBatch, ofColumns} {
			if refused, is := errors.AsType[*reconcile.RefusedError](err); err != nil && (!is || refused.Status/100 != 4 || len(refused.Detail) > 2000) {
				t.Errorf("%q: %v", text, err)
			}
		}
	})
}
