package reconcile

import (
	"context"
	"slices"
	"strconv"
	"strings"

	"rolecall"
	"rolecall/nameindex"
)

// What is looked at for a query: the bearers of the very name, of which there may be
// hundreds, and those whose names are near.
const (
	mostNamesakes = 100
	mostNear      = 20
)

// byName finds the bearers of the very name, as the text has it or as it is understood, and
// those whose names are near where nobody of that name can be meant.
func (m *matching) byName(ctx context.Context) error {
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
		return m.nearest(ctx)
	}
	return nil
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
	if len(m.found) > 1 { // one identifier is of another thing than the next
		for _, c := range m.found {
			c.sure = false
		}
	}
	return len(m.found) > 0, nil
}

// mayIdentify reports whether a text can be an identifier: most names need not be looked up
// as one, and a number is a name, "1917".
func mayIdentify(text string) bool {
	return !strings.ContainsAny(text, " \t") && strings.ContainsAny(text, "0123456789/-:") && strings.Trim(text, "0123456789") != ""
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
		if err := m.weigh(ctx, c, m.year()); err != nil {
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

// year is the one that the row says, 0 where it says none or several.
func (m *matching) year() (year int) {
	for _, v := range m.query.values["year"] {
		other := yearOf(v.text)
		if year != 0 && other != year {
			return 0
		}
		year = other
	}
	return year
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
