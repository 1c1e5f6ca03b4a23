package render

import (
	"fmt"

	"rolecall"
	"rolecall/measure"
	"rolecall/method"
)

// rarity writes how unusual a title is: how many comparable titles stand at or
// above it, role by role.
func (s Show) rarity(p *page) {
	if s.Rarity == nil && s.Unverifiable == nil {
		return
	}
	p.section("How unusual")
	if s.Unverifiable != nil {
		p.sentence(capital(s.Unverifiable.Error()) + ".")
		return
	}
	p.sentence(s.rarityScope())
	p.line("")
	p.columns(p.fitted(s.rarityRows(), "credited", "this title"))
	if s.WithMethod {
		p.method(s.method())
	}
}

// rarityScope says what the title is compared with.
func (s Show) rarityScope() string {
	return fmt.Sprintf("By share of %s, among %s: %s.", genderWords(s.Rarity.Genders), s.Rarity.Population.Words(), plural(s.Rarity.Titles, "title", "titles"))
}

func (s Show) rarityRows() [][]string {
	rows := [][]string{{"role", "this title", "at or above it", "percentile", "credited"}}
	for _, r := range s.Rarity.Roles {
		rows = append(rows, []string{
			roleName(r.Role), r.Count.String(), r.AtOrAbove.String(), percentileWords(r.AtOrAbove),
			fmt.Sprintf("%d of %d", r.Credited, r.AtOrAbove.Of),
		})
	}
	return rows
}

// percentileWords is how much of the population stands below a title, "97.4–99 %".
func percentileWords(atOrAbove rolecall.Count) string {
	least, most := measure.Percentile(atOrAbove)
	return shareWords(rolecall.Share{Lower: least, Upper: most})
}

func (s Show) rarityMarkdown(p *page) {
	if s.Rarity == nil && s.Unverifiable == nil {
		return
	}
	p.line("")
	p.line("### How unusual")
	p.line("")
	if s.Unverifiable != nil {
		p.line("%s.", capital(s.Unverifiable.Error()))
		return
	}
	p.line("%s", s.rarityScope())
	p.line("")
	p.markdownTable(s.rarityRows())
	if s.WithMethod {
		p.methodMarkdown(s.method())
	}
}

// method is how the rarity was come to.
func (s Show) method() method.Method {
	m := method.Method{
		Subject:    "The standing of " + s.Lineup.Title.Label() + " by share of " + genderWords(s.Rarity.Genders),
		Population: s.Rarity.Population.Words(), Titles: s.Rarity.Titles, Unit: rolecall.People, Catalog: s.Catalog,
		Notes: []string{
			"A title stands at or above another for certain if its least share reaches the other's greatest, and possibly if its greatest reaches the other's least.",
			"A film or episode for which nobody is credited counts as one person who is not known.",
		},
	}
	for _, r := range s.Rarity.Roles {
		m.Notes = append(m.Notes, fmt.Sprintf("%s: %s stand at or above it.", capital(roleName(r.Role)), r.AtOrAbove))
		m.Coverage = append(m.Coverage, method.Coverage{Of: "comparisons of " + r.Role.Plural(), Share: r.AtOrAbove.Share().Coverage})
	}
	return m
}
