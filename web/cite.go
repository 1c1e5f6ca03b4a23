package web

import (
	"fmt"
	"html"
	"net/http"
	"net/url"
	"strings"

	"rolecall/method"
)

// citedView is how an answer is cited and shared: in words first, then for programs.
type citedView struct {
	// Sentence is what was found, Words the citation in a sentence.
	Sentence, Words string
	// Permanent is the address that gives this very answer or none; empty of what no
	// address gives for good: what was checked of a reader's own, or an archive that grows.
	Permanent string
	// Picture is an address, Frame the code that shows the answer in another page.
	Picture, Frame            string
	Method, BibTeX, CSL, Hash string
}

// shared is what of an answer can be taken to other places.
type shared struct {
	sentence string
	method   method.Method
	// picture is the path of a picture, and embedded reports whether the answer has a page
	// to be framed.
	picture  string
	embedded bool
	// passing says that no address gives this very answer for good.
	passing bool
}

// cited is how the answer at an address is cited and shared.
func (s *Site) cited(r *http.Request, a shared) *citedView {
	v := &citedView{Sentence: a.sentence, Method: a.method.Paragraph(), BibTeX: a.method.BibTeX(), CSL: a.method.CSLJSON(), Hash: a.method.Catalog.Hash}
	if r.Method != http.MethodPost && !a.passing {
		v.Permanent = s.options.Public + permanent(r.URL, v.Hash)
	}
	v.Words = a.method.Reference(v.Permanent).Words
	if a.picture != "" {
		v.Picture = s.options.Public + a.picture
	}
	if a.embedded {
		v.Frame = frameCode(s.options.Public+embedPath(r.URL), a.sentence, frameSize{})
	}
	return v
}

// permanent is an address with the catalog that is to answer.
func permanent(u *url.URL, hash string) string {
	q := u.Query()
	q.Set("catalog", hash)
	return u.EscapedPath() + "?" + q.Encode()
}

// embedPath is where the answer at an address lies as a page to be framed.
func embedPath(u *url.URL) string {
	path := embedPrefix + u.EscapedPath()
	if u.RawQuery != "" {
		path += "?" + u.Query().Encode()
	}
	return path
}

// frameSize is how large a frame is, in pixels.
type frameSize struct{ width, height int }

// The size of a frame whose page asks for none.
var usualFrame = frameSize{720, 520}

// within is the usual size, or less where a page has less room.
func (f frameSize) within() frameSize {
	size := usualFrame
	if f.width > 0 {
		size.width = min(size.width, f.width)
	}
	if f.height > 0 {
		size.height = min(size.height, f.height)
	}
	return size
}

// frameCode is the code that shows a page of this site in another.
func frameCode(address, title string, room frameSize) string {
	size := room.within()
	return fmt.Sprintf(`<iframe src="%s" title="%s" width="%d" height="%d" loading="lazy" style="border:0;max-width:100%%"></iframe>`,
		html.EscapeString(address), html.EscapeString(strings.TrimSuffix(title, ".")), size.width, size.height)
}
