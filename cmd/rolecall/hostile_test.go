package main

import (
	"bytes"
	"context"
	"errors"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"rolecall"
	"rolecall/catalog"
	"rolecall/fault"
	"rolecall/source"
)

// questions are the commands that ask a catalog, with what they cannot do without.
var questions = map[string][]string{
	"show": {"Fargo"}, "person": {"Jo Doe"}, "search": {"fargo"}, "report": {}, "rank": {"--role", "director"}, "assess": {"Fargo"},
}

// TestNoFlagEndsTheProgram gives every flag of every command that asks a catalog,
// and its name, bytes that are no text.
func TestNoFlagEndsTheProgram(t *testing.T) {
	folder := t.TempDir()
	path := filepath.Join(folder, "c.duckdb")
	fill := func(_ context.Context, sink source.Sink) error {
		return errors.Join(
			sink.AddTitle(rolecall.Title{ID: "film", Kind: rolecall.Film, Name: "Fargo", Year: 1996, Votes: 9,
				Networks: []string{"A"}, Countries: []string{"B"}, Genres: []string{"C"}}),
			sink.AddPerson(rolecall.Person{ID: "who", Name: "Jo Doe"}),
			sink.AddCredit(rolecall.Credit{TitleID: "film", PersonID: "who", Role: rolecall.Director}))
	}
	if err := catalog.Build(t.Context(), path, catalog.Recipe{Name: "test", Built: time.Unix(0, 0), Fill: fill}); err != nil {
		t.Fatal(err)
	}
	for _, command := range new(app).command().Commands() {
		arguments, asks := questions[command.Name()]
		if !asks {
			continue
		}
		flags := [][]string{{command.Name(), "Far\xe9go"}}
		for _, flag := range textFlags(command) {
			flags = append(flags, append([]string{command.Name(), "--" + flag, "\xff"}, arguments...))
		}
		for _, args := range flags {
			run := exec.CommandContext(t.Context(), "rolecall", append(args, "--catalog", path)...)
			run.Env = append(os.Environ(), "HOME="+folder, "XDG_CONFIG_HOME="+folder, "XDG_DATA_HOME="+folder, "XDG_CACHE_HOME="+folder)
			var said bytes.Buffer
			run.Stdout, run.Stderr = &said, &said
			err := run.Run()
			ended, is := errors.AsType[*exec.ExitError](err)
			if !is || ended.ExitCode() != fault.ExitUsage && ended.ExitCode() != fault.ExitRefused {
				t.Errorf("%q: %v\n%s", args, err, said.String())
			}
			for _, wrong := range []string{"panic", "SIGSEGV", "damaged"} {
				if strings.Contains(said.String(), wrong) {
					t.Errorf("%q: %s", args, said.String())
				}
			}
		}
	}
}

// textFlags are the flags of a command that take text.
func textFlags(c *cobra.Command) (names []string) {
	c.Flags().VisitAll(func(f *pflag.Flag) {
		switch f.Value.Type() {
		case "string", "stringSlice", "stringArray":
			names = append(names, f.Name)
		}
	})
	return names
}
