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
	"slices"
	"strings"
	"time"

	"github.com/duckdb/duckdb-go/v2"

	"rolecall"
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
	// Fill hands over the facts. The sink is a source.Database.
	Fill func(context.Context, source.Sink) error
	// Memory bounds what DuckDB holds in memory, in bytes; 0 is DuckDB's default,
	// most of the machine's. What does not fit goes to the disk beside the
	// catalog.
	Memory int64
}

// Build makes a catalog at path, all or nothing: the file is written beside it
// under another name, checked, and only then renamed, so that whoever reads the
// old one goes on reading it and an interruption leaves it as it was. Where
// another process is building at the same path, Build waits for it first.
func Build(ctx context.Context, path string, recipe Recipe) error {
	return withLock(ctx, path, func() error { return buildLocked(ctx, path, recipe) })
}

// buildInMemory makes a catalog that is gone when closed.
func buildInMemory(ctx context.Context, recipe Recipe) (*Catalog, error) {
	db, err := openDatabase("")
	if err != nil {
		return nil, err
	}
	c := &Catalog{db: db}
	err = fill(ctx, db, ":memory:", recipe)
	if err == nil {
		err = c.readInfo(ctx)
	}
	if err != nil {
		return nil, errors.Join(err, c.Close())
	}
	return c, nil
}

// fill writes a whole catalog into an empty database: tables, facts, what is
// derived from them, the check, the stamp.
func fill(ctx context.Context, db *sql.DB, stage string, recipe Recipe) error {
	// Temporary tables and appenders belong to one connection.
	conn, err := db.Conn(ctx)
	if err != nil {
		return err
	}
	defer conn.Close()
	if _, err := conn.ExecContext(ctx, query("schema")); err != nil {
		return fmt.Errorf("make the tables: %w", err)
	}
	err = conn.Raw(func(driverConn any) error {
		b := &builder{db: db, stage: stage, conn: driverConn.(driver.Conn), appenders: make(map[string]*duckdb.Appender)}
		return errors.Join(b.addRoles(), recipe.Fill(ctx, b), b.close())
	})
	if err != nil {
		return err
	}
	if _, err := conn.ExecContext(ctx, query("settle")); err != nil {
		return fmt.Errorf("settle what the sources share: %w", err)
	}
	if err := check(ctx, conn); err != nil {
		return err
	}
	if _, err := conn.ExecContext(ctx, query("finish")); err != nil {
		return fmt.Errorf("derive from the facts: %w", err)
	}
	if _, err := conn.ExecContext(ctx, `DROP TABLE credit_as_given; DROP TABLE detail_as_given`); err != nil {
		return err
	}
	hash, err := contentHash(ctx, conn)
	if err != nil {
		return fmt.Errorf("hash the content: %w", err)
	}
	_, err = conn.ExecContext(ctx, `INSERT INTO catalog VALUES (?, ?, ?, ?, ?)`,
		SchemaVersion, recipe.Name, hash, recipe.Built.UTC().Format(time.RFC3339), recipe.Program)
	return err
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
	db        *sql.DB
	stage     string
	conn      driver.Conn
	appenders map[string]*duckdb.Appender
}

var _ source.Database = (*builder)(nil)

// Conn implements source.Database. What was handed over before is written first,
// so that SQL sees it.
func (b *builder) Conn(ctx context.Context) (*sql.Conn, error) {
	for _, a := range b.appenders {
		if err := a.Flush(); err != nil {
			return nil, err
		}
	}
	return b.db.Conn(ctx)
}

// Stage implements source.Database.
func (b *builder) Stage() string { return b.stage }

func (b *builder) append(table string, values ...driver.Value) error {
	a, open := b.appenders[table]
	if !open {
		var err error
		if a, err = duckdb.NewAppenderFromConn(b.conn, "", table); err != nil {
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
	return slices.Compact(slices.Sorted(slices.Values(names)))
}

// row is names as a column holds them whose order means something.
func row(names []string) []string {
	if names == nil {
		return []string{}
	}
	return names
}

// addRoles writes down the vocabulary that the SQL goes by.
func (b *builder) addRoles() error {
	for _, role := range rolecall.Roles() {
		if err := b.append("role", string(role), role.ByEpisode()); err != nil {
			return err
		}
	}
	return nil
}

func (b *builder) AddSource(s rolecall.Source) error {
	return b.append("source", s.ID, s.Name, s.Licence, s.Address, s.Retrieved, s.Checksum, s.HandPicked)
}

func (b *builder) AddPage(p rolecall.Page) error {
	return b.append("page", p.Key, p.Source, p.Address, p.Publisher, p.Title, p.Retrieved, p.Copy)
}

// seasonItself stands for the episode's number in the link of a season.
const seasonItself = -1

func (b *builder) AddTitle(t rolecall.Title) error {
	if t.Kind == rolecall.Season {
		t.SeasonID, t.Episode = t.ID, seasonItself
	}
	if t.SeriesID != "" {
		if err := b.append("title_link", t.ID, t.SeriesID, t.SeasonID, int32(t.Season), int32(t.Episode)); err != nil {
			return err
		}
	}
	return b.append("title", t.ID, string(t.Kind), t.Name, t.OriginalName, int16(t.Year), t.Released.String(),
		set(t.Networks), set(t.Countries), set(t.Genres), t.Form, int32(t.Votes), t.Whole, set(t.Citations))
}

func (b *builder) AddPerson(p rolecall.Person) error {
	return b.append("person", p.ID, p.Name, p.NativeName)
}

func (b *builder) AddCredit(c rolecall.Credit) error {
	return b.append("credit_as_given", c.TitleID, c.PersonID, string(c.Role), c.Job, row(c.Characters), int32(c.Billing), set(c.Citations))
}

func (b *builder) AddStatement(s rolecall.Statement) error {
	return b.append("statement", s.PersonID, string(s.Gender), s.Wording, s.Precedence.String(), s.Source, s.Citation, s.Date.String())
}

func (b *builder) AddIdentifier(i rolecall.Identifier) error {
	return b.append("identifier", i.Owner, string(i.Scheme), i.Value)
}

// AddNetwork adds a network to a title, whichever source brings it.
func (b *builder) AddNetwork(titleID, name string) error {
	return b.append("detail_as_given", titleID, "network", name)
}

// AddCountry adds a country to a title, whichever source brings it.
func (b *builder) AddCountry(titleID, name string) error {
	return b.append("detail_as_given", titleID, "country", name)
}
