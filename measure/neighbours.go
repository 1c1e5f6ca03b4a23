package measure

import (
	"context"

	"rolecall"
	"rolecall/catalog"
	"rolecall/phrase"
)

// mostNeighbours is how many titles near another are named.
const mostNeighbours = 5

// NeighboursOf names, for each role of a rarity, the titles compared whose shares are nearest.
func NeighboursOf(ctx context.Context, c *catalog.Catalog, r Rarity) (map[rolecall.Role][]catalog.Neighbour, error) {
	if len(r.Roles) == 0 {
		return nil, nil
	}
	roles := phrase.Each(r.Roles, func(role catalog.Rarity) rolecall.Role { return role.Role })
	own := phrase.Each(r.Roles, func(role catalog.Rarity) catalog.Standing { return role.Standing })
	near, err := c.Neighbours(ctx, r.Title, own, r.Population, catalog.Slate{Roles: roles, Unit: rolecall.People, Genders: r.Genders}, mostNeighbours)
	byRole := make(map[rolecall.Role][]catalog.Neighbour)
	for _, n := range near {
		byRole[n.Role] = append(byRole[n.Role], n)
	}
	return byRole, err
}
