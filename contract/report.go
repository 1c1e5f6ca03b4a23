package contract

import (
	"encoding/json"

	"rolecall"
	"rolecall/catalog"
)

// Report is the answer about shares by role and part of a population.
type Report struct {
	Population Population        `json:"population"`
	Unit       rolecall.Unit     `json:"unit"`
	By         catalog.By        `json:"by,omitempty"`
	Genders    []rolecall.Gender `json:"genders"`
	Given      *Given            `json:"given,omitempty"`
	Rows       []Row             `json:"rows"`
	Total      []Row             `json:"total"`
	Trends     []Trend           `json:"trends"`
	Notes      []string          `json:"notes"`
	Method     *Method           `json:"method,omitempty"`
	Catalog    Catalog           `json:"catalog"`
}

// Given is what titles are told apart by: whether somebody of the genders holds
// the role.
type Given struct {
	Role    rolecall.Role     `json:"role"`
	Genders []rolecall.Gender `json:"genders"`
}

// Row is one role in one part of a population.
type Row struct {
	By       string             `json:"by,omitempty"`
	Label    string             `json:"label,omitempty"`
	Given    catalog.GivenState `json:"given,omitempty"`
	Role     rolecall.Role      `json:"role"`
	Titles   int                `json:"titles"`
	Leaves   int                `json:"leaves"`
	Held     int                `json:"held"`
	Tally    Tally              `json:"tally"`
	Count    Count              `json:"count"`
	Share    rolecall.Share     `json:"share"`
	Interval *Interval          `json:"interval,omitempty"`
}

// Interval is the 95 % interval of a share of those stated.
type Interval struct {
	Lower json.Number `json:"lower"`
	Upper json.Number `json:"upper"`
}

// Trend is how the shares of a role change per year.
type Trend struct {
	Role  rolecall.Role      `json:"role"`
	Given catalog.GivenState `json:"given,omitempty"`
	From  int                `json:"from"`
	To    int                `json:"to"`
	Years int                `json:"years"`
	Lower json.Number        `json:"lower"`
	Known json.Number        `json:"known"`
	Upper json.Number        `json:"upper"`
}

// Ranking is the answer about the order of titles by share.
type Ranking struct {
	Population Population        `json:"population"`
	Role       rolecall.Role     `json:"role"`
	Unit       rolecall.Unit     `json:"unit"`
	Genders    []rolecall.Gender `json:"genders"`
	MinPeople  int               `json:"min_people,omitempty"`
	Ranked     int               `json:"ranked"`
	All        Count             `json:"all"`
	Rows       []Ranked          `json:"rows"`
	Notes      []string          `json:"notes"`
	Method     *Method           `json:"method,omitempty"`
	Catalog    Catalog           `json:"catalog"`
}

// Ranked is a title in its place.
type Ranked struct {
	Place  int            `json:"place"`
	Title  Title          `json:"title"`
	Leaves int            `json:"leaves"`
	Held   int            `json:"held"`
	Tally  Tally          `json:"tally"`
	Count  Count          `json:"count"`
	Share  rolecall.Share `json:"share"`
}
