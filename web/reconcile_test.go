package web_test

import (
	"encoding/json"
	"errors"
	"net/http"
	"net/url"
	"os"
	"os/exec"
	"path/filepath"
	"reflect"
	"regexp"
	"strings"
	"testing"

	"rolecall/reconcile"
	"rolecall/web"
)

// The card of an entity may stand in a frame of another's page, and nothing else may.
func TestTheCardOfAnEntityStandsInAFrame(t *testing.T) {
	server, _ := serve(t, starterFile(t))
	for path, want := range map[string][]string{
		"/reconcile/preview/jessica-jones/2":     {"13 of 13 episodes directed by women", `href="/title/jessica-jones/2"`},
		"/reconcile/preview/jessica-jones%2F2":   {"13 of 13 episodes directed by women"},
		"/reconcile/preview/greta-gerwig":        {"Greta Gerwig", "woman", `href="/person/greta-gerwig"`},
		"/reconcile/preview/jamie-king":          {"Jamie King", "not stated by any source"},
		"/reconcile/preview/nobody-of-that-sort": {"Nothing of that identifier"},
	} {
		r := get(t, server.URL+path)
		for _, words := range want {
			if !strings.Contains(strings.ToLower(r.body), strings.ToLower(words)) {
				t.Errorf("%s does not say %q:\n%s", path, words, r.body)
			}
		}
		if policy := r.Header.Get("Content-Security-Policy"); !strings.Contains(policy, "frame-ancestors *") || !strings.Contains(policy, "script-src 'self'") {
			t.Errorf("%s: %s", path, policy)
		}
		if isMissing := strings.Contains(path, "of-that-sort"); isMissing != (r.StatusCode == http.StatusNotFound) {
			t.Errorf("%s: %d", path, r.StatusCode)
		}
	}
	if policy := get(t, server.URL+"/title/jessica-jones/2").Header.Get("Content-Security-Policy"); !strings.Contains(policy, "frame-ancestors 'none'") {
		t.Errorf("a page may stand in a frame: %s", policy)
	}
}

// No name of a source makes a card something else.
func TestNoNameBreaksACard(t *testing.T) {
	path := filepath.Join(t.TempDir(), "c.duckdb")
	buildFile(t, path, "hostile", web.HostileFill(`<script>alert(1)</script>`, `"><img src=x onerror='alert(1)'>`))
	server, _ := serve(t, path)
	for _, id := range []string{"series0/1", "person0", "series1/1", "person1"} {
		if fault := web.HostileFault(get(t, server.URL+"/reconcile/preview/"+id).body); fault != "" {
			t.Errorf("%s: %s", id, fault)
		}
	}
}

// An identifier that the service gives leads, by the address of its manifest, to the page.
func TestTheAddressOfAnEntityLeadsToItsPage(t *testing.T) {
	server, _ := serve(t, starterFile(t))
	var m reconcile.Manifest
	if err := json.Unmarshal([]byte(get(t, server.URL+reconcile.Path).body), &m); err != nil {
		t.Fatal(err)
	}
	for id, want := range map[string]string{"jessica-jones/2": "Jessica Jones, season 2", "greta-gerwig": "Greta Gerwig", "person:greta-gerwig": "Greta Gerwig"} {
		at, err := url.Parse(strings.ReplaceAll(m.View.URL, "{{id}}", url.PathEscape(id)))
		if err != nil {
			t.Fatal(err)
		}
		led := get(t, server.URL+at.EscapedPath())
		if r := get(t, server.URL+led.Header.Get("Location")); led.StatusCode != http.StatusFound || !strings.Contains(r.body, "<title>"+want) {
			t.Errorf("%s: %d, then %d", at, led.StatusCode, r.StatusCode)
		}
	}
}

var exampleInGuide = regexp.MustCompile("(?s)```sh\n(.*?)```\n+```json\n(.*?)```")

// What the guide shows is what is answered: its commands are run, with the server of the test.
func TestTheGuideForOpenRefineShowsWhatIsAnswered(t *testing.T) {
	if _, err := exec.LookPath("curl"); err != nil {
		t.Skip("there is no curl here")
	}
	guide, err := os.ReadFile("../docs/openrefine.md")
	if err != nil {
		t.Fatal(err)
	}
	server, _ := serve(t, starterFile(t))
	examples := exampleInGuide.FindAllStringSubmatch(string(guide), -1)
	if len(examples) < 3 {
		t.Fatalf("the guide has %d examples", len(examples))
	}
	for _, example := range examples {
		command := strings.ReplaceAll(example[1], "http://127.0.0.1:8080", server.URL)
		out, err := exec.CommandContext(t.Context(), "bash", "-euo", "pipefail", "-c", command).Output()
		if err != nil {
			t.Errorf("%s: %v", command, err)
		}
		var said, shown any
		if err := errors.Join(json.Unmarshal(out, &said), json.Unmarshal([]byte(example[2]), &shown)); err != nil {
			t.Errorf("%s: %v", command, err)
		}
		if !reflect.DeepEqual(said, shown) {
			t.Errorf("%s\nanswers\n%s\nand the guide shows\n%s", command, out, example[2])
		}
	}
}

// One who sends more than a server can take is told so in the form of all refusals.
func TestWhoSendsTooManyBatchesIsToldToWait(t *testing.T) {
	server, _ := serve(t, starterFile(t))
	for range 3000 {
		r := get(t, server.URL+reconcile.Path+"/suggest/type?prefix=x")
		if r.StatusCode == http.StatusOK {
			continue
		}
		if r.StatusCode != http.StatusTooManyRequests || r.Header.Get("Retry-After") == "" || !strings.Contains(r.body, `"status":429`) {
			t.Errorf("%d %s: %s", r.StatusCode, r.Header.Get("Retry-After"), r.body)
		}
		return
	}
	t.Error("3,000 requests of one client are answered")
}
