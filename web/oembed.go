package web

import (
	"context"
	"encoding/json"
	"net/http"
	"net/url"
	"strconv"
	"strings"

	"rolecall/standard"
	"rolecall/web/snapshot"
)

// oEmbedded is what a site that was given an address of ours shows in its place, in the terms
// of oEmbed 1.0 (oembed.com).
type oEmbedded struct {
	Version      string `json:"version"`
	Type         string `json:"type"`
	Title        string `json:"title"`
	ProviderName string `json:"provider_name"`
	ProviderURL  string `json:"provider_url"`
	CacheAge     int    `json:"cache_age"`
	HTML         string `json:"html"`
	Width        int    `json:"width"`
	Height       int    `json:"height"`
}

// oEmbed answers what to show for an address of this site.
func (s *Site) oEmbed(ctx context.Context, held *snapshot.Snapshot, r *http.Request) (answer, error) {
	q := r.URL.Query()
	if f := q.Get("format"); f != "" && f != "json" {
		return plainAnswer(http.StatusNotImplemented, "This site answers in JSON: leave “format” out, or ask for format=json."), nil
	}
	asked, err := url.Parse(q.Get("url"))
	title, is := "", false
	if err == nil && asked.Scheme+"://"+asked.Host == s.options.Public {
		if title, is, err = s.embeddable(ctx, held, asked.Path); err != nil {
			return answer{}, err
		}
	}
	if !is {
		return plainAnswer(http.StatusNotFound, "Give the address of a title, a person, a standard, a report or a ranking of this site as “url”."), nil
	}
	room := frameSize{pixels(q.Get("maxwidth")), pixels(q.Get("maxheight"))}
	size := room.within()
	body, err := json.Marshal(oEmbedded{
		Version: "1.0", Type: "rich", Title: title, ProviderName: "Rolecall", ProviderURL: s.options.Public + "/", CacheAge: 24 * 60 * 60,
		HTML: frameCode(s.options.Public+embedPath(asked), title, room), Width: size.width, Height: size.height,
	})
	return answer{status: http.StatusOK, kind: jsonKind, body: body}, err
}

// embeddable is the title of what a path leads to, and whether that can be framed.
func (s *Site) embeddable(ctx context.Context, held *snapshot.Snapshot, path string) (title string, is bool, err error) {
	if id, of := strings.CutPrefix(path, "/title/"); of {
		t, found, err := held.Title(ctx, id)
		return t.Label(), found, err
	}
	if id, of := strings.CutPrefix(path, "/person/"); of {
		p, found, err := held.Person(ctx, id)
		return p.Name, found, err
	}
	if id, of := strings.CutPrefix(path, "/standards/"); of {
		one, err := standard.Shipped().Find(id)
		if err != nil {
			return "", false, nil
		}
		return one.Name, true, nil
	}
	named := map[string]string{"/report": "A report", "/rank": "A ranking"}[path]
	return named, named != "", nil
}

// pixels is a number of pixels, or 0 where a text is none.
func pixels(text string) int {
	n, err := strconv.Atoi(text)
	if err != nil {
		return 0
	}
	return max(n, 0)
}

// plainAnswer says one thing to a program.
func plainAnswer(status int, words string) answer {
	return answer{status: status, kind: "text/plain; charset=utf-8", body: []byte(words + "\n")}
}

// oEmbedPath is where the address of a page is asked about.
func oEmbedPath(page string) string {
	return "/oembed?" + url.Values{"format": {"json"}, "url": {page}}.Encode()
}
