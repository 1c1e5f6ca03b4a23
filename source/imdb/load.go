package imdb

import (
	"bytes"
	"cmp"
	"context"
	"database/sql"
	"embed"
	_ "embed"
	"encoding/csv"
	"fmt"
	"maps"
	"slices"
	"strings"
	"text/template"

	"rolecall"
	"rolecall/source"
)

//go:embed sql/*.sql
var sqlFiles embed.FS

//go:embed roles.csv
var rolesTable string

//go:embed forms.csv
var formsTable string

// mostRejected is how many malformed lines of one file DuckDB keeps for the
// report; more are counted by their file's inspection or end the reading.
const mostRejected = 100_000

// loader runs the SQL of one reading.
type loader struct {
	conn      *sql.Conn
	reader    Reader
	files     map[string]dataset
	templates *template.Template
	report    *source.Report
}

func newLoader(ctx context.Context, conn *sql.Conn, r Reader, files []dataset, stage string, report *source.Report) (*loader, error) {
	l := &loader{conn: conn, reader: r, files: make(map[string]dataset), report: report}
	for _, d := range files {
		l.files[d.name] = d
	}
	var err error
	l.templates, err = template.New("").Funcs(template.FuncMap{
		"published": l.published, "role": roleExpression, "kind": kindExpression, "roles": roleNames, "adult": func() bool { return r.Adult },
	}).ParseFS(sqlFiles, "sql/*.sql")
	if err != nil {
		return nil, fmt.Errorf("read the SQL of the IMDb import: %w", err)
	}
	if _, err := conn.ExecContext(ctx, "ATTACH "+quoted(stage)+" AS stage"); err != nil {
		return nil, fmt.Errorf("make a place for intermediate tables: %w", err)
	}
	return l, l.run(ctx, "macros")
}

func (l *loader) close() { l.conn.ExecContext(context.Background(), "DETACH stage") }

// run runs the statements of a file in sql/.
func (l *loader) run(ctx context.Context, name string) error {
	var text bytes.Buffer
	if err := l.templates.ExecuteTemplate(&text, name+".sql", nil); err != nil {
		return fmt.Errorf("read the SQL of the IMDb import: %w", err)
	}
	if _, err := l.conn.ExecContext(ctx, text.String()); err != nil {
		if ctx.Err() != nil {
			return ctx.Err()
		}
		return fmt.Errorf("read the IMDb datasets (%s): %w", name, err)
	}
	return l.rejected(ctx)
}

// published is the table function that reads a dataset as it is published:
// nothing is quoted, \N is missing. Malformed lines are kept for the report.
func (l *loader) published(name string, typed ...string) string {
	types := make(map[string]string)
	for i := 0; i+1 < len(typed); i += 2 {
		types[typed[i]] = typed[i+1]
	}
	d := l.files[name]
	columns := make([]string, len(d.columns))
	for i, column := range d.columns {
		columns[i] = quoted(column) + ": " + quoted(cmp.Or(types[column], "VARCHAR"))
	}
	return fmt.Sprintf(`read_csv(%s, delim = '\t', quote = '', escape = '', header = true, nullstr = '\N', auto_detect = false,
	store_rejects = true, rejects_limit = %d, columns = {%s})`, quoted(d.path), mostRejected, strings.Join(columns, ", "))
}

// rejected notes the lines that DuckDB could not read since it was last asked.
func (l *loader) rejected(ctx context.Context) error {
	rows, err := l.conn.QueryContext(ctx, `SELECT DISTINCT ON (file_path, line) file_path, line, error_message
		FROM reject_errors JOIN reject_scans USING (scan_id, file_id)
		WHERE error_type <> 'INVALID ENCODING' ORDER BY file_path, line, column_idx`)
	if err != nil {
		return nil // nothing has been read yet, so that there are no such tables
	}
	defer rows.Close()
	for rows.Next() {
		var file, fault string
		var line int
		if err := rows.Scan(&file, &line, &fault); err != nil {
			return err
		}
		if err := l.report.BadLine(file, line, "%s", fault); err != nil {
			return err
		}
	}
	if err := rows.Err(); err != nil {
		return err
	}
	_, err = l.conn.ExecContext(ctx, `DELETE FROM reject_errors`)
	return err
}

// leftAside notes the words of IMDb that have no role or kind here.
func (l *loader) leftAside(ctx context.Context) error {
	rows, err := l.conn.QueryContext(ctx, `SELECT what, word, times FROM stage.left_aside`)
	if err != nil {
		return err
	}
	defer rows.Close()
	for rows.Next() {
		var what, word string
		var times int
		if err := rows.Scan(&what, &word, &times); err != nil {
			return err
		}
		l.report.UnmappedTimes(what, word, times)
	}
	return rows.Err()
}

// roleNumber is how a role is staged: a small number instead of a word. 0 is
// none.
func roleNumber(role rolecall.Role) int { return 1 + slices.Index(rolecall.Roles(), role) }

// roleNames are the roles as an SQL list, so that a role's number is its place.
func roleNames() string {
	words := make([]string, 0)
	for _, role := range rolecall.Roles() {
		words = append(words, quoted(string(role)))
	}
	return "[" + strings.Join(words, ", ") + "]"
}

// roleExpression is roles.csv as an SQL expression over category and job: the
// first row that fits decides. NULL is a category or job without a role.
func roleExpression() (string, error) {
	lines, err := csv.NewReader(strings.NewReader(rolesTable)).ReadAll()
	if err != nil {
		return "", fmt.Errorf("roles.csv: %w", err)
	}
	var cases strings.Builder
	cases.WriteString("CASE")
	for _, line := range lines[1:] {
		condition := "category = " + quoted(line[0])
		if line[1] != "" {
			condition += " AND job ILIKE " + quoted(line[1])
		}
		number := "NULL"
		if line[2] != "" {
			role, err := rolecall.ParseRole(line[2])
			if err != nil {
				return "", fmt.Errorf("roles.csv: %w", err)
			}
			number = fmt.Sprint(roleNumber(role))
		}
		fmt.Fprintf(&cases, "\n        WHEN %s THEN %s", condition, number)
	}
	cases.WriteString("\n    END")
	return cases.String(), nil
}

// kindExpression is forms.csv as an SQL expression over titleType. NULL is a
// type that is no film, series or episode.
func kindExpression() (string, error) {
	lines, err := csv.NewReader(strings.NewReader(formsTable)).ReadAll()
	if err != nil {
		return "", fmt.Errorf("forms.csv: %w", err)
	}
	kinds := make(map[string][]string)
	for _, line := range lines[1:] {
		if line[1] == "" {
			continue
		}
		if _, err := rolecall.ParseKind(line[1]); err != nil {
			return "", fmt.Errorf("forms.csv: %w", err)
		}
		kinds[line[1]] = append(kinds[line[1]], quoted(line[0]))
	}
	var cases strings.Builder
	cases.WriteString("CASE")
	for _, kind := range slices.Sorted(maps.Keys(kinds)) {
		fmt.Fprintf(&cases, "\n        WHEN titleType IN (%s) THEN %s", strings.Join(kinds[kind], ", "), quoted(kind))
	}
	cases.WriteString("\n    END")
	return cases.String(), nil
}
