package standard

import (
	"fmt"
	"regexp"
	"slices"
	"strings"
	"time"

	"cel.dev/cel-go/cel"

	"rolecall"
	"rolecall/strictyaml"
)

// standardID is the form of a standard's identifier, criterionID that of a name
// in an expression.
var (
	standardID  = regexp.MustCompile(`^[a-z0-9][a-z0-9-]{0,63}$`)
	criterionID = regexp.MustCompile(`^[a-z][a-z0-9_]{0,63}$`)
)

// earliest and latest are years that a standard can be of: before the first there
// was no film, and the second is there against typing errors. The clock is not
// asked, so that a file means the same on every machine.
const earliest, latest = 1890, 2199

func (s *Standard) check(d *strictyaml.Document, kinds, genders []string) error {
	for _, part := range []func() error{
		func() error { return s.checkHead(d) },
		func() error { return s.checkCitations(d) },
		func() error { return s.readKinds(d, kinds) },
		func() error { return s.readGenders(d, genders) },
		func() error { return s.checkCriteria(d) },
		func() error { return s.checkPasses(d) },
		func() error { return s.tryOut(d) },
	} {
		if err := part(); err != nil {
			return err
		}
	}
	return nil
}

func (s *Standard) checkHead(d *strictyaml.Document) error {
	for _, required := range []struct{ key, value, why string }{
		{"id", s.ID, "a word such as my-rule, for --standard"},
		{"name", s.Name, "what its publisher calls it"},
		{"publisher", s.Publisher, "who set it"},
		{"wording", s.Wording, "what it asks, in your own words"},
	} {
		if required.value == "" {
			return d.Fault("$", "the standard has no %s: write %s: and %s", required.key, required.key, required.why)
		}
	}
	if !standardID.MatchString(s.ID) {
		return d.Fault("$.id", "%q cannot be an id: write small letters, digits and hyphens, such as my-rule", s.ID)
	}
	if s.Year < earliest || s.Year > latest {
		return d.Fault("$.year", "the year of the standard is %d: write the year of the version described, such as 2018", s.Year)
	}
	return nil
}

func (s *Standard) checkCitations(d *strictyaml.Document) error {
	if len(s.Citations) == 0 {
		return d.Fault("$", "the standard cites nothing: write citations: with an address and the day you read it, so that others can check it")
	}
	for i, c := range s.Citations {
		at := fmt.Sprintf("$.citations[%d]", i)
		if c.Address == "" {
			return d.Fault(at, "the citation has no address: write where the standard can be read")
		}
		if _, err := time.Parse(time.DateOnly, c.Read); err != nil {
			return d.Fault(at, "the citation was read on %q: write the day as read: 2026-11-21", c.Read)
		}
	}
	return nil
}

func (s *Standard) readKinds(d *strictyaml.Document, kinds []string) error {
	if len(kinds) == 0 {
		return d.Fault("$", "the standard does not say what it applies to: write applies_to: [film] or [season, series, episode]")
	}
	for i, word := range kinds {
		kind, err := rolecall.ParseKind(word)
		if err != nil {
			return d.Fault(fmt.Sprintf("$.applies_to[%d]", i), "%v", err)
		}
		s.Kinds = append(s.Kinds, kind)
	}
	return nil
}

func (s *Standard) readGenders(d *strictyaml.Document, genders []string) error {
	if len(genders) == 0 {
		return d.Fault("$", "the standard does not say whom it counts: write genders: [woman] or [woman, nonbinary]")
	}
	for i, word := range genders {
		gender, err := rolecall.ParseGender(word)
		at := fmt.Sprintf("$.genders[%d]", i)
		switch {
		case err != nil:
			return d.Fault(at, "%v", err)
		case gender == rolecall.Unknown:
			return d.Fault(at, "unknown cannot be counted for: it is what a verdict waits for")
		case slices.Contains(s.Genders, gender):
			return d.Fault(at, "%s is listed twice", gender)
		}
		s.Genders = append(s.Genders, gender)
	}
	return nil
}

func (s *Standard) checkCriteria(d *strictyaml.Document) error {
	switch {
	case len(s.Criteria) == 0:
		return d.Fault("$", "the standard has no criteria: write criteria: and at least one")
	case len(s.Criteria) > mostCriteria:
		return d.Fault("$.criteria", "%d criteria are more than the %d that are read", len(s.Criteria), mostCriteria)
	}
	seen := make(map[string]bool)
	for i := range s.Criteria {
		c := &s.Criteria[i]
		at := fmt.Sprintf("$.criteria[%d]", i)
		if !criterionID.MatchString(c.ID) || slices.Contains([]string{"criteria", "met", "points", "in", "true", "false", "null"}, c.ID) {
			return d.Fault(at, "a criterion's id is %q: write a word of small letters, digits and _, such as directing", c.ID)
		}
		if seen[c.ID] {
			return d.Fault(at+".id", "two criteria are named %s", c.ID)
		}
		seen[c.ID] = true
		if err := c.check(d, at); err != nil {
			return err
		}
	}
	return nil
}

func (c *Criterion) check(d *strictyaml.Document, at string) error {
	switch {
	case c.Name == "":
		return d.Fault(at, "criterion %s has no name", c.ID)
	case c.Points < 0:
		return d.Fault(at+".points", "points cannot be below 0")
	case c.Count != "" && c.Met+c.NotMet+c.Judgement != "":
		return d.Fault(at+".count", "criterion %s both counts and decides: write count alone, or met", c.ID)
	case c.Count+c.Met+c.Judgement == "":
		return d.Fault(at, "criterion %s asks nothing: write met: with an expression, count: for a number without a threshold, or judgement: for what credits do not show", c.ID)
	case c.NotMet != "" && (c.Met == "" || c.Judgement == ""):
		return d.Fault(at+".not_met", "not_met stands beside met, and judgement says what to judge between the two")
	case c.Met != "" && c.NotMet == "" && c.Judgement != "":
		return d.Fault(at+".judgement", "with met alone there is nothing to judge: add not_met, or leave one of the two out")
	}
	for _, part := range []struct {
		key, text string
		into      **expression
		want      []*cel.Type
	}{
		{"count", c.Count, &c.count, []*cel.Type{countType, shareType}},
		{"met", c.Met, &c.met, []*cel.Type{cel.BoolType}},
		{"not_met", c.NotMet, &c.notMet, []*cel.Type{cel.BoolType}},
	} {
		if part.text == "" {
			continue
		}
		e, err := compile(criterionEnv(), part.text, part.want...)
		if err != nil {
			return d.Fault(at+"."+part.key, "%v%s", err, groupsNote(err))
		}
		*part.into = e
	}
	return nil
}

// groupsNote lists the names that there are, where one was not found.
func groupsNote(err error) string {
	if !strings.Contains(err.Error(), ": there is no ") || strings.Contains(err.Error(), "compare with") {
		return ""
	}
	return "; groups are " + strings.Join(GroupNames(), ", ") + "; they are put together by top_billed(3) and together([director, writer]); functions are people, credits, titles_any, titles_all, share and mean_share"
}

func (s *Standard) checkPasses(d *strictyaml.Document) error {
	if s.Passes == "" {
		return nil
	}
	language, err := cel.NewCustomEnv(wholeOptions(s.Criteria)...)
	if err != nil {
		return d.Fault("$.passes", "%v", err)
	}
	if s.passes, err = compile(language, s.Passes, cel.BoolType); err != nil {
		return d.Fault("$.passes", "%v; write met(%s), or points(criteria) >= 1", err, s.Criteria[0].ID)
	}
	return nil
}

// tryOut assesses a title of which nothing is known, so that what the types do
// not show comes to light before the first answer.
func (s *Standard) tryOut(d *strictyaml.Document) error {
	nobody := Subject{Leaves: 1}
	asking := ask(s.counts(nobody, rolecall.Bounds))
	for i, c := range s.Criteria {
		if _, err := asking.assess(c); err != nil {
			return d.Fault(fmt.Sprintf("$.criteria[%d]", i), "criterion %s: %v", c.ID, err)
		}
	}
	if _, err := s.Assess(nobody, rolecall.Bounds); err != nil {
		return d.Fault("$.passes", "%v", err)
	}
	return nil
}
