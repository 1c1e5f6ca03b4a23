package web

import (
	"context"
	"encoding/json"
	"fmt"
	"io"
	"log/slog"
	"net/http"
	"net/http/httptest"
	"net/url"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"testing"

	"rolecall"
	"rolecall/catalog"
	"rolecall/contract/contracttest"
	"rolecall/corpus/corpustest"
	"rolecall/format"
	"rolecall/source"
	"rolecall/source/starter"
	"rolecall/standard"
	"rolecall/web/api"
)

// held is a site with the description that it serves, to which its answers are held.
type held struct {
	site        *Site
	description *contracttest.Description
	clients     int
}

func heldSite(t *testing.T, name string, fill func(context.Context, source.Sink) error) *held {
	t.Helper()
	path := filepath.Join(t.TempDir(), "c.duckdb")
	if err := catalog.Build(t.Context(), path, catalog.Recipe{Name: name, Program: "test", Fill: fill}); err != nil {
		t.Fatal(err)
	}
	site, err := New(t.Context(), Options{
		Open:   func(ctx context.Context) (*catalog.Catalog, error) { return catalog.Open(ctx, path) },
		Public: "https://rolecall.example", Proxied: true, Version: "test", Log: slog.New(slog.DiscardHandler), Corpus: corpustest.Of(t, path, corpustest.Starter()...),
	})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { site.Close() })
	h := &held{site: site}
	h.description = contracttest.Read(t, h.ask(t, http.MethodGet, api.Prefix+"/openapi.json", "", "").Body.Bytes())
	return h
}

// ask asks as a client of its own, as one may ask for few costly answers.
func (h *held) ask(t *testing.T, method, address, kind, body string) *httptest.ResponseRecorder {
	t.Helper()
	r := httptest.NewRequestWithContext(t.Context(), method, address, strings.NewReader(body))
	r.Header.Set("Content-Type", kind)
	h.clients++
	r.Header.Set("X-Forwarded-For", fmt.Sprintf("2001:db8:%x::1", h.clients))
	w := httptest.NewRecorder()
	h.site.Handler().ServeHTTP(w, r)
	return w
}

// get asks an operation, by its path with what stands for its place, and holds the
// answer to its description.
func (h *held) get(t *testing.T, status int, path, id, query string) []byte {
	t.Helper()
	address := api.Prefix + strings.ReplaceAll(path, "{id}", url.PathEscape(id)) + query
	w := h.ask(t, http.MethodGet, address, "", "")
	if w.Code != status {
		t.Errorf("%s: %d, want %d: %.300s", address, w.Code, status, w.Body)
	}
	h.description.Answer(t, http.MethodGet, api.Prefix+path, w.Code, w.Header().Get("Content-Type"), w.Body.Bytes())
	return w.Body.Bytes()
}

// check sends a body to be checked.
func (h *held) check(t *testing.T, status int, kind, body string) {
	t.Helper()
	w := h.ask(t, http.MethodPost, api.Prefix+"/check", kind, body)
	if w.Code != status {
		t.Errorf("a check of %.60q: %d, want %d: %.300s", body, w.Code, status, w.Body)
	}
	h.description.Answer(t, http.MethodPost, api.Prefix+"/check", w.Code, w.Header().Get("Content-Type"), w.Body.Bytes())
}

// beside asks for a file beside a page.
func (h *held) beside(t *testing.T, name, address string) {
	t.Helper()
	w := h.ask(t, http.MethodGet, address, "", "")
	if w.Code != http.StatusOK {
		t.Errorf("%s: %d: %.300s", address, w.Code, w.Body)
		return
	}
	h.description.Document(t, address, name, w.Body.Bytes())
}

// TestEveryAnswerIsWhatTheDescriptionSays walks all that is described, over the
// starter and over a catalog that was not picked by hand, and all files beside pages.
// An operation or a file that it does not know is a failure.
func TestEveryAnswerIsWhatTheDescriptionSays(t *testing.T) {
	h := heldSite(t, starter.Name, starter.Fill)
	h.titlesAndPeople(t)
	h.populations(t, "season", "film")
	h.checks(t)
	h.filesBeside(t)
	if left := h.description.Unvisited(); len(left) > 0 {
		t.Errorf("no answer was held to the description of %v", left)
	}
	t.Logf("%d operations; documents of %v", len(h.description.Operations()), h.description.Shown())

	wide := heldSite(t, "films", slates)
	for _, title := range []string{"film-01", "film-11", "film-12", "series/1", "series", "series/1/1"} {
		wide.get(t, http.StatusOK, "/titles/{id}", title, "")
		wide.get(t, http.StatusOK, "/assess/{id}", title, "")
		wide.beside(t, "Show", "/title/"+title+".json")
	}
	wide.populations(t, "film", "season")
	wide.get(t, http.StatusOK, "/rank", "", "?kind=film&top=1")
	wide.get(t, http.StatusOK, "/sources", "", "")
	for _, person := range []string{"somebody", "disputed", "other"} {
		wide.get(t, http.StatusOK, "/people/{id}", person, "")
	}
	wide.beside(t, "Report", "/report.json?role=director&by=year")
	wide.beside(t, "Corpus", "/corpus.json?by=author&limit=1")
}

func (h *held) titlesAndPeople(t *testing.T) {
	for _, title := range []string{"lady-bird-2017", "jessica-jones", "jessica-jones/2", "jessica-jones/2/13", "transparent/1"} {
		h.get(t, http.StatusOK, "/titles/{id}", title, "")
		for _, f := range format.All() {
			h.get(t, http.StatusOK, "/titles/{id}", title, "?format="+f.Word)
		}
		h.get(t, http.StatusOK, "/assess/{id}", title, "")
	}
	h.get(t, http.StatusOK, "/titles/{id}", "jessica-jones", "?specials=true")
	h.get(t, http.StatusOK, "/assess/{id}", "lady-bird-2017", "?standard=f-rating&standard=fifty-fifty")
	h.get(t, http.StatusOK, "/seasons/{id}", "jessica-jones/2", "")
	h.get(t, http.StatusOK, "/titles/{id}/seasons", "jessica-jones", "")
	for _, person := range []string{"melissa-rosenberg", "greta-gerwig", "uta-briesewitz", "joey-soloway", "zoe-kravitz"} {
		h.get(t, http.StatusOK, "/people/{id}", person, "")
	}
	for _, list := range []string{"/titles", "/people", "/search"} {
		for _, query := range []string{"?q=jessica+jones", "?q=qqqqqqqqqq", "?q=a&limit=1", "?q=love&format=csv"} {
			h.get(t, http.StatusOK, list, "", query)
		}
		h.get(t, http.StatusUnprocessableEntity, list, "", "")
		h.get(t, http.StatusUnprocessableEntity, list, "", "?q=a&limit=many")
		h.get(t, http.StatusConflict, list, "", "?q=a&cursor=MS4wMDAwMDAw")
	}
	h.get(t, http.StatusOK, "/titles", "", "?q=love&kind=film&from=2015&to=2018-03")
	for _, kind := range []string{"film", "season", "series", "episode"} {
		h.get(t, http.StatusOK, "/titles", "", "?q=the&kind="+kind)
	}
	h.get(t, http.StatusUnprocessableEntity, "/titles", "", "?q=love&kind=opera")
	h.get(t, http.StatusOK, "/sources", "", "")
	h.get(t, http.StatusOK, "/standards", "", "")
	for _, one := range standard.Shipped() {
		h.get(t, http.StatusOK, "/standards/{id}", one.ID, "")
	}
	h.get(t, http.StatusOK, "/standards/{id}", "f-rating", "?from=2015&reading=known&format=csv")
	h.get(t, http.StatusUnprocessableEntity, "/standards/{id}", "f-rating", "?kind=season")
	h.get(t, http.StatusUnprocessableEntity, "/standards/{id}", "f-rating", "?from=1800&to=1801")
	for _, operation := range []string{"/titles/{id}", "/titles/{id}/seasons", "/seasons/{id}", "/people/{id}", "/assess/{id}", "/standards/{id}"} {
		h.get(t, http.StatusNotFound, operation, "nobody", "")
	}
	h.get(t, http.StatusNotFound, "/seasons/{id}", "jessica-jones", "")
	h.get(t, http.StatusUnprocessableEntity, "/assess/{id}", "lady-bird-2017", "?standard=x")
	h.refused(t)
}

// refused asks all operations for what each may refuse.
func (h *held) refused(t *testing.T) {
	for _, name := range h.description.Operations() {
		path, is := strings.CutPrefix(name, "GET "+api.Prefix)
		if !is {
			continue
		}
		required := "?q=a&"
		if !strings.Contains("/titles /people /search", path) {
			required = "?"
		}
		h.get(t, http.StatusConflict, path, "jessica-jones/2", required+"catalog=0000")
		h.get(t, http.StatusUnprocessableEntity, path, "jessica-jones/2", required+"whatever=1")
		h.get(t, http.StatusUnprocessableEntity, path, "jessica-jones/2", required+"format=opera")
		h.get(t, http.StatusBadRequest, path, "jessica-jones/2", required+"catalog=%ff")
	}
	for _, address := range []string{"/nothing", "/check", "/titles/%ff"} {
		w := h.ask(t, http.MethodGet, api.Prefix+address, "", "")
		h.problem(t, address, http.StatusNotFound, w)
	}
	for _, method := range []string{http.MethodPost, http.MethodPut, http.MethodPatch, http.MethodDelete} {
		h.problem(t, method, http.StatusMethodNotAllowed, h.ask(t, method, api.Prefix+"/titles", "", ""))
	}
}

// problem holds an error that is no operation's to the contract.
func (h *held) problem(t *testing.T, where string, status int, w *httptest.ResponseRecorder) {
	t.Helper()
	if kind := w.Header().Get("Content-Type"); w.Code != status || kind != "application/problem+json" {
		t.Errorf("%s: %d %s, want %d: %s", where, w.Code, kind, status, w.Body)
	}
	h.description.Document(t, where, "Problem", w.Body.Bytes())
}

// populations asks for reports of every part and unit, and for rankings.
func (h *held) populations(t *testing.T, kinds ...string) {
	roles := "?role=director&role=writer&role=lead"
	for _, unit := range rolecall.Units() {
		for _, by := range []string{"", "&by=year", "&by=network", "&by=genre", "&by=series", "&by=country", "&by=language", "&by=company", "&by=season", "&by=age", "&by=kind"} {
			query := roles + by + "&unit=" + string(unit)
			w := h.ask(t, http.MethodGet, api.Prefix+"/report"+query, "", "")
			if w.Code != http.StatusOK && w.Code != http.StatusUnprocessableEntity { // of genres, where none are held
				t.Errorf("%s: %d", query, w.Code)
			}
			h.description.Answer(t, http.MethodGet, api.Prefix+"/report", w.Code, w.Header().Get("Content-Type"), w.Body.Bytes())
		}
		for _, kind := range kinds {
			h.get(t, http.StatusOK, "/rank", "", "?kind="+kind+"&unit="+string(unit))
			h.get(t, http.StatusOK, "/report", "", "?kind="+kind+"&gender=woman&gender=nonbinary&unit="+string(unit))
		}
	}
	h.get(t, http.StatusOK, "/rank", "", "?role=writer&min_people=2&limit=3&from=2017&to=2020")
	h.get(t, http.StatusOK, "/rank", "", "?min_people=1000")
	for _, reading := range rolecall.Readings() {
		h.get(t, http.StatusOK, "/rank", "", "?role=writer&reading="+string(reading))
		h.get(t, http.StatusOK, "/report", "", roles+"&by=year&unit=titles-any&reading="+string(reading))
	}
	h.get(t, http.StatusUnprocessableEntity, "/report", "", "?reading=knwon")
	h.get(t, http.StatusOK, "/browse", "", "?kind=series&sort=name&limit=3&after=1")
	h.get(t, http.StatusOK, "/browse", "", "?role=director&role=writer&from=2015")
	h.get(t, http.StatusUnprocessableEntity, "/browse", "", "?sort=best")
	h.get(t, http.StatusUnprocessableEntity, "/browse", "", "?kind=episode&role=director")
	h.get(t, http.StatusOK, "/gaps", "", "?role=writer&role=lead&limit=3")
	h.get(t, http.StatusUnprocessableEntity, "/gaps", "", "?role=nobody")
	h.get(t, http.StatusOK, "/careers", "", "?kind=season")
	h.get(t, http.StatusOK, "/careers", "", "?role=writer")
	h.get(t, http.StatusUnprocessableEntity, "/careers", "", "?role=lead")
	h.get(t, http.StatusUnprocessableEntity, "/careers", "", "?role=nobody")
	h.get(t, http.StatusUnprocessableEntity, "/report", "", "?first=true")
	h.get(t, http.StatusOK, "/report", "", "?role=cast&billed=1..3&by=year")
	h.get(t, http.StatusUnprocessableEntity, "/report", "", "?role=director&billed=1..3")
	h.get(t, http.StatusUnprocessableEntity, "/report", "", "?role=cast&billed=three")
	h.get(t, http.StatusOK, "/report", "", "?role=director&makers=team&unit=titles-any")
	h.get(t, http.StatusUnprocessableEntity, "/gaps", "", "?series=Nothing+Of+The+Kind")
	h.get(t, http.StatusUnprocessableEntity, "/report", "", "?from=1800&to=1801&by=year")
	h.get(t, http.StatusOK, "/report", "", "?kind=season&min_episodes=1&format=csv")
	h.get(t, http.StatusUnprocessableEntity, "/report", "", "?role=nobody")
	h.get(t, http.StatusUnprocessableEntity, "/rank", "", "?from=2019&to=2015")
	h.get(t, http.StatusUnprocessableEntity, "/report", "", "?series=Nothing+Of+The+Kind")
}

// articles have claims of every kind, and all that may be said of who speaks.
var articles = []string{
	"Showrunner Melissa Rosenberg said that all 13 episodes of season two of Jessica Jones were directed by women. “It was time for that to happen,” she told Variety. Critics said: “Nobody had done that before on television.”",
	"Lady Bird was directed by Kathryn Bigelow. Jessica Jones has 40 episodes, and its second season was released on March 8, 2018. A majority of the episodes of the third season were written by men, and 17 percent of the episodes were directed by women between 2010 and 2018, up from 12 percent.",
	"Three of the nine directors of the first season of Jessica Jones were women. Greta Gerwig was the first woman to direct Lady Bird. No man directed the second season of Jessica Jones.",
	"Nobody speaks here of anything that is shown.",
}

func (h *held) checks(t *testing.T) {
	for _, article := range articles {
		body, err := json.Marshal(map[string]string{"text": article})
		if err != nil {
			t.Fatal(err)
		}
		h.check(t, http.StatusOK, "application/json", string(body))
	}
	german := "Die zweite Staffel wurde ausschließlich von Frauen inszeniert, und alle dreizehn Folgen sind seit dem achten März im Programm, wie der Sender in Berlin am Donnerstag mitteilte."
	for body, status := range map[string]int{
		fmt.Sprintf(`{"text": %q}`, german): http.StatusUnprocessableEntity,
		`{"text": ""}`:                      http.StatusUnprocessableEntity,
		`{"text": 1, "more": [1, null]}`:    http.StatusUnprocessableEntity,
		`{}`:                                http.StatusUnprocessableEntity,
		`{"text": `:                         http.StatusBadRequest,
		``:                                  http.StatusBadRequest,
		fmt.Sprintf(`{"text": %q}`, strings.Repeat("a", largestBody)): http.StatusRequestEntityTooLarge,
	} {
		h.check(t, status, "application/json", body)
	}
	r := httptest.NewRequestWithContext(t.Context(), http.MethodPost, api.Prefix+"/check", broken{})
	w := httptest.NewRecorder()
	h.site.Handler().ServeHTTP(w, r)
	if w.Code != http.StatusRequestTimeout {
		t.Errorf("a text that does not arrive: %d", w.Code)
	}
	h.description.Answer(t, http.MethodPost, api.Prefix+"/check", w.Code, w.Header().Get("Content-Type"), w.Body.Bytes())
	h.check(t, http.StatusUnsupportedMediaType, "text/plain", "Lady Bird")
	w = h.ask(t, http.MethodPost, api.Prefix+"/check?x=%ff", "application/json", `{"text": "Lady Bird"}`)
	h.description.Answer(t, http.MethodPost, api.Prefix+"/check", w.Code, w.Header().Get("Content-Type"), w.Body.Bytes())
}

// broken is a body of which no more arrives.
type broken struct{}

func (broken) Read([]byte) (int, error) { return 0, io.ErrUnexpectedEOF }

// filesBeside are the files beside pages, and the type of the contract that each is.
var filesBeside = map[string]struct{ name, query string }{
	"GET /search.json": {"Search", "?q=jessica"}, "GET /sources.json": {"Sources", ""}, "GET /standards.json": {"Standards", ""},
	"GET /report.json": {"Report", "?role=director&by=year"}, "GET /browse.json": {"Browsed", "?kind=series"}, "GET /gaps.json": {"Gaps", "?role=writer"}, "GET /careers.json": {"Careers", "?kind=season"}, "GET /corpus.json": {"Corpus", "?by=month&copies=each"}, "GET /rank.json": {"Ranking", "?kind=season"},
}

// drawn are files that are JSON and another's form: a chart is Vega-Lite's.
var drawn = []string{"GET /report.vl.json"}

func (h *held) filesBeside(t *testing.T) {
	s := running{site: h.site}
	s.readRoutes(t)
	for _, route := range s.routes {
		if !strings.HasSuffix(route, ".json") || slices.Contains(drawn, route) {
			continue
		}
		if route == "POST /check.json" { // of a text that was sent, as the interface's own
			w := h.ask(t, http.MethodPost, "/check.json", "application/x-www-form-urlencoded", "text=Lady+Bird+was+directed+by+Jennifer+Lynch.")
			h.description.Document(t, route, "Check", w.Body.Bytes())
			continue
		}
		file, known := filesBeside[route]
		if !known {
			t.Errorf("%s is held to nothing", route)
			continue
		}
		h.beside(t, file.name, strings.TrimPrefix(route, "GET ")+file.query)
	}
	for _, title := range []string{"lady-bird-2017", "jessica-jones", "jessica-jones/2", "jessica-jones/2/13"} {
		h.beside(t, "Show", "/title/"+title+".json")
	}
	h.beside(t, "Person", "/person/melissa-rosenberg.json")
	h.beside(t, "PassRates", "/standards/celluloid-ceiling.json?reading=credited")
	var offered []json.RawMessage
	if err := json.Unmarshal(h.ask(t, http.MethodGet, "/suggest?q=jess", "", "").Body.Bytes(), &offered); err != nil || len(offered) == 0 {
		t.Fatalf("nothing is suggested: %v", err)
	}
	for _, one := range offered {
		h.description.Document(t, "/suggest", "Suggestion", one)
	}
}

// TestWhoAsksTooMuchIsToldSo asks for more than one client may have at once, and a
// site whose catalog is closed.
func TestWhoAsksTooMuchIsToldSo(t *testing.T) {
	h := heldSite(t, "all", everythingFill)
	answers := make([]*httptest.ResponseRecorder, 60)
	var all sync.WaitGroup
	for i := range answers {
		answers[i] = httptest.NewRecorder()
		r := httptest.NewRequestWithContext(t.Context(), http.MethodGet, api.Prefix+"/report", nil)
		r.Header.Set("X-Forwarded-For", "192.0.2.1")
		all.Go(func() { h.site.Handler().ServeHTTP(answers[i], r) })
	}
	all.Wait()
	refused := 0
	for _, w := range answers {
		h.description.Answer(t, http.MethodGet, api.Prefix+"/report", w.Code, w.Header().Get("Content-Type"), w.Body.Bytes())
		if w.Code == http.StatusTooManyRequests {
			refused++
		}
	}
	if refused == 0 {
		t.Error("nobody was refused")
	}
	if err := h.site.Close(); err != nil {
		t.Fatal(err)
	}
	h.get(t, http.StatusServiceUnavailable, "/sources", "", "")
	h.check(t, http.StatusServiceUnavailable, "application/json", `{"text": "Lady Bird was directed by Greta Gerwig."}`)
}

// slates fills a catalog that was not picked by hand: films of four years with one, two
// or no directors, one of whom nothing is stated and of another sources disagree, and a
// season of a series.
func slates(ctx context.Context, sink source.Sink) error {
	faults := []error{
		everythingFill(ctx, sink),
		sink.AddPerson(rolecall.Person{ID: "somebody", Name: "Somebody"}),
	}
	stated := map[string][]rolecall.Gender{"woman": {rolecall.Woman}, "man": {rolecall.Man}, "other": {rolecall.Nonbinary}, "disputed": {rolecall.Woman, rolecall.Man}}
	for id, genders := range stated {
		faults = append(faults, sink.AddPerson(rolecall.Person{ID: id, Name: id}))
		for _, g := range genders {
			faults = append(faults, sink.AddStatement(rolecall.Statement{PersonID: id, Gender: g, Precedence: rolecall.Citation, Source: "s"}))
		}
	}
	for i, slate := range []string{"woman", "woman", "woman", "woman", "man", "man", "man", "other", "disputed", "woman man", "woman somebody", ""} {
		id := fmt.Sprintf("film-%02d", i+1)
		faults = append(faults, sink.AddTitle(rolecall.Title{ID: id, Kind: rolecall.Film, Name: id, Year: 2017 + i%4}))
		for _, person := range strings.Fields(slate) {
			faults = append(faults, sink.AddCredit(rolecall.Credit{TitleID: id, PersonID: person, Role: rolecall.Director, Scope: rolecall.OfTitle}))
		}
	}
	// Of a season's directors it may not be said which episodes are whose.
	faults = append(faults, sink.AddCredit(rolecall.Credit{TitleID: "series/1", PersonID: "other", Role: rolecall.Director, Scope: rolecall.OfSeason}))
	for _, err := range faults {
		if err != nil {
			return err
		}
	}
	return nil
}
