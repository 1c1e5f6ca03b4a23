package web_test

import (
	"fmt"
	"net/http"
	"regexp"
	"strings"
	"testing"

	"golang.org/x/net/html"
)

// links are the addresses of links on a page by their text.
func links(t *testing.T, page string) map[string]string {
	t.Helper()
	root, err := html.Parse(strings.NewReader(page))
	if err != nil {
		t.Fatal(err)
	}
	found := make(map[string]string)
	for n := range root.Descendants() {
		if n.Type != html.ElementNode || n.Data != "a" {
			continue
		}
		var text strings.Builder
		for d := range n.Descendants() {
			if d.Type == html.TextNode {
				text.WriteString(d.Data)
			}
		}
		for _, a := range n.Attr {
			if a.Key == "href" {
				found[strings.TrimSpace(text.String())] = a.Val
			}
		}
	}
	return found
}

// facet is a value that titles can be narrowed to.
type facet struct{ address, titles string }

var facetLink = regexp.MustCompile(`<li><a href="([^"]*)" rel="nofollow"([^>]*)>([^<]*)</a> <span class="number">([^<]*)</span>`)

// facets are the values offered on a page that are not chosen, by their labels.
func facets(t *testing.T, page string) map[string]facet {
	t.Helper()
	all := make(map[string]facet)
	for _, m := range facetLink.FindAllStringSubmatch(page, -1) {
		if m[2] == "" {
			all[html.UnescapeString(m[3])] = facet{html.UnescapeString(m[1]), m[4]}
		}
	}
	if len(all) < 10 {
		t.Fatalf("%d values are offered:\n%.3000s", len(all), page)
	}
	return all
}

// A reader narrows the titles step by step and leaves a step out again; the address is the
// state, and the number beside a value is what it leads to.
func TestBrowsingNarrowsStepByStep(t *testing.T) {
	t.Parallel()
	server, _ := serve(t, starterFile(t))
	steps := 0
	step := func(address, heading string) map[string]string {
		t.Helper()
		steps++ // each by a reader of its own: one is not to ask so often
		w := get(t, server.URL+address, "X-Forwarded-For", fmt.Sprintf("203.0.113.%d", steps))
		if w.StatusCode != http.StatusOK || !strings.Contains(w.body, "<h1>"+heading) {
			t.Fatalf("%s: %d, want the heading %q:\n%.2000s", address, w.StatusCode, heading, w.body)
		}
		return links(t, w.body)
	}
	all := step("/browse", "289 films and seasons, picked by hand")
	if step(all["by name"], "289 films")["12 Years a Slave"] != "/title/12-years-a-slave-2013" {
		t.Error("the list by name does not begin with 12 Years a Slave")
	}
	netflix := step(all["Netflix"], "39 films and seasons on Netflix")
	decade := step(netflix["2010s"], "")
	without := step(decade["Network: Netflix ×: leave out"], "224 films and seasons first shown 2010–2019")
	editors := step(without["Editor"], "")
	if reported := editors["Report on these titles"]; reported != "/report?from=2010&to=2019" {
		t.Errorf("the report on these is %q", reported)
	}
	for _, address := range []string{"/browse", "/browse?from=2010&to=2019&kind=season"} {
		for label, value := range facets(t, get(t, server.URL+address).body) {
			step(value.address, value.titles+" ")
			if value.titles == "" {
				t.Errorf("%s: %s says no number", address, label)
			}
		}
	}
	series := step(all["Series"], "72 series, picked by hand")
	if series["2"] == "" {
		t.Error("no series links to its seasons")
	}
	step("/browse?network=Netflx", "No films and seasons on Netflx in this catalog")
}

// What an address asks wrongly is said on the page.
func TestBrowsingRefusesWhatIsNone(t *testing.T) {
	t.Parallel()
	server, _ := serve(t, starterFile(t))
	for address, words := range map[string]string{
		"/browse?sort=best":                  "is no order of titles",
		"/browse?sort=votes":                 "holds no votes",
		"/browse?kind=episode&role=director": "leave the role out",
		"/browse?from_title=-3":              "narrow the titles",
		"/browse?from_title=99999":           "narrow the titles",
		"/browse?from=2019&to=2015":          "2015",
	} {
		w := get(t, server.URL+address)
		if w.StatusCode != http.StatusUnprocessableEntity || !strings.Contains(w.body, words) {
			t.Errorf("%s: %d without %q", address, w.StatusCode, words)
		}
	}
}
