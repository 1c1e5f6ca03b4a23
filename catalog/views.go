package catalog

import (
	"fmt"
	"slices"
	"strings"

	"rolecall"
	"rolecall/phrase"
)

// This file is the one place where it stands what people who ask for data themselves find:
// the views, their columns, and what each means. Questions in SQL are asked of them, exports
// are made of them, and their descriptions are read from here. The tables below them change
// with the program; the views do not, but by columns that are added.
//
// A view is made for a connection when it is asked for, and not kept in the file, so that
// the catalogs that are there need not be built anew for them.

// View is a table as it is promised to whoever asks for data.
type View struct {
	Name string
	// About says what a row is.
	About string
	// Key are the columns that tell rows apart; none where several together need not.
	Key     []string
	Columns []ViewColumn

	// from is where its rows come from, joins what is joined to them for some columns, by
	// a word; the names in braces are tables of the catalog, and anybody its people whether their own rows are held back or not.
	from  string
	joins map[string]string
	// order is how its rows are sorted in a file.
	order string
}

// ViewColumn is a column of a view.
type ViewColumn struct {
	Name string
	Type ColumnType
	// Unit is what a number counts; empty of others.
	Unit string
	// About says what it holds, and what it means where there is nothing.
	About string
	// Needed says that there is always something.
	Needed bool
	// Choices are all values there can be, nil where there is no end of them.
	Choices []string
	// Of names the view whose key it is, where it is one.
	Of string

	value string
	// joins are the words of those that the value is made with.
	joins []string
}

// ColumnType is what the values of a column are.
type ColumnType string

// The types. Texts is a list.
const (
	Text   ColumnType = "text"
	Number ColumnType = "whole number"
	YesNo  ColumnType = "yes or no"
	Texts  ColumnType = "list of texts"
)

// Views are all views, those first that others refer to.
func Views() []View { return slices.Clone(views) }

// viewOf is the view of a name, and whether there is one.
func viewOf(name string) (View, bool) {
	at := slices.IndexFunc(views, func(v View) bool { return v.Name == name })
	if at < 0 {
		return View{}, false
	}
	return views[at], true
}

// Column is the column of a name, and whether there is one.
func (v View) Column(name string) (ViewColumn, bool) {
	at := slices.IndexFunc(v.Columns, func(c ViewColumn) bool { return c.Name == name })
	if at < 0 {
		return ViewColumn{}, false
	}
	return v.Columns[at], true
}

// tables says how the tables of a catalog are called where a view is made.
type tables func(name string) string

// query is the view as a query of some of its columns, which joins no more than these
// need: the whole of a view of 90 million rows is joined to five tables, and most questions
// ask for two.
func (v View) query(named tables, wanted func(column string) bool) string {
	var values, joined []string
	for _, c := range v.Columns {
		if !wanted(c.Name) {
			continue
		}
		values = append(values, c.value+` AS `+quoted(c.Name))
		for _, join := range c.joins {
			if text := v.joins[join]; !slices.Contains(joined, text) {
				joined = append(joined, text)
			}
		}
	}
	if len(values) == 0 { // the rows are counted
		values = []string{`1 AS "row"`}
	}
	return withTables(`SELECT `+strings.Join(values, `, `)+` FROM `+strings.Join(append([]string{v.from}, joined...), ` `), named)
}

// withTables puts the names of tables where braces are.
func withTables(text string, named tables) string {
	var out strings.Builder
	for {
		before, rest, found := strings.Cut(text, "{")
		out.WriteString(before)
		if !found {
			return out.String()
		}
		name, after, _ := strings.Cut(rest, "}")
		out.WriteString(named(name))
		text = after
	}
}

func everyColumn(string) bool { return true }

// quoted is a name as SQL has it, whatever is in it.
func quoted(name string) string { return `"` + strings.ReplaceAll(name, `"`, `""`) + `"` }

// literal is a text as SQL has it.
func literal(text string) string { return `'` + strings.ReplaceAll(text, `'`, `''`) + `'` }

func literals[W ~string](words []W) string {
	return strings.Join(phrase.Each(words, func(w W) string { return literal(string(w)) }), `, `)
}

// orNothing is a value where it is something, and null where it is what stands for nothing.
func orNothing(value, nothing string) string { return `nullif(` + value + `, ` + nothing + `)` }

// textColumn makes a column of text.
func textColumn(name, value, about string, joins ...string) ViewColumn {
	return ViewColumn{Name: name, Type: Text, About: about, value: value, joins: joins}
}

// counting makes one of whole numbers that count something.
func counting(name, unit, value, about string, joins ...string) ViewColumn {
	return ViewColumn{Name: name, Type: Number, Unit: unit, About: about, value: value, joins: joins}
}

func (c ViewColumn) needed() ViewColumn { c.Needed = true; return c }

func (c ViewColumn) typed(t ColumnType) ViewColumn { c.Type = t; return c }

func (c ViewColumn) of(view string) ViewColumn { c.Of = view; return c }

func (c ViewColumn) among(choices ...string) ViewColumn { c.Choices = choices; return c }

// several makes a list of a column that holds several values.
func several(name, value, about string, joins ...string) ViewColumn {
	return ViewColumn{Name: name, Type: Texts, About: about, Needed: true, joins: joins,
		value: `CASE WHEN ` + value + ` = '' THEN []::VARCHAR[] ELSE string_split(` + value + `, chr(10)) END`}
}

// ownOrSeries is a column of a title, or of its series where it has none of its own.
func ownOrSeries(name string) string {
	return `(CASE WHEN t.` + name + ` = '' THEN coalesce(s.` + name + `, '') ELSE t.` + name + ` END)`
}

// onTitle is true of the credits of which it is known on which film or episode they are.
var onTitle = `(c.scope = 'title' OR c.role NOT IN (` + literals(byEpisode()) + `))`

func byEpisode() []rolecall.Role {
	return slices.DeleteFunc(rolecall.Roles(), func(r rolecall.Role) bool { return !r.ByEpisode() })
}

// someGender makes the columns of a tally that say whose gender is among those credited.
func someGender() (all []ViewColumn) {
	for i, g := range rolecall.Genders() {
		about := "Whether there is a " + g.Words() + " among those credited in the role on each of these films or episodes."
		switch g {
		case rolecall.Nonbinary:
			about = "Whether there is a non-binary person among them."
		case rolecall.Unknown:
			about = "Whether there is somebody among them whose gender is not known."
		}
		all = append(all, ViewColumn{Name: "some_" + string(g), Type: YesNo, Needed: true, About: about, value: fmt.Sprintf(`(k.genders & %d) > 0`, 1<<i)})
	}
	return all
}

// genderCounts makes the columns of a tally.
func genderCounts(unit, table string) []ViewColumn {
	return []ViewColumn{
		counting("women", unit, table+`.women`, "How many are stated to be women.").needed(),
		counting("men", unit, table+`.men`, "How many are stated to be men.").needed(),
		counting("nonbinary", unit, table+`.nonbinary`, "How many are stated to be non-binary.").needed(),
		counting("unknown", unit, table+`.unknown`, "Of how many nothing is stated, or sources of equal weight disagree.").needed(),
	}
}

func genderWords() []string {
	return phrase.Each(rolecall.Genders(), func(g rolecall.Gender) string { return string(g) })
}

func kindsInWords(kinds ...rolecall.Kind) []string {
	return phrase.Each(kinds, func(k rolecall.Kind) string { return string(k) })
}

const titleOfRow = `JOIN {title} t ON t.number = `

var views = []View{
	{
		Name: "catalog", About: "What this catalog is, in one row.", Key: []string{"content_hash"}, from: `{catalog} a`,
		Columns: []ViewColumn{
			textColumn("content_hash", `a.content_hash`, "The hash of its content, in hexadecimal: the same for the same facts. Cite it with a number.").needed(),
			textColumn("name", `a.name`, "What it is called.").needed(),
			textColumn("built", `a.built`, "When it was built, as RFC 3339 writes it.").needed(),
			textColumn("program", `a.program`, "The version of the program that built it."),
			counting("schema_version", "", `a.schema_version`, "The version of its tables.").needed(),
		},
	},
	{
		Name: "source", About: "An origin of facts.", Key: []string{"source"}, from: `{source} o`, order: "source",
		Columns: []ViewColumn{
			textColumn("source", `o.id`, "The word by which rows refer to it.").needed(),
			textColumn("name", `o.name`, "What it is called.").needed(),
			textColumn("licence", `o.licence`, "Under what licence its facts are, in its own words or as it says nothing.").needed(),
			textColumn("address", orNothing(`o.address`, `''`), "Where it was taken from."),
			textColumn("retrieved", orNothing(`o.retrieved`, `''`), "The day it was taken."),
			textColumn("checksum", orNothing(`o.checksum`, `''`), "The digest of what was read, with the way it was made before it."),
			textColumn("hand_picked", `o.hand_picked`, "Whether its titles were chosen one by one, so that nothing can be said of how rare a thing is.").typed(YesNo).needed(),
		},
	},
	{
		Name: "page", About: "A page that rows cite.", Key: []string{"page"}, from: `{page} a`, order: "page",
		Columns: []ViewColumn{
			textColumn("page", `a.key`, "The key by which rows cite it.").needed(),
			textColumn("source", `a.source_id`, "The source that cites it.").needed().of("source"),
			textColumn("address", `a.address`, "Where it lies.").needed(),
			textColumn("publisher", orNothing(`a.publisher`, `''`), "Who publishes it."),
			textColumn("name", orNothing(`a.title`, `''`), "What it is called."),
			textColumn("retrieved", orNothing(`a.retrieved`, `''`), "The day it was read."),
			textColumn("copy", orNothing(`a.copy`, `''`), "The archived copy that was read, where it was not the page itself."),
		},
	},
	{
		Name: "role", About: "A role that is counted.", Key: []string{"role"}, order: "role",
		from: `(SELECT role, by_episode FROM {role} UNION ALL SELECT 'lead', false) r`,
		Columns: []ViewColumn{
			textColumn("role", `r.role`, "Its word. A lead is the member of the cast billed first; no credit has it as its role.").needed(),
			textColumn("side", `CASE WHEN r.role IN ('cast', 'lead') THEN 'front' ELSE 'behind' END`, "Whether it is in front of the camera or behind it.").needed().among("front", "behind"),
			textColumn("by_episode", `r.by_episode`, "Whether it changes hands from episode to episode, so that a page that names a season's does not say whose each episode is.").typed(YesNo).needed(),
		},
	},
	{
		Name: "title", About: "A film, series, season or episode.", Key: []string{"title"}, from: `{title} t`, order: "title",
		joins: map[string]string{
			"series": `LEFT JOIN {title} s ON s.number = t.series`,
			"season": `LEFT JOIN {title} w ON w.number = t.season_title`,
			"size":   `LEFT JOIN {title_size} z ON z.title = t.number`,
		},
		Columns: []ViewColumn{
			textColumn("title", `t.id`, "Its identifier in this catalog.").needed(),
			textColumn("kind", `t.kind`, "What it is.").needed().among(kindsInWords(rolecall.Kinds()...)...),
			textColumn("name", `t.name`, "What it is called; of a season, its series.").needed(),
			textColumn("original_name", orNothing(`t.original_name`, `''`), "What it is called in its own language, where that differs."),
			textColumn("series", `s.id`, "The series of a season or episode.", "series").of("title"),
			textColumn("series_name", `s.name`, "The name of that series.", "series"),
			textColumn("season_title", `w.id`, "The season of an episode, and of a season itself.", "season").of("title"),
			counting("season", "", `CASE WHEN t.kind IN ('season', 'episode') THEN `+orNothing(`t.season`, `-1`)+` END`, "The number of the season; 0 are the specials."),
			counting("episode", "", orNothing(`t.episode`, `0`), "The number of an episode in its season."),
			counting("year", "year", orNothing(`CASE WHEN t.released <> '' THEN left(t.released, 4)::INTEGER ELSE t.year::INTEGER END`, `0`), "The year it was first shown."),
			textColumn("released", orNothing(`t.released`, `''`), "The day it was first shown, as 2018-03-08, or the month or year where no more is known."),
			several("networks", ownOrSeries("networks"), "Who first showed it; where it says nothing, who showed its series.", "series"),
			several("countries", ownOrSeries("countries"), "Where it, or its series, is from.", "series"),
			several("genres", ownOrSeries("genres"), "Of what genres it, or its series, is.", "series"),
			several("languages", ownOrSeries("languages"), "In what languages it, or its series, was made.", "series"),
			several("companies", ownOrSeries("companies"), "Who produced it, or its series.", "series"),
			counting("minutes", "minutes", orNothing(`t.minutes`, `0`), "How long it runs."),
			counting("budget", "US dollars", orNothing(`t.budget`, `0`), "What it cost to make."),
			counting("revenue", "US dollars", orNothing(`t.revenue`, `0`), "What it took at the box office."),
			textColumn("form", orNothing(`t.form`, `''`), "The closer word of the source, such as short."),
			counting("votes", "votes", orNothing(`t.votes`, `0`), "How many votes it has, where the source counts them."),
			counting("episodes", "episodes", `CASE WHEN t.kind IN ('season', 'series') THEN coalesce(z.episodes, 0) END`, "How many episodes of a season or series the catalog has; specials count in their own season only.", "size"),
			textColumn("whole", `CASE WHEN t.kind = 'season' THEN t.whole END`, "Whether all episodes of a season are known to be in the catalog.").typed(YesNo),
			several("pages", `t.citations`, "The keys of the pages that it is taken from, where these are kept row by row."),
		},
	},
	{
		Name: "population", About: "A title of the population asked about: without one, every film and every season but specials.", Key: []string{"title"}, from: `{chosen} p`, order: "title",
		joins: map[string]string{"title": titleOfRow + `p.number`},
		Columns: []ViewColumn{
			textColumn("title", `t.id`, "The title.", "title").needed().of("title"),
			textColumn("kind", `p.kind`, "What it is.").needed().among(kindsInWords(rolecall.Kinds()...)...),
			counting("leaves", "films or episodes", `CASE WHEN p.kind IN ('film', 'season') THEN p.leaves END`, "How many films or episodes a film or season comes to; nothing of other titles."),
		},
	},
	{
		Name: "alternative_name", About: "What else a title is called.", from: `{alternative_name} n`, order: "title, name",
		joins: map[string]string{"title": titleOfRow + `n.title`},
		Columns: []ViewColumn{
			textColumn("title", `t.id`, "The title.", "title").needed().of("title"),
			textColumn("name", `n.name`, "The other name.").needed(),
		},
	},
	{
		Name: "title_identifier", About: "What a title is called elsewhere.", from: `{identifier} i JOIN {title} t ON t.id = i.owner_id`, order: "title, scheme, value",
		Columns: []ViewColumn{
			textColumn("title", `t.id`, "The title.").needed().of("title"),
			textColumn("scheme", `i.scheme`, "Whose identifier it is.").needed().among("imdb", "wikidata", "tmdb"),
			textColumn("value", `i.value`, "The identifier there.").needed(),
		},
	},
	{
		Name: "list", About: "A title on a list that somebody keeps.", Key: []string{"list", "title"}, from: `{listed} l`, order: "list, title",
		joins: map[string]string{"title": titleOfRow + `l.title`},
		Columns: []ViewColumn{
			textColumn("list", `l.list`, "The name of the list.").needed(),
			textColumn("title", `t.id`, "The title.", "title").needed().of("title"),
		},
	},
	{
		Name: "person", About: "Somebody credited.", Key: []string{"person"}, from: `{person} p`, order: "person",
		joins: map[string]string{"gender": `LEFT JOIN {person_gender} g ON g.person = p.number`},
		Columns: []ViewColumn{
			textColumn("person", `p.id`, "The person's identifier in this catalog.").needed(),
			textColumn("name", orNothing(`p.name`, `''`), "The name they use now; nothing where no source names them."),
			textColumn("native_name", orNothing(`p.native_name`, `''`), "The name in their own script, where that differs."),
			counting("born", "year", orNothing(`p.born`, `0`), "The year of birth, as IMDb states it."),
			textColumn("gender", `coalesce(g.gender, 'unknown')`, "What the statements about them come to; unknown where there is none, or they disagree.", "gender").needed().among(genderWords()...),
		},
	},
	{
		Name: "person_identifier", About: "What a person is called elsewhere.", from: `{identifier} i JOIN {person} p ON p.id = i.owner_id`, order: "person, scheme, value",
		Columns: []ViewColumn{
			textColumn("person", `p.id`, "The person.").needed().of("person"),
			textColumn("scheme", `i.scheme`, "Whose identifier it is.").needed().among("imdb", "wikidata", "tmdb"),
			textColumn("value", `i.value`, "The identifier there.").needed(),
		},
	},
	{
		Name: "statement", About: "What one source says of one person's gender.", from: `{statement} s`, order: "person, precedence, source, gender, page, wording, date",
		joins: map[string]string{"person": `JOIN {anybody} p ON p.number = s.person`},
		Columns: []ViewColumn{
			textColumn("person", `p.id`, "The person.", "person").needed().of("person"),
			textColumn("gender", `s.gender`, "What is stated; unknown of somebody who declines to say.").needed().among(genderWords()...),
			textColumn("wording", orNothing(`s.wording`, `''`), "The source's own words."),
			textColumn("form", orNothing(`s.form`, `''`), "How a page words it: pronoun, noun, list or group; nothing of other sources."),
			textColumn("precedence", `s.precedence`, "How much it weighs: of several statements those of the highest precedence decide.").needed().
				among(phrase.Each(rolecall.Precedences(), rolecall.Precedence.String)...),
			textColumn("source", `s.source_id`, "The source.").needed().of("source"),
			textColumn("page", orNothing(`s.citation`, `''`), "The page that says it.").of("page"),
			textColumn("date", orNothing(`s.date`, `''`), "When it was stated, as far as is known."),
		},
	},
	{
		Name: "gender", About: "What the statements about a person come to, of everybody about whom there is one.", Key: []string{"person"}, from: `{person_gender} g`, order: "person",
		joins: map[string]string{"person": `JOIN {anybody} p ON p.number = g.person`},
		Columns: []ViewColumn{
			textColumn("person", `p.id`, "The person.", "person").needed().of("person"),
			textColumn("gender", `g.gender`, "What those of the highest precedence say; unknown where they disagree.").needed().among(genderWords()...),
			textColumn("conflict", `g.conflict`, "Whether they disagree.").typed(YesNo).needed(),
		},
	},
	{
		Name: "credit", About: "One person in one role on one film or episode.", Key: []string{"title", "person", "role"}, from: `{credit} c`, order: "title, role, billing, person",
		joins: map[string]string{
			"title":  titleOfRow + `c.title`,
			"work":   `LEFT JOIN {title} w ON w.number = c.work`,
			"kind":   `LEFT JOIN {work} k ON k.number = c.work`,
			"person": `JOIN {person} p ON p.number = c.person`,
			"gender": `LEFT JOIN {person_gender} g ON g.person = c.person`,
		},
		Columns: []ViewColumn{
			textColumn("title", `t.id`, "The film or episode; the season or series, where it is not said on which episodes.", "title").needed().of("title"),
			textColumn("work", `w.id`, "The film, or the season of the episode, for which the credit counts; nothing where the season is not known.", "work").of("title"),
			textColumn("work_kind", `k.kind`, "Whether that is a film or a season.", "kind").among(kindsInWords(rolecall.Film, rolecall.Season)...),
			textColumn("person", `p.id`, "The person.", "person").needed().of("person"),
			textColumn("role", `c.role`, "The role.").needed().of("role"),
			textColumn("job", orNothing(`c.job`, `''`), "The job in the words of the source."),
			several("characters", `c.characters`, "The characters played."),
			counting("billing", "place", orNothing(`c.billing`, `0`), "The place in the order of billing; the cast member at 1 is the lead."),
			textColumn("scope", `c.scope`, "What the source speaks of: the title itself, its whole season or its whole series.").needed().among("title", "season", "series"),
			textColumn("on_title", onTitle, "Whether it is known on which film or episode the credit is, so that it is counted in the units credits and titles.").typed(YesNo).needed(),
			textColumn("gender", `coalesce(g.gender, 'unknown')`, "What the statements about the person come to.", "gender").needed().among(genderWords()...),
			several("pages", `c.citations`, "The keys of the pages that it is taken from, where these are kept row by row."),
		},
	},
	{
		Name: "slate", About: "The distinct people of a film or season in a role, by gender. A role in which nobody is credited has no row: all of it is unknown.",
		Key: []string{"title", "role"}, from: `{work_person} s`, order: "title, role",
		joins: map[string]string{"title": titleOfRow + `s.work`, "work": `JOIN {work} k ON k.number = s.work`},
		Columns: slices.Concat([]ViewColumn{
			textColumn("title", `t.id`, "The film or season.", "title").needed().of("title"),
			textColumn("kind", `k.kind`, "Which of both it is.", "work").needed().among(kindsInWords(rolecall.Film, rolecall.Season)...),
			counting("year", "year", orNothing(`k.year::INTEGER`, `0`), "The year it was first shown.", "work"),
			textColumn("role", `s.role`, "The role.").needed().of("role"),
		}, genderCounts("people", "s"), []ViewColumn{
			counting("people", "people", `s.women + s.men + s.nonbinary + s.unknown`, "How many people there are, the unknown among them.").needed(),
			counting("credited", "films or episodes", `s.titles`, "On how many of its films or episodes somebody is credited in the role.").needed(),
			counting("leaves", "films or episodes", `k.leaves`, "How many films or episodes it comes to.", "work").needed(),
		}),
	},
	{
		Name: "tally", About: "The films or episodes of a film or season on which the same genders are among those credited in a role, and the credits on them.",
		Key: []string{"title", "role", "some_woman", "some_man", "some_nonbinary", "some_unknown"}, from: `{work_credit} k`, order: "title, role, some_woman, some_man, some_nonbinary, some_unknown",
		joins: map[string]string{"title": titleOfRow + `k.work`, "work": `JOIN {work} w ON w.number = k.work`},
		Columns: slices.Concat([]ViewColumn{
			textColumn("title", `t.id`, "The film or season.", "title").needed().of("title"),
			textColumn("kind", `w.kind`, "Which of both it is.", "work").needed().among(kindsInWords(rolecall.Film, rolecall.Season)...),
			counting("year", "year", orNothing(`w.year::INTEGER`, `0`), "The year it was first shown.", "work"),
			textColumn("role", `k.role`, "The role.").needed().of("role"),
		}, someGender(), []ViewColumn{
			counting("titles", "films or episodes", `k.titles`, "How many films or episodes are so.").needed(),
		}, genderCounts("credits", "k")),
	},
}
