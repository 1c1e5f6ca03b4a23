package main

import (
	"cmp"
	"io"
	"os"
	"strconv"
	"strings"

	"golang.org/x/term"

	"rolecall/format"
)

// usualWidth is that of a terminal whose width is not known.
const usualWidth = 80

// screenFor says how wide the output is and whether it takes colour: a terminal
// does, unless NO_COLOR is set (no-color.org). COLUMNS sets the width where the
// output is no terminal. A terminal of a locale without Unicode is written to in ASCII.
func screenFor(out io.Writer) format.Screen {
	s := format.Screen{Out: out, Width: usualWidth}
	if columns, err := strconv.Atoi(os.Getenv("COLUMNS")); err == nil && columns > 0 {
		s.Width = columns
	}
	if f, ok := out.(*os.File); ok && isTerminal(out) {
		s.Color = os.Getenv("NO_COLOR") == "" && os.Getenv("TERM") != "dumb"
		if width, _, err := term.GetSize(int(f.Fd())); err == nil && width > 0 {
			s.Width = width
		}
		s.ASCII = !isUnicode(cmp.Or(os.Getenv("LC_ALL"), os.Getenv("LC_CTYPE"), os.Getenv("LANG")))
	}
	return s
}

// isUnicode reports whether the screen of a locale shows all signs. Only a locale that
// says otherwise is taken at its word: many screens that do are of none.
func isUnicode(locale string) bool {
	name, charset, hasCharset := strings.Cut(locale, ".")
	charset, _, _ = strings.Cut(charset, "@")
	if hasCharset {
		return strings.EqualFold(strings.ReplaceAll(charset, "-", ""), "utf8")
	}
	return name != "C" && name != "POSIX"
}

func isTerminal(w io.Writer) bool {
	f, ok := w.(*os.File)
	return ok && term.IsTerminal(int(f.Fd()))
}
