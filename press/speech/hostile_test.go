package speech

import (
	"strings"
	"testing"
	"time"

	"rolecall/press/english"
)

// Quotation marks in their thousands cost time in proportion to their number.
func TestHostileMarks(t *testing.T) {
	for name, unit := range map[string]string{
		"open only":           "“",
		"close only":          "”",
		"nested":              "“Gerwig ‘said ",
		"straight":            `"A' `,
		"singles":             "‘A s' ",
		"doubtful":            "'Its' boys' ",
		"guillemets":          "«»»«",
		"brackets":            "((((“",
		"short quotations":    "“No,” said Gerwig. ",
		"long quotations":     "“No one ever asked us,” she said. ",
		"no end":              "“No one ever asked us, she said, ",
		"tags without end":    "Gerwig said Jenkins said ",
		"pronouns":            "she said he told they asked ",
		"people":              "Greta Gerwig, Barry Jenkins and Chloé Zhao, ",
		"appositions":         "Gerwig, the director, ",
		"jobs":                "the director of the writer of the ",
		"of":                  "of Gerwig of ",
		"paragraphs":          "“No one ever asked us.\n\n",
		"turns":               "Q: Who are you?\nA: I am nobody.\n",
		"questions":           "Who are you?\nI am who I am.\n",
		"one word":            "said",
		"dashes":              "— Gerwig — ",
		"adverbs":             "really ",
		"according":           "according to ",
		"people in one quote": "“Gerwig Jenkins Zhao ",
	} {
		t.Run(name, func(t *testing.T) {
			took := func(n int) time.Duration {
				text := strings.Repeat(unit, n/len(unit))
				sentences := english.Sentences(text, nil, nil)
				found := namesIn(sentences)
				best := time.Hour
				for range 2 {
					start := time.Now()
					Find(text, sentences, found)
					best = min(best, time.Since(start))
				}
				return best
			}
			small, large := took(8<<10), took(128<<10)
			t.Logf("8 kB %v, 128 kB %v", small, large)
			if large > 40*small+time.Second {
				t.Errorf("8 kB took %v, 128 kB %v", small, large)
			}
		})
	}
}

func FuzzFind(f *testing.F) {
	for _, one := range readLabelled(labelledTexts) {
		f.Add(one.text)
	}
	f.Add("“‘\"«»„”’' Q: A: said")
	f.Fuzz(func(t *testing.T, text string) {
		r := find(text)
		for _, q := range r.Quotations {
			if text[q.Start:q.End] != q.Text {
				t.Fatalf("%q is not at %d", q.Text, q.Start)
			}
			if q.Speaker < None || q.Speaker >= len(cast) {
				t.Fatalf("%q is said by %d", q.Text, q.Speaker)
			}
		}
		for _, d := range r.Dropped {
			if d.Start < 0 || d.End > len(text) || d.Start > d.End || d.Why == "" {
				t.Fatalf("%+v", d)
			}
		}
	})
}
