package catalog

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"runtime"
	"strings"

	"golang.org/x/sync/semaphore"
)

// Limits bound what the database of a catalog takes of the machine. Beside it the
// program holds the answers it makes, the names that are looked up, and pages kept.
type Limits struct {
	// Memory is how many bytes the database may hold in memory; 0 is the usual amount,
	// an eighth of the machine's and 512 MiB at most. What does not fit is put aside on the
	// disk, where temporary files belong. An answer that cannot be had so fails with
	// ErrMemory or ErrDisk.
	Memory int64
	// Discreet opens a catalog with a private list too: whoever asks it tells of nobody
	// alone. Without, such a catalog is not opened, so that no answer forgets it.
	Discreet bool
}

// LeastMemory is the smallest bound with which questions are answered, in bytes: below
// it, sorting a few rows fails.
const LeastMemory = 64 << 20

// mostUsual is as much memory as answers take unless they are given more, in bytes: at
// the size of IMDb, more makes none of them faster.
const mostUsual = 512 << 20

// databaseShare is how much of the memory that a process may use DuckDB takes for its
// own unless it is told otherwise (https://duckdb.org/docs/stable/operations_manual/limits,
// memory use: 80% of RAM).
const databaseShare = 0.8

// UsualMemory is the bound of a build's memory unless another is asked for, in bytes:
// an eighth of the machine's, or of what its container may use, as DuckDB sees it.
func UsualMemory(ctx context.Context) (bytes int64, err error) {
	db, err := openDatabase(plain, "")
	if err != nil {
		return 0, plainly(err)
	}
	bytes, err = eighth(ctx, db)
	return bytes, errors.Join(err, db.Close())
}

// eighth is an eighth of the machine's memory, by a database that has not been bounded.
func eighth(ctx context.Context, db *sql.DB) (bytes int64, err error) {
	own, err := memoryLimit(ctx, db)
	if err != nil {
		return 0, fmt.Errorf("ask how much memory there is: %w", err)
	}
	return int64(float64(own) / databaseShare / 8), nil
}

// memoryLimit is how many bytes a database may hold in memory.
func memoryLimit(ctx context.Context, db *sql.DB) (bytes int64, err error) {
	var limit string
	if err := db.QueryRowContext(ctx, `SELECT current_setting('memory_limit')`).Scan(&limit); err != nil {
		return 0, err
	}
	return ParseMemory(limit)
}

// options are the limits as a database takes them when it is opened.
func (l Limits) options() []string {
	options := []string{fmt.Sprintf("threads=%d", runtime.GOMAXPROCS(0))}
	if l.Memory > 0 {
		options = append(options, fmt.Sprintf("memory_limit=%dB", l.Memory))
	}
	return options
}

// apply bounds a database that has been opened: its memory, where that goes by the
// machine's, and its connections.
func (l Limits) apply(ctx context.Context, db *sql.DB) error {
	db.SetMaxOpenConns(connections())
	db.SetMaxIdleConns(connections())
	if l.Memory > 0 {
		return nil
	}
	usual, err := eighth(ctx, db)
	if err != nil {
		return err
	}
	_, err = db.ExecContext(ctx, fmt.Sprintf(`SET memory_limit = '%dB'`, max(min(usual, mostUsual), LeastMemory)))
	return err
}

// connections is how many questions a database is asked at once; the others wait.
func connections() int { return 8 * runtime.GOMAXPROCS(0) }

// newApart bounds the connections that are held for several questions, which ask others
// meanwhile: half are left to those, so that nobody waits for another who waits.
func newApart() *semaphore.Weighted { return semaphore.NewWeighted(int64(connections() / 2)) }

// connect is a connection for several questions, as those that share a temporary table;
// release gives it back.
func (c *Catalog) connect(ctx context.Context) (conn *sql.Conn, release func(), err error) {
	if err := c.apart.Acquire(ctx, 1); err != nil {
		return nil, nil, err
	}
	if conn, err = c.db.Conn(ctx); err != nil {
		c.apart.Release(1)
		return nil, nil, c.fault(err)
	}
	return conn, func() { conn.Close(); c.apart.Release(1) }, nil
}

// ParseMemory reads an amount of memory as people and DuckDB write it, 4GB, 800MB or
// 1.5 GiB, in bytes. The error says how to write it.
func ParseMemory(text string) (bytes int64, err error) {
	var number float64
	var unit string
	if _, err := fmt.Sscanf(strings.ToUpper(text), "%f%s", &number, &unit); err != nil || !(number > 0) {
		return 0, fmt.Errorf("%q is no amount of memory: write it as 4GB or 800MB", text)
	}
	scale, known := map[string]float64{"KIB": 1 << 10, "MB": 1e6, "GB": 1e9, "TB": 1e12, "MIB": 1 << 20, "GIB": 1 << 30, "TIB": 1 << 40}[unit]
	if !known || number*scale >= 1<<62 {
		return 0, fmt.Errorf("%q is no amount of memory: the unit is MB, GB, MiB or GiB", text)
	}
	return int64(number * scale), nil
}

// Memory is how many bytes the database may hold in memory.
func (c *Catalog) Memory(ctx context.Context) (bytes int64, err error) {
	bytes, err = memoryLimit(ctx, c.db)
	return bytes, c.fault(err)
}
