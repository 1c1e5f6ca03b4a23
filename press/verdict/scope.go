package verdict

import (
	"context"
	"fmt"
	"slices"
	"strings"

	"rolecall"
	"rolecall/catalog"
	"rolecall/phrase"
	"rolecall/press/claims"
)

// studyFigure is the reason for claims about many titles that are not named.
const studyFigure = "a study's figure: it needs the study's own data"

// scope is what a claim is about: some titles of the catalog, or some of their episodes,
// and their credits.
type scope struct {
	titles []rolecall.Title
	roll   catalog.Roll
	label  string
	// whole says that every episode of it is held.
	whole bool
	// open says that it is a series of which the catalog, picked by hand, may hold only
	// some seasons.
	open bool
	// refusal says why there is no scope.
	refusal string
}

type scopeKey struct {
	title, season, part string
	unclear             bool
	// year and yearTo are 0, and kind empty, where the years do not narrow it.
	year, yearTo int
	kind         claims.Kind
}

// scopeOf finds what a claim is about. Where it cannot, the finding says why and the
// scope is nil.
func (j *Judge) scopeOf(ctx context.Context, c claims.Claim) (*scope, finding, error) {
	if c.Title == claims.None {
		return nil, open(studyFigure), nil
	}
	t := j.found.Entities[c.Title].Title
	key := scopeKey{title: t.ID, season: fmt.Sprint(c.Seasons), part: fmt.Sprint(c.Part), unclear: c.Unclear}
	if c.Year != 0 && c.Kind != claims.Date {
		key.year, key.yearTo, key.kind = c.Year, max(c.Year, c.YearTo), c.Kind
	}
	s, read := j.scopes[key]
	if !read {
		var err error
		if s, err = j.readScope(ctx, t, c, key); err != nil {
			return nil, finding{}, err
		}
		j.scopes[key] = s
	}
	if s.refusal != "" {
		return nil, open("%s", s.refusal), nil
	}
	return s, finding{}, nil
}

func (j *Judge) readScope(ctx context.Context, t rolecall.Title, c claims.Claim, key scopeKey) (*scope, error) {
	if c.Unclear && t.Kind == rolecall.Series {
		return &scope{refusal: fmt.Sprintf("the text does not say by number which seasons of %q are meant", t.Name)}, nil
	}
	titles, refusal, err := j.seasonsOf(ctx, t, c.Seasons)
	if err == nil && refusal == "" && key.year != 0 && t.Kind == rolecall.Series {
		titles, refusal, err = j.seasonsIn(ctx, c, titles, key.year, key.yearTo)
	}
	if err != nil || refusal != "" {
		return &scope{refusal: refusal}, err
	}
	return j.readRolls(ctx, titles, c.Part)
}

// seasonsIn are the seasons meant where the text gives years: those named, if they are of
// those years; where none is named, a series of that year, or its seasons that are.
func (j *Judge) seasonsIn(ctx context.Context, c claims.Claim, titles []rolecall.Title, from, to int) ([]rolecall.Title, string, error) {
	if titles[0].Kind == rolecall.Season {
		for _, season := range titles {
			if !fitsYear(season, from, to) {
				return nil, fmt.Sprintf("%s was first shown in %d, and the text speaks of %d", season.Label(), season.First().Year, from), nil
			}
		}
		return titles, "", nil
	}
	series := titles[0]
	if c.Kind != claims.Credit {
		return nil, fmt.Sprintf("the text does not say by number which season of %s is that of %d", series.Name, from), nil
	}
	if first := series.First().Year; from <= first && first <= to {
		return titles, "", nil
	}
	seasons, err := j.seasonsHeld(ctx, series.ID)
	seasons = slices.DeleteFunc(slices.Clone(seasons), func(t rolecall.Title) bool { return t.First().Year < from || t.First().Year > to })
	if err != nil || len(seasons) == 0 {
		return nil, fmt.Sprintf("the catalog does not hold a season of %s of %d", series.Name, from), err
	}
	return seasons, "", nil
}

// readRolls reads the credits of some titles.
func (j *Judge) readRolls(ctx context.Context, titles []rolecall.Title, part claims.Part) (*scope, error) {
	s := &scope{titles: titles, whole: true, open: titles[0].Kind == rolecall.Series && j.catalog.Info().HandPicked && !titles[0].Whole}
	s.roll.People = make(map[string]rolecall.Person)
	var labels []string
	for _, t := range titles {
		roll, err := j.rollOf(ctx, t)
		if err != nil {
			return nil, err
		}
		s.roll.Leaves = append(s.roll.Leaves, roll.Leaves...)
		s.roll.Credits = append(s.roll.Credits, roll.Credits...)
		for id, p := range roll.People {
			s.roll.People[id] = p
		}
		labels = append(labels, t.Label())
		seasons := []rolecall.Title{t}
		if t.Kind == rolecall.Series {
			if seasons, err = j.seasonsHeld(ctx, t.ID); err != nil {
				return nil, err
			}
		}
		s.whole = s.whole && !slices.ContainsFunc(seasons, func(t rolecall.Title) bool { return t.Kind == rolecall.Season && !t.Whole })
	}
	s.roll.Credits = rolecall.Once(s.roll.Credits)
	s.label = strings.Join(labels, " and ")
	return s.narrow(part), nil
}

// narrow is the part of a scope that a claim speaks of by the places of episodes.
func (s *scope) narrow(part claims.Part) *scope {
	if len(part.Numbers) == 0 && part.Last == 0 {
		return s
	}
	leaves := s.roll.Leaves
	first := slices.IndexFunc(leaves, func(t rolecall.Title) bool { return t.Season != leaves[0].Season })
	switch {
	case len(leaves) == 0 || leaves[0].Kind == rolecall.Film:
		return &scope{refusal: fmt.Sprintf("the catalog holds no episodes of %s", s.label)}
	case first >= 0:
		return &scope{refusal: fmt.Sprintf("the text does not say of which season of %s the episodes are", s.label)}
	case part.Last > 0 && (!s.whole || s.open || part.Last > len(leaves)):
		return &scope{refusal: fmt.Sprintf("the catalog does not say which episodes of %s are the last", s.label)}
	}
	numbers := part.Numbers
	if part.Last > 0 {
		numbers = nil
		for _, t := range leaves[len(leaves)-part.Last:] {
			numbers = append(numbers, t.Episode)
		}
	}
	n := *s
	n.roll.Leaves, n.roll.Credits = nil, nil
	ids := make(map[string]bool)
	for _, t := range leaves {
		if slices.Contains(numbers, t.Episode) {
			n.roll.Leaves, ids[t.ID] = append(n.roll.Leaves, t), true
		}
	}
	if len(n.roll.Leaves) < len(numbers) {
		return &scope{refusal: fmt.Sprintf("the catalog does not hold %s of %s", phrase.TheEpisodes(numbers), s.label)}
	}
	for _, c := range s.roll.Credits {
		if isLeaf := slices.ContainsFunc(leaves, func(t rolecall.Title) bool { return t.ID == c.TitleID }); ids[c.TitleID] || !isLeaf {
			n.roll.Credits = append(n.roll.Credits, c)
		}
	}
	n.label = s.label + ", " + phrase.TheEpisodes(numbers)
	n.whole = true
	return &n
}

// seasonsOf are the seasons meant, or the title itself where none is.
func (j *Judge) seasonsOf(ctx context.Context, t rolecall.Title, numbers []int) ([]rolecall.Title, string, error) {
	if t.Kind != rolecall.Series || len(numbers) == 0 {
		return []rolecall.Title{t}, "", nil
	}
	held, err := j.seasonsHeld(ctx, t.ID)
	if err != nil {
		return nil, "", err
	}
	var titles []rolecall.Title
	for _, n := range numbers {
		at := slices.IndexFunc(held, func(s rolecall.Title) bool { return s.Season == n })
		if at < 0 {
			return nil, fmt.Sprintf("the catalog does not hold season %d of %q", n, t.Name), nil
		}
		titles = append(titles, held[at])
	}
	return titles, "", nil
}

func (j *Judge) seasonsHeld(ctx context.Context, seriesID string) ([]rolecall.Title, error) {
	if held, read := j.seasons[seriesID]; read {
		return held, nil
	}
	held, err := j.catalog.Seasons(ctx, seriesID)
	held = slices.DeleteFunc(held, rolecall.Title.IsSpecial)
	j.seasons[seriesID] = held
	return held, err
}

// rollOf is the roll of a title. That of a season is part of its series', where that is
// read already.
func (j *Judge) rollOf(ctx context.Context, t rolecall.Title) (catalog.Roll, error) {
	if roll, read := j.rolls[t.ID]; read {
		return roll, nil
	}
	if all, read := j.rolls[t.SeriesID]; read && t.Kind == rolecall.Season && !t.IsSpecial() {
		j.rolls[t.ID] = partOf(all, t)
		return j.rolls[t.ID], nil
	}
	roll, err := j.catalog.Roll(ctx, t, false)
	j.rolls[t.ID] = roll
	return roll, err
}

// partOf is the roll of a season out of that of its series.
func partOf(all catalog.Roll, season rolecall.Title) catalog.Roll {
	roll := catalog.Roll{Title: season, People: make(map[string]rolecall.Person)}
	ids := map[string]bool{season.ID: true}
	for _, t := range all.Leaves {
		if t.SeasonID == season.ID {
			roll.Leaves, ids[t.ID] = append(roll.Leaves, t), true
		}
	}
	for _, c := range all.Credits {
		if ids[c.TitleID] {
			roll.Credits = append(roll.Credits, c)
			roll.People[c.PersonID] = all.People[c.PersonID]
		}
	}
	return roll
}

// catalogRole is the role of the catalog that a claim's role asks for.
func catalogRole(role rolecall.Role) rolecall.Role {
	if role == claims.Star {
		return rolecall.Cast
	}
	return role
}

// in are the credits of a role, each person once for a title.
func (s *scope) in(role rolecall.Role) []rolecall.Credit {
	var those []rolecall.Credit
	for _, c := range s.roll.Credits {
		if c.Role == catalogRole(role) {
			those = append(those, c)
		}
	}
	return those
}

// lacksEpisodes says why episodes or seasons may be missing; empty where all are held.
func (s *scope) lacksEpisodes() string {
	switch {
	case s.open:
		return fmt.Sprintf("the catalog is hand-picked and may hold only some seasons of %s", s.titles[0].Name)
	case !s.whole:
		return fmt.Sprintf("the catalog may not hold every episode of %s", s.label)
	}
	return ""
}

// lacksPeople says why people of a role may be missing from the scope; empty where they
// cannot be. Only directors are known to be complete, as every episode has one: casts,
// writers and producers never are.
func (s *scope) lacksPeople(role rolecall.Role) string {
	if role != rolecall.Director {
		return fmt.Sprintf("a catalog never holds all %s", catalogRole(role).Plural())
	}
	credits := s.in(role)
	if missing := s.without(credits); missing > 0 && len(s.unplaced(credits)) == 0 {
		return fmt.Sprintf("for %d of %d %s no director is on record", missing, len(s.roll.Leaves), s.leafWord())
	}
	return s.lacksEpisodes()
}

// lacksCredits says why credits of a role on single episodes may be missing.
func (s *scope) lacksCredits(role rolecall.Role) string {
	credits := s.in(role)
	if role == rolecall.Director && len(s.unplaced(credits)) > 0 {
		return "the catalog does not say who directed which episode"
	}
	return s.lacksPeople(role)
}

// without is of how many leaf titles no credit is among those given.
func (s *scope) without(credits []rolecall.Credit) int {
	on := make(map[string]bool)
	for _, c := range credits {
		on[c.TitleID] = true
	}
	n := 0
	for _, t := range s.roll.Leaves {
		if !on[t.ID] {
			n++
		}
	}
	return n
}

// rows are the evidence of some credits.
func (s *scope) rows(credits []rolecall.Credit) []Row {
	labels := make(map[string]string)
	for _, t := range append(slices.Clone(s.roll.Leaves), s.titles...) {
		labels[t.ID] = t.Label()
	}
	var rows []Row
	for _, c := range credits {
		p := s.roll.People[c.PersonID]
		rows = append(rows, Row{TitleID: c.TitleID, Title: labels[c.TitleID], Role: c.Role, Person: p.Name, Gender: p.Gender, Sources: c.Citations})
	}
	return rows
}

// unplaced are the credits that their source gives for a season or series and not for
// its episodes.
func (s *scope) unplaced(credits []rolecall.Credit) []rolecall.Credit {
	return slices.DeleteFunc(slices.Clone(credits), func(c rolecall.Credit) bool {
		return !c.Role.ByEpisode() || c.Scope == rolecall.OfTitle || c.Scope == ""
	})
}

// leafWord is what the scope's titles are called, so many as they are: episodes, or
// films.
func (s *scope) leafWord() string {
	n := len(s.roll.Leaves)
	if n > 0 && s.roll.Leaves[0].Kind == rolecall.Film {
		return phrase.Agree(n, "film", "films")
	}
	return phrase.Agree(n, "episode", "episodes")
}

// byWords is "directed by", or "with a … who is" for roles without such a verb.
func byWords(role rolecall.Role) string {
	switch role {
	case rolecall.Director:
		return "directed by"
	case rolecall.Writer:
		return "written by"
	case rolecall.Producer:
		return "produced by"
	case rolecall.Editor:
		return "edited by"
	case rolecall.Cinematographer:
		return "shot by"
	}
	return "with " + phrase.A(role.Words()) + " among"
}

// listed lists names, at most five.
func listed(names []string) string { return phrase.AtMost(names, 5) }

// held says, of a series in a hand-picked catalog, that the answer is for what is
// held.
func (s *scope) held() string {
	if s.open {
		return ", by the seasons in this catalog"
	}
	return ""
}
