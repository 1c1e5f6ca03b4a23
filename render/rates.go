package render

import (
	"fmt"
	"slices"
	"strconv"

	"rolecall"
	"rolecall/catalog"
	"rolecall/method"
	"rolecall/standard"
)

// PassRates is the answer to "rolecall assess" without a title: how many titles of
// a population meet standards.
type PassRates struct {
	Rates   []standard.Rates
	Catalog catalog.Info
	// WithMethod adds how the rates were come to.
	WithMethod bool
}

func (r PassRates) terminal(p *page) {
	for i, one := range r.Rates {
		if i > 0 {
			p.line("")
		}
		p.line("%s", p.colors.heading(one.Standard.Name))
		if len(r.Rates) == 1 {
			p.sentence(fmt.Sprintf("%s, %d. %s", one.Standard.Publisher, one.Standard.Year, one.Standard.Wording))
			p.line("")
		}
		p.sentence(p.colors.strong(ratesScope(one)))
		for _, table := range ratesTables(one) {
			p.line("")
			p.columns(p.fitted(table, "of stated", "settled", "stated"))
		}
	}
	p.line("")
	for _, note := range r.notes() {
		p.sentence(p.colors.quiet(note))
	}
	if len(r.Rates) == 1 {
		for _, note := range standardNotes(r.Rates[0].Standard) {
			p.line("")
			p.sentence(note)
		}
	}
	if r.WithMethod {
		for _, one := range r.Rates {
			p.method(r.method(one))
		}
	}
	p.line("")
	p.footer(r.Catalog)
}

// ratesScope says what a standard was asked about, and what came of it: "All
// films: 36 titles; 20 meet it, 3 cannot be told, 13 do not".
func ratesScope(one standard.Rates) string {
	words := fmt.Sprintf("%s: %s", capital(catalog.WordsCounted(one.Population)), plural(one.Titles, "title", "titles"))
	if whole := one.Whole; whole.Count().Of > 0 {
		words += fmt.Sprintf("; %d certainly meet it, of %d it cannot be told, %d do not", whole.Met, whole.Unknown+whole.NeedsJudgement, whole.NotMet)
	}
	return words
}

// ratesTables are the rates of the whole and of the criteria that decide, and the
// sums of those that only count.
func ratesTables(one standard.Rates) [][][]string {
	rates := [][]string{{"", "met", "not met", "unknown", "to judge", "share met", "settled"}}
	sums := [][]string{{"", gendersWords(one.Standard.Genders), "share", "of stated", "stated", "more in"}}
	if one.Whole.Count().Of > 0 {
		rates = append(rates, rateCells("The standard", one.Whole))
	}
	for _, c := range one.Criteria {
		if c.Criterion.Count == "" {
			rates = append(rates, rateCells(c.Criterion.Name, c.Rate))
			continue
		}
		share := c.Sum.Share()
		sums = append(sums, []string{
			c.Criterion.Name, countCell(c.Sum), shareWords(share), share.Known.Percent(), share.Coverage.Percent(),
			fmt.Sprintf("%d of %d", c.Open, one.Titles),
		})
	}
	return slices.DeleteFunc([][][]string{sums, rates}, func(rows [][]string) bool { return len(rows) == 1 })
}

func rateCells(name string, r standard.Rate) []string {
	share := r.Count().Share()
	cells := append([]string{name}, numbersText(r.Met, r.NotMet, r.Unknown, r.NeedsJudgement)...)
	// The share of those settled is left to machines: one woman settles that a film
	// has one, so that it leans to what is met.
	return append(cells, shareWords(share), share.Coverage.Percent())
}

// notes say what a reader may otherwise take wrong.
func (r PassRates) notes() []string {
	var all []string
	for _, one := range r.Rates {
		for _, note := range r.notesOn(one) {
			if !slices.Contains(all, note) {
				all = append(all, note)
			}
		}
	}
	return all
}

func (r PassRates) notesOn(one standard.Rates) []string {
	var notes []string
	counts := func(c standard.CriterionRate) bool { return c.Criterion.Count != "" }
	if slices.ContainsFunc(one.Criteria, func(c standard.CriterionRate) bool { return !counts(c) }) {
		notes = append(notes, "Unknown depends on people whose gender is not stated or on credits that are not held, “to judge” on what credits do not show. The share goes from none of both being met to all.")
	}
	if slices.ContainsFunc(one.Criteria, counts) {
		notes = append(notes, "A sum counts a person once for each title and role. It is of those held: “more in” says in how many titles there may be others, and no bound covers them.")
	}
	if one.Vague > 0 {
		notes = append(notes, fmt.Sprintf("%s dated less closely than the dates asked for, and counted where the year or month touches them.", isOrAre(one.Vague)))
	}
	if r.Catalog.HandPicked {
		notes = append(notes, "Hand-picked: these rates are those of the titles held, and of no others.")
	}
	return notes
}

// verdictBounds is what becomes of what is unknown in verdicts.
const verdictBounds = "“Met” means met whatever the unknown turns out to be, “not met” not met whatever it turns out to be; " +
	"“unknown” depends on people whose gender is not stated or on credits that are not held, “needs judgement” on what credits do not show. " +
	"A film or episode without a credit in a role counts as unknown, never as done without."

// method is how the rates of one standard were come to.
func (r PassRates) method(one standard.Rates) method.Method {
	m := method.Method{
		Subject: "The share of titles that meet " + standardNamed(one.Standard), Population: catalog.WordsCounted(one.Population), Titles: one.Titles,
		Bounds: verdictBounds + " The lower rate is of those met, the upper rate of all but those not met.",
		Notes:  append(readings(one.Standard), r.notesOn(one)...), Catalog: r.Catalog,
	}
	if whole := one.Whole.Count(); whole.Of > 0 {
		m.Coverage = []method.Coverage{{Of: "titles", Share: whole.Share().Coverage}}
		return m
	}
	m.Subject = "The share of " + gendersWords(one.Standard.Genders) + " by " + standardNamed(one.Standard)
	if one.Criteria[0].Criterion.Count == "" {
		m.Subject = "The share of titles that meet the criteria of " + standardNamed(one.Standard)
	}
	for _, c := range one.Criteria {
		count := c.Sum
		if c.Criterion.Count == "" {
			count = c.Rate.Count()
		}
		m.Coverage = append(m.Coverage, method.Coverage{Of: "“" + c.Criterion.Name + "”", Share: count.Share().Coverage})
	}
	return m
}

// readings say where standards were read, and that they are read.
func readings(standards ...*standard.Standard) []string {
	notes := []string{"The criteria are Rolecall's reading of what was published, in its own words."}
	for _, s := range standards {
		notes = append(notes, fmt.Sprintf("%s was read at %s (%s).", s.Name, s.Citations[0].Address, s.Citations[0].Read))
	}
	return notes
}

// standardNamed is a standard with whose it is.
func standardNamed(s *standard.Standard) string {
	return fmt.Sprintf("%s (%s, %d)", s.Name, s.Publisher, s.Year)
}

func (r PassRates) markdown(p *page) {
	for i, one := range r.Rates {
		if i > 0 {
			p.line("")
		}
		p.line("## %s (%s, %d)", one.Standard.Name, one.Standard.Publisher, one.Standard.Year)
		p.line("")
		p.line("%s", one.Standard.Wording)
		p.line("")
		p.line("**%s**", ratesScope(one))
		for _, table := range ratesTables(one) {
			p.line("")
			p.markdownTable(table)
		}
		for _, note := range standardNotes(one.Standard) {
			p.line("")
			p.line("%s", note)
		}
		if r.WithMethod {
			p.methodMarkdown(r.method(one))
		}
	}
	p.line("")
	for _, note := range r.notes() {
		p.line("- %s", note)
	}
	p.line("")
	p.line("*%s*", footer(r.Catalog))
}

var rateColumns = []column{
	{"standard", "VARCHAR"}, {"standard_name", "VARCHAR"}, {"criterion", "VARCHAR"}, {"criterion_name", "VARCHAR"}, {"counted", "VARCHAR"}, {"titles", "BIGINT"},
	{"met", "BIGINT"}, {"not_met", "BIGINT"}, {"unknown", "BIGINT"}, {"needs_judgement", "BIGINT"},
	{"certain", "BIGINT"}, {"possible", "BIGINT"}, {"of", "BIGINT"},
	{"lower", "DOUBLE"}, {"known", "DOUBLE"}, {"upper", "DOUBLE"}, {"coverage", "DOUBLE"}, {"more_in", "BIGINT"},
}

func (r PassRates) columns() []column { return rateColumns }

// rows are one for each whole standard, its criterion empty, and one for each
// criterion: of titles, or where it only counts, the sum.
func (r PassRates) rows() [][]string {
	rows := [][]string{columnNames(rateColumns)}
	for _, one := range r.Rates {
		if one.Whole.Count().Of > 0 {
			rows = append(rows, rateRow(one, "", "", one.Whole))
		}
		for _, c := range one.Criteria {
			if c.Criterion.Count == "" {
				rows = append(rows, rateRow(one, c.Criterion.ID, c.Criterion.Name, c.Rate))
				continue
			}
			row := []string{one.Standard.ID, one.Standard.Name, c.Criterion.ID, c.Criterion.Name, c.Criterion.Count, strconv.Itoa(one.Titles), "", "", "", ""}
			rows = append(rows, append(append(row, countText(c.Sum)...), strconv.Itoa(c.Open)))
		}
	}
	return rows
}

func rateRow(one standard.Rates, id, name string, rate standard.Rate) []string {
	row := []string{one.Standard.ID, one.Standard.Name, id, name, "titles", strconv.Itoa(one.Titles)}
	row = append(row, numbersText(rate.Met, rate.NotMet, rate.Unknown, rate.NeedsJudgement)...)
	return append(append(row, countText(rate.Count())...), "")
}

// countText is a count and its share for a spreadsheet.
func countText(c rolecall.Count) []string {
	share := c.Share()
	return append(numbersText(c.Certain, c.Possible, c.Of),
		fractionText(share.Lower), fractionText(share.Known), fractionText(share.Upper), fractionText(share.Coverage))
}
