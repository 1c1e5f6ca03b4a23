package contract

import "rolecall"

// Assess is the answer about a title by published standards.
type Assess struct {
	Title       Title            `json:"title" doc:"The title asked for."`
	Reading     rolecall.Reading `json:"reading" enum:"bounds,credited,known" doc:"How what is not known was read: as what may be either; those credited taken for all there are; or those known (docs/method.md, rule 10)."`
	Assessments []Assessment     `json:"assessments" doc:"What each standard says of it."`
	Method      *Method          `json:"method,omitempty" doc:"How it was assessed, where it was asked for."`
	Catalog     Catalog          `json:"catalog" doc:"What the answer was given from."`
}

// Assessment is what one standard says of a title.
type Assessment struct {
	Standard  Standard        `json:"standard" doc:"The standard."`
	Verdict   *string         `json:"verdict" enum:"met,not_met,unknown,needs_judgement,counted" doc:"What becomes of the whole; null where the standard leaves its criteria side by side."`
	WouldMeet string          `json:"would_meet,omitempty" doc:"What it would take, in words, where the whole is not met."`
	Coverage  []GroupCoverage `json:"coverage" doc:"How far the groups that are counted are known."`
	Criteria  []Criterion     `json:"criteria" doc:"What becomes of each criterion."`
}

// Criterion is what becomes of one criterion of a standard.
type Criterion struct {
	ID        string `json:"id" doc:"Its word in the standard's expressions."`
	Name      string `json:"name" doc:"What it is called."`
	Wording   string `json:"wording,omitempty" doc:"The criterion in our words."`
	Verdict   string `json:"verdict" enum:"met,not_met,unknown,needs_judgement,counted" doc:"Met or not met whatever the unknown turns out to be; unknown, as it depends on that; needing a judgement, as credits do not show it; or only counted."`
	Points    int    `json:"points" minimum:"0" doc:"What it is worth in the standard's sum of points."`
	Count     string `json:"count,omitempty" doc:"The expression that is only counted (CEL)."`
	Met       string `json:"met,omitempty" doc:"The expression that suffices to meet it (CEL)."`
	NotMet    string `json:"not_met,omitempty" doc:"The expression that suffices for the contrary (CEL)."`
	Judgement string `json:"judgement,omitempty" doc:"What has to be judged, and why credits do not show it."`
	Tests     []Test `json:"tests" doc:"The comparisons that were made."`
	WouldMeet string `json:"would_meet,omitempty" doc:"What it would take, in words, where it is not met."`
	Missing   []Gap  `json:"missing" doc:"What is not known and could change it."`
}

// GroupCoverage is how far a group of people is known of a title.
type GroupCoverage struct {
	Group  string `json:"group" doc:"The role or group of roles."`
	Held   int    `json:"held" minimum:"0" doc:"On how many films or episodes somebody of it is credited."`
	Leaves int    `json:"leaves" minimum:"0" doc:"Of how many films or episodes."`
	Stated int    `json:"stated" minimum:"0" doc:"Of how many of its people the gender is stated."`
	People int    `json:"people" minimum:"0" doc:"Of how many people."`
}

// Test is one comparison of a criterion.
type Test struct {
	Groups    []string      `json:"groups" doc:"The roles and groups of roles counted, added where there are several; empty of points and of other criteria."`
	Unit      rolecall.Unit `json:"unit,omitempty" doc:"What was counted; left out of points and of other criteria."`
	Certain   int           `json:"certain" minimum:"0" doc:"How many are of the standard's genders by what is stated."`
	Possible  int           `json:"possible" minimum:"0" doc:"How many would be if everything not stated turned out so."`
	Of        int           `json:"of" minimum:"0" doc:"How many were counted."`
	Open      bool          `json:"open" doc:"Whether there may be more than are held."`
	Share     bool          `json:"share" doc:"Whether the share was compared, not the number."`
	Mean      bool          `json:"mean,omitempty" doc:"Whether it is the mean of the shares on each film or episode; certain, possible and of are then parts of a whole."`
	Operator  string        `json:"operator,omitempty" doc:"How it was compared: >=, >, <= or <; left out where it was only counted."`
	Threshold *float64      `json:"threshold,omitempty" doc:"What it was compared with; of a share from 0 to 1."`
	Against   []string      `json:"against,omitempty" doc:"The groups it was compared with instead of a number."`
}

// Gap is what is not known of a group of people.
type Gap struct {
	Group      string            `json:"group" doc:"The role or group of roles."`
	Unheld     bool              `json:"unheld" doc:"Whether no credit at all is held."`
	Partial    bool              `json:"partial" doc:"Whether a source lists the principal people only."`
	People     []MissingPerson   `json:"people" doc:"Whose gender is not stated."`
	Uncredited []UncreditedTitle `json:"uncredited" doc:"In which roles films or episodes have no credit."`
}

// MissingPerson is a person whose gender is not stated.
type MissingPerson struct {
	ID   string `json:"id" doc:"The identifier in this catalog."`
	Name string `json:"name" doc:"The name they use now."`
}

// UncreditedTitle is the films or episodes of which no credit in a role is held.
type UncreditedTitle struct {
	Role   rolecall.Role `json:"role" doc:"The role."`
	Titles []string      `json:"titles" doc:"The films or episodes by identifier."`
	Of     int           `json:"of" minimum:"0" doc:"Of how many films or episodes."`
}

// Standards is the answer about the standards there are. It names no catalog, as it
// comes from none.
type Standards struct {
	Standards []Standard `json:"standards" doc:"The standards, in the order in which they are listed."`
}

// Standard is a published rubric, as it is read.
type Standard struct {
	ID        string            `json:"id" doc:"The word that commands take: f-rating."`
	Name      string            `json:"name" doc:"What its publisher calls it."`
	Publisher string            `json:"publisher" doc:"Who publishes it."`
	Year      int               `json:"year" doc:"The year of the version described."`
	AppliesTo []rolecall.Kind   `json:"applies_to" doc:"The kinds of title it speaks of."`
	Genders   []rolecall.Gender `json:"genders" doc:"Those it counts for."`
	Wording   string            `json:"wording" doc:"The standard as a whole, in our words."`
	Reading   string            `json:"reading,omitempty" doc:"How the words were turned into counts, where they leave room."`
	CannotSee string            `json:"cannot_see,omitempty" doc:"What credits do not show."`
	Passes    string            `json:"passes,omitempty" doc:"The expression over criteria that decides the whole (CEL); left out where nothing does."`
	Citations []StandardPage    `json:"citations" doc:"Where it was read, the weightiest first."`
}

// StandardPage is a page in which a standard was read.
type StandardPage struct {
	Publisher string `json:"publisher" doc:"Who publishes it."`
	Title     string `json:"title" doc:"What it is called."`
	Address   string `json:"address" doc:"Where it lies."`
	Read      string `json:"read" doc:"The day it was read, as 2026-11-21."`
}

// PassRates is the answer about how many titles of a population meet standards.
type PassRates struct {
	Reading rolecall.Reading `json:"reading" enum:"bounds,credited,known" doc:"How what is not known was read: all titles are counted; only those credited throughout; or only those known throughout (docs/method.md, rule 10)."`
	Rates   []Rates          `json:"rates" doc:"The rates, standard by standard."`
	Catalog Catalog          `json:"catalog" doc:"What the answer was given from."`
}

// Rates is how many titles of a population meet one standard.
type Rates struct {
	Standard   Standard        `json:"standard" doc:"The standard."`
	Population Population      `json:"population" doc:"Which titles were assessed."`
	Finding    string          `json:"finding" doc:"What was found, in a sentence."`
	Rate       *Rate           `json:"rate" doc:"How many meet the whole; null where the standard has no decision."`
	LeftOut    int             `json:"left_out" minimum:"0" doc:"How many titles the reading leaves out of the rate of the whole."`
	Criteria   []CriterionRate `json:"criteria" doc:"How many meet each criterion."`
	Notes      []string        `json:"notes" doc:"What a reader may otherwise take wrong."`
	Method     *Method         `json:"method,omitempty" doc:"How the rates were come to, where it was asked for."`
}

// Rate is how many titles came to each verdict.
type Rate struct {
	Met            int   `json:"met" minimum:"0" doc:"Titles that meet it whatever the unknown turns out to be."`
	NotMet         int   `json:"not_met" minimum:"0" doc:"Titles that do not, whatever it turns out to be."`
	Unknown        int   `json:"unknown" minimum:"0" doc:"Titles of which it depends on that."`
	NeedsJudgement int   `json:"needs_judgement" minimum:"0" doc:"Titles of which it depends on what credits do not show."`
	Count          Count `json:"count" doc:"How many meet it, for certain and possibly."`
	Share          Share `json:"share" doc:"The count as a share."`
}

// CriterionRate is how many titles meet one criterion, or the sum of what it counts.
type CriterionRate struct {
	ID      string `json:"id" doc:"Its word in the standard's expressions."`
	Name    string `json:"name" doc:"What it is called."`
	LeftOut int    `json:"left_out" minimum:"0" doc:"How many titles the reading leaves out of its rate."`
	Rate    *Rate  `json:"rate" doc:"How many titles meet it; null where it only counts."`
	Sum     *Sum   `json:"sum" doc:"What it counts; null where it decides."`
}

// Sum is what a criterion that only counts comes to in a population, a person once for
// each title and role.
type Sum struct {
	Expression string `json:"expression" doc:"What is counted (CEL)."`
	Count      Count  `json:"count" doc:"How many are of the standard's genders; 0 of 0 where shares are averaged."`
	Share      Share  `json:"share" doc:"The count as a share."`
	MoreIn     int    `json:"more_in" minimum:"0" doc:"In how many titles there may be more than are held."`
}
