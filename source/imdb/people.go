package imdb

import (
	"cmp"
	"context"
	"fmt"
	"slices"
)

// people are those of name.basics, each with a number in the catalog.
type people struct {
	rows  []personRow
	names texts
	// numbers are those in the catalog by IMDb's number.
	numbers byNumber[int32]
}

type personRow struct {
	name text
	imdb uint32
	born int16
}

// readPeople reads who there is.
func readPeople(ctx context.Context, l *loader) (*people, error) {
	p := &people{}
	if err := l.each(ctx, names, p.take); err != nil {
		return nil, err
	}
	inOrder := func(a, b personRow) int { return cmp.Compare(place(a.imdb), place(b.imdb)) }
	if !slices.IsSortedFunc(p.rows, inOrder) {
		slices.SortFunc(p.rows, inOrder)
	}
	for i, r := range p.rows {
		p.numbers.set(r.imdb, int32(i+1))
	}
	return p, nil
}

// take takes a line of name.basics: nconst, primaryName, birthYear and what is not needed.
func (p *people) take(f [][]byte) (fault string) {
	imdb, ok := number(f[0], personPrefix)
	born, dated := wholeNumber(f[2], 0, 9999)
	switch {
	case !ok:
		return notAPerson(f[0])
	case p.numbers.get(imdb) != 0:
		return fmt.Sprintf("%s is there already", f[0])
	case !dated:
		return fmt.Sprintf("birthYear is %q, not a year", f[2])
	}
	p.numbers.set(imdb, 1)
	row := personRow{imdb: imdb, born: int16(born)}
	if !missing(f[1]) {
		row.name = p.names.keep(f[1])
	}
	p.rows = append(p.rows, row)
	return ""
}

// nameOf is a person's name, or the identifier where there is none.
func (p *people) nameOf(r personRow) string {
	if r.name.length == 0 {
		return personID(r.imdb)
	}
	return p.names.get(r.name)
}

func notAPerson(id []byte) string { return fmt.Sprintf("%q is no identifier of a person", id) }

// add adds people who are credited but not in name.basics; they are known by
// their identifiers. The names are read while the others are written, and so stay
// as they are.
func (p *people) add(missing []uint32) {
	slices.SortFunc(missing, func(a, b uint32) int { return cmp.Compare(place(a), place(b)) })
	for _, imdb := range slices.Compact(missing) {
		p.rows = append(p.rows, personRow{imdb: imdb})
		p.numbers.set(imdb, int32(len(p.rows)))
	}
}
