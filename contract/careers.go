package contract

import "rolecall"

// Careers is the answer about the people in a role: how many titles each has, for whom it is
// the first, and who had been on the same series before.
type Careers struct {
	Population Population    `json:"population" doc:"Which titles were counted."`
	Role       rolecall.Role `json:"role" doc:"The role."`
	Finding    string        `json:"finding" doc:"What was found, in a sentence."`
	Rows       []CareersOf   `json:"rows" doc:"The people by gender."`
	Notes      []string      `json:"notes" doc:"What a reader may otherwise take wrong."`
	Catalog    Catalog       `json:"catalog" doc:"What the answer was given from."`
}

// CareersOf are the people of one gender.
type CareersOf struct {
	Gender   rolecall.Gender `json:"gender" doc:"What is stated of the people."`
	People   int             `json:"people" minimum:"0" doc:"How many there are."`
	Titles   int             `json:"titles" minimum:"0" doc:"On how many films or seasons of these they are credited, each with each."`
	ByTitles TitlesEach      `json:"by_titles" doc:"How many of them are credited on how many of these films or seasons."`
	First    *FirstCredits   `json:"first,omitempty" doc:"For how many it is the first; left out where the catalog was picked by hand and cannot tell."`
}

// TitlesEach is how many people are credited on how many films or seasons.
type TitlesEach struct {
	One        int `json:"one" minimum:"0" doc:"How many on one."`
	Two        int `json:"two" minimum:"0" doc:"How many on two."`
	Three      int `json:"three" minimum:"0" doc:"How many on three."`
	Four       int `json:"four" minimum:"0" doc:"How many on four."`
	FiveOrMore int `json:"five_or_more" minimum:"0" doc:"How many on five or more."`
}

// FirstCredits are first credits in a role (docs/method.md, rule 12).
type FirstCredits struct {
	People   int                   `json:"people" minimum:"0" doc:"How many have their first credit in the role here for certain."`
	Unsure   int                   `json:"unsure" minimum:"0" doc:"Of how many that cannot be told."`
	Once     int                   `json:"once" minimum:"0" doc:"How many of people have no other film or season in the role, in the whole catalog."`
	Years    *int                  `json:"years" minimum:"0" doc:"How many years the last of these titles is from the first in the role, in the middle of all people of the gender; null where no date is known."`
	OnSeries int                   `json:"on_series" minimum:"0" doc:"How many of people began on a series."`
	Before   int                   `json:"before" minimum:"0" doc:"How many of these had been credited on the series before in another role."`
	BeforeAs map[rolecall.Role]int `json:"before_as" doc:"In which roles; somebody may have had several."`
}
