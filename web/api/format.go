package api

import (
	"strings"

	"github.com/danielgtaylor/huma/v2"

	"rolecall/format"
)

// Format is the word of a format.
type Format string

// Schema describes the words that there are.
func (Format) Schema(huma.Registry) *huma.Schema {
	schema := &huma.Schema{Type: huma.TypeString}
	for _, f := range format.All() {
		schema.Enum = append(schema.Enum, f.Word)
	}
	return schema
}

// contents describes an answer in each format: by its schema where it is written whole.
func contents(schema *huma.Schema) map[string]*huma.MediaType {
	kinds := make(map[string]*huma.MediaType)
	for _, f := range format.All() {
		described := &huma.Schema{Type: huma.TypeString}
		if f.Part == format.Object {
			described = schema
		} else if f.Binary {
			described.ContentEncoding = "binary"
		}
		kind, _, _ := strings.Cut(f.Kind, ";")
		kinds[kind] = &huma.MediaType{Schema: described}
	}
	return kinds
}

// limitedIfCostly limits requests for a format that takes work to write.
func (s *Service) limitedIfCostly(ctx huma.Context, next func(huma.Context)) {
	if f, err := format.Parse(ctx.Query("format")); err == nil && f.Costly {
		limited(s.costly)(ctx, next)
		return
	}
	next(ctx)
}
