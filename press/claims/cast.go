package claims

import (
	"slices"
	"strings"

	"rolecall"
	"rolecall/press/clause"
	"rolecall/press/english"
)

// isPart reports whether a phrase may be whom somebody plays: "the mother", "Philip"; where
// the words around it say who plays whom, also "his daughter" and "a detective".
func (r *reader) isPart(p *clause.Phrase, casting bool) bool {
	if p.Prep != "" || p.Owner != nil && p.Pronoun == "" && len(r.Own(p.Owner, english.Person)) > 0 || p.Of != nil && r.Has(p.Of, english.Person) {
		return false
	}
	first, head := r.word(p.First), r.word(p.Head)
	switch {
	case p.Pronoun != "":
		return false
	case p.Class == english.Name:
		return true
	case head == "voice":
		return p.Of != nil
	case p.Class != english.Word || !parts[head] || first != "the" && !casting:
		return false
	}
	return !casting || determined[first]
}

// determined are the words that begin whom somebody plays.
var determined = wordSet("the a an his her their its another")

// parts are nouns for whom films tell of.
var parts = wordSet("mother mum mom father dad son daughter wife husband sister brother siblings sisters brothers widow widower detective inspector sergeant doctor nurse surgeon medic paramedic teacher professor headmaster headmistress tutor choirmaster lawyer barrister solicitor attorney grandmother grandfather grandparents villain villains villainess hero heroine antihero officer officers cop cops policeman policewoman constable sheriff deputy gangster mobster hitman smuggler pirate burglar robber crook thug bully priest nun monk vicar bishop pope rabbi king queen prince princess duke duchess earl countess emperor empress knight squire boss neighbour neighbor neighbours neighbors friend friends girlfriend boyfriend fiancé fiancée lover lovers ex killer murderer psychologist psychiatrist therapist soldier soldiers sailor pilot spy spies agent agents journalist reporter student pupil schoolgirl schoolboy teenager girl girls boy boys child children kid kids baby toddler orphan aunt uncle cousin nephew niece twin twins parents family narrator bride brides groom grooms landlady landlord captain skipper ferryman fisherman diver mariner mate lieutenant major colonel general admiral commander corporal judge thief thieves assassin witch wizard ghost vampire zombie monster demon devil angel robot android alien matriarch patriarch housekeeper maid governess nanny butler valet chauffeur chef cook baker butcher waitress waiter barman barmaid bartender farmer farmhand shepherd shepherdess hunter tracker poacher gamekeeper convict prisoner inmate warden guard jailer physicist scientist mathematician engineer chemist astronaut companion companions survivor survivors victim victims suspect suspects stranger drifter vagabond hermit servant slave peasant knave fool clown jester outlaw cowboy gunslinger bandit rebel rebels villagers coroner pathologist accountant clerk secretary typist postman milkman taxi-driver driver trucker mechanic plumber builder miner seamstress dressmaker laundress hairdresser prostitute pimp dealer addict drunk gambler swindler conman hustler eye sleuth copper sidekick confidant nemesis rival rivals stepmother stepfather stepson stepdaughter godfather godmother heir heiress selves self counterpart ")

// plays makes the claims that people play a part: "Christine Tremarco is the mother".
func (r *reader) plays(c *clause.Clause, people []person, part *clause.Phrase) {
	w, ok := r.workOf(part)
	if !ok || w.title == None {
		w = r.mergeWork(w, r.workNear(c))
	}
	w = r.finishWork(w)
	if w.title == None || c.Negated {
		return
	}
	d := deed{first: c.Group.First, last: c.Group.Last, work: w}
	for i, p := range people {
		if r.class(p.item) == english.Name {
			continue
		}
		claim := r.claimOf(Credit, w)
		claim.Person, claim.Role = p.entity, rolecall.Cast
		claim.Character = r.text.Text[r.Items[part.First].Start:r.Items[part.Last-1].End]
		r.spanPerson(&claim, d, p, i, len(people), 0, part)
		r.keep(claim)
	}
}

// playsOwn reads "Stellan Skarsgård's Luthen": the player of a character.
func (r *reader) playsOwn(p *clause.Phrase) {
	for _, i := range r.Own(p.Owner, english.Person) {
		w := r.workOfContext(p)
		if w.title == None {
			return
		}
		c := r.claimOf(Credit, w)
		c.Person, c.Role = r.Items[i].Name, rolecall.Cast
		c.Character = r.text.Text[r.Items[p.Head].Start:r.Items[p.Head].End]
		r.span(&c, i, p.Head+1)
		r.keep(c)
	}
}

// ensembles reads casts: "with Toby Jones", "Krysten Ritter as Jessica", "alongside".
func (r *reader) ensembles() {
	for _, p := range r.Phrases {
		switch {
		case r.isCompany(p):
			r.company(p)
		default:
			r.asParts(p)
		}
	}
}

// isCompany reports whether a phrase is the players after "with" or the like: right behind
// a title or at the beginning of a sentence.
func (r *reader) isCompany(p *clause.Phrase) bool {
	if len(r.Own(p, english.Person)) == 0 || r.Has(p, english.Role) && p.Class != english.Person {
		return false
	}
	if p.In != nil && p.In.Group != nil && (r.isCoDoer(p.In, p) || sharing[p.In.Word]) {
		return false
	}
	switch p.Prep {
	case "with":
		return r.comesWith(p)
	case "opposite", "alongside":
		return p.In == nil || p.In.Group == nil || r.class(p.In.Head) != english.Did || isFront(rolesOfItem(r.Items[p.In.Head])[0])
	}
	return false
}

// comesWith reports whether the people after "with" are what a title has to offer: right
// behind it, set off at the end of what is said of it, or alone as a sentence.
func (r *reader) comesWith(p *clause.Phrase) bool {
	c := p.In
	verbless := c == nil || c.Group == nil
	if p.First == 1 && r.word(0) == "with" || p.First == 2 && r.word(0) == "also" {
		return verbless || c.Group.Participle
	}
	if after := p.After; after != nil && (after.Class == english.Title || after.Class == english.Unit) {
		return verbless || !r.isDoneTo(c, after)
	}
	if w := r.word(p.First - 2); w != "," && w != "along" && w != "together" {
		return false
	}
	if p.After == nil && c != nil && r.besideTitle(p) {
		return true
	}
	if w := r.word(p.First - 2); !verbless && (w == "along" || w == "together") && r.class(c.Head) == english.Did {
		return isFront(rolesOfItem(r.Items[c.Head])[0])
	}
	next := r.word(p.Last)
	stars := !verbless && r.class(c.Head) == english.Did && rolesOfItem(r.Items[c.Head])[0] == Star && len(c.Objects) == 0 && len(r.people(c.Subject)) > 0
	return !verbless && (r.isOfTitle(c) || stars) && (next == "" || next == "." || next == "," || next == ";" || next == "as" || next == "in" && r.word(p.Last+1) == "support")
}

// isDoneTo reports whether somebody does something to a title that does not make it: "saw
// Grey Heron with".
func (r *reader) isDoneTo(c *clause.Clause, title *clause.Phrase) bool {
	making := r.class(c.Head) == english.Did || r.class(c.Head) == english.Show || c.Be || arriving[c.Word] || bringing[c.Word]
	return !making && !c.Passive && slices.Contains(c.Objects, title) && c.Subject != nil && (len(r.people(c.Subject)) > 0 || c.Subject.Pronoun != "")
}

// isOfTitle reports whether a clause says of a title that it came, was shown, or who is in
// it.
func (r *reader) isOfTitle(c *clause.Clause) bool {
	things := append([]*clause.Phrase{c.Subject}, c.Objects...)
	if !slices.ContainsFunc(things, func(p *clause.Phrase) bool { return p != nil && r.titleIn(p) != None }) {
		return false
	}
	return r.class(c.Head) == english.Show || r.class(c.Head) == english.Did && isFront(rolesOfItem(r.Items[c.Head])[0]) || comings[c.Word]
}

// comings are verbs of titles that follow each other.
var comings = wordSet("came comes followed follows")

// besideTitle reports whether a title stands right before ", with".
func (r *reader) besideTitle(p *clause.Phrase) bool {
	at := p.First - 3
	return r.class(at) == english.Title || r.word(at) == ")"
}

func (r *reader) company(p *clause.Phrase) {
	w := nowhere
	if p.After != nil {
		w, _ = r.workOf(p.After)
	}
	if w.title == None {
		w = r.mergeWork(w, r.workOfContext(p))
	}
	if w.title == None || p.In != nil && r.isUnreal(p.In) {
		return
	}
	role := rolecall.Cast
	for _, q := range r.Phrases {
		if q.Prep == "in" && q.First == p.Last+1 && r.isLead(q) {
			role = Star
		}
	}
	r.cast(p, r.finishWork(w), role)
}

// cast makes the claims that the people of a phrase are in a title.
func (r *reader) cast(p *clause.Phrase, w work, role rolecall.Role) {
	for i, who := range r.people(p) {
		c := r.claimOf(Credit, w)
		c.Person, c.Role, c.Character = who.entity, role, who.character
		first := who.item
		if i == 0 && p.Prep != "" && p.First > 0 {
			first = p.First - 1
		}
		r.span(&c, first, who.item+1)
		r.keep(c)
	}
}

// inWhich reads who does something in a title: "Blue Steel, in which Ann Dow falls for a
// cop", "In Salt Roads, Tim Roe is wooed".
func (r *reader) inWhich() {
	for _, c := range r.Clauses {
		if c.Group == nil || c.Negated || c.Subject == nil || c.Subject.Class != english.Person || r.isUnreal(c) || telling[c.Word] || sayers[c.Word] || r.class(c.Head) == english.Did || !r.isNow(c) {
			continue
		}
		title := c.Antecedent
		if c.Sub != "in which" {
			title = r.frontedTitle(c)
		}
		if title == nil || title.Class != english.Title {
			continue
		}
		w, _ := r.workOf(title)
		for _, who := range r.people(c.Subject) {
			if slices.Contains(makings, r.jobOf(who.entity)) {
				continue
			}
			claim := r.claimOf(Credit, r.finishWork(w))
			claim.Person, claim.Role, claim.Aside = who.entity, rolecall.Cast, true
			r.span(&claim, who.item, c.Group.Last)
			r.keep(claim)
		}
	}
}

// telling are verbs of those who make a film rather than are in it.
var telling = wordSet("tells tell explores explore examines looks revisits asks interviews imagines recalls shows uses puts lets draws follows traces finds takes turns makes gives brings captures mixes sets casts offers proves says be has have adapts documents chronicles charts returns remembers reunites pairs teams works goes does")

// isNow reports whether a clause is in the present, in which films are told.
func (r *reader) isNow(c *clause.Clause) bool {
	tag := r.Tags[c.Group.First]
	return (tag == "VBZ" || tag == "VBP") && !c.Perfect && c.Modal == ""
}

// frontedTitle is the title of "In Salt Roads, …" before a clause's subject, or nil.
func (r *reader) frontedTitle(c *clause.Clause) *clause.Phrase {
	p := r.Phrases[0]
	if c.Kind == clause.Main && p.Prep == "in" && p.First == 1 && (c.Subject.First == p.Last || c.Subject.First == p.Last+1 && r.word(p.Last) == ",") {
		return p
	}
	return nil
}

// asParts reads "Krysten Ritter as Jessica" wherever it stands.
func (r *reader) asParts(p *clause.Phrase) {
	for _, m := range p.All() {
		if m.As == nil || len(r.Own(m, english.Person)) == 0 || m.In != nil && r.isUnreal(m.In) {
			continue
		}
		roles := r.rolesOf(m.As)
		w := r.workOfContext(p)
		if w.title == None {
			continue
		}
		if len(roles) == 0 && !slices.Contains([]english.Class{english.Name, english.Person, english.Word, english.Title}, m.As.Class) {
			continue
		}
		if len(roles) == 0 {
			roles = []rolecall.Role{rolecall.Cast}
		}
		for _, i := range r.players(m) {
			for _, role := range roles {
				c := r.claimOf(Credit, w)
				c.Person, c.Role = r.Items[i].Name, role
				if role == rolecall.Cast {
					c.Character = r.character(m)
				}
				r.span(&c, i, m.As.Last)
				r.keep(c)
			}
		}
	}
}

// rolls reads names that stand alone behind a colon or as a sentence: a cast, or those who
// hold the job that was named before the colon.
func (r *reader) rolls() {
	if r.isLabelled() {
		return
	}
	for k, c := range r.Clauses {
		if c.Group != nil || c.Subject == nil || len(c.Objects) > 0 || len(r.Own(c.Subject, english.Person)) < 2 || c.Subject.First == 0 {
			continue
		}
		if r.word(c.Subject.First-1) != ":" && r.word(c.Subject.First-1) != "-" || k == 0 {
			continue
		}
		role, w := rolecall.Cast, nowhere
		for _, p := range r.Phrases {
			if p.First >= c.Subject.First {
				break
			}
			if p.Core().Class == english.Role && r.Items[p.Core().Head].Many {
				role = rolesOfItem(r.Items[p.Core().Head])[0]
			}
			if found, ok := r.workOf(p); ok && found.title != None {
				w = r.mergeWork(w, found)
			}
		}
		w = r.fill(w, c)
		if w.title != None && w.anchor > Carried {
			r.cast(c.Subject, w, role)
		}
	}
}

// ensembleNouns reads "the cast includes her", "Rounding out the ensemble are they", "Also in
// the cast: …".
func (r *reader) ensembleNouns() {
	for _, c := range r.Clauses {
		if c.Group == nil || r.isUnreal(c) || c.Negated || !c.Be && !including[c.Word] {
			continue
		}
		if !r.namesCast(c) {
			continue
		}
		who := c.Subject
		if len(c.Objects) > 0 {
			who = c.Objects[0]
		}
		if by := withPrep(c, "by"); by != nil && (c.Passive || c.Participle) {
			who = by
		}
		if len(c.Objects) > 0 && c.Subject != nil && heading[c.Word] && ensembled[r.word(c.Objects[0].Head)] {
			who = c.Subject
		}
		if who == nil || len(r.Own(who, english.Person)) == 0 {
			continue
		}
		if w := r.workNear(c); w.title != None {
			r.cast(who, w, rolecall.Cast)
		}
	}
}

var (
	including = wordSet("head heads lead leads top tops complete completes include includes included comprises comprise comprised features featured boasts boasted completed complete rounded round led headed join joins joined")
	// heading are verbs of those who stand first in a cast.
	heading   = wordSet("head heads headed lead leads led top tops topped complete completes completed")
	ensembled = wordSet("cast ensemble cast-list company line-up")
)

// namesCast reports whether a clause, or the participle before it, speaks of a cast.
func (r *reader) namesCast(c *clause.Clause) bool {
	for i := 0; i < c.Last && i < len(r.Items); i++ {
		if (ensembled[r.word(i)] || r.class(i) == english.Role && r.Items[i].Of[0] == string(rolecall.Cast) && r.word(i) == "cast") && r.breaks(i, c.Group.First) <= 1 {
			return true
		}
	}
	return false
}

// working are verbs of a trade: "worked as a nurse" is no part.
var working = wordSet("working serving living posing starting took takes take worked works work served serves trained began started born grew lived studied dressed described known")

// parted reads a part behind "as" or "in the role of", set off from its player: "David
// Morrissey, as a copper", "Ravi Kishan hogs the limelight as a cop".
func (r *reader) parted() {
	for _, p := range r.Phrases {
		part := p
		switch {
		case p.Prep == "as":
		case p.Prep == "in" && (r.word(p.Head) == "role" || r.word(p.Head) == "part") && p.Of != nil:
			part = p.Of
		case p.Prep == "in" && r.isLead(p):
		default:
			continue
		}
		star := p.Prep == "in" && r.isLead(p)
		if !star && part.Class != english.Name && !(part.Class == english.Word && (parts[r.word(part.Head)] || r.Tags[part.Head] == "NNP")) {
			continue
		}
		who := r.playerOf(p)
		if who == nil {
			continue
		}
		w := r.workOfContext(p)
		if w.title == None || p.In != nil && r.isUnreal(p.In) {
			continue
		}
		for _, one := range r.people(who) {
			c := r.claimOf(Credit, w)
			c.Person, c.Role = one.entity, rolecall.Cast
			if star {
				c.Role = Star
			} else {
				c.Character = r.text.Text[r.Items[part.First].Start:r.Items[part.Last-1].End]
			}
			r.span(&c, one.item, part.Last)
			r.keep(c)
		}
	}
}

// isLead reports whether a phrase is the leading part: "the lead", "the title role".
func (r *reader) isLead(p *clause.Phrase) bool {
	core := p.Core()
	if core.Head != core.Last-1 && core.Of == nil || core.Last < len(r.Tags) && strings.HasPrefix(r.Tags[core.Last], "NN") && r.class(core.Last) == english.Word {
		return false // "the lead duties"
	}
	return core.Class == english.Role && !r.Items[core.Head].Many && r.Items[core.Head].Of[0] == string(Star) && leadRoles[lastWord(r.text.Text[r.Items[core.Head].Start:r.Items[core.Head].End])]
}

// leadRoles end the names of parts rather than of people: "a star", "a heroine".
var leadRoles = wordSet("role lead part")

func lastWord(s string) string { return strings.ToLower(s[strings.LastIndexByte(s, ' ')+1:]) }

// playerOf is the person right before "as", a comma between them, right behind a part that
// begins the sentence, or the subject of the clause.
func (r *reader) playerOf(p *clause.Phrase) *clause.Phrase {
	for _, q := range r.Phrases {
		if q.Class != english.Person {
			continue
		}
		if q.Last == p.First-2 && r.word(p.First-2) == "," || q.Last == p.First-1 && p.Prep == "in" && q.Prep == "with" {
			return q
		}
		fronted := r.word(p.First-2) == "" || r.word(p.First-2) == "," || r.word(p.First-2) == "and"
		if fronted && p.Of == nil && p.Prep == "as" && (q.First == p.Last || q.First == p.Last+1 && r.word(p.Last) == ",") && (p.Class == english.Name || r.word(p.First) == "the") {
			return q
		}
	}
	c := p.In
	if c == nil || c.Group == nil || c.Subject == nil || p.Of != nil && p.First < c.Group.First || len(r.people(c.Subject)) == 0 || working[c.Word] || sayers[c.Word] || r.class(c.Head) == english.Did && !isFront(rolesOfItem(r.Items[c.Head])[0]) {
		return nil
	}
	return c.Subject
}

// casts reports whether this sentence, or the one before, has said who plays somebody.
func (r *reader) casts() bool {
	isCast := func(c Claim) bool { return c.Kind == Credit && isFront(c.Role) }
	if slices.ContainsFunc(r.here, isCast) {
		return true
	}
	for i := len(r.claims) - 1; i >= 0 && r.claims[i].Sentence >= r.at-1; i-- {
		if isCast(r.claims[i]) {
			return true
		}
	}
	return false
}

// rolledOn reads the players and parts behind a verb that is said once: "Lesley Manville
// played a widow, Lorraine Ashbourne a detective", "Tim Roe is the master, Ann Dow his
// daughter".
func (r *reader) rolledOn() {
	for _, c := range r.Clauses {
		if c.Group == nil || c.Negated || r.isUnreal(c) || c.Passive || c.Participle || c.Subject == nil || len(r.people(c.Subject)) == 0 {
			continue
		}
		acts := r.class(c.Head) == english.Did && isFront(rolesOfItem(r.Items[c.Head])[0])
		if acts || c.Be && slices.ContainsFunc(r.here, func(o Claim) bool { return isFront(o.Role) && o.Overlaps(r.stretch(c)) }) {
			r.rollOn(c)
		}
	}
}

// stretch is the place of a clause in the text.
func (r *reader) stretch(c *clause.Clause) english.Span {
	return english.Span{Start: r.Items[c.First].Start, End: r.Items[max(c.First, c.Last-1)].End}
}

// rollOn reads the pairs of a player and a part behind the verb of a clause, up to the next
// verb.
func (r *reader) rollOn(c *clause.Clause) {
	end := len(r.Items)
	for _, o := range r.Clauses {
		if o.Group != nil && o.Kind == clause.Main && o.Group.First > c.Group.Last {
			end = min(end, o.Group.First)
		}
	}
	for _, p := range r.Phrases {
		all := p.All()
		who := all[len(all)-1]
		if p.First < c.Group.Last || p.Last > end || who.Class != english.Person || !pairing[r.word(p.First-1)] && p.Prep != "of" {
			continue
		}
		last := r.partAfter(who, end)
		if last < 0 {
			continue
		}
		if w := r.workNear(c); w.title != None {
			r.credits(r.people(who), w, rolecall.Cast, last)
		}
	}
}

// pairing are the signs and words before the next player.
var pairing = wordSet(", ; and but while whereas")

// partAfter is the place after the part that stands right behind a player, or behind an aside
// of theirs; -1 where none does.
func (r *reader) partAfter(who *clause.Phrase, end int) int {
	if r.word(who.Last) == "that" && r.word(who.Last+1) == "of" && who.Last+2 < end {
		return who.Last + 3
	}
	for _, q := range r.Phrases {
		if q.First < who.Last || q.Last > end || q.Prep != "" || !determined[r.word(q.First)] || q.Class != english.Word && q.Class != english.Person && q.Class != english.Name && q.Class != english.Gender {
			continue
		}
		aside := r.word(who.Last) == "," && r.word(q.First-1) == "," && q.First-who.Last <= longestAside && q.First-1 > who.Last && ofAnother[r.word(q.First)]
		if q.First == who.Last || aside {
			return q.Last
		}
	}
	return -1
}

// longestAside bounds what may stand between a player and the part, in items.
const longestAside = 10

// ofAnother begin parts that are another's kin.
var ofAnother = wordSet("his her their")
