package population

import (
	_ "embed"
	"encoding/csv"
	"fmt"
	"strings"

	"rolecall/phrase"
)

// Several countries go by one name. The members of the European Union are those of 2026, by
// Eurostat's glossary (ec.europa.eu/eurostat/statistics-explained, "European Union (EU)", read
// 2026-11-28), the Nordic countries those of the Nordic Council
// (simple.wikipedia.org/wiki/Nordic_Council, read 2026-11-28). Each is there by the names that
// Wikidata has for it and by the code that TMDB has. The United Kingdom is not of the Union,
// whenever a title is from.

//go:embed countries.csv
var countriesTable string

// groupWords are the groups as a sentence has them.
var groupWords = map[string]string{"EU": "the European Union", "Nordic": "the Nordic countries"}

// countryGroups are the names and codes of the countries of each group, by its name in small
// letters.
var countryGroups = func() map[string][]string {
	rows, err := csv.NewReader(strings.NewReader(countriesTable)).ReadAll()
	if err != nil {
		panic(fmt.Errorf("countries.csv: %w", err)) // the file is embedded
	}
	groups := make(map[string][]string)
	for _, row := range rows[1:] {
		group := strings.ToLower(row[0])
		for _, name := range row[1:] {
			if name != "" {
				groups[group] = append(groups[group], name)
			}
		}
	}
	return groups
}()

// eachCountry are countries with those of a group for its name.
func eachCountry(names []string) (all []string) {
	for _, name := range names {
		if members, is := countryGroups[strings.ToLower(strings.TrimSpace(name))]; is {
			all = append(all, members...)
			continue
		}
		all = append(all, name)
	}
	return all
}

// countriesWords are countries and groups as a sentence has them.
func countriesWords(names []string) string {
	return phrase.Or(phrase.Each(names, func(name string) string {
		for group, words := range groupWords {
			if strings.EqualFold(group, strings.TrimSpace(name)) {
				return words
			}
		}
		return name
	}))
}
