package main

import (
	"bufio"
	"compress/gzip"
	"fmt"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"rolecall/press/english"
	"rolecall/press/syntax/internal/grammar"
)

// root is the head of the word that depends on none.
const root = -1

// word is a word of the treebank.
type word struct {
	text     string
	name     bool
	tag      string
	proper   bool // a proper noun in the treebank
	head     int
	relation string
	span     english.Span
	// mention is how many words a mention of one thing has that begins here, and 0
	// where none begins.
	mention int
}

type sentence []word

// readTreebank reads the sentences of a CoNLL-U file, with the words that
// press/english finds in their texts.
func readTreebank(folder, file string) ([]sentence, error) {
	in, err := os.Open(filepath.Join(folder, file))
	if err != nil {
		return nil, err
	}
	defer in.Close()
	unpacked, err := gzip.NewReader(in)
	if err != nil {
		return nil, fmt.Errorf("%s: %w", file, err)
	}
	lines := bufio.NewScanner(unpacked)
	lines.Buffer(nil, 1<<20)
	var sentences []sentence
	var s conllu
	for lines.Scan() {
		if lines.Text() != "" {
			if err := s.line(lines.Text()); err != nil {
				return nil, fmt.Errorf("%s: %w", file, err)
			}
			continue
		}
		if len(s.words) > 0 {
			sentences = append(sentences, s.sentence())
		}
		s = conllu{}
	}
	return sentences, lines.Err()
}

// conllu is a sentence as its file has it.
type conllu struct {
	text  string
	at    int // how far the words reach into the text
	lost  bool
	words sentence
	open  []opened
}

// opened is a mention that has begun.
type opened struct {
	id    string
	start int
}

func (s *conllu) line(line string) error {
	if text, ok := strings.CutPrefix(line, "# text = "); ok {
		s.text = text
	}
	fields := strings.Split(line, "\t")
	if len(fields) != 10 || strings.ContainsAny(fields[0], ".-") {
		return nil
	}
	head, err := strconv.Atoi(fields[6])
	if err != nil {
		return fmt.Errorf("the head of %q: %w", line, err)
	}
	s.words = append(s.words, word{
		text: fields[1], tag: fields[4], proper: fields[3] == "PROPN",
		head: head - 1, relation: fields[7], span: s.place(fields[1]),
	})
	s.mentions(fields[9])
	return nil
}

// place finds a word in the text.
func (s *conllu) place(form string) english.Span {
	rest := strings.TrimLeftFunc(s.text[s.at:], unicode.IsSpace)
	start := len(s.text) - len(rest)
	if !strings.HasPrefix(rest, form) {
		s.lost = true
		return english.Span{Start: start, End: start}
	}
	s.at = start + len(form)
	return english.Span{Start: start, End: s.at}
}

// mentions notes how long the mentions are that end at the last word: the Entity of
// GUM opens one by "(id-…" and closes it by "id)".
func (s *conllu) mentions(misc string) {
	_, entity, found := strings.Cut(misc, "Entity=")
	if !found {
		return
	}
	entity, _, _ = strings.Cut(entity, "|")
	at := len(s.words) - 1
	for entity != "" {
		if entity[0] == '(' {
			end := strings.IndexAny(entity[1:], "()") + 1
			if end == 0 {
				end = len(entity)
			}
			id, _, _ := strings.Cut(entity[1:end], "-")
			s.open = append(s.open, opened{id, at})
			if end < len(entity) && entity[end] == ')' {
				s.close(id, at)
				end++
			}
			entity = entity[end:]
			continue
		}
		id, rest, _ := strings.Cut(entity, ")")
		s.close(id, at)
		entity = rest
	}
}

func (s *conllu) close(id string, at int) {
	for i := len(s.open) - 1; i >= 0; i-- {
		if s.open[i].id == id {
			start := s.open[i].start
			s.words[start].mention = max(s.words[start].mention, at-start+1)
			s.open = append(s.open[:i], s.open[i+1:]...)
			return
		}
	}
}

// sentence is the sentence in the words of press/english, or in those of the file
// where the two cannot be laid beside each other.
func (s *conllu) sentence() sentence {
	if s.lost {
		return s.words
	}
	if aligned, ok := align(s.text, s.words); ok {
		return aligned
	}
	return s.words
}

// align lays the words that press/english finds beside those of the treebank. A
// hyphen of the treebank has no word any more; a word it does not part takes the place
// of the parts, and the last part of a word it parts takes the place of the whole.
func align(text string, words sentence) (sentence, bool) {
	var pieces []word
	for _, t := range english.Tokens(text, english.Span{End: len(text)}) {
		first, rest := grammar.Split(t.Text)
		pieces = append(pieces, word{text: first, span: t.Span})
		if rest != "" {
			pieces = append(pieces, word{text: rest, span: t.Span})
		}
	}
	newPlace := make([]int, len(words))
	oldPlace := make([]int, len(pieces))
	for p, w := 0, 0; p < len(pieces) || w < len(words); {
		p0, w0 := p, w
		for end := -1; ; {
			switch {
			case w < len(words) && (end < 0 || words[w].span.Start < end):
				end = max(end, words[w].span.End)
				w++
				continue
			case p < len(pieces) && (end < 0 || pieces[p].span.Start < end):
				end = max(end, pieces[p].span.End)
				p++
				continue
			}
			break
		}
		if !match(words, pieces, newPlace, oldPlace, w0, w, p0, p) {
			return nil, false
		}
	}
	return transfer(words, pieces, newPlace, oldPlace), true
}

// match pairs the words w0 to w with the pieces p0 to p, which cover the same text.
func match(words sentence, pieces []word, newPlace, oldPlace []int, w0, w, p0, p int) bool {
	switch {
	case p == p0:
		for i := w0; i < w; i++ {
			newPlace[i] = -1
		}
	case w-w0 == p-p0:
		for i := range w - w0 {
			newPlace[w0+i], oldPlace[p0+i] = p0+i, w0+i
		}
	case p-p0 == 1:
		head := w0
		for i := w0; i < w; i++ {
			newPlace[i] = p0
			if words[i].head < w0 || words[i].head >= w {
				head = i
			}
		}
		oldPlace[p0] = head
	case w-w0 == 1:
		newPlace[w0] = p - 1
		for i := p0; i < p-1; i++ {
			oldPlace[i] = -1 - w0
		}
		oldPlace[p-1] = w0
	default:
		return false
	}
	return true
}

// transfer gives the pieces the tags and heads of their words.
func transfer(words sentence, pieces []word, newPlace, oldPlace []int) sentence {
	out := make(sentence, len(pieces))
	for i, piece := range pieces {
		if oldPlace[i] < 0 {
			out[i] = partOf(words[-1-oldPlace[i]], piece)
			out[i].head = newPlace[-1-oldPlace[i]]
			continue
		}
		w := words[oldPlace[i]]
		head := w.head
		for head != root && newPlace[head] < 0 {
			head = words[head].head
		}
		if head != root {
			head = newPlace[head]
		}
		out[i] = word{text: piece.text, tag: w.tag, proper: w.proper, head: head, relation: w.relation, mention: mentionAt(words, newPlace, oldPlace[i])}
	}
	return out
}

func mentionAt(words sentence, newPlace []int, at int) int {
	if words[at].mention == 0 {
		return 0
	}
	last := newPlace[at+words[at].mention-1]
	return max(last-newPlace[at]+1, 0)
}

// partOf is a part, not the last, of a word that press/english parts.
func partOf(w, piece word) word {
	if grammar.IsPunct(piece.text) {
		return word{text: piece.text, tag: ",", relation: "punct"}
	}
	part := word{text: piece.text, tag: w.tag, proper: w.proper, relation: "compound"}
	if r, _ := utf8.DecodeRuneInString(piece.text); unicode.IsDigit(r) {
		part.tag, part.proper, part.relation = "CD", false, "nummod"
	}
	return part
}
