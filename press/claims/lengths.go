package claims

import (
	"slices"
	"strings"

	"rolecall/press/clause"
	"rolecall/press/english"
)

// lengths reads how many episodes there are: "the 13-episode run", "has five episodes", "a
// four-part series", "ran to eight", "cuts the run to ten".
func (r *reader) lengths() {
	for i, item := range r.Items {
		if item.Class != english.Number || item.Vague != "" || item.Value != float64(int(item.Value)) || r.taken(i) || r.isOfAll(i) {
			continue
		}
		k := i + 1
		for k < len(r.Items) && k < i+3 && (r.class(k) == english.Word || r.class(k) == english.Ignore) && lengthening[r.word(k)] {
			k++
		}
		if r.class(k) != english.Unit || r.Items[k].Of[0] != "episode" || !lengthUnits[r.word(k)] {
			r.bareLength(i)
			continue
		}
		r.length(i, k)
	}
}

var (
	// lengthening are words that may stand between a number and its episodes.
	lengthening = wordSet("half-hour short long hour hour-long minute new standalone tense brisk more thrilling weekly existing")
	lengthUnits = wordSet("episode episodes part parts parter hour hours chapter chapters instalment instalments installment installments half-hours half-hour eps")
)

// isOfAll reports whether a number says how many all are of whom the sentence has told
// something: "all 13 episodes were directed by women".
func (r *reader) isOfAll(i int) bool {
	item := r.Items[i]
	return slices.ContainsFunc(r.here, func(c Claim) bool {
		return c.Kind == Every && c.HasValue && c.Value == item.Value && c.Start <= item.Start && item.End <= c.End
	})
}

func (r *reader) length(i, k int) {
	c := r.clauseAt(i)
	if c != nil && (r.isUnreal(c) && (r.word(i-1) != "all" || r.text.Sentences[r.at].Question) || r.isUnitsOf(i, c)) {
		return
	}
	if !r.joined(k) && (!r.isWhole(i) || r.isSome(i, k, c)) {
		return
	}
	r.lengthOf(i, k+1, c)
}

// lengthOf makes the claim that a title has so many episodes.
func (r *reader) lengthOf(i, last int, c *clause.Clause) {
	w := nowhere
	p := r.phraseOf(i)
	if p != nil {
		w, _ = r.workOf(p)
		if w.title == None {
			w = r.mergeWork(w, r.besideLength(p))
		}
	}
	if w.title == None && c != nil {
		w = r.mergeWork(w, r.workNear(c))
	}
	w = r.fill(w, c)
	if w.title == None {
		return
	}
	if len(w.seasons) == 0 && r.isComing(i) {
		w.seasons, w.unclear = r.topics.season[w.title], false
	}
	claim := r.claimOf(Episodes, w)
	claim.Part = Part{}
	claim.Value, claim.HasValue, claim.item, claim.Bound = r.Items[i].Value, true, i, r.Items[i].Approx
	claim.Unit = "episode"
	if c != nil && c.Group != nil {
		claim.Negated = r.word(i-1) == "not"
	}
	if r.joined(last-1) && (r.class(last) == english.Unit || r.class(last) == english.Season || lengthened[r.word(last)]) {
		last++
	}
	r.span(&claim, i, last)
	r.keep(claim)
}

// besideLength is the title that a number of episodes explains: "Season two, seven in
// Sicily", "The first series of Sherwood, six parts".
func (r *reader) besideLength(p *clause.Phrase) work {
	if p.After != nil && slices.Contains(p.After.Apposed, p) {
		w, _ := r.workOf(p.After)
		return w
	}
	return nowhere
}

var (
	// definite are the words before a number of episodes that mean the whole of them.
	definite = wordSet("the its all these those 's")
	// stoppers are verbs by which a series ends for good.
	stoppers = wordSet("cancelled canceled axed ended ends dropped pulled stopped finished closed scrapped")
)

// isSome reports whether a number of episodes is of some of them only, or of something else:
// "she is in three episodes", "two episodes of it were cut", "gave up after two episodes",
// "needs two episodes to get going", "twelve parts of the city".
func (r *reader) isSome(i, k int, c *clause.Clause) bool {
	if definite[r.word(i-1)] {
		return false
	}
	if r.word(k+1) == "of" && r.class(k) == english.Unit {
		of := r.phraseAt(k + 2)
		if of == nil {
			return true
		}
		if w, ok := r.workOf(of); !ok || w.title == None && len(w.seasons) == 0 {
			return r.word(k+2) != "it"
		}
		if c != nil && c.Group != nil && i <= c.Group.First && !r.isExistential(c) {
			return true
		}
	}
	if c == nil || c.Group == nil {
		return false
	}
	if s := c.Subject; s != nil && !c.Passive && (s.Class == english.Person || nominative[s.Pronoun] && s.Pronoun != "who" && s.Pronoun != "they") && i > c.Group.First {
		return true
	}
	if r.word(i-1) == "after" && !stoppers[c.Word] {
		return true
	}
	return r.word(k+1) == "to" && (strings.HasPrefix(c.Word, "need") || strings.HasPrefix(c.Word, "take") || c.Word == "took")
}

// isExistential reports whether a clause says that there is something.
func (r *reader) isExistential(c *clause.Clause) bool {
	return c.Be && r.word(c.Group.First-1) == "there"
}

// phraseAt is the phrase, on its own or within another, that begins at an item, or nil.
func (r *reader) phraseAt(at int) *clause.Phrase {
	for _, p := range r.Phrases {
		for q := p; q != nil; q = q.Of {
			for _, m := range q.All() {
				if m.First == at {
					return m
				}
			}
		}
	}
	return nil
}

// isUnitsOf reports whether the episodes of a number are those that somebody made, or a
// time that passes: "wrote for twelve hours".
func (r *reader) isUnitsOf(i int, c *clause.Clause) bool {
	p := r.phraseOf(i)
	return p != nil && p.Prep == "for" && (r.word(p.Head) == "hours" || r.word(p.Head) == "hour") && !c.Be
}

// runners are verbs of extent: "runs to eight", "stopped at 50", "needed 92".
var runners = wordSet("ran run runs spans spanned stretches stretched comprises comprised consists consisted cuts cut trims trimmed extends extended grew grows shrank shrinks stopped stops totals totalled ended ends amounts lasted lasts needed needs expanded expands")

// bareLength reads a number that is of episodes without the word: "ran to eight" where the
// sentence or the one before counts episodes, or the verb can mean nothing else.
func (r *reader) bareLength(i int) {
	c, p := r.clauseAt(i), r.phraseOf(i)
	if c == nil || p == nil {
		return
	}
	if r.isOneOfEpisodes(i) || r.isNextSeason(i) {
		r.lengthOfSeason(i, c)
		return
	}
	if before := r.seasonBefore(p); before && r.speaksOfEpisodes() && !r.isUnreal(c) && r.class(i+1) == english.Word {
		r.lengthOf(i, i+1, c)
		return
	}
	if c.Group == nil || p.Class != english.Number || p.Of != nil || r.isUnreal(c) || r.Items[i].Value < 2 || r.Items[i].Value > 400 {
		return
	}
	if p.Prep == "after" && stoppers[c.Word] && r.speaksOfEpisodes() && c.Subject != nil && c.Subject.Class != english.Person {
		r.lengthOf(i, i+1, c)
		return
	}
	if !runners[c.Word] || !r.speaksOfEpisodes() && !r.cutsRun(c) || p.Prep != "to" && p.Prep != "at" && p.Prep != "over" && !slices.Contains(c.Objects, p) {
		return
	}
	if c.Subject == nil || c.Subject.Class == english.Person && !r.cutsRun(c) {
		return
	}
	r.lengthOf(i, i+1, c)
}

// isOneOfEpisodes reports whether a number is the length of "one": "This one's nine".
func (r *reader) isOneOfEpisodes(i int) bool {
	is := r.word(i-1) == "'s" || r.word(i-1) == "is" || r.word(i-1) == "has"
	return is && r.word(i-2) == "one" && r.endsAt(i+1) && r.speaksOfEpisodes()
}

// isNextSeason reports whether a number is that of the episodes of a season behind another's:
// "season one had ten episodes, the second eight".
func (r *reader) isNextSeason(i int) bool {
	return r.class(i-1) == english.Ordinal && r.word(i-2) == "the" && r.endsAt(i+1) &&
		slices.ContainsFunc(r.here, func(c Claim) bool { return c.Kind == Episodes && len(c.Seasons) > 0 })
}

// endsAt reports whether what is said ends at an item: a sign, a joining word or nothing.
func (r *reader) endsAt(i int) bool {
	w := r.word(i)
	return i >= len(r.Items) || w == "." || w == "," || w == ";" || w == "and" || w == "but"
}

// lengthOfSeason makes the claim of the number of episodes of a season that only an ordinal, or
// nothing, names.
func (r *reader) lengthOfSeason(i int, c *clause.Clause) {
	w := r.fill(nowhere, c)
	for k := i - 1; k >= max(0, i-4); k-- {
		if r.class(k) == english.Ordinal {
			w.seasons, w.unclear = []int{int(r.Items[k].Value)}, false
		}
	}
	if w.title == None {
		return
	}
	claim := r.claimOf(Episodes, w)
	claim.Part, claim.Unit = Part{}, "episode"
	claim.Value, claim.HasValue, claim.item = r.Items[i].Value, true, i
	r.span(&claim, i-1, i+1)
	r.keep(claim)
}

// cutsRun reports whether a clause changes the length of a series: "cuts the run to ten".
func (r *reader) cutsRun(c *clause.Clause) bool {
	return slices.ContainsFunc(c.Objects, func(o *clause.Phrase) bool {
		w := r.word(o.Head)
		return o.Class == english.Season || w == "run" || w == "order" || w == "season"
	})
}

// seasonBefore reports whether a number stands behind a season and a comma: "Season two,
// seven in Sicily".
func (r *reader) seasonBefore(p *clause.Phrase) bool {
	if p.Class != english.Number || p.Prep != "" || r.word(p.First-1) != "," || p.Last != p.First+1 {
		return false
	}
	if p.After != nil && p.After.Class == english.Season {
		return true
	}
	return r.class(p.First-2) == english.Season
}

// speaksOfEpisodes reports whether this sentence or one of the two before counts episodes.
func (r *reader) speaksOfEpisodes() bool {
	for s := max(0, r.at-2); s <= r.at; s++ {
		for _, item := range r.text.read[s].Items {
			if item.Class == english.Unit && item.Of[0] == "episode" && lengthUnits[item.Lower] || item.Class == english.Episode {
				return true
			}
		}
	}
	return false
}

// holders are words before a number of episodes that make it the whole number.
var holders = wordSet("has have had of with in to for comprises comprise comprising spans spanning runs ran over its across all consists its the those these , ( : - are is were was contains after needs needed stretches stretched lasts lasted s")

// isWhole reports whether a number of episodes that stands alone is that of a whole: nobody
// did so many of them.
func (r *reader) isWhole(i int) bool {
	before := r.word(i - 1)
	for b := i - 1; b >= 0 && r.Items[b].Class == english.Word && (before == "only" || before == "just" || before == "about" || before == "some" || before == "than" || before == "more" || before == "then"); b-- {
		before = r.word(b - 1)
	}
	if i == 0 || before == "" {
		return true
	}
	if !holders[before] && before != "'s" {
		return false
	}
	if c := r.clauseAt(i); c != nil && c.Group != nil && r.class(c.Head) == english.Did && !runners[c.Word] && !(c.Word == "made" && r.word(c.Group.Last) == "up") {
		return before == "the" || before == "its" || before == "all"
	}
	return true
}

// lengthened are nouns for what has so many episodes: "the 13-episode run".
var lengthened = wordSet("run event adaptation order arc")

var coming = wordSet("upcoming new forthcoming latest this next")

// isComing reports whether the words before a number point at the season spoken of: "the
// upcoming 13-episode run".
func (r *reader) isComing(i int) bool { return coming[r.word(i-1)] || coming[r.word(i-2)] }
