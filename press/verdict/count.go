package verdict

import (
	"context"
	"fmt"
	"slices"

	"rolecall"
	"rolecall/press/claims"
)

// genderCount is "1 woman" or "3 women".
func genderCount(n int, g rolecall.Gender) string {
	if n == 1 {
		return "1 " + g.Words()
	}
	return fmt.Sprintf("%d %s", n, g.Plural())
}

// judgeCount settles how many there are, of people or of episodes.
func judgeCount(ctx context.Context, j *Judge, c claims.Claim) (Ruling, error) {
	ruling, err := j.judgeNumber(ctx, c)
	if err != nil || c.Beside == "" {
		return ruling, err
	}
	c.Role = c.Beside
	other, err := j.judgeNumber(ctx, c)
	return ruling.and(other), err
}

// and is the ruling on two statements made at once: true only if both are, wrong if
// either is.
func (r Ruling) and(other Ruling) Ruling {
	if r.Reason == other.Reason {
		return r
	}
	for _, v := range []Verdict{Contradicted, Unverifiable, Supported} {
		if r.Verdict == v || other.Verdict == v {
			return rule(v, append(slices.Clone(r.Evidence), other.Evidence...), "%s; %s", r.Reason, other.Reason)
		}
	}
	return r
}

func (j *Judge) judgeNumber(ctx context.Context, c claims.Claim) (Ruling, error) {
	if !c.HasValue {
		return unverifiable("%q is no number", c.Vague), nil
	}
	s, ruling, err := j.scopeOf(ctx, c)
	if err != nil || s == nil {
		return ruling, err
	}
	if c.Unit == "season" || c.Unit == "film" || c.Unit == "series" {
		return unverifiable("the catalog does not say how many %ss there were at the time of writing", c.Unit), nil
	}
	credits := s.in(c.Role)
	if c.Person != claims.None {
		credits = s.ofPerson(j, credits, c)
	}
	if len(credits) == 0 {
		return unverifiable("the catalog holds no %s of %s that this could be counted from", c.Role.Words(), s.label), nil
	}
	if c.Person != claims.None {
		return s.judgeOwnCount(j, c, credits), nil
	}
	if c.Gender == "" && c.Unit == "episode" {
		return unverifiable("the sentence does not say whose episodes are counted"), nil
	}
	if c.Gender == "" {
		return s.judgeHowMany(c, credits), nil
	}
	return s.best(c, credits, func(f figure) (bounds, float64) { return f.counts(), 0 }), nil
}

func (s *scope) ofPerson(j *Judge, credits []rolecall.Credit, c claims.Claim) []rolecall.Credit {
	var own []rolecall.Credit
	for _, credit := range credits {
		if j.isPerson(s.roll.People[credit.PersonID], c) {
			own = append(own, credit)
		}
	}
	return own
}

// judgeOwnCount settles how many episodes one person made.
func (s *scope) judgeOwnCount(j *Judge, c claims.Claim, credits []rolecall.Credit) Ruling {
	v := bounds{float64(len(credits)), float64(len(credits))}.against(c.Value, 0, c.Bound)
	if v == Contradicted && (s.open && len(credits) < int(c.Value) || len(s.unplaced(credits)) > 0) {
		v = Unverifiable
	}
	return rule(v, s.rows(credits), "%s is credited as %s on %d %s%s", j.personName(c), c.Role.Words(), len(credits), s.leafWord(), s.held())
}

// judgeHowMany settles how many people held a role.
func (s *scope) judgeHowMany(c claims.Claim, credits []rolecall.Credit) Ruling {
	n := len(distinct(credits))
	complete := rolecall.TallyTitles(s.roll.LeafIDs(), credits, s.roll.Genders()).Held() == len(s.roll.Leaves)
	v := bounds{float64(n), float64(n)}.against(c.Value, 0, c.Bound)
	if v == Contradicted && (!complete || s.open) {
		v = Unverifiable
	}
	return rule(v, s.rows(credits), "%d people are credited as %s of %s", n, c.Role.Words(), s.label)
}

// figure is one way to count: by people, or by titles of which any or all are.
type figure struct {
	words          string
	certain, upper int
	of             int
}

func (f figure) counts() bounds { return bounds{float64(f.certain), float64(f.upper)} }

func (f figure) percent() bounds {
	if f.of == 0 {
		return bounds{0, 100}
	}
	return bounds{100 * float64(f.certain) / float64(f.of), 100 * float64(f.upper) / float64(f.of)}
}

func (f figure) String() string {
	if f.certain == f.upper {
		return fmt.Sprintf("%d of %d %s", f.certain, f.of, f.words)
	}
	return fmt.Sprintf("%d–%d of %d %s", f.certain, f.upper, f.of, f.words)
}

// figures are the ways in which a claim may have counted: the one its words name
// first.
func (s *scope) figures(c claims.Claim, credits []rolecall.Credit) []figure {
	genders := s.roll.Genders()
	people := rolecall.TallyPeople(credits, genders).Count(c.Gender)
	byPeople := figure{c.Role.Plural() + " are " + c.Gender.Plural(), people.Certain, people.Possible, people.Of}
	titles := rolecall.TallyTitles(s.roll.LeafIDs(), credits, genders)
	any, all := titles.Any(c.Gender), titles.All(c.Gender)
	words := s.leafWord() + " " + byWords(c.Role) + " "
	byTitles := []figure{
		{words + "at least one " + c.Gender.Words(), any.Certain, any.Possible, any.Of},
		{words + c.Gender.Plural() + " only", all.Certain, all.Possible, all.Of},
	}
	if any == all {
		byTitles = []figure{{words + c.Gender.Plural(), any.Certain, any.Possible, any.Of}}
	}
	if c.Unit == "episode" || c.Unit == "film" {
		return byTitles
	}
	return append([]figure{byPeople}, byTitles...)
}

// best rules by the way of counting that fits the claim best: guilds count episodes,
// universities people, and a text seldom says which. It is contradicted only if it is
// wrong in each.
func (s *scope) best(c claims.Claim, credits []rolecall.Credit, measure func(figure) (bounds, float64)) Ruling {
	var worst Ruling
	for _, f := range s.figures(c, credits) {
		b, tolerance := measure(f)
		v := b.against(c.Value, tolerance, c.Bound)
		if v == Contradicted && s.open {
			v = Unverifiable
		}
		ruling := rule(v, s.rows(s.of(credits, c.Gender)), "%s%s", f, s.held())
		switch {
		case v == Supported:
			return ruling
		case worst.Verdict == "" || v == Unverifiable && worst.Verdict == Contradicted:
			worst = ruling
		}
	}
	return worst
}
