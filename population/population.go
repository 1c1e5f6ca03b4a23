// Package population is the set of titles that a number is about: a filter that can
// be cited, kept, passed on and run again.
//
// All that a filter can ask of a title stands once, in the table below: its names,
// what it takes, the rule in Go, the same rule in SQL, its words, and how it is
// offered to people. The flags of the command, the parameters of addresses and their
// description, the files of populations, the words of methods and the fields of
// forms are read from the table. To add a field is to add a member to Population
// and an entry to the table; a test asks for values to try it with.
package population

import (
	"fmt"

	"rolecall"
	"rolecall/phrase"
)

// Population is the set of titles a number is about, written down as a filter so
// that it can be cited and run again. The zero Population is every title.
type Population struct {
	// Kind is the kind of title counted, or empty for every kind.
	Kind rolecall.Kind `json:"kind,omitempty"`
	// From and To bound when a title was first shown, both included. A title of
	// unknown date is in no population that is so bounded; one of which only the
	// year is known is in every population that touches its year.
	From rolecall.Date `json:"from,omitzero"`
	To   rolecall.Date `json:"to,omitzero"`
	// Networks, Countries, Genres and Series each hold the names of which a
	// title must have at least one; an empty list asks nothing.
	Networks  []string `json:"networks,omitempty"`
	Countries []string `json:"countries,omitempty"`
	Genres    []string `json:"genres,omitempty"`
	Languages []string `json:"languages,omitempty"`
	Companies []string `json:"companies,omitempty"`
	Series    []string `json:"series,omitempty"`
	// WithoutGenres holds the genres of which a title must have none; one of unknown
	// genres has none.
	WithoutGenres []string `json:"without_genres,omitempty"`
	// SeasonNumber is the number of a season, or of the season of an episode; 0 asks nothing.
	SeasonNumber int `json:"season_number,omitempty"`
	// MinBudget and MaxBudget bound what a title cost to make, in US dollars, both included;
	// 0 asks nothing. A title of unknown budget is in no population that is so bounded.
	MinBudget int64 `json:"min_budget,omitempty"`
	MaxBudget int64 `json:"max_budget,omitempty"`
	// MinEpisodes is the least number of episodes of a season or series.
	MinEpisodes int `json:"min_episodes,omitempty"`
	// Specials takes in the seasons 0 and their episodes, which are left out
	// otherwise (docs/method.md, rule 7).
	Specials bool `json:"specials,omitempty"`
	// Shorts takes in films that are known to be no features, which are left out
	// otherwise (docs/method.md, rule 11).
	Shorts bool `json:"shorts,omitempty"`
	// Top keeps, of each year, only as many of those that pass all else, the ones
	// with the most by TopBy; 0 keeps all. A title without a year or of which that is
	// not known is not among them; where it is equal, the lesser identifier goes first.
	Top int `json:"top,omitempty"`
	// TopBy is what Top goes by, votes where it is empty.
	TopBy TopBy `json:"by,omitempty"`
	// Titles are those listed, of which a title must be one or a part; an empty list
	// asks nothing. In JSON a Listing stands for them.
	Titles List `json:"-"`
}

// fields is the table. Files and forms have them in this order, a sentence in that of
// their places.
var fields = []Field{
	{
		Key: "kind", Flag: "kind", Help: "only titles of this kind: series, film, season or episode",
		Choices: words(rolecall.Kinds()), IsFrame: true,
		Form:  Form{Label: "Kind", Choices: formKinds()},
		value: parsed(func(p *Population) *rolecall.Kind { return &p.Kind }, rolecall.ParseKind),
		rule:  func(p Population, t rolecall.Title) bool { return t.Kind == p.Kind },
		sql:   func(p Population, c Columns) Condition { return Where(c.Kind()+` = ?::kind`, string(p.Kind)) },
	},
	{
		Key: "from", Flag: "from", Help: "only titles first shown from this year or date on", Example: "2015",
		Needs: []Detail{Dates}, Form: Form{Label: "First shown from", Placeholder: "2010"},
		value: parsed(func(p *Population) *rolecall.Date { return &p.From }, rolecall.ParseDate),
		rule:  func(p Population, t rolecall.Title) bool { return shown(t, p.From, rolecall.Date{}) },
		sql:   func(p Population, c Columns) Condition { return dateCondition(c, p.From, `>=`) },
		check: datesInOrder,
		place: 6, words: datesWords,
	},
	{
		Key: "to", Flag: "to", Help: "only titles first shown up to this year or date",
		Needs: []Detail{Dates}, Form: Form{Label: "to", Placeholder: "2018"},
		value: parsed(func(p *Population) *rolecall.Date { return &p.To }, rolecall.ParseDate),
		rule:  func(p Population, t rolecall.Title) bool { return shown(t, rolecall.Date{}, p.To) },
		sql:   func(p Population, c Columns) Condition { return dateCondition(c, p.To, `<=`) },
		place: 6, words: upToWords,
	},
	{
		Flag: "dates", Help: "both at once, such as 2010..2018 or 2017-06-01..2018-05-31",
		Instead: []string{"from", "to"}, value: bothDates,
	},
	named(Field{
		Key: "networks", Flag: "network", Help: "only titles of this network",
		Needs: []Detail{Networks}, Form: Form{Label: "Network"},
		place: 7, words: func(p Population) string { return " on " + phrase.Or(p.Networks) },
	}, asWritten, func(p *Population) *[]string { return &p.Networks }, func(t rolecall.Title) []string { return t.Networks }),
	named(Field{
		Key: "countries", Flag: "country", Help: "only titles from this country, or from EU or Nordic, which stand for theirs",
		Needs: []Detail{Countries}, Form: Form{Label: "Country"},
		place: 5, words: func(p Population) string { return " from " + countriesWords(p.Countries) },
	}, eachCountry, func(p *Population) *[]string { return &p.Countries }, func(t rolecall.Title) []string { return t.Countries }),
	named(Field{
		Key: "genres", Flag: "genre", Help: "only titles of this genre",
		Needs: []Detail{Genres}, Form: Form{Label: "Genre"},
		place: 4, words: func(p Population) string { return " in the genre " + phrase.Or(p.Genres) },
	}, asWritten, func(p *Population) *[]string { return &p.Genres }, func(t rolecall.Title) []string { return t.Genres }),
	{
		Key: "without_genres", Flag: "without-genre", Help: "only titles that are not of this genre", Type: Names,
		Needs: []Detail{Genres}, Form: Form{Label: "Not of the genre"},
		value: several(func(p *Population) *[]string { return &p.WithoutGenres }),
		rule:  func(p Population, t rolecall.Title) bool { return !anyOf(p.WithoutGenres, t.Genres) },
		sql: func(p Population, c Columns) Condition {
			return namesCondition(c.Names(`genres`), p.WithoutGenres).not()
		},
		place: 4, words: func(p Population) string { return " not in the genre " + phrase.Or(p.WithoutGenres) },
	},
	named(Field{
		Key: "languages", Flag: "language", Help: "only titles made in this language",
		Needs: []Detail{Languages}, Form: Form{Label: "Original language"},
		place: 5, words: func(p Population) string { return " in " + phrase.Or(p.Languages) },
	}, asWritten, func(p *Population) *[]string { return &p.Languages }, func(t rolecall.Title) []string { return t.Languages }),
	named(Field{
		Key: "companies", Flag: "company", Help: "only titles that this company produced",
		Needs: []Detail{Companies}, Form: Form{Label: "Produced by"},
		place: 7, words: func(p Population) string { return " produced by " + phrase.Or(p.Companies) },
	}, asWritten, func(p *Population) *[]string { return &p.Companies }, func(t rolecall.Title) []string { return t.Companies }),
	{
		Key: "min_budget", Flag: "min-budget", Help: "only titles that cost at least so many US dollars, such as 15M",
		Needs: []Detail{Budgets}, Form: Form{Label: "Budget in US dollars, at least", Placeholder: "15M"},
		value: dollars(func(p *Population) *int64 { return &p.MinBudget }),
		rule:  func(p Population, t rolecall.Title) bool { return t.Budget >= p.MinBudget },
		sql:   func(p Population, c Columns) Condition { return Where(c.Own(`budget`)+` >= ?`, p.MinBudget) },
		check: budgetsInOrder,
		place: 9, words: func(p Population) string { return " with a budget of " + Dollars(p.MinBudget) + " or more" },
	},
	{
		Key: "max_budget", Flag: "max-budget", Help: "only titles that cost at most so many US dollars",
		Needs: []Detail{Budgets}, Form: Form{Label: "at most", Placeholder: "100M"},
		value: dollars(func(p *Population) *int64 { return &p.MaxBudget }),
		rule:  func(p Population, t rolecall.Title) bool { return t.Budget > 0 && t.Budget <= p.MaxBudget },
		sql: func(p Population, c Columns) Condition {
			return Where(c.Own(`budget`)+` BETWEEN 1 AND ?`, p.MaxBudget)
		},
		place: 9, words: func(p Population) string { return " with a budget of " + Dollars(p.MaxBudget) + " or less" },
	},
	{
		Key: "season_number", Flag: "season-number", Help: "only seasons of this number, or episodes of them: 1 for first seasons", Type: Number,
		Kinds: []rolecall.Kind{rolecall.Season, rolecall.Episode}, Form: Form{Label: "Season number"},
		value: number(func(p *Population) *int { return &p.SeasonNumber }),
		rule: func(p Population, t rolecall.Title) bool {
			return (t.Kind == rolecall.Season || t.Kind == rolecall.Episode) && t.Season == p.SeasonNumber
		},
		sql: func(p Population, c Columns) Condition {
			return Where(`(`+c.Kind()+` IN ('season', 'episode') AND `+c.Season()+` = ?)`, p.SeasonNumber)
		},
		check: func(p Population) error { return seasonNumber(p) },
		place: 2, words: func(p Population) string { return fmt.Sprintf(" of season %d", p.SeasonNumber) },
	},
	{
		Key: "series", Flag: "series", Help: "only titles of this series, by name or identifier", Type: Names,
		Form:  Form{Label: "Series"},
		Held:  &Bearer{"the series", `kind = 'series' AND lower(?) IN (lower(name), lower(id))`},
		value: several(func(p *Population) *[]string { return &p.Series }),
		rule:  func(p Population, t rolecall.Title) bool { return anyOf(p.Series, seriesOf(t)) },
		sql:   func(p Population, c Columns) Condition { return namesCondition(c.SeriesNames(), p.Series) },
		place: 3, words: func(p Population) string { return " of " + phrase.Or(p.Series) },
	},
	{
		Key: "min_episodes", Flag: "min-episodes", Help: "only seasons or series with at least this many episodes", Type: Number,
		Kinds: []rolecall.Kind{rolecall.Season, rolecall.Series}, Form: Form{Label: "Episodes, at least"},
		value: number(func(p *Population) *int { return &p.MinEpisodes }),
		rule:  func(p Population, t rolecall.Title) bool { return t.Episodes >= p.MinEpisodes },
		sql:   func(p Population, c Columns) Condition { return Where(c.Episodes()+` >= ?`, p.MinEpisodes) },
		check: func(p Population) error { return leastEpisodes(p) },
		place: 2, words: func(p Population) string { return fmt.Sprintf(" of %d or more episodes", p.MinEpisodes) },
	},
	{
		Key: "specials", Flag: "specials", Help: "seasons 0 and their episodes too", Type: YesNo, IsFrame: true, Form: Form{Label: "Specials too"},
		value:  yesNo(func(p *Population) *bool { return &p.Specials }),
		unless: func(t rolecall.Title) bool { return !t.IsSpecial() },
		unlessSQL: func(c Columns) Condition {
			return Where(`NOT (` + c.Kind() + ` IN ('season', 'episode') AND ` + c.Season() + ` = 0)`)
		},
		place: 1, words: func(Population) string { return " (specials too)" },
	},
	{
		Key: "shorts", Flag: "shorts", Help: "films shorter than a feature too: those of less than 60 minutes, or called shorts by their source", Type: YesNo, IsFrame: true, Form: Form{Label: "Short films too"},
		value:  yesNo(func(p *Population) *bool { return &p.Shorts }),
		unless: func(t rolecall.Title) bool { return !t.IsShort() },
		unlessSQL: func(c Columns) Condition {
			return Where(`NOT ` + c.Short())
		},
		place: 1, words: func(Population) string { return " (shorts too)" },
	},
	{
		Key: "titles", Flag: "titles", Help: "only the titles listed in this file, or parts of them: CSV, XLSX or lines of identifiers, addresses or names", Type: Identifiers,
		Doc:   "Only these titles, by identifier or address (IMDb, Wikidata, TMDB or this catalog's), or parts of them.",
		Form:  Form{Label: "Only these, by identifier or address, a line each", IsLong: true},
		value: listed(func(p *Population) *List { return &p.Titles }),
		rule:  func(p Population, t rolecall.Title) bool { return isListed(p.Titles, t) },
		sql:   func(p Population, c Columns) Condition { return listCondition(c, p.Titles) },
		place: 8, words: func(p Population) string { return " among " + p.Titles.Words() },
	},
	{
		Key: "top", Flag: "top", Help: "of each year, only so many titles with the most votes, or by --top-by", Type: Number, OfOthers: true,
		Needs: []Detail{Dates, Votes}, Form: Form{Label: "Of each year, the top by votes", Placeholder: "all"},
		needing: func(p Population) []Detail { return []Detail{Dates, p.topBy().needs()} },
		value:   number(func(p *Population) *int { return &p.Top }),
		sql:     topCondition,
		check:   func(p Population) error { return notBelow0(p.Top, "the number of titles with the most votes") },
		around: func(p Population, words string) string {
			return fmt.Sprintf("the %d with the %s of each year among the %s", p.Top, p.topBy().words(), words)
		},
	},
	{
		Key: "by", Flag: "top-by", Help: "what --top goes by: votes, revenue or budget", OfOthers: true, Choices: words(TopBys()),
		Needs: []Detail{Votes, Revenues}, Form: Form{Label: "by", Choices: topByChoices()},
		value: parsed(func(p *Population) *TopBy { return &p.TopBy }, ParseTopBy),
		check: topIsAsked,
	},
}
