package verdict

import (
	"context"

	"rolecall"
	"rolecall/press/claims"
)

// judgeEvery settles "all are women", "none is" and "the only one".
func judgeEvery(ctx context.Context, j *Judge, c claims.Claim) (Ruling, error) {
	s, ruling, err := j.scopeOf(ctx, c)
	if err != nil || s == nil {
		return ruling, err
	}
	credits := s.in(c.Role)
	if len(credits) == 0 {
		return unverifiable("the catalog holds no %s of %s", c.Role.Words(), s.label), nil
	}
	switch {
	case c.Negated && c.Gender != "":
		return s.judgeNone(c, credits), nil
	case c.Value == 1 && c.HasValue && c.Of != 1:
		return s.judgeOnly(c, credits), nil
	case c.Gender == "":
		return unverifiable("the sentence does not say of what gender"), nil
	}
	return j.allSoFar(ctx, c, s, s.judgeAll(c, credits))
}

// allSoFar takes back that a claim about a whole series is contradicted where it holds
// for the first season: a text that was written before the others was right.
func (j *Judge) allSoFar(ctx context.Context, c claims.Claim, s *scope, ruling Ruling) (Ruling, error) {
	if ruling.Verdict != Contradicted || s.titles[0].Kind != rolecall.Series {
		return ruling, nil
	}
	first := c
	first.Seasons = []int{1}
	early, missing, err := j.scopeOf(ctx, first)
	if err != nil || early == nil || missing.Verdict != "" {
		return ruling, err
	}
	if then := early.judgeAll(first, early.in(c.Role)); then.Verdict != Supported {
		return ruling, nil
	}
	return rule(Unverifiable, ruling.Evidence, "true of season 1, and no longer of all seasons (%s): it depends on the day of writing", ruling.Reason), nil
}

func (s *scope) judgeAll(c claims.Claim, credits []rolecall.Credit) Ruling {
	genders := s.roll.Genders()
	titles := rolecall.TallyTitles(s.roll.LeafIDs(), credits, genders)
	all := titles.All(c.Gender)
	others := s.notOf(credits, c.Gender)
	if n := len(s.roll.Leaves); s.whole && !s.open && c.Unit == "episode" && c.HasValue && int(c.Value) != n && all.Possible == all.Of {
		return rule(Contradicted, nil, "%s has %d episodes, not %d", s.label, n, int(c.Value))
	}
	people := rolecall.TallyPeople(credits, genders)
	switch {
	case all.Certain == all.Of:
		return rule(Supported, s.rows(credits), "%d of %d %s %s %s%s", all.Certain, all.Of, s.leafWord(), byWords(c.Role), c.Gender.Plural(), s.held())
	case len(others) > 0:
		return rule(Contradicted, s.rows(others), "%s %s %s %s: not by %s", all.String(), s.leafWord(), byWords(c.Role), c.Gender.Plural(), s.names(others))
	case len(s.unplaced(credits)) > 0 && people.Of(c.Gender) == people.Total():
		return rule(Supported, s.rows(credits), "all %d people credited as %s are %s; which episodes they made is not said for all", people.Total(), c.Role.Words(), c.Gender.Plural())
	case people.Unknown > 0:
		return rule(Unverifiable, s.rows(credits), "%d of %d %s have no stated gender; at least %d are %s", people.Unknown, people.Total(), c.Role.Plural(), people.Of(c.Gender), c.Gender.Plural())
	}
	return rule(Unverifiable, s.rows(credits), "for %d of %d %s no %s is held; of the others all are %s", len(titles)-titles.Held(), len(titles), s.leafWord(), c.Role.Words(), c.Gender.Plural())
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

func (s *scope) judgeNone(c claims.Claim, credits []rolecall.Credit) Ruling {
	those := s.of(credits, c.Gender)
	people := rolecall.TallyPeople(credits, s.roll.Genders())
	missing := len(s.roll.Leaves) - rolecall.TallyTitles(s.roll.LeafIDs(), credits, s.roll.Genders()).Held()
	switch {
	case len(those) > 0:
		return rule(Contradicted, s.rows(those), "%s: %s", genderCount(len(distinct(those)), c.Gender), s.names(those))
	case people.Unknown == 0 && (missing == 0 || len(s.unplaced(credits)) > 0):
		return rule(Supported, s.rows(credits), "none of the %d %s held is a %s%s", people.Total(), c.Role.Plural(), c.Gender.Words(), s.held())
	case people.Unknown > 0:
		return rule(Unverifiable, s.rows(credits), "%d of %d %s have no stated gender; none of the others is a %s", people.Unknown, people.Total(), c.Role.Plural(), c.Gender.Words())
	}
	return rule(Unverifiable, s.rows(credits), "for %d %s no %s is held", missing, s.leafWord(), c.Role.Words())
}

func (s *scope) judgeOnly(c claims.Claim, credits []rolecall.Credit) Ruling {
	those := s.of(credits, c.Gender)
	people := rolecall.TallyPeople(credits, s.roll.Genders())
	n := bounds{float64(people.Of(c.Gender)), float64(people.Of(c.Gender) + people.Unknown)}
	v := n.against(1, 0, "")
	if v == Contradicted && people.Of(c.Gender) == 0 || s.open && v == Supported {
		if s.open && v == Supported {
			return rule(Supported, s.rows(those), "%s is the only %s among the %d %s held", s.names(those), c.Gender.Words(), people.Total(), c.Role.Plural())
		}
	}
	return rule(v, s.rows(those), "%s among %d %s: %s", genderCount(people.Of(c.Gender), c.Gender), people.Total(), c.Role.Plural(), s.names(those))
}

func distinct(credits []rolecall.Credit) map[string]bool {
	people := make(map[string]bool)
	for _, c := range credits {
		people[c.PersonID] = true
	}
	return people
}
