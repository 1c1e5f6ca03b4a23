package claims

import "rolecall/press/english"

const shown = "premiere|premieres|premiered|debut|debuts|debuted|return|returns|returned|launch|launches|launched|drop|drops|dropped|arrive|arrives|arrived|open|opens|opened|air|airs|aired|stream|streams|streamed|released|release|hit|hits|reached|reaches|begin|begins|began|start|starts|started|land|lands|landed|out|back|shown|broadcast|comes|came|bows|bowed|screened|lands|unveiled|available|kicks|kicked|appeared|introduced|coming|published"

// dateKind: when something was first shown.
var dateKind = kind{name: Date, fit: fitDate, wordings: []wording{
	{"it .. first " + shown + " .. {date|year}", "Jessica Jones is back, two years after it first premiered on the service in 2015.", ""},
	{"{title|season|unit:one|it} ... " + shown + " ... {date}", "The film will be released on November 8, 2019.", ""},
	{"{title|season|unit:one|it} .. " + shown + " .. in|since {year}", "\"Luke Cage\" debuted in 2016.", ""},
	{"{title} ( {year} )", "Point Break (1991) has a cult following.", ""},
	{"{title} , from {year}", "\"Near Dark,\" from 1987, found a cult audience.", ""},
	{"{title} , her|his .. , in {year}", "Mara Velasquez made \"Tin Roof\", her debut, in 2012.", ""},
	{shown + " in|on {year|date} , {title}", "Released in 2016, \"Moonlight\" won three Oscars.", ""},
	{"{title} , {year}", "He compares it with \"Near Dark\", 1987.", ""},
	{"{title} ... which|that .. in {year}", "\"Fifty Shades of Grey\", which managed $81.1 million in 2015, was the best.", ""},
	{"in {year} , the? .. {unit}? {title}", "They made documentaries and, in 2015, the indie Mississippi Grind.", ""},
	{"on|in {date} , .. " + shown + " .. {title}", "On March 8, out comes the film Captain Marvel.", ""},
	{"{date} " + shown + " .. {title}", "On March 8 comes the film Captain Marvel.", ""},
	{shown + " .. {title} .. on|in {date}", "Netflix released the series Jessica Jones on March 8.", ""},
	{shown + " .. {title|season|unit:one} .. on|in {date|year}", "Netflix launched the series Jessica Jones in 2015.", ""},
	{"first " + shown + " .. {date|year}", "The Night Manager, first broadcast on 21 February 2016, had one director.", ""},
	{"{title|season|unit:one} .. due|set|slated|scheduled ... {date}", "The second season is due on June 12.", ""},
	{"{title|season|unit:one} .. {date} premiere|debut|release|launch", "The drama moves towards a March 8 premiere.", ""},
	{"well? over|more|almost|nearly? than? {measure} .. after it|the .. " + shown + " {date|year}?", "It is back well over two years after it first premiered.", "weak"},
	{shown + " ... on|in|this|next {date}", "The show returns for round two on International Women's Day.", "weak"},
	{shown + " .. {date}", "A second season that opened on Friday, January 18, is here.", "weak"},
}}

// fitDate takes the day from the match and refuses dates of other things than
// showings: births, prizes, meetings.
func fitDate(r *reader, c *Claim, m match) bool {
	if c.Title == None {
		return false
	}
	day, found := m.item("date")
	if found {
		if day.Date.Month == 0 && day.Date.Relative == "" {
			return false
		}
		c.Day = day.Date
		c.Year = day.Date.Year
		c.anchor = m.all("date")[0].first
	} else if year, found := m.item("year"); found {
		c.Day = english.Day{Year: year.Years[0]}
		c.Year = year.Years[0]
		c.anchor = m.all("year")[0].first
	} else if lapse, found := m.item("measure"); found {
		c.Value, c.HasValue, c.Bound = lapse.Value, true, lapse.Approx
		c.Unit = "year"
		c.Seasons = r.memory.seasonsHere(r)
		c.anchor = m.all("measure")[0].first
		return r.isYears(m)
	} else {
		return false
	}
	if r.isOfSeries(m) {
		c.Seasons = nil
	}
	if season, found := m.item("season"); found && len(c.Seasons) == 0 && len(r.memory.seasons(season)) == 0 {
		c.Unclear = true
	}
	c.Role, c.Gender, c.Value, c.HasValue, c.Of = "", "", 0, false, 0
	return !r.otherEvent(m)
}

// isOfSeries reports whether a match speaks of the first showing of all: "it first
// premiered".
func (r *reader) isOfSeries(m match) bool {
	for i := m.first; i+1 < m.last; i++ {
		if r.items[i].Lower == "it" && r.items[i+1].Lower == "first" {
			return true
		}
	}
	return false
}

func (r *reader) isYears(m match) bool {
	lapse, _ := m.item("measure")
	tokens := r.text.Sentences[r.at].Tokens
	unit := tokens[lapse.Last-1].Lower
	return unit == "years" || unit == "year"
}

// others are events that are no first showing of a title.
var others = wordSet("born died trailer teaser tickets book novel album nomination nominations award awards oscar emmy career nominated won festival birthday married honored honoured study report edition filming production shooting shoot")

func (r *reader) otherEvent(m match) bool {
	for _, item := range m.items[max(0, m.first-6):m.last] {
		if others[item.Lower] {
			return true
		}
	}
	return false
}
