package main

import (
	"bytes"
	"context"
	"log/slog"
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/adrg/xdg"
	"github.com/spf13/cobra"

	"rolecall/catalog"
	"rolecall/contract/contracttest"
	"rolecall/source/starter"
	"rolecall/web"
	"rolecall/web/api"
)

// jsonOf are the types of the contract that commands write with --format json. A
// command that is not among them answers nothing.
var jsonOf = map[string][]string{
	"show": {"Show"}, "person": {"Person"}, "search": {"Search"}, "report": {"Report", "Corpus"}, "rank": {"Ranking"}, "browse": {"Browsed"}, "gaps": {"Gaps"}, "careers": {"Careers"}, "diff": {"Difference"},
	"assess": {"Assess", "Standards", "PassRates"}, "sources": {"Sources"}, "check": {"Check", "Checks"}, "list": {"Populations"}, "sql": {"Answered", "Views"},
}

// silent are the commands that do something and answer nothing in JSON.
var silent = map[string]bool{
	"fetch": true, "import": true, "serve": true, "mcp": true, "licences": true, "population": true, "completion": true, "help": true,
	"corpus": true, "save": true, "delete": true, "version": true, "man": true, "export": true, "statements": true, "keep": true, "forget": true, "wikidata": true,
}

// asked are command lines for each type, over the starter and over an import.
var asked = map[string][][]string{
	"Show": {
		{"show", "Lady Bird"}, {"show", "Jessica Jones"}, {"show", "jessica-jones/2"}, {"show", "jessica-jones/2/13"},
		{"show", "the harbour", "--season", "1", "--catalog", "imdb.duckdb"}, {"show", "the harbour", "--catalog", "imdb.duckdb"},
		{"show", "the harbour", "--season", "1", "--method", "--min-episodes", "1", "--catalog", "imdb.duckdb"},
	},
	"Person": {{"person", "Melissa Rosenberg"}, {"person", "Joey Soloway"}, {"person", "是枝裕和"}},
	"Search": {{"search", "jesica jones"}, {"search", "zzzz"}, {"search", "wonder", "--kind", "film"}, {"search", "harbour", "--catalog", "imdb.duckdb"}},
	"Report": {
		{"report"}, {"report", "--role", "director", "--by", "year", "--method"}, {"report", "--by", "network"}, {"report", "--by", "series", "--unit", "people"},
		{"report", "--kind", "film", "--role", "writer,lead", "--given", "director=woman", "--sample"},
		{"report", "--kind", "season", "--role", "writer", "--given", "director=woman,nonbinary", "--by", "year", "--sample", "--unit", "titles-any"},
		{"report", "--kind", "season", "--billed", "1..3", "--by", "year"}, {"report", "--role", "director", "--makers", "sole", "--unit", "titles-all"},
		{"report", "--first", "director", "--by", "year", "--catalog", "imdb.duckdb"},
		{"report", "--by", "kind", "--specials", "--catalog", "imdb.duckdb"}, {"report", "--by", "genre", "--unit", "titles-all", "--catalog", "imdb.duckdb"},
		{"report", "--kind", "film", "--top", "1", "--catalog", "imdb.duckdb"}, {"report", "--population", "marvel", "--role", "director"},
	},
	"Careers": {{"careers", "--kind", "season"}, {"careers", "--role", "writer", "--catalog", "imdb.duckdb"}, {"careers", "--kind", "film", "--catalog", "imdb.duckdb"}},
	"Gaps":    {{"gaps"}, {"gaps", "--role", "writer,lead", "--kind", "season", "--limit", "3"}, {"gaps", "--role", "cast", "--catalog", "imdb.duckdb"}},
	"Browsed": {
		{"browse"}, {"browse", "--kind", "series", "--sort", "name", "--limit", "3"}, {"browse", "--role", "writer,director", "--network", "Netflx"},
		{"browse", "--kind", "episode", "--catalog", "imdb.duckdb"}, {"browse", "--top", "1", "--catalog", "imdb.duckdb"},
	},
	"Difference": {
		{"diff", "starter", "mine.duckdb", "--role", "director,writer"}, {"diff", "mine.duckdb", "starter", "--unit", "people", "--kind", "season"},
		{"diff", "starter", "imdb.duckdb", "--dates", "2001..2009"}, {"diff", "starter", "starter"},
	},
	"Ranking": {{"rank", "--role", "director", "--kind", "season", "--method"}, {"rank", "--role", "cast", "--min-people", "2", "--unit", "credits", "--catalog", "imdb.duckdb"}},
	"Assess": {
		{"assess", "Lady Bird", "--method"}, {"assess", "Jessica Jones"}, {"assess", "jessica-jones/2"}, {"assess", "jessica-jones/2/13"},
		{"assess", "the harbour", "--season", "1", "--catalog", "imdb.duckdb"}, {"assess", "Lady Bird", "--file", "own.yaml"},
	},
	"Standards":   {{"assess", "--list"}},
	"PassRates":   {{"assess", "--kind", "film"}, {"assess", "--kind", "season", "--network", "Netflix", "--method"}, {"assess", "--standard", "celluloid-ceiling,fifty-fifty", "--catalog", "imdb.duckdb"}},
	"Sources":     {{"sources"}, {"sources", "--catalog", "imdb.duckdb"}},
	"Check":       {{"check", "one.txt", "--text", "--quotes"}, {"check", "two.txt"}, {"check", "page.html", "--quotes"}},
	"Checks":      {{"check", "one.txt", "two.txt", "page.html", "--text", "--quotes"}},
	"Populations": {{"population", "list"}},
	"Answered":    {{"sql", "SELECT title, year, whole, 1.5 AS x, networks FROM title ORDER BY title", "--limit", "5"}, {"sql", "FROM credit WHERE false"}, {"sql", "FROM slate", "--catalog", "imdb.duckdb"}},
	"Views":       {{"sql"}},
	"Corpus": {
		{"corpus", "report", "checked"}, {"corpus", "report", "checked", "--by", "outlet,section,author,month", "--copies", "once", "--limit", "2"},
		{"corpus", "report", "checked", "--copies", "each", "--catalog", "imdb.duckdb"},
	},
}

// articles are texts that make claims of all kinds, and a page with its headline.
var articles = map[string]string{
	"one.txt":        "Showrunner Melissa Rosenberg said that all 13 episodes of season two of Jessica Jones were directed by women. “It was time for that to happen,” she told Variety.\n\nWatch Now\n",
	"no.xyz":         " ",
	"statements.csv": "person_id,gender,wording,page,publisher,by\nlisa-randolph,woman,she,https://example.org/y,Example,\nuta-briesewitz,nonbinary,they,,,declaration\n",
	"two.txt":        "A majority of the episodes of the third season of Jessica Jones were written by men. Its second season was released on March 8, 2018. Between 2010 and 2018, 17 percent of films were directed by women. All 13 episodes of season two of Jessica Jones were directed by women.",
	"page.html":      "<!doctype html><html><head><title>Who directed it</title></head><body><article><h1>Who directed it</h1><p>Some say that Kathryn Bigelow directed the film Lady Bird, which is a fine film about a young woman in Sacramento and her mother.</p></article></body></html>",
}

// TestEveryCommandWritesWhatTheDescriptionSays holds --format json of every command to
// the description that a server serves.
func TestEveryCommandWritesWhatTheDescriptionSays(t *testing.T) {
	extract, err := filepath.Abs(filepath.Join("..", "..", "source", "imdb", "testdata"))
	if err != nil {
		t.Fatal(err)
	}
	own, err := os.ReadFile(filepath.Join("..", "..", "docs", "examples", "half-behind.yaml"))
	if err != nil {
		t.Fatal(err)
	}
	articles["own.yaml"] = string(own)
	folder := t.TempDir()
	for _, name := range []string{"XDG_CACHE_HOME", "XDG_DATA_HOME", "XDG_CONFIG_HOME"} {
		t.Setenv(name, folder)
	}
	xdg.Reload()
	t.Cleanup(xdg.Reload)
	t.Chdir(folder)
	for name, text := range articles {
		if err := os.WriteFile(name, []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	written(t, "import", "imdb", extract, "--catalog", "imdb.duckdb")
	written(t, "import", "starter", "statements", "statements.csv", "--catalog", "mine.duckdb")
	written(t, "population", "save", "marvel", "--series", "Jessica Jones,The Defenders", "--kind", "season", "--catalog", starterWord)
	written(t, "corpus", "check", "one.txt", "two.txt", "page.html", "no.xyz", "--out", "checked", "--catalog", starterWord)
	description := describedBy(t)
	for name, lines := range asked {
		for _, line := range lines {
			if name != "Difference" && !strings.Contains(strings.Join(line, " "), "--catalog") {
				line = append(line, "--catalog", starterWord)
			}
			description.Document(t, strings.Join(line, " "), name, written(t, append(line, "--format", "json")...))
		}
	}
	everyCommandIsKnown(t, new(app).command())
}

// everyCommandIsKnown fails for a command of which it is not said what it writes.
func everyCommandIsKnown(t *testing.T, c *cobra.Command) {
	for _, command := range c.Commands() {
		types := jsonOf[command.Name()]
		if len(types) == 0 && !silent[command.Name()] && !silent[c.Name()] {
			t.Errorf("it is not said what %q writes as JSON", command.CommandPath())
		}
		for _, name := range types {
			if len(asked[name]) == 0 {
				t.Errorf("%q is never asked for %s", command.CommandPath(), name)
			}
		}
		everyCommandIsKnown(t, command)
	}
}

// written is what a command line writes.
func written(t *testing.T, line ...string) []byte {
	t.Helper()
	var out, faults bytes.Buffer
	if code := run(t.Context(), line, &out, &faults); code != 0 {
		t.Fatalf("%q: exit code %d: %s", line, code, &faults)
	}
	return out.Bytes()
}

// describedBy is the description that a server serves.
func describedBy(t *testing.T) *contracttest.Description {
	t.Helper()
	if err := catalog.Build(t.Context(), "served.duckdb", catalog.Recipe{Name: starter.Name, Fill: starter.Fill}); err != nil {
		t.Fatal(err)
	}
	site, err := web.New(t.Context(), web.Options{
		Open:    func(ctx context.Context) (*catalog.Catalog, error) { return catalog.Open(ctx, "served.duckdb") },
		Version: "test", Log: slog.New(slog.DiscardHandler),
	})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { site.Close() })
	w := httptest.NewRecorder()
	site.Handler().ServeHTTP(w, httptest.NewRequest(http.MethodGet, api.Prefix+"/openapi.json", nil))
	return contracttest.Read(t, w.Body.Bytes())
}
