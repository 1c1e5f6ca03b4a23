// Command report measures what is counted of whole populations, on a catalog of
// yours: "rolecall report", "rolecall rank" and the pass rate of each standard that
// comes with the program, as a person meets them, the whole process from its start to
// its end with the most memory that it took; and what the rarity adds to "rolecall show".
//
//	go run ./bench/report CATALOG            (builds the program first)
//	go run ./bench/report -runs 21 CATALOG
//	go run ./bench/report -only assess CATALOG
package main

import (
	"bytes"
	"context"
	"flag"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"syscall"
	"time"

	"rolecall"
	"rolecall/catalog"
	"rolecall/measure"
	"rolecall/population"
	"rolecall/standard"
)

func main() {
	runs := flag.Int("runs", 11, "how often to run each command")
	only := flag.String("only", "", "the one command to run: population, report, rank, assess or show")
	flag.Parse()
	if flag.NArg() != 1 || *runs < 1 {
		fmt.Fprintln(os.Stderr, "usage: go run ./bench/report [-runs N] [-only COMMAND] CATALOG")
		os.Exit(2)
	}
	if err := run(flag.Arg(0), *runs, *only); err != nil {
		fmt.Fprintln(os.Stderr, "bench/report:", err)
		os.Exit(1)
	}
}

// commands are what is measured as a whole process.
func commands() [][]string {
	all := [][]string{
		{"population", "list"},
		{"report", "--kind", "season", "--by", "year", "--role", "director"},
		{"report", "--kind", "season", "--by", "year"},
		{"report", "--kind", "film", "--top", "250", "--by", "year", "--role", "director,writer,producer,editor,cinematographer"},
		{"report", "--kind", "film", "--by", "genre", "--role", "director,writer"},
		{"report", "--kind", "film", "--by", "year", "--role", "director", "--unit", "people"},
		{"rank", "--kind", "season", "--role", "director", "--min-episodes", "6"},
		{"rank", "--kind", "film", "--role", "director"},
	}
	for _, s := range standard.Shipped() {
		all = append(all, []string{"assess", "--standard", s.ID})
	}
	return all
}

func run(path string, runs int, only string) error {
	dir, err := os.MkdirTemp("", "rolecall-bench")
	if err != nil {
		return err
	}
	defer os.RemoveAll(dir)
	program := filepath.Join(dir, "rolecall")
	if out, err := exec.Command("go", "build", "-o", program, "./cmd/rolecall").CombinedOutput(); err != nil {
		return fmt.Errorf("build the program: %w\n%s", err, out)
	}
	fmt.Printf("%-100s %10s %10s %10s\n", "whole process", "median", "processor", "memory")
	for _, words := range commands() {
		if only != "" && words[0] != only {
			continue
		}
		if err := process(program, append(words, "--catalog", path), runs); err != nil {
			return err
		}
	}
	if only != "" && only != "show" {
		return nil
	}
	return show(program, path, runs)
}

// process measures a command, the first run aside, which warms the file. The memory is
// the most that any run took.
func process(program string, args []string, runs int) error {
	var took, busy []time.Duration
	var memory int64
	for i := range runs + 1 {
		var faults bytes.Buffer
		c := exec.Command(program, args...)
		c.Stderr = &faults
		began := time.Now()
		if err := c.Run(); err != nil {
			return fmt.Errorf("rolecall %v: %w\n%s", args, err, faults.String())
		}
		if i > 0 {
			took = append(took, time.Since(began))
			busy = append(busy, c.ProcessState.UserTime()+c.ProcessState.SystemTime())
		}
		if usage, is := c.ProcessState.SysUsage().(*syscall.Rusage); is {
			memory = max(memory, usage.Maxrss>>10)
		}
	}
	shown := fmt.Sprint(args[:len(args)-2])
	fmt.Printf("%-100s %7.0f ms %7.0f ms %7d MB\n", "rolecall "+shown[1:len(shown)-1], ms(median(took)), ms(median(busy)), memory)
	return nil
}

// show measures "rolecall show" of the season with the largest slate of women, and
// within a process what its rarity takes.
func show(program, path string, runs int) error {
	ctx := context.Background()
	c, err := catalog.Open(ctx, path)
	if err != nil {
		return err
	}
	defer c.Close()
	women := []rolecall.Gender{rolecall.Woman}
	ranking, err := measure.RankingOf(ctx, c, measure.Contest{
		Population: population.Population{Kind: rolecall.Season}, Role: rolecall.Director, Unit: rolecall.People, Genders: women, Most: 1,
	})
	if err != nil {
		return err
	}
	if len(ranking.Rows) == 0 {
		return fmt.Errorf("%s holds no season with a director", path)
	}
	title := ranking.Rows[0].Title
	if err := process(program, []string{"show", title.ID, "--catalog", path}, runs); err != nil {
		return err
	}
	var took []time.Duration
	for range runs {
		began := time.Now()
		if _, err := measure.RarityOf(ctx, c, title, measure.Comparables(title), women); err != nil {
			fmt.Println("rarity:", err)
			return nil
		}
		took = append(took, time.Since(began))
	}
	fmt.Printf("%-100s %7.0f ms\n", "of which rarity, among "+measure.Comparables(title).Words(), ms(median(took)))
	return nil
}

func median(all []time.Duration) time.Duration {
	slices.Sort(all)
	return all[len(all)/2]
}

func ms(d time.Duration) float64 { return float64(d.Microseconds()) / 1000 }
