package speech

// address finds to whom or in what something is said: "told Variety", "wrote in the
// Guardian", "said in a statement".
func (r *reading) address(a *attribution, s subject, verb int) {
	i := verb + 1
	if s.from >= i {
		i = s.to
	}
	lower := r.lower(verb)
	if lower == "told" || lower == "tells" || lower == "telling" || lower == "asked" || lower == "asks" {
		if r.kindAt(i) == person {
			a.told, a.where = r.units[i].entity, r.words(i, i+1)
			return
		}
		if pronoun := pronounOf[r.lower(i)]; pronoun != "" {
			if one := r.meant(pronoun, r.at, verb, a.entity); one != a.entity {
				a.told = one
			}
			return
		}
		if where := r.outlet(i); where != "" {
			a.where = where
			return
		}
	}
	for j := i; j < r.end && j < i+10 && r.kindAt(j) == word; j++ {
		switch l := r.lower(j); {
		case l == "to" && r.kindAt(j+1) == person && j == i:
			a.told, a.where = r.units[j+1].entity, r.words(j+1, j+2)
			return
		case (l == "on" || l == "to" || (l == "in" || l == "for") && written[lower]) && r.outlet(j+1) != "":
			a.where = r.outlet(j + 1)
			return
		case l == "in" && articles[r.lower(j+1)] && letters[r.lower(j+2)]:
			a.where = r.words(j+1, j+3)
			return
		}
	}
	if a.where == "" {
		a.where = r.spokenTo()
	}
}

// spokenTo is the outlet of "Speaking to Variety magazine, …", "In an interview with …".
func (r *reading) spokenTo() string {
	for i := r.start; i < r.end; i++ {
		switch r.lower(i) {
		case "speaking", "spoke", "talking", "talked", "interview", "interviewed", "conversation":
			if l := r.lower(i + 1); l == "to" || l == "with" || l == "by" {
				if where := r.outlet(i + 2); where != "" {
					return where
				}
			}
		}
	}
	return ""
}

// days and months are capital and no outlet.
var days = wordSet("monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september october november december")

// outlet is a name, of no person, that stands at a unit: "the Guardian".
func (r *reading) outlet(i int) string {
	if r.lower(i) == "the" {
		i++
	}
	end := i
	for end < len(r.units) && r.units[end].capital && r.units[end].kind != person && r.units[end].kind != quote && !days[r.units[end].lower] && !pronouns[r.units[end].lower] {
		end++
	}
	return r.words(i, end)
}
