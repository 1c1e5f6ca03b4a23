package catalog

import (
	"context"
	"database/sql"
	"fmt"
	"slices"
	"strings"

	"rolecall"
	"rolecall/phrase"
	"rolecall/population"
)

// Given divides leaf titles by who holds another role on them.
type Given struct {
	Role    rolecall.Role
	Genders []rolecall.Gender
}

// Makers says how many people hold a role on a leaf title.
type Makers string

// One person, or several. The zero Makers is however many.
const (
	MadeByAny  Makers = ""
	MadeBySole Makers = "sole"
	MadeByTeam Makers = "team"
)

// ParseMakers reads how many people hold a role; the error lists the words there are.
func ParseMakers(text string) (Makers, error) {
	if h := Makers(text); h == MadeByAny || h == MadeBySole || h == MadeByTeam {
		return h, nil
	}
	return "", fmt.Errorf("%q is neither sole (one person holds the role) nor team (several do)", text)
}

// test is true of the leaf titles whose rows are grouped.
func (h Makers) test() string {
	switch h {
	case MadeBySole:
		return `count(*) = 1`
	case MadeByTeam:
		return `count(*) > 1`
	}
	return `true`
}

// GivenState says whether somebody of the genders given holds the role given.
type GivenState string

// The states. A title with somebody of unknown gender and nobody of those given,
// or without a credit in the role, is neither.
const (
	NotGiven     GivenState = ""
	GivenYes     GivenState = "yes"
	GivenNo      GivenState = "no"
	GivenUnknown GivenState = "unknown"
)

// Tallying asks for what a population comes to.
type Tallying struct {
	Population population.Population
	By         Breakdown
	// Roles are those to tally, Lead among them; none asks for every role held.
	Roles []rolecall.Role
	// Given is nil where all titles go together.
	Given *Given
	// Billed keeps, of the cast, those billed so high.
	Billed rolecall.Billed
	// Makers keeps, of the leaf titles, those on which so many people hold the role; it is
	// nothing to people.
	Makers Makers
	// People asks for distinct people too, which takes longer.
	People bool
	// Means asks for the mean of the shares of some genders on each leaf title, too; none
	// asks for none.
	Means []rolecall.Gender
	// First asks, of the people of the one role tallied, for those alone whose first credit
	// in it lies in the population.
	First bool
}

// Part is a part of a population.
type Part struct {
	// Key is what the part is called in By: the year, the series' identifier.
	Key   Key
	Given GivenState
	// Titles is how many titles of the population it has, Leaves how many leaf
	// titles those have.
	Titles, Leaves int
}

// GenderSet is a set of genders: the sum of 1 woman, 2 man, 4 non-binary and
// 8 unknown.
type GenderSet uint8

// SetOf is the set of some genders.
func SetOf(genders ...rolecall.Gender) (s GenderSet) {
	for _, g := range genders {
		s |= 1 << slices.Index(rolecall.Genders(), g)
	}
	return s
}

// Tallied is the leaf titles of one part where the same genders hold a role.
type Tallied struct {
	Key     Key
	Given   GivenState
	Role    rolecall.Role
	Genders GenderSet
	// Titles is how many leaf titles there are, Credits the credits on them.
	Titles  int
	Credits rolecall.Tally
}

// MeanParts are the parts in which shares of titles are summed: a whole has so many.
const MeanParts = 1_000_000_000

// TalliedMeans are the shares of the genders asked for on the leaf titles of a part on which
// somebody is in a role, summed in MeanParts.
type TalliedMeans struct {
	Key   Key
	Given GivenState
	Role  rolecall.Role
	// Titles is how many there are; Certain and Possible are the sums of what is certain on
	// each and of what is possible.
	Titles, Certain, Possible int
	// Known is on how many somebody's gender is known, of whom OfKnown is the sum.
	Known, OfKnown int
}

// TalliedPeople is the distinct people of a role in one part.
type TalliedPeople struct {
	Key    Key
	Given  GivenState
	Role   rolecall.Role
	People rolecall.Tally
	// Unsure is how many people more it may be the first credit of, where that is asked.
	Unsure int
}

// PrivatePerson is somebody on a private list in a role of a part, by number.
type PrivatePerson struct {
	Key    Key
	Given  GivenState
	Role   rolecall.Role
	Person int32
	Gender rolecall.Gender
}

// Tallies are what a population comes to.
type Tallies struct {
	// Titles is the number of titles, each counted once whatever its parts.
	Titles int
	// Vague is how many of them are dated less closely than the population asks,
	// and so may lie outside of its dates.
	Vague   int
	Parts   []Part
	Tallied []Tallied
	People  []TalliedPeople
	Means   []TalliedMeans
	// Private are the people on a private list, where people are counted.
	Private []PrivatePerson
	// Series are the names of series by identifier, where the parts are series.
	Series map[string]string
}

// KindsCounted are the kinds of title that a population without a kind stands
// for where something is counted: those that are works of their own.
func KindsCounted(p population.Population) []rolecall.Kind {
	if p.Kind != "" {
		return []rolecall.Kind{p.Kind}
	}
	return []rolecall.Kind{rolecall.Film, rolecall.Season}
}

// Tally counts a population by part and role. The error is an *EmptyError or an
// *UnanswerableError where that is the matter. Films and seasons are summed from
// what was tallied when the catalog was built; episodes, series and what is asked
// given another role are counted from the credits.
func (c *Catalog) Tally(ctx context.Context, t Tallying) (Tallies, error) {
	if err := c.checkAnswerable(ctx, t.Population, t.By); err != nil {
		return Tallies{}, err
	}
	var tallies Tallies
	ofTitles := t.By.ofTitles()
	err := c.choosing(ctx, t.Population, ofTitles, func(q chosen) (err error) {
		if tallies.Titles, tallies.Vague, err = q.size(ctx, t.Population, ofTitles); err != nil {
			return err
		}
		if tallies.Titles == 0 {
			return nil
		}
		fromWorks := t.isFromWorks()
		if !fromWorks || t.People || len(t.Means) > 0 {
			if err := q.findLeaves(ctx, t); err != nil {
				return err
			}
		}
		if tallies.Parts, err = q.parts(ctx, t.Given, fromWorks); err != nil {
			return err
		}
		if tallies.Tallied, err = q.tallied(ctx, t, fromWorks); err != nil {
			return err
		}
		if len(t.Means) > 0 {
			if tallies.Means, err = q.means(ctx, t); err != nil {
				return err
			}
		}
		if t.People {
			if tallies.People, err = q.people(ctx, t); err != nil {
				return err
			}
			if q.info.LeastTold > 0 {
				if tallies.Private, err = q.private(ctx, t); err != nil {
					return err
				}
			}
		}
		if _, is := t.By.age(); is {
			tallies.partByAge(t.By)
		}
		if t.By.Has(BySeries) {
			tallies.Series, err = q.seriesNames(ctx)
		}
		return err
	})
	if err != nil {
		return Tallies{}, err
	}
	if tallies.Titles == 0 {
		return Tallies{}, c.empty(ctx, t.Population)
	}
	return tallies, nil
}

// isFromWorks reports whether what was tallied when the catalog was built answers.
func (t Tallying) isFromWorks() bool {
	return areWorks(KindsCounted(t.Population)) && !t.By.Has(ByAge) && t.Given == nil && t.Billed.IsZero() && t.Makers == MadeByAny
}

// empty is the error for a population without a title.
func (c *Catalog) empty(ctx context.Context, p population.Population) error {
	resolved, err := c.Resolved(ctx, p)
	if err != nil {
		return err
	}
	unheld, err := c.unheld(ctx, resolved)
	if err != nil {
		return err
	}
	return &EmptyError{WordsCounted(p), unheld}
}

// WordsCounted is a population in words where something is counted.
func WordsCounted(p population.Population) string { return p.WordsOf("films and seasons") }

// chosen is a connection with the temporary table chosen, and leaf once it was
// asked for.
type chosen struct {
	*Catalog
	conn *sql.Conn
}

// choosing runs do on a connection that has a population chosen.
func (c *Catalog) choosing(ctx context.Context, p population.Population, by Breakdown, do func(chosen) error) error {
	p, err := c.Resolved(ctx, p)
	if err != nil {
		return err
	}
	conn, release, err := c.connect(ctx)
	if err != nil {
		return err
	}
	defer release()
	q := chosen{c, conn}
	defer q.drop()
	if err := choose(ctx, conn, p, KindsCounted(p), by); err != nil {
		return c.fault(err)
	}
	return do(q)
}

// drop frees what was chosen; the connection may serve another question.
func (q chosen) drop() {
	q.conn.ExecContext(context.Background(), `DROP TABLE IF EXISTS temp.chosen; DROP TABLE IF EXISTS temp.leaf; DROP TABLE IF EXISTS temp.standing; DROP TABLE IF EXISTS temp.gap; DROP TABLE IF EXISTS temp.career`)
}

// read runs a query on the connection of what was chosen.
func read[T any](ctx context.Context, q chosen, text string, args []any, scan func(func(...any) error) (T, error)) ([]T, error) {
	return collectFrom(ctx, q.Catalog, q.conn, text, args, scan)
}

func (q chosen) size(ctx context.Context, p population.Population, by Breakdown) (titles, vague int, err error) {
	closest := max(len(p.From.String()), len(p.To.String()))
	text := `SELECT count(*), 0 FROM chosen`
	if by.Overlaps() {
		text = `SELECT count(DISTINCT number), 0 FROM chosen`
	}
	if closest > len("2018") {
		text = fmt.Sprintf(`SELECT count(DISTINCT c.number), count(DISTINCT c.number) FILTER (length(released) < %d) FROM chosen c JOIN title t USING (number)`, closest)
	}
	err = q.conn.QueryRowContext(ctx, text).Scan(&titles, &vague)
	return titles, vague, q.fault(err)
}

// findLeaves makes the temporary table leaf: the leaf titles of those chosen,
// with the state of what is given.
func (q chosen) findLeaves(ctx context.Context, t Tallying) error {
	text := strings.ReplaceAll(query("report_leaf"), "/*specials*/", fmt.Sprint(t.Population.Specials))
	if g := t.Given; g != nil {
		text += strings.NewReplacer(
			"/*role*/", string(creditedRole(g.Role)), "/*lead*/", fmt.Sprint(g.Role == rolecall.Lead),
			"/*genders*/", "'"+strings.Join(words(g.Genders), "', '")+"'").Replace(query("report_given"))
	}
	_, err := q.conn.ExecContext(ctx, text)
	return q.fault(err)
}

// creditedRole is the role of the credits that a tallied role is counted from.
func creditedRole(r rolecall.Role) rolecall.Role {
	if r == rolecall.Lead {
		return rolecall.Cast
	}
	return r
}

func (q chosen) parts(ctx context.Context, given *Given, fromWorks bool) ([]Part, error) {
	state := NotGiven
	if given != nil {
		state = GivenUnknown
	}
	text := strings.ReplaceAll(query("report_parts_leaf"), "/*state*/", string(state))
	if fromWorks {
		text = query("report_parts")
	}
	return read(ctx, q, text, nil, func(scan func(...any) error) (p Part, err error) {
		return p, scan(&p.Key, (*string)(&p.Given), &p.Titles, &p.Leaves)
	})
}

func (q chosen) tallied(ctx context.Context, t Tallying, fromWorks bool) ([]Tallied, error) {
	text := query("report_on_title") + query("report_credits_leaf")
	if fromWorks {
		text = query("report_credits")
	}
	text = strings.ReplaceAll(text, "/*makers*/", t.Makers.test())
	return read(ctx, q, withRoles(text, t), nil, func(scan func(...any) error) (t Tallied, err error) {
		return t, scan(&t.Key, (*string)(&t.Given), (*string)(&t.Role), (*uint8)(&t.Genders), &t.Titles,
			&t.Credits.Women, &t.Credits.Men, &t.Credits.Nonbinary, &t.Credits.Unknown)
	})
}

func (q chosen) means(ctx context.Context, t Tallying) ([]TalliedMeans, error) {
	columns := map[rolecall.Gender]string{rolecall.Woman: "women", rolecall.Man: "men", rolecall.Nonbinary: "nonbinary"}
	asked := phrase.Each(t.Means, func(g rolecall.Gender) string { return columns[g] })
	text := strings.NewReplacer("/*asked*/", strings.Join(asked, " + "), "/*makers*/", t.Makers.test()).Replace(query("report_on_title") + query("report_mean"))
	return read(ctx, q, withRoles(text, t), nil, func(scan func(...any) error) (m TalliedMeans, err error) {
		return m, scan(&m.Key, (*string)(&m.Given), (*string)(&m.Role), &m.Titles, &m.Certain, &m.Possible, &m.Known, &m.OfKnown)
	})
}

func (q chosen) people(ctx context.Context, t Tallying) ([]TalliedPeople, error) {
	if t.First {
		return q.firsts(ctx, t)
	}
	text := strings.ReplaceAll(query("report_tallied"), "/*carrying*/", carrying(t)) + query("report_people")
	return read(ctx, q, withRoles(text, t), nil, func(scan func(...any) error) (p TalliedPeople, err error) {
		return p, scan(&p.Key, (*string)(&p.Given), (*string)(&p.Role), &p.People.Women, &p.People.Men, &p.People.Nonbinary, &p.People.Unknown)
	})
}

func (q chosen) private(ctx context.Context, t Tallying) ([]PrivatePerson, error) {
	text := strings.ReplaceAll(query("report_tallied"), "/*carrying*/", carrying(t)) + query("report_private")
	return read(ctx, q, withRoles(text, t), nil, func(scan func(...any) error) (p PrivatePerson, err error) {
		return p, scan(&p.Key, (*string)(&p.Given), (*string)(&p.Role), &p.Person, (*string)(&p.Gender))
	})
}

// carrying is the query for the titles whose credits count.
func carrying(t Tallying) string {
	return strings.NewReplacer("/*specials*/", fmt.Sprint(t.Population.Specials), "/*unplaced*/", fmt.Sprint(t.Given == nil)).Replace(query("report_carrying"))
}

// firsts are the people whose first credit in the role it is.
func (q chosen) firsts(ctx context.Context, t Tallying) ([]TalliedPeople, error) {
	text := strings.NewReplacer("/*carrying*/", carrying(t), "/*role*/", string(t.Roles[0])).Replace(query("report_first"))
	return read(ctx, q, text, nil, func(scan func(...any) error) (p TalliedPeople, err error) {
		return p, scan(&p.Key, (*string)(&p.Given), (*string)(&p.Role), &p.People.Women, &p.People.Men, &p.People.Nonbinary, &p.People.Unknown, &p.Unsure)
	})
}

// withRoles narrows a query to some roles, or to none in particular, and to those billed so
// high.
func withRoles(text string, t Tallying) string {
	tallied, credited := `true`, `true`
	if len(t.Roles) > 0 {
		plain := make([]rolecall.Role, len(t.Roles))
		for i, r := range t.Roles {
			plain[i] = creditedRole(r)
		}
		tallied = rolesIn(t.Roles)
		credited = rolesIn(plain)
	}
	if !t.Billed.IsZero() {
		credited += fmt.Sprintf(` AND billing >= %d`, max(t.Billed.From, 1))
		if t.Billed.To > 0 {
			credited += fmt.Sprintf(` AND billing <= %d`, t.Billed.To)
		}
	}
	part, key, aged := `''`, `key`, ``
	if side, is := t.By.age(); is {
		part, aged = side.ageKey(), agedPeople
		switch t.By.ofTitles() {
		case Breakdown{}:
			key = `part`
		case Breakdown{First: t.By.First}:
			key = joinedKey(`key`, `part`)
		default:
			key = joinedKey(`part`, `key`)
		}
	}
	return strings.NewReplacer("/*tallied*/", tallied, "/*credited*/", credited, "/*part*/", part, "/*key*/", key, "/*aged*/", aged).Replace(text)
}

// seriesNames are the names of the series that titles chosen are of, or are.
func (q chosen) seriesNames(ctx context.Context) (map[string]string, error) {
	names := make(map[string]string)
	_, err := read(ctx, q, `SELECT DISTINCT s.id, s.name FROM chosen c JOIN title t ON t.number = c.number
		JOIN title s ON s.number = CASE t.kind WHEN 'series' THEN t.number ELSE t.series END`, nil,
		func(scan func(...any) error) (struct{}, error) {
			var id, name string
			err := scan(&id, &name)
			names[id] = name
			return struct{}{}, err
		})
	return names, err
}
