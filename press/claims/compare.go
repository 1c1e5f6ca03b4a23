package claims

// compareKind: two figures beside each other.
var compareKind = kind{name: Compare, fit: fitCompare, wordings: []wording{
	{"up|down from .. {share|number}", "Women directed 27 percent of episodes, up from 24 percent the year before.", ""},
	{"rose|fell|climbed|slipped|slip|dropped|grew|increased|decreased|declined|went|jumped|rise|fall|sank|moved|crept .. from {share|number} .. to {share|number}", "The share of female editors fell from 30% to 26%.", "value=#2"},
	{"rose|fell|climbed|slipped|dropped|grew|increased|decreased|declined|jumped|sank|crept .. to {share|number}", "The proportion of women among directors fell to eight percent.", "also"},
	{"compared|contrast|comparison with|to .. {share|number}", "Women directed 31 percent of episodes, compared with 16 percent six years ago.", ""},
	{"compared with|to .. {number}", "Men had 2,717 directing jobs, compared with 2,714.", ""},
	{"against|versus|vs|vs. .. {share|number}", "Women directed 17% of all episodes, against 16% a year before.", ""},
	{"{number|share} more|fewer|less than", "702 episodes were directed by women, 85 more than last time.", ""},
	{"{number} additional|extra jobs", "White men directed more and picked up three additional jobs.", ""},
	{"{number} more|fewer than", "It employed three female directors, two more than in its first season.", ""},
	{"{number} times as many|much as the {share}", "Twelve percent of films had a woman in charge, three times as many as the 4 percent of 2018.", "value=#2"},
	{"{number} times as many|much .. as|the? .. {share}?", "Twelve percent of films had a woman in charge, three times as many as the 4 percent of 2018.", ""},
	{"barely|just|slightly|well|far above|below|over|under .. {share}", "For women directors the figure is 21 percent, barely above the 20 percent of the previous year.", ""},
	{"twice|double|triple .. average|number|share|proportion|rate|as", "That is double the industry average for female directors.", "value=2"},
	{"doubled|tripled", "The share of women directors has more than doubled since 2010.", "value=2"},
	{"{gender} .. {role}? .. outnumber|outnumbered|outnumbers ... by {number} to|: one|1", "Male directors outnumber their female colleagues by six to one.", ""},
	{"{gender} .. {role}? .. outnumber|outnumbered|outnumbers", "Male directors outnumber women.", ""},
	{"{number} {gender} to|for each|every|one {gender}", "In directing there are still four men to each woman.", ""},
	{"{number} times .. higher|more|likelier", "Men are five times more likely to direct.", ""},
	{"more|fewer {gender} .. than {gender}", "There were more women than men among the directors.", ""},
	{"more|fewer {gender} than {gender} {role}", "There were more female than male directors on season one.", ""},
	{"{number} points higher|lower|more|less|up|down", "Women direct 47% of the episodes. A year ago the rate was seven points higher.", ""},
	{"in {year} it|there $be .. {share|number}", "Women directed 20 percent of the films. In 2018 it was 16.", ""},
	{"from {share|number} to {share|number}", "On the top 250 the number of women directors went from 8 to 13 percent.", "value=#2"},
	{"show|shows|showed|followed the same pattern", "Women made up 8% of directors. Editors and composers show the same pattern.", "weak"},
	{"same|similar .. pattern|picture|trend", "Women made up 8% of directors. Editors and composers show a similar picture.", "weak"},
	{"back to .. it|they $be in {year}", "Four films are directed by women. This slides back to where it was in 2021.", "weak"},
}}

// fitCompare refuses comparisons of what is nobody's job: of takings, of lengths.
func fitCompare(r *reader, c *Claim, m match) bool {
	if isAudience(r) || !r.aboutPeople() || c.Role == "" && c.Gender == "" {
		return false
	}
	if len(m.all("money", "date")) > 0 || !r.hasJobNear() && r.at-r.memory.figureAt > 2 {
		return false
	}
	return true
}
