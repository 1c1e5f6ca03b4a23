package render

import (
	"cmp"
	"fmt"
	"slices"
	"strings"
	"unicode"

	"rolecall"
	"rolecall/catalog"
	"rolecall/press"
	"rolecall/press/speech"
	"rolecall/press/verdict"
)

// Check is the answer to "rolecall check": the claims of one or more articles with
// their verdicts.
type Check struct {
	Reports []press.Report
	// Text adds the text that places point into, Quotes who speaks.
	Text, Quotes bool
	Catalog      catalog.Info
}

// claimMarks stand for a verdict: shape carries the meaning.
var claimMarks = map[verdict.Verdict]string{verdict.Supported: "✓", verdict.Contradicted: "✗", verdict.Unverifiable: "?"}

func (p palette) settled(words string, v verdict.Verdict) string {
	switch v {
	case verdict.Supported:
		return p.paint(words, 38, 5, teal)
	case verdict.Contradicted:
		return p.paint(words, 1, 38, 5, ochre)
	}
	return p.quiet(words)
}

func (c Check) terminal(p *page) {
	for i, r := range c.Reports {
		if i > 0 {
			p.line("")
		}
		if len(c.Reports) > 1 {
			p.line("%s", p.colors.strong(r.Source))
			p.line("")
		}
		if len(c.Reports) == 1 || c.Text {
			c.marked(p, r)
			p.line("")
		}
		c.verdicts(p, r)
		if c.Quotes {
			c.quotations(p, r)
		}
	}
	if len(c.Reports) > 1 {
		c.summary(p)
	}
	p.line("")
	p.footer(c.Catalog)
}

// marked writes the text with its claims marked and numbered, and without what is set
// aside.
func (c Check) marked(p *page, r press.Report) {
	at := 0
	for _, f := range r.Article.Boilerplate {
		if f.Start > at {
			p.paragraphs(markedText(p.colors, r, at, f.Start))
		}
		p.sentence(p.colors.quiet(fmt.Sprintf("[set aside: %s, %d characters]", f.Why, len([]rune(r.Article.Text[f.Start:f.End])))))
		at = f.End
	}
	p.paragraphs(markedText(p.colors, r, at, len(r.Article.Text)))
}

// visible leaves out what could move a terminal's cursor or turn its text around: an
// article is not to be trusted. Our own colours are added after.
func visible(text string) string {
	return strings.Map(func(r rune) rune {
		if r == '\n' || r == '\t' {
			return r
		}
		if unicode.IsControl(r) || unicode.Is(unicode.Cf, r) {
			return -1
		}
		return r
	}, text)
}

// paragraphs writes a text paragraph by paragraph, wrapped.
func (p *page) paragraphs(text string) {
	for paragraph := range strings.SplitSeq(text, "\n") {
		if strings.TrimSpace(paragraph) != "" {
			p.sentence(strings.TrimSpace(paragraph))
			p.line("")
		}
	}
}

// markedText is a stretch of the text with the number and mark of each claim after it, and
// the claims' words strong.
func markedText(colors palette, r press.Report, from, to int) string {
	var out strings.Builder
	at := from
	for _, stop := range stops(r, from, to) {
		words := visible(r.Article.Text[at:stop])
		if within(r, at, stop) {
			words = strongLines(colors, words)
		}
		out.WriteString(words)
		for i, claim := range r.Claims {
			if claim.End == stop {
				out.WriteString(colors.settled(fmt.Sprintf("[%d%s]", i+1, claimMarks[claim.Verdict]), claim.Verdict))
			}
		}
		at = stop
	}
	out.WriteString(visible(r.Article.Text[at:to]))
	return out.String()
}

// strongLines makes words strong word by word, so that a wrapped line ends its own
// colour.
func strongLines(colors palette, words string) string {
	parts := strings.SplitAfter(words, " ")
	for i, part := range parts {
		if word := strings.TrimRight(part, " \n"); word != "" {
			parts[i] = colors.paint(word, 4) + part[len(word):]
		}
	}
	return strings.Join(parts, "")
}

// stops are the places where a claim begins or ends, in order.
func stops(r press.Report, from, to int) []int {
	var all []int
	for _, c := range r.Claims {
		for _, at := range []int{c.Start, c.End} {
			if at > from && at <= to {
				all = append(all, at)
			}
		}
	}
	slices.Sort(all)
	return slices.Compact(all)
}

func within(r press.Report, from, to int) bool {
	return slices.ContainsFunc(r.Claims, func(c press.Claim) bool { return c.Start <= from && to <= c.End })
}

func (c Check) verdicts(p *page, r press.Report) {
	if len(r.Claims) == 0 {
		p.line("No claim about credits was found.")
		return
	}
	p.line("%s", p.colors.heading(verdictCounts(r.Claims)))
	for i, claim := range r.Claims {
		mark := p.colors.settled(fmt.Sprintf("%2d %s %s", i+1, claimMarks[claim.Verdict], claim.Verdict), claim.Verdict)
		p.indented("", fmt.Sprintf("%s · %s · “%s”", mark, claim.Kind, oneLine(claim.Quote)))
		reason := claim.Reason + "."
		if claim.Speaker != "" {
			reason += " Said by " + claim.Speaker + "."
		}
		p.indented("     ", reason)
	}
}

// verdictCounts is "3 claims: 1 contradicted, 2 supported".
func verdictCounts(all []press.Claim) string {
	var parts []string
	for _, v := range verdict.Verdicts() {
		n := 0
		for _, c := range all {
			if c.Verdict == v {
				n++
			}
		}
		if n > 0 {
			parts = append(parts, fmt.Sprintf("%d %s", n, v))
		}
	}
	return plural(len(all), "claim", "claims") + ": " + strings.Join(parts, ", ")
}

func oneLine(text string) string { return strings.Join(strings.Fields(visible(text)), " ") }

func (c Check) quotations(p *page, r press.Report) {
	p.section("Who speaks")
	if len(r.Quotations) == 0 {
		p.line("Nobody is quoted.")
	} else {
		p.sentence(plural(len(r.Quotations), "quotation", "quotations") + ": " + tallyWords(r.Quoted))
		p.sentence(plural(r.Words.Total(), "word", "words") + ": " + wordTally(r.Words))
	}
	for _, q := range r.Quotations {
		p.indented("  ", fmt.Sprintf("%s %s", p.colors.mark(q.Gender), quotationWords(q)))
	}
	if len(r.NotQuoted) > 0 {
		p.line("%s", p.colors.quiet(notQuoted+":"))
	}
	for _, d := range r.NotQuoted {
		p.indented("  ", p.colors.quiet(notQuotedWords(r, d)))
	}
}

// notQuoted heads what stands in quotation marks and is not counted.
const notQuoted = "Not counted as quotations"

// notQuotedWords is "“Marvel's Jessica Jones”: a title".
func notQuotedWords(r press.Report, d speech.Dropped) string {
	return fmt.Sprintf("“%s”: %s", strings.Trim(oneLine(r.Article.Text[d.Start:d.End]), "“”\"‘’' "), d.Why)
}

// wordTally is "24 by women, 3 not stated".
func wordTally(t rolecall.Tally) string {
	var parts []string
	for _, g := range rolecall.Genders() {
		switch n := t.Of(g); {
		case n == 0:
		case g == rolecall.Unknown:
			parts = append(parts, fmt.Sprintf("%d by speakers whose gender is not stated", n))
		default:
			parts = append(parts, fmt.Sprintf("%d by %s", n, g.Plural()))
		}
	}
	return strings.Join(parts, ", ")
}

// quotationWords is "Melissa Rosenberg revealed, to Variety, 13 words: “…”".
func quotationWords(q press.Quotation) string {
	name := cmp.Or(q.Name, oneLine(q.Called), "somebody")
	parts := []string{strings.TrimSpace(name + " " + q.Verb)}
	if q.Where != "" {
		parts = append(parts, "to "+q.Where)
	}
	how := "quoted"
	if !q.Direct {
		how = "reported"
	}
	return fmt.Sprintf("%s, %s, %s: %s", strings.Join(parts, ", "), how, plural(q.Words, "word", "words"), oneLine(q.Text))
}

// repeated is a claim that several articles make.
type repeated struct {
	claim   press.Claim
	sources []string
}

// repeatedClaims are the claims of all articles brought together where they say the
// same, contradicted ones first, then those that most articles make.
func (c Check) repeatedClaims() []repeated {
	var all []repeated
	at := make(map[string]int)
	for _, r := range c.Reports {
		for _, claim := range r.Claims {
			key := sameClaim(claim)
			i, seen := at[key]
			if !seen {
				at[key] = len(all)
				all = append(all, repeated{claim, []string{r.Source}})
			} else if !slices.Contains(all[i].sources, r.Source) {
				all[i].sources = append(all[i].sources, r.Source)
			}
		}
	}
	order := verdict.Verdicts()
	slices.SortStableFunc(all, func(a, b repeated) int {
		if a.claim.Verdict != b.claim.Verdict && (a.claim.Verdict == verdict.Contradicted || b.claim.Verdict == verdict.Contradicted) {
			return slices.Index(order, a.claim.Verdict) - slices.Index(order, b.claim.Verdict)
		}
		return len(b.sources) - len(a.sources)
	})
	return slices.DeleteFunc(all, func(r repeated) bool {
		return len(r.sources) < 2 && r.claim.Verdict != verdict.Contradicted
	})
}

// sameClaim is what two claims must share to be one.
func sameClaim(c press.Claim) string {
	return fmt.Sprint(c.Kind, c.TitleID, c.Title, c.Seasons, c.Role, c.Person, c.Gender, valueWords(c), c.Unit, c.Negated)
}

func (c Check) summary(p *page) {
	p.section(fmt.Sprintf("%d articles", len(c.Reports)))
	rows := [][]string{{"article", "claims", "contradicted", "unverifiable", "supported"}}
	for _, r := range c.Reports {
		row := []string{r.Source, fmt.Sprint(len(r.Claims))}
		for _, v := range verdict.Verdicts() {
			row = append(row, fmt.Sprint(claimsOf(r.Claims, v)))
		}
		rows = append(rows, row)
	}
	p.columns(rows, 1, 2, 3, 4)
	if all := c.repeatedClaims(); len(all) > 0 {
		p.section("contradicted, or in several articles")
		for _, r := range all {
			p.indented("  ", fmt.Sprintf("%s %s: “%s” (%s)", claimMarks[r.claim.Verdict], r.claim.Verdict, oneLine(r.claim.Quote), strings.Join(r.sources, ", ")))
		}
	}
}

func claimsOf(all []press.Claim, v verdict.Verdict) (n int) {
	for _, c := range all {
		if c.Verdict == v {
			n++
		}
	}
	return n
}
