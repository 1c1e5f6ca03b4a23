package guard

import (
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
)

// Limit bounds requests that cost much: how many one client may send, and how
// many run at once, so that those which cost little are never starved.
type Limit struct {
	each    rate.Limit
	burst   int
	mutex   sync.Mutex // two first requests of a client share a bucket
	clients *expirable.LRU[netip.Prefix, *rate.Limiter]
	places  *semaphore.Weighted
	proxied bool
	refused func(reason string)
	// Refuse answers a request that is refused: 429 with Retry-After set.
	refuse func(http.ResponseWriter, *http.Request)
}

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
	// AtOnce is how many run at one time, of all clients.
	AtOnce int
	// Proxied says that the server stands behind one proxy, which names the client
	// last in X-Forwarded-For. Without one that header is anybody's to write.
	Proxied bool
}

// NewLimit is a limit of its own; refuse answers those refused, after the status
// headers are set.
func NewLimit(c Costs, m *Measurements, refuse func(http.ResponseWriter, *http.Request)) *Limit {
	return &Limit{
		each: rate.Limit(c.PerSecond), burst: c.Burst, proxied: c.Proxied,
		clients: expirable.NewLRU[netip.Prefix, *rate.Limiter](clientsRemembered, nil, forgottenAfter),
		places:  semaphore.NewWeighted(int64(c.AtOnce)),
		refused: func(reason string) { m.refused.WithLabelValues(reason).Inc() },
		refuse:  refuse,
	}
}

// Wrap puts the limit before a handler.
func (l *Limit) Wrap(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if wait := l.wait(r); wait > 0 {
			l.turnAway(w, r, "rate", wait)
			return
		}
		// Those who must wait for a place wait no longer than their request may take.
		if err := l.places.Acquire(r.Context(), 1); err != nil {
			l.turnAway(w, r, "busy", time.Second)
			return
		}
		defer l.places.Release(1)
		next.ServeHTTP(w, r)
	})
}

func (l *Limit) turnAway(w http.ResponseWriter, r *http.Request, reason string, wait time.Duration) {
	l.refused(reason)
	w.Header().Set("Retry-After", strconv.Itoa(int(wait.Seconds())+1))
	w.Header().Set("Cache-Control", "no-store")
	l.refuse(w, r)
}

// wait is how long the client has to wait for its next request, 0 if it may go
// ahead.
func (l *Limit) wait(r *http.Request) time.Duration {
	reservation := l.bucketOf(clientOf(r, l.proxied)).Reserve()
	wait := reservation.Delay()
	if wait > 0 {
		reservation.Cancel()
	}
	return wait
}

func (l *Limit) bucketOf(client netip.Prefix) *rate.Limiter {
	l.mutex.Lock()
	defer l.mutex.Unlock()
	bucket, held := l.clients.Get(client)
	if !held {
		bucket = rate.NewLimiter(l.each, l.burst)
		l.clients.Add(client, bucket)
	}
	return bucket
}

// clientOf is the network a request comes from: one IPv4 address, or the 64 bits
// of IPv6 that a household has to itself. It is held in memory for a while and
// never written anywhere.
func clientOf(r *http.Request, proxied bool) netip.Prefix {
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
