package render

import (
	"fmt"
	"strconv"
	"strings"

	"rolecall/standard"
)

// resultNeeds is what would meet a criterion that is not met.
func resultNeeds(one standard.Assessment, r standard.Result) string {
	if r.Verdict == standard.Met || r.Verdict == standard.Counted {
		return ""
	}
	return wouldMeet(one.Title, one.Standard, r.Criterion.Met, r.Way, r.Tests)
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
