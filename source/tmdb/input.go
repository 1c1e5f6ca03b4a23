package tmdb

import (
	"bufio"
	"bytes"
	"compress/gzip"
	"context"
	"crypto/sha256"
	"encoding/json"
	"errors"
	"fmt"
	"hash"
	"io"
	"os"
	"path/filepath"
	"strings"
	"time"

	"rolecall/source"
)

// input is a file that is read answer by answer.
type input struct {
	// ctx ends the reading, whatever stands in the file.
	ctx      context.Context
	path     string
	file     *os.File
	modified time.Time
	hash     hash.Hash
	report   *source.Report
	// plain is the unpacked text, limited by answer.
	plain *limited
	// each calls a function with each answer, as JSON, and its line.
	each func(*input, *source.Report, func(line int, text []byte) error) error
}

// readers are the ways of reading, by the ending of a file's name.
var readers = map[string]func(*input, *source.Report, func(int, []byte) error) error{
	".json": eachValue, ".jsonl": eachLine, ".csv": eachRow,
}

func open(ctx context.Context, path string, report *source.Report) (*input, error) {
	info, err := source.Stat(path)
	if err != nil {
		return nil, fmt.Errorf("open a file of TMDB's: %w", err)
	}
	name, zipped := strings.CutSuffix(strings.ToLower(path), ".gz")
	f := &input{ctx: ctx, path: path, modified: info.ModTime(), hash: sha256.New(), report: report}
	for ending, each := range readers {
		if strings.HasSuffix(name, ending) {
			f.each = each
		}
	}
	if f.each == nil {
		return nil, fmt.Errorf("%s is no file of TMDB's by its name: it should end in .json, .jsonl or .csv, or one of these with .gz", path)
	}
	if f.file, err = os.Open(path); err != nil {
		return nil, fmt.Errorf("open a file of TMDB's: %w", err)
	}
	f.plain = &limited{from: f, left: largestAnswer}
	if zipped {
		unzipped, err := gzip.NewReader(f)
		if err != nil {
			f.file.Close() // opened for reading: nothing can be lost
			return nil, fmt.Errorf("%s is not a gzip file: %w: copy it again, or take .gz off its name if it is not compressed", path, err)
		}
		f.plain.from = unzipped
	}
	return f, nil
}

// Read reads the file's bytes as they are, digests and reports them.
func (f *input) Read(p []byte) (int, error) {
	if err := f.ctx.Err(); err != nil {
		return 0, err
	}
	n, err := f.file.Read(p)
	f.hash.Write(p[:n])
	f.report.Read(n)
	return n, err
}

// drain digests what the reader of the format did not need to read.
func (f *input) drain() error {
	_, err := io.Copy(io.Discard, f)
	return err
}

// fault says where a file could not be read on.
func (f *input) fault(line int, err error) error {
	if errors.Is(err, io.ErrUnexpectedEOF) || errors.Is(err, gzip.ErrChecksum) || errors.Is(err, gzip.ErrHeader) {
		return fmt.Errorf("%s is damaged or not wholly copied after line %d: %w: fetch or copy it again", f.path, line, err)
	}
	return fmt.Errorf("read %s after line %d: %w", f.path, line, err)
}

// largestAnswer bounds one answer, in bytes: a series with all its seasons is
// some 20 MB.
const largestAnswer = 64 << 20

// mostLines bounds the lines of one answer, each of which is kept to say where a
// fault is; one that is written for people to read has a million.
const mostLines = 4 << 20

var errTooManyLines = fmt.Errorf("one answer has more than %d lines: is this TMDB's?", mostLines)

// limited ends the reading where an answer does not end, and counts lines.
type limited struct {
	from io.Reader
	left int
	// read is how many bytes were read, newlines where lines among them end that
	// have not been asked for.
	read     int64
	newlines []int64
	line     int
}

var errTooLong = fmt.Errorf("one answer is longer than %d MB: is a bracket or a quotation mark not closed?", largestAnswer>>20)

func (l *limited) Read(p []byte) (int, error) {
	switch {
	case l.left <= 0:
		return 0, errTooLong
	case len(l.newlines) > mostLines:
		return 0, errTooManyLines
	}
	n, err := l.from.Read(p)
	for i, c := range p[:n] {
		if c == '\n' {
			l.newlines = append(l.newlines, l.read+int64(i))
		}
	}
	l.left -= n
	l.read += int64(n)
	return n, err
}

// lineAt is the line of a place in the text; places are asked for in order.
func (l *limited) lineAt(offset int64) int {
	passed := 0
	for passed < len(l.newlines) && l.newlines[passed] < offset {
		passed++
	}
	l.newlines = l.newlines[passed:]
	l.line += passed
	return l.line + 1
}

// eachValue reads JSON: one answer, an array of them, or one after the other.
func eachValue(f *input, _ *source.Report, use func(int, []byte) error) error {
	buffered := bufio.NewReaderSize(f.plain, 64<<10)
	skipped, first, err := skipToText(buffered)
	if err != nil {
		return f.fault(0, err)
	}
	decoder := json.NewDecoder(buffered)
	isArray := first == '['
	if isArray {
		if _, err := decoder.Token(); err != nil {
			return f.jsonFault(decoder, skipped, err)
		}
	}
	for !isArray || decoder.More() {
		f.plain.left = largestAnswer
		var text json.RawMessage
		err := decoder.Decode(&text)
		if errors.Is(err, io.EOF) {
			return nil
		}
		if err != nil {
			return f.jsonFault(decoder, skipped, err)
		}
		if err := use(f.plain.lineAt(skipped+decoder.InputOffset()-int64(len(text))), text); err != nil {
			return err
		}
	}
	if _, err := decoder.Token(); err != nil { // the array's end
		return f.jsonFault(decoder, skipped, err)
	}
	return nil
}

func (f *input) jsonFault(decoder *json.Decoder, skipped int64, err error) error {
	if fault := new(json.SyntaxError); errors.As(err, &fault) {
		line := f.plain.lineAt(skipped + max(fault.Offset, decoder.InputOffset()))
		return fmt.Errorf("%s:%d: this is not JSON: %w: fetch the file again", f.path, line, err)
	}
	line := f.plain.lineAt(skipped + decoder.InputOffset())
	if errors.Is(err, io.EOF) { // within an array
		err = io.ErrUnexpectedEOF
	}
	return f.fault(line, err)
}

// skipToText skips white space and the byte order mark that some editors write.
// It returns how many bytes these were and the byte that follows, or 0 at the
// end.
func skipToText(from *bufio.Reader) (skipped int64, first byte, err error) {
	for {
		c, err := from.ReadByte()
		switch {
		case errors.Is(err, io.EOF):
			return skipped, 0, nil
		case err != nil:
			return skipped, 0, err
		case bytes.IndexByte([]byte(" \t\r\n\ufeff"), c) < 0:
			return skipped, c, from.UnreadByte()
		}
		skipped++
	}
}

// eachLine reads JSON lines. One that is not JSON is a bad line, and the next is
// read.
func eachLine(f *input, report *source.Report, use func(int, []byte) error) error {
	lines := bufio.NewReaderSize(f.plain, 64<<10)
	for line := 1; ; line++ {
		f.plain.left, f.plain.newlines = largestAnswer, nil // lines are counted here
		text, err := lines.ReadBytes('\n')
		ended := errors.Is(err, io.EOF)
		if err != nil && !ended {
			return f.fault(line-1, err)
		}
		if line == 1 {
			text = bytes.TrimPrefix(text, []byte("\ufeff"))
		}
		if text = bytes.TrimSpace(text); len(text) > 0 {
			if json.Valid(text) {
				err = use(line, text)
			} else {
				err = report.BadLine(filepath.Base(f.path), line, "not JSON: each line of a .jsonl file is one whole answer in UTF-8; fetch it again")
			}
			if err != nil {
				return err
			}
		}
		if ended {
			return nil
		}
	}
}
