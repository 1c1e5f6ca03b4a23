package render

import (
	"fmt"
	"strconv"

	"rolecall/catalog"
	"rolecall/measure"
	"rolecall/method"
)

// Ranking is the answer to "rolecall rank": seasons and films by share.
type Ranking struct {
	Ranking measure.Ranking
	Catalog catalog.Info
	// WithMethod adds how the order was come to.
	WithMethod bool
}

func (r Ranking) terminal(p *page) {
	p.sentence(p.colors.strong(r.headline()))
	p.sentence(r.scope())
	if len(r.Ranking.Rows) > 0 {
		p.line("")
		p.columns(p.fitted(r.table(), "of stated", "year", "stated", "held"), 0)
	}
	p.ending(r.notes(), r.WithMethod, r.method, r.Catalog)
}

func (r Ranking) headline() string {
	return fmt.Sprintf("%s by share of %s, in %s", capital(roleName(r.Ranking.Role)), genderWords(r.Ranking.Genders), r.Ranking.Unit)
}

// scope says how many are ranked, and in how many of them all are.
func (r Ranking) scope() string {
	words := fmt.Sprintf("%s: %s, %d of them ranked", capital(catalog.WordsCounted(r.Ranking.Population)), plural(r.Ranking.Titles, "title", "titles"), r.Ranking.All.Of)
	return words + fmt.Sprintf("; all are %s in %s", genderWords(r.Ranking.Genders), r.Ranking.All)
}

func (r Ranking) table() [][]string {
	rows := [][]string{{"", "title", "year", genderWords(r.Ranking.Genders), "share", "of stated", "stated", "held"}}
	for i, row := range r.Ranking.Rows {
		share := row.Count.Share()
		rows = append(rows, []string{
			strconv.Itoa(i + 1), row.Title.Label(), yearWords(row.Title.First().Year), row.Count.String(), shareWords(share),
			share.Known.Percent(), share.Coverage.Percent(), fmt.Sprintf("%d of %d", row.Held, row.Leaves),
		})
	}
	return rows
}

func (r Ranking) notes() []string {
	notes := []string{"In the order of the least share. A film or episode for which nobody is credited counts as one who is not known."}
	if left := r.Ranking.Titles - r.Ranking.All.Of; left > 0 {
		least := "nobody"
		if r.Ranking.MinPeople > 1 {
			least = fmt.Sprintf("fewer than %d people", r.Ranking.MinPeople)
		}
		notes = append(notes, fmt.Sprintf("%s not ranked: %s credited in the role.", isOrAre(left), least))
	}
	if r.Catalog.HandPicked {
		notes = append(notes, "Hand-picked: the order is that of the titles held, and of no others.")
	}
	return notes
}

func (r Ranking) method() method.Method {
	return method.Method{
		Subject:    fmt.Sprintf("The order by share of %s among %s", genderWords(r.Ranking.Genders), r.Ranking.Role.Plural()),
		Population: catalog.WordsCounted(r.Ranking.Population), Titles: r.Ranking.Titles,
		Unit: r.Ranking.Unit, Notes: append([]string{r.scope() + "."}, r.notes()...), Catalog: r.Catalog,
	}
}

func (r Ranking) markdown(p *page) {
	p.line("## %s", r.headline())
	p.line("")
	p.line("%s.", r.scope())
	p.line("")
	p.markdownTable(r.table())
	p.line("")
	for _, note := range r.notes() {
		p.line("- %s", note)
	}
	if r.WithMethod {
		p.methodMarkdown(r.method())
	}
	p.line("")
	p.line("*%s*", footer(r.Catalog))
}

var rankingColumns = []column{
	{"place", "BIGINT"}, {"title_id", "VARCHAR"}, {"title", "VARCHAR"}, {"kind", "VARCHAR"}, {"year", "BIGINT"}, {"role", "VARCHAR"}, {"unit", "VARCHAR"},
	{"leaves", "BIGINT"}, {"held", "BIGINT"}, {"women", "BIGINT"}, {"men", "BIGINT"}, {"nonbinary", "BIGINT"}, {"unknown", "BIGINT"},
	{"certain", "BIGINT"}, {"possible", "BIGINT"}, {"of", "BIGINT"},
	{"lower", "DOUBLE"}, {"known", "DOUBLE"}, {"upper", "DOUBLE"}, {"coverage", "DOUBLE"},
}

func (r Ranking) columns() []column { return rankingColumns }

func (r Ranking) rows() [][]string {
	rows := [][]string{columnNames(rankingColumns)}
	for i, row := range r.Ranking.Rows {
		share, year := row.Count.Share(), row.Title.First().Year
		cells := []string{strconv.Itoa(i + 1), row.Title.ID, row.Title.Label(), string(row.Title.Kind), number(year, year > 0), string(row.Role), string(r.Ranking.Unit)}
		cells = append(cells, numbersText(row.Leaves, row.Held, row.Tally.Women, row.Tally.Men, row.Tally.Nonbinary, row.Tally.Unknown,
			row.Count.Certain, row.Count.Possible, row.Count.Of)...)
		rows = append(rows, append(cells, fractionText(share.Lower), fractionText(share.Known), fractionText(share.Upper), fractionText(share.Coverage)))
	}
	return rows
}
