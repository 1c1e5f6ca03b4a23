package api

import (
	"context"
	"errors"
	"net/http"

	"rolecall/catalog"
	"rolecall/measure"
	"rolecall/nameindex"
	"rolecall/web/guard"
)

// Asked reports whether an error lies with the question, so that its words help
// whoever asked. All others lie with the server: they are logged, and their words,
// which may name files of the machine, are for nobody else.
func Asked(err error) bool {
	return is[*catalog.UnanswerableError](err) || is[*catalog.EmptyError](err) || is[*catalog.ComparedError](err) ||
		is[*catalog.NotFoundError](err) || is[*catalog.AmbiguousError](err) || is[*catalog.SeasonError](err) || is[*catalog.UnsaidSeasonError](err) ||
		is[*catalog.TextError](err) || is[*measure.HandPickedError](err)
}

// Words are those of a question's fault, with all that may have been meant.
func Words(err error) string {
	if ambiguous, is := errors.AsType[*catalog.AmbiguousError](err); is {
		return ambiguous.Choices()
	}
	return err.Error()
}

func is[E error](err error) bool {
	_, found := errors.AsType[E](err)
	return found
}

// Fault is what a client is told of an error that lies with the server: the
// status, and words that say nothing of the machine. Only what Logged says is
// worth a line in the log.
type Fault struct {
	Status int
	Words  string
	Logged bool
}

// FaultOf tells the work that was ended from a failure of the server.
func FaultOf(ctx context.Context, err error) Fault {
	switch {
	case errors.Is(ctx.Err(), context.DeadlineExceeded):
		return Fault{http.StatusServiceUnavailable, "That took too long and was ended; ask for less at once.", false}
	case ctx.Err() != nil:
		return Fault{guard.ClientGone, "The client has gone.", false}
	case errors.Is(err, catalog.ErrMemory):
		return Fault{http.StatusServiceUnavailable, "That takes more memory than the server has for it; ask for less at once.", true}
	}
	if errors.Is(err, catalog.ErrDamaged) || errors.Is(err, nameindex.ErrDamaged) || errors.Is(err, catalog.ErrClosed) {
		return Fault{http.StatusServiceUnavailable, "The catalog cannot be read at present; it has been logged.", true}
	}
	return Fault{http.StatusInternalServerError, "The server failed to answer; it has been logged.", true}
}
