package claims_test

import (
	"context"
	"os"
	"slices"
	"strings"
	"testing"

	"rolecall"
	"rolecall/press/article"
	"rolecall/press/claims"
	"rolecall/press/english"
	"rolecall/press/mention"
)

// unheld is a library that holds nothing: claims are then read from words alone.
type unheld struct{}

func (unheld) TitlesNamed(context.Context, []string) (map[string][]rolecall.Title, error) {
	return nil, nil
}

func (unheld) PeopleNamed(context.Context, []string) (map[string][]rolecall.Person, error) {
	return nil, nil
}

func (unheld) Credited(context.Context, rolecall.Title, []string) (map[string]bool, error) {
	return nil, nil
}

// claimsOf are the claims of a text, read without a catalog.
func claimsOf(t *testing.T, text string) ([]claims.Claim, mention.Found) {
	t.Helper()
	a := article.Plain(text)
	sentences := english.Sentences(a.Text, a.Blocks, a.Aside())
	found, err := mention.Find(context.Background(), unheld{}, sentences, nil)
	if err != nil {
		t.Fatal(err)
	}
	r := claims.Find(claims.Text{Text: a.Text, Blocks: a.Blocks, Sentences: sentences, Found: found})
	return r.Claims, r.Found
}

// TestExamples reads testdata/examples.tsv, a kind and a text a line: of each a claim of
// that kind is found, those of testdata/missed.txt left out. An example that is found
// again leaves that list. Every kind has examples.
func TestExamples(t *testing.T) {
	ofKind := make(map[claims.Kind]int)
	missed := strings.Split(read(t, "testdata/missed.txt"), "\n")
	for line := range strings.Lines(read(t, "testdata/examples.tsv")) {
		line = strings.TrimSuffix(line, "\n")
		kind, text, _ := strings.Cut(line, "\t")
		all, _ := claimsOf(t, "The series Harbour Watch is back.\n"+text)
		found := slices.ContainsFunc(all, func(c claims.Claim) bool { return c.Sentence > 0 && string(c.Kind) == kind })
		switch listed := slices.Contains(missed, line); {
		case !found && !listed:
			t.Errorf("no claim:\t%s", line)
		case found && listed:
			t.Errorf("found, take it off testdata/missed.txt:\t%s", line)
		case found:
			ofKind[claims.Kind(kind)]++
		}
	}
	for _, kind := range claims.Kinds() {
		if ofKind[kind] == 0 {
			t.Errorf("no example of the kind %q is read", kind)
		}
	}
}

func read(t *testing.T, path string) string {
	t.Helper()
	text, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	return string(text)
}
