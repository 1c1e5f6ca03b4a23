package render

import (
	"fmt"
	"slices"
	"strings"

	"rolecall"
	"rolecall/block"
	"rolecall/catalog"
	"rolecall/method"
	"rolecall/phrase"
	"rolecall/phrase/sentence"
	"rolecall/standard"
)

// PassRates is the answer to "rolecall assess" without a title: how many titles of
// a population meet standards.
type PassRates struct {
	Rates   []standard.Rates
	Reading rolecall.Reading
	Catalog catalog.Info
	// WithMethod adds how the rates were come to.
	WithMethod bool
}

// Blocks are the answer for people.
func (r PassRates) Blocks() []block.Block {
	blocks := []block.Block{block.Asked("How many titles meet a standard")}
	for _, one := range r.Rates {
		blocks = append(blocks, standardBlocks(one.Standard, len(r.Rates) == 1)...)
		blocks = append(blocks, block.Sentence{Text: block.Strong(r.Finding(one) + ".")}, block.Below{Block: block.Sentence{Text: block.Plain(RatesScope(one))}})
		for _, t := range ratesTables(one) {
			blocks = append(blocks, t)
		}
	}
	var told []block.Block
	if len(r.Rates) == 1 {
		told = readings(r.Rates[0].Standard)
	}
	for _, one := range r.Rates {
		told = append(told, methodBlocks(r.WithMethod, func() method.Method { return r.Method(one) })...)
	}
	return append(blocks, ending(r.notes(), told, r.Catalog)...)
}

// Finding is what was found of a standard, in a sentence without its stop.
func (r PassRates) Finding(one standard.Rates) string {
	return sentence.Rates(one, r.Catalog.HandPicked)
}

// RatesScope says what a standard was asked about, and what came of it: "All
// films: 36 titles; 20 meet it, 3 cannot be told, 13 do not".
func RatesScope(one standard.Rates) string {
	words := fmt.Sprintf("%s: %s", phrase.Capital(catalog.WordsCounted(one.Population)), phrase.Titles(one.Titles))
	if one.Reading.LeavesOut() && one.Standard.Passes != "" {
		words += fmt.Sprintf(", of which %s are compared %s", phrase.Grouped(one.Whole.Count().Of), phrase.Read(one.Reading))
	}
	if whole := one.Whole; whole.Count().Of > 0 {
		words += fmt.Sprintf("; %s certainly meet it, of %s it cannot be told, %s do not",
			phrase.Grouped(whole.Met), phrase.Grouped(whole.Unknown+whole.NeedsJudgement), phrase.Grouped(whole.NotMet))
	}
	return words + "."
}

// FinePrint is the size, the coverage and the caveat of what was found, in a line.
func (r PassRates) FinePrint(one standard.Rates) string {
	words := []string{RatesScope(one)}
	if count := one.Whole.Count(); count.Of > 0 {
		words = append(words, "It is settled for "+count.Share().Coverage.Percent()+".")
	}
	if r.Catalog.HandPicked {
		words = append(words, handPickedRates)
	}
	return strings.Join(words, " ")
}

// ratesTables are the sums of those criteria that only count, and the rates of the
// whole and of those that decide.
func ratesTables(one standard.Rates) []block.Table {
	rates := block.Table{Head: []string{"", "met", "not met", "unknown", "to judge", "share met", "settled"}, Spare: []string{"settled"}}
	if one.Reading.LeavesOut() {
		rates.Head, rates.Spare = append(rates.Head, "compared"), append(rates.Spare, "compared")
	}
	sums := block.Table{Head: []string{"", phrase.AnyOf(one.Standard.Genders), "share", "where known", "known", "more in"}, Spare: []string{"where known", "known"}}
	if one.Whole.Count().Of > 0 {
		rates.Rows = append(rates.Rows, rateCells("The standard", one, one.Whole, one.LeftOut))
	}
	for _, c := range one.Criteria {
		if c.Criterion.Count == "" {
			rates.Rows = append(rates.Rows, rateCells(c.Criterion.Name, one, c.Rate, c.LeftOut))
			continue
		}
		share := c.Share()
		sums.Rows = append(sums.Rows, block.Texts(c.Criterion.Name, phrase.CountOr(SumOf(c)), phrase.Share(share), share.Known.Percent(), share.Coverage.Percent(),
			phrase.Of(c.Open, one.Titles)))
	}
	return slices.DeleteFunc([]block.Table{sums, rates}, func(t block.Table) bool { return len(t.Rows) == 0 })
}

// SumOf is what a criterion counts; nothing of shares that are averaged, which are no number of
// anything.
func SumOf(c standard.CriterionRate) rolecall.Count {
	if c.IsMean() {
		return rolecall.Count{}
	}
	return c.Sum
}

func rateCells(name string, one standard.Rates, r standard.Rate, left int) []block.Text {
	share := r.Count().Share()
	// The share of those settled is left to machines: one woman settles that a film
	// has one, so that it leans to what is met.
	cells := block.Texts(name, phrase.Number(r.Met), phrase.Number(r.NotMet), phrase.Number(r.Unknown), phrase.Number(r.NeedsJudgement),
		phrase.Share(share), share.Coverage.Percent())
	if one.Reading.LeavesOut() {
		cells = append(cells, block.Plain(phrase.Of(one.Titles-left, one.Titles)))
	}
	return cells
}

// notes say of all standards what a reader may otherwise take wrong.
func (r PassRates) notes() []string {
	var all []string
	for _, one := range r.Rates {
		for _, note := range r.Notes(one) {
			if !slices.Contains(all, note) {
				all = append(all, note)
			}
		}
	}
	return all
}

// Notes say of one standard what a reader may otherwise take wrong.
func (r PassRates) Notes(one standard.Rates) []string {
	var notes []string
	counts := func(c standard.CriterionRate) bool { return c.Criterion.Count != "" }
	if slices.ContainsFunc(one.Criteria, func(c standard.CriterionRate) bool { return !counts(c) }) {
		notes = append(notes, "Unknown depends on people whose gender is not stated or on credits that are not on record, “to judge” on what credits do not show. The share goes from none of both being met to all.")
	}
	if slices.ContainsFunc(one.Criteria, counts) {
		notes = append(notes, "A sum counts a person once for each title and role. It is of those on record: “more in” says in how many titles there may be others, and no bound covers them.")
	}
	if words := phrase.LeftOutOfTitles(one.Reading); words != "" {
		notes = append(notes, words)
	}
	notes = append(notes, vagueNotes(one.Vague)...)
	if r.Catalog.HandPicked {
		notes = append(notes, handPickedRates)
	}
	return notes
}

const handPickedRates = "Hand-picked: these rates are those of the titles in this catalog, and of no others."

// Method is how the rates of one standard were come to.
func (r PassRates) Method(one standard.Rates) method.Method {
	named := sentence.Standard(one.Standard)
	m := method.Method{
		Subject: "The share of titles that meet " + named, Population: catalog.WordsCounted(one.Population), Titles: one.Titles,
		Bounds: verdictBounds + " The lower rate is of those met, the upper rate of all but those not met.",
		Notes:  append(whereRead(one.Standard), r.Notes(one)...), Catalog: r.Catalog,
	}
	if whole := one.Whole.Count(); whole.Of > 0 {
		m.Coverage = []method.Coverage{{Of: "titles", Share: whole.Share().Coverage}}
		return m
	}
	m.Subject = "The share of " + phrase.AnyOf(one.Standard.Genders) + " by " + named
	if one.Criteria[0].Criterion.Count == "" {
		m.Subject = "The share of titles that meet the criteria of " + named
	}
	for _, c := range one.Criteria {
		share := c.Share()
		if c.Criterion.Count == "" {
			share = c.Rate.Count().Share()
		}
		m.Coverage = append(m.Coverage, method.Coverage{Of: "“" + c.Criterion.Name + "”", Share: share.Coverage})
	}
	return m
}

// Rows are one for each whole standard, its criterion empty, and one for each
// criterion: of titles, or where it only counts, the sum.
func (r PassRates) Rows() block.Rows {
	rows := block.Rows{Columns: slices.Concat(block.TextColumns("standard", "standard_name", "criterion", "criterion_name", "counted"),
		block.WholeColumns("titles", "met", "not_met", "unknown", "needs_judgement"), countColumns, block.WholeColumns("more_in"), block.TextColumns("reading"), block.WholeColumns("left_out"))}
	for _, one := range r.Rates {
		add := func(id, name, counted string, verdicts, count []any, more any, left int) {
			rows.Add(slices.Concat([]any{one.Standard.ID, one.Standard.Name, id, name, counted, one.Titles}, verdicts, count, []any{more, read(one.Reading), left})...)
		}
		if one.Whole.Count().Of > 0 {
			add("", "", "titles", verdictValues(one.Whole), countValues(one.Whole.Count()), nil, one.LeftOut)
		}
		for _, c := range one.Criteria {
			if c.Criterion.Count == "" {
				add(c.Criterion.ID, c.Criterion.Name, "titles", verdictValues(c.Rate), countValues(c.Rate.Count()), nil, c.LeftOut)
			} else {
				add(c.Criterion.ID, c.Criterion.Name, c.Criterion.Count, make([]any, 4), shareValues(SumOf(c), c.Share()), c.Open, c.LeftOut)
			}
		}
	}
	return rows
}

func verdictValues(r standard.Rate) []any { return []any{r.Met, r.NotMet, r.Unknown, r.NeedsJudgement} }
