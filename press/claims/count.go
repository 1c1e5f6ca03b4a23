package claims

import (
	"slices"

	"rolecall/press/english"
)

// countKind: so many are of a gender, or so many there are at all.
var countKind = kind{name: Count, fit: fitCount, wordings: []wording{
	{"of .. {number} ... , .. {number} .. {did:participle}? .. by .. {gender}", "Of the 4,061 episodes examined, 702 were directed by women.", "value=#2 of=#1"},
	{"of .. {number} ... , .. {number} $be by|from .. {gender}", "Of the 18 films competing for the prize, just two are by women.", "value=#2 of=#1 role=director unit=film"},
	{"of .. {number} ... , .. {number} $be {gender}", "Of the 19 people who have directed the HBO series so far, 18 are men.", "value=#2 of=#1"},
	{"of .. {number} .. {unit|role|season} .. , .. {gender} {did} {number}", "Of the show's 13 first-season episodes, women directed five.", "value=#2 of=#1"},
	{"{number} {gender} and {number} {gender} ... {did|post|role}", "Six women and seven men took turns directing it.", ""},
	{"and {number} {gender} .. {did|post|role}", "Six women and seven men took turns directing it.", ""},
	{"{number} of .. {number}? .. {unit} ... {did:participle} .. by a|an? {gender}", "Five of the thirteen episodes were directed by women.", ""},
	{"{number} of .. {number}? .. {role} .. $be? .. {gender}", "Three of the nine directors were women.", ""},
	{"{number} of .. {number}? .. {unit} ... by|from {gender}", "Eleven of the 22 titles in competition are by female directors.", "role=director"},
	{"{number} of .. {number}? .. {unit} .. come|comes|came from {gender}", "Eight of its ten episodes come from women.", "role=director"},
	{"{number} .. {unit} ... {did:participle} .. by .. {gender}", "973 episodes were written by women.", ""},
	{"{number} .. {unit} by|from {gender}", "A record seven films by women were shown.", "role=director"},
	{"{number} of .. them|these|those|whom|which ... {did:participle} .. by .. {gender}", "Four of them are directed by women.", ""},
	{"{number} .. {did:participle} .. by .. {gender}", "Ten were directed by women.", ""},
	{"{number} of .. them|these|those|whom|which .. {gender}", "Nine directors worked on the first season, and only three of them were women.", ""},
	{"{number} .. {gender} {role}", "Westworld employed three female directors in its second season.", ""},
	{"{number} .. {gender} ... {post|did}", "Only one woman got behind the camera on season 4.", ""},
	{"{gender} .. {did} .. {number} of .. {number}? .. {unit|season}?", "Women wrote eleven of the season's twenty-two scripts.", ""},
	{"{gender} .. {did} .. {number} .. {unit}", "Women directed 20 episodes.", ""},
	{"{gender} .. {post} .. {number} of .. {unit|season}", "Men were in charge of many of the first season's episodes.", ""},
	{"{did:participle} by {number} {gender}", "The rest were shared by 293 women directors and written by 12 women.", ""},
	{"{number} of .. {number}? .. {unit} ... had|have|with|featured a|an? {gender} .. {role|post}", "Four of the ten episodes had a female director.", ""},
	{"shared by {number} {gender}", "Women directed 36 percent of the episodes. These were shared by 293 women.", ""},
	{"{gender} ... numbered|totalled|totaled {number}", "Women directed 702 episodes. The women who got those jobs numbered 183.", ""},
	{"{number} {gender} .. {role:many}", "There are two women among its ten directors.", ""},
	{"{role} , {number} $be .. {gender}", "Among the directors, two were women.", ""},
	{"{role} .. includes|include|included|with .. {number} .. {gender}", "The writers' room includes one trans woman.", ""},
	{"$have|put|puts .. {gender} .. in front of .. {post}", "The series is set to have women both in front of and behind the camera.", "value=1 bound=least vague=some beside=cast"},
	{"$have|put|puts .. {gender} .. {post} .. as|and in front of? it|them?", "The second season will have some fine women behind the camera as well as in front of it.", "value=1 bound=least vague=some beside=cast"},
	{"single|lone|sole .. {gender}", "Across those 10 episodes with many directors there is a single cisgender man.", "value=1"},
	{"nominated {number} {gender} and {number} {gender}", "The Academy has nominated 440 men and five women for its directing prize.", "value=#2 gender=#2"},
	{"{number} {gender} .. nominated", "In all the years before, only three women had been nominated as directors.", ""},
	{"minority {role} {did:participle} {number} {unit}", "Minority directors made 783 episodes.", ""},
	{"{number} {gender} .. {gender}? have|has .. {role}", "Five men and two women have writing credits.", ""},
	{"{number} .. {gender} .. {role}", "Five of those hired were women directors.", "weak"},
	{"{number} $be .. {gender}", "Seven of the directors are men, two are women and one is non-binary.", "weak"},
	{"and {number} $be .. {gender}", "Seven of the directors are men, two are women and one is non-binary.", "weak"},
	{"{number} {gender}", "Two women, Vanessa Taylor and Jane Espenson, wrote for the show. Later came three women.", "weak"},
	// One person's share of it.
	{"{subject} made|directed|wrote|helmed|has .. {number} of .. {number} .. {unit}", "She made four of the 67 existing episodes.", "role=director"},
	{"{subject} made {number} {unit:episode}", "She made four episodes in seasons 3 and 4.", "role=director"},
	{"between them .. {number} {unit}", "Two women have written for the show, and between them they have three episodes.", ""},
	// How many at all.
	{"had|has|have|with|employed|used|hired|share|shares|shared .. {number} .. {role:many} ", "The Defenders had seven directors.", "noperson"},
	{"had|has {number} {role:one}", "The season had one director.", "noperson"},
	{"{number} .. {role:many} .. worked|share|shared|took|take|worked|split|directed|were|are|make|made|each|for", "Nine directors worked on the first season.", "noperson weak"},
	{"{number} .. different .. {role:many}", "Showrunner Melissa Rosenberg hired 13 different directors for the 13 episodes.", "noperson weak"},
	{"the? {number} people who .. {did:past|did:participle}", "Of the 19 people who have directed the series so far, 18 are men.", "noperson weak"},
	{"aired|ran|runs|run|lasted|had|has .. {number} {unit:season}", "Queen Sugar has aired two seasons so far.", "noperson unit=season weak"},
	{"slate|competition|lineup|programme|selection|festival ... {number} {unit:film}", "As announced, the slate holds 19 titles.", "noperson unit=film weak"},
	{"there $be|have .. been? {number} .. {unit:film}", "In nearly sixty years there have been 25 Bond movies.", "noperson unit=film weak"},
	{"{number} of .. {number} $have worked on the show|series before", "The season had four directors. Three of the four have worked on the show before.", "noperson weak"},
}}

// fitCount refuses counts of what is nobody's job: women at a bar.
func fitCount(r *reader, c *Claim, m match) bool {
	if !c.HasValue && c.Vague == "" {
		return false
	}
	if r.isQualified(m) || r.isOfBooks(m) {
		return false
	}
	if c.Vague == "few" || c.HasValue && c.Value != float64(int(c.Value)) {
		return false
	}
	switch c.Unit {
	case "season", "film":
		if c.Gender == "" {
			c.Role = ""
			return true
		}
	}
	if c.Role == "" || isAudience(r) {
		return false
	}
	if !r.hasJobNear() && c.Unit == "" {
		return false
	}
	if c.weak && c.Gender == "" && c.Person == None && len(m.all("gender")) == 0 && c.Title == None {
		return false
	}
	if c.Of == 0 && c.Gender != "" && r.memory.of > c.Value && r.at-r.memory.figureAt <= 1 && refersBack(m) {
		c.Of = r.memory.of
	}
	return true
}

// isQualified reports whether a match is part of what is no count: "how many women",
// "not one woman", "where at least one director was a woman", a percentage.
func (r *reader) isQualified(m match) bool {
	for i := max(0, m.first-4); i < m.first; i++ {
		switch word := r.items[i].Lower; word {
		case "where":
			return true
		case "with":
			if r.items[m.first].Approx == "least" {
				return true
			}
		case "how", "as", "so", "too", "not", "n't":
			if i == m.first-1 {
				return true
			}
		}
	}
	for i := m.first; i < m.last; i++ {
		if r.items[i].Class == english.Share && (i == 0 || r.items[i-1].Lower != "or" && r.items[i-1].Lower != "(") {
			return true
		}
	}
	return false
}

func refersBack(m match) bool {
	for _, i := range m.items[m.first:m.last] {
		if i.Lower == "them" || i.Lower == "whom" || i.Lower == "those" || i.Lower == "they" {
			return true
		}
	}
	return false
}

// hasJobNear reports whether the sentence or the one before speaks of a job.
func (r *reader) hasJobNear() bool {
	for _, item := range r.items {
		if item.Class == english.Role || item.Class == english.Did || item.Class == english.Post || item.Class == english.Award {
			return true
		}
	}
	return r.speaksOfJobs() || r.at-r.memory.figureAt <= 1 || r.at-r.memory.jobsAt <= 1
}

// speaksOfJobs reports whether the sentence has a word for work on films that names no
// job.
func (r *reader) speaksOfJobs() bool {
	return slices.ContainsFunc(r.items, func(i english.Item) bool { return jobs[i.Lower] })
}

// jobs are words for work on films that name no job.
var jobs = wordSet("jobs job roles positions crew crews scenes posts key")

// audiences are the words of sentences about those who watch, buy and vote.
var audiences = wordSet("viewers audience audiences respondents voters readers fans subscribers households tickets moviegoers cinemagoers critics customers shareholders company board students graduates population")

func isAudience(r *reader) bool {
	for _, item := range r.items {
		if audiences[item.Lower] {
			return true
		}
	}
	return false
}
