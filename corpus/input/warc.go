package input

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"mime"
	"net/http"
	"net/http/httputil"
	"net/url"
	"regexp"
	"strconv"
	"strings"

	"github.com/klauspost/compress/flate"
	"github.com/klauspost/compress/gzip"
	"github.com/klauspost/compress/zstd"
	"github.com/nlnwa/gowarc/v3"

	"rolecall/corpus/document"
	"rolecall/press/article"
)

// records reads the pages and texts of a WARC or WET file. Requests, metadata, pictures,
// answers other than 200 and records of pages seen before are no documents.
func (r *reading) records(s *stream) error {
	archive, err := gowarc.NewWarcFileReaderFromStream(s, 0, lenient...)
	if err != nil {
		return damaged(err)
	}
	defer archive.Close()
	for n := 1; !r.enough; n++ {
		record, err := archive.Next()
		if err == io.EOF {
			return nil
		}
		if err != nil || record.WarcRecord == nil {
			return fmt.Errorf("record %d: %w", n, damaged(err))
		}
		d, is := page(record.WarcRecord)
		if is {
			d.Place = "record " + strconv.Itoa(n)
			r.give(d)
		}
		// What was not read of the record is passed over, or its rest would be taken for the next.
		if err := record.Close(); err != nil {
			return fmt.Errorf("record %d: %w", n, damaged(err))
		}
	}
	return nil
}

// lenient takes records as they are. What breaks the rules is noted and not asked for: the
// library keeps the content of a record only if it looks at it.
var lenient = []gowarc.WarcRecordOption{
	gowarc.WithSyntaxErrorPolicy(gowarc.ErrIgnore), gowarc.WithSpecViolationPolicy(gowarc.ErrWarn), gowarc.WithUnknownRecordTypePolicy(gowarc.ErrIgnore),
}

// page is the document in a record, and whether it is one.
func page(record gowarc.WarcRecord) (d document.Document, is bool) {
	head := record.WarcHeader()
	d.Address, d.Date = head.Get(gowarc.WarcTargetURI), document.Day(head.Get(gowarc.WarcDate))
	d.Language, _, _ = strings.Cut(head.Get("WARC-Identified-Content-Language"), ",")
	var content io.Reader
	var err error
	switch record.Type() {
	case gowarc.Response:
		answer, isHTTP := record.Block().(gowarc.HttpResponseBlock)
		if !isHTTP || answer.HttpStatusCode() != http.StatusOK {
			return d, false
		}
		d.ContentType = answer.HttpHeader().Get("Content-Type")
		if content, err = answer.PayloadBytes(); err == nil {
			content, err = decoded(content, answer)
		}
	case gowarc.Conversion, gowarc.Resource:
		d.ContentType = head.Get(gowarc.ContentType)
		content, err = record.Block().RawBytes()
	default:
		return d, false
	}
	if !isText(d.ContentType) {
		return d, false
	}
	if err == nil {
		d.Content, err = io.ReadAll(io.LimitReader(content, article.MaxBytes+1))
	}
	switch {
	case err != nil:
		d.Content, d.Fault = nil, fmt.Errorf("the page in it: %w", err)
	case len(d.Content) > article.MaxBytes:
		d.Content, d.Fault = nil, article.ErrTooLong
	}
	return d, true
}

// isText reports whether a site says that something is a page or text.
func isText(contentType string) bool {
	kind, _, err := mime.ParseMediaType(contentType)
	if err != nil {
		kind, _, _ = strings.Cut(contentType, ";")
	}
	switch strings.TrimSpace(strings.ToLower(kind)) {
	case "text/html", "application/xhtml+xml", "text/plain", "text/markdown":
		return true
	}
	return false
}

// inChunks finds the header that package net/http takes out of the others.
var inChunks = regexp.MustCompile(`(?im)^transfer-encoding:\s*chunked`)

// decoded undoes how an answer was written for the way: archives keep it as it came, or
// have undone it and left the header that says so.
func decoded(content io.Reader, answer gowarc.HttpResponseBlock) (io.Reader, error) {
	whole, err := io.ReadAll(io.LimitReader(content, article.MaxBytes+1))
	if err != nil {
		return nil, err
	}
	if inChunks.Match(answer.ProtocolHeaderBytes()) {
		if apart, err := io.ReadAll(httputil.NewChunkedReader(bytes.NewReader(whole))); err == nil {
			whole = apart
		}
	}
	raw := bytes.NewReader(whole)
	switch strings.ToLower(strings.TrimSpace(answer.HttpHeader().Get("Content-Encoding"))) {
	case "gzip", "x-gzip":
		if !bytes.HasPrefix(whole, []byte{0x1f, 0x8b}) {
			return raw, nil
		}
		return gzip.NewReader(raw)
	case "zstd":
		return zstd.NewReader(raw, zstd.WithDecoderMaxWindow(mostWindow), zstd.WithDecoderConcurrency(1))
	case "deflate":
		return flate.NewReader(raw), nil
	case "br":
		if article.IsPage(whole) {
			return raw, nil
		}
		return nil, errors.New("it is packed with Brotli, which is not read")
	}
	return raw, nil
}

// host is that of an address, without www, for an outlet that nobody names.
func host(address string) string {
	at, err := url.Parse(address)
	if err != nil {
		return ""
	}
	return strings.TrimPrefix(strings.ToLower(at.Hostname()), "www.")
}
