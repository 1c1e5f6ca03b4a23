package web_test

import (
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"image/png"
	"io"
	"log/slog"
	"net/http"
	"net/http/httptest"
	"net/url"
	"path/filepath"
	"regexp"
	"strings"
	"sync"
	"testing"
	"time"

	"rolecall/catalog"
	"rolecall/source"
	"rolecall/source/starter"
	"rolecall/web"
)

// built keeps catalogs that several tests read.
var built struct {
	sync.Mutex
	folder string
}

// starterFile is the starter catalog as a file, built once.
func starterFile(t testing.TB) string {
	t.Helper()
	built.Lock()
	defer built.Unlock()
	if built.folder == "" {
		t.Fatal("TestMain has not made a folder")
	}
	path := filepath.Join(built.folder, "starter.duckdb")
	if c, err := catalog.Open(t.Context(), path); err == nil {
		c.Close()
		return path
	}
	buildFile(t, path, starter.Name, starter.Fill)
	return path
}

func buildFile(t testing.TB, path, name string, fill func(context.Context, source.Sink) error) {
	t.Helper()
	stamp := time.Date(2026, 11, 21, 12, 0, 0, 0, time.UTC)
	if err := catalog.Build(context.Background(), path, catalog.Recipe{Name: name, Program: "test", Built: stamp, Fill: fill}); err != nil {
		t.Fatal(err)
	}
}

const public = "https://rolecall.example"

// serve serves a catalog's file, and gives back what was logged.
func serve(t testing.TB, path string) (*httptest.Server, *bytes.Buffer) {
	t.Helper()
	return serveWith(t, path, "")
}

// serveWith serves an archive too, by the folder of its check.
func serveWith(t testing.TB, path, corpus string) (*httptest.Server, *bytes.Buffer) {
	t.Helper()
	var mutex sync.Mutex
	var log bytes.Buffer
	site, err := web.New(t.Context(), web.Options{
		Open:   func(ctx context.Context) (*catalog.Catalog, error) { return catalog.Open(ctx, path) },
		Public: public, Proxied: true, Version: "test", Log: slog.New(slog.NewTextHandler(lockedWriter{&mutex, &log}, nil)), Corpus: corpus,
	})
	if err != nil {
		t.Fatal(err)
	}
	server := httptest.NewServer(site.Handler())
	t.Cleanup(func() {
		server.Close()
		site.Close()
	})
	return server, &log
}

type lockedWriter struct {
	*sync.Mutex
	io.Writer
}

func (w lockedWriter) Write(b []byte) (int, error) {
	w.Lock()
	defer w.Unlock()
	return w.Writer.Write(b)
}

type reply struct {
	*http.Response
	body string
}

func get(t testing.TB, address string, headers ...string) reply {
	t.Helper()
	request, err := http.NewRequestWithContext(t.Context(), http.MethodGet, address, nil)
	if err != nil {
		t.Fatal(err)
	}
	for i := 0; i < len(headers); i += 2 {
		request.Header.Set(headers[i], headers[i+1])
	}
	client := http.Client{CheckRedirect: func(*http.Request, []*http.Request) error { return http.ErrUseLastResponse }}
	response, err := client.Do(request)
	if err != nil {
		t.Fatal(err)
	}
	defer response.Body.Close()
	body, err := io.ReadAll(response.Body)
	if err != nil {
		t.Fatal(err)
	}
	return reply{response, string(body)}
}

func TestEveryAddressHasItsStatus(t *testing.T) {
	server, _ := serve(t, starterFile(t))
	client := 0
	for address, want := range map[string]struct {
		status int
		kind   string
		holds  string
	}{
		"/":                                                     {200, "text/html", "All 13 episodes were directed by women"},
		"/title/jessica-jones/2":                                {200, "text/html", "All 13 episodes were directed by women"},
		"/title/jessica-jones":                                  {200, "text/html", "Who directed, season by season"},
		"/title/jessica-jones/2/13":                             {200, "text/html", "Directed by a woman, Uta Briesewitz"},
		"/title/lady-bird-2017":                                 {200, "text/html", "Directed by a woman, Greta Gerwig"},
		"/title/transparent/1":                                  {200, "text/html", "Women directed at most 8 of 10 episodes"},
		"/title/jessica-jones/2.json":                           {200, "application/json", `"headline"`},
		"/title/jessica-jones/2.csv":                            {200, "text/csv", "uta-briesewitz"},
		"/title/jessica-jones/2.svg":                            {200, "image/svg+xml", "Uta Briesewitz, woman"},
		"/title/lady-bird-2017.svg":                             {404, "text/plain", "none of this title"},
		"/title/jessica-jonse":                                  {404, "text/html", `href="/title/jessica-jones"`},
		"/title/":                                               {404, "text/html", "no such title"},
		"/person/melissa-rosenberg":                             {200, "text/html", "Counted as a woman, by 3 statements"},
		"/person/melissa-rosenberg.json":                        {200, "application/json", `"decides": true`},
		"/person/Melissa%20Rosenberg":                           {404, "text/html", `href="/person/melissa-rosenberg"`},
		"/search?q=jessica+jones+s2":                            {200, "text/html", `href="/title/jessica-jones/2"`},
		"/search?q=jesica+jones":                                {200, "text/html", `href="/title/jessica-jones"`},
		"/search?q=":                                            {200, "text/html", "What are you looking for?"},
		"/search?q=qqqqqqqqqqqqqq":                              {200, "text/html", "Nothing in this catalog is called “qqqqqqqqqqqqqq”"},
		"/search?q=" + strings.Repeat("a", 5000):                {200, "text/html", "longer than any name"},
		"/search?q=%ff%fe":                                      {400, "text/html", "cannot be read"},
		"/search?q=Am%E9lie":                                    {400, "text/html", "UTF-8"},
		"/report?network=%ff":                                   {400, "text/html", "cannot be read"},
		"/report.svg?country=a%00b":                             {400, "text/html", "cannot be read"},
		"/api/v1/report?genre=%ff":                              {400, "application/problem+json", "cannot be read"},
		"/api/v1/rank?series=%zz":                               {400, "application/problem+json", "cannot be read"},
		"/title/%ff":                                            {404, "text/html", "nothing at this address"},
		"/person/a%00b":                                         {404, "text/html", "nothing at this address"},
		"/api/v1/titles/%ff":                                    {404, "application/problem+json", "nothing at this address"},
		"/search.json?q=lady+bird":                              {200, "application/json", "lady-bird-2017"},
		"/search.csv?q=lady+bird":                               {200, "text/csv", "lady-bird-2017"},
		"/suggest?q=jess":                                       {200, "application/json", `"address":"/title/jessica-jones"`},
		"/suggest?q=j":                                          {200, "application/json", "[]"},
		"/sources":                                              {200, "text/html", "CC0 1.0"},
		"/sources.json":                                         {200, "application/json", `"holdings"`},
		"/method":                                               {200, "text/html", "How Rolecall counts"},
		"/api":                                                  {200, "text/html", "GET /api/v1/titles/{id}"},
		"/robots.txt":                                           {200, "text/plain", "Disallow: /search"},
		"/favicon.ico":                                          {301, "", ""},
		"/healthz":                                              {200, "text/plain", "alive"},
		"/readyz":                                               {200, "text/plain", "ready "},
		"/metrics":                                              {200, "text/plain", "rolecall_catalog{hash="},
		"/nothing/here":                                         {404, "text/html", "nothing at this address"},
		"/title/jessica-jones/2?catalog=0000":                   {409, "text/html", "Another catalog is served now"},
		"/assets/nothing.css":                                   {404, "text/plain", ""},
		"/card/title/jessica-jones/2.png":                       {200, "image/png", ""},
		"/card/title/jessica-jones/2":                           {404, "text/html", ""},
		"/card/person/melissa-rosenberg.png":                    {200, "image/png", ""},
		"/card/person/nobody.png":                               {404, "text/html", ""},
		"/api/v1/titles/jessica-jones%2F2":                      {200, "application/json", `"headline"`},
		"/api/v1/titles/jessica-jones/seasons":                  {200, "application/json", `"jessica-jones/3"`},
		"/api/v1/titles/lady-bird-2017/seasons":                 {404, "application/problem+json", "no series"},
		"/api/v1/seasons/jessica-jones%2F2":                     {200, "application/json", `"headline"`},
		"/api/v1/seasons/jessica-jones":                         {404, "application/problem+json", "no season"},
		"/api/v1/titles?q=love&kind=film":                       {200, "application/json", `"titles"`},
		"/api/v1/titles?q=love&kind=opera":                      {422, "application/problem+json", "kind"},
		"/api/v1/titles?q=love&from=2019&to=2015":               {422, "application/problem+json", "earlier date"},
		"/api/v1/titles?q=love&from=yesterday":                  {422, "application/problem+json", "not a date"},
		"/api/v1/titles?q=love&cursor=x":                        {422, "application/problem+json", "cursor"},
		"/api/v1/titles?q=love&cursor=MS4wMDAwMDAw":             {409, "application/problem+json", "begin again"},
		"/api/v1/titles?q=love&whatever=1":                      {422, "application/problem+json", "whatever"},
		"/api/v1/people?q=melissa":                              {200, "application/json", "melissa-rosenberg"},
		"/api/v1/people/melissa-rosenberg":                      {200, "application/json", `"statements"`},
		"/api/v1/people/nobody":                                 {404, "application/problem+json", "no person"},
		"/api/v1/search?q=melissa&format=csv":                   {200, "text/csv", "melissa-rosenberg"},
		"/api/v1/search":                                        {422, "application/problem+json", "q"},
		"/api/v1/sources":                                       {200, "application/json", `"coverage"`},
		"/check":                                                {200, "text/html", "neither stored nor logged"},
		"/standards":                                            {200, "text/html", `<li id="f-rating"><a href="/standards/f-rating">`},
		"/standards/f-rating":                                   {200, "text/html", "69 to 170 of 170 films picked for this catalog meet “F-Rating”."},
		"/standards/f-rating?from=2010&to=2018&reading=known":   {200, "text/html", "Where known: only titles are compared"},
		"/standards/f-rating?kind=season":                       {422, "text/html", "does not speak of seasons"},
		"/standards/f-rating?reading=knwon":                     {422, "text/html", "knwon"},
		"/standards/dga-episodes":                               {200, "text/html", "In the seasons picked for this catalog, "},
		"/standards/f-raitng":                                   {404, "text/html", `href="/standards/f-rating"`},
		"/standards/f-rating.html":                              {404, "text/html", "nothing at this address"},
		"/standards/f-rating.csv?reading=credited":              {200, "text/csv", "written"},
		"/standards/f-rating.svg":                               {200, "image/svg+xml", "69–170 of 170"},
		"/standards/f-rating.png":                               {200, "image/png", ""},
		"/standards/f-rating/titles":                            {200, "text/html", "69 of 170 films certainly meet it"},
		"/standards/f-rating/titles?verdict=unknown&from=2010":  {200, "text/html", "depending on what is not on record"},
		"/standards/f-rating/titles?verdict=lost":               {422, "text/html", "is no verdict on titles"},
		"/standards/dga-episodes/titles":                        {422, "text/html", "only counts"},
		"/standards/nothing/titles":                             {404, "text/html", "no such standard"},
		"/embed/standards/f-rating":                             {200, "text/html", "69 to 170 of 170 films"},
		"/api/v1/standards/f-rating?from=2010&reading=credited": {200, "application/json", `"left_out"`},
		"/api/v1/standards/nothing":                             {404, "application/problem+json", "no standard"},
		"/api/v1/standards/f-rating?kind=season":                {422, "application/problem+json", "does not speak of seasons"},
		"/title/lady-bird-2017?reading=known":                   {200, "text/html", "those whose gender is stated are taken for all there are"},
		"/title/lady-bird-2017?reading=x":                       {422, "text/html", "no such reading"},
		"/standards.json":                                       {200, "application/json", "f-rating"},
		"/title/lady-bird-2017?standards":                       {200, "text/html", "Written by a woman"},
		"/api/v1/report?role=director&by=year&kind=season":      {200, "application/json", `"rows"`},
		"/api/v1/report?role=director&by=year&format=csv":       {200, "text/csv", "director"},
		"/api/v1/report?titles=lady-bird-2017,barry&titles=roma-2018":                 {200, "application/json", `"titles_listed": 3`},
		"/api/v1/report?titles=lady-bird-2017,tt0000001":                              {422, "application/problem+json", "not one title of this catalog: tt0000001"},
		"/api/v1/rank?titles=jessica-jones&kind=season":                               {200, "application/json", "jessica-jones/2"},
		"/api/v1/report?min_episodes=few":                                             {422, "application/problem+json", "is not a number"},
		"/api/v1/report?specials=true&series=jessica-jones":                           {200, "application/json", `"specials": true`},
		"/api/v1/report?whatever=1":                                                   {422, "application/problem+json", "unknown query parameter"},
		"/api/v1/titles?q=love&top=3":                                                 {422, "application/problem+json", "query.top"},
		"/api/v1/titles?q=jones&titles=jessica-jones":                                 {200, "application/json", `"jessica-jones"`},
		"/api/v1/report?role=nobody":                                                  {422, "application/problem+json", "nobody"},
		"/api/v1/report?from=2019&to=2015":                                            {422, "application/problem+json", "earlier date"},
		"/api/v1/rank?kind=season&limit=5":                                            {200, "application/json", "jessica-jones/2"},
		"/api/v1/standards":                                                           {200, "application/json", "f-rating"},
		"/api/v1/assess/lady-bird-2017":                                               {200, "application/json", "f-rating"},
		"/api/v1/assess/lady-bird-2017?standard=x":                                    {422, "application/problem+json", "standard"},
		"/api/v1/assess/nothing":                                                      {404, "application/problem+json", "no title"},
		"/report":                                                                     {200, "text/html", "In the titles picked for this catalog, women have "},
		"/report?kind=season&role=director&role=writer&by=year&from=2015&unit=people": {200, "text/html", "by year, in people"},
		"/report?role=director&by=year%3D2015%2C2018&then=network":                    {200, "text/html", "2015–2017 · HBO"},
		"/report.csv?role=director&by=network,kind":                                   {200, "text/csv", "then,then_label"},
		"/report?role=director&kind=film&mean=true":                                   {200, "text/html", "Mean where known"},
		"/report?role=director&unit=people&mean=true":                                 {422, "text/html", "choose the unit credits"},
		"/api/v1/report?role=director&kind=film&mean=true":                            {200, "application/json", `"mean"`},
		"/report?role=director&then=kind":                                             {200, "text/html", "by kind, in credits"},
		"/report?role=director&by=year&then=year":                                     {422, "text/html", "the same twice"},
		"/api/v1/report?role=director&by=year%3D2018%2Ckind":                          {200, "application/json", `"then": "season"`},
		"/api/v1/report?role=director&by=colour":                                      {422, "application/problem+json", "choose year"},
		"/report?role=director&titles=lady-bird-2017%0D%0Abarry":                      {200, "text/html", "among 2 listed titles"},
		"/report?role=director&titles=tt0000001":                                      {422, "text/html", "not one title of this catalog"},
		"/report?kind=opera":                                                          {422, "text/html", "opera"},
		"/report?from=2019&to=2015":                                                   {422, "text/html", "earlier date"},
		"/report.json?role=director&by=year":                                          {200, "application/json", `"rows"`},
		"/report.csv?role=director&by=year":                                           {200, "text/csv", "director"},
		"/report.vl.json?role=director&by=year":                                       {200, "application/json", "vega-lite"},
		"/gaps":                                                                       {200, "text/html", "For 373 of the 1\u202f605 director credits"},
		"/title/jessica-jones/2?":                                                     {200, "text/html", "/gaps?titles=jessica-jones%2F2&amp;role=writer"},
		"/gaps?titles=jessica-jones%2F2&role=writer":                                  {200, "text/html", "no gender is on record"},
		"/careers":                                     {200, "text/html", "Titles each"},
		"/careers?role=lead":                           {422, "text/html", "behind the camera"},
		"/careers?role=nobody":                         {422, "text/html", "nobody"},
		"/careers.csv?role=writer":                     {200, "text/csv", "woman"},
		"/gaps?role=nobody":                            {422, "text/html", "nobody"},
		"/gaps?from=2019&to=2015":                      {422, "text/html", "earlier date"},
		"/gaps.csv?role=writer&kind=season":            {200, "text/csv", "person_id"},
		"/report?role=director&kind=season":            {200, "text/html", "/gaps?kind=season&amp;role=director"},
		"/rank":                                        {200, "text/html", "Jessica Jones, season 2"},
		"/rank?kind=season&min_people=2&from_place=50": {200, "text/html", "by share of women"},
		"/rank?role=nobody":                            {422, "text/html", "nobody"},
		"/rank.csv?kind=season":                        {200, "text/csv", "jessica-jones/2"},
		"/unusual/jessica-jones/2":                     {200, "text/html", "hand-picked"},
		"/unusual/jessica-jones":                       {404, "text/html", ""},
		"/api/v1/sources?catalog=0000":                 {409, "application/problem+json", "Another catalog"},
		"/api/v1/nothing":                              {404, "application/problem+json", "openapi.json"},
		"/api/v1/openapi.json":                         {200, "application/openapi+json", `"3.1.0"`},
	} {
		// Each is asked by a client of its own, as there are more of them than one may
		// ask for costly answers.
		client++
		r := get(t, server.URL+address, "X-Forwarded-For", fmt.Sprintf("192.0.2.%d", client))
		if r.StatusCode != want.status || !strings.HasPrefix(r.Header.Get("Content-Type"), want.kind) || !strings.Contains(r.body, want.holds) {
			t.Errorf("%.60s: %d %s, want %d %s holding %q", address, r.StatusCode, r.Header.Get("Content-Type"), want.status, want.kind, want.holds)
		}
		policy := r.Header.Get("Content-Security-Policy")
		if !strings.Contains(policy, "default-src 'none'") || strings.Contains(policy, "unsafe") {
			t.Errorf("%.60s: content policy %q", address, policy)
		}
		if cookie := r.Header.Get("Set-Cookie"); cookie != "" {
			t.Errorf("%.60s sets a cookie: %s", address, cookie)
		}
	}
}

func TestFilesBesideAReport(t *testing.T) {
	server, _ := serve(t, starterFile(t))
	for address, want := range map[string]struct {
		status      int
		kind, holds string
	}{
		"/report.parquet?role=director&by=year": {200, "application/vnd.apache.parquet", "PAR1"},
		"/report.svg?role=director&by=year":     {200, "image/svg+xml", "Share of women by year"},
		"/report.png?role=director&by=year":     {200, "image/png", "PNG"},
		"/report?role=director&by=year":         {200, "text/html", `href="/report.parquet?by=year&amp;role=director"`},
	} {
		r := get(t, server.URL+address)
		if r.StatusCode != want.status || !strings.HasPrefix(r.Header.Get("Content-Type"), want.kind) || !strings.Contains(r.body, want.holds) {
			t.Errorf("%s: %d %s, want %d %s holding %q", address, r.StatusCode, r.Header.Get("Content-Type"), want.status, want.kind, want.holds)
		}
	}
}

func TestOtherMethodsAreRefused(t *testing.T) {
	server, _ := serve(t, starterFile(t))
	for _, address := range []string{"/title/jessica-jones/2", "/api/v1/sources"} {
		response, err := http.Post(server.URL+address, "text/plain", strings.NewReader("x"))
		if err != nil {
			t.Fatal(err)
		}
		response.Body.Close()
		if response.StatusCode != http.StatusMethodNotAllowed {
			t.Errorf("POST %s: %d", address, response.StatusCode)
		}
	}
	request, _ := http.NewRequest(http.MethodOptions, server.URL+"/api/v1/sources", nil)
	response, err := http.DefaultClient.Do(request)
	if err != nil {
		t.Fatal(err)
	}
	response.Body.Close()
	if response.StatusCode != http.StatusNoContent || response.Header.Get("Access-Control-Allow-Origin") != "*" {
		t.Errorf("preflight: %d %v", response.StatusCode, response.Header)
	}
}

func TestAnArticleIsCheckedAndNotKept(t *testing.T) {
	server, log := serve(t, starterFile(t))
	const text = "All 13 episodes of the second season of Jessica Jones were directed by women. Lady Bird was directed by Jennifer Lynch."
	post := func(path, kind, body string) reply {
		response, err := http.Post(server.URL+path, kind, strings.NewReader(body))
		if err != nil {
			t.Fatal(err)
		}
		defer response.Body.Close()
		content, _ := io.ReadAll(response.Body)
		return reply{response, string(content)}
	}
	page := post("/check", "application/x-www-form-urlencoded", url.Values{"text": {text}}.Encode())
	if page.StatusCode != http.StatusOK || page.Header.Get("Cache-Control") != "no-store" {
		t.Errorf("%d, %s", page.StatusCode, page.Header.Get("Cache-Control"))
	}
	if !strings.Contains(page.body, `<mark class="supported">`) || !strings.Contains(page.body, `<mark class="contradicted">`) {
		t.Error("the claims are not marked in the text")
	}
	body, _ := json.Marshal(map[string]string{"text": text})
	if api := post("/api/v1/check", "application/json", string(body)); api.StatusCode != http.StatusOK || !strings.Contains(api.body, `"verdict": "supported"`) {
		t.Errorf("%d %.200s", api.StatusCode, api.body)
	}
	for body, want := range map[string]int{
		"": http.StatusUnprocessableEntity, "text=" + url.QueryEscape(strings.Repeat("Alle Folgen der zweiten Staffel wurden von Frauen gedreht, und das ist auch gut so. ", 5)): http.StatusUnprocessableEntity,
		"text=" + strings.Repeat("a+", 100_000): http.StatusRequestEntityTooLarge, "text=" + strings.Repeat("a", 2<<20): http.StatusRequestEntityTooLarge,
		"text=" + url.QueryEscape("<script>alert(1)</script> was directed by \"><img src=x>."): http.StatusOK,
	} {
		r := post("/check", "application/x-www-form-urlencoded", body)
		if r.StatusCode != want || strings.Contains(r.body, "<script>alert") || strings.Contains(r.body, "<img") {
			t.Errorf("%.40q: %d, want %d", body, r.StatusCode, want)
		}
	}
	server.Close()
	if strings.Contains(log.String(), "Jessica") {
		t.Error("the article is in the log")
	}
}

var catalogHash = regexp.MustCompile(`content hash ([0-9a-f]{64})`)

func TestAnswersAreKeptAsLongAsTheyAreTrue(t *testing.T) {
	server, _ := serve(t, starterFile(t))
	hash := catalogHash.FindStringSubmatch(get(t, server.URL+"/").body)[1]
	for _, address := range []string{"/title/jessica-jones/2", "/title/jessica-jones/2.json", "/api/v1/seasons/jessica-jones%2F2"} {
		first := get(t, server.URL+address)
		if again := get(t, server.URL+address, "If-None-Match", first.Header.Get("ETag")); again.StatusCode != http.StatusNotModified || again.body != "" {
			t.Errorf("%s again: %d, %d bytes", address, again.StatusCode, len(again.body))
		}
		if other := get(t, server.URL+address+"?x", "If-None-Match", first.Header.Get("ETag")); other.StatusCode == http.StatusNotModified {
			t.Errorf("%s: another address has the same tag", address)
		}
		if control := first.Header.Get("Cache-Control"); strings.Contains(control, "immutable") {
			t.Errorf("%s may change with the catalog, but is %s", address, control)
		}
		fixed := get(t, server.URL+address+"?catalog="+hash)
		if fixed.StatusCode != http.StatusOK || !strings.Contains(fixed.Header.Get("Cache-Control"), "immutable") {
			t.Errorf("%s of that catalog: %d, %s", address, fixed.StatusCode, fixed.Header.Get("Cache-Control"))
		}
	}
	if r := get(t, server.URL+"/title/jessica-jonse"); r.Header.Get("Cache-Control") != "no-store" {
		t.Errorf("not found is kept: %s", r.Header.Get("Cache-Control"))
	}
}

func TestTheInterfaceGivesTheDocumentsOfTheCommand(t *testing.T) {
	server, _ := serve(t, starterFile(t))
	for page, api := range map[string]string{
		"/title/jessica-jones/2.json": "/api/v1/titles/jessica-jones%2F2",
		"/title/jessica-jones/2.csv":  "/api/v1/titles/jessica-jones%2F2?format=csv",
		"/person/uta-briesewitz.json": "/api/v1/people/uta-briesewitz",
		"/search.json?q=love":         "/api/v1/search?q=love",
		"/sources.json":               "/api/v1/sources",
	} {
		a, b := get(t, server.URL+page).body, get(t, server.URL+api).body
		if a != b || len(a) < 100 {
			t.Errorf("%s and %s differ", page, api)
		}
	}
}

func TestListsGoOnUntilTheirEnd(t *testing.T) {
	server, _ := serve(t, starterFile(t))
	var all struct{ Titles []struct{ ID string } }
	if err := json.Unmarshal([]byte(get(t, server.URL+"/api/v1/titles?q=a&limit=100").body), &all); err != nil {
		t.Fatal(err)
	}
	next := regexp.MustCompile(`^<(.+)>; rel="next"$`)
	address, paged := "/api/v1/titles?q=a&limit=7", []string{}
	for range 100 {
		r := get(t, server.URL+address)
		var page struct{ Titles []struct{ ID string } }
		if err := json.Unmarshal([]byte(r.body), &page); err != nil {
			t.Fatal(err)
		}
		for _, title := range page.Titles {
			paged = append(paged, title.ID)
		}
		m := next.FindStringSubmatch(r.Header.Get("Link"))
		if m == nil {
			break
		}
		address = m[1]
	}
	if len(all.Titles) < 10 || len(paged) < len(all.Titles) {
		t.Fatalf("%d in one list, %d in pages", len(all.Titles), len(paged))
	}
	for i, title := range all.Titles {
		if paged[i] != title.ID {
			t.Errorf("place %d: %s in one list, %s in pages", i, title.ID, paged[i])
		}
	}
}

func TestLogsHoldNeitherAddressesNorTexts(t *testing.T) {
	server, log := serve(t, starterFile(t))
	get(t, server.URL+"/search?q=secretword")
	get(t, server.URL+"/person/secretword")
	get(t, server.URL+"/secretword")
	server.Close()
	if text := log.String(); !strings.Contains(text, "GET /search") || strings.Contains(text, "secretword") || strings.Contains(text, "127.0.0.1") {
		t.Errorf("logged:\n%s", text)
	}
}

func TestATitlePageIsLight(t *testing.T) {
	server, _ := serve(t, starterFile(t))
	page := get(t, server.URL+"/title/jessica-jones/2", "Accept-Encoding", "gzip")
	total := len(page.body)
	for _, m := range regexp.MustCompile(`(?:href|src)="(/assets/[^"]+)"`).FindAllStringSubmatch(get(t, server.URL+"/title/jessica-jones/2").body, -1) {
		total += len(get(t, server.URL+m[1], "Accept-Encoding", "gzip").body)
	}
	// The font that the style sheet names besides those the page does.
	total += 22_000
	if total > 150_000 {
		t.Errorf("%d bytes", total)
	}
}

func TestASharedLinkShowsAPicture(t *testing.T) {
	server, _ := serve(t, starterFile(t))
	for _, page := range []string{"/", "/title/jessica-jones/2", "/title/game-of-thrones", "/title/lady-bird-2017", "/person/uta-briesewitz"} {
		m := regexp.MustCompile(`og:image" content="` + public + `([^"]+)"`).FindStringSubmatch(get(t, server.URL+page).body)
		if m == nil {
			t.Errorf("%s names no picture", page)
			continue
		}
		picture, err := png.Decode(strings.NewReader(get(t, server.URL+m[1]).body))
		if err != nil {
			t.Errorf("%s: %v", m[1], err)
			continue
		}
		if size := picture.Bounds().Size(); size.X != 1200 || size.Y != 630 {
			t.Errorf("%s is %v", m[1], size)
		}
	}
}

func TestMachinesReadWhatThePageIs(t *testing.T) {
	server, _ := serve(t, starterFile(t))
	m := regexp.MustCompile(`(?s)<script type="application/ld\+json">(.*?)</script>`).FindStringSubmatch(get(t, server.URL+"/title/jessica-jones/2").body)
	if m == nil {
		t.Fatal("no JSON-LD")
	}
	var data struct {
		Type     string `json:"@type"`
		URL      string `json:"url"`
		Number   int    `json:"seasonNumber"`
		Director []struct{ Name string }
	}
	if err := json.Unmarshal([]byte(m[1]), &data); err != nil {
		t.Fatal(err)
	}
	if data.Type != "TVSeason" || data.URL != public+"/title/jessica-jones/2" || data.Number != 2 || len(data.Director) != 13 {
		t.Errorf("%+v", data)
	}
}

func TestCostlyRequestsAreLimited(t *testing.T) {
	server, _ := serve(t, starterFile(t))
	refused := 0
	for range 40 {
		if r := get(t, server.URL+"/card/person/nobody.png"); r.StatusCode == http.StatusTooManyRequests {
			refused++
			if r.Header.Get("Retry-After") == "" {
				t.Error("refused without saying for how long")
			}
		}
	}
	if refused == 0 || refused > 30 {
		t.Errorf("%d of 40 refused", refused)
	}
	if r := get(t, server.URL+"/title/jessica-jones/2"); r.StatusCode != http.StatusOK {
		t.Errorf("pages are refused too: %d", r.StatusCode)
	}
}

// hostile are names as somebody might write them to break a page.
var hostile = []string{
	`<script>alert(1)</script>`, `"><img src=x onerror=alert(1)>`, `</script><script>alert(1)</script>`, `{{.}}`, `javascript:alert(1)`,
	"\u202Eevil\u202C", "' onmouseover='alert(1)", strings.Repeat("ab ", 1700), "%2e%2e%2f", "..", "?x=1#y", "𝕏\u0301\u0301\u0301", `\u003cscript\u003e`,
}

func TestHostileNamesStayNames(t *testing.T) {
	path := filepath.Join(t.TempDir(), "h.duckdb")
	buildFile(t, path, "hostile", web.HostileFill(hostile...))
	server, _ := serve(t, path)
	for i, name := range hostile {
		checkHostile(t, server.URL, fmt.Sprint(i), name, i == 0)
	}
}

func checkHostile(t *testing.T, address, id, name string, pictures bool) {
	t.Helper()
	pages := []string{"/", "/title/series" + id, "/title/series" + id + "/1", "/title/series" + id + "/1/1", "/person/person" + id, "/sources",
		"/title/series" + id + "/1.svg", "/title/series" + id + "/1.json", "/search?" + url.Values{"q": {name}}.Encode()}
	if pictures {
		pages = append(pages, "/card/title/series"+id+"/1.png", "/card/person/person"+id+".png")
	}
	for _, page := range pages {
		r := get(t, address+page)
		if r.StatusCode != http.StatusOK {
			t.Errorf("%.20q: %.40s: %d", name, page, r.StatusCode)
		}
		if !strings.HasPrefix(r.Header.Get("Content-Type"), "text/html") {
			continue
		}
		if fault := web.HostileFault(r.body); fault != "" {
			t.Errorf("%.20q breaks %.40s: %s", name, page, fault)
		}
	}
}
