package verdict

import (
	"context"
	"regexp"
	"slices"
	"strings"
	"time"

	"rolecall"
	"rolecall/press/claims"
	"rolecall/press/english"
)

// date settles when something was first shown, and on which day of the week that was.
type date struct{}

func (date) find(ctx context.Context, j *Judge, c claims.Claim) (finding, error) {
	if c.Day.Relative != "" {
		return open("%q depends on the day of writing, which the text does not give", c.Day.Relative), nil
	}
	c.Part = claims.Part{}
	s, refused, err := j.scopeOf(ctx, c)
	if err != nil || s == nil {
		return refused, err
	}
	c.Quote = strings.ReplaceAll(c.Quote, j.found.Entities[c.Title].Name, "") // its words are no words of the claim
	f, err := j.findDate(ctx, c, s)
	if part := partOfYear(c); f.Verdict == Supported && part != "" && !isIn(part, s.titles[0].First()) {
		return found(Unverifiable, f.Evidence, "%s, and the text says %q", f.Reason, part), err
	}
	return f, err
}

// partsOfYear are the months that words for a part of a year can mean; seasons are those of the
// north, where most of what is shown comes from.
var partsOfYear = map[string][]int{
	"spring": {3, 4, 5}, "summer": {6, 7, 8}, "autumn": {9, 10, 11}, "fall": {9, 10, 11}, "winter": {12, 1, 2},
	"early": {1, 2, 3, 4}, "mid": {5, 6, 7, 8}, "late": {9, 10, 11, 12}, "christmas": {12}, "easter": {3, 4},
}

var partWords = regexp.MustCompile(`(?i)\b(spring|summer|autumn|fall|winter|early|mid|late|christmas|easter)\b[- ](?:of )?(?:19|20)\d\d`)

// partOfYear is the word for the part of a year that a date without a month gives, empty where it
// gives none.
func partOfYear(c claims.Claim) string {
	if said := partWords.FindStringSubmatch(c.Quote); c.Day.Month == 0 && said != nil {
		return strings.ToLower(said[1])
	}
	return ""
}

func isIn(part string, day rolecall.Date) bool {
	return day.Month == 0 || slices.Contains(partsOfYear[part], day.Month)
}

// findDate compares the day of a claim with those of what it is about.
func (j *Judge) findDate(ctx context.Context, c claims.Claim, s *scope) (finding, error) {
	switch t := s.titles[0]; {
	case t.Kind != rolecall.Film && len(c.Seasons) == 0 && isEarlier(c.Day, t) && !airWords.MatchString(c.Quote):
		return found(Unverifiable, dateRow(t), "%s was first shown %s; the text does not say that it came on television then, and may mean a novel or film of that name", t.Label(), t.First().Words()), nil
	case isFarOff(c, t):
		return found(Unverifiable, dateRow(t), "%s was first shown %s; so far off, another work of that name may be meant", t.Label(), t.First().Words()), nil
	case otherWords.MatchString(c.Quote):
		return open("its words may speak of something else than a first showing"), nil
	case c.Unit == "year":
		return j.judgeLapse(c, t), nil
	case c.Day.Month == 0 && c.Day.Year == 0:
		return open("a day of the week alone depends on the day of writing"), nil
	case len(s.titles) > 1:
		return s.judgeFirsts(c), nil
	case t.Kind == rolecall.Film:
		return judgeFilm(c, t), nil
	case t.Kind == rolecall.Season:
		return judgeSeason(c.Day, t), nil
	}
	seasons, err := j.seasonsHeld(ctx, s.titles[0].ID)
	return judgeSeries(c, s.titles[0], seasons), err
}

var (
	// originWords are those of the beginning of a series, and firstWords those of a first
	// showing, which each season has.
	originWords = regexp.MustCompile(`(?i)\bfirst\b`)
	firstWords  = regexp.MustCompile(`(?i)\b(first|premi[eè]r\w*|debut\w*)\b`)
	// otherWords are those of events that are no showing of the title, and laterWords
	// those of showings that come years after the first.
	otherWords = regexp.MustCompile(`(?i)\b(dvds?|discs?|blu-?rays?|vinyl|albums?|soundtracks?|trailers?|teasers?|novels?|books?|comics?|memoirs?|plays?|musicals?|stage|broadway|opera|podcasts?)\b`)
	laterWords = regexp.MustCompile(`(?i)\b(re-?(?:release|issue|open)\w*|restor\w*|remaster\w*|anniversary|again|back|return\w*|stream\w*|service|netflix|hulu|amazon|prime|disney|hbo|max|television|tv|demand|online)\b`)
	backWords  = regexp.MustCompile(`(?i)\b(return\w*|back|again|resum\w*)\b`)
)

// slipYears is how many years before a title a date may lie that is a slip, and airSlip how
// many where the words are of television. Of one that lies further back it is likelier that
// the text speaks of a novel, a play or an older film.
const (
	slipYears = 5
	airSlip   = 10
)

var (
	// airWords are words of series, screening those that no film and no play shares.
	airWords  = regexp.MustCompile(`(?i)\b(seasons?|series|episodes?|pilot|premi[eè]r\w*|debut\w*|aired|airs?|broadcast\w*|stream\w*|began|begins?|started|starts?|launch\w*|dropped|finale|service|netflix|hulu|amazon|prime|disney|hbo|television|tv|channel|network)\b`)
	screening = regexp.MustCompile(`(?i)\b(aired|airs?|broadcast\w*|stream\w*)\b`)
)

func isEarlier(day english.Day, t rolecall.Title) bool {
	first := t.First().Year
	return day.Year != 0 && first != 0 && day.Year < first
}

// isFarOff reports whether a claim's day lies so far before a title's first showing that
// another work may be meant.
func isFarOff(c claims.Claim, t rolecall.Title) bool {
	slip := slipYears
	if screening.MatchString(c.Quote) {
		slip = airSlip
	}
	first := t.First().Year
	return c.Day.Year != 0 && first != 0 && c.Day.Year < first-slip
}

// judgeFilm compares a day with that of a film. Films are shown at festivals, and come to
// cinemas on other days in other countries: only a year that is off by more than one is
// wrong for certain. Of a later one a text must not speak as of a showing on a certain day
// or by a service, which come years after the first.
func judgeFilm(c claims.Claim, t rolecall.Title) finding {
	day, first := c.Day, t.First()
	isLater := day.Year > first.Year
	switch {
	case first.IsZero():
		return open("the catalog holds no date of %s", t.Label())
	case day.Month == 0 && (day.Year == t.Year || day.Year == first.Year):
		return found(Supported, dateRow(t), "%s was first shown %s", t.Label(), first.Words())
	case isSameDay(day, first):
		return judgeWeekday(day, t)
	case isLater && (day.Month != 0 && !firstWords.MatchString(c.Quote) || laterWords.MatchString(c.Quote)):
		return found(Unverifiable, dateRow(t), "%s was first shown %s; it may have been shown again, or elsewhere", t.Label(), first.Words())
	case day.Year != 0 && !fitsYear(t, day.Year, day.Year):
		return found(Contradicted, dateRow(t), "%s was first shown %s", t.Label(), first.Words())
	}
	return found(Unverifiable, dateRow(t), "%s was first shown %s; films are first shown at festivals, and come to cinemas on other days in other countries", t.Label(), first.Words())
}

// judgeSeason compares a day with that of a season, which is wrong for certain only where
// the whole date is held, or the year is off by more than one.
func judgeSeason(day english.Day, t rolecall.Title) finding {
	first := t.First()
	switch {
	case first.IsZero():
		return open("the catalog holds no date of %s", t.Label())
	case isSameDay(day, first):
		return judgeWeekday(day, t)
	case first.Day != 0 || day.Year != 0 && !fitsYear(rolecall.Title{Year: first.Year}, day.Year, day.Year):
		return found(Contradicted, dateRow(t), "%s was first shown %s", t.Label(), first.Words())
	}
	return found(Unverifiable, dateRow(t), "of %s the catalog knows only that it was first shown in %s", t.Label(), first.Words())
}

// judgeSeries compares a day with that of a series. Where the text names no season it may
// mean the first showing of all or the return with another.
func judgeSeries(c claims.Claim, t rolecall.Title, seasons []rolecall.Title) finding {
	isBack := backWords.MatchString(c.Quote)
	if !isBack {
		if f := judgeSeason(c.Day, t); f.Verdict == Supported || f.Verdict == Contradicted && (isBefore(c.Day, t.First()) || originWords.MatchString(c.Quote)) {
			return f
		}
	}
	for _, season := range seasons {
		if isSameDay(c.Day, season.First()) {
			if f := judgeWeekday(c.Day, season); isBack && season.Season > 1 || season.Season == 1 && !isBack || f.Verdict == Contradicted {
				return f
			}
			return found(Unverifiable, dateRow(season), "%s was first shown %s; the text does not say which season it means", season.Label(), season.First().Words())
		}
	}
	if t.First().IsZero() {
		return open("the catalog holds no date of %s", t.Label())
	}
	return found(Unverifiable, dateRow(t), "%s was first shown %s; the text does not say which season it means", t.Label(), t.First().Words())
}

// judgeFirsts compares a day with those of several seasons: it may be said of any.
func (s *scope) judgeFirsts(c claims.Claim) finding {
	for _, t := range s.titles {
		if isSameDay(c.Day, t.First()) {
			return judgeWeekday(c.Day, t)
		}
	}
	return open("none of %s is on record as first shown on the day claimed", s.label)
}

// isSameDay reports whether a date of the catalog is the one claimed, in all that the
// claim says but the day of the week.
func isSameDay(claimed english.Day, held rolecall.Date) bool {
	fits := func(claimed, held int) bool { return claimed == 0 || claimed == held }
	return !held.IsZero() && fits(claimed.Year, held.Year) && fits(claimed.Month, held.Month) && fits(claimed.Day, held.Day)
}

// isBefore reports whether a day lies before a whole date for certain.
func isBefore(day english.Day, held rolecall.Date) bool {
	if day.Year == 0 || held.Day == 0 || day.Year != held.Year {
		return day.Year != 0 && day.Year < held.Year
	}
	return day.Month != 0 && (day.Month < held.Month || day.Month == held.Month && day.Day != 0 && day.Day < held.Day)
}

func weekday(d rolecall.Date) int {
	w := int(asTime(d).Weekday())
	if w == 0 {
		return 7
	}
	return w
}

// judgeWeekday settles a date that is right but for the day of the week that may be said.
func judgeWeekday(claimed english.Day, t rolecall.Title) finding {
	first := t.First()
	if claimed.Weekday == 0 || first.Day == 0 || claimed.Day == 0 {
		return found(Supported, dateRow(t), "%s was first shown %s", t.Label(), first.Words())
	}
	is := time.Weekday(weekday(first) % 7)
	if weekday(first) != claimed.Weekday {
		return found(Contradicted, dateRow(t), "%s was first shown %s, which was a %s", t.Label(), first.Words(), is)
	}
	return found(Supported, dateRow(t), "%s was first shown %s, a %s", t.Label(), first.Words(), is)
}

func dateRow(t rolecall.Title) []Row {
	return []Row{{TitleID: t.ID, Title: t.Label(), Date: t.First().String(), Sources: t.Citations}}
}

// judgeLapse settles how long after the first showing of a series a season came:
// "well over two years after it first premiered".
func (j *Judge) judgeLapse(c claims.Claim, later rolecall.Title) finding {
	series := j.found.Entities[c.Title].Title
	if later.Kind != rolecall.Season {
		return open("the sentence does not say which season is meant")
	}
	from, to := series.First(), later.First()
	if from.Day == 0 || to.Day == 0 {
		return open("the catalog does not hold both dates")
	}
	const quarter = 0.25
	years := asTime(to).Sub(asTime(from)).Hours() / 24 / 365.25
	return found(bounds{years, years}.against(c.Value, quarter, c.Bound), append(dateRow(series), dateRow(later)...), "%.1f years: from %s to %s", years, from.Words(), to.Words())
}

func asTime(d rolecall.Date) time.Time {
	return time.Date(d.Year, time.Month(d.Month), d.Day, 0, 0, 0, 0, time.UTC)
}
