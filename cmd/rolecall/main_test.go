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
	"regexp"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/adrg/xdg"
	"github.com/rogpeppe/go-internal/testscript"

	"rolecall"
	"rolecall/catalog"
	"rolecall/source"
	"rolecall/source/starter"
)

// Nothing that whoever runs the tests has imported, or keeps, plays a part in them.
func TestMain(m *testing.M) {
	if filepath.Base(os.Args[0]) != "rolecall" { // which scripts run, with a folder of their own
		os.Setenv("XDG_DATA_HOME", filepath.Join(os.TempDir(), "rolecall-tests-have-no-data"))
		xdg.Reload()
	}
	testscript.Main(m, map[string]func(){"rolecall": main})
}

// The scripts of testdata run the command as a user does, each with a data folder
// of its own, and cache.txtar with a cache of its own; the others build the starter
// once.
func TestScripts(t *testing.T) {
	starterCache, model := t.TempDir(), modelServer(t)
	extract, err := filepath.Abs(filepath.Join("..", "..", "source", "imdb", "testdata"))
	if err != nil {
		t.Fatal(err)
	}
	examples, err := filepath.Abs(filepath.Join("..", "..", "docs", "examples"))
	if err != nil {
		t.Fatal(err)
	}
	deploy, err := filepath.Abs(filepath.Join("..", "..", "deploy"))
	if err != nil {
		t.Fatal(err)
	}
	testscript.Run(t, testscript.Params{
		Dir:                 "testdata",
		RequireExplicitExec: true,
		Setup: func(env *testscript.Env) error {
			if env.Setenv("XDG_CACHE_HOME", starterCache); filepath.Base(env.WorkDir) == "script-cache" {
				env.Setenv("XDG_CACHE_HOME", filepath.Join(env.WorkDir, "cache"))
			}
			env.Setenv("XDG_DATA_HOME", filepath.Join(env.WorkDir, "data"))
			env.Setenv("XDG_CONFIG_HOME", filepath.Join(env.WorkDir, "config")) // populations are kept there
			env.Setenv("ROLECALL_CATALOG", "")
			env.Setenv("COLUMNS", "80")
			env.Setenv("EXTRACT", extract)
			env.Setenv("EXAMPLES", examples)
			env.Setenv("DEPLOY", deploy)
			env.Setenv("MODEL", model)
			return nil
		},
		Cmds: map[string]func(*testscript.TestScript, bool, []string){
			"code":       exitCode,
			"namesakes":  buildNamesakes,
			"identified": buildIdentified,
			"offices":    buildOffices,
			"newer":      makeNewer,
			"field":      checkField,
			"killed":     runAndKill,
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

// buildIdentified builds a catalog of the starter with identifiers of Wikidata.
func buildIdentified(ts *testscript.TestScript, _ bool, args []string) {
	fill := func(ctx context.Context, sink source.Sink) error {
		return errors.Join(starter.Fill(ctx, sink),
			sink.AddIdentifier(rolecall.Identifier{Owner: "wonder-woman-2017", Scheme: rolecall.WikidataID, Value: "Q15068436"}),
			sink.AddIdentifier(rolecall.Identifier{Owner: "lady-bird-2017", Scheme: rolecall.WikidataID, Value: "Q28936571"}))
	}
	ts.Check(catalog.Build(context.Background(), ts.MkAbs(args[0]), catalog.Recipe{Name: "identified", Built: time.Unix(0, 0), Fill: fill}))
}

// buildOffices builds a catalog of two series of one name, each with a season, an
// episode and its director.
func buildOffices(ts *testscript.TestScript, _ bool, args []string) {
	fill := func(_ context.Context, sink source.Sink) (err error) {
		for _, t := range []rolecall.Title{
			{ID: "tt0290978", Name: "The Office", Year: 2001, Countries: []string{"United Kingdom"}},
			{ID: "tt0386676", Name: "The Office", Year: 2005, Countries: []string{"United States"}},
		} {
			t.Kind = rolecall.Series
			season := rolecall.Title{ID: t.ID + "/1", Kind: rolecall.Season, Name: t.Name, SeriesID: t.ID, Season: 1, Year: t.Year}
			part := rolecall.Title{ID: t.ID + "/1/1", Kind: rolecall.Episode, Name: "Part", SeriesID: t.ID, SeasonID: season.ID, Season: 1, Episode: 1, Year: t.Year}
			person := rolecall.Person{ID: "nm" + t.ID, Name: "Somebody"}
			err = errors.Join(err, sink.AddTitle(t), sink.AddTitle(season), sink.AddTitle(part), sink.AddPerson(person),
				sink.AddCredit(rolecall.Credit{TitleID: part.ID, PersonID: person.ID, Role: rolecall.Director, Scope: rolecall.OfTitle}))
		}
		return err
	}
	ts.Check(catalog.Build(context.Background(), ts.MkAbs(args[0]), catalog.Recipe{Name: "offices", Built: time.Unix(0, 0), Fill: fill}))
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

// runAndKill starts a command again and again and kills it: at each new set of files
// in its folder, whenever that shows, so that no step of a build is missed, and at
// moments all over the time that it takes.
func runAndKill(ts *testscript.TestScript, _ bool, args []string) {
	program := ""
	for dir := range strings.SplitSeq(ts.Getenv("PATH"), string(os.PathListSeparator)) {
		if file := filepath.Join(dir, args[0]); program == "" {
			if _, err := os.Stat(file); err == nil {
				program = file
			}
		}
	}
	work, cache := ts.Getenv("WORK"), ts.Getenv("XDG_CACHE_HOME")
	// run ends the command when the moment has come, and reports whether it had
	// ended by itself.
	run := func(cache string, hasCome func(time.Duration) bool) (wasKilled bool, took time.Duration) {
		command := exec.Command(program, args[1:]...)
		command.Env = append(os.Environ(), "XDG_CACHE_HOME="+cache, "XDG_DATA_HOME="+ts.Getenv("XDG_DATA_HOME"))
		began := time.Now()
		ts.Check(command.Start())
		ended := make(chan error, 1)
		go func() { ended <- command.Wait() }()
		for {
			select {
			case err := <-ended:
				return err != nil, time.Since(began)
			case <-time.After(2 * time.Millisecond):
				if hasCome(time.Since(began)) {
					command.Process.Kill()
				}
			}
		}
	}
	_, whole := run(filepath.Join(work, "whole"), func(time.Duration) bool { return false })
	seen, killed := map[string]bool{filesBelow(work): true}, 0
	for wasKilled := true; wasKilled; {
		wasKilled, _ = run(cache, func(time.Duration) bool {
			now := filesBelow(work)
			isNew := !seen[now]
			seen[now] = true
			return isNew
		})
		if wasKilled {
			killed++
		}
	}
	if killed < 3 {
		ts.Fatalf("killed at %d steps of the build only: %v", killed, seen)
	}
	const moments = 12
	killed = 0
	for i := range moments {
		if strings.HasPrefix(cache, work) { // what a run that ended left
			for _, file := range globbed(filepath.Join(cache, "rolecall", "*.duckdb")) {
				ts.Check(os.Remove(file))
			}
		}
		if wasKilled, _ := run(cache, func(d time.Duration) bool { return d >= whole*time.Duration(i)/moments }); wasKilled {
			killed++
		}
	}
	if killed < moments/2 {
		ts.Fatalf("killed %d times only within the %v of a build", killed, whole)
	}
}

// filesBelow are the names of all files of a folder; the numbers that temporary ones
// have in their names are no difference.
func filesBelow(folder string) string {
	var names []string
	filepath.WalkDir(folder, func(path string, _ os.DirEntry, err error) error {
		if err == nil {
			names = append(names, temporary.ReplaceAllString(path, "N"))
		}
		return nil
	})
	return strings.Join(names, " ")
}

var temporary = regexp.MustCompile(`[0-9a-f]{6,}|\d{3,}`)

func globbed(pattern string) []string {
	files, _ := filepath.Glob(pattern)
	return files
}
