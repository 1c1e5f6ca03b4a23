package catalog_test

import (
	"context"
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"rolecall/catalog"
	"rolecall/population"
)

// noTexts are byte strings that no text is.
var noTexts = []string{"\xff", "a\x00b", "Am\xe9lie", "\xed\xa0\x80", "\xc0\xaf", "Netflix\xf0\x9f"}

// What is no text comes back as such from wherever the catalog may be asked, and
// neither ends the program nor says that the file is damaged.
func TestWhatIsNoTextIsRefusedWhereverItIsBound(t *testing.T) {
	c := built(t, small())
	of := map[string]func(string) population.Population{
		"network": func(text string) population.Population {
			return population.Population{Networks: []string{"Netflix", text}}
		},
		"country": func(text string) population.Population { return population.Population{Countries: []string{text}} },
		"genre":   func(text string) population.Population { return population.Population{Genres: []string{text}} },
		"series":  func(text string) population.Population { return population.Population{Series: []string{text}} },
	}
	for _, text := range noTexts {
		faults := map[string]error{}
		for name, population := range of {
			_, faults["tally by "+name] = c.Tally(t.Context(), catalog.Tallying{Population: population(text)})
			_, faults["works by "+name] = c.EachAlike(t.Context(), population(text), catalog.Measuring{}, func(catalog.MeasuredAlike) error { return nil })
		}
		_, _, faults["identifier"] = c.Title(t.Context(), text)
		_, faults["seasons"] = c.Seasons(t.Context(), text)
		_, faults["statements"] = c.Statements(t.Context(), text)
		_, faults["pages"] = c.Pages(t.Context(), []string{"a", text})
		_, faults["title"] = c.FindTitle(t.Context(), text, catalog.Which{})
		_, faults["person"] = c.FindPerson(t.Context(), text)
		for name, err := range faults {
			lacking := new(catalog.UnanswerableError)
			if none := new(catalog.TextError); !errors.As(err, &none) && !errors.As(err, &lacking) || errors.Is(err, catalog.ErrDamaged) {
				t.Errorf("%s of %q: %v", name, text, err)
			}
		}
	}
}

// Texts that are texts, however odd, are looked for.
func TestOddTextsAreLookedFor(t *testing.T) {
	c := built(t, small())
	for _, text := range []string{"'; DROP TABLE title; --", "\u202eevil", "\ufffd", "\uffff", "\x1b[31m", strings.Repeat("é", 5000), "🎬", "a\nb\tc"} {
		_, err := c.Tally(t.Context(), catalog.Tallying{Population: population.Population{Networks: []string{text}}})
		if empty := new(catalog.EmptyError); !errors.As(err, &empty) {
			t.Errorf("%.20q: %v", text, err)
		}
		if _, held, err := c.Title(t.Context(), text); held || err != nil {
			t.Errorf("%.20q: held %v, %v", text, held, err)
		}
	}
}

// A question that is given up, or is asked of a catalog that was closed, says
// nothing of the file.
func TestAQuestionGivenUpIsNotDamage(t *testing.T) {
	c := built(t, small())
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	if _, err := c.Holdings(ctx); !errors.Is(err, context.Canceled) {
		t.Errorf("given up: %v", err)
	}
	if err := c.Close(); err != nil {
		t.Fatal(err)
	}
	if _, err := c.Holdings(t.Context()); !errors.Is(err, catalog.ErrClosed) || errors.Is(err, catalog.ErrDamaged) {
		t.Errorf("closed: %v", err)
	}
}

// The driver takes a path for an address. What would be another path, or lose the
// options that keep a file from being written to, is refused; all else works.
func TestAPathIsAPath(t *testing.T) {
	for folder, usable := range map[string]bool{
		"plain": true, "a b": true, "a:b": true, "é": true, "50%25": true, "a'b": true, "a&b=c": true, "a;b": true,
		"a?b": false, "a#b": false, "100%": false,
	} {
		path := filepath.Join(t.TempDir(), folder, "c.duckdb")
		if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
			t.Fatal(err)
		}
		err := catalog.Build(t.Context(), path, small().recipe())
		if refused := new(catalog.PathError); (err == nil) != usable || err != nil && !errors.As(err, &refused) {
			t.Errorf("%s: %v", folder, err)
		}
		if !usable {
			continue
		}
		c, err := catalog.Open(t.Context(), path)
		if err != nil {
			t.Errorf("%s: %v", folder, err)
			continue
		}
		if _, err := c.FindTitle(t.Context(), "Jessica Jones", catalog.Which{}); err != nil {
			t.Errorf("%s: %v", folder, err)
		}
		c.Close()
	}
}
