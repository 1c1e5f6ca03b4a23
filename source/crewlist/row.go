package crewlist

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// badRow is a row that is left aside.
type badRow struct{ fault string }

func (b *badRow) Error() string { return b.fault }

func badRowf(format string, args ...any) error { return &badRow{fmt.Sprintf(format, args...)} }

// longestText bounds a cell that is read, in letters; no name is longer.
const longestText = 500

// row is one row of the list, read by field.
type row struct {
	columns map[field]column
	cells   []string
}

// text is a field's text without white space around it, empty where it is not
// mapped.
func (r row) text(f field) string {
	c, mapped := r.columns[f]
	switch {
	case !mapped:
		return ""
	case c.at < 0:
		return c.fixed
	case c.at >= len(r.cells): // rows of a sheet end at their last cell
		return ""
	}
	return strings.TrimSpace(r.cells[c.at])
}

// named is a field as a fault speaks of it: by the list's own name for it.
func (r row) named(f field) string {
	if c := r.columns[f]; c.name != "" {
		return fmt.Sprintf("column %q", c.name)
	}
	return string(f)
}

// check refuses a row with a cell that cannot be what the map says.
func (r row) check() error {
	for _, f := range fields {
		text := r.text(f)
		if !utf8.ValidString(text) {
			return badRowf("the %s is not valid UTF-8: save the list as UTF-8", r.named(f))
		}
		if n := utf8.RuneCountInString(text); n > longestText {
			return badRowf("the %s holds %d letters, more than %d: is a quotation mark missing?", r.named(f), n, longestText)
		}
	}
	return nil
}

// notSaid is the number of an empty cell.
const notSaid = -1

// bounds are the least and greatest number of a field.
var bounds = map[field][2]int{
	seasonField: {0, 32767}, episodeField: {1, 32767}, yearField: {1870, 2200}, billingField: {1, 32767},
}

// number reads a whole number, or notSaid.
func (r row) number(f field) (int, error) {
	text := r.text(f)
	if text == "" {
		return notSaid, nil
	}
	n, err := strconv.Atoi(text)
	if least, most := bounds[f][0], bounds[f][1]; err != nil || n < least || n > most {
		return 0, badRowf("the %s is %q: write a whole number from %d to %d (%s)", r.named(f), text, least, most, f)
	}
	return n, nil
}

// The forms of IMDb's identifiers.
var (
	titleForm  = regexp.MustCompile(`^tt\d{7,12}$`)
	personForm = regexp.MustCompile(`^nm\d{7,12}$`)
)

// imdbID reads an identifier of IMDb, or an empty one.
func (r row) imdbID(f field, form *regexp.Regexp) (string, error) {
	text := r.text(f)
	if text == "" || form.MatchString(text) {
		return text, nil
	}
	example := "tt0000001"
	if form == personForm {
		example = "nm0000001"
	}
	return "", badRowf("the %s is %q: write an identifier of IMDb, such as %s, or leave it empty", r.named(f), text, example)
}

// slug is a name as an identifier: small letters of any script, accents kept, so
// that García and Garcia stay two people. A name without letters and digits gets
// a digest.
func slug(name string) string {
	words := strings.FieldsFunc(strings.ToLower(norm.NFC.String(name)), func(c rune) bool {
		return !unicode.IsLetter(c) && !unicode.IsDigit(c) && !unicode.IsMark(c)
	})
	if len(words) == 0 {
		sum := sha256.Sum256([]byte(name))
		return "name-" + hex.EncodeToString(sum[:6])
	}
	return strings.Join(words, "-")
}

// split reads several values of one cell, which semicolons separate.
func split(text string) []string {
	var items []string
	for item := range strings.SplitSeq(text, ";") {
		if item = strings.TrimSpace(item); item != "" {
			items = append(items, item)
		}
	}
	return items
}

// union appends to a what of b it lacks.
func union(a, b []string) []string {
	for _, s := range b {
		if !slices.Contains(a, s) {
			a = append(a, s)
		}
	}
	return a
}

// isWebAddress reports whether a browser could open the text.
func isWebAddress(text string) bool {
	return strings.HasPrefix(text, "https://") || strings.HasPrefix(text, "http://")
}
