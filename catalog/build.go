package catalog

import (
	"context"
	"crypto/sha256"
	"database/sql"
	"database/sql/driver"
	"encoding/hex"
	"errors"
	"fmt"
	"io"
	"path/filepath"
	"runtime/debug"
	"slices"
	"strings"
	"time"

	"github.com/duckdb/duckdb-go/v2"

	"rolecall"
	"rolecall/nameindex"
	"rolecall/population"
	"rolecall/source"
)

// Recipe says what catalog to build.
type Recipe struct {
	// Name is what the catalog is called.
	Name string
	// Program is the version of the program, for the stamp.
	Program string
	// Built is the time for the stamp.
	Built time.Time
	// Fill hands over the facts. The sink is a source.Bulk.
	Fill func(context.Context, source.Sink) error
	// Report takes what is left aside as the facts are put together; nil where nobody
	// asks.
	Report *source.Report
	// Progress is told what is being done once the facts have been handed over; nil
	// where nobody watches.
	Progress Progress
	// Memory bounds what DuckDB holds in memory, in bytes; 0 is DuckDB's default,
	// most of the machine's. What does not fit goes to the disk beside the
	// catalog.
	Memory int64
	// Room is how many bytes the catalog and what is written meanwhile may take on
	// the disk, as far as can be told ahead; 0 is not known. Build refuses to begin
	// where there are fewer.
	Room int64

	// roles are the vocabulary where it is not that of the program, as in a test.
	roles vocabulary
}

// Build makes a catalog at path, all or nothing: the file is written beside it
// under another name, checked, and only then renamed, so that whoever reads the
// old one goes on reading it and an interruption leaves it as it was. Where
// another process is building at the same path, Build waits for it first.
func Build(ctx context.Context, path string, recipe Recipe) error {
	return withLock(ctx, path, func() error {
		sweep(path)
		if free, known := freeRoom(filepath.Dir(path)); known && free < recipe.Room {
			return &RoomError{Folder: filepath.Dir(path), Free: free, Needed: recipe.Room}
		}
		return buildLocked(ctx, path, recipe)
	})
}

// buildInMemory makes a catalog that is gone when closed.
func buildInMemory(ctx context.Context, recipe Recipe) (*Catalog, error) {
	c := newCatalog("")
	c.roles, c.limits = recipe.vocabulary(), Limits{Memory: recipe.Memory}
	err := c.openBounded(ctx, "")
	if err == nil {
		err = fill(ctx, c.db, recipe)
	}
	if err == nil {
		err = stamp(ctx, c.db, recipe)
	}
	if err == nil {
		err = c.readInfo(ctx)
	}
	if err == nil {
		c.names, err = nameindex.InMemory(ctx, names(ctx, c.db), nameindex.Options{Stamp: c.info.Hash})
	}
	if err != nil {
		return nil, errors.Join(err, c.Close())
	}
	return c, nil
}

// fill writes a catalog into an empty database: tables, facts, the check, what is
// derived from them.
func fill(ctx context.Context, db *sql.DB, recipe Recipe) error {
	// Temporary tables and appenders belong to one connection.
	conn, err := db.Conn(ctx)
	if err != nil {
		return err
	}
	defer conn.Close()
	if _, err := conn.ExecContext(ctx, recipe.vocabulary().typeOfRoles()+query("schema")+query("given")); err != nil {
		return fmt.Errorf("make the tables: %w", err)
	}
	err = conn.Raw(func(driverConn any) error {
		b := &builder{ctx: ctx, db: db, conn: unguarded(driverConn), appenders: make(map[string]*duckdb.Appender), roles: recipe.vocabulary(), memory: recipe.Memory}
		return errors.Join(b.addRoles(), recipe.Fill(ctx, b), b.close())
	})
	if err := errors.Join(err, ctx.Err()); err != nil {
		return err
	}
	// What sources held in memory goes back before the database needs as much.
	debug.FreeOSMemory()
	for _, phase := range []struct {
		name string
		do   func() error
	}{
		{"checking the facts", func() error { return check(ctx, conn) }},
		{"numbering titles and people", func() error { return number(ctx, conn) }},
		{"settling what the sources share", func() error { return settle(ctx, conn, recipe.Report) }},
	} {
		if err := recipe.during(phase.name, phase.do); err != nil {
			return err
		}
	}
	return derive(ctx, conn, recipe)
}

// settle brings what the sources handed over row by row together with what a big one
// wrote.
func settle(ctx context.Context, conn *sql.Conn, report *source.Report) error {
	if err := reportUnheld(ctx, conn, report); err != nil {
		return fmt.Errorf("find the people of statements: %w", err)
	}
	if _, err := conn.ExecContext(ctx, query("settle")); err != nil {
		return fmt.Errorf("settle what the sources share: %w", err)
	}
	if err := settleLists(ctx, conn, report); err != nil {
		return fmt.Errorf("find the titles of lists: %w", err)
	}
	return nil
}

// reportUnheld says which statements that somebody wrote down are about nobody whom a
// source has brought. Those of Wikidata and the like are about the whole world.
func reportUnheld(ctx context.Context, conn *sql.Conn, report *source.Report) error {
	if report == nil {
		return nil
	}
	const written = `FROM statement_as_given WHERE precedence IN ('citation', 'correction', 'declaration')`
	var given bool
	if err := conn.QueryRowContext(ctx, `SELECT EXISTS (`+written+`)`).Scan(&given); err != nil || !given {
		return err
	}
	rows, err := conn.QueryContext(ctx, `SELECT person_id, count(*) FROM (`+written+`) ANTI JOIN person ON id = person_id GROUP BY person_id ORDER BY person_id`)
	if err != nil {
		return err
	}
	defer rows.Close()
	for rows.Next() {
		var id string
		var times int
		if err := rows.Scan(&id, &times); err != nil {
			return err
		}
		report.UnmappedTimes("statements about people who are not in the catalog", id, times)
	}
	return rows.Err()
}

// derive makes the tables that follow from the facts.
func derive(ctx context.Context, conn *sql.Conn, recipe Recipe) error {
	statements := strings.SplitAfter(strings.TrimSpace(strings.NewReplacer("/*resolved*/", resolved("statement"), "/*short*/", population.ShortTest("t")).Replace(query("derive"))), ";\n")
	p := recipe.begin("deriving from the facts", Parts, int64(len(statements)))
	defer p.End()
	for i, text := range statements {
		if _, err := conn.ExecContext(ctx, text); err != nil {
			return fmt.Errorf("derive from the facts: %w", err)
		}
		p.At(int64(i + 1))
	}
	if err := derivePeople(ctx, conn); err != nil {
		return err
	}
	return summarise(ctx, conn)
}

// stamp writes down which catalog it is.
func stamp(ctx context.Context, db *sql.DB, recipe Recipe) error {
	var hash string
	err := recipe.during("hashing the content", func() (err error) {
		hash, err = contentHash(ctx, db)
		return err
	})
	if err != nil {
		return fmt.Errorf("hash the content: %w", err)
	}
	_, err = db.ExecContext(ctx, `INSERT INTO catalog VALUES (?, ?, ?, ?, ?, ?)`,
		SchemaVersion, recipe.Name, hash, recipe.Built.UTC().Format(time.RFC3339), recipe.Program, recipe.vocabulary().String())
	return err
}

// number gives titles and people their numbers, where sources handed any over
// row by row; what a big source wrote by itself is numbered already.
func number(ctx context.Context, conn *sql.Conn) error {
	var added bool
	row := conn.QueryRowContext(ctx, `SELECT EXISTS (FROM title_as_given) OR EXISTS (FROM person_as_given)`)
	if err := row.Scan(&added); err != nil || !added {
		return err
	}
	if _, err := conn.ExecContext(ctx, query("number")); err != nil {
		return fmt.Errorf("number titles and people: %w", err)
	}
	return nil
}

// querier is a database or one connection of it.
type querier interface {
	QueryContext(context.Context, string, ...any) (*sql.Rows, error)
}

// lines runs a query of one text column.
func lines(ctx context.Context, q querier, text string) (all []string, err error) {
	rows, err := q.QueryContext(ctx, text)
	if err != nil {
		return nil, err
	}
	defer rows.Close()
	for rows.Next() {
		var line string
		if err := rows.Scan(&line); err != nil {
			return nil, err
		}
		all = append(all, line)
	}
	return all, rows.Err()
}

// check refuses facts that do not hold together.
func check(ctx context.Context, q querier) error {
	breaches, err := lines(ctx, q, query("check"))
	if err != nil {
		return fmt.Errorf("check the facts: %w", err)
	}
	if len(breaches) > 0 {
		slices.Sort(breaches)
		return fmt.Errorf("the facts do not hold together:\n  %s", strings.Join(breaches, "\n  "))
	}
	return nil
}

// contentHash is the same for the same facts, however they were ordered.
func contentHash(ctx context.Context, q querier) (string, error) {
	tables, err := lines(ctx, q, query("hash"))
	if err != nil {
		return "", err
	}
	h := sha256.New()
	fmt.Fprintf(h, "schema %d\n", SchemaVersion)
	for _, line := range tables {
		io.WriteString(h, line+"\n")
	}
	return hex.EncodeToString(h.Sum(nil)), nil
}

// builder is the Sink that fills the tables.
type builder struct {
	// ctx ends the building at the next fact.
	ctx       context.Context
	db        *sql.DB
	conn      driver.Conn
	appenders map[string]*duckdb.Appender
	roles     vocabulary
	// memory bounds the database's, in bytes; 0 is its own bound.
	memory int64
	// numbered says that a source has numbered titles and people; written counts the
	// tables that were written by number.
	numbered bool
	written  int
	// listed is how many titles of lists were handed over.
	listed int32
}

// given are the tables of given.sql, which are temporary.
const given = "_as_given"

func (b *builder) append(table string, values ...driver.Value) error {
	if err := b.ctx.Err(); err != nil {
		return err
	}
	a, open := b.appenders[table]
	if !open {
		database := ""
		if strings.HasSuffix(table, given) {
			database = "temp"
		}
		var err error
		if a, err = duckdb.NewAppender(b.conn, database, "", table); err != nil {
			return fmt.Errorf("write to the table %s: %w", table, err)
		}
		b.appenders[table] = a
	}
	if err := a.AppendRow(values...); err != nil {
		return fmt.Errorf("write to the table %s: %w", table, err)
	}
	return nil
}

func (b *builder) close() error {
	var faults []error
	for _, a := range b.appenders {
		faults = append(faults, a.Close())
	}
	return errors.Join(faults...)
}

// set is names as a column holds them: sorted, without repetition, never null.
func set(names []string) []string {
	return slices.Compact(slices.Sorted(slices.Values(row(names))))
}

// row is names as a column holds them whose order means something: each a line.
func row(names []string) []string {
	lines := make([]string, len(names))
	for i, name := range names {
		lines[i] = strings.ReplaceAll(name, "\n", " ")
	}
	return lines
}

// addRoles writes down the vocabulary that the SQL goes by.
func (b *builder) addRoles() error {
	for _, role := range b.roles {
		if err := b.append("role", role.word, role.byEpisode); err != nil {
			return err
		}
	}
	return nil
}

func (b *builder) AddSource(s rolecall.Source) error {
	return b.append("source", s.ID, s.Name, s.Licence, s.Address, s.Retrieved, s.Checksum, s.HandPicked, int32(s.LeastTold))
}

func (b *builder) AddPage(p rolecall.Page) error {
	return b.append("page", p.Key, p.Source, p.Address, p.Publisher, p.Title, p.Retrieved, p.Copy)
}

func (b *builder) AddTitle(t rolecall.Title) error {
	if t.Kind == rolecall.Season {
		t.SeasonID = t.ID
	}
	return b.append("title"+given, t.ID, string(t.Kind), t.Name, t.OriginalName, t.SeriesID, t.SeasonID, int32(t.Season), int32(t.Episode),
		int16(t.Year), t.Released.String(), set(t.Networks), set(t.Countries), set(t.Genres), set(t.Languages), set(t.Companies),
		int32(t.Minutes), t.Budget, t.Revenue, t.Form, int32(t.Votes), t.Whole, set(t.Citations))
}

func (b *builder) AddPerson(p rolecall.Person) error {
	return b.append("person"+given, p.ID, p.Name, p.NativeName, int16(p.Born), p.Private)
}

func (b *builder) AddCredit(c rolecall.Credit) error {
	return b.append("credit"+given, c.TitleID, c.PersonID, string(c.Role), c.Job, row(c.Characters), int32(c.Billing), string(c.Scope), set(c.Citations))
}

func (b *builder) AddStatement(s rolecall.Statement) error {
	return b.append("statement"+given, s.PersonID, string(s.Gender), s.Wording, string(s.Form), s.Precedence.String(), s.Source, s.Citation, s.Date.String())
}

func (b *builder) AddIdentifier(i rolecall.Identifier) error {
	return b.append("identifier"+given, i.Owner, string(i.Scheme), i.Value)
}

// AddDetail adds a detail to a title, whichever source brings it.
func (b *builder) AddDetail(titleID string, of source.Detail, name string) error {
	return b.append("detail"+given, titleID, string(of), name)
}

// resolved is the query of what the statements of a table come to, person by person.
func resolved(table string) string {
	return strings.ReplaceAll(query("resolve"), "/*statements*/", table)
}
