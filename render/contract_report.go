package render

import (
	"math"

	"rolecall/catalog"
	"rolecall/contract"
	"rolecall/measure"
)

// Contract is the answer as JSON says it.
func (r Report) Contract() contract.Report {
	q := r.Report
	object := contract.Report{
		Population: populationObject(q.Population, catalog.WordsCounted(q.Population), q.Titles),
		Unit:       q.Unit, Reading: read(q.Reading), By: q.By.String(), First: q.First, Billed: q.Billed.String(), Makers: string(q.Makers), Genders: q.Genders, Trends: []contract.Trend{}, Shifts: []contract.Shift{}, Finding: r.Finding() + ".",
		Rows: rowObjects(q.Rows, q.By, q.LeastTold), Total: rowObjects(q.Total, catalog.Breakdown{}, q.LeastTold), LeastTold: q.LeastTold,
		Notes: orEmpty(r.Notes()), Method: methodObject(r.WithMethod, r.Method), Catalog: catalogObject(r.Catalog),
	}
	if q.Given != nil {
		object.Given = &contract.Given{Role: q.Given.Role, Genders: q.Given.Genders}
	}
	for _, t := range q.Trends {
		object.Trends = append(object.Trends, contract.Trend{
			Role: t.Role, Given: string(t.Given), From: t.From, To: t.To, Years: t.Years,
			Lower: decimals(t.Lower), Known: decimals(t.Known), Upper: decimals(t.Upper),
		})
	}
	for _, s := range q.Shifts {
		object.Shifts = append(object.Shifts, contract.Shift{
			Role: s.Role, Given: string(s.Given), From: s.From, To: s.To,
			Lower: decimals(s.Lower), Known: decimals(s.Known), Upper: decimals(s.Upper),
		})
	}
	return object
}

func rowObjects(rows []measure.Row, by catalog.Breakdown, least int) []contract.Row {
	objects := []contract.Row{}
	for _, row := range rows {
		object := contract.Row{
			By: row.Key.First, Then: row.Key.Then, Given: string(row.Given), Role: row.Role, Titles: row.Titles, Leaves: row.Leaves, Held: row.Held, Unsure: row.Unsure,
			LeftOut: row.IsLeftOut, Count: contract.Count(row.Count), Share: sharesObject(row.Share()),
		}
		if least == 0 {
			object.Tally = new(contract.Tally(row.Tally))
		}
		if !by.IsWhole() && row.Key.First == "" {
			object.By = notKnown
		}
		if by.Then.By != "" && row.Key.Then == "" {
			object.Then = notKnown
		}
		if row.Label != row.Key.First {
			object.Label = row.Label
		}
		if row.ThenLabel != row.Key.Then {
			object.ThenLabel = row.ThenLabel
		}
		if row.Mean != nil {
			object.Mean = new(sharesObject(*row.Mean))
		}
		if row.Interval != nil {
			object.Interval = &contract.Interval{Lower: decimals(row.Interval.Lower), Upper: decimals(row.Interval.Upper)}
		}
		objects = append(objects, object)
	}
	return objects
}

// decimals is a number to six decimals; the sum makes of -0 what it is, 0.
func decimals(v float64) float64 { return math.Round(v*1e6)/1e6 + 0 }
