package english

import "strings"

var (
	months   = numbered("january february march april may june july august september october november december", 1, 1)
	shortMon = map[string]float64{"jan": 1, "feb": 2, "mar": 3, "apr": 4, "jun": 6, "jul": 7, "aug": 8, "sep": 9, "sept": 9, "oct": 10, "nov": 11, "dec": 12}
	weekdays = numbered("monday tuesday wednesday thursday friday saturday sunday", 1, 1)
)

// relativeDates are dates counted from the day of writing.
var relativeDates = relative(
	"last night", "yesterday", "tomorrow", "next month", "next week", "next year", "last week", "last month",
	"last year", "this week", "this month", "later this year", "earlier this year", "this year", "next summer",
	"next spring", "next autumn", "next fall", "next winter", "this summer", "this spring", "this autumn", "this fall", "last summer",
	"last autumn", "last fall", "last spring", "last winter", "early next year", "later this month", "this weekend", "tonight",
)

// relativeDate is such a date, and its words.
type relativeDate struct {
	phrase string
	words  []string
}

func relative(phrases ...string) []relativeDate {
	all := make([]relativeDate, len(phrases))
	for i, phrase := range phrases {
		all[i] = relativeDate{phrase, strings.Fields(phrase)}
	}
	return all
}

// calendar are days that have a name of their own.
var calendar = []struct {
	words      []string
	month, day int
}{
	{strings.Fields("international women 's day"), 3, 8},
	{strings.Fields("christmas day"), 12, 25}, {strings.Fields("christmas eve"), 12, 24},
	{strings.Fields("new year 's day"), 1, 1}, {strings.Fields("new year 's eve"), 12, 31},
	{strings.Fields("valentine 's day"), 2, 14}, {strings.Fields("halloween"), 10, 31},
	{strings.Fields("boxing day"), 12, 26},
}

// dateAt reads a date: "Thursday, March 8, 2018", "8 March 2018", "March 2018", "the
// following spring".
func dateAt(tokens []Token, at int) (Item, bool) {
	if item, ok := countedAt(tokens, at); ok {
		return item, true
	}
	for _, r := range relativeDates {
		if fits(tokens[at:], r.words) {
			return Item{Class: Date, Date: Day{Relative: r.phrase}, Last: at + len(r.words)}, true
		}
	}
	if item, ok := seasonOfYear(tokens, at); ok {
		return item, true
	}
	for _, c := range calendar {
		if fits(tokens[at:], c.words) {
			d := dateReader{tokens: tokens, at: at + len(c.words), day: Day{Month: c.month, Day: c.day}}
			d.eve()
			d.year()
			return Item{Class: Date, Date: d.day, Years: [2]int{d.day.Year, d.day.Year}, Last: d.at}, true
		}
	}
	if item, ok := numericDate(tokens, at); ok {
		return item, true
	}
	d := dateReader{tokens: tokens, at: at}
	return d.read()
}

// afterSeason may stand behind a season of the year that goes with no noun.
var afterSeason = wordSet("on at and or to with from but when as it they she he for by through via")

// seasonOfYear reads "in spring" and "in the autumn", whose year the day of writing tells.
func seasonOfYear(tokens []Token, at int) (Item, bool) {
	before := func(n int) string { return (&dateReader{tokens: tokens, at: at - n}).lower(0) }
	if seasonMonths[tokens[at].Lower] == 0 || before(1) != "in" && before(1) != "come" && !(before(1) == "the" && before(2) == "in") {
		return Item{}, false
	}
	if next := at + 1; next < len(tokens) && tokens[next].IsWord() && !afterSeason[tokens[next].Lower] {
		return Item{}, false
	}
	return Item{Class: Date, Date: Day{Relative: tokens[at].Lower}, Last: at + 1}, true
}

// eve goes back a day: "Halloween eve".
func (d *dateReader) eve() {
	if d.lower(0) == "eve" && d.day.Day > 1 {
		d.day.Day--
		d.at++
	}
}

// numericDate reads "2018-03-08", "8.3.2018" and "25/12/2018": where the day could as well
// be the month, the year alone.
func numericDate(tokens []Token, at int) (Item, bool) {
	if at+4 >= len(tokens) || tokens[at+1].Text != tokens[at+3].Text || !strings.Contains("-/.", tokens[at+1].Text) {
		return Item{}, false
	}
	var part [3]int
	for i := range part {
		t := tokens[at+2*i]
		v, ok := digits(t.Text)
		if !ok || v != float64(int(v)) || i > 0 && (t.Spaced || tokens[at+2*i-1].Spaced) {
			return Item{}, false
		}
		part[i] = int(v)
	}
	item := Item{Class: Date, Last: at + 5}
	switch {
	case yearAt(tokens, at) > 0 && part[1] <= 12 && part[2] <= 31:
		item.Date = Day{Year: part[0], Month: part[1], Day: part[2]}
	case yearAt(tokens, at+4) == 0 || part[0] > 31 || part[1] > 31 || part[0] == 0 || part[1] == 0:
		return Item{}, false
	case part[0] == part[1] || tokens[at+1].Text == "." && part[1] <= 12 || part[0] > 12 && part[1] <= 12:
		item.Date = Day{Year: part[2], Month: part[1], Day: part[0]}
	case part[1] > 12 && part[0] <= 12:
		item.Date = Day{Year: part[2], Month: part[0], Day: part[1]}
	default:
		item.Date = Day{Year: part[2]}
	}
	item.Years = [2]int{item.Date.Year, item.Date.Year}
	return item, true
}

type dateReader struct {
	tokens []Token
	at     int
	day    Day
}

func (d *dateReader) lower(offset int) string {
	if d.at+offset >= len(d.tokens) || d.at+offset < 0 {
		return ""
	}
	return d.tokens[d.at+offset].Lower
}

func (d *dateReader) read() (Item, bool) {
	start := d.at
	if w, ok := weekdays[d.lower(0)]; ok && d.tokens[d.at].IsCapital() {
		d.day.Weekday = int(w)
		d.at++
		if next := d.lower(0); next == "," || next == "the" {
			if d.monthNext(1) || d.dayNext(1) {
				d.at++
			}
		}
	}
	found := d.monthFirst() || d.dayFirst()
	if !found && d.day.Weekday == 0 {
		return Item{}, false
	}
	if found {
		d.year()
	}
	return Item{Class: Date, Date: d.day, Years: [2]int{d.day.Year, d.day.Year}, First: start, Last: d.at}, true
}

func (d *dateReader) month(offset int) int {
	i := d.at + offset
	if i >= len(d.tokens) || !d.tokens[i].IsCapital() {
		return 0
	}
	if m := months[d.tokens[i].Lower]; m > 0 {
		return int(m)
	}
	return int(shortMon[strings.TrimSuffix(d.tokens[i].Lower, ".")])
}

func (d *dateReader) monthNext(offset int) bool { return d.month(offset) > 0 }

func (d *dateReader) dayNext(offset int) bool {
	return d.dayOfMonth(offset) > 0 && d.month(offset+1) > 0
}

// dayOfMonth is a number from 1 to 31 at an offset, "8" or "8th", else 0.
func (d *dateReader) dayOfMonth(offset int) int {
	i := d.at + offset
	if i >= len(d.tokens) {
		return 0
	}
	v, ok := digits(d.tokens[i].Text)
	if !ok {
		v, ok = ordinal(d.tokens[i])
	}
	if !ok || v < 1 || v > 31 || v != float64(int(v)) {
		return 0
	}
	return int(v)
}

// monthFirst reads "March 8", "September 6 and 7", "March 2018", and "March" alone
// after a word that makes it a month.
func (d *dateReader) monthFirst() bool {
	m := d.month(0)
	if m == 0 {
		return false
	}
	day := d.dayOfMonth(1)
	switch {
	case day > 0:
		d.day.Month, d.day.Day = m, day
		d.at += 2
		if w := d.lower(0); (w == "and" || w == "&") && d.dayOfMonth(1) > 0 && d.month(2) == 0 {
			d.at += 2
		}
	case yearAt(d.tokens, d.at+1) > 0 || d.lower(1) == "of" && yearAt(d.tokens, d.at+2) > 0:
		d.day.Month = m
		d.at++
	case d.day.Weekday == 0 && monthly[d.lower(-1)]:
		d.day.Month = m
		d.at++
	default:
		return false
	}
	return true
}

var monthly = wordSet("in since until till this next last early late mid by of from for throughout before after")

// dayFirst reads "8 March" and "8th of March".
func (d *dateReader) dayFirst() bool {
	day := d.dayOfMonth(0)
	if day == 0 {
		return false
	}
	skip := 1
	if d.lower(1) == "of" {
		skip = 2
	}
	m := d.month(skip)
	if m == 0 {
		return false
	}
	d.day.Month, d.day.Day = m, day
	d.at += skip + 1
	return true
}

func (d *dateReader) year() {
	skip := 0
	if w := d.lower(0); w == "," || w == "of" {
		skip = 1
	}
	if y := yearAt(d.tokens, d.at+skip); y > 0 {
		d.day.Year = y
		d.at += skip + 1
	}
}

// yearAt is a year written in four digits, or 0.
func yearAt(tokens []Token, at int) int {
	if at >= len(tokens) || len(tokens[at].Text) != 4 {
		return 0
	}
	v, ok := digits(tokens[at].Text)
	if !ok || v < 1890 || v > 2099 || v != float64(int(v)) {
		return 0
	}
	return int(v)
}

// quarters are the words that say which part of a year is meant.
var quarters = wordSet("spring summer autumn fall winter christmas easter mid early late")

// quarterAt is how many tokens at a place only say which part of a year is meant: "autumn
// 2020", "the spring of 2021", "mid-2019". It is 0 where no year follows.
func quarterAt(tokens []Token, at int) int {
	if !quarters[tokens[at].Lower] {
		return 0
	}
	n := 1
	if at+n < len(tokens) && (tokens[at+n].Lower == "of" || tokens[at+n].Text == "-") {
		n++
	}
	if yearAt(tokens, at+n) == 0 {
		return 0
	}
	return n
}

// yearItem reads "2015", "2015-16", "the 2015-2016 season", "between 2014 and 2018"
// from its first year on.
func yearItem(tokens []Token, at int) (Item, bool) {
	if n := quarterAt(tokens, at); n > 0 {
		y := yearAt(tokens, at+n)
		return Item{Class: Year, Years: [2]int{y, y}, Last: at + n + 1}, true
	}
	y := yearAt(tokens, at)
	if y == 0 {
		return Item{}, false
	}
	item := Item{Class: Year, Years: [2]int{y, y}, Last: at + 1}
	next := at + 1
	if next < len(tokens) && (tokens[next].Joined || tokens[next].Text == "/" || tokens[next].Text == "-") {
		if !tokens[next].Joined {
			next++
		}
		if end := endYear(tokens, next, y); end > 0 {
			item.Years[1], item.Last = end, next+1
		}
	}
	if item.Last < len(tokens) && (tokens[item.Last].Lower == "season" || tokens[item.Last].Lower == "edition") {
		item.Last++
	}
	return item, true
}

func endYear(tokens []Token, at, from int) int {
	if y := yearAt(tokens, at); y > from {
		return y
	}
	if at < len(tokens) && len(tokens[at].Text) == 2 {
		if v, ok := digits(tokens[at].Text); ok && from/100*100+int(v) > from {
			return from/100*100 + int(v)
		}
	}
	return 0
}
