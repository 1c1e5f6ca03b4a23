package grammar

import (
	"encoding/binary"
	"errors"
	"fmt"
	"slices"

	"github.com/klauspost/compress/zstd"

	"rolecall/press/syntax/internal/weights"
)

// Learned is all that training found, in the order it lies in the file.
type Learned struct {
	// Tags are the names of the classes.
	Tags          []string
	First, Second []weights.Feature
}

// noun is the Penn tag of a name.
const noun = "NNP"

// Pack writes what was learned into a file.
func Pack(l Learned) ([]byte, error) {
	var out []byte
	out = binary.AppendUvarint(out, uint64(len(l.Tags)))
	for _, tag := range l.Tags {
		out = binary.AppendUvarint(out, uint64(len(tag)))
		out = append(out, tag...)
	}
	for _, features := range [][]weights.Feature{l.First, l.Second} {
		var err error
		if out, err = weights.Append(out, features); err != nil {
			return nil, err
		}
	}
	packer, err := zstd.NewWriter(nil, zstd.WithEncoderLevel(zstd.SpeedBestCompression))
	if err != nil {
		return nil, err
	}
	return packer.EncodeAll(out, nil), packer.Close()
}

var errShort = errors.New("the model ends too early")

// Reader is a model, ready to read.
type Reader struct {
	Tags   []string
	Tagger Tagger
}

// Unpack reads a file that Pack wrote.
func Unpack(file []byte) (*Reader, error) {
	unpacker, err := zstd.NewReader(nil, zstd.WithDecoderConcurrency(1))
	if err != nil {
		return nil, err
	}
	defer unpacker.Close()
	in, err := unpacker.DecodeAll(file, nil)
	if err != nil {
		return nil, fmt.Errorf("the model: %w", err)
	}
	tags, in, err := readNames(in)
	if err != nil {
		return nil, err
	}
	var tables [2]*weights.Table
	for i := range tables {
		if tables[i], in, err = weights.Read(in, len(tags)); err != nil {
			return nil, err
		}
	}
	name := slices.Index(tags, noun)
	if name < 0 {
		return nil, errors.New("the model has no tag for names")
	}
	return &Reader{
		Tags:   tags,
		Tagger: Tagger{First: remember(tables[0], len(tags)), Second: remember(tables[1], len(tags)), Classes: len(tags), Noun: uint8(name)},
	}, nil
}

func readNames(in []byte) (names []string, rest []byte, err error) {
	count, n := binary.Uvarint(in)
	if n <= 0 || count > Unknown {
		return nil, nil, errShort
	}
	in = in[n:]
	for range count {
		size, n := binary.Uvarint(in)
		if n <= 0 || size > uint64(len(in)-n) {
			return nil, nil, errShort
		}
		names = append(names, string(in[n:n+int(size)]))
		in = in[n+int(size):]
	}
	return names, in, nil
}
