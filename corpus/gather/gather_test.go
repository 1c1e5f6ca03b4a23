package gather_test

import (
	"bytes"
	"compress/gzip"
	"errors"
	"fmt"
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"rolecall/corpus/document"
	"rolecall/corpus/gather"
	"rolecall/corpus/input"
	"rolecall/press/article"
)

// site is a web site that remembers what it was asked.
type site struct {
	*httptest.Server
	mutex  sync.Mutex
	asked  []string
	times  []time.Time
	robots string
	feed   string
}

const pageText = "<!doctype html><html><head><meta charset=windows-1252></head><body><p>Caf\xe9 number %s.</p></body></html>"

func newSite(t *testing.T) *site {
	t.Helper()
	s := &site{robots: "User-agent: *\nDisallow: /private/\n"}
	s.Server = httptest.NewServer(http.HandlerFunc(s.serve))
	t.Cleanup(s.Close)
	return s
}

func (s *site) serve(w http.ResponseWriter, r *http.Request) {
	s.mutex.Lock()
	s.asked, s.times = append(s.asked, r.URL.Path), append(s.times, time.Now())
	s.mutex.Unlock()
	switch path := r.URL.Path; {
	case path == "/robots.txt":
		fmt.Fprint(w, s.robots)
	case path == "/feed.xml":
		if w.Header().Set("ETag", `"1"`); r.Header.Get("If-None-Match") == `"1"` {
			w.WriteHeader(http.StatusNotModified)
			return
		}
		fmt.Fprint(w, s.feed)
	case path == "/sitemap.xml":
		fmt.Fprintf(w, `<?xml version="1.0"?><sitemapindex xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"><sitemap><loc>%s/news.xml.gz</loc></sitemap></sitemapindex>`, s.URL)
	case path == "/news.xml.gz":
		var packed bytes.Buffer
		z := gzip.NewWriter(&packed)
		fmt.Fprintf(z, `<?xml version="1.0"?><urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:news="http://www.google.com/schemas/sitemap-news/0.9">
			<url><loc>%[1]s/a/1</loc><lastmod>2024-01-01</lastmod></url>
			<url><loc>%[1]s/a/4</loc><news:news><news:publication><news:name>The Site</news:name><news:language>en</news:language></news:publication><news:publication_date>2018-03-08</news:publication_date><news:title>Four</news:title></news:news></url></urlset>`, s.URL)
		z.Close()
		w.Write(packed.Bytes())
	case path == "/moved":
		http.Redirect(w, r, "/private/2", http.StatusFound)
	case path == "/gone":
		http.NotFound(w, r)
	case strings.HasPrefix(path, "/a/"):
		w.Header().Set("Content-Type", "text/html")
		fmt.Fprintf(w, pageText, strings.TrimPrefix(path, "/a/"))
	default:
		fmt.Fprint(w, "should not be asked for")
	}
}

// rss is a feed of articles.
func (s *site) rss() string {
	return fmt.Sprintf(`<?xml version="1.0"?><rss version="2.0" xmlns:dc="http://purl.org/dc/elements/1.1/"><channel><title>The Site</title><language>en-gb</language>
		<item><title>One</title><link>%[1]s/a/1</link><dc:creator>Ann Lee</dc:creator><category>Film</category><pubDate>Thu, 08 Mar 2018 12:00:00 GMT</pubDate></item>
		<item><title>Two</title><link>%[1]s/private/2</link></item>
		<item><title>Moved</title><link>/moved</link></item>
		<item><title>Gone</title><link>%[1]s/gone</link></item>
		<item><title>Whole</title><guid>w</guid><description>All of the article stands here.</description></item>
	</channel></rss>`, s.URL)
}

func (s *site) count(path string) (n int) {
	for _, asked := range s.asked {
		if asked == path {
			n++
		}
	}
	return n
}

// texts are the documents in a folder, each as a line, in the order of their texts.
func texts(t *testing.T, dir string) (lines []string) {
	t.Helper()
	paths, err := gather.Inputs(dir)
	if err != nil {
		t.Fatal(err)
	}
	files, err := input.Find(paths, input.Options{})
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range files {
		f.Read(input.Options{}, func(d document.Document) bool {
			what := string(d.Content)
			if d.Fault != nil {
				what = "! " + d.Fault.Error()
			} else if a, err := article.Read(bytes.NewReader(d.Content)); err == nil {
				what = strings.TrimSpace(a.Text)
			}
			lines = append(lines, strings.Join([]string{d.Headline, d.Outlet, d.Section, d.Author, d.Date, d.Language, what}, "|"))
			return true
		})
	}
	slices.Sort(lines)
	return lines
}

func TestFeedsAreReadAsAGuest(t *testing.T) {
	s := newSite(t)
	s.feed = s.rss()
	dir := filepath.Join(t.TempDir(), "fetched")
	g := gather.Gatherer{Dir: dir, Client: s.Client(), Pause: 100 * time.Millisecond}
	done, err := g.Fetch(t.Context(), []string{s.URL + "/feed.xml"})
	if err != nil || done != (gather.Fetched{Pages: 2, Faults: 3}) {
		t.Fatalf("%+v: %v", done, err)
	}
	want := []string{
		"Gone|The Site||||en-gb|! the server answers 404 Not Found", "Moved|The Site||||en-gb|! its robots.txt asks programs to leave it alone",
		"One|The Site|Film|Ann Lee|2018-03-08|en-gb|Café number 1.", "Two|The Site||||en-gb|! its robots.txt asks programs to leave it alone", "Whole|The Site||||en-gb|All of the article stands here.",
	}
	if got := texts(t, dir); !slices.Equal(got, want) {
		t.Errorf("%s\nwant\n%s", strings.Join(got, "\n"), strings.Join(want, "\n"))
	}
	if s.count("/private/2") > 0 || s.count("/robots.txt") != 1 {
		t.Errorf("asked for %q", s.asked)
	}
	// The first after robots.txt need not wait. A busy machine may see one of them late, and
	// so the next soon after; all together are as far apart as they must be.
	first, last := s.times[1], s.times[len(s.times)-1]
	if pauses := len(s.times) - 2; pauses < 2 || last.Sub(first) < time.Duration(pauses)*g.Pause-g.Pause*9/10 {
		t.Errorf("%d pauses in %s", pauses, last.Sub(first))
	}
	before := len(s.asked)
	if done, err = g.Fetch(t.Context(), []string{s.URL + "/feed.xml"}); err != nil || done != (gather.Fetched{}) || len(s.asked) != before+2 {
		t.Errorf("a feed that has not changed: %+v: %v, %q", done, err, s.asked[before:])
	}
}

func TestSitemapsLeadToWhatIsNew(t *testing.T) {
	s := newSite(t)
	s.feed = s.rss()
	dir := filepath.Join(t.TempDir(), "fetched")
	g := gather.Gatherer{Dir: dir, Client: s.Client()}
	if _, err := g.Fetch(t.Context(), []string{s.URL + "/a/1"}); err != nil {
		t.Fatal(err)
	}
	if done, err := g.Fetch(t.Context(), []string{s.URL + "/sitemap.xml"}); err != nil || done != (gather.Fetched{Pages: 1, Known: 1}) {
		t.Errorf("%+v: %v", done, err)
	}
	want := []string{"Four|The Site|||2018-03-08|en|Café number 4.", "|127.0.0.1|||||Café number 1."}
	slices.Sort(want)
	if got := texts(t, dir); !slices.Equal(got, want) || s.count("/a/1") != 1 {
		t.Errorf("%q", got)
	}
	if files, _ := os.ReadDir(dir); !slices.ContainsFunc(files, func(e os.DirEntry) bool { return e.Name() == "00002.jsonl" }) {
		t.Error("what is new does not lie in a new file")
	}
}

func TestWhatIsLeftIsFetchedTheNextTime(t *testing.T) {
	s := newSite(t)
	s.feed = s.rss()
	dir := filepath.Join(t.TempDir(), "fetched")
	g := gather.Gatherer{Dir: dir, Client: s.Client(), Most: 2}
	for _, want := range []gather.Fetched{{Pages: 1, Faults: 1, Left: 3}, {Pages: 0, Faults: 2, Known: 2, Left: 1}, {Pages: 1, Known: 4}, {}} {
		if done, err := g.Fetch(t.Context(), []string{s.URL + "/feed.xml"}); err != nil || done != want {
			t.Errorf("%+v, want %+v: %v", done, want, err)
		}
	}
}

func TestAHalfWrittenPageIsFetchedAgain(t *testing.T) {
	s := newSite(t)
	dir := t.TempDir()
	if err := os.WriteFile(filepath.Join(dir, "00001.jsonl"), []byte(`{"address":"`+s.URL+`/a/1","text":"whole"}`+"\n"+`{"address":"`+s.URL+`/a/2","te`), 0o644); err != nil {
		t.Fatal(err)
	}
	g := gather.Gatherer{Dir: dir, Client: s.Client()}
	if _, err := g.Fetch(t.Context(), []string{s.URL + "/a/1", s.URL + "/a/2"}); err != nil {
		t.Fatal(err)
	}
	if got := texts(t, dir); len(got) != 2 || s.count("/a/2") == 0 {
		t.Errorf("%q", got)
	}
}

func TestASiteThatRefusesIsLeftAlone(t *testing.T) {
	s := newSite(t)
	s.robots = "User-agent: rolecall\nDisallow: /\n"
	g := gather.Gatherer{Dir: t.TempDir(), Client: s.Client()}
	if _, err := g.Fetch(t.Context(), []string{s.URL + "/feed.xml"}); !errors.Is(err, gather.ErrRobots) {
		t.Error(err)
	}
	if len(s.asked) != 1 {
		t.Errorf("asked for %q", s.asked)
	}
	if _, err := (gather.Gatherer{Dir: t.TempDir(), Client: article.Client()}).Fetch(t.Context(), []string{s.URL + "/feed.xml"}); err == nil || !strings.Contains(err.Error(), article.ErrPrivate.Error()) {
		t.Errorf("a private address: %v", err)
	}
	if len(s.asked) != 1 {
		t.Errorf("a private address was asked for %q", s.asked)
	}
}
