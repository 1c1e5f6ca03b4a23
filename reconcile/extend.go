package reconcile

import (
	"context"
	"encoding/json"
	"fmt"
	"net/http"
	"slices"
	"strings"
	"time"

	"rolecall"
	"rolecall/catalog"
	"rolecall/measure"
	"rolecall/phrase"
	"rolecall/phrase/sentence"
)

// Extension is columns for entities: what the properties asked for are, and the cells of
// each entity by property.
type Extension struct {
	Meta []Meta                       `json:"meta"`
	Rows map[string]map[string][]Cell `json:"rows"`
}

// Meta is a property asked for, with the type of its values where these are entities.
type Meta struct {
	ID   string `json:"id"`
	Name string `json:"name"`
	Type *Type  `json:"type,omitempty"`
}

// Cell is one value: an entity, or one of the others.
type Cell struct {
	ID    string   `json:"id,omitempty"`
	Name  string   `json:"name,omitempty"`
	Str   *string  `json:"str,omitempty"`
	Int   *int     `json:"int,omitempty"`
	Float *float64 `json:"float,omitempty"`
	Date  string   `json:"date,omitempty"`
}

func text(words string) Cell { return Cell{Str: &words} }

func texts(all []string) (cells []Cell) {
	for _, words := range all {
		if words != "" {
			cells = append(cells, text(words))
		}
	}
	return cells
}

func number(n int) []Cell { return []Cell{{Int: &n}} }

// fraction is a share; a share of nobody is no cell's value.
func fraction(f rolecall.Fraction) Cell { return Cell{Float: f.Decimals()} }

func yesOrNo(is bool) []Cell {
	if is {
		return texts([]string{"yes"})
	}
	return texts([]string{"no"})
}

// Columns is which properties of which entities are asked for.
type Columns struct {
	ids        []string
	properties []Property
}

// ParseColumns reads a question for columns. The error is a *RefusedError.
func ParseColumns(form string) (c Columns, err error) {
	var asked struct {
		IDs        []string `json:"ids"`
		Properties []struct {
			ID string `json:"id"`
		} `json:"properties"`
	}
	if err := json.Unmarshal([]byte(form), &asked); err != nil { // with more beside it, which the protocol lets clients write
		return c, refuse("extend", "not a question for columns (%v): send {\"ids\": [\"lady-bird\"], \"properties\": [{\"id\": \"director\"}]}", told(err))
	}
	if asked.IDs == nil || asked.Properties == nil {
		return c, refuse("extend", "it lacks ids or properties: send {\"ids\": [\"lady-bird\"], \"properties\": [{\"id\": \"director\"}]}")
	}
	if len(asked.IDs) > mostEntities {
		return c, &RefusedError{http.StatusRequestEntityTooLarge, fmt.Sprintf("extend.ids: %d of them: send %d at most", len(asked.IDs), mostEntities)}
	}
	if len(asked.Properties) > mostProperties {
		return c, refuse("extend.properties", "%d of them: send %d at most", len(asked.Properties), mostProperties)
	}
	c.ids = asked.IDs
	for i, id := range asked.IDs {
		if err := checkText(fmt.Sprintf("extend.ids[%d]", i), id); err != nil {
			return c, err
		}
	}
	for i, one := range asked.Properties {
		p, known := propertyOf(one.ID)
		if !known || p.column == nil {
			return c, refuse(fmt.Sprintf("extend.properties[%d].id", i), "there is no property %q: %s lists those there are", shortened(one.ID), Path+proposalPath)
		}
		c.properties = append(c.properties, p)
	}
	return c, nil
}

// Extend answers a question for columns. Entities that are not held have empty cells.
func Extend(ctx context.Context, c *catalog.Catalog, asked Columns) (Extension, error) {
	x := Extension{Meta: []Meta{}, Rows: make(map[string]map[string][]Cell, len(asked.ids))}
	for _, p := range asked.properties {
		m := Meta{ID: p.ID, Name: p.Name}
		if _, err := rolecall.ParseRole(p.ID); err == nil {
			m.Type = &Type{ID: personType, Name: "Person"}
		} else if p.ID == "series" {
			m.Type = &Type{ID: string(rolecall.Series), Name: "Series"}
		}
		x.Meta = append(x.Meta, m)
	}
	for _, id := range asked.ids {
		e, held, err := entityOf(ctx, c, id)
		if err != nil {
			return x, err
		}
		row := make(map[string][]Cell, len(asked.properties))
		for _, p := range asked.properties {
			cells := []Cell{}
			if held && (e.isPerson && p.ofPeople || !e.isPerson && p.ofTitles) {
				values, err := p.column(ctx, e)
				if err != nil {
					return x, err
				}
				cells = append(cells, values[:min(len(values), mostCells)]...)
			}
			row[p.ID] = cells
		}
		x.Rows[id] = row
	}
	return x, nil
}

// mostCells bounds the values of one property of one entity, each of which is a row in
// OpenRefine.
const mostCells = 100

// read is what was read of an entity, each thing once.
type read struct {
	lineup     *measure.Lineup
	statements *[]rolecall.Statement
	pages      map[string]rolecall.Page
}

func (e *entity) lineup(ctx context.Context) (*measure.Lineup, error) {
	if e.read.lineup == nil {
		lineup, err := measure.LineupOf(ctx, e.catalog, e.title, false)
		if err != nil {
			return nil, err
		}
		e.read.lineup = &lineup
	}
	return e.read.lineup, nil
}

// deciding are the statements that decide which gender counts.
func (e *entity) deciding(ctx context.Context) ([]rolecall.Statement, error) {
	if e.read.statements == nil {
		all, err := e.catalog.Statements(ctx, e.person.ID)
		if err != nil {
			return nil, err
		}
		deciding := rolecall.Resolve(all).Deciding
		var cited []string
		for _, s := range deciding {
			if s.Citation != "" {
				cited = append(cited, s.Citation)
			}
		}
		if e.read.pages, err = e.catalog.Pages(ctx, cited); err != nil {
			return nil, err
		}
		e.read.statements = &deciding
	}
	return *e.read.statements, nil
}

func columnYear(ctx context.Context, e *entity) ([]Cell, error) {
	if !e.isPerson {
		if e.title.Year == 0 {
			return nil, nil
		}
		return number(e.title.Year), nil
	}
	years, err := e.catalog.YearsOf(ctx, e.near)
	var cells []Cell
	for _, year := range years {
		cells = append(cells, number(year)...)
	}
	return cells, err
}

func columnKind(_ context.Context, e *entity) ([]Cell, error) {
	return texts([]string{string(e.title.Kind)}), nil
}

// columnReleased is a date only where the day is known: the protocol has no others.
func columnReleased(_ context.Context, e *entity) ([]Cell, error) {
	first := e.title.First()
	if first.Day == 0 {
		return texts([]string{first.String()}), nil
	}
	return []Cell{{Date: time.Date(first.Year, time.Month(first.Month), first.Day, 0, 0, 0, 0, time.UTC).Format(time.RFC3339)}}, nil
}

func columnKnownFor(ctx context.Context, e *entity) ([]Cell, error) {
	t, is, err := e.catalog.BestKnownFor(ctx, e.near)
	if err != nil || !is {
		return nil, err
	}
	return []Cell{{ID: t.ID, Name: nameOf(t)}}, nil
}

func columnRoles(ctx context.Context, e *entity) ([]Cell, error) {
	roles, err := e.catalog.RolesHeld(ctx, e.near)
	return texts(phrase.Each(roles, rolecall.Role.Words)), err
}

func columnGender(_ context.Context, e *entity) ([]Cell, error) {
	return texts([]string{string(e.person.Gender)}), nil
}

func columnWording(ctx context.Context, e *entity) ([]Cell, error) {
	return e.ofDeciding(ctx, func(s rolecall.Statement) string { return s.Wording })
}

func columnGenderSource(ctx context.Context, e *entity) ([]Cell, error) {
	names := make(map[string]string)
	for _, source := range e.catalog.Info().Sources {
		names[source.ID] = source.Name
	}
	return e.ofDeciding(ctx, func(s rolecall.Statement) string { return names[s.Source] })
}

func columnReference(ctx context.Context, e *entity) ([]Cell, error) {
	return e.ofDeciding(ctx, func(s rolecall.Statement) string { return e.read.pages[s.Citation].Address })
}

// columnReferenced says of nobody of whom nothing is stated that a page is cited for it.
func columnReferenced(ctx context.Context, e *entity) ([]Cell, error) {
	deciding, err := e.deciding(ctx)
	if err != nil || len(deciding) == 0 {
		return nil, err
	}
	return yesOrNo(slices.ContainsFunc(deciding, func(s rolecall.Statement) bool { return s.Citation != "" })), nil
}

// ofDeciding is what each statement that decides says, each thing once.
func (e *entity) ofDeciding(ctx context.Context, of func(rolecall.Statement) string) ([]Cell, error) {
	deciding, err := e.deciding(ctx)
	if err != nil {
		return nil, err
	}
	words := phrase.Each(deciding, of)
	slices.Sort(words)
	return texts(slices.Compact(words)), nil
}

func columnSeries(_ context.Context, e *entity) ([]Cell, error) {
	if e.title.SeriesID == "" {
		return nil, nil
	}
	return []Cell{{ID: e.title.SeriesID, Name: e.title.SeriesName}}, nil
}

func columnSeason(_ context.Context, e *entity) ([]Cell, error) {
	isPart := e.title.Kind == rolecall.Season || e.title.Kind == rolecall.Episode
	if !isPart || e.title.Season == rolecall.NoSeason {
		return nil, nil
	}
	return number(e.title.Season), nil
}

func columnEpisode(_ context.Context, e *entity) ([]Cell, error) {
	if e.title.Kind != rolecall.Episode || e.title.Episode == 0 {
		return nil, nil
	}
	return number(e.title.Episode), nil
}

func columnEpisodes(_ context.Context, e *entity) ([]Cell, error) {
	if e.title.Kind.IsLeaf() {
		return nil, nil
	}
	return number(e.title.Episodes), nil
}

func columnNetworks(_ context.Context, e *entity) ([]Cell, error) {
	return texts(e.title.Networks), nil
}

func columnCountries(_ context.Context, e *entity) ([]Cell, error) {
	return texts(e.title.Countries), nil
}

func columnGenres(_ context.Context, e *entity) ([]Cell, error) { return texts(e.title.Genres), nil }

func columnOriginalName(_ context.Context, e *entity) ([]Cell, error) {
	return texts([]string{strings.TrimSpace(e.title.OriginalName + e.person.NativeName)}), nil
}

func columnIdentifier(of rolecall.Scheme) func(context.Context, *entity) ([]Cell, error) {
	return func(ctx context.Context, e *entity) ([]Cell, error) {
		values, err := newLook(e.catalog).identifiers(ctx, e.title.ID+e.person.ID, of)
		return texts(values), err
	}
}

func columnHeadline(ctx context.Context, e *entity) ([]Cell, error) {
	lineup, err := e.lineup(ctx)
	if err != nil {
		return nil, err
	}
	return texts([]string{sentence.Headline(*lineup)}), nil
}

func columnCatalog(_ context.Context, e *entity) ([]Cell, error) {
	return texts([]string{e.catalog.Info().Hash}), nil
}

func columnCredited(role rolecall.Role) func(context.Context, *entity) ([]Cell, error) {
	return func(ctx context.Context, e *entity) (cells []Cell, err error) {
		lineup, err := e.lineup(ctx)
		if err != nil {
			return nil, err
		}
		count, _ := lineup.Role(role)
		for _, c := range count.Credited[:min(len(count.Credited), mostCells)] {
			id, err := personID(ctx, e.catalog, c.Person.ID)
			if err != nil {
				return nil, err
			}
			cells = append(cells, Cell{ID: id, Name: c.Person.Name})
		}
		return cells, nil
	}
}

// columnFigure is empty where nobody is credited: a share of nobody is not 0.
func columnFigure(role rolecall.Role, f figure) func(context.Context, *entity) ([]Cell, error) {
	return func(ctx context.Context, e *entity) ([]Cell, error) {
		lineup, err := e.lineup(ctx)
		if err != nil {
			return nil, err
		}
		count, held := lineup.Role(role)
		if !held || count.People.Total() == 0 {
			return nil, nil
		}
		if cell := f.of(count.People, count.PerTitle); cell != (Cell{}) {
			return []Cell{cell}, nil
		}
		return nil, nil
	}
}
