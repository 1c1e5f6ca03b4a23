package press_test

import (
	"context"
	"errors"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"rolecall"
	"rolecall/press"
	"rolecall/press/article"
	"rolecall/press/claims"
	"rolecall/press/english"
	"rolecall/press/verdict"
	"rolecall/press/witness"
)

// told is a witness that says what it is given, of the words given.
type told []claims.Testimony

func (told) Name() string { return "some-model" }

func (w told) Testify(context.Context, string, []english.Sentence) (witness.Heard, error) {
	inOrder := slices.SortedStableFunc(slices.Values(w), func(a, b claims.Testimony) int { return a.Start - b.Start })
	return witness.Heard{Testimony: inOrder, Passages: 1}, nil
}

// says is a testimony about the first place of some words in a text.
func says(text, words string, t claims.Testimony) claims.Testimony {
	t.Start = strings.Index(text, words)
	t.End = t.Start + len(words)
	return t
}

func checkWith(t interface{ Fatal(...any) }, w press.Witness, text string) press.Report {
	report, err := press.Check(context.Background(), starterCatalog.contents.Asking(w), article.Plain(text))
	if err != nil {
		t.Fatal(err)
	}
	return report
}

// What a witness alone reads is supported where a row says it plainly, and never contradicted;
// and nothing of it is a claim that the text does not bear out.
func TestWhatAWitnessSays(t *testing.T) {
	const text = "Lady Bird came out in 2017. It is Gerwig all over, and Saoirse Ronan gives it her everything. " +
		"Greta Gerwig calls it a love letter, nobody less. Could Ann Lee ever have made it? It has no part for Bo Diaz."
	credit := func(words, person string, role rolecall.Role) claims.Testimony {
		return says(text, words, claims.Testimony{Kind: claims.Credit, Title: "Lady Bird", Person: person, Role: role})
	}
	denied := credit("Gerwig all over", "Greta Gerwig", rolecall.Director)
	denied.Negated = true
	for name, c := range map[string]struct {
		says    claims.Testimony
		verdict verdict.Verdict
		reason  string
	}{
		"a row says it":               {credit("It is Gerwig all over", "Greta Gerwig", rolecall.Director), verdict.Supported, "credited as director"},
		"a surname":                   {credit("It is Gerwig all over", "Gerwig", rolecall.Director), verdict.Supported, "credited as director"},
		"no row says it":              {credit("Saoirse Ronan gives it her everything", "Saoirse Ronan", rolecall.Director), verdict.Unverifiable, "if the language model reads it right: "},
		"a row says it, it is denied": {denied, verdict.Unverifiable, "if the language model reads it right"},
		"a question":                  {credit("Could Ann Lee ever have made it", "Ann Lee", rolecall.Director), verdict.Unverifiable, "part of a question"},
		"words that deny it":          {credit("It has no part for Bo Diaz", "Bo Diaz", rolecall.Cast), verdict.Unverifiable, ""},
	} {
		t.Run(name, func(t *testing.T) {
			report := checkWith(t, told{c.says}, text)
			at := slices.IndexFunc(report.Claims, func(found press.Claim) bool { return found.Witness != "" })
			if at < 0 {
				t.Fatalf("no claim of the witness: %+v", report.Hearing)
			}
			if found := report.Claims[at]; found.Verdict != c.verdict || !strings.Contains(found.Reason, c.reason) || found.Witness != "some-model" || found.Span != c.says.Span {
				t.Errorf("%+v", found)
			}
		})
	}
}

func TestWhatATextDoesNotBearOut(t *testing.T) {
	const text = "Jessica Jones is back with 13 episodes on March 8. Melissa Rosenberg runs it.\n\nRead next: All about Jaws\n"
	for name, c := range map[string]struct {
		words string
		says  claims.Testimony
		why   string
	}{
		"a figure of its own":        {"13 episodes", claims.Testimony{Kind: claims.Episodes, Title: "Jessica Jones", Value: 10, HasValue: true}, claims.FigureUnsaid},
		"a whole of its own":         {"13 episodes", claims.Testimony{Kind: claims.Count, Title: "Jessica Jones", Role: rolecall.Director, Value: 13, HasValue: true, Of: 20}, claims.FigureUnsaid},
		"a day of its own":           {"13 episodes", claims.Testimony{Kind: claims.Date, Title: "Jessica Jones", Day: "March 8"}, claims.DayUnsaid},
		"a title that is not there":  {"Melissa Rosenberg runs it", claims.Testimony{Kind: claims.Credit, Title: "Moonlight", Person: "Melissa Rosenberg", Role: rolecall.Showrunner}, claims.NoTitleNamed},
		"somebody who is not there":  {"Melissa Rosenberg runs it", claims.Testimony{Kind: claims.Credit, Title: "Jessica Jones", Person: "Ann Lee", Role: rolecall.Showrunner}, claims.NobodyNamed},
		"words set aside":            {"Read next: All about Jaws", claims.Testimony{Kind: claims.Credit, Title: "Jessica Jones", Person: "Melissa Rosenberg", Role: rolecall.Showrunner}, claims.NotInArticle},
		"one word that is no person": {"Melissa Rosenberg runs it", claims.Testimony{Kind: claims.Credit, Title: "Jessica Jones", Person: "back", Role: rolecall.Showrunner}, claims.NobodyNamed},
	} {
		report := checkWith(t, told{says(text, c.words, c.says)}, text)
		if h := report.Hearing; len(h.Unfounded) != 1 || h.Unfounded[0].Why != c.why {
			t.Errorf("%s: %+v, want %s", name, h, c.why)
		}
	}
}

// What both read is one claim, this program's. What a witness does not confirm is never called
// contradicted; whether it is left out depends on how much of the text it reads as we do.
func TestAWitnessBesideTheReader(t *testing.T) {
	const one = "Kathryn Bigelow directed Lady Bird. "
	const text = one + "Greta Gerwig directed Little Women. Saoirse Ronan plays Jo in Little Women. Barry Jenkins directed Moonlight."
	credit := func(words, person, title string, role rolecall.Role) claims.Testimony {
		return says(text, words, claims.Testimony{Kind: claims.Credit, Title: title, Person: person, Role: role})
	}
	bigelow := credit("Kathryn Bigelow directed Lady Bird", "Kathryn Bigelow", "Lady Bird", rolecall.Director)
	denied := bigelow
	denied.Negated = true
	women := credit("Greta Gerwig directed Little Women", "Greta Gerwig", "Little Women", rolecall.Director)
	moon := credit("Barry Jenkins directed Moonlight", "Barry Jenkins", "Moonlight", rolecall.Director)
	const (
		accused = "Lady Bird contradicted"
		open    = "Lady Bird unverifiable"
		doubted = "Lady Bird unverifiable some-model"
		others  = "Little Women supported, Little Women supported, Moonlight supported"
		theirs  = "Little Women supported, Moonlight supported"
	)
	for name, c := range map[string]struct {
		says told
		want string
	}{
		"all but one confirmed":        {told{bigelow, women, moon}, accused + ", " + theirs},
		"half, the accusation not":     {told{women, moon}, theirs},
		"half, the accusation refuted": {told{denied, women, moon}, doubted + ", " + theirs},
		"a quarter":                    {told{women}, open + ", " + others},
		"a quarter, and one refuted":   {told{denied, women}, open + ", " + others},
		"nothing":                      {told{}, open + ", " + others},
	} {
		var got []string
		for _, found := range checkWith(t, c.says, text).Claims {
			got = append(got, strings.TrimSpace(found.Title+" "+string(found.Verdict)+" "+found.Witness))
		}
		if strings.Join(got, ", ") != c.want {
			t.Errorf("%s: %s, want %s", name, strings.Join(got, ", "), c.want)
		}
	}
}

// Whatever a witness says, nothing is contradicted that was not without it, and every claim
// without it is there.
func TestNoWitnessAccuses(t *testing.T) {
	const text = "Greta Gerwig, who wrote Lady Bird, did not direct Detroit. Kathryn Bigelow directed Lady Bird. " +
		"Lady Bird is Kathryn Bigelow all over. All 12 episodes of Jessica Jones season 2 were directed by women. It premiered on Friday, March 8, 2018, with no man among its six directors."
	people, titles := []string{"Greta Gerwig", "Kathryn Bigelow", "women", ""}, []string{"Lady Bird", "Detroit", "Jessica Jones", ""}
	sentences := english.Sentences(text, nil, nil)
	isContradicted := func(c press.Claim) bool { return c.Verdict == verdict.Contradicted }
	before := check(t, article.Plain(text)).Claims
	testimony := rapid.Custom(func(t *rapid.T) claims.Testimony {
		span := rapid.SampledFrom(sentences).Draw(t, "sentence").Span
		if rapid.Bool().Draw(t, "a part") {
			span.Start = rapid.IntRange(span.Start, span.End-1).Draw(t, "start")
		}
		return claims.Testimony{
			Span: span, Kind: rapid.SampledFrom(append(claims.Kinds(), claims.Credit, claims.Credit, claims.Credit, claims.Credit)).Draw(t, "kind"),
			Title: rapid.SampledFrom(titles).Draw(t, "title"), Person: rapid.SampledFrom(people).Draw(t, "person"),
			Day:    rapid.SampledFrom([]string{"March 8, 2018", "Friday, March 8, 2018", "12", ""}).Draw(t, "day"),
			Season: rapid.IntRange(0, 3).Draw(t, "season"), Year: rapid.SampledFrom([]int{0, 2018, 2017}).Draw(t, "year"),
			Role:   rapid.SampledFrom([]rolecall.Role{rolecall.Director, rolecall.Writer, rolecall.Cast, claims.Star, claims.Other, ""}).Draw(t, "role"),
			Gender: rapid.SampledFrom([]rolecall.Gender{"", rolecall.Woman, rolecall.Man}).Draw(t, "gender"),
			Value:  float64(rapid.IntRange(0, 13).Draw(t, "value")), HasValue: rapid.Bool().Draw(t, "has value"), Of: float64(rapid.IntRange(0, 13).Draw(t, "of")),
			Negated: rapid.Bool().Draw(t, "negated"), All: rapid.Bool().Draw(t, "all"), Sole: rapid.Bool().Draw(t, "sole"),
		}
	})
	rapid.Check(t, func(t *rapid.T) {
		report := checkWith(t, told(rapid.SliceOfN(testimony, 10, 40).Draw(t, "testimony")), text)
		own := slices.DeleteFunc(slices.Clone(report.Claims), func(c press.Claim) bool { return c.Witness != "" })
		if len(own)+report.Hearing.Dropped != len(before) {
			t.Fatalf("%d claims of the reader and %d left out, %d without a witness", len(own), report.Hearing.Dropped, len(before))
		}
		for i, c := range report.Claims {
			if c.Witness != "" && (isContradicted(c) || c.Verdict == verdict.Supported && c.Negated) {
				t.Fatalf("only a witness reads it: %+v", c)
			}
			if i > 0 && c.Start < report.Claims[i-1].Start {
				t.Fatal("not in order")
			}
		}
		for _, c := range own {
			if !slices.ContainsFunc(before, func(b press.Claim) bool {
				return c.Span == b.Span && c.Kind == b.Kind && (c.Verdict == b.Verdict || isContradicted(b) && c.Verdict == verdict.Unverifiable)
			}) {
				t.Fatalf("the reader alone does not read it so: %+v", c)
			}
		}
	})
}

// silent is a witness that cannot be asked.
type silent struct{ told }

var errSilent = errors.New("nobody listens")

func (silent) Testify(context.Context, string, []english.Sentence) (witness.Heard, error) {
	return witness.Heard{}, errSilent
}

func TestAWitnessThatCannotBeAsked(t *testing.T) {
	if _, err := press.Check(t.Context(), starterCatalog.contents.Asking(silent{}), article.Plain("Greta Gerwig directed Lady Bird.")); !errors.Is(err, errSilent) {
		t.Errorf("%v", err)
	}
}
