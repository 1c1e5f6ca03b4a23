package claims_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"rolecall/press/claims"
)

// TestFigures reads sentences that count, after a line that names the series: what each
// states as kind, role, gender, value of whole; "not" where it denies. None stands for no
// claim that counts.
func TestFigures(t *testing.T) {
	tests := []struct{ text, want string }{
		// Verbs, in either voice.
		{"Women directed 12 episodes.", "count director woman 12"},
		{"Four of the ten episodes were written by women.", "count writer woman 4 of 10"},
		{"Men wrote most of the 18 episodes.", "share writer man 50 of 18"},
		{"No woman directed an episode of the first season.", "every director woman 0 not"},
		{"Men did not direct a single episode of the second season.", "every director man 0 not"},
		{"The season was directed entirely by women.", "every director woman"},
		// To have, to be there, to share.
		{"The season had no female directors.", "every director woman 0 not"},
		{"Three of the nine episodes had a female director.", "count director woman 3 of 9"},
		{"The second season has hired only women to direct.", "every director woman"},
		{"There are two women among its ten directors.", "count director woman 2 of 10"},
		{"There wasn't a single woman among the directors.", "every director woman 0 not"},
		{"The season had eleven directors.", "count director  11"},
		{"Six women and seven men took turns directing it.", "count director man 7; count director woman 6"},
		// To be.
		{"Two of the five writers are women.", "count writer woman 2 of 5"},
		{"Nine directors worked on the first season, and only three of them were women.", "count director  9; count director woman 3 of 9"},
		{"At most four of the directors were women.", "count director woman 4 most"},
		{"Of the nine episodes, five were directed by men.", "count director man 5"},
		// To come from, to go to.
		{"Eight of its ten episodes come from women.", "count director woman 8 of 10"},
		{"It handed each of its 13 hours to a female filmmaker.", "every director woman 13 of 13"},
		// Without a verb.
		{"The show had three directors, all of them women.", "count director  3; every director woman"},
		{"A season without a single woman among its directors.", "every director woman 0 not"},
		// No claims.
		{"The season could have three female directors.", "none"},
		{"If two of the five writers were women, nobody would mind.", "none"},
		{"Are two of the five writers women?", "none"},
		{"Three women watched the show.", "none"},
		{"The drama has two writers who met at school and four dogs.", "count writer  2"},
		{"It is the first series to have women directing every episode.", "none"},
		{"It is the highest-grossing film directed by a woman.", "none"},
	}
	for _, test := range tests {
		if got := counted(t, test.text); got != test.want {
			t.Errorf("%s\n\tgot  %s\n\twant %s", test.text, got, test.want)
		}
	}
}

// counted are the claims of a text that count, in words.
func counted(t *testing.T, text string) string {
	t.Helper()
	all, _ := claimsOf(t, "The series Harbour Watch is back.\n"+text)
	var said []string
	for _, c := range all {
		if c.Kind != claims.Every && c.Kind != claims.Count && c.Kind != claims.Share {
			continue
		}
		words := fmt.Sprintf("%s %s %s", c.Kind, c.Role, c.Gender)
		if c.HasValue {
			words += fmt.Sprintf(" %.3g", c.Value)
		}
		if c.Of > 0 {
			words += fmt.Sprintf(" of %.3g", c.Of)
		}
		if c.Kind == claims.Count && c.Bound != "" {
			words += " " + c.Bound
		}
		if c.Negated {
			words += " not"
		}
		said = append(said, words)
	}
	if len(said) == 0 {
		return "none"
	}
	slices.Sort(said)
	return strings.Join(said, "; ")
}

// TestRanks reads ranks: role, gender, value, whose and of what.
func TestRanks(t *testing.T) {
	tests := []struct{ text, want string }{
		{`Marta Okafor made "Salt Roads", her second feature.`, "director 2 Marta Okafor, Salt Roads"},
		{`Marta Okafor paints. Her first feature, "Salt Roads", was written by her.`, "director 1 Marta Okafor, Salt Roads"},
		{`Marta Okafor makes her directorial debut with "Salt Roads".`, "director 1 Marta Okafor, Salt Roads"},
		{`Marta Okafor likes her second coffee.`, "none"},
		{`Would Marta Okafor make "Salt Roads" her second feature?`, "none"},
	}
	for _, test := range tests {
		all, found := claimsOf(t, "The series Harbour Watch is back.\n"+test.text)
		got := "none"
		for _, c := range all {
			if c.Kind == claims.Rank && c.Person != claims.None && c.Title != claims.None {
				got = fmt.Sprintf("%s %v %s, %s", c.Role, c.Value, found.Entities[c.Person].Name, found.Entities[c.Title].Name)
			}
		}
		if got != test.want {
			t.Errorf("%s\n\tgot  %s\n\twant %s", test.text, got, test.want)
		}
	}
}
