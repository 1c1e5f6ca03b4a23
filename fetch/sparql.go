package fetch

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"io"
	"net"
	"net/http"
	"net/url"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"time"
)

// Endpoints that answer SPARQL queries about Wikidata, and the dump for when they
// do not.
const (
	WikidataQueryService = "https://query.wikidata.org/sparql"
	QLever               = "https://qlever.cs.uni-freiburg.de/api/wikidata"
	WikidataDump         = "https://dumps.wikimedia.org/wikidatawiki/entities/latest-truthy.nt.bz2"
)

// PrefixPlaceholder stands in a query for the beginning of the IMDb identifiers
// that one part is about, as in
//
//	FILTER(STRSTARTS(?imdb, "{{prefix}}"))
const PrefixPlaceholder = "{{prefix}}"

// longestPrefix bounds how far parts are split: "nm" and six digits. Identifiers
// have seven digits at least, so a part as long as this has a few hundred rows at
// most, and what refuses it is not its size.
const longestPrefix = 8

var prefixForm = regexp.MustCompile(`^[a-z]{2}[0-9]{0,6}$`)

// Prefixes are all beginnings of identifiers of a kind ("nm" for people, "tt" for
// titles) with so many digits: Prefixes("nm", 2) is nm00 to nm99.
func Prefixes(kind string, digits int) []string {
	prefixes := []string{kind}
	for range digits {
		var longer []string
		for _, prefix := range prefixes {
			longer = append(longer, split(prefix)...)
		}
		prefixes = longer
	}
	return prefixes
}

func split(prefix string) []string {
	parts := make([]string, 10)
	for digit := range parts {
		parts[digit] = fmt.Sprintf("%s%d", prefix, digit)
	}
	return parts
}

// PartProgress says how far the parts of a query are. Parts is how many there are
// by now: it grows when a part is split.
type PartProgress struct {
	// Part is the one just finished.
	Part        string
	Done, Parts int
}

// EndpointError is a query that an endpoint would not answer. It tells how to do
// without.
type EndpointError struct {
	Endpoint, Part string
	Err            error
}

func (e *EndpointError) Error() string {
	return fmt.Sprintf(`%s: part %s of the query: %v
The parts that have come are kept, and the next run asks only for the others, of this endpoint or another.
Wikidata can also be had whole, without a query: fetch its dump, %s
(tens of gigabytes; an interrupted fetch goes on where it was), and import that file.`, e.Endpoint, e.Part, e.Err, WikidataDump)
}

func (e *EndpointError) Unwrap() error { return e.Err }

// SPARQL asks an endpoint a query in parts, one after the other, and saves each
// answer as a file of tab-separated values (SPARQL 1.1 Query Results TSV). parts
// are beginnings of IMDb identifiers, which take the place of PrefixPlaceholder.
// An endpoint cannot answer for millions of identifiers in the minute it grants;
// a part that is too large all the same is split further by one more digit.
//
// The files are called wikidata-HASH-PART.tsv, by a hash of the query; PartFiles
// lists them. A part that is there is not asked for again, so an interrupted call
// goes on where it was: remove the files to ask anew. progress may be nil.
//
// Errors: *EndpointError for what the endpoint does, the context's, the disk's, and
// a query or part that cannot be asked.
func (c *Client) SPARQL(ctx context.Context, endpoint, query string, parts []string, dir string, progress func(PartProgress)) error {
	where, err := webAddress(endpoint)
	if err != nil {
		return err
	}
	if err := checkQuery(query, parts); err != nil {
		return err
	}
	if err := os.MkdirAll(dir, 0o755); err != nil {
		return diskFault(err)
	}
	release, err := c.prepared().occupy(ctx, where.Host)
	if err != nil {
		return err
	}
	defer release()
	q := &partedQuery{client: c, endpoint: endpoint, query: query, dir: dir}
	unlock, err := lock(filepath.Join(dir, queryName(query)))
	if err != nil {
		return err
	}
	defer unlock()
	return q.run(ctx, parts, progress)
}

func checkQuery(query string, parts []string) error {
	if !strings.Contains(query, PrefixPlaceholder) {
		return fmt.Errorf("the query has no %s: write it where the beginning of the IMDb identifiers belongs", PrefixPlaceholder)
	}
	for _, part := range parts {
		if !prefixForm.MatchString(part) {
			return fmt.Errorf("%q is not the beginning of an IMDb identifier: write nm or tt and at most six digits", part)
		}
	}
	return nil
}

// queryName is how the files of a query begin. The endpoint is not in it: what one
// has answered need not be asked of another.
func queryName(query string) string {
	sum := sha256.Sum256([]byte(query))
	return "wikidata-" + hex.EncodeToString(sum[:6])
}

// PartFiles are the paths of the answers to a query that are whole, in order.
func PartFiles(dir, query string) ([]string, error) {
	held, err := heldParts(dir, query)
	if err != nil {
		return nil, err
	}
	var paths []string
	for _, part := range held {
		// Where a part is there both whole and split, the whole one has all.
		if !slices.ContainsFunc(held, func(other string) bool { return other != part && strings.HasPrefix(part, other) }) {
			paths = append(paths, partPath(dir, query, part))
		}
	}
	return paths, nil
}

func partPath(dir, query, part string) string {
	return filepath.Join(dir, queryName(query)+"-"+part+".tsv")
}

// heldParts are the parts whose answers are whole, in order.
func heldParts(dir, query string) ([]string, error) {
	entries, err := os.ReadDir(dir)
	if errors.Is(err, os.ErrNotExist) {
		return nil, nil
	}
	if err != nil {
		return nil, diskFault(err)
	}
	var parts []string
	for _, entry := range entries {
		rest, ours := strings.CutPrefix(entry.Name(), queryName(query)+"-")
		part, whole := strings.CutSuffix(rest, ".tsv")
		if ours && whole && prefixForm.MatchString(part) {
			parts = append(parts, part)
		}
	}
	return parts, nil
}

// partedQuery is a query being asked part by part.
type partedQuery struct {
	client               *Client
	endpoint, query, dir string
}

func (q *partedQuery) run(ctx context.Context, parts []string, progress func(PartProgress)) error {
	held, err := heldParts(q.dir, q.query)
	if err != nil {
		return err
	}
	for left, done := slices.Clone(parts), 0; len(left) > 0; {
		part := left[0]
		left = left[1:]
		splitUp, err := q.part(ctx, part, held)
		if err != nil {
			return err
		}
		if splitUp {
			left = append(split(part), left...)
			continue
		}
		held = append(held, part)
		done++
		if progress != nil {
			progress(PartProgress{part, done, done + len(left)})
		}
	}
	return nil
}

// part brings one part, or says that it is to be split.
func (q *partedQuery) part(ctx context.Context, part string, held []string) (splitUp bool, err error) {
	within := func(other string) bool { return strings.HasPrefix(part, other) }
	beyond := func(other string) bool { return strings.HasPrefix(other, part) }
	switch {
	case slices.ContainsFunc(held, within):
		return false, nil
	case slices.ContainsFunc(held, beyond):
		return true, nil // an earlier run has begun to
	}
	err = q.ask(ctx, part)
	large := new(tooLarge)
	switch {
	case err == nil:
		return false, nil
	case ctx.Err() != nil:
		return false, fmt.Errorf("%s: interrupted; the parts that have come are kept: %w", q.endpoint, context.Cause(ctx))
	case errors.As(err, &large) && len(part) < longestPrefix:
		return true, nil
	case isDiskFault(err):
		return false, err
	default:
		return false, &EndpointError{q.endpoint, part, err}
	}
}

// tooLarge is a part that the endpoint cannot answer in the time it grants.
type tooLarge struct{ err error }

func (e *tooLarge) Error() string { return e.err.Error() }
func (e *tooLarge) Unwrap() error { return e.err }

// cutOff is an answer that broke off. That may be the network or the endpoint's
// way to say that it is too large.
type cutOff struct{ err error }

func (e *cutOff) Error() string { return e.err.Error() }
func (e *cutOff) Unwrap() error { return e.err }

// ask asks for one part until it is whole. What breaks off twice is too large.
func (q *partedQuery) ask(ctx context.Context, part string) error {
	patience := patience{client: q.client}
	for cuts := 0; ; {
		err := q.try(ctx, part)
		if err == nil || ctx.Err() != nil {
			return err
		}
		fault, cut := new(passing), new(cutOff)
		if errors.As(err, &cut) {
			if cuts++; cuts == 2 {
				return &tooLarge{err}
			}
			fault = &passing{err: err}
		} else if !errors.As(err, &fault) {
			return err
		}
		if err := patience.wait(ctx, fault); err != nil {
			return err
		}
	}
}

func (q *partedQuery) try(ctx context.Context, part string) error {
	form := url.Values{"query": {strings.ReplaceAll(q.query, PrefixPlaceholder, part)}}
	request, err := http.NewRequestWithContext(ctx, http.MethodPost, q.endpoint, strings.NewReader(form.Encode()))
	if err != nil {
		return err
	}
	request.Header.Set("Content-Type", "application/x-www-form-urlencoded")
	request.Header.Set("Accept", "text/tab-separated-values")
	response, err := q.client.send(request, orDefault(q.client.QueryTime, 2*time.Minute))
	if err != nil {
		return unanswered(err)
	}
	defer response.Body.Close()
	switch {
	case response.StatusCode != http.StatusOK:
		return q.refusal(response)
	case endless(response):
		return errors.New("the endpoint does not say where its answer ends, so that a cut could not be seen: use another")
	default:
		return q.save(response, partPath(q.dir, q.query, part))
	}
}

// unanswered tells an endpoint that could not be reached from one that ended the
// connection while it was thinking.
func unanswered(err error) error {
	if op := new(net.OpError); errors.As(err, &op) && op.Op == "dial" {
		return &passing{err: err}
	}
	if errors.Is(err, errStalled) {
		return &tooLarge{err}
	}
	if fault := connectionFault(err); fault == err {
		return err
	}
	return &cutOff{err}
}

var refusedForSize = regexp.MustCompile(`(?i)time[sd]?[ -]?(out|limit)|deadline exceeded|out of memory|memory limit|tried to allocate|too (large|big)`)

// refusal reads an answer other than 200. A gateway's 504 is always a time-out; the
// Wikidata Query Service says so in the text of a 500, and QLever in that of a 429
// without Retry-After.
func (q *partedQuery) refusal(response *http.Response) error {
	text, _ := io.ReadAll(io.LimitReader(response.Body, 64<<10))
	status := &StatusError{q.endpoint, response.StatusCode, firstWords(text)}
	after := response.Header.Get("Retry-After")
	sized := refusedForSize.Match(text)
	switch code := response.StatusCode; {
	case code == http.StatusGatewayTimeout, code == http.StatusInternalServerError && sized,
		code == http.StatusTooManyRequests && sized && after == "":
		return &tooLarge{status}
	case code == http.StatusTooManyRequests, code == http.StatusInternalServerError,
		code == http.StatusBadGateway, code == http.StatusServiceUnavailable:
		return &passing{status, retryAfter(after, q.client.now())}
	default:
		return status
	}
}

// save writes an answer beside its name, and gives it the name when it is whole.
func (q *partedQuery) save(response *http.Response, path string) error {
	file, err := os.Create(path + ".part")
	if err != nil {
		return diskFault(err)
	}
	defer os.Remove(file.Name())
	defer file.Close()
	table := new(tableCheck)
	if err := copyTable(file, table, response.Body); err != nil {
		return err
	}
	if err := table.end(); errors.Is(err, errNotTSV) {
		return &PageError{q.endpoint, "a table", firstWords(table.page)}
	} else if err != nil {
		return &cutOff{err}
	}
	if err := errors.Join(file.Sync(), file.Close()); err != nil {
		return diskFault(err)
	}
	return diskFault(os.Rename(file.Name(), path))
}

func copyTable(file io.Writer, table *tableCheck, body io.Reader) error {
	buffer := make([]byte, 64<<10)
	for {
		n, err := body.Read(buffer)
		if _, fault := io.MultiWriter(file, table).Write(buffer[:n]); fault != nil {
			return diskFault(fault)
		}
		switch {
		case err == io.EOF:
			return nil
		case err != nil:
			return &cutOff{fmt.Errorf("the connection broke in line %d: %w", table.lines+1, err)}
		}
	}
}
