package nameindex

import (
	"encoding/binary"
	"errors"
	"fmt"
	"hash/crc32"
	"os"
	"runtime/debug"
	"unsafe"
)

// Nothing is answered from bytes that were not compared with their checksum: each
// sheet of the file is, when it is first read. Checking the whole file ahead would
// take as long as reading it, which at the size of IMDb is longer than an answer.
// And as the file is mapped, a search ends with a look whether it is still as it
// was opened.

// ErrDamaged says that a file is not a whole index. Build it anew.
var ErrDamaged = errors.New("the name index is damaged or incomplete; build it again")

// ErrClosed says that an index was closed before it was asked.
var ErrClosed = errors.New("the name index is closed")

// damage is what a search meets where the file is not what was written.
type damage struct{ what string }

// see makes sure of the bytes of a section that are about to be read; it does not
// return where they are damaged.
func (x *Index) see(section int, from, to uint64) {
	start := x.header.Sections[section].Offset - uint64(headerBytes)
	for sheet := (start + from) / sheetBytes; sheet*sheetBytes < start+to; sheet++ {
		if !x.seen[sheet].Load() {
			x.check(sheet)
		}
	}
}

// seeWords makes sure of all words together: the automaton is read by a library,
// which goes where its bytes send it.
func (x *Index) seeWords() {
	if !x.wordsSeen.Load() {
		x.see(sectionWords, 0, x.header.Sections[sectionWords].Length)
		x.wordsSeen.Store(true)
	}
}

func (x *Index) check(sheet uint64) {
	body := x.data[headerBytes:x.header.Sections[sectionSums].Offset]
	from := sheet * sheetBytes
	content := body[from:min(from+sheetBytes, uint64(len(body)))]
	if crc32.Checksum(content, castagnoli) != binary.LittleEndian.Uint32(x.sums[sheet*sumBytes:]) {
		panic(damage{"its content does not match its checksum"})
	}
	x.seen[sheet].Store(true)
}

// reading runs what reads the file. The error wraps ErrDamaged where the file is
// not, or no longer, what was written, or is ErrClosed.
func (x *Index) reading(do func()) error {
	x.mutex.RLock()
	defer x.mutex.RUnlock()
	if x.data == nil {
		return ErrClosed
	}
	if err := guarded(x.data, do); err != nil {
		return err
	}
	return x.unchanged()
}

// guarded runs what reads bytes that may be damaged, or be those of a file that is
// cut while it is read, at which the system sends a signal that otherwise ends the
// program.
func guarded(data []byte, do func()) (err error) {
	defer debug.SetPanicOnFault(debug.SetPanicOnFault(true))
	defer func() {
		fault := recover()
		if fault == nil {
			return
		}
		if met, is := fault.(damage); is {
			err = fmt.Errorf("%s: %w", met.what, ErrDamaged)
			return
		}
		if !isWithin(fault, data) {
			panic(fault)
		}
		err = fmt.Errorf("its file was cut: %w", ErrDamaged)
	}()
	do()
	return nil
}

// isWithin reports whether a panic is that of bytes that are no longer there.
func isWithin(fault any, data []byte) bool {
	at, is := fault.(interface{ Addr() uintptr })
	first := uintptr(unsafe.Pointer(unsafe.SliceData(data)))
	return is && at.Addr() >= first && at.Addr()-first < uintptr(len(data))
}

// trusting runs a library that trusts the bytes it reads and panics where they
// make no sense.
func (x *Index) trusting(do func()) {
	defer func() {
		if fault := recover(); fault != nil && !isWithin(fault, x.data) {
			panic(damage{fmt.Sprintf("its words make no sense (%v)", fault)})
		} else if fault != nil {
			panic(fault)
		}
	}()
	do()
}

// unchanged says whether the file is as it was when it was opened.
func (x *Index) unchanged() error {
	if x.file == nil {
		return nil
	}
	now, err := x.file.Stat()
	if err != nil {
		return fmt.Errorf("look at the name index: %w", err)
	}
	if now.Size() != x.opened.Size() || !now.ModTime().Equal(x.opened.ModTime()) {
		return fmt.Errorf("its file was changed while it was in use: %w", ErrDamaged)
	}
	return nil
}

// Sound says whether the file is still as it was opened, without reading it.
func (x *Index) Sound() error { return x.reading(func() {}) }

// Verify reads the whole file and compares it with its checksums, so that the system has
// it in memory when it is searched.
func (x *Index) Verify() error {
	return x.reading(func() {
		for sheet := range x.seen {
			x.check(uint64(sheet))
		}
		x.wordsSeen.Store(true)
		if x.file != nil { // else the bytes are held here and nowhere else
			letGo(x.data)
		}
	})
}

// hold keeps what a mapped index is watched by.
func (x *Index) hold(file *os.File, info os.FileInfo) {
	if mapped {
		x.file, x.opened = file, info
		return
	}
	file.Close()
}
