package sourcetest

import (
	"bytes"
	"compress/gzip"
	"context"
	"errors"
	"fmt"
	"maps"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"runtime"
	"slices"
	"strings"
	"testing"

	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/unicode"

	"rolecall"
	"rolecall/source"
)

// Sample is a small good example of what a source reads, and how it is spoilt.
type Sample struct {
	// Files are by name; Main is the one that is spoilt. Its texts have letters beyond
	// ASCII.
	Files map[string]string
	Main  string
	// Paths are those behind the source's word, Each the values of its flag for each
	// path, both by the names of files; "." is the folder of all.
	Paths []string
	Each  map[string][]string
	// Header is how many lines come before the rows of every file.
	Header int
	// InOrder says that the order of rows means something, as in a dump that is read
	// once.
	InOrder bool
	// Together, if set, is what rows of the main file must have in common that stand
	// together; rows of one key keep their order.
	Together func(line string) string
	// Bad is a malformed row of the main file; no two are alike.
	Bad func(i int) string
	// Archives are files that say the same as the main one and stand in its place, by
	// name. The main one with gzip is made by Gzip.
	Archives map[string][]byte
	// Before hands over what the facts are about, where other sources bring that.
	Before func(source.Sink) error
}

// Gzip packs a text.
func Gzip(text string) []byte {
	var packed bytes.Buffer
	w := gzip.NewWriter(&packed)
	w.Write([]byte(text)) // a buffer takes all
	w.Close()
	return packed.Bytes()
}

// Build makes a catalog of what fill hands over and returns its hash; where it fails,
// held says whether anything is left of it.
type Build func(ctx context.Context, t *testing.T, fill func(context.Context, source.Sink) error) (hash string, held bool, err error)

// Suite is what every source must pass: whatever its files are, the reading ends with an
// error that names the file and what to do, or says in the report what it left aside.
func Suite(t *testing.T, i source.Import, s Sample, build Build) {
	u := suite{Import: i, sample: s, build: build}
	u.large(t)
	t.Run("good", u.good)
	t.Run("archives", u.archives)
	t.Run("encodings", u.encodings)
	t.Run("empty files", u.empty)
	t.Run("no files", u.noFiles)
	t.Run("order", u.order)
	t.Run("cancelled", u.cancelled)
	t.Run("a million bad lines", u.badLines)
}

type suite struct {
	source.Import
	sample Sample
	build  Build
	// folder has the sample with a million bad lines behind its good ones, size is how
	// many bytes these are.
	folder string
	size   int64
}

// Write writes the files into a folder, with some of them changed; one of no text is left
// out.
func (s Sample) Write(t *testing.T, changed map[string][]byte) (folder string) {
	t.Helper()
	folder = t.TempDir()
	files := make(map[string][]byte)
	for name, text := range s.Files {
		files[name] = []byte(text)
	}
	maps.Copy(files, changed)
	for name, text := range files {
		if text == nil {
			continue
		}
		if err := os.WriteFile(filepath.Join(folder, name), text, 0o644); err != nil {
			t.Fatal(err)
		}
	}
	return folder
}

// Reader opens the files in a folder, with another in the place of the main one.
func (s Sample) Reader(t *testing.T, i source.Import, folder, main string) source.Reader {
	t.Helper()
	in := func(names []string) []string {
		var paths []string
		for _, name := range names {
			if name == s.Main {
				name = main
			}
			paths = append(paths, filepath.Join(folder, name))
		}
		return paths
	}
	asked := source.Asked{Paths: in(s.Paths), Flags: make(map[string][]string)}
	for flag, names := range s.Each {
		asked.Flags[flag] = in(names)
	}
	readers, err := i.Open(asked)
	if err != nil || len(readers) != 1 {
		t.Fatalf("%d readers, %v", len(readers), err)
	}
	return readers[0]
}

func (u suite) written(t *testing.T, changed map[string][]byte) (folder string) {
	t.Helper()
	return u.sample.Write(t, changed)
}

func (u suite) reader(t *testing.T, folder, main string) source.Reader {
	t.Helper()
	return u.sample.Reader(t, u.Import, folder, main)
}

// read reads the sample with its main file changed, under its name or another.
func (u suite) read(t *testing.T, name string, text []byte, most int) ([]string, *source.Report, error) {
	t.Helper()
	changed := map[string][]byte{u.sample.Main: nil}
	changed[name] = text
	return u.readFolder(t, u.written(t, changed), name, most)
}

func (u suite) readFolder(t *testing.T, folder, name string, most int) ([]string, *source.Report, error) {
	t.Helper()
	sink, report := &Memory{}, &source.Report{MostBadLines: most}
	err := u.reader(t, folder, name).Read(t.Context(), sink, report)
	return sink.facts(), report, err
}

// facts are what was handed over, in no order; what differs with the file is left out.
func (m *Memory) facts() []string {
	var all []string
	m.each(func(fact any) {
		switch f := fact.(type) {
		case rolecall.Source:
			f.Checksum, f.Retrieved = "", ""
			fact = f
		case source.Listed:
			f.File, f.Line = "", 0
			fact = f
		}
		all = append(all, fmt.Sprintf("%T%+v", fact, fact))
	})
	slices.Sort(all)
	return slices.Compact(all)
}

func (m *Memory) each(take func(any)) {
	eachOf(m.Sources, take)
	eachOf(m.Pages, take)
	eachOf(m.Titles, take)
	eachOf(m.People, take)
	eachOf(m.Credits, take)
	eachOf(m.Statements, take)
	eachOf(m.Identifiers, take)
	eachOf(m.Details, take)
	eachOf(m.Listed, take)
	eachOf(m.Numbered.Titles, take)
	eachOf(m.Numbered.People, take)
	eachOf(m.Numbered.Credits, take)
	eachOf(m.Numbered.Statements, take)
	eachOf(m.Numbered.Names, take)
}

func eachOf[T any](facts []T, take func(any)) {
	for _, fact := range facts {
		take(fact)
	}
}

func (u suite) main() []byte { return []byte(u.sample.Files[u.sample.Main]) }

// remedy are words that say what to do.
var remedy = regexp.MustCompile(`(?i)\b(fetch|copy|save|give|name|write|correct|leave|take|put|allow|see|convert|number|it is another|must name|it has)\b`)

// said requires an error that names a file and what to do.
func said(t *testing.T, err error, file string) {
	t.Helper()
	switch {
	case err == nil:
		t.Error("it was read without a word")
	case !strings.Contains(err.Error(), file):
		t.Errorf("the error does not name %s: %v", file, err)
	case !remedy.MatchString(err.Error()):
		t.Errorf("the error does not say what to do: %v", err)
	}
}

// saidOrCounted requires an error as said does, or a count of what was left aside, or
// that nothing was lost.
func (u suite) saidOrCounted(t *testing.T, facts []string, report *source.Report, err error) {
	t.Helper()
	if err != nil {
		said(t, err, filepath.Base(u.sample.Main))
		return
	}
	_, bad := report.BadLines()
	_, doubted := report.Doubts()
	if bad+doubted == 0 && !slices.Equal(facts, u.goodFacts(t)) {
		t.Error("other facts were read without a word")
	}
}

func (u suite) goodFacts(t *testing.T) []string {
	t.Helper()
	facts, _, err := u.read(t, u.sample.Main, u.main(), u.BadLines)
	if err != nil {
		t.Fatal(err)
	}
	return facts
}

func (u suite) good(t *testing.T) {
	facts, report, err := u.read(t, u.sample.Main, u.main(), 0)
	if err != nil || len(facts) < 3 {
		t.Fatalf("%d facts, %v", len(facts), err)
	}
	if lines, n := report.BadLines(); n > 0 {
		t.Errorf("%d bad lines: %v", n, lines)
	}
	if lines, n := report.Doubts(); n > 0 {
		t.Errorf("%d doubts: %v", n, lines)
	}
}

func (u suite) archives(t *testing.T) {
	want, random := u.goodFacts(t), rand.New(rand.NewPCG(12, 0))
	for name, packed := range u.sample.Archives {
		facts, _, err := u.read(t, name, packed, u.BadLines)
		if err != nil || !slices.Equal(facts, want) {
			t.Fatalf("%s: %v; other facts: %v", name, err, !slices.Equal(facts, want))
		}
		for range 20 {
			cut := packed[:1+random.IntN(len(packed)-1)]
			if _, _, err := u.read(t, name, cut, u.BadLines); err == nil || !strings.Contains(err.Error(), name) || !remedy.MatchString(err.Error()) {
				t.Errorf("%s cut to %d of %d bytes: %v", name, len(cut), len(packed), err)
			}
			flipped := slices.Clone(packed)
			at := random.IntN(len(flipped))
			flipped[at] ^= 1 << random.IntN(8)
			facts, _, err := u.read(t, name, flipped, u.BadLines)
			switch {
			case err != nil && !strings.Contains(err.Error(), name):
				t.Errorf("%s with byte %d flipped: the error does not name it: %v", name, at, err)
			case err == nil && !slices.Equal(facts, want):
				t.Errorf("%s with byte %d flipped: other facts were read without a word", name, at)
			}
		}
	}
}

func (u suite) encodings(t *testing.T) {
	text := string(u.main())
	for name, encode := range map[string]func() ([]byte, error){
		"UTF-16 with a mark": func() ([]byte, error) {
			return unicode.UTF16(unicode.LittleEndian, unicode.UseBOM).NewEncoder().Bytes([]byte(text))
		},
		"UTF-16": func() ([]byte, error) {
			return unicode.UTF16(unicode.BigEndian, unicode.IgnoreBOM).NewEncoder().Bytes([]byte(text))
		},
		"Windows-1252": func() ([]byte, error) {
			western := strings.Map(func(c rune) rune {
				if _, is := charmap.Windows1252.EncodeRune(c); !is {
					return 'ä'
				}
				return c
			}, text)
			return charmap.Windows1252.NewEncoder().Bytes([]byte(western))
		},
		"one byte that is no text": func() ([]byte, error) {
			at := strings.IndexFunc(text, func(c rune) bool { return c > 127 })
			if at < 0 {
				return nil, errors.New("the sample has no letter beyond ASCII")
			}
			return []byte(text[:at] + "\xff" + text[at:]), nil
		},
	} {
		t.Run(name, func(t *testing.T) {
			encoded, err := encode()
			if err != nil {
				t.Fatal(err)
			}
			for _, most := range []int{0, source.OfMachines} {
				facts, report, err := u.read(t, u.sample.Main, encoded, most)
				u.saidOrCounted(t, facts, report, err)
			}
		})
	}
}

func (u suite) empty(t *testing.T) {
	lines := strings.SplitAfter(string(u.main()), "\n")
	for name, text := range map[string]string{"nothing": "", "white space": "\n \n", "a header": strings.Join(lines[:u.sample.Header], ""), "a mark": "\ufeff"} {
		if _, _, err := u.read(t, u.sample.Main, []byte(text), source.OfMachines); err == nil || !strings.Contains(err.Error(), u.sample.Main) || !remedy.MatchString(err.Error()) {
			t.Errorf("%s: %v", name, err)
		}
	}
}

// noFiles puts a folder, a pipe that nobody writes into and nothing at all in the place
// of each file.
func (u suite) noFiles(t *testing.T) {
	for file := range u.sample.Files {
		for what, put := range map[string]func(path string) error{
			"folder":  func(path string) error { return os.Mkdir(path, 0o755) },
			"pipe":    func(path string) error { return exec.Command("mkfifo", path).Run() },
			"device":  func(path string) error { return os.Symlink("/dev/zero", path) },
			"nothing": func(string) error { return nil },
		} {
			folder := u.written(t, map[string][]byte{file: nil})
			if err := put(filepath.Join(folder, file)); err != nil {
				t.Skipf("no %s can be made: %v", what, err)
			}
			_, _, err := u.readFolder(t, folder, u.sample.Main, source.OfMachines)
			if err == nil || !strings.Contains(err.Error(), strings.TrimSuffix(file, filepath.Ext(file))) {
				t.Errorf("%s: a %s: %v", file, what, err)
			}
		}
	}
}

// hash is that of a catalog of the sample, of which what differs with the file is left
// out.
func (u suite) hash(t *testing.T, main []byte) string {
	t.Helper()
	folder := u.written(t, map[string][]byte{u.sample.Main: main})
	reader := u.reader(t, folder, u.sample.Main)
	hash, _, err := u.build(t.Context(), t, func(ctx context.Context, sink source.Sink) error {
		if err := u.before(sink); err != nil {
			return err
		}
		return reader.Read(ctx, undated{sink.(source.Bulk)}, &source.Report{MostBadLines: source.OfMachines})
	})
	if err != nil {
		t.Fatal(err)
	}
	return hash
}

func (u suite) before(sink source.Sink) error {
	if u.sample.Before == nil {
		return nil
	}
	return u.sample.Before(sink)
}

// undated is a sink that leaves out what a source says of its file.
type undated struct{ source.Bulk }

func (s undated) AddSource(of rolecall.Source) error {
	of.Checksum, of.Retrieved = "", ""
	return s.Bulk.AddSource(of)
}

// order has the rows in any order, and twice, come to the same facts.
func (u suite) order(t *testing.T) {
	want := u.hash(t, u.main())
	header, groups := u.groups()
	if !u.sample.InOrder {
		random := rand.New(rand.NewPCG(12, 7))
		random.Shuffle(len(groups), func(i, j int) { groups[i], groups[j] = groups[j], groups[i] })
		if got := u.hash(t, []byte(header+strings.Join(groups, ""))); got != want {
			t.Errorf("in the order %q: other facts", groups)
		}
	}
	if got := u.hash(t, []byte(header+strings.Join(groups, "")+strings.Join(groups, ""))); got != want {
		t.Error("every row twice: other facts")
	}
}

// groups are the rows of the main file, those together that must stay so.
func (u suite) groups() (header string, groups []string) {
	lines := strings.SplitAfter(strings.TrimRight(string(u.main()), "\n")+"\n", "\n")
	lines = lines[:len(lines)-1]
	header, lines = strings.Join(lines[:u.sample.Header], ""), lines[u.sample.Header:]
	last := ""
	for _, line := range lines {
		if u.sample.Together != nil && len(groups) > 0 && u.sample.Together(line) == last {
			groups[len(groups)-1] += line
			continue
		}
		if u.sample.Together != nil {
			last = u.sample.Together(line)
		}
		groups = append(groups, line)
	}
	return header, groups
}

// cancelled ends the reading after some facts, and in the middle of a large file.
func (u suite) cancelled(t *testing.T) {
	for _, facts := range []int{0, 3} {
		ctx, cancel := context.WithCancel(t.Context())
		reader := u.reader(t, u.written(t, nil), u.sample.Main)
		_, held, err := u.build(ctx, t, func(ctx context.Context, sink source.Sink) error {
			return reader.Read(ctx, &stopping{sink.(source.Bulk), facts, cancel}, &source.Report{})
		})
		if !errors.Is(err, context.Canceled) || held {
			t.Errorf("after %d facts: %v, a catalog is there: %v", facts, err, held)
		}
		cancel()
	}
	ctx, cancel := context.WithCancel(t.Context())
	defer cancel()
	var read int64
	report := &source.Report{MostBadLines: manyLines * 2, Progress: func(bytes int64) {
		if read = bytes; bytes > u.size/10 {
			cancel()
		}
	}}
	err := u.reader(t, u.folder, u.sample.Main).Read(ctx, &Memory{}, report)
	if !errors.Is(err, context.Canceled) || read > u.size*3/4 {
		t.Errorf("in the middle of a file of %d bytes: %v, after %d", u.size, err, read)
	}
}

// stopping is a sink that cancels the reading after some facts.
type stopping struct {
	source.Bulk
	facts  int
	cancel context.CancelFunc
}

func (s *stopping) one(add func() error) error {
	if s.facts--; s.facts < 0 {
		s.cancel()
	}
	return add()
}

func (s *stopping) AddSource(of rolecall.Source) error {
	return s.one(func() error { return s.Bulk.AddSource(of) })
}

func (s *stopping) AddTitle(of rolecall.Title) error {
	return s.one(func() error { return s.Bulk.AddTitle(of) })
}

func (s *stopping) AddPerson(of rolecall.Person) error {
	return s.one(func() error { return s.Bulk.AddPerson(of) })
}

func (s *stopping) AddCredit(of rolecall.Credit) error {
	return s.one(func() error { return s.Bulk.AddCredit(of) })
}

func (s *stopping) AddStatement(of rolecall.Statement) error {
	return s.one(func() error { return s.Bulk.AddStatement(of) })
}

func (s *stopping) AddListed(of source.Listed) error {
	return s.one(func() error { return s.Bulk.AddListed(of) })
}

func (s *stopping) AddIdentifier(of rolecall.Identifier) error {
	return s.one(func() error { return s.Bulk.AddIdentifier(of) })
}

func (s *stopping) AddNumbered(ctx context.Context, rows source.Numbered) error {
	titles := rows.Titles
	if titles == nil {
		return s.Bulk.AddNumbered(ctx, rows)
	}
	rows.Titles = func(ctx context.Context, add func(source.NumberedTitle) error) error {
		return titles(ctx, func(t source.NumberedTitle) error { return s.one(func() error { return add(t) }) })
	}
	return s.Bulk.AddNumbered(ctx, rows)
}

// manyLines are more than anybody wants to read of.
const manyLines = 1_000_000

// large writes the large file.
func (u *suite) large(t *testing.T) {
	t.Helper()
	var text bytes.Buffer
	text.Write(bytes.TrimRight(u.main(), "\n"))
	text.WriteByte('\n')
	for i := range manyLines {
		text.WriteString(u.sample.Bad(i))
		text.WriteByte('\n')
	}
	u.folder, u.size = u.written(t, map[string][]byte{u.sample.Main: text.Bytes()}), int64(text.Len())
}

// mostHeld is how many bytes the reading of bad lines may take.
const mostHeld = 256 << 20

func (u suite) badLines(t *testing.T) {
	_, _, err := u.readFolder(t, u.folder, u.sample.Main, u.BadLines)
	said(t, err, u.sample.Main+":")

	var most uint64
	var last int64
	report := &source.Report{MostBadLines: 2 * manyLines, Progress: func(bytes int64) {
		if bytes-last > 4<<20 {
			last = bytes
			var memory runtime.MemStats
			runtime.ReadMemStats(&memory)
			most = max(most, memory.HeapAlloc)
		}
	}}
	runtime.GC()
	var before runtime.MemStats
	runtime.ReadMemStats(&before)
	sink := &Memory{}
	if err := u.reader(t, u.folder, u.sample.Main).Read(t.Context(), sink, report); err != nil {
		t.Errorf("with all of them allowed: %v", err)
	}
	if lines, n := report.BadLines(); n != manyLines || len(lines) == 0 || !strings.Contains(lines[0].Error(), u.sample.Main+":") {
		t.Errorf("%d bad lines are counted, shown %v", n, lines)
	}
	if !slices.Equal(sink.facts(), u.goodFacts(t)) {
		t.Error("the good lines among them were not all read")
	}
	if most > before.HeapAlloc+mostHeld {
		t.Errorf("%d MB are held", (most-before.HeapAlloc)>>20)
	}
}
