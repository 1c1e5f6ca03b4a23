package sentence

import (
	"fmt"

	"rolecall"
	"rolecall/catalog"
	"rolecall/measure"
	"rolecall/phrase"
)

// Standing says how a title stands among others of its kind in a role, by a reading: by
// Bounds what is known comes first, as it can be read.
func Standing(r catalog.Rarity, kind rolecall.Kind, reading rolecall.Reading) []string {
	if r.AtOrAbove.Of == 1 {
		return []string{"There is no other to compare it with"}
	}
	switch reading {
	case rolecall.Bounds, "":
		if r.WhereKnown.Of == r.AtOrAbove.Of && measure.IsTold(r.WhereKnown) {
			return []string{Reach(r, kind)} // bounds would say it again
		}
	case rolecall.AsCredited:
		return []string{fmt.Sprintf("Of the %s %s with a credit as %s on every film or episode (%s of %s), %s reach %s", phrase.Grouped(r.AsCredited.Of), kinds(r.AsCredited.Of, kind),
			r.Role.Words(), rolecall.Fraction{Numerator: r.AsCredited.Of, Denominator: r.AtOrAbove.Of}.Percent(), phrase.Grouped(r.AtOrAbove.Of), reaching(r.AsCredited), whatShare(r))}
	case rolecall.WhereKnown:
		return []string{Reach(r, kind)}
	}
	return []string{Reach(r, kind), Bounds(r, kind)}
}

// Reach says how many titles of a kind of which everything is known in a role reach a
// title's share there: "Of the 8 037 seasons where the gender of every director is on record (40.2 %
// of 20 000), 212 (2.6 %) reach this share". Where they are too few, it says that.
func Reach(r catalog.Rarity, kind rolecall.Kind) string {
	known, all := r.WhereKnown, r.AtOrAbove.Of
	gender := "the gender of every " + r.Role.Words() + " is on record"
	if !measure.IsTold(known) {
		return fmt.Sprintf("%s for %s of %s %s: too few to say how unusual it is", phrase.Capital(gender), phrase.Grouped(known.Of), phrase.Grouped(all), kinds(all, kind))
	}
	among := fmt.Sprintf("%s %s where %s (%s of %s)", phrase.Grouped(known.Of), kinds(known.Of, kind), gender,
		rolecall.Fraction{Numerator: known.Of, Denominator: all}.Percent(), phrase.Grouped(all))
	if measure.IsOpen(known) {
		return fmt.Sprintf("Too little is known of this %s to say how many of the %s reach its share", kind, among)
	}
	return fmt.Sprintf("Of the %s, %s reach %s", among, reaching(known), whatShare(r))
}

// Bounds say how many of all titles reach the share, what is not known counted both ways:
// "Counted with those not known: 1.1 to 75.3 % of 20 000". Where they leave nearly all
// open, they say so in words.
func Bounds(r catalog.Rarity, kind rolecall.Kind) string {
	count := r.AtOrAbove
	share := count.Share()
	switch low, high := share.Lower.Percent(), share.Upper.Percent(); {
	case low == high:
		return fmt.Sprintf("Among all %s %s: %s, %s", phrase.Grouped(count.Of), kinds(count.Of, kind), phrase.Grouped(count.Certain), low)
	case measure.IsOpen(count):
		return fmt.Sprintf("Of the others of the %s %s too little is known for bounds", phrase.Grouped(count.Of), kinds(count.Of, kind))
	default:
		return fmt.Sprintf("Among all %s %s, those not known counted both ways: %s to %s, %s",
			phrase.Grouped(count.Of), kinds(count.Of, kind), phrase.Grouped(count.Certain), phrase.Grouped(count.Possible), phrase.Share(share))
	}
}

func kinds(n int, kind rolecall.Kind) string { return phrase.Agree(n, string(kind), kind.Plural()) }

// reaching is "212 (2.6 %)" or, where the title's own share is not settled, "212 to 300
// (2.6–3.7 %)".
func reaching(c rolecall.Count) string {
	if c.Certain == c.Possible {
		return fmt.Sprintf("%s (%s)", phrase.Grouped(c.Certain), c.Share().Lower.Percent())
	}
	return fmt.Sprintf("%s to %s (%s)", phrase.Grouped(c.Certain), phrase.Grouped(c.Possible), phrase.Share(c.Share()))
}

func whatShare(r catalog.Rarity) string {
	if r.Count.Certain == r.Count.Possible {
		return "this share"
	}
	return "what it may be"
}
