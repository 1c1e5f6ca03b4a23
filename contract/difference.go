package contract

import "rolecall"

// Difference is the answer about what has changed from an older catalog to a newer one.
type Difference struct {
	Population Population        `json:"population" doc:"Which titles were compared, with how many the newer catalog has."`
	OldTitles  int               `json:"old_titles" minimum:"0" doc:"How many titles of it the older catalog has."`
	Unit       rolecall.Unit     `json:"unit" doc:"What was counted."`
	Genders    []rolecall.Gender `json:"genders" doc:"Whose share it is."`
	Finding    string            `json:"finding" doc:"What was found, in a sentence."`
	Figures    []Figure          `json:"figures" doc:"The share in each role by both catalogs."`
	Changes    []Changed         `json:"changes" doc:"What became of titles, role by role."`
	Stated     Restated          `json:"stated" doc:"How many people's gender is another by what is stated."`
	Notes      []string          `json:"notes" doc:"What a reader may otherwise take wrong."`
	Old        Catalog           `json:"old" doc:"The older catalog."`
	Catalog    Catalog           `json:"catalog" doc:"The newer one."`
}

// Figure is the share in one role by two catalogs.
type Figure struct {
	Role rolecall.Role `json:"role" doc:"The role."`
	Old  *Row          `json:"old" doc:"By the older catalog; null where it has no title of the population."`
	New  *Row          `json:"new" doc:"By the newer one; null where it has none."`
}

// Changed are the titles of which the same has become in a role.
type Changed struct {
	Role   rolecall.Role  `json:"role" doc:"The role."`
	Change string         `json:"change" enum:"became_whole,no_longer_whole,other_count,newly_held,no_longer_held" doc:"What became of them. Whole is a title on which all are of the genders, by what is certain; held is one with a credit in the role."`
	Number int            `json:"number" minimum:"1" doc:"How many they are, of which titles has the first."`
	Titles []ChangedTitle `json:"titles" doc:"Those whose counts differ most."`
}

// ChangedTitle is how a title stood and stands.
type ChangedTitle struct {
	Title Title         `json:"title" doc:"The title."`
	Old   *RoleStanding `json:"old" doc:"How it stood; null without a credit in the role."`
	New   *RoleStanding `json:"new" doc:"How it stands; null without one."`
}

// RoleStanding is how a film or season stands in a role.
type RoleStanding struct {
	Count  Count `json:"count" doc:"How many of those counted are of the genders; a film or episode without a credit stands for one who is not known."`
	Held   int   `json:"held" minimum:"0" doc:"On how many films or episodes somebody holds the role."`
	Leaves int   `json:"leaves" minimum:"0" doc:"How many films or episodes it comes to."`
}

// Restated is how many people have another gender by what is stated. They are credited in
// the roles in both catalogs, and are not named.
type Restated struct {
	Newly     int `json:"newly" minimum:"0" doc:"Whose gender was not stated, and is."`
	Withdrawn int `json:"withdrawn" minimum:"0" doc:"Whose gender was stated, and is not; also where sources disagree now."`
	Otherwise int `json:"otherwise" minimum:"0" doc:"Of whom another gender is stated."`
	Of        int `json:"of" minimum:"0" doc:"How many people were compared."`
}
