package claims

import (
	"slices"

	"rolecall"
	"rolecall/press/english"
)

// generic are the words of a sentence that speaks of an industry, a sample or a
// festival and of no one title.
var generic = wordSet("industry television hollywood broadcast networks study report survey festival competition slate nominees nominated academy guild researchers cable streaming platforms studios cannes sundance venice analysis sector cinema films movies shows oscar oscars emmy emmys")

// definite are the words that point back to a title.
var definite = wordSet("series show drama comedy film movie season thriller sitcom it its production picture")

// fillContext fills what the match leaves open from its sentence and those before.
func (r *reader) fillContext(c *Claim, m match) {
	if c.Title == None {
		c.Title = r.titleOf(c, m)
	}
	if len(c.Seasons) == 0 {
		c.Seasons = r.seasonsOf(c, m)
	}
	figure := c.Kind == Every || c.Kind == Count || c.Kind == Share || c.Kind == Compare || c.Kind == Rank
	if figure && c.Role == "" {
		c.Role = r.roleNear(m)
	}
	if figure && c.Gender == "" && (c.Kind == Share || c.Kind == Compare || c.Kind == Rank) {
		c.Gender = r.genderNear(m)
	}
	if figure && c.Year == 0 {
		if item, found := r.nearest(m, english.Year); found {
			c.Year, c.YearTo = item.Years[0], item.Years[1]
		}
	}
}

// nearest is the item of some classes in the sentence that is nearest to a match.
func (r *reader) nearest(m match, classes ...english.Class) (english.Item, bool) {
	best, distance := -1, 1<<30
	for i, item := range r.items {
		if !slices.Contains(classes, item.Class) {
			continue
		}
		d := 0
		switch {
		case i < m.first:
			d = m.first - i
		case i >= m.last:
			d = i - m.last + 2
		}
		if d < distance {
			best, distance = i, d
		}
	}
	if best < 0 {
		return english.Item{}, false
	}
	return r.items[best], true
}

// titleOf is the title that a claim is about: the nearest in its sentence, else the
// one the text speaks of, unless the sentence speaks of no one title.
func (r *reader) titleOf(c *Claim, m match) int {
	figure := c.Kind == Every || c.Kind == Count || c.Kind == Share || c.Kind == Compare
	if figure && (r.namesMany(m) || refersBack(m) && r.at-r.memory.manyAt == 1) {
		return None
	}
	if item, found := r.nearest(m, english.Title); found {
		return item.Name
	}
	if figure && r.isGeneric(m) {
		return None
	}
	return r.memory.topic()
}

// namesMany reports whether the words of a figure themselves speak of an industry or a
// sample: "17 percent of all episodes on television".
func (r *reader) namesMany(m match) bool {
	many := false
	for _, item := range r.items[m.first:m.last] {
		if item.Class == english.Title || item.Class == english.Season {
			return false
		}
		many = many || generic[item.Lower] || item.Class == english.Position || item.Lower == "screen" || item.Lower == "screens"
	}
	return many
}

func (r *reader) isGeneric(m match) bool {
	points := slices.ContainsFunc(r.items, func(i english.Item) bool {
		return definite[i.Lower] && !i.Many || i.Class == english.Season
	})
	for _, item := range r.items {
		if item.Class == english.Position || item.Class == english.Unit && item.Many && item.Of[0] != "episode" && item.Of[0] != "season" || generic[item.Lower] {
			return !points
		}
	}
	return !points && r.at-r.memory.figureAt <= 3 && r.memory.figureTitle == None
}

// titleNear is the title that item i of the sentence speaks of.
func (r *reader) titleNear(i int) int {
	if item, found := r.nearest(match{first: i, last: i + 1}, english.Title); found {
		return item.Name
	}
	return r.memory.topic()
}

// seasonsOf are the seasons that a claim is about: the nearest named in its sentence,
// else those last named, if that was of the same title and not long ago.
func (r *reader) seasonsOf(c *Claim, m match) []int {
	if c.Title == None {
		return nil
	}
	if r.meansAll(m) {
		return nil
	}
	if item, found := r.nearest(m, english.Season); found {
		if len(r.memory.seasons(item)) == 0 {
			c.Unclear = c.Kind != Credit
		}
		if seasons := r.memory.seasons(item); len(seasons) > 0 && r.seasonFits(c) {
			return seasons
		}
		return nil
	}
	if c.Kind == Credit && (c.Role == rolecall.Creator || c.Role == rolecall.ExecutiveProducer) {
		return nil
	}
	if r.memory.seasonTitle == c.Title && r.at-r.memory.seasonAt <= 4 {
		return r.memory.season
	}
	return nil
}

// meansAll reports whether the words of a claim speak of a whole series: "the only
// woman who has ever directed the series".
func (r *reader) meansAll(m match) bool {
	ever, season := false, false
	for _, item := range r.items[m.first:m.last] {
		ever = ever || item.Lower == "ever"
		season = season || item.Class == english.Season
	}
	return ever && !season
}

// seasonFits reports whether the season named in a sentence is of the claim's title.
func (r *reader) seasonFits(c *Claim) bool {
	for i, item := range r.items {
		if item.Class == english.Season {
			return r.titleNear(i) == c.Title || len(r.titlesHere()) < 2
		}
	}
	return true
}

func (r *reader) titlesHere() []int {
	var titles []int
	for _, item := range r.items {
		if item.Class == english.Title && !slices.Contains(titles, item.Name) {
			titles = append(titles, item.Name)
		}
	}
	return titles
}

// roleNear is the role that a figure without one is about: named in its sentence,
// else that of the last figure.
func (r *reader) roleNear(m match) rolecall.Role {
	if item, found := r.nearest(m, english.Did, english.Post, english.Role); found {
		return rolecall.Role(item.Of[0])
	}
	if item, found := r.nearest(m, english.Award); found {
		return rolecall.Role(item.Of[0])
	}
	if r.at-r.memory.figureAt <= 3 {
		return r.memory.role
	}
	return ""
}

func (r *reader) genderNear(m match) rolecall.Gender {
	if item, found := r.nearest(m, english.Gender); found {
		return rolecall.Gender(item.Of[0])
	}
	if r.at-r.memory.figureAt <= 3 && r.memory.gender != "" {
		return r.memory.gender
	}
	if r.at-r.memory.spokenAt <= 2 {
		return r.memory.spoken
	}
	return ""
}
