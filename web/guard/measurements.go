package guard

import (
	"net/http"
	"strconv"
	"time"

	"github.com/prometheus/client_golang/prometheus"
	"github.com/prometheus/client_golang/prometheus/collectors"
	"github.com/prometheus/client_golang/prometheus/promhttp"
)

// Measurements are what is counted of requests, for Prometheus.
type Measurements struct {
	registry *prometheus.Registry
	requests *prometheus.CounterVec
	seconds  *prometheus.HistogramVec
	refused  *prometheus.CounterVec
	inFlight prometheus.Gauge
	catalog  *prometheus.GaugeVec
}

// NewMeasurements starts from nothing, with the measurements of Go and of the
// process beside.
func NewMeasurements() *Measurements {
	m := &Measurements{
		registry: prometheus.NewRegistry(),
		requests: prometheus.NewCounterVec(prometheus.CounterOpts{
			Name: "rolecall_requests_total", Help: "Requests answered, by route, method and status.",
		}, []string{"route", "method", "status"}),
		seconds: prometheus.NewHistogramVec(prometheus.HistogramOpts{
			Name: "rolecall_request_seconds", Help: "How long answers took, by route.",
			Buckets: []float64{.001, .0025, .005, .01, .025, .05, .1, .25, .5, 1, 2.5, 10},
		}, []string{"route"}),
		refused: prometheus.NewCounterVec(prometheus.CounterOpts{
			Name: "rolecall_refused_total", Help: "Requests refused because a client or the server had too many, by reason.",
		}, []string{"reason"}),
		inFlight: prometheus.NewGauge(prometheus.GaugeOpts{
			Name: "rolecall_requests_in_flight", Help: "Requests being answered.",
		}),
		catalog: prometheus.NewGaugeVec(prometheus.GaugeOpts{
			Name: "rolecall_catalog", Help: "1 for the catalog being served.",
		}, []string{"hash", "name"}),
	}
	m.registry.MustRegister(m.requests, m.seconds, m.refused, m.inFlight, m.catalog,
		collectors.NewGoCollector(), collectors.NewProcessCollector(collectors.ProcessCollectorOpts{}))
	return m
}

// Serving says which catalog is being served.
func (m *Measurements) Serving(hash, name string) {
	m.catalog.Reset()
	m.catalog.WithLabelValues(hash, name).Set(1)
}

// ServeHTTP answers in Prometheus' text format.
func (m *Measurements) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	promhttp.HandlerFor(m.registry, promhttp.HandlerOpts{}).ServeHTTP(w, r)
}

func (m *Measurements) count(r *http.Request, status int, took time.Duration) {
	m.requests.WithLabelValues(routeOf(r), methodOf(r), strconv.Itoa(status)).Inc()
	m.seconds.WithLabelValues(routeOf(r)).Observe(took.Seconds())
}

// methodOf keeps words that clients make up from becoming labels without end.
func methodOf(r *http.Request) string {
	switch r.Method {
	case http.MethodGet, http.MethodHead, http.MethodPost, http.MethodOptions:
		return r.Method
	}
	return "other"
}
