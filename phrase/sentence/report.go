package sentence

import (
	"fmt"
	"slices"
	"strings"

	"rolecall"
	"rolecall/catalog"
	"rolecall/measure"
	"rolecall/phrase"
)

// Finding is what a report found, in a sentence without its stop: "Women have 34 % of
// director credits; 2019 is the first of these years above half". A share stands in it only
// where it rests on enough, and never of a catalog that was picked by hand, whose titles are
// counted instead (docs/method.md, rule 10).
func Finding(r measure.Report, isHandPicked bool) string {
	f := finding{r, isHandPicked}
	var told []measure.Row
	for _, row := range r.Total {
		if f.isTold(row) {
			told = append(told, row)
		}
	}
	switch {
	case len(r.Total) == 0:
		return "There is no credit on record that could be counted"
	case len(told) == 0:
		return f.tooLittle(r.Total[0])
	case r.Given != nil:
		return f.given(told)
	case len(told) == 1 || isHandPicked:
		return f.head(told[0]) + f.parts(told[0].Role)
	}
	return f.widest(told)
}

// finding is a report of which is said what it found.
type finding struct {
	measure.Report
	isHandPicked bool
}

// isTold reports whether a row can be spoken of: with its share, or where titles were
// picked by hand with its count.
func (f finding) isTold(row measure.Row) bool {
	if f.isHandPicked {
		return row.Count.Of > 0
	}
	return row.IsTelling()
}

// tooLittle says why there is no share.
func (f finding) tooLittle(row measure.Row) string {
	if row.IsLeftOut {
		return "What was counted would tell of too few people on a private list"
	}
	if row.Held == 0 {
		return fmt.Sprintf("We have no credit as %s for these titles", row.Role.Words())
	}
	among := "counted"
	if f.Reading.LeavesOut() {
		among = "credited"
	}
	return fmt.Sprintf("Too little is on record for a share: a credit as %s on %s of %s %s, and %s of what is %s is known",
		row.Role.Words(), phrase.Grouped(row.Held), phrase.Grouped(row.Leaves), f.leaves(), row.Stated.Percent(), among)
}

// head says the share of the whole.
func (f finding) head(row measure.Row) string {
	words := f.share(row)
	if f.isHandPicked {
		words = "In the titles picked for this catalog, " + lower(words)
	}
	return phrase.Joined(" ", words, phrase.Read(f.Reading))
}

// share is whose share it is of what: "Women are 34 % of directors".
func (f finding) share(row measure.Row) string { return f.counted(row) + f.held() }

// held says of whom alone, where not all in the role are counted.
func (f finding) held() string {
	switch {
	case !f.Billed.IsZero():
		return ", of those " + f.Billed.Words()
	case f.Makers == catalog.MadeBySole:
		return ", where one person alone holds the role"
	case f.Makers == catalog.MadeByTeam:
		return ", where several people hold the role"
	}
	return ""
}

func (f finding) counted(row measure.Row) string {
	who, how := phrase.Capital(phrase.Genders(f.Genders)), f.figure(row)
	switch f.Unit {
	case rolecall.People:
		if f.First {
			return fmt.Sprintf("%s are %s those who were %s for the first time", who, how, phrase.A(row.Role.Words()))
		}
		return fmt.Sprintf("%s are %s %s", who, how, inRole(row.Role))
	case rolecall.TitlesAny:
		return fmt.Sprintf("%s %s have %s among %s", phrase.Capital(how), f.leaves(), phrase.A(phrase.OneOf(f.Genders)), theOnes(row.Role))
	case rolecall.TitlesAll:
		return fmt.Sprintf("On %s %s, %s is %s", how, f.leaves(), everyOne(row.Role), phrase.A(phrase.OneOf(f.Genders)))
	}
	return fmt.Sprintf("%s have %s %s credits", who, how, row.Role.Words())
}

// figure is the share of a row, or its count where titles were picked by hand, up to its
// noun: "34 % of", "213 to 221 of 593".
func (f finding) figure(row measure.Row) string { return figure(row, f.isHandPicked) }

// figure is a share; of titles picked by hand a count, of which nobody makes a percentage.
func figure(row measure.Row, isHandPicked bool) string {
	if !isHandPicked {
		return phrase.Share(row.Share()) + " of"
	}
	return phrase.Spoken(row.Count)
}

// parts says how the share lies in the parts, as far as that is sure: of years how it began
// and where it is, of others which has the most.
func (f finding) parts(role rolecall.Role) string {
	var told []measure.Row
	for _, row := range f.Rows {
		if row.Role == role && row.Key.First != "" && row.IsTelling() {
			told = append(told, row)
		}
	}
	switch {
	case f.isHandPicked || f.By.IsWhole() || len(told) < 2:
		return ""
	case f.By.Is(catalog.ByYear):
		return years(told)
	case f.By.AreSpans():
		return fromFirstToLast(told)
	}
	slices.SortStableFunc(told, func(a, b measure.Row) int { return b.Share().Lower.Compare(a.Share().Lower) })
	most, rest := told[0], told[1:]
	if slices.ContainsFunc(rest, func(row measure.Row) bool { return row.Share().Upper.Compare(most.Share().Lower) >= 0 }) {
		return ""
	}
	return fmt.Sprintf("; the largest share is that of %s, %s", phrase.Joined(", ", most.Label, most.ThenLabel), phrase.Share(most.Share()))
}

// years says which of some years is the first above half or, where none is, what the first
// and the last are.
func years(told []measure.Row) string {
	half := rolecall.Fraction{Numerator: 1, Denominator: 2}
	above := slices.IndexFunc(told, func(row measure.Row) bool { return row.Share().Lower.Compare(half) > 0 })
	before := func(row measure.Row) bool { return row.Share().Upper.Compare(half) > 0 }
	if above > 0 && !slices.ContainsFunc(told[:above], before) {
		return fmt.Sprintf("; %s is the first of these years above half", told[above].Label)
	}
	return fromFirstToLast(told)
}

// fromFirstToLast says what the shares of the first and the last of some years or spans are.
func fromFirstToLast(told []measure.Row) string {
	first, last := told[0], told[len(told)-1]
	return fmt.Sprintf("; it was %s %s and %s %s", phrase.Share(first.Share()), inTime(first.Label), phrase.Share(last.Share()), inTime(last.Label))
}

// inTime is a year or a span with its preposition: "in 2018", "before 2010".
func inTime(label string) string {
	if strings.HasPrefix(label, "before ") {
		return label
	}
	return "in " + label
}

// widest says which of several roles has the largest and which the smallest share, where
// that is sure, and else what the first has.
func (f finding) widest(told []measure.Row) string {
	first := told[0]
	slices.SortStableFunc(told, func(a, b measure.Row) int { return b.Share().Lower.Compare(a.Share().Lower) })
	most, least := told[0], told[len(told)-1]
	isMost := !slices.ContainsFunc(told[1:], func(row measure.Row) bool { return row.Share().Upper.Compare(most.Share().Lower) >= 0 })
	isLeast := !slices.ContainsFunc(told[:len(told)-1], func(row measure.Row) bool { return row.Share().Lower.Compare(least.Share().Upper) <= 0 })
	if !isMost || !isLeast {
		return f.head(first) + f.parts(first.Role)
	}
	return phrase.Joined(" ", fmt.Sprintf("The share of %s is largest among %s (%s) and smallest among %s (%s)", phrase.Genders(f.Genders),
		inRole(most.Role), phrase.Share(most.Share()), inRole(least.Role), phrase.Share(least.Share())), phrase.Read(f.Reading))
}

// given says how a share differs by who holds another role.
func (f finding) given(told []measure.Row) string {
	role := told[0].Role
	find := func(state catalog.GivenState) (measure.Row, bool) {
		i := slices.IndexFunc(told, func(row measure.Row) bool { return row.Role == role && row.Given == state })
		if i < 0 {
			return measure.Row{}, false
		}
		return told[i], true
	}
	with, hasWith := find(catalog.GivenYes)
	without, hasWithout := find(catalog.GivenNo)
	somebody := phrase.A(phrase.OneOf(f.Given.Genders)) + " is " + f.Given.Role.Words()
	switch {
	case hasWith && hasWithout:
		return phrase.Joined(" ", fmt.Sprintf("Where %s, %s; where not, %s", somebody, lower(f.share(with)), lower(f.share(without))), phrase.Read(f.Reading))
	case hasWith:
		return phrase.Joined(" ", fmt.Sprintf("Where %s, %s", somebody, lower(f.share(with))), phrase.Read(f.Reading))
	}
	return f.tooLittle(f.Total[0])
}

// leaves are what is counted of a population, several of them.
func (f finding) leaves() string {
	switch f.Population.Kind {
	case rolecall.Film:
		return "films"
	case "":
		return "films and episodes"
	}
	return "episodes"
}

// FirstPlace says in how many of the titles ranked all in the role are of the genders:
// "In 32 to 34 of 92, every director is a woman".
func FirstPlace(r measure.Ranking) string {
	among := "titles"
	if p := r.Population; p.Kind != "" {
		among = p.Kind.Plural()
	}
	if r.All.Of == 0 {
		return fmt.Sprintf("No %s has enough people credited as %s to be ranked", strings.TrimSuffix(among, "s"), r.Role.Words())
	}
	words := fmt.Sprintf("In %s %s, %s is %s", phrase.Spoken(r.All), among, everyOne(r.Role), phrase.A(phrase.OneOf(r.Genders)))
	return phrase.Joined(", ", words, phrase.Read(r.Reading))
}

func lower(words string) string { return strings.ToLower(words[:1]) + words[1:] }

// isWhole reports whether a role's word is that of all who hold it: the cast, music.
func isWhole(r rolecall.Role) bool { return r.Plural() == r.Words() }

// inRole are the people in a role: "directors", "those in music".
func inRole(r rolecall.Role) string {
	switch {
	case r == rolecall.Cast:
		return "the cast"
	case isWhole(r):
		return "those in " + r.Words()
	}
	return r.Plural()
}

// theOnes are those people, of one title: "the directors", "those in music".
func theOnes(r rolecall.Role) string {
	if isWhole(r) {
		return inRole(r)
	}
	return "the " + r.Plural()
}

// everyOne is each person in a role: "every director", "everybody in music".
func everyOne(r rolecall.Role) string {
	switch {
	case r == rolecall.Cast:
		return "everybody in the cast"
	case isWhole(r):
		return "everybody in " + r.Words()
	}
	return "every " + r.Words()
}
