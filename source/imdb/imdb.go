// Package imdb reads the non-commercial datasets of IMDb as they are published:
// seven files of tab-separated values, gzipped.
//
// They hold about 100 million credits, so they are not handed over row by row:
// DuckDB reads the files itself, into tables staged beside the catalog, and SQL
// in sql/ makes titles, people and credits of them. What DuckDB does not see is
// inspected here meanwhile: whether every byte of a file arrived and is text.
// Which of IMDb's categories and jobs is which role stands in roles.csv, which
// of its types of title is which kind in forms.csv.
package imdb

import (
	"context"
	"database/sql"
	_ "embed"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"time"

	"golang.org/x/sync/errgroup"

	"rolecall"
	"rolecall/source"
)

// SourceID is the word by which rows refer to IMDb as a source.
const SourceID = "imdb"

// Licence is how IMDb's terms are named with the catalog.
const Licence = "IMDb non-commercial licensing: personal and non-commercial use. Information courtesy of IMDb (https://www.imdb.com). Used with permission."

// Address is where the datasets are described.
const Address = "https://developer.imdb.com/non-commercial-datasets/"

// Reader reads a folder that holds the datasets.
type Reader struct {
	// Dir is the folder.
	Dir string
	// Adult takes titles marked as adult too.
	Adult bool
	// Without names datasets to leave out; only "akas" may be.
	Without []string
}

var _ source.Reader = Reader{}

// Read implements source.Reader. The sink must be a source.Database.
func (r Reader) Read(ctx context.Context, sink source.Sink, report *source.Report) error {
	database, ok := sink.(source.Database)
	if !ok {
		return errors.New("the IMDb datasets can only be read into a database")
	}
	files, err := r.files()
	if err != nil {
		return err
	}
	err = sink.AddSource(rolecall.Source{
		ID: SourceID, Name: "IMDb non-commercial datasets", Licence: Licence, Address: Address,
		Retrieved: newest(files).Format(time.DateOnly), Checksum: checksums(files),
	})
	if err != nil {
		return err
	}
	conn, err := database.Conn(ctx)
	if err != nil {
		return err
	}
	defer conn.Close()
	work, ctx := errgroup.WithContext(ctx)
	work.Go(func() error { return inspect(ctx, files, report) })
	work.Go(func() error { return load(ctx, conn, r, files, database.Stage(), report) })
	return work.Wait()
}

// dataset is one of the published files.
type dataset struct {
	// name is that of the file without ending: "title.basics".
	name string
	// columns are its header, in order.
	columns []string
	path    string
	info    os.FileInfo
}

var datasets = []dataset{
	{name: "name.basics", columns: []string{"nconst", "primaryName", "birthYear", "deathYear", "primaryProfession", "knownForTitles"}},
	{name: "title.basics", columns: []string{"tconst", "titleType", "primaryTitle", "originalTitle", "isAdult", "startYear", "endYear", "runtimeMinutes", "genres"}},
	{name: "title.crew", columns: []string{"tconst", "directors", "writers"}},
	{name: "title.episode", columns: []string{"tconst", "parentTconst", "seasonNumber", "episodeNumber"}},
	{name: "title.principals", columns: []string{"tconst", "ordering", "nconst", "category", "job", "characters"}},
	{name: "title.ratings", columns: []string{"tconst", "averageRating", "numVotes"}},
	{name: akas, columns: []string{"titleId", "ordering", "title", "region", "language", "types", "attributes", "isOriginalTitle"}},
}

const akas = "title.akas"

// files are the datasets with their paths, their headers checked.
func (r Reader) files() ([]dataset, error) {
	var found []dataset
	for _, d := range datasets {
		if d.name == akas && len(r.Without) > 0 {
			continue
		}
		var err error
		for _, ending := range []string{".tsv.gz", ".tsv"} {
			d.path = filepath.Join(r.Dir, d.name+ending)
			if d.info, err = os.Stat(d.path); err == nil {
				break
			}
		}
		if err != nil {
			hint := ""
			if d.name == akas {
				hint = "; leave it out with --without akas"
			}
			return nil, fmt.Errorf("%s.tsv.gz of the IMDb datasets is not in %s (%w)%s", d.name, r.Dir, errors.Unwrap(err), hint)
		}
		if err := d.checkHeader(); err != nil {
			return nil, err
		}
		found = append(found, d)
	}
	return found, nil
}

// newest is when the youngest of the files was written, which is when the
// datasets were retrieved.
func newest(files []dataset) (day time.Time) {
	for _, d := range files {
		if d.info.ModTime().After(day) {
			day = d.info.ModTime()
		}
	}
	return day.UTC()
}

// load runs the SQL that makes a catalog of the files.
func load(ctx context.Context, conn *sql.Conn, r Reader, files []dataset, stage string, report *source.Report) error {
	l, err := newLoader(ctx, conn, r, files, stage, report)
	if err != nil {
		return err
	}
	defer l.close()
	steps := []string{"titles", "people", "principals", "crew", "catalog", "credits"}
	if _, taken := l.files[akas]; taken {
		steps = append(steps, "akas")
	}
	for _, step := range steps {
		if err := l.run(ctx, step); err != nil {
			return err
		}
	}
	return l.leftAside(ctx)
}

// quoted is a text as an SQL literal.
func quoted(text string) string { return "'" + strings.ReplaceAll(text, "'", "''") + "'" }
