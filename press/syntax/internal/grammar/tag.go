package grammar

// Unknown is the tag of a word that has none yet, or of no word.
const Unknown = 0xFF

// edge is looked at where the sentence has no word.
var edge = Form{lower: 1, exact: 1, shape: 1, short: 1}

func formAt(forms []Form, at int) *Form {
	if at < 0 || at >= len(forms) {
		return &edge
	}
	return &forms[at]
}

func tagAt(tags []uint8, at int) uint32 {
	if at < 0 || at >= len(tags) {
		return Unknown
	}
	return uint32(tags[at])
}

// TagFeatures are the features by which the word at a place is tagged. tags are those
// of the words before it. ahead are tags somebody gave the sentence before, nil at the
// first reading: what follows decides much, and it is only known afterwards.
func TagFeatures(out []uint32, forms []Form, tags, ahead []uint8, at int) []uint32 {
	out = out[:0]
	for place := range places {
		out = wordFeatures(out, formAt(forms, at+place-before), place)
	}
	return bondFeatures(out, forms, tags, ahead, at)
}

// The places of a word beside the one that is tagged: so many before it, and of all.
const (
	before = 2
	places = 5
)

// wordFeatures are the features of one word alone, by its place beside the one that is tagged.
// Each feature has a number of its own, by which the weights were learnt.
func wordFeatures(out []uint32, w *Form, place int) []uint32 {
	switch place - before {
	case -2:
		return append(out, key(13, w.lower, 0, 0))
	case -1:
		return append(out, key(12, w.lower, 0, 0), key(16, w.suffix[2], w.shape, 0))
	case 1:
		return append(out, key(14, w.lower, 0, 0), key(17, w.suffix[1], w.shape, 0), key(18, w.suffix[2], 0, 0))
	case 2:
		return append(out, key(15, w.lower, 0, 0), key(19, w.suffix[2], w.shape, 0))
	}
	first := uint32(0)
	if w.initial {
		first = 1
	}
	return append(out,
		key(1, w.lower, 0, 0), key(2, w.exact, first, 0), key(3, w.suffix[0], w.shape, 0), key(4, w.suffix[1], 0, 0), key(5, w.suffix[2], 0, 0), key(6, w.suffix[3], 0, 0),
		key(7, w.suffix[4], 0, 0), key(8, w.prefix[0], w.shape, 0), key(9, w.prefix[1], 0, 0), key(10, w.prefix[2], 0, 0), key(11, w.shape, first, w.length))
}

// bondFeatures are the features of several words together, of tags, and the one that each word
// has.
func bondFeatures(out []uint32, forms []Form, tags, ahead []uint8, at int) []uint32 {
	w := &forms[at]
	p1, n1 := formAt(forms, at-1), formAt(forms, at+1)
	t1, t2 := tagAt(tags[:at], at-1), tagAt(tags[:at], at-2)
	n := uint32(20)
	add := func(a, b, c uint32) {
		out = append(out, key(n, a, b, c))
		n++
	}
	out = append(out, key(0, 0, 0, 0))
	add(p1.lower, w.lower, 0)
	add(w.lower, n1.lower, 0)
	add(t1, 0, 0)
	add(t2, 0, 0)
	add(t1, t2, 0)
	add(t1, w.lower, 0)
	add(t1, w.suffix[2], w.shape)
	add(t1, t2, w.lower)
	add(t1, n1.lower, 0)
	add(t2, p1.lower, 0)
	add(p1.lower, n1.lower, 0)
	add(w.shape, p1.shape, n1.shape)
	add(w.suffix[1], n1.suffix[1], t1)
	if ahead == nil {
		return out
	}
	a0, a1, a2, a3 := tagAt(ahead, at), tagAt(ahead, at+1), tagAt(ahead, at+2), tagAt(ahead, at+3)
	add(a0, 0, 0)
	add(a1, 0, 0)
	add(a2, 0, 0)
	add(a1, a2, 0)
	add(a1, a2, a3)
	add(a1, w.lower, 0)
	add(a1, w.suffix[2], w.shape)
	add(t1, a1, 0)
	add(t1, a1, w.lower)
	add(t1, a1, w.suffix[1])
	add(t1, a1, a2)
	add(t1, t2, a1)
	add(a1, a2, w.lower)
	add(a1, a2, w.suffix[2])
	add(a0, t1, a1)
	add(a2, w.lower, 0)
	return out
}

// Scorer adds up the weights of features.
type Scorer interface {
	Add(features []uint32, scores []int32)
}

// Tagger reads the tags of a sentence twice: from left to right with First, and again
// with Second, which sees what First made of the words that follow.
type Tagger struct {
	First, Second Scorer
	Classes       int
	// Noun is the tag of a name.
	Noun uint8
}

// Tag returns the classes of the words.
func (t *Tagger) Tag(forms []Form) []uint8 {
	return t.pass(t.Second, forms, t.Read(forms))
}

// Read is the first reading.
func (t *Tagger) Read(forms []Form) []uint8 { return t.pass(t.First, forms, nil) }

func (t *Tagger) pass(s Scorer, forms []Form, ahead []uint8) []uint8 {
	scores := make([]int32, t.Classes)
	features := make([]uint32, 0, 64)
	tags := make([]uint8, len(forms))
	var known []*sums
	learnt, remembers := s.(*remembering)
	if remembers {
		known = learnt.of(forms)
	}
	for i := range forms {
		if forms[i].Name {
			tags[i] = t.Noun
			continue
		}
		clear(scores)
		if remembers {
			for place := range places {
				known[i+place].addTo(scores, place)
			}
			features = bondFeatures(features[:0], forms, tags, ahead, i)
		} else {
			features = TagFeatures(features, forms, tags, ahead, i)
		}
		s.Add(features, scores)
		tags[i] = Best(scores)
	}
	return tags
}

// Best is the class with the highest score.
func Best(scores []int32) uint8 {
	best := 0
	for i, s := range scores {
		if s > scores[best] {
			best = i
		}
	}
	return uint8(best)
}

// Forms looks at the words of a sentence.
func Forms(texts []string, names []bool) []Form {
	forms := make([]Form, len(texts))
	first := true
	for i := range texts {
		forms[i] = NewForm(texts[i], names[i], first)
		first = first && forms[i].Punct
	}
	return forms
}
