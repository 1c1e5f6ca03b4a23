package main

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"runtime/debug"
	"slices"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"rolecall/catalog"
	"rolecall/source"
	"rolecall/source/registry"
)

// importFlags are the flags of "rolecall import"; asked has those of the sources.
type importFlags struct {
	into        bool
	withoutKept bool
	asked       map[string]func() []string
	maxBadLines int
}

const importHelp = `Build a catalog from one or several sources in one run. Each source is named by a
word, followed by its files:

%s
Where sources overlap, the first to bring a title or person stays, %s before all; statements of
gender are all kept, and the weightiest decide.

The catalog is written beside the old one, checked, and only then swapped in: an
error or an interruption leaves the old one as it was. --catalog names the file to
build; without it, it is the one that every command uses by default.`

func (a *app) importCommand() *cobra.Command {
	f := importFlags{asked: make(map[string]func() []string)}
	all := registry.All()
	c := &cobra.Command{
		Use:               "import SOURCE PATH... [SOURCE PATH...]...",
		Short:             "Build a new snapshot, all or nothing",
		Long:              fmt.Sprintf(importHelp, sourcesInHelp(all), firstInHelp(all)),
		Example:           examplesOf(all),
		Args:              cobra.ArbitraryArgs,
		ValidArgsFunction: completeSources,
		RunE:              func(c *cobra.Command, args []string) error { return a.importInto(c.Context(), args, f) },
	}
	flags := c.Flags()
	flags.BoolVar(&f.into, "into", false, "add to the catalog that is there instead of building from nothing")
	flags.BoolVar(&f.withoutKept, "without-kept", false, "leave out the statements that you keep (rolecall statements)")
	for _, i := range all {
		for _, flag := range i.Flags {
			f.asked[flag.Name] = addFlag(c, flag)
		}
	}
	flags.IntVar(&f.maxBadLines, "max-bad-lines", bySource, "how many malformed lines to leave aside before refusing (default "+badLinesInHelp(all)+")")
	flags.Lookup("max-bad-lines").DefValue = "0" // as if none: the text says it
	return c
}

// importInto builds the catalog that the arguments ask for.
func (a *app) importInto(ctx context.Context, args []string, f importFlags) error {
	asked, err := f.sources(args)
	if err != nil {
		return err
	}
	bound, err := a.memoryOfBuild(ctx)
	if err != nil {
		return err
	}
	path := a.catalog
	if path == "" {
		path = importedPath()
	}
	if err := inOrder(asked, f.into); err != nil {
		return err
	}
	if path == starterWord {
		return &usageError{"the starter comes with the program and is not built: name a file with --catalog; “import starter” takes its facts into it"}
	}
	if f.into {
		if _, err := os.Stat(path); errors.Is(err, fs.ErrNotExist) {
			return fmt.Errorf("--into: there is no catalog at %s to add to: leave out --into to build one", path)
		}
		existing := source.Import{Name: "the catalog that is there"}
		asked = slices.Insert(asked, 0, askedSource{Import: existing, readers: []source.Reader{catalog.Existing{Path: path}}})
	}
	if !f.withoutKept {
		into := ""
		if f.into {
			into = path
		}
		if asked, err = a.withKept(ctx, asked, into); err != nil {
			return err
		}
	}
	report := &source.Report{}
	began := time.Now()
	told := a.showProgress()
	err = catalog.Build(ctx, path, catalog.Recipe{
		Name: strings.TrimSuffix(filepath.Base(path), filepath.Ext(path)), Program: version(), Built: time.Now(), Memory: bound, Room: room(asked, f.into, path), Report: report, Progress: told,
		Fill: func(ctx context.Context, sink source.Sink) error { return f.readAll(ctx, asked, sink, report, told) },
	})
	told.end()
	if err != nil {
		return err
	}
	a.reportImport(report)
	fmt.Fprintf(a.notes, "rolecall: built %s in %s\n", path, time.Since(began).Round(100*time.Millisecond))
	a.catalog = path
	return a.tellSources(ctx, path)
}

// tellSources says what was built; of a catalog with a private list, that it is private.
func (a *app) tellSources(ctx context.Context, path string) error {
	err := a.sources(ctx, false)
	if _, is := errors.AsType[*catalog.PrivateError](err); is {
		fmt.Fprintf(a.notes, "rolecall: %s has a private list: it answers rolecall report, in counts of people, and nothing else. It holds no names from the list, and yet is nobody's but yours: keep it to yourself.\n", path)
		return nil
	}
	return err
}

// room is how many bytes the build may take on the disk, as far as sources can
// tell; adding to a catalog takes at least as much as it has.
func room(asked []askedSource, into bool, path string) (bytes int64) {
	for _, s := range asked {
		for _, r := range s.readers {
			if sized, tells := r.(source.Sized); tells {
				bytes += sized.Room()
			}
		}
	}
	if into {
		bytes += sizeOf([]string{path})
	}
	return bytes
}

// bySource stands for the number of malformed lines that a source may have by
// itself.
const bySource = -1

func (f importFlags) readAll(ctx context.Context, asked []askedSource, sink source.Sink, report *source.Report, told catalog.Progress) error {
	for _, s := range asked {
		allowed := f.maxBadLines
		if allowed == bySource {
			allowed = s.BadLines
		}
		if err := s.read(ctx, sink, report, allowed, told); err != nil {
			return err
		}
	}
	return nil
}

// read reads a source, of which so many lines may be malformed in each of its readers.
func (s askedSource) read(ctx context.Context, sink source.Sink, report *source.Report, allowed int, told catalog.Progress) error {
	// What a source held goes back before the next one needs as much.
	defer debug.FreeOSMemory()
	reading := told.Begin("reading "+s.Name, catalog.Bytes, s.size())
	defer reading.End()
	before := report.BytesRead()
	report.Progress = func(bytes int64) { reading.At(bytes - before) }
	for _, r := range s.readers {
		_, bad := report.BadLines()
		report.MostBadLines = bad + allowed
		if err := r.Read(ctx, sink, report); err != nil {
			return err
		}
	}
	return nil
}

// memoryOfBuild is how many bytes the database may hold while it is built.
func (a *app) memoryOfBuild(ctx context.Context) (int64, error) {
	if a.limits.Memory > 0 {
		return a.limits.Memory, nil
	}
	return catalog.UsualMemory(ctx)
}

// reportImport says on standard error what was left aside.
func (a *app) reportImport(report *source.Report) {
	if shown, all := report.BadLines(); all > 0 {
		fmt.Fprintf(a.notes, "rolecall: %d malformed lines were left aside:\n", all)
		for _, line := range shown {
			fmt.Fprintf(a.notes, "  %v\n", line)
		}
	}
	if shown, all := report.Doubts(); all > 0 {
		fmt.Fprintf(a.notes, "rolecall: %d lines to look at:\n", all)
		for _, line := range shown {
			fmt.Fprintf(a.notes, "  %v\n", line)
		}
	}
	const most = 10
	what, shown := "", 0
	for _, w := range report.UnmappedWords() {
		if w.What != what {
			what, shown = w.What, 0
			fmt.Fprintf(a.notes, "rolecall: left aside, %s:\n", what)
		}
		if shown++; shown <= most {
			fmt.Fprintf(a.notes, "  %9d  %s\n", w.Times, w.Word)
		}
	}
}

// sizeOf is how many bytes lie at some paths, folders with what is in them.
func sizeOf(paths []string) (total int64) {
	for _, path := range paths {
		filepath.Walk(path, func(_ string, info os.FileInfo, err error) error {
			if err == nil && !info.IsDir() {
				total += info.Size()
			}
			return nil
		})
	}
	return total
}
