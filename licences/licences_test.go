package licences_test

import (
	"cmp"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"rolecall/licences"
)

// TestNoticesAreComplete holds the notices to what the program is linked of on this
// machine: every module, in the version that is used, with a licence text.
func TestNoticesAreComplete(t *testing.T) {
	command := exec.Command("go", "list", "-deps", "-f", "{{with .Module}}{{if not .Main}}{{.Path}} {{.Version}}{{end}}{{end}}", "./cmd/rolecall")
	command.Dir = ".."
	out, err := command.Output()
	if err != nil {
		t.Fatal(err)
	}
	modules := slices.Compact(slices.Sorted(strings.Lines(string(out))))
	if len(modules) < 30 {
		t.Fatalf("only %d modules are linked in", len(modules))
	}
	for _, module := range modules {
		if module = strings.TrimSpace(module); module != "" && !strings.Contains(licences.Notices, "\n## "+module+"\n") {
			t.Errorf("%s is linked in and not in the notices; run make notices", module)
		}
	}
	for _, other := range []string{"Go and its standard library", "source-serif-4", "source-sans-3", "bitmapfont", "faker", "wordnet"} {
		if !strings.Contains(licences.Notices, "\n## "+other+"\n") {
			t.Errorf("%s is not in the notices", other)
		}
	}
	for _, text := range []string{"SIL OPEN FONT LICENSE", "Apache License", "DuckDB", "Baekmuk", "Princeton University and LICENSEE agrees to preserve same", "Marak Squires"} {
		if !strings.Contains(licences.Notices, text) {
			t.Errorf("the notices do not have %q", text)
		}
	}
	requireDuckDB(t)
	if empty := regexp.MustCompile("## [^\n]*\n\n````text\n\n````").FindString(licences.Notices); empty != "" {
		t.Errorf("a licence is empty: %s", empty)
	}
}

// requireDuckDB holds the notices to the libraries that DuckDB's module brings: a
// library of others is named as theirs.
func requireDuckDB(t *testing.T) {
	t.Helper()
	for _, inside := range []string{"brotli", "concurrentqueue", "fast_float", "fastpforlib", "fmt", "fsst", "httplib", "hyperloglog", "icu", "jaro_winkler", "jemalloc", "libpg_query",
		"lz4", "mbedtls", "miniz", "parquet", "pcg", "pdqsort", "re2", "ska_sort", "skiplist", "snappy", "tdigest", "thrift", "utf8proc", "vergesort", "yyjson", "zstd"} {
		if !strings.Contains(licences.Notices, "\n## "+inside+", in DuckDB\n") {
			t.Errorf("%s, which is in DuckDB, is not in the notices", inside)
		}
	}
	folder, err := exec.Command("go", "list", "-m", "-f", "{{.Dir}}", "github.com/duckdb/duckdb-go-bindings/lib/linux-amd64").Output()
	if err != nil {
		t.Skipf("the libraries of DuckDB are not there to be looked at: %v", err)
	}
	libraries, _ := filepath.Glob(filepath.Join(strings.TrimSpace(string(folder)), "libduckdb_*.a"))
	own := []string{"static", "generated_extension_loader"}
	called := map[string]string{"pg_query": "libpg_query", "skiplistlib": "skiplist"}
	for _, library := range libraries {
		name := strings.TrimSuffix(strings.TrimPrefix(filepath.Base(library), "libduckdb_"), ".a")
		if !slices.Contains(own, name) && !strings.Contains(licences.Notices, "\n## "+cmp.Or(called[name], name)+", in DuckDB\n") {
			t.Errorf("DuckDB brings the library %s, which is not in the notices", name)
		}
	}
}
