// Command candidates says which seasons the starter could hold next, and whose gender, once
// stated, makes the most of them whole. Run it in the root of the repository:
//
//	go run ./source/starter/candidates -list ../shared/data/series-2018/credits.csv.gz
//	go run ./source/starter/candidates -list credits.csv -role writers -people 40
//
// The list is CSV, or CSV in gzip, of who is credited on which episode, with the columns
// series, year, episode, role and name, as the study of 2018 has them. It counts in years,
// which are seasons most often and not always. People are matched by name alone: who opens
// the pages sees to it that it is the same person.
package main

import (
	"cmp"
	"flag"
	"fmt"
	"io"
	"os"
	"slices"
	"strings"

	"rolecall/source/starter"
)

type options struct {
	facts, list, role string
	people, seasons   int
}

func main() {
	var o options
	flag.StringVar(&o.facts, "facts", "source/starter/facts", "the folder of facts")
	flag.StringVar(&o.list, "list", "", "who is credited on which episode: CSV, or CSV in gzip")
	flag.StringVar(&o.role, "role", "directors", "whose gender is asked for, by the list's word")
	flag.IntVar(&o.people, "people", 20, "how many people to look up")
	flag.IntVar(&o.seasons, "seasons", 40, "how many seasons to print")
	flag.Parse()
	if err := run(o, os.Stdout); err != nil {
		fmt.Fprintln(os.Stderr, "candidates:", err)
		os.Exit(1)
	}
}

func run(o options, out io.Writer) error {
	facts, err := starter.Read(os.DirFS(o.facts))
	if err != nil {
		return err
	}
	credits, err := readList(o.list)
	if err != nil {
		return err
	}
	seasons := seasonsOf(credits, o.role, heldBy(facts))
	if len(seasons) == 0 {
		return fmt.Errorf("%s has no credit of the role %q: name one with -role", o.list, o.role)
	}
	printSeasons(out, seasons, o)
	printPeople(out, seasons, o)
	return nil
}

func printSeasons(out io.Writer, seasons []*season, o options) {
	var in, whole int
	var left []*season
	for _, s := range seasons {
		switch {
		case s.held:
			in++
		case s.whole():
			whole++
			fallthrough
		default:
			left = append(left, s)
		}
	}
	fmt.Fprintf(out, "%d years of series in the list: %d in the starter; of %d, the gender of all %s is stated.\n", len(seasons), in, whole, o.role)
	slices.SortStableFunc(left, func(a, b *season) int {
		return cmp.Or(cmp.Compare(len(a.unstated), len(b.unstated)), cmp.Compare(a.nobody, b.nobody), cmp.Compare(b.year, a.year))
	})
	fmt.Fprintln(out, "Not in the starter, those that lack least first:")
	for _, s := range left[:min(len(left), o.seasons)] {
		fmt.Fprintf(out, "  %s %d: %d episodes, %d %s", s.series, s.year, len(s.episodes), s.people, o.role)
		if s.nobody > 0 {
			fmt.Fprintf(out, ", none named for %d episodes", s.nobody)
		}
		if len(s.unstated) > 0 {
			fmt.Fprintf(out, "; not stated: %s", strings.Join(s.missing(), ", "))
		}
		fmt.Fprintln(out)
	}
}

func printPeople(out io.Writer, seasons []*season, o options) {
	fmt.Fprintln(out, "To look up, whoever brings most years nearest to whole first (years that are whole with those before):")
	for _, p := range mostCompleting(seasons, o.people) {
		fmt.Fprintf(out, "  %s: in %d that are not whole (%d)\n", p.name, p.in, p.whole)
	}
}
