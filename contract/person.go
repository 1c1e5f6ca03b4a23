package contract

import "rolecall"

// Person is the answer about a person: credits, and what is stated of them.
type Person struct {
	Person     Identity        `json:"person" doc:"Who it is."`
	Finding    string          `json:"finding" doc:"What is on record of the person, in a sentence."`
	Statements []Statement     `json:"statements" doc:"What sources state of the person's gender."`
	Credits    []Work          `json:"credits" doc:"The person's credits, by film or season and role."`
	Pages      map[string]Page `json:"pages" doc:"Every page cited, by key."`
	Catalog    Catalog         `json:"catalog" doc:"What the answer was given from."`
}

// Identity is who a person is, and the gender they are counted as.
type Identity struct {
	ID         string          `json:"id" doc:"The identifier in this catalog."`
	Name       string          `json:"name" doc:"The name they use now."`
	NativeName string          `json:"native_name,omitempty" doc:"The name in their own script, where that differs."`
	Gender     rolecall.Gender `json:"gender" doc:"What the statements come to."`
	Conflict   bool            `json:"conflict" doc:"Whether statements of equal weight disagree, so that the gender is unknown."`
}

// Statement is what a source says of a person's gender.
type Statement struct {
	Gender     rolecall.Gender `json:"gender" doc:"What it comes to."`
	Wording    string          `json:"wording" doc:"The source's own words; empty where it has a code alone."`
	Form       rolecall.Form   `json:"form,omitempty" doc:"How a page words it: of the person by a pronoun or a noun, by a place on a list, or of a group the person is in; left out of other sources."`
	Precedence string          `json:"precedence" doc:"The weight of the statement: that of a higher kind decides."`
	Source     string          `json:"source" doc:"Who states it, by the word of the source."`
	Page       *Page           `json:"page" doc:"The page that says so; null where none is held."`
	Decides    bool            `json:"decides" doc:"Whether it is among those that decide."`
}

// Work is a person's credits in one role of a film or season.
type Work struct {
	Title      Title          `json:"title" doc:"The film or season, or the series where the source names no season."`
	Role       rolecall.Role  `json:"role" doc:"The role."`
	Side       rolecall.Side  `json:"side" doc:"In front of the camera or behind it."`
	Titles     []int          `json:"titles" doc:"The numbers of the episodes; 1 of a film. Empty where the source does not say which, or not their season."`
	TitleIDs   []string       `json:"title_ids" doc:"The same films or episodes by identifier."`
	Job        string         `json:"job" doc:"What the source calls the work, where it says more than the role; else empty."`
	Characters []string       `json:"characters" doc:"Whom the person plays."`
	Scope      rolecall.Scope `json:"scope" doc:"Whether the source names the film or episode, or speaks of a whole season or series."`
	Sources    []string       `json:"sources" doc:"Keys of the pages that say so."`
}
