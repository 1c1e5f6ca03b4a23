package catalog

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"strings"

	"github.com/duckdb/duckdb-go/v2"
	"golang.org/x/sync/errgroup"

	"rolecall"
	"rolecall/source"
)

// batch is how many rows are handed to the database at a time: as many as it
// takes.
var batch = duckdb.GetDataChunkCapacity()

// batchesAhead is how many batches are made before they are written.
const batchesAhead = 8

var _ source.Bulk = (*builder)(nil)

// errNotFirst is what a source meets that writes by number after another.
var errNotFirst = errors.New("titles and people are numbered already: a source that numbers them itself must be read first, into a new catalog")

// AddNumbered implements source.Bulk. Each table is drawn by the thread that asks for
// it; further ones would only spin while they wait, but for the names, which are sorted.
func (b *builder) AddNumbered(ctx context.Context, rows source.Numbered) error {
	if rows.Titles != nil {
		if err := b.numberOnce(); err != nil {
			return err
		}
	}
	if rows.Names == nil {
		if err := b.execute(ctx, `SET threads = 1`); err != nil {
			return err
		}
	}
	err := b.writeTogether(ctx, b.tables(rows))
	return errors.Join(err, b.execute(context.WithoutCancel(ctx), `RESET threads`))
}

// numberOnce marks that a source has numbered titles and people.
func (b *builder) numberOnce() error {
	if b.numbered {
		return errNotFirst
	}
	b.numbered = true
	return nil
}

func (b *builder) execute(ctx context.Context, text string) error {
	conn, err := b.connect(ctx)
	if err != nil {
		return err
	}
	_, err = conn.ExecContext(ctx, text)
	return errors.Join(err, conn.Close())
}

// connect is one more connection to the catalog that is being built. What was handed
// over before is written first, so that SQL sees it.
func (b *builder) connect(ctx context.Context) (*sql.Conn, error) {
	for _, a := range b.appenders {
		if err := a.Flush(); err != nil {
			return nil, err
		}
	}
	return b.db.Conn(ctx)
}

// writeTogether writes tables at the same time, each by its own connection.
func (b *builder) writeTogether(ctx context.Context, tables []writable) error {
	writing, ctx := errgroup.WithContext(ctx)
	for _, t := range tables {
		conn, err := b.connect(ctx)
		if err != nil {
			return errors.Join(err, writing.Wait())
		}
		b.written++
		function := fmt.Sprint("numbered_", b.written)
		writing.Go(func() error {
			defer conn.Close()
			return t.write(ctx, conn, function)
		})
	}
	return writing.Wait()
}

// writable is rows that can be written into a table, drawn through a function of a name
// that no other has.
type writable interface {
	write(ctx context.Context, conn *sql.Conn, function string) error
}

// tables are the rows with the tables that they go into.
func (b *builder) tables(rows source.Numbered) (all []writable) {
	if rows.Titles != nil {
		all = append(all, titleTable(rows.Titles))
	}
	if rows.People != nil {
		all = append(all, personTable(rows.People))
	}
	if rows.Credits != nil {
		all = append(all, creditTable(rows.Credits, b.roles))
	}
	if rows.Statements != nil {
		all = append(all, statementTable(rows.Statements))
	}
	if rows.Names != nil {
		all = append(all, nameTable(rows.Names))
	}
	return all
}

func titleTable(rows source.Rows[source.NumberedTitle]) writable {
	return table[source.NumberedTitle]{
		columns: []column{
			{"number", duckdb.TYPE_INTEGER, nil}, {"id", duckdb.TYPE_VARCHAR, nil}, {"kind", duckdb.TYPE_VARCHAR, nil},
			{"name", duckdb.TYPE_VARCHAR, nil}, {"original_name", duckdb.TYPE_VARCHAR, nil},
			{"series", duckdb.TYPE_INTEGER, nil}, {"season_title", duckdb.TYPE_INTEGER, nil},
			{"season", duckdb.TYPE_INTEGER, nil}, {"episode", duckdb.TYPE_INTEGER, nil}, {"year", duckdb.TYPE_SMALLINT, nil},
			{"genres", duckdb.TYPE_VARCHAR, nil}, {"form", duckdb.TYPE_VARCHAR, nil}, {"votes", duckdb.TYPE_INTEGER, nil}, {"whole", duckdb.TYPE_BOOLEAN, nil},
		},
		insert: `INSERT INTO title SELECT number, id, kind, name, original_name, series, season_title, season, episode, year, '', '', '',
			genres, form, votes, whole, '' FROM {rows}`,
		rows: rows,
		set: func(i int, t source.NumberedTitle, c cells) {
			put(c, 0, i, t.Number)
			put(c, 1, i, t.ID)
			put(c, 2, i, string(t.Kind))
			put(c, 3, i, t.Name)
			put(c, 4, i, t.OriginalName)
			put(c, 5, i, t.Series)
			put(c, 6, i, t.SeasonTitle)
			put(c, 7, i, t.Season)
			put(c, 8, i, t.Episode)
			put(c, 9, i, t.Year)
			put(c, 10, i, t.Genres)
			put(c, 11, i, t.Form)
			put(c, 12, i, t.Votes)
			put(c, 13, i, t.Whole)
		},
	}
}

func personTable(rows source.Rows[source.NumberedPerson]) writable {
	return table[source.NumberedPerson]{
		columns: []column{{"number", duckdb.TYPE_INTEGER, nil}, {"id", duckdb.TYPE_VARCHAR, nil}, {"name", duckdb.TYPE_VARCHAR, nil}},
		insert:  `INSERT INTO person SELECT number, id, name, '' FROM {rows}`,
		rows:    rows,
		set: func(i int, p source.NumberedPerson, c cells) {
			put(c, 0, i, p.Number)
			put(c, 1, i, p.ID)
			put(c, 2, i, p.Name)
		},
	}
}

// creditTable has roles as the type of the table has them, so that nothing needs a cast.
func creditTable(rows source.Rows[source.NumberedCredit], roles vocabulary) writable {
	return table[source.NumberedCredit]{
		columns: []column{
			{"title", duckdb.TYPE_INTEGER, nil}, {"work", duckdb.TYPE_INTEGER, nil}, {"person", duckdb.TYPE_INTEGER, nil}, {"role", duckdb.TYPE_ENUM, roles.words()},
			{"job", duckdb.TYPE_VARCHAR, nil}, {"characters", duckdb.TYPE_VARCHAR, nil}, {"billing", duckdb.TYPE_INTEGER, nil},
		},
		insert: `INSERT INTO credit SELECT title, work, person, role, job, characters, billing, 'title', '' FROM {rows}`,
		rows:   rows,
		set: func(i int, r source.NumberedCredit, c cells) {
			put(c, 0, i, r.Title)
			put(c, 1, i, r.Work)
			put(c, 2, i, r.Person)
			put(c, 3, i, string(r.Role))
			put(c, 4, i, r.Job)
			put(c, 5, i, r.Characters)
			put(c, 6, i, r.Billing)
		},
	}
}

func statementTable(rows source.Rows[source.NumberedStatement]) writable {
	return table[source.NumberedStatement]{
		columns: []column{
			{"person", duckdb.TYPE_INTEGER, nil}, {"gender", duckdb.TYPE_ENUM, words(rolecall.Genders())}, {"wording", duckdb.TYPE_VARCHAR, nil},
			{"precedence", duckdb.TYPE_VARCHAR, nil}, {"source_id", duckdb.TYPE_VARCHAR, nil},
		},
		insert: `INSERT INTO statement SELECT person, gender::VARCHAR::gender, wording, precedence, source_id, '', '' FROM {rows}`,
		rows:   rows,
		set: func(i int, s source.NumberedStatement, c cells) {
			put(c, 0, i, s.Person)
			put(c, 1, i, string(s.Gender))
			put(c, 2, i, s.Wording)
			put(c, 3, i, s.Precedence.String())
			put(c, 4, i, s.Source)
		},
	}
}

func nameTable(rows source.Rows[source.NumberedName]) writable {
	return table[source.NumberedName]{
		columns: []column{{"title", duckdb.TYPE_INTEGER, nil}, {"name", duckdb.TYPE_VARCHAR, nil}},
		insert:  `INSERT INTO alternative_name SELECT DISTINCT title, name FROM {rows} ORDER BY title, name`,
		rows:    rows,
		set: func(i int, n source.NumberedName, c cells) {
			put(c, 0, i, n.Title)
			put(c, 1, i, n.Name)
		},
	}
}

// table is rows that are written into a table of the catalog. DuckDB draws them
// through a table function, chunk by chunk: row by row would take longer than all
// else together.
type table[T any] struct {
	columns []column
	// insert writes the rows, which it reads from {rows}.
	insert string
	rows   source.Rows[T]
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
func (t table[T]) write(ctx context.Context, conn *sql.Conn, function string) error {
	work, ctx := errgroup.WithContext(ctx)
	drawn := &drawing[T]{set: t.set, ctx: ctx, batches: make(chan []T, batchesAhead)}
	for _, c := range t.columns {
		info, err := c.info()
		if err != nil {
			return fmt.Errorf("write numbered rows: %w", err)
		}
		drawn.columns = append(drawn.columns, info)
	}
	err := duckdb.RegisterTableUDF(conn, function, duckdb.ChunkTableFunction{
		BindArguments: func(map[string]any, ...any) (duckdb.ChunkTableSource, error) { return drawn, nil },
	})
	if err != nil {
		return fmt.Errorf("write numbered rows: %w", err)
	}
	work.Go(func() error {
		defer close(drawn.batches)
		if err := t.rows(ctx, drawn.add); err != nil {
			return err
		}
		return drawn.flush()
	})
	work.Go(func() error {
		_, err := conn.ExecContext(ctx, strings.ReplaceAll(t.insert, "{rows}", function+"()"))
		switch {
		case err == nil:
			return nil
		case ctx.Err() != nil:
			return ctx.Err()
		}
		return fmt.Errorf("write numbered rows: %w", err)
	})
	return work.Wait()
}

// drawing is what DuckDB draws the rows of a table from.
type drawing[T any] struct {
	set     func(row int, value T, cells cells)
	ctx     context.Context
	columns []duckdb.ColumnInfo
	// gathered is the batch that is being made.
	gathered []T
	batches  chan []T
}

// add takes a row.
func (d *drawing[T]) add(row T) error {
	if d.gathered == nil {
		d.gathered = make([]T, 0, batch)
	}
	if d.gathered = append(d.gathered, row); len(d.gathered) < batch {
		return nil
	}
	return d.flush()
}

// flush hands on the batch; an empty one would end the drawing.
func (d *drawing[T]) flush() error {
	rows := d.gathered
	if d.gathered = nil; len(rows) == 0 {
		return nil
	}
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
			d.set(i, row, cells{chunk, &fault})
		}
		if fault != nil {
			return fault
		}
		return chunk.SetSize(len(rows))
	case <-d.ctx.Done():
		return d.ctx.Err()
	}
}
