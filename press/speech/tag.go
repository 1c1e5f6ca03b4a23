package speech

import "strings"

// attribute is who says the quotation at a unit: who is said to right before it, else
// behind it, else anywhere in its sentence.
func (r *reading) attribute(i int) attribution {
	if a := r.rightBefore(i); a.is {
		return a
	}
	if a := r.behind(i); a.is {
		return a
	}
	if a := r.introduced(i); a.is {
		return a
	}
	return r.closing(i)
}

func isVerb(lower string) bool { return sayings[lower] || showing[lower] }

// rightBefore finds a verb directly before a quotation: "Gerwig said, “…”".
func (r *reading) rightBefore(i int) attribution {
	j := i - 1
	if l := r.lower(j); l == "," || l == ":" || l == "that" {
		j--
	}
	if j < r.start || !isVerb(r.lower(j)) {
		return nobody
	}
	if j > r.start && r.kindAt(j-1) == quote || r.lower(j-1) == "," && j-1 > r.start && r.kindAt(j-2) == quote {
		return nobody // “…,” said …
	}
	return r.byVerb(j, true)
}

// behind finds who is said to say a quotation after it: "“…,” Gerwig told Jenkins",
// "“…,” said the director", "“…”, according to Gerwig", "“…” — Greta Gerwig".
func (r *reading) behind(i int) attribution {
	last := r.stretches[r.units[i].quote].last
	j := i + 1
	comma := r.lower(j) == "," || r.lower(j) == "-"
	dash := r.lower(j) == "-"
	if comma {
		j++
	}
	end := r.end
	fresh := j == end && !comma // the tag would be a sentence of its own
	if fresh {
		if last != '?' && last != '!' && last != '…' && last != '.' && last != ',' || j >= len(r.units) {
			return nobody
		}
		end = r.nextEnd(end)
	}
	if j >= end {
		return nobody
	}
	if r.kindAt(j) == person && dash && r.closesLine(j+1) {
		a := nobody
		a.entity, a.is = r.units[j].entity, true
		return a
	}
	k := j
	for k < end && (adverbs[r.lower(k)] || strings.HasSuffix(r.lower(k), "ly") && !r.units[k].capital) && !isVerb(r.lower(k)) {
		k++
	}
	lower := r.lower(k)
	switch {
	case r.units[j].capital && last == '.' && fresh:
		return nobody
	case lower == "according" && r.lower(k+1) == "to":
		return r.byAccord(k, end)
	case (lower == "in") && r.kindAt(k+1) == person && r.lower(k+3) == "words", lower == "in" && possessives[r.lower(k+1)] && r.lower(k+2) == "words":
		return r.inWords(k)
	case lower == "as" && r.startsSubject(k+1):
		k++
	case (lower == "is" || lower == "was") && (r.lower(k+1) == "how" || r.lower(k+1) == "what"):
		k += 2
	case isVerb(lower) && !neverInverted[lower]:
		s := r.after(k+1, end)
		if !s.is {
			return nobody
		}
		return r.attributed(s, k)
	}
	return r.subjectFirst(k, end, fresh)
}

// nextEnd is where the sentence after the present one ends.
func (r *reading) nextEnd(end int) int {
	if r.sentence+1 < len(r.ends) {
		return r.ends[r.sentence+1]
	}
	return end
}

// closesLine reports whether a name with what may stand after it ends a line: "— Greta
// Gerwig, director".
func (r *reading) closesLine(i int) bool {
	for ; i < len(r.units); i++ {
		if isVerb(r.lower(i)) || r.kindAt(i) == quote {
			return false
		}
	}
	return true
}

func (r *reading) startsSubject(i int) bool {
	return r.kindAt(i) == person || pronouns[r.lower(i)] || articles[r.lower(i)] || r.isJob(i)
}

// subjectFirst finds a subject from a unit on with its verb of saying.
func (r *reading) subjectFirst(k, end int, fresh bool) attribution {
	for v := k + 1; v < end && v < k+reach; v++ {
		if r.kindAt(v) == quote {
			return nobody
		}
		if !isVerb(r.lower(v)) {
			continue
		}
		s := r.before(v, k)
		if !s.is || s.from != k {
			if s.is && s.from > k && !r.modifies(k, s.from) {
				return nobody
			}
			if !s.is || s.from < k {
				continue
			}
		}
		if fresh && r.units[k].capital && !r.endsTag(v+1, end) {
			return nobody
		}
		if s.passive || s.negated {
			return r.silent(v)
		}
		return r.attributed(s, v)
	}
	return nobody
}

// modifies reports whether the words between two units may belong to the name after them:
// "veteran", "her old".
func (r *reading) modifies(from, to int) bool {
	if to-from > 4 {
		return false
	}
	for i := from; i < to; i++ {
		if l := r.lower(i); r.kindAt(i) != word || belonging[l] || placing[l] || openers[l] || pronouns[l] || helpers[l] && l != "'s" || isVerb(l) || turning[l] {
			return false
		}
	}
	return true
}

// endsTag reports whether what follows a verb is no clause of its own: "Gerwig asked."
// and not "Gerwig said there was none".
func (r *reading) endsTag(i, end int) bool {
	switch lower := r.lower(i); {
	case i >= end || lower == "." || lower == "!":
		return true
	case lower == ",":
		return true
	case r.kindAt(i) == person:
		return r.endsTag(i+1, end)
	case placing[lower] || adverbs[lower] || strings.HasSuffix(lower, "ly"):
		return true
	}
	return false
}

// byAccord is who is named after "according to".
func (r *reading) byAccord(i, end int) attribution {
	s := r.after(i+2, end)
	if !s.is {
		return nobody
	}
	a := r.resolve(s, i, "")
	a.is, a.verb = true, "according to"
	return a
}

// inWords is who is named in "in Gerwig's words", "in the words of Gerwig".
func (r *reading) inWords(i int) attribution {
	a := nobody
	a.is = true
	switch {
	case r.kindAt(i+1) == person:
		a.entity = r.units[i+1].entity
	case possessives[r.lower(i+1)]:
		a.entity = r.meant(pronounOf[r.lower(i+1)], r.at, i, None)
	}
	return a
}

// introduced finds who is said to say what comes at a unit in the sentence before it.
func (r *reading) introduced(i int) attribution {
	opened := r.lower(i-1) == ":" || r.lower(i-1) == "," || r.lower(i-1) == "that" || r.lower(i-1) == "as"
	if a := r.byNoun(i); a.is {
		return a
	}
	through := 0
	for v := i - 1; v >= r.start && v > i-reach; v-- {
		lower := r.lower(v)
		switch {
		case lower == "according" && r.lower(v+1) == "to":
			return r.byAccord(v, i)
		case lower == "words" && r.lower(v+1) == "of":
			s := r.after(v+2, i)
			a := r.resolve(s, v, "")
			a.is = true
			return a
		case r.kindAt(v) == mark && lower == ";":
			return r.byColon(i)
		case turning[lower] && !opened, (lower == "and" || lower == "but") && r.opensClauseAt(v+1, i):
			return r.byColon(i)
		case r.kindAt(v) == quote:
			through++
		case inscribed[lower] && r.lower(v-2) != "in":
			return nobody
		case sayings[lower] || showing[lower] && (r.lower(v+1) == "that" || opened && through == 0 && !r.hasVerbBetween(v+1, i) || v == i-1):
			if !r.isSaidOf(v) {
				continue
			}
			if a := r.byVerb(v, true); a.is {
				return a
			}
		}
	}
	return r.byColon(i)
}

// isSaidOf reports whether a word is a verb where it stands and not a participle or noun:
// "the so-called", "a film called".
func (r *reading) isSaidOf(v int) bool {
	return !(r.lower(v) == "called" && (works[r.lower(v-1)] || r.lower(v-1) == "so" || r.lower(v-1) == "film")) && r.lower(v-1) != "the" && r.lower(v-1) != "'s" && r.lower(v-1) != "a"
}

// opensClauseAt reports whether somebody does something from a unit on: ", and Jenkins
// shouted “…”".
func (r *reading) opensClauseAt(i, end int) bool {
	if r.kindAt(i) != person && !pronouns[r.lower(i)] {
		return false
	}
	for j := i + 1; j < end && j < i+4; j++ {
		if sayings[r.lower(j)] || showing[r.lower(j)] {
			return false
		}
	}
	return i+1 < end && r.kindAt(i+1) == word
}

// hasVerbBetween reports whether somebody else comes between a verb and the quotation.
func (r *reading) hasVerbBetween(from, to int) bool {
	for i := from; i < to; i++ {
		if pronouns[r.lower(i)] {
			return true
		}
	}
	return false
}

// byNoun finds "Gerwig's answer: “…”", "In her words, “…”", "Jenkins's verdict was “…”".
func (r *reading) byNoun(i int) attribution {
	for v := i - 1; v >= r.start && v > i-9; v-- {
		lower := r.lower(v)
		if isVerb(lower) && lower != "put" {
			return nobody
		}
		if !nounsOfSaying[lower] {
			continue
		}
		a := nobody
		a.is = true
		switch {
		case possessives[r.lower(v-1)]:
			if g := pronounOf[r.lower(v-1)]; g != "" {
				a.entity = r.byPronoun(g, v-1, "replied")
			}
		case (r.lower(v-1) == "'s" || r.lower(v-1) == "'") && r.kindAt(v-2) == person:
			a.entity = r.units[v-2].entity
		case r.lower(v+1) == "of" && r.kindAt(v+2) == person:
			a.entity = r.units[v+2].entity
		default:
			return nobody
		}
		return a
	}
	return nobody
}

// byColon finds who speaks after a colon without a verb of saying: "Gerwig is blunt: “…”",
// "Gerwig: “…”", "Gerwig on her mother: “…”".
func (r *reading) byColon(i int) attribution {
	if r.lower(i-1) != ":" {
		return nobody
	}
	s := r.mainSubject(r.start, i-1)
	if !s.is || s.from > r.start+1 && r.lower(s.from-1) != "," || s.entity == None && s.pronoun == "" && s.job == "" {
		return nobody
	}
	if next := s.to; next < i-1 {
		if !presenting[r.lower(next)] && r.lower(next) != "on" && !beats[r.lower(next)] || i-next > 14 {
			return nobody
		}
		for j := next; j < i-1; j++ {
			if received[r.lower(j)] || r.kindAt(j) == person && r.lower(next) != "on" {
				return nobody
			}
		}
	}
	a := r.resolve(s, s.from, "")
	a.is = true
	return a
}

// closing finds who is said to say a sentence that holds a quotation at its end: "The
// shoot was “…” from the first day, Gerwig said."
func (r *reading) closing(i int) attribution {
	for v := i + 2; v < r.end && v < i+reach; v++ {
		if r.kindAt(v) == quote {
			return nobody
		}
		lower := r.lower(v)
		if lower == "according" && r.lower(v+1) == "to" && r.lower(v-1) == "," {
			return r.byAccord(v, r.end)
		}
		if !sayings[lower] || !r.endsTag(v+1, r.end) {
			continue
		}
		s := r.before(v, i+1)
		if s.is && r.lower(s.from-1) == "," && !s.negated && !s.passive && !openers[r.lower(s.from)] {
			return r.attributed(s, v)
		}
		if r.lower(v-1) == "," && !neverInverted[lower] {
			if s := r.after(v+1, r.end); s.is {
				return r.attributed(s, v)
			}
		}
	}
	return nobody
}
