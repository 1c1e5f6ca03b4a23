package catalog

import (
	"context"

	"rolecall"
	"rolecall/population"
)

// Neighbour is a film or season whose share in a role is close to another's.
type Neighbour struct {
	Title rolecall.Title
	Role  rolecall.Role
	Count rolecall.Count
}

// Neighbours are, for each role of a slate, so many titles of a population whose shares, where
// known, are nearest to a title's own; of those as near, first the ones of which all is known,
// and of these the ones with the most votes, which a reader may know. A title of which nothing is known in a role is near none.
func (c *Catalog) Neighbours(ctx context.Context, t rolecall.Title, p population.Population, s Slate, most int) (near []Neighbour, err error) {
	number, err := c.titleNumber(ctx, t.ID)
	if err != nil {
		return nil, err
	}
	if p, err = c.Resolved(ctx, p); err != nil {
		return nil, err
	}
	err = c.comparing(ctx, p, func(q chosen) (err error) {
		near, err = q.neighbours(ctx, number, s, most)
		return err
	})
	return near, err
}

func (q chosen) neighbours(ctx context.Context, number int32, s Slate, most int) ([]Neighbour, error) {
	insert := `INSERT INTO chosen SELECT number, kind, leaves, '' FROM work WHERE number = ? AND number NOT IN (SELECT number FROM chosen)`
	if _, err := q.conn.ExecContext(ctx, insert, number); err != nil {
		return nil, q.fault(err)
	}
	if err := q.compare(ctx, s); err != nil {
		return nil, err
	}
	numbers := []int32{}
	near, err := read(ctx, q, query("neighbours"), []any{number, most}, func(scan func(...any) error) (n Neighbour, err error) {
		var of int32
		err = scan(&of, (*string)(&n.Role), &n.Count.Certain, &n.Count.Possible, &n.Count.Of)
		numbers = append(numbers, of)
		return n, err
	})
	if err != nil || len(near) == 0 {
		return near, err
	}
	rows, err := q.titleRows(ctx, `WHERE number IN `+among(numbers))
	if err != nil {
		return nil, err
	}
	titles, err := q.detailed(ctx, rows)
	if err != nil {
		return nil, err
	}
	byNumber := make(map[int32]rolecall.Title)
	for i, row := range rows {
		byNumber[row.number] = titles[i]
	}
	for i := range near {
		near[i].Title = byNumber[numbers[i]]
	}
	return near, nil
}
