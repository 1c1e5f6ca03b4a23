// Package contract is what Rolecall answers to programs: one exported type for
// each answer, the same for "--format json", for the interface over HTTP and for
// the .json files beside the pages. Package render fills them in; the description
// of the interface (OpenAPI) is made from them, each field with its "doc" tag.
//
// Fields are added, never renamed (docs/data-model.md).
package contract

import "rolecall"

// Catalog names the catalog that an answer was given from.
type Catalog struct {
	Hash       string   `json:"hash"`
	Built      string   `json:"built"`
	Name       string   `json:"name"`
	HandPicked bool     `json:"hand_picked"`
	Sources    []Source `json:"sources"`
}

// Source is where facts of a catalog come from.
type Source struct {
	ID         string `json:"id"`
	Name       string `json:"name"`
	Licence    string `json:"licence"`
	Address    string `json:"address"`
	Retrieved  string `json:"retrieved"`
	Checksum   string `json:"checksum"`
	HandPicked bool   `json:"hand_picked"`
}

// Page is a page that somebody can open to check a fact.
type Page struct {
	Key       string `json:"key"`
	Source    string `json:"source"`
	Address   string `json:"address"`
	Publisher string `json:"publisher"`
	Title     string `json:"title"`
	Retrieved string `json:"retrieved"`
	Copy      string `json:"copy,omitempty"`
}

// Title is a film, a series, a season or an episode.
type Title struct {
	ID           string        `json:"id"`
	Kind         rolecall.Kind `json:"kind"`
	Name         string        `json:"name"`
	OriginalName string        `json:"original_name,omitempty"`
	SeriesID     string        `json:"series_id,omitempty"`
	Series       string        `json:"series,omitempty"`
	// Season and Episode are pointers because 0 is a season: the specials.
	Season    *int     `json:"season,omitempty"`
	Episode   *int     `json:"episode,omitempty"`
	Year      int      `json:"year,omitempty"`
	Released  string   `json:"released,omitempty"`
	Episodes  int      `json:"episodes"`
	Whole     *bool    `json:"whole,omitempty"`
	Networks  []string `json:"networks"`
	Countries []string `json:"countries"`
	Genres    []string `json:"genres"`
}

// Tally is counts by gender of whatever is counted: people, credits or titles.
type Tally struct {
	Women     int `json:"women"`
	Men       int `json:"men"`
	Nonbinary int `json:"nonbinary"`
	Unknown   int `json:"unknown"`
}

// Count is how many of a number have a property, as far as is known:
// 0 ≤ Certain ≤ Possible ≤ Of.
type Count struct {
	Certain  int `json:"certain"`
	Possible int `json:"possible"`
	Of       int `json:"of"`
}

// Population is which titles a number is about: the filter, as it can be written
// down and run again, and its size.
type Population struct {
	rolecall.Population
	Words  string `json:"words"`
	Titles int    `json:"titles"`
}
