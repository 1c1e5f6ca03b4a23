package claims

import (
	"slices"
	"strconv"
	"strings"

	"rolecall"
	"rolecall/press/clause"
	"rolecall/press/english"
)

// This file looks for what a frame left unread beside the words it read, wherever that
// could lead a claim astray: an infinitive under a verb that need not make it true, an
// object that is no title, another title's name, a year in which the title was not there,
// a channel that never showed it. It asks what was understood and not which words are
// known to mislead: a text has more ways to mislead than a list has words.

// astray puts doubts on a claim whose words may be said of something else.
func (r *reader) astray(c *Claim) {
	c.Around = r.around(*c)
	in, isOwn := r.clauseOf(*c)
	if in != nil && isOwn {
		switch {
		case in.Infinitive && !r.isDone(in):
			c.doubt(Unread)
		case r.hangsOnUnreal(in):
			c.doubt(Plan)
		case r.isOfOther(*c, in):
			c.doubt(Unread)
		case r.isOneOfTwo(*c, in):
			c.doubt(ManyTitles)
		case r.isOddlyDenied(*c, in), r.isDeniedOfOther(*c), r.isDeniedInPart(*c, in), r.isOfPossession(*c, in):
			c.doubt(Unread)
		}
	}
	if !isOwn {
		r.turned(c, nil)
	} else {
		r.turned(c, in)
	}
	if c.Title == None {
		return
	}
	if r.namesAnother(*c) || r.isMeasuredBy(*c) {
		c.doubt(ManyTitles)
	}
	if r.isUnknownOnly(*c) || r.isWholeDenied(*c) || r.isUpToSeason(*c) {
		c.doubt(Unread)
	}
	if r.isOfOrigin(*c) {
		c.doubt(Attribute)
	}
	c.Owners = r.ownersOf(c.Title)
	c.Company = r.companyOf(*c, in)
	if c.Kind == Date {
		c.Aside = c.Aside || r.isElsewhere(*c, in) || r.isPaired(*c, in)
		return
	}
	c.Aside = c.Aside || isOwn && (r.refersToNone(*c, in) || futures[in.Modal]) || r.isOfAnotherYear(*c) || r.isRivalled(*c)
}

// clauseOf is the clause whose verb stands within a claim's words, the last of them, which
// is its own; else the one that its first word is in. It is nil where there is none.
func (r *reader) clauseOf(c Claim) (in *clause.Clause, isOwn bool) {
	var around, found *clause.Clause
	for _, in := range r.Clauses {
		if in.Group == nil {
			continue
		}
		if head := r.Items[in.Head]; head.Start >= c.Start && head.End <= c.End {
			found = in
		}
		if in.First < len(r.Items) && r.Items[in.First].Start <= c.Start && in.Last > 0 && r.Items[min(in.Last, len(r.Items))-1].End >= c.End {
			around = in
		}
	}
	if found != nil {
		return found, true
	}
	return around, false
}

// doers are verbs whose infinitive tells what came true: "went on to direct".
var doers = wordSet("went goes go gone going came comes come coming returned returns return returning began begins begun started starts continued continues managed manages proceeded stayed stays stepped steps stepping chose lived teamed joined joins joining reunited reunites helped served serves happened dared moved moves hired hires tapped picked brought brings appointed enlisted recruited chosen crossed flew travelled traveled")

// reach is how far before an infinitive its verb may stand.
const reach = 9

// isDone reports whether what an infinitive says came true: somebody is the first, one of
// so many, or a woman who did it, or a verb such as "went on" stands over it. Of all else
// ("a chance to direct", "talked out of having to direct") it is not known.
func (r *reader) isDone(in *clause.Clause) bool {
	if p := r.before(in.Group); p != nil {
		core := p.Core()
		switch {
		case p.Quantity.Kind != clause.Some || core.Quantity.Kind != clause.Some:
			return true
		case core.Class == english.Gender, core.Class == english.Role:
			return true
		}
	}
	for i := in.Group.First - 1; i >= 0 && i >= in.Group.First-reach; i-- {
		switch tag := r.Tags[i]; {
		case doers[r.word(i)], leanings[r.word(i)] && r.class(in.Head) == english.Word:
			return true
		case strings.HasPrefix(tag, "VB"), r.class(i) == english.Word && (tag == "NN" || tag == "NNS" || tag == "MD"):
			return false
		}
	}
	return false
}

// leanings stand over what is or has something, which they do not put in doubt: "the heroes
// tend to be men", "it is set to have women behind the camera". What somebody is set to do may
// come to nothing.
var leanings = wordSet("tend tends tended set")

// hangsOnUnreal reports whether a participle only goes with what the sentence says before
// of a plan: "she was to star in it, with Ann Lee directing".
func (r *reader) hangsOnUnreal(in *clause.Clause) bool {
	if !in.Ing || in.Subject == nil || in.Subject.Prep != "with" {
		return false
	}
	return slices.ContainsFunc(r.Clauses, func(before *clause.Clause) bool {
		return before.Group != nil && before.Group.First < in.Group.First && r.isUnreal(before)
	})
}

// isOfOther reports whether the object of a verb for a job is no title and points back to
// none, so that the title stands there only because the text speaks of it: "directed Emma
// Bell", "directs a cast of nine".
func (r *reader) isOfOther(c Claim, in *clause.Clause) bool {
	if c.Kind != Credit || r.class(in.Head) != english.Did || in.Passive || in.Participle || len(in.Objects) == 0 || c.Anchor == Named && isFront(c.Role) {
		return false
	}
	for _, role := range rolesOfItem(r.Items[in.Head]) {
		if isFront(role) {
			return false
		}
	}
	for _, o := range in.Objects {
		if _, points := r.workOf(o); points || len(o.Members) > 0 || o.Pronoun != "" || o.Quantity.Kind != clause.Some || r.isUnits(o) {
			return false
		}
	}
	return !slices.ContainsFunc(in.With, func(p *clause.Phrase) bool {
		return (p.Prep == "in" || p.Prep == "on" || p.Prep == "for") && r.titleIn(p) == c.Title
	})
}

// madeIn is what somebody did a job on in a clause: the subject of a passive, else the object.
func (r *reader) madeIn(in *clause.Clause) *clause.Phrase {
	if in.Passive {
		return in.Subject
	}
	return r.objectOf(in)
}

// isOneOfTwo reports whether what was made is one of two ("the former", "the second of
// them", "the one") and it is not certain that the claim's title is that one.
func (r *reader) isOneOfTwo(c Claim, in *clause.Clause) bool {
	if r.class(in.Head) != english.Did {
		return false
	}
	thing := r.madeIn(in)
	if thing == nil || r.titleIn(thing) != None {
		return false
	}
	if isOneOfPair(r.word(thing.Head)) {
		w, known := r.workOf(thing)
		return !known || w.title != c.Title
	}
	isOne := thing.Class == english.Ordinal && !r.isSeasonOrdinal(thing) || thing.Core().Class == english.Ordinal && thing.Of != nil && thing.Of.Pronoun != ""
	return isOne || r.word(thing.First) == "the" && thing.Last == thing.First+2 && (r.word(thing.Head) == "one" || r.word(thing.Head) == "other")
}

// tellers are verbs whose content a text holds to be so, or gives as what somebody says. Of
// what is doubted, forgotten or guessed at it is not known.
var tellers = wordSet("say says said saying tell tells told know knows knew known confirm confirms confirmed reveal reveals revealed announce announces announced note notes noted remember remembers remembered recall recalls recalled learn learned learnt find finds found point points pointed add adds added explain explains explained report reports reported write writes wrote insist insists insisted argue argues argued admit admits admitted stress stresses stressed show shows showed shown prove proves proved see sees saw discover discovered state states stated mention mentions mentioned remark remarks remarked observe observed mean means meant happen happens happened recount recounts claim claims claimed maintain maintains maintained believe believes believed joke joked boast boasted tweet tweeted")

// spanning stand before a season that a stretch of several begins or ends with.
var spanning = wordSet("by until till before since after through beyond past")

// isUpToSeason reports whether a sentence speaks of the seasons up to one or from one on, of
// which a frame has read that one alone: "only four women had directed it by season 5".
func (r *reader) isUpToSeason(c Claim) bool {
	if len(c.Seasons) == 0 || c.Kind == Date {
		return false
	}
	for i := range r.Items {
		if before := r.word(i - 1); r.class(i) == english.Season && (spanning[before] || before == "the" && spanning[r.word(i-2)] || before == "to" && r.word(i-2) == "up") {
			return true
		}
	}
	return false
}

// wholly are words for all of something; denied, they leave open how much of it.
var wholly = wordSet("entirely wholly exclusively solely only just merely completely mostly mainly largely predominantly purely altogether alone")

// isWholeDenied reports whether a figure is denied of the whole only, and its claim says
// something else: "not all of the directors were women", "was not directed entirely by women".
func (r *reader) isWholeDenied(c Claim) bool {
	if c.Kind != Every && c.Kind != Count && c.Kind != Share {
		return false
	}
	first, last := r.itemsWithin(c.Span)
	if !c.Negated {
		return first > 0 && r.class(first-1) == english.Word && denies(r.word(first-1))
	}
	return !c.Part.All && slices.ContainsFunc(r.Items[min(first, last):min(last+1, len(r.Items))], func(item english.Item) bool { return wholly[item.Lower] })
}

// isOddlyDenied reports whether something denied stands in or over a clause that its claim
// does not say, or the claim denies what only a part of the words does: "nobody could say
// that", "none of the films, Barbie included", "did not write it alone".
func (r *reader) isOddlyDenied(c Claim, in *clause.Clause) bool {
	if c.Kind != Credit && c.Kind != Every && c.Kind != Count {
		return false
	}
	if up := in.Parent; in.Kind == clause.Content && up != nil && up.Group != nil {
		none := up.Subject != nil && (up.Subject.Quantity.Kind == clause.None || up.Subject.Pronoun == "nobody")
		if up.Negated || none || r.word(up.Group.First) == "nobody" || !up.Be && !tellers[up.Word] {
			return true
		}
	}
	if in.Subject != nil && in.Subject.Quantity.Kind == clause.None && !c.Negated && c.Person != None {
		return true
	}
	if w := r.word(0); (w == "none" || w == "nobody" || w == "no") && !c.Negated && c.Person != None && r.Items[0].Start < c.Start {
		return true
	}
	not, but, limited := -1, -1, false
	who := -1
	for i, item := range r.Items {
		switch {
		case item.Start >= c.End && !(limits[r.word(i)] && i < in.Last+1):
		case denies(item.Lower) && r.class(i) == english.Word:
			if next := r.class(i + 1); r.word(i+1) != "only" && r.word(i+1) != "just" && i >= in.First-3 && !(c.Person != None && next == english.Person && r.Items[i+1].Name != c.Person) {
				not = i
			}
		case item.Lower == "but" && not >= 0:
			but = i
		case limits[item.Lower] && not >= 0:
			limited = true
		}
		if item.Class == english.Person && item.Name == c.Person && who < 0 {
			who = i
		}
	}
	switch {
	case not < 0:
		return false
	case but > not && who > but:
		return c.Negated
	case c.Person != None && !c.Negated:
		return who < 0 || but < 0
	}
	return c.Negated && c.Kind == Credit && limited
}

// futures are modal verbs of what is still to come. A title that is held has come out: what
// somebody will do for it may be said of another version.
var futures = wordSet("will shall 'll ’ll wo")

// isDeniedOfOther reports whether a claim is denied by a word that denies only what was said
// of somebody else: "It was not Bo Diaz but Ann Lee who directed it".
func (r *reader) isDeniedOfOther(c Claim) bool {
	if !c.Negated || c.Person == None {
		return false
	}
	other := false
	for i, item := range r.Items {
		isOwn := item.Class == english.Person && item.Name == c.Person
		switch {
		case denies(item.Lower) && item.Class == english.Word:
			other = r.class(i+1) == english.Person && r.Items[i+1].Name != c.Person
		case other && isOwn:
			for j := i - 1; j > i-4; j-- {
				if r.word(j) == "but" || r.word(j) == "," || r.word(j) == "rather" {
					return true
				}
			}
		}
	}
	return false
}

// isDeniedInPart reports whether a denied clause says more than who did what to which title,
// so that the rest alone may be denied: "did not direct it for money", "did not just direct
// it", "had not directed it until 2019".
func (r *reader) isDeniedInPart(c Claim, in *clause.Clause) bool {
	if c.Kind != Credit || !c.Negated || c.Person == None {
		return false
	}
	for i := in.First; i < in.Last && i < len(r.Items); i++ {
		if next := r.word(i + 1); denies(r.word(i)) && (limits[next] || next == "simply") {
			return true
		}
	}
	for _, p := range in.With {
		isOwn := len(r.Own(p, english.Person)) > 0 || p.Class == english.Season || p.Class == english.Episode || r.titleIn(p) == c.Title
		if !isOwn {
			return true
		}
	}
	return slices.ContainsFunc(r.Clauses, func(o *clause.Clause) bool {
		return o.Group != nil && o.Parent == in && o.Group.First > in.Group.First && o.Kind != clause.Relative && (o.Infinitive || o.Sub != "")
	})
}

// isOfPossession reports whether what was made is only something of a title's: "directed
// Harbour Watch's trailer".
func (r *reader) isOfPossession(c Claim, in *clause.Clause) bool {
	if r.class(in.Head) != english.Did {
		return false
	}
	thing := r.madeIn(in)
	if thing == nil || thing.Owner == nil || r.titleIn(thing.Owner) != c.Title || thing.Head < 0 || r.class(thing.Head) != english.Word {
		return false
	}
	w := r.word(thing.Head)
	return !seasonal[w] && !filmWords[w] && !ofWhole[w] && !strings.HasPrefix(w, "premi") && w != "finale" && w != "opener" && w != "script" && w != "screenplay" && w != "story" && w != "teleplay"
}

// isUnknownOnly reports whether "the only" is said of somebody whose name was not read as a
// person's: that there is one only does not make it them.
func (r *reader) isUnknownOnly(c Claim) bool {
	if c.Kind != Every || c.Person != None || c.Gender == "" || !c.HasValue || c.Value == 0 {
		return false
	}
	return slices.ContainsFunc(r.Clauses, func(in *clause.Clause) bool {
		s := in.Subject
		return in.Group != nil && in.Be && s != nil && s.Head >= 0 && s.Head < len(r.Items) && r.Items[s.Head].Start < c.Start && namesSomething(r.Sentence, s)
	})
}

// limits are words that a denial may be of alone.
var limits = wordSet("alone only until single-handedly just merely solely entirely unaided anymore again yet")

func denies(word string) bool {
	return word == "not" || word == "never" || word == "n't" || word == "neither" || word == "cannot" || strings.HasSuffix(word, "n't") || strings.HasSuffix(word, "n’t")
}

// isRivalled reports whether a title that a claim does not name itself was, since it was
// named, followed by the name of something, which may be the title of another work:
// "Chernobyl followed Sharp Objects. It was directed by", "After Roma he saw Tide".
func (r *reader) isRivalled(c Claim) bool {
	if c.Anchor >= Headed {
		return false
	}
	for s := r.at; s >= 0 && s >= r.at-nearby && r.text.Sentences[s].Paragraph == r.text.Sentences[r.at].Paragraph; s-- {
		read := r.text.read[s]
		for _, p := range read.Phrases {
			if p.Head >= p.First && read.Items[p.Head].Start < c.Start && !isWhere[p.Prep] && namesSomething(read, p) {
				return true
			}
		}
		if opensWithName(read, c) {
			return true
		}
		if slices.ContainsFunc(read.Items, func(i english.Item) bool { return i.Class == english.Title && i.Name == c.Title }) {
			break
		}
	}
	return false
}

// isWhere are the prepositions of a place, a time or a channel, whose name is no work's.
var isWhere = wordSet("in at on from across throughout during by via into until since")

// namesSomething reports whether a phrase has the name of what is neither a person nor a
// title that was read as one.
func namesSomething(r *clause.Sentence, p *clause.Phrase) bool {
	return slices.ContainsFunc(p.All(), func(m *clause.Phrase) bool {
		return m.Pronoun == "" && (m.Class == english.Name || m.Class == english.Word && m.Head >= 0 && strings.HasPrefix(r.Tags[m.Head], "NNP"))
	})
}

// opensWithName reports whether a sentence before a claim opens with a single word, and no
// pronoun, right before its verb, as one does that opens with a title of one word which the
// text does not set off: "Parasite beat Little Women".
func opensWithName(r *clause.Sentence, c Claim) bool {
	if len(r.Items) == 0 || r.Items[0].Start >= c.Start || r.Items[0].Class != english.Word {
		return false
	}
	if len(r.Items) > 3 && !slices.ContainsFunc(r.Clauses, func(in *clause.Clause) bool { return in.Group != nil }) {
		return true // its verb was not read, and what that is of
	}
	if tag := r.Tags[0]; tag != "JJ" && tag != "NN" && tag != "NNP" || notNames[r.Items[0].Lower] {
		return false
	}
	return slices.ContainsFunc(r.Clauses, func(in *clause.Clause) bool { return in.Group != nil && in.Group.First == 1 })
}

// notNames are nouns that open a sentence without an article.
var notNames = wordSet("nobody everybody somebody anybody everyone someone anyone nothing everything production filming shooting work photography postproduction that this another one much most")

// companyOf are the persons whom the sentence of a claim sets beside its title in other
// jobs, or with whom its clause says that it was done.
func (r *reader) companyOf(c Claim, in *clause.Clause) []int {
	var company []int
	add := func(person int) {
		if person != None && person != c.Person && !slices.Contains(company, person) {
			company = append(company, person)
		}
	}
	for _, other := range r.here {
		if other.Kind == Credit && other.Title == c.Title && other.Role != c.Role && !other.Negated {
			add(other.Person)
		}
	}
	if in == nil {
		return company
	}
	for _, p := range in.With {
		if p.Prep != "with" && p.Prep != "starring" {
			continue
		}
		for _, i := range r.Own(p, english.Person) {
			add(r.Items[i].Name)
		}
	}
	return company
}

// refersToNone reports whether a verb for a job has no object that could be its title.
func (r *reader) refersToNone(c Claim, in *clause.Clause) bool {
	if c.Kind != Credit || c.Anchor == Named || r.class(in.Head) != english.Did || in.Passive || in.Participle || isFront(c.Role) {
		return false
	}
	return r.objectOf(in) == nil
}

// namesAnother reports whether the words of a claim, with what an infinitive, a relative
// clause or "of" adds to them, name titles and not the one that it is about.
func (r *reader) namesAnother(c Claim) bool {
	first, last := len(r.Items), -1
	for i, item := range r.Items {
		if item.Start >= c.Start && item.End <= c.End {
			first, last = min(first, i), i+1
		}
	}
	for _, in := range r.Clauses {
		if in.Group != nil && (in.Infinitive || in.Kind == clause.Relative) && in.First == last {
			for _, o := range in.Objects {
				last = max(last, o.Last)
			}
		}
	}
	for _, p := range r.Phrases {
		for q := p; q != nil; q = q.Of {
			if q.Of != nil && q.First < last && q.Head < last && q.Of.First <= last+1 {
				last = max(last, q.Of.Last)
			}
		}
	}
	another := false
	for i := first; i < last; i++ {
		if r.class(i) != english.Title {
			continue
		}
		if r.Items[i].Name == c.Title {
			return false
		}
		another = true
	}
	return another
}

// isMeasuredBy reports whether a sentence names a claim's title only to say when something
// was or what it is like: "directed Tide the year after Harbour Watch", "unlike Harbour
// Watch".
func (r *reader) isMeasuredBy(c Claim) bool {
	if c.Kind != Credit {
		return false
	}
	measured := false
	for i, item := range r.Items {
		if item.Class != english.Title || item.Name != c.Title {
			continue
		}
		if i == 0 {
			return false
		}
		words := strings.Fields(strings.ToLower(r.text.Text[r.Items[i-1].Start:r.Items[i-1].End]))
		if len(words) == 0 || !measures[words[len(words)-1]] {
			return false
		}
		measured = true
	}
	return measured
}

// measures are the words between something and a title that it is set against.
var measures = wordSet("after before since unlike than despite following predating preceding alongside besides")

// isOfOrigin reports whether a person is only one of several who share more than a job:
// "Four Danish directors, Ann Lee the best known".
func (r *reader) isOfOrigin(c Claim) bool {
	if c.Kind != Credit || c.Person == None {
		return false
	}
	return slices.ContainsFunc(r.Phrases, func(p *clause.Phrase) bool {
		head := p.Head
		if head < 1 || head >= len(r.Items) || r.class(head) != english.Role || !r.Items[head].Many {
			return false
		}
		item, before := r.Items[head], r.Items[head-1]
		inside := item.Start >= c.Start && item.End <= c.End
		return inside && before.Class == english.Word && strings.HasPrefix(r.Tags[head-1], "JJ") && r.text.Text[before.Start] < 'a' && head > 1
	})
}

// ownersOf are the persons whose the text says a title is, in this sentence or another of
// its paragraph before: "Gillian Armstrong's Little Women" may be no film that is held.
func (r *reader) ownersOf(title int) []int { return slices.Clone(r.topics.owners[title]) }

// noteOwners keeps whose titles the sentence says they are.
func (t *topics) noteOwners(r *reader) {
	for i := 2; i < len(r.Items); i++ {
		own := r.word(i-1) == "'s" || r.word(i-1) == "’s" || r.word(i-1) == "'"
		if title := r.Items[i]; title.Class == english.Title && own && r.class(i-2) == english.Person && !slices.Contains(t.owners[title.Name], r.Items[i-2].Name) {
			t.owners[title.Name] = append(t.owners[title.Name], r.Items[i-2].Name)
		}
	}
}

// isOfAnotherYear reports whether the sentence, or where the title only carries on, those
// of its paragraph before, give a year in which the title was not there: another of its
// name may be meant.
func (r *reader) isOfAnotherYear(c Claim) bool {
	t := r.text.Found.Entities[c.Title].Title
	if t.Year == 0 {
		return false
	}
	first, last := t.Year-1, t.Year+1
	if y := t.Released.Year; y != 0 {
		first, last = min(first, y-1), max(last, y+1)
	}
	for s := r.at; s >= 0 && s >= r.at-2 && r.text.Sentences[s].Paragraph == r.text.Sentences[r.at].Paragraph; s-- {
		items := r.text.read[s].Items
		for i, item := range items {
			from, to := 0, 0
			switch {
			case item.Class == english.Year:
				from, to = item.Years[0], max(item.Years[0], item.Years[1])
			case item.Class == english.Date:
				from, to = item.Date.Year, item.Date.Year
			case item.Class == english.Word && i > 0:
				from, to = decade(item.Lower, items[i-1].Lower)
			}
			if from != 0 && (to < first || from > last && t.Kind == rolecall.Film) {
				return true
			}
		}
		if c.Anchor == Named {
			break
		}
	}
	return false
}

// decades are the words for the decades of a century.
var decades = strings.Fields("twenties thirties forties fifties sixties seventies eighties nineties")

// decade is the first and the last year of "the nineties", "the 1990s" or "late 90s"; "her
// sixties" is an age.
func decade(word, before string) (from, to int) {
	if before != "the" && before != "early" && before != "late" && before != "mid" {
		return 0, 0
	}
	if i := slices.Index(decades, word); i >= 0 {
		from = 1920 + 10*i
	} else if year, err := strconv.Atoi(strings.TrimSuffix(strings.TrimLeft(word, "'’"), "s")); err == nil && year%10 == 0 && strings.HasSuffix(word, "s") {
		switch {
		case year >= 1900 && year < 2100:
			from = year
		case year >= 20 && year < 100:
			from = 1900 + year
		}
	}
	if from == 0 {
		return 0, 0
	}
	return from, from + 9
}

// isElsewhere reports whether a showing was on a channel that is not known to have shown
// the title first: "on Sky Atlantic".
func (r *reader) isElsewhere(c Claim, in *clause.Clause) bool {
	if in == nil {
		return false
	}
	t := r.text.Found.Entities[c.Title].Title
	networks := strings.ToLower(strings.Join(t.Networks, " "))
	return slices.ContainsFunc(in.With, func(p *clause.Phrase) bool {
		if p.Prep != "on" && (p.Prep != "at" || t.Kind == rolecall.Film) || p.Class == english.Date || p.Class == english.Year || p.Head < p.First {
			return false
		}
		head := r.Items[p.Head]
		name := r.text.Text[head.Start:head.End]
		isName := head.Class == english.Person || head.Class == english.Name || head.Class == english.Word && strings.HasPrefix(r.Tags[p.Head], "NNP")
		return isName && !strings.Contains(networks, strings.ToLower(name)) && !strings.Contains(strings.ToLower(name), networks)
	})
}

// isPaired reports whether a clause gives several dates of several titles, so that it is not
// sure which belongs to which: "The one came out in 1985, the other in 1996".
func (r *reader) isPaired(c Claim, in *clause.Clause) bool {
	titles, dates := make(map[int]bool), 0
	for _, p := range r.Phrases {
		if p.In != in {
			continue
		}
		if title := r.titleIn(p); title != None {
			titles[title] = true
		}
		if p.Class == english.Date || p.Class == english.Year {
			dates++
		}
	}
	return len(titles) > 1 && dates > 1
}

// isOneOfMany reports whether "the only" is said of several, whose number it does not give:
// "the only women".
func (r *reader) isOneOfMany(c Claim) bool {
	if c.Kind != Every || c.Gender == "" || !c.HasValue || c.Value != 1 || c.item < 0 || r.word(c.item) != "only" {
		return false
	}
	for i := c.item + 1; i < len(r.Items) && i < c.item+4; i++ {
		if r.class(i) == english.Gender || r.class(i) == english.Role {
			return r.Items[i].Many
		}
	}
	return false
}

// isTheOnly reports whether a credit is said only in saying who was the only one: "Ann Lee
// was the only woman among its directors" is one claim. Its half that is true would stand
// beside a whole that is not.
func (r *reader) isTheOnly(c Claim) bool {
	return c.Kind == Credit && c.Person != None && slices.ContainsFunc(r.here, func(only Claim) bool {
		return only.Kind == Every && only.Gender != "" && only.HasValue && only.Value == 1 &&
			only.Person == c.Person && only.Title == c.Title && only.Role == c.Role && only.Start < c.End && c.Start < only.End
	})
}
