package rolecall

// Person is somebody credited.
type Person struct {
	ID string
	// Name is the name the person goes by now; a former name is never held.
	Name string
	// NativeName is the name in the person's own script, where it differs.
	NativeName string
	// Born is the year of birth, 0 where not known.
	Born int
	// Private says that the person is on a private list, and is never told of alone
	// (docs/method.md, rule 13).
	Private bool
	// Gender is what the statements about the person come to: see Resolve.
	Gender Gender
	// Conflict says that statements of the deciding precedence disagree, which
	// is why Gender is Unknown.
	Conflict bool
}

// Scheme is a system of identifiers.
type Scheme string

// The schemes.
const (
	IMDbID     Scheme = "imdb"     // nm0000001, tt0000001
	WikidataID Scheme = "wikidata" // Q42
	TMDBID     Scheme = "tmdb"     // a number; people, films and series each have their own
)

// Identifier is what a title or person is called in a scheme.
type Identifier struct {
	// Owner is the title's or person's identifier here.
	Owner  string
	Scheme Scheme
	Value  string
}
