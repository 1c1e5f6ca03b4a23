package format

import (
	"context"
	"database/sql"
	"database/sql/driver"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"

	"github.com/duckdb/duckdb-go/v2"

	"rolecall/block"
	"rolecall/phrase"
)

// Parquet is the table of an answer for data frames and databases, its columns typed.
// DuckDB writes it.
var Parquet = Format{
	Word: "parquet", Name: "Parquet", About: "its table with the types of its columns, for data frames and databases", Ending: ".parquet", Kind: "application/vnd.apache.parquet", Part: Rows, Binary: true, Costly: true,
	Write: writeParquet,
}

func writeParquet(s Screen, a Answer) error {
	rows, err := rowsOf(a, "Parquet")
	if err != nil {
		return err
	}
	dir, err := os.MkdirTemp("", "rolecall")
	if err != nil {
		return fmt.Errorf("write Parquet: %w", err)
	}
	defer os.RemoveAll(dir)
	path := filepath.Join(dir, "rows.parquet")
	if err := fileOf(context.Background(), path, rows); err != nil {
		return fmt.Errorf("write Parquet: %w", err)
	}
	file, err := os.Open(path)
	if err != nil {
		return fmt.Errorf("write Parquet: %w", err)
	}
	defer file.Close()
	_, err = io.Copy(s.Out, file)
	return err
}

// sqlKinds are what SQL calls the kinds of columns.
var sqlKinds = map[block.Kind]string{
	block.String: "VARCHAR", block.Whole: "BIGINT", block.Fraction: "DOUBLE", block.Decimal: "DOUBLE", block.YesNo: "BOOLEAN",
}

// fileOf puts the rows into a database in memory, which writes them into a file.
func fileOf(ctx context.Context, path string, rows block.Rows) error {
	connector, err := duckdb.NewConnector("?autoinstall_known_extensions=false&threads=1", nil)
	if err != nil {
		return err
	}
	db := sql.OpenDB(connector)
	defer db.Close()
	conn, err := db.Conn(ctx)
	if err != nil {
		return err
	}
	defer conn.Close()
	columns := phrase.Each(rows.Columns, func(c block.Column) string {
		return `"` + strings.ReplaceAll(c.Name, `"`, `""`) + `" ` + sqlKinds[c.Kind]
	})
	if _, err := conn.ExecContext(ctx, "CREATE TABLE answer ("+strings.Join(columns, ", ")+")"); err != nil {
		return err
	}
	if err := conn.Raw(func(raw any) error { return appendRows(raw.(driver.Conn), rows) }); err != nil {
		return err
	}
	_, err = conn.ExecContext(ctx, "COPY answer TO '"+strings.ReplaceAll(path, "'", "''")+"' (FORMAT parquet)")
	return err
}

func appendRows(conn driver.Conn, rows block.Rows) error {
	appender, err := duckdb.NewAppenderFromConn(conn, "", "answer")
	if err != nil {
		return err
	}
	row := make([]driver.Value, len(rows.Columns))
	for _, values := range rows.Values {
		for i, v := range values {
			if text, is := v.(string); is {
				v = strings.ToValidUTF8(text, instead)
			}
			row[i] = v
		}
		if err := appender.AppendRow(row...); err != nil {
			appender.Close()
			return err
		}
	}
	return appender.Close()
}
