package web_test

import (
	"context"
	"encoding/json"
	"errors"
	"log/slog"
	"net"
	"net/http"
	"net/http/httptest"
	"net/http/httputil"
	"net/url"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"sync/atomic"
	"syscall"
	"testing"
	"time"

	"rolecall/catalog"
	"rolecall/web"
	"rolecall/web/snapshot"
)

// replica serves the catalog at a path, as the command does, and is its address.
func replica(t *testing.T, path string, reload <-chan os.Signal) *url.URL {
	t.Helper()
	site, err := web.New(t.Context(), web.Options{
		Open:  func(ctx context.Context) (*catalog.Catalog, error) { return snapshot.Open(ctx, path, catalog.Limits{}) },
		Watch: path, Reload: reload, Public: public, Version: "test", Log: slog.New(slog.DiscardHandler),
	})
	if err != nil {
		t.Fatal(err)
	}
	listener, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	ctx, stop := context.WithCancel(t.Context())
	ended := make(chan error, 1)
	go func() { ended <- site.Serve(ctx, listener) }()
	t.Cleanup(func() {
		stop()
		if err := errors.Join(<-ended, site.Close()); err != nil {
			t.Error(err)
		}
	})
	return &url.URL{Scheme: "http", Host: listener.Addr().String()}
}

// balancer asks replicas in turn.
func balancer(t *testing.T, replicas ...*url.URL) *httptest.Server {
	t.Helper()
	var asked atomic.Int64
	proxy := &httputil.ReverseProxy{Rewrite: func(r *httputil.ProxyRequest) { r.SetURL(replicas[int(asked.Add(1))%len(replicas)]) }}
	server := httptest.NewServer(proxy)
	t.Cleanup(server.Close)
	return server
}

// point lets a link lead to a catalog, at one moment.
func point(t *testing.T, link, to string) {
	t.Helper()
	if err := errors.Join(os.Symlink(filepath.Base(to), link+".next"), os.Rename(link+".next", link)); err != nil {
		t.Fatal(err)
	}
}

// hashOf is that of a catalog's file.
func hashOf(t *testing.T, path string) string {
	t.Helper()
	c, err := catalog.Open(t.Context(), path)
	if err != nil {
		t.Fatal(err)
	}
	defer c.Close()
	return c.Info().Hash
}

// TestReplicasGoOnToANewCatalogWithoutMixingTwo asks two servers of one file through a balancer
// while the file is swapped, which one of them is told of and the other notices later.
func TestReplicasGoOnToANewCatalogWithoutMixingTwo(t *testing.T) {
	folder := t.TempDir()
	current, first, second := filepath.Join(folder, "current.duckdb"), filepath.Join(folder, "first.duckdb"), filepath.Join(folder, "second.duckdb")
	buildFile(t, first, "first", web.HostileFill("Aurora"))
	buildFile(t, second, "second", web.HostileFill("Borealis"))
	names := map[string]string{hashOf(t, first): "Aurora", hashOf(t, second): "Borealis"}
	old := hashOf(t, first)
	point(t, current, first)
	told := make(chan os.Signal, 1)
	replicas := []*url.URL{replica(t, current, told), replica(t, current, nil)}
	site := balancer(t, replicas...)

	var asking sync.WaitGroup
	var mutex sync.Mutex
	answers := make(map[string]int)
	saw := func(what string) {
		mutex.Lock()
		defer mutex.Unlock()
		answers[what]++
	}
	stop := make(chan struct{})
	ask := func(address string, look func(reply)) {
		asking.Go(func() {
			for {
				select {
				case <-stop:
					return
				default:
					look(get(t, site.URL+address))
				}
			}
		})
	}
	ask("/api/v1/titles/series0", func(r reply) {
		name, err := nameByCatalog(r, names)
		if err != nil {
			t.Errorf("%d %v: %.300s", r.StatusCode, err, r.body)
		}
		saw(name)
	})
	ask("/title/series0", func(r reply) {
		if r.StatusCode != http.StatusOK || strings.Contains(r.body, "Aurora") == strings.Contains(r.body, "Borealis") || !strings.HasSuffix(strings.TrimSpace(r.body), "</html>") {
			t.Errorf("a page of no catalog or of two: %d: %.300s", r.StatusCode, r.body)
		}
	})
	ask("/api/v1/titles/series0?catalog="+old, func(r reply) {
		switch name, err := nameByCatalog(r, names); {
		case r.StatusCode == http.StatusConflict:
			saw("another catalog")
		case err != nil || name != "Aurora":
			t.Errorf("asked for the first catalog: %d %s %v", r.StatusCode, name, err)
		}
	})
	time.Sleep(100 * time.Millisecond)
	point(t, current, second)
	told <- syscall.SIGHUP
	for _, r := range replicas {
		awaitCatalog(t, r.String()+"/api/v1/titles/series0", "Borealis", names)
	}
	close(stop)
	asking.Wait()
	if answers["Aurora"] == 0 || answers["Borealis"] == 0 || answers["another catalog"] == 0 {
		t.Errorf("the test shows little: %v", answers)
	}
	for range 4 {
		if name, err := nameByCatalog(get(t, site.URL+"/api/v1/titles/series0"), names); name != "Borealis" || err != nil {
			t.Errorf("after the swap: %s, %v", name, err)
		}
	}
}

// nameByCatalog is the name that a whole answer has, if that is the one of the catalog that it says it
// comes from.
func nameByCatalog(r reply, names map[string]string) (string, error) {
	var answer struct {
		Title   struct{ Name string }
		Catalog struct{ Hash string }
	}
	if err := json.Unmarshal([]byte(r.body), &answer); err != nil {
		return "", err
	}
	if r.StatusCode != http.StatusOK || answer.Title.Name == "" || names[answer.Catalog.Hash] != answer.Title.Name {
		return answer.Title.Name, errors.New("not a title of the catalog " + answer.Catalog.Hash)
	}
	return answer.Title.Name, nil
}

// awaitCatalog waits until a server answers from a catalog.
func awaitCatalog(t *testing.T, address, name string, names map[string]string) {
	t.Helper()
	for deadline := time.Now().Add(20 * time.Second); ; time.Sleep(10 * time.Millisecond) {
		if got, err := nameByCatalog(get(t, address), names); err == nil && got == name {
			return
		}
		if time.Now().After(deadline) {
			t.Fatalf("%s does not answer from the catalog of %s", address, name)
		}
	}
}
