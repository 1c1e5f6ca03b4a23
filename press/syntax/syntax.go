// Package syntax says of the words of an English sentence which parts of speech they
// are. It has learned that from the Universal Dependencies treebanks English EWT and
// GUM (see model/LICENSE) and knows nothing of films, people or credits.
package syntax

import (
	_ "embed"
	"sync"

	"rolecall/press/syntax/internal/grammar"
)

// Word is a word of a sentence as press/english finds it. A name of several words is
// one Word.
type Word struct {
	Text string
	// Name says that it is known to be a name, of a title or a person: it is a proper
	// noun whatever its letters are.
	Name bool
}

//go:embed model/english.zst
var file []byte

// model is read when somebody first needs it.
var model = sync.OnceValue(func() *grammar.Reader {
	reader, err := grammar.Unpack(file)
	if err != nil {
		panic("press/syntax: " + err.Error())
	}
	return reader
})

// longest is how many words of the grammar are read at once; what is longer is hardly a
// sentence, and is read in pieces.
const longest = 200

// Tag returns the Penn tag of each word: NN, NNS, NNP, VBD, VBN, IN and so on.
func Tag(words []Word) []string {
	if len(words) == 0 {
		return nil
	}
	m := model()
	s := split(words)
	out := make([]string, len(words))
	for start := 0; start < len(s.forms); start += longest {
		end := min(start+longest, len(s.forms))
		for i, tag := range m.Tagger.Tag(s.forms[start:end]) {
			if at := start + i; s.starts(at) {
				out[s.word[at]] = m.Tags[tag]
			}
		}
	}
	return out
}

// parts are the words the grammar has: "they've" is two.
type parts struct {
	forms []grammar.Form
	word  []int // the word a part belongs to
}

func split(words []Word) parts {
	texts, names := make([]string, 0, len(words)), make([]bool, 0, len(words))
	var p parts
	add := func(text string, name bool, word int) {
		texts, names, p.word = append(texts, text), append(names, name), append(p.word, word)
	}
	for i, w := range words {
		first, rest := w.Text, ""
		if !w.Name {
			first, rest = grammar.Split(w.Text)
		}
		add(first, w.Name, i)
		if rest != "" {
			add(rest, false, i)
		}
	}
	p.forms = grammar.Forms(texts, names)
	return p
}

// starts reports whether a part is the first of its word.
func (p parts) starts(part int) bool { return part == 0 || p.word[part-1] != p.word[part] }
