package claims

import (
	"slices"

	"rolecall/press/clause"
	"rolecall/press/english"
)

// lengths reads how many episodes there are: "the 13-episode run", "has five episodes", "a
// four-part series", "ran to eight", "cuts the run to ten".
func (r *reader) lengths() {
	for i, item := range r.Items {
		if item.Class != english.Number || item.Vague != "" || item.Value != float64(int(item.Value)) || r.taken(i) {
			continue
		}
		k := i + 1
		for k < len(r.Items) && k < i+3 && r.class(k) == english.Word && lengthening[r.word(k)] {
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

func (r *reader) length(i, k int) {
	c := r.clauseAt(i)
	if c != nil && (r.isUnreal(c) || r.isUnitsOf(i, c)) {
		return
	}
	if !r.joined(k) && !r.isWhole(i) {
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
	if before := r.seasonBefore(p); before && r.speaksOfEpisodes() && !r.isUnreal(c) && r.class(i+1) == english.Word {
		r.lengthOf(i, i+1, c)
		return
	}
	if c.Group == nil || p.Class != english.Number || p.Of != nil || r.isUnreal(c) || r.Items[i].Value < 2 || r.Items[i].Value > 400 {
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
	if c := r.clauseAt(i); c != nil && c.Group != nil && r.class(c.Head) == english.Did && !(runners[c.Word] && before == "to") {
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
