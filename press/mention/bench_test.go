package mention

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"rolecall/press/english"
)

// capitals is a text of about so many bytes of distinct names in lists.
func capitals(bytes int) string {
	var text strings.Builder
	for i := 0; text.Len() < bytes; i++ {
		fmt.Fprintf(&text, "Ana%[1]x Quiro%[1]x's The Long %[1]x of Ilva%[1]x and Terr%[1]x, ", i)
		if i%40 == 39 {
			text.WriteString("directed it.\n")
		}
	}
	return text.String()
}

// A text four times as long takes some four times as long, whatever is in it.
func TestTimeIsInProportion(t *testing.T) {
	took := func(bytes int) time.Duration {
		sentences := english.Sentences(capitals(bytes), nil, nil)
		start := time.Now()
		if _, err := Find(t.Context(), shelf{}, sentences, nil); err != nil {
			t.Fatal(err)
		}
		return time.Since(start)
	}
	var short, long time.Duration
	for range 5 { // others may be at work on the machine
		if short, long = took(64<<10), took(256<<10); long < 8*short {
			return
		}
	}
	t.Errorf("64 KB take %v, 256 KB %v", short, long)
}

func BenchmarkFind(b *testing.B) {
	text := strings.Repeat("When Rachel Morrison was shortlisted for Mudbound, no woman had been up for the Oscar. On Ryan Coogler's Sinners, released in April 2025, Autumn Durald Arkapaw became the first woman to shoot a feature on film; she had worked for him on Black Panther: Wakanda Forever, where Morrison's chair was vacant.\n", 20)
	sentences := english.Sentences(text, nil, nil)
	b.SetBytes(int64(len(text)))
	for b.Loop() {
		if _, err := Find(b.Context(), shelf{}, sentences, nil); err != nil {
			b.Fatal(err)
		}
	}
}

// No text makes the finder fail, and every mention lies within it, in order and apart.
func FuzzFind(f *testing.F) {
	for _, text := range []string{
		"Little Women (2019) was directed by Greta Gerwig.", "Quo Vadis, Aida?; and \"Mamma Mia!\"", "The Wachowskis' Bound: A", "1. Lynne Ramsay\nDir: 是枝裕和, J.J. Abrams Jr.",
		"’s the The THE A's: & -", "Star Wars: Episode III – Revenge of the Sith...", "Lana and Lilly Wachowski",
	} {
		f.Add(text)
	}
	f.Fuzz(func(t *testing.T, text string) {
		sentences := english.Sentences(text, nil, nil)
		italics := []english.Span{{Start: len(text) / 3, End: len(text) / 2}}
		found, err := Find(t.Context(), shelf{}, sentences, italics)
		if err != nil {
			t.Fatal(err)
		}
		end := 0
		for _, m := range found.Mentions {
			if m.Start < end || m.End > len(text) || m.First >= m.Last || m.Entity >= len(found.Entities) {
				t.Fatalf("%+v", m)
			}
			end = m.End
		}
	})
}
