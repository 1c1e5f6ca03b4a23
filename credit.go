package rolecall

import "slices"

// Scope is how widely a source speaks when it gives a credit.
type Scope string

// The scopes. A page that says who was a season's showrunner or main cast is
// taken for each episode held of that season; the scope keeps that in sight. One
// that names a season's directors is not, as it does not say who directed which
// episode (Role.ByEpisode): they count among the season's people and on no
// episode.
const (
	OfTitle  Scope = "title"
	OfSeason Scope = "season"
	OfSeries Scope = "series"
)

// Credit is one person in one role on one leaf title or, where the source does
// not say on which episodes, on a season or series.
type Credit struct {
	TitleID  string
	PersonID string
	Role     Role
	// Job is the work as credited, where that says more than the role:
	// "story by", "teleplay by".
	Job        string
	Characters []string
	// Billing is the place in the order of billing from 1, or 0 if not known.
	Billing int
	// Scope is how widely the source speaks; where it is empty, of the title it names.
	Scope Scope
	// Citations are the keys of the pages that give the credit.
	Citations []string
}

// Once merges what is listed more than once: a person counts once for a title
// and a role (docs/method.md, rule 1). Characters, jobs and citations of the
// repetitions are kept, the best billing and the narrowest scope win. The order
// of first appearance stays.
func Once(credits []Credit) []Credit {
	type key struct {
		title, person string
		role          Role
	}
	at := make(map[key]int, len(credits))
	var once []Credit
	for _, c := range credits {
		k := key{c.TitleID, c.PersonID, c.Role}
		i, seen := at[k]
		if !seen {
			at[k] = len(once)
			c.Characters, c.Citations = slices.Clone(c.Characters), slices.Clone(c.Citations)
			once = append(once, c)
			continue
		}
		once[i].absorb(c)
	}
	return once
}

// isUnplaced reports whether the source does not say on which episodes.
func (c Credit) isUnplaced() bool { return c.Role.ByEpisode() && c.Scope != OfTitle && c.Scope != "" }

func (c *Credit) absorb(d Credit) {
	if c.Job == "" {
		c.Job = d.Job
	}
	if c.Billing == 0 || d.Billing != 0 && d.Billing < c.Billing {
		c.Billing = d.Billing
	}
	if d.Scope == OfTitle || c.Scope == OfSeries {
		c.Scope = d.Scope
	}
	c.Characters = union(c.Characters, d.Characters)
	c.Citations = union(c.Citations, d.Citations)
}

// union appends to a what of b it lacks.
func union(a, b []string) []string {
	for _, s := range b {
		if !slices.Contains(a, s) {
			a = append(a, s)
		}
	}
	return a
}
