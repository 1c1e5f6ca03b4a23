package web

import (
	"context"
	"net/http"

	"path"
	"rolecall"
	"rolecall/catalog"
	"rolecall/format"
	"rolecall/phrase"
	"rolecall/web/api"
	"rolecall/web/snapshot"
)

// sourcesView is what the catalog holds, from where, under what licence.
type sourcesView struct {
	Info      catalog.Info
	Holdings  []holdingView
	Coverage  []coverageView
	Sources   []rolecall.Source
	Documents []documentView
}

type holdingView struct {
	What   string
	Number string
}

// coverageView is, for a role, how many of its people have a stated gender.
type coverageView struct {
	Role, Source, Count, Share string
	Bar                        barView
}

func (s *Site) sources(ctx context.Context, held *snapshot.Snapshot, r *http.Request) (answer, error) {
	d, err := api.SourcesOf(ctx, held)
	if err != nil {
		return answer{}, err
	}
	if f, isFormat := format.OfEnding(path.Ext(r.URL.Path)); isFormat {
		return document(d, f)
	}
	view := sourcesView{Info: d.Catalog, Sources: d.Catalog.Sources, Documents: documents("/sources", "")}
	for _, held := range d.Held() {
		view.Holdings = append(view.Holdings, holdingView{held.What, phrase.Grouped(held.Number)})
	}
	for _, c := range d.Coverage {
		if c.Source == "" {
			view.Coverage = append(view.Coverage, coverageOf(c))
		}
	}
	return s.render(held, r, "sources", frame{Title: "Sources and licences", Place: "sources",
		Description: "What this catalog holds, where each fact comes from, and under what licence.", Content: view})
}

func coverageOf(c catalog.Coverage) coverageView {
	count := rolecall.Count{Certain: c.Stated, Possible: c.Stated, Of: c.People}
	return coverageView{
		Role: phrase.Capital(c.Role.Plural()), Count: phrase.Grouped(c.Stated) + " of " + phrase.Grouped(c.People),
		Share: count.Share().Lower.Percent(),
		Bar:   bar(count.String(), c.People, []part{{"stated", c.Stated}, {"unknown", c.People - c.Stated}}),
	}
}
