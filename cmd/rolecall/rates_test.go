package main

import (
	"context"
	"fmt"
	"log/slog"
	"net/http"
	"net/http/httptest"
	"testing"

	"rolecall"
	"rolecall/catalog"
	"rolecall/source/starter"
	"rolecall/standard"
	"rolecall/web"
	"rolecall/web/api"
)

// How many titles meet a standard is the same by the command, the interface and the file beside
// the page.
func TestRatesAreTheSameEverywhere(t *testing.T) {
	t.Chdir(t.TempDir())
	if err := catalog.Build(t.Context(), "served.duckdb", catalog.Recipe{Name: starter.Name, Fill: starter.Fill}); err != nil {
		t.Fatal(err)
	}
	site, err := web.New(t.Context(), web.Options{
		Open: func(ctx context.Context) (*catalog.Catalog, error) { return catalog.Open(ctx, "served.duckdb") },
		Log:  slog.New(slog.DiscardHandler), Proxied: true,
	})
	if err != nil {
		t.Fatal(err)
	}
	clients := 0
	served := func(address string) string {
		clients++
		w, r := httptest.NewRecorder(), httptest.NewRequest(http.MethodGet, address, nil)
		r.Header.Set("X-Forwarded-For", fmt.Sprintf("2001:db8:%x::1", clients))
		site.Handler().ServeHTTP(w, r)
		return w.Body.String()
	}
	asked := make(map[string][]string)
	for _, one := range standard.Shipped() {
		for _, reading := range rolecall.Readings() {
			query := "?from=2010&reading=" + string(reading)
			asked[one.ID+string(reading)] = []string{served(api.Prefix + "/standards/" + one.ID + query), served("/standards/" + one.ID + ".json" + query)}
		}
	}
	if err := site.Close(); err != nil {
		t.Fatal(err)
	}
	for _, one := range standard.Shipped() {
		for _, reading := range rolecall.Readings() {
			want := string(written(t, "assess", "--standard", one.ID, "--from", "2010", "--reading", string(reading), "--catalog", "served.duckdb", "--format", "json"))
			for i, got := range asked[one.ID+string(reading)] {
				if got != want {
					t.Errorf("%s, %s, %d: %.600s\nthe command says %.600s", one.ID, reading, i, got, want)
				}
			}
		}
	}
}
