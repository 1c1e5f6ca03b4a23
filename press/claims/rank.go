package claims

// rankKind: where something stands among all of its kind.
var rankKind = kind{name: Rank, fit: fitRank, wordings: []wording{
	{"{ordinal} .. {gender} .. {role}? to|ever|in|since|who|at|whose", "Kathryn Bigelow was the first woman to win the Academy Award for best director.", ""},
	{"{ordinal} {gender} .. {role}", "Jenkins became the first female director of a big-budget superhero movie.", ""},
	{"{ordinal} time .. {gender}", "It is the first time that a woman has directed one.", ""},
	{"{ordinal} .. {unit|season} .. {did:participle} .. by .. {gender}", "It is the first Marvel film directed by a woman.", ""},
	{"{ordinal} .. {unit|season} .. with|in|to .. {gender}", "It is the first Marvel movie in which a woman has the lead.", ""},
	{"{ordinal} with .. {gender} {role}", "It is also the first with a woman director.", ""},
	{"{ordinal} .. {unit} .. about .. {gender}", "It is the first big superhero film about a woman and directed by one.", ""},
	{"one of .. few|handful|only .. {unit|season} ... {gender} .. {role|did|post}", "It is one of the few series to have an all-female list of directors.", "vague=few"},
	{"one of .. few|handful|only .. {unit|role|gender|season}", "It is one of the few series to have an all-female list of directors.", "vague=few"},
	{"one of .. few .. {gender}", "She is one of the few women to direct for the studio.", "vague=few"},
	{"handful of .. {unit|gender|role} ... {gender|did|role}", "It is among a handful of dramas directed by women.", "vague=few"},
	{"handful of {gender}", "Jenkins, the director, is among a tiny handful of women trusted with so much.", "vague=few"},
	{"few|rare .. {unit} .. can|have|has|had|boast|boasts|are|were|do|ever ... {gender}", "Few shows can boast an all-women directing team.", "vague=few general"},
	{"among the few .. {unit|role|gender}", "It is among the few shows with a woman in charge.", "vague=few"},
	{"no {unit|did} .. by .. {gender} $have ever", "No film made by a woman had ever opened that high.", "value=1"},
	{"no other .. {unit|role|gender} ... {gender|did|role}", "No other series has had so many female directors.", "value=1"},
	{"largest|biggest|highest|best|strongest|most ... {gender} .. {role|unit}? .. ever", "It was the largest launch a woman director has ever had.", "value=1"},
	{"largest|biggest|highest|best|strongest|most .. ever .. for|by .. {gender}", "It was the biggest opening ever for a female director.", "value=1"},
	{"most {gender} .. {role}? .. ever|in|of", "It has the most female directors of any series.", "value=1"},
	{"set|sets|setting|broke|a record .. with|of|for .. {gender|number}", "The competition set a record with seven films by women.", "value=1"},
	{"record number|share .. of .. {gender}", "A record number of women directed episodes.", "value=1"},
	{"record {number} .. {gender|unit} .. {gender}?", "A record seven films by women directors were shown.", "value=1"},
	{"$be .. rarity|rare|unusual|exception|unprecedented|unheard ... {unit}", "All its directors are women. In practice it is a rarity in television drama.", "vague=few weak"},
	{"$be .. rarity|unprecedented", "All its directors are women. In practice it is a rarity.", "vague=few weak"},
	{"{person} 's first|debut feature|film|movie , {title}", "Kathryn Bigelow's first feature, \"The Loveless\", had a young cast.", "value=1"},
	{"her|his|whose first|debut .. feature|film|movie .. , {title}", "Kathryn Bigelow paints. Her first feature, \"The Loveless\", was co-written by her.", "value=1"},
	{"whose first|debut .. feature|film|movie .. {title}", "Coralie Fargeat, whose first feature was the horror film \"Revenge\", is here.", "value=1"},
	{"{title} , her|his first|debut feature|film|movie", "She was the director of the film Meadowland, her first feature.", "value=1"},
	{"makes|made|making her|his .. debut .. with {work}", "Agathe Riedinger makes her debut with \"Wild Diamond.\"", "value=1"},
	{"{ordinal} time .. in .. history", "It is the first time in the festival's history that half the directors are women.", ""},
	{"{gender} .. {role|did} .. remain|remains|are|is|were .. rare|rarity|uncommon|unusual|exception|unheard", "All-female directing teams remain rare in television.", "vague=few general"},
	{"her|his {ordinal} feature|film|movie|series", "Patty Jenkins, a director, has finished her third feature, \"The Long Dusk\".", ""},
	{"{people} 's directorial|feature|directing debut", "Greta Gerwig's directorial debut, Lady Bird, made money.", "value=1"},
	{"{title} , her|his .. debut", "Mara Velasquez made \"Tin Roof\", her debut, in 2012.", "value=1"},
	{"youngest|oldest .. {gender|role} ... to|ever|of|in", "She is the youngest director ever to win.", "value=1"},
	{"{person} was|is the last , for {title}", "Reed Morano is the first woman in 22 years to win for a drama; Mimi Leder was the last, for \"ER\".", "weak"},
}}

// fitRank refuses first women of other trades, and takes the person who is spoken of.
func fitRank(r *reader, c *Claim, m match) bool {
	if ordinal, found := m.item("ordinal"); found && c.Vague == "" && !c.hasFixedValue(m) {
		c.Value, c.HasValue = ordinal.Value, true
	}
	c.anchor = m.first
	c.Whole = c.Vague == "few" && r.whole(m)
	if c.Person == None && c.Gender != "" && len(m.all("unit")) == 0 && !c.weak {
		c.Person = r.subjectOf(m)
	}
	if isAudience(r) && c.Role == "" {
		return false
	}
	return c.Role != "" || c.Gender != "" || c.Person != None || len(m.all("title")) > 0
}

// hasFixedValue reports whether the wording itself gives the value.
func (c *Claim) hasFixedValue(m match) bool { return c.HasValue && len(m.all("ordinal")) == 0 }

// subjectOf is the person that a sentence says something of: the one named before the
// match, else whom "she" stands for.
func (r *reader) subjectOf(m match) int {
	for i := m.first - 1; i >= 0; i-- {
		if string(r.items[i].Class) == "person" {
			return r.items[i].Name
		}
		if isPronoun(r.items[i].Lower) {
			return r.memory.pronoun(r, i)
		}
	}
	return None
}
