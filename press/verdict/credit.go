package verdict

import (
	"context"
	"fmt"
	"slices"
	"strings"

	"rolecall"
	"rolecall/press/claims"
)

// credit settles whether somebody is credited. That a credit is missing proves
// something only for directors, of whom every episode has one and all are held; a
// cast, a writers' room and a list of producers are never known to be whole.
type credit struct{}

func (credit) find(ctx context.Context, j *Judge, c claims.Claim) (finding, error) {
	if c.Title == claims.None {
		return open("the text does not say on which title"), nil
	}
	if c.Person == claims.None {
		return open("the text does not say who"), nil
	}
	s, refused, err := j.scopeOf(ctx, c)
	if err != nil || s == nil {
		return refused, err
	}
	f := s.judgeCredit(j, c)
	if f.Verdict == Supported && len(c.Seasons) > 1 && !c.Negated {
		return j.inEachSeason(ctx, c, f)
	}
	if !c.Negated {
		return f, nil
	}
	if c.Sole || isOpenRole(c.Role) {
		return lowerTo("the text does not say which credit it denies; %s", f), nil
	}
	return f.denied(), nil
}

// inEachSeason settles a credit that is said of several seasons, and is on record of some of
// their episodes: it must be on record of each season.
func (j *Judge) inEachSeason(ctx context.Context, c claims.Claim, all finding) (finding, error) {
	for _, season := range c.Seasons {
		one := c
		one.Seasons = []int{season}
		s, refused, err := j.scopeOf(ctx, one)
		if err != nil || s == nil {
			return refused, err
		}
		if f := s.judgeCredit(j, one); f.Verdict != Supported {
			return f, nil
		}
	}
	return all, nil
}

func lowerTo(reason string, f finding) finding {
	return finding{Ruling: lowered(f.Ruling, reason, f.Reason)}
}

// isOpenRole reports whether a claim leaves the job open: "Patty Jenkins's film".
func isOpenRole(role rolecall.Role) bool { return role == claims.Other || role == "" }

// judgeCredit settles that a person has a role, on some of the scope or on each of it.
func (s *scope) judgeCredit(j *Judge, c claims.Claim) finding {
	held := s.in(c.Role)
	if isOpenRole(c.Role) {
		held = s.roll.Credits
	}
	own, near := s.creditsOf(j, c, held)
	if len(own) == 0 {
		return s.judgeUncredited(j, c, held, near)
	}
	f := s.judgeExtent(j, c, own, near, held)
	if f.Verdict == Supported && c.Sole {
		f = s.judgeSole(j, c, own, near, held)
	}
	if f.Verdict == Supported {
		f = s.judgePart(j, c, own, f)
	}
	return f
}

// judgeUncredited settles a credit that the catalog does not hold.
func (s *scope) judgeUncredited(j *Judge, c claims.Claim, held, near []rolecall.Credit) finding {
	name, role := j.personName(c), catalogRole(c.Role)
	if len(near) > 0 {
		return s.isMeant(j, c, near)
	}
	others, _ := s.creditsOf(j, c, s.roll.Credits)
	switch {
	case role == rolecall.Director && len(held) > 0:
		return found(Contradicted, s.rows(held), "%s is not among the directors of %s: %s", name, s.label, s.names(held)).resting(s.lacksCredits(role))
	case len(others) > 0:
		return found(Unverifiable, s.rows(others), "%s is credited on %s, but not as %s: the catalog may lack it", name, s.label, role.Words())
	case isOpenRole(c.Role):
		return open("%s is not among those credited on %s, who may not be all", name, s.label)
	case len(held) == 0:
		return open("the catalog holds no %s of %s", role.Words(), s.label)
	}
	return found(Unverifiable, s.rows(held), "%s is not among those on record as %s of %s, which may not be all: %s", name, role.Words(), s.label, s.names(held))
}

// isEach reports whether a claim speaks of each of its episodes.
func isEach(c claims.Claim) bool {
	return c.Part.All || len(c.Part.Numbers) > 0 || c.Part.Last > 0
}

// judgeExtent settles on how many of the episodes a person is credited, where a claim says
// on each.
func (s *scope) judgeExtent(j *Judge, c claims.Claim, own, near, held []rolecall.Credit) finding {
	name, role := s.whoIs(j, c, own), own[0].Role
	on, of := s.leavesWith(own), len(s.roll.Leaves)
	if !isEach(c) || of == 0 {
		some := ""
		if role.ByEpisode() && on > 0 && on < of {
			some = fmt.Sprintf("%d of the %d %s of ", on, of, s.leafWord())
		}
		return found(Supported, s.rows(own), "%s credited as %s of %s%s", name, role.Words(), some, s.label)
	}
	lacks := ""
	if c.Part.All {
		lacks = s.lacksEpisodes()
	}
	if on == of {
		f := found(Supported, s.rows(own), "%s credited as %s %s", name, role.Words(), s.onAllLeaves())
		if c.HasValue && int(c.Value) == of {
			return f
		}
		return f.resting(lacks)
	}
	words := fmt.Sprintf("%s credited as %s on %d of %d %s of %s", name, role.Words(), on, of, s.leafWord(), s.label)
	others := s.elsewhere(held, own, near)
	if role != rolecall.Director || len(others) == 0 {
		return found(Unverifiable, s.rows(own), "%s", words)
	}
	return found(Contradicted, s.rows(others), "%s; the others are by %s", words, s.names(others)).resting(s.lacksCredits(role))
}

// onAllLeaves is "on all 13 episodes of Jessica Jones, season 2", or "of Lady Bird (2017)".
func (s *scope) onAllLeaves() string {
	if n := len(s.roll.Leaves); n > 1 {
		return fmt.Sprintf("on all %d %s of %s", n, s.leafWord(), s.label)
	}
	return "of " + s.label
}

// leavesWith is how many of the leaf titles have one of some credits. One for a whole
// season is on each of its episodes, unless its role changes hands from one to the next.
func (s *scope) leavesWith(credits []rolecall.Credit) int {
	return len(s.roll.Leaves) - s.without(s.spread(credits))
}

// spread puts credits of a season or series on its episodes.
func (s *scope) spread(credits []rolecall.Credit) []rolecall.Credit {
	all := slices.Clone(credits)
	for _, c := range credits {
		if c.Role.ByEpisode() {
			continue
		}
		for _, t := range s.roll.Leaves {
			if c.TitleID == t.SeasonID || c.TitleID == t.SeriesID {
				c.TitleID = t.ID
				all = append(all, c)
			}
		}
	}
	return all
}

// elsewhere are credits on leaf titles that have none of the person's own, nor of anybody
// who may be the person.
func (s *scope) elsewhere(held, own, near []rolecall.Credit) []rolecall.Credit {
	his := make(map[string]bool)
	for _, c := range append(slices.Clone(own), near...) {
		his[c.TitleID] = true
	}
	leaves := make(map[string]bool)
	for _, t := range s.roll.Leaves {
		leaves[t.ID] = true
	}
	return slices.DeleteFunc(slices.Clone(held), func(c rolecall.Credit) bool { return his[c.TitleID] || !leaves[c.TitleID] })
}

// judgeSole settles that nobody else has the role.
func (s *scope) judgeSole(j *Judge, c claims.Claim, own, near, held []rolecall.Credit) finding {
	name, role := j.personName(c), own[0].Role
	hers := make(map[string]bool)
	for _, o := range append(slices.Clone(own), near...) {
		hers[o.PersonID] = true
	}
	others := slices.DeleteFunc(slices.Clone(held), func(o rolecall.Credit) bool { return hers[o.PersonID] || isSideJob(o) })
	switch {
	case isOpenRole(c.Role):
		return found(Unverifiable, s.rows(own), "%s is credited as %s of %s; the text does not say of which job nobody else was", name, role.Words(), s.label)
	case len(others) > 0:
		return found(Contradicted, s.rows(others), "%s is not alone: %s of %s also %s", name, role.Words(), s.label, s.names(others))
	case len(near) > 0:
		return found(Unverifiable, s.rows(near), "beside %s, the catalog has %s as %s of %s: one person may be meant", name, s.names(near), role.Words(), s.label)
	}
	return found(Supported, s.rows(own), "%s is the only %s of %s", name, role.Words(), s.label).resting(s.lacksCredits(role))
}

// isSideJob reports whether a credit is for another job than the role usually means: that
// a novel is by somebody does not make them one of two who wrote the script.
func isSideJob(c rolecall.Credit) bool {
	job := strings.ToLower(c.Job)
	return c.Role != rolecall.Director && job != "" && !strings.Contains(job, "written") && !strings.Contains(job, "teleplay") && !strings.Contains(job, "screenplay")
}

// mostBilled is down to which place people are said to star.
const mostBilled = 10

// judgePart settles who is played, and whether somebody stars.
func (s *scope) judgePart(j *Judge, c claims.Claim, own []rolecall.Credit, f finding) finding {
	name := j.personName(c)
	billing, characters := 0, []string(nil)
	for _, o := range own {
		characters = append(characters, o.Characters...)
		if o.Billing != 0 && (billing == 0 || o.Billing < billing) {
			billing = o.Billing
		}
	}
	slices.Sort(characters)
	characters = slices.Compact(characters)
	switch {
	case c.Character != "" && len(characters) > 0 && !slices.ContainsFunc(characters, func(held string) bool { return isCharacter(c.Character, held) }):
		return found(Unverifiable, s.rows(own), "%s is credited on %s as %s; the text says %s", name, s.label, listed(characters), c.Character)
	case c.Role == claims.Star && billing > mostBilled:
		return found(Unverifiable, s.rows(own), "%s is in the cast of %s, billed in place %d", name, s.label, billing)
	}
	if c.Character != "" && len(characters) > 0 {
		f.Reason += ", as " + listed(characters)
	}
	return f
}

// isCharacter reports whether what a text calls a character fits a name of the catalog:
// all words of one are among those of the other.
func isCharacter(said, held string) bool {
	for alias := range strings.FieldsFuncSeq(held, func(r rune) bool { return r == '/' || r == '(' || r == ')' || r == ';' }) {
		a, b := takeApart(said).all, takeApart(alias).all
		if len(a) > 0 && len(b) > 0 && (isWithin(a, b) || isWithin(b, a)) {
			return true
		}
	}
	return false
}

// isWithin reports whether all words of a are among those of b, articles apart.
func isWithin(a, b []string) bool {
	words := slices.DeleteFunc(slices.Clone(a), func(w string) bool { return w == "the" || w == "a" || w == "an" })
	return len(words) > 0 && !slices.ContainsFunc(words, func(w string) bool { return !slices.Contains(b, w) })
}
