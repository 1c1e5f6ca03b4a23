//go:build unix

package catalog

import "golang.org/x/sys/unix"

// freeRoom is how many bytes may be written in a folder, and whether that is
// known.
func freeRoom(folder string) (bytes int64, known bool) {
	var disk unix.Statfs_t
	if err := unix.Statfs(folder, &disk); err != nil {
		return 0, false
	}
	return int64(disk.Bavail) * int64(disk.Bsize), true
}
