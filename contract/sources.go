package contract

import "rolecall"

// Sources is the answer about what a catalog holds and where it comes from.
type Sources struct {
	Holdings Holdings   `json:"holdings"`
	Coverage []Coverage `json:"coverage"`
	Catalog  Catalog    `json:"catalog"`
}

// Holdings is how much a catalog holds.
type Holdings struct {
	Films      int `json:"films"`
	Series     int `json:"series"`
	Seasons    int `json:"seasons"`
	Episodes   int `json:"episodes"`
	People     int `json:"people"`
	Credits    int `json:"credits"`
	Statements int `json:"statements"`
	Citations  int `json:"citations"`
}

// Coverage is, for a role, how many of the people credited have a stated gender.
type Coverage struct {
	Role   rolecall.Role `json:"role"`
	Source string        `json:"source"`
	People int           `json:"people"`
	Stated int           `json:"stated"`
}

// Populations is the answer about the populations that are kept.
type Populations struct {
	Populations []KeptPopulation `json:"populations"`
}

// KeptPopulation is a population that is kept under a name.
type KeptPopulation struct {
	Name string `json:"name"`
	rolecall.Population
	Words string `json:"words"`
}
