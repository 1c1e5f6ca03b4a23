package fetch

import (
	"context"
	"crypto/tls"
	"errors"
	"fmt"
	"math/rand/v2"
	"net/http"
	"strconv"
	"strings"
	"time"
)

// passing is a fault after which the same request may well succeed.
type passing struct {
	err error
	// after is how long the server asks to be left alone, 0 if it does not say.
	after time.Duration
}

func (e *passing) Error() string { return e.err.Error() }
func (e *passing) Unwrap() error { return e.err }

// StatusError is an answer with a status that ends the fetching.
type StatusError struct {
	Address string
	// Status is as 404.
	Status int
	// Words are the first words of the page that came with it.
	Words string
}

func (e *StatusError) Error() string {
	text := fmt.Sprintf("%s: the server answers %d %s", e.Address, e.Status, http.StatusText(e.Status))
	if e.Words != "" {
		text += fmt.Sprintf(" (%q)", e.Words)
	}
	switch e.Status {
	case http.StatusNotFound, http.StatusGone:
		text += ": check the address; the file may have been moved"
	case http.StatusUnauthorized, http.StatusForbidden:
		text += ": it does not let this machine have it; open the address in a browser to see why"
	}
	return text
}

// connectionFault is a request that got no answer. One refused for a certificate
// would be refused again.
func connectionFault(err error) error {
	if certificate := new(tls.CertificateVerificationError); errors.As(err, &certificate) {
		return err
	}
	return &passing{err: err}
}

// retryAfter reads the header, in seconds or as a date (RFC 9110, 10.2.3); 0
// where it is absent, past or not readable.
func retryAfter(header string, now time.Time) time.Duration {
	header = strings.TrimSpace(header)
	if seconds, err := strconv.ParseUint(header, 10, 31); err == nil {
		return time.Duration(seconds) * time.Second
	}
	if date, err := http.ParseTime(header); err == nil {
		return max(0, date.Sub(now))
	}
	return 0
}

// patience is how much readiness to try again is left.
type patience struct {
	client *Client
	tries  int
	waited time.Duration
}

// renew is called when a try has brought something.
func (p *patience) renew() { p.tries = 0 }

const (
	firstPause   = time.Second
	longestPause = time.Minute
)

// wait waits before the next try. Each pause is about twice the one before, with
// chance in it so that many programs that failed together do not come back
// together. Its error is the fault, where there is to be no next try.
func (p *patience) wait(ctx context.Context, fault *passing) error {
	p.tries++
	if most := orDefault(p.client.Tries, 8); p.tries >= most {
		return fmt.Errorf("%w; given up after %d tries: try again later", fault, most)
	}
	pause := min(longestPause, firstPause<<min(p.tries-1, 10))
	pause = max(pause/2+rand.N(pause/2), fault.after)
	if bound := orDefault(p.client.Patience, 30*time.Minute); p.waited+pause > bound {
		if fault.after > 0 {
			again := p.client.now().Add(fault.after).UTC().Format("2006-01-02 15:04 MST")
			return fmt.Errorf("%w; the server asks to be left alone until %s: try again then", fault, again)
		}
		return fmt.Errorf("%w; given up after waiting for %s: try again later", fault, p.waited.Round(time.Second))
	}
	p.waited += pause
	return p.client.sleep(ctx, pause)
}
