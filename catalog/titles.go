package catalog

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"runtime"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

	"golang.org/x/sync/errgroup"

	"rolecall"
	"rolecall/identity"
	"rolecall/nameindex"
)

// longestName bounds a name that is looked up, in letters; no title or person
// held by any source has a longer one.
const longestName = 500

// Which narrows a look-up by name.
type Which struct {
	// Kind is the kind of title meant, or empty for a series, a film or, where
	// there is neither, an episode.
	Kind rolecall.Kind
	// Year is the year of first showing, or 0.
	Year int
	// Sure refuses a name that several bear, however much better known one is.
	Sure bool
}

// lookable refuses names that cannot be anybody's.
func lookable(what, name string) error {
	if err := CheckText(name); err != nil {
		return err
	}
	if utf8.RuneCountInString(name) > longestName || strings.TrimSpace(name) == "" {
		return &NotFoundError{What: what, Name: name}
	}
	return nil
}

// FindTitle is the one title of a name or identifier, this catalog's or another's.
// Case, accents, punctuation and a leading article do not matter; what the text says
// beside the name narrows it: kind, year, country, season, episode. The error is a
// *NotFoundError, which says what is near, an *AmbiguousError, or says what is
// lacking of the season or episode.
func (c *Catalog) FindTitle(ctx context.Context, name string, which Which) (rolecall.Title, error) {
	if err := lookable("title", name); err != nil {
		return rolecall.Title{}, err
	}
	name = identity.PageName(name)
	identified, err := c.Identify(ctx, name)
	switch {
	case err != nil:
		return rolecall.Title{}, err
	case len(identified.Titles) == 1:
		return identified.Titles[0], nil
	case len(identified.Titles) > 1:
		return rolecall.Title{}, c.ambiguous(ctx, name, identified.Titles)
	case len(identified.People) > 0:
		return rolecall.Title{}, c.titleMissing(ctx, "title", name, nil, identified.People)
	}
	named, err := c.titlesNamed(ctx, name, which.Kind)
	if err != nil {
		return rolecall.Title{}, err
	}
	if len(named) == 0 {
		if asked := nameindex.Understand(name); !asked.Bare() || asked.Name != name {
			return c.findAsked(ctx, name, asked, which)
		}
	}
	return c.theOneOf(ctx, named, name, which, nameindex.Understand(""))
}

// findAsked is the title of a text that says more than the name: "jessica jones s2",
// "little women 2019", "Fargo (TV series)".
func (c *Catalog) findAsked(ctx context.Context, text string, asked nameindex.Asked, which Which) (rolecall.Title, error) {
	ofPart := asked.Season != nameindex.NoSeason || asked.Episode != nameindex.NoEpisode
	which.Year = cmp.Or(which.Year, asked.Year)
	switch {
	case ofPart:
		which.Kind = rolecall.Series
	case which.Kind == "":
		which.Kind = kindAsked(asked.Kind)
	}
	named, err := c.titlesNamed(ctx, asked.Name, which.Kind)
	if err != nil {
		return rolecall.Title{}, err
	}
	if ofPart && len(named) > 0 {
		if named, which.Year, err = c.ofYear(ctx, named, asked.Season, which.Year); err != nil {
			return rolecall.Title{}, err
		}
	}
	if len(named) == 0 {
		return c.theOneOf(ctx, nil, text, which, asked)
	}
	t, err := c.theOneOf(ctx, named, asked.Name, which, asked)
	if err != nil {
		return t, err
	}
	return c.part(ctx, t, asked.Season, asked.Episode)
}

// kindAsked is the kind of title that a text is after, or empty.
func kindAsked(kind nameindex.AskedKind) rolecall.Kind {
	switch kind {
	case nameindex.AskedFilm:
		return rolecall.Film
	case nameindex.AskedSeries:
		return rolecall.Series
	}
	return ""
}

// ofYear are the series of a year, or else those whose season asked for is of that
// year: "fargo s2 2015".
func (c *Catalog) ofYear(ctx context.Context, named []rolecall.Title, season, year int) ([]rolecall.Title, int, error) {
	if year == 0 || slices.ContainsFunc(named, func(t rolecall.Title) bool { return t.Year == year }) {
		return named, year, nil
	}
	var of []rolecall.Title
	for _, t := range named {
		seasons, err := c.Seasons(ctx, t.ID)
		if err != nil {
			return nil, 0, err
		}
		if slices.ContainsFunc(seasons, func(s rolecall.Title) bool { return s.Season == season && s.Year == year }) {
			of = append(of, t)
		}
	}
	if len(of) == 0 {
		return named, year, nil
	}
	return of, 0, nil
}

// theOneOf is the one title meant of those of a name.
func (c *Catalog) theOneOf(ctx context.Context, named []rolecall.Title, name string, which Which, asked nameindex.Asked) (rolecall.Title, error) {
	meant := slices.DeleteFunc(slices.Clone(named), func(t rolecall.Title) bool {
		return which.Year != 0 && t.Year != which.Year
	})
	meant = fromCountry(meant, asked.Country)
	switch {
	case len(meant) == 1:
		return meant[0], nil
	case len(meant) > 1:
		if t, outstanding := bestKnown(meant); outstanding && !which.Sure {
			return t, nil
		}
		return rolecall.Title{}, c.ambiguous(ctx, name, meant)
	case len(named) > 0 && which.Year != 0:
		return rolecall.Title{}, c.titleMissing(ctx, fmt.Sprintf("title of %d", which.Year), name, named, nil)
	case len(named) > 0:
		return rolecall.Title{}, c.titleMissing(ctx, "title from "+asked.Country, name, named, nil)
	}
	near, err := c.NearTitles(ctx, name, kindsMeant(which.Kind), 5)
	if err != nil {
		return rolecall.Title{}, err
	}
	people, err := c.peopleNamed(ctx, cmp.Or(asked.Name, name))
	if err != nil {
		return rolecall.Title{}, err
	}
	return rolecall.Title{}, c.titleMissing(ctx, "title", name, near, people)
}

// fromCountry leaves out titles that are known to be from elsewhere.
func fromCountry(titles []rolecall.Title, country string) []rolecall.Title {
	if country == "" {
		return titles
	}
	isFrom := func(t rolecall.Title) bool {
		return slices.ContainsFunc(t.Countries, func(name string) bool { return name == country || nameindex.CountryOf(name) == country })
	}
	if of := slices.DeleteFunc(slices.Clone(titles), func(t rolecall.Title) bool { return !isFrom(t) }); len(of) > 0 {
		return of
	}
	return slices.DeleteFunc(slices.Clone(titles), func(t rolecall.Title) bool { return len(t.Countries) > 0 })
}

func (c *Catalog) ambiguous(ctx context.Context, name string, titles []rolecall.Title) error {
	meant, err := c.TitleCandidates(ctx, titles)
	if err != nil {
		return err
	}
	return &AmbiguousError{Name: name, Meant: meant}
}

func (c *Catalog) titleMissing(ctx context.Context, what, name string, near []rolecall.Title, people []rolecall.Person) error {
	missing := &NotFoundError{What: what, Name: name}
	var err error
	if missing.Picked, err = c.Picked(ctx); err != nil {
		return err
	}
	if missing.Near, err = c.TitleCandidates(ctx, near); err != nil {
		return err
	}
	if missing.Others, err = c.PersonCandidates(ctx, people); err != nil {
		return err
	}
	return missing
}

// A title is so much better known than its namesakes that it is meant, if it has
// at least so many votes, and so many times those of any other. There are dozens
// of the name "Little Women"; few mean the others.
const (
	knownVotes  = 1_000
	timesBetter = 20
)

func bestKnown(titles []rolecall.Title) (rolecall.Title, bool) {
	byVotes := slices.SortedFunc(slices.Values(titles), func(a, b rolecall.Title) int { return b.Votes - a.Votes })
	best, next := byVotes[0], byVotes[1]
	return best, best.Votes >= knownVotes && best.Votes >= timesBetter*next.Votes
}

// titlesNamed are the titles of a name: of the kind asked for; else series and
// films; else, where there are none, episodes.
func (c *Catalog) titlesNamed(ctx context.Context, name string, kind rolecall.Kind) ([]rolecall.Title, error) {
	for _, kinds := range [][]rolecall.Kind{kindsMeant(kind), {rolecall.Episode}} {
		if kind != "" && !slices.Contains(kinds, kind) {
			continue
		}
		found, err := c.findExact(ctx, name, kindSet(kinds))
		if err != nil {
			return nil, err
		}
		named, err := c.titlesNumbered(ctx, found)
		slices.SortFunc(named, func(a, b rolecall.Title) int {
			return cmp.Or(a.Year-b.Year, cmp.Compare(a.SeriesName, b.SeriesName), a.Season-b.Season, a.Episode-b.Episode, cmp.Compare(a.ID, b.ID))
		})
		if err != nil || len(named) > 0 {
			return named, err
		}
	}
	return nil, nil
}

func kindsMeant(kind rolecall.Kind) []rolecall.Kind {
	if kind != "" {
		return []rolecall.Kind{kind}
	}
	return []rolecall.Kind{rolecall.Series, rolecall.Film}
}

func words[W ~string](typed []W) []string {
	plain := make([]string, len(typed))
	for i, w := range typed {
		plain[i] = string(w)
	}
	return plain
}

// NearTitles are titles of some kinds whose names are closest to the text,
// forgiving of typing errors, nearest first, at most the number given. What the text
// says beside the name goes first: where it speaks of a season or an episode
// ("jessica jones s2"), that of the series nearest to the rest; else the titles of
// that very name that are of the kind, year and country it says.
func (c *Catalog) NearTitles(ctx context.Context, text string, kinds []rolecall.Kind, most int) ([]rolecall.Title, error) {
	asked := nameindex.Understand(identity.PageName(text))
	return c.near(ctx, asked, nameindex.Query{Kinds: kindSet(kinds), Most: most}, identity.PageName(text), kinds)
}

// Near are the titles of some kinds and the people whose names are closest to the text, as
// NearTitles and NearPeople find them, but by one search: typing errors are forgiven only
// where the text is no name of either.
func (c *Catalog) Near(ctx context.Context, text string, kinds []rolecall.Kind, most int) ([]rolecall.Title, []rolecall.Person, error) {
	text = identity.PageName(text)
	found, err := c.findEach(ctx, text, nameindex.Query{Most: most}, kindSet(kinds), nameindex.KindsOf(personKind))
	if err != nil {
		return nil, nil, err
	}
	titles, err := c.titlesFound(ctx, nameindex.Understand(text), kinds, found[0], most)
	if err != nil {
		return nil, nil, err
	}
	people, err := c.peopleNumbered(ctx, found[1])
	return titles, people, err
}

// near finds titles near a text, with what it asks for first.
func (c *Catalog) near(ctx context.Context, asked nameindex.Asked, q nameindex.Query, text string, kinds []rolecall.Kind) ([]rolecall.Title, error) {
	found, err := c.find(ctx, text, q)
	if err != nil {
		return nil, err
	}
	return c.titlesFound(ctx, asked, kinds, found, q.Most)
}

// titlesFound are the titles found, with what the text asks for first.
func (c *Catalog) titlesFound(ctx context.Context, asked nameindex.Asked, kinds []rolecall.Kind, found []int32, most int) ([]rolecall.Title, error) {
	var parts []rolecall.Title
	if slices.Contains(kinds, rolecall.Season) || slices.Contains(kinds, rolecall.Series) || slices.Contains(kinds, rolecall.Episode) {
		var err error
		if parts, err = c.nearParts(ctx, asked, most); err != nil {
			return nil, err
		}
	}
	titles, err := c.titlesNumbered(ctx, found)
	if err != nil {
		return nil, err
	}
	slices.SortStableFunc(titles, func(a, b rolecall.Title) int { return fits(b, asked) - fits(a, asked) })
	titles = slices.DeleteFunc(titles, func(t rolecall.Title) bool {
		return slices.ContainsFunc(parts, func(p rolecall.Title) bool { return p.ID == t.ID })
	})
	titles = append(parts, titles...)
	return titles[:min(len(titles), most)], nil
}

// fits is how much of what a text says beside the name a title of that very name
// is; 0 for all others.
func fits(t rolecall.Title, asked nameindex.Asked) (n int) {
	if asked.Bare() || nameindex.Key(t.Name) != nameindex.Key(asked.Name) {
		return 0
	}
	for _, fit := range []bool{
		asked.Kind != nameindex.AnyKind && t.Kind == kindAsked(asked.Kind),
		asked.Year != 0 && t.Year == asked.Year,
		asked.Country != "" && slices.ContainsFunc(t.Countries, func(name string) bool { return nameindex.CountryOf(name) == asked.Country }),
	} {
		if fit {
			n++
		}
	}
	return n
}

// Suggest are titles of some kinds whose names begin as a text that somebody is
// still typing does, the best known first, at most the number given.
func (c *Catalog) Suggest(ctx context.Context, text string, kinds []rolecall.Kind, most int) ([]rolecall.Title, error) {
	asked := nameindex.Understand(identity.PageName(text))
	return c.near(ctx, asked, nameindex.Query{Kinds: kindSet(kinds), Most: most, Unfinished: true}, identity.PageName(text), kinds)
}

// mostParts is of how many series near a name the season or episode asked for is
// looked up.
const mostParts = 3

// nearParts are the seasons or episodes asked for, of the series nearest to the name.
func (c *Catalog) nearParts(ctx context.Context, asked nameindex.Asked, most int) (parts []rolecall.Title, err error) {
	if asked.Season == nameindex.NoSeason && asked.Episode == nameindex.NoEpisode {
		return nil, nil
	}
	found, err := c.find(ctx, asked.Name, nameindex.Query{Kinds: kindSet([]rolecall.Kind{rolecall.Series}), Most: min(most, mostParts), Year: asked.Year})
	if err != nil {
		return nil, err
	}
	series, err := c.titlesNumbered(ctx, found)
	if err != nil {
		return nil, err
	}
	for _, one := range series {
		part, err := c.part(ctx, one, asked.Season, asked.Episode)
		_, absent := errors.AsType[*SeasonError](err)
		_, unsaid := errors.AsType[*UnsaidSeasonError](err)
		switch {
		case absent, unsaid:
		case err != nil:
			return nil, err
		default:
			parts = append(parts, part)
		}
	}
	return parts, nil
}

// titlesNumbered are titles in the order of the numbers given.
func (c *Catalog) titlesNumbered(ctx context.Context, numbers []int32) ([]rolecall.Title, error) {
	rows, err := c.titleRowsOf(ctx, numbers)
	if err != nil {
		return nil, err
	}
	place := make(map[int32]int, len(numbers))
	for i, n := range numbers {
		place[n] = i
	}
	for _, r := range rows {
		c.titleNumbers.Add(r.ID, r.number)
	}
	slices.SortFunc(rows, func(a, b titleRow) int { return place[a.number] - place[b.number] })
	return c.detailed(ctx, rows)
}

// Title is the title of an identifier, and whether it is held.
func (c *Catalog) Title(ctx context.Context, id string) (rolecall.Title, bool, error) {
	rows, err := c.titleRowsWithID(ctx, id)
	if err != nil || len(rows) == 0 {
		return rolecall.Title{}, false, err
	}
	found, err := c.detailed(ctx, rows)
	if err != nil {
		return rolecall.Title{}, false, err
	}
	return found[0], true, nil
}

// Seasons are the seasons of a series, by number.
func (c *Catalog) Seasons(ctx context.Context, seriesID string) ([]rolecall.Title, error) {
	rows, err := c.seasons(ctx, seriesID)
	if err != nil {
		return nil, err
	}
	return c.detailed(ctx, rows)
}

// Season is one season of a series; the error is a *SeasonError if it is not
// held.
func (c *Catalog) Season(ctx context.Context, series rolecall.Title, number int) (rolecall.Title, error) {
	seasons, err := c.Seasons(ctx, series.ID)
	return numbered(series, "season", seasons, number, func(t rolecall.Title) int { return t.Season }, err)
}

// Episode is one episode of a season; the error is a *SeasonError if it is not
// held.
func (c *Catalog) Episode(ctx context.Context, season rolecall.Title, number int) (rolecall.Title, error) {
	episodes, err := c.Leaves(ctx, season, true)
	return numbered(season, "episode", episodes, number, func(t rolecall.Title) int { return t.Episode }, err)
}

func numbered(of rolecall.Title, what string, held []rolecall.Title, number int, numberOf func(rolecall.Title) int, err error) (rolecall.Title, error) {
	if err != nil {
		return rolecall.Title{}, err
	}
	missing := &SeasonError{Title: of, What: what, Number: number}
	for _, t := range held {
		if numberOf(t) == number {
			return t, nil
		}
		missing.Held = append(missing.Held, numberOf(t))
	}
	return rolecall.Title{}, missing
}

// Leaves are the leaf titles of a title, in order: a film or episode itself, the
// episodes of a season or series. The specials of a series (season 0) are left
// out unless asked for.
func (c *Catalog) Leaves(ctx context.Context, t rolecall.Title, specials bool) ([]rolecall.Title, error) {
	rows, err := c.leaves(ctx, t, specials)
	if err != nil {
		return nil, err
	}
	return c.detailed(ctx, rows)
}

func (c *Catalog) leaves(ctx context.Context, t rolecall.Title, specials bool) ([]titleRow, error) {
	if t.Kind.IsLeaf() {
		return c.titleRowsWithID(ctx, t.ID)
	}
	number, err := c.titleNumber(ctx, t.ID)
	if err != nil {
		return nil, err
	}
	episodes, err := c.episodesOf(ctx, t.Kind, number)
	if t.Kind == rolecall.Series && !specials {
		episodes = slices.DeleteFunc(episodes, func(e titleRow) bool { return e.Season == 0 })
	}
	return episodes, err
}

// titleRowsWithID is the title of an identifier, or none.
func (c *Catalog) titleRowsWithID(ctx context.Context, id string) ([]titleRow, error) {
	number, err := c.titleNumber(ctx, id)
	if err != nil || number == 0 {
		return nil, err
	}
	return c.titleRowsOf(ctx, []int32{number})
}

func (c *Catalog) seasons(ctx context.Context, seriesID string) ([]titleRow, error) {
	number, err := c.titleNumber(ctx, seriesID)
	if err != nil {
		return nil, err
	}
	return c.seasonsOf(ctx, number)
}

// number is that of a title or person, by the table; 0 if it is not held. Asked for
// by itself, it is a constant in what follows, with which DuckDB skips most of a
// table.
func (c *Catalog) number(ctx context.Context, table, id string) (int32, error) {
	found, err := collect(ctx, c, `SELECT number FROM `+table+` WHERE id = ?`, []any{id}, func(scan func(...any) error) (number int32, err error) {
		return number, scan(&number)
	})
	if err != nil || len(found) == 0 {
		return 0, err
	}
	return found[0], nil
}

// titleRow is a title as its table holds it: what it is of is known by number.
type titleRow struct {
	rolecall.Title
	number, series, seasonTitle int32
	// episodes is how many are held of it, or unsized.
	episodes int
}

func (r titleRow) numberOf() int32      { return r.number }
func (r titleRow) seriesOf() int32      { return r.series }
func (r titleRow) seasonTitleOf() int32 { return r.seasonTitle }

// mostByOne is how many rows are fetched one by one. A row takes a millisecond
// however big the table; asked for together, DuckDB reads all of every part of the
// table that has one of them.
const mostByOne = 200

// fetch reads the rows that have one of the numbers in a column, in no order.
func fetch[T any](ctx context.Context, column string, numbers []int32, read func(ctx context.Context, where string, args ...any) ([]T, error)) ([]T, error) {
	numbers = slices.Compact(slices.Sorted(slices.Values(numbers)))
	if len(numbers) > mostByOne {
		return read(ctx, `WHERE `+column+` IN `+among(numbers))
	}
	parts := make([][]T, len(numbers))
	work, ctx := errgroup.WithContext(ctx)
	work.SetLimit(runtime.GOMAXPROCS(0))
	for i, number := range numbers {
		work.Go(func() (err error) {
			parts[i], err = read(ctx, `WHERE `+column+` = ?`, number)
			return err
		})
	}
	err := work.Wait()
	return slices.Concat(parts...), err
}

// among is a set of numbers as SQL.
func among(numbers []int32) string {
	all := make([]string, len(numbers))
	for i, number := range numbers {
		all[i] = strconv.Itoa(int(number))
	}
	return "(" + strings.Join(all, ", ") + ")"
}

// each is one number of each row.
func each[T any](rows []T, of func(T) int32) []int32 {
	numbers := make([]int32, len(rows))
	for i, r := range rows {
		numbers[i] = of(r)
	}
	return numbers
}

// titleRows reads titles without what they have from their series.
func (c *Catalog) titleRows(ctx context.Context, where string, args ...any) ([]titleRow, error) {
	text := `SELECT number, id, kind::VARCHAR, name, original_name, series, season_title, season, episode, year, released,
		networks, countries, genres, languages, companies, minutes, budget, revenue, form, votes, whole, citations FROM title ` + where
	return collect(ctx, c, text, args, func(scan func(...any) error) (titleRow, error) {
		var (
			t                                      titleRow
			kind, released                         string
			networks, countries, genres, citations string
			languages, companies                   string
		)
		err := scan(&t.number, &t.ID, &kind, &t.Name, &t.OriginalName, &t.series, &t.seasonTitle, &t.Season, &t.Episode, &t.Year, &released,
			&networks, &countries, &genres, &languages, &companies, &t.Minutes, &t.Budget, &t.Revenue, &t.Form, &t.Votes, &t.Whole, &citations)
		if err != nil {
			return t, err
		}
		t.Kind, t.episodes = rolecall.Kind(kind), unsized
		t.Languages, t.Companies = linesOf(languages), linesOf(companies)
		t.Networks, t.Countries, t.Genres, t.Citations = linesOf(networks), linesOf(countries), linesOf(genres), linesOf(citations)
		t.Released, err = rolecall.ParseDate(released)
		return t, err
	})
}

// detailed adds what titles have from their season and series.
func (c *Catalog) detailed(ctx context.Context, rows []titleRow) ([]rolecall.Title, error) {
	if len(rows) == 0 {
		return nil, nil
	}
	parents, err := c.titleRowsOf(ctx, append(each(rows, titleRow.seriesOf), each(rows, titleRow.seasonTitleOf)...))
	if err != nil {
		return nil, err
	}
	of := make(map[int32]rolecall.Title, len(parents))
	for _, p := range parents {
		of[p.number] = p.Title
	}
	sizes, err := c.sizes(ctx, slices.DeleteFunc(slices.Clone(rows), func(r titleRow) bool { return r.Kind.IsLeaf() }))
	if err != nil {
		return nil, err
	}
	titles := make([]rolecall.Title, len(rows))
	for i, r := range rows {
		t, series := r.Title, of[r.series]
		t.SeriesID, t.SeriesName, t.SeasonID, t.Episodes = series.ID, series.Name, of[r.seasonTitle].ID, sizes[r.number]
		inherit(&t.Networks, series.Networks)
		inherit(&t.Countries, series.Countries)
		inherit(&t.Genres, series.Genres)
		inherit(&t.Languages, series.Languages)
		inherit(&t.Companies, series.Companies)
		titles[i] = t
	}
	return titles, nil
}

func inherit(own *[]string, series []string) {
	if len(*own) == 0 && len(series) > 0 {
		*own = series
	}
}

// sizes are the numbers of episodes held, by number of the title.
func (c *Catalog) sizes(ctx context.Context, rows []titleRow) (map[int32]int, error) {
	type size struct {
		title    int32
		episodes int
	}
	sizes := make(map[int32]int, len(rows))
	for _, r := range rows {
		if r.episodes != unsized {
			sizes[r.number] = r.episodes
		}
	}
	rows = slices.DeleteFunc(rows, func(r titleRow) bool { return r.episodes != unsized })
	found, err := fetch(ctx, "title", each(rows, titleRow.numberOf), func(ctx context.Context, where string, args ...any) ([]size, error) {
		return collect(ctx, c, `SELECT title, episodes FROM title_size `+where, args, func(scan func(...any) error) (s size, err error) {
			return s, scan(&s.title, &s.episodes)
		})
	})
	for _, s := range found {
		sizes[s.title] = s.episodes
	}
	return sizes, err
}
