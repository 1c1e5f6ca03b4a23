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

// NoSeason and NoEpisode say that a text names none.
const (
	NoSeason  = -1
	NoEpisode = -1
)

// Asked is a reading of what people type: a name, and what is said beside it.
// It is one reading only: in "blade runner 2049" the number is of the name, and
// Find tries the whole text too.
type Asked struct {
	Name string
	// Season is the season's number, NoSeason where none is named; 0 holds specials.
	// Episode is that of the episode within it, NoEpisode where none is named.
	Season, Episode int
	// Year is 0 where none is named.
	Year int
	Kind AskedKind
	// Country is that of the title, as CountryOf has it, empty where none is named.
	Country string
}

// Bare reports whether the text is a name and nothing else.
func (a Asked) Bare() bool {
	return a.Season == NoSeason && a.Episode == NoEpisode && a.Year == 0 && a.Kind == AnyKind && a.Country == ""
}

// The pieces that patterns are made of: what may stand between a name and what is
// said beside it, and numbers in digits and words.
var (
	apart    = `[\s,;:(\[–—-]+`
	number3  = `(\d{1,3}|` + counted(0) + `)`
	ordinal3 = `(\d{1,3}(?:st|nd|rd|th)|` + counted(1) + `)`
	ofThe    = `(?:(?:of|in|from)\s+)?(?:the\s+)?`
	closing  = `[)\]]?$`
)

var (
	yearPattern    = regexp.MustCompile(`(?i)^(.*\S)(?:\s*[(\[]\s*((?:18|19|20)\d\d)\s*(?:[–-]\s*(?:(?:19|20)\d\d)?)?\s*[)\]]|[\s,]((?:18[89]|19\d|20[0-4])\d))$`)
	bracketPattern = regexp.MustCompile(`^(.*\S)\s*[(\[]([^()\[\]]{1,60})[)\]]$`)
	kindPattern    = regexp.MustCompile(`(?i)^(.*?\S)[\s,]+(tv[ -]?series|tv[ -]?show|(?:tv[ -]?)?mini-?series|series|show|tv|film|movie|actor|actress|director|writer)$`)
	countryPattern = regexp.MustCompile(`^(.*\S)[\s,-]+(US|USA|U\.S\.|U\.S\.A\.|UK|U\.K\.)$`)

	// A season and an episode in signs: "s02e05", "2x05", "#2.5". Files have the
	// episode's name and more behind them.
	signsPatterns = []*regexp.Regexp{
		regexp.MustCompile(`(?i)^(.*?\S)` + apart + `s(\d{1,3})[\s._-]*e(?:p|pisode)?\.?\s*(\d{1,4})(?:[\s–-]*e?\d{1,4})*(?:[)\]\s,;:.–—-].*)?$`),
		regexp.MustCompile(`(?i)^(.*?\S)` + apart + `(\d{1,2})x(\d{2,3})(?:[)\]\s,;:.–—-].*)?$`),
		regexp.MustCompile(`(?i)^(.*\S)` + apart + `(\d{1,2})x(\d)` + closing),
		regexp.MustCompile(`^(.*\S)[\s,;:{(\[]+#(\d{1,3})\.(\d{1,4})[)\]}]*$`),
	}
	signsOfPatterns = []*regexp.Regexp{
		regexp.MustCompile(`(?i)^()s(\d{1,3})\s*e(\d{1,4})[\s:,–-]+(?:(?:of|in|from)\s+)?(\S.*)$`),
		regexp.MustCompile(`(?i)^()(\d{1,2})x(\d{1,3})\s+(?:of|in|from)\s+(\S.*)$`),
	}
	// In words, the one and the other stand by themselves, behind the name or before.
	seasonPatterns = []*regexp.Regexp{
		regexp.MustCompile(`(?i)^(.*?\S)` + apart + ofThe + `(?:season|series)\s*#?` + number3 + closing),
		regexp.MustCompile(`(?i)^(.*?\S)` + apart + ofThe + ordinal3 + `\s+(?:season|series)` + closing),
		regexp.MustCompile(`(?i)^(.*?\S)` + apart + `s\s*(\d{1,3})` + closing),
	}
	seasonOfPatterns = []*regexp.Regexp{
		regexp.MustCompile(`(?i)^(?:the\s+)?(?:season|series)\s+` + number3 + `(?:\s+of|\s*,)\s+(\S.*)$`),
		regexp.MustCompile(`(?i)^(?:the\s+)?` + ordinal3 + `\s+(?:season|series)\s+of\s+(\S.*)$`),
	}
	episodePatterns = []*regexp.Regexp{
		regexp.MustCompile(`(?i)^(.*?\S)` + apart + `(?:and\s+|the\s+)?(?:episode|ep\.?)\s*#?(\d{1,4}|` + counted(0) + `)` + closing),
		regexp.MustCompile(`(?i)^(.*?\S)` + apart + `(?:and\s+)?(?:the\s+)?` + ordinal3 + `\s+episode` + closing),
	}
	episodeOfPatterns = []*regexp.Regexp{
		regexp.MustCompile(`(?i)^(?:the\s+)?(?:episode|ep\.?)\s*#?(\d{1,4}|` + counted(0) + `)(?:\s+(?:of|in|from)|\s*,)\s+(\S.*)$`),
		regexp.MustCompile(`(?i)^(?:the\s+)?` + ordinal3 + `\s+episode\s+(?:of|in|from)\s+(\S.*)$`),
	}
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
	// The longer go first, as "six" begins "sixth".
	slices.SortFunc(words, func(a, b string) int { return len(b) - len(a) })
	return strings.Join(words, "|")
}

var askedKinds = map[string]AskedKind{
	"film": AskedFilm, "movie": AskedFilm, "films": AskedFilm, "short": AskedFilm, "feature": AskedFilm,
	"series": AskedSeries, "show": AskedSeries, "tv": AskedSeries, "television": AskedSeries, "programme": AskedSeries, "program": AskedSeries,
	"miniseries": AskedSeries, "docuseries": AskedSeries, "sitcom": AskedSeries, "serial": AskedSeries,
	"actor": AskedPerson, "actress": AskedPerson, "director": AskedPerson, "writer": AskedPerson, "filmmaker": AskedPerson,
	"screenwriter": AskedPerson, "producer": AskedPerson, "showrunner": AskedPerson,
}

// besideKinds are words that stand beside a kind in brackets and change nothing.
var besideKinds = []string{"mini", "limited", "web", "drama", "comedy", "animated", "anime", "documentary", "silent", "video", "original", "the", "a", "and"}

// Understand reads from the end of a text what kind, year, country, season and
// episode it is after, as people, encyclopedias and files write them, and a season
// and an episode from its beginning: "jessica jones s2", "the office (2005)",
// "Little Women (2019 film)", "Shameless (American TV series)", "season two of
// fargo", "Fargo.S02E02.1080p". What is left is the name, which is never empty
// unless text is: "1917" is a name. A text of over 256 bytes is taken for a name.
func Understand(text string) Asked {
	asked := Asked{Name: plainText(text), Season: NoSeason, Episode: NoEpisode}
	for len(asked.Name) <= mostText && asked.readOne() {
	}
	return asked
}

// readOne takes one thing said beside the name, each at most once.
func (a *Asked) readOne() bool {
	return a.readSigns() || a.readYear() || a.readBracket() || a.readEpisode() || a.readSeason() || a.readKind() || a.readCountry()
}

// keep makes what is left the name, if that is anything.
func (a *Asked) keep(name string) bool {
	if name = strings.TrimRight(name, " ,;:([{–—-"); name == "" {
		return false
	}
	a.Name = name
	return true
}

func (a *Asked) readYear() bool {
	m := yearPattern.FindStringSubmatch(a.Name)
	if m == nil || a.Year != 0 || !a.keep(m[1]) {
		return false
	}
	a.Year = number(m[2] + m[3])
	return true
}

// readSigns takes a season and an episode written in signs.
func (a *Asked) readSigns() bool {
	if a.Season != NoSeason || a.Episode != NoEpisode {
		return false
	}
	for _, pattern := range slices.Concat(signsPatterns, signsOfPatterns) {
		m := pattern.FindStringSubmatch(a.Name)
		if m != nil && a.keep(m[1]+strings.Join(m[4:], "")) {
			a.Season, a.Episode, a.Kind = number(m[2]), number(m[3]), AskedSeries
			return true
		}
	}
	return false
}

func (a *Asked) readEpisode() bool {
	if a.Episode != NoEpisode {
		return false
	}
	n, ok := a.numbered(episodePatterns, episodeOfPatterns)
	if ok {
		a.Episode, a.Kind = n, AskedSeries
	}
	return ok
}

func (a *Asked) readSeason() bool {
	if a.Season != NoSeason {
		return false
	}
	n, ok := a.numbered(seasonPatterns, seasonOfPatterns)
	if ok {
		a.Season, a.Kind = n, AskedSeries
	}
	return ok
}

// numbered takes a number behind the name, or one before it.
func (a *Asked) numbered(behind, before []*regexp.Regexp) (int, bool) {
	for _, pattern := range behind {
		if m := pattern.FindStringSubmatch(a.Name); m != nil && a.keep(m[1]) {
			return number(m[2]), true
		}
	}
	for _, pattern := range before {
		if m := pattern.FindStringSubmatch(a.Name); m != nil && a.keep(m[2]) {
			return number(m[1]), true
		}
	}
	return 0, false
}

func (a *Asked) readKind() bool {
	m := kindPattern.FindStringSubmatch(a.Name)
	if m == nil || a.Kind != AnyKind {
		return false
	}
	words := kindWords(m[2])
	kind := askedKinds[strings.TrimPrefix(words[len(words)-1], "tv")]
	if kind == AnyKind {
		kind = askedKinds[words[len(words)-1]]
	}
	if kind == AnyKind || !a.keep(m[1]) {
		return false
	}
	a.Kind = kind
	return true
}

func (a *Asked) readCountry() bool {
	m := countryPattern.FindStringSubmatch(a.Name)
	if m == nil || a.Country != "" || !a.keep(m[1]) {
		return false
	}
	a.Country = CountryOf(m[2])
	return true
}

// readBracket takes what stands in brackets, if all of it is understood: "(2019
// film)", "(American TV series)", "(season 2)", "(II)". Else it is of the name.
func (a *Asked) readBracket() bool {
	m := bracketPattern.FindStringSubmatch(a.Name)
	if m == nil {
		return false
	}
	within := Asked{Season: NoSeason, Episode: NoEpisode}
	if !within.readWords(m[2]) || !a.adds(within) || !a.keep(m[1]) {
		return false
	}
	if within.Season != NoSeason {
		a.Season = within.Season
	}
	if within.Kind != AnyKind {
		a.Kind = within.Kind
	}
	if within.Year != 0 {
		a.Year = within.Year
	}
	if within.Country != "" {
		a.Country = within.Country
	}
	return true
}

// adds reports whether a bracket says nothing that was said before.
func (a *Asked) adds(within Asked) bool {
	return (within.Season == NoSeason || a.Season == NoSeason) && (within.Kind == AnyKind || a.Kind == AnyKind || a.Kind == within.Kind) &&
		(within.Year == 0 || a.Year == 0) && (within.Country == "" || a.Country == "")
}

var (
	yearWord   = regexp.MustCompile(`^(?:18|19|20)\d\d$`)
	yearsWord  = regexp.MustCompile(`\b((?:18|19|20)\d\d)\s*[–—-]\s*(?:(?:19|20)\d\d|present)?`)
	seasonWord = regexp.MustCompile(`\b(?:season|series)\s+` + number3 + `\b|\b` + ordinal3 + `\s+season\b`)
)

// readWords reads all words of a bracket, and reports whether it could.
func (a *Asked) readWords(text string) bool {
	text = strings.ToLower(text)
	if m := seasonWord.FindStringSubmatchIndex(text); m != nil {
		found := seasonWord.FindStringSubmatch(text)
		a.Season, a.Kind = number(found[1]+found[2]), AskedSeries
		text = text[:m[0]] + " " + text[m[1]:]
	}
	text = yearsWord.ReplaceAllString(text, "$1 ")
	if name := countryPhrase.FindString(text); name != "" {
		a.Country, text = CountryOf(name), strings.Replace(text, name, " ", 1)
	}
	for _, word := range kindWords(text) {
		if !a.readWord(word) {
			return false
		}
	}
	return true
}

func (a *Asked) readWord(word string) bool {
	kind, country := askedKinds[word], CountryOf(word)
	switch {
	case yearWord.MatchString(word) && a.Year == 0:
		a.Year = number(word)
	case kind == AskedFilm, kind != AnyKind && a.Kind != AskedFilm: // a "TV film" is a film
		a.Kind = kind
	case kind != AnyKind:
	case country != "" && a.Country == "":
		a.Country = country
	default:
		return slices.Contains(besideKinds, word) || isRoman(word)
	}
	return true
}

// kindWords are the words of a kind, "tv-miniseries" being two and "mini-series" one.
func kindWords(text string) []string {
	text = strings.NewReplacer("mini-series", "miniseries", "mini series", "miniseries").Replace(strings.ToLower(text))
	return strings.FieldsFunc(text, func(r rune) bool { return strings.ContainsRune(" \t,;/-", r) })
}

// isRoman reports whether a word is how IMDb numbers namesakes of a year.
func isRoman(word string) bool {
	return slices.ContainsFunc(seasonWords, func(row [3]string) bool { return row[2] == word })
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
