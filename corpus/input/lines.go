package input

import (
	"bufio"
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"strconv"
	"strings"
	"unicode/utf8"

	"rolecall/corpus/document"
	"rolecall/press/article"
)

// The faults of a record.
var (
	ErrNoObject = errors.New("no JSON object")
	ErrNotUTF8  = errors.New("not UTF-8, which JSON is written in")
	ErrNoField  = errors.New("it has no text: name its column with --column text=NAME")
	ErrNoWords  = errors.New("its text is empty")
)

// NotGot is the member of a record that says why there is no text: its page could not be
// fetched.
const NotGot = "not_got"

// longestLine bounds a line, in bytes: an article of the greatest length in JSON's most
// wasteful way to write it, and its fields.
const longestLine = 2*article.MaxBytes + 1<<20

// lines reads JSON lines.
func (r *reading) lines(s *stream) error {
	for n := 1; !r.enough; n++ {
		line, err := nextLine(s.Reader)
		if err == io.EOF {
			return nil
		}
		place := "line " + strconv.Itoa(n)
		switch {
		case errors.Is(err, article.ErrTooLong):
			r.fault(place, err)
		case err != nil:
			r.fault(place, damaged(err))
			return nil
		case len(bytes.TrimSpace(line)) > 0:
			r.record(place, line)
		}
	}
	return nil
}

// nextLine is a line without its end; article.ErrTooLong for one that is longer than any
// article, which is passed over.
func nextLine(from *bufio.Reader) ([]byte, error) {
	var line []byte
	long := false
	for {
		part, err := from.ReadSlice('\n')
		if long = long || len(line)+len(part) > longestLine; !long {
			line = append(line, part...)
		} else {
			line = nil
		}
		switch {
		case err == bufio.ErrBufferFull:
			continue
		case err != nil && err != io.EOF:
			return nil, err
		case long:
			return nil, article.ErrTooLong
		case err == io.EOF && len(line) == 0:
			return nil, io.EOF
		}
		return line, nil
	}
}

func (r *reading) record(place string, line []byte) {
	var object map[string]any
	switch err := json.Unmarshal(bytes.TrimPrefix(line, []byte("\ufeff")), &object); {
	case !utf8.Valid(line):
		r.fault(place, ErrNotUTF8)
		return
	case err != nil || object == nil:
		r.fault(place, fmt.Errorf("%w: %s", ErrNoObject, why(err)))
		return
	}
	get := func(column string) (string, bool) { return member(object, column) }
	if reason, is := object[NotGot].(string); is {
		fields, _, _ := document.Columns{}.Read(get)
		r.give(document.Document{Place: place, Fields: fields, Fault: errors.New(reason)})
		return
	}
	r.fields(place, get)
}

// why is what is the matter with a line, in words.
func why(err error) string {
	syntax, kind := new(json.SyntaxError), new(json.UnmarshalTypeError)
	switch {
	case err == nil:
		return "it is null"
	case errors.As(err, &kind):
		return "it is a " + kind.Value
	case errors.As(err, &syntax):
		return fmt.Sprintf("at byte %d: %v", syntax.Offset, err)
	}
	return err.Error()
}

// fields makes a document of a record.
func (r *reading) fields(place string, get document.Get) {
	fields, text, has := r.options.Columns.Read(get)
	d := document.Document{Place: place, Fields: fields, Content: []byte(text)}
	switch {
	case !has:
		d.Fault = ErrNoField
	case strings.TrimSpace(text) == "":
		d.Fault = ErrNoWords
	case len(text) > article.MaxBytes:
		d.Fault = article.ErrTooLong
	}
	if d.Fault != nil {
		d.Content = nil
	}
	r.give(d)
}

// member is a member of an object as a text; dots lead into objects within it, and several
// texts are one with semicolons between them.
func member(object map[string]any, name string) (string, bool) {
	value, found := object[name]
	if first, rest, dotted := strings.Cut(name, "."); !found && dotted {
		if within, is := object[first].(map[string]any); is {
			return member(within, rest)
		}
	}
	if !found {
		return "", false
	}
	return asText(value)
}

func asText(value any) (string, bool) {
	switch v := value.(type) {
	case string:
		return v, true
	case float64:
		return strconv.FormatFloat(v, 'f', -1, 64), true
	case []any:
		var texts []string
		for _, one := range v {
			if t, is := asText(one); is && t != "" {
				texts = append(texts, t)
			}
		}
		return strings.Join(texts, "; "), len(texts) > 0
	case map[string]any:
		name, is := v["name"].(string)
		return name, is
	}
	return "", false
}
