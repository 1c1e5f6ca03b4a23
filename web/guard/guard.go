// Package guard keeps a public server standing and its readers private: headers
// that let a page load nothing but its own, bounds on what one client and one
// request may cost, logs without addresses or texts, and measurements.
//
// It knows nothing of catalogs or pages, only of requests.
package guard

import (
	"context"
	"log/slog"
	"net/http"
	"runtime/debug"
	"time"

	"rolecall/fault"
)

// contentPolicy lets pages load what comes from the server itself and nothing
// else: no inline script or style, no other host, no frame around them.
const contentPolicy = ownOnly + "frame-ancestors 'none'"

const ownOnly = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; " +
	"connect-src 'self'; form-action 'self'; base-uri 'none'; "

// Framed lets pages of other hosts show what a handler answers in a frame, for cards that
// are made for that: nothing on them can be pressed by mistake but a link.
func Framed(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		w.Header().Set("Content-Security-Policy", ownOnly+"frame-ancestors *")
		next.ServeHTTP(w, r)
	})
}

// Headers sets what every answer carries.
func Headers(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		h := w.Header()
		h.Set("Content-Security-Policy", contentPolicy)
		h.Set("X-Content-Type-Options", "nosniff")
		h.Set("Referrer-Policy", "no-referrer")
		h.Set("Cross-Origin-Opener-Policy", "same-origin")
		h.Set("Permissions-Policy", "camera=(), geolocation=(), microphone=(), payment=(), usb=()")
		next.ServeHTTP(w, r)
	})
}

// Bounds ends a request's work after a time, and reads no more of its body than
// most bytes.
func Bounds(patience time.Duration, most int64, next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		ctx, cancel := context.WithTimeout(r.Context(), patience)
		defer cancel()
		r.Body = http.MaxBytesReader(w, r.Body, most)
		next.ServeHTTP(w, r.WithContext(ctx))
	})
}

// Observe logs every request and measures it: the route that answered, never the
// address asked from nor what was asked. A panic is answered with 500 and logged
// with where it was.
func Observe(log *slog.Logger, m *Measurements, next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		began := time.Now()
		seen := &observed{ResponseWriter: w}
		m.inFlight.Inc()
		defer func() {
			if made := recover(); made != nil {
				if made == http.ErrAbortHandler {
					panic(made)
				}
				log.Error("a handler panicked", "route", r.Pattern, "fault", made, "stack", string(debug.Stack()))
				if seen.status == 0 {
					http.Error(seen, "The server made a mistake; it has been logged.", http.StatusInternalServerError)
				}
			}
			if seen.status == 0 && r.Context().Err() == context.Canceled {
				seen.status = fault.ClientGone
			}
			took := time.Since(began)
			m.inFlight.Dec()
			m.count(r, seen.code(), took)
			log.Info("request", "method", r.Method, "route", routeOf(r), "status", seen.code(), "bytes", seen.bytes, "took", took.Round(time.Microsecond))
		}()
		next.ServeHTTP(seen, r)
	})
}

// routeOf is the pattern that matched the request, which is set while it is
// served; never the path, which may hold names.
func routeOf(r *http.Request) string {
	if r.Pattern == "" {
		return "none"
	}
	return r.Pattern
}

// observed remembers what was answered.
type observed struct {
	http.ResponseWriter
	status int
	bytes  int
}

func (o *observed) WriteHeader(status int) {
	if o.status == 0 {
		o.status = status
	}
	o.ResponseWriter.WriteHeader(status)
}

func (o *observed) Write(b []byte) (int, error) {
	if o.status == 0 {
		o.status = http.StatusOK
	}
	n, err := o.ResponseWriter.Write(b)
	o.bytes += n
	return n, err
}

// Unwrap lets http.ResponseController reach what is beneath.
func (o *observed) Unwrap() http.ResponseWriter { return o.ResponseWriter }

func (o *observed) code() int {
	if o.status == 0 {
		return http.StatusOK
	}
	return o.status
}
