package tmdb

import (
	"bytes"
	"encoding/json"
	"maps"
	"slices"
	"strconv"
	"strings"
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
	FirstAirDate    string      `json:"first_air_date"`
	AirDate         string      `json:"air_date"`
	IMDbID          string      `json:"imdb_id"`
	ExternalIDs     externalIDs `json:"external_ids"`
	OriginCountry   []string    `json:"origin_country"`
	ProductionIn    []country   `json:"production_countries"`
	Networks        []named     `json:"networks"`
	Genres          []named     `json:"genres"`
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
}

type externalIDs struct {
	IMDbID string `json:"imdb_id"`
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
}

type episode struct {
	Number       int      `json:"episode_number"`
	SeasonNumber int      `json:"season_number"`
	Name         string   `json:"name"`
	AirDate      string   `json:"air_date"`
	ShowID       int64    `json:"show_id"`
	Credits      credits  `json:"credits"`
	Crew         []member `json:"crew"`
	GuestStars   []member `json:"guest_stars"`
}

// parseAnswer reads an answer, with the seasons that were asked for along with a
// series and stand in it as "season/1".
func parseAnswer(text []byte) (answer, error) {
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

// isSeries reports whether the answer is that of a series' details.
func (a answer) isSeries() bool { return a.FirstAirDate != "" || a.Name != "" && a.Title == "" }

// isFilm reports whether the answer is that of a film's details.
func (a answer) isFilm() bool { return a.Title != "" || a.ReleaseDate != "" || a.MovieID != 0 }

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
	return a.ReleaseDate != "" || a.FirstAirDate != "" || a.OriginalTitle != "" || a.OriginalName != "" || a.imdbID() != "" ||
		len(a.Genres)+len(a.Networks)+len(a.countries()) > 0
}
