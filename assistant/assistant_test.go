package assistant_test

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"log/slog"
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/modelcontextprotocol/go-sdk/mcp"
	"github.com/santhosh-tekuri/jsonschema/v6"

	"rolecall"
	"rolecall/assistant"
	"rolecall/catalog"
	"rolecall/docs"
	"rolecall/source"
	"rolecall/source/starter"
	"rolecall/standard"
)

// The long-running series of the wide catalog: more than an answer has room for.
const (
	seasons  = 30
	episodes = 40
	people   = 400
)

// wide fills a catalog that was not picked by hand with much of everything.
func wide(_ context.Context, sink source.Sink) error {
	faults := []error{sink.AddSource(rolecall.Source{ID: "s", Name: "S"}), sink.AddTitle(rolecall.Title{ID: "soap", Kind: rolecall.Series, Name: "Soap", Year: 1980})}
	genders := []rolecall.Gender{rolecall.Woman, rolecall.Man, rolecall.Nonbinary}
	for n := range people {
		id := fmt.Sprintf("p%03d", n)
		faults = append(faults, sink.AddPerson(rolecall.Person{ID: id, Name: fmt.Sprintf("Person Number %d", n)}))
		if n%4 < 3 {
			faults = append(faults, sink.AddStatement(rolecall.Statement{PersonID: id, Gender: genders[n%4], Wording: "stated", Source: "s", Precedence: rolecall.WikidataNormal}))
		}
	}
	for s := 1; s <= seasons; s++ {
		season := fmt.Sprintf("soap/%d", s)
		first := rolecall.Date{Year: 1980 + s, Month: 1, Day: 2}
		faults = append(faults, sink.AddTitle(rolecall.Title{ID: season, Kind: rolecall.Season, Name: "Soap", SeriesID: "soap", Season: s, Year: first.Year, Released: first, Networks: []string{"Netflix"}}))
		for e := 1; e <= episodes; e++ {
			id := fmt.Sprintf("%s/%d", season, e)
			faults = append(faults, sink.AddTitle(rolecall.Title{ID: id, Kind: rolecall.Episode, Name: fmt.Sprintf("Episode %d", e), SeriesID: "soap", SeasonID: season, Season: s, Episode: e, Year: first.Year, Released: first}))
			for i, role := range []rolecall.Role{rolecall.Director, rolecall.Writer, rolecall.Cast, rolecall.Cast, rolecall.Editor} {
				faults = append(faults, sink.AddCredit(rolecall.Credit{TitleID: id, PersonID: fmt.Sprintf("p%03d", (s*7+e*(i+1))%people), Role: role}))
			}
			faults = append(faults, sink.AddCredit(rolecall.Credit{TitleID: id, PersonID: "p000", Role: rolecall.Producer}))
		}
	}
	for n := range 60 {
		id := fmt.Sprintf("film-%02d", n)
		faults = append(faults, sink.AddTitle(rolecall.Title{ID: id, Kind: rolecall.Film, Name: fmt.Sprintf("Film %d", n), Year: 2000, Released: rolecall.Date{Year: 2000, Month: 5, Day: 1}}),
			sink.AddCredit(rolecall.Credit{TitleID: id, PersonID: fmt.Sprintf("p%03d", n), Role: rolecall.Director}))
	}
	return errors.Join(faults...)
}

// The catalogs that are asked, which no test changes.
var picked, whole *catalog.Catalog

func TestMain(m *testing.M) {
	os.Exit(run(m))
}

func run(m *testing.M) int {
	folder, err := os.MkdirTemp("", "rolecall-assistant-")
	if err != nil {
		panic(err)
	}
	defer os.RemoveAll(folder)
	picked, whole = built(folder, starter.Name, starter.Fill), built(folder, "wide", wide)
	defer picked.Close()
	defer whole.Close()
	return m.Run()
}

func built(folder, name string, fill func(context.Context, source.Sink) error) *catalog.Catalog {
	path := filepath.Join(folder, name+".duckdb")
	recipe := catalog.Recipe{Name: name, Program: "test", Built: time.Date(2026, 11, 27, 0, 0, 0, 0, time.UTC), Fill: fill}
	if err := catalog.Build(context.Background(), path, recipe); err != nil {
		panic(err)
	}
	c, err := catalog.Open(context.Background(), path)
	if err != nil {
		panic(err)
	}
	return c
}

// service answers from a catalog; log is what it logs.
func service(c *catalog.Catalog, change ...func(*assistant.Options)) (s *assistant.Service, log *bytes.Buffer) {
	log = new(bytes.Buffer)
	o := assistant.Options{
		Acquire: func() (*catalog.Catalog, func(), error) { return c, func() {}, nil },
		Public:  "https://rolecall.example", Version: "test", Log: slog.New(slog.NewTextHandler(log, nil)),
	}
	for _, f := range change {
		f(&o)
	}
	return assistant.New(o), log
}

// session is a client of a service, over its transport.
type session struct {
	*mcp.ClientSession
	tools map[string]*mcp.Tool
}

// streams connects a client over a pair of streams, as on standard input and output.
func streams(t testing.TB, s *assistant.Service) *session {
	t.Helper()
	toServer, fromClient := pipe()
	toClient, fromServer := pipe()
	ended := make(chan error, 1)
	go func() { ended <- s.Run(t.Context(), toServer, fromServer) }()
	client := connected(t, &mcp.IOTransport{Reader: toClient, Writer: fromClient})
	t.Cleanup(func() {
		client.Close()
		if err := <-ended; err != nil && !errors.Is(err, context.Canceled) {
			t.Errorf("the service ended with %v", err)
		}
	})
	return client
}

// overHTTP connects a client over streamable HTTP.
func overHTTP(t testing.TB, s http.Handler) *session {
	t.Helper()
	server := httptest.NewServer(s)
	t.Cleanup(server.Close)
	client := connected(t, &mcp.StreamableClientTransport{Endpoint: server.URL + assistant.Path, DisableStandaloneSSE: true})
	t.Cleanup(func() { client.Close() })
	return client
}

func connected(t testing.TB, transport mcp.Transport) *session {
	t.Helper()
	client, err := mcp.NewClient(&mcp.Implementation{Name: "test", Version: "1"}, nil).Connect(t.Context(), transport, nil)
	if err != nil {
		t.Fatal(err)
	}
	held := &session{client, make(map[string]*mcp.Tool)}
	for tool, err := range client.Tools(t.Context(), nil) {
		if err != nil {
			t.Fatal(err)
		}
		held.tools[tool.Name] = tool
	}
	return held
}

// told is what stands beside every answer.
type told struct {
	Answer   map[string]any
	Caveats  []string
	Citation struct{ Words, Hash, Program, Address string }
	LeftOut  []struct {
		List      string
		Shown, Of int
	} `json:"left_out"`
	Next *int
}

// ask calls a tool with arguments that its schema allows, and holds the answer to what
// every answer must be.
func (s *session) ask(t testing.TB, tool, arguments string) (told, string) {
	t.Helper()
	result := s.call(t, tool, arguments)
	if result.IsError {
		t.Fatalf("%s %s: %s", tool, arguments, textOf(result))
	}
	validate(t, tool+" takes", s.tools[tool].InputSchema, []byte(arguments))
	structured, err := json.Marshal(result.StructuredContent)
	if err != nil {
		t.Fatal(err)
	}
	validate(t, tool+" "+arguments, s.tools[tool].OutputSchema, structured)
	var answer told
	if err := json.Unmarshal(structured, &answer); err != nil {
		t.Fatal(err)
	}
	text := textOf(result)
	if len(structured) > 32<<10 || len(text) > 8<<10 {
		t.Errorf("%s %s: %d bytes for programs and %d of text flood a conversation", tool, arguments, len(structured), len(text))
	}
	for _, must := range append(slices.Clone(answer.Caveats), answer.Citation.Words) {
		if !strings.Contains(spaced(unescaped(text)), spaced(must)) {
			t.Errorf("%s %s: the text lacks %q:\n%s", tool, arguments, must, text)
		}
	}
	if len(answer.Caveats) == 0 || len(answer.Citation.Hash) != 64 || !strings.Contains(answer.Citation.Words, answer.Citation.Hash) || answer.Citation.Program == "" {
		t.Errorf("%s %s: it comes without caveat or citation: %q, %+v", tool, arguments, answer.Caveats, answer.Citation)
	}
	return answer, text
}

func (s *session) call(t testing.TB, tool, arguments string) *mcp.CallToolResult {
	t.Helper()
	result, err := s.CallTool(t.Context(), &mcp.CallToolParams{Name: tool, Arguments: json.RawMessage(arguments)})
	if err != nil {
		t.Fatalf("%s %.200s: %v", tool, arguments, err)
	}
	return result
}

func textOf(r *mcp.CallToolResult) string {
	var text strings.Builder
	for _, c := range r.Content {
		text.WriteString(c.(*mcp.TextContent).Text)
	}
	return text.String()
}

// unescaped is Markdown without the signs before its signs.
func unescaped(text string) string { return strings.ReplaceAll(text, `\`, "") }

// validate holds a document to a schema by another hand than the one that made it.
func validate(t testing.TB, where string, schema any, document []byte) {
	t.Helper()
	compiler := jsonschema.NewCompiler()
	compiler.DefaultDraft(jsonschema.Draft2020)
	written, err := json.Marshal(schema)
	if err != nil {
		t.Fatal(err)
	}
	for name, text := range map[string][]byte{"schema.json": written} {
		value, err := jsonschema.UnmarshalJSON(bytes.NewReader(text))
		if err != nil {
			t.Fatal(err)
		}
		if err := compiler.AddResource(name, value); err != nil {
			t.Fatal(err)
		}
	}
	compiled, err := compiler.Compile("schema.json")
	if err != nil {
		t.Fatalf("%s: its schema is none: %v", where, err)
	}
	value, err := jsonschema.UnmarshalJSON(bytes.NewReader(document))
	if err != nil {
		t.Fatal(err)
	}
	if err := compiled.Validate(value); err != nil {
		t.Errorf("%s: %v", where, err)
	}
}

// asked are calls of every tool, with what the text must say.
var asked = []struct{ tool, arguments, says string }{
	{"search", `{"text": "jesica jones"}`, "| jessica-jones |"},
	{"search", `{"text": "lady bird", "kind": "film", "from": "2015"}`, "| lady-bird-2017 |"},
	{"search", `{"text": "qqqqqqqq"}`, "To be said with it"},
	{"search", `{"text": "是枝裕和"}`, "To be said with it"},
	{"show", `{"title": "Jessica Jones season 2"}`, "13 of 13 episodes directed by women"},
	{"show", `{"title": "Jessica Jones", "season": 2, "episode": 13}`, "Uta Briesewitz"},
	{"show", `{"title": "jessica-jones", "roles": ["director"]}`, "Season by season"},
	{"show", `{"title": "Lady Bird", "year": 2017, "kind": "film"}`, "Greta Gerwig"},
	{"person", `{"name": "Melissa Rosenberg"}`, "Counted as a woman"},
	{"person", `{"name": "Joey Soloway"}`, "non-binary"},
	{"report", `{}`, "Share of women"},
	{"report", `{"by": "year", "role": ["director", "writer"], "gender": ["woman", "nonbinary"], "unit": "people", "kind": "season", "network": ["Netflix"]}`, "women and non-binary people"},
	{"report", `{"role": ["writer"], "reading": "known"}`, "where known"},
	{"assess", `{"title": "jessica-jones/2", "reading": "credited"}`, "met"},
	{"rank", `{"kind": "season", "role": "writer", "reading": "known", "limit": 3}`, "known"},
	{"rank", `{"kind": "season", "min_episodes": 6}`, "Jessica Jones, season 2"},
	{"unusual", `{"title": "Jessica Jones", "season": 2}`, "import IMDb to answer"},
	{"assess", `{"title": "Lady Bird"}`, "F-Rating"},
	{"assess", `{"title": "jessica-jones/2", "standard": ["reframe-tv-2018"]}`, "met"},
	{"rate", `{"standard": "f-rating", "kind": "film", "from": "2015"}`, "F-Rating"},
	{"rate", `{"standard": "reframe-tv-2018", "reading": "known"}`, "known"},
	{"check", `{"text": "All 13 episodes of season two of Jessica Jones were directed by women.", "quotes": true}`, "1 supported"},
	{"check", `{"text": "Nothing of the kind."}`, "No claim about credits was found."},
}

// Every tool answers over both transports, in the form that it announces, with its
// caveats and its citation.
func TestEveryToolAnswers(t *testing.T) {
	s, log := service(picked)
	for name, client := range map[string]*session{"streams": streams(t, s), "HTTP": overHTTP(t, s)} {
		left := make(map[string]bool)
		for tool := range client.tools {
			left[tool] = true
		}
		for _, a := range asked {
			answer, text := client.ask(t, a.tool, a.arguments)
			if !strings.Contains(text, a.says) {
				t.Errorf("%s: %s %s lacks %q:\n%s", name, a.tool, a.arguments, a.says, text)
			}
			if hash := picked.Info().Hash; answer.Citation.Hash != hash || a.tool != "check" && !strings.Contains(answer.Citation.Address, "https://rolecall.example/") {
				t.Errorf("%s: %s %s is cited as %+v", name, a.tool, a.arguments, answer.Citation)
			}
			delete(left, a.tool)
		}
		if len(left) > 0 || len(client.tools) != 9 {
			t.Errorf("%s: of %d tools these are not asked: %v", name, len(client.tools), left)
		}
	}
	if log.Len() > 0 {
		t.Errorf("logged: %s", log)
	}
}

// Every argument says what it means, and every field of an answer, in the words of the
// contract.
func TestToolsDescribeThemselves(t *testing.T) {
	s, _ := service(picked)
	for name, tool := range streams(t, s).tools {
		if tool.Description == "" || tool.Title == "" || !tool.Annotations.ReadOnlyHint {
			t.Errorf("%s does not say what it is: %+v", name, tool)
		}
		takes := tool.InputSchema.(map[string]any)
		if takes["additionalProperties"] != false {
			t.Errorf("%s lets arguments pass that it does not know", name)
		}
		for field, of := range takes["properties"].(map[string]any) {
			if words, _ := of.(map[string]any)["description"].(string); !strings.HasSuffix(words, ".") {
				t.Errorf("%s: %s is not described: %v", name, field, of)
			}
		}
		gives, _ := json.Marshal(tool.OutputSchema)
		for _, words := range []string{"The content hash in hexadecimal: the same for the same facts.", `"enum":["woman","man","nonbinary","unknown"]`} {
			if name != "report" && !strings.Contains(string(gives), words) {
				t.Errorf("%s: the schema of its answer lacks %q", name, words)
			}
		}
	}
}

// spaced is a text with one plain space for each that parts words or thousands.
func spaced(text string) string { return strings.Join(strings.Fields(text), " ") }

// A catalog that was not picked by hand says how unusual a title is, by bounds.
func TestHowUnusual(t *testing.T) {
	s, _ := service(whole)
	client := streams(t, s)
	answer, text := client.ask(t, "unusual", `{"title": "Film 1", "gender": ["man"]}`)
	rarity := answer.Answer["rarity"].(map[string]any)
	if rarity["unverifiable"] != nil || !strings.Contains(text, "at or above") || !strings.Contains(answer.Citation.Address, "/unusual/film-01?") || !strings.Contains(answer.Citation.Address, "gender=man") {
		t.Errorf("%+v\n%s", answer, text)
	}
	known, _ := client.ask(t, "unusual", `{"title": "Film 1", "reading": "known"}`)
	if reading := known.Answer["rarity"].(map[string]any)["reading"]; reading != "known" || !strings.Contains(known.Citation.Address, "reading=known") {
		t.Errorf("read as %v, cited at %s", reading, known.Citation.Address)
	}
	for tool, arguments := range map[string]string{"unusual": `{"title": "Film 1", "reading": "known"}`, "rank": `{"kind": "film", "reading": "credited"}`, "report": `{"reading": "known"}`} {
		if read, _ := client.ask(t, tool, arguments); strings.Contains(strings.Join(read.Caveats, " "), "never left out") {
			t.Errorf("%s %s leaves out and says that it does not: %q", tool, arguments, read.Caveats)
		}
	}
	narrower, _ := client.ask(t, "unusual", `{"title": "soap/3", "from": "1981", "to": "1990", "network": ["Netflix"]}`)
	if population := narrower.Answer["rarity"].(map[string]any)["population"].(map[string]any); population["titles"] != 10.0 {
		t.Errorf("compared with %v", population)
	}
}

// An answer that is too large for a conversation is told in parts, which together are
// all of it, and says what it leaves out.
func TestNoAnswerFloods(t *testing.T) {
	s, _ := service(whole)
	client := streams(t, s)
	for _, a := range []struct{ tool, arguments string }{
		{"show", `{"title": "soap"}`}, {"show", `{"title": "soap", "limit": 100}`}, {"show", `{"title": "soap/1"}`}, {"person", `{"name": "p000", "limit": 100}`},
		{"report", `{"by": "series"}`}, {"report", `{"by": "year", "limit": 100}`}, {"rank", `{"limit": 100}`}, {"assess", `{"title": "soap"}`}, {"search", `{"text": "person", "limit": 100}`},
		{"check", fmt.Sprintf(`{"text": %q}`, strings.Repeat("Person Number 1 directed Film 1. Every episode of the third season of Soap was directed by women. ", 300))},
	} {
		answer, text := client.ask(t, a.tool, a.arguments)
		if len(answer.LeftOut) > 0 && !strings.Contains(text, "Left out: ") {
			t.Errorf("%s %s: the text does not say what it leaves out", a.tool, a.arguments)
		}
	}
	report, _ := client.ask(t, "report", `{"by": "year", "kind": "season"}`)
	if later, _ := client.ask(t, "report", `{"by": "year", "kind": "season", "skip": 30}`); later.Answer["finding"] != report.Answer["finding"] || report.Answer["finding"] == "" {
		t.Errorf("what was found depends on the part that is told: %v, %v", report.Answer["finding"], later.Answer["finding"])
	}
	first, _ := client.ask(t, "show", `{"title": "soap", "roles": ["director"], "limit": 1}`)
	directors := 0
	for _, c := range first.LeftOut {
		if c.List == "roles[].people" {
			directors = c.Of
		}
	}
	seen := make(map[string]bool)
	for skip := 0; ; {
		part, _ := client.ask(t, "show", fmt.Sprintf(`{"title": "soap", "roles": ["director"], "skip": %d}`, skip))
		role := part.Answer["roles"].([]any)[0].(map[string]any)
		for _, p := range role["people"].([]any) {
			id := p.(map[string]any)["id"].(string)
			if seen[id] {
				t.Errorf("%s is told twice", id)
			}
			seen[id] = true
		}
		if part.Next == nil {
			break
		}
		if *part.Next <= skip {
			t.Fatalf("after %d comes %d", skip, *part.Next)
		}
		skip = *part.Next
	}
	if len(seen) != directors || directors < 100 {
		t.Errorf("%d of %d directors were told", len(seen), directors)
	}
	ranks, last := 0, 1.0
	for skip := 0; ; {
		part, _ := client.ask(t, "rank", fmt.Sprintf(`{"kind": "film", "skip": %d}`, skip))
		for _, row := range part.Answer["rows"].([]any) {
			place := row.(map[string]any)["place"].(float64)
			if ranks++; place > float64(ranks) || place < last {
				t.Errorf("place %v stands at %d, after %v", place, ranks, last)
			}
			last = place
		}
		if part.Next == nil {
			break
		}
		skip = *part.Next
	}
	if ranks != 60 {
		t.Errorf("%d of 60 films were ranked", ranks)
	}
}

// What has no answer is told as a result that says what to do, and the next question is
// answered.
func TestRefusalsSayWhatToDo(t *testing.T) {
	s, log := service(picked)
	client := streams(t, s)
	long := strings.Repeat("x", 70_000)
	for _, test := range []struct{ tool, arguments, says string }{
		{"show", `{"title": "Jesica Jnes"}`, `show with title "jessica-jones": Jessica Jones`},
		{"show", `{"title": "Melissa Rosenberg"}`, `person with name "melissa-rosenberg"`},
		{"show", `{"title": "zzzzqqqq"}`, "Call search with part of the name"},
		{"person", `{"name": "Nobody Atall"}`, `no person named "Nobody Atall"`},
		{"show", `{"title": "Jessica Jones", "season": 9}`, "has no season 9 in this catalog, which holds seasons 1–3"},
		{"show", `{"title": "Jessica Jones", "episode": 1}`, "has 3 seasons: say which"},
		{"show", `{"title": "Lady Bird", "season": 1}`, "is a film: leave out the season"},
		{"show", `{}`, "expected required property title to be present"},
		{"show", `{"title": 5}`, `title: expected string (sent: "5"). It takes: catalog, episode`},
		{"show", `{"title": "Lady Bird", "seson": 1}`, "seson: unexpected property"},
		{"show", `{"title": "Lady Bird", "season": "two"}`, `season: expected integer (sent: "two")`},
		{"show", `{"title": "Lady Bird", "season": 1.5}`, "season: expected integer"},
		{"show", `{"title": "Lady Bird", "kind": "movie"}`, "kind: expected value to be one of"},
		{"show", `{"title": "Lady Bird", "limit": 100000}`, "limit: expected number <= 100"},
		{"show", `{"title": "Lady Bird", "catalog": "0000"}`, "catalog: another one is served now"},
		{"show", `{"title": "Lady\u0000Bird"}`, "without null characters"},
		{"show", `[1, 2]`, "the arguments are no JSON object"},
		{"show", `null`, "expected required property title"},
		{"search", fmt.Sprintf(`{"text": %q}`, long[:300]), "text: expected length <= 200"},
		{"rate", `{"standard": "nothing"}`, "nothing"},
		{"rate", `{"standard": "f-rating", "kind": "episode"}`, "films"},
		{"report", `{"from": "yesterday"}`, `from: "yesterday" is not a date`},
		{"report", `{"from": "2018", "to": "2015"}`, "the earlier date goes first"},
		{"report", `{"network": ["Netflx"]}`, "Netflx"},
		{"report", `{"network": "Netflix"}`, "network: expected array"},
		{"rank", `{"role": "boss"}`, "role: expected value to be one of"},
		{"unusual", `{"title": "Jessica Jones"}`, "say which season"},
		{"unusual", `{"title": "Jessica Jones", "season": 2, "gender": ["unknown"]}`, "gender[0]: expected value to be one of"},
		{"assess", `{"title": "Lady Bird", "standard": ["f-ratin"]}`, "did you mean f-rating"},
		{"assess", `{"title": "Jessica Jones", "standard": ["f-rating"]}`, "speaks of films, and Jessica Jones is a series"},
		{"check", `{"text": ""}`, "text: expected length >= 1"},
		{"check", fmt.Sprintf(`{"text": %q}`, long), "text: expected length <= 60000"},
		{"check", `{"text": "Tous les épisodes de la deuxième saison de Jessica Jones ont été réalisés par des femmes, et la série revient en mars sur la plateforme avec toute son équipe."}`, "only articles in English"},
	} {
		result := client.call(t, test.tool, test.arguments)
		text := textOf(result)
		if !result.IsError || !strings.Contains(text, test.says) || !strings.HasPrefix(text, "Not answered: ") {
			t.Errorf("%s %.100s: error %v, without %q: %.400s", test.tool, test.arguments, result.IsError, test.says, text)
		}
		if len(text) > 2_000 || result.StructuredContent != nil {
			t.Errorf("%s %.100s: %d bytes of refusal", test.tool, test.arguments, len(text))
		}
	}
	if _, err := client.CallTool(t.Context(), &mcp.CallToolParams{Name: "shwo"}); err == nil || !strings.Contains(err.Error(), "choose search, show") {
		t.Errorf("a tool that there is not: %v", err)
	}
	if _, err := client.ReadResource(t.Context(), &mcp.ReadResourceParams{URI: "file:///etc/passwd"}); err == nil {
		t.Error("a file of the machine is read")
	}
	client.ask(t, "show", `{"title": "Lady Bird"}`)
	if log.Len() > 0 {
		t.Errorf("what lies with the question is logged: %s", log)
	}
}

// The method and every standard can be read.
func TestResources(t *testing.T) {
	s, _ := service(picked)
	client := overHTTP(t, s)
	texts := make(map[string]string)
	for r, err := range client.Resources(t.Context(), nil) {
		if err != nil {
			t.Fatal(err)
		}
		read, err := client.ReadResource(t.Context(), &mcp.ReadResourceParams{URI: r.URI})
		if err != nil || len(read.Contents) != 1 || r.Description == "" || read.Contents[0].MIMEType != "text/markdown" {
			t.Fatalf("%+v: %+v, %v", r, read, err)
		}
		texts[r.URI] = read.Contents[0].Text
	}
	if texts["rolecall://method"] != string(docs.Method) {
		t.Error("the method is not the one that people read")
	}
	for _, one := range standard.Shipped() {
		text := texts["rolecall://standards/"+one.ID]
		for _, words := range []string{one.Publisher, one.Criteria[0].Name, one.Citations[0].Address} {
			if !strings.Contains(unescaped(text), words) {
				t.Errorf("%s lacks %q:\n%s", one.ID, words, text)
			}
		}
		if !strings.Contains(texts["rolecall://standards"], one.Name) {
			t.Errorf("%s is not listed", one.ID)
		}
	}
}
