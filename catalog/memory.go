package catalog

import (
	"context"
	"errors"
	"fmt"
	"strings"
)

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
	var limit string
	err = db.QueryRowContext(ctx, `SELECT current_setting('memory_limit')`).Scan(&limit)
	if err := errors.Join(err, db.Close()); err != nil {
		return 0, fmt.Errorf("ask how much memory there is: %w", err)
	}
	own, err := ParseMemory(limit)
	return int64(float64(own) / databaseShare / 8), err
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
