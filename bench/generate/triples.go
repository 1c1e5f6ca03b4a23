package main

import "strconv"

// The beginnings of the addresses in Wikidata's truthy triples.
const (
	property    = " <http://www.wikidata.org/prop/direct/"
	label       = ` <http://www.w3.org/2000/01/rdf-schema#label> "`
	description = ` <http://schema.org/description> "`
	human       = "Q5"
)

// writeTriples writes the same statements as Wikidata's truthy dump, among
// others that an import has to pass over: labels, descriptions, occupations, and
// a film after every few people.
func writeTriples(w *world, o *output) error {
	if err := writeGenderItems(o); err != nil {
		return err
	}
	for person := range w.people.count {
		genders := w.genders(person)
		if len(genders) == 0 {
			continue
		}
		if err := w.writePersonTriples(o, person, genders); err != nil {
			return err
		}
		if person%5 == 0 {
			if err := w.writeFilmTriples(o, person); err != nil {
				return err
			}
		}
	}
	return nil
}

// writeGenderItems writes the labels of the genders, for two languages.
func writeGenderItems(o *output) error {
	written := make(map[string]bool)
	for _, g := range append([]gender{female, male}, otherGenders[:]...) {
		if written[g.item] {
			continue
		}
		written[g.item] = true
		for _, text := range []string{g.label + `"@en .`, g.german + `"@de .`} {
			o.buffer = append(o.buffer, entity+g.item+">"+label+text...)
			if err := o.end(); err != nil {
				return err
			}
		}
	}
	return nil
}

// triple writes one statement about a person; the rest is all after the subject.
func (w *world) triple(o *output, person int, rest ...string) error {
	b := w.appendEntity(o.buffer, person)
	for _, part := range rest {
		b = append(b, part...)
	}
	o.buffer = append(b, " ."...)
	return o.end()
}

func (w *world) writePersonTriples(o *output, person int, genders []gender) error {
	name := escape(w.appendPersonName(nil, person))
	all := [][]string{
		{" <http://www.w3.org/1999/02/22-rdf-syntax-ns#type> <http://wikiba.se/ontology#Item>"},
		{label, name, `"@en`},
		{label, name, `"@de`},
		{` <http://www.w3.org/2004/02/skos/core#prefLabel> "`, name, `"@en`},
		{description, `worker in film and television"@en`},
		{property + "P31> " + entity + human + ">"},
	}
	for _, g := range genders {
		all = append(all, []string{property + "P21> " + entity, g.item, ">"})
	}
	all = append(all,
		[]string{property + `P345> "`, string(w.appendPersonID(nil, person)), `"`},
		[]string{property + "P106> " + entity + "Q33999>"},
		[]string{property + `P569> "`, strconv.Itoa(1930 + person%70), `-01-01T00:00:00Z"^^<http://www.w3.org/2001/XMLSchema#dateTime>`},
	)
	for _, rest := range all {
		if err := w.triple(o, person, rest...); err != nil {
			return err
		}
	}
	return nil
}

// writeFilmTriples writes an item that has an identifier of IMDb and is no
// person. Its number lies between those of people.
func (w *world) writeFilmTriples(o *output, near int) error {
	d := w.about(ofStatement, -1-near)
	subject := entity + "Q" + strconv.Itoa(item(near)+1) + ">"
	id := string(w.appendTitleID(nil, d.below(w.titles.count)))
	for _, rest := range []string{property + "P31> " + entity + "Q11424> .", property + `P345> "` + id + `" .`} {
		o.buffer = append(append(o.buffer, subject...), rest...)
		if err := o.end(); err != nil {
			return err
		}
	}
	return nil
}

// escape writes a text as N-Triples has it between quotes.
func escape(text []byte) string {
	quoted := make([]byte, 0, len(text))
	for _, c := range text {
		if c == '"' || c == '\\' {
			quoted = append(quoted, '\\')
		}
		quoted = append(quoted, c)
	}
	return string(quoted)
}
