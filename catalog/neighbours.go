package catalog

import (
	"context"
	"fmt"
	"strings"

	"rolecall"
	"rolecall/population"
)

// Neighbour is a film or season whose share in a role is close to another's.
type Neighbour struct {
	Title rolecall.Title
	Role  rolecall.Role
	Count rolecall.Count
}

// Neighbours are, for each role in which a title stands, so many other titles of a population
// whose shares, where known, are nearest to its own; of those as near, first the ones of which
// all is known, and of these the ones with the most votes, which a reader may know. A title of
// which nothing is known in a role is near none. The slate's roles are those of the standings.
func (c *Catalog) Neighbours(ctx context.Context, t rolecall.Title, own []Standing, p population.Population, s Slate, most int) (near []Neighbour, err error) {
	shares := ownShares(own)
	if len(shares) == 0 {
		return nil, nil
	}
	number, err := c.titleNumber(ctx, t.ID)
	if err != nil {
		return nil, err
	}
	text := strings.NewReplacer("/*standing*/", s.standing(), "/*own*/", strings.Join(shares, ", ")).Replace(query("neighbours"))
	err = c.comparing(ctx, p, func(q chosen) (err error) {
		near, err = q.neighbours(ctx, text, number, most)
		return err
	})
	return near, err
}

// ownShares are the rows of the roles in which a share is known.
func ownShares(own []Standing) (rows []string) {
	for _, standing := range own {
		if known := standing.Count.Share().Known; known.Defined() {
			rows = append(rows, fmt.Sprintf(`('%s', %d / %d)`, standing.Role, known.Numerator, known.Denominator))
		}
	}
	return rows
}

func (q chosen) neighbours(ctx context.Context, text string, number int32, most int) ([]Neighbour, error) {
	numbers := []int32{}
	near, err := read(ctx, q, text, []any{number, most}, func(scan func(...any) error) (n Neighbour, err error) {
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
