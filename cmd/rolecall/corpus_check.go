package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"
	"time"

	"github.com/spf13/cobra"

	"rolecall/catalog"
	"rolecall/corpus/batch"
	"rolecall/corpus/document"
	"rolecall/corpus/gather"
	"rolecall/corpus/input"
	"rolecall/corpus/journal"
	"rolecall/corpus/reader"
	"rolecall/corpus/table"
	"rolecall/format"
	"rolecall/phrase"
	"rolecall/press/article"
)

// corpusFlags are the flags of "rolecall corpus check".
type corpusFlags struct {
	out, form  string
	columns    []string
	everything bool
	workers    int
	shard      int
	pause      time.Duration
	pages      int
}

func (a *app) corpusCheckCommand() *cobra.Command {
	var flags corpusFlags
	c := &cobra.Command{
		Use:   "check IN... --out DIR",
		Short: "Check the claims of an archive of articles",
		Long: `Check every article of an archive and write tables of articles, claims, quotations
and mentions, and of what was left out and why, into a folder: as JSON lines, or with
--format parquet as Parquet. An archive is folders, files, or patterns in quotation
marks, of JSON lines, CSV, WARC and WET, HTML, Markdown and plain text, each as it is
or packed (gz, zst), standard input ("-"), or addresses of RSS and Atom feeds,
sitemaps and pages, whose articles are fetched first: politely, and none twice.

A run that was interrupted or killed goes on when it is given again, and ends with the
same bytes. Given again over an archive that has grown, it reads what is new.
docs/corpus.md says what is read and what the columns are.`,
		Example: `  rolecall corpus check archive/ --out checked
  rolecall corpus check 'news/**/*.jsonl.gz' --column outlet=media_name --column date=publish_date --out checked
  rolecall corpus check https://example.org/feed.xml --out checked
  zstdcat dump.zst | rolecall corpus check - --form jsonl --out checked --format parquet`,
		Args: func(c *cobra.Command, args []string) error {
			if len(args) == 0 {
				return &usageError{"give an archive, for example:\n" + c.Example}
			}
			return nil
		},
		RunE: func(c *cobra.Command, args []string) error {
			return a.corpusCheck(c.Context(), c.InOrStdin(), args, flags)
		},
	}
	c.Flags().StringVar(&flags.out, "out", "", "the folder for the tables, new or that of a run to go on with")
	c.Flags().StringVar(&flags.form, "form", "", "what the files are, where their names do not say so: "+phrase.Or(wordsOf(input.Forms())))
	c.Flags().StringArrayVar(&flags.columns, "column", nil, "which column or member is a field, as outlet=media_name; fields are "+phrase.And(document.Words()))
	c.Flags().BoolVar(&flags.everything, "everything", false, "also what articles say that name no title or person of the catalog")
	c.Flags().IntVar(&flags.workers, "workers", 0, "how many articles to read at a time (default one for each core)")
	c.Flags().IntVar(&flags.shard, "documents-per-file", 10_000, "how many documents a file of the tables is about")
	c.Flags().DurationVar(&flags.pause, "pause", time.Second, "the least time between two requests to a host; its robots.txt may ask for more")
	c.Flags().IntVar(&flags.pages, "pages", 1000, "fetch at most this many new pages of feeds and sitemaps")
	completeWords(c, "form", input.Forms())
	return c
}

func wordsOf[W ~string](all []W) []string {
	return phrase.Each(all, func(w W) string { return string(w) })
}

// corpusCheck checks an archive, or goes on with it.
func (a *app) corpusCheck(ctx context.Context, stdin io.Reader, inputs []string, flags corpusFlags) error {
	r, err := a.corpusRun(stdin, inputs, flags)
	if err != nil {
		return err
	}
	c, err := a.open(ctx)
	if err != nil {
		return err
	}
	defer c.Close()
	file := fileAt(c)
	reading, err := reader.ByCatalog(ctx, c, flags.everything)
	if err != nil {
		return err
	}
	info := c.Info()
	r.Begun.Catalog, r.Begun.Hash, r.Begun.HandPicked = info.Name, info.Hash, info.HandPicked
	r.Read = reading.Read
	if inputs, err = a.fetchCorpus(ctx, inputs, flags); err != nil {
		return err
	}
	if r.Inputs, err = input.Find(inputs, r.Options); err != nil {
		return &usageError{err.Error()}
	}
	shown := a.showCorpusProgress(r)
	began := time.Now()
	last, err := r.Do(ctx)
	shown.End()
	took := time.Since(began)
	if errors.Is(err, context.Canceled) {
		fmt.Fprintf(a.notes, "rolecall: interrupted after document %d; the same command goes on there\n", last.Documents)
	}
	if err != nil {
		return err
	}
	fmt.Fprintln(a.screen.Out, corpusSummary(last, r.Progress.Done.Load(), took))
	fmt.Fprintf(a.screen.Out, "The tables are in %s: rolecall corpus report %s\n", flags.out, flags.out)
	a.tellOfSwap(c, file)
	return nil
}

// fetchCorpus fetches the articles that addresses lead to, and puts their files in the place of
// the addresses.
func (a *app) fetchCorpus(ctx context.Context, inputs []string, flags corpusFlags) ([]string, error) {
	var addresses []string
	others := slices.DeleteFunc(slices.Clone(inputs), func(in string) bool {
		if article.IsAddress(in) {
			addresses = append(addresses, in)
		}
		return article.IsAddress(in)
	})
	if len(addresses) == 0 {
		return inputs, nil
	}
	g := gather.Gatherer{Dir: filepath.Join(flags.out, journal.Fetched), Client: article.Client(), Pause: flags.pause, Most: flags.pages}
	g.Tell = func(address string, err error) {
		if err != nil {
			fmt.Fprintf(a.notes, "rolecall: %s: %v\n", address, err)
		}
	}
	done, err := g.Fetch(ctx, addresses)
	if err != nil {
		return nil, fmt.Errorf("fetch: %w", err)
	}
	fmt.Fprintf(a.notes, "rolecall: %s fetched, %s not, %s there already\n", phrase.Counted(done.Pages, "page", "pages"), phrase.Grouped(done.Faults), phrase.Grouped(done.Known))
	if done.Left > 0 {
		fmt.Fprintf(a.notes, "rolecall: %s are left: give the command again, or more --pages\n", phrase.Counted(done.Left, "page", "pages"))
	}
	files, err := gather.Inputs(g.Dir)
	return append(others, files...), err
}

// corpusRun is the run that the flags ask for, but for its catalog and its inputs.
func (a *app) corpusRun(stdin io.Reader, inputs []string, flags corpusFlags) (*batch.Run, error) {
	as := table.Format(a.format)
	if a.format == format.Terminal.Word {
		as = table.JSONLines
	}
	columns, err := document.ReadColumns(flags.columns)
	switch {
	case err != nil:
		return nil, &usageError{err.Error()}
	case flags.out == "":
		return nil, &usageError{"give the folder for the tables: --out DIR"}
	case !slices.Contains(table.Formats(), as):
		return nil, &usageError{fmt.Sprintf("--format %s: the tables of a corpus are written as %s", a.format, phrase.Or(wordsOf(table.Formats())))}
	case flags.form != "" && !slices.Contains(input.Forms(), input.Form(flags.form)):
		return nil, &usageError{fmt.Sprintf("--form %s: choose %s", flags.form, phrase.Or(wordsOf(input.Forms())))}
	case flags.workers < 0 || flags.shard < 1 || flags.pause < 0 || flags.pages < 1:
		return nil, &usageError{"--workers, --documents-per-file and --pages are 1 or more, --pause is no less than 0"}
	case slices.Contains(inputs, input.Stdin) && len(inputs) > 1:
		return nil, &usageError{"standard input is read alone: give its files, or \"-\""}
	}
	options := input.Options{Form: input.Form(flags.form), Columns: columns, Stdin: stdin, Without: flags.out}
	return &batch.Run{
		Dir: flags.out, Workers: flags.workers, Options: options,
		Begun: journal.Begun{Version: journal.Version, Program: version(), Format: as, ShardSize: flags.shard, Reading: journal.Reading(options, flags.everything)},
	}, nil
}

// corpusSummary says what came of a corpus and how fast, in a line.
func corpusSummary(e journal.Entry, done int64, took time.Duration) string {
	words := e.String()
	if seconds := took.Seconds(); done > 0 {
		words += fmt.Sprintf(" %s documents in %s, %.0f a second.", phrase.Number(int(done)), took.Round(10*time.Millisecond), float64(done)/seconds)
	}
	return words
}

// fileAt is the file of a catalog, nil of one that is none.
func fileAt(c *catalog.Catalog) os.FileInfo {
	info, err := os.Stat(c.Path())
	if err != nil {
		return nil
	}
	return info
}

// tellOfSwap says that another catalog lies where that of the run lay.
func (a *app) tellOfSwap(c *catalog.Catalog, before os.FileInfo) {
	if now := fileAt(c); before != nil && (now == nil || !os.SameFile(before, now)) {
		fmt.Fprintf(a.notes, "rolecall: %s was replaced meanwhile; all claims were checked by the catalog of the beginning, %s\n", c.Path(), phrase.ShortHash(c.Info().Hash))
	}
}
