package tmdb

import (
	"bytes"
	"encoding/json"
	"fmt"
	"maps"
	"slices"
	"strconv"
	"strings"

	"golang.org/x/text/language"
	"golang.org/x/text/language/display"
)

// answer is what the API says of a film, a series or a season. Fields that it
// does not have stay empty, and tell the one from the other.
type answer struct {
	ID              int64       `json:"id"`
	MovieID         int64       `json:"movie_id"` // so named in tables
	Adult           bool        `json:"adult"`
	Title           string      `json:"title"`
	Name            string      `json:"name"`
	OriginalTitle   string      `json:"original_title"`
	OriginalName    string      `json:"original_name"`
	ReleaseDate     string      `json:"release_date"`
	FirstAirDate    *string     `json:"first_air_date"` // of every series, empty where not known
	AirDate         string      `json:"air_date"`
	IMDbID          string      `json:"imdb_id"`
	ExternalIDs     externalIDs `json:"external_ids"`
	OriginCountry   []string    `json:"origin_country"`
	ProductionIn    []country   `json:"production_countries"`
	Networks        []named     `json:"networks"`
	Genres          []named     `json:"genres"`
	SpokenFirst     string      `json:"original_language"` // a code of ISO 639-1
	Spoken          []spoken    `json:"spoken_languages"`
	Companies       []named     `json:"production_companies"`
	Runtime         *float64    `json:"runtime"`
	Budget          *float64    `json:"budget"`
	Revenue         *float64    `json:"revenue"`
	NumberOfSeasons int         `json:"number_of_seasons"`
	CreatedBy       []member    `json:"created_by"`
	Credits         credits     `json:"credits"`
	SeasonNumber    *int        `json:"season_number"`
	EpisodeNumber   *int        `json:"episode_number"`
	ShowID          int64       `json:"show_id"`
	Episodes        []episode   `json:"episodes"`
	AppendedSeasons []answer    `json:"-"`
	credits                     // where the answer is of credits alone
	GuestStars      []member    `json:"guest_stars"`

	// Fields that answers about something else than a film or series have.
	telling
}

// telling are fields by which answers are told that are of no title.
type telling struct {
	KnownFor      string          `json:"known_for_department"`
	Birthday      *string         `json:"birthday"`
	AlsoKnownAs   json.RawMessage `json:"also_known_as"`
	Headquarters  *string         `json:"headquarters"`
	ParentCompany json.RawMessage `json:"parent_company"`
	LogoPath      *string         `json:"logo_path"`
	Parts         json.RawMessage `json:"parts"`
	Results       json.RawMessage `json:"results"`
	Username      *string         `json:"username"`
	Backdrops     json.RawMessage `json:"backdrops"`
	Posters       json.RawMessage `json:"posters"`
	Profiles      json.RawMessage `json:"profiles"`
	Keywords      json.RawMessage `json:"keywords"`
	ItemCount     *int            `json:"item_count"`
	MediaType     string          `json:"media_type"`
	CreditType    string          `json:"credit_type"`
	StatusMessage string          `json:"status_message"`
}

type externalIDs struct {
	IMDbID string `json:"imdb_id"`
}

// spoken is a language with its code of ISO 639-1.
type spoken struct {
	Code    string `json:"iso_639_1"`
	English string `json:"english_name"`
}

type country struct {
	Code string `json:"iso_3166_1"`
}

type named struct {
	Name string `json:"name"`
}

// credits are those of a film, a series, a season or an episode.
type credits struct {
	Cast []member `json:"cast"`
	Crew []member `json:"crew"`
}

// member is one credit with the person who has it.
type member struct {
	ID     int64  `json:"id"`
	Name   string `json:"name"`
	Gender *int   `json:"gender"`
	// Character and Order are the cast's; several characters stand between
	// slashes, and the order counts from 0.
	Character string `json:"character"`
	Order     *int   `json:"order"`
	// Department and Job are the crew's.
	Department string `json:"department"`
	Job        string `json:"job"`
	// Title, MediaType and FirstAirDate stand in a person's credits, whose members
	// are titles.
	Title        string `json:"title"`
	MediaType    string `json:"media_type"`
	FirstAirDate string `json:"first_air_date"`
}

type episode struct {
	Number       *int     `json:"episode_number"`
	SeasonNumber int      `json:"season_number"`
	Name         string   `json:"name"`
	AirDate      string   `json:"air_date"`
	ShowID       int64    `json:"show_id"`
	Credits      credits  `json:"credits"`
	Crew         []member `json:"crew"`
	GuestStars   []member `json:"guest_stars"`
	// isOdd says that it is of another shape, and could not be read whole.
	isOdd bool
}

// UnmarshalJSON reads an episode. One of another shape costs no more than itself.
func (e *episode) UnmarshalJSON(text []byte) error {
	type plain episode
	err := json.Unmarshal(text, (*plain)(e))
	e.isOdd = err != nil
	return nil
}

// mostEntries bounds the entries of an answer, each of which takes a hundred bytes
// when read; a series with all its seasons has some hundred thousand.
const mostEntries = 1_500_000

// parseAnswer reads an answer, with the seasons that were asked for along with a
// series and stand in it as "season/1".
func parseAnswer(text []byte) (answer, error) {
	if bytes.Count(text, []byte(",")) > mostEntries {
		return answer{}, fmt.Errorf("it has more than %d entries", mostEntries)
	}
	var a answer
	if err := json.Unmarshal(text, &a); err != nil {
		return answer{}, err
	}
	if a.ID == 0 {
		a.ID = a.MovieID
	}
	if !bytes.Contains(text, []byte(`"season/`)) {
		return a, nil
	}
	var all map[string]json.RawMessage
	if err := json.Unmarshal(text, &all); err != nil {
		return answer{}, err
	}
	for _, key := range slices.Sorted(maps.Keys(all)) {
		number, isSeason := strings.CutPrefix(key, "season/")
		if _, err := strconv.Atoi(number); !isSeason || err != nil {
			continue
		}
		season := answer{ShowID: a.ID}
		if err := json.Unmarshal(all[key], &season); err != nil {
			return answer{}, err
		}
		a.AppendedSeasons = append(a.AppendedSeasons, season)
	}
	return a, nil
}

// isSeries reports whether the answer is that of a series' details. A name alone
// makes none: people, companies, networks, genres, keywords, collections and lists have one
// too, and so has every row of their lists.
func (a answer) isSeries() bool {
	return a.MediaType == "tv" || a.FirstAirDate != nil || a.NumberOfSeasons > 0 || len(a.CreatedBy)+len(a.AppendedSeasons) > 0 || a.Name != "" && a.hasCredits()
}

// shown is the day of first showing, as it is written.
func (a answer) shown() string {
	if a.ReleaseDate == "" && a.FirstAirDate != nil {
		return *a.FirstAirDate
	}
	return a.ReleaseDate
}

// isFilm reports whether the answer is that of a film's details.
func (a answer) isFilm() bool { return a.Title != "" || a.ReleaseDate != "" || a.MovieID != 0 }

// other is what the answer is about where that is no title; empty where it is one, or
// credits of one.
func (a answer) other() string {
	t := a.telling
	switch {
	case t.StatusMessage != "":
		return "a refusal of TMDB's"
	case t.MediaType == "person" || t.KnownFor != "" || t.Birthday != nil || t.AlsoKnownAs != nil:
		return "a person"
	case t.Parts != nil || t.MediaType == "collection":
		return "a collection"
	case t.Headquarters != nil || t.ParentCompany != nil:
		return "a company or network"
	case t.Results != nil:
		return "a list of results"
	case t.Username != nil:
		return "an account"
	case t.ItemCount != nil:
		return "a list"
	case a.isFilmography():
		return "the credits of a person"
	case t.CreditType != "":
		return "a credit by itself"
	case a.isFilm() || a.isSeries():
		return ""
	case t.Backdrops != nil || t.Posters != nil || t.Profiles != nil:
		return "pictures"
	case t.Keywords != nil:
		return "keywords"
	case a.Name != "" && t.LogoPath != nil:
		return "a company or network"
	case a.Name != "" && !a.hasCredits():
		return "something with a name, and no film or series"
	case len(a.Genres) > 0:
		return "genres"
	case !a.hasCredits():
		return "neither a title nor credits"
	}
	return ""
}

// isFilmography reports whether the credits are those of a person: each is a title.
func (a answer) isFilmography() bool {
	isTitle := func(m member) bool { return m.Title != "" || m.MediaType != "" || m.FirstAirDate != "" }
	return slices.ContainsFunc(a.Cast, isTitle) || slices.ContainsFunc(a.Crew, isTitle)
}

// hasCredits reports whether the answer gives credits, or says that there are none.
func (a answer) hasCredits() bool {
	return a.Cast != nil || a.Crew != nil || a.Credits.Cast != nil || a.Credits.Crew != nil || a.GuestStars != nil
}

// series is the number of the series that a season is of, 0 where it is not said.
func (a answer) series() int64 {
	for _, e := range a.Episodes {
		if a.ShowID == 0 {
			a.ShowID = e.ShowID
		}
	}
	return a.ShowID
}

func (a answer) imdbID() string {
	if a.IMDbID != "" {
		return a.IMDbID
	}
	return a.ExternalIDs.IMDbID
}

// languages are the original language, by its English name where that is known: TMDB
// names it among those spoken.
func (a answer) languages() []string {
	if a.SpokenFirst == "" || a.SpokenFirst == noLanguage {
		return nil
	}
	for _, s := range a.Spoken {
		if s.Code == a.SpokenFirst && s.English != "" {
			return []string{s.English}
		}
	}
	tag, err := language.ParseBase(a.SpokenFirst)
	if err != nil {
		return []string{a.SpokenFirst}
	}
	return []string{display.English.Languages().Name(tag)}
}

// noLanguage is TMDB's code for a film in which nobody speaks.
const noLanguage = "xx"

// whole is a number of an answer, 0 where it says none or none that can be.
func whole(n *float64, most float64) int64 {
	if n == nil || *n < 1 || *n > most {
		return 0
	}
	return int64(*n)
}

// mostMinutes and mostDollars bound what an answer says of a title.
const (
	mostMinutes = 100_000
	mostDollars = 1e12
)

// countries are codes of ISO 3166-1: those of origin, or else of production.
func (a answer) countries() []string {
	if len(a.OriginCountry) > 0 {
		return a.OriginCountry
	}
	var codes []string
	for _, c := range a.ProductionIn {
		codes = append(codes, c.Code)
	}
	return codes
}

func names(all []named) []string {
	var plain []string
	for _, n := range all {
		if n.Name != "" {
			plain = append(plain, n.Name)
		}
	}
	return plain
}

// hasDetails reports whether the answer says more of a title than its name.
func (a answer) hasDetails() bool {
	return a.shown() != "" || a.OriginalTitle != "" || a.OriginalName != "" || a.imdbID() != "" ||
		len(a.Genres)+len(a.Networks)+len(a.countries()) > 0
}
