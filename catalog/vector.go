package catalog

import (
	"errors"
	"fmt"
	"reflect"
	"unicode/utf8"
	"unsafe"

	"github.com/duckdb/duckdb-go/v2"
	"github.com/duckdb/duckdb-go/v2/mapping"
)

// The driver writes a chunk cell by cell: a switch over all types for each, and for a text
// a copy and a call to C. At the size of IMDb, with a thousand million cells, that was a
// third of an import. So columns are written whole into the vectors behind a chunk, as
// DuckDB's C interface lays them out (https://duckdb.org/docs/stable/clients/c/vector).

// handleOf is what the C interface knows a chunk by. The driver keeps it to itself.
func handleOf(chunk *duckdb.DataChunk) (mapping.DataChunk, error) {
	field := reflect.ValueOf(chunk).Elem().FieldByName("chunk")
	if !field.IsValid() || field.Type() != reflect.TypeFor[mapping.DataChunk]() {
		return mapping.DataChunk{}, errors.New("the driver of DuckDB keeps chunks in another way than this program knows")
	}
	return *(*mapping.DataChunk)(field.Addr().UnsafePointer()), nil
}

// cells are those of a vector, which hold values of a type of fixed size.
func cells[V any](vector mapping.Vector, rows int) []V {
	return unsafe.Slice((*V)(mapping.VectorGetData(vector)), rows)
}

// text is a duckdb_string_t: a text of up to twelve bytes, or the first four of a
// longer one and where it lies.
type text struct {
	length uint32
	begin  [4]byte
	rest   [8]byte
}

const longestInline = 12

func (t *text) set(value string) {
	*t = text{length: uint32(len(value))}
	if n := copy(t.begin[:], value); n < len(value) {
		copy(t.rest[:], value[n:])
	}
}

func (t *text) at() *uintptr { return (*uintptr)(unsafe.Pointer(&t.rest)) }

// textWriter writes texts into a vector. Those that are too long for a cell go to DuckDB
// together, in one call, as one text that all the cells then point into.
type textWriter struct {
	long []byte
	rows []int
}

func (w *textWriter) write(vector mapping.Vector, rows int, of func(row int) string) error {
	all := cells[text](vector, rows)
	w.long, w.rows = w.long[:0], w.rows[:0]
	for i := range all {
		value := of(i)
		if !utf8.ValidString(value) {
			return fmt.Errorf("%q is no text: it is not valid UTF-8", value)
		}
		if len(value) <= longestInline {
			all[i].set(value)
			continue
		}
		all[i].length = uint32(len(value))
		copy(all[i].begin[:], value)
		w.long, w.rows = append(w.long, value...), append(w.rows, i)
	}
	if len(w.rows) == 0 {
		return nil
	}
	var kept text
	first := w.rows[0]
	length := all[first].length
	mapping.VectorAssignStringElementLen(vector, mapping.IdxT(first), w.long)
	kept, all[first].length = all[first], length
	place := *kept.at()
	for _, i := range w.rows {
		*all[i].at() = place
		place += uintptr(all[i].length)
	}
	return nil
}
