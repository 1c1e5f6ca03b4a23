package claims

import (
	"slices"

	"rolecall"
	"rolecall/press/english"
)

// memory is what the sentences so far are about.
type memory struct {
	// weight is how much each title is spoken of, fading from sentence to sentence.
	weight map[int]float64
	// season is the season last named, of which title, and where.
	season      []int
	seasonTitle int
	seasonAt    int
	// newest is the highest season named so far of each title: "the new season".
	highest map[int]int
	// subject is the person whom "she" means.
	subject int
	// role and gender are those of the last figure; figureAt its sentence, figureTitle
	// its title.
	role        rolecall.Role
	gender      rolecall.Gender
	figureAt    int
	figureTitle int
	figureKind  Kind
	of          float64
	// spoken and spokenAt are the gender last named and its sentence.
	spoken   rolecall.Gender
	spokenAt int
	// jobsAt is the last sentence that spoke of jobs on films in general.
	jobsAt int
	// manyAt is the last sentence that spoke of films or series in the plural.
	manyAt int
}

// The weights of titles: what a whole text's mentions count before it is read, what a
// mention adds, and what is left of it after each sentence.
const (
	beforehand = 0.25
	perMention = 1.0
	fading     = 0.72
)

func newMemory(text Text) memory {
	m := memory{weight: make(map[int]float64), highest: make(map[int]int), subject: None, seasonTitle: None, figureTitle: None, figureAt: -9, seasonAt: -9, spokenAt: -9, jobsAt: -9, manyAt: -9}
	for _, mention := range text.Found.Mentions {
		if mention.Class == english.Title {
			m.weight[mention.Entity] += beforehand
		}
	}
	return m
}

// floor is what a title's weight does not fade below.
func (m *memory) enter(r *reader) {
	for entity, w := range m.weight {
		if w > perMention {
			m.weight[entity] = max(perMention, w*fading)
		}
	}
	for _, item := range r.items {
		if item.Class == english.Title {
			m.weight[item.Name] += perMention
		}
	}
}

// topic is the title most spoken of, or None.
func (m *memory) topic() int {
	best, most := None, 0.0
	for entity, w := range m.weight {
		if w > most || w == most && (best == None || entity < best) {
			best, most = entity, w
		}
	}
	return best
}

// seasons reads which seasons an item means: by number, or "the new season" as the
// one after the highest named.
func (m *memory) seasons(item english.Item) []int {
	if len(item.Seasons) > 0 {
		return item.Seasons
	}
	switch item.Relative {
	case "same", "new":
		if len(m.season) == 1 {
			return m.season
		}
	}
	return nil
}

// seasonsHere are the seasons that the sentence names, else those named last.
func (m *memory) seasonsHere(r *reader) []int {
	for _, item := range r.items {
		if item.Class == english.Season && len(item.Seasons) > 0 {
			return item.Seasons
		}
	}
	return m.season
}

// leave notes what a sentence was about.
func (m *memory) leave(r *reader) {
	m.noteSubject(r.items)
	if r.speaksOfJobs() {
		m.jobsAt = r.at
	}
	for i, item := range r.items {
		switch item.Class {
		case english.Gender:
			m.spoken, m.spokenAt = rolecall.Gender(item.Of[0]), r.at
		case english.Season:
			m.noteSeason(r, i, item)
		case english.Unit:
			if item.Many && (item.Of[0] == "film" || item.Of[0] == "series") {
				m.manyAt = r.at
			}
		}
	}
	for _, c := range r.here {
		switch c.Kind {
		case Every, Count, Share, Compare:
			if c.Role != "" {
				m.role = c.Role
			}
			m.gender, m.figureAt, m.figureTitle, m.figureKind = c.Gender, r.at, c.Title, c.Kind
			if c.Kind == Count && c.Gender == "" {
				m.of = c.Value
			}
		}
	}
}

// governs are the words after which a name is no sentence's subject: "shot by Ana
// Quiroga", "it stars Ximena Ruiz".
var governs = wordSet("by with from of as for to stars starring features and like than")

// isReference reports whether a word points back to a person: "she", "his".
func isReference(word string) bool {
	return isPronoun(word) || word == "her" || word == "his" || word == "him"
}

// noteSubject notes who a sentence is about, for the "she" of the next: a person at its
// beginning; else whoever was, if it points back ("her rivals were …"); else the
// person it names last.
func (m *memory) noteSubject(items []english.Item) {
	last := None
	for i, item := range items {
		if isReference(item.Lower) && last == None {
			return
		}
		if item.Class != english.Person {
			continue
		}
		if i < 8 && last == None && (i == 0 || !governs[items[i-1].Lower]) {
			m.subject = item.Name
			return
		}
		last = item.Name
	}
	refers := slices.ContainsFunc(items, func(i english.Item) bool { return isReference(i.Lower) })
	if last != None && (!refers || m.subject == None) {
		m.subject = last
	}
}

func (m *memory) noteSeason(r *reader, i int, item english.Item) {
	title := r.titleNear(i)
	if len(item.Seasons) > 0 {
		m.season, m.seasonTitle, m.seasonAt = item.Seasons, title, r.at
		m.highest[title] = max(m.highest[title], slices.Max(item.Seasons))
	}
}

// pronoun is whom "she" or "he" at an item stands for, or None: the first person of
// the sentence before it, else the subject of the sentences before.
func (m *memory) pronoun(r *reader, at int) int {
	for i := 0; i < at; i++ {
		if r.items[i].Class == english.Person && i+1 < at && r.items[i+1].Lower != "'s" {
			return r.items[i].Name
		}
	}
	return m.subject
}
