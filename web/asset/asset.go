// Package asset holds what pages load: style, fonts and scripts, all embedded,
// none from another host. Each has an address with a hash of its content in it,
// so that browsers may keep it for good.
//
// The fonts are those of package fonts. What comes from npm is put there by
// bundle/build.mjs, with a lock file, and checked in: building the program needs no
// Node.
package asset

import (
	"bytes"
	"crypto/sha256"
	"embed"
	"fmt"
	"io/fs"
	"maps"
	"mime"
	"net/http"
	"path"
	"slices"
	"strings"
	"sync"
	"time"

	"rolecall/fonts"
)

//go:embed files
var embedded embed.FS

// Prefix is where the assets lie.
const Prefix = "/assets/"

// file is an asset as it is served.
type file struct {
	content []byte
	kind    string
}

// assets are all of them: their addresses by name, the files by address, and a text
// that is another if any is.
type assets struct {
	addresses   map[string]string
	files       map[string]file
	fingerprint string
}

// all are loaded when the first page asks for one: most commands serve none.
var all = sync.OnceValue(load)

func load() assets {
	addresses, files := make(map[string]string), make(map[string]file)
	contents, err := fonts.Packed()
	if err != nil {
		panic(err) // the files are part of the program
	}
	err = fs.WalkDir(embedded, "files", func(name string, entry fs.DirEntry, err error) error {
		if err != nil || entry.IsDir() {
			return err
		}
		contents[path.Base(name)], err = embedded.ReadFile(name)
		return err
	})
	if err != nil {
		panic(err) // the files are part of the program
	}
	add := func(name string, content []byte) {
		ending := path.Ext(name)
		address := fmt.Sprintf("%s%s.%.6x%s", Prefix, strings.TrimSuffix(name, ending), sha256.Sum256(content), ending)
		addresses[name], files[address] = address, file{content, kindOf(ending)}
	}
	for name, content := range contents {
		if path.Ext(name) != ".css" {
			add(name, content)
		}
	}
	// Style sheets name fonts, so they come after these, and with their addresses.
	for name, content := range contents {
		if path.Ext(name) == ".css" {
			add(name, addressed(content, addresses))
		}
	}
	known := slices.Sorted(maps.Keys(files))
	return assets{addresses, files, fmt.Sprintf("%.8x", sha256.Sum256([]byte(strings.Join(known, " "))))}
}

// addressed replaces the names of assets in a style sheet, url(name), by their
// addresses.
func addressed(style []byte, addresses map[string]string) []byte {
	for name, address := range addresses {
		style = bytes.ReplaceAll(style, []byte("url("+name+")"), []byte("url("+address+")"))
	}
	return style
}

func kindOf(ending string) string {
	if ending == ".woff2" {
		return "font/woff2"
	}
	return mime.TypeByExtension(ending)
}

// Address is where the asset of a name lies; it panics for a name that is not
// there, which only a template can misspell.
func Address(name string) string {
	address, held := all().addresses[name]
	if !held {
		panic("there is no asset " + name)
	}
	return address
}

// Fingerprint is a text that is another if any asset is.
func Fingerprint() string { return all().fingerprint }

// ServeHTTP answers for the addresses under Prefix.
func ServeHTTP(w http.ResponseWriter, r *http.Request) {
	f, held := all().files[r.URL.Path]
	if !held {
		http.NotFound(w, r)
		return
	}
	w.Header().Set("Content-Type", f.kind)
	w.Header().Set("Cache-Control", "public, max-age=31536000, immutable")
	http.ServeContent(w, r, "", time.Time{}, bytes.NewReader(f.content))
}
