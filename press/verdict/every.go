package verdict

import (
	"context"

	"rolecall"
	"rolecall/phrase"
	"rolecall/press/claims"
)

// every settles "all are women", "none is" and "the only one", and that one person made
// all of something.
type every struct{}

func (every) find(ctx context.Context, j *Judge, c claims.Claim) (finding, error) {
	s, refused, err := j.scopeOf(ctx, c)
	if err != nil || s == nil {
		return refused, err
	}
	credits := s.in(c.Role)
	isOnly := c.HasValue && c.Value == 1 && c.Of != 1 && !c.Negated && !c.Part.All
	switch {
	case c.Gender == "" && c.Person != claims.None:
		return s.judgeAllByOne(j, c), nil
	case len(credits) == 0:
		return open("the catalog holds no %s of %s", c.Role.Words(), s.label), nil
	case c.Gender == "":
		return open("the sentence does not say of what gender"), nil
	case c.Negated && c.Part.All && !(c.HasValue && c.Value == 0):
		return s.judgeAll(c, credits).denied(), nil
	case c.Negated:
		return s.judgeNone(c, credits), nil
	case isOnly:
		return s.judgeOnly(j, c, credits), nil
	case c.Loose:
		return s.judgeLoose(c, credits), nil
	}
	return j.allSoFar(ctx, c, s, s.judgeAll(c, credits))
}

// allSoFar keeps a claim about a whole series from being contradicted where it holds for
// the first season: a text that was written before the others was right.
func (j *Judge) allSoFar(ctx context.Context, c claims.Claim, s *scope, f finding) (finding, error) {
	if f.Verdict != Contradicted || s.titles[0].Kind != rolecall.Series {
		return f, nil
	}
	first := c
	first.Seasons = []int{1}
	early, _, err := j.scopeOf(ctx, first)
	if err != nil || early == nil {
		return f, err
	}
	if then := early.judgeAll(first, early.in(c.Role)); then.Verdict != Supported {
		return f, nil
	}
	return f.resting("it is true of season 1, so that it depends on the day of writing"), nil
}

// judgeAllByOne settles that one person made all of it.
func (s *scope) judgeAllByOne(j *Judge, c claims.Claim) finding {
	c.Part.All = true
	f := s.judgeCredit(j, c)
	if n := len(s.roll.Leaves); f.Verdict == Supported && s.isMiscounted(c, n) {
		f = found(Contradicted, f.Evidence, "%s has %d %s, not %d", s.label, n, s.leafWord(), int(c.Value)).resting(s.lacksEpisodes())
	}
	if c.Negated {
		return f.denied()
	}
	return f
}

// isMiscounted reports whether a claim of all gives another number than there are.
func (s *scope) isMiscounted(c claims.Claim, n int) bool {
	return c.HasValue && c.Value > 0 && int(c.Value) != n
}

// isByTitle reports whether a claim counts episodes or films, and not people.
func isByTitle(c claims.Claim) bool { return c.Unit == "episode" || c.Unit == "film" }

// judgeAll settles that all are of a gender: of each episode somebody who made it, where
// the words count episodes, else each of the people.
func (s *scope) judgeAll(c claims.Claim, credits []rolecall.Credit) finding {
	genders := s.roll.Genders()
	titles := rolecall.TallyTitles(s.roll.LeafIDs(), credits, genders)
	all, any := titles.All(c.Gender), titles.Any(c.Gender)
	people := rolecall.TallyPeople(credits, genders)
	others := s.notOf(credits, c.Gender)
	role, leaves, plural := catalogRole(c.Role), s.leafWord(), c.Gender.Plural()
	switch {
	case isByTitle(c) && any.Possible < any.Of:
		without := s.without(s.possibly(credits, c.Gender))
		return found(Contradicted, s.rows(others), "%s %s %s %s; %d certainly not by %s, but by %s", all, leaves, byWords(role), plural, without, plural, s.names(others)).resting(s.lacksOthers(role))
	case isByTitle(c) && len(others) > 0:
		return found(Unverifiable, s.rows(others), "%d of %d %s %s %s; on some, others are credited as well: %s", any.Certain, any.Of, leaves, byWords(role), plural, s.names(others))
	case len(others) > 0:
		return found(Contradicted, s.rows(others), "%s %s %s %s: not by %s", all, leaves, byWords(role), plural, s.names(others))
	case s.isMiscounted(c, s.counted(c, people)) && all.Possible == all.Of:
		return found(Contradicted, s.rows(credits), "%s has %d %s, not %d", s.label, s.counted(c, people), s.countedWords(c), int(c.Value)).resting(s.lacksCounted(c, role))
	case all.Certain == all.Of:
		return found(Supported, s.rows(credits), "%d of %d %s %s %s", all.Certain, all.Of, leaves, byWords(role), plural).resting(s.lacksCounted(c, role))
	case len(s.unplaced(credits)) > 0 && people.Of(c.Gender) == people.Total():
		return found(Supported, s.rows(credits), "all %d people credited as %s are %s; which episodes they made is not said for all", people.Total(), role.Words(), plural).resting(s.lacksPeople(role))
	case people.Unknown > 0:
		return found(Unverifiable, s.rows(credits), "%d of %d %s have no stated gender; at least %d are %s", people.Unknown, people.Total(), role.Plural(), people.Of(c.Gender), plural)
	}
	return found(Unverifiable, s.rows(credits), "for %d of %d %s no %s is on record; of the others all are %s", len(titles)-titles.Held(), len(titles), leaves, role.Words(), plural)
}

// possibly are the credits of people who are of a gender or may be.
func (s *scope) possibly(credits []rolecall.Credit, g rolecall.Gender) []rolecall.Credit {
	return append(s.of(credits, g), s.of(credits, rolecall.Unknown)...)
}

// lacksOthers says why somebody else may have made an episode beside those held. The
// director of an episode is all who can be missing.
func (s *scope) lacksOthers(role rolecall.Role) string {
	if role != rolecall.Director {
		return s.lacksPeople(role)
	}
	return ""
}

// counted is how many there are of what a claim counts: episodes, or people.
func (s *scope) counted(c claims.Claim, people rolecall.Tally) int {
	if isByTitle(c) {
		return len(s.roll.Leaves)
	}
	return people.Total()
}

func (s *scope) countedWords(c claims.Claim) string {
	if isByTitle(c) {
		return s.leafWord()
	}
	return c.Role.Plural()
}

func (s *scope) lacksCounted(c claims.Claim, role rolecall.Role) string {
	switch {
	case isByTitle(c) && c.HasValue && int(c.Value) == len(s.roll.Leaves):
		return ""
	case isByTitle(c):
		return s.lacksEpisodes()
	}
	return s.lacksPeople(role)
}

// judgeLoose settles what a text says without a quantity: "women directed the season" is
// right where all are, and wrong only where none is.
func (s *scope) judgeLoose(c claims.Claim, credits []rolecall.Credit) finding {
	c.Unit, c.HasValue = "", false
	titles := rolecall.TallyTitles(s.roll.LeafIDs(), credits, s.roll.Genders())
	any := titles.Any(c.Gender)
	role := catalogRole(c.Role)
	switch {
	case any.Possible == 0:
		return found(Contradicted, s.rows(credits), "%d of %d %s %s %s: they are by %s", any.Certain, any.Of, s.leafWord(), byWords(role), c.Gender.Plural(), s.names(credits)).resting(s.lacksCredits(role))
	case len(s.notOf(credits, c.Gender)) > 0:
		return found(Unverifiable, s.rows(credits), "%s %s %s %s; the text does not say how many it means", any, s.leafWord(), byWords(role), c.Gender.Plural())
	}
	return s.judgeAll(c, credits)
}

// notOf are the credits of people who are known to be of another gender.
func (s *scope) notOf(credits []rolecall.Credit, g rolecall.Gender) []rolecall.Credit {
	var others []rolecall.Credit
	for _, credit := range credits {
		if is := s.roll.People[credit.PersonID].Gender; is != g && is != rolecall.Unknown {
			others = append(others, credit)
		}
	}
	return others
}

func (s *scope) of(credits []rolecall.Credit, g rolecall.Gender) []rolecall.Credit {
	var those []rolecall.Credit
	for _, credit := range credits {
		if s.roll.People[credit.PersonID].Gender == g {
			those = append(those, credit)
		}
	}
	return those
}

func (s *scope) judgeNone(c claims.Claim, credits []rolecall.Credit) finding {
	those := s.of(credits, c.Gender)
	people := rolecall.TallyPeople(credits, s.roll.Genders())
	role := catalogRole(c.Role)
	switch {
	case len(those) > 0:
		return found(Contradicted, s.rows(those), "%s: %s", phrase.Gendered(len(distinct(those)), c.Gender), s.names(those))
	case people.Unknown > 0:
		return found(Unverifiable, s.rows(credits), "%d of %d %s have no stated gender; none of the others is a %s", people.Unknown, people.Total(), role.Plural(), c.Gender.Words())
	}
	return found(Supported, s.rows(credits), "none of the %d %s on record is a %s", people.Total(), role.Plural(), c.Gender.Words()).resting(s.lacksPeople(role))
}

// judgeOnly settles that one person, and no other, is of a gender.
func (s *scope) judgeOnly(j *Judge, c claims.Claim, credits []rolecall.Credit) finding {
	those := s.of(credits, c.Gender)
	people := rolecall.TallyPeople(credits, s.roll.Genders())
	role := catalogRole(c.Role)
	v := bounds{float64(people.Of(c.Gender)), float64(people.Of(c.Gender) + people.Unknown)}.against(1, 0, "")
	rows := s.rows(those)
	if len(those) == 0 {
		rows = s.rows(credits)
	}
	f := found(v, rows, "%s among %d %s: %s", phrase.Gendered(people.Of(c.Gender), c.Gender), people.Total(), role.Plural(), s.names(those))
	if v == Contradicted && people.Of(c.Gender) > 1 {
		return f
	}
	if v == Supported && c.Person != claims.None {
		own, near := s.creditsOf(j, c, those)
		switch {
		case len(near) > 0 && len(own) == 0:
			return s.isMeant(j, c, near)
		case len(own) == 0:
			f.Verdict = Contradicted
		}
	}
	return f.resting(s.lacksPeople(role))
}

func distinct(credits []rolecall.Credit) map[string]bool {
	people := make(map[string]bool)
	for _, c := range credits {
		people[c.PersonID] = true
	}
	return people
}
