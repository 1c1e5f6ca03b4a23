// Package reader reads one document of a corpus: what its text is, whether it is worth
// reading and in which language, what it claims, and the rows that come of it.
package reader

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"runtime/debug"
	"strings"

	"rolecall/catalog"
	"rolecall/corpus/document"
	"rolecall/corpus/reach"
	"rolecall/corpus/table"
	"rolecall/press"
	"rolecall/press/article"
)

// Language reads articles of one language. Whoever reads another gives a reader of it to
// Reader, and its texts are refused no longer.
type Language interface {
	// Name is the language's, in English, as article.Language tells it: "French".
	Name() string
	// Read says what an article of the language claims and who speaks in it, with places in
	// the article's text.
	Read(context.Context, article.Article) (press.Report, error)
}

// English is the reader of English, by a catalog.
func English(l press.Library) Language { return english{l} }

type english struct{ by press.Library }

func (english) Name() string { return article.English }

func (e english) Read(ctx context.Context, a article.Article) (press.Report, error) {
	return press.CheckWithoutPages(ctx, e.by, a)
}

// Reader reads documents. It may be used by several goroutines.
type Reader struct {
	Languages []Language
	// Filter passes over texts at a glance; it must be of the catalog that the languages are
	// read by. Nil lets every text pass.
	Filter *reach.Filter
	// Everything keeps the rows of articles that name nothing of the catalog, too.
	Everything bool
	// Sound is asked after each document whether the catalog still is; nil if it need not be.
	Sound func() error
}

// ByCatalog reads English by a catalog, whose names it brings into memory first.
func ByCatalog(ctx context.Context, c *catalog.Catalog, everything bool) (Reader, error) {
	if err := c.Prepare(ctx); err != nil {
		return Reader{}, err
	}
	filter, err := reach.Of(ctx, c)
	return Reader{Languages: []Language{English(press.InCatalog(c))}, Filter: filter, Everything: everything, Sound: c.Sound}, err
}

// Read reads a document. The error is the catalog's or that of the context; what is the
// matter with the document, even that reading it panics, is a row of what was left out.
func (r Reader) Read(ctx context.Context, d document.Document) (table.Outcome, error) {
	report, words, err := r.report(ctx, d)
	if ctx.Err() != nil {
		return table.Outcome{}, ctx.Err()
	}
	if r.Sound != nil {
		if unsound := r.Sound(); unsound != nil {
			return table.Outcome{}, errors.Join(err, unsound)
		}
	}
	if err != nil {
		kind, is := kindOf(err)
		if !is {
			return table.Outcome{}, err
		}
		return leaveOut(d, kind, err)
	}
	return r.rows(d, report, words)
}

// report is what was read, and words the text that counts.
func (r Reader) report(ctx context.Context, d document.Document) (report press.Report, words string, err error) {
	defer func() {
		if fault := recover(); fault != nil {
			err = &panicError{fault, debug.Stack()}
		}
	}()
	if d.Fault != nil {
		return report, "", &documentError{d.Fault}
	}
	a, err := articleOf(d)
	if err != nil {
		return report, "", &documentError{err}
	}
	words = withoutAside(a)
	language, err := r.languageOf(a.Text)
	if err != nil {
		return report, "", err
	}
	if r.Filter != nil && !r.Everything && !r.Filter.May(a.Text) {
		return press.Report{Article: a}, words, nil
	}
	report, err = language.Read(ctx, a)
	return report, words, err
}

// languageError says that a text is in a language that nobody reads.
type languageError struct{ language, read string }

func (e *languageError) Error() string {
	return fmt.Sprintf("it seems to be %s; articles are read in %s", e.language, e.read)
}

func (r Reader) languageOf(text string) (Language, error) {
	name := article.Language(text)
	var names []string
	for _, l := range r.Languages {
		if l.Name() == name {
			return l, nil
		}
		names = append(names, l.Name())
	}
	return nil, &languageError{name, strings.Join(names, " and ")}
}

// articleOf makes an article of a document, its headline above its text.
func articleOf(d document.Document) (article.Article, error) {
	if d.ContentType != "" {
		return article.Sent(d.Content, d.ContentType, d.Address)
	}
	content := d.Content
	if d.Headline != "" && !article.IsPage(content) && !bytes.HasPrefix(bytes.TrimSpace(content), []byte(d.Headline)) {
		content = append([]byte(d.Headline+"\n\n"), content...)
	}
	return article.Read(bytes.NewReader(content))
}

// withoutAside is the text without what belongs to the site around it.
func withoutAside(a article.Article) string {
	if len(a.Boilerplate) == 0 {
		return a.Text
	}
	var text strings.Builder
	at := 0
	for _, f := range a.Boilerplate {
		text.WriteString(a.Text[at:max(at, f.Start)])
		text.WriteString("\n")
		at = max(at, f.End)
	}
	text.WriteString(a.Text[at:])
	return text.String()
}
