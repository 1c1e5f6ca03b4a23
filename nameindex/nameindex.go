// Package nameindex finds titles and people by name, exactly or as people write
// them: with typing errors, without accents or punctuation, with words moved,
// left out, joined or split.
//
// An index is one file, built once and mapped into memory. A name is known by
// its letters without spaces (its key) and by its words. Entries lie in order
// of key, so that an exact name, however its words are joined, and the beginning
// of a name are found by halving; each word has a list of the entries it is in,
// and the words themselves lie in an automaton that finds those a letter or two
// away. Entries of great weight come before all others, in tiers, so that a
// search that may only read a part of a long list reads the part that matters.
//
// Names are held folded (see Hit.Name), and a name that many things bear is held
// once a tier: most of IMDb's titles are episodes called "Episode #1.4" or the
// like. What a thing is really called, the catalog knows.
//
// The package knows nothing of what the names are names of.
package nameindex

// Entry is one name of one thing. A thing may have several names, each an entry
// of the same Number and Kind.
type Entry struct {
	// Number is the caller's own for the thing. Things of different kinds may have
	// the same.
	Number uint32
	Name   string
	// Weight says how much the thing is asked for: votes, number of credits. It
	// decides between names equally close, on one scale for all kinds.
	Weight uint32
	// Kind is the caller's own class, below MostKinds.
	Kind uint8
	// Year is 0 where not known, as years before 1871 and after 2124 are taken to be.
	Year int
}

// MostKinds is how many classes an index can tell apart.
const MostKinds = 64

// Kinds is a set of the caller's classes; the empty set stands for all.
type Kinds uint64

// KindsOf is the set of these kinds.
func KindsOf(kinds ...uint8) Kinds {
	var set Kinds
	for _, kind := range kinds {
		set |= 1 << kind
	}
	return set
}

func (k Kinds) has(kind uint8) bool { return k == 0 || k&(1<<kind) != 0 }

// Query narrows a search.
type Query struct {
	Kinds Kinds
	// Year is preferred, not required: sources differ by a year or so. 0 is any.
	Year int
	// Most is how many hits to return; 0 is 10.
	Most int
	// Unfinished says that somebody is still typing: the last word may be the
	// beginning of one, weight counts for more, and errors are forgiven only where
	// nothing begins as the text does.
	Unfinished bool
}

const usualMost = 10

// Hit is a thing found, under the name of it that fits best.
type Hit struct {
	Number uint32
	Kind   uint8
	Year   int
	// Name is the name it was found by, as the index holds it: without capitals,
	// accents and punctuation, "x men the last stand".
	Name string
	// Score ranks hits. Above 1, the name is the text, but for case, accents,
	// punctuation, spaces and a leading article, and no year speaks against it;
	// below, it is the closeness, of which weight is a quarter (half where the text
	// is unfinished).
	Score float64
	// Closeness is how close the name is to the text, weight and year apart: 1 is the text,
	// but for what an exact name may differ in.
	Closeness float64
}
