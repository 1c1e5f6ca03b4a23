package english

// seasonMonths are the months in the middle of the seasons of a year.
var seasonMonths = map[string]int{"spring": 4, "summer": 7, "autumn": 10, "fall": 10, "winter": 12}

// countedAt reads a date that is counted from another: "that October", "the same year", "the
// following spring", "a year later", "the August after", "the year before".
func countedAt(tokens []Token, at int) (Item, bool) {
	d := dateReader{tokens: tokens, at: at}
	for w := d.lower(0); w == "later" || w == "earlier" || w == "early" || w == "late"; w = d.lower(0) {
		d.at++
	}
	switch first, second := d.lower(0), d.lower(1); {
	case first == "that" && second == "same", first == "the" && second == "same":
		return d.counted(2, SameYear)
	case first == "that":
		return d.counted(1, SameYear)
	case first == "the" && (second == "following" || second == "next"):
		return d.counted(2, NextSuch)
	case first == "the" && second == "previous":
		return d.counted(2, YearBefore)
	case first == "the" || first == "a" || first == "one" || first == "exactly":
		return d.countedBehind()
	}
	return Item{}, false
}

// counted reads the year, month or season behind the words that count.
func (d *dateReader) counted(skip int, how Counting) (Item, bool) {
	month, isYear := d.month(skip), d.lower(skip) == "year"
	if month == 0 && !isYear && seasonMonths[d.lower(skip)] == 0 {
		return Item{}, false
	}
	if how == NextSuch && isYear {
		how = YearAfter
	}
	return Item{Class: Date, Date: Day{Month: month, Relative: seasonOnly(d.lower(skip)), Counted: how}, Last: d.at + skip + 1}, true
}

// seasonOnly is a word where it is a season of the year.
func seasonOnly(word string) string {
	if seasonMonths[word] > 0 {
		return word
	}
	return ""
}

// countedBehind reads what has the word that counts at its end: "a year later", "the spring
// after".
func (d *dateReader) countedBehind() (Item, bool) {
	how, last := Absolute, d.at+3
	switch d.lower(2) {
	case "later", "afterwards", "on", "hence", "after":
		how = YearAfter
		if next := d.lower(3); (d.lower(2) == "after" || d.lower(2) == "on") && next != "that" && last < len(d.tokens) && d.tokens[last].IsWord() && !d.tokens[last].IsCapital() {
			return Item{}, false // "a year after the war"
		}
		if d.lower(2) == "after" && d.lower(3) == "that" {
			last++
		}
	case "before", "earlier":
		how = YearBefore
		if last < len(d.tokens) && d.tokens[last].IsWord() && !d.tokens[last].IsCapital() {
			return Item{}, false
		}
	default:
		return Item{}, false
	}
	month, season := d.month(1), seasonOnly(d.lower(1))
	switch {
	case d.lower(1) == "year":
	case d.lower(0) != "the" || month == 0 && season == "":
		return Item{}, false
	case how == YearAfter:
		how = NextSuch
	}
	return Item{Class: Date, Date: Day{Month: month, Relative: season, Counted: how}, Last: last}, true
}

// From is the day that one which is counted from another means, with the year; the month of a
// season is left out. It is false where the other has no year.
func (d Day) From(other Day) (Day, bool) {
	if other.Year == 0 || d.Counted == Absolute {
		return Day{}, false
	}
	month := d.Month
	if month == 0 {
		month = seasonMonths[d.Relative]
	}
	day := Day{Year: other.Year, Month: d.Month, Day: d.Day}
	switch d.Counted {
	case YearAfter:
		day.Year++
	case YearBefore:
		day.Year--
	case NextSuch:
		if other.Month == 0 || month <= other.Month {
			day.Year++
		}
	}
	return day, true
}
