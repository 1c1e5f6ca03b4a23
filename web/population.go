package web

import (
	"cmp"
	"net/http"
	"net/url"
	"slices"
	"strconv"
	"strings"

	"rolecall"
	"rolecall/measure"
	"rolecall/phrase"
	"rolecall/population"
)

// choiceView is one of the answers that a field offers.
type choiceView struct {
	Value, Label string
	Chosen       bool
}

// fieldView is one field of a form: a choice, a line, or room for many lines.
type fieldView struct {
	Name, Label, Value, Placeholder string
	Choices                         []choiceView
	IsNumber, IsLong, IsYesNo       bool
}

// populationView is the fields that say which titles are counted, and whose share.
type populationView struct {
	Fields         []fieldView
	Genders, Units []choiceView
	Readings       []choiceView
	Words          string
}

// shareAsked is whose share of what is asked for.
type shareAsked struct {
	genders []rolecall.Gender
	unit    rolecall.Unit
	reading rolecall.Reading
}

// query reads the fields of a form, the first fault of which it keeps.
type query struct {
	url.Values
	fault error
}

// asksNothing reports whether an address asks for nothing but, perhaps, the catalog that is
// to answer: a page then chooses what it shows.
func asksNothing(r *http.Request) bool {
	q := r.URL.Query()
	q.Del("catalog")
	return len(q) == 0
}

func queryOf(r *http.Request) *query { return &query{Values: r.URL.Query()} }

// parsedOne reads a field with a function, unless it is empty.
func parsedOne[T any](q *query, field string, parse func(string) (T, error)) (value T) {
	text := strings.TrimSpace(q.Get(field))
	if text == "" {
		return value
	}
	value, err := parse(text)
	if err != nil && q.fault == nil {
		q.fault = err
	}
	return value
}

// parsedAll reads each value of a field once.
func parsedAll[T comparable](q *query, field string, parse func(string) (T, error)) (all []T) {
	for _, text := range q.Values[field] {
		for word := range strings.SplitSeq(text, ",") {
			if word = strings.TrimSpace(word); word == "" {
				continue
			}
			one, err := parse(word)
			if err != nil && q.fault == nil {
				q.fault = err
			}
			if err == nil && !slices.Contains(all, one) {
				all = append(all, one)
			}
		}
	}
	return all
}

// population is what the fields say.
func (q *query) population() population.Population {
	p, err := population.FromAddress(q.Values, population.Params())
	if err != nil && q.fault == nil {
		q.fault = err
	}
	return p
}

// reading is what becomes of what is not known.
func (q *query) reading() rolecall.Reading {
	return parsedOne(q, "reading", rolecall.ParseReading)
}

// readingOf is the reading that an address asks for.
func readingOf(r *http.Request) (rolecall.Reading, error) {
	q := queryOf(r)
	reading := q.reading()
	return reading, q.fault
}

// genders are those whose share is asked for, women unless others are.
func (q *query) genders() []rolecall.Gender {
	return measure.OrWomen(parsedAll(q, "gender", rolecall.ParseGender))
}

// unit is what is counted, or the one given.
func (q *query) unit(other rolecall.Unit) rolecall.Unit {
	if unit := parsedOne(q, "unit", rolecall.ParseUnit); unit != "" {
		return unit
	}
	return other
}

// choicesOf are roles to choose from.
func choicesOf(offered, asked []rolecall.Role) []choiceView {
	return phrase.Each(offered, func(role rolecall.Role) choiceView {
		return choiceView{string(role), role.Words(), slices.Contains(asked, role)}
	})
}

// populationFields are the fields with what is chosen in them.
func populationFields(fields []population.Field, p population.Population, share shareAsked) populationView {
	v := populationView{Words: p.Words()}
	for _, field := range fields {
		if field.Form.Label != "" {
			v.Fields = append(v.Fields, fieldOf(field, p))
		}
	}
	for _, g := range rolecall.Genders()[:3] {
		v.Genders = append(v.Genders, choiceView{string(g), phrase.People(g), slices.Contains(share.genders, g)})
	}
	for _, u := range rolecall.Units() {
		v.Units = append(v.Units, choiceView{string(u), unitWords[u], u == share.unit})
	}
	for _, r := range rolecall.Readings() {
		v.Readings = append(v.Readings, choiceView{string(r), readingWords[r], r == cmp.Or(share.reading, rolecall.Bounds)})
	}
	return v
}

// fieldOf is a field of a form with what a population asks in it.
func fieldOf(field population.Field, p population.Population) fieldView {
	separator := ", "
	if field.Form.IsLong {
		separator = "\n"
	}
	values := field.Values(p)
	v := fieldView{
		Name: field.Param(), Label: field.Form.Label, Value: strings.Join(values, separator), Placeholder: field.Form.Placeholder,
		IsNumber: field.Type == population.Number, IsLong: field.Form.IsLong, IsYesNo: field.Type == population.YesNo,
	}
	for _, c := range field.Form.Choices {
		v.Choices = append(v.Choices, choiceView{c.Value, c.Label, c.Value == v.Value})
	}
	return v
}

// comparing are the fields with which others are chosen to compare a title with: all
// but what it says itself, and what cannot be asked of its kind.
func comparing(kind rolecall.Kind) []population.Field {
	fields := population.Without(population.Params(), "kind", "series")
	return slices.DeleteFunc(fields, func(f population.Field) bool { return !f.AskedOf(kind) })
}

// unitWords say what is counted, for people who do not know the units' names.
var unitWords = map[rolecall.Unit]string{
	rolecall.Credits: "credits: people × films or episodes", rolecall.People: "people, each once",
	rolecall.TitlesAny: "films or episodes with at least one", rolecall.TitlesAll: "films or episodes where all are",
}

// readingWords say what becomes of what is not known.
var readingWords = map[rolecall.Reading]string{
	rolecall.Bounds: "counts both ways", rolecall.AsCredited: "is left out where nobody is credited", rolecall.WhereKnown: "is left out altogether",
}

func positive(n int) string {
	if n == 0 {
		return ""
	}
	return strconv.Itoa(n)
}
