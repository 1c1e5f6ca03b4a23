package fetch

import (
	"context"
	"crypto/tls"
	"errors"
	"fmt"
	"io"
	"net"
	"net/url"
	"os"
	"syscall"
)

// NetworkError is that a server was not reached, or ended the connection, in words that
// say what to do.
type NetworkError struct {
	words string
	err   error
}

func (e *NetworkError) Error() string { return e.words }
func (e *NetworkError) Unwrap() error { return e.err }

// Plainly is an error of a request in plain words instead of those of the sockets below
// it; an error of another kind is itself, without the address that the caller knows.
func Plainly(err error) error {
	asked := new(url.Error)
	if !errors.As(err, &asked) {
		return err
	}
	if words := plainWords(asked); words != "" {
		return &NetworkError{words, err}
	}
	return asked.Err
}

func plainWords(asked *url.Error) string {
	host := asked.URL
	if at, err := url.Parse(asked.URL); err == nil && at.Host != "" {
		host = at.Host
	}
	name, certificate, dial := new(net.DNSError), new(tls.CertificateVerificationError), new(net.OpError)
	switch {
	case errors.Is(asked, context.Canceled):
		return ""
	case errors.As(asked, &name) && name.IsNotFound:
		return fmt.Sprintf("there is no server named %s: check the address", name.Name)
	case errors.As(asked, &name):
		return fmt.Sprintf("the name %s could not be looked up: is this machine connected to the internet?", name.Name)
	case errors.As(asked, &certificate):
		return fmt.Sprintf("the certificate of %s is not to be trusted: %v", host, certificate.Err)
	case errors.Is(asked, syscall.ECONNREFUSED):
		return fmt.Sprintf("%s refuses connections: check the address, or try again later", host)
	case asked.Timeout(), errors.Is(asked, os.ErrDeadlineExceeded):
		return fmt.Sprintf("%s did not answer in time: try again later", host)
	case errors.Is(asked, io.EOF), errors.Is(asked, io.ErrUnexpectedEOF), errors.Is(asked, syscall.ECONNRESET), errors.Is(asked, syscall.EPIPE):
		return fmt.Sprintf("%s ended the connection: try again later", host)
	case errors.Is(asked, syscall.ENETUNREACH), errors.Is(asked, syscall.EHOSTUNREACH):
		return fmt.Sprintf("no way leads to %s: is this machine connected to the internet?", host)
	case errors.As(asked, &dial) && dial.Op == "dial" && errors.Unwrap(dial.Err) == nil:
		return fmt.Sprintf("%s could not be reached: check the address", host)
	}
	return ""
}
