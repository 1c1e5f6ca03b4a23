package claims_test

import (
	"slices"
	"strings"
	"testing"

	"rolecall/press/claims"
)

// TestUnsoundFigures reads figures that are no claim on women's or men's part, each beside
// one that is.
func TestUnsoundFigures(t *testing.T) {
	for _, test := range []struct{ text, want string }{
		{"Women directed 18 percent of the episodes.", "share director woman 18"},
		{"Minorities directed 18 percent of the episodes.", "none"},
		{"Women or minorities directed 18 percent of the episodes.", "none"},
		{"People of color directed 18 percent of the episodes.", "none"},
		{"Minorities wrote 9 percent of the episodes, and women directed 18 percent of the episodes.", "share director woman 18"},
		{"Female directors had a 3 percent increase.", "none"},
		{"Every episode was directed by women, both old and new.", "every director woman"},
		{"Directors, both male and female, liked it.", "none"},
		{"The season had no female directors.", "every director woman 0 not"},
		{"27 shows have no female directors.", "count director woman 27 not"},
	} {
		if got := counted(t, test.text); got != test.want {
			t.Errorf("%s\n\tgot  %s\n\twant %s", test.text, got, test.want)
		}
	}
}

// TestUnsoundRanks reads debuts and places that are not of a film.
func TestUnsoundRanks(t *testing.T) {
	for text, want := range map[string]bool{
		`Marta Okafor made "Salt Roads", her second feature.`:                          true,
		`"Salt Roads" is Marta Okafor's directorial debut.`:                            true,
		`"Salt Roads" is Marta Okafor's competition debut.`:                            false,
		`Marta Okafor showed "Salt Roads", her second film to open the festival.`:      false,
		`Marta Okafor is back with "Salt Roads" (her first film since the flood).`:     false,
		`"Salt Roads" is Marta Okafor's first great film.`:                             false,
		`"Salt Roads" is Marta Okafor's first film.`:                                   true,
		`Marta Okafor directed "Salt Roads" after her stage debut in Lagos last year.`: false,
	} {
		all, _ := claimsOf(t, text)
		if got := slices.ContainsFunc(all, func(c claims.Claim) bool { return c.Kind == claims.Rank }); got != want {
			t.Errorf("%s: %t", text, got)
		}
	}
}

// TestUnsoundLengths reads how many episodes there are, and how many somebody directed.
func TestUnsoundLengths(t *testing.T) {
	for text, want := range map[string]bool{
		`"Harbour Watch" (86 episodes) is back.`:                                  true,
		`"Harbour Watch" was created by Ann Lee (1 episode directed by a woman).`: false,
	} {
		all, _ := claimsOf(t, text)
		if got := slices.ContainsFunc(all, func(c claims.Claim) bool { return c.Kind == claims.Episodes }); got != want {
			t.Errorf("%s: %t", text, got)
		}
	}
}

// TestUnsoundCredits reads people and titles that stand where makers and works do: each text
// with what must not be said.
func TestUnsoundCredits(t *testing.T) {
	film := "The film Harbour Watch opened in May. "
	for text, no := range map[string]string{
		film + "Except Marsh is no villain, or even the star.":                           "Except",
		film + "Director Ann Lee wisely plays her scenes for laughs.":                    "cast Ann Lee",
		film + "Some scenes were shot by Bo Diaz.":                                       "Bo Diaz",
		film + "It was led by Ann Lee as the menacing General Zod.":                      "Zod",
		film + "Eve Marsh is the daughter of the writer Bo Diaz.":                        "Bo Diaz",
		film + "Directors Fortnight shows it.":                                           "Fortnight",
		film + "Ann Lee loves it. He should have stuck with Ann Lee's Halloween ripoff.": "Halloween",
		`Ann Lee co-directed "Harbour Watch" with Bo Diaz.`:                              "cast Bo Diaz",
		`Ann Lee has directed "Harbour Watch", featuring interviews with fans.`:          "cast Ann Lee",
		`Ann Lee made the film "My King" (Mon Roi).`:                                     "Mon Roi",
		"Onboard a US nuclear submarine, a young officer (Ann Lee) fights.":              "Onboard",
		"1. Harbour Watch – BBC – Created by Ann Lee (86 episodes)\n2. Grey Heron – ITV – Created by Bo Diaz (Zero episodes directed by women)": "Created:",
	} {
		for _, got := range credits(t, text) {
			if strings.Contains(got, no) {
				t.Errorf("%s\n\tgot %s", text, got)
			}
		}
	}
}

// TestSoundCredits reads the near misses of TestUnsoundCredits.
func TestSoundCredits(t *testing.T) {
	film := "The film Harbour Watch opened in May. "
	for text, want := range map[string]string{
		film + "Director Ann Lee plays a detective.":                    "Harbour Watch: cast Ann Lee",
		film + "Director Ann Lee likes it.":                             "Harbour Watch: director Ann Lee",
		film + "It was led by Ann Lee as the captain.":                  "Harbour Watch: star Ann Lee",
		`Ann Lee co-directed "Harbour Watch" with Bo Diaz.`:             "Harbour Watch: director Bo Diaz",
		`Ann Lee's "Harbour Watch" is back.`:                            "Harbour Watch: other Ann Lee",
		`"Harbour Watch" (Ann Lee, 2013) is back.`:                      "Harbour Watch: director Ann Lee",
		"The series Harbour Watch, created by Ann Lee, is back in May.": "Harbour Watch: creator Ann Lee",
	} {
		if got := credits(t, text); !slices.Contains(got, want) {
			t.Errorf("%s\n\tgot  %s\n\twant %s", text, strings.Join(got, "; "), want)
		}
	}
}
