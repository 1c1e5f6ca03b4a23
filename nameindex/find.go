package nameindex

import (
	"bytes"
	"cmp"
	"math"
	"slices"
	"strings"
	"unicode/utf8"
)

// What a search may read, so that none takes long at any size.
const (
	mostText     = 256     // letters of a text, in bytes
	mostSlots    = 12      // words of a text, the rarest first
	mostPostings = 100_000 // of one word as it is written
	mostNear     = 40_000  // of all words like one together
	mostNew      = 15_000  // entries a word brings that no rarer word has
	mostFinal    = 200     // entries compared in full, for each way of reading the text
	mostRange    = 30_000  // entries of a range of keys looked at, in each tier
	mostSplit    = 20_000  // entries of each half of a split word
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
// article, come before all others, the weightier first. A damaged file gives
// fewer hits; Verify tells.
func (x *Index) Find(text string, q Query) []Hit {
	x.mutex.RLock()
	defer x.mutex.RUnlock()
	if x.data == nil {
		return nil
	}
	if q.Most <= 0 {
		q.Most = usualMost
	}
	if len(text) > mostText {
		text = text[:mostText]
	}
	found := map[string]Hit{}
	var searches []*search
	closest := 0.0
	for _, r := range readings(text, q) {
		s := &search{index: x, query: r.query, found: found}
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
	return ranked(found, q.Most)
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
	if asked.Year == 0 && asked.Season < 0 && asked.Kind == AnyKind {
		return ways
	}
	if asked.Year != 0 {
		q.Year = asked.Year
	}
	return append(ways, reading{asked.Name, q})
}

func ranked(found map[string]Hit, most int) []Hit {
	hits := make([]Hit, 0, len(found))
	for _, hit := range found {
		hits = append(hits, hit)
	}
	slices.SortFunc(hits, compareHits)
	return hits[:min(len(hits), most)]
}

func compareHits(a, b Hit) int {
	return cmp.Or(cmp.Compare(b.Score, a.Score), cmp.Compare(b.Weight, a.Weight), strings.Compare(a.Name, b.Name), strings.Compare(a.ID, b.ID))
}

// search is one reading of a text on its way.
type search struct {
	index *Index
	query Query
	found map[string]Hit

	asked     folded
	runes     []rune // of the key
	slots     []slot
	near      map[string][]match // what a word of a name stands for
	compared  map[uint32]bool
	closest   float64 // of all compared, weight and year apart
	entry     stored
	name      folded
	nameRunes []rune
	matched   []float64
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
	s.compared = map[uint32]bool{}
	s.exact()
	s.beginnings()
	s.readWords()
	s.gather()
	return true
}

// forgiving looks for words split and mistyped.
func (s *search) forgiving() {
	s.splitWords()
	s.widen(1)
	if s.closest < contentWithOne {
		s.widen(2)
	}
}

// exact compares the entries of the text's key, with and without an article.
func (s *search) exact() {
	bare := s.asked.withoutArticle()
	keys := [][]byte{s.asked.key, bare}
	for _, article := range []string{"the", "a", "an"} {
		keys = append(keys, append([]byte(article), bare...))
	}
	slices.SortFunc(keys, bytes.Compare)
	for _, key := range slices.CompactFunc(keys, bytes.Equal) {
		s.between(key, append(bytes.Clone(key), 0))
	}
}

// beginnings compares entries that begin as the text does.
func (s *search) beginnings() {
	if len(s.asked.key) < 2 {
		return
	}
	s.between(s.asked.key, after(s.asked.key))
	the := append([]byte("the"), s.asked.withoutArticle()...)
	s.between(the, after(the))
}

// between compares the best of the entries whose keys lie in a range.
func (s *search) between(from, to []byte) {
	best := &topEntries{most: mostFinal / 4}
	for i := range s.index.tiers {
		t := &s.index.tiers[i]
		low := s.lowerBound(t, from)
		if low == t.end || !s.keyBefore(low, to) {
			continue
		}
		high := s.lowerBound(t, to)
		for entry := low; entry < min(high, low+mostRange); entry++ {
			a := s.index.attributesOf(entry)
			if s.query.Kinds.has(a.kind) {
				shortness := 1 / float64(1+int(a.letters))
				best.offer(entry, popularity(a.level)+s.yearShare(a.year)+shortness)
			}
		}
	}
	s.compareAll(best)
}

// yearShare is how well a year fits the one asked for, 1 being best.
func (s *search) yearShare(code uint8) float64 {
	if s.query.Year == 0 {
		return 1
	}
	if code == yearUnknown || code == yearOutside {
		return 0.9
	}
	return yearFit(yearFirst+int(code), s.query.Year)
}

func yearFit(year, asked int) float64 {
	switch apart := max(year-asked, asked-year); {
	case asked == 0 || apart == 0:
		return 1
	case year == 0:
		return 0.9
	case apart == 1:
		return 0.95
	default:
		return 0.6
	}
}

// lowerBound is the first entry of a tier whose key is not before key.
func (s *search) lowerBound(t *tier, key []byte) uint32 {
	low, high := uint32(0), (t.end-t.first+blockEntries-1)/blockEntries
	for low < high { // the first block that begins at or after key
		middle := (low + high) / 2
		if s.keyBefore(t.first+middle*blockEntries, key) {
			low = middle + 1
		} else {
			high = middle
		}
	}
	if low == 0 {
		return t.first
	}
	entry, end := t.first+(low-1)*blockEntries+1, min(t.first+low*blockEntries, t.end)
	for entry < end && s.keyBefore(entry, key) {
		entry++
	}
	return entry
}

func (s *search) keyBefore(entry uint32, key []byte) bool {
	if !s.index.read(entry, &s.entry) {
		return false
	}
	s.name.fold(string(s.entry.name))
	return bytes.Compare(s.name.key, key) < 0
}

// readWords makes slots of the text's words.
func (s *search) readWords() {
	s.near = map[string][]match{}
	seen := map[string]bool{}
	for i := range s.asked.words() {
		word := string(s.asked.word(i))
		if seen[word] {
			continue
		}
		seen[word] = true
		s.slots = append(s.slots, slot{word: word})
	}
	for i := range s.slots {
		s.addWord(i, s.slots[i].word, 1)
		for _, same := range sameNumbers[s.slots[i].word] {
			s.addWord(i, same, 0.9)
		}
	}
	s.joinWords(func(i, j int, joined string) {
		s.addWord(i, joined, 0.97)
		s.addWord(j, joined, 0.97)
	})
	if last := len(s.slots) - 1; len(s.slots[last].words) == 0 && len(s.slots[last].word) >= 3 {
		s.addNear(last, s.index.wordsBeginning(s.slots[last].word))
	}
	s.weighSlots()
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
		s.joinWords(func(i, j int, joined string) {
			if utf8.RuneCountInString(joined) >= 5 && i < 4 {
				near := s.index.wordsLike(joined, 1)
				s.addNear(i, near)
				s.addNear(j, near)
			}
		})
	}
	s.gather()
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
	var all float64
	for _, slot := range s.slots {
		all += slot.rarity
	}
	var buffer []uint32
	for turn, i := range s.rarestFirst() {
		if turn == 0 {
			sums.nextSlot(mostPostings)
		} else {
			sums.nextSlot(mostNew)
		}
		left := mostNear
		for _, near := range s.slots[i].words {
			most := left
			if near.closeness >= 0.9 {
				most = mostPostings
			}
			buffer = s.index.readList(near.value, most, buffer[:0])
			if near.closeness < 0.9 {
				left -= len(buffer)
			}
			for _, entry := range buffer {
				sums.add(entry, s.slots[i].rarity*near.closeness, near.word)
			}
		}
	}
	s.compareAll(s.bestOf(sums, all))
}

// bestOf chooses, by what can be told without reading names, which to compare.
func (s *search) bestOf(sums *sums, all float64) *topEntries {
	best := &topEntries{most: mostFinal}
	for _, at := range sums.touched {
		sum := &sums.table[at]
		share := float64(sum.total) / all
		if share <= best.least() {
			continue
		}
		a := s.index.attributesOf(sum.entry)
		if !s.query.Kinds.has(a.kind) || s.compared[sum.entry] {
			continue
		}
		spare := max(0, float64(a.letters)-float64(sum.letters)) / float64(1+int(a.letters))
		best.offer(sum.entry, share*(0.75*(1-0.3*spare)+0.25*popularity(a.level))*s.yearShare(a.year))
	}
	return best
}

// splitWords looks for a word of the text as two, with perhaps a letter struck
// where the space should be.
func (s *search) splitWords() {
	best := &topEntries{most: mostFinal}
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

func (s *search) splitAt(a, b string, best *topEntries) {
	first, ok := s.index.lookUp([]byte(a))
	if !ok {
		return
	}
	second, ok := s.index.lookUp([]byte(b))
	if !ok {
		return
	}
	others := s.index.readList(second, mostSplit, nil)
	for _, entry := range s.index.readList(first, mostSplit, nil) {
		for len(others) > 0 && others[0] < entry {
			others = others[1:]
		}
		if len(others) == 0 {
			return
		}
		if others[0] != entry {
			continue
		}
		if row := s.index.attributesOf(entry); s.query.Kinds.has(row.kind) {
			apart := math.Abs(float64(row.letters) - float64(len(s.asked.key)))
			best.offer(entry, popularity(row.level)/4-apart/float64(1+len(s.asked.key)))
		}
	}
}

func (s *search) compareAll(best *topEntries) {
	for _, candidate := range best.entries {
		if !s.compared[candidate.entry] {
			s.compared[candidate.entry] = true
			s.compare(candidate.entry)
		}
	}
}

// compare scores an entry by its name in full and keeps it if it is the best of
// its ID.
func (s *search) compare(entry uint32) {
	if !s.index.read(entry, &s.entry) {
		return
	}
	row := s.index.attributesOf(entry)
	s.name.fold(string(s.entry.name))
	if len(s.name.key) == 0 {
		return
	}
	closeness, exact := s.closeness()
	score := s.score(closeness, exact, row)
	s.closest = max(s.closest, closeness)
	if score < leastScore {
		return
	}
	if known, ok := s.found[s.entry.id]; ok && known.Score >= score {
		return
	}
	s.found[s.entry.id] = Hit{s.entry.id, string(s.entry.name), row.kind, s.entry.year, s.entry.weight, score}
}

// leastScore is below what anybody would take for what was meant.
const leastScore = 0.2

func (s *search) score(closeness float64, exact bool, row attributes) float64 {
	fit := yearFit(s.entry.year, s.query.Year)
	if exact && fit >= 0.9 {
		score := 1 + popularity(row.level)
		if s.query.Year != 0 {
			score += 20*fit - 18 // from 0 where the year is not known to 2
		}
		return score + 1e-9
	}
	return closeness * fit * (0.75 + 0.25*popularity(row.level))
}

// closeness is how close the name at hand is to the text, and whether it is the
// text but for a leading article.
func (s *search) closeness() (closeness float64, exact bool) {
	if bytes.Equal(s.name.key, s.asked.key) || bytes.Equal(s.name.withoutArticle(), s.asked.withoutArticle()) {
		return 1, true
	}
	closeness = max(s.wordCloseness(), s.letterCloseness())
	if bytes.HasPrefix(s.name.key, s.asked.key) {
		closeness = max(closeness, 0.6+0.35*float64(len(s.asked.key))/float64(len(s.name.key)))
	}
	return min(closeness, 0.98), false
}

// letterCloseness compares the keys letter by letter, whatever their words.
func (s *search) letterCloseness() float64 {
	s.nameRunes = s.nameRunes[:0]
	for _, r := range string(s.name.key) {
		s.nameRunes = append(s.nameRunes, r)
	}
	longest := max(len(s.runes), len(s.nameRunes))
	most := longest / 3
	d := distance(s.runes, s.nameRunes, most)
	if d > most {
		return 0
	}
	return 1 - float64(d)/float64(longest)
}

// What a word too many in the name counts, beside one missing from it; and
// words in another order.
const (
	spareWord  = 0.4
	otherOrder = 0.98
)

// wordCloseness compares words in any order, rare ones counting for more.
func (s *search) wordCloseness() float64 {
	s.matched = append(s.matched[:0], make([]float64, len(s.slots))...)
	ordered, last, spare := true, -1, 0.0
	for i := range s.name.words() {
		word := s.name.word(i)
		matches := s.near[string(word)]
		for _, m := range matches {
			s.matched[m.slot] = max(s.matched[m.slot], m.closeness)
		}
		if len(matches) == 0 {
			spare += spareRarity(word)
			continue
		}
		ordered = ordered && matches[0].slot >= last
		last = matches[0].slot
	}
	var held, all float64
	for i, slot := range s.slots {
		held += slot.rarity * s.matched[i]
		all += slot.rarity
	}
	if held == 0 {
		return 0
	}
	closeness := held / (all + spareWord*spare)
	if !ordered {
		closeness *= otherOrder
	}
	return closeness
}

var smallWords = map[string]bool{
	"the": true, "a": true, "an": true, "of": true, "and": true, "in": true, "to": true, "part": true, "vol": true,
	"le": true, "la": true, "les": true, "de": true, "du": true, "el": true, "der": true, "die": true, "das": true,
}

// spareRarity stands for the rarity of a word that the text does not have.
func spareRarity(word []byte) float64 {
	if smallWords[string(word)] {
		return 0.1
	}
	return 0.5
}
