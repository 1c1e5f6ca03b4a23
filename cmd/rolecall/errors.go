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
		fmt.Fprintf(stderr, "rolecall: %v:\n%s", err, choices(ambiguous.Meant))
	case errors.Is(err, catalog.ErrDamaged):
		fmt.Fprintf(stderr, "rolecall: %v\n", err)
		return damagedEnd
	default:
		fmt.Fprintf(stderr, "rolecall: %v\n", err)
	}
	return refused
}

// nearWords lists what may have been meant, each with the command that shows it.
func nearWords(e *catalog.NotFoundError) string {
	var text strings.Builder
	if len(e.Others) > 0 {
		fmt.Fprintf(&text, "Of that name there is:\n%s", choices(e.Others))
	}
	if len(e.Near) > 0 {
		fmt.Fprintf(&text, "Did you mean:\n%s", choices(e.Near))
	}
	if text.Len() == 0 {
		return "Look for part of the name with: rolecall search WORD\n"
	}
	return text.String()
}

// choices lists titles and people, each with the command that picks it.
func choices(all []catalog.Candidate) string {
	var lines strings.Builder
	for _, one := range all {
		command := "show"
		if one.IsPerson {
			command = "person"
		}
		note := ""
		if one.Note != "" {
			note = " (" + one.Note + ")"
		}
		fmt.Fprintf(&lines, "  rolecall %-6s %-30s  %s%s\n", command, shellWord(one.ID), one.Label, note)
	}
	return lines.String()
}

// shellWord is an identifier as a shell takes it for one word.
func shellWord(id string) string {
	if strings.ContainsAny(id, " \t\"'$&|;<>()*?[]#~`\\!") {
		return "'" + strings.ReplaceAll(id, "'", `'\''`) + "'"
	}
	return id
}

// isBrokenPipe reports whether the reader of the output has gone.
func isBrokenPipe(err error) bool { return errors.Is(err, syscall.EPIPE) }
