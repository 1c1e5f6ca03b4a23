package render

import (
	"cmp"
	"rolecall"
	"rolecall/catalog"
	"rolecall/contract"
	"rolecall/method"
	"rolecall/population"
)

// What the answers are in JSON: every document fills in its type of package
// contract, in a file of its own.

func (s Show) Object() any         { return s.Contract() }
func (a Person) Object() any       { return a.Contract() }
func (s Search) Object() any       { return s.Contract() }
func (r Report) Object() any       { return r.Contract() }
func (r Ranking) Object() any      { return r.Contract() }
func (a Assess) Object() any       { return a.Contract() }
func (s Standards) Object() any    { return s.Contract() }
func (r PassRates) Object() any    { return r.Contract() }
func (s Sources) Object() any      { return s.Contract() }
func (g Gaps) Object() any         { return g.Contract() }
func (c Careers) Object() any      { return c.Contract() }
func (c Corpus) Object() any       { return c.Contract() }
func (b Browse) Object() any       { return b.Contract() }
func (d Difference) Object() any   { return d.Contract() }
func (a Answered) Object() any     { return a.Contract() }
func (v Views) Object() any        { return v.Contract() }
func (ps Populations) Object() any { return ps.Contract() }

// Object is of one article its claims, of several a list of them.
func (c Check) Object() any {
	if len(c.Reports) == 1 {
		return c.Contract()
	}
	return c.Several()
}

// orEmpty makes a list that JSON writes as [] rather than null.
func orEmpty[T any](items []T) []T {
	if items == nil {
		return []T{}
	}
	return items
}

func catalogObject(i catalog.Info) contract.Catalog {
	o := contract.Catalog{Hash: i.Hash, Built: i.Built, Name: i.Name, HandPicked: i.HandPicked, Sources: []contract.Source{}}
	for _, s := range i.Sources {
		o.Sources = append(o.Sources, contract.Source{ID: s.ID, Name: s.Name, Licence: s.Licence, Address: s.Address, Retrieved: s.Retrieved, Checksum: s.Checksum, HandPicked: s.HandPicked})
	}
	return o
}

func pageObjects(pages map[string]rolecall.Page) map[string]contract.Page {
	objects := make(map[string]contract.Page, len(pages))
	for key, page := range pages {
		objects[key] = contract.Page(page)
	}
	return objects
}

func titleObject(t rolecall.Title) contract.Title {
	o := contract.Title{
		ID: t.ID, Kind: t.Kind, Name: t.Name, OriginalName: t.OriginalName, SeriesID: t.SeriesID, Series: t.SeriesName,
		Year: t.Year, Released: t.Released.String(), Episodes: t.Episodes,
		Networks: orEmpty(t.Networks), Countries: orEmpty(t.Countries), Genres: orEmpty(t.Genres),
		Languages: t.Languages, Companies: t.Companies, Minutes: t.Minutes, BudgetUSD: t.Budget, RevenueUSD: t.Revenue,
	}
	switch t.Kind {
	case rolecall.Season:
		o.Season, o.Whole = &t.Season, &t.Whole
	case rolecall.Episode:
		o.Season, o.Episode = &t.Season, &t.Episode
	}
	return o
}

func titleObjects(titles []rolecall.Title) []contract.Title {
	objects := []contract.Title{}
	for _, t := range titles {
		objects = append(objects, titleObject(t))
	}
	return objects
}

// shareObject is a count read as a fraction.
func shareObject(c rolecall.Count) contract.Share { return sharesObject(c.Share()) }

func sharesObject(s rolecall.Share) contract.Share {
	return contract.Share{Lower: s.Lower.Decimals(), Known: s.Known.Decimals(), Upper: s.Upper.Decimals(), Coverage: s.Coverage.Decimals()}
}

// read is a reading by its word; the zero Reading is Bounds.
func read(r rolecall.Reading) rolecall.Reading { return cmp.Or(r, rolecall.Bounds) }

// populationObject is a population of which so many titles are counted.
func populationObject(p population.Population, words string, titles int) contract.Population {
	return contract.Population{Population: p, Listing: p.Listing(), Words: words, Titles: titles}
}

// methodObject is how a number was come to, nil unless it is asked for.
func methodObject(asked bool, m func() method.Method) *contract.Method {
	if !asked {
		return nil
	}
	told := m().Contract()
	return &told
}
