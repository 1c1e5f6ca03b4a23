package main

import (
	"bytes"
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// Every quotation of our own texts stands in its text, or it could never be found.
func TestOwnLabels(t *testing.T) {
	sets, err := labelledSets(nil)
	if err != nil {
		t.Fatal(err)
	}
	for _, s := range sets {
		for _, text := range s.texts {
			for _, label := range text.Claims {
				if len(occurrences(text.Text, label.Quote)) == 0 {
					t.Errorf("%s %s: not in the text: %q", s.name, text.ID, label.Quote)
				}
			}
		}
	}
}

// write makes a file of labelled texts that are all wrong.
func write(t *testing.T, name string) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), name)
	line := `{"id": "ID", "text": "Nothing is said here.", "claims": [{"quote": "said", "kind": "date", "season": null, "value": 3}]}`
	var lines []string
	for _, id := range []string{"one", "two", "three"} {
		lines = append(lines, strings.Replace(line, "ID", id, 1))
	}
	if err := os.WriteFile(path, []byte(strings.Join(lines, "\n")), 0o600); err != nil {
		t.Fatal(err)
	}
	return path
}

func TestRun(t *testing.T) {
	path, output := write(t, "dev3.jsonl"), filepath.Join(t.TempDir(), "figures.json")
	var out bytes.Buffer
	s := settings{also: path, file: "dev3", show: true, withoutTitles: true, output: output}
	if err := run(t.Context(), &out, s); err != nil {
		t.Fatal(err)
	}
	for _, id := range []string{"one", "two"} {
		if !strings.Contains(out.String(), "miss\t"+id) {
			t.Errorf("%s is not shown:\n%s", id, out.String())
		}
	}
	if strings.Contains(out.String(), "miss\tthree") {
		t.Error("an unread text is shown")
	}
	for _, line := range []string{"dev3   ", "dev3/unread third", "dev3, whole"} {
		if !strings.Contains(out.String(), "\n"+line) {
			t.Errorf("no line of %q in\n%s", line, out.String())
		}
	}
	var got figures
	content, err := os.ReadFile(output)
	if err == nil {
		err = json.Unmarshal(content, &got)
	}
	if err != nil || len(got.Sets) != 2 || got.Sets[0].Kinds["date"].Labelled != 2 || !got.Sets[1].Unread {
		t.Errorf("figures %s: %v", content, err)
	}
}

func TestChosen(t *testing.T) {
	sets := []set{
		{name: "dev", texts: []text{{ID: "a"}, {ID: "b"}}},
		{name: "dev3", texts: []text{{ID: "c"}}}, {name: "dev3/unread third", unread: true, texts: []text{{ID: "d"}}},
	}
	cases := []caseSet{
		{name: "verdicts", cases: []verdictCase{{ID: "v"}, {ID: "w"}}},
		{name: "cases", cases: []verdictCase{{ID: "x"}}}, {name: "cases/unread third", unread: true, cases: []verdictCase{{ID: "y"}}},
	}
	for _, c := range []struct {
		s           settings
		texts, left int
	}{
		{settings{}, 4, 4},
		{settings{file: "dev"}, 2, 0},
		{settings{file: "dev3,verdicts"}, 2, 2},
		{settings{only: "b,w"}, 1, 1},
		{settings{file: "cases"}, 0, 2},
		{settings{only: "d,x,y"}, 0, 1},
	} {
		chosen, left := c.s.chosen(sets, cases)
		n := 0
		for _, s := range chosen {
			n += len(s.texts)
		}
		m := 0
		for _, s := range left {
			m += len(s.cases)
		}
		if n != c.texts || m != c.left {
			t.Errorf("%+v: %d texts and %d cases, want %d and %d", c.s, n, m, c.texts, c.left)
		}
	}
}

func TestAModelServerIsNamedByItsAddress(t *testing.T) {
	if err := run(t.Context(), &bytes.Buffer{}, settings{file: "none", withoutTitles: true, server: "nowhere", model: "any"}); err == nil || !strings.Contains(err.Error(), "nowhere") {
		t.Errorf("an address that is none: %v", err)
	}
}
