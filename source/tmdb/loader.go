package tmdb

import (
	"cmp"
	"errors"
	"fmt"
	"regexp"
	"unicode/utf8"

	"rolecall"
	"rolecall/source"
)

// badAnswer is an answer that is left aside.
type badAnswer struct{ fault string }

func (b *badAnswer) Error() string { return b.fault }

func badAnswerf(format string, args ...any) error { return &badAnswer{fmt.Sprintf(format, args...)} }

// key is a film or series by TMDB's number: each kind counts for itself.
type key struct {
	kind   rolecall.Kind
	number int64
}

// known is what is remembered of a film or series.
type known struct {
	id string
	// name is what credits call it, until details come; handed says that the title
	// was handed over.
	name   string
	handed bool
	// seasons is how many there are, by the details.
	seasons int
	adult   bool
}

// loader hands over what answers say.
type loader struct {
	sink   source.Sink
	report *source.Report
	file   string

	titles map[key]*known
	// order holds the titles as they were first met.
	order   []key
	seasons map[string]bool
	// stated holds, by person, a bit for each gender handed over, and bit 0 for
	// the person.
	stated map[int64]uint8
	// titled counts the answers that gave something.
	titled int
}

func newLoader(sink source.Sink, report *source.Report) *loader {
	return &loader{sink: sink, report: report, titles: make(map[key]*known), seasons: make(map[string]bool), stated: make(map[int64]uint8)}
}

// readAnswer reads one answer; one that cannot be understood is a bad line.
func (l *loader) readAnswer(line int, text []byte) error {
	err := badAnswerf("not valid UTF-8: fetch the file again, or save it as UTF-8")
	if utf8.Valid(text) {
		err = l.addAnswer(text)
	}
	if bad := new(badAnswer); errors.As(err, &bad) {
		return l.report.BadLine(l.file, line, "%s", bad.fault)
	}
	return err
}

func (l *loader) addAnswer(text []byte) error {
	a, err := parseAnswer(text)
	if err != nil {
		return badAnswerf("no answer of TMDB's: %v", err)
	}
	if a.SeasonNumber == nil {
		if other := a.other(); other != "" {
			l.report.Unmapped(notATitle, other)
			return nil
		}
	}
	if err := a.check(); err != nil {
		return err
	}
	if err := l.addKind(a); err != nil {
		return err
	}
	l.titled++
	return nil
}

// notATitle is what answers about something else are reported as.
const notATitle = "answer that is no film, series or season"

// addKind hands over an answer by what it is.
func (l *loader) addKind(a answer) error {
	switch {
	case a.SeasonNumber != nil:
		return l.addSeason(a)
	case a.isFilm():
		return l.addTitle(key{rolecall.Film, a.ID}, a)
	case a.isSeries():
		return l.addTitle(key{rolecall.Series, a.ID}, a)
	}
	k, err := l.meant(a)
	if err != nil {
		return err
	}
	return l.addTitle(k, a)
}

// meant is the title that credits alone belong to: the one of that number whose
// details were read.
func (l *loader) meant(a answer) (key, error) {
	film, series := key{rolecall.Film, a.ID}, key{rolecall.Series, a.ID}
	switch {
	case l.titles[film] != nil && l.titles[series] != nil:
		return key{}, badAnswerf("%d is a film and a series, and this does not say whose credits it has: fetch the details with append_to_response=credits", a.ID)
	case l.titles[film] != nil:
		return film, nil
	case l.titles[series] != nil:
		return series, nil
	}
	return key{}, badAnswerf("this does not say whether %d is a film or a series: put its details before it, or fetch them with append_to_response=credits", a.ID)
}

// title is what is remembered of a title, kept from now on.
func (l *loader) title(k key) *known {
	t := l.titles[k]
	if t == nil {
		t = &known{id: fmt.Sprintf("tmdb-%s-%d", words[k.kind], k.number)}
		l.titles[k] = t
		l.order = append(l.order, k)
	}
	return t
}

// words are TMDB's for the kinds that it numbers.
var words = map[rolecall.Kind]string{rolecall.Film: "movie", rolecall.Series: "tv"}

// addTitle hands over a film or series with the credits that come with it.
func (l *loader) addTitle(k key, a answer) error {
	isNew := l.titles[k] == nil
	t := l.title(k)
	if isNew && imdbForm.MatchString(a.imdbID()) {
		t.id = a.imdbID() // before anything refers to it
	}
	if t.adult = t.adult || isNew && a.Adult; t.adult { // what was handed over stays
		l.report.Unmapped("adult title", string(k.kind))
		return nil
	}
	t.name, t.seasons = cmp.Or(t.name, a.Title, a.Name), max(t.seasons, a.NumberOfSeasons)
	if a.hasDetails() && !t.handed {
		t.handed = true
		if err := l.handTitle(k, t, a); err != nil {
			return err
		}
	}
	if err := l.addTop(k, t, a); err != nil {
		return err
	}
	for _, season := range a.AppendedSeasons {
		if fault := season.checkSeason(); fault != nil {
			l.report.Unmapped("season", fmt.Sprintf("of %s: %v", t.id, fault))
			continue
		}
		if err := l.addSeason(season); err != nil {
			return err
		}
	}
	return nil
}

// imdbForm is the form of IMDb's identifiers of titles.
var imdbForm = regexp.MustCompile(`^tt\d{7,12}$`)

func (l *loader) handTitle(k key, t *known, a answer) error {
	t.name = cmp.Or(t.name, a.OriginalTitle, a.OriginalName, placeholder(k))
	title := rolecall.Title{
		ID: t.id, Kind: k.kind, Name: t.name, Networks: names(a.Networks), Countries: a.countries(), Genres: names(a.Genres),
		Released: l.date(a.shown()), Languages: a.languages(), Companies: names(a.Companies),
		Minutes: int(whole(a.Runtime, mostMinutes)), Budget: whole(a.Budget, mostDollars), Revenue: whole(a.Revenue, mostDollars),
	}
	title.Year = title.Released.Year
	if original := cmp.Or(a.OriginalTitle, a.OriginalName); original != title.Name {
		title.OriginalName = original
	}
	if err := errors.Join(l.sink.AddTitle(title), l.identify(t.id, rolecall.TMDBID, fmt.Sprint(k.number))); err != nil {
		return err
	}
	if !imdbForm.MatchString(a.imdbID()) {
		return nil
	}
	return l.identify(t.id, rolecall.IMDbID, a.imdbID())
}

func (l *loader) identify(id string, scheme rolecall.Scheme, value string) error {
	return l.sink.AddIdentifier(rolecall.Identifier{Owner: id, Scheme: scheme, Value: value})
}

// date reads a date; one of another form is left aside, and the title kept.
func (l *loader) date(text string) rolecall.Date {
	d, err := rolecall.ParseDate(text)
	if err != nil {
		l.report.Unmapped("date", text)
	}
	return d
}

// addTop hands over the credits of a film or a whole series. TMDB's credits of a
// series are those of its latest season: of several, they say nothing of the
// others.
func (l *loader) addTop(k key, t *known, a answer) error {
	given := credits{Cast: append(a.Cast, a.Credits.Cast...), Crew: append(a.Crew, a.Credits.Crew...)}
	of := credited{id: t.id, scope: rolecall.OfTitle}
	if k.kind == rolecall.Series {
		of.scope = rolecall.OfSeries
		if t.seasons > 1 && len(given.Cast)+len(given.Crew) > 0 {
			l.report.Unmapped("credits", "of a series' latest season, given for the series")
			given = credits{}
		}
	}
	for _, creator := range a.CreatedBy {
		creator.Department, creator.Job = "Creator", "Creator"
		given.Crew = append(given.Crew, creator)
	}
	return l.addCredits(of, given)
}

// addUntitled hands over titles of which only credits were read. A series of
// which only seasons were read has no name here but TMDB's number.
func (l *loader) addUntitled() error {
	for _, k := range l.order {
		t := l.titles[k]
		if t.handed || t.adult {
			continue
		}
		if err := l.handTitle(k, t, answer{}); err != nil {
			return err
		}
	}
	return nil
}

// placeholder names a title of which nothing says the name.
func placeholder(k key) string { return fmt.Sprintf("TMDB %s %d", words[k.kind], k.number) }
