package nameindex

import (
	"cmp"
	"slices"
)

const (
	mostText  = 256 // letters of a text, in bytes
	mostSlots = 12  // words of a text, the rarest first
	// mostOfName is how many entries of one name are looked at.
	mostOfName = 4_096
)

// effort is how much a search may read, so that none takes long at any size.
type effort struct {
	rarest   int // entries that the rarest word brings
	others   int // entries that each other word brings which no rarer word has, beside those that rarer ones left over
	postings int // entries read of one word as it is written
	near     int // entries read of all words like one together
	keys     int // entries of a range of keys looked at, in each tier
	split    int // entries read of each half of a split word
	ofNames  int // names that share a word with the text looked at, those of the most and rarest first
	compared int // entries compared in full, for each way of reading the text
	names    int // names found whose every bearer is looked at
}

var (
	wholeEffort  = effort{rarest: 16_000, others: 2_000, postings: 64_000, near: 20_000, keys: 4_000, split: 4_000, ofNames: 16_000, compared: 200, names: 20}
	typingEffort = effort{rarest: 8_000, others: 1_000, postings: 20_000, near: 6_000, keys: 2_000, split: 2_000, ofNames: 4_000, compared: 100, names: 10}
)

// Shares of closeness at which a search is content and does not go on to look
// for words one edit away, and for words two edits away.
const (
	contentWithWords = 0.9
	contentWithOne   = 0.80
)

// Find returns the things whose names are closest to text, best first. Where the
// text reads as a name and a year or a season (see Understand), it is looked for
// both ways. A thing comes once. Names that are the text, save for a leading
// article, come before all others, the weightier first. The error wraps ErrDamaged
// or is ErrClosed.
func (x *Index) Find(text string, q Query) ([]Hit, error) {
	hits, err := x.FindEach(text, q, q.Kinds)
	if err != nil {
		return nil, err
	}
	return hits[0], nil
}

// FindEach is Find for several sets of kinds, none in two of them, by one search: the
// hits of each set, which instead of q.Kinds says what is looked for. Errors are forgiven
// only where nothing of any set is close.
func (x *Index) FindEach(text string, q Query, sets ...Kinds) (hits [][]Hit, err error) {
	if err = x.reading(func() { hits = x.find(text, q, sets) }); err != nil {
		return nil, err
	}
	return hits, nil
}

func (x *Index) find(text string, q Query, sets []Kinds) [][]Hit {
	if q.Most <= 0 {
		q.Most = usualMost
	}
	effort := &wholeEffort
	if q.Unfinished {
		effort = &typingEffort
	}
	found := map[thing]scored{}
	var searches []*search
	closest := 0.0
	for _, r := range readings(text[:min(len(text), mostText)], q) {
		s := &search{index: x, query: r.query, sets: sets, effort: effort, found: found}
		if s.asWritten(r.text) {
			searches = append(searches, s)
			closest = max(closest, s.closest)
		}
	}
	if closest < contentWithWords {
		for _, s := range searches {
			s.forgiving()
		}
	}
	hits := make([][]Hit, len(sets))
	for i, kinds := range sets {
		for _, best := range ranked(found, kinds, min(q.Most, effort.names)) {
			best.by.namesakes(best.entry)
		}
		hits[i] = x.hits(ranked(found, kinds, q.Most))
	}
	return hits
}

// FindExact returns all things of these kinds of which a name is the text, but
// for case, accents, punctuation, spaces and a leading article; the weightiest
// first, save that where the text has an article, names that have it precede.
func (x *Index) FindExact(text string, kinds Kinds) (hits []Hit, err error) {
	if err = x.reading(func() { hits = x.findExact(text, kinds) }); err != nil {
		return nil, err
	}
	return hits, nil
}

func (x *Index) findExact(text string, kinds Kinds) []Hit {
	s := &search{index: x, sets: []Kinds{kinds}, found: map[thing]scored{}}
	s.asked.fold(text)
	for _, key := range s.exactKeys() {
		s.eachBetween(key, append(slices.Clone(key), 0), int(x.entries), func(entry uint32, r row) {
			s.compare(entry)
		})
	}
	hits := x.hits(ranked(s.found, kinds, len(s.found)))
	return slices.DeleteFunc(hits, func(h Hit) bool { return h.Score < 1 })
}

type reading struct {
	text  string
	query Query
}

// readings are the ways to take a text: as it is, and without what it says of
// season, kind and year.
func readings(text string, q Query) []reading {
	ways := []reading{{text, q}}
	asked := Understand(text)
	if asked.Bare() && asked.Name == text {
		return ways
	}
	if asked.Year != 0 {
		q.Year = asked.Year
	}
	return append(ways, reading{asked.Name, q})
}

// thing is what tells hits apart.
type thing struct {
	number uint32
	kind   uint8
}

// scored is an entry by which a thing was found.
type scored struct {
	entry     uint32
	score     float64
	closeness float64
	by        *search
}

// ranked are the best of these kinds of what was found, best first.
func ranked(found map[thing]scored, kinds Kinds, most int) []scored {
	best := make([]scored, 0, len(found))
	for thing, s := range found {
		if kinds.has(thing.kind) {
			best = append(best, s)
		}
	}
	// Entries of equal score come in the order of the file, and so by weight.
	slices.SortFunc(best, func(a, b scored) int {
		return cmp.Or(cmp.Compare(b.score, a.score), cmp.Compare(a.entry, b.entry))
	})
	return best[:min(len(best), most)]
}

func (x *Index) hits(best []scored) []Hit {
	hits := make([]Hit, 0, len(best))
	var name folded
	for _, s := range best {
		if x.readName(s.entry, &name) {
			r := x.row(s.entry)
			hits = append(hits, Hit{r.number, r.kind, yearOf(r.year), string(name.text), s.score, s.closeness})
		}
	}
	return hits
}
