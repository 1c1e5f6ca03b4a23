package main

import (
	"bytes"
	"io"
	"mime/multipart"
	"net/http"
	"net/url"
	"os"
	"path/filepath"
	"regexp"
	"testing"
)

// The desk's reports are the command's, of a file and of what the desk's own page sends
// once more: text, a saved page and Markdown.
func TestTheDeskReportsAsTheCommand(t *testing.T) {
	address := served(t)
	for name, text := range map[string]string{
		"article.txt":  "All 13 episodes of the second season of Jessica Jones were directed by women.\r\nLady Bird was directed by Jennifer Lynch, who said: “It was a joy.”\n",
		"article.html": "<!doctype html><html><head><title>News</title><meta charset=\"windows-1252\"></head><body><article><h1>News of Jessica Jones</h1><p>Melissa Rosenberg created Jessica Jones, which came back on 8 March 2018 – to much applause, from critics and from those who had waited.</p></article></body></html>",
		"article.md":   "# A headline\n\nThe *second season* of [Jessica Jones](https://example.org) has 13 episodes. Half of its writers are men.\n",
	} {
		path := filepath.Join(t.TempDir(), name)
		if err := os.WriteFile(path, []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
		t.Chdir(filepath.Dir(path))
		for format, ending := range map[string]string{"md": ".md", "json": ".json", "csv": ".csv"} {
			code, want, faults := ran(t, "check", name, "--quotes", "--format", format)
			want = instant.ReplaceAllString(want, "")
			if code != 0 || want == "" {
				t.Fatalf("%s: %d %s", name, code, faults)
			}
			var body bytes.Buffer
			form := multipart.NewWriter(&body)
			part, _ := form.CreateFormFile("file", name)
			io.WriteString(part, text)
			form.Close()
			if got := posted(t, address+"/check"+ending, form.FormDataContentType(), body.Bytes()); got != want {
				t.Errorf("%s as %s, dropped: the desk writes\n%s\nthe command\n%s", name, format, got, want)
			}
			again := url.Values{"name": {name}, "text": {text}}.Encode()
			if got := posted(t, address+"/check"+ending, "application/x-www-form-urlencoded", []byte(again)); got != want {
				t.Errorf("%s as %s, sent once more: the desk writes\n%s\nthe command\n%s", name, format, got, want)
			}
		}
	}
}

func posted(t *testing.T, address, kind string, body []byte) string {
	t.Helper()
	response, err := http.Post(address, kind, bytes.NewReader(body))
	if err != nil {
		t.Fatal(err)
	}
	defer response.Body.Close()
	content, err := io.ReadAll(response.Body)
	if err != nil || response.StatusCode != http.StatusOK || response.Header.Get("Cache-Control") != "no-store" || response.Header.Get("Content-Disposition") == "" {
		t.Errorf("%s: %d, %v, %v", address, response.StatusCode, response.Header, err)
	}
	return instant.ReplaceAllString(string(content), "")
}

// instant is when a catalog was built, which is another of each.
var instant = regexp.MustCompile(`\d{4}-\d\d-\d\dT[0-9:.]+Z`)
