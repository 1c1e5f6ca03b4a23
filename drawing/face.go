package drawing

import (
	"fmt"
	"strings"
	"sync"
	"unicode"

	"github.com/hajimehoshi/bitmapfont/v3"
	"golang.org/x/image/font"
	"golang.org/x/image/font/opentype"
	"golang.org/x/image/font/sfnt"
	"golang.org/x/image/math/fixed"

	"rolecall/fonts"
)

// Face is a typeface of the pages.
type Face string

// The faces: for headlines, and for all else.
const (
	Serif Face = "serif"
	Sans  Face = "sans"
)

// files are the fonts of a face, each with letters that those before it lack.
var files = map[Face][]string{
	Serif: {"source-serif-4-latin-600-normal", "source-serif-4-latin-ext-600-normal"},
	Sans:  {"source-sans-3-latin-400-normal", "source-sans-3-latin-ext-400-normal"},
}

// parsed are these fonts, read when the first text is measured: most commands draw none.
var parsed = sync.OnceValue(func() map[Face][]*opentype.Font {
	all := make(map[Face][]*opentype.Font)
	for face, names := range files {
		for _, file := range names {
			content, err := fonts.Read(file + ".ttf")
			if err == nil {
				var one *opentype.Font
				one, err = opentype.Parse(content)
				all[face] = append(all[face], one)
			}
			if err != nil {
				panic(fmt.Errorf("read the font %s: %w", file, err)) // it is part of the program
			}
		}
	}
	return all
})

// Letters that the faces lack (Greek, Cyrillic, Chinese, Japanese, Korean, Thai) are drawn in a
// PNG as small pictures of dots: plain, and legible, where a font of all scripts would take
// more room than the program. In SVG they are the reader's own.
const (
	pixelSize = 12.0
	// pixelScale is how much larger than others these letters are drawn, for their many strokes.
	pixelScale = 1.1
)

// pixels draws a letter that the faces lack.
var pixels = bitmapfont.Face

// run is a part of a text that one font has the letters of; a file of -1 is pixels.
type run struct {
	file int
	text string
}

// set is a text with the spaces that the faces have: none has the thin one between thousands at
// which no line ends, and a line that is set ends nowhere.
func set(text string) string { return strings.ReplaceAll(text, "\u202f", "\u2009") }

// runs divides a text by who has its letters.
func (f Face) runs(text string) (runs []run) {
	var buffer sfnt.Buffer
	for _, letter := range set(text) {
		file := f.fileOf(&buffer, letter)
		if n := len(runs); n > 0 && runs[n-1].file == file {
			runs[n-1].text += string(letter)
			continue
		}
		runs = append(runs, run{file, string(letter)})
	}
	return runs
}

func (f Face) fileOf(buffer *sfnt.Buffer, letter rune) int {
	for i, one := range parsed()[f] {
		if glyph, err := one.GlyphIndex(buffer, letter); err == nil && glyph != 0 {
			return i
		}
	}
	if _, has := pixels.GlyphAdvance(letter); has {
		return -1
	}
	return 0
}

// measured is the size at which letters are measured.
const measured = 100

// Width is how wide a text is at a size.
func (f Face) Width(text string, size float64) (width float64) {
	var buffer sfnt.Buffer
	for _, r := range f.runs(text) {
		if r.file < 0 {
			width += float64(font.MeasureString(pixels, r.text)) / 64 * pixelScale * size / pixelSize
			continue
		}
		one := parsed()[f][r.file]
		for _, letter := range r.text {
			glyph, _ := one.GlyphIndex(&buffer, letter) // the first glyph stands for what is not there
			advance, err := one.GlyphAdvance(&buffer, glyph, fixed.I(measured), font.HintingNone)
			if err == nil {
				width += float64(advance) / 64 * size / measured
			}
		}
	}
	return width
}

// Wrap breaks a text into lines of a width: between words, and within one only where it is
// wider than a line, as a title in Chinese is, which has no spaces.
func (f Face) Wrap(text string, size, width float64) (lines []string) {
	current := ""
	for _, word := range strings.FieldsFunc(strings.ReplaceAll(text, " %", noBreak+"%"), isBreak) {
		if longer := strings.TrimSpace(current + " " + word); f.Width(longer, size) <= width {
			current = longer
			continue
		}
		if current != "" {
			lines = append(lines, current)
		}
		for f.Width(word, size) > width {
			first := f.fitting(word, size, width)
			lines, word = append(lines, first), word[len(first):]
		}
		current = word
	}
	if current != "" {
		lines = append(lines, current)
	}
	return lines
}

// noBreak is a space at which no line ends, as before a sign of percent.
const noBreak = "\u00a0"

// isBreak reports whether a line may end at a letter: at a space, but not at one within a
// number.
func isBreak(letter rune) bool {
	return unicode.IsSpace(letter) && letter != '\u00a0' && letter != '\u202f'
}

// fitting is the beginning of a text, a letter at least, that a width has room for.
func (f Face) fitting(text string, size, width float64) string {
	end := 0
	for i, letter := range text {
		next := i + len(string(letter))
		if next > len(text) { // a byte that is no letter
			next = i + 1
		}
		if end > 0 && f.Width(text[:next], size) > width {
			break
		}
		end = next
	}
	return text[:end]
}

// Shorten is a text as far as a width has room for it, with an ellipsis where it is cut.
func (f Face) Shorten(text string, size, width float64) string {
	if f.Width(text, size) <= width {
		return text
	}
	return strings.TrimRight(f.fitting(text, size, width-f.Width("…", size)), " ") + "…"
}

// WrapAtMost is Wrap with the last of so many lines cut where there are more.
func (f Face) WrapAtMost(most int, text string, size, width float64) []string {
	lines := f.Wrap(text, size, width)
	if len(lines) <= most {
		return lines
	}
	rest := strings.Join(lines[most-1:], " ")
	return append(lines[:most-1:most-1], f.Shorten(rest, size, width))
}

// Balanced is WrapAtMost with lines of about one length: no word stands alone in the last.
func (f Face) Balanced(most int, text string, size, width float64) []string {
	lines := f.WrapAtMost(most, text, size, width)
	for narrower := width * 0.96; narrower > width/2; narrower *= 0.96 {
		tried := f.Wrap(text, size, narrower)
		if len(tried) != len(lines) {
			break
		}
		lines = tried
	}
	return lines
}
