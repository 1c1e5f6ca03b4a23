package nameindex

import "bytes"

// leastScore is below what anybody would take for what was meant.
const leastScore = 0.2

func (s *search) score(closeness float64, exact bool, r row) float64 {
	fit := yearFit(yearOf(r.year), s.query.Year)
	if s.query.Unfinished {
		return closeness * fit * (0.5 + 0.5*popularity(r.level))
	}
	if !exact || fit < 0.9 {
		return closeness * fit * (0.75 + 0.25*popularity(r.level))
	}
	score := 1 + popularity(r.level) + 1e-9
	if s.query.Year != 0 {
		score += 20*fit - 18 // from 0 where the year is not known to 2
	}
	if !bytes.Equal(s.name.key, s.asked.key) && s.asked.hasArticle() {
		return 1 + (score-1)/4 // somebody who types "the" means it
	}
	return score
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

// yearShare is how well a year fits the one asked for, 1 being best.
func (s *search) yearShare(code uint8) float64 { return yearFit(yearOf(code), s.query.Year) }

// closeness is how close the name at hand is to the text, and whether it is the
// text but for a leading article.
func (s *search) closeness() (closeness float64, exact bool) {
	if bytes.Equal(s.name.key, s.asked.key) || bytes.Equal(s.name.withoutArticle(), s.asked.withoutArticle()) {
		return 1, true
	}
	closeness = max(s.wordCloseness(), s.letterCloseness())
	if bytes.HasPrefix(s.name.key, s.asked.key) || bytes.HasPrefix(s.name.withoutArticle(), s.asked.key) {
		closeness = max(closeness, s.beginningCloseness())
	}
	return min(closeness, 0.98), false
}

// beginningCloseness is that of a name the text begins.
func (s *search) beginningCloseness() float64 {
	share := float64(len(s.asked.key)) / float64(len(s.name.key))
	if s.query.Unfinished {
		return 0.9 + 0.08*share
	}
	return 0.6 + 0.35*share
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

const (
	// spareWord is what a word too many in the name counts, beside one missing.
	spareWord = 0.4
	// What is left of closeness for words in another order, and joined or split.
	otherOrder  = 0.98
	joinedWords = 0.97
)

// wordCloseness compares words in any order, rare ones counting for more.
func (s *search) wordCloseness() float64 {
	s.matched = append(s.matched[:0], make([]float64, len(s.slots))...)
	ordered, last, spare := true, -1, 0.0
	for i := 0; i < s.name.words(); i++ {
		matches, share := s.near[string(s.name.word(i))], 1.0
		if joined := s.near[string(s.name.joined(i))]; len(matches) == 0 && len(joined) > 0 {
			matches, share = joined, joinedWords
			i++
		}
		for _, m := range matches {
			s.matched[m.slot] = max(s.matched[m.slot], m.closeness*share)
		}
		if len(matches) == 0 {
			spare += spareRarity(s.name.word(i))
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

// WithinEdits reports whether one text can be made of another by so many edits: a
// letter put in, left out, changed, or swapped with the next.
func WithinEdits(a, b string, most int) bool { return distance([]rune(a), []rune(b), most) <= most }

// distance is how many letters must be put in, left out, changed or swapped with
// the next to make b of a; above most it is only known to be more.
func distance(a, b []rune, most int) int {
	if len(a)-len(b) > most || len(b)-len(a) > most {
		return most + 1
	}
	var buffer [3 * 128]int
	width := len(b) + 1
	rows := buffer[:]
	if 3*width > len(rows) {
		rows = make([]int, 3*width)
	}
	before, last, current := rows[:width], rows[width:2*width], rows[2*width:3*width]
	for j := range last {
		last[j] = j
	}
	for i := 1; i <= len(a); i++ {
		current[0] = i
		least := i
		for j := 1; j <= len(b); j++ {
			cost := 1
			if a[i-1] == b[j-1] {
				cost = 0
			}
			d := min(last[j]+1, current[j-1]+1, last[j-1]+cost)
			if i > 1 && j > 1 && a[i-1] == b[j-2] && a[i-2] == b[j-1] {
				d = min(d, before[j-2]+1)
			}
			current[j] = d
			least = min(least, d)
		}
		if least > most {
			return most + 1
		}
		before, last, current = last, current, before
	}
	return last[len(b)]
}
