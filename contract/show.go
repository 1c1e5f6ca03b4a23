package contract

import "rolecall"

// Show is the answer about a title: who is in front of the camera and who behind
// it.
type Show struct {
	Title    Title           `json:"title"`
	Headline string          `json:"headline"`
	Roles    []Role          `json:"roles"`
	Seasons  []Season        `json:"seasons,omitempty"`
	Leaves   []Title         `json:"leaves"`
	Rarity   *Rarity         `json:"rarity,omitempty"`
	Pages    map[string]Page `json:"pages"`
	Catalog  Catalog         `json:"catalog"`
}

// Role is who holds a role in a title, and the counts of them.
type Role struct {
	Side     rolecall.Side  `json:"side"`
	Role     rolecall.Role  `json:"role"`
	Tally    Tally          `json:"tally"`
	Share    rolecall.Share `json:"share"`
	Credits  Tally          `json:"credits"`
	Episodes Episodes       `json:"episodes"`
	People   []Credited     `json:"people"`
}

// Episodes are counts of films or episodes by who is credited on them.
type Episodes struct {
	Any Tally `json:"any"`
	All Tally `json:"all"`
	Of  int   `json:"of"`
}

// Credited is one person in one role of a title.
type Credited struct {
	ID     string          `json:"id"`
	Name   string          `json:"name"`
	Gender rolecall.Gender `json:"gender"`
	// Titles are episode numbers for a season; for a series, places in its run
	// from 1; 1 for a film.
	Titles     []int          `json:"titles"`
	TitleIDs   []string       `json:"title_ids"`
	Job        string         `json:"job"`
	Characters []string       `json:"characters"`
	Billing    int            `json:"billing,omitempty"`
	Scope      rolecall.Scope `json:"scope"`
	Sources    []string       `json:"sources"`
}

// Season is one season of a series, with the counts of each role.
type Season struct {
	ID       string       `json:"id"`
	Season   int          `json:"season"`
	Year     int          `json:"year,omitempty"`
	Episodes int          `json:"episodes"`
	Whole    bool         `json:"whole"`
	Roles    []SeasonRole `json:"roles"`
}

// SeasonRole is the counts of a role in one season of a series.
type SeasonRole struct {
	Side     rolecall.Side `json:"side"`
	Role     rolecall.Role `json:"role"`
	Tally    Tally         `json:"tally"`
	Episodes Episodes      `json:"episodes"`
}

// Rarity is how unusual a title is: either what cannot be told, or how the title
// stands in each role.
type Rarity struct {
	Unverifiable string            `json:"unverifiable,omitempty"`
	Population   *Population       `json:"population,omitempty"`
	Unit         rolecall.Unit     `json:"unit,omitempty"`
	Genders      []rolecall.Gender `json:"genders,omitempty"`
	Roles        []Standing        `json:"roles,omitempty"`
	Method       *Method           `json:"method,omitempty"`
}

// Standing is how a title stands among comparable ones in one role.
type Standing struct {
	Role       rolecall.Role `json:"role"`
	Count      Count         `json:"count"`
	AtOrAbove  Count         `json:"at_or_above"`
	Percentile Percentile    `json:"percentile"`
	Credited   int           `json:"credited"`
}

// Percentile is how much of a population stands below a title.
type Percentile struct {
	Lower rolecall.Fraction `json:"lower"`
	Upper rolecall.Fraction `json:"upper"`
}
