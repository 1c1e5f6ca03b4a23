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
				return snapshot.Open(ctx, path)
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
