package guard

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"net"
	"net/http"
	"net/netip"
	"strconv"
	"strings"
	"sync"
	"time"

	"github.com/hashicorp/golang-lru/v2/expirable"
	"golang.org/x/sync/semaphore"
	"golang.org/x/time/rate"

	"rolecall/fault"
)

// Limit bounds requests that cost much: how many one client may send, and how
// many run at once, so that those which cost little are never starved. A place is
// held for the work alone: a request is read whole before, and an answer sent
// after, so that nobody takes one away from others by being slow.
type Limit struct {
	each    rate.Limit
	burst   int
	mutex   sync.Mutex // two first requests of a client share what is remembered
	clients *expirable.LRU[netip.Prefix, *client]
	places  *semaphore.Weighted
	proxied bool
	refused func(reason string)
	// Refuse answers a request that is refused with a status: 429 with Retry-After
	// set, or 408.
	refuse func(w http.ResponseWriter, r *http.Request, status int)
}

// client is what is remembered of one: how many requests it may send, whether one
// of them is at work, and how many are read or wait beside.
type client struct {
	bucket *rate.Limiter
	place  *semaphore.Weighted
	beside *semaphore.Weighted
}

// mostBeside bounds the requests of one client that are read or wait at once, each
// of which is held in memory.
const mostBeside = 8

// clientsRemembered bounds the clients whose rate is remembered; one that has
// been quiet for forgottenAfter starts anew, as its bucket is full again by then.
const (
	clientsRemembered = 10_000
	forgottenAfter    = 10 * time.Minute
)

// Costs says what a limit allows.
type Costs struct {
	// PerSecond and Burst are how many requests one client may send.
	PerSecond float64
	Burst     int
	// AtOnce is how many run at one time, of all clients; of one client, one does.
	AtOnce int
	// Proxied says that the server stands behind one proxy, which names the client
	// last in X-Forwarded-For. Without one that header is anybody's to write.
	Proxied bool
}

// NewLimit is a limit of its own; refuse answers those refused, after the
// headers of the status are set.
func NewLimit(c Costs, m *Measurements, refuse func(w http.ResponseWriter, r *http.Request, status int)) *Limit {
	return &Limit{
		each: rate.Limit(c.PerSecond), burst: c.Burst, proxied: c.Proxied,
		clients: expirable.NewLRU[netip.Prefix, *client](clientsRemembered, nil, forgottenAfter),
		places:  semaphore.NewWeighted(int64(c.AtOnce)),
		refused: func(reason string) { m.refused.WithLabelValues(reason).Inc() },
		refuse:  refuse,
	}
}

// Wrap puts the limit before a handler.
func (l *Limit) Wrap(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		c := l.clientOf(r)
		if wait := wait(c.bucket); wait > 0 {
			l.turnAway(w, r, "rate", wait)
			return
		}
		if !c.beside.TryAcquire(1) {
			l.turnAway(w, r, "rate", time.Second)
			return
		}
		defer c.beside.Release(1)
		if err := readWhole(r); err != nil {
			w.Header().Set("Connection", "close")
			l.refuse(w, r, http.StatusRequestTimeout)
			return
		}
		answer := &buffered{ResponseWriter: w}
		if !l.work(c, r, func() { next.ServeHTTP(answer, r) }) {
			if r.Context().Err() == context.Canceled {
				w.WriteHeader(fault.ClientGone)
				return
			}
			l.turnAway(w, r, "busy", time.Second)
			return
		}
		answer.send()
	})
}

// work runs while the client has a place, and reports whether it came to that.
// Those who must wait for one wait no longer than their request may take.
func (l *Limit) work(c *client, r *http.Request, do func()) bool {
	for _, places := range []*semaphore.Weighted{c.place, l.places} {
		if err := places.Acquire(r.Context(), 1); err != nil {
			return false
		}
		defer places.Release(1)
	}
	do()
	return true
}

// RefusedError says that a request was not worked on.
type RefusedError struct {
	// Wait is how long to wait before the next.
	Wait time.Duration
}

func (e *RefusedError) Error() string {
	return fmt.Sprintf("too many requests that take work: wait %d seconds and ask again", int(e.Wait.Seconds())+1)
}

// Within does a piece of the work of a request, which has been read, under the limit.
// The error is a *RefusedError, or that of the request's context, and then nothing was
// done.
func (l *Limit) Within(r *http.Request, do func()) error {
	c := l.clientOf(r)
	if wait := wait(c.bucket); wait > 0 {
		l.refused("rate")
		return &RefusedError{wait}
	}
	if l.work(c, r, do) {
		return nil
	}
	if err := r.Context().Err(); err == context.Canceled {
		return err
	}
	l.refused("busy")
	return &RefusedError{time.Second}
}

// readWhole reads the body of a request into memory. What its bounds cut off fails
// where the body is read again, so that whoever reads it says so.
func readWhole(r *http.Request) error {
	if r.Body == nil || r.Method == http.MethodGet || r.Method == http.MethodHead {
		return nil
	}
	content, err := io.ReadAll(r.Body)
	var rest io.Reader = bytes.NewReader(content)
	if _, tooLong := errors.AsType[*http.MaxBytesError](err); tooLong {
		rest = io.MultiReader(rest, failing{err})
	} else if err != nil {
		return err
	}
	r.Body = io.NopCloser(rest)
	return nil
}

// failing is a reader that fails.
type failing struct{ err error }

func (f failing) Read([]byte) (int, error) { return 0, f.err }

// buffered keeps an answer until the place is given up.
type buffered struct {
	http.ResponseWriter
	status int
	body   bytes.Buffer
}

func (b *buffered) WriteHeader(status int) {
	if b.status == 0 {
		b.status = status
	}
}

func (b *buffered) Write(content []byte) (int, error) {
	b.WriteHeader(http.StatusOK)
	return b.body.Write(content)
}

// Unwrap lets http.ResponseController reach what is beneath.
func (b *buffered) Unwrap() http.ResponseWriter { return b.ResponseWriter }

func (b *buffered) send() {
	if b.status != 0 {
		b.ResponseWriter.WriteHeader(b.status)
	}
	b.body.WriteTo(b.ResponseWriter)
}

func (l *Limit) turnAway(w http.ResponseWriter, r *http.Request, reason string, wait time.Duration) {
	l.refused(reason)
	w.Header().Set("Retry-After", strconv.Itoa(int(wait.Seconds())+1))
	w.Header().Set("Cache-Control", "no-store")
	l.refuse(w, r, http.StatusTooManyRequests)
}

// wait is how long the client has to wait for its next request, 0 if it may go
// ahead.
func wait(bucket *rate.Limiter) time.Duration {
	reservation := bucket.Reserve()
	wait := reservation.Delay()
	if wait > 0 {
		reservation.Cancel()
	}
	return wait
}

func (l *Limit) clientOf(r *http.Request) *client {
	from := networkOf(r, l.proxied)
	l.mutex.Lock()
	defer l.mutex.Unlock()
	c, held := l.clients.Get(from)
	if !held {
		c = &client{rate.NewLimiter(l.each, l.burst), semaphore.NewWeighted(1), semaphore.NewWeighted(mostBeside)}
		l.clients.Add(from, c)
	}
	return c
}

// networkOf is the network a request comes from: one IPv4 address, or the 64 bits
// of IPv6 that a household has to itself. It is held in memory for a while and
// never written anywhere.
func networkOf(r *http.Request, proxied bool) netip.Prefix {
	host, _, err := net.SplitHostPort(r.RemoteAddr)
	if err != nil {
		host = r.RemoteAddr
	}
	if forwarded := r.Header.Values("X-Forwarded-For"); proxied && len(forwarded) > 0 {
		last := forwarded[len(forwarded)-1]
		host = strings.TrimSpace(last[strings.LastIndexByte(last, ',')+1:])
	}
	address, err := netip.ParseAddr(host)
	if err != nil {
		return netip.Prefix{}
	}
	address = address.Unmap()
	bits := address.BitLen()
	if address.Is6() {
		bits = 64
	}
	prefix, _ := address.WithZone("").Prefix(bits)
	return prefix
}
