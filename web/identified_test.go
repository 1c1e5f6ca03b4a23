package web_test

import (
	"context"
	"errors"
	"net/http"
	"path/filepath"
	"strings"
	"testing"

	"rolecall"
	"rolecall/source"
	"rolecall/source/starter"
)

// Who knows a title or person by an identifier of IMDb, Wikidata or TMDB is led to its
// page, and the page says for machines what it is called there.
func TestIdentifiersLeadToPages(t *testing.T) {
	path := filepath.Join(t.TempDir(), "c.duckdb")
	buildFile(t, path, "identified", func(ctx context.Context, sink source.Sink) error {
		named := func(owner string, scheme rolecall.Scheme, value string) error {
			return sink.AddIdentifier(rolecall.Identifier{Owner: owner, Scheme: scheme, Value: value})
		}
		return errors.Join(starter.Fill(ctx, sink),
			named("jessica-jones", rolecall.IMDbID, "tt2357547"), named("jessica-jones", rolecall.TMDBID, "38472"), named("lady-bird-2017", rolecall.WikidataID, "Q28936571"),
			named("melissa-rosenberg", rolecall.IMDbID, "nm0742107"), named("lady-bird-2017", rolecall.WikidataID, "Q1"), named("roma-2018", rolecall.WikidataID, "Q1"),
			sink.AddTitle(rolecall.Title{ID: "tt0116282", Kind: rolecall.Film, Name: "Fargo", Year: 1996}))
	})
	server, _ := serve(t, path)
	client := &http.Client{CheckRedirect: func(*http.Request, []*http.Request) error { return http.ErrUseLastResponse }}
	hash := strings.Fields(get(t, server.URL+"/readyz").body)[1]
	for address, want := range map[string]string{
		"/id/tt2357547":                        "/title/jessica-jones",
		"/id/TT%202357547":                     "/title/jessica-jones",
		"/id/www.imdb.com/title/tt2357547/":    "/title/jessica-jones",
		"/id/themoviedb.org/tv/38472-jones":    "/title/jessica-jones",
		"/id/themoviedb.org/tv/38472/season/2": "/title/jessica-jones/2",
		"/id/Q28936571":                        "/title/lady-bird-2017",
		"/id/nm0742107":                        "/person/melissa-rosenberg",
		"/id/tt0116282":                        "/title/tt0116282",
		"/id/jessica-jones":                    "/title/jessica-jones",
		"/id/tt2357547?catalog=" + hash:        "/title/jessica-jones?catalog=" + hash,
	} {
		response, err := client.Get(server.URL + address)
		if err != nil {
			t.Fatal(err)
		}
		response.Body.Close()
		if response.StatusCode != http.StatusFound || response.Header.Get("Location") != want {
			t.Errorf("%s: %d to %q, want %q", address, response.StatusCode, response.Header.Get("Location"), want)
		}
	}
	for address, want := range map[string]struct {
		status int
		says   string
	}{
		"/id/tt9999999":                        {http.StatusNotFound, "Nothing of that identifier is here"},
		"/id/Jessica%20Jones":                  {http.StatusNotFound, "Nothing of that identifier is here"},
		"/id/":                                 {http.StatusNotFound, "Nothing of that identifier is here"},
		"/id/themoviedb.org/tv/38472/season/9": {http.StatusNotFound, "no season 9"},
		"/id/Q1":                               {http.StatusMultipleChoices, `href="/title/roma-2018"`},
		"/id/evil.example/%2f%2fevil.example":  {http.StatusNotFound, "Nothing of that identifier is here"},
		"/title/jessica-jones":                 {http.StatusOK, `"sameAs":["https://www.imdb.com/title/tt2357547/","https://www.themoviedb.org/tv/38472"]`},
		"/title/tt0116282":                     {http.StatusOK, `"sameAs":["https://www.imdb.com/title/tt0116282/"]`},
		"/person/melissa-rosenberg":            {http.StatusOK, `"sameAs":["https://www.imdb.com/name/nm0742107/"]`},
	} {
		if got := get(t, server.URL+address); got.StatusCode != want.status || !strings.Contains(got.body, want.says) {
			t.Errorf("%s: %d without %q: %.600s", address, got.StatusCode, want.says, got.body)
		}
	}
	if strings.Contains(get(t, server.URL+"/title/jessica-jones/2").body, "sameAs") {
		t.Error("a season is said to be what its series is")
	}
}
