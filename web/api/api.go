// Package api is Rolecall for machines: what the pages say, over HTTP, described
// with OpenAPI 3.1. The bodies are the types of package contract, byte for byte
// what "rolecall … --format json" writes; this package says how they are asked
// for, when they may be kept, and what an error looks like (RFC 9457).
package api

import (
	"bytes"
	"context"
	"errors"
	"log/slog"
	"net/http"
	"net/url"
	"reflect"
	"slices"
	"strings"

	"github.com/danielgtaylor/huma/v2"
	"github.com/danielgtaylor/huma/v2/adapters/humago"

	"rolecall/contract"
	"rolecall/contract/description"
	"rolecall/fault"
	"rolecall/format"
	"rolecall/population"
	"rolecall/render"
	"rolecall/web/snapshot"
)

// Prefix is where the interface lies.
const Prefix = "/api/v1"

// Service answers for a holder's catalog.
type Service struct {
	holder *snapshot.Holder
	// tag names an answer by the catalog's hash and the address asked for.
	tag func(hash, address string) string
	api huma.API
	log *slog.Logger
	// costly bounds the requests that take work.
	costly func(http.Handler) http.Handler
}

// New puts the interface on a mux; public is the address of the site, where it has one,
// costly bounds the requests that take work, and what the server fails at goes to the log.
func New(mux *http.ServeMux, holder *snapshot.Holder, version, public string, tag func(hash, address string) string, costly func(http.Handler) http.Handler, log *slog.Logger) *Service {
	config := huma.DefaultConfig("Rolecall", version)
	config.Info.Description = "Who is in front of the camera of a film or season of television, and who is behind it: " +
		"counted from credits and sourced statements, with what is not known as bounds."
	config.Info.License = &huma.License{Name: "Apache 2.0", URL: "https://www.apache.org/licenses/LICENSE-2.0"}
	if public != "" {
		config.Servers = []*huma.Server{{URL: public}}
	}
	config.Security = []map[string][]string{} // which says that nobody logs in
	config.OpenAPIPath, config.DocsPath, config.SchemasPath = Prefix+"/openapi", "", ""
	config.Components.Schemas = description.NewRegistry(refPrefix)
	config.CreateHooks = nil // no $schema fields: the documents stay those of the command
	config.Components.Schemas.RegisterTypeAlias(reflect.TypeFor[problem](), reflect.TypeFor[contract.Problem]())
	s := &Service{holder: holder, tag: tag, api: humago.New(mux, config), log: log, costly: costly}
	s.api.UseMiddleware(open, s.onlyKnown)
	s.registerTitles()
	s.registerPeople()
	s.registerSources()
	s.registerStandards(costly)
	s.registerReports(costly)
	s.registerCheck(costly)
	s.describe()
	mux.HandleFunc("OPTIONS "+Prefix+"/", preflight)
	for _, method := range []string{http.MethodGet, http.MethodPost, http.MethodPut, http.MethodPatch, http.MethodDelete} {
		mux.HandleFunc(method+" "+Prefix+"/", nothing)
	}
	return s
}

// Description is the OpenAPI description of the interface.
func (s *Service) Description() *huma.OpenAPI { return s.api.OpenAPI() }

// open lets pages of any host read the answers: nothing in them is private, and
// nobody is logged in.
func open(ctx huma.Context, next func(huma.Context)) {
	ctx.SetHeader("Access-Control-Allow-Origin", "*")
	ctx.SetHeader("Access-Control-Expose-Headers", "ETag, Link, Retry-After")
	next(ctx)
}

// onlyKnown refuses parameters that an operation does not describe: a misspelt one
// would be an answer to another question.
func (s *Service) onlyKnown(ctx huma.Context, next func(huma.Context)) {
	address := ctx.URL()
	var unknown []error
	for name := range address.Query() {
		known := slices.ContainsFunc(ctx.Operation().Parameters, func(p *huma.Param) bool { return p.In == "query" && p.Name == name })
		if !known {
			unknown = append(unknown, &huma.ErrorDetail{Message: "unknown query parameter", Location: "query." + name})
		}
	}
	if len(unknown) > 0 {
		huma.WriteErr(s.api, ctx, http.StatusUnprocessableEntity, "validation failed", unknown...)
		return
	}
	next(ctx)
}

func preflight(w http.ResponseWriter, _ *http.Request) {
	h := w.Header()
	h.Set("Access-Control-Allow-Origin", "*")
	h.Set("Access-Control-Allow-Methods", "GET, HEAD")
	h.Set("Access-Control-Allow-Headers", "If-None-Match")
	h.Set("Access-Control-Max-Age", "86400")
	w.WriteHeader(http.StatusNoContent)
}

// nothing answers for addresses and methods that the interface does not have.
func nothing(w http.ResponseWriter, r *http.Request) {
	if r.Method != http.MethodGet && r.Method != http.MethodHead {
		w.Header().Set("Allow", "GET, HEAD, OPTIONS")
		Problem(w, http.StatusMethodNotAllowed, "The interface is read with GET.")
		return
	}
	Problem(w, http.StatusNotFound, "There is nothing at this address; "+Prefix+"/openapi.json lists what there is.")
}

// Common is what every operation takes. It and the other inputs are exported
// because the framework reads exported fields only.
type Common struct {
	Format      Format `query:"format" default:"json" doc:"How to write the answer."`
	Catalog     string `query:"catalog" doc:"The hash of a catalog: the answer is given from that one or not at all, and may then be kept for good."`
	IfNoneMatch string `header:"If-None-Match" doc:"The ETag of an answer that is held already."`
	address     string
}

// Resolve takes the address asked for, by which answers are tagged.
func (c *Common) Resolve(ctx huma.Context) []error {
	address := ctx.URL()
	c.address = address.String()
	return nil
}

func (c *Common) shared() *Common { return c }

// narrowing is the input of an operation that takes fields of a population.
type narrowing interface {
	asking
	fields() []population.Field
}

// populationOf is what the address asks.
func populationOf(in narrowing) (population.Population, error) {
	u, err := url.Parse(in.shared().address)
	if err != nil {
		return population.Population{}, err
	}
	return population.FromAddress(u.Query(), in.fields())
}

// parameters describe the fields of a population.
func parameters(fields []population.Field) (all []*huma.Param) {
	for _, f := range fields {
		p := &huma.Param{Name: f.Param(), In: "query", Description: f.Description(), Schema: description.OfField(f)}
		if f.Type.TakesSeveral() {
			p.Explode = new(false)
		}
		if f.Example != "" {
			p.Example = f.Example
		}
		all = append(all, p)
	}
	return all
}

// asking is the input of an operation.
type asking interface{ shared() *Common }

// output is an answer with what caches need to know.
type output struct {
	Status       int
	ContentType  string `header:"Content-Type"`
	CacheControl string `header:"Cache-Control"`
	ETag         string `header:"ETag" doc:"Another one for another answer."`
	Link         string `header:"Link" doc:"Where the list goes on: rel=next."`
	Body         []byte
}

// found is what an operation comes to.
type found struct {
	document render.Document
	// next is the address at which a list goes on, or empty.
	next string
}

// register puts an operation in place that answers with a type of package contract;
// before runs before the work. Input that is narrowing takes the fields of a
// population.
func register[C, I any](s *Service, path, id, summary, doc string, work func(context.Context, *snapshot.Snapshot, *I) (found, error), before ...func(huma.Context, func(huma.Context))) {
	var fields []population.Field
	if in, is := any(new(I)).(narrowing); is {
		fields = in.fields()
	}
	if len(before) == 0 {
		before = append(before, s.limitedIfCostly)
	}
	operation := huma.Operation{
		Method: http.MethodGet, Path: Prefix + path, OperationID: id, Summary: summary, Description: doc,
		Middlewares: before, Parameters: parameters(fields),
		Responses: map[string]*huma.Response{
			"200": {Description: "The answer.", Content: contents(s.schemaOf(reflect.TypeFor[C]()))},
			"304": {Description: "The answer has not changed."},
		},
	}
	huma.Register(s.api, operation, func(ctx context.Context, in *I) (*output, error) {
		held, release, err := s.holder.Acquire()
		if err != nil {
			return nil, huma.Error503ServiceUnavailable("No catalog is being served.")
		}
		defer release()
		return s.answer(ctx, held, any(in).(asking).shared(), func() (found, error) { return work(ctx, held, in) })
	})
}

func (s *Service) answer(ctx context.Context, held *snapshot.Snapshot, c *Common, work func() (found, error)) (*output, error) {
	hash := held.Info().Hash
	if c.Catalog != "" && c.Catalog != hash {
		return nil, huma.Error409Conflict("Another catalog is served now: " + hash)
	}
	out := &output{Status: http.StatusOK, ETag: s.tag(hash, c.address), CacheControl: "public, max-age=60, stale-while-revalidate=600"}
	if c.Catalog == hash {
		out.CacheControl = "public, max-age=31536000, immutable"
	}
	if c.IfNoneMatch != "" && strings.Contains(c.IfNoneMatch, out.ETag) {
		out.Status = http.StatusNotModified
		return out, nil
	}
	f, err := work()
	if err != nil {
		return nil, s.refused(ctx, err)
	}
	if f.next != "" {
		out.Link = "<" + f.next + `>; rel="next"`
	}
	var b bytes.Buffer
	written, err := format.Parse(string(c.Format))
	if err != nil {
		return nil, huma.Error422UnprocessableEntity(err.Error())
	}
	if err := render.Write(format.Screen{Out: &b}, written, f.document); err != nil {
		return nil, s.refused(ctx, err)
	}
	out.ContentType = written.Kind
	out.Body = b.Bytes()
	return out, nil
}

// refused makes of a fault what the client is told.
func (s *Service) refused(ctx context.Context, err error) error {
	var known huma.StatusError
	if errors.As(err, &known) {
		return known
	}
	told := fault.OverHTTP(ctx, err)
	if told.Logged {
		s.log.Error("an answer failed", "error", err)
	}
	return huma.NewError(told.Status, told.Words)
}
