package claims_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"rolecall/press/claims"
	"rolecall/press/mention"
)

// credits are the credits of a text, each as "title: role person".
func credits(t *testing.T, text string) []string {
	t.Helper()
	all, found := claimsOf(t, text)
	var said []string
	for _, c := range all {
		if c.Kind != claims.Credit {
			continue
		}
		line := fmt.Sprintf("%s: %s %s", nameOf(found, c.Title), c.Role, nameOf(found, c.Person))
		if c.Negated {
			line += " not"
		}
		said = append(said, line)
	}
	return said
}

func nameOf(found mention.Found, entity int) string {
	if entity == claims.None {
		return "-"
	}
	return found.Entities[entity].Name
}

// TestCredits reads ways to say a credit that lean on the words before them.
func TestCredits(t *testing.T) {
	series := "The series Harbour Watch came back in May. "
	films := "The film Harbour Watch was directed by Jane Lund. The film Grey Heron was directed by Jane Lund. "
	for text, want := range map[string]string{
		series + "At the helm is Kim Larsen.":                                                             "Harbour Watch: director Kim Larsen",
		series + "Behind the camera stood Bernhard Keller.":                                               "Harbour Watch: other Bernhard Keller",
		series + "Steven Barrow takes over as showrunner.":                                                "Harbour Watch: showrunner Steven Barrow",
		series + "Ann Dowling is listed as director.":                                                     "Harbour Watch: director Ann Dowling",
		series + "Who directed it? Lin Shaye.":                                                            "Harbour Watch: director Lin Shaye",
		series + "Lesley Hall played a widow, Lorraine Ash a detective.":                                  "Harbour Watch: cast Lorraine Ash",
		series + "The script is Ann Dowling's, the music Ed Moss's.":                                      "Harbour Watch: writer Ann Dowling",
		films + "Radek Ladny shot both films.":                                                            "Grey Heron: cinematographer Radek Ladny",
		films + "Simon Njord cut them.":                                                                   "Harbour Watch: editor Simon Njord",
		films + "Ed Moss edited Harbour Watch; for Grey Heron it was Ann Dow.":                            "Grey Heron: editor Ann Dow",
		series + "The first was made by Ann Dow and the ninth, \"Blue Sky\", by Ed Moss. Tim Roe cut it.": "Harbour Watch: editor Tim Roe",
		series + "It was led by Gary Oldham. Ann Dow plays Oldham's sister.":                              "Harbour Watch: cast Ann Dow",
	} {
		if got := credits(t, text); !slices.Contains(got, want) {
			t.Errorf("%s\n\tgot  %s\n\twant %s", text, strings.Join(got, "; "), want)
		}
	}
}

// TestNoCredits reads texts that only look like the ways of TestCredits: what is listed is
// not claimed.
func TestNoCredits(t *testing.T) {
	series := "The series Harbour Watch came back in May. "
	for text, no := range map[string]string{
		series + "Her own story is about Ed Moss. At the helm of the ship is Kim Larsen's father.": "director",
		series + "Steven Barrow took the boat over as captain.":                                    "Steven Barrow",
		series + "Who directed it? Nobody knows. Lin Shaye left.":                                  "Lin Shaye",
		series + "Frankie Coe, who had never acted, was found in a school.":                        "Frankie Coe",
		"Seventy-two minutes is all it needs. Ann Dow plays the mother.":                           "Seventy",
		"It is quieter than Grey Heron. Ann Dow wrote it.":                                         "Ann Dow",
		"She had a score by two of Grizzly Bear, Ed Moss and Tim Roe. Ann Dow cut it.":             "Grizzly Bear: editor",
		series + "Ann Dow met Eve Roe. She wrote it.":                                              "Eve Roe",
	} {
		for _, got := range credits(t, text) {
			if strings.Contains(got, no) {
				t.Errorf("%s\n\tgot %s", text, got)
			}
		}
	}
}
