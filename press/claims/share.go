package claims

import "rolecall/press/english"

// shareKind: such a part is of a gender.
var shareKind = kind{name: Share, fit: fitShare, wordings: []wording{
	{"{gender} ... {did|post} .. {share}", "Women directed 17% of all episodes in the 2015-16 season.", ""},
	{"{gender} .. made|make|makes|comprised|comprise|represented|represent|constituted|constitute up? .. {share} .. {role|unit}?", "Where at least one director was a woman, women made up 68% of the writers.", ""},
	{"{gender} .. accounted|account|accounts|accounting for .. {share} .. {role|unit}?", "Women accounted for 18% of directors on the top 250 films.", ""},
	{"{gender} .. held|hold|filled|fill|got|took|take|had|have|landed|won|occupied|occupy .. {share} .. {role|unit}?", "Women held a quarter of the producing jobs.", ""},
	{"{share} ... {did:participle} .. by a|an? {gender}", "Nearly a third of the episodes have been helmed by women.", ""},
	{"{share} ... {role} .. $be .. {gender}", "92 percent of composers on those films were men.", ""},
	{"{share} ... had|have|has|with|featured|hired|employed a|an|at|no|neither? .. {gender} .. {role|post}?", "Twelve percent of the top 100 films had a woman in charge.", ""},
	{"{share} ... gave|went ... to {gender}", "Just 1% of the top films gave ten or more of those jobs to women.", ""},
	{"{share} .. $be .. {gender}", "Just 7 per cent of cinematographers were women.", ""},
	{"{gender} .. $be .. {share} .. {role}", "Women are in the majority among the directors of the second season.", ""},
	{"{role} .. $be .. {share} .. {gender}", "The directors are 40 percent women.", ""},
	{"share|proportion|percentage|number|figure|rate|part ... {did:participle} by {gender} ... {share}", "The guild put the share of television episodes directed by women at 17.1 percent.", ""},
	{"share|proportion|percentage|figure|rate ... {share}", "Women have few of these jobs. Their share of the main jobs on the 100 highest-grossing films is 20 percent.", ""},
	{"{gender} ... {share} .. {role|unit|did}?", "Women have 41 percent of the roles in the cast.", ""},
	{"{share} ... {gender}", "About 20 percent of the crew and directors were women.", ""},
	{"and {did} {share}", "Women wrote 28% of the scripts and directed 14%.", ""},
	{"{position} .. $be {share}", "Women had 20 percent of the directing jobs. On the top 500 it is 23 percent.", ""},
	{"figure .. {share}", "Women directed 17 percent of episodes, and for women of color the figure fell to 3 percent.", ""},
	{"{share} of .. {unit|role|did}", "Women directed 9 percent of films. On television it was 8 percent of episodes.", "weak"},
	{"{share} qualified", "Women directed 9 percent of the episodes. Of the 200 most popular scripted shows, 47% qualified.", "weak"},
	{"( {share} )", "Women directed 723 episodes (36%).", "weak"},
	{"or just|only|about? {share}", "Four of them are directed by women, or just 19 percent.", "weak"},
	{"which is {share}", "973 episodes were written by women, which is 48.5%.", "weak"},
	{"managed|reached|achieved|manage|stood|stands|was|were at? .. {share}", "Women directed 42% of children's programmes; continuing drama managed 11%.", "weak"},
	{"{gender} ... {share}", "Women fared worse as directors: they had 9 percent.", "weak"},
}}

// fitShare refuses percentages of what is nobody's job: of viewers, of takings.
func fitShare(r *reader, c *Claim, m match) bool {
	item, found := m.item("share")
	if !found || isAudience(r) || c.Gender == "" && c.Role == "" {
		return false
	}
	if c.Role == "" && c.Vague != "" {
		return false
	}
	if item.Vague == "half" && !r.hasJobNear() {
		return false
	}
	if c.Role == "" && !r.hasJobNear() && r.at-r.memory.figureAt > 4 {
		return false
	}
	if c.Gender == "" && !r.aboutPeople() || !r.aboutPeople() && !r.hasJobNear() {
		return false
	}
	c.Value, c.HasValue, c.Bound = item.Value, true, item.Approx
	if c.Of == 0 {
		if p, found := r.nearest(m, english.Position); found {
			c.Of = p.Value
		} else if item.Vague == "" {
			c.Of = 100
		}
	}
	for _, i := range m.items[m.first:m.last] {
		if i.Lower == "neither" || i.Lower == "no" {
			c.Negated = true
		}
	}
	return true
}

// aboutPeople reports whether the sentence, or a figure not long ago, is about a
// gender or a job.
func (r *reader) aboutPeople() bool {
	for _, item := range r.items {
		if item.Class == english.Gender {
			return true
		}
	}
	return r.at-r.memory.figureAt <= 3 || r.at-r.memory.spokenAt <= 2
}
