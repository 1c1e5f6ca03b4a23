package main

import (
	"context"
	"database/sql"
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/rogpeppe/go-internal/testscript"

	"rolecall"
	"rolecall/catalog"
	"rolecall/source"
)

func TestMain(m *testing.M) { testscript.Main(m, map[string]func(){"rolecall": main}) }

// The scripts of testdata run the command as a user does, each with a cache and
// a data folder of its own.
func TestScripts(t *testing.T) {
	extract, err := filepath.Abs(filepath.Join("..", "..", "source", "imdb", "testdata"))
	if err != nil {
		t.Fatal(err)
	}
	examples, err := filepath.Abs(filepath.Join("..", "..", "docs", "examples"))
	if err != nil {
		t.Fatal(err)
	}
	testscript.Run(t, testscript.Params{
		Dir:                 "testdata",
		RequireExplicitExec: true,
		Setup: func(env *testscript.Env) error {
			env.Setenv("XDG_CACHE_HOME", filepath.Join(env.WorkDir, "cache"))
			env.Setenv("XDG_DATA_HOME", filepath.Join(env.WorkDir, "data"))
			env.Setenv("ROLECALL_CATALOG", "")
			env.Setenv("COLUMNS", "80")
			env.Setenv("EXTRACT", extract)
			env.Setenv("EXAMPLES", examples)
			return nil
		},
		Cmds: map[string]func(*testscript.TestScript, bool, []string){
			"code":      exitCode,
			"namesakes": buildNamesakes,
			"newer":     makeNewer,
			"field":     checkField,
			"killed":    runAndKill,
		},
	})
}

// exitCode runs a command that must end with the code given first.
func exitCode(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) < 2 {
		ts.Fatalf("usage: code N command [argument...]")
	}
	got := 0
	if err := ts.Exec(args[1], args[2:]...); err != nil {
		exit := new(exec.ExitError)
		if !errors.As(err, &exit) {
			ts.Fatalf("%v", err)
		}
		got = exit.ExitCode()
	}
	if strconv.Itoa(got) != args[0] {
		ts.Fatalf("exit code %d, want %s", got, args[0])
	}
}

// buildNamesakes builds a catalog with two films and two people of one name.
func buildNamesakes(ts *testscript.TestScript, _ bool, args []string) {
	fill := func(_ context.Context, sink source.Sink) error {
		return errors.Join(
			sink.AddTitle(rolecall.Title{ID: "tt0024264", Kind: rolecall.Film, Name: "Little Women", Year: 1933}),
			sink.AddTitle(rolecall.Title{ID: "tt3281548", Kind: rolecall.Film, Name: "Little Women", Year: 2019}),
			sink.AddPerson(rolecall.Person{ID: "nm1", Name: "Steve McQueen"}),
			sink.AddPerson(rolecall.Person{ID: "nm2", Name: "Steve McQueen"}))
	}
	ts.Check(catalog.Build(context.Background(), ts.MkAbs(args[0]), catalog.Recipe{Name: "namesakes", Built: time.Unix(0, 0), Fill: fill}))
}

// makeNewer makes a catalog look as if a newer program had built it.
func makeNewer(ts *testscript.TestScript, _ bool, args []string) {
	db, err := sql.Open("duckdb", ts.MkAbs(args[0]))
	ts.Check(err)
	_, err = db.Exec(`UPDATE catalog SET schema_version = schema_version + 1`)
	ts.Check(errors.Join(err, db.Close()))
}

// checkField checks one value of a JSON file, by a path such as roles.0.tally.
func checkField(ts *testscript.TestScript, _ bool, args []string) {
	var value any
	ts.Check(json.Unmarshal([]byte(ts.ReadFile(args[0])), &value))
	for step := range strings.SplitSeq(args[1], ".") {
		switch node := value.(type) {
		case map[string]any:
			value = node[step]
		case []any:
			i, err := strconv.Atoi(step)
			ts.Check(err)
			value = node[i]
		default:
			ts.Fatalf("%s: nothing at %s", args[1], step)
		}
	}
	if got := fmt.Sprint(value); got != args[2] {
		ts.Fatalf("%s is %s, want %s", args[1], got, args[2])
	}
}

// runAndKill starts a command with an empty cache and kills it after more and
// more milliseconds, until it once ends by itself.
func runAndKill(ts *testscript.TestScript, _ bool, args []string) {
	program := ""
	for dir := range strings.SplitSeq(ts.Getenv("PATH"), string(os.PathListSeparator)) {
		if file := filepath.Join(dir, args[0]); program == "" {
			if _, err := os.Stat(file); err == nil {
				program = file
			}
		}
	}
	killed := 0
	for pause := 10 * time.Millisecond; ; pause += 25 * time.Millisecond {
		command := exec.Command(program, args[1:]...)
		command.Env = append(os.Environ(), "XDG_CACHE_HOME="+ts.Getenv("XDG_CACHE_HOME"), "XDG_DATA_HOME="+ts.Getenv("XDG_DATA_HOME"))
		ts.Check(command.Start())
		timer := time.AfterFunc(pause, func() { command.Process.Kill() })
		err := command.Wait()
		timer.Stop()
		if err == nil {
			break
		}
		killed++
	}
	if killed < 3 {
		ts.Fatalf("killed %d times only: no moment of the build was hit", killed)
	}
}
