package main

import (
	"math/rand/v2"
	"runtime"
	"sync"

	"rolecall/press/syntax/internal/grammar"
)

// example is a sentence as the learner sees it.
type example struct {
	forms []grammar.Form
	gold  []uint8 // tags
	ahead []uint8 // tags of a first reading that has not seen the sentence
	part  int     // the fold it is in
}

// classes are the names of what is learned, by number.
type classes struct {
	names  []string
	number map[string]uint8
}

// of numbers a name; a new one gets a number while learning is true.
func (c *classes) of(name string, learning bool) uint8 {
	if n, ok := c.number[name]; ok {
		return n
	}
	if !learning || len(c.names) == grammar.Unknown {
		return grammar.Unknown
	}
	if c.number == nil {
		c.number = map[string]uint8{}
	}
	c.number[name] = uint8(len(c.names))
	c.names = append(c.names, name)
	return c.number[name]
}

func newExample(s sentence, tags *classes, learning bool) *example {
	texts, names := make([]string, len(s)), make([]bool, len(s))
	e := &example{gold: make([]uint8, len(s))}
	for i, w := range s {
		texts[i], names[i] = w.text, w.name
		e.gold[i] = tags.of(w.tag, learning)
	}
	e.forms = grammar.Forms(texts, names)
	return e
}

// learnTags learns one reading: the second where ahead is true, which sees the tags
// ahead of the examples.
func learnTags(examples []*example, classes, rounds int, seed uint64, ahead bool) *perceptron {
	p := newPerceptron()
	random := rand.New(rand.NewPCG(seed, 1))
	order := random.Perm(len(examples))
	scores := make([]int32, classes)
	features := make([]uint32, 0, 64)
	for range rounds {
		random.Shuffle(len(order), func(i, j int) { order[i], order[j] = order[j], order[i] })
		for _, n := range order {
			e := examples[n]
			tags := make([]uint8, len(e.gold))
			for i := range e.gold {
				if e.forms[i].Name {
					tags[i] = e.gold[i]
					continue
				}
				var seen []uint8
				if ahead {
					seen = e.ahead
				}
				features = grammar.TagFeatures(features, e.forms, tags, seen, i)
				clear(scores)
				p.Add(features, scores)
				guess := grammar.Best(scores)
				if right := e.gold[i]; guess != right {
					p.correct(features, right, guess)
				}
				tags[i] = guess
				p.now++
			}
		}
	}
	return p
}

// folds is into how many parts the examples are parted so that each part is tagged by
// a tagger that has not seen it: whoever learns from tags must learn from tags as
// wrong as they will be.
const folds = 3

// outside are the examples that are not in a part.
func outside(examples []*example, part int) []*example {
	var out []*example
	for _, e := range examples {
		if e.part != part {
			out = append(out, e)
		}
	}
	return out
}

// tagAhead gives the examples the tags of first readings that have not seen them.
func tagAhead(examples []*example, t grammar.Tagger, rounds int) {
	inParallel(folds, func(part int) {
		t := t
		t.First = learnTags(outside(examples, part), t.Classes, rounds, uint64(part), false).learned()
		for _, e := range examples {
			if e.part == part {
				e.ahead = t.Read(e.forms)
			}
		}
	})
}

// inParallel runs jobs on as many cores as there are.
func inParallel(jobs int, job func(int)) {
	var group sync.WaitGroup
	free := make(chan struct{}, runtime.GOMAXPROCS(0))
	for i := range jobs {
		free <- struct{}{}
		group.Go(func() {
			job(i)
			<-free
		})
	}
	group.Wait()
}
