package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"syscall"

	"rolecall/fault"
)

// usageError is a fault in the command line itself.
type usageError struct{ fault string }

var _ fault.Usage = (*usageError)(nil)

func (e *usageError) Error() string { return e.fault }

// Usage implements fault.Usage.
func (e *usageError) Usage() {}

// report says on stderr what is the matter and what to do, and returns the exit
// code.
func report(ctx context.Context, stderr io.Writer, err error) int {
	if err == nil {
		return 0
	}
	told := fault.AtCommand(ctx, err)
	fmt.Fprintf(stderr, "rolecall: %s\n%s", told.Words, told.Remedy)
	return told.Exit
}

// isBrokenPipe reports whether the reader of the output has gone.
func isBrokenPipe(err error) bool { return errors.Is(err, syscall.EPIPE) }
