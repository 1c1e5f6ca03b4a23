package main

import (
	"context"
	"errors"
	"fmt"
	"log/slog"
	"net"
	"os"
	"os/signal"
	"runtime/debug"
	"strings"
	"syscall"

	"github.com/spf13/cobra"

	"rolecall/catalog"
	"rolecall/press/article"
	"rolecall/web"
	"rolecall/web/snapshot"
)

// serveFlags say where and how the site runs.
type serveFlags struct {
	address, public, corpus string
	proxied, fetch          bool
}

func (a *app) serveCommand() *cobra.Command {
	var f serveFlags
	c := &cobra.Command{
		Use:   "serve",
		Short: "The same as web pages and an HTTP interface",
		Long: `Serve the catalog as web pages and an HTTP interface until interrupted.

A new catalog at the same place is noticed and served from then on, and on SIGHUP;
requests under way end with the catalog they began with. Requests are logged on
standard error without addresses or texts.

With --fetch-pages, readers may give the address of a page to check, and the server
fetches it: from public addresses only, with the limits of "rolecall check URL". It is
off unless asked for, as a server then asks other sites on behalf of whoever comes.

With --corpus, the site also shows what an archive comes to that "rolecall corpus check"
has checked into a folder, by the same catalog: who is quoted, which claims are
repeated and contradicted, which titles and people are covered. A folder that grows is
read anew. Its claims are shown in the words of the articles, with their addresses.`,
		Example: `  rolecall serve
  rolecall serve --addr 127.0.0.1:8900 --catalog starter
  rolecall serve --corpus checked
  rolecall serve --public https://rolecall.example --proxied`,
		Args: noArguments,
		RunE: func(c *cobra.Command, _ []string) error { return a.serve(c.Context(), f) },
	}
	c.Flags().StringVar(&f.address, "addr", "127.0.0.1:8080", "the address and port to listen on")
	c.Flags().StringVar(&f.public, "public", os.Getenv("ROLECALL_PUBLIC"), "the address that readers use, for shared links (default $ROLECALL_PUBLIC, else http://ADDR)")
	c.Flags().BoolVar(&f.proxied, "proxied", false, "behind one proxy, which names clients in X-Forwarded-For")
	c.Flags().BoolVar(&f.fetch, "fetch-pages", false, "let readers give the address of a page to check, which the server then fetches")
	c.Flags().StringVar(&f.corpus, "corpus", "", "also show the archive that \"rolecall corpus check\" has checked into this folder")
	return c
}

// ownMemory is how much memory the server aims to hold beside the database, in bytes: what
// is live takes some 250 MB of it at the size of IMDb, answers kept and rows unpacked among
// it. Without an aim, garbage of the last big answer stays as long again.
const ownMemory = 512 << 20

// aimAtMemory sets the aim, unless whoever runs the server has set another.
func aimAtMemory() {
	if os.Getenv("GOMEMLIMIT") == "" {
		debug.SetMemoryLimit(ownMemory)
	}
}

func (a *app) serve(ctx context.Context, f serveFlags) error {
	aimAtMemory()
	ctx, stop := signal.NotifyContext(ctx, os.Interrupt, syscall.SIGTERM)
	defer stop()
	reload := make(chan os.Signal, 1)
	signal.Notify(reload, syscall.SIGHUP)
	defer signal.Stop(reload)
	listener, err := net.Listen("tcp", f.address)
	if err != nil {
		return &usageError{fmt.Sprintf("--addr %s: %s", f.address, notListening(err))}
	}
	f.public = strings.TrimSuffix(f.public, "/")
	if f.public == "" {
		f.public = "http://" + listener.Addr().String()
	}
	options := web.Options{
		Open: a.opener(), Watch: a.watched(), Reload: reload, Public: f.public, Proxied: f.proxied,
		Corpus: f.corpus, Memory: a.limits.Memory, Version: version(), Log: slog.New(slog.NewTextHandler(a.stderr, nil)),
	}
	if f.fetch {
		options.Fetch = article.Fetch
	}
	site, err := web.New(ctx, options)
	if err != nil {
		listener.Close()
		return err
	}
	defer site.Close()
	fmt.Fprintf(a.notes, "rolecall: serving on http://%s; end with Ctrl-C\n", listener.Addr())
	return site.Serve(ctx, listener)
}

// opener opens the catalog asked for: the first time as every command does, from
// then on whatever lies at its place now.
func (a *app) opener() func(context.Context) (*catalog.Catalog, error) {
	first := true
	return func(ctx context.Context) (*catalog.Catalog, error) {
		if first {
			first = false
			return a.open(ctx)
		}
		path := a.watched()
		if _, err := os.Stat(path); a.catalog == starterWord || a.catalog == "" && err != nil {
			return a.openStarter(ctx)
		}
		return snapshot.Open(ctx, path, a.limits)
	}
}

// watched is the file at which a new catalog appears; the starter has none.
func (a *app) watched() string {
	switch a.catalog {
	case starterWord:
		return ""
	case "":
		return importedPath()
	}
	return a.catalog
}

// notListening is why no server can be had at an address, without the words of sockets.
func notListening(err error) string {
	wrong, name := new(net.AddrError), new(net.DNSError)
	switch {
	case errors.Is(err, syscall.EADDRINUSE):
		return "another program listens there: choose another port"
	case errors.Is(err, syscall.EACCES):
		return "ports below 1024 are for the system: choose another, as 8080"
	case errors.Is(err, syscall.EADDRNOTAVAIL), errors.As(err, &name):
		return "this machine has no such address: give one of its own, as 127.0.0.1:8080"
	case errors.As(err, &wrong):
		return "that is no address: " + wrong.Err + "; give a host and a port, as 127.0.0.1:8080"
	}
	return err.Error()
}
