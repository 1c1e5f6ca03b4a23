package main

import (
	"compress/gzip"
	"math/rand/v2"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"rolecall/press/syntax/internal/grammar"
)

// treebank is the folder of the treebanks, which are not part of the project.
const treebank = "../../../../shared/data/treebank"

// TestAccuracy: the model in the tree reads sentences it has not learned from at
// least this well.
func TestAccuracy(t *testing.T) {
	if _, err := os.Stat(treebank); err != nil {
		t.Skipf("no treebanks in %s, nothing to measure the model with", treebank)
	}
	packed, err := os.ReadFile("../model/english.zst")
	if err != nil {
		t.Fatal(err)
	}
	reader, err := grammar.Unpack(packed)
	if err != nil {
		t.Fatal(err)
	}
	for file, least := range map[string]float64{"ewt-test.conllu.gz": 94, "gum-test.conllu.gz": 95.5} {
		sentences, err := readTreebank(treebank, file)
		if err != nil {
			t.Fatal(err)
		}
		s := &score{reader: reader}
		random := rand.New(rand.NewPCG(3, 4))
		for _, gold := range sentences {
			s.add(joinNames(gold, random))
		}
		if s.percent() < least {
			t.Errorf("%s: %s, want at least %v", file, s, least)
		}
	}
}

// small is a treebank in little: a hyphen, contractions, a name that is a mention, a
// name of flat parts, curly quotation marks.
const small = `# text = Ava DuVernay’s film wasn’t a first-time “hit”.
1	Ava	_	PROPN	NNP	_	4	nmod:poss	_	Entity=(1-person-2
2	DuVernay	_	PROPN	NNP	_	1	flat	_	Entity=1)
3	’s	_	PART	POS	_	1	case	_	_
4	film	_	NOUN	NN	_	12	nsubj	_	_
5-6	wasn’t	_	_	_	_	_	_	_	_
5	was	_	AUX	VBD	_	12	cop	_	_
6	n’t	_	PART	RB	_	12	advmod	_	_
7	a	_	DET	DT	_	12	det	_	_
8	first	_	ADJ	JJ	_	10	amod	_	_
9	-	_	PUNCT	HYPH	_	8	punct	_	_
10	time	_	NOUN	NN	_	12	compound	_	_
11	“	_	PUNCT	` + "``" + `	_	12	punct	_	_
12	hit	_	NOUN	NN	_	0	root	_	_
13	”	_	PUNCT	''	_	12	punct	_	_
14	.	_	PUNCT	.	_	12	punct	_	_

# text = They've left the University of Lagos.
1-2	They've	_	_	_	_	_	_	_	_
1	They	_	PRON	PRP	_	3	nsubj	_	_
2	've	_	AUX	VBP	_	3	aux	_	_
3	left	_	VERB	VBN	_	0	root	_	_
4	the	_	DET	DT	_	5	det	_	_
5	University	_	PROPN	NNP	_	3	obj	_	Entity=(1-place-1(2-x-3
6	of	_	ADP	IN	_	7	case	_	_
7	Lagos	_	PROPN	NNP	_	5	nmod	_	Entity=(3-place-1)2)1)
8	.	_	PUNCT	.	_	3	punct	_	_

# text = Lagos films co-star two women directed by men.
1	Lagos	_	PROPN	NNP	_	2	compound	_	_
2	films	_	NOUN	NNS	_	3	nsubj	_	_
3	co-star	_	VERB	VBP	_	0	root	_	_
4	two	_	NUM	CD	_	5	nummod	_	_
5	women	_	NOUN	NNS	_	3	obj	_	_
6	directed	_	VERB	VBN	_	5	acl	_	_
7	by	_	ADP	IN	_	8	case	_	_
8	men	_	NOUN	NNS	_	6	obl:agent	_	_
9	.	_	PUNCT	.	_	3	punct	_	_

`

func smallTreebank(t *testing.T) []sentence {
	t.Helper()
	folder := t.TempDir()
	out, err := os.Create(filepath.Join(folder, "small.conllu.gz"))
	if err != nil {
		t.Fatal(err)
	}
	packer := gzip.NewWriter(out)
	if _, err := packer.Write([]byte(small)); err != nil {
		t.Fatal(err)
	}
	packer.Close()
	out.Close()
	sentences, err := readTreebank(folder, "small.conllu.gz")
	if err != nil {
		t.Fatal(err)
	}
	return sentences
}

// written is a sentence as the tests write it: word/tag, relation and head.
func written(s sentence) string {
	var out []string
	for _, w := range s {
		head := "-"
		if w.head != root {
			head = s[w.head].text
		}
		text := w.text
		if w.name {
			text = "[" + strings.TrimSpace(text) + "]"
		}
		out = append(out, text+"/"+w.tag+" "+w.relation+" "+strings.TrimSpace(head))
	}
	return strings.Join(out, "; ")
}

// TestWordsOfTheReader: the treebank is cut as press/english cuts.
func TestWordsOfTheReader(t *testing.T) {
	want := []string{
		`Ava/NNP nmod:poss film; DuVernay/NNP flat Ava; 's/POS case Ava; film/NN nsubj hit; was/VBD cop hit; ` +
			`n't/RB advmod hit; a/DT det hit; first/JJ amod time; time/NN compound hit; "/` + "``" + ` punct hit; hit/NN root -; ` +
			`"/'' punct hit; ./. punct hit`,
		`They/PRP nsubj left; 've/VBP aux left; left/VBN root -; the/DT det University; University/NNP obj left; ` +
			`of/IN case Lagos; Lagos/NNP nmod University; ./. punct left`,
		`Lagos/NNP compound films; films/NNS nsubj star; co/VBP compound star; star/VBP root -; two/CD nummod women; ` +
			`women/NNS obj star; directed/VBN acl women; by/IN case men; men/NNS obl:agent directed; ./. punct star`,
	}
	for i, s := range smallTreebank(t) {
		if got := written(s); got != want[i] {
			t.Errorf("got  %s\nwant %s", got, want[i])
		}
	}
}

// TestJoinNames: what hangs together as a name is one word, and the tree stays.
func TestJoinNames(t *testing.T) {
	want := []string{
		`[Ava DuVernay]/NNP nmod:poss film; 's/POS case Ava DuVernay; film/NN nsubj hit`,
		`They/PRP nsubj left; 've/VBP aux left; left/VBN root -; the/DT det University of Lagos; ` +
			`[University of Lagos]/NNP obj left; ./. punct left`,
		`films/NNS nsubj star`,
	}
	random := rand.New(rand.NewPCG(1, 1))
	for i, s := range smallTreebank(t) {
		if got := written(joinNames(s, random)); !strings.Contains(got, want[i]) {
			t.Errorf("got  %s\nwant %s", got, want[i])
		}
	}
}

// TestInTheTrade: verbs with an object and nouns are replaced, and nothing else.
func TestInTheTrade(t *testing.T) {
	s := smallTreebank(t)[2]
	random := rand.New(rand.NewPCG(1, 1))
	verbs := map[string]bool{}
	for range 100 {
		out, ok := inTheTrade(s, random)
		if !ok || out[0].text != "Lagos" || out[2].text != "co" || out[4].text != "two" {
			t.Fatalf("%v %s", ok, written(out))
		}
		verbs[out[6].text] = true
	}
	if !verbs["shot"] || !verbs["written"] || verbs["wrote"] || s[6].text != "directed" {
		t.Errorf("the participle became %v", verbs)
	}
}

// TestLearning: what was learned from a few sentences reads them again.
func TestLearning(t *testing.T) {
	var tags classes
	var examples []*example
	for _, s := range smallTreebank(t) {
		e := newExample(s, &tags, true)
		e.ahead = e.gold
		examples = append(examples, e)
	}
	packed, err := grammar.Pack(grammar.Learned{
		Tags:   tags.names,
		First:  learnTags(examples, len(tags.names), 10, 1, false).mean(1),
		Second: learnTags(examples, len(tags.names), 10, 1, true).mean(1),
	})
	if err != nil {
		t.Fatal(err)
	}
	reader, err := grammar.Unpack(packed)
	if err != nil {
		t.Fatal(err)
	}
	s := &score{reader: reader}
	for _, gold := range smallTreebank(t) {
		s.add(gold)
	}
	if s.words == 0 || s.tags != s.words {
		t.Errorf("of the sentences that were learned, %s", s)
	}
}
