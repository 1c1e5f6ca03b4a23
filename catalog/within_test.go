package catalog_test

import (
	"strings"
	"testing"

	"rolecall/catalog"
	"rolecall/fault"
)

// From a title people go on to its parts by number, and are told what to leave out or
// to add where it has none.
func TestWithin(t *testing.T) {
	c := built(t, small())
	for _, test := range []struct {
		title           string
		season, episode int
		// want is the identifier, or else what the error says.
		want string
	}{
		{"jones", none, none, "jones"},
		{"jones", 2, none, "jones/2"},
		{"jones", 1, 1, "jones/1/1"},
		{"jones/1", none, 1, "jones/1/1"},
		{"jones", none, 1, "say which"},
		{"jones", 9, none, "no season 9"},
		{"jones/1", 1, none, "is a season: leave out the season"},
		{"odd", 1, none, "is a film: leave out the season and the episode"},
		{"jones/1/1", none, 1, "is an episode: leave out the season and the episode"},
	} {
		title, held, err := c.Title(t.Context(), test.title)
		if err != nil || !held {
			t.Fatalf("%s: %v, %v", test.title, held, err)
		}
		got, err := c.Within(t.Context(), title, catalog.Within{Season: number(test.season), Episode: number(test.episode)})
		if err == nil && got.ID != test.want || err != nil && !strings.Contains(err.Error(), test.want) {
			t.Errorf("%+v: %s, %v", test, got.ID, err)
		}
		if err != nil && !fault.KindOf(t.Context(), err).Asked() {
			t.Errorf("%+v: %v lies with the machine", test, err)
		}
	}
}

// none stands for a number that is not said.
const none = -1

func number(n int) *int {
	if n == none {
		return nil
	}
	return &n
}
