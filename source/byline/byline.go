// Package byline reads a cell of a table that says who did something: who they
// are, what stands beside their names, and whether that can be told at all.
//
// People write several names into one cell, and names that look like several: "Lana
// Wachowski, Lilly Wachowski" are two people, "Wachowski, Lana" is one, and "Earth,
// Wind & Fire" are none. So a cell is taken apart only where every part reads as
// the full name of a person, or where whoever knows the table says so; anything
// else is a doubt that somebody has to settle.
package byline

import (
	"fmt"
	"regexp"
	"slices"
	"strings"
	"unicode"
)

// Rules are what is known of the cells ahead.
type Rules struct {
	People People
	// Separator, if set, is the text between two names, and nothing else is.
	Separator string
}

// People says how many people a cell names.
type People string

// What is known of how many people a cell names.
const (
	// NotSaid leaves it to each cell.
	NotSaid People = ""
	// One is one name, whatever signs are in it: a band, "Smith and Sons".
	One People = "one"
	// Many is one name or more, with any sign between them.
	Many People = "many"
)

// Name is somebody's name.
type Name struct {
	Text string
	// Notes are what stands beside it that says more of the work: "story".
	Notes []string
}

// Form is how a cell writes a name.
type Form int

// The forms.
const (
	Unclear Form = iota
	// Plain is "Ana Lindqvist".
	Plain
	// Inverted is "Lindqvist, Ana".
	Inverted
)

// Reading is what a cell comes to.
type Reading struct {
	Names []Name
	// Nobody are the words of it that stand for nobody: "TBA".
	Nobody []string
	// OtherNames is how many notes beside names say what else somebody was called.
	OtherNames int
	// Doubt says why it cannot be told who is meant; Names is empty then.
	Doubt string
	// Hint says of a name that is taken for a person's what speaks against it.
	Hint string
	// Form is what the cell shows of how its table writes names.
	Form Form
	// AsInverted is the one name that the cell has if its table writes "Last,
	// First"; empty where it cannot be read so.
	AsInverted []Name
}

// Read reads a cell.
func Read(cell string, rules Rules) Reading {
	cell = tidy(cell)
	var r Reading
	if names, isArray := elements(cell); isArray && rules.People != One && rules.Separator == "" {
		for _, name := range names {
			r.add(name)
		}
		return r
	}
	switch {
	case rules.Separator != "":
		for part := range strings.SplitSeq(cell, strings.TrimSpace(rules.Separator)) {
			r.add(part)
		}
	case rules.People == One:
		r.add(cell)
	case rules.People == Many:
		r.addMany(cell)
	default:
		r.guess(cell)
	}
	return r
}

// add takes a part of the cell that is one name.
func (r *Reading) add(part string) {
	part = strings.TrimSpace(strings.ReplaceAll(part, "\n", " "))
	if part == "" {
		return
	}
	n, others := takeNotes(part)
	r.OtherNames += others
	if IsNobody(n.Text) || n.Text == "" || IsNobody(beforeBracket(n.Text)) {
		r.Nobody = append(r.Nobody, part)
		return
	}
	if pieces := piecesOf(n.Text); len(pieces) == 2 && isInverted(pieces) && !hasConjunction(n.Text) {
		n.Text = pieces[1] + " " + pieces[0]
	} else {
		n.Text = strings.Join(pieces, ", ")
	}
	r.Names = append(r.Names, n)
}

// addMany takes a cell of which the table's map says that every sign separates.
// Where semicolons do, commas are left to "Last, First".
func (r *Reading) addMany(cell string) {
	groups := splitAt(cell, isHard)
	for _, group := range groups {
		for _, part := range conjunct(group) {
			if len(groups) > 1 {
				r.add(part)
				continue
			}
			for _, piece := range piecesOf(part) {
				r.add(piece)
			}
		}
	}
}

// guess takes a cell of which nothing is known.
func (r *Reading) guess(cell string) {
	groups := splitAt(cell, isHard)
	for _, group := range groups {
		if lines := splitAt(group, func(c rune) bool { return c == '\n' }); len(lines) > 1 {
			if !slices.ContainsFunc(lines, func(line string) bool { return !readsAsName(line) && !IsNobody(line) }) {
				for _, line := range lines {
					r.group(line)
				}
				continue
			}
			group = strings.ReplaceAll(group, "\n", " ")
		}
		r.group(group)
	}
	if len(groups) > 1 {
		r.AsInverted = nil
	}
	for _, n := range r.Names {
		if isNoName(n.Text) {
			r.doubt("%.80q may be more than a name", n.Text)
		}
	}
	if r.Doubt != "" {
		r.Names = nil
	}
}

// group takes what stands between two semicolons.
func (r *Reading) group(group string) {
	if IsNobody(group) {
		r.Nobody = append(r.Nobody, group)
		return
	}
	var parts []string
	conjoined := conjunct(group)
	written := 0 // how many of them are "Last, First"
	for _, part := range conjoined {
		if pieces := piecesOf(part); len(pieces) == 2 && isInverted(pieces) {
			written++
		}
	}
	if written > 0 && written < len(conjoined) { // "Ana, Bo & Cy Lind"
		r.doubt("%.80q may be one name or several", group)
		return
	}
	for _, part := range conjoined {
		pieces := piecesOf(part)
		switch {
		case len(pieces) == 2 && isInverted(pieces):
			parts = append(parts, part)
			if len(conjoined) == 1 {
				r.Form = Inverted
			}
		case len(pieces) == 2 && len(conjoined) == 1 && !slices.ContainsFunc(pieces, cannotBeAPerson):
			parts = append(parts, pieces...)
			r.asInverted(pieces)
		default:
			parts = append(parts, pieces...)
		}
	}
	if len(parts) > 1 && slices.ContainsFunc(parts, func(part string) bool { return !readsAsName(part) && !IsNobody(part) }) {
		r.doubt("%.80q may be one name or several", group)
		return
	}
	for _, part := range parts {
		if cannotBeAPerson(bare(part)) {
			r.Hint = fmt.Sprintf("%.80q reads as a group or a company", part)
		}
		r.add(part)
	}
	if len(parts) == 1 && r.Form == Unclear && len(strings.Fields(parts[0])) > 1 {
		r.Form = Plain
	}
}

// asInverted keeps the reading of two pieces as "Last, First".
func (r *Reading) asInverted(pieces []string) {
	n, _ := takeNotes(pieces[1])
	if n.Text == "" || IsNobody(n.Text) {
		return
	}
	n.Text += " " + pieces[0]
	r.AsInverted = []Name{n}
}

func (r *Reading) doubt(format string, args ...any) {
	if r.Doubt == "" {
		r.Doubt = fmt.Sprintf(format, args...)
	}
}

// isHard reports whether a sign separates names and never stands in one.
func isHard(c rune) bool { return strings.ContainsRune(";；|｜•、，\\", c) }

// conjunct takes a text apart at the signs and words that join names: "&", "and".
func conjunct(text string) []string {
	var parts []string
	isConjunction := func(word string) bool {
		return english[strings.ToLower(word)] || conjunctions[word] || conjunctions[strings.ToLower(word)] && strings.ToUpper(text) == text
	}
	text = shortWith.ReplaceAllString(text, " with ")
	for _, part := range splitAt(text, func(c rune) bool { return strings.ContainsRune("&+/＆", c) }) {
		var words []string
		depth := 0
		for word := range strings.FieldsSeq(part) {
			if depth == 0 && isConjunction(word) {
				parts, words = append(parts, strings.Join(words, " ")), nil
				continue
			}
			depth += strings.Count(word, "(") + strings.Count(word, "[") - strings.Count(word, ")") - strings.Count(word, "]")
			words = append(words, word)
		}
		parts = append(parts, strings.Join(words, " "))
	}
	return slices.DeleteFunc(trimmed(parts), func(part string) bool { return part == "" })
}

func hasConjunction(text string) bool { return len(conjunct(text)) > 1 }

// english are words that join names, and conjunctions those of languages whose word
// is no part of names ("y" is: Ramón y Cajal). Other languages write theirs small
// and it is a name elsewhere: Og Mandino.
var (
	english      = words(`and with feat. ft. featuring`)
	conjunctions = words(`et und och og en plus и та ja és ve oraz`)
	shortWith    = regexp.MustCompile(`\sw/\s?`)
)

// piecesOf takes a text apart at its commas; "Jr." and letters of a guild belong to
// the name before them.
func piecesOf(text string) []string {
	var pieces []string
	for _, piece := range splitAt(text, func(c rune) bool { return c == ',' }) {
		last := len(pieces) - 1
		switch {
		case last >= 0 && isSuffix(piece):
			pieces[last] += " " + piece
			continue
		case last >= 0 && (uncredited.MatchString(piece) || otherName.MatchString(" "+piece)):
			pieces[last] += " (" + piece + ")"
			continue
		}
		pieces = append(pieces, piece)
	}
	return pieces
}

// splitAt takes a text apart at signs that stand outside of brackets.
func splitAt(text string, is func(rune) bool) []string {
	var parts []string
	depth, begin := 0, 0
	closes := func(from int) bool { return strings.ContainsAny(text[from:], ")]") }
	for i, c := range text {
		switch {
		case c == '(' || c == '[':
			if closes(i) {
				depth++
			}
		case c == ')' || c == ']':
			depth = max(0, depth-1)
		case depth == 0 && is(c):
			parts, begin = append(parts, text[begin:i]), i+len(string(c))
		}
	}
	return slices.DeleteFunc(trimmed(append(parts, text[begin:])), func(part string) bool { return part == "" })
}

func trimmed(parts []string) []string {
	for i, part := range parts {
		parts[i] = strings.Trim(part, " ,\t")
	}
	return parts
}

// tidy takes out what does not show and what begins the lines of a list, and makes
// all white space alike; the ends of lines stay.
func tidy(text string) string {
	text = lineBreak.ReplaceAllString(text, "\n")
	lines := strings.FieldsFunc(text, func(c rune) bool { return c == '\n' || c == '\r' || c == '\v' || c == '\t' || c == '\u2028' })
	for i, line := range lines {
		line = strings.Map(func(c rune) rune {
			if unicode.Is(unicode.Cf, c) && c != '\u200c' && c != '\u200d' { // joiners are part of Persian and Indian names
				return -1
			}
			return c
		}, line)
		lines[i] = bullet.ReplaceAllString(strings.Join(strings.Fields(line), " "), "")
	}
	return strings.Join(lines, "\n")
}

var (
	// lineBreak is the end of a line as web pages and programs write it.
	lineBreak = regexp.MustCompile(`(?i)\s*<br\s*/?>\s*|\\r?\\n|\\n`)
	// bullet begins a line of a list.
	bullet = regexp.MustCompile(`^([-–—*•‣·]|\d{1,2}[.)]) `)
)
