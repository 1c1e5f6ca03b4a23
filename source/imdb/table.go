package imdb

import (
	"context"
	"database/sql"
	"fmt"
	"strings"

	"github.com/duckdb/duckdb-go/v2"
	"golang.org/x/sync/errgroup"
)

// batch is how many rows are handed to the database at a time: as many as it
// takes.
var batch = duckdb.GetDataChunkCapacity()

// batchesAhead is how many batches are made before they are written.
const batchesAhead = 8

// writable is rows that can be written into the catalog.
type writable interface {
	write(context.Context, *sql.Conn) error
}

// table is rows that are written into a table of the catalog. DuckDB draws them
// through a table function, chunk by chunk: row by row would take longer than all
// else together.
type table[T any] struct {
	name    string
	columns []column
	// insert writes the rows, which it reads from {rows}.
	insert string
	// make hands the rows on in batches, which are not its own any more.
	make func(ctx context.Context, write func([]T) error) error
	// set writes a row into a chunk by its columns.
	set func(row int, value T, cells cells)
}

// column is a column of rows as they are handed over.
type column struct {
	name string
	of   duckdb.Type
	// words are those of an enumeration.
	words []string
}

func (c column) info() (duckdb.ColumnInfo, error) {
	info, err := duckdb.ColumnInfo{Name: c.name}, error(nil)
	if c.of == duckdb.TYPE_ENUM {
		info.T, err = duckdb.NewEnumInfo(c.words[0], c.words[1:]...)
	} else {
		info.T, err = duckdb.NewTypeInfo(c.of)
	}
	return info, err
}

// cells are those of a chunk. The first fault is kept.
type cells struct {
	chunk duckdb.DataChunk
	fault *error
}

func put[V any](c cells, column, row int, value V) {
	if err := duckdb.SetChunkValue(c.chunk, column, row, value); err != nil && *c.fault == nil {
		*c.fault = err
	}
}

// write implements writable.
func (t table[T]) write(ctx context.Context, conn *sql.Conn) error {
	work, ctx := errgroup.WithContext(ctx)
	drawn := &drawing[T]{table: t, ctx: ctx, batches: make(chan []T, batchesAhead)}
	for _, c := range t.columns {
		info, err := c.info()
		if err != nil {
			return fmt.Errorf("write the table %s: %w", t.name, err)
		}
		drawn.columns = append(drawn.columns, info)
	}
	function := "imdb_" + t.name
	err := duckdb.RegisterTableUDF(conn, function, duckdb.ChunkTableFunction{
		BindArguments: func(map[string]any, ...any) (duckdb.ChunkTableSource, error) { return drawn, nil },
	})
	if err != nil {
		return fmt.Errorf("write the table %s: %w", t.name, err)
	}
	work.Go(func() error {
		defer close(drawn.batches)
		return t.make(ctx, drawn.add)
	})
	work.Go(func() error {
		_, err := conn.ExecContext(ctx, strings.ReplaceAll(t.insert, "{rows}", function+"()"))
		if err != nil && ctx.Err() == nil {
			return fmt.Errorf("write the table %s: %w", t.name, err)
		}
		return err
	})
	return work.Wait()
}

// drawing is what DuckDB draws the rows of a table from.
type drawing[T any] struct {
	table   table[T]
	ctx     context.Context
	columns []duckdb.ColumnInfo
	batches chan []T
}

func (d *drawing[T]) add(rows []T) error {
	select {
	case d.batches <- rows:
		return nil
	case <-d.ctx.Done():
		return d.ctx.Err()
	}
}

// ColumnInfos implements duckdb.ChunkTableSource.
func (d *drawing[T]) ColumnInfos() []duckdb.ColumnInfo { return d.columns }

// Cardinality implements duckdb.ChunkTableSource: it is not known.
func (d *drawing[T]) Cardinality() *duckdb.CardinalityInfo { return nil }

// Init implements duckdb.ChunkTableSource.
func (d *drawing[T]) Init() {}

// FillChunk implements duckdb.ChunkTableSource.
func (d *drawing[T]) FillChunk(chunk duckdb.DataChunk) error {
	select {
	case rows := <-d.batches:
		var fault error
		for i, row := range rows {
			d.table.set(i, row, cells{chunk, &fault})
		}
		if fault != nil {
			return fault
		}
		return chunk.SetSize(len(rows))
	case <-d.ctx.Done():
		return d.ctx.Err()
	}
}

// batches calls write with rows in batches. add keeps one more row, flush hands on
// the last.
type batches[T any] struct {
	write func([]T) error
	rows  []T
}

func (b *batches[T]) add(row T) error {
	if b.rows == nil {
		b.rows = make([]T, 0, batch)
	}
	if b.rows = append(b.rows, row); len(b.rows) < batch {
		return nil
	}
	return b.flush()
}

func (b *batches[T]) flush() error {
	rows := b.rows
	if b.rows = nil; len(rows) == 0 {
		return nil
	}
	return b.write(rows)
}
