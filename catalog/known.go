package catalog

import (
	"cmp"
	"context"
	"database/sql"
	"encoding/binary"
	"errors"
	"slices"

	"rolecall/rowfile"
)

// What a person is best known for tells them from their namesakes. It is the title with
// the most votes, an episode having at least those of its series, or else the latest. To
// find it among all that somebody is credited on takes a row for each, and there may be
// dozens of namesakes with hundreds of credits: so an import notes it for everybody.

// fame is what of each title, by number, says how well it is known.
type fame struct {
	series, votes, years []int32
	// best is what each person is best known for, from number 1.
	best []engagedCode
}

// engagedCode is a title, and the place of a role among all.
type engagedCode struct {
	title int32
	role  uint8
}

// readFame reads how well known titles are, up to the last number.
func readFame(ctx context.Context, from *sql.Conn, titles int) (*fame, error) {
	k := &fame{series: make([]int32, titles+1), votes: make([]int32, titles+1), years: make([]int32, titles+1)}
	err := scan(ctx, from, `SELECT number, series, votes, year::INTEGER FROM title`, nil, func(s scanned) error {
		numbers, err := s.integers(0)
		for i, column := range [][]int32{k.series, k.votes, k.years} {
			values, faulty := s.integers(i + 1)
			if err = errors.Join(err, faulty); err != nil {
				return err
			}
			for at, number := range numbers {
				column[number] = values[at]
			}
		}
		return nil
	})
	return k, err
}

// addCareer takes the row of the next person's career.
func (k *fame) addCareer(row []byte) {
	var best engagedCode
	title := uint64(0)
	for len(row) > 0 {
		more, n := binary.Uvarint(row)
		title += more
		if of := int32(title); best.title == 0 || k.better(of, best.title) {
			best = engagedCode{of, row[n]}
		}
		row = row[n+1:]
	}
	k.best = append(k.best, best)
}

// better reports whether a title is better known than one of a lower number, or the same.
func (k *fame) better(t, u int32) bool {
	return cmp.Or(cmp.Compare(k.of(t), k.of(u)), cmp.Compare(k.years[t], k.years[u])) > 0
}

func (k *fame) of(t int32) int32 { return max(k.votes[t], k.votes[k.series[t]]) }

// each hands over a row for each person, from number 1.
func (k *fame) each(take func(row []byte) error) error {
	var row []byte
	for _, best := range k.best {
		row = row[:0]
		if title := cmp.Or(k.series[best.title], best.title); title > 0 {
			row = append(binary.AppendUvarint(row, uint64(title)), best.role)
		}
		if err := take(row); err != nil {
			return err
		}
	}
	return nil
}

// bestKnownFor is the title that a person is best known for, a series for its episodes,
// and their role; of title 0 where they have no credit.
func (c *Catalog) bestKnownFor(ctx context.Context, person int32) (engaged, error) {
	return fromRows(ctx, c,
		func(f *rowfile.File) (best engaged, err error) {
			roles := c.roles.sorted()
			held, err := byNumber(f, knownTable, []int32{person}, func(_ int32, row []byte) ([]engaged, error) { return readCareer(row, roles) })
			if all := slices.Concat(held...); len(all) > 0 {
				best = all[0]
			}
			return best, err
		},
		func() (engaged, error) { return c.bestOfCareer(ctx, person) })
}

// bestOfCareer is bestKnownFor by all that a person is credited on.
func (c *Catalog) bestOfCareer(ctx context.Context, person int32) (engaged, error) {
	held, err := c.engagements(ctx, person)
	if err != nil || len(held) == 0 {
		return engaged{}, err
	}
	titles, err := c.titlesByNumber(ctx, each(held, engaged.titleOf))
	if err != nil {
		return engaged{}, err
	}
	var series []int32
	for _, t := range titles {
		if t.series > 0 {
			series = append(series, t.series)
		}
	}
	wholes, err := c.titlesByNumber(ctx, series)
	if err != nil {
		return engaged{}, err
	}
	best := slices.MinFunc(held, func(a, b engaged) int {
		t, u := titles[a.title], titles[b.title]
		return cmp.Or(max(u.Votes, wholes[u.series].Votes)-max(t.Votes, wholes[t.series].Votes), u.Year-t.Year, int(t.number-u.number))
	})
	best.title = cmp.Or(titles[best.title].series, best.title)
	return best, nil
}

func (c *Catalog) titlesByNumber(ctx context.Context, numbers []int32) (map[int32]titleRow, error) {
	rows, err := c.titleRowsOf(ctx, numbers)
	titles := make(map[int32]titleRow, len(rows))
	for _, r := range rows {
		titles[r.number] = r
	}
	return titles, err
}
