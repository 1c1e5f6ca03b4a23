package contract

import "rolecall"

// Search is the answer about a text: titles and people near it.
type Search struct {
	Text    string        `json:"text" doc:"What was looked for."`
	Titles  []Title       `json:"titles" doc:"Titles, the nearest first."`
	People  []FoundPerson `json:"people" doc:"People, the nearest first."`
	Catalog Catalog       `json:"catalog" doc:"What the answer was given from."`
}

// FoundPerson is a person whose name is near a text.
type FoundPerson struct {
	ID         string          `json:"id" doc:"The identifier in this catalog."`
	Name       string          `json:"name" doc:"The name they use now."`
	NativeName string          `json:"native_name,omitempty" doc:"The name in their own script, where that differs."`
	Gender     rolecall.Gender `json:"gender" doc:"What sources state."`
}

// Suggestions is what the search field of the pages offers as somebody types.
type Suggestions []Suggestion

// Suggestion is one thing that the search field offers.
type Suggestion struct {
	Label   string `json:"label" doc:"The name."`
	Note    string `json:"note" doc:"What tells it from others of the name: its kind, year and series."`
	Address string `json:"address" doc:"The address of its page on this server."`
}
