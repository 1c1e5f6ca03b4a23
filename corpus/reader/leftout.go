package reader

import (
	"errors"
	"fmt"

	"rolecall/corpus/document"
	"rolecall/corpus/input"
	"rolecall/corpus/table"
	"rolecall/press/article"
)

// Kind is a kind of reason for which a document is left out.
type Kind string

// The kinds.
const (
	OtherLanguage Kind = "language"
	TooLong       Kind = "too long"
	NoText        Kind = "no text"
	NotText       Kind = "no text in a known encoding"
	OtherForm     Kind = "form"
	Malformed     Kind = "malformed record"
	DamagedFile   Kind = "damaged file"
	NotGot        Kind = "not got"
	Failed        Kind = "the reader failed"
)

// documentError is one that lies with the document.
type documentError struct{ fault error }

func (e *documentError) Error() string { return e.fault.Error() }
func (e *documentError) Unwrap() error { return e.fault }

// panicError is a panic on the way.
type panicError struct {
	fault any
	stack []byte
}

func (e *panicError) Error() string { return fmt.Sprintf("reading it panicked: %v", e.fault) }

// kinds are the kinds by their errors, the first that fits.
var kinds = []struct {
	of   error
	kind Kind
}{
	{article.ErrNotEnglish, OtherLanguage}, {article.ErrTooLong, TooLong}, {article.ErrNoText, NoText}, {input.ErrNoWords, NoText}, {input.ErrNoField, NoText}, {article.ErrEncoding, NotText},
	{input.ErrForm, OtherForm}, {input.ErrNoObject, Malformed}, {input.ErrNotUTF8, Malformed}, {input.ErrDamaged, DamagedFile},
}

// kindOf is the kind of an error, and whether it lies with the document.
func kindOf(err error) (Kind, bool) {
	for _, k := range kinds {
		if errors.Is(err, k.of) {
			return k.kind, true
		}
	}
	panicked, language, own := new(panicError), new(languageError), new(documentError)
	switch {
	case errors.As(err, &panicked):
		return Failed, true
	case errors.As(err, &language):
		return OtherLanguage, true
	case errors.As(err, &own):
		return NotGot, true
	}
	return "", false
}

func leaveOut(d document.Document, kind Kind, why error) (out table.Outcome, err error) {
	rows := table.Of(table.LeftOut).New()
	rows.Add(d.Number, d.Source, d.Place, d.Outlet, d.Section, d.Author, d.Date, d.Address, kind, why.Error())
	out.LeftOut = 1
	out.Lines[table.LeftOut], err = table.Lines(rows)
	return out, err
}
