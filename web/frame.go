package web

import (
	"bytes"
	"crypto/sha256"
	"embed"
	"fmt"
	"html/template"
	"io/fs"
	"net/http"
	"net/url"
	"strings"
	"sync"

	"rolecall"
	"rolecall/phrase"
	"rolecall/web/asset"
	"rolecall/web/snapshot"
)

//go:embed templates/*.html
var templateFiles embed.FS

// frame is what every page has around its content.
type frame struct {
	Title, Description string
	// Card is the path of the picture that goes with a shared link, or empty.
	Card string
	// Data is the page's content for machines, in the terms of schema.org.
	Data any
	// Asked stands in the search field.
	Asked string
	// Place is the entry of the navigation that the page is in.
	Place string
	// Scripted says that the page has charts, which a script lets speak.
	Scripted bool
	Content  any
	// Passing says that no address gives this very answer for good.
	Passing bool
	// Cited is how the answer is cited and shared; nil of a page that is none.
	Cited *citedView

	// Path, Public and Catalog are filled in for all.
	Path, Public string
	// HasArchive says that the site shows an archive.
	HasArchive bool
	// Permanent is the address with the catalog, empty of what no address holds;
	// Embeddable is what another site asks that is given the address, or empty.
	Permanent, Embeddable string
	Catalog               *catalogView
}

// catalogView is the catalog as the foot of each page names it.
type catalogView struct {
	Name, Hash, ShortHash, Day string
	HandPicked                 bool
}

// Canonical is the address of the page for links from elsewhere.
func (f frame) Canonical() string { return f.Public + f.Path }

var functions = template.FuncMap{
	"asset":   asset.Address,
	"gender":  rolecall.Gender.Words,
	"title":   titlePath,
	"person":  personPath,
	"capital": phrase.Capital,
	"lower":   lower,
}

// templates are the pages by name, each in the layout, and a text that is another if
// any is. They are read when the first page is made: most commands make none.
var templates = sync.OnceValues(func() (map[string]*template.Template, string) {
	names, err := fs.Glob(templateFiles, "templates/*.html")
	if err != nil {
		panic(err) // the pattern is part of the program
	}
	pages := make(map[string]*template.Template)
	var all bytes.Buffer
	for _, file := range names {
		content, err := templateFiles.ReadFile(file)
		if err != nil {
			panic(err)
		}
		all.Write(content)
		name := strings.TrimSuffix(strings.TrimPrefix(file, "templates/"), ".html")
		if name == "layout" || name == "parts" {
			continue
		}
		pages[name] = template.Must(template.New("layout.html").Funcs(functions).
			ParseFS(templateFiles, "templates/layout.html", "templates/parts.html", file))
	}
	return pages, fmt.Sprintf("%.8x", sha256.Sum256(all.Bytes()))
})

// render lays out a page.
func (s *Site) render(held *snapshot.Snapshot, r *http.Request, name string, f frame) (answer, error) {
	f.Path, f.Public, f.HasArchive = r.URL.EscapedPath(), s.options.Public, s.archive != nil
	if held != nil {
		info := held.Info()
		if r.Method != http.MethodPost && !f.Passing {
			f.Permanent = permanent(r.URL, info.Hash)
		}
		f.Catalog = &catalogView{info.Name, info.Hash, phrase.ShortHash(info.Hash), phrase.Day(info.Built), info.HandPicked}
	}
	if f.Cited != nil && f.Cited.Frame != "" {
		f.Embeddable = s.options.Public + oEmbedPath(s.options.Public+r.URL.RequestURI())
	}
	var b bytes.Buffer
	pages, _ := templates()
	if err := pages[name].Execute(&b, f); err != nil {
		return answer{}, fmt.Errorf("lay out the page %s: %w", name, err)
	}
	return answer{status: http.StatusOK, kind: htmlKind, body: b.Bytes()}, nil
}

// titlePath is the address of a title's page.
func titlePath(id string) string { return "/title/" + escapePath(id) }

// personPath is the address of a person's page.
func personPath(id string) string { return "/person/" + escapePath(id) }

// escapePath escapes an identifier for a path and leaves its slashes, so that
// addresses can be read: /title/jessica-jones/2.
func escapePath(id string) string {
	parts := strings.Split(id, "/")
	for i, part := range parts {
		parts[i] = url.PathEscape(part)
	}
	return strings.Join(parts, "/")
}
