package guard_test

import (
	"bytes"
	"io"
	"log/slog"
	"net/http"
	"net/http/httptest"
	"strings"
	"sync"
	"testing"
	"time"

	"rolecall/web/guard"
)

func tooMany(w http.ResponseWriter, _ *http.Request) {
	http.Error(w, "too many", http.StatusTooManyRequests)
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
	for range 12 {
		requests.Go(func() { ask(h, "192.0.2.1:1") })
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
