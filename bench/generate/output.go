package main

import (
	"bufio"
	"errors"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"sync/atomic"

	"github.com/klauspost/pgzip"
)

// compression is a level that packs nearly as well as the highest, in a fraction
// of the time.
const compression = 5

// flushAt is how many bytes of rows are gathered before they are written.
const flushAt = 64 << 10

// output takes the rows of one file. A row is appended to its buffer and ended
// by end.
type output struct {
	buffer []byte
	to     io.Writer
	rows   atomic.Int64
}

// end ends a row and writes what has gathered.
func (o *output) end() error {
	o.buffer = append(o.buffer, '\n')
	o.rows.Add(1)
	if len(o.buffer) < flushAt {
		return nil
	}
	return o.flush()
}

func (o *output) flush() error {
	_, err := o.to.Write(o.buffer)
	o.buffer = o.buffer[:0]
	return err
}

// packing is how a file is compressed; its ending is that of the file's name.
type packing struct {
	ending string
	open   func(io.Writer) (io.WriteCloser, error)
}

var (
	unpacked = packing{"", func(to io.Writer) (io.WriteCloser, error) { return plainWriter{bufio.NewWriterSize(to, 1<<20)}, nil }}
	gzipped  = packing{".gz", func(to io.Writer) (io.WriteCloser, error) { return pgzip.NewWriterLevel(to, compression) }}
	bzipped  = packing{".bz2", openBzip2}
)

type plainWriter struct{ *bufio.Writer }

func (w plainWriter) Close() error { return w.Flush() }

// bzip2Writer hands what it is given to the system's bzip2.
type bzip2Writer struct {
	io.WriteCloser
	command *exec.Cmd
}

func openBzip2(to io.Writer) (io.WriteCloser, error) {
	command := exec.Command("bzip2", "--compress", "--stdout")
	command.Stdout, command.Stderr = to, os.Stderr
	in, err := command.StdinPipe()
	if err != nil {
		return nil, err
	}
	if err := command.Start(); err != nil {
		return nil, fmt.Errorf("%w: install bzip2 or write the triples uncompressed with -plain", err)
	}
	return bzip2Writer{in, command}, nil
}

func (w bzip2Writer) Close() error {
	return errors.Join(w.WriteCloser.Close(), w.command.Wait())
}

// writeFile writes one file whole or not at all: it bears its name only when it
// is finished.
func writeFile(folder, name string, pack packing, o *output, write func(*output) error) error {
	path := filepath.Join(folder, name+pack.ending)
	file, err := os.Create(path + ".part")
	if err != nil {
		return err
	}
	err = errors.Join(fill(file, pack, o, write), file.Close())
	if err != nil {
		os.Remove(file.Name())
		return fmt.Errorf("write %s: %w", path, err)
	}
	return os.Rename(file.Name(), path)
}

// fill packs all rows into a file.
func fill(file io.Writer, pack packing, o *output, write func(*output) error) error {
	packed, err := pack.open(file)
	if err != nil {
		return err
	}
	o.to = packed
	if err = write(o); err == nil {
		err = o.flush()
	}
	return errors.Join(err, packed.Close())
}
