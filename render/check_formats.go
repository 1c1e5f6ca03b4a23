package render

import (
	"fmt"
	"strconv"
	"strings"

	"rolecall"
	"rolecall/press"
	"rolecall/press/verdict"
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

type claimJSON struct {
	Quote    string          `json:"quote"`
	Start    int             `json:"start"`
	End      int             `json:"end"`
	Kind     string          `json:"kind"`
	Title    any             `json:"title"`
	TitleID  any             `json:"title_id"`
	Season   any             `json:"season"`
	Seasons  []int           `json:"seasons"`
	Year     any             `json:"year"`
	Role     any             `json:"role"`
	Person   any             `json:"person"`
	PersonID any             `json:"person_id"`
	Gender   any             `json:"gender"`
	Value    any             `json:"value"`
	Bound    any             `json:"bound"`
	Of       any             `json:"of"`
	Unit     any             `json:"unit"`
	Negated  bool            `json:"negated"`
	Speaker  any             `json:"speaker"`
	Verdict  verdict.Verdict `json:"verdict"`
	Reason   string          `json:"reason"`
	Evidence []verdict.Row   `json:"evidence"`
}

// orNull is a value, or null where it is empty: a reader tells "not said" from "".
func orNull[T comparable](value T) any {
	var empty T
	if value == empty {
		return nil
	}
	return value
}

func claimObject(c press.Claim) claimJSON {
	object := claimJSON{
		Quote: c.Quote, Start: c.Start, End: c.End, Kind: string(c.Kind), Title: orNull(c.Title), TitleID: orNull(c.TitleID), Seasons: orEmpty(c.Seasons),
		Year: orNull(years(c)), Role: orNull(c.Role), Person: orNull(c.Person), PersonID: orNull(c.PersonID), Gender: orNull(c.Gender),
		Value: orNull(c.ValueWords), Bound: orNull(c.Bound), Of: orNull(c.Of), Unit: orNull(c.Unit), Negated: c.Negated, Speaker: orNull(c.Speaker),
		Verdict: c.Verdict, Reason: c.Reason, Evidence: orEmpty(c.Evidence),
	}
	if c.Value != nil {
		object.Value = *c.Value
	}
	if c.YearTo <= c.Year && c.Year != 0 {
		object.Year = c.Year
	}
	if len(c.Seasons) == 1 {
		object.Season = c.Seasons[0]
	}
	for i, row := range object.Evidence {
		object.Evidence[i].Sources = orEmpty(row.Sources)
	}
	return object
}

type mentionJSON struct {
	Text  string `json:"text"`
	Start int    `json:"start"`
	End   int    `json:"end"`
	Kind  string `json:"kind"`
	ID    any    `json:"id"`
	Name  string `json:"name"`
}

type quotationJSON struct {
	Text    string          `json:"text"`
	Start   int             `json:"start"`
	End     int             `json:"end"`
	Direct  bool            `json:"direct"`
	Speaker any             `json:"speaker"`
	Called  any             `json:"called"`
	ID      any             `json:"speaker_id"`
	Gender  rolecall.Gender `json:"gender"`
	Verb    any             `json:"verb"`
	Words   int             `json:"words"`
	Where   any             `json:"where"`
}

type spokenJSON struct {
	Quotations rolecall.Tally  `json:"quotations"`
	Words      rolecall.Tally  `json:"words"`
	All        []quotationJSON `json:"all"`
	SetAside   []setAsideJSON  `json:"set_aside"`
}

// setAsideJSON is what looks like a quotation and is none.
type setAsideJSON struct {
	Text  string `json:"text"`
	Start int    `json:"start"`
	End   int    `json:"end"`
	Why   string `json:"why"`
}

type articleJSON struct {
	Source      string                   `json:"source"`
	Title       any                      `json:"article_title,omitempty"`
	Text        any                      `json:"text,omitempty"`
	Boilerplate []press.Furniture        `json:"boilerplate"`
	Claims      []claimJSON              `json:"claims"`
	Mentions    []mentionJSON            `json:"mentions"`
	Spoken      *spokenJSON              `json:"quotes,omitempty"`
	Pages       map[string]rolecall.Page `json:"pages"`
}

func (c Check) articleObject(r press.Report) articleJSON {
	object := articleJSON{Source: r.Source, Title: orNull(r.Article.Title), Boilerplate: orEmpty(r.Article.Boilerplate), Claims: []claimJSON{}, Mentions: []mentionJSON{}, Pages: r.Pages}
	if c.Text {
		object.Text = r.Article.Text
	}
	for _, claim := range r.Claims {
		object.Claims = append(object.Claims, claimObject(claim))
	}
	for _, m := range r.Mentions {
		object.Mentions = append(object.Mentions, mentionJSON{m.Text, m.Start, m.End, string(m.Kind), orNull(m.ID), m.Name})
	}
	if c.Quotes {
		spoken := spokenJSON{Quotations: r.Quoted, Words: r.Words, All: []quotationJSON{}, SetAside: []setAsideJSON{}}
		for _, d := range r.NotQuoted {
			spoken.SetAside = append(spoken.SetAside, setAsideJSON{r.Article.Text[d.Start:d.End], d.Start, d.End, d.Why})
		}
		for _, q := range r.Quotations {
			spoken.All = append(spoken.All, quotationJSON{q.Text, q.Start, q.End, q.Direct, orNull(q.Name), orNull(q.Called), orNull(q.ID), q.Gender, orNull(q.Verb), q.Words, orNull(q.Where)})
		}
		object.Spoken = &spoken
	}
	return object
}

type repeatedJSON struct {
	Verdict verdict.Verdict `json:"verdict"`
	Quote   string          `json:"quote"`
	Sources []string        `json:"sources"`
}

// object is, of one article, its claims and mentions; of several, a list of those and
// the claims that are contradicted or that several make.
func (c Check) object() any {
	if len(c.Reports) == 1 {
		return struct {
			articleJSON
			Catalog about `json:"catalog"`
		}{c.articleObject(c.Reports[0]), aboutCatalog(c.Catalog)}
	}
	object := struct {
		Articles []articleJSON  `json:"articles"`
		Repeated []repeatedJSON `json:"repeated"`
		Catalog  about          `json:"catalog"`
	}{[]articleJSON{}, []repeatedJSON{}, aboutCatalog(c.Catalog)}
	for _, r := range c.Reports {
		object.Articles = append(object.Articles, c.articleObject(r))
	}
	for _, r := range c.repeatedClaims() {
		object.Repeated = append(object.Repeated, repeatedJSON{r.claim.Verdict, r.claim.Quote, r.sources})
	}
	return object
}
