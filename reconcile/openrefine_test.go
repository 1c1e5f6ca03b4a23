package reconcile_test

import (
	"bufio"
	"bytes"
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// What OpenRefine sends for a project with a column of films and one of people is in
// testdata/openrefine, byte for byte as its source forms it (StandardReconConfig,
// GuessTypesOfColumnCommand, ReconciledDataExtensionJob and the suggestions of its pages,
// at commit ff43aa1, 3.10-SNAPSHOT): the forms are URL-encoded JSON, queries are q0 and on.
func TestAProjectOfOpenRefine(t *testing.T) {
	a := ofStarter(t)
	holds := map[string][]string{
		"1-the-service-is-added":                                                   {`"versions":["0.2"]`, `"batchSize":100`},
		"2-the-types-of-a-column-are-guessed":                                      {`"id":"film"`, `"lady-bird-2017"`, `"barbie-2023"`},
		"3-a-property-is-looked-for":                                               {`"id":"director"`},
		"4-a-column-of-films-is-matched-with-the-columns-of-years-and-directors":   {`"q0":{"result":[{"id":"lady-bird-2017","name":"Lady Bird"`, `"match":true`, `"q1":{"result":[{"id":"the-power-of-the-dog-2021"`, `"q2":{"result":[{"id":"lady-bird-2017"`, `"q3":{"result":[`},
		"5-a-column-of-people-is-matched-with-the-column-of-films-that-is-matched": {`"id":"greta-gerwig"`, `"match":true`},
		"6-a-match-is-looked-for-by-hand":                                          {`"id":"greta-gerwig"`, `"notable":[{"id":"person"`},
		"7-the-properties-of-films-are-listed":                                     {`"id":"director_share_lower"`},
		"8-the-properties-of-a-column-without-a-type-are-listed":                   {`"id":"gender"`},
		"9-columns-are-added":                                                      {`"meta":[{"id":"director","name":"director","type":{"id":"person","name":"Person"}}`, `"lady-bird-2017":{"director":[{"id":"greta-gerwig","name":"Greta Gerwig"}]`, `"director_women":[{"str":"1 of 1"}]`, `{"date":"2017-11-03T00:00:00Z"}`},
	}
	files, err := filepath.Glob(filepath.Join("testdata", "openrefine", "*.http"))
	if err != nil || len(files) != len(holds) {
		t.Fatalf("%d exchanges, %d are known: %v", len(files), len(holds), err)
	}
	for _, file := range files {
		sent, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		r, err := http.ReadRequest(bufio.NewReader(bytes.NewReader(sent)))
		if err != nil {
			t.Fatalf("%s: %v", file, err)
		}
		w := httptest.NewRecorder()
		a.service.ServeHTTP(w, r.WithContext(t.Context()))
		name := strings.TrimSuffix(filepath.Base(file), ".http")
		if w.Code != http.StatusOK {
			t.Errorf("%s: %d %s", name, w.Code, w.Body)
		}
		for _, want := range holds[name] {
			if !strings.Contains(w.Body.String(), want) {
				t.Errorf("%s: no %s in %.1500s", name, want, w.Body)
			}
		}
	}
}
