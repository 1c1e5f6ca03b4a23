package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"runtime"
	"strings"

	"golang.org/x/sync/errgroup"

	"rolecall/press"
	"rolecall/press/article"
	"rolecall/press/english"
)

// check reads a text and settles its claims, as the command does with a file.
func check(ctx context.Context, l press.Library, text string) (press.Report, error) {
	a, err := article.Read(strings.NewReader(text))
	if err != nil {
		return press.Report{}, err
	}
	return press.Check(ctx, l, a)
}

// checkAll checks texts side by side. A text that is refused as no English has no
// claims; to refuse it is an error of the program like any other.
func checkAll(ctx context.Context, l press.Library, ids, texts []string) ([]press.Report, error) {
	reports := make([]press.Report, len(texts))
	group, ctx := errgroup.WithContext(ctx)
	group.SetLimit(runtime.GOMAXPROCS(0))
	for i, text := range texts {
		group.Go(func() error {
			var err error
			reports[i], err = check(ctx, l, text)
			if errors.Is(err, article.ErrNotEnglish) || errors.Is(err, article.ErrNoText) {
				fmt.Fprintf(os.Stderr, "claims: %s: refused: %v\n", ids[i], err)
				return nil
			}
			if err != nil {
				return fmt.Errorf("%s: %w", ids[i], err)
			}
			return nil
		})
	}
	return reports, group.Wait()
}

// measure checks the texts of a set, and lists what goes wrong if asked to.
func (s settings) measure(ctx context.Context, out io.Writer, l press.Library, in set) (*tally, error) {
	var ids, texts []string
	for _, t := range in.texts {
		ids, texts = append(ids, t.ID), append(texts, s.heading(t)+t.Text)
	}
	reports, err := checkAll(ctx, l, ids, texts)
	if err != nil {
		return nil, fmt.Errorf("%s: %w", in.name, err)
	}
	sum := newTally()
	for i, t := range in.texts {
		a := assess(t, finds(reports[i], texts[i], len(s.heading(t))))
		sum.add(a)
		sum.causes.add(a, namesOf(reports[i]))
		if s.show && !in.unread {
			a.show(out, s.kind, namesOf(reports[i]))
		}
	}
	return sum, nil
}

// heading is the headline before a text, empty unless asked for.
func (s settings) heading(t text) string {
	if !s.headline || t.Title == "" {
		return ""
	}
	return strings.TrimPrefix(t.Title, "[reworded] ") + "\n\n"
}

// finds are the claims of a report after its first bytes, the heading, at their places in
// the text that was given.
func finds(r press.Report, given string, heading int) []statement {
	var all []statement
	for _, c := range r.Claims {
		find, place, is := found(c), c.Span, true
		if r.Article.Text != given {
			place, is = nearest(given, c.Quote, c.Start)
		}
		if is && place.Start < heading {
			continue
		}
		find.places = nil
		if is {
			find.places = []english.Span{{Start: place.Start - heading, End: place.End - heading}}
		}
		all = append(all, find)
	}
	return all
}

// settle checks cases, and lists those that do not pass if asked to.
func (s settings) settle(ctx context.Context, out io.Writer, l press.Library, of caseSet) (caseFigures, error) {
	var ids, texts []string
	for _, c := range of.cases {
		ids, texts = append(ids, c.ID), append(texts, c.Text)
	}
	reports, err := checkAll(ctx, l, ids, texts)
	if err != nil {
		return caseFigures{}, fmt.Errorf("%s: %w", of.name, err)
	}
	var f caseFigures
	for i, c := range of.cases {
		o := c.judge(reports[i])
		f.add(c, o)
		if s.show && !of.unread && !o.passed && (s.kind == "" || c.Kind == s.kind) {
			o.show(out, c)
		}
	}
	return f, nil
}

// caseSets are the program's own cases, those that nobody of its makers has read, and those of
// a file, none where it is absent.
func caseSets(file string) ([]caseSet, error) {
	own, err := verdictCases(ownCases)
	if err != nil {
		return nil, fmt.Errorf("verdicts.jsonl: %w", err)
	}
	fresh, err := verdictCases(freshCases)
	if err != nil {
		return nil, fmt.Errorf("fresh.jsonl: %w", err)
	}
	sets := []caseSet{{name: "cases", cases: own}, {name: "fresh", unread: true, cases: fresh}}
	content, err := os.ReadFile(file)
	if errors.Is(err, fs.ErrNotExist) {
		return sets, nil
	}
	if err != nil {
		return nil, err
	}
	more, err := verdictCases(content)
	if err != nil {
		return nil, fmt.Errorf("%s: %w", file, err)
	}
	return append(sets, caseSet{name: "verdicts", cases: more}), nil
}

// verdictCases reads cases, a line each.
func verdictCases(lines []byte) ([]verdictCase, error) {
	cases, err := readLines[verdictCase](lines)
	if err != nil {
		return nil, err
	}
	for _, c := range cases {
		if err := c.check(); err != nil {
			return nil, err
		}
	}
	return cases, nil
}
