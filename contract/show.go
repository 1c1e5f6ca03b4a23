package contract

import "rolecall"

// Show is the answer about a title: who is in front of the camera and who behind
// it.
type Show struct {
	Title    Title           `json:"title" doc:"The title asked for."`
	Headline string          `json:"headline" doc:"Who directed it, in a sentence."`
	Roles    []Role          `json:"roles" doc:"Who holds which role, in the order of the vocabulary."`
	Seasons  []Season        `json:"seasons,omitempty" doc:"The seasons of a series."`
	Leaves   []Title         `json:"leaves" doc:"The films or episodes counted."`
	Rarity   *Rarity         `json:"rarity,omitempty" doc:"How unusual a film or season is; left out of others."`
	Pages    map[string]Page `json:"pages" doc:"Every page cited, by key."`
	Catalog  Catalog         `json:"catalog" doc:"What the answer was given from."`
}

// Role is who holds a role in a title, and the counts of them.
type Role struct {
	Side     rolecall.Side `json:"side" doc:"In front of the camera or behind it."`
	Role     rolecall.Role `json:"role" doc:"The role."`
	Tally    Tally         `json:"tally" doc:"People, each once."`
	Share    Share         `json:"share" doc:"The share of women among the people."`
	Credits  Tally         `json:"credits" doc:"People, each once for each film or episode."`
	Episodes Episodes      `json:"episodes" doc:"Films or episodes by who is credited on them."`
	People   []Credited    `json:"people" doc:"Who they are."`
}

// Episodes are counts of films or episodes by who is credited on them. One can be in
// several parts of any, and one known to be mixed is in no part of all.
type Episodes struct {
	Any Tally `json:"any" doc:"With at least one of the gender; unknown are those with somebody unknown or without a credit."`
	All Tally `json:"all" doc:"Where all are of the gender; unknown are those that may yet turn out to be all of one."`
	Of  int   `json:"of" minimum:"0" doc:"How many films or episodes there are."`
}

// Credited is one person in one role of a title.
type Credited struct {
	ID         string          `json:"id" doc:"The person's identifier in this catalog."`
	Name       string          `json:"name" doc:"The name they use now."`
	Gender     rolecall.Gender `json:"gender" doc:"What sources state."`
	Titles     []int           `json:"titles" doc:"The numbers of the episodes of a season; of a series, places in its run from 1; 1 of a film. Empty where the source does not say which."`
	TitleIDs   []string        `json:"title_ids" doc:"The same films or episodes by identifier."`
	Job        string          `json:"job" doc:"What the source calls the work, where it says more than the role; else empty."`
	Characters []string        `json:"characters" doc:"Whom somebody of the cast plays."`
	Billing    int             `json:"billing,omitempty" minimum:"1" doc:"The place in the order of the cast, the lead at 1; left out where not known."`
	Scope      rolecall.Scope  `json:"scope" doc:"Whether the source names the film or episode, or speaks of a whole season or series."`
	Sources    []string        `json:"sources" doc:"Keys of the pages that say so."`
}

// Season is one season of a series, with the counts of each role.
type Season struct {
	ID       string       `json:"id" doc:"The season's identifier in this catalog."`
	Season   int          `json:"season" minimum:"0" doc:"Its number; 0 are the specials."`
	Year     int          `json:"year,omitempty" doc:"The year it was first shown."`
	Episodes int          `json:"episodes" minimum:"0" doc:"How many episodes it has."`
	Whole    bool         `json:"whole" doc:"Whether all its episodes are known to be held."`
	Roles    []SeasonRole `json:"roles" doc:"The roles in which somebody is credited."`
}

// SeasonRole is the counts of a role in one season of a series.
type SeasonRole struct {
	Side     rolecall.Side `json:"side" doc:"In front of the camera or behind it."`
	Role     rolecall.Role `json:"role" doc:"The role."`
	Tally    Tally         `json:"tally" doc:"People, each once."`
	Episodes Episodes      `json:"episodes" doc:"Episodes by who is credited on them."`
}

// Rarity is how unusual a title is: either why that cannot be told, or how the title
// stands in each role.
type Rarity struct {
	Unverifiable string            `json:"unverifiable,omitempty" doc:"Why it cannot be told; then all else is left out."`
	Population   *Population       `json:"population,omitempty" doc:"What it is compared with, itself among them."`
	Unit         rolecall.Unit     `json:"unit,omitempty" doc:"What is counted."`
	Reading      rolecall.Reading  `json:"reading,omitempty" enum:"bounds,credited,known" doc:"Among which titles the percentiles are: all, those credited throughout, or those known throughout (docs/method.md, rule 10)."`
	Genders      []rolecall.Gender `json:"genders,omitempty" doc:"Whose share it is."`
	Roles        []Standing        `json:"roles,omitempty" doc:"How it stands in each role."`
	Method       *Method           `json:"method,omitempty" doc:"How that was come to, where it was asked for."`
}

// Standing is how a title stands among comparable ones in one role.
type Standing struct {
	Role       rolecall.Role    `json:"role" doc:"The role."`
	Count      Count            `json:"count" doc:"How many of those in the role on this title are of the genders."`
	AtOrAbove  Count            `json:"at_or_above" doc:"How many titles reach its share, itself among them: for certain, and possibly."`
	AsCredited Count            `json:"as_credited" doc:"The same among those with a credit in the role on every film or episode."`
	WhereKnown Count            `json:"where_known" doc:"The same among those of them of whose people in the role the gender of each is stated."`
	Within     rolecall.Reading `json:"within" enum:"bounds,credited,known" doc:"The narrowest reading that compares this title: known where nothing about it is missing."`
	Percentile Percentile       `json:"percentile" doc:"How much of the population stands below it, by the reading."`
	Credited   int              `json:"credited" minimum:"0" doc:"How many titles of the population have a credit in the role at all."`
}

// Percentile is how much of a population stands below a title, from 0 to 1, to six
// decimals; null of a population of none.
type Percentile struct {
	Lower *float64 `json:"lower" minimum:"0" maximum:"1" doc:"By all that may stand at or above it; null if the population has no title."`
	Upper *float64 `json:"upper" minimum:"0" maximum:"1" doc:"By those that certainly do; null if the population has no title."`
}
