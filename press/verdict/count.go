package verdict

import (
	"context"
	"slices"

	"rolecall"
	"rolecall/press/claims"
)

// count settles how many there are, of people or of episodes.
type count struct{}

func (count) find(ctx context.Context, j *Judge, c claims.Claim) (finding, error) {
	f, err := j.judgeNumber(ctx, c)
	if err == nil && c.Beside != "" {
		c.Role = c.Beside
		other, err := j.judgeNumber(ctx, c)
		return f.and(other), err
	}
	if c.Negated {
		f = f.denied()
	}
	return f, err
}

// and is the finding on two statements made at once: true only if both are, wrong if
// either is for certain.
func (f finding) and(other finding) finding {
	if f.Reason == other.Reason {
		return f
	}
	for _, v := range []Verdict{Contradicted, Unverifiable, Supported} {
		for _, is := range []finding{f, other} {
			if is.Verdict == v {
				lacks := is.lacks
				if v == Supported && lacks == "" {
					lacks = other.lacks
				}
				return found(v, slices.Concat(f.Evidence, other.Evidence), "%s; %s", f.Reason, other.Reason).resting(lacks)
			}
		}
	}
	return f
}

func (j *Judge) judgeNumber(ctx context.Context, c claims.Claim) (finding, error) {
	if !c.HasValue {
		return open("%q is no number", c.Vague), nil
	}
	s, refused, err := j.scopeOf(ctx, c)
	if err != nil || s == nil {
		return refused, err
	}
	credits := s.in(c.Role)
	switch {
	case c.Unit == "season" || c.Unit == "series" || c.Unit == "film":
		return open("the catalog does not say how many %s there were at the time of writing", rolecall.Kind(c.Unit).Plural()), nil
	case len(credits) == 0:
		return open("the catalog holds no %s of %s that this could be counted from", catalogRole(c.Role).Words(), s.label), nil
	case c.Person != claims.None:
		return s.judgeOwn(j, c, credits, figure.counts, c.Of, 0), nil
	case c.Gender == "" && isByTitle(c):
		return open("the sentence does not say whose episodes are counted"), nil
	case c.Gender == "":
		return s.judgeHowMany(c, credits), nil
	}
	return s.best(c, credits, figure.counts, c.Of, 0), nil
}

// judgeOwn settles how many of the episodes one person made.
func (s *scope) judgeOwn(j *Judge, c claims.Claim, credits []rolecall.Credit, measure func(figure) bounds, whole, tolerance float64) finding {
	name, role := j.personName(c), catalogRole(c.Role)
	own, near := s.creditsOf(j, c, credits)
	if len(own) == 0 && len(near) > 0 {
		return s.isMeant(j, c, near)
	}
	on, of := s.leavesWith(own), len(s.roll.Leaves)
	rows := s.rows(own)
	if len(own) == 0 {
		rows = s.rows(credits)
	}
	f := found(measure(figure{certain: on, upper: on, of: of}).against(c.Value, tolerance, c.Bound), rows,
		"%s is credited as %s on %d of %d %s of %s", name, role.Words(), on, of, s.leafWord(), s.label)
	if v := agreesWith(whole, of); v == Contradicted {
		f.Verdict = v
	}
	switch {
	case f.Verdict == Supported && len(near) > 0:
		return finding{Ruling: lowered(f.Ruling, "%s; %s may be the same person", f.Reason, s.names(near))}
	case f.Verdict == Supported:
		return f
	case len(near) > 0:
		return finding{Ruling: lowered(f.Ruling, "%s; is %s meant?", f.Reason, s.names(near))}
	}
	return f.resting(s.lacksCredits(role))
}

// agreesWith compares the whole that a claim gives with the number that there are.
func agreesWith(claimed float64, of int) Verdict {
	if claimed == 0 || int(claimed) == of {
		return Supported
	}
	return Contradicted
}

// judgeHowMany settles how many people held a role.
func (s *scope) judgeHowMany(c claims.Claim, credits []rolecall.Credit) finding {
	n, role := len(distinct(credits)), catalogRole(c.Role)
	v := bounds{float64(n), float64(n)}.against(c.Value, 0, c.Bound)
	f := found(v, s.rows(credits), "%d people are credited as %s of %s", n, role.Words(), s.label)
	if v == Contradicted && float64(n) > c.Value && role == rolecall.Director && !s.open {
		return f
	}
	return f.resting(s.lacksCredits(role))
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
	return rolecall.Count{Certain: f.certain, Possible: f.upper, Of: f.of}.String() + " " + f.words
}

// figures are the ways in which a claim may have counted: the one its words name
// first.
func (s *scope) figures(c claims.Claim, credits []rolecall.Credit) []figure {
	genders := s.roll.Genders()
	role := catalogRole(c.Role)
	people := rolecall.TallyPeople(credits, genders).Count(c.Gender)
	byPeople := figure{role.Plural() + " are " + c.Gender.Plural(), people.Certain, people.Possible, people.Of}
	titles := rolecall.TallyTitles(s.roll.LeafIDs(), credits, genders)
	any, all := titles.Any(c.Gender), titles.All(c.Gender)
	words := s.leafWord() + " " + byWords(role) + " "
	byTitles := []figure{
		{words + "at least one " + c.Gender.Words(), any.Certain, any.Possible, any.Of},
		{words + c.Gender.Plural() + " only", all.Certain, all.Possible, all.Of},
	}
	if any == all {
		byTitles = []figure{{words + c.Gender.Plural(), any.Certain, any.Possible, any.Of}}
	}
	switch {
	case isByTitle(c):
		return byTitles
	case c.Unit == claims.People:
		return []figure{byPeople}
	}
	return append([]figure{byPeople}, byTitles...)
}

// best finds by the way of counting that fits the claim best: guilds count episodes,
// universities people, and a text seldom says which. It is contradicted only if it is
// wrong in each. A number of people is not borne out by as many episodes, a share may be
// of either. The whole that a claim gives must be right as well: in "four of the five
// directors" both numbers are.
func (s *scope) best(c claims.Claim, credits []rolecall.Credit, measure func(figure) bounds, whole, tolerance float64) finding {
	var worst finding
	for i, f := range s.figures(c, credits) {
		v := measure(f).against(c.Value, tolerance, c.Bound)
		if agreesWith(whole, f.of) == Contradicted {
			v = Contradicted
		}
		if v == Supported && i > 0 && c.Kind == claims.Count && !isByTitle(c) {
			v = Unverifiable
		}
		is := found(v, s.rows(s.of(credits, c.Gender)), "%s%s", f, s.held())
		switch {
		case v == Supported:
			return is
		case worst.Verdict == "" || v == Unverifiable && worst.Verdict == Contradicted:
			worst = is
		}
	}
	return worst.resting(s.lacksCredits(c.Role))
}
