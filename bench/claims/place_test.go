package main

import "testing"

func TestPlaces(t *testing.T) {
	const text = "Director: Ann Lee\n• “Fargo”  (2014). DIRECTOR: Ann Lee"
	if got := occurrences(text, "director: ann lee"); len(got) != 2 || text[got[1].Start:got[1].End] != "DIRECTOR: Ann Lee" {
		t.Errorf("occurrences %v", got)
	}
	for _, c := range []struct{ words, want string }{
		{"Lee\n“Fargo” (2014)", "Lee\n• “Fargo”  (2014"},
		{"Fargo” (2014)", "Fargo”  (2014)"},
		{"Atlanta", ""},
	} {
		got, is := loosely(text, c.words)
		if text[got.Start:got.End] != c.want || is != (c.want != "") {
			t.Errorf("%q stands at %q", c.words, text[got.Start:got.End])
		}
	}
	if got, _ := nearest(text, "Ann Lee", len(text)); text[got.Start:] != "Ann Lee" {
		t.Errorf("nearest to the end is %v", got)
	}
}
