// Command search measures searches of a catalog, in process, as the server asks them:
// names of the catalog itself as people may write them, titles and people fetched and
// told apart.
//
//	go run ./bench/search -catalog imdb.duckdb
//	go run ./bench/search -catalog imdb.duckdb -n 200 -cpuprofile search.prof
//
// It prints the median, the 99th percentile and the longest time, and for how many what
// the name was taken from is first, or among those that are listed: many titles have the
// same name, so that not all can be.
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

	"rolecall"
	"rolecall/bench/profile"
	"rolecall/catalog"
	"rolecall/measure"
)

func main() {
	path := flag.String("catalog", "", "the catalog to search")
	searches := flag.Int("n", 500, "how many searches of each kind")
	most := flag.Int("most", 20, "how many titles and how many people a search lists")
	profiled := flag.String("cpuprofile", "", "file for a profile of the searches")
	flag.Parse()
	if err := run(context.Background(), *path, *profiled, *searches, *most); err != nil {
		fmt.Fprintln(os.Stderr, "bench/search:", err)
		os.Exit(1)
	}
}

// named is a title or a person, and the name.
type named struct{ id, name string }

func run(ctx context.Context, path, profiled string, searches, most int) error {
	if path == "" {
		return fmt.Errorf("name a catalog with -catalog")
	}
	titles, err := sample(ctx, path, `title WHERE kind IN ('series', 'film') AND votes > 0`, searches)
	if err != nil {
		return err
	}
	people, err := sample(ctx, path, `person WHERE name <> id`, searches)
	if err != nil {
		return err
	}
	c, err := catalog.Open(ctx, path)
	if err != nil {
		return err
	}
	defer c.Close()
	if err := c.Prepare(ctx); err != nil { // as the server does before it answers
		return err
	}
	stop, err := profile.Start(profiled)
	if err != nil {
		return err
	}
	defer stop()
	random := rand.New(rand.NewPCG(1, 2))
	fmt.Printf("%-24s %10s %10s %10s %10s %10s\n", "search", "median", "p99", "longest", "first", "listed")
	for _, kind := range []struct {
		name  string
		of    []named
		write func(string) string
	}{
		{"as written", titles, strings.ToLower},
		{"a letter wrong", titles, func(name string) string { return misspelt(random, name) }},
		{"words turned round", titles, turned},
		{"the first two words", titles, func(name string) string { return firstWords(name, 2) }},
		{"the first word", titles, func(name string) string { return firstWords(name, 1) }},
		{"unfinished", titles, func(name string) string { return unfinished(random, name) }},
		{"a person", people, strings.ToLower},
		{"a person, misspelt", people, func(name string) string { return misspelt(random, name) }},
		{"a given name", people, func(name string) string { return firstWords(name, 1) }},
	} {
		if err := measured(ctx, c, kind.name, kind.of, kind.write, most); err != nil {
			return err
		}
	}
	return nil
}

// sample are names of a table, drawn by a hash of the identifiers.
func sample(ctx context.Context, path, from string, most int) ([]named, error) {
	db, err := sql.Open("duckdb", path+"?access_mode=READ_ONLY")
	if err != nil {
		return nil, err
	}
	defer db.Close()
	rows, err := db.QueryContext(ctx, `SELECT id, name FROM `+from+` ORDER BY hash(id) LIMIT ?`, most)
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

func measured(ctx context.Context, c *catalog.Catalog, kind string, of []named, write func(string) string, most int) error {
	var took []time.Duration
	first, listed := 0, 0
	for _, n := range of {
		text := write(n.name)
		began := time.Now()
		found, err := measure.Search{Most: most}.Run(ctx, c, text)
		if err != nil {
			return fmt.Errorf("search for %q: %w", text, err)
		}
		took = append(took, time.Since(began))
		at := slices.IndexFunc(found.Titles, func(t rolecall.Title) bool { return t.ID == n.id })
		if at < 0 {
			at = slices.IndexFunc(found.People, func(p rolecall.Person) bool { return p.ID == n.id })
		}
		if at >= 0 {
			listed++
		}
		if at == 0 {
			first++
		}
	}
	slices.Sort(took)
	ms := func(d time.Duration) float64 { return float64(d.Microseconds()) / 1000 }
	fmt.Printf("%-24s %7.1f ms %7.1f ms %7.1f ms %9.1f%% %9.1f%%\n", kind, ms(took[len(took)/2]), ms(took[len(took)*99/100]), ms(took[len(took)-1]),
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

func firstWords(name string, most int) string {
	words := strings.Fields(name)
	return strings.Join(words[:min(most, len(words))], " ")
}

// unfinished is the beginning of a name, of at least three letters, as the search field
// asks for suggestions.
func unfinished(random *rand.Rand, name string) string {
	letters := []rune(strings.ToLower(name))
	return string(letters[:min(len(letters), 3+random.IntN(max(1, len(letters)-3)))])
}
