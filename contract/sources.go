package contract

import (
	"rolecall"
	"rolecall/population"
)

// Sources is the answer about what a catalog holds and where it comes from.
type Sources struct {
	Holdings Holdings   `json:"holdings" doc:"How much it holds."`
	Coverage []Coverage `json:"coverage" doc:"How far genders are stated, role by role."`
	Catalog  Catalog    `json:"catalog" doc:"The catalog, with where its facts come from."`
}

// Holdings is how much a catalog holds.
type Holdings struct {
	Films      int `json:"films" minimum:"0" doc:"Films."`
	Series     int `json:"series" minimum:"0" doc:"Series."`
	Seasons    int `json:"seasons" minimum:"0" doc:"Seasons."`
	Episodes   int `json:"episodes" minimum:"0" doc:"Episodes."`
	People     int `json:"people" minimum:"0" doc:"People."`
	Credits    int `json:"credits" minimum:"0" doc:"Credits."`
	Statements int `json:"statements" minimum:"0" doc:"Statements of gender."`
	Citations  int `json:"citations" minimum:"0" doc:"Pages cited."`
	Lists      int `json:"lists" minimum:"0" doc:"Lists of titles, each a named population."`
}

// Coverage is, for a role, how many of the people credited have a stated gender.
type Coverage struct {
	Role   rolecall.Role `json:"role" doc:"The role."`
	Source string        `json:"source" doc:"The source that states it, by its word; empty for all together, conflicts left out."`
	People int           `json:"people" minimum:"0" doc:"How many people are credited in the role."`
	Stated int           `json:"stated" minimum:"0" doc:"Of how many of them a gender is stated."`
}

// Populations is the answer about the populations that are kept.
type Populations struct {
	Populations []KeptPopulation `json:"populations" doc:"The populations kept, by name."`
}

// KeptPopulation is a population that is kept under a name.
type KeptPopulation struct {
	Name string `json:"name" doc:"The name it is kept under."`
	population.Population
	population.Listing
	Words string `json:"words" doc:"The population in words."`
}
