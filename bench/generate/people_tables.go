package main

import (
	"math"
	"strconv"
)

// tradeWords are the professions that go with a trade; those who appear as
// themselves have none.
var tradeWords = [...]string{
	actor: "actor", actress: "actress", filmDirector: "director", screenwriter: "writer", filmProducer: "producer",
	filmEditor: "editor", camera: "cinematographer", musician: "composer", design: "production_designer", casting: "casting_director",
	personality: "",
}

var sideProfessions = newPhrases(phrase{"miscellaneous", 20}, phrase{"producer", 16}, phrase{"camera_department", 12}, phrase{"sound_department", 10}, phrase{"art_department", 9}, phrase{"writer", 9}, phrase{"director", 8}, phrase{"soundtrack", 8}, phrase{"music_department", 6}, phrase{"editorial_department", 5}, phrase{"make_up_department", 5}, phrase{"visual_effects", 5}, phrase{"assistant_director", 4}, phrase{"costume_department", 3}, phrase{"stunts", 3}, phrase{"archive_footage", 3}, phrase{"animation_department", 2})

// appendProfessions writes up to three.
func appendProfessions(b []byte, d *draw, t trade) []byte {
	var held [3]string
	list := held[:0]
	if own := tradeWords[t]; own != "" && d.chance(.92) {
		list = append(list, own)
	}
	for range [...]int{0, 0, 0, 1, 1, 2}[d.below(6)] {
		if side := sideProfessions.draw(d); len(list) == 0 || side != list[0] && side != list[len(list)-1] {
			list = append(list, side)
		}
	}
	if len(list) == 0 {
		return append(b, absent...)
	}
	for i, profession := range list {
		if i > 0 {
			b = append(b, ',')
		}
		b = append(b, profession...)
	}
	return b
}

func writeNames(w *world, o *output) error {
	for person := range w.people.inOrder() {
		if w.isMissing(person) {
			continue
		}
		d := w.about(ofPerson, -1-person)
		standing, trade := w.trades.place(person)
		b := append(w.appendPersonID(o.buffer, person), '\t')
		b = w.appendPersonName(b, person)
		birth, death := 0, 0
		// The better known, the more is known.
		if d.chance(.0255 / math.Sqrt(standing+1e-4)) {
			birth = lastYear - 25 - d.skewed(150)
			if birth < 1960 && d.chance(.75) {
				death = min(birth+d.between(40, 95), lastYear)
			}
		}
		b = append(appendPart(appendPart(b, birth), death), '\t')
		b = append(appendProfessions(b, &d, trade), '\t')
		o.buffer = w.appendKnownFor(b, &d)
		if err := o.end(); err != nil {
			return err
		}
	}
	return nil
}

func (w *world) appendPersonName(b []byte, person int) []byte {
	d := w.about(ofName, -1-person)
	return w.words.appendPerson(b, &d)
}

var knownForCounts = newWeighted(11, 44, 14, 8, 23)

func (w *world) appendKnownFor(b []byte, d *draw) []byte {
	count := knownForCounts.draw(d)
	if count == 0 {
		return append(b, absent...)
	}
	for i := range count {
		if i > 0 {
			b = append(b, ',')
		}
		b = w.appendTitleID(b, d.below(w.titles.count))
	}
	return b
}

// gender is a value of Wikidata's property P21.
type gender struct{ item, label, german string }

var (
	female = gender{"Q6581072", "female", "weiblich"}
	male   = gender{"Q6581097", "male", "männlich"}
	// otherGenders are the rarer values, by how often they are stated.
	otherGenders = [...]gender{
		{"Q1052281", "trans woman", "Transfrau"}, {"Q48270", "non-binary", "nichtbinär"}, {"Q48270", "non-binary", "nichtbinär"},
		{"Q2449503", "trans man", "Transmann"}, {"Q18116794", "genderfluid", "genderfluid"}, {"Q505371", "agender", "agender"},
	}
)

// Wikidata has statedFactor × standing^-statedFall of the people of a standing
// with an IMDb identifier: about a twelfth of all, and nearly all of the busiest.
const (
	statedFactor = .0283
	statedFall   = .7
)

// genders are what Wikidata states of a person: mostly nothing, and the more the
// busier they are. Two values are two statements of the same rank.
func (w *world) genders(person int) []gender {
	d := w.about(ofStatement, person)
	standing, trade := w.trades.place(person)
	if !d.chance(statedFactor * math.Pow(standing+1e-9, -statedFall)) {
		return nil
	}
	women := .3
	switch trade {
	case actress:
		women = .9985
	case actor:
		women = .0015
	case filmDirector:
		women = .2
	}
	own := male
	if d.chance(women) {
		own = female
	}
	if d.chance(.003) {
		own = otherGenders[d.below(len(otherGenders))]
	}
	if d.chance(.0004) {
		return []gender{male, female}
	}
	return []gender{own}
}

// item is a person's number in Wikidata.
func item(person int) int { return 100_000 + 8*person }

// entity begins the addresses of Wikidata's items.
const entity = "<http://www.wikidata.org/entity/"

func (w *world) appendEntity(b []byte, person int) []byte {
	b = append(b, entity+"Q"...)
	b = strconv.AppendInt(b, int64(item(person)), 10)
	return append(b, '>')
}

// writeWikidata writes what the query of docs/import-wikidata.md returns of
// people, as TSV: a row for the identifier and one for each gender.
func writeWikidata(w *world, o *output) error {
	for person := range w.people.count {
		genders := w.genders(person)
		if len(genders) == 0 {
			continue
		}
		if err := w.writeResult(o, person, "P345", "", ""); err != nil {
			return err
		}
		for _, g := range genders {
			if err := w.writeResult(o, person, "P21", entity+g.item+">", "<http://wikiba.se/ontology#NormalRank>"); err != nil {
				return err
			}
		}
	}
	return nil
}

func (w *world) writeResult(o *output, person int, property, value, rank string) error {
	b := append(w.appendEntity(o.buffer, person), "\t\""...)
	b = append(w.appendPersonID(b, person), "\"\t\""...)
	b = append(append(b, property...), "\"\t"...)
	b = append(append(b, value...), '\t')
	o.buffer = append(b, rank...)
	return o.end()
}
