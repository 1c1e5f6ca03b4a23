package claims

import "rolecall/press/english"

// everyKind: all of something is of a gender, or none is.
var everyKind = kind{name: Every, fit: fitEvery, wordings: []wording{
	// All.
	{"all|every|each|both .. {number}? .. {unit|episode|season} ... {did:participle} .. by a|an? {gender}", "All 13 episodes of season two will be directed by women.", ""},
	{"all|every|each|both|entire|whole .. {unit|season} .. {did:participle} .. by a|an? {gender}", "Every episode was directed by a woman.", ""},
	{"{gender} .. {did} .. all|every|each|both|entire|whole|entirety .. {number}? .. {unit|season|title}", "Women will direct every one of the 13 episodes in the second season of Marvel's Jessica Jones.", ""},
	{"{gender} .. {did} all|every|each", "Jessica Jones season 2 will have a woman directing each and every episode.", ""},
	{"{gender} .. {post} .. all|every|each|throughout|entire", "There has been a woman in the director's chair for each of them.", ""},
	{"all|every|each|both .. {number}? .. {unit|season} ... $have .. {gender} {role|post|did}", "Each of the ten episodes had a female director.", ""},
	{"all|every|each|both .. {unit|season} ... {gender} .. {post}", "Every episode has a woman behind the camera.", ""},
	{"all|every|each|both ... {number}? .. {unit} ... to a|an {gender} {role}", "It handed each of its 13 hours to a female filmmaker.", ""},
	{"all|every|each|both .. {role} ... $be a|an|all? {gender}", "All of Luke Cage's directors were men.", ""},
	{"all|every|each|both .. {role} .. {season|title|unit} .. $be a|an|all? {gender}", "Every director on the second season was a woman.", ""},
	{"every|each one of .. {role} .. $be a|an? {gender}", "Every one of its directors is a woman.", ""},
	{"all {gender} .. {role|did|post}", "It has an all-female list of directors.", ""},
	{"all {gender} .. list|lineup|line|slate|roster|team|crew|staff|squad|bench .. of {role}", "It has an all-male team of directors.", ""},
	{"all {gender} cast|ensemble|crew|line|writers", "It had an all-female cast.", ""},
	{"{role} .. $be .. entirely|exclusively|wholly|solely|all|completely {gender}", "The writing staff is entirely female.", ""},
	{"entirely|exclusively|wholly|solely|completely {gender} .. {role|did}", "It has an entirely female team of directors.", ""},
	{"{did:participle|post} , .. , by a|an? {gender}", "Chernobyl was directed, start to finish, by a man.", ""},
	{"{did:participle} entirely|exclusively|wholly|solely|completely|only|throughout by .. {gender}", "The season was directed entirely by women.", ""},
	{"entirely|exclusively|wholly|solely|completely {did:participle} .. by {gender}", "The season was entirely directed by women.", ""},
	{"{did:participle} .. by {gender} only|alone|throughout|exclusively", "The season was directed by women only.", ""},
	{"they|who|directors|which .. $be .. {gender} without exception|throughout", "Showrunner Melissa Rosenberg hired 13 directors, and they are women without exception.", ""},
	{"all .. {number} of .. them|whom|which $be? {gender}", "Seven directors share the first season, all seven of them women.", ""},
	{"all|each|every|both of .. them|whom|these|those .. {gender}", "The show had three directors, all of them women.", ""},
	{"all|both {gender}", "The episode's directors, all women, met in May.", "weak"},
	{"first {number} {role} ... $be {gender}", "The first three filmmakers up will again be women.", ""},
	{"every season ... {gender} {post}", "Every season of the thriller so far has had a different woman in charge.", "role=showrunner"},
	{"both|all by {gender}", "Two late additions, both by men, have been made.", "role=director"},
	{"{post|did} .. $be nothing|nobody but {gender}", "Behind the camera were nobody but women.", ""},
	{"nothing but|only {gender} {post|did}", "A season with nothing but women in the director's chair.", ""},
	{"{gender} {did} the? .. entire|whole|entirety|full .. {season|unit|title}", "Women helmed the entire second run of Queen Sugar.", ""},
	{"only {gender:many} to {did:base}", "The second season has hired only women to direct.", ""},
	{"only {gender:many} .. {did:past|did:participle}", "Only women directed the series.", ""},
	// None.
	{"no|zero|nary .. {gender} ... {did:past|did:participle|post} ", "No woman has ever directed an episode of Narcos.", "value=0 negated"},
	{"no|zero {gender} .. {role}", "The season had no female directors.", "value=0 negated"},
	{"no|zero {gender:many}", "There were no women among its directors.", "value=0 negated"},
	{"no {gender} ... either|that|both job|jobs|role|roles", "Men directed 40 episodes. In the last three seasons no woman has been credited in either job.", "value=0 negated"},
	{"not|n't|without .. single|one|any|a {gender} ... {did|post|role}", "Not a single man sat in the director's chair.", "value=0 negated"},
	{"n't .. single|one|any {gender}", "There wasn't a single woman among the directors.", "value=0 negated"},
	{"not .. one|single|any {gender}", "HBO has announced who will direct the seventh season, and there is not one woman on the list.", "value=0 negated"},
	{"without .. single|any|one {gender}", "A season without a single woman among its directors.", "value=0 negated"},
	{"not|n't one|single .. {unit|season} ... {did:participle} .. by .. {gender}", "Not one episode of Narcos has been directed by a woman.", "value=0 negated"},
	{"none .. {number}? {unit|season}? ... {did:participle} .. by .. {gender}", "None of them was directed by a woman.", "value=0 negated"},
	{"none .. by .. {gender}", "Women directed four episodes. In seasons 1, 2, 5 and 6 there were none by a woman.", "value=0 negated"},
	{"none of .. {role} .. $be .. {gender}", "None of its directors were women.", "value=0 negated"},
	{"not|never .. {did:participle} .. by .. {gender}", "The series has never been directed by a woman.", "value=0 negated"},
	{"not .. hire|hired|use|include .. {gender} {role}?", "The season did not include a female director.", "value=0 negated"},
	{"n't .. {did:participle} .. by .. {gender}", "The season wasn't directed by a woman.", "value=0 negated"},
	{"there $be none", "Eleven of the 22 films were directed by women. In 2012 there was none.", "value=0 negated weak"},
	// The only one.
	{"only|sole|lone {gender} ... who|to .. {did:past|did:participle|did:base}", "Michelle MacLaren is the only woman who has ever directed the series.", "value=1"},
	{"the only|sole|lone {gender} {role}", "She is the only female director of the series.", "value=1"},
	{"the exception $be {person}", "Of the 19 people who have directed the series, 18 are men. The exception is Michelle MacLaren.", "value=1 weak"},
	// No quantity: the whole of it.
	{"{title|season|unit:one|role:many} , which|that .. $be .. {did:participle} .. by {gender}", "The plot of season 2, which was directed by women, is slow.", "weak"},
	{"{title|season|unit:one|it|which} .. $be .. {did:participle} .. by a|an|the? {gender}", "The show is written, produced and directed by women.", "weak"},
}}

// fitEvery refuses what names no job and what a gap has led astray: "all women" of a
// part, "every woman in the audience".
func fitEvery(r *reader, c *Claim, m match) bool {
	if c.Role == "" || c.Gender == "" && !c.Negated && c.Person == None {
		return false
	}
	if c.Gender == "" {
		c.Gender = r.genderNear(m)
	}
	number, found := m.item("number")
	if found && !c.Negated && !c.HasValue {
		c.Value, c.HasValue = number.Value, number.Vague == ""
	}
	for _, item := range m.items[m.first:m.last] {
		if !found && !c.Negated && !c.HasValue && item.Class == english.Number && item.Vague == "" {
			c.Value, c.HasValue, found = item.Value, true, true
		}
	}
	if !c.Negated && c.HasValue && c.Of == 0 && found {
		c.Of = c.Value
	}
	for _, item := range m.items[m.first:m.last] {
		if item.Lower == "where" || item.Class == english.Share || item.Class == english.Number && item.Approx == "least" {
			return false
		}
	}
	for i := max(0, m.first-4); i < m.first; i++ {
		item := m.items[i]
		if item.Class == english.Share || !c.Negated && (item.Lower == "not" || item.Lower == "no" || item.Lower == "n't" || item.Lower == "never" || item.Lower == "none") {
			return false
		}
	}
	if m.last+1 < len(m.items) && m.items[m.last].Lower == "of" && (m.items[m.last+1].Lower == "color" || m.items[m.last+1].Lower == "colour") {
		return false
	}
	if m.first > 0 && (m.items[m.first-1].Lower == "where" || m.items[m.first-1].Lower == "not" || m.items[m.first-1].Lower == "nearly" || m.items[m.first-1].Lower == "almost") {
		return false
	}
	return true
}
