package reconcile_test

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"maps"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"rolecall"
	"rolecall/reconcile"
	"rolecall/source"
)

// fillNamesakes fills a catalog, which was not picked by hand, with things of one name.
func fillNamesakes(_ context.Context, sink source.Sink) error {
	film := func(id, name string, year int) error {
		return sink.AddTitle(rolecall.Title{ID: id, Kind: rolecall.Film, Name: name, Year: year, Countries: []string{"France"}})
	}
	person := func(id, name, native string) error {
		return sink.AddPerson(rolecall.Person{ID: id, Name: name, NativeName: native})
	}
	directs := func(person, title string) error {
		return sink.AddCredit(rolecall.Credit{TitleID: title, PersonID: person, Role: rolecall.Director, Scope: rolecall.OfTitle, Citations: []string{"page"}})
	}
	return errors.Join(
		sink.AddSource(rolecall.Source{ID: "s", Name: "A source"}),
		sink.AddPage(rolecall.Page{Key: "page", Source: "s", Address: "https://example.org/she"}),
		film("tt0000001", "Hunger", 1966), film("tt0000002", "Hunger", 2008), film("tt0000003", "Hunger", 2009),
		film("tt0000004", "Паразиты", 2019), film("tt0000005", "Only Once", 2001), film("tt0000006", "Undated", 0), film("same", "Same", 2000),
		person("nm0000001", "Steve McQueen", ""), person("nm0000002", "Steve McQueen", ""), person("nm0000003", "Only Me", "봉준호"), person("same", "Same", ""),
		directs("nm0000001", "tt0000002"), directs("nm0000002", "tt0000001"), directs("nm0000003", "tt0000004"), directs("same", "same"),
		sink.AddStatement(rolecall.Statement{PersonID: "nm0000001", Gender: rolecall.Man, Wording: "he", Precedence: rolecall.Citation, Source: "s", Citation: "page"}),
		sink.AddStatement(rolecall.Statement{PersonID: "nm0000003", Gender: rolecall.Man, Wording: "male", Precedence: rolecall.WikidataNormal, Source: "s"}),
		sink.AddStatement(rolecall.Statement{PersonID: "nm0000003", Gender: rolecall.Woman, Wording: "female", Precedence: rolecall.WikidataNormal, Source: "s"}),
	)
}

// A match is sure where something beside the name tells it from all others of the name, and
// nothing speaks against it; and never else.
func TestWhatIsASureMatch(t *testing.T) {
	a := ofNamesakes(t)
	for _, c := range []struct{ why, query, sure, first string }{
		{"two people of a name", `{"query": "Steve McQueen", "type": "person"}`, "", "nm0000001"},
		{"one is credited on the title", `{"query": "Steve McQueen", "type": "person", "properties": [{"pid": "known_for", "v": "Hunger (2008)"}]}`, "nm0000001", ""},
		{"the title as matched before", `{"query": "steve mcqueen", "type": "person", "properties": [{"pid": "known_for", "v": {"id": "tt0000001", "name": "Hunger"}}]}`, "nm0000002", ""},
		{"both are credited on titles of that name", `{"query": "Steve McQueen", "type": "person", "properties": [{"pid": "known_for", "v": "Hunger"}]}`, "", "nm0000001"},
		{"a role alone tells nobody from others", `{"query": "Steve McQueen", "type": "person", "properties": [{"pid": "role", "v": "director"}]}`, "", "nm0000001"},
		{"a person by name alone, though there is one", `{"query": "Only Me", "type": "person"}`, "", "nm0000003"},
		{"a person by name, credited on another title", `{"query": "Only Me", "type": "person", "properties": [{"pid": "known_for", "v": "Only Once"}]}`, "", "nm0000003"},
		{"a person in their own script, with a title in its own", `{"query": "봉준호", "properties": [{"pid": "known_for", "v": "паразиты"}]}`, "nm0000003", ""},
		{"a title in its own script", `{"query": "ПАРАЗИТЫ", "properties": [{"pid": "year", "v": 2019}]}`, "tt0000004", ""},
		{"the only title of a name", `{"query": "only once"}`, "tt0000005", ""},
		{"the only title of a name, of another year", `{"query": "Only Once", "properties": [{"pid": "year", "v": "1950"}]}`, "", "tt0000005"},
		{"a year more is not the year", `{"query": "Only Once", "properties": [{"pid": "year", "v": "2002"}]}`, "", "tt0000005"},
		{"a year more, and the director", `{"query": "Паразиты", "properties": [{"pid": "year", "v": "2020"}, {"pid": "director", "v": "Only Me"}]}`, "tt0000004", ""},
		{"several titles of a name", `{"query": "Hunger", "type": "film"}`, "", "tt0000001"},
		{"the year tells", `{"query": "Hunger", "type": "film", "properties": [{"pid": "year", "v": "2008-10-31T00:00:00Z"}]}`, "tt0000002", ""},
		{"the year in the text tells", `{"query": "Hunger (2009)"}`, "tt0000003", ""},
		{"the director tells", `{"query": "Hunger", "properties": [{"pid": "director", "v": "Steve McQueen; Nobody Else"}, {"pid": "year", "v": 1966}]}`, "tt0000001", ""},
		{"a director who did not", `{"query": "Hunger", "properties": [{"pid": "year", "v": 2008}, {"pid": "director", "v": "Only Me"}]}`, "", "tt0000003"},
		{"a name that is only near", `{"query": "Hungar", "properties": [{"pid": "year", "v": 2008}]}`, "", "tt0000002"},
		{"one of several years", `{"query": "Hunger", "type": "film", "properties": [{"pid": "year", "v": [1950, "2008"]}]}`, "tt0000002", ""},
		{"the only title of a name, whose year is not held", `{"query": "Undated", "properties": [{"pid": "year", "v": "2024"}]}`, "", "tt0000006"},
		{"the same by the name alone", `{"query": "Undated"}`, "tt0000006", ""},
		{"two identifiers", `{"properties": [{"pid": "imdb", "v": ["tt0000001", "tt0000002"]}]}`, "", "tt0000001"},
		{"an identifier", `{"query": "tt0000003"}`, "tt0000003", ""},
		{"an identifier and the name", `{"query": "Hunger", "properties": [{"pid": "imdb", "v": "https://www.imdb.com/title/tt0000003/"}]}`, "tt0000003", ""},
		{"an identifier of another name", `{"query": "Something Else", "properties": [{"pid": "imdb", "v": "tt0000003"}]}`, "", "tt0000003"},
		{"an identifier of another kind", `{"query": "tt0000003", "type": "person"}`, "", ""},
		{"no type that is both", `{"query": "Hunger", "type": ["film", "person"], "type_strict": "all"}`, "", ""},
		{"nothing asked", `{"query": " "}`, "", ""},
	} {
		found := a.match(c.query)
		sure := ""
		for i, f := range found {
			if f.Match {
				if i > 0 {
					t.Errorf("%s: a sure match in place %d", c.why, i+1)
				}
				sure += f.ID
			}
		}
		first := c.sure
		if len(found) > 0 {
			first = found[0].ID
		}
		if sure != c.sure || c.sure == "" && first != c.first {
			t.Errorf("%s: surely %q, want %q; first %q, want %q", c.why, sure, c.sure, first, c.first)
		}
		if !slices.IsSortedFunc(found, func(a, b reconcile.Candidate) int { return int(100*b.Score) - int(100*a.Score) }) {
			t.Errorf("%s: not by score: %+v", c.why, found)
		}
	}
}

// In a catalog picked by hand a name alone is no match: what else bears it is not held.
func TestAHandPickedCatalogMatchesNothingByNameAlone(t *testing.T) {
	a := ofStarter(t)
	for query, want := range map[string]bool{
		`{"query": "Lady Bird"}`: false,
		`{"query": "Lady Bird", "properties": [{"pid": "year", "v": "2017"}]}`:                             true,
		`{"query": "Lady Bird", "properties": [{"pid": "year", "v": "1998"}]}`:                             false,
		`{"query": "Lady Bird", "properties": [{"pid": "kind", "v": "movie"}]}`:                            false,
		`{"query": "Lady Bird", "properties": [{"pid": "kind", "v": "series"}]}`:                           false,
		`{"query": "Jessica Jones s2"}`:                                                                    true,
		`{"query": "Jessica Jones, season 9"}`:                                                             false,
		`{"query": "Jessica Jones 2x04"}`:                                                                  true,
		`{"query": "Jessica Jones", "type": "season", "properties": [{"pid": "season", "v": "Season 2"}]}`: true,
		`{"query": "Jessica Jones", "type": "season"}`:                                                     false,
	} {
		found := a.match(query)
		if got := len(found) > 0 && found[0].Match; got != want {
			t.Errorf("%s: sure %v, want %v: %+v", query, got, want, found)
		}
	}
}

// An identifier is one entity's alone, even where a title and a person have the same.
func TestIdentifiersAreOfOneEntity(t *testing.T) {
	a := ofNamesakes(t)
	ids := map[string]string{}
	for _, f := range a.match(`{"query": "Same"}`) {
		ids[f.ID] = f.Type[0].ID
	}
	if !maps.Equal(ids, map[string]string{"same": "film", "person:same": "person"}) {
		t.Errorf("candidates: %v", ids)
	}
	x := read[reconcile.Extension](t, a.post("extend", `{"ids": ["same", "person:same"], "properties": [{"id": "kind"}, {"id": "gender"}, {"id": "director"}]}`))
	for id, want := range map[string]string{
		"same":        `{"director":[{"id":"person:same","name":"Same"}],"gender":[],"kind":[{"str":"film"}]}`,
		"person:same": `{"director":[],"gender":[{"str":"unknown"}],"kind":[]}`,
	} {
		if got, _ := json.Marshal(x.Rows[id]); string(got) != want {
			t.Errorf("%s: %s, want %s", id, got, want)
		}
	}
}

// A gender is what sources state, in their words; unknown and disputed are answers.
func TestColumnsOfGender(t *testing.T) {
	a := ofNamesakes(t)
	x := read[reconcile.Extension](t, a.post("extend", `{"ids": ["nm0000001", "nm0000002", "nm0000003", "tt0000002"],
		"properties": [{"id": "gender"}, {"id": "gender_wording"}, {"id": "gender_source"}, {"id": "gender_reference"}, {"id": "gender_referenced"}, {"id": "director_women"}, {"id": "director_share_known"}]}`))
	for id, want := range map[string]string{
		"nm0000001": `{"director_share_known":[],"director_women":[],"gender":[{"str":"man"}],"gender_reference":[{"str":"https://example.org/she"}],"gender_referenced":[{"str":"yes"}],"gender_source":[{"str":"A source"}],"gender_wording":[{"str":"he"}]}`,
		"nm0000002": `{"director_share_known":[],"director_women":[],"gender":[{"str":"unknown"}],"gender_reference":[],"gender_referenced":[],"gender_source":[],"gender_wording":[]}`,
		"nm0000003": `{"director_share_known":[],"director_women":[],"gender":[{"str":"unknown"}],"gender_reference":[],"gender_referenced":[{"str":"no"}],"gender_source":[{"str":"A source"}],"gender_wording":[{"str":"female"},{"str":"male"}]}`,
		"tt0000002": `{"director_share_known":[{"float":0}],"director_women":[{"str":"0 of 1"}],"gender":[],"gender_reference":[],"gender_referenced":[],"gender_source":[],"gender_wording":[]}`,
	} {
		if got, _ := json.Marshal(x.Rows[id]); string(got) != want {
			t.Errorf("%s: %s, want %s", id, got, want)
		}
	}
	if strings.Contains(a.post("queries", `{"q": {"query": "Steve McQueen", "properties": [{"pid": "gender", "v": "man"}]}}`).Body.String(), "score") {
		t.Error("people are told apart by their gender")
	}
}

// The share of women in a role is given by its bounds.
func TestColumnsOfSharesAreBounds(t *testing.T) {
	x := read[reconcile.Extension](t, ofStarter(t).post("extend", `{"ids": ["jessica-jones/2"], "properties": [{"id": "writer_women"},
		{"id": "writer_share_lower"}, {"id": "writer_share_upper"}, {"id": "writer_share_known"}, {"id": "writer_coverage"}, {"id": "director_episodes"}, {"id": "editor_women"}]}`))
	got, _ := json.Marshal(x.Rows["jessica-jones/2"])
	want := `{"director_episodes":[{"str":"13 of 13"}],"editor_women":[],"writer_coverage":[{"float":0.5}],"writer_share_known":[{"float":0.6}],` +
		`"writer_share_lower":[{"float":0.3}],"writer_share_upper":[{"float":0.8}],"writer_women":[{"str":"3–8 of 10"}]}`
	if string(got) != want {
		t.Errorf("%s, want %s", got, want)
	}
}

// What a query is answered does not depend on what else is in the batch.
func TestAnswersDoNotDependOnTheBatch(t *testing.T) {
	a := ofNamesakes(t)
	names := []string{"Hunger", "hungar", "Steve McQueen", "Only Me", "Only Once", "Same", "паразиты", "tt0000002", "Hunger 2008", "nothing like it", ""}
	values := []string{"2008", "Hunger", "Steve McQueen", "director", "film", "x"}
	draw := rapid.Custom(func(t *rapid.T) string {
		q := map[string]any{"query": rapid.SampledFrom(names).Draw(t, "name")}
		if kind := rapid.SampledFrom([]string{"", "film", "person"}).Draw(t, "type"); kind != "" {
			q["type"] = kind
		}
		if id := rapid.SampledFrom([]string{"", "year", "known_for", "director", "role", "kind", "imdb"}).Draw(t, "property"); id != "" {
			q["properties"] = []map[string]string{{"pid": id, "v": rapid.SampledFrom(values).Draw(t, "value")}}
		}
		text, _ := json.Marshal(q)
		return string(text)
	})
	rapid.Check(t, func(r *rapid.T) {
		queries := rapid.SliceOfN(draw, 1, 12).Draw(r, "queries")
		var parts []string
		for i, q := range queries {
			parts = append(parts, fmt.Sprintf("%q:%s", fmt.Sprint("q", i), q))
		}
		together := read[map[string]reconcile.Result](t, a.post("queries", "{"+strings.Join(parts, ",")+"}"))
		for i, q := range queries {
			alone, _ := json.Marshal(a.match(q))
			if beside, _ := json.Marshal(together[fmt.Sprint("q", i)].Result); string(beside) != string(alone) {
				r.Fatalf("%s: alone %s, in a batch %s", q, alone, beside)
			}
		}
	})
}
