package pipeline_test

import (
	"bytes"
	"cmp"
	"compress/gzip"
	"context"
	"encoding/json"
	"errors"
	"flag"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"sync/atomic"
	"testing"
	"time"

	"github.com/apache/beam/sdks/v2/go/pkg/beam"
	"github.com/apache/beam/sdks/v2/go/pkg/beam/io/filesystem/memfs"
	"github.com/apache/beam/sdks/v2/go/pkg/beam/options/jobopts"
	_ "github.com/apache/beam/sdks/v2/go/pkg/beam/runners/prism"
	"github.com/klauspost/compress/zstd"

	"rolecall/catalog"
	"rolecall/catalog/catalogtest"
	"rolecall/corpus/batch"
	"rolecall/corpus/beam/pipeline"
	"rolecall/corpus/beam/store"
	"rolecall/corpus/beam/worker"
	"rolecall/corpus/copies"
	"rolecall/corpus/input"
	"rolecall/corpus/journal"
	"rolecall/corpus/reader"
	"rolecall/corpus/table"
	"rolecall/press"
	"rolecall/press/article"
	"rolecall/source/starter"
)

// held is the starter catalog, built once for all tests.
var held *catalog.Catalog

func TestMain(m *testing.M) {
	flag.Parse()
	*jobopts.JobName = "test"
	worker.Languages = append(worker.Languages, func(*catalog.Catalog) reader.Language {
		opened.Add(1)
		return french{}
	})
	beam.Init()
	os.Exit(catalogtest.Main(m, starter.Name, starter.Fill, func(c *catalog.Catalog) { held = c }))
}

// french reads French as tests need it: it takes its time, panics, and fails, as a text says.
type french struct{}

// opened is how many times a catalog was opened to read by.
var opened atomic.Int64

// atWork is how many French texts are read at present, most how many were at a time.
var atWork, most atomic.Int64

// beforeItBreaks is waited for before the reader fails; nil for nothing.
var beforeItBreaks func()

// read is how many French texts were read.
var read atomic.Int64

// broken says that the reader fails as if the catalog could not be read any more.
var broken atomic.Bool

func (french) Name() string { return "French" }

func (french) Read(_ context.Context, a article.Article) (press.Report, error) {
	read.Add(1)
	now := atWork.Add(1)
	defer atWork.Add(-1)
	for m := most.Load(); now > m && !most.CompareAndSwap(m, now); m = most.Load() {
	}
	switch {
	case strings.Contains(a.Text, "panique"):
		panic("no reader for this")
	case strings.Contains(a.Text, "cassé") && broken.Load():
		if wait := beforeItBreaks; wait != nil {
			wait()
		}
		return press.Report{}, errors.New("the catalog cannot be read")
	case strings.Contains(a.Text, "longtemps"):
		time.Sleep(200 * time.Millisecond)
	}
	return press.Report{Article: a}, nil
}

const (
	agency = "All 13 episodes of season two of Jessica Jones were directed by women, its makers said on Thursday. “It was time for that to happen,” Melissa Rosenberg told Variety. The series stars Krysten Ritter as a private eye in New York, and its second season was first shown on March 8, 2018, all of it at once."
	wrong  = "Kathryn Bigelow directed Lady Bird, which critics in many countries liked more than any other film of that year, and which was shown in cinemas everywhere."
	frais  = "Le conseil municipal s'est réuni mardi pour discuter du budget des routes, et tout le monde est rentré chez soi de bonne heure parce qu'il n'y avait plus d'argent pour voir Jessica Jones"
)

// line is a document as JSON lines have it.
func line(text string, fields ...string) string {
	record := map[string]string{"text": text, "outlet": "Herald", "date": "2018-03-08"}
	for i := 0; i < len(fields); i += 2 {
		record[fields[i]] = fields[i+1]
	}
	written, err := json.Marshal(record)
	if err != nil {
		panic(err)
	}
	return string(written) + "\n"
}

// warc is an archive of the web, with what is no page in between.
func warc(texts ...string) string {
	var all strings.Builder
	record := func(kind, contentType, block string) {
		fmt.Fprintf(&all, "WARC/1.0\r\nWARC-Type: %s\r\nWARC-Record-ID: <urn:uuid:%08d-0000-0000-0000-000000000000>\r\nWARC-Date: 2018-03-08T12:00:00Z\r\nWARC-Target-URI: https://post.example/%d\r\nContent-Type: %s\r\nContent-Length: %d\r\n\r\n%s\r\n\r\n", kind, all.Len(), all.Len(), contentType, len(block), block)
	}
	record("warcinfo", "application/warc-fields", "software: test\r\n")
	for _, text := range texts {
		record("metadata", "application/warc-fields", "fetchTimeMs: 7\r\n")
		record("response", "application/http;msgtype=response", "HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n\r\n<html><body><p>"+text+"</p></body></html>")
		record("conversion", "text/plain", "WET. "+text)
	}
	return all.String()
}

// archive is files by their names: copies lie across them, and poison in between.
func archive() map[string]string {
	var lines strings.Builder
	for n := range 20 {
		lines.WriteString(line(fmt.Sprintf("The council of ward %d met on Tuesday to talk about %d roads, and went home early, as there was no money for roads and not much else to talk about this time.", n, n*n)))
	}
	return map[string]string{
		"a.jsonl":         line(agency) + line(wrong) + "{broken\n" + line(frais+".") + line("EXCLUSIVE. "+agency, "outlet", "Post", "date", "2018-03-07"),
		"b/poison.jsonl":  line("", "headline", "nothing") + line("\xff\xfe "+wrong) + `{"text": "` + strings.Repeat("x ", 10<<20) + "\"}\n" + "\"" + "\xff" + "\"\n" + line(frais+", et voilà la panique.") + line(agency) + "[1]\n",
		"b/packed.ndjson": lines.String(),
		"c.warc":          warc(agency, wrong+" More of it.", strings.Repeat("<div>", 20_000)+agency, frais+" du tout."),
		"d.csv":           "text,outlet,date\n\"" + wrong + "\",Gazette,2018-03-09\n\"A broken one\n",
		"e.html":          "<html><head><title>Who</title></head><body><article><p>" + agency + "</p><p>" + wrong + "</p></article></body></html>",
		"f.jpg":           "no article",
		"g.jsonl":         "",
	}
}

// lay writes files into a folder, some of them packed.
func lay(t *testing.T, dir string, files map[string]string) {
	t.Helper()
	for name, content := range files {
		switch name {
		case "b/packed.ndjson":
			var out bytes.Buffer
			w, err := zstd.NewWriter(&out)
			if err != nil {
				t.Fatal(err)
			}
			w.Write([]byte(content))
			w.Close()
			name, content = name+".zst", out.String()
		case "c.warc":
			var out bytes.Buffer
			w := gzip.NewWriter(&out)
			w.Write([]byte(content))
			w.Close()
			name, content = name+".gz", out.String()
		}
		if err := store.Write(t.Context(), store.Join(dir, name), []byte(content)); err != nil {
			t.Fatal(err)
		}
	}
}

// jobOver is the run over a folder.
func jobOver(t *testing.T, in, out string, format table.Format) pipeline.Job {
	t.Helper()
	inputs, err := store.Find(t.Context(), []string{in}, input.Options{})
	if err != nil {
		t.Fatal(err)
	}
	info := held.Info()
	return pipeline.Job{
		Out: out, Inputs: inputs, Catalog: worker.Catalog{Path: held.Path(), Hash: info.Hash},
		Begun: journal.Begun{Version: journal.Version, Catalog: info.Name, Hash: info.Hash, HandPicked: info.HandPicked, Format: format, ShardSize: 7, Reading: journal.Reading(input.Options{}, false)},
	}
}

// onMany runs on Prism, in this process.
func onMany(t *testing.T, j pipeline.Job) error {
	t.Helper()
	if over, _, err := j.Begin(t.Context()); err != nil || over {
		t.Fatalf("over %v, %v", over, err)
	}
	p, root := beam.NewPipelineWithRoot()
	j.Build(root)
	_, err := beam.Run(t.Context(), "prism", p)
	return err
}

// onOne runs as rolecall corpus check does.
func onOne(t *testing.T, j pipeline.Job, out string) journal.Entry {
	t.Helper()
	r, err := reader.ByCatalog(t.Context(), held, false)
	if err != nil {
		t.Fatal(err)
	}
	r.Languages = append(r.Languages, french{})
	run := batch.Run{Dir: out, Begun: j.Begun, Inputs: j.Inputs, Read: r.Read}
	last, err := run.Do(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	return last
}

// files are those of the folders within a folder, by their names.
func files(t *testing.T, dir string) map[string]string {
	t.Helper()
	all := make(map[string]string)
	err := filepath.WalkDir(dir, func(path string, e fs.DirEntry, err error) error {
		if err != nil || e.IsDir() || filepath.Dir(path) == dir {
			return err
		}
		content, err := os.ReadFile(path)
		all[filepath.ToSlash(strings.TrimPrefix(path, dir+string(filepath.Separator)))] = string(content)
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return all
}

// same compares the tables of two runs, file by file and byte for byte, and is how many files
// there are. Which articles are copies stands in those of many machines alone.
func same(t *testing.T, many, one string) (compared int) {
	t.Helper()
	got, want := files(t, many), files(t, one)
	for name := range want {
		if compared++; got[name] != want[name] {
			t.Errorf("%s differs:\n%.400s\nwant\n%.400s", name, got[name], want[name])
		}
	}
	for name := range got {
		if _, is := want[name]; !is && !strings.HasPrefix(name, table.Copies.Name) {
			t.Errorf("%s is too many", name)
		}
	}
	return compared
}

// groups are the copies among the articles of a run in JSON lines, as copies.Groups has them.
func groups(t *testing.T, dir string) (lines []string) {
	t.Helper()
	type row struct {
		Article        int
		Digest, Sketch string
	}
	var rows []row
	var texts []copies.Text
	for _, content := range slicesOf(files(t, dir), table.Of(table.Articles).Name) {
		var r row
		if err := json.Unmarshal([]byte(content), &r); err != nil {
			t.Fatal(err)
		}
		rows = append(rows, r)
	}
	slices.SortFunc(rows, func(a, b row) int { return cmp.Compare(a.Article, b.Article) })
	for _, r := range rows {
		sketch, err := copies.Parse(r.Sketch)
		if err != nil {
			t.Fatal(err)
		}
		texts = append(texts, copies.Text{Digest: r.Digest, Sketch: sketch})
	}
	for i, first := range copies.Groups(texts) {
		if int(first) != i {
			lines = append(lines, fmt.Sprintf(`{"article":%d,"leader":%d}`, rows[i].Article, rows[first].Article))
		}
	}
	return lines
}

// slicesOf are the lines of a table's files, in the order of their names.
func slicesOf(all map[string]string, name string) (lines []string) {
	var names []string
	for n := range all {
		if strings.HasPrefix(n, name+"/") {
			names = append(names, n)
		}
	}
	slices.Sort(names)
	for _, n := range names {
		lines = append(lines, strings.Split(strings.TrimSpace(all[n]), "\n")...)
	}
	return lines
}

// TestTheTablesAreThoseOfOneMachine compares every byte, of both formats.
func TestTheTablesAreThoseOfOneMachine(t *testing.T) {
	for _, format := range table.Formats() {
		t.Run(string(format), func(t *testing.T) {
			folder := t.TempDir()
			in, many, one := filepath.Join(folder, "in"), filepath.Join(folder, "many"), filepath.Join(folder, "one")
			lay(t, in, archive())
			job := jobOver(t, in, many, format)
			want := onOne(t, job, one)
			if err := onMany(t, job); err != nil {
				t.Fatal(err)
			}
			if compared := same(t, many, one); compared < 20 {
				t.Errorf("%d files only: the test shows little", compared)
			}
			run, err := journal.Read(many)
			if err != nil {
				t.Fatal(err)
			}
			defer run.Close()
			if run.Last != want || run.Last.LeftOut < 6 {
				t.Errorf("%+v\nwant %+v", run.Last, want)
			}
			if format != table.JSONLines {
				return
			}
			found := slicesOf(files(t, many), table.Copies.Name)
			if copied := groups(t, one); !slices.Equal(found, copied) || len(copied) < 4 {
				t.Errorf("copies\n%v\nwant\n%v", found, copied)
			}
			if left := strings.Join(slicesOf(files(t, many), "left_out"), "\n"); !strings.Contains(left, "reading it panicked: no reader for this") || !strings.Contains(left, "too long") || !strings.Contains(left, "not UTF-8") {
				t.Errorf("left out:\n%s", left)
			}
		})
	}
}

// TestOneMachineGoesOnWhereManyWere reads what is new in an archive that has grown, in the
// folder of a run on many machines.
func TestOneMachineGoesOnWhereManyWere(t *testing.T) {
	folder := t.TempDir()
	in, many, one := filepath.Join(folder, "in"), filepath.Join(folder, "many"), filepath.Join(folder, "one")
	lay(t, in, map[string]string{"a.jsonl": archive()["a.jsonl"], "b.jsonl": line(agency) + line(agency, "outlet", "Post")})
	job := jobOver(t, in, many, table.JSONLines)
	onOne(t, job, one)
	if err := onMany(t, job); err != nil {
		t.Fatal(err)
	}
	if len(slicesOf(files(t, many), table.Copies.Name)) == 0 {
		t.Fatal("no copies: the test shows little")
	}
	lay(t, in, map[string]string{"0.jsonl": line(wrong) + line(agency)})
	grown := jobOver(t, in, many, table.JSONLines)
	onOne(t, grown, one)
	onOne(t, grown, many)
	same(t, many, one)
	if stale := slicesOf(files(t, many), table.Copies.Name); len(stale) > 0 {
		t.Errorf("copies of before: %v", stale)
	}
}

// TestSeveralWorkersReadAtATime: all of them by one catalog.
func TestSeveralWorkersReadAtATime(t *testing.T) {
	folder := t.TempDir()
	in := filepath.Join(folder, "in")
	files := make(map[string]string)
	for n := range 8 {
		files[fmt.Sprintf("%d.jsonl", n)] = strings.Repeat(line(frais+" depuis longtemps."), 2)
	}
	lay(t, in, files)
	job := jobOver(t, in, filepath.Join(folder, "many"), table.JSONLines)
	job.Begun.ShardSize = 2
	job.Catalog.Path = filepath.Join(folder, "another.duckdb") // which no other run has opened
	content, err := os.ReadFile(held.Path())
	if err == nil {
		err = os.WriteFile(job.Catalog.Path, content, 0o644)
	}
	if err != nil {
		t.Fatal(err)
	}
	before := opened.Load()
	most.Store(0)
	if err := onMany(t, job); err != nil {
		t.Fatal(err)
	}
	if most.Load() < 2 {
		t.Errorf("%d at a time", most.Load())
	}
	if opened.Load() != before+1 {
		t.Errorf("the catalog was opened %d times", opened.Load()-before)
	}
}

// TestARunThatFailedGoesOn: a worker's catalog fails in the middle; the same command reads what is
// left, and ends with what it would have written at once.
func TestARunThatFailedGoesOn(t *testing.T) {
	for _, format := range table.Formats() {
		t.Run(string(format), func(t *testing.T) {
			folder := t.TempDir()
			in, many, one := filepath.Join(folder, "in"), filepath.Join(folder, "many"), filepath.Join(folder, "one")
			all := archive()
			for n := range 3 {
				all[fmt.Sprintf("y%d.jsonl", n)] = strings.Repeat(line(frais+fmt.Sprintf(", le %d.", n)), 7)
			}
			all["z.jsonl"] = line(frais + ", et tout est cassé.")
			lay(t, in, all)
			job := jobOver(t, in, many, format)
			fails(t, job, "z.jsonl line 1: the catalog cannot be read")
			if _, over, err := job.Last(t.Context()); over || err != nil {
				t.Fatalf("it failed and is over, %v", err)
			}
			if far, err := job.Far(t.Context()); err != nil || far.Documents < 50 || far.Done == 0 || far.Done >= far.Documents {
				t.Errorf("%+v, %v", far, err)
			}
			before := read.Load()
			if err := onMany(t, job); err != nil {
				t.Fatal(err)
			}
			if again := read.Load() - before; again > 8 { // its own shard, and no other that was whole
				t.Errorf("%d texts were read again", again)
			}
			onOne(t, job, one)
			same(t, many, one)
			if over, last, err := job.Begin(t.Context()); !over || err != nil || last.Articles == 0 {
				t.Errorf("a run that is over: %v, %+v, %v", over, last, err)
			}
			run, err := journal.Read(many)
			if err != nil {
				t.Fatal(err)
			}
			defer run.Close()
			if format == table.JSONLines {
				if found, copied := slicesOf(files(t, many), table.Copies.Name), groups(t, one); !slices.Equal(found, copied) {
					t.Errorf("copies\n%v\nwant\n%v", found, copied)
				}
			}
		})
	}
}

// fails runs a job that fails in its last document once all shards but the one with that are
// written.
func fails(t *testing.T, job pipeline.Job, want string) {
	t.Helper()
	beforeItBreaks = func() {
		for deadline := time.Now().Add(30 * time.Second); time.Now().Before(deadline); time.Sleep(20 * time.Millisecond) {
			far, err := job.Far(t.Context())
			if err != nil || far.Documents > 0 && far.Done+job.Begun.ShardSize >= far.Documents {
				return
			}
		}
	}
	broken.Store(true)
	err := onMany(t, job)
	broken.Store(false)
	beforeItBreaks = nil
	if err == nil || !strings.Contains(err.Error(), want) {
		t.Fatalf("%v", err)
	}
}

// TestWhatWasChangedSinceIsReadAgain: a shard is taken over only if its documents and its files
// are what was noted. Nothing of what was written before and is no more stays.
func TestWhatWasChangedSinceIsReadAgain(t *testing.T) {
	folder := t.TempDir()
	in, many, one := filepath.Join(folder, "in"), filepath.Join(folder, "many"), filepath.Join(folder, "one")
	story := line(agency)
	lay(t, in, map[string]string{
		"a.jsonl": strings.Repeat(story, 7), "b.jsonl": strings.Repeat(line(wrong), 7), "c.jsonl": strings.Repeat(line(frais+"."), 7),
		"d.jsonl": strings.Repeat(line(frais+"!"), 8), "z.jsonl": line(frais + ", et tout est cassé."),
	})
	job := jobOver(t, in, many, table.JSONLines)
	fails(t, job, "z.jsonl line 1")
	for name, content := range map[string]string{
		"in/a.jsonl":                strings.Repeat(strings.Replace(story, "Thursday", "Saturday", 1), 7),                                                          // of the same length
		"in/d.jsonl":                strings.Repeat(line(strings.Repeat("x", len(line(frais+"!"))-len(line("")))), 7) + strings.Repeat("\n", len(line(frais+"!"))), // a document less
		"many/claims/00002.jsonl":   "",
		"many/mentions/00009.jsonl": "of a shard that there is no more\n",
		"many/claims/00003.jsonl":   "of texts that claim nothing\n",
		"many/copies/00001.jsonl":   "of the run before\n",
	} {
		if err := store.Write(t.Context(), store.Join(folder, name), []byte(content)); err != nil {
			t.Fatal(err)
		}
	}
	before := read.Load()
	if err := onMany(t, job); err != nil {
		t.Fatal(err)
	}
	if again := read.Load() - before; again == 0 || again > 14 {
		t.Errorf("%d French texts were read again", again)
	}
	onOne(t, job, one)
	same(t, many, one)
	if text := strings.Join(slicesOf(files(t, many), "claims"), ""); !strings.Contains(text, "Bigelow") {
		t.Error("the file that was emptied is empty")
	}
}

// TestAFolderOfAnotherRunIsRefused names what is other.
func TestAFolderOfAnotherRunIsRefused(t *testing.T) {
	folder := t.TempDir()
	in, out := filepath.Join(folder, "in"), filepath.Join(folder, "out")
	lay(t, in, map[string]string{"a.jsonl": line(wrong)})
	job := jobOver(t, in, out, table.JSONLines)
	if _, _, err := job.Begin(t.Context()); err != nil {
		t.Fatal(err)
	}
	other := job
	other.Begun.Format = table.Parquet
	var told *journal.OtherRunError
	if _, _, err := other.Begin(t.Context()); !errors.As(err, &told) || told.What != "format" {
		t.Errorf("another format: %v", err)
	}
	other = job
	other.Inputs = []input.File{{Path: job.Inputs[0].Path, Below: job.Inputs[0].Below, Bytes: 7}}
	var changed *pipeline.ChangedError
	if _, _, err := other.Begin(t.Context()); !errors.As(err, &changed) {
		t.Errorf("another archive: %v", err)
	}
	other = job
	other.Out = in
	if _, _, err := other.Begin(t.Context()); !errors.Is(err, journal.ErrForeign) {
		t.Errorf("a folder of something else: %v", err)
	}
	half, err := journal.Lines([]journal.Entry{{Documents: 1}})
	if err == nil {
		err = store.Write(t.Context(), store.Join(out, journal.LogFile), half)
	}
	var engine *pipeline.OtherEngineError
	if _, _, begun := job.Begin(t.Context()); err != nil || !errors.As(begun, &engine) {
		t.Errorf("a run of one machine: %v, %v", begun, err)
	}
}

// TestAWorkerWithAnotherCatalogFails: nothing is checked by two catalogs.
func TestAWorkerWithAnotherCatalogFails(t *testing.T) {
	folder := t.TempDir()
	in := filepath.Join(folder, "in")
	lay(t, in, map[string]string{"a.jsonl": line(wrong)})
	job := jobOver(t, in, filepath.Join(folder, "out"), table.JSONLines)
	job.Catalog.Hash = strings.Repeat("0", 64)
	if err := onMany(t, job); err == nil || !strings.Contains(err.Error(), "give every machine the same file") {
		t.Errorf("%v", err)
	}
}

// TestAStoreOfObjectsServesForFolders: archive, catalog and tables lie in one.
func TestAStoreOfObjectsServesForFolders(t *testing.T) {
	folder := t.TempDir()
	in, one := filepath.Join(folder, "in"), filepath.Join(folder, "one")
	all := map[string]string{"a.jsonl": archive()["a.jsonl"], "c.warc": archive()["c.warc"]}
	lay(t, in, all)
	lay(t, "memfs://in", all)
	content, err := os.ReadFile(held.Path())
	if err != nil {
		t.Fatal(err)
	}
	memfs.Write("memfs://catalogs/starter.duckdb", content)
	local := jobOver(t, in, "", table.JSONLines)
	onOne(t, local, one)
	job := jobOver(t, "memfs://in/*", "memfs://out", table.JSONLines)
	job.Catalog.Path = "memfs://catalogs/starter.duckdb"
	t.Setenv("TMPDIR", filepath.Join(folder, "aside"))
	if err := os.Mkdir(os.Getenv("TMPDIR"), 0o755); err != nil {
		t.Fatal(err)
	}
	if err := onMany(t, job); err != nil {
		t.Fatal(err)
	}
	for name, want := range files(t, one) {
		got, _, err := store.Read(t.Context(), store.Join(job.Out, name))
		if got := strings.ReplaceAll(string(got), "memfs://in", in); err != nil || got != want {
			t.Errorf("%s differs: %v\n%.300s\nwant\n%.300s", name, err, got, want)
		}
	}
	if _, over, err := job.Last(t.Context()); !over || err != nil {
		t.Errorf("over %v, %v", over, err)
	}
	if _, err := store.Find(t.Context(), []string{"memfs://nowhere/*"}, input.Options{}); err == nil || !strings.Contains(err.Error(), "give a pattern of files") {
		t.Errorf("a pattern that nothing fits: %v", err)
	}
}
