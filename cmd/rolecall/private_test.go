package main

import (
	"bytes"
	"database/sql"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

// onList are people of a list who are not to be named anywhere.
func onList() (names []string) {
	for _, first := range []string{"Zoë", "是枝", "Aya", "Ólafur", "Nokuthula", "Mika", "Robin", "Ana"} {
		for _, last := range []string{"Lindqvist", "裕和", "O’Hara", "García", "Haddad"} {
			names = append(names, first+" "+last)
		}
	}
	return names
}

const privateMap = `source: {id: house, name: House roster, licence: private}
columns:
  title: Series
  season: Season
  episode: Ep
  released: Shown
  role: Position
  person: Name
  person_id: IMDb
  gender: Pronouns
  character: Character
  source: Document
roles: {director: director, writer: writer, actor: cast}
genders: {she: woman, he: man}
`

// privateCatalog is the catalog of a list that was imported privately, and what was said.
func privateCatalog(t *testing.T, further string) (path, said string) {
	t.Helper()
	folder := t.TempDir()
	var list strings.Builder
	list.WriteString("Series,Season,Ep,Shown,Position,Name,IMDb,Pronouns,Character,Document\n")
	for i, name := range onList() {
		id, season := "", i/20+1
		if i%10 == 0 {
			id = fmt.Sprintf("nm98765%02d", i)
		}
		for _, role := range []string{"director", "writer", "actor"} {
			fmt.Fprintf(&list, "The Quiet Mill,%d,%d,%d-03-0%d,%s,%s,%s,%s,Secret Role %d,https://example.org/of/%d\n",
				season, i%5+1, 2017+season, i%5+1, role, name, id, []string{"she", "he", "she", "he", ""}[i%5], i, i)
		}
	}
	list.WriteString(further)
	listPath, mapPath := filepath.Join(folder, "roster.csv"), filepath.Join(folder, "roster.yaml")
	path = filepath.Join(folder, "private.duckdb")
	for file, text := range map[string]string{listPath: list.String(), mapPath: privateMap} {
		if err := os.WriteFile(file, []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	var out, faults bytes.Buffer
	if code := run(t.Context(), []string{"import", "crew", listPath, "--map", mapPath, "--private", "--catalog", path, "--max-bad-lines", "10"}, &out, &faults); code != 0 {
		t.Fatalf("exit code %d: %s", code, &faults)
	}
	return path, out.String() + faults.String()
}

// secretIn is something of the list that stands in a text, or empty.
func secretIn(text string) string {
	for _, name := range onList() {
		for word := range strings.FieldsSeq(name) {
			if strings.Contains(text, word) {
				return word
			}
		}
	}
	for _, secret := range []string{"Secret Role", "example.org/of", "private-"} {
		if strings.Contains(text, secret) {
			return secret
		}
	}
	return ""
}

// No command names anybody on a private list, and the report alone answers.
func TestNobodyOnAPrivateListIsNamed(t *testing.T) {
	path, said := privateCatalog(t, `The Quiet Mill,1,1,2018-03-01,director,"Lindqvist, Zoë; García, Aya, x",,she,,
The Quiet Mill,1,one,2018-03-01,director,Aya Haddad,,she,,
The Quiet Mill,1,1,2018-03-01,,Robin García,,he,,
The Quiet Mill,1,1,2018-03-01,director,Mika Haddad,nm1,he,,
The Quiet Mill,1,1,2018-03-01,writer,Ana García,,"Ólafur’s word",,
`)
	if word := secretIn(said); word != "" || !strings.Contains(said, "not shown") || !strings.Contains(said, "private list") {
		t.Errorf("the import says %q: %s", word, said)
	}
	answered := 0
	for _, lines := range asked {
		for _, line := range lines {
			if line[0] == "check" || line[0] == "corpus" {
				continue // which open a catalog as all others do, and need files besides
			}
			line = slices.Clone(line)
			if at := slices.Index(line, "--catalog"); at >= 0 {
				line = slices.Delete(line, at, at+2)
			}
			if line[0] == "diff" {
				line[1] = path
			} else {
				line = append(line, "--catalog", path)
			}
			var out, faults bytes.Buffer
			code := run(t.Context(), line, &out, &faults)
			if word := secretIn(out.String() + faults.String()); word != "" {
				t.Errorf("%q says %q", line, word)
			}
			switch isAnswered := code == 0 && strings.Contains(out.String(), "private"); {
			case isAnswered && line[0] != "report":
				t.Errorf("%q is answered: %.200s", line, &out)
			case isAnswered:
				answered++
			}
		}
	}
	if answered < 3 {
		t.Errorf("%d reports are answered", answered)
	}
	for _, line := range [][]string{{"show", "The Quiet Mill"}, {"export", filepath.Join(t.TempDir(), "out")}, {"serve", "--addr", "127.0.0.1:0"}, {"mcp"}, {"sources"},
		{"import", "starter", "--into"}} {
		var out, faults bytes.Buffer
		if code := run(t.Context(), append(line, "--catalog", path), &out, &faults); code == 0 || !strings.Contains(faults.String(), "has a private list") {
			t.Errorf("%q: exit code %d, %s", line, code, &faults)
		}
	}
}

// What is kept in the file itself is a number for each, a role and a gender.
func TestAPrivateListIsNotInTheCatalog(t *testing.T) {
	path, _ := privateCatalog(t, "")
	db, err := sql.Open("duckdb", path+"?access_mode=READ_ONLY")
	if err != nil {
		t.Fatal(err)
	}
	defer db.Close()
	tables, err := textOf(db, `SELECT table_name FROM information_schema.tables`)
	if err != nil || len(tables) < 10 {
		t.Fatal(tables, err)
	}
	for _, table := range tables {
		rows, err := textOf(db, `SELECT t::VARCHAR FROM `+table+` t`)
		if err != nil {
			t.Fatal(table, err)
		}
		for _, row := range rows {
			if word := secretIn(strings.ReplaceAll(row, "private-", "")); word != "" {
				t.Errorf("%s has %q: %s", table, word, row)
			}
		}
	}
	beside, err := filepath.Glob(path + ".*")
	if err != nil {
		t.Fatal(err)
	}
	for _, file := range beside {
		content, err := os.ReadFile(file)
		if word := secretIn(strings.ReplaceAll(string(content), "private-", "")); err != nil || word != "" {
			t.Errorf("%s has %q, %v", file, word, err)
		}
	}
}

func textOf(db *sql.DB, query string) (all []string, err error) {
	rows, err := db.Query(query)
	if err != nil {
		return nil, err
	}
	defer rows.Close()
	for rows.Next() {
		var text string
		if err := rows.Scan(&text); err != nil {
			return nil, err
		}
		all = append(all, text)
	}
	return all, rows.Err()
}

// A private list is counted as any other, but for what would tell of too few.
func TestAPrivateListIsCounted(t *testing.T) {
	path, _ := privateCatalog(t, "")
	for line, want := range map[string]string{
		"--role director":             "16–24 of 40",
		"--role director --by season": "8–12 of 20",
		"--role director --kind episode --dates 2018-03-01..2018-03-01": "would tell of too few people", // of four, all women
		"--role director --gender man --format csv":                     ",,,,16,24,40,0.400000",
	} {
		args := append([]string{"report", "--catalog", path}, strings.Fields(line)...)
		if got := string(written(t, args...)); !strings.Contains(got, want) {
			t.Errorf("%s: %s\nwant %s", line, got, want)
		}
	}
	for line, want := range map[string]string{
		"--unit credits":       "choose the unit people",
		"--given writer=woman": "tell titles apart",
		"--first director":     "",
		"--private-least 2":    "",
	} {
		var out, faults bytes.Buffer
		args := append([]string{"report", "--catalog", path}, strings.Fields(line)...)
		if code := run(t.Context(), args, &out, &faults); code == 0 || !strings.Contains(faults.String(), want) {
			t.Errorf("%s: exit code %d, %s", line, code, &faults)
		}
	}
}
