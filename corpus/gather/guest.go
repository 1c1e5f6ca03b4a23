package gather

import (
	"context"
	"errors"
	"fmt"
	"io"
	"mime"
	"net/http"
	"net/url"
	"slices"
	"sync"
	"time"

	"github.com/temoto/robotstxt"
	"golang.org/x/net/html/charset"
	"golang.org/x/time/rate"

	"rolecall/fetch"
	"rolecall/press/article"
)

// name is what a robots.txt calls this program, agent what it calls itself to servers.
const (
	name  = "rolecall"
	agent = "rolecall (reads articles of feeds and sitemaps; asks robots.txt)"
)

// The bounds of what is fetched, in bytes, and of what a robots.txt may ask for.
const (
	mostFeed   = 50 << 20 // a sitemap has no more, by its protocol
	mostRobots = 500 << 10
	mostDelay  = time.Minute
)

// ErrRobots says that a site asks programs to leave a page alone.
var ErrRobots = errors.New("its robots.txt asks programs to leave it alone")

// StatusError is an answer other than 200.
type StatusError struct{ Status string }

func (e *StatusError) Error() string { return "the server answers " + e.Status }

// guest asks hosts, each no faster than it may.
type guest struct {
	client *http.Client
	pause  time.Duration
	mutex  sync.Mutex
	hosts  map[string]*host
}

// host is what is known of one.
type host struct {
	once    sync.Once
	rules   *robotstxt.Group
	refused error
	pace    *rate.Limiter
}

func newGuest(client *http.Client, pause time.Duration) *guest {
	g := &guest{pause: pause, hosts: make(map[string]*host)}
	polite := *client
	follow := polite.CheckRedirect
	polite.CheckRedirect = func(next *http.Request, via []*http.Request) error {
		if follow != nil {
			if err := follow(next, via); err != nil {
				return err
			}
		}
		return g.enter(next.Context(), next.URL)
	}
	g.client = &polite
	return g
}

// enter waits until a host may be asked for an address, or says that it may not.
func (g *guest) enter(ctx context.Context, at *url.URL) error {
	g.mutex.Lock()
	h, known := g.hosts[at.Scheme+"://"+at.Host]
	if !known {
		h = &host{pace: rate.NewLimiter(rate.Every(g.pause), 1)}
		g.hosts[at.Scheme+"://"+at.Host] = h
	}
	g.mutex.Unlock()
	h.once.Do(func() { g.askRobots(ctx, h, at) })
	if h.refused != nil {
		return h.refused
	}
	if h.rules != nil && !h.rules.Test(at.RequestURI()) {
		return ErrRobots
	}
	return h.pace.Wait(ctx)
}

// askRobots reads the robots.txt of a host (RFC 9309): one that is not there allows all, one
// that cannot be had nothing.
func (g *guest) askRobots(ctx context.Context, h *host, at *url.URL) {
	request, err := http.NewRequestWithContext(ctx, http.MethodGet, (&url.URL{Scheme: at.Scheme, Host: at.Host, Path: "/robots.txt"}).String(), nil)
	if err != nil {
		h.refused = err
		return
	}
	request.Header.Set("User-Agent", agent)
	plain := *g.client
	plain.CheckRedirect = nil
	response, err := plain.Do(request)
	if errors.Is(err, article.ErrPrivate) {
		h.refused = article.ErrPrivate
		return
	}
	if err != nil {
		h.refused = fetch.Plainly(err)
		return
	}
	defer response.Body.Close()
	content, err := io.ReadAll(io.LimitReader(response.Body, mostRobots))
	if err != nil {
		h.refused = fetch.Plainly(err)
		return
	}
	rules, err := robotstxt.FromStatusAndBytes(response.StatusCode, content)
	if err != nil {
		h.refused = fmt.Errorf("its robots.txt cannot be read: %w", err)
		return
	}
	h.rules = rules.FindGroup(name)
	if delay := min(h.rules.CrawlDelay, mostDelay); delay > g.pause {
		h.pace.SetLimit(rate.Every(delay))
	}
}

// get asks for an address; before are the validators of what is there already. The answer is
// nil where that has not changed.
func (g *guest) get(ctx context.Context, address string, before validators, most int64) (content []byte, answer *http.Response, err error) {
	at, err := url.Parse(address)
	if err != nil || at.Host == "" || at.Scheme != "http" && at.Scheme != "https" {
		return nil, nil, fmt.Errorf("%q is no address of a page", address)
	}
	if err := g.enter(ctx, at); err != nil {
		return nil, nil, err
	}
	request, err := http.NewRequestWithContext(ctx, http.MethodGet, address, nil)
	if err != nil {
		return nil, nil, err
	}
	request.Header.Set("User-Agent", agent)
	if before.ETag != "" {
		request.Header.Set("If-None-Match", before.ETag)
	}
	if before.Modified != "" {
		request.Header.Set("If-Modified-Since", before.Modified)
	}
	response, err := g.client.Do(request)
	switch {
	case errors.Is(err, ErrRobots):
		return nil, nil, ErrRobots
	case errors.Is(err, article.ErrPrivate):
		return nil, nil, article.ErrPrivate
	case err != nil:
		return nil, nil, fetch.Plainly(err)
	}
	defer response.Body.Close()
	switch {
	case response.StatusCode == http.StatusNotModified && before != validators{}:
		return nil, nil, nil
	case response.StatusCode != http.StatusOK:
		return nil, nil, &StatusError{response.Status}
	}
	content, err = io.ReadAll(io.LimitReader(response.Body, most+1))
	switch {
	case err != nil:
		return nil, nil, fetch.Plainly(err)
	case int64(len(content)) > most:
		return nil, nil, article.ErrTooLong
	}
	return content, response, nil
}

// kinds are what a page may say that it is.
var kinds = []string{"", "text/html", "application/xhtml+xml", "text/plain", "text/markdown"}

// record fetches a page.
func (g *guest) record(ctx context.Context, p page) (record, error) {
	r := record{Address: p.Address, Headline: p.Headline, Outlet: p.Outlet, Section: p.Section, Author: p.Author, Date: p.Date, Language: p.Language, Text: p.content}
	if p.content != "" {
		return r, nil
	}
	content, said := p.got, p.contentType
	if content == nil {
		var answer *http.Response
		var err error
		if content, answer, err = g.get(ctx, p.Address, validators{}, article.MaxBytes); err != nil {
			return r, err
		}
		said = answer.Header.Get("Content-Type")
	}
	kind, _, err := mime.ParseMediaType(said)
	if err != nil {
		kind = ""
	}
	if !slices.Contains(kinds, kind) {
		return r, fmt.Errorf("it is %s: only pages and plain text are read", kind)
	}
	as, _, _ := charset.DetermineEncoding(content, said)
	text, err := as.NewDecoder().Bytes(content)
	if err != nil {
		return r, article.ErrEncoding
	}
	r.Text = string(text)
	return r, nil
}
