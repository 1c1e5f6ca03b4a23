package render_test

import (
	"bytes"
	"strings"
	"testing"

	"rolecall"
	"rolecall/catalog"
	"rolecall/corpus/survey"
	"rolecall/render"
)

// TestAnArchiveIsDrawn with what was found, on what it rests, and from which catalog; one in which
// nobody is quoted is not.
func TestAnArchiveIsDrawn(t *testing.T) {
	words := survey.Group{Value: "Herald", Articles: 7, Words: rolecall.Tally{Women: 40, Men: 50, Unknown: 10}}
	month := words
	month.Value = "2018-03"
	dateless := words
	dateless.Value = "2018"
	c := render.Corpus{Survey: survey.Survey{
		Asked: survey.Asked{By: []survey.Field{survey.Month}}, All: words, Parts: []survey.Part{{By: survey.Month, Groups: []survey.Group{month, dateless}}},
		Slates: &survey.Slates{Rows: []survey.SlateRow{{Slate: survey.AllWomen, Titles: 3, Mentions: 4, Times: 5}, {Slate: survey.NotAllWomen, Titles: 5, Mentions: 6, Times: 7}, {Slate: survey.Unsettled, Titles: 2}}},
	}, Catalog: catalog.Info{Name: "mine", Hash: strings.Repeat("ab", 32)}}
	drawn := func() string {
		var svg bytes.Buffer
		if err := render.DrawCorpus(&svg, render.SVG, c); err != nil {
			t.Fatal(err)
		}
		return svg.String()
	}
	if svg := drawn(); !strings.Contains(svg, "2018-03: 44.4 %, 40–50 % allowing for unknowns, 100 words in 7 articles") || strings.Count(svg, "allowing for unknowns, 100 words") != 1 || !strings.Contains(svg, "mine catalog abab…abab") || !strings.Contains(svg, "is not finished") {
		t.Errorf("by month: %s", svg)
	}
	c.Survey.Parts[0] = survey.Part{By: survey.Outlet, Groups: []survey.Group{words, {Value: "Post"}}}
	if svg := drawn(); !strings.Contains(svg, "Herald: 44.4 %") || strings.Contains(svg, "Post:") {
		t.Errorf("by outlet: %s", svg)
	}
	if svg := string(c.CoverageChart().Picture().File()); !strings.Contains(svg, "Titles named: 37.5 %, 30–50 % allowing for unknowns, of 10 titles") {
		t.Errorf("coverage: %s", svg)
	}
	c.Survey.Parts[0].Groups = c.Survey.Parts[0].Groups[1:]
	if err := render.DrawCorpus(new(bytes.Buffer), render.PNG, c); err == nil || c.Drawable() {
		t.Errorf("nobody is quoted: %v", err)
	}
}
