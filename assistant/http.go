package assistant

import (
	"bytes"
	"context"
	"io"
	"net/http"
	"net/url"
	"time"

	"github.com/modelcontextprotocol/go-sdk/mcp"
)

// Path is where the tools lie over HTTP.
const Path = "/mcp"

// ServeHTTP answers over streamable HTTP, without sessions: each request stands for
// itself, so that servers can be many and begin anew. Those who put limits on a request
// have read it whole before.
func (s *Service) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	if r.Method != http.MethodPost {
		s.http.ServeHTTP(w, r)
		return
	}
	body, err := io.ReadAll(r.Body)
	if err != nil {
		http.Error(w, "The message is too long: send 1 MB at most.", http.StatusRequestEntityTooLarge)
		return
	}
	// A batch is many questions under the limits of one; the protocol has none since
	// 2025-06-18.
	if bytes.HasPrefix(bytes.TrimLeft(body, " \t\r\n"), []byte("[")) {
		http.Error(w, "Batches are not answered: send one message at a time.", http.StatusBadRequest)
		return
	}
	ctx, cancel := soonEnough(r.Context())
	defer cancel()
	r.Body = io.NopCloser(bytes.NewReader(body))
	s.http.ServeHTTP(w, r.WithContext(context.WithValue(r.Context(), requestKey{}, r.WithContext(ctx))))
}

// requestKey leads from the context of a call to its request over HTTP. The SDK lets a
// call go on when its request has ended, in all but the newest version of the protocol.
type requestKey struct{}

// telling is the time that is left for saying that an answer took too long.
const telling = 2 * time.Second

// soonEnough ends work before the request ends, so that the client is told why.
func soonEnough(ctx context.Context) (context.Context, context.CancelFunc) {
	end, limited := ctx.Deadline()
	if !limited || time.Until(end) < 2*telling {
		return context.WithCancel(ctx)
	}
	return context.WithDeadline(ctx, end.Add(-telling))
}

func (s *Service) handler() http.Handler {
	return mcp.NewStreamableHTTPHandler(func(*http.Request) *mcp.Server { return s.server }, &mcp.StreamableHTTPOptions{
		Stateless: true, JSONResponse: true, PropagateRequestCancellation: true,
		// Against pages of other hosts that a browser takes for this one. A public site
		// has nothing that is not everybody's.
		DisableLocalhostProtection: isPublic(s.options.Public),
	})
}

// isPublic reports whether an address is that of another machine than the reader's.
func isPublic(address string) bool {
	u, err := url.Parse(address)
	if err != nil || u.Host == "" {
		return false
	}
	switch u.Hostname() {
	case "localhost", "127.0.0.1", "::1":
		return false
	}
	return true
}
