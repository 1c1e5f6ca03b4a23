// Command names measures the name index at any size: how long it takes to build,
// how much memory and disk, and how long searches of several kinds take.
//
// The names are made up, in the proportions of IMDb's: three of four titles are
// episodes, most of them called "Episode #1.4" or by a date, and a few words are
// very common while most are rare.
//
//	go run ./bench/names -titles 12300000 -people 15000000
//	go run ./bench/names -titles 1200000 -people 1500000 -cpuprofile build.prof
package main

import (
	"context"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"syscall"
	"time"

	"rolecall/bench/profile"
	"rolecall/nameindex"
)

func main() {
	var c corpus
	flag.IntVar(&c.titles, "titles", 1_200_000, "how many titles")
	flag.IntVar(&c.people, "people", 1_500_000, "how many people")
	searches := flag.Int("searches", 1000, "how often to search in each way")
	profiled := flag.String("cpuprofile", "", "file for a profile of building and searching")
	keep := flag.String("index", "", "where to keep the index; an index that is there is measured as it is")
	flag.Parse()
	if err := run(&c, *searches, *profiled, *keep); err != nil {
		fmt.Fprintln(os.Stderr, "bench/names:", err)
		os.Exit(1)
	}
}

func run(c *corpus, searches int, profiled, keep string) error {
	if keep == "" {
		folder, err := os.MkdirTemp("", "names")
		if err != nil {
			return err
		}
		defer os.RemoveAll(folder)
		keep = filepath.Join(folder, "names")
	}
	c.prepare()
	stop, err := profile.Start(profiled)
	if err != nil {
		return err
	}
	defer stop()
	if _, err := os.Stat(keep); err != nil {
		if err := build(c, keep); err != nil {
			return err
		}
	}
	start := time.Now()
	x, err := nameindex.Open(keep)
	if err != nil {
		return err
	}
	defer x.Close()
	fmt.Printf("opened in %v: %d entries\n", time.Since(start), x.Len())
	return search(c, x, searches)
}

func build(c *corpus, path string) error {
	start := time.Now()
	for range c.entries() {
	}
	making := time.Since(start)
	before := used()
	start = time.Now()
	if err := nameindex.Build(context.Background(), path, c.entries(), nameindex.Options{Stamp: "bench"}); err != nil {
		return err
	}
	took := time.Since(start)
	after := used()
	info, err := os.Stat(path)
	if err != nil {
		return err
	}
	n := float64(c.titles + c.people)
	fmt.Printf("built in %.1f s of wall time and %.1f s of processor time, %.1f s of it making the names\n",
		took.Seconds(), (after.processor - before.processor).Seconds(), making.Seconds())
	fmt.Printf("%.0f MB: %.1f bytes a name; %d MB of memory at most\n", float64(info.Size())/1e6, float64(info.Size())/n, after.memory>>20)
	return nil
}

type use struct {
	processor time.Duration
	memory    int64 // the largest resident set so far, in bytes
}

func used() use {
	var u syscall.Rusage
	if err := syscall.Getrusage(syscall.RUSAGE_SELF, &u); err != nil {
		return use{}
	}
	return use{time.Duration(u.Utime.Nano() + u.Stime.Nano()), int64(u.Maxrss) << 10}
}
