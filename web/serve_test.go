package web_test

import (
	"context"
	"log/slog"
	"net"
	"os"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
	"time"

	"rolecall/catalog"
	"rolecall/web"
	"rolecall/web/snapshot"
)

// TestASiteGoesOnToANewCatalogAndStops serves over a listener as the command
// does: a signal brings the new catalog, and the end of the context ends it.
func TestASiteGoesOnToANewCatalogAndStops(t *testing.T) {
	path := filepath.Join(t.TempDir(), "c.duckdb")
	buildFile(t, path, "first", web.HostileFill("First"))
	reload := make(chan os.Signal, 1)
	opened := false
	site, err := web.New(t.Context(), web.Options{
		Open: func(ctx context.Context) (*catalog.Catalog, error) {
			if opened {
				return snapshot.Open(ctx, path, catalog.Limits{})
			}
			opened = true
			return catalog.Open(ctx, path)
		},
		Reload: reload, Public: public, Version: "test", Log: slog.New(slog.DiscardHandler),
	})
	if err != nil {
		t.Fatal(err)
	}
	defer site.Close()
	listener, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	ctx, stop := context.WithCancel(t.Context())
	ended := make(chan error, 1)
	go func() { ended <- site.Serve(ctx, listener) }()
	address := "http://" + listener.Addr().String() + "/title/series0"
	if r := get(t, address); !strings.Contains(r.body, "First") {
		t.Errorf("the first catalog is not served: %d", r.StatusCode)
	}
	buildFile(t, path, "second", web.HostileFill("Second"))
	reload <- syscall.SIGHUP
	for deadline := time.Now().Add(10 * time.Second); ; time.Sleep(10 * time.Millisecond) {
		if strings.Contains(get(t, address).body, "Second") {
			break
		}
		if time.Now().After(deadline) {
			t.Fatal("the second catalog is not served")
		}
	}
	stop()
	if err := <-ended; err != nil {
		t.Error(err)
	}
	if _, err := net.Dial("tcp", listener.Addr().String()); err == nil {
		t.Error("the server still listens")
	}
}

// A catalog that is cut in place while it is served is said to be out of order: by
// /readyz, and by pages that cannot be made any more.
func TestACatalogCutInPlaceIsNotReady(t *testing.T) {
	path := filepath.Join(t.TempDir(), "c.duckdb")
	buildFile(t, path, "cut", web.HostileFill("First", "Second"))
	server, _ := serve(t, path)
	if r := get(t, server.URL+"/readyz"); r.StatusCode != 200 {
		t.Fatalf("readyz: %d", r.StatusCode)
	}
	if err := os.Truncate(path, 13_000); err != nil {
		t.Fatal(err)
	}
	if r := get(t, server.URL+"/readyz"); r.StatusCode != 503 {
		t.Errorf("readyz: %d", r.StatusCode)
	}
	for i, address := range []string{"/title/series0", "/title/series1", "/person/person1", "/search?q=second", "/report?by=kind", "/sources", "/api/v1/titles/series1", "/api/v1/sources", "/healthz"} {
		r := get(t, server.URL+address, "X-Forwarded-For", "192.0.2."+string(rune('1'+i)))
		if r.StatusCode != 200 && r.StatusCode != 503 || strings.Contains(r.body, path) {
			t.Errorf("%s: %d %.100s", address, r.StatusCode, r.body)
		}
	}
}
