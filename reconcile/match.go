package reconcile

import (
	"cmp"
	"context"
	"math"
	"slices"
	"strconv"
	"strings"

	"rolecall"
	"rolecall/catalog"
	"rolecall/nameindex"
)

// Result is the candidates for a query, the best first.
type Result struct {
	Result []Candidate `json:"result"`
}

// Candidate is an entity that may be meant.
type Candidate struct {
	ID          string    `json:"id"`
	Name        string    `json:"name"`
	Description string    `json:"description,omitempty"`
	Type        []Type    `json:"type"`
	Score       float64   `json:"score"`
	Features    []Feature `json:"features"`
	Match       bool      `json:"match"`
}

// Feature is a number that a score is made of: "name" is how close the name is, "namesakes"
// how many others bear the very name, and each property 1 where it agrees, 0.5 where it
// differs as sources do, 0 where it speaks against the candidate.
type Feature struct {
	ID    string  `json:"id"`
	Value float64 `json:"value"`
}

// candidate is a candidate while it is weighed.
type candidate struct {
	near   catalog.Near
	title  rolecall.Title
	person rolecall.Person
	// accords are by property; sure says that an identifier found it.
	accords map[string]accord
	sure    bool
	score   float64
}

func (c *candidate) id() string { return cmp.Or(c.title.ID, c.person.ID) }

func (c *candidate) isAgainst() bool {
	for _, a := range c.accords {
		if a == against {
			return true
		}
	}
	return false
}

// isTold reports whether something beside the name tells it from others.
func (c *candidate) isTold() bool {
	for id, a := range c.accords {
		if p, _ := propertyOf(id); a == agrees && p.telling {
			return true
		}
	}
	return false
}

// What is looked at for a query: the bearers of the very name, of which there may be
// hundreds, and those whose names are near.
const (
	mostNamesakes = 100
	mostNear      = 20
)

// Match answers a query.
func Match(ctx context.Context, c *catalog.Catalog, q Query) (Result, error) {
	m := &matching{look: newLook(c), query: q, episode: nameindex.NoEpisode}
	if err := m.run(ctx); err != nil {
		return Result{}, err
	}
	result := Result{Result: []Candidate{}}
	for _, found := range m.found[:min(len(m.found), q.limit)] {
		one, err := m.tell(ctx, found)
		if err != nil {
			return Result{}, err
		}
		result.Result = append(result.Result, one)
	}
	return result, nil
}

// matching is a query while it is answered.
type matching struct {
	*look
	query Query
	found []*candidate
	// namesakes is how many bear the very name.
	namesakes int
	// episode is the one that the text asks for, or nameindex.NoEpisode.
	episode int
}

func (m *matching) run(ctx context.Context) error {
	if identified, err := m.identified(ctx); err != nil || identified || m.query.text == "" {
		return err
	}
	asked := nameindex.Understand(m.query.text)
	if err := m.named(ctx, m.query.text); err != nil {
		return err
	}
	if m.namesakes == 0 && m.mayTake(asked) {
		m.take(asked)
		if err := m.named(ctx, asked.Name); err != nil {
			return err
		}
		if err := m.goOn(ctx); err != nil {
			return err
		}
	}
	if !slices.ContainsFunc(m.found, func(c *candidate) bool { return !c.isAgainst() }) {
		if err := m.nearest(ctx); err != nil {
			return err
		}
	}
	m.rank()
	return nil
}

// rank orders the candidates: a sure one first, then by score; those alike stay as they
// were found, the best known first. Beside a sure one stand those that nothing speaks
// against.
func (m *matching) rank() {
	if slices.ContainsFunc(m.found, func(c *candidate) bool { return c.sure }) {
		m.found = slices.DeleteFunc(m.found, (*candidate).isAgainst)
	}
	slices.SortStableFunc(m.found, func(a, b *candidate) int {
		if a.sure != b.sure {
			if a.sure {
				return -1
			}
			return 1
		}
		return cmp.Compare(b.score, a.score)
	})
}

// take adds what the text says beside the name to what the row says of it.
func (m *matching) take(asked nameindex.Asked) {
	values := make(map[string][]value, len(m.query.values)+2)
	for id, given := range m.query.values {
		values[id] = given
	}
	say := func(property, text string) {
		if len(values[property]) == 0 {
			values[property] = []value{{text: text}}
		}
	}
	if asked.Year != 0 {
		say("year", strconv.Itoa(asked.Year))
	}
	if asked.Country != "" {
		say("country", asked.Country)
	}
	switch {
	case asked.Season != nameindex.NoSeason:
		say("season", strconv.Itoa(asked.Season))
		m.query.extent, m.episode = extent{kinds: []rolecall.Kind{rolecall.Season}}, asked.Episode
	case asked.Kind == nameindex.AskedFilm:
		say("kind", string(rolecall.Film))
	case asked.Kind == nameindex.AskedSeries:
		say("kind", string(rolecall.Series))
	}
	m.query.values = values
}

// mayTake reports whether what the text says beside the name is of what is looked for: the
// season or the episode of a series is not of a column of films.
func (m *matching) mayTake(asked nameindex.Asked) bool {
	kinds := m.query.extent.kinds
	switch {
	case asked.Episode != nameindex.NoEpisode:
		return asked.Season != nameindex.NoSeason && (slices.Contains(kinds, rolecall.Episode) || slices.Contains(kinds, rolecall.Series))
	case asked.Season != nameindex.NoSeason:
		return slices.Contains(kinds, rolecall.Season) || slices.Contains(kinds, rolecall.Series)
	}
	return !asked.Bare()
}

// goOn goes from the seasons found to the episode that the text asks for.
func (m *matching) goOn(ctx context.Context) error {
	if m.episode == nameindex.NoEpisode {
		return nil
	}
	seasons := m.found
	m.found = nil
	for _, c := range seasons {
		if err := m.load(ctx, c); err != nil {
			return err
		}
		episode, err := m.catalog.Episode(ctx, c.title, m.episode)
		if err = ifHeld(err); err != nil || episode.ID == "" {
			if err != nil {
				return err
			}
			continue
		}
		if c.near, err = m.catalog.NearTitle(ctx, episode); err != nil {
			return err
		}
		c.title = episode
		m.found = append(m.found, c)
	}
	return nil
}

// identified finds what the text, or what the row says of identifiers, names by one; it
// reports whether there is anything of it.
func (m *matching) identified(ctx context.Context) (bool, error) {
	texts := []string{}
	if mayIdentify(m.query.text) {
		texts = append(texts, m.query.text)
	}
	for _, scheme := range []rolecall.Scheme{rolecall.IMDbID, rolecall.WikidataID, rolecall.TMDBID} {
		for _, v := range m.query.values[string(scheme)] {
			if mayIdentify(v.text) {
				texts = append(texts, v.text)
			}
		}
	}
	for _, text := range texts {
		if err := m.identify(ctx, text); err != nil {
			return false, err
		}
	}
	return len(m.found) > 0, nil
}

// mayIdentify reports whether a text can be an identifier: most names need not be looked up
// as one.
func mayIdentify(text string) bool {
	return text != "" && !strings.ContainsAny(text, " \t") && strings.ContainsAny(text, "0123456789/-:")
}

func (m *matching) identify(ctx context.Context, text string) error {
	found, err := m.catalog.Identify(ctx, strings.TrimPrefix(text, PersonPrefix))
	if err != nil {
		return ifHeld(err)
	}
	if strings.HasPrefix(text, PersonPrefix) {
		found.Titles = nil
	}
	var all []*candidate
	for _, t := range found.Titles {
		near, err := m.catalog.NearTitle(ctx, t)
		if err != nil {
			return err
		}
		all = append(all, &candidate{near: near, title: t})
	}
	for _, p := range found.People {
		near, err := m.catalog.NearPerson(ctx, p)
		if err != nil {
			return err
		}
		all = append(all, &candidate{near: near, person: p})
	}
	all = slices.DeleteFunc(all, func(c *candidate) bool { return !m.query.extent.has(c.near.IsPerson, c.near.Kind) })
	for _, c := range all {
		if m.holds(c) {
			continue
		}
		if err := m.weigh(ctx, c); err != nil {
			return err
		}
		c.sure = len(all) == 1 && !c.isAgainst() && m.isNamedSo(text, c)
		m.found = append(m.found, c)
	}
	return nil
}

// isNamedSo reports whether an entity that an identifier found is of the name that the row
// says, where it says one: identifiers are mistyped too.
func (m *matching) isNamedSo(identifier string, c *candidate) bool {
	if m.query.text == "" || m.query.text == identifier {
		return true
	}
	for _, name := range []string{c.title.Name, c.title.OriginalName, c.person.Name, c.person.NativeName} {
		if key := nameindex.Key(name); name != "" && nameindex.WithinEdits(key, nameindex.Key(nameindex.Understand(m.query.text).Name), typingErrors) {
			return true
		}
	}
	return false
}

func (m *matching) holds(c *candidate) bool {
	return slices.ContainsFunc(m.found, func(o *candidate) bool { return o.near.Is(c.near) })
}

// named finds the bearers of the very name, and which of them is surely meant.
func (m *matching) named(ctx context.Context, name string) error {
	found, of, err := m.catalog.Namesakes(ctx, name, m.query.extent.nearest(m.year(), mostNamesakes))
	if err != nil {
		return err
	}
	m.namesakes = of
	all, err := m.weighed(ctx, found)
	if err != nil {
		return err
	}
	m.found = append(m.found, all...)
	var fit []*candidate
	for _, c := range all {
		if !c.isAgainst() {
			fit = append(fit, c)
		}
	}
	told := slices.DeleteFunc(slices.Clone(fit), func(c *candidate) bool { return !c.isTold() })
	switch {
	case of > len(all): // the others may fit as well
	case len(told) == 1 && m.isSureOf(told[0], fit):
		told[0].sure = true
	case of == 1 && len(fit) == 1:
		if err := m.load(ctx, fit[0]); err != nil {
			return err
		}
		fit[0].sure = m.isSureByName(name, fit[0])
	}
	return nil
}

// isSureOf reports whether the one candidate that something beside the name speaks for is
// meant: no other of the name accords with as much of what the row says.
func (m *matching) isSureOf(told *candidate, fit []*candidate) bool {
	for _, c := range fit {
		if c != told && c.weight() >= told.weight() {
			return false
		}
	}
	return true
}

// isSureByName reports whether the only bearer of a name is meant. A catalog that was picked
// by hand holds one of many; and a person is more than a name.
func (m *matching) isSureByName(name string, c *candidate) bool {
	return !c.near.IsPerson && !m.catalog.Info().HandPicked && nameindex.Key(name) == nameindex.Key(c.title.Name) &&
		slices.Contains(usualExtent().kinds, c.near.Kind)
}

func (m *matching) year() int {
	for _, v := range m.query.values["year"] {
		if year := yearOf(v.text); year != 0 {
			return year
		}
	}
	return 0
}

// nearest finds those whose names are near.
func (m *matching) nearest(ctx context.Context) error {
	found, err := m.catalog.Nearest(ctx, m.query.text, m.query.extent.nearest(m.year(), mostNear))
	if err != nil {
		return err
	}
	all, err := m.weighed(ctx, found)
	for _, c := range all {
		if !m.holds(c) {
			m.found = append(m.found, c)
		}
	}
	return err
}

// weighed weighs those found, in their order.
func (m *matching) weighed(ctx context.Context, found []catalog.Near) ([]*candidate, error) {
	var all []*candidate
	for _, n := range found {
		c := &candidate{near: n}
		if err := m.weigh(ctx, c); err != nil {
			return nil, err
		}
		all = append(all, c)
	}
	return all, nil
}

// load reads what is held of a candidate: of most that are found nothing need be read.
func (l *look) load(ctx context.Context, c *candidate) error {
	switch {
	case c.id() != "":
		return nil
	case c.near.IsPerson:
		people, err := l.catalog.PeopleFound(ctx, []catalog.Near{c.near})
		if len(people) > 0 {
			c.person = people[0]
		}
		return err
	}
	titles, err := l.catalog.TitlesFound(ctx, []catalog.Near{c.near})
	if len(titles) > 0 {
		c.title = titles[0]
	}
	return err
}

// weigh compares a candidate with what the row says.
func (m *matching) weigh(ctx context.Context, c *candidate) error {
	c.accords = make(map[string]accord, len(m.query.values))
	if year := m.year(); isOfOtherYear(c.near, year) {
		c.accords["year"] = against
	} else if len(m.query.values) > 0 {
		if err := m.compare(ctx, c); err != nil {
			return err
		}
	}
	c.score = 100 * c.near.Closeness * c.weight()
	if !c.isTold() {
		c.score *= weights[silent]
	}
	return nil
}

// isOfOtherYear reports whether the year alone, which the index has, speaks against a film:
// of dozens of one name no more need be known.
func isOfOtherYear(n catalog.Near, year int) bool {
	return n.Kind == rolecall.Film && n.Year != 0 && year != 0 && max(n.Year-year, year-n.Year) > 1
}

func (m *matching) compare(ctx context.Context, c *candidate) error {
	if !c.near.IsPerson {
		if err := m.load(ctx, c); err != nil {
			return err
		}
	}
	for id, values := range m.query.values {
		p, _ := propertyOf(id)
		if p.compare == nil || len(values) == 0 || c.near.IsPerson && !p.ofPeople || !c.near.IsPerson && !p.ofTitles {
			continue
		}
		a, err := p.compare(ctx, m.look, c, values)
		if err != nil {
			return err
		}
		c.accords[id] = a
	}
	return nil
}

// weight is what is left of a score by what the row says.
func (c *candidate) weight() float64 {
	weight := 1.0
	for _, p := range properties { // in this order, as the product would else be another
		if a, compared := c.accords[p.ID]; compared {
			weight *= weights[a]
		}
	}
	return weight
}

// tell makes of a candidate what the client is told.
func (m *matching) tell(ctx context.Context, c *candidate) (Candidate, error) {
	if err := m.load(ctx, c); err != nil {
		return Candidate{}, err
	}
	o := Candidate{ID: c.id(), Name: nameOf(c.title), Type: typesOf(c.near.IsPerson, c.near.Kind), Score: rounded(c.score), Match: c.sure,
		Features: []Feature{{"name", rounded(c.near.Closeness)}}}
	if c.sure { // which is first, by score too
		o.Score = 100
	}
	if m.namesakes > 0 && c.near.Closeness == 1 {
		o.Features = append(o.Features, Feature{"namesakes", float64(m.namesakes - 1)})
	}
	for _, p := range properties {
		if value, spoke := features[c.accords[p.ID]]; spoke {
			o.Features = append(o.Features, Feature{p.ID, value})
		}
	}
	var err error
	if !c.near.IsPerson {
		o.Description, err = describeTitle(ctx, m.catalog, c.title)
		return o, err
	}
	o.Name = c.person.Name
	if o.Description, err = describePerson(ctx, m.catalog, c.person); err != nil {
		return o, err
	}
	o.ID, err = personID(ctx, m.catalog, o.ID)
	return o, err
}

func rounded(score float64) float64 { return math.Round(100*score) / 100 }
