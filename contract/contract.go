// Package contract is what Rolecall answers to programs: one exported type for
// each answer, the same for "--format json", for the interface over HTTP and for
// the .json files beside the pages. Package render fills them in; the description
// of the interface (OpenAPI) is made from them, with the "doc" of each field as its
// meaning and its other tags as what a value may be.
//
// Fields are added, never renamed or given another type (docs/data-model.md). A
// field is a plain value, a list, or a type of this package, never "any" and never
// what writes itself, so that a program can read from the type what it will get. A
// pointer is null where there is nothing to say, or left out if it is omitempty; a
// list is empty and never null.
package contract

import (
	"rolecall"
	"rolecall/population"
)

// Catalog is the catalog that an answer was given from.
type Catalog struct {
	Hash       string   `json:"hash" doc:"The content hash in hexadecimal: the same for the same facts."`
	Built      string   `json:"built" doc:"When it was built, as RFC 3339 writes it. No part of the hash."`
	Name       string   `json:"name" doc:"What it is called: starter, IMDb 2026-11-20."`
	HandPicked bool     `json:"hand_picked" doc:"Whether its titles were chosen one by one, so that it cannot say how rare a thing is."`
	Sources    []Source `json:"sources" doc:"Where its facts come from."`
}

// Source is where facts of a catalog come from.
type Source struct {
	ID         string `json:"id" doc:"The word by which rows refer to it: starter, imdb."`
	Name       string `json:"name" doc:"What it is called."`
	Licence    string `json:"licence" doc:"Under what licence its facts are."`
	Address    string `json:"address" doc:"Where it was taken from."`
	Retrieved  string `json:"retrieved" doc:"The day it was taken, as 2026-11-20; empty if not known."`
	Checksum   string `json:"checksum" doc:"sha256: and the digest in hexadecimal of what was read; empty if it was no file."`
	HandPicked bool   `json:"hand_picked" doc:"Whether its titles were chosen one by one."`
}

// Page is a page that somebody can open to check a fact.
type Page struct {
	Key       string `json:"key" doc:"What rows cite it by."`
	Source    string `json:"source" doc:"The source that cites it, by its word."`
	Address   string `json:"address" doc:"Where it lies."`
	Publisher string `json:"publisher" doc:"Who publishes it."`
	Title     string `json:"title" doc:"What it is called."`
	Retrieved string `json:"retrieved" doc:"The day it was read, as 2026-11-20."`
	Copy      string `json:"copy,omitempty" doc:"The archived copy that was read, where it was not the page itself."`
}

// Title is a film, a series, a season or an episode.
type Title struct {
	ID           string        `json:"id" doc:"The identifier in this catalog."`
	Kind         rolecall.Kind `json:"kind" doc:"What it is."`
	Name         string        `json:"name" doc:"What it is called; of a season, its series."`
	OriginalName string        `json:"original_name,omitempty" doc:"What it is called in its own language, where that differs."`
	SeriesID     string        `json:"series_id,omitempty" doc:"The series of a season or episode."`
	Series       string        `json:"series,omitempty" doc:"The name of that series."`
	Season       *int          `json:"season,omitempty" minimum:"-1" doc:"The number of a season, or of that of an episode; 0 are the specials, -1 is an episode of which the source does not say it."`
	Episode      *int          `json:"episode,omitempty" minimum:"0" doc:"The number of an episode in its season; 0 if the source does not say it."`
	Year         int           `json:"year,omitempty" doc:"The year it was first shown."`
	Released     string        `json:"released,omitempty" doc:"The day it was first shown, as 2018-03-08, or the month or year if no more is known."`
	Episodes     int           `json:"episodes" minimum:"0" doc:"How many episodes a season or series has; 0 of others."`
	Whole        *bool         `json:"whole,omitempty" doc:"Whether all episodes of a season are known to be held."`
	Networks     []string      `json:"networks" doc:"Who first showed it."`
	Countries    []string      `json:"countries" doc:"Where it is from."`
	Genres       []string      `json:"genres" doc:"Of what genres it is."`
	Languages    []string      `json:"languages,omitempty" doc:"In what languages it was made."`
	Companies    []string      `json:"companies,omitempty" doc:"Who produced it."`
	Minutes      int           `json:"minutes,omitempty" doc:"How long it runs."`
	BudgetUSD    int64         `json:"budget_usd,omitempty" doc:"What it cost to make, in US dollars."`
	RevenueUSD   int64         `json:"revenue_usd,omitempty" doc:"What it took at the box office, in US dollars."`
}

// Tally is counts by gender of whatever is counted: people, credits or titles.
type Tally struct {
	Women     int `json:"women" minimum:"0" doc:"Those stated to be women."`
	Men       int `json:"men" minimum:"0" doc:"Those stated to be men."`
	Nonbinary int `json:"nonbinary" minimum:"0" doc:"Those stated to be non-binary."`
	Unknown   int `json:"unknown" minimum:"0" doc:"Those of whom nothing is stated, or sources of equal weight disagree."`
}

// Count is how many of a number have a property, as far as is known:
// 0 ≤ certain ≤ possible ≤ of.
type Count struct {
	Certain  int `json:"certain" minimum:"0" doc:"How many have it by what is stated."`
	Possible int `json:"possible" minimum:"0" doc:"How many would have it if everything not stated turned out so."`
	Of       int `json:"of" minimum:"0" doc:"How many were counted."`
}

// Share is a count read as a fraction, each from 0 to 1, to six decimals; null where
// there is nobody to be a share of. A headline may use known only with coverage
// beside it (docs/method.md, rule 3).
type Share struct {
	Lower    *float64 `json:"lower" minimum:"0" maximum:"1" doc:"The share if none of the unknown has the property; null of nobody."`
	Known    *float64 `json:"known" minimum:"0" maximum:"1" doc:"The share among those of whom it is known; null if that is nobody."`
	Upper    *float64 `json:"upper" minimum:"0" maximum:"1" doc:"The share if all of the unknown have it; null of nobody."`
	Coverage *float64 `json:"coverage" minimum:"0" maximum:"1" doc:"Of how many of all it is known; null of nobody."`
}

// Population is which titles a number is about: the filter, as it can be written
// down and run again, and its size.
type Population struct {
	population.Population
	population.Listing
	Words  string `json:"words" doc:"The population in words."`
	Titles int    `json:"titles" minimum:"0" doc:"How many titles of this catalog it has."`
}

// Method is how a number was come to, to be pasted into a text, and how to cite it.
type Method struct {
	Paragraph string     `json:"paragraph" doc:"How the number was come to, in plain English."`
	BibTeX    string     `json:"bibtex" doc:"The citation for LaTeX."`
	CSL       []Citation `json:"csl" doc:"The citation for reference managers."`
}

// Citation is one work in CSL-JSON (citationstyles.org), which reference managers
// read; its field names are theirs.
type Citation struct {
	ID        string   `json:"id" doc:"The same for the same answer."`
	Type      string   `json:"type" doc:"The kind of work: dataset."`
	Title     string   `json:"title" doc:"What was counted, in what."`
	Author    []Author `json:"author" doc:"Who counted."`
	Issued    Issued   `json:"issued" doc:"When the catalog was built."`
	Publisher string   `json:"publisher" doc:"The catalog, by its name."`
	Version   string   `json:"version" doc:"The catalog's content hash."`
	Note      string   `json:"note" doc:"What else a reader needs to come to the number again."`
}

// Author is whom a Citation names.
type Author struct {
	Literal string `json:"literal" doc:"The name, as it is printed."`
}

// Issued is a date of a Citation.
type Issued struct {
	DateParts [][]int `json:"date-parts" doc:"One date: year, month and day."`
}
