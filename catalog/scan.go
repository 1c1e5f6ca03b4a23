package catalog

import (
	"context"
	"database/sql"
	"database/sql/driver"
	"errors"
	"fmt"
	"math/bits"
	"reflect"
	"unsafe"

	"github.com/duckdb/duckdb-go/v2"
	"github.com/duckdb/duckdb-go/v2/mapping"
)

// scanned is some rows of an answer, column by column as DuckDB holds them. They are
// there until the next ones are.
type scanned struct {
	rows  int
	types []duckdb.Type
	// columns are where their cells lie.
	columns []unsafe.Pointer
	// words are those of the columns that are enumerations.
	words [][]string
}

// scan asks a question and takes the answer some thousand rows at a time: through the
// driver, which makes a value of its own of each cell, many millions of rows take longer
// to be handed over than to be found. No cell may be null. The whole answer is held in
// memory, so it is asked for in parts.
func scan(ctx context.Context, conn *sql.Conn, text string, args []any, take func(scanned) error) error {
	return conn.Raw(func(driverConn any) (err error) {
		values := make([]driver.NamedValue, len(args))
		for i, arg := range args {
			values[i].Ordinal = i + 1
			if values[i].Value, err = driver.DefaultParameterConverter.ConvertValue(arg); err != nil {
				return err
			}
		}
		rows, err := unguarded(driverConn).(driver.QueryerContext).QueryContext(ctx, text, values)
		if err != nil {
			return err
		}
		defer func() { err = errors.Join(err, rows.Close()) }()
		result, err := resultOf(rows)
		if err != nil {
			return err
		}
		for {
			if err := ctx.Err(); err != nil {
				return err
			}
			chunk := mapping.FetchChunk(result)
			if chunk.Ptr == nil {
				return nil
			}
			err := handOver(chunk, take)
			mapping.DestroyDataChunk(&chunk)
			if err != nil {
				return err
			}
		}
	})
}

func handOver(chunk mapping.DataChunk, take func(scanned) error) error {
	s := scanned{rows: int(mapping.DataChunkGetSize(chunk))}
	for i := range mapping.DataChunkGetColumnCount(chunk) {
		vector := mapping.DataChunkGetVector(chunk, i)
		if hasNull(vector, s.rows) {
			return fmt.Errorf("column %d of an answer has a cell that is null", i)
		}
		of := mapping.VectorGetColumnType(vector)
		s.columns = append(s.columns, mapping.VectorGetData(vector))
		s.types, s.words = append(s.types, mapping.GetTypeId(of)), append(s.words, wordsOf(of))
		mapping.DestroyLogicalType(&of)
		if s.types[i] == duckdb.TYPE_ENUM && len(s.words[i]) == 0 {
			return fmt.Errorf("column %d of an answer is of more words than a byte can tell apart", i)
		}
	}
	return take(s)
}

// wordsOf are the words of a type that is an enumeration, of which a cell holds the place
// in a byte; none of other types.
func wordsOf(of mapping.LogicalType) (words []string) {
	if mapping.GetTypeId(of) != duckdb.TYPE_ENUM || mapping.EnumInternalType(of) != duckdb.TYPE_UTINYINT {
		return nil
	}
	for i := range mapping.EnumDictionarySize(of) {
		words = append(words, mapping.EnumDictionaryValue(of, mapping.IdxT(i)))
	}
	return words
}

// resultOf is what the C interface knows an answer by. The driver keeps it to itself.
func resultOf(rows driver.Rows) (mapping.Result, error) {
	value := reflect.ValueOf(rows)
	if value.Kind() == reflect.Pointer && value.Elem().Kind() == reflect.Struct {
		if field := value.Elem().FieldByName("res"); field.IsValid() && field.Type() == reflect.TypeFor[mapping.Result]() {
			return *(*mapping.Result)(field.Addr().UnsafePointer()), nil
		}
	}
	return mapping.Result{}, errors.New("the driver of DuckDB keeps answers in another way than this program knows")
}

func hasNull(vector mapping.Vector, rows int) bool {
	mask := mapping.VectorGetValidity(vector)
	if mask == nil {
		return false
	}
	for i, valid := range unsafe.Slice((*uint64)(mask), (rows+63)/64) {
		if bits.OnesCount64(valid|^uint64(0)<<min(rows-64*i, 64)) < 64 {
			return true
		}
	}
	return false
}

// cell is one of a column that holds values of a type of fixed size.
func cell[V any](s scanned, column, row int) *V {
	return &unsafe.Slice((*V)(s.columns[column]), s.rows)[row]
}

// columnOf are the cells of a column, if it is of a type.
func columnOf[V any](s scanned, column int, of duckdb.Type) ([]V, error) {
	if column >= len(s.types) || s.types[column] != of {
		return nil, fmt.Errorf("column %d of an answer is not of the type asked for", column)
	}
	return unsafe.Slice((*V)(s.columns[column]), s.rows), nil
}

func (s scanned) integers(column int) ([]int32, error) {
	return columnOf[int32](s, column, duckdb.TYPE_INTEGER)
}

func (s scanned) texts(column int) ([]text, error) {
	return columnOf[text](s, column, duckdb.TYPE_VARCHAR)
}

// bytes are those of the text, where DuckDB holds them.
func (t *text) bytes() []byte {
	if t.length <= longestInline {
		return unsafe.Slice((*byte)(unsafe.Pointer(&t.begin)), t.length)
	}
	return unsafe.Slice(*(**byte)(unsafe.Pointer(&t.rest)), t.length)
}
