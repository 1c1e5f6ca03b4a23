package web

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"html/template"
	"io"
	"net/http"
	"net/url"
	"path"
	"strings"
	"time"
	"unicode"
	"unicode/utf8"

	"rolecall/format"
	"rolecall/phrase"
	"rolecall/press"
	"rolecall/press/article"
	"rolecall/render"
	"rolecall/web/guard"
	"rolecall/web/snapshot"
)

// The bounds of the desk. A text is bounded in letters: longer ones are books. A page is
// waited for less long than a command waits, as others wait for their turn.
const (
	longestArticle = 60_000
	longestName    = 100
	fetchPatience  = 12 * time.Second
)

// sent is an article that was sent to be checked.
type sent struct {
	article article.Article
	// name is that of its file, its address, or what stands for one.
	name string
	// again are the fields that bring the same once more, for its report as a file: the
	// server keeps nothing.
	again []fieldValue
	// action is where they go.
	action string
}

type fieldValue struct{ Name, Value string }

// refusal is why an article cannot be checked, in words with the remedy.
type refusal struct {
	status int
	words  string
}

func refusef(status int, words string, args ...any) *refusal {
	return &refusal{status, fmt.Sprintf(words, args...)}
}

const pasted = "pasted text"

// desk checks what is written, pasted or dropped. The text is neither kept nor logged.
func (s *Site) desk(ctx context.Context, held *snapshot.Snapshot, r *http.Request) (answer, error) {
	in, refused := received(r)
	if refused != nil {
		return s.refused(held, r, refused)
	}
	report, err := press.Check(ctx, press.InCatalog(held.Catalog), in.article)
	return s.reported(ctx, held, r, in, report, err)
}

// deskAddress checks the page at an address, where the site fetches pages. The page of
// another site is not let do it in a reader's name.
func (s *Site) deskAddress(ctx context.Context, held *snapshot.Snapshot, r *http.Request) (answer, error) {
	if s.options.Fetch == nil {
		return s.refused(held, r, refusef(http.StatusForbidden, "This site fetches no pages. Open the page, copy its text and paste it, or save the page and choose the file."))
	}
	if err := s.sameOrigin.Check(r); err != nil {
		return s.refused(held, r, refusef(http.StatusForbidden, "That was sent from another site. Write the address into the field here."))
	}
	in, refused := s.fetched(ctx, r)
	if refused != nil {
		return s.refused(held, r, refused)
	}
	var report press.Report
	var err error
	if busy := s.costly.Within(r, func() { report, err = press.Check(ctx, press.InCatalog(held.Catalog), in.article) }); busy != nil {
		var limited *guard.RefusedError
		if errors.As(busy, &limited) {
			return s.refused(held, r, refusef(http.StatusTooManyRequests, "You have sent many articles. Wait a little and try again."))
		}
		return answer{}, busy
	}
	return s.reported(ctx, held, r, in, report, err)
}

// received reads a text or a file from what was sent. A body is bounded, so that the file
// stays in memory and none is written.
func received(r *http.Request) (sent, *refusal) {
	if refused := parsed(r); refused != nil {
		return sent{}, refused
	}
	content, name, refused := contentOf(r)
	if refused != nil {
		return sent{}, refused
	}
	a, err := article.Read(bytes.NewReader(content))
	if refused := readable(a, err); refused != nil {
		return sent{}, refused
	}
	text := a.File()
	if text == "" { // a page in an encoding that it names itself
		text = a.Text
	}
	return sent{article: a, name: name, action: "/check", again: []fieldValue{{"name", name}, {"text", text}}}, nil
}

func parsed(r *http.Request) *refusal {
	err := r.ParseForm() // whose fault ParseMultipartForm does not tell
	if err == nil {
		err = r.ParseMultipartForm(largestBody)
	}
	switch _, tooLong := errors.AsType[*http.MaxBytesError](err); {
	case tooLong:
		return refusef(http.StatusRequestEntityTooLarge, "That is longer than this site reads: up to %s letters, or a file of 1 MB. Check a part of it, or paste the text of the article alone.", phrase.Grouped(longestArticle))
	case err != nil && !errors.Is(err, http.ErrNotMultipart):
		return refusef(http.StatusBadRequest, "What was sent cannot be read. Paste the article into the field.")
	}
	return nil
}

// contentOf is what was sent: a file where one was chosen, else the text.
func contentOf(r *http.Request) (content []byte, name string, refused *refusal) {
	if file, header, err := r.FormFile("file"); err == nil {
		defer file.Close()
		if content, err = io.ReadAll(file); err != nil {
			return nil, "", refusef(http.StatusBadRequest, "The file cannot be read. Choose it again, or paste its text.")
		}
		name = nameOf(header.Filename)
		if len(bytes.TrimSpace(content)) == 0 {
			return nil, "", refusef(http.StatusUnprocessableEntity, "The file %s is empty. Choose another, or paste the text.", name)
		}
		return content, name, nil
	}
	text := strings.NewReplacer("\r\n", "\n", "\x00", "\uFFFD").Replace(strings.ToValidUTF8(r.PostForm.Get("text"), "\uFFFD"))
	if strings.TrimSpace(text) == "" {
		return nil, "", refusef(http.StatusUnprocessableEntity, "There is no text. Paste an article into the field, or choose a file.")
	}
	return []byte(text), nameOf(r.PostForm.Get("name")), nil
}

// nameOf is the name of a file without its folder, as far as it can be shown.
func nameOf(file string) string {
	name := strings.Map(func(r rune) rune {
		if unicode.IsControl(r) || unicode.Is(unicode.Cf, r) {
			return -1
		}
		return r
	}, path.Base(strings.ReplaceAll(strings.ToValidUTF8(file, "\uFFFD"), `\`, "/")))
	if letters := []rune(name); len(letters) > longestName {
		name = string(letters[:longestName])
	}
	if name == "." || name == "/" || strings.TrimSpace(name) == "" {
		return pasted
	}
	return name
}

// fetched fetches the page at the address that was sent.
func (s *Site) fetched(ctx context.Context, r *http.Request) (sent, *refusal) {
	if refused := parsed(r); refused != nil {
		return sent{}, refused
	}
	address := strings.TrimSpace(r.PostForm.Get("address"))
	if !article.IsAddress(address) {
		return sent{}, refusef(http.StatusUnprocessableEntity, "That is no address of a page: it must begin with http:// or https://.")
	}
	ctx, cancel := context.WithTimeout(ctx, fetchPatience)
	defer cancel()
	a, err := s.options.Fetch(ctx, address)
	switch {
	case ctx.Err() != nil:
		return sent{}, refusef(http.StatusUnprocessableEntity, "The page did not arrive within %d seconds. Paste its text, or save it and choose the file.", int(fetchPatience.Seconds()))
	case errors.Is(err, article.ErrPrivate):
		return sent{}, refusef(http.StatusUnprocessableEntity, "That address is not fetched: %s. Give the address of a public page, or paste the text.", article.ErrPrivate)
	case err != nil && !errors.Is(err, article.ErrNoText) && !errors.Is(err, article.ErrTooLong):
		return sent{}, refusef(http.StatusUnprocessableEntity, "The page cannot be had: %s. Paste its text, or save it and choose the file.", err)
	}
	if refused := readable(a, err); refused != nil {
		return sent{}, refused
	}
	return sent{article: a, name: address, action: "/check/address", again: []fieldValue{{"address", address}}}, nil
}

// readable says why an article that was read is none to check here, or nothing.
func readable(a article.Article, err error) *refusal {
	switch n := utf8.RuneCountInString(a.Text); {
	case err != nil:
		return refusef(http.StatusUnprocessableEntity, "%s", phrase.Stop(err.Error()))
	case n > longestArticle:
		return refusef(http.StatusRequestEntityTooLarge, "The text has %s letters; this site reads up to %s. Check a part of it.", phrase.Grouped(n), phrase.Grouped(longestArticle))
	}
	return nil
}

// reported shows a report as a page or, where the address ends in that of a format, as
// the file that the command would write.
func (s *Site) reported(ctx context.Context, held *snapshot.Snapshot, r *http.Request, in sent, report press.Report, err error) (answer, error) {
	switch {
	case errors.Is(err, article.ErrNotEnglish):
		return s.refused(held, r, refusef(http.StatusUnprocessableEntity, "Only articles in English can be checked. This one is %s. Check a translation, and look at the original for what it changes.", err))
	case err != nil:
		return answer{}, err
	}
	report.Source = in.name
	if f, isFormat := format.OfEnding(path.Ext(r.URL.Path)); isFormat {
		a, err := document(render.Check{Reports: []press.Report{report}, Quotes: true, Catalog: held.Info()}, f)
		a.private, a.file = true, "check"+f.Ending
		return a, err
	}
	view, err := s.checkOf(ctx, held, in, report)
	if err != nil {
		return answer{}, err
	}
	view.cited = s.cited(r, shared{sentence: view.found(), method: render.Check{Reports: []press.Report{report}, Catalog: held.Info()}.Method()})
	return s.deskPage(held, r, view, http.StatusOK)
}

// refused shows the desk with the reason, and what was written, so that nothing is lost.
func (s *Site) refused(held *snapshot.Snapshot, r *http.Request, why *refusal) (answer, error) {
	view := checkView{Fault: why.words, Address: r.PostForm.Get("address")}
	if text := strings.ToValidUTF8(r.PostForm.Get("text"), "\uFFFD"); len(text) <= 4*longestArticle {
		view.Text = strings.ReplaceAll(text, "\x00", "\uFFFD")
	}
	return s.deskPage(held, r, view, why.status)
}

// check shows the empty desk.
func (s *Site) check(_ context.Context, held *snapshot.Snapshot, r *http.Request) (answer, error) {
	return s.deskPage(held, r, checkView{}, http.StatusOK)
}

func (s *Site) deskPage(held *snapshot.Snapshot, r *http.Request, view checkView, status int) (answer, error) {
	view.Example, view.Fetches, view.Bookmarklet = exampleArticle, s.options.Fetch != nil, bookmarklet(s.options.Public)
	a, err := s.render(held, r, "check", frame{Title: "Check an article", Place: "check", Cited: view.cited,
		Description: "Paste an article: its claims about credits, marked in the text, with verdicts and evidence. Nothing is stored.", Content: view})
	a.status, a.private = status, r.Method == http.MethodPost
	return a, err
}

// bookmarklet is a link to keep among bookmarks: on any page it sends the words selected
// there to this site. It is made of the site's own address alone.
func bookmarklet(public string) template.URL {
	action, err := json.Marshal(public + "/check")
	if err != nil {
		panic(err) // a text is always written
	}
	script := `(function(){var t=String(getSelection());` +
		`if(!t.trim()){alert('Select the words to check, then press this again.');return}` +
		`var d=document,f=d.createElement('form'),a=d.createElement('textarea');` +
		`f.method='post';f.action=` + string(action) + `;f.target='_blank';f.hidden=true;a.name='text';a.value=t;` +
		`f.append(a);d.body.append(f);f.submit();f.remove()})()`
	return template.URL("javascript:" + url.PathEscape(script))
}
