package web

import (
	"context"
	"encoding/json"
	"net/http"
	"net/url"
	"strconv"
	"strings"
	"unicode/utf8"

	"rolecall"
	"rolecall/contract"
	"rolecall/format"
	"rolecall/measure"
	"rolecall/phrase"
	"rolecall/render"
	"rolecall/web/snapshot"
)

// searchView is the page of what a search finds.
type searchView struct {
	Text   string
	Titles []foundTitle
	People []foundPerson
	// Namesakes is how many titles bear the very name asked for, if several do.
	Namesakes int
	Documents []documentView
	// TooLong says that the text is longer than any name.
	TooLong bool
}

type foundTitle struct {
	Label, Kind, Year, Address string
	Note                       string
	// Apart is what tells it from its namesakes of its kind and year.
	Apart string
}

// where is the kind, the year and what tells it apart, in one line.
func (f foundTitle) where() string {
	return phrase.Joined(" · ", phrase.Joined(" ", f.Kind, f.Year), f.Apart)
}

// foundPerson is somebody found, with what tells them from their namesakes.
type foundPerson struct {
	rolecall.Person
	Apart string
}

const (
	longestAsked = 200
	mostFound    = 25
	mostOffered  = 8
	mostPeople   = 4
)

func (s *Site) search(ctx context.Context, held *snapshot.Snapshot, r *http.Request) (answer, error) {
	_, ending := cutEnding(r.URL.Path)
	text := asked(r)
	view := searchView{Text: text, TooLong: utf8.RuneCountInString(text) > longestAsked}
	var found measure.Found
	if text != "" && !view.TooLong {
		var err error
		if found, err = lookFor(ctx, held, text, mostFound, mostFound); err != nil {
			return answer{}, err
		}
	}
	if f, isFormat := format.OfEnding(ending); isFormat {
		return document(render.Search{Text: text, Titles: found.Titles, People: found.People, Apart: found.Apart, Catalog: held.Info()}, f)
	}
	for _, t := range found.Titles {
		view.Titles = append(view.Titles, foundTitleOf(t, found))
		if strings.EqualFold(t.Name, text) && t.Kind != rolecall.Season {
			view.Namesakes++
		}
	}
	for _, p := range found.People {
		view.People = append(view.People, foundPerson{p, found.Apart[p.ID]})
	}
	q := "?" + url.Values{"q": {text}}.Encode()
	view.Documents = documents("/search", q)
	title := "Search"
	if text != "" {
		title = "Search: " + text
	}
	return s.render(held, r, "search", frame{Title: title, Description: "Titles and people near a text, forgiving of typing errors.", Asked: text, Content: view})
}

// asked is the text of the search field, as valid UTF-8.
func asked(r *http.Request) string {
	return strings.TrimSpace(strings.ToValidUTF8(r.URL.Query().Get("q"), "\uFFFD"))
}

// lookFor searches for a text; what it asks for beside a name comes first.
func lookFor(ctx context.Context, held *snapshot.Snapshot, text string, titles, people int) (measure.Found, error) {
	found, err := measure.Search{Most: max(titles, people)}.Run(ctx, held.Catalog, text)
	found.Titles = found.Titles[:min(len(found.Titles), titles)]
	found.People = found.People[:min(len(found.People), people)]
	return found, err
}

func foundTitleOf(t rolecall.Title, found measure.Found) foundTitle {
	f := foundTitle{Label: t.Name, Kind: string(t.Kind), Address: titlePath(t.ID), Note: t.OriginalName, Apart: found.Apart[t.ID]}
	if t.Kind == rolecall.Season || t.Kind == rolecall.Episode {
		f.Label = t.Label()
	}
	if t.Year != 0 {
		f.Year = strconv.Itoa(t.Year)
	}
	return f
}

func personNote(apart string) string { return phrase.Joined(" · ", "person", apart) }

// suggest answers the search field as somebody types.
func (s *Site) suggest(ctx context.Context, held *snapshot.Snapshot, r *http.Request) (answer, error) {
	text, offered := asked(r), contract.Suggestions{}
	if n := utf8.RuneCountInString(text); n >= 2 && n <= longestAsked {
		found, err := lookFor(ctx, held, text, mostOffered, mostPeople)
		if err != nil {
			return answer{}, err
		}
		for _, t := range found.Titles {
			f := foundTitleOf(t, found)
			offered = append(offered, contract.Suggestion{Label: f.Label, Note: f.where(), Address: f.Address})
		}
		for _, p := range found.People {
			offered = append(offered, contract.Suggestion{Label: p.Name, Note: personNote(found.Apart[p.ID]), Address: personPath(p.ID)})
		}
	}
	body, err := json.Marshal(offered)
	return answer{status: http.StatusOK, kind: jsonKind, body: body}, err
}

// nothing answers for an address where nothing is.
func (s *Site) nothing(ctx context.Context, held *snapshot.Snapshot, r *http.Request) (answer, error) {
	return s.notFound(ctx, held, r, "There is nothing at this address",
		"The address may be mistyped, or the page may never have been. The search above finds titles and people.", "")
}

// notFound says that nothing is there, and what is near the words given.
func (s *Site) notFound(ctx context.Context, held *snapshot.Snapshot, r *http.Request, title, text, words string) (answer, error) {
	view := messageView{Title: title, Text: text}
	if n := utf8.RuneCountInString(words); n >= 2 && n <= longestAsked {
		found, err := lookFor(ctx, held, strings.ToValidUTF8(words, ""), 5, 3)
		if err != nil {
			return answer{}, err
		}
		for _, t := range found.Titles {
			f := foundTitleOf(t, found)
			view.Near = append(view.Near, nearView{f.Label, f.where(), f.Address})
		}
		for _, p := range found.People {
			view.Near = append(view.Near, nearView{p.Name, personNote(found.Apart[p.ID]), personPath(p.ID)})
		}
	}
	a, err := s.render(held, r, "message", frame{Title: title, Description: text, Content: view})
	a.status = http.StatusNotFound
	return a, err
}
