package speech

import (
	"slices"
	"strings"
	"unicode"

	"rolecall/press/english"
	"rolecall/press/mention"
)

// whyNot is why a stretch is no quotation; empty where it is one.
func (f *finder) whyNot(p *paragraph, s stretch, a attribution) string {
	switch inside := f.text[s.Start:s.End]; {
	case s.unclosed && !s.goesOn:
		return Unclosed
	case f.isTitle(p, s):
		return ATitle
	case words(inside) < shortest && !s.continued:
		return Short
	case a.dialogue, f.isLine(p, s) && !(a.is && a.entity != None && a.verb != ""):
		return Dialogue
	case a.organisation:
		return Organisation
	case f.heldOff(p, s):
		return AtArmsLength
	}
	return ""
}

// isTitle reports whether a stretch names a title: the text's readers found one there, a
// word for a work stands before it, or it is written with capitals.
func (f *finder) isTitle(p *paragraph, s stretch) bool {
	i := p.unitAt(s.Start)
	switch before := p.lower(i - 1); {
	case before == "titled" || before == "entitled" || before == "named":
		return true
	case works[before] && beginsWithCapital(f.text[s.Start:s.End]) && !strings.ContainsRune(".,?!", s.last):
		return true
	}
	at, _ := slices.BinarySearchFunc(f.found.Mentions, s.Start, func(m mention.Mention, start int) int { return m.Start - start })
	for _, m := range f.found.Mentions[at:] {
		if m.Start >= s.End {
			break
		}
		if m.Class == english.Title && (m.End-m.Start)*5 >= (s.End-s.Start-4)*4 {
			return true
		}
	}
	return hasTitleCase(f.text[s.Start:s.End]) && !strings.ContainsRune(".?!", s.last)
}

func beginsWithCapital(text string) bool {
	r := firstRune(strings.TrimLeftFunc(text, func(r rune) bool { return !isWordRune(r) }))
	return unicode.IsUpper(r)
}

// hasTitleCase reports whether each longer word begins with a capital.
func hasTitleCase(text string) bool {
	large, long := 0, 0
	for w := range strings.FieldsSeq(text) {
		w = strings.TrimFunc(w, func(r rune) bool { return !isWordRune(r) })
		if w == "" || w == "I" || strings.HasPrefix(w, "I’") || strings.HasPrefix(w, "I'") {
			continue
		}
		capital := strings.ToLower(w) != w
		if capital {
			large++
		}
		if len(w) >= 4 {
			long++
			if !capital {
				return false
			}
		}
	}
	return large >= 2 && long >= 1
}

// unitAt is the unit of a quotation that begins at a place.
func (p *paragraph) unitAt(start int) int {
	at, _ := slices.BinarySearchFunc(p.units, start, func(u unit, start int) int { return u.Start - start })
	return at
}

// isLine reports whether the words before a quotation say that it is one of a film: "her
// favourite line, “…”".
func (f *finder) isLine(p *paragraph, s stretch) bool {
	at := p.unitAt(s.Start)
	for i := at - 1; i >= 0 && i > at-14; i-- {
		lower := p.lower(i)
		if lower == "." || lower == "?" || p.kindAt(i) == quote || sayings[lower] {
			return false
		}
		if linesOf[lower] {
			return true
		}
	}
	return false
}

// heldOff reports whether a stretch is the writer's own irony: "the so-called “…”".
func (f *finder) heldOff(p *paragraph, s stretch) bool {
	at := p.unitAt(s.Start)
	return p.lower(at-1) == "called" && p.lower(at-2) == "so" || p.lower(at-1) == "supposed" || p.lower(at-1) == "alleged" || p.lower(at-1) == "proverbial"
}
