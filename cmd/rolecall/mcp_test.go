package main

import (
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"io"
	"log/slog"
	"net/http/httptest"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"syscall"
	"testing"
	"time"

	"github.com/modelcontextprotocol/go-sdk/mcp"

	"rolecall/catalog"
	"rolecall/source/starter"
	"rolecall/web"
)

// mcpCommand is "rolecall mcp" as an assistant starts it.
func mcpCommand(t *testing.T, args ...string) *exec.Cmd {
	command := exec.CommandContext(t.Context(), "rolecall", append([]string{"mcp", "--catalog", starterWord}, args...)...)
	command.Env = append(os.Environ(), "XDG_CACHE_HOME="+t.TempDir(), "ROLECALL_PUBLIC=")
	return command
}

// An assistant starts the command, asks, and ends it by leaving.
func TestAnAssistantAsksOnStandardInput(t *testing.T) {
	command := mcpCommand(t, "--public", "https://rolecall.example/")
	var faults bytes.Buffer
	command.Stderr = &faults
	client := mcp.NewClient(&mcp.Implementation{Name: "test", Version: "1"}, nil)
	session, err := client.Connect(t.Context(), &mcp.CommandTransport{Command: command}, nil)
	if err != nil {
		t.Fatalf("%v: %s", err, &faults)
	}
	for tool, want := range map[string][2]string{
		"show":    {`{"title": "Jessica Jones", "season": 2}`, "https://rolecall.example/title/jessica-jones/2?catalog="},
		"unusual": {`{"title": "Jessica Jones season 2"}`, "import IMDb to answer"},
		"search":  {`{"text": "` + strings.Repeat("是", 201) + `"}`, "text: expected length <= 200"},
	} {
		result, err := session.CallTool(t.Context(), &mcp.CallToolParams{Name: tool, Arguments: json.RawMessage(want[0])})
		if err != nil {
			t.Fatalf("%s: %v: %s", tool, err, &faults)
		}
		if text := result.Content[0].(*mcp.TextContent).Text; !strings.Contains(text, want[1]) {
			t.Errorf("%s lacks %q:\n%s", tool, want[1], text)
		}
	}
	if err := session.Close(); err != nil || command.ProcessState.ExitCode() != 0 || faults.Len() > 0 {
		t.Errorf("it ends with %v, %v: %s", err, command.ProcessState, &faults)
	}
}

// What is no message ends the command with words, and a signal ends it without.
func TestTheCommandForAssistantsEnds(t *testing.T) {
	for name, sent := range map[string]string{
		"no message": "Jessica Jones\n", "too long": `{"a": "` + strings.Repeat("x", 3<<20) + `"}` + "\n", "too deep": strings.Repeat("[", 1_000_000) + "\n",
	} {
		command := mcpCommand(t)
		command.Stdin = strings.NewReader(sent)
		said, err := command.CombinedOutput()
		if command.ProcessState.ExitCode() != 1 || !strings.Contains(string(said), "no message of an assistant") || strings.Contains(string(said), "goroutine") {
			t.Errorf("%s: %v: %.500s", name, err, said)
		}
	}
	command := mcpCommand(t)
	stdin, err := command.StdinPipe()
	if err != nil {
		t.Fatal(err)
	}
	defer stdin.Close()
	stdout, err := command.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := command.Start(); err != nil {
		t.Fatal(err)
	}
	fmt.Fprintln(stdin, `{"jsonrpc":"2.0","id":1,"method":"ping"}`)
	if _, err := io.ReadFull(stdout, make([]byte, 1)); err != nil {
		t.Fatal(err)
	}
	if err := command.Process.Signal(syscall.SIGTERM); err != nil {
		t.Fatal(err)
	}
	if err := command.Wait(); err != nil {
		t.Errorf("after a signal: %v", err)
	}
}

// served is the starter on a server of its own, for those who ask it from outside.
func served(t *testing.T) (address string) {
	t.Helper()
	path := filepath.Join(t.TempDir(), "served.duckdb")
	if err := catalog.Build(t.Context(), path, catalog.Recipe{Name: starter.Name, Built: time.Now(), Fill: starter.Fill}); err != nil {
		t.Fatal(err)
	}
	server := httptest.NewUnstartedServer(nil)
	site, err := web.New(t.Context(), web.Options{
		Open:   func(ctx context.Context) (*catalog.Catalog, error) { return catalog.Open(ctx, path) },
		Public: "http://" + server.Listener.Addr().String(), Version: "test", Log: slog.New(slog.DiscardHandler),
	})
	if err != nil {
		t.Fatal(err)
	}
	server.Config.Handler = site.Handler()
	server.Start()
	t.Cleanup(func() {
		server.Close()
		site.Close()
	})
	return server.URL
}

var (
	sessionInDocument = regexp.MustCompile(`(?s)(<!-- session -->\n).*?(<!-- end of session -->)`)
	changing          = regexp.MustCompile(`built on [^,]+, content hash [0-9a-f]{64}`)
)

// A client that others made holds every answer to its schema, over both transports; what
// it reads is in the document.
func TestTheDocumentShowsWhatAnotherClientReads(t *testing.T) {
	root := filepath.Join("..", "..")
	script := filepath.Join(root, "assistant", "client", "session.mjs")
	if _, err := os.Stat(filepath.Join(filepath.Dir(script), "node_modules")); err != nil {
		t.Skip("the client is not installed: make client")
	}
	session := func(args ...string) string {
		command := exec.CommandContext(t.Context(), "node", append([]string{script}, args...)...)
		command.Env = append(os.Environ(), "XDG_CACHE_HOME="+t.TempDir(), "ROLECALL_PUBLIC=")
		var out, faults bytes.Buffer
		command.Stdout, command.Stderr = &out, &faults
		if err := command.Run(); err != nil {
			t.Fatalf("%v: %v: %s", args, err, &faults)
		}
		return changing.ReplaceAllString(out.String(), "built on …, content hash …")
	}
	program, err := exec.LookPath("rolecall")
	if err != nil {
		t.Fatal(err)
	}
	read := session(program, "mcp", "--catalog", starterWord)
	if overHTTP := session(served(t) + "/mcp"); !strings.Contains(overHTTP, "import IMDb to answer") {
		t.Errorf("over HTTP it reads:\n%s", overHTTP)
	}
	path := filepath.Join(root, "docs", "assistants.md")
	text, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	anew := sessionInDocument.ReplaceAllStringFunc(string(text), func(string) string {
		return "<!-- session -->\n" + read + "<!-- end of session -->"
	})
	if *update {
		if err := os.WriteFile(path, []byte(anew), 0o644); err != nil {
			t.Fatal(err)
		}
	} else if anew != string(text) || !strings.Contains(anew, read) {
		t.Errorf("%s does not show what a client reads; run make golden\n%s", path, read)
	}
}

var (
	commandInDocument = regexp.MustCompile("(?s)```sh\n(.*?)```")
	jsonInDocument    = regexp.MustCompile("(?s)```json\n(.*?)```")
	toolsInDocument   = regexp.MustCompile(`(?s)<!-- tools: .*?-->\n(.*?)<!-- end of tools -->`)
)

// What the document says to paste works, and it lists the tools that there are.
func TestTheDocumentOfAssistantsWorksAsPasted(t *testing.T) {
	text, err := os.ReadFile(filepath.Join("..", "..", "docs", "assistants.md"))
	if err != nil {
		t.Fatal(err)
	}
	address := served(t)
	commands := commandInDocument.FindAllStringSubmatch(string(text), -1)
	if len(commands) == 0 {
		t.Fatal("the document has no command")
	}
	for _, m := range commands {
		pasted := strings.ReplaceAll(m[1], "http://127.0.0.1:8080", address)
		out, err := exec.CommandContext(t.Context(), "sh", "-c", pasted).CombinedOutput()
		if err != nil || !bytes.Contains(out, []byte("import IMDb to answer")) {
			t.Errorf("%s: %v: %.500s", pasted, err, out)
		}
	}
	for _, m := range jsonInDocument.FindAllStringSubmatch(string(text), -1) {
		var config struct {
			Servers map[string]struct {
				Command, URL string
				Args         []string
			} `json:"mcpServers"`
		}
		if err := json.Unmarshal([]byte(m[1]), &config); err != nil || len(config.Servers) != 1 {
			t.Fatalf("%s: %v", m[1], err)
		}
		var transport mcp.Transport
		for _, s := range config.Servers {
			if transport = (&mcp.StreamableClientTransport{Endpoint: strings.ReplaceAll(s.URL, "http://127.0.0.1:8080", address)}); s.Command != "" {
				command := mcpCommand(t)
				command.Args = append([]string{s.Command}, append(s.Args, "--catalog", starterWord)...)
				transport = &mcp.CommandTransport{Command: command}
			}
		}
		listed(t, transport, toolsInDocument.FindStringSubmatch(string(text))[1])
	}
}

// listed connects as a client and compares the tools with a list.
func listed(t *testing.T, transport mcp.Transport, list string) {
	t.Helper()
	session, err := mcp.NewClient(&mcp.Implementation{Name: "test", Version: "1"}, nil).Connect(t.Context(), transport, nil)
	if err != nil {
		t.Fatal(err)
	}
	defer session.Close()
	tools, err := session.ListTools(t.Context(), nil)
	if err != nil {
		t.Fatal(err)
	}
	if got := strings.Count(list, "\n") - 2; got != len(tools.Tools) {
		t.Errorf("%d tools are listed, and there are %d", got, len(tools.Tools))
	}
	for _, tool := range tools.Tools {
		if !strings.Contains(list, "| `"+tool.Name+"` | "+tool.Title+" |") {
			t.Errorf("%s, %q, is not listed", tool.Name, tool.Title)
		}
	}
}
