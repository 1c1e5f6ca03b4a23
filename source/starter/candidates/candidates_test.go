package main

import (
	"os"
	"path/filepath"
	"reflect"
	"strings"
	"testing"

	"rolecall"
	"rolecall/source/starter"
)

// list has, for each thing that a year can be, one that is it.
const list = `series,year,episode,role,name
Marvel's Held,2018,One,directors,Ann Roe
Whole,2017,One,directors,Ánn Roe
Near,2017,One,directors,Bo Lee
Near,2017,Two,directors,Ann Roe
Far,2016,One,directors,Bo Lee
Far,2016,One,directors,Cy Dee
Lone,2016,One,directors,Di Fox
Nobody,2016,One,writers,Ann Roe
`

func listed(t *testing.T) []credit {
	path := filepath.Join(t.TempDir(), "list.csv")
	if err := os.WriteFile(path, []byte(list), 0o600); err != nil {
		t.Fatal(err)
	}
	credits, err := readList(path)
	if err != nil {
		t.Fatal(err)
	}
	return credits
}

func known() *starter.Facts {
	return &starter.Facts{
		Titles: []rolecall.Title{
			{ID: "held", Kind: rolecall.Series, Name: "Held"},
			{ID: "held/1/1", Kind: rolecall.Episode, SeriesID: "held", Year: 2018},
		},
		People:     []rolecall.Person{{ID: "ann-roe", Name: "Ann Roe"}, {ID: "bo-lee", Name: "Bo Lee"}},
		Statements: []rolecall.Statement{{PersonID: "ann-roe", Gender: rolecall.Woman, Form: rolecall.Noun, Wording: "a woman"}},
	}
}

func TestSeasonsSayWhatTheyLack(t *testing.T) {
	got := make(map[string]string)
	for _, s := range seasonsOf(listed(t), "directors", heldBy(known())) {
		switch {
		case s.held:
			got[s.series] = "held"
		case s.whole():
			got[s.series] = "whole"
		case s.nobody > 0:
			got[s.series] = "nobody"
		default:
			got[s.series] = strings.Join(s.missing(), ", ")
		}
	}
	want := map[string]string{"Marvel's Held": "held", "Whole": "whole", "Near": "Bo Lee", "Far": "Bo Lee, Cy Dee", "Lone": "Di Fox", "Nobody": "nobody"}
	if !reflect.DeepEqual(got, want) {
		t.Errorf("got %v, want %v", got, want)
	}
}

func TestTheFirstToLookUpIsWhoBringsMostYearsNearestToWhole(t *testing.T) {
	got := mostCompleting(seasonsOf(listed(t), "directors", heldBy(known())), 9)
	want := []completing{{"Bo Lee", 2, 2}, {"Cy Dee", 1, 3}, {"Di Fox", 1, 4}}
	if !reflect.DeepEqual(got, want) {
		t.Errorf("got %v, want %v", got, want)
	}
}

func TestARoleThatTheListHasNotIsRefused(t *testing.T) {
	if s := seasonsOf(listed(t), "composers", heldBy(known())); s != nil {
		t.Errorf("got %d seasons, want none", len(s))
	}
}

func TestTheProgramAnswersFromTheFacts(t *testing.T) {
	path := filepath.Join(t.TempDir(), "list.csv")
	if err := os.WriteFile(path, []byte(list), 0o600); err != nil {
		t.Fatal(err)
	}
	var out strings.Builder
	if err := run(options{facts: "../facts", list: path, role: "directors", people: 2, seasons: 2}, &out); err != nil {
		t.Fatal(err)
	}
	if !strings.HasPrefix(out.String(), "6 years of series in the list: 0 in the starter; of 0,") {
		t.Errorf("got %s", out.String())
	}
	if err := run(options{facts: "../facts"}, &out); err == nil || !strings.Contains(err.Error(), "-list") {
		t.Errorf("got %v, want to be told of -list", err)
	}
}
