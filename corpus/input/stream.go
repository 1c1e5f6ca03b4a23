package input

import (
	"bufio"
	"bytes"
	"errors"
	"fmt"
	"io"
	"os"

	"github.com/klauspost/compress/gzip"
	"github.com/klauspost/compress/zstd"
)

// stream is a file unpacked, of which one can see what comes next.
type stream struct {
	*bufio.Reader
	close func()
}

func (s *stream) Close() error { s.close(); return nil }

// mostWindow bounds the memory that a zst file may ask for to be unpacked.
const mostWindow = 128 << 20

func (r *reading) open() (*stream, error) {
	packed, closeFile := r.options.Stdin, func() {}
	if r.file.Path != Stdin {
		open := r.options.Open
		if open == nil {
			open = Open
		}
		file, err := open(r.file.Path)
		if err != nil {
			return nil, err
		}
		packed, closeFile = file, func() { file.Close() }
	}
	unpacked, closeBoth, err := unpack(counted{packed, r.options.Read})
	if err != nil {
		closeFile()
		return nil, damaged(err)
	}
	return &stream{bufio.NewReaderSize(unpacked, 64<<10), func() { closeBoth(); closeFile() }}, nil
}

// Open opens a file of this machine.
func Open(path string) (io.ReadCloser, error) {
	file, err := os.Open(path)
	var fault *os.PathError
	if errors.As(err, &fault) {
		return nil, fault.Err
	}
	return file, err
}

// unpack undoes a packing, which the first bytes tell.
func unpack(packed io.Reader) (io.Reader, func(), error) {
	raw := bufio.NewReaderSize(packed, 64<<10)
	start, err := raw.Peek(4)
	switch {
	case bytes.HasPrefix(start, []byte{0x1f, 0x8b}):
		unzipped, err := gzip.NewReader(raw)
		return unzipped, func() {}, err
	case bytes.Equal(start, []byte{0x28, 0xb5, 0x2f, 0xfd}):
		unpacked, err := zstd.NewReader(raw, zstd.WithDecoderMaxWindow(mostWindow), zstd.WithDecoderConcurrency(1))
		if err != nil {
			return nil, nil, err
		}
		return unpacked, unpacked.Close, nil
	case err != nil && !errors.Is(err, io.EOF):
		return nil, nil, err
	}
	return raw, func() {}, nil
}

// counted tells of the bytes that are read.
type counted struct {
	from io.Reader
	told func(int)
}

func (c counted) Read(p []byte) (int, error) {
	n, err := c.from.Read(p)
	if c.told != nil {
		c.told(n)
	}
	return n, err
}

// ErrDamaged says that a file could not be read to its end.
var ErrDamaged = errors.New("damaged or not wholly copied: what follows was not read")

func damaged(err error) error { return fmt.Errorf("%w (%w)", ErrDamaged, err) }
