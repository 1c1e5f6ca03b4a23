// Package web is Rolecall as a site: look it up, share it, cite it. Pages are
// made on the server from package measure's counts and package render's words,
// and read without scripts; beside each stands the same answer as JSON and CSV,
// the very documents the command writes. Nothing comes from another host, no
// cookie is set, nothing about readers is kept.
//
// Each page is one file: what its address asks for, and what its template in
// templates/ shows. Templates lay out and never count.
package web

import (
	"context"
	"errors"
	"fmt"
	"log/slog"
	"net"
	"net/http"
	"net/url"
	"os"
	"time"

	"github.com/klauspost/compress/gzhttp"

	"rolecall/catalog"
	"rolecall/press/article"
	"rolecall/web/api"
	"rolecall/web/archive"
	"rolecall/web/asset"
	"rolecall/web/guard"
	"rolecall/web/snapshot"
)

// Options say how a site runs.
type Options struct {
	// Open opens the catalog to serve; it is called again to go on to a new one.
	Open func(context.Context) (*catalog.Catalog, error)
	// Watch is the file whose change means a new catalog, or empty.
	Watch string
	// Reload brings a request to look for a new catalog, as SIGHUP does.
	Reload <-chan os.Signal
	// Public is the address that readers use, without a slash at its end:
	// "https://rolecall.example". Shared links and pictures need it.
	Public string
	// Proxied says that the site stands behind one proxy, which names clients in
	// X-Forwarded-For.
	Proxied bool
	// Fetch gets the page at an address that a reader gives to be checked; nil where the
	// site fetches none.
	Fetch func(ctx context.Context, address string) (article.Article, error)
	// Corpus is the folder of an archive that was checked, whose pages are shown too; empty for
	// none. Memory bounds that of the database for it, in bytes; 0 is the usual amount.
	Corpus string
	Memory int64
	// Version is the program's.
	Version string
	// Log takes one line for each request, without addresses or texts.
	Log *slog.Logger
}

// Site serves a catalog.
type Site struct {
	options Options
	holder  *snapshot.Holder
	// archive is nil where none is served.
	archive  *archive.Archive
	measured *guard.Measurements
	costly   *guard.Limit
	// fetching limits the pages that are fetched for readers, and sameOrigin holds them to
	// requests of the site's own pages.
	fetching   *guard.Limit
	sameOrigin *http.CrossOriginProtection
	api        *api.Service
	handler    http.Handler
}

// The bounds of a server that anybody may reach. Pages take milliseconds; the
// longest answers, reports over everything, take seconds.
const (
	patience    = 20 * time.Second
	largestBody = 1 << 20
	largestHead = 16 << 10
	// drain is how long requests under way may take when the server stops.
	drain = patience + 5*time.Second
)

// New opens the catalog and lays out the site.
func New(ctx context.Context, o Options) (*Site, error) {
	holder, err := snapshot.New(ctx, o.Open)
	if err != nil {
		return nil, err
	}
	s := &Site{options: o, holder: holder, measured: guard.NewMeasurements()}
	if o.Corpus != "" {
		if s.archive, err = archive.New(o.Corpus, o.Memory, holder.Borrow, o.Log); err != nil {
			return nil, errors.Join(err, holder.Close())
		}
	}
	s.costly = guard.NewLimit(guard.Costs{PerSecond: 2, Burst: 20, AtOnce: 2, Proxied: o.Proxied}, s.measured, s.refuse)
	s.fetching = guard.NewLimit(guard.Costs{PerSecond: 0.2, Burst: 5, AtOnce: 4, Proxied: o.Proxied}, s.measured, s.refuse)
	s.sameOrigin = sameOrigin(o.Public)
	compress, err := gzhttp.NewWrapper(gzhttp.MinSize(1024), gzhttp.ExceptContentTypes([]string{"image/png", "font/woff2"}))
	if err != nil {
		return nil, errors.Join(err, s.Close())
	}
	s.handler = guard.Headers(guard.Bounds(patience, largestBody, compress(guard.Observe(o.Log, s.measured, s.onlyTexts(s.routes())))))
	return s, nil
}

// sameOrigin knows the site's own pages: by the browser's word, else by the host that is
// asked or, behind a proxy that changes it, by the address that readers use.
func sameOrigin(public string) *http.CrossOriginProtection {
	own := http.NewCrossOriginProtection()
	if at, err := url.Parse(public); err == nil && at.Host != "" {
		// What is no origin is none to trust.
		_ = own.AddTrustedOrigin(at.Scheme + "://" + at.Host)
	}
	return own
}

// Handler answers all requests.
func (s *Site) Handler() http.Handler { return s.handler }

// Close closes the catalog and the archive when no request uses them any more.
func (s *Site) Close() error {
	if s.archive == nil {
		return s.holder.Close()
	}
	return errors.Join(s.archive.Close(), s.holder.Close())
}

// Serve answers on a listener until the context ends, then lets requests under
// way finish. It goes on to a new catalog when there is one.
func (s *Site) Serve(ctx context.Context, listener net.Listener) error {
	server := &http.Server{
		Handler:           s.handler,
		ReadHeaderTimeout: 5 * time.Second,
		ReadTimeout:       10 * time.Second,
		WriteTimeout:      patience + 10*time.Second,
		IdleTimeout:       60 * time.Second,
		MaxHeaderBytes:    largestHead,
		ErrorLog:          slog.NewLogLogger(withoutDetail{s.options.Log.Handler()}, slog.LevelDebug),
	}
	watching, stop := context.WithCancel(ctx)
	defer stop()
	go s.holder.Watch(watching, s.options.Watch, snapshot.Every, s.options.Reload, s.options.Log)
	ended := make(chan error, 1)
	go func() { ended <- server.Serve(listener) }()
	select {
	case err := <-ended:
		return err
	case <-ctx.Done():
	}
	s.options.Log.Info("stopping; requests under way are finished first")
	finishing, cancel := context.WithTimeout(context.WithoutCancel(ctx), drain)
	defer cancel()
	if err := server.Shutdown(finishing); err != nil {
		return fmt.Errorf("stop the server: %w", err)
	}
	return nil
}

// withoutDetail logs that a connection failed and not whose it was: net/http
// writes addresses into such messages.
type withoutDetail struct{ slog.Handler }

func (h withoutDetail) Handle(ctx context.Context, r slog.Record) error {
	r.Message = "a connection failed"
	return h.Handler.Handle(ctx, r)
}

func (s *Site) routes() http.Handler {
	mux := http.NewServeMux()
	s.page(mux, "GET /{$}", s.home)
	s.page(mux, "GET /title/{id...}", s.title)
	s.page(mux, "GET /person/{id...}", s.person)
	s.page(mux, "GET /id/{id...}", s.identified)
	pageAndFiles(mux, s.page, "/search", s.search)
	pageAndFiles(mux, s.costlyPage, "/browse", s.browse)
	s.page(mux, "GET /suggest", s.suggest)
	pageAndFiles(mux, s.page, "/sources", s.sources)
	pageAndFiles(mux, s.page, "/standards", s.standards)
	s.costlyPage(mux, "GET /standards/{id}", s.standard)
	s.costlyPage(mux, "GET /standards/{id}/titles", s.meeting)
	s.page(mux, "GET /check", s.check)
	s.costlyPage(mux, "POST /check", s.desk)
	s.costlyPage(mux, "POST /check.md", s.desk)
	s.costlyPage(mux, "POST /check.json", s.desk)
	s.costlyPage(mux, "POST /check.csv", s.desk)
	for _, ending := range []string{"", ".md", ".json", ".csv"} {
		mux.Handle("POST /check/address"+ending, s.fetching.Wrap(s.answering(s.deskAddress)))
	}
	pageAndFiles(mux, s.costlyPage, "/report", s.report)
	pageAndFiles(mux, s.costlyPage, "/rank", s.rank)
	pageAndFiles(mux, s.costlyPage, "/gaps", s.gaps)
	pageAndFiles(mux, s.costlyPage, "/careers", s.careers)
	for path := range reportCharts {
		s.costlyPage(mux, "GET "+path, s.report)
	}
	if s.archive != nil {
		pageAndFiles(mux, s.corpusPage, "/corpus", s.corpus)
		for path := range corpusCharts {
			s.corpusPage(mux, "GET "+path, s.corpus)
		}
	}
	s.costlyPage(mux, "GET /unusual/{id...}", s.unusual)
	s.embedRoutes(mux)
	s.page(mux, "GET /method", s.method)
	s.page(mux, "GET /api", s.apiPage)
	s.costlyPage(mux, "GET /card.png", s.homeCard)
	s.costlyPage(mux, "GET /card/title/{file...}", s.titleCard)
	s.costlyPage(mux, "GET /card/person/{file...}", s.personCard)
	s.api = api.New(mux, s.holder, s.options.Version, s.options.Public, func(hash, address string) string { return s.tag(hash, "", address) }, s.costly.Wrap, s.options.Log)
	assistants := s.assistants()
	mux.Handle("POST /mcp", assistants)
	mux.Handle("GET /mcp", assistants)
	mux.Handle("DELETE /mcp", assistants)
	matched := s.reconciliation()
	mux.Handle("GET /reconcile", matched)
	mux.Handle("POST /reconcile", matched)
	mux.Handle("POST /reconcile/{$}", matched)
	mux.Handle("OPTIONS /reconcile", matched)
	mux.Handle("OPTIONS /reconcile/", matched)
	mux.Handle("GET /reconcile/", matched)
	mux.Handle("GET /reconcile/suggest/{what}", matched)
	mux.Handle("GET /reconcile/properties", matched)
	mux.Handle("GET /reconcile/preview/{id...}", guard.Framed(s.answering(s.preview)))
	s.page(mux, "GET /", s.nothing)
	mux.HandleFunc("GET "+asset.Prefix, asset.ServeHTTP)
	mux.HandleFunc("GET /favicon.ico", func(w http.ResponseWriter, r *http.Request) {
		http.Redirect(w, r, asset.Address("icon.svg"), http.StatusMovedPermanently)
	})
	mux.HandleFunc("GET /robots.txt", robots)
	mux.HandleFunc("GET /healthz", s.healthy)
	mux.HandleFunc("GET /readyz", s.ready)
	mux.Handle("GET /metrics", http.HandlerFunc(s.metrics))
	return mux
}

// robots asks crawlers to keep to the pages: files beside them and searches are
// many, and say the same.
func robots(w http.ResponseWriter, _ *http.Request) {
	w.Header().Set("Content-Type", "text/plain; charset=utf-8")
	fmt.Fprint(w, "User-agent: *\nDisallow: /search\nDisallow: /suggest\nDisallow: /api/\nDisallow: /reconcile\n")
}

// healthy says that the process answers.
func (s *Site) healthy(w http.ResponseWriter, _ *http.Request) {
	w.Header().Set("Cache-Control", "no-store")
	fmt.Fprintln(w, "alive")
}

// ready says that the catalog answers.
func (s *Site) ready(w http.ResponseWriter, r *http.Request) {
	w.Header().Set("Cache-Control", "no-store")
	held, release, err := s.holder.Acquire()
	if err == nil {
		defer release()
		err = held.Ready(r.Context())
	}
	if err != nil {
		http.Error(w, "the catalog does not answer", http.StatusServiceUnavailable)
		return
	}
	fmt.Fprintln(w, "ready", held.Info().Hash)
}

func (s *Site) metrics(w http.ResponseWriter, r *http.Request) {
	if held, release, err := s.holder.Acquire(); err == nil {
		s.measured.Serving(held.Info().Hash, held.Info().Name)
		release()
	}
	s.measured.ServeHTTP(w, r)
}
