package web

import (
	"context"
	"fmt"
	"maps"
	"net/http"
	"net/url"
	"path"
	"slices"
	"strconv"
	"strings"

	"rolecall"
	"rolecall/catalog"
	"rolecall/format"
	"rolecall/measure"
	"rolecall/phrase"
	"rolecall/population"
	"rolecall/render"
	"rolecall/web/snapshot"
)

// browseView is a page of the titles held, with what they can be narrowed by. Its address
// says all that is asked for.
type browseView struct {
	Fault           string
	Finding, Detail string
	// Asked are what the titles are narrowed by, each with the address without it.
	Asked  []linkView
	Orders []facetLink
	Rows   []browsedRow
	Facets []facetView
	// Listed says which of the titles are on this page, Missing what no title has.
	Listed, Missing string
	Before, After   string
	Documents       []documentView
	// Ranked and Reported are the same titles by share.
	Ranked, Reported string
}

// browsedRow is a title in the list.
type browsedRow struct {
	Name, Note, Address string
	// About is its kind and year, Maker who made it.
	About, Maker string
	// Directors are a mark for each, Crowd says how many where those are too many.
	Directors []rolecall.Gender
	Crowd     string
	Seasons   []linkView
}

// facetView is one thing that titles can be narrowed by: the values with the most titles,
// and others behind them.
type facetView struct {
	Name        string
	First, More []facetLink
}

type facetLink struct {
	Label, Address, Titles string
	Chosen                 bool
}

const (
	browsedOnPage = 50
	// facetShown is how many values of a facet stand in view, facetMost how many there is
	// room for at all.
	facetShown, facetMost = 10, 100
	// markedDirectors is the most people who are drawn one by one.
	markedDirectors = 16
)

func (s *Site) browse(ctx context.Context, held *snapshot.Snapshot, r *http.Request) (answer, error) {
	asked, q := browsingOf(held, r)
	if q.fault == nil {
		q.fault = measure.ValidateBrowsing(asked)
	}
	if q.fault != nil {
		return s.browsePage(held, r, browseView{Fault: phrase.Stop(q.fault.Error())}, http.StatusUnprocessableEntity)
	}
	found, err := measure.Browse(ctx, held.Catalog, asked)
	if err != nil {
		return refused(ctx, err, func(words string, status int) (answer, error) {
			return s.browsePage(held, r, browseView{Fault: words}, status)
		})
	}
	d := render.Browse{Browsed: found, Catalog: held.Info()}
	if f, isFormat := format.OfEnding(path.Ext(r.URL.Path)); isFormat {
		return document(d, f)
	}
	return s.browsePage(held, r, browseViewOf(d, shelf{q.Values}), http.StatusOK)
}

// browsingOf is what an address asks for. Who asks for nothing is shown the films and seasons
// of a hand-picked catalog, and of another its films: the seasons of a few series would stand
// before all else there.
func browsingOf(held *snapshot.Snapshot, r *http.Request) (catalog.Browsing, *query) {
	q := queryOf(r)
	if asksNothing(r) && !held.Info().HandPicked {
		q.Set("kind", string(rolecall.Film))
	}
	asked := catalog.Browsing{
		Population: q.population(), Roles: parsedAll(q, "role", measure.ParseRole), Order: parsedOne(q, "sort", catalog.ParseOrder),
		From: parsedOne(q, "from_title", strconv.Atoi), Most: browsedOnPage,
	}
	return asked, q
}

func (s *Site) browsePage(held *snapshot.Snapshot, r *http.Request, view browseView, status int) (answer, error) {
	title := "Browse"
	if view.Finding != "" {
		title += ": " + view.Finding
	}
	a, err := s.render(held, r, "browse", frame{Title: title, Place: "browse",
		Description: "The titles of this catalog by kind, year, genre, network, country and role, with who made them.", Content: view})
	a.status = status
	return a, err
}

func browseViewOf(d render.Browse, at shelf) browseView {
	found := d.Browsed
	v := browseView{
		Finding: d.Finding(), Listed: d.Listed(), Missing: d.Missing(), Asked: at.asked(found),
		Documents: documents("/browse", "?"+at.Encode()), Reported: at.of("/report"),
	}
	if kind := found.Population.Kind; kind != rolecall.Series && kind != rolecall.Episode { // which are not compared
		v.Ranked = at.of("/rank")
	}
	if d.Catalog.HandPicked {
		v.Detail = "This catalog was picked by hand, each row with the page it was read on. A site that serves an imported catalog lists everything that IMDb has."
	}
	for _, order := range catalog.Orders() {
		chosen := order == found.Browsing.Order
		if order != catalog.ByVotes || chosen { // by votes, only where some title has any
			v.Orders = append(v.Orders, facetLink{Label: render.OrderWords(order), Address: at.with("sort", string(order)), Chosen: chosen})
		}
	}
	for _, t := range found.Rows {
		v.Rows = append(v.Rows, browsedRowOf(t, found.Glances[t.ID]))
	}
	for _, f := range found.Facets {
		v.Facets = append(v.Facets, facetViewOf(f, at, found.Population, found.Roles))
	}
	if found.From > 0 {
		v.Before = at.page(found.From - browsedOnPage)
	}
	if next := found.From + browsedOnPage; next < found.Browsed.Titles && next+browsedOnPage <= measure.MostBrowsed {
		v.After = at.page(next)
	}
	return v
}

func browsedRowOf(t rolecall.Title, g catalog.Glance) browsedRow {
	row := browsedRow{Name: phrase.Listed(t), Note: t.OriginalName, Address: titlePath(t.ID), About: string(t.Kind), Maker: phrase.Capital(g.Maker)}
	if year := t.First().Year; year > 0 {
		row.About += " · " + strconv.Itoa(year)
	}
	for _, gender := range rolecall.Genders() {
		for range g.Directors.Of(gender) {
			row.Directors = append(row.Directors, gender)
		}
	}
	if len(row.Directors) > 0 && t.Kind == rolecall.Season {
		row.Maker = phrase.Counted(len(row.Directors), "director", "directors")
	}
	if len(row.Directors) > markedDirectors {
		row.Directors, row.Crowd = nil, phrase.Tally(g.Directors)
	}
	for _, season := range g.Seasons {
		row.Seasons = append(row.Seasons, linkView{strconv.Itoa(season.Season), titlePath(season.ID)})
	}
	return row
}

// shelf is the address of a page of titles, by its fields.
type shelf struct{ url.Values }

// with is the address with another value of a field, or without it where that is empty, from
// the first title on.
func (s shelf) with(pairs ...string) string {
	values := maps.Clone(s.Values)
	values.Del("from_title")
	for pair := range slices.Chunk(pairs, 2) {
		values.Set(pair[0], pair[1])
		if pair[1] == "" {
			values.Del(pair[0])
		}
	}
	if len(values) == 0 { // which would be what is shown to whom asks for nothing
		values.Set("kind", "")
	}
	return "/browse?" + values.Encode()
}

func (s shelf) page(from int) string {
	values := maps.Clone(s.Values)
	values.Set("from_title", strconv.Itoa(max(from, 0)))
	return "/browse?" + values.Encode()
}

// of is another page about the same titles.
func (s shelf) of(page string) string {
	values := url.Values{}
	for _, f := range population.Params() {
		if given := s.Values[f.Param()]; len(given) > 0 {
			values[f.Param()] = given
		}
	}
	if len(values) == 0 {
		return page
	}
	return page + "?" + values.Encode()
}

// asked are what the titles are narrowed by: what a population says of it, and roles.
func (s shelf) asked(found measure.Browsed) (all []linkView) {
	for _, f := range population.Params() {
		if words := f.Values(found.Population); len(words) > 0 && f.Key != "titles" {
			all = append(all, linkView{phrase.Joined(": ", f.Form.Label, phrase.Or(words)), s.with(f.Param(), "")})
		}
	}
	if n := found.Population.Titles.Len(); n > 0 {
		all = append(all, linkView{found.Population.Titles.Words(), s.with("titles", "")})
	}
	for _, role := range found.Roles {
		all = append(all, linkView{"With " + phrase.A(phrase.Role(role)), s.with("role", "")})
	}
	return all
}

// facetNames are what the facets are called to people.
var facetNames = map[catalog.FacetOf]string{
	catalog.FacetKind: "Kind", catalog.FacetYear: "First shown", catalog.FacetGenre: "Genre", catalog.FacetNetwork: "Network",
	catalog.FacetCountry: "Country", catalog.FacetRole: "Who is on record",
}

func facetViewOf(f catalog.Facet, at shelf, p population.Population, roles []rolecall.Role) facetView {
	var links []facetLink
	switch f.Of {
	case catalog.FacetYear:
		links = at.years(f.Values, p)
	case catalog.FacetKind:
		links = at.kinds(f.Values, p)
	default:
		field, chosen := "role", phrase.Each(roles, func(r rolecall.Role) string { return string(r) })
		if f.Of != catalog.FacetRole {
			of := fieldOfFacet(f.Of)
			field, chosen = of.Param(), of.Values(p)
		}
		for _, v := range f.Values {
			links = append(links, at.link(render.FacetWords(f.Of, v.Value), v.Titles, slices.ContainsFunc(chosen, func(one string) bool { return strings.EqualFold(one, v.Value) }), field, v.Value))
		}
	}
	links = links[:min(len(links), facetMost)]
	shown := min(len(links), facetShown)
	return facetView{Name: facetNames[f.Of], First: links[:shown], More: links[shown:]}
}

// fieldOfFacet is the field of a population that bears a facet's name.
func fieldOfFacet(of catalog.FacetOf) population.Field {
	fields := population.Params()
	return fields[slices.IndexFunc(fields, func(f population.Field) bool { return f.Flag == string(of) })]
}

// link is a value: chosen it leads to the titles without it.
func (s shelf) link(label string, titles int, chosen bool, pairs ...string) facetLink {
	if chosen {
		for i := 1; i < len(pairs); i += 2 {
			pairs[i] = ""
		}
	}
	return facetLink{Label: phrase.Capital(label), Address: s.with(pairs...), Titles: phrase.Grouped(titles), Chosen: chosen}
}

// kinds are the kinds that there are titles of, in their order, and films and seasons together.
func (s shelf) kinds(values []catalog.FacetValue, p population.Population) (links []facetLink) {
	titles, both := make(map[string]int), 0
	for _, v := range values {
		titles[v.Value] = v.Titles
		if slices.Contains(catalog.KindsCounted(population.Population{}), rolecall.Kind(v.Value)) {
			both += v.Titles
		}
	}
	links = append(links, facetLink{Label: "Films and seasons", Address: s.with("kind", ""), Titles: phrase.Grouped(both), Chosen: p.Kind == ""})
	for _, kind := range []rolecall.Kind{rolecall.Film, rolecall.Season, rolecall.Series, rolecall.Episode} {
		if n := titles[string(kind)]; n > 0 {
			links = append(links, facetLink{Label: phrase.Capital(kind.Plural()), Address: s.with("kind", string(kind)), Titles: phrase.Grouped(n), Chosen: p.Kind == kind})
		}
	}
	return links
}

// years are the decades that there are titles of, the latest first, or, within one, its years.
func (s shelf) years(values []catalog.FacetValue, p population.Population) (links []facetLink) {
	titles, within := make(map[int]int), p.From.Year > 0 && p.From.Year/10 == p.To.Year/10
	for _, v := range values {
		year, err := strconv.Atoi(v.Value)
		switch {
		case err != nil || within && year/10 != p.From.Year/10:
			continue
		case within:
			titles[year] += v.Titles
		default:
			titles[year/10*10] += v.Titles
		}
	}
	for _, from := range slices.Backward(slices.Sorted(maps.Keys(titles))) {
		label, to := strconv.Itoa(from), from
		if !within {
			label, to = label+"s", from+9
		}
		chosen := p.From.Year == from && p.To.Year == to
		links = append(links, s.link(label, titles[from], chosen, "from", fmt.Sprint(from), "to", fmt.Sprint(to)))
	}
	return links
}
