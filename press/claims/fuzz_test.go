package claims_test

import (
	"testing"

	"rolecall/press/claims"
)

// Whatever a text holds, reading it ends, and each claim is a stretch of it.
func FuzzFind(f *testing.F) {
	for _, seed := range []string{
		"\"Blue Hour\" was directed by Ann Lee, who also wrote it. She and Bo Diaz star in it.",
		"Blue Hour (2019)\nDir: Ann Lee. Scr: Bo Diaz, Cy Oduya. With Di Fox.\n",
		"Of the 18 films, 17 percent were directed by women, up from 12. Men outnumber them by six to one.",
		"whose which who whom ( ( ) \" ' , , and and of of 's 's : ; - –",
		"She's the first woman to direct it, the second to write one of the few, her third.",
	} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, text string) {
		if len(text) > 4000 {
			t.Skip("longer texts say nothing new, slower")
		}
		found, names := claimsOf(t, text)
		for _, c := range found {
			if c.Start < 0 || c.End <= c.Start || c.Quote == "" {
				t.Fatalf("%s: %d to %d, %q", c.Kind, c.Start, c.End, c.Quote)
			}
			if c.Title != claims.None && c.Title >= len(names.Entities) || c.Person != claims.None && c.Person >= len(names.Entities) {
				t.Fatalf("%s: title %d, person %d of %d", c.Kind, c.Title, c.Person, len(names.Entities))
			}
		}
	})
}
