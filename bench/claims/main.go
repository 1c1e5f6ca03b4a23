// Command claims measures how well claims are found and settled, on labelled texts and
// on cases whose verdict is known.
//
//	go run ./bench/claims                                 all figures
//	go run ./bench/claims -show -file dev3 -kind credit   what goes wrong, on a line each
//	go run ./bench/claims -show -only D001,D002
//	go run ./bench/claims -model-server http://localhost:11434/v1 -model NAME
//	go run ./bench/claims -model-server everything -file cases,verdicts
//
// A find counts as right if it says what a label says: the kind, person, role, gender,
// value, title and season, and whether it affirms or denies (rule.go). Finds and labels
// are paired one to one. A find that says less than a label, or the same again, is
// neither right nor wrong, and a label that no catalog of credits could settle need not
// be found. heldout.jsonl was written before the wordings and fresh.jsonl by somebody who has
// never seen them, and nobody looks at what goes wrong in these, nor in the thirds of press.jsonl
// and dev3.jsonl that are set apart: of those, only the figures are printed.
package main

import (
	"context"
	"flag"
	"fmt"
	"io"
	"os"
	"slices"
	"strings"

	"rolecall/press"
)

// settings are the flags.
type settings struct {
	show, headline, withoutTitles                     bool
	also, verdicts, file, only, kind, catalog, output string
	server, model                                     string
}

const labelled = "../shared/data/claims/"

func main() {
	var s settings
	flag.BoolVar(&s.show, "show", false, "list what is missed, found wrongly and settled wrongly; not of unread texts")
	flag.StringVar(&s.file, "file", "", "only these sets: own, heldout, press, later, cases (the program's own), fresh, verdicts, or names of files without their ending (comma between)")
	flag.StringVar(&s.only, "only", "", "only the texts or cases with these identifiers (comma between); not unread ones")
	flag.StringVar(&s.kind, "kind", "", "with -show, only claims of this kind")
	flag.StringVar(&s.also, "also", labelled+"dev.jsonl,"+labelled+"dev2.jsonl,"+labelled+"sentences.jsonl,"+labelled+"dev3.jsonl", "more labelled texts (comma between); left out where absent")
	flag.StringVar(&s.verdicts, "verdicts", labelled+"verdicts.jsonl", "more cases whose verdict is known; left out where absent")
	flag.StringVar(&s.output, "json", "", "also write the figures to this file")
	flag.StringVar(&s.catalog, "catalog", "", "check by this catalog instead of the starter")
	flag.BoolVar(&s.withoutTitles, "without-titles", false, "check by a catalog that holds nothing, to see what being held is worth")
	flag.BoolVar(&s.headline, "headline", false, "give the headline too, as a page does; finds in it do not count")
	flag.StringVar(&s.server, "model-server", "", "ask a language model too, on the server at this address; \"everything\" is a witness that says all that is false")
	flag.StringVar(&s.model, "model", "", "the model's name on its server")
	flag.Parse()
	if err := run(context.Background(), os.Stdout, s); err != nil {
		fmt.Fprintln(os.Stderr, "claims:", err)
		os.Exit(1)
	}
}

func run(ctx context.Context, out io.Writer, s settings) error {
	sets, err := labelledSets(list(s.also))
	if err != nil {
		return err
	}
	cases, err := caseSets(s.verdicts)
	if err != nil {
		return err
	}
	sets, cases = s.chosen(sets, cases)
	c, err := openCatalog(ctx, s.catalog, s.withoutTitles)
	if err != nil {
		return err
	}
	defer c.Close()
	library, err := asking(press.InCatalog(c), s.server, s.model)
	if err != nil {
		return err
	}
	var answer figures
	var lines []func()
	whole := make(map[string][]*tally)
	for _, set := range sets {
		t, err := s.measure(ctx, out, library, set)
		if err != nil {
			return err
		}
		if !s.show {
			t.print(out, set.name)
		}
		answer.Sets = append(answer.Sets, t.figures(set.name, set.unread))
		lines = append(lines, func() { t.line(out, set.name) })
		file, _, _ := strings.Cut(set.name, "/")
		if whole[file] = append(whole[file], t); len(whole[file]) > 1 {
			lines = append(lines, func() { together(whole[file]...).line(out, file+", whole") })
		}
	}
	for _, of := range cases {
		f, err := s.settle(ctx, out, library, of)
		if err != nil {
			return err
		}
		if !s.show {
			f.print(out, of.name)
		}
		answer.Verdicts = append(answer.Verdicts, namedCases{of.name, of.unread, f})
		lines = append(lines, func() { f.line(out, of.name) })
	}
	fmt.Fprintln(out)
	for _, line := range lines {
		line()
	}
	if s.output != "" {
		return answer.write(s.output)
	}
	return nil
}

// list is what stands between commas.
func list(words string) []string {
	return slices.DeleteFunc(strings.Split(words, ","), func(w string) bool { return w == "" })
}

// chosen are the sets and cases that -file and -only name. Who names a text wants to
// look at it, so that unread ones are not among them.
func (s settings) chosen(sets []set, cases []caseSet) ([]set, []caseSet) {
	ids := list(s.only)
	isLeft := func(name string, unread bool) bool {
		file, _, _ := strings.Cut(name, "/")
		files := list(s.file)
		return (len(files) == 0 || slices.Contains(files, file)) && (len(ids) == 0 || !unread)
	}
	var left []set
	for _, set := range sets {
		if !isLeft(set.name, set.unread) {
			continue
		}
		if len(ids) > 0 {
			set.texts = slices.DeleteFunc(slices.Clone(set.texts), func(t text) bool { return !slices.Contains(ids, t.ID) })
		}
		if len(set.texts) > 0 {
			left = append(left, set)
		}
	}
	var leftCases []caseSet
	for _, set := range cases {
		if !isLeft(set.name, set.unread) {
			continue
		}
		if len(ids) > 0 {
			set.cases = slices.DeleteFunc(slices.Clone(set.cases), func(c verdictCase) bool { return !slices.Contains(ids, c.ID) })
		}
		if len(set.cases) > 0 {
			leftCases = append(leftCases, set)
		}
	}
	return left, leftCases
}
