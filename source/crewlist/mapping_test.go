package crewlist

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"rolecall"
	"rolecall/strictyaml"
)

func TestTheKindFollowsFromTheColumns(t *testing.T) {
	columns := "columns:\n  title: t\n  role: {text: director}\n  person: p\n"
	for text, want := range map[string]rolecall.Kind{
		head + columns:                                            rolecall.Film,
		head + columns + "  season: s\n":                          rolecall.Series,
		head + columns + "  year: y\nseason_from: year\n":         rolecall.Series,
		head + "kind: series\n" + columns:                         rolecall.Series,
		head + columns + "  season: {text: 1}\n  episode: 'no'\n": rolecall.Series,
	} {
		m, err := parseMap("map.yaml", []byte(text))
		if err != nil || m.kind != want {
			t.Errorf("%v, want %s, of\n%s", err, want, text)
		}
	}
}

// A column may be named like a number, a truth value or a date.
func TestColumnsOfAnyName(t *testing.T) {
	m, err := parseMap("map.yaml", []byte(head+"columns:\n  title: 2018\n  role: yes\n  person: \"Name: full\" # quoted\n  job: 役職\n  year: 007\n"))
	if err != nil {
		t.Fatal(err)
	}
	for f, want := range map[field]string{titleField: "2018", roleField: "yes", personField: "Name: full", jobField: "役職", yearField: "007"} {
		if got := m.columns[f].name; got != want {
			t.Errorf("%s is column %q, want %q", f, got, want)
		}
	}
}

func TestMapsAreRefusedWithLineAndColumn(t *testing.T) {
	columns := "columns:\n  title: t\n  role: r\n  person: p\n"
	deep := strings.Repeat("[", 20_000)
	for name, test := range map[string]struct{ text, want string }{
		"unknown key":        {head + columns + "colums: x\n", `map.yaml:6:1: "colums" is not part of a map`},
		"unknown field":      {head + columns + "  persn: x\n", `map.yaml:6:3: "persn" is not something that a column can be: choose one of title, imdb_id`},
		"unknown role":       {head + columns + "roles:\n  Grip: gaffer\n", `map.yaml:7:9: "gaffer" is not a role`},
		"unknown gender":     {head + columns + "genders:\n  F: female\n", `map.yaml:7:6: "female" is not a gender counted here: choose woman`},
		"word twice":         {head + columns + "genders:\n  F: woman\n  f: man\n", `map.yaml:8:3: "f" is mapped twice`},
		"key twice":          {head + columns + "kind: film\nkind: series\n", `map.yaml:7:1: this is not YAML`},
		"fixed role":         {head + strings.Replace(columns, "role: r", "role: {text: grip}", 1), `map.yaml:4:16: "grip" is not a role`},
		"fixed gender":       {head + columns + "  gender: {text: woman}\n", "map.yaml:6:18: a gender is what is stated of one person"},
		"fixed season":       {head + columns + "  season: {text: one}\n", "map.yaml:6:18: the season is \"one\""},
		"fixed nothing":      {head + columns + "  season: {text: }\n", "the fixed text of season is empty"},
		"neither":            {head + columns + "  season: {column: x}\n", "season is neither a column nor a fixed text"},
		"no column":          {head + columns + "  season:\n", "map.yaml:6:11: season names no column"},
		"list for a column":  {head + columns + "  season: [a, b]\n", "map.yaml:6:11: season needs a word or a text"},
		"no source":          {columns, "map.yaml:1:1: the map names no source"},
		"source without id":  {"source: {name: x}\n" + columns, "map.yaml:1:1: the source needs an id and a name"},
		"source's id":        {"source: {id: My List, name: x}\n" + columns, `map.yaml:1:14: "My List" cannot be a source's id`},
		"source's key":       {"source: {id: a, name: x, license: y}\n" + columns, `"license" is not part of a source: choose one of id, name, licence`},
		"source's day":       {"source: {id: a, name: x, retrieved: today}\n" + columns, `retrieved is "today": write a day as 2026-11-21`},
		"hand_picked":        {"source: {id: a, name: x, hand_picked: maybe}\n" + columns, `hand_picked is "maybe": write true or false`},
		"kind":               {head + "kind: movie\n" + columns, `map.yaml:2:7: the kind is "movie": write film or series`},
		"season_from":        {head + "season_from: date\n" + columns, `map.yaml:2:14: season_from is "date": write year`},
		"season twice":       {head + "season_from: year\n" + columns + "  season: s\n  year: y\n", "map.yaml:7:11: the season is mapped, and taken from the year as well"},
		"no year":            {head + "season_from: year\n" + columns, "season_from is year, but no column is mapped to year"},
		"film with a season": {head + "kind: film\n" + columns + "  season: s\n", "map.yaml:7:11: a film has no season"},
		"episode alone":      {head + columns + "  episode: e\n", "map.yaml:6:12: episodes are numbered within a season"},
		"no person":          {head + "columns: {title: t, role: r}\n", "no column is mapped to person"},
		"empty":              {"", "map.yaml:1:1: the file is empty: the map needs source"},
		"a text":             {"hello", "map.yaml:1:1: the map needs lines of the form"},
		"two maps":           {head + columns + "---\n" + head, "map.yaml:6:1: the file holds two documents"},
		"not YAML":           {head + "columns: {title: t", "map.yaml:2:10: this is not YAML"},
		"not UTF-8":          {head + "\xff", "map.yaml:1:1: this is not valid UTF-8"},
		"a list":             {strings.Repeat(plainList, 2000), "is it the map of a crew list?"},
		"nested":             {head + "columns: " + deep, "map.yaml:2:30: this is nested too deeply for the map"},
		"alias":              {"a: &a x\nkind: *a\n", "map.yaml:1:4: references (&, *, <<) and tags (!) are not read in the map"},
		"anchor":             {head + "kind: &k film\n" + columns, "map.yaml:2:7: references"},
		"merge":              {head + "columns:\n  <<: *b\n", "map.yaml:3:3: references"},
		"bomb":               {bomb(), "map.yaml:"},
	} {
		t.Run(name, func(t *testing.T) {
			start := time.Now()
			_, err := parseMap("map.yaml", []byte(test.text))
			if fault := new(strictyaml.Error); !errors.As(err, &fault) || !strings.Contains(err.Error(), test.want) {
				t.Errorf("%v\nwant %s", err, test.want)
			}
			if took := time.Since(start); took > 2*time.Second {
				t.Errorf("took %v", took)
			}
		})
	}
}

// bomb stands for 9 to the 9th texts, if references were followed.
func bomb() string {
	var b strings.Builder
	b.WriteString("a: &a [lol]\n")
	for c := 'b'; c < 'k'; c++ {
		fmt.Fprintf(&b, "%c: &%c [%s*%c]\n", c, c, strings.Repeat(fmt.Sprintf("*%c, ", c-1), 8), c-1)
	}
	return b.String()
}

// Brackets in texts and comments open and close nothing.
func TestQuotedBrackets(t *testing.T) {
	columns := "columns:\n  title: '" + strings.Repeat("[", 100) + "'\n  role: \"" + strings.Repeat("{", 100) + "\"\n  person: p # " + strings.Repeat("[", 100) + "\n"
	m, err := parseMap("map.yaml", []byte(head+columns))
	if err != nil || m.columns[titleField].name != strings.Repeat("[", 100) {
		t.Errorf("%v", err)
	}
	deep := strings.Repeat(`["]", `, 500)
	if _, err := parseMap("map.yaml", []byte(head+"columns: "+deep)); err == nil || !strings.Contains(err.Error(), "nested too deeply") {
		t.Errorf("quoted brackets closed others: %v", err)
	}
}

func TestWhatAMapSaysOfPeople(t *testing.T) {
	columns := "columns: {title: t, role: r, person: p}\n"
	for text, want := range map[string]string{
		"people: several\n": `people is "several": write one`, "separator: ''\n": "the separator is empty", "people: one\nseparator: ';'\n": "people is one, and a separator",
		"encoding: klingon\n": `the encoding "klingon" is not known`, "people: many\n": "", "people: one\n": "", "separator: ' / '\n": "", "encoding: Windows-1252\n": "",
	} {
		if _, err := parseMap("map.yaml", []byte(head+columns+text)); want == "" && err != nil || want != "" && (err == nil || !strings.Contains(err.Error(), want)) {
			t.Errorf("%s%v, want %q", text, err, want)
		}
	}
}

func TestLoadMapReadsTheExamples(t *testing.T) {
	for _, name := range []string{"series-2018.yaml", "crew.yaml"} {
		if _, err := LoadMap(filepath.Join("../../docs/examples", name)); err != nil {
			t.Error(err)
		}
	}
	if _, err := LoadMap("none.yaml"); !errors.Is(err, os.ErrNotExist) {
		t.Errorf("%v", err)
	}
}

func FuzzParseMap(f *testing.F) {
	for _, text := range []string{
		plainMap, bomb(), "kind: &k film", "<<: {kind: film}", "? [a, b]\n: c", "columns: {title: {text: |\n  x\n}}", "- a\n- b", "!!map {a: b}", "a: *a", "{", "0\n---", "%YAML 1.2\n---\n\"\\x\": 'y",
	} {
		f.Add(text)
	}
	f.Fuzz(func(t *testing.T, text string) {
		m, err := parseMap("map.yaml", []byte(text))
		if (m == nil) == (err == nil) {
			t.Fatalf("map %v with error %v", m, err)
		}
		fault := new(strictyaml.Error)
		if err != nil && (!errors.As(err, &fault) || fault.Line < 1 || fault.Column < 1) {
			t.Errorf("%v has no place", err)
		}
	})
}
