package tmdb

import (
	"cmp"
	"fmt"

	"rolecall"
)

// addSeason hands over a season, its episodes and their credits. Its cast, where
// it comes with the season, is that of the whole season.
func (l *loader) addSeason(a answer) error {
	number := a.series()
	if number == 0 {
		return badAnswerf("season %d does not say of which series: fetch the series with append_to_response=season/%d", *a.SeasonNumber, *a.SeasonNumber)
	}
	k := key{rolecall.Series, number}
	series := l.title(k)
	if series.adult {
		l.report.Unmapped("adult title", string(rolecall.Season))
		return nil
	}
	season := rolecall.Title{
		ID: fmt.Sprintf("%s/%d", series.id, *a.SeasonNumber), Kind: rolecall.Season, Name: cmp.Or(series.name, placeholder(k)),
		SeriesID: series.id, Season: *a.SeasonNumber,
	}
	if a.EpisodeNumber != nil { // the answer is of this one episode
		return l.addEpisodes(season, []episode{{
			Number: a.EpisodeNumber, Name: a.Name, AirDate: a.AirDate, Crew: a.Crew, GuestStars: a.GuestStars,
			Credits: credits{Cast: append(a.Cast, a.Credits.Cast...), Crew: a.Credits.Crew},
		}})
	}
	season.Released = l.date(a.AirDate)
	season.Year = season.Released.Year
	if err := l.handSeason(season); err != nil {
		return err
	}
	if len(a.GuestStars) > 0 {
		l.report.UnmappedTimes("credits", "of a season's guests, without their episodes", len(a.GuestStars))
	}
	given := credits{Cast: append(a.Cast, a.Credits.Cast...), Crew: append(a.Crew, a.Credits.Crew...)}
	if err := l.addCredits(credited{season.ID, rolecall.OfSeason}, given); err != nil {
		return err
	}
	return l.addEpisodes(season, a.Episodes)
}

// handSeason hands a season over the first time it is met.
func (l *loader) handSeason(season rolecall.Title) error {
	if l.seasons[season.ID] {
		return nil
	}
	l.seasons[season.ID] = true
	return l.sink.AddTitle(season)
}

func (l *loader) addEpisodes(season rolecall.Title, episodes []episode) error {
	held := make(map[int]bool)
	for _, e := range episodes {
		if fault := e.fault(); fault != "" {
			l.report.Unmapped("episode", fmt.Sprintf("of %s, %s", season.ID, fault))
			continue
		}
		if held[*e.Number] {
			l.report.Unmapped("episode", fmt.Sprintf("of %s, with the number %d again", season.ID, *e.Number))
			continue
		}
		held[*e.Number] = true
		if err := l.handSeason(season); err != nil {
			return err
		}
		t := rolecall.Title{
			ID: fmt.Sprintf("%s/%d", season.ID, *e.Number), Kind: rolecall.Episode, Name: e.Name, Released: l.date(e.AirDate),
			SeriesID: season.SeriesID, SeasonID: season.ID, Season: season.Season, Episode: *e.Number,
		}
		t.Year = t.Released.Year
		if t.Name == "" {
			t.Name = fmt.Sprintf("Episode %d", *e.Number)
		}
		if err := l.sink.AddTitle(t); err != nil {
			return err
		}
		given := credits{Cast: append(e.Credits.Cast, e.GuestStars...), Crew: append(e.Crew, e.Credits.Crew...)}
		if err := l.addCredits(credited{t.ID, rolecall.OfTitle}, given); err != nil {
			return err
		}
	}
	return nil
}
