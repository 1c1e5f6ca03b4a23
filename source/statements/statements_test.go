package statements_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"rolecall"
	"rolecall/source"
	"rolecall/source/sourcetest"
	"rolecall/source/statements"
)

func read(t testing.TB, text string) (*sourcetest.Memory, *source.Report, error) {
	t.Helper()
	path := filepath.Join(t.TempDir(), "gaps.csv")
	if err := os.WriteFile(path, []byte(text), 0o644); err != nil {
		t.Fatal(err)
	}
	sink, report := &sourcetest.Memory{}, &source.Report{MostBadLines: 100}
	return sink, report, statements.New(path).Read(t.Context(), sink, report)
}

const columns = "person_id,name,role,titles,of,narrows,address,gender,wording,page,publisher,by\n"

func TestATableThatWasFilledIn(t *testing.T) {
	sink, report, err := read(t, columns+
		"zoe,Zoë Ipsum,director,2,614,0.003257,,Woman,she,https://example.org/zoë,The Gazette,\n"+
		"是枝裕和,是枝裕和,director,2,614,0.003257,,man,“he”,https://example.org/k,,citation\n"+
		"kim,Kim,director,1,614,0.001,,non-binary,they,,,declaration\n"+
		"lee,Lee,director,1,614,0.001,,unknown,does not say,,,declaration\n"+
		"jo,Jo,director,1,614,0.001,,man,,,,\n"+
		"ann,Ann,director,1,614,0.001,,,,,,\n"+
		"max,Max,director,1,614,0.001,,man,he,https://example.org/zoë,The Gazette,\n")
	if err != nil {
		t.Fatal(err)
	}
	if bad, n := report.BadLines(); n > 0 {
		t.Errorf("%d bad lines: %v", n, bad)
	}
	want := []rolecall.Statement{
		{PersonID: "zoe", Gender: rolecall.Woman, Wording: "she", Precedence: rolecall.Citation},
		{PersonID: "是枝裕和", Gender: rolecall.Man, Wording: "“he”", Precedence: rolecall.Citation},
		{PersonID: "kim", Gender: rolecall.Nonbinary, Wording: "they", Precedence: rolecall.Declaration},
		{PersonID: "lee", Gender: rolecall.Unknown, Wording: "does not say", Precedence: rolecall.Declaration},
		{PersonID: "jo", Gender: rolecall.Man, Precedence: rolecall.Correction},
		{PersonID: "max", Gender: rolecall.Man, Wording: "he", Precedence: rolecall.Citation},
	}
	if len(sink.Statements) != len(want) {
		t.Fatalf("%d statements: %+v", len(sink.Statements), sink.Statements)
	}
	for i, s := range sink.Statements {
		if cites := s.Citation != ""; s.Source != "statements:gaps" || cites != (s.Precedence == rolecall.Citation) {
			t.Errorf("%+v", s)
		}
		s.Source, s.Citation = "", ""
		if s != want[i] {
			t.Errorf("%+v, want %+v", s, want[i])
		}
	}
	if len(sink.Pages) != 2 || sink.Pages[0].Publisher != "The Gazette" || sink.Pages[1].Publisher != "example.org" || sink.Statements[0].Citation != sink.Statements[5].Citation {
		t.Errorf("pages %+v", sink.Pages)
	}
	if len(sink.Sources) != 1 || !strings.HasPrefix(sink.Sources[0].Checksum, "sha256:") {
		t.Errorf("%+v", sink.Sources)
	}
}

func TestRowsThatStateNothing(t *testing.T) {
	for row, want := range map[string]string{
		",woman,she,https://example.org/a,,":     "names nobody",
		"zoe,female,she,https://example.org/a,,": `gender is "female": write woman, man or nonbinary`,
		"zoe,unknown,,,,correction":              "only a person can say of themselves",
		"zoe,woman,she,example.org,,":            `page is "example.org": give the whole address`,
		"zoe,woman,she,file:///etc/passwd,,":     "give the whole address",
		"zoe,woman,she,,,citation":               "cites no page",
		"zoe,woman,,https://example.org/a,,":     "does not say how the page words it",
		"zoe,woman,she,https://a.org/,,hearsay":  `by says "hearsay": write citation`,
	} {
		sink, report, err := read(t, "person_id,gender,wording,page,publisher,by\n"+row+"\nkim,man,,,,\n")
		bad, n := report.BadLines()
		if err != nil || n != 1 || bad[0].Line != 2 || !strings.Contains(bad[0].Fault, want) || len(sink.Statements) != 1 {
			t.Errorf("%s: %v, %v; want %q", row, bad, err, want)
		}
	}
	for text, want := range map[string]string{
		"":                               "is empty",
		"person_id,gender\n":             "states nothing",
		columns + "zoe,Zoë,,,,,,,,,,\n":  "states nothing",
		"name,gender\nZoë,woman\n":       `has no column "person_id"`,
		"person_id,gender,Gender\nzoe,,": `names the column "gender" twice`,
	} {
		if sink, _, err := read(t, text); err == nil || !strings.Contains(err.Error(), want) || len(sink.Sources) > 0 {
			t.Errorf("%q: %v; want %q", text, err, want)
		}
	}
}

func FuzzStatements(f *testing.F) {
	f.Add(columns + "zoe,Zoë,director,2,614,0.003,,woman,she,https://example.org/a,,\n")
	f.Add("person_id;gender;by\nzoe;man;declaration\n")
	f.Add("person_id,gender,page\nzoe,man,http://[::1\n")
	f.Fuzz(func(t *testing.T, text string) {
		if len(text) > 4000 {
			return
		}
		sink, _, err := read(t, text)
		for _, s := range sink.Statements {
			if s.PersonID == "" || s.Gender == rolecall.Unknown && s.Precedence != rolecall.Declaration || s.Precedence == rolecall.Citation && (s.Citation == "" || s.Wording == "") {
				t.Errorf("%+v, %v", s, err)
			}
		}
	})
}
