package fetch

import (
	"bytes"
	"net/http"
	"strings"
	"testing"
	"time"
	"unicode/utf8"
)

func FuzzParseContentRange(f *testing.F) {
	for _, seed := range []string{"bytes 5-9/10", "bytes 5-9/*", "bytes */10", "bytes */*", "bytes 9-5/10", "bytes 5-10/10", "items 1-2/3", "bytes 5/10", "bytes -5-9/10", ""} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, header string) {
		s, ok := parseContentRange(header)
		if ok && s.first >= 0 && (s.first > s.last || s.total >= 0 && s.last >= s.total) {
			t.Errorf("%q is read as %+v", header, s)
		}
		if ok && s.first < 0 && s.total < 0 {
			t.Errorf("%q says nothing and is read", header)
		}
	})
}

func TestParseContentRange(t *testing.T) {
	for header, want := range map[string]span{
		"bytes 5-9/10": {5, 9, 10}, "bytes 5-9/*": {5, 9, -1}, "bytes */10": {-1, -1, 10},
	} {
		if got, ok := parseContentRange(header); !ok || got != want {
			t.Errorf("%q: %+v, %v", header, got, ok)
		}
	}
	for _, header := range []string{"", "bytes */*", "bytes 9-5/10", "bytes 5-10/10", "items 1-2/3", "bytes 5/10", "bytes -1-3/10", "bytes 1-2"} {
		if got, ok := parseContentRange(header); ok {
			t.Errorf("%q is read as %+v", header, got)
		}
	}
}

func FuzzRetryAfter(f *testing.F) {
	now := time.Date(2026, 11, 21, 12, 0, 0, 0, time.UTC)
	for _, seed := range []string{"90", "-1", "1e9", "99999999999", now.Add(time.Hour).Format(http.TimeFormat), now.Add(-time.Hour).Format(http.TimeFormat), "soon"} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, header string) {
		if retryAfter(header, now) < 0 {
			t.Errorf("%q is a time past", header)
		}
	})
}

func FuzzFirstWords(f *testing.F) {
	for _, seed := range []string{"<html><title>Log in</title>", "<script>let a=1</script>Hello", "<script", "\xff\xfe", "a < b", "&lt;b&gt;"} {
		f.Add([]byte(seed))
	}
	f.Fuzz(func(t *testing.T, page []byte) {
		words := firstWords(page)
		if !utf8.ValidString(words) || utf8.RuneCountInString(words) > 160 || strings.ContainsAny(words, "\n\t") {
			t.Errorf("%q", words)
		}
	})
}

// wholeTable says the same as tableCheck of a table of which all is at hand.
func wholeTable(table string) bool {
	lines, ended := strings.CutSuffix(table, "\n")
	rows := strings.Split(lines, "\n")
	for _, row := range rows {
		for _, complaint := range serverComplaints {
			if strings.HasPrefix(strings.TrimSpace(row), complaint) {
				return false
			}
		}
		if strings.Count(row, "\t") != strings.Count(rows[0], "\t") {
			return false
		}
	}
	return ended && strings.HasPrefix(table, "?")
}

func FuzzTable(f *testing.F) {
	for _, seed := range []string{
		"?person\t?imdb\n<http://www.wikidata.org/entity/Q1>\t\"nm0000001\"\n", "?a\n", "?a\t?b\n1\n", "?a\n1", "", "\n", "<html>", "?a\n\n",
		"?a\n<x>\n !!!!>># An error has occurred while exporting the query result.\n", "?a\n1\njava.util.concurrent.TimeoutException\n",
	} {
		f.Add(seed, 3)
	}
	f.Fuzz(func(t *testing.T, table string, pieces int) {
		if len(table) > keptBytes {
			t.Skip("complaints are looked for in the first bytes of a line")
		}
		check := new(tableCheck)
		size := 1 + max(0, pieces)%64
		for rest := []byte(table); len(rest) > 0; {
			n, _ := check.Write(bytes.Clone(rest[:min(size, len(rest))]))
			rest = rest[n:]
		}
		if err := check.end(); (err == nil) != wholeTable(table) {
			t.Errorf("%q in pieces of %d: %v", table, size, err)
		}
	})
}

func TestPartsAreJoinedOnlyOfWhatIsTheSameByteForByte(t *testing.T) {
	const modified, later = "Sat, 21 Nov 2026 12:00:00 GMT", "Sat, 21 Nov 2026 12:00:01 GMT"
	for _, test := range []struct {
		version version
		want    string
	}{
		{version{ETag: `"a"`, LastModified: modified, Date: later}, `"a"`},
		{version{ETag: `W/"a"`, LastModified: modified, Date: later}, modified},
		{version{ETag: `W/"a"`}, ""},
		{version{LastModified: modified, Date: modified}, ""},
		{version{LastModified: modified}, ""},
		{version{}, ""},
	} {
		if got := test.version.strongTag(); got != test.want {
			t.Errorf("%+v: %q, want %q", test.version, got, test.want)
		}
	}
}
