package rolecall_test

import (
	"encoding/json"
	"strings"
	"testing"

	"rolecall"
)

func TestParseDate(t *testing.T) {
	for text, words := range map[string]string{
		"2018-03-08": "8 March 2018", "2018-03": "March 2018", "2018": "2018", "": "",
	} {
		d, err := rolecall.ParseDate(text)
		if err != nil || d.String() != text || d.Words() != words {
			t.Errorf("ParseDate(%q) = %q (%q), %v", text, d, d.Words(), err)
		}
	}
	for _, text := range []string{"2018-02-30", "8 March 2018", "18", "2018-3-8", "0000", "2018-13", "201\xff"} {
		if d, err := rolecall.ParseDate(text); err == nil {
			t.Errorf("ParseDate(%q) = %v, want an error", text, d)
		}
	}
}

func FuzzParseDate(f *testing.F) {
	f.Add("2018-03-08")
	f.Add("0000-00-00")
	f.Fuzz(func(t *testing.T, text string) {
		if d, err := rolecall.ParseDate(text); err == nil && d.String() != text {
			t.Errorf("%q read as %q", text, d)
		}
	})
}

func TestLabel(t *testing.T) {
	for want, title := range map[string]rolecall.Title{
		"Lady Bird (2017)":        {Kind: rolecall.Film, Name: "Lady Bird", Year: 2017},
		"Jessica Jones":           {Kind: rolecall.Series, Name: "Jessica Jones", Year: 2015},
		"Jessica Jones, season 2": {Kind: rolecall.Season, Name: "Jessica Jones", Season: 2},
		"Jessica Jones, season 2, episode 13: AKA Playland": {Kind: rolecall.Episode, SeriesName: "Jessica Jones", Season: 2, Episode: 13, Name: "AKA Playland"},
	} {
		if got := title.Label(); got != want {
			t.Errorf("%q, want %q", got, want)
		}
	}
}

func TestWordsAreReadBack(t *testing.T) {
	for _, r := range rolecall.Roles() {
		if got, err := rolecall.ParseRole(string(r)); err != nil || got != r {
			t.Errorf("role %s: %v, %v", r, got, err)
		}
	}
	for _, k := range rolecall.Kinds() {
		if got, err := rolecall.ParseKind(string(k)); err != nil || got != k {
			t.Errorf("kind %s: %v, %v", k, got, err)
		}
	}
	for _, g := range rolecall.Genders() {
		if got, err := rolecall.ParseGender(string(g)); err != nil || got != g {
			t.Errorf("gender %s: %v, %v", g, got, err)
		}
	}
	for _, err := range []error{
		second(rolecall.ParseRole("gaffer")), second(rolecall.ParseKind("videogame")), second(rolecall.ParseGender("female")),
	} {
		if err == nil || !strings.Contains(err.Error(), "choose") {
			t.Errorf("the refusal %v does not say what to choose", err)
		}
	}
}

func second[T any](_ T, err error) error { return err }

func TestOnlyTheCastIsInFrontOfTheCamera(t *testing.T) {
	for _, r := range rolecall.Roles() {
		if front := r.Side() == rolecall.Front; front != (r == rolecall.Cast) {
			t.Errorf("%s is on side %s", r, r.Side())
		}
	}
}

func TestCountAndShareAsRead(t *testing.T) {
	for _, test := range []struct {
		tally                      rolecall.Tally
		count, known, coverage, js string
	}{
		{rolecall.Tally{Women: 13}, "13 of 13", "100 %", "100 %", `{"lower":1.000000,"known":1.000000,"upper":1.000000,"coverage":1.000000}`},
		{rolecall.Tally{Women: 4, Men: 3, Unknown: 2}, "4–6 of 9", "57.1 %", "77.8 %", `{"lower":0.444444,"known":0.571429,"upper":0.666667,"coverage":0.777778}`},
		{rolecall.Tally{Unknown: 3}, "0–3 of 3", "–", "0 %", `{"lower":0.000000,"known":null,"upper":1.000000,"coverage":0.000000}`},
		{rolecall.Tally{}, "0 of 0", "–", "–", `{"lower":null,"known":null,"upper":null,"coverage":null}`},
	} {
		c := test.tally.Count(rolecall.Woman)
		s := c.Share()
		js, err := json.Marshal(s)
		if err != nil {
			t.Fatal(err)
		}
		if c.String() != test.count || s.Known.Percent() != test.known || s.Coverage.Percent() != test.coverage || string(js) != test.js {
			t.Errorf("%+v: %s, %s, %s, %s", test.tally, c, s.Known.Percent(), s.Coverage.Percent(), js)
		}
	}
}

func date(t *testing.T, text string) rolecall.Date {
	t.Helper()
	d, err := rolecall.ParseDate(text)
	if err != nil {
		t.Fatal(err)
	}
	return d
}
