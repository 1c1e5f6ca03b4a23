package format

import (
	"encoding/json"
	"io"
	"strings"
)

// JSON is the answer whole, as docs/data-model.md describes it.
var JSON = Format{
	Word: "json", Name: "JSON", About: "the answer whole, with everything that is known of it", Ending: ".json", Kind: "application/json", Part: Object,
	Write: writeObject,
}

func writeObject(s Screen, a Answer) error {
	return WriteJSON(s.Out, a.Object())
}

// WriteJSON writes a value as JSON for people and programs: indented, and without what
// commands a terminal.
func WriteJSON(out io.Writer, value any) error {
	encoder := json.NewEncoder(jsonWriter{out})
	encoder.SetEscapeHTML(false)
	encoder.SetIndent("", "  ")
	return encoder.Encode(value)
}

// jsonWriter writes JSON with escapes for the control characters that JSON lets stand.
type jsonWriter struct{ to io.Writer }

var jsonEscapes = func() *strings.Replacer {
	const hex = "0123456789abcdef"
	var pairs []string
	for c := rune(0x7f); c <= 0x9f; c++ {
		pairs = append(pairs, string(c), `\u00`+string(hex[c>>4])+string(hex[c&15]))
	}
	return strings.NewReplacer(pairs...)
}()

func (w jsonWriter) Write(text []byte) (int, error) {
	if _, err := jsonEscapes.WriteString(w.to, string(text)); err != nil {
		return 0, err
	}
	return len(text), nil
}
