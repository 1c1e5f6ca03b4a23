package fetch

import (
	"bufio"
	"bytes"
	"context"
	"errors"
	"fmt"
	"html"
	"io"
	"math/big"
	"net/http"
	"os"
	"path/filepath"
	"regexp"
	"strings"

	"github.com/klauspost/compress/gzip"
)

// PageError is a web page where data were expected, as portals and blocked
// networks send it.
type PageError struct {
	Address string
	// Expected is what should have come.
	Expected string
	// Words are the page's first.
	Words string
}

func (e *PageError) Error() string {
	if e.Words == "" {
		return fmt.Sprintf("%s: the server sent nothing instead of %s: try again later", e.Address, e.Expected)
	}
	return fmt.Sprintf("%s: the server sent a page instead of %s: %q; open the address in a browser to see what it wants", e.Address, e.Expected, e.Words)
}

// ContentError is a file that came whole and is damaged all the same.
type ContentError struct {
	Address string
	Fault   string
}

func (e *ContentError) Error() string {
	return fmt.Sprintf("%s: what came is damaged: %s; nothing of it is kept: try again later, or another mirror", e.Address, e.Fault)
}

// kind is what the name of a file promises of its content.
type kind struct {
	name string
	// magic are the first bytes.
	magic string
}

var (
	plain   = kind{"a file", ""}
	gzipped = kind{"a gzip file", "\x1f\x8b"}
	bzipped = kind{"a bzip2 file", "BZh"}
)

func kindOf(path string) kind {
	switch strings.ToLower(filepath.Ext(path)) {
	case ".gz":
		return gzipped
	case ".bz2":
		return bzipped
	default:
		return plain
	}
}

// recognise looks at the first bytes of an answer before anything is overwritten
// by it. It returns the body, whole.
func (k kind) recognise(response *http.Response, address string) (io.Reader, error) {
	body := bufio.NewReaderSize(response.Body, 4096)
	if k == plain {
		return body, nil
	}
	start, err := body.Peek(2048)
	if bytes.HasPrefix(start, []byte(k.magic)) {
		return body, nil
	}
	if err != nil && err != io.EOF && !isPage(response.Header, start) {
		return nil, &passing{err: fmt.Errorf("%s: the connection broke at its beginning: %w", address, err)}
	}
	return nil, &PageError{address, k.name, firstWords(start)}
}

var pageStart = regexp.MustCompile(`(?i)^\s*(<!doctype html|<html|<head|<\?xml)`)

// isPage says that an answer is a web page, by what it is said to be or by what it
// begins with.
func isPage(header http.Header, start []byte) bool {
	return strings.HasPrefix(header.Get("Content-Type"), "text/html") || pageStart.Match(start)
}

var (
	unseen = regexp.MustCompile(`(?is)<(script|style)\b.*?(</(script|style)>|$)`)
	tag    = regexp.MustCompile(`<[^>]*>?`)
)

// firstWords are the first that a reader would see on a page.
func firstWords(page []byte) string {
	text := strings.ToValidUTF8(string(page), " ")
	text = html.UnescapeString(tag.ReplaceAllString(unseen.ReplaceAllString(text, " "), " "))
	words := strings.Fields(text)
	short := strings.Join(words[:min(len(words), 20)], " ")
	if runes := []rune(short); len(runes) > 160 {
		short = string(runes[:160])
	}
	return short
}

// check reads a file through and finds out whether it is whole, as far as its kind
// allows. Its errors are *ContentError, the context's, and the disk's.
func (k kind) check(ctx context.Context, path, address string) error {
	if k == plain {
		return nil
	}
	file, err := os.Open(path)
	if err != nil {
		return diskFault(err)
	}
	defer file.Close()
	if k == gzipped {
		err = checkGzip(&interruptible{ctx, file})
	} else {
		err = checkBzip2(file)
	}
	switch {
	case err == nil:
		return nil
	case ctx.Err() != nil, isDiskFault(err):
		return err
	default:
		return &ContentError{address, fmt.Sprintf("it is not %s to its end (%v)", k.name, err)}
	}
}

// checkGzip unpacks everything: the lengths and checksums at the ends of the
// members are compared on the way.
func checkGzip(file io.Reader) error {
	reader, err := gzip.NewReader(bufio.NewReaderSize(file, 1<<20))
	if err != nil {
		return err
	}
	_, err = io.Copy(io.Discard, reader)
	return err
}

// endOfBzip2 is the mark before the checksum at the end of a bzip2 stream, 48 bits
// (the square root of pi).
var endOfBzip2 = big.NewInt(0x177245385090)

// checkBzip2 looks at the first and last bytes only. Wikidata's dump would take
// hours to unpack, and the import, which unpacks it anyway, compares the checksums
// of its blocks. The end is not on a byte: mark and checksum (32 bits) are followed
// by up to seven bits of nothing.
func checkBzip2(file io.ReadSeeker) error {
	start := make([]byte, 4)
	if _, err := io.ReadFull(file, start); err != nil {
		return err
	}
	if !bytes.HasPrefix(start, []byte(bzipped.magic)) || start[3] < '1' || start[3] > '9' {
		return errors.New("it does not begin as one")
	}
	size, err := file.Seek(0, io.SeekEnd)
	if err != nil {
		return err
	}
	end := make([]byte, min(11, size))
	if _, err := file.Seek(-int64(len(end)), io.SeekEnd); err != nil {
		return err
	}
	if _, err := io.ReadFull(file, end); err != nil {
		return err
	}
	bits := new(big.Int).SetBytes(end)
	mask := new(big.Int).SetUint64(1<<48 - 1)
	for padding := range uint(8) {
		mark := new(big.Int).Rsh(bits, 32+padding)
		if mark.And(mark, mask).Cmp(endOfBzip2) == 0 {
			return nil
		}
	}
	return errors.New("it does not end as one")
}

// interruptible is a reader that ends with its context.
type interruptible struct {
	ctx context.Context
	io.Reader
}

func (r *interruptible) Read(p []byte) (int, error) {
	if r.ctx.Err() != nil {
		return 0, context.Cause(r.ctx)
	}
	return r.Reader.Read(p)
}
