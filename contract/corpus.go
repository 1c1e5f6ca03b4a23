package contract

import "rolecall"

// Corpus is the answer about an archive of articles that was checked: who is quoted, which
// claims are repeated and contradicted, which titles and people are covered.
type Corpus struct {
	Copies   string `json:"copies" enum:"outlet,once,each" doc:"How articles count that are copies of each other: once in each outlet, once, or each."`
	Finding  string `json:"finding" doc:"What was found, in a sentence."`
	Finished bool   `json:"finished" doc:"Whether all of the archive has been read."`
	// Documents counts all that was read or left out.
	Documents    int             `json:"documents" minimum:"0" doc:"How many documents there are, those that were left out among them."`
	Articles     int             `json:"articles" minimum:"0" doc:"How many were read, copies among them."`
	Texts        int             `json:"texts" minimum:"0" doc:"How many of these are no copies of an earlier one."`
	All          CorpusGroup     `json:"all" doc:"The whole, as it is counted."`
	Parts        []CorpusPart    `json:"parts" doc:"The same by each field that was asked for."`
	Speakers     []CorpusSpeaker `json:"speakers" doc:"Those quoted for the most words."`
	Contradicted CorpusClaims    `json:"contradicted" doc:"Claims that rows of the catalog contradict, those in the most outlets first."`
	Repeated     CorpusClaims    `json:"repeated" doc:"Claims that several outlets make, those in the most first."`
	Titles       []CorpusCovered `json:"titles" doc:"The titles that the most articles name."`
	People       []CorpusCovered `json:"people" doc:"The people whom the most articles name."`
	Named        Tally           `json:"named" doc:"All people who are named, by gender."`
	Slates       []CorpusSlate   `json:"slates" doc:"The coverage of titles by who directed them; empty where the catalog of the check is not at hand."`
	LeftOut      []CorpusLeftOut `json:"left_out" doc:"What was not read, by kind."`
	Notes        []string        `json:"notes" doc:"What a reader may otherwise take wrong."`
	Catalog      Catalog         `json:"catalog" doc:"What claims were checked by."`
}

// CorpusPart is an archive by a field.
type CorpusPart struct {
	By     string        `json:"by" enum:"outlet,section,author,month" doc:"The field."`
	Groups []CorpusGroup `json:"groups" doc:"Its values: months in their order, others by their articles."`
}

// CorpusGroup is the articles of one value of a field. Of several authors each counts.
type CorpusGroup struct {
	Value        string `json:"value" doc:"The value; empty where it is not known, and of the whole."`
	Articles     int    `json:"articles" minimum:"0" doc:"How many articles count."`
	Named        int    `json:"named" minimum:"0" doc:"How many of them name something in the catalog; of the others nothing else was kept."`
	Claims       int    `json:"claims" minimum:"0" doc:"How many claims they make."`
	Contradicted int    `json:"contradicted" minimum:"0" doc:"How many of these are contradicted."`
	Supported    int    `json:"supported" minimum:"0" doc:"How many are supported."`
	Speakers     Tally  `json:"speakers" doc:"People who are quoted by name, each once, by stated gender."`
	Quotations   Tally  `json:"quotations" doc:"Quotations, by the stated gender of who speaks."`
	Words        Tally  `json:"words" doc:"The words of the quotations."`
	Share        Share  `json:"share" doc:"The share of women among the words."`
}

// CorpusSpeaker is somebody who is quoted.
type CorpusSpeaker struct {
	ID         *string         `json:"id" doc:"The identifier; null where the catalog does not hold them, or several of the name."`
	Name       string          `json:"name" doc:"The name."`
	Gender     rolecall.Gender `json:"gender" doc:"What sources state of them."`
	Quotations int             `json:"quotations" minimum:"0" doc:"How many quotations."`
	Words      int             `json:"words" minimum:"0" doc:"How many words they have."`
	Articles   int             `json:"articles" minimum:"0" doc:"In how many articles."`
	Outlets    int             `json:"outlets" minimum:"0" doc:"In how many outlets."`
}

// CorpusClaims are claims, the first of so many.
type CorpusClaims struct {
	Count int           `json:"count" minimum:"0" doc:"How many different ones there are."`
	Rows  []CorpusClaim `json:"rows" doc:"The first of them."`
}

// CorpusClaim is a claim that articles make, in the same or other words.
type CorpusClaim struct {
	Kind     string  `json:"kind" enum:"every,count,share,credit,date,episodes,rank,compare" doc:"What it is about."`
	Quote    string  `json:"quote" doc:"The words of the first that makes it."`
	Title    *string `json:"title" doc:"The title meant, by name."`
	TitleID  *string `json:"title_id" doc:"Its identifier; null where the catalog does not hold it."`
	Verdict  string  `json:"verdict" enum:"supported,contradicted,unverifiable" doc:"The verdict on it."`
	Reason   string  `json:"reason" doc:"Why."`
	Evidence string  `json:"evidence" doc:"The first rows that it rests on, in words."`
	Sources  string  `json:"sources" doc:"Keys of the pages that say so, with semicolons between them."`
	Articles int     `json:"articles" minimum:"0" doc:"How many articles that count make it."`
	Outlets  int     `json:"outlets" minimum:"0" doc:"In how many outlets."`
	Texts    int     `json:"texts" minimum:"0" doc:"How many of the articles that make it are no copies of another."`
	// First is where it was first seen.
	First CorpusSeen `json:"first" doc:"The article of the earliest date that makes it; of those without a date, the first read."`
}

// CorpusSeen is an article of an archive.
type CorpusSeen struct {
	Outlet string `json:"outlet" doc:"The outlet; empty where not known."`
	Date   string `json:"date" doc:"The date, as 2018-03-08, 2018-03 or 2018; empty where not known."`
	Source string `json:"source" doc:"The file it stands in."`
	Place  string `json:"place" doc:"Where in the file; empty of a file that is one article."`
	// Address is a text of the archive.
	Address string `json:"address" doc:"Where it is on the web, as the archive says; empty where it does not."`
}

// CorpusCovered is a title or person that articles name.
type CorpusCovered struct {
	ID       string          `json:"id" doc:"The identifier."`
	Name     string          `json:"name" doc:"The name."`
	Gender   rolecall.Gender `json:"gender,omitempty" doc:"What sources state of a person; left out of titles."`
	Slate    string          `json:"slate,omitempty" enum:"all women,not all women,not known" doc:"Who directed a title; left out of people, and where the catalog of the check is not at hand."`
	Articles int             `json:"articles" minimum:"0" doc:"How many articles name it."`
	Outlets  int             `json:"outlets" minimum:"0" doc:"In how many outlets."`
	Times    int             `json:"times" minimum:"0" doc:"How often."`
}

// CorpusSlate is the coverage of the titles of one kind of slate. A series is of all women if
// each of its seasons is.
type CorpusSlate struct {
	Slate    string `json:"slate" enum:"all women,not all women,not known" doc:"Who directed the titles."`
	Titles   int    `json:"titles" minimum:"0" doc:"How many titles are named."`
	Mentions int    `json:"mentions" minimum:"0" doc:"In how many articles, one counting for each title that it names."`
	Times    int    `json:"times" minimum:"0" doc:"How often."`
}

// CorpusLeftOut is a reason for which documents were not read.
type CorpusLeftOut struct {
	Kind      string `json:"kind" doc:"The reason in a few words."`
	Documents int    `json:"documents" minimum:"0" doc:"How many."`
	Source    string `json:"source" doc:"The file of the first."`
	Place     string `json:"place" doc:"Where in the file; empty of a whole file."`
	Why       string `json:"why" doc:"What was the matter with the first."`
}
