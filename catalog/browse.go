package catalog

import (
	"cmp"
	"context"
	"database/sql"
	"fmt"
	"slices"
	"strings"

	"rolecall"
	"rolecall/population"
)

// This file lists what is held: a page of the titles of a population in an order, and how
// many there are by each thing that can narrow it further.

// Order is what titles are listed by.
type Order string

// The orders. Those with the most votes are the best known; a title without a date is
// neither new nor old and comes last.
const (
	ByVotes Order = "votes"
	Newest  Order = "newest"
	Oldest  Order = "oldest"
	ByName  Order = "name"
)

// Orders are all.
func Orders() []Order { return []Order{ByVotes, Newest, Oldest, ByName} }

// ParseOrder reads an order; the error lists the words there are.
func ParseOrder(text string) (Order, error) {
	if order := Order(text); slices.Contains(Orders(), order) {
		return order, nil
	}
	return "", fmt.Errorf("%q is no order of titles: choose votes, newest, oldest or name", text)
}

// Browsing asks for titles.
type Browsing struct {
	Population population.Population
	// Roles are those in each of which somebody is credited on a title.
	Roles []rolecall.Role
	// Order is what they are listed by; empty for the best known first or, where no title
	// has votes, the newest.
	Order Order
	// From is how many titles are passed over, Most how many are listed.
	From, Most int
	// RowsOnly leaves out the facets, which take far longer than the titles.
	RowsOnly bool
}

// Browsed is what a catalog holds of a population.
type Browsed struct {
	// Titles is how many the population has, Rows those listed, in the order Order.
	Titles int
	Order  Order
	Rows   []rolecall.Title
	// Unheld are names asked for that no title bears, where there is no title.
	Unheld []string
	// Facets are what the titles can be narrowed by; none where only the rows are asked for,
	// or a population of those with the most votes, which others would be among if it asked
	// for more.
	Facets []Facet
}

// Facet is one thing that titles can be narrowed by, with how many there would be of
// each value if the population asked for this value of it, whatever it asks now.
type Facet struct {
	Of     FacetOf
	Values []FacetValue
}

// FacetValue is a value and how many titles have it.
type FacetValue struct {
	Value  string
	Titles int
}

// FacetOf is what a facet is of: something that a population is divided by, or the role.
type FacetOf string

// The facets.
const (
	FacetKind    = FacetOf(ByKind)
	FacetYear    = FacetOf(ByYear)
	FacetNetwork = FacetOf(ByNetwork)
	FacetCountry = FacetOf(ByCountry)
	FacetGenre   = FacetOf(ByGenre)
	FacetRole    = FacetOf("role")
)

// facetsOffered are all, in the order in which they are offered.
var facetsOffered = []FacetOf{FacetKind, FacetYear, FacetGenre, FacetNetwork, FacetCountry, FacetRole}

// facetFields are the fields of a population that say the value of a facet.
var facetFields = map[FacetOf][]string{
	FacetKind: {"kind"}, FacetYear: {"from", "to"}, FacetNetwork: {"networks"}, FacetCountry: {"countries"}, FacetGenre: {"genres"},
}

// RolesError says that titles of a kind cannot be chosen by who is credited on them.
type RolesError struct{ Kind rolecall.Kind }

func (e *RolesError) Error() string {
	return fmt.Sprintf("films, seasons and series can be chosen by a role that somebody is credited in, not %s: leave the role out, or choose another kind", e.Kind.Plural())
}

// Browse lists titles. The error is an *UnanswerableError or a *RolesError where that is
// the matter; that there is no such title is none.
func (c *Catalog) Browse(ctx context.Context, b Browsing) (Browsed, error) {
	if b.Population.Kind == rolecall.Episode && len(b.Roles) > 0 {
		return Browsed{}, &RolesError{b.Population.Kind}
	}
	if err := c.checkAnswerable(ctx, b.Population, Breakdown{}); err != nil {
		return Browsed{}, err
	}
	if err := c.orderBrowsed(ctx, &b); err != nil {
		return Browsed{}, err
	}
	p, err := c.Resolved(ctx, b.Population)
	if err != nil {
		return Browsed{}, err
	}
	b.Population = p
	all := Browsed{Order: b.Order}
	if all.Rows, err = c.browsedRows(ctx, b); err != nil {
		return all, err
	}
	if p.Top > 0 || b.RowsOnly {
		all.Titles, err = c.browsedTitles(ctx, b)
		return all, err
	}
	if all.Facets, err = c.facets(ctx, b); err != nil {
		return all, err
	}
	for _, f := range all.Facets {
		if f.Of == FacetKind {
			all.Titles = titlesOfKinds(f, KindsCounted(p))
		}
	}
	if all.Titles == 0 {
		all.Unheld, err = c.unheld(ctx, p)
	}
	return all, err
}

// orderBrowsed takes the best known first where no order is asked for, or the newest where no
// title has votes.
func (c *Catalog) orderBrowsed(ctx context.Context, b *Browsing) error {
	if b.Order != "" && b.Order != ByVotes {
		return nil
	}
	switch voted, err := c.Has(ctx, population.Votes); {
	case err != nil:
		return err
	case voted:
		b.Order = ByVotes
	case b.Order == "":
		b.Order = Newest
	default:
		return &UnanswerableError{population.Votes.What, population.Votes.Remedy}
	}
	return nil
}

// browsedTitles is how many titles there are.
func (c *Catalog) browsedTitles(ctx context.Context, b Browsing) (n int, err error) {
	kinds := KindsCounted(b.Population)
	text, args := b.browse(kinds, columnsOf(kinds), columns.Number, noMore)
	err = c.db.QueryRowContext(ctx, `SELECT count(*) FROM (`+text+`)`, args...).Scan(&n)
	return n, c.fault(err)
}

// facets are those with a value, in the order in which they are offered.
func (c *Catalog) facets(ctx context.Context, b Browsing) (all []Facet, err error) {
	found := make(map[FacetOf]Facet)
	var together []FacetOf
	for of := range facetFields {
		if holds, err := c.holdsFacet(ctx, of); err != nil {
			return nil, err
		} else if !holds {
			continue
		}
		if of != FacetKind && !of.isAsked(b.Population) {
			together = append(together, of)
			continue
		}
		if err := c.count(ctx, b.without(of), found, of); err != nil {
			return nil, err
		}
	}
	if len(together) > 0 {
		if err := c.count(ctx, b.without(""), found, together...); err != nil {
			return nil, err
		}
	}
	if b.Population.Kind != rolecall.Episode {
		if found[FacetRole], err = c.roleFacet(ctx, b); err != nil {
			return nil, err
		}
	}
	for _, of := range facetsOffered {
		if len(found[of].Values) > 0 {
			all = append(all, found[of])
		}
	}
	return all, nil
}

// holdsFacet reports whether some title has what a facet is of.
func (c *Catalog) holdsFacet(ctx context.Context, of FacetOf) (bool, error) {
	detail, is := By(of).Needs()
	if !is {
		return true, nil
	}
	return c.Has(ctx, detail)
}

// isAsked reports whether a population asks for a value of a facet.
func (of FacetOf) isAsked(p population.Population) bool {
	return slices.ContainsFunc(population.Fields(), func(f population.Field) bool { return slices.Contains(facetFields[of], f.Key) && f.Asked(p) })
}

// faceted is what is counted for a facet: titles of some kinds, whatever the population asks
// of the facet.
type faceted struct {
	Browsing
	kinds []rolecall.Kind
}

// without leaves out what is asked of a facet, if any.
func (b Browsing) without(of FacetOf) faceted {
	kinds := KindsCounted(b.Population)
	for _, f := range population.Fields() {
		if slices.Contains(facetFields[of], f.Key) {
			f.Set(&b.Population) // to ask nothing of a field cannot fail
		}
	}
	if of == FacetKind {
		kinds = rolecall.Kinds()
		if len(b.Roles) > 0 {
			kinds = slices.DeleteFunc(slices.Clone(kinds), func(k rolecall.Kind) bool { return k == rolecall.Episode })
		}
	}
	return faceted{b, kinds}
}

// count counts titles by the values of some facets, all in one walk through the titles.
func (c *Catalog) count(ctx context.Context, b faceted, found map[FacetOf]Facet, facets ...FacetOf) error {
	cols := columnsOf(b.kinds)
	if slices.ContainsFunc(facets, func(of FacetOf) bool { return By(of).Names() != "" }) { // of which the table of works has none
		cols = columnsOfAny(b.kinds)
	}
	values, sets := make([]string, len(facets)), make([]string, len(facets))
	for i, of := range facets {
		values[i], sets[i] = fmt.Sprintf(`%s AS v%d`, valueOf(cols, of), i), fmt.Sprintf(`(v%d)`, i)
	}
	text, args := b.browse(b.kinds, cols, func(columns) string { return strings.Join(values, `, `) }, noMore)
	lined := make([][]FacetValue, len(facets))
	_, err := collect(ctx, c, `SELECT COLUMNS(*), count(*) FROM (`+text+`) GROUP BY GROUPING SETS (`+strings.Join(sets, `, `)+`)`, args,
		func(scan func(...any) error) (struct{}, error) {
			row, n := make([]sql.NullString, len(facets)), 0
			into := []any{}
			for i := range row {
				into = append(into, &row[i])
			}
			err := scan(append(into, &n)...)
			at := slices.IndexFunc(row, func(v sql.NullString) bool { return v.Valid })
			if err == nil {
				lined[at] = append(lined[at], FacetValue{row[at].String, n})
			}
			return struct{}{}, err
		})
	for i, of := range facets {
		found[of] = Facet{of, valuesOf(lined[i])}
	}
	return err
}

// titlesOfKinds is how many titles of some kinds a facet of kinds counts.
func titlesOfKinds(kinds Facet, of []rolecall.Kind) (n int) {
	for _, v := range kinds.Values {
		if slices.Contains(of, rolecall.Kind(v.Value)) {
			n += v.Titles
		}
	}
	return n
}

// browse is a query over the titles that are browsed: what stands for each and what comes
// behind all conditions.
func (b Browsing) browse(kinds []rolecall.Kind, c columns, selected, behind func(columns) string) (string, []any) {
	asked := askedOf(b.Population, kinds, c)
	for _, role := range b.Roles {
		asked.add(population.Where(c.Number()+` IN (SELECT number FROM (`+havingRoles(kinds)+`) WHERE role = ?)`, string(role)))
	}
	what, end := selected(c), behind(c) // which may bring in tables to read from
	return asked.with() + `SELECT ` + what + ` ` + c.from() + asked.where() + asked.qualify + end, append(asked.withArgs, asked.args...)
}

// havingRoles is a query for which titles of some kinds have somebody in which role: of a
// series, those of its seasons.
func havingRoles(kinds []rolecall.Kind) string {
	queries := []string{`SELECT work AS number, role FROM work_person`}
	if slices.Contains(kinds, rolecall.Series) {
		queries = append(queries, `SELECT DISTINCT series, role FROM work JOIN work_person ON work = number WHERE series > 0`)
	}
	return strings.Join(queries, ` UNION ALL `)
}

func noMore(columns) string { return `` }

// browsedRows are the titles of one page.
func (c *Catalog) browsedRows(ctx context.Context, b Browsing) ([]rolecall.Title, error) {
	kinds := KindsCounted(b.Population)
	text, args := b.browse(kinds, columnsOf(kinds), columns.Number, func(cols columns) string {
		return fmt.Sprintf(` ORDER BY %s, %s LIMIT %d OFFSET %d`, b.Order.sql(cols), cols.Number(), b.Most, b.From)
	})
	numbers, err := collect(ctx, c, text, args, func(scan func(...any) error) (number int32, err error) { return number, scan(&number) })
	if err != nil {
		return nil, err
	}
	return c.titlesNumbered(ctx, numbers)
}

// sql orders titles.
func (o Order) sql(c columns) string {
	switch o {
	case Newest:
		return c.First() + ` DESC`
	case Oldest:
		first := c.First()
		return first + ` = '', ` + first
	case ByName:
		return alphabetical(c) + `, ` + c.Season()
	}
	return c.Votes() + ` DESC, ` + c.Year() + ` DESC`
}

// alphabetical is what titles are told by in an alphabet, case and accents aside: a season by
// its series.
func alphabetical(c columns) string {
	return `strip_accents(lower(CASE WHEN ` + c.Own(`name`) + ` = '' THEN ` + c.SeriesNames() + ` ELSE ` + c.Own(`name`) + ` END))`
}

// valueOf is the values of a title as lines of one text. To group by such a text, of which
// there are hundreds, and to part it afterwards, is ten times as quick as to part it in
// each of millions of titles.
func valueOf(c columns, of FacetOf) string {
	switch of {
	case FacetNetwork:
		return c.Names(`networks`)
	case FacetCountry:
		return c.Names(`countries`)
	case FacetGenre:
		return c.Names(`genres`)
	}
	return keyOf(c, Side{By: By(of)})
}

// valuesOf are the values of which lines there are, most titles first.
func valuesOf(lined []FacetValue) []FacetValue {
	titles := make(map[string]int)
	for _, lines := range lined {
		values := linesOf(lines.Value)
		slices.Sort(values)
		for _, value := range slices.Compact(values) {
			titles[value] += lines.Titles
		}
	}
	values := make([]FacetValue, 0, len(titles))
	for value, n := range titles {
		values = append(values, FacetValue{value, n})
	}
	slices.SortFunc(values, func(a, b FacetValue) int { return cmp.Or(b.Titles-a.Titles, strings.Compare(a.Value, b.Value)) })
	return values
}

// roleFacet counts titles by the roles that somebody is credited in beside those asked for.
func (c *Catalog) roleFacet(ctx context.Context, b Browsing) (Facet, error) {
	kinds := KindsCounted(b.Population)
	text, args := b.browse(kinds, columnsOf(kinds), func(cols columns) string { return cols.Number() + ` AS number` }, noMore)
	found, err := collect(ctx, c, `SELECT role::VARCHAR, count(*) FROM (`+havingRoles(kinds)+`) SEMI JOIN (`+text+`) USING (number) GROUP BY role`, args,
		func(scan func(...any) error) (v FacetValue, err error) { return v, scan(&v.Value, &v.Titles) })
	slices.SortFunc(found, func(a, b FacetValue) int { return rolecall.Role(a.Value).Compare(rolecall.Role(b.Value)) })
	return Facet{FacetRole, found}, err
}
