package speech

import (
	"strings"

	"rolecall/press/english"
)

// contrast begins what the writer and not the speaker says: "…, but Netflix did not".
var contrast = wordSet("but while although though whereas adding according which yet despite")

// clauseStarts are words with which a clause without "that" begins.
var clauseStarts = wordSet("she he they it we i you the a an her his their its our my all every each both no nobody none this these those there half most some many few one two three four five six seven eight nine ten women men more less only even if")

// indirect finds what a sentence reports somebody as saying without quotation marks, and
// who says it. A newspaper's report and an organisation's plan are nobody's words.
func (r *reading) indirect() (attribution, bool) {
	if r.end > r.start && r.lower(r.end-1) == "?" {
		return nobody, false
	}
	for v := r.start; v < r.end; v++ {
		lower := r.lower(v)
		switch {
		case lower == "according" && r.lower(v+1) == "to":
			if a, ok := r.accorded(v); ok {
				return a, true
			}
		case reporting[lower] && r.isSaidOf(v):
			if a, ok := r.reportedBy(v); ok {
				return a, true
			}
		}
	}
	return nobody, false
}

// reportedBy reads the clause that a verb of reporting takes, behind it or before it.
func (r *reading) reportedBy(verb int) (attribution, bool) {
	s := r.before(verb, r.start)
	if strings.HasSuffix(r.lower(verb), "ing") && r.lower(verb-1) == "," {
		s = r.sharedSubject(r.start, verb)
	}
	closing := false
	if !s.is && r.lower(verb-1) == "," && !neverInverted[r.lower(verb)] {
		s = r.after(verb+1, r.end)
		closing = s.is
	}
	if !s.is || s.negated || s.passive || r.isDoubted(s, verb) {
		return nobody, false
	}
	from, to, ok := r.clause(verb)
	if !ok || closing {
		tag := min(verb, s.from)
		if from, to, ok = r.clauseBefore(tag, max(verb+1, s.to)); !ok {
			return nobody, false
		}
	}
	a := r.attributed(s, verb)
	if a.entity == None || a.dialogue {
		return nobody, false
	}
	r.report(from, to, a)
	return a, true
}

// isDoubted reports whether the saying itself is supposed, wished or to come.
func (r *reading) isDoubted(s subject, verb int) bool {
	for i := max(r.start, s.to); i < verb; i++ {
		if doubting[r.lower(i)] {
			return true
		}
	}
	return r.lower(s.from-1) == "if" || r.lower(s.from-1) == "unless" || r.lower(s.from-1) == "whether"
}

// report keeps the units of a clause as reported speech, unless it is too short or holds
// a quotation, which then has the same speaker.
func (r *reading) report(from, to int, a attribution) {
	for i := from; i < to; i++ {
		if r.kindAt(i) == quote {
			return
		}
	}
	if to < r.end && r.kindAt(to) == quote {
		return
	}
	for to > from && r.kindAt(to-1) == mark && r.lower(to-1) != ")" {
		to--
	}
	if from >= to {
		return
	}
	span := english.Span{Start: r.units[from].Start, End: r.units[to-1].End}
	text := r.text()[span.Start:span.End]
	n := words(text)
	if n < shortest {
		return
	}
	where := a.where
	if where == "" {
		where = r.where[a.entity]
	}
	r.result.Quotations = append(r.result.Quotations, Quotation{Span: span, Text: text, Speaker: a.entity, Verb: a.verb, Words: n, Where: where})
}

func (r *reading) text() string { return r.finder.text }

// clause is what follows a verb: behind "that", or at once where the verb allows it.
func (r *reading) clause(verb int) (int, int, bool) {
	i := verb + 1
	told := false
	switch r.lower(verb) {
	case "told", "tells", "telling", "promised", "warned":
		told = true
		for i < r.end && r.lower(i) != "that" && i < verb+7 && !(clauseStarts[r.lower(i)] && i > verb+1 && r.lower(i) != "the" && r.lower(i) != "a" && r.lower(i) != "an" && r.lower(i) != "her" && r.lower(i) != "his" && r.lower(i) != "their") {
			i++
		}
	case "pointed", "points":
		if r.lower(i) == "out" {
			i++
		}
	}
	that := i
	for that < r.end && that < verb+10 && r.lower(that) != "that" && !reporting[r.lower(that)] && r.kindAt(that) != quote && r.lower(that) != "," {
		that++
	}
	switch {
	case r.lower(that) == "that" && that < verb+10:
		i = that + 1
	case told && clauseStarts[r.lower(i)] && i > verb+1 && r.lower(i) != "that":
	case bare[r.lower(verb)] && r.startsClause(i):
	default:
		return 0, 0, false
	}
	return i, r.clauseEnd(i), true
}

// startsClause reports whether a clause begins at a unit, and no phrase: "said she", "said
// women", not "said in May", "said no".
func (r *reading) startsClause(i int) bool {
	if i >= r.end || r.end-i < shortest {
		return false
	}
	k := r.kindAt(i)
	return k == person || k == other || k == word && (clauseStarts[r.lower(i)] || r.units[i].capital && !days[r.lower(i)] || strings.HasSuffix(r.lower(i), "s") && !placing[r.lower(i)] && !adverbs[r.lower(i)] && i+1 < r.end && r.kindAt(i+1) == word && helpers[r.lower(i+1)])
}

// clauseEnd is where a reported clause ends: with the sentence, or where the writer goes
// on.
func (r *reading) clauseEnd(from int) int {
	for i := from + 1; i < r.end; i++ {
		lower := r.lower(i)
		switch {
		case lower == ";" || r.kindAt(i) == quote:
			return i
		case lower == "," || lower == "-":
			next := r.lower(i + 1)
			if contrast[next] || r.creditsReport(i+1) || (next == "and" || next == "or") && r.speaksAt(i+2) {
				return i
			}
		}
	}
	return r.end
}

// creditsReport reports whether the writer names where a report was read: ", Variety
// reports".
func (r *reading) creditsReport(i int) bool {
	j := i
	for j < r.end && j < i+4 && r.units[j].capital {
		j++
	}
	return j > i && (r.lower(j) == "reports" || r.lower(j) == "reported" || r.kindAt(i) != person && reporting[r.lower(j)])
}

// speaksAt reports whether somebody speaks from a unit on.
func (r *reading) speaksAt(i int) bool {
	if r.kindAt(i) != person && !pronouns[r.lower(i)] {
		return false
	}
	for j := i + 1; j < r.end && j < i+4; j++ {
		if sayings[r.lower(j)] || showing[r.lower(j)] || reporting[r.lower(j)] {
			return true
		}
	}
	return false
}

// clauseBefore is the clause that a tag ends: "All were women, Rosenberg said."
func (r *reading) clauseBefore(tag, after int) (int, int, bool) {
	if r.lower(tag-1) != "," || !r.endsTag(after, r.end) || tag-1 <= r.start {
		return 0, 0, false
	}
	from := r.start
	for from < tag && r.kindAt(from) == mark {
		from++
	}
	if l := r.lower(from); l == "as" || placing[l] && l != "about" || l == "asked" || l == "speaking" || l == "according" {
		return 0, 0, false
	}
	return from, tag - 1, true
}

// accorded reads "According to Gerwig, …" and "…, according to Gerwig."
func (r *reading) accorded(at int) (attribution, bool) {
	a := r.byAccord(at, r.end)
	if a.entity == None || a.dialogue {
		return nobody, false
	}
	if at == r.start {
		for i := at + 2; i < r.end && i < at+reach; i++ {
			if r.lower(i) == "," && !(r.kindAt(i+1) == person && r.lower(i+2) == ",") && !r.isJob(i+1) && r.lower(i+1) != "who" && !(articles[r.lower(i+1)] && r.isJob(i+2)) {
				r.report(i+1, r.clauseEnd(i+1), a)
				return a, true
			}
		}
		return nobody, false
	}
	to := at
	if r.lower(to-1) == "," {
		to--
	}
	r.report(r.start, to, a)
	return a, true
}
