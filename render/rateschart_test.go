package render_test

import (
	"bytes"
	"image/png"
	"strings"
	"testing"

	"rolecall"
	"rolecall/render"
	"rolecall/standard"
)

// The rates of a standard are drawn with the figures of the table: counts of titles picked by
// hand, and of a mean its share.
func TestRatesAreDrawn(t *testing.T) {
	c := fixtureCatalog(t)
	for id, want := range map[string][]string{
		"f-rating":      {">The standard<", ">Directed by a woman<", "picked for this catalog", "hand-picked"},
		"swedish-model": {">The third of the directors<", " %<"},
	} {
		s, err := standard.Shipped().Find(id)
		if err != nil {
			t.Fatal(err)
		}
		d := ratesOf(t, c, s, rolecall.Film, rolecall.Bounds)
		var svg, picture bytes.Buffer
		if err := render.DrawRates(&svg, render.SVG, d, d.Rates[0]); err != nil {
			t.Fatal(err)
		}
		for _, words := range want {
			if !strings.Contains(strings.ToLower(svg.String()), strings.ToLower(words)) {
				t.Errorf("%s: the picture does not say %q", id, words)
			}
		}
		if err := render.DrawRates(&picture, render.PNG, d, d.Rates[0]); err != nil {
			t.Fatal(err)
		}
		if _, err := png.Decode(&picture); err != nil {
			t.Errorf("%s: no picture: %v", id, err)
		}
	}
	s, err := standard.Shipped().Find("f-rating")
	if err != nil {
		t.Fatal(err)
	}
	d := ratesOf(t, c, s, rolecall.Film, rolecall.Bounds)
	nothing := standard.Rates{Standard: s}
	if err := render.DrawRates(&bytes.Buffer{}, render.SVG, d, nothing); err == nil || d.Drawable(nothing) {
		t.Error("rates without a share are drawn")
	}
}
