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
	// Missing says that nothing is called so; Picked what the catalog is, if it was picked
	// by hand, and Importing the commands that bring in more.
	Missing, Picked string
	Importing       []string
	// Before and After are where other titles found are.
	Before, After string
}

type foundTitle struct {
	Label, Kind, Year, Address string
	Note                       string
	// Apart is what tells it from its namesakes of its kind and year, or who made it.
	Apart   string
	Seasons []linkView
}

// where is the kind, the year and what tells it apart, in one line.
func (f foundTitle) where() string {
	return phrase.Joined(" · ", phrase.Joined(" ", f.Kind, f.Year), f.Apart)
}

// foundPerson is somebody found, with what they are known for.
type foundPerson struct {
	rolecall.Person
	Known string
}

const (
	longestAsked = 200
	mostFound    = 25
	mostOffered  = 8
	mostPeople   = 4
	// mostSearched is how many titles found can be gone through page by page.
	mostSearched = 500
)

func (s *Site) search(ctx context.Context, held *snapshot.Snapshot, r *http.Request) (answer, error) {
	_, ending := cutEnding(r.URL.Path)
	text, from := asked(r), titlesPassed(r)
	view := searchView{Text: text, TooLong: utf8.RuneCountInString(text) > longestAsked}
	var found measure.Described
	if text != "" && !view.TooLong {
		var err error
		if found, err = describe(ctx, held, text, from); err != nil {
			return answer{}, err
		}
	}
	more := len(found.Titles) > mostFound
	found.Titles = found.Titles[:min(len(found.Titles), mostFound)]
	d := render.SearchOf(text, found, held.Info())
	if f, isFormat := format.OfEnding(ending); isFormat {
		return document(d, f)
	}
	view.fill(d, from, more)
	title := "Search"
	if text != "" {
		title = "Search: " + text
	}
	return s.render(held, r, "search", frame{Title: title, Description: "Titles and people near a text, forgiving of typing errors.", Asked: text, Content: view})
}

// titlesPassed is how many titles an address passes over.
func titlesPassed(r *http.Request) int {
	from, err := strconv.Atoi(r.URL.Query().Get("from_title"))
	if err != nil {
		return 0
	}
	return min(max(from, 0), mostSearched-mostFound)
}

// describe finds the titles of a page, and one more if there is any, and the people on the
// first.
func describe(ctx context.Context, held *snapshot.Snapshot, text string, from int) (measure.Described, error) {
	return measure.Search{Most: mostFound + 1, After: from, TitlesOnly: from > 0}.Described(ctx, held.Catalog, text)
}

func (v *searchView) fill(d render.Search, from int, more bool) {
	for _, t := range d.Titles {
		f := foundTitleOf(t, d.MadeBy(t))
		for _, season := range d.Glances[t.ID].Seasons {
			f.Seasons = append(f.Seasons, linkView{strconv.Itoa(season.Season), titlePath(season.ID)})
		}
		v.Titles = append(v.Titles, f)
		if strings.EqualFold(t.Name, d.Text) && t.Kind != rolecall.Season {
			v.Namesakes++
		}
	}
	for _, p := range d.People[:min(len(d.People), mostFound)] {
		v.People = append(v.People, foundPerson{p, d.Known(p)})
	}
	q := url.Values{"q": {d.Text}}
	v.Documents = documents("/search", "?"+q.Encode())
	if from > 0 {
		v.Before = "/search" + withTitle(q, from-mostFound)
	}
	if more && from+mostFound < mostSearched {
		v.After = "/search" + withTitle(q, from+mostFound)
	}
	if v.Missing = d.Missing(); v.Missing != "" && d.Picked > 0 {
		v.Picked, v.Importing = phrase.Picked(d.Picked), phrase.Importing
	}
}

func withTitle(q url.Values, from int) string {
	q.Set("from_title", strconv.Itoa(max(from, 0)))
	return "?" + q.Encode()
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

func foundTitleOf(t rolecall.Title, apart string) foundTitle {
	f := foundTitle{Label: phrase.Listed(t), Kind: string(t.Kind), Address: titlePath(t.ID), Note: t.OriginalName, Apart: apart}
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
			f := foundTitleOf(t, found.Apart[t.ID])
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
			f := foundTitleOf(t, found.Apart[t.ID])
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
