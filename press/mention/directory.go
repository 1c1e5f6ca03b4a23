// Package mention finds the people and titles that an article names, and links them
// to the catalog where it holds them.
//
// A catalog of IMDb's size holds a title for nearly every word ("Her", "It", "You")
// and several people for most names, so that a name found there is no proof that it
// is meant. The package therefore reads the text first: runs of capitals, quoted and
// italic titles become candidates; all candidates are looked up in one batch; and
// what stands around a name decides what it is. People credited on a title that the
// article is about win over namesakes.
//
// Names that the catalog lacks are kept too, without an identifier: a claim about a
// title that is not held is still a claim, and its verdict says so.
package mention

import (
	"context"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"

	"rolecall"
)

// Directory finds titles and people by their exact names; case, accents, punctuation
// and a leading article do not matter. Names that nobody and nothing bears are left
// out of the answer.
type Directory interface {
	TitlesNamed(ctx context.Context, names []string) (map[string][]rolecall.Title, error)
	PeopleNamed(ctx context.Context, names []string) (map[string][]rolecall.Person, error)
	// Credited tells which of some people are credited on a title or its episodes.
	Credited(ctx context.Context, title rolecall.Title, people []string) (map[string]bool, error)
}

// Counter is a directory that tells how many titles and people bear a name without
// looking at them, as an index of names does. One that does not is asked for them all.
type Counter interface {
	CountNamed(ctx context.Context, names []string) (titles, people map[string]int, err error)
}

// count is how many titles and people bear each name; names that nothing bears are absent.
func count(ctx context.Context, d Directory, names []string) (titles, people map[string]int, err error) {
	if c, counts := d.(Counter); counts {
		return c.CountNamed(ctx, names)
	}
	named, err := d.TitlesNamed(ctx, names)
	if err != nil {
		return nil, nil, err
	}
	persons, err := d.PeopleNamed(ctx, names)
	return lengths(named), lengths(persons), err
}

func lengths[T any](named map[string][]T) map[string]int {
	all := make(map[string]int, len(named))
	for name, some := range named {
		all[name] = len(some)
	}
	return all
}

// Fold writes a name as names are compared: lower case, no accents, no apostrophes,
// every other sign a space, no leading article.
func Fold(name string) string {
	var folded strings.Builder
	space := false
	for _, r := range norm.NFD.String(strings.ToLower(withoutArticle(name))) {
		switch {
		case unicode.Is(unicode.Mn, r), r == '\'', r == 0x2019, r == 0x2018:
		case unicode.IsLetter(r) || unicode.IsDigit(r):
			if space && folded.Len() > 0 {
				folded.WriteByte(' ')
			}
			space = false
			folded.WriteRune(r)
		default:
			space = true
		}
	}
	return folded.String()
}

// withoutArticle is a name without an English article that stands before it as a word of
// its own; the "A." of an abbreviation is none.
func withoutArticle(name string) string {
	word, rest, found := strings.Cut(name, " ")
	switch {
	case !found || strings.TrimSpace(rest) == "":
	case strings.EqualFold(word, "the"), strings.EqualFold(word, "a"), strings.EqualFold(word, "an"):
		return rest
	}
	return name
}

// foldWord is Fold of one word in lower case.
func foldWord(lower string) string {
	for i := 0; i < len(lower); i++ {
		if lower[i] >= utf8.RuneSelf || lower[i] == '\'' {
			return Fold(lower)
		}
	}
	return lower
}
