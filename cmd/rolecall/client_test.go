package main

import (
	"bytes"
	"encoding/json"
	"os"
	"os/exec"
	"path/filepath"
	"reflect"
	"sync"
	"testing"

	"github.com/adrg/xdg"

	"rolecall/contract"
)

// The description of the interface is one that a validator of others' making passes, and that
// a client in another language is made of: it compiles without a doubt about any type, and
// reads what the command writes.
func TestAClientMadeFromTheDescriptionReadsTheSame(t *testing.T) {
	t.Setenv("XDG_CACHE_HOME", t.TempDir())
	xdg.Reload()
	t.Cleanup(xdg.Reload)
	source, err := filepath.Abs(filepath.Join("..", "..", "web", "api", "client"))
	if err != nil {
		t.Fatal(err)
	}
	packages := filepath.Join(source, "node_modules")
	if _, err := os.Stat(packages); err != nil {
		t.Skip("what makes the client is not installed: make client")
	}
	address, folder := served(t), t.TempDir()
	for _, file := range []string{"package.json", "tsconfig.json", "redocly.yaml", "ask.ts"} {
		text, err := os.ReadFile(filepath.Join(source, file))
		if err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(filepath.Join(folder, file), text, 0o644); err != nil {
			t.Fatal(err)
		}
	}
	if err := os.Symlink(packages, filepath.Join(folder, "node_modules")); err != nil {
		t.Fatal(err)
	}
	node := func(args ...string) []byte {
		command := exec.CommandContext(t.Context(), "node", args...)
		command.Dir = folder
		command.Env = append(os.Environ(), "REDOCLY_TELEMETRY=off", "REDOCLY_SUPPRESS_UPDATE_NOTICE=true")
		var out, faults bytes.Buffer
		command.Stdout, command.Stderr = &out, &faults
		if err := command.Run(); err != nil {
			t.Errorf("%v: %v\n%s%s", args, err, &out, &faults)
		}
		return out.Bytes()
	}
	description := address + "/api/v1/openapi.json"
	var validating sync.WaitGroup
	validating.Go(func() { node("node_modules/@redocly/cli/bin/cli.js", "lint", description) })
	node("node_modules/openapi-typescript/bin/cli.js", description, "-o", "schema.ts")
	node("node_modules/typescript/bin/tsc")
	read := node("made/ask.js", address)
	if validating.Wait(); !t.Failed() {
		holdToTheCommand(t, read)
	}
}

// holdToTheCommand compares what the client has read with what the command writes.
func holdToTheCommand(t *testing.T, read []byte) {
	t.Helper()
	var client struct {
		Directors contract.Tally
		Writers   contract.Share
		Years     [][3]any
		Found     []string
		Verdicts  []string
		Problem   struct {
			Status, Said int
			Detail       string
		}
	}
	if err := json.Unmarshal(read, &client); err != nil {
		t.Fatalf("%v: %s", err, read)
	}
	show := answered[contract.Show](t, "show", "Jessica Jones", "--season", "2")
	for _, role := range show.Roles {
		if role.Role == "director" && client.Directors != role.Tally || role.Role == "writer" && !reflect.DeepEqual(client.Writers, role.Share) {
			t.Errorf("the client reads %+v, %+v; the command says of the %s %+v, %+v", client.Directors, client.Writers, role.Role, role.Tally, role.Share)
		}
	}
	report := answered[contract.Report](t, "report", "--kind", "season", "--role", "director", "--by", "year")
	for i, row := range report.Rows {
		if want := [3]any{row.By, *row.Share.Lower, *row.Share.Upper}; i >= len(client.Years) || client.Years[i] != want {
			t.Fatalf("the client reads %v; the command says %v in place %d", client.Years, want, i)
		}
	}
	search := answered[contract.Search](t, "search", "jesica jones")
	if len(client.Found) != len(search.Titles) || client.Found[0] != search.Titles[0].ID {
		t.Errorf("the client finds %v; the command %+v", client.Found, search.Titles)
	}
	if len(client.Verdicts) == 0 || client.Verdicts[0] != "supported" {
		t.Errorf("the client reads the verdicts %v", client.Verdicts)
	}
	if p := client.Problem; p.Status != 404 || p.Said != 404 || p.Detail == "" {
		t.Errorf("of somebody who is not there the client reads %+v", p)
	}
}

// answered is what a command writes as JSON.
func answered[C any](t *testing.T, args ...string) (answer C) {
	t.Helper()
	var out, faults bytes.Buffer
	if code := run(t.Context(), append(args, "--format", "json", "--catalog", starterWord), &out, &faults); code != 0 {
		t.Fatalf("%v: exit code %d: %s", args, code, &faults)
	}
	if err := json.Unmarshal(out.Bytes(), &answer); err != nil {
		t.Fatalf("%v: %v", args, err)
	}
	return answer
}
