package contract

import "rolecall"

// Person is the answer about a person: credits, and what is stated of them.
type Person struct {
	Person     Identity        `json:"person"`
	Statements []Statement     `json:"statements"`
	Credits    []Work          `json:"credits"`
	Pages      map[string]Page `json:"pages"`
	Catalog    Catalog         `json:"catalog"`
}

// Identity is who a person is, and the gender they are counted as.
type Identity struct {
	ID         string          `json:"id"`
	Name       string          `json:"name"`
	NativeName string          `json:"native_name,omitempty"`
	Gender     rolecall.Gender `json:"gender"`
	Conflict   bool            `json:"conflict"`
}

// Statement is what a source says of a person's gender.
type Statement struct {
	Gender     rolecall.Gender `json:"gender"`
	Wording    string          `json:"wording"`
	Precedence string          `json:"precedence"`
	Source     string          `json:"source"`
	Page       *Page           `json:"page"`
	Decides    bool            `json:"decides"`
}

// Work is a person's credits in one role of a film or season.
type Work struct {
	Title      Title          `json:"title"`
	Role       rolecall.Role  `json:"role"`
	Side       rolecall.Side  `json:"side"`
	Titles     []int          `json:"titles"`
	TitleIDs   []string       `json:"title_ids"`
	Job        string         `json:"job"`
	Characters []string       `json:"characters"`
	Scope      rolecall.Scope `json:"scope"`
	Sources    []string       `json:"sources"`
}

// Search is the answer about a text: titles and people near it.
type Search struct {
	Text    string        `json:"text"`
	Titles  []Title       `json:"titles"`
	People  []FoundPerson `json:"people"`
	Catalog Catalog       `json:"catalog"`
}

// FoundPerson is a person whose name is near a text.
type FoundPerson struct {
	ID         string          `json:"id"`
	Name       string          `json:"name"`
	NativeName string          `json:"native_name,omitempty"`
	Gender     rolecall.Gender `json:"gender"`
}
