package render

import (
	"slices"
	"strconv"
	"strings"

	"rolecall"
	"rolecall/measure"
)

type titleJSON struct {
	ID           string        `json:"id"`
	Kind         rolecall.Kind `json:"kind"`
	Name         string        `json:"name"`
	OriginalName string        `json:"original_name,omitempty"`
	SeriesID     string        `json:"series_id,omitempty"`
	Series       string        `json:"series,omitempty"`
	// Season and Episode are pointers because 0 is a season: the specials.
	Season    *int     `json:"season,omitempty"`
	Episode   *int     `json:"episode,omitempty"`
	Year      int      `json:"year,omitempty"`
	Released  string   `json:"released,omitempty"`
	Episodes  int      `json:"episodes"`
	Whole     *bool    `json:"whole,omitempty"`
	Networks  []string `json:"networks"`
	Countries []string `json:"countries"`
	Genres    []string `json:"genres"`
}

func titleObject(t rolecall.Title) titleJSON {
	o := titleJSON{
		ID: t.ID, Kind: t.Kind, Name: t.Name, OriginalName: t.OriginalName, SeriesID: t.SeriesID, Series: t.SeriesName,
		Year: t.Year, Released: t.Released.String(), Episodes: t.Episodes,
		Networks: orEmpty(t.Networks), Countries: orEmpty(t.Countries), Genres: orEmpty(t.Genres),
	}
	switch t.Kind {
	case rolecall.Season:
		o.Season, o.Whole = &t.Season, &t.Whole
	case rolecall.Episode:
		o.Season, o.Episode = &t.Season, &t.Episode
	}
	return o
}

type roleJSON struct {
	Side     rolecall.Side  `json:"side"`
	Role     rolecall.Role  `json:"role"`
	Tally    rolecall.Tally `json:"tally"`
	Share    rolecall.Share `json:"share"`
	Credits  rolecall.Tally `json:"credits"`
	Episodes episodesJSON   `json:"episodes"`
	People   []creditedJSON `json:"people"`
}

type episodesJSON struct {
	Any rolecall.Tally `json:"any"`
	All rolecall.Tally `json:"all"`
	Of  int            `json:"of"`
}

func episodesObject(p rolecall.PerTitle) episodesJSON {
	return episodesJSON{Any: p.AnyTally(), All: p.AllTally(), Of: len(p)}
}

type creditedJSON struct {
	ID     string          `json:"id"`
	Name   string          `json:"name"`
	Gender rolecall.Gender `json:"gender"`
	// Titles are episode numbers for a season; for a series, places in its run
	// from 1; 1 for a film.
	Titles     []int          `json:"titles"`
	TitleIDs   []string       `json:"title_ids"`
	Job        string         `json:"job"`
	Characters []string       `json:"characters"`
	Billing    int            `json:"billing,omitempty"`
	Scope      rolecall.Scope `json:"scope"`
	Sources    []string       `json:"sources"`
}

type seasonJSON struct {
	ID       string           `json:"id"`
	Season   int              `json:"season"`
	Year     int              `json:"year,omitempty"`
	Episodes int              `json:"episodes"`
	Whole    bool             `json:"whole"`
	Roles    []seasonRoleJSON `json:"roles"`
}

type seasonRoleJSON struct {
	Side     rolecall.Side  `json:"side"`
	Role     rolecall.Role  `json:"role"`
	Tally    rolecall.Tally `json:"tally"`
	Episodes episodesJSON   `json:"episodes"`
}

func (s Show) object() any {
	l := s.Lineup
	object := struct {
		Title    titleJSON                `json:"title"`
		Headline string                   `json:"headline"`
		Roles    []roleJSON               `json:"roles"`
		Seasons  []seasonJSON             `json:"seasons,omitempty"`
		Leaves   []titleJSON              `json:"leaves"`
		Rarity   *rarityJSON              `json:"rarity,omitempty"`
		Pages    map[string]rolecall.Page `json:"pages"`
		Catalog  about                    `json:"catalog"`
	}{
		Title: titleObject(l.Title), Headline: Headline(l), Rarity: s.rarityObject(), Pages: l.Pages, Catalog: aboutCatalog(s.Catalog),
	}
	for _, r := range l.Roles {
		object.Roles = append(object.Roles, roleObject(l, r))
	}
	for _, season := range l.Seasons {
		object.Seasons = append(object.Seasons, seasonObject(season))
	}
	object.Leaves = []titleJSON{}
	for _, leaf := range l.Leaves {
		object.Leaves = append(object.Leaves, titleObject(leaf))
	}
	return object
}

func roleObject(l measure.Lineup, r measure.RoleCount) roleJSON {
	o := roleJSON{
		Side: r.Role.Side(), Role: r.Role, Tally: r.People, Credits: r.Credits,
		Share: r.People.Count(rolecall.Woman).Share(), Episodes: episodesObject(r.PerTitle), People: []creditedJSON{},
	}
	for _, c := range r.Credited {
		person := creditedJSON{
			ID: c.Person.ID, Name: c.Person.Name, Gender: c.Person.Gender, Job: c.Job,
			Characters: orEmpty(c.Characters), Billing: c.Billing, Scope: c.Scope, Sources: orEmpty(c.Citations),
			Titles: []int{}, TitleIDs: []string{},
		}
		for _, i := range c.Leaves {
			person.Titles = append(person.Titles, titleNumber(l, i))
			person.TitleIDs = append(person.TitleIDs, l.Leaves[i].ID)
		}
		o.People = append(o.People, person)
	}
	return o
}

// titleNumber is an episode's number within a season, or its place in the run of
// a series.
func titleNumber(l measure.Lineup, leaf int) int {
	if t := l.Leaves[leaf]; l.Title.Kind != rolecall.Series && t.Kind == rolecall.Episode {
		return t.Episode
	}
	return leaf + 1
}

func seasonObject(s measure.SeasonCount) seasonJSON {
	o := seasonJSON{ID: s.Season.ID, Season: s.Season.Season, Year: s.Season.Year, Episodes: s.Season.Episodes, Whole: s.Season.Whole}
	for _, role := range rolecall.Roles() {
		if tally, held := s.People[role]; held {
			o.Roles = append(o.Roles, seasonRoleJSON{role.Side(), role, tally, episodesObject(s.PerTitle[role])})
		}
	}
	return o
}

// rows are the credits one by one, the row behind every number.
func (s Show) rows() [][]string {
	rows := [][]string{{"title_id", "season", "episode", "name", "released", "side", "role", "person_id", "person", "gender", "job", "characters", "billing", "scope", "sources"}}
	for _, r := range s.Lineup.Roles {
		for _, c := range r.Credited {
			var leaves []rolecall.Title
			for _, i := range c.Leaves {
				leaves = append(leaves, s.Lineup.Leaves[i])
			}
			for _, leaf := range orWhole(leaves, s.Lineup.Title) {
				rows = append(rows, []string{
					leaf.ID, number(leaf.Season, leaf.Kind == rolecall.Episode), number(leaf.Episode, leaf.Kind == rolecall.Episode),
					leaf.Name, leaf.First().String(), string(r.Role.Side()), string(r.Role), c.Person.ID, c.Person.Name, string(c.Person.Gender),
					c.Job, strings.Join(c.Characters, "; "), number(c.Billing, c.Billing > 0), string(c.Scope), strings.Join(c.Citations, "; "),
				})
			}
		}
	}
	return rows
}

// orWhole are the leaf titles of a credit, or the whole season or series where
// the source does not say which episodes.
func orWhole(leaves []rolecall.Title, whole rolecall.Title) []rolecall.Title {
	if len(leaves) == 0 {
		return []rolecall.Title{whole}
	}
	return leaves
}

// number is empty where there is none.
func number(n int, there bool) string {
	if !there {
		return ""
	}
	return strconv.Itoa(n)
}

func (s Show) markdown(p *page) {
	p.line("## %s", Masthead(s.Lineup.Title))
	p.line("")
	p.line("**%s**", Headline(s.Lineup))
	p.line("")
	shares := [][]string{append([]string{"side", "role"}, shareHeader(s.Lineup)...)}
	for _, side := range []rolecall.Side{rolecall.Behind, rolecall.Front} {
		for _, row := range s.shareRows(side) {
			shares = append(shares, append([]string{string(side)}, row...))
		}
	}
	p.markdownTable(shares)
	if len(s.Lineup.Seasons) > 0 {
		p.line("")
		p.markdownTable(s.seasonRows())
	}
	p.line("")
	people := [][]string{{"role", "person", "gender", "character or job", "episodes"}}
	for _, r := range s.Lineup.Roles {
		for _, c := range r.Credited {
			people = append(people, []string{
				r.Role.Words(), c.Person.Name, c.Person.Gender.Words(),
				strings.Join(append(slices.Clone(c.Characters), single(c.Job)...), ", "), episodesOf(s.Lineup, c),
			})
		}
	}
	p.markdownTable(people)
	s.rarityMarkdown(p)
	p.line("")
	p.line("*%s*", footer(s.Catalog))
}

// single is a list of one text, or of none where it is empty.
func single(text string) []string {
	if text == "" {
		return nil
	}
	return []string{text}
}
