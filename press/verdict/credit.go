package verdict

import (
	"context"

	"rolecall"
	"rolecall/press/claims"
)

// judgeCredit settles whether somebody is credited. That a credit is missing proves
// something only for directors, of whom every episode has one and all are held; a
// cast, a writers' room and a list of producers are never known to be whole.
func judgeCredit(ctx context.Context, j *Judge, c claims.Claim) (Ruling, error) {
	s, ruling, err := j.scopeOf(ctx, c)
	if err != nil {
		return ruling, err
	}
	name := j.personName(c)
	if c.Title == claims.None {
		return unverifiable("the text does not say on which title"), nil
	}
	if s == nil {
		return ruling, nil
	}
	var own, others []rolecall.Credit
	for _, credit := range rolecall.Once(s.roll.Credits) {
		if !j.isPerson(s.roll.People[credit.PersonID], c) {
			continue
		}
		if credit.Role == catalogRole(c.Role) || c.Role == claims.Other || c.Role == "" {
			own = append(own, credit)
		} else {
			others = append(others, credit)
		}
	}
	ruling = s.judgeHeld(c, name, own, others)
	if c.Negated {
		ruling.Verdict = ruling.Verdict.opposite()
	}
	return ruling, nil
}

func (s *scope) judgeHeld(c claims.Claim, name string, own, others []rolecall.Credit) Ruling {
	role := catalogRole(c.Role).Words()
	if len(own) > 0 {
		return rule(Supported, s.rows(own), "%s is credited as %s of %s", name, own[0].Role.Words(), s.label)
	}
	held := s.in(c.Role)
	complete := rolecall.TallyTitles(s.roll.LeafIDs(), held, s.roll.Genders()).Held() == len(s.roll.Leaves)
	switch {
	case c.Role == rolecall.Director && complete && len(held) > 0 && !s.open && len(s.unplaced(held)) == 0:
		return rule(Contradicted, s.rows(held), "%s is not among the directors of %s: %s", name, s.label, s.names(held))
	case len(others) > 0:
		return rule(Unverifiable, s.rows(others), "%s is credited on %s, but not as %s: the catalog may lack it", name, s.label, role)
	case len(held) == 0:
		return unverifiable("the catalog holds no %s of %s", role, s.label)
	}
	return rule(Unverifiable, s.rows(held), "%s is not among those held as %s of %s, which may not be all: %s", name, role, s.label, s.names(held))
}
