package main

import (
	"encoding/json"
	"fmt"
	"math/rand/v2"
	"strings"
)

// work is a title with people who made it.
type work struct {
	name             string
	year             int
	series           bool
	directors, stars []string
}

// paper writes articles as papers do about works. What it states is true or not, as it comes:
// what is measured is how fast it is read.
type paper struct{ works []work }

// record is an article as an archive has it.
type record struct {
	Headline string `json:"headline"`
	Outlet   string `json:"outlet"`
	Section  string `json:"section"`
	Author   string `json:"author"`
	Date     string `json:"date"`
	Address  string `json:"url"`
	Text     string `json:"text"`
}

// The shares of an archive, in percent.
const (
	aboutWork  = 50 // an article about a title, with claims and quotations
	inPassing  = 20 // one that names somebody in passing
	french     = 2
	copied     = 12 // an article that another paper had before, edited
	copiedFrom = 500
)

// article is that of a number: always the same of the same archive.
func (p paper) article(n int) record {
	chance := rand.New(rand.NewPCG(uint64(n), 1))
	if n > copiedFrom && chance.IntN(100) < copied {
		return p.edited(n, n-1-chance.IntN(copiedFrom), chance)
	}
	return p.fresh(n, chance)
}

func (p paper) fresh(n int, chance *rand.Rand) record {
	w := p.works[chance.IntN(len(p.works))]
	r := record{
		Outlet: pick(chance, outlets), Section: pick(chance, sections), Author: "By " + pick(chance, reporters),
		Date: fmt.Sprintf("20%02d-%02d-%02d", 15+chance.IntN(6), 1+chance.IntN(12), 1+chance.IntN(28)), Address: fmt.Sprintf("https://example.org/%d", n),
	}
	switch kind := chance.IntN(100); {
	case kind < french:
		r.Headline, r.Text = "Le conseil", strings.Repeat(frenchWords, 8)
	case kind < french+aboutWork:
		r.Headline = fill(chance, pick(chance, headlines), w)
		r.Text = p.story(chance, w)
	case kind < french+aboutWork+inPassing:
		r.Headline = "Notes from " + pick(chance, places)
		r.Text = filler(chance, 12) + "\n\n" + fill(chance, pick(chance, passing), w) + " " + filler(chance, 13)
	default:
		r.Headline, r.Text = "Council meets in "+pick(chance, places), filler(chance, 26)
	}
	return r
}

// story is some 500 words about a work: an opening, claims, quotations, and what fills the
// column.
func (p paper) story(chance *rand.Rand, w work) string {
	var paragraphs []string
	for range 6 {
		var sentences []string
		for range 1 + chance.IntN(2) {
			sentences = append(sentences, fill(chance, pick(chance, claims), w))
		}
		if chance.IntN(3) == 0 {
			sentences = append(sentences, fill(chance, pick(chance, quotes), w))
		}
		paragraphs = append(paragraphs, strings.Join(append(sentences, filler(chance, 2)), " "))
	}
	return strings.Join(paragraphs, "\n\n")
}

// edited is an article as another paper prints it again.
func (p paper) edited(n, of int, chance *rand.Rand) record {
	r := p.fresh(of, rand.New(rand.NewPCG(uint64(of), 1)))
	r.Outlet, r.Address = pick(chance, outlets), fmt.Sprintf("https://example.org/%d", n)
	switch chance.IntN(3) {
	case 0:
		r.Headline = "Exclusive: " + r.Headline
	case 1:
		r.Text = r.Text[:strings.LastIndex(r.Text[:len(r.Text)*9/10], " ")] + "."
	}
	return r
}

func (r record) line() []byte {
	line, err := json.Marshal(r)
	if err != nil {
		panic(err) // a record is nothing but texts
	}
	return append(line, '\n')
}

func pick[T any](chance *rand.Rand, from []T) T { return from[chance.IntN(len(from))] }

// fill puts a work and those who made it into a form of words.
func fill(chance *rand.Rand, form string, w work) string {
	star, director := "Someone Else", "Somebody New"
	if len(w.stars) > 0 {
		star = pick(chance, w.stars)
	}
	if len(w.directors) > 0 {
		director = pick(chance, w.directors)
	}
	kind := "film"
	if w.series {
		kind = "series"
	}
	return strings.NewReplacer("{title}", w.name, "{year}", fmt.Sprint(w.year), "{star}", star, "{director}", director, "{kind}", kind,
		"{season}", []string{"one", "two", "three"}[chance.IntN(3)], "{n}", fmt.Sprint(2+chance.IntN(11)), "{place}", pick(chance, places), "{day}", fmt.Sprintf("March %d, %d", 1+chance.IntN(28), w.year)).Replace(form)
}

// filler is sentences about nothing in particular.
func filler(chance *rand.Rand, sentences int) string {
	all := make([]string, sentences)
	for i := range all {
		all[i] = fmt.Sprintf("%s %s %s %s %s, %s.", pick(chance, subjects), pick(chance, verbs), pick(chance, objects), pick(chance, wheres), pick(chance, whens), pick(chance, tails))
	}
	return strings.Join(all, " ")
}

var (
	outlets   = []string{"The Herald", "Evening Post", "Daily Gazette", "The Observer of Film", "Screen Weekly", "City Courier", "The Record", "Morning Star Ledger"}
	sections  = []string{"film", "tv", "culture", "news", ""}
	reporters = []string{"Ann Lee", "Bob Ray", "Carla Moss and Ann Lee", "Dev Patel Rao", "Erin Wu", "Staff"}
	places    = []string{"London", "Toronto", "Leeds", "Austin", "Cork", "Wellington"}
	headlines = []string{"Who made {title}", "{star} on {title}", "{director} talks about {title}", "Review: “{title}” ({year})"}
	claims    = []string{
		"“{title}” ({year}) was directed by {director}.", "{director} directed {title}.", "{title} stars {star}.", "All episodes of season {season} of {title} were directed by women.",
		"{star} plays the lead in {title}, which first came out in {year}.", "{n} of the directors of {title} were women.", "The {kind} returned on {day}.", "No woman directed {title}.",
		"{director}, who directed {title}, was born in {place}.", "The {n}-episode run of {title} was shown in {year}.", "Women directed {n} percent of films in {year}.", "The {kind} was written by {star}.",
		"It is one of the few {kind}s to be directed by a woman.", "{title} follows a woman who comes home to {place}.",
	}
	quotes = []string{
		"“It was a long winter and we never once wanted to stop,” said {director}.", "“I read it in one night,” {star} told reporters in {place}, “and I said yes in the morning.”",
		"{director} said that all of the crew had worked for less than they were worth.", "“We looked for the people who were right for it,” she said.",
	}
	passing  = []string{"The mayor had seen {title} the night before.", "Among the guests was {star}, who did not stay.", "A poster of {title} by {director} hung on the wall."}
	subjects = []string{"The council", "A spokesman for the town", "Most of the residents", "The owner of the old mill", "A committee of nine", "The report", "Nobody in the hall", "The new bridge", "Her neighbour", "The second half of the plan"}
	verbs    = []string{"talked about", "had paid for", "will look into", "did not mention", "turned down", "has put off", "agreed on", "was short of"}
	objects  = []string{"the budget for roads", "a plan to widen the river", "what it would cost", "the price of milk", "an old agreement", "the second of three offers", "the rent of the hall", "nine new posts"}
	wheres   = []string{"in the town hall", "behind closed doors", "at the edge of the park", "on the other side of the river", "in a letter to all households", "before a full room"}
	whens    = []string{"on Tuesday", "for the third time this year", "late in the evening", "after two hours of debate", "before the summer break"}
	tails    = []string{"and it was not the last time", "although nobody had asked for it", "as the paper had written before", "which came as no surprise", "and then went home", "with eleven votes to four"}
)

const frenchWords = "Le conseil municipal s'est réuni mardi pour discuter du budget des routes, et tout le monde est rentré chez soi de bonne heure parce qu'il n'y avait plus d'argent pour les routes. "
