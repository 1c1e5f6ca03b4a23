package claims

import (
	"slices"

	"rolecall"
	"rolecall/press/clause"
	"rolecall/press/english"
	"rolecall/press/mention"
)

// brackets reads what stands in brackets: "Jessica (Krysten Ritter)", "(Nicolas Roeg,
// 1973)", "Titane (2021)", "Orla Cookson (House of Ash)".
func (r *reader) brackets() {
	for _, p := range r.Phrases {
		for _, m := range p.All() {
			if m.Bracket != nil {
				r.bracket(m)
			}
			if m.As != nil && m.As.Bracket != nil {
				r.bracket(m.As)
			}
			if m.Of != nil && m.Of.Bracket != nil {
				r.bracket(m.Of)
			}
		}
	}
	if r.word(0) == "(" && len(r.Items) > 2 {
		r.leadingBracket()
	}
}

// content is what a bracket holds.
type content struct {
	people, titles, years, jobs []int
	starring                    bool
	// job is what an abbreviation says that the people are.
	job rolecall.Role
}

// bracketJobs are the abbreviations of jobs that credits in brackets use: "(dir. Kasi
// Lemmons, 1997)".
var bracketJobs = map[string]rolecall.Role{
	"dir": rolecall.Director, "dirs": rolecall.Director, "wr": rolecall.Writer, "scr": rolecall.Writer, "prod": rolecall.Producer, "ed": rolecall.Editor,
}

func (r *reader) contentOf(first, last int) content {
	var c content
	for i := first; i < last && i < len(r.Items); i++ {
		switch r.Items[i].Class {
		case english.Person:
			c.people = append(c.people, i)
		case english.Title:
			c.titles = append(c.titles, i)
		case english.Year:
			c.years = append(c.years, i)
		case english.Role, english.Did, english.Product:
			c.jobs = append(c.jobs, i)
		}
		if w := r.word(i); bracketJobs[w] != "" && r.class(i) == english.Word {
			c.job = bracketJobs[w]
		}
		if w := r.word(i); w == "with" || w == "starring" || w == "featuring" {
			c.starring = true
		}
	}
	return c
}

func (r *reader) bracket(p *clause.Phrase) {
	c := r.contentOf(p.Bracket.First, p.Bracket.Last)
	switch p.Class {
	case english.Title:
		r.titleBracket(p, c)
	case english.Person:
		r.personBracket(p, c)
	case english.Name, english.Word, english.Role:
		if p.Class == english.Role && r.Items[p.Head].Many && len(c.people) > 0 && len(c.titles) == 0 && r.isRoll(p.Bracket) {
			r.holdersIn(p, c)
			return
		}
		if len(c.people) == 1 && len(c.years) == 0 && p.Bracket.Last-p.Bracket.First <= 4 && (r.isCapital(p) || parts[r.word(p.Head)]) {
			r.playedIn(p, c)
		}
	}
}

func (r *reader) isCapital(p *clause.Phrase) bool {
	return p.Class == english.Name || r.text.Text[r.Items[p.Head].Start] >= 'A' && r.text.Text[r.Items[p.Head].Start] <= 'Z'
}

// titleBracket reads the year and the makers in brackets behind a title.
func (r *reader) titleBracket(p *clause.Phrase, c content) {
	w, _ := r.workOf(p)
	w.anchor = Named
	r.makersIn(w, c)
	for _, i := range c.years {
		if !sinceWhen[r.word(i-1)] {
			r.yearIn(w, p, i)
		}
	}
}

// sinceWhen stand before the year of something else: "(her first film since 2007)".
var sinceWhen = wordSet("since until till before after by")

// makersIn makes credits of the people in brackets: with the job that stands beside them,
// else as director.
func (r *reader) makersIn(w work, c content) {
	role := rolecall.Director
	if c.starring {
		role = rolecall.Cast
	}
	switch {
	case c.job != "":
		role = c.job
	case len(c.jobs) > 0:
		role = rolecall.Role(r.Items[c.jobs[0]].Of[0])
	}
	bare := c.job == "" && len(c.jobs) == 0 && !c.starring && len(c.years) == 0
	for _, i := range c.people {
		if bare && !r.isCertain(r.Items[i].Name) {
			continue // "My King (Mon Roi)"
		}
		claim := r.claimOf(Credit, w)
		claim.Person, claim.Role = r.Items[i].Name, role
		r.span(&claim, i, i+1)
		r.keep(claim)
	}
}

// isCertain reports whether a name is surely a person's: the catalog holds it, or it begins
// with a given name.
func (r *reader) isCertain(person int) bool {
	e := r.text.Found.Entities[person]
	return e.ID != "" || e.Among > 0 || mention.IsPersonal(e.Name)
}

// yearIn makes the claim that a title was first shown in the year in brackets.
func (r *reader) yearIn(w work, p *clause.Phrase, i int) {
	claim := r.claimOf(Date, w)
	claim.Seasons, claim.Part, claim.Naming = nil, Part{}, true
	claim.Year, claim.YearTo = r.Items[i].Years[0], r.Items[i].Years[0]
	claim.Day = english.Day{Year: r.Items[i].Years[0]}
	claim.item = i
	first := i
	if p != nil {
		first = p.Head
		if i < p.Head { // "the 1994 film": the year says which is meant
			claim.Doubts = append(claim.Doubts, ManyTitles)
		}
	}
	r.span(&claim, min(first, i), i+1)
	r.keep(claim)
}

// personBracket reads the titles in brackets behind a person: with the job that the text
// gives them.
func (r *reader) personBracket(p *clause.Phrase, c content) {
	if len(c.titles) == 0 {
		return
	}
	for _, who := range r.Own(p, english.Person) {
		entity := r.Items[who].Name
		role := r.jobOf(entity)
		if role == Other && r.speaksOfCast(p.Bracket) {
			role = rolecall.Cast
		}
		for _, i := range c.titles {
			claim := r.claimOf(Credit, work{title: r.Items[i].Name, anchor: Named, item: i})
			claim.Person, claim.Role = entity, role
			r.span(&claim, who, i+1)
			r.keep(claim)
		}
	}
}

// speaksOfCast reports whether the sentence says of people that they are in something:
// "have joined", "stars", "the cast"; what the bracket itself says does not count.
func (r *reader) speaksOfCast(but *clause.Bracket) bool {
	outside := append(slices.Clone(r.Items[:but.First]), r.Items[but.Last:]...)
	return slices.ContainsFunc(outside, func(item english.Item) bool {
		return ensembled[item.Lower] || joining[item.Lower] || item.Class == english.Did && isFront(rolesOfItem(item)[0])
	})
}

// joining are verbs of players who come to a cast.
var joining = wordSet("join joins joined cast recurs recur boards boarded reprises reprise")

// jobOf is the job that the text has given a person, in this sentence or before; Other
// where it has given none.
func (r *reader) jobOf(entity int) rolecall.Role {
	for _, c := range r.here {
		if c.Person == entity && c.Kind == Credit && c.Role != Other {
			return c.Role
		}
	}
	if role := r.topics.job[entity]; role != "" {
		return role
	}
	return Other
}

// playedIn reads the player in brackets behind a character.
func (r *reader) playedIn(p *clause.Phrase, c content) {
	w := r.workOfContext(p)
	if w.title == None {
		return
	}
	claim := r.claimOf(Credit, w)
	claim.Person, claim.Role = r.Items[c.people[0]].Name, rolecall.Cast
	claim.Character = r.text.Text[r.Items[p.Head].Start:r.Items[p.Head].End]
	r.span(&claim, p.Head, c.people[0]+1)
	r.keep(claim)
}

// isRoll reports whether a bracket holds names only.
func (r *reader) isRoll(b *clause.Bracket) bool {
	for i := b.First; i < b.Last; i++ {
		if r.class(i) != english.Person && !pairing[r.word(i)] {
			return false
		}
	}
	return true
}

// holdersIn reads who holds a job in brackets behind it: "two cinematographers (A; B)".
func (r *reader) holdersIn(p *clause.Phrase, c content) {
	w, ok := r.workOf(p)
	if !ok || w.title == None {
		w = r.mergeWork(w, r.workOfContext(p))
	}
	if w.title == None || p.In != nil && r.isUnreal(p.In) {
		return
	}
	for _, i := range c.people {
		r.credits([]person{{entity: r.Items[i].Name, item: i}}, r.finishWork(w), rolesOfItem(r.Items[p.Head])[0], i+1)
	}
}

// leadingBracket reads "(Nicolas Roeg, 1973)" at the beginning of a line under its title.
func (r *reader) leadingBracket() {
	end := 1
	for end < len(r.Items) && r.word(end) != ")" {
		end++
	}
	title, anchor := r.topics.before(r)
	if title == None || end > 12 {
		return
	}
	c := r.contentOf(1, end)
	w := work{title: title, anchor: anchor, item: -1}
	if len(c.years) > 0 {
		r.makersIn(w, c)
		r.yearIn(w, nil, c.years[0])
	}
}
