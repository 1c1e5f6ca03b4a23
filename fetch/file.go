package fetch

import (
	"context"
	"errors"
	"fmt"
	"io"
	"net/http"
	"net/url"
	"os"
	"path"
	"path/filepath"
	"strings"
	"syscall"
	"time"

	"github.com/gofrs/flock"
)

// Result is a file that is whole on this machine.
type Result struct {
	// Path is where it lies, Address where it came from.
	Path, Address string
	// Bytes is its length.
	Bytes int64
	// Unchanged says that the file was there already and the server has no newer.
	Unchanged bool
	// Retrieved is when it was fetched.
	Retrieved time.Time
}

// LengthError is a file that is longer or shorter than the server said.
type LengthError struct {
	Address        string
	Promised, Came int64
}

func (e *LengthError) Error() string {
	return fmt.Sprintf("%s: the server promised %d bytes and sent %d; nothing of it is kept: try again later, or another mirror", e.Address, e.Promised, e.Came)
}

// errWrongRange is an answer with another part of the file than was asked for.
var errWrongRange = errors.New("the server sent another part of the file than it was asked for")

// Files fetches several files of one folder of a server, one after the other. It
// ends at the first that fails; those before it are whole.
func (c *Client) Files(ctx context.Context, base string, names []string, dir string, progress func(name string, done, total int64)) ([]Result, error) {
	var results []Result
	for _, name := range names {
		address, err := url.JoinPath(base, name)
		if err != nil {
			return results, fmt.Errorf("the address %q cannot be read: write one as https://example.org/folder/", base)
		}
		var each func(done, total int64)
		if progress != nil {
			each = func(done, total int64) { progress(name, done, total) }
		}
		result, err := c.File(ctx, address, dir, each)
		if err != nil {
			return results, err
		}
		results = append(results, result)
	}
	return results, nil
}

// File fetches an address into a folder, under the last word of its path.
//
// Until it is whole the file is called NAME.part, and NAME.part.json says which
// version it is a part of; a later call goes on from there. NAME.json remembers
// the version that is held, so that a file the server has not changed is not
// fetched again. NAME.lock keeps other processes away. Files that end in .gz or
// .bz2 are checked before they get their name.
//
// progress, if not nil, is told the bytes that are here and how many there are to
// be, -1 where the server does not say. Errors: *StatusError, *PageError,
// *LengthError, *ContentError, the context's, and those of the disk, which name
// the file. After an error there is no new file under the final name.
func (c *Client) File(ctx context.Context, address, dir string, progress func(done, total int64)) (Result, error) {
	where, name, err := fileAddress(address)
	if err != nil {
		return Result{}, err
	}
	release, err := c.prepared().occupy(ctx, where.Host)
	if err != nil {
		return Result{}, err
	}
	defer release()
	d := &download{client: c, address: address, path: filepath.Join(dir, name), progress: progress, patience: patience{client: c}}
	if err := os.MkdirAll(dir, 0o755); err != nil {
		return Result{}, diskFault(err)
	}
	unlock, err := lock(d.path)
	if err != nil {
		return Result{}, err
	}
	defer unlock()
	if err := d.open(); err != nil {
		return Result{}, err
	}
	defer d.file.Close()
	return d.run(ctx)
}

// fileAddress reads an address and the name of the file there.
func fileAddress(address string) (*url.URL, string, error) {
	where, err := webAddress(address)
	if err != nil {
		return nil, "", err
	}
	name := path.Base(where.Path)
	if name == "." || name == "/" || strings.HasSuffix(where.Path, "/") || strings.Contains(name, `\`) || !filepath.IsLocal(name) {
		return nil, "", fmt.Errorf("the address %q does not end in the name of a file: write it whole", address)
	}
	return where, name, nil
}

func webAddress(address string) (*url.URL, error) {
	where, err := url.Parse(address)
	if err != nil || (where.Scheme != "https" && where.Scheme != "http") || where.Host == "" {
		return nil, fmt.Errorf("the address %q cannot be fetched: write one that starts with https://", address)
	}
	return where, nil
}

// lock keeps other processes from fetching the same. The lock's file stays:
// removing it would let two processes lock two files of one name.
func lock(path string) (unlock func(), err error) {
	l := flock.New(path + ".lock")
	locked, err := l.TryLock()
	if err != nil {
		return nil, diskFault(fmt.Errorf("lock %s: %w", path, err))
	}
	if !locked {
		return nil, fmt.Errorf("%s is being fetched by another process: wait until it is done", path)
	}
	return func() { _ = l.Unlock() }, nil
}

// diskFault adds the remedy to an error that names its file.
func diskFault(err error) error {
	switch {
	case errors.Is(err, syscall.ENOSPC):
		return fmt.Errorf("%w: make room on that disk and run this again; what has come is kept", err)
	case errors.Is(err, os.ErrPermission):
		return fmt.Errorf("%w: make it writable for you, or choose another folder", err)
	default:
		return err
	}
}

// isDiskFault tells the errors of this machine's files from those of servers.
func isDiskFault(err error) bool {
	path, link := new(os.PathError), new(os.LinkError)
	return errors.As(err, &path) || errors.As(err, &link)
}

// download is one file being fetched.
type download struct {
	client   *Client
	address  string
	path     string
	progress func(done, total int64)
	patience patience

	// file is the part, of which have bytes are here; most is the most there ever
	// were, by which progress is told from going in circles.
	file       *os.File
	have, most int64
	// begun is the version that the part is of.
	begun version
	// joined says that the part holds the bytes of more than one answer, again that
	// it has been begun anew for a fault of the server.
	joined, again bool
}

func (d *download) part() string { return d.path + ".part" }

// open opens the part and sees how far it goes.
func (d *download) open() error {
	file, err := os.OpenFile(d.part(), os.O_RDWR|os.O_CREATE, 0o644)
	if err != nil {
		return diskFault(err)
	}
	end, err := file.Seek(0, io.SeekEnd)
	if err != nil {
		file.Close()
		return diskFault(err)
	}
	d.file, d.have = file, end
	if begun, held := readVersion(d.part()); held && begun.Address == d.address {
		d.begun, d.most = begun, end
	}
	return nil
}

// run tries until the file is whole or there is no hope.
func (d *download) run(ctx context.Context) (Result, error) {
	for {
		unchanged, err := d.try(ctx)
		if err == nil && unchanged {
			return d.unchanged()
		}
		if err == nil {
			if err = d.check(ctx); err == nil {
				return d.keep()
			}
		}
		if err = d.afterFault(ctx, err); err != nil && d.have == 0 {
			return Result{}, errors.Join(err, d.discard())
		}
		if err != nil {
			return Result{}, err
		}
	}
}

// afterFault readies the next try, or returns the error that ends the fetching.
func (d *download) afterFault(ctx context.Context, err error) error {
	broken, short := new(ContentError), new(LengthError)
	fault := new(passing)
	switch {
	case ctx.Err() != nil:
		return d.interrupted(ctx)
	case errors.As(err, &fault):
		if d.have > d.most {
			d.most = d.have
			d.patience.renew()
		}
		err := d.patience.wait(ctx, fault)
		if ctx.Err() != nil {
			return d.interrupted(ctx)
		}
		return err
	// The promise that a length breaks may be an older answer's, as the bytes before
	// a seam are.
	case !d.again && (errors.Is(err, errWrongRange) || errors.As(err, &short) || errors.As(err, &broken) && d.joined):
		d.again = true
		return d.clear()
	case errors.Is(err, errWrongRange) || errors.As(err, &broken) || errors.As(err, &short):
		return errors.Join(err, d.discard())
	default:
		return err
	}
}

func (d *download) interrupted(ctx context.Context) error {
	return fmt.Errorf("%s: interrupted; the %d bytes that have come are kept for the next run: %w", d.part(), d.have, context.Cause(ctx))
}

// clear begins the part anew.
func (d *download) clear() error {
	if d.have > 0 {
		if err := d.file.Truncate(0); err != nil {
			return diskFault(err)
		}
	}
	if _, err := d.file.Seek(0, io.SeekStart); err != nil {
		return diskFault(err)
	}
	d.have, d.begun, d.joined = 0, version{}, false
	return nil
}

// discard removes the part, whose bytes are of no use.
func (d *download) discard() error {
	d.file.Close()
	return errors.Join(removeIfThere(d.part()), removeIfThere(versionPath(d.part())))
}

func removeIfThere(path string) error {
	if err := os.Remove(path); err != nil && !errors.Is(err, os.ErrNotExist) {
		return diskFault(err)
	}
	return nil
}

// try sends one request and takes what comes.
func (d *download) try(ctx context.Context) (unchanged bool, err error) {
	request, err := http.NewRequestWithContext(ctx, http.MethodGet, d.address, nil)
	if err != nil {
		return false, err
	}
	// A server that packs the file for the way would make lengths and ranges those
	// of the packed one.
	request.Header.Set("Accept-Encoding", "identity")
	d.describe(request.Header)
	response, err := d.client.send(request, orDefault(d.client.Stall, time.Minute))
	if err != nil {
		return false, connectionFault(err)
	}
	defer response.Body.Close()
	resuming := request.Header.Get("Range") != ""
	switch {
	case response.StatusCode == http.StatusOK:
		return false, d.takeWhole(response)
	case response.StatusCode == http.StatusPartialContent && resuming:
		return false, d.takeRest(response)
	case response.StatusCode == http.StatusRequestedRangeNotSatisfiable && resuming:
		return false, d.nothingLeft(response.Header.Get("Content-Range"))
	case response.StatusCode == http.StatusPartialContent:
		return false, fmt.Errorf("%s: %w", d.address, errWrongRange)
	case response.StatusCode == http.StatusNotModified && !resuming && d.held():
		return true, nil
	default:
		return false, statusFault(response, d.address, d.client.now())
	}
}

// statusFault is what an answer without the thing asked for means.
func statusFault(response *http.Response, address string, now time.Time) error {
	start, _ := io.ReadAll(io.LimitReader(response.Body, 4096))
	err := &StatusError{address, response.StatusCode, firstWords(start)}
	switch response.StatusCode {
	case http.StatusTooManyRequests, http.StatusInternalServerError, http.StatusBadGateway,
		http.StatusServiceUnavailable, http.StatusGatewayTimeout:
		return &passing{err, retryAfter(response.Header.Get("Retry-After"), now)}
	}
	return err
}

// describe says in the request what is here already: a part, or the whole file.
func (d *download) describe(header http.Header) {
	if tag := d.begun.strongTag(); tag != "" && d.have > 0 && (d.begun.Bytes < 0 || d.have <= d.begun.Bytes) {
		header.Set("Range", fmt.Sprintf("bytes=%d-", d.have))
		header.Set("If-Range", tag)
		return
	}
	if d.held() {
		held, _ := readVersion(d.path)
		if held.ETag != "" {
			header.Set("If-None-Match", held.ETag)
		}
		if held.LastModified != "" {
			header.Set("If-Modified-Since", held.LastModified)
		}
	}
}

// held says that the whole file is here, from this address and as it was fetched.
func (d *download) held() bool {
	held, known := readVersion(d.path)
	info, err := os.Stat(d.path)
	return known && err == nil && held.Address == d.address && held.Bytes == info.Size()
}

// takeWhole takes the file from its first byte: the server has a newer version
// than the part is of, or cannot send parts, or this is the first try.
func (d *download) takeWhole(response *http.Response) error {
	expected := kindOf(d.path)
	body, err := expected.recognise(response, d.address)
	if err != nil {
		return err
	}
	if endless(response) && expected == plain {
		return fmt.Errorf("%s: the server does not say how long the file is, so that a cut could not be seen: use another mirror", d.address)
	}
	now := versionOf(d.address, response)
	if now.strongTag() != d.begun.strongTag() {
		d.most = 0
	}
	if err := d.clear(); err != nil {
		return err
	}
	d.begun = now
	if err := d.begun.write(d.part()); err != nil {
		return err
	}
	return d.take(body)
}

// takeRest takes what the part lacks.
func (d *download) takeRest(response *http.Response) error {
	span, ok := parseContentRange(response.Header.Get("Content-Range"))
	now := versionOf(d.address, response)
	switch {
	case !ok || span.first != d.have || span.total >= 0 && span.last != span.total-1,
		span.total >= 0 && d.begun.Bytes >= 0 && span.total != d.begun.Bytes,
		response.ContentLength >= 0 && response.ContentLength != span.last-span.first+1,
		now.ETag != "" && now.ETag != d.begun.ETag:
		return fmt.Errorf("%s: %w", d.address, errWrongRange)
	}
	d.joined = true
	d.begun.Bytes = span.last + 1
	if _, err := d.file.Seek(d.have, io.SeekStart); err != nil {
		return diskFault(err)
	}
	return d.take(response.Body)
}

// nothingLeft is the answer to a part that reaches to the end of the file, or
// beyond it.
func (d *download) nothingLeft(contentRange string) error {
	span, ok := parseContentRange(contentRange)
	switch {
	case ok && span.total == d.have && d.begun.Bytes >= 0 && d.begun.Bytes != d.have:
		return &LengthError{d.address, d.begun.Bytes, d.have}
	case ok && span.total == d.have, !ok && d.begun.Bytes == d.have:
		return nil
	default:
		return fmt.Errorf("%s: %w", d.address, errWrongRange)
	}
}

// take writes a body to the end of the part.
func (d *download) take(body io.Reader) error {
	buffer := make([]byte, 256<<10)
	for {
		n, err := body.Read(buffer)
		if _, fault := d.file.Write(buffer[:n]); fault != nil {
			return diskFault(fault)
		}
		d.have += int64(n)
		if d.progress != nil && n > 0 {
			d.progress(d.have, d.begun.Bytes)
		}
		switch {
		case d.begun.Bytes >= 0 && d.have > d.begun.Bytes, err == io.EOF && d.begun.Bytes >= 0 && d.have < d.begun.Bytes:
			return &LengthError{d.address, d.begun.Bytes, d.have}
		case err == io.EOF:
			return nil
		case err != nil:
			return &passing{err: fmt.Errorf("%s: the connection broke after %d of %s bytes: %w", d.address, d.have, orUnknown(d.begun.Bytes), err)}
		}
	}
}

func orUnknown(bytes int64) string {
	if bytes < 0 {
		return "an unknown number of"
	}
	return fmt.Sprint(bytes)
}

// check reads the part through before it may get its name.
func (d *download) check(ctx context.Context) error {
	if err := d.file.Sync(); err != nil {
		return diskFault(err)
	}
	return kindOf(d.path).check(ctx, d.part(), d.address)
}

// keep gives the part its name. What is remembered of the old file goes first:
// were this to end in between, the file would be fetched again, not trusted.
func (d *download) keep() (Result, error) {
	if err := d.file.Close(); err != nil {
		return Result{}, diskFault(err)
	}
	if err := removeIfThere(versionPath(d.path)); err != nil {
		return Result{}, err
	}
	if err := os.Rename(d.part(), d.path); err != nil {
		return Result{}, diskFault(err)
	}
	whole := d.begun
	whole.Bytes, whole.Retrieved = d.have, d.client.now().UTC().Truncate(time.Second)
	if err := whole.write(d.path); err != nil {
		return Result{}, err
	}
	return Result{d.path, d.address, whole.Bytes, false, whole.Retrieved}, removeIfThere(versionPath(d.part()))
}

// unchanged is the result where the server has nothing newer.
func (d *download) unchanged() (Result, error) {
	held, _ := readVersion(d.path)
	return Result{d.path, d.address, held.Bytes, true, held.Retrieved}, d.discard()
}
