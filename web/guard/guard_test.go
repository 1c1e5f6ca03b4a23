package guard_test

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"log/slog"
	"net"
	"net/http"
	"net/http/httptest"
	"strings"
	"sync"
	"sync/atomic"
	"testing"
	"time"

	"rolecall/web/guard"
)

func tooMany(w http.ResponseWriter, _ *http.Request, status int) {
	http.Error(w, "too many", status)
}

// ask sends a request as if from an address, and gives back the status.
func ask(h http.Handler, from string, headers ...string) *httptest.ResponseRecorder {
	r := httptest.NewRequest(http.MethodGet, "/secret?q=secret", nil)
	r.RemoteAddr = from
	for i := 0; i < len(headers); i += 2 {
		r.Header.Add(headers[i], headers[i+1])
	}
	w := httptest.NewRecorder()
	h.ServeHTTP(w, r)
	return w
}

var fine = http.HandlerFunc(func(w http.ResponseWriter, _ *http.Request) { io.WriteString(w, "fine") })

func TestAClientThatAsksTooOftenWaits(t *testing.T) {
	for name, c := range map[string]struct {
		proxied bool
		// first and other are two clients; same is the first again.
		first, same, other []string
	}{
		"IPv4":                       {false, []string{"192.0.2.1:1"}, []string{"192.0.2.1:2"}, []string{"192.0.2.2:1"}},
		"IPv6, one household":        {false, []string{"[2001:db8:1:2::1]:1"}, []string{"[2001:db8:1:2:ffff::9]:1"}, []string{"[2001:db8:1:3::1]:1"}},
		"a header that anybody sets": {false, []string{"192.0.2.1:1", "X-Forwarded-For", "198.51.100.1"}, []string{"192.0.2.1:1", "X-Forwarded-For", "198.51.100.2"}, []string{"192.0.2.2:1"}},
		"behind a proxy":             {true, []string{"127.0.0.1:1", "X-Forwarded-For", "203.0.113.9, 198.51.100.1"}, []string{"127.0.0.1:1", "X-Forwarded-For", "198.51.100.1"}, []string{"127.0.0.1:1", "X-Forwarded-For", "198.51.100.1, 198.51.100.2"}},
	} {
		limit := guard.NewLimit(guard.Costs{PerSecond: 0.001, Burst: 2, AtOnce: 9, Proxied: c.proxied}, guard.NewMeasurements(), tooMany)
		h := limit.Wrap(fine)
		statuses := []int{
			ask(h, c.first[0], c.first[1:]...).Code, ask(h, c.same[0], c.same[1:]...).Code,
			ask(h, c.first[0], c.first[1:]...).Code, ask(h, c.other[0], c.other[1:]...).Code,
		}
		if want := [4]int{200, 200, 429, 200}; [4]int(statuses) != want {
			t.Errorf("%s: %v, want %v", name, statuses, want)
		}
		if w := ask(h, c.same[0], c.same[1:]...); w.Header().Get("Retry-After") == "" || w.Header().Get("Cache-Control") != "no-store" {
			t.Errorf("%s: refused with %v", name, w.Header())
		}
	}
}

func TestNoMoreRunAtOnceThanThereArePlaces(t *testing.T) {
	var mutex sync.Mutex
	running, most := 0, 0
	limit := guard.NewLimit(guard.Costs{PerSecond: 1000, Burst: 1000, AtOnce: 2}, guard.NewMeasurements(), tooMany)
	h := limit.Wrap(http.HandlerFunc(func(http.ResponseWriter, *http.Request) {
		mutex.Lock()
		running++
		most = max(most, running)
		mutex.Unlock()
		time.Sleep(5 * time.Millisecond)
		mutex.Lock()
		running--
		mutex.Unlock()
	}))
	var requests sync.WaitGroup
	for i := range 12 {
		requests.Go(func() { ask(h, fmt.Sprintf("192.0.2.%d:1", i)) })
	}
	requests.Wait()
	if most != 2 {
		t.Errorf("%d ran at once", most)
	}
}

func TestAPanicIsAnsweredAndLogged(t *testing.T) {
	var log bytes.Buffer
	h := guard.Observe(slog.New(slog.NewTextHandler(&log, nil)), guard.NewMeasurements(), http.HandlerFunc(func(http.ResponseWriter, *http.Request) {
		panic("a fault")
	}))
	if w := ask(h, "192.0.2.1:1"); w.Code != http.StatusInternalServerError {
		t.Errorf("status %d", w.Code)
	}
	if text := log.String(); !strings.Contains(text, "a fault") || strings.Contains(text, "secret") || strings.Contains(text, "192.0.2.1") {
		t.Errorf("logged:\n%s", text)
	}
}

func TestARequestHasBounds(t *testing.T) {
	h := guard.Bounds(10*time.Millisecond, 4, http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if _, err := io.ReadAll(r.Body); err == nil {
			t.Error("a body that is too long was read whole")
		}
		select {
		case <-r.Context().Done():
		case <-time.After(5 * time.Second):
			t.Error("the work was not ended")
		}
	}))
	h.ServeHTTP(httptest.NewRecorder(), httptest.NewRequest(http.MethodPost, "/", strings.NewReader("too long")))
}

func TestMeasurementsNameRoutesAndNotAddresses(t *testing.T) {
	m := guard.NewMeasurements()
	mux := http.NewServeMux()
	mux.Handle("GET /{word}", fine)
	ask(guard.Observe(slog.New(slog.DiscardHandler), m, mux), "192.0.2.1:1")
	m.Serving("0123", "starter")
	w := httptest.NewRecorder()
	m.ServeHTTP(w, httptest.NewRequest(http.MethodGet, "/metrics", nil))
	text := w.Body.String()
	for _, line := range []string{`rolecall_requests_total{method="GET",route="GET /{word}",status="200"} 1`, `rolecall_catalog{hash="0123",name="starter"} 1`} {
		if !strings.Contains(text, line) {
			t.Errorf("no line %s", line)
		}
	}
	if strings.Contains(text, "secret") {
		t.Error("a path is measured")
	}
}

// served is a server over real connections, with a limit of two places before what
// reads the request's body and answers at length. Clients name themselves.
func served(t *testing.T, lengthOfAnswer int) *httptest.Server {
	t.Helper()
	limit := guard.NewLimit(guard.Costs{PerSecond: 1000, Burst: 1000, AtOnce: 2, Proxied: true}, guard.NewMeasurements(), tooMany)
	server := httptest.NewUnstartedServer(guard.Bounds(20*time.Second, 1000, limit.Wrap(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if _, err := io.Copy(io.Discard, r.Body); err != nil {
			http.Error(w, "too long", http.StatusRequestEntityTooLarge)
			return
		}
		w.Write(make([]byte, lengthOfAnswer))
	}))))
	server.Start()
	t.Cleanup(server.Close)
	return server
}

// begin opens a connection and sends the beginning of a request.
func begin(t *testing.T, server *httptest.Server, client int, text string) net.Conn {
	t.Helper()
	conn, err := net.Dial("tcp", server.Listener.Addr().String())
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { conn.Close() })
	fmt.Fprintf(conn, "POST / HTTP/1.1\r\nHost: x\r\nX-Forwarded-For: 192.0.2.%d\r\n%s", client, text)
	return conn
}

// mustAnswer asks as another client, who gets no answer where others hold the places
// for as long as they please.
func mustAnswer(t *testing.T, server *httptest.Server) {
	t.Helper()
	r, err := http.NewRequestWithContext(t.Context(), http.MethodPost, server.URL, strings.NewReader("whole"))
	if err != nil {
		t.Fatal(err)
	}
	r.Header.Set("X-Forwarded-For", "198.51.100.1")
	response, err := http.DefaultClient.Do(r)
	if err != nil {
		t.Fatal(err)
	}
	defer response.Body.Close()
	n, _ := io.Copy(io.Discard, response.Body)
	if response.StatusCode != http.StatusOK {
		t.Errorf("another client: %d, %d bytes", response.StatusCode, n)
	}
}

// Requests that arrive letter by letter take nobody's place.
func TestATrickleBlocksNobody(t *testing.T) {
	server := served(t, 10)
	for client := range 8 {
		begin(t, server, client, "Content-Length: 900\r\n\r\nhalf")
	}
	time.Sleep(50 * time.Millisecond)
	mustAnswer(t, server)
}

// Nor do readers who do not take their answers.
func TestASlowReaderBlocksNobody(t *testing.T) {
	server := served(t, 12<<20)
	for client := range 8 {
		begin(t, server, client, "Content-Length: 5\r\n\r\nwhole")
	}
	time.Sleep(200 * time.Millisecond)
	mustAnswer(t, server)
}

// A client who asks for much at once waits for itself, not others for it.
func TestOneClientHasOnePlace(t *testing.T) {
	limit := guard.NewLimit(guard.Costs{PerSecond: 1000, Burst: 1000, AtOnce: 2}, guard.NewMeasurements(), tooMany)
	going, goOn := make(chan struct{}, 20), make(chan struct{})
	h := limit.Wrap(http.HandlerFunc(func(_ http.ResponseWriter, r *http.Request) {
		if strings.HasPrefix(r.RemoteAddr, "192.0.2.1:") {
			going <- struct{}{}
			<-goOn
		}
	}))
	var requests sync.WaitGroup
	refused := atomic.Int64{}
	for range 12 {
		requests.Go(func() {
			if ask(h, "192.0.2.1:1").Code == http.StatusTooManyRequests {
				refused.Add(1)
			}
		})
	}
	<-going
	if w := ask(h, "192.0.2.2:1"); w.Code != http.StatusOK {
		t.Errorf("another client: %d", w.Code)
	}
	for deadline := time.Now().Add(10 * time.Second); refused.Load() < 4 && time.Now().Before(deadline); time.Sleep(time.Millisecond) {
	}
	if len(going) > 0 || refused.Load() != 4 {
		t.Errorf("one client has %d places more than one, and %d of 12 at once were refused, want 4", len(going), refused.Load())
	}
	close(goOn)
	requests.Wait()
}

// A body longer than its bound is the handler's to answer for, and one that does
// not arrive is said to.
func TestABodyIsReadAsFarAsItGoes(t *testing.T) {
	server := served(t, 10)
	for body, want := range map[string]string{
		"Content-Length: 2000\r\n\r\n" + strings.Repeat("a", 2000): "413",
		"Transfer-Encoding: chunked\r\n\r\nno chunk\r\n":           "408",
	} {
		conn := begin(t, server, 1, body)
		answer := make([]byte, len("HTTP/1.1 413"))
		if _, err := io.ReadFull(conn, answer); err != nil || !strings.HasSuffix(string(answer), want) {
			t.Errorf("%.30q: %s, %v; want %s", body, answer, err, want)
		}
	}
}

// A client that goes away is logged as such and as no fault.
func TestAClientThatGoesAwayIsLoggedAsGone(t *testing.T) {
	var log bytes.Buffer
	h := guard.Observe(slog.New(slog.NewTextHandler(&log, nil)), guard.NewMeasurements(), http.HandlerFunc(func(http.ResponseWriter, *http.Request) {}))
	ctx, goAway := context.WithCancel(t.Context())
	goAway()
	h.ServeHTTP(httptest.NewRecorder(), httptest.NewRequest(http.MethodGet, "/", nil).WithContext(ctx))
	if text := log.String(); !strings.Contains(text, "status=499") || strings.Contains(text, "ERROR") {
		t.Errorf("logged:\n%s", text)
	}
}

// A piece of work within a request is under the same limit as a request: it waits for its
// place no longer than the request may take, and is refused with how long to wait.
func TestWorkWithinARequestIsLimited(t *testing.T) {
	limit := guard.NewLimit(guard.Costs{PerSecond: 0.001, Burst: 3, AtOnce: 1, Proxied: true}, guard.NewMeasurements(), tooMany)
	request := func(ctx context.Context, client string) *http.Request {
		r := httptest.NewRequestWithContext(ctx, http.MethodPost, "/", nil)
		r.Header.Set("X-Forwarded-For", client)
		return r
	}
	soon, cancel := context.WithTimeout(t.Context(), 20*time.Millisecond)
	defer cancel()
	gone, leave := context.WithCancel(t.Context())
	leave()
	done := false
	err := limit.Within(request(t.Context(), "192.0.2.1"), func() {
		done = true
		var busy *guard.RefusedError
		if err := limit.Within(request(soon, "192.0.2.2"), func() { t.Error("two pieces of work at once") }); !errors.As(err, &busy) {
			t.Errorf("where there is no place: %v", err)
		}
		if err := limit.Within(request(gone, "192.0.2.3"), func() { t.Error("work for nobody") }); !errors.Is(err, context.Canceled) {
			t.Errorf("for a client that has gone: %v", err)
		}
	})
	if err != nil || !done {
		t.Errorf("the first: %v, done %v", err, done)
	}
	var often *guard.RefusedError
	for range 3 {
		err = limit.Within(request(t.Context(), "192.0.2.1"), func() {})
	}
	if !errors.As(err, &often) || often.Wait < time.Second || !strings.Contains(err.Error(), "seconds and ask again") {
		t.Errorf("one who asks too often: %v", err)
	}
}
