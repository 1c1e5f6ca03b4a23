package sentence

import (
	"fmt"
	"slices"
	"strings"

	"rolecall"
	"rolecall/phrase"
	"rolecall/standard"
)

// verdictMarks stand before a verdict; its words carry the meaning.
var verdictMarks = map[standard.Verdict]string{
	standard.Met: "✓", standard.NotMet: "✗", standard.Unknown: "?", standard.NeedsJudgement: "!", standard.Counted: "#",
}

// Verdict is a verdict with its mark: "✗ not met".
func Verdict(v standard.Verdict) string { return verdictMarks[v] + " " + phrase.Word(v) }

// Publisher says whose a standard is: "Guild, 2020".
func Publisher(s *standard.Standard) string { return fmt.Sprintf("%s, %d", s.Publisher, s.Year) }

// Standard is a standard with whose it is: "The Rule (Guild, 2020)".
func Standard(s *standard.Standard) string { return s.Name + " (" + Publisher(s) + ")" }

// Readings say how a standard is read and where it can be checked.
func Readings(s *standard.Standard) []string {
	var notes []string
	if s.Reading != "" {
		notes = append(notes, "How it is read: "+s.Reading)
	}
	if s.CannotSee != "" {
		notes = append(notes, "What credits do not show: "+s.CannotSee)
	}
	for _, c := range s.Citations {
		notes = append(notes, "Read in: "+phrase.Joined(", ", c.Publisher, c.Title, c.Address)+" (read "+c.Read+")")
	}
	return notes
}

// Whole says what becomes of a whole standard, and what it waits for; nothing where
// it leaves its criteria side by side.
func Whole(a standard.Assessment) string {
	switch a.Verdict {
	case "":
		return ""
	case standard.Counted:
		return "The standard counts; it sets no threshold."
	}
	line := verdictMarks[a.Verdict] + " " + a.Standard.Name + ": " + phrase.Word(a.Verdict)
	if needs := WouldMeet(a); needs != "" {
		line += "; it would take " + needs
	}
	return line + "."
}

// WouldMeet says what a title that does not meet a standard would need, as far as
// that can be said.
func WouldMeet(a standard.Assessment) string {
	if a.Verdict == standard.Met {
		return ""
	}
	return needs(a.Title, a.Standard, a.Standard.Passes, a.Way, a.Tests)
}

// Criterion names a criterion with the counts it rests on: "Directed by a woman
// (women: 1 of 1 director)".
func Criterion(t rolecall.Title, s *standard.Standard, r standard.Result) string {
	words := r.Criterion.Name
	counts := slices.Compact(phrase.Each(r.Tests, func(test standard.Test) string { return Test(t, s, test) }))
	if len(counts) > 0 {
		words += " (" + strings.Join(counts, "; ") + ")"
	}
	return words
}

// MostNames is how many of those missing a page names.
const MostNames = 12

// Details say what would meet a criterion, who is missing and what is to be judged.
func Details(t rolecall.Title, s *standard.Standard, r standard.Result) []string {
	var details []string
	if r.Criterion.Wording != "" {
		details = append(details, r.Criterion.Wording)
	}
	switch r.Verdict {
	case standard.Met, standard.Counted:
		return details
	case standard.NeedsJudgement:
		details = append(details, "to judge: "+r.Criterion.Judgement)
	}
	if needs := CriterionWouldMeet(t, s, r); needs != "" {
		details = append(details, "would meet it: "+needs)
	}
	for _, gap := range r.Gaps {
		details = append(details, "missing: "+Gap(t, gap, MostNames))
	}
	return details
}

// CriterionWouldMeet says what would meet a criterion that is not met.
func CriterionWouldMeet(t rolecall.Title, s *standard.Standard, r standard.Result) string {
	if r.Verdict == standard.Met || r.Verdict == standard.Counted {
		return ""
	}
	return needs(t, s, r.Criterion.Met, r.Way, r.Tests)
}

// Test is the count of a comparison: "women: 2–10 of 10 writers, 20–100 %".
func Test(t rolecall.Title, s *standard.Standard, test standard.Test) string {
	people := groups(test.Groups, test.Count.Of)
	switch {
	case test.Unit == standard.MeanShare:
		return fmt.Sprintf("%s, %s", meanShare(t, s, test), phrase.Share(test.Count.Share()))
	case isTitles(test.Unit):
		return fmt.Sprintf("%s %s of %s", among[test.Unit](s.Genders), groups(test.Groups, 2), countOf(test, leaves(t, test.Count.Of)))
	case test.Count.Of == 0:
		return "no credit on record for " + people
	}
	words := phrase.AnyOf(s.Genders) + ": " + countOf(test, unit(test.Unit)+people)
	if test.More {
		words += ", and perhaps others who are not on record"
	}
	return words
}

// Coverage is how far a group is known of a title: "directors: a credit on 11 of 13
// episodes, the gender of 9 of 10 stated".
func Coverage(t rolecall.Title, c standard.Coverage) string {
	words := fmt.Sprintf("%s: a credit on %s %s", Group(c.Group), phrase.Of(c.Held, c.Leaves), leaves(t, c.Leaves))
	if t.Kind == rolecall.Film {
		words = Group(c.Group) + ": credited"
		if c.Held == 0 {
			return Group(c.Group) + ": " + phrase.NoCredit
		}
	}
	return words + fmt.Sprintf(", the gender of %s stated", phrase.Of(c.Stated, c.People))
}

// isTitles reports whether films or episodes are counted.
func isTitles(u rolecall.Unit) bool { return u == rolecall.TitlesAny || u == rolecall.TitlesAll }

// among says of whom a title counts.
var among = map[rolecall.Unit]func([]rolecall.Gender) string{
	rolecall.TitlesAny: func(genders []rolecall.Gender) string { return phrase.AnyOf(genders) + " among the" },
	rolecall.TitlesAll: func(genders []rolecall.Gender) string { return "only " + phrase.AnyOf(genders) + " as" },
}

func countOf(test standard.Test, what string) string {
	words := test.Count.String() + " " + what
	if test.Share && !test.More {
		words += ", " + phrase.Share(test.Count.Share())
	}
	return words
}

func leaves(t rolecall.Title, of int) string {
	if t.Kind == rolecall.Film {
		return phrase.Agree(of, "film", "films")
	}
	return phrase.Agree(of, "episode", "episodes")
}

// fewGroups is how many groups are named before they are numbered.
const fewGroups = 2

// groups are the names of groups for so many people: "executive producers and
// producers", "people in 7 roles".
func groups(names []string, of int) string {
	if len(names) > fewGroups {
		return fmt.Sprintf("people in %d roles", len(names))
	}
	if len(names) == 1 {
		return called(names[0], of)
	}
	return phrase.And(phrase.Each(names, Group))
}

// Group are the people of a group: "leads by billing", "executive producers".
func Group(name string) string { return called(name, 2) }

// called is what so many people of a group are called.
func called(name string, of int) string {
	switch name {
	case standard.Lead:
		return phrase.Agree(of, "lead by billing", "leads by billing")
	case standard.Supporting:
		return "supporting cast"
	case standard.SeasonRegulars:
		return phrase.Agree(of, "season regular", "season regulars")
	case standard.DepartmentHeads:
		return phrase.Agree(of, "head of department", "heads of departments")
	}
	if n, is := standard.TopBilled(name); is {
		return "cast billed first to " + phrase.Number(n)
	}
	if roles, is := standard.Each(name); is {
		return phrase.And(phrase.Each(roles, rolecall.Role.Plural)) + " (each role weighing the same)"
	}
	if roles, is := standard.Together(name); is {
		return phrase.And(phrase.Each(roles, rolecall.Role.Plural)) + " (each person once)"
	}
	return phrase.RoleOf(of, rolecall.Role(name))
}

// operators are a comparison in words.
var operators = map[string]string{">=": "at least", ">": "more than", "<=": "at most", "<": "fewer than"}

// needs says what the comparisons that do not hold for certain ask for. An
// expression that turns or mixes them is quoted.
func needs(t rolecall.Title, s *standard.Standard, expression string, way standard.Way, tests []standard.Test) string {
	quoted := "that “" + expression + "” holds"
	if way == standard.Mixed {
		return quoted
	}
	var all []string
	for _, test := range tests {
		if test.Holds() {
			continue
		}
		if test.Against != nil {
			return quoted
		}
		all = append(all, need(t, s, test))
	}
	joint := " and "
	if way == standard.OneOf {
		joint = " or "
	}
	return strings.Join(all, joint)
}

func need(t rolecall.Title, s *standard.Standard, test standard.Test) string {
	limit := threshold(test)
	switch {
	case test.Criterion != "":
		return "“" + criterionName(s, test.Criterion) + "”"
	case test.Points:
		return fmt.Sprintf("%s points (now %s)", limit, test.Count)
	}
	genders, people := phrase.AnyOf(s.Genders), unit(test.Unit)+groups(test.Groups, test.Count.Of)
	needed, said := test.Needed()
	switch {
	case test.Unit == standard.MeanShare:
		return fmt.Sprintf("a %s of %s (now %s)", meanShare(t, s, test), limit, phrase.Share(test.Count.Share()))
	case said && isTitles(test.Unit):
		return fmt.Sprintf("%s %s of %s %s (now %s)", among[test.Unit](s.Genders), groups(test.Groups, 2),
			phrase.Of(needed, test.Count.Of), leaves(t, test.Count.Of), phrase.Range(test.Count))
	case said && test.Share:
		return fmt.Sprintf("%s %s being %s (now %s)", phrase.Of(needed, test.Count.Of), people, genders, phrase.Range(test.Count))
	}
	people = unit(test.Unit) + groups(test.Groups, 2)
	switch {
	case test.Share && isLeast(test, 1):
		return fmt.Sprintf("all %s being %s", people, genders)
	case test.Share:
		return fmt.Sprintf("%s of all %s being %s", limit, people, genders)
	}
	if isLeast(test, 1) {
		return fmt.Sprintf("%s among the %s (now %s)", phrase.A(phrase.OneOf(s.Genders)), people, phrase.Range(test.Count))
	}
	return fmt.Sprintf("%s %s among the %s (now %s)", limit, genders, people, phrase.Range(test.Count))
}

// meanShare is what is averaged: "mean share, by episode, of women among directors".
func meanShare(t rolecall.Title, s *standard.Standard, test standard.Test) string {
	return fmt.Sprintf("mean share, by %s, of %s among %s", leaves(t, 1), phrase.AnyOf(s.Genders), groups(test.Groups, 2))
}

// isLeast reports whether a comparison asks for no less than so many: of a share, 1 is
// everyone.
func isLeast(test standard.Test, least float64) bool {
	if test.Threshold == nil || test.Operator != ">=" {
		return false
	}
	n, _ := test.Threshold.Float64()
	return n == least
}

func unit(u rolecall.Unit) string {
	if u == rolecall.Credits {
		return "credits of "
	}
	return ""
}

// threshold is "at least 4" or, of a share, "at least 50 %".
func threshold(test standard.Test) string {
	if test.Threshold == nil {
		return ""
	}
	n, _ := test.Threshold.Float64()
	if !test.Share {
		return fmt.Sprintf("%s %g", operators[test.Operator], n)
	}
	return fmt.Sprintf("%s %g %%", operators[test.Operator], 100*n)
}

func criterionName(s *standard.Standard, id string) string {
	i := slices.IndexFunc(s.Criteria, func(c standard.Criterion) bool { return c.ID == id })
	return s.Criteria[i].Name
}

// Gap says what is missing in a group, naming at most so many people.
func Gap(t rolecall.Title, gap standard.Gap, most int) string {
	var parts []string
	if gap.Unheld && gap.Group == standard.Lead {
		parts = append(parts, "nobody is known to be billed first")
	} else if gap.Unheld {
		parts = append(parts, "no credit is on record for "+Group(gap.Group))
	}
	for _, u := range gap.Uncredited {
		switch {
		case len(u.Leaves) == u.Of:
			parts = append(parts, "no credit is on record for "+u.Role.Plural())
		case t.Kind == rolecall.Season:
			parts = append(parts, fmt.Sprintf("no %s is on record for %s", u.Role.Words(), phrase.TheEpisodes(numbersOf(u.Leaves))))
		default:
			parts = append(parts, fmt.Sprintf("no %s is on record for %s episodes", u.Role.Words(), phrase.Of(len(u.Leaves), u.Of)))
		}
	}
	if gap.Partial {
		parts = append(parts, "the sources list only the principal "+Group(gap.Group))
	}
	if len(gap.Unstated) > 0 {
		names := phrase.Each(gap.Unstated, func(p rolecall.Person) string { return p.Name })
		parts = append(parts, "gender not stated of "+phrase.AtMost(names, most))
	}
	return strings.Join(parts, "; ")
}

func numbersOf(episodes []rolecall.Title) []int {
	numbers := make([]int, len(episodes))
	for i, e := range episodes {
		numbers[i] = e.Episode
	}
	return numbers
}

// WhereRead says where a standard was read.
func WhereRead(s *standard.Standard) string {
	return fmt.Sprintf("%s was read at %s (%s).", s.Name, s.Citations[0].Address, s.Citations[0].Read)
}
