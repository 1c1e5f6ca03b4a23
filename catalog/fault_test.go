package catalog

import (
	"context"
	"errors"
	"fmt"
	"testing"

	"github.com/duckdb/duckdb-go/v2"
)

// Only what says something of the file says that it is damaged.
func TestAFaultIsCalledWhatItIs(t *testing.T) {
	for text, c := range map[string]struct{ err, want error }{
		"no memory":   {&duckdb.Error{Type: duckdb.ErrorTypeOutOfMemory, Msg: "Out of Memory Error: failed to allocate"}, ErrMemory},
		"no room":     {&duckdb.Error{Type: duckdb.ErrorTypeIO, Msg: "IO Error: Could not write file: No space left on device"}, ErrDisk},
		"given up":    {&duckdb.Error{Type: duckdb.ErrorTypeInterrupt, Msg: "INTERRUPT Error: Interrupted!"}, context.Canceled},
		"out of time": {fmt.Errorf("asking: %w", context.DeadlineExceeded), context.DeadlineExceeded},
		"no text":     {fmt.Errorf("sql: converting argument $1 type: %w", &TextError{"\xff"}), &TextError{"\xff"}},
		"closed":      {errors.New("sql: database is closed"), ErrClosed},
		"a checksum":  {&duckdb.Error{Type: duckdb.ErrorTypeIO, Msg: "IO Error: Corrupt database file: computed checksum 1 does not match stored checksum 2"}, ErrDamaged},
		"no table":    {&duckdb.Error{Type: duckdb.ErrorTypeCatalog, Msg: "Catalog Error: Table with name title does not exist!"}, ErrDamaged},
	} {
		got := newCatalog("c.duckdb").fault(c.err)
		if !errors.Is(got, c.want) && got.Error() != c.want.Error() {
			t.Errorf("%s: %v, want %v", text, got, c.want)
		}
		if errors.Is(got, ErrDamaged) != (c.want == ErrDamaged) {
			t.Errorf("%s: %v", text, got)
		}
	}
}
