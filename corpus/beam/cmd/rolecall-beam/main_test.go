package main

import (
	"bytes"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
)

// The command that is tested is the test's own program, told by its environment: as the
// command, or as what an engine starts for a worker.
const childVariable = "ROLECALL_BEAM_CHILD"

func TestMain(m *testing.M) {
	switch os.Getenv(childVariable) {
	case "command":
		main()
		os.Exit(0)
	case "worker":
		os.Args = workerArguments(os.Args)
		main()
		os.Exit(1) // a worker never comes back
	}
	os.Exit(m.Run())
}

// workerArguments does what the program "boot" of Beam's containers does: it starts the program
// of the run, of which Prism serves all in one place.
func workerArguments(told []string) []string {
	arguments := []string{told[0], "--worker"}
	for _, t := range told[1:] {
		if id, is := strings.CutPrefix(t, "--id="); is {
			arguments = append(arguments, "--id="+strings.Trim(id, "'"))
		}
		if at, is := strings.CutPrefix(t, "--provision_endpoint="); is {
			arguments = append(arguments, "--logging_endpoint="+at, "--control_endpoint="+at)
		}
	}
	return arguments
}

// rolecallBeam runs the command and is what it says and its exit code.
func rolecallBeam(t *testing.T, dir string, arguments ...string) (out, told string, code int) {
	t.Helper()
	command := exec.Command(os.Args[0], arguments...)
	command.Dir = dir
	command.Env = append(os.Environ(), childVariable+"=command", "XDG_CACHE_HOME="+os.Getenv("XDG_CACHE_HOME"))
	var stdout, stderr bytes.Buffer
	command.Stdout, command.Stderr = &stdout, &stderr
	err := command.Run()
	if ended := new(exec.ExitError); errors.As(err, &ended) {
		code = ended.ExitCode()
	} else if err != nil {
		t.Fatal(err)
	}
	return stdout.String(), stderr.String(), code
}

func TestWrongCommandLinesSayWhatIsRight(t *testing.T) {
	dir := t.TempDir()
	if err := os.WriteFile(filepath.Join(dir, "a.jsonl"), []byte(`{"text": "Words."}`+"\n"), 0o644); err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct {
		arguments, want string
		code            int
	}{
		{"", "give an archive, for example: rolecall-beam --out checked 'news/*.jsonl.gz'", 2},
		{"a.jsonl", "give the folder for the tables: --out DIR", 2},
		{"a.jsonl --out out --format xlsx", "--format xlsx: choose jsonl or parquet", 2},
		{"--out out --form pdf a.jsonl", "--form pdf: choose jsonl, csv, warc or text", 2},
		{"a.jsonl --out out --column outlets=x", "--column outlets=x: write FIELD=COLUMN", 2},
		{"a.jsonl --out out --documents-per-file 0", "--documents-per-file is 1 or more", 2},
		{"a.jsonl --out out --memory much", "--memory: ", 2},
		{"- --out out", "standard input is read by one machine alone", 2},
		{"https://example.org/feed.xml --out out", "is an address of the web: fetch its articles with rolecall corpus check", 2},
		{"a.jsonl --out out --runner flink --endpoint localhost:1", "out: workers on other machines do not know this folder: give the whole path", 2},
		{"a.jsonl --out out --nothing", "flag provided but not defined: -nothing", 2},
		{"b.jsonl --out out", "b.jsonl: there is no such file or folder", 1},
		{"a.jsonl --out out --catalog none.duckdb", "none.duckdb", 1},
		{"a.jsonl --out .", ".: it holds other files than those of a run", 1},
		{"ftp://example.org/*.jsonl --out out", "ftp://example.org/*.jsonl: stores are gs:// and s3://", 1},
	} {
		_, told, code := rolecallBeam(t, dir, strings.Fields(c.arguments)...)
		if code != c.code || !strings.Contains(told, c.want) {
			t.Errorf("%s: exit code %d, want %d, with %q:\n%s", c.arguments, code, c.code, c.want, told)
		}
	}
}

func TestTheHelpIsShort(t *testing.T) {
	_, told, code := rolecallBeam(t, t.TempDir(), "-help")
	if code != 0 || !strings.Contains(told, "-documents-per-file") || !strings.Contains(told, "--runner prism") || strings.Contains(told, "kms") || strings.Count(told, "\n") > 50 {
		t.Errorf("exit code %d:\n%s", code, told)
	}
}

// TestAWorkerMayBeAProcessOfItsOwn: nothing but the pipeline goes from the command to those
// who read, as on machines far away.
func TestAWorkerMayBeAProcessOfItsOwn(t *testing.T) {
	examples, err := filepath.Abs(filepath.Join("..", "..", "..", "..", "docs", "examples", "archive"))
	if err != nil {
		t.Fatal(err)
	}
	dir := t.TempDir()
	config := fmt.Sprintf(`{"command": %q, "env": {%q: "worker"}}`, os.Args[0], childVariable)
	for _, how := range [][]string{{"--out", "loopback"}, {"--out", filepath.Join(dir, "process"), "--environment_type", "PROCESS", "--environment_config", config}} {
		out, told, code := rolecallBeam(t, dir, append(how, examples, "--documents-per-file", "2")...)
		if code != 0 || !strings.Contains(out, "5 articles read") || !strings.Contains(out, "rolecall corpus report") {
			t.Fatalf("exit code %d:\n%s\n%s", code, out, told)
		}
	}
	written := func(name string) string {
		content, err := os.ReadFile(filepath.Join(dir, name))
		if err != nil {
			t.Error(err)
		}
		return string(content)
	}
	for _, name := range []string{"run.json", "journal.jsonl", "claims/00001.jsonl", "articles/00003.jsonl"} {
		if written("loopback/"+name) != written("process/"+name) {
			t.Errorf("%s differs", name)
		}
	}
	out, _, code := rolecallBeam(t, dir, "--out", "loopback", examples, "--documents-per-file", "2")
	if code != 0 || !strings.Contains(out, "loopback holds the whole run already") {
		t.Errorf("given again: exit code %d: %s", code, out)
	}
}
