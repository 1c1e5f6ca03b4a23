// Package identity says what identifiers and addresses of IMDb, Wikidata and TMDB name,
// however they are written. It asks nobody whether there is such a thing.
package identity

import (
	"net/url"
	"path"
	"regexp"
	"strconv"
	"strings"
	"unicode/utf8"

	"rolecall"
	"rolecall/nameindex"
)

// Identity is what a text names by an identifier, however it is written: by itself
// ("tt2802850", "TT 2802850", "imdb:tt2802850"), or as the address of a page about
// it at IMDb, Wikidata or TMDB.
type Identity struct {
	Scheme rolecall.Scheme
	Value  string
	// Kind is the kind of title, where the address says so; IsPerson says that it is
	// a person's.
	Kind     rolecall.Kind
	IsPerson bool
	// Season and Episode are those that the address goes on to, nameindex.NoSeason
	// and nameindex.NoEpisode where it does not.
	Season, Episode int
}

var (
	imdbWritten     = regexp.MustCompile(`(?i)^(?:imdb\s*[:#]?\s*)?(tt|nm)[\s:#-]?0*(\d{1,10})/?$`)
	wikidataWritten = regexp.MustCompile(`(?i)^(?:(?:wikidata|wd)\s*[:#]?\s*)?(q[1-9]\d{0,11})$`)
	imdbPath        = regexp.MustCompile(`(?i)^(?:/[a-z]{2}(?:-[a-z]{2})?)?/(title|name)/(?:tt|nm)0*(\d{1,10})(?:/|$)`)
	wikidataPath    = regexp.MustCompile(`(?i)^/(?:wiki|entity|wiki/special:entitydata)/(q[1-9]\d{0,11})(?:\.[a-z]+)?/?$`)
	tmdbPath        = regexp.MustCompile(`(?i)^/(movie|tv|person)/(\d{1,10})(?:-[^/]*)?(?:/season/(\d{1,4})(?:/episode/(\d{1,4}))?)?(?:/|$)`)
	address         = regexp.MustCompile(`(?i)^(?:[a-z]+://|//)?(?:[a-z0-9-]+\.)*(?:imdb\.com|wikidata\.org|themoviedb\.org|wikipedia\.org)(?:[/?#]|$)`)
)

// Parse reads an identifier or an address, and reports whether the text is
// one.
func Parse(text string) (Identity, bool) {
	i := Identity{Season: nameindex.NoSeason, Episode: nameindex.NoEpisode}
	text = strings.Trim(strings.TrimSpace(text), "<>\"'")
	if m := imdbWritten.FindStringSubmatch(text); m != nil {
		i.imdb(m[1], m[2])
		return i, true
	}
	if m := wikidataWritten.FindStringSubmatch(text); m != nil {
		i.Scheme, i.Value = rolecall.WikidataID, strings.ToUpper(m[1])
		return i, true
	}
	if u := addressIn(text); u != nil {
		return i, i.readAddress(u)
	}
	return i, false
}

// addressIn is the address of a page at one of the sites that are known, or nil.
func addressIn(text string) *url.URL {
	if !address.MatchString(text) {
		return nil
	}
	if _, rest, has := strings.Cut(text, "//"); has {
		text = rest
	}
	u, err := url.Parse("https://" + text)
	if err != nil {
		return nil
	}
	return u
}

func (i *Identity) imdb(prefix, digits string) {
	// Identifiers have seven digits or more.
	i.Scheme, i.Value = rolecall.IMDbID, strings.ToLower(prefix)+strings.Repeat("0", max(0, 7-len(digits)))+digits
	i.IsPerson = strings.EqualFold(prefix, "nm")
}

func (i *Identity) readAddress(u *url.URL) bool {
	host := strings.ToLower(u.Hostname())
	switch {
	case strings.HasSuffix(host, "imdb.com"):
		m := imdbPath.FindStringSubmatch(u.Path)
		if m == nil {
			return false
		}
		i.imdb(map[string]string{"title": "tt", "name": "nm"}[strings.ToLower(m[1])], m[2])
		if season, err := strconv.Atoi(u.Query().Get("season")); err == nil && !i.IsPerson {
			i.Season = season
		}
	case strings.HasSuffix(host, "wikidata.org"):
		m := wikidataPath.FindStringSubmatch(u.Path)
		if m == nil {
			return false
		}
		i.Scheme, i.Value = rolecall.WikidataID, strings.ToUpper(m[1])
	case strings.HasSuffix(host, "themoviedb.org"):
		m := tmdbPath.FindStringSubmatch(u.Path)
		if m == nil {
			return false
		}
		i.Scheme, i.Value = rolecall.TMDBID, m[2]
		i.Kind = map[string]rolecall.Kind{"movie": rolecall.Film, "tv": rolecall.Series}[strings.ToLower(m[1])]
		i.IsPerson = strings.EqualFold(m[1], "person")
		if m[3] != "" {
			i.Season, _ = strconv.Atoi(m[3])
		}
		if m[4] != "" {
			i.Episode, _ = strconv.Atoi(m[4])
		}
	default:
		return false
	}
	return true
}

// PageName is the name that the address of a page of Wikipedia has in it, or the text
// itself where it is no such address.
func PageName(text string) string {
	text = strings.TrimSpace(text)
	u := addressIn(text)
	if u == nil || !strings.HasSuffix(strings.ToLower(u.Hostname()), "wikipedia.org") || !strings.HasPrefix(u.Path, "/wiki/") {
		return text
	}
	if name := strings.ReplaceAll(path.Base(u.Path), "_", " "); isText(name) && name != "wiki" {
		return name
	}
	return text
}

// isText reports whether what an address unpacks to is a text: "%ff" is none.
func isText(name string) bool { return utf8.ValidString(name) && !strings.ContainsRune(name, 0) }

// Page is the address of the page about what an identity names, where its site has one
// that can be told; else empty.
func (i Identity) Page() string {
	switch {
	case i.Scheme == rolecall.IMDbID && i.IsPerson:
		return "https://www.imdb.com/name/" + i.Value + "/"
	case i.Scheme == rolecall.IMDbID:
		return "https://www.imdb.com/title/" + i.Value + "/"
	case i.Scheme == rolecall.WikidataID:
		return "https://www.wikidata.org/wiki/" + i.Value
	case i.Scheme == rolecall.TMDBID && i.IsPerson:
		return "https://www.themoviedb.org/person/" + i.Value
	case i.Scheme == rolecall.TMDBID && i.Kind == rolecall.Film:
		return "https://www.themoviedb.org/movie/" + i.Value
	case i.Scheme == rolecall.TMDBID && i.Kind == rolecall.Series:
		return "https://www.themoviedb.org/tv/" + i.Value
	}
	return ""
}
