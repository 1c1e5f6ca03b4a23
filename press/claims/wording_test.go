package claims

import (
	"context"
	"testing"

	"rolecall"
	"rolecall/press/english"
	"rolecall/press/mention"
)

// nothing is a directory that holds nearly nothing: what is read from the words alone.
type nothing struct{}

// few are titles that it does hold, without which no reader could tell that they are
// titles.
var few = []string{"Jessica Jones", "Luke Cage", "Queen Sugar", "Loki", "Captain Marvel", "Stranger Things", "Breaking Bad", "Harbour Watch"}

func (nothing) TitlesNamed(context.Context, []string) (map[string][]rolecall.Title, error) {
	held := make(map[string][]rolecall.Title)
	for _, name := range few {
		held[name] = []rolecall.Title{{ID: name, Name: name, Kind: rolecall.Series}}
	}
	return held, nil
}

func (nothing) PeopleNamed(context.Context, []string) (map[string][]rolecall.Person, error) {
	return nil, nil
}

func (nothing) Credited(context.Context, rolecall.Title, []string) (map[string]bool, error) {
	return nil, nil
}

// read finds the claims of a text without any catalog.
func read(t *testing.T, text string) []Claim {
	t.Helper()
	sentences := english.Sentences(text, nil, nil)
	found, err := mention.Find(context.Background(), nothing{}, sentences, nil)
	if err != nil {
		t.Fatal(err)
	}
	return Find(Text{Text: text, Sentences: sentences, Found: found})
}

// Every wording reads its own example.
func TestWordings(t *testing.T) {
	for _, k := range kinds {
		for _, w := range k.wordings {
			// A text about something: an example leans on what it is about.
			text := "The series Harbour Watch is back.\n" + w.example
			has := false
			for _, c := range read(t, text) {
				has = has || c.Kind == k.name && c.Start > 30
			}
			if !has {
				t.Errorf("%s: %q does not read %q", k.name, w.pattern, w.example)
			}
			matched := false
			p := compile(w.pattern)
			sentences := english.Sentences(text, nil, nil)
			found, _ := mention.Find(context.Background(), nothing{}, sentences, nil)
			for s := range sentences {
				items := english.Items(sentences[s].Tokens, found.In(s))
				for at := range items {
					if _, ok := p.at(items, at); ok {
						matched = true
					}
				}
			}
			if !matched {
				t.Errorf("%s: pattern %q does not fit its example %q", k.name, w.pattern, w.example)
			}
		}
	}
}
