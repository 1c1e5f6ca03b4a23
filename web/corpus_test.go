package web_test

import (
	"context"
	"encoding/json"
	"net/http"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
	"time"

	"github.com/chromedp/chromedp"

	"rolecall/catalog"
	"rolecall/contract"
	"rolecall/corpus/corpustest"
	"rolecall/web"
)

// TestAnArchiveIsShown: what the report of an archive says stands on its page and in the files
// beside it, and each claim, title and person leads on.
func TestAnArchiveIsShown(t *testing.T) {
	dir := corpustest.Of(t, starterFile(t), corpustest.Starter()...)
	server, _ := serveWith(t, starterFile(t), dir)
	page := get(t, server.URL+"/corpus?by=author")
	for _, want := range []string{
		`<a href="/corpus" aria-current="page">Archive</a>`,
		`<th scope="row">Ann Lee</th>`, `<a href="/person/melissa-rosenberg">Melissa Rosenberg</a>`,
		`<li class="contradicted">`, "Kathryn Bigelow is not among the directors of Lady Bird", `Row: Lady Bird (2017) · director · Greta Gerwig · woman`, `Look it up: <a href="/title/lady-bird-2017">Lady Bird</a>`,
		`First seen: <a href="http://post.example/2" rel="nofollow noopener noreferrer">Post, 2018-03-08</a>`,
		`<a href="/title/jessica-jones">Jessica Jones</a></th><td>not women alone</td>`,
		"First seen: Post, 2018-04-01 (a.jsonl line 3)", "it seems to be French", `href="/corpus.svg?by=author"`,
	} {
		if !strings.Contains(page.body, want) {
			t.Errorf("the page does not say %s", want)
		}
	}
	for _, address := range []string{"/corpus.svg?by=month", "/corpus.png", "/corpus.csv?by=section"} {
		if r := get(t, server.URL+address); r.StatusCode != http.StatusOK {
			t.Errorf("%s: %d", address, r.StatusCode)
		}
	}
	var object contract.Corpus
	if err := json.Unmarshal([]byte(get(t, server.URL+"/corpus.json?by=section&copies=each&limit=1").body), &object); err != nil || object.All.Articles != 6 || object.Parts[0].By != "section" || len(object.Titles) != 1 {
		t.Errorf("%+v, %v", object, err)
	}
	for _, wrong := range []string{"by=colour", "copies=twice", "limit=1000", "limit=x"} {
		if r := get(t, server.URL+"/corpus?"+wrong); r.StatusCode != http.StatusUnprocessableEntity || !strings.Contains(r.body, `role="alert"`) {
			t.Errorf("%s: %d", wrong, r.StatusCode)
		}
	}
}

// TestWithoutAnArchiveNothingOfItIsShown and nothing leads there.
func TestWithoutAnArchiveNothingOfItIsShown(t *testing.T) {
	server, _ := serve(t, starterFile(t))
	if r := get(t, server.URL+"/"); strings.Contains(r.body, "/corpus") {
		t.Error("the first page leads to an archive")
	}
	if r := get(t, server.URL+"/corpus"); r.StatusCode != http.StatusNotFound {
		t.Errorf("/corpus: %d", r.StatusCode)
	}
}

// TestAnArchiveThatMeansNoGood: texts of articles run nowhere, turn nothing around and lead to
// nothing but pages of the web; folders of the server are nobody's business.
func TestAnArchiveThatMeansNoGood(t *testing.T) {
	dir := corpustest.Of(t, starterFile(t), corpustest.Starter()...)
	server, _ := serveWith(t, starterFile(t), dir)
	for _, path := range []string{"/corpus?by=outlet&limit=50", "/corpus?by=section", "/corpus?by=author", "/corpus.svg", "/corpus.json", "/corpus.md", "/corpus.txt"} {
		r := get(t, server.URL+path)
		body, kind := r.body, r.Header.Get("Content-Type")
		if fault := web.HostileFault(body); fault != "" && (strings.HasPrefix(kind, "text/html") || strings.HasPrefix(kind, "image/")) {
			t.Errorf("%s: %s", path, fault)
		}
		if strings.Contains(body, filepath.Dir(dir)) {
			t.Errorf("%s tells of a folder", path)
		}
		if strings.ContainsAny(body, "\x1b\u202e") && !strings.HasPrefix(kind, "application/json") {
			t.Errorf("%s has what moves a cursor or turns text around", path)
		}
	}
	if body := get(t, server.URL+"/corpus?limit=50").body; !strings.Contains(body, "&lt;script&gt;") || strings.Contains(body, `href="javascript:`) || strings.Contains(body, "ZgotmplZ") {
		t.Error("the outlet is not there, or an address of no page of the web is")
	}
}

// TestWhatIsShownIsTheArchiveOfNow: a page is not kept beyond what it is true of, by readers
// neither.
func TestWhatIsShownIsTheArchiveOfNow(t *testing.T) {
	c, err := catalog.Open(t.Context(), starterFile(t))
	if err != nil {
		t.Fatal(err)
	}
	defer c.Close()
	dir := filepath.Join(t.TempDir(), "checked")
	corpustest.Check(t, c, dir, corpustest.Starter()[:2]...)
	server, _ := serveWith(t, starterFile(t), dir)
	address := server.URL + "/corpus?catalog=" + c.Info().Hash
	first := get(t, address)
	if !strings.Contains(first.body, "2 articles") || strings.Contains(first.Header.Get("Cache-Control"), "immutable") || strings.Contains(first.body, "ermanent address") {
		t.Errorf("%s: %.1000s", first.Header.Get("Cache-Control"), first.body)
	}
	tag := first.Header.Get("ETag")
	if r := get(t, address, "If-None-Match", tag); r.StatusCode != http.StatusNotModified {
		t.Errorf("asked again: %d", r.StatusCode)
	}
	corpustest.Check(t, c, dir, corpustest.Starter()[2:]...)
	for deadline := time.Now().Add(20 * time.Second); ; time.Sleep(100 * time.Millisecond) {
		r := get(t, address, "If-None-Match", tag)
		if r.StatusCode == http.StatusOK && strings.Contains(r.body, "6 articles") {
			break
		}
		if time.Now().After(deadline) {
			t.Fatalf("the archive has grown, and is not read anew: %d", r.StatusCode)
		}
	}
}

// TestWhatIsTheMatterWithAnArchiveIsSaid with what to do, and to the log with where.
func TestWhatIsTheMatterWithAnArchiveIsSaid(t *testing.T) {
	other := filepath.Join(t.TempDir(), "films.duckdb")
	buildFile(t, other, "films", films)
	for what, test := range map[string]struct {
		catalog string
		do      func(dir string) error
		status  int
		says    string
	}{
		"another catalog": {other, func(string) error { return nil }, http.StatusConflict, "check the archive anew into another folder, or serve the catalog of then"},
		"a missing file":  {starterFile(t), func(dir string) error { return os.Remove(filepath.Join(dir, "quotations", "00001.jsonl")) }, http.StatusServiceUnavailable, "check the archive anew into another folder"},
		"a spoilt file":   {starterFile(t), func(dir string) error { return os.Truncate(filepath.Join(dir, "articles", "00001.jsonl"), 100) }, http.StatusServiceUnavailable, "check the archive anew into another folder"},
		"an unfinished run": {starterFile(t), func(dir string) error {
			log, err := os.ReadFile(filepath.Join(dir, "journal.jsonl"))
			if err != nil {
				return err
			}
			return os.WriteFile(filepath.Join(dir, "journal.jsonl"), []byte(strings.SplitAfter(string(log), "\n")[0]), 0o644)
		}, http.StatusOK, `role="status">The check of this archive is not finished: this is of its first 5 documents. The same rolecall corpus check, given again, goes on there.`},
	} {
		t.Run(what, func(t *testing.T) {
			dir := corpustest.Of(t, starterFile(t), corpustest.Starter()...)
			if err := test.do(dir); err != nil {
				t.Fatal(err)
			}
			server, log := serveWith(t, test.catalog, dir)
			r := get(t, server.URL+"/corpus")
			if r.StatusCode != test.status || !strings.Contains(r.body, test.says) || strings.Contains(r.body, dir) {
				t.Errorf("%d: %.3000s", r.StatusCode, r.body)
			}
			server.Close()
			if logged := strings.Contains(log.String(), "level=ERROR"); logged != (test.status != http.StatusOK) || logged && !strings.Contains(log.String(), dir) {
				t.Errorf("logged %s", log)
			}
		})
	}
	_, err := web.New(t.Context(), web.Options{Open: func(ctx context.Context) (*catalog.Catalog, error) { return catalog.Open(ctx, other) }, Corpus: t.TempDir()})
	if err == nil || !strings.Contains(err.Error(), "give the folder that its --out named") {
		t.Errorf("a folder without a check: %v", err)
	}
}

// TestAnArchiveIsChosenByItsForm asks by month in a browser, and has a line; each chart is laid out
// for the screen.
func TestAnArchiveIsChosenByItsForm(t *testing.T) {
	server, _ := serveWith(t, starterFile(t), corpustest.Of(t, starterFile(t), corpustest.Starter()...))
	for _, width := range []int64{390, 1280} {
		p := open(t, server.URL, screen{width, "light", width > 500})
		p.visit("/corpus")
		p.must(chromedp.Do(p.Context, chromedp.SetValue(`select[name="by"]`, "month")))
		p.must(chromedp.Do(p.Context, chromedp.Click(".builder button")))
		p.await(`location.search.includes('by=month') && document.readyState === 'complete'`)
		if head := ask[string](p, "document.querySelector('.outlets th').textContent"); head != "Month" {
			t.Errorf("by %s", head)
		}
		if shown := ask[int](p, `[...document.querySelectorAll('.chart svg')].filter((s) => s.getBoundingClientRect().width).length`); shown != 2 {
			t.Errorf("at %d: %d charts are shown", width, shown)
		}
		p.quiet("the archive")
	}
}

// TestAnArchiveNamesOnlyWhatThereIs: titles and people that it leads to have pages.
func TestAnArchiveNamesOnlyWhatThereIs(t *testing.T) {
	server, _ := serveWith(t, starterFile(t), corpustest.Of(t, starterFile(t), corpustest.Starter()...))
	links := regexp.MustCompile(`href="(/(?:title|person)/[^"#]+)`).FindAllStringSubmatch(get(t, server.URL+"/corpus?limit=50").body, -1)
	if len(links) < 5 {
		t.Fatalf("%d links", len(links))
	}
	for _, link := range links {
		if r := get(t, server.URL+link[1]); r.StatusCode != http.StatusOK {
			t.Errorf("%s: %d", link[1], r.StatusCode)
		}
	}
}
