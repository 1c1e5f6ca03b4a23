package population

import (
	"cmp"
	"fmt"
	"slices"
)

// Words is the population as a sentence uses it: "seasons of 6 or more episodes
// first shown 2010–2018 on Netflix".
func (p Population) Words() string { return p.WordsOf("titles") }

// WordsOf is Words where another noun than "titles" says what is counted if no
// kind is asked for.
func (p Population) WordsOf(noun string) string {
	text := noun
	if p.Kind != "" {
		text = p.Kind.Plural()
	}
	for _, f := range inSentence {
		if f.words != nil && f.Asked(p) {
			text += f.words(p)
		}
	}
	for _, f := range inSentence {
		if f.around != nil && f.Asked(p) {
			text = f.around(p, text)
		}
	}
	return text
}

// inSentence are the fields in the order of a sentence.
var inSentence = slices.SortedStableFunc(slices.Values(fields), func(a, b Field) int { return cmp.Compare(a.place, b.place) })

// datesWords say both bounds of the dates, as one goes with the other.
func datesWords(p Population) string {
	from, to := p.From.Words(), p.To.Words()
	switch {
	case to == "":
		return " first shown since " + from
	case from == to:
		return " first shown in " + from
	case p.From.Month == 0 && p.To.Month == 0:
		return fmt.Sprintf(" first shown %s–%s", from, to)
	}
	return fmt.Sprintf(" first shown from %s to %s", from, to)
}

// upToWords say the upper bound where there is no lower.
func upToWords(p Population) string {
	if !p.From.IsZero() {
		return ""
	}
	return " first shown up to " + p.To.Words()
}
