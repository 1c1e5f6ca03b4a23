package web_test

import (
	"context"
	"encoding/json"
	"fmt"
	"net/url"
	"os"
	"os/exec"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/cdproto/log"
	"github.com/chromedp/cdproto/network"
	"github.com/chromedp/cdproto/runtime"
	"github.com/chromedp/chromedp"
	"github.com/chromedp/chromedp/kb"

	"rolecall/corpus/corpustest"
)

// browser is one Chromium for all tests, with a tab for each.
var browser = sync.OnceValues(func() (context.Context, error) {
	path := ""
	for _, name := range []string{"chromium", "chromium-browser", "google-chrome"} {
		if found, err := exec.LookPath(name); err == nil {
			path = found
			break
		}
	}
	if path == "" {
		return nil, fmt.Errorf("no Chromium is installed: \"make browser\" installs it from Debian's packages")
	}
	options := append(chromedp.DefaultExecAllocatorOptions[:], chromedp.ExecPath(path), chromedp.Flag("disable-dev-shm-usage", true))
	if os.Geteuid() == 0 {
		options = append(options, chromedp.NoSandbox) // Chromium's sandbox refuses to run as root
	}
	allocator, _ := chromedp.NewExecAllocator(context.Background(), options...)
	ctx, stop := chromedp.NewContext(allocator)
	stopBrowser = stop
	return ctx, chromedp.Do(ctx)
})

// stopBrowser ends the browser, if there is one, after all tests.
var stopBrowser = func() {}

// tab is a page in the browser and what it complained of.
type tab struct {
	context.Context
	t     *testing.T
	site  string
	mutex sync.Mutex
	// complaints are errors on the console, and requests to other hosts.
	complaints []string
}

type screen struct {
	width  int64
	scheme string
	script bool
}

// open opens a tab on a site.
func open(t *testing.T, site string, s screen) *tab {
	t.Helper()
	root, err := browser()
	if err != nil {
		t.Skip(err)
	}
	ctx, closeTab := chromedp.NewContext(root)
	t.Cleanup(closeTab)
	page := &tab{Context: ctx, t: t, site: site}
	if err := chromedp.Listen(ctx, page.listen); err != nil {
		t.Fatal(err)
	}
	page.must(chromedp.Do(ctx, chromedp.EmulateViewport(s.width, 900)))
	_, err = chromedp.Call(ctx, emulation.SetEmulatedMedia, emulation.SetEmulatedMediaParams{
		Features: []*emulation.MediaFeature{{Name: "prefers-color-scheme", Value: s.scheme}},
	})
	page.must(err)
	if !s.script {
		_, err = chromedp.Call(ctx, emulation.SetScriptExecutionDisabled, emulation.SetScriptExecutionDisabledParams{Value: true})
		page.must(err)
	}
	return page
}

func (p *tab) listen(event any) {
	complaint := ""
	switch e := event.(type) {
	case *runtime.EventExceptionThrown:
		complaint = "exception: " + e.ExceptionDetails.Text
	case *runtime.EventConsoleAPICalled:
		if e.Type == "error" || e.Type == "warning" {
			complaint = fmt.Sprintf("console: %s", e.Args[0].Value)
		}
	case *log.EventEntryAdded:
		if e.Entry.Level == "error" || e.Entry.Level == "warning" {
			complaint = "log: " + e.Entry.Text + " " + e.Entry.URL
		}
	case *network.EventRequestWillBeSent:
		if u, err := url.Parse(e.Request.URL); err == nil && !strings.HasPrefix(e.Request.URL, p.site) && u.Scheme != "data" && u.Scheme != "about" && u.Scheme != "blob" {
			complaint = "another host: " + e.Request.URL
		}
	}
	if complaint != "" {
		p.mutex.Lock()
		p.complaints = append(p.complaints, complaint)
		p.mutex.Unlock()
	}
}

func (p *tab) must(err error) {
	p.t.Helper()
	if err != nil {
		p.t.Fatal(err)
	}
}

func (p *tab) visit(path string) {
	p.t.Helper()
	ctx, cancel := context.WithTimeout(p.Context, 20*time.Second)
	defer cancel()
	p.must(chromedp.Do(ctx, chromedp.Navigate(p.site+path)))
}

func (p *tab) press(keys ...string) {
	p.t.Helper()
	for _, key := range keys {
		p.must(chromedp.Do(p.Context, chromedp.KeyEvent(key)))
	}
}

// ask evaluates an expression in the page.
func ask[T any](p *tab, expression string, options ...chromedp.EvaluateOption) T {
	p.t.Helper()
	ctx, cancel := context.WithTimeout(p.Context, 20*time.Second)
	defer cancel()
	value, err := chromedp.Run(ctx, chromedp.Evaluate[T](expression, options...))
	p.must(err)
	return value
}

// await waits until an expression is true.
func (p *tab) await(expression string) {
	p.t.Helper()
	for deadline := time.Now().Add(10 * time.Second); time.Now().Before(deadline); time.Sleep(20 * time.Millisecond) {
		if ask[bool](p, "Boolean("+expression+")") {
			return
		}
	}
	p.t.Fatalf("never true: %s", expression)
}

// quiet fails the test if the page complained.
func (p *tab) quiet(where string) {
	p.t.Helper()
	p.mutex.Lock()
	defer p.mutex.Unlock()
	for _, complaint := range p.complaints {
		p.t.Errorf("%s: %s", where, complaint)
	}
	p.complaints = nil
}

// pages are one of each kind, over the starter.
var pages = []string{
	"/", "/title/jessica-jones/2", "/title/jessica-jones", "/title/transparent/1", "/title/lady-bird-2017", "/title/jessica-jones/2/13",
	"/person/melissa-rosenberg", "/person/eka-darville", "/search?q=love", "/search?q=", "/search?q=qqqqqqqq", "/sources", "/method", "/api", "/check", "/standards",
	"/standards/f-rating", "/standards/celluloid-ceiling?reading=known", "/standards/f-rating/titles", "/browse", "/report", "/rank", "/gaps", "/careers",
	"/unusual/jessica-jones/2", "/embed/title/jessica-jones/2", "/embed/report",
	"/corpus", "/corpus?by=month&copies=each",
}

// importedPages are one of each kind over a catalog that is not hand-picked: with how unusual a
// title is, and reports with lines and bars. The titles and people are those with the most on
// their page, which are the hardest to lay out.
func importedPages(t *testing.T, path string) []string {
	one := func(query string) string {
		all := column(t, path, query+" LIMIT 1")
		if len(all) == 0 {
			t.Fatalf("the catalog has nothing by %s", query)
		}
		return all[0]
	}
	film := one(`SELECT t.id FROM title t JOIN credit ON credit.title = t.number WHERE kind = 'film' AND role = 'director' GROUP BY t.id ORDER BY count(*) DESC, t.id`)
	season := one(`SELECT s.id FROM title s JOIN title e ON e.season_title = s.number JOIN credit c ON c.title = e.number WHERE s.kind = 'season' AND c.role = 'director' GROUP BY s.id HAVING count(DISTINCT e.number) <= 13 ORDER BY count(*) DESC, s.id`)
	series := one(`SELECT t.id FROM title t JOIN title_size ON title = t.number WHERE t.kind = 'series' ORDER BY episodes DESC, t.id`)
	episode := one(`SELECT t.id FROM title t JOIN credit ON credit.title = t.number WHERE kind = 'episode' GROUP BY t.id ORDER BY count(*) DESC, t.id`)
	person := one(`SELECT p.id FROM person p JOIN credit ON person = p.number GROUP BY p.id ORDER BY count(*) DESC, p.id`)
	return []string{
		"/", "/title/" + film, "/title/" + season, "/title/" + series, "/title/" + episode, "/person/" + person, "/unusual/" + season,
		"/browse", "/report", "/report?by=kind&role=director", "/rank?kind=season", "/standards/f-rating", "/standards/reframe-film-2018/titles?verdict=not_met",
		"/embed/report?role=director",
	}
}

// mostShift is how far a layout may shift as it loads, by the measure of web.dev/cls.
const mostShift = 0.05

// TestPagesAreAccessibleAndStay holds a page of each kind, of the starter and of an import, to
// axe-core's rules on a phone, light, and on a desk, dark, to those that colours and widths
// decide. None is wider than its screen, complains, or moves once it is there; on the phone the
// letters come too late.
func TestPagesAreAccessibleAndStay(t *testing.T) {
	imported := generatedFile(t)
	for name, all := range map[string][]string{starterFile(t): pages, imported: importedPages(t, imported)} {
		server, _ := serveWith(t, name, corpustest.Of(t, name, corpustest.Starter()...))
		for _, run := range []struct {
			screen
			options string
		}{
			{screen{390, "light", true}, `{resultTypes: ["violations"]}`},
			{screen{1280, "dark", true}, `{resultTypes: ["violations"], runOnly: ["color-contrast", "link-in-text-block", "target-size", "scrollable-region-focusable"]}`},
		} {
			s := run.screen
			p := open(t, server.URL, s)
			if s.width < 500 {
				p.slowly()
			}
			for _, path := range all {
				p.visit(path)
				where := fmt.Sprintf("%s at %d, %s", path, s.width, s.scheme)
				p.quiet(where)
				if over := ask[float64](p, "document.documentElement.scrollWidth - innerWidth"); over > 0 {
					t.Errorf("%s: %v pixels wider than the screen", where, over)
				}
				if shift := p.shift(); shift > mostShift {
					t.Errorf("%s: the layout shifts by %.3f", where, shift)
				}
				p.accessible(where, run.options)
			}
		}
	}
}

// slowly keeps nothing from page to page and holds letters back until the text is there, as for a
// reader who comes first and from afar.
func (p *tab) slowly() {
	p.t.Helper()
	_, err := chromedp.Call(p.Context, network.SetCacheDisabled, network.SetCacheDisabledParams{CacheDisabled: true})
	p.must(err)
	_, err = chromedp.Call(p.Context, network.EmulateNetworkConditionsByRule, network.EmulateNetworkConditionsByRuleParams{MatchedNetworkConditions: []*network.Conditions{
		{URLPattern: p.site + "/assets/*.woff2", Latency: 150, DownloadThroughput: -1, UploadThroughput: -1},
	}})
	p.must(err)
}

// shift is how far the layout has shifted since the page began to load, once its letters are
// there.
func (p *tab) shift() float64 {
	p.t.Helper()
	return ask[float64](p, `document.fonts.ready.then(() => new Promise((done) => {
		let sum = 0;
		new PerformanceObserver((l) => l.getEntries().forEach((e) => { if (!e.hadRecentInput) sum += e.value })).observe({type: 'layout-shift', buffered: true});
		setTimeout(() => done(sum), 60);
	}))`, chromedp.EvalAwaitPromise)
}

// accessible holds the page to rules of axe-core.
func (p *tab) accessible(where, options string) {
	p.t.Helper()
	axe, err := os.ReadFile("testdata/axe.min.js")
	p.must(err)
	ask[any](p, string(axe)+"; 0")
	found := ask[string](p, "axe.run(document, "+options+`).then((r) => JSON.stringify(r.violations.map((v) => ({id: v.id, help: v.help, at: v.nodes.slice(0, 3).map((n) => n.html + " " + (n.any[0] ? n.any[0].message : ""))}))))`, chromedp.EvalAwaitPromise)
	var violations []struct {
		ID, Help string
		At       []string
	}
	p.must(json.Unmarshal([]byte(found), &violations))
	for _, v := range violations {
		p.t.Errorf("%s: %s: %s\n\t%s", where, v.ID, v.Help, strings.Join(v.At, "\n\t"))
	}
}

// TestAPageFitsEveryScreen looks for pages wider than the narrowest and the
// widest screens there are.
func TestAPageFitsEveryScreen(t *testing.T) {
	server, _ := serve(t, starterFile(t))
	for _, width := range []int64{360, 768, 2560} {
		p := open(t, server.URL, screen{width, "light", true})
		for _, path := range pages[:7] {
			p.visit(path)
			if over := ask[float64](p, "document.documentElement.scrollWidth - innerWidth"); over > 0 {
				t.Errorf("%s at %d: %v pixels too wide", path, width, over)
			}
		}
	}
}

// TestSearchByKeyboard finds a season, looks at a mark and follows its source
// without a mouse.
func TestSearchByKeyboard(t *testing.T) {
	server, _ := serve(t, starterFile(t))
	p := open(t, server.URL, screen{1280, "light", true})
	p.visit("/")
	p.press(kb.Tab)
	if first := ask[string](p, "document.activeElement.textContent"); first != "Skip to the content" {
		t.Errorf("the first stop is %q", first)
	}
	p.press(kb.Tab, kb.Tab)
	if field := ask[string](p, "document.activeElement.id"); field != "q" {
		t.Fatalf("the third stop is %q", field)
	}
	p.press("jesica jones s2")
	p.await(`document.querySelector('.offers li')?.textContent.startsWith('Jessica Jones, season 2')`)
	p.must(chromedp.Do(p.Context, chromedp.KeyEvent(kb.ArrowDown)))
	p.await(`document.getElementById(document.querySelector('#q').getAttribute('aria-activedescendant')).getAttribute('aria-selected') === 'true'`)
	p.press(kb.Enter)
	p.await(`location.pathname === '/title/jessica-jones/2' && document.readyState === 'complete'`)
	if headline := ask[string](p, "document.querySelector('h1').textContent"); headline != "All 13 episodes were directed by women" {
		t.Errorf("the headline is %q", headline)
	}
	ask[any](p, "document.querySelector('button.point').focus(); 0")
	p.press(kb.Enter)
	p.await(`document.querySelector('#director-0:popover-open')`)
	p.press(kb.Tab)
	if name := ask[string](p, "document.activeElement.textContent"); name != "Anna Foerster" {
		t.Errorf("in the note, the first stop is %q", name)
	}
	p.press(kb.Escape)
	p.await(`!document.querySelector(':popover-open')`)
	p.quiet("search by keyboard")
}

// TestPagesWorkWithoutScripts reads, searches and opens a source with scripts
// switched off.
func TestPagesWorkWithoutScripts(t *testing.T) {
	server, _ := serve(t, starterFile(t))
	p := open(t, server.URL, screen{390, "dark", false})
	p.visit("/")
	p.must(chromedp.Do(p.Context, chromedp.SendKeys("#big-q", "jessica jones s2"+kb.Enter)))
	p.await(`location.pathname === '/search' && document.readyState === 'complete'`)
	p.must(chromedp.Do(p.Context, chromedp.Click(".found a")))
	p.await(`location.pathname === '/title/jessica-jones/2' && document.readyState === 'complete'`)
	p.must(chromedp.Do(p.Context, chromedp.Click("#director + .people .source")))
	p.await(`document.querySelector('#director-0:popover-open')`)
	links := ask[[]string](p, `[...document.querySelectorAll('#director-0 .pages a')].map((a) => a.href)`)
	if len(links) == 0 || slices.ContainsFunc(links, func(l string) bool { return !strings.HasPrefix(l, "http") }) {
		t.Errorf("the sources of the first director: %v", links)
	}
	p.quiet("without scripts")
}

// TestMarksSayTheirNames points at a mark: it says who it is, as what and in which
// episode; without scripts, who it is.
func TestMarksSayTheirNames(t *testing.T) {
	server, _ := serve(t, starterFile(t))
	p := open(t, server.URL, screen{1280, "light", true})
	p.visit("/title/jessica-jones/2")
	names := ask[[]string](p, `[...document.querySelectorAll('tbody tr:first-child .point')].map((b) => b.getAttribute('aria-label'))`)
	if len(names) != 13 || names[0] != "Anna Foerster, woman" || names[12] != "Uta Briesewitz, woman" {
		t.Errorf("the directors' marks are called %v", names)
	}
	point := `document.querySelector('.point').dispatchEvent(new PointerEvent('pointerover', {bubbles: true})); document.querySelector('.says:not([hidden])')?.innerText`
	if said := ask[string](p, point); said != "Anna Foerster, woman\nDirector, episode 1: AKA Start at the Beginning, 8 March 2018" {
		t.Errorf("beside the first mark stands %q", said)
	}
	p.visit("/title/jessica-jones")
	if said := ask[string](p, point); said != "S.J. Clarkson, woman\nSeason 1, episode 1: AKA Ladies Night, 2015" {
		t.Errorf("beside the first mark of the series stands %q", said)
	}
	p = open(t, server.URL, screen{390, "light", false})
	p.visit("/title/jessica-jones/2")
	if shown := ask[string](p, "document.querySelector('.point').focus({focusVisible: true}); getComputedStyle(document.querySelector('.point'), '::after').content"); shown != `"Anna Foerster, woman"` {
		t.Errorf("without scripts, beside the first mark stands %s", shown)
	}
}

// TestAGridIsOneStop walks through a grid by keyboard: Tab comes to it once and leaves it,
// arrow keys go from mark to mark, and Enter opens the evidence.
func TestAGridIsOneStop(t *testing.T) {
	server, _ := serve(t, starterFile(t))
	p := open(t, server.URL, screen{1280, "light", true})
	p.visit("/title/jessica-jones/2")
	p.await(`document.querySelector('.callsheet.told')`)
	if stops := ask[int](p, `document.querySelectorAll('.callsheet :is(a, button):not([tabindex="-1"])').length`); stops != 1 {
		t.Errorf("the grid is %d stops of Tab", stops)
	}
	at := func() string {
		return ask[string](p, `(() => {
			const cell = document.activeElement.closest('.callsheet td');
			return cell ? cell.parentElement.cells[0].textContent + ' ' + cell.cellIndex + ': ' + document.activeElement.ariaLabel : document.activeElement.textContent;
		})()`)
	}
	ask[any](p, "document.querySelector('.callsheet .point').focus(); 0")
	for _, step := range []struct {
		key, where string
	}{
		{kb.ArrowRight, "Director 2: Minkie Spiro, woman"},
		{kb.End, "Director 13: Uta Briesewitz, woman"},
		{kb.ArrowDown, "Writer 13: Melissa Rosenberg, woman"},
		{kb.ArrowDown, "Writer 13: Jesse Harris, not stated"},
		{kb.ArrowDown, "Creator 13: Melissa Rosenberg, woman"},
		{kb.ArrowUp, "Writer 13: Jesse Harris, not stated"},
		{kb.ArrowLeft, "Writer 12: Hilly Hicks Jr., man"},
		{kb.Home, "Writer"},
		{kb.ArrowRight, "Writer 1: Melissa Rosenberg, woman"},
	} {
		p.press(step.key)
		if where := at(); where != step.where {
			t.Errorf("a key leads to %q, want %q", where, step.where)
		}
	}
	p.press(kb.Enter)
	p.await(`document.querySelector('#writer-0:popover-open')`)
	p.press(kb.Escape)
	p.await(`!document.querySelector(':popover-open')`)
	p.press(kb.Tab)
	if where := ask[bool](p, `document.activeElement.closest('.callsheet') === null`); !where {
		t.Error("a second Tab is still within the grid")
	}
	p.quiet("the grid by keyboard")
}

// TestAGridIsWholeOnAPhone looks for episodes that hide beside a screen of 390 pixels, and
// for columns that differ in width on a wide one.
func TestAGridIsWholeOnAPhone(t *testing.T) {
	server, _ := serve(t, starterFile(t))
	p := open(t, server.URL, screen{390, "light", true})
	for _, path := range []string{"/title/jessica-jones/2", "/title/jessica-jones"} {
		p.visit(path)
		seen := ask[[]int](p, `[...document.querySelectorAll('.callsheet tbody tr')].map((row) => [...row.cells].filter((cell) => {
			const box = cell.getBoundingClientRect();
			return cell.matches('td:not(.sum)') && box.width >= 24 && box.left >= 0 && box.right <= innerWidth;
		}).length)`)
		if len(seen) == 0 || slices.ContainsFunc(seen, func(n int) bool { return n != 13 }) {
			t.Errorf("%s: of 13 episodes these are within the screen, row by row: %v", path, seen)
		}
		if hidden := ask[int](p, `[...document.querySelectorAll('.callsheet .sum')].filter((sum) => sum.getBoundingClientRect().right > innerWidth || !sum.textContent).length`); hidden != 0 {
			t.Errorf("%s: %d sums are out of sight", path, hidden)
		}
	}
	p = open(t, server.URL, screen{1280, "light", true})
	p.visit("/title/jessica-jones/2")
	if widths := ask[[]float64](p, `[...new Set([...document.querySelectorAll('.callsheet thead th:not(.down, .sum)')].map((head) => Math.round(head.getBoundingClientRect().width)))]`); len(widths) > 2 || len(widths) == 2 && max(widths[0], widths[1])-min(widths[0], widths[1]) > 1 {
		t.Errorf("the columns are of widths %v", widths)
	}
}
