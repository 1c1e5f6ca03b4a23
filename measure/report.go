package measure

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"maps"
	"math/bits"
	"slices"
	"strings"

	"rolecall"
	"rolecall/catalog"
	"rolecall/phrase"
	"rolecall/population"
)

// Question is what a report answers: whose share of which roles, among which
// titles, counted how.
type Question struct {
	Population population.Population
	// By divides the population.
	By catalog.Breakdown
	// Roles are those reported, rolecall.Lead among them; none asks for every role
	// that somebody holds.
	Roles []rolecall.Role
	Unit  rolecall.Unit
	// Genders are those whose share it is.
	Genders []rolecall.Gender
	// Given divides leaf titles further, by who holds another role on them; nil
	// does not.
	Given *catalog.Given
	// Reading is what the shares make of what is not known; the zero Reading is Bounds.
	Reading rolecall.Reading
	// Billed counts, of the cast, those billed so high.
	Billed rolecall.Billed
	// Makers counts films and episodes on which one person, or several, hold the role, and
	// leaves out those without a credit.
	Makers catalog.Makers
	// First counts, of the people of the one role asked for, those alone whose first credit
	// in it lies in the population, as far as the catalog tells.
	First bool
	// Means adds to the share of all credits the mean of the shares of each film or episode,
	// every one weighing the same, as the European Audiovisual Observatory averages.
	Means bool
	// Sample says that the population is a sample drawn from a larger one, so that
	// chance has a part in every share. It adds intervals and changes nothing else.
	Sample bool
}

// TalliedRoles are the roles of a report: those of rolecall.Roles, and before the
// cast the lead, the cast member billed first.
func TalliedRoles() []rolecall.Role {
	roles := rolecall.Roles()
	return slices.Insert(roles, len(roles)-1, rolecall.Lead)
}

// ParseRole reads a role of a report; the error lists the words there are.
func ParseRole(text string) (rolecall.Role, error) {
	if rolecall.Role(text) == rolecall.Lead {
		return rolecall.Lead, nil
	}
	role, err := rolecall.ParseRole(text)
	if err != nil {
		return "", fmt.Errorf("%w, or lead (the cast member billed first)", err)
	}
	return role, nil
}

// OrWomen are the genders whose share is asked for: women's unless others are named.
func OrWomen(genders []rolecall.Gender) []rolecall.Gender {
	if len(genders) == 0 {
		return []rolecall.Gender{rolecall.Woman}
	}
	return genders
}

// Validate refuses a question that has no answer.
func (q Question) Validate() error {
	if len(q.Genders) == 0 || slices.Contains(q.Genders, rolecall.Unknown) {
		return errors.New("a share is that of women, men or non-binary people: unknown is in every share as a bound")
	}
	if q.Given != nil && (len(q.Given.Genders) == 0 || slices.Contains(q.Given.Genders, rolecall.Unknown)) {
		return errors.New("what is given is a role of a woman, a man or a non-binary person: director=woman")
	}
	if err := errors.Join(q.validateFirst(), q.validateHeld(), q.validateMeans()); err != nil {
		return err
	}
	if q.isByPart() && q.Population.Kind == rolecall.Film {
		return errors.New("a film is of no series and no season: report films by year, genre, country or network")
	}
	return q.Population.Validate()
}

// isByPart reports whether films have no part.
func (q Question) isByPart() bool { return q.By.Has(catalog.BySeries) || q.By.Has(catalog.BySeason) }

// validateFirst refuses what cannot be asked of first credits.
func (q Question) validateFirst() error {
	switch {
	case !q.First:
		return nil
	case len(q.Roles) != 1 || !HasCareers(q.Roles[0]):
		return errors.New("first credits are those in one role behind the camera, such as director: name one")
	case q.Unit == rolecall.TitlesAny || q.Unit == rolecall.TitlesAll:
		return fmt.Errorf("first credits are counted in people, of whom each has one, not in %s: choose the unit people", q.Unit)
	case q.Given != nil || q.Makers != catalog.MadeByAny:
		return errors.New("first credits are those in one role, whoever else has it or another: leave one of the two out")
	}
	return nil
}

// Report is the answer to a Question.
type Report struct {
	Question
	// Titles is how many titles the population has; Vague of them are dated less
	// closely than it asks, and so may lie outside of its dates.
	Titles, Vague int
	// LeastTold is the least number of people on a private list that is told of, 0 where
	// there is no such list. No row says the genders one by one then.
	LeastTold int
	// Rows are those of the parts, in their order; where the population is not
	// divided, they are Total.
	Rows []Row
	// Total is the whole population, role by role.
	Total []Row
	// Trends are the changes per year, where the parts are years.
	Trends []Trend
	// Shifts are the changes from the first span of years that tells to the last, where spans
	// are the parts.
	Shifts []Shift
}

// Row is one role in one part of a population.
type Row struct {
	// Key is the part as catalog.Part has it; Label and ThenLabel are its names on each
	// side, empty where it is not known, or nothing divides.
	Key              catalog.Key
	Label, ThenLabel string
	Given            catalog.GivenState
	Role             rolecall.Role
	// Titles is how many titles of the population the part has, Leaves how many
	// films or episodes those come to, Held on how many of these somebody holds
	// the role.
	Titles, Leaves, Held int
	// Tally is counted in the question's unit, by its reading.
	Tally rolecall.Tally
	// Count is how many of those counted are of the genders asked for.
	Count rolecall.Count
	// IsLeftOut says that the figures are not told, as they would tell of too few people on a
	// private list.
	IsLeftOut bool
	// Unsure is how many people more may have their first credit here, where that is asked:
	// where only years are known, all titles of a year may be the first of it.
	Unsure int
	// Mean is the mean of the shares of each film or episode, where that is asked; its coverage
	// is on how many of those counted somebody's gender is known.
	Mean *rolecall.Share
	// Stated is of how many it is known: of all counted or, where a reading leaves out
	// those not known, how many are left of those credited.
	Stated rolecall.Fraction
	// Interval is nil unless the population is a sample and somebody is known.
	Interval *Interval
}

// Share is the count as a share, with how far it is known.
func (r Row) Share() rolecall.Share {
	share := r.Count.Share()
	share.Coverage = r.Stated
	return share
}

// ReportOn answers a question. The errors are those of Question.Validate and of
// catalog.Tally.
func ReportOn(ctx context.Context, c *catalog.Catalog, q Question) (Report, error) {
	if err := q.Validate(); err != nil {
		return Report{}, err
	}
	if q.isByPart() && q.Population.Kind == "" {
		q.Population.Kind = rolecall.Season
	}
	least := c.Info().LeastTold
	if least > 0 {
		if err := q.validatePrivate(); err != nil {
			return Report{}, err
		}
	}
	if q.Makers != catalog.MadeByAny && !q.Reading.LeavesOut() {
		q.Reading = rolecall.AsCredited
	}
	if q.First {
		if c.Info().HandPicked {
			return Report{}, &PickedFirstsError{q.Roles[0]}
		}
		q.Unit = rolecall.People
	}
	var err error
	if q.Population, err = c.WithTitles(ctx, q.Population); err != nil {
		return Report{}, err
	}
	asked := catalog.Tallying{Population: q.Population, By: q.By, Roles: q.Roles, Given: q.Given, People: q.Unit == rolecall.People, First: q.First, Billed: q.Billed, Makers: q.Makers}
	if q.Means {
		asked.Means = q.Genders
	}
	tallies, err := c.Tally(ctx, asked)
	if err != nil {
		return Report{}, err
	}
	roles := rolesOf(q.Roles, tallies)
	report := Report{Question: q, Titles: tallies.Titles, Vague: tallies.Vague, Rows: rowsOf(q, roles, tallies)}
	if report.Total, err = totalOf(ctx, c, asked, q, roles, tallies, report.Rows); err != nil {
		return Report{}, err
	}
	if least > 0 {
		report.keepPrivate(tallies.Private, least)
	}
	switch {
	case c.Info().HandPicked:
	case q.By.Is(catalog.ByYear):
		report.Trends = trendsOf(report.Rows)
	case q.By.AreSpans():
		report.Shifts = shiftsOf(report.Rows)
	}
	return report, nil
}

// validateHeld refuses what cannot be asked of billing and of those who hold a role.
func (q Question) validateHeld() error {
	switch {
	case !q.Billed.IsZero() && !slices.Equal(q.Roles, []rolecall.Role{rolecall.Cast}):
		return errors.New("the cast is billed, and nobody else: name the role cast, and no other")
	case q.By.Has(catalog.ByAge) && (q.Unit == rolecall.TitlesAny || q.Unit == rolecall.TitlesAll || q.Makers != catalog.MadeByAny || q.First):
		return errors.New("a film or an episode is of no age: choose the unit credits or people, and ask neither for first credits nor for how many hold a role")
	case q.Makers != catalog.MadeByAny && q.Unit == rolecall.People:
		return errors.New("how many hold a role is asked of films and episodes, so choose the unit credits, titles-any or titles-all")
	}
	return nil
}

// PickedFirstsError says that a hand-picked catalog cannot tell whose first credit something is.
type PickedFirstsError struct{ Role rolecall.Role }

func (e *PickedFirstsError) Error() string {
	return fmt.Sprintf("this catalog was picked by hand, so it does not tell whether somebody had been %s before: import IMDb to answer (docs/import-imdb.md)", phrase.A(e.Role.Words()))
}

// rolesOf are the roles asked for, or those that somebody holds.
func rolesOf(asked []rolecall.Role, tallies catalog.Tallies) []rolecall.Role {
	if len(asked) > 0 {
		return asked
	}
	held := make(map[rolecall.Role]bool)
	for _, t := range tallies.Tallied {
		held[t.Role] = true
	}
	for _, p := range tallies.People {
		held[p.Role] = true
	}
	return slices.DeleteFunc(TalliedRoles(), func(r rolecall.Role) bool { return !held[r] })
}

// totalOf is the whole population. It is the sum of the rows unless a title, or a
// person, can be in several of them.
func totalOf(ctx context.Context, c *catalog.Catalog, asked catalog.Tallying, q Question, roles []rolecall.Role, tallies catalog.Tallies, rows []Row) ([]Row, error) {
	if q.By.IsWhole() {
		return rows, nil
	}
	if q.By.Overlaps() || asked.People {
		var err error
		asked.By = catalog.Breakdown{}
		if tallies, err = c.Tally(ctx, asked); err != nil {
			return nil, err
		}
	} else {
		tallies = undivided(tallies)
	}
	q.By = catalog.Breakdown{}
	return rowsOf(q, roles, tallies), nil
}

// undivided takes parts of which no two share a title as one.
func undivided(tallies catalog.Tallies) catalog.Tallies {
	whole := catalog.Tallies{Titles: tallies.Titles, Tallied: slices.Clone(tallies.Tallied), Means: slices.Clone(tallies.Means)}
	at := make(map[catalog.GivenState]int)
	for _, p := range tallies.Parts {
		i, seen := at[p.Given]
		if !seen {
			i = len(whole.Parts)
			at[p.Given] = i
			whole.Parts = append(whole.Parts, catalog.Part{Given: p.Given})
		}
		whole.Parts[i].Titles += p.Titles
		whole.Parts[i].Leaves += p.Leaves
	}
	for i := range whole.Tallied {
		whole.Tallied[i].Key = catalog.Key{}
	}
	for i := range whole.Means {
		whole.Means[i].Key = catalog.Key{}
	}
	return whole
}

// place is one role in one part.
type place struct {
	key   catalog.Key
	given catalog.GivenState
	role  rolecall.Role
}

func rowsOf(q Question, roles []rolecall.Role, tallies catalog.Tallies) []Row {
	sums := sumsOf(tallies)
	var rows []Row
	for _, part := range ordered(tallies.Parts) {
		for _, role := range roles {
			sum := sums[place{part.Key, part.Given, role}]
			row := Row{Key: part.Key, Given: part.Given, Role: role, Titles: part.Titles, Leaves: part.Leaves, Held: sum.held(), Unsure: sum.unsure}
			row.Label, row.ThenLabel = q.By.First.Label(part.Key.First, tallies.Series), q.By.Then.Label(part.Key.Then, tallies.Series)
			read, leaves := sum.read(q.Reading, part.Leaves)
			row.Tally, row.Count = read.counted(q.Unit, leaves, q.Genders)
			row.Stated = row.Count.Share().Coverage
			if q.Reading == rolecall.WhereKnown {
				credited, held := sum.read(rolecall.AsCredited, part.Leaves)
				_, all := credited.counted(q.Unit, held, q.Genders)
				row.Stated = rolecall.Fraction{Numerator: row.Count.Of, Denominator: all.Of}
			}
			if q.Means {
				row.Mean = new(sum.mean.read(q.Reading, part.Leaves))
			}
			if q.Sample {
				row.Interval = WilsonInterval(row.Count)
			}
			rows = append(rows, row)
		}
	}
	return rows
}

// ordered is the parts by key, first by that of the first side; what is not known is last.
func ordered(parts []catalog.Part) []catalog.Part {
	states := []catalog.GivenState{catalog.NotGiven, catalog.GivenYes, catalog.GivenNo, catalog.GivenUnknown}
	parts = slices.Clone(parts)
	slices.SortStableFunc(parts, func(a, b catalog.Part) int {
		return cmp.Or(compareKeys(a.Key.First, b.Key.First), compareKeys(a.Key.Then, b.Key.Then),
			slices.Index(states, a.Given)-slices.Index(states, b.Given))
	})
	return parts
}

func compareKeys(a, b string) int {
	switch {
	case (a == "") != (b == ""):
		return strings.Compare(b, a)
	case isNumber(a) && isNumber(b) && len(a) != len(b): // a shorter number is a smaller one
		return len(a) - len(b)
	}
	return strings.Compare(a, b)
}

func isNumber(key string) bool { return strings.Trim(key, "0123456789") == "" }

// sum is what one role comes to in one part.
type sum struct {
	credits, people rolecall.Tally
	unsure          int
	// titles are the leaf titles by the genders on them.
	titles map[catalog.GenderSet]int
	// mean is of the shares on each.
	mean means
}

func sumsOf(tallies catalog.Tallies) map[place]sum {
	sums := make(map[place]sum)
	for _, t := range tallies.Tallied {
		at := place{t.Key, t.Given, t.Role}
		s := sums[at]
		if s.titles == nil {
			s.titles = make(map[catalog.GenderSet]int)
		}
		s.credits = s.credits.Plus(t.Credits)
		s.titles[t.Genders] += t.Titles
		sums[at] = s
	}
	for _, m := range tallies.Means {
		at := place{m.Key, m.Given, m.Role}
		s := sums[at]
		s.mean = s.mean.plus(means(m))
		sums[at] = s
	}
	for _, p := range tallies.People {
		at := place{p.Key, p.Given, p.Role}
		s := sums[at]
		s.people, s.unsure = p.People, p.Unsure
		sums[at] = s
	}
	return sums
}

// held is on how many leaf titles somebody holds the role.
func (s sum) held() (n int) {
	for _, titles := range s.titles {
		n += titles
	}
	return n
}

// read is what a reading counts, and on how many leaf titles.
func (s sum) read(reading rolecall.Reading, leaves int) (sum, int) {
	switch reading {
	case rolecall.AsCredited:
		return s, s.held()
	case rolecall.WhereKnown:
		s.credits, s.people = s.credits.Read(reading), s.people.Read(reading)
		s.titles = maps.Clone(s.titles)
		maps.DeleteFunc(s.titles, func(there catalog.GenderSet, _ int) bool { return there&unknown != 0 })
		return s, s.held()
	}
	return s, leaves
}

// counted is the tally in a unit, and how many of it are of the genders.
func (s sum) counted(unit rolecall.Unit, leaves int, genders []rolecall.Gender) (rolecall.Tally, rolecall.Count) {
	switch unit {
	case rolecall.People:
		return s.people, s.people.Count(genders...)
	case rolecall.TitlesAny:
		return s.anyTally(leaves), s.any(leaves, genders...)
	case rolecall.TitlesAll:
		return s.allTally(leaves), s.all(leaves, genders...)
	}
	return s.credits, s.credits.Count(genders...)
}

const unknown = catalog.GenderSet(8)

// any is rolecall.PerTitle.Any for titles summed by the genders on them.
func (s sum) any(leaves int, genders ...rolecall.Gender) rolecall.Count {
	asked, missing := catalog.SetOf(genders...), leaves-s.held()
	count := rolecall.Count{Possible: missing, Of: leaves}
	for there, titles := range s.titles {
		if there&asked != 0 {
			count.Certain += titles
		}
		if there&(asked|unknown) != 0 {
			count.Possible += titles
		}
	}
	return count
}

// all is rolecall.PerTitle.All for titles summed by the genders on them.
func (s sum) all(leaves int, genders ...rolecall.Gender) rolecall.Count {
	asked, missing := catalog.SetOf(genders...), leaves-s.held()
	count := rolecall.Count{Possible: missing, Of: leaves}
	for there, titles := range s.titles {
		if there&^asked == 0 {
			count.Certain += titles
		}
		if there&^(asked|unknown) == 0 {
			count.Possible += titles
		}
	}
	return count
}

// anyTally is rolecall.PerTitle.AnyTally.
func (s sum) anyTally(leaves int) rolecall.Tally {
	t := rolecall.Tally{
		Women: s.any(leaves, rolecall.Woman).Certain, Men: s.any(leaves, rolecall.Man).Certain,
		Nonbinary: s.any(leaves, rolecall.Nonbinary).Certain, Unknown: leaves - s.held(),
	}
	for there, titles := range s.titles {
		if there&unknown != 0 {
			t.Unknown += titles
		}
	}
	return t
}

// allTally is rolecall.PerTitle.AllTally.
func (s sum) allTally(leaves int) rolecall.Tally {
	t := rolecall.Tally{
		Women: s.all(leaves, rolecall.Woman).Certain, Men: s.all(leaves, rolecall.Man).Certain,
		Nonbinary: s.all(leaves, rolecall.Nonbinary).Certain, Unknown: leaves - s.held(),
	}
	for there, titles := range s.titles {
		if there&unknown != 0 && bits.OnesCount8(uint8(there&^unknown)) <= 1 {
			t.Unknown += titles
		}
	}
	return t
}
