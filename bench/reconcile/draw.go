package main

import (
	"context"
	"database/sql"
	"encoding/json"
	"fmt"
	"math/rand/v2"
	"strings"

	_ "github.com/duckdb/duckdb-go/v2"
)

// row is a row of the table: the query that is made of it, and what is meant.
type row struct {
	id, kind, query string
}

// kinds are the kinds of rows: which entity, what a row says beside the name, and how many of
// twenty rows are so.
var kinds = []struct {
	name, from string
	says       []string
	of20       int
	typeID     string
	misspelt   bool
}{
	{"title", titles, nil, 2, "", false},
	{"title and year", titles, []string{"year"}, 7, "film", false},
	{"title, year and director", titles, []string{"year", "director"}, 3, "film", false},
	{"title and year, misspelt", titles, []string{"year"}, 1, "film", true},
	{"person", people, nil, 2, "person", false},
	{"person and title", people, []string{"known_for"}, 4, "person", false},
	{"person and title, misspelt", people, []string{"known_for"}, 1, "person", true},
}

// The columns are the identifier, the name and what a row may say beside it, in the order in
// which a kind says it.
const (
	titles = `SELECT t.id, t.name, t.year::VARCHAR, p.name FROM title t
		JOIN (SELECT title, min(person) AS person FROM credit WHERE role = 'director' GROUP BY title) c ON c.title = t.number
		JOIN person p ON p.number = c.person WHERE t.kind = 'film' AND t.year > 0 AND p.name <> p.id`
	people = `SELECT p.id, p.name, coalesce(nullif(s.name, ''), t.name), '' FROM person p
		JOIN (SELECT person, max(title) AS title FROM credit GROUP BY person) c ON c.person = p.number
		JOIN title t ON t.number = c.title LEFT JOIN title s ON s.number = t.series
		WHERE p.name <> p.id AND p.name <> '' AND t.name <> ''`
)

// draw makes the column, each kind of row in its place again and again.
func draw(ctx context.Context, o options) ([]row, error) {
	db, err := sql.Open("duckdb", o.catalog+"?access_mode=READ_ONLY&memory_limit=1GB")
	if err != nil {
		return nil, err
	}
	defer db.Close()
	random := rand.New(rand.NewPCG(o.seed, 1))
	drawn := make(map[string][][4]string)
	for _, from := range []string{titles, people} {
		if drawn[from], err = sample(ctx, db, from, o); err != nil {
			return nil, err
		}
	}
	var rows []row
	for len(rows) < o.names {
		for _, k := range kinds {
			for range k.of20 {
				of := drawn[k.from][random.IntN(len(drawn[k.from]))]
				name := of[1]
				if k.misspelt {
					name = misspelt(random, name)
				}
				rows = append(rows, row{of[0], k.name, query(name, k.typeID, k.says, of[2:])})
			}
		}
	}
	return rows[:o.names], nil
}

func sample(ctx context.Context, db *sql.DB, from string, o options) (all [][4]string, err error) {
	rows, err := db.QueryContext(ctx, fmt.Sprintf(`SELECT * FROM (%s) USING SAMPLE reservoir(%d ROWS) REPEATABLE (%d)`, from, o.names, o.seed))
	if err != nil {
		return nil, err
	}
	defer rows.Close()
	for rows.Next() {
		var one [4]string
		if err := rows.Scan(&one[0], &one[1], &one[2], &one[3]); err != nil {
			return nil, err
		}
		all = append(all, one)
	}
	if len(all) == 0 && rows.Err() == nil {
		return nil, fmt.Errorf("the catalog has too little to draw from")
	}
	return all, rows.Err()
}

// query is a query as OpenRefine writes it.
func query(name, typeID string, says, values []string) string {
	type property struct {
		ID    string `json:"pid"`
		Value string `json:"v"`
	}
	q := struct {
		Query      string     `json:"query"`
		Type       string     `json:"type,omitempty"`
		Strict     string     `json:"type_strict,omitempty"`
		Properties []property `json:"properties,omitempty"`
	}{Query: name, Type: typeID}
	if typeID != "" {
		q.Strict = "should"
	}
	for i, id := range says {
		q.Properties = append(q.Properties, property{id, values[i]})
	}
	text, err := json.Marshal(q)
	if err != nil {
		panic(err) // texts alone
	}
	return string(text)
}

// misspelt has one letter wrong.
func misspelt(random *rand.Rand, name string) string {
	letters := []rune(strings.ToLower(name))
	if len(letters) > 3 {
		letters[1+random.IntN(len(letters)-2)] = rune('a' + random.IntN(26))
	}
	return string(letters)
}
