package web

import (
	"bytes"
	"context"
	"html/template"
	"net/http"
	"strings"
	"sync"

	"github.com/yuin/goldmark"
	"github.com/yuin/goldmark/extension"
	"github.com/yuin/goldmark/parser"

	"rolecall/docs"
	"rolecall/web/snapshot"
)

// The documentation that is shown as pages.
var (
	methodPage = sync.OnceValue(func() template.HTML { return htmlOf(docs.Method) })
	guidePage  = sync.OnceValue(func() template.HTML { return htmlOf(docs.API) })
)

// htmlOf lays out Markdown of our own. Raw HTML in it is left out.
func htmlOf(markdown []byte) template.HTML {
	md := goldmark.New(goldmark.WithExtensions(extension.Table), goldmark.WithParserOptions(parser.WithAutoHeadingID()))
	var b bytes.Buffer
	if err := md.Convert(markdown, &b); err != nil {
		panic(err) // writing to memory does not fail
	}
	page := strings.NewReplacer(`href="method.md`, `href="/method`, `href="api.md`, `href="/api`,
		"<table>", `<div class="scroll" tabindex="0"><table>`, "</table>", "</table></div>",
		"<pre>", `<pre tabindex="0">`).Replace(b.String())
	return template.HTML(page)
}

func (s *Site) method(_ context.Context, held *snapshot.Snapshot, r *http.Request) (answer, error) {
	return s.render(held, r, "prose", frame{Title: "How Rolecall counts", Place: "method",
		Description: "The rules of counting: units, bounds, what is stated and what is not known.", Content: methodPage()})
}
