package speech

import "rolecall"

// naming is a place where the text names somebody, or speaks of somebody whom it does
// not name.
type naming struct {
	paragraph, sentence, unit int
	// entity is the person, or None for somebody unnamed, of whom the noun may say
	// "she" or "he".
	entity  int
	pronoun string
	// subject says that the person is who does what the sentence says.
	subject bool
}

// farthest bounds how many namings, and how many paragraphs, back somebody meant by a
// pronoun may have been named.
const (
	farthest       = 48
	mostParagraphs = 4
)

// name notes the people whom a sentence names.
func (f *finder) name(p *paragraph, at, sentence, start, end int) {
	for i := start; i < end; i++ {
		lower := p.lower(i)
		switch {
		case p.kindAt(i) == person:
			next := p.lower(i + 1)
			f.named = append(f.named, naming{at, sentence, i, p.units[i].entity, "", next != "'s" && next != "'" && !p.isObject(i, start)})
		case humans[lower] && i-start < 6 && p.kindAt(i+1) != person && p.lower(i+1) != "," && !p.isObject(i, start) && p.opensClause(i, start):
			f.named = append(f.named, naming{at, sentence, i, None, whoOf[lower], true})
		case lower == "she" || lower == "he":
			if one := f.meant(lower, at, i, None); one != None {
				f.named = append(f.named, naming{at, sentence, i, one, "", true})
			}
		}
	}
}

// opensClause reports whether only its own words stand before a noun: "Her mother".
func (p *paragraph) opensClause(i, start int) bool {
	j := i
	for j > start && (p.kindAt(j-1) == word && !belonging[p.lower(j-1)] || p.lower(j-1) == "'s" || p.kindAt(j-1) == person && p.lower(j) == "'s") {
		j--
	}
	return j == start || p.lower(j-1) == ","
}

// candidate is somebody who may be meant by a pronoun.
type candidate struct {
	naming
	fit int
}

func (f *finder) fitOf(n naming, pronoun string) int {
	if n.entity != None {
		return f.people.fit(n.entity, pronoun)
	}
	switch n.pronoun {
	case pronoun:
		return textSays
	case "":
		return may
	}
	return cannot
}

// meant is who a pronoun at a unit stands for, someone left out; None where the text
// leaves more than one reading.
func (f *finder) meant(pronoun string, at, unit int, not int) int {
	if pronoun == "they" {
		return f.singularThey(at, unit, not)
	}
	var here []candidate
	paragraph := at
	for i := len(f.named) - 1; i >= 0 && i >= len(f.named)-farthest; i-- {
		n := f.named[i]
		if n.paragraph == at && n.unit >= unit || n.entity != None && n.entity == not {
			continue
		}
		if n.paragraph != paragraph {
			if len(here) > 0 || at-n.paragraph > mostParagraphs {
				break
			}
			paragraph = n.paragraph
		}
		if fit := f.fitOf(n, pronoun); fit > cannot {
			here = append(here, candidate{n, fit})
		}
	}
	return choose(here)
}

// choose is the one of some candidates, the last named first, whom a reader takes a
// pronoun to mean: the subject named last, unless another could as well be meant.
func choose(all []candidate) int {
	best := -1
	for i, c := range all {
		if c.subject {
			best = i
			break
		}
	}
	if best < 0 {
		return onlyOne(all)
	}
	b := all[best]
	for i, c := range all {
		if same(c.naming, b.naming) {
			continue
		}
		sentence := c.paragraph == b.paragraph && c.sentence == b.sentence
		switch {
		case i < best && !sentence: // named after the subject, as an object
			return None
		case sentence && c.subject:
			return None
		case b.fit == may && c.fit > may:
			return None
		}
	}
	return b.entity
}

func same(a, b naming) bool { return a.entity == b.entity && (a.entity != None || a.unit == b.unit) }

// onlyOne is the one person whom all candidates are, or None. Of somebody who does
// nothing in the text, something must say that the pronoun fits.
func onlyOne(all []candidate) int {
	if len(all) == 0 {
		return None
	}
	for _, c := range all {
		if c.entity != all[0].entity || c.fit == may {
			return None
		}
	}
	return all[0].entity
}

// singularThey is the person named last if a source states that the person is nonbinary;
// else "they" are several, or anybody.
func (f *finder) singularThey(at, unit, not int) int {
	for i := len(f.named) - 1; i >= 0 && i >= len(f.named)-farthest; i-- {
		n := f.named[i]
		if n.paragraph == at && n.unit >= unit {
			continue
		}
		if n.paragraph != at || n.entity == None || n.entity == not {
			return None
		}
		if n.subject {
			if e := f.found.Entities[n.entity]; e.ID != "" && e.Person.Gender == rolecall.Nonbinary {
				return n.entity
			}
			return None
		}
	}
	return None
}

// holding is who is meant by a job: "the director of Lady Bird" is whom the text says
// to be that, "the director" the only one it names, or the only person of the paragraph
// of whom it says no other job.
func (f *finder) holding(job string, title, at, unit int) int {
	holders := f.people.holders[job]
	only := None
	for _, h := range holders {
		if title != None && h.title != title {
			continue
		}
		if only != None && only != h.person {
			return f.onlyHere(holders, at, unit)
		}
		only = h.person
	}
	if only != None || title != None || len(holders) > 0 {
		return only
	}
	for i := len(f.named) - 1; i >= 0 && i >= len(f.named)-farthest; i-- {
		n := f.named[i]
		if n.paragraph != at {
			break
		}
		if n.unit >= unit {
			continue
		}
		if only != None && only != n.entity || n.entity == None || f.people.employed[n.entity] {
			return None
		}
		only = n.entity
	}
	return only
}

// onlyHere is the only one of some holders of a job whom the paragraph names before a unit.
func (f *finder) onlyHere(holders []holder, at, unit int) int {
	only := None
	for i := len(f.named) - 1; i >= 0 && i >= len(f.named)-farthest && f.named[i].paragraph == at; i-- {
		n := f.named[i]
		for _, h := range holders {
			if n.unit >= unit || n.entity != h.person {
				continue
			}
			if only != None && only != n.entity {
				return None
			}
			only = n.entity
		}
	}
	return only
}
