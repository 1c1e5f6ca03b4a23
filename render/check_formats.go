package render

import (
	"fmt"
	"strconv"
	"strings"

	"rolecall/press"
)

func (c Check) markdown(p *page) {
	for _, r := range c.Reports {
		p.line("## %s", oneLine(r.Source))
		p.line("")
		if len(r.Claims) == 0 {
			p.line("No claim about credits was found.")
		} else {
			p.line("%s.", verdictCounts(r.Claims))
			p.line("")
			p.markdownTable(checkRows(r))
		}
		if c.Quotes {
			c.markdownQuotations(p, r)
		}
		p.line("")
	}
	if all := c.repeatedClaims(); len(c.Reports) > 1 && len(all) > 0 {
		p.line("## Contradicted, or in several articles")
		p.line("")
		for _, r := range all {
			p.line("- %s: “%s” (%s)", r.claim.Verdict, oneLine(r.claim.Quote), strings.Join(r.sources, ", "))
		}
		p.line("")
	}
	p.line("*%s*", footer(c.Catalog))
}

func (c Check) markdownQuotations(p *page, r press.Report) {
	if len(r.Quotations) > 0 {
		p.line("")
		p.line("### Who speaks")
		p.line("")
		p.line("%s.", wordTally(r.Words))
		p.line("")
	}
	for _, q := range r.Quotations {
		p.line("- %s", quotationWords(q))
	}
	if len(r.NotQuoted) > 0 {
		p.line("")
		p.line("%s:", notQuoted)
		p.line("")
	}
	for _, d := range r.NotQuoted {
		p.line("- %s", notQuotedWords(r, d))
	}
}

func checkRows(r press.Report) [][]string {
	rows := [][]string{{"", "verdict", "claim", "reason", "pages"}}
	for i, c := range r.Claims {
		rows = append(rows, []string{fmt.Sprint(i + 1), string(c.Verdict), oneLine(c.Quote), c.Reason, pageLinks(r, c)})
	}
	return rows
}

// mostLinks bounds the pages that one row of Markdown links to.
const mostLinks = 3

func pageLinks(r press.Report, c press.Claim) string {
	var links []string
	seen := make(map[string]bool)
	for _, row := range c.Evidence {
		for _, key := range row.Sources {
			page, held := r.Pages[key]
			if held && !seen[key] && len(links) < mostLinks {
				seen[key] = true
				links = append(links, fmt.Sprintf("[%s](%s)", page.Publisher, page.Address))
			}
		}
	}
	return strings.Join(links, ", ")
}

func (c Check) rows() [][]string {
	rows := [][]string{{"source", "claim", "start", "end", "kind", "quote", "title_id", "title", "season", "year", "role", "person_id", "person", "gender", "value", "of", "negated", "speaker", "verdict", "reason", "sources"}}
	for _, r := range c.Reports {
		for i, claim := range r.Claims {
			rows = append(rows, []string{
				r.Source, fmt.Sprint(i + 1), fmt.Sprint(claim.Start), fmt.Sprint(claim.End), string(claim.Kind), claim.Quote, claim.TitleID, claim.Title,
				seasonList(claim.Seasons), years(claim), string(claim.Role), claim.PersonID, claim.Person, string(claim.Gender), valueWords(claim),
				number(int(claim.Of), claim.Of > 0), strconv.FormatBool(claim.Negated), claim.Speaker, string(claim.Verdict), claim.Reason, strings.Join(sourcesOf(claim), "; "),
			})
		}
	}
	return rows
}

func seasonList(seasons []int) string {
	parts := make([]string, len(seasons))
	for i, s := range seasons {
		parts[i] = fmt.Sprint(s)
	}
	return strings.Join(parts, "; ")
}

func years(c press.Claim) string {
	switch {
	case c.Year == 0:
		return ""
	case c.YearTo > c.Year:
		return fmt.Sprintf("%d-%d", c.Year, c.YearTo)
	}
	return fmt.Sprint(c.Year)
}

// valueWords is the value as the text gives it: a number, or its words.
func valueWords(c press.Claim) string {
	if c.Value != nil {
		return strconv.FormatFloat(*c.Value, 'f', -1, 64)
	}
	return c.ValueWords
}

func sourcesOf(c press.Claim) []string {
	var keys []string
	seen := make(map[string]bool)
	for _, row := range c.Evidence {
		for _, key := range row.Sources {
			if !seen[key] {
				seen[key] = true
				keys = append(keys, key)
			}
		}
	}
	return keys
}
