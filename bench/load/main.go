// Command load puts a mixed load on "rolecall serve" over a catalog: pages of titles and
// people drawn from all of it and made anew, searches, suggestions, reports, rankings,
// comparisons, checks of articles, files, the interface. It says how long each kind of
// request takes and what it is answered with, and how much memory the server holds,
// second by second, as a table (memory.csv) and a picture (memory.svg).
//
//	go run ./bench/load -catalog imdb.duckdb -minutes 30 -dir results
//	go run ./bench/load -catalog imdb.duckdb -minutes 1 -only "tool of an assistant"
//
// Each connection asks for the next thing when it has its answer. The exit code is 1 if
// anything but an answer, or a refusal of too many requests, comes back.
package main

import (
	"context"
	"flag"
	"fmt"
	"os"
	"os/signal"
	"runtime"
	"time"
)

type options struct {
	catalog, program, folder, memory, only string
	minutes                                float64
	connections                            int
	seed                                   uint64
}

func main() {
	var o options
	flag.StringVar(&o.catalog, "catalog", "", "the catalog to serve")
	flag.StringVar(&o.program, "program", "", "the program to measure (default this one, built anew)")
	flag.StringVar(&o.memory, "memory", "", "what the server is given as $ROLECALL_MEMORY")
	flag.StringVar(&o.folder, "dir", ".", "where memory.csv and memory.svg are written")
	flag.StringVar(&o.only, "only", "", "ask for this kind of thing alone, by its name in the results")
	flag.Float64Var(&o.minutes, "minutes", 5, "how long")
	flag.IntVar(&o.connections, "connections", 2*runtime.NumCPU(), "how many ask at once; half load is one for each core")
	flag.Uint64Var(&o.seed, "seed", 1, "another seed asks for other things")
	flag.Parse()
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt)
	defer stop()
	wrong, err := run(ctx, o)
	if err != nil {
		fmt.Fprintln(os.Stderr, "bench/load:", err)
		os.Exit(2)
	}
	if wrong > 0 {
		fmt.Printf("%d answers are errors\n", wrong)
		os.Exit(1)
	}
}

func run(ctx context.Context, o options) (wrong int, err error) {
	if o.catalog == "" {
		return 0, fmt.Errorf("name a catalog with -catalog")
	}
	if err := choose(o.only); err != nil {
		return 0, err
	}
	held, err := draw(ctx, o.catalog, o.seed)
	if err != nil {
		return 0, fmt.Errorf("draw titles and people: %w", err)
	}
	s, err := start(ctx, o)
	if err != nil {
		return 0, err
	}
	defer s.stop()
	watched := s.watch()
	ctx, cancel := context.WithTimeout(ctx, time.Duration(o.minutes*float64(time.Minute)))
	defer cancel()
	began := time.Now()
	all := load(ctx, s.address, held, o)
	took := time.Since(began)
	memory := watched()
	if err := memory.write(o.folder); err != nil {
		return 0, err
	}
	wrong = all.print(took)
	cpu := s.stop()
	fmt.Printf("\nserver: ready after %.1f s; memory %d MB when ready, %d MB at most, %d MB at the end; %.0f s of processor\n",
		s.readyAfter.Seconds(), memory.first().resident, memory.peak(), memory.last().resident, cpu.Seconds())
	return wrong, nil
}
