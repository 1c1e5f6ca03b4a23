//go:build !unix

package nameindex

import (
	"io"
	"os"
)

// mapped says that the bytes of an index are a copy.
const mapped = false

// mapFile reads the whole file where it cannot be mapped.
func mapFile(file *os.File, size int) ([]byte, func([]byte) error, error) {
	data := make([]byte, size)
	_, err := io.ReadFull(file, data)
	return data, func([]byte) error { return nil }, err
}

// letGo is for files that are mapped.
func letGo([]byte) {}
