package fetch_test

import (
	"context"
	"errors"
	"fmt"
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"pgregory.net/rapid"

	"rolecall/fetch"
)

const query = `SELECT ?person ?imdb WHERE { ?person wdt:P345 ?imdb FILTER(STRSTARTS(?imdb, "{{prefix}}")) }`

// endpoint answers the query about some identifiers as public endpoints do: what
// is more than most rows takes too long. Faults are as for server.
type endpoint struct {
	*httptest.Server
	mutex  sync.Mutex
	people []string
	most   int
	faults []func(w http.ResponseWriter, table string)
	asked  []string
	forms  []*http.Request
	waits  []time.Duration
}

var prefixAsked = regexp.MustCompile(`STRSTARTS\(\?imdb, "([^"]*)"\)`)

func newEndpoint(most int, people ...string) *endpoint {
	e := &endpoint{people: people, most: most}
	e.Server = httptest.NewServer(e)
	return e
}

func (e *endpoint) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	e.mutex.Lock()
	defer e.mutex.Unlock()
	asked := prefixAsked.FindStringSubmatch(r.PostFormValue("query"))
	if asked == nil {
		http.Error(w, "MalformedQueryException", http.StatusBadRequest)
		return
	}
	e.asked, e.forms = append(e.asked, asked[1]), append(e.forms, r)
	table, rows := "?person\t?imdb\n", 0
	for i, person := range e.people {
		if strings.HasPrefix(person, asked[1]) {
			table += fmt.Sprintf("<http://www.wikidata.org/entity/Q%d>\t%q\n", i+1, person)
			rows++
		}
	}
	if len(e.faults) > 0 {
		next := e.faults[0]
		e.faults = e.faults[1:]
		next(w, table)
		return
	}
	if rows > e.most {
		timedOut(w, table)
		return
	}
	sendTable(w, table)
}

func sendTable(w http.ResponseWriter, table string) {
	w.Header().Set("Content-Type", "text/tab-separated-values;charset=utf-8")
	fmt.Fprint(w, table)
}

// The ways of the Wikidata Query Service, QLever and gateways to say that a query
// takes too long.
func timedOut(w http.ResponseWriter, _ string) {
	http.Error(w, "SPARQL-QUERY: queryStr=SELECT …\njava.util.concurrent.TimeoutException", http.StatusInternalServerError)
}
func timedOutAsQLever(w http.ResponseWriter, _ string) {
	http.Error(w, `{"exception":"Operation timed out.","status":"ERROR"}`, http.StatusTooManyRequests)
}
func timedOutAtGateway(w http.ResponseWriter, _ string) {
	http.Error(w, "upstream", http.StatusGatewayTimeout)
}
func brokeOff(w http.ResponseWriter, table string) {
	sendTable(w, table+" !!!!>># An error has occurred while exporting the query result.\nOperation timed out.")
}
func brokeOffWithTrace(w http.ResponseWriter, table string) {
	sendTable(w, table+"java.util.concurrent.TimeoutException\n\tat java.base/x\n")
}
func cutTable(w http.ResponseWriter, table string) {
	fmt.Fprint(w, table[:len(table)-3])
	w.(http.Flusher).Flush()
	abort()
}
func shortTable(w http.ResponseWriter, table string)  { sendTable(w, table[:len(table)-1]) }
func narrowTable(w http.ResponseWriter, table string) { sendTable(w, table+"<http://x>\n") }
func noTable(w http.ResponseWriter, _ string)         { abort() }
func busy(w http.ResponseWriter, _ string) {
	w.Header().Set("Retry-After", "17")
	http.Error(w, "Rate limit exceeded", http.StatusTooManyRequests)
}
func unwell(w http.ResponseWriter, _ string) {
	http.Error(w, "no backend", http.StatusServiceUnavailable)
}
func pageInstead(w http.ResponseWriter, _ string) {
	page(nil, w, nil)
}
func endlessTable(w http.ResponseWriter, table string) {
	connection, _, _ := w.(http.Hijacker).Hijack()
	fmt.Fprint(connection, "HTTP/1.0 200 OK\r\n\r\n"+table)
	connection.Close()
}

func (e *endpoint) ask(ctx context.Context, dir string, parts []string, progress func(fetch.PartProgress)) error {
	client := &fetch.Client{UserAgent: "rolecall/0.0-test", Sleep: func(ctx context.Context, pause time.Duration) error {
		e.waits = append(e.waits, pause)
		return ctx.Err()
	}}
	err := client.SPARQL(ctx, e.URL, query, parts, dir, progress)
	e.mutex.Lock() // until the endpoint has done with it too
	defer e.mutex.Unlock()
	return err
}

// found are the identifiers in the files that are whole, sorted.
func found(t interface{ Fatal(...any) }, dir string) []string {
	paths, err := fetch.PartFiles(dir, query)
	if err != nil {
		t.Fatal(err)
	}
	var people []string
	for _, path := range paths {
		text, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		for _, line := range strings.Split(strings.TrimSpace(string(text)), "\n")[1:] {
			people = append(people, strings.Trim(line[strings.Index(line, "\t")+1:], `"`))
		}
	}
	slices.Sort(people)
	return people
}

var people = []string{"nm0000001", "nm0000002", "nm0012345", "nm0100000", "nm0999999", "nm10000000", "nm9999999"}

func TestAQueryIsAskedInPartsThatAreSplitWhereTooLarge(t *testing.T) {
	e, dir := newEndpoint(2, people...), t.TempDir()
	defer e.Close()
	var last fetch.PartProgress
	if err := e.ask(t.Context(), dir, fetch.Prefixes("nm", 1), func(p fetch.PartProgress) { last = p }); err != nil {
		t.Fatal(err)
	}
	if got := found(t, dir); !slices.Equal(got, people) {
		t.Errorf("found %v, want %v", got, people)
	}
	// nm0 has five, nm00 three, nm000 two.
	if want := (fetch.PartProgress{Part: "nm9", Done: 28, Parts: 28}); last != want {
		t.Errorf("progress ended with %+v, want %+v", last, want)
	}
	if first := e.asked[:3]; !slices.Equal(first, []string{"nm0", "nm00", "nm000"}) {
		t.Errorf("asked %v", first)
	}
	form := e.forms[0]
	if form.Method != http.MethodPost || form.Header.Get("Accept") != "text/tab-separated-values" || form.UserAgent() != "rolecall/0.0-test" {
		t.Errorf("%s with %v", form.Method, form.Header)
	}
	e.asked = nil
	if err := e.ask(t.Context(), dir, fetch.Prefixes("nm", 1), nil); err != nil || len(e.asked) > 0 {
		t.Errorf("asked again for %v, %v", e.asked, err)
	}
}

func TestFaultsOfEndpoints(t *testing.T) {
	type faults = []func(http.ResponseWriter, string)
	for _, test := range []struct {
		name   string
		faults faults
		// asked is how often, 11 where the part was split; fails part of the error.
		asked int
		fails string
	}{
		{"time-out of WDQS", faults{timedOut}, 11, ""},
		{"time-out of QLever", faults{timedOutAsQLever}, 11, ""},
		{"time-out of a gateway", faults{timedOutAtGateway}, 11, ""},
		{"cut once", faults{cutTable}, 2, ""},
		{"cut twice", faults{cutTable, cutTable}, 12, ""},
		{"no answer", faults{noTable}, 2, ""},
		{"broken off with a mark", faults{brokeOff, brokeOff}, 12, ""},
		{"broken off with a trace", faults{brokeOffWithTrace}, 2, ""},
		{"last line cut", faults{shortTable}, 2, ""},
		{"a column missing", faults{narrowTable}, 2, ""},
		{"busy", faults{busy, unwell}, 3, ""},
		{"a page", faults{pageInstead}, 1, `a page instead of a table: "Hotel Wi-Fi`},
		{"no end", faults{endlessTable}, 1, "where its answer ends"},
		{"refused", faults{func(w http.ResponseWriter, _ string) { http.Error(w, "Banned", http.StatusForbidden) }}, 1, "403 Forbidden"},
	} {
		t.Run(test.name, func(t *testing.T) {
			e, dir := newEndpoint(100, people...), t.TempDir()
			defer e.Close()
			e.faults = test.faults
			err := e.ask(t.Context(), dir, []string{"nm"}, nil)
			if len(e.asked) != test.asked {
				t.Errorf("asked %d times, want %d: %v", len(e.asked), test.asked, e.asked)
			}
			if test.fails == "" {
				if got := found(t, dir); err != nil || !slices.Equal(got, people) {
					t.Errorf("found %v, %v", got, err)
				}
				return
			}
			refused := new(fetch.EndpointError)
			if !errors.As(err, &refused) || refused.Part != "nm" || !strings.Contains(err.Error(), test.fails) || !strings.Contains(err.Error(), fetch.WikidataDump) {
				t.Errorf("%v, want one with %q and the dump", err, test.fails)
			}
			left, _ := filepath.Glob(filepath.Join(dir, "*.tsv*"))
			if len(left) > 0 {
				t.Errorf("left behind: %v", left)
			}
		})
	}
}

func TestAnEndpointsWishToBeLeftAloneIsHonoured(t *testing.T) {
	e := newEndpoint(100, people...)
	defer e.Close()
	e.faults = append(e.faults, busy)
	if err := e.ask(t.Context(), t.TempDir(), []string{"nm"}, nil); err != nil || !slices.Equal(e.waits, []time.Duration{17 * time.Second}) {
		t.Errorf("waited %v, %v", e.waits, err)
	}
}

func TestSplittingEnds(t *testing.T) {
	e := newEndpoint(0, people...)
	defer e.Close()
	err := e.ask(t.Context(), t.TempDir(), []string{"nm0"}, nil)
	if refused := new(fetch.EndpointError); !errors.As(err, &refused) || refused.Part != "nm000000" {
		t.Errorf("%v", err)
	}
}

func TestAnInterruptedQueryGoesOnInTheNextRun(t *testing.T) {
	e, dir := newEndpoint(2, people...), t.TempDir()
	defer e.Close()
	ctx, cancel := context.WithCancel(t.Context())
	err := e.ask(ctx, dir, []string{"nm0", "nm1", "nm9"}, func(p fetch.PartProgress) {
		if p.Part == "nm001" {
			cancel()
		}
	})
	if !errors.Is(err, context.Canceled) {
		t.Fatal(err)
	}
	e.asked = nil
	if err := e.ask(t.Context(), dir, []string{"nm0", "nm1", "nm9"}, nil); err != nil {
		t.Fatal(err)
	}
	if e.asked[0] != "nm002" {
		t.Errorf("went on with %v", e.asked)
	}
	if got := found(t, dir); !slices.Equal(got, people) {
		t.Errorf("found %v", got)
	}
}

func TestAnyFaultsOfAnEndpointEndInAllRowsOrAnError(t *testing.T) {
	kinds := []func(http.ResponseWriter, string){
		timedOut, timedOutAsQLever, timedOutAtGateway, brokeOff, brokeOffWithTrace, cutTable, shortTable, narrowTable, noTable, busy, unwell, pageInstead, endlessTable,
	}
	e := newEndpoint(2, people...)
	defer e.Close()
	rapid.Check(t, func(t *rapid.T) {
		dir, err := os.MkdirTemp("", "rolecall-fetch")
		if err != nil {
			t.Fatal(err)
		}
		defer os.RemoveAll(dir)
		e.faults, e.asked = nil, nil
		for _, kind := range rapid.SliceOfN(rapid.IntRange(0, len(kinds)-1), 0, 8).Draw(t, "faults") {
			e.faults = append(e.faults, kinds[kind])
		}
		for {
			behaves := len(e.faults) == 0
			err := e.ask(context.Background(), dir, []string{"nm"}, nil)
			got := found(t, dir)
			switch {
			case err == nil && slices.Equal(got, people):
				return
			case err == nil:
				t.Fatalf("no error, and found %v", got)
			case behaves:
				t.Fatalf("the next run, with an endpoint that behaves, fails: %v", err)
			}
		}
	})
}

func TestQueriesThatCannotBeAsked(t *testing.T) {
	client, dir := new(fetch.Client), t.TempDir()
	for _, test := range []struct{ endpoint, query, part, fails string }{
		{"query.wikidata.org", query, "nm", "https://"},
		{fetch.QLever, "SELECT * {}", "nm", fetch.PrefixPlaceholder},
		{fetch.QLever, query, `nm") } #`, "not the beginning of an IMDb identifier"},
		{fetch.QLever, query, "nm0000000", "at most six digits"},
	} {
		err := client.SPARQL(t.Context(), test.endpoint, test.query, []string{test.part}, dir, nil)
		if err == nil || !strings.Contains(err.Error(), test.fails) {
			t.Errorf("%v, want one with %q", err, test.fails)
		}
	}
}

func TestPartFilesAreOfOneQueryAndWithoutRepetition(t *testing.T) {
	e, dir := newEndpoint(100, people...), t.TempDir()
	defer e.Close()
	for _, parts := range [][]string{{"nm00", "nm01"}, {"nm9"}} {
		if err := e.ask(t.Context(), dir, parts, nil); err != nil {
			t.Fatal(err)
		}
	}
	paths, err := fetch.PartFiles(dir, query)
	if err != nil || len(paths) != 3 {
		t.Fatalf("%v, %v", paths, err)
	}
	whole := strings.Replace(paths[0], "nm00", "nm", 1)
	if err := os.WriteFile(whole, []byte("?person\t?imdb\n"), 0o644); err != nil {
		t.Fatal(err)
	}
	if paths, err := fetch.PartFiles(dir, query); err != nil || !slices.Equal(paths, []string{whole}) {
		t.Errorf("%v, %v, want %s", paths, err, whole)
	}
	if paths, err := fetch.PartFiles(dir, query+" "); err != nil || len(paths) > 0 {
		t.Errorf("of another query: %v, %v", paths, err)
	}
}

func TestPartsThatOverlapAreAskedOnce(t *testing.T) {
	e := newEndpoint(100, people...)
	defer e.Close()
	if err := e.ask(t.Context(), t.TempDir(), []string{"nm0", "nm00", "nm0"}, nil); err != nil || !slices.Equal(e.asked, []string{"nm0"}) {
		t.Errorf("asked %v, %v", e.asked, err)
	}
}
