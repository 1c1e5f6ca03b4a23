package fetch

import (
	"errors"
	"io"
	"net"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"
	"time"
)

// What keeps a server from answering is said without the words of sockets, and stays what
// it was for whoever asks.
func TestFaultsOfTheNetworkAreToldPlainly(t *testing.T) {
	slow := httptest.NewServer(http.HandlerFunc(func(_ http.ResponseWriter, r *http.Request) { <-r.Context().Done() }))
	defer slow.Close()
	closing := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, _ *http.Request) {
		if conn, _, err := w.(http.Hijacker).Hijack(); err == nil {
			conn.Close()
		}
	}))
	defer closing.Close()
	secret := httptest.NewTLSServer(http.NotFoundHandler())
	secret.Config.ErrorLog = nil
	defer secret.Close()
	gone := httptest.NewServer(http.NotFoundHandler())
	gone.Close()
	client := &http.Client{Timeout: 300 * time.Millisecond, Transport: &http.Transport{DisableKeepAlives: true}}
	nameless := &http.Client{Transport: &http.Transport{DialContext: (&net.Dialer{Resolver: &net.Resolver{PreferGo: true}}).DialContext}}
	for _, c := range []struct {
		client        *http.Client
		address, says string
	}{
		{client, slow.URL, "did not answer in time"},
		{client, closing.URL, "ended the connection"},
		{client, secret.URL, "is not to be trusted"},
		{client, gone.URL, "refuses connections"},
		{nameless, "http://no-such-name.invalid/", "no-such-name.invalid"},
	} {
		_, err := c.client.Get(c.address)
		if err == nil {
			t.Fatalf("%s answered", c.address)
		}
		told := Plainly(err)
		network := new(NetworkError)
		if !errors.As(told, &network) || !strings.Contains(told.Error(), c.says) {
			t.Errorf("%s: %v", c.address, told)
		}
		for _, word := range []string{"dial tcp", "Get \"", "EOF", "connect:", "lookup", "context deadline"} {
			if strings.Contains(told.Error(), word) {
				t.Errorf("%s: %v", c.address, told)
			}
		}
		if !errors.Is(told, err) {
			t.Errorf("%s: what it was is lost", c.address)
		}
	}
	if err := Plainly(io.ErrClosedPipe); err != io.ErrClosedPipe {
		t.Errorf("another error: %v", err)
	}
}
