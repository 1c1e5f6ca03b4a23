package crewlist

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"html"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"rolecall/sheet"

	"golang.org/x/text/unicode/norm"
)

// badRow is a row that is left aside, by its table or by what stands in it.
type badRow = sheet.RowError

func badRowf(format string, args ...any) error { return &badRow{Fault: fmt.Sprintf(format, args...)} }

// longestText bounds a cell that is read, in letters; no name is longer.
const longestText = 500

// row is one row of the list, read by field.
type row struct {
	columns map[field]column
	cells   []string
	// faults are what is wrong with cells, by their places.
	faults map[int]string
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
	text := unescaped(r.cells[c.at])
	switch f {
	case sourceField: // an address has & in it
		return strings.TrimSpace(r.cells[c.at])
	case personField: // in which lines mean something
		return strings.TrimSpace(text)
	case titleField, roleField, seasonField, episodeField:
		return spaced(text)
	}
	if text = spaced(text); len(text) <= 5 && blanks[strings.ToLower(text)] {
		return ""
	}
	return text
}

// blanks are what tables have in a cell of which nothing is known.
var blanks = map[string]bool{"n/a": true, "#n/a": true, "nan": true, "null": true, "tba": true, "tbc": true, "tbd": true, "-": true, "–": true, "—": true, "?": true}

// spaced is a text with white space of one kind.
func spaced(text string) string {
	if !strings.ContainsAny(text, "\t\n\v\f\r\u0085\u00a0\u2028\u2029\u3000") && !strings.Contains(text, "  ") {
		return strings.TrimSpace(text)
	}
	return strings.Join(strings.Fields(text), " ")
}

// entity is a character as web pages write it.
var entity = regexp.MustCompile(`&(#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});`)

// unescaped is a text that was copied from a web page: "O&#39;Hara".
func unescaped(text string) string {
	if !strings.Contains(text, "&") {
		return text
	}
	return entity.ReplaceAllStringFunc(text, html.UnescapeString)
}

// faults are what a spreadsheet shows in a cell that it could not work out.
var faults = map[string]bool{"#ref!": true, "#value!": true, "#name?": true, "#div/0!": true, "#null!": true, "#num!": true, "#spill!": true, "#calc!": true, "#n/a": true, "#error!": true, "#getting_data": true}

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
		if fault := r.fault(f); fault != "" {
			return badRowf("the %s %s", r.named(f), fault)
		}
		switch f {
		case titleField, roleField, seasonField, episodeField, genderField, personField:
			if word := strings.ToLower(text); strings.HasPrefix(word, "#") && faults[word] && (f != personField || word != "#n/a") {
				return badRowf("the %s is the error %s of a spreadsheet: correct it there", r.named(f), text)
			}
		}
		if at := strings.IndexFunc(text, isControl); at >= 0 {
			return badRowf("the %s holds the control character %U: take it out", r.named(f), []rune(text[at:])[0])
		}
		if n := utf8.RuneCountInString(text); n > longestText {
			return badRowf("the %s holds %d letters, more than %d: is a quotation mark missing?", r.named(f), n, longestText)
		}
	}
	return nil
}

// fault is what is wrong with a cell by the table itself.
func (r row) fault(f field) string {
	if c, mapped := r.columns[f]; mapped && c.at >= 0 {
		return r.faults[c.at]
	}
	return ""
}

// isControl reports whether a character does something to a terminal instead of
// showing.
func isControl(c rune) bool { return unicode.IsControl(c) && !unicode.IsSpace(c) }

// notSaid is the number of an empty cell.
const notSaid = -1

// bounds are the least and greatest number of a field.
var bounds = map[field][2]int{
	seasonField: {0, 32767}, episodeField: {1, 32767}, yearField: {sheet.FirstYear, sheet.LastYear}, billingField: {1, 32767},
}

var (
	// decimalZero is a whole number as programs write it that hold numbers with
	// decimals only.
	decimalZero = regexp.MustCompile(`^\d+\.0+$`)
	// dated begins with a day or a month; what follows may be the time of day.
	dated = regexp.MustCompile(`^\d{4}-\d\d(-\d\d([T ]\d\d:\d\d.*)?)?$`)
)

// number reads a whole number, or notSaid.
func (r row) number(f field) (int, error) {
	text := r.text(f)
	if text == "" {
		return notSaid, nil
	}
	if whole, _, isDecimal := strings.Cut(text, "."); isDecimal && decimalZero.MatchString(text) {
		text = whole
	}
	if f == yearField && dated.MatchString(text) {
		text = text[:4]
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

// personKey is a name as an identifier of a person: "J.J.", "JJ" and "J. J." are the
// same initials.
func personKey(name string) string {
	var joined []string
	wasInitial := false
	for word := range strings.SplitSeq(slug(name), "-") {
		isInitial := utf8.RuneCountInString(word) == 1 && !strings.ContainsFunc(word, func(c rune) bool { return !unicode.In(c, unicode.Latin, unicode.Greek, unicode.Cyrillic) })
		if isInitial && wasInitial {
			joined[len(joined)-1] += word
		} else {
			joined = append(joined, word)
		}
		wasInitial = isInitial
	}
	return strings.Join(joined, "-")
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
