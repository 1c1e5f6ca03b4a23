package web_test

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"path/filepath"
	"strings"
	"testing"

	"rolecall"
	"rolecall/source"
)

// films fills a catalog, which is not hand-picked, with films of 2020: six
// directed by a woman, three by a man, one by a woman and a man, one by a woman
// and somebody of whom nothing is stated, and one by nobody known.
func films(_ context.Context, sink source.Sink) error {
	faults := []error{sink.AddSource(rolecall.Source{ID: "s", Name: "Source", Retrieved: "2026-11-21"})}
	for _, p := range []struct {
		id     string
		gender rolecall.Gender
	}{{"woman", rolecall.Woman}, {"man", rolecall.Man}, {"somebody", ""}} {
		faults = append(faults, sink.AddPerson(rolecall.Person{ID: p.id, Name: p.id}))
		if p.gender != "" {
			faults = append(faults, sink.AddStatement(rolecall.Statement{PersonID: p.id, Gender: p.gender, Precedence: rolecall.Citation, Source: "s"}))
		}
	}
	slates := []string{"woman", "woman", "woman", "woman", "woman", "woman", "man", "man", "man", "woman man", "woman somebody", ""}
	for i, slate := range slates {
		id := fmt.Sprintf("film-%02d", i+1)
		faults = append(faults, sink.AddTitle(rolecall.Title{ID: id, Kind: rolecall.Film, Name: id, Year: 2020}))
		for _, person := range strings.Fields(slate) {
			faults = append(faults, sink.AddCredit(rolecall.Credit{TitleID: id, PersonID: person, Role: rolecall.Director, Scope: rolecall.OfTitle}))
		}
	}
	return errors.Join(faults...)
}

// TestAPageSaysHowUnusualItsTitleIs reads it in words, in the picture and in the
// file beside the page.
func TestAPageSaysHowUnusualItsTitleIs(t *testing.T) {
	path := filepath.Join(t.TempDir(), "films.duckdb")
	buildFile(t, path, "films", films)
	server, _ := serve(t, path)
	for address, words := range map[string][]string{
		"/title/film-01": {
			"By the share of women, among films first shown in 2020: 12 in this catalog.",
			"Women: 1 of 1.", "The gender of every director is on record for 10 of 12 films: too few to say how unusual it is.",
			"Among all 12 films, those not known counted both ways: 6 to 8, 50–66.7 %.", `<select name="reading">`,
			"0 %: 3 films<", "50 to under 55 %: 1 film<", "100 %: 7 films, of which 1 known in part<", "Each dot is one film.",
			"1 film of which nobody is credited", "film-01 (2020): 100 %", `href="/unusual/film-01"`, `action="/unusual/film-01"`, `name="from" value="2020"`,
		},
		"/title/film-11":                              {"Women: 1–2 of 2.", "those not known counted both ways: 7 to 9,", "film-11 (2020): 50–100 %"},
		"/unusual/film-10":                            {"Nearest to it: ", `<a href="/title/film-01">film-01 (2020)</a> (100 %), `, "100 %: 7 films, of which 1 known in part, among them film-01 (2020), film-02 (2020) and film-03 (2020)"},
		"/unusual/film-07?from=2020&gender=man":       {"Cite and share", "The standing of film-07 (2020) by share of men", "By the share of men", "Men: 1 of 1.", "counted both ways: 3 to 4,"},
		"/unusual/film-01?from=2020&reading=known":    {"is on record for 10 of 12 films", "Where known: only titles are compared"},
		"/unusual/film-01?from=2020&reading=credited": {"Of the 11 films with a credit as director on every film or episode (91.7 % of 12), 6 to 7 (54.5–63.6 %) reach this share."},
		"/unusual/film-01?from=2021":                  {"first shown since 2021: 1 in this catalog", "There is no other to compare it with."},
		"/unusual/film-12":                            {"12 in this catalog"},
		"/title/film-01.json":                         {`"at_or_above"`, `"population"`},
		"/api/v1/titles/film-01":                      {`"at_or_above"`, `"population"`},
		"/unusual/film-01?from=2020&network=Nobody":   {"holds no networks"},
	} {
		body := get(t, server.URL+address).body
		for _, w := range words {
			if !strings.Contains(body, w) {
				t.Errorf("%s does not say %q", address, w)
			}
		}
	}
	var beside struct {
		Rarity struct {
			Roles []struct {
				Role      string
				AtOrAbove struct{ Certain, Possible, Of int } `json:"at_or_above"`
			}
		}
	}
	if err := json.Unmarshal([]byte(get(t, server.URL+"/title/film-11.json").body), &beside); err != nil {
		t.Fatal(err)
	}
	if r := beside.Rarity.Roles; len(r) != 1 || r[0].Role != "director" || r[0].AtOrAbove.Certain != 7 || r[0].AtOrAbove.Possible != 9 || r[0].AtOrAbove.Of != 12 {
		t.Errorf("beside the page stands %+v", r)
	}
}
