// Command show measures "rolecall show" as a person meets it: the whole process,
// from its start to its end.
//
// It prints medians of wall time and of the largest memory held, for a catalog
// that an earlier run has kept and for the first run on an empty cache, beside
// the time gzip takes to unpack the starter's facts, which anyone can run.
//
//	go run ./bench/show            (builds the program first)
//	go run ./bench/show -runs 101
//	go run ./bench/show -catalog imdb.duckdb    (as many seasons of that catalog)
package main

import (
	"bytes"
	"database/sql"
	"flag"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"syscall"
	"time"

	_ "github.com/duckdb/duckdb-go/v2"
)

func main() {
	runs := flag.Int("runs", 51, "how often to run each command")
	catalog := flag.String("catalog", "", "show seasons of this catalog instead of the starter's")
	flag.Parse()
	if err := measure(*runs, *catalog); err != nil {
		fmt.Fprintln(os.Stderr, "bench/show:", err)
		os.Exit(1)
	}
}

func measure(runs int, catalog string) error {
	dir, err := os.MkdirTemp("", "rolecall-bench")
	if err != nil {
		return err
	}
	defer os.RemoveAll(dir)
	program, packed := filepath.Join(dir, "rolecall"), filepath.Join(dir, "facts.gz")
	if out, err := exec.Command("go", "build", "-o", program, "./cmd/rolecall").CombinedOutput(); err != nil {
		return fmt.Errorf("build the program: %w\n%s", err, out)
	}
	if out, err := exec.Command("sh", "-c", "cat source/starter/facts/*.csv | gzip -9 > "+packed).CombinedOutput(); err != nil {
		return fmt.Errorf("pack the facts: %w\n%s", err, out)
	}
	cache := filepath.Join(dir, "cache")
	show := []string{program, "show", "Jessica Jones", "--season", "2", "--catalog", "starter"}
	fmt.Printf("%-44s %10s %10s %10s\n", "whole process", "median", "p95", "memory")
	gzip, err := series(runs, cache, nil, "gzip", "-dc", packed)
	if err != nil {
		return err
	}
	report("gzip -dc of the starter's facts", gzip, gzip)
	if catalog != "" {
		return measureSeasons(runs, cache, program, catalog, gzip)
	}
	first, err := series(max(runs/5, 5), cache, func() error { return os.RemoveAll(cache) }, show...)
	if err != nil {
		return err
	}
	report("show, first run: builds the starter catalog", first, gzip)
	kept, err := series(runs, cache, nil, show...)
	if err != nil {
		return err
	}
	report("show, catalog kept by an earlier run", kept, gzip)
	return nil
}

// measureSeasons shows seasons of 6 to 26 episodes, drawn by a hash of their
// identifiers.
func measureSeasons(runs int, cache, program, catalog string, gzip []run) error {
	db, err := sql.Open("duckdb", catalog+"?access_mode=READ_ONLY")
	if err != nil {
		return err
	}
	defer db.Close()
	rows, err := db.Query(`SELECT id FROM title JOIN title_size ON title = number
		WHERE kind = 'season' AND title_size.episodes BETWEEN 6 AND 26 ORDER BY hash(id) LIMIT ?`, runs)
	if err != nil {
		return err
	}
	defer rows.Close()
	var shown []run
	for rows.Next() {
		var id string
		if err := rows.Scan(&id); err != nil {
			return err
		}
		one, err := series(1, cache, nil, program, "show", id, "--catalog", catalog)
		if err != nil {
			return err
		}
		shown = append(shown, one...)
	}
	report("show, seasons of "+filepath.Base(catalog), shown, gzip)
	return rows.Err()
}

// run is one run of a command.
type run struct {
	took time.Duration
	// memory is the largest resident set, in KiB.
	memory int64
}

// series runs a command often, each time after prepare.
func series(runs int, cache string, prepare func() error, command ...string) ([]run, error) {
	var all []run
	for range runs {
		if prepare != nil {
			if err := prepare(); err != nil {
				return nil, err
			}
		}
		var faults bytes.Buffer
		c := exec.Command(command[0], command[1:]...)
		c.Env, c.Stderr = append(os.Environ(), "XDG_CACHE_HOME="+cache), &faults
		began := time.Now()
		if err := c.Run(); err != nil {
			return nil, fmt.Errorf("%s: %w\n%s", command[0], err, faults.String())
		}
		r := run{took: time.Since(began)}
		if usage, ok := c.ProcessState.SysUsage().(*syscall.Rusage); ok {
			r.memory = int64(usage.Maxrss)
		}
		all = append(all, r)
	}
	return all, nil
}

func report(what string, runs, beside []run) {
	took := func(r []run) []time.Duration {
		all := make([]time.Duration, len(r))
		for i := range r {
			all[i] = r[i].took
		}
		slices.Sort(all)
		return all
	}
	memory := make([]int64, len(runs))
	for i, r := range runs {
		memory[i] = r.memory
	}
	slices.Sort(memory)
	times, base := took(runs), took(beside)
	median := times[len(times)/2]
	fmt.Printf("%-44s %7.1f ms %7.1f ms %6.0f MiB   %.1f × gzip\n", what,
		ms(median), ms(times[len(times)*95/100]), float64(memory[len(memory)/2])/1024, ms(median)/ms(base[len(base)/2]))
}

func ms(d time.Duration) float64 { return float64(d.Microseconds()) / 1000 }
