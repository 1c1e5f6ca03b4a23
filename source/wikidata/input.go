package wikidata

import (
	"bufio"
	"bytes"
	"context"
	"errors"
	"fmt"
	"hash"
	"io"

	"github.com/cosnicolaou/pbzip2"
	"github.com/klauspost/pgzip"

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

// unpack tells by its first bytes how a file is packed. A name may lie: browsers
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
		return pbzip2.NewReader(ctx, raw), func() {}, nil
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
	case start[0] == '[', bytes.HasPrefix(start, []byte(`{"type":`)):
		return readDump, nil
	case start[0] == '{':
		return readResults, nil
	case bytes.HasPrefix(start, []byte("<http")), bytes.HasPrefix(start, []byte("_:")), start[0] == '#':
		return readTriples, nil
	case start[0] == '<':
		return nil, fmt.Errorf("%s: this is a web page, perhaps one that says what failed: open it in a browser and fetch the file again", in.path)
	case isHeader(header):
		return readTable, nil
	}
	return nil, fmt.Errorf("%s: begins with %.40q, which is neither the truthy N-Triples dump, nor the JSON dump, nor a result of the query in docs/import-wikidata.md as TSV or JSON", in.path, header)
}

// lines are the lines of a file, with their numbers.
type lines struct {
	*input
	scanner *bufio.Scanner
	line    int
}

func (in *input) lines() *lines {
	l := &lines{input: in, scanner: bufio.NewScanner(in.text)}
	l.scanner.Buffer(make([]byte, readSize), longestLine)
	return l
}

// interrupted is how many lines go by between two looks at whether the reading
// is to end.
const interrupted = 1 << 12

// next is the next line, or nil where there is none. What is before a fault in
// the file is not given out: the end of it would look like a malformed line.
func (l *lines) next() ([]byte, error) {
	more := l.scanner.Scan()
	if err := l.scanner.Err(); errors.Is(err, bufio.ErrTooLong) {
		return nil, fmt.Errorf("%s:%d: the line is longer than %d MB, so this is no dump of Wikidata: fetch the file again", l.path, l.line+1, longestLine>>20)
	} else if err != nil {
		return nil, damaged(l.path, err)
	}
	if !more {
		return nil, nil
	}
	if l.line++; l.line%interrupted == 0 && l.Err() != nil {
		return nil, l.Err()
	}
	return l.scanner.Bytes()[:len(l.scanner.Bytes()):len(l.scanner.Bytes())], nil
}

// bad notes the line as malformed.
func (l *lines) bad(format string, args ...any) error {
	return l.report.BadLine(l.path, l.line, format, args...)
}
