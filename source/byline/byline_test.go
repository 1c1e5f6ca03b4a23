package byline

import (
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"
)

func texts(names []Name) []string {
	var all []string
	for _, n := range names {
		all = append(all, n.Text)
	}
	return all
}

func TestCells(t *testing.T) {
	for cell, want := range map[string]string{
		// One name, whatever is in it.
		"Ana Lindqvist": "Ana Lindqvist", "Madonna": "Madonna", "Robert Downey, Jr.": "Robert Downey Jr.", "Sammy Davis Jr": "Sammy Davis Jr",
		"Roger Deakins, ASC": "Roger Deakins ASC", "Santiago Ramón y Cajal": "Santiago Ramón y Cajal", "Ana  Lindqvist ": "Ana Lindqvist", "Ana\u00a0Lind\u200bqvist": "Ana Lindqvist",
		"Lord Dunsany": "Lord Dunsany", "Andy Anderson": "Andy Anderson", "Sandy Withers": "Sandy Withers", "是枝裕和": "是枝裕和", "Jean-Pierre Jeunet": "Jean-Pierre Jeunet",
		"Mary Alice (II)": "Mary Alice (II)", "Ana Lindqvist*": "Ana Lindqvist", "Ana Lindqvist [2]": "Ana Lindqvist",
		// Last, First.
		"Wachowski, Lana": "Lana Wachowski", "Abrams, J.J.": "J.J. Abrams", "Shyamalan, M. Night": "M. Night Shyamalan", "del Toro, Guillermo": "Guillermo del Toro",
		"Van Sant, Gus": "Gus Van Sant", "Coen, Ethan & Coen, Joel": "Ethan Coen|Joel Coen", "Coen, Ethan; Coen, Joel": "Ethan Coen|Joel Coen", "Anderson, Paul T.": "Paul T. Anderson",
		// Several.
		"Lana Wachowski, Lilly Wachowski": "Lana Wachowski|Lilly Wachowski", "Ethan Coen & Joel Coen": "Ethan Coen|Joel Coen", "Ethan Coen&Joel Coen": "Ethan Coen|Joel Coen",
		"Lana Wachowski / Lilly Wachowski": "Lana Wachowski|Lilly Wachowski", "Lana Wachowski\nLilly Wachowski": "Lana Wachowski|Lilly Wachowski",
		"Ana Lind, Bo Ray, and Cy Low": "Ana Lind|Bo Ray|Cy Low", "Ana Lind with Bo Ray": "Ana Lind|Bo Ray", "Madonna; Prince": "Madonna|Prince", "Ana Lind | Bo": "Ana Lind|Bo",
		"Robert Downey, Jr., Ben Stiller": "Robert Downey Jr.|Ben Stiller", "Ana Lind und Bo Ray": "Ana Lind|Bo Ray", "是枝裕和、山田洋次": "是枝裕和|山田洋次", "J.J. Abrams, M. Night Shyamalan": "J.J. Abrams|M. Night Shyamalan",
		"Ana Lind (story), Bo Ray (teleplay, story)": "Ana Lind|Bo Ray", "Ana Lind, Bo Ray,": "Ana Lind|Bo Ray", "Ana Lind, TBA": "Ana Lind", "Ana Lind and others": "Ana Lind",
		// As other languages, web pages and programs write several.
		"Ana Lind en Bo Ray": "Ana Lind|Bo Ray", "Анна Иванова и Борис Петров": "Анна Иванова|Борис Петров", "Ana Lind w/ Bo Ray": "Ana Lind|Bo Ray", "ANA LIND ET BO RAY": "ANA LIND|BO RAY",
		"Og Mandino": "Og Mandino", "Ana Lind, Og Mandino": "Ana Lind|Og Mandino", `Ana Lind\Bo Ray`: "Ana Lind|Bo Ray", "Ana Lind\tBo Ray": "Ana Lind|Bo Ray", "Ana\tLind": "Ana Lind",
		"Ana Lind<br/>Bo Ray": "Ana Lind|Bo Ray", `Ana Lind\nBo Ray`: "Ana Lind|Bo Ray", "• Ana Lind\n• Bo Ray": "Ana Lind|Bo Ray", "1. Ana Lind\n2. Bo Ray": "Ana Lind|Bo Ray",
		`["Ana Lind", "Bo Ray"]`: "Ana Lind|Bo Ray", "['Ana Lind', 'TBA']": "Ana Lind", `{Ana Lind,"Bo Ray"}`: "Ana Lind|Bo Ray", "['Ana Lind']": "Ana Lind",
		"Ana Lind <ana@example.org>": "Ana Lind", `"Weird Al" Yankovic`: `"Weird Al" Yankovic`, `"Ana Lind"`: "Ana Lind", "Ana Lind (she/her), Bo Ray (they/them)": "Ana Lind|Bo Ray",
		"van Gogh Ray": "van Gogh Ray", "Ana Lind + Bo Ray": "Ana Lind|Bo Ray", "bong joon-ho, ana lind": "bong joon-ho|ana lind",
	} {
		r := Read(cell, Rules{})
		if got := strings.Join(texts(r.Names), "|"); got != want || r.Doubt != "" {
			t.Errorf("%q is %q (%s), want %q", cell, got, r.Doubt, want)
		}
	}
}

func TestCellsInDoubt(t *testing.T) {
	for _, cell := range []string{
		"Crosby & Nash", "Crosby, Stills & Nash", "Earth, Wind & Fire", "Nick Cave and the Bad Seeds", "Joel & Ethan Coen", "Black and White Productions", "AC/DC",
		"Smith and Sons", "Wachowski, Lana, Wachowski, Lilly", "Ana Lind, Bo", "Anderson, Paul Thomas", "García Márquez, Gabriel", "Florence and the Machine", "Ana Lind, MXPX 3000", "Hall & Oates", "Madonna, Guy Ritchie", "Coen, Ethan; Crosby & Nash",
		// Signs that join two names as well as they stand in one.
		"Ana Lind - Bo Ray", "Ana Lind – Bo Ray", "Ana Lind · Bo Ray", "Ana Lind y Bo Ray", "Ana Lind e Bo Ray", "Ana Lind or Bo Ray", "Ana Lind vs. Bo Ray", "Ana, Bo & Cy Lind", "Lind, Ana & Bo Ray",
		"Ana Lind > Bo Ray", "Ana Lind → Bo Ray", "Directed by Ana Lind", "1. Ana Lind 2. Bo Ray", "Daniels (Ana Lind, Bo Ray)", "[{'id': 1, 'name': 'Ana Lind'}]", "https://example.org/ana-lind", "Ana Lind + 3 others",
	} {
		if r := Read(cell, Rules{}); r.Doubt == "" || len(r.Names) > 0 {
			t.Errorf("%q is %q without a doubt", cell, texts(r.Names))
		}
	}
}

// A group of which no sign says that it is several people is one name, with a hint.
func TestGroups(t *testing.T) {
	for cell, want := range map[string]bool{"Sony Pictures": true, "The Chemical Brothers": true, "Acme Ltd.": true, "Ana Lind": false, "Prince": false, "Theo Bandmann": false} {
		if r := Read(cell, Rules{}); len(r.Names) != 1 || (r.Hint != "") != want {
			t.Errorf("%q is %+v", cell, r)
		}
	}
}

func TestWhatTheTableWritesIsKnown(t *testing.T) {
	for _, test := range []struct {
		cell  string
		rules Rules
		want  string
	}{
		{"Earth, Wind & Fire", Rules{People: One}, "Earth, Wind & Fire"},
		{"Crosby & Nash", Rules{People: One}, "Crosby & Nash"},
		{"Wachowski, Lana", Rules{People: One}, "Lana Wachowski"},
		{"Madonna, Prince", Rules{People: Many}, "Madonna|Prince"},
		{"Madonna & Prince and Cher", Rules{People: Many}, "Madonna|Prince|Cher"},
		{"Wachowski, Lana; Wachowski, Lilly", Rules{People: Many}, "Lana Wachowski|Lilly Wachowski"},
		{"Robert Downey, Jr., Cher", Rules{People: Many}, "Robert Downey Jr.|Cher"},
		{"Ana # Bo # TBA", Rules{Separator: "#"}, "Ana|Bo"},
		{"Earth, Wind & Fire # Ana Lind (uncredited)", Rules{Separator: " # "}, "Earth, Wind & Fire|Ana Lind"},
		{"Sony Pictures", Rules{People: One}, "Sony Pictures"},
	} {
		if r := Read(test.cell, test.rules); strings.Join(texts(r.Names), "|") != test.want || r.Doubt != "" {
			t.Errorf("%q by %+v is %q (%s), want %q", test.cell, test.rules, texts(r.Names), r.Doubt, test.want)
		}
	}
}

// What can be read as "Last, First" is kept as such, for a table that writes so.
func TestTheReadingAsLastFirst(t *testing.T) {
	for cell, want := range map[string]string{"Anderson, Paul Thomas": "Paul Thomas Anderson", "García Márquez, Gabriel": "Gabriel García Márquez", "García Márquez, Gabriel José": "Gabriel José García Márquez"} {
		if r := Read(cell, Rules{}); strings.Join(texts(r.AsInverted), "|") != want {
			t.Errorf("%q is %v, want %q", cell, r.AsInverted, want)
		}
	}
	for cell, want := range map[string]Form{"Lindqvist, Ana": Inverted, "Ana Lindqvist": Plain, "Madonna": Unclear, "Ana Lind, Bo Ray": Unclear} {
		if r := Read(cell, Rules{}); r.Form != want {
			t.Errorf("%q has the form %d, want %d", cell, r.Form, want)
		}
	}
}

func TestNobody(t *testing.T) {
	for _, cell := range []string{"TBA", "tbd", "N/A", "n/a", "#N/A", "-", "–", "—", "?", "??", "Unknown", "various", "None", "uncredited", "(uncredited)", "several", "see notes", "nan", "NULL", "...", "…", "*", "T.B.A.", "Various Directors", "[unknown]", "n.a.",
		"N / A", "(blank)", "no director", "Unknown Author", "none credited", "Various (see notes)", "various directors (12)", "TBC (Ana Lind)", "same as above", "sin datos", "keine Angabe", "неизвестно", "未知", "미정", "0", "-1", "12", "x", "XXX", "✓", "Pending"} {
		if r := Read(cell, Rules{}); len(r.Names) > 0 || len(r.Nobody) != 1 || r.Doubt != "" {
			t.Errorf("%q is %+v", cell, r)
		}
	}
	for _, cell := range []string{"Nan Goldin", "Prince", "☃", "Various Jones", "TBA Smith", "Noné", "50 Cent", "Max", "Xx Yy", "Malcolm X"} {
		if r := Read(cell, Rules{}); len(r.Names) != 1 {
			t.Errorf("%q is nobody: %+v", cell, r)
		}
	}
}

func TestNotes(t *testing.T) {
	for cell, want := range map[string]string{
		"Maura O'Hara (uncredited)": "uncredited", "Maura O'Hara [uncredited]": "uncredited", "Maura O'Hara - uncredited": "uncredited", "Maura O'Hara, uncredited": "uncredited",
		"Maura O'Hara (story)": "story", "Maura O'Hara (episode 3)": "episode 3", "Maura O'Hara (2 episodes)": "2 episodes", "Maura O'Hara (story) (uncredited)": "story|uncredited",
		"Maura O'Hara (as M. O'Hara)": "", "Maura O'Hara (as M. O'Hara) (uncredited)": "uncredited", "Maura O'Hara (née Byrne)": "", "Maura O'Hara (a.k.a. Mo)": "", "Maura O'Hara": "",
		"Maura O'Hara (teleplay by)": "teleplay by", "Maura O'Hara (segment \"Two\")": `segment "Two"`, "O'Hara, Maura (uncredited)": "uncredited",
		// A name that somebody had before is not held, however it is written.
		"Maura O'Hara aka Mo Byrne": "", "Maura O'Hara formerly Mo Byrne": "", "Maura O'Hara, formerly Mo Byrne": "", "Maura O'Hara née Byrne": "", "Maura O'Hara as M. O'Hara": "", "Maura O'Hara, a.k.a. Mo": "", "Maura O'Hara (モーラ)": "",
		"Maura O'Hara: director": "director", "Maura O'Hara - co-director": "co-director", "Maura O'Hara?": "?", "Maura O'Hara (tbc)": "tbc", "Maura O'Hara TBC": "TBC", "Maura O'Hara (she/her)": "",
	} {
		r := Read(cell, Rules{})
		if len(r.Names) != 1 || r.Names[0].Text != "Maura O'Hara" || strings.Join(r.Names[0].Notes, "|") != want {
			t.Errorf("%q is %+v, want the note %q", cell, r, want)
		}
	}
}

// Whatever a cell holds: there is a doubt or there are names, none of them empty,
// and one name stays one.
func TestAnyCell(t *testing.T) {
	signs := rapid.StringMatching(`[A-Za-zé是(){}\[\] ,;&/|.'\n-]{0,30}`)
	rapid.Check(t, func(t *rapid.T) {
		cell := signs.Draw(t, "cell")
		for _, rules := range []Rules{{}, {People: One}, {People: Many}, {Separator: "#"}} {
			r := Read(cell, rules)
			if slices.ContainsFunc(r.Names, func(n Name) bool { return strings.TrimSpace(n.Text) == "" || strings.Contains(n.Text, "\n") }) {
				t.Fatalf("%q: %+v", cell, r)
			}
			if r.Doubt != "" && len(r.Names) > 0 || rules.People == One && len(r.Names) > 1 {
				t.Fatalf("%q by %+v: %+v", cell, rules, r)
			}
		}
	})
}

func FuzzRead(f *testing.F) {
	for _, cell := range []string{"Lana Wachowski, Lilly Wachowski", "(a", "a) (", "[x](y", "Downey, Jr.", ", ,", "and", "& & &", "\xff", "['a', 'b']", "{a,b}", "a: director", "a <b@c>", "a as b", "? TBC"} {
		f.Add(cell)
	}
	f.Fuzz(func(t *testing.T, cell string) {
		for _, rules := range []Rules{{}, {People: One}, {People: Many}} {
			if r := Read(cell, rules); r.Doubt != "" && len(r.Names) > 0 {
				t.Errorf("%+v", r)
			}
		}
	})
}
