// Package docs holds those pages of the documentation that the web site shows.
package docs

import _ "embed"

// Method is how Rolecall counts, as Markdown.
//
//go:embed method.md
var Method []byte

// API is how to use the HTTP interface, as Markdown.
//
//go:embed api.md
var API []byte
