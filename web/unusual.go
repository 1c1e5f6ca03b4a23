package web

import (
	"context"
	"errors"
	"fmt"
	"net/http"
	"strings"

	"rolecall"
	"rolecall/catalog"
	"rolecall/fault"
	"rolecall/measure"
	"rolecall/phrase"
	"rolecall/phrase/sentence"
	"rolecall/population"
	"rolecall/render"
	"rolecall/web/snapshot"
)

// unusualView is where a title stands among comparable ones.
type unusualView struct {
	Title   rolecall.Title
	Address string
	Fields  populationView
	Fault   string
	Refused string
	// Among says what the title is compared with.
	Among string
	Roles []unusualRole
	// Notes say what a reader may otherwise take wrong.
	Notes []string
	// rarity is what it was made of; nil where it cannot be told.
	rarity *measure.Rarity
}

// unusualRole is one role: in words, and drawn.
type unusualRole struct {
	Name, Own string
	Sentences []string
	Plot      figureView
	// Nearest are the titles whose shares are nearest, where they were asked for.
	Nearest []neighbourView
}

// neighbourView is a title near another, and its share.
type neighbourView struct{ Name, Address, Value string }

// unusual says how unusual a title is, among others than those of its year too.
func (s *Site) unusual(ctx context.Context, held *snapshot.Snapshot, r *http.Request) (answer, error) {
	t, found, err := held.Title(ctx, r.PathValue("id"))
	if err != nil {
		return answer{}, err
	}
	if !found || t.Kind != rolecall.Film && t.Kind != rolecall.Season {
		return s.nothing(ctx, held, r)
	}
	fields := queryOf(r)
	p := measure.Comparables(t)
	if !asksNothing(r) {
		p = fields.population()
		p.Kind = t.Kind
	}
	share := shareAsked{genders: fields.genders(), unit: rolecall.People, reading: fields.reading()}
	if fields.fault == nil {
		fields.fault = measure.Question{Population: p, Genders: share.genders}.Validate()
	}
	if fields.fault != nil {
		choices, err := offered(ctx, held, comparing(t.Kind), p)
		if err != nil {
			return answer{}, err
		}
		view := unusualView{Title: t, Address: titlePath(t.ID), Fields: populationFields(choices, p, share), Fault: phrase.Stop(fields.fault.Error())}
		return s.unusualPage(held, r, view, http.StatusUnprocessableEntity)
	}
	view, err := unusualOf(ctx, held, t, p, share, measure.NeighboursOf)
	if err != nil {
		told := fault.OverHTTP(ctx, err)
		if !told.Asked() {
			return answer{}, err
		}
		view.Fault = phrase.Stop(told.Words)
	}
	return s.unusualPage(held, r, view, http.StatusOK)
}

func (s *Site) unusualPage(held *snapshot.Snapshot, r *http.Request, view unusualView, status int) (answer, error) {
	var cited *citedView
	if view.rarity != nil && len(view.Roles) > 0 {
		m := render.Show{Lineup: measure.Lineup{Title: view.Title}, Rarity: view.rarity, Reading: queryOf(r).reading(), Catalog: held.Info()}.Method()
		cited = s.cited(r, shared{sentence: view.Title.Label() + ", " + view.Roles[0].Name + ": " + strings.Join(view.Roles[0].Sentences, " "), method: m})
	}
	a, err := s.render(held, r, "unusual", frame{Cited: cited, Title: "How unusual is " + view.Title.Label() + "?",
		Description: "Where " + view.Title.Label() + " stands among others. " + view.Among, Scripted: len(view.Roles) > 0, Content: view})
	a.status = status
	return a, err
}

// nearest finds the titles near one, role by role.
type nearest func(context.Context, *catalog.Catalog, measure.Rarity) (map[rolecall.Role][]catalog.Neighbour, error)

// notAsked finds none: a title's own page is there in milliseconds, and the titles near it
// take a walk over all that are compared.
func notAsked(context.Context, *catalog.Catalog, measure.Rarity) (map[rolecall.Role][]catalog.Neighbour, error) {
	return nil, nil
}

// unusualOf compares a film or season with a population.
func unusualOf(ctx context.Context, held *snapshot.Snapshot, t rolecall.Title, p population.Population, share shareAsked, find nearest) (unusualView, error) {
	choices, err := offered(ctx, held, comparing(t.Kind), p)
	if err != nil {
		return unusualView{}, err
	}
	view := unusualView{Title: t, Address: titlePath(t.ID), Fields: populationFields(choices, p, share)}
	rarity, err := measure.RarityOf(ctx, held.Catalog, t, p, share.genders)
	var picked *measure.HandPickedError
	if errors.As(err, &picked) {
		view.Refused = phrase.Stop(picked.Error())
		return view, nil
	}
	if err != nil {
		return view, err
	}
	view.rarity = &rarity
	near, err := find(ctx, held.Catalog, rarity)
	if err != nil {
		return view, err
	}
	who := phrase.Genders(share.genders)
	view.Among = fmt.Sprintf("By the share of %s, among %s: %s in this catalog.", who, p.Words(), phrase.Grouped(rarity.Titles))
	var untold []string
	gaps := false
	var told []catalog.Rarity
	for _, role := range rarity.Roles {
		if role.Count.Settled() == 0 {
			untold = append(untold, phrase.Roles(role.Role))
			continue
		}
		gaps = gaps || role.Held < role.Leaves
		told = append(told, role)
	}
	for i, plot := range plotsOf(t, who, told, near) {
		view.Roles = append(view.Roles, unusualIn(told[i], t.Kind, who, share.reading, plot, near[told[i].Role]))
	}
	if gaps && !share.reading.LeavesOut() {
		view.Notes = append(view.Notes, "An episode for which nobody is credited counts as one more person of whom nothing is known.")
	}
	if words := phrase.LeftOutOfTitles(share.reading); words != "" {
		view.Notes = append(view.Notes, words)
	}
	if len(untold) > 0 {
		view.Notes = append(view.Notes, "Nothing can be said of these, as no gender is stated of anybody here: "+strings.Join(untold, ", ")+".")
	}
	return view, nil
}

// unusualHere is how unusual a title is, for its own page: nil where that cannot be
// asked or told.
func (s *Site) unusualHere(ctx context.Context, held *snapshot.Snapshot, t rolecall.Title) (*unusualView, error) {
	if held.Info().HandPicked || t.Kind != rolecall.Film && t.Kind != rolecall.Season {
		return nil, nil
	}
	view, err := unusualOf(ctx, held, t, measure.Comparables(t), shareAsked{genders: []rolecall.Gender{rolecall.Woman}}, notAsked)
	if err != nil && fault.KindOf(ctx, err).Asked() || view.Among == "" {
		return nil, nil
	}
	return &view, err
}

func unusualIn(r catalog.Rarity, kind rolecall.Kind, who string, reading rolecall.Reading, plot figureView, near []catalog.Neighbour) unusualRole {
	v := unusualRole{Name: phrase.Capital(phrase.Roles(r.Role)), Own: phrase.Capital(who) + ": " + r.Count.String(), Plot: plot}
	v.Sentences = phrase.Each(sentence.Standing(r, kind, reading), phrase.Stop)
	v.Nearest = phrase.Each(near, func(n catalog.Neighbour) neighbourView {
		return neighbourView{n.Title.Label(), titlePath(n.Title.ID), n.Count.Share().Known.Percent()}
	})
	v.Plot.Key = "Full: the gender of everybody is known. Rings: of some, and at the share of those. Grey: below this " + string(kind) + "."
	if r.Spread.Unplaced > 0 {
		v.Plot.Notes = []string{fmt.Sprintf("Not shown: %s %s of which nobody is credited in the role, or no gender is known.", phrase.Grouped(r.Spread.Unplaced), phrase.Agree(r.Spread.Unplaced, string(kind), kind.Plural()))}
	}
	return v
}
