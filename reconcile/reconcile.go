// Package reconcile is Rolecall for tables of other people: the Reconciliation Service API,
// version 0.2, by which OpenRefine and others match a column of names with what a catalog
// holds and then add columns from it. The protocol's words (entity, query, candidate,
// feature, property) are used here and nowhere else, as the contract is not ours.
//
// Who matches ten thousand rows looks at few of the matches. So a candidate is a sure match
// only if the name is the very name, nothing that the row says speaks against it, and
// something beside the name speaks for it and for no other of that name. A name alone makes
// no person a match, as a gender would be taken over with it. What a source states about a
// person is never compared: it is not for telling people apart.
//
// Each query of a batch is answered by itself, so that an answer does not depend on what
// else is in the batch. One table (property.go) says which properties there are, how values
// are compared with them, and what they are in a column.
package reconcile

import (
	"log/slog"
	"net/http"

	"rolecall/catalog"
)

// Path is where the service lies over HTTP.
const Path = "/reconcile"

// Where its parts lie below.
const (
	suggestPath  = "/suggest/"
	proposalPath = "/properties"
	previewPath  = "/preview/"
)

// Options say what a service answers from.
type Options struct {
	// Acquire is the catalog to answer from; release is called when the answer is made.
	Acquire func() (c *catalog.Catalog, release func(), err error)
	// Public is the address of the site, without a slash at its end; where it is empty, the
	// one that a client has asked stands for it.
	Public string
	// Version is the program's.
	Version string
	// Log takes what the program fails at.
	Log *slog.Logger
}

// Service answers clients of the protocol.
type Service struct {
	options Options
	mux     *http.ServeMux
}

// New is a service.
func New(o Options) *Service {
	s := &Service{options: o, mux: http.NewServeMux()}
	for _, endpoint := range []string{Path, Path + "/{$}"} { // with the slash that some write behind it
		s.mux.HandleFunc("GET "+endpoint, s.asked)
		s.mux.HandleFunc("POST "+endpoint, s.asked)
	}
	s.mux.HandleFunc("GET "+Path+suggestPath+"{what}", s.suggested)
	s.mux.HandleFunc("GET "+Path+proposalPath, s.proposed)
	s.mux.HandleFunc("OPTIONS "+Path+"/", preflight)
	s.mux.HandleFunc("OPTIONS "+Path, preflight)
	return s
}
