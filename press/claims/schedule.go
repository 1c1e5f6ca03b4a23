package claims

import (
	"rolecall/press/english"
)

var (
	// stations are words that make a line one of where and when a title is shown.
	stations = wordSet("bbc itv itv1 itv2 itvx channel sky netflix hbo hulu amazon prime disney apple peacock paramount showtime amc fx abc nbc cbs fox cw starz iplayer mubi shudder cinemas cinema theaters theatres streaming out from starts begins airs opens premieres returns streams released release premiere")
	// asideLines are words that make a line one about something else.
	asideLines = wordSet("posted published updated review reviewed interview by words photograph photo copyright born died festival tickets subscribe newsletter repeat repeated until ends dvd blu-ray")
)

// scheduled reads a line of a listing: "Sunday 4 June, 9pm, BBC One", "Netflix, from 4 June",
// "Out 4 June", of the title that it stands under or begins with.
func (r *reader) scheduled() {
	if len(r.Items) > 14 || r.isHeading() {
		return
	}
	when, isListing := -1, false
	for i, item := range r.Items {
		switch {
		case item.Class == english.Date && (item.Date.Month > 0 || item.Date.Weekday > 0) && item.Date.Counted == english.Absolute:
			if when < 0 {
				when = i
			}
		case item.Class == english.Title:
			if i > 0 {
				return
			}
		case item.Class == english.Person, asideLines[item.Lower], others[item.Lower]:
			return
		case stations[item.Lower], r.isHour(i):
			isListing = true
		}
	}
	if when < 0 || !isListing || len(r.here) > 0 {
		return
	}
	for _, c := range r.Clauses {
		if c.Group != nil && (c.Subject != nil || c.Negated) && r.class(c.Head) != english.Show {
			return
		}
	}
	w := work{title: r.headingTitle(), anchor: Headed, item: -1}
	if r.class(0) == english.Title {
		w = work{title: r.Items[0].Name, anchor: Named, item: 0}
	}
	if w.title == None {
		return
	}
	w.seasons = r.topics.season[w.title]
	for i := when + 1; i < len(r.Items) && r.Items[when].Date.Month == 0; i++ {
		if r.class(i) == english.Date && r.Items[i].Date.Month > 0 {
			when = i // "Sundays from 12 October"
		}
	}
	r.dated(w, r.Items[when].Date, when, 0, when+1)
}

// isHour reports whether an item is a time of day: "9pm", "8.30pm".
func (r *reader) isHour(i int) bool {
	if r.class(i) != english.Measure {
		return false
	}
	last := r.text.Sentences[r.at].Tokens[r.Items[i].Last-1].Lower
	return last == "pm" || last == "am" || last == "p.m." || last == "a.m."
}

// inBracket reads a day in brackets behind a title: "(out 4 June)", "(BBC One, from 4 June)".
func (r *reader) inBracket() {
	for _, p := range r.Phrases {
		for _, m := range p.All() {
			if m.Bracket == nil || m.Class != english.Title {
				continue
			}
			r.dayInBracket(m.Head, m.Bracket.First, m.Bracket.Last)
		}
	}
}

func (r *reader) dayInBracket(title, first, last int) {
	when := -1
	for i := first; i < last; i++ {
		switch item := r.Items[i]; {
		case asideLines[item.Lower] || others[item.Lower] || wares[item.Lower] || item.Class == english.Show && item.Lower == "returns":
			return
		case item.Class == english.Date && item.Date.Month > 0 && item.Date.Counted == english.Absolute && when < 0:
			when = i
		}
	}
	if when >= 0 {
		r.dated(work{title: r.Items[title].Name, anchor: Named, item: title}, r.Items[when].Date, when, title, when+1)
	}
}
