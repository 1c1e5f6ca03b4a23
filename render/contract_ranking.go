package render

import (
	"rolecall/catalog"
	"rolecall/contract"
)

// Contract is the answer as JSON says it.
func (r Ranking) Contract() contract.Ranking {
	q := r.Ranking
	object := contract.Ranking{
		Population: populationObject(q.Population, catalog.WordsCounted(q.Population), q.Titles),
		Role:       q.Role, Unit: q.Unit, Reading: read(q.Reading), Genders: q.Genders, MinPeople: q.MinPeople, LeftOut: q.LeftOut, Ranked: q.All.Of, All: contract.Count(q.All),
		Finding: r.Finding() + ".", Rows: []contract.Ranked{}, Notes: r.Notes(), Method: methodObject(r.WithMethod, r.Method), Catalog: catalogObject(r.Catalog),
	}
	places := q.Places()
	for i, row := range q.Rows {
		object.Rows = append(object.Rows, contract.Ranked{
			Place: places[i], Title: titleObject(row.Title), Leaves: row.Leaves, Held: row.Held,
			Tally: contract.Tally(row.Tally), Count: contract.Count(row.Count), Share: shareObject(row.Count),
		})
	}
	return object
}
