package render

import (
	"encoding/json"

	"rolecall/block"
	"rolecall/catalog"
	"rolecall/contract"
	"rolecall/measure"
)

// Contract is the answer as JSON says it.
func (r Report) Contract() contract.Report {
	q := r.Report
	object := contract.Report{
		Population: populationObject(q.Population, catalog.WordsCounted(q.Population), q.Titles),
		Unit:       q.Unit, By: q.By, Genders: q.Genders, Trends: []contract.Trend{},
		Rows: rowObjects(q.Rows, q.By), Total: rowObjects(q.Total, catalog.Whole),
		Notes: orEmpty(r.Notes()), Method: methodObject(r.WithMethod, r.Method), Catalog: catalogObject(r.Catalog),
	}
	if q.Given != nil {
		object.Given = &contract.Given{Role: q.Given.Role, Genders: q.Given.Genders}
	}
	for _, t := range q.Trends {
		object.Trends = append(object.Trends, contract.Trend{
			Role: t.Role, Given: t.Given, From: t.From, To: t.To, Years: t.Years,
			Lower: json.Number(block.Decimals(t.Lower)), Known: json.Number(block.Decimals(t.Known)), Upper: json.Number(block.Decimals(t.Upper)),
		})
	}
	return object
}

func rowObjects(rows []measure.Row, by catalog.By) []contract.Row {
	objects := []contract.Row{}
	for _, row := range rows {
		object := contract.Row{
			By: row.Key, Given: row.Given, Role: row.Role, Titles: row.Titles, Leaves: row.Leaves, Held: row.Held,
			Tally: contract.Tally(row.Tally), Count: contract.Count(row.Count), Share: row.Count.Share(),
		}
		if by != catalog.Whole && row.Key == "" {
			object.By = notKnown
		}
		if row.Label != row.Key {
			object.Label = row.Label
		}
		if row.Interval != nil {
			object.Interval = &contract.Interval{Lower: json.Number(block.Decimals(row.Interval.Lower)), Upper: json.Number(block.Decimals(row.Interval.Upper))}
		}
		objects = append(objects, object)
	}
	return objects
}
