package sheet

import (
	"bytes"
	"fmt"
	"unicode/utf8"

	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/htmlindex"
	"golang.org/x/text/encoding/unicode"
	"golang.org/x/text/transform"
)

// decoderOf makes UTF-8 of a list by the encoding that is named, or else as
// UTF-16 where its first bytes can be nothing else; it is nil for UTF-8. Windows-1252
// is never taken for granted: the same bytes are other letters in other encodings.
func decoderOf(start []byte, named string) transform.Transformer {
	if named != "" {
		if encoding, err := htmlindex.Get(named); err == nil { // who names it has checked it
			return unicode.BOMOverride(encoding.NewDecoder())
		}
	}
	switch order, isUTF16 := utf16Order(start); {
	case isUTF16:
		return unicode.UTF16(order, unicode.UseBOM).NewDecoder()
	default:
		return nil
	}
}

// utf16Order reports whether a text is UTF-16 and in which order its bytes are: it
// begins with the mark of it, or every other byte is zero, as in Latin letters.
func utf16Order(start []byte) (order unicode.Endianness, isUTF16 bool) {
	switch {
	case bytes.HasPrefix(start, []byte{0xff, 0xfe}):
		return unicode.LittleEndian, true
	case bytes.HasPrefix(start, []byte{0xfe, 0xff}):
		return unicode.BigEndian, true
	}
	var zeros [2]int
	for i, c := range start {
		if c == 0 {
			zeros[i%2]++
		}
	}
	half := len(start) / 2
	switch {
	case half > 0 && zeros[1] > half*2/3 && zeros[0] < half/10+1:
		return unicode.LittleEndian, true
	case half > 0 && zeros[0] > half*2/3 && zeros[1] < half/10+1:
		return unicode.BigEndian, true
	}
	return unicode.LittleEndian, false
}

// notUTF8 is the fault of a list that is in another encoding. It ends the reading:
// were its rows left aside one by one, only the names without accents would remain.
func (t *csvTable) notUTF8(cells []string) error {
	for _, cell := range cells {
		if utf8.ValidString(cell) {
			continue
		}
		hint := ""
		if western, err := charmap.Windows1252.NewDecoder().String(cell); err == nil && t.remedy != "" {
			hint = fmt.Sprintf("; if the text %.60q reads right, "+t.remedy, western, "windows-1252")
		}
		return fmt.Errorf("%s:%d: this is not valid UTF-8: save the list as CSV in UTF-8%s", t.path, t.line, hint)
	}
	return nil
}
