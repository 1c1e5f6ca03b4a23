package main

import (
	"context"
	"fmt"
	"io"
	"maps"
	"math/rand/v2"
	"net/http"
	"slices"
	"strings"
	"sync"
	"sync/atomic"
	"time"
)

// answered are the answers to one kind of request.
type answered struct {
	took   []time.Duration
	status map[int]int
}

// answers are all, by the name of their kind.
type answers map[string]*answered

// load asks until the context ends, on as many connections as asked for.
func load(ctx context.Context, site string, d drawn, o options) answers {
	var made atomic.Int64
	client := &http.Client{Transport: &http.Transport{MaxIdleConnsPerHost: o.connections}, Timeout: time.Minute}
	all := make([]answers, o.connections)
	var connections sync.WaitGroup
	for i := range all {
		all[i] = make(answers)
		connections.Go(func() {
			a := asking{d, rand.New(rand.NewPCG(o.seed, uint64(i))), func() int64 { return made.Add(1) }}
			for ctx.Err() == nil {
				all[i].ask(ctx, client, site, a)
			}
		})
	}
	connections.Wait()
	together := make(answers)
	for _, some := range all {
		for name, of := range some {
			t := together.of(name)
			t.took = append(t.took, of.took...)
			for status, n := range of.status {
				t.status[status] += n
			}
		}
	}
	return together
}

func (all answers) of(name string) *answered {
	if all[name] == nil {
		all[name] = &answered{status: make(map[int]int)}
	}
	return all[name]
}

// drawKind is one of the kinds, by how often each is asked for.
func drawKind(random *rand.Rand) kind {
	whole := 0
	for _, k := range kinds {
		whole += k.often
	}
	at := random.IntN(whole)
	for _, k := range kinds {
		if at -= k.often; at < 0 {
			return k
		}
	}
	return kinds[0]
}

// failed stands for a status where no answer came.
const failed = 0

// ask asks for one thing and reads the answer whole. What the end of the load cut off
// counts for nothing.
func (all answers) ask(ctx context.Context, client *http.Client, site string, a asking) {
	k := drawKind(a.Rand)
	address, body := k.target(a)
	r, err := request(ctx, site, address, body, a.made())
	if err != nil {
		fmt.Println(err)
		return
	}
	began, status := time.Now(), failed
	response, err := client.Do(r)
	if err == nil {
		_, err = io.Copy(io.Discard, response.Body)
		response.Body.Close()
		status = response.StatusCode
	}
	if ctx.Err() != nil {
		return
	}
	if err != nil {
		status = failed
	}
	of := all.of(k.name)
	of.took = append(of.took, time.Since(began))
	if of.status[status]++; isWrong(k, status) && of.status[status] <= 3 {
		fmt.Printf("%d %s %v\n", status, address, err)
	}
}

// isWrong reports whether a status is an error. That a population has no title is an
// answer of a comparison, a report or a ranking.
func isWrong(k kind, status int) bool {
	switch status {
	case http.StatusOK, http.StatusTooManyRequests:
		return false
	case http.StatusUnprocessableEntity:
		return !slices.Contains([]string{"comparison", "report", "ranking"}, k.name)
	}
	return true
}

// print writes a line for each kind, and gives back how many answers are errors.
func (all answers) print(took time.Duration) (wrong int) {
	requests := 0
	fmt.Printf("%-24s %9s %9s %9s %9s  %s\n", "request", "answers", "p50 ms", "p99 ms", "max ms", "by status")
	for _, k := range kinds {
		of := all.of(k.name)
		if len(of.took) == 0 {
			continue
		}
		slices.Sort(of.took)
		var statuses []string
		for _, status := range slices.Sorted(maps.Keys(of.status)) {
			statuses = append(statuses, fmt.Sprintf("%d: %d", status, of.status[status]))
			if isWrong(k, status) {
				wrong += of.status[status]
			}
		}
		requests += len(of.took)
		ms := func(d time.Duration) float64 { return float64(d.Microseconds()) / 1000 }
		fmt.Printf("%-24s %9d %9.1f %9.1f %9.1f  %s\n", k.name, len(of.took), ms(of.took[len(of.took)/2]), ms(of.took[len(of.took)*99/100]), ms(of.took[len(of.took)-1]), strings.Join(statuses, ", "))
	}
	fmt.Printf("%-24s %9d in %.0f s, %.0f a second\n", "all", requests, took.Seconds(), float64(requests)/took.Seconds())
	return wrong
}
