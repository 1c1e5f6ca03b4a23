package verdict

import (
	"context"
	"fmt"
	"slices"
	"strings"

	"rolecall"
	"rolecall/press/claims"
	"rolecall/press/english"
	"rolecall/press/mention"
)

// A wrong accusation does more harm than ten claims left open. This file is the one
// place that decides which findings pass as they are: before its judge is asked, a claim
// must be read without doubt and its title be the one that the text speaks of; and what
// the judge finds must rest on rows that are complete, on a title that the words name.

// mostAround is how many words of meaning may stand unread in the sentence of a claim that is
// contradicted. Of the sentences in bench/claims that mislead, most have more, and of those
// that are plainly false few.
const mostAround = 2

// finding is what the rows say of a claim.
type finding struct {
	Ruling
	// lacks says what the catalog may lack that the finding rests on: "not all of its
	// seasons may be held". It is empty where the rows that are held suffice.
	lacks string
}

// found is a finding that rests on the rows that are held alone.
func found(v Verdict, rows []Row, reason string, args ...any) finding {
	return finding{Ruling: rule(v, rows, reason, args...)}
}

// open is a finding that the rows do not decide.
func open(reason string, args ...any) finding {
	return finding{Ruling: unverifiable(reason, args...)}
}

// resting says what a finding rests on that the catalog may lack.
func (f finding) resting(lacks string) finding {
	f.lacks = lacks
	return f
}

// denied is the finding on the denial of what it is about.
func (f finding) denied() finding {
	switch f.Verdict {
	case Supported:
		f.Verdict = Contradicted
	case Contradicted:
		f.Verdict = Supported
	}
	return f
}

// gate rules on a claim.
func (j *Judge) gate(ctx context.Context, c claims.Claim) (Ruling, error) {
	if why := j.unsure(c); why != "" {
		return unverifiable("%s", why), nil
	}
	f, err := judges[c.Kind].find(ctx, j, c)
	if err != nil {
		return Ruling{}, err
	}
	if f.Verdict == Contradicted {
		stranger, err := j.strangerAmong(ctx, c)
		if err != nil {
			return Ruling{}, err
		}
		if stranger != "" {
			f = f.resting(fmt.Sprintf("the text names %s beside it, who is not credited: another work of that name may be meant", stranger))
		}
	}
	return j.pass(c, f), nil
}

// strangerAmong is the name of somebody whose the text says the title of a claim is, or who
// it says was in it too, and whom the catalog does not credit so: it may speak of another
// film, or of the novel. It is empty where there is none.
func (j *Judge) strangerAmong(ctx context.Context, c claims.Claim) (string, error) {
	for i, person := range slices.Concat(c.Owners, c.Company) {
		of := claims.Claim{Kind: claims.Credit, Title: c.Title, Person: person, Quote: j.found.Entities[person].Name}
		s, _, err := j.scopeOf(ctx, of)
		if err != nil || s == nil {
			return "", err
		}
		credits := s.roll.Credits
		if i < len(c.Owners) {
			credits = slices.DeleteFunc(slices.Clone(credits), func(o rolecall.Credit) bool {
				return o.Role == rolecall.Cast || o.Role == rolecall.Writer && s.titles[0].Kind == rolecall.Series
			})
		}
		if own, near := s.creditsOf(j, of, credits); len(own)+len(near) == 0 {
			return j.found.Entities[person].Name, nil
		}
	}
	return "", nil
}

// pass lets a finding pass, or lowers it.
func (j *Judge) pass(c claims.Claim, f finding) Ruling {
	switch {
	case f.Verdict == Unverifiable:
	case f.lacks != "":
		return lowered(f.Ruling, "%s; %s", f.Reason, f.lacks)
	case f.Verdict == Contradicted && c.Person != claims.None && !isSomebody(j.found.Entities[c.Person]):
		return lowered(f.Ruling, "it is not sure that %q is a person; if so: %s", j.found.Entities[c.Person].Name, f.Reason)
	case f.Verdict == Contradicted && c.Person != claims.None && j.found.Entities[c.Person].Shared:
		return lowered(f.Ruling, "the surname of %q is not in the text; if it is theirs: %s", j.found.Entities[c.Person].Name, f.Reason)
	case (f.Verdict == Contradicted || f.Verdict == Supported && c.Negated) && c.Aside:
		return lowered(f.Ruling, "the words may mean something else; if they do not: %s", f.Reason)
	case c.Testified && !(f.Verdict == Supported && isPlain(c)):
		return lowered(f.Ruling, "if the language model reads it right: %s", f.Reason)
	case f.Verdict == Contradicted && c.Unconfirmed:
		return lowered(f.Ruling, "the language model does not read it so; if it is wrong: %s", f.Reason)
	case f.Verdict == Contradicted && c.Around > mostAround:
		return lowered(f.Ruling, "its sentence says more than was understood; if that changes nothing: %s", f.Reason)
	case f.Verdict == Contradicted && c.Naming:
		return lowered(f.Ruling, "the year tells which title is meant, and another of that name may be; if this one is: %s", f.Reason)
	case c.Title != claims.None && c.Anchor == claims.Carried && !(f.Verdict == Supported && isPlain(c)):
		return lowered(f.Ruling, "the text does not say on which title; if %q is meant: %s", j.found.Entities[c.Title].Name, f.Reason)
	}
	return f.Ruling
}

// isSomebody reports whether a name is certainly a person's, not a studio's or a
// character's.
func isSomebody(e mention.Entity) bool { return e.ID != "" || e.Class == english.Person }

func lowered(r Ruling, reason string, args ...any) Ruling {
	return Ruling{Verdict: Unverifiable, Reason: fmt.Sprintf(reason, args...), Evidence: r.Evidence}
}

// isPlain reports whether a claim states one fact that a row holds: a credit, a date, a
// number of episodes. Such a row supports it even where the title is only the likeliest:
// a true fact that is set beside the wrong words harms nobody.
func isPlain(c claims.Claim) bool {
	return !c.Negated && (c.Kind == claims.Credit && !c.Sole || c.Kind == claims.Date || c.Kind == claims.Episodes)
}

// unsure says why a claim is not put to its judge; empty where it is.
func (j *Judge) unsure(c claims.Claim) string {
	if len(c.Doubts) > 0 {
		doubts := make([]string, len(c.Doubts))
		for i, d := range c.Doubts {
			doubts[i] = string(d)
		}
		return "the reading is unsure: " + strings.Join(doubts, "; ")
	}
	if c.Title == claims.None {
		return ""
	}
	e := j.found.Entities[c.Title]
	switch {
	case e.Refused != "":
		return notHeld(e.Name, e.Refused)
	case e.ID == "" && e.Among > 1:
		return fmt.Sprintf("%q is the name of %d titles in the catalog, and the text does not say which", e.Name, e.Among)
	case e.ID == "":
		return notHeld(e.Name, "")
	}
	return unfit(c, e)
}

func notHeld(name, detail string) string {
	return strings.TrimSpace(fmt.Sprintf("the catalog does not hold %q %s", name, detail))
}

// unfit says in what the title held is not the one that the text speaks of: another
// year's, another kind.
func unfit(c claims.Claim, e mention.Entity) string {
	t := e.Title
	switch {
	case e.Kind != "" && t.Kind != e.Kind:
		return notHeld(e.Name, "as a "+string(e.Kind))
	case len(c.Seasons) > 0 && t.Kind == rolecall.Film:
		return fmt.Sprintf("%s is a film, and the text speaks of a season", t.Label())
	case c.Kind == claims.Share && c.Person != claims.None && t.Kind == rolecall.Film:
		return fmt.Sprintf("%s is one film, and the text speaks of a part of it", t.Label())
	case c.Unit == "episode" && t.Kind == rolecall.Film && (c.Kind == claims.Count || c.Kind == claims.Share || c.Kind == claims.Episodes):
		return fmt.Sprintf("%s is a film, and the text speaks of episodes", t.Label())
	case len(e.Years) > 0 && !slices.ContainsFunc(e.Years, func(y int) bool { return fitsYear(t, y, y) }):
		return notHeld(e.Name, fmt.Sprintf("of %d", e.Years[0]))
	case c.Kind != claims.Date && c.Year != 0 && !fitsYear(t, c.Year, max(c.Year, c.YearTo)):
		return notHeld(e.Name, fmt.Sprintf("of %d", c.Year))
	}
	return ""
}

// fitsYear reports whether a title may be meant where a text gives years. Sources differ
// by a year, as festivals come before cinemas; a series goes on after its first.
func fitsYear(t rolecall.Title, from, to int) bool {
	first, last := t.Year, t.Year
	if y := t.Released.Year; y != 0 {
		first, last = min(first, y), max(last, y)
	}
	if t.Year == 0 {
		first = last
	}
	return last == 0 || to >= first-1 && (from <= last+1 || t.Kind == rolecall.Series)
}
