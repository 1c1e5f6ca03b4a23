package sentence

import (
	"fmt"
	"slices"
	"strings"

	"rolecall"
	"rolecall/catalog"
	"rolecall/phrase"
	"rolecall/standard"
)

// Rates is what was found of a standard over a population, in a sentence without its stop:
// "34–41 % of films meet “F-Rating”". A share stands in it only where it rests on enough, and
// never of a catalog that was picked by hand, whose titles are counted instead
// (docs/method.md, rule 10).
func Rates(r standard.Rates, isHandPicked bool) string {
	words := rated{r, isHandPicked}.words()
	return phrase.Joined(", ", words, phrase.Read(r.Reading))
}

// rated are the rates of which is said what was found.
type rated struct {
	standard.Rates
	isHandPicked bool
}

func (r rated) words() string {
	name := "“" + r.Standard.Name + "”"
	if whole := r.Whole; whole.Count().Of > 0 {
		return r.meeting(whole, name)
	}
	if r.Standard.Passes != "" {
		return fmt.Sprintf("None of %s can be asked whether it meets %s", r.titles(), name)
	}
	if summed, has := r.summed(); has {
		return r.sum(summed)
	}
	i := slices.IndexFunc(r.Criteria, func(c standard.CriterionRate) bool { return c.Rate.Count().Of > 0 })
	if i < 0 && r.isHandPicked && slices.ContainsFunc(r.Criteria, standard.CriterionRate.IsMean) {
		return fmt.Sprintf("%s takes the mean of shares, which of %s picked by hand says nothing of others", name, r.titles())
	}
	if i < 0 {
		return fmt.Sprintf("Too little is on record of the %s for %s", r.titles(), name)
	}
	return r.meeting(r.Criteria[i].Rate, "“"+r.Criteria[i].Criterion.Name+"” of "+name)
}

// titles are those asked about: "36 films".
func (r rated) titles() string { return phrase.Grouped(r.Titles) + " " + r.noun() }

// noun is what those asked about are called: films, seasons, or titles where both are asked.
func (r rated) noun() string {
	if r.Population.Kind == "" {
		return "titles"
	}
	return r.Population.Kind.Plural()
}

// leastRated is how many titles a share in a headline rests on at least.
const leastRated = 10

// meeting says how many titles meet something.
func (r rated) meeting(rate standard.Rate, name string) string {
	count := rate.Count()
	settled := count.Settled()
	switch {
	case r.isHandPicked:
		verb := "meet"
		if count.Certain == 1 && count.Possible == 1 {
			verb = "meets"
		}
		return r.picked(count) + " " + verb + " " + name
	case r.Reading.LeavesOut() && 2*count.Of < r.Titles:
		return fmt.Sprintf("Too little is on record to say how many %s meet %s: %s of %s can be compared", r.noun(), name, phrase.Grouped(count.Of), phrase.Grouped(r.Titles))
	case count.Of >= leastRated && 2*settled >= count.Of:
		return fmt.Sprintf("%s of %s meet %s", phrase.Share(count.Share()), r.noun(), name)
	case count.Of < leastRated:
		return fmt.Sprintf("%s for a share of those that meet %s", r.tooFew(count.Of), name)
	case rate.NeedsJudgement > rate.Unknown:
		return fmt.Sprintf("Credits alone do not say how many %s meet %s: they settle it for %s of %s", r.noun(), name, phrase.Grouped(settled), phrase.Grouped(count.Of))
	}
	return fmt.Sprintf("Too little is on record to say how many %s meet %s: it is settled for %s of %s", r.noun(), name, phrase.Grouped(settled), phrase.Grouped(count.Of))
}

// picked is a number of the titles picked by hand: "20 to 23 of 36 films picked for this
// catalog".
func (r rated) picked(count rolecall.Count) string {
	of := fmt.Sprintf(" of %s %s picked for this catalog", phrase.Grouped(count.Of), r.noun())
	switch {
	case count.Possible == 0:
		return "None" + of
	case count.Certain == count.Possible:
		return phrase.Grouped(count.Certain) + of
	}
	return phrase.Grouped(count.Certain) + " to " + phrase.Grouped(count.Possible) + of
}

// summed is the count that a headline is about: that of the most groups together, which is
// what studies put first, else the first.
func (r rated) summed() (most standard.CriterionRate, has bool) {
	for _, c := range r.Criteria {
		if c.Criterion.Count == "" || c.Sum.Of == 0 || c.IsMean() && r.isHandPicked {
			continue
		}
		if groups := c.Criterion.Counted(); !has || len(groups) > len(most.Criterion.Counted()) {
			most, has = c, true
		}
	}
	return most, has
}

// sum says what a count comes to: "Women are 34 % of directors".
func (r rated) sum(c standard.CriterionRate) string {
	measures := c.Criterion.Counted()
	people := phrase.And(phrase.Each(measures, func(m catalog.Measure) string { return Group(string(m.Group)) }))
	if len(measures) > 1 {
		people += " together"
	}
	genders := phrase.Genders(r.Standard.Genders)
	coverage, compared := c.Share().Coverage, r.Titles-c.LeftOut
	if c.IsMean() {
		coverage = c.Sum.Share().Coverage
	}
	switch {
	case r.isHandPicked:
	case compared < leastRated:
		return fmt.Sprintf("%s for the share of %s among %s", r.tooFew(compared), genders, people)
	case 2*coverage.Numerator < coverage.Denominator:
		return fmt.Sprintf("Too little is on record for the share of %s among %s: %s of what is counted is known", genders, people, coverage.Percent())
	}
	how := figureOf(c, r.isHandPicked)
	words := fmt.Sprintf("%s are %s %s", genders, how, people)
	switch measures[0].Unit {
	case standard.MeanShare:
		return phrase.Capital(fmt.Sprintf("the mean share of %s among %s is %s", genders, people, phrase.Share(c.Share())))
	case rolecall.Credits:
		words = fmt.Sprintf("%s have %s credits as %s", genders, how, people)
	case rolecall.TitlesAny:
		words = fmt.Sprintf("%s %s have %s among the %s", how, r.leaves(), phrase.A(phrase.OneOf(r.Standard.Genders)), people)
	case rolecall.TitlesAll:
		words = fmt.Sprintf("%s %s have only %s as %s", how, r.leaves(), genders, people)
	}
	if r.isHandPicked {
		return "In the " + r.noun() + " picked for this catalog, " + words
	}
	return phrase.Capital(words)
}

// figureOf is what a count comes to, up to its noun.
func figureOf(c standard.CriterionRate, isHandPicked bool) string {
	if isHandPicked {
		return phrase.Spoken(c.Sum)
	}
	return phrase.Share(c.Share()) + " of"
}

// tooFew says of a number of titles that it is too small.
func (r rated) tooFew(titles int) string {
	return phrase.Counted(titles, strings.TrimSuffix(r.noun(), "s"), r.noun()) + phrase.Agree(titles, " is", " are") + " too few"
}

// leaves are the films or episodes of the titles.
func (r rated) leaves() string {
	if r.Population.Kind == rolecall.Film {
		return "films"
	}
	return "episodes"
}

// Asks is what a standard asks in a line: the first sentence of its wording.
func Asks(s *standard.Standard) string {
	first, _, isLonger := strings.Cut(s.Wording, ". ")
	if isLonger {
		first += "."
	}
	return first
}
