package mention

import (
	"strings"

	"rolecall/press/english"
)

// quotedTitles are the stretches in quotation marks that read as a title: short, each
// long word capital, and nobody is said to say it.
func quotedTitles(l *line) [][2]int {
	var all [][2]int
	tokens := l.tokens
	for i := 0; i < len(tokens); i++ {
		if !isOpening(tokens, i) {
			continue
		}
		end := closing(tokens, i)
		if end < 0 {
			continue
		}
		first, last := i+1, end
		for last > first && !tokens[last-1].IsWord() && !isStop(tokens[last-1].Text) {
			last--
		}
		if last > first && tokens[last-1].Text == "." && (last-first < 3 || tokens[last-2].Text != ".") {
			last--
		}
		if last > first && titleLike(tokens[first:last]) && !isSpoken(tokens, i, end) {
			all = append(all, [2]int{first, last})
			i = end
		}
	}
	return all
}

func isOpening(tokens []english.Token, i int) bool {
	t := tokens[i]
	return (t.Text == `"` || t.Text == "'") && (t.Spaced || i == 0 || tokens[i-1].Text == "(") && i+1 < len(tokens) && !tokens[i+1].Spaced && tokens[i+1].IsWord() && (tokens[i+1].IsCapital() || isDigit(tokens[i+1].Text[0]))
}

func isDigit(b byte) bool { return b >= '0' && b <= '9' }

// closing is the place of the mark that closes the quotation opened at i, within the
// length of a title, or -1.
func closing(tokens []english.Token, i int) int {
	for j := i + 2; j < len(tokens) && j < i+mostName+3; j++ {
		if tokens[j].Text == tokens[i].Text && !tokens[j].Spaced {
			return j
		}
	}
	return -1
}

func titleLike(tokens []english.Token) bool {
	if len(tokens) > mostName {
		return false
	}
	small, large := 0, 0
	for _, t := range tokens {
		if t.Text == ";" {
			return false
		}
		switch {
		case !t.IsWord() || isDigit(t.Text[0]) || in("titlejoins", t.Lower) || t.Lower == "n't":
		case t.IsCapital():
			large++
		default:
			small++
		}
	}
	return small*3 <= large
}

// isSpoken reports whether a quotation is somebody's words: "Yes," she said.
func isSpoken(tokens []english.Token, open, end int) bool {
	for j := end + 1; j < len(tokens) && j < end+4; j++ {
		if in("speech", tokens[j].Lower) {
			return tokens[end-1].Text == ","
		}
	}
	inner := tokens[end-1].Text
	if open > 1 && in("speech", tokens[open-2].Lower) && tokens[open-1].Text == "," {
		return true
	}
	small := 0
	for _, t := range tokens[open+2 : end] {
		if t.IsWord() && !t.IsCapital() {
			small++
		}
	}
	return (inner == "?" || inner == "!") && small > 2
}

// textOf is a stretch as it is written, with single spaces and plain signs.
func textOf(tokens []english.Token) string {
	var b strings.Builder
	for i, t := range tokens {
		switch {
		case t.Joined && i > 0:
			b.WriteByte('-')
		case i > 0 && t.Spaced:
			b.WriteByte(' ')
		}
		b.WriteString(t.Text)
	}
	return b.String()
}
