// Package assistant is Rolecall for assistants: the answers as tools of the Model
// Context Protocol, on standard input and output or over HTTP. What a tool takes and
// answers is typed: its schemas are made from the types of package contract, its text
// from the blocks of package render. Every answer carries its caveats and its citation
// in both, and is cut to what a conversation has room for, with what was left out and
// how to go on.
//
// A tool asks what the commands and the interface ask (measure, standard, press) and
// counts nothing itself. What it refuses is told to the model as the result of the
// call, with the remedy, so that it can ask better.
//
// The protocol is the official SDK's. Its own reading of Go types into schemas is not
// used, as the contract is described in one place (contract/description).
package assistant

import (
	"context"
	"fmt"
	"io"
	"log/slog"
	"net/http"
	"slices"
	"strings"

	"github.com/modelcontextprotocol/go-sdk/jsonrpc"
	"github.com/modelcontextprotocol/go-sdk/mcp"

	"rolecall/catalog"
)

// Options say what a service answers from, and for whom.
type Options struct {
	// Acquire is the catalog to answer from; release is called when the answer is made.
	Acquire func() (c *catalog.Catalog, release func(), err error)
	// Public is the address of the site that has the same answers as pages, without a
	// slash at its end; empty where there is none.
	Public string
	// Version is the program's.
	Version string
	// Local says that whoever asks runs the program, so that they are told what is the
	// matter with the machine.
	Local bool
	// Costly does what takes work for a request over HTTP, or says why it is not done;
	// nil sets no limit.
	Costly func(r *http.Request, do func()) error
	// Log takes what the program fails at.
	Log *slog.Logger
}

// Service answers assistants.
type Service struct {
	options Options
	server  *mcp.Server
	http    http.Handler
	// names are those of the tools, in order.
	names []string
}

const instructions = `Rolecall counts who is in front of the camera of a film or season of television and who is behind it, from credits and from what sources state about people. It never guesses anybody's gender.
Find titles and people with search; show, person, report, rank, unusual and assess answer about them; check checks an article. Names are understood ("Jessica Jones season 2"), identifiers are exact.
A figure such as 2–10 of 10 is a range: 2 by what is stated, 10 if everybody of whom nothing is stated were. Tell the range or the coverage with the figure, and the caveats that come with the answer; cite it by its citation. Where an answer is "unverifiable" or "unknown", that is the answer: do not fill it from memory.
The resource rolecall://method has the rules of counting, rolecall://standards the published standards.`

// New is a service with all its tools and resources.
func New(o Options) *Service {
	s := &Service{options: o}
	s.server = mcp.NewServer(&mcp.Implementation{Name: "rolecall", Title: "Rolecall", Version: o.Version, WebsiteURL: o.Public},
		&mcp.ServerOptions{Instructions: instructions, Capabilities: &mcp.ServerCapabilities{Tools: &mcp.ToolCapabilities{}, Resources: &mcp.ResourceCapabilities{}}})
	s.addTools()
	s.addResources()
	s.server.AddReceivingMiddleware(s.refuse)
	s.http = s.handler()
	return s
}

// refuse answers for what the service does not have: the SDK would name no remedy, or
// hold a connection open for changes that never come.
func (s *Service) refuse(next mcp.MethodHandler) mcp.MethodHandler {
	return func(ctx context.Context, method string, r mcp.Request) (mcp.Result, error) {
		if call, is := r.GetParams().(*mcp.CallToolParamsRaw); is && !slices.Contains(s.names, call.Name) {
			return nil, &jsonrpc.Error{Code: jsonrpc.CodeInvalidParams,
				Message: fmt.Sprintf("there is no tool %.100q: choose %s", call.Name, strings.Join(s.names, ", "))}
		}
		if method == "subscriptions/listen" {
			return nil, &jsonrpc.Error{Code: jsonrpc.CodeMethodNotFound, Message: "nothing here changes while it is listened to: ask again instead"}
		}
		return next(ctx, method, r)
	}
}

// largestMessage bounds what is sent at once on standard input, in bytes; over HTTP the
// server's bound of a body holds.
const largestMessage = 1 << 20

// Run answers one client on a pair of streams until the client leaves or the context
// ends.
func (s *Service) Run(ctx context.Context, in io.ReadCloser, out io.WriteCloser) error {
	return s.server.Run(ctx, &mcp.IOTransport{Reader: in, Writer: out, MaxLineLength: largestMessage})
}
