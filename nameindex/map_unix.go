//go:build unix

package nameindex

import (
	"os"

	"golang.org/x/sys/unix"
)

// mapped says that the bytes of an index are those of the file, whatever becomes
// of it.
const mapped = true

// letGo has a mapped file no longer count as memory of this process. What was read of it
// stays with the system, from which it is had again in less than a microsecond.
func letGo(data []byte) { unix.Madvise(data, unix.MADV_DONTNEED) }

// mapFile maps a file into memory; what it returns undoes that.
func mapFile(file *os.File, size int) ([]byte, func([]byte) error, error) {
	data, err := unix.Mmap(int(file.Fd()), 0, size, unix.PROT_READ, unix.MAP_SHARED)
	return data, unix.Munmap, err
}
