package render

import (
	"rolecall"
	"rolecall/catalog"
	"rolecall/contract"
	"rolecall/measure"
	"rolecall/phrase/sentence"
)

// Contract is the answer as JSON says it.
func (s Show) Contract() contract.Show {
	l := s.Lineup
	object := contract.Show{
		Title: titleObject(l.Title), Headline: sentence.Headline(l), Roles: []contract.Role{}, Leaves: titleObjects(l.Leaves), Rarity: s.rarityObject(),
		Pages: pageObjects(l.Pages), Catalog: catalogObject(s.Catalog),
	}
	for _, r := range l.Roles {
		object.Roles = append(object.Roles, roleObject(l, r))
	}
	for _, season := range l.Seasons {
		object.Seasons = append(object.Seasons, seasonObject(season))
	}
	return object
}

func episodesObject(p rolecall.PerTitle) contract.Episodes {
	return contract.Episodes{Any: contract.Tally(p.AnyTally()), All: contract.Tally(p.AllTally()), Of: len(p)}
}

func roleObject(l measure.Lineup, r measure.RoleCount) contract.Role {
	o := contract.Role{
		Side: r.Role.Side(), Role: r.Role, Tally: contract.Tally(r.People), Credits: contract.Tally(r.Credits),
		Share: shareObject(r.People.Count(rolecall.Woman)), Episodes: episodesObject(r.PerTitle), People: []contract.Credited{},
	}
	for _, c := range r.Credited {
		o.People = append(o.People, creditedObject(l, c))
	}
	return o
}

func creditedObject(l measure.Lineup, c measure.Credited) contract.Credited {
	o := contract.Credited{
		ID: c.Person.ID, Name: c.Person.Name, Gender: c.Person.Gender, Job: c.Job,
		Characters: orEmpty(c.Characters), Billing: c.Billing, Scope: c.Scope, Sources: orEmpty(c.Citations),
		Titles: []int{}, TitleIDs: []string{},
	}
	for _, i := range c.Leaves {
		o.Titles = append(o.Titles, titleNumber(l, i))
		o.TitleIDs = append(o.TitleIDs, l.Leaves[i].ID)
	}
	return o
}

// titleNumber is an episode's number within a season, or its place in the run of
// a series.
func titleNumber(l measure.Lineup, leaf int) int {
	if t := l.Leaves[leaf]; l.Title.Kind != rolecall.Series && t.Kind == rolecall.Episode {
		return t.Episode
	}
	return leaf + 1
}

func seasonObject(s measure.SeasonCount) contract.Season {
	o := contract.Season{ID: s.Season.ID, Season: s.Season.Season, Year: s.Season.Year, Episodes: s.Season.Episodes, Whole: s.Season.Whole, Roles: []contract.SeasonRole{}}
	for _, role := range rolecall.Roles() {
		if tally, held := s.People[role]; held {
			o.Roles = append(o.Roles, contract.SeasonRole{
				Side: role.Side(), Role: role, Tally: contract.Tally(tally), Episodes: episodesObject(s.PerTitle[role]),
			})
		}
	}
	return o
}

func (s Show) rarityObject() *contract.Rarity {
	switch {
	case s.Unverifiable != nil:
		return &contract.Rarity{Unverifiable: s.Unverifiable.Error()}
	case s.Rarity == nil:
		return nil
	}
	population := populationObject(s.Rarity.Population, s.Rarity.Population.Words(), s.Rarity.Titles)
	object := &contract.Rarity{
		Population: &population, Unit: rolecall.People, Reading: read(s.Reading), Genders: s.Rarity.Genders, Method: methodObject(s.WithMethod, s.Method),
	}
	for _, r := range s.Rarity.Roles {
		object.Roles = append(object.Roles, standingObject(r, s.Reading))
	}
	return object
}

func standingObject(r catalog.Rarity, reading rolecall.Reading) contract.Standing {
	least, most := measure.Percentile(measure.Reach(r, reading))
	return contract.Standing{
		Role: r.Role, Count: contract.Count(r.Count), AtOrAbove: contract.Count(r.AtOrAbove), Credited: r.Credited,
		AsCredited: contract.Count(r.AsCredited), WhereKnown: contract.Count(r.WhereKnown), Within: r.Within,
		Percentile: contract.Percentile{Lower: least.Decimals(), Upper: most.Decimals()},
	}
}
