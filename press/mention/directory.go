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

// Fold writes a name as names are compared: lower case, no accents, no apostrophes,
// every other sign a space, no leading article.
func Fold(name string) string {
	var folded strings.Builder
	space := false
	for _, r := range norm.NFD.String(strings.ToLower(name)) {
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
	text := folded.String()
	for _, article := range []string{"the ", "a ", "an "} {
		if rest, found := strings.CutPrefix(text, article); found {
			return rest
		}
	}
	return text
}
