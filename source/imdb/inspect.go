package imdb

import (
	"bufio"
	"bytes"
	"context"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"io"
	"os"
	"strings"
	"unicode/utf8"

	"github.com/klauspost/compress/gzip"

	"rolecall/source"
)

// longestLine bounds a line, in bytes; the longest published are some thousand.
const longestLine = 1 << 20

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

// inspect reads every file to its end: an interrupted gzip stream, which DuckDB
// takes for the end of the file, ends in an error here, and lines that are no
// text are noted with their numbers.
func inspect(ctx context.Context, files []dataset, report *source.Report) error {
	for _, d := range files {
		if err := d.inspect(ctx, report); err != nil {
			return err
		}
	}
	return nil
}

func (d dataset) inspect(ctx context.Context, report *source.Report) error {
	r, err := d.open(report.Read)
	if err != nil {
		return err
	}
	defer r.Close()
	lines := lineInspector{dataset: d, report: report}
	block := make([]byte, 1<<20)
	for {
		if err := ctx.Err(); err != nil {
			return err
		}
		n, err := r.Read(block)
		if fault := lines.inspect(block[:n]); fault != nil {
			return fault
		}
		switch {
		case errors.Is(err, io.EOF):
			return lines.last()
		case err != nil: // a stream that was cut off too: io.ErrUnexpectedEOF
			return d.damaged(err)
		}
	}
}

// lineInspector looks at the text of a file block by block.
type lineInspector struct {
	dataset dataset
	report  *source.Report
	line    int
	// rest is the beginning of a line that goes on in the next block.
	rest []byte
}

func (l *lineInspector) inspect(block []byte) error {
	whole := bytes.LastIndexByte(block, '\n') + 1
	if text := append(l.rest, block[:whole]...); whole > 0 {
		if utf8.Valid(text) && bytes.IndexByte(text, 0) < 0 {
			l.line += bytes.Count(text, []byte{'\n'})
		} else if err := l.eachLine(text); err != nil {
			return err
		}
		l.rest = l.rest[:0]
	}
	l.rest = append(l.rest, block[whole:]...)
	if len(l.rest) > longestLine {
		return fmt.Errorf("%s:%d: the line is longer than %d bytes: it is another kind of file", l.dataset.path, l.line+1, longestLine)
	}
	return nil
}

// eachLine notes the lines of a text that are no valid text.
func (l *lineInspector) eachLine(text []byte) error {
	for line := range bytes.Lines(text) {
		l.line++
		switch {
		case !utf8.Valid(line):
			if err := l.report.BadLine(l.dataset.path, l.line, "not valid UTF-8"); err != nil {
				return err
			}
		case bytes.IndexByte(line, 0) >= 0:
			if err := l.report.BadLine(l.dataset.path, l.line, "a NUL byte"); err != nil {
				return err
			}
		}
	}
	return nil
}

func (l *lineInspector) last() error { return l.eachLine(l.rest) }

// checksums is the digest of the names, sizes and last bytes of the files: the
// trailer of a gzip file is the checksum of its content, so that the files need
// not be read once more.
func checksums(files []dataset) string {
	h := sha256.New()
	for _, d := range files {
		fmt.Fprintf(h, "%s %d ", d.name, d.info.Size())
		if f, err := os.Open(d.path); err == nil {
			io.Copy(h, io.NewSectionReader(f, max(d.info.Size()-8, 0), 8))
			f.Close()
		}
	}
	return "sha256:" + hex.EncodeToString(h.Sum(nil))
}
