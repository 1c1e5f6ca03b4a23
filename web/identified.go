package web

import (
	"context"
	"errors"
	"net/http"
	"net/url"
	"strings"

	"rolecall"
	"rolecall/catalog"
	"rolecall/identity"
	"rolecall/reconcile"
	"rolecall/web/snapshot"
)

// identified leads from an identifier of IMDb, Wikidata or TMDB, or the address of a page
// there, to the page here, so that others can link without knowing our addresses.
func (s *Site) identified(ctx context.Context, held *snapshot.Snapshot, r *http.Request) (answer, error) {
	id := r.PathValue("id")
	if of, isPerson := strings.CutPrefix(id, reconcile.PersonPrefix); isPerson { // whose identifier a title has too
		return ledTo(r, personPath(of)), nil
	}
	found, err := held.Identify(ctx, id)
	lacking, isLacking := errors.AsType[*catalog.SeasonError](err)
	switch {
	case isLacking:
		return s.notFound(ctx, held, r, "There is no such season or episode here", lacking.Error()+".", "")
	case err != nil:
		return answer{}, err
	case found.Empty():
		return s.notFound(ctx, held, r, "Nothing of that identifier is here",
			"This catalog holds no title and no person of it. An identifier is that of IMDb (tt2357547, nm0742107) or Wikidata (Q2), or the address of a page there or at TMDB, without https://.", "")
	case len(found.Titles)+len(found.People) > 1:
		return s.severalIdentified(ctx, held, r, found)
	case len(found.People) == 1:
		return ledTo(r, personPath(found.People[0].ID)), nil
	}
	return ledTo(r, titlePath(found.Titles[0].ID)), nil
}

// ledTo leads to a page, and not for good: another catalog may hold something else. Whoever asks
// for a catalog is led on within it.
func ledTo(r *http.Request, page string) answer {
	if hash := r.URL.Query().Get("catalog"); hash != "" {
		page += "?" + url.Values{"catalog": {hash}}.Encode()
	}
	return answer{status: http.StatusFound, location: page}
}

// severalIdentified lists what an identifier may be of.
func (s *Site) severalIdentified(ctx context.Context, held *snapshot.Snapshot, r *http.Request, found catalog.Identified) (answer, error) {
	view := messageView{Title: "Which of these?", Text: "The identifier is that of several in this catalog."}
	titles, err := held.TellTitlesApart(ctx, found.Titles)
	if err != nil {
		return answer{}, err
	}
	for _, t := range found.Titles {
		view.Near = append(view.Near, nearView{t.Label(), titles[t.ID], titlePath(t.ID)})
	}
	for _, p := range found.People {
		view.Near = append(view.Near, nearView{p.Name, "", personPath(p.ID)})
	}
	a, err := s.render(held, r, "message", frame{Title: view.Title, Description: view.Text, Content: view})
	a.status = http.StatusMultipleChoices
	return a, err
}

// withPages adds to an object for machines the pages about the same thing elsewhere. Where
// the identifier here is that of IMDb or Wikidata, it says so itself, and nothing is looked
// up: most pages of most sites are answered from memory. Seasons and episodes that have no
// identifier of their own elsewhere are not looked up either.
func withPages(ctx context.Context, held *snapshot.Snapshot, id string, kind rolecall.Kind, data linked) (linked, error) {
	own, is := identity.Parse(id)
	if is {
		data["sameAs"] = []string{own.Page()}
		return data, nil
	}
	if kind == rolecall.Season || kind == rolecall.Episode {
		return data, nil
	}
	elsewhere, err := held.Elsewhere(ctx, id)
	if err != nil {
		return nil, err
	}
	var pages []string
	for _, i := range elsewhere {
		named := identity.Identity{Scheme: i.Scheme, Value: i.Value, Kind: kind, IsPerson: kind == ""}
		if page := named.Page(); page != "" {
			pages = append(pages, page)
		}
	}
	if len(pages) > 0 {
		data["sameAs"] = pages
	}
	return data, nil
}
