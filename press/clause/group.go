package clause

import (
	"strings"

	"rolecall/press/english"
)

var (
	beForms   = wordSet("is are was were be been being am 're 'm")
	haveForms = wordSet("has have had having 've")
	doForms   = wordSet("do does did")
	modals    = wordSet("will would can could may might must shall should ought 'll 'd wo ca")
	linking   = wordSet("remains remained remain becomes became become stays stayed")
	denials   = wordSet("not n't never")
)

// groupAt reads the verb with its helpers that begins at an item; nil where none does.
func (r *reader) groupAt(at int) *Group {
	g := &Group{First: at, Head: -1}
	i := at
	for ; i < len(r.items); i++ {
		w := r.word(i)
		item := r.items[i]
		switch {
		case denials[w]:
			if i == at && !r.helps(i+1) {
				return nil
			}
			g.Negated = true
			continue
		case g.Head < 0 && w == "to" && (r.isBase(i+1) || r.isAdverb(i+1) && r.isBase(i+2)):
			g.Infinitive = true
			continue
		case g.Head < 0 && modals[w] && item.Class == english.Word:
			g.Modal = w
			continue
		case g.Head < 0 && haveForms[w] && r.auxiliary(i):
			g.Perfect, g.Past = true, w == "had"
			continue
		case g.Head < 0 && doForms[w] && r.auxiliary(i):
			continue
		case g.Head < 0 && beForms[w]:
			if r.auxiliary(i) {
				g.Be = true
				continue
			}
			g.Be, g.Head, g.Word = true, i, "be"
			g.Last = i + 1
			return r.adverbsAfter(g)
		case r.isAdverb(i) && i > at:
			g.Adverbs = append(g.Adverbs, w)
			continue
		case g.Head < 0 && r.isVerb(i, g):
			r.takeVerb(g, i)
			g.Last = i + 1
			return g
		}
		break
	}
	return nil
}

// takeVerb makes an item the main verb.
func (r *reader) takeVerb(g *Group, i int) {
	item := r.items[i]
	g.Head, g.Word = i, item.Lower
	tag := r.tags[i]
	form := item.Form
	ing := tag == "VBG" || isVerbal(item) && form == "ing"
	participle := tag == "VBN" || isVerbal(item) && strings.Contains(form, "participle") && !strings.Contains(form, "past") && !strings.Contains(form, "base")
	switch {
	case g.Be && (participle || tag == "VBD"):
		g.Passive, g.Be = true, false
	case g.Be && ing:
		g.Be = false
	case g.Be:
		g.Be, g.Head, g.Word = true, g.First, "be"
	case ing && !g.Perfect && g.Modal == "":
		g.Ing = true
	case participle && !g.Perfect && g.Modal == "" && !g.Infinitive:
		g.Participle = true
	}
	if linking[item.Lower] {
		g.Be = true
	}
}

func (r *reader) adverbsAfter(g *Group) *Group {
	for g.Last < len(r.items) && (r.isAdverb(g.Last) || denials[r.word(g.Last)]) {
		if denials[r.word(g.Last)] {
			g.Negated = true
		}
		g.Adverbs = append(g.Adverbs, r.word(g.Last))
		g.Last++
	}
	return g
}

// helps reports whether an item is a helper of a verb.
func (r *reader) helps(i int) bool {
	w := r.word(i)
	return beForms[w] || haveForms[w] || doForms[w] || modals[w] || w == "to"
}

// auxiliary reports whether a form of be, have or do at i has a verb after it, adverbs,
// denials and, in a question, a subject between them left out.
func (r *reader) auxiliary(i int) bool {
	w := r.word(i)
	for j := i + 1; j < len(r.items) && j < i+5; j++ {
		next := r.word(j)
		if denials[next] || r.isAdverb(j) {
			continue
		}
		tag, item := r.tags[j], r.items[j]
		switch {
		case item.Class == english.Number, item.Class == english.Share:
			return false
		case beForms[w]:
			return next == "being" || next == "been" || isVerbal(item) && !r.isNoun(j) && (tag == "VBN" || tag == "VBD" || tag == "VBG" || strings.Contains(item.Form, "participle") || item.Form == "ing") ||
				item.Class == english.Word && (tag == "VBN" || tag == "VBG" || tag == "VBD") || item.Class == english.Post && strings.HasPrefix(tag, "VB") && !strings.HasPrefix(next, "at")
		case haveForms[w]:
			return next == "been" || next == "had" || tag == "VBN" || isVerbal(item) && !r.isNoun(j) && (tag == "VBD" || strings.Contains(item.Form, "participle")) || item.Class == english.Word && tag == "VBD"
		}
		return r.isBase(j)
	}
	return false
}

// isBase reports whether an item can be an infinitive.
func (r *reader) isBase(i int) bool {
	if i < 0 || i >= len(r.items) {
		return false
	}
	item := r.items[i]
	switch item.Class {
	case english.Did, english.Show:
		return strings.Contains(item.Form, "base")
	case english.Word, english.Post:
		return r.tags[i] == "VB" || r.tags[i] == "VBP" || r.word(i) == "be" || r.word(i) == "have"
	}
	return false
}

func (r *reader) isAdverb(i int) bool {
	if i < 0 || i >= len(r.items) {
		return false
	}
	w := r.items[i].Lower
	if w == "first" {
		return isVerbal(r.at(i + 1))
	}
	if r.items[i].Class != english.Word {
		return false
	}
	return strings.HasPrefix(r.tags[i], "RB") && !denials[w] || w == "then" || w == "also" || w == "all" && i > 0 && beForms[r.word(i-1)] || w == "both" && i > 0 && beForms[r.word(i-1)]
}

// isVerb reports whether an item is a main verb here.
func (r *reader) isVerb(i int, g *Group) bool {
	item := r.items[i]
	tag := r.tags[i]
	switch item.Class {
	case english.Did, english.Show:
		if g.Infinitive || g.Modal != "" {
			return true
		}
		return !r.isNoun(i) && !(tag == "JJ" && r.nounNext(i))
	case english.Post:
		return strings.HasPrefix(tag, "VB") && r.firstIsVerb(i)
	case english.Word:
		return strings.HasPrefix(tag, "VB")
	}
	return false
}

// firstIsVerb reports whether a phrase of the lexicon begins with its verb: "took the helm".
func (r *reader) firstIsVerb(i int) bool {
	switch r.items[i].Lower {
	case "behind", "in", "at":
		return false
	}
	return true
}

// isFinite reports whether a finite verb begins at an item.
func (r *reader) isFinite(at int) bool {
	if at >= len(r.items) {
		return false
	}
	for r.isAdverb(at) && at+1 < len(r.items) {
		at++
	}
	g := r.groupAt(at)
	return g != nil && !g.Infinitive && !g.Ing && !(g.Participle && r.word(g.Last) == "by") && !(g.Participle && r.tags[g.Head] == "VBN")
}

// isVerbal reports whether an item is a verb of the lexicon.
func isVerbal(item english.Item) bool {
	return item.Class == english.Did || item.Class == english.Show
}
