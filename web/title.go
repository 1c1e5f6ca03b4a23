package web

import (
	"context"
	"fmt"
	"net/http"
	"net/url"
	"strings"

	"rolecall"
	"rolecall/format"
	"rolecall/measure"
	"rolecall/phrase"
	"rolecall/phrase/sentence"
	"rolecall/render"
	"rolecall/web/snapshot"
)

// titleView is the page of a film, series, season or episode.
type titleView struct {
	Title rolecall.Title
	// Above is the line over the headline, Headline and Detail what is said.
	Above            aboveView
	Headline, Detail string
	Grid             *gridView
	Episodes         *episodesView
	Sides            []sideView
	Seasons          []seasonView
	Groups           []groupView
	Pages            []rolecall.Page
	Documents        []documentView
	Assessed         *assessedView
	Notes            []string
	HandPicked       bool
	// Unusual is where a film or season stands among comparable ones.
	Unusual *unusualView
	// Missing is where those of the title are listed whose gender is not stated, if any.
	Missing string
	// Partly says that only some of the people are listed.
	Partly bool
}

// aboveView is what the title is, with the way up to what it is part of.
type aboveView struct {
	Name       string
	Up         []linkView
	Facts      []string
	Neighbours []linkView
}

type linkView struct{ Label, Address string }

// documentView is a file beside the page.
type documentView struct{ Label, Address, Kind string }

// seasonView is one season of a series.
type seasonView struct {
	Address, Name, Year, Episodes string
	Directed, Directors           string
	Bar                           barView
	Writers                       string
	WriterBar                     barView
}

func (s *Site) title(ctx context.Context, held *snapshot.Snapshot, r *http.Request) (answer, error) {
	id, ending := cutEnding(r.PathValue("id"))
	t, found, err := held.Title(ctx, id)
	if err != nil {
		return answer{}, err
	}
	if !found {
		return s.titleMissing(ctx, held, r, id)
	}
	lineup, err := measure.LineupOf(ctx, held.Catalog, t, false)
	if err != nil {
		return answer{}, err
	}
	if ending == ".svg" {
		return gridPicture(lineup, held.Info())
	}
	if f, isFormat := format.OfEnding(ending); isFormat {
		show := render.Show{Lineup: lineup, Catalog: held.Info()}
		if show.Rarity, show.Unverifiable, err = measure.Standing(ctx, held.Catalog, t); err != nil {
			return answer{}, err
		}
		return document(show, f)
	}
	reading, fault := readingOf(r)
	if fault != nil {
		return s.message(held, r, http.StatusUnprocessableEntity, "There is no such reading", phrase.Stop(fault.Error())), nil
	}
	view := viewOf(lineup, held.Info().HandPicked, r.URL.Query().Get("people") == "all")
	stated, err := measure.StatedOf(ctx, held.Catalog, listedPeople(view.Groups))
	if err != nil {
		return answer{}, err
	}
	stateGenders(view.Groups, stated, held.Info().Sources)
	if view.Above.Neighbours, err = neighbours(ctx, held, t); err != nil {
		return answer{}, err
	}
	if view.Assessed, err = assess(lineup, held.Info().Sources, reading, r.URL); err != nil {
		return answer{}, err
	}
	if view.Unusual, err = s.unusualHere(ctx, held, t); err != nil {
		return answer{}, err
	}
	data, err := withPages(ctx, held, t.ID, t.Kind, titleData(lineup, s.options.Public))
	if err != nil {
		return answer{}, err
	}
	return s.render(held, r, "title", frame{
		Title:       t.Label() + ": " + view.Headline,
		Description: strings.TrimSpace(view.Headline + ". " + view.Detail),
		Card:        cardPath(titlePath(t.ID)),
		Cited:       s.cited(r, shared{phrase.Stop(t.Label() + ": " + view.Headline), render.Show{Lineup: lineup, Catalog: held.Info()}.Credited(), cardPath(titlePath(t.ID)), true, false}),
		Scripted:    view.Unusual != nil,
		Data:        data,
		Content:     view,
	})
}

// titleMissing answers for an identifier that is not held, with what is near it.
func (s *Site) titleMissing(ctx context.Context, held *snapshot.Snapshot, r *http.Request, id string) (answer, error) {
	words := strings.Join(strings.FieldsFunc(id, func(r rune) bool { return r == '/' || r == '-' || r == '_' }), " ")
	return s.notFound(ctx, held, r, "There is no such title here",
		"This catalog holds no title at that address. It may be in a bigger catalog, or be called something else here.", words)
}

func viewOf(l measure.Lineup, handPicked, everybody bool) titleView {
	v := titleView{
		Title: l.Title, Above: above(l.Title), Headline: sentence.Aloud(l), Detail: sentence.Detail(l),
		HandPicked: handPicked,
	}
	v.Groups, v.Partly = groups(l, everybody)
	v.Sides = sides(l)
	v.Grid = gridOf(l)
	v.Documents = titleDocuments(l.Title, v.Grid != nil)
	if l.Title.Kind != rolecall.Series || len(l.Seasons) > 0 { // a series stands for its seasons
		v.Missing = missing("/gaps?"+alone(l.Title).Encode(), l.Roles, func(c measure.RoleCount) (rolecall.Role, int) { return c.Role, c.People.Unknown })
	}
	for _, season := range l.Seasons {
		v.Seasons = append(v.Seasons, seasonOf(season))
	}
	if l.Title.Kind == rolecall.Season {
		v.Episodes = episodesOf(l)
	}
	v.Pages = sortedPages(l.Pages, l.Title.Citations)
	v.Notes = notes(l)
	return v
}

// alone asks for one title, of whatever kind it is.
func alone(t rolecall.Title) url.Values {
	asked := url.Values{"titles": {t.ID}}
	switch {
	case t.Kind == rolecall.Episode:
		asked.Set("kind", string(t.Kind))
	case t.IsShort():
		asked.Set("shorts", "true")
	}
	if t.IsSpecial() {
		asked.Set("specials", "true")
	}
	return asked
}

func above(t rolecall.Title) aboveView {
	a := aboveView{Name: t.Label()}
	switch t.Kind {
	case rolecall.Season:
		a.Name = fmt.Sprintf("Season %d", t.Season)
		a.Up = []linkView{{t.SeriesName, titlePath(t.SeriesID)}}
	case rolecall.Episode:
		a.Name = t.Name
		if a.Name == "" {
			a.Name = fmt.Sprintf("Episode %d", t.Episode)
		}
		a.Up = append(a.Up, linkView{t.SeriesName, titlePath(t.SeriesID)})
		if t.SeasonID != "" {
			a.Up = append(a.Up, linkView{fmt.Sprintf("season %d", t.Season), titlePath(t.SeasonID)})
			a.Facts = append(a.Facts, fmt.Sprintf("episode %d", t.Episode))
		}
	}
	if t.OriginalName != "" {
		a.Facts = append(a.Facts, t.OriginalName)
	}
	if t.Kind == rolecall.Film || t.Kind == rolecall.Series {
		a.Facts = append(a.Facts, string(t.Kind))
	}
	a.Facts = append(a.Facts, phrase.Facts(t)...)
	return a
}

func titleDocuments(t rolecall.Title, hasGrid bool) []documentView {
	path := titlePath(t.ID)
	documents := documents(path, "")
	if hasGrid {
		documents = append(documents, documentView{"Grid as SVG", path + ".svg", "image/svg+xml"})
	}
	return append(documents, documentView{"Picture to share", cardPath(path), "image/png"})
}

// neighbours are the seasons beside a season.
func neighbours(ctx context.Context, held *snapshot.Snapshot, t rolecall.Title) ([]linkView, error) {
	if t.Kind != rolecall.Season {
		return nil, nil
	}
	seasons, err := held.Seasons(ctx, t.SeriesID)
	var beside []linkView
	for _, other := range seasons {
		if other.Season == t.Season-1 || other.Season == t.Season+1 {
			beside = append(beside, linkView{fmt.Sprintf("Season %d", other.Season), titlePath(other.ID)})
		}
	}
	return beside, err
}

func seasonOf(c measure.SeasonCount) seasonView {
	episodes := c.PerTitle[rolecall.Director].Any(rolecall.Woman)
	v := seasonView{
		Address: titlePath(c.Season.ID), Name: fmt.Sprintf("Season %d", c.Season.Season),
		Episodes: phrase.Episodes(c.Season.Episodes), Directed: episodes.String(),
		Directors: phrase.Tally(c.People[rolecall.Director]),
		Bar:       countBar(episodes), Writers: phrase.NoCredit,
	}
	if c.Season.Year != 0 {
		v.Year = fmt.Sprint(c.Season.Year)
	}
	if writers := c.People[rolecall.Writer]; writers.Total() > 0 {
		v.Writers, v.WriterBar = writers.Count(rolecall.Woman).String(), tallyBar(writers)
	}
	return v
}

// notes say what a reader may otherwise take wrong.
func notes(l measure.Lineup) (notes []string) {
	if l.HasWide() {
		notes = append(notes, phrase.WholeNote)
	}
	if l.Title.Kind == rolecall.Season && !l.Title.Whole {
		notes = append(notes, phrase.NotWhole)
	}
	return notes
}
