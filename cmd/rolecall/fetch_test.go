package main

import (
	"bytes"
	"compress/gzip"
	"fmt"
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"strings"
	"sync/atomic"
	"testing"

	"github.com/adrg/xdg"

	"rolecall/fault"
)

// ran runs the command with a data folder of its own.
func ran(t *testing.T, args ...string) (code int, out, faults string) {
	t.Helper()
	var stdout, stderr bytes.Buffer
	code = run(t.Context(), args, &stdout, &stderr)
	return code, stdout.String(), stderr.String()
}

func ownFolders(t *testing.T) {
	t.Helper()
	t.Setenv("XDG_DATA_HOME", t.TempDir())
	t.Setenv("XDG_CACHE_HOME", t.TempDir())
	xdg.Reload()
	t.Cleanup(xdg.Reload)
}

// datasetServer serves the extract of the IMDb datasets, as IMDb does.
func datasetServer(t *testing.T, sent *atomic.Int64) *httptest.Server {
	t.Helper()
	server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		name := strings.TrimSuffix(filepath.Base(r.URL.Path), ".gz")
		file := filepath.Join("..", "..", "source", "imdb", "testdata", name)
		text, err := os.ReadFile(file)
		if err != nil {
			http.NotFound(w, r)
			return
		}
		var packed bytes.Buffer
		z := gzip.NewWriter(&packed)
		z.Write(text)
		z.Close()
		stat, _ := os.Stat(file)
		w.Header().Set("Content-Type", "binary/octet-stream")
		w.Header().Set("ETag", `"`+name+`"`)
		counted := &countingWriter{w, sent}
		http.ServeContent(counted, r, name, stat.ModTime(), bytes.NewReader(packed.Bytes()))
	}))
	t.Cleanup(server.Close)
	return server
}

type countingWriter struct {
	http.ResponseWriter
	sent *atomic.Int64
}

func (c *countingWriter) Write(p []byte) (int, error) {
	c.sent.Add(int64(len(p)))
	return c.ResponseWriter.Write(p)
}

func TestFetchThenImport(t *testing.T) {
	ownFolders(t)
	var sent atomic.Int64
	server := datasetServer(t, &sent)
	dir := t.TempDir()
	code, _, faults := ran(t, "fetch", "imdb", "--dir", dir, "--base", server.URL)
	if code != fault.ExitRefused || !strings.Contains(faults, "Information courtesy of IMDb") || !strings.Contains(faults, "--accept-terms") || sent.Load() > 0 {
		t.Fatalf("before the terms were accepted: code %d, %d bytes sent, %s", code, sent.Load(), faults)
	}
	code, out, faults := ran(t, "fetch", "imdb", "--dir", dir, "--base", server.URL, "--accept-terms")
	if code != 0 || out != "rolecall import imdb "+dir+"\n" {
		t.Fatalf("code %d, %s%s", code, out, faults)
	}
	fetched := sent.Load()
	code, _, faults = ran(t, "fetch", "imdb", "--dir", dir, "--base", server.URL)
	if code != 0 || sent.Load() != fetched || strings.Count(faults, "unchanged") != 7 {
		t.Errorf("the second run: code %d, %d bytes more, %s", code, sent.Load()-fetched, faults)
	}
	if code, _, faults := ran(t, "import", "imdb", dir); code != 0 {
		t.Fatalf("import: code %d, %s", code, faults)
	}
	if _, out, _ := ran(t, "show", "The Harbour"); !strings.HasPrefix(out, "The Harbour · Le Port") {
		t.Errorf("show after import: %s", out)
	}
}

func TestFetchWikidataInParts(t *testing.T) {
	ownFolders(t)
	asked := make(map[string]int)
	server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		for _, part := range []string{"nm00", "nm01"} {
			if strings.Contains(r.FormValue("query"), `"`+part+`"`) {
				asked[part]++
				w.Header().Set("Content-Type", "text/tab-separated-values")
				fmt.Fprintf(w, "?item\t?imdb\t?property\t?value\t?rank\n<http://www.wikidata.org/entity/Q%s>\t\"%s00001\"\t\"P345\"\t\t\n", part[2:], part+"0"[:0])
			}
		}
	}))
	t.Cleanup(server.Close)
	dir := t.TempDir()
	for range 2 {
		code, out, faults := ran(t, "fetch", "wikidata", "--dir", dir, "--endpoint", server.URL, "--part", "nm00", "--part", "nm01")
		if code != 0 || !strings.Contains(faults, "2 parts") || !strings.Contains(out, "rolecall import wikidata "+dir) {
			t.Fatalf("code %d, %s%s", code, out, faults)
		}
	}
	if asked["nm00"] != 1 || asked["nm01"] != 1 {
		t.Errorf("parts were asked %v times, want once each", asked)
	}
}

func TestFetchSaysWhatItTakes(t *testing.T) {
	if code, _, faults := ran(t, "fetch"); code != fault.ExitUsage || !strings.Contains(faults, "imdb or wikidata") {
		t.Errorf("code %d, %s", code, faults)
	}
	if code, _, faults := ran(t, "fetch", "tmdb"); code != fault.ExitUsage || !strings.Contains(faults, "imdb or wikidata") {
		t.Errorf("code %d, %s", code, faults)
	}
}
