package web

import (
	"bytes"
	"context"
	"crypto/sha256"
	"encoding/base64"
	"fmt"
	"net/http"
	"path"
	"strings"
	"sync"

	"rolecall/drawing"
	"rolecall/fault"
	"rolecall/format"
	"rolecall/phrase"
	"rolecall/render"
	"rolecall/web/asset"
	"rolecall/web/snapshot"
)

// answer is what a page's function comes to: bytes of one kind.
type answer struct {
	status int
	kind   string
	body   []byte
	// location is where the thing asked for lies, for a redirection.
	location string
	// private says that nobody may keep it.
	private bool
	// edition is which one it is of what changes while the catalog does not; empty where nothing
	// does.
	edition string
	// file is the name under which a browser saves it instead of showing it, or empty.
	file string
}

// pageFunc answers a request from one catalog.
type pageFunc func(context.Context, *snapshot.Snapshot, *http.Request) (answer, error)

// page puts a page at a pattern. The same catalog, program and address give the
// same bytes, so that the tag of an answer is known before it is made.
func (s *Site) page(mux *http.ServeMux, pattern string, f pageFunc) {
	quick := s.answering(f)
	costly := s.costly.Wrap(quick)
	mux.HandleFunc(pattern, func(w http.ResponseWriter, r *http.Request) {
		if f, isFormat := format.OfEnding(path.Ext(r.URL.Path)); isFormat && f.Costly {
			costly.ServeHTTP(w, r)
			return
		}
		quick(w, r)
	})
}

// pageAndFiles is a page with a file beside it in each format.
func pageAndFiles[F any](mux *http.ServeMux, put func(*http.ServeMux, string, F), path string, f F) {
	put(mux, "GET "+path, f)
	for _, one := range format.All() {
		put(mux, "GET "+path+one.Ending, f)
	}
}

// costlyPage is a page that takes work enough to be limited.
func (s *Site) costlyPage(mux *http.ServeMux, pattern string, f pageFunc) {
	mux.Handle(pattern, s.costly.Wrap(s.answering(f)))
}

func (s *Site) answering(f pageFunc) http.HandlerFunc { return s.answeringIn("", f) }

// answeringIn answers from one edition of something besides the catalog.
func (s *Site) answeringIn(edition string, f pageFunc) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		held, release, err := s.holder.Acquire()
		if err != nil {
			s.fail(w, r, nil, err)
			return
		}
		defer release()
		hash := held.Info().Hash
		if asked := r.URL.Query().Get("catalog"); asked != "" && asked != hash {
			s.write(w, r, hash, s.otherCatalog(held, r, asked))
			return
		}
		tag := s.tag(hash, edition, r.URL.String())
		if match := r.Header.Get("If-None-Match"); match != "" && strings.Contains(match, tag) {
			setCaching(w, r, hash, edition, tag)
			w.WriteHeader(http.StatusNotModified)
			return
		}
		a, err := s.kept(held, edition, r, f)
		a.edition = edition
		if err != nil {
			s.fail(w, r, held, err)
			return
		}
		s.write(w, r, hash, a)
	}
}

// kept gives the answer of a page, made now or, if it was asked for lately, then.
func (s *Site) kept(held *snapshot.Snapshot, edition string, r *http.Request, f pageFunc) (answer, error) {
	if r.Method == http.MethodPost {
		return f(r.Context(), held, r)
	}
	answers, address := keptOf(held), edition+r.URL.String()
	if a, known := answers.get(address); known {
		return a, nil
	}
	a, err := f(r.Context(), held, r)
	if err == nil && a.status == http.StatusOK {
		answers.add(address, a)
	}
	return a, err
}

// tag names an answer by what it is made of. It is a weak one, as answers are
// compressed for those who ask.
func (s *Site) tag(hash, edition, address string) string {
	_, templatesFingerprint := templates()
	sum := sha256.Sum256([]byte(strings.Join([]string{hash, asset.Fingerprint(), templatesFingerprint, s.options.Version, s.options.Public, edition, address}, "\x00")))
	return fmt.Sprintf(`W/"%x"`, sum[:12])
}

// setCaching lets an answer be kept: for good where the address names the
// catalog and nothing else changes, else until the next, which is asked for with the tag.
func setCaching(w http.ResponseWriter, r *http.Request, hash, edition, tag string) {
	w.Header().Set("ETag", tag)
	if edition == "" && r.URL.Query().Get("catalog") == hash {
		w.Header().Set("Cache-Control", "public, max-age=31536000, immutable")
		return
	}
	w.Header().Set("Cache-Control", "public, max-age=60, stale-while-revalidate=600")
}

func (s *Site) write(w http.ResponseWriter, r *http.Request, hash string, a answer) {
	if a.location != "" {
		http.Redirect(w, r, a.location, a.status)
		return
	}
	w.Header().Set("Content-Type", a.kind)
	if a.status == http.StatusOK && !a.private {
		setCaching(w, r, hash, a.edition, s.tag(hash, a.edition, r.URL.String()))
	} else {
		w.Header().Set("Cache-Control", "no-store")
	}
	if a.kind != htmlKind {
		// Numbers may be read from any page, as there is nothing private in them.
		w.Header().Set("Access-Control-Allow-Origin", "*")
	}
	if a.file != "" {
		w.Header().Set("Content-Disposition", `attachment; filename="`+a.file+`"`)
	}
	if a.kind == svgKind {
		w.Header().Set("Content-Security-Policy", picturePolicy())
	}
	w.Header().Set("Content-Length", fmt.Sprint(len(a.body)))
	w.WriteHeader(a.status)
	if r.Method != http.MethodHead {
		w.Write(a.body)
	}
}

// picturePolicy lets a picture that stands alone use the faces within it, and load nothing.
var picturePolicy = sync.OnceValue(func() string {
	style := sha256.Sum256([]byte(drawing.FileStyle()))
	return "default-src 'none'; style-src 'sha256-" + base64.StdEncoding.EncodeToString(style[:]) + "'; font-src data:; frame-ancestors 'none'"
})

// The kinds of bytes that are answered.
const (
	htmlKind = "text/html; charset=utf-8"
	jsonKind = "application/json; charset=utf-8"
	pngKind  = "image/png"
	svgKind  = "image/svg+xml; charset=utf-8"
)

// document writes an answer as the command would.
func document(d render.Document, f format.Format) (answer, error) {
	var b bytes.Buffer
	err := render.Write(format.Screen{Out: &b}, f, d)
	return answer{status: http.StatusOK, kind: f.Kind, body: b.Bytes()}, err
}

// documents are the files beside a page, one in each format; the query says which
// answer it is.
func documents(page, query string) []documentView {
	return phrase.Each(format.All(), func(f format.Format) documentView { return documentView{f.Name, page + f.Ending + query, f.Kind} })
}

// cutEnding splits an address into the page's and its ending: that of a format,
// ".svg" or none.
func cutEnding(address string) (page, ending string) {
	ending = path.Ext(address)
	if _, isFormat := format.OfEnding(ending); isFormat || ending == ".svg" {
		return strings.TrimSuffix(address, ending), ending
	}
	return address, ""
}

// refused answers with a page that says what is the matter with what was asked; a fault of
// ours is passed on.
func refused(ctx context.Context, err error, page func(words string, status int) (answer, error)) (answer, error) {
	told := fault.OverHTTP(ctx, err)
	if !told.Asked() {
		return answer{}, err
	}
	return page(phrase.Stop(told.Words), told.Status)
}

// fail answers for a fault of ours, or for a request that took too long.
func (s *Site) fail(w http.ResponseWriter, r *http.Request, held *snapshot.Snapshot, err error) {
	told := fault.OverHTTP(r.Context(), err)
	if told.Logged {
		s.options.Log.Error("a page failed", "route", r.Pattern, "error", err)
	}
	if told.Status == fault.ClientGone {
		w.WriteHeader(told.Status)
		return
	}
	title := "Something went wrong here"
	if told.Status == http.StatusServiceUnavailable {
		title = "Not at present"
		w.Header().Set("Retry-After", "30")
	}
	s.write(w, r, "", s.message(held, r, told.Status, title, told.Words))
}

// refuse answers a client that asks too often, or whose request does not arrive.
func (s *Site) refuse(w http.ResponseWriter, r *http.Request, status int) {
	if status == http.StatusRequestTimeout {
		s.say(w, r, status, "That took too long to arrive", "The request did not arrive whole in time.")
		return
	}
	s.say(w, r, http.StatusTooManyRequests, "One moment, please",
		"This part of the site takes some work for each request, and you have sent many. Wait a little and try again.")
}

// message is a page that says one thing.
func (s *Site) message(held *snapshot.Snapshot, r *http.Request, status int, title, text string) answer {
	a, err := s.render(held, r, "message", frame{Title: title, Description: text, Content: messageView{Title: title, Text: text}})
	if err != nil {
		return answer{status: status, kind: "text/plain; charset=utf-8", body: []byte(title + ". " + text + "\n")}
	}
	a.status = status
	return a
}

type messageView struct {
	Title, Text string
	// Near are what may have been meant.
	Near []nearView
}

type nearView struct{ Label, Note, Address string }

// otherCatalog answers for an address that names a catalog which is not served.
func (s *Site) otherCatalog(held *snapshot.Snapshot, r *http.Request, asked string) answer {
	return s.message(held, r, http.StatusConflict, "Another catalog is served now", fmt.Sprintf(
		"The address asks for the catalog %s. This site serves %s. Leave “catalog” out of the address for the answer of today.",
		phrase.ShortHash(asked), phrase.ShortHash(held.Info().Hash)))
}
