package method_test

import (
	"encoding/json"
	"strings"
	"testing"

	"rolecall"
	"rolecall/catalog"
	"rolecall/method"
)

func directors() method.Method {
	return method.Method{
		Subject: "The share of women among directors", Population: "seasons on A&E_100% #1", Titles: 12, Unit: rolecall.Credits,
		Coverage: []method.Coverage{{Of: "directors", Share: rolecall.Fraction{Numerator: 3, Denominator: 4}}, {Of: "editors"}},
		Notes:    []string{"A note."},
		Catalog: catalog.Info{
			Name: "IMDb 2026-11-20", Hash: strings.Repeat("ab", 32), Built: "2026-11-21T12:00:00Z", Program: "v1.2.3",
			Sources: []rolecall.Source{{Name: "IMDb", Licence: "non-commercial", Address: "https://example.org", Retrieved: "2026-11-20"}},
		},
	}
}

// The paragraph can stand by itself: it says all that a reader needs to judge the
// number and to come to it again.
func TestTheParagraphSaysEverything(t *testing.T) {
	m := directors()
	for _, words := range []string{
		"The share of women among directors was counted in seasons on A&E_100% #1: 12 titles in all.",
		"each person once for each film or episode", "never inferred", "the lower figure takes none of it", "75 % of directors (3 of 4).",
		"A note.", "Rolecall (v1.2.3)", "“IMDb 2026-11-20”", "21 November 2026", m.Catalog.Hash, "https://example.org, licence: non-commercial, retrieved 2026-11-20",
	} {
		if !strings.Contains(m.Paragraph(), words) {
			t.Errorf("the paragraph lacks %q:\n%s", words, m.Paragraph())
		}
	}
	if strings.Contains(m.Paragraph(), "editors") || strings.Contains(m.Paragraph(), "picked by hand") {
		t.Errorf("the paragraph says what is not so:\n%s", m.Paragraph())
	}
	m.Catalog.HandPicked = true
	if !strings.Contains(m.Paragraph(), "picked by hand") {
		t.Error("the paragraph hides that the titles were picked by hand")
	}
}

// What must be said with a number is less than how it was come to, and leaves no bound out.
func TestCaveats(t *testing.T) {
	m := directors()
	m.Catalog.HandPicked = true
	want := []string{"What is unknown is never left out", "75 % of directors (3 of 4)", "A note.", "picked by hand"}
	got := m.Caveats()
	if len(got) != len(want) {
		t.Fatalf("%q", got)
	}
	for i, words := range want {
		if !strings.Contains(got[i], words) || !strings.Contains(m.Paragraph(), got[i]) {
			t.Errorf("%q lacks %q, or the paragraph lacks it", got[i], words)
		}
	}
}

// A reference leads to the answer: by the catalog's hash, and by its address where it has one.
func TestReference(t *testing.T) {
	m := directors()
	here, nowhere := m.Reference("https://rolecall.example/report?catalog=ab"), m.Reference("")
	if !strings.HasSuffix(here.Words, m.Catalog.Hash+". https://rolecall.example/report?catalog=ab") || here.Hash != m.Catalog.Hash || here.Program != "v1.2.3" || here.CSL.ID != m.CSL().ID {
		t.Errorf("%+v", here)
	}
	if nowhere.Address != "" || strings.Contains(nowhere.Words, "http") {
		t.Errorf("%+v", nowhere)
	}
}

func TestCitations(t *testing.T) {
	m := directors()
	if got := m.BibTeX(); got != directors().BibTeX() || !strings.Contains(got, `seasons on A\&E\_100\% \#1}}`) || !strings.Contains(got, "year = {2026}") {
		t.Errorf("BibTeX:\n%s", got)
	}
	other := directors()
	other.Catalog.Hash = strings.Repeat("cd", 32)
	if other.CSL().ID == m.CSL().ID {
		t.Error("another catalog has the same key")
	}
	var object struct {
		Paragraph, BibTeX string
		CSL               []struct {
			ID, Type, Version string
			Issued            struct {
				DateParts [][]int `json:"date-parts"`
			}
		}
	}
	text, err := json.Marshal(m.Contract())
	if err != nil {
		t.Fatal(err)
	}
	if err := json.Unmarshal(text, &object); err != nil || len(object.CSL) != 1 {
		t.Fatalf("%s: %v", text, err)
	}
	if c := object.CSL[0]; c.Type != "dataset" || c.Version != m.Catalog.Hash || len(c.Issued.DateParts) != 1 || c.Issued.DateParts[0][0] != 2026 {
		t.Errorf("CSL: %+v", c)
	}
}
