//go:build !unix

package catalog

// freeRoom is not known on this system.
func freeRoom(string) (bytes int64, known bool) { return 0, false }
