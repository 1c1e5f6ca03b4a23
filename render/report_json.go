package render

import (
	"encoding/json"

	"rolecall"
	"rolecall/catalog"
	"rolecall/measure"
	"rolecall/method"
	"rolecall/population"
)

// populationJSON is the filter, as it can be written down, with its size.
type populationJSON struct {
	population.Population
	Words  string `json:"words"`
	Titles int    `json:"titles"`
}

type countJSON struct {
	Certain  int `json:"certain"`
	Possible int `json:"possible"`
	Of       int `json:"of"`
}

type intervalJSON struct {
	Lower json.Number `json:"lower"`
	Upper json.Number `json:"upper"`
}

type rowJSON struct {
	By       string             `json:"by,omitempty"`
	Label    string             `json:"label,omitempty"`
	Given    catalog.GivenState `json:"given,omitempty"`
	Role     rolecall.Role      `json:"role"`
	Titles   int                `json:"titles"`
	Leaves   int                `json:"leaves"`
	Held     int                `json:"held"`
	Tally    rolecall.Tally     `json:"tally"`
	Count    countJSON          `json:"count"`
	Share    rolecall.Share     `json:"share"`
	Interval *intervalJSON      `json:"interval,omitempty"`
}

type trendJSON struct {
	Role  rolecall.Role      `json:"role"`
	Given catalog.GivenState `json:"given,omitempty"`
	From  int                `json:"from"`
	To    int                `json:"to"`
	Years int                `json:"years"`
	Lower json.Number        `json:"lower"`
	Known json.Number        `json:"known"`
	Upper json.Number        `json:"upper"`
}

type givenJSON struct {
	Role    rolecall.Role     `json:"role"`
	Genders []rolecall.Gender `json:"genders"`
}

type reportJSON struct {
	Population populationJSON    `json:"population"`
	Unit       rolecall.Unit     `json:"unit"`
	By         catalog.By        `json:"by,omitempty"`
	Genders    []rolecall.Gender `json:"genders"`
	Given      *givenJSON        `json:"given,omitempty"`
	Rows       []rowJSON         `json:"rows"`
	Total      []rowJSON         `json:"total"`
	Trends     []trendJSON       `json:"trends"`
	Notes      []string          `json:"notes"`
	Method     *method.Method    `json:"method,omitempty"`
	Catalog    about             `json:"catalog"`
}

func (r Report) object() any {
	q := r.Report
	object := reportJSON{
		Population: populationJSON{q.Population, catalog.WordsCounted(q.Population), q.Titles},
		Unit:       q.Unit, By: q.By, Genders: q.Genders, Trends: []trendJSON{},
		Rows: r.rowObjects(q.Rows, q.By), Total: r.rowObjects(q.Total, catalog.Whole),
		Notes: orEmpty(r.notes()), Catalog: aboutCatalog(r.Catalog),
	}
	if q.Given != nil {
		object.Given = &givenJSON{q.Given.Role, q.Given.Genders}
	}
	if r.WithMethod {
		m := r.method()
		object.Method = &m
	}
	for _, t := range q.Trends {
		object.Trends = append(object.Trends, trendJSON{
			t.Role, t.Given, t.From, t.To, t.Years,
			json.Number(decimal(t.Lower)), json.Number(decimal(t.Known)), json.Number(decimal(t.Upper)),
		})
	}
	return object
}

func (r Report) rowObjects(rows []measure.Row, by catalog.By) []rowJSON {
	objects := []rowJSON{}
	for _, row := range rows {
		object := rowJSON{
			By: row.Key, Given: row.Given, Role: row.Role, Titles: row.Titles, Leaves: row.Leaves, Held: row.Held,
			Tally: row.Tally, Count: countObject(row.Count), Share: row.Count.Share(),
		}
		if by != catalog.Whole && row.Key == "" {
			object.By = notKnown
		}
		if row.Label != row.Key {
			object.Label = row.Label
		}
		if row.Interval != nil {
			object.Interval = &intervalJSON{json.Number(decimal(row.Interval.Lower)), json.Number(decimal(row.Interval.Upper))}
		}
		objects = append(objects, object)
	}
	return objects
}

func countObject(c rolecall.Count) countJSON { return countJSON{c.Certain, c.Possible, c.Of} }
