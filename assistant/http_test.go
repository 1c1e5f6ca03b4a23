package assistant_test

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"
	"time"

	"rolecall/assistant"
	"rolecall/catalog"
)

// pipe is one direction of a pair of streams.
func pipe() (*io.PipeReader, *io.PipeWriter) { return io.Pipe() }

// post sends a message as it is.
func post(s http.Handler, ctx context.Context, body string) *httptest.ResponseRecorder {
	r := httptest.NewRequestWithContext(ctx, http.MethodPost, assistant.Path, strings.NewReader(body))
	r.Header.Set("Content-Type", "application/json")
	r.Header.Set("Accept", "application/json, text/event-stream")
	w := httptest.NewRecorder()
	s.ServeHTTP(w, r)
	return w
}

func message(tool, arguments string) string {
	return fmt.Sprintf(`{"jsonrpc":"2.0","id":1,"method":"tools/call","params":{"name":%q,"arguments":%s}}`, tool, arguments)
}

// What comes that is no message of a client that means well is refused, and never as a
// fault of the server.
func TestMessagesThatAreNone(t *testing.T) {
	s, log := service(picked)
	batch := "[" + strings.Repeat(message("report", "{}")+",", 50) + message("report", "{}") + "]"
	for body, want := range map[string]int{
		"":                             http.StatusBadRequest,
		"{":                            http.StatusBadRequest,
		batch:                          http.StatusBadRequest,
		" \n" + batch:                  http.StatusBadRequest,
		strings.Repeat("[", 1_000_000): http.StatusBadRequest,
		`{"jsonrpc":"2.0","id":1,"method":"tools/call","params":` + strings.Repeat(`{"a":`, 100_000): http.StatusBadRequest,
		`{"jsonrpc":"2.0","id":1,"method":"no/such"}`:                                                http.StatusBadRequest,
		`{"jsonrpc":"2.0","method":"tools/call","params":{"name":"show"}}`:                           http.StatusBadRequest,
		message("show", `{"title":"Lady Bird"}`):                                                     http.StatusOK,
		message("show", `{"title":`+strings.Repeat("[", 5_000)+strings.Repeat("]", 5_000)+`}`):       0,
		message("show", `{"title":"\ud800"}`):                                                        0,
		message("show", "{\"title\":\"\xff\xfe\"}"):                                                  0,
		message("show", `{"title":"\u001b[31m\u202eBird","year":1e400}`):                             0,
	} {
		w := post(s, t.Context(), body)
		if want != 0 && w.Code != want || w.Code >= http.StatusInternalServerError {
			t.Errorf("%.100q: %d, want %d: %.300s", body, w.Code, want, w.Body)
		}
		if strings.Contains(w.Body.String(), "\x1b") || strings.Contains(w.Body.String(), "\u202e") {
			t.Errorf("%.100q: the answer commands a terminal: %q", body, w.Body)
		}
	}
	for _, method := range []string{http.MethodGet, http.MethodDelete} {
		w := httptest.NewRecorder()
		s.ServeHTTP(w, httptest.NewRequest(method, assistant.Path, nil))
		if w.Code != http.StatusMethodNotAllowed || w.Header().Get("Allow") != http.MethodPost {
			t.Errorf("%s: %d, allowed %q", method, w.Code, w.Header().Get("Allow"))
		}
	}
	if log.Len() > 0 {
		t.Errorf("logged: %s", log)
	}
}

// An article of 10,000 words, names in other scripts and characters that command a
// terminal are read or refused, and nothing of them reaches a terminal.
func TestHostileArguments(t *testing.T) {
	s, log := service(picked)
	client := streams(t, s)
	article := strings.Repeat("She said it was made. ", 1_990) + "All 13 episodes of season two of Jessica Jones were directed by women. "
	for len(strings.Fields(article)) < 10_000 {
		article += "It was so. "
	}
	_, text := client.ask(t, "check", fmt.Sprintf(`{"text": %q}`, article[:min(len(article), 60_000)]))
	if !strings.Contains(text, "1 supported") {
		t.Errorf("an article of %d words: %.500s", len(strings.Fields(article)), text)
	}
	for _, name := range []string{"是枝裕和", "Агнешка Холланд", "عباس کیارستمی", "🦸", "%", "_", "' OR 1=1 --", "../../etc/passwd", "\u202eenoj", "a\x1b[2Jb", strings.Repeat("é", 200), "<script>alert(1)</script>"} {
		quoted, err := json.Marshal(name)
		if err != nil {
			t.Fatal(err)
		}
		for _, call := range []struct{ tool, arguments string }{
			{"search", fmt.Sprintf(`{"text": %s}`, quoted)}, {"show", fmt.Sprintf(`{"title": %s}`, quoted)}, {"person", fmt.Sprintf(`{"name": %s}`, quoted)},
			{"report", fmt.Sprintf(`{"network": [%s], "series": [%s]}`, quoted, quoted)}, {"rank", fmt.Sprintf(`{"titles": [%s]}`, quoted)}, {"check", fmt.Sprintf(`{"text": %s}`, quoted)},
		} {
			said := textOf(client.call(t, call.tool, call.arguments))
			if strings.ContainsAny(said, "\x1b\u202e") || said == "" {
				t.Errorf("%s %s: %q", call.tool, call.arguments, said)
			}
		}
	}
	client.ask(t, "show", `{"title": "Lady Bird"}`)
	if log.Len() > 0 {
		t.Errorf("logged: %s", log)
	}
}

// Work is limited over HTTP as that of the interface is: whoever asks for too much is
// told how long to wait, and what costs little is answered all the same.
func TestCostlyToolsAreLimited(t *testing.T) {
	limited := map[string]bool{}
	s, _ := service(picked, func(o *assistant.Options) {
		o.Costly = func(r *http.Request, _ func()) error {
			limited[r.URL.Path] = true
			return errors.New("too many requests that take work: wait 3 seconds and ask again")
		}
	})
	client := overHTTP(t, s)
	for _, a := range asked {
		result := client.call(t, a.tool, a.arguments)
		costly := a.tool == "report" || a.tool == "rank" || a.tool == "rate" || a.tool == "unusual" || a.tool == "check"
		if result.IsError != costly || costly && !strings.Contains(textOf(result), "wait 3 seconds") {
			t.Errorf("%s: refused %v: %.200s", a.tool, result.IsError, textOf(result))
		}
	}
	if !limited[assistant.Path] {
		t.Error("the limit is never asked")
	}
}

// Work that takes too long is ended, and the client told so before its request ends.
func TestWorkThatTakesTooLongIsEnded(t *testing.T) {
	t.Parallel()
	s, _ := service(picked, func(o *assistant.Options) {
		o.Costly = func(r *http.Request, do func()) error {
			<-r.Context().Done()
			do()
			return nil
		}
	})
	ctx, cancel := context.WithTimeout(t.Context(), 4200*time.Millisecond)
	defer cancel()
	w := post(s, ctx, message("report", "{}"))
	if w.Code != http.StatusOK || !strings.Contains(w.Body.String(), "took too long") {
		t.Errorf("%d: %s", w.Code, w.Body)
	}
}

// A fault of the machine is logged, ends the call and not the service, and is told with
// its detail to nobody but whoever runs the program.
func TestFaultsOfTheMachine(t *testing.T) {
	secret := picked.Path()
	for _, local := range []bool{false, true} {
		var broken error
		var given *catalog.Catalog
		s, log := service(picked, func(o *assistant.Options) {
			o.Local = local
			o.Acquire = func() (*catalog.Catalog, func(), error) { return given, func() {}, broken }
		})
		client := streams(t, s)
		broken = &catalog.FileError{Path: secret, Matter: catalog.ErrDamaged, Detail: errors.New("x")}
		said := textOf(client.call(t, "show", `{"title": "Lady Bird"}`))
		if strings.Contains(said, secret) != local || !strings.Contains(log.String(), secret) {
			t.Errorf("local %v: told %q, logged %q", local, said, log)
		}
		broken = nil // and there is no catalog, which nothing expects
		if said := textOf(client.call(t, "show", `{"title": "Lady Bird"}`)); strings.Contains(said, "nil") || !strings.Contains(log.String(), "panicked") {
			t.Errorf("local %v: told %q, logged %q", local, said, log)
		}
		given = picked
		client.ask(t, "show", `{"title": "Lady Bird"}`)
	}
}

// Pages of other hosts cannot have a browser ask a server on this machine.
func TestOtherHostsAreRefused(t *testing.T) {
	for public, want := range map[string]int{"http://127.0.0.1:8080": http.StatusForbidden, "": http.StatusForbidden, "https://rolecall.example": http.StatusOK} {
		s, _ := service(picked, func(o *assistant.Options) { o.Public = public })
		server := httptest.NewServer(s)
		r, err := http.NewRequest(http.MethodPost, server.URL+assistant.Path, strings.NewReader(message("show", `{"title":"Lady Bird"}`)))
		if err != nil {
			t.Fatal(err)
		}
		r.Host = "evil.example"
		r.Header.Set("Content-Type", "application/json")
		r.Header.Set("Accept", "application/json, text/event-stream")
		response, err := http.DefaultClient.Do(r)
		if err != nil {
			t.Fatal(err)
		}
		response.Body.Close()
		if response.StatusCode != want {
			t.Errorf("a site at %q: %d, want %d", public, response.StatusCode, want)
		}
		server.Close()
	}
}

func FuzzMessages(f *testing.F) {
	s, log := service(picked)
	for _, a := range asked {
		f.Add(message(a.tool, a.arguments))
	}
	f.Add(`{"jsonrpc":"2.0","id":1,"method":"tools/list"}`)
	f.Add(`{"jsonrpc":"2.0","id":1,"method":"resources/read","params":{"uri":"rolecall://method"}}`)
	f.Add(message("show", `{"title":"\u0000"}`))
	f.Fuzz(func(t *testing.T, body string) {
		if w := post(s, t.Context(), body); w.Code >= http.StatusInternalServerError || log.Len() > 0 {
			t.Errorf("%d: %s; logged %s", w.Code, w.Body, log)
		}
	})
}
