package catalog

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"strings"

	"github.com/duckdb/duckdb-go/v2"
	"github.com/duckdb/duckdb-go/v2/mapping"
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
// What is written is not read again soon, and the source holds much itself, so that the
// database gets by with half its memory meanwhile.
func (b *builder) AddNumbered(ctx context.Context, rows source.Numbered) error {
	if rows.Titles != nil {
		if err := b.numberOnce(); err != nil {
			return err
		}
	}
	settings, usual := "", `RESET threads;`
	if rows.Names == nil {
		settings = `SET threads = 1;`
	}
	if b.memory > 0 {
		settings += fmt.Sprintf(`SET memory_limit = '%dB';`, b.memory/2)
		usual += fmt.Sprintf(`SET memory_limit = '%dB';`, b.memory)
	}
	if settings != "" {
		if err := b.execute(ctx, settings); err != nil {
			return err
		}
	}
	err := b.writeTogether(ctx, b.tables(rows))
	return errors.Join(err, b.execute(context.WithoutCancel(ctx), usual))
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

// kindWords are the words of the type kind in their order, so that nothing needs a cast.
var kindWords = words([]rolecall.Kind{rolecall.Film, rolecall.Series, rolecall.Season, rolecall.Episode})

func titleTable(rows source.Rows[source.NumberedTitle]) writable {
	type row = source.NumberedTitle
	return table[row]{
		columns: []column[row]{
			integers("number", func(t *row) int32 { return t.Number }),
			texts("id", func(t *row) string { return t.ID }),
			oneOf("kind", kindWords, func(t *row) string { return string(t.Kind) }),
			texts("name", func(t *row) string { return t.Name }),
			texts("original_name", func(t *row) string { return t.OriginalName }),
			integers("series", func(t *row) int32 { return t.Series }),
			integers("season_title", func(t *row) int32 { return t.SeasonTitle }),
			integers("season", func(t *row) int32 { return t.Season }),
			integers("episode", func(t *row) int32 { return t.Episode }),
			fixed("year", duckdb.TYPE_SMALLINT, func(t *row) int16 { return t.Year }),
			texts("genres", func(t *row) string { return t.Genres }),
			integers("minutes", func(t *row) int32 { return t.Minutes }),
			texts("form", func(t *row) string { return t.Form }),
			integers("votes", func(t *row) int32 { return t.Votes }),
			fixed("whole", duckdb.TYPE_BOOLEAN, func(t *row) bool { return t.Whole }),
		},
		insert: `INSERT INTO title SELECT number, id, kind, name, original_name, series, season_title, season, episode, year, '', '', '',
			genres, '', '', minutes, 0, 0, form, votes, whole, '' FROM {rows}`,
		rows: rows,
	}
}

func personTable(rows source.Rows[source.NumberedPerson]) writable {
	type row = source.NumberedPerson
	return table[row]{
		columns: []column[row]{
			integers("number", func(p *row) int32 { return p.Number }),
			texts("id", func(p *row) string { return p.ID }),
			texts("name", func(p *row) string { return p.Name }),
			fixed("born", duckdb.TYPE_SMALLINT, func(p *row) int16 { return p.Born }),
		},
		insert: `INSERT INTO person SELECT number, id, name, '', born, false FROM {rows}`,
		rows:   rows,
	}
}

// creditTable has roles as the type of the table has them, so that nothing needs a cast.
func creditTable(rows source.Rows[source.NumberedCredit], roles vocabulary) writable {
	type row = source.NumberedCredit
	return table[row]{
		columns: []column[row]{
			integers("title", func(r *row) int32 { return r.Title }),
			integers("work", func(r *row) int32 { return r.Work }),
			integers("person", func(r *row) int32 { return r.Person }),
			oneOf("role", roles.words(), func(r *row) string { return string(r.Role) }),
			texts("job", func(r *row) string { return r.Job }),
			texts("characters", func(r *row) string { return r.Characters }),
			integers("billing", func(r *row) int32 { return r.Billing }),
		},
		insert: `INSERT INTO credit SELECT title, work, person, role, job, characters, billing, 'title', '' FROM {rows}`,
		rows:   rows,
	}
}

func statementTable(rows source.Rows[source.NumberedStatement]) writable {
	type row = source.NumberedStatement
	return table[row]{
		columns: []column[row]{
			integers("person", func(s *row) int32 { return s.Person }),
			oneOf("gender", words(rolecall.Genders()), func(s *row) string { return string(s.Gender) }),
			texts("wording", func(s *row) string { return s.Wording }),
			texts("precedence", func(s *row) string { return s.Precedence.String() }),
			texts("source_id", func(s *row) string { return s.Source }),
		},
		insert: `INSERT INTO statement SELECT person, gender::VARCHAR::gender, wording, '', precedence, source_id, '', '' FROM {rows}`,
		rows:   rows,
	}
}

func nameTable(rows source.Rows[source.NumberedName]) writable {
	type row = source.NumberedName
	return table[row]{
		columns: []column[row]{
			integers("title", func(n *row) int32 { return n.Title }),
			texts("name", func(n *row) string { return n.Name }),
		},
		insert: `INSERT INTO alternative_name SELECT DISTINCT title, name FROM {rows} ORDER BY title, name`,
		rows:   rows,
	}
}

// table is rows that are written into a table of the catalog. DuckDB draws them
// through a table function, chunk by chunk: row by row would take longer than all
// else together.
type table[T any] struct {
	columns []column[T]
	// insert writes the rows, which it reads from {rows}, with all columns in their order.
	insert string
	rows   source.Rows[T]
}

// column is a column of rows as they are handed over.
type column[T any] struct {
	name string
	of   duckdb.Type
	// words are those of an enumeration.
	words []string
	// write writes what a batch of rows has in the column into its vector.
	write func(vector mapping.Vector, rows []T, texts *textWriter) error
}

func (c column[T]) info() (duckdb.ColumnInfo, error) {
	info, err := duckdb.ColumnInfo{Name: c.name}, error(nil)
	if c.of == duckdb.TYPE_ENUM {
		info.T, err = duckdb.NewEnumInfo(c.words[0], c.words[1:]...)
	} else {
		info.T, err = duckdb.NewTypeInfo(c.of)
	}
	return info, err
}

// fixed is a column of values that DuckDB holds as Go does.
func fixed[T, V any](name string, as duckdb.Type, of func(*T) V) column[T] {
	return column[T]{name: name, of: as, write: func(vector mapping.Vector, rows []T, _ *textWriter) error {
		for i, to := 0, cells[V](vector, len(rows)); i < len(rows); i++ {
			to[i] = of(&rows[i])
		}
		return nil
	}}
}

func integers[T any](name string, of func(*T) int32) column[T] {
	return fixed(name, duckdb.TYPE_INTEGER, of)
}

func texts[T any](name string, of func(*T) string) column[T] {
	return column[T]{name: name, of: duckdb.TYPE_VARCHAR, write: func(vector mapping.Vector, rows []T, texts *textWriter) error {
		return texts.write(vector, len(rows), func(i int) string { return of(&rows[i]) })
	}}
}

// oneOf is a column of some words, of which DuckDB holds the places.
func oneOf[T any](name string, words []string, of func(*T) string) column[T] {
	places := make(map[string]uint8, len(words))
	for i, word := range words {
		places[word] = uint8(i)
	}
	return column[T]{name: name, of: duckdb.TYPE_ENUM, words: words, write: func(vector mapping.Vector, rows []T, _ *textWriter) error {
		for i, to := 0, cells[uint8](vector, len(rows)); i < len(rows); i++ {
			word := of(&rows[i])
			place, known := places[word]
			if !known {
				return fmt.Errorf("%q is no %s", word, name)
			}
			to[i] = place
		}
		return nil
	}}
}

// write implements writable.
func (t table[T]) write(ctx context.Context, conn *sql.Conn, function string) error {
	work, ctx := errgroup.WithContext(ctx)
	drawn := &drawing[T]{ctx: ctx, columns: t.columns, batches: make(chan []T, batchesAhead), used: make(chan []T, batchesAhead)}
	for _, c := range t.columns {
		info, err := c.info()
		if err != nil {
			return fmt.Errorf("write numbered rows: %w", err)
		}
		drawn.infos = append(drawn.infos, info)
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
	ctx     context.Context
	columns []column[T]
	infos   []duckdb.ColumnInfo
	// gathered is the batch that is being made.
	gathered []T
	batches  chan []T
	// used are batches that have been written and may be filled anew.
	used  chan []T
	texts textWriter
}

// add takes a row.
func (d *drawing[T]) add(row T) error {
	if d.gathered == nil {
		select {
		case d.gathered = <-d.used:
		default:
			d.gathered = make([]T, 0, batch)
		}
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
func (d *drawing[T]) ColumnInfos() []duckdb.ColumnInfo { return d.infos }

// Cardinality implements duckdb.ChunkTableSource: it is not known.
func (d *drawing[T]) Cardinality() *duckdb.CardinalityInfo { return nil }

// Init implements duckdb.ChunkTableSource.
func (d *drawing[T]) Init() {}

// FillChunk implements duckdb.ChunkTableSource.
func (d *drawing[T]) FillChunk(chunk duckdb.DataChunk) error {
	select {
	case rows := <-d.batches:
		if err := d.fill(&chunk, rows); err != nil {
			return err
		}
		select {
		case d.used <- rows[:0]:
		default:
		}
		return chunk.SetSize(len(rows))
	case <-d.ctx.Done():
		return d.ctx.Err()
	}
}

func (d *drawing[T]) fill(chunk *duckdb.DataChunk, rows []T) error {
	handle, err := handleOf(chunk)
	if err != nil {
		return err
	}
	if n := int(mapping.DataChunkGetColumnCount(handle)); n != len(d.columns) {
		return fmt.Errorf("%d columns are asked for, not the %d that there are", n, len(d.columns))
	}
	for i, c := range d.columns {
		if err := c.write(mapping.DataChunkGetVector(handle, mapping.IdxT(i)), rows, &d.texts); err != nil {
			return err
		}
	}
	return nil
}
