// Command check measures how long an article takes to check and how much memory that
// needs: a plain article of 1,000 words, and texts made to be hard, at sizes up to a
// megabyte.
//
//	go run ./bench/check                         (from the root of the project)
//	go run ./bench/check -catalog imdb.duckdb    the article by that catalog too
//	go run ./bench/check -kinds "brackets,full stops" -cutoff 60s
//
// A server reads what anybody sends it, so that a text may cost no more than its length: the
// exit code is 1 if processor time grows faster than length to the power of 1.25 between
// 64 KB and 1 MB, if memory passes 512 MB, or if the answer is longer than 20 times the
// text and a megabyte. Each measurement is a process of its own, which is ended when it has used the
// processor for longer than the cut-off; larger texts of its kind are then left out.
package main

import (
	"context"
	"errors"
	"flag"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"rolecall/catalog"
	"rolecall/source/starter"
)

// sizes are the lengths of the hard texts, in bytes.
var sizes = []int{1 << 10, 4 << 10, 16 << 10, 64 << 10, 256 << 10, 1 << 20}

var errTooMuch = errors.New("some texts cost too much")

func main() {
	var task task
	other := flag.String("catalog", "", "check the article by this catalog too")
	labelled := flag.String("texts", "bench/claims/dev.jsonl", "labelled texts, of which the article is composed")
	only := flag.String("kinds", "", "only these kinds of hard text (comma between)")
	runs := flag.Int("n", 21, "how often to check the article")
	cutoff := flag.Duration("cutoff", 20*time.Second, "the most of the processor's time that one measurement may take")
	flag.StringVar(&task.Catalog, "measure-by", "", "used by the program itself: measure one text, read from standard input, by this catalog")
	flag.IntVar(&task.Runs, "measure-runs", 1, "used by the program itself: how often")
	flag.Parse()
	ctx := context.Background()
	var err error
	if task.Catalog != "" {
		if err = limitProcessor(*cutoff); err == nil {
			err = task.measure(ctx, os.Stdin, os.Stdout)
		}
	} else {
		err = run(ctx, os.Stdout, *labelled, *other, strings.Split(*only, ","), *runs, *cutoff)
	}
	if err != nil {
		fmt.Fprintln(os.Stderr, "bench/check:", err)
		os.Exit(1)
	}
}

func run(ctx context.Context, out io.Writer, labelled, other string, only []string, runs int, cutoff time.Duration) error {
	texts, err := labelledTexts(labelled)
	if err != nil {
		return err
	}
	dir, err := os.MkdirTemp("", "check")
	if err != nil {
		return err
	}
	defer os.RemoveAll(dir)
	small := filepath.Join(dir, "starter.duckdb")
	if err := catalog.Build(ctx, small, catalog.Recipe{Name: starter.Name, Fill: starter.Fill}); err != nil {
		return err
	}
	article := compose(texts, 1000)
	if err := measureArticle(ctx, out, article, []string{small, other}, runs, cutoff); err != nil {
		return err
	}
	return measureHard(ctx, out, small, only, cutoff)
}

func measureArticle(ctx context.Context, out io.Writer, article string, catalogs []string, runs int, cutoff time.Duration) error {
	fmt.Fprintf(out, "%-28s %8s %8s %11s %8s %8s\n", fmt.Sprintf("article, %d words", len(strings.Fields(article))), "median", "p95", "processor", "memory", "claims")
	for _, path := range catalogs {
		if path == "" {
			continue
		}
		m, err := task{path, runs}.run(ctx, article, cutoff*time.Duration(runs))
		if err != nil {
			return fmt.Errorf("%s: %w", filepath.Base(path), err)
		}
		fmt.Fprintf(out, "%-28s %5.1f ms %5.1f ms %8.1f ms %5d MB %8d\n", filepath.Base(path),
			ms(m.wall(0.5)), ms(m.wall(0.95)), ms(m.Processor), m.Memory>>20, m.Claims)
	}
	return nil
}

func measureHard(ctx context.Context, out io.Writer, path string, only []string, cutoff time.Duration) error {
	fmt.Fprintf(out, "\n%-22s", "processor time in ms")
	for _, size := range sizes {
		fmt.Fprintf(out, " %8s", sizeWords(size))
	}
	fmt.Fprintf(out, " %8s %8s %10s\n", "exponent", "memory", "answer")
	tooMuch := false
	for _, kind := range hardKinds() {
		if only[0] != "" && !slices.Contains(only, kind.name) {
			continue
		}
		fmt.Fprintf(out, "%-22s", kind.name)
		s := series{}
		for _, size := range sizes {
			m, err := task{path, 1}.run(ctx, kind.text(size), cutoff)
			if err != nil {
				s.fault = fmt.Sprintf("%s at %s", err, sizeWords(size))
				break
			}
			fmt.Fprintf(out, " %8.1f", ms(m.Processor))
			s.points = append(s.points, point{size, m})
		}
		fmt.Fprintf(out, "%s %s\n", strings.Repeat("         ", len(sizes)-len(s.points)), s)
		tooMuch = tooMuch || len(s.faults()) > 0
	}
	if tooMuch {
		return errTooMuch
	}
	return nil
}

func ms(d time.Duration) float64 { return float64(d.Microseconds()) / 1000 }

func sizeWords(size int) string {
	if size >= 1<<20 {
		return fmt.Sprintf("%d MB", size>>20)
	}
	return fmt.Sprintf("%d KB", size>>10)
}
