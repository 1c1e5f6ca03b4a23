package reconcile

import (
	"context"
	"slices"
	"strings"

	"rolecall"
	"rolecall/phrase"
)

// Property is something that rows say of titles and people, and that columns can be
// added of.
type Property struct {
	ID          string `json:"id"`
	Name        string `json:"name"`
	Description string `json:"description,omitempty"`

	ofTitles, ofPeople bool
	// compare says how a candidate accords with what a row says; nil where it is not for
	// matching.
	compare func(context.Context, *look, *candidate, []value) (accord, error)
	// telling says that accord tells an entity from others of its name.
	telling bool
	// column is what stands in a column, nil where there is none.
	column func(context.Context, *entity) ([]Cell, error)
}

// properties are all there are, those that people ask for most first.
var properties []Property

func init() { // the table speaks of functions that look into it
	properties = slices.Concat(
		[]Property{
			{ID: "year", Name: "year", Description: "of a title, of first showing; of a person, in which they are credited", ofTitles: true, ofPeople: true,
				compare: compareYear, telling: true, column: columnYear},
			{ID: "kind", Name: "kind", Description: "film, series, season or episode", ofTitles: true, compare: compareKind, column: columnKind},
			{ID: "released", Name: "release date", Description: "the day of first showing", ofTitles: true, compare: compareReleased, telling: true, column: columnReleased},
			{ID: "known_for", Name: "known for", Description: "a title that a person is credited on; as a column, the one they are best known for", ofPeople: true,
				compare: compareKnownFor, telling: true, column: columnKnownFor},
			{ID: "role", Name: "role", Description: "a role that a person is credited in: director, writer, cast …", ofPeople: true, compare: compareRole, column: columnRoles},
			{ID: "gender", Name: "gender", Description: "woman, man, nonbinary or unknown, as sources state it and never guessed", ofPeople: true, column: columnGender},
			{ID: "gender_wording", Name: "gender: wording", Description: "what the sources that decide say, in their own words", ofPeople: true, column: columnWording},
			{ID: "gender_source", Name: "gender: source", Description: "which sources decide", ofPeople: true, column: columnGenderSource},
			{ID: "gender_reference", Name: "gender: reference", Description: "the addresses of the pages that they cite", ofPeople: true, column: columnReference},
			{ID: "gender_referenced", Name: "gender: has a reference", Description: "yes or no: whether a page is cited for it", ofPeople: true, column: columnReferenced},
			{ID: "series", Name: "series", Description: "the series of a season or episode", ofTitles: true, compare: compareSeries, telling: true, column: columnSeries},
			{ID: "season", Name: "season", Description: "the number of a season, or of an episode's", ofTitles: true, compare: compareSeason, telling: true, column: columnSeason},
			{ID: "episode", Name: "episode", Description: "the number of an episode within its season", ofTitles: true, compare: compareEpisode, column: columnEpisode},
			{ID: "episodes", Name: "episodes", Description: "how many episodes the catalog has", ofTitles: true, column: columnEpisodes},
			{ID: "network", Name: "network", ofTitles: true, compare: compareNetwork, column: columnNetworks},
			{ID: "country", Name: "country", ofTitles: true, compare: compareCountry, column: columnCountries},
			{ID: "genre", Name: "genre", ofTitles: true, compare: compareGenre, column: columnGenres},
			{ID: "original_name", Name: "original name", Description: "the name in a title's own language or a person's own script, where it differs", ofTitles: true, ofPeople: true, column: columnOriginalName},
			scheme(rolecall.IMDbID, "IMDb", "tt2357547, nm0742107"),
			scheme(rolecall.WikidataID, "Wikidata", "Q27600"),
			scheme(rolecall.TMDBID, "TMDB", "the address of a page there"),
			{ID: "headline", Name: "headline", Description: "who directed it, in a sentence", ofTitles: true, column: columnHeadline},
			{ID: "catalog", Name: "catalog", Description: "the hash of the catalog that the answers are from, to cite with them", ofTitles: true, ofPeople: true, column: columnCatalog},
		},
		perRole(),
	)
}

// scheme is the property of an identifier elsewhere.
func scheme(of rolecall.Scheme, name, example string) Property {
	return Property{ID: string(of), Name: name + " identifier", Description: "such as " + example, ofTitles: true, ofPeople: true,
		compare: compareIdentifier(of), telling: true, column: columnIdentifier(of)}
}

// perRole are the properties of each role: who holds it, and how many of them are women,
// with what is not known as bounds.
func perRole() (all []Property) {
	for _, role := range rolecall.Roles() {
		all = append(all, Property{ID: string(role), Name: role.Words(), Description: "who is credited as that on a title", ofTitles: true,
			compare: compareCredited(role), telling: true, column: columnCredited(role)})
	}
	for _, role := range rolecall.Roles() {
		for _, figure := range figures {
			all = append(all, Property{ID: string(role) + "_" + figure.id, Name: role.Words() + ": " + figure.name, Description: figure.about(role), ofTitles: true,
				column: columnFigure(role, figure)})
		}
	}
	return all
}

// figure is one number about who holds a role.
type figure struct {
	id, name, words string
	of              func(people rolecall.Tally, perTitle rolecall.PerTitle) Cell
}

func (f figure) about(role rolecall.Role) string {
	return strings.ReplaceAll(f.words, "ROLE", role.Plural())
}

// figures are the share of women as the four figures of the method, and the same as guilds
// count it.
var figures = []figure{
	{"women", "women", "women among the ROLE, as “3–8 of 10” where not all are stated", func(p rolecall.Tally, _ rolecall.PerTitle) Cell {
		return text(p.Count(rolecall.Woman).String())
	}},
	{"share_lower", "share of women, lower bound", "from 0 to 1, if nobody of whom nothing is stated is a woman", func(p rolecall.Tally, _ rolecall.PerTitle) Cell {
		return fraction(p.Count(rolecall.Woman).Share().Lower)
	}},
	{"share_upper", "share of women, upper bound", "from 0 to 1, if everybody of whom nothing is stated is a woman", func(p rolecall.Tally, _ rolecall.PerTitle) Cell {
		return fraction(p.Count(rolecall.Woman).Share().Upper)
	}},
	{"share_known", "share of women among those stated", "from 0 to 1; tell it with the coverage only", func(p rolecall.Tally, _ rolecall.PerTitle) Cell {
		return fraction(p.Count(rolecall.Woman).Share().Known)
	}},
	{"coverage", "coverage", "of how many ROLE a gender is stated, from 0 to 1", func(p rolecall.Tally, _ rolecall.PerTitle) Cell {
		return fraction(p.Count(rolecall.Woman).Share().Coverage)
	}},
	{"episodes", "films or episodes with a woman", "on how many films or episodes a woman is among the ROLE", func(_ rolecall.Tally, t rolecall.PerTitle) Cell {
		return text(t.Any(rolecall.Woman).String())
	}},
}

func propertyOf(id string) (Property, bool) {
	i := slices.IndexFunc(properties, func(p Property) bool { return p.ID == id })
	if i < 0 {
		return Property{}, false
	}
	return properties[i], true
}

func isComparable(p Property) bool { return p.compare != nil }
func isColumn(p Property) bool     { return p.column != nil }

// those are the properties that are as asked and that entities of a type may have; of any
// type where it is empty.
func those(is func(Property) bool, typeID string) (all []Property) {
	for _, p := range properties {
		isOf := typeID == "" || p.ofPeople && typeID == personType || p.ofTitles && typeID != personType
		if is(p) && isOf {
			all = append(all, p)
		}
	}
	return all
}

func comparableWords() string {
	return strings.Join(phrase.Each(those(isComparable, ""), func(p Property) string { return p.ID }), ", ")
}
