package crewlist

import (
	"fmt"
	"slices"
	"strings"
	"testing"
	"unicode/utf16"

	"rolecall/source"
)

const peopleHead = "title,season,episode,role,person\n"

// credited are the credits of a list of directors, one cell a row.
func credited(t *testing.T, more string, report *source.Report, cells ...string) []string {
	t.Helper()
	list := peopleHead
	for i, cell := range cells {
		list += fmt.Sprintf("Harbour,1,%d,director,\"%s\"\n", i+1, strings.ReplaceAll(cell, `"`, `""`))
	}
	sink, err := read(t, "list.csv", list, plainMap+more, report)
	if err != nil {
		t.Fatal(err)
	}
	var all []string
	for _, c := range sink.Credits {
		all = append(all, strings.TrimPrefix(c.TitleID, "harbour/1/")+" "+c.PersonID+" "+c.Job)
	}
	return all
}

func TestSeveralPeopleInOneCell(t *testing.T) {
	report := &source.Report{}
	got := credited(t, "", report, "Lana Wachowski, Lilly Wachowski", "Ana Lind (story) & Bo Ray (uncredited)", "Crosby & Nash", "TBA", "Maura O&#39;Hara", "Ana Lind; TBD", "The Bad Seeds")
	// A cell with one comma waits for the end of the list.
	want := []string{"2 ana-lind story", "2 bo-ray uncredited", "5 maura-o-hara ", "6 ana-lind ", "7 the-bad-seeds ", "1 lana-wachowski ", "1 lilly-wachowski "}
	if !slices.Equal(got, want) {
		t.Errorf("%q, want %q", got, want)
	}
	doubts, n := report.Doubts()
	if n != 2 || doubts[0].Line != 4 || !strings.Contains(doubts[0].Error(), `"Crosby & Nash" may be one name or several`) || doubts[1].Line != 8 {
		t.Errorf("%d doubts: %v", n, doubts)
	}
	for _, w := range []source.UnmappedWord{{What: "name that stands for nobody", Word: "TBA", Times: 1}, {What: "name that stands for nobody", Word: "TBD", Times: 1}} {
		if !slices.Contains(report.UnmappedWords(), w) {
			t.Errorf("left aside %v, want %v", report.UnmappedWords(), w)
		}
	}
	if got := credited(t, "people: one\n", &source.Report{}, "Crosby & Nash", "Earth, Wind & Fire"); !slices.Equal(got, []string{"1 crosby-nash ", "2 earth-wind-fire "}) {
		t.Errorf("by the map one: %q", got)
	}
	if got := credited(t, "separator: ' / '\n", &source.Report{}, "Ana/Bo", "Smith, Jane / Cher"); !slices.Equal(got, []string{"1 ana ", "1 bo ", "2 jane-smith ", "2 cher "}) {
		t.Errorf("by the map's separator: %q", got)
	}
}

// A list that writes "Last, First" throughout says how its other cells are meant.
func TestTheListSaysHowItWritesNames(t *testing.T) {
	report := &source.Report{}
	if got := credited(t, "", report, "Anderson, Paul Thomas", "Coen, Joel", "García Márquez, Gabriel"); !slices.Equal(got, []string{"2 joel-coen ", "1 paul-thomas-anderson ", "3 gabriel-garcía-márquez "}) {
		t.Errorf("%q", got)
	}
	if _, n := report.Doubts(); n != 0 {
		t.Errorf("%d doubts", n)
	}
	if got := credited(t, "", report, "Anderson, Paul Thomas", "Joel Coen"); !slices.Equal(got, []string{"2 joel-coen "}) {
		t.Errorf("%q", got)
	}
}

func TestInitialsAreTheSameHoweverWritten(t *testing.T) {
	got := credited(t, "", &source.Report{}, "J.J. Abrams", "JJ Abrams", "J. J. Abrams", "J J Abrams", "Abrams, J.J.", "M. Night Shyamalan", "M Night Shyamalan")
	for i, credit := range got {
		want := "jj-abrams"
		if i >= 5 {
			want = "m-night-shyamalan"
		}
		if !strings.Contains(credit, " "+want+" ") {
			t.Errorf("%q, want %s", credit, want)
		}
	}
}

// Who wrote what the film is made from did not write it, as in every source.
func TestAuthorsOfTheSourceAreNoWriters(t *testing.T) {
	list := "title,season,episode,role,person,job\nHarbour,1,1,writer,Ana Lind,story by\nHarbour,1,1,writer,Bo Ray,Play\nHarbour,1,1,writer,Cy Low (novel),\nHarbour,1,1,writer,Di Fox,characters created by\n"
	report := &source.Report{}
	sink, err := read(t, "list.csv", list, plainMap+"  job: job\n", report)
	if err != nil || len(sink.Credits) != 1 || sink.Credits[0].PersonID != "ana-lind" || len(report.UnmappedWords()) != 3 {
		t.Errorf("%+v, left aside %v: %v", sink.Credits, report.UnmappedWords(), err)
	}
}

func TestIdentifiersAndGendersOfSeveralPeople(t *testing.T) {
	text := head + "columns: {title: title, role: {text: director}, person: person, person_id: nm, gender: gender}\n"
	list := "title,person,nm,gender\nA,\"Lana Wachowski, Lilly Wachowski\",\"nm0905154, nm0905152\",\"woman, woman\"\nB,Crosby & Nash,nm0000001,\nC,,,\n"
	sink, err := read(t, "list.csv", list, text, &source.Report{})
	if err != nil || len(sink.Credits) != 3 || sink.Credits[1].PersonID != "nm0905152" || len(sink.Statements) != 2 || sink.People[2].Name != "Crosby & Nash" || len(sink.Titles) != 3 {
		t.Errorf("%+v, %+v: %v", sink.Credits, sink.Statements, err)
	}
	if _, err := read(t, "list.csv", "title,person,nm,gender\nA,Ana Lind,\"nm0905154, nm0905152\",\n", text, &source.Report{}); err == nil || !strings.Contains(err.Error(), "2 identifiers for 1 names") {
		t.Errorf("%v", err)
	}
}

// A list in another encoding is read whole or refused whole.
func TestEncodings(t *testing.T) {
	list := peopleHead + "Harbour,1,1,director,Ana Lind\nHarbour,1,2,director,Zoë Ström\n"
	utf16Of := func(mark, little bool) string {
		var b strings.Builder
		units := utf16.Encode([]rune(list))
		if mark {
			units = append([]uint16{0xfeff}, units...)
		}
		for _, u := range units {
			if little {
				b.WriteString(string([]byte{byte(u), byte(u >> 8)}))
			} else {
				b.WriteString(string([]byte{byte(u >> 8), byte(u)}))
			}
		}
		return b.String()
	}
	western := strings.NewReplacer("ë", "\xeb", "ö", "\xf6").Replace(list)
	for name, test := range map[string]struct{ list, more string }{
		"UTF-8": {list, ""}, "with a mark": {"\ufeff" + list, ""}, "UTF-16 little": {utf16Of(true, true), ""}, "UTF-16 big": {utf16Of(true, false), ""},
		"UTF-16 little, no mark": {utf16Of(false, true), ""}, "UTF-16 big, no mark": {utf16Of(false, false), ""},
		"Windows-1252": {western, "encoding: windows-1252\n"}, "UTF-8 in spite of the map": {"\ufeff" + list, "encoding: windows-1252\n"},
	} {
		if sink, err := read(t, "list.csv", test.list, plainMap+test.more, &source.Report{}); err != nil || len(sink.People) != 2 || sink.People[1].Name != "Zoë Ström" {
			t.Errorf("%s: %+v, %v", name, sink.People, err)
		}
	}
	for _, allowed := range []int{0, 1000} {
		if sink, err := read(t, "list.csv", western, plainMap, &source.Report{MostBadLines: allowed}); err == nil || !strings.Contains(err.Error(), "list.csv:3: this is not valid UTF-8") || !strings.Contains(err.Error(), `"Zoë Ström" reads right`) {
			t.Errorf("%+v: %v", sink.People, err)
		}
	}
}

// Programs that hold whole numbers with decimals, and days as times, write them so.
func TestNumbersAsProgramsWriteThem(t *testing.T) {
	sink, err := read(t, "list.csv", "title,season,episode,role,person,year,network\nHarbour,1.0,2.0,director,Ana Lind,2018-03-08,N/A\n", plainMap+"  year: year\n  network: network\n", &source.Report{})
	if e := sink.Title("harbour/1/2"); err != nil || e.Year != 2018 || len(sink.Title("harbour").Networks) != 0 {
		t.Errorf("%+v, %v", sink.Titles, err)
	}
}
