package population

import (
	"strings"
	"testing"

	"rolecall"
)

func TestGroupsOfCountries(t *testing.T) {
	for _, test := range []struct {
		asked []string
		from  string
		holds bool
	}{
		{[]string{"EU"}, "Czechia", true}, {[]string{"eu"}, "Czech Republic", true}, {[]string{"EU"}, "FR", true},
		{[]string{"EU"}, "United Kingdom", false}, {[]string{"EU"}, "Norway", false}, {[]string{"EU"}, "United States", false},
		{[]string{"Nordic"}, "Norway", true}, {[]string{"nordic", "Japan"}, "Japan", true}, {[]string{"Nordic"}, "France", false},
		{[]string{"France"}, "EU", false},
	} {
		p := Population{Countries: test.asked}
		if p.Holds(rolecall.Title{Countries: []string{test.from}}) != test.holds {
			t.Errorf("%q of %q: want %v", test.from, test.asked, test.holds)
		}
	}
	if words := (Population{Countries: []string{"eu", "Japan"}}).Words(); words != "titles from the European Union or Japan" {
		t.Error(words)
	}
	for group := range groupWords {
		if len(countryGroups[strings.ToLower(group)]) < 10 {
			t.Errorf("%s has %d names", group, len(countryGroups[strings.ToLower(group)]))
		}
	}
	if len(groupWords) != len(countryGroups) {
		t.Errorf("%d groups have words, %d countries", len(groupWords), len(countryGroups))
	}
}
