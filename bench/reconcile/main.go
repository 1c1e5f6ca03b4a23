// Command reconcile measures how a column of names is matched, as OpenRefine sends it: in
// batches, one after the other, over HTTP to the whole server. The names are drawn from the
// catalog, so that it is known what is meant: titles with the year, titles with the year and
// the director, titles alone, people with a title that they are credited on, people alone,
// and one in ten with a letter wrong.
//
//	go run ./bench/reconcile                        # the starter catalog
//	go run ./bench/reconcile -catalog imdb.duckdb
//	go run ./bench/reconcile -catalog imdb.duckdb -batch 10 -cpuprofile reconcile.prof
//
// It prints names a second, how long a batch takes, and for each kind of row how many are
// matched, how many of those wrongly, and for how many what is meant is first or listed. A
// match that is wrong makes the exit code 1, unless a letter was changed: that may make of a
// name another one, of the same year.
package main

import (
	"bytes"
	"context"
	"encoding/json"
	"flag"
	"fmt"
	"io"
	"log/slog"
	"net/http"
	"net/http/httptest"
	"net/url"
	"os"
	"path/filepath"
	"slices"
	"time"

	"rolecall/bench/profile"
	"rolecall/catalog"
	"rolecall/reconcile"
	"rolecall/source/starter"
	"rolecall/web"
)

type options struct {
	catalog, profile string
	names, batch     int
	seed             uint64
}

func main() {
	var o options
	flag.StringVar(&o.catalog, "catalog", "", "the catalog to match with (default the starter)")
	flag.StringVar(&o.profile, "cpuprofile", "", "file for a profile of the matching")
	flag.IntVar(&o.names, "names", 10_000, "how many names the column has")
	flag.IntVar(&o.batch, "batch", 100, "how many names a batch has")
	flag.Uint64Var(&o.seed, "seed", 1, "another seed draws others")
	flag.Parse()
	wrong, err := run(context.Background(), o)
	if err != nil {
		fmt.Fprintln(os.Stderr, "bench/reconcile:", err)
		os.Exit(2)
	}
	if wrong > 0 {
		os.Exit(1)
	}
}

func run(ctx context.Context, o options) (wrong int, err error) {
	if o.catalog == "" {
		folder, err := os.MkdirTemp("", "reconcile")
		if err != nil {
			return 0, err
		}
		defer os.RemoveAll(folder)
		o.catalog = filepath.Join(folder, "starter.duckdb")
		if err := catalog.Build(ctx, o.catalog, catalog.Recipe{Name: starter.Name, Fill: starter.Fill}); err != nil {
			return 0, err
		}
	}
	rows, err := draw(ctx, o)
	if err != nil {
		return 0, err
	}
	site, err := web.New(ctx, web.Options{
		Open: func(ctx context.Context) (*catalog.Catalog, error) {
			c, err := catalog.Open(ctx, o.catalog)
			if err != nil {
				return nil, err
			}
			return c, c.Prepare(ctx)
		},
		Public: "http://127.0.0.1", Version: "bench", Log: slog.New(slog.DiscardHandler),
	})
	if err != nil {
		return 0, err
	}
	defer site.Close()
	server := httptest.NewServer(site.Handler())
	defer server.Close()
	return measured(ctx, server.URL+reconcile.Path, rows, o)
}

func measured(ctx context.Context, address string, rows []row, o options) (wrong int, err error) {
	stop, err := profile.Start(o.profile)
	if err != nil {
		return 0, err
	}
	var took []time.Duration
	counts := make(map[string]*count)
	began := time.Now()
	for batch := range slices.Chunk(rows, o.batch) {
		sent := time.Now()
		results, err := ask(ctx, address, batch)
		if err != nil {
			return 0, err
		}
		took = append(took, time.Since(sent))
		for i, r := range batch {
			if counts[r.kind] == nil {
				counts[r.kind] = &count{}
			}
			counts[r.kind].add(r, results[key(i)].Result)
		}
	}
	all := time.Since(began)
	stop()
	slices.Sort(took)
	fmt.Printf("%d names in %.1f s: %.0f names a second; a batch of %d takes %s (median), %s (p99), %s (longest)\n\n",
		len(rows), all.Seconds(), float64(len(rows))/all.Seconds(), o.batch, ms(took[len(took)/2]), ms(took[len(took)*99/100]), ms(took[len(took)-1]))
	fmt.Printf("%-28s %8s %8s %8s %8s %8s\n", "rows", "names", "matched", "wrong", "first", "listed")
	for _, k := range kinds {
		if c := counts[k.name]; c != nil {
			fmt.Printf("%-28s %8d %7.1f%% %8d %7.1f%% %7.1f%%\n", k.name, c.rows, c.share(c.matched), c.wrong, c.share(c.first), c.share(c.listed))
			if !k.misspelt {
				wrong += c.wrong
			}
		}
	}
	return wrong, nil
}

func ms(d time.Duration) string { return fmt.Sprintf("%.1f ms", float64(d.Microseconds())/1000) }

// count is what came of the rows of one kind.
type count struct{ rows, matched, wrong, first, listed int }

func (c *count) add(r row, found []reconcile.Candidate) {
	c.rows++
	at := slices.IndexFunc(found, func(f reconcile.Candidate) bool { return f.ID == r.id })
	if at >= 0 {
		c.listed++
	}
	if at == 0 {
		c.first++
	}
	if len(found) == 0 || !found[0].Match {
		return
	}
	c.matched++
	if at != 0 {
		c.wrong++
		fmt.Printf("wrong: %s was matched with %s (%s), not with %s\n", r.query, found[0].ID, found[0].Description, r.id)
	}
}

func (c *count) share(n int) float64 { return 100 * float64(n) / float64(c.rows) }

func key(i int) string { return fmt.Sprintf("q%d", i) }

// ask sends a batch as OpenRefine does, which waits and asks again where it is told to.
func ask(ctx context.Context, address string, batch []row) (results map[string]reconcile.Result, err error) {
	var queries bytes.Buffer
	for i, r := range batch {
		fmt.Fprintf(&queries, "%c%q:%s", "{,"[min(i, 1)], key(i), r.query)
	}
	queries.WriteByte('}')
	form := url.Values{"queries": {queries.String()}}.Encode()
	for {
		r, err := http.NewRequestWithContext(ctx, http.MethodPost, address, bytes.NewBufferString(form))
		if err != nil {
			return nil, err
		}
		r.Header.Set("Content-Type", "application/x-www-form-urlencoded")
		response, err := http.DefaultClient.Do(r)
		if err != nil {
			return nil, err
		}
		body, err := io.ReadAll(response.Body)
		response.Body.Close()
		switch {
		case err != nil:
			return nil, err
		case response.StatusCode == http.StatusTooManyRequests:
			time.Sleep(time.Second)
		case response.StatusCode != http.StatusOK:
			return nil, fmt.Errorf("%s: %s", response.Status, body)
		default:
			return results, json.Unmarshal(body, &results)
		}
	}
}
