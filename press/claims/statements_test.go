package claims_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"rolecall/press/claims"
)

// TestStatements reads the figures of reports, which leave out what the figure before has
// said: each as kind, role, gender and value. None stands for no claim that counts.
func TestStatements(t *testing.T) {
	tests := []struct{ text, want string }{
		// Whose figure it is, said or left to the one before.
		{"The union counted 300 films. Women shot 40 of the films; men, 260.", "count cinematographer man 260; count cinematographer woman 40"},
		{"Women wrote 46 percent of the hours on the public channels, on the others just 27.", "share writer woman 27; share writer woman 46"},
		{"Of the editors, 31 percent were women. Among composers it was 7 percent.", "share composer woman 7; share editor woman 31"},
		{"Men dominate the survey: 94 percent of cinematographers, 91 of composers.", "share cinematographer man 94; share composer man 91"},
		{"The institute asked how many of those who write for the screen are women.\n\n- Kanal Acht: 28%\n- Studio Ost: 34%", "share writer woman 28; share writer woman 34"},
		{"The survey finds more women among producers (38%), writers (34%) and editors (16%) than before.", "share editor woman 16; share producer woman 38; share writer woman 34"},
		{"Women directed 83 of the 200 episodes in the study, or 41.5 per cent.", "count director woman 83; share director woman 41.5"},
		{"Women are attached as writer to 57 percent of the projects in the sample, as director to half.", "share director woman 50; share writer woman 57"},
		// Changes.
		{"Women directed 31 percent of the episodes in the survey, up slightly from 29.", "compare director woman 29; share director woman 31"},
		{"Women composed 9 percent of the scores in the survey (2015: 4 percent).", "compare composer woman 4; share composer woman 9"},
		{"The share of women among producers climbed from 24 to 31 percent, the report says. It then fell by three points.", "compare producer woman 3; compare producer woman 31"},
		{"The guild's report has 31 percent women among the writers. A year ago it was 27 percent.", "compare writer woman 27; share writer woman 31"},
		{"Among the writers of the sample, men outnumber women by three to one.", "compare writer man 3"},
		{"In directing there are four men to each woman, the survey says.", "compare director man 4"},
		{"Women directed 131 more episodes than in the season before, the guild's report says.", "compare director woman 131"},
		{"The share of women editors rose over the decade (from 24% in 2010 to 27% in 2020), the study says.", "compare editor woman 27"},
		// Of nobody's job, or of others.
		{"Women directed 31 percent of the episodes in the survey. Two thirds of the audience were women.", "share director woman 31"},
		{"Women directed 31 percent of the episodes in the survey. Asian-Americans directed 6 percent, up from 5 percent.", "share director woman 31"},
		{"Women directed 31 percent of the episodes in the survey. A quarter of shows missed the target.", "share director woman 31"},
		{"Women directed 31 percent of the episodes in the survey. The minister is 46.", "share director woman 31"},
		{"The guild wants half of all directors to be women by 2030.", "none"},
		{"The women's side scored 22 percent more goals than the writers' team.", "none"},
		{"Out of all films in the sample written by at least one woman, 67 percent were written in teams.", "none"},
		{"A study says that 40 percent of the women in the party had written to the director.", "none"},
		{"Women hold 40 percent of the seats on the board, up from 30.", "none"},
		{"A third is not a half, said the director, a woman.", "none"},
	}
	for _, test := range tests {
		if got := stated(t, test.text); got != test.want {
			t.Errorf("%s\n\tgot  %s\n\twant %s", test.text, got, test.want)
		}
	}
}

// stated are the figures of a text, in words.
func stated(t *testing.T, text string) string {
	t.Helper()
	all, _ := claimsOf(t, text)
	var said []string
	for _, c := range all {
		switch c.Kind {
		case claims.Every, claims.Count, claims.Share, claims.Compare:
			words := fmt.Sprintf("%s %s %s", c.Kind, c.Role, c.Gender)
			if c.HasValue {
				words += fmt.Sprintf(" %.3g", c.Value)
			}
			said = append(said, words)
		}
	}
	if len(said) == 0 {
		return "none"
	}
	slices.Sort(said)
	return strings.Join(said, "; ")
}

// TestSharing reads who made how many of a series' episodes, and who all of them: kind,
// role, person, value.
func TestSharing(t *testing.T) {
	tests := []struct{ text, want string }{
		{"The episodes were directed by three people, with Ada Lund taking six of them, Bo Diaz three and Carl Ash the other three.", "count director Ada Lund 6; count director Bo Diaz 3; count director Carl Ash 3"},
		{"Ada Lund wrote five of the scripts, Bo Diaz another three.", "count writer Ada Lund 5; count writer Bo Diaz 3"},
		{"Ada Lund directed four, Bo Diaz two.", "count director Ada Lund 4; count director Bo Diaz 2"},
		{"Who is directing? Ada Lund did the first two.", "count director Ada Lund 2"},
		{"Ada Lund directed the opening three.", "count director Ada Lund 3"},
		{"Of the directors, Ada Lund has the most, four; Bo Diaz two.", "count director Ada Lund 4; count director Bo Diaz 2"},
		{"Ada Lund directed the lot.", "every director Ada Lund"},
		{"Ada Lund wrote it alone.", "every writer Ada Lund"},
		{"Ada Lund directed it on her own.", "every director Ada Lund"},
		{"Ada Lund directed them all.", "every director Ada Lund"},
		{"It has one director at a time. Ada Lund took sole charge of the first season.", "every director Ada Lund"},
		{"It was written by nobody but Ada Lund.", "every writer Ada Lund"},
		// No shares of a job.
		{"Ada Lund won three prizes for directing it, Bo Diaz two.", "none"},
		{"The director Ada Lund has two children, Bo Diaz three.", "none"},
		{"Ada Lund, who directs, lives alone.", "none"},
		{"Ada Lund directed all of them but the last.", "none"},
		{"Would Ada Lund direct the lot?", "none"},
	}
	for _, test := range tests {
		all, found := claimsOf(t, "The series Harbour Watch is back.\n\n"+test.text)
		var said []string
		for _, c := range all {
			if c.Person == claims.None || c.Kind != claims.Every && c.Kind != claims.Count {
				continue
			}
			words := fmt.Sprintf("%s %s %s", c.Kind, c.Role, found.Entities[c.Person].Name)
			if c.HasValue {
				words += fmt.Sprintf(" %.3g", c.Value)
			}
			said = append(said, words)
		}
		slices.Sort(said)
		got := strings.Join(said, "; ")
		if got == "" {
			got = "none"
		}
		if got != test.want {
			t.Errorf("%s\n\tgot  %s\n\twant %s", test.text, got, test.want)
		}
	}
}
