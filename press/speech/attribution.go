package speech

import (
	"rolecall/press/english"
)

// actor is a person, or a word that stands for the person named last.
type actor struct {
	english.Span
	entity int
}

// passage is a paragraph with the people in it and the verbs of saying.
type passage struct {
	tokens []english.Token
	actors []actor
	// before is the person named last before the paragraph.
	before int
}

// pronouns and jobs that stand for somebody named before: "she said", "the producer
// revealed".
var (
	pronouns = wordSet("she he they")
	definite = wordSet("the")
)

// open brings together the tokens and the people of a paragraph.
func (f *finder) open(from, to int) *passage {
	p := &passage{before: f.speaker}
	if from == 0 {
		p.before = None
	}
	last := p.before
	for s := from; s < to; s++ {
		tokens := f.sentences[s].Tokens
		p.tokens = append(p.tokens, tokens...)
		for i, t := range tokens {
			for f.mention < len(f.found.Mentions) && f.found.Mentions[f.mention].Start < t.Start {
				f.mention++
			}
			if m := f.mention; m < len(f.found.Mentions) && f.found.Mentions[m].Start == t.Start && f.found.Mentions[m].Class == english.Person {
				last = f.found.Mentions[m].Entity
				p.actors = append(p.actors, actor{f.found.Mentions[m].Span, last})
				continue
			}
			if pronouns[t.Lower] || definite[t.Lower] && i+1 < len(tokens) && english.IsJobWord(tokens[i+1].Lower) {
				p.actors = append(p.actors, actor{t.Span, last})
			}
		}
	}
	f.speaker = last
	return p
}

// reach is how many tokens from a quotation its speaker is looked for.
const reach = 22

// attribution is who says a direct quotation, and with which verb: what stands after
// it first, then what stands before.
func (p *passage) attribution(quote english.Span) (int, string) {
	after := 0
	for after < len(p.tokens) && p.tokens[after].Start < quote.End {
		after++
	}
	if speaker, verb := p.verbBetween(after, min(after+reach, len(p.tokens)), true); verb != "" {
		return speaker, verb
	}
	before := after
	for before > 0 && p.tokens[before-1].Start >= quote.Start {
		before--
	}
	return p.verbBetween(max(0, before-reach), before, false)
}

// verbBetween finds the verb of saying between two tokens, the first or the last, and
// its subject. It looks no further than the sentence.
func (p *passage) verbBetween(from, to int, forward bool) (int, string) {
	if forward {
		for i := from; i < to; i++ {
			if t := p.tokens[i].Text; t == "." && i > from || t == `"` && i > from {
				return None, ""
			}
			if verbs[p.tokens[i].Lower] {
				if speaker := p.subject(i); speaker != None {
					return speaker, p.tokens[i].Lower
				}
			}
		}
		return None, ""
	}
	for i := to - 1; i >= from; i-- {
		if t := p.tokens[i].Text; t == "." && i < to-1 {
			return None, ""
		}
		if verbs[p.tokens[i].Lower] {
			if speaker := p.subject(i); speaker != None {
				return speaker, p.tokens[i].Lower
			}
		}
	}
	return None, ""
}

// subject is who does what the verb at a token says: the nearest before it in its
// clause, else right after it ("said Paris Barclay").
func (p *passage) subject(verb int) int {
	t := p.tokens[verb]
	best := None
	for _, a := range p.actors {
		if a.End <= t.Start && p.near(a.Span, verb, 14) {
			best = a.entity
		}
	}
	for _, a := range p.actors {
		if a.Start >= t.End && p.nearAfter(a.Span, verb, 8) {
			if best == None || p.adjacent(verb, a.Span) {
				return a.entity
			}
		}
	}
	return best
}

// near reports whether a person stands at most so many tokens before a verb, with no
// end of a sentence or quotation between.
func (p *passage) near(a english.Span, verb, most int) bool {
	for i := verb - 1; i >= 0 && i >= verb-most; i-- {
		if p.tokens[i].Start == a.Start {
			return true
		}
		if t := p.tokens[i].Text; t == "." || t == `"` || t == "?" || t == "!" {
			return false
		}
	}
	return false
}

func (p *passage) nearAfter(a english.Span, verb, most int) bool {
	for i := verb + 1; i < len(p.tokens) && i <= verb+most; i++ {
		if p.tokens[i].Start == a.Start {
			return true
		}
		if t := p.tokens[i].Text; t == "." || t == `"` || t == "that" {
			return false
		}
	}
	return false
}

// adjacent reports whether a person stands right after a verb, but for a job: "said
// director Jane Doe".
func (p *passage) adjacent(verb int, a english.Span) bool {
	for i := verb + 1; i < len(p.tokens) && i <= verb+5; i++ {
		if p.tokens[i].Start == a.Start {
			return true
		}
		if !english.IsJobWord(p.tokens[i].Lower) && p.tokens[i].Lower != "the" && p.tokens[i].Lower != "producer" && p.tokens[i].Lower != "and" {
			return false
		}
	}
	return false
}

// reporting verbs take a clause: "revealed that all episodes …".
var reporting = wordSet("said says told revealed reveals explained explains added argued argues noted notes insisted admitted announced announces confirmed confirms recalled believes thinks claimed claims warned suggested suggests promised estimates reckons")

// indirect finds what a sentence reports somebody as saying, without quotation marks.
func (f *finder) indirect(p *passage, s english.Sentence, direct []english.Span) {
	for _, d := range direct {
		if d.Overlaps(s.Span) {
			return
		}
	}
	start := 0
	for start < len(p.tokens) && p.tokens[start].Start < s.Start {
		start++
	}
	for i := start; i < start+len(s.Tokens) && i+2 < len(p.tokens); i++ {
		if !reporting[p.tokens[i].Lower] {
			continue
		}
		speaker := p.subject(i)
		if speaker == None {
			continue
		}
		span := english.Span{Start: p.tokens[i+1].Start, End: s.End}
		if that := f.that(p, i, s.End); that > 0 {
			span.Start = p.tokens[that].Start
		} else if w := p.tokens[i].Lower; w != "said" && w != "says" && w != "believes" && w != "thinks" && w != "reckons" {
			continue
		}
		text := f.text[span.Start:span.End]
		if n := words(text); n >= shortest {
			f.quotations = append(f.quotations, Quotation{Span: span, Text: text, Speaker: speaker, Verb: p.tokens[i].Lower, Words: n})
		}
		return
	}
}

// that is the token after the "that" which a verb of reporting governs, or 0.
func (f *finder) that(p *passage, verb, end int) int {
	for i := verb + 1; i < len(p.tokens) && i <= verb+12 && p.tokens[i].Start < end; i++ {
		if p.tokens[i].Lower == "that" && i+1 < len(p.tokens) {
			return i + 1
		}
	}
	return 0
}
