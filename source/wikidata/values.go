package wikidata

import (
	"bufio"
	"encoding/json"
	"errors"
	"fmt"
	"io"
)

// values are the JSON values of a file, one after the other or in a list, however
// they are laid out. One of them is in memory at a time.
type values struct {
	*input
	decoder *json.Decoder
	bound   *bound
	isList  bool
	number  int
}

// largestValue bounds one value, in bytes. The longest items take a few megabytes.
const largestValue = 32 << 20

// bound ends the reading where a value does not end.
type bound struct {
	from io.Reader
	left int
}

var errEndless = fmt.Errorf("one value is longer than %d MB: is a bracket or a quotation mark not closed?", largestValue>>20)

func (b *bound) Read(p []byte) (int, error) {
	if b.left <= 0 {
		return 0, errEndless
	}
	n, err := b.from.Read(p)
	b.left -= n
	return n, err
}

func (in *input) values() (*values, error) {
	if err := skipMark(in.text); err != nil {
		return nil, damaged(in.path, err)
	}
	first, err := firstByte(in.text)
	if err != nil {
		return nil, damaged(in.path, err)
	}
	v := &values{input: in, isList: first == '[', bound: &bound{from: in.text, left: largestValue}}
	v.decoder = json.NewDecoder(v.bound)
	if v.isList {
		if _, err := v.decoder.Token(); err != nil {
			return nil, damaged(in.path, err)
		}
	}
	return v, nil
}

// skipMark passes over the byte order mark that some editors write.
func skipMark(text *bufio.Reader) error {
	mark, err := text.Peek(3)
	if string(mark) == "\ufeff" {
		_, err = text.Discard(3)
	}
	if errors.Is(err, io.EOF) {
		return nil
	}
	return err
}

// firstByte is the first byte that is no white space, which stays.
func firstByte(text *bufio.Reader) (byte, error) {
	for {
		c, err := text.ReadByte()
		if err != nil {
			return 0, err
		}
		if c != ' ' && c != '\t' && c != '\r' && c != '\n' {
			return c, text.UnreadByte()
		}
	}
}

// each calls take with the text of each value.
func (v *values) each(take func([]byte) error) error {
	for !v.isList || v.decoder.More() {
		v.bound.left = largestValue
		var text json.RawMessage
		err := v.decoder.Decode(&text)
		if !v.isList && errors.Is(err, io.EOF) {
			return nil
		}
		if v.number++; err != nil {
			return damaged(v.path, fmt.Errorf("value %d: %w", v.number, err))
		}
		if v.number%interrupted == 0 && v.Err() != nil {
			return v.Err()
		}
		if err := take(text); err != nil {
			return err
		}
	}
	if _, err := v.decoder.Token(); err != nil {
		return damaged(v.path, fmt.Errorf("the closing ] is missing: %w", err))
	}
	return nil
}

// bad notes the value as malformed.
func (v *values) bad(format string, args ...any) error {
	return v.report.BadLine(v.path, v.number, "value: "+format, args...)
}
