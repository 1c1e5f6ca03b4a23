package sentence

import (
	"fmt"
	"strings"

	"rolecall/measure"
	"rolecall/phrase"
)

// Difference says how the first share asked for has changed, without its stop: "By the newer
// catalog 34.2 % of directors are women, by the older 33.9 %". Of titles that somebody picked
// it has counts.
func Difference(d measure.Difference) string {
	f := d.Figures[0]
	figure := func(row *measure.Row) string { return figure(*row, d.Old.HandPicked || d.New.HandPicked) }
	who, roles := phrase.Genders(d.Genders), f.Role.Plural()
	switch {
	case f.New == nil:
		return fmt.Sprintf("The newer catalog has none of these titles; by the older, %s %s are %s", figure(f.Old), roles, who)
	case f.Old == nil:
		return fmt.Sprintf("The older catalog has none of these titles; by the newer, %s %s are %s", figure(f.New), roles, who)
	case f.Old.Count == f.New.Count:
		return fmt.Sprintf("By both catalogs %s %s are %s", figure(f.New), roles, who)
	}
	return fmt.Sprintf("By the newer catalog %s %s are %s, by the older %s", figure(f.New), roles, who, strings.TrimSuffix(figure(f.Old), " of"))
}

// Change says what became of so many titles: "3 titles: all directors are women now".
func Change(c measure.Changed, genders string) string {
	titles := phrase.Titles(c.Number)
	switch c.Change {
	case measure.BecameWhole:
		return fmt.Sprintf("%s: all %s are %s now", titles, c.Role.Plural(), genders)
	case measure.NoLonger:
		return fmt.Sprintf("%s: not all %s are %s any more, or not surely", titles, c.Role.Plural(), genders)
	case measure.NewlyHeld:
		return fmt.Sprintf("%s with a credit as %s that had none", titles, c.Role.Words())
	case measure.NoLongerHeld:
		return fmt.Sprintf("%s without a credit as %s that had one", titles, c.Role.Words())
	}
	return fmt.Sprintf("%s with another count of %s", titles, c.Role.Plural())
}

// Restated says how many people's gender is another by what is stated.
func Restated(r measure.Restated) string {
	if r.Newly+r.Withdrawn+r.Otherwise == 0 {
		return fmt.Sprintf("What is stated of the gender of the %s credited in both has not changed", phrase.Counted(r.Of, "person", "people"))
	}
	return fmt.Sprintf("Of the %s credited in both, a gender is newly stated of %s, no longer of %s, and stated otherwise of %s",
		phrase.Counted(r.Of, "person", "people"), phrase.Number(r.Newly), phrase.Number(r.Withdrawn), phrase.Number(r.Otherwise))
}
