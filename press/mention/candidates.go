package mention

import (
	"strings"

	"rolecall/press/english"
)

// candidate is a stretch of a sentence that may be a name.
type candidate struct {
	sentence, first, last int
	text, key             string
	// quoted says that it stands in quotation marks or in italics.
	quoted bool
	// initial says that it begins a sentence with a word that may be capital for
	// that alone.
	initial bool
}

// widest bounds a name, in tokens.
const widest = 9

// runs are the stretches of a sentence that begin and end with a capital and hold
// capitals and connecting words only.
func runs(tokens []english.Token) [][2]int {
	var all [][2]int
	for i := 0; i < len(tokens); {
		if !namelike(tokens, i) {
			i++
			continue
		}
		end := i + 1
		for j := end; j < len(tokens) && j-i < 24; j++ {
			if namelike(tokens, j) || isNumberal(tokens[j]) && j == end {
				end = j + 1
			} else if !connectors[tokens[j].Lower] && tokens[j].Text != ":" || j >= end+3 {
				break
			}
		}
		all = append(all, [2]int{i, end})
		i = end
	}
	return all
}

func isNumberal(t english.Token) bool {
	return len(t.Text) > 0 && len(t.Text) < 3 && t.Text[0] >= '0' && t.Text[0] <= '9' && !t.Joined
}

// namelike reports whether a token can be part of a name.
func namelike(tokens []english.Token, i int) bool {
	t := tokens[i]
	if !t.IsWord() {
		return false
	}
	if t.Joined && i > 0 && tokens[i-1].IsCapital() && t.IsCapital() {
		return true
	}
	return t.IsCapital()
}

// opens reports whether a token begins a sentence or a quotation, where every word
// is capital.
func opens(tokens []english.Token, i int) bool {
	for i--; i >= 0; i-- {
		switch tokens[i].Text {
		case `"`, "'", "(", "-", "•", "*", "[":
			continue
		case ":", ".", "?", "!", "…", ";":
			return true
		}
		return false
	}
	return true
}

// quotedTitles are the stretches in quotation marks that read as a title: short, each
// long word capital, and nobody is said to say it.
func quotedTitles(tokens []english.Token) [][2]int {
	var all [][2]int
	for i := 0; i < len(tokens); i++ {
		if !isOpening(tokens, i) {
			continue
		}
		end := closing(tokens, i)
		if end < 0 {
			continue
		}
		first, last := i+1, end
		for last > first && !tokens[last-1].IsWord() {
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
	for j := i + 2; j < len(tokens) && j < i+widest+3; j++ {
		if tokens[j].Text == tokens[i].Text && !tokens[j].Spaced {
			return j
		}
	}
	return -1
}

func titleLike(tokens []english.Token) bool {
	if len(tokens) > widest {
		return false
	}
	small, large := 0, 0
	for i, t := range tokens {
		if t.Text == "." || t.Text == "?" && i < len(tokens)-1 || t.Text == "…" || t.Text == ";" {
			return false
		}
		switch {
		case !t.IsWord() || isDigit(t.Text[0]) || connectors[t.Lower] || t.Lower == "n't":
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
		if speechVerbs[tokens[j].Lower] {
			return tokens[end-1].Text == ","
		}
	}
	inner := tokens[end-1].Text
	if open > 1 && speechVerbs[tokens[open-2].Lower] && tokens[open-1].Text == "," {
		return true
	}
	return inner == "?" || inner == "!" && end-open > 4
}

func textOf(tokens []english.Token) string {
	var b strings.Builder
	for i, t := range tokens {
		switch {
		case t.Joined:
			b.WriteByte('-')
		case i > 0 && t.Spaced:
			b.WriteByte(' ')
		}
		b.WriteString(t.Text)
	}
	return b.String()
}
