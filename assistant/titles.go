package assistant

import (
	"cmp"
	"context"
	"maps"
	"net/url"
	"slices"

	"rolecall"
	"rolecall/block"
	"rolecall/catalog"
	"rolecall/contract"
	"rolecall/measure"
	"rolecall/phrase"
	"rolecall/population"
	"rolecall/render"
)

// searching asks for titles and people near a text.
type searching struct {
	Text string `json:"text" minLength:"1" maxLength:"200" doc:"Part of a name; typing errors are forgiven, and names in any script are read." example:"jesica jones"`
	Paging
}

// narrowing are the fields that can be asked of one title; specials are searched anyway.
var narrowing = population.Without(population.OfOne(population.Params()), "specials")

var searchTool = tool[searching, contract.Search]{
	name: "search", title: "Titles and people near a text",
	about:  "Films, series, seasons, episodes and people whose names are near a text, with the identifiers that the other tools take. With a field that narrows the titles, only titles are listed.",
	fields: narrowing,
	answer: search,
}

// search finds titles and people near a text.
func search(ctx context.Context, q question[searching]) (f found[contract.Search], err error) {
	p, err := q.population(population.Population{}, narrowing)
	if err != nil {
		return f, err
	}
	narrowed := slices.ContainsFunc(narrowing, func(f population.Field) bool { return f.Asked(p) })
	search := measure.Search{Population: p, TitlesOnly: narrowed, Most: q.in.Skip + q.in.limit() + 1}
	near, err := search.Run(ctx, q.Catalog, q.in.Text)
	if err != nil {
		return f, err
	}
	d := render.Search{Text: q.in.Text, Titles: near.Titles, People: near.People, Apart: near.Apart, Catalog: q.Info()}
	return found[contract.Search]{
		method: d.Method(), path: address{"/search", url.Values{"q": {q.in.Text}}}, paged: is[block.Table],
		part: func(w *window) (contract.Search, []block.Block) {
			a := d.Contract()
			a.Titles, a.People = page(w, "titles", a.Titles), page(w, "people", a.People)
			return a, d.Blocks()
		},
	}, nil
}

// is reports whether a block is of a kind.
func is[B block.Block](b block.Block) bool {
	_, is := b.(B)
	return is
}

// Meant says which title is meant.
type Meant struct {
	Title   string        `json:"title" minLength:"1" maxLength:"500" doc:"A name, with its season if you like, or an identifier." example:"Jessica Jones season 2"`
	Season  *int          `json:"season,omitempty" minimum:"0" maximum:"9999" doc:"The number of the season of a series; 0 are the specials."`
	Episode *int          `json:"episode,omitempty" minimum:"0" maximum:"99999" doc:"The number of the episode in its season."`
	Year    int           `json:"year,omitempty" minimum:"0" maximum:"9999" doc:"The year of first showing, where several titles share a name."`
	Kind    rolecall.Kind `json:"kind,omitempty" doc:"The kind of title, where several share a name."`
}

// in is the title meant, in a catalog.
func (m Meant) in(ctx context.Context, c *catalog.Catalog) (rolecall.Title, error) {
	t, err := c.FindTitle(ctx, m.Title, catalog.Which{Kind: m.Kind, Year: m.Year})
	if err != nil {
		return t, err
	}
	return c.Within(ctx, t, catalog.Within{Season: m.Season, Episode: m.Episode})
}

// showing asks who made a title.
type showing struct {
	Meant
	Roles    []rolecall.Role `json:"roles,omitempty" maxItems:"50" doc:"Only these roles; else all that somebody holds."`
	Specials bool            `json:"specials,omitempty" doc:"Count the specials (season 0) of a series too."`
	Paging
}

var showTool = tool[showing, contract.Show]{
	name: "show", title: "Who made a title",
	about:  "Who is in front of the camera of a film, series, season or episode and who is behind it: role by role with tallies, shares and bounds, the people, the pages that say so, and how unusual a film or season is.",
	answer: show,
}

// show says who made a title, and how unusual it is among those it is usually compared with.
func show(ctx context.Context, q question[showing]) (f found[contract.Show], err error) {
	t, err := q.in.Meant.in(ctx, q.Catalog)
	if err != nil {
		return f, err
	}
	lineup, err := measure.LineupOf(ctx, q.Catalog, t, q.in.Specials)
	if err != nil {
		return f, err
	}
	if len(q.in.Roles) > 0 {
		lineup.Roles = slices.DeleteFunc(slices.Clone(lineup.Roles), func(r measure.RoleCount) bool { return !slices.Contains(q.in.Roles, r.Role) })
	}
	d := render.Show{Lineup: lineup, Catalog: q.Info()}
	if d.Rarity, d.Unverifiable, err = measure.Standing(ctx, q.Catalog, t); err != nil {
		return f, err
	}
	return found[contract.Show]{
		method: d.Credited(), path: pageOf("/title/", t.ID), paged: is[block.Names],
		part: func(w *window) (contract.Show, []block.Block) { return showIn(w, d, q.in.Roles) },
	}, nil
}

// showIn is the line-up of a title in a window: the people of each role are paged, and
// so are the seasons; of the pages those are told which are cited.
func showIn(w *window, d render.Show, roles []rolecall.Role) (contract.Show, []block.Block) {
	a := d.Contract()
	a.Seasons, a.Leaves = page(w, "seasons", a.Seasons), beginning(w, "leaves", a.Leaves)
	for i, season := range a.Seasons {
		a.Seasons[i].Roles = slices.DeleteFunc(season.Roles, func(r contract.SeasonRole) bool { return len(roles) > 0 && !slices.Contains(roles, r.Role) })
	}
	cited := make(map[string]bool)
	for i := range a.Roles {
		a.Roles[i].People = page(w, "roles[].people", a.Roles[i].People)
		for _, p := range a.Roles[i].People {
			note(cited, p.Sources)
		}
	}
	keepCited(a.Pages, cited)
	return a, d.Blocks()
}

func note(cited map[string]bool, keys []string) {
	for _, key := range keys {
		cited[key] = true
	}
}

func keepCited(pages map[string]contract.Page, cited map[string]bool) {
	maps.DeleteFunc(pages, func(key string, _ contract.Page) bool { return !cited[key] })
}

// naming asks about a person.
type naming struct {
	Name string `json:"name" minLength:"1" maxLength:"500" doc:"The name, in any script, or an identifier." example:"Melissa Rosenberg"`
	Paging
}

var personTool = tool[naming, contract.Person]{
	name: "person", title: "One person",
	about:  "One person's credits, the latest first, and what sources state of their gender, with each statement's page and weight.",
	answer: person,
}

// person says what one person is credited for and what is stated of them.
func person(ctx context.Context, q question[naming]) (f found[contract.Person], err error) {
	p, err := q.FindPerson(ctx, q.in.Name)
	if err != nil {
		return f, err
	}
	career, err := measure.CareerOf(ctx, q.Catalog, p)
	if err != nil {
		return f, err
	}
	d := render.Person{Career: career, Catalog: q.Info()}
	return found[contract.Person]{
		method: d.Method(), path: pageOf("/person/", p.ID), paged: is[block.Table],
		part: func(w *window) (contract.Person, []block.Block) {
			a := d.Contract()
			a.Credits = page(w, "credits", a.Credits)
			cited := make(map[string]bool)
			for _, credit := range a.Credits {
				note(cited, credit.Sources)
			}
			keepCited(a.Pages, cited)
			return a, d.Blocks()
		},
	}, nil
}

// Genders says whose share is asked for.
type Genders struct {
	Gender []string `json:"gender,omitempty" enum:"woman,man,nonbinary" maxItems:"3" doc:"Whose share it is; else women's."`
}

func (g Genders) genders() []rolecall.Gender {
	return measure.OrWomen(phrase.Each(g.Gender, func(word string) rolecall.Gender { return rolecall.Gender(word) }))
}

// Read says what becomes of what is not known.
type Read struct {
	Reading rolecall.Reading `json:"reading,omitempty" enum:"bounds,credited,known" default:"bounds" doc:"What becomes of what is not known: it counts both ways; titles without a credit are left out; or people whose gender is not stated are left out too. Say which it was with any figure."`
}

func (r Read) reading() rolecall.Reading { return cmp.Or(r.Reading, rolecall.Bounds) }

// comparing asks how unusual a title is.
type comparing struct {
	Meant
	Genders
	Read
	Paging
}

// others are the fields that say what a title is compared with: all but the kind, which
// is its own.
var others = population.Without(population.Params(), "kind", "specials")

var unusualTool = tool[comparing, contract.Unusual]{
	name: "unusual", title: "How unusual a title is",
	about:  "How many comparable films or seasons stand at or above this one by the share of women (or of others) in each role, for certain and possibly: those first shown in the same year, and seasons of 6 or more episodes, unless fields say otherwise. A hand-picked catalog cannot tell, and says so.",
	fields: others, costly: true,
	answer: unusual,
}

// unusual compares a film or season with others.
func unusual(ctx context.Context, q question[comparing]) (f found[contract.Unusual], err error) {
	t, err := q.in.Meant.in(ctx, q.Catalog)
	if err != nil {
		return f, err
	}
	if t.Kind != rolecall.Film && t.Kind != rolecall.Season {
		return f, &argumentError{where: "unusual", words: t.Label() + " is no film or season, and only those are compared: say which season"}
	}
	p, err := q.population(measure.Comparables(t), others)
	if err != nil {
		return f, err
	}
	lineup, err := measure.LineupOf(ctx, q.Catalog, t, false)
	if err != nil {
		return f, err
	}
	d := render.Unusual{Show: render.Show{Lineup: lineup, Reading: q.in.reading(), Catalog: q.Info()}}
	if d.Rarity, d.Unverifiable, err = measure.Unusual(ctx, q.Catalog, t, p, q.in.genders()); err != nil {
		return f, err
	}
	return found[contract.Unusual]{
		method: d.Method(), path: pageOf("/unusual/", t.ID).among(p, url.Values{"gender": words(q.in.genders()), "reading": {string(d.Reading)}}), paged: nothing,
		part: func(*window) (contract.Unusual, []block.Block) { return d.Contract(), d.Blocks() },
	}, nil
}

// nothing is paged of an answer that is one thing.
func nothing(block.Block) bool { return false }
