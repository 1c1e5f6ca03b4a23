package contract

import "rolecall"

// Browsed is a page of the titles that the catalog holds, and how many there are by what
// they can be narrowed to.
type Browsed struct {
	Population Population      `json:"population" doc:"Which titles were asked for, and how many there are."`
	Roles      []rolecall.Role `json:"roles" doc:"The roles in each of which somebody is credited on a title listed; empty where none was asked for."`
	Order      string          `json:"order" enum:"votes,newest,oldest,name" doc:"What they are listed by."`
	From       int             `json:"from" minimum:"0" doc:"How many titles were passed over."`
	Rows       []BrowsedTitle  `json:"rows" doc:"The titles of this page."`
	Facets     []Facet         `json:"facets" doc:"What the titles can be narrowed by; empty where only those with the most votes were asked for."`
	Catalog    Catalog         `json:"catalog" doc:"What the answer was given from."`
}

// BrowsedTitle is a title in a list, with who made it.
type BrowsedTitle struct {
	Title     Title    `json:"title" doc:"The title."`
	Maker     string   `json:"maker" doc:"Who made it, in words: directed by, created by, or else with whom; empty where nobody is credited."`
	Directors *Tally   `json:"directors" doc:"The people credited as directors, by gender; null of a series or an episode, and where nobody is."`
	Seasons   []string `json:"seasons" doc:"The identifiers of a series' seasons, specials aside; empty of others."`
}

// Facet is one thing that titles can be narrowed by.
type Facet struct {
	Of     string       `json:"of" enum:"kind,year,genre,network,country,role" doc:"What it is."`
	Values []FacetValue `json:"values" doc:"The values there are, those of most titles first; roles in their own order."`
}

// FacetValue is a value of a facet.
type FacetValue struct {
	Value  string `json:"value" doc:"The value."`
	Titles int    `json:"titles" minimum:"1" doc:"How many titles there would be if this value were asked for, and all else that is asked for."`
}
