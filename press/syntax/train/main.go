// Train learns the model of press/syntax from a folder with the training, development
// and test parts of the Universal Dependencies treebanks English EWT and GUM, as
// ewt-train.conllu.gz and so on, writes it, and prints how well it reads the parts it
// has not learned from:
//
//	go run ./press/syntax/train -treebank FOLDER -model press/syntax/model/english.zst
//
// A sentence is learned with its names joined, as it is, and some with words of the
// trade in the places of others. The same treebank always gives the same model.
package main

import (
	"flag"
	"fmt"
	"math/rand/v2"
	"os"
	"slices"

	"rolecall/press/syntax/internal/grammar"
)

func main() {
	treebank := flag.String("treebank", "", "folder with {ewt,gum}-{train,dev,test}.conllu.gz")
	model := flag.String("model", "", "file to write")
	flag.Parse()
	if err := train(*treebank, *model); err != nil {
		fmt.Fprintln(os.Stderr, "train:", err)
		os.Exit(1)
	}
}

// tagRounds is how often the taggers see each sentence; more gains nothing.
const tagRounds = 4

// leastRoot is the root below which what was learned is left out: it makes the file
// smaller and costs nothing that can be measured.
const leastRoot = 5

func train(treebank, model string) error {
	var tags classes
	examples, err := trainingExamples(treebank, &tags)
	if err != nil {
		return err
	}
	learned := grammar.Learned{Tags: tags.names}
	t := grammar.Tagger{Classes: len(tags.names), Noun: tags.of("NNP", false)}
	tagAhead(examples, t, tagRounds)
	inParallel(2, func(i int) {
		if i == 0 {
			learned.First = learnTags(examples, t.Classes, tagRounds, folds, false).mean(leastRoot)
		} else {
			learned.Second = learnTags(examples, t.Classes, tagRounds, folds, true).mean(leastRoot)
		}
	})
	packed, err := grammar.Pack(learned)
	if err != nil {
		return err
	}
	if err := os.WriteFile(model, packed, 0o666); err != nil {
		return err
	}
	fmt.Printf("%d examples; %d and %d features; %d bytes\n", len(examples), len(learned.First), len(learned.Second), len(packed))
	return report(treebank, packed)
}

// tradeShare is of how many sentences one is learned with words of the trade as well.
const tradeShare = 2

// trainingExamples are the training parts of both treebanks, each sentence with its
// names joined, and as it is where that differs; some with words of the trade.
func trainingExamples(treebank string, tags *classes) ([]*example, error) {
	random := rand.New(rand.NewPCG(1, 2))
	var examples []*example
	for _, file := range []string{"ewt-train.conllu.gz", "gum-train.conllu.gz"} {
		sentences, err := readTreebank(treebank, file)
		if err != nil {
			return nil, err
		}
		for i, s := range sentences {
			joined := joinNames(s, random)
			variants := []sentence{joined}
			if !sameWords(s, joined) {
				variants = append(variants, s)
			}
			if trade, ok := inTheTrade(joined, random); ok && i%tradeShare == 0 {
				variants = append(variants, trade)
			}
			for _, variant := range variants {
				e := newExample(variant, tags, true)
				e.part = i / 64 % folds
				examples = append(examples, e)
			}
		}
	}
	return examples, nil
}

func sameWords(a, b sentence) bool {
	return slices.EqualFunc(a, b, func(v, w word) bool { return v.text == w.text && v.name == w.name })
}

// report prints how the model reads sentences it has not learned from.
func report(treebank string, packed []byte) error {
	reader, err := grammar.Unpack(packed)
	if err != nil {
		return err
	}
	random := rand.New(rand.NewPCG(3, 4))
	for _, file := range []string{"ewt-dev", "gum-dev", "ewt-test", "gum-test"} {
		sentences, err := readTreebank(treebank, file+".conllu.gz")
		if err != nil {
			return err
		}
		plain, joined := &score{reader: reader}, &score{reader: reader}
		for _, s := range sentences {
			plain.add(s)
			joined.add(joinNames(s, random))
		}
		fmt.Printf("%s: %s\n%s, names joined: %s\n", file, plain, file, joined)
	}
	return nil
}
