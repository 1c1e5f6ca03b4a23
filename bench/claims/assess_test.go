package main

import (
	"bytes"
	"slices"
	"strings"
	"testing"

	"rolecall/press/english"
)

// labelledText is a text with four labels, one of them optional.
func labelledText() text {
	return text{ID: "t", Text: "Ann Lee directed Fargo, which Bo Cruz wrote. Women directed all of season two. It won. Ann Lee again.", Claims: []statement{
		{Quote: "Ann Lee directed Fargo", Kind: "credit", Title: "Fargo", Role: "director", Person: "Ann Lee"},
		{Quote: "which Bo Cruz wrote", Kind: "credit", Title: "Fargo", Role: "writer", Person: "Bo Cruz"},
		{Quote: "Women directed all of season two", Kind: "every", Title: "Fargo", Season: 2, Role: "director", Gender: "woman", Verdict: "supported"},
		{Quote: "It won", Kind: "rank", Title: "Fargo", Note: "an award"},
	}}
}

// read is what a reader finds who makes no error.
func read(t text) []statement {
	finds := slices.Clone(t.Claims)
	for i := range finds {
		finds[i].places = occurrences(t.Text, finds[i].Quote)[:1]
		finds[i].Note, finds[i].Verdict = "", "unverifiable"
		if finds[i].Season != 0 {
			finds[i].seasons = []int{finds[i].Season}
		}
	}
	return finds
}

func TestAssess(t *testing.T) {
	for _, c := range []struct {
		name              string
		change            func([]statement) []statement
		precision, recall float64
		fates             map[fate]int
	}{
		{"a perfect reader", func(f []statement) []statement { return f }, 1, 1, map[fate]int{right: 4}},
		{"all titles wrong", func(f []statement) []statement {
			for i := range f {
				f[i].Title = "Atlanta"
			}
			return f
		}, 0, 0, map[fate]int{wrong: 4}},
		{"all denied", func(f []statement) []statement {
			for i := range f {
				f[i].Negated = true
			}
			return f[:3]
		}, 0, 0, map[fate]int{wrong: 3}},
		{"everything twice", func(f []statement) []statement { return append(f, f...) }, 1, 1, map[fate]int{right: 4, again: 4}},
		{"no optional one", func(f []statement) []statement { return f[:3] }, 1, 1, map[fate]int{right: 3}},
		{"one of three", func(f []statement) []statement { return f[:1] }, 1, 1. / 3, map[fate]int{right: 1}},
		{"one more than is there", func(f []statement) []statement {
			f[3].Kind, f[3].Person = "credit", "It Won"
			return f
		}, 0.75, 1, map[fate]int{right: 3, wrong: 1}},
		{"nothing", func(f []statement) []statement { return nil }, 0, 0, nil},
	} {
		sum := newTally()
		text := labelledText()
		a := assess(text, c.change(read(text)))
		sum.add(a)
		if got := sum.all(); got.precision() != c.precision || got.recall() != c.recall {
			t.Errorf("%s: precision %v, recall %v, want %v, %v", c.name, got.precision(), got.recall(), c.precision, c.recall)
		}
		for _, f := range fates() {
			if got := sum.readings["unverifiable"][f]; got != c.fates[f] {
				t.Errorf("%s: %d finds are %s, want %d", c.name, got, f, c.fates[f])
			}
		}
	}
}

// A required label is not left without a find for an optional one.
func TestAssessRequiredFirst(t *testing.T) {
	text := text{Text: "x won", Claims: []statement{{Quote: "x won", Kind: "date", Note: "vague"}, {Quote: "x won", Kind: "date"}}}
	a := assess(text, []statement{{Kind: "date", places: []english.Span{{Start: 0, End: 5}}}})
	if _, optionalHas := a.matched[0]; optionalHas || a.fates[0] != right {
		t.Errorf("matched %v, fates %v", a.matched, a.fates)
	}
}

func TestMeanByText(t *testing.T) {
	sum := newTally()
	long := labelledText()
	sum.add(assess(long, read(long)))
	short := text{Text: "x", Claims: []statement{{Quote: "x", Kind: "date"}}}
	sum.add(assess(short, nil))
	if precision, recall := sum.means(); precision != 1 || recall != 0.5 {
		t.Errorf("mean precision %v, recall %v, want 1 (of the text with finds) and 0.5", precision, recall)
	}
	if both := together(sum, sum); both.texts != 4 || both.all().Labelled != 2*sum.all().Labelled || both.readings["unverifiable"][right] != 8 {
		t.Errorf("twice the texts: %+v", both)
	}
}

func TestShow(t *testing.T) {
	text := labelledText()
	finds := read(text)[:2]
	finds[1].Title = "Atlanta"
	var out bytes.Buffer
	assess(text, finds).show(&out, "", names{})
	for _, want := range []string{
		"miss\tt\tcredit\t\"which Bo Cruz wrote\"\tcredit(Fargo, writer, Bo Cruz)\tread as credit(Atlanta, writer, Bo Cruz)\tits title is not taken for a title\n",
		"miss\tt\tevery\t\"Women directed all of season two\"\tevery(Fargo, 2, director, woman)\tnothing found there\tits title is not taken for a title\n",
		"wrong\tt\tcredit\t\"which Bo Cruz wrote\"\tcredit(Atlanta, writer, Bo Cruz) unverifiable\tlabel: credit(Fargo, writer, Bo Cruz)\tread of another title\n",
	} {
		if !strings.Contains(out.String(), want) {
			t.Errorf("%q is not listed in\n%s", want, out.String())
		}
	}
	if strings.Contains(out.String(), "It won") {
		t.Error("an optional label is listed as missed")
	}
	out.Reset()
	assess(text, finds).show(&out, "every", names{})
	if strings.Contains(out.String(), "Cruz") {
		t.Errorf("of every only:\n%s", out.String())
	}
}
