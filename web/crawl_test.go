package web_test

import (
	"cmp"
	"context"
	"database/sql"
	"encoding/csv"
	"encoding/json"
	"fmt"
	"hash/fnv"
	"maps"
	"net/http"
	"net/url"
	"os/exec"
	"path"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"golang.org/x/net/html"

	"rolecall/corpus/corpustest"
	"rolecall/format"
	"rolecall/source"
	"rolecall/source/imdb"
	"rolecall/source/wikidata"
)

// generatedFile is a catalog of generated data of IMDb's shape, with its oddities:
// episodes without season or number, people without a name, titles without credits.
func generatedFile(t testing.TB) string {
	t.Helper()
	folder := t.TempDir()
	if out, err := exec.Command("go", "run", "../bench/generate", "-scale", "0.001", "-without", "akas", "-dir", folder).CombinedOutput(); err != nil {
		t.Fatalf("%v\n%s", err, out)
	}
	path := filepath.Join(folder, "generated.duckdb")
	buildFile(t, path, "generated", func(ctx context.Context, sink source.Sink) error {
		report := &source.Report{MostBadLines: 1000}
		if err := (imdb.Reader{Dir: folder, Without: []string{"akas"}}).Read(ctx, sink, report); err != nil {
			return err
		}
		return wikidata.New([]string{filepath.Join(folder, "wikidata.tsv")}).Read(ctx, sink, report)
	})
	return path
}

// oddities are what a catalog may hold of which a page can go wrong: identifiers of
// titles and people, some of each.
var oddities = map[string]string{
	"films":                      `SELECT id FROM title WHERE kind = 'film'`,
	"series":                     `SELECT id FROM title WHERE kind = 'series'`,
	"seasons":                    `SELECT id FROM title WHERE kind = 'season'`,
	"episodes":                   `SELECT id FROM title WHERE kind = 'episode' AND season > 0`,
	"specials":                   `SELECT id FROM title WHERE season = 0 AND kind IN ('season', 'episode')`,
	"episodes without season":    `SELECT id FROM title WHERE kind = 'episode' AND season < 0`,
	"episodes without number":    `SELECT id FROM title WHERE kind = 'episode' AND season > 0 AND episode = 0`,
	"titles without year":        `SELECT id FROM title WHERE year = 0 AND released = ''`,
	"titles without credits":     `SELECT id FROM title ANTI JOIN credit ON credit.title = title.number WHERE kind IN ('film', 'episode')`,
	"series without seasons":     `SELECT id FROM title s WHERE kind = 'series' AND NOT EXISTS (FROM title t WHERE t.series = s.number)`,
	"series of episodes astray":  `SELECT DISTINCT s.id FROM title s JOIN title t ON t.series = s.number WHERE t.season < 0`,
	"titles with most credits":   `SELECT id FROM title JOIN (SELECT title, count(*) AS n FROM credit GROUP BY title ORDER BY n DESC LIMIT 3) ON title = number`,
	"series with most episodes":  `SELECT t.id FROM title t JOIN (FROM title_size ORDER BY episodes DESC LIMIT 4) ON title = t.number`,
	"people":                     `SELECT id FROM person JOIN credit ON person = number`,
	"people without credits":     `SELECT id FROM person ANTI JOIN credit ON person = number`,
	"people without a name":      `SELECT id FROM person WHERE name = '' OR name = id`,
	"people in doubt":            `SELECT id FROM person JOIN person_gender ON person = number WHERE conflict`,
	"people of episodes astray":  `SELECT p.id FROM person p JOIN credit c ON c.person = p.number JOIN title t ON t.number = c.title WHERE t.season < 0`,
	"people with most credits":   `SELECT id FROM person JOIN (SELECT person, count(*) AS n FROM credit GROUP BY person ORDER BY n DESC LIMIT 3) ON person = number`,
	"people of a series at once": `SELECT id FROM person JOIN credit ON person = number WHERE scope <> 'title'`,
}

// seed is something held that the crawl begins with, as an example of what is odd.
type seed struct{ id, name, kind, oddity string }

// seeds draws a few of each oddity from a catalog's file.
func seeds(t *testing.T, path string) (all []seed) {
	t.Helper()
	db, err := sql.Open("duckdb", path+"?access_mode=READ_ONLY")
	if err != nil {
		t.Fatal(err)
	}
	defer db.Close()
	for _, what := range slices.Sorted(maps.Keys(oddities)) {
		rows, err := db.Query(`SELECT id, name, kind FROM (
			SELECT id, name, kind::VARCHAR AS kind FROM title UNION ALL SELECT id, name, 'person' FROM person
		) WHERE id IN (` + oddities[what] + `) ORDER BY hash(id) LIMIT 3`)
		if err != nil {
			t.Fatal(err)
		}
		for rows.Next() {
			s := seed{oddity: what}
			if err := rows.Scan(&s.id, &s.name, &s.kind); err != nil {
				t.Fatal(err)
			}
			all = append(all, s)
		}
		if err := rows.Err(); err != nil {
			t.Fatal(err)
		}
		rows.Close()
	}
	return all
}

// crawl follows the links of a site. There are more than can be followed, so that of
// each pattern of address, as /title/….json, it takes some, drawn by a hash.
type crawl struct {
	t    *testing.T
	site string
	// waiting are the addresses found and not yet asked for, by pattern; taken is how
	// many were.
	waiting map[string]map[string]bool
	seen    map[string]bool
	taken   map[string]int
	asked   int
	// faults are what is wrong, by the pattern of the address and what it is: one page
	// of a kind tells as much as a hundred.
	faults map[string][]string
	// choices are addresses that a form or an operation comes to by a choice of the
	// reader: what the catalog cannot answer may be refused there, in words.
	choices map[string]bool
}

// mostOf is how many addresses of a pattern are asked for: pages many, files beside
// them and what takes work few.
func mostOf(pattern string) int {
	switch {
	case strings.Contains(pattern, " as "), strings.Count(pattern, "&") > 1: // a question of many fields: each set of them once
		return 1
	case strings.Contains(pattern, "?catalog"), path.Ext(pattern) != "", strings.HasPrefix(pattern, "/card/"):
		return 2
	case strings.HasPrefix(pattern, "/title/"), strings.HasPrefix(pattern, "/person/"):
		return 60
	}
	return 4
}

var someIdentifier = regexp.MustCompile(`^(/card)?(/api/v1)?/(title|person|unusual|titles|people|seasons|assess|standards|assets)/.*?((/seasons|/titles)?(\.[a-z.]+)?)$`)

// patternOf is what an address has in common with others like it: pages by the names
// of what they are asked, files by their page and ending.
func patternOf(u *url.URL) string {
	pattern := someIdentifier.ReplaceAllString(u.Path, "$1$2/$3/…$4")
	if u.RawQuery != "" && path.Ext(pattern) == "" {
		pattern += "?" + strings.Join(slices.Sorted(maps.Keys(u.Query())), "&")
	}
	return pattern
}

func (c *crawl) fault(address, format string, args ...any) {
	c.t.Helper()
	u, err := url.Parse(address)
	if err != nil {
		u = &url.URL{Path: address}
	}
	what := patternOf(u) + ": " + fmt.Sprintf(format, args...)
	c.faults[what] = append(c.faults[what], address)
}

// nowhere are links that lead to nothing held, by their very form.
var nowhere = regexp.MustCompile(`^/(api/v1/)?(card/)?(title|person|unusual|titles|people|seasons|assess)/?(\.[a-z.]+)?([?#].*)?$`)

// isAPI are the lists of the interface, which have such addresses rightly.
var isAPI = regexp.MustCompile(`^/api/v1/(titles|people)\?`)

// add takes a link found on a page, if it leads to this site.
func (c *crawl) add(from, link string) {
	if link == "" {
		c.fault(from, "a link without an address")
		return
	}
	if strings.HasPrefix(link, "javascript:") && strings.HasPrefix(from, "/check") {
		return // to be kept among bookmarks; hostile names are looked for elsewhere
	}
	base, _ := url.Parse(from)
	u, err := base.Parse(strings.TrimPrefix(link, public))
	if err != nil {
		c.fault(from, "a link that is no address: %s", link)
		return
	}
	if u.Host != "" {
		if u.Scheme != "https" && u.Scheme != "http" {
			c.fault(from, "a link to %s", u.Scheme)
		}
		return
	}
	u.Fragment = ""
	if address := u.String(); nowhere.MatchString(address) && !isAPI.MatchString(address) {
		c.fault(from, "a link to %s", address)
	}
	c.want(patternOf(u), u.RequestURI())
}

func (c *crawl) want(pattern, address string) {
	if c.seen[address] {
		return
	}
	c.seen[address] = true
	if c.waiting[pattern] == nil {
		c.waiting[pattern] = map[string]bool{}
	}
	c.waiting[pattern][address] = true
}

// run asks for what waits until of every pattern there is enough or no more.
func (c *crawl) run() {
	for {
		began := c.asked
		for _, pattern := range slices.Sorted(maps.Keys(c.waiting)) {
			if c.taken[pattern] >= mostOf(pattern) || len(c.waiting[pattern]) == 0 {
				continue
			}
			address := drawn(c.waiting[pattern])
			delete(c.waiting[pattern], address)
			c.taken[pattern]++
			c.visit(address)
		}
		if c.asked == began {
			return
		}
	}
}

// drawn is one of some addresses, the same every time.
func drawn(addresses map[string]bool) string {
	sum := func(address string) uint64 {
		h := fnv.New64a()
		h.Write([]byte(address))
		return h.Sum64()
	}
	return slices.MinFunc(slices.Collect(maps.Keys(addresses)), func(a, b string) int { return cmp.Compare(sum(a), sum(b)) })
}

// refusal is how a page says that the catalog has not what is asked, or that nobody could
// have it, and how the interface says why it does not answer.
var refusal = regexp.MustCompile(`role="alert">[^<]* (holds no|is of no|is asked of|is billed|are those in|are counted in|is the same twice:) |"detail": ?"[^"]`)

func (c *crawl) visit(address string) {
	c.asked++ // each by a client of its own, so that none is refused
	r := get(c.t, c.site+address, "X-Forwarded-For", fmt.Sprintf("2001:db8:0:%x::1", c.asked))
	if r.StatusCode == http.StatusUnprocessableEntity && c.choices[address] && refusal.MatchString(r.body) {
		return
	}
	if r.StatusCode >= 400 {
		c.fault(address, "status %d", r.StatusCode)
		return
	}
	if r.StatusCode >= 300 && r.StatusCode != http.StatusNotModified {
		c.add(address, r.Header.Get("Location"))
		return
	}
	for _, m := range regexp.MustCompile(`<([^>]+)>; rel="next"`).FindAllStringSubmatch(r.Header.Get("Link"), -1) {
		c.add(address, m[1])
	}
	kind, _, _ := strings.Cut(r.Header.Get("Content-Type"), ";")
	switch kind {
	case "text/html":
		c.page(address, r.body)
	case "application/json", "application/jsonl":
		c.objects(address, r.body, kind == "application/jsonl")
	case "text/csv":
		c.table(address, r.body)
	case "text/plain", "text/markdown":
		c.words(address, r.body)
	case "image/svg+xml":
		c.words(address, betweenTags.ReplaceAllString(r.body, "\n"))
	case "image/png", "application/vnd.apache.parquet":
		if !strings.HasPrefix(r.body, "\x89PNG") && !strings.HasPrefix(r.body, "PAR1") {
			c.fault(address, "is no %s", kind)
		}
	}
}

// nonsense is what a number that is not known looks like where it is printed. A change
// for the worse has a minus, no hyphen.
var nonsense = regexp.MustCompile(`(?i)\b(seasons?|episodes?|years?) [-−]\d|\b(episodes?|years?) 0\b|(^|[\s(,])-1\b|%!|<nil>|\bNaN\b|“”`)

// betweenTags are the tags of a picture, whose coordinates nobody reads.
var betweenTags = regexp.MustCompile(`<[^>]*>`)

// retired are words that need a glossary: what a catalog holds is on record or in it, what
// is of stated gender is known, and parts are broken down by what they are parts of.
var retired = regexp.MustCompile(`(?i)\b(of stated|held|drawn|divided? by)\b`)

// words looks for nonsense in what people read, and for words that they do not know.
func (c *crawl) words(address, text string) {
	for _, found := range retired.FindAllString(text, -1) {
		c.fault(address, "says %q, which is retired", found)
	}
	for _, found := range nonsense.FindAllString(text, -1) {
		c.fault(address, "says %q", strings.TrimSpace(found))
	}
}

// page looks at a page and takes its links.
func (c *crawl) page(address, text string) {
	root, err := html.Parse(strings.NewReader(text))
	if err != nil {
		c.fault(address, "is no HTML: %v", err)
		return
	}
	anchors := map[string]bool{}
	for n := range root.Descendants() {
		if n.Type == html.ElementNode {
			anchors[attribute(n, "id")] = true
		}
	}
	for n := range root.Descendants() {
		switch n.Type {
		case html.TextNode:
			if n.Parent.Data != "script" && n.Parent.Data != "pre" {
				c.words(address, n.Data)
			}
		case html.ElementNode:
			c.element(address, n, anchors)
		}
	}
}

func attribute(n *html.Node, name string) string {
	for _, a := range n.Attr {
		if a.Key == name {
			return a.Val
		}
	}
	return ""
}

func has(n *html.Node, name string) bool {
	return slices.ContainsFunc(n.Attr, func(a html.Attribute) bool { return a.Key == name })
}

// textOf is what is read of an element, aloud or by eye.
func textOf(n *html.Node) string {
	words := []string{attribute(n, "aria-label"), attribute(n, "alt")}
	for below := range n.Descendants() {
		if below.Type == html.TextNode {
			words = append(words, below.Data)
		} else {
			words = append(words, attribute(below, "aria-label"), attribute(below, "alt"))
		}
	}
	return strings.TrimSpace(strings.Join(words, " "))
}

// nameless are elements that must say something.
var nameless = []string{"a", "h1", "h2", "h3", "title", "button", "option", "summary", "th", "caption"}

// headless is a text whose first word, a name, is missing.
var headless = regexp.MustCompile(`^\s*[,:·]`)

func (c *crawl) element(address string, n *html.Node, anchors map[string]bool) {
	for _, name := range []string{"title", "aria-label", "alt", "content", "data-name"} {
		value := attribute(n, name)
		c.words(address, value)
		if headless.MatchString(value) {
			c.fault(address, "<%s %s=%q>", n.Data, name, value)
		}
	}
	if read := textOf(n); slices.Contains(nameless, n.Data) && (read == "" || headless.MatchString(read)) {
		c.fault(address, "<%s> says %q", n.Data, read)
	}
	if attribute(n, "class") == "name" && textOf(n) == "" {
		c.fault(address, "an empty name")
	}
	switch n.Data {
	case "a":
		link := attribute(n, "href")
		if anchor, within := strings.CutPrefix(link, "#"); within {
			if !anchors[anchor] {
				c.fault(address, "a link to #%s, which is not on the page", anchor)
			}
			return
		}
		c.add(address, link)
	case "link":
		c.add(address, attribute(n, "href"))
	case "img", "script", "source":
		if has(n, "src") {
			c.add(address, attribute(n, "src"))
		}
		if attribute(n, "type") == "application/ld+json" {
			c.objects(address, textOf(n), false)
		}
	case "meta":
		if attribute(n, "property") == "og:image" {
			c.add(address, attribute(n, "content"))
		}
	case "form":
		if method := attribute(n, "method"); method == "" || strings.EqualFold(method, "get") {
			c.form(address, n)
		}
	}
}

// form asks what a form asks as it stands, and with each choice of each of its lists.
func (c *crawl) form(address string, form *html.Node) {
	values := url.Values{}
	choices := map[string][]string{}
	for n := range form.Descendants() {
		name := attribute(n, "name")
		switch {
		case n.Type != html.ElementNode || name == "":
		case n.Data == "select":
			for option := range n.Descendants() {
				if option.Data == "option" {
					choices[name] = append(choices[name], attribute(option, "value"))
					if has(option, "selected") || len(choices[name]) == 1 {
						values.Set(name, attribute(option, "value"))
					}
				}
			}
		case n.Data == "textarea":
			values.Add(name, textOf(n))
		case attribute(n, "type") == "checkbox" || attribute(n, "type") == "radio":
			if has(n, "checked") {
				values.Add(name, attribute(n, "value"))
			}
		case n.Data == "input":
			values.Add(name, attribute(n, "value"))
		}
	}
	action := cmp.Or(attribute(form, "action"), address)
	base, _ := url.Parse(address)
	u, err := base.Parse(action)
	if err != nil {
		c.fault(address, "a form to %s, which is no address", action)
		return
	}
	u.RawQuery = values.Encode()
	c.want("form "+patternOf(u), u.RequestURI())
	for name, all := range choices {
		for _, value := range all {
			changed := maps.Clone(values)
			changed[name] = []string{value}
			u.RawQuery = changed.Encode()
			c.choices[u.RequestURI()] = true
			c.want("form "+patternOf(u)+" by "+name, u.RequestURI())
		}
	}
}

// objects looks at an answer for programs; each line of rows is one.
func (c *crawl) objects(address, text string, rows bool) {
	decoder := json.NewDecoder(strings.NewReader(text))
	for decoder.More() {
		var value any
		if err := decoder.Decode(&value); err != nil {
			c.fault(address, "is no JSON: %v", err)
			return
		}
		if fields, is := value.(map[string]any); is && rows {
			c.row(address, func(name string) (string, bool) {
				value, held := fields[name]
				return fmt.Sprint(value), held && value != nil
			})
		}
		c.value(address, "", value)
	}
}

// value looks at a value of an answer, and at all it is made of.
func (c *crawl) value(address, name string, value any) {
	switch v := value.(type) {
	case []any:
		for _, one := range v {
			c.value(address, name, one)
		}
	case map[string]any:
		for key, below := range v {
			c.value(address, key, below)
		}
		if season, is := v["season"].(float64); is && season < 0 && v["kind"] != "episode" {
			c.fault(address, "%s of season %v", name, season)
		}
		if number, is := v["seasonNumber"].(float64); is && number < 0 {
			c.fault(address, "seasonNumber %v", number)
		}
		if id, is := v["id"].(string); is && id != "" {
			c.identified(v, id)
		}
	case string:
		if v == "" && slices.Contains([]string{"id", "name", "label", "address", "title_ids"}, name) {
			c.fault(address, "an empty %s", name)
		}
		if name == "address" && strings.HasPrefix(v, "/") {
			c.add(address, v)
		}
	}
}

// identified takes the addresses of what an answer names by its identifier.
func (c *crawl) identified(object map[string]any, id string) {
	if kind, is := object["kind"].(string); is {
		c.titles(seed{id: id, kind: kind})
	} else if _, is := object["gender"]; is {
		c.titles(seed{id: id, kind: "person"})
	}
}

// table looks at the rows of a file.
func (c *crawl) table(address, text string) {
	lines, err := csv.NewReader(strings.NewReader(text)).ReadAll()
	if err != nil || len(lines) == 0 {
		c.fault(address, "is no CSV: %v", err)
		return
	}
	for _, line := range lines[1:] {
		c.row(address, func(name string) (string, bool) {
			at := slices.Index(lines[0], name)
			if at < 0 {
				return "", false
			}
			return line[at], true
		})
	}
}

// row looks at a row of a table by the names of its columns.
func (c *crawl) row(address string, value func(string) (string, bool)) {
	if season, is := value("season"); is && strings.HasPrefix(season, "-") {
		c.fault(address, "a row of season %s", season)
	}
	if episode, is := value("episode"); is && (episode == "0" || strings.HasPrefix(episode, "-")) {
		c.fault(address, "a row of episode %s", episode)
	}
	for _, column := range []string{"id", "title_id", "person_id", "person", "title"} {
		if text, is := value(column); is && text == "" {
			c.fault(address, "a row with an empty %s", column)
		}
	}
}

// titles asks for a title or a person in every way that there is.
func (c *crawl) titles(s seed) {
	escaped := url.PathEscape(s.id)
	page := "/title/"
	if s.kind == "person" {
		page = "/person/"
		c.add("/", "/api/v1/people/"+escaped)
	} else {
		c.add("/", "/api/v1/titles/"+escaped)
		c.add("/", "/api/v1/assess/"+escaped)
	}
	page += strings.ReplaceAll(escaped, "%2F", "/")
	c.add("/", page)
	if s.oddity != "" { // what is odd may show in the files alone
		for _, f := range format.All() {
			c.want(s.oddity+" as "+f.Name, page+f.Ending)
		}
	}
	switch s.kind {
	case "season":
		c.add("/", "/api/v1/seasons/"+escaped)
	case "series":
		c.add("/", "/api/v1/titles/"+escaped+"/seasons")
	}
}

// operations asks what the description of the interface describes: each operation
// that names no one thing, in each format and with each word of each of its fields.
func (c *crawl) operations(text string) {
	var description struct {
		Paths map[string]map[string]struct {
			Parameters []struct {
				Name, In string
				Schema   struct {
					Type  string
					Enum  []string
					Items struct{ Enum []string }
				}
			}
		}
	}
	if err := json.Unmarshal([]byte(text), &description); err != nil || len(description.Paths) < 10 {
		c.t.Fatalf("the description has %d addresses: %v", len(description.Paths), err)
	}
	for path, operations := range description.Paths {
		get, is := operations["get"]
		if !is || strings.Contains(path, "{") {
			continue
		}
		values := url.Values{}
		for _, p := range get.Parameters {
			if p.Name == "q" {
				values.Set("q", "the")
			}
		}
		for _, p := range get.Parameters {
			words := slices.Concat(p.Schema.Enum, p.Schema.Items.Enum)
			if p.Schema.Type == "boolean" {
				words = []string{"true", "false"}
			}
			for _, word := range append(words, "") {
				asked := maps.Clone(values)
				if word != "" {
					asked.Set(p.Name, word)
				}
				c.choices[path+"?"+asked.Encode()] = word != ""
				c.add("/", path+"?"+asked.Encode())
			}
		}
	}
}

// about are articles about what is odd in a catalog, beside those that mean no good.
func about(all []seed) []corpustest.Article {
	articles := corpustest.Starter()
	for i, s := range all {
		name := cmp.Or(s.name, s.id)
		text := fmt.Sprintf("%s was shown in 2018, and all of it was directed by women. “We had waited for it for years,” said %s, who was there. Somebody Else directed %s, as the paper wrote in the week before.", name, name, name)
		articles = append(articles, corpustest.Article{"outlet": fmt.Sprint("Outlet ", i%3), "author": name, "date": fmt.Sprintf("2018-%02d-01", 1+i%12), "url": "https://example.org/" + s.id, "text": text})
	}
	return articles
}

// TestEveryLinkAnswers follows the links of a whole site, beginning with what is odd in
// its catalog. It is a crawler's view: nothing that a page leads to is missing, fails
// or is nonsense.
func TestEveryLinkAnswers(t *testing.T) {
	t.Parallel()
	file := generatedFile(t)
	begin := seeds(t, file)
	if len(begin) < 50 {
		t.Fatalf("the generated catalog has only %d oddities", len(begin))
	}
	server, log := serveWith(t, file, corpustest.Of(t, file, about(begin)...))
	c := &crawl{t: t, site: server.URL, waiting: map[string]map[string]bool{}, seen: map[string]bool{}, taken: map[string]int{}, faults: map[string][]string{}, choices: map[string]bool{}}
	for _, address := range []string{"/", "/robots.txt", "/favicon.ico", "/api/v1/openapi.json"} {
		c.add("/", address)
	}
	for _, s := range begin {
		c.titles(s)
		c.add("/", "/search?"+url.Values{"q": {s.name}}.Encode())
		c.add("/", "/suggest?"+url.Values{"q": {s.name}}.Encode())
	}
	c.operations(get(t, server.URL+"/api/v1/openapi.json").body)
	c.run()
	for _, what := range slices.Sorted(maps.Keys(c.faults)) {
		where := slices.Compact(slices.Sorted(slices.Values(c.faults[what])))
		t.Errorf("%s: on %d pages, such as %s", what, len(where), where[0])
	}
	t.Logf("%d addresses of %d patterns asked for, of %d found", c.asked, len(c.taken), len(c.seen))
	if c.asked < 300 || len(c.taken) < 100 {
		t.Error("the crawl has lost its way: that is too few")
	}
	server.Close()
	for line := range strings.Lines(log.String()) {
		if strings.Contains(line, "level=ERROR") {
			t.Errorf("the log has %.1000s", line) // what comes after the first may follow from it
			break
		}
	}
}
