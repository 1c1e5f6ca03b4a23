// Package imdb reads the non-commercial datasets of IMDb as they are published:
// seven files of tab-separated values, gzipped.
//
// They hold about 100 million credits. Titles and people are read into memory,
// compactly, and numbered; the credits then pass through title by title, as their
// lines stand together in the files, and the catalog draws the rows as it writes them.
// So every byte is unpacked once and nothing needs to be sorted or joined. Which of
// IMDb's categories and jobs is which role stands in the package job, which of its types
// of title is which kind in forms.csv.
package imdb

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"time"

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

var (
	_ source.Sized    = Reader{}
	_ source.Measured = Reader{}
)

// Read implements source.Reader. The sink must be a source.Bulk.
func (r Reader) Read(ctx context.Context, sink source.Sink, report *source.Report) error {
	bulk, ok := sink.(source.Bulk)
	if !ok {
		return errors.New("the IMDb datasets can only be read by number, into a catalog")
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
	l := &loader{sink: bulk, reader: r, files: make(map[string]linesOf), report: report}
	for _, d := range files {
		l.files[d.name] = d
	}
	return l.load(ctx)
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
	{name: names, columns: []string{"nconst", "primaryName", "birthYear", "deathYear", "primaryProfession", "knownForTitles"}},
	{name: basics, columns: []string{"tconst", "titleType", "primaryTitle", "originalTitle", "isAdult", "startYear", "endYear", "runtimeMinutes", "genres"}},
	{name: crews, columns: []string{"tconst", "directors", "writers"}},
	{name: episodes, columns: []string{"tconst", "parentTconst", "seasonNumber", "episodeNumber"}},
	{name: principals, columns: []string{"tconst", "ordering", "nconst", "category", "job", "characters"}},
	{name: ratings, columns: []string{"tconst", "averageRating", "numVotes"}},
	{name: akas, columns: []string{"titleId", "ordering", "title", "region", "language", "types", "attributes", "isOriginalTitle"}},
}

// The names of the datasets.
const (
	names      = "name.basics"
	basics     = "title.basics"
	crews      = "title.crew"
	episodes   = "title.episode"
	principals = "title.principals"
	ratings    = "title.ratings"
	akas       = "title.akas"
)

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
			if d.info, err = source.Stat(d.path); !errors.Is(err, fs.ErrNotExist) {
				break
			}
		}
		switch {
		case err != nil && !errors.Is(err, fs.ErrNotExist):
			return nil, err
		case err != nil:
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

// Room is how many bytes a catalog of the datasets may take on the disk while it is
// built: the catalog, what lies beside it, and what does not fit into memory. It is a
// bound from catalogs of generated data of IMDb's shape (bench/import), in which they
// take 2.1 times the bytes of the packed files, and 0.7 times those of the unpacked.
func (r Reader) Room() (bytes int64) {
	files, err := r.files()
	if err != nil {
		return 0 // Read tells
	}
	for _, d := range files {
		if strings.HasSuffix(d.path, ".gz") {
			bytes += 3 * d.info.Size()
		} else {
			bytes += d.info.Size()
		}
	}
	return bytes
}

// Bytes is the size of the datasets on the disk.
func (r Reader) Bytes() (bytes int64) {
	files, err := r.files()
	if err != nil {
		return 0 // Read tells
	}
	for _, d := range files {
		bytes += d.info.Size()
	}
	return bytes
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

// checksums is the digest of the names, sizes and last bytes of the files, and says
// so: the trailer of a gzip file is a checksum of its content, but not one that
// nobody could forge, and the files are not read once more for another.
func checksums(files []dataset) string {
	h := sha256.New()
	for _, d := range files {
		fmt.Fprintf(h, "%s %d ", d.name, d.info.Size())
		if f, err := os.Open(d.path); err == nil {
			io.Copy(h, io.NewSectionReader(f, max(d.info.Size()-8, 0), 8))
			f.Close()
		}
	}
	return "sizes-and-ends-sha256:" + hex.EncodeToString(h.Sum(nil))
}
