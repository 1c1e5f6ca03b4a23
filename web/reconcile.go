package web

import (
	"bytes"
	"context"
	"fmt"
	"net/http"

	"rolecall"
	"rolecall/measure"
	"rolecall/phrase"
	"rolecall/phrase/sentence"
	"rolecall/reconcile"
	"rolecall/web/guard"
	"rolecall/web/snapshot"
)

// A table of thousands of rows comes in hundreds of batches, one after the other, of ten
// names each from older clients: so many of one client, one at a time, and so many at once
// of all.
var batches = guard.Costs{PerSecond: 100, Burst: 400, AtOnce: 2}

// reconciliation matches the tables of others with the catalog.
func (s *Site) reconciliation() http.Handler {
	costs := batches
	costs.Proxied = s.options.Proxied
	service := reconcile.New(reconcile.Options{Acquire: s.holder.Borrow, Public: s.options.Public, Version: s.options.Version, Log: s.options.Log})
	return guard.NewLimit(costs, s.measured, s.refuse).Wrap(service)
}

// previewView is the card of a title or person, which others show in a frame.
type previewView struct {
	Address, Label, Above, Text string
	// Lines are further facts.
	Lines []string
}

// preview is the card of an entity.
func (s *Site) preview(ctx context.Context, held *snapshot.Snapshot, r *http.Request) (answer, error) {
	title, person, err := reconcile.Entity(ctx, held.Catalog, r.PathValue("id"))
	if err != nil {
		return answer{}, err
	}
	var view previewView
	switch {
	case title != nil:
		view, err = previewOfTitle(ctx, held, *title)
	case person != nil:
		view, err = previewOfPerson(ctx, held, *person)
	default:
		a, err := laidOut(previewView{Label: "Nothing of that identifier is here", Text: "This catalog holds no title and no person of it."})
		a.status = http.StatusNotFound
		return a, err
	}
	if err != nil {
		return answer{}, err
	}
	return laidOut(view)
}

// laidOut is a card as a page of its own, without the frame of the site.
func laidOut(view previewView) (answer, error) {
	var b bytes.Buffer
	pages, _ := templates()
	if err := pages["preview"].ExecuteTemplate(&b, "card", view); err != nil {
		return answer{}, fmt.Errorf("lay out a preview: %w", err)
	}
	return answer{status: http.StatusOK, kind: htmlKind, body: b.Bytes()}, nil
}

func previewOfTitle(ctx context.Context, held *snapshot.Snapshot, t rolecall.Title) (previewView, error) {
	lineup, err := measure.LineupOf(ctx, held.Catalog, t, false)
	return previewView{
		Address: titlePath(t.ID), Label: t.Label(), Above: phrase.Capital(string(t.Kind)), Text: sentence.Headline(lineup), Lines: []string{phrase.Joined(" · ", phrase.Facts(t)...)},
	}, err
}

func previewOfPerson(ctx context.Context, held *snapshot.Snapshot, p rolecall.Person) (previewView, error) {
	career, err := measure.CareerOf(ctx, held.Catalog, p)
	view := previewView{Address: personPath(p.ID), Label: p.Name, Above: "Person", Text: sentence.Career(career), Lines: []string{sentence.Gender(career)}}
	if p.NativeName != "" {
		view.Lines = append([]string{p.NativeName}, view.Lines...)
	}
	return view, err
}
