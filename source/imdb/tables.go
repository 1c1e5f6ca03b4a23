package imdb

import (
	"context"
	"fmt"
	"slices"

	"rolecall"
	"rolecall/source"
)

// The rows of the catalog, in the order of their numbers.

// rowsOfAll hands on all titles, the seasons of a series after it.
func (t *titles) rowsOfAll(_ context.Context, add func(source.NumberedTitle) error) error {
	for _, r := range t.rows {
		row := t.row(r)
		if err := add(row); err != nil {
			return err
		}
		if row.Kind != rolecall.Series {
			continue
		}
		for _, s := range t.seasonsOf(r.imdb) {
			of := source.NumberedTitle{
				Number: s.number, ID: fmt.Sprintf("%s/%d", row.ID, s.season), Kind: rolecall.Season, Name: row.Name,
				Series: row.Number, SeasonTitle: s.number, Season: s.season, Year: s.year, Whole: s.whole,
			}
			if err := add(of); err != nil {
				return err
			}
		}
	}
	return nil
}

// row is a film, series or episode.
func (t *titles) row(r titleRow) source.NumberedTitle {
	row := source.NumberedTitle{
		Number: t.numbers.get(r.imdb), ID: titleID(r.imdb), Kind: kinds[t.kinds.get(r.imdb)], Name: t.names.get(r.name),
		Year: t.years.get(r.imdb), Form: t.forms.all[r.form], Votes: r.votes, Minutes: r.minutes,
	}
	if row.Kind == rolecall.Episode {
		e := t.episodes[t.episodeAt.get(r.imdb)-1]
		row.Series, row.SeasonTitle, row.Season, row.Episode = t.numbers.get(e.series), e.seasonNumber, e.season, e.number
	}
	if r.originalName.length > 0 {
		row.OriginalName = t.names.get(r.originalName)
	}
	if r.genres > 0 {
		row.Genres = t.genres.all[r.genres-1]
	}
	return row
}

// rowsOf hands on some of the people, of whom so many come before.
func (p *people) rowsOf(rows []personRow, before int) source.Rows[source.NumberedPerson] {
	return func(_ context.Context, add func(source.NumberedPerson) error) error {
		for i, r := range rows {
			if err := add(source.NumberedPerson{Number: int32(before + i + 1), ID: personID(r.imdb), Name: p.nameOf(r), Born: r.born}); err != nil {
				return err
			}
		}
		return nil
	}
}

// statements are what the forms of credits say of people: nothing beyond the word, in
// the lowest rank.
func (p *people) statements(forms byNumber[form]) source.Rows[source.NumberedStatement] {
	stated := map[form]source.NumberedStatement{
		asActress: {Gender: rolecall.Woman, Wording: "actress", Precedence: rolecall.CreditForm, Source: SourceID},
		asActor:   {Gender: rolecall.Man, Wording: "actor", Precedence: rolecall.CreditForm, Source: SourceID},
	}
	return func(_ context.Context, add func(source.NumberedStatement) error) error {
		for i, r := range p.rows {
			for _, as := range []form{asActress, asActor} {
				if forms.get(r.imdb)&as == 0 {
					continue
				}
				s := stated[as]
				s.Person = int32(i + 1)
				if err := add(s); err != nil {
					return err
				}
			}
		}
		return nil
	}
}

// nameReader takes the other names of films and series; those of episodes are
// not looked up.
type nameReader struct {
	titles *titles
	out    func(source.NumberedName) error
	title  titleRow
	fault  error
}

// take takes a line of title.akas: titleId, ordering, title and what is not
// needed.
func (n *nameReader) take(f [][]byte) (fault string) {
	imdb, ok := number(f[0], titlePrefix)
	if !ok {
		return notATitle(f[0])
	}
	if what := n.titles.kinds.get(imdb); missing(f[2]) || what != film && what != series {
		return ""
	}
	if n.title.imdb != imdb {
		at, _ := slices.BinarySearchFunc(n.titles.rows, imdb, func(r titleRow, imdb uint32) int {
			return int(int64(place(r.imdb)) - int64(place(imdb)))
		})
		n.title = n.titles.rows[at]
	}
	name := string(f[2])
	if name != n.titles.names.get(n.title.name) && (n.title.originalName.length == 0 || name != n.titles.names.get(n.title.originalName)) && n.fault == nil {
		n.fault = n.out(source.NumberedName{Title: n.titles.numbers.get(imdb), Name: name})
	}
	return ""
}
