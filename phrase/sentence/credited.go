package sentence

import (
	"cmp"
	"fmt"
	"maps"
	"slices"
	"strings"

	"rolecall"
	"rolecall/measure"
	"rolecall/phrase"
)

// Career says what is on record of somebody, in a sentence with its stop: "Directed 12
// episodes of 4 series between 2014 and 2019 and wrote 3 films in 2017." What a source does
// not say (which episodes, which year) is left unsaid, and nothing is said of the person that
// no credit says.
func Career(c measure.Career) string {
	all := deeds(c)
	if len(all) == 0 {
		return "No credit is on record."
	}
	told := all[:min(len(all), mostDeeds)]
	words := phrase.Each(told, deed.does)
	if left := len(all) - len(told); left > 0 {
		words = append(words, "is credited in "+phrase.Numbered(left, "other role", "other roles"))
	}
	said := phrase.And(words)
	if when := told[0].when(); len(told) == len(all) && isAlways(told, when) {
		said = phrase.Joined(", all ", phrase.And(phrase.Each(words, func(w string) string { return strings.TrimSuffix(w, " "+when) })), when)
	}
	if c.KnownFor != "" && len(c.Works) > 1 {
		said = "most widely known, by votes, " + asKnown(c.KnownFor) + "; " + said
	}
	return phrase.Capital(said) + "."
}

// isAlways reports whether several deeds were done in the same years.
func isAlways(told []deed, when string) bool {
	return len(told) > 1 && when != "" && !slices.ContainsFunc(told, func(d deed) bool { return d.when() != when })
}

// CareerRests says how much is on record of somebody, as sentences: "14 credits on
// films and episodes are on record in this catalog; there may be others."
func CareerRests(c measure.Career) string {
	credits, unsaid := 0, 0
	for _, w := range c.Works {
		credits += len(w.Leaves)
		if len(w.Leaves) == 0 {
			unsaid++
		}
	}
	words := fmt.Sprintf("%s on films and episodes %s on record in this catalog", phrase.Counted(credits, "credit", "credits"), phrase.Agree(credits, "is", "are"))
	if unsaid > 0 {
		words += ", and " + phrase.Counted(unsaid, "season or series", "seasons or series") + " of which it is not said which episodes"
	}
	return words + "; there may be others."
}

// mostDeeds is how many roles a sentence tells one by one.
const mostDeeds = 3

func asKnown(note string) string {
	if strings.HasPrefix(note, "in ") {
		return note
	}
	return "as " + note
}

// deed is what somebody did in one role, or in several that are told alike, on the same titles.
type deed struct {
	roles           []rolecall.Role
	films, episodes map[string]bool
	// series are by their identifier, with the name.
	series map[string]string
	// film is the name of a film, which is told where it is the only one.
	film string
	// unsaid says that of some series it is not said which episodes.
	unsaid   bool
	from, to int
}

// deeds are what somebody did, role by role, that with the most credits first.
func deeds(c measure.Career) []deed {
	var all []deed
	for _, w := range c.Works {
		i := slices.IndexFunc(all, func(d deed) bool { return d.roles[0] == w.Role })
		if i < 0 {
			i = len(all)
			all = append(all, deed{roles: []rolecall.Role{w.Role}, films: map[string]bool{}, episodes: map[string]bool{}, series: map[string]string{}})
		}
		all[i].add(w)
	}
	slices.SortStableFunc(all, func(a, b deed) int {
		return cmp.Or(len(b.films)+len(b.episodes)-len(a.films)-len(a.episodes), a.roles[0].Compare(b.roles[0]))
	})
	return together(all)
}

// together brings roles on the same titles into one deed.
func together(all []deed) (deeds []deed) {
	for _, d := range all {
		i := slices.IndexFunc(deeds, func(other deed) bool { return other.isLike(d) && other.on(d) })
		if i < 0 {
			deeds = append(deeds, d)
			continue
		}
		deeds[i].roles = append(deeds[i].roles, d.roles...)
	}
	return deeds
}

// isNamed reports whether the role is named, having no verb of its own.
func (d deed) isNamed() bool { return verbs[d.roles[0]] == "" }

// isLike reports whether both are told alike: named, or by a verb of what is done to the same.
func (d deed) isLike(other deed) bool {
	return d.isNamed() == other.isNamed() && d.roles[0] != rolecall.Creator && other.roles[0] != rolecall.Creator && d.roles[0] != rolecall.Cast && other.roles[0] != rolecall.Cast
}

// on reports whether both are on the same films and episodes.
func (d deed) on(other deed) bool {
	return maps.Equal(d.films, other.films) && maps.Equal(d.episodes, other.episodes) && maps.Equal(d.series, other.series) && d.unsaid == other.unsaid
}

func (d *deed) add(w measure.Work) {
	if w.Title.Kind == rolecall.Film {
		d.films[w.Title.ID], d.film = true, w.Title.Name
	} else {
		d.series[cmp.Or(w.Title.SeriesID, w.Title.ID)] = cmp.Or(w.Title.SeriesName, w.Title.Name)
	}
	if len(w.Leaves) == 0 {
		d.unsaid = true
		d.shown(w.Title.First().Year)
	}
	for _, leaf := range w.Leaves {
		if leaf.Kind == rolecall.Episode {
			d.episodes[leaf.ID] = true
		}
		d.shown(cmp.Or(leaf.First().Year, w.Title.Year))
	}
}

// shown takes in a year, if it is known.
func (d *deed) shown(year int) {
	if year == 0 {
		return
	}
	if d.from == 0 || year < d.from {
		d.from = year
	}
	d.to = max(d.to, year)
}

// does says what somebody did: "directed 12 episodes of 4 series between 2014 and 2019".
func (d deed) does() string {
	return phrase.Joined(" ", d.verb(), phrase.And(d.objects()), d.when())
}

func (d deed) objects() (all []string) {
	if n := len(d.series); n > 0 {
		of := phrase.Counted(n, "series", "series")
		for _, name := range d.series {
			if n == 1 && name != "" {
				of = name
			}
		}
		if d.roles[0] != rolecall.Creator {
			of = d.ofEpisodes() + " of " + of
		}
		all = append(all, of)
	}
	if n := len(d.films); n == 1 && d.film != "" {
		all = append(all, "the film "+d.film)
	} else if n > 0 {
		all = append(all, phrase.Counted(n, "film", "films"))
	}
	return all
}

// ofEpisodes are the episodes, as far as it is said which.
func (d deed) ofEpisodes() string {
	switch n := len(d.episodes); {
	case n == 0:
		return "episodes"
	case d.unsaid:
		return "at least " + phrase.Episodes(n)
	default:
		return phrase.Episodes(n)
	}
}

func (d deed) when() string {
	switch {
	case d.from == 0:
		return ""
	case d.from == d.to:
		return "in " + phrase.Number(d.from)
	}
	return "between " + phrase.Number(d.from) + " and " + phrase.Number(d.to)
}

// verb is what people in a role did; one without a verb of its own is named.
func (d deed) verb() string {
	if d.isNamed() {
		return "is credited as " + phrase.And(phrase.Each(d.roles, rolecall.Role.Words)) + " on"
	}
	return phrase.And(phrase.Each(d.roles, func(r rolecall.Role) string { return verbs[r] }))
}

var verbs = map[rolecall.Role]string{
	rolecall.Director: "directed", rolecall.Writer: "wrote", rolecall.Creator: "created", rolecall.Cast: "appeared in",
	rolecall.Producer: "produced", rolecall.Editor: "edited",
}
