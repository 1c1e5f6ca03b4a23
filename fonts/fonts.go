// Package fonts is the typefaces of pages and pictures, Source Serif 4 and Source Sans 3: as
// browsers load them (WOFF2) and, of those that pictures are drawn with, as Go reads them
// (TrueType). They come from npm by web/asset/bundle and are checked in with their licences.
package fonts

import (
	"embed"
	"path"
)

//go:embed *.woff2 *.ttf
var files embed.FS

// Packed are the files for browsers, by name.
func Packed() (map[string][]byte, error) {
	entries, err := files.ReadDir(".")
	if err != nil {
		return nil, err
	}
	packed := make(map[string][]byte)
	for _, entry := range entries {
		if name := entry.Name(); path.Ext(name) == ".woff2" {
			if packed[name], err = files.ReadFile(name); err != nil {
				return nil, err
			}
		}
	}
	return packed, nil
}

// Read is a file by its name.
func Read(name string) ([]byte, error) { return files.ReadFile(name) }
