package claims

import (
	"rolecall/press/clause"
	"rolecall/press/english"
)

// Dates that are counted from another: "two years later", "the following spring", "that
// October". The other is the year spoken of last, and that of a first showing; a title shown in
// the year that comes out of it is likely, and proved wrong by nothing.

// farBack is how many sentences back the other may stand.
const farBack = 3

// yearsLater is how many years a phrase like "two years later" counts, less than none for
// "two years earlier"; 0 for other phrases.
func (r *reader) yearsLater(p *clause.Phrase) int { return r.yearsAt(p.Head) }

func (r *reader) yearsAt(i int) int {
	item := r.Items[i]
	if item.Class != english.Measure || item.Value != float64(int(item.Value)) || !r.isYears(i) {
		return 0
	}
	switch next := r.word(i + 1); {
	case laters[next] && !(next == "after" && r.class(i+2) != english.Title && r.class(i+2) != english.Word):
		return int(item.Value)
	case earliers[next]:
		return -int(item.Value)
	}
	return 0
}

func (r *reader) isCounted(i int) bool {
	return r.class(i) == english.Measure || r.Items[i].Date.Counted != english.Absolute
}

// isTold reports whether the day that a phrase gives can be told: of one that is counted, from
// which other.
func (r *reader) isTold(p *clause.Phrase) bool {
	if !r.isCounted(p.Head) {
		return true
	}
	_, ok := r.dayBefore(p.Head)
	return ok
}

// dayOf is the day that a phrase gives.
func (r *reader) dayOf(when *clause.Phrase) english.Day { return r.dayAt(when.Head) }

func (r *reader) dayAt(i int) english.Day {
	item := r.Items[i]
	switch {
	case item.Class == english.Measure:
		from, _ := r.dayBefore(i)
		return english.Day{Year: from.Year + r.yearsAt(i)}
	case item.Date.Counted != english.Absolute:
		from, _ := r.dayBefore(i)
		day, _ := item.Date.From(from)
		return day
	case item.Class == english.Date:
		return item.Date
	}
	return english.Day{Year: item.Years[0]}
}

// dayBefore is the first showing from which a date at an item is counted. It is false where
// none is near, or another year has been named since.
func (r *reader) dayBefore(at int) (english.Day, bool) {
	for s := r.at; s >= max(0, r.at-farBack); s-- {
		said := r.claims
		if s == r.at {
			said = r.here
		} else {
			at = len(r.text.read[s].Items)
		}
		for i := at - 1; i >= 0; i-- {
			item := r.text.read[s].Items[i]
			if item.Class != english.Year && item.Class != english.Date && item.Class != english.Measure {
				continue
			}
			for _, c := range said {
				if c.Kind == Date && c.Sentence == s && c.item == i && c.Day.Year > 0 {
					return c.Day, true
				}
			}
			if item.Class == english.Year || item.Date.Year > 0 {
				return english.Day{}, false
			}
		}
	}
	return english.Day{}, false
}
