package nameindex

import (
	"bytes"
	"cmp"
	"math"
	"slices"
	"unicode/utf8"
)

// search is one reading of a text on its way.
type search struct {
	index  *Index
	query  Query
	sets   []Kinds // what is looked for, each on its own
	effort *effort
	found  map[thing]scored

	asked     folded
	runes     []rune // of the key
	slots     []slot
	near      map[string][]match // what a word of a name stands for
	compared  map[uint32]bool
	named     map[string]bool // keys whose every bearer was looked at
	closest   float64         // of all compared, weight and year apart
	name      folded
	nameRunes []rune
	matched   []float64
	ahead     byte // of rowsOf, so that it is not left out
}

// slot is a word of the text.
type slot struct {
	word   string
	words  []nearWord
	rarity float64
}

// match says that a word stands for a slot, and how closely.
type match struct {
	slot      int
	closeness float64
}

// asWritten looks for the text with its words as they are, and reports whether
// there is anything to look for.
func (s *search) asWritten(text string) bool {
	s.asked.fold(text)
	if len(s.asked.key) == 0 {
		return false
	}
	s.runes = []rune(string(s.asked.key))
	s.compared, s.named = map[uint32]bool{}, map[string]bool{}
	for _, key := range s.exactKeys() {
		s.between(key, append(bytes.Clone(key), 0))
	}
	s.beginnings()
	s.readWords()
	s.gather()
	return true
}

// forgiving looks for words split and mistyped.
func (s *search) forgiving() {
	s.splitWords()
	s.widen(1)
	if s.closest < contentWithOne && !s.query.Unfinished {
		s.widen(2)
	}
}

// exactKeys are the text's key, and those with another or no article.
func (s *search) exactKeys() [][]byte {
	bare := s.asked.withoutArticle()
	if len(bare) == 0 {
		return nil
	}
	keys := [][]byte{s.asked.key, bare}
	if s.query.Unfinished {
		return keys[:1]
	}
	for article := range articles {
		keys = append(keys, append([]byte(article), bare...))
	}
	slices.SortFunc(keys, bytes.Compare)
	return slices.CompactFunc(keys, bytes.Equal)
}

// beginnings compares entries that begin as the text does.
func (s *search) beginnings() {
	s.between(s.asked.key, after(s.asked.key))
	the := append([]byte("the"), s.asked.withoutArticle()...)
	s.between(the, after(the))
}

// between compares the best of the entries whose keys lie in a range.
func (s *search) between(from, to []byte) {
	best := s.candidates(s.effort.compared / 4)
	s.eachBetween(from, to, s.effort.keys, func(entry uint32, r row) {
		shortness := 1 / float64(1+int(r.letters))
		best.offer(r.kind, entry, popularity(r.level)+s.yearShare(r.year)+shortness)
	})
	s.compareAll(best)
}

// eachBetween hands over the first entries of each tier whose keys lie in a range.
func (s *search) eachBetween(from, to []byte, most int, use func(uint32, row)) {
	for i := range s.index.tiers {
		t := &s.index.tiers[i]
		low := s.index.lowerBound(t, t.first, from)
		high := s.index.lowerBound(t, low, to)
		for entry := low; entry < high && int(entry-low) < most; entry++ {
			if r := s.index.row(entry); s.isAsked(r.kind) {
				use(entry, r)
			}
		}
	}
}

func (s *search) isAsked(kind uint8) bool {
	return slices.ContainsFunc(s.sets, func(set Kinds) bool { return set.has(kind) })
}

// candidates are empty, and keep so many of each set.
func (s *search) candidates(most int) candidates {
	best := make(candidates, len(s.sets))
	for i, set := range s.sets {
		best[i] = topOfKinds{set, topEntries{most: most}}
	}
	return best
}

// readWords makes slots of the text's words.
func (s *search) readWords() {
	s.near = map[string][]match{}
	seen := map[string]bool{}
	for i := range s.asked.words() {
		word := string(s.asked.word(i))
		if !seen[word] {
			seen[word] = true
			s.slots = append(s.slots, slot{word: word})
		}
	}
	for i := range s.slots {
		s.addWord(i, s.slots[i].word, 1)
		if len(s.slots[i].words) == 0 { // two words of a name may make it
			s.near[s.slots[i].word] = []match{{i, 1}}
		}
		for _, same := range sameNumbers[s.slots[i].word] {
			s.addWord(i, same, 0.9)
		}
	}
	s.joinWords(func(i, j int, joined string) {
		s.addWord(i, joined, joinedWords)
		s.addWord(j, joined, joinedWords)
	})
	s.finishWord(len(s.slots) - 1)
	s.weighSlots()
}

// leastBeginning is from how many letters on a word is taken as the beginning of
// others; of fewer there are too many.
const leastBeginning = 3

// finishWord lets words that begin as the last does stand for it, where it is no
// word itself or not typed to its end.
func (s *search) finishWord(last int) {
	word := s.slots[last].word
	if len(word) >= leastBeginning && (s.query.Unfinished || len(s.slots[last].words) == 0) {
		s.addNear(last, s.index.wordsBeginning(word))
	}
}

// joinWords hands over each two neighbouring words as one.
func (s *search) joinWords(each func(i, j int, joined string)) {
	for i := 0; i+1 < min(len(s.slots), mostSlots); i++ {
		each(i, i+1, s.slots[i].word+s.slots[i+1].word)
	}
}

func (s *search) addWord(slot int, word string, closeness float64) {
	if value, ok := s.index.lookUp([]byte(word)); ok {
		s.addNear(slot, []nearWord{{word, value, closeness}})
	}
}

// addNear lets words stand for a slot, where they do not already.
func (s *search) addNear(slot int, words []nearWord) {
	for _, near := range words {
		known := slices.ContainsFunc(s.near[near.word], func(m match) bool { return m.slot == slot })
		if !known {
			s.near[near.word] = append(s.near[near.word], match{slot, near.closeness})
			s.slots[slot].words = append(s.slots[slot].words, near)
		}
	}
}

// weighSlots makes rare words count for more. A word that is in no name counts
// as the rarest: it may be any word mistyped.
func (s *search) weighSlots() {
	all := float64(s.index.entries)
	for i := range s.slots {
		count := 1.0
		for _, near := range s.slots[i].words {
			if near.closeness > 0.95 {
				count = max(count, float64(s.index.list(near.value).count))
			}
		}
		s.slots[i].rarity = math.Log(1+all/count) / math.Log(1+all)
	}
}

// widen adds words a number of edits away to the slots, and gathers anew.
func (s *search) widen(edits int) {
	least := 3 * edits
	widened := 0
	for _, i := range s.rarestFirst() {
		word := s.slots[i].word
		if utf8.RuneCountInString(word) < least || widened >= mostSlots/(2*edits) {
			continue
		}
		if edits > 1 && s.slots[i].rarity < 0.5 {
			continue
		}
		widened++
		s.addNear(i, s.index.wordsLike(word, edits))
	}
	if edits == 1 {
		s.widenJoined()
	}
	for entry := range s.compared { // of which a word more may be known now
		s.compare(entry)
	}
	s.gather()
}

// widenJoined adds words an edit away from two of the text's first words as one.
func (s *search) widenJoined() {
	s.joinWords(func(i, j int, joined string) {
		if utf8.RuneCountInString(joined) >= 5 && i < 4 {
			near := s.index.wordsLike(joined, 1)
			s.addNear(i, near)
			s.addNear(j, near)
		}
	})
}

func (s *search) rarestFirst() []int {
	order := make([]int, len(s.slots))
	for i := range order {
		order[i] = i
	}
	slices.SortStableFunc(order, func(a, b int) int { return cmp.Compare(s.slots[b].rarity, s.slots[a].rarity) })
	return order[:min(len(order), mostSlots)]
}

// gather reads the lists of all slots, and compares the entries that are in the
// most and rarest of them.
func (s *search) gather() {
	sums := sumsPool.Get().(*sums)
	defer sumsPool.Put(sums)
	sums.begin()
	room, most := s.effort.rarest, s.effort.rarest
	var buffer []uint32
	for _, i := range s.rarestFirst() {
		sums.nextSlot(room)
		left := min(s.effort.near, most)
		for _, near := range s.slots[i].words {
			if near.closeness >= 0.9 {
				buffer = s.index.readList(near.value, most, buffer[:0])
			} else {
				buffer = s.index.readList(near.value, left, buffer[:0])
				left -= len(buffer)
			}
			for _, entry := range buffer {
				sums.add(entry, s.slots[i].rarity*near.closeness, near.word)
			}
		}
		room, most = max(0, sums.room)+s.effort.others, s.effort.postings
	}
	s.compareAll(s.bestOf(sums))
}

// bestOf chooses, by what can be told without reading names, which to compare; those with
// the most and rarest words of the text are looked at first, as there may be too many.
func (s *search) bestOf(sums *sums) candidates {
	var all float64
	for _, slot := range s.slots {
		all += slot.rarity
	}
	best := s.candidates(s.effort.compared)
	ordered := sums.byTotal(all)
	ordered = ordered[:min(len(ordered), s.effort.ofNames)]
	for some := range slices.Chunk(ordered, rowsAhead) {
		s.rowsOf(sums, some)
		for _, at := range some {
			sum := &sums.table[at]
			share := float64(sum.total) / all
			if share <= best.least() {
				continue
			}
			s.eachOfName(sum.entry, func(entry uint32, r row) {
				spare := max(0, float64(r.letters)-float64(sum.letters)) / float64(1+int(r.letters))
				best.offer(r.kind, entry, share*(0.75*(1-0.3*spare)+0.25*popularity(r.level))*s.yearShare(r.year))
			})
		}
	}
	return best
}

// rowsAhead is how many rows are asked for together: they lie far apart in memory, and to
// wait for one after the other would take several times as long.
const rowsAhead = 32

// rowsOf brings the rows of some sums near.
func (s *search) rowsOf(sums *sums, some []uint32) {
	for _, at := range some {
		s.ahead += s.index.rows[uint64(sums.table[at].entry)*rowBytes]
	}
}

// eachOfName hands over the entries of the kinds asked for that have the name of
// the first, the weightiest first. Lists of words hold only the first of those that have
// a name.
func (s *search) eachOfName(first uint32, use func(uint32, row)) {
	enough := s.query.Most * len(s.sets)
	if s.query.Year != 0 {
		enough = mostOfName
	}
	last := min(first+mostOfName, s.index.entries)
	for entry := first; entry < last; entry++ {
		r := s.index.row(entry)
		if entry > first && !r.same || enough <= 0 {
			return
		}
		if s.isAsked(r.kind) && !s.compared[entry] {
			enough--
			use(entry, r)
		}
	}
}

// splitWords looks for a word of the text as two, with perhaps a letter struck
// where the space should be.
func (s *search) splitWords() {
	best := s.candidates(s.effort.compared)
	for i := range s.slots[:min(len(s.slots), mostSlots/2)] {
		word := s.slots[i].word
		if len(word) < 4 || len(word) > 32 {
			continue
		}
		for at := 1; at < len(word); at++ {
			for drop := 0; drop <= 1 && at+drop < len(word); drop++ {
				s.splitAt(word[:at], word[at+drop:], best)
			}
		}
	}
	s.compareAll(best)
}

func (s *search) splitAt(a, b string, best candidates) {
	first, ok := s.index.lookUp([]byte(a))
	if !ok {
		return
	}
	second, ok := s.index.lookUp([]byte(b))
	if !ok {
		return
	}
	others := s.index.readList(second, s.effort.split, nil)
	for _, entry := range s.index.readList(first, s.effort.split, nil) {
		for len(others) > 0 && others[0] < entry {
			others = others[1:]
		}
		if len(others) == 0 {
			return
		}
		if others[0] == entry {
			s.eachOfName(entry, func(entry uint32, r row) {
				apart := math.Abs(float64(r.letters) - float64(len(s.asked.key)))
				best.offer(r.kind, entry, popularity(r.level)/4-apart/float64(1+len(s.asked.key)))
			})
		}
	}
}

func (s *search) compareAll(best candidates) {
	for _, of := range best {
		for _, candidate := range of.entries {
			if !s.compared[candidate.entry] {
				s.compared[candidate.entry] = true
				s.compare(candidate.entry)
			}
		}
	}
}

// compare scores an entry by its name in full and keeps it if it is the best of
// its thing.
func (s *search) compare(entry uint32) {
	if !s.index.readName(entry, &s.name) {
		return
	}
	r := s.index.row(entry)
	closeness, exact := s.closeness()
	s.closest = max(s.closest, closeness)
	score := s.score(closeness, exact, r)
	if score < leastScore {
		return
	}
	thing := thing{r.number, r.kind}
	if known, ok := s.found[thing]; !ok || known.score < score || known.score == score && entry < known.entry {
		s.found[thing] = scored{entry, score, closeness, s}
	}
}

// namesakes compares the other entries that have the name of one found: of those, as of
// all, a search compares only so many, and may have been content with the first.
func (s *search) namesakes(entry uint32) {
	if !s.index.readName(entry, &s.name) || s.named[string(s.name.key)] {
		return
	}
	key := bytes.Clone(s.name.key)
	s.named[string(key)] = true
	best := s.candidates(s.query.Most)
	s.eachBetween(key, append(bytes.Clone(key), 0), s.effort.keys, func(entry uint32, r row) {
		if !s.compared[entry] {
			best.offer(r.kind, entry, popularity(r.level)+s.yearShare(r.year))
		}
	})
	s.compareAll(best)
}
