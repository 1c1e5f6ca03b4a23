package main

import (
	"fmt"
	"iter"
	"math/rand/v2"
	"strings"

	"rolecall/nameindex"
)

// The kinds of thing.
const (
	film uint8 = iota
	series
	episode
	person
)

// corpus makes names, always the same for the same sizes.
type corpus struct {
	titles, people        int
	given, family, common []string
}

func (c *corpus) prepare() {
	random := rand.New(rand.NewPCG(1, 2))
	all := c.titles + c.people
	c.given = vocabulary(random, 5000+all/200)
	c.family = vocabulary(random, 5000+all/20)
	c.common = append([]string{"The", "of", "the", "and", "a", "in", "Love", "de", "La", "to"}, vocabulary(random, 5000+all/40)...)
}

// vocabulary makes different words of syllables, such that a person's name has
// some 13 letters and a title some 16.
func vocabulary(random *rand.Rand, words int) []string {
	onsets := []string{"b", "br", "c", "ch", "d", "dr", "f", "g", "gr", "h", "j", "k", "kl", "l", "m", "n", "p", "r", "s", "sh", "st", "t", "tr", "v", "w", "y", "z", ""}
	nuclei := []string{"a", "a", "e", "e", "i", "i", "o", "o", "u", "u", "ai", "ea", "é", "ö"}
	codas := []string{"", "", "", "", "n", "r", "s", "l", "m", "ck", "nd"}
	pick := func(from []string) string { return from[random.IntN(len(from))] }
	seen := map[string]bool{}
	made := make([]string, 0, words)
	for len(made) < words {
		var word strings.Builder
		syllables := 1 + random.IntN(2)
		if len(made) > words/10 { // words much used are short
			syllables += random.IntN(2)
		}
		for range syllables {
			word.WriteString(pick(onsets) + pick(nuclei) + pick(codas))
		}
		text := word.String()
		if !seen[text] {
			seen[text] = true
			made = append(made, strings.ToUpper(text[:1])+text[1:])
		}
	}
	return made
}

// power draws a word, the first of the list far more often than the last.
func power(random *rand.Rand, from []string) string {
	u := random.Float64()
	return from[int(u*u*u*u*float64(len(from)))]
}

// entries are all names, numbered from 1 among titles and among people.
func (c *corpus) entries() iter.Seq2[nameindex.Entry, error] {
	return func(yield func(nameindex.Entry, error) bool) {
		random := rand.New(rand.NewPCG(3, 4))
		for i := range c.titles {
			if !yield(c.title(random, uint32(i+1)), nil) {
				return
			}
		}
		for i := range c.people {
			name := power(random, c.given) + " " + power(random, c.family)
			if random.IntN(8) == 0 {
				name = power(random, c.given) + " " + name
			}
			if !yield(nameindex.Entry{Number: uint32(i + 1), Name: name, Kind: person, Weight: weight(random)}, nil) {
				return
			}
		}
	}
}

// weight is what a few have much of and most little.
func weight(random *rand.Rand) uint32 { return uint32(1 / (random.Float64() + 5e-7)) }

// title makes a title; of twelve, nine are episodes.
func (c *corpus) title(random *rand.Rand, number uint32) nameindex.Entry {
	e := nameindex.Entry{Number: number, Weight: weight(random), Year: 2024 - int(70*random.Float64()*random.Float64())}
	switch random.IntN(12) {
	case 0, 1:
		e.Kind = film
	case 2:
		e.Kind = series
	case 3, 4, 5, 6:
		e.Kind, e.Name = episode, fmt.Sprintf("Episode #%d.%d", 1+random.IntN(1+random.IntN(40)), 1+random.IntN(1+random.IntN(300)))
		return e
	case 7:
		e.Kind, e.Name = episode, fmt.Sprintf("Episode dated %d March %d", 1+random.IntN(31), e.Year)
		return e
	default:
		e.Kind = episode
	}
	words := make([]string, 1+random.IntN(3)+random.IntN(3))
	for i := range words {
		words[i] = power(random, c.common)
	}
	e.Name = strings.Join(words, " ")
	return e
}
