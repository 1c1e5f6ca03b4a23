package verdict

import (
	"context"
	"errors"
	"fmt"
	"slices"

	"rolecall"
	"rolecall/catalog"
	"rolecall/measure"
	"rolecall/population"
	"rolecall/press/claims"
)

// Counted is how many of a population have what a claim is about.
type Counted struct {
	// What says what is counted, of what.
	What string
	// Certain have it by what is stated, Possible could, of so many.
	Certain  int
	Possible int
	Of       int
}

// String is "3–10 of 200 (1.5 % to 5 %)".
func (c Counted) String() string {
	n := rolecall.Count{Certain: c.Certain, Possible: c.Possible, Of: c.Of}
	share := n.Share()
	if c.Certain == c.Possible {
		return fmt.Sprintf("%s (%s)", n, share.Lower.Percent())
	}
	return fmt.Sprintf("%s (%s to %s)", n, share.Lower.Percent(), share.Upper.Percent())
}

func counted(what string, n rolecall.Count) Counted {
	return Counted{what, n.Certain, n.Possible, n.Of}
}

// refuse says why a claim about titles that are not named cannot be settled, or
// nothing where it can.
func (j *Judge) refuse(c claims.Claim) (finding, bool) {
	switch {
	case c.Among == claims.AmongStudied:
		return open(studyFigure), true
	case j.catalog.Info().HandPicked:
		return j.population("it is about many titles that are not named"), true
	case c.Among != claims.AmongAll:
		return open("the text does not say of which titles, in words that this program reads"), true
	case c.Role == "" || c.Role == claims.Other || c.Gender == "":
		return open("the sentence does not say whose share of which job"), true
	case c.Unit == "series" || c.Unit == "season":
		return open("shares of series are not counted, only those of films and episodes"), true
	}
	return finding{}, false
}

// manyRole is the role by which a claim about many titles is counted: a star is the
// one billed first.
func manyRole(role rolecall.Role) rolecall.Role {
	if role == claims.Star {
		return rolecall.Lead
	}
	return role
}

// populationOf is the titles that a claim is about, all of those held where it names
// no year.
func populationOf(c claims.Claim) population.Population {
	p := population.Population{From: rolecall.Date{Year: c.Year}, To: rolecall.Date{Year: max(c.Year, c.YearTo)}}
	switch c.Unit {
	case "episode":
		p.Kind = rolecall.Episode
	case "film":
		p.Kind = rolecall.Film
	}
	return p
}

// unitsOf are the ways in which a share of many titles may have been counted, the
// one that the words name first.
func unitsOf(c claims.Claim) []rolecall.Unit {
	switch {
	case c.Unit == "episode" || c.Unit == "film":
		return []rolecall.Unit{rolecall.TitlesAny, rolecall.Credits}
	case c.Year == 0: // distinct people of all years take a database long to tell apart
		return []rolecall.Unit{rolecall.Credits}
	}
	return []rolecall.Unit{rolecall.People, rolecall.Credits}
}

// judgeShareOfMany settles a share among titles that are not named, by all that the
// catalog holds of them. It is right if any way of counting bears it out, and wrong
// only if none can.
func (j *Judge) judgeShareOfMany(ctx context.Context, c claims.Claim) (finding, error) {
	if ruling, refused := j.refuse(c); refused {
		return ruling, nil
	}
	var worst finding
	for _, unit := range unitsOf(c) {
		ruling, err := j.shareIn(ctx, c, unit)
		if err != nil || ruling.Verdict == Supported {
			return ruling, err
		}
		if worst.Verdict == "" || ruling.Verdict == Unverifiable && worst.Verdict == Contradicted {
			worst = ruling
		}
	}
	return worst, nil
}

func (j *Judge) shareIn(ctx context.Context, c claims.Claim, unit rolecall.Unit) (finding, error) {
	q := measure.Question{Population: populationOf(c), Roles: []rolecall.Role{manyRole(c.Role)}, Unit: unit, Genders: []rolecall.Gender{c.Gender}}
	if c.YearTo > c.Year {
		q.By = catalog.Alone(catalog.ByYear)
	}
	report, err := j.counts.on(ctx, j.catalog, q)
	if err != nil || len(report.Total) == 0 {
		return lacking(err, q.Population)
	}
	total := report.Total[0]
	row := Row{Title: catalog.WordsCounted(q.Population), Role: q.Roles[0], Gender: c.Gender, Counted: new(counted(unitWords(unit, q, c.Gender), total.Count))}
	v := percentOf(total.Count).against(c.Value, rounding(c), c.Bound)
	if v == Contradicted && len(report.Rows) > 1 {
		v = spanOf(report.Rows).against(c.Value, rounding(c), c.Bound)
	}
	return found(v, []Row{row}, "%s: %s; %s on record for %d of %d in %s", row.Counted.What, row.Counted, q.Roles[0].Plural(), total.Held, total.Leaves, row.Title), nil
}

// lacking turns the errors that say what a catalog does not hold into a ruling.
func lacking(err error, p population.Population) (finding, error) {
	var empty *catalog.EmptyError
	var lacks *catalog.UnanswerableError
	switch {
	case err == nil || errors.As(err, &empty):
		return open("the catalog holds no %s", p.Words()), nil
	case errors.As(err, &lacks):
		return open("the catalog holds no %s", lacks.What), nil
	}
	return finding{}, err
}

// unitWords says what a count in a unit counts.
func unitWords(unit rolecall.Unit, q measure.Question, g rolecall.Gender) string {
	role := q.Roles[0]
	switch unit {
	case rolecall.TitlesAny:
		return fmt.Sprintf("%s %s at least one %s", q.Population.Kind.Plural(), byWords(role), g.Words())
	case rolecall.People:
		return fmt.Sprintf("%s among the people who are %s", g.Plural(), role.Plural())
	}
	return fmt.Sprintf("%s among the %s of each film and episode", g.Plural(), role.Plural())
}

func percentOf(n rolecall.Count) bounds {
	return figure{certain: n.Certain, upper: n.Possible, of: n.Of}.percent()
}

// spanOf is what a share may be in a time that lies within the years of some rows: a
// season of television runs from one year into the next, and its share is between
// those of its years.
func spanOf(rows []measure.Row) bounds {
	span := percentOf(rows[0].Count)
	for _, row := range rows[1:] {
		b := percentOf(row.Count)
		span = bounds{min(span.low, b.low), max(span.high, b.high)}
	}
	return span
}

// few rules on how many of a population stand at or above a title.
func few(n rolecall.Count) Verdict {
	switch most := FewShare * float64(n.Of); {
	case float64(n.Possible) <= most:
		return Supported
	case float64(n.Certain) > most:
		return Contradicted
	}
	return Unverifiable
}

// judgeFew settles "one of the few" and "rare".
func (j *Judge) judgeFew(ctx context.Context, c claims.Claim) (finding, error) {
	switch {
	case c.Person != claims.None:
		return open("it compares a person with others, which is not in the credits alone"), nil
	case c.Role == "" || c.Role == claims.Other || c.Gender == "":
		return open("the sentence does not say who of which job is rare"), nil
	case c.Title == claims.None:
		return j.judgeFewOfMany(ctx, c)
	case j.catalog.Info().HandPicked:
		return j.population("it compares with titles that are not named"), nil
	}
	s, ruling, err := j.scopeOf(ctx, c)
	if err != nil || s == nil {
		return ruling, err
	}
	t, found, err := j.compared(ctx, s)
	if err != nil || !found {
		return open("the text does not say which season of %s is compared", s.label), err
	}
	rarity, err := measure.RarityOf(ctx, j.catalog, t, measure.Comparables(t), []rolecall.Gender{c.Gender})
	if err != nil {
		return lacking(err, measure.Comparables(t))
	}
	standing, held := rarity.Role(manyRole(c.Role))
	if !held {
		return open("how titles stand by their %s is not compared, or none is on record for %s", c.Role.Plural(), t.Label()), nil
	}
	return s.judgeStanding(c, t, rarity, standing), nil
}

// compared is the one film or season that a claim compares with others.
func (j *Judge) compared(ctx context.Context, s *scope) (rolecall.Title, bool, error) {
	if len(s.titles) != 1 {
		return rolecall.Title{}, false, nil
	}
	if s.titles[0].Kind != rolecall.Series {
		return s.titles[0], true, nil
	}
	seasons, err := j.seasonsHeld(ctx, s.titles[0].ID)
	seasons = slices.DeleteFunc(slices.Clone(seasons), func(t rolecall.Title) bool { return t.IsSpecial() })
	if err != nil || len(seasons) != 1 {
		return rolecall.Title{}, false, err
	}
	return seasons[0], true, nil
}

// judgeStanding rules by how many stand at or above a title. Where the claim is not
// that all are of the gender, those at or above are only some of those that it
// speaks of: too many contradict it, few do not bear it out.
func (s *scope) judgeStanding(c claims.Claim, t rolecall.Title, rarity measure.Rarity, standing catalog.Rarity) finding {
	role := manyRole(c.Role)
	own := standing.Count
	share := counted(fmt.Sprintf("%s among the %s", c.Gender.Plural(), role.Plural()), own)
	above := counted(fmt.Sprintf("as large a share of %s among the %s, or a larger one", c.Gender.Plural(), role.Plural()), standing.AtOrAbove)
	rows := []Row{
		{TitleID: t.ID, Title: t.Label(), Role: role, Gender: c.Gender, Counted: &share, Sources: t.Citations},
		{Title: rarity.Population.Words(), Role: role, Gender: c.Gender, Counted: &above},
	}
	rows = append(rows, s.rows(s.of(s.in(c.Role), c.Gender))...)
	words := fmt.Sprintf("%s %s of %s are %s; of the %s, %s have as large a share or a larger one", own, role.Plural(), t.Label(), c.Gender.Plural(), rarity.Population.Words(), above)
	v := few(standing.AtOrAbove)
	switch {
	case c.Whole && own.Possible < own.Of || own.Possible == 0:
		return found(Contradicted, rows, "%s", words)
	case v == Supported && !c.Whole:
		return found(Unverifiable, rows, "%s; how many have any is not counted", words)
	case v == Supported && own.Certain < own.Of, v == Contradicted && own.Certain == 0:
		v = Unverifiable
	}
	return found(v, rows, "%s; few are at most %g %%", words, 100*FewShare)
}

// judgeFewOfMany settles that something is rare among titles that are not named: in
// how many of them all are of the gender or, of films, any.
func (j *Judge) judgeFewOfMany(ctx context.Context, c claims.Claim) (finding, error) {
	if c.Unit == "series" || c.Unit == "season" {
		c.Unit = ""
	}
	if ruling, refused := j.refuse(c); refused {
		return ruling, nil
	}
	p, genders := populationOf(c), []rolecall.Gender{c.Gender}
	switch {
	case c.Whole && p.Kind != rolecall.Episode:
		if p.Kind == "" {
			p.Kind, p.MinEpisodes = rolecall.Season, measure.UsualSeason
		}
		ranking, err := measure.RankingOf(ctx, j.catalog, measure.Contest{Population: p, Role: manyRole(c.Role), Unit: rolecall.People, Genders: genders, Most: 1})
		if err != nil {
			return lacking(err, p)
		}
		return fewOf(c, p, fmt.Sprintf("all %s are %s", c.Role.Plural(), c.Gender.Plural()), ranking.All), nil
	case !c.Whole && p.Kind == rolecall.Film:
		q := measure.Question{Population: p, Roles: []rolecall.Role{manyRole(c.Role)}, Unit: rolecall.TitlesAny, Genders: genders}
		report, err := j.counts.on(ctx, j.catalog, q)
		if err != nil || len(report.Total) == 0 {
			return lacking(err, p)
		}
		return fewOf(c, p, unitWords(rolecall.TitlesAny, q, c.Gender), report.Total[0].Count), nil
	}
	return open("the sentence does not say of what it is rare"), nil
}

func fewOf(c claims.Claim, p population.Population, what string, n rolecall.Count) finding {
	all := counted(what, n)
	row := Row{Title: p.Words(), Role: manyRole(c.Role), Gender: c.Gender, Counted: &all}
	return found(few(n), []Row{row}, "%s: %s, in %s; few are at most %g %%", what, all, row.Title, 100*FewShare)
}
