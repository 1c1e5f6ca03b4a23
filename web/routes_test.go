package web

import (
	"bufio"
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"log/slog"
	"maps"
	"net/http"
	"net/http/httptest"
	"net/url"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"sync/atomic"
	"testing"

	"rolecall"
	"rolecall/catalog"
	"rolecall/corpus/corpustest"
	"rolecall/format"
	"rolecall/source"
	"rolecall/web/api"
)

// everythingFill fills a catalog with a film and a season that have all that a
// question may be about, so that no filter is turned away before it is asked.
func everythingFill(_ context.Context, sink source.Sink) error {
	of := func(t rolecall.Title) rolecall.Title {
		t.Year, t.Released, t.Votes = 2020, rolecall.Date{Year: 2020, Month: 3, Day: 4}, 1000
		t.Networks, t.Countries, t.Genres = []string{"Netflix"}, []string{"France"}, []string{"Drama"}
		return t
	}
	return errors.Join(
		sink.AddSource(rolecall.Source{ID: "s", Name: "S"}),
		sink.AddTitle(of(rolecall.Title{ID: "film", Kind: rolecall.Film, Name: "Fargo"})),
		sink.AddTitle(of(rolecall.Title{ID: "series", Kind: rolecall.Series, Name: "Fargo"})),
		sink.AddTitle(of(rolecall.Title{ID: "series/1", Kind: rolecall.Season, Name: "Fargo", SeriesID: "series", Season: 1})),
		sink.AddTitle(of(rolecall.Title{ID: "series/1/1", Kind: rolecall.Episode, Name: "One", SeriesID: "series", SeasonID: "series/1", Season: 1, Episode: 1})),
		sink.AddPerson(rolecall.Person{ID: "who", Name: "Jo Doe"}),
		sink.AddCredit(rolecall.Credit{TitleID: "film", PersonID: "who", Role: rolecall.Director}),
		sink.AddCredit(rolecall.Credit{TitleID: "series/1/1", PersonID: "who", Role: rolecall.Director}),
	)
}

// running is a site that is asked as over a connection.
type running struct {
	site   *Site
	folder string
	log    *bytes.Buffer
	routes []string
	fields []string
	client atomic.Int64
}

func run(t testing.TB) *running {
	t.Helper()
	folder := t.TempDir()
	path := filepath.Join(folder, "c.duckdb")
	if err := catalog.Build(t.Context(), path, catalog.Recipe{Name: "all", Fill: everythingFill}); err != nil {
		t.Fatal(err)
	}
	s := &running{folder: folder, log: new(bytes.Buffer)}
	var err error
	s.site, err = New(t.Context(), Options{
		Open:   func(ctx context.Context) (*catalog.Catalog, error) { return catalog.Open(ctx, path) },
		Public: "https://rolecall.example", Proxied: true, Version: "test", Log: slog.New(slog.NewTextHandler(s.log, &slog.HandlerOptions{Level: slog.LevelError})),
		Corpus: corpustest.Of(t, path, corpustest.Starter()...),
	})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { s.site.Close() })
	s.readRoutes(t)
	return s
}

var (
	routeInSource = regexp.MustCompile(`"(GET|POST) (/[^"]*)"`)
	fieldInSource = regexp.MustCompile(`(?:parsedOne|parsedAll)\([a-z]+, "([a-z_]+)"|Query\(\)\.Get\("([a-z_]+)"\)`)
)

// readRoutes finds the routes and fields in the program itself, so that no new one
// is forgotten: those of the pages in the source, those of the interface in its
// description.
func (s *running) readRoutes(t testing.TB) {
	t.Helper()
	routes, fields := map[string]bool{}, map[string]bool{}
	files, err := filepath.Glob("*.go")
	if err != nil {
		t.Fatal(err)
	}
	for _, file := range files {
		text, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		if strings.HasSuffix(file, "_test.go") {
			continue
		}
		for _, m := range fieldInSource.FindAllStringSubmatch(string(text), -1) {
			fields[m[1]+m[2]] = true
		}
		if file == "web.go" {
			for _, m := range routeInSource.FindAllStringSubmatch(string(text), -1) {
				routes[m[1]+" "+m[2]] = true
			}
			for _, m := range filesInSource.FindAllStringSubmatch(string(text), -1) {
				routes["GET "+m[1]] = true
				for _, f := range format.All() {
					routes["GET "+m[1]+f.Ending] = true
				}
			}
		}
	}
	for chart := range reportCharts {
		routes["GET "+chart] = true
	}
	for chart := range corpusCharts {
		routes["GET "+chart] = true
	}
	for path, item := range s.site.api.Description().Paths {
		if item.Post != nil {
			routes["POST "+path] = true
		}
		if item.Get != nil {
			routes["GET "+path] = true
			for _, p := range item.Get.Parameters {
				if p.In == "query" {
					fields[p.Name] = true
				}
			}
		}
	}
	s.routes, s.fields = slices.Sorted(maps.Keys(routes)), slices.Sorted(maps.Keys(fields))
	if len(s.routes) < 40 || len(s.fields) < 20 {
		t.Fatalf("the source shows %d routes and %d fields only", len(s.routes), len(s.fields))
	}
}

// filesInSource finds the pages with a file beside them in each format.
var filesInSource = regexp.MustCompile(`AndFiles\(mux, s\.\w+, "([^"]+)"`)

var placeInRoute = regexp.MustCompile(`\{[a-z]+(\.\.\.)?\}`)

// ask sends what a client may send, byte for byte, and checks the answer. It is
// not sent where it is no request at all.
func (s *running) ask(t *testing.T, method, target, kind, body string) (status int) {
	t.Helper()
	head := fmt.Sprintf("%s %s HTTP/1.1\r\nHost: x\r\nX-Forwarded-For: 2001:db8:%x::1\r\nContent-Type: %s\r\nContent-Length: %d\r\n\r\n%s",
		method, target, s.client.Add(1)%0xffff, kind, len(body), body)
	r, err := http.ReadRequest(bufio.NewReader(strings.NewReader(head)))
	if err != nil {
		return 0
	}
	w := httptest.NewRecorder()
	s.site.Handler().ServeHTTP(w, r.WithContext(t.Context()))
	answer := w.Body.String()
	for _, told := range []string{s.folder, "damaged", ".go:"} {
		if strings.Contains(answer, told) {
			t.Errorf("%s %.200q: the answer tells of %q", method, target, told)
		}
	}
	if w.Code >= 500 {
		t.Errorf("%s %.200q: %d", method, target, w.Code)
	}
	if strings.Contains(answer, "<script>alert") && strings.HasPrefix(w.Header().Get("Content-Type"), "text/html") {
		t.Errorf("%s %.200q: what was asked runs as a script", method, target)
	}
	if s.log.Len() > 0 {
		t.Errorf("%s %.200q is logged: %s", method, target, s.log)
		s.log.Reset()
	}
	return w.Code
}

// each asks a route with a value in its place for an identifier, in one field, or
// in its body.
func (s *running) each(t *testing.T, route, field, value string, raw bool) (status int) {
	method, path, _ := strings.Cut(route, " ")
	path = strings.TrimSuffix(path, "{$}")
	written := url.QueryEscape
	if raw {
		written = func(text string) string { return text }
	}
	switch {
	case method == http.MethodPost && strings.HasPrefix(path, api.Prefix):
		return s.ask(t, method, path, "application/json", fmt.Sprintf(`{"text": %q}`, value))
	case method == http.MethodPost:
		return s.ask(t, method, path, "application/x-www-form-urlencoded", "text="+written(value))
	case field == "":
		return s.ask(t, method, placeInRoute.ReplaceAllLiteralString(path, strings.ReplaceAll(written(value), "+", "%20")), "text/plain", "")
	}
	return s.ask(t, method, placeInRoute.ReplaceAllLiteralString(path, "film")+"?"+written(field)+"="+written(value), "text/plain", "")
}

// hostileValues are what nobody asks for who means well.
var hostileValues = []string{"\xff", "a\x00b", "Am\xe9lie", "'; DROP TABLE title; -- \u202e<script>alert(1)</script>%", "-9223372036854775808", "woman,unknown"}

// TestNoRequestEndsTheServer asks every route with every field.
func TestNoRequestEndsTheServer(t *testing.T) {
	s := run(t)
	for _, route := range s.routes {
		for _, value := range hostileValues {
			isText := catalog.CheckText(value) == nil
			for _, field := range append([]string{""}, s.fields...) {
				status := s.each(t, route, field, value, false)
				switch {
				case strings.HasPrefix(route, "POST") || isText:
				case field == "" && placeInRoute.MatchString(strings.TrimSuffix(route, "{$}")) && status != http.StatusNotFound:
					t.Errorf("%s of %q: %d, want 404", route, value, status)
				case field != "" && status != http.StatusBadRequest:
					t.Errorf("%s?%s=%q: %d, want 400", route, field, value, status)
				}
				if strings.HasPrefix(route, "POST") {
					break
				}
			}
		}
	}
}

func FuzzRoutes(f *testing.F) {
	s := run(f)
	for i := range s.routes {
		f.Add(uint8(i), uint8(i), hostileValues[i%len(hostileValues)], i%2 == 0)
		f.Add(uint8(i), uint8(i/2), strings.Repeat("é", 3000), false)
	}
	f.Fuzz(func(t *testing.T, route, field uint8, value string, raw bool) {
		fields := append([]string{""}, s.fields...)
		s.each(t, s.routes[int(route)%len(s.routes)], fields[int(field)%len(fields)], value, raw)
	})
}

// A reader who goes away before the answer is there is none whom anything failed.
func TestAReaderWhoGoesAwayIsNoFault(t *testing.T) {
	s := run(t)
	var log bytes.Buffer
	s.site.options.Log = slog.New(slog.NewTextHandler(&log, nil))
	for _, target := range []string{"/report?by=network", "/title/film", "/api/v1/report?by=genre", "/api/v1/titles/film", "/search?q=fargo", "/rank?kind=film"} {
		s.log.Reset()
		ctx, goAway := context.WithCancel(t.Context())
		goAway()
		w := httptest.NewRecorder()
		s.site.Handler().ServeHTTP(w, httptest.NewRequest(http.MethodGet, target, nil).WithContext(ctx))
		body, _ := io.ReadAll(w.Result().Body)
		if w.Code >= 500 && w.Code != http.StatusServiceUnavailable || w.Code == http.StatusOK || s.log.Len() > 0 {
			t.Errorf("%s: %d, %.80q, logged %s", target, w.Code, body, s.log)
		}
	}
}

// A report by series has more parts than a page has room for: they are on several.
func TestAReportOfManyPartsIsPaged(t *testing.T) {
	const parts = 2*partsOnPage + 17
	path := filepath.Join(t.TempDir(), "c.duckdb")
	err := catalog.Build(t.Context(), path, catalog.Recipe{Name: "many", Fill: func(_ context.Context, sink source.Sink) error {
		for i := range parts {
			series := fmt.Sprintf("s%04d", i)
			if err := errors.Join(
				sink.AddTitle(rolecall.Title{ID: series, Kind: rolecall.Series, Name: "Series " + series}),
				sink.AddTitle(rolecall.Title{ID: series + "/1", Kind: rolecall.Season, Name: "Series " + series, SeriesID: series, Season: 1}),
				sink.AddTitle(rolecall.Title{ID: series + "/1/1", Kind: rolecall.Episode, Name: "One", SeriesID: series, SeasonID: series + "/1", Season: 1, Episode: 1})); err != nil {
				return err
			}
		}
		return nil
	}})
	if err != nil {
		t.Fatal(err)
	}
	site, err := New(t.Context(), Options{Open: func(ctx context.Context) (*catalog.Catalog, error) { return catalog.Open(ctx, path) }, Log: slog.New(slog.DiscardHandler)})
	if err != nil {
		t.Fatal(err)
	}
	defer site.Close()
	seen := map[string]bool{}
	next := regexp.MustCompile(`<a href="([^"]*)" rel="next">`)
	name := regexp.MustCompile(`Series s\d{4}`)
	address := "/report?by=series&kind=season&role=director"
	for pages := 1; ; pages++ {
		w := httptest.NewRecorder()
		site.Handler().ServeHTTP(w, httptest.NewRequest(http.MethodGet, address, nil))
		page := w.Body.String()
		rows := name.FindAllString(page, -1)
		if w.Code != http.StatusOK || len(rows) > partsOnPage || !strings.Contains(page, fmt.Sprintf("of %d; the files hold all", parts)) {
			t.Fatalf("%s: %d, %d rows", address, w.Code, len(rows))
		}
		for _, row := range rows {
			seen[row] = true
		}
		m := next.FindStringSubmatch(page)
		if m == nil {
			if pages != 3 || len(seen) != parts {
				t.Errorf("%d pages hold %d of %d series", pages, len(seen), parts)
			}
			break
		}
		address = strings.ReplaceAll(m[1], "&amp;", "&")
	}
}
