package catalog

import (
	"context"
	"errors"
	"fmt"
	"strings"

	"rolecall/source"
)

// Existing reads the facts of a catalog that was built before, so that others
// can be added to them.
type Existing struct{ Path string }

var _ source.Reader = Existing{}

// Read implements source.Reader. The sink must be that of a catalog, and empty.
func (e Existing) Read(ctx context.Context, sink source.Sink, _ *source.Report) error {
	old, err := Open(ctx, e.Path)
	if err != nil {
		return err
	}
	if err := old.Close(); err != nil {
		return err
	}
	into, is := sink.(*builder)
	if !is {
		return errors.New("a catalog can only be added to as a whole, by Build")
	}
	if err := into.numberOnce(); err != nil {
		return err
	}
	conn, err := into.connect(ctx)
	if err != nil {
		return err
	}
	defer conn.Close()
	path := strings.ReplaceAll(e.Path, "'", "''")
	if _, err := conn.ExecContext(ctx, fmt.Sprintf("ATTACH '%s' AS existing (READ_ONLY)", path)); err != nil {
		return &FileError{e.Path, ErrDamaged, err}
	}
	if _, err := conn.ExecContext(ctx, query("existing")); err != nil {
		return &FileError{e.Path, ErrDamaged, err}
	}
	_, err = conn.ExecContext(ctx, `DETACH existing`)
	return err
}
