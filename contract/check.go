package contract

import "rolecall"

// Check is the answer about the claims of one article.
type Check struct {
	Article
	Catalog Catalog `json:"catalog" doc:"What the answer was given from."`
}

// Checks is the answer about the claims of several articles.
type Checks struct {
	Articles []Article  `json:"articles" doc:"What was found in each."`
	Repeated []Repeated `json:"repeated" doc:"The claims that are contradicted or that several articles make."`
	Catalog  Catalog    `json:"catalog" doc:"What the answer was given from."`
}

// Article is one article with its claims and who speaks in it. Places are bytes of its
// text, from 0, the end not included.
type Article struct {
	Source      string          `json:"source" doc:"The file or address it came from; empty of a text sent over HTTP."`
	Title       string          `json:"article_title,omitempty" doc:"The headline, where it has one."`
	Text        *string         `json:"text,omitempty" doc:"The text that places point into, where it was asked for."`
	Boilerplate []Boilerplate   `json:"boilerplate" doc:"What belongs to the site around it and is left unread."`
	Claims      []Claim         `json:"claims" doc:"What it says of credits, in its order; at most 4000."`
	MoreClaims  int             `json:"more_claims,omitempty" minimum:"1" doc:"How many claims were found after those listed."`
	Mentions    []Mention       `json:"mentions" doc:"The titles and people it names, in its order."`
	Spoken      *Spoken         `json:"quotes,omitempty" doc:"Who speaks in it, where it was asked for."`
	Hearing     *Hearing        `json:"hearing,omitempty" doc:"What became of what a language model read in it, where one was asked."`
	Pages       map[string]Page `json:"pages" doc:"Every page that the evidence cites, by key."`
}

// Hearing is what became of what a language model said of an article.
type Hearing struct {
	Witness   string      `json:"witness" doc:"The model, by the name that its server has for it."`
	Passages  int         `json:"passages" minimum:"0" doc:"Into how many the article was cut."`
	Unheard   []Unheard   `json:"unheard" doc:"The passages of which it gave no answer of use."`
	Unfounded []Unfounded `json:"unfounded" doc:"What it said that the article does not bear out."`
	Dropped   int         `json:"dropped" minimum:"0" doc:"How many claims Rolecall read and left out, as the model reads most of the article the same and not these."`
}

// Unheard is a passage without an answer.
type Unheard struct {
	Start int    `json:"start" minimum:"0" doc:"Where it begins."`
	End   int    `json:"end" minimum:"0" doc:"Where it ends."`
	Why   string `json:"why" doc:"What is the matter with the answer."`
}

// Unfounded is what a language model said of words that do not bear it out.
type Unfounded struct {
	Start  int    `json:"start" minimum:"0" doc:"Where the words begin, or the passage where they do not stand in it."`
	End    int    `json:"end" minimum:"0" doc:"Where they end."`
	Kind   string `json:"kind" doc:"The kind of claim that it took them for."`
	Title  string `json:"title" doc:"The title that it took them to be about."`
	Person string `json:"person" doc:"The person that it took them to be about."`
	Why    string `json:"why" doc:"Why it is no claim."`
}

// Text is an article that is sent to be checked.
type Text struct {
	Text string `json:"text" minLength:"1" maxLength:"60000" doc:"The article, in English."`
}

// Boilerplate is a stretch of a page that is no part of the article.
type Boilerplate struct {
	Start int    `json:"start" minimum:"0" doc:"Where it begins."`
	End   int    `json:"end" minimum:"0" doc:"Where it ends."`
	Why   string `json:"why" doc:"What it is: links to other stories."`
}

// Claim is what an article says of credits, with the verdict on it. What the words do
// not say is null.
type Claim struct {
	Quote      string           `json:"quote" doc:"The words that make the claim."`
	Start      int              `json:"start" minimum:"0" doc:"Where they begin."`
	End        int              `json:"end" minimum:"0" doc:"Where they end."`
	Line       *int             `json:"line" minimum:"1" doc:"The line of the file on which they begin; null of a text that is no file, or where they are not found as they stand."`
	Column     *int             `json:"column" minimum:"1" doc:"The character of the line at which they begin."`
	Kind       string           `json:"kind" enum:"every,count,share,credit,date,episodes,rank,compare" doc:"What it is about."`
	Title      *string          `json:"title" doc:"The title meant, by name."`
	TitleID    *string          `json:"title_id" doc:"Its identifier; null where the catalog does not hold it."`
	Season     *int             `json:"season" minimum:"0" doc:"The season meant; null where it is none, or several."`
	Seasons    []int            `json:"seasons" doc:"The seasons meant; empty of a whole title."`
	Year       *int             `json:"year" doc:"The year meant, or the first of several."`
	YearTo     *int             `json:"year_to" doc:"The last of several years; null of one year."`
	Role       *string          `json:"role" doc:"The role: one of the catalog, star (the leading part), or other (a job outside film, or left open)."`
	Person     *string          `json:"person" doc:"The person meant, by name."`
	PersonID   *string          `json:"person_id" doc:"Their identifier; null where the catalog does not hold them, or several of the name."`
	Gender     *rolecall.Gender `json:"gender" doc:"The gender it speaks of."`
	Value      *float64         `json:"value" doc:"The number claimed; of a share in percent, of a rank the place."`
	ValueWords *string          `json:"value_words" doc:"What is claimed in words: majority; March 8, 2018."`
	Bound      *string          `json:"bound" enum:"more,less,least,most,about" doc:"How the words bound the number."`
	Of         *float64         `json:"of" doc:"The whole that the number is a part of."`
	Unit       *string          `json:"unit" doc:"What is counted: episode, film, series, person."`
	Negated    bool             `json:"negated" doc:"Whether it is denied: no woman; did not direct."`
	Speaker    *string          `json:"speaker" doc:"Who says it, where the article does not say it itself."`
	Witness    *string          `json:"witness" doc:"The language model that alone reads it so; null where Rolecall does. Such a claim is never contradicted."`
	Verdict    string           `json:"verdict" enum:"supported,contradicted,unverifiable" doc:"Contradicted only if nothing that is missing could make it true, supported only if nothing could make it false."`
	Reason     string           `json:"reason" doc:"Why, in a sentence without its full stop."`
	Evidence   []Evidence       `json:"evidence" doc:"The rows it rests on; none after two thousand in one article."`
}

// Evidence is one credit or date of the catalog, or a count.
type Evidence struct {
	TitleID string          `json:"title_id,omitempty" doc:"The title's identifier; left out of a population."`
	Title   string          `json:"title" doc:"The title, or the population in words."`
	Role    rolecall.Role   `json:"role,omitempty" doc:"The role of a credit."`
	Person  string          `json:"person,omitempty" doc:"Who holds it, by name."`
	Gender  rolecall.Gender `json:"gender,omitempty" doc:"What sources state of them."`
	Date    string          `json:"date,omitempty" doc:"When the title was first shown, as 2018-03-08 or as closely as is known."`
	Counted *Counted        `json:"counted,omitempty" doc:"The count; left out of a single credit or date."`
	Sources []string        `json:"sources" doc:"Keys of the pages that say so."`
}

// Counted is a count that a verdict rests on.
type Counted struct {
	What     string `json:"what" doc:"What is counted, of what."`
	Certain  int    `json:"certain" minimum:"0" doc:"How many have it by what is stated."`
	Possible int    `json:"possible" minimum:"0" doc:"How many would have it if everything not stated turned out so."`
	Of       int    `json:"of" minimum:"0" doc:"How many were counted."`
}

// Mention is a title or person that an article names.
type Mention struct {
	Text  string  `json:"text" doc:"The words that name it."`
	Start int     `json:"start" minimum:"0" doc:"Where they begin."`
	End   int     `json:"end" minimum:"0" doc:"Where they end."`
	Kind  string  `json:"kind" enum:"person,title" doc:"What it is."`
	ID    *string `json:"id" doc:"Its identifier; null where the catalog does not hold it, or several of the name."`
	Name  string  `json:"name" doc:"What the catalog, or else the text, calls it in full."`
}

// Spoken is who speaks in an article, and how much, by the stated gender of the
// speaker.
type Spoken struct {
	Quotations Tally       `json:"quotations" doc:"Quotations."`
	Words      Tally       `json:"words" doc:"The words of the quotations."`
	All        []Quotation `json:"all" doc:"The quotations, in the order of the text."`
	SetAside   []SetAside  `json:"set_aside" doc:"What looks like a quotation and is none."`
}

// Quotation is what an article has somebody say. What the words do not say is null.
type Quotation struct {
	Text    string          `json:"text" doc:"What is said."`
	Start   int             `json:"start" minimum:"0" doc:"Where it begins."`
	End     int             `json:"end" minimum:"0" doc:"Where it ends."`
	Direct  bool            `json:"direct" doc:"Whether it stands in quotation marks or is the turn of an interview; else it is reported."`
	Speaker *string         `json:"speaker" doc:"Who speaks, by name."`
	Called  *string         `json:"called" doc:"What the text calls a speaker whom it does not name: critics, a spokesman."`
	ID      *string         `json:"speaker_id" doc:"The speaker's identifier; null where the catalog does not hold them, or several of the name."`
	Gender  rolecall.Gender `json:"gender" doc:"What sources state of the speaker."`
	Verb    *string         `json:"verb" doc:"How it is said: revealed."`
	Words   int             `json:"words" minimum:"0" doc:"How many words it has."`
	Where   *string         `json:"where" doc:"To whom or in what it was said: Variety."`
}

// SetAside is what looks like a quotation and is none.
type SetAside struct {
	Text  string `json:"text" doc:"The words, with their marks."`
	Start int    `json:"start" minimum:"0" doc:"Where they begin."`
	End   int    `json:"end" minimum:"0" doc:"Where they end."`
	Why   string `json:"why" doc:"Why it is none: a title."`
}

// Repeated is a claim that is contradicted or that several articles make.
type Repeated struct {
	Verdict string   `json:"verdict" enum:"supported,contradicted,unverifiable" doc:"The verdict on it."`
	Quote   string   `json:"quote" doc:"The words of the first that makes it."`
	Sources []string `json:"sources" doc:"The articles that make it."`
}
