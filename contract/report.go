package contract

import "rolecall"

// Report is the answer about shares by role and part of a population.
type Report struct {
	Population Population        `json:"population" doc:"Which titles were counted."`
	Unit       rolecall.Unit     `json:"unit" doc:"What was counted."`
	Reading    rolecall.Reading  `json:"reading" enum:"bounds,credited,known" doc:"How what is not known was read: all is counted, and what is not known both ways; only what is credited; or only what is known (docs/method.md, rule 10)."`
	By         string            `json:"by,omitempty" doc:"What the titles are broken down by, as it is asked for: one word, or two, such as year,genre; with the bounds asked for, as in age=30,40; left out where they are not."`
	Genders    []rolecall.Gender `json:"genders" doc:"Whose share it is."`
	Given      *Given            `json:"given,omitempty" doc:"What titles are told apart by as well."`
	First      bool              `json:"first,omitempty" doc:"Whether only those people are counted whose first credit in the role it is."`
	Billed     string            `json:"billed,omitempty" doc:"How high those of the cast are billed who are counted: 1..3 are the first three, 2.. all but the first."`
	Makers     string            `json:"makers,omitempty" enum:"sole,team" doc:"Whether only films and episodes are counted on which one person holds the role, or several."`
	Finding    string            `json:"finding" doc:"What was found, in a sentence."`
	Rows       []Row             `json:"rows" doc:"The parts, role by role; the whole where it is not divided."`
	Total      []Row             `json:"total" doc:"The whole, role by role."`
	Trends     []Trend           `json:"trends" doc:"How the shares change per year, where the parts are years."`
	LeastTold  int               `json:"least_told,omitempty" minimum:"0" doc:"The least number of people on a private list that is told of; left out where the catalog has none."`
	Shifts     []Shift           `json:"shifts" doc:"How the shares change from the first span of years that tells to the last, where spans of years are the parts."`
	Notes      []string          `json:"notes" doc:"What a reader may otherwise take wrong."`
	Method     *Method           `json:"method,omitempty" doc:"How the numbers were come to, where it was asked for."`
	Catalog    Catalog           `json:"catalog" doc:"What the answer was given from."`
}

// Given is what titles are told apart by: whether somebody of the genders holds the
// role.
type Given struct {
	Role    rolecall.Role     `json:"role" doc:"The role."`
	Genders []rolecall.Gender `json:"genders" doc:"The genders, of which one suffices."`
}

// Row is one role in one part of a population.
type Row struct {
	By        string        `json:"by,omitempty" doc:"The part: a year, a network, the identifier of a series, where a span begins; “not known” of titles of which it is not known; left out of the whole."`
	Label     string        `json:"label,omitempty" doc:"The name of the part, where that differs: of a series or a span."`
	Then      string        `json:"then,omitempty" doc:"The part of that part, where two things divide, as by says the first."`
	ThenLabel string        `json:"then_label,omitempty" doc:"Its name, where that differs."`
	Given     string        `json:"given,omitempty" enum:"yes,no,unknown" doc:"Whether what is given holds of these titles."`
	Role      rolecall.Role `json:"role" doc:"The role."`
	Titles    int           `json:"titles" minimum:"0" doc:"How many titles of the population the part has."`
	Leaves    int           `json:"leaves" minimum:"0" doc:"How many films or episodes those come to."`
	Held      int           `json:"held" minimum:"0" doc:"On how many of these somebody holds the role."`
	Unsure    int           `json:"unsure,omitempty" minimum:"0" doc:"How many people more it may be the first credit of, where first credits are counted."`
	LeftOut   bool          `json:"left_out,omitempty" doc:"Whether the figures are left out, as they would tell of too few people on a private list."`
	Tally     *Tally        `json:"tally,omitempty" doc:"What was counted, in the unit, as it was read; left out of a catalog with a private list. In titles-any the parts overlap, and titles-all leaves mixed ones out."`
	Count     Count         `json:"count" doc:"How many of those counted are of the genders."`
	Share     Share         `json:"share" doc:"The count as a share. Where a reading leaves out what is not known, coverage is how much of what is credited is left."`
	Mean      *Share        `json:"mean,omitempty" doc:"The mean of the shares on each film or episode, every one weighing the same; coverage is on how many somebody's gender is known. Left out unless asked for."`
	Interval  *Interval     `json:"interval,omitempty" doc:"What chance in drawing a sample does to the share of those stated; left out unless the titles are a sample."`
}

// Interval is the 95 % interval of a share of those stated (Wilson 1927), each from 0
// to 1, to six decimals.
type Interval struct {
	Lower float64 `json:"lower" minimum:"0" maximum:"1" doc:"Where it begins."`
	Upper float64 `json:"upper" minimum:"0" maximum:"1" doc:"Where it ends."`
}

// Shift is how the shares of a role differ from one span of years to another. 0.01 is one
// percentage point.
type Shift struct {
	Role  rolecall.Role `json:"role" doc:"The role."`
	Given string        `json:"given,omitempty" enum:"yes,no,unknown" doc:"Whether what is given holds of these titles."`
	From  string        `json:"from" doc:"The first span."`
	To    string        `json:"to" doc:"The last span."`
	Lower float64       `json:"lower" minimum:"-1" maximum:"1" doc:"The least change, by what is not known."`
	Known float64       `json:"known" minimum:"-1" maximum:"1" doc:"The change of the share among those stated."`
	Upper float64       `json:"upper" minimum:"-1" maximum:"1" doc:"The greatest change, by what is not known."`
}

// Trend is how the shares of a role change per year: the slope of a straight line with
// the least squares, each year weighing the same. 0.01 is one percentage point a year.
type Trend struct {
	Role  rolecall.Role `json:"role" doc:"The role."`
	Given string        `json:"given,omitempty" enum:"yes,no,unknown" doc:"Whether what is given holds of these titles."`
	From  int           `json:"from" doc:"The first year."`
	To    int           `json:"to" doc:"The last year."`
	Years int           `json:"years" minimum:"0" doc:"How many years have a share."`
	Lower float64       `json:"lower" minimum:"-1" maximum:"1" doc:"The least change, by what is not known."`
	Known float64       `json:"known" minimum:"-1" maximum:"1" doc:"The change of the share among those stated."`
	Upper float64       `json:"upper" minimum:"-1" maximum:"1" doc:"The greatest change, by what is not known."`
}

// Ranking is the answer about the order of titles by share.
type Ranking struct {
	Population Population        `json:"population" doc:"Which titles were ranked."`
	Role       rolecall.Role     `json:"role" doc:"The role."`
	Unit       rolecall.Unit     `json:"unit" doc:"What was counted."`
	Reading    rolecall.Reading  `json:"reading" enum:"bounds,credited,known" doc:"How what is not known was read: all is counted, and what is not known both ways; only what is credited; or only what is known (docs/method.md, rule 10)."`
	Genders    []rolecall.Gender `json:"genders" doc:"Whose share it is."`
	MinPeople  int               `json:"min_people,omitempty" minimum:"0" doc:"The least people in the role of a title that is ranked; left out where none is asked for."`
	LeftOut    int               `json:"left_out" minimum:"0" doc:"How many titles with enough people in the role are not ranked, as the reading leaves them out."`
	Ranked     int               `json:"ranked" minimum:"0" doc:"How many titles are ranked, of which rows has the first."`
	All        Count             `json:"all" doc:"In how many of them all are of the genders."`
	Finding    string            `json:"finding" doc:"What was found, in a sentence."`
	Rows       []Ranked          `json:"rows" doc:"The titles in their order."`
	Notes      []string          `json:"notes" doc:"What a reader may otherwise take wrong."`
	Method     *Method           `json:"method,omitempty" doc:"How the order was come to, where it was asked for."`
	Catalog    Catalog           `json:"catalog" doc:"What the answer was given from."`
}

// Ranked is a title in its place.
type Ranked struct {
	Place  int   `json:"place" minimum:"1" doc:"The place, from 1."`
	Title  Title `json:"title" doc:"The title."`
	Leaves int   `json:"leaves" minimum:"0" doc:"How many films or episodes it comes to."`
	Held   int   `json:"held" minimum:"0" doc:"On how many of these somebody holds the role."`
	Tally  Tally `json:"tally" doc:"What was counted, in the unit."`
	Count  Count `json:"count" doc:"How many of those counted are of the genders."`
	Share  Share `json:"share" doc:"The count as a share."`
}
