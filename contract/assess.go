package contract

import (
	"rolecall"
	"rolecall/standard"
)

// Assess is the answer about a title by published standards.
type Assess struct {
	Title       Title        `json:"title"`
	Assessments []Assessment `json:"assessments"`
	Method      *Method      `json:"method,omitempty"`
	Catalog     Catalog      `json:"catalog"`
}

// Assessment is what one standard says of a title.
type Assessment struct {
	Standard Standard `json:"standard"`
	// Verdict is of the whole; null where the standard leaves its criteria side
	// by side.
	Verdict   *standard.Verdict `json:"verdict"`
	WouldMeet string            `json:"would_meet,omitempty"`
	Criteria  []Criterion       `json:"criteria"`
}

// Criterion is what becomes of one criterion of a standard.
type Criterion struct {
	ID        string           `json:"id"`
	Name      string           `json:"name"`
	Wording   string           `json:"wording,omitempty"`
	Verdict   standard.Verdict `json:"verdict"`
	Points    int              `json:"points"`
	Count     string           `json:"count,omitempty"`
	Met       string           `json:"met,omitempty"`
	NotMet    string           `json:"not_met,omitempty"`
	Judgement string           `json:"judgement,omitempty"`
	Tests     []Test           `json:"tests"`
	WouldMeet string           `json:"would_meet,omitempty"`
	Missing   []Gap            `json:"missing"`
}

// Test is one comparison of a criterion.
type Test struct {
	Groups []string      `json:"groups"`
	Unit   rolecall.Unit `json:"unit"`
	// Certain and Possible are of the standard's genders; there may be more than
	// Of where Open.
	Certain   int      `json:"certain"`
	Possible  int      `json:"possible"`
	Of        int      `json:"of"`
	Open      bool     `json:"open"`
	Share     bool     `json:"share"`
	Operator  string   `json:"operator,omitempty"`
	Threshold *float64 `json:"threshold,omitempty"`
	Against   []string `json:"against,omitempty"`
}

// Gap is what is not known of a group of people.
type Gap struct {
	Group      string            `json:"group"`
	Unheld     bool              `json:"unheld"`
	Partial    bool              `json:"partial"`
	People     []MissingPerson   `json:"people"`
	Uncredited []UncreditedTitle `json:"uncredited"`
}

// MissingPerson is a person whose gender is not stated.
type MissingPerson struct {
	ID   string `json:"id"`
	Name string `json:"name"`
}

// UncreditedTitle is the films or episodes of which no credit in a role is held.
type UncreditedTitle struct {
	Role   rolecall.Role `json:"role"`
	Titles []string      `json:"titles"`
	Of     int           `json:"of"`
}

// Standards is the answer about the standards there are.
type Standards struct {
	Standards []Standard `json:"standards"`
}

// Standard is a published rubric, as it is read.
type Standard struct {
	ID        string            `json:"id"`
	Name      string            `json:"name"`
	Publisher string            `json:"publisher"`
	Year      int               `json:"year"`
	AppliesTo []rolecall.Kind   `json:"applies_to"`
	Genders   []rolecall.Gender `json:"genders"`
	Wording   string            `json:"wording"`
	Reading   string            `json:"reading,omitempty"`
	CannotSee string            `json:"cannot_see,omitempty"`
	Passes    string            `json:"passes,omitempty"`
	Citations []StandardPage    `json:"citations"`
}

// StandardPage is a page in which a standard was read.
type StandardPage struct {
	Publisher string `json:"publisher"`
	Title     string `json:"title"`
	Address   string `json:"address"`
	Read      string `json:"read"`
}

// PassRates is the answer about how many titles of a population meet standards.
type PassRates struct {
	Rates   []Rates `json:"rates"`
	Catalog Catalog `json:"catalog"`
}

// Rates is how many titles of a population meet one standard.
type Rates struct {
	Standard   Standard   `json:"standard"`
	Population Population `json:"population"`
	// Rate is of the whole; null where the standard has no decision.
	Rate     *Rate           `json:"rate"`
	Criteria []CriterionRate `json:"criteria"`
	Notes    []string        `json:"notes"`
	Method   *Method         `json:"method,omitempty"`
}

// Rate is how many titles came to each verdict.
type Rate struct {
	Met            int            `json:"met"`
	NotMet         int            `json:"not_met"`
	Unknown        int            `json:"unknown"`
	NeedsJudgement int            `json:"needs_judgement"`
	Count          Count          `json:"count"`
	Share          rolecall.Share `json:"share"`
}

// CriterionRate is how many titles meet one criterion, or the sum of what it
// counts.
type CriterionRate struct {
	ID   string `json:"id"`
	Name string `json:"name"`
	// Rate is null where the criterion only counts, Sum where it decides.
	Rate *Rate `json:"rate"`
	Sum  *Sum  `json:"sum"`
}

// Sum is what a criterion that only counts comes to in a population.
type Sum struct {
	Expression string         `json:"expression"`
	Count      Count          `json:"count"`
	Share      rolecall.Share `json:"share"`
	// MoreIn is in how many titles there may be more than are held.
	MoreIn int `json:"more_in"`
}
