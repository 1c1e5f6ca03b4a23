package population

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"slices"

	"rolecall/phrase"
)

// List is identifiers of titles, each once and in order, so that a list is the same
// however it was written down. The zero List is empty.
type List struct{ ids []string }

// NewList is the list of some identifiers, in any order and however often.
func NewList(ids ...string) List {
	if len(ids) == 0 {
		return List{}
	}
	return List{slices.Compact(slices.Sorted(slices.Values(ids)))}
}

// IDs are the identifiers in order.
func (l List) IDs() []string { return slices.Clone(l.ids) }

// Len is how many there are.
func (l List) Len() int { return len(l.ids) }

// Has reports whether an identifier is on the list.
func (l List) Has(id string) bool {
	_, found := slices.BinarySearch(l.ids, id)
	return found
}

// Hash is the SHA-256 digest of the identifiers in order, a line each, in hex; empty
// for the empty list.
func (l List) Hash() string {
	if len(l.ids) == 0 {
		return ""
	}
	digest := sha256.New()
	for _, id := range l.ids {
		fmt.Fprintln(digest, id)
	}
	return hex.EncodeToString(digest.Sum(nil))
}

// shownHash is how much of a hash people are shown.
const shownHash = 12

// Words is "250 listed titles (list 3f2a9c1b44d1)".
func (l List) Words() string {
	return fmt.Sprintf("%s (list %s)", phrase.Counted(len(l.ids), "listed title", "listed titles"), l.Hash()[:shownHash])
}

// Listing is what stands in JSON for a list of titles: how many they are, and their
// hash.
type Listing struct {
	TitlesListed int    `json:"titles_listed,omitempty" doc:"How many titles the population lists."`
	TitlesHash   string `json:"titles_hash,omitempty" doc:"The SHA-256 digest of their identifiers in order, a line each."`
}

// Listing is that of the population's titles.
func (p Population) Listing() Listing { return Listing{p.Titles.Len(), p.Titles.Hash()} }
