// Package survey counts what a checked corpus comes to: who is quoted by which outlets, which
// claims are repeated and which are contradicted, which titles and people are covered. It
// asks the tables of a run in SQL, whichever format they are in, and keeps little of them in
// memory.
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
	"slices"
	"strings"

	"github.com/duckdb/duckdb-go/v2"

	"rolecall"
	"rolecall/block"
	"rolecall/corpus/copies"
	"rolecall/corpus/journal"
	"rolecall/corpus/table"
	"rolecall/phrase"
	"rolecall/source/byline"
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

// Field is what articles are grouped by.
type Field string

// The fields.
const (
	Outlet  Field = "outlet"
	Section Field = "section"
	Author  Field = "author"
	Month   Field = "month"
)

// Fields are all fields.
func Fields() []Field { return []Field{Outlet, Section, Author, Month} }

// Copies says how a text counts that several articles have.
type Copies string

// The ways.
const (
	// Each counts every article.
	Each Copies = "each"
	// InOutlet counts a text once in each outlet.
	InOutlet Copies = "outlet"
	// Once counts a text once.
	Once Copies = "once"
)

// EveryCopies are all ways to count copies.
func EveryCopies() []Copies { return []Copies{InOutlet, Once, Each} }

// Asked is what is asked of a corpus.
type Asked struct {
	By     []Field
	Copies Copies
	// Most is how many speakers, claims, titles and people are listed.
	Most int
	// Memory bounds that of the database, in bytes; 0 is 512 MiB.
	Memory int64
}

// Survey is the answer.
type Survey struct {
	Asked Asked
	Run   journal.Begun
	// Last is how far the run is, Finished that it has read all its inputs.
	Last     journal.Entry
	Finished bool
	// Held is how many articles the tables have, Texts how many of these are no copies of
	// another.
	Held, Texts int
	// All is the whole corpus as it is counted, Parts the same by each field.
	All      Group
	Parts    []Part
	Speakers []Speaker
	// Contradicted and Repeated are claims, in how many there are of each.
	Contradicted, Repeated           []Claim
	ContradictedCount, RepeatedCount int
	Titles, People                   []Covered
	// Named are the people that articles name, by gender.
	Named   rolecall.Tally
	LeftOut []LeftOut
	// Slates is nil where the catalog of the run is not at hand.
	Slates *Slates
}

// Part is the corpus by a field.
type Part struct {
	By     Field
	Groups []Group
}

// Group is the articles of one value of a field, which is empty where it is not known.
type Group struct {
	Value                                            string
	Articles, Named, Claims, Contradicted, Supported int
	// Speakers are people with a name, each once; Quotations and Words are all that is quoted,
	// by the gender of who speaks.
	Speakers, Quotations, Words rolecall.Tally
}

// Speaker is somebody who is quoted.
type Speaker struct {
	ID, Name                             string
	Gender                               rolecall.Gender
	Quotations, Words, Articles, Outlets int
}

// Claim is one that articles make, with where it was first seen.
type Claim struct {
	Kind, Quote, Title, TitleID, Verdict, Reason, Evidence, Sources string
	// Articles and Outlets make it; Texts is how many of the articles are no copies.
	Articles, Outlets, Texts int
	// First is the article of the earliest date; of those without a date, the first read.
	First Seen
}

// Seen is a place in the corpus.
type Seen struct{ Outlet, Date, Source, Place string }

// Covered is a title or person that articles name.
type Covered struct {
	ID, Name                 string
	Gender                   rolecall.Gender
	Articles, Outlets, Times int
	// Slate is what is known of a title's directors.
	Slate Slate
}

// LeftOut is a kind of reason for which documents were left out, with the first of them.
type LeftOut struct {
	Kind               string
	Documents          int
	Source, Place, Why string
}

// RunOf says what the run of a folder was begun with.
func RunOf(dir string) (journal.Begun, error) {
	run, err := journal.Read(dir)
	if err != nil {
		return journal.Begun{}, err
	}
	return run.Begun, run.Close()
}

// Of surveys the corpus that was checked into a folder.
func Of(ctx context.Context, dir string, asked Asked, slates SlatesOf) (Survey, error) {
	run, err := journal.Read(dir)
	if err != nil {
		return Survey{}, err
	}
	defer run.Close()
	s := Survey{Asked: asked, Run: run.Begun, Last: run.Last, Finished: run.Last.File >= len(run.Inputs)}
	q, err := open(ctx, dir, asked)
	if err != nil {
		return s, err
	}
	defer q.close()
	for _, step := range []func(*questions, *Survey) error{
		(*questions).lead, (*questions).whole, (*questions).parts, (*questions).speakers, (*questions).claims, (*questions).coverage, (*questions).leftOut,
	} {
		if err := step(q, &s); err != nil {
			return s, fmt.Errorf("report on %s: %w", dir, err)
		}
	}
	if slates != nil {
		s.Slates, err = q.slates(&s, slates)
	}
	return s, err
}

// questions are asked of the tables of a run.
type questions struct {
	ctx  context.Context
	db   *sql.DB
	conn *sql.Conn
	// dir is the folder of the run, folder that of the database.
	dir, folder string
}

const usualMemory = 512 << 20

func open(ctx context.Context, dir string, asked Asked) (_ *questions, err error) {
	q := &questions{ctx: ctx, dir: dir}
	defer func() {
		if err != nil {
			q.close()
		}
	}()
	if q.folder, err = os.MkdirTemp("", "rolecall-corpus-"); err != nil {
		return nil, err
	}
	memory := asked.Memory
	if memory == 0 {
		memory = usualMemory
	}
	options := fmt.Sprintf("?autoinstall_known_extensions=false&autoload_known_extensions=false&memory_limit=%dMiB&temp_directory=%s", memory>>20, url.QueryEscape(q.folder))
	connector, err := duckdb.NewConnector(filepath.Join(q.folder, "corpus.duckdb")+options, nil)
	if err != nil {
		return nil, err
	}
	q.db = sql.OpenDB(connector)
	if q.conn, err = q.db.Conn(ctx); err != nil {
		return nil, err
	}
	for _, t := range table.All() {
		if err := q.view(dir, t); err != nil {
			return nil, err
		}
	}
	return q, q.do(`SET VARIABLE copies = ` + literal(string(asked.Copies)))
}

func (q *questions) close() {
	if q.conn != nil {
		q.conn.Close()
	}
	if q.db != nil {
		q.db.Close()
	}
	os.RemoveAll(q.folder)
}

func (q *questions) do(text string, args ...any) error {
	_, err := q.conn.ExecContext(q.ctx, text, args...)
	return err
}

func literal(text string) string { return `'` + strings.ReplaceAll(text, `'`, `''`) + `'` }

var sqlKinds = map[block.Kind]string{block.String: "VARCHAR", block.Whole: "BIGINT", block.Fraction: "DOUBLE", block.Decimal: "DOUBLE", block.YesNo: "BOOLEAN"}

// view makes a view of a table's files, of both formats: the last is JSON lines while a run
// is at work. A line that is half written is no row yet.
func (q *questions) view(dir string, t table.Table) error {
	columns := phrase.Each(t.Columns, func(c block.Column) string { return `"` + c.Name + `": '` + sqlKinds[c.Kind] + `'` })
	names := phrase.Each(t.Columns, func(c block.Column) string { return `"` + c.Name + `"` })
	empty := phrase.Each(t.Columns, func(c block.Column) string { return `NULL::` + sqlKinds[c.Kind] + ` AS "` + c.Name + `"` })
	parts := []string{`SELECT ` + strings.Join(empty, ", ") + ` WHERE false`}
	lines, parquet, err := filesOf(filepath.Join(dir, t.Name))
	if err != nil {
		return err
	}
	if len(lines) > 0 {
		parts = append(parts, `SELECT `+strings.Join(names, ", ")+` FROM read_json([`+strings.Join(lines, ", ")+`], format = 'newline_delimited', ignore_errors = true, maximum_object_size = 67108864, columns = {`+strings.Join(columns, ", ")+`}) WHERE article IS NOT NULL`)
	}
	if len(parquet) > 0 {
		parts = append(parts, `SELECT `+strings.Join(names, ", ")+` FROM read_parquet([`+strings.Join(parquet, ", ")+`])`)
	}
	return q.do(`CREATE TEMP VIEW ` + t.Name + ` AS ` + strings.Join(parts, ` UNION ALL `))
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

// each scans the rows of an answer.
func each(q *questions, text string, args []any, do func(scan func(...any) error) error) error {
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

// lead finds which texts are copies, unless the run has, and makes the table of the articles
// that count.
func (q *questions) lead(s *Survey) error {
	find := q.group
	if _, err := os.Stat(filepath.Join(q.dir, table.Copies.Name)); err == nil && s.Finished {
		find = q.grouped
	}
	if err := find(s); err != nil {
		return err
	}
	return q.do(query("counted"))
}

// grouped takes the groups that the run has found.
func (q *questions) grouped(s *Survey) error {
	if err := q.view(q.dir, table.Copies); err != nil {
		return err
	}
	if err := q.do(`CREATE TABLE leader AS SELECT article, coalesce(c.leader, article) AS leader FROM articles LEFT JOIN copies c USING (article)`); err != nil {
		return err
	}
	return q.conn.QueryRowContext(q.ctx, `SELECT count(*), count(*) FILTER (leader = article) FROM leader`).Scan(&s.Held, &s.Texts)
}

// group finds the groups.
func (q *questions) group(s *Survey) error {
	var texts []copies.Text
	var numbers []int64
	err := each(q, `SELECT article, coalesce(digest, ''), coalesce(sketch, '') FROM articles ORDER BY article`, nil, func(scan func(...any) error) error {
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
		return err
	}
	s.Held = len(texts)
	if err := q.do(`CREATE TABLE leader (article BIGINT, leader BIGINT)`); err != nil {
		return err
	}
	return q.fill("leader", func(add func(...driver.Value) error) error {
		for i, l := range copies.Groups(texts) {
			if int(l) == i {
				s.Texts++
			}
			if err := add(numbers[i], numbers[l]); err != nil {
				return err
			}
		}
		return nil
	})
}

func (q *questions) whole(s *Survey) error {
	groups, err := q.groups(`''`, "", `value`)
	if len(groups) == 1 {
		s.All = groups[0]
	}
	return err
}

func (q *questions) parts(s *Survey) error {
	for _, by := range s.Asked.By {
		value, joined, order := `c.`+string(by), "", `articles DESC, value`
		switch by {
		case Author:
			if err := q.authors(); err != nil {
				return err
			}
			value, joined = `w.name`, `JOIN writer w USING (author)`
		case Month:
			order = `value = '', value`
		}
		groups, err := q.groups(value, joined, order)
		if err != nil {
			return err
		}
		s.Parts = append(s.Parts, Part{by, groups})
	}
	return nil
}

func (q *questions) groups(value, joined, order string) (all []Group, err error) {
	err = each(q, query("groups", "{value}", value, "{joined}", joined, "{order}", order), nil, func(scan func(...any) error) error {
		var g Group
		err := scan(&g.Value, &g.Articles, &g.Named, &g.Claims, &g.Contradicted, &g.Supported,
			&g.Speakers.Women, &g.Speakers.Men, &g.Speakers.Nonbinary, &g.Speakers.Unknown, &g.Quotations.Women, &g.Quotations.Men, &g.Quotations.Nonbinary, &g.Quotations.Unknown,
			&g.Words.Women, &g.Words.Men, &g.Words.Nonbinary, &g.Words.Unknown)
		all = append(all, g)
		return err
	})
	return all, err
}

// authors makes a table of who is meant by what stands as the author: each of several, or, in
// doubt, what stands there.
func (q *questions) authors() error {
	var written []string
	err := each(q, `SELECT DISTINCT author FROM counted`, nil, func(scan func(...any) error) error {
		var one string
		err := scan(&one)
		written = append(written, one)
		return err
	})
	if err != nil {
		return err
	}
	if err := q.do(`CREATE TABLE writer (author VARCHAR, name VARCHAR)`); err != nil {
		return err
	}
	return q.fill("writer", func(add func(...driver.Value) error) error {
		for _, one := range written {
			for _, name := range writersOf(one) {
				if err := add(one, name); err != nil {
					return err
				}
			}
		}
		return nil
	})
}

// fill writes into a table the rows that each adds.
func (q *questions) fill(table string, each func(add func(...driver.Value) error) error) error {
	return q.conn.Raw(func(raw any) error {
		appender, err := duckdb.NewAppenderFromConn(raw.(driver.Conn), "", table)
		if err != nil {
			return err
		}
		return errors.Join(each(appender.AppendRow), appender.Close())
	})
}

// writersOf are those whom a byline names, each once.
func writersOf(written string) (names []string) {
	cell := strings.TrimSpace(written)
	if len(cell) > 3 && strings.EqualFold(cell[:3], "by ") {
		cell = cell[3:]
	}
	for _, n := range byline.Read(cell, byline.Rules{}).Names {
		if !slices.Contains(names, n.Text) {
			names = append(names, n.Text)
		}
	}
	if len(names) == 0 {
		return []string{cell}
	}
	return names
}

func (q *questions) speakers(s *Survey) error {
	return each(q, query("speakers"), []any{s.Asked.Most}, func(scan func(...any) error) error {
		var one Speaker
		err := scan(&one.ID, &one.Name, &one.Gender, &one.Quotations, &one.Words, &one.Articles, &one.Outlets)
		s.Speakers = append(s.Speakers, one)
		return err
	})
}

const (
	contradicted = `verdict = 'contradicted'`
	repeated     = `outlets > 1`
)

func (q *questions) claims(s *Survey) error {
	if err := q.do(query("stated")); err != nil {
		return err
	}
	for _, c := range []struct {
		which string
		all   *[]Claim
		count *int
	}{{contradicted, &s.Contradicted, &s.ContradictedCount}, {repeated, &s.Repeated, &s.RepeatedCount}} {
		err := each(q, query("claims", "{which}", c.which), []any{s.Asked.Most}, func(scan func(...any) error) error {
			var one Claim
			err := scan(&one.Kind, &one.Quote, &one.Title, &one.TitleID, &one.Verdict, &one.Reason, &one.Evidence, &one.Sources, &one.Articles, &one.Outlets, &one.Texts,
				&one.First.Outlet, &one.First.Date, &one.First.Source, &one.First.Place)
			*c.all = append(*c.all, one)
			return err
		})
		if err != nil {
			return err
		}
		if err := q.conn.QueryRowContext(q.ctx, `SELECT count(*) FROM stated WHERE articles > 0 AND `+c.which).Scan(c.count); err != nil {
			return err
		}
	}
	return nil
}

func (q *questions) coverage(s *Survey) error {
	for kind, all := range map[string]*[]Covered{"title": &s.Titles, "person": &s.People} {
		found, err := q.covered(kind, fmt.Sprintf("LIMIT %d", s.Asked.Most))
		if err != nil {
			return err
		}
		*all = found
	}
	return each(q, query("coverage"), nil, func(scan func(...any) error) error {
		var gender rolecall.Gender
		var people, articles, times int
		err := scan(&gender, &people, &articles, &times)
		for range people {
			s.Named.Add(gender)
		}
		return err
	})
}

func (q *questions) covered(kind, limit string) (all []Covered, err error) {
	err = each(q, query("covered", "{limit}", limit), []any{kind}, func(scan func(...any) error) error {
		var one Covered
		err := scan(&one.ID, &one.Name, &one.Gender, &one.Articles, &one.Outlets, &one.Times)
		all = append(all, one)
		return err
	})
	return all, err
}

func (q *questions) leftOut(s *Survey) error {
	return each(q, query("left_out"), nil, func(scan func(...any) error) error {
		var one LeftOut
		err := scan(&one.Kind, &one.Documents, &one.Source, &one.Place, &one.Why)
		s.LeftOut = append(s.LeftOut, one)
		return err
	})
}
