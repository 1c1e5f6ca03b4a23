package web_test

import (
	"database/sql"
	"fmt"
	"io"
	"math/rand/v2"
	"os"
	"path/filepath"
	"testing"
)

// What is answered from the file of rows is what the tables answer: titles, people,
// assessments and how unusual a title is, on generated data of IMDb's shape.
func TestRowsAndTablesGiveTheSameAnswers(t *testing.T) {
	t.Parallel()
	path := generatedFile(t)
	alone := filepath.Join(t.TempDir(), filepath.Base(path))
	copyFile(t, path, alone)
	if rows, _ := filepath.Glob(path + ".*.rows"); len(rows) != 1 {
		t.Fatalf("beside the catalog lie the rows %v", rows)
	}
	// A file is open in one way at a time.
	drawn := func(query string) []string { return column(t, path, query) }
	titles, works := drawn(`SELECT id FROM title ORDER BY hash(id) LIMIT 500`), drawn(`SELECT id FROM title WHERE kind IN ('film', 'season') ORDER BY hash(id) LIMIT 80`)
	people, busiest := drawn(`SELECT id FROM person ORDER BY hash(id) LIMIT 150`), drawn(`SELECT id FROM person JOIN credited ON person = number ORDER BY credits DESC, id LIMIT 50`)
	withRows, _ := serve(t, path)
	withTables, _ := serve(t, alone)
	asked := 0
	same := func(address string) {
		t.Helper()
		asked++
		client := []string{"X-Forwarded-For", fmt.Sprintf("2001:db8:%x::1", asked)}
		got, want := get(t, withRows.URL+address, client...), get(t, withTables.URL+address, client...)
		if got.StatusCode != want.StatusCode || got.body != want.body {
			t.Errorf("%s: %d\n%.1500s\nof the tables: %d\n%.1500s", address, got.StatusCode, got.body, want.StatusCode, want.body)
		}
	}
	for i, id := range titles {
		same("/title/" + id + ".json")
		if i%10 == 0 {
			same("/api/v1/assess/" + id)
			same("/title/" + id)
		}
	}
	for _, id := range people {
		same("/person/" + id + ".json")
	}
	for _, id := range busiest {
		same("/person/" + id)
	}
	random := rand.New(rand.NewPCG(3, 4))
	for _, id := range works {
		from := 1990 + random.IntN(30)
		address := fmt.Sprintf("/unusual/%s?gender=%s&from=%d", id, []string{"woman", "man", "nonbinary"}[random.IntN(3)], from)
		if random.IntN(2) == 0 {
			address += fmt.Sprintf("&to=%d", from+random.IntN(9))
		}
		if random.IntN(3) == 0 {
			address += fmt.Sprintf("&min_episodes=%d", random.IntN(9))
		}
		same(address)
	}
	if asked < 800 {
		t.Errorf("only %d answers were compared", asked)
	}
}

func copyFile(t *testing.T, from, to string) {
	t.Helper()
	in, err := os.Open(from)
	if err != nil {
		t.Fatal(err)
	}
	defer in.Close()
	out, err := os.Create(to)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := io.Copy(out, in); err != nil {
		t.Fatal(err)
	}
	if err := out.Close(); err != nil {
		t.Fatal(err)
	}
}

// column is the one column of a query to a catalog's file.
func column(t *testing.T, path, query string) (all []string) {
	t.Helper()
	db, err := sql.Open("duckdb", path+"?access_mode=READ_ONLY")
	if err != nil {
		t.Fatal(err)
	}
	defer db.Close()
	rows, err := db.Query(query)
	if err != nil {
		t.Fatal(err)
	}
	defer rows.Close()
	for rows.Next() {
		var one string
		if err := rows.Scan(&one); err != nil {
			t.Fatal(err)
		}
		all = append(all, one)
	}
	if err := rows.Err(); err != nil {
		t.Fatal(err)
	}
	return all
}
