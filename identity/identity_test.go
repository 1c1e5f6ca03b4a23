package identity_test

import (
	"strings"
	"testing"
	"unicode/utf8"

	"rolecall"
	"rolecall/identity"
	"rolecall/nameindex"
)

// However an identifier is written, it is the same one.
func TestIdentifiersAndAddresses(t *testing.T) {
	title := func(scheme rolecall.Scheme, value string, kind rolecall.Kind) identity.Identity {
		return identity.Identity{Scheme: scheme, Value: value, Kind: kind, Season: nameindex.NoSeason, Episode: nameindex.NoEpisode}
	}
	person, season, episode := title(rolecall.IMDbID, "nm0000001", ""), title(rolecall.IMDbID, "tt2802850", ""), title(rolecall.TMDBID, "60622", rolecall.Series)
	person.IsPerson, season.Season, episode.Season, episode.Episode = true, 2, 2, 4
	for want, texts := range map[identity.Identity][]string{
		title(rolecall.IMDbID, "tt0116282", ""):          {"tt0116282", "TT 116282", "imdb:tt0116282", "https://m.imdb.com/title/tt0116282/?ref_=x", "imdb.com/de/title/tt0116282/fullcredits"},
		title(rolecall.WikidataID, "Q222720", ""):        {"q222720", "wd:Q222720", "https://www.wikidata.org/wiki/Q222720", "http://www.wikidata.org/entity/Q222720"},
		title(rolecall.TMDBID, "275", rolecall.Film):     {"https://www.themoviedb.org/movie/275-fargo", "themoviedb.org/movie/275"},
		title(rolecall.TMDBID, "60622", rolecall.Series): {"https://www.themoviedb.org/tv/60622-fargo"},
		person:  {"nm0000001", "https://www.imdb.com/name/nm1/"},
		season:  {"https://www.imdb.com/title/tt2802850/episodes/?season=2"},
		episode: {"https://www.themoviedb.org/tv/60622-fargo/season/2/episode/4"},
	} {
		for _, text := range texts {
			if got, is := identity.Parse(text); !is || got != want {
				t.Errorf("%s: %+v, %v; want %+v", text, got, is, want)
			}
		}
	}
	for _, text := range []string{"", "Fargo", "275", "Q0", "https://boxd.it/jcGq", "https://www.imdb.com/chart/top", "https://en.wikipedia.org/wiki/Fargo", "是枝裕和"} {
		if got, is := identity.Parse(text); is {
			t.Errorf("%q is read as %+v", text, got)
		}
	}
}

// The page of an identity is about that identity.
func TestPages(t *testing.T) {
	for text, want := range map[string]string{
		"TT 116282": "https://www.imdb.com/title/tt0116282/", "nm1": "https://www.imdb.com/name/nm0000001/", "wd:q222720": "https://www.wikidata.org/wiki/Q222720",
		"themoviedb.org/movie/275-fargo": "https://www.themoviedb.org/movie/275", "themoviedb.org/tv/60622": "https://www.themoviedb.org/tv/60622",
		"themoviedb.org/person/7": "https://www.themoviedb.org/person/7",
	} {
		named, is := identity.Parse(text)
		if page := named.Page(); !is || page != want {
			t.Errorf("%s: %s, want %s", text, page, want)
		}
		if again, is := identity.Parse(want); !is || again != named {
			t.Errorf("%s is about %+v, not %+v", want, again, named)
		}
	}
	if page := (identity.Identity{Scheme: rolecall.TMDBID, Value: "1", Kind: rolecall.Season}).Page(); page != "" {
		t.Errorf("a season of TMDB, whose series is not told, is at %s", page)
	}
}

func TestTheNameOfAPage(t *testing.T) {
	for text, want := range map[string]string{
		"https://en.wikipedia.org/wiki/Lady_Bird_(film)": "Lady Bird (film)", "ja.wikipedia.org/wiki/%E6%98%AF%E6%9E%9D%E8%A3%95%E5%92%8C": "是枝裕和",
		" Fargo ": "Fargo", "https://en.wikipedia.org/wiki/%ff": "https://en.wikipedia.org/wiki/%ff", "https://example.org/wiki/X": "https://example.org/wiki/X",
	} {
		if got := identity.PageName(text); got != want {
			t.Errorf("%s: %q, want %q", text, got, want)
		}
	}
}

// Nothing that anybody writes ends the reading of it.
func FuzzParse(f *testing.F) {
	for _, text := range []string{"tt0116282", "https://www.imdb.com/title/tt0116282/?ref_=x", "q1", "themoviedb.org/tv/1/season/2", "imdb.com/%zz", "//imdb.com:x/title/tt1", "wikidata.org/wiki/Q1#x"} {
		f.Add(text)
	}
	f.Fuzz(func(t *testing.T, text string) {
		if i, is := identity.Parse(text); is && (i.Value == "" || i.Scheme == "" || !utf8.ValidString(i.Value) || strings.ContainsRune(i.Value, 0)) {
			t.Errorf("%q is read as %+v", text, i)
		}
	})
}
