// Command generate writes files shaped as IMDb's data sets are, at any scale up
// to 2.5 times the real size, with their proportions, skew and oddities, and
// Wikidata results to match. Imports are measured and tested on them, as the
// real files may not be passed on.
//
//	go run ./bench/generate -scale 0.01 -seed 1 -dir DIR
//	go run ./bench/generate -scale 1 -dir DIR -without akas
//	go run ./bench/generate -scale 0.001 -dir DIR -plain -nt
//
// The same scale and seed give the same bytes. Nothing about real people is in
// the files: names are made of syllables, credits and genders are drawn.
//
// Every row is drawn from a hash of the seed and of what the row is about, so
// that the files agree with each other without any of them being held: the
// series of an episode, the cast of a title and the trade of a person come out
// the same wherever they are asked for. The numbers of rows are those of IMDb's
// data sets of 2026, the distributions plausible ones. One thing is not as in
// the real files: knownForTitles names any titles, as a person's credits cannot
// be found without going through all.
package main

import (
	"flag"
	"fmt"
	"os"
	"strings"
)

func main() {
	var o options
	var without string
	flag.Float64Var(&o.scale, "scale", 0.01, "size, 1 being that of the real data sets")
	flag.Uint64Var(&o.seed, "seed", 1, "another seed gives other files")
	flag.StringVar(&o.folder, "dir", "", "folder to write to, made if need be")
	flag.StringVar(&without, "without", "", "tables to leave out, such as akas,wikidata")
	flag.BoolVar(&o.plain, "plain", false, "do not compress the files")
	flag.BoolVar(&o.triples, "nt", false, "write Wikidata's truthy N-Triples too")
	flag.Parse()
	if without != "" {
		o.without = strings.Split(without, ",")
	}
	if err := generate(o, os.Stderr); err != nil {
		fmt.Fprintln(os.Stderr, "bench/generate:", err)
		os.Exit(1)
	}
}
