package render

import (
	"slices"
	"strings"

	"rolecall"
	"rolecall/block"
	"rolecall/phrase"
	"rolecall/phrase/sentence"
	"rolecall/standard"
)

// Standards is the answer to "rolecall assess --list": the standards there are.
type Standards struct{ Set standard.Set }

// Blocks are the answer for people.
func (s Standards) Blocks() []block.Block {
	list := block.List{Loose: true}
	for _, one := range s.Set {
		list.Items = append(list.Items, block.Item{
			Text:  block.Join(block.Strong(one.ID), block.Plain("  "+one.Name+", "+phrase.Number(one.Year)+" · for "+phrase.Kinds(one.Kinds))),
			Under: block.Texts(one.Publisher, one.Wording),
		})
	}
	return []block.Block{list}
}

// Rows are the standards.
func (s Standards) Rows() block.Rows {
	rows := block.Rows{Columns: slices.Concat(block.TextColumns("standard", "name", "publisher"), block.WholeColumns("year"), block.TextColumns("applies_to"),
		block.WholeColumns("criteria"), block.TextColumns("wording", "address", "read"))}
	for _, one := range s.Set {
		kinds := phrase.Each(one.Kinds, func(k rolecall.Kind) string { return string(k) })
		rows.Add(one.ID, one.Name, one.Publisher, one.Year, strings.Join(kinds, ", "), len(one.Criteria), one.Wording, one.Citations[0].Address, one.Citations[0].Read)
	}
	return rows
}

// verdictBounds is what becomes of what is unknown in verdicts.
const verdictBounds = "“Met” means met whatever the unknown turns out to be, “not met” not met whatever it turns out to be; " +
	"“unknown” depends on people whose gender is not stated or on credits that are not on record, “needs judgement” on what credits do not show. " +
	"A film or episode without a credit in a role counts as unknown, never as done without."

// whereRead say where standards were read, and that they are read.
func whereRead(standards ...*standard.Standard) []string {
	notes := []string{"The criteria are Rolecall's reading of what was published, in its own words."}
	for _, s := range standards {
		notes = append(notes, sentence.WhereRead(s))
	}
	return notes
}

// StandardRead is one standard as it is read: whose it is, its wording, its criteria, how
// they are turned into counts, what it cannot see, and where it was read.
func StandardRead(one *standard.Standard) []block.Block {
	criteria := block.List{Items: phrase.Each(one.Criteria, func(c standard.Criterion) block.Item {
		return block.Item{Text: block.Join(block.Strong(c.Name), block.Plain(": "+c.Wording))}
	})}
	return append(append(standardBlocks(one, true), criteria), readings(one)...)
}
