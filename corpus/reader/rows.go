package reader

import (
	"cmp"
	"slices"
	"strings"

	"rolecall/block"
	"rolecall/corpus/copies"
	"rolecall/corpus/document"
	"rolecall/corpus/table"
	"rolecall/phrase"
	"rolecall/press"
	"rolecall/press/article"
	"rolecall/press/verdict"
	"rolecall/render"
)

// isNamed reports whether an article is about something that the catalog has: it names a
// title or person of it, or states what its rows settle.
func isNamed(r press.Report) bool {
	return slices.ContainsFunc(r.Mentions, func(m press.Mention) bool { return m.ID != "" }) ||
		slices.ContainsFunc(r.Claims, func(c press.Claim) bool {
			return c.TitleID != "" || c.PersonID != "" || c.Verdict != verdict.Unverifiable
		})
}

// rows writes what was read.
func (r Reader) rows(d document.Document, report press.Report, words string) (out table.Outcome, err error) {
	named := isNamed(report)
	out.Articles = 1
	if named {
		out.Named = 1
	}
	if !named && !r.Everything {
		report = press.Report{Article: report.Article}
	}
	out.Claims, out.Quotations = len(report.Claims), len(report.Quotations)
	supported := 0
	for _, c := range report.Claims {
		switch c.Verdict {
		case verdict.Contradicted:
			out.Contradicted++
		case verdict.Supported:
			supported++
		}
	}
	a := report.Article
	sketch, digest := copies.Of(words)
	out.Text = &copies.Text{Digest: digest, Sketch: sketch}
	articles, mentioned := table.Of(table.Articles).New(), mentions(d.Number, report)
	articles.Add(d.Number, d.Source, d.Place, cmp.Or(d.Outlet, a.Site), d.Section, d.Author, d.Date, d.Address, cmp.Or(d.Language, strings.ToLower(article.Language(a.Text))), cmp.Or(d.Headline, a.Title),
		len(strings.Fields(words)), named, out.Claims, out.Contradicted, supported, out.Quotations, len(mentioned.Values), digest, sketch.String())
	report.Source = d.Source
	for id, rows := range map[table.ID]block.Rows{
		table.Articles: articles, table.Claims: claims(d.Number, report), table.Quotations: quotations(d.Number, report), table.Mentions: mentioned,
	} {
		if out.Lines[id], err = table.Lines(rows); err != nil {
			return out, err
		}
	}
	return out, nil
}

// claims are those of rolecall check, with what speaks for the verdict in words.
func claims(number int, report press.Report) block.Rows {
	rows := table.Of(table.Claims).New()
	for i, values := range (render.Check{Reports: []press.Report{report}}).Rows().Values {
		rows.Add(slices.Concat([]any{number}, values, []any{evidence(report.Claims[i].Evidence)})...)
	}
	return rows
}

// mostEvidence is how many rows are written of what a claim rests on.
const mostEvidence = 3

func evidence(rows []verdict.Row) string {
	words := phrase.Each(rows[:min(len(rows), mostEvidence)], func(r verdict.Row) string {
		parts := []string{r.Title, r.Role.Words(), r.Person, string(r.Gender), r.Date}
		if r.Counted != nil {
			parts = append(parts, r.Counted.What+": "+r.Counted.String())
		}
		return strings.Join(slices.DeleteFunc(parts, func(p string) bool { return p == "" }), " · ")
	})
	if more := len(rows) - len(words); more > 0 {
		words = append(words, "and "+phrase.Counted(more, "more row", "more rows"))
	}
	return strings.Join(words, "; ")
}

func quotations(number int, report press.Report) block.Rows {
	rows := table.Of(table.Quotations).New()
	for i, q := range report.Quotations {
		rows.Add(number, i+1, q.Start, q.End, q.Direct, q.ID, q.Name, q.Called, q.Gender, q.Verb, q.Words, q.Where, q.Text)
	}
	return rows
}

// mentions are the titles and people of the catalog, in the order in which they are first
// named.
func mentions(number int, report press.Report) block.Rows {
	rows := table.Of(table.Mentions).New()
	times := make(map[string]int)
	for _, m := range report.Mentions {
		times[m.ID]++
	}
	for _, m := range report.Mentions {
		if n := times[m.ID]; m.ID != "" && n > 0 {
			rows.Add(number, m.Kind, m.ID, m.Name, m.Gender, n)
			times[m.ID] = 0
		}
	}
	return rows
}
