package fetch_test

import (
	"bytes"
	"context"
	"encoding/base64"
	"errors"
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"sync"
	"sync/atomic"
	"testing"
	"time"

	"github.com/gofrs/flock"
	"pgregory.net/rapid"

	"rolecall/fetch"
)

const name = "title.basics.tsv.gz"

func holds(t *testing.T, dir string, content []byte) {
	t.Helper()
	if got, err := os.ReadFile(filepath.Join(dir, name)); err != nil || !bytes.Equal(got, content) {
		t.Errorf("the file is not what the server has: %d bytes, %v", len(got), err)
	}
}

func absent(t *testing.T, paths ...string) {
	t.Helper()
	for _, path := range paths {
		if _, err := os.Stat(path); !errors.Is(err, os.ErrNotExist) {
			t.Errorf("%s is there (%v)", filepath.Base(path), err)
		}
	}
}

func TestAFileIsFetchedOnceAndAgainOnlyWhenChanged(t *testing.T) {
	s, dir := newServer(packed(1, 4000)), filepath.Join(t.TempDir(), "imdb")
	defer s.Close()
	var done, total int64
	result, err := s.fetch(t.Context(), dir, func(d, all int64) { done, total = d, all })
	length := int64(len(s.content))
	want := fetch.Result{Path: filepath.Join(dir, name), Address: s.address(), Bytes: length, Retrieved: launch}
	if err != nil || result != want {
		t.Fatalf("%+v, %v, want %+v", result, err, want)
	}
	if done != length || total != length {
		t.Errorf("progress ended at %d of %d, want %d", done, total, length)
	}
	holds(t, dir, s.content)
	absent(t, result.Path+".part", result.Path+".part.json")
	if agent := s.requests[0].UserAgent(); agent != "rolecall/0.0-test" {
		t.Errorf("User-Agent %q", agent)
	}
	if packing := s.requests[0].Header.Get("Accept-Encoding"); packing != "identity" {
		t.Errorf("Accept-Encoding %q: lengths would be those of what the server packs", packing)
	}

	s.clock = launch.Add(time.Hour)
	want.Unchanged = true
	if result := mustFetch(t, s, dir); result != want {
		t.Errorf("again: %+v, want %+v", result, want)
	}
	if tag := s.requests[1].Header.Get("If-None-Match"); tag != `"edition-0"` {
		t.Errorf("If-None-Match %q", tag)
	}

	s.edition, s.content = 1, packed(2, 5000)
	if result := mustFetch(t, s, dir); result.Unchanged || result.Bytes != int64(len(s.content)) {
		t.Errorf("after a change: %+v", result)
	}
	holds(t, dir, s.content)
}

func TestAHeldFileThatWasTamperedWithIsFetchedAnew(t *testing.T) {
	s, dir := newServer(packed(1, 4000)), t.TempDir()
	defer s.Close()
	result := mustFetch(t, s, dir)
	if err := os.Truncate(result.Path, 100); err != nil {
		t.Fatal(err)
	}
	mustFetch(t, s, dir)
	holds(t, dir, s.content)
}

func TestFaults(t *testing.T) {
	for _, test := range []struct {
		name   string
		faults []fault
		// ranges are those asked for, fails part of the error, empty if none.
		ranges, fails string
	}{
		{"cut twice", []fault{cutAfter(1000), cutAfter(500)}, "[][1000-][1500-]", ""},
		{"busy", []fault{status(503, ""), status(429, ""), status(500, ""), status(502, ""), status(504, "")}, "[][][][][][]", ""},
		{"no answer", []fault{refuse}, "[][]", ""},
		{"stalls", []fault{stallAfter(1200)}, "[][1200-]", ""},
		{"changes under way", []fault{cutAfter(1000), change}, "[][1000-][1000-]", ""},
		{"no ranges", []fault{cutAfter(1000), noRanges}, "[][1000-][2000-]", ""},
		{"wrong range once", []fault{cutAfter(1000), wrongRange}, "[][1000-][]", ""},
		{"wrong range twice", []fault{cutAfter(1000), wrongRange, cutAfter(900), wrongRange}, "[][1000-][][900-]", "another part of the file"},
		{"wrong range unasked", []fault{wrongRange, wrongRange}, "[][]", "another part of the file"},
		{"right range, wrong bytes", []fault{cutAfter(1000), wrongBytes}, "[][1000-][]", ""},
		{"promises more than it has once", []fault{promising(10)}, "", ""},
		{"promises more than it has", []fault{promising(10), (*server).behave, promising(10)}, "", "bytes and sent"},
		{"promises less than it has", []fault{promising(-10)}, "[]", "not a gzip file to its end"},
		{"a page", []fault{page}, "[]", `a page instead of a gzip file: "Hotel Wi-Fi Please log in & pay."`},
		{"a page in the middle", []fault{cutAfter(1000), page}, "[][1000-]", "Hotel Wi-Fi"},
		{"not found", []fault{status(404, "")}, "[]", `404 Not Found ("Not now"): check the address`},
		{"forbidden", []fault{status(403, "")}, "[]", "open the address in a browser"},
	} {
		t.Run(test.name, func(t *testing.T) {
			s, dir := newServer(packed(1, 4000), test.faults...), t.TempDir()
			defer s.Close()
			_, err := s.fetch(t.Context(), dir, nil)
			if got := s.ranges(); test.ranges != "" && got != test.ranges {
				t.Errorf("asked for %s, want %s", got, test.ranges)
			}
			if test.fails == "" && err == nil {
				holds(t, dir, s.content)
				return
			}
			if test.fails == "" || err == nil || !strings.Contains(err.Error(), test.fails) || !strings.Contains(err.Error(), s.URL) {
				t.Fatalf("error %v, want one with %q and the address", err, test.fails)
			}
			absent(t, filepath.Join(dir, name))
		})
	}
}

func TestAWrongLengthNamesBoth(t *testing.T) {
	s, dir := newServer(packed(1, 4000), promising(10), (*server).behave, promising(10)), t.TempDir()
	defer s.Close()
	_, err := s.fetch(t.Context(), dir, nil)
	length := new(fetch.LengthError)
	if has := int64(len(s.content)); !errors.As(err, &length) || length.Promised != has+10 || length.Came != has {
		t.Fatalf("%v, want %d promised and %d come", err, has+10, has)
	}
	absent(t, filepath.Join(dir, name), filepath.Join(dir, name+".part"))
}

func TestAnyFaultsEndInTheFileOrAnError(t *testing.T) {
	kinds := map[string]func(*rapid.T) fault{
		"cut":       func(t *rapid.T) fault { return cutAfter(rapid.IntRange(1, 3000).Draw(t, "after")) },
		"stall":     func(t *rapid.T) fault { return stallAfter(rapid.IntRange(1, 3000).Draw(t, "after")) },
		"busy":      func(t *rapid.T) fault { return status(rapid.SampledFrom([]int{429, 500, 503}).Draw(t, "status"), "3") },
		"change":    func(*rapid.T) fault { return change },
		"range":     func(*rapid.T) fault { return wrongRange },
		"bytes":     func(*rapid.T) fault { return wrongBytes },
		"no ranges": func(*rapid.T) fault { return noRanges },
		"length":    func(t *rapid.T) fault { return promising(rapid.IntRange(-20, 20).Draw(t, "more")) },
		"page":      func(*rapid.T) fault { return page },
		"not found": func(*rapid.T) fault { return status(404, "") },
		"refuse":    func(*rapid.T) fault { return refuse },
	}
	s := newServer(nil)
	defer s.Close()
	s.patience = 40 * time.Millisecond
	rapid.Check(t, func(t *rapid.T) {
		dir, err := os.MkdirTemp("", "rolecall-fetch")
		if err != nil {
			t.Fatal(err)
		}
		defer os.RemoveAll(dir)
		s.content, s.edition, s.faults = packed(1, 4000), 0, nil
		for range rapid.IntRange(0, 6).Draw(t, "faults") {
			kind := rapid.SampledFrom([]string{"cut", "cut", "stall", "busy", "change", "range", "bytes", "no ranges", "length", "page", "not found", "refuse"}).Draw(t, "fault")
			s.faults = append(s.faults, kinds[kind](t))
		}
		path := filepath.Join(dir, name)
		for {
			behaves := len(s.faults) == 0
			_, err := s.fetch(context.Background(), dir, nil)
			got, missing := os.ReadFile(path)
			switch {
			case err == nil && bytes.Equal(got, s.content):
				return
			case err == nil:
				t.Fatalf("no error, and %d bytes that are not the server's", len(got))
			case missing == nil:
				t.Fatalf("a file under the final name in spite of: %v", err)
			case behaves:
				t.Fatalf("the next run, with a server that behaves, fails: %v", err)
			}
		}
	})
}

func TestAnInterruptedFetchGoesOnInTheNextRun(t *testing.T) {
	s, dir := newServer(packed(1, 4000), stallAfter(1500)), t.TempDir()
	defer s.Close()
	ctx, cancel := context.WithCancel(t.Context())
	_, err := s.fetch(ctx, dir, func(done, _ int64) {
		if done == 1500 {
			cancel()
		}
	})
	if !errors.Is(err, context.Canceled) || !strings.Contains(err.Error(), "1500 bytes") {
		t.Fatalf("%v, want an interruption that says what is kept", err)
	}
	absent(t, filepath.Join(dir, name))
	mustFetch(t, s, dir)
	holds(t, dir, s.content)
	if got := s.ranges(); got != "[][1500-]" {
		t.Errorf("asked for %s", got)
	}
	if tag := s.requests[1].Header.Get("If-Range"); tag != `"edition-0"` {
		t.Errorf("If-Range %q", tag)
	}
}

func TestAPartThatIsWholeIsOnlyCheckedAndNamed(t *testing.T) {
	s, dir := newServer(packed(1, 4000)), t.TempDir()
	defer s.Close()
	ctx, cancel := context.WithCancel(t.Context())
	// Interrupted after the last byte, before the file is checked.
	_, err := s.fetch(ctx, dir, func(done, total int64) {
		if done == total {
			cancel()
		}
	})
	if err == nil {
		t.Fatal("no error")
	}
	absent(t, filepath.Join(dir, name))
	mustFetch(t, s, dir)
	holds(t, dir, s.content)
}

func TestRetryAfterIsHonoured(t *testing.T) {
	date := launch.Add(7 * time.Minute).Format(http.TimeFormat)
	s, dir := newServer(packed(1, 4000), status(429, "90"), status(503, date)), t.TempDir()
	defer s.Close()
	mustFetch(t, s, dir)
	if want := []time.Duration{90 * time.Second, 7*time.Minute - 90*time.Second}; len(s.waits) != 2 || s.waits[0] != want[0] || s.waits[1] != want[1] {
		t.Errorf("waited %v, want %v", s.waits, want)
	}

	s.faults = []fault{status(429, "86400")}
	_, err := s.client().File(t.Context(), s.address()+"?other", t.TempDir(), nil)
	if err == nil || !strings.Contains(err.Error(), "until 2026-11-22 12:07 UTC: try again then") {
		t.Errorf("a day's ban: %v", err)
	}
}

func TestPausesGrowAndEnd(t *testing.T) {
	faults := make([]fault, 20)
	for i := range faults {
		faults[i] = refuse
	}
	s := newServer(packed(1, 4000), faults...)
	defer s.Close()
	_, err := s.fetch(t.Context(), t.TempDir(), nil)
	if err == nil || !strings.Contains(err.Error(), "given up after 8 tries") || len(s.requests) > 16 {
		t.Fatalf("%v after %d requests", err, len(s.requests))
	}
	for i, pause := range s.waits {
		if full := time.Second << i; pause < full/2 && pause < 30*time.Second || pause > full {
			t.Errorf("pause %d is %v, want %v to %v", i, pause, full/2, full)
		}
	}
	impatient := s.client()
	impatient.Patience = 3 * time.Second
	s.waits = nil
	if _, err := impatient.File(t.Context(), s.address(), t.TempDir(), nil); err == nil || !strings.Contains(err.Error(), "given up after waiting") {
		t.Errorf("%v", err)
	}
}

func TestErrorsOfTheDiskNameTheFile(t *testing.T) {
	for _, test := range []struct {
		name, fails string
		prepare     func(dir string) error
	}{
		{"a folder has the part's name", name + ".part", func(dir string) error { return os.Mkdir(filepath.Join(dir, name+".part"), 0o755) }},
		{"disk full", "make room", func(dir string) error { return os.Symlink("/dev/full", filepath.Join(dir, name+".part")) }},
		{"read only", "make it writable", func(dir string) error { return os.Chmod(dir, 0o555) }},
	} {
		t.Run(test.name, func(t *testing.T) {
			if test.name == "disk full" && runtime.GOOS != "linux" {
				t.Skip("there is no /dev/full here")
			}
			if test.name == "read only" && os.Geteuid() == 0 {
				t.Skip("root may write everywhere")
			}
			s, dir := newServer(packed(1, 4000)), t.TempDir()
			defer s.Close()
			if err := test.prepare(dir); err != nil {
				t.Fatal(err)
			}
			_, err := s.fetch(t.Context(), dir, nil)
			if err == nil || !strings.Contains(err.Error(), test.fails) || !strings.Contains(err.Error(), dir) {
				t.Errorf("%v", err)
			}
			absent(t, filepath.Join(dir, name))
		})
	}
}

func TestTwoProcessesDoNotWriteOneFile(t *testing.T) {
	s, dir := newServer(packed(1, 4000)), t.TempDir()
	defer s.Close()
	other := flock.New(filepath.Join(dir, name+".lock"))
	if err := other.Lock(); err != nil {
		t.Fatal(err)
	}
	defer other.Unlock()
	_, err := s.fetch(t.Context(), dir, nil)
	if err == nil || !strings.Contains(err.Error(), "another process") || len(s.requests) > 0 {
		t.Errorf("%v, %d requests", err, len(s.requests))
	}
}

func TestOneRequestAtATimeForEachHost(t *testing.T) {
	var running, most atomic.Int32
	content := packed(1, 4000)
	s := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		most.Store(max(most.Load(), running.Add(1)))
		time.Sleep(5 * time.Millisecond)
		running.Add(-1)
		w.Write(content)
	}))
	defer s.Close()
	// A transport that would open more connections.
	client, dir := &fetch.Client{Transport: http.DefaultTransport}, t.TempDir()
	var all sync.WaitGroup
	for _, file := range fetch.IMDb {
		all.Go(func() {
			if _, err := client.File(t.Context(), s.URL+"/"+file, dir, nil); err != nil {
				t.Error(err)
			}
		})
	}
	all.Wait()
	if most.Load() != 1 {
		t.Errorf("%d requests at a time", most.Load())
	}
}

func TestTheFilesOfIMDb(t *testing.T) {
	s, dir := newServer(packed(1, 4000)), t.TempDir()
	defer s.Close()
	seen := make(map[string]bool)
	results, err := s.client().Files(t.Context(), s.URL, fetch.IMDb, dir, func(name string, _, _ int64) { seen[name] = true })
	if err != nil || len(results) != 7 || len(seen) != 7 {
		t.Fatalf("%d results, progress of %d, %v", len(results), len(seen), err)
	}
	for i, result := range results {
		if filepath.Base(result.Path) != fetch.IMDb[i] {
			t.Errorf("%s is called %s", fetch.IMDb[i], result.Path)
		}
	}
}

// whole are bzip2 files that end 0 to 7 bits before a byte does, so that the mark
// of the end lies at each of the eight places it can.
var whole = []string{
	"QlpoORdyRThQkAAAAAA=",
	"QlpoOTFBWSZTWcrZdG8AAACGACQDRAAgADDACGNBWFwu5IpwoSGVsuje",
	"QlpoOTFBWSZTWfszr38AAAAGAAQAwCAgACGaaDNNBzxdyRThQkPszr38",
	"QlpoOTFBWSZTWUBFeu0AAAaGADCFeAAgACIaNMQgyYjS6CpFllQR+LuSKcKEggIr12g=",
	"QlpoOTFBWSZTWYupTt8AAAACAAgQIAAhAIKxdyRThQkIupTt8A==",
	"QlpoOTFBWSZTWZK0W1cAAAAEAAIAIAAhGEaC7kinChISVotq4A==",
	"QlpoOTFBWSZTWdvsGQgAAAMGACAggOAgADDACGNFhAuF3JFOFCQ2+wZCAA==",
	"QlpoOTFBWSZTWWY0z9QAAAaGACHGOiAgACKHpqae1CAaaaFEfnGMcEYLuSKcKEgzGmfqAA==",
}

func TestBzip2(t *testing.T) {
	for _, sample := range whole {
		file, err := base64.StdEncoding.DecodeString(sample)
		if err != nil {
			t.Fatal(err)
		}
		for _, test := range []struct {
			content []byte
			fails   string
		}{
			{file, ""},
			{file[:len(file)-3], "does not end as one"},
			{append(bytes.Clone(file), "<html>"...), "does not end as one"},
			{append([]byte("x"), file...), "instead of a bzip2 file"},
		} {
			s := newServer(test.content)
			_, err := s.client().File(t.Context(), s.URL+"/latest-truthy.nt.bz2", t.TempDir(), nil)
			s.Close()
			if (err == nil) != (test.fails == "") || err != nil && !strings.Contains(err.Error(), test.fails) {
				t.Errorf("%x: %v, want %q", test.content, err, test.fails)
			}
		}
	}
}

func TestADamagedFileIsNotKept(t *testing.T) {
	s, dir := newServer(packed(1, 4000)), t.TempDir()
	defer s.Close()
	s.content[len(s.content)-6] ^= 1 // of the checksum
	_, err := s.fetch(t.Context(), dir, nil)
	if damaged := new(fetch.ContentError); !errors.As(err, &damaged) || !strings.Contains(err.Error(), "checksum") {
		t.Fatalf("%v", err)
	}
	absent(t, filepath.Join(dir, name), filepath.Join(dir, name+".part"))
}

func TestAddresses(t *testing.T) {
	for _, address := range []string{"", "file:///etc/passwd", "example.org/a.gz", "https://", "https://example.org", "https://example.org/folder/", "https://example.org/%2e%2e", "https://example.org/a%5cb", ":"} {
		if _, err := new(fetch.Client).File(t.Context(), address, t.TempDir(), nil); err == nil || !strings.Contains(err.Error(), "write") {
			t.Errorf("%q: %v", address, err)
		}
	}
}

func TestTermsAreAcceptedOnceAndInTheirWording(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "settings")
	if fetch.Accepted(dir, fetch.IMDbTerms) {
		t.Fatal("accepted by nobody")
	}
	if err := fetch.Accept(dir, fetch.IMDbTerms); err != nil {
		t.Fatal(err)
	}
	changed := fetch.IMDbTerms
	changed.Text += "One more thing."
	if !fetch.Accepted(dir, fetch.IMDbTerms) || fetch.Accepted(dir, changed) {
		t.Error("accepted are not the terms that were shown")
	}
	for _, said := range []string{fetch.IMDbTerms.Address, fetch.IMDbCourtesy, "non-commercial"} {
		if !strings.Contains(fetch.IMDbTerms.Text, said) {
			t.Errorf("the terms do not say %q", said)
		}
	}
}
