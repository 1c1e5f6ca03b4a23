// Package catalog keeps the facts: one DuckDB file that is built whole, checked,
// swapped in by rename, and from then on only read.
//
// A catalog is a snapshot. It bears the version of its schema and a hash of its
// content that is the same for the same facts, in whatever order they were read,
// so that a number can be cited with the very facts it was counted from.
// DuckDB was chosen because it is columnar, embeds, is one file, and reads the
// formats that the big sources come in; the SQL lives in sql/.
package catalog

import (
	"context"
	"database/sql"
	"database/sql/driver"
	"embed"
	"errors"
	"fmt"
	"net/url"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"sync/atomic"

	"github.com/duckdb/duckdb-go/v2"
	lru "github.com/hashicorp/golang-lru/v2"
	"golang.org/x/sync/semaphore"

	"rolecall"
	"rolecall/nameindex"
	"rolecall/rowfile"
)

// SchemaVersion is the version of the tables in sql/schema.sql. A catalog of
// another version is not read: an older one is built anew, a newer one needs a
// newer program.
const SchemaVersion = 9

//go:embed sql/*.sql
var sqlFiles embed.FS

// query is the text of a file in sql/, by its name without ending.
func query(name string) string {
	text, err := sqlFiles.ReadFile("sql/" + name + ".sql")
	if err != nil {
		panic(err) // a name misspelt in this package
	}
	return string(text)
}

// Catalog is an open snapshot. It is safe for use by several goroutines.
type Catalog struct {
	db   *sql.DB
	path string
	info Info
	// roles are those that it must be of to be read.
	roles vocabulary

	// limits are what the database may take; aside is where it puts what does not fit, nil
	// where no folder can be made; apart bounds the connections held for several questions.
	limits Limits
	aside  *aside
	apart  *semaphore.Weighted

	// details are those of which it was asked whether some title has them, by name.
	details sync.Map

	// file is the catalog's own, to see whether it changes, as it was opened.
	file   *os.File
	opened os.FileInfo

	// namesMutex guards the names: the index, or the one that is on its way, and
	// whether what lies beside the catalog turned out to be damaged.
	namesMutex   sync.Mutex
	names        *nameindex.Index
	making       *making
	namesDamaged bool
	closed       bool
	// life ends when the catalog is closed.
	life context.Context
	end  context.CancelFunc

	// rows are the rows by number, nil where there are none or they are damaged; rowsHeld
	// is the file to close in the end, as it may be read from when it is found to be so.
	rows     atomic.Pointer[rowfile.File]
	rowsHeld *rowfile.File

	// standings are how the titles of populations asked for lately stand.
	standings *lru.Cache[string, []alike]
	// peopleNumbers and titleNumbers are those of those found lately, by identifier: they
	// are told apart and described next.
	peopleNumbers, titleNumbers *lru.Cache[string, int32]
}

// Info says which catalog it is.
type Info struct {
	// Name is what the catalog is called: "starter", "IMDb 2026-11-20".
	Name string
	// Hash is the content hash, in hexadecimal.
	Hash string
	// Built is when it was built, in RFC 3339; no part of the hash.
	Built string
	// Program is the version that built it.
	Program string
	// HandPicked says that titles were chosen one by one, so that the catalog
	// cannot say how rare a thing is.
	HandPicked bool
	// LeastTold is the least number of people on a private list that an answer may tell of;
	// 0 where there is no such list.
	LeastTold int
	Sources   []rolecall.Source
}

// lastUsed keeps the last values used, as many as most.
func lastUsed[T any](most int) *lru.Cache[string, T] {
	kept, err := lru.New[string, T](most)
	if err != nil {
		panic(err) // a size below 1
	}
	return kept
}

func newCatalog(path string) *Catalog {
	c := &Catalog{path: path, roles: spoken(), apart: newApart(), standings: lastUsed[[]alike](standingsKept),
		peopleNumbers: lastUsed[int32](foundKept), titleNumbers: lastUsed[int32](foundKept)}
	c.life, c.end = context.WithCancel(context.Background())
	return c
}

// Open opens a catalog for reading, within the usual limits. The error wraps ErrMissing,
// ErrDamaged, ErrOlder or ErrNewer where that is the matter.
func Open(ctx context.Context, path string) (*Catalog, error) { return Limits{}.Open(ctx, path) }

// Open opens a catalog for reading within the limits. The errors are those of the
// function.
func (l Limits) Open(ctx context.Context, path string) (*Catalog, error) {
	return l.OpenLink(ctx, path, path)
}

// OpenLink opens the catalog of a path through a link to its file, which may be
// removed once it is open. Its names are those beside the path.
func (l Limits) OpenLink(ctx context.Context, link, path string) (*Catalog, error) {
	sweepDead(path)
	c := newCatalog(path)
	c.limits = l
	if err := c.open(ctx, link); err != nil {
		c.Close()
		return nil, err
	}
	return c, nil
}

func (c *Catalog) open(ctx context.Context, link string) (err error) {
	switch c.file, err = os.Open(link); {
	case errors.Is(err, os.ErrNotExist):
		return &FileError{c.path, ErrMissing, nil}
	case err != nil:
		return fmt.Errorf("open the catalog: %w", err)
	}
	if c.opened, err = c.file.Stat(); err != nil {
		return fmt.Errorf("open the catalog: %w", err)
	}
	if c.opened.IsDir() {
		return &FileError{c.path, ErrDamaged, errors.New("it is a directory")}
	}
	if err := c.openBounded(ctx, link, "access_mode=READ_ONLY"); err != nil {
		return c.fault(err)
	}
	if err := c.readInfo(ctx); err != nil {
		return err
	}
	if c.info.LeastTold > 0 && !c.limits.Discreet {
		return &PrivateError{c.path}
	}
	c.rowsHeld = c.openRows()
	c.rows.Store(c.rowsHeld)
	return nil
}

// openBounded opens the database within the catalog's limits.
func (c *Catalog) openBounded(ctx context.Context, path string, options ...string) (err error) {
	spill := ""
	if c.aside, err = holdAside(); err == nil {
		spill = c.aside.spillOf(path)
	}
	options = append(append(options, c.limits.options()...), "temp_directory="+url.QueryEscape(spill))
	if c.db, err = openDatabase(guard, path, options...); err != nil {
		return err
	}
	return c.limits.apply(ctx, c.db)
}

// guard wraps the connections of a database that questions from outside reach;
// plain leaves them as a build needs them, which registers functions of its own.
func guard(c *duckdb.Connector) driver.Connector { return guardedConnector{c} }
func plain(c *duckdb.Connector) driver.Connector { return c }

// openDatabase opens a DuckDB file, or memory where path is empty. Extensions
// are never fetched, and an open catalog reaches no other file.
func openDatabase(wrap func(*duckdb.Connector) driver.Connector, path string, options ...string) (*sql.DB, error) {
	if path != "" {
		var err error
		if path, err = addressOf(path); err != nil {
			return nil, err
		}
	}
	options = append(options, "autoinstall_known_extensions=false", "autoload_known_extensions=false", "allow_community_extensions=false")
	connector, err := duckdb.NewConnector(path+"?"+strings.Join(options, "&"), nil)
	if err != nil {
		return nil, err
	}
	db := sql.OpenDB(wrap(connector))
	if err := db.Ping(); err != nil {
		return nil, errors.Join(err, db.Close())
	}
	return db, nil
}

// addressOf is a path as the driver takes it, which reads it as an address: what
// follows ? or # is no path there, a word before a colon is a scheme.
func addressOf(path string) (string, error) {
	if at := strings.IndexAny(path, "?#"); at >= 0 {
		return "", &PathError{path, path[at : at+1]}
	}
	whole, err := filepath.Abs(path)
	if err != nil {
		return "", err
	}
	if _, err := url.Parse(whole); err != nil {
		return "", &PathError{path, "a lone % or a control character"}
	}
	return whole, nil
}

// Info says which catalog this is.
func (c *Catalog) Info() Info { return c.info }

// Path is the file that holds the catalog, empty if it is held in memory.
func (c *Catalog) Path() string { return c.path }

// Close releases the file.
func (c *Catalog) Close() error {
	c.end()
	c.namesMutex.Lock()
	c.closed = true
	on := c.making
	c.namesMutex.Unlock()
	if on != nil {
		<-on.done
	}
	var faults []error
	if c.names != nil {
		faults = append(faults, c.names.Close())
	}
	c.rows.Store(nil) // blocks that are kept would still answer
	if c.rowsHeld != nil {
		faults = append(faults, c.rowsHeld.Close())
		c.rowsHeld = nil
	}
	if c.db != nil {
		faults = append(faults, c.db.Close())
	}
	if c.aside != nil {
		faults = append(faults, c.aside.release())
		c.aside = nil
	}
	if c.file != nil {
		faults = append(faults, c.file.Close())
		c.file = nil
	}
	return errors.Join(faults...)
}

func (c *Catalog) readInfo(ctx context.Context) error {
	var version int
	row := c.db.QueryRowContext(ctx, `SELECT schema_version FROM catalog`)
	if err := row.Scan(&version); err != nil {
		return c.fault(err)
	}
	switch {
	case version > SchemaVersion:
		return &FileError{c.path, ErrNewer, fmt.Errorf("schema %d, this program reads %d", version, SchemaVersion)}
	case version < SchemaVersion:
		return &FileError{c.path, ErrOlder, fmt.Errorf("schema %d, this program reads %d", version, SchemaVersion)}
	}
	var words string
	row = c.db.QueryRowContext(ctx, `SELECT name, content_hash, built, program, vocabulary FROM catalog`)
	if err := row.Scan(&c.info.Name, &c.info.Hash, &c.info.Built, &c.info.Program, &words); err != nil {
		return c.fault(err)
	}
	if err := c.checkVocabulary(words); err != nil {
		return err
	}
	sources, err := collect(ctx, c, `SELECT id, name, licence, address, retrieved, checksum, hand_picked, least_told FROM source ORDER BY id`, nil,
		func(scan func(...any) error) (s rolecall.Source, err error) {
			return s, scan(&s.ID, &s.Name, &s.Licence, &s.Address, &s.Retrieved, &s.Checksum, &s.HandPicked, &s.LeastTold)
		})
	if err != nil {
		return err
	}
	c.info.Sources = sources
	for _, s := range sources {
		c.info.HandPicked = c.info.HandPicked || s.HandPicked
		c.info.LeastTold = max(c.info.LeastTold, s.LeastTold)
	}
	return nil
}

// Verify counts the content hash anew and compares it with the stamp. The error
// wraps ErrDamaged if they differ.
func (c *Catalog) Verify(ctx context.Context) error {
	hash, err := contentHash(ctx, c.db)
	if err != nil {
		return c.fault(err)
	}
	if hash != c.info.Hash {
		return &FileError{c.path, ErrDamaged, errors.New("its facts are not those it was stamped with")}
	}
	return nil
}

// collect runs a query and reads every row with scan.
func collect[T any](ctx context.Context, c *Catalog, text string, args []any, scan func(func(...any) error) (T, error)) ([]T, error) {
	return collectFrom(ctx, c, c.db, text, args, scan)
}

// collectFrom is collect on one connection.
func collectFrom[T any](ctx context.Context, c *Catalog, q querier, text string, args []any, scan func(func(...any) error) (T, error)) ([]T, error) {
	rows, err := q.QueryContext(ctx, text, args...)
	if err != nil {
		return nil, c.fault(err)
	}
	defer rows.Close()
	var all []T
	for rows.Next() {
		one, err := scan(rows.Scan)
		if err != nil {
			return nil, c.fault(err)
		}
		all = append(all, one)
	}
	return all, c.fault(rows.Err())
}

// linesOf are the values of a column that holds several, never nil.
func linesOf(text string) []string {
	if text == "" {
		return []string{}
	}
	return strings.Split(text, "\n")
}
