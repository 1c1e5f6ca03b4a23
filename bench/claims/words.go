package main

import (
	"math"
	"regexp"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// This file knows when two wordings of a name, a number or a day are the same.

var numberWords = map[string]float64{
	"zero": 0, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10,
	"eleven": 11, "twelve": 12, "thirteen": 13, "fifty": 50, "half": 50,
}

var (
	brackets = regexp.MustCompile(`\(.*?\)`)
	noWord   = regexp.MustCompile(`[^a-z0-9]+`)
	leading  = regexp.MustCompile(`^(the|a|an) `)
)

// fold brings the ways to write a name to one: without accents, capitals, signs, brackets and the article
// before it, numbers in figures.
func fold(name string) string {
	name = strings.ToLower(ascii(norm.NFKD.String(name)))
	name = brackets.ReplaceAllString(name, " ")
	name = strings.ReplaceAll(strings.ReplaceAll(name, "&", " and "), "marvel's ", "")
	name = strings.TrimSpace(noWord.ReplaceAllString(strings.ReplaceAll(name, "'", ""), " "))
	fields := strings.Fields(leading.ReplaceAllString(name, ""))
	for i, w := range fields {
		if n, is := numberWords[w]; is {
			fields[i] = words(n)
		}
	}
	return strings.Join(fields, " ")
}

func ascii(text string) string {
	return strings.Map(func(r rune) rune {
		if r >= utf8.RuneSelf {
			return -1
		}
		return r
	}, text)
}

// words is a value of JSON in words; "" for none.
func words(value any) string {
	switch v := value.(type) {
	case string:
		return v
	case float64:
		return strconv.FormatFloat(v, 'f', -1, 64)
	case int:
		return strconv.Itoa(v)
	}
	return ""
}

// titlesAgree reports whether two names are of one title. The beginning is enough if
// it has two words: "Batman v Superman".
func titlesAgree(a, b string) bool {
	a, b = fold(a), fold(b)
	if a == b {
		return true
	}
	if len(strings.Fields(a)) > len(strings.Fields(b)) {
		a, b = b, a
	}
	return len(strings.Fields(a)) > 1 && strings.HasPrefix(b, a+" ")
}

// surname is the last word of a name.
func surname(name string) string {
	fields := strings.Fields(fold(name))
	if len(fields) == 0 {
		return ""
	}
	return fields[len(fields)-1]
}

var fraction = regexp.MustCompile(`^(\d+)\s*/\s*(\d+)$`)

// number is the number that a value is; of a fraction, the percentage.
func number(value any) (n float64, is bool) {
	if n, is = value.(float64); is {
		return n, true
	}
	text, _ := value.(string)
	text = strings.TrimRight(strings.ToLower(strings.TrimSpace(text)), "%")
	if m := fraction.FindStringSubmatch(text); m != nil {
		part, _ := strconv.ParseFloat(m[1], 64)
		whole, _ := strconv.ParseFloat(m[2], 64)
		return 100 * part / whole, whole != 0
	}
	if n, is = numberWords[text]; is {
		return n, true
	}
	if strings.IndexFunc(text, unicode.IsDigit) < 0 {
		return 0, false
	}
	n, err := strconv.ParseFloat(strings.ReplaceAll(text, ",", ""), 64)
	return n, err == nil
}

// sameNumber reports whether two values are the same number, or are both none.
func sameNumber(a, b any) bool {
	x, xIs := number(a)
	y, yIs := number(b)
	return xIs == yIs && x == y
}

// valuesAgree reports whether two values can be the same. One that is not said agrees
// with all, and words are not compared with figures.
func valuesAgree(kind string, a, b any) bool {
	switch {
	case a == nil || b == nil:
		return true
	case kind == "date":
		return daysAgree(words(a), words(b))
	}
	x, xIs := number(a)
	y, yIs := number(b)
	switch {
	case !xIs && !yIs:
		return fold(words(a)) == fold(words(b))
	case xIs != yIs:
		return true
	case kind == "share" || kind == "compare":
		return math.Abs(x-y) < 0.51
	}
	return math.Abs(x-y) < 1e-6
}

var (
	months    = strings.Fields("january february march april may june july august september october november december")
	yearWord  = regexp.MustCompile(`\b(1[89]|20)\d\d\b`)
	fourDigit = regexp.MustCompile(`\b\d{4}\b`)
	dayWord   = regexp.MustCompile(`\b([12]?\d|3[01])\b`)
)

// day is a date as far as it is given.
type day struct{ month, day, year string }

func dayOf(text string) day {
	text = strings.ReplaceAll(fold(text), "sept ", "september ")
	d := day{day: dayWord.FindString(fourDigit.ReplaceAllString(text, "")), year: yearWord.FindString(text)}
	for _, month := range months {
		for _, w := range strings.Fields(text) {
			if d.month == "" && len(w) >= 3 && strings.HasPrefix(month, w) {
				d.month = month
			}
		}
	}
	return d
}

// daysAgree reports whether two dates can be one day, as far as both are given.
func daysAgree(a, b string) bool {
	x, y := dayOf(a), dayOf(b)
	if x == (day{}) || y == (day{}) {
		return x == y || fold(a) == fold(b)
	}
	agree := func(a, b string) bool { return a == "" || b == "" || a == b }
	return agree(x.month, y.month) && agree(x.day, y.day) && agree(x.year, y.year)
}
