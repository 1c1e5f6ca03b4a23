package render_test

import (
	"bytes"
	"encoding/json"
	"encoding/xml"
	"image/png"
	"io"
	"os"
	"path/filepath"
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
		Question: measure.Question{By: catalog.ByYear, Genders: []rolecall.Gender{rolecall.Woman}},
		Rows:     []measure.Row{{Key: "2018", Label: "2018", Role: rolecall.Editor, Leaves: 3}},
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
