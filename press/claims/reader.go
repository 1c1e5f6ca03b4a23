package claims

import (
	"slices"
	"sort"

	"rolecall"
	"rolecall/press/english"
)

// reader goes through a text sentence by sentence and remembers what it is about.
type reader struct {
	text   Text
	claims []Claim
	memory memory
	// at is the place of the sentence being read, items its items.
	at    int
	items []english.Item
	// used says, of numbers and words for people, which claim rests on them.
	used map[int]bool
	// credited are the credits of this sentence, each once.
	credited map[creditKey]bool
	here     []Claim
	// studied says that the text speaks of somebody who has counted.
	studied bool
	// asserted is where a sentence begins to ask: no item from there on is a claim.
	asserted int
}

type creditKey struct {
	person, title int
	role          rolecall.Role
	negated       bool
}

func newReader(text Text) *reader {
	return &reader{text: text, memory: newMemory(text), studied: isStudied(text)}
}

func (r *reader) sentence(s int) {
	sentence := r.text.Sentences[s]
	r.at, r.items = s, english.Items(sentence.Tokens, r.text.Found.In(s))
	r.used, r.credited, r.here = make(map[int]bool), make(map[creditKey]bool), nil
	r.memory.enter(r)
	r.asserted = assertedEnd(sentence, r.items)
	if r.asserted > 0 {
		places := wordingStarts.places(r.items, len(allWordings))
		for _, weak := range []bool{false, true} {
			for i := range allWordings {
				if w := &allWordings[i]; w.says.weak == weak {
					r.try(w, places[i])
				}
			}
		}
	}
	sort.SliceStable(r.here, func(i, j int) bool { return r.here[i].Start < r.here[j].Start })
	r.claims = append(r.claims, r.here...)
	r.memory.leave(r)
}

// try looks for a wording at the items where it can begin.
func (r *reader) try(w *compiled, places []int) {
	for _, from := range places {
		m, ok := w.pattern.at(r.items, from)
		if !ok || m.last > r.asserted || r.isUnreal(m, w.kind.name) {
			continue
		}
		m = r.extend(m, w.kind.name)
		r.keep(r.compose(m, w), m, w)
	}
}

// keep takes the claims of a match, unless the same words have been read already.
func (r *reader) keep(all []Claim, m match, w *compiled) {
	if w.kind.name == Credit {
		for _, c := range all {
			r.keepCredit(c)
		}
		return
	}
	if len(all) == 0 || r.used[all[0].anchor] || r.saidAlready(all[0]) {
		return
	}
	if all[0].Kind == Compare {
		all = all[:1] // one for all roles
	}
	r.here = append(r.here, all...)
	if !w.says.also {
		r.used[all[0].anchor] = true
		r.markUsed(m, all[0])
	}
}

func (r *reader) keepCredit(c Claim) {
	key := creditKey{c.Person, c.Title, c.Role, c.Negated}
	if r.credited[key] || r.creditedAs(c) {
		return
	}
	r.credited[key] = true
	r.here = append(r.here, c)
}

// creditedAs reports whether the sentence already says the same of the person with
// a role that holds this one: a star is cast.
func (r *reader) creditedAs(c Claim) bool {
	return slices.ContainsFunc(r.here, func(o Claim) bool {
		front := func(role rolecall.Role) bool { return role == Star || role == rolecall.Cast }
		same := o.Role == c.Role || front(o.Role) && front(c.Role) || c.Role == Other
		return o.Kind == Credit && o.Person == c.Person && same && (o.Title == c.Title || o.Overlaps(c.Span) && !(o.titled && c.titled)) && o.Negated == c.Negated
	})
}

// saidAlready reports whether an overlapping claim says that all or none are,
// and whether a comparison or rank is made already.
func (r *reader) saidAlready(c Claim) bool {
	return slices.ContainsFunc(r.here, func(o Claim) bool {
		return o.Kind == c.Kind && o.Overlaps(c.Span) && (c.Kind == Every || c.Kind == Compare && (o.Start == c.Start || c.weak) || c.Kind == Rank && (o.Vague == c.Vague || c.weak))
	})
}

// markUsed notes the numbers and genders that a claim has taken, so that no weaker
// reading takes them again.
func (r *reader) markUsed(m match, c Claim) {
	for _, found := range m.captures {
		switch found.class {
		case "gender":
			r.used[found.first] = true
		case "number", "share":
			if c.Kind == Compare {
				r.used[found.first] = true
			}
		}
	}
	for i := m.first; i < m.last; i++ {
		if item := r.items[i]; item.Class == english.Number && (c.Kind == Every || c.Of != 0 && item.Value == c.Of) {
			r.used[i] = true
		}
	}
}

// compose makes claims of a match: one for each person, title and role it names.
func (r *reader) compose(m match, w *compiled) []Claim {
	base := Claim{
		Kind: w.kind.name, Title: None, Person: None, Sentence: r.at, Gender: w.says.gender,
		Negated: w.says.negated, Vague: w.says.vague, Unit: w.says.unit, Beside: w.says.beside, Bound: w.says.bound, anchor: m.first, weak: w.says.weak,
	}
	r.quote(&base, m.first, m.last)
	if genders := m.all("gender"); base.Gender == "" && len(genders) >= w.says.genderAt {
		base.Gender = rolecall.Gender(m.items[genders[w.says.genderAt-1].first].Of[0])
		base.anchor = genders[w.says.genderAt-1].first
	}
	r.quantity(&base, m, w.says)
	if unit, found := m.item("unit"); found && base.Unit == "" {
		base.Unit = unit.Of[0]
	}
	base.Seasons, base.Year, base.YearTo = r.times(m)
	var all []Claim
	for _, c := range r.named(base, m, w.says) {
		for _, role := range r.rolesOf(m, w.says) {
			c.Role = role
			if r.complete(&c, m, w) {
				all = append(all, c)
			}
		}
	}
	return all
}

func (r *reader) complete(c *Claim, m match, w *compiled) bool {
	r.fillContext(c, m)
	if w.says.general {
		c.Title, c.Seasons = None, nil
	}
	if c.isFigure() && c.Title == None {
		c.Among = r.among(m)
	}
	return w.kind.fit == nil || w.kind.fit(r, c, m)
}

func (r *reader) quote(c *Claim, first, last int) {
	c.Span = english.Span{Start: r.items[first].Start, End: r.items[last-1].End}
	c.Quote = r.text.Text[c.Start:c.End]
}

// quantity fills the numbers of a claim. Several numbers are picked by their order.
func (r *reader) quantity(c *Claim, m match, says meaning) {
	numbers := m.all("number", "share", "ordinal", "episode")
	if says.value != nil {
		c.Value, c.HasValue = *says.value, true
	} else if len(numbers) >= says.valueAt {
		n := numbers[says.valueAt-1]
		item := m.items[n.first]
		c.Value, c.HasValue, c.Bound = item.Value, item.Vague == "" || item.Class == english.Share, item.Approx
		if c.Vague == "" && item.Vague != "ratio" {
			c.Vague = item.Vague
		}
		if c.Kind != Every {
			c.anchor = n.first
		}
	}
	if len(numbers) >= says.ofAt && says.ofAt > 0 {
		if of := m.items[numbers[says.ofAt-1].first]; of.Class == english.Number && (of.Value >= c.Value || c.Kind == Every) {
			c.Of = of.Value
		}
	}
	if c.Of == 0 && c.Kind == Count {
		c.Of = wholeAfter(m, c.anchor)
	}
	if position, found := m.item("position"); found && c.Of == 0 {
		c.Of = position.Value
	}
}

// wholeAfter is the number that a count is said to be of: 13 in "five of the thirteen
// episodes".
func wholeAfter(m match, from int) float64 {
	for i := from + 1; i < m.last; i++ {
		if item := m.items[i]; item.Class == english.Number && item.Vague == "" {
			for back := i - 1; back > from && back >= i-5; back-- {
				if m.items[back].Lower == "of" {
					return item.Value
				}
			}
			return 0
		}
	}
	return 0
}

// times are the seasons and years that a match names.
func (r *reader) times(m match) (seasons []int, year, to int) {
	if s, found := m.item("season"); found {
		seasons = r.memory.seasons(s)
	}
	if y, found := m.item("year"); found {
		year, to = y.Years[0], y.Years[1]
	}
	return seasons, year, to
}

// rolesOf are the roles that a match names; one empty where it names none.
func (r *reader) rolesOf(m match, says meaning) []rolecall.Role {
	if says.role != "" {
		return []rolecall.Role{says.role}
	}
	var roles []rolecall.Role
	for _, class := range []string{"did", "role", "post"} {
		if item, found := m.item(class); found {
			for _, of := range item.Of {
				roles = append(roles, rolecall.Role(of))
			}
			return roles
		}
	}
	return []rolecall.Role{""}
}

// named makes a claim for each person and title that a match names.
func (r *reader) named(base Claim, m match, says meaning) []Claim {
	people := r.peopleOf(m)
	if len(people) == 0 || says.noPerson {
		people = []namedAt{{None, -1}}
	}
	titles := r.titlesOf(m)
	if len(titles) == 0 {
		titles = []namedAt{{None, -1}}
	}
	var all []Claim
	for i, p := range people {
		for _, t := range titles {
			c := base
			c.Person, c.Title, c.titled = p.entity, t.entity, t.entity != None
			if len(people) > 1 {
				r.quoteOne(&c, m, people, i)
			}
			all = append(all, c)
		}
	}
	return all
}

// quoteOne narrows the quotation to one person of a list: the words before the list
// go with the first, those after it with the last.
func (r *reader) quoteOne(c *Claim, m match, people []namedAt, i int) {
	first, last := people[i].item, people[i].item+1
	if i == 0 && m.first < first {
		first = m.first
	}
	if i == len(people)-1 && m.last > last {
		last = m.last
	}
	if first >= 0 && last > first {
		r.quote(c, first, last)
	}
}

// namedAt is an entity and the item that names it, -1 for a pronoun.
type namedAt struct{ entity, item int }

func (r *reader) peopleOf(m match) []namedAt {
	var all []namedAt
	for _, c := range m.captures {
		switch c.class {
		case "pronoun":
			if who := r.memory.pronoun(r, c.first); who != None {
				all = append(all, namedAt{who, c.first})
			}
		case "person":
			for i := c.first; i < c.last; i++ {
				if class := r.items[i].Class; class == english.Person || class == english.Name {
					all = append(all, namedAt{r.items[i].Name, i})
				}
				if r.items[i].Lower == "(" {
					i = skipBracket(r.items, i) - 1
				}
			}
		}
	}
	return all
}

func (r *reader) titlesOf(m match) []namedAt {
	var all []namedAt
	for _, c := range m.captures {
		if c.class != "title" {
			continue
		}
		for i := c.first; i < c.last; i++ {
			if class := r.items[i].Class; class == english.Title || class == english.Name {
				all = append(all, namedAt{r.items[i].Name, i})
			}
			if r.items[i].Lower == "(" {
				i = skipBracket(r.items, i) - 1
			}
		}
	}
	return all
}

// extending are the words over which a claim goes on to say of what it is: "of all
// episodes in the second season of Jessica Jones".
var extending = wordSet("of in for on the its 's all this each these those across from his her their at first latest series season show so far a worked working")

// extend lets a match go on over the title, season, sample and year that follow.
func (r *reader) extend(m match, k Kind) match {
	if k == Credit || k == Date {
		return m
	}
	for i := m.last; i < len(r.items) && i < m.last+9; i++ {
		item := r.items[i]
		switch item.Class {
		case english.Season, english.Title, english.Year, english.Position, english.Unit:
			m.captures = append(m.captures, capture{string(item.Class), i, i + 1})
			m.last = i + 1
		case english.Number: // of what follows
			if i+1 >= len(r.items) || r.items[i+1].Class != english.Unit {
				return m
			}
		default:
			if !extending[item.Lower] {
				return m
			}
		}
	}
	return m
}
