package verdict_test

import (
	"fmt"
	"reflect"
	"slices"
	"strings"
	"testing"

	"rolecall"
	"rolecall/catalog"
	"rolecall/catalog/catalogtest"
	"rolecall/press/claims"
	"rolecall/press/english"
	"rolecall/press/mention"
	"rolecall/press/verdict"
	"rolecall/source/starter"
)

const (
	supported    = verdict.Supported
	contradicted = verdict.Contradicted
	unverifiable = verdict.Unverifiable

	director = rolecall.Director
	women    = rolecall.Woman
	men      = rolecall.Man
)

// statement is a claim built by hand with what becomes of it: the names of its title and
// person, looked up as a reader of texts would, the verdict and a part of the reason.
type statement struct {
	title, person string
	claim         claims.Claim
	want          verdict.Verdict
	reason        string
	// read changes what the text is taken to name.
	read func(title, person *mention.Entity)
}

// court settles statements by one judge, as those of one text.
type court struct {
	catalog *catalog.Catalog
	titles  map[string][]rolecall.Title
	people  map[string][]rolecall.Person
	found   mention.Found
}

func open(t *testing.T, c *catalog.Catalog, statements []statement) *court {
	t.Helper()
	var names []string
	for _, s := range statements {
		names = append(names, s.title, s.person)
	}
	slices.Sort(names)
	names = slices.Compact(names)
	byName := c.Names()
	titles, err := byName.TitlesNamed(t.Context(), names)
	if err != nil {
		t.Fatal(err)
	}
	people, err := byName.PeopleNamed(t.Context(), names)
	if err != nil {
		t.Fatal(err)
	}
	return &court{catalog: c, titles: titles, people: people}
}

// hear makes the entities and the claim of a statement.
func (c *court) hear(s statement) claims.Claim {
	title := mention.Entity{Class: english.Title, Name: s.title, Among: len(c.titles[s.title])}
	if title.Among == 1 {
		title.Title = c.titles[s.title][0]
		title.ID = title.Title.ID
	}
	person := mention.Entity{Class: english.Person, Name: s.person, Among: len(c.people[s.person])}
	switch {
	case person.Among == 1:
		person.Person = c.people[s.person][0]
		person.ID = person.Person.ID
	case person.Among > 1:
		person.Candidates = c.people[s.person]
	}
	claim := s.claim
	claim.Title, claim.Person = claims.None, claims.None
	at := len(c.found.Entities)
	if s.title != "" {
		claim.Title = at
	}
	if s.person != "" {
		claim.Person = at + 1
	}
	if s.read != nil {
		s.read(&title, &person)
	}
	c.found.Entities = append(c.found.Entities, title, person)
	return claim
}

func (s statement) String() string {
	return fmt.Sprintf("%q, %q: %s %s %s seasons %v, %v of %v %s, %+v", s.title, s.person, s.claim.Kind, s.claim.Role, s.claim.Gender, s.claim.Seasons, s.claim.Value, s.claim.Of, s.claim.Unit, s.claim.Part)
}

func credit(role rolecall.Role, seasons ...int) claims.Claim {
	return claims.Claim{Kind: claims.Credit, Role: role, Seasons: seasons, Anchor: claims.Named}
}

func with(c claims.Claim, change func(*claims.Claim)) claims.Claim {
	change(&c)
	return c
}

func negated(c claims.Claim) claims.Claim { c.Negated = true; return c }
func sole(c claims.Claim) claims.Claim    { c.Sole = true; return c }
func each(c claims.Claim) claims.Claim    { c.Part.All = true; return c }
func loose(c claims.Claim) claims.Claim   { c.Loose = true; return c }

func on(c claims.Claim, numbers ...int) claims.Claim   { c.Part.Numbers = numbers; return c }
func last(c claims.Claim, n int) claims.Claim          { c.Part.Last = n; return c }
func as(c claims.Claim, character string) claims.Claim { c.Character = character; return c }

// carried is a claim whose title the words do not name.
func carried(c claims.Claim) claims.Claim { c.Anchor = claims.Carried; return c }

func doubted(c claims.Claim, doubts ...claims.Doubt) claims.Claim { c.Doubts = doubts; return c }

// number gives a claim its number, and of how many.
func number(c claims.Claim, value, of float64, unit string) claims.Claim {
	c.Value, c.HasValue, c.Of, c.Unit = value, true, of, unit
	return c
}

func bound(c claims.Claim, word string) claims.Claim { c.Bound = word; return c }

func figure(kind claims.Kind, g rolecall.Gender, seasons ...int) claims.Claim {
	return claims.Claim{Kind: kind, Role: director, Gender: g, Seasons: seasons, Anchor: claims.Named}
}

func none(g rolecall.Gender, seasons ...int) claims.Claim {
	return number(negated(figure(claims.Every, g, seasons...)), 0, 0, "")
}

func only(g rolecall.Gender, seasons ...int) claims.Claim {
	return number(figure(claims.Every, g, seasons...), 1, 0, "")
}

func first(g rolecall.Gender, quote string) claims.Claim {
	return quoted(number(figure(claims.Rank, g), 1, 0, ""), quote)
}

func shown(day english.Day, seasons ...int) claims.Claim {
	return claims.Claim{Kind: claims.Date, Day: day, Year: day.Year, YearTo: day.Year, Seasons: seasons, Anchor: claims.Named}
}

func length(n float64, seasons ...int) claims.Claim {
	return claims.Claim{Kind: claims.Episodes, Value: n, HasValue: true, Unit: "episode", Seasons: seasons, Anchor: claims.Named}
}

func quoted(c claims.Claim, quote string) claims.Claim { c.Quote = quote; return c }

func TestRulings(t *testing.T) {
	c := catalogtest.Open(t, starter.Name, starter.Fill)
	t.Run("every kind has a judge", func(t *testing.T) { everyKindHasAJudge(t, c) })
	t.Run("a season is part of its series", func(t *testing.T) { aSeasonIsPartOfItsSeries(t, c) })
	for name, statements := range map[string][]statement{
		"a credit": {
			{"Lady Bird", "Greta Gerwig", credit(director), supported, "credited as director of Lady Bird (2017)", nil},
			{"Lady Bird", "Kathryn Bigelow", credit(director), contradicted, "not among the directors of Lady Bird (2017): Greta Gerwig", nil},
			{"Captain Marvel", "Ryan Fleck", credit(director), supported, "", nil},
			{"Big Little Lies", "Jean-Marc Vallée", credit(director, 2), contradicted, "Andrea Arnold", nil},
			{"Daredevil", "Nick Gomez", on(credit(director, 1), 11), supported, "", nil},
			{"Jessica Jones", "Melissa Rosenberg", credit(rolecall.Creator), supported, "creator", nil},
			{"Jessica Jones", "Greta Gerwig", credit(rolecall.Creator), unverifiable, "may not be all", nil},
			{"Captain Marvel", "Brie Larson", credit(claims.Star), supported, "cast", nil},
			{"Game of Thrones", "Alfie Allen", credit(claims.Star, 1), unverifiable, "billed in place", nil},
			{"Chernobyl", "Patty Jenkins", credit(rolecall.Writer, 1), unverifiable, "may not be all", nil},
			{"Chernobyl", "Craig Mazin", credit(rolecall.Producer, 1), unverifiable, "but not as producer", nil},
			{"Lady Bird", "Greta Gerwig", credit(claims.Other), supported, "", nil},
			{"Lady Bird", "Patty Jenkins", credit(claims.Other), unverifiable, "not among those credited", nil},
			{"", "Patty Jenkins", credit(director), unverifiable, "on which title", nil},
			{"Lady Bird", "", credit(director), unverifiable, "does not say who", nil},
		},
		"rows that are not complete accuse nobody": {
			{"Stranger Things", "Kathryn Bigelow", credit(director), unverifiable, "hand-picked and may hold only some seasons", nil},
			{"Daredevil", "Kathryn Bigelow", credit(director, 2), unverifiable, "for 1 of 13 episodes no director is on record", nil},
			{"Transparent", "Kathryn Bigelow", credit(director, 1), unverifiable, "does not say who directed which episode", nil},
			{"Daredevil", "Kathryn Bigelow", negated(credit(director, 2)), unverifiable, "no director is on record", nil},
			{"Daredevil", "", number(figure(claims.Count, women, 2), 4, 0, claims.People), unverifiable, "no director is on record", nil},
			{"Stranger Things", "", number(figure(claims.Count, women), 4, 0, claims.People), unverifiable, "hand-picked", nil},
			{"Stranger Things", "Kathryn Bigelow", number(credit(director), 2, 0, "episode"), unverifiable, "", nil},
		},
		"another form of the name is no other person": {
			{"Moonlight", "B. Jenkins", credit(director), supported, "Barry Jenkins is credited", nil},
			{"Moonlight", "Barry A. Jenkins", credit(director), supported, "", nil},
			{"The Hurt Locker", "Bigelow", credit(director), supported, "", nil},
			{"Parasite", "Joon-ho Bong", credit(director), supported, "", nil},
			{"Shoplifters", "是枝裕和", credit(director), supported, "", nil},
			{"Shoplifters", "Hirokazu Koreeda", credit(director), supported, "", nil},
			{"Wadjda", "Haifaa Mansour", credit(director), supported, "", nil},
			{"The Hurt Locker", "Kathy Bigelow", credit(director), unverifiable, "is Kathryn Bigelow meant", nil},
			{"Roma", "Alfonzo Cuaron", credit(director), unverifiable, "is Alfonso Cuarón meant", nil},
			{"Jessica Jones", "Jennifer Chambers Lynch", on(credit(director, 2), 11), supported, "", nil},
			{"Cloud Atlas", "Lana", credit(director), unverifiable, "is Lana Wachowski meant", nil},
			{"Cloud Atlas", "Andy Wachowski", credit(director), unverifiable, "meant", nil},
			{"Cloud Atlas", "the Wachowskis", credit(director), supported, "Lana Wachowski and Lilly Wachowski are credited", nil},
			{"Cloud Atlas", "the Wachowski sisters", credit(director), supported, "", nil},
			{"Cloud Atlas", "Wachowski", credit(director), unverifiable, "Lana Wachowski and Lilly Wachowski meant", nil},
			{"Cloud Atlas", "Wachowski", credit(director), supported, "", func(_, p *mention.Entity) { p.Family = true }},
			{"Moonlight", "the Jenkins brothers", credit(director), unverifiable, "is Barry Jenkins meant", nil},
			{"Moonlight", "Patty Jenkins", quoted(credit(director), "Moonlight, directed by Patty Jenkins"), contradicted, "", nil},
			{"Moonlight", "Patty Jenkins", quoted(credit(director), "directed by Jenkins"), unverifiable, "is Barry Jenkins meant", nil},
			{"Moonlight", "Greta Gerwig", quoted(credit(director), "directed by Gerwig"), contradicted, "", nil},
			{"Barbie", "Nolan", credit(director), unverifiable, `"Nolan" alone does not say who is meant; the director of Barbie (2023): Greta Gerwig`, nil},
			{"Moonlight", "B. Jenkins", negated(credit(director)), contradicted, "", nil},
			{"The Hurt Locker", "Kathy Bigelow", negated(credit(director)), unverifiable, "", nil},
			{"Stranger Things", "the Duffer Brothers", on(credit(director, 2), 1, 2), supported, "", nil},
		},
		"namesakes": {
			{"Daredevil", "Nick Gomez", credit(director, 1), unverifiable, "is Nick Gomez meant", func(_, p *mention.Entity) {
				p.Candidates = nil
				p.ID, p.Person = "nick-gomez-the-actor", rolecall.Person{ID: "nick-gomez-the-actor", Name: "Nick Gomez"}
			}},
			{"Moonlight", "Barry Jenkins", credit(director), unverifiable, "is Barry Jenkins meant", func(_, p *mention.Entity) { p.ID = "another" }},
			{"Moonlight", "Jenkins", credit(director), supported, "", func(_, p *mention.Entity) {
				p.Candidates = []rolecall.Person{{ID: "barry-jenkins"}, {ID: "patty-jenkins"}}
			}},
		},
		"on which episodes": {
			{"The Handmaid's Tale", "Reed Morano", on(credit(director, 1), 1, 2, 3), supported, "all 3 episodes", nil},
			{"The Handmaid's Tale", "Reed Morano", on(credit(director, 1), 1, 2, 3, 4), contradicted, "3 of 4 episodes of The Handmaid's Tale, season 1, episodes 1–4; the others are by Mike Barker", nil},
			{"The Handmaid's Tale", "Kari Skogland", last(credit(director, 1), 1), supported, "", nil},
			{"The Handmaid's Tale", "Kate Dennis", last(credit(director, 1), 1), contradicted, "Kari Skogland", nil},
			{"The Handmaid's Tale", "Kate Dennis", last(credit(director, 1), 2), contradicted, "", nil},
			{"The Handmaid's Tale", "Reed Morano", each(credit(director, 1)), contradicted, "3 of 10", nil},
			{"The Handmaid's Tale", "Reed Morano", credit(director, 1), supported, "3 of the 10 episodes", nil},
			{"The Handmaid's Tale", "Reed Morano", last(credit(director), 1), unverifiable, "which episodes of The Handmaid's Tale are the last", nil},
			{"Game of Thrones", "Alan Taylor", on(credit(director), 9), unverifiable, "of which season", nil},
			{"Big Little Lies", "Andrea Arnold", each(credit(director, 2)), supported, "all 7 episodes", nil},
			{"Chernobyl", "Craig Mazin", each(credit(rolecall.Writer, 1)), supported, "", nil},
			{"Jessica Jones", "Melissa Rosenberg", each(credit(rolecall.Showrunner, 2)), supported, "", nil},
			{"Barry", "Alec Berg", on(credit(rolecall.Director, 1), 7, 9), unverifiable, "does not hold episodes 7, 9", nil},
			{"Lady Bird", "Greta Gerwig", on(credit(director), 1), unverifiable, "no episodes of Lady Bird", nil},
			{"Chernobyl", "Johan Renck", each(credit(director)), supported, "all 5 episodes", nil},
			{"The Undoing", "Susanne Bier", each(credit(director)), unverifiable, "may hold only some seasons", nil},
			{"Daredevil", "Phil Abraham", each(credit(director, 2)), unverifiable, "no director is on record", nil},
			{"Chernobyl", "Johan Renck", number(each(figure(claims.Every, "", 1)), 5, 5, "episode"), supported, "", nil},
			{"Chernobyl", "Johan Renck", number(each(figure(claims.Every, "")), 5, 5, "episode"), supported, "", nil},
			{"Chernobyl", "Johan Renck", number(each(figure(claims.Every, "", 1)), 6, 6, "episode"), contradicted, "5 episodes, not 6", nil},
			{"The Handmaid's Tale", "Reed Morano", negated(each(figure(claims.Every, "", 1))), supported, "", nil},
		},
		"alone": {
			{"Lady Bird", "Greta Gerwig", sole(credit(director)), supported, "only director", nil},
			{"Captain Marvel", "Anna Boden", sole(credit(director)), contradicted, "not alone: director of Captain Marvel (2019) also Ryan Fleck", nil},
			{"Cloud Atlas", "Lana Wachowski", sole(credit(director)), contradicted, "also Lilly Wachowski and Tom Tykwer", nil},
			{"Lady Bird", "Kathryn Bigelow", sole(credit(director)), contradicted, "", nil},
			{"Chernobyl", "Craig Mazin", sole(credit(rolecall.Writer, 1)), unverifiable, "never holds all writers", nil},
			{"Captain Marvel", "Ryan Fleck", sole(credit(rolecall.Writer)), unverifiable, "but not as writer", nil},
			{"Brave", "Brenda Chapman", sole(credit(rolecall.Writer)), contradicted, "", nil},
			{"Wonder Woman", "Allan Heinberg", sole(credit(rolecall.Writer)), unverifiable, "never holds all writers", nil},
			{"Lady Bird", "Greta Gerwig", negated(sole(credit(director))), unverifiable, "which credit it denies", nil},
		},
		"who is played": {
			{"Little Women", "Saoirse Ronan", as(credit(rolecall.Cast), "Jo March"), supported, "as Jo March", nil},
			{"Little Women", "Saoirse Ronan", as(credit(rolecall.Cast), "Jo"), supported, "", nil},
			{"Captain Marvel", "Brie Larson", as(credit(rolecall.Cast), "Captain Marvel"), supported, "", nil},
			{"Little Women", "Saoirse Ronan", as(credit(rolecall.Cast), "Amy March"), unverifiable, "credited on Little Women (2019) as Jo March; the text says Amy March", nil},
			{"Cloud Atlas", "Tom Hanks", as(credit(rolecall.Cast), "Zachry"), supported, "", nil},
		},
		"what is no person is not accused": {
			{"Captain Marvel", "Marvel Studios", credit(director), unverifiable, `not sure that "Marvel Studios" is a person`, func(_, p *mention.Entity) { p.Class = english.Name }},
			{"Captain Marvel", "Patty Jenkins", credit(director), contradicted, "", func(_, p *mention.Entity) { p.Class = english.Name }},
		},
		"denials": {
			{"Wonder Woman", "Gal Gadot", negated(credit(director)), supported, "not among the directors", nil},
			{"Wonder Woman", "Patty Jenkins", negated(credit(director)), contradicted, "", nil},
			{"Wonder Woman", "Chris Pine", negated(credit(rolecall.Writer)), unverifiable, "", nil},
			{"Wonder Woman", "Allan Heinberg", negated(credit(rolecall.Writer)), contradicted, "", nil},
			{"Wonder Woman", "Gal Gadot", negated(credit(claims.Other)), unverifiable, "which credit it denies", nil},
		},
		"the title that the text speaks of": {
			{"Little Women", "Gillian Armstrong", credit(director), unverifiable, `does not hold "Little Women" of 1994`, func(e, _ *mention.Entity) { e.Years = []int{1994} }},
			{"Little Women", "Greta Gerwig", credit(director), supported, "", func(e, _ *mention.Entity) { e.Years = []int{2019} }},
			{"Little Women", "Greta Gerwig", credit(director), supported, "", func(e, _ *mention.Entity) { e.Years = []int{2020} }},
			{"Little Women", "Gillian Armstrong", credit(director), unverifiable, `"Little Women" of 1994`, func(e, _ *mention.Entity) { *e = mention.Entity{Name: "Little Women", Refused: "of 1994"} }},
			{"Supergirl", "Jeannot Szwarc", credit(director), unverifiable, `"Supergirl" as a film`, func(e, _ *mention.Entity) { e.Kind = rolecall.Film }},
			{"Little Women", "Gillian Armstrong", with(credit(director), func(c *claims.Claim) { c.Year = 1994 }), unverifiable, `of 1994`, nil},
			{"The Handmaid's Tale", "Volker Schlöndorff", with(credit(director), func(c *claims.Claim) { c.Year = 1990 }), unverifiable, `of 1990`, nil},
			{"The Handmaid's Tale", "", with(none(women, 1), func(c *claims.Claim) { c.Year, c.YearTo = 2016, 2018 }), contradicted, "", nil},
			{"Jessica Jones", "", with(none(women, 1), func(c *claims.Claim) { c.Year = 2019 }), unverifiable, "first shown in 2015, and the text speaks of 2019", nil},
			{"Lady Bird", "", none(women, 2), unverifiable, "is a film, and the text speaks of a season", nil},
			{"Jessica Jones", "", none(women, 4), unverifiable, "does not hold season 4", nil},
			{"Jessica Jones", "", with(none(women), func(c *claims.Claim) { c.Unclear = true }), unverifiable, "which seasons", nil},
			{"Lady Bird", "", number(figure(claims.Count, women), 2, 0, "episode"), unverifiable, "is a film, and the text speaks of episodes", nil},
			{"Game of Thrones", "", with(none(women), func(c *claims.Claim) { c.Year = 2016 }), unverifiable, "which season of Game of Thrones is that of 2016", nil},
			{"Game of Thrones", "Michelle MacLaren", with(credit(director), func(c *claims.Claim) { c.Year = 2016 }), contradicted, "Game of Thrones, season 6", nil},
			{"Game of Thrones", "Michelle MacLaren", with(credit(director), func(c *claims.Claim) { c.Year = 2013 }), supported, "Game of Thrones, season 3", nil},
			{"Westworld", "Michelle MacLaren", with(credit(director), func(c *claims.Claim) { c.Year = 2020 }), unverifiable, "a season of Westworld of 2020", nil},
			{"The Long Dusk", "Patty Jenkins", credit(director), unverifiable, `does not hold "The Long Dusk"`, nil},
			{"Frozen", "Patty Jenkins", credit(director), unverifiable, "name of 3 titles", func(e, _ *mention.Entity) { e.ID, e.Among = "", 3 }},
		},
		"a reading in doubt is never settled": {
			{"Captain Marvel", "Patty Jenkins", doubted(credit(director), claims.Plan), unverifiable, "the reading is unsure: it speaks of a plan", nil},
			{"Lady Bird", "Greta Gerwig", doubted(credit(director), claims.Hearsay, claims.Nearly), unverifiable, "rumour or a belief; it says almost", nil},
			{"Jessica Jones", "", doubted(none(women, 1), claims.Attribute), unverifiable, "credits do not hold", nil},
		},
		"a title that the words do not name": {
			{"Lady Bird", "Kathryn Bigelow", carried(credit(director)), unverifiable, `if "Lady Bird" is meant: Kathryn Bigelow is not among`, nil},
			{"Lady Bird", "Greta Gerwig", carried(credit(director)), supported, "", nil},
			{"Lady Bird", "Greta Gerwig", carried(sole(credit(director))), unverifiable, `if "Lady Bird" is meant`, nil},
			{"Wonder Woman", "Gal Gadot", carried(negated(credit(director))), unverifiable, "", nil},
			{"Jessica Jones", "", carried(none(women, 1)), unverifiable, "3 women", nil},
			{"Jessica Jones", "", carried(none(men, 2)), unverifiable, "", nil},
			{"Chernobyl", "", carried(length(5, 1)), supported, "", nil},
			{"Chernobyl", "", carried(length(6, 1)), unverifiable, "", nil},
			{"Lady Bird", "", carried(shown(english.Day{Year: 2017})), supported, "", nil},
			{"Lady Bird", "", carried(shown(english.Day{Year: 2011})), unverifiable, "", nil},
		},
		"all, none and the only one": {
			{"Jessica Jones", "", number(each(figure(claims.Every, women, 2)), 13, 13, "episode"), supported, "13 of 13", nil},
			{"Jessica Jones", "", number(each(figure(claims.Every, women, 2)), 12, 12, "episode"), contradicted, "13 episodes, not 12", nil},
			{"Jessica Jones", "", number(figure(claims.Every, women, 2), 13, 13, ""), supported, "", nil},
			{"Jessica Jones", "", number(figure(claims.Every, women, 2), 12, 12, ""), contradicted, "13 directors, not 12", nil},
			{"Killing Eve", "", each(figure(claims.Every, women, 1)), contradicted, "not by", nil},
			{"Jessica Jones", "", negated(each(figure(claims.Every, women, 1))), supported, "", nil},
			{"Jessica Jones", "", negated(each(figure(claims.Every, women, 2))), contradicted, "", nil},
			{"Captain Marvel", "", each(figure(claims.Every, women)), contradicted, "not by Ryan Fleck", nil},
			{"Captain Marvel", "", with(each(figure(claims.Every, women)), func(c *claims.Claim) { c.Unit = "film" }), unverifiable, "others are credited as well: Ryan Fleck", nil},
			{"I Saw the TV Glow", "", each(figure(claims.Every, men)), contradicted, "Jane Schoenbrun", nil},
			{"I Saw the TV Glow", "", each(figure(claims.Every, women)), contradicted, "Jane Schoenbrun", nil},
			{"I Saw the TV Glow", "", each(figure(claims.Every, rolecall.Nonbinary)), supported, "", nil},
			{"Jessica Jones", "", each(figure(claims.Every, men)), contradicted, "", nil},
			{"Big Little Lies", "", each(figure(claims.Every, men)), unverifiable, "true of season 1", nil},
			{"Olive Kitteridge", "", each(figure(claims.Every, women)), supported, "4 of 4 episodes", nil},
			{"When They See Us", "", each(figure(claims.Every, women)), unverifiable, "may hold only some seasons", nil},
			{"Queen Sugar", "", each(figure(claims.Every, women, 2)), supported, "which episodes they made is not said for all", nil},
			{"Chernobyl", "", with(figure(claims.Every, men, 1), func(c *claims.Claim) { c.Role = rolecall.Writer }), unverifiable, "never holds all writers", nil},
			{"Killing Eve", "", none(women, 1), supported, "none of the 3", nil},
			{"The Handmaid's Tale", "", none(women, 1), contradicted, "4 women", nil},
			{"Jessica Jones", "", none(rolecall.Nonbinary, 1), unverifiable, "1 of 9 directors have no stated gender", nil},
			{"Game of Thrones", "", none(women), contradicted, "1 woman: Michelle MacLaren", nil},
			{"Narcos", "", none(women), unverifiable, "no director is on record", nil},
			{"Chernobyl", "", with(none(women, 1), func(c *claims.Claim) { c.Role = rolecall.Writer }), unverifiable, "never holds all writers", nil},
			{"Daredevil", "", none(rolecall.Nonbinary, 2), unverifiable, "no director is on record", nil},
			{"Game of Thrones", "Michelle MacLaren", only(women, 3), supported, "", nil},
			{"Game of Thrones", "Kathryn Bigelow", only(women, 3), contradicted, "", nil},
			{"Game of Thrones", "M. MacLaren", only(women, 3), supported, "", nil},
			{"Game of Thrones", "Michelle McLaren", only(women, 3), unverifiable, "is Michelle MacLaren meant", nil},
			{"Game of Thrones", "", only(women), unverifiable, "may hold only some seasons", nil},
			{"Game of Thrones", "", only(women, 5), contradicted, "0 women", nil},
			{"The Handmaid's Tale", "", only(women, 1), contradicted, "4 women", nil},
			{"The Handmaid's Tale", "", loose(each(figure(claims.Every, women, 1))), unverifiable, "8 of 10 episodes directed by women; the text does not say how many", nil},
			{"Jessica Jones", "", loose(each(figure(claims.Every, women, 2))), supported, "", nil},
			{"Killing Eve", "", loose(each(figure(claims.Every, women, 1))), contradicted, "0 of 8", nil},
			{"Captain Marvel", "", loose(each(figure(claims.Every, women))), unverifiable, "", nil},
			{"I Saw the TV Glow", "", loose(each(figure(claims.Every, men))), contradicted, "", nil},
		},
		"numbers": {
			{"The Handmaid's Tale", "", number(figure(claims.Count, women, 1), 4, 5, ""), supported, "4 of 5 directors are women", nil},
			{"The Handmaid's Tale", "", number(figure(claims.Count, women, 1), 4, 6, ""), contradicted, "4 of 5", nil},
			{"The Handmaid's Tale", "", number(figure(claims.Count, women, 1), 3, 5, ""), contradicted, "", nil},
			{"The Handmaid's Tale", "", number(figure(claims.Count, women, 1), 8, 10, "episode"), supported, "", nil},
			{"The Handmaid's Tale", "", number(figure(claims.Count, women, 1), 8, 0, ""), unverifiable, "8 of 10 episodes", nil},
			{"The Handmaid's Tale", "", number(figure(claims.Count, women, 1), 8, 0, claims.People), contradicted, "4 of 5 directors", nil},
			{"Jessica Jones", "", bound(number(figure(claims.Count, women, 1), 4, 0, claims.People), "least"), unverifiable, "3–4 of 9", nil},
			{"Jessica Jones", "", bound(number(figure(claims.Count, women, 1), 3, 0, claims.People), "least"), supported, "", nil},
			{"Jessica Jones", "", bound(number(figure(claims.Count, women, 1), 4, 0, claims.People), "most"), supported, "", nil},
			{"The Handmaid's Tale", "Reed Morano", number(with(credit(director, 1), func(c *claims.Claim) { c.Kind = claims.Count }), 3, 0, "episode"), supported, "3 of 10 episodes", nil},
			{"The Handmaid's Tale", "Reed Morano", number(with(credit(director, 1), func(c *claims.Claim) { c.Kind = claims.Count }), 3, 12, "episode"), contradicted, "3 of 10", nil},
			{"The Handmaid's Tale", "R. Morano", number(with(credit(director, 1), func(c *claims.Claim) { c.Kind = claims.Count }), 3, 0, "episode"), supported, "", nil},
			{"The Handmaid's Tale", "Rita Morano", number(with(credit(director, 1), func(c *claims.Claim) { c.Kind = claims.Count }), 2, 0, "episode"), unverifiable, "is Reed Morano meant", nil},
			{"The Handmaid's Tale", "Mike Barker", number(with(credit(director, 1), func(c *claims.Claim) { c.Kind = claims.Count }), 3, 0, "episode"), contradicted, "2 of 10", nil},
			{"Game of Thrones", "Michelle MacLaren", number(with(credit(director, 1), func(c *claims.Claim) { c.Kind = claims.Count }), 2, 0, "episode"), contradicted, "0 of 10", nil},
			{"Game of Thrones", "Michelle MacLaren", number(with(credit(director), func(c *claims.Claim) { c.Kind = claims.Count }), 4, 0, "episode"), supported, "", nil},
			{"Game of Thrones", "Michelle MacLaren", number(with(credit(director), func(c *claims.Claim) { c.Kind = claims.Count }), 5, 0, "episode"), unverifiable, "", nil},
			{"Chernobyl", "Craig Mazin", number(with(credit(rolecall.Writer, 1), func(c *claims.Claim) { c.Kind = claims.Count }), 3, 0, "episode"), unverifiable, "never holds all writers", nil},
			{"Barry", "", number(figure(claims.Count, "", 1), 4, 0, ""), supported, "4 people", nil},
			{"Barry", "", number(figure(claims.Count, "", 1), 5, 0, ""), contradicted, "", nil},
			{"Barry", "", number(figure(claims.Count, "", 1), 3, 0, ""), contradicted, "", nil},
			{"Chernobyl", "", number(with(figure(claims.Count, "", 1), func(c *claims.Claim) { c.Role = rolecall.Writer }), 1, 0, ""), unverifiable, "never holds all writers", nil},
			{"Barry", "", number(figure(claims.Share, women, 1), 25, 100, claims.People), supported, "1 of 4", nil},
			{"Barry", "", number(figure(claims.Share, women, 1), 25, 100, ""), supported, "1 of 4", nil},
			{"Barry", "", number(figure(claims.Share, women, 1), 25, 100, "episode"), contradicted, "1 of 8", nil},
			{"Daredevil", "", number(figure(claims.Share, women, 3), 33, 100, claims.People), unverifiable, "3–5 of 12", nil},
			{"Jessica Jones", "", with(number(figure(claims.Share, men, 2), 90, 100, ""), func(c *claims.Claim) { c.Role = rolecall.Cast }), unverifiable, "never holds all cast", nil},
			{"Killing Eve", "Jon East", number(with(credit(director, 1), func(c *claims.Claim) { c.Kind = claims.Share }), 37.5, 100, "episode"), supported, "3 of 8", nil},
			{"Killing Eve", "Jon East", number(with(credit(director, 1), func(c *claims.Claim) { c.Kind = claims.Share }), 75, 100, "episode"), contradicted, "3 of 8", nil},
		},
		"how long": {
			{"Barry", "", length(8, 1), supported, "", nil},
			{"Barry", "", length(10, 1), contradicted, "8 episodes, not 10", nil},
			{"Barry", "", bound(length(10, 1), "about"), contradicted, "", nil},
			{"Barry", "", bound(length(9, 1), "about"), supported, "", nil},
			{"Barry", "", bound(length(8, 1), "least"), supported, "", nil},
			{"Olive Kitteridge", "", length(4), supported, "4 episodes", nil},
			{"Olive Kitteridge", "", length(6), unverifiable, "", nil},
			{"Jessica Jones", "", length(13), unverifiable, "13 of season 1, 13 of season 2, 13 of season 3", nil},
			{"Jessica Jones", "", length(13, 1, 2), supported, "each", nil},
			{"Jessica Jones", "", length(26, 1, 2), supported, "", nil},
			{"Jessica Jones", "", length(20, 1, 2), unverifiable, "26 episodes together", nil},
			{"Lady Bird", "", length(4), unverifiable, "film", nil},
		},
		"dates": {
			{"Lady Bird", "", shown(english.Day{Year: 2017}), supported, "", nil},
			{"Nomadland", "", shown(english.Day{Year: 2020}), supported, "", nil},
			{"Nomadland", "", shown(english.Day{Year: 2021}), supported, "", nil},
			{"Lady Bird", "", shown(english.Day{Year: 2018}), unverifiable, "festivals", nil},
			{"Lady Bird", "", shown(english.Day{Year: 2016}), unverifiable, "festivals", nil},
			{"Lady Bird", "", shown(english.Day{Year: 2015}), contradicted, "3 November 2017", nil},
			{"Lady Bird", "", quoted(shown(english.Day{Year: 2019, Month: 3, Day: 2}), "premiered on 2 March 2019"), contradicted, "", nil},
			{"Lady Bird", "", shown(english.Day{Year: 2019, Month: 3, Day: 2}), unverifiable, "shown again, or elsewhere", nil},
			{"Lady Bird", "", shown(english.Day{Year: 2015, Month: 3, Day: 2}), contradicted, "", nil},
			{"Lady Bird", "", quoted(shown(english.Day{Year: 2022}), "came to Netflix in 2022"), unverifiable, "shown again, or elsewhere", nil},
			{"Lady Bird", "", quoted(shown(english.Day{Year: 2022}), "is a film of 2022"), contradicted, "", nil},
			{"Lady Bird", "", quoted(shown(english.Day{Year: 2017}), "Stage Book was shown in 2017"), supported, "", func(e, _ *mention.Entity) { e.Name = "Stage Book" }},
			{"Lady Bird", "", quoted(shown(english.Day{Year: 2017}), "was released on Blu-ray in 2017"), unverifiable, "something else than a first showing", nil},
			{"Jessica Jones", "", quoted(shown(english.Day{Year: 2017}, 1), "The first season came out on DVD in 2017"), unverifiable, "something else than a first showing", nil},
			{"Lady Bird", "", shown(english.Day{Year: 2017, Month: 11, Day: 10}), unverifiable, "other days in other countries", nil},
			{"Lady Bird", "", shown(english.Day{Month: 5, Day: 10}), unverifiable, "other days in other countries", nil},
			{"Lady Bird", "", shown(english.Day{Year: 2017, Month: 11, Day: 3, Weekday: 5}), supported, "a Friday", nil},
			{"Lady Bird", "", shown(english.Day{Year: 2017, Month: 11, Day: 3, Weekday: 1}), contradicted, "was a Friday", nil},
			{"Wadjda", "", shown(english.Day{Year: 2012, Month: 8, Day: 31}), unverifiable, "", nil},
			{"Jessica Jones", "", shown(english.Day{Year: 2018, Month: 3, Day: 8, Weekday: 4}, 2), supported, "", nil},
			{"Jessica Jones", "", shown(english.Day{Year: 2018, Month: 3, Day: 9}, 2), contradicted, "", nil},
			{"Jessica Jones", "", shown(english.Day{Year: 2018, Month: 6, Day: 14}, 3), contradicted, "14 June 2019", nil},
			{"Jessica Jones", "", shown(english.Day{Year: 2017}, 2), contradicted, "", nil},
			{"Better Things", "", shown(english.Day{Year: 2018}, 3), unverifiable, "knows only that it was first shown in 2019", nil},
			{"Better Things", "", shown(english.Day{Year: 2019, Month: 2, Day: 28}, 3), unverifiable, "knows only", nil},
			{"Better Things", "", shown(english.Day{Year: 2015}, 3), contradicted, "", nil},
			{"Jessica Jones", "", shown(english.Day{Weekday: 4}, 2), unverifiable, "day of writing", nil},
			{"Jessica Jones", "", shown(english.Day{Relative: "last night"}, 2), unverifiable, "day of writing", nil},
			{"Jessica Jones", "", shown(english.Day{Year: 2015}), supported, "", nil},
			{"Jessica Jones", "", quoted(shown(english.Day{Year: 2018, Month: 3}), "returned in March 2018"), supported, "season 2", nil},
			{"Jessica Jones", "", quoted(shown(english.Day{Year: 2018, Month: 3}), "premiered in March 2018"), unverifiable, "which season", nil},
			{"Jessica Jones", "", quoted(shown(english.Day{Year: 2015, Month: 11}), "came back in November 2015"), unverifiable, "which season", nil},
			{"Jessica Jones", "", quoted(shown(english.Day{Year: 2017, Month: 3}), "returned in March 2017"), unverifiable, "which season", nil},
			{"Jessica Jones", "", quoted(shown(english.Day{Year: 2017, Month: 3}), "premiered in March 2017"), unverifiable, "which season", nil},
			{"Jessica Jones", "", quoted(shown(english.Day{Year: 2017, Month: 3}), "was first shown in March 2017"), contradicted, "20 November 2015", nil},
			{"Olive Kitteridge", "", quoted(shown(english.Day{Year: 2011, Month: 11}), "aired in November 2011"), contradicted, "2 November 2014", nil},
			{"Olive Kitteridge", "", quoted(shown(english.Day{Year: 2014, Month: 10, Day: 30}), "began"), contradicted, "", nil},
			{"Stranger Things", "", shown(english.Day{Year: 2017, Month: 10, Day: 27}, 1, 2), supported, "season 2", nil},
			{"Stranger Things", "", shown(english.Day{Year: 2018}, 1, 2), unverifiable, "", nil},
		},
		"ranks and comparisons": {
			{"Game of Thrones", "Michelle MacLaren", number(figure(claims.Rank, women), 1, 0, ""), unverifiable, "not in the credits alone", nil},
			{"Game of Thrones", "Michelle MacLaren", first(women, "the first woman to direct an episode"), supported, "Game of Thrones, season 3, episode 7", nil},
			{"Game of Thrones", "Michelle MacLaren", first(women, "the first woman to win a prize for the series"), unverifiable, "a prize is not", nil},
			{"Game of Thrones", "Michelle MacLaren", carried(first(women, "the first woman to direct an episode")), unverifiable, "", nil},
			{"Game of Thrones", "Timothy Van Patten", first(women, "the first woman to direct an episode"), unverifiable, "", nil},
			{"Game of Thrones", "Kathryn Bigelow", first(women, "the first woman to direct an episode"), unverifiable, "", nil},
			{"Jessica Jones", "Uta Briesewitz", first(women, "the first woman to direct an episode"), unverifiable, "nobody before was a woman", nil},
			{"Daredevil", "Jet Wilkinson", first(women, "the first woman to direct an episode"), unverifiable, "", nil},
			{"Lady Bird", "Greta Gerwig", first(women, "the first woman to direct it"), unverifiable, "", nil},
			{"Jessica Jones", "", number(figure(claims.Rank, women, 2), 1, 0, ""), unverifiable, "hand-picked", nil},
			{"Jessica Jones", "", figure(claims.Compare, women, 2), unverifiable, "hand-picked", nil},
			{"", "", number(figure(claims.Share, women), 17, 100, "episode"), unverifiable, "hand-picked", nil},
		},
	} {
		t.Run(name, func(t *testing.T) {
			court := open(t, c, statements)
			heard := make([]claims.Claim, len(statements))
			for i, s := range statements {
				heard[i] = court.hear(s)
			}
			judge := verdict.NewJudge(c, court.found)
			for i, s := range statements {
				got, err := judge.Settle(t.Context(), heard[i])
				if err != nil {
					t.Fatal(err)
				}
				if got.Verdict != s.want || !strings.Contains(got.Reason, s.reason) {
					t.Errorf("%s\n%s: %s\nwant %s: %s", s, got.Verdict, got.Reason, s.want, s.reason)
				}
				if got.Verdict != unverifiable && len(got.Evidence) == 0 {
					t.Errorf("%s\n%s by no row: %s", s, got.Verdict, got.Reason)
				}
			}
		})
	}
}

// everyKindHasAJudge checks that each kind is settled by a judge of its own.
func everyKindHasAJudge(t *testing.T, c *catalog.Catalog) {
	for _, kind := range claims.Kinds() {
		s := statement{title: "Lady Bird", claim: claims.Claim{Kind: kind}}
		court := open(t, c, []statement{s})
		claim := court.hear(s)
		ruling, err := verdict.NewJudge(c, court.found).Settle(t.Context(), claim)
		if err != nil || !slices.Contains(verdict.Verdicts(), ruling.Verdict) || ruling.Reason == "" {
			t.Errorf("%s: %+v, %v", kind, ruling, err)
		}
	}
}

// aSeasonIsPartOfItsSeries checks that what is said of a season does not depend on whether
// its series was read before.
func aSeasonIsPartOfItsSeries(t *testing.T, c *catalog.Catalog) {
	whole := statement{title: "Jessica Jones", claim: none(men)}
	for _, s := range []statement{{title: "Jessica Jones", claim: figure(claims.Every, women, 2)}, {title: "Jessica Jones", person: "Melissa Rosenberg", claim: credit(rolecall.Showrunner, 2)}} {
		court := open(t, c, []statement{whole, s})
		series, season := court.hear(whole), court.hear(s)
		after, alone := verdict.NewJudge(c, court.found), verdict.NewJudge(c, court.found)
		if _, err := after.Settle(t.Context(), series); err != nil {
			t.Fatal(err)
		}
		one, err := after.Settle(t.Context(), season)
		if err != nil {
			t.Fatal(err)
		}
		other, err := alone.Settle(t.Context(), season)
		if err != nil || !reflect.DeepEqual(one, other) {
			t.Errorf("%s\n%+v\n%+v, %v", s, one, other, err)
		}
	}
}

// Two claims have one ruling only if they say the same: no field of a claim but its place
// is left out of what a ruling is remembered by.
func TestRulingsAreRememberedByAllOfAClaim(t *testing.T) {
	place := map[string]bool{"Span": true, "Quote": true, "Sentence": true}
	kind := reflect.TypeFor[claims.Claim]()
	for i := range kind.NumField() {
		f := kind.Field(i)
		if !f.IsExported() || place[f.Name] {
			continue
		}
		var c claims.Claim
		if !change(reflect.ValueOf(&c).Elem().Field(i)) {
			t.Fatalf("how to change %s is not known", f.Name)
		}
		if verdict.KeyOf(c) == verdict.KeyOf(claims.Claim{}) {
			t.Errorf("%s makes no difference", f.Name)
		}
	}
}

// change gives a field another value.
func change(v reflect.Value) bool {
	switch v.Kind() {
	case reflect.Int:
		v.SetInt(7)
	case reflect.Float64:
		v.SetFloat(7)
	case reflect.String:
		v.SetString("other")
	case reflect.Bool:
		v.SetBool(true)
	case reflect.Slice:
		v.Set(reflect.MakeSlice(v.Type(), 1, 1))
		return change(v.Index(0))
	case reflect.Struct:
		return change(v.Field(0))
	default:
		return false
	}
	return true
}
