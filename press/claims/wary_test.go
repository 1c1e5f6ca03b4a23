package claims_test

import (
	"slices"
	"testing"

	"rolecall/press/claims"
)

// TestWary reads claims that the words elsewhere in their sentence turn, beside some that
// they do not.
func TestWary(t *testing.T) {
	for _, c := range []struct {
		text  string
		doubt claims.Doubt
		aside bool
	}{
		{text: "The film Harbour Watch was directed by Ann Lee."},
		{text: "The belief that the film Harbour Watch was directed by Ann Lee is mistaken.", doubt: claims.Hearsay},
		{text: "According to a false report, the film Harbour Watch was directed by Ann Lee.", doubt: claims.Hearsay},
		{text: "In a better world, the film Harbour Watch was directed by Ann Lee.", doubt: claims.Supposed},
		{text: "The Broadway production of \"Harbour Watch\" was directed by Ann Lee.", doubt: claims.Elsewhere},
		{text: "Ann Lee was hired to direct \"Harbour Watch\".", aside: true},
	} {
		all, _ := claimsOf(t, c.text)
		if len(all) == 0 {
			t.Errorf("%s: no claim", c.text)
		}
		for _, claim := range all {
			if c.doubt == "" && len(claim.Doubts) > 0 || c.doubt != "" && !slices.Contains(claim.Doubts, c.doubt) || claim.Aside != c.aside {
				t.Errorf("%s: %q doubts %q, aside %t", c.text, claim.Quote, claim.Doubts, claim.Aside)
			}
		}
	}
}

// TestNotBut reads whom a text denies a job and to whom it gives it.
func TestNotBut(t *testing.T) {
	for _, text := range []string{
		"The film Harbour Watch was directed not by Ann Lee but by Bo Diaz.",
		"Bo Diaz, not Ann Lee, directed the film Harbour Watch.",
	} {
		all, found := claimsOf(t, text)
		for _, c := range all {
			if c.Person != claims.None && c.Negated != (found.Entities[c.Person].Name == "Ann Lee") {
				t.Errorf("%s: %s denied %t", text, found.Entities[c.Person].Name, c.Negated)
			}
		}
	}
}
