package article

import (
	"errors"
	"strings"
	"testing"

	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/japanese"
	"golang.org/x/text/encoding/unicode"
	"golang.org/x/text/encoding/unicode/utf32"
)

const accents = "The film “Portrait of a Lady on Fire” was directed by Céline Sciamma – it’s hers. «Roma» is Alfonso Cuarón’s… ÉMILIE, Zoë and Éva liked it, à la carte."

var utf16LE = unicode.UTF16(unicode.LittleEndian, unicode.UseBOM)

func in(t *testing.T, as encoding.Encoding, text string) string {
	t.Helper()
	bytes, err := encoding.ReplaceUnsupported(as.NewEncoder()).String(text)
	if err != nil {
		t.Fatal(err)
	}
	return bytes
}

// Text in the encodings that people save is read; what cannot be told is refused.
func TestEncodings(t *testing.T) {
	latin1 := strings.NewReplacer("“", `"`, "”", `"`, "–", "-", "’", "'", "…", "...").Replace(accents)
	for name, file := range map[string]struct{ content, want string }{
		"UTF-8":                       {accents, accents},
		"UTF-8 with a mark":           {"\xef\xbb\xbf" + accents, accents},
		"UTF-16 LE":                   {in(t, utf16LE, accents), accents},
		"UTF-16 BE":                   {in(t, unicode.UTF16(unicode.BigEndian, unicode.UseBOM), accents), accents},
		"UTF-16 LE without a mark":    {in(t, unicode.UTF16(unicode.LittleEndian, unicode.IgnoreBOM), accents), accents},
		"UTF-16 BE without a mark":    {in(t, unicode.UTF16(unicode.BigEndian, unicode.IgnoreBOM), accents), accents},
		"Windows-1252":                {in(t, charmap.Windows1252, accents), accents},
		"ISO-8859-1":                  {in(t, charmap.ISO8859_1, latin1), latin1},
		"one accent":                  {in(t, charmap.Windows1252, "Chloé Zhao directed Nomadland."), "Chloé Zhao directed Nomadland."},
		"UTF-8, damaged in one place": {strings.Repeat(accents, 3) + " \xe9", strings.Repeat(accents, 3) + " \uFFFD"},
	} {
		a, err := Read(strings.NewReader(file.content))
		if err != nil || a.Text != file.want {
			t.Errorf("%s: %v, %q", name, err, a.Text)
		}
	}
	for name, content := range map[string]string{
		"Macintosh":       in(t, charmap.Macintosh, accents),
		"code page 850":   in(t, charmap.CodePage850, latin1),
		"Cyrillic":        in(t, charmap.Windows1251, "The film «Восхождение» was directed by Лариса Шепитько."),
		"KOI8-R":          in(t, charmap.KOI8R, "The film (Восхождение) was directed by Лариса Шепитько."),
		"Turkish":         in(t, charmap.Windows1254, "The film was directed by Yeşim Ustaoğlu."),
		"Shift-JIS":       in(t, japanese.ShiftJIS, "The film was directed by 是枝裕和."),
		"ISO-2022-JP":     in(t, japanese.ISO2022JP, "The film was directed by 是枝裕和."),
		"UTF-32":          in(t, utf32.UTF32(utf32.LittleEndian, utf32.UseBOM), accents),
		"Polish":          in(t, charmap.ISO8859_2, "The film was directed by Małgorzata Szumowska."),
		"UTF-8 and 1252":  "Céline Sciamma and C\xe9line, Chlo\xe9 and Zoë",
		"a PDF":           "%PDF-1.7\n1 0 obj",
		"a DOCX":          "PK\x03\x04abc",
		"RTF":             `{\rtf1\ansi The film was directed by Greta Gerwig.}`,
		"controls":        "\x01\x02 The film \x07\x08",
		"nothing in it":   "The film\x00 was directed",
		"half a UTF-16":   "\xff\xfeT\x00h\x00\x00\xd8",
		"UTF-16 declared": "\xfe\xff\xd8\x00\xd8\x00",
	} {
		_, err := Read(strings.NewReader(content))
		if !errors.Is(err, ErrEncoding) && !errors.Is(err, ErrNoText) || !strings.Contains(err.Error(), "UTF-8") {
			t.Errorf("%s: %v", name, err)
		}
	}
}

// What is no text is called by its name, so that a reader knows what to save otherwise.
func TestFilesOfOtherProgramsAreNamed(t *testing.T) {
	for content, name := range map[string]string{
		"%PDF-1.7": "a PDF", `{\rtf1\ansi The film`: "a Rich Text file", "PK\x03\x04..word/document.xml": "a Word document",
		"PK\x03\x04mimetypeapplication/vnd.oasis.opendocument.text": "an OpenDocument text", "PK\x03\x04mimetypeapplication/epub+zip": "an EPUB book",
		"PK\x03\x04other": "a packed file", "\x89PNG\r\n": "a picture", "\xd0\xcf\x11\xe0": "of an old form",
	} {
		if _, err := Read(strings.NewReader(content)); !errors.Is(err, ErrNoText) || !strings.Contains(err.Error(), name) {
			t.Errorf("%q: %v, want %s", content, err, name)
		}
	}
}
