package render

import (
	"cmp"
	"fmt"
	"maps"
	"slices"
	"strconv"
	"strings"
	"unicode"

	"rolecall"
	"rolecall/block"
	"rolecall/catalog"
	"rolecall/phrase"
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
	// Published is where the check stands for readers, where that was said.
	Published block.Publication
	Catalog   catalog.Info
}

// Blocks are the answer for people.
func (c Check) Blocks() (blocks []block.Block) {
	several := len(c.Reports) > 1
	for _, r := range c.Reports {
		if several {
			blocks = append(blocks, block.Title{Text: block.Plain(oneLine(r.Source))})
		} else {
			blocks = append(blocks, block.Asked(oneLine(r.Source)))
		}
		if !several || c.Text {
			blocks = append(blocks, markedArticle(r)...)
		}
		blocks = append(blocks, claimBlocks(r)...)
		blocks = append(blocks, hearingBlocks(r.Hearing)...)
		if c.Quotes {
			blocks = append(blocks, speechBlocks(r)...)
		}
	}
	if several {
		blocks = append(blocks, c.summary()...)
	}
	return append(blocks, footer(c.Catalog))
}

// claimMarks stand for a verdict: shape carries the meaning.
var claimMarks = map[verdict.Verdict]string{verdict.Supported: "✓", verdict.Contradicted: "✗", verdict.Unverifiable: "?"}

// settled is words in the colour of a verdict.
func settled(words string, v verdict.Verdict) block.Text {
	switch v {
	case verdict.Supported:
		return block.Styled(words, block.Right)
	case verdict.Contradicted:
		return block.Styled(words, block.Wrong)
	}
	return block.Quiet(words)
}

// markedArticle is the text with its claims marked and numbered, and without what is
// set aside.
func markedArticle(r press.Report) (blocks []block.Block) {
	at := 0
	for _, f := range r.Article.Boilerplate {
		if f.Start > at {
			blocks = append(blocks, paragraphs(markedText(r, at, f.Start))...)
		}
		aside := fmt.Sprintf("[set aside: %s, %d characters]", f.Why, len([]rune(r.Article.Text[f.Start:f.End])))
		blocks = append(blocks, block.Sentence{Text: block.Quiet(aside)})
		at = f.End
	}
	return append(blocks, paragraphs(markedText(r, at, len(r.Article.Text)))...)
}

// visible leaves out what could move a terminal's cursor or turn its text around: an
// article is not to be trusted.
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

// paragraphs cut a text at the ends of its lines.
func paragraphs(t block.Text) (blocks []block.Block) {
	var paragraph block.Text
	end := func() {
		if strings.TrimSpace(paragraph.String()) != "" {
			blocks = append(blocks, block.Sentence{Text: paragraph.Trimmed(), Quoted: true})
		}
		paragraph = nil
	}
	for _, span := range t {
		for i, part := range strings.Split(span.Words, "\n") {
			if i > 0 {
				end()
			}
			paragraph = append(paragraph, block.Span{Words: part, Style: span.Style})
		}
	}
	end()
	return blocks
}

// markedText is a stretch of the text with the number and mark of each claim after it, and
// the claims' words underlined.
func markedText(r press.Report, from, to int) (marked block.Text) {
	at := from
	for _, stop := range stops(r, from, to) {
		style := block.Normal
		if within(r, at, stop) {
			style = block.Underlined
		}
		marked = append(marked, block.Span{Words: visible(r.Article.Text[at:stop]), Style: style})
		for i, claim := range r.Claims {
			if claim.End == stop {
				marked = append(marked, settled(fmt.Sprintf("[%d%s]", i+1, claimMarks[claim.Verdict]), claim.Verdict)...)
			}
		}
		at = stop
	}
	return append(marked, block.Span{Words: visible(r.Article.Text[at:to])})
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

// claimBlocks are the claims with their verdicts, reasons and pages.
func claimBlocks(r press.Report) []block.Block {
	if len(r.Claims) == 0 {
		return []block.Block{block.Sentence{Text: block.Plain("No claim about credits was found.")}}
	}
	list := block.List{Numbered: true}
	for _, claim := range r.Claims {
		reason := phrase.Stop(claim.Reason)
		if claim.Speaker != "" {
			reason += " Said by " + claim.Speaker + "."
		}
		if claim.Witness != "" {
			reason += " Only the language model reads it so."
		}
		list.Items = append(list.Items, block.Item{
			Text: block.Join(settled(claimMarks[claim.Verdict]+" "+string(claim.Verdict), claim.Verdict),
				block.Plain(fmt.Sprintf(" · %s · “%s”", claim.Kind, oneLine(claim.Quote)))),
			Under: block.Texts(reason), Pages: phrase.Each(pagesOf(r, claim), linkTo),
		})
	}
	blocks := []block.Block{block.Heading{Words: verdictCounts(r.Claims)}, list}
	if r.MoreClaims > 0 {
		blocks = append(blocks, block.Sentence{Text: block.Plain(phrase.Counted(r.MoreClaims, "more claim was", "more claims were") + " found, and not looked into: check so long a text in parts.")})
	}
	return blocks
}

// hearingBlocks say which language model was asked, and what of its words was not taken.
func hearingBlocks(h *press.Hearing) (blocks []block.Block) {
	if h == nil {
		return nil
	}
	words := fmt.Sprintf("The language model %s was asked too, about %s.", oneLine(h.Witness), phrase.Counted(h.Passages, "passage", "passages"))
	if n := len(h.Unheard); n > 0 {
		words += fmt.Sprintf(" Of %s there is no answer of use: %s.", phrase.Counted(n, "passage", "passages"), oneLine(h.Unheard[0].Why))
	}
	if h.Dropped > 0 {
		words += fmt.Sprintf(" It does not confirm %s of Rolecall's own reading, which %s left out.", phrase.Counted(h.Dropped, "claim", "claims"), phrase.Agree(h.Dropped, "is", "are"))
	}
	blocks = append(blocks, block.Below{Block: block.Sentence{Text: block.Quiet(words)}})
	if len(h.Unfounded) == 0 {
		return blocks
	}
	why := make(map[string]int)
	list := block.List{}
	for _, u := range h.Unfounded {
		why[u.Why]++
	}
	for _, reason := range slices.SortedFunc(maps.Keys(why), func(a, b string) int { return cmp.Or(why[b]-why[a], strings.Compare(a, b)) }) {
		list.Items = append(list.Items, block.Item{Text: block.Quiet(phrase.Counted(why[reason], "claim", "claims") + ": " + reason)})
	}
	return append(blocks, block.Below{Block: block.Sentence{Text: block.Quiet("Not taken of what it says, as the article does not bear it out:")}}, block.Below{Block: list})
}

// mostPages bounds the pages that one claim is shown with.
const mostPages = 3

func pagesOf(r press.Report, c press.Claim) (pages []rolecall.Page) {
	for _, key := range sourcesOf(c) {
		if page, held := r.Pages[key]; held && len(pages) < mostPages {
			pages = append(pages, page)
		}
	}
	return pages
}

func linkTo(page rolecall.Page) block.Text { return block.Link(page.Publisher, page.Address) }

// verdictCounts is "3 claims: 1 contradicted, 2 supported".
func verdictCounts(all []press.Claim) string {
	var parts []string
	for _, v := range verdict.Verdicts() {
		if n := claimsOf(all, v); n > 0 {
			parts = append(parts, fmt.Sprintf("%d %s", n, v))
		}
	}
	return phrase.Counted(len(all), "claim", "claims") + ": " + strings.Join(parts, ", ")
}

func claimsOf(all []press.Claim, v verdict.Verdict) (n int) {
	for _, c := range all {
		if c.Verdict == v {
			n++
		}
	}
	return n
}

func oneLine(text string) string { return strings.Join(strings.Fields(visible(text)), " ") }

// speechBlocks are who speaks in the text, and what is no quotation.
func speechBlocks(r press.Report) []block.Block {
	blocks := []block.Block{block.Heading{Words: "Who speaks"}}
	if len(r.Quotations) == 0 {
		blocks = append(blocks, block.Sentence{Text: block.Plain("Nobody is quoted.")})
	} else {
		list := block.List{}
		for _, q := range r.Quotations {
			list.Items = append(list.Items, block.Item{Text: block.Join(block.Mark(q.Gender), block.Plain(" "+quotation(q)))})
		}
		blocks = append(blocks,
			block.Sentence{Text: block.Plain(phrase.Counted(len(r.Quotations), "quotation", "quotations") + ": " + phrase.Tally(r.Quoted) + ".")},
			block.Below{Block: block.Sentence{Text: block.Plain(phrase.Counted(r.Words.Total(), "word", "words") + ": " + wordTally(r.Words) + ".")}},
			block.Below{Block: list})
	}
	if len(r.NotQuoted) == 0 {
		return blocks
	}
	list := block.List{}
	for _, d := range r.NotQuoted {
		list.Items = append(list.Items, block.Item{Text: block.Quiet(notQuoted(r, d))})
	}
	return append(blocks, block.Below{Block: block.Sentence{Text: block.Quiet("Not counted as quotations:")}}, block.Below{Block: list})
}

// notQuoted is "“Marvel's Jessica Jones”: a title".
func notQuoted(r press.Report, d speech.Dropped) string {
	return fmt.Sprintf("“%s”: %s", strings.Trim(oneLine(r.Article.Text[d.Start:d.End]), "“”\"‘’' "), d.Why)
}

// wordTally is "24 by women, 3 by speakers whose gender is not stated".
func wordTally(t rolecall.Tally) string {
	var parts []string
	for _, g := range rolecall.Genders() {
		switch n := t.Of(g); {
		case n == 0:
		case g == rolecall.Unknown:
			parts = append(parts, fmt.Sprintf("%d by speakers whose gender is not stated", n))
		default:
			parts = append(parts, fmt.Sprintf("%d by %s", n, phrase.People(g)))
		}
	}
	return strings.Join(parts, ", ")
}

// quotation is "Melissa Rosenberg revealed, to Variety, quoted, 13 words: “…”".
func quotation(q press.Quotation) string {
	said := strings.TrimSpace(cmp.Or(q.Name, oneLine(q.Called), "somebody") + " " + q.Verb)
	where, how := "", "quoted"
	if q.Where != "" {
		where = "to " + q.Where
	}
	if !q.Direct {
		how = "reported"
	}
	return phrase.Joined(", ", said, where, how, phrase.Counted(q.Words, "word", "words")) + ": " + oneLine(q.Text)
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
	return fmt.Sprint(c.Kind, c.TitleID, c.Title, c.Seasons, c.Role, c.Person, c.Gender, valueOf(c), c.Unit, c.Negated)
}

// summary is several articles beside each other.
func (c Check) summary() []block.Block {
	t := block.Table{Head: []string{"article", "claims", "contradicted", "unverifiable", "supported"}, Right: []int{1, 2, 3, 4}}
	for _, r := range c.Reports {
		row := block.Texts(oneLine(r.Source), phrase.Number(len(r.Claims)))
		for _, v := range verdict.Verdicts() {
			row = append(row, block.Plain(phrase.Number(claimsOf(r.Claims, v))))
		}
		t.Rows = append(t.Rows, row)
	}
	blocks := []block.Block{block.Heading{Words: phrase.Counted(len(c.Reports), "article", "articles")}, t}
	list := block.List{}
	for _, r := range c.repeatedClaims() {
		list.Items = append(list.Items, block.Item{Text: block.Plain(fmt.Sprintf("%s %s: “%s” (%s)",
			claimMarks[r.claim.Verdict], r.claim.Verdict, oneLine(r.claim.Quote), strings.Join(r.sources, ", ")))})
	}
	if len(list.Items) == 0 {
		return blocks
	}
	return append(blocks, block.Heading{Words: "contradicted, or in several articles"}, list)
}

// Rows are the claims.
func (c Check) Rows() block.Rows {
	rows := block.Rows{Columns: slices.Concat(block.TextColumns("source"), block.WholeColumns("claim", "start", "end"),
		block.TextColumns("kind", "quote", "title_id", "title", "season", "year", "role", "person_id", "person", "gender", "value"), block.WholeColumns("of"),
		[]block.Column{{Name: "negated", Kind: block.YesNo}}, block.TextColumns("speaker", "verdict", "reason", "sources"), block.WholeColumns("line", "column"), block.TextColumns("witness"))}
	for _, r := range c.Reports {
		for i, claim := range r.Claims {
			rows.Add(r.Source, i+1, claim.Start, claim.End, claim.Kind, claim.Quote, claim.TitleID, claim.Title,
				strings.Join(phrase.Each(claim.Seasons, phrase.Number), "; "), years(claim), claim.Role, claim.PersonID, claim.Person, claim.Gender, valueOf(claim),
				block.Known(int(claim.Of), claim.Of > 0), claim.Negated, claim.Speaker, claim.Verdict, claim.Reason, strings.Join(sourcesOf(claim), "; "),
				block.Known(claim.Place.Line, claim.Place.Line > 0), block.Known(claim.Place.Column, claim.Place.Column > 0), claim.Witness)
		}
	}
	return rows
}

func years(c press.Claim) string {
	switch {
	case c.Year == 0:
		return ""
	case c.YearTo > c.Year:
		return fmt.Sprintf("%d-%d", c.Year, c.YearTo)
	}
	return phrase.Number(c.Year)
}

// valueOf is the value as the text gives it: a number, or its words.
func valueOf(c press.Claim) string {
	if c.Value != nil {
		return strconv.FormatFloat(*c.Value, 'f', -1, 64)
	}
	return c.ValueWords
}

// sourcesOf are the keys of the pages that a claim's evidence rests on.
func sourcesOf(c press.Claim) (keys []string) {
	for _, row := range c.Evidence {
		for _, key := range row.Sources {
			if !slices.Contains(keys, key) {
				keys = append(keys, key)
			}
		}
	}
	return keys
}
