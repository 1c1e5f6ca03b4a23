package fetch_test

import (
	"bufio"
	"context"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"

	"rolecall/fetch"
)

// TestARealEngine holds the fake endpoint to a real one: Oxigraph, an engine that
// speaks SPARQL 1.1 whole, behind the few lines of testdata/oxigraph/server.mjs.
func TestARealEngine(t *testing.T) {
	if testing.Short() {
		t.Skip("-short: installs Oxigraph")
	}
	endpoint, dir := startOxigraph(t, 2), t.TempDir()
	const labels = `PREFIX wdt: <http://www.wikidata.org/prop/direct/> PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>
SELECT ?person ?imdb ?gender ?label WHERE {
  ?person wdt:P345 ?imdb ; rdfs:label ?label FILTER(STRSTARTS(?imdb, "{{prefix}}"))
  OPTIONAL { ?person wdt:P21 ?gender }
}`
	var parts []string
	client := new(fetch.Client)
	if err := client.SPARQL(t.Context(), endpoint, labels, []string{"nm"}, dir, func(p fetch.PartProgress) { parts = append(parts, p.Part) }); err != nil {
		t.Fatal(err)
	}
	if !slices.Contains(parts, "nm001") || slices.Contains(parts, "nm0") {
		t.Errorf("parts %v: a part of more than two people was not split", parts)
	}
	paths, err := fetch.PartFiles(dir, labels)
	if err != nil {
		t.Fatal(err)
	}
	var rows []string
	for _, path := range paths {
		text, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		header, body, _ := strings.Cut(string(text), "\n")
		if header != "?person\t?imdb\t?gender\t?label" {
			t.Errorf("%s: header %q", filepath.Base(path), header)
		}
		rows = append(rows, slices.Collect(strings.Lines(body))...)
	}
	const entity = "<http://www.wikidata.org/entity/"
	for _, want := range []string{
		entity + "Q900002>\t\"nm0000002\"\t" + entity + "Q6581097>\t\"Ben \\\"B.\\\" Example\"@en\n",
		entity + "Q900003>\t\"nm0000103\"\t" + entity + "Q48270>\t\"Cleo\\tTab and\\nline\"@en\n",
		entity + "Q900004>\t\"nm0100004\"\t\t\"Dana Stated-Nothing\"@en\n",
	} {
		if !slices.Contains(rows, want) {
			t.Errorf("no row %q in %q", want, rows)
		}
	}
	if len(rows) != 6 {
		t.Errorf("%d people, want 6", len(rows))
	}

	err = client.SPARQL(t.Context(), endpoint, "SELEKT {{prefix}}", []string{"nm"}, dir, nil)
	if err == nil || !strings.Contains(err.Error(), "400 Bad Request") {
		t.Errorf("a query that is none: %v", err)
	}
}

// startOxigraph installs the server into a temporary folder and starts it.
func startOxigraph(t *testing.T, mostRows int) (address string) {
	t.Helper()
	for _, program := range []string{"npm", "node"} {
		if _, err := exec.LookPath(program); err != nil {
			t.Skipf("%s is not installed; with it this test would ask a real SPARQL engine", program)
		}
	}
	dir := t.TempDir()
	if err := os.CopyFS(dir, os.DirFS(filepath.Join("testdata", "oxigraph"))); err != nil {
		t.Fatal(err)
	}
	ctx, cancel := context.WithTimeout(t.Context(), 15*time.Second)
	defer cancel()
	install := exec.CommandContext(ctx, "npm", "ci", "--no-audit", "--no-fund", "--ignore-scripts", "--fetch-retries=0")
	install.Dir, install.WaitDelay = dir, time.Second
	if said, err := install.CombinedOutput(); err != nil {
		t.Skipf("npm cannot install Oxigraph here (%v): is the package registry reachable?\n%s", err, said)
	}
	node := exec.CommandContext(t.Context(), "node", "server.mjs", "people.ttl", strconv.Itoa(mostRows))
	node.Dir, node.Stderr, node.WaitDelay = dir, os.Stderr, time.Second
	output, err := node.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := node.Start(); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = node.Process.Kill(); _ = node.Wait() })
	line, err := bufio.NewReader(output).ReadString('\n')
	if err != nil {
		t.Fatalf("the server did not start: %v", err)
	}
	return strings.TrimSpace(line)
}
