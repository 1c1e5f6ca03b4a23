package fetch_test

import (
	"bytes"
	"cmp"
	"context"
	"fmt"
	"math/rand/v2"
	"net/http"
	"net/http/httptest"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/klauspost/compress/gzip"

	"rolecall/fetch"
)

// packed is a gzip file of about so many bytes, the same for the same seed.
func packed(seed uint64, size int) []byte {
	var file bytes.Buffer
	writer := gzip.NewWriter(&file)
	random := rand.New(rand.NewPCG(seed, 0))
	for range size / 2 {
		fmt.Fprintf(writer, "%x", random.Uint32N(1<<16))
	}
	writer.Close()
	return file.Bytes()
}

var launch = time.Date(2026, 11, 21, 12, 0, 0, 0, time.UTC)

// server serves one file as a mirror does, with faults: each request takes one
// from the list, and when that is empty the server behaves.
type server struct {
	*httptest.Server
	mutex    sync.Mutex
	content  []byte
	edition  int
	faults   []fault
	requests []*http.Request
	waits    []time.Duration
	clock    time.Time
	// patience is how long the client waits for more; without it, so long that a busy
	// machine is not taken for a stall.
	patience time.Duration
}

type fault func(*server, http.ResponseWriter, *http.Request)

func newServer(content []byte, faults ...fault) *server {
	s := &server{content: content, faults: faults, clock: launch}
	s.Server = httptest.NewServer(s)
	return s
}

func (s *server) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	s.mutex.Lock()
	defer s.mutex.Unlock()
	s.requests = append(s.requests, r)
	if len(s.faults) == 0 {
		s.behave(w, r)
		return
	}
	next := s.faults[0]
	s.faults = s.faults[1:]
	next(s, w, r)
}

func (s *server) behave(w http.ResponseWriter, r *http.Request) {
	w.Header().Set("ETag", fmt.Sprintf(`"edition-%d"`, s.edition))
	w.Header().Set("Content-Type", "binary/octet-stream")
	http.ServeContent(w, r, "", launch.Add(time.Duration(s.edition)*time.Hour-24*time.Hour), bytes.NewReader(s.content))
}

func (s *server) client() *fetch.Client {
	return &fetch.Client{
		UserAgent: "rolecall/0.0-test",
		Stall:     cmp.Or(s.patience, 2*time.Second),
		Now:       func() time.Time { return s.clock },
		Sleep: func(ctx context.Context, pause time.Duration) error {
			s.clock = s.clock.Add(pause)
			s.waits = append(s.waits, pause)
			return ctx.Err()
		},
	}
}

// fetch fetches the server's file and waits until the server has done with it too.
func (s *server) fetch(ctx context.Context, dir string, progress func(done, total int64)) (fetch.Result, error) {
	result, err := s.client().File(ctx, s.address(), dir, progress)
	s.mutex.Lock()
	defer s.mutex.Unlock()
	return result, err
}

// address is that of the file, under a name that promises gzip.
func (s *server) address() string { return s.URL + "/data/title.basics.tsv.gz" }

// limited passes so many bytes on and then does something else.
type limited struct {
	http.ResponseWriter
	left int
	then func()
}

func (l *limited) Write(p []byte) (int, error) {
	n, err := l.ResponseWriter.Write(p[:min(len(p), l.left)])
	if l.left -= n; l.left == 0 {
		l.ResponseWriter.(http.Flusher).Flush()
		l.then()
	}
	return n, err
}

func abort() { panic(http.ErrAbortHandler) }

func cutAfter(bytes int) fault {
	return func(s *server, w http.ResponseWriter, r *http.Request) {
		s.behave(&limited{w, bytes, abort}, r)
	}
}

func stallAfter(bytes int) fault {
	return func(s *server, w http.ResponseWriter, r *http.Request) {
		s.behave(&limited{w, bytes, func() { <-r.Context().Done(); abort() }}, r)
	}
}

func status(code int, retryAfter string) fault {
	return func(s *server, w http.ResponseWriter, r *http.Request) {
		if retryAfter != "" {
			w.Header().Set("Retry-After", retryAfter)
		}
		http.Error(w, "<h1>Not now</h1>", code)
	}
}

// change is a file published anew just before it is asked for, and then cut.
func change(s *server, w http.ResponseWriter, r *http.Request) {
	s.edition++
	s.content = packed(uint64(100+s.edition), 3000+200*s.edition)
	cutAfter(1000)(s, w, r)
}

func wrongRange(s *server, w http.ResponseWriter, r *http.Request) {
	w.Header().Set("Content-Range", fmt.Sprintf("bytes 7-%d/%d", len(s.content)-1, len(s.content)))
	w.WriteHeader(http.StatusPartialContent)
	w.Write(s.content[7:])
}

// wrongBytes says that it sends the range asked for and sends another.
func wrongBytes(s *server, w http.ResponseWriter, r *http.Request) {
	var first int
	fmt.Sscanf(r.Header.Get("Range"), "bytes=%d-", &first)
	if first == 0 {
		s.behave(w, r)
		return
	}
	w.Header().Set("Content-Range", fmt.Sprintf("bytes %d-%d/%d", first, len(s.content)-1, len(s.content)))
	w.WriteHeader(http.StatusPartialContent)
	w.Write(s.content[:len(s.content)-first])
}

func noRanges(s *server, w http.ResponseWriter, r *http.Request) {
	r = r.Clone(r.Context())
	r.Header.Del("Range")
	cutAfter(2000)(s, w, r)
}

func promising(more int) fault {
	return func(s *server, w http.ResponseWriter, r *http.Request) {
		w.Header().Set("ETag", fmt.Sprintf(`"edition-%d"`, s.edition))
		w.Header().Set("Content-Length", fmt.Sprint(len(s.content)+more))
		w.Write(s.content[:min(len(s.content), len(s.content)+more)])
		w.(http.Flusher).Flush()
		abort()
	}
}

func page(s *server, w http.ResponseWriter, r *http.Request) {
	w.Header().Set("Content-Type", "text/html; charset=utf-8")
	fmt.Fprint(w, "<!DOCTYPE html><html><head><style>p{}</style></head><body><h1>Hotel Wi-Fi</h1><p>Please log in &amp; pay.</p></body></html>")
}

func refuse(*server, http.ResponseWriter, *http.Request) { abort() }

// ranges are the Range headers of the requests, "" for none.
func (s *server) ranges() string {
	var all []string
	for _, request := range s.requests {
		all = append(all, "["+strings.TrimPrefix(request.Header.Get("Range"), "bytes=")+"]")
	}
	return strings.Join(all, "")
}

func mustFetch(t *testing.T, s *server, dir string) fetch.Result {
	t.Helper()
	result, err := s.fetch(t.Context(), dir, nil)
	if err != nil {
		t.Fatal(err)
	}
	return result
}
