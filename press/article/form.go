package article

import (
	"regexp"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"rolecall/press/english"
)

// form is what a line's own words and signs say of it, before its neighbours are asked.
type form struct {
	// mark is the length of the sign of a list or heading before the words, number that
	// of a numbered item, sign the sign of another.
	mark, number int
	sign         rune
	// level is that of a Markdown heading, else 0.
	level int
	// rule says that the line is drawn and not written.
	rule bool
	// label is the label of a field, without colon, value where what follows it begins,
	// both in the line; known says that the label is one of credits.
	label english.Span
	value int
	known bool
	// title says that it can be a name and nothing else, stopped that it ends as
	// sentences do, asks that it ends in a question mark.
	title, stopped, asks bool
	// facts says that it has where, when and how long a film is, and nothing else: "USA 2020 ·
	// 108 min".
	facts bool
	// dated says that it begins with a day or year and a dash or colon, day that it is a
	// day and nothing else, hour that it begins with an hour.
	dated, day, hour bool
	// stamp is the length of the time before what is said in a recording.
	stamp int
	// row says that tabs part it.
	row bool
}

const (
	monthWord   = `(?:jan(?:uary|\.)?|feb(?:ruary|\.)?|mar(?:ch|\.)?|apr(?:il|\.)?|may|june?|july?|aug(?:ust|\.)?|sept?(?:ember|\.)?|oct(?:ober|\.)?|nov(?:ember|\.)?|dec(?:ember|\.)?)`
	weekdayWord = `(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|mon|tue|tues|wed|thu|thur|thurs|fri|sat|sun)\.?`
	factSign    = `[\s,·|•/&–—()-]|and `
	country     = `(?:u\.?s\.?a?\.?|u\.?k\.?|united states|united kingdom|great britain|ireland|england|scotland|wales|france|germany|west germany|italy|spain|portugal|belgium|netherlands|luxembourg|switzerland|austria|denmark|norway|sweden|finland|iceland|poland|czech republic|czechoslovakia|slovakia|hungary|romania|bulgaria|greece|turkey|russia|ukraine|georgia|serbia|croatia|estonia|latvia|lithuania|canada|australia|new zealand|japan|china|hong kong|taiwan|south korea|korea|india|iran|israel|lebanon|egypt|tunisia|morocco|saudi arabia|senegal|nigeria|south africa|kenya|mexico|brazil|argentina|chile|colombia|peru|cuba|uruguay)\b`
	certificate = `(?:u|pg|12a?|15|18|pg-13|nc-17|cert(?:ificate)? \w{1,3}|tv-\w{1,2})\b`
	length      = `(?:\d{1,3}\s?(?:min|mins|minutes|m)\b|\d{1,3}[’'′]|\d\s?(?:h|hr|hrs)\b(?:\s?\d{1,2}\s?(?:m|min|mins)\b)?)`
	dayWords    = `(?:` + weekdayWord + `,?\s+)?(?:\d{1,2}(?:st|nd|rd|th)?\s+` + monthWord + `|` + monthWord + `\s+\d{1,2}(?:st|nd|rd|th)?)(?:,?\s+\d{4})?`
)

var (
	dayAlone  = regexp.MustCompile(`^(?:` + dayWords + `|` + monthWord + `\s+\d{4}|(?:mon|tues|wednes|thurs|fri|satur|sun)days?(?:\s+\d{1,2}(?:st|nd|rd|th)?)?|today|tonight|tomorrow)[:.]?$`)
	dayFirst  = regexp.MustCompile(`^(?:` + dayWords + `|` + monthWord + `\s+\d{4}|\d{4}(?:[-–/]\d{2,4})?(?:\s\pL+)?)(?:\s+[–—-]\s+|\s?[–—]\s?|:\s+|\t)\S`)
	hourFirst = regexp.MustCompile(`^(?:\d{1,2}(?:[.:]\d{2})?\s?(?:am|pm|a\.m\.|p\.m\.)|\d{1,2}[.:]\d{2}|noon|midnight)(?:\s*[–—-]\s*\d{1,2}(?:[.:]\d{2})?\s?(?:am|pm)?)?[:,]?\s+\S`)
	stamp     = regexp.MustCompile(`^[\[(]?\d{1,2}:\d{2}(?::\d{2})?[\])]?\s+`)
	// factsAlone are countries and years before a length, or countries before a year.
	factsAlone = regexp.MustCompile(`^(?:(?:` + factSign + `)*(?:` + country + `|(?:19|20)\d{2}(?:[-–/]\d{2,4})?|` + certificate + `))+(?:` + factSign + `)*(?:` + length + `)?(?:(?:` + factSign + `)*(?:` + certificate + `|colour|color|b/w|b&w|subtitles|subtitled|in \pL+|drama|comedy|documentary|thriller|horror))*\.?$`)
	hasYear    = regexp.MustCompile(`\b(?:19|20)\d{2}\b`)
	hasLength  = regexp.MustCompile(length)
	hasCountry = regexp.MustCompile(`\b` + country)
	drawn      = regexp.MustCompile(`^(?:[-–—*_=~#.•·+\s]){3,}$`)
	dashed     = regexp.MustCompile(`^([A-Z][^:–—]{0,47}?)(?:\s+[–—-]\s+|\s*\.{3,}\s*|\s*…+\s*)(\S)`)
)

// formOf reads a line by itself.
func formOf(s string, l line) form {
	f := form{stopped: endsStopped(s), asks: endsAsking(s), rule: drawn.MatchString(s[:min(len(s), mostLower)]) && len(s) <= mostLower}
	f.markdownHeading(s)
	if f.level == 0 {
		f.listMark(s)
	}
	words := s[f.mark:]
	f.row = strings.Contains(words, "\t")
	f.title = isTitle(strings.Trim(words, "★☆*_ "))
	lower := l.lower[min(f.mark, len(l.lower)):]
	f.day, f.dated, f.hour = dayAlone.MatchString(lower), dayFirst.MatchString(lower), hourFirst.MatchString(lower)
	f.facts = isFacts(lower)
	f.title = f.title && !f.facts
	f.stamp = len(stamp.FindString(lower))
	if !f.dated && !f.hour {
		f.fieldLabel(s)
	}
	return f
}

// mostFacts bounds a line of facts, in bytes.
const mostFacts = 90

// isFacts reports whether a line, in lower case, says where, when and how long, two of the
// three at least, and nothing else.
func isFacts(lower string) bool {
	if len(lower) > mostFacts || !factsAlone.MatchString(lower) {
		return false
	}
	said := 0
	for _, has := range []*regexp.Regexp{hasYear, hasLength, hasCountry} {
		if has.MatchString(lower) {
			said++
		}
	}
	return said > 1
}

// markdownHeading reads the number signs before a heading.
func (f *form) markdownHeading(s string) {
	level := len(s) - len(strings.TrimLeft(s, "#"))
	words := strings.TrimLeft(s[level:], " \t")
	if level > 0 && level <= 6 && words != "" && len(words) < len(s)-level && strings.Trim(words, "# ") != "" {
		f.level, f.mark = level, len(s)-len(words)
	}
}

func (f *form) listMark(s string) {
	f.mark = english.ListMark(s)
	if f.mark == 0 {
		return
	}
	f.sign, _ = utf8.DecodeRuneInString(s)
	if unicode.IsDigit(f.sign) {
		f.number, _ = strconv.Atoi(strings.TrimRight(strings.TrimSpace(s[:f.mark]), ".)"))
		f.sign = '1'
	}
}

// mostLabelWords bounds a label that is none of the known.
const mostLabelWords = 6

// fieldLabel reads the label of a field: before a colon, and before a dash where it is
// one of the known.
func (f *form) fieldLabel(s string) {
	words := s[f.mark:]
	head := words[:min(len(words), 60)]
	if at := strings.IndexByte(head, ':'); at > 0 && (at+1 == len(words) || strings.IndexByte(" \t*_", words[at+1]) >= 0) {
		label := strings.TrimRight(words[:at], "*_ ")
		start := len(label) - len(strings.TrimLeft(label, "*_"))
		label = label[start:]
		first, _ := utf8.DecodeRuneInString(label)
		known := english.IsLabel(label)
		if known || unicode.IsUpper(first) && len(strings.Fields(label)) <= mostLabelWords && !strings.ContainsAny(label, ".;!?\"“”\t") {
			f.known, f.value = known, len(s)-len(strings.TrimLeft(words[at+1:], "*_ \t"))
			f.label = english.Span{Start: f.mark + start, End: f.mark + start + len(label)}
		}
		return
	}
	if found := dashed.FindStringSubmatchIndex(head); found != nil {
		label := strings.TrimSpace(words[found[2]:found[3]])
		if first, _ := utf8.DecodeRuneInString(label); english.IsLabel(label) && unicode.IsUpper(first) {
			f.label = english.Span{Start: f.mark + found[2], End: f.mark + found[2] + len(label)}
			f.known, f.value = true, f.mark+found[4]
		}
	}
}

// labelled reports whether a line has a label and something after it.
func (f form) labelled(s string) bool { return f.label.End > 0 && f.value < len(s) }
