package render

import (
	"cmp"
	"fmt"
	"slices"
	"strconv"
	"strings"

	"rolecall"
	"rolecall/catalog"
	"rolecall/measure"
	"rolecall/method"
)

// Report is the answer to "rolecall report": shares by role and part of a
// population.
type Report struct {
	Report  measure.Report
	Catalog catalog.Info
	// WithMethod adds how the numbers were come to.
	WithMethod bool
}

func (r Report) terminal(p *page) {
	p.sentence(p.colors.strong(r.headline()))
	p.sentence(r.scope())
	for _, block := range r.blocks() {
		p.line("")
		if block.heading != "" {
			block.rows[0][0] = p.colors.heading(block.heading)
		}
		p.columns(p.fitted(block.rows, "of stated", "stated", "held"))
	}
	if lines := r.trendLines(); len(lines) > 0 {
		p.section("Change per year")
		for _, line := range lines {
			p.indented("  ", line)
		}
	}
	p.ending(r.notes(), r.WithMethod, r.method, r.Catalog)
}

// headline is "Share of women and non-binary people by year, in credits".
func (r Report) headline() string {
	words := "Share of " + genderWords(r.Report.Genders)
	if r.Report.By != catalog.Whole {
		words += " by " + string(r.Report.By)
	}
	return words + ", in " + string(r.Report.Unit)
}

func genderWords(genders []rolecall.Gender) string {
	plain := make([]string, len(genders))
	for i, g := range genders {
		plain[i] = g.Plural()
	}
	return listWords(plain)
}

// scope says which titles are meant and how many they are.
func (r Report) scope() string {
	leaves := 0
	for _, row := range r.Report.Total {
		if row.Role == r.Report.Total[0].Role {
			leaves += row.Leaves
		}
	}
	words := fmt.Sprintf("%s: %s", capital(catalog.WordsCounted(r.Report.Population)), plural(r.Report.Titles, "title", "titles"))
	if len(r.Report.Total) > 0 && leaves != r.Report.Titles {
		words += fmt.Sprintf(" with %s or episodes", plural(leaves, "film", "films"))
		if r.Report.Population.Kind != "" {
			words = strings.TrimSuffix(words, plural(leaves, "film", "films")+" or episodes") + plural(leaves, "episode", "episodes")
		}
	}
	return words
}

func capital(words string) string { return strings.ToUpper(words[:1]) + words[1:] }

// block is a table with a heading of its own: one role by the parts, or all roles
// where the population is whole.
type block struct {
	heading string
	rows    [][]string
}

func (r Report) blocks() []block {
	if r.Report.By == catalog.Whole && r.Report.Given == nil {
		return []block{{rows: r.table("role", r.Report.Rows, func(row measure.Row) string { return roleName(row.Role) })}}
	}
	var blocks []block
	for _, role := range rolesIn(r.Report.Rows) {
		ofRole := func(rows []measure.Row) []measure.Row {
			return slices.DeleteFunc(slices.Clone(rows), func(row measure.Row) bool { return row.Role != role })
		}
		rows := ofRole(r.Report.Rows)
		table := r.table(string(r.Report.By), rows, r.partName)
		if r.Report.By != catalog.Whole {
			table = append(table, r.table("", ofRole(r.Report.Total), func(row measure.Row) string { return strings.TrimSpace("all " + r.givenName(row)) })[1:]...)
		}
		blocks = append(blocks, block{roleName(role), table})
	}
	return blocks
}

func rolesIn(rows []measure.Row) (roles []rolecall.Role) {
	seen := make(map[rolecall.Role]bool)
	for _, row := range rows {
		if !seen[row.Role] {
			seen[row.Role] = true
			roles = append(roles, row.Role)
		}
	}
	return roles
}

// roleName is a role in words, the lead explained.
func roleName(role rolecall.Role) string {
	if role == rolecall.Lead {
		return "lead (first billed)"
	}
	return role.Words()
}

// notKnown is the name of the part of titles of which it is not known where they
// belong.
const notKnown = "not known"

func (r Report) partName(row measure.Row) string {
	if r.Report.By == catalog.Whole {
		return r.givenName(row)
	}
	return strings.TrimSpace(cmp.Or(row.Label, notKnown) + " " + r.givenName(row))
}

// givenName is "director: woman", "director: no woman" or "director: not known".
func (r Report) givenName(row measure.Row) string {
	if r.Report.Given == nil {
		return ""
	}
	role := r.Report.Given.Role.Words() + ": "
	plain := make([]string, len(r.Report.Given.Genders))
	for i, g := range r.Report.Given.Genders {
		plain[i] = g.Words()
	}
	switch row.Given {
	case catalog.GivenYes:
		return role + orWords(plain)
	case catalog.GivenNo:
		return role + "no " + orWords(plain)
	}
	return role + notKnown
}

// orWords joins words as English does: "a", "a or b".
func orWords(words []string) string { return strings.Join(words, " or ") }

// table is rows with their header; the first column is named and filled by name.
func (r Report) table(first string, rows []measure.Row, name func(measure.Row) string) [][]string {
	whose := genderWords(r.Report.Genders)
	header := []string{first, whose, "share", "of stated", "stated", "held"}
	if r.Report.Sample {
		header = append(header, "95 % interval")
	}
	table := [][]string{header}
	for _, row := range rows {
		share := row.Count.Share()
		cells := []string{
			name(row), countCell(row.Count), shareWords(share), share.Known.Percent(),
			share.Coverage.Percent(), fmt.Sprintf("%d of %d", row.Held, row.Leaves),
		}
		if r.Report.Sample {
			cells = append(cells, intervalWords(row.Interval))
		}
		table = append(table, cells)
	}
	return table
}

// countCell is a count, or a dash of nobody.
func countCell(c rolecall.Count) string {
	if c.Of == 0 {
		return noCredit
	}
	return c.String()
}

func intervalWords(i *measure.Interval) string {
	if i == nil {
		return noCredit
	}
	return fmt.Sprintf("%.1f–%.1f %%", 100*i.Lower, 100*i.Upper)
}

func (r Report) trendLines() []string {
	var lines []string
	for _, t := range r.Report.Trends {
		name := roleName(t.Role)
		if r.Report.Given != nil {
			name += ", " + r.givenName(measure.Row{Given: t.Given})
		}
		lines = append(lines, fmt.Sprintf("%s: %s points of stated, %s to %s by what is not known (%d–%d, %d years)",
			name, points(t.Known), points(t.Lower), points(t.Upper), t.From, t.To, t.Years))
	}
	return lines
}

// points is a change in percentage points, with its sign.
func points(slope float64) string {
	words := fmt.Sprintf("%+.2f", 100*slope)
	if words == "-0.00" {
		words = "+0.00"
	}
	return strings.Replace(words, "-", "−", 1)
}

// notes say what a reader may otherwise take wrong.
func (r Report) notes() []string {
	var notes []string
	if r.Report.By.Overlaps() {
		notes = append(notes, fmt.Sprintf("A title of several %s is in the row of each, and once in “all”.", pluralOf(r.Report.By)))
	}
	if r.Report.Unit == rolecall.People && r.Report.By != catalog.Whole {
		notes = append(notes, "A person is in every row they worked in, and once in “all”.")
	}
	if r.Report.Vague > 0 {
		notes = append(notes, fmt.Sprintf("%s dated less closely than the dates asked for, and counted where the year or month touches them.", isOrAre(r.Report.Vague)))
	}
	if len(r.Report.Trends) > 0 {
		notes = append(notes, "The change per year is the slope of a straight line with the least squares, each year weighing the same.")
	}
	if r.Report.Sample {
		notes = append(notes, "The 95 % interval (Wilson 1927) is about chance in drawing a sample, and about those stated only; the share is about what is not known.")
	}
	if r.Catalog.HandPicked {
		notes = append(notes, "Hand-picked: these shares are those of the titles held, and of no others.")
	}
	return notes
}

func isOrAre(n int) string {
	if n == 1 {
		return "1 title is"
	}
	return fmt.Sprintf("%d titles are", n)
}

func pluralOf(by catalog.By) string {
	if by == catalog.ByCountry {
		return "countries"
	}
	return string(by) + "s"
}

// method is how the numbers were come to.
func (r Report) method() method.Method {
	roles := rolesIn(r.Report.Total)
	names := make([]string, len(roles))
	for i, role := range roles {
		names[i] = role.Plural()
	}
	m := method.Method{
		Subject:    "The share of " + genderWords(r.Report.Genders) + " among " + listWords(names),
		Population: catalog.WordsCounted(r.Report.Population), Titles: r.Report.Titles,
		Unit: r.Report.Unit, Notes: r.notes(), Catalog: r.Catalog,
	}
	for _, row := range r.Report.Total {
		of := row.Role.Plural()
		if r.Report.Given != nil {
			of += " (" + r.givenName(row) + ")"
		}
		m.Coverage = append(m.Coverage, method.Coverage{Of: of, Share: row.Count.Share().Coverage})
	}
	return m
}

func (r Report) markdown(p *page) {
	p.line("## %s", r.headline())
	p.line("")
	p.line("%s.", r.scope())
	for _, block := range r.blocks() {
		p.line("")
		if block.heading != "" {
			p.line("### %s", capital(block.heading))
			p.line("")
		}
		p.markdownTable(block.rows)
	}
	p.line("")
	for _, line := range r.trendLines() {
		p.line("- Change per year, %s", line)
	}
	for _, note := range r.notes() {
		p.line("- %s", note)
	}
	if r.WithMethod {
		p.methodMarkdown(r.method())
	}
	p.line("")
	p.line("*%s*", footer(r.Catalog))
}

// decimal writes a ratio as Fraction does in JSON.
func decimal(v float64) string {
	text := strconv.FormatFloat(v, 'f', 6, 64)
	if text == "-0.000000" {
		return text[1:]
	}
	return text
}

// fractionText is a fraction for a spreadsheet: empty where undefined.
func fractionText(f rolecall.Fraction) string {
	v, defined := f.Value()
	if !defined {
		return ""
	}
	return decimal(v)
}

// reportColumns are the columns of a report as a table, with their types in SQL.
var reportColumns = []column{
	{"by", "VARCHAR"}, {"label", "VARCHAR"}, {"given", "VARCHAR"}, {"role", "VARCHAR"}, {"unit", "VARCHAR"},
	{"titles", "BIGINT"}, {"leaves", "BIGINT"}, {"held", "BIGINT"},
	{"women", "BIGINT"}, {"men", "BIGINT"}, {"nonbinary", "BIGINT"}, {"unknown", "BIGINT"},
	{"certain", "BIGINT"}, {"possible", "BIGINT"}, {"of", "BIGINT"},
	{"lower", "DOUBLE"}, {"known", "DOUBLE"}, {"upper", "DOUBLE"}, {"coverage", "DOUBLE"},
	{"interval_lower", "DOUBLE"}, {"interval_upper", "DOUBLE"},
}

func (r Report) columns() []column { return reportColumns }

func (r Report) rows() [][]string {
	rows := [][]string{columnNames(reportColumns)}
	for _, row := range r.Report.Rows {
		share := row.Count.Share()
		cells := []string{row.Key, row.Label, string(row.Given), string(row.Role), string(r.Report.Unit)}
		cells = append(cells, numbersText(row.Titles, row.Leaves, row.Held,
			row.Tally.Women, row.Tally.Men, row.Tally.Nonbinary, row.Tally.Unknown, row.Count.Certain, row.Count.Possible, row.Count.Of)...)
		cells = append(cells, fractionText(share.Lower), fractionText(share.Known), fractionText(share.Upper), fractionText(share.Coverage))
		if row.Interval == nil {
			cells = append(cells, "", "")
		} else {
			cells = append(cells, decimal(row.Interval.Lower), decimal(row.Interval.Upper))
		}
		rows = append(rows, cells)
	}
	return rows
}

func numbersText(numbers ...int) []string {
	texts := make([]string, len(numbers))
	for i, n := range numbers {
		texts[i] = strconv.Itoa(n)
	}
	return texts
}
