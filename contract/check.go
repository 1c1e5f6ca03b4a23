package contract

import (
	"rolecall"
	"rolecall/press"
	"rolecall/press/verdict"
)

// Check is the answer about the claims of one article.
type Check struct {
	Article
	Catalog Catalog `json:"catalog"`
}

// Checks is the answer about the claims of several articles.
type Checks struct {
	Articles []Article  `json:"articles"`
	Repeated []Repeated `json:"repeated"`
	Catalog  Catalog    `json:"catalog"`
}

// Article is one article with its claims and who speaks in it.
type Article struct {
	Source      string            `json:"source"`
	Title       any               `json:"article_title,omitempty"`
	Text        any               `json:"text,omitempty"`
	Boilerplate []press.Furniture `json:"boilerplate"`
	Claims      []Claim           `json:"claims"`
	Mentions    []Mention         `json:"mentions"`
	Spoken      *Spoken           `json:"quotes,omitempty"`
	Pages       map[string]Page   `json:"pages"`
}

// Claim is what an article says of credits, with the verdict on it.
type Claim struct {
	Quote    string          `json:"quote"`
	Start    int             `json:"start"`
	End      int             `json:"end"`
	Kind     string          `json:"kind"`
	Title    any             `json:"title"`
	TitleID  any             `json:"title_id"`
	Season   any             `json:"season"`
	Seasons  []int           `json:"seasons"`
	Year     any             `json:"year"`
	Role     any             `json:"role"`
	Person   any             `json:"person"`
	PersonID any             `json:"person_id"`
	Gender   any             `json:"gender"`
	Value    any             `json:"value"`
	Bound    any             `json:"bound"`
	Of       any             `json:"of"`
	Unit     any             `json:"unit"`
	Negated  bool            `json:"negated"`
	Speaker  any             `json:"speaker"`
	Verdict  verdict.Verdict `json:"verdict"`
	Reason   string          `json:"reason"`
	Evidence []verdict.Row   `json:"evidence"`
}

// Mention is a title or person that an article names.
type Mention struct {
	Text  string `json:"text"`
	Start int    `json:"start"`
	End   int    `json:"end"`
	Kind  string `json:"kind"`
	ID    any    `json:"id"`
	Name  string `json:"name"`
}

// Spoken is who speaks in an article, and how much.
type Spoken struct {
	Quotations Tally       `json:"quotations"`
	Words      Tally       `json:"words"`
	All        []Quotation `json:"all"`
	SetAside   []SetAside  `json:"set_aside"`
}

// Quotation is what an article has somebody say.
type Quotation struct {
	Text    string          `json:"text"`
	Start   int             `json:"start"`
	End     int             `json:"end"`
	Direct  bool            `json:"direct"`
	Speaker any             `json:"speaker"`
	Called  any             `json:"called"`
	ID      any             `json:"speaker_id"`
	Gender  rolecall.Gender `json:"gender"`
	Verb    any             `json:"verb"`
	Words   int             `json:"words"`
	Where   any             `json:"where"`
}

// SetAside is what looks like a quotation and is none.
type SetAside struct {
	Text  string `json:"text"`
	Start int    `json:"start"`
	End   int    `json:"end"`
	Why   string `json:"why"`
}

// Repeated is a claim that is contradicted or that several articles make.
type Repeated struct {
	Verdict verdict.Verdict `json:"verdict"`
	Quote   string          `json:"quote"`
	Sources []string        `json:"sources"`
}
