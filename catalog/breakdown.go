package catalog

import (
	"fmt"
	"slices"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"rolecall/phrase"
	"rolecall/population"
)

// By is one thing that a population is divided by.
type By string

// What a population can be divided by. A title of several networks, genres or
// countries is in the part of each.
const (
	ByYear    By = "year"
	ByNetwork By = "network"
	ByGenre   By = "genre"
	BySeries  By = "series"
	ByCountry By = "country"
	ByKind    By = "kind"
	// ByLanguage and ByCompany are what titles were made in and by; BySeason is the number
	// of the season, of seasons and episodes.
	ByLanguage By = "language"
	ByCompany  By = "company"
	BySeason   By = "season"
	// ByBudget and ByRevenue go by US dollars, ByLength by minutes.
	ByBudget  By = "budget"
	ByRevenue By = "revenue"
	ByLength  By = "length"
	// ByAge parts the people credited, by how old they were in the year of the title.
	ByAge By = "age"
)

// Bys are all that a population can be divided by.
func Bys() []By {
	return []By{ByYear, ByNetwork, ByGenre, BySeries, ByCountry, ByLanguage, ByCompany, BySeason, ByBudget, ByRevenue, ByLength, ByAge, ByKind}
}

// BysInWords are the words for them, to choose from.
func BysInWords() string { return phrase.Or(words(Bys())) }

// Births is what ages are counted from, Lengths what lengths are.
var (
	Births  = population.Detail{What: "years of birth", Condition: "EXISTS (FROM person WHERE born > 0)", Remedy: "import IMDb"}
	Lengths = population.Detail{What: "lengths", Condition: "minutes > 0", Remedy: "import IMDb, or TMDB"}
)

// ofParts are the details without which there are no parts.
var ofParts = map[By]population.Detail{
	ByNetwork: population.Networks, ByCountry: population.Countries, ByGenre: population.Genres, ByYear: population.Dates,
	ByAge: Births, ByLanguage: population.Languages, ByCompany: population.Companies,
	ByBudget: population.Budgets, ByRevenue: population.Revenues, ByLength: Lengths,
}

// Needs is the detail without which titles cannot be parted so, if there is one.
func (b By) Needs() (detail population.Detail, is bool) {
	detail, is = ofParts[b]
	return detail, is
}

// namesOf are the parts of which a title has names, by the column that they are in.
var namesOf = map[By]string{ByNetwork: "networks", ByGenre: "genres", ByCountry: "countries", ByLanguage: "languages", ByCompany: "companies"}

// Names are the parts in words where a title may be in several by its names: "networks";
// empty where not.
func (b By) Names() string { return namesOf[b] }

// Bounds are where one part ends and the next begins, as whole numbers from the least to
// the greatest, with commas: "30,40,50". The zero Bounds are those that a thing has of
// itself, or none.
type Bounds string

// ownBounds are those of what has some and is asked for without.
var ownBounds = map[By]Bounds{
	ByBudget: "1000000,5000000,20000000,50000000,100000000", ByRevenue: "1000000,5000000,20000000,50000000,100000000",
	ByLength: "60,90,120",
}

// isMeasured reports whether the parts are spans of numbers.
func (b By) isMeasured() bool {
	return b == ByYear || b == ByAge || b == ByBudget || b == ByRevenue || b == ByLength
}

// isMoney reports whether the numbers are dollars.
func (b By) isMoney() bool { return b == ByBudget || b == ByRevenue }

// parseBound reads a bound: a whole number above 0, of dollars with K, M or B behind it too.
func (b By) parseBound(text string) (int64, error) {
	if n, err := population.ParseDollars(text); err == nil && n > 0 && (b.isMoney() || n <= 9999 && strconv.FormatInt(n, 10) == text) {
		return n, nil
	}
	return 0, fmt.Errorf("%q is no bound of parts by %s: give whole numbers such as %s=%s", text, b, b, exampleBounds[b])
}

var exampleBounds = map[By]string{ByYear: "2010,2015", ByAge: "30,40,50", ByBudget: "15M,100M", ByRevenue: "15M,100M", ByLength: "90,120"}

func (b Bounds) numbers() (all []int64) {
	for text := range strings.SplitSeq(string(b), ",") {
		if n, err := strconv.ParseInt(text, 10, 64); err == nil {
			all = append(all, n)
		}
	}
	return all
}

// Side is one thing that a population is divided by, and in which parts.
type Side struct {
	By By
	// Bounds are those asked for.
	Bounds Bounds
}

// bounds are those that hold.
func (s Side) bounds() Bounds {
	if s.Bounds != "" {
		return s.Bounds
	}
	return ownBounds[s.By]
}

// String is the side as it is asked for: "age=30,40".
func (s Side) String() string {
	if s.Bounds == "" {
		return string(s.By)
	}
	return string(s.By) + "=" + string(s.Bounds)
}

// isOrdered reports whether the parts have an order of their own, as years have.
func (s Side) isOrdered() bool { return s.By.isMeasured() || s.By == BySeason }

// overlaps reports whether one title can be in several parts.
func (s Side) overlaps() bool { return s.By == ByAge || s.By.Names() != "" }

// Label is what a part is called, by its key; series has the names of series.
func (s Side) Label(key string, series map[string]string) string {
	from, err := strconv.ParseInt(key, 10, 64)
	switch {
	case s.By == BySeries && series[key] != "":
		return series[key]
	case key == "" || err != nil || !s.By.isMeasured():
		return key
	case s.bounds() == "" && s.By == ByAge:
		return fmt.Sprintf("%d–%d", from, from+9)
	case s.bounds() == "":
		return key
	}
	return s.span(from)
}

// span is the part that begins with a bound, or 0, in words: "30–39", "$15M to under $100M".
func (s Side) span(from int64) string {
	bounds := s.bounds().numbers()
	at := slices.IndexFunc(bounds, func(bound int64) bool { return bound > from })
	switch last := at < 0; {
	case s.By == ByYear && last:
		return fmt.Sprintf("%d and later", from)
	case s.By == ByYear && from == 0:
		return fmt.Sprintf("before %d", bounds[0])
	case s.By.isMoney() && last:
		return population.Dollars(from) + " and over"
	case s.By.isMoney() && from == 0:
		return "under " + population.Dollars(bounds[0])
	case s.By.isMoney():
		return population.Dollars(from) + " to under " + population.Dollars(bounds[at])
	case last:
		return fmt.Sprintf("%d and over", from)
	case from == 0:
		return fmt.Sprintf("under %d", bounds[0])
	case bounds[at] == from+1:
		return strconv.FormatInt(from, 10)
	default:
		return fmt.Sprintf("%d–%d", from, bounds[at]-1)
	}
}

// Breakdown is what a population is divided by: nothing, one thing or, within each part of
// the first, another. The zero Breakdown divides by nothing.
type Breakdown struct{ First, Then Side }

// Alone divides by one thing.
func Alone(by By) Breakdown { return Breakdown{First: Side{By: by}} }

// ParseBreakdown reads what to divide by: "year", "year,genre", "age=30,40,50",
// "year,budget=15M,100M". The error lists the words there are.
func ParseBreakdown(text string) (b Breakdown, err error) {
	if text == "" {
		return b, nil
	}
	var sides []Side
	for _, part := range sidesIn(text) {
		side, err := parseSide(part)
		if err != nil {
			return b, err
		}
		sides = append(sides, side)
	}
	switch {
	case len(sides) > 2:
		return b, fmt.Errorf("a table has two sides: %s are %d", text, len(sides))
	case len(sides) == 2 && sides[0].By == sides[1].By:
		return b, fmt.Errorf("%s within %s is the same twice: name another", sides[0].By, sides[1].By)
	case len(sides) == 2:
		b.Then = sides[1]
	}
	b.First = sides[0]
	return b, nil
}

// sidesIn divides what is asked for at the commas behind which no further bound stands.
func sidesIn(text string) (all []string) {
	for word := range strings.SplitSeq(text, ",") {
		last := len(all) - 1
		if last >= 0 && strings.Contains(all[last], "=") && !isWord(word) {
			all[last] += "," + word
		} else {
			all = append(all, word)
		}
	}
	return all
}

// isWord reports whether something begins with a letter, as no bound does.
func isWord(text string) bool {
	first, _ := utf8.DecodeRuneInString(strings.TrimSpace(text))
	return unicode.IsLetter(first)
}

// parseSide reads one side: "age=30,40".
func parseSide(text string) (side Side, err error) {
	name, bounds, isBounded := strings.Cut(text, "=")
	side.By = By(strings.TrimSpace(name))
	switch {
	case !slices.Contains(Bys(), side.By):
		return side, fmt.Errorf("%q is nothing to break down by: choose %s", strings.TrimSpace(name), BysInWords())
	case !isBounded:
		return side, nil
	case !side.By.isMeasured():
		measured := slices.DeleteFunc(Bys(), func(b By) bool { return !b.isMeasured() })
		return side, fmt.Errorf("%s has no bounds: they are those of %s", side.By, phrase.And(words(measured)))
	}
	var all []string
	before := int64(0)
	for text := range strings.SplitSeq(bounds, ",") {
		bound, err := side.By.parseBound(strings.TrimSpace(text))
		if err != nil {
			return side, err
		}
		if bound <= before {
			return side, fmt.Errorf("the bounds of %s go from the least to the greatest: %s is no more than the one before", side.By, strings.TrimSpace(text))
		}
		all, before = append(all, strconv.FormatInt(bound, 10)), bound
	}
	side.Bounds = Bounds(strings.Join(all, ","))
	return side, nil
}

// sides are those that divide.
func (b Breakdown) sides() []Side {
	return slices.DeleteFunc([]Side{b.First, b.Then}, func(s Side) bool { return s.By == "" })
}

// String is the breakdown as it is asked for: "year,genre".
func (b Breakdown) String() string {
	return strings.Join(phrase.Each(b.sides(), Side.String), ",")
}

// Words are what it is divided by, for people: "year and genre".
func (b Breakdown) Words() string {
	return phrase.And(phrase.Each(b.sides(), func(s Side) string { return string(s.By) }))
}

// IsWhole reports that nothing is divided.
func (b Breakdown) IsWhole() bool { return b == Breakdown{} }

// Is reports whether one thing divides alone, in the parts that it has of itself.
func (b Breakdown) Is(by By) bool { return b == Alone(by) }

// Has reports whether something is among what divides.
func (b Breakdown) Has(by By) bool { return b.First.By == by || b.Then.By == by }

// AreSpans reports whether spans of years alone divide, so that one can be compared with another.
func (b Breakdown) AreSpans() bool {
	return b.First.By == ByYear && b.First.Bounds != "" && b.Then.By == ""
}

// IsOrdered reports whether the parts have an order of their own, as years have.
func (b Breakdown) IsOrdered() bool { return !b.IsWhole() && b.First.isOrdered() }

// Overlaps reports whether one title can be in several parts.
func (b Breakdown) Overlaps() bool { return slices.ContainsFunc(b.sides(), Side.overlaps) }

// ofTitles is what divides titles, without what divides people.
func (b Breakdown) ofTitles() Breakdown {
	switch ByAge {
	case b.First.By:
		return Breakdown{First: b.Then}
	case b.Then.By:
		return Breakdown{First: b.First}
	}
	return b
}

// age is the side that divides people, if there is one.
func (b Breakdown) age() (side Side, is bool) {
	for _, s := range b.sides() {
		if s.By == ByAge {
			return s, true
		}
	}
	return side, false
}

// Key is which part something is in, by each side; empty where that is not known, or where
// nothing divides.
type Key struct{ First, Then string }

// between stands between the keys of two sides in SQL.
const between = "\x1f"

// Scan reads a key of SQL.
func (k *Key) Scan(from any) error {
	text, is := from.(string)
	if !is {
		return fmt.Errorf("%v is no key of a part", from)
	}
	k.First, k.Then, _ = strings.Cut(text, between)
	return nil
}

// joinedKey is the key of two sides in SQL.
func joinedKey(first, then string) string {
	return first + ` || chr(` + strconv.Itoa(int(between[0])) + `) || ` + then
}

// keyOf is the part that a title is in on a side, as text, empty where not known; a list
// of parts for what overlaps.
func keyOf(c columns, side Side) string {
	if names := side.By.Names(); names != "" {
		return `lines(` + c.Names(names) + `)`
	}
	switch side.By {
	case ByYear:
		return side.known(c.Year())
	case ByBudget, ByRevenue:
		return side.known(c.Own(string(side.By)))
	case ByLength:
		return side.known(c.Own(`minutes`))
	case BySeason:
		return `CASE WHEN ` + c.Kind() + ` IN ('season', 'episode') AND ` + c.Season() + ` >= 0 THEN (` + c.Season() + `)::VARCHAR ELSE '' END`
	case BySeries:
		return c.seriesID()
	case ByKind:
		return `t.kind::VARCHAR`
	}
	return `''`
}

// known is the part of a number, where it is above 0.
func (s Side) known(number string) string {
	return `CASE WHEN ` + number + ` > 0 THEN ` + s.spanOf(number) + ` ELSE '' END`
}

// spanOf is the bound that a number is from or, without bounds, the number itself.
func (s Side) spanOf(number string) string {
	bounds := s.bounds().numbers()
	if len(bounds) == 0 {
		return `(` + number + `)::VARCHAR`
	}
	text, from := `CASE`, int64(0)
	for _, bound := range bounds {
		text += fmt.Sprintf(` WHEN %s < %d THEN '%d'`, number, bound, from)
		from = bound
	}
	return text + fmt.Sprintf(` ELSE '%d' END`, from)
}

// choices is the query for titles with their keys, from one for what they are on each side.
func (b Breakdown) choices(from string) string {
	sides := b.sides()
	if len(sides) == 0 {
		return `SELECT number, kind, leaves, '' AS key FROM (` + from + `)`
	}
	for i, side := range sides {
		if side.overlaps() {
			key := fmt.Sprintf(`key%d`, i)
			from = `SELECT * REPLACE (unnest(CASE WHEN len(` + key + `) = 0 THEN [''] ELSE list_distinct(` + key + `) END) AS ` + key + `) FROM (` + from + `)`
		}
	}
	key := `key0`
	if len(sides) == 2 {
		key = joinedKey(`key0`, `key1`)
	}
	return `SELECT number, kind, leaves, ` + key + ` AS key FROM (` + from + `)`
}

// keysOf are the columns of what titles are on each side.
func (b Breakdown) keysOf(c columns) (text string) {
	for i, side := range b.sides() {
		text += fmt.Sprintf(`, %s AS key%d`, keyOf(c, side), i)
	}
	return text
}
