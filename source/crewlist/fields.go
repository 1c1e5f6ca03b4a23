package crewlist

import (
	"fmt"
	"maps"
	"slices"
	"strings"

	"rolecall/sheet"

	"rolecall"
)

// field is what a column can be mapped to.
type field string

// The fields; docs/import-crew.md says what each holds.
const (
	titleField       field = "title"
	imdbIDField      field = "imdb_id"
	seasonField      field = "season"
	episodeField     field = "episode"
	episodeNameField field = "episode_name"
	yearField        field = "year"
	releasedField    field = "released"
	roleField        field = "role"
	personField      field = "person"
	personIDField    field = "person_id"
	genderField      field = "gender"
	jobField         field = "job"
	characterField   field = "character"
	billingField     field = "billing"
	networkField     field = "network"
	countryField     field = "country"
	sourceField      field = "source"
)

var fields = []field{
	titleField, imdbIDField, seasonField, episodeField, episodeNameField, yearField, releasedField, roleField,
	personField, personIDField, genderField, jobField, characterField, billingField, networkField, countryField, sourceField,
}

// required are the fields without which a row says nothing.
var required = []field{titleField, roleField, personField}

func parseField(text string) (field, error) {
	if f := field(text); slices.Contains(fields, f) {
		return f, nil
	}
	return "", fmt.Errorf("%q is not something that a column can be: choose one of %s", text, joined(fields))
}

// column is where a field's text comes from.
type column struct {
	// name is the column's in the list, or empty if the text is fixed.
	name, fixed string
	// at is the column's place in the list, or -1 if the text is fixed.
	at    int
	place place
}

// defaultRoles are Rolecall's own words, which need no mapping, as written in
// files ("executive_producer") and as spoken ("executive producer").
func defaultRoles() map[string]rolecall.Role {
	words := make(map[string]rolecall.Role)
	for _, r := range rolecall.Roles() {
		words[string(r)], words[r.Words()] = r, r
	}
	return words
}

func defaultGenders() map[string]rolecall.Gender {
	words := make(map[string]rolecall.Gender)
	for _, g := range rolecall.Genders() {
		words[string(g)] = g
	}
	words[rolecall.Nonbinary.Words()] = rolecall.Nonbinary
	return words
}

// folded is a word as it is looked up in the map: "Directors" is "directors".
func folded(word string) string { return strings.ToLower(strings.TrimSpace(word)) }

// locate finds the mapped columns in the list's first line. The error is a
// *MapError that names the columns there are.
func (m *Map) locate(list string, header []string) (map[field]column, error) {
	names := make([]string, len(header))
	for i, name := range header {
		names[i] = strings.TrimSpace(name)
	}
	located := maps.Clone(m.columns)
	for _, f := range fields {
		c, mapped := located[f]
		if !mapped || c.name == "" {
			continue
		}
		c.at = slices.Index(names, c.name)
		if c.at < 0 {
			return nil, m.faultAt(c.place, "%s has no column %q: it has %s", list, c.name, sheet.Quoted(names))
		}
		if again := slices.Index(names[c.at+1:], c.name); again >= 0 {
			return nil, m.faultAt(c.place, "%s has two columns %q: give one another name", list, c.name)
		}
		located[f] = c
	}
	return located, nil
}

func joined[W ~string](words []W) string {
	plain := make([]string, len(words))
	for i, w := range words {
		plain[i] = string(w)
	}
	return strings.Join(plain, ", ")
}
