// Package strictyaml reads the small files that people write by hand: a standard,
// the map of a crew list, a population. A file is one document of YAML in UTF-8,
// bounded in length and nesting, and every fault in it has its place.
//
// References, anchors and tags are refused. Such files need none, and a small file
// of references can stand for an endless one.
package strictyaml

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"os"
	"unicode/utf8"

	"github.com/goccy/go-yaml"
	"github.com/goccy/go-yaml/ast"
	"github.com/goccy/go-yaml/lexer"
	"github.com/goccy/go-yaml/parser"
	"github.com/goccy/go-yaml/token"
)

// Kind is a kind of file.
type Kind struct {
	// Name is what a file of the kind is called, with its article: "a map".
	Name string
	// Largest is the most bytes of a file.
	Largest int
	// Nested is how deeply brackets, dashes and indentation may stand in each other;
	// the parser calls itself for each.
	Nested int
	// Empty says what an empty file lacks; where it is empty itself, such a file is
	// read as one that says nothing.
	Empty string
}

// Error is a fault in a file.
type Error struct {
	File string
	Place
	// Fault says what is wrong and what to write instead.
	Fault string
}

func (e *Error) Error() string { return fmt.Sprintf("%s:%d:%d: %s", e.File, e.Line, e.Column, e.Fault) }

// Place is where something stands in a file, both from 1.
type Place struct{ Line, Column int }

// Top is the beginning of a file.
var Top = Place{1, 1}

// PlaceOf is where a token stands, the top where there is none.
func PlaceOf(t *token.Token) Place {
	if t == nil || t.Position == nil {
		return Top
	}
	return Place{t.Position.Line, t.Position.Column}
}

// Document is a file as read.
type Document struct {
	path string
	file *ast.File
}

// Load reads a file. The error is an *Error if the file's text is at fault.
func (k Kind) Load(path string) (*Document, error) {
	file, err := os.Open(path)
	if err != nil {
		return nil, err
	}
	defer file.Close()
	text, err := io.ReadAll(io.LimitReader(file, int64(k.Largest)+1))
	if err != nil {
		return nil, err
	}
	return k.Parse(path, text)
}

// Parse reads the text of a file; path is what faults call it. The error is an
// *Error.
func (k Kind) Parse(path string, text []byte) (*Document, error) {
	d := &Document{path: path}
	switch {
	case len(text) > k.Largest:
		return nil, d.FaultAt(Top, "this is longer than %d bytes: is it %s?", k.Largest, k.Name)
	case !utf8.Valid(text):
		return nil, d.FaultAt(Top, "this is not valid UTF-8: is it %s? Save it as UTF-8", k.Name)
	}
	if at, deep := nestedDeeper(text, k.Nested); deep {
		return nil, d.FaultAt(at, "this is nested too deeply for %s", k.Name)
	}
	var err error
	if d.file, err = parser.ParseBytes(text, 0); err != nil {
		return nil, d.syntaxFault("this is not YAML: ", err)
	}
	return d, k.check(d)
}

// check refuses what no file of a kind needs.
func (k Kind) check(d *Document) error {
	if d.IsEmpty() {
		if k.Empty != "" {
			return d.FaultAt(Top, "the file is empty: %s", k.Empty)
		}
		return nil
	}
	if len(d.file.Docs) > 1 {
		return d.FaultAt(PlaceOf(d.file.Docs[1].Start), "the file holds two documents, each of which would be %s: write each into a file of its own", k.Name)
	}
	r := &references{}
	ast.Walk(r, d.Body())
	if r.found != nil {
		return d.FaultAt(PlaceOf(r.found.GetToken()), "references (&, *, <<) and tags (!) are not read in %s", k.Name)
	}
	return nil
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

// nestedDeeper reports whether, and where, a text is nested more deeply than most:
// brackets in brackets, those in texts and comments left out; dashes, question
// marks and colons that open one level each on a line; and indentation.
func nestedDeeper(text []byte, most int) (Place, bool) {
	depth := 0
	for _, t := range lexer.Tokenize(string(text)) {
		switch t.Type {
		case token.SequenceStartType, token.MappingStartType:
			depth++
		case token.SequenceEndType, token.MappingEndType:
			depth = max(0, depth-1)
		}
		if depth > most {
			return PlaceOf(t), true
		}
	}
	number := 0
	for line := range bytes.Lines(text) {
		number++
		opened := 0
		for _, word := range bytes.Fields(line) {
			if len(word) > 1 || !bytes.ContainsAny(word, "-?:") {
				break
			}
			opened++
		}
		indent := len(line) - len(bytes.TrimLeft(line, " "))
		if max(opened, indent/2) > most {
			return Place{number, indent + 1}, true
		}
	}
	return Place{}, false
}

// IsEmpty reports whether the file says nothing.
func (d *Document) IsEmpty() bool { return len(d.file.Docs) == 0 || d.file.Docs[0].Body == nil }

// Body is what the file says, nil where it is empty.
func (d *Document) Body() ast.Node {
	if d.IsEmpty() {
		return nil
	}
	return d.file.Docs[0].Body
}

// Decode puts the document into a value, which an empty file leaves as it is; keys
// that the value does not have are faults. The error is an *Error.
func (d *Document) Decode(into any) error {
	if d.IsEmpty() {
		return nil
	}
	if err := yaml.NodeToValue(d.Body(), into, yaml.Strict()); err != nil {
		return d.syntaxFault("", err)
	}
	return nil
}

func (d *Document) syntaxFault(before string, err error) error {
	if fault := yaml.Error(nil); errors.As(err, &fault) {
		return d.FaultAt(PlaceOf(fault.GetToken()), "%s%s", before, fault.GetMessage())
	}
	return d.FaultAt(Top, "%s%v", before, err)
}

// FaultAt is a fault at a place.
func (d *Document) FaultAt(at Place, format string, args ...any) error {
	return &Error{d.path, at, fmt.Sprintf(format, args...)}
}

// Fault is one at the value of a path such as $.criteria[0].met, or at the top if
// there is no such value.
func (d *Document) Fault(path, format string, args ...any) error {
	at := Top
	if p, err := yaml.PathString(path); err == nil && path != "$" {
		if node, err := p.FilterFile(d.file); err == nil && node != nil {
			at = PlaceOf(firstToken(node))
		}
	}
	return d.FaultAt(at, format, args...)
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
