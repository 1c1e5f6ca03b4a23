package catalog

import (
	"context"
	"net/url"
	"path"
	"regexp"
	"strconv"
	"strings"

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

// ParseIdentity reads an identifier or an address, and reports whether the text is
// one.
func ParseIdentity(text string) (Identity, bool) {
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

// nameIn is the name that the address of a page of Wikipedia has in it, or the text.
func nameIn(text string) string {
	text = strings.TrimSpace(text)
	u := addressIn(text)
	if u == nil || !strings.HasSuffix(strings.ToLower(u.Hostname()), "wikipedia.org") || !strings.HasPrefix(u.Path, "/wiki/") {
		return text
	}
	if name := strings.ReplaceAll(path.Base(u.Path), "_", " "); CheckText(name) == nil && name != "wiki" {
		return name
	}
	return text
}

// Identified are the titles and people that an identifier is of.
type Identified struct {
	Titles []rolecall.Title
	People []rolecall.Person
}

// Empty reports whether nothing was found.
func (f Identified) Empty() bool { return len(f.Titles)+len(f.People) == 0 }

// Identify finds what a text names by an identifier, this catalog's or another's. It
// finds nothing where the text is none.
func (c *Catalog) Identify(ctx context.Context, text string) (found Identified, err error) {
	if err := CheckText(text); err != nil {
		return found, err
	}
	if len(text) > longestName {
		return found, nil
	}
	if found, err = c.owners(ctx, []string{text}); err != nil || !found.Empty() {
		return found, err
	}
	i, is := ParseIdentity(text)
	if !is {
		return found, nil
	}
	ids, err := collect(ctx, c, `SELECT DISTINCT owner_id FROM identifier WHERE scheme = ? AND value = ? ORDER BY owner_id`, []any{string(i.Scheme), i.Value},
		func(scan func(...any) error) (id string, err error) { return id, scan(&id) })
	if err != nil {
		return found, err
	}
	if i.Scheme == rolecall.TMDBID {
		if found, err = c.owners(ctx, ids); err == nil {
			found = found.ofTMDB(i)
		}
	} else {
		found, err = c.owners(ctx, append(ids, i.Value))
	}
	if err != nil || i.Season == nameindex.NoSeason {
		return found, err
	}
	for n, t := range found.Titles {
		if found.Titles[n], err = c.part(ctx, t, i.Season, i.Episode); err != nil {
			return Identified{}, err
		}
	}
	return found, nil
}

// owners are the titles and people of identifiers of this catalog.
func (c *Catalog) owners(ctx context.Context, ids []string) (found Identified, err error) {
	for _, id := range ids {
		t, held, err := c.Title(ctx, id)
		if err != nil {
			return found, err
		}
		if held {
			found.Titles = append(found.Titles, t)
		}
		people, err := c.people(ctx, `WHERE id = ?`, id)
		if err != nil {
			return found, err
		}
		found.People = append(found.People, people...)
	}
	return found, nil
}

// ofTMDB are those of the kind that an address of TMDB says, whose numbers are the
// same for films, series and people.
func (f Identified) ofTMDB(i Identity) (of Identified) {
	if i.IsPerson {
		return Identified{People: f.People}
	}
	for _, t := range f.Titles {
		if t.Kind == i.Kind {
			of.Titles = append(of.Titles, t)
		}
	}
	return of
}

// part goes from a series to a season, and on to an episode, where these are asked
// for.
func (c *Catalog) part(ctx context.Context, t rolecall.Title, season, episode int) (rolecall.Title, error) {
	if t.Kind != rolecall.Series || season == nameindex.NoSeason && episode == nameindex.NoEpisode {
		return t, nil
	}
	if season == nameindex.NoSeason {
		seasons, err := c.Seasons(ctx, t.ID)
		if err != nil {
			return t, err
		}
		if len(seasons) != 1 {
			return t, &UnsaidSeasonError{t, len(seasons)}
		}
		season = seasons[0].Season
	}
	of, err := c.Season(ctx, t, season)
	if err != nil || episode == nameindex.NoEpisode {
		return of, err
	}
	return c.Episode(ctx, of, episode)
}
