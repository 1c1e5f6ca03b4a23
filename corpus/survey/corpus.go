package survey

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

	"github.com/duckdb/duckdb-go/v2"

	"rolecall/block"
	"rolecall/corpus/copies"
	"rolecall/corpus/journal"
	"rolecall/corpus/table"
	"rolecall/phrase"
)

//go:embed sql/*.sql
var files embed.FS

func query(name string, replace ...string) string {
	text, err := files.ReadFile("sql/" + name + ".sql")
	if err != nil {
		panic(err) // a name misspelt in this package
	}
	return strings.NewReplacer(replace...).Replace(string(text))
}

// Corpus is the tables of a run as they were when they were read, of which any number of
// questions can be asked. It may be used by several goroutines.
type Corpus struct {
	dir   string
	run   *journal.Journal
	aside aside
	db    *sql.DB
	conn  *sql.Conn
	// held is how many articles there are, texts how many of these are no copies.
	held, texts int
	// knowsSlates says that the catalog of the run was at hand.
	knowsSlates bool
	// asking lets one question be asked at a time; made are the tables that questions have
	// needed so far.
	asking sync.Mutex
	made   map[string]bool
}

const usualMemory = 512 << 20

// Open reads the tables of a folder, with so much memory for the database; 0 is the usual
// amount. Slates is nil where the catalog of the run is not at hand. The error is a
// *journal.DamagedError where tables are not what the journal says.
func Open(ctx context.Context, dir string, memory int64, slates SlatesOf) (_ *Corpus, err error) {
	c := &Corpus{dir: dir, made: make(map[string]bool), knowsSlates: slates != nil}
	defer func() {
		if err != nil {
			c.Close()
		}
	}()
	if c.run, err = journal.Read(dir); err != nil {
		return nil, err
	}
	if c.aside, err = newAside(); err != nil {
		return nil, err
	}
	if memory == 0 {
		memory = usualMemory
	}
	options := fmt.Sprintf("?autoinstall_known_extensions=false&autoload_known_extensions=false&preserve_insertion_order=false&memory_limit=%dMiB&temp_directory=%s", memory>>20, url.QueryEscape(c.aside.folder))
	connector, err := duckdb.NewConnector(filepath.Join(c.aside.folder, "corpus.duckdb")+options, nil)
	if err != nil {
		return nil, err
	}
	c.db = sql.OpenDB(connector)
	if c.conn, err = c.db.Conn(ctx); err != nil {
		return nil, err
	}
	q := questions{ctx, c}
	for _, step := range []func() error{q.read, q.lead, q.whole} {
		if err := step(); err != nil {
			return nil, err
		}
	}
	if slates != nil {
		err = q.readSlates(slates)
	}
	return c, err
}

// Close lets the corpus go, and removes what was put aside for it.
func (c *Corpus) Close() error {
	var faults []error
	if c.conn != nil {
		faults = append(faults, c.conn.Close())
	}
	if c.db != nil {
		faults = append(faults, c.db.Close())
	}
	if c.run != nil {
		faults = append(faults, c.run.Close())
	}
	return errors.Join(append(faults, c.aside.remove())...)
}

// questions are asked of a corpus for the time of a context.
type questions struct {
	ctx context.Context
	*Corpus
}

func (q questions) do(text string, args ...any) error {
	_, err := q.conn.ExecContext(q.ctx, text, args...)
	return err
}

// once makes what questions need, the first time that one does.
func (q questions) once(name string, make func() error) error {
	if q.made[name] {
		return nil
	}
	err := make()
	q.made[name] = err == nil
	return err
}

// each scans the rows of an answer.
func each(q questions, text string, args []any, do func(scan func(...any) error) error) error {
	rows, err := q.conn.QueryContext(q.ctx, text, args...)
	if err != nil {
		return err
	}
	defer rows.Close()
	for rows.Next() {
		if err := do(rows.Scan); err != nil {
			return err
		}
	}
	return rows.Err()
}

func literal(text string) string { return `'` + strings.ReplaceAll(text, `'`, `''`) + `'` }

// read reads the tables, but for texts: what quotations say is never asked for, and sketches
// are compared once.
func (q questions) read() error {
	for _, t := range append([]table.Table{table.Copies}, all()...) {
		if err := q.view(t); err != nil {
			return err
		}
	}
	for _, t := range all() {
		if err := q.do(query("read_" + t.Name)); err != nil {
			return q.unreadable(t, err)
		}
	}
	return q.do(`CREATE TABLE slate (title VARCHAR, slate VARCHAR)`)
}

func all() []table.Table {
	tables := table.All()
	return tables[:]
}

// unreadable tells a file that is damaged from a question that was ended.
func (q questions) unreadable(t table.Table, err error) error {
	if q.ctx.Err() != nil {
		return q.ctx.Err()
	}
	return &journal.DamagedError{Dir: q.dir, Detail: fmt.Errorf("the table %s cannot be read: %w", t.Name, err)}
}

var sqlKinds = map[block.Kind]string{block.String: "VARCHAR", block.Whole: "BIGINT", block.Fraction: "DOUBLE", block.Decimal: "DOUBLE", block.YesNo: "BOOLEAN"}

// view makes a view of a table's files, of both formats: the last is JSON lines while a run
// is at work. What a run has written and not noted is none of its rows yet, a line that is half
// written among it.
func (q questions) view(t table.Table) error {
	columns := phrase.Each(t.Columns, func(c block.Column) string { return `"` + c.Name + `": '` + sqlKinds[c.Kind] + `'` })
	names := phrase.Each(t.Columns, func(c block.Column) string { return `"` + c.Name + `"` })
	empty := phrase.Each(t.Columns, func(c block.Column) string { return `NULL::` + sqlKinds[c.Kind] + ` AS "` + c.Name + `"` })
	parts := []string{`SELECT ` + strings.Join(empty, ", ") + ` WHERE false`}
	lines, parquet, err := filesOf(filepath.Join(q.dir, t.Name))
	if err != nil {
		return err
	}
	if len(lines) > 0 {
		parts = append(parts, `SELECT `+strings.Join(names, ", ")+` FROM read_json([`+strings.Join(lines, ", ")+`], format = 'newline_delimited', ignore_errors = true, maximum_object_size = 67108864, columns = {`+strings.Join(columns, ", ")+`})`)
	}
	if len(parquet) > 0 {
		parts = append(parts, `SELECT `+strings.Join(names, ", ")+` FROM read_parquet([`+strings.Join(parquet, ", ")+`])`)
	}
	err = q.do(fmt.Sprintf(`CREATE TEMP VIEW written_%s AS FROM (%s) WHERE article <= %d`, t.Name, strings.Join(parts, ` UNION ALL `), q.run.Last.Documents))
	if err != nil {
		return q.unreadable(t, err)
	}
	return nil
}

// filesOf are the files of a table's folder, as SQL writes them. Of a number of which there is
// Parquet, the lines that it was made of are left alone.
func filesOf(folder string) (lines, parquet []string, err error) {
	entries, err := os.ReadDir(folder)
	if errors.Is(err, os.ErrNotExist) {
		return nil, nil, nil
	}
	if err != nil {
		return nil, nil, err
	}
	whole := make(map[string]bool)
	for _, e := range entries {
		if number, is := strings.CutSuffix(e.Name(), "."+string(table.Parquet)); is {
			whole[number] = true
			parquet = append(parquet, literal(filepath.Join(folder, e.Name())))
		}
	}
	for _, e := range entries {
		if number, is := strings.CutSuffix(e.Name(), "."+string(table.JSONLines)); is && !whole[number] {
			lines = append(lines, literal(filepath.Join(folder, e.Name())))
		}
	}
	return lines, parquet, nil
}

// lead finds which texts are copies, unless the run has, and makes the table of the articles
// with what counts of them.
func (q questions) lead() error {
	find := q.group
	if _, err := os.Stat(filepath.Join(q.dir, table.Copies.Name)); err == nil && q.finished() {
		find = q.grouped
	}
	if err := find(); err != nil {
		return err
	}
	return q.do(query("counted"))
}

func (c *Corpus) finished() bool { return c.run.Last.File >= len(c.run.Inputs) }

// grouped takes the groups that the run has found.
func (q questions) grouped() error {
	if err := q.do(`CREATE TABLE leader AS SELECT article, coalesce(c.leader, article) AS leader FROM articles LEFT JOIN written_copies c USING (article)`); err != nil {
		return q.unreadable(table.Copies, err)
	}
	return q.conn.QueryRowContext(q.ctx, `SELECT count(*), count(*) FILTER (leader = article) FROM leader`).Scan(&q.held, &q.texts)
}

// group finds the groups.
func (q questions) group() error {
	texts := make([]copies.Text, 0, q.run.Last.Articles)
	numbers := make([]int64, 0, q.run.Last.Articles)
	err := each(q, `SELECT article, coalesce(digest, ''), coalesce(sketch, '') FROM written_articles ORDER BY article`, nil, func(scan func(...any) error) error {
		var number int64
		var digest, written string
		if err := scan(&number, &digest, &written); err != nil {
			return err
		}
		sketch, err := copies.Parse(written)
		numbers, texts = append(numbers, number), append(texts, copies.Text{Digest: digest, Sketch: sketch})
		return err
	})
	if err != nil {
		return q.unreadable(table.Of(table.Articles), err)
	}
	q.held = len(texts)
	if err := q.do(`CREATE TABLE leader (article BIGINT, leader BIGINT)`); err != nil {
		return err
	}
	return q.fill("leader", func(add func(...driver.Value) error) error {
		for i, l := range copies.Groups(texts) {
			if int(l) == i {
				q.texts++
			}
			if err := add(numbers[i], numbers[l]); err != nil {
				return err
			}
		}
		return nil
	})
}

// fill writes into a table the rows that each adds.
func (q questions) fill(table string, each func(add func(...driver.Value) error) error) error {
	return q.conn.Raw(func(raw any) error {
		appender, err := duckdb.NewAppenderFromConn(raw.(driver.Conn), "", table)
		if err != nil {
			return err
		}
		return errors.Join(each(appender.AppendRow), appender.Close())
	})
}

// whole compares the tables with what the journal and the articles say of them.
func (q questions) whole() error {
	var claims, quotations, leftOut, mentions, mentioned int
	if err := q.conn.QueryRowContext(q.ctx, query("whole")).Scan(&claims, &quotations, &leftOut, &mentions, &mentioned); err != nil {
		return err
	}
	last := q.run.Last
	for _, c := range []struct {
		of        table.ID
		has, says int
	}{{table.Articles, q.held, last.Articles}, {table.Claims, claims, last.Claims}, {table.Quotations, quotations, last.Quotations}, {table.LeftOut, leftOut, last.LeftOut}, {table.Mentions, mentions, mentioned}} {
		if c.has != c.says {
			return &journal.DamagedError{Dir: q.dir, Detail: fmt.Errorf("the table %s has %s, and not %s", table.Of(c.of).Name, phrase.Counted(c.has, "row", "rows"), phrase.Grouped(c.says))}
		}
	}
	return nil
}
