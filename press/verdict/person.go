package verdict

import (
	"slices"
	"strings"

	"rolecall"
	"rolecall/press/claims"
	"rolecall/press/mention"
)

// personName is the name of the person a claim names.
func (j *Judge) personName(c claims.Claim) string {
	if c.Person == claims.None {
		return ""
	}
	return j.found.Entities[c.Person].Name
}

// whoIs is "Barry Jenkins is", by the names of those credited where the text gives another
// form.
func (s *scope) whoIs(j *Judge, c claims.Claim, own []rolecall.Credit) string {
	switch e := j.found.Entities[c.Person]; {
	case e.ID != "":
		return e.Name + " is"
	case len(distinct(own)) > 1:
		return s.names(own) + " are"
	}
	return s.names(own) + " is"
}

// creditsOf are the credits, among some, of the person that a claim names, and those of
// people who can be that person under another form of the name. The credits of all others
// are certainly somebody else's.
func (s *scope) creditsOf(j *Judge, c claims.Claim, credits []rolecall.Credit) (own, near []rolecall.Credit) {
	e := j.found.Entities[c.Person]
	isHere := e.ID != "" && slices.ContainsFunc(credits, func(o rolecall.Credit) bool { return o.PersonID == e.ID })
	like := make(map[string]likeness)
	for _, credit := range credits {
		p := s.roll.People[credit.PersonID]
		if _, compared := like[p.ID]; !compared {
			like[p.ID] = j.compare(e, p, isInFull(c.Quote, e.Name))
			if isHere && p.ID != e.ID && compareNames(j.takenApart(e.Name), j.takenApart(p.Name), true) != same {
				like[p.ID] = another // who is meant is credited beside those of a like name
			}
		}
	}
	j.settleShared(e, like, s.roll.People)
	for _, credit := range credits {
		switch like[credit.PersonID] {
		case same:
			own = append(own, credit)
		case mayBe:
			near = append(near, credit)
		}
	}
	return own, near
}

// isInFull reports whether the words of a claim give a name in full. A surname alone may be
// that of somebody else than the text named last.
func isInFull(quote, name string) bool {
	given, _, _ := strings.Cut(name, " ")
	return strings.Contains(quote, given)
}

// compare compares whom a text names with a person of the catalog. Two people can bear one
// name, and the text does not always tell them apart: a namesake may be meant.
func (j *Judge) compare(e mention.Entity, p rolecall.Person, isInFull bool) likeness {
	if e.ID != "" && e.ID == p.ID || slices.ContainsFunc(e.Candidates, func(c rolecall.Person) bool { return c.ID == p.ID }) {
		return same
	}
	known := isInFull && (e.ID != "" || e.Among > 0)
	written := j.takenApart(e.Name)
	like := compareNames(written, j.takenApart(p.Name), known)
	if p.NativeName != "" && like != same {
		if native := j.takenApart(p.NativeName); native.script == written.script {
			like = compareNames(written, native, known)
		}
	}
	if e.ID != "" {
		return min(like, mayBe)
	}
	return like
}

// isMeant asks whether people are meant whom the catalog credits under other forms of the
// name that a claim gives.
func (s *scope) isMeant(j *Judge, c claims.Claim, near []rolecall.Credit) finding {
	written := j.takenApart(j.personName(c)).whole
	if family := familyOf(j.personName(c)); family != "" {
		written = j.takenApart(family).whole
	}
	alike := slices.DeleteFunc(slices.Clone(near), func(o rolecall.Credit) bool {
		return !strings.Contains(j.takenApart(s.roll.People[o.PersonID].Name).whole, written)
	})
	if len(alike) > 0 {
		near = alike
	}
	role := near[0].Role.Words()
	if len(alike) == 0 && len(j.takenApart(j.personName(c)).parts) < 2 {
		return found(Unverifiable, s.rows(near), "%q alone does not say who is meant; the %s of %s: %s", j.personName(c), role, s.label, s.names(near))
	}
	return found(Unverifiable, s.rows(near), "is %s meant, who is credited as %s of %s?", s.names(near), role, s.label)
}

func (j *Judge) takenApart(name string) fullName {
	n, taken := j.names[name]
	if !taken {
		n = takeApart(name)
		j.names[name] = n
	}
	return n
}

// settleShared settles a surname alone where several bear it: a family ("the Wachowskis")
// is all of them, one person may be any.
func (j *Judge) settleShared(e mention.Entity, like map[string]likeness, people map[string]rolecall.Person) {
	if e.ID != "" || len(j.takenApart(e.Name).parts) > 1 && !e.Family && familyOf(e.Name) == "" {
		return
	}
	var bearers []string
	family := familyOf(e.Name)
	for id := range like {
		n := j.takenApart(people[id].Name)
		if like[id] == same || family != "" && isSurname(j.takenApart(family).whole, n) {
			bearers = append(bearers, id)
		}
	}
	isFamily := e.Family || family != "" && !slices.ContainsFunc(bearers, func(id string) bool { return like[id] == same })
	for _, id := range bearers {
		switch {
		case isFamily && len(bearers) > 1:
			like[id] = same
		case isFamily, len(bearers) > 1:
			like[id] = mayBe
		}
	}
}

// families are the words that follow the surname of brothers and sisters.
var families = set("brothers bros sisters siblings twins duo couple")

// familyOf is the surname of a family that a text names as one: "Wachowski" of "the
// Wachowskis" and of "the Wachowski sisters"; empty for a name that cannot be a family's.
func familyOf(name string) string {
	words := strings.Fields(strings.TrimPrefix(strings.TrimPrefix(name, "the "), "The "))
	if n := len(words); n > 1 {
		if !families[foldName(words[n-1])] {
			return ""
		}
		return strings.TrimSuffix(strings.Join(words[:n-1], " "), "'s")
	}
	surname, isPlural := strings.CutSuffix(strings.Join(words, ""), "s")
	if !isPlural {
		return ""
	}
	return surname
}

// names lists some people, at most five.
func (s *scope) names(credits []rolecall.Credit) string {
	var names []string
	seen := make(map[string]bool)
	for _, c := range credits {
		if name := s.roll.People[c.PersonID].Name; !seen[name] {
			seen[name] = true
			names = append(names, name)
		}
	}
	return listed(names)
}
