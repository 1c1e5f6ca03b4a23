package imdb

import (
	"bufio"
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"strings"
	"unicode/utf8"

	"github.com/klauspost/compress/gzip"
	"golang.org/x/sync/errgroup"

	"rolecall/source"
)

const (
	// longestLine bounds a line, in bytes; the longest published are some thousand.
	longestLine = 1 << 20
	// blockSize is how much of a file is unpacked at a time.
	blockSize = 1 << 20
	// blocksAhead is how many blocks are unpacked before they are read.
	blocksAhead = 4
)

// open opens a dataset and unpacks it as it is read. The counter is told the
// bytes read from the disk.
func (d dataset) open(counter func(int)) (io.ReadCloser, error) {
	f, err := os.Open(d.path)
	if err != nil {
		return nil, fmt.Errorf("open the IMDb dataset: %w", err)
	}
	counted := &countingReader{f, counter}
	if !strings.HasSuffix(d.path, ".gz") {
		return struct {
			io.Reader
			io.Closer
		}{counted, f}, nil
	}
	unpacked, err := gzip.NewReader(bufio.NewReaderSize(counted, 1<<20))
	if err != nil {
		f.Close()
		return nil, fmt.Errorf("%s is not a gzip file (%w): fetch it again", d.path, err)
	}
	return struct {
		io.Reader
		io.Closer
	}{unpacked, f}, nil
}

type countingReader struct {
	io.Reader
	counter func(int)
}

func (c *countingReader) Read(p []byte) (int, error) {
	n, err := c.Reader.Read(p)
	if c.counter != nil {
		c.counter(n)
	}
	return n, err
}

// checkHeader refuses a file whose first line is not the dataset's.
func (d dataset) checkHeader() error {
	if d.info.IsDir() {
		return fmt.Errorf("%s is a directory: the dataset is a file", d.path)
	}
	r, err := d.open(nil)
	if err != nil {
		return err
	}
	defer r.Close()
	line, err := bufio.NewReader(io.LimitReader(r, 4096)).ReadString('\n')
	if err != nil && !errors.Is(err, io.EOF) {
		return d.damaged(err)
	}
	if got, want := strings.TrimRight(line, "\r\n"), strings.Join(d.columns, "\t"); got != want {
		return fmt.Errorf("%s:1: the header is %q; that of %s is %q: it is another file, or its columns are in another order", d.path, got, d.name, want)
	}
	return nil
}

func (d dataset) damaged(err error) error {
	return fmt.Errorf("%s is damaged or cut off (%w): fetch it again", d.path, err)
}

// each calls take with the fields of every line but the header. They are valid
// only until take returns. A fault that take returns, and lines that are no text
// or have another number of columns, are noted in the report with their numbers.
// A stream that was cut off ends in an error.
func (d dataset) each(ctx context.Context, report *source.Report, take func(fields [][]byte) (fault string)) error {
	work, ctx := errgroup.WithContext(ctx)
	blocks, used := make(chan []byte, blocksAhead), make(chan []byte, blocksAhead)
	work.Go(func() error {
		defer close(blocks)
		return d.unpack(ctx, report, blocks, used)
	})
	lines := lineReader{dataset: d, report: report, take: take, fields: make([][]byte, len(d.columns))}
	work.Go(func() error {
		for block := range blocks {
			if err := lines.read(block); err != nil {
				return err
			}
			select {
			case used <- block:
			default:
			}
		}
		return nil
	})
	if err := work.Wait(); err != nil {
		return err
	}
	if lines.line < 2 {
		return fmt.Errorf("%s has no line below its header: fetch it again", d.path)
	}
	return nil
}

// unpack hands on a file in blocks of whole lines, for which it takes those that have been
// used.
func (d dataset) unpack(ctx context.Context, report *source.Report, blocks chan<- []byte, used <-chan []byte) error {
	r, err := d.open(report.Read)
	if err != nil {
		return err
	}
	defer r.Close()
	var rest []byte
	for line := 1; ; {
		// Of a block that there is room for and an end, the select below takes either.
		if err := ctx.Err(); err != nil {
			return err
		}
		block := append(empty(len(rest)+blockSize, used), rest...)
		block, err := fill(r, block)
		atEnd := errors.Is(err, io.EOF)
		end := len(block)
		switch {
		case err != nil && !atEnd: // a stream that was cut off too: io.ErrUnexpectedEOF
			return d.damaged(err)
		case !atEnd:
			end = bytes.LastIndexByte(block, '\n') + 1
		}
		if rest = block[end:]; len(rest) > longestLine {
			return fmt.Errorf("%s:%d: the line is longer than %d bytes: it is another kind of file", d.path, line+bytes.Count(block[:end], newline), longestLine)
		}
		line += bytes.Count(block[:end], newline)
		// Before the block is handed on, where half a line would be called malformed.
		if last := block[bytes.LastIndexByte(block, '\n')+1:]; atEnd && len(last) > 0 && len(last) <= longestLine {
			return fmt.Errorf("%s:%d: the last line has no end, so the file is cut off: fetch it again", d.path, line)
		}
		select {
		case blocks <- block[:end]:
		case <-ctx.Done():
			return ctx.Err()
		}
		if atEnd {
			return nil
		}
	}
}

// empty is a block with room for so many bytes: one that has been used, if it has.
func empty(room int, used <-chan []byte) []byte {
	select {
	case block := <-used:
		if cap(block) >= room {
			return block[:0:cap(block)]
		}
	default:
	}
	return make([]byte, 0, room+room/8)
}

// fill reads until a block has no more room, or to the end, which is io.EOF.
func fill(r io.Reader, block []byte) ([]byte, error) {
	for len(block) < cap(block) {
		n, err := r.Read(block[len(block):cap(block)])
		block = block[:len(block)+n]
		if err != nil {
			return block, err
		}
	}
	return block, nil
}

var newline = []byte{'\n'}

// lineReader takes blocks of whole lines apart.
type lineReader struct {
	dataset dataset
	report  *source.Report
	take    func([][]byte) string
	line    int
	fields  [][]byte
}

func (l *lineReader) read(block []byte) error {
	isText := utf8.Valid(block) && bytes.IndexByte(block, 0) < 0
	for len(block) > 0 {
		line := block
		if end := bytes.IndexByte(block, '\n'); end >= 0 {
			line, block = block[:end], block[end+1:]
		} else {
			block = nil
		}
		if l.line++; l.line == 1 {
			continue // the header, which has been checked
		}
		fault := ""
		if !isText {
			fault = notText(line)
		}
		if fault == "" {
			fault = l.split(bytes.TrimSuffix(line, []byte{'\r'}))
		}
		if fault == "" {
			fault = l.take(l.fields)
		}
		if fault != "" {
			if err := l.report.BadLine(l.dataset.path, l.line, "%s", fault); err != nil {
				return err
			}
		}
	}
	return nil
}

func notText(line []byte) (fault string) {
	switch {
	case !utf8.Valid(line):
		return "not valid UTF-8"
	case bytes.IndexByte(line, 0) >= 0:
		return "a NUL byte"
	}
	return ""
}

// split takes a line apart at its tabs. Quotes mean nothing in these files.
func (l *lineReader) split(line []byte) (fault string) {
	last := len(l.fields) - 1
	for i := range last {
		end := bytes.IndexByte(line, '\t')
		if end < 0 {
			return fmt.Sprintf("%d columns, not %d", i+1, last+1)
		}
		l.fields[i], line = line[:end], line[end+1:]
	}
	if more := bytes.Count(line, []byte{'\t'}); more > 0 {
		return fmt.Sprintf("%d columns, not %d", last+1+more, last+1)
	}
	l.fields[last] = line
	return ""
}

// missing reports whether a field is IMDb's \N.
func missing(field []byte) bool { return len(field) == 2 && field[0] == '\\' && field[1] == 'N' }

// wholeNumber reads a field that holds a number from 0 to most; a missing one is
// absent.
func wholeNumber(field []byte, absent, most int) (number int, ok bool) {
	if missing(field) {
		return absent, true
	}
	for _, digit := range field {
		if digit < '0' || digit > '9' {
			return 0, false
		}
		if number = 10*number + int(digit-'0'); number > most {
			return 0, false
		}
	}
	return number, len(field) > 0
}
