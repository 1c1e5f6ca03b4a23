package web

import (
	"context"
	"fmt"
	"html/template"
	"slices"
	"strings"

	"rolecall"
	"rolecall/format"
	"rolecall/phrase"
	"rolecall/press"
	"rolecall/press/claims"
	"rolecall/press/english"
	"rolecall/press/verdict"
	"rolecall/web/snapshot"
)

// checkView is the desk: an article with its claims marked and their verdicts, or a place
// to bring one.
type checkView struct {
	// Fault says why an article cannot be checked; Text and Address are what was written.
	Fault, Text, Address string
	Found                bool
	// Name is what the article is called, or its file or address.
	Name   string
	Claims []claimView
	// More is how many claims are not listed, as there are too many.
	More int
	// Verdicts and Kinds are what the claims can be filtered by.
	Verdicts, Kinds []filterView
	Parts           []partOfText
	Quoted          string
	// Again are the fields that bring the article once more, Files where they go.
	Again []fieldValue
	Files []documentView

	// Example is a text to begin with, Fetches says that addresses can be given, and
	// Bookmarklet is a link to keep.
	Example     string
	Fetches     bool
	Bookmarklet template.URL

	cited *citedView
}

// found says how many claims of an article came to which verdict: "Of 5 claims about credits
// in A season of women: 4 supported, 1 unverifiable."
func (v checkView) found() string {
	if len(v.Claims) == 0 {
		return "No claim about credits was found in " + v.Name + "."
	}
	counts := phrase.Each(v.Verdicts, func(f filterView) string { return phrase.Number(f.Number) + " " + strings.ToLower(f.Words) })
	return fmt.Sprintf("Of %s about credits in %s: %s.", phrase.Counted(len(v.Claims), "claim", "claims"), v.Name, strings.Join(counts, ", "))
}

// filterView is one choice of a filter.
type filterView struct {
	Value, Words string
	Number       int
}

// partOfText is a paragraph of the text with the claims that end in it, or a stretch that
// is set aside, and why.
type partOfText struct {
	Pieces  []pieceView
	Claims  []claimMark
	Aside   string
	Letters string
}

// pieceView is a stretch of words, within a claim or not.
type pieceView struct {
	Words string
	// Claim is the number of the claim that the stretch lies in, 0 if in none; Verdict
	// that claim's.
	Claim   int
	Verdict string
	// Ends are the claims that end here.
	Ends []claimMark
}

type claimMark struct {
	Number         int
	Verdict, Words string
}

type claimView struct {
	claimMark
	Kind, KindWords, Reason, Speaker string
	// Before and After are the rest of the sentence that the claim, Quote, stands in.
	Before, Quote, After string
	// Rows are where the claim is decided.
	Rows     []linkView
	Evidence []evidenceView
}

type evidenceView struct {
	Title, Address, Words string
	Gender                rolecall.Gender
	Pages                 []rolecall.Page
}

// exampleArticle can be checked to see what the desk does.
const exampleArticle = "All 13 episodes of the second season of Jessica Jones were directed by women. " +
	"Melissa Rosenberg created the series, which came back on 8 March 2018. Half of its writers are men."

// verdictWords say a verdict to somebody who has read nothing of verdicts.
var verdictWords = map[verdict.Verdict]string{
	verdict.Contradicted: "Contradicted",
	verdict.Unverifiable: "Cannot be checked here",
	verdict.Supported:    "Supported",
}

// aboutWords say what claims of a kind are about.
var aboutWords = claims.ByKind(
	"all or none", "how many", "how large a share", "who did what",
	"when it was shown", "how many episodes", "first, only or most", "more or less than",
)

func (s *Site) checkOf(ctx context.Context, held *snapshot.Snapshot, in sent, r press.Report) (checkView, error) {
	v := checkView{
		Found: true, Name: in.name, More: r.MoreClaims, Again: in.again, Quoted: quotedWords(r), Parts: partsOf(r),
		Verdicts: choices(r.Claims, verdict.Verdicts(), verdictWords, func(c press.Claim) verdict.Verdict { return c.Verdict }),
		Kinds:    choices(r.Claims, claims.Kinds(), aboutWords, func(c press.Claim) claims.Kind { return c.Kind }),
	}
	if r.Article.Title != "" {
		v.Name = r.Article.Title
	}
	if in.name == pasted { // to be changed and checked again
		v.Text = in.article.File()
	}
	for _, f := range []format.Format{format.Markdown, format.JSON, format.CSV} {
		v.Files = append(v.Files, documentView{f.Name, in.action + f.Ending, f.Kind})
	}
	sentences := english.Sentences(r.Article.Text, r.Article.Blocks, r.Article.Aside())
	for i, c := range r.Claims {
		claim, err := claimOf(ctx, held, i+1, c, r, sentences)
		if err != nil {
			return checkView{}, err
		}
		v.Claims = append(v.Claims, claim)
	}
	order := phrase.Each(verdict.Verdicts(), func(one verdict.Verdict) string { return string(one) })
	slices.SortStableFunc(v.Claims, func(a, b claimView) int {
		return slices.Index(order, a.Verdict) - slices.Index(order, b.Verdict)
	})
	return v, nil
}

// choices are the values that claims have, with how many have each.
func choices[T ~string](all []press.Claim, values []T, words map[T]string, of func(press.Claim) T) (found []filterView) {
	for _, value := range values {
		n := 0
		for _, c := range all {
			if of(c) == value {
				n++
			}
		}
		if n > 0 {
			found = append(found, filterView{string(value), words[value], n})
		}
	}
	return found
}

// quotedWords says who is quoted: "5 quotations: 3 women, 2 men".
func quotedWords(r press.Report) string {
	if len(r.Quotations) == 0 {
		return ""
	}
	return fmt.Sprintf("%s: %s", phrase.Counted(len(r.Quotations), "quotation", "quotations"), phrase.Tally(r.Quoted))
}

// partsOf cuts the text into paragraphs and what is set aside.
func partsOf(r press.Report) (parts []partOfText) {
	at := 0
	for _, f := range r.Article.Boilerplate {
		parts = append(parts, paragraphsOf(r, at, f.Start)...)
		words := strings.TrimSpace(r.Article.Text[f.Start:f.End])
		parts = append(parts, partOfText{Aside: f.Why, Pieces: []pieceView{{Words: words}}, Letters: phrase.Counted(len([]rune(words)), "letter", "letters")})
		at = f.End
	}
	return append(parts, paragraphsOf(r, at, len(r.Article.Text))...)
}

// paragraphsOf are the lines of a stretch of the text that say something.
func paragraphsOf(r press.Report, from, to int) (parts []partOfText) {
	for from < to {
		end := to
		if n := strings.IndexByte(r.Article.Text[from:to], '\n'); n >= 0 {
			end = from + n
		}
		if strings.TrimSpace(r.Article.Text[from:end]) != "" {
			part := partOfText{Pieces: pieces(r, from, end)}
			for _, p := range part.Pieces {
				part.Claims = append(part.Claims, p.Ends...)
			}
			parts = append(parts, part)
		}
		from = end + 1
	}
	return parts
}

// pieces cuts a stretch of the text where a claim begins or ends.
func pieces(r press.Report, from, to int) (all []pieceView) {
	cuts := []int{from, to}
	for _, c := range r.Claims {
		for _, at := range []int{c.Start, c.End} {
			if from < at && at < to {
				cuts = append(cuts, at)
			}
		}
	}
	slices.Sort(cuts)
	cuts = slices.Compact(cuts)
	for i := 1; i < len(cuts); i++ {
		all = append(all, pieceOf(r, cuts[i-1], cuts[i]))
	}
	return all
}

func pieceOf(r press.Report, from, to int) pieceView {
	p := pieceView{Words: r.Article.Text[from:to]}
	for i, c := range r.Claims {
		if c.Start <= from && to <= c.End {
			p.Claim, p.Verdict = i+1, string(c.Verdict)
		}
		if c.End == to {
			p.Ends = append(p.Ends, markOfClaim(i+1, c))
		}
	}
	return p
}

func markOfClaim(number int, c press.Claim) claimMark {
	return claimMark{number, string(c.Verdict), verdictWords[c.Verdict]}
}

func claimOf(ctx context.Context, held *snapshot.Snapshot, number int, c press.Claim, r press.Report, sentences []english.Sentence) (claimView, error) {
	v := claimView{
		claimMark: markOfClaim(number, c), Kind: string(c.Kind), KindWords: aboutWords[c.Kind],
		Reason: phrase.Stop(c.Reason), Speaker: c.Speaker, Quote: inOneLine(r.Article.Text[c.Start:c.End]),
	}
	for _, s := range sentences {
		if s.Start <= c.Start && c.End <= s.End {
			v.Before, v.After = inOneLine(r.Article.Text[s.Start:c.Start]), inOneLine(r.Article.Text[c.End:s.End])
		}
	}
	for _, row := range c.Evidence {
		v.Evidence = append(v.Evidence, evidenceOf(row, r.Pages))
	}
	var err error
	v.Rows, err = decidedAt(ctx, held, c)
	return v, err
}

// inOneLine is words with the spaces at their ends as one, so that they join what is beside.
func inOneLine(words string) string {
	line := strings.Join(strings.Fields(words), " ")
	if line == "" {
		return ""
	}
	if strings.ContainsAny(words[:1], " \n\t") {
		line = " " + line
	}
	if strings.ContainsAny(words[len(words)-1:], " \n\t") {
		line += " "
	}
	return line
}

// decidedAt leads to the rows of the title and the person that a claim is about.
func decidedAt(ctx context.Context, held *snapshot.Snapshot, c press.Claim) (rows []linkView, err error) {
	id, label := c.TitleID, c.Title
	if id == "" && len(c.Evidence) > 0 {
		id, label = c.Evidence[0].TitleID, c.Evidence[0].Title
	}
	if id != "" {
		if id, label, err = seasonMeant(ctx, held, id, label, c.Seasons); err != nil {
			return nil, err
		}
		row := linkView{label, titlePath(id)}
		if slices.Contains(rolecall.Roles(), c.Role) {
			row = linkView{label + ": " + phrase.Roles(c.Role), row.Address + "#" + anchorOf(c.Role)}
		}
		rows = append(rows, row)
	}
	if c.PersonID != "" {
		rows = append(rows, linkView{c.Person, personPath(c.PersonID) + "#credits"})
	}
	return rows, nil
}

// seasonMeant is the one season that a claim names, or the title.
func seasonMeant(ctx context.Context, held *snapshot.Snapshot, id, label string, numbers []int) (string, string, error) {
	t, found, err := held.Title(ctx, id)
	if err != nil || !found {
		return id, label, err
	}
	if len(numbers) != 1 || t.Kind != rolecall.Series {
		return t.ID, t.Label(), nil
	}
	seasons, err := held.Seasons(ctx, t.ID)
	for _, season := range seasons {
		if season.Season == numbers[0] {
			return season.ID, season.Label(), err
		}
	}
	return t.ID, t.Label(), err
}

func evidenceOf(row verdict.Row, pages map[string]rolecall.Page) evidenceView {
	e := evidenceView{Title: row.Title, Gender: row.Gender}
	if row.TitleID != "" {
		e.Address = titlePath(row.TitleID)
	}
	counted := ""
	if row.Counted != nil {
		counted = fmt.Sprintf("%s: %s", row.Counted.What, row.Counted)
	}
	e.Words = phrase.Joined(", ", row.Role.Words(), row.Person, row.Date, counted)
	for _, key := range row.Sources {
		if page, held := pages[key]; held {
			e.Pages = append(e.Pages, page)
		}
	}
	return e
}
