package article

import (
	"bytes"
	"errors"
	"fmt"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/net/html/charset"
	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/charmap"
	textunicode "golang.org/x/text/encoding/unicode"
)

// ErrEncoding says that bytes cannot be read as text, as nothing tells what they stand
// for. A name read wrongly would be held against the article.
var ErrEncoding = errors.New("its encoding cannot be told: save it as UTF-8 and try again")

// errBinary says that bytes are no text at all.
var errBinary = unreadable("no text but the file of a program")

// binaryForms are the forms that hold text in a way of their own, or none, by how their
// files begin and what stands in them near the beginning. The first that fits names them.
var binaryForms = []struct{ start, within, name string }{
	{"%PDF-", "", "a PDF"},
	{"{\\rtf", "", "a Rich Text file"},
	{"PK\x03\x04", "word/", "a Word document"},
	{"PK\x03\x04", "opendocument.text", "an OpenDocument text"},
	{"PK\x03\x04", "epub+zip", "an EPUB book"},
	{"PK\x03\x04", "", "a packed file (zip, or of an office program)"},
	{"\xd0\xcf\x11\xe0", "", "a Word or other office document of an old form"},
	{"\x89PNG", "", "a picture"}, {"\xff\xd8\xff", "", "a picture"}, {"GIF8", "", "a picture"},
	{"\x1f\x8b", "", "a packed file (gzip)"},
}

// unreadable says what a file is that is none to read.
func unreadable(name string) error {
	return fmt.Errorf("%w: it is %s; save its text as plain text (UTF-8), Markdown or HTML and try again", ErrNoText, name)
}

// binaryForm is why bytes are no text, where they begin like a known form.
func binaryForm(content []byte) error {
	for _, form := range binaryForms {
		if bytes.HasPrefix(content, []byte(form.start)) && bytes.Contains(content[:min(len(content), 1<<16)], []byte(form.within)) {
			return unreadable(form.name)
		}
	}
	return nil
}

// decode turns bytes into text by their real encoding: that of a byte order mark, then
// UTF-8 where they are that, then what is declared of them, then UTF-16 and
// Windows-1252 where they are surely that. The error is ErrEncoding or wraps ErrNoText.
func decode(content []byte, declared encoding.Encoding) (string, error) {
	if err := binaryForm(content); err != nil {
		return "", err
	}
	if as := markedUTF16(content); as != nil {
		return decodeAs(content, as)
	}
	content = bytes.TrimPrefix(content, []byte("\xef\xbb\xbf"))
	switch {
	case isBinary(content):
		return "", errBinary
	case utf8.Valid(content) && (declared == nil || !isASCII(content)):
		return string(content), nil
	case declared != nil:
		return decodeAs(content, declared)
	case looksWindows1252(content):
		return decodeAs(content, charmap.Windows1252)
	case mostlyUTF8(content):
		return strings.ToValidUTF8(string(content), "\uFFFD"), nil
	}
	return "", ErrEncoding
}

func decodeAs(content []byte, as encoding.Encoding) (string, error) {
	text, err := as.NewDecoder().Bytes(content)
	text = bytes.TrimPrefix(text, []byte("\xef\xbb\xbf"))
	if err != nil || !utf8.Valid(text) || isBinary(text) || bytes.Count(text, []byte("\uFFFD")) > len(text)/1000 {
		return "", ErrEncoding
	}
	return string(text), nil
}

func isASCII(content []byte) bool {
	for _, b := range content {
		if b >= utf8.RuneSelf {
			return false
		}
	}
	return true
}

// isBinary reports whether bytes have signs that no text has.
func isBinary(content []byte) bool {
	odd := 0
	for _, b := range content {
		switch {
		case b == 0:
			return true
		case b < ' ' && b != '\t' && b != '\n' && b != '\r' && b != '\f' && b != '\v' && b != 0x1A:
			odd++
		}
	}
	return odd > 0 && (odd > len(content)/1000 || bytes.Contains(content, []byte("\x1b$")))
}

// markedUTF16 is the form of UTF-16 that a byte order mark names or that every second
// byte, being nothing, shows; nil where it is another encoding.
func markedUTF16(content []byte) encoding.Encoding {
	little := textunicode.UTF16(textunicode.LittleEndian, textunicode.UseBOM)
	big := textunicode.UTF16(textunicode.BigEndian, textunicode.UseBOM)
	switch {
	case bytes.HasPrefix(content, []byte("\xff\xfe\x00\x00")) || len(content) < 4:
		return nil
	case bytes.HasPrefix(content, []byte("\xff\xfe")):
		return little
	case bytes.HasPrefix(content, []byte("\xfe\xff")):
		return big
	}
	var nothing [2]int
	for i, b := range content {
		if b == 0 {
			nothing[i%2]++
		}
	}
	// English has hardly a letter that takes both bytes.
	most, least := len(content)*2/5, len(content)/100
	switch {
	case nothing[1] >= most && nothing[0] <= least:
		return little
	case nothing[0] >= most && nothing[1] <= least:
		return big
	}
	return nil
}

// mostlyUTF8 reports whether bytes are UTF-8 that was damaged in a few places.
func mostlyUTF8(content []byte) bool {
	good, bad := 0, 0
	for len(content) > 0 {
		r, size := utf8.DecodeRune(content)
		switch {
		case r == utf8.RuneError && size == 1:
			bad++
		case size > 1:
			good++
		}
		content = content[size:]
	}
	return good >= 20*bad
}

// looksWindows1252 reports whether bytes read as Windows-1252, of which ISO-8859-1 is a
// part, make words and signs as English writers set them. Accents stand in the wrong
// places where another encoding is read so: "CŽline" for "Céline", "itÕs" for "it’s".
// Where Turkish and Icelandic share a byte nothing tells them apart.
func looksWindows1252(content []byte) bool {
	text, err := charmap.Windows1252.NewDecoder().Bytes(content)
	if err != nil {
		return false
	}
	fit, odd, letters, run := 0, 0, 0, 0
	before := ' '
	for at, r := range string(text) {
		after, _ := utf8.DecodeRune(text[at+utf8.RuneLen(r):])
		if unicode.IsLetter(r) {
			letters++
		}
		if r < utf8.RuneSelf {
			run = 0
			before = r
			continue
		}
		run++
		if strings.ContainsRune("ðÐþÞÝ\uFFFD", r) {
			return false
		}
		if run > 2 && unicode.IsLetter(r) || !fitsWindows1252(before, r, after) {
			odd++
		} else {
			fit++
		}
		before = r
	}
	return odd*20 <= fit && fit*4 <= letters+40
}

// fitsWindows1252 reports whether a character beyond ASCII stands where a writer sets it.
func fitsWindows1252(before, r, after rune) bool {
	switch {
	case r < 0xA0: // controls, where Windows-1252 has nothing
		return false
	case strings.ContainsRune("’‘–—…\u00a0·à", r): // à la
		return true
	case strings.ContainsRune("¹²³¼½¾±ºª", r): // letters of Central Europe in other encodings
		return !unicode.IsLetter(before) && !unicode.IsLetter(after)
	case unicode.IsUpper(r):
		return !unicode.IsLower(before) && (unicode.IsLetter(after) || !unicode.IsLetter(before))
	case unicode.IsLower(r):
		return unicode.IsLetter(before) || unicode.IsLetter(after)
	}
	// Other signs part words.
	return !unicode.IsLetter(before) || !unicode.IsLetter(after)
}

// declaredEncoding is the encoding that the site names, or else the page itself; nil
// where neither does, where the name is unknown, and for UTF-8, which shows by itself.
func declaredEncoding(page []byte, contentType string) encoding.Encoding {
	as, name, certain := charset.DetermineEncoding(page, contentType)
	if name == "utf-8" || !certain && !namesCharset(page) {
		return nil
	}
	return as
}

// namesCharset reports whether the head of a page names a charset; where it does not,
// the library falls back to Windows-1252 without a look at the bytes.
func namesCharset(page []byte) bool {
	return bytes.Contains(bytes.ToLower(page[:min(len(page), 1024)]), []byte("charset"))
}
