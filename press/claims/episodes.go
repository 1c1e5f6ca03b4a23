package claims

import "rolecall/press/english"

// episodesKind: how many episodes there are.
var episodesKind = kind{name: Episodes, fit: fitEpisodes, wordings: []wording{
	{"{number} {unit:episode} run|season|order|series|drama|miniseries|arc|batch", "We see what to expect from the upcoming 13-episode run.", "weak"},
	{"{number} {unit:episode} {season|unit:one}", "It is a 13-episode drama.", "weak"},
	{"{season|title|unit:one|it} .. runs|ran|run|stretches|extends .. {number} .. {unit:episode}", "The new season runs to eight episodes.", "weak"},
	{"{season|title|unit:one|it} .. consists|comprises|contains|comprise|spans|has|have|had|includes|lasts|totals .. {number} .. {unit:episode}", "Stranger Things 2 consists of ten chapters.", "weak"},
	{"order|ordered|renewed .. {number} {unit:episode}", "The drama goes straight to series with an order for 10 episodes.", "weak"},
	{"aired ... {number} {unit:episode}", "Queen Sugar has aired two seasons so far, 29 episodes altogether.", "weak"},
	{"{season} 's {number} {unit:episode}", "He praised the first season's 13 episodes.", "weak"},
	{"the|those|these|its|all|across|over .. {number} {unit:episode}", "Across those 10 episodes there is no man.", "weak"},
	{"there $be .. {number} {unit:episode}", "As before there are 13 episodes of the drama.", "weak"},
	{"{number} {unit:episode} of {season}", "Netflix released 13 episodes of season two.", "weak"},
	{"{number} {unit:episode} {season}", "The 10-part second season begins in April.", "weak"},
	{"{number} {unit:episode} , .. {season}", "There are 13 episodes, as in the first season.", "weak"},
	{"{number} {unit:episode} long|altogether|total", "The season is ten episodes long.", "weak"},
	{"season|run|series of {number}", "Iron Fist managed one woman, in a season of 13.", "weak"},
	{"just|only {number} {unit:episode}", "Season 8 consists of just six episodes.", "weak"},
}}

// fitEpisodes refuses episodes that somebody directed or was sent, and those of a
// study.
func fitEpisodes(r *reader, c *Claim, m match) bool {
	number, _ := m.item("number")
	if c.Title == None || c.Value < 1 || number.Vague != "" || c.Value > 400 && len(c.Seasons) > 0 || r.isGenericCount() {
		return false
	}
	for i := m.last; i+2 < len(r.items) && i < m.last+8; i++ {
		if i > m.last && r.items[i].Class == english.Did && r.items[i+1].Lower == "by" && r.items[m.first].Lower == "all" {
			return false
		}
	}
	for i := max(0, m.first-3); i < m.first; i++ {
		if r.items[i].Class == english.Did {
			return false
		}
	}
	for i := max(0, m.first-4); i < m.last; i++ {
		switch r.items[i].Lower {
		case "first", "last", "directed", "wrote", "made", "sent", "watched", "two-hour", "seen", "helmed":
			if r.items[i].Class != "season" {
				return false
			}
		}
	}
	c.Role, c.Gender, c.Unit, c.Of = "", "", "episode", 0
	return true
}

// isGenericCount reports whether the sentence counts the episodes of many series.
func (r *reader) isGenericCount() bool {
	for _, item := range r.items {
		if item.Class == "position" || item.Lower == "examined" || item.Lower == "study" || item.Lower == "analysed" || item.Lower == "report" {
			return true
		}
	}
	return false
}
