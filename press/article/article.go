// Package article gets the text of an article: from a file, from a page of the web,
// or as it stands. What a site puts around it (links to other stories, captions,
// what the publisher says of itself) is found and set aside, so that nobody takes it
// for something that the article states.
//
// Places are bytes of the text that comes out, which is returned with them.
package article

import (
	"errors"
	"fmt"
	"io"
	"mime"
	"strings"
	"unicode/utf8"

	"github.com/RadhiFadlillah/whatlanggo"

	"rolecall/press/english"
)

// Article is the text of an article.
type Article struct {
	// Text is all of it, what is set aside too.
	Text string
	// Address is where it was fetched, Title and Site what its page says it is called
	// and where it stands; empty where not known.
	Address, Title, Site string
	// Boilerplate is what is no part of the article, in order.
	Boilerplate []Furniture
	// Italics are the stretches set in italics, in order.
	Italics []english.Span
	// Blocks are the parts of the text as a reader sees them, in order and apart.
	Blocks []english.Block

	// file is the text of the file it was read from, as that has it; empty of a page that
	// was fetched.
	file string
}

// Furniture is a stretch of a text that belongs to the site and not to the article.
type Furniture struct {
	english.Span
	// Why says what it is: "links to other stories".
	Why string
}

// File is the text of the file that it was read from, as the file has it. Reading that
// again gives the same article. It is empty of a page that was fetched.
func (a Article) File() string { return a.file }

// Aside are the stretches that are set aside.
func (a Article) Aside() []english.Span {
	spans := make([]english.Span, len(a.Boilerplate))
	for i, f := range a.Boilerplate {
		spans[i] = f.Span
	}
	return spans
}

// MaxBytes bounds what is read, in bytes: some five novels. Longer input is refused,
// not cut, as half an article answers half a question.
const MaxBytes = 8 << 20

// ErrNotEnglish says that a text is in another language. Claims are found in English
// only, and nonsense helps nobody.
var ErrNotEnglish = errors.New("not English")

// ErrTooLong says that a text is longer than MaxBytes.
var ErrTooLong = fmt.Errorf("longer than %d MB, the most that is read of an article", MaxBytes>>20)

// ErrNoText says that a page has no article.
var ErrNoText = errors.New("no article text was found in it")

// Read reads an article, HTML, Markdown or plain text, as its content says. The error is
// ErrTooLong, ErrNoText, ErrEncoding or the reader's.
func Read(r io.Reader) (Article, error) {
	content, err := io.ReadAll(io.LimitReader(r, MaxBytes+1))
	if err != nil {
		return Article{}, err
	}
	if len(content) > MaxBytes {
		return Article{}, ErrTooLong
	}
	// What a page declares of itself is asked only of a page.
	text, err := decode(content, nil)
	switch {
	case err == nil:
		a, err := readMarkup(text, content)
		a.file = strings.ReplaceAll(text, "\r\n", "\n")
		return a, err
	case isHTML(string(content)):
		return HTML(content, "")
	}
	return Article{}, err
}

// Sent reads what a site sent from an address, by the kind and the charset that it names.
func Sent(content []byte, contentType, address string) (Article, error) {
	kind, _, err := mime.ParseMediaType(contentType)
	if err != nil {
		kind = ""
	}
	a, err := readAs(kind, content, contentType, address)
	a.Address = address
	return a, err
}

// IsPage reports whether bytes are a page or a piece of one, and no other text.
func IsPage(content []byte) bool { return isHTML(string(content)) }

// readMarkup reads a text as what it is written in: HTML, of which the bytes are given as well,
// as it may declare what they are; Markdown; or none of these.
func readMarkup(text string, content []byte) (Article, error) {
	if isHTML(text) {
		return HTML(content, "")
	}
	return readText(text)
}

// readText reads what is no HTML, as Markdown where it surely is that.
func readText(text string) (Article, error) {
	if isMarkdown(text) {
		return Markdown(text)
	}
	return nonEmpty(Plain(text))
}

func nonEmpty(a Article) (Article, error) {
	if strings.TrimSpace(a.Text) == "" {
		return Article{}, ErrNoText
	}
	return a, nil
}

// Plain is an article of plain text. Bytes that are no UTF-8 become the sign for that,
// entities what they stand for, and words between underscores or asterisks stand in italics.
func Plain(text string) Article {
	text, italics := withoutEmphasis(tidy(text))
	a := assemble(text, nil, false)
	a.Italics = italics
	return a
}

// assemble finds what a text consists of; the elements are those of its page, if it was
// one.
func assemble(text string, elements []element, marked bool) Article {
	lines := linesOf(text, elements)
	aside := furniture(text, lines)
	return Article{Text: text, Boilerplate: aside, Blocks: blocksOf(text, lines, aside, marked)}
}

// enoughToTell is the least length of a text of which a language can be told.
const enoughToTell = 120

// CheckLanguage is ErrNotEnglish for a text that is surely in another language. It looks
// at the beginning of the text.
func CheckLanguage(text string) error {
	if other := Language(text); other != English {
		return fmt.Errorf("%w: it seems to be %s", ErrNotEnglish, other)
	}
	return nil
}

// English is the language of all texts that are not surely in another.
const English = "English"

// Language is the language of a text by its English name: English, or that which it surely
// is. It looks at the beginning of the text.
func Language(text string) string {
	sample := text[:min(len(text), 6000)]
	for len(sample) > 0 && !utf8.ValidString(sample) {
		sample = sample[:len(sample)-1]
	}
	// The words are asked first, as they take a hundredth of the time.
	if len(sample) < enoughToTell || commonWords(sample) {
		return English
	}
	if info := whatlanggo.Detect(sample); info.Lang != whatlanggo.Eng && info.IsReliable() {
		return info.Lang.String()
	}
	return English
}

// commonWords reports whether English's commonest words are as frequent as in any
// English text; names of films in other languages confuse what looks at letters.
func commonWords(text string) bool {
	common, words := 0, 0
	for w := range strings.FieldsSeq(strings.ToLower(text)) {
		words++
		switch w {
		case "the", "of", "and", "to", "is", "was", "that", "with", "by", "were", "are", "has", "had", "which", "who", "from":
			common++
		}
	}
	return words > 0 && common*8 > words
}
