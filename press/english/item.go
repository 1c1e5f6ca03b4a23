package english

// Class is what a stretch of a sentence is.
type Class string

// The classes of items.
const (
	Word     Class = "word"
	Number   Class = "number"   // 13, thirteen, 2,714
	Ordinal  Class = "ordinal"  // second, 22nd
	Share    Class = "share"    // 17 percent, one-third, half, most
	Money    Class = "money"    // $100 million
	Measure  Class = "measure"  // 52 minutes, ten years, 7pm
	Year     Class = "year"     // 2015, 2015-16
	Date     Class = "date"     // Thursday, March 8; last night
	Season   Class = "season"   // season two, the second season, "seasons 3 and 4"
	Gender   Class = "gender"   // women, a female
	Role     Class = "role"     // director, creator and executive producer
	Did      Class = "did"      // directed, written and directed
	Show     Class = "show"     // premiered, came out
	Product  Class = "product"  // score, screenplay
	Post     Class = "post"     // behind the camera
	Unit     Class = "unit"     // episodes
	Episode  Class = "episode"  // episode 2, the eighth episode, the first three episodes
	Position Class = "position" // the top 250
	Ignore   Class = "ignore"
	Award    Class = "award" // best director
	Person   Class = "person"
	Title    Class = "title"
	Name     Class = "name" // capitalised, of nobody known
)

// Item is a stretch of a sentence that means one thing: a word, or several that
// together are a number, a date, a role …
type Item struct {
	Span
	Class Class
	// First and Last are the tokens it covers, Last not included.
	First, Last int
	// Lower is its first token in lower case, for words and signs.
	Lower string
	// Value is the number; of a share the percentage; of an ordinal its place.
	Value float64
	// Approx says how the words bound the value: "", "more", "less", "about".
	Approx string
	// Vague is the word for a quantity that has no number: "most", "many".
	Vague string
	// Ratio is the number and the whole of a share said by both: "two out of 21".
	Ratio [2]float64
	// Years are the first and last year of a Year or Date; 0 where none is named.
	Years [2]int
	// Date is what a Date says, as far as it does.
	Date Day
	// Seasons are the numbers of a Season; Relative is how it is named without
	// one: "new", "last", "same".
	Seasons  []int
	Relative string
	// Of are genders, roles or the unit; Many says that it is in the plural; Form is
	// that of a verb. Of "one composer in ten" they are the noun's, and Form its class.
	Of   []string
	Many bool
	Form string
	// Name is which mention a Person, Title or Name is.
	Name int
}

// Day is a date as an article gives it.
type Day struct {
	Year, Month, Day int
	// Weekday is 1 for Monday to 7 for Sunday, 0 where none is named.
	Weekday int
	// Relative is a date counted from the day of writing: "last night".
	Relative string
	// Counted says how the year is counted from one that the text has given before.
	Counted Counting
}

// Counting is how a date is counted from another that the text has given.
type Counting int

// The ways of counting: not at all; within its year; to the year after and before; to the next such
// month, whichever year that is in.
const (
	Absolute Counting = iota
	SameYear
	YearAfter
	YearBefore
	NextSuch
)
