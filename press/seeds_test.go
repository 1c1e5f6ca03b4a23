package press_test

import (
	"context"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"rolecall"
	"rolecall/catalog"
	"rolecall/catalog/catalogtest"
	"rolecall/press"
	"rolecall/press/article"
	"rolecall/press/claims"
	"rolecall/press/verdict"
	"rolecall/source/starter"
)

// starterCatalog builds the starter catalog once for all tests.
var starterCatalog = struct{ contents press.Library }{}

func TestMain(m *testing.M) {
	os.Exit(catalogtest.Main(m, starter.Name, starter.Fill, func(c *catalog.Catalog) { starterCatalog.contents = press.InCatalog(c) }))
}

func check(t *testing.T, a article.Article) press.Report {
	t.Helper()
	report, err := press.Check(context.Background(), starterCatalog.contents, a)
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range report.Claims {
		if a.Text[c.Start:c.End] != c.Quote {
			t.Errorf("%q is not at %d", c.Quote, c.Start)
		}
		if c.Reason == "" || c.Verdict == "" {
			t.Errorf("%q has no verdict or no reason", c.Quote)
		}
	}
	return report
}

// expected is a claim that must be found, with its verdict.
type expected struct {
	kind    claims.Kind
	quote   string
	role    rolecall.Role
	person  string
	verdict verdict.Verdict
}

func (e expected) isIn(all []press.Claim) bool {
	return slices.ContainsFunc(all, func(c press.Claim) bool {
		return c.Kind == e.kind && strings.Contains(c.Quote, e.quote) && (e.role == "" || c.Role == e.role) &&
			(e.person == "" || c.Person == e.person) && c.Verdict == e.verdict
	})
}

// seed reads one of the two articles with which the project began, or skips.
func seed(t *testing.T, name string) article.Article {
	t.Helper()
	text, err := os.ReadFile(filepath.Join("..", "..", "shared", "seeds", name))
	if err != nil {
		t.Skip("the two articles with which the project began are not here: ../shared/seeds, from the project's root")
	}
	return article.Plain(string(text))
}

func TestTheFirstSeed(t *testing.T) {
	a := seed(t, "000_cb1679ec07d2d718.txt")
	report := check(t, a)
	for _, want := range []expected{
		{claims.Date, "March 8", "", "", verdict.Supported},
		{claims.Date, "well over two years after it first premiered", "", "", verdict.Supported},
		{claims.Date, "2015", "", "", verdict.Supported},
		{claims.Episodes, "13-episode run", "", "", verdict.Supported},
		{claims.Credit, "Krysten Ritter", rolecall.Cast, "Krysten Ritter", verdict.Supported},
		{claims.Credit, "Melissa Rosenberg", rolecall.Creator, "Melissa Rosenberg", verdict.Supported},
		{claims.Credit, "Melissa Rosenberg", rolecall.ExecutiveProducer, "Melissa Rosenberg", verdict.Supported},
		{claims.Credit, "Rachael Taylor", rolecall.Cast, "Rachael Taylor", verdict.Supported},
		{claims.Credit, "Rosemary Rodriguez", rolecall.Director, "Rosemary Rodriguez", verdict.Supported},
	} {
		if !want.isIn(report.Claims) {
			t.Errorf("not found: %+v", want)
		}
	}
	if c := report.Claims[0]; !strings.Contains(c.Reason, "Thursday") {
		t.Errorf("that 8 March 2018 was a Thursday is not said: %s", c.Reason)
	}
	for _, c := range report.Claims {
		if c.Verdict == verdict.Contradicted {
			t.Errorf("%q is contradicted: %s", c.Quote, c.Reason)
		}
	}
	mustBeAside(t, a, "Read These Stories Next", "A look at the subcultures", "Lucie Fink")
	mustBeQuoted(t, report, "Melissa Rosenberg", "balanced perspective")
}

func TestTheSecondSeed(t *testing.T) {
	a := seed(t, "003_d4f69564c531fa52.txt")
	report := check(t, a)
	for _, want := range []expected{
		{claims.Every, "all 13 episodes of season two will be directed by women", rolecall.Director, "", verdict.Supported},
		{claims.Credit, "Krysten Ritter", claims.Star, "Krysten Ritter", verdict.Supported},
		{claims.Credit, "Melissa Rosenberg", rolecall.Showrunner, "Melissa Rosenberg", verdict.Supported},
		{claims.Credit, "Melissa Rosenberg", rolecall.ExecutiveProducer, "Melissa Rosenberg", verdict.Supported},
		{claims.Count, "have women both in front of and behind the camera", rolecall.Director, "", verdict.Supported},
		{claims.Count, "awesome women behind the camera was well as in front of it", rolecall.Director, "", verdict.Supported},
		{claims.Rank, "One of the few series to have an all-female list of directors", "", "", verdict.Unverifiable},
		{claims.Share, "the majority of the heroes we see on screen tend to be men", "", "", verdict.Unverifiable},
	} {
		if !want.isIn(report.Claims) {
			t.Errorf("not found: %+v", want)
		}
	}
	for _, c := range report.Claims {
		if c.Kind == claims.Every && c.Speaker != "Melissa Rosenberg" {
			t.Errorf("said by %q", c.Speaker)
		}
		if (c.Kind == claims.Rank || c.Kind == claims.Share) && !strings.Contains(c.Reason, "hand-picked") {
			t.Errorf("%q does not say that the catalog is hand-picked: %s", c.Quote, c.Reason)
		}
	}
	mustBeAside(t, a, "Image credit: Rex", "The leading destination for fashion")
	mustBeQuoted(t, report, "Melissa Rosenberg", "All the conversations")
	if q := report.Quotations[len(report.Quotations)-1]; q.Where != "Variety" {
		t.Errorf("said to %q", q.Where)
	}
	if report.Words.Women == 0 || report.Words.Women != report.Words.Total() {
		t.Errorf("words: %+v", report.Words)
	}
}

func mustBeAside(t *testing.T, a article.Article, phrases ...string) {
	t.Helper()
	for _, phrase := range phrases {
		at := strings.Index(a.Text, phrase)
		if at < 0 || !slices.ContainsFunc(a.Boilerplate, func(f press.Furniture) bool { return f.Start <= at && at < f.End }) {
			t.Errorf("%q is not set aside", phrase)
		}
	}
}

func mustBeQuoted(t *testing.T, report press.Report, name, words string) {
	t.Helper()
	for _, q := range report.Quotations {
		if strings.Contains(q.Text, words) {
			if q.Name != name || q.Gender != rolecall.Woman || !q.Direct {
				t.Errorf("%q: %+v", words, q)
			}
			return
		}
	}
	t.Errorf("nobody says %q", words)
}
