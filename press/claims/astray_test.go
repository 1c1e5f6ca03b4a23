package claims_test

import (
	"testing"

	"rolecall/press/claims"
)

// TestAstray reads sentences whose claim may be of something else, beside some of the same
// words whose claim is not.
func TestAstray(t *testing.T) {
	const film = "The film \"Harbour Watch\" came out. "
	for _, c := range []struct {
		text string
		// unsure says that the claim about the director must have a doubt, be an aside, or
		// not be made.
		unsure bool
	}{
		{text: "Ann Lee went on to direct \"Harbour Watch\"."},
		{text: "Ann Lee turned down the chance to direct \"Harbour Watch\".", unsure: true},
		{text: "Ann Lee was talked out of an offer to direct \"Harbour Watch\".", unsure: true},
		{text: "Bo Diaz was to star in \"Harbour Watch\", with Ann Lee directing.", unsure: true},
		{text: film + "Ann Lee directed it."},
		{text: film + "Ann Lee directs a cast of nine.", unsure: true},
		{text: film + "Ann Lee directed Emma Bell in a sketch.", unsure: true},
		{text: "Ann Lee directed the sequel to \"Harbour Watch\".", unsure: true},
		{text: "Ann Lee directed the second \"Harbour Watch\".", unsure: true},
		{text: "Ann Lee directed a short called \"Harbour Watch\".", unsure: true},
		{text: "The film \"Harbour Watch\" was not directed by Ann Lee."},
		{text: "Nobody could say that Ann Lee directed \"Harbour Watch\".", unsure: true},
		{text: "I doubt that Ann Lee directed \"Harbour Watch\".", unsure: true},
		{text: "Ann Lee said that Bo Diaz directed \"Harbour Watch\"."},
		{text: "It was not Bo Diaz but Ann Lee who directed \"Harbour Watch\".", unsure: true},
		{text: "Ann Lee did not direct \"Harbour Watch\".", unsure: false},
		{text: "Ann Lee did not direct \"Harbour Watch\" for money.", unsure: true},
		{text: "Ann Lee did not merely direct \"Harbour Watch\".", unsure: true},
		{text: "Ann Lee did not direct \"Harbour Watch\" because she had to.", unsure: true},
		{text: "Ann Lee will direct \"Harbour Watch\".", unsure: true},
		{text: "Ann Lee directed the trailer of \"Harbour Watch\".", unsure: true},
		{text: "A cheap remake of \"Harbour Watch\" was directed by Ann Lee.", unsure: true},
		{text: "The Welsh version of \"Harbour Watch\" was directed by Ann Lee.", unsure: true},
		{text: film + "Ann Lee directed a short the year before \"Harbour Watch\".", unsure: true},
		{text: "Three Danish directors, Ann Lee the best known, worked on \"Harbour Watch\".", unsure: true},
		{text: film + "Critics loved it. Ann Lee directed it."},
		{text: "Quiz: (a) Ann Lee directed \"Harbour Watch\"; (b) Bo Diaz did.", unsure: true},
	} {
		all, _ := claimsOf(t, c.text)
		sure := 0
		for _, claim := range all {
			if claim.Kind == claims.Credit && claim.Role == "director" && len(claim.Doubts) == 0 && !claim.Aside {
				sure++
			}
		}
		if c.unsure != (sure == 0) {
			t.Errorf("%s: %d sure claims", c.text, sure)
		}
	}
}

// TestPartOfTheWhole reads figures that are denied of the whole only, or said of a stretch of
// seasons, of which a claim must have a doubt, beside those that are said or denied altogether.
func TestPartOfTheWhole(t *testing.T) {
	for text, unsure := range map[string]bool{
		"Not all of the directors of season one were women.":                  true,
		"Season one was not directed entirely by women.":                      true,
		"Women did not direct only one episode of season one.":                true,
		"The first season wasn't exclusively written by men.":                 true,
		"Only four women had directed it by season five.":                     true,
		"No woman directed it until the third season.":                        true,
		"Since season two all its directors have been women.":                 true,
		"Up to season two all the directors were men.":                        true,
		"Not one of the directors of season one was a woman.":                 false,
		"Women did not direct every episode of season one.":                   false,
		"All of the directors of season one were women.":                      false,
		"Season one was directed entirely by women.":                          false,
		"The first season wasn't written by men alone, says nobody in Leeds.": true,
	} {
		all, _ := claimsOf(t, "The series \"Harbour Watch\" is back. "+text)
		sure := 0
		for _, claim := range all {
			if claim.Kind != claims.Credit && len(claim.Doubts) == 0 {
				sure++
			}
		}
		if unsure != (sure == 0) {
			t.Errorf("%s: %d sure claims", text, sure)
		}
	}
}
