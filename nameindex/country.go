package nameindex

import (
	"cmp"
	"regexp"
	"slices"
	"strings"
)

// countries are ways to write a country beside a title, by what it is called here:
// its name, what comes from there, and its abbreviations.
var countries = func() map[string]string {
	ways := make(map[string]string)
	for name, others := range map[string]string{
		"United States":  "us, usa, america, american, united states of america",
		"United Kingdom": "uk, gb, britain, british, great britain, england, english",
		"Australia":      "australian, au", "Austria": "austrian", "Belgium": "belgian", "Brazil": "brazilian",
		"Canada": "canadian, ca", "China": "chinese, people's republic of china", "Czech Republic": "czech, czechia", "Denmark": "danish", "Finland": "finnish",
		"France": "french, fr", "Germany": "german", "Hong Kong": "", "India": "indian", "Ireland": "irish, ie", "Israel": "israeli",
		"Italy": "italian", "Japan": "japanese, jp", "Mexico": "mexican", "Netherlands": "dutch, the netherlands", "New Zealand": "nz",
		"Norway": "norwegian", "Philippines": "philippine, filipino", "Poland": "polish", "Portugal": "portuguese", "Russia": "russian",
		"South Africa": "south african", "South Korea": "south korean, korean, korea, kr, republic of korea", "Spain": "spanish",
		"Sweden": "swedish, se", "Switzerland": "swiss", "Taiwan": "taiwanese", "Thailand": "thai", "Turkey": "turkish, türkiye",
	} {
		ways[strings.ToLower(name)] = name
		for way := range strings.SplitSeq(others, ", ") {
			if way != "" {
				ways[way] = name
			}
		}
	}
	return ways
}()

// countryPhrase finds the ways that are several words, the longer first.
var countryPhrase = func() *regexp.Regexp {
	var phrases []string
	for way := range countries {
		if strings.Contains(way, " ") {
			phrases = append(phrases, regexp.QuoteMeta(way))
		}
	}
	slices.SortFunc(phrases, func(a, b string) int { return cmp.Or(len(b)-len(a), cmp.Compare(a, b)) })
	return regexp.MustCompile(`\b(?:` + strings.Join(phrases, "|") + `)\b`)
}()

// CountryOf is the country that a word or name stands for, or empty: "US", "American"
// and "United States of America" are one.
func CountryOf(word string) string {
	return countries[strings.ReplaceAll(strings.ToLower(strings.TrimSpace(word)), ".", "")]
}
