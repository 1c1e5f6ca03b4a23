package crewlist

import (
	"fmt"
	"time"

	"rolecall"
)

// titlesOf are the titles a row speaks of, the widest first: a film; or a
// series, with its season and episode as far as the row says.
func (l *listing) titlesOf(r row) ([]rolecall.Title, error) {
	top, err := l.topOf(r)
	if err != nil || l.m.kind == rolecall.Film {
		return []rolecall.Title{top}, err
	}
	season, err := r.number(l.m.seasonField())
	if err != nil {
		return nil, err
	}
	episode, err := r.number(episodeField)
	if err != nil {
		return nil, err
	}
	switch {
	case season == notSaid && episode != notSaid:
		return nil, badRowf("episode %d is of no season: the %s is empty", episode, r.named(l.m.seasonField()))
	case season == notSaid:
		return []rolecall.Title{top}, nil
	}
	seasonOf := rolecall.Title{
		ID: fmt.Sprintf("%s/%d", top.ID, season), Kind: rolecall.Season, Name: top.Name,
		SeriesID: top.ID, Season: season, Year: top.Year,
	}
	if episode == notSaid {
		seasonOf.Released = top.Released
		top.Released = rolecall.Date{}
		return []rolecall.Title{top, seasonOf}, nil
	}
	episodeOf := rolecall.Title{
		ID: fmt.Sprintf("%s/%d", seasonOf.ID, episode), Kind: rolecall.Episode, Name: r.text(episodeNameField),
		SeriesID: top.ID, SeasonID: seasonOf.ID, Season: season, Episode: episode, Year: top.Year, Released: top.Released,
	}
	top.Released = rolecall.Date{}
	return []rolecall.Title{top, seasonOf, episodeOf}, nil
}

// seasonField is the field that numbers the seasons.
func (m *Map) seasonField() field {
	if m.seasonIsYear {
		return yearField
	}
	return seasonField
}

// topOf is the film or series of a row, with the row's year and date, which for
// a series are those of the season or episode.
func (l *listing) topOf(r row) (rolecall.Title, error) {
	t := rolecall.Title{Kind: l.m.kind, Name: r.text(titleField), Networks: split(r.text(networkField)), Countries: split(r.text(countryField))}
	if t.Name == "" {
		return t, badRowf("the row names no title: the %s is empty", r.named(titleField))
	}
	year, err := r.number(yearField)
	if err != nil {
		return t, err
	}
	if t.Released, err = l.released(r); err != nil {
		return t, err
	}
	if t.Year = max(year, 0); t.Year == 0 {
		t.Year = t.Released.Year
	}
	if t.ID, err = r.imdbID(imdbIDField, titleForm); err != nil || t.ID != "" {
		return t, err
	}
	t.ID = slug(t.Name)
	if t.Kind == rolecall.Film && t.Year != 0 {
		t.ID += fmt.Sprintf("-%d", t.Year)
	}
	return t, nil
}

// released reads the day of first showing.
func (l *listing) released(r row) (rolecall.Date, error) {
	text := l.table.Date(r.text(releasedField))
	if len(text) > len(time.DateOnly) && dated.MatchString(text) { // with the time of day
		text = text[:len(time.DateOnly)]
	}
	day, err := rolecall.ParseDate(text)
	if err != nil {
		return day, badRowf("the %s: %v", r.named(releasedField), err)
	}
	if least, most := bounds[yearField][0], bounds[yearField][1]; !day.IsZero() && (day.Year < least || day.Year > most) {
		return day, badRowf("the %s is %s, which is in no year from %d to %d", r.named(releasedField), day, least, most)
	}
	return day, nil
}

// hold keeps a row's titles, or adds to those held what the row says more. It
// refuses a row that gives an episode another name, before anything is kept: two
// episodes of one number would be counted as one.
func (l *listing) hold(titles []rolecall.Title) error {
	leaf := titles[len(titles)-1]
	if held := l.titles[leaf.ID]; held != nil && leaf.Kind == rolecall.Episode {
		if leaf.Name != "" && held.Name != "" && slug(leaf.Name) != slug(held.Name) {
			return badRowf("episode %d of season %d of %s is named %q here and %q before: number them apart", leaf.Episode, leaf.Season, titles[0].Name, leaf.Name, held.Name)
		}
	}
	for _, t := range titles {
		held := l.titles[t.ID]
		if held == nil {
			l.titles[t.ID] = &t
			l.order = append(l.order, t.ID)
			continue
		}
		addTo(held, t)
	}
	return nil
}

// addTo adds what a later row says of a title. Its year is that of its earliest
// row.
func addTo(held *rolecall.Title, t rolecall.Title) {
	if held.Name == "" {
		held.Name = t.Name
	}
	if held.Year == 0 || t.Year != 0 && t.Year < held.Year {
		held.Year = t.Year
	}
	if held.Released.IsZero() {
		held.Released = t.Released
	}
	held.Networks = union(held.Networks, t.Networks)
	held.Countries = union(held.Countries, t.Countries)
}
