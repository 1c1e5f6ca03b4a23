package sentence_test

import (
	"slices"
	"testing"

	"rolecall"
	"rolecall/catalog"
	"rolecall/phrase/sentence"
)

func count(certain, possible, of int) rolecall.Count {
	return rolecall.Count{Certain: certain, Possible: possible, Of: of}
}

func TestHowATitleStands(t *testing.T) {
	all := catalog.Standing{Role: rolecall.Director, Count: count(13, 13, 13)}
	some := catalog.Standing{Role: rolecall.Lead, Count: count(0, 4, 6)}
	for name, test := range map[string]struct {
		r       catalog.Rarity
		reading rolecall.Reading
		want    []string
	}{
		"known well": {catalog.Rarity{Standing: all, AtOrAbove: count(212, 5000, 20000), WhereKnown: count(212, 212, 8037)}, rolecall.Bounds, []string{
			"Of the 8\u202f037 seasons where the gender of every director is on record (40.2 % of 20\u202f000), 212 (2.6 %) reach this share",
			"Among all 20\u202f000 seasons, those not known counted both ways: 212 to 5\u202f000, 1.1–25 %"}},
		"bounds that say nothing": {catalog.Rarity{Standing: all, AtOrAbove: count(60, 19640, 20000), WhereKnown: count(212, 212, 8037)}, rolecall.Bounds, []string{
			"Of the 8\u202f037 seasons where the gender of every director is on record (40.2 % of 20\u202f000), 212 (2.6 %) reach this share",
			"Of the others of the 20\u202f000 seasons too little is known for bounds"}},
		"too few": {catalog.Rarity{Standing: all, AtOrAbove: count(212, 5000, 20000), WhereKnown: count(2, 2, 29)}, rolecall.WhereKnown, []string{
			"The gender of every director is on record for 29 of 20\u202f000 seasons: too few to say how unusual it is"}},
		"not known itself": {catalog.Rarity{Standing: some, AtOrAbove: count(212, 5000, 20000), WhereKnown: count(35, 162, 162)}, rolecall.WhereKnown, []string{
			"Too little is known of this season to say how many of the 162 seasons where the gender of every lead is on record (0.8 % of 20\u202f000) reach its share"}},
		"known in part": {catalog.Rarity{Standing: some, AtOrAbove: count(212, 5000, 20000), WhereKnown: count(35, 62, 162)}, rolecall.WhereKnown, []string{
			"Of the 162 seasons where the gender of every lead is on record (0.8 % of 20\u202f000), 35 to 62 (21.6–38.3 %) reach what it may be"}},
		"as credited": {catalog.Rarity{Standing: all, AtOrAbove: count(212, 5000, 20000), AsCredited: count(212, 3000, 10000)}, rolecall.AsCredited, []string{
			"Of the 10\u202f000 seasons with a credit as director on every film or episode (50 % of 20\u202f000), 212 to 3\u202f000 (2.1–30 %) reach this share"}},
		"all settled": {catalog.Rarity{Standing: all, AtOrAbove: count(3, 3, 40), WhereKnown: count(3, 3, 40)}, rolecall.Bounds, []string{
			"Of the 40 seasons where the gender of every director is on record (100 % of 40), 3 (7.5 %) reach this share"}},
		"alone": {catalog.Rarity{Standing: all, AtOrAbove: count(1, 1, 1), WhereKnown: count(1, 1, 1)}, rolecall.Bounds, []string{"There is no other to compare it with"}},
	} {
		if got := sentence.Standing(test.r, rolecall.Season, test.reading); !slices.Equal(got, test.want) {
			t.Errorf("%s:\n%q, want\n%q", name, got, test.want)
		}
	}
}
