package assistant

import (
	"encoding/json"
	"reflect"
	"strings"

	"github.com/modelcontextprotocol/go-sdk/mcp"

	"rolecall/contract"
)

// An answer is to leave a conversation room. These bound it, in bytes: a season with
// all its people fits, and a series of fifty years is told in parts.
const (
	mostStructured = 32 << 10
	mostText       = 8 << 10
)

// usualInner is the most of a list that is no page of its own, such as the episodes of
// one person.
const usualInner = 50

// fewest is how far the lists that are paged are cut before those within them are.
const fewest = 3

// window is the part of an answer's lists that is told.
type window struct {
	skip, most, inner int
	// cuts are the lists cut, more says that the paged ones go on.
	cuts []contract.Cut
	more bool
}

// narrower is the next smaller window, and whether there is one.
func (w *window) narrower() (*window, bool) {
	next := window{skip: w.skip, most: w.most, inner: w.inner}
	switch {
	case w.most > fewest:
		next.most = max(w.most/2, fewest)
	case w.inner > 1:
		next.inner = w.inner / 2
	case w.most > 1:
		next.most = 1
	default:
		return nil, false
	}
	return &next, true
}

// page is the part of a list that is paged.
func page[T any](w *window, name string, list []T) []T {
	from := min(w.skip, len(list))
	to := min(from+w.most, len(list))
	w.more = w.more || to < len(list)
	w.note(name, to-from, len(list))
	return list[from:to]
}

// beginning is the beginning of a list that is not worth paging.
func beginning[T any](w *window, name string, list []T) []T {
	shown := min(w.most, len(list))
	w.note(name, shown, len(list))
	return list[:shown]
}

// note remembers that a list was cut, of several of a name the longest.
func (w *window) note(name string, shown, of int) {
	if shown == of {
		return
	}
	for i, c := range w.cuts {
		if c.List == name {
			if of > c.Of {
				w.cuts[i] = contract.Cut{List: name, Shown: shown, Of: of}
			}
			return
		}
	}
	w.cuts = append(w.cuts, contract.Cut{List: name, Shown: shown, Of: of})
}

// of says how long a list is of which only the beginning was asked for.
func (w *window) of(name string, length int) {
	for i, c := range w.cuts {
		if c.List == name {
			w.cuts[i].Of = length
		}
	}
}

// bound cuts every list in a value that is longer than what a window has room for:
// those of the contract today, and those that it will have.
func (w *window) bound(v reflect.Value, name string) {
	switch v.Kind() {
	case reflect.Pointer:
		if !v.IsNil() {
			w.bound(v.Elem(), name)
		}
	case reflect.Struct:
		for _, f := range reflect.VisibleFields(v.Type()) {
			if len(f.Index) == 1 && f.IsExported() {
				w.bound(v.FieldByIndex(f.Index), within(name, f))
			}
		}
	case reflect.Slice:
		// A list that is paged has been cut to most already.
		if most := max(w.inner, w.most); v.Len() > most {
			w.note(name, most, v.Len())
			v.SetLen(most)
		}
		for i := range v.Len() {
			w.bound(v.Index(i), name+"[]")
		}
	}
}

// within is the place of a field in an answer, by its name in JSON.
func within(name string, f reflect.StructField) string {
	field, _, _ := strings.Cut(f.Tag.Get("json"), ",")
	if field == "" || f.Anonymous {
		return name
	}
	if name == "" {
		return field
	}
	return name + "." + field
}

// fitting tells as much of an answer as a conversation has room for.
func fitting[A any](f found[A], p Paging, public, hash string) (*mcp.CallToolResult, error) {
	w := &window{skip: p.Skip, most: p.limit(), inner: usualInner}
	if f.inner > 0 {
		w.inner = f.inner
	}
	for {
		told, blocks := f.in(w, public, hash)
		structured, err := json.Marshal(told)
		if err != nil {
			return nil, err
		}
		text, err := written(blocks)
		if err != nil {
			return nil, err
		}
		narrower, is := w.narrower()
		if !is || len(structured) <= mostStructured && len(text) <= mostText {
			return &mcp.CallToolResult{Content: []mcp.Content{&mcp.TextContent{Text: text}}, StructuredContent: json.RawMessage(structured)}, nil
		}
		w = narrower
	}
}
