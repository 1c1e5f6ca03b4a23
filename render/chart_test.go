package render_test

import (
	"bytes"
	"encoding/json"
	"encoding/xml"
	"fmt"
	"image/png"
	"io"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"rolecall"
	"rolecall/catalog"
	"rolecall/measure"
	"rolecall/render"
)

// A chart holds the same figures as the table, in whatever form it is drawn.
func TestCharts(t *testing.T) {
	docs := documents(t, fixtureCatalog(t))
	for _, name := range []string{"report", "report-year", "report-series", "report-given"} {
		r, dir := docs[name].(render.Report), t.TempDir()
		for _, ending := range []string{".svg", ".png", ".vl.json"} {
			if err := render.WriteChart(filepath.Join(dir, "chart"+ending), r); err != nil {
				t.Fatalf("%s as %s: %v", name, ending, err)
			}
		}
		if picture, err := png.Decode(bytes.NewReader(read(t, dir, "chart.png"))); err != nil || picture.Bounds().Dx() < 500 {
			t.Errorf("%s: no picture: %v", name, err)
		}
		svg := xml.NewDecoder(bytes.NewReader(read(t, dir, "chart.svg")))
		for {
			if _, err := svg.Token(); err == io.EOF {
				break
			} else if err != nil {
				t.Fatalf("%s: no SVG: %v", name, err)
			}
		}
		var spec struct {
			Data struct {
				Values []struct {
					Line, Part   string
					Lower, Upper float64
					Known        *float64
				}
			}
			Layer []map[string]any
		}
		if err := json.Unmarshal(read(t, dir, "chart.vl.json"), &spec); err != nil || len(spec.Layer) != 2 {
			t.Fatalf("%s: no Vega-Lite: %v", name, err)
		}
		if len(spec.Data.Values) == 0 {
			t.Errorf("%s: no share is drawn", name)
		}
		for _, v := range spec.Data.Values {
			if v.Lower > v.Upper || v.Known != nil && (*v.Known < v.Lower || *v.Known > v.Upper) {
				t.Errorf("%s: %+v", name, v)
			}
		}
		golden(t, name+".vl.json", string(read(t, dir, "chart.vl.json")))
	}
}

func read(t *testing.T, dir, name string) []byte {
	t.Helper()
	text, err := os.ReadFile(filepath.Join(dir, name))
	if err != nil {
		t.Fatal(err)
	}
	return text
}

func TestWhatCannotBeDrawn(t *testing.T) {
	path := filepath.Join(t.TempDir(), "chart.svg")
	empty := render.Report{Report: measure.Report{
		Question: measure.Question{By: catalog.Alone(catalog.ByYear), Genders: []rolecall.Gender{rolecall.Woman}},
		Rows:     []measure.Row{{Key: catalog.Key{First: "2018"}, Label: "2018", Role: rolecall.Editor, Leaves: 3}},
	}}
	if err := render.WriteChart(path, empty); err == nil {
		t.Error("a chart of nothing is drawn")
	}
	if _, err := os.Stat(path); err == nil {
		t.Error("a file is left behind")
	}
	if err := render.WriteChart("chart.gif", empty); err == nil {
		t.Error("a GIF is drawn")
	}
}

// reported is a report of one role with a row for each part, so many films each.
func reported(by catalog.Breakdown, handPicked bool, counts map[string]rolecall.Count, films int) render.Report {
	r := render.Report{Report: measure.Report{Question: measure.Question{By: by, Genders: []rolecall.Gender{rolecall.Woman}}}}
	r.Report.Population.Kind, r.Catalog.HandPicked = rolecall.Film, handPicked
	for _, part := range slices.Sorted(maps.Keys(counts)) {
		count := counts[part]
		r.Report.Rows = append(r.Report.Rows, measure.Row{Key: catalog.Key{First: part}, Label: part, Role: rolecall.Director, Leaves: films, Held: films, Count: count, Stated: count.Share().Coverage})
	}
	return r
}

// A part says its share, its bounds where something is unknown, and on how many films it
// rests; of titles picked by hand it says the count.
func TestPartsSayTheirNumbers(t *testing.T) {
	counts := map[string]rolecall.Count{"2017": {Certain: 37, Possible: 40, Of: 100}, "2018": {Certain: 5, Possible: 5, Of: 10}, "2019": {Possible: 4, Of: 4}}
	for words, r := range map[string]render.Report{
		"<title>2017: 38.1 %, 37–40 % allowing for unknowns, 164 films</title>":                reported(catalog.Alone(catalog.ByYear), false, counts, 164),
		"<title>2018: 50 %, 164 films</title>":                                                 reported(catalog.Alone(catalog.ByYear), false, counts, 164),
		"<title>2019: 0–100 % allowing for unknowns, 164 films, too little to compare</title>": reported(catalog.Alone(catalog.ByYear), false, counts, 164),
		"<title>2018: 50 %, 3 films, too little to compare</title>":                            reported(catalog.Alone(catalog.ByYear), false, counts, 3),
		"<title>2017: 37–40 of 100, 3 films</title>":                                           reported(catalog.Alone(catalog.ByYear), true, counts, 3),
	} {
		if svg := string(r.Chart().Picture().File()); !strings.Contains(svg, words) {
			t.Errorf("no part says %s", words)
		}
	}
}

// Of more parts than there is room for, those with the most films are drawn, and the chart
// says so; of none known, all known, none and all there is a chart too.
func TestAnyReportIsDrawn(t *testing.T) {
	odd := reported(catalog.Alone(catalog.ByNetwork), false, map[string]rolecall.Count{"是枝裕和": {Possible: 9, Of: 9}, "Ž": {Of: 9}}, 20)
	if err := render.DrawChart(io.Discard, render.PNG, odd); err != nil {
		t.Error(err)
	}
	for _, parts := range []int{1, 30, 31, 200} {
		for _, count := range []rolecall.Count{{Possible: 9, Of: 9}, {Of: 9}, {Certain: 9, Possible: 9, Of: 9}, {Certain: 2, Possible: 5, Of: 9}} {
			counts := make(map[string]rolecall.Count)
			for i := range parts {
				counts[fmt.Sprintf("是枝裕和 %s %03d", strings.Repeat("long ", i%9), i)] = count
			}
			r := reported(catalog.Alone(catalog.ByNetwork), false, counts, 20)
			svg := string(r.Chart().Picture().File())
			if drawn := strings.Count(svg, "<title>"); drawn != min(parts, 30) {
				t.Errorf("of %d parts %d are drawn", parts, drawn)
			}
			if strings.Contains(svg, fmt.Sprintf("The 30 of %d with the most films", parts)) != (parts > 30) {
				t.Errorf("of %d parts it is not said which are drawn", parts)
			}
		}
	}
}

// A picture has a panel for each role, however many there are; of the parts of a second side
// it has the largest, and says so.
func TestPanelsThatAreLeftOutAreToldOf(t *testing.T) {
	count := rolecall.Count{Certain: 5, Possible: 5, Of: 10}
	row := func(role rolecall.Role, then string, films int) measure.Row {
		return measure.Row{Key: catalog.Key{First: "2018", Then: then}, Label: "2018", ThenLabel: then, Role: role, Leaves: films, Held: films, Count: count, Stated: count.Share().Coverage}
	}
	roles := reported(catalog.Alone(catalog.ByYear), false, nil, 0)
	for _, role := range rolecall.Roles() {
		roles.Report.Rows = append(roles.Report.Rows, row(role, "", 100))
	}
	two := reported(catalog.Breakdown{First: catalog.Side{By: catalog.ByYear}, Then: catalog.Side{By: catalog.ByGenre}}, false, nil, 0)
	for i := range 14 {
		two.Report.Rows = append(two.Report.Rows, row(rolecall.Director, fmt.Sprintf("Genre %02d", i), 100+i))
	}
	for name, test := range map[string]struct {
		of     render.Report
		panels int
		told   bool
	}{
		"roles":  {roles, len(rolecall.Roles()), false},
		"genres": {two, 12, true},
	} {
		c := test.of.Chart()
		told := slices.ContainsFunc(c.Notes, func(note string) bool { return strings.HasPrefix(note, "The 12 of 14 parts") })
		if len(c.Panels) != test.panels || told != test.told || slices.ContainsFunc(c.Notes, func(note string) bool { return strings.Contains(note, "the table has all") }) != test.told {
			t.Errorf("%s: %d panels, told %v: %q", name, len(c.Panels), told, c.Notes)
		}
	}
}
