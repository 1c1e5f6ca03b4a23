package source

import (
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
)

// Stat is os.Stat for a file that is to be read: a folder is refused, and so is what
// never ends or waits for somebody to write, such as a pipe or a device.
func Stat(path string) (fs.FileInfo, error) {
	info, err := os.Stat(path)
	switch {
	case err != nil:
		return nil, err
	case info.IsDir():
		return nil, fmt.Errorf("%s is a folder: name the files in it", path)
	case !info.Mode().IsRegular():
		return nil, fmt.Errorf("%s is no file but a pipe or a device: write what comes from it into a file first", path)
	}
	return info, nil
}

// NameOf is the name of a table in a file: that of the file without its endings.
func NameOf(path string) string {
	name := filepath.Base(path)
	for _, ending := range []string{".gz", ".csv", ".tsv", ".txt", ".xlsx"} {
		if cut := len(name) - len(ending); cut > 0 && strings.EqualFold(name[cut:], ending) {
			name = name[:cut]
		}
	}
	return name
}
