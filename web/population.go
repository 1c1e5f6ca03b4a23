package web

import (
	"net/http"
	"net/url"
	"slices"
	"strconv"
	"strings"

	"rolecall"
	"rolecall/measure"
	"rolecall/population"
)

// choiceView is one of the answers that a field offers.
type choiceView struct {
	Value, Label string
	Chosen       bool
}

// populationView is the fields that say which titles are counted.
type populationView struct {
	Kinds                             []choiceView
	From, To, Network, Country, Genre string
	MinEpisodes, Top                  string
	Roles, Genders, Units             []choiceView
	Words                             string
}

// query reads the fields of a form, the first fault of which it keeps.
type query struct {
	url.Values
	fault error
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

func plainWord(word string) (string, error) { return word, nil }

// population is what the fields say.
func (q *query) population() population.Population {
	p := population.Population{
		Kind: parsedOne(q, "kind", rolecall.ParseKind), From: parsedOne(q, "from", rolecall.ParseDate), To: parsedOne(q, "to", rolecall.ParseDate),
		Networks: parsedAll(q, "network", plainWord), Countries: parsedAll(q, "country", plainWord), Genres: parsedAll(q, "genre", plainWord),
		Series: parsedAll(q, "series", plainWord), MinEpisodes: parsedOne(q, "min_episodes", strconv.Atoi), Top: parsedOne(q, "top", strconv.Atoi),
	}
	if q.fault == nil {
		q.fault = p.Validate()
	}
	return p
}

// genders are those whose share is asked for, women unless others are.
func (q *query) genders() []rolecall.Gender {
	if all := parsedAll(q, "gender", rolecall.ParseGender); len(all) > 0 {
		return all
	}
	return []rolecall.Gender{rolecall.Woman}
}

// unit is what is counted, or the one given.
func (q *query) unit(other rolecall.Unit) rolecall.Unit {
	if unit := parsedOne(q, "unit", rolecall.ParseUnit); unit != "" {
		return unit
	}
	return other
}

// populationFields are the fields with what is chosen in them.
func populationFields(p population.Population, roles []rolecall.Role, genders []rolecall.Gender, unit rolecall.Unit) populationView {
	v := populationView{
		From: p.From.String(), To: p.To.String(), Network: strings.Join(p.Networks, ", "), Country: strings.Join(p.Countries, ", "),
		Genre: strings.Join(p.Genres, ", "), MinEpisodes: positive(p.MinEpisodes), Top: positive(p.Top), Words: p.Words(),
	}
	v.Kinds = []choiceView{{"", "films and seasons", p.Kind == ""}}
	for _, kind := range []rolecall.Kind{rolecall.Film, rolecall.Season, rolecall.Episode} {
		v.Kinds = append(v.Kinds, choiceView{string(kind), kind.Plural(), p.Kind == kind})
	}
	for _, role := range measure.TalliedRoles() {
		words := "lead"
		if role != rolecall.Lead {
			words = role.Words()
		}
		v.Roles = append(v.Roles, choiceView{string(role), words, slices.Contains(roles, role)})
	}
	for _, g := range rolecall.Genders()[:3] {
		words := g.Plural()
		if g == rolecall.Nonbinary {
			words = "non-binary people"
		}
		v.Genders = append(v.Genders, choiceView{string(g), words, slices.Contains(genders, g)})
	}
	for _, u := range rolecall.Units() {
		v.Units = append(v.Units, choiceView{string(u), unitWords[u], u == unit})
	}
	return v
}

// unitWords say what is counted, for people who do not know the units' names.
var unitWords = map[rolecall.Unit]string{
	rolecall.Credits: "credits: people × films or episodes", rolecall.People: "people, each once",
	rolecall.TitlesAny: "films or episodes with at least one", rolecall.TitlesAll: "films or episodes where all are",
}

func positive(n int) string {
	if n == 0 {
		return ""
	}
	return strconv.Itoa(n)
}
