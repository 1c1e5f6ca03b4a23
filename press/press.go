// Package press reads an article and says which of its statements about credits are
// true: article, then names, then claims, then verdicts, each in a package of its own.
//
// What a text is about is decided from its words (packages english, mention and
// claims) and what is true from the catalog alone (package verdict). The two are kept
// apart so that a claim is found whether or not the catalog can answer it: a claim
// that cannot be checked is said to be so, and is not left out.
package press

import (
	"context"
	"fmt"
	"strconv"
	"strings"
	"time"

	"rolecall"
	"rolecall/catalog"
	"rolecall/press/article"
	"rolecall/press/claims"
	"rolecall/press/english"
	"rolecall/press/mention"
	"rolecall/press/speech"
	"rolecall/press/verdict"
	"rolecall/press/witness"
)

// Claim is a statement of the article with its verdict.
type Claim struct {
	english.Span
	// Place is where it stands in the file, if that is known.
	Place article.Place
	Quote string
	Kind  claims.Kind
	// Title is the name of the title meant, empty where the claim is about none;
	// TitleID its identifier, empty where the catalog does not hold it.
	Title, TitleID string
	Seasons        []int
	// Year and YearTo are 0 where no year is meant.
	Year, YearTo     int
	Role             rolecall.Role
	Person, PersonID string
	Gender           rolecall.Gender
	// Value is the number claimed, nil where there is none; ValueWords is what is
	// claimed in words: "majority", "March 8, 2018".
	Value      *float64
	ValueWords string
	// Bound says how the text bounds the value: "", more, less, least, most, about.
	Bound   string
	Of      float64
	Unit    string
	Negated bool
	// Speaker is who says it, where the article does not say it itself.
	Speaker string
	// Witness is who alone reads it so, empty where this program does.
	Witness string
	verdict.Ruling
}

// Quotation is what somebody is quoted as saying, with the speaker's stated gender.
type Quotation struct {
	speech.Quotation
	Name   string
	ID     string
	Gender rolecall.Gender
}

// Report is what was found in an article.
type Report struct {
	// Source names the article: its file or address.
	Source  string
	Article article.Article
	Claims  []Claim
	// MoreClaims are how many were found after those listed; 0 of any article.
	MoreClaims int
	Mentions   []Mention
	Quotations []Quotation
	// NotQuoted are stretches that look like quotations, with why they are none.
	NotQuoted []speech.Dropped
	// Quoted and Words count the quotations and their words by the gender of who
	// speaks.
	Quoted, Words rolecall.Tally
	// Pages are the pages that the evidence cites, by key.
	Pages map[string]rolecall.Page
	// Hearing tells of the witness, nil where none was asked.
	Hearing *Hearing
}

// Hearing is what became of what a witness said.
type Hearing struct {
	// Witness is its name.
	Witness string
	// Passages is into how many the article was cut, and Unheard those without an answer.
	Passages int
	Unheard  []witness.Unheard
	// Unfounded is what it said that the article does not bear out, and why; Dropped are how
	// many claims of this program's own were left out, as a witness that confirms most does not
	// read them.
	Unfounded []claims.Unfounded
	Dropped   int
}

// Mention is a person or title that the article names.
type Mention struct {
	english.Span
	Text string
	// Kind is person or title.
	Kind english.Class
	// ID is empty where the catalog does not hold it, or several of that name.
	ID, Name string
	// Gender is a person's, as it is stated; empty of titles.
	Gender rolecall.Gender
}

// Furniture is a stretch of an article's text that belongs to the site around it.
type Furniture = article.Furniture

// Library is what claims are checked by. What takes long to count is kept for the next
// article.
type Library struct {
	catalog *catalog.Catalog
	counts  *verdict.Counts
	witness Witness
}

// InCatalog checks claims by a catalog.
func InCatalog(c *catalog.Catalog) Library {
	return Library{catalog: c, counts: verdict.NewCounts()}
}

// Witness says what it reads in a text, beside the reader of this program.
type Witness interface {
	// Name is by what the report calls it.
	Name() string
	// Testify says what the sentences of a text state. An error says that it cannot be asked.
	Testify(ctx context.Context, text string, sentences []english.Sentence) (witness.Heard, error)
}

// Asking is the library with a witness who is asked about every article.
func (l Library) Asking(w Witness) Library {
	l.witness = w
	return l
}

// mostEvidence is how many rows of evidence a report has; claims after that have their reason
// alone. No article comes near it, and a text that says the same thousands of times would make
// an answer of sixty times its length.
const mostEvidence = 2_000

// mostClaims is how many claims a report lists, for the same reason; the rest are counted. A
// whole book about films has fewer.
const mostClaims = 4_000

// Check reads an article and settles its claims. The error wraps
// article.ErrNotEnglish for a text in another language, or is the catalog's.
func Check(ctx context.Context, l Library, a article.Article) (Report, error) {
	report, err := CheckWithoutPages(ctx, l, a)
	if err != nil {
		return Report{}, err
	}
	report.Pages, err = l.catalog.Pages(ctx, report.sources())
	return report, err
}

// CheckWithoutPages is Check for whoever needs the keys of the pages that the evidence cites
// and not the pages: many articles cite the same.
func CheckWithoutPages(ctx context.Context, l Library, a article.Article) (Report, error) {
	if err := article.CheckLanguage(a.Text); err != nil {
		return Report{}, err
	}
	sentences := english.Sentences(a.Text, a.Blocks, a.Aside())
	names := newDirectory(l.catalog)
	found, err := mention.Find(ctx, names, sentences, a.Italics)
	if err != nil {
		return Report{}, fmt.Errorf("look up the names of the article: %w", err)
	}
	report := Report{Article: a}
	account, err := report.hear(ctx, l.witness, sentences)
	if err != nil {
		return Report{}, err
	}
	text := claims.Settle(claims.Text{Text: a.Text, Blocks: a.Blocks, Sentences: sentences, Found: found, Account: account})
	if err := link(ctx, names, &text.Found); err != nil {
		return Report{}, err
	}
	reading := claims.Find(text)
	found = reading.Found
	if account != nil { // a witness may have named others
		if err := link(ctx, names, &found); err != nil {
			return Report{}, err
		}
	}
	report.Mentions = mentionsOf(found)
	if report.Hearing != nil {
		report.Hearing.Unfounded = append(report.Hearing.Unfounded, reading.Unfounded...)
		report.Hearing.Dropped = reading.Dropped
	}
	spoken := speech.Find(a.Text, sentences, found)
	report.quote(spoken.Quotations, found)
	report.NotQuoted = spoken.Dropped
	judge := verdict.NewJudge(l.catalog, found).Sharing(l.counts)
	rows := 0
	for i, c := range reading.Claims {
		if i == mostClaims {
			report.MoreClaims = len(reading.Claims) - mostClaims
			break
		}
		ruling, err := judge.Settle(ctx, c)
		if err != nil {
			return Report{}, fmt.Errorf("check %q: %w", c.Quote, err)
		}
		if rows += len(ruling.Evidence); rows > mostEvidence {
			ruling.Evidence = nil
		}
		claim := claimOf(c, ruling, found, report.Quotations)
		if c.Testified {
			claim.Witness = report.Hearing.Witness
		}
		report.Claims = append(report.Claims, claim)
	}
	report.place()
	return report, nil
}

// link looks up the names that were found to be titles and people only when the sentences were
// read.
func link(ctx context.Context, names directory, found *mention.Found) error {
	if err := mention.Link(ctx, names, found); err != nil {
		return fmt.Errorf("look up the titles of the article: %w", err)
	}
	return nil
}

// hear asks a witness about the article, if there is one.
func (r *Report) hear(ctx context.Context, w Witness, sentences []english.Sentence) (*claims.Account, error) {
	if w == nil {
		return nil, nil
	}
	heard, err := w.Testify(ctx, r.Article.Text, sentences)
	if err != nil {
		return nil, err
	}
	r.Hearing = &Hearing{Witness: w.Name(), Passages: heard.Passages, Unheard: heard.Unheard, Unfounded: heard.Refused}
	account := &claims.Account{Testimony: heard.Testimony}
	for _, u := range heard.Unheard {
		account.Silent = append(account.Silent, u.Span)
	}
	return account, nil
}

// place finds the claims in the file.
func (r *Report) place() {
	spans := make([]english.Span, len(r.Claims))
	for i, c := range r.Claims {
		spans[i] = c.Span
	}
	for i, place := range r.Article.Places(spans) {
		r.Claims[i].Place = place
	}
}

func mentionsOf(found mention.Found) []Mention {
	var all []Mention
	for _, m := range found.Mentions {
		e := found.Entities[m.Entity]
		if m.Class == english.Person || m.Class == english.Title {
			one := Mention{Span: m.Span, Text: m.Text, Kind: m.Class, ID: e.ID, Name: e.Name}
			if m.Class == english.Person {
				one.Gender = rolecall.Unknown
			}
			if m.Class == english.Person && e.ID != "" {
				one.Gender = e.Person.Gender
			}
			all = append(all, one)
		}
	}
	return all
}

// quote keeps the quotations and tallies them.
func (r *Report) quote(quotations []speech.Quotation, found mention.Found) {
	for _, q := range quotations {
		one := Quotation{Quotation: q, Gender: rolecall.Unknown}
		if q.Speaker != speech.None {
			e := found.Entities[q.Speaker]
			one.Name, one.ID = e.Name, e.ID
			if e.ID != "" {
				one.Gender = e.Person.Gender
			}
		}
		r.Quotations = append(r.Quotations, one)
		r.Quoted.Add(one.Gender)
		for range q.Words {
			r.Words.Add(one.Gender)
		}
	}
}

func claimOf(c claims.Claim, ruling verdict.Ruling, found mention.Found, quotations []Quotation) Claim {
	claim := Claim{
		Span: c.Span, Quote: c.Quote, Kind: c.Kind, Seasons: c.Seasons, Year: c.Year, YearTo: c.YearTo, Role: c.Role, Gender: c.Gender,
		Bound: c.Bound, Of: c.Of, Unit: c.Unit, Negated: c.Negated, Ruling: ruling,
	}
	if c.Title != claims.None {
		claim.Title, claim.TitleID = found.Entities[c.Title].Name, found.Entities[c.Title].ID
	}
	if c.Person != claims.None {
		claim.Person, claim.PersonID = found.Entities[c.Person].Name, found.Entities[c.Person].ID
	}
	switch {
	case c.Kind == claims.Date && !c.HasValue:
		claim.ValueWords = dayWords(c.Day)
	case c.HasValue && c.Vague == "":
		claim.Value = &c.Value
	default:
		claim.ValueWords = c.Vague
	}
	for _, q := range quotations {
		if q.Holds(c.Span) {
			claim.Speaker = q.Name
		}
	}
	return claim
}

// dayWords is a claimed date in words, as far as the text gives it: "March 8, 2018".
func dayWords(d english.Day) string {
	if d.Relative != "" {
		return d.Relative
	}
	var parts []string
	if d.Month != 0 {
		parts = append(parts, time.Month(d.Month).String())
	}
	if d.Day != 0 {
		parts = append(parts, strconv.Itoa(d.Day))
	}
	words := strings.Join(parts, " ")
	switch {
	case d.Year == 0:
		return words
	case d.Day != 0:
		return words + ", " + strconv.Itoa(d.Year)
	}
	return strings.TrimSpace(words + " " + strconv.Itoa(d.Year))
}

// sources are the keys of the pages that the evidence cites.
func (r *Report) sources() []string {
	seen := make(map[string]bool)
	var keys []string
	for _, c := range r.Claims {
		for _, row := range c.Evidence {
			for _, key := range row.Sources {
				if !seen[key] {
					seen[key] = true
					keys = append(keys, key)
				}
			}
		}
	}
	return keys
}
