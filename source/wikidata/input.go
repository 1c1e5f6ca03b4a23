package wikidata

import (
	"bufio"
	"bytes"
	"context"
	"errors"
	"fmt"
	"hash"
	"io"
	"unicode/utf8"

	"github.com/klauspost/pgzip"

	"rolecall/bunzip"
	"rolecall/source"
)

// tallied is a file as it lies on the disk, whose bytes are counted for the
// progress and for the checksum as they are read.
type tallied struct {
	file   io.Reader
	report *source.Report
	sum    hash.Hash
}

func (t *tallied) Read(into []byte) (int, error) {
	n, err := t.file.Read(into)
	if n > 0 {
		t.sum.Write(into[:n])
		t.report.Read(n)
	}
	return n, err
}

const (
	readSize = 1 << 20
	// unpackedBlocks of readSize are unpacked ahead of the reading.
	unpackedBlocks = 8
	// longestLine bounds what is kept of a file at a time. The longest items in
	// the JSON dump take a few megabytes.
	longestLine = 64 << 20
	// sniffed is how much is looked at to tell what a file is.
	sniffed = 1 << 10
)

// input is one file being read, unpacked.
type input struct {
	context.Context
	path   string
	report *source.Report
	text   *bufio.Reader
}

// read gathers what a file says, packed or not.
func (g *gatherer) read(ctx context.Context, path string, packed io.Reader) error {
	ctx, cancel := context.WithCancel(ctx)
	defer cancel() // ends the unpacking, where the reading ends early
	raw := bufio.NewReaderSize(packed, readSize)
	text, done, err := unpack(ctx, raw)
	if err != nil {
		return damaged(path, err)
	}
	defer done()
	in := &input{ctx, path, g.report, bufio.NewReaderSize(text, readSize)}
	parse, err := in.kind()
	if err != nil {
		return err
	}
	if err := parse(g, in); err != nil {
		return err
	}
	if _, err := io.Copy(io.Discard, in.text); err != nil {
		return damaged(path, err)
	}
	_, err = io.Copy(io.Discard, raw) // the checksum is that of the whole file
	return err
}

// unpack tells by its first bytes how a file is packed. Names may lie: browsers
// unpack on the way, or save a page that says that something failed.
func unpack(ctx context.Context, raw *bufio.Reader) (text io.Reader, done func(), err error) {
	magic, err := raw.Peek(3)
	switch {
	case err != nil && err != io.EOF:
		return nil, nil, err
	case bytes.HasPrefix(magic, []byte{0x1f, 0x8b}):
		unpacked, err := pgzip.NewReaderN(raw, readSize, unpackedBlocks)
		if err != nil {
			return nil, nil, err
		}
		return unpacked, func() { unpacked.Close() }, nil
	case bytes.Equal(magic, []byte("BZh")):
		return bunzip.NewReader(ctx, raw), func() {}, nil
	}
	return raw, func() {}, nil
}

// damaged says of a fault in reading what to do about it. An interruption is
// none.
func damaged(path string, err error) error {
	if errors.Is(err, context.Canceled) || errors.Is(err, context.DeadlineExceeded) {
		return err
	}
	return fmt.Errorf("%s: the file is damaged or cut short: %w: fetch it again", path, err)
}

// parser gathers what a file of one kind says.
type parser func(*gatherer, *input) error

// kind tells by its beginning what a file is.
func (in *input) kind() (parser, error) {
	start, err := in.text.Peek(sniffed)
	if err != nil && err != io.EOF {
		return nil, damaged(in.path, err)
	}
	start = bytes.TrimSpace(bytes.TrimPrefix(start, []byte("\ufeff")))
	header, _, _ := bytes.Cut(start, []byte("\n"))
	switch {
	case len(start) == 0:
		return nil, fmt.Errorf("%s: the file is empty: fetch it again", in.path)
	case start[0] == '[' || start[0] == '{':
		return jsonKind(start), nil
	case bytes.HasPrefix(start, []byte("<http")), bytes.HasPrefix(start, []byte("_:")), start[0] == '#':
		return readTriples, nil
	case start[0] == '<':
		return nil, fmt.Errorf("%s: this is a web page, perhaps one that says what failed: open it in a browser and fetch the file again", in.path)
	case isHeader(header):
		return readTable, nil
	}
	return nil, fmt.Errorf("%s: begins with %.40q, which is neither the truthy N-Triples dump, nor the JSON dump, nor a result of the query in docs/import-wikidata.md as TSV or JSON: give one of these, in UTF-8", in.path, header)
}

// jsonKind tells the forms of JSON apart: a dump has an item on each line, results are
// an object with rows deep inside or a list of flat rows, and any of them may have
// been laid out anew, so that an item takes many lines.
func jsonKind(start []byte) parser {
	if start[0] == '[' {
		inside := bytes.TrimSpace(start[1:])
		isList := bytes.HasPrefix(start, []byte("[{")) || !bytes.HasPrefix(bytes.TrimLeft(start[1:], " \t\r"), []byte("\n"))
		switch key := firstKey(inside); {
		case len(inside) == 0 || key == "" && !isList:
			return readDump
		case isDumpKey(key) && bytes.HasPrefix(inside, []byte(`{"`)) && !isList:
			return readDump
		case isDumpKey(key):
			return readItems
		}
		return readRows
	}
	switch key := firstKey(start); {
	case !isDumpKey(key):
		return readResults
	case key == "entities":
		return readItems
	case bytes.HasPrefix(start, []byte(`{"`)):
		return readDump
	}
	return readItems
}

// firstKey is the name of the first field of an object.
func firstKey(text []byte) string {
	text, isObject := bytes.CutPrefix(text, []byte("{"))
	text, isKey := bytes.CutPrefix(bytes.TrimSpace(text), []byte(`"`))
	key, _, closed := bytes.Cut(text, []byte(`"`))
	if !isObject || !isKey || !closed {
		return ""
	}
	return string(key)
}

// isDumpKey reports whether an item of the dump may begin with a field.
func isDumpKey(key string) bool {
	switch key {
	case "type", "id", "pageid", "ns", "title", "lastrevid", "modified", "labels", "descriptions", "aliases", "claims", "sitelinks", "entities":
		return true
	}
	return false
}

// lines are the lines of a file, with their numbers.
type lines struct {
	*input
	scanner *bufio.Scanner
	line    int
	// empty is how many lines in a row have nothing on them.
	empty int
}

func (in *input) lines() *lines {
	l := &lines{input: in, scanner: bufio.NewScanner(in.text)}
	l.scanner.Buffer(make([]byte, readSize), longestLine)
	return l
}

// whole are the lines of a file whose last line has an end too: one that has none was
// cut short, though all that is there may read well.
func (in *input) whole() *lines {
	l := in.lines()
	l.scanner.Split(func(data []byte, atEOF bool) (int, []byte, error) {
		if atEOF && len(data) > 0 && bytes.IndexByte(data, '\n') < 0 {
			return 0, nil, &cutError{in.path}
		}
		return bufio.ScanLines(data, atEOF)
	})
	return l
}

// cutError is a file that ends within a line.
type cutError struct{ path string }

func (e *cutError) Error() string {
	return damaged(e.path, errors.New("its last line has no end")).Error()
}

// interrupted is how many lines go by between two looks at whether the reading
// is to end.
const interrupted = 1 << 12

// mostEmpty bounds empty lines in a row.
const mostEmpty = 10_000

// next is the next line, or nil where there is none. What is before a fault in
// the file is not given out: the end of it would look like a malformed line.
func (l *lines) next() ([]byte, error) {
	more := l.scanner.Scan()
	if err := l.scanner.Err(); errors.Is(err, bufio.ErrTooLong) {
		return nil, fmt.Errorf("%s:%d: the line is longer than %d MB, so this is no dump of Wikidata: fetch the file again", l.path, l.line+1, longestLine>>20)
	} else if cut := (*cutError)(nil); errors.As(err, &cut) {
		return nil, cut
	} else if err != nil {
		return nil, damaged(l.path, err)
	}
	if !more {
		return nil, nil
	}
	if l.line++; l.line%interrupted == 0 && l.Err() != nil {
		return nil, l.Err()
	}
	if l.empty++; len(l.scanner.Bytes()) > 0 {
		l.empty = 0
	}
	if l.empty > mostEmpty {
		return nil, fmt.Errorf("%s:%d: %d lines in a row are empty, so this is no file of Wikidata: fetch the file again", l.path, l.line, mostEmpty)
	}
	return l.scanner.Bytes()[:len(l.scanner.Bytes()):len(l.scanner.Bytes())], nil
}

// notText is what is said of what is no text. It is looked for before anything is
// read: a decoder of JSON would put another sign in its place without a word.
const notText = "not valid UTF-8: fetch the file again, or save it as UTF-8"

func isText(text []byte) bool { return utf8.Valid(text) && bytes.IndexByte(text, 0) < 0 }

// bad notes the line as malformed.
func (l *lines) bad(format string, args ...any) error {
	return l.report.BadLine(l.path, l.line, format, args...)
}
