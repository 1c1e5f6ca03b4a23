package main

import (
	"slices"
	"strconv"
)

func (w *world) appendPersonID(b []byte, person int) []byte {
	return appendIdentifier(b, "nm", w.people.number(person))
}

func writePrincipals(w *world, o *output) error {
	list := castList{world: w}
	var id [16]byte
	for t := range w.eachTitle() {
		own := w.appendTitleID(id[:0], t.index)
		for i, c := range list.of(t) {
			b := append(o.buffer, own...)
			b = appendPart(b, i+1)
			b = append(b, '\t')
			b = w.appendPersonID(b, c.person)
			b = append(b, '\t')
			b = append(b, categoryWords[c.category]...)
			b = append(b, '\t')
			if c.job == "" {
				b = append(b, absent...)
			} else {
				b = append(b, c.job...)
			}
			b = append(b, '\t')
			o.buffer = w.appendCharacters(b, c.character)
			if err := o.end(); err != nil {
				return err
			}
		}
	}
	return nil
}

// writeCrew lists the directors and writers that the principals have, each once.
func writeCrew(w *world, o *output) error {
	list := castList{world: w}
	var people []int
	for t := range w.eachTitle() {
		list.credits = list.credits[:0]
		if w.isCredited(t) {
			list.addDirectors(t)
			list.addWriters(t)
		}
		b := w.appendTitleID(o.buffer, t.index)
		for _, category := range []category{asDirector, asWriter} {
			people = people[:0]
			for _, c := range list.credits {
				if c.category == category && !slices.Contains(people, c.person) {
					people = append(people, c.person)
				}
			}
			b = w.appendPeople(append(b, '\t'), people)
		}
		o.buffer = b
		if err := o.end(); err != nil {
			return err
		}
	}
	return nil
}

// appendPeople writes a list of identifiers.
func (w *world) appendPeople(b []byte, people []int) []byte {
	if len(people) == 0 {
		return append(b, absent...)
	}
	for i, person := range people {
		if i > 0 {
			b = append(b, ',')
		}
		b = w.appendPersonID(b, person)
	}
	return b
}

// The other names of titles. Those on display are the title in the languages
// that IMDb is read in.
var (
	displayed = [...]struct{ region, language, episode string }{
		{"DE", absent, "Folge #"}, {"ES", absent, "Episodio #"}, {"FR", absent, "Épisode #"}, {"IN", "hi", "एपिसोड #"},
		{"IT", absent, "Episodio #"}, {"JP", "ja", "エピソード #"}, {"PT", absent, "Episódio #"},
	}
	regions    = newPhrases(phrase{"US", 18}, phrase{"XWW", 12}, phrase{"GB", 9}, phrase{"BR", 6}, phrase{"RU", 6}, phrase{"PL", 5}, phrase{"TR", 5}, phrase{"CA", 5}, phrase{"HU", 4}, phrase{"GR", 4}, phrase{"AR", 4}, phrase{"MX", 4}, phrase{"FI", 3}, phrase{"SE", 3}, phrase{"BG", 3}, phrase{"CN", 3}, phrase{"SUHH", 2}, phrase{"XYU", 1})
	languages  = newPhrases(phrase{absent, 60}, phrase{"en", 28}, phrase{"bg", 3}, phrase{"tr", 3}, phrase{"fr", 3}, phrase{"cmn", 1}, phrase{"sr", 2})
	akaTypes   = newPhrases(phrase{"imdbDisplay", 60}, phrase{"alternative", 12}, phrase{absent, 16}, phrase{"working", 6}, phrase{"video", 2}, phrase{"tv", 2}, phrase{"dvd", 1}, phrase{"festival", 1}, phrase{"alternative\x02video", .3})
	attributes = newPhrases(phrase{absent, 97}, phrase{"literal title", .7}, phrase{"short title", .6}, phrase{"informal title", .5}, phrase{"transliterated title", .6}, phrase{"new title", .4})
	akaCounts  = newWeighted(0, 14, 16, 13, 11, 9, 7, 6, 5, 4, 4, 3, 2, 2, 1, 1, 1, 1)
)

func writeAkas(w *world, o *output) error {
	var name []byte
	for t := range w.eachTitle() {
		name = w.appendTitleName(name[:0], t, 0)
		d := w.about(ofAkas, t.index)
		if err := w.writeAka(o, t, 1, name, absent, absent, "original", absent, '1'); err != nil {
			return err
		}
		further := akaCounts.draw(&d)
		if t.kind == tvEpisode {
			further = [...]int{0, 1, len(displayed)}[episodeAkas.draw(&d)]
		}
		if err := w.writeFurtherAkas(o, t, &d, further, name); err != nil {
			return err
		}
	}
	return nil
}

// episodeAkas weighs episodes that have one name, two, or one in each language
// displayed.
var episodeAkas = newWeighted(20, 45, 35)

func (w *world) writeFurtherAkas(o *output, t *title, d *draw, count int, name []byte) error {
	var other []byte
	for i := range count {
		other = append(other[:0], name...)
		region, language, form := regions.draw(d), languages.draw(d), akaTypes.draw(d)
		switch {
		case t.kind == tvEpisode && count == len(displayed):
			at := displayed[i]
			region, language, form = at.region, at.language, "imdbDisplay"
			other = strconv.AppendInt(append(strconv.AppendInt(append(other[:0], at.episode...), int64(max(t.season, 1)), 10), '.'), int64(t.number), 10)
		case d.chance(.6):
			other = w.words.appendTitle(other[:0], d, scriptWeights.draw(d))
		}
		if err := w.writeAka(o, t, i+2, other, region, language, form, attributes.draw(d), '0'); err != nil {
			return err
		}
	}
	return nil
}

func (w *world) writeAka(o *output, t *title, ordering int, name []byte, region, language, types, attributes string, original byte) error {
	b := w.appendTitleID(o.buffer, t.index)
	b = append(appendPart(b, ordering), '\t')
	b = append(b, name...)
	for _, text := range []string{region, language, types, attributes} {
		b = append(b, '\t')
		b = append(b, text...)
	}
	o.buffer = append(b, '\t', original)
	return o.end()
}
