package web_test

import (
	"context"
	"errors"
	"fmt"
	"net/http"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"golang.org/x/net/html"

	"rolecall"
	"rolecall/source"
)

// byClass are the elements of a page of a name and a class, in order.
func byClass(root *html.Node, name, class string) (found []*html.Node) {
	for n := range root.Descendants() {
		if n.Type == html.ElementNode && n.Data == name && (class == "" || slices.Contains(strings.Fields(attribute(n, "class")), class)) {
			found = append(found, n)
		}
	}
	return found
}

func pageOf(t *testing.T, address string) *html.Node {
	t.Helper()
	r := get(t, address)
	if r.StatusCode != http.StatusOK {
		t.Fatalf("%s: %d", address, r.StatusCode)
	}
	root, err := html.Parse(strings.NewReader(r.body))
	if err != nil {
		t.Fatal(err)
	}
	return root
}

// rowsOf are the rows of a page's grid: of each its name, how many marks each episode
// has, and its sum.
func rowsOf(t *testing.T, root *html.Node) (rows []string) {
	t.Helper()
	grids := byClass(root, "table", "callsheet")
	if len(grids) != 1 {
		t.Fatalf("the page has %d grids", len(grids))
	}
	columns := len(byClass(grids[0], "th", "")) - len(byClass(grids[0], "tr", "")) - 1
	for _, row := range byClass(grids[0], "tr", "")[1:] {
		cells, marks, width := byClass(row, "td", ""), "", 0
		for _, cell := range cells[:len(cells)-1] {
			var across int
			if fmt.Sscan(attribute(cell, "colspan"), &across); across == 0 {
				across = 1
			}
			width += across
			if attribute(cell, "class") == "outside" {
				marks += "."
			} else {
				marks += fmt.Sprint(len(byClass(cell, "svg", "mark")))
			}
		}
		if width != columns {
			t.Errorf("a row is %d cells wide, of %d episodes", width, columns)
		}
		rows = append(rows, strings.Join(strings.Fields(textOf(byClass(row, "th", "")[0])+" "+marks+" "+textOf(cells[len(cells)-1])), " "))
	}
	return rows
}

// A grid has a mark for each person on each episode, those without any too, and the sum
// of each row.
func TestTheGridOfASeasonAndOfASeries(t *testing.T) {
	server, _ := serve(t, starterFile(t))
	season := rowsOf(t, pageOf(t, server.URL+"/title/jessica-jones/2"))
	for _, want := range []string{"Director 1111111111111 13 of 13", "Writer 1111111211222 5–11 of 13", "Cinematographer 0000000000000 no credit on record"} {
		if !slices.Contains(season, want) {
			t.Errorf("the season has no row %q among %q", want, season)
		}
	}
	series := rowsOf(t, pageOf(t, server.URL+"/title/jessica-jones"))
	if want := []string{"Season 1 2015 1111111111111 4–5 of 13", "Season 2 2018 1111111111111 13 of 13", "Season 3 2019 1101001111111 5–10 of 13"}; !slices.Equal(series, want) {
		t.Errorf("the series has the rows %q", series)
	}
	picture := get(t, server.URL+"/title/jessica-jones/2.svg").body
	for _, want := range []string{"All 13 episodes were directed by women", ">5–11 of 13<", "<title>Jack Kenny, man</title>", "starter catalog ", "hand-picked", "Sources: "} {
		if !strings.Contains(picture, want) {
			t.Errorf("the picture of the grid does not say %q", want)
		}
	}
	if picture := get(t, server.URL+"/title/jessica-jones.svg"); picture.StatusCode != http.StatusOK || strings.Count(picture.body, "<title>") < 36 {
		t.Errorf("the picture of the series: %d", picture.StatusCode)
	}
}

// unevenFill has a season with a gap, one longer than a line of any screen, one too long
// for names, and one whose episodes are numbered by day.
func unevenFill(_ context.Context, sink source.Sink) error {
	faults := []error{
		sink.AddSource(rolecall.Source{ID: "s", Name: "S"}),
		sink.AddPerson(rolecall.Person{ID: "she", Name: "Ann Doe"}),
		sink.AddStatement(rolecall.Statement{PersonID: "she", Gender: rolecall.Woman, Wording: "she", Precedence: rolecall.Citation, Source: "s"}),
	}
	season := func(series string, number int, episodes ...int) {
		id := fmt.Sprintf("%s/%d", series, number)
		if number == 1 {
			faults = append(faults, sink.AddTitle(rolecall.Title{ID: series, Kind: rolecall.Series, Name: series}))
		}
		faults = append(faults, sink.AddTitle(rolecall.Title{ID: id, Kind: rolecall.Season, Name: series, SeriesID: series, Season: number}))
		for _, n := range episodes {
			episode := fmt.Sprintf("%s/%d", id, n)
			faults = append(faults,
				sink.AddTitle(rolecall.Title{ID: episode, Kind: rolecall.Episode, Name: fmt.Sprintf("No. %d", n), SeriesID: series, SeasonID: id, Season: number, Episode: n}),
				sink.AddCredit(rolecall.Credit{TitleID: episode, PersonID: "she", Role: rolecall.Director, Scope: rolecall.OfTitle}))
		}
	}
	upTo := func(n int) (all []int) {
		for i := range n {
			all = append(all, i+1)
		}
		return all
	}
	season("gap", 1, 1, 2, 4)
	season("gap", 2, upTo(6)...)
	season("long", 1, upTo(30)...)
	season("daily", 1, upTo(70)...)
	season("dated", 1, 20190102, 20190103)
	return errors.Join(faults...)
}

// Episodes stand under their number where they have one, and a season that is too long for
// a line, or for names, is drawn all the same.
func TestGridsOfUnevenSeasons(t *testing.T) {
	path := filepath.Join(t.TempDir(), "c.duckdb")
	buildFile(t, path, "uneven", unevenFill)
	server, _ := serve(t, path)
	for address, want := range map[string][]string{
		"gap":     {"Season 1 11.1. 3 of 3", "Season 2 111111 6 of 6"},
		"gap/1":   {"Director 111 3 of 3", "Writer 000 no credit on record"},
		"dated":   {"Season 1 11 2 of 2"},
		"long/1":  {"Director " + strings.Repeat("1", 30) + " 30 of 30", "Writer " + strings.Repeat("0", 30) + " no credit on record"},
		"daily/1": {"Director " + strings.Repeat("1", 70) + " 70 of 70", "Writer " + strings.Repeat("0", 70) + " no credit on record"},
	} {
		root := pageOf(t, server.URL+"/title/"+address)
		if rows := rowsOf(t, root); !slices.Equal(rows, want) {
			t.Errorf("%s: %q, want %q", address, rows, want)
		}
		grid := byClass(root, "table", "callsheet")[0]
		if named := len(byClass(grid, "button", "point")) > 0; named == (address == "daily/1") {
			t.Errorf("%s: marks with names: %v", address, named)
		}
		if attribute(byClass(grid, "td", "")[0], "data-n") != "" {
			t.Errorf("%s: numbers that the style sheet can count", address)
		}
	}
	if r := get(t, server.URL+"/title/daily/1.svg"); r.StatusCode != http.StatusOK || strings.Count(r.body, ">70<") != 1 {
		t.Errorf("the picture of 70 episodes: %d", r.StatusCode)
	}
}

// What a mark opens says who, as what, on whose word, and on what page the gender rests.
func TestTheEvidenceForAMark(t *testing.T) {
	server, _ := serve(t, starterFile(t))
	for _, path := range []string{"/title/jessica-jones/2", "/title/jessica-jones"} {
		root := pageOf(t, server.URL+path)
		notes := map[string]*html.Node{}
		for _, note := range byClass(root, "div", "note") {
			notes[attribute(note, "id")] = note
		}
		marks := byClass(byClass(root, "table", "callsheet")[0], "button", "point")
		if len(marks) < 36 {
			t.Errorf("%s: %d marks", path, len(marks))
		}
		for _, mark := range marks {
			note, name := notes[attribute(mark, "popovertarget")], attribute(mark, "aria-label")
			if note == nil {
				t.Fatalf("%s: %s opens nothing", path, name)
			}
			who, gender, _ := strings.Cut(name, ", ")
			if words := textOf(note); !strings.Contains(words, who) || !strings.Contains(words, "Gender: "+gender) || !strings.Contains(words, "The credit stands in") {
				t.Errorf("%s: %s opens %q", path, name, words)
			}
		}
	}
	words := textOf(byID(t, pageOf(t, server.URL+"/title/jessica-jones/2"), "director-0"))
	for _, want := range []string{"Director", "episode 1", "Mango Solutions", "List of female film and television directors", "by a place on a list", "Wikipedia"} {
		if !strings.Contains(words, want) {
			t.Errorf("the note of the first director does not say %q:\n%s", want, words)
		}
	}
	if words := textOf(byID(t, pageOf(t, server.URL+"/title/jessica-jones/2"), "writer-1")); !strings.Contains(words, "No source here states it.") {
		t.Errorf("the note of a writer of whom nothing is stated says %q", words)
	}
}

func byID(t *testing.T, root *html.Node, id string) *html.Node {
	t.Helper()
	for n := range root.Descendants() {
		if n.Type == html.ElementNode && attribute(n, "id") == id {
			return n
		}
	}
	t.Fatalf("nothing is called %s", id)
	return nil
}

// The episodes stand on the page by number, title and date, with who made them.
func TestTheEpisodesOfASeason(t *testing.T) {
	server, _ := serve(t, starterFile(t))
	rows := byClass(byClass(pageOf(t, server.URL+"/title/jessica-jones/2"), "table", "episodes")[0], "tr", "")
	if len(rows) != 14 {
		t.Fatalf("%d rows", len(rows))
	}
	if words := strings.Join(strings.Fields(textOf(rows[8])), " "); words != "8 AKA Ain't We Got Fun 8 March 2018 woman: Zetna Fuentes man: Jack Kenny not stated: Gabe Fonseca" {
		t.Errorf("the eighth episode: %q", words)
	}
}
