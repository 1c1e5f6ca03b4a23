package main

// How many of the main cast a series has, and how many guests come.
var (
	mainCasts   = newWeighted(0, 4, 8, 12, 14, 14, 12, 10, 8, 6, 4, 2)
	guestCounts = newWeighted(32, 18, 14, 10, 8, 6, 4, 3, 2, 1, 1, 1)
	filmCasts   = newWeighted(6, 8, 9, 11, 12, 11, 9, 8, 7, 12, 3, 2, 1, 1)
	selfCounts  = newWeighted(16, 32, 22, 12, 7, 4, 3, 2, 1, 1)
)

// anybody are the trades of those who appear as themselves.
var anybody = []trade{personality, personality, personality, actor, actress, filmDirector, screenwriter, musician}

func (l *castList) addCast(t *title) {
	d := l.world.about(ofCast, t.index)
	d.next() // isCredited
	switch format := l.world.format(t); {
	case format != scripted:
		l.addSelves(t, &d)
	case t.kind == tvEpisode || t.kind == tvSeries || t.kind == tvMiniSeries:
		l.addMainCast(t, &d)
		if t.kind == tvEpisode {
			l.addPlayers(&d, guestCounts.draw(&d))
		}
	default:
		l.addPlayers(&d, filmCasts.draw(&d))
	}
}

// addMainCast bills a series' cast in the same order in every episode, most of
// them each time.
func (l *castList) addMainCast(t *title, d *draw) {
	own := l.world.about(ofSeries, t.of)
	for place := range mainCasts.draw(&own) {
		player, character := own.below(100), own.next()|1
		if t.kind == tvEpisode && d.chance(.12) {
			continue
		}
		c := credit{category: asActor, character: character}
		if player < 43 {
			c.category = asActress
		}
		c.person = l.world.member(t, c.category, place, tradeFor(c.category))
		l.add(c)
	}
}

func (l *castList) addPlayers(d *draw, count int) {
	for range count {
		c := credit{category: asActor}
		if d.chance(.43) {
			c.category = asActress
		}
		c.person = l.world.trades.pick(d, tradeFor(c.category))
		if d.chance(.62) {
			c.character = d.next() | 1
		}
		l.add(c)
	}
}

func tradeFor(c category) trade {
	if c == asActress {
		return actress
	}
	return actor
}

// addSelves adds the hosts of a programme, then its guests.
func (l *castList) addSelves(t *title, d *draw) {
	hosts := 0
	if t.of != t.index {
		own := l.world.about(ofSeries, t.of)
		hosts = own.below(3)
	}
	for place := range hosts {
		l.add(credit{person: l.world.member(t, asSelf, place, personality), category: asSelf, character: asHost})
	}
	for range selfCounts.draw(d) {
		c := credit{category: asSelf, character: asThemselves}
		c.person = l.world.trades.pick(d, anybody[d.below(len(anybody))])
		if d.chance(.2) {
			c.character = asGuest
		}
		l.add(c)
	}
}

// addArchive adds those who are seen or heard in older recordings.
func (l *castList) addArchive(t *title) {
	d := l.world.about(ofCharacter, t.index)
	if !d.chance(.03) {
		return
	}
	for range d.between(1, 4) {
		c := credit{category: asArchiveFootage, character: asThemselves}
		if d.chance(.02) {
			c.category = asArchiveSound
		}
		c.person = l.world.trades.pick(&d, anybody[d.below(len(anybody))])
		l.add(c)
	}
}

// The characters of those who appear as themselves; any other is drawn from.
const (
	asThemselves = 2 * (iota + 1)
	asHost
	asGuest
)

// appendCharacters writes the JSON array of a credit's characters.
func (w *world) appendCharacters(b []byte, character uint64) []byte {
	switch character {
	case 0:
		return append(b, `\N`...)
	case asThemselves:
		return append(b, `["Self"]`...)
	case asHost:
		return append(b, `["Self - Host"]`...)
	case asGuest:
		return append(b, `["Self - Guest"]`...)
	}
	d := draw{character}
	b = append(b, `["`...)
	b = w.words.appendCharacter(b, &d)
	for d.chance(.03) {
		b = append(b, `","`...)
		b = w.words.appendCharacter(b, &d)
	}
	return append(b, `"]`...)
}

var functions = newPhrases(phrase{"Narrator", 20}, phrase{"Doctor", 10}, phrase{"Nurse", 8}, phrase{"Police Officer", 8}, phrase{"Mother", 6}, phrase{"Waiter", 5}, phrase{"Reporter #1", 4}, phrase{"Additional Voices", 4})

// appendCharacter writes a character's name, escaped as JSON asks for.
func (v *vocabulary) appendCharacter(b []byte, d *draw) []byte {
	switch form := d.below(200); {
	case form < 26:
		return append(b, functions.draw(d)...)
	case form < 27:
		b = append(b, v.word(d, 0)...)
		b = append(b, ` \"`...)
		b = append(b, v.word(d, 0)...)
		b = append(b, `\"`...)
	case form < 110:
		b = append(b, v.word(d, 0)...)
	default:
		b = append(b, v.word(d, 0)...)
		b = append(b, ' ')
		b = append(b, v.word(d, scriptWeights.draw(d))...)
	}
	return b
}
