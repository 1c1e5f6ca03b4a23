package claims

import (
	"slices"
	"strings"

	"rolecall"
	"rolecall/press/clause"
	"rolecall/press/english"
)

// What stands the other way round, or leans on what was just said: "Behind the camera
// stood X", "for Toni Erdmann it was Y", "both were cut by Z".

// standing are verbs behind a post before whom it is: "At the helm is X".
var standing = wordSet("stood stands sits sat was is were are again remains")

// inverted reads a post before its holder: "At the helm is Kim Won-seok", "Behind the
// camera stood Bernhard Keller".
func (r *reader) inverted() {
	for i, item := range r.Items {
		if item.Class != english.Post {
			continue
		}
		verb := r.verbAfterPost(i)
		if verb < 0 || i > 0 && r.word(i-1) != "," && r.word(i-1) != "and" && r.class(i-1) != english.Word {
			continue
		}
		for _, c := range r.Clauses {
			if c.Group == nil || c.Group.First != verb || c.Negated || len(c.Objects) == 0 || r.isUnreal(c) || !r.Has(c.Objects[0], english.Person) {
				continue
			}
			who := c.Objects[0]
			role := rolecall.Role(item.Of[0])
			if r.word(i) == "behind the camera" || strings.HasPrefix(r.text.Text[item.Start:item.End], "Behind") {
				role = Other // as well the photographer as the director
			}
			w := r.workNear(c)
			if on := r.phraseAt(i + 2); verb > i+1 && on != nil {
				if of, ok := r.workOf(on); ok && of.title != None {
					w = r.finishWork(of)
				}
			}
			if f := r.word(who.Last); (f == "for" || f == "on" || f == "of") && w.anchor != Named {
				continue
			}
			if w.title != None {
				r.credits(r.people(who), w, role, who.Last)
			}
		}
	}
}

// verbAfterPost is the place of the verb right behind a post, or behind the title that it
// was held on: "Behind the camera on Salt Roads was"; -1 where there is none.
func (r *reader) verbAfterPost(i int) int {
	if standing[r.word(i+1)] {
		return i + 1
	}
	if on := r.phraseAt(i + 2); on != nil && on.Class == english.Title && (on.Prep == "on" || on.Prep == "of" || on.Prep == "for") && standing[r.word(on.Last)] {
		return on.Last
	}
	return -1
}

// verbFirst reads a verb before its doer: "Penning it is Lim Sang-choon", "Directing are the
// Safdies".
func (r *reader) verbFirst() {
	at := slices.IndexFunc(r.Clauses, func(c *clause.Clause) bool { return c.Group != nil && c.Group.First == 0 })
	if at < 0 || r.class(0) != english.Did || !r.Clauses[at].Ing {
		return
	}
	verb := r.Clauses[at]
	for _, c := range r.Clauses {
		if c.Group == nil || !c.Be || c.Negated || len(c.Objects) == 0 || !r.Has(c.Objects[0], english.Person) || c.Objects[0].First != c.Group.Last {
			continue
		}
		thing := c.Subject
		if thing != nil && (thing.First != verb.Group.Last || thing.Last != c.Group.First) || thing == nil && c.Group.First != verb.Group.Last {
			continue
		}
		w, ok := r.workOf(thing)
		if !ok {
			w = r.workNear(verb)
		}
		r.tell(deed{roles: rolesOfItem(r.Items[verb.Head]), doer: c.Objects[0], thing: thing, in: verb, first: 0, last: c.Group.Last, work: r.finishWork(w)})
		return
	}
}

// takingOver are verbs that go with "as" and a job: "takes over as showrunner".
var takingOver = wordSet("serve serves served serving work works worked working known takes took take taken taking returns returned return comes came come joins joined listed credited hired continues continued acts acted steps stepped billed installed named brought kept stays stayed")

// asJobs reads "Steven Moffat takes over as showrunner", "Wendell is listed as director".
func (r *reader) asJobs() {
	for _, c := range r.Clauses {
		if c.Group == nil || !takingOver[c.Word] || c.Negated || r.isUnreal(c) || c.Subject == nil || len(r.people(c.Subject)) == 0 {
			continue
		}
		as := withPrep(c, "as")
		if as == nil || !r.isJob(as) || as.Quantity.Kind == clause.Place || len(c.Objects) > 0 && !c.Passive && r.Has(c.Objects[0], english.Person) {
			continue
		}
		r.holds(c, r.people(c.Subject), as, c.Group.First, as.Last, false)
	}
}

// bothOf are the two titles that the thing of a deed means by "both" or "both films": those
// two that the text has spoken of and no other.
func (r *reader) bothOf(d deed) []int {
	p := d.thing
	if p == nil && d.in != nil && len(r.people(d.in.Subject)) == 0 {
		p = d.in.Subject
	}
	if p == nil || d.negated || len(r.people(d.doer)) == 0 || r.titlesHere() > 0 {
		return nil
	}
	whole := p.Pronoun == "both" || p.Pronoun == "them" || p.Class == english.Unit && r.Items[p.Head].Many && r.Items[p.Head].Of[0] != "episode" && r.word(p.First) == "both"
	if !whole || p.Of != nil {
		return nil
	}
	return r.topics.lastTwo(r)
}

// tellBoth makes the claims of a deed on two titles: the words for the first are its people
// and verb, those for the second the rest.
func (r *reader) tellBoth(d deed, two []int) {
	for _, who := range r.people(d.doer) {
		for k, title := range two {
			c := r.claimOf(Credit, work{title: title, anchor: Alone, item: -1})
			c.Person, c.Role = who.entity, d.roles[0]
			if k == 0 || d.thing == nil {
				r.span(&c, min(who.item, d.first), d.last)
			} else {
				r.span(&c, d.thing.First, d.thing.Last)
			}
			r.keep(c)
		}
	}
}

// lastTwo are the two titles of this paragraph and the one before, nil where there are
// more or fewer.
func (t *topics) lastTwo(r *reader) []int {
	var two []int
	paragraph := r.text.Sentences[r.at].Paragraph
	for i := len(t.titles) - 1; i >= 0 && r.text.Sentences[t.titles[i].sentence].Paragraph >= paragraph-1; i-- {
		if s := t.titles[i]; s.rank >= part && !slices.Contains(two, s.entity) {
			two = append(two, s.entity)
		}
	}
	if len(two) != 2 {
		return nil
	}
	slices.Reverse(two)
	return two
}

// itWas reads "for Toni Erdmann it was Patrick Orth": the job is the one just spoken of.
func (r *reader) itWas(c *clause.Clause, who *clause.Phrase) {
	p := withPrep(c, "for")
	if p == nil {
		for _, q := range r.Phrases {
			if (q.Prep == "for" || q.Prep == "on") && q.Last == c.Subject.First {
				p = q
			}
		}
	}
	if p == nil || p.Class != english.Title || c.Negated {
		return
	}
	role := r.lastRole()
	w, _ := r.workOf(p)
	if role == "" || w.title == None {
		return
	}
	r.credits(r.people(who), r.finishWork(w), role, who.Last)
}

// lastRole is the job of the credit read last, in this sentence or the one before; empty
// where there is none.
func (r *reader) lastRole() rolecall.Role {
	all := append(slices.Clone(r.claims), r.here...)
	for i := len(all) - 1; i >= 0 && all[i].Sentence >= r.at-1; i-- {
		if all[i].Kind == Credit && all[i].Role != "" && all[i].Role != Other {
			return all[i].Role
		}
	}
	return ""
}

// answers reads a name that answers the question before: "Who directed it? Lin Shaye",
// "Bonnie and Clyde? Dede Allen" after what was asked of another.
func (r *reader) answers() {
	if r.at == 0 || !r.text.Sentences[r.at-1].Question || r.text.Sentences[r.at-1].Block != r.text.Sentences[r.at].Block || len(r.Phrases) == 0 {
		return
	}
	who := r.Phrases[0]
	if who.First != 0 || !r.Has(who, english.Person) || who.Owner != nil || !r.isEnd(who.Last) {
		return
	}
	people, here, at := r.people(who), r.Sentence, r.at
	role, w := rolecall.Role(""), nowhere
	for back := 1; back <= longestRound && at >= back && role == ""; back++ {
		if r.text.Sentences[at-back].Block != r.text.Sentences[at].Block {
			break
		}
		r.at, r.Sentence = at-back, r.text.read[at-back]
		asked, of := r.asked(back == 1)
		if back == 1 {
			w = of
			if asked == "" && w.anchor != Named {
				break
			}
		}
		role = asked
	}
	r.at, r.Sentence = at, here
	if role != "" && w.title != None {
		r.credits(people, w, role, who.Last)
	}
}

// longestRound is how many sentences back a round of questions may have begun.
const longestRound = 6

func (r *reader) isEnd(i int) bool {
	return i >= len(r.Items) || r.word(i) == "." || r.word(i) == "," || r.word(i) == ";"
}

// asked is the job and the title that the sentence asks about, after "who"; of a title alone
// with its mark, the title. What only begins the round may also say "look at who".
func (r *reader) asked(last bool) (rolecall.Role, work) {
	who := slices.IndexFunc(r.Items, func(i english.Item) bool { return i.Lower == "who" })
	if last && who < 0 && len(r.Phrases) == 1 && r.Phrases[0].First == 0 && r.Phrases[0].Class == english.Title && r.isQuestion(r.Phrases[0].Last) {
		w, _ := r.workOf(r.Phrases[0])
		return "", w
	}
	if who < 0 || who > 0 && last || len(r.Items) < 3 {
		return "", nowhere
	}
	for _, c := range r.Clauses {
		if c.Group == nil || c.Negated || c.Modal != "" || c.Group.First < who || c.Group.First > who+2 {
			continue
		}
		switch {
		case r.class(c.Head) == english.Did:
			return rolesOfItem(r.Items[c.Head])[0], r.workNear(c)
		case c.Be && len(c.Objects) > 0 && r.isJob(c.Objects[0]):
			w, _ := r.workOf(c.Objects[0])
			return rolesOfItem(r.Items[c.Objects[0].Core().Head])[0], r.mergeWork(w, r.workNear(c))
		}
	}
	return "", nowhere
}

func (r *reader) isQuestion(i int) bool { return r.word(i) == "?" && i == len(r.Items)-1 }
