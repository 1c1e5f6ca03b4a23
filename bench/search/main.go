// Command search measures searches of a catalog, in process: names of the catalog
// itself as people may write them, titles and people fetched.
//
//	go run ./bench/search -catalog imdb.duckdb
//
// It prints the median and the 99th percentile of the time, and for how many the
// title the name was taken from is first, or among the ten that are listed: many
// titles have the same name, so that not all can be.
package main

import (
	"context"
	"database/sql"
	"flag"
	"fmt"
	"math/rand/v2"
	"os"
	"slices"
	"strings"
	"time"

	_ "github.com/duckdb/duckdb-go/v2"

	"rolecall/catalog"
	"rolecall/measure"
)

func main() {
	path := flag.String("catalog", "", "the catalog to search")
	searches := flag.Int("n", 500, "how many searches of each kind")
	flag.Parse()
	if err := run(context.Background(), *path, *searches); err != nil {
		fmt.Fprintln(os.Stderr, "bench/search:", err)
		os.Exit(1)
	}
}

// named is a title and its name.
type named struct{ id, name string }

func run(ctx context.Context, path string, searches int) error {
	if path == "" {
		return fmt.Errorf("name a catalog with -catalog")
	}
	titles, err := sample(ctx, path, searches)
	if err != nil {
		return err
	}
	c, err := catalog.Open(ctx, path)
	if err != nil {
		return err
	}
	defer c.Close()
	random := rand.New(rand.NewPCG(1, 2))
	fmt.Printf("%-24s %10s %10s %10s %10s\n", "search", "median", "p99", "first", "listed")
	for _, kind := range []struct {
		name  string
		write func(string) string
	}{
		{"as written", strings.ToLower},
		{"a letter wrong", func(name string) string { return misspelt(random, name) }},
		{"words turned round", turned},
		{"the first two words", func(name string) string {
			return strings.Join(strings.Fields(name)[:min(2, len(strings.Fields(name)))], " ")
		}},
	} {
		if err := measured(ctx, c, kind.name, titles, kind.write); err != nil {
			return err
		}
	}
	return nil
}

// sample are names of series and films, drawn by a hash of their identifiers.
func sample(ctx context.Context, path string, most int) ([]named, error) {
	db, err := sql.Open("duckdb", path+"?access_mode=READ_ONLY")
	if err != nil {
		return nil, err
	}
	defer db.Close()
	rows, err := db.QueryContext(ctx, `SELECT id, name FROM title WHERE kind IN ('series', 'film') AND votes > 0 ORDER BY hash(id) LIMIT ?`, most)
	if err != nil {
		return nil, err
	}
	defer rows.Close()
	var all []named
	for rows.Next() {
		var n named
		if err := rows.Scan(&n.id, &n.name); err != nil {
			return nil, err
		}
		all = append(all, n)
	}
	return all, rows.Err()
}

func measured(ctx context.Context, c *catalog.Catalog, kind string, titles []named, write func(string) string) error {
	var took []time.Duration
	first, listed := 0, 0
	for _, t := range titles {
		text := write(t.name)
		began := time.Now()
		found, err := measure.Search{Most: 10}.Run(ctx, c, text)
		if err != nil {
			return fmt.Errorf("search for %q: %w", text, err)
		}
		took = append(took, time.Since(began))
		for i, f := range found.Titles {
			if f.ID == t.id {
				listed++
				if i == 0 {
					first++
				}
			}
		}
	}
	slices.Sort(took)
	ms := func(d time.Duration) float64 { return float64(d.Microseconds()) / 1000 }
	fmt.Printf("%-24s %7.1f ms %7.1f ms %9.1f%% %9.1f%%\n", kind, ms(took[len(took)/2]), ms(took[len(took)*99/100]),
		100*float64(first)/float64(len(took)), 100*float64(listed)/float64(len(took)))
	return nil
}

// misspelt changes one letter.
func misspelt(random *rand.Rand, name string) string {
	letters := []rune(strings.ToLower(name))
	if len(letters) > 3 {
		letters[1+random.IntN(len(letters)-2)] = rune('a' + random.IntN(26))
	}
	return string(letters)
}

// turned is the last word before the others.
func turned(name string) string {
	words := strings.Fields(name)
	if last := len(words) - 1; last > 0 {
		return words[last] + " " + strings.Join(words[:last], " ")
	}
	return name
}
