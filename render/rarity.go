package render

import (
	"fmt"

	"rolecall"
	"rolecall/block"
	"rolecall/measure"
	"rolecall/method"
	"rolecall/phrase"
	"rolecall/phrase/sentence"
)

// rarity is how unusual a title is: how many comparable titles stand at or above it,
// role by role.
func (s Show) rarity() []block.Block {
	heading := block.Heading{Words: "How unusual"}
	switch {
	case s.Unverifiable != nil:
		return []block.Block{heading, block.Sentence{Text: block.Plain(phrase.Stop(s.Unverifiable.Error()))}}
	case s.Rarity == nil:
		return nil
	}
	scope := fmt.Sprintf("By share of %s, among %s: %s.", phrase.Genders(s.Rarity.Genders), s.Rarity.Population.Words(), phrase.Titles(s.Rarity.Titles))
	blocks := []block.Block{heading, block.Sentence{Text: block.Plain(scope)}}
	if told := s.reaches(); len(told.Items) > 0 {
		blocks = append(blocks, told)
	}
	blocks = append(blocks, s.standings())
	if words := phrase.LeftOutOfTitles(s.Reading); words != "" {
		blocks = append(blocks, block.Sentence{Text: block.Plain(words)})
	}
	return append(blocks, methodBlocks(s.WithMethod, s.Method)...)
}

// reaches say of each role, in which the gender of anybody is stated, how many of those
// known reach the title's share.
func (s Show) reaches() (told block.List) {
	for _, r := range s.Rarity.Roles {
		if r.Count.Settled() > 0 {
			told.Items = append(told.Items, block.Item{Text: block.Join(block.Strong(phrase.Capital(phrase.Role(r.Role))+": "),
				block.Plain(sentence.Reach(r, s.Lineup.Title.Kind)+"."))})
		}
	}
	return told
}

func (s Show) standings() block.Table {
	t := block.Table{Head: []string{"role", "this title", "at or above it", "percentile", "credited"}, Spare: []string{"credited", "this title"}}
	for _, r := range s.Rarity.Roles {
		reach := measure.Reach(r, s.Reading)
		above, below := reach.String(), percentile(reach)
		if measure.IsOpen(reach) {
			above, below = "too little is known", phrase.None
		}
		t.Rows = append(t.Rows, block.Texts(phrase.Role(r.Role), r.Count.String(), above, below, phrase.Of(r.Credited, r.AtOrAbove.Of)))
	}
	return t
}

// percentile is how much of the population stands below a title, "97.4–99 %".
func percentile(atOrAbove rolecall.Count) string {
	least, most := measure.Percentile(atOrAbove)
	return phrase.Share(rolecall.Share{Lower: least, Upper: most})
}

// Method is how the rarity was come to.
func (s Show) Method() method.Method {
	m := method.Method{
		Subject:    "The standing of " + s.Lineup.Title.Label() + " by share of " + phrase.Genders(s.Rarity.Genders),
		Population: s.Rarity.Population.Words(), Titles: s.Rarity.Titles, Unit: rolecall.People, Catalog: s.Catalog,
		Notes: []string{
			"A title stands at or above another for certain if its least share reaches the other's greatest, and possibly if its greatest reaches the other's least.",
			"A film or episode for which nobody is credited counts as one person who is not known.",
		},
	}
	if words := phrase.LeftOutOfTitles(s.Reading); words != "" {
		m.Notes = append(m.Notes, words)
	}
	for _, r := range s.Rarity.Roles {
		m.Notes = append(m.Notes, fmt.Sprintf("%s: %s stand at or above it.", phrase.Capital(phrase.Role(r.Role)), measure.Reach(r, s.Reading)))
		m.Coverage = append(m.Coverage, method.Coverage{Of: "comparisons of " + r.Role.Plural(), Share: r.AtOrAbove.Share().Coverage})
	}
	return m
}
