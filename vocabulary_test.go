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
		{rolecall.Tally{Women: 13}, "13 of 13", "100 %", "100 %", `[1,1,1,1]`},
		{rolecall.Tally{Women: 4, Men: 3, Unknown: 2}, "4–6 of 9", "57.1 %", "77.8 %", `[0.444444,0.571429,0.666667,0.777778]`},
		{rolecall.Tally{Unknown: 3}, "0–3 of 3", "–", "0 %", `[0,null,1,0]`},
		{rolecall.Tally{}, "0 of 0", "–", "–", `[null,null,null,null]`},
	} {
		c := test.tally.Count(rolecall.Woman)
		s := c.Share()
		js, err := json.Marshal([]*float64{s.Lower.Decimals(), s.Known.Decimals(), s.Upper.Decimals(), s.Coverage.Decimals()})
		if err != nil {
			t.Fatal(err)
		}
		if c.String() != test.count || s.Known.Percent() != test.known || s.Coverage.Percent() != test.coverage || string(js) != test.js {
			t.Errorf("%+v: %s, %s, %s, %s", test.tally, c, s.Known.Percent(), s.Coverage.Percent(), js)
		}
	}
}

func TestDatesInWords(t *testing.T) {
	for text, want := range map[string]string{"": "", "2018": "2018", "2018-03": "March 2018", "2018-03-08": "8 March 2018"} {
		if d, err := rolecall.ParseDate(text); err != nil || d.Words() != want || d.String() != text {
			t.Errorf("%s is %q in words and %q again, %v; want %q", text, d.Words(), d, err, want)
		}
	}
}

func TestParseDates(t *testing.T) {
	day := func(text string) rolecall.Date {
		d, err := rolecall.ParseDate(text)
		if err != nil {
			t.Fatal(err)
		}
		return d
	}
	for text, want := range map[string][2]rolecall.Date{
		"2018": {day("2018"), day("2018")}, "2010..2018": {day("2010"), day("2018")}, "2017-06-01..2018-05": {day("2017-06-01"), day("2018-05")},
	} {
		if from, to, err := rolecall.ParseDates(text); err != nil || from != want[0] || to != want[1] {
			t.Errorf("%s: %s to %s, %v", text, from, to, err)
		}
	}
	for _, text := range []string{"", "..", "2018..", "..2018", "2018..soon", "soon..2018"} {
		if from, to, err := rolecall.ParseDates(text); err == nil {
			t.Errorf("%q is the run %s to %s", text, from, to)
		}
	}
}

func TestRolesAreInTheOrderOfTheirList(t *testing.T) {
	roles := rolecall.Roles()
	for i, one := range roles {
		for j, other := range roles {
			if got := one.Compare(other); (got < 0) != (i < j) || (got > 0) != (i > j) {
				t.Errorf("%s compared with %s is %d", one, other, got)
			}
		}
	}
	for role, want := range map[rolecall.Role]string{rolecall.ExecutiveProducer: "executive producers", rolecall.Cast: "cast", rolecall.Director: "directors", rolecall.Music: "music"} {
		if role.Plural() != want {
			t.Errorf("several in %s are %q, want %q", role, role.Plural(), want)
		}
	}
}

// Dates are compared only as far as both are known, and both ends are included.
func TestWithin(t *testing.T) {
	for _, test := range []struct {
		date, from, to string
		want           bool
	}{
		{"2018-03-08", "", "", true},
		{"2018-03-08", "2018-03-08", "2018-03-08", true},
		{"2018-03-08", "2018-03-09", "", false},
		{"2018-03-08", "", "2018-03-07", false},
		{"2018-03-08", "2018-04-01", "", false},
		{"2018-04-08", "2018-03-20", "2018-05-01", true},
		{"2018-03-08", "2018-02-20", "2018-04-01", true},
		{"2017-12-31", "2018-01-01", "", false},
		{"2019-01-01", "", "2018-12-31", false},
		{"2019-01-01", "2018-12-31", "", true},
		{"2018", "2018-03-08", "2019", true},
		{"2018-03", "2018-03-08", "", true},
		{"2018-03", "2018-04-01", "", false},
		{"2018-03-08", "2018", "2018", true},
		{"2018-03-08", "2018-03", "2018-03", true},
		{"2017", "2018-03-08", "", false},
	} {
		var d [3]rolecall.Date
		for i, text := range []string{test.date, test.from, test.to} {
			var err error
			if d[i], err = rolecall.ParseDate(text); err != nil {
				t.Fatal(err)
			}
		}
		if got := d[0].Within(d[1], d[2]); got != test.want {
			t.Errorf("%s within %s..%s is %v", test.date, test.from, test.to, got)
		}
	}
}
