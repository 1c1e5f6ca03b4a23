package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"time"

	"github.com/spf13/cobra"

	"rolecall/block"
	"rolecall/format"
	"rolecall/phrase"
	"rolecall/press"
	"rolecall/press/verdict"
	"rolecall/render"
)

// checkFlags are the flags of "rolecall check".
type checkFlags struct {
	quotes, text bool
	failOn       string
	published    block.Publication
	model        modelFlags
}

// claimsFailed says that an article has claims of the verdict that --fail-on names.
type claimsFailed struct {
	verdict verdict.Verdict
	number  int
}

func (e *claimsFailed) Error() string {
	return fmt.Sprintf("%s %s %s", phrase.Counted(e.number, "claim", "claims"), phrase.Agree(e.number, "is", "are"), e.verdict)
}

func (a *app) checkCommand() *cobra.Command {
	var flags checkFlags
	command := &cobra.Command{
		Use:   "check FILE|URL|- ...",
		Short: "The claims about credits in an article, and whether they are true",
		Long: `Find what an article states about credits (who directed, wrote or played, how many
of them are women, when it was first shown, how rare that is) and check each claim
by the catalog: supported, contradicted, or unverifiable, with the reason and the
pages it rests on. HTML, plain text and addresses of pages are read; "-" is
standard input. Articles must be in English.

A language model on a server of your own can be asked too: it finds claims in turns of
phrase that Rolecall does not know. Its words must stand in the article, and what it
alone reads is never called contradicted. The article is sent to that server and nowhere
else; where it asks for a key, give that in ROLECALL_MODEL_KEY.`,
		Example: `  rolecall check article.txt
  rolecall check https://example.org/article --quotes
  rolecall check *.txt --fail-on contradicted --format json
  rolecall check content/*.md --format sarif > rolecall.sarif
  rolecall check article.txt --model-server http://localhost:11434/v1 --model NAME
  rolecall check https://example.org/article --format claimreview --publisher "Example News" --address https://example.org/check`,
		Args: func(c *cobra.Command, args []string) error {
			if len(args) == 0 {
				return &usageError{"give an article, for example:\n" + c.Example}
			}
			return nil
		},
		RunE: func(c *cobra.Command, args []string) error { return a.check(c.Context(), c.InOrStdin(), args, flags) },
	}
	command.Flags().BoolVar(&flags.quotes, "quotes", false, "also who is quoted, for how many words, by the speakers' stated gender")
	command.Flags().BoolVar(&flags.text, "text", false, "also the text that places in the answer point into (JSON)")
	command.Flags().StringVar(&flags.failOn, "fail-on", "", "end with exit code 1 if a claim has this verdict: contradicted or unverifiable")
	command.Flags().StringVar(&flags.published.Publisher, "publisher", "", "who publishes the check, for --format claimreview")
	command.Flags().StringVar(&flags.published.Address, "address", "", "the address of the page with the check, for --format claimreview")
	command.Flags().StringVar(&flags.published.Date, "date", "", "the day it is published, as 2018-03-08, for --format claimreview")
	flags.model.add(command.Flags())
	completeWords(command, "fail-on", []verdict.Verdict{verdict.Contradicted, verdict.Unverifiable})
	return command
}

func (a *app) check(ctx context.Context, stdin io.Reader, sources []string, flags checkFlags) error {
	failOn := verdict.Verdict(flags.failOn)
	if failOn != "" && failOn != verdict.Contradicted && failOn != verdict.Unverifiable {
		return &usageError{fmt.Sprintf("--fail-on %s: choose contradicted or unverifiable", flags.failOn)}
	}
	if err := flags.checkPublication(a.format); err != nil {
		return &usageError{err.Error()}
	}
	if err := flags.model.check(); err != nil {
		return &usageError{err.Error()}
	}
	c, err := a.open(ctx)
	if err != nil {
		return err
	}
	defer c.Close()
	library, heard, err := a.asking(press.InCatalog(c), flags.model)
	if err != nil {
		return &usageError{err.Error()}
	}
	answer := render.Check{Text: flags.text, Quotes: flags.quotes, Published: flags.published, Catalog: c.Info()}
	var faults []error
	for _, source := range sources {
		report, err := checkOne(ctx, library, stdin, source)
		if err != nil {
			faults = append(faults, err)
			continue
		}
		answer.Reports = append(answer.Reports, report)
	}
	heard()
	if len(answer.Reports) > 0 {
		if err := a.answer(answer); err != nil {
			return err
		}
	}
	return errors.Join(append(faults, failed(answer.Reports, failOn))...)
}

// checkPublication refuses a format that there is not, and what is said of a publication
// where it is missing, malformed or of no use.
func (flags checkFlags) checkPublication(word string) error {
	f, err := format.Parse(word)
	if err != nil {
		return err
	}
	p := flags.published
	_, isPage := pageAddress(p.Address)
	_, noDay := time.Parse(time.DateOnly, p.Date)
	switch {
	case f.Word != format.ClaimReview.Word && p != block.Publication{}:
		return errors.New("--publisher, --address and --date are for --format " + format.ClaimReview.Word)
	case f.Word != format.ClaimReview.Word:
		return nil
	case p.Publisher == "" || p.Address == "":
		return fmt.Errorf("--format %s names who publishes the check and where: give --publisher NAME and --address URL", f.Word)
	case !isPage:
		return fmt.Errorf("--address %s: give the whole address of a page, as https://example.org/check", p.Address)
	case p.Date != "" && noDay != nil:
		return fmt.Errorf("--date %s: give a day, as 2018-03-08", p.Date)
	}
	return nil
}

// checkOne reads and checks one article.
func checkOne(ctx context.Context, library press.Library, stdin io.Reader, source string) (press.Report, error) {
	a, err := press.Open(ctx, stdin, source)
	if err != nil {
		return press.Report{}, fmt.Errorf("check %s: %w", source, err)
	}
	report, err := press.Check(ctx, library, a)
	if err != nil {
		return press.Report{}, fmt.Errorf("check %s: %w", source, err)
	}
	report.Source = source
	return report, nil
}

// failed is the error of claims that have the verdict asked for, or nil.
func failed(reports []press.Report, failOn verdict.Verdict) error {
	number := 0
	for _, r := range reports {
		for _, c := range r.Claims {
			if failOn != "" && c.Verdict == failOn {
				number++
			}
		}
	}
	if number == 0 {
		return nil
	}
	return &claimsFailed{failOn, number}
}
