// Command corpus makes archives of articles as papers write them, with the names of a catalog,
// and measures "rolecall corpus check" on them: articles a second of time and of processor,
// the most memory, how much two cores bring, that a run which is killed again and again
// ends with the same bytes, and that a run on Beam does.
//
//	go run ./bench/corpus                                    (20,000 articles, the starter)
//	go run ./bench/corpus -articles 100000 -kill 10
//	go run ./bench/corpus -articles 100000 -files 20 -beam
//	go run ./bench/corpus -catalog FILE -memory 4GB
//	go run ./bench/corpus -articles 1000000 -files 50 -only FOLDER  (makes the archive and ends)
package main

import (
	"bufio"
	"context"
	"errors"
	"flag"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"time"

	"github.com/adrg/xdg"
	"github.com/klauspost/compress/gzip"

	"rolecall/catalog"
	"rolecall/source/starter"
)

// options are what is measured.
type options struct {
	articles, files, kills int
	beam                   bool
	catalog, memory, only  string
	dir                    string
}

func main() {
	var o options
	flag.IntVar(&o.articles, "articles", 20_000, "how many articles of some 3 kB")
	flag.IntVar(&o.files, "files", 1, "how many files the archive has")
	flag.BoolVar(&o.beam, "beam", false, "also run on Beam, on Prism in one process, and compare what it ends with")
	flag.IntVar(&o.kills, "kill", 0, "also kill a run so many times and compare what it ends with")
	flag.StringVar(&o.catalog, "catalog", "", "the catalog, by its file (default the starter)")
	flag.StringVar(&o.memory, "memory", "", "the memory of the database, as for rolecall")
	flag.StringVar(&o.only, "only", "", "write the archive to this folder and end")
	flag.StringVar(&o.dir, "dir", "", "the folder to work in (default a temporary one)")
	flag.Parse()
	if flag.NArg() > 0 || o.files < 1 || o.articles < o.files {
		flag.Usage()
		os.Exit(2)
	}
	if err := measure(context.Background(), o); err != nil {
		fmt.Fprintln(os.Stderr, "bench/corpus:", err)
		os.Exit(1)
	}
}

func measure(ctx context.Context, o options) error {
	works, err := worksIn(ctx, o.catalog)
	if err != nil {
		return err
	}
	if o.only != "" {
		return o.archive(o.only, works)
	}
	dir := o.dir
	if dir == "" {
		if dir, err = os.MkdirTemp("", "bench-corpus"); err != nil {
			return err
		}
		defer os.RemoveAll(dir)
	} else if err := os.MkdirAll(dir, 0o755); err != nil {
		return err
	}
	archive := filepath.Join(dir, "archive")
	if err := o.archive(archive, works); err != nil {
		return err
	}
	program, err := build(dir, "rolecall", ".")
	if err != nil {
		return err
	}
	t := trial{options: o, dir: dir, program: program, archive: archive}
	if err := t.run(); err != nil || !o.beam {
		return err
	}
	onBeam, err := build(dir, "rolecall-beam", filepath.Join("corpus", "beam"))
	if err != nil {
		return err
	}
	return t.runOnBeam(onBeam)
}

// archive makes the archive in a folder and says what it is.
func (o options) archive(folder string, works []work) error {
	if err := os.MkdirAll(folder, 0o755); err != nil {
		return err
	}
	bytes := 0
	for n := range o.files {
		written, err := write(filepath.Join(folder, fmt.Sprintf("%05d.jsonl.gz", n)), paper{works}, n*o.articles/o.files, (n+1)*o.articles/o.files)
		if err != nil {
			return err
		}
		bytes += written
	}
	fmt.Printf("%d articles about %d titles, %.1f kB each\n", o.articles, len(works), float64(bytes)/float64(o.articles)/1e3)
	return nil
}

// build builds a program of a module into a folder, and is its path.
func build(dir, name, module string) (string, error) {
	program, err := filepath.Abs(filepath.Join(dir, name))
	if err != nil {
		return "", err
	}
	command := exec.Command("go", "build", "-o", program, "./cmd/"+name)
	command.Dir = module
	if out, err := command.CombinedOutput(); err != nil {
		return "", fmt.Errorf("build %s: %w\n%s", name, err, out)
	}
	return program, nil
}

// write writes articles into a file, the first and those up to another, and is how long their
// texts are.
func write(path string, p paper, first, end int) (bytes int, err error) {
	file, err := os.Create(path)
	if err != nil {
		return 0, err
	}
	buffered := bufio.NewWriterSize(file, 1<<20)
	packed, err := gzip.NewWriterLevel(buffered, gzip.BestSpeed)
	if err != nil {
		return 0, err
	}
	for n := first; n < end; n++ {
		r := p.article(n)
		bytes += len(r.Text)
		if _, err := packed.Write(r.line()); err != nil {
			return 0, err
		}
	}
	return bytes, errors.Join(packed.Close(), buffered.Flush(), file.Close())
}

func open(ctx context.Context, path string) (*catalog.Catalog, error) {
	if path != "" {
		return catalog.Limits{Memory: 2 << 30}.Open(ctx, path)
	}
	const family = "starter-"
	kept := filepath.Join(xdg.CacheHome, "rolecall-bench", catalog.CacheName(family, starter.Fingerprint()))
	c, _, err := catalog.OpenCached(ctx, kept, family, catalog.Recipe{Name: starter.Name, Fill: starter.Fill})
	return c, err
}

// mostCredits is how many credits are asked for: those of the titles that papers write about.
const mostCredits = 40_000

// makers are the credits of titles, those with the most votes first. A catalog without votes
// is small, and all of it is asked.
const makers = `SELECT coalesce(t.series_name, t.name) AS name, min(t.year) AS year, count(t.series) > 0 AS series, p.name AS person, c.role AS role
FROM title t JOIN credit c ON c.title = t.title JOIN person p ON p.person = c.person
WHERE c.role IN ('director', 'cast') AND (t.votes > 20000 OR {all}) AND t.kind IN ('film', 'episode')
GROUP BY 1, 4, 5 ORDER BY max(coalesce(t.votes, 0)) DESC, 1, 4, 5`

func worksIn(ctx context.Context, path string) ([]work, error) {
	c, err := open(ctx, path)
	if err != nil {
		return nil, err
	}
	defer c.Close()
	text := strings.ReplaceAll(makers, "{all}", fmt.Sprint(c.Info().HandPicked))
	answer, err := c.Ask(ctx, catalog.Statement{Text: text, Rows: mostCredits, Time: time.Hour})
	if err != nil {
		return nil, err
	}
	var works []work
	places := make(map[string]int)
	for _, row := range answer.Rows.Values {
		name := row[0].(string)
		at, known := places[name]
		if !known {
			at = len(works)
			places[name] = at
			w := work{name: name, year: 2018, series: row[2].(bool)}
			if year, is := row[1].(int); is {
				w.year = year
			}
			works = append(works, w)
		}
		if person := row[3].(string); row[4] == "director" {
			works[at].directors = append(works[at].directors, person)
		} else {
			works[at].stars = append(works[at].stars, person)
		}
	}
	if len(works) == 0 {
		return nil, errors.New("the catalog has no titles with directors or cast")
	}
	return works, nil
}
