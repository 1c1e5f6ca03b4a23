package web_test

import (
	"bytes"
	"context"
	"io"
	"log/slog"
	"mime/multipart"
	"net/http"
	"net/http/httptest"
	"net/url"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/chromedp/chromedp"

	"rolecall/catalog"
	"rolecall/press/article"
	"rolecall/web"
)

// A contradicted claim, a supported one and one that cannot be checked, of several kinds,
// with a line that is set aside.
const deskText = "All 13 episodes of the second season of Jessica Jones were directed by women. It came back on 8 March 2018.\n\n" +
	"Lady Bird was directed by Jennifer Lynch. Fifty seasons of Fargo were directed by women.\n\nRelated: 10 shows to watch\n"

// desk posts to a desk as one client of many, and gives back the answer.
func desk(t *testing.T, h http.Handler, path, kind string, body []byte, headers ...string) *httptest.ResponseRecorder {
	t.Helper()
	r := httptest.NewRequestWithContext(t.Context(), http.MethodPost, path, bytes.NewReader(body))
	r.Header.Set("Content-Type", kind)
	for i := 0; i < len(headers); i += 2 {
		r.Header.Set(headers[i], headers[i+1])
	}
	w := httptest.NewRecorder()
	h.ServeHTTP(w, r)
	return w
}

const formKind = "application/x-www-form-urlencoded"

func dropped(name, content string) (kind string, body []byte) {
	var b bytes.Buffer
	form := multipart.NewWriter(&b)
	part, _ := form.CreateFormFile("file", name)
	io.WriteString(part, content)
	form.Close()
	return form.FormDataContentType(), b.Bytes()
}

// siteOf is a site over the starter that fetches pages as told.
func siteOf(t *testing.T, fetch func(context.Context, string) (article.Article, error)) http.Handler {
	t.Helper()
	path := starterFile(t)
	site, err := web.New(t.Context(), web.Options{
		Open:   func(ctx context.Context) (*catalog.Catalog, error) { return catalog.Open(ctx, path) },
		Public: public, Fetch: fetch, Log: slog.New(slog.DiscardHandler),
	})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { site.Close() })
	return site.Handler()
}

// What cannot be checked is refused in words that say what to do instead.
func TestTheDeskRefusesInPlainWords(t *testing.T) {
	h := siteOf(t, nil)
	german := strings.Repeat("Alle Folgen der zweiten Staffel wurden von Frauen gedreht, und das ist auch gut so. ", 5)
	for name, c := range map[string]struct {
		file, content string
		status        int
		words         string
	}{
		"an empty file": {"a.txt", " \n", 422, "The file a.txt is empty."},
		"a PDF":         {"a.pdf", "%PDF-1.7\n1 0 obj", 422, "it is a PDF; save its text"},
		"a document":    {"a.docx", "PK\x03\x04 word/document.xml", 422, "it is a Word document; save its text"},
		"a picture":     {"a.png", "\x89PNG\r\n", 422, "it is a picture"},
		"bytes":         {"a.txt", "\x01\x02 The film \x07\x08", 422, "no text but the file of a program"},
		"German":        {"a.txt", german, 422, "it seems to be German"},
		"a book":        {"a.txt", strings.Repeat("The film was long. ", 4000), 413, "letters; this site reads up to"},
		"a big file":    {"a.txt", strings.Repeat("x", 2<<20), 413, "a file of 1 MB"},
		"a folder":      {`C:\secret\<b>.txt`, "", 422, "The file &lt;b&gt;.txt is empty."},
	} {
		kind, body := dropped(c.file, c.content)
		if w := desk(t, h, "/check", kind, body); w.Code != c.status || !strings.Contains(w.Body.String(), c.words) || w.Header().Get("Cache-Control") != "no-store" {
			t.Errorf("%s: %d, without %q", name, w.Code, c.words)
		}
	}
}

// An address is fetched where the site is told to fetch, by its own pages' wish, and never
// from a private network.
func TestAnAddressIsFetchedOrRefused(t *testing.T) {
	fetch := func(_ context.Context, address string) (article.Article, error) {
		a := article.Plain(deskText)
		a.Title, a.Address = "The news", address
		return a, nil
	}
	ask := func(h http.Handler, address string, headers ...string) *httptest.ResponseRecorder {
		return desk(t, h, "/check/address", formKind, []byte(url.Values{"address": {address}}.Encode()), headers...)
	}
	const page = "https://example.org/news"
	for name, c := range map[string]struct {
		fetch   func(context.Context, string) (article.Article, error)
		address string
		headers []string
		status  int
		words   string
	}{
		"fetched":            {fetch, page, nil, 200, "The news"},
		"of its own page":    {fetch, page, []string{"Sec-Fetch-Site", "same-origin"}, 200, "The news"},
		"behind a proxy":     {fetch, page, []string{"Origin", public}, 200, "The news"},
		"switched off":       {nil, page, nil, 403, "This site fetches no pages."},
		"of another site":    {fetch, page, []string{"Sec-Fetch-Site", "cross-site"}, 403, "sent from another site"},
		"no address":         {fetch, "file:///etc/passwd", nil, 422, "must begin with http"},
		"this machine":       {article.Fetch, "http://127.0.0.1:1/", nil, 422, "private or reserved network"},
		"a cloud's own":      {article.Fetch, "http://169.254.169.254/latest/", nil, 422, "private or reserved network"},
		"a private network":  {article.Fetch, "http://10.0.0.1/", nil, 422, "private or reserved network"},
		"in other notations": {article.Fetch, "http://[::ffff:127.0.0.1]/", nil, 422, "private or reserved network"},
	} {
		if w := ask(siteOf(t, c.fetch), c.address, c.headers...); w.Code != c.status || !strings.Contains(w.Body.String(), c.words) {
			t.Errorf("%s: %d, without %q", name, w.Code, c.words)
		}
	}
	h := siteOf(t, fetch)
	report := desk(t, h, "/check/address.md", formKind, []byte(url.Values{"address": {page}}.Encode()))
	if !strings.HasPrefix(report.Body.String(), "## "+page) || !strings.Contains(report.Header().Get("Content-Disposition"), "check.md") {
		t.Errorf("its report: %d %.80q", report.Code, report.Body)
	}
	if form := `action="/check/address"`; strings.Contains(get(t, served(t, siteOf(t, nil))+"/check").body, form) || !strings.Contains(get(t, served(t, h)+"/check").body, form) {
		t.Error("the field for an address does not go with whether pages are fetched")
	}
}

func served(t *testing.T, h http.Handler) string {
	t.Helper()
	server := httptest.NewServer(h)
	t.Cleanup(server.Close)
	return server.URL
}

// TestTheDesk drops a file, reads its verdicts, filters them and follows one to its row.
func TestTheDesk(t *testing.T) {
	server, _ := serve(t, starterFile(t))
	p := open(t, server.URL, screen{390, "light", true})
	file := filepath.Join(t.TempDir(), "news.txt")
	p.must(os.WriteFile(file, []byte(deskText), 0o600))
	p.visit("/check")
	p.must(chromedp.Do(p.Context, chromedp.SetUploadFiles("#file", []string{file})))
	ask[any](p, "document.querySelector('#file').form.querySelector('button').click(); 0")
	p.await(`document.querySelector('.claims > li') && document.readyState === 'complete'`)
	verdicts := ask[string](p, `[...document.querySelectorAll('.claims > li')].map((claim) => claim.classList[0]).join(' ')`)
	if verdicts != "contradicted unverifiable supported supported" {
		t.Errorf("the verdicts are in the order %q", verdicts)
	}
	if where := ask[string](p, `document.querySelector('.above').textContent`); !strings.Contains(where, "news.txt") {
		t.Errorf("over the report stands %q", where)
	}
	shown := func() string {
		return ask[string](p, `[...document.querySelectorAll('.claims > li')].filter((claim) => claim.checkVisibility()).map((claim) => claim.querySelector('mark').textContent).join('; ') + ' | ' + document.querySelector('.shown').textContent`)
	}
	for _, step := range []struct{ name, value, shown string }{
		{"show", "contradicted", "was directed by Jennifer Lynch | 1 of 4 shown"},
		{"about", "date", " | No claim is both: choose another"},
		{"show", "all", "It came back on 8 March 2018 | 1 of 4 shown"},
	} {
		ask[any](p, `document.querySelector('[name=`+step.name+`][value=`+step.value+`]').click(); 0`)
		if now := shown(); now != step.shown {
			t.Errorf("%s %s: %q is shown, want %q", step.name, step.value, now, step.shown)
		}
	}
	if aside := ask[string](p, `document.querySelector('details.set-aside:not([open]) summary').textContent + getComputedStyle(document.querySelector('.set-aside')).textDecorationLine`); !strings.HasPrefix(aside, "Set aside: ") || !strings.HasSuffix(aside, "none") {
		t.Errorf("what is set aside is shown as %q", aside)
	}
	if over := ask[float64](p, "document.documentElement.scrollWidth - innerWidth"); over > 0 {
		t.Errorf("%v pixels wider than the screen", over)
	}
	p.accessible("the report of a check at 390", `{resultTypes: ["violations"]}`)
	row := ask[string](p, `document.querySelector('.claims > .supported .rows a').getAttribute('href')`)
	if row != "/title/jessica-jones/2#director" {
		t.Errorf("the claim leads to %q", row)
	}
	p.quiet("the desk")
}

// TestTheBookmark presses the bookmark on a page with words selected: they are checked.
func TestTheBookmark(t *testing.T) {
	server, _ := serve(t, starterFile(t))
	p := open(t, server.URL, screen{1280, "light", true})
	p.visit("/check")
	script := ask[string](p, `decodeURIComponent(document.querySelector('.bookmarklet').getAttribute('href').replace('javascript:', ''))`)
	if !strings.Contains(script, `"`+public+`/check"`) {
		t.Errorf("the bookmark leads elsewhere: %s", script)
	}
	// The test's server is not where the public finds it, and a new window is another tab.
	script = strings.ReplaceAll(strings.ReplaceAll(script, public, server.URL), "_blank", "_self")
	p.visit("/title/jessica-jones/2")
	ask[any](p, `document.querySelector('h1').textContent = 'Lady Bird was directed by Jennifer Lynch.'; getSelection().selectAllChildren(document.querySelector('h1')); 0`)
	ask[any](p, script)
	p.await(`location.pathname === '/check' && document.querySelector('.claims > .contradicted')`)
	p.quiet("the bookmark")
}
