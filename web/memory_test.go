package web

import (
	"bytes"
	"context"
	"log/slog"
	"net/http"
	"net/http/httptest"
	"path/filepath"
	"strings"
	"testing"

	"rolecall/catalog"
)

// A question that takes more memory than the database may use is told as that, by pages
// and the interface, and the next one is answered.
func TestTooLittleMemoryIsToldAsThat(t *testing.T) {
	path := filepath.Join(t.TempDir(), "c.duckdb")
	if err := catalog.Build(t.Context(), path, catalog.Recipe{Name: "all", Fill: everythingFill}); err != nil {
		t.Fatal(err)
	}
	var log bytes.Buffer
	site, err := New(t.Context(), Options{
		Open: func(ctx context.Context) (*catalog.Catalog, error) {
			return catalog.Limits{Memory: 2 << 20}.Open(ctx, path)
		},
		Log: slog.New(slog.NewTextHandler(&log, nil)),
	})
	if err != nil {
		t.Fatal(err)
	}
	defer site.Close()
	for address, want := range map[string]int{
		"/report?by=network": http.StatusServiceUnavailable, "/rank": http.StatusServiceUnavailable, "/api/v1/report?by=year": http.StatusServiceUnavailable,
		"/report.csv?by=kind": http.StatusServiceUnavailable, "/sources": http.StatusOK, "/readyz": http.StatusOK,
	} {
		w := httptest.NewRecorder()
		site.Handler().ServeHTTP(w, httptest.NewRequest(http.MethodGet, address, nil))
		told := strings.Contains(w.Body.String(), "more memory than the server has for it")
		if w.Code != want || told != (want == http.StatusServiceUnavailable) || strings.Contains(w.Body.String(), "cannot be read") {
			t.Errorf("%s: %d %.200q, want %d", address, w.Code, w.Body, want)
		}
	}
	if strings.Contains(log.String(), "damaged") || !strings.Contains(log.String(), "--memory") {
		t.Errorf("logged: %s", log.String())
	}
}
