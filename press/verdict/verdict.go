// Package verdict settles claims: each becomes a question to the catalog, and the
// answer is supported, contradicted or unverifiable, with its reason and the rows it
// rests on.
//
// Bounds decide. Where genders or credits are missing, a claim is contradicted only
// if nothing that is missing could make it true, and supported only if nothing could
// make it false. What the catalog does not hold, a hand-picked population and a
// study's own figures make a claim unverifiable, and the reason says which. A kind of
// claim is settled in the file of its name, where its judge says what the rows say; one
// gate (gate.go) lets a finding pass or lowers it to unverifiable.
package verdict

import (
	"context"
	"fmt"

	"rolecall"
	"rolecall/catalog"
	"rolecall/press/claims"
	"rolecall/press/english"
	"rolecall/press/mention"
)

// Verdict is what has become of a claim.
type Verdict string

// The verdicts.
const (
	Supported    Verdict = "supported"
	Contradicted Verdict = "contradicted"
	Unverifiable Verdict = "unverifiable"
)

// Verdicts are all verdicts, the one that an editor looks for first.
func Verdicts() []Verdict { return []Verdict{Contradicted, Unverifiable, Supported} }

// Ruling is a verdict with its reason, a sentence without its full stop, and the rows
// it rests on.
type Ruling struct {
	Verdict  Verdict
	Reason   string
	Evidence []Row
}

// Row is one credit or date of the catalog, or a count.
type Row struct {
	// TitleID is empty and Title words for a population, where the row is about one.
	TitleID string
	Title   string
	Role    rolecall.Role
	Person  string
	Gender  rolecall.Gender
	Date    string
	// Counted is nil for a single credit or date.
	Counted *Counted
	// Sources are keys of the pages that say so.
	Sources []string
}

// mostRows bounds the evidence of one claim; a season's directors and their episodes
// fit, a series' whole cast does not.
const mostRows = 60

// Judge settles claims by a catalog.
type Judge struct {
	catalog *catalog.Catalog
	found   mention.Found
	// rolls are the credits already read, by title, and scopes those of what claims were
	// about.
	rolls  map[string]catalog.Roll
	scopes map[scopeKey]*scope
	// seasons are those of each series already read.
	seasons map[string][]rolecall.Title
	// names are the names taken apart, as every claim compares the same people.
	names map[string]fullName
	// counts are kept for other texts too; nil where they are not.
	counts *Counts
	// ruled are the rulings already made: a text may say the same a thousand times.
	ruled map[claimKey]Ruling
}

// NewJudge is a judge of the claims of one text, who knows what the text names.
func NewJudge(c *catalog.Catalog, found mention.Found) *Judge {
	return &Judge{
		catalog: c, found: found, rolls: make(map[string]catalog.Roll), scopes: make(map[scopeKey]*scope),
		seasons: make(map[string][]rolecall.Title), names: make(map[string]fullName), ruled: make(map[claimKey]Ruling),
	}
}

// Sharing has the judge look among counts that others have made by the same catalog, and leave
// its own there.
func (j *Judge) Sharing(k *Counts) *Judge {
	j.counts = k
	return j
}

// judge says what the rows of a catalog say of the claims of a kind.
type judge interface {
	find(context.Context, *Judge, claims.Claim) (finding, error)
}

// judges settle the kinds.
var judges = claims.ByKind[judge](every{}, count{}, share{}, credit{}, date{}, episodes{}, rank{}, comparison{})

// Settle rules on a claim. The error is the catalog's.
func (j *Judge) Settle(ctx context.Context, c claims.Claim) (Ruling, error) {
	key := keyOf(c)
	if ruling, made := j.ruled[key]; made {
		return ruling, nil
	}
	ruling, err := j.gate(ctx, c)
	if err != nil {
		return Ruling{}, err
	}
	if len(ruling.Evidence) > mostRows {
		ruling.Evidence = ruling.Evidence[:mostRows]
	}
	j.ruled[key] = ruling
	return ruling, nil
}

// claimKey is all of a claim that its ruling depends on, which is all but its place.
type claimKey struct {
	kind                                                                                         claims.Kind
	title, person, year, yearTo, around                                                          int
	seasons, numbers, doubts, owners                                                             string
	role, beside                                                                                 rolecall.Role
	gender                                                                                       rolecall.Gender
	value, of                                                                                    float64
	bound, vague, unit, character, words                                                         string
	day                                                                                          english.Day
	among                                                                                        claims.Among
	anchor                                                                                       claims.Anchor
	last                                                                                         int
	hasValue, unclear, whole, negated, all, sole, isLoose, naming, aside, testified, unconfirmed bool
}

func keyOf(c claims.Claim) claimKey {
	return claimKey{
		kind: c.Kind, title: c.Title, person: c.Person, year: c.Year, yearTo: c.YearTo, around: c.Around,
		seasons: fmt.Sprint(c.Seasons), numbers: fmt.Sprint(c.Part.Numbers), doubts: fmt.Sprint(c.Doubts), owners: fmt.Sprint(c.Owners, c.Company),
		role: c.Role, beside: c.Beside, gender: c.Gender, value: c.Value, of: c.Of,
		bound: c.Bound, vague: c.Vague, unit: c.Unit, character: c.Character, words: wordsRead(c),
		day: c.Day, among: c.Among, anchor: c.Anchor, last: c.Part.Last,
		hasValue: c.HasValue, unclear: c.Unclear, whole: c.Whole, negated: c.Negated, all: c.Part.All, sole: c.Sole, isLoose: c.Loose, naming: c.Naming, aside: c.Aside,
		testified: c.Testified, unconfirmed: c.Unconfirmed,
	}
}

func unverifiable(reason string, args ...any) Ruling { return rule(Unverifiable, nil, reason, args...) }

func rule(v Verdict, rows []Row, reason string, args ...any) Ruling {
	return Ruling{Verdict: v, Reason: fmt.Sprintf(reason, args...), Evidence: rows}
}

// wordsRead are the words of a claim that its judge reads: whether something was shown
// for the first time or came back, what somebody was the first to do, and whether a
// person is named in full.
func wordsRead(c claims.Claim) string {
	if c.Kind == claims.Date || c.Kind == claims.Rank || c.Person != claims.None {
		return c.Quote
	}
	return ""
}
