package fetch

import (
	"encoding/json"
	"net/http"
	"os"
	"strconv"
	"strings"
	"time"
)

// version is which of the versions that a server has had a file is, as the server
// names it. It is kept as JSON beside the file.
type version struct {
	Address      string `json:"address"`
	ETag         string `json:"etag,omitempty"`
	LastModified string `json:"last_modified,omitempty"`
	// Date is the server's clock when it answered.
	Date string `json:"date,omitempty"`
	// Bytes is the length of the whole file, -1 if the server does not say.
	Bytes     int64     `json:"bytes"`
	Retrieved time.Time `json:"retrieved,omitzero"`
}

func versionOf(address string, response *http.Response) version {
	return version{
		Address: address, ETag: response.Header.Get("ETag"), LastModified: response.Header.Get("Last-Modified"),
		Date: response.Header.Get("Date"), Bytes: response.ContentLength,
	}
}

// strongTag is what names the version byte for byte, so that parts of it may be
// joined; empty if nothing does. A weak ETag does not, and a date does only if the
// file was not changed within the second in which it was sent (RFC 9110, 8.8.2.2).
func (v version) strongTag() string {
	if v.ETag != "" && !strings.HasPrefix(v.ETag, "W/") {
		return v.ETag
	}
	modified, err := http.ParseTime(v.LastModified)
	if err != nil {
		return ""
	}
	if date, err := http.ParseTime(v.Date); err != nil || date.Sub(modified) < time.Second {
		return ""
	}
	return v.LastModified
}

func versionPath(path string) string { return path + ".json" }

// readVersion reads what is kept beside a file. What is absent or not readable is
// not held: the file is then fetched anew.
func readVersion(path string) (v version, held bool) {
	text, err := os.ReadFile(versionPath(path))
	if err != nil || json.Unmarshal(text, &v) != nil {
		return version{}, false
	}
	return v, true
}

func (v version) write(path string) error {
	text, err := json.MarshalIndent(v, "", "  ")
	if err != nil {
		return err
	}
	return diskFault(os.WriteFile(versionPath(path), append(text, '\n'), 0o644))
}

// span is a stretch of a file: its first and last byte and the length of the whole,
// each -1 where not said.
type span struct{ first, last, total int64 }

// parseContentRange reads "bytes 5-9/10", "bytes 5-9/*" and "bytes */10" (RFC
// 9110, 14.4).
func parseContentRange(header string) (span, bool) {
	rest, ok := strings.CutPrefix(header, "bytes ")
	stretch, total, cut := strings.Cut(rest, "/")
	if !ok || !cut {
		return span{}, false
	}
	s := span{-1, -1, -1}
	valid := true
	number := func(text string) int64 {
		n, err := strconv.ParseUint(text, 10, 63)
		valid = valid && err == nil
		return int64(n)
	}
	if total != "*" {
		s.total = number(total)
	}
	if stretch == "*" {
		return s, valid && s.total >= 0
	}
	first, last, _ := strings.Cut(stretch, "-")
	s.first, s.last = number(first), number(last)
	return s, valid && s.first <= s.last && (s.total < 0 || s.last < s.total)
}
