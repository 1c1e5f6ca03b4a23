package batch_test

import (
	"bytes"
	"compress/gzip"
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
	"time"

	"rolecall/corpus/batch"
	"rolecall/corpus/document"
	"rolecall/corpus/input"
	"rolecall/corpus/journal"
	"rolecall/corpus/table"
)

// The process that is killed is the test's own program, told by its environment.
const childVariable, childFormat = "ROLECALL_CORPUS_RUN_CHILD", "ROLECALL_CORPUS_RUN_FORMAT"

func TestMain(m *testing.M) {
	if dir := os.Getenv(childVariable); dir != "" {
		r := theRun(dir, table.Format(os.Getenv(childFormat)))
		r.Read = tellWhenTold
		if _, err := r.Do(context.Background()); err != nil {
			fmt.Fprintln(os.Stderr, err)
			os.Exit(1)
		}
		os.Exit(0)
	}
	os.Exit(m.Run())
}

// theRun reads the folder "in" beside that of its answers with a reader that takes its time.
func theRun(dir string, format table.Format) *batch.Run {
	in := filepath.Join(filepath.Dir(dir), "in")
	files, err := input.Find([]string{in}, input.Options{})
	if err != nil {
		panic(err)
	}
	return &batch.Run{
		Dir: dir, Inputs: files, Read: tell, Workers: 4, Every: 3 * time.Millisecond,
		Begun: journal.Begun{Version: journal.Version, Catalog: "test", Hash: "abc", Format: format, ShardSize: 70},
	}
}

// tell makes rows of a document that say which it was.
func tell(_ context.Context, d document.Document) (out table.Outcome, err error) {
	time.Sleep(time.Duration(d.Number%7) * 50 * time.Microsecond)
	if d.Fault != nil {
		left := table.Of(table.LeftOut).New()
		left.Add(d.Number, d.Source, d.Place, "", "", "", "", "", "test", d.Fault.Error())
		out.LeftOut = 1
		out.Lines[table.LeftOut], err = table.Lines(left)
		return out, err
	}
	articles, quotations := table.Of(table.Articles).New(), table.Of(table.Quotations).New()
	articles.Add(d.Number, d.Source, d.Place, d.Outlet, "", "", "", "", "", string(d.Content), len(d.Content), true, 0, 0, 0, d.Number%3, 0, "", "")
	for n := range d.Number % 3 {
		quotations.Add(d.Number, n+1, n, n+1, true, nil, "A", nil, "unknown", nil, n, nil, string(d.Content))
	}
	out.Articles, out.Quotations = 1, d.Number%3
	if out.Lines[table.Articles], err = table.Lines(articles); err != nil {
		return out, err
	}
	out.Lines[table.Quotations], err = table.Lines(quotations)
	return out, err
}

// tellWhenTold waits for a byte before it tells as tell does, and writes one afterwards.
func tellWhenTold(ctx context.Context, d document.Document) (table.Outcome, error) {
	if _, err := os.Stdin.Read(make([]byte, 1)); err != nil {
		return table.Outcome{}, err
	}
	out, err := tell(ctx, d)
	os.Stdout.Write([]byte{'.'})
	return out, err
}

// writeInputs fills a folder with files of several forms, in which some lines are broken.
func writeInputs(t *testing.T, dir string) (documents int) {
	t.Helper()
	if err := os.MkdirAll(dir, 0o755); err != nil {
		t.Fatal(err)
	}
	for f := range 6 {
		var content bytes.Buffer
		for n := range 60 + f {
			if n%17 == 3 {
				content.WriteString("{broken\n")
			} else {
				fmt.Fprintf(&content, `{"text": "file %d, text %d", "outlet": "o%d"}`+"\n", f, n, n%4)
			}
			documents++
		}
		name := fmt.Sprintf("%d.jsonl", f)
		if f%2 == 1 {
			name += ".gz"
			content = *packed(t, content.Bytes())
		}
		if err := os.WriteFile(filepath.Join(dir, name), content.Bytes(), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	return documents
}

func packed(t *testing.T, content []byte) *bytes.Buffer {
	t.Helper()
	var out bytes.Buffer
	w := gzip.NewWriter(&out)
	w.Write(content)
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	return &out
}

// answers are the files of a run but for what says how it went, by their names.
func answers(t *testing.T, dir string) map[string]string {
	t.Helper()
	all := make(map[string]string)
	err := filepath.WalkDir(dir, func(path string, e fs.DirEntry, err error) error {
		if err != nil || e.IsDir() || filepath.Dir(path) == dir {
			return err
		}
		content, err := os.ReadFile(path)
		all[strings.TrimPrefix(path, dir)] = string(content)
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return all
}

func same(t *testing.T, got, want map[string]string) {
	t.Helper()
	for name := range want {
		if got[name] != want[name] {
			t.Errorf("%s differs: %d bytes, want %d", name, len(got[name]), len(want[name]))
		}
	}
	for name := range got {
		if _, is := want[name]; !is {
			t.Errorf("%s is too many", name)
		}
	}
}

// TestARunThatIsKilledEndsWithTheSameBytes kills runs after some documents, again and
// again, until one comes to the end, and compares with a run that nobody disturbed.
func TestARunThatIsKilledEndsWithTheSameBytes(t *testing.T) {
	for _, format := range table.Formats() {
		t.Run(string(format), func(t *testing.T) {
			folder := t.TempDir()
			documents := writeInputs(t, filepath.Join(folder, "in"))
			undisturbed, killed := filepath.Join(folder, "undisturbed"), filepath.Join(folder, "killed")
			done, err := theRun(undisturbed, format).Do(t.Context())
			if err != nil {
				t.Fatal(err)
			}
			if done.Documents != documents || done.Articles+done.LeftOut != documents || done.LeftOut == 0 {
				t.Fatalf("%+v of %d documents", done, documents)
			}
			// No run before the fourth can come to the end, however late a busy machine
			// kills it; later ones may read more, so that every machine comes to the end.
			kills := 0
			for !runKilledAfter(t, killed, format, 1+rand.IntN(documents/6+5*kills), documents/8) {
				kills++
			}
			t.Logf("killed %d times", kills)
			if kills < 3 {
				t.Errorf("killed %d times only: the test shows little", kills)
			}
			same(t, answers(t, killed), answers(t, undisturbed))
			read, err := journal.Read(killed)
			if err != nil || read.Last.Counts != done.Counts {
				t.Errorf("%v: counted %+v, want %+v", err, read.Last.Counts, done.Counts)
			}
		})
	}
}

// runKilledAfter runs in a process of its own, which is killed when so many documents were
// read, at work on no more than a number beyond them, and says whether it came to its end
// before.
func runKilledAfter(t *testing.T, dir string, format table.Format, documents, beyond int) (ended bool) {
	t.Helper()
	child := exec.Command(os.Args[0])
	child.Env = append(os.Environ(), childVariable+"="+dir, childFormat+"="+string(format))
	var said bytes.Buffer
	child.Stderr = &said
	tell, err := child.StdinPipe()
	if err != nil {
		t.Fatal(err)
	}
	told, err := child.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := child.Start(); err != nil {
		t.Fatal(err)
	}
	if _, err := tell.Write(make([]byte, documents+beyond)); err != nil {
		t.Fatal(err)
	}
	if _, err := io.ReadFull(told, make([]byte, documents)); err == nil {
		child.Process.Signal(syscall.SIGKILL)
	}
	err = child.Wait()
	if err == nil {
		return true
	}
	if state, is := child.ProcessState.Sys().(syscall.WaitStatus); !is || !state.Signaled() {
		t.Fatalf("%v: %s", err, &said)
	}
	return false
}

// TestAnInterruptedRunGoesOn ends runs as a person does.
func TestAnInterruptedRunGoesOn(t *testing.T) {
	folder := t.TempDir()
	writeInputs(t, filepath.Join(folder, "in"))
	if _, err := theRun(filepath.Join(folder, "undisturbed"), table.JSONLines).Do(t.Context()); err != nil {
		t.Fatal(err)
	}
	dir := filepath.Join(folder, "interrupted")
	// The runs grow longer, so that a slow machine comes to the end too.
	for last, patience := 0, 30*time.Millisecond; ; patience += patience / 10 {
		ctx, cancel := context.WithTimeout(t.Context(), patience)
		done, err := theRun(dir, table.JSONLines).Do(ctx)
		cancel()
		if err == nil {
			break
		}
		if !errors.Is(err, context.DeadlineExceeded) || done.Documents < last {
			t.Fatalf("%v, %d documents after %d", err, done.Documents, last)
		}
		last = done.Documents
	}
	same(t, answers(t, dir), answers(t, filepath.Join(folder, "undisturbed")))
}

// TestAFullDiskLosesNothing: a file of the answers has no room at first.
func TestAFullDiskLosesNothing(t *testing.T) {
	if _, err := os.Stat("/dev/full"); err != nil {
		t.Skip("this system has no device that is always full")
	}
	folder := t.TempDir()
	writeInputs(t, filepath.Join(folder, "in"))
	if _, err := theRun(filepath.Join(folder, "undisturbed"), table.JSONLines).Do(t.Context()); err != nil {
		t.Fatal(err)
	}
	dir := filepath.Join(folder, "full")
	full := filepath.Join(dir, "quotations", "00003.jsonl")
	if err := os.MkdirAll(filepath.Dir(full), 0o755); err != nil {
		t.Fatal(err)
	}
	r := theRun(dir, table.JSONLines)
	reads := 0
	r.Workers, r.Read = 1, func(ctx context.Context, d document.Document) (table.Outcome, error) {
		if reads++; reads == 100 { // between the second file and the third
			if err := os.Symlink("/dev/full", full); err != nil {
				t.Error(err)
			}
		}
		return tell(ctx, d)
	}
	if err := os.RemoveAll(dir); err != nil {
		t.Fatal(err)
	}
	_, err := r.Do(t.Context())
	var room *batch.RoomError
	if !errors.As(err, &room) || !strings.Contains(err.Error(), "make some and give the same command again") {
		t.Fatalf("%v", err)
	}
	if err := os.Remove(full); err != nil {
		t.Fatal(err)
	}
	if _, err := theRun(dir, table.JSONLines).Do(t.Context()); err != nil {
		t.Fatal(err)
	}
	same(t, answers(t, dir), answers(t, filepath.Join(folder, "undisturbed")))
}

// TestWhatChangedMeanwhileIsToldOf: another catalog, another way to read, an input that was
// written anew in the middle.
func TestWhatChangedMeanwhileIsToldOf(t *testing.T) {
	folder := t.TempDir()
	in := filepath.Join(folder, "in")
	writeInputs(t, in)
	dir := filepath.Join(folder, "out")
	ctx, cancel := context.WithCancel(t.Context())
	r := theRun(dir, table.JSONLines)
	r.Read = func(ctx context.Context, d document.Document) (table.Outcome, error) {
		if d.Number == 100 {
			// The second file, which begins behind 60, is kept to its middle, however
			// slow the disk is.
			for read, err := journal.Read(dir); err != nil || read.Last.Documents < 70; read, err = journal.Read(dir) {
				time.Sleep(time.Millisecond)
			}
			cancel()
		}
		return tell(ctx, d)
	}
	if _, err := r.Do(ctx); !errors.Is(err, context.Canceled) {
		t.Fatal(err)
	}
	for what, change := range map[string]func(*batch.Run){
		"catalog":                    func(r *batch.Run) { r.Begun.Hash = "def" },
		"way to read the inputs":     func(r *batch.Run) { r.Begun.Reading = map[string]string{"text": "story"} },
		"number of documents a file": func(r *batch.Run) { r.Begun.ShardSize = 10 },
		"format":                     func(r *batch.Run) { r.Begun.Format = table.Parquet },
	} {
		other := theRun(dir, table.JSONLines)
		change(other)
		var told *journal.OtherRunError
		if _, err := other.Do(t.Context()); !errors.As(err, &told) || told.What != what {
			t.Errorf("another %s: %v", what, err)
		}
	}
	changed := filepath.Join(in, "1.jsonl.gz")
	before, err := os.ReadFile(changed)
	if err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(changed, packed(t, []byte(`{"text": "something else"}`+"\n")).Bytes(), 0o644); err != nil {
		t.Fatal(err)
	}
	var other *batch.ChangedError
	if _, err := theRun(dir, table.JSONLines).Do(t.Context()); !errors.As(err, &other) {
		t.Errorf("an input that has changed: %v", err)
	}
	if err := os.WriteFile(changed, before, 0o644); err != nil {
		t.Fatal(err)
	}
	if _, err := theRun(dir, table.JSONLines).Do(t.Context()); err != nil {
		t.Fatal(err)
	}
	undisturbed := filepath.Join(folder, "undisturbed")
	if _, err := theRun(undisturbed, table.JSONLines).Do(t.Context()); err != nil {
		t.Fatal(err)
	}
	same(t, answers(t, dir), answers(t, undisturbed))
}

// TestNewInputsComeBehind: a corpus that grows is read on, and what was read is not again.
func TestNewInputsComeBehind(t *testing.T) {
	folder := t.TempDir()
	in, dir := filepath.Join(folder, "in"), filepath.Join(folder, "out")
	documents := writeInputs(t, in)
	if _, err := theRun(dir, table.JSONLines).Do(t.Context()); err != nil {
		t.Fatal(err)
	}
	before := answers(t, dir)
	if err := os.WriteFile(filepath.Join(in, "00.jsonl"), []byte(`{"text": "new"}`+"\n"), 0o644); err != nil {
		t.Fatal(err)
	}
	for range 2 {
		done, err := theRun(dir, table.JSONLines).Do(t.Context())
		if err != nil || done.Documents != documents+1 {
			t.Fatalf("%+v: %v", done, err)
		}
	}
	for name, content := range before {
		if answers(t, dir)[name] != content {
			t.Errorf("%s is not as before", name)
		}
	}
}

func TestTwoRunsDoNotShareAFolder(t *testing.T) {
	folder := t.TempDir()
	writeInputs(t, filepath.Join(folder, "in"))
	dir := filepath.Join(folder, "out")
	r := theRun(dir, table.JSONLines)
	var second error
	r.Read = func(ctx context.Context, d document.Document) (table.Outcome, error) {
		if d.Number == 1 {
			_, second = theRun(dir, table.JSONLines).Do(ctx)
		}
		return tell(ctx, d)
	}
	if _, err := r.Do(t.Context()); err != nil {
		t.Fatal(err)
	}
	var busy *batch.BusyError
	if !errors.As(second, &busy) {
		t.Errorf("%v", second)
	}
	other := filepath.Join(folder, "other")
	if err := os.MkdirAll(filepath.Join(other, "thesis"), 0o755); err != nil {
		t.Fatal(err)
	}
	if _, err := theRun(other, table.JSONLines).Do(t.Context()); !errors.Is(err, journal.ErrForeign) {
		t.Errorf("a folder of something else: %v", err)
	}
}
