package reconcile

import (
	"context"
	"regexp"
	"slices"
	"strconv"
	"strings"

	"rolecall"
	"rolecall/identity"
	"rolecall/nameindex"
	"rolecall/source/byline"
	"rolecall/source/job"
)

// accord is how a candidate accords with what a row says.
type accord int

// The accords. Where the catalog holds nothing, or the row says nothing that can be
// compared, nothing speaks for or against a candidate.
const (
	silent accord = iota
	against
	// near is what sources differ in: a year more or less.
	near
	agrees
)

// weights are what is left of a score; feature is the accord as a feature of a candidate.
var (
	weights  = map[accord]float64{agrees: 1, near: 0.95, silent: 0.9, against: 0.6}
	features = map[accord]float64{agrees: 1, near: 0.5, against: 0}
)

// best is the accord of the value that accords best: a row may name several.
func best(values []value, of func(value) (accord, error)) (most accord, err error) {
	for _, v := range values {
		a, err := of(v)
		if err != nil {
			return silent, err
		}
		most = max(most, a)
	}
	return most, nil
}

// plain is best where nothing is read.
func plain(values []value, of func(string) accord) (accord, error) {
	return best(values, func(v value) (accord, error) { return of(v.text), nil })
}

func same(is bool) accord {
	if is {
		return agrees
	}
	return against
}

// yearIn is the year of a date as tables write it: 2018, 2018.0, 2018-03-08, 8 March 2018.
var yearIn = regexp.MustCompile(`(?:^|\D)((?:18|19|20)\d\d)(?:\D|$)`)

func yearOf(text string) int {
	m := yearIn.FindStringSubmatch(text)
	if m == nil {
		return 0
	}
	year, _ := strconv.Atoi(m[1])
	return year
}

func compareYear(ctx context.Context, l *look, c *candidate, values []value) (accord, error) {
	if c.near.IsPerson {
		years, err := l.catalog.YearsOf(ctx, c.near)
		if err != nil || len(years) == 0 {
			return silent, err
		}
		return plain(values, func(text string) accord { return activeIn(years, yearOf(text)) })
	}
	seasons, err := l.yearsOfSeasons(ctx, c)
	if err != nil {
		return silent, err
	}
	return plain(values, func(text string) accord {
		year := yearOf(text)
		switch away := max(c.title.Year-year, year-c.title.Year); {
		case year == 0 || c.title.Year == 0:
			return silent
		case away == 0:
			return agrees
		case away == 1 || slices.Contains(seasons, year):
			return near
		}
		return against
	})
}

// activeIn is how a year accords with those in which somebody is credited: one between the
// first and the last says nothing, as not all work is held.
func activeIn(years []int, year int) accord {
	switch {
	case year == 0:
		return silent
	case slices.Contains(years, year):
		return near // of many namesakes several work in any year
	case year < years[0]-5 || year > years[len(years)-1]+5:
		return against
	}
	return silent
}

func compareReleased(_ context.Context, _ *look, c *candidate, values []value) (accord, error) {
	return plain(values, func(text string) accord {
		text, _, _ = strings.Cut(text, "T")
		day, err := rolecall.ParseDate(text)
		switch held := c.title.First(); {
		case err != nil || day.IsZero() || held.IsZero():
			return silent
		case day == held && day.Day != 0:
			return agrees
		case day.Year == held.Year:
			return near
		}
		return against
	})
}

// kindWords are other words for kinds of title.
var kindWords = map[string]rolecall.Kind{
	"movie": rolecall.Film, "feature": rolecall.Film, "feature film": rolecall.Film, "short": rolecall.Film, "documentary": rolecall.Film,
	"tv": rolecall.Series, "show": rolecall.Series, "tv show": rolecall.Series, "tv series": rolecall.Series, "television series": rolecall.Series,
	"tvseries": rolecall.Series, "tvminiseries": rolecall.Series, "miniseries": rolecall.Series, "tv mini series": rolecall.Series, "programme": rolecall.Series,
	"tvepisode": rolecall.Episode, "tv episode": rolecall.Episode, "tvmovie": rolecall.Film, "tv movie": rolecall.Film,
}

func compareKind(_ context.Context, _ *look, c *candidate, values []value) (accord, error) {
	return plain(values, func(text string) accord {
		text = strings.ToLower(text)
		kind, known := kindWords[text]
		if !known {
			var err error
			if kind, err = rolecall.ParseKind(strings.TrimSuffix(text, "s")); err != nil {
				if kind, err = rolecall.ParseKind(text); err != nil {
					return silent
				}
			}
		}
		return same(kind == c.title.Kind)
	})
}

// listed compares with a list of words that is never whole: what is not in it says little.
func listed(held []string, as func(string) string, ifNot accord) func(string) accord {
	return func(text string) accord {
		if len(held) == 0 || text == "" {
			return silent
		}
		if slices.ContainsFunc(held, func(one string) bool { return as(one) == as(text) }) {
			return agrees
		}
		return ifNot
	}
}

func compareNetwork(_ context.Context, _ *look, c *candidate, values []value) (accord, error) {
	return plain(values, listed(c.title.Networks, nameindex.Key, against))
}

func compareCountry(_ context.Context, _ *look, c *candidate, values []value) (accord, error) {
	return plain(values, listed(c.title.Countries, func(name string) string {
		if country := nameindex.CountryOf(name); country != "" {
			return country
		}
		return nameindex.Key(name)
	}, against))
}

func compareGenre(_ context.Context, _ *look, c *candidate, values []value) (accord, error) {
	return plain(values, listed(c.title.Genres, nameindex.Key, silent))
}

func compareSeries(_ context.Context, _ *look, c *candidate, values []value) (accord, error) {
	return best(values, func(v value) (accord, error) {
		switch {
		case c.title.SeriesID == "":
			return silent, nil
		case v.id != "":
			return same(v.id == c.title.SeriesID), nil
		}
		return same(nameindex.Key(v.text) == nameindex.Key(c.title.SeriesName)), nil
	})
}

var numberIn = regexp.MustCompile(`\d{1,4}`)

// numbered compares a number within a series.
func numbered(values []value, held int, isHeld bool) (accord, error) {
	return plain(values, func(text string) accord {
		n, err := strconv.Atoi(numberIn.FindString(text))
		if err != nil || !isHeld {
			return silent
		}
		return same(n == held)
	})
}

func compareSeason(_ context.Context, _ *look, c *candidate, values []value) (accord, error) {
	isPart := c.title.Kind == rolecall.Season || c.title.Kind == rolecall.Episode
	return numbered(values, c.title.Season, isPart && c.title.Season != rolecall.NoSeason)
}

func compareEpisode(_ context.Context, _ *look, c *candidate, values []value) (accord, error) {
	return numbered(values, c.title.Episode, c.title.Kind == rolecall.Episode && c.title.Episode > 0)
}

func compareIdentifier(of rolecall.Scheme) func(context.Context, *look, *candidate, []value) (accord, error) {
	return func(ctx context.Context, l *look, c *candidate, values []value) (accord, error) {
		if err := l.load(ctx, c); err != nil {
			return silent, err
		}
		held, err := l.identifiers(ctx, c.id(), of)
		if err != nil || len(held) == 0 {
			return silent, err
		}
		return plain(values, func(text string) accord {
			i, is := identity.Parse(text)
			switch {
			case is && i.Scheme == of:
				return same(slices.Contains(held, i.Value))
			case !is && of == rolecall.TMDBID && numberIn.MatchString(text):
				return same(slices.Contains(held, text))
			}
			return silent
		})
	}
}

// compareCredited compares the people of a role with a title's. A name that nobody bears is
// compared letter by letter with theirs.
func compareCredited(role rolecall.Role) func(context.Context, *look, *candidate, []value) (accord, error) {
	return func(ctx context.Context, l *look, c *candidate, values []value) (accord, error) {
		return best(values, func(v value) (accord, error) {
			most := silent
			for _, name := range namesIn(v) {
				people, err := l.people(ctx, name)
				if err != nil {
					return silent, err
				}
				a, err := l.creditedOn(ctx, c, role, people, name.text)
				if err != nil {
					return silent, err
				}
				most = max(most, a)
			}
			return most, nil
		})
	}
}

// namesIn are the people that a cell names: it may name several.
func namesIn(v value) []value {
	if v.id != "" {
		return []value{v}
	}
	var all []value
	for _, name := range byline.Read(v.text, byline.Rules{People: byline.Many}).Names {
		all = append(all, value{text: name.Text})
	}
	return all[:min(len(all), mostValues)]
}

func (l *look) creditedOn(ctx context.Context, c *candidate, role rolecall.Role, people bearers, name string) (accord, error) {
	for _, p := range people.found {
		roles, err := l.catalog.RolesOn(ctx, p, c.near)
		if err != nil {
			return silent, err
		}
		if slices.Contains(roles, role) {
			return people.accord(), nil
		}
	}
	held, err := l.catalog.CreditedOn(ctx, c.near, role)
	if err != nil || len(held) == 0 {
		return silent, err
	}
	for _, p := range held {
		if nameindex.WithinEdits(nameindex.Key(p.Name), nameindex.Key(name), typingErrors) {
			return near, nil
		}
	}
	return against, nil
}

// typingErrors is how many letters of a name may be wrong for it to be near another.
const typingErrors = 2

// compareKnownFor compares a title with those that a person is credited on.
func compareKnownFor(ctx context.Context, l *look, c *candidate, values []value) (accord, error) {
	return best(values, func(v value) (accord, error) {
		titles, err := l.titles(ctx, v)
		if err != nil || len(titles.found) == 0 {
			return silent, err
		}
		for _, t := range titles.found {
			roles, err := l.catalog.RolesOn(ctx, c.near, t)
			if err != nil || len(roles) > 0 {
				return titles.accord(), err
			}
		}
		if !titles.areAll {
			return silent, nil
		}
		return against, nil
	})
}

// accord is that of a candidate with one of those found.
func (b bearers) accord() accord {
	if b.areAll {
		return agrees
	}
	return near
}

func compareRole(ctx context.Context, l *look, c *candidate, values []value) (accord, error) {
	held, err := l.catalog.RolesHeld(ctx, c.near)
	if err != nil || len(held) == 0 {
		return silent, err
	}
	return plain(values, func(text string) accord {
		role := roleOf(text)
		switch {
		case role == "":
			return silent
		case slices.Contains(held, role):
			return agrees
		}
		return against
	})
}

// roleOf is the role that a word stands for, empty where none is known.
func roleOf(text string) rolecall.Role {
	word := strings.ReplaceAll(strings.ToLower(text), " ", "_")
	for _, as := range []string{word, strings.TrimSuffix(word, "s")} {
		if role, err := rolecall.ParseRole(as); err == nil {
			return role
		}
	}
	return job.Role(strings.ToLower(text), "")
}
