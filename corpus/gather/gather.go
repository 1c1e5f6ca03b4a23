// Package gather fetches the articles of feeds and sitemaps into files that a corpus is read
// from, and is a guest there: it asks robots.txt first, takes its time between two requests to
// a host, asks feeds only for what has changed, and no page twice.
package gather

import (
	"bufio"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"net/http"
	"net/url"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"time"

	"github.com/gofrs/flock"

	"rolecall/corpus/document"
	"rolecall/corpus/journal"
)

// Gatherer fetches into a folder.
type Gatherer struct {
	// Dir is the folder; what it holds already is not fetched again.
	Dir string
	// Client reaches the open internet alone, but for tests.
	Client *http.Client
	// Pause is the least time between two requests to a host; a robots.txt may ask for more.
	Pause time.Duration
	// Most is how many pages are fetched at most.
	Most int
	// Tell is told of each page that is fetched, and what is the matter otherwise.
	Tell func(address string, err error)
}

// Fetched is what was done.
type Fetched struct {
	// Pages were fetched, Faults could not be; Known were there already, Left are beyond the
	// most that is fetched.
	Pages, Faults, Known, Left int
}

// page is an article to be fetched, with what its feed or sitemap says of it.
type page struct {
	document.Fields
	// content is the article where the feed has it and names no page.
	content string
	// got is what was sent, where it has been already, and contentType what the site said of it.
	got         []byte
	contentType string
}

// record is a line of the files.
type record struct {
	Address  string `json:"address"`
	Headline string `json:"headline,omitempty"`
	Outlet   string `json:"outlet,omitempty"`
	Section  string `json:"section,omitempty"`
	Author   string `json:"author,omitempty"`
	Date     string `json:"date,omitempty"`
	Language string `json:"language,omitempty"`
	Text     string `json:"text,omitempty"`
	NotGot   string `json:"not_got,omitempty"`
}

// Fetch fetches what is new of some feeds, sitemaps and pages. What is the matter with one
// page is kept in its place, to be told of with what else was left out; with a feed, it is the
// error.
func (g Gatherer) Fetch(ctx context.Context, addresses []string) (Fetched, error) {
	if err := os.MkdirAll(g.Dir, 0o755); err != nil {
		return Fetched{}, err
	}
	lock := flock.New(filepath.Join(g.Dir, ".lock"))
	if held, err := lock.TryLock(); err != nil || !held {
		return Fetched{}, errors.Join(err, fmt.Errorf("%s: another run fetches into it", g.Dir))
	}
	defer lock.Unlock()
	known, next, err := g.known()
	if err != nil {
		return Fetched{}, err
	}
	guest := newGuest(g.Client, g.Pause)
	sources, err := readSources(g.Dir)
	if err != nil {
		return Fetched{}, err
	}
	var done Fetched
	var pages []page
	for _, address := range addresses {
		found, err := guest.pagesOf(ctx, address, sources)
		if err != nil {
			return done, fmt.Errorf("%s: %w", address, err)
		}
		for _, p := range found {
			switch {
			case known[p.Address]:
				done.Known++
			case g.Most > 0 && len(pages) >= g.Most:
				done.Left++
			default:
				known[p.Address] = true
				pages = append(pages, p)
			}
		}
	}
	if err := g.pages(ctx, guest, pages, next, &done); err != nil {
		return done, err
	}
	if done.Left > 0 {
		return done, nil // a feed that is asked again must tell of those left
	}
	return done, sources.write(g.Dir)
}

// known are the pages of earlier runs, and the number of the next file.
func (g Gatherer) known() (known map[string]bool, next int, err error) {
	known, next = make(map[string]bool), 1
	files, err := filepath.Glob(filepath.Join(escaped(g.Dir), "*.jsonl"))
	if err != nil {
		return nil, 0, err
	}
	for _, path := range files {
		var number int
		if _, err := fmt.Sscanf(filepath.Base(path), "%d.jsonl", &number); err != nil {
			continue
		}
		next = max(next, number+1)
		if err := knownIn(path, known); err != nil {
			return nil, 0, err
		}
	}
	return known, next, nil
}

func escaped(dir string) string {
	return strings.NewReplacer(`\`, `\\`, `*`, `\*`, `?`, `\?`, `[`, `\[`).Replace(dir)
}

// knownIn reads the pages of a file, and cuts off a line that was half written.
func knownIn(path string, known map[string]bool) error {
	file, err := os.OpenFile(path, os.O_RDWR, 0)
	if err != nil {
		return err
	}
	defer file.Close()
	whole, lines := int64(0), bufio.NewReaderSize(file, 1<<20)
	for {
		line, err := lines.ReadBytes('\n')
		if err != nil {
			return file.Truncate(whole)
		}
		whole += int64(len(line))
		var r record
		if err := json.Unmarshal(line, &r); err == nil {
			known[r.Address] = true
		}
	}
}

// hostsAtOnce is how many hosts are asked at a time, each for one page after another.
const hostsAtOnce = 8

// pages fetches pages into a new file.
func (g Gatherer) pages(ctx context.Context, guest *guest, pages []page, number int, done *Fetched) error {
	if len(pages) == 0 {
		return nil
	}
	file, err := os.OpenFile(filepath.Join(g.Dir, fmt.Sprintf("%05d.jsonl", number)), os.O_CREATE|os.O_EXCL|os.O_WRONLY, 0o644)
	if err != nil {
		return err
	}
	defer file.Close()
	byHost := make(map[string][]page)
	for _, p := range pages {
		at, _ := url.Parse(p.Address)
		byHost[at.Host] = append(byHost[at.Host], p)
	}
	var mutex sync.Mutex
	var fault error
	hosts, all := make(chan struct{}, hostsAtOnce), sync.WaitGroup{}
	for _, some := range byHost {
		all.Go(func() {
			hosts <- struct{}{}
			defer func() { <-hosts }()
			for _, p := range some {
				r, err := guest.record(ctx, p)
				mutex.Lock()
				if ctx.Err() == nil && fault == nil {
					fault = g.keep(file, r, err, done)
				}
				stop := ctx.Err() != nil || fault != nil
				mutex.Unlock()
				if stop {
					return
				}
			}
		})
	}
	all.Wait()
	return errors.Join(ctx.Err(), fault, file.Sync())
}

func (g Gatherer) keep(file *os.File, r record, err error, done *Fetched) error {
	if g.Tell != nil {
		g.Tell(r.Address, err)
	}
	if done.Pages++; err != nil {
		done.Pages--
		done.Faults++
		r.NotGot = err.Error()
	}
	line, err := json.Marshal(r)
	if err != nil {
		return err
	}
	_, err = file.Write(append(line, '\n'))
	return err
}

// sources are the feeds and sitemaps asked before, by their addresses, with what they are to
// be asked for what has changed by.
type sources map[string]validators

// validators are those of RFC 9110, 8.8.
type validators struct {
	ETag     string `json:"etag,omitempty"`
	Modified string `json:"last_modified,omitempty"`
}

const sourcesFile = "sources.json"

func readSources(dir string) (sources, error) {
	s := make(sources)
	content, err := os.ReadFile(filepath.Join(dir, sourcesFile))
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return s, nil
	case err != nil:
		return nil, err
	}
	if err := json.Unmarshal(content, &s); err != nil {
		return make(sources), nil // then all is asked anew
	}
	return s, nil
}

func (s sources) write(dir string) error {
	content, err := json.MarshalIndent(s, "", "  ")
	if err != nil {
		return err
	}
	return journal.WriteWhole(filepath.Join(dir, sourcesFile), func(to io.Writer) error {
		_, err := to.Write(append(content, '\n'))
		return err
	})
}

// Inputs are the files of a folder of pages, as a corpus is read from.
func Inputs(dir string) ([]string, error) {
	files, err := filepath.Glob(filepath.Join(escaped(dir), "*.jsonl"))
	slices.Sort(files)
	return files, err
}
