package render

import (
	"cmp"
	"fmt"
	"slices"

	"rolecall"
	"rolecall/block"
	"rolecall/catalog"
	"rolecall/measure"
	"rolecall/method"
	"rolecall/phrase"
	"rolecall/phrase/sentence"
)

// Report is the answer to "rolecall report": shares by role and part of a
// population.
type Report struct {
	Report  measure.Report
	Catalog catalog.Info
	// WithMethod adds how the numbers were come to.
	WithMethod bool
}

// Blocks are the answer for people.
func (r Report) Blocks() []block.Block {
	blocks := []block.Block{
		block.Title{Text: block.Plain(r.Finding() + ".")},
		block.Below{Block: block.Sentence{Text: block.Plain(r.Headline() + ". " + r.Scope() + ".")}},
	}
	if tables := r.tables(); len(tables) > 0 {
		blocks = append(blocks, tables)
	}
	if changes := r.Changes(); len(changes) > 0 {
		blocks = append(blocks, block.Heading{Words: r.ChangesHead()}, block.List{Items: phrase.Each(changes, plainItem)})
	}
	return append(blocks, ending(r.Notes(), methodBlocks(r.WithMethod, r.Method), r.Catalog)...)
}

func plainItem(words string) block.Item { return block.Item{Text: block.Plain(words)} }

// Finding is what was found, in a sentence without its stop.
func (r Report) Finding() string { return sentence.Finding(r.Report, r.Catalog.HandPicked) }

// Headline is what was asked for: "Share of women and non-binary people by year, in credits".
func (r Report) Headline() string {
	words := "Share of " + phrase.Genders(r.Report.Genders)
	if r.Report.First {
		words += " among those who were " + phrase.A(r.Report.Roles[0].Words()) + " for the first time"
	}
	if !r.Report.Billed.IsZero() {
		words += " among the cast " + r.Report.Billed.Words()
	}
	words += makers[r.Report.Makers]
	if !r.Report.By.IsWhole() {
		words += " by " + r.Report.By.Words()
	}
	return phrase.Joined(", ", words, "in "+string(r.Report.Unit), phrase.Read(r.Report.Reading))
}

// makers says how many people hold the role, behind what is counted.
var makers = map[catalog.Makers]string{catalog.MadeBySole: " where one person alone holds the role", catalog.MadeByTeam: " where several people hold the role"}

// Scope says which titles are meant and how many they are; it ends without a full
// stop.
func (r Report) Scope() string {
	words := fmt.Sprintf("%s: %s", phrase.Capital(catalog.WordsCounted(r.Report.Population)), phrase.Titles(r.Report.Titles))
	leaves := r.leaves()
	switch {
	case leaves == r.Report.Titles || len(r.Report.Total) == 0:
		return words
	case r.Report.Population.Kind != "":
		return words + " with " + phrase.Episodes(leaves)
	}
	return words + " with " + phrase.Counted(leaves, "film", "films") + " or episodes"
}

// RestsOn says of each role how far it is credited and known in the whole population:
// "director: a credit on 45 of 60 films or episodes; 80 % of what is credited is known".
func (r Report) RestsOn() []string {
	credit := cmp.Or(map[catalog.Makers]string{catalog.MadeBySole: "one person", catalog.MadeByTeam: "several people"}[r.Report.Makers], "a credit")
	told := slices.DeleteFunc(slices.Clone(r.Report.Total), func(row measure.Row) bool { return row.IsLeftOut })
	return phrase.Each(told, func(row measure.Row) string {
		return fmt.Sprintf("%s: %s on %s films or episodes; %s of what is credited is known",
			phrase.Joined(", ", phrase.Role(row.Role), r.given(row)), credit, phrase.Grouped(row.Held)+" of "+phrase.Grouped(row.Leaves), row.Stated.Percent())
	})
}

// leaves is how many films or episodes are counted.
func (r Report) leaves() (n int) {
	for _, row := range r.Report.Total {
		if row.Role == r.Report.Total[0].Role {
			n += row.Leaves
		}
	}
	return n
}

// tables are one role by the parts each, or all roles in one where the population is
// whole.
func (r Report) tables() (tables block.Tables) {
	if r.Report.By.IsWhole() && r.Report.Given == nil {
		return block.Tables{r.table("", "role", r.rows(r.Report.Rows, func(row measure.Row) string { return phrase.Role(row.Role) }))}
	}
	for _, role := range r.roles() {
		rows := r.rows(ofRole(r.Report.Rows, role), r.Part)
		if !r.Report.By.IsWhole() {
			rows = append(rows, r.rows(ofRole(r.Report.Total, role), func(row measure.Row) string { return phrase.Joined(" ", "all", r.given(row)) })...)
		}
		tables = append(tables, r.table(phrase.Role(role), r.Sides(), rows))
	}
	return tables
}

// Sides are what the parts go by, above their names: "year · genre".
func (r Report) Sides() string {
	return phrase.Joined(" · ", string(r.Report.By.First.By), string(r.Report.By.Then.By))
}

func (r Report) table(title, first string, rows [][]block.Text) block.Table {
	t := block.Table{Title: title, Head: append([]string{first, phrase.Genders(r.Report.Genders)}, r.shareHead()...), Rows: rows, Spare: []string{"where known", "known", "credited"}}
	if r.Report.Means {
		t.Head = append(t.Head, r.MeanHead()...)
		t.Spare = append(t.Spare, "mean where known")
	}
	if r.Report.Sample {
		t.Head = append(t.Head, "95 % interval")
	}
	return t
}

// shareHead names the columns of the share: where known it is one figure.
func (r Report) shareHead() []string {
	if r.Report.Reading == rolecall.WhereKnown {
		return []string{"share where known", "known", "credited"}
	}
	return []string{"share", "where known", "known", "credited"}
}

// MeanHead names the columns of the mean: where known it is one figure.
func (r Report) MeanHead() []string {
	if r.Report.Reading == rolecall.WhereKnown {
		return []string{"mean where known"}
	}
	return []string{"mean", "mean where known"}
}

// Mean is the mean of a row in these columns.
func (r Report) Mean(row measure.Row) []string {
	if r.Report.Reading == rolecall.WhereKnown {
		return []string{row.Mean.Known.Percent()}
	}
	return []string{phrase.Share(*row.Mean), row.Mean.Known.Percent()}
}

// rows are rows in words, the first cell filled by name.
func (r Report) rows(rows []measure.Row, name func(measure.Row) string) [][]block.Text {
	return phrase.Each(rows, func(row measure.Row) []block.Text {
		if row.IsLeftOut {
			return block.Texts(name(row), "left out")
		}
		share := row.Share()
		cells := block.Texts(name(row), phrase.CountOr(row.Count), phrase.Share(share))
		if r.Report.Reading != rolecall.WhereKnown {
			cells = append(cells, block.Plain(share.Known.Percent()))
		}
		cells = append(cells, block.Texts(share.Coverage.Percent(), phrase.Of(row.Held, row.Leaves))...)
		if row.Mean != nil {
			cells = append(cells, block.Texts(r.Mean(row)...)...)
		}
		if r.Report.Sample {
			cells = append(cells, block.Plain(interval(row.Interval)))
		}
		return cells
	})
}

// roles are those that the report has rows of, in their order.
func (r Report) roles() (roles []rolecall.Role) {
	for _, row := range r.Report.Rows {
		if !slices.Contains(roles, row.Role) {
			roles = append(roles, row.Role)
		}
	}
	return roles
}

func ofRole(rows []measure.Row, role rolecall.Role) []measure.Row {
	return slices.DeleteFunc(slices.Clone(rows), func(row measure.Row) bool { return row.Role != role })
}

func interval(i *measure.Interval) string {
	if i == nil {
		return phrase.None
	}
	return phrase.Interval(i.Lower, i.Upper)
}

// notKnown is the name of the part of titles of which it is not known where they
// belong.
const notKnown = "not known"

// Part names the part of the population that a row is about.
func (r Report) Part(row measure.Row) string {
	if r.Report.By.IsWhole() {
		return r.given(row)
	}
	return phrase.Joined(" ", phrase.Joined(" · ", cmp.Or(row.Label, notKnown), r.within(row)), r.given(row))
}

// within names the part on the second side, if there is one.
func (r Report) within(row measure.Row) string {
	if r.Report.By.Then.By == "" {
		return ""
	}
	return cmp.Or(row.ThenLabel, notKnown)
}

// given is "director: woman", "director: no woman" or "director: not known".
func (r Report) given(row measure.Row) string {
	if r.Report.Given == nil {
		return ""
	}
	role, genders := r.Report.Given.Role.Words()+": ", phrase.Or(phrase.Each(r.Report.Given.Genders, rolecall.Gender.Words))
	switch row.Given {
	case catalog.GivenYes:
		return role + genders
	case catalog.GivenNo:
		return role + "no " + genders
	}
	return role + notKnown
}

// Changes say how the shares change per year, where the parts are years, or from one span
// of years to another.
func (r Report) Changes() []string {
	shifts := phrase.Each(r.Report.Shifts, func(s measure.Shift) string {
		words := fmt.Sprintf("%s: %s points where known", phrase.Joined(", ", phrase.Role(s.Role), r.given(measure.Row{Given: s.Given})), phrase.Points(s.Known))
		if r.Report.Reading != rolecall.WhereKnown {
			words += fmt.Sprintf(", %s to %s allowing for unknowns", phrase.Points(s.Lower), phrase.Points(s.Upper))
		}
		return fmt.Sprintf("%s (%s to %s)", words, s.From, s.To)
	})
	return append(shifts, phrase.Each(r.Report.Trends, func(t measure.Trend) string {
		name := phrase.Joined(", ", phrase.Role(t.Role), r.given(measure.Row{Given: t.Given}))
		if r.Report.Reading == rolecall.WhereKnown {
			return fmt.Sprintf("%s: %s points where known (%d–%d, %d years)", name, phrase.Points(t.Known), t.From, t.To, t.Years)
		}
		return fmt.Sprintf("%s: %s points where known, %s to %s allowing for unknowns (%d–%d, %d years)",
			name, phrase.Points(t.Known), phrase.Points(t.Lower), phrase.Points(t.Upper), t.From, t.To, t.Years)
	})...)
}

// ChangesHead is what stands above them.
func (r Report) ChangesHead() string {
	if len(r.Report.Shifts) > 0 {
		return "Change from span to span"
	}
	return "Change per year"
}

// Notes say what a reader may otherwise take wrong.
func (r Report) Notes() []string {
	var notes []string
	if r.Report.Reading.LeavesOut() {
		notes = append(notes, phrase.LeftOutOfShares(r.Report.Reading))
		notes = append(notes, phrase.Each(r.RestsOn(), phrase.Stop)...)
	}
	if r.Report.By.Has(catalog.ByAge) {
		notes = append(notes, "The age is the year of the title less the year of birth, so it may be a year too high. “Credited” is on how many films or episodes somebody of that age is.")
	}
	for _, side := range []catalog.Side{r.Report.By.First, r.Report.By.Then} {
		if names := side.By.Names(); names != "" {
			notes = append(notes, fmt.Sprintf("A title of several %s is in the row of each, and once in “all”.", names))
		}
	}
	if r.Report.Unit == rolecall.People && !r.Report.By.IsWhole() && !r.Report.First {
		notes = append(notes, "A person is in every row they worked in, and once in “all”.")
	}
	notes = append(notes, vagueNotes(r.Report.Vague)...)
	if len(r.Report.Trends) > 0 {
		notes = append(notes, "The change per year is the slope of a straight line with the least squares, each year weighing the same. Years with fewer than 10 films or episodes that have a credit, or known to less than half, are not in it.")
	}
	if r.Report.Means {
		notes = append(notes, "The mean is that of the shares on each film or episode, every one weighing the same; where known, on those where somebody's gender is known.")
	}
	if len(r.Report.Shifts) > 0 {
		notes = append(notes, "The change is the share of the last span less that of the first. Spans with fewer than 10 films or episodes that have a credit, or known to less than half, are passed over.")
	}
	if r.Report.Sample {
		notes = append(notes, "The 95 % interval (Wilson 1927) is about chance in taking a sample, and about those known only; the share is about what is not known.")
	}
	if r.Report.First {
		notes = append(notes, r.firstNotes()...)
	}
	if !r.Report.Billed.IsZero() {
		notes = append(notes, "The billing is that of the source. Cast without a place in it are not counted.")
	}
	if words := makers[r.Report.Makers]; words != "" {
		notes = append(notes, "Counted are the films and episodes"+words+"; others are left out, and so are those without a credit in it.")
	}
	if r.Report.LeastTold > 0 {
		notes = append(notes, r.privateNote())
	}
	if r.Catalog.HandPicked {
		notes = append(notes, handPickedNote)
	}
	return notes
}

// privateNote says what is left out for a private list.
func (r Report) privateNote() string {
	rows := slices.Clone(r.Report.Rows)
	if !r.Report.By.IsWhole() {
		rows = append(rows, r.Report.Total...)
	}
	all := len(rows)
	left := len(slices.DeleteFunc(rows, func(row measure.Row) bool { return !row.IsLeftOut }))
	return fmt.Sprintf("This catalog has a private list. Left out are rows with fewer than %d people on it who are of the genders asked for, or fewer who are of others, and rows from which such a number or somebody's gender could be worked out: %s. Several tables together may tell more than each: give away one.",
		r.Report.LeastTold, phrase.Of(left, all)+" rows")
}

// firstNotes say what a first credit is, and of how many more it cannot be told.
func (r Report) firstNotes() []string {
	notes := []string{"A first credit is the first in this catalog: what somebody did before, or elsewhere, may not be on record. A person is counted only if nothing outside of the titles counted may be earlier."}
	for _, row := range r.Report.Total {
		if row.Unsure > 0 {
			notes = append(notes, fmt.Sprintf("Of %s more it cannot be told: titles of the same date, or without one, are outside of those counted.", phrase.Counted(row.Unsure, "person", "people")))
		}
	}
	return notes
}

const handPickedNote = "Hand-picked: these shares are those of the titles in this catalog, and of no others."

// vagueNotes speak of titles dated less closely than is asked, if there are any.
func vagueNotes(titles int) []string {
	if titles == 0 {
		return nil
	}
	return []string{fmt.Sprintf("%s %s dated less closely than the dates asked for, and counted where the year or month touches them.",
		phrase.Titles(titles), phrase.Agree(titles, "is", "are"))}
}

// Method is how the numbers were come to.
func (r Report) Method() method.Method {
	m := method.Method{
		Subject:    "The share of " + phrase.Genders(r.Report.Genders) + " among " + phrase.And(phrase.Each(r.roles(), rolecall.Role.Plural)),
		Population: catalog.WordsCounted(r.Report.Population), Titles: r.Report.Titles,
		Unit: r.Report.Unit, Bounds: phrase.LeftOutOfShares(r.Report.Reading), Notes: r.Notes(), Catalog: r.Catalog,
	}
	for _, row := range r.Report.Total {
		of := row.Role.Plural()
		if r.Report.Given != nil {
			of += " (" + r.given(row) + ")"
		}
		m.Coverage = append(m.Coverage, method.Coverage{Of: of, Share: row.Share().Coverage})
	}
	return m
}

// meanValues are a mean in columns, empty where none was asked for.
func meanValues(mean *rolecall.Share) []any {
	if mean == nil {
		return make([]any, 3)
	}
	return []any{mean.Lower, mean.Known, mean.Upper}
}

// Rows are the rows of the parts.
func (r Report) Rows() block.Rows {
	rows := block.Rows{Columns: slices.Concat(block.TextColumns("by", "label", "given", "role", "unit"), block.WholeColumns("titles", "leaves", "held"),
		tallyColumns, countColumns, block.FractionColumns("interval_lower", "interval_upper"), block.TextColumns("reading", "then", "then_label"), block.FractionColumns("mean_lower", "mean_known", "mean_upper"))}
	for _, row := range r.Report.Rows {
		bounds := []any{nil, nil}
		if row.Interval != nil {
			bounds = []any{row.Interval.Lower, row.Interval.Upper}
		}
		held, tally, share := any(row.Held), tallyValues(row.Tally), shareValues(row.Count, row.Share())
		if r.Report.LeastTold > 0 {
			tally = make([]any, len(tally))
		}
		if row.IsLeftOut {
			held, share = nil, make([]any, len(share))
		}
		rows.Add(slices.Concat([]any{row.Key.First, row.Label, row.Given, row.Role, r.Report.Unit, row.Titles, row.Leaves, held},
			tally, share, bounds, []any{read(r.Report.Reading), row.Key.Then, row.ThenLabel}, meanValues(row.Mean))...)
	}
	return rows
}
