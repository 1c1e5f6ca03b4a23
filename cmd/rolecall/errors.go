package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"strings"
	"syscall"

	"rolecall/catalog"
)

// The exit codes.
const (
	answered   = 0
	refused    = 1
	badUsage   = 2
	damagedEnd = 3
)

// usageError is a fault in the command line itself.
type usageError struct{ fault string }

func (e *usageError) Error() string { return e.fault }

// report says on stderr what is the matter and what to do, and returns the exit
// code.
func report(stderr io.Writer, err error) int {
	if err == nil {
		return answered
	}
	var (
		usage     *usageError
		missing   *catalog.NotFoundError
		ambiguous *catalog.AmbiguousError
	)
	switch {
	case errors.Is(err, context.Canceled):
		fmt.Fprintln(stderr, "rolecall: interrupted; nothing was changed")
		return refused
	case errors.As(err, &usage):
		fmt.Fprintf(stderr, "rolecall: %v\n", err)
		return badUsage
	case errors.As(err, &missing):
		fmt.Fprintf(stderr, "rolecall: %v\n%s", err, nearWords(missing))
	case errors.As(err, &ambiguous):
		fmt.Fprintf(stderr, "rolecall: %v:\n%s", err, choices(ambiguous))
	case errors.Is(err, catalog.ErrDamaged):
		fmt.Fprintf(stderr, "rolecall: %v\n", err)
		return damagedEnd
	default:
		fmt.Fprintf(stderr, "rolecall: %v\n", err)
	}
	return refused
}

func nearWords(e *catalog.NotFoundError) string {
	if len(e.Near) == 0 {
		return "Look for part of the name with: rolecall search WORD\n"
	}
	return "Did you mean:\n  " + strings.Join(e.Near, "\n  ") + "\n"
}

// choices lists what a name may mean, each with the command that picks it.
func choices(e *catalog.AmbiguousError) string {
	var lines strings.Builder
	for _, t := range e.Titles {
		year := ""
		if t.Year > 0 {
			year = fmt.Sprintf(", %d", t.Year)
		}
		fmt.Fprintf(&lines, "  rolecall show %-30s  %s (%s%s)\n", t.ID, t.Label(), t.Kind, year)
	}
	for _, p := range e.People {
		fmt.Fprintf(&lines, "  rolecall person %-30s  %s\n", p.ID, p.Name)
	}
	return lines.String()
}

// isBrokenPipe reports whether the reader of the output has gone.
func isBrokenPipe(err error) bool { return errors.Is(err, syscall.EPIPE) }
