package input_test

import (
	"bytes"
	"compress/gzip"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"strings"
	"testing"

	"github.com/klauspost/compress/zstd"
	"github.com/nlnwa/gowarc/v3"

	"rolecall/corpus/document"
	"rolecall/corpus/input"
	"rolecall/press/article"
)

// write writes a file into a folder and is its path.
func write(t *testing.T, dir, name string, content []byte) string {
	t.Helper()
	path := filepath.Join(dir, filepath.FromSlash(name))
	if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(path, content, 0o644); err != nil {
		t.Fatal(err)
	}
	return path
}

// all are the documents of inputs, each as a line: place, outlet, date, text or fault.
func all(t *testing.T, o input.Options, inputs ...string) (lines []string) {
	t.Helper()
	files, err := input.Find(inputs, o)
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range files {
		f.Read(o, func(d document.Document) bool {
			what := string(d.Content)
			if d.Fault != nil {
				what = "! " + d.Fault.Error()
			}
			lines = append(lines, strings.Join([]string{filepath.Base(d.Source), d.Place, d.Outlet, d.Date, what}, "|"))
			return true
		})
	}
	return lines
}

func expect(t *testing.T, got []string, want ...string) {
	t.Helper()
	for i := range max(len(got), len(want)) {
		switch {
		case i >= len(got):
			t.Errorf("missing: %s", want[i])
		case i >= len(want):
			t.Errorf("too many: %s", got[i])
		case got[i] != want[i] && (!strings.HasSuffix(want[i], "…") || !strings.HasPrefix(got[i], strings.TrimSuffix(want[i], "…"))):
			t.Errorf("got  %s\nwant %s", got[i], want[i])
		}
	}
}

func zipped(t *testing.T, content string) []byte {
	t.Helper()
	var out bytes.Buffer
	w := gzip.NewWriter(&out)
	w.Write([]byte(content))
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}

func zstandard(t *testing.T, content string) []byte {
	t.Helper()
	var out bytes.Buffer
	w, err := zstd.NewWriter(&out)
	if err != nil {
		t.Fatal(err)
	}
	w.Write([]byte(content))
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}

func TestFoldersAndPatternsAreReadInOrder(t *testing.T) {
	dir := t.TempDir()
	write(t, dir, "herald/2018/b.txt", []byte("B"))
	write(t, dir, "herald/a.html", []byte("<p>A"))
	write(t, dir, "c.md.gz", zipped(t, "# C"))
	write(t, dir, "d.jsonl.zst", zstandard(t, `{"text":"D1","date":"2018-03-08T10:00:00Z","source":{"name":"The Post"}}`+"\n\n"+`{"body":"D2","url":"https://www.example.org/x"}`))
	write(t, dir, "photo.jpg", []byte{0xff, 0xd8})
	write(t, dir, ".git/config", []byte("no"))
	write(t, dir, "out/claims/00001.jsonl", []byte("{}"))
	expect(t, all(t, input.Options{Without: filepath.Join(dir, "out")}, dir),
		"c.md.gz||||# C", "d.jsonl.zst|line 1|The Post|2018-03-08|D1", "d.jsonl.zst|line 3|example.org||D2", "b.txt||herald||B", "a.html||herald||<p>A",
		"photo.jpg||||! a file of a form that is not read: its name ends in .jpg; name it by itself, or give --form")
	expect(t, all(t, input.Options{}, filepath.Join(dir, "**", "*.txt"), filepath.Join(dir, "c.md.gz"), filepath.Join(dir, "herald", "2018", "b.txt")), "b.txt||||B", "c.md.gz||||# C")
	var missing *input.MissingError
	if _, err := input.Find([]string{filepath.Join(dir, "*.warc")}, input.Options{}); !errors.As(err, &missing) {
		t.Errorf("a pattern that nothing fits: %v", err)
	}
}

func TestStandardInputIsWhatItsFirstBytesSay(t *testing.T) {
	for content, want := range map[string]string{
		`{"text":"A"}`:                       "-|line 1|||A",
		"Just words.":                        "-||||Just words.",
		string(zipped(t, `{"text":"B"}`)):    "-|line 1|||B",
		string(zstandard(t, `{"text":"C"}`)): "-|line 1|||C",
	} {
		expect(t, all(t, input.Options{Stdin: strings.NewReader(content)}, "-"), want)
	}
	expect(t, all(t, input.Options{Stdin: strings.NewReader("text,outlet\nA,B\n"), Form: input.Table}, "-"), "-|line 2|B||A")
}

// TestABadRecordIsTheOnlyOneLost: what comes behind is read.
func TestABadRecordIsTheOnlyOneLost(t *testing.T) {
	dir := t.TempDir()
	long := `{"text":"` + strings.Repeat("a", 50<<20) + `"}`
	lines := strings.Join([]string{`{"text":"one"}`, `{"text":`, `["no object"]`, `null`, `{"words":"none"}`, `{"text":"  "}`, "{\"text\":\"caf\xe9\"}", long, `{"text":"last"}`}, "\n")
	path := write(t, dir, "a.jsonl", []byte(lines))
	long, lines = "", ""
	expect(t, all(t, input.Options{}, path),
		"a.jsonl|line 1|||one", "a.jsonl|line 2|||! no JSON object: at byte 9…", "a.jsonl|line 3|||! no JSON object: it is a array", "a.jsonl|line 4|||! no JSON object: it is null",
		"a.jsonl|line 5|||! it has no text: name its column with --column text=NAME", "a.jsonl|line 6|||! its text is empty", "a.jsonl|line 7|||! not UTF-8, which JSON is written in",
		"a.jsonl|line 8|||! longer than 8 MB…", "a.jsonl|line 9|||last")
	table := "headline,story,paper\nH,\"one, two\",Herald\nonly one\nK,\"three\nlines\",Post\n"
	expect(t, all(t, input.Options{Columns: document.Columns{"text": "story", "outlet": "paper"}}, write(t, dir, "b.csv", []byte(table))),
		"b.csv|line 2|Herald||one, two", "b.csv|line 3|||! the row has 1 columns…", "b.csv|line 4|Post||three\nlines")
}

func TestALineOf50MBTakesNoMemory(t *testing.T) {
	path := filepath.Join(t.TempDir(), "a.jsonl")
	file, err := os.Create(path)
	if err != nil {
		t.Fatal(err)
	}
	part := []byte(strings.Repeat("a", 1<<20))
	file.WriteString(`{"text":"`)
	for range 200 {
		file.Write(part)
	}
	file.WriteString("\"}\n{\"text\":\"last\"}\n")
	if err := file.Close(); err != nil {
		t.Fatal(err)
	}
	var before, after runtime.MemStats
	runtime.ReadMemStats(&before)
	expect(t, all(t, input.Options{}, path), "a.jsonl|line 1|||! longer than 8 MB…", "a.jsonl|line 2|||last")
	runtime.ReadMemStats(&after)
	if took := (after.TotalAlloc - before.TotalAlloc) >> 20; took > 150 {
		t.Errorf("%d MB were taken for a line of 200 MB", took)
	}
}

func TestAFileThatEndsInTheMiddleIsReadSoFar(t *testing.T) {
	dir := t.TempDir()
	var lines strings.Builder
	for n := range 20_000 {
		fmt.Fprintf(&lines, "{\"text\":\"%d %x\"}\n", n, n*7919)
	}
	packed := zipped(t, lines.String())
	got := all(t, input.Options{}, write(t, dir, "a.jsonl.gz", packed[:len(packed)/2]))
	if len(got) < 1000 || !strings.Contains(got[len(got)-1], "damaged or not wholly copied") {
		t.Errorf("%d documents, the last: %s", len(got), got[len(got)-1])
	}
	expect(t, all(t, input.Options{}, write(t, dir, "b.jsonl.gz", []byte{0x1f, 0x8b, 0, 0})), "b.jsonl.gz||||! damaged or not wholly copied…")
}

// archive is a WARC file as archives of the web have them.
func archive(t *testing.T, compress bool) []byte {
	t.Helper()
	var out bytes.Buffer
	marshal := gowarc.NewMarshaler()
	add := func(kind gowarc.RecordType, block string, fields map[string]string) {
		b := gowarc.NewRecordBuilder(kind, gowarc.WithNoValidation(), gowarc.WithAddMissingRecordId(true), gowarc.WithAddMissingContentLength(true))
		b.AddWarcHeader(gowarc.WarcDate, "2018-03-08T12:00:00Z")
		for name, value := range fields {
			b.AddWarcHeader(name, value)
		}
		if _, err := b.WriteString(block); err != nil {
			t.Fatal(err)
		}
		record, _, err := b.Build()
		if err != nil {
			t.Fatal(err)
		}
		var one bytes.Buffer
		if _, _, err := marshal.Marshal(&one, record, 0); err != nil {
			t.Fatal(err)
		}
		if compress {
			out.Write(zipped(t, one.String()))
		} else {
			out.Write(one.Bytes())
		}
	}
	page := func(status, kind, more, body string) string {
		return fmt.Sprintf("HTTP/1.1 %s\r\nContent-Type: %s\r\nContent-Length: %d\r\n%s\r\n%s", status, kind, len(body), more, body)
	}
	at := func(address string) map[string]string {
		return map[string]string{gowarc.WarcTargetURI: address, gowarc.ContentType: "application/http;msgtype=response"}
	}
	add(gowarc.Warcinfo, "software: test\r\n", map[string]string{gowarc.ContentType: "application/warc-fields"})
	add(gowarc.Request, "GET / HTTP/1.1\r\n\r\n", map[string]string{gowarc.WarcTargetURI: "https://a.example/", gowarc.ContentType: "application/http;msgtype=request"})
	add(gowarc.Response, page("200 OK", "text/html; charset=windows-1252", "", "<p>Caf\xe9"), at("https://www.a.example/1"))
	add(gowarc.Response, page("404 Not Found", "text/html", "", "<p>Nothing"), at("https://a.example/2"))
	add(gowarc.Response, page("200 OK", "image/png", "", "PNG"), at("https://a.example/3"))
	add(gowarc.Response, page("200 OK", "text/html", "Content-Encoding: gzip\r\n", string(zipped(t, "<p>Packed"))), at("https://b.example/4"))
	add(gowarc.Response, page("200 OK", "text/plain", "Transfer-Encoding: chunked\r\n", "5\r\nIn tw\r\n2\r\no.\r\n0\r\n\r\n"), at("https://b.example/5"))
	add(gowarc.Conversion, "Plain words of a page.", map[string]string{gowarc.WarcTargetURI: "https://c.example/6", gowarc.ContentType: "text/plain"})
	return out.Bytes()
}

func TestArchivesOfTheWebAreRead(t *testing.T) {
	dir := t.TempDir()
	want := func(name string) []string {
		return []string{
			name + "|record 3|a.example|2018-03-08|<p>Caf\xe9", name + "|record 6|b.example|2018-03-08|<p>Packed", name + "|record 7|b.example|2018-03-08|In two.",
			name + "|record 8|c.example|2018-03-08|Plain words of a page.",
		}
	}
	expect(t, all(t, input.Options{}, write(t, dir, "a.warc", archive(t, false))), want("a.warc")...)
	whole := archive(t, true)
	expect(t, all(t, input.Options{}, write(t, dir, "b.warc.gz", whole)), want("b.warc.gz")...)
	got := all(t, input.Options{}, write(t, dir, "c.warc.gz", whole[:len(whole)-40]))
	if len(got) < 3 || !strings.Contains(got[len(got)-1], "damaged") {
		t.Errorf("half an archive: %q", got)
	}
}

func FuzzNothingOfAFilePanics(f *testing.F) {
	f.Add([]byte(`{"text":"one"}`+"\n"), "jsonl")
	f.Add([]byte("text,outlet\n\"a\",b\n"), "csv")
	f.Add([]byte("WARC/1.0\r\nWARC-Type: conversion\r\nContent-Type: text/plain\r\nContent-Length: 3\r\n\r\nabc\r\n\r\n"), "warc")
	f.Add([]byte{0x28, 0xb5, 0x2f, 0xfd, 0}, "text")
	f.Fuzz(func(t *testing.T, content []byte, form string) {
		if !slices.Contains(input.Forms(), input.Form(form)) {
			return
		}
		o := input.Options{Form: input.Form(form), Stdin: bytes.NewReader(content)}
		input.File{Path: input.Stdin}.Read(o, func(d document.Document) bool {
			if (d.Fault == nil) == (d.Content == nil) || len(d.Content) > article.MaxBytes {
				t.Errorf("%+v", d)
			}
			return true
		})
	})
}
