package main

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"github.com/pbnjay/memory"
	"github.com/spf13/cobra"

	"rolecall/catalog"
	"rolecall/source"
	"rolecall/source/crewlist"
	"rolecall/source/imdb"
	"rolecall/source/tmdb"
	"rolecall/source/wikidata"
)

// importFlags are the flags of "rolecall import".
type importFlags struct {
	into        bool
	adult       bool
	without     []string
	maps        []string
	memory      string
	maxBadLines int
}

// sourceWords are the words that begin the paths of a source, in the order of
// the help.
var sourceWords = []string{"imdb", "wikidata", "tmdb", "crew"}

func (a *app) importCommand() *cobra.Command {
	var f importFlags
	c := &cobra.Command{
		Use:   "import SOURCE PATH... [SOURCE PATH...]...",
		Short: "Build a new snapshot, all or nothing",
		Long: `Build a catalog from one or several sources in one run. Each source is named by a
word, followed by its files:

  imdb DIR          the folder with IMDb's non-commercial datasets
  wikidata FILE...  the truthy dump, the JSON dump, or results of the query in
                    docs/import-wikidata.md: genders, identifiers, credits
  tmdb FILE...      answers of TMDB's API, as JSON, JSON lines or CSV
  crew LIST...      crew lists of your own, as CSV or XLSX, each with --map

Where sources overlap, the first to bring a title or person stays, IMDb's before all; statements of
gender are all kept, and the weightiest decide.

The catalog is written beside the old one, checked, and only then swapped in: an
error or an interruption leaves the old one as it was. --catalog names the file to
build; without it, it is the one that every command uses by default.`,
		Example: `  rolecall import imdb ~/imdb --without akas
  rolecall import imdb ~/imdb wikidata people.tsv --without akas
  rolecall import wikidata latest-truthy.nt.bz2 --into --catalog imdb.duckdb
  rolecall import tmdb movies.csv credits.csv --catalog films.duckdb
  rolecall import crew roster.xlsx --map roster.yaml --catalog roster.duckdb`,
		Args: cobra.ArbitraryArgs,
		RunE: func(c *cobra.Command, args []string) error { return a.importInto(c.Context(), args, f) },
	}
	flags := c.Flags()
	flags.BoolVar(&f.into, "into", false, "add to the catalog that is there instead of building from nothing")
	flags.BoolVar(&f.adult, "adult", false, "take titles that IMDb marks as adult too")
	flags.StringSliceVar(&f.without, "without", nil, `leave a dataset of IMDb out; only "akas" may be`)
	flags.StringArrayVar(&f.maps, "map", nil, "the map of a crew list, which says what its columns are (once for each list, in their order)")
	flags.StringVar(&f.memory, "memory", "", "bound the memory of the database, as 4GB (default an eighth of the machine's)")
	flags.IntVar(&f.maxBadLines, "max-bad-lines", 1000, "how many malformed lines to leave aside before refusing")
	completeWords(c, "without", []string{"akas"})
	return c
}

// importInto builds the catalog that the arguments ask for.
func (a *app) importInto(ctx context.Context, args []string, f importFlags) error {
	readers, err := f.readers(args)
	if err != nil {
		return err
	}
	bound, err := f.memoryBound()
	if err != nil {
		return err
	}
	path := a.catalog
	if path == "" {
		path = importedPath()
	}
	if err := imdbFirst(readers, f.into); err != nil {
		return err
	}
	if f.into {
		readers = slices.Insert(readers, 0, source.Reader(catalog.Existing{Path: path}))
	}
	report := &source.Report{MostBadLines: f.maxBadLines}
	began := time.Now()
	done := a.showProgress(report, args)
	err = catalog.Build(ctx, path, catalog.Recipe{
		Name: strings.TrimSuffix(filepath.Base(path), filepath.Ext(path)), Program: version(), Built: time.Now(), Memory: bound, Room: room(readers, f.into, path),
		Fill: func(ctx context.Context, sink source.Sink) error { return readAll(ctx, readers, sink, report) },
	})
	done()
	if err != nil {
		return err
	}
	a.reportImport(report)
	fmt.Fprintf(a.stderr, "rolecall: built %s in %s\n", path, time.Since(began).Round(100*time.Millisecond))
	a.catalog = path
	return a.sources(ctx, false)
}

// imdbFirst puts IMDb's datasets before all other sources: being the biggest by far,
// they are written without regard to what is there already.
func imdbFirst(readers []source.Reader, into bool) error {
	isIMDb := func(r source.Reader) bool { _, is := r.(imdb.Reader); return is }
	at := slices.IndexFunc(readers, isIMDb)
	switch {
	case at < 0:
		return nil
	case into:
		return &usageError{"IMDb's datasets cannot be added to a catalog: name them first and the other sources after them, in one run without --into"}
	case slices.ContainsFunc(readers[at+1:], isIMDb):
		return &usageError{"name IMDb's datasets once"}
	}
	datasets := readers[at]
	copy(readers[1:at+1], readers[:at])
	readers[0] = datasets
	return nil
}

// room is how many bytes the build may take on the disk, as far as sources can
// tell; adding to a catalog takes at least as much as it has.
func room(readers []source.Reader, into bool, path string) (bytes int64) {
	for _, r := range readers {
		if r, tells := r.(interface{ Room() int64 }); tells {
			bytes += r.Room()
		}
	}
	if into {
		bytes += sizeOf([]string{path})
	}
	return bytes
}

func readAll(ctx context.Context, readers []source.Reader, sink source.Sink, report *source.Report) error {
	for _, r := range readers {
		if err := r.Read(ctx, sink, report); err != nil {
			return err
		}
	}
	return nil
}

// readers are the sources that the arguments name.
func (f importFlags) readers(args []string) ([]source.Reader, error) {
	if len(args) == 0 || !slices.Contains(sourceWords, args[0]) {
		return nil, &usageError{"name a source and its files: " + strings.Join(sourceWords, ", ") + `; see "rolecall import --help"`}
	}
	for _, name := range f.without {
		if name != "akas" {
			return nil, &usageError{fmt.Sprintf("--without %s: only akas may be left out", name)}
		}
	}
	var readers []source.Reader
	maps := f.maps
	for len(args) > 0 {
		word := args[0]
		end := 1
		if len(args) > 1 && args[1] == word { // a file or folder of the source's own name
			end++
		}
		for end < len(args) && !slices.Contains(sourceWords, args[end]) {
			end++
		}
		paths := args[1:end]
		if len(paths) == 0 {
			return nil, &usageError{"name the files of " + word}
		}
		switch word {
		case "wikidata":
			readers = append(readers, wikidata.New(paths))
		case "tmdb":
			readers = append(readers, tmdb.New(paths...))
		case "crew":
			if len(maps) < len(paths) {
				return nil, &usageError{fmt.Sprintf("%s has no map: give one with --map for each crew list; see docs/import-crew.md", paths[len(maps)])}
			}
			for i, path := range paths {
				readers = append(readers, crewlist.New(path, maps[i]))
			}
			maps = maps[len(paths):]
		default:
			if len(paths) != 1 {
				return nil, &usageError{"imdb takes one folder; name several sources with their words"}
			}
			readers = append(readers, imdb.Reader{Dir: paths[0], Adult: f.adult, Without: f.without})
		}
		args = args[end:]
	}
	if len(maps) > 0 {
		return nil, &usageError{fmt.Sprintf("--map %s: there is no crew list for it", maps[0])}
	}
	return readers, nil
}

// memoryBound is the bound of the database's memory in bytes.
func (f importFlags) memoryBound() (int64, error) {
	if f.memory == "" {
		return int64(memory.TotalMemory() / 8), nil
	}
	var number float64
	var unit string
	if _, err := fmt.Sscanf(strings.ToUpper(f.memory), "%f%s", &number, &unit); err != nil || number <= 0 {
		return 0, &usageError{fmt.Sprintf("--memory %s: write it as 4GB or 800MB", f.memory)}
	}
	scale, known := map[string]float64{"MB": 1e6, "GB": 1e9, "MIB": 1 << 20, "GIB": 1 << 30}[unit]
	if !known {
		return 0, &usageError{fmt.Sprintf("--memory %s: the unit is MB, GB, MiB or GiB", f.memory)}
	}
	return int64(number * scale), nil
}

// reportImport says on standard error what was left aside.
func (a *app) reportImport(report *source.Report) {
	if shown, all := report.BadLines(); all > 0 {
		fmt.Fprintf(a.stderr, "rolecall: %d malformed lines were left aside:\n", all)
		for _, line := range shown {
			fmt.Fprintf(a.stderr, "  %v\n", line)
		}
	}
	const most = 10
	what, shown := "", 0
	for _, w := range report.UnmappedWords() {
		if w.What != what {
			what, shown = w.What, 0
			fmt.Fprintf(a.stderr, "rolecall: left aside, %s:\n", what)
		}
		if shown++; shown <= most {
			fmt.Fprintf(a.stderr, "  %9d  %s\n", w.Times, w.Word)
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
