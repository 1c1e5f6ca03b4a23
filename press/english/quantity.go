package english

import (
	"strconv"
	"strings"
)

var (
	smallNumbers = numbered("zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen", 0, 1)
	tens         = numbered("twenty thirty forty fifty sixty seventy eighty ninety", 20, 10)
	ordinals     = numbered("first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth twentieth", 1, 1)
	parts        = map[string]float64{
		"half": 2, "halves": 2, "third": 3, "thirds": 3, "quarter": 4, "quarters": 4, "fourth": 4, "fourths": 4,
		"fifth": 5, "fifths": 5, "sixth": 6, "sixths": 6, "seventh": 7, "eighth": 8, "eighths": 8, "ninth": 9, "tenth": 10, "tenths": 10,
	}
)

func numbered(words string, from, step float64) map[string]float64 {
	all := make(map[string]float64)
	for i, w := range strings.Fields(words) {
		all[w] = from + float64(i)*step
	}
	return all
}

// notCounted are the words after which "one" counts nothing: "every one of them".
var notCounted = wordSet("every each any this that which another the no")

// bakersDozen is one more than a dozen.
var bakersDozen = []string{"baker", "'s", "dozen"}

// cardinal reads a whole or decimal number at a token: its value and how many
// tokens it takes, 0 for none.
func cardinal(tokens []Token, at int) (float64, int) {
	if fits(tokens[at:], bakersDozen) {
		return 13, len(bakersDozen)
	}
	t := tokens[at]
	if v, ok := digits(t.Text); ok {
		if at+1 < len(tokens) {
			if m := magnitude(tokens[at+1].Lower); m > 0 {
				return v * m, 2
			}
		}
		return v, 1
	}
	if v, ok := smallNumbers[t.Lower]; ok {
		if v == 1 && at > 0 && notCounted[tokens[at-1].Lower] {
			return 0, 0
		}
		if v == 1 && at+1 < len(tokens) && tokens[at+1].Lower == "hundred" {
			return 100, 2
		}
		return v, 1
	}
	if v, ok := tens[t.Lower]; ok {
		if at+1 < len(tokens) && tokens[at+1].Joined {
			if ones, ok := smallNumbers[tokens[at+1].Lower]; ok && ones > 0 && ones < 10 {
				return v + ones, 2
			}
		}
		return v, 1
	}
	if t.Lower == "dozen" {
		return 12, 1
	}
	if t.Lower == "a" && at+1 < len(tokens) {
		switch tokens[at+1].Lower {
		case "dozen":
			return 12, 2
		case "hundred":
			return 100, 2
		}
	}
	return 0, 0
}

func magnitude(word string) float64 {
	switch word {
	case "thousand":
		return 1e3
	case "million":
		return 1e6
	case "billion":
		return 1e9
	}
	return 0
}

// digits reads "13", "2,714" and "17.1".
func digits(text string) (float64, bool) {
	if text == "" || text[0] < '0' || text[0] > '9' {
		return 0, false
	}
	if len(text) > 1 && text[0] == '0' && text[1] != '.' {
		return 0, false // a name: 007
	}
	v, err := strconv.ParseFloat(strings.ReplaceAll(text, ",", ""), 64)
	return v, err == nil && v < 1e12
}

// ordinal reads "second" and "22nd".
func ordinal(t Token) (float64, bool) {
	if v, ok := ordinals[t.Lower]; ok {
		return v, true
	}
	if len(t.Lower) > 2 && t.Lower[0] >= '0' && t.Lower[0] <= '9' {
		switch t.Lower[len(t.Lower)-2:] {
		case "st", "nd", "rd", "th":
			v, err := strconv.Atoi(t.Lower[:len(t.Lower)-2])
			return float64(v), err == nil
		}
	}
	return 0, false
}

// percent reads "17 percent", "17%", "17 per cent", "17pc" and "17 percentage points"
// after a number of n tokens; it returns how many tokens follow the number.
func percentSign(tokens []Token, at int) int {
	if at >= len(tokens) {
		return 0
	}
	switch tokens[at].Lower {
	case "%", "percent", "pc", "pct":
		return 1
	case "per":
		if at+1 < len(tokens) && tokens[at+1].Lower == "cent" {
			return 2
		}
	}
	return 0
}

// share reads a percentage, a fraction, a ratio or a vague part of a whole.
func share(tokens []Token, at int) (Item, bool) {
	if v, n := cardinal(tokens, at); n > 0 {
		if m := percentSign(tokens, at+n); m > 0 {
			return Item{Class: Share, Value: v, Last: at + n + m}, true
		}
		if item, ok := fractionAfter(tokens, at+n, v); ok {
			return item, true
		}
		return ratio(tokens, at+n, v)
	}
	return wordShare(tokens, at)
}

// fractionAfter reads "thirds" after "two", and "quarter" after "one".
func fractionAfter(tokens []Token, at int, of float64) (Item, bool) {
	if at >= len(tokens) || of > 9 {
		return Item{}, false
	}
	part, ok := parts[tokens[at].Lower]
	if !ok || of >= part {
		return Item{}, false
	}
	plural := strings.HasSuffix(tokens[at].Lower, "s")
	if plural != (of > 1) || !plural && !tokens[at].Joined && tokens[at].Lower != "quarter" && tokens[at].Lower != "third" && tokens[at].Lower != "fifth" {
		return Item{}, false
	}
	return Item{Class: Share, Value: 100 * of / part, Last: at + 1}, true
}

// ratio reads "in ten" or "out of five" after "one".
func ratio(tokens []Token, at int, of float64) (Item, bool) {
	next := at
	var noun Entry
	switch {
	case at+1 < len(tokens) && tokens[at].Lower == "in":
		next = at + 1
	case at+2 < len(tokens) && tokens[at].Lower == "out" && tokens[at+1].Lower == "of":
		next = at + 2
	case at+2 < len(tokens) && tokens[at+1].Lower == "in" && of == 1: // "one series in ten"
		next = at + 2
		if entries, n := lookUp(tokens, at); n == 1 {
			noun = entries[0]
		}
	default:
		return Item{}, false
	}
	if next < len(tokens) && (tokens[next].Lower == "every" || tokens[next].Lower == "the") && next+1 < len(tokens) {
		next++
	}
	whole, n := cardinal(tokens, next)
	if next < len(tokens) && tokens[next].Lower == "hundred" { // "46 out of every hundred"
		whole, n = 100, 1
	}
	if n == 0 || whole <= of || whole > 100 || whole == 2 && of != 1 {
		return Item{}, false
	}
	item := Item{Class: Share, Value: 100 * of / whole, Vague: "ratio", Ratio: [2]float64{of, whole}, Last: next + n}
	if noun.Of != "" {
		item.Of, item.Form = []string{noun.Of}, string(noun.Class)
	}
	return item, true
}

// wordShares are the parts of a whole that have no number, longest first.
var wordShares = []struct {
	words  []string
	value  float64
	approx string
	vague  string
}{
	{strings.Fields("more than half"), 50, "more", "more than half"},
	{strings.Fields("over half"), 50, "more", "more than half"},
	{strings.Fields("well over half"), 50, "more", "more than half"},
	{strings.Fields("less than half"), 50, "less", "less than half"},
	{strings.Fields("fewer than half"), 50, "less", "less than half"},
	{strings.Fields("under half"), 50, "less", "less than half"},
	{strings.Fields("the vast majority"), 50, "more", "majority"},
	{strings.Fields("the overwhelming majority"), 50, "more", "majority"},
	{strings.Fields("the great majority"), 50, "more", "majority"},
	{strings.Fields("vast majority"), 50, "more", "majority"},
	{strings.Fields("the majority"), 50, "more", "majority"},
	{strings.Fields("a majority"), 50, "more", "majority"},
	{strings.Fields("in the majority"), 50, "more", "majority"},
	{strings.Fields("majority"), 50, "more", "majority"},
	{strings.Fields("a minority of"), 50, "less", "minority"},
	{strings.Fields("in the minority"), 50, "less", "minority"},
	{strings.Fields("most of"), 50, "more", "most"},
	{strings.Fields("a third"), 100.0 / 3, "", ""},
	{strings.Fields("a quarter"), 25, "", ""},
	{strings.Fields("quarter of"), 25, "", ""},
	{strings.Fields("third of"), 100.0 / 3, "", ""},
	{strings.Fields("a fifth"), 20, "", ""},
	{strings.Fields("a tenth"), 10, "", ""},
	{strings.Fields("an eighth"), 12.5, "", ""},
	{strings.Fields("half"), 50, "", "half"},
}

func wordShare(tokens []Token, at int) (Item, bool) {
	for _, s := range wordShares {
		if !fits(tokens[at:], s.words) {
			continue
		}
		last := at + len(s.words)
		if s.words[len(s.words)-1] == "half" && isMeasured(tokens, last) {
			return Item{}, false
		}
		return Item{Class: Share, Value: s.value, Approx: s.approx, Vague: s.vague, Last: last}, true
	}
	return Item{}, false
}

// isMeasured reports whether "half" goes on as "half an hour" or "half a year".
func isMeasured(tokens []Token, at int) bool {
	if at >= len(tokens) {
		return false
	}
	w := tokens[at].Lower
	return w == "a" || w == "an" || w == "past" || tokens[at].Joined || measures[w]
}

// measures are units that make a number a length of time or the like, no count of
// titles or people.
var measures = wordSet("minute minutes second seconds hour day days week weeks month months year years decade decades century centuries mile miles pounds dollars euros percentage degrees viewers millions trophies awards emmys oscars nominations pages books stars thumbs votes")

// bounds are the words before a number that bound it.
var bounds = []struct {
	words  []string
	approx string
}{
	{strings.Fields("more than"), "more"}, {strings.Fields("over"), "more"}, {strings.Fields("at least"), "least"},
	{strings.Fields("well over"), "more"}, {strings.Fields("above"), "more"}, {strings.Fields("no fewer than"), "least"},
	{strings.Fields("no less than"), "least"}, {strings.Fields("fewer than"), "less"}, {strings.Fields("less than"), "less"},
	{strings.Fields("under"), "less"}, {strings.Fields("no more than"), "most"}, {strings.Fields("at most"), "most"},
	{strings.Fields("up to"), "most"}, {strings.Fields("nearly"), "about"}, {strings.Fields("almost"), "about"},
	{strings.Fields("about"), "about"}, {strings.Fields("around"), "about"}, {strings.Fields("roughly"), "about"},
	{strings.Fields("some"), "about"}, {strings.Fields("approximately"), "about"}, {strings.Fields("close to"), "about"},
	{strings.Fields("barely"), "about"}, {strings.Fields("as many as"), "most"}, {strings.Fields("a little over"), "more"},
	{strings.Fields("just over"), "more"}, {strings.Fields("just under"), "less"}, {strings.Fields("slightly more than"), "more"},
}

// boundBefore is how the words right before a token bound the number there.
func boundBefore(tokens []Token, at int) string {
	for _, b := range bounds {
		if n := len(b.words); at >= n && fits(tokens[at-n:at], b.words) {
			return b.approx
		}
	}
	if at > 0 && (tokens[at-1].Lower == "a" || tokens[at-1].Lower == "just" || tokens[at-1].Lower == "only") {
		return boundBefore(tokens, at-1)
	}
	return ""
}

// IsNumberWord reports whether a word in lower case is a number: "two", "seventy".
func IsNumberWord(word string) bool {
	_, small := smallNumbers[word]
	_, ten := tens[word]
	return small || ten
}
