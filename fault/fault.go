// Package fault says what an error means to whoever asked. One table goes from the
// kind of error to the exit code of the command, the status over HTTP, the words
// and the remedy, so that the command, the pages, the interface and the tools cannot
// tell the same fault differently.
//
// Where a fault lies with the question, its own words help whoever asked. Where it
// lies with the machine, only the person at it is told them: they may name its
// files.
package fault

import (
	"context"
	"errors"
	"net/http"
	"slices"

	"rolecall/catalog"
	"rolecall/corpus/journal"
	"rolecall/measure"
	"rolecall/nameindex"
	"rolecall/press/article"
	"rolecall/standard"
)

// The exit codes of the command. 0 is an answer.
const (
	ExitRefused = 1
	ExitUsage   = 2
	ExitDamaged = 3
)

// ClientGone is the status of a request whose client went away before it was
// answered. Nobody reads it but the log and the measurements.
const ClientGone = 499

// Usage is an error in how something is asked: a flag, an argument, a parameter. It
// says what is wrong and what to write instead. Its method only marks it.
type Usage interface {
	error
	Usage()
}

// Kind is a kind of error.
type Kind struct {
	// Name is the kind in a few words: "not found".
	Name string
	// Exit is the code that the command ends with, Status the one over HTTP.
	Exit, Status int
	// Apology stands for the error's own words over HTTP where the fault lies with
	// the server; empty where it lies with the question.
	Apology string
	// Logged says that a server writes a line in its log.
	Logged bool

	is func(error) bool
	// commands are lines that say what to type next at the command; nil where the
	// error's own words say what to do.
	commands func(error) string
	// tools are the same for an assistant, which calls them.
	tools func(error) string
	// inOneLine are the error's words over HTTP, where there are no lines below them
	// to list what may be meant; nil where its own words do.
	inOneLine func(error) string
}

// Asked reports whether the fault lies with the question.
func (k Kind) Asked() bool { return k.Apology == "" }

// The kinds that depend on who waits, and the one that is left.
var (
	interrupted = Kind{
		Name: "interrupted", Exit: ExitRefused, Status: ClientGone, Apology: "The client has gone.",
		is: kind(context.Canceled),
	}
	tooLong = Kind{
		Name: "took too long", Exit: ExitRefused, Status: http.StatusServiceUnavailable, Apology: "That took too long and was ended; ask for less at once.",
		is: either(kind(context.DeadlineExceeded), of[*catalog.TimeError]),
	}
	failure = Kind{
		Name: "failure", Exit: ExitRefused, Status: http.StatusInternalServerError, Apology: "The server failed to answer; it has been logged.", Logged: true,
		is: func(error) bool { return true },
	}
)

const unreadable = "The catalog cannot be read at present; it has been logged."

// kinds are all of them; an error is of the first that it fits.
var kinds = []Kind{
	interrupted,
	tooLong,
	{Name: "wrong usage", Exit: ExitUsage, Status: http.StatusUnprocessableEntity, is: of[Usage]},
	{
		Name: "not found", Exit: ExitRefused, Status: http.StatusNotFound, is: of[*catalog.NotFoundError],
		commands: func(err error) string { return nearCommands(as[*catalog.NotFoundError](err)) },
		tools:    func(err error) string { return nearTools(as[*catalog.NotFoundError](err)) },
	},
	{
		Name: "of several", Exit: ExitRefused, Status: http.StatusUnprocessableEntity, is: of[*catalog.AmbiguousError],
		commands:  func(err error) string { return "Say which:\n" + Commands(as[*catalog.AmbiguousError](err).Meant) },
		inOneLine: func(err error) string { return as[*catalog.AmbiguousError](err).Choices() },
	},
	{Name: "no such season or episode", Exit: ExitRefused, Status: http.StatusUnprocessableEntity, is: either(of[*catalog.SeasonError], of[*catalog.UnsaidSeasonError])},
	{Name: "no such standard", Exit: ExitRefused, Status: http.StatusUnprocessableEntity, is: of[*standard.NotFoundError]},
	{Name: "not in this catalog", Exit: ExitRefused, Status: http.StatusUnprocessableEntity, is: either(of[*catalog.UnanswerableError], of[*catalog.EmptyError], of[*catalog.UnlistedError])},
	{Name: "not comparable", Exit: ExitRefused, Status: http.StatusUnprocessableEntity, is: either(of[*catalog.ComparedError], of[*catalog.RolesError], of[*measure.HandPickedError], of[*standard.TooManyError])},
	{Name: "no text", Exit: ExitRefused, Status: http.StatusUnprocessableEntity, is: of[*catalog.TextError]},
	{
		Name: "not in English", Exit: ExitRefused, Status: http.StatusUnprocessableEntity, is: kind(article.ErrNotEnglish),
		inOneLine: func(error) string { return "only articles in English can be checked" },
	},
	{
		Name: "too little memory", Exit: ExitRefused, Status: http.StatusServiceUnavailable, Logged: true, is: kind(catalog.ErrMemory),
		Apology: "That takes more memory than the server has for it; ask for less at once.",
	},
	{
		Name: "no room on the disk", Exit: ExitRefused, Status: http.StatusServiceUnavailable, Logged: true, is: either(kind(catalog.ErrDisk), of[*catalog.RoomError]),
		Apology: "The server has no room for what is put aside while that is answered; it has been logged.",
	},
	{
		Name: "damaged", Exit: ExitDamaged, Status: http.StatusServiceUnavailable, Apology: unreadable, Logged: true,
		is: either(kind(catalog.ErrDamaged), kind(nameindex.ErrDamaged)),
	},
	{
		Name: "damaged archive", Exit: ExitDamaged, Status: http.StatusServiceUnavailable, Logged: true, is: of[*journal.DamagedError],
		Apology: "Tables of the archive are missing or are not what was written. Whoever runs this site can check the archive anew into another folder (rolecall corpus check); it has been logged.",
	},
	{
		Name: "no archive", Exit: ExitRefused, Status: http.StatusServiceUnavailable, Logged: true, is: kind(journal.ErrNoRun),
		Apology: "The archive is not at its place any more. Whoever runs this site can check it anew (rolecall corpus check); it has been logged.",
	},
	{
		Name: "no catalog to read", Exit: ExitRefused, Status: http.StatusServiceUnavailable, Apology: unreadable, Logged: true,
		is: either(kind(catalog.ErrClosed), of[*catalog.FileError], of[*catalog.PathError]),
	},
	failure,
}

// Fault is an error as whoever asked is told it.
type Fault struct {
	Kind
	// Words say what is the matter. Remedy is what to type next at the command, or what
	// to call next, in lines; empty where Words say what to do.
	Words, Remedy string
}

// KindOf is the kind of an error. Work that was ended fails with errors of many
// kinds: the context says why.
func KindOf(ctx context.Context, err error) Kind {
	switch {
	case errors.Is(ctx.Err(), context.DeadlineExceeded):
		return tooLong
	case ctx.Err() != nil:
		return interrupted
	}
	for _, k := range kinds {
		if k.is(err) {
			return k
		}
	}
	return failure
}

// AtCommand is an error as the command tells it.
func AtCommand(ctx context.Context, err error) Fault {
	f := Fault{Kind: KindOf(ctx, err), Words: err.Error()}
	switch {
	case f.Name == interrupted.Name:
		f.Words = "interrupted; nothing was changed"
	case f.commands != nil:
		f.Remedy = f.commands(err)
	}
	return f
}

// OverHTTP is an error as a page or the interface tells it.
func OverHTTP(ctx context.Context, err error) Fault {
	f := Fault{Kind: KindOf(ctx, err), Words: err.Error()}
	switch {
	case !f.Asked():
		f.Words = f.Apology
	case f.inOneLine != nil:
		f.Words = f.inOneLine(err)
	}
	return f
}

// of reports whether an error is, or wraps, one of a type.
func of[E error](err error) bool {
	_, is := errors.AsType[E](err)
	return is
}

// as is the error of a type that an error is or wraps.
func as[E error](err error) E {
	found, _ := errors.AsType[E](err)
	return found
}

// kind reports whether an error is, or wraps, a certain one.
func kind(certain error) func(error) bool {
	return func(err error) bool { return errors.Is(err, certain) }
}

func either(those ...func(error) bool) func(error) bool {
	return func(err error) bool {
		return slices.ContainsFunc(those, func(is func(error) bool) bool { return is(err) })
	}
}
