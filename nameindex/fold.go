package nameindex

import (
	"bytes"
	"math"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

const (
	// mostKey bounds a key, in bytes: what follows does not tell names apart.
	mostKey = 512
	// mostWord bounds a word in the dictionary, in bytes.
	mostWord = 64
)

// folded is a name without what people write in different ways: case, accents,
// punctuation, spaces.
type folded struct {
	// key is all its words, without spaces.
	key []byte
	// ends are where in key each word ends.
	ends []int
	// text is the words with spaces between, of a name read from an index.
	text []byte
	// abbreviated says that a sign follows the first word, which then is no article:
	// "A.I.".
	abbreviated bool
}

// Key is the letters of a name as names are compared: without case, accents,
// punctuation and spaces.
func Key(name string) string {
	var f folded
	f.fold(name)
	return string(f.key)
}

func (f *folded) reset() { f.key, f.ends, f.abbreviated = f.key[:0], f.ends[:0], false }

func (f *folded) words() int { return len(f.ends) }

func (f *folded) word(i int) []byte {
	start := 0
	if i > 0 {
		start = f.ends[i-1]
	}
	return f.key[start:min(f.ends[i], start+mostWord)]
}

// joined is word i and the next as one; nothing where there is none.
func (f *folded) joined(i int) []byte {
	if i+1 >= len(f.ends) {
		return nil
	}
	end := f.ends[i+1]
	if i == 0 {
		return f.key[:end]
	}
	return f.key[f.ends[i-1]:end]
}

// endWord ends a word if one has begun; one too long for the length of a word to
// be coded in a byte ends as several.
func (f *folded) endWord() {
	start := 0
	if len(f.ends) > 0 {
		start = f.ends[len(f.ends)-1]
	}
	for ; len(f.key)-start > math.MaxUint8; start += math.MaxUint8 {
		f.ends = append(f.ends, start+math.MaxUint8)
	}
	if start < len(f.key) {
		f.ends = append(f.ends, len(f.key))
	}
}

// appendLengths appends the length of each word.
func (f *folded) appendLengths(to []byte) []byte {
	start := 0
	for _, end := range f.ends {
		to = append(to, byte(end-start))
		start = end
	}
	return to
}

// split makes f of its text.
func (f *folded) split() {
	f.reset()
	for _, letter := range f.text {
		if letter == ' ' {
			f.endWord()
		} else {
			f.key = append(f.key, letter)
		}
	}
	f.endWord()
}

// fold replaces what f holds by the folded text.
func (f *folded) fold(text string) {
	f.reset()
	if !f.foldASCII(text) {
		f.reset()
		f.foldUnicode(text)
	}
	f.endWord()
	if len(f.key) == 0 {
		f.keepSigns(text)
	}
	f.abbreviated = f.hasArticle() && !spaceFollows(text, len(f.word(0)))
}

// spaceFollows reports whether a space follows the first so many letters of a text.
func spaceFollows(text string, letters int) bool {
	from := strings.IndexFunc(text, unicode.IsLetter)
	if from < 0 || from+letters >= len(text) {
		return false
	}
	next, _ := utf8.DecodeRuneInString(text[from+letters:])
	return unicode.IsSpace(next)
}

// foldASCII reports false, leaving f half done, where text is not ASCII.
func (f *folded) foldASCII(text string) bool {
	for i := 0; i < len(text); i++ {
		c := text[i]
		switch {
		case c >= utf8.RuneSelf:
			return false
		case len(f.key) >= mostKey:
			continue
		case 'a' <= c && c <= 'z' || '0' <= c && c <= '9':
			f.key = append(f.key, c)
		case 'A' <= c && c <= 'Z':
			f.key = append(f.key, c+'a'-'A')
		case c == '\'' || c == '`':
		default:
			f.endWord()
			if c == '&' {
				f.key = append(f.key, "and"...)
				f.endWord()
			}
		}
	}
	return true
}

func (f *folded) foldUnicode(text string) {
	hangul := false
	for _, r := range text {
		if len(f.key) >= mostKey {
			break
		}
		switch {
		case r < firstDecomposed:
			f.foldRune(unicode.ToLower(r))
		case r < firstDecomposed+rune(len(decomposed)):
			f.foldAll(decomposed[r-firstDecomposed])
		default:
			hangul = hangul || unicode.Is(unicode.Hangul, r)
			f.foldAll(norm.NFKD.String(string(r)))
		}
	}
	if hangul {
		f.compose()
	}
}

func (f *folded) foldAll(letters string) {
	for _, r := range letters {
		f.foldRune(unicode.ToLower(r))
	}
}

// firstDecomposed begins the Latin letters with accents, kept decomposed since
// most names that are not ASCII have no others.
const firstDecomposed = 0x80

var decomposed = func() (letters [0x250 - firstDecomposed]string) {
	for i := range letters {
		letters[i] = norm.NFKD.String(string(firstDecomposed + rune(i)))
	}
	return letters
}()

// compose puts the letters of Hangul syllables together again, so that a
// syllable is one letter to edit.
func (f *folded) compose() {
	f.endWord()
	var words [][]byte
	for i := range f.ends {
		words = append(words, norm.NFC.Bytes(bytes.Clone(f.word(i))))
	}
	f.reset()
	for _, word := range words {
		f.key = append(f.key, word...)
		f.endWord()
	}
}

// letters that Unicode does not decompose, as they are typed without them.
var plainLetters = map[rune]string{
	'ß': "ss", 'ø': "o", 'ł': "l", 'đ': "d", 'ð': "d", 'æ': "ae", 'œ': "oe", 'ı': "i", 'þ': "th", 'ħ': "h", 'ŋ': "ng",
}

func (f *folded) foldRune(r rune) {
	switch {
	case 'a' <= r && r <= 'z' || '0' <= r && r <= '9':
		f.key = append(f.key, byte(r))
	case isAccent(r) || isApostrophe(r):
	case isIdeograph(r):
		f.endWord()
		f.key = utf8.AppendRune(f.key, r)
		f.endWord()
	case plainLetters[r] != "":
		f.key = append(f.key, plainLetters[r]...)
	case r == '&':
		f.endWord()
		f.key = append(f.key, "and"...)
		f.endWord()
	case r == utf8.RuneError:
		f.endWord()
	case unicode.IsLetter(r) || unicode.IsNumber(r) || unicode.IsMark(r):
		f.key = utf8.AppendRune(f.key, r)
	default:
		f.endWord()
	}
}

// isAccent tells accents people leave out from marks without which a word of an
// Indic script or Thai is another word.
func isAccent(r rune) bool {
	return 0x300 <= r && r <= 0x36f || 0x591 <= r && r <= 0x5c7 || 0x64b <= r && r <= 0x65f || r == 0x3099 || r == 0x309a
}

func isApostrophe(r rune) bool {
	switch r {
	case '\'', '`', '‘', '’', '‛', 'ʻ', 'ʼ', 'ʹ', '\u0374', '´', '′':
		return true
	}
	return false
}

// isIdeograph tells the scripts written without spaces, of which each sign is
// taken as a word.
func isIdeograph(r rune) bool {
	return r >= 0x2e80 && (r == 'ー' || unicode.In(r, unicode.Han, unicode.Hiragana, unicode.Katakana))
}

// keepSigns makes a word of a name that has no letters, as "???" has not.
func (f *folded) keepSigns(text string) {
	for _, r := range text {
		if len(f.key) >= mostKey {
			break
		}
		if unicode.IsGraphic(r) && !unicode.IsSpace(r) && r != utf8.RuneError {
			f.key = utf8.AppendRune(f.key, r)
		}
	}
	f.endWord()
}

// articles that people leave out at the beginning of a name: the English ones, as
// those of other languages are a part of it ("Las Vegas", "La Strada").
var articles = map[string]bool{"the": true, "a": true, "an": true}

// withoutArticle is the key without a leading article, if that leaves a word.
func (f *folded) withoutArticle() []byte {
	if f.hasArticle() {
		return f.key[f.ends[0]:]
	}
	return f.key
}

// hasArticle reports whether a name begins with an article. A letter before another is
// an abbreviation's, of which an index does not hold the points.
func (f *folded) hasArticle() bool {
	return f.words() > 1 && articles[string(f.word(0))] && !f.abbreviated && (len(f.word(0)) > 1 || len(f.word(1)) > 1)
}
