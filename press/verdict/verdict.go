// Package verdict settles claims: each becomes a question to the catalog, and the
// answer is supported, contradicted or unverifiable, with its reason and the rows it
// rests on.
//
// Bounds decide. Where genders or credits are missing, a claim is contradicted only
// if nothing that is missing could make it true, and supported only if nothing could
// make it false. What the catalog does not hold, a hand-picked population and a
// study's own figures make a claim unverifiable, and the reason says which. A kind of
// claim is settled in the file of its name.
package verdict

import (
	"context"
	"fmt"
	"slices"
	"strings"

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
	TitleID string          `json:"title_id,omitempty"`
	Title   string          `json:"title"`
	Role    rolecall.Role   `json:"role,omitempty"`
	Person  string          `json:"person,omitempty"`
	Gender  rolecall.Gender `json:"gender,omitempty"`
	Date    string          `json:"date,omitempty"`
	// Counted is nil for a single credit or date.
	Counted *Counted `json:"counted,omitempty"`
	// Sources are keys of the pages that say so.
	Sources []string `json:"sources"`
}

// mostRows bounds the evidence of one claim; a season's directors and their episodes
// fit, a series' whole cast does not.
const mostRows = 60

// Judge settles claims by a catalog.
type Judge struct {
	catalog *catalog.Catalog
	found   mention.Found
	// rolls are the credits already read, by title.
	rolls map[string]catalog.Roll
	// seasons are those of each series already read.
	seasons map[string][]rolecall.Title
	// ruled are the rulings already made, by the claim but for its place: a text may
	// say the same a thousand times.
	ruled map[string]Ruling
}

// NewJudge is a judge of the claims of one text, who knows what the text names.
func NewJudge(c *catalog.Catalog, found mention.Found) *Judge {
	return &Judge{catalog: c, found: found, rolls: make(map[string]catalog.Roll), seasons: make(map[string][]rolecall.Title), ruled: make(map[string]Ruling)}
}

// judges settle the kinds.
var judges = map[claims.Kind]func(context.Context, *Judge, claims.Claim) (Ruling, error){
	claims.Every: judgeEvery, claims.Count: judgeCount, claims.Share: judgeShare, claims.Credit: judgeCredit,
	claims.Date: judgeDate, claims.Episodes: judgeEpisodes, claims.Rank: judgeRank, claims.Compare: judgeCompare,
}

// Settle rules on a claim. The error is the catalog's.
func (j *Judge) Settle(ctx context.Context, c claims.Claim) (Ruling, error) {
	same := c
	same = same.Anywhere()
	key := fmt.Sprintf("%+v", same)
	if ruling, made := j.ruled[key]; made {
		return ruling, nil
	}
	ruling, err := judges[c.Kind](ctx, j, c)
	if err != nil {
		return Ruling{}, err
	}
	if len(ruling.Evidence) > mostRows {
		ruling.Evidence = ruling.Evidence[:mostRows]
	}
	j.ruled[key] = ruling
	return ruling, nil
}

func unverifiable(reason string, args ...any) Ruling {
	return Ruling{Verdict: Unverifiable, Reason: fmt.Sprintf(reason, args...)}
}

func rule(v Verdict, rows []Row, reason string, args ...any) Ruling {
	return Ruling{Verdict: v, Reason: fmt.Sprintf(reason, args...), Evidence: rows}
}

// studyFigure is the reason for claims about many titles that are not named.
const studyFigure = "a study's figure: it needs the study's own data"

// scope is what a claim is about: some titles of the catalog and their credits.
type scope struct {
	titles []rolecall.Title
	roll   catalog.Roll
	label  string
	// whole says that every episode of it is held.
	whole bool
	// open says that it is a series of which the catalog, picked by hand, may hold only
	// some seasons.
	open bool
}

// scopeOf finds what a claim is about. Where it cannot, the ruling says why and the
// scope is nil.
func (j *Judge) scopeOf(ctx context.Context, c claims.Claim) (*scope, Ruling, error) {
	if c.Title == claims.None {
		return nil, unverifiable(studyFigure), nil
	}
	e := j.found.Entities[c.Title]
	switch {
	case e.ID == "" && e.Among > 1:
		return nil, unverifiable("%q is the name of %d titles in the catalog, and the text does not say which", e.Name, e.Among), nil
	case e.ID == "":
		return nil, unverifiable("the catalog does not hold %q", e.Name), nil
	}
	if c.Unclear && e.Title.Kind == rolecall.Series {
		return nil, unverifiable("the text does not say by number which seasons of %q are meant", e.Name), nil
	}
	titles, ruling, err := j.seasonsOf(ctx, e.Title, c.Seasons)
	if err != nil || titles == nil {
		return nil, ruling, err
	}
	s := &scope{titles: titles, whole: true, open: titles[0].Kind == rolecall.Series && j.catalog.Info().HandPicked}
	s.roll.People = make(map[string]rolecall.Person)
	var labels []string
	for _, t := range titles {
		roll, err := j.rollOf(ctx, t)
		if err != nil {
			return nil, Ruling{}, err
		}
		s.roll.Leaves = append(s.roll.Leaves, roll.Leaves...)
		s.roll.Credits = append(s.roll.Credits, roll.Credits...)
		for id, p := range roll.People {
			s.roll.People[id] = p
		}
		s.whole = s.whole && (t.Kind == rolecall.Film || t.Kind == rolecall.Season && t.Whole || t.Kind == rolecall.Series)
		labels = append(labels, t.Label())
	}
	s.label = strings.Join(labels, " and ")
	return s, Ruling{}, nil
}

// seasonsOf are the seasons meant, or the title itself where none is.
func (j *Judge) seasonsOf(ctx context.Context, t rolecall.Title, numbers []int) ([]rolecall.Title, Ruling, error) {
	if t.Kind != rolecall.Series || len(numbers) == 0 {
		return []rolecall.Title{t}, Ruling{}, nil
	}
	held, err := j.seasonsHeld(ctx, t.ID)
	if err != nil {
		return nil, Ruling{}, err
	}
	var titles []rolecall.Title
	for _, n := range numbers {
		at := slices.IndexFunc(held, func(s rolecall.Title) bool { return s.Season == n })
		if at < 0 {
			return nil, unverifiable("the catalog does not hold season %d of %q", n, t.Name), nil
		}
		titles = append(titles, held[at])
	}
	return titles, Ruling{}, nil
}

func (j *Judge) seasonsHeld(ctx context.Context, seriesID string) ([]rolecall.Title, error) {
	if held, read := j.seasons[seriesID]; read {
		return held, nil
	}
	held, err := j.catalog.Seasons(ctx, seriesID)
	j.seasons[seriesID] = held
	return held, err
}

func (j *Judge) rollOf(ctx context.Context, t rolecall.Title) (catalog.Roll, error) {
	if roll, read := j.rolls[t.ID]; read {
		return roll, nil
	}
	roll, err := j.catalog.Roll(ctx, t, false)
	j.rolls[t.ID] = roll
	return roll, err
}

// catalogRole is the role of the catalog that a claim's role asks for.
func catalogRole(role rolecall.Role) rolecall.Role {
	if role == claims.Star {
		return rolecall.Cast
	}
	return role
}

// in are the credits of a role, each person once for a title.
func (s *scope) in(role rolecall.Role) []rolecall.Credit {
	return slices.DeleteFunc(rolecall.Once(s.roll.Credits), func(c rolecall.Credit) bool { return c.Role != catalogRole(role) })
}

// rows are the evidence of some credits.
func (s *scope) rows(credits []rolecall.Credit) []Row {
	labels := make(map[string]string)
	for _, t := range append(slices.Clone(s.roll.Leaves), s.titles...) {
		labels[t.ID] = t.Label()
	}
	var rows []Row
	for _, c := range credits {
		p := s.roll.People[c.PersonID]
		rows = append(rows, Row{TitleID: c.TitleID, Title: labels[c.TitleID], Role: c.Role, Person: p.Name, Gender: p.Gender, Sources: c.Citations})
	}
	return rows
}

// unplaced are the credits that their source gives for a season or series and not for
// its episodes.
func (s *scope) unplaced(credits []rolecall.Credit) []rolecall.Credit {
	return slices.DeleteFunc(slices.Clone(credits), func(c rolecall.Credit) bool {
		return !c.Role.ByEpisode() || c.Scope == rolecall.OfTitle || c.Scope == ""
	})
}

// leafWord is what the scope's titles are called: episodes, or films.
func (s *scope) leafWord() string {
	if len(s.roll.Leaves) > 0 && s.roll.Leaves[0].Kind == rolecall.Film {
		return "films"
	}
	return "episodes"
}

// byWords is "directed by", or "with a … who is" for roles without such a verb.
func byWords(role rolecall.Role) string {
	switch role {
	case rolecall.Director:
		return "directed by"
	case rolecall.Writer:
		return "written by"
	case rolecall.Producer:
		return "produced by"
	case rolecall.Editor:
		return "edited by"
	case rolecall.Cinematographer:
		return "shot by"
	}
	return "with a " + role.Words() + " among"
}

// names lists some people, at most five.
func (s *scope) names(credits []rolecall.Credit) string {
	var names []string
	for _, c := range credits {
		if name := s.roll.People[c.PersonID].Name; !slices.Contains(names, name) {
			names = append(names, name)
		}
	}
	if len(names) > 5 {
		return strings.Join(names[:5], ", ") + fmt.Sprintf(" and %d more", len(names)-5)
	}
	return strings.Join(names, ", ")
}

// held says, of a series in a hand-picked catalog, that the answer is for what is
// held.
func (s *scope) held() string {
	if s.open {
		return ", by the seasons that are held"
	}
	return ""
}

// bounds is what is certain and what is possible of a figure.
type bounds struct{ low, high float64 }

// against rules on a figure: whether what is claimed, within a tolerance, is certain,
// impossible or neither.
func (b bounds) against(value, tolerance float64, bound string) Verdict {
	low, high := value-tolerance, value+tolerance
	switch bound {
	case "more":
		return half(b, value, func(x float64) bool { return x > value })
	case "least":
		return half(b, value, func(x float64) bool { return x >= value-tolerance })
	case "less":
		return half(b, value, func(x float64) bool { return x < value })
	case "most":
		return half(b, value, func(x float64) bool { return x <= value+tolerance })
	}
	switch {
	case b.low >= low && b.high <= high:
		return Supported
	case b.high < low || b.low > high:
		return Contradicted
	}
	return Unverifiable
}

func half(b bounds, _ float64, holds func(float64) bool) Verdict {
	switch low, high := holds(b.low), holds(b.high); {
	case low && high:
		return Supported
	case !low && !high:
		return Contradicted
	}
	return Unverifiable
}

// opposite turns a verdict on a statement into that on its denial.
func (v Verdict) opposite() Verdict {
	switch v {
	case Supported:
		return Contradicted
	case Contradicted:
		return Supported
	}
	return Unverifiable
}

// personName is the name of the person a claim names.
func (j *Judge) personName(c claims.Claim) string {
	if c.Person == claims.None {
		return ""
	}
	return j.found.Entities[c.Person].Name
}

// isPerson reports whether a credit is the claimed person's: by identifier, else by
// name or, where the text gives a surname alone, by that.
func (j *Judge) isPerson(p rolecall.Person, c claims.Claim) bool {
	e := j.found.Entities[c.Person]
	if e.Class == english.Person && e.ID != "" {
		return p.ID == e.ID
	}
	named, held := mention.Fold(e.Name), mention.Fold(p.Name)
	return named == held || !strings.Contains(named, " ") && strings.HasSuffix(held, " "+named)
}
