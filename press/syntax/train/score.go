package main

import (
	"fmt"

	"rolecall/press/syntax/internal/grammar"
)

// score counts what a model tags right, signs of punctuation left out.
type score struct {
	reader      *grammar.Reader
	words, tags int
}

func (s *score) add(gold sentence) {
	e := newExample(gold, &classes{}, false)
	for i, tag := range s.reader.Tagger.Tag(e.forms) {
		if e.forms[i].Punct {
			continue
		}
		s.words++
		if s.reader.Tags[tag] == gold[i].tag {
			s.tags++
		}
	}
}

// percent is how many of a hundred words are tagged right.
func (s *score) percent() float64 { return 100 * float64(s.tags) / float64(max(s.words, 1)) }

func (s *score) String() string {
	return fmt.Sprintf("%d words, %.2f %% tagged right", s.words, s.percent())
}
