package catalog

import (
	"cmp"
	"errors"
	"maps"
	"slices"
	"strconv"
	"testing"

	"pgregory.net/rapid"

	"rolecall"
	"rolecall/population"
	"rolecall/population/populationtest"
)

// What is listed of a population is what the rules say it has, and each facet counts what
// the population has once it asks for that value.
func TestBrowsingAgreesWithTheRules(t *testing.T) {
	t.Parallel()
	c, all := openDrawn(t)
	tried := make(map[FacetOf]int)
	for seed := range 40 {
		p := listedOnly(all, rapid.Custom(populationtest.Draw).Example(seed))
		order := Orders()[seed%len(Orders())]
		found, err := c.Browse(t.Context(), Browsing{Population: p, Order: order, Most: 1000})
		if err != nil {
			t.Fatal(err)
		}
		want := identifiers(p.Of(all, KindsCounted(p)...))
		if got := identifiers(found.Rows); found.Titles != len(want) || !slices.Equal(slices.Sorted(slices.Values(got)), slices.Sorted(slices.Values(want))) {
			t.Fatalf("%s: %d titles listed of %d, want %d", p.Words(), len(got), found.Titles, len(want))
		}
		if at := slices.IndexFunc(found.Rows[min(1, len(found.Rows)):], outOfOrder(order, found.Rows)); at >= 0 {
			t.Fatalf("by %s: %v stands before %v", order, found.Rows[at], found.Rows[at+1])
		}
		for _, facet := range found.Facets {
			tried[facet.Of]++
			got := make(map[string]int)
			for _, v := range facet.Values {
				got[v.Value] = v.Titles
			}
			if want := counted(t, all, p, facet.Of); facet.Of != FacetRole && !maps.Equal(got, want) {
				t.Fatalf("%s: %s are %v, want %v", p.Words(), facet.Of, got, want)
			}
		}
	}
	for of := range facetFields {
		if tried[of] == 0 {
			t.Errorf("no %s was tried", of)
		}
	}
}

func identifiers(titles []rolecall.Title) (ids []string) {
	for _, title := range titles {
		ids = append(ids, title.ID)
	}
	return ids
}

// outOfOrder reports, of each title but the first in turn, whether it should stand before
// the one that it stands behind.
func outOfOrder(o Order, rows []rolecall.Title) func(rolecall.Title) bool {
	at := 0
	return func(next rolecall.Title) bool {
		before := rows[at]
		at++
		switch first, second := before.First().String(), next.First().String(); o {
		case Newest:
			return first < second
		case Oldest:
			return second != "" && (first == "" || first > second)
		case ByName:
			return before.Name > next.Name
		}
		return false // a season has votes of its series, which the title does not say
	}
}

// counted are the titles by the values of a facet, whatever a population asks of it.
func counted(t *testing.T, all []rolecall.Title, p population.Population, of FacetOf) map[string]int {
	kinds := KindsCounted(p)
	for _, f := range population.Fields() {
		if slices.Contains(facetFields[of], f.Key) {
			if err := f.Set(&p); err != nil {
				t.Fatal(err)
			}
		}
	}
	if of == FacetKind {
		kinds = rolecall.Kinds()
	}
	values := make(map[string]int)
	for _, title := range p.Of(all, kinds...) {
		held := map[FacetOf][]string{
			FacetKind: {string(title.Kind)}, FacetNetwork: title.Networks, FacetCountry: title.Countries, FacetGenre: title.Genres,
		}[of]
		if year := title.First().Year; of == FacetYear && year > 0 {
			held = []string{strconv.Itoa(year)}
		}
		for _, value := range held {
			values[value]++
		}
	}
	return values
}

// Roles narrow what is listed to titles on which somebody is credited in each of them.
func TestBrowsingByRole(t *testing.T) {
	t.Parallel()
	c := openStarter(t)
	for _, kind := range []rolecall.Kind{rolecall.Series, ""} {
		p := population.Population{Kind: kind}
		everything, err := c.Browse(t.Context(), Browsing{Population: p, Order: ByName, Most: 1000})
		if err != nil {
			t.Fatal(err)
		}
		roles := everything.Facets[len(everything.Facets)-1]
		if roles.Of != FacetRole || len(roles.Values) < 6 {
			t.Fatalf("%s: %+v", kind, roles)
		}
		rolls := make([]Roll, len(everything.Rows))
		for i, title := range everything.Rows {
			if rolls[i], err = c.Roll(t.Context(), title, true); err != nil {
				t.Fatal(err)
			}
		}
		for _, v := range roles.Values {
			role := rolecall.Role(v.Value)
			want := 0
			for _, roll := range rolls {
				if len(held(roll.Credits, role)) > 0 {
					want++
				}
			}
			found, err := c.Browse(t.Context(), Browsing{Population: p, Roles: []rolecall.Role{role, rolecall.Director}, Most: 1})
			alone, err2 := c.Browse(t.Context(), Browsing{Population: p, Roles: []rolecall.Role{role}, Most: 1})
			if err := cmp.Or(err, err2); err != nil {
				t.Fatal(err)
			}
			if v.Titles != want || alone.Titles != want || len(alone.Rows) != 1 || found.Titles > alone.Titles {
				t.Errorf("%s %s: %d in the facet, %d found, %d with directors; want %d", kind, role, v.Titles, alone.Titles, found.Titles, want)
			}
		}
	}
	var refused *RolesError
	if _, err := c.Browse(t.Context(), Browsing{Population: population.Population{Kind: rolecall.Episode}, Roles: []rolecall.Role{rolecall.Director}, Most: 1}); !errors.As(err, &refused) {
		t.Errorf("episodes by role: %v", err)
	}
}

// Pages are what stands at their places in the whole, and end where it does.
func TestBrowsingGoesOnWhereThePageBeforeEnded(t *testing.T) {
	t.Parallel()
	c := openStarter(t)
	for _, order := range []Order{"", Newest, Oldest, ByName} {
		whole, err := c.Browse(t.Context(), Browsing{Order: order, Most: 1000})
		if err != nil {
			t.Fatal(err)
		}
		var paged []rolecall.Title
		for from := 0; ; from += 25 {
			page, err := c.Browse(t.Context(), Browsing{Order: order, From: from, Most: 25})
			if err != nil || page.Titles != whole.Titles {
				t.Fatalf("%+v, %v", page.Titles, err)
			}
			if len(page.Rows) == 0 {
				break
			}
			paged = append(paged, page.Rows...)
		}
		if !slices.Equal(identifiers(paged), identifiers(whole.Rows)) || len(paged) != whole.Titles {
			t.Errorf("by %s: %d in pages, %d whole", order, len(paged), len(whole.Rows))
		}
	}
}

// A glance at a title says who made it, how many people directed it, and its seasons.
func TestGlances(t *testing.T) {
	t.Parallel()
	c := openStarter(t)
	var titles []rolecall.Title
	for _, id := range []string{"lady-bird-2017", "jessica-jones", "jessica-jones/2"} {
		title, found, err := c.Title(t.Context(), id)
		if err != nil || !found {
			t.Fatalf("%s: %v, %v", id, found, err)
		}
		titles = append(titles, title)
	}
	glances, err := c.Glances(t.Context(), titles)
	if err != nil {
		t.Fatal(err)
	}
	film, series, season := glances[titles[0].ID], glances[titles[1].ID], glances[titles[2].ID]
	if film.Maker != "directed by Greta Gerwig" || film.Directors != (rolecall.Tally{Women: 1}) {
		t.Errorf("%+v", film)
	}
	if len(series.Seasons) == 0 || series.Seasons[0].Season != 1 || series.Directors != (rolecall.Tally{}) {
		t.Errorf("%+v", series)
	}
	if season.Directors != (rolecall.Tally{Women: 13}) || season.Seasons != nil {
		t.Errorf("%+v", season)
	}
}

// Where no title has votes, the newest come first, and votes are no order.
func TestBrowsingWithoutVotes(t *testing.T) {
	t.Parallel()
	c := openStarter(t)
	found, err := c.Browse(t.Context(), Browsing{Most: 1})
	if err != nil || found.Order != Newest {
		t.Errorf("%q, %v", found.Order, err)
	}
	var lacking *UnanswerableError
	if _, err := c.Browse(t.Context(), Browsing{Order: ByVotes, Most: 1}); !errors.As(err, &lacking) {
		t.Errorf("by votes: %v", err)
	}
	// A name that nothing bears is said.
	found, err = c.Browse(t.Context(), Browsing{Population: population.Population{Networks: []string{"Netflx"}}, Most: 1})
	if err != nil || found.Titles != 0 || !slices.Equal(found.Unheld, []string{"the network Netflx"}) {
		t.Errorf("%+v, %v", found, err)
	}
}
