package catalog

import (
	"cmp"
	"context"
	"database/sql"
	"errors"
	"fmt"
	"strings"

	"rolecall/population"
)

// Exporting says what of the catalog is written into files.
type Exporting struct {
	// Population is what titles; the zero Population is the whole catalog.
	Population population.Population
	// HeldBack are the sources whose rows stay where they are. A title or credit is held
	// back if all pages that it cites are theirs, or if it cites none and one of them may
	// have brought it; a statement if it is theirs. What follows from rows held back goes
	// with them.
	HeldBack []string
}

// IsWhole reports whether nothing is asked of titles.
func (e Exporting) IsWhole() bool { return e.Population.Kind == "" && !e.Population.Narrows() }

// Exported is the views as they are written into files.
type Exported struct {
	*Catalog
	conn *sql.Conn
	// kept are the tables that the views are made of, all the same without what is held back.
	kept, all tables
	// PeopleKept and TitlesKept say that no row is held back of those that statements and
	// credits may refer to.
	TitlesKept, PeopleKept bool
	heldBack               bool
}

// Export has write write the views of what is asked for. The errors are those of Tally,
// and of write.
func (c *Catalog) Export(ctx context.Context, e Exporting, write func(Exported) error) error {
	if err := c.checkAnswerable(ctx, e.Population, Breakdown{}); err != nil {
		return err
	}
	var size int
	err := c.choosing(ctx, e.Population, Breakdown{}, func(q chosen) (err error) {
		if size, _, err = q.size(ctx, population.Population{}, Breakdown{}); err != nil || size == 0 {
			return err
		}
		made, err := c.keep(ctx, q.conn, e)
		defer dropKept(q.conn)
		if err != nil {
			return c.fault(err)
		}
		return write(made)
	})
	if err == nil && size == 0 {
		return c.empty(ctx, e.Population)
	}
	return err
}

// keeping makes the tables that views are made of.
type keeping struct {
	ctx  context.Context
	conn *sql.Conn
	of   tables
	// prefix is what their names begin with.
	prefix string
	whole  bool
	// heldBack are the sources whose rows are, as a list in SQL; empty if there are none.
	heldBack string
	// uncited is true of rows that cite no page if no source held back may have brought them.
	uncited string
}

func (c *Catalog) keep(ctx context.Context, conn *sql.Conn, e Exporting) (made Exported, err error) {
	own, err := tablesOf(ctx, conn)
	if err != nil {
		return made, err
	}
	all := keeping{ctx: ctx, conn: conn, of: own, prefix: "all_", whole: e.IsWhole(), uncited: "true"}
	if err := all.exec(query("export_scope"), "/*whole*/", fmt.Sprint(all.whole)); err != nil {
		return made, err
	}
	if err := all.tables(); err != nil {
		return made, err
	}
	made = Exported{Catalog: c, conn: conn, kept: all.named, all: all.named, TitlesKept: true, PeopleKept: true, heldBack: len(e.HeldBack) > 0}
	if !made.heldBack {
		return made, nil
	}
	kept := all
	kept.prefix, kept.heldBack = "kept_", literals(e.HeldBack)
	var uncited bool
	text := `SELECT NOT EXISTS (FROM ` + own("source") + ` WHERE id IN (` + kept.heldBack + `) AND id NOT IN (SELECT source_id FROM ` + own("page") + `))`
	if err := conn.QueryRowContext(ctx, text).Scan(&uncited); err != nil {
		return made, err
	}
	kept.uncited = fmt.Sprint(uncited)
	made.kept, made.PeopleKept, made.TitlesKept = kept.named, uncited, false
	return made, kept.tables()
}

func (k keeping) tables() error {
	name, keptAs := "export_all", "TABLE"
	if k.heldBack != "" {
		name = "export_kept"
	}
	if k.whole {
		keptAs = "VIEW"
	}
	return k.exec(query(name), "/*kept as*/", keptAs, "/*held back*/", k.heldBack, "/*uncited*/", k.uncited, "/*resolved*/", resolved("kept_statement"), "/*whole*/", fmt.Sprint(k.whole))
}

// exec runs statements, the tables of the catalog named by braces.
func (k keeping) exec(text string, replaced ...string) error {
	for one := range strings.SplitSeq(withTables(strings.NewReplacer(replaced...).Replace(text), k.of), ";\n") {
		if strings.TrimSpace(one) == "" {
			continue
		}
		if _, err := k.conn.ExecContext(k.ctx, one); err != nil {
			return err
		}
	}
	return nil
}

// narrowed are the tables of which a part is exported; the others are whole.
var narrowed = map[string]bool{
	"title": true, "credit": true, "person": true, "statement": true, "person_gender": true, "identifier": true, "alternative_name": true,
	"listed": true, "page": true, "work_person": true, "work_credit": true, "chosen": true,
}

// named is where the rows of a table are that are kept.
func (k keeping) named(name string) string {
	if narrowed[name] {
		return `temp.` + k.prefix + name
	}
	return k.of(name)
}

// dropKept frees what was made; the connection may serve another question.
func dropKept(conn *sql.Conn) {
	var names []string
	for name := range narrowed {
		names = append(names, "kept_"+name, "all_"+name)
	}
	for _, name := range append(names, "kept_number", "kept_people", "kept_gender", "kept_touched", "scope_number", "scope_people") {
		for _, what := range []string{"VIEW", "TABLE"} { // one of both, and the other is refused
			conn.ExecContext(context.Background(), "DROP "+what+" IF EXISTS temp."+name)
		}
	}
	conn.ExecContext(context.Background(), "DROP MACRO IF EXISTS temp.may_pass")
}

// FileForm is a form that DuckDB writes files in.
type FileForm struct {
	// Options are those of its COPY.
	Options string
	// ListsAsText says that a list becomes a text in JSON.
	ListsAsText bool
}

// Write writes a view into a file, in the order of its key, and returns how many rows it
// has and how many are held back.
func (e Exported) Write(ctx context.Context, v View, path string, form FileForm) (rows, heldBack int64, err error) {
	values := make([]string, len(v.Columns))
	for i, c := range v.Columns {
		values[i] = exportedValue(c, form) + ` AS ` + quoted(c.Name)
	}
	text := `COPY (SELECT ` + strings.Join(values, `, `) + ` FROM (` + v.query(e.kept, everyColumn) + `)`
	if v.order != "" {
		text += ` ORDER BY ` + v.order
	}
	result, err := e.conn.ExecContext(ctx, text+`) TO `+literal(path)+` (`+form.Options+`)`)
	if err != nil {
		return 0, 0, e.writing(path, err)
	}
	if rows, err = result.RowsAffected(); err != nil || !e.heldBack {
		return rows, 0, err
	}
	var all int64
	if err := e.conn.QueryRowContext(ctx, `SELECT count(*) FROM (`+v.query(e.all, nothing)+`)`).Scan(&all); err != nil {
		return 0, 0, e.fault(err)
	}
	return rows, all - rows, nil
}

func nothing(string) bool { return false }

func exportedValue(c ViewColumn, form FileForm) string {
	switch {
	case c.Type == Texts && form.ListsAsText:
		return `to_json(` + quoted(c.Name) + `)::VARCHAR`
	case c.Type == Text:
		return quoted(c.Name) + `::VARCHAR`
	case c.Type == Number:
		return quoted(c.Name) + `::BIGINT`
	}
	return quoted(c.Name)
}

// writing is an error of writing a file, which says nothing of the catalog's.
func (e Exported) writing(path string, err error) error {
	if errors.Is(err, context.Canceled) || errors.Is(err, context.DeadlineExceeded) {
		return err
	}
	return fmt.Errorf("write %s: %w", path, cmp.Or(short(err), errors.New(oneLine(err))))
}
