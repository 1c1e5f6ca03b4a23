package mention

import (
	"strings"

	"rolecall/press/english"
)

// line is a sentence as the finder of names sees it.
type line struct {
	tokens []english.Token
	kinds  []kind
	// headline says that its longer words are all capital, so that a capital tells
	// nothing; heading that it stands alone in its paragraph and is as short as a name.
	headline, heading bool
	// asked says that it is a name with a question mark and no more.
	asked bool
	// people says that it is a labelled line of people: "Cast: …".
	people bool
	// labelled is where what its label says begins.
	labelled int
	// titled says that the next line is labelled or in brackets, as under a title.
	titled bool
}

func lineOf(s english.Sentence) *line {
	l := &line{tokens: s.Tokens, kinds: make([]kind, len(s.Tokens))}
	for i, t := range s.Tokens {
		l.kinds[i] = kindOf(t)
	}
	for i := range l.kinds {
		if i > 0 && l.kinds[i]&joined != 0 && l.kinds[i]&(capital|numeral) == 0 && l.kinds[i-1]&capital != 0 && len(l.tokens[i].Text) > 3 && isPlain(foldWord(l.tokens[i].Lower)) {
			l.kinds[i-1] |= compound
		}
	}
	for i, t := range s.Tokens {
		if in("roles", t.Lower) && l.kinds[i]&capital != 0 && l.opens(i) && l.has(i+1, capital) {
			l.kinds[i] |= role
		}
	}
	l.markSigns()
	l.readLabel()
	l.headline = !l.people && isHeadline(s.Tokens)
	return l
}

// markSigns finds the signs that belong to a name: in "Quo Vadis, Aida?, by" the
// sentence goes on after them.
func (l *line) markSigns() {
	for i, t := range l.tokens {
		if i == 0 || t.Spaced || !isStop(t.Text) || l.kinds[i-1]&(capital|numeral|mark) == 0 {
			continue
		}
		end := i + 1
		for end < len(l.tokens) && !l.tokens[end].Spaced && isStop(l.tokens[end].Text) {
			end++
		}
		if t.Text == "." && end < i+3 || end == len(l.tokens) {
			continue
		}
		next := l.tokens[end]
		if !next.Spaced && strings.ContainsAny(next.Text, ",;:)") || next.Text == "'s" || next.Text == "(" || next.IsWord() && !next.IsCapital() {
			for j := i; j < end; j++ {
				l.kinds[j] |= mark
			}
		}
	}
}

func isStop(sign string) bool { return sign == "?" || sign == "!" || sign == "…" || sign == "." }

// mostLabel bounds the label of a line, in tokens: "Executive Producer:",
// "Director/Cinematographer/Editor:".
const mostLabel = 7

// readLabel reads the label that a line begins with, if it is for people.
func (l *line) readLabel() {
	people := false
	for i, t := range l.tokens {
		switch {
		case i > mostLabel:
			return
		case t.Text == ":":
			l.people, l.labelled = people, i+1
			return
		case t.Lower == "written" || t.Lower == "directed" || t.Lower == "created":
			people = true
		case lists["labels"][t.Lower] || l.kinds[i]&role != 0:
			people = true
		case t.Lower != "by" && t.Lower != "and" && t.Lower != "of" && t.Text != "/" && t.Lower != "executive" && t.Text != "-" && t.Text != "&" && t.Text != "•":
			return
		}
	}
}

// isHeadline reports whether a sentence writes all its longer words with capitals, as
// headlines do.
func isHeadline(tokens []english.Token) bool {
	capitals, others := 0, 0
	for _, t := range tokens {
		if !t.IsWord() || len(t.Text) < 4 || isDigit(t.Text[0]) {
			continue
		}
		if t.IsCapital() {
			capitals++
		} else {
			others++
		}
	}
	last := tokens[len(tokens)-1].Text
	return capitals+others >= 5 && others*5 <= capitals && last != "." && last != "!"
}

// has reports whether a token is there and of one of some kinds.
func (l *line) has(i int, k kind) bool { return i >= 0 && i < len(l.kinds) && l.kinds[i]&k != 0 }

// lower is a token in lower case; empty outside of the line.
func (l *line) lower(i int) string {
	if i < 0 || i >= len(l.tokens) {
		return ""
	}
	return l.tokens[i].Lower
}

// opens reports whether a token begins a sentence or a quotation, where every word
// is capital.
func (l *line) opens(i int) bool {
	for i--; i >= 0; i-- {
		switch l.tokens[i].Text {
		case `"`, "'", "(", "-", "•", "*", "[", "★":
			continue
		case ":", ".", "?", "!", "…", ";":
			return l.kinds[i]&mark == 0
		}
		return false
	}
	return true
}

// begins reports whether a name can begin at a token.
func (l *line) begins(i int) bool {
	k := l.kinds[i]
	switch {
	case k&compound != 0, k&joined != 0, k&possessive != 0:
		return false
	case in("countedwords", l.tokens[i].Lower) && (l.has(i+1, numeral) || in("numbers", l.lower(i+1)) || l.lower(i+1) == "one"):
		return false
	case k&numeral != 0 && k&capital == 0 && (english.IsYear(l.tokens[i].Text) || l.lower(i-1) == ":" && !l.tokens[i].Spaced):
		return false
	case k&numeral != 0 && k&capital == 0:
		return len(l.tokens[i].Text) < 5 && l.has(i+1, capital) && l.has(i+1, plain|opener) && !l.has(i+1, calendar|joined) && !in("worksafter", l.lower(i+2)) && !in("works", l.lower(i+2)) && l.tokens[i+1].Spaced
	case k&particle != 0 && k&capital == 0:
		return l.beginsByParticle(i)
	}
	return k&capital != 0
}

// beginsByParticle reports whether a small word begins a name: "al-Mansour", "von Trotta".
func (l *line) beginsByParticle(i int) bool {
	w := l.lower(i)
	return w != "a" && w != "y" && w != "e" && w != "do" && w != "la" && w != "le" && w != "ben" && w != "san" && l.has(i+1, capital) && (l.has(i+1, joined) || !l.has(i-1, capital) && (w == "von" || w == "van" || w == "de" || w == "du" || w == "di" || w == "da"))
}

// ends reports whether a name can end with a token.
func (l *line) ends(i int) bool {
	k := l.kinds[i]
	switch {
	case l.lower(i+1) == "%":
		return false
	case k&mark != 0:
		return !l.has(i+1, mark)
	case k&article != 0 && len(l.tokens[i].Text) < 4:
		return false
	}
	if l.has(i+1, joined) && (l.has(i+1, capital|numeral) || l.has(i, numeral)) {
		return false
	}
	return k&(capital|numeral) != 0 && k&compound == 0 || k&joined != 0 && k&capital == 0 && !l.has(i-1, compound)
}

// mostRun bounds a run, in tokens, and mostJoins the small words together within one.
const (
	mostRun   = 24
	mostJoins = 3
)

// runs are the stretches that begin and end as names do and hold nothing that names do
// not hold.
func (l *line) runs(from, to int) [][2]int {
	var all [][2]int
	for i := from; i < to; {
		if !l.begins(i) {
			i++
			continue
		}
		end, gap := i+1, 0
		for j := end; j < to && j-i < mostRun && gap <= mostJoins; j++ {
			switch {
			case l.kinds[j]&(capital|mark|numeral) != 0 || l.kinds[j]&joined != 0:
				end, gap = j+1, 0
			case l.joins(j):
				gap++
			default:
				gap = mostJoins + 1
			}
		}
		all = append(all, [2]int{i, end})
		i = end
	}
	return all
}

// joins reports whether a token that is no name's own may stand within one.
func (l *line) joins(j int) bool {
	t := l.tokens[j]
	switch t.Text {
	case ":", "'s", "&":
		return !t.Spaced || t.Text == "&"
	case ",":
		return l.asks(j)
	case "-", "/":
		return t.Text == "-" && l.has(j-1, numeral)
	}
	return l.kinds[j]&(joins|particle) != 0
}

// asks reports whether what follows a comma is a word or two and a sign that belongs to a
// name: "Quo Vadis, Aida?".
func (l *line) asks(comma int) bool {
	for j := comma + 1; j < len(l.tokens) && j <= comma+4; j++ {
		if l.kinds[j]&mark != 0 {
			return j > comma+1
		}
		if l.kinds[j]&capital == 0 {
			return false
		}
	}
	return false
}

// text is a stretch as it is written.
func (l *line) text(first, last int) string { return textOf(l.tokens[first:last]) }

// isWhole reports whether a line holds no word but those of a stretch, save a number before
// it.
func (l *line) isWhole(first, last int) bool {
	for i := range l.tokens {
		if (i < first || i >= last) && l.tokens[i].IsWord() && !(i == 0 && first < 3 && l.has(i, numeral)) {
			return false
		}
	}
	return true
}
