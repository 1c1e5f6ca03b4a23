package nameindex

import (
	"regexp"
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
	kindPattern   = regexp.MustCompile(`(?i)^(.*?\S)[\s,(\[]+(tv[ -]?series|tv[ -]?show|series|show|tv|film|movie|actor|actress|director|writer)[)\]]?$`)
)

var askedKinds = map[string]AskedKind{
	"film": AskedFilm, "movie": AskedFilm,
	"series": AskedSeries, "show": AskedSeries, "tv": AskedSeries,
	"actor": AskedPerson, "actress": AskedPerson, "director": AskedPerson, "writer": AskedPerson,
}

// Understand reads a year, a season and a kind from the end of a text: "jessica
// jones s2", "the office (2005)", "lady bird film". What is left is the name,
// which is never empty unless text is: "1917" is a name.
func Understand(text string) Asked {
	asked := Asked{Name: strings.Join(strings.Fields(text), " "), Season: NoSeason}
	for asked.readEnd() {
	}
	return asked
}

// readEnd takes one thing said from the end of the name, each at most once.
func (a *Asked) readEnd() bool {
	if m := yearPattern.FindStringSubmatch(a.Name); m != nil && a.Year == 0 {
		a.Name, a.Year = m[1], number(m[2]+m[3])
		return true
	}
	if m := seasonPattern.FindStringSubmatch(a.Name); m != nil && a.Season == NoSeason {
		a.Name, a.Season = strings.TrimRight(m[1], " ,:(["), number(m[2])
		a.Kind = AskedSeries
		return true
	}
	if m := kindPattern.FindStringSubmatch(a.Name); m != nil && a.Kind == AnyKind {
		words := strings.FieldsFunc(strings.ToLower(m[2]), func(r rune) bool { return r == ' ' || r == '-' })
		word := strings.TrimPrefix(words[len(words)-1], "tv")
		if word == "" {
			word = "tv"
		}
		a.Name, a.Kind = strings.TrimRight(m[1], " ,(["), askedKinds[word]
		return true
	}
	return false
}

// number reads digits a pattern has let through.
func number(digits string) int {
	n, err := strconv.Atoi(digits)
	if err != nil {
		return 0
	}
	return n
}
