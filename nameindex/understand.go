package nameindex

import (
	"regexp"
	"slices"
	"strconv"
	"strings"
)

// AskedKind is the kind of thing a text says it is after.
type AskedKind uint8

// What a text may ask for.
const (
	AnyKind AskedKind = iota
	AskedFilm
	AskedSeries
	AskedPerson
)

// NoSeason says that a text names no season.
const NoSeason = -1

// Asked is a reading of what people type: a name, and what is said beside it.
// It is one reading only: in "blade runner 2049" the number is of the name, and
// Find tries the whole text too.
type Asked struct {
	Name string
	// Season is the season's number, NoSeason where none is named; 0 holds specials.
	Season int
	// Year is 0 where none is named.
	Year int
	Kind AskedKind
}

var (
	yearPattern   = regexp.MustCompile(`(?i)^(.*\S)\s*(?:[(\[]\s*((?:18|19|20)\d\d)\s*[–-]?\s*(?:(?:19|20)\d\d)?\s*[)\]]|[\s,]((?:18[89]|19\d|20[0-4])\d))$`)
	seasonPattern = regexp.MustCompile(`(?i)^(.*\S)[\s,:(\[-]+(?:season|series|s)\s*(\d{1,3})(?:\s*,?\s*(?:e|ep|episode)\s*\d{1,4})?[)\]]?$`)
	wordPattern   = regexp.MustCompile(`(?i)^(.*\S)[\s,:(\[-]+(?:(?:season|series)\s+(` + counted(0) + `)|(` + counted(1) + `|\d{1,3}(?:st|nd|rd|th))\s+(?:season|series))[)\]]?$`)
	ofPattern     = regexp.MustCompile(`(?i)^(?:the\s+)?(?:(?:season|series)\s+(\d{1,3}|` + counted(0) + `)|(` + counted(1) + `|\d{1,3}(?:st|nd|rd|th))\s+season)\s+of\s+(\S.*)$`)
	kindPattern   = regexp.MustCompile(`(?i)^(.*?\S)[\s,(\[]+(tv[ -]?series|tv[ -]?show|series|show|tv|film|movie|actor|actress|director|writer)[)\]]?$`)
)

// seasonWords are words for seasons, by their number less one: how many, which,
// and in Roman numerals.
var seasonWords = [][3]string{
	{"one", "first", "i"}, {"two", "second", "ii"}, {"three", "third", "iii"}, {"four", "fourth", "iv"}, {"five", "fifth", "v"},
	{"six", "sixth", "vi"}, {"seven", "seventh", "vii"}, {"eight", "eighth", "viii"}, {"nine", "ninth", "ix"}, {"ten", "tenth", "x"},
	{"eleven", "eleventh", "xi"}, {"twelve", "twelfth", "xii"},
}

// counted is a pattern of the words in a column, and with those of the first the
// Roman numerals.
func counted(column int) string {
	var words []string
	for _, row := range seasonWords {
		words = append(words, row[column])
		if column == 0 {
			words = append(words, row[2])
		}
	}
	return strings.Join(words, "|")
}

var askedKinds = map[string]AskedKind{
	"film": AskedFilm, "movie": AskedFilm,
	"series": AskedSeries, "show": AskedSeries, "tv": AskedSeries,
	"actor": AskedPerson, "actress": AskedPerson, "director": AskedPerson, "writer": AskedPerson,
}

// Understand reads a year, a season and a kind from the end of a text, and a season
// from its beginning: "jessica jones s2", "the office (2005)", "lady bird film",
// "season two of fargo". What is left is the name, which is never empty unless text
// is: "1917" is a name. A text of over 256 bytes is taken for a name.
func Understand(text string) Asked {
	asked := Asked{Name: strings.Join(strings.Fields(text), " "), Season: NoSeason}
	for len(asked.Name) <= mostText && asked.readEnd() {
	}
	return asked
}

// readEnd takes one thing said beside the name, each at most once.
func (a *Asked) readEnd() bool {
	if m := yearPattern.FindStringSubmatch(a.Name); m != nil && a.Year == 0 {
		a.Name, a.Year = m[1], number(m[2]+m[3])
		return true
	}
	if season, name := readSeason(a.Name); name != "" && a.Season == NoSeason && a.keep(name) {
		a.Season, a.Kind = season, AskedSeries
		return true
	}
	if m := kindPattern.FindStringSubmatch(a.Name); m != nil && a.Kind == AnyKind {
		words := strings.FieldsFunc(strings.ToLower(m[2]), func(r rune) bool { return r == ' ' || r == '-' })
		word := strings.TrimPrefix(words[len(words)-1], "tv")
		if word == "" {
			word = "tv"
		}
		if a.keep(m[1]) {
			a.Kind = askedKinds[word]
			return true
		}
	}
	return false
}

// keep makes what is left the name, if that is anything.
func (a *Asked) keep(name string) bool {
	if name = strings.TrimRight(name, " ,:(["); name == "" {
		return false
	}
	a.Name = name
	return true
}

// readSeason returns the season a text names and what else it says, or nothing.
func readSeason(text string) (season int, name string) {
	if m := seasonPattern.FindStringSubmatch(text); m != nil {
		return number(m[2]), m[1]
	}
	if m := wordPattern.FindStringSubmatch(text); m != nil {
		return number(m[2] + m[3]), m[1]
	}
	if m := ofPattern.FindStringSubmatch(text); m != nil {
		return number(m[1] + m[2]), m[3]
	}
	return NoSeason, ""
}

// number reads a number that a pattern has let through: digits, "2nd", a word.
func number(said string) int {
	said = strings.ToLower(said)
	for i, row := range seasonWords {
		if slices.Contains(row[:], said) {
			return i + 1
		}
	}
	n, err := strconv.Atoi(strings.TrimRight(said, "stndrh"))
	if err != nil {
		return 0
	}
	return n
}
