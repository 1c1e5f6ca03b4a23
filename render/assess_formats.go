package render

import (
	"fmt"
	"strconv"
	"strings"

	"rolecall"
	"rolecall/method"
	"rolecall/standard"
)

type standardJSON struct {
	ID        string            `json:"id"`
	Name      string            `json:"name"`
	Publisher string            `json:"publisher"`
	Year      int               `json:"year"`
	AppliesTo []rolecall.Kind   `json:"applies_to"`
	Genders   []rolecall.Gender `json:"genders"`
	Wording   string            `json:"wording"`
	Reading   string            `json:"reading,omitempty"`
	CannotSee string            `json:"cannot_see,omitempty"`
	Passes    string            `json:"passes,omitempty"`
	Citations []citationJSON    `json:"citations"`
}

type citationJSON struct {
	Publisher string `json:"publisher"`
	Title     string `json:"title"`
	Address   string `json:"address"`
	Read      string `json:"read"`
}

func standardObject(s *standard.Standard) standardJSON {
	o := standardJSON{
		ID: s.ID, Name: s.Name, Publisher: s.Publisher, Year: s.Year, AppliesTo: s.Kinds, Genders: s.Genders,
		Wording: s.Wording, Reading: s.Reading, CannotSee: s.CannotSee, Passes: s.Passes,
	}
	for _, c := range s.Citations {
		o.Citations = append(o.Citations, citationJSON(c))
	}
	return o
}

type assessmentJSON struct {
	Standard standardJSON `json:"standard"`
	// Verdict is of the whole; null where the standard leaves its criteria side
	// by side.
	Verdict   *standard.Verdict `json:"verdict"`
	WouldMeet string            `json:"would_meet,omitempty"`
	Criteria  []criterionJSON   `json:"criteria"`
}

type criterionJSON struct {
	ID        string           `json:"id"`
	Name      string           `json:"name"`
	Wording   string           `json:"wording,omitempty"`
	Verdict   standard.Verdict `json:"verdict"`
	Points    int              `json:"points"`
	Count     string           `json:"count,omitempty"`
	Met       string           `json:"met,omitempty"`
	NotMet    string           `json:"not_met,omitempty"`
	Judgement string           `json:"judgement,omitempty"`
	Tests     []testJSON       `json:"tests"`
	WouldMeet string           `json:"would_meet,omitempty"`
	Missing   []gapJSON        `json:"missing"`
}

type testJSON struct {
	Groups []string      `json:"groups"`
	Unit   rolecall.Unit `json:"unit"`
	// Certain and Possible are of the standard's genders; there may be more than
	// Of where Open.
	Certain   int      `json:"certain"`
	Possible  int      `json:"possible"`
	Of        int      `json:"of"`
	Open      bool     `json:"open"`
	Share     bool     `json:"share"`
	Operator  string   `json:"operator,omitempty"`
	Threshold *float64 `json:"threshold,omitempty"`
	Against   []string `json:"against,omitempty"`
}

type gapJSON struct {
	Group      string            `json:"group"`
	Unheld     bool              `json:"unheld"`
	Partial    bool              `json:"partial"`
	People     []missingPerson   `json:"people"`
	Uncredited []uncreditedTitle `json:"uncredited"`
}

type missingPerson struct {
	ID   string `json:"id"`
	Name string `json:"name"`
}

type uncreditedTitle struct {
	Role   rolecall.Role `json:"role"`
	Titles []string      `json:"titles"`
	Of     int           `json:"of"`
}

func (a Assess) object() any {
	object := struct {
		Title       titleJSON        `json:"title"`
		Assessments []assessmentJSON `json:"assessments"`
		Method      *method.Method   `json:"method,omitempty"`
		Catalog     about            `json:"catalog"`
	}{Title: titleObject(a.Title), Assessments: []assessmentJSON{}, Catalog: aboutCatalog(a.Catalog)}
	for _, one := range a.Assessments {
		object.Assessments = append(object.Assessments, assessmentObject(one))
	}
	if a.WithMethod {
		m := a.method()
		object.Method = &m
	}
	return object
}

func assessmentObject(one standard.Assessment) assessmentJSON {
	o := assessmentJSON{Standard: standardObject(one.Standard), Criteria: []criterionJSON{}}
	if one.Verdict != "" {
		o.Verdict = &one.Verdict
	}
	if one.Verdict != standard.Met {
		o.WouldMeet = wouldMeet(one.Title, one.Standard, one.Standard.Passes, one.Way, one.Tests)
	}
	for _, r := range one.Results {
		o.Criteria = append(o.Criteria, criterionObject(one, r))
	}
	return o
}

func criterionObject(one standard.Assessment, r standard.Result) criterionJSON {
	c := r.Criterion
	o := criterionJSON{
		ID: c.ID, Name: c.Name, Wording: c.Wording, Verdict: r.Verdict, Points: c.Points, Count: c.Count, Met: c.Met, NotMet: c.NotMet,
		Judgement: c.Judgement, WouldMeet: resultNeeds(one, r), Tests: []testJSON{}, Missing: []gapJSON{},
	}
	for _, t := range r.Tests {
		test := testJSON{
			Groups: t.Groups, Unit: t.Unit, Certain: t.Count.Certain, Possible: t.Count.Possible, Of: t.Count.Of,
			Open: t.More, Share: t.Share, Operator: t.Operator, Against: t.Against,
		}
		if t.Threshold != nil {
			n, _ := t.Threshold.Float64()
			test.Threshold = &n
		}
		o.Tests = append(o.Tests, test)
	}
	for _, gap := range r.Gaps {
		o.Missing = append(o.Missing, gapObject(gap))
	}
	return o
}

// resultNeeds is what would meet a criterion that is not met.
func resultNeeds(one standard.Assessment, r standard.Result) string {
	if r.Verdict == standard.Met || r.Verdict == standard.Counted {
		return ""
	}
	return wouldMeet(one.Title, one.Standard, r.Criterion.Met, r.Way, r.Tests)
}

func gapObject(gap standard.Gap) gapJSON {
	o := gapJSON{Group: gap.Group, Unheld: gap.Unheld, Partial: gap.Partial, People: []missingPerson{}, Uncredited: []uncreditedTitle{}}
	for _, p := range gap.Unstated {
		o.People = append(o.People, missingPerson{p.ID, p.Name})
	}
	for _, u := range gap.Uncredited {
		titles := []string{}
		for _, leaf := range u.Leaves {
			titles = append(titles, leaf.ID)
		}
		o.Uncredited = append(o.Uncredited, uncreditedTitle{u.Role, titles, u.Of})
	}
	return o
}

// rows are one for each whole standard, its criterion empty, and one for each
// comparison of each criterion.
func (a Assess) rows() [][]string {
	rows := [][]string{{
		"title_id", "title", "standard", "standard_name", "year", "criterion", "criterion_name", "verdict",
		"groups", "unit", "certain", "possible", "of", "open", "operator", "threshold", "would_meet", "missing", "judgement",
	}}
	for _, one := range a.Assessments {
		head := []string{a.Title.ID, a.Title.Label(), one.Standard.ID, one.Standard.Name, strconv.Itoa(one.Standard.Year)}
		if one.Verdict != "" {
			needs := ""
			if one.Verdict != standard.Met {
				needs = wouldMeet(one.Title, one.Standard, one.Standard.Passes, one.Way, one.Tests)
			}
			rows = append(rows, append(head[:5:5], "", "", string(one.Verdict), "", "", "", "", "", "", "", "", needs, "", ""))
		}
		for _, r := range one.Results {
			rows = append(rows, criterionRows(one, head, r)...)
		}
	}
	return rows
}

func criterionRows(one standard.Assessment, head []string, r standard.Result) [][]string {
	var missing []string
	for _, gap := range r.Gaps {
		missing = append(missing, gapWords(one.Title, gap, len(gap.Unstated)))
	}
	head = append(head[:5:5], r.Criterion.ID, r.Criterion.Name, string(r.Verdict))
	tail := []string{resultNeeds(one, r), strings.Join(missing, "; "), r.Criterion.Judgement}
	if len(r.Tests) == 0 {
		return [][]string{append(append(head, make([]string, 8)...), tail...)}
	}
	var rows [][]string
	for _, t := range r.Tests {
		threshold := ""
		if t.Threshold != nil {
			n, _ := t.Threshold.Float64()
			threshold = fmt.Sprint(n)
		}
		rows = append(rows, append(append(head[:8:8],
			strings.Join(t.Groups, "; "), string(t.Unit), strconv.Itoa(t.Count.Certain), strconv.Itoa(t.Count.Possible),
			strconv.Itoa(t.Count.Of), strconv.FormatBool(t.More), t.Operator, threshold), tail...))
	}
	return rows
}

func (a Assess) markdown(p *page) {
	p.line("## %s", Masthead(a.Title))
	for _, one := range a.Assessments {
		p.line("")
		p.line("### %s (%s, %d)", one.Standard.Name, one.Standard.Publisher, one.Standard.Year)
		p.line("")
		p.line("%s", one.Standard.Wording)
		if line := wholeWords(one); line != "" {
			p.line("")
			p.line("**%s**", line)
		}
		p.line("")
		rows := [][]string{{"criterion", "verdict", "count", "what would meet it", "missing or to judge"}}
		for _, r := range one.Results {
			rows = append(rows, markdownRow(one, r))
		}
		p.markdownTable(rows)
		for _, note := range standardNotes(one.Standard) {
			p.line("")
			p.line("%s", note)
		}
	}
	if a.WithMethod {
		p.methodMarkdown(a.method())
	}
	p.line("")
	p.line("*%s*", footer(a.Catalog))
}

func markdownRow(one standard.Assessment, r standard.Result) []string {
	var counts, open []string
	for _, t := range r.Tests {
		counts = append(counts, testWords(one.Title, one.Standard, t))
	}
	if r.Verdict == standard.NeedsJudgement {
		open = append(open, r.Criterion.Judgement)
	}
	if r.Verdict == standard.Unknown {
		for _, gap := range r.Gaps {
			open = append(open, gapWords(one.Title, gap, mostNames))
		}
	}
	return []string{
		r.Criterion.Name, VerdictWords(r.Verdict), strings.Join(counts, "; "), resultNeeds(one, r), strings.Join(open, "; "),
	}
}
