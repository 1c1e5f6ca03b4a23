package web

import (
	"context"
	"errors"
	"net/http"

	"rolecall"
	"rolecall/catalog"
	"rolecall/measure"
	"rolecall/phrase/sentence"
	"rolecall/web/snapshot"
)

// homeView is the first page.
type homeView struct {
	Examples []exampleView
	Holdings catalog.Holdings
	Sources  []rolecall.Source
	Info     catalog.Info
}

// exampleView is an answer from the catalog, live.
type exampleView struct {
	Address, Name, Headline string
	// Marks are those of the directors; an empty one stands for an episode of which
	// none is held.
	Marks []rolecall.Gender
}

// examples are titles to begin with: a season that women directed, one that men
// did for the most part, a film. Those that a catalog does not hold are left out.
var examples = []struct {
	name   string
	which  catalog.Which
	season int
}{
	{"Jessica Jones", catalog.Which{Kind: rolecall.Series}, 2},
	{"Game of Thrones", catalog.Which{Kind: rolecall.Series}, 4},
	{"Lady Bird", catalog.Which{Kind: rolecall.Film, Year: 2017}, 0},
	{"Dear White People", catalog.Which{Kind: rolecall.Series}, 1},
}

const examplesShown = 3

func (s *Site) home(ctx context.Context, held *snapshot.Snapshot, r *http.Request) (answer, error) {
	view, err := snapshot.Recall(held, "home", func() (homeView, error) { return homeOf(ctx, held) })
	if err != nil {
		return answer{}, err
	}
	return s.render(held, r, "home", frame{
		Title:       "Rolecall: who is in front of the camera, and who is behind it?",
		Description: "For any film or season of television: who is in front of the camera, and who is behind it? Counted from credits and sourced statements, never guessed.",
		Card:        "/card.png", Content: view,
		Data: linked{"@context": "https://schema.org", "@type": "WebSite", "name": "Rolecall", "url": s.options.Public + "/"},
	})
}

func homeOf(ctx context.Context, held *snapshot.Snapshot) (homeView, error) {
	view := homeView{Info: held.Info()}
	var err error
	if view.Holdings, err = held.Holdings(ctx); err != nil {
		return view, err
	}
	for _, e := range examples {
		if len(view.Examples) == examplesShown {
			break
		}
		t, found, err := exampleTitle(ctx, held, e.name, e.which, e.season)
		if err != nil {
			return view, err
		}
		if !found {
			continue
		}
		lineup, err := measure.LineupOf(ctx, held.Catalog, t, false)
		if err != nil {
			return view, err
		}
		view.Examples = append(view.Examples, exampleOf(lineup))
	}
	return view, nil
}

// exampleTitle is the title of a name, and whether the catalog holds just one.
func exampleTitle(ctx context.Context, held *snapshot.Snapshot, name string, which catalog.Which, season int) (rolecall.Title, bool, error) {
	t, err := held.FindTitle(ctx, name, which)
	if err == nil && season != 0 {
		t, err = held.Season(ctx, t, season)
	}
	var (
		missing   *catalog.NotFoundError
		ambiguous *catalog.AmbiguousError
		noSeason  *catalog.SeasonError
	)
	if errors.As(err, &missing) || errors.As(err, &ambiguous) || errors.As(err, &noSeason) {
		return t, false, nil
	}
	return t, err == nil, err
}

func exampleOf(l measure.Lineup) exampleView {
	directors, _ := l.Role(rolecall.Director)
	v := exampleView{Address: titlePath(l.Title.ID), Name: l.Title.Label(), Headline: sentence.Aloud(l)}
	for _, cell := range cellsOf(l, directors) {
		for _, m := range cell.Marks {
			v.Marks = append(v.Marks, m.Gender)
		}
		if len(cell.Marks) == 0 {
			v.Marks = append(v.Marks, "")
		}
	}
	return v
}
