package main

import (
	"errors"
	"fmt"
	"io"
	"os"
	"slices"
	"strings"
	"sync"
	"time"
)

// options are what the command was asked for.
type options struct {
	scale   float64
	seed    uint64
	folder  string
	without []string // tables to leave out, with or without "title."
	plain   bool
	triples bool
}

// table is one file to write.
type table struct {
	name    string
	columns string // as IMDb's header has them, separated by spaces
	write   func(*world, *output) error
}

// tables are all files but the triples, those that take longest first.
var tables = []table{
	{"title.principals", "tconst ordering nconst category job characters", writePrincipals},
	{"title.akas", "titleId ordering title region language types attributes isOriginalTitle", writeAkas},
	{"name.basics", "nconst primaryName birthYear deathYear primaryProfession knownForTitles", writeNames},
	{"title.basics", "tconst titleType primaryTitle originalTitle isAdult startYear endYear runtimeMinutes genres", writeTitles},
	{"title.crew", "tconst directors writers", writeCrew},
	{"title.episode", "tconst parentTconst seasonNumber episodeNumber", writeEpisodes},
	{"title.ratings", "tconst averageRating numVotes", writeRatings},
	{"wikidata", "?item ?imdb ?property ?value ?rank", writeWikidata},
}

// job is a file being written.
type job struct {
	name   string
	pack   packing
	write  func(*output) error
	output output
	took   time.Duration
}

// generate writes the files, all at the same time, and tells how far it is.
func generate(o options, progress io.Writer) error {
	if o.folder == "" {
		return errors.New("no folder to write to: give one with -dir")
	}
	w, err := newWorld(o.scale, o.seed)
	if err != nil {
		return err
	}
	jobs, err := plan(w, o)
	if err != nil {
		return err
	}
	if err := os.MkdirAll(o.folder, 0o755); err != nil {
		return fmt.Errorf("make the folder to write to: %w", err)
	}
	done := make(chan struct{})
	var telling sync.WaitGroup
	telling.Go(func() { tell(progress, jobs, done) })
	faults := make([]error, len(jobs))
	var writing sync.WaitGroup
	began := time.Now()
	for i, j := range jobs {
		writing.Go(func() {
			faults[i] = writeFile(o.folder, j.name, j.pack, &j.output, j.write)
			j.took = time.Since(began)
		})
	}
	writing.Wait()
	close(done)
	telling.Wait()
	if err := errors.Join(faults...); err != nil {
		return err
	}
	summarise(progress, jobs, time.Since(began))
	return nil
}

// plan lists the files asked for.
func plan(w *world, o options) ([]*job, error) {
	var jobs []*job
	left := slices.Clone(o.without)
	for _, t := range tables {
		names := []string{t.name, strings.TrimPrefix(t.name, "title.")}
		if slices.ContainsFunc(left, func(name string) bool { return slices.Contains(names, name) }) {
			left = slices.DeleteFunc(left, func(name string) bool { return slices.Contains(names, name) })
			continue
		}
		j := &job{name: t.name + ".tsv", pack: gzipped, write: t.from(w)}
		if o.plain || t.name == "wikidata" {
			j.pack = unpacked
		}
		jobs = append(jobs, j)
	}
	if len(left) > 0 {
		var known []string
		for _, t := range tables {
			known = append(known, t.name)
		}
		return nil, fmt.Errorf("there is no table %q to leave out: choose of %s", left[0], strings.Join(known, ", "))
	}
	if o.triples {
		j := &job{name: "wikidata-truthy.nt", pack: bzipped, write: func(o *output) error { return writeTriples(w, o) }}
		if o.plain {
			j.pack = unpacked
		}
		jobs = append(jobs, j)
	}
	return jobs, nil
}

// from writes the header and the rows.
func (t table) from(w *world) func(*output) error {
	return func(o *output) error {
		o.buffer = append(o.buffer, strings.ReplaceAll(t.columns, " ", "\t")...)
		o.buffer = append(o.buffer, '\n')
		return t.write(w, o)
	}
}

// tell says every few seconds how many rows there are, until done.
func tell(progress io.Writer, jobs []*job, done <-chan struct{}) {
	often := time.NewTicker(5 * time.Second)
	defer often.Stop()
	for began := time.Now(); ; {
		select {
		case <-done:
			return
		case <-often.C:
			var line strings.Builder
			for _, j := range jobs {
				fmt.Fprintf(&line, "  %s %.1f M", strings.TrimPrefix(strings.TrimSuffix(j.name, ".tsv"), "title."), float64(j.output.rows.Load())/1e6)
			}
			fmt.Fprintf(progress, "%3.0f s%s\n", time.Since(began).Seconds(), line.String())
		}
	}
}

func summarise(progress io.Writer, jobs []*job, took time.Duration) {
	var whole int64
	for _, j := range jobs {
		rows := j.output.rows.Load()
		whole += rows
		fmt.Fprintf(progress, "%-20s %11d rows %7.1f s\n", j.name+j.pack.ending, rows, j.took.Seconds())
	}
	fmt.Fprintf(progress, "%-20s %11d rows %7.1f s  %.0f rows/s\n", "all", whole, took.Seconds(), float64(whole)/took.Seconds())
}
