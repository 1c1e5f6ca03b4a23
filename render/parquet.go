package render

import (
	"context"
	"database/sql"
	"encoding/csv"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"

	_ "github.com/duckdb/duckdb-go/v2" // its Parquet writer
)

// column is a column of a table, with its type in SQL.
type column struct{ name, kind string }

// typed is a document whose rows have types, so that it can be written as
// Parquet.
type typed interface{ columns() []column }

// columnNames are the header of a table.
func columnNames(columns []column) []string {
	names := make([]string, len(columns))
	for i, c := range columns {
		names[i] = c.name
	}
	return names
}

// writeParquet writes a document by DuckDB, from the rows it has as CSV; what is
// empty there is null.
func writeParquet(out io.Writer, d Document) error {
	t, isTyped := d.(typed)
	if !isTyped {
		return fmt.Errorf("this answer has no columns of one type each, which Parquet needs: choose csv or json")
	}
	dir, err := os.MkdirTemp("", "rolecall")
	if err != nil {
		return fmt.Errorf("write Parquet: %w", err)
	}
	defer os.RemoveAll(dir)
	from, to := filepath.Join(dir, "rows.csv"), filepath.Join(dir, "rows.parquet")
	if err := writeRows(from, d.rows()); err != nil {
		return fmt.Errorf("write Parquet: %w", err)
	}
	if err := convert(context.Background(), from, to, t.columns()); err != nil {
		return fmt.Errorf("write Parquet: %w", err)
	}
	file, err := os.Open(to)
	if err != nil {
		return fmt.Errorf("write Parquet: %w", err)
	}
	defer file.Close()
	_, err = io.Copy(out, file)
	return err
}

func writeRows(path string, rows [][]string) error {
	file, err := os.Create(path)
	if err != nil {
		return err
	}
	defer file.Close()
	if err := csv.NewWriter(file).WriteAll(rows); err != nil {
		return err
	}
	return file.Close()
}

func convert(ctx context.Context, from, to string, columns []column) error {
	db, err := sql.Open("duckdb", "?autoinstall_known_extensions=false&threads=1")
	if err != nil {
		return err
	}
	defer db.Close()
	kinds := make([]string, len(columns))
	for i, c := range columns {
		kinds[i] = fmt.Sprintf("'%s': '%s'", c.name, c.kind)
	}
	quoted := func(path string) string { return "'" + strings.ReplaceAll(path, "'", "''") + "'" }
	text := fmt.Sprintf(`COPY (FROM read_csv(%s, header = true, auto_detect = false, quote = '"', escape = '"', delim = ',', columns = {%s})) TO %s (FORMAT parquet)`,
		quoted(from), strings.Join(kinds, ", "), quoted(to))
	_, err = db.ExecContext(ctx, text)
	return err
}
