package standard

import (
	"bytes"
	"errors"
	"fmt"
	"unicode/utf8"

	"github.com/goccy/go-yaml"
	"github.com/goccy/go-yaml/ast"
	"github.com/goccy/go-yaml/lexer"
	"github.com/goccy/go-yaml/parser"
	"github.com/goccy/go-yaml/token"
)

// document is a file as read, which knows where everything stands in it.
type document struct {
	path string
	file *ast.File
}

// mostNested bounds brackets, dashes and question marks within one another; a
// standard needs three. The parser calls itself for each.
const mostNested = 20

// parseYAML reads a file of one document without references: it needs none, and
// a small file of references can stand for an endless one.
func parseYAML(path string, text []byte) (*document, error) {
	d := &document{path: path}
	switch {
	case len(text) > largestFile:
		return nil, d.faultAt(nil, "this is longer than %d bytes: is it a standard?", largestFile)
	case !utf8.Valid(text):
		return nil, d.faultAt(nil, "this is not valid UTF-8: save it as UTF-8")
	case nesting(text) > mostNested:
		return nil, d.faultAt(nil, "this is nested too deeply for a standard")
	}
	var err error
	if d.file, err = parser.ParseBytes(text, 0); err != nil {
		return nil, d.syntaxFault("this is not YAML: ", err)
	}
	if len(d.file.Docs) == 0 || d.file.Docs[0].Body == nil {
		return nil, d.faultAt(nil, "the file is empty: docs/standards.md shows what a standard holds")
	}
	if len(d.file.Docs) > 1 {
		return nil, d.faultAt(d.file.Docs[1].Start, "the file holds two documents: write each standard into a file of its own")
	}
	r := &references{}
	ast.Walk(r, d.file.Docs[0].Body)
	if r.found != nil {
		return nil, d.faultAt(r.found.GetToken(), "references (&, *, <<) and tags (!) are not read in a standard")
	}
	return d, nil
}

// references finds what stands for something else.
type references struct{ found ast.Node }

func (r *references) Visit(node ast.Node) ast.Visitor {
	switch node.(type) {
	case *ast.AnchorNode, *ast.AliasNode, *ast.MergeKeyNode, *ast.TagNode:
		if r.found == nil {
			r.found = node
		}
	}
	return r
}

// nesting is how deeply brackets are nested at most, or dashes, question marks
// and colons that open one level each on a single line.
func nesting(text []byte) int {
	deepest, depth := 0, 0
	for _, t := range lexer.Tokenize(string(text)) { // brackets in texts and comments are none
		switch t.Type {
		case token.SequenceStartType, token.MappingStartType:
			depth++
			deepest = max(deepest, depth)
		case token.SequenceEndType, token.MappingEndType:
			depth = max(0, depth-1)
		}
	}
	for line := range bytes.Lines(text) {
		opened := 0
		for _, word := range bytes.Fields(line) {
			if len(word) > 1 || !bytes.ContainsAny(word, "-?:") {
				break
			}
			opened++
		}
		indent := len(line) - len(bytes.TrimLeft(line, " "))
		deepest = max(deepest, opened, indent/2)
	}
	return deepest
}

// decode puts the document into a value; keys that the value does not have are
// faults.
func (d *document) decode(into any) error {
	if err := yaml.NodeToValue(d.file.Docs[0].Body, into, yaml.Strict()); err != nil {
		return d.syntaxFault("", err)
	}
	return nil
}

func (d *document) syntaxFault(before string, err error) error {
	if fault := yaml.Error(nil); errors.As(err, &fault) {
		return d.faultAt(fault.GetToken(), "%s%s", before, fault.GetMessage())
	}
	return d.faultAt(nil, "%s%v", before, err)
}

// fault is one at the value of a path such as $.criteria[0].met.
func (d *document) fault(path, format string, args ...any) error {
	var at *token.Token
	if p, err := yaml.PathString(path); err == nil {
		if node, err := p.FilterFile(d.file); err == nil && node != nil && path != "$" {
			at = firstToken(node)
		}
	}
	return d.faultAt(at, format, args...)
}

// firstToken is where a value begins: a mapping's own token is its first colon.
func firstToken(node ast.Node) *token.Token {
	switch n := node.(type) {
	case *ast.MappingNode:
		if len(n.Values) > 0 {
			return n.Values[0].Key.GetToken()
		}
	case *ast.MappingValueNode:
		return n.Key.GetToken()
	}
	return node.GetToken()
}

func (d *document) faultAt(at *token.Token, format string, args ...any) error {
	line, column := 1, 1
	if at != nil && at.Position != nil {
		line, column = at.Position.Line, at.Position.Column
	}
	return &FileError{d.path, line, column, fmt.Sprintf(format, args...)}
}
