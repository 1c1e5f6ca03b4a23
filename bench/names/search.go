package main

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"time"

	"rolecall/nameindex"
)

// way is a way to ask for a thing.
type way struct {
	name  string
	query nameindex.Query
	text  func(*rand.Rand, nameindex.Entry) string
}

var ways = []way{
	{"exact", nameindex.Query{}, func(_ *rand.Rand, e nameindex.Entry) string { return e.Name }},
	{"exact, of its kind and year", nameindex.Query{}, func(_ *rand.Rand, e nameindex.Entry) string { return e.Name }},
	{"one typing error", nameindex.Query{}, func(r *rand.Rand, e nameindex.Entry) string { return edited(r, e.Name) }},
	{"two typing errors", nameindex.Query{}, func(r *rand.Rand, e nameindex.Entry) string { return edited(r, edited(r, e.Name)) }},
	{"words reversed", nameindex.Query{}, func(_ *rand.Rand, e nameindex.Entry) string { return reversed(e.Name) }},
	{"words joined", nameindex.Query{}, func(_ *rand.Rand, e nameindex.Entry) string { return strings.ReplaceAll(e.Name, " ", "") }},
	{"with a year", nameindex.Query{}, func(_ *rand.Rand, e nameindex.Entry) string { return fmt.Sprint(e.Name, " ", max(e.Year, 1950)) }},
	{"common words", nameindex.Query{}, func(r *rand.Rand, e nameindex.Entry) string { return common[r.IntN(len(common))] }},
	{"while typing", nameindex.Query{Unfinished: true}, func(r *rand.Rand, e nameindex.Entry) string { return begun(r, e.Name) }},
	{"while typing, with an error", nameindex.Query{Unfinished: true}, func(r *rand.Rand, e nameindex.Entry) string { return edited(r, begun(r, e.Name)) }},
}

// common are texts that very many names hold, or begin with.
var common = []string{"the", "episode", "e", "a", "t", "the of", "episode 1", "love", "the love", "de la", "episode dated", "th", "ep", "of the and a in", "la", "episod", "1", "2", "march 2004", "teh"}

// search measures each way on names drawn from all. Of those asked for exactly
// or with errors it says how many were among the first twenty.
func search(c *corpus, x *nameindex.Index, searches int) error {
	sample := c.sample(searches)
	fmt.Printf("%-28s %10s %10s %10s %10s\n", "", "median", "p99", "longest", "found")
	for i, w := range ways {
		random := rand.New(rand.NewPCG(5, uint64(i)))
		var times []time.Duration
		held := 0
		for _, e := range sample {
			w.query.Most = 20
			if i == 1 {
				w.query.Kinds, w.query.Year = nameindex.KindsOf(e.Kind), e.Year
			}
			text := w.text(random, e)
			start := time.Now()
			hits, err := x.Find(text, w.query)
			if err != nil {
				return err
			}
			times = append(times, time.Since(start))
			if slices.ContainsFunc(hits, func(h nameindex.Hit) bool { return h.Number == e.Number && h.Kind == e.Kind }) {
				held++
			}
		}
		slices.Sort(times)
		fmt.Printf("%-28s %10v %10v %10v %8.1f %%\n", w.name, round(times[len(times)/2]), round(times[len(times)*99/100]),
			round(times[len(times)-1]), 100*float64(held)/float64(len(times)))
	}
	return nil
}

func round(d time.Duration) time.Duration { return d.Round(10 * time.Microsecond) }

// sample draws names that are neither very short nor those of many episodes.
func (c *corpus) sample(most int) []nameindex.Entry {
	step := max(1, (c.titles+c.people)/(2*most))
	var sample []nameindex.Entry
	i := 0
	for e := range c.entries() {
		if i++; i%step == 0 && len(e.Name) >= 8 && !strings.HasPrefix(e.Name, "Episode") {
			sample = append(sample, e)
		}
	}
	rand.New(rand.NewPCG(7, 8)).Shuffle(len(sample), func(i, j int) { sample[i], sample[j] = sample[j], sample[i] })
	return sample[:min(most, len(sample))]
}

// edited leaves out, puts in, changes or swaps one letter.
func edited(random *rand.Rand, text string) string {
	letters := []rune(text)
	at := random.IntN(len(letters))
	other := rune('a' + random.IntN(26))
	switch random.IntN(4) {
	case 0:
		return string(slices.Delete(letters, at, at+1))
	case 1:
		return string(slices.Insert(letters, at, other))
	case 2:
		letters[at] = other
	default:
		if at > 0 {
			letters[at-1], letters[at] = letters[at], letters[at-1]
		}
	}
	return string(letters)
}

func reversed(text string) string {
	words := strings.Fields(text)
	slices.Reverse(words)
	return strings.Join(words, " ")
}

// begun is a name as far as it is typed.
func begun(random *rand.Rand, text string) string {
	letters := []rune(text)
	return string(letters[:1+random.IntN(len(letters))])
}
