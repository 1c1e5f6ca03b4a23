package web

import (
	"context"
	"encoding/json"
	"errors"
	"net/http"
	"net/url"
	"regexp"
	"strconv"
	"strings"
	"unicode/utf8"

	"rolecall"
	"rolecall/catalog"
	"rolecall/measure"
	"rolecall/render"
	"rolecall/web/snapshot"
)

// searchView is the page of what a search finds.
type searchView struct {
	Text   string
	Titles []foundTitle
	People []rolecall.Person
	// Namesakes is how many titles bear the very name asked for, if several do.
	Namesakes int
	Documents []documentView
	// TooLong says that the text is longer than any name.
	TooLong bool
}

type foundTitle struct {
	Label, Kind, Year, Address string
	Note                       string
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
	if format, asDocument := formatEndings[ending]; asDocument {
		return document(render.Search{Text: text, Titles: found.Titles, People: found.People, Catalog: held.Info()}, format)
	}
	for _, t := range found.Titles {
		view.Titles = append(view.Titles, foundTitleOf(t))
		if strings.EqualFold(t.Name, text) && t.Kind != rolecall.Season {
			view.Namesakes++
		}
	}
	view.People = found.People
	q := "?" + url.Values{"q": {text}}.Encode()
	view.Documents = []documentView{{"CSV", "/search.csv" + q, "text/csv"}, {"JSON", "/search.json" + q, "application/json"}}
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

// seasonAsked is how people ask for a season: "jessica jones s2", "… season 2",
// "… 2x04".
var seasonAsked = regexp.MustCompile(`(?i)^(.+?)[\s,:]+(?:s(?:eason)?\.?\s*(\d{1,3})(?:\s*,?\s*e(?:p(?:isode)?)?\.?\s*\d+)?|(\d{1,3})x\d+)$`)

// lookFor searches for a text; where it asks for a season, that one comes first.
func lookFor(ctx context.Context, held *snapshot.Snapshot, text string, titles, people int) (measure.Found, error) {
	search := measure.Search{Most: max(titles, people)}
	var seasons []rolecall.Title
	if m := seasonAsked.FindStringSubmatch(text); m != nil {
		var err error
		if seasons, err = seasonsNamed(ctx, held, m[1], m[2]+m[3]); err != nil {
			return measure.Found{}, err
		}
		if len(seasons) > 0 {
			text = m[1]
		}
	}
	found, err := search.Run(ctx, held.Catalog, text)
	if err != nil {
		return measure.Found{}, err
	}
	found.Titles = append(seasons, found.Titles...)
	found.Titles = found.Titles[:min(len(found.Titles), titles)]
	found.People = found.People[:min(len(found.People), people)]
	return found, nil
}

// seasonsNamed are the seasons of a number of the series near a name.
func seasonsNamed(ctx context.Context, held *snapshot.Snapshot, name, number string) (seasons []rolecall.Title, err error) {
	n, err := strconv.Atoi(number)
	if err != nil {
		return nil, nil
	}
	series, err := held.NearTitles(ctx, name, []rolecall.Kind{rolecall.Series}, 3)
	if err != nil {
		return nil, err
	}
	for _, one := range series {
		season, err := held.Season(ctx, one, n)
		var missing *catalog.SeasonError
		switch {
		case errors.As(err, &missing):
		case err != nil:
			return nil, err
		default:
			seasons = append(seasons, season)
		}
	}
	return seasons, nil
}

func foundTitleOf(t rolecall.Title) foundTitle {
	f := foundTitle{Label: t.Name, Kind: string(t.Kind), Address: titlePath(t.ID), Note: t.OriginalName}
	if t.Kind == rolecall.Season || t.Kind == rolecall.Episode {
		f.Label = strings.TrimSuffix(t.Label(), ": ")
	}
	if t.Year != 0 {
		f.Year = strconv.Itoa(t.Year)
	}
	return f
}

// suggestion is what the search field offers.
type suggestion struct {
	Label   string `json:"label"`
	Note    string `json:"note"`
	Address string `json:"address"`
}

// suggest answers the search field as somebody types.
func (s *Site) suggest(ctx context.Context, held *snapshot.Snapshot, r *http.Request) (answer, error) {
	text, offered := asked(r), []suggestion{}
	if n := utf8.RuneCountInString(text); n >= 2 && n <= longestAsked {
		found, err := lookFor(ctx, held, text, mostOffered, mostPeople)
		if err != nil {
			return answer{}, err
		}
		for _, t := range found.Titles {
			f := foundTitleOf(t)
			offered = append(offered, suggestion{f.Label, strings.TrimSpace(f.Kind + " " + f.Year), f.Address})
		}
		for _, p := range found.People {
			offered = append(offered, suggestion{p.Name, "person", personPath(p.ID)})
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
			f := foundTitleOf(t)
			view.Near = append(view.Near, nearView{f.Label, strings.TrimSpace(f.Kind + " " + f.Year), f.Address})
		}
		for _, p := range found.People {
			view.Near = append(view.Near, nearView{p.Name, "person", personPath(p.ID)})
		}
	}
	a, err := s.render(held, r, "message", frame{Title: title, Description: text, Content: view})
	a.status = http.StatusNotFound
	return a, err
}
