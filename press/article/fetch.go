package article

import (
	"context"
	"errors"
	"fmt"
	"io"
	"mime"
	"net"
	"net/http"
	"net/netip"
	"net/url"
	"strings"
	"syscall"
	"time"

	download "rolecall/fetch"
)

// The bounds of fetching a page.
const (
	fetchTime     = 20 * time.Second
	mostRedirects = 5
)

// ErrPrivate says that an address leads into a private network. Whoever lets others
// check articles must not become their way in.
var ErrPrivate = errors.New("it leads to a private or reserved network address")

// IsAddress reports whether a word is the address of a page and not a file.
func IsAddress(word string) bool {
	return strings.HasPrefix(word, "http://") || strings.HasPrefix(word, "https://")
}

// Fetch gets an article from the web: http or https only, at most 20 seconds, five
// redirects and MaxBytes, and never from a private network, wherever its name or a
// redirect leads. Proxies are not used, as behind one the address could not be
// checked.
func Fetch(ctx context.Context, address string) (Article, error) {
	return fetcher{allowed: publicOnly}.fetch(ctx, address)
}

// fetcher fetches from the network addresses that are allowed.
type fetcher struct {
	allowed func(network, address string, _ syscall.RawConn) error
}

func (f fetcher) fetch(ctx context.Context, address string) (Article, error) {
	ctx, cancel := context.WithTimeout(ctx, fetchTime)
	defer cancel()
	if err := checkAddress(address); err != nil {
		return Article{}, err
	}
	request, err := http.NewRequestWithContext(ctx, http.MethodGet, address, nil)
	if err != nil {
		return Article{}, fmt.Errorf("fetch %s: %w", address, err)
	}
	request.Header.Set("Accept", "text/html, text/markdown, text/plain")
	request.Header.Set("User-Agent", "rolecall (checks what an article says of credits)")
	response, err := f.client().Do(request)
	if errors.Is(err, ErrPrivate) {
		return Article{}, ErrPrivate
	}
	if err != nil {
		return Article{}, download.Plainly(err)
	}
	defer response.Body.Close()
	if response.StatusCode != http.StatusOK {
		return Article{}, fmt.Errorf("fetch %s: the site answered %s", address, response.Status)
	}
	return readResponse(response)
}

func (f fetcher) client() *http.Client {
	dialer := &net.Dialer{Timeout: 10 * time.Second, Control: f.allowed}
	return &http.Client{
		Timeout:   fetchTime,
		Transport: &http.Transport{DialContext: dialer.DialContext, ResponseHeaderTimeout: fetchTime, MaxResponseHeaderBytes: 1 << 18, DisableKeepAlives: true},
		CheckRedirect: func(next *http.Request, via []*http.Request) error {
			if len(via) > mostRedirects {
				return fmt.Errorf("it redirects more than %d times", mostRedirects)
			}
			return checkAddress(next.URL.String())
		},
	}
}

// Client is a client for pages of the open internet: none of its connections leads into a
// private network, and it gives up as Fetch does.
func Client() *http.Client { return fetcher{allowed: publicOnly}.client() }

func checkAddress(address string) error {
	at, err := url.Parse(address)
	if err != nil {
		return fmt.Errorf("%q is no address of a page: %w", address, err)
	}
	if at.Scheme != "http" && at.Scheme != "https" || at.Hostname() == "" {
		return fmt.Errorf("%q is no address of a page: it must begin with http:// or https:// and name a host", address)
	}
	return nil
}

func readResponse(response *http.Response) (Article, error) {
	address := response.Request.URL.String()
	kind, _, err := mime.ParseMediaType(response.Header.Get("Content-Type"))
	if err == nil && kind != "text/html" && kind != "text/plain" && kind != "text/markdown" && kind != "application/xhtml+xml" {
		return Article{}, fmt.Errorf("%s is %s: only pages and plain text are read", address, kind)
	}
	content, err := io.ReadAll(io.LimitReader(response.Body, MaxBytes+1))
	if err != nil {
		return Article{}, fmt.Errorf("fetch %s: %w", address, err)
	}
	if len(content) > MaxBytes {
		return Article{}, fmt.Errorf("%s: %w", address, ErrTooLong)
	}
	a, err := readAs(kind, content, response.Header.Get("Content-Type"), address)
	if err != nil {
		return Article{}, fmt.Errorf("%s: %w", address, err)
	}
	a.Address = address
	return a, nil
}

// readAs reads what a site sent, by the kind and the charset that it names.
func readAs(kind string, content []byte, contentType, address string) (Article, error) {
	if kind != "text/plain" && kind != "text/markdown" {
		return pageOf(content, contentType, address)
	}
	text, err := decode(content, declaredEncoding(nil, contentType))
	if err != nil {
		return Article{}, err
	}
	if kind == "text/markdown" {
		return Markdown(text)
	}
	return readText(text)
}

// reserved are the networks that are neither private nor local by their form and yet
// no part of the open internet: RFC 6890 and the registries it names.
var reserved = []netip.Prefix{
	netip.MustParsePrefix("0.0.0.0/8"), netip.MustParsePrefix("100.64.0.0/10"), netip.MustParsePrefix("192.0.0.0/24"),
	netip.MustParsePrefix("192.0.2.0/24"), netip.MustParsePrefix("198.18.0.0/15"), netip.MustParsePrefix("198.51.100.0/24"),
	netip.MustParsePrefix("203.0.113.0/24"), netip.MustParsePrefix("240.0.0.0/4"), netip.MustParsePrefix("64:ff9b::/96"),
	netip.MustParsePrefix("64:ff9b:1::/48"), netip.MustParsePrefix("100::/64"), netip.MustParsePrefix("2001::/23"), netip.MustParsePrefix("2001:db8::/32"), netip.MustParsePrefix("2002::/16"),
	netip.MustParsePrefix("::/96"), netip.MustParsePrefix("::ffff:0:0:0/96"), netip.MustParsePrefix("fec0::/10"), netip.MustParsePrefix("3fff::/20"),
	netip.MustParsePrefix("5f00::/16"), netip.MustParsePrefix("192.88.99.0/24"),
}

// publicOnly refuses connections to addresses that are not public. It is asked after
// names are resolved, for every connection, so that neither a name nor a redirect
// gets around it.
func publicOnly(_, address string, _ syscall.RawConn) error {
	at, err := netip.ParseAddrPort(address)
	if err != nil {
		return fmt.Errorf("%s: %w", address, ErrPrivate)
	}
	ip := at.Addr().Unmap()
	if !ip.IsGlobalUnicast() || ip.IsPrivate() || ip.IsLoopback() || ip.IsLinkLocalUnicast() {
		return fmt.Errorf("%s: %w", ip, ErrPrivate)
	}
	for _, network := range reserved {
		if network.Contains(ip) {
			return fmt.Errorf("%s: %w", ip, ErrPrivate)
		}
	}
	return nil
}
