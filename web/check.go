package web

import (
	"context"
	"errors"
	"fmt"
	"net/http"
	"slices"
	"strings"
	"unicode/utf8"

	"rolecall"
	"rolecall/phrase"
	"rolecall/press"
	"rolecall/press/article"
	"rolecall/press/verdict"
	"rolecall/web/snapshot"
)

// checkView is an article with its claims marked, and their verdicts.
type checkView struct {
	Text string
	// Fault says why a text cannot be checked.
	Fault  string
	Pieces []pieceView
	Claims []claimView
	Counts []countView
	Quoted string
	Found  bool
	// Example is a text to begin with.
	Example string
}

// pieceView is a stretch of the text: plain, within claims, or set aside.
type pieceView struct {
	Words string
	// Claim is the number of the claim that the stretch lies in, 0 if in none;
	// Verdict that claim's.
	Claim   int
	Verdict string
	// Ends are the numbers of the claims that end here.
	Ends []endView
	// Aside says what it is, where it is no part of the article.
	Aside string
}

type endView struct {
	Number  int
	Verdict string
}

type claimView struct {
	Number                       int
	Verdict, Kind, Quote, Reason string
	Speaker                      string
	Evidence                     []evidenceView
}

type evidenceView struct {
	Title, Address, Words string
	Gender                rolecall.Gender
	Pages                 []rolecall.Page
}

type countView struct {
	Verdict string
	Number  int
}

// longestArticle bounds a text that is checked, in letters; longer ones are
// books.
const longestArticle = 60_000

// exampleArticle stands in the field to begin with.
const exampleArticle = "All 13 episodes of the second season of Jessica Jones were directed by women. " +
	"Melissa Rosenberg created the series, which came back on 8 March 2018. Half of its writers are men."

// check shows the field, and checks what is written into it. The text is neither
// kept nor logged.
func (s *Site) check(ctx context.Context, held *snapshot.Snapshot, r *http.Request) (answer, error) {
	view := checkView{Example: exampleArticle}
	status := http.StatusOK
	if r.Method == http.MethodPost {
		var err error
		if view, status, err = checked(ctx, held, r); err != nil {
			return answer{}, err
		}
	}
	a, err := s.render(held, r, "check", frame{Title: "Check an article", Place: "check",
		Description: "Paste an article: its claims about credits, marked in the text, with verdicts and evidence. Nothing is stored.", Content: view})
	if a.status == http.StatusOK {
		a.status = status
	}
	a.private = r.Method == http.MethodPost
	return a, err
}

func checked(ctx context.Context, held *snapshot.Snapshot, r *http.Request) (checkView, int, error) {
	if err := r.ParseForm(); err != nil {
		if _, tooLong := errors.AsType[*http.MaxBytesError](err); tooLong {
			return checkView{Fault: "The text is longer than this site reads. Check a part of it."}, http.StatusRequestEntityTooLarge, nil
		}
		return checkView{Fault: "What was sent cannot be read. Paste the article into the field.", Example: exampleArticle}, http.StatusBadRequest, nil
	}
	text := strings.NewReplacer("\r\n", "\n", "\x00", "\uFFFD").Replace(strings.ToValidUTF8(r.PostForm.Get("text"), "\uFFFD"))
	switch n := utf8.RuneCountInString(text); {
	case strings.TrimSpace(text) == "":
		return checkView{Fault: "There is no text. Paste an article into the field.", Example: exampleArticle}, http.StatusUnprocessableEntity, nil
	case n > longestArticle:
		return checkView{Text: text, Fault: fmt.Sprintf("The text has %s letters; this site reads up to %s. Check a part of it.", phrase.Grouped(n), phrase.Grouped(longestArticle))},
			http.StatusRequestEntityTooLarge, nil
	}
	report, err := press.Check(ctx, press.InCatalog(held.Catalog), article.Plain(text))
	switch {
	case errors.Is(err, article.ErrNotEnglish):
		return checkView{Text: text, Fault: "Only articles in English can be checked."}, http.StatusUnprocessableEntity, nil
	case err != nil:
		return checkView{}, 0, err
	}
	return checkOf(text, report), http.StatusOK, nil
}

func checkOf(text string, r press.Report) checkView {
	v := checkView{Text: text, Found: true, Pieces: pieces(r), Quoted: quotedWords(r)}
	for i, c := range r.Claims {
		v.Claims = append(v.Claims, claimOf(i+1, c, r.Pages))
	}
	for _, one := range verdict.Verdicts() {
		n := 0
		for _, c := range r.Claims {
			if c.Verdict == one {
				n++
			}
		}
		if n > 0 {
			v.Counts = append(v.Counts, countView{string(one), n})
		}
	}
	return v
}

// quotedWords says who is quoted: "5 quotations: 3 women, 2 men".
func quotedWords(r press.Report) string {
	if len(r.Quotations) == 0 {
		return ""
	}
	return fmt.Sprintf("%s: %s", phrase.Counted(len(r.Quotations), "quotation", "quotations"), phrase.Tally(r.Quoted))
}

// pieces cuts the text where a claim begins or ends and where something that is
// no part of the article does.
func pieces(r press.Report) (all []pieceView) {
	text := r.Article.Text
	cuts := []int{0, len(text)}
	for _, c := range r.Claims {
		cuts = append(cuts, c.Start, c.End)
	}
	for _, f := range r.Article.Boilerplate {
		cuts = append(cuts, f.Start, f.End)
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
	for _, f := range r.Article.Boilerplate {
		if f.Start <= from && to <= f.End {
			p.Aside = f.Why
		}
	}
	for i, c := range r.Claims {
		if c.Start <= from && to <= c.End {
			p.Claim, p.Verdict = i+1, string(c.Verdict)
		}
		if c.End == to {
			p.Ends = append(p.Ends, endView{i + 1, string(c.Verdict)})
		}
	}
	return p
}

func claimOf(number int, c press.Claim, pages map[string]rolecall.Page) claimView {
	v := claimView{
		Number: number, Verdict: string(c.Verdict), Kind: string(c.Kind), Quote: strings.Join(strings.Fields(c.Quote), " "),
		Reason: phrase.Stop(c.Reason), Speaker: c.Speaker,
	}
	for _, row := range c.Evidence {
		v.Evidence = append(v.Evidence, evidenceOf(row, pages))
	}
	return v
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
