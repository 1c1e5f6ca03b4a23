package web_test

import (
	"bytes"
	"encoding/json"
	"fmt"
	"net/http"
	"path/filepath"
	"strings"
	"sync"
	"testing"

	"github.com/modelcontextprotocol/go-sdk/mcp"

	"rolecall/assistant"
	"rolecall/source/starter"
)

// called posts a message to the tools, as a client of its own.
func called(t *testing.T, url, client, body string) (status int, answer string) {
	t.Helper()
	r, err := http.NewRequestWithContext(t.Context(), http.MethodPost, url+assistant.Path, strings.NewReader(body))
	if err != nil {
		t.Fatal(err)
	}
	r.Header.Set("Content-Type", "application/json")
	r.Header.Set("Accept", "application/json, text/event-stream")
	r.Header.Set("X-Forwarded-For", client)
	response, err := http.DefaultClient.Do(r)
	if err != nil {
		t.Fatal(err)
	}
	defer response.Body.Close()
	var b bytes.Buffer
	if _, err := b.ReadFrom(response.Body); err != nil {
		t.Fatal(err)
	}
	return response.StatusCode, b.String()
}

func toolCall(tool, arguments string) string {
	return fmt.Sprintf(`{"jsonrpc":"2.0","id":1,"method":"tools/call","params":{"name":%q,"arguments":%s}}`, tool, arguments)
}

// A server has the tools, from the catalog that it serves, and cites its own pages: the
// address of every answer that has one leads to a page of the same catalog.
func TestAssistantsAreCitedPagesOfTheSite(t *testing.T) {
	path := filepath.Join(t.TempDir(), "c.duckdb")
	buildFile(t, path, starter.Name, starter.Fill)
	server, _ := serve(t, path)
	session, err := mcp.NewClient(&mcp.Implementation{Name: "test", Version: "1"}, nil).
		Connect(t.Context(), &mcp.StreamableClientTransport{Endpoint: server.URL + assistant.Path}, nil)
	if err != nil {
		t.Fatal(err)
	}
	defer session.Close()
	for i, a := range []struct{ tool, arguments string }{
		{"search", `{"text": "jesica jones"}`}, {"show", `{"title": "Jessica Jones", "season": 2}`}, {"person", `{"name": "Melissa Rosenberg"}`},
		{"report", `{"by": "year", "role": ["director", "writer"], "kind": "season", "network": ["Netflix", "HBO"], "gender": ["woman", "nonbinary"]}`},
		{"rank", `{"kind": "season", "min_episodes": 6, "min_people": 2}`}, {"unusual", `{"title": "Jessica Jones season 2", "from": "2018"}`}, {"assess", `{"title": "Lady Bird"}`},
	} {
		result, err := session.CallTool(t.Context(), &mcp.CallToolParams{Name: a.tool, Arguments: json.RawMessage(a.arguments)})
		if err != nil || result.IsError {
			t.Fatalf("%s: %v, %+v", a.tool, err, result)
		}
		address := result.StructuredContent.(map[string]any)["citation"].(map[string]any)["address"].(string)
		page := get(t, server.URL+strings.TrimPrefix(address, public), "X-Forwarded-For", fmt.Sprintf("2001:db8:%x::1", i))
		if !strings.HasPrefix(address, public) || page.StatusCode != http.StatusOK || !strings.Contains(page.Header.Get("Cache-Control"), "immutable") {
			t.Errorf("%s: %s: %d, %s", a.tool, address, page.StatusCode, page.Header.Get("Cache-Control"))
		}
	}
}

// The tools are under the limits of the server: of what one client may ask, of what takes
// work, and of how much is sent.
func TestAssistantsAreLimited(t *testing.T) {
	path := filepath.Join(t.TempDir(), "c.duckdb")
	buildFile(t, path, starter.Name, starter.Fill)
	server, log := serve(t, path)
	refused := func(client, body string, times int, is func(status int, answer string) bool) (n int) {
		var mutex sync.Mutex
		var calls sync.WaitGroup
		for range times {
			calls.Go(func() {
				status, answer := called(t, server.URL, client, body)
				mutex.Lock()
				defer mutex.Unlock()
				if is(status, answer) {
					n++
				}
			})
		}
		calls.Wait()
		return n
	}
	tooMany := func(status int, _ string) bool { return status == http.StatusTooManyRequests }
	if n := refused("2001:db8:1::1", toolCall("search", `{"text": "love"}`), 120, tooMany); n == 0 || n == 120 {
		t.Errorf("%d of 120 calls of one client were refused", n)
	}
	told := func(_ int, answer string) bool { return strings.Contains(answer, "too many requests that take work") }
	costly := 0
	for range 40 {
		if _, answer := called(t, server.URL, "2001:db8:2::1", toolCall("rank", `{}`)); told(0, answer) {
			costly++
		}
	}
	if costly == 0 || costly == 40 {
		t.Errorf("%d of 40 calls that take work were refused", costly)
	}
	if _, answer := called(t, server.URL, "2001:db8:2::1", toolCall("show", `{"title": "Lady Bird"}`)); !strings.Contains(answer, "Greta Gerwig") {
		t.Errorf("what costs little is refused too: %.300s", answer)
	}
	if status, answer := called(t, server.URL, "2001:db8:3::1", toolCall("check", fmt.Sprintf(`{"text": %q}`, strings.Repeat("x", 2<<20)))); status != http.StatusRequestEntityTooLarge {
		t.Errorf("2 MB at once: %d: %.300s", status, answer)
	}
	if said := log.String(); strings.Contains(said, "Lady Bird") || strings.Contains(said, "2001:db8") || !strings.Contains(said, `route="POST /mcp"`) {
		t.Errorf("logged: %.1000s", said)
	}
}
