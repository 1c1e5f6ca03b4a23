package contract

import "rolecall"

// Gaps is the answer about what to find out next: on whose gender, which nobody states,
// the shares of a population depend most.
type Gaps struct {
	Population Population      `json:"population" doc:"Which titles were counted."`
	Finding    string          `json:"finding" doc:"What was found, in a sentence."`
	Roles      []RoleGaps      `json:"roles" doc:"How far each role is known."`
	Rows       []MissingGender `json:"rows" doc:"The people, those first who narrow a range most."`
	Notes      []string        `json:"notes" doc:"What a reader may otherwise take wrong."`
	Catalog    Catalog         `json:"catalog" doc:"What the answer was given from."`
}

// RoleGaps is how far a role is known in a population.
type RoleGaps struct {
	Role   rolecall.Role `json:"role" doc:"The role."`
	Leaves int           `json:"leaves" minimum:"0" doc:"How many films or episodes there are."`
	Held   int           `json:"held" minimum:"0" doc:"On how many of these somebody holds the role."`
	Tally  Tally         `json:"tally" doc:"The credits in the role by gender."`
	Share  Share         `json:"share" doc:"The share of women among the credits."`
	People int           `json:"people" minimum:"0" doc:"How many people in the role have no gender stated."`
}

// MissingGender is somebody in a role of whom no gender is stated.
type MissingGender struct {
	ID        string        `json:"id" doc:"The person's identifier in this catalog."`
	Name      string        `json:"name" doc:"The name they use now."`
	Role      rolecall.Role `json:"role" doc:"The role."`
	Titles    int           `json:"titles" minimum:"0" doc:"On how many films or episodes they are credited in it."`
	Of        int           `json:"of" minimum:"0" doc:"How many credits there are in the role."`
	Narrows   *float64      `json:"narrows" minimum:"0" maximum:"1" doc:"By how much a statement would narrow the range of the share, to six decimals; null of a role without credits."`
	Conflict  bool          `json:"conflict" doc:"Whether sources of equal weight disagree."`
	Addresses []string      `json:"addresses" doc:"Where the person can be looked up."`
}
