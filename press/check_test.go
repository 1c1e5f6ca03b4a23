package press_test

import (
	"context"
	"errors"
	"strings"
	"testing"
	"time"

	"rolecall"
	"rolecall/press"
	"rolecall/press/article"
	"rolecall/press/claims"
	"rolecall/press/verdict"
)

// A claim, what becomes of it, and a part of the reason. The starter catalog answers.
func TestVerdicts(t *testing.T) {
	for text, want := range map[string]struct {
		kind    claims.Kind
		verdict verdict.Verdict
		reason  string
	}{
		"All 13 episodes of Jessica Jones season 2 were directed by women.":                {claims.Every, verdict.Supported, "13 of 13 episodes directed by women"},
		"All 12 episodes of Jessica Jones season 2 were directed by women.":                {claims.Every, verdict.Contradicted, "13 episodes, not 12"},
		"Every episode of Jessica Jones season 1 was directed by a woman.":                 {claims.Every, verdict.Contradicted, "not by"},
		"All of Luke Cage's season 1 directors were men.":                                  {claims.Every, verdict.Supported, "13 of 13"},
		"No woman directed an episode of Game of Thrones season 5.":                        {claims.Every, verdict.Supported, "none of the 5"},
		"No woman directed an episode of Game of Thrones season 4.":                        {claims.Every, verdict.Contradicted, "Michelle MacLaren"},
		"All the writers of Jessica Jones season 2 were women.":                            {claims.Every, verdict.Contradicted, "not by Jack Kenny and Hilly Hicks Jr."},
		"All the writers of Luke Cage season 1 were men.":                                  {claims.Every, verdict.Unverifiable, "no stated gender"},
		"Women directed every episode of Jessica Jones season 4.":                          {claims.Every, verdict.Unverifiable, "does not hold season 4"},
		"Every episode of \"The Long Dusk\" was directed by a woman.":                      {claims.Every, verdict.Unverifiable, `does not hold "The Long Dusk"`},
		"Luke Cage season 2 had six female directors.":                                     {claims.Count, verdict.Supported, "6 of 13 directors are women"},
		"Luke Cage season 2 had nine female directors.":                                    {claims.Count, verdict.Contradicted, "6 of 13 directors are women"},
		"Jessica Jones season 2 has women in front of and behind the camera.":              {claims.Count, verdict.Supported, "13 of 13 directors are women; 5 of 8 cast are women"},
		"Luke Cage season 1 has women in front of and behind the camera.":                  {claims.Count, verdict.Contradicted, "0 of 12 directors are women"},
		"More than half of the episodes of Jessica Jones season 2 were directed by women.": {claims.Share, verdict.Supported, "13 of 13"},
		"Women directed 60 percent of the episodes of Luke Cage season 1.":                 {claims.Share, verdict.Contradicted, "0 of 13"},
		"Women directed 17 percent of all episodes on television.":                         {claims.Share, verdict.Unverifiable, "hand-picked"},
		"A study found that women directed 17 percent of all episodes on television.":      {claims.Share, verdict.Unverifiable, "study's figure"},
		"Kathryn Bigelow directed Lady Bird.":                                              {claims.Credit, verdict.Contradicted, "Greta Gerwig"},
		"Greta Gerwig directed Lady Bird.":                                                 {claims.Credit, verdict.Supported, "credited as director"},
		"Greta Gerwig did not direct Lady Bird.":                                           {claims.Credit, verdict.Contradicted, "credited as director"},
		"Jessica Jones season 2 has 13 episodes.":                                          {claims.Episodes, verdict.Supported, "13 episodes"},
		"Jessica Jones season 2 consists of ten episodes.":                                 {claims.Episodes, verdict.Contradicted, "13 episodes, not 10"},
		"Season 2 of Jessica Jones premiered on Thursday, March 8, 2018.":                  {claims.Date, verdict.Supported, "a Thursday"},
		"Season 2 of Jessica Jones premiered on Friday, March 8, 2018.":                    {claims.Date, verdict.Contradicted, "was a Thursday"},
		"Season 2 of Jessica Jones premiered on March 9, 2018.":                            {claims.Date, verdict.Contradicted, "8 March 2018"},
		"Season 2 of Jessica Jones premiered last night.":                                  {claims.Date, verdict.Unverifiable, "day of writing"},
		"It is one of the few series with an all-female team of directors.":                {claims.Rank, verdict.Unverifiable, "hand-picked"},
	} {
		t.Run(text, func(t *testing.T) {
			for _, c := range check(t, article.Plain(text)).Claims {
				if c.Kind != want.kind {
					continue
				}
				if c.Verdict != want.verdict || !strings.Contains(c.Reason, want.reason) {
					t.Errorf("%s: %s; want %s: %s", c.Verdict, c.Reason, want.verdict, want.reason)
				}
				if c.Verdict == verdict.Supported && len(c.Evidence) == 0 {
					t.Error("supported by no row")
				}
				return
			}
			t.Errorf("no claim of the kind %s", want.kind)
		})
	}
}

// What is asked, wished, supposed or about something else is no claim.
func TestNoClaims(t *testing.T) {
	for _, text := range []string{
		"Will all 13 episodes of Jessica Jones season 2 be directed by women?",
		"If women directed every episode of Jessica Jones, nobody would complain.",
		"Half of all television should be directed by women.",
		"Thirteen women gathered at the bar on Thursday to watch the finale.",
		"About 40 percent of viewers said they would watch a second season.",
		"All of the critics loved it.",
		"The directors of the company, two women and three men, resigned in March.",
	} {
		if report := check(t, article.Plain(text)); len(report.Claims) > 0 {
			t.Errorf("%s: %s: %q", text, report.Claims[0].Kind, report.Claims[0].Quote)
		}
	}
}

// A text that says the same over and over does not get the same rows each time.
func TestEvidenceIsBounded(t *testing.T) {
	const times = 1000
	report := check(t, article.Plain(strings.Repeat("All 13 episodes of Jessica Jones season 2 were directed by women.\n\n", times)))
	rows := 0
	for _, c := range report.Claims {
		rows += len(c.Evidence)
	}
	if len(report.Claims) != times || rows == 0 || rows > 2_000 || len(report.Claims[0].Evidence) == 0 {
		t.Errorf("%d claims with %d rows of evidence, %d of them of the first", len(report.Claims), rows, len(report.Claims[0].Evidence))
	}
}

// What more a text says after so many claims is counted, and not lost without a word.
func TestClaimsAreBounded(t *testing.T) {
	const listed, more = 4000, 30
	report := check(t, article.Plain(strings.Repeat("All 13 episodes of Jessica Jones season 2 were directed by women.\n\n", listed+more)))
	if len(report.Claims) != listed || report.MoreClaims != more {
		t.Errorf("%d claims and %d more, want %d and %d", len(report.Claims), report.MoreClaims, listed, more)
	}
}

func TestOtherLanguagesAreRefused(t *testing.T) {
	text := "Die zweite Staffel von Jessica Jones wurde ausschließlich von Frauen inszeniert, und alle dreizehn Folgen sind seit dem achten März im Programm, wie der Sender mitteilte."
	_, err := press.Check(context.Background(), starterCatalog.contents, article.Plain(text))
	if !errors.Is(err, article.ErrNotEnglish) || !strings.Contains(err.Error(), "German") {
		t.Errorf("%v", err)
	}
}

func TestQuotations(t *testing.T) {
	text := `Jessica Jones is back. "I hired the best people I could find," said showrunner Melissa Rosenberg. "They were women." Krysten Ritter told Deadline that she was glad of it. "A new start for all of us," said a spokesman for the network.`
	report := check(t, article.Plain(text))
	if len(report.Quotations) < 3 {
		t.Fatalf("%d quotations", len(report.Quotations))
	}
	first := report.Quotations[0]
	if first.Name != "Melissa Rosenberg" || first.Verb != "said" || first.Words != 8 || first.Gender != rolecall.Woman {
		t.Errorf("%+v", first)
	}
	if report.Quoted.Women < 2 || report.Words.Total() == 0 {
		t.Errorf("%+v, %+v", report.Quoted, report.Words)
	}
}

// Text made to break a reader costs time in proportion to its length.
func TestHostileText(t *testing.T) {
	for name, unit := range map[string]string{
		"quotation marks":   "“",
		"straight quotes":   `"A' `,
		"right to left":     "\u202enemow yb detcerid saw edosipe yreve\u202c ",
		"zero width":        "w\u200bo\u200bm\u200be\u200bn directed ",
		"brackets":          "((((",
		"one sentence":      "all women and men directed the episodes of the season ",
		"names":             "Anna Bell and Carla Dunn and Eva Falk, ",
		"numbers":           "13 of 13 of 13 percent of ",
		"claims":            "All 13 episodes of Jessica Jones season 2 were directed by women. ",
		"commas":            ",",
		"new lines":         "\n",
		"broken characters": "\xff\xc3\x28",
	} {
		t.Run(name, func(t *testing.T) {
			took := func(n int) time.Duration {
				a := article.Plain(strings.Repeat(unit, n/len(unit)))
				start := time.Now()
				if _, err := press.Check(context.Background(), starterCatalog.contents, a); err != nil && !errors.Is(err, article.ErrNotEnglish) {
					t.Fatal(err)
				}
				return time.Since(start)
			}
			small, large := took(5_000), took(40_000)
			if large > 40*small+500*time.Millisecond {
				t.Errorf("5 kB took %v, 40 kB %v", small, large)
			}
		})
	}
}

func FuzzCheck(f *testing.F) {
	for _, seed := range []string{"All 13 episodes of Jessica Jones season 2 were directed by women.", "“”'\"", "one in of out of 0 percent season -1", "Seasons 1, 2, 5 and 6", "Thursday, March 8, and May 31 of 2018-15", "\u202e\u200b\x00"} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, text string) {
		a := article.Plain(text)
		report, err := press.Check(context.Background(), starterCatalog.contents, a)
		if err != nil {
			return
		}
		for _, c := range report.Claims {
			if a.Text[c.Start:c.End] != c.Quote {
				t.Fatalf("%q is not at %d", c.Quote, c.Start)
			}
		}
	})
}
