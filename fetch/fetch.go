// Package fetch brings public data onto the user's machine: the files of IMDb's
// non-commercial datasets, Wikidata's answers to a query, Wikidata's dump.
//
// It knows how such downloads go wrong: connections break, servers are busy,
// files change while they are being fetched, and a page of apology comes with
// status 200. So nothing gets its final name before it is whole and checked,
// what has come is kept for the next run, and a server is asked one thing at a
// time and no sooner than it wishes. It does not know what the files mean; the
// packages in source do.
package fetch

import (
	"context"
	"errors"
	"fmt"
	"io"
	"net/http"
	"sync"
	"time"
)

// Client fetches. Its zero value is ready for use; a Client may be used by
// several goroutines, which then take turns at each host.
type Client struct {
	// UserAgent names the program to servers, as "rolecall/1.2"; "rolecall" if
	// empty. Wikimedia refuses programs that do not say who they are.
	UserAgent string
	// Transport carries the requests; http.DefaultTransport's settings with one
	// connection for each host if nil.
	Transport http.RoundTripper
	// Now tells the time; time.Now if nil.
	Now func() time.Time
	// Sleep waits before another try and returns early, with an error, when the
	// context ends; the real clock if nil.
	Sleep func(context.Context, time.Duration) error
	// Tries is how often in a row something is tried without a byte of progress; 8
	// if zero.
	Tries int
	// Patience bounds the time spent waiting between tries of one file or one part
	// of a query; half an hour if zero.
	Patience time.Duration
	// Stall is for how long no byte may come before a connection counts as broken;
	// a minute if zero.
	Stall time.Duration
	// QueryTime is for how long an endpoint may think about a query before the
	// first byte; two minutes if zero, twice what the Wikidata Query Service grants.
	QueryTime time.Duration

	prepare sync.Once
	http    *http.Client
	mutex   sync.Mutex
	hosts   map[string]chan struct{}
}

func (c *Client) prepared() *Client {
	c.prepare.Do(func() {
		c.hosts = make(map[string]chan struct{})
		c.http = &http.Client{Transport: c.Transport}
		if c.Transport == nil {
			transport := http.DefaultTransport.(*http.Transport).Clone()
			transport.MaxConnsPerHost = 1
			c.http.Transport = transport
		}
	})
	return c
}

func orDefault[T comparable](value, otherwise T) T {
	var zero T
	if value == zero {
		return otherwise
	}
	return value
}

func (c *Client) now() time.Time {
	if c.Now != nil {
		return c.Now()
	}
	return time.Now()
}

func (c *Client) sleep(ctx context.Context, pause time.Duration) error {
	if c.Sleep != nil {
		return c.Sleep(ctx, pause)
	}
	timer := time.NewTimer(pause)
	defer timer.Stop()
	select {
	case <-ctx.Done():
		return context.Cause(ctx)
	case <-timer.C:
		return nil
	}
}

// occupy waits until no other goroutine asks the host anything.
func (c *Client) occupy(ctx context.Context, host string) (release func(), err error) {
	c.mutex.Lock()
	turn := c.hosts[host]
	if turn == nil {
		turn = make(chan struct{}, 1)
		c.hosts[host] = turn
	}
	c.mutex.Unlock()
	select {
	case turn <- struct{}{}:
		return func() { <-turn }, nil
	case <-ctx.Done():
		return nil, fmt.Errorf("waiting for %s: %w", host, context.Cause(ctx))
	}
}

var errStalled = errors.New("no byte came for too long")

// send sends a request. It ends the connection, with errStalled, when nothing
// comes for the time first, or for c.Stall once the answer has begun.
func (c *Client) send(request *http.Request, first time.Duration) (*http.Response, error) {
	ctx, cancel := context.WithCancelCause(request.Context())
	watch := time.AfterFunc(first, func() { cancel(errStalled) })
	request.Header.Set("User-Agent", orDefault(c.UserAgent, "rolecall"))
	response, err := c.http.Do(request.WithContext(ctx))
	watch.Stop()
	if err != nil {
		if ended := context.Cause(ctx); ended != nil {
			err = fmt.Errorf("%s: %w", request.URL, ended)
		}
		cancel(nil)
		return nil, Plainly(err)
	}
	response.Body = &watchedBody{response.Body, ctx, cancel, watch, orDefault(c.Stall, time.Minute)}
	return response, nil
}

// watchedBody is a body that may not stall. Only the time spent reading counts,
// not what the reader does in between.
type watchedBody struct {
	io.ReadCloser
	ctx    context.Context
	cancel context.CancelCauseFunc
	watch  *time.Timer
	stall  time.Duration
}

func (b *watchedBody) Read(p []byte) (int, error) {
	b.watch.Reset(b.stall)
	defer b.watch.Stop()
	n, err := b.ReadCloser.Read(p)
	if ended := context.Cause(b.ctx); err != nil && err != io.EOF && ended != nil {
		err = ended
	}
	return n, err
}

func (b *watchedBody) Close() error {
	b.watch.Stop()
	b.cancel(nil)
	return b.ReadCloser.Close()
}

// endless says that a body ends only where the connection does, so that a cut
// cannot be told from the end.
func endless(response *http.Response) bool {
	return response.ContentLength < 0 && len(response.TransferEncoding) == 0 &&
		response.ProtoMajor == 1 && !response.Uncompressed
}
