package main

import (
	"context"
	"fmt"
	"path/filepath"
	"slices"
	"strings"

	"github.com/adrg/xdg"
	"github.com/spf13/cobra"
	"github.com/vbauerster/mpb/v8"
	"github.com/vbauerster/mpb/v8/decor"

	"rolecall/fetch"
	"rolecall/source/wikidata"
)

// fetchFlags are the flags of "rolecall fetch".
type fetchFlags struct {
	dir         string
	acceptTerms bool
	address     string
	without     []string
	parts       []string
	dump        bool
}

// fetchedDir is the folder for fetched data unless told otherwise.
func fetchedDir(source string) string {
	return filepath.Join(xdg.DataHome, "rolecall", "fetched", source)
}

func (a *app) fetchCommand() *cobra.Command {
	c := &cobra.Command{
		Use:   "fetch",
		Short: "Download the public data, resumable",
		Long: `Download IMDb's non-commercial datasets or Wikidata's statements, for "rolecall
import". An interrupted download goes on where it was; what has not changed is not
fetched again. docs/fetch.md says what you can rely on.`,
		Example: `  rolecall fetch imdb --accept-terms
  rolecall fetch wikidata`,
		Args: func(_ *cobra.Command, args []string) error {
			return &usageError{"name what to fetch: imdb or wikidata; see \"rolecall fetch --help\""}
		},
		RunE: func(*cobra.Command, []string) error { return nil },
	}
	c.AddCommand(a.fetchIMDbCommand(), a.fetchWikidataCommand())
	return c
}

func (a *app) fetchIMDbCommand() *cobra.Command {
	var f fetchFlags
	c := &cobra.Command{
		Use:   "imdb",
		Short: "IMDb's non-commercial datasets",
		Long: `Download the seven files of IMDb's non-commercial datasets. IMDb's terms are shown
and must be accepted once.`,
		Example: `  rolecall fetch imdb --accept-terms
  rolecall fetch imdb --dir ~/imdb --without akas`,
		Args: noArguments,
		RunE: func(c *cobra.Command, _ []string) error { return a.fetchIMDb(c.Context(), f) },
	}
	c.Flags().StringVar(&f.dir, "dir", fetchedDir("imdb"), "the folder for the files")
	c.Flags().BoolVar(&f.acceptTerms, "accept-terms", false, "accept IMDb's terms, which are shown without it")
	c.Flags().StringVar(&f.address, "base", fetch.IMDbAddress, "where the files are: IMDb or a mirror")
	c.Flags().StringSliceVar(&f.without, "without", nil, `leave a dataset out; only "akas" may be`)
	return c
}

func (a *app) fetchIMDb(ctx context.Context, f fetchFlags) error {
	terms := fetch.IMDbTerms
	if f.acceptTerms {
		if err := fetch.Accept(f.dir, terms); err != nil {
			return err
		}
	}
	if !fetch.Accepted(f.dir, terms) {
		return fmt.Errorf("the terms of IMDb have not been accepted yet:\n\n%s\nTo accept them, run this again with --accept-terms", terms.Text)
	}
	names := slices.Clone(fetch.IMDb)
	for _, name := range f.without {
		if name != "akas" {
			return &usageError{fmt.Sprintf("--without %s: only akas may be left out", name)}
		}
		names = slices.DeleteFunc(names, func(n string) bool { return strings.Contains(n, "akas") })
	}
	bars := a.newBars()
	results, err := a.client().Files(ctx, f.address, names, f.dir, bars.progress)
	bars.end()
	for _, r := range results {
		state := fmt.Sprintf("%.1f MB", float64(r.Bytes)/1e6)
		if r.Unchanged {
			state = "unchanged"
		}
		fmt.Fprintf(a.notes, "rolecall: %s: %s\n", r.Path, state)
	}
	if err != nil {
		return err
	}
	fmt.Fprintf(a.screen.Out, "rolecall import imdb %s\n", f.dir)
	return nil
}

func (a *app) fetchWikidataCommand() *cobra.Command {
	var f fetchFlags
	c := &cobra.Command{
		Use:   "wikidata",
		Short: "Wikidata's genders, identifiers and credits",
		Long: `Ask a SPARQL endpoint for everybody and every title that has an IMDb identifier, in
parts, so that no part times out. With --dump, download the truthy dump instead: tens
of gigabytes, of one moment, and no endpoint is asked.`,
		Example: `  rolecall fetch wikidata
  rolecall fetch wikidata --endpoint https://qlever.cs.uni-freiburg.de/api/wikidata
  rolecall fetch wikidata --dump`,
		Args: noArguments,
		RunE: func(c *cobra.Command, _ []string) error { return a.fetchWikidata(c.Context(), f) },
	}
	c.Flags().StringVar(&f.dir, "dir", fetchedDir("wikidata"), "the folder for the files")
	c.Flags().StringVar(&f.address, "endpoint", fetch.WikidataQueryService, "the SPARQL endpoint to ask")
	c.Flags().StringSliceVar(&f.parts, "part", slices.Concat(fetch.Prefixes("nm", 2), fetch.Prefixes("tt", 2)), "ask only for identifiers that begin so (may be repeated)")
	c.Flags().BoolVar(&f.dump, "dump", false, "download the dump instead of asking")
	c.Flags().Lookup("part").DefValue = "nm00 to nm99 and tt00 to tt99"
	return c
}

func (a *app) fetchWikidata(ctx context.Context, f fetchFlags) error {
	bars := a.newBars()
	if f.dump {
		result, err := a.client().File(ctx, fetch.WikidataDump, f.dir, func(done, total int64) { bars.progress("dump", done, total) })
		bars.end()
		if err == nil {
			fmt.Fprintf(a.screen.Out, "rolecall import wikidata %s --into\n", result.Path)
		}
		return err
	}
	query := wikidata.PartQuery(fetch.PrefixPlaceholder)
	err := a.client().SPARQL(ctx, f.address, query, f.parts, f.dir, func(p fetch.PartProgress) {
		bars.progress("parts", int64(p.Done), int64(p.Parts))
	})
	bars.end()
	if err != nil {
		return err
	}
	files, err := fetch.PartFiles(f.dir, query)
	if err != nil {
		return err
	}
	fmt.Fprintf(a.notes, "rolecall: %d parts of the answer are in %s\n", len(files), f.dir)
	fmt.Fprintf(a.screen.Out, "rolecall import wikidata %s --into\n", filepath.Join(f.dir, "wikidata-*.tsv"))
	return nil
}

func (a *app) client() *fetch.Client { return &fetch.Client{UserAgent: "rolecall/" + version()} }

// bars are progress bars, one for each file, where a person watches.
type bars struct {
	drawn *mpb.Progress
	named map[string]*mpb.Bar
}

func (a *app) newBars() *bars {
	if !a.interactive {
		return &bars{}
	}
	return &bars{mpb.New(mpb.WithOutput(a.stderr), mpb.WithAutoRefresh()), make(map[string]*mpb.Bar)}
}

func (b *bars) progress(name string, done, total int64) {
	if b.drawn == nil {
		return
	}
	if b.named[name] == nil {
		b.named[name] = b.drawn.AddBar(total,
			mpb.PrependDecorators(decor.Name(name+" ")),
			mpb.AppendDecorators(decor.Percentage(), decor.Name("  "), decor.AverageETA(decor.ET_STYLE_GO)))
	}
	b.named[name].SetTotal(total, false)
	b.named[name].SetCurrent(done)
}

func (b *bars) end() {
	if b.drawn == nil {
		return
	}
	for _, bar := range b.named {
		bar.Abort(false)
	}
	b.drawn.Wait()
}
