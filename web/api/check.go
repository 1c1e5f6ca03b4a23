package api

import (
	"bytes"
	"context"
	"net/http"
	"reflect"
	"strings"

	"github.com/danielgtaylor/huma/v2"
	"github.com/danielgtaylor/huma/v2/adapters/humago"

	"rolecall/contract"
	"rolecall/format"
	"rolecall/press"
	"rolecall/press/article"
	"rolecall/render"
)

// Sent is an article to be checked.
type Sent struct{ Body contract.Text }

// checked is what becomes of it, which nobody is to keep.
type checked struct {
	ContentType  string `header:"Content-Type"`
	CacheControl string `header:"Cache-Control"`
	Body         []byte
}

// registerCheck puts in place the one operation that is asked with POST: an
// article is too long for an address, and nobody is to keep it.
func (s *Service) registerCheck(costly func(http.Handler) http.Handler) {
	operation := huma.Operation{
		Method: http.MethodPost, Path: Prefix + "/check", OperationID: "check", Summary: "The claims of an article",
		Description: "The claims about credits in an English text: supported, contradicted or unverifiable, with the reason and the rows behind it. The text is neither stored nor logged.",
		Responses:   map[string]*huma.Response{"200": {Description: "The verdicts.", Content: map[string]*huma.MediaType{"application/json": {Schema: s.schemaOf(reflect.TypeFor[contract.Check]())}}}},
		Middlewares: huma.Middlewares{limited(costly)},
	}
	huma.Register(s.api, operation, s.check)
}

// limited puts a limit on requests before an operation.
func limited(costly func(http.Handler) http.Handler) func(huma.Context, func(huma.Context)) {
	return func(ctx huma.Context, next func(huma.Context)) {
		r, w := humago.Unwrap(ctx)
		costly(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
			next(humago.NewContext(ctx.Operation(), r, w))
		})).ServeHTTP(w, r)
	}
}

func (s *Service) check(ctx context.Context, in *Sent) (*checked, error) {
	held, release, err := s.holder.Acquire()
	if err != nil {
		return nil, huma.Error503ServiceUnavailable("No catalog is being served.")
	}
	defer release()
	report, err := press.Check(ctx, press.InCatalog(held.Catalog), article.Plain(strings.ReplaceAll(in.Body.Text, "\x00", "\uFFFD")))
	if err != nil {
		return nil, s.refused(ctx, err)
	}
	var b bytes.Buffer
	d := render.Check{Reports: []press.Report{report}, Text: true, Quotes: true, Catalog: held.Info()}
	if err := render.Write(format.Screen{Out: &b}, format.JSON, d); err != nil {
		return nil, s.refused(ctx, err)
	}
	return &checked{ContentType: "application/json", CacheControl: "no-store", Body: b.Bytes()}, nil
}
