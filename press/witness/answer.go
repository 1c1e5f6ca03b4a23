package witness

import (
	"encoding/json"
	"errors"
	"fmt"
	"math"
	"slices"
	"strings"

	"rolecall"
	"rolecall/press/claims"
	"rolecall/press/english"
)

// said is the answer of a model as it is asked for.
type said struct {
	Claims []saidClaim `json:"claims"`
}

// saidClaim is a claim in a model's words; what is not said is empty, 0 or, of a value, nil.
type saidClaim struct {
	Quote     string   `json:"quote"`
	Kind      string   `json:"kind"`
	Title     string   `json:"title"`
	Season    float64  `json:"season"`
	Year      float64  `json:"year"`
	Role      string   `json:"role"`
	Person    string   `json:"person"`
	Character string   `json:"character"`
	Gender    string   `json:"gender"`
	Value     *float64 `json:"value"`
	Of        float64  `json:"of"`
	Bound     string   `json:"bound"`
	Unit      string   `json:"unit"`
	Day       string   `json:"day"`
	Negated   bool     `json:"negated"`
	All       bool     `json:"all"`
	Alone     bool     `json:"alone"`
}

// parse reads an answer. A model may think aloud before it, and fence it in.
func parse(content string) (said, error) {
	if _, after, thought := strings.Cut(content, "</think>"); thought {
		content = after
	}
	start := strings.IndexByte(content, '{')
	if start < 0 {
		return said{}, errors.New("the answer is no JSON: " + brief(content))
	}
	var s said
	decoder := json.NewDecoder(strings.NewReader(content[start:]))
	if err := decoder.Decode(&s); err != nil {
		return said{}, fmt.Errorf("the answer is no JSON of the form asked for: %w", err)
	}
	return s, nil
}

// Why a model's claim is refused.
const (
	notThere     = "its words do not stand in the article"
	noSuchKind   = "there is no such kind of claim"
	noSuchRole   = "there is no such role"
	noSuchGender = "there is no such gender"
	nameNotThere = "the article does not name what it is about"
	noFigure     = "it has no figure where there must be one"
)

// within are the claims of an answer whose words stand in a passage of the text, in their
// places there.
func (s said) within(text string, span english.Span) Heard {
	var h Heard
	whole, passage := plainly(text), plainly(text[span.Start:span.End])
	for _, c := range s.Claims {
		t, why := c.testimony(whole)
		switch words, is := passage.find(c.Quote); {
		case !is:
			t.Span, why = span, notThere
		default:
			t.Span = english.Span{Start: span.Start + words.Start, End: span.Start + words.End}
		}
		if why != "" {
			h.Refused = append(h.Refused, claims.Unfounded{Testimony: t, Why: why})
			continue
		}
		h.Testimony = append(h.Testimony, t)
	}
	return h
}

// bounds are the words for how a number is bounded.
var bounds = []string{"", "more", "less", "least", "most", "about"}

// testimony is a claim without its place, its names as the text writes them, or why it is
// refused.
func (c saidClaim) testimony(text plain) (t claims.Testimony, why string) {
	t = claims.Testimony{
		Kind: claims.Kind(c.Kind), Title: text.own(c.Title), Person: text.own(c.Person), Character: text.own(c.Character),
		Season: whole(c.Season), Year: whole(c.Year),
		Role: rolecall.Role(strings.ReplaceAll(c.Role, " ", "_")), Gender: rolecall.Gender(c.Gender),
		Of: c.Of, Bound: c.Bound, Unit: c.Unit, Day: text.own(c.Day), Negated: c.Negated, All: c.All, Sole: c.Alone,
	}
	if c.Value != nil {
		t.Value, t.HasValue = *c.Value, true
	}
	if !slices.Contains(bounds, t.Bound) {
		t.Bound = ""
	}
	if !slices.Contains(units, t.Unit) {
		t.Unit = ""
	}
	switch {
	case !slices.Contains(claims.Kinds(), t.Kind):
		return t, noSuchKind
	case t.Role != "" && !slices.Contains(roles(), t.Role):
		return t, noSuchRole
	case t.Gender != "" && !slices.Contains(genders, string(t.Gender)):
		return t, noSuchGender
	case c.Title != "" && t.Title == "", c.Person != "" && t.Person == "", t.Kind == claims.Credit && (t.Person == "" || t.Title == ""):
		return t, nameNotThere
	case t.Kind == claims.Date && (t.Day == "" || t.Title == ""):
		return t, noFigure
	case !t.HasValue && (t.Kind == claims.Share || t.Kind == claims.Count || t.Kind == claims.Episodes):
		return t, noFigure
	}
	return t, ""
}

// whole is a number of a season or year, 0 for what can be none.
func whole(n float64) int {
	if n != math.Trunc(n) || n < 0 || n > 9999 {
		return 0
	}
	return int(n)
}
