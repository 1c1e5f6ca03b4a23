package render

import (
	"fmt"
	"slices"
	"strings"

	"rolecall"
	"rolecall/catalog"
	"rolecall/standard"
)

// Assess is the answer to "rolecall assess": what standards say of a title,
// criterion by criterion.
type Assess struct {
	Title       rolecall.Title
	Assessments []standard.Assessment
	// WithMethod adds how it was counted, to be pasted into a text.
	WithMethod bool
	Catalog    catalog.Info
}

// verdictMarks stand before a verdict; its words carry the meaning.
var verdictMarks = map[standard.Verdict]string{
	standard.Met: "✓", standard.NotMet: "✗", standard.Unknown: "?", standard.NeedsJudgement: "!", standard.Counted: "#",
}

// VerdictWords is a verdict as output says it: "not met".
func VerdictWords(v standard.Verdict) string { return strings.ReplaceAll(string(v), "_", " ") }

func (p palette) verdict(v standard.Verdict) string {
	words := verdictMarks[v] + " " + VerdictWords(v)
	switch v {
	case standard.Met, standard.NotMet:
		return p.strong(words)
	}
	return words
}

func (a Assess) terminal(p *page) {
	p.sentence(Masthead(a.Title))
	for _, one := range a.Assessments {
		p.section(one.Standard.Name)
		a.one(p, one)
	}
	a.notes(p)
	if a.WithMethod {
		p.method(a.method())
	}
	p.line("")
	p.footer(a.Catalog)
}

// notes say what a reader may otherwise take wrong or look for.
func (a Assess) notes(p *page) {
	if len(a.Assessments) > 1 {
		p.line("")
		p.sentence(p.colors.quiet("How a standard is read, what it cannot see, and where it can be checked: --standard with its name: " +
			strings.Join(ids(a.Assessments), ", ") + "."))
	}
	if a.Title.Kind == rolecall.Season && !a.Title.Whole {
		p.line("")
		p.sentence(p.colors.quiet(notWhole))
	}
}

func ids(assessments []standard.Assessment) []string {
	all := make([]string, len(assessments))
	for i, one := range assessments {
		all[i] = one.Standard.ID
	}
	return all
}

func (a Assess) one(p *page, one standard.Assessment) {
	full := len(a.Assessments) == 1
	if full {
		p.sentence(fmt.Sprintf("%s, %d. %s", one.Standard.Publisher, one.Standard.Year, one.Standard.Wording))
		p.line("")
	}
	if line := wholeWords(one); line != "" {
		p.sentence(p.colors.strong(line))
	}
	for _, r := range one.Results {
		p.indented("  ", p.colors.verdict(r.Verdict)+": "+resultWords(a.Title, one.Standard, r))
		for _, detail := range resultDetails(a.Title, one.Standard, r) {
			p.indented("      ", p.colors.quiet(detail))
		}
	}
	if !full {
		return
	}
	for _, note := range standardNotes(one.Standard) {
		p.line("")
		p.sentence(note)
	}
}

// standardNotes say how a standard is read and where it can be checked.
func standardNotes(s *standard.Standard) []string {
	var notes []string
	if s.Reading != "" {
		notes = append(notes, "How it is read: "+s.Reading)
	}
	if s.CannotSee != "" {
		notes = append(notes, "What credits do not show: "+s.CannotSee)
	}
	for _, c := range s.Citations {
		notes = append(notes, "Read in: "+citationWords(c))
	}
	return notes
}

func citationWords(c standard.Citation) string {
	parts := slices.DeleteFunc([]string{c.Publisher, c.Title, c.Address}, func(s string) bool { return s == "" })
	return strings.Join(parts, ", ") + " (read " + c.Read + ")"
}

// wholeWords say what becomes of the whole standard, and what it waits for.
func wholeWords(a standard.Assessment) string {
	switch a.Verdict {
	case "":
		return ""
	case standard.Counted:
		return "The standard counts; it sets no threshold."
	}
	line := verdictMarks[a.Verdict] + " " + a.Standard.Name + ": " + VerdictWords(a.Verdict)
	if a.Verdict != standard.Met {
		if needs := wouldMeet(a.Title, a.Standard, a.Standard.Passes, a.Way, a.Tests); needs != "" {
			line += "; it would take " + needs
		}
	}
	return line + "."
}

// resultWords name a criterion with the counts it rests on.
func resultWords(t rolecall.Title, s *standard.Standard, r standard.Result) string {
	words := r.Criterion.Name
	var counts []string
	for _, test := range r.Tests {
		counts = append(counts, testWords(t, s, test))
	}
	if counts = slices.Compact(counts); len(counts) > 0 {
		words += " (" + strings.Join(counts, "; ") + ")"
	}
	return words
}

// resultDetails are what would meet a criterion, who is missing and what to
// judge.
func resultDetails(t rolecall.Title, s *standard.Standard, r standard.Result) []string {
	details := single(r.Criterion.Wording)
	switch r.Verdict {
	case standard.Met, standard.Counted:
		return details
	case standard.NeedsJudgement:
		details = append(details, "to judge: "+r.Criterion.Judgement)
	}
	if needs := wouldMeet(t, s, r.Criterion.Met, r.Way, r.Tests); needs != "" {
		details = append(details, "would meet it: "+needs)
	}
	for _, gap := range r.Gaps {
		details = append(details, "missing: "+gapWords(t, gap, mostNames))
	}
	return details
}

// mostNames is how many of those missing a page names.
const mostNames = 12

// testWords are the count of a comparison: "women: 2–10 of 10 writers, 20–100 %".
func testWords(t rolecall.Title, s *standard.Standard, test standard.Test) string {
	groups := groupsWords(test.Groups, test.Count.Of)
	switch {
	case isTitles(test.Unit):
		return fmt.Sprintf("%s %s of %s", among[test.Unit](s.Genders), groupsWords(test.Groups, 2), countOf(test, leafWords(t, test.Count.Of)))
	case test.Count.Of == 0:
		return "no credit held of " + groups
	}
	words := gendersWords(s.Genders) + ": " + countOf(test, unitWords(test.Unit)+groups)
	if test.More {
		words += ", and perhaps others not held"
	}
	return words
}

// isTitles reports whether films or episodes are counted.
func isTitles(u rolecall.Unit) bool { return u == rolecall.TitlesAny || u == rolecall.TitlesAll }

// among says of whom a title counts.
var among = map[rolecall.Unit]func([]rolecall.Gender) string{
	rolecall.TitlesAny: func(genders []rolecall.Gender) string { return gendersWords(genders) + " among the" },
	rolecall.TitlesAll: func(genders []rolecall.Gender) string { return "only " + gendersWords(genders) + " as" },
}

func countOf(test standard.Test, what string) string {
	words := test.Count.String() + " " + what
	if test.Share && !test.More {
		words += ", " + shareWords(test.Count.Share())
	}
	return words
}

func leafWords(t rolecall.Title, of int) string {
	switch {
	case t.Kind == rolecall.Film && of == 1:
		return "film"
	case of == 1:
		return "episode"
	}
	return "episodes"
}

func gendersWords(genders []rolecall.Gender) string {
	words := make([]string, len(genders))
	for i, g := range genders {
		words[i] = g.Plural()
		if g == rolecall.Nonbinary {
			words[i] = "non-binary people"
		}
	}
	return strings.Join(words, " or ")
}

// genderSingular is one person of the genders.
func genderSingular(genders []rolecall.Gender) string {
	words := make([]string, len(genders))
	for i, g := range genders {
		words[i] = g.Words()
		if g == rolecall.Nonbinary {
			words[i] += " person"
		}
	}
	return strings.Join(words, " or ")
}

// fewGroups is how many groups are named before they are numbered.
const fewGroups = 2

// groupsWords are the names of groups for so many people: "executive producers
// and producers", "people in 7 roles".
func groupsWords(names []string, of int) string {
	if len(names) > fewGroups {
		return fmt.Sprintf("people in %d roles", len(names))
	}
	words := make([]string, len(names))
	for i, name := range names {
		words[i] = groupPlural(name)
	}
	if of == 1 && len(names) == 1 {
		return groupSingular(names[0])
	}
	return listWords(words)
}

func groupSingular(name string) string {
	switch name {
	case standard.Lead:
		return "lead by billing"
	case standard.SeasonRegulars:
		return "season regular"
	case standard.DepartmentHeads:
		return "head of department"
	}
	return rolecall.Role(name).Words()
}

func groupPlural(name string) string {
	switch name {
	case standard.Lead:
		return "leads by billing"
	case standard.SeasonRegulars:
		return "season regulars"
	case standard.DepartmentHeads:
		return "heads of departments"
	}
	return rolecall.Role(name).Plural()
}

// operatorWords are a comparison in words.
var operatorWords = map[string]string{">=": "at least", ">": "more than", "<=": "at most", "<": "fewer than"}

// wouldMeet says what the comparisons that do not hold for certain ask for. An
// expression that turns or mixes them is quoted.
func wouldMeet(t rolecall.Title, s *standard.Standard, expression string, way standard.Way, tests []standard.Test) string {
	if way == standard.Mixed {
		return "that “" + expression + "” holds"
	}
	var needs []string
	for _, test := range tests {
		if test.Holds() {
			continue
		}
		if test.Against != nil {
			return "that “" + expression + "” holds"
		}
		needs = append(needs, needWords(t, s, test))
	}
	joint := " and "
	if way == standard.OneOf {
		joint = " or "
	}
	return strings.Join(needs, joint)
}

func needWords(t rolecall.Title, s *standard.Standard, test standard.Test) string {
	threshold := thresholdWords(test)
	switch {
	case test.Criterion != "":
		return "“" + criterionName(s, test.Criterion) + "”"
	case test.Points:
		return fmt.Sprintf("%s points (now %s)", threshold, test.Count)
	}
	genders, groups := gendersWords(s.Genders), unitWords(test.Unit)+groupsWords(test.Groups, test.Count.Of)
	needed, said := test.Needed()
	switch {
	case said && isTitles(test.Unit):
		return fmt.Sprintf("%s %s of %d of %d %s (now %s)", among[test.Unit](s.Genders), groupsWords(test.Groups, 2),
			needed, test.Count.Of, leafWords(t, test.Count.Of), rangeWords(test.Count))
	case said && test.Share:
		return fmt.Sprintf("%d of %d %s being %s (now %s)", needed, test.Count.Of, groups, genders, rangeWords(test.Count))
	}
	groups = unitWords(test.Unit) + groupsWords(test.Groups, 2)
	switch {
	case test.Share && threshold == everyOne:
		return fmt.Sprintf("all %s being %s", groups, genders)
	case test.Share:
		return fmt.Sprintf("%s of all %s being %s", threshold, groups, genders)
	}
	if threshold == "at least 1" {
		threshold, genders = "a", genderSingular(s.Genders)
	}
	return fmt.Sprintf("%s %s among the %s (now %s)", threshold, genders, groups, rangeWords(test.Count))
}

// everyOne is the threshold of a share that asks for all.
const everyOne = "100 %"

func unitWords(u rolecall.Unit) string {
	if u == rolecall.Credits {
		return "credits of "
	}
	return ""
}

// rangeWords are a count without what it is of: "3", "3–7".
func rangeWords(c rolecall.Count) string {
	if c.Certain == c.Possible {
		return fmt.Sprint(c.Certain)
	}
	return fmt.Sprintf("%d–%d", c.Certain, c.Possible)
}

// thresholdWords are "at least 4" or, of a share, "at least 50 %".
func thresholdWords(test standard.Test) string {
	if test.Threshold == nil {
		return ""
	}
	n, _ := test.Threshold.Float64()
	if !test.Share {
		return fmt.Sprintf("%s %g", operatorWords[test.Operator], n)
	}
	if n == 1 && test.Operator == ">=" {
		return everyOne
	}
	return fmt.Sprintf("%s %g %%", operatorWords[test.Operator], 100*n)
}

func criterionName(s *standard.Standard, id string) string {
	i := slices.IndexFunc(s.Criteria, func(c standard.Criterion) bool { return c.ID == id })
	return s.Criteria[i].Name
}

// gapWords say what is missing in a group, naming at most so many people.
func gapWords(t rolecall.Title, gap standard.Gap, most int) string {
	var parts []string
	if gap.Unheld && gap.Group == standard.Lead {
		parts = append(parts, "nobody is known to be billed first")
	} else if gap.Unheld {
		parts = append(parts, "no credit is held of "+groupPlural(gap.Group))
	}
	for _, u := range gap.Uncredited {
		switch {
		case len(u.Leaves) == u.Of:
			parts = append(parts, "no credit is held of "+u.Role.Plural())
		case t.Kind == rolecall.Season:
			parts = append(parts, fmt.Sprintf("no %s is held of %s", u.Role.Words(), episodesWords(u.Leaves)))
		default:
			parts = append(parts, fmt.Sprintf("no %s is held of %d of %d episodes", u.Role.Words(), len(u.Leaves), u.Of))
		}
	}
	if gap.Partial {
		parts = append(parts, "the sources list only the principal "+groupPlural(gap.Group))
	}
	if n := len(gap.Unstated); n > 0 {
		var names []string
		for _, p := range gap.Unstated[:min(n, most)] {
			names = append(names, p.Name)
		}
		if n > most {
			names = append(names, fmt.Sprintf("%d more", n-most))
		}
		parts = append(parts, "gender not stated of "+listWords(names))
	}
	return strings.Join(parts, "; ")
}

func episodesWords(leaves []rolecall.Title) string {
	var numbers []int
	for _, leaf := range leaves {
		numbers = append(numbers, leaf.Episode)
	}
	if len(numbers) == 1 {
		return fmt.Sprintf("episode %d", numbers[0])
	}
	return "episodes " + ranges(numbers)
}
