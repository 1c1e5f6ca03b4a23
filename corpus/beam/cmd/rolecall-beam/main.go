// Command rolecall-beam is "rolecall corpus check" on many machines: a pipeline of Apache Beam
// that writes the same tables as one machine. docs/corpus.md says how it is run.
//
//	go run ./cmd/rolecall-beam --out checked ARCHIVE...
package main

import (
	"context"
	"errors"
	"flag"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"strings"

	"github.com/apache/beam/sdks/v2/go/pkg/beam"
	"github.com/apache/beam/sdks/v2/go/pkg/beam/options/jobopts"
	"github.com/apache/beam/sdks/v2/go/pkg/beam/runners"
	"github.com/apache/beam/sdks/v2/go/pkg/beam/x/beamx"

	"rolecall/catalog"
	"rolecall/corpus/beam/pipeline"
	"rolecall/corpus/beam/store"
	"rolecall/corpus/beam/worker"
	"rolecall/corpus/document"
	"rolecall/corpus/input"
	"rolecall/corpus/journal"
	"rolecall/corpus/table"
	"rolecall/phrase"
	"rolecall/press/article"
)

// asked is what the command line asks for; the flags of Beam are its own.
type asked struct {
	out, form, format, catalog, memory string
	columns                            []string
	everything                         bool
	size                               int
	inputs                             []string
}

// usageError is a command line that asks for nothing that can be done.
type usageError struct{ fault string }

func (e *usageError) Error() string { return e.fault }

const usage = `Check the claims of an archive of articles on many machines.

  rolecall-beam --out DIR [flags] IN...

IN are folders, files, or patterns in quotation marks, of JSON lines, CSV, WARC and WET, or
single articles, each as it is or packed (gz, zst), which all workers have at the same path;
or patterns in a store: 'gs://archive/2018-*/*.jsonl.gz', 's3://…'.

`

const ofBeam = `
Of Beam's own flags these matter most; docs/corpus.md says which ones Flink and Dataflow need:
  --runner prism               the engine: prism (in this process), flink, dataflow, spark, universal
  --endpoint HOST:PORT         the job service of a Flink cluster or of another engine
  --environment_type DOCKER    how workers are started, and --environment_config what they are: an image
  --worker_binary FILE         the program that workers run (as a rule this one)
`

func (a *asked) flags(f *flag.FlagSet) {
	f.StringVar(&a.out, "out", "", "the folder for the tables, which all workers can write to: `DIR`, gs:// or s3://")
	f.StringVar(&a.catalog, "catalog", worker.Starter, "the catalog: a `FILE` that each worker has at the same path, gs:// or s3:// (copied once to each worker), or starter")
	f.StringVar(&a.memory, "memory", "", "how much memory the database may take in each worker process, as `2GB` (an eighth of the machine's, and 512MiB at most)")
	f.StringVar(&a.format, "format", string(table.JSONLines), "what the tables are written as: "+phrase.Or(words(table.Formats())))
	f.StringVar(&a.form, "form", "", "what the files are, where their names do not say so: "+phrase.Or(words(input.Forms())))
	f.Func("column", "which column or member is a field, as `outlet=media_name`; fields are "+phrase.And(document.Words()), func(c string) error {
		a.columns = append(a.columns, c)
		return nil
	})
	f.BoolVar(&a.everything, "everything", false, "also what articles say that name no title or person of the catalog")
	f.IntVar(&a.size, "documents-per-file", 10_000, "how many documents a file of the tables is about, and a worker reads at a time")
}

func words[W ~string](all []W) []string {
	return phrase.Each(all, func(w W) string { return string(w) })
}

func main() {
	var a asked
	a.flags(flag.CommandLine)
	flag.CommandLine.Usage = func() { explain(flag.CommandLine.Output()) }
	a.parse(os.Args[1:])
	beam.Init() // a worker goes on from here, and never returns
	if err := a.run(context.Background()); err != nil {
		fmt.Fprintln(os.Stderr, "rolecall-beam:", err)
		if wrong := new(usageError); errors.As(err, &wrong) {
			os.Exit(2)
		}
		os.Exit(1)
	}
}

// explain lists our flags, and no more of the many of Beam than are needed.
func explain(to io.Writer) {
	fmt.Fprint(to, usage)
	own := flag.NewFlagSet("", flag.ContinueOnError)
	own.SetOutput(to)
	new(asked).flags(own)
	own.PrintDefaults()
	fmt.Fprint(to, ofBeam)
}

// parse reads flags and inputs in any order.
func (a *asked) parse(arguments []string) {
	for len(arguments) > 0 {
		flag.CommandLine.Parse(arguments)
		arguments = flag.Args()
		if len(arguments) > 0 {
			a.inputs, arguments = append(a.inputs, arguments[0]), arguments[1:]
		}
	}
}

// run checks the archive and says what came of it.
func (a *asked) run(ctx context.Context) error {
	job, err := a.job()
	if err != nil {
		return err
	}
	if err := a.find(ctx, &job); err != nil {
		return err
	}
	over, last, err := job.Begin(ctx)
	if err != nil {
		return err
	}
	if over {
		fmt.Printf("%s\n%s holds the whole run already.\n", last, a.out)
		return nil
	}
	p, root := beam.NewPipelineWithRoot()
	job.Build(root)
	told := tell(ctx, job)
	err = beamx.Run(ctx, p)
	told.End()
	if err != nil {
		return fmt.Errorf("%w\nThe run is not at its end; the same command goes on with the shards that are left", err)
	}
	if *jobopts.Async {
		fmt.Printf("The job is handed over. Once the engine has run it: rolecall corpus report %s\n", a.out)
		return nil
	}
	if last, over, err = job.Last(ctx); err != nil || !over {
		return errors.Join(err, fmt.Errorf("%s: the engine says that the run is over, and no %s is there: workers write to another place under this name; give a folder that all of them share", a.out, journal.LogFile))
	}
	fmt.Printf("%s\nThe tables are in %s: rolecall corpus report %s\n", last, a.out, a.out)
	return nil
}

// job is the run that is asked for, but for its inputs and which catalog it is by.
func (a *asked) job() (job pipeline.Job, err error) {
	columns, err := document.ReadColumns(a.columns)
	switch {
	case err != nil:
		return job, &usageError{err.Error()}
	case len(a.inputs) == 0:
		return job, &usageError{"give an archive, for example: rolecall-beam --out checked 'news/*.jsonl.gz'"}
	case strings.TrimSpace(a.out) == "":
		return job, &usageError{"give the folder for the tables: --out DIR"}
	case !slices.Contains(table.Formats(), table.Format(a.format)):
		return job, &usageError{fmt.Sprintf("--format %s: choose %s", a.format, phrase.Or(words(table.Formats())))}
	case a.form != "" && !slices.Contains(input.Forms(), input.Form(a.form)):
		return job, &usageError{fmt.Sprintf("--form %s: choose %s", a.form, phrase.Or(words(input.Forms())))}
	case a.size < 1:
		return job, &usageError{"--documents-per-file is 1 or more"}
	}
	if err := errors.Join(a.reach(), workerBinary()); err != nil {
		return job, err
	}
	if a.memory != "" {
		if job.Catalog.Memory, err = catalog.ParseMemory(a.memory); err != nil {
			return job, &usageError{"--memory: " + err.Error()}
		}
	}
	job.Out, job.Catalog.Path, job.Catalog.Everything = a.out, a.catalog, a.everything
	job.Reading = pipeline.Reading{Form: input.Form(a.form), Columns: columns}
	job.Begun = journal.Begun{
		Version: journal.Version, Program: "rolecall-beam", Format: table.Format(a.format), ShardSize: a.size,
		Reading: journal.Reading(input.Options{Form: job.Reading.Form, Columns: columns}, a.everything),
	}
	return job, nil
}

// isHere reports whether all workers are on this machine.
func isHere() bool {
	return slices.Contains([]string{"", "prism", "PrismRunner", "direct"}, *runners.Runner) && *jobopts.Endpoint == ""
}

// workerBinary lets workers run this program, unless another is named: Beam would build one
// without C, which the catalog's database is written in.
func workerBinary() (err error) {
	switch {
	case *jobopts.WorkerBinary != "":
		return nil
	case runtime.GOOS != "linux" && !isHere():
		return &usageError{"workers run Linux: give this program built there with --worker_binary FILE"}
	}
	*jobopts.WorkerBinary, err = os.Executable()
	return err
}

// reach refuses what workers cannot reach, or not by the same path.
func (a *asked) reach() error {
	for _, in := range a.inputs {
		switch {
		case in == input.Stdin:
			return &usageError{"standard input is read by one machine alone: give files, or use rolecall corpus check"}
		case article.IsAddress(in):
			return &usageError{in + " is an address of the web: fetch its articles with rolecall corpus check, and give the files in DIR/fetched"}
		}
	}
	for _, path := range append([]string{a.out, a.catalog}, a.inputs...) {
		if !isHere() && path != worker.Starter && !store.IsRemote(path) && !filepath.IsAbs(path) {
			return &usageError{path + ": workers on other machines do not know this folder: give the whole path, the same on all of them, or a store (gs://, s3://)"}
		}
	}
	return nil
}

// find fills in the files of the archive and which catalog it is checked by.
func (a *asked) find(ctx context.Context, job *pipeline.Job) (err error) {
	o := input.Options{Form: job.Reading.Form}
	if !store.IsRemote(a.out) {
		o.Without = a.out
	}
	if job.Inputs, err = store.Find(ctx, a.inputs, o); err != nil {
		return err
	}
	c, err := job.Catalog.Open(ctx)
	if err != nil {
		return err
	}
	info := c.Info()
	job.Begun.Catalog, job.Begun.Hash, job.Begun.HandPicked, job.Catalog.Hash = info.Name, info.Hash, info.HandPicked, info.Hash
	return c.Close()
}
